"""Attribution by layout: ``Patel: We look forward``, ``Visit put off: ministry``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from legation.find.statements._attribution import Attribution
from legation.find.statements._grammar import is_actor, is_time, trim
from legation.find.statements._names import DASHES, LONGEST_LABEL, NOMINAL
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

LISTED = frozenset({"PROPN", "PUNCT", "CCONJ", "NUM", "SYM", "ADP"})
"""Of what a mere list of names is made."""
QUOTING = frozenset({"'", '"', "‘", "’", "“", "”", "``", "''", "«", "»"})
ENDS = ".!?”\":"
LONGEST_LIST_LABEL = 3
"""Words over a list of other pages' headings, at most."""
LONGEST_HEADING = 30
"""Tokens of such a heading, at most."""
LABEL = Cue(":", "said", "asserts", frozenset({"quote"}))


def labels(
    annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...], in_quote: list[int]
) -> Iterator[Attribution]:
    """Paragraphs and headings that a colon divides into a speaker and what they say."""
    surnames = frozenset(annotation.tokens[e.last - 1].text for e in annotation.entities if e.label == "PERSON")
    for start, end in bounds:
        first, last = bisect_left(annotation.starts, start), bisect_left(annotation.starts, end)
        found = _label(annotation, rules, first, last, in_quote, surnames)
        if found is not None:
            yield found


def _label(
    annotation: Annotation,
    rules: SpeechRules,
    first: int,
    last: int,
    in_quote: list[int],
    surnames: frozenset[str],
) -> Attribution | None:
    tokens = annotation.tokens
    colon = next((i for i in range(first, min(last, first + LONGEST_LABEL)) if tokens[i].text == ":"), None)
    if colon is not None and tokens[first].lower in rules.link_labels and colon - first <= 2:
        # "Related: Visit put off — ministry" is another page's.
        return None
    if colon is not None and _is_credit(annotation, rules, tokens[first:colon], tokens[colon + 1 : last]):
        return None
    is_heading = tokens[last - 1].text[-1:] not in '.?!"”…:' and last - first < 40
    if colon is not None and colon + 2 < last and in_quote[colon] < 0:
        before = _without_topic(annotation, rules, tokens[first:colon])
        is_known = len(before) == 1 and before[0].text in surnames
        told = tokens[colon + 1 : last]
        is_topic = is_heading and _is_topic(annotation, rules, before, told)
        is_topic = is_topic or _is_list(told) or _is_dateline(rules, before, told)
        if before and not is_topic and (is_known or _names_speaker(annotation, rules, before, is_heading)):
            return _made(annotation, before, colon, (colon + 1, last))
    if is_heading:
        ending = range(last - 2, max(first + 2, last - LONGEST_LABEL), -1)
        tail = next((i for i in ending if tokens[i].text == ":" or _is_dash(annotation, i)), None)
        if tail is not None and tail - first > 3 and not _is_byline(annotation, rules, tail):
            after = _without_topic(annotation, rules, tokens[tail + 1 : last])
            if after and not _is_list(after) and _names_speaker(annotation, rules, after, is_heading):
                start = first + 2 if tokens[first].lower in rules.no_labels and tokens[first + 1].text == ":" else first
                if _is_of_page(annotation, rules, tokens[start:tail]):
                    return None
                return _made(annotation, after, tail, (start, tail))
        return _inverted(annotation, rules, first, last, in_quote)
    return None


def linked(annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The token bounds of headings of other pages: those that follow a paragraph like "Read more:", "Related Articles", up
    to the next that ends like a sentence."""
    found: list[tuple[int, int]] = []
    is_list = False
    for start, end in bounds:
        first, last = bisect_left(annotation.starts, start), bisect_left(annotation.starts, end)
        words = [t.lower for t in annotation.tokens[first:last] if t.text[:1].isalpha()]
        if len(words) > 1 and words[0] in rules.pagers and words[1] in rules.pages:
            # "Previous article Berg should go, says Lund"
            found.append((first, last))
        if words and len(words) <= LONGEST_LIST_LABEL and words[0] in rules.list_openers and set(words[1:]) <= rules.list_words:
            is_list = True
        elif not words or annotation.text[start:end].rstrip()[-1:] in ENDS:
            is_list = is_list and not words
        elif is_list and last - first <= LONGEST_HEADING:
            found.append((first, last))
    return found


def _is_of_page(annotation: Annotation, rules: SpeechRules, words: tuple[Token, ...]) -> bool:
    """Whether words only say when a page was written or changed: "Updated - January 31, 2024 07:03 am IST"."""
    told = [t for t in words if t.pos not in ("PUNCT", "NUM", "ADP") and t.lower not in rules.no_labels]
    has_day = any(t.pos == "NUM" for t in words)
    return has_day and all(is_time(annotation, t) or t.text.isupper() or t.lower in ("am", "pm") for t in told)


def _is_list(words: tuple[Token, ...]) -> bool:
    """Whether the words are a mere list of names: "Anna Berg, Jonas Lund"."""
    return all(t.pos in LISTED for t in words) and any(t.text == "," for t in words)


def _is_dateline(rules: SpeechRules, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """``KATHMANDU: Minister Berg met her colleague today.``: a word in capitals before a whole sentence in which nobody
    says "I" and nothing is quoted."""
    is_capital = len(before) == 1 and before[0].text.isupper() and len(before[0].text) > 3
    is_whole = after[-1].text == "." and any(t.tag in ("VBD", "VBZ", "VBP") for t in after)
    return is_capital and is_whole and not any(t.text in QUOTING or t.lower in rules.first_person for t in after)


def _is_credit(annotation: Annotation, rules: SpeechRules, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """``(Source: Northern Courier, Chamber of Commerce)``: whose page it is; unlike ``Source: Talks are off``."""
    words = [t for t in before if t.pos != "PUNCT"]
    is_label = len(words) == 1 and words[0].lower in rules.no_labels
    is_label = is_label or (1 < len(words) < 4 and words[-1].lower in rules.no_labels)
    return is_label and not any(t.tag in ("VBZ", "VBD", "VBP", "MD") for t in after)


def _is_topic(annotation: Annotation, rules: SpeechRules, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether a place before a heading's colon only says where ("Norway: Two Held in Oslo"): nothing after it is quoted or
    in the first person."""
    if after[0].tag in ("WP", "WRB", "WDT") and any(t.text == "," for t in after):
        # "Berg in Rome: when he comes, whom he sees"
        return True
    if after[0].pos == "PRON" and after[0].lower == "what" and after[-1].text != "?":
        return True
    labels = {annotation.entities[t.entity].label if t.entity >= 0 else "" for t in before}
    is_capital_case = all(t.text[:1].isupper() or len(t.text) < 4 for t in after if t.text[:1].isalpha())
    if labels != {"GPE"} or not is_capital_case:
        return False
    return not any(t.text in QUOTING or t.lower in rules.first_person for t in after)


def _without_topic(annotation: Annotation, rules: SpeechRules, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """A speaker's label without what it is about or whom it is said to: ``Berg on the talks:``, ``Berg to Rome:``."""
    for k, token in enumerate(words[1:-1], start=1):
        is_told = token.lower == "to" and is_actor(annotation, words[k - 1]) and is_actor(annotation, words[k + 1])
        if is_told or token.lower in rules.label_topics:
            return words[:k]
    return words


def _inverted(
    annotation: Annotation, rules: SpeechRules, first: int, last: int, in_quote: list[int]
) -> Attribution | None:
    """``Talks 'soon', says Lund``: a heading that ends with a cue and its speaker."""
    tokens = annotation.tokens
    for i in range(last - 2, max(first + 2, last - LONGEST_LABEL - 1), -1):
        token = tokens[i]
        cue = rules.cues.get(token.lemma)
        if (
            cue is None
            or "clause" not in cue.takes
            or token.tag not in ("VBZ", "VBP", "VBD", "NNS")
            or in_quote[i] >= 0
        ):
            continue
        if tokens[i - 1].text != ",":
            return None
        after = tokens[i + 1 : last]
        if not _names_speaker(annotation, rules, after, is_heading=True):
            return None
        found = _made(annotation, after, i, (first, i - 1))
        found.cue, found.cue_tokens = cue, (i, i + 1)
        return found
    return None


def _is_byline(annotation: Annotation, rules: SpeechRules, tail: int) -> bool:
    """Whether the last words only say whose report or picture it is: ``... in May. – Rapid News``, ``(Agency photo:
    Ann Low)``."""
    rest = annotation.tokens[tail + 1 : annotation.sentence_of(tail).last]
    is_bracketed = any(t.text in ")]" for t in rest) and not any(t.text in "([" for t in rest)
    before = annotation.tokens[tail - 1]
    return before.text in (".", "!", "?") or before.lower in rules.no_labels or is_bracketed


def _is_dash(annotation: Annotation, i: int) -> bool:
    """Whether a dash stands between words, not inside one ("co-founder")."""
    token, text = annotation.tokens[i], annotation.text
    return token.text in DASHES and (len(token.text) > 1 or token.text != "-" or text[token.start - 1].isspace())


def _names_speaker(annotation: Annotation, rules: SpeechRules, words: tuple[Token, ...], is_heading: bool) -> bool:
    """Whether the words name a person or a body, or describe a source. A place in capitals is a dateline."""
    if any(t.pos not in NOMINAL for t in words) or words[0].pos in ("CCONJ", "ADP") or words[0].lower in rules.negations:
        return False
    if is_heading and _is_headed_by_thing(annotation, rules, words):
        return False
    labels = {annotation.entities[t.entity].label for t in words if t.entity >= 0}
    if labels & {"PERSON", "ORG"} and not any(t.text in QUOTING for t in words):
        return not (words[0].text.isupper() and "GPE" in labels)
    if any(t.text in QUOTING for t in words):
        # "Norway 'attack': Two held"
        return False
    named = annotation.entities[words[-1].entity].label if words[-1].entity >= 0 else ""
    if is_heading and named in ("GPE", "NORP"):
        return not any(t.text == "," for t in words)
    known = rules.anonymous_nouns | rules.documents | rules.speaking_nouns
    # "Travel programme of the Prime Minister: ..." is no minister's.
    words = words[: next((k for k, t in enumerate(words) if t.lower == "of"), len(words))]
    return any(t.lemma in known or t.lower in known for t in words)


def _is_headed_by_thing(annotation: Annotation, rules: SpeechRules, words: tuple[Token, ...]) -> bool:
    """Whether a heading's first words are about a thing, whosever it is: "Berg's day in Oslo", "The week in Rome"."""
    inside = {t.i for t in words}
    head = next((t for t in words if t.head not in inside or t.head == t.i), words[0])
    known = rules.anonymous_nouns | rules.documents | rules.speaking_nouns | rules.persons | rules.named_bodies
    known = known | rules.firms | rules.sides | rules.outlets | rules.state_bodies | rules.honorifics
    is_thing = head.pos == "NOUN" and head.lemma.lower() not in known and not is_actor(annotation, head)
    return is_thing and any(t.i > head.i and t.lower in ("in", "at", "to") for t in words)


def _made(annotation: Annotation, words: tuple[Token, ...], colon: int, content: tuple[int, int]) -> Attribution:
    first, last = trim(annotation, words[0].i, words[-1].i + 1)
    start, end = annotation.span(first, last)
    inside = range(first, last)
    head = next((t.i for t in words if t.head not in inside and t.pos in ("PROPN", "NOUN")), last - 1)
    return Attribution(
        LABEL, colon, (colon, colon + 1), SourceMention(start, end, head), [trim(annotation, *content)], is_set_off=True
    )
