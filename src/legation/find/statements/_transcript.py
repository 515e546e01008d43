"""Transcripts: ``QUESTION: ...``, ``MR PRICE: ...``, ``Minister Berg: ...``, ``Q: ... A: ...``, each turn one statement.

A page is one where labels alternate, at least one comes back, and at least one asks, bears a title or is a person's
name. Every paragraph without a label between two turns goes on with the turn before it; what is in brackets alone
("(Laughter.)") is nobody's. Time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from legation.find.statements._attribution import Attribution
from legation.find.statements._grammar import is_actor
from legation.records import Annotation
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

WORD = r"[A-ZÀ-Þ(][\w.'’()\-]*"
LABEL = re.compile(
    rf"[\W_]{{0,4}}(?P<name>{WORD}(?:,? (?:{WORD}|of|for|the|and|to|de|al|bin|von|van|der|\d)){{0,9}})"
    r"(?: ?\([^()\n]{1,30}\))? ?[*_]{0,2}:[*_]{0,2}(?=\s|$)"
)
"""A label and its colon at the beginning of a paragraph, perhaps in bold; a note or a time in brackets may follow it."""
INLINE = re.compile(r"(?<=[.?!)\]”\"…—] )(?P<name>[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,4}) ?:(?= )")
"""A label in capitals in the middle of a paragraph: transcripts that lost their line breaks."""
BARE = re.compile(r"(?P<name>[QA])[.:]? +(?=[A-ZÀ-Þ“\"‘(])")
BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
ENDS = '.?!…:;,-—)]"”’'
FEWEST_TURNS = 3
SPARSEST = 0.2
"""Of the paragraphs from the first turn to the last, at least this share begins one."""


DENSE = 0.5
"""The same, where nobody is labelled as asking and no heading tells of a conference or an interview."""
LONGEST_HEADING = 10
SHORTEST_BLOCK = 80
"""Characters of a paragraph in which more than one turn is looked for, at least."""


class Turn(NamedTuple):
    """Where a label stands (its name and where it ends with the colon) and the number of its paragraph."""

    start: int
    name_end: int
    end: int
    paragraph: int
    key: str


def turns(annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...]) -> Iterator[Attribution]:
    """The turns of a transcript, in text order; nothing on any other page."""
    labelled = list(_labelled(annotation.text, rules, bounds))
    found = _spoken(annotation, rules, labelled)
    titled = _person_of_title(annotation, rules, bounds[: found[0].paragraph]) if found else None
    if not _is_transcript(annotation, rules, found, titled):
        return
    if titled is not None:
        # Papers ask that the page names once.
        found = [t for t in labelled if t.paragraph >= found[0].paragraph]
    for number, turn in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        contents = list(_contents(annotation, bounds, turn, following))
        if contents:
            yield _made(annotation, rules, turn, contents, titled)


def _labelled(text: str, rules: SpeechRules, bounds: tuple[tuple[int, int], ...]) -> Iterator[Turn]:
    for number, (start, end) in enumerate(bounds):
        if number == 0 and text[end - 1] not in ENDS:
            # "Berg: Visit is off", the headline of an interview
            continue
        opening = LABEL.match(text, start, min(end, start + 120)) or BARE.match(text, start, min(end, start + 12))
        matches = [opening] if opening is not None else []
        if end - start > SHORTEST_BLOCK:
            matches.extend(INLINE.finditer(text, opening.end() if opening is not None else start, end))
        for match in matches:
            key = _key(match["name"], rules)
            if key:
                yield Turn(_name_start(match, rules), match.end("name"), match.end(), number, key)


def _name_start(match: re.Match[str], rules: SpeechRules) -> int:
    """Where the name begins: at its title, whatever stands in capitals before that ("2:09 p.m. EST MR LOW")."""
    for word in re.finditer(r"\w+", match["name"]):
        if word.group().lower() in rules.forms_of_address:
            return match.start("name") + word.start()
    return match.start("name")


def _key(name: str, rules: SpeechRules) -> str:
    """What a label has in common with its speaker's other labels: its last word without brackets ("Minister MOTEGI",
    "Mr. MOTEGI"); empty for a label that names nobody ("Read more", "Photo")."""
    words = [w.strip(".,'’()*_").lower() for w in name.split(",")[0].split() if not w.startswith("(")]
    words = [w for w in words if w]
    if not words or " ".join(words) in rules.no_labels or words[0] in rules.no_labels:
        return ""
    return words[-1]


def _spoken(annotation: Annotation, rules: SpeechRules, found: list[Turn]) -> list[Turn]:
    """The labels that are speakers': they come back, ask, bear a title or are somebody's name."""
    counts = Counter(turn.key for turn in found)
    return [t for t in found if counts[t.key] > 1 or _is_speaker(annotation, rules, t)]


def _is_speaker(annotation: Annotation, rules: SpeechRules, turn: Turn) -> bool:
    words = annotation.tokens_in(turn.start, turn.name_end)
    known = rules.questioners | rules.answerers | rules.honorifics | rules.persons
    if turn.key in known or any(t.lower.strip(".") in known or t.lemma in known for t in words):
        return True
    return any(is_actor(annotation, t) for t in words) and annotation.text[turn.end - 1] == ":"


def _is_transcript(annotation: Annotation, rules: SpeechRules, found: list[Turn], titled: SourceMention | None) -> bool:
    counts = Counter(turn.key for turn in found)
    if len(found) < FEWEST_TURNS or len(counts) < 2 or max(counts.values()) < 2:
        return False
    paragraphs = found[-1].paragraph - found[0].paragraph + 1
    if len(found) < SPARSEST * paragraphs:
        return False
    asks = any(key in rules.questioners for key in counts)
    others = any(key not in rules.questioners for key in counts)
    if (asks and others) or titled is not None:
        return True
    named = sum(_bears_name(annotation, rules, t) and counts[t.key] > 1 for t in found)
    return named > 1 and len(found) > FEWEST_TURNS and len(found) >= DENSE * paragraphs


def _bears_name(annotation: Annotation, rules: SpeechRules, turn: Turn) -> bool:
    words = annotation.tokens_in(turn.start, turn.name_end)
    if any(t.lower.strip(".") in rules.honorifics for t in words[:-1]):
        return True
    return any(t.entity >= 0 and annotation.entities[t.entity].label == "PERSON" for t in words)


def _contents(
    annotation: Annotation, bounds: tuple[tuple[int, int], ...], turn: Turn, following: Turn | None
) -> Iterator[tuple[int, int]]:
    """Token bounds of a turn, one a paragraph: the label's own, and those up to the next label; the last turn ends
    with its first paragraph."""
    last = turn.paragraph if following is None else following.paragraph
    if following is None and turn.end >= bounds[turn.paragraph][1]:
        last = min(turn.paragraph + 1, len(bounds) - 1)
    for number in range(turn.paragraph, last + 1):
        start, end = bounds[number]
        start = max(start, turn.end)
        if following is not None and number == following.paragraph:
            end = min(end, following.start)
        words = annotation.text[start:end]
        if not any(c.isalnum() for c in words) or BRACKETED.match(words):
            continue
        if number > turn.paragraph and turn.end <= bounds[turn.paragraph][1] - 2 and _is_heading(words):
            continue
        first, stop = bisect_left(annotation.starts, start), bisect_left(annotation.starts, end)
        while first < stop and annotation.tokens[first].text in ("*", "_", "**"):
            first += 1
        if first < stop:
            yield first, stop


def _is_heading(words: str) -> bool:
    """Whether a paragraph between two turns only names what is spoken of next ("Question-and-Answer Session")."""
    return words.rstrip()[-1:] not in ".?!…:;,\"”’')]—-" and len(words.split()) <= LONGEST_HEADING


def _made(
    annotation: Annotation,
    rules: SpeechRules,
    turn: Turn,
    contents: list[tuple[int, int]],
    titled: SourceMention | None,
) -> Attribution:
    first = bisect_left(annotation.starts, turn.start)
    stop = max(first + 1, bisect_left(annotation.starts, turn.name_end))
    comma = next((i for i in range(first, stop) if annotation.tokens[i].text == ","), stop)
    head = next((i for i in reversed(range(first, comma)) if annotation.tokens[i].text[:1].isalpha()), first)
    start, end = annotation.span(first, stop)
    source = SourceMention(start, end, head)
    alone = stop - first == 1 and turn.key in rules.persons | rules.honorifics
    is_unnamed = turn.key in rules.answerers or alone
    if is_unnamed and titled is not None:
        source = titled
    asks = turn.key in rules.questioners
    colon = next((i for i in range(stop, contents[0][0]) if annotation.tokens[i].text == ":"), None)
    cue = Cue(":", "asked" if asks else "said", "asks" if asks else "asserts", frozenset({"quote"}))
    return Attribution(
        cue,
        colon,
        (colon, colon + 1) if colon is not None else None,
        source,
        contents,
        -1,
        is_set_off=True,
        is_turn=True,
    )


def _person_of_title(
    annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...]
) -> SourceMention | None:
    """The one person named in a heading such as ``Spokesperson Anna Berg's Regular Press Conference``, who answers."""
    for start, end in bounds[:6]:
        words = annotation.tokens_in(start, end)
        if not any(t.lower in rules.spoken_events for t in words) or len(words) > 30:
            continue
        persons = {t.entity for t in words if t.entity >= 0 and annotation.entities[t.entity].label == "PERSON"}
        if len(persons) != 1:
            return None
        name = annotation.entities[persons.pop()]
        last = name.last - 1
        while last > name.first and annotation.tokens[last].pos in ("PART", "PUNCT"):
            last -= 1
        a, b = annotation.span(name.first, last + 1)
        return SourceMention(a, b, last)
    return None
