"""The days of one mention, out of the times attached to it: its own, of its original plan, of its change, and its end."""

from __future__ import annotations

from datetime import date

import msgspec

from legation.records import When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import OUTSTANDING, Attached, Mentioned
from legation.resolve.engagements._closing import ends_it
from legation.resolve.engagements._days import (
    best,
    is_other_day,
    is_told_ahead,
    joined,
    put_back,
    stretched,
    to_come,
    toward,
    unit_of,
)
from legation.resolve.engagements._diary import Diary

SINGLED_OUT = frozenset({"day", "weekend", "week"})
"""Precisions of days that pick one engagement out of a custom."""


class OwnDays(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one mention's days. ``mention`` is "rescheduled" where its days show that it was; ``changed`` the day
    on which it was changed, ``until`` that on which it ends, ``lengths`` how long it lasts, ``ends`` whether its own day is the
    last."""

    mention: EngagementMention
    when: When | None
    planned: When | None
    changed: When | None
    until: When | None
    lengths: tuple[When, ...]
    ends: bool


def own_days(
    mentioned: Mentioned, attached: Attached, number: int, diary: Diary, listed_on: When | None, published: date | None
) -> OwnDays | None:
    """The days of one mention; None where it tells of a custom, of which no day picks one. ``listed_on`` is the day of the
    heading that it is listed under."""
    doc, rules, times, mention = mentioned.doc, mentioned.rules, mentioned.times, mentioned.mentions[number]
    when = _told_on(mentioned, attached, number, published)
    if listed_on is not None and (when is None or when.type == "TIME" or when.start == listed_on.start):
        when = listed_on
    when = diary.day(mention, when)
    if mention.is_customary and (when is None or when.precision not in SINGLED_OUT):
        return None  # "usually visits", "used to meet every year": no one of them is told
    planned = best(times, attached.plan.get(number, []))
    changed = best(times, attached.change.get(number, []))
    if changed is not None and when is None and _is_to_come(changed, published):
        # "cancelled a visit next month": a change that has happened has no day to come, so the day is the visit's.
        when, changed = changed, None
    moved = to_come(unit_of(best(times, attached.moved.get(number, []))), published)
    for length in attached.shift.get(number, [])[: moved is None]:
        moved = put_back(planned, times[length])
    lengths = [times[t] for t in attached.lasting.get(number, [])]
    ends = number in attached.closing or any(ends_it(doc, rules, doc.tokens[n]) for n in mention.nodes)
    ends = ends and number not in attached.opening  # "is completing a three-day visit that began on Sunday"
    when = stretched(when, lengths, ends=ends)
    for span in attached.spans.get(number, [])[:1]:
        planned, moved = times[span].parts
    if moved is not None and mention.effect in {"postponed", "rescheduled"}:
        planned, when = planned or when, moved
        mention = msgspec.structs.replace(mention, effect="rescheduled")
    if is_other_day(planned, when) and mention.effect in {"planned", "future", "agreed", "confirmed"}:
        mention = msgspec.structs.replace(mention, effect="rescheduled")  # "planned for April, will now be on June 3"
    if when is None and planned is not None and mention.effect in {"planned", "expected", "future", "confirmed"}:
        when = planned
    until = to_come(best(times, attached.until.get(number, [])), published)
    return OwnDays(mention=mention, when=when, planned=planned, changed=changed, until=until, lengths=tuple(lengths), ends=ends)


def _told_on(mentioned: Mentioned, attached: Attached, number: int, published: date | None) -> When | None:
    """The day that the mention's own words give, on the side of the page's that it is on."""
    times, mention = mentioned.times, mentioned.mentions[number]
    told = [n for n in attached.told.get(number, []) if _is_to_come(times[n], published)]
    when = best(times, _ahead(mention, attached.own.get(number, []) + told, times, published))
    return toward(when, mention, published, is_told=is_told_ahead(mentioned.doc, mentioned.rules, mention))


def _ahead(mention: EngagementMention, own: list[int], times: tuple[When, ...], published: date | None) -> list[int]:
    """Of the times of something yet to be, those that are: "on Friday ruled out a meeting next month"."""
    if published is None or mention.effect not in OUTSTANDING or joined([times[n] for n in dict.fromkeys(own)]) is not None:
        return own
    ahead = [n for n in own if (latest := times[n].latest) is not None and latest > published]
    return ahead or own


def _is_to_come(when: When, published: date | None) -> bool:
    """Whether a day under "agreed", "decided" cannot be the day of that deed, which has been done."""
    return published is not None and when.earliest is not None and when.earliest > published
