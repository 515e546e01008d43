"""How an engagement stands now, by which of its mentions, and how the page says that it stood before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from legation.records import Certainty, Evidence, Past, Status, When
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._closing import ends_it
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import dates_of, is_other_day
from legation.resolve.engagements._first_set import is_first_set, is_unfulfilled
from legation.resolve.engagements._status import CHANGED, DONE, PLANNED, RECENT, is_lapsed, was_planned
from legation.resolve.engagements._top_of import top_of

DAY = timedelta(days=1)
MOVED: frozenset[Status] = frozenset({"postponed", "rescheduled", "cancelled"})
"""What stands so was a plan before, whether or not the page tells of the time when it was one."""


def standing(page: Page, group: list[Candidate]) -> tuple[Candidate | None, Status | None, Certainty]:
    """The mention that tells how the engagement stands now, its status and certainty.

    A change told in a main clause outranks the plan it changes; otherwise the first mention that is not a lapsed plan
    speaks, since news leads with what is new.
    """
    stated = [c for c in group if c.status]
    if not stated and group[0].no_date_set:
        return group[0], "proposed", "possible"  # "no date has been set for a meeting between": it is thought of
    if not stated:
        return None, None, "stated"
    current = [c for c in stated if not is_lapsed(c.mention, c.status, c.when, page.published)] or stated
    first = current[0]
    if first.status == "announced" and first.is_titled and not any(_is_to_come(page, c) for c in current):
        first = next((c for c in current if c.status in DONE and c.kind == first.kind), first)
    if first.status == "announced" and first.mention.sentence == 0:
        first = _begun_since(page, current) or first
    turned = _turned(page, first, group, stated, current)
    if turned is not None:
        return turned
    accepted = next((c for c in current if _accepts(c, first)), None)
    if accepted is not None:
        return accepted, "announced", accepted.certainty
    is_only_thought = first.status == "expected" and first.mention.sentence == 0
    if is_only_thought or (first.status == "proposed" and first.mention.effect == "invited"):
        fixed = (c for c in current if _is_fixed(page, c) and c.when is not None and c.when.precision == "day")
        first = next(fixed, first)
    if first.status in PLANNED:
        near = [c for c in current if _is_new(c, first) and not c.mention.is_subordinate]
        change = next((c for c in near if c.status in CHANGED and c.number != first.number), None)
        if change is not None and change.status == "postponed":
            plan = next((c for c in current if _stands(page, c, first, change)), None)
            if plan is not None:
                return plan, "rescheduled" if plan.status in {"announced", "confirmed"} else plan.status, plan.certainty
        if change is not None and not _looks_back(change) and not _was_long_ago(page, change):
            return change, change.status, change.certainty
        firmer = next((c for c in current if c.status == "confirmed" and not _looks_back(c)), None)
        if firmer is not None:
            return firmer, firmer.status, firmer.certainty
    if first.status == "under_way" and _is_over(page, current):
        return first, "held", first.certainty
    if first.status == "held" and any(c.status == "under_way" for c in current) and not _is_over(page, current):
        under = next(c for c in current if c.status == "under_way")
        latest = first.when.latest if first.when is not None else None
        goes_on = first.kind == under.kind == "visit" and latest is not None and page.published is not None
        if latest is None or (goes_on and latest >= page.published - DAY):  # type: ignore[operator]
            return under, "under_way", "stated"  # "was welcomed today ... the start of a three-day visit"
    if first.status == "cancelled" and any(
        g.effect == "rescheduled"
        for c in stated
        if c.status in PLANNED and c.status != "proposed"  # not "is open to rescheduling it"
        for g in c.mention.governors
    ):
        return first, "postponed", first.certainty
    if first.status == "rescheduled" and first.when is None:
        new = next((c for c in current if c.status in PLANNED and c.when is not None and c.number > first.number), None)
        if new is not None:
            return new, "rescheduled", first.certainty  # "have set a new date ... They will meet on June 10"
    moved = next((c for c in current if c.status == "rescheduled" and c.when is not None), None)
    if first.status == "cancelled" and moved is not None and moved.number > first.number and not _looks_back(moved):
        return moved, "rescheduled", "stated"  # "did not take place. It has been moved to June 3"
    if first.status == "postponed":
        later = (c for c in stated if c.mention.sentence > first.mention.sentence)
        later = (c for c in later if (c in current and c.mention.tense == "future") or _was_settled(page, c))
        moved = moved or next((c for c in later if _is_new_plan(page, c, first)), None)
        if moved is not None:
            return moved, "rescheduled", "stated"
    if current is stated and is_unfulfilled(page.doc, first):
        return first, "cancelled", first.certainty
    return first, first.status, first.certainty


def _accepts(candidate: Candidate, first: Candidate) -> bool:
    """ "X invited Y to visit. Y accepted the invitation": what was first asked is agreed."""
    asked = first.status == "proposed" and any(g.effect == "invited" for g in first.mention.governors)
    is_later = candidate.number > first.number and candidate.status == "announced"
    return asked and is_later and any(g.effect == "agreed" for g in candidate.mention.governors)


def _says_later(page: Page, candidate: Candidate) -> bool:
    """Whether the mention's sentence speaks of another day to come, which it does not name, or the next one of a new date."""
    own, *after = page.doc.sentences[candidate.mention.sentence : candidate.mention.sentence + 2]
    here, behind = (" ".join(t.lower for s in part for t in page.doc.tokens[s.first : s.last]) for part in ([own], after))
    phrases = page.rules.words["some_other_day"]
    return any(phrase in here for phrase in phrases) or any(phrase in behind for phrase in phrases if "date" in phrase)


def _is_to_come(page: Page, candidate: Candidate) -> bool:
    """Whether a mention gives a day after publication."""
    when, published = candidate.when, page.published
    return when is not None and when.earliest is not None and published is not None and when.earliest > published


def _is_over(page: Page, current: list[Candidate]) -> bool:
    """ "visit ends", "wrapped up his trip", "left the country on Monday": told to be over by its own words."""
    doc, rules = page.doc, page.rules
    left = [c.until.latest for c in current if c.kind == "visit" and c.until is not None and c.until.latest is not None]
    if page.published is not None and any(day < page.published for day in left):
        return True
    told = (c.mention for c in current if c.status == "held" and c.until is None and c.mention.form == "noun")
    return any(ends_it(doc, rules, doc.tokens[n]) for mention in told for n in mention.nodes)


def _begun_since(page: Page, current: list[Candidate]) -> Candidate | None:
    """ "President to visit Norway" over "arrived in Oslo on Monday": a title is older than what stands under it."""
    if any(_is_to_come(page, c) for c in current):
        return None
    first = current[0]
    if first.mention.effect == "present" and first.mention.tense == "present":
        return next((c for c in current if c.status in DONE and c.kind == first.kind and c.mention.tense == "past"), None)
    begun = (c for c in current if c.status == "under_way" and c.kind == first.kind == "visit" and first.when is None)
    return next((c for c in begun if c.mention.form == "verb" and c.mention.tense == "past" and not c.mention.is_subordinate), None)


def _is_fixed(page: Page, candidate: Candidate) -> bool:
    """ "has accepted the invitation and will be there on May 22": no longer only asked to come."""
    firm = candidate.status in {"announced", "confirmed"} and candidate.certainty == "stated"
    return firm and candidate.mention.tense in {"future", "present"} and _is_to_come(page, candidate)


def _is_later(page: Page, plan: Candidate, old: Candidate) -> bool:
    """Whether a plan is set on other days than an old one, more than a day apart or "instead"."""
    if not is_other_day(plan.when, old.when):
        return False
    sentence = page.doc.sentences[plan.mention.sentence]
    is_instead = any(t.lower in page.rules.words["substituting"] for t in page.doc.tokens[sentence.first : sentence.last])
    latest = old.when.latest if old.when is not None else None
    earliest = plan.when.earliest if plan.when is not None else None
    return is_instead or (latest is not None and earliest is not None and earliest - latest > DAY)


def _turned(
    page: Page, first: Candidate, group: list[Candidate], stated: list[Candidate], current: list[Candidate]
) -> tuple[Candidate, Status, Certainty] | None:
    """How it stands where the page tells of the plan and of what became of it in so many words: a plan that is denied now is
    off, one that has another day is moved, one called off and on again stands."""
    lapsed = [c for c in stated if c not in current or (c.mention.effect == "lapsed" and c is not first)]
    tale = next((c for c in current if c.status == "denied" and c.mention.is_of_plan and c.mention.form == "anaphor"), None)
    if tale is not None:  # "newspapers reported that he would come. His office denied it"
        return tale, "confirmed" if first.status in CHANGED - {"denied"} else "denied", "stated"
    off = next((c for c in current if c.status == "denied"), None)
    if off is not None and (off.kind != "summit" or off.mention.form == "noun") and first.status in {*PLANNED, "denied"}:
        gone = next((c for c in current if c.status == "cancelled"), None)
        if gone is not None:
            return gone, "cancelled", gone.certainty  # "there will be no visit: the two called it off"
        plan = first if was_planned(first.mention, first.status) or off.mention.is_of_plan else next(iter(lapsed), None)
        if plan is not None and plan is not off and plan.mention.effect not in {"invited", "wanted"}:
            return off, "cancelled", off.certainty
    behind = (c for c in group if c.mention.sentence >= first.mention.sentence)
    is_not = first.status == "cancelled" or (first.status == "denied" and first.kind == "visit" and first.mention.form == "verb")
    is_only_not = is_not and not any(g.is_change for g in first.mention.governors)
    if is_only_not and any(_says_later(page, c) for c in behind):
        return first, "postponed", first.certainty  # "will not take place ... it will be made at a later date"
    if first.status == "announced" and any(is_other_day(c.when, first.when) and first.number > c.number for c in lapsed):
        return first, "rescheduled", first.certainty
    if was_planned(first.mention, first.status) and first.mention.tense in {"past", "none"}:
        again = next((c for c in current if c.number > first.number and _is_fixed(page, c) and _is_later(page, c, first)), None)
        if again is not None:
            return again, "rescheduled", again.certainty  # "was to come on Saturday ... She comes on the 26th instead"
    at_first = (c for c in stated if is_first_set(page.doc, page.rules, c))
    if first.status == "announced" and any(is_other_day(c.when, first.when) for c in at_first):
        return first, "rescheduled", first.certainty
    if first.status in {"cancelled", "postponed"}:
        behind = (c for c in current if c.number > first.number and c.status in PLANNED and c.certainty != "doubtful")
        again = next((c for c in behind if c.mention.effect == "reinstated" or c.mention.is_of_plan), None)
        if again is not None:
            is_moved = first.status == "postponed" and again.when is not None and again.when.earliest is not None
            return again, "rescheduled" if is_moved else "announced", "stated"
    return None


def _is_new(candidate: Candidate, first: Candidate) -> bool:
    """Whether a change is told as news: beside the lead, or further down in a tense that holds now."""
    mention = candidate.mention
    return mention.sentence - first.mention.sentence <= 1 or mention.tense in {"future", "present", "perfect"}


def _undid_another_plan(change: Candidate, plan: Candidate) -> bool:
    """ "will travel on June 24 ... The visit, originally scheduled for March, was postponed": two days, so the new one holds."""
    return is_other_day(change.planned, plan.when)


def _stands(page: Page, plan: Candidate, first: Candidate, delay: Candidate) -> bool:
    """Whether a plan holds after the delay told beside it: the one told first where the delay undid another, or any new one."""
    return (plan is first and _undid_another_plan(delay, plan)) or _is_new_plan(page, plan, delay)


def _is_new_plan(page: Page, plan: Candidate, change: Candidate) -> bool:
    """ "is coming early next month ... The visit has been deferred for the moment": a plan that stands, told beside a
    delay that gives no other day. One that was announced on an earlier day than the delay is the plan put off."""
    when, mention, published = plan.when, plan.mention, page.published
    if when is None or when.earliest is None or published is None or when.earliest <= published:
        return False
    if _was_told_before(page, plan) and not _was_settled(page, plan):
        return False
    announced, delayed = _day_of_saying(page, plan), _day_of_saying(page, change)
    if announced is not None and announced < (delayed or published - DAY):
        return False
    stands = plan.status in {"announced", "confirmed"} and plan.certainty == "stated"
    is_said_so = mention.tense in {"present", "future"} and not mention.is_subordinate
    is_said_so = is_said_so or (mention.sentence > change.mention.sentence and _was_settled(page, plan))
    is_new = change.planned is None or is_other_day(change.planned, when)
    return stands and is_said_so and is_new and change.mention.effect == "postponed"


def _was_settled(page: Page, plan: Candidate) -> bool:
    """ "The two sides agreed to hold it in June", "he said that they had decided to hold it in June": settled by now, not "they
    had agreed to hold it"."""
    doc, mention = page.doc, plan.mention
    deeds = [g for g in mention.governors if doc.tokens[g.token].lemma in page.rules.words["settled_on"] and not g.is_negated]
    said = any(t.lemma in page.rules.reporting for g in deeds for t in doc.ancestors(g.token))
    told = any(g.tense in {"past", "perfect"} or (g.tense == "pluperfect" and said) for g in deeds)
    days = (when.latest for when in _times_of(page, {g.token for g in deeds}) if when.latest is not None)
    return told and not any(page.published and day < page.published - RECENT for day in days)  # "agreed in January to hold it"


def _was_told_before(page: Page, candidate: Candidate) -> bool:
    """ "It had earlier been reported that he would come on October 23"."""
    doc, rules = page.doc, page.rules
    sayings = [t for t in doc.ancestors(candidate.mention.head) if t.pos == "VERB" and t.lemma in rules.reporting]
    return any(
        (c.dep == "advmod" and c.lower in rules.words["before_now"]) or (c.dep in {"aux", "auxpass"} and c.lower == "had")
        for saying in sayings
        for c in doc.children(saying.i)
    )


def _day_of_saying(page: Page, candidate: Candidate) -> date | None:
    """The day on which the mention's own sentence says that it was told: "announced on May 10 that he would pay a visit"."""
    doc, rules = page.doc, page.rules
    sayings = {t.i for t in doc.ancestors(candidate.mention.head) if t.pos == "VERB" and t.lemma in rules.reporting}
    return next((when.earliest for when in _times_of(page, sayings) if when.precision == "day"), None)


def _times_of(page: Page, verbs: set[int]) -> Iterator[When]:
    """The times whose nearest verb above is one of these."""
    doc = page.doc
    for when in page.times:
        top = top_of(doc, when)
        verb = next((t for t in doc.ancestors(top.i) if t.pos == "VERB"), None) if top is not None else None
        if verb is not None and verb.i in verbs and when.earliest is not None:
            yield when


def _was_long_ago(page: Page, change: Candidate) -> bool:
    """ "Will travel there on June 10. The visit was put off in March"."""
    day = change.changed.latest if change.changed is not None else None
    return day is not None and page.published is not None and day < page.published - RECENT


def _looks_back(candidate: Candidate) -> bool:
    mention = candidate.mention
    return mention.tense == "pluperfect" or mention.is_subordinate or mention.effect == "lapsed"


def history_of(page: Page, group: list[Candidate], leading: Candidate, status: Status) -> tuple[Past, ...]:
    """Earlier states the page tells of, oldest first: plans before changes, changes before what they led to."""
    found: dict[Status, Past] = {}
    for c in group:
        if c.planned is not None and c.status not in PLANNED:
            found.setdefault("announced", Past(status="announced", when=dates_of(c.planned), evidence=words_of(page, c)))
        elif c.mention.before in {"planned", "future", "agreed", "expected"} and c.status not in PLANNED:
            found.setdefault("announced", Past(status="announced", when=None, evidence=words_of(page, c)))
        if c.status == "declined":  # an invitation refused was an invitation
            found.setdefault("proposed", Past(status="proposed", when=None, evidence=words_of(page, c)))
        if c is leading or c.status is None:
            continue
        lapsed = is_lapsed(c.mention, c.status, c.when, page.published)
        if c.status != status or (lapsed and status not in PLANNED):
            if c.status in CHANGED and status in CHANGED and not (_looks_back(c) or _undid_another_plan(c, leading)):
                continue
            if c.status in PLANNED and status in PLANNED and not lapsed:
                continue
            when = c.when if c.status not in {"postponed", "cancelled"} else c.changed
            found.setdefault(
                c.status, Past(status=c.status, when=dates_of(when) if when else None, evidence=words_of(page, c))
            )
    if status in MOVED and not found.keys() & (PLANNED - {"proposed"}):
        when = next((c.when for c in group if c.mention.effect == "lapsed" and c.when is not None), None)
        days = dates_of(when) if when is not None else None
        found["announced"] = Past(status="announced", when=days, evidence=words_of(page, leading))
    order = [
        "proposed",
        "expected",
        "announced",
        "confirmed",
        "under_way",
        "declined",
        "denied",
        "postponed",
        "cancelled",
        "rescheduled",
        "held",
    ]
    return tuple(sorted(found.values(), key=lambda past: order.index(past.status)))


def words_of(page: Page, candidate: Candidate) -> Evidence:
    """The sentence that a mention stands in."""
    sentence = page.doc.sentences[candidate.mention.sentence]
    start, end = page.doc.span(sentence.first, sentence.last)
    return Evidence(start, end, page.doc.text[start:end])
