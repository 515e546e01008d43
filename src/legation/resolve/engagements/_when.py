"""Which day belongs to which engagement: a time belongs to the nearest event word above it in the sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from legation.records import Annotation, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import DATED, FINITE, NAMING, OUTSTANDING, Attached, Mentioned
from legation.resolve.engagements._coordinated import APART_FROM
from legation.resolve.engagements._said_then import is_of_saying
from legation.resolve.engagements._when_above import climb_from
from legation.rules.engagements import EngagementRules

COUNTED_IN = "in-from-publication"
FAR = 12
"""Words between "according" and the day of what is said."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
POSSESSIVE = frozenset({"'s", "’s"})
HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")


def attach(page: Mentioned) -> Attached:
    """Each time to the mentions it dates. A time under a verb of saying dates the saying, so no mention gets it."""
    doc, rules, mentions, times = page.doc, page.rules, page.mentions, page.times
    found = Attached()
    undated: list[int] = []
    for index, when in enumerate(times):
        if when.start is None or when.end is None:
            continue
        inside = doc.tokens_in(when.start, when.end)
        if not inside:
            continue
        if when.precision == "none" and when.convention == "no-date-set":
            undated.append(inside[0].sentence)
            continue
        if is_of_saying(doc, rules, when, inside):
            continue
        if when.convention == "now-is-publication" or _is_stamp(doc, rules, when) or _is_of_source(page, inside[0].i):
            continue
        if _is_of_holder(doc, rules, inside[0].i, inside[-1].i):
            continue
        if when.convention in APART_FROM.values():
            here = page.by_sentence.get(inside[0].sentence, [])
            for number in [n for n in here if mentions[n].head > inside[-1].i][:1]:
                found.own[number].insert(0, index)
            continue
        clause = _told_by_clause(page, inside[-1].i)
        if when.relation == "since" and not clause and not _lasts_since(doc, mentions, inside[0].i):
            continue  # "their first meeting since November" was not in November
        if when.convention == COUNTED_IN and _counts(doc, rules, inside[0].i):
            continue
        if when.type not in DATED and when.earliest is None and when.type != "DURATION":
            continue
        if when.type == "DURATION" and _is_a_distance(doc, rules, inside[-1].i):
            continue
        if clause:
            for number in clause:
                found.own[number].append(index)
            _beside(page, index, inside[0].i, found)  # "a visit in 2019, when he met X": of both
            continue
        _beside(page, index, inside[0].i, found)
        climb_from(page, index, inside, found)
    _of_the_plan(page, found)
    _of_the_due(page, found)
    _in_phrase(page, found)
    _of_both_verbs(page, found)
    _adopt(page, found)
    for sentence in undated:
        found.undated.update(_of_no_date(page, sentence, found))
    return found


def _is_a_distance(doc: Annotation, rules: EngagementRules, last: int) -> bool:
    """ "Two days later than planned", "a week ahead of schedule": no length of a visit."""
    return any(t.lower in rules.words["distances"] for t in doc.tokens[last : last + 2])


def _is_stamp(doc: Annotation, rules: EngagementRules, when: When) -> bool:
    """Whether a time is the page's own: only a word of publishing stands before it in its line, or it is an hour of a
    whole date ("Tuesday, 2 January 2024 12:17 GMT"), which no prose tells a meeting by."""
    start = when.start or 0
    line = doc.text[max(doc.text.rfind("\n", 0, start) + 1, start - 40) : start]
    is_whole = when.type == "TIME" and bool(YEAR.search(when.words or "")) and bool(HOUR.search(when.words or ""))
    return is_whole or line.strip(" \t:|-–—").lower() in rules.words["stamps"]


def _is_of_source(page: Mentioned, first: int) -> bool:
    """ "Will visit Ghana, according to a statement on Monday": when that was said; not "according to the ministry the talks on
    Monday"."""
    doc, rules = page.doc, page.rules
    start = doc.sentence_of(first).first
    heads = {page.mentions[n].head for n in page.by_sentence.get(doc.tokens[first].sentence, ())}
    for token in reversed(doc.tokens[max(start, first - FAR) : first]):
        if token.lower == "to" and token.i > start and doc.tokens[token.i - 1].lower in rules.words["sourcing"]:
            return True
        is_finite = token.tag in FINITE or token.tag in {"MD", "VB", "VBG", "TO"}
        if token.i in heads or token.pos == "PUNCT" or is_finite:
            return False
    return False


def _is_of_holder(doc: Annotation, rules: EngagementRules, first: int, last: int) -> bool:
    """ "Brunei, this year's ASEAN chair", "the 2019 host of the forum": when somebody holds an office, no day of his deeds."""
    behind = doc.tokens[last + 1 : last + 5]
    owns = doc.tokens[last].text in POSSESSIVE or bool(behind and behind[0].text in POSSESSIVE)
    of_year = doc.tokens[max(first - 1, 0)].lower == "the" and first == last and doc.tokens[last].text.isdigit()
    if not owns and not of_year:
        return False
    noun = next((t for t in behind if t.pos in {"NOUN", "PROPN"} and t.head != t.i and t.dep not in {"compound", "nmod"}), None)
    return noun is not None and noun.lemma in rules.words["holders_for_a_time"]


def _of_no_date(page: Mentioned, sentence: int, found: Attached) -> list[int]:
    """Whose date a sentence says is not set: every mention of it; where it has none, the last that has no day of its own,
    two sentences back at most."""
    here = page.by_sentence.get(sentence, [])
    if here:
        return here
    before = [*page.by_sentence.get(sentence - 2, []), *page.by_sentence.get(sentence - 1, [])]
    return [n for n in before if not any(page.times[t].precision == "day" for t in found.own.get(n, ()))][-1:]


def _of_the_plan(page: Mentioned, found: Attached) -> None:
    """ "The talks due on Tuesday will begin Friday": of two days the one that only a word of planning beside the noun gives is
    the old one."""
    doc, rules, mentions, times = page.doc, page.rules, page.mentions, page.times
    for number, own in found.own.items():
        mention = mentions[number]
        if len(own) < 2 or mention.form != "noun" or mention.effect not in OUTSTANDING:
            continue
        timetabled = {
            c.i
            for c in doc.children(mention.head, "amod", "acl")
            if any(r.effect == "planned" for r in rules.governors.get(c.lemma, ()))
        }
        firsts = {i: doc.tokens_in(times[i].start or 0, times[i].end or 1)[0].i for i in own}
        old = [i for i in own if timetabled & {t.i for t in doc.ancestors(firsts[i])}]
        days = {times[i].earliest for i in own if times[i].precision == "day"}
        if old and len(old) < len(own) and len(days) > 1:
            found.plan[number] += old
            found.own[number] = [i for i in own if i not in old]


def _of_the_due(page: Mentioned, found: Attached) -> None:
    """ "A meeting that was to be held in Riga on Thursday was called off": the plan's day, wherever the parser hung it."""
    doc, rules, mentions, times = page.doc, page.rules, page.mentions, page.times
    for number, change in tuple(found.change.items()):
        mention = mentions[number]
        ends = min((t for t in mention.change_nodes if t > mention.head), default=mention.head)
        within = [i for i in change if mention.head < doc.tokens_in(times[i].start or 0, times[i].end or 1)[0].i < ends]
        due = [i for i in within if _is_due_then(doc, rules, mention, doc.tokens_in(times[i].start or 0, times[i].end or 1)[0].i)]
        found.plan[number] += due
        found.change[number] = [i for i in change if i not in due]


def _in_phrase(page: Mentioned, found: Attached) -> None:
    """Times that the parser hung elsewhere but that stand in an undated event's own phrase: "an April 26 to May 3 visit",
    "a visit to Zambia that he was due to make this week"."""
    doc, rules, mentions, times = page.doc, page.rules, page.mentions, page.times
    taken = {i for lists in (found.own, found.plan, found.change, found.moved) for held in lists.values() for i in held}
    for index, when in enumerate(times):
        if index in taken or when.start is None or when.end is None or when.type not in DATED or when.earliest is None:
            continue
        inside = doc.tokens_in(when.start, when.end)
        if not inside or when.convention == "now-is-publication":
            continue
        for number in page.by_sentence.get(inside[0].sentence, []):
            mention = mentions[number]
            if mention.form != "noun" or number in found.own or number in found.plan or number in found.moved:
                continue
            between = doc.tokens[inside[-1].i + 1 : mention.head]
            if inside[-1].i < mention.head and len(between) < 3 and all(t.pos in NAMING for t in between):
                found.own[number].append(index)
            elif _is_due_then(doc, rules, mention, inside[0].i):
                (found.plan if any(g.is_change for g in mention.governors) else found.own)[number].append(index)


def _counts(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "Their fourth meeting in a year", "the first visit of a Greek premier in nine years": how many, and no day."""
    first = doc.sentences[doc.tokens[i].sentence].first
    for token in reversed(doc.tokens[first:i]):
        if token.pos == "VERB" or token.text in {",", ";", ":"}:
            return False
        if token.lower in rules.words["ordinals"]:
            return True
    return False


def _of_both_verbs(page: Mentioned, found: Attached) -> None:
    """ "Two years ago X visited Lima and met Y": a time in front of a subject is of all its verbs."""
    doc, mentions, times = page.doc, page.mentions, page.times
    for number, own in tuple(found.own.items()):
        mention = mentions[number]
        verbs = [n for n in mention.nodes if doc.tokens[n].pos == "VERB"]
        subject = next((c for v in verbs for c in doc.children(v, "nsubj", "nsubjpass")), None)
        fronted = [t for t in own if subject is not None and (times[t].end or 0) <= doc.tokens[subject.i].start]
        if not fronted:
            continue
        for other in page.by_sentence.get(mention.sentence, []):
            if other in found.own or other in found.plan or other in found.moved or other in found.change:
                continue
            if any(_goes_on(doc, node, verbs) for node in mentions[other].nodes):
                found.own[other] = list(fronted)


def _goes_on(doc: Annotation, verb: int, verbs: list[int]) -> bool:
    """Whether a verb is joined to one of ``verbs`` without a subject of its own."""
    token = doc.tokens[verb]
    while token.dep == "conj" and token.pos == "VERB" and doc.child(token.i, "nsubj", "nsubjpass") is None:
        if token.head in verbs:
            return True
        token = doc.tokens[token.head]
    return False


def _is_due_then(doc: Annotation, rules: EngagementRules, mention: EngagementMention, time: int) -> bool:
    """Whether only a relative clause of planning stands between an event and the time behind it: "the visit that he was due to
    make this week", "the meeting which was to be held in Riga on Thursday"."""
    between = doc.tokens[mention.head + 1 : time]
    opens = next((n for n, t in enumerate(between) if t.lower in {"that", "which"}), None)
    if opens is None or any(t.text in {",", ";", ":"} for t in between[opens:]):
        return False
    told = [t for t in between[opens:] if t.pos in {"VERB", "AUX"} or t.lemma in rules.governors]
    planned = any(r.effect == "planned" for t in told for r in rules.governors.get(t.lemma, ()))
    planned = planned or any(a.lemma == "be" and b.lower == "to" for a, b in pairwise(between[opens:]))
    return planned and all(t.pos == "AUX" or t.lemma in rules.support or t.lemma in rules.governors for t in told)


def _beside(page: Mentioned, index: int, first: int, found: Attached) -> None:
    """ "during their visit to China a few days ago": a time right behind an event's phrase, whatever it was parsed onto.

    Not where a change governs the event: "cancelled a trip to Mali on Friday" gives the day of the change.
    """
    doc = page.doc
    before = first - 1 if first and doc.tokens[first - 1].pos == "ADP" else first
    for number in page.by_sentence.get(doc.tokens[first].sentence, []):
        mention = page.mentions[number]
        if mention.form != "noun" or any(g.is_change for g in mention.governors):
            continue
        _, end = doc.subtree(mention.head)
        if end == before and mention.head < first:
            found.own[number].append(index)


def _adopt(page: Mentioned, found: Attached) -> None:
    """A time that nothing claimed goes to the one undated mention shortly before it in its sentence; an hour that is a
    sentence of its own ("2:30 p.m. The Secretary meets with") to those of the next."""
    doc, mentions, times = page.doc, page.mentions, page.times
    for index in sorted(found.stray):
        when = times[index]
        if when.start is None or when.type not in DATED or when.earliest is None:
            continue
        token = doc.tokens_in(when.start, when.start + 1) or doc.tokens_in(when.start, when.end or when.start + 1)
        if not token:
            continue
        given = (*found.own.items(), *found.plan.items(), *found.moved.items())
        dated = {n for n, own in given if any(times[i].earliest is not None for i in own)}  # "a day earlier – on May 3"
        if when.type == "TIME" and _is_alone(doc, when):
            found.own.update({n: [index] for n in page.by_sentence.get(token[0].sentence + 1, []) if n not in dated})
            continue
        near = [
            n
            for n in page.by_sentence.get(token[0].sentence, [])
            if n not in dated
            and 0 < token[0].i - mentions[n].head <= 12
            and mentions[n].effect is not None
            and not _is_parted(doc, mentions[n], token[0].i)
        ]
        if near:
            found.own[near[-1]].append(index)


def _is_alone(doc: Annotation, when: When) -> bool:
    """Whether a time is all that its sentence says."""
    if when.start is None or when.end is None:
        return False
    inside = doc.tokens_in(when.start, when.end)
    sentence = doc.sentences[inside[0].sentence]
    rest = doc.tokens[sentence.first : inside[0].i] + doc.tokens[inside[-1].i + 1 : sentence.last]
    return all(t.pos in {"PUNCT", "SPACE"} for t in rest)


def _is_parted(doc: Annotation, mention: EngagementMention, time: int) -> bool:
    """Whether a clause of its own begins between the mention and the time."""
    own = {*mention.nodes, *mention.change_nodes, *(g.token for g in mention.governors)}
    between = doc.tokens[mention.head + 1 : time]
    return any(t.text in {";", ":"} or (t.tag in FINITE and t.pos == "VERB" and t.i not in own) for t in between)


def _lasts_since(doc: Annotation, mentions: tuple[EngagementMention, ...], first: int) -> bool:
    """Whether the time under "since" stands with something that still goes on ("has been in Lima since Monday")."""
    sentence = doc.tokens[first].sentence
    return any(m.sentence == sentence and m.effect == "under_way" and m.head < first for m in mentions)


def _told_by_clause(page: Mentioned, last: int) -> list[int]:
    """ "on Monday, when the two leaders meet", "in May, when both are due at the summit": the mentions of the clause right behind
    that tells what the day is of."""
    doc = page.doc
    for token in doc.tokens[last + 1 : last + 3]:
        if token.lower == "when":
            at = {c.i for c in doc.children(token.head, "prep") if c.lower in page.rules.words["at_a_gathering"]}
            summits = ((n, m) for n, m in enumerate(page.mentions) if m.kind == "summit" and m.form == "noun")
            there = (n for n, m in summits if doc.tokens[m.head].head in at)
            return list(dict.fromkeys([*page.nodes.get(token.head, []), *there]))
        if token.text != ",":
            break
    return []
