"""A statement that a page tells twice is listed once: the headline's echo of the body, a quotation set out again in a
box, a standfirst."""

from __future__ import annotations

import re

from legation.records import Annotation, Statement

ECHO = 1 / 3
"""Part of a heading's words that the same speaker says again below, at least: headlines put things shortly."""
AGAIN = 0.8
"""Part of the words of two statements that must be the same, anywhere else."""
SHORTEST = 2
"""Words of weight that an echo shares, at least."""
STEM = 5
"""Characters by which words are compared: "talks", "talk"; "postponed", "postponement"."""
WORD = re.compile(r"[^\W_]+")
LONGEST_HEADING = 160
"""Characters of a line without a full stop that is taken for a heading, at most."""
FARTHEST = 40
"""Statements among which the same one is looked for."""
ENDS = '.!?"”’…:'


def told_once(
    statements: tuple[Statement, ...], annotation: Annotation
) -> tuple[tuple[Statement, ...], tuple[int, ...]]:
    """The statements without echoes, and for every statement given the number of the one that is listed for it.

    A heading's statement goes where the same speaker, or one whom the heading does not name, says a third of its words
    in the text below; any other where the same speaker has said the same words before.
    """
    words = [_weighty(s.content) for s in statements]
    listed = list(range(len(statements)))
    for i, statement in enumerate(statements):
        if not words[i]:
            continue
        if _is_heading(statement, annotation):
            found = _below(i, statements, words, annotation)
        else:
            found = _before(i, statements, words, listed)
        if found is not None:
            listed[i] = found
    kept = [i for i, j in enumerate(listed) if i == j]
    number = {old: new for new, old in enumerate(kept)}
    return tuple(statements[i] for i in kept), tuple(number[_final(listed, i)] for i in range(len(statements)))


def _final(listed: list[int], i: int) -> int:
    while listed[i] != i:
        i = listed[i]
    return i


def _below(
    i: int, statements: tuple[Statement, ...], words: list[frozenset[str]], annotation: Annotation
) -> int | None:
    best, most = None, 0
    if _is_title(statements[i], annotation):
        below = (j for j in range(i + 1, len(statements)) if not _is_heading(statements[j], annotation))
        best = next((j for j in below if _is_called_alike(statements[i], statements[j])), None)
    for j in range(i + 1, len(statements)):
        same = len(words[i] & words[j])
        enough = same >= max(SHORTEST, ECHO * len(words[i])) or (same and _is_named_alike(statements[i], statements[j]))
        if (
            enough
            and same > most
            and _is_one(statements[i], statements[j])
            and not _is_heading(statements[j], annotation)
        ):
            best, most = j, same
    return best


def _before(i: int, statements: tuple[Statement, ...], words: list[frozenset[str]], listed: list[int]) -> int | None:
    for j in range(max(0, i - FARTHEST), i):
        if listed[j] != j or len(words[i]) <= SHORTEST:
            continue
        same = len(words[i] & words[j])
        if same >= AGAIN * len(words[i] | words[j]) and statements[i].speaker == statements[j].speaker:
            return j
    return None


def _is_heading(statement: Statement, annotation: Annotation) -> bool:
    """Whether a statement stands in a short paragraph of one line without a full stop, or in the page's first line."""
    text = annotation.text
    start = text.rfind("\n", 0, statement.start) + 1
    end = text.find("\n", statement.end)
    line = text[start:end].strip()
    if end < 0 or not line or len(line) > LONGEST_HEADING or line[-1] in ENDS:
        return False
    is_apart = text[end : end + 2] == "\n\n" and text[max(0, start - 2) : start] == "\n\n"
    return start == 0 or is_apart


def _is_title(statement: Statement, annotation: Annotation) -> bool:
    """Whether a statement stands in the page's first line, by a verb and without quoting ("Talks off, mayors say"): what
    it says is what the page is about; "No talks before May: ministry" are words."""
    is_first = "\n" not in annotation.text[: statement.end].strip()
    return is_first and statement.cue != ":" and not statement.quotes


def _is_called_alike(heading: Statement, below: Statement) -> bool:
    """Whether a heading's speaker speaks below as well: by name or body, or by a word of what the heading calls him
    ("chief executive" of "chief executive Ole Berg", "Gulf mayors" of "Mayor Berg")."""
    if _is_named_alike(heading, below):
        return True
    if heading.speaker.name is not None or below.source_words is None:
        return False
    called = {w.lower()[:STEM] for w in WORD.findall(heading.source_words or "") if len(w) > 3}
    return not called.isdisjoint(w.lower()[:STEM] for w in WORD.findall(below.source_words)) and _is_one(heading, below)


def _weighty(content: str) -> frozenset[str]:
    return frozenset(w.lower()[:STEM] for w in WORD.findall(content) if len(w) > 3 or w[0].isupper() or w.isdigit())


def _is_named_alike(heading: Statement, below: Statement) -> bool:
    """Whether both name the same speaker outright."""
    one, other = heading.speaker, below.speaker
    return (one == other and bool(one.name or one.country)) or bool(one.name and one.name == other.name)


def _is_one(heading: Statement, below: Statement) -> bool:
    """Whether the speaker of a heading can be the speaker below."""
    one, other = heading.speaker, below.speaker
    if one.name and other.name:
        return one.name.split()[-1].lower() == other.name.split()[-1].lower()
    if one.country and other.country and one.country != other.country:
        return False
    if one.organisation and other.organisation and not one.name:
        return bool(_weighty(one.organisation) & _weighty(other.organisation))
    return not one.name or (one.country == other.country and one.country is not None)
