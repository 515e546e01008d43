"""From an effect, a tense and a day to the state an engagement stands in."""

from __future__ import annotations

from datetime import date, timedelta

from legation.records import Certainty, Status, When
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules

PLANNED: frozenset[Status] = frozenset({"proposed", "expected", "announced", "confirmed"})
CHANGED: frozenset[Status] = frozenset({"postponed", "rescheduled", "cancelled", "declined", "denied"})
DONE: frozenset[Status] = frozenset({"held", "under_way"})
HEDGES: dict[str, Certainty] = {"likely": "likely", "possible": "possible", "doubtful": "doubtful"}
STAY = timedelta(days=3)
"""How long an arrival leaves a visit under way where its length is not told: the median official visit is shorter."""

LASTING = frozenset({"visit", "talks", "summit", "other"})
"""Kinds that can take several days."""

RECENT = timedelta(days=10)
"""What was held longer ago than this is context, not the page's news."""


def assess(
    mention: EngagementMention, when: When | None, rules: EngagementRules, published: date | None
) -> tuple[Status | None, Certainty]:
    """Status and certainty of one mention; (None, "stated") where its words leave the state open."""
    effect = mention.effect or _by_calendar(mention, when, published)
    if effect is None or effect in {"not_held", "transparent"} or mention.is_hypothetical:
        return None, "stated"
    if effect == "purpose":
        effect = "planned" if mention.tense != "past" or _is_ahead(when, published) else "present"
    if effect == "awaited" and when is not None and when.precision == "day" and when.earliest is not None:
        effect = "planned"  # "looks forward to welcoming X on July 26": the day is fixed
    if effect not in rules.outcome:
        return None, "stated"
    status, certainty = _outcome(rules, effect)
    if mention.hedge and status in PLANNED and effect != "doubtful":
        certainty = HEDGES[mention.hedge]
        status = "expected" if status == "announced" and certainty != "doubtful" else status
        if mention.effect == "rescheduled":
            status = "expected"
    if mention.hedge and mention.effect == "rescheduled":
        status, certainty = "expected", HEDGES[mention.hedge]
    if status == "rescheduled" and when is None and mention.tense == "future":
        status = "postponed"
    return _fit(mention, status, when, published, effect, rules), certainty


def _by_calendar(mention: EngagementMention, when: When | None, published: date | None) -> str | None:
    """ "ahead of Xi's visit next week": where no word tells the state of a dated noun, its day does."""
    if mention.form != "noun" or mention.is_generic or when is None or published is None:
        return None
    if when.earliest is None or when.latest is None or when.precision not in {"day", "weekend", "week", "month"}:
        return None
    if when.earliest > published:
        return "planned"
    if when.latest < published:
        return "held"
    return "planned" if when.precision in {"week", "month", "weekend"} and when.latest > published else None


def _outcome(rules: EngagementRules, effect: str) -> tuple[Status, Certainty]:
    status, certainty = rules.outcome[effect]
    return status, certainty  # type: ignore[return-value]


def _is_ahead(when: When | None, published: date | None) -> bool:
    return bool(when and when.earliest and published and when.earliest > published)


def _is_clock(when: When, rules: EngagementRules) -> bool:
    """Whether the day is said by an hour of it ("2:30 p.m.")."""
    words = (when.words or "").lower().replace("\xa0", " ")
    return words[:1].isdigit() and any(words.endswith(clock) for clock in rules.words["clock"])


def _is_said_of_today(mention: EngagementMention, when: When, rules: EngagementRules) -> bool:
    """Whether a present has a day in words that are no full date: under a picture "X greets Y, May 14, 2019" tells of what was,
    and so does "this morning"."""
    words = when.words or "1"
    is_over = any(word in words for word in rules.words["over_by_now"])
    return mention.tense == "present" and when.precision == "day" and not any(c.isdigit() for c in words) and not is_over


def _fit(
    mention: EngagementMention,
    status: Status,
    when: When | None,
    published: date | None,
    effect: str,
    rules: EngagementRules,
) -> Status:
    """Holds the status against the calendar: nothing is held tomorrow, nothing under way last month."""
    if status == "under_way" and mention.tense == "past_progressive" and (when is None or mention.sentence > 1):
        return "held"  # "he was visiting Jerusalem when": told as past, and no day says that it still goes on
    if status == "under_way" and mention.tense == "past" and mention.is_subordinate and when is None:
        return "held"  # "I was there when he left for Lima"
    if effect == "present" and when is not None and when.latest == published and _is_clock(when, rules):
        return "announced"  # "2:30 p.m. The Secretary meets with": the day's programme, published that day
    if when is None or when.earliest is None or when.latest is None or published is None:
        return "held" if effect == "present" and mention.kind in {"meeting", "call"} else status
    if effect == "present" and when.earliest == when.latest == published and _is_said_of_today(mention, when, rules):
        return "announced"  # "meets X in Lima on Tuesday", "visits Lima today", read that day
    alone = mention.form == "noun" and not mention.governors and len(mention.nodes) == 1
    if status == "announced" and alone and when.latest < published - STAY:
        return "held"  # a noun alone with a day long gone tells of what was, whatever the clause around it
    is_aim = mention.form == "verb" and mention.is_subordinate and effect == "planned" and not mention.governors
    if status == "announced" and is_aim and when.latest < published - STAY:
        return "held"  # "travelled to Lima to meet X on March 20, 2021": what a journey long made was for
    if status in DONE and when.earliest > published:
        return "announced"
    if effect == "present" and mention.kind in {"visit", "summit", "talks"}:
        if when.precision == "day" and when.earliest <= published <= when.latest:
            return "under_way" if when.latest > when.earliest else status
        if when.earliest <= published < when.latest:
            return "announced" if when.precision in {"month", "week", "season", "year"} else "under_way"
    is_over = when.latest + (STAY if mention.kind in LASTING else timedelta()) < published
    if status == "under_way" and is_over and when.relation != "since":
        return "held"
    if status == "held" and mention.kind in {"visit", "summit"} and when.earliest <= published < when.latest:
        return "under_way" if when.precision == "day" else status
    return status


def was_planned(mention: EngagementMention, status: Status | None) -> bool:
    """ "was to call on", "was scheduled to meet", "had been due to hold": a plan told of in the past."""
    past = {"past", "pluperfect"}
    planned = any(g.effect in {"planned", "expected"} and g.tense in past for g in mention.governors)
    return mention.effect == "lapsed" or (status in PLANNED and planned)


def is_lapsed(mention: EngagementMention, status: Status | None, when: When | None, published: date | None) -> bool:
    """Whether a plan is told of only as what had been: "was to visit in March", said after March."""
    if status not in PLANNED:
        return False
    if mention.effect == "lapsed" and mention.tense in {"past", "pluperfect"}:
        return True
    past = any(
        g.tense in {"past", "pluperfect", "past_progressive"} and g.effect in {"planned", "expected", "lapsed"}
        for g in mention.governors
    )
    over = bool(when and when.latest and published and when.latest < published)
    return over or (past and mention.tense == "pluperfect")
