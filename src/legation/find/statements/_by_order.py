"""Source and content of a cue by the order of the words: before a full stop or between two commas the parser often takes
a source for an apposition, and the order of content, name and cue seldom errs."""

from __future__ import annotations

from legation.find.statements._grammar import is_actor, is_time, quoting, trim, verb_group
from legation.find.statements._in_middle import is_extraposed, verb_first
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

Found = tuple[SourceMention, list[tuple[int, int]]]
"""A source, and the stretches of its content."""

SOURCE_PARTS = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP", "NUM", "ADV", "CCONJ"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECT_PARTS = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PRON", "NUM", "ADV", "VERB"})
LONGEST_NAME = 20
"""Tokens of a source beside its cue, at most."""
LONGEST_SENTENCE = 200
"""Tokens of a sentence whose order is looked at, at most."""
LONGEST_WHERE = 40
"""Tokens of prepositional phrases after it that say where, at most."""
LONGEST_REST = 10
"""Tokens of when and where after such a cue, at most."""


def by_order(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> Found | None:
    """Source and content of the finite cue ``token``, where it ends its sentence or stands between commas."""
    if "clause" not in cue.takes or not _is_finite(annotation, token):
        return None
    sentence = annotation.sentence_of(token.i)
    if sentence.last - sentence.first > LONGEST_SENTENCE:
        return None
    return (
        _between_commas(annotation, rules, token)
        or _at_end(annotation, rules, cue, token)
        or _before_more(annotation, rules, token)
        or inverted(annotation, rules, token)
        or verb_first(
            annotation,
            token,
            lambda first, last: _source(annotation, rules, first, last),
            lambda opening, rest: _leads_up(annotation, rules, opening, rest),
        )
    )


def _is_finite(annotation: Annotation, token: Token) -> bool:
    if token.tag in ("VBD", "VBZ", "VBP") or quoting(annotation, token) is not None:
        return True
    return (
        token.tag == "VBN"
        and annotation.child(token.i, "aux") is not None
        and (annotation.child(token.i, "auxpass") is None)
    )


def _group(annotation: Annotation, token: Token) -> tuple[int, int]:
    """The words of a cue: ``has said``, ``was quoted by the agency as saying``."""
    verb = quoting(annotation, token)
    return (verb_group(annotation, verb.i)[0], token.i + 1) if verb is not None else verb_group(annotation, token.i)


def _at_end(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> Found | None:
    """``Talks would resume in Oslo, a source in the left-led alliance said on Monday.``"""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(token.i)
    if not _ends_sentence(annotation, rules, cue, token):
        return None
    last, _ = _group(annotation, token)
    first = _before_apposition(annotation, rules, sentence.first, last)
    if first - sentence.first < 4 or tokens[first - 1].text != ",":
        return None
    source = _source(annotation, rules, first, last)
    content = trim(annotation, after_another(annotation, rules, sentence.first, first - 1), first - 1)
    return (source, [content]) if source is not None and has_verb(annotation, *content) else None


def _before_apposition(annotation: Annotation, rules: SpeechRules, start: int, last: int) -> int:
    """Where the name before a cue begins, an apposition between them too: ``..., Jonas Lund, one of his aides, told``,
    ``..., the chairman of the People's Committee, Jonas Lund, has said``."""
    tokens = annotation.tokens
    first = _name_start(annotation, last)
    if first != last or tokens[last - 1].text != ",":
        return first
    beside = _name_start(annotation, last - 1)
    if beside == last - 1 or beside - start < 4 or tokens[beside - 1].text != ",":
        return first
    name = _name_start(annotation, beside - 1)
    called = tokens[name : beside - 1]
    is_name = bool(called) and all(t.pos == "PROPN" for t in called)
    is_office = any(t.lemma.lower() in rules.persons for t in called) and all(t.pos == "PROPN" for t in tokens[beside : last - 1])
    return name if (is_name or is_office) and name - start >= 4 and tokens[name - 1].text == "," else first


def after_another(annotation: Annotation, rules: SpeechRules, first: int, last: int) -> int:
    """Where a content begins behind a semicolon, before which the narrator tells what somebody says himself: ``Berg rejected
    the idea; nothing would be done, he said``."""
    tokens = annotation.tokens
    stop = next((i for i in range(last - 1, first, -1) if tokens[i].text == ";"), None)
    if stop is None:
        return first
    for token in tokens[first:stop]:
        who = annotation.child(token.i, "nsubj") if token.pos == "VERB" and token.lemma in rules.cues else None
        if who is not None and is_actor(annotation, who):
            return stop + 1
    return first


def within(
    annotation: Annotation, rules: SpeechRules, first: int, last: int
) -> tuple[Token, SourceMention, tuple[int, int]] | None:
    """Cue, source and content of a stretch that ends like a sentence with its speaker (``they would go, Berg said on
    Monday``)."""
    tokens = annotation.tokens
    for i in range(last - 1, max(first + 4, last - LONGEST_REST), -1):
        token = tokens[i]
        cue = rules.cues.get(token.lemma) if token.pos == "VERB" else None
        if token.text == "," or (token.pos in ("VERB", "AUX") and cue is None):
            return None
        if cue is None:
            continue
        if "clause" not in cue.takes or not _is_finite(annotation, token):
            return None
        end, _ = verb_group(annotation, i)
        start = max(first, _name_start(annotation, end))
        if start - first < 4 or tokens[start - 1].text != ",":
            return None
        source = _source(annotation, rules, start, end)
        content = trim(annotation, first, start - 1)
        return (token, source, content) if source is not None and has_verb(annotation, *content) else None
    return None


def inverted(annotation: Annotation, rules: SpeechRules, token: Token) -> Found | None:
    """``It should become a whole one, said the Minister of Health.``"""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(token.i)
    last = sentence.last - 1
    if token.i - sentence.first < 4 or tokens[token.i - 1].text != "," or tokens[last].text != ".":
        return None
    if not 1 <= last - token.i - 1 <= LONGEST_NAME or not all(_may_name(t) for t in tokens[token.i + 1 : last]):
        return None
    source = _source(annotation, rules, token.i + 1, last)
    content = trim(annotation, sentence.first, token.i - 1)
    return (source, [content]) if source is not None and has_verb(annotation, *content) else None


def _between_commas(annotation: Annotation, rules: SpeechRules, token: Token) -> Found | None:
    """``Norway, Berg stressed, is for it``, ``He had also, he said, told them``: what stands before is no clause, and a
    verb goes on after the second comma."""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(token.i)
    group_first, group_last = _group(annotation, token)
    comma = _comma_after(annotation, group_last)
    if comma is None or comma + 1 >= sentence.last:
        return None
    going_on = tokens[comma + 1]
    before = tokens[group_first - 1]
    if before.tag in ("WP", "WDT"):
        # "Lund, who ruled for ten years, was seen"
        return None
    first = before.i if before.pos == "PRON" else _name_start(annotation, group_first)
    if first - sentence.first < 2 or tokens[first - 1].text != "," or first == group_first:
        return None
    opening = tokens[sentence.first : first - 1]
    if opening[-1].tag in ("WDT", "WP") or (opening[-1].dep == "cc" and going_on.tag in FINITE):
        # "the fleet, which, Berg said, endangers the region", "Oslo holds the chair and, Berg said, wants to use it"
        source = _spoken_by(annotation, rules, before, first, group_first)
        rest = trim(annotation, comma + 1, sentence.last)
        is_apart = opening[-1].dep == "cc" or opening[-2:-1] == () or opening[-2].text == ","
        # "among the problems which, Berg said, could sink it" is said as a whole.
        told = [rest] if is_apart else [trim(annotation, sentence.first, first - 1), rest]
        return (source, told) if source is not None else None
    is_open = (
        opening[-1].pos == "AUX"
        or opening[-1].head == opening[-1].i
        or not has_verb(annotation, sentence.first, first - 1)
        or _is_its_subject(annotation, going_on, sentence.first, first)
    )
    carries_on = going_on.tag in FINITE or (going_on.tag in ("VBN", "VB", "VBG") and opening[-1].pos in ("AUX", "ADV"))
    # "It was put off again, the paper reports, quoting the ministry"
    carries_on = carries_on and not (going_on.tag == "VBG" and going_on.lemma in rules.relaying | rules.cues.keys())
    is_whole = carries_on and (is_open or opening[-1].pos == "ADV") and opening[0].lower not in ("as", "when", "while")
    is_whole = is_whole or is_extraposed(opening, going_on)
    if not is_whole and not _leads_up(annotation, rules, opening, comma + 1):
        return None
    source = _spoken_by(annotation, rules, before, first, group_first)
    if source is None:
        return None
    return source, [trim(annotation, sentence.first, first - 1), trim(annotation, comma + 1, sentence.last)]


def _spoken_by(
    annotation: Annotation, rules: SpeechRules, before: Token, first: int, last: int
) -> SourceMention | None:
    """The words before a cue as a source: a pronoun, or a name that begins at ``first``."""
    if before.pos == "PRON":
        return SourceMention(before.start, before.end, before.i)
    return _source(annotation, rules, first, last)


def opening_before(annotation: Annotation, cue: int) -> tuple[int, int] | None:
    """What stands before an attribution between commas that a quotation goes on from: ``The plan is, Berg said, "a step
    backwards"``; None where it is a clause of its own."""
    tokens = annotation.tokens
    start = annotation.sentence_of(cue).first
    group_first, _ = verb_group(annotation, cue)
    before = tokens[group_first - 1]
    first = before.i if before.pos == "PRON" else _name_start(annotation, group_first)
    if first - start < 2 or tokens[first - 1].text != "," or first == group_first:
        return None
    last = tokens[first - 2]
    is_open = last.pos == "AUX" and last.tag in FINITE | {"VBN", "VB"} and last.i > start
    return trim(annotation, start, first - 1) if is_open else None


def _is_its_subject(annotation: Annotation, verb: Token, first: int, last: int) -> bool:
    """Whether what stands between two tokens is the subject of a verb behind it: ``The reason they gave, the note said, was
    that``."""
    who = annotation.child(verb.i, "nsubj", "nsubjpass", "csubj")
    return who is not None and first <= who.i < last and annotation.subtree(who.i)[0] == first


def _before_more(annotation: Annotation, rules: SpeechRules, token: Token) -> Found | None:
    """``Nurses need help, the minister was quoted as saying, and nobody can give it``: what stands before."""
    tokens = annotation.tokens
    start = annotation.sentence_of(token.i).first
    group_first, group_last = _group(annotation, token)
    first = _name_start(annotation, group_first)
    if quoting(annotation, token) is None or group_last >= len(tokens):
        return None
    if tokens[group_last].text != "," or tokens[first - 1].text != ",":
        return None
    source = _source(annotation, rules, first, group_first)
    content = trim(annotation, start, first - 1)
    return (source, [content]) if source is not None and has_verb(annotation, *content) else None


def _comma_after(annotation: Annotation, end: int) -> int | None:
    """The comma after a cue and those whom it is said to ("told reporters in Oslo,"); None where a verb stands between."""
    for i in range(end, min(annotation.sentence_of(end - 1).last, end + LONGEST_REST)):
        token = annotation.tokens[i]
        if token.text == ",":
            return i
        if token.pos not in SOURCE_PARTS or token.lower == "that":
            return None
    return None


def _leads_up(annotation: Annotation, rules: SpeechRules, opening: tuple[Token, ...], rest: int) -> bool:
    """Whether the words before the first comma lead up to the clause after the second: ``Though the change was smooth, he
    said, the next one would be hard``. A mere day or place is the narrator's."""
    first = opening[0]
    second = opening[1] if len(opening) > 1 else first
    opens = first.pos == "SCONJ" or second.pos == "SCONJ" or (first.pos == "PART" and second.tag == "VB")
    opens = opens or first.lower in rules.leading_up
    is_phrase = not has_verb(annotation, first.i, opening[-1].i + 1)
    is_led = first.pos in ("ADP", "SCONJ") or (first.pos in ("ADV", "DET", "PRON") and second.pos == "ADP")
    if is_phrase and is_led and len(opening) > 2:
        # "As a friend, she said, ...", "All along the road, he said, ..."
        opens = not all(t.pos in ("ADP", "DET") or is_time(annotation, t) or _is_place(annotation, t) for t in opening)
        opens = opens or any(t.tag == "MD" for t in annotation.tokens[rest : annotation.sentence_of(rest).last])
    elif len(opening) < 4 or first.lower in rules.reporting_openers:
        return False
    if not opens:
        return False
    clause = annotation.tokens[rest : annotation.sentence_of(rest).last]
    return any(t.tag in FINITE for t in clause) and clause[0].pos in SUBJECT_PARTS


def _is_place(annotation: Annotation, token: Token) -> bool:
    return token.entity >= 0 and annotation.entities[token.entity].label in ("GPE", "LOC", "FAC")


def _name_start(annotation: Annotation, last: int) -> int:
    """Where the words of a name begin that end before ``last``."""
    first = last
    low = max(annotation.sentence_of(last).first, last - LONGEST_NAME)
    while first > low and _may_name(annotation.tokens[first - 1]):
        first -= 1
    return first


def _source(annotation: Annotation, rules: SpeechRules, first: int, last: int) -> SourceMention | None:
    """The words as a source, where their head is a person's, a body's or a document's."""
    last -= annotation.tokens[last - 1].text == ","
    words = annotation.tokens[first:last]
    if not words or words[0].pos in ("ADP", "CCONJ", "PART", "ADV"):
        return None
    until = next((t.i for t in words if t.pos == "ADP"), last)
    head = next((t for t in reversed(annotation.tokens[first:until]) if t.pos in ("NOUN", "PROPN")), None)
    if words[0].lower in rules.somebody and len(words) > 2 and words[1].lower == "of":
        # "said one of the two"
        return SourceMention(words[0].start, words[-1].end, words[0].i)
    if head is None or annotation.tokens[head.i + 1].lower in ("'s", "’s"):
        return None
    known = rules.persons | rules.anonymous_nouns | rules.speaking_nouns | rules.named_bodies | rules.documents
    known = known | rules.issued | rules.outlets | rules.state_bodies
    if head.lemma.lower() not in known and not is_actor(annotation, head):
        return None
    return SourceMention(words[0].start, words[-1].end, head.i)


def _may_name(token: Token) -> bool:
    return token.pos in SOURCE_PARTS or token.tag in ("HYPH", "PRP$") or (token.tag in ("VBN", "VBG") and token.dep == "amod")


def _ends_sentence(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Whether nothing but when, where and to whom follows, or a comma and what else the speaker does (``..., citing``)."""
    start = token.i + 1
    told = annotation.child(token.i, "dobj", "dative") if "addressee" in cue.takes else None
    if told is not None and told.i > token.i:
        start = max(start, annotation.subtree(told.i)[1])
    rest = annotation.tokens[start : annotation.sentence_of(token.i).last]
    if rest and rest[0].pos == "ADP" and _only_where(annotation, token):
        return True
    stop = next((k for k, t in enumerate(rest[:-1]) if t.text == ","), None)
    if stop is not None and rest[stop + 1].tag == "VBG":
        rest = rest[:stop]
    return len(rest) <= LONGEST_REST and all(
        t.pos in ("ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ")
        or t.lower in rules.when_adverbs
        or t.text in (".", "”", '"', "''", "’")
        for t in rest
    )


def _only_where(annotation: Annotation, token: Token) -> bool:
    """Whether all that hangs on the cue to the end of its sentence says when and where (``said at a meeting attended by
    the press``)."""
    after = [c for c in annotation.children(token.i) if c.i > token.i]
    last = annotation.sentence_of(token.i).last
    is_plain = all(c.dep in ("prep", "npadvmod", "advmod", "punct") for c in after)
    return is_plain and last - token.i <= LONGEST_WHERE and annotation.subtree(token.i)[1] >= last - 1


def has_verb(annotation: Annotation, first: int, last: int) -> bool:
    """Whether a finite verb stands in a stretch."""
    return any(t.pos in ("VERB", "AUX") and t.tag in FINITE for t in annotation.tokens[first:last])
