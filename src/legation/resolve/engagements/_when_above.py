"""What a time says of the nearest event word above it in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legation.records import Annotation, Token
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import FINITE, OUTSTANDING, SETTINGS, Attached, Mentioned
from legation.resolve.engagements._closing import ends_it
from legation.resolve.engagements._gathered_days import goers
from legation.resolve.engagements._top_of import top_of
from legation.resolve.engagements._where import coming_there, happening_there
from legation.rules.engagements import EngagementRules

PUT_OFF_TO = frozenset({"to", "until", "till"})
"""Before the new day of what is put off."""

QUOTING = frozenset(':"“”«»')
"""Marks behind which somebody else speaks."""


def climb_from(page: Mentioned, index: int, words: Sequence[Token], found: Attached) -> None:
    """Climbs from the ``words`` of time ``index`` to the first event, plan or change above them and notes in ``found`` what the
    time is to it; astray where none is reached."""
    doc, rules, mentions, when = page.doc, page.rules, page.mentions, page.times[index]
    nodes, plans, changes = page.nodes, page.plans, page.changes
    is_length, is_stretch = when.type == "DURATION", len(when.parts) == 2
    inside = {t.i for t in words}
    first, top = words[0].i, (top_of(doc, when) or words[0]).i
    link = ""
    of_noun = is_away = False
    for token in [doc.tokens[top], *doc.ancestors(top)]:
        is_away = is_away or (token.i not in nodes and _comes_away(doc, rules, token))
        if token.pos == "ADP" and not link:
            link = token.lower
        if is_length and token.i in changes and link == "by" and _is_put_back(doc, mentions, changes[token.i], token):
            for number in changes[token.i]:
                found.shift[number].append(index)  # "has been pushed back by a week"
            return
        if is_length and (token.i in plans or token.i in nodes or token.i in changes):
            for number in (*plans.get(token.i, ()), *nodes.get(token.i, ()), *changes.get(token.i, ())):
                found.lasting[number].append(index)
            return
        if token.dep == "conj" and token.pos == "NOUN" and token.lower in rules.words["returning"]:
            return  # "flies there on Friday for a visit and returns on Sunday"
        if token.i in plans:
            for number in plans[token.i]:
                found.plan[number].append(index)
            return
        if token.i in nodes and _is_rejected(doc, rules, first):
            for number in nodes[token.i]:
                found.plan[number].append(index)
            return
        if token.i in nodes and _leaves_then(doc, rules, mentions, nodes[token.i], inside):
            for number in nodes[token.i]:
                found.until[number].append(index)  # "leaves the same afternoon"
            return
        if token.i in nodes and is_away:  # "is there for talks and is to leave again on Thursday"
            for number in nodes[token.i]:
                found.until[number].append(index)
            return
        if token.i in nodes and ends_it(doc, rules, token) and token.tag in {"VB", "VBZ", "VBP"} and not is_stretch:
            for number in nodes[token.i]:
                found.until[number].append(index)
            return
        is_put_to = token.i in nodes and doc.tokens[doc.tokens[top].head].lower in PUT_OFF_TO
        if is_put_to and (late := _put_off(mentions, nodes[token.i])):
            for number in late:
                found.moved[number].append(index)  # "has deferred talks with X to June 10"
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
            for number in _as_it_was(page, token, top):
                found.own[number].append(index)
            for number in _during(doc, rules, mentions, token, top):
                found.own[number].append(index)
                prep = doc.tokens[doc.tokens[mentions[number].head].head]
                if token.lemma in rules.words["coming_away"] and rules.adjuncts.get(prep.lower) == "after":
                    found.closing.add(number)
        if token.lemma == "be" and token.i not in inside and (
            being := _being_on(doc, mentions, token) or happening_there(doc, rules, mentions, token)
        ):
            for number in being:
                found.own[number].append(index)
            return
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
            if _comes_before(doc, rules, token) and token.i not in changes:
                return  # "called off his visit following the death on Friday of"
        own_subject = doc.child(token.i, "nsubj", "nsubjpass") is not None or _is_own_clause(doc, token)
        if token.dep == "conj" and token.pos == "VERB" and (of_noun or own_subject):
            return  # "A will visit Lima and the court will sit on Monday", "and follows strikes in January"
        if _is_starting(doc, rules, token):
            continue  # "a three-day visit to Lima, starting tomorrow"
        if _is_as_planned(doc, token):
            continue  # "will go ahead as planned between 9 and 11 April"
        if token.dep in {"relcl", "advcl", "pcomp"} and token.pos in {"VERB", "AUX"}:
            for number in _of_relative(doc, rules, mentions, token):
                (found.until if ends_it(doc, rules, token) else found.own)[number].append(index)
            for number in coming_there(doc, rules, mentions, token):
                found.own[number].append(index)
            there = goers(doc, rules, mentions, token)
            for number in there:
                found.own[number].append(index)
            found.opening.update(there if token.lemma in rules.begins else ())
            return
    found.stray.add(index)


def _comes_before(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """Whether something happened that the rest comes after, no event of the kinds that this room knows: its day is its own."""
    prep = doc.tokens[noun.head]
    is_after = noun.dep == "pobj" and rules.adjuncts.get(prep.lower) == "after" and prep.lower in rules.words["following"]
    return is_after and noun.lemma not in rules.nouns and noun.lemma not in rules.occasions


def _being_on(doc: Annotation, mentions: tuple[EngagementMention, ...], verb: Token) -> list[int]:
    """ "On 20 May X will be on a visit to Y": the visit that somebody is on."""
    on = {p.i for p in doc.children(verb.i, "prep") if p.lower == "on"}
    return [n for n, m in enumerate(mentions) if m.form == "noun" and m.kind == "visit" and doc.tokens[m.head].head in on]


def _is_put_back(doc: Annotation, mentions: tuple[EngagementMention, ...], numbers: list[int], verb: Token) -> bool:
    """ "Put back", "delayed", "moved back" by so long, not "brought forward"."""
    is_late = any(g.token == verb.i and g.effect == "postponed" for n in numbers for g in mentions[n].governors)
    return is_late or any(c.lower == "back" for c in doc.children(verb.i))


def _put_off(mentions: tuple[EngagementMention, ...], numbers: list[int]) -> list[int]:
    """Of the mentions those that something puts off, and nothing else is said of."""
    return [n for n in numbers if any(g.is_change and g.effect == "postponed" and not g.is_negated for g in mentions[n].governors)]


def _comes_away(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "Is to leave again on Thursday", "will fly home", "returns on Friday": yet to be, and nowhere else to."""
    if verb.pos != "VERB" or verb.tag in {"VBD", "VBN", "VBG"} or doc.child(verb.i, "dobj") is not None:
        return False
    homeward = any(c.lower in rules.words["homeward"] for c in doc.children(verb.i))
    leaves = verb.lemma in rules.words["departing"] | rules.words["returning"]
    goes = any(c.lower in {"for", "to", "from"} for c in doc.children(verb.i, "prep"))
    return (leaves and not goes) or (homeward and verb.lemma in rules.words["coming_away"])


def _leaves_then(
    doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], numbers: list[int], inside: set[int]
) -> bool:
    """Whether all that a leaving is said to go to is the time itself."""
    verbs = (mentions[n] for n in numbers if doc.tokens[mentions[n].head].lemma in rules.words["departing"])
    goals = [{a.head for a in m.arguments if a.role == "goal"} for m in verbs]
    return bool(goals) and all(heads and heads <= inside for heads in goals)


def _told_of(doc: Annotation, mentions: tuple[EngagementMention, ...], verb: Token) -> list[int]:
    """ "the visit has been confirmed for May 5": the events that a verb of saying in the passive is said of."""
    of = {c.i for c in doc.children(verb.i, "nsubjpass")}
    return [n for n, m in enumerate(mentions) if m.head in of]


def _is_starting(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """A bare "starting", "beginning", whatever clause it was parsed as: not "starting talks"."""
    is_alone = doc.child(token.i, "dobj", "nsubj", "mark", "aux") is None
    return token.tag == "VBG" and token.lemma in rules.begins and token.dep in {"advcl", "prep", "acl", "pcomp"} and is_alone


def _is_as_planned(doc: Annotation, token: Token) -> bool:
    """ "as planned", "as scheduled": a participle that is no clause of its own."""
    marks = {c.lower for c in doc.children(token.i, "mark", "prep", "advmod")}
    return (
        token.dep == "advcl" and token.tag == "VBN" and marks == {"as"} and doc.child(token.i, "nsubj", "aux") is None
    )


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


def _as_it_was(page: Mentioned, verb: Token, top: int) -> list[int]:
    """ "Was given a warm welcome on Monday as he arrived in Togo": what a clause says happened then."""
    doc, while_ = page.doc, page.rules.words["while"]
    if verb.i in page.nodes or not _is_own_time(doc, verb, top):
        return []
    clauses = [c for c in doc.children(verb.i, "advcl") if any(m.lower in while_ for m in doc.children(c.i, "mark", "advmod"))]
    told = [n for c in clauses for n in page.nodes.get(c.i, ())]
    return [n for n in told if page.mentions[n].kind == "visit" and page.mentions[n].effect in {"held", "under_way"}]


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
    runs = held or clause.lemma in rules.begins | rules.words["runs"] or ends_it(doc, rules, clause)
    if which is None or not runs:
        return []
    if (
        clause.dep == "advcl"
    ):  # "During the visit, which ends on Friday, he will meet": parsed as a clause of the verb's
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
        between = doc.tokens[min(top, nearest) : max(top, nearest)]
        if any((t.lower == "that" and t.dep == "mark") or t.text in QUOTING for t in between):
            return  # "was quoted on Tuesday as saying that the trip was put off", "told a briefing on Monday: "The visit ..."
        for number in nodes[nearest]:
            found.own[number].append(index)


def _is_own_clause(doc: Annotation, token: Token) -> bool:
    """ "will be their first meeting and follows a series of strikes": a finite verb beside one of another tense."""
    return token.tag in FINITE and doc.tokens[token.head].tag != token.tag


def _is_rejected(doc: Annotation, rules: EngagementRules, first: int) -> bool:
    """ "on May 27 rather than on Monday", "on Tuesday instead of Thursday": the old day."""
    before = doc.tokens[max(first - 3, 0) : first]
    return any(f"{a.lower} {b.lower}" in rules.words["rejecting"] for a, b in pairwise(before))
