"""Days put right: on the side that the engagement is on, as long as it lasts, one of several, each leg its own."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from legation.records import Annotation, Dates, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import DATED, OUTSTANDING
from legation.rules.engagements import EngagementRules

REAL = frozenset({"past", "perfect", "pluperfect", "past_progressive"})
"""Tenses of what has been."""
WEEK = timedelta(days=7)
BEHIND = 40
"""Characters behind the last of several places or people within which its day stands."""
BESIDE = 20
"""Characters behind the beginning of a place or person within which a day is certainly its own."""

BETWEEN, BETWEEN_UNTIL = 5, 10
"""Characters at most between the two times of one stretch: "Monday and Tuesday", "May 20, until May 22"."""
LONGEST_STRETCH = timedelta(days=14)


def by_turn(times: tuple[When, ...], indices: list[int], starts: list[int]) -> list[When] | None:
    """ "to Lisbon on Thursday and to Madrid on Friday", "Monday and Tuesday in Lisbon and Wednesday in Madrid": the day of each
    place or person, where right behind each, or right before each, stands one; else None."""
    if len(starts) < 2:
        return None
    own = [times[i] for i in indices if times[i].start is not None and times[i].type in DATED and times[i].earliest is not None]
    behind = [[w for w in own if a < (w.start or 0) < b] for a, b in pairwise([*starts, starts[-1] + BEHIND])]
    before = [[w for w in own if a < (w.start or 0) < b] for a, b in pairwise([max(starts[0] - BEHIND, 0), *starts])]
    if any(not here or (len(here) > 1 and (here[0].start or 0) - a > BESIDE) for a, here in zip(starts, behind, strict=True)):
        return _in_order([here[-2:] for here in before]) if all(before) and not behind[-1] else None
    return _in_order([here[:2] for here in behind])


def _in_order(days: list[list[When]]) -> list[When]:
    """The day or the two days on end of each of several, where they are told in their order."""
    found: list[When] = []
    for here in days:
        when = joined(here) or here[0]
        before = found[-1] if found else None
        if before is not None and _is_weekday_before(when, before):
            when = _other_side(when, "weekday", 1)  # "Lima on Monday, Quito on Wednesday": told in their order
        found.append(when)
    return found


def _is_weekday_before(when: When, other: When) -> bool:
    ahead = when.convention == other.convention == "weekday-ahead"
    return ahead and when.earliest is not None and other.earliest is not None and when.earliest < other.earliest


def toward(when: When | None, mention: EngagementMention, published: date | None, *, is_told: bool = False) -> When | None:
    """The day on the side that the engagement itself is on: "heading into talks on Monday" means the Monday to come,
    though no verb near the time looks ahead. Only where a convention chose the side; the same where it fits already."""
    if when is None or when.earliest is None or when.latest is None or published is None or when.convention is None:
        return when
    unit, _, side = when.convention.rpartition("-")
    is_ahead = _looks_ahead(mention) or _is_nearer_ahead(when, mention, published, is_told)
    if side == "back" and when.latest < published and is_ahead:
        sign = 1
    elif side in {"ahead", "nearest"} and when.earliest > published and mention.effect == "held" and mention.tense in REAL:
        sign = -1
    else:
        return when
    return _other_side(when, unit, sign)


def to_come(when: When | None, published: date | None) -> When | None:
    """The day that something was moved to: to come, where a convention put it behind the page ("pushed back to Friday")."""
    if when is None or when.latest is None or published is None or when.latest >= published:
        return when
    unit, _, side = (when.convention or "").rpartition("-")
    return _other_side(when, unit, 1) if side in {"back", "nearest"} else when


def _other_side(when: When, unit: str, sign: int) -> When:
    """The like-named day, month or day of the year on the other side of the page; the same for other units."""
    if when.earliest is None or when.latest is None:
        return when
    if unit == "weekday":
        moved = later_by(when, sign)
    elif unit in {"month", "day"}:
        moved = _on_days(when, _years(when.earliest, sign), _years(when.latest, sign))
    else:
        return when
    return msgspec.structs.replace(moved, convention=f"{unit}-{'ahead' if sign > 0 else 'back'}")


def later_by(when: When, weeks: int) -> When:
    """The like-named days so many weeks later, earlier where negative; the same where it has none."""
    if when.earliest is None or when.latest is None:
        return when
    return _on_days(when, when.earliest + weeks * WEEK, when.latest + weeks * WEEK)


def _on_days(when: When, earliest: date, latest: date) -> When:
    """The time put on other days, its ``value`` with them: a day's own, or none."""
    value = earliest.isoformat() if earliest == latest else None
    return msgspec.structs.replace(when, earliest=earliest, latest=latest, value=value)


def _is_nearer_ahead(when: When, mention: EngagementMention, published: date, is_told: bool) -> bool:
    """ "Spoke to reporters ahead of Thursday's visit", "said that he was travelling there on Thursday", read on a Tuesday: not
    the Thursday before. Where the day gone by is the nearer one, it stays."""
    if when.earliest is None or 2 * (published - when.earliest) < WEEK:
        return False
    is_noun = mention.form == "noun" and not mention.governors
    return is_told or (is_noun and mention.effect == "planned" and mention.tense == "past")


def is_told_ahead(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """ "The ministry said that he was travelling there on Thursday": the past's future; not "was there on Thursday when"."""
    verb = doc.tokens[mention.head]
    above = doc.tokens[verb.head]
    is_said = verb.dep == "ccomp" and above.lemma in rules.reporting and above.tag in {"VBD", "VBN"}
    goes_on = mention.form == "verb" and mention.effect in {"under_way", "held"} and mention.tense == "past_progressive"
    return is_said and goes_on and doc.child(verb.i, "advcl") is None


def _looks_ahead(mention: EngagementMention) -> bool:
    is_due = any(g.effect in {"planned", "expected"} and g.tense == "past" for g in mention.governors)  # "was due on Thursday"
    if mention.effect == "purpose" and mention.tense == "present":
        return True  # "proceeds to Lima on Saturday for talks"
    return mention.effect in OUTSTANDING and (mention.tense in {"none", "present", "future"} or is_due)


def _years(day: date, years: int) -> date:
    last = calendar.monthrange(day.year + years, day.month)[1]
    is_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(day.year + years, day.month, last if is_end else min(day.day, last))


def is_other_day(one: When | None, other: When | None) -> bool:
    """Whether two times have no day in common; False where one has none."""
    if one is None or other is None or None in {one.earliest, one.latest, other.earliest, other.latest}:
        return False
    return one.latest < other.earliest or other.latest < one.earliest  # type: ignore[operator]


def stretched(when: When | None, lengths: list[When], *, ends: bool) -> When | None:
    """A one-day time with a length beside it ("on Monday for a three-day visit") covers that many days."""
    if when is None or when.precision != "day" or when.earliest is None or when.earliest != when.latest:
        return when
    for length in lengths:
        count = _days_of(length)
        if 1 < count <= 14:
            days = timedelta(days=count - 1)
            if ends:
                return msgspec.structs.replace(when, earliest=when.earliest - days)
            return msgspec.structs.replace(when, latest=when.earliest + days)
    return when


def until_left(when: When | None, mention: EngagementMention, published: date | None) -> When | None:
    """ "He leaves Doha on Thursday", told on Wednesday: of what ends then, the days from the page's own; None of anything else."""
    leaves = mention.kind == "visit" and (mention.effect, mention.tense) == ("held", "present")
    if not leaves or when is None or when.precision != "day" or when.earliest is None or published is None:
        return None
    ahead = when.earliest > published
    return msgspec.structs.replace(when, earliest=published, convention="until-it-ends") if ahead else None


def _days_of(length: When) -> int:
    """How many days a length has; 0 where that is not known."""
    match = re.fullmatch(r"P(\d+)([DW])|PT(\d+)H", length.value or "")
    if match and match[3]:
        return int(match[3]) // 24  # "a 48-hour visit"
    return int(match[1]) * (7 if match[2] == "W" else 1) if match else 0


def put_back(planned: When | None, length: When) -> When | None:
    """ "Which was to be on Friday, was pushed back by a week": the Friday after."""
    days = timedelta(days=_days_of(length))
    if planned is None or planned.precision != "day" or planned.earliest is None or planned.latest is None or not days:
        return None
    earliest, latest = planned.earliest + days, planned.latest + days
    return msgspec.structs.replace(
        length, type="DATE", value=None, earliest=earliest, latest=latest, precision="day", convention="put-back-by"
    )


def unit_of(when: When | None) -> When | None:
    """ "until June" names the new month, not the stretch up to it: the unit itself."""
    if when is None or when.value is None or not (when.convention or "").startswith("until"):
        return when
    match = re.fullmatch(r"(\d{4})-(\d\d)", when.value)
    if match is None:
        if when.latest is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", when.value):
            return msgspec.structs.replace(when, earliest=when.latest, precision="day")
        return when
    year, month = int(match[1]), int(match[2])
    last = calendar.monthrange(year, month)[1]
    return msgspec.structs.replace(
        when, earliest=date(year, month, 1), latest=date(year, month, last), precision="month"
    )


def best(times: tuple[When, ...], indices: list[int]) -> When | None:
    """The time to keep of several: the most precise dated one, the earlier in the text at a tie."""
    order = {"day": 0, "weekend": 1, "week": 2, "month": 3, "season": 4, "window": 5, "year": 6, "none": 9}
    dated = [times[i] for i in dict.fromkeys(indices) if times[i].type in DATED]
    if not dated:
        return None
    if (stretch := joined(dated)) is not None:
        return stretch
    return min(dated, key=lambda w: (w.earliest is None, order[w.precision]))


def joined(dated: list[When]) -> When | None:
    """ "from Monday to Wednesday", "from May 20 until May 22" found as two times is one stretch."""
    if len(dated) != 2 or any(w.earliest is None or w.latest is None for w in dated):
        return None
    first, second = dated
    until = second.relation == "until"
    if first.precision != "day" or (second.precision != "day" and not until) or first.end is None or second.start is None:
        return None
    is_beside = 0 < second.start - first.end <= (BETWEEN_UNTIL if until else BETWEEN)
    if not is_beside or first.earliest is None or second.latest is None or first.earliest > second.latest:
        return None
    if second.latest - first.earliest > LONGEST_STRETCH:
        return None
    return msgspec.structs.replace(
        first, words=f"{first.words} ... {second.words}", end=second.end, type="DATE", latest=second.latest, relation=None
    )


def dates_of(when: When | None) -> Dates:
    """The ``when`` of a record."""
    if when is None:
        return Dates()
    if when.relation == "after":
        # Only one bound is known: the days of "Ramadan" are not the days of a visit after Ramadan.
        return Dates(
            words=when.words,
            precision="window",
            unresolved=f"some day after {when.words}",
            start=when.start,
            end=when.end,
        )
    return Dates(
        words=when.words,
        earliest=when.earliest,
        latest=when.latest,
        precision=when.precision,
        convention=when.convention,
        unresolved=when.reason,
        start=when.start,
        end=when.end,
    )
