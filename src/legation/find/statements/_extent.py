"""Where a content begins and ends: what the parser left out of it or hung below it by mistake."""

from __future__ import annotations

from legation.find.statements._grammar import is_anothers, is_infinitive, is_time, trim
from legation.find.statements._in_middle import is_present
from legation.records import Annotation, Token
from legation.rules.speech import SpeechRules

LONGEST_DATELINE = 16
LONGEST_CONTENT = 200
"""Tokens in which the end of a content is looked for, at most."""
STOPS = frozenset({",", "-", "--", "—", "–"})
CLOSING = frozenset({"”", '"', "’", "'", "''", "»"})
FARTHEST_REST = 14
"""Tokens after a closing quotation mark that may still belong to a content, at most."""
LONGEST_AFTERMATH = 30
"""Tokens behind a comma in which the narrator goes on so, at most."""
LONGEST_ASIDE = 12
"""Tokens between a cue and the comma after which its content goes on, at most: a day and an audience stand there."""
OPENING = frozenset({"“", '"', "‘", "``", "«"})
DASHES = frozenset({"-", "--", "—", "–", "―"})


def cut(annotation: Annotation, rules: SpeechRules, cue: Token, first: int, last: int) -> tuple[int, int]:
    """The content up to where another cue goes on: the same speaker's (``said ..., adding that``, ``said ... and
    warned``), which the parser often hangs below the first one's content, or the narrator's (``said ..., while Kim
    condemned``)."""
    tokens = annotation.tokens
    if first < cue.i:
        return first, last
    is_put_back = _is_put_back(rules, tokens[first:last])
    for i in range(first + 2, min(last, first + LONGEST_CONTENT, len(tokens) - 1)):
        token = tokens[i]
        if is_put_back and token.tag == "VBD" and annotation.child(i, "aux") is None:
            # "said talks would resume, while the rebels left": what is not put back is the narrator's.
            start = _narrators(annotation, rules, token, first)
            if start is not None:
                return trim(annotation, first, start)
        if _is_narrators_but(annotation, cue, token):
            return trim(annotation, first, next(c.i for c in annotation.children(token.head, "cc") if c.i < i))
        if token.pos != "VERB" or token.lemma not in rules.cues or annotation.child(i, "prt") is not None:
            # "calling off the rally" is no other cue.
            continue
        if not rules.cues[token.lemma].takes and tokens[i + 1].lower not in rules.cues[token.lemma].prepositions:
            # "formally speaking"
            continue
        before = i - 1
        while before > first and tokens[before].pos == "ADV":
            before -= 1
        if token.tag == "VBG" and token.dep in ("advcl", "conj", "acl") and tokens[before].text in STOPS:
            return trim(annotation, first, before)
        same = token.tag == cue.tag and token.dep == "conj" and annotation.child(i, "nsubj", "aux") is None
        same = same and not is_anothers(annotation, rules, token, cue.i)
        if same and token.head == cue.i:
            # "condemned the coup and for the first time said"
            before = min([before, *(annotation.subtree(c.i)[0] - 1 for c in annotation.children(i) if c.i < i)])
        if same and before > first and tokens[before].dep == "cc":
            return trim(annotation, first, before)
        if i == last - 1 and (who := _tag(annotation, rules, i, first)) is not None:
            return trim(annotation, first, who.i)
        start = _narrators(annotation, rules, token, first)
        if start is not None:
            return trim(annotation, first, start)
    return first, last


def _is_narrators_but(annotation: Annotation, cue: Token, verb: Token) -> bool:
    """``said she plans to go but gave no date``: a past tense without a subject behind "but", beside a present or future
    of what is said, tells what the speaker did."""
    head = annotation.tokens[verb.head]
    if verb.dep != "conj" or cue.tag != "VBD" or head.i <= cue.i or annotation.child(verb.i, "nsubj", "nsubjpass", "expl"):
        return False
    link = next((c for c in annotation.children(head.i, "cc") if head.i < c.i < verb.i), None)
    if link is None or link.lower != "but":
        return False
    aux = annotation.child(verb.i, "aux", "auxpass")
    own, said = aux.tag if aux is not None else verb.tag, annotation.child(head.i, "aux", "auxpass")
    tense = said.tag if said is not None else head.tag
    is_near = not any(t.text == "," for t in annotation.tokens[link.i : verb.i])
    return own == "VBD" and tense in ("VBZ", "VBP", "MD") and is_near


def _tag(annotation: Annotation, rules: SpeechRules, i: int, first: int) -> Token | None:
    """The subject of a cue that ends the content after a comma (``..., it added``): it tells who says all of it."""
    who = annotation.child(i, "nsubj")
    if who is None or "clause" not in rules.cues[annotation.tokens[i].lemma].takes:
        return None
    return who if first + 1 < who.i == i - 1 and annotation.tokens[who.i - 1].text == "," else None


def _narrators(annotation: Annotation, rules: SpeechRules, token: Token, first: int) -> int | None:
    """The comma before ``while Kim condemned``: an adverbial clause of the narrator with a speaker of its own."""
    if token.dep != "advcl":
        return None
    mark = annotation.child(token.i, "mark", "advmod")
    who = annotation.child(token.i, "nsubj")
    if mark is None or who is None or mark.lower not in rules.narrators_adverbials:
        return None
    start = annotation.subtree(token.i)[0]
    if start - 1 <= first or annotation.tokens[start - 1].text != "," or who.pos == "PRON":
        return None
    return start - 1


def with_prepositions(
    annotation: Annotation, rules: SpeechRules, token: Token, first: int, last: int
) -> tuple[int, int]:
    """A noun that is a content together with what follows it at once (``announced £3m in funding``), which the parser
    hung on the cue. When, where and to whom somebody spoke is no part of it."""
    if first <= token.i:
        return first, last
    for child in annotation.children(token.i, "prep", "xcomp", "advcl"):
        noun = annotation.child(child.i, "pobj", "pcomp")
        start, end = annotation.subtree(child.i)
        if child.dep != "prep":
            # "repeated his vow never to pay"
            # "confirms Berg to visit Rome"
            is_offer = rules.cues[token.lemma].does == "promises" if token.lemma in rules.cues else False
            is_open = annotation.tokens[last - 1].lemma in rules.nouns or child.dep == "xcomp" or is_offer
            promises = is_open and is_infinitive(annotation, child)
            # "called for more exchange so as to help trade"
            is_purpose = annotation.tokens[start].lower == "so" and is_infinitive(annotation, child)
            # "calls it the first visit since the war ended"
            is_purpose = is_purpose or annotation.tokens[start].lower == "since"
            if start == last and (promises or is_purpose):
                return trim(annotation, first, end)
            continue
        is_goal = child.lower == "to" and annotation.tokens[start - 1].lemma in rules.with_goal
        if start != last or noun is None or not (is_goal or child.lower in rules.content_prepositions):
            continue
        if annotation.tokens[start - 1].text == ",":
            # "condemned Norway for the cuts, with his place to be taken by another"
            break
        if annotation.tokens[last - 1].lemma in rules.attending and noun.lemma in rules.occasion_nouns:
            # "confirmed his attendance at the talks"
            first, last = trim(annotation, first, end)
            continue
        label = annotation.entities[noun.entity].label if noun.entity >= 0 else ""
        is_where = label in ("GPE", "LOC", "FAC") and child.lower in rules.occasion_prepositions | {"from", "within"}
        if is_time(annotation, noun) or is_where or noun.lemma in rules.occasion_nouns:
            break
        first, last = trim(annotation, first, end)
    return first, last


def past_quotation(annotation: Annotation, rules: SpeechRules, token: Token, first: int, last: int) -> tuple[int, int]:
    """The content with what follows its last quotation mark up to the next stop (``forcing them to "level up" to dear
    goods``): a parse often ends at the mark."""
    tokens = annotation.tokens
    if first <= token.i or tokens[last - 1].text not in CLOSING or not tokens[last - 2].text[-1:].isalnum():
        return first, last
    end = annotation.sentence_of(token.i).last
    for i in range(last, min(end, last + FARTHEST_REST)):
        word = tokens[i]
        if word.pos == "PUNCT" or word.dep == "cc":
            return (first, i) if i > last and word.text in STOPS | {".", ";"} else (first, last)
        starts_time = word.pos == "ADP" and i + 1 < end and is_time(annotation, tokens[i + 1])
        narrates = i == last and word.lower in rules.narrators_adverbials
        if is_time(annotation, word) or starts_time or narrates or word.lemma in rules.occasion_nouns:
            return first, last
        if word.pos in ("VERB", "AUX") and (word.lemma in rules.cues or annotation.child(i, "nsubj") is not None):
            return first, last
    return first, last


def up_to_mark(annotation: Annotation, rules: SpeechRules, token: Token, first: int, last: int) -> tuple[int, int]:
    """The content up to a closing quotation mark with a comma before it, where the narrator goes on with a preposition
    (``stated that it "is not planned," following an announcement by Berg``)."""
    tokens = annotation.tokens
    if first <= token.i:
        return first, last
    for i in range(first + 2, min(last - 1, first + LONGEST_CONTENT)):
        after = tokens[i + 1]
        if tokens[i].text in CLOSING and tokens[i - 1].text == "," and after.text not in OPENING:
            return (first, i + 1) if after.lower in rules.narrators_prepositions else (first, last)
    return first, last


def without_aftermath(
    annotation: Annotation, rules: SpeechRules, token: Token, first: int, last: int
) -> tuple[int, int]:
    """The content up to the comma behind which the narrator tells what came of it, in what it was said, or how long after:
    ``said it was off, prompting Oslo to protest``, ``..., in remarks that ...``, ``..., a day after talks failed``."""
    tokens = annotation.tokens
    if first <= token.i:
        return first, last
    for i in range(last - 3, max(first + 2, last - LONGEST_AFTERMATH), -1):
        if tokens[i].text in OPENING | CLOSING:
            break
        if tokens[i].text == "," and _is_aftermath(annotation, rules, tokens[i + 1], last):
            return trim(annotation, first, i)
    return first, last


def _is_aftermath(annotation: Annotation, rules: SpeechRules, word: Token, last: int) -> bool:
    if word.tag == "VBG":
        return word.lemma in rules.aftermath
    if word.lower == "in":
        noun = annotation.child(word.i, "pobj")
        return noun is not None and noun.lemma in rules.remarks and noun.i - word.i <= 3 and noun.i + 1 < last
    if not is_time(annotation, word):
        return False
    after = next((t for t in annotation.tokens[word.i + 1 : min(last, word.i + 5)] if not is_time(annotation, t)), None)
    return after is not None and after.lower in ("after", "before")


def without_occasion(
    annotation: Annotation, rules: SpeechRules, token: Token, first: int, last: int
) -> tuple[int, int]:
    """A noun that is a content without how it was told (``confirmed the visit via a media statement``)."""
    if first <= token.i:
        return first, last
    for i in range(last - 1, max(first, last - LONGEST_ASIDE), -1):
        word = annotation.tokens[i]
        noun = annotation.child(i, "pobj") if word.dep == "prep" and word.lower in rules.telling else None
        if noun is None and word.dep == "prep" and word.lower == "at":
            # "at a news conference"
            held = annotation.child(i, "pobj")
            is_press = held is not None and any(
                c.lower in rules.outlet_names for c in annotation.children(held.i, "compound")
            )
            noun = held if is_press else None
        if noun is not None and noun.lemma in rules.telling_nouns and annotation.subtree(i)[1] == last:
            return trim(annotation, first, i)
    return first, last


def after_attribution(annotation: Annotation, rules: SpeechRules, cue: Token, end: int) -> tuple[int, int] | None:
    """What is told after an attribution in its middle: ``Talks would fail, he said, because nobody came``, ``Norway
    takes part, he added, and has paid``, ``They met, she went on: nothing was signed``. ``end`` is the token after
    source and cue. None where the narrator goes on or nothing follows."""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(cue.i)
    stop = end
    while stop < min(sentence.last, end + LONGEST_ASIDE) and tokens[stop].text not in (",", ":"):
        if tokens[stop].pos in ("VERB", "AUX", "SCONJ", "PUNCT"):
            return None
        stop += 1
    if not stop + 2 < sentence.last <= stop + LONGEST_CONTENT or tokens[stop].text not in (",", ":"):
        return None
    rest = tokens[stop + 1 : sentence.last]
    following, second = rest[0], rest[1]
    # "to convey a message" is what for, and nobody else's words.
    others = rest if following.tag != "TO" else rest[2:]
    if any(t.pos == "VERB" and _reports(rules, t) for t in others):
        return None
    said = tokens[sentence.first : cue.i]
    is_told = (
        tokens[stop].text == ":"
        or following.lower in rules.resuming_links
        or following.tag in ("VBZ", "VBP", "MD", "TO")
        or (following.lower, second.lower) == ("such", "as")
        or (following.dep == "cc" and (second.text in OPENING or _is_of_content(cue, second)))
        or (following.dep == "cc" and _is_put_back(rules, rest))
        or (following.lower in rules.joining and cue.tag == "VBD" and is_present(rest[1:]) and is_present(said))
    )
    return trim(annotation, stop + 1, sentence.last) if is_told else None


def _reports(rules: SpeechRules, verb: Token) -> bool:
    """Whether a verb reports a clause; "has found a way out" does not."""
    cue = rules.cues.get(verb.lemma)
    return cue is not None and "clause" in cue.takes and cue.force != "found"


def _is_put_back(rules: SpeechRules, rest: tuple[Token, ...]) -> bool:
    """Whether the first verb is a modal put into the past ("and nobody could give it"), as in what is reported."""
    verb = next((t for t in rest if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.tag == "MD" and verb.lower in rules.put_back


def _is_of_content(cue: Token, verb: Token) -> bool:
    """Whether a verb without a subject after ``and`` is in another tense than the cue: not the speaker's next deed."""
    return (
        verb.pos in ("VERB", "AUX")
        and (verb.tag in ("VBZ", "VBP", "MD") or verb.lower == "had")
        and verb.tag != (cue.tag if verb.lower != "had" else "")
    )


def without_dateline(annotation: Annotation, first: int, last: int) -> int:
    """Where the content begins after ``LAGOS, May 3 (Agency) -`` or ``(Agency)`` at the beginning of a paragraph."""
    tokens = annotation.tokens
    if not _opens_paragraph(annotation, first):
        return first
    is_capital = tokens[first].text.isupper() and len(tokens[first].text) > 2
    if not is_capital and tokens[first].text not in "([":
        return first
    depth = 0
    for i in range(first, min(last - 2, first + LONGEST_DATELINE)):
        token = tokens[i]
        depth += (token.text in "([") - (token.text in ")]")
        if depth <= 0 and token.text in DASHES and i > first and annotation.text[token.start - 1].isspace():
            return i + 1
        if depth <= 0 and (token.pos in ("VERB", "AUX", "PRON", "DET") or token.text in ".?!:"):
            break
    close = next((i for i in range(first + 1, min(last - 2, first + 5)) if tokens[i].text in ")]"), None)
    if tokens[first].text in "([" and close is not None and tokens[first + 1].text[:2].isupper():
        return close + 1
    return first


def _opens_paragraph(annotation: Annotation, i: int) -> bool:
    sentence = annotation.tokens[i].sentence
    if annotation.sentences[sentence].first != i:
        return False
    return sentence == 0 or "\n" in annotation.text[annotation.tokens[i - 1].end : annotation.tokens[i].start]


__all__ = [
    "after_attribution",
    "cut",
    "past_quotation",
    "up_to_mark",
    "with_prepositions",
    "without_aftermath",
    "without_dateline",
    "without_occasion",
]
