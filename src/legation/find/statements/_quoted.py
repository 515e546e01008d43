"""Attribution of quotations by their surroundings: the parse of a sentence with quotation marks is often wrong, the
order of quotation, name and cue around the marks seldom is."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from legation.find.statements._attribution import Attribution
from legation.find.statements._by_order import opening_before
from legation.find.statements._cues import cue_of, cue_subject
from legation.find.statements._grammar import depth, is_passive, is_person, source_mention, subject, verb_group
from legation.find.statements._names import DASHES, named_after_dash
from legation.find.statements._phrases import according
from legation.find.statements._quotes import Quote
from legation.find.statements._usage import is_so_called, is_unspoken
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

ENDS = frozenset({".", "?", "!", "...", "…"})
DASH = Cue("—", "said", "asserts", frozenset({"quote"}))
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST_CUE = 45
"""Tokens between a quotation and the cue that follows it, at most: names with long appositions stand between."""


class Placed(msgspec.Struct, frozen=True):
    """A quotation with its tokens (``first`` to ``last``, exclusive) and the plain tokens around it in its sentence:
    ``left`` to ``first`` before it and ``last`` to ``right`` after it, up to the next quotation or sentence end."""

    number: int
    quote: Quote
    first: int
    last: int
    left: int
    right: int


def place(annotation: Annotation, quotes: tuple[Quote, ...], bounds: tuple[tuple[int, int], ...]) -> list[Placed]:
    """Each quotation with its surroundings; quotations without a token are left out."""
    tokens, starts = annotation.tokens, annotation.starts
    placed: list[Placed] = []
    for number, quote in enumerate(quotes):
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        if last <= first:
            continue
        paragraph = bounds[quote.paragraph]
        low = bisect_left(starts, paragraph[0])
        if number and quotes[number - 1].paragraph == quote.paragraph:
            low = max(low, bisect_left(starts, quotes[number - 1].end))
        high = bisect_left(starts, paragraph[1])
        if number + 1 < len(quotes) and quotes[number + 1].paragraph == quote.paragraph:
            high = min(high, bisect_left(starts, quotes[number + 1].start))
        left = first
        while left > low and tokens[left - 1].text not in ENDS:
            left -= 1
        right = last
        if ends_sentence(annotation, quote, last) and not (last < len(tokens) and tokens[last].text in DASHES):
            high = last
        while right < high and tokens[right].text not in ENDS:
            right += 1
        placed.append(Placed(number, quote, first, last, left, right))
    return placed


def ends_sentence(annotation: Annotation, quote: Quote, last: int) -> bool:
    """Whether the sentence ends inside the marks: ``... "very good." She added``, unlike ``"Good?" she asked``."""
    if last >= len(annotation.tokens):
        return True
    final = annotation.text[quote.start : quote.end].rstrip(MARKS)[-1:]
    following = annotation.tokens[last]
    if not following.text[:1].isupper():
        return False
    return final == "." or (final in "?!…" and following.pos not in ("PROPN", "NOUN") and following.lower != "i")


MARKS = "\"'“”„«»‹›‘’`「」『』 \u00a0"


def inner(annotation: Annotation, item: Placed) -> tuple[str, str]:
    """First and last character inside the marks, both empty where there is nothing inside."""
    words = annotation.text[item.quote.start : item.quote.end].strip(MARKS)
    return (words[0], words[-1]) if words else ("", "")


def begins_sentence(annotation: Annotation, item: Placed) -> bool:
    """Whether nothing but punctuation and a connecting word stands between the last sentence end and the quotation."""
    before = annotation.tokens[item.left : item.first]
    return len(before) <= 3 and all(t.pos in ("PUNCT", "SPACE", "SYM", "CCONJ", "ADV", "INTJ") for t in before)


def cue_after(annotation: Annotation, rules: SpeechRules, item: Placed) -> Attribution | None:
    """``"...," she said`` and ``"...," said the minister``."""
    tokens = annotation.tokens
    limit = min(item.right, item.last + FARTHEST_CUE)
    if limit > item.last and tokens[item.last].text in DASHES and (name := named_after_dash(annotation, item.last)):
        return Attribution(
            DASH, item.last, (item.last, item.last + 1), name, [(item.first, item.last)], depth(annotation, item.last)
        )
    if limit > item.last and tokens[item.last].lower in rules.narrators_adverbials:
        return None
    for i in range(item.last, limit):
        token = tokens[i]
        phrase = according(annotation, rules, token)
        if phrase is not None:
            phrase.contents = [(item.first, item.last)]
            return phrase
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBP"):
            continue
        cue = cue_of(annotation, rules, token)
        if tokens[i + 1 : i + 2] and tokens[i + 1].lower == "that" and tokens[i + 1].tag == "IN":
            # 'They spoke of "open matters," and argued that a summit would fail'
            return None
        if token.tag == "VBG" and tokens[i - 1].lower in ("without", "before", "after", "by"):
            # 'was "moved to another date," without telling when'
            return None
        if cue is not None and "quote" in cue.takes:
            is_aside = token.dep in ("relcl", "acl", "amod") and i > item.last + 2
            if is_aside and _verb_follows(annotation, rules, i, limit):
                continue
            return _after(annotation, rules, item, cue, token)
        if (cue is None or cue.force in rules.thoughts) and (told := _told_by_comma(annotation, rules, item, token)) is not None:
            return told
        if token.pos == "AUX" or token.dep in ("relcl", "acl", "amod", "aux", "auxpass", "xcomp", "advcl", "pcomp"):
            continue
        return None
    return _noun_like_cue(annotation, rules, item)


def _told_by_comma(
    annotation: Annotation, rules: SpeechRules, item: Placed, token: Token
) -> Attribution | None:
    """``"...," the President anticipated``: after a comma inside the marks any verb of a person's tells who speaks."""
    who = annotation.child(token.i, "nsubj")
    if who is None or who.i < item.last or token.tag not in ("VBD", "VBZ") or inner(annotation, item)[1] != ",":
        return None
    known = rules.persons | rules.honorifics
    is_speaker = is_person(annotation, who) or who.lemma.lower() in known
    if not is_speaker or is_title(annotation, item) or annotation.child(token.i, "ccomp") is None:
        return None
    return _after(annotation, rules, item, Cue(token.lemma, "said", "asserts", frozenset({"quote"})), token)


def _noun_like_cue(annotation: Annotation, rules: SpeechRules, item: Placed) -> Attribution | None:
    """``"...," a voice in the ad states.``: the cue ends the sentence and the parser took it for a noun."""
    if item.right - 1 <= item.last:
        return None
    token = annotation.tokens[item.right - 1]
    cue = rules.cues.get(token.lemma)
    if token.pos != "NOUN" or cue is None or "quote" not in cue.takes:
        return None
    head = nominal_between(annotation, item.last, token.i)
    if head is None or head.i == token.i:
        return None
    first = head.i
    while first > item.last and annotation.tokens[first - 1].pos != "PUNCT":
        first -= 1
    start, end = annotation.span(first, token.i)
    return Attribution(
        cue, token.i, (token.i, token.i + 1), SourceMention(start, end, head.i), [(item.first, item.last)]
    )


def _verb_follows(annotation: Annotation, rules: SpeechRules, i: int, limit: int) -> bool:
    for token in annotation.tokens[i + 1 : limit]:
        cue = rules.cues.get(token.lemma) if token.pos == "VERB" else None
        if cue is not None and "quote" in cue.takes:
            return True
    return False


def _after(annotation: Annotation, rules: SpeechRules, item: Placed, cue: Cue, token: Token) -> Attribution | None:
    if (relayed := _quoted_as(annotation, rules, item, token)) is not None:
        return relayed
    source: SourceMention | None = None
    who = annotation.child(token.i, "nsubj")
    if who is None and token.dep in ("conj", "advcl", "xcomp"):
        who = subject(annotation, token.i)
    if who is not None and item.last <= who.i < item.right and who.i != token.i:
        source = source_mention(annotation, who, token.i)
    else:
        before = nominal_between(annotation, item.last, token.i)
        after = nominal_between(annotation, token.i + 1, item.right)
        head = before or after
        if head is not None:
            source = source_mention(annotation, head, token.i)
        elif who is not None and who.i < item.first:
            source = source_mention(annotation, who, token.i)
    if source is not None:
        source = clip(annotation, source, item)
    group = verb_group(annotation, token.i)
    return Attribution(cue, token.i, group, source, [(item.first, item.last)], depth(annotation, token.i))


def _quoted_as(annotation: Annotation, rules: SpeechRules, item: Placed, token: Token) -> Attribution | None:
    """``"...," the agency quoted Berg as saying``: the words are Berg's, and the agency passes them on."""
    who = annotation.child(token.i, "dobj") if token.lemma in rules.relaying else None
    if who is None or who.i < item.last or is_passive(annotation, token.i):
        return None
    as_ = next((c for c in annotation.children(token.i, "prep") if c.lower == "as" and c.i > who.i), None)
    saying = annotation.child(as_.i, "pcomp", "pobj") if as_ is not None else None
    cue = rules.cues.get(saying.lemma) if saying is not None and saying.tag == "VBG" else None
    if saying is None or cue is None:
        return None
    first, _ = verb_group(annotation, token.i)
    source = source_mention(annotation, who, token.i)
    return Attribution(
        cue, saying.i, (first, token.i + 1), source, [(item.first, item.last)], depth(annotation, saying.i)
    )


def clip(annotation: Annotation, source: SourceMention, item: Placed) -> SourceMention:
    """The source without any part of the quotation in it."""
    start, end = source.start, source.end
    head = annotation.tokens[source.head]
    if start < item.quote.end and end > item.quote.start:
        if head.start >= item.quote.end:
            start = annotation.tokens[item.last].start
        elif head.end <= item.quote.start:
            end = annotation.tokens[item.first - 1].end
    return SourceMention(start, end, source.head)


def nominal_between(annotation: Annotation, first: int, last: int) -> Token | None:
    """The head of the first noun phrase that stands wholly between two tokens."""
    tokens = annotation.tokens
    for i in range(first, last):
        if tokens[i].pos in NOMINAL:
            head = tokens[i]
            while (
                head.dep in ("compound", "poss", "nmod", "amod", "det", "appos")
                and first <= head.head < last
                and tokens[head.head].pos in NOMINAL
            ):
                head = tokens[head.head]
            return head
    return None


def cue_before(annotation: Annotation, rules: SpeechRules, item: Placed) -> Attribution | None:
    """``She said: "..."``, ``She said, "..."``, ``She told reporters that "..."`` and ``called it "..."``."""
    tokens = annotation.tokens
    for i in range(item.first - 1, item.left - 1, -1):
        token = tokens[i]
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBG"):
            continue
        cue = cue_of(annotation, rules, token)
        if cue is None or not (cue.takes & {"quote", "target"}) or is_so_called(annotation, token):
            if token.dep in ("relcl", "acl", "amod", "aux", "auxpass", "xcomp", "pcomp", "advcl"):
                continue
            return None
        if tokens[item.first - 1].text != ":" and _goes_on(annotation, rules, i, item.first):
            return None
        if cue.force in rules.deeds and token.tag == "VBG" and tokens[item.first - 1].text != ":":
            return None
        if cue.force == "found" and is_unspoken(annotation, rules, token):
            return None
        if cue.needs and not any(t.lower in cue.needs for t in tokens[i : item.first]):
            # "said in a film regarding Berg: ..."
            continue
        if i == item.first - 1 and _is_part(annotation, item):
            return None
        if cue.force == "continued" and (item.first - i > 3 or any(t.lower == "into" for t in tokens[i : item.first])):
            # "She went on, ..." but not "if it did not go beyond ten, ...", 'they go into the "derby" with ten points'
            return None
        who = cue_subject(annotation, rules, token)
        source = None
        if who is not None and who.i < item.first:
            source = clip(annotation, source_mention(annotation, who, token.i), item)
        elif not is_passive(annotation, token.i) and (
            (head := nominal_between(annotation, item.left, token.i)) is not None
        ):
            source = source_mention(annotation, head, token.i)
        group = verb_group(annotation, token.i)
        opening = opening_before(annotation, token.i) if tokens[item.first - 1].text == "," else None
        contents = [opening, (item.first, item.last)] if opening is not None else [(item.first, item.last)]
        return Attribution(cue, token.i, group, source, contents, depth(annotation, token.i))
    return None


def _is_part(annotation: Annotation, item: Placed) -> bool:
    """Whether the words after the marks belong with those inside: ``added "aid for Norway" will be discussed``,
    ``expressed "concern" about the visit``."""
    if item.last >= item.right:
        return False
    after = annotation.tokens[item.last]
    if after.tag == "MD" or (after.pos == "AUX" and after.tag in ("VBZ", "VBD", "VBP")):
        return True
    return after.dep == "prep" and item.first <= after.head < item.last


def _goes_on(annotation: Annotation, rules: SpeechRules, cue: int, quote: int) -> bool:
    """Whether the content begins before the quotation: ``said that if they met, "all would be well"``."""
    between = annotation.tokens[cue + 1 : quote]
    return len(between) > 3 and any(
        t.dep == "mark" or (t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD")) for t in between
    )


def colon_before(annotation: Annotation, rules: SpeechRules, item: Placed) -> Attribution | None:
    """``The answer was: "..."`` and ``Patel: "..."``: a colon is the cue, the speaker is the subject before it."""
    tokens = annotation.tokens
    colon = item.first - 1
    if colon <= item.left or tokens[colon].text != ":":
        return None
    before = tokens[item.left : colon]
    main = ("ROOT", "ccomp", "conj", "parataxis")
    verb = next((t for t in before if t.pos in ("VERB", "AUX") and t.dep in main), None)
    head = subject(annotation, verb.i) if verb is not None else nominal_between(annotation, item.left, colon)
    if head is None or not item.left <= head.i < colon:
        return None
    if head.text.isupper() and len(head.text) > 3 and head.entity < 0:
        # A headline in capitals, in which the parser finds its way badly.
        return None
    if verb is not None and verb.tag == "VB" and head.lower in rules.no_labels:
        # "Click to play video: 'Visit put off'"
        return None
    owner = annotation.child(head.i, "poss") if head.pos == "NOUN" else None
    source = source_mention(annotation, owner or head, colon)
    cue = Cue(":", "said", "asserts", frozenset({"quote"}))
    return Attribution(cue, colon, (colon, item.first), clip(annotation, source, item), [(item.first, item.last)])


def leads_in(annotation: Annotation, rules: SpeechRules, item: Placed) -> bool:
    """Whether a comma, a colon or a cue itself stands directly before the quotation."""
    if item.first == 0 or item.left >= item.first:
        return False
    before = annotation.tokens[item.first - 1]
    if before.text in (",", ":", ",:"):
        return True
    cue = rules.cues.get(before.lemma) if before.pos == "VERB" else None
    return cue is not None and "quote" in cue.takes and not _is_told(annotation, rules, before)


def _is_told(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """Whether a cue stands in the clause that another one reports: ``The paper said Berg called it "a farce"``, ``Norway
    said it was late because some had "doubts"``."""
    for word in (token, *annotation.ancestors(token.i)):
        head = annotation.tokens[word.head]
        if word.dep == "ccomp" and head.lemma in rules.cues and head.i < token.i:
            return "clause" in rules.cues[head.lemma].takes
    return False


def is_title(annotation: Annotation, item: Placed) -> bool:
    """Whether the quoted words look like the title of a work or a nickname: every word of weight has a capital."""
    words = [t for t in annotation.tokens[item.first : item.last] if t.text[:1].isalnum()]
    weighty = [t for t in words if len(t.text) > 3 or t.i == words[0].i]
    return bool(weighty) and all(t.text[0].isupper() or t.text[0].isdigit() for t in weighty)
