"""Which day belongs to which engagement: a time belongs to the nearest event word above it in the sentence."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from legation.records import Annotation, Token, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._coordinated import APART_FROM, DATED
from legation.rules.engagements import EngagementRules

NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SETTINGS = frozenset({"visit", "meeting", "talks", "summit"})
"""Kinds that something else is said or done in."""
OUTSTANDING = frozenset(
    {"planned", "future", "agreed", "expected", "likely", "possible", "wanted", "awaited", "invited", "no_plan"}
)
"""Effects of what is yet to be."""


class Attached:
    """For each mention number: times of the engagement (``own``), of its original plan, of its change, of the day it was
    moved to, how long it lasts; times of what was done about it (``told``: "agreed on Monday to meet"); and the mentions
    that a "no date" value is said of. ``close`` counts those at the front of ``own`` and ``told`` that stand in the event's
    own phrase. ``until`` are days on which it ends ("will end on Thursday"), ``opening`` the mentions whose own day is only
    its first ("begins on Saturday"), ``closing`` those whose own day is its last ("left on Thursday after a visit")."""

    def __init__(self) -> None:
        self.own: dict[int, list[int]] = defaultdict(list)
        self.plan: dict[int, list[int]] = defaultdict(list)
        self.change: dict[int, list[int]] = defaultdict(list)
        self.moved: dict[int, list[int]] = defaultdict(list)
        self.lasting: dict[int, list[int]] = defaultdict(list)
        self.spans: dict[int, list[int]] = defaultdict(list)
        self.told: dict[int, list[int]] = defaultdict(list)
        self.until: dict[int, list[int]] = defaultdict(list)
        self.close: dict[int, int] = defaultdict(int)
        self.opening: set[int] = set()
        self.closing: set[int] = set()
        self.undated: set[int] = set()
        self.stray: set[int] = set()


def attach(
    doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], times: tuple[When, ...]
) -> Attached:
    """Each time to the mentions it dates. A time under a verb of saying dates the saying, so no mention gets it."""
    found = Attached()
    nodes: dict[int, list[int]] = defaultdict(list)
    plans: dict[int, list[int]] = defaultdict(list)
    changes: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for node in mention.nodes:
            nodes[node].append(number)
        for node in mention.plan_nodes:
            plans[node].append(number)
        for node in mention.change_nodes:
            changes[node].append(number)
    undated: list[int] = []
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_sentence[mention.sentence].append(number)
    for index, when in enumerate(times):
        if when.start is None or when.end is None:
            continue
        inside = doc.tokens_in(when.start, when.end)
        if not inside:
            continue
        if when.precision == "none" and when.convention == "no-date-set":
            undated.append(inside[0].sentence)
            continue
        if when.convention == "now-is-publication" or _is_stamp(doc, rules, when.start):
            continue
        if when.convention in APART_FROM.values():
            here = by_sentence.get(inside[0].sentence, [])
            for number in [n for n in here if mentions[n].head > inside[-1].i][:1]:
                found.own[number].insert(0, index)
            continue
        if when.relation == "since" and not _lasts_since(doc, mentions, inside[0].i):
            continue  # "their first meeting since November" was not in November
        if when.type not in DATED and when.earliest is None and when.type != "DURATION":
            continue
        clause = _told_by_clause(doc, inside[-1].i, nodes)
        if clause:
            for number in clause:
                found.own[number].append(index)
            _beside(doc, mentions, by_sentence, index, inside[0].i, found)  # "a visit in 2019, when he met X": of both
            continue
        _beside(doc, mentions, by_sentence, index, inside[0].i, found)
        _climb(
            doc,
            rules,
            index,
            {t.i for t in inside},
            when.type == "DURATION",
            len(when.parts) == 2,
            nodes,
            plans,
            changes,
            mentions,
            found,
        )
    _of_the_plan(doc, rules, mentions, times, found)
    _in_phrase(doc, rules, by_sentence, mentions, times, found)
    _of_both_verbs(doc, by_sentence, mentions, times, found)
    _adopt(doc, by_sentence, mentions, times, found)
    for sentence in undated:
        found.undated.update(_of_no_date(sentence, by_sentence, times, found))
    return found


def _is_stamp(doc: Annotation, rules: EngagementRules, start: int) -> bool:
    """Whether only a word of publishing stands before a time in its line: it is the page's own."""
    line = doc.text[max(doc.text.rfind("\n", 0, start) + 1, start - 40) : start]
    return line.strip(" \t:|-–—").lower() in rules.words["stamps"]


def _of_no_date(
    sentence: int, by_sentence: dict[int, list[int]], times: tuple[When, ...], found: Attached
) -> list[int]:
    """Whose date a sentence says is not set: every mention of it; where it has none, the last that has no day of its own,
    two sentences back at most."""
    here = by_sentence.get(sentence, [])
    if here:
        return here
    before = [*by_sentence.get(sentence - 2, []), *by_sentence.get(sentence - 1, [])]
    return [n for n in before if not any(times[t].precision == "day" for t in found.own.get(n, ()))][-1:]


def _of_the_plan(
    doc: Annotation,
    rules: EngagementRules,
    mentions: tuple[EngagementMention, ...],
    times: tuple[When, ...],
    found: Attached,
) -> None:
    """ "The talks due on Tuesday will begin Friday": of two days the one that only a word of planning beside the noun gives is
    the old one."""
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


def _in_phrase(
    doc: Annotation,
    rules: EngagementRules,
    by_sentence: dict[int, list[int]],
    mentions: tuple[EngagementMention, ...],
    times: tuple[When, ...],
    found: Attached,
) -> None:
    """Times that the parser hung elsewhere but that stand in an undated event's own phrase: "an April 26 to May 3 visit",
    "a visit to Zambia that he was due to make this week"."""
    taken = {i for lists in (found.own, found.plan, found.change, found.moved) for held in lists.values() for i in held}
    for index, when in enumerate(times):
        if index in taken or when.start is None or when.end is None or when.type not in DATED or when.earliest is None:
            continue
        inside = doc.tokens_in(when.start, when.end)
        if not inside or when.convention == "now-is-publication":
            continue
        for number in by_sentence.get(inside[0].sentence, []):
            mention = mentions[number]
            if mention.form != "noun" or number in found.own or number in found.plan or number in found.moved:
                continue
            between = doc.tokens[inside[-1].i + 1 : mention.head]
            if inside[-1].i < mention.head and len(between) < 3 and all(t.pos in NAMING for t in between):
                found.own[number].append(index)
            elif _is_due_then(doc, rules, mention, inside[0].i):
                (found.plan if any(g.is_change for g in mention.governors) else found.own)[number].append(index)


def _of_both_verbs(
    doc: Annotation,
    by_sentence: dict[int, list[int]],
    mentions: tuple[EngagementMention, ...],
    times: tuple[When, ...],
    found: Attached,
) -> None:
    """ "Two years ago X visited Lima and met Y": a time in front of a subject is of all its verbs."""
    for number, own in tuple(found.own.items()):
        mention = mentions[number]
        verbs = [n for n in mention.nodes if doc.tokens[n].pos == "VERB"]
        subject = next((c for v in verbs for c in doc.children(v, "nsubj", "nsubjpass")), None)
        fronted = [t for t in own if subject is not None and (times[t].end or 0) <= doc.tokens[subject.i].start]
        if not fronted:
            continue
        for other in by_sentence.get(mention.sentence, []):
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
    """Whether only a relative clause of planning stands between an event and the time behind it."""
    between = doc.tokens[mention.head + 1 : time]
    opens = next((n for n, t in enumerate(between) if t.lower in {"that", "which"}), None)
    if opens is None or any(t.text in {",", ";", ":"} for t in between[opens:]):
        return False
    told = [t for t in between[opens:] if t.pos in {"VERB", "AUX"} or t.lemma in rules.governors]
    planned = any(r.effect == "planned" for t in told for r in rules.governors.get(t.lemma, ()))
    return planned and all(t.pos == "AUX" or t.lemma in rules.support or t.lemma in rules.governors for t in told)


def _beside(
    doc: Annotation,
    mentions: tuple[EngagementMention, ...],
    by_sentence: dict[int, list[int]],
    index: int,
    first: int,
    found: Attached,
) -> None:
    """ "during their visit to China a few days ago": a time right behind an event's phrase, whatever it was parsed onto.

    Not where a change governs the event: "cancelled a trip to Mali on Friday" gives the day of the change.
    """
    before = first - 1 if first and doc.tokens[first - 1].pos == "ADP" else first
    for number in by_sentence.get(doc.tokens[first].sentence, []):
        mention = mentions[number]
        if mention.form != "noun" or any(g.is_change for g in mention.governors):
            continue
        _, end = doc.subtree(mention.head)
        if end == before and mention.head < first:
            found.own[number].append(index)


def _adopt(
    doc: Annotation,
    by_sentence: dict[int, list[int]],
    mentions: tuple[EngagementMention, ...],
    times: tuple[When, ...],
    found: Attached,
) -> None:
    """A time that nothing claimed goes to the one undated mention shortly before it in its sentence; an hour that is a
    sentence of its own ("2:30 p.m. The Secretary meets with") to those of the next."""
    for index in sorted(found.stray):
        when = times[index]
        if when.start is None or when.type not in DATED or when.earliest is None:
            continue
        token = doc.tokens_in(when.start, when.start + 1) or doc.tokens_in(when.start, when.end or when.start + 1)
        if not token:
            continue
        dated = {*found.own, *found.plan, *found.moved}
        if when.type == "TIME" and _is_alone(doc, when):
            found.own.update({n: [index] for n in by_sentence.get(token[0].sentence + 1, []) if n not in dated})
            continue
        near = [
            n
            for n in by_sentence.get(token[0].sentence, [])
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


def _is_own_clause(doc: Annotation, token: Token) -> bool:
    """ "will be their first meeting and follows a series of strikes": a finite verb beside one of another tense."""
    return token.tag in FINITE and doc.tokens[token.head].tag != token.tag


def _is_parted(doc: Annotation, mention: EngagementMention, time: int) -> bool:
    """Whether a clause of its own begins between the mention and the time."""
    own = {*mention.nodes, *mention.change_nodes, *(g.token for g in mention.governors)}
    between = doc.tokens[mention.head + 1 : time]
    return any(t.text in {";", ":"} or (t.tag in FINITE and t.pos == "VERB" and t.i not in own) for t in between)


def _is_rejected(doc: Annotation, rules: EngagementRules, first: int) -> bool:
    """ "on May 27 rather than on Monday", "on Tuesday instead of Thursday": the old day."""
    before = doc.tokens[max(first - 3, 0) : first]
    return any(f"{a.lower} {b.lower}" in rules.words["rejecting"] for a, b in pairwise(before))


def _climb(
    doc: Annotation,
    rules: EngagementRules,
    index: int,
    inside: set[int],
    is_length: bool,
    is_stretch: bool,
    nodes: dict[int, list[int]],
    plans: dict[int, list[int]],
    changes: dict[int, list[int]],
    mentions: tuple[EngagementMention, ...],
    found: Attached,
) -> None:
    top = next((i for i in sorted(inside) if doc.tokens[i].head not in inside), min(inside))
    link = ""
    of_noun = False
    for token in [doc.tokens[top], *doc.ancestors(top)]:
        if token.pos == "ADP" and not link:
            link = token.lower
        if is_length and (token.i in plans or token.i in nodes or token.i in changes):
            for number in (*plans.get(token.i, ()), *nodes.get(token.i, ()), *changes.get(token.i, ())):
                found.lasting[number].append(index)
            return
        if token.i in plans:
            for number in plans[token.i]:
                found.plan[number].append(index)
            return
        if token.i in nodes and _is_rejected(doc, rules, min(inside)):
            for number in nodes[token.i]:
                found.plan[number].append(index)
            return
        if token.i in nodes and token.lemma in rules.ends and token.tag in {"VB", "VBZ", "VBP"}:
            for number in nodes[token.i]:
                found.until[number].append(index)
            return
        if token.i in nodes:
            if token.lemma in rules.begins:
                found.opening.update(nodes[token.i])
            for number in nodes[token.i]:
                told = found.told if link != "for" and _is_deed(doc, rules, mentions[number], token) else found.own
                # In the event's own phrase: before what the verb above it brings along ("flies tonight for talks tomorrow").
                is_close = token.i == mentions[number].head
                told[number].insert(found.close[number] if is_close else len(told[number]), index)
                found.close[number] += is_close
            return
        if token.i in changes:
            moved = link in rules.words["moved_to"]
            source = link == "from"
            # "moved from May 20 to June 3" reads as one stretch whose ends are the old day and the new.
            target = (
                found.spans
                if source and is_stretch
                else found.moved
                if moved
                else found.plan
                if source
                else found.change
            )
            for number in changes[token.i]:
                target[number].append(index)
            return
        if token.pos == "VERB" and token.i not in inside and not is_length:
            for number in _during(doc, rules, mentions, token, top):
                found.own[number].append(index)
                prep = doc.tokens[doc.tokens[mentions[number].head].head]
                if token.lemma in rules.words["coming_away"] and rules.adjuncts.get(prep.lower) == "after":
                    found.closing.add(number)
        if token.pos == "VERB" and token.lemma in rules.reporting and token.i not in inside:
            if link == "for" and (told_of := _told_of(doc, mentions, token)):
                for number in told_of:
                    found.own[number].append(index)
                return
            _across(doc, token.i, top, index, nodes, found)
            return
        if token.dep == "amod" and token.tag in {"VBN", "VBG"} and token.head not in nodes:
            return  # "follows the recently concluded session": the day is the session's
        if token.pos == "NOUN" and token.i not in inside:
            of_noun = True
        own_subject = doc.child(token.i, "nsubj", "nsubjpass") is not None or _is_own_clause(doc, token)
        if token.dep == "conj" and token.pos == "VERB" and (of_noun or own_subject):
            return  # "A will visit Lima and the court will sit on Monday", "and follows strikes in January"
        if _is_as_planned(doc, token):
            continue  # "will go ahead as planned between 9 and 11 April"
        if token.dep in {"relcl", "advcl", "pcomp"} and token.pos in {"VERB", "AUX"}:
            for number in _of_relative(doc, rules, mentions, token):
                (found.until if token.lemma in rules.ends else found.own)[number].append(index)
            return
    found.stray.add(index)


def _told_of(doc: Annotation, mentions: tuple[EngagementMention, ...], verb: Token) -> list[int]:
    """ "the visit has been confirmed for May 5": the events that a verb of saying in the passive is said of."""
    of = {c.i for c in doc.children(verb.i, "nsubjpass")}
    return [n for n, m in enumerate(mentions) if m.head in of]


def _is_as_planned(doc: Annotation, token: Token) -> bool:
    """ "as planned", "as scheduled": a participle that is no clause of its own."""
    marks = {c.lower for c in doc.children(token.i, "mark", "prep", "advmod")}
    return token.dep == "advcl" and token.tag == "VBN" and marks == {"as"} and doc.child(token.i, "nsubj", "aux") is None


def _during(
    doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], verb: Token, top: int
) -> list[int]:
    """ "said on Monday during a visit to Lisbon": what a phrase of the verb sets it in is of the verb's own day."""
    if not _is_own_time(doc, verb, top):
        return []
    found = []
    for number, mention in enumerate(mentions):
        prep = doc.tokens[doc.tokens[mention.head].head]
        is_inside = mention.form == "noun" and doc.tokens[mention.head].dep == "pobj" and prep.head == verb.i
        is_told = mention.effect in {"held", "under_way"} and mention.kind in SETTINGS and verb.lemma not in rules.about
        group = rules.adjuncts.get(prep.lower)
        if is_inside and is_told and (group == "during" or (group == "after" and _comes_of_it(doc, rules, verb))):
            found.append(number)
    return found


def _comes_of_it(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "the announcement came on Tuesday after talks": what a clause tells of comes out of talks on their own day."""
    is_departure = verb.lemma in rules.words["coming_away"]  # "left on Thursday after a four-day visit"
    return is_departure or any(c.lemma in rules.words["outcomes"] for c in doc.children(verb.i, "nsubj", "nsubjpass"))


def _is_own_time(doc: Annotation, verb: Token, top: int) -> bool:
    """Whether the time at ``top`` hangs on the verb itself, at most one preposition between."""
    head = doc.tokens[doc.tokens[top].head]
    return head.i == verb.i or (head.pos == "ADP" and head.head == verb.i)


def _of_relative(
    doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], clause: Token
) -> list[int]:
    """ "the visit to Lisbon, which starts on May 20": what begins or ends is the visit, though the parser says Lisbon."""
    held = clause.lemma in rules.support and doc.child(clause.i, "auxpass") is not None
    which = next((c.i for c in doc.children(clause.i, "nsubj", "nsubjpass") if c.lower in {"which", "that"}), None)
    runs = held or clause.lemma in rules.begins | rules.ends | rules.words["runs"]
    if which is None or not runs:
        return []
    if clause.dep == "advcl":  # "During the visit, which ends on Friday, he will meet": parsed as a clause of the verb's
        before = doc.tokens[which - 1] if doc.tokens[which - 1].text != "," else doc.tokens[which - 2]
        return [n for n, m in enumerate(mentions) if m.form == "noun" and m.head == before.i]
    if clause.dep != "relcl":
        return []
    behind = [
        n
        for n, m in enumerate(mentions)
        if m.form == "noun" and m.head < clause.i and doc.subtree(m.head)[1] > clause.i and clause.i not in m.nodes
    ]
    last = mentions[behind[-1]] if behind else None
    before = doc.tokens[clause.head]
    is_place = before.entity >= 0 and doc.entities[before.entity].label in {"GPE", "LOC", "FAC"}
    return behind[-1:] if last is not None and (before.i == last.head or is_place) else []


def _told_by_clause(doc: Annotation, last: int, nodes: dict[int, list[int]]) -> list[int]:
    """ "on Monday, when the two leaders meet": the mentions of the clause right behind that tells what the day is of."""
    for token in doc.tokens[last + 1 : last + 3]:
        if token.lower == "when":
            return nodes.get(token.head, [])
        if token.text != ",":
            break
    return []


def _lasts_since(doc: Annotation, mentions: tuple[EngagementMention, ...], first: int) -> bool:
    """Whether the time under "since" stands with something that still goes on ("has been in Lima since Monday")."""
    sentence = doc.tokens[first].sentence
    return any(m.sentence == sentence and m.effect == "under_way" and m.head < first for m in mentions)


def _is_deed(doc: Annotation, rules: EngagementRules, mention: EngagementMention, token: Token) -> bool:
    """Whether ``token`` is something done about an engagement yet to be: the day of "agreed", "proposed", "decided" is
    its own. Not of a passive: "was planned on Monday" may say when it was to be."""
    if token.i == mention.head or token.pos != "VERB" or mention.effect not in OUTSTANDING:
        return False
    if (
        any(c.dep in {"nsubjpass", "auxpass"} for c in doc.children(token.i))
        or token.lemma in rules.words["timetabled"]
    ):
        return False
    return any(g.token == token.i and g.tense in {"past", "perfect", "pluperfect"} for g in mention.governors)


def _across(doc: Annotation, saying: int, top: int, index: int, nodes: dict[int, list[int]], found: Attached) -> None:
    """A time that the parser hung on the verb of saying but that stands with the event on its far side."""
    if abs(saying - top) <= 4:
        return
    same_side = [n for n in nodes if (n < saying) == (top < saying) and abs(n - top) <= 12]
    if same_side and min(abs(n - top) for n in same_side) < abs(saying - top):
        nearest = min(same_side, key=lambda n: abs(n - top))
        if any(t.lower == "that" and t.dep == "mark" for t in doc.tokens[min(top, nearest) : max(top, nearest)]):
            return  # "was quoted on Tuesday as saying that the trip was put off"
        for number in nodes[nearest]:
            found.own[number].append(index)
