"""Names that stand by themselves: under a quotation or behind it, after a dash."""

from __future__ import annotations

from bisect import bisect_left

from legation.records import Annotation
from legation.records.statements import SourceMention

NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "NUM", "PUNCT", "PART", "CCONJ"})
LONGEST_LABEL = 8
DASHES = frozenset({"-", "--", "—", "–", "―"})


def named_after_dash(annotation: Annotation, i: int) -> SourceMention | None:
    """The name after the dash at token ``i`` (``— Anna Berg, prime minister``), where nothing but a name follows up
    to a comma, a full stop or the end of the paragraph."""
    tokens = annotation.tokens
    end = min(len(tokens), i + 1 + LONGEST_LABEL)
    block = annotation.sentence_of(i).block
    last = i + 1
    while last < end and tokens[last].text not in (",", ".", "(", "[") and annotation.sentence_of(last).block == block:
        if tokens[last].pos in ("VERB", "AUX") or tokens[last].pos not in NOMINAL:
            return None
        last += 1
    name = tokens[i + 1 : last]
    if not name or not any(t.pos == "PROPN" for t in name) or not name[0].text[:1].isupper():
        return None
    inside = range(i + 1, last)
    head = next((t.i for t in name if t.head not in inside and t.pos in ("PROPN", "NOUN")), last - 1)
    return SourceMention(name[0].start, name[-1].end, head)


def signature(annotation: Annotation, paragraph: tuple[int, int]) -> SourceMention | None:
    """The source named by a paragraph such as ``- Anna Berg, prime minister`` under a quotation."""
    first = bisect_left(annotation.starts, paragraph[0])
    if first >= len(annotation.tokens) or annotation.tokens[first].text not in DASHES:
        return None
    return named_after_dash(annotation, first)
