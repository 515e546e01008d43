"""Temporal expressions -> days, windows and TIMEX3 values, or an abstention that says why.

Resolved against the publication date, the sense of the governing words (``sense``) and narrative time. Nothing is
ever put in for a date nobody gave: without a publication date relative expressions stay open.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from legation.records import Annotation, Precision, TimeMention, TimexType, When
from legation.resolve.dates import spans
from legation.resolve.dates.amounts import duration, repeated, shift, window
from legation.resolve.dates.frame import Frame, Meaning, Reading, open_meaning, stretch_of
from legation.resolve.dates.points import point
from legation.resolve.dates.sense import sense_of
from legation.rules.dates import DateRules

__all__ = ["resolve_dates"]

QUARTER_REACH = 600
"""Characters after which a quarter is no longer what "a year ago" is compared with."""
BESIDE = 60
"""Characters before an amount of time in which a word can say that it measures a record."""
BY_SENSE = ("-back", "-ahead")
"""Conventions that the sense of the governing words decides."""


def resolve_dates(
    mentions: Sequence[TimeMention], annotation: Annotation, rules: DateRules, *, published: date | None
) -> tuple[When, ...]:
    """One ``When`` for each mention, in order. ``published`` is the day the text appeared, None where unknown:
    then only absolute dates have days and the others say so in ``reason``. Works with a parsed annotation and with a
    light one; the first reads tense from the governing verb, the second from the words before and after.
    """
    frame = Frame(rules=rules, published=published)
    is_parsed = bool(annotation.tokens) and bool(annotation.tokens[0].dep)
    found = []
    for mention in mentions:
        if frame.quarter and mention.start - frame.quarter_at > QUARTER_REACH:
            frame = msgspec.structs.replace(frame, quarter=None)
        here = msgspec.structs.replace(frame, sense=sense_of(mention, annotation, rules.sense), at=mention.start)
        meaning = _safely(mention.reading, here)
        parts = _parts(mention, annotation, here)
        meaning = _led(meaning, mention, annotation, rules, here)
        meaning, relation = _bounded(meaning, mention, annotation, rules, here)
        when = _when(mention, meaning, mention.type, relation, parts)
        if here.sense and meaning.convention and meaning.convention.endswith(BY_SENSE):
            when = msgspec.structs.replace(when, sense_from="parse" if is_parsed else "words")
        found.append(when)
        if not (meaning.precision == "day" and _is_of_the_saying(mention, annotation, frame)):
            frame = _told(frame, mention, meaning)
    return tuple(found)


def _when(
    mention: TimeMention, meaning: Meaning, kind: TimexType, relation: str | None, parts: tuple[When, ...]
) -> When:
    return When(
        words=mention.words,
        start=mention.start,
        end=mention.end,
        type=kind,
        value=meaning.value,
        mod=meaning.mod,
        earliest=meaning.earliest,
        latest=meaning.latest,
        precision=meaning.precision,
        convention=meaning.convention,
        reason=meaning.reason,
        zone=meaning.zone,
        relation=relation,
        parts=parts,
    )


def _safely(reading: Reading, frame: Frame) -> Meaning:
    """The meaning of any reading; dates beyond the calendar's ends are an abstention."""
    try:
        return _meaning(reading, frame)
    except (OverflowError, ValueError):
        return open_meaning(None, "outside the calendar")


def _meaning(reading: Reading, frame: Frame) -> Meaning:
    kind = reading.get("kind")
    if kind == "none":
        return Meaning(value=reading.get("ref"), convention="no-date-set")
    if kind == "ref":
        return _reference(reading["ref"], frame)
    if kind == "anchor":
        return open_meaning("XXXX-XX-XX", f"hangs on: {reading.get('happening') or reading.get('feast_open')}")
    if kind == "set":
        return repeated(reading, frame)
    if kind == "window":
        return window(reading, frame)
    if kind == "shift":
        return shift(reading, frame)
    if kind == "range":
        return _range(reading, frame)
    if "unit" in reading and "shift" not in reading:
        return duration(reading)
    return point(reading, frame)


def _reference(value: str, frame: Frame) -> Meaning:
    if value == "PRESENT_REF" and frame.published:
        return Meaning(value, frame.published, frame.published, "day", convention="now-is-publication")
    reason = "relative to the publication date, which is unknown" if value == "PRESENT_REF" else "no bound is given"
    return open_meaning(value, reason)


def _ends(reading: Reading, frame: Frame) -> tuple[Meaning, Meaning]:
    """Both ends of a range: the first by the usual conventions, the second the next such day after it."""
    if "last" in reading:
        rest = {k: v for k, v in reading.items() if k not in ("last", "kind")}
        first = point(rest, frame)
        if first.earliest is None:
            return first, point({**rest, "day": reading["last"]}, frame)
        year = {k: v for k, v in rest.items() if k != "within"} | {"year": first.earliest.year}
        last = point({**year, "day": reading["last"], "weekday": 0}, frame)
        return first, last
    start, end = reading["from"], reading["to"]
    shared = {k: reading[k] for k in ("year", "era") if k in reading}
    if "day" in end and "month" not in end and "month" in start:
        end = {**end, "month": start["month"]}
    elif "day" in start and "month" not in start and "month" in end:
        start = {**start, "month": end["month"]}
    start, end = {**start, **shared}, {**end, **shared}
    borrowed = {k: end[k] for k in ("year", "within", "page") if k in end and not {"year", "within"} & start.keys()}
    if borrowed and {"month", "quarter", "season"} & start.keys():
        start = {**start, **{k: v for k, v in borrowed.items() if k != "page"}}
    first = _safely(start, frame)
    anchor = first.earliest
    is_other = "weekday" in end and "weekday" not in start
    if anchor is None or "year" in end or end.get("kind") == "ref" or is_other:
        return first, _safely(end, frame)
    return first, _safely(end, msgspec.structs.replace(frame, published=anchor, sense="ahead", then_day=anchor))


def _range(reading: Reading, frame: Frame) -> Meaning:
    first, last = _ends(reading, frame)
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    if first.earliest is None or last.latest is None:
        return open_meaning(value, first.reason or last.reason or "not understood")
    if first.earliest > last.latest:
        return open_meaning(value, "the range ends before it begins")
    # "June 24 and 25" is as precise as its days; "from June to August" may be any days within.
    precision: Precision = "day" if first.precision == last.precision == "day" else "window"
    return Meaning(value, first.earliest, last.latest, precision, None, first.convention)


def _parts(mention: TimeMention, annotation: Annotation, frame: Frame) -> tuple[When, ...]:
    """The ends of a range, the amount and the day it is counted from, as expressions of their own."""
    reading = mention.reading
    if "amount" in reading:
        (start, end), (start_day, end_day) = reading["amount"]["at"], reading["from"]["at"]
        text = annotation.text
        amount = TimeMention(start=start, end=end, words=text[start:end], type="DURATION", reading={})
        day = TimeMention(start=start_day, end=end_day, words=text[start_day:end_day], type="DATE", reading={})
        return (
            _when(amount, duration(reading["amount"]), "DURATION", None, ()),
            _when(day, _safely(reading["from"], frame), "DATE", None, ()),
        )
    if reading.get("kind") != "range" or "from" not in reading:
        return ()
    ends = []
    for key, meaning in zip(("from", "to"), _ends(reading, frame), strict=True):
        start, end = reading[key]["at"]
        is_time = bool({"hour", "clock", "daypart"} & reading[key].keys())
        own = TimeMention(
            start=start, end=end, words=annotation.text[start:end], type="TIME" if is_time else "DATE", reading={}
        )
        ends.append(_when(own, meaning, own.type, None, ()))
    return tuple(ends)


def _led(meaning: Meaning, mention: TimeMention, annotation: Annotation, rules: DateRules, frame: Frame) -> Meaning:
    """An amount of time counted from publication: "will meet in two weeks", "is expected within three days"."""
    now, reading = frame.published, mention.reading
    if now is None or frame.sense != "ahead" or mention.type != "DURATION" or reading.get("kind"):
        return meaning
    before = annotation.tokens_in(max(0, mention.start - BESIDE), mention.start)
    lead = rules.sense.leads.get(before[-1].lower) if before else None
    if any(t.lower in rules.sense.lead_stops for t in before):
        return meaning
    if lead is None or reading.get("n") in ("plural", "unknown"):
        return meaning
    try:
        over = shift({**reading, "kind": "shift", "sign": 1, "from": "now"}, frame)
    except (OverflowError, ValueError):
        return meaning
    if over.earliest is None or over.latest is None:
        return meaning
    earliest, precision = (now, "window") if lead == "within" else (over.earliest, over.precision)
    return msgspec.structs.replace(
        meaning, earliest=earliest, latest=over.latest, precision=precision, convention=f"{lead}-from-publication"
    )


def _bounded(
    meaning: Meaning, mention: TimeMention, annotation: Annotation, rules: DateRules, frame: Frame
) -> tuple[Meaning, str | None]:
    """The bounding word before the expression; under "by", "until" and "before" a window from publication on."""
    if mention.type in ("DURATION", "SET") or mention.reading.get("kind") in ("none", "ref", "range"):
        return meaning, None
    before = annotation.tokens_in(max(0, mention.start - 20), mention.start)
    if not before or annotation.text[mention.end : mention.end + 2] in ("'s", "’s"):
        return meaning, None
    relation = rules.sense.bounds.get(before[-1].lower)
    now = frame.published
    if relation is None or now is None or meaning.earliest is None or meaning.latest is None:
        return meaning, relation
    is_to_the_end = relation in ("by", "until") or (relation == "before" and meaning.mod == "END")
    if is_to_the_end and meaning.latest >= now and frame.sense != "back":
        earliest, latest = min(now, meaning.latest), meaning.latest
    elif relation == "before" and meaning.earliest > now:
        earliest, latest = now, spans.plus(meaning.earliest, -1, "day")
    else:
        return meaning, relation
    if earliest == latest:
        return meaning, relation
    changed = msgspec.structs.replace(
        meaning, earliest=earliest, latest=latest, precision="window", convention=f"{relation}-from-publication"
    )
    return changed, relation


def _is_of_the_saying(mention: TimeMention, annotation: Annotation, frame: Frame) -> bool:
    """ "will visit on May 20, the ministry said on Tuesday. The following day": whether a day is only that on which the
    sentence's own day was told, so that narrative time stays with the latter."""
    if frame.then_day is None:
        return False
    before = annotation.tokens_in(max(0, mention.start - 20), mention.start)
    verb = next((t for t in reversed(before) if t.lower not in frame.rules.sense.of_a_day), None)
    here = annotation.tokens_in(mention.start, mention.end)
    told = annotation.token_at(max(frame.then_at - 1, 0))
    if verb is None or not here or told is None or here[0].sentence != told.sentence:
        return False
    return verb.lemma in frame.rules.sense.reporting or verb.lower in frame.rules.sense.reported


def _told(frame: Frame, mention: TimeMention, meaning: Meaning) -> Frame:
    """Narrative time after a mention: its days, where it has any."""
    stretch = stretch_of(meaning)
    if stretch is None or mention.reading.get("kind") in ("ref", "window", "none", "set"):
        return frame
    if stretch.precision == "day":
        frame = msgspec.structs.replace(frame, then_day=stretch.earliest, then_at=mention.end)
    if "Q" in stretch.value and "/" not in stretch.value and not mention.reading.get("back"):
        if mention.reading.get("kind") == "shift":
            return frame
        frame = msgspec.structs.replace(frame, quarter=stretch, quarter_at=mention.end)
    return msgspec.structs.replace(frame, then=stretch)
