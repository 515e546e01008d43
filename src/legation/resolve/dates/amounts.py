"""Durations, sets, windows ("the coming weeks") and shifts ("a few days ago")."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from legation.resolve.dates import spans
from legation.resolve.dates.frame import NO_PUBLICATION, Frame, Meaning, Reading, meant, open_meaning, stretch_of
from legation.resolve.dates.points import NO_NARRATIVE, point
from legation.resolve.dates.spans import Stretch

CLOCK = ("hour", "minute", "second")
_HALVES = {"year": (6, "M"), "day": (12, "H"), "hour": (30, "M"), "minute": (30, "S")}
_SCALES = {"decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"), "fortnight": (2, "week")}


def length(reading: Reading) -> str:
    """The TIMEX3 value of an amount of time: ``P3D``, ``PT2H30M``, ``PXW`` where the number is vague."""
    date_part, time_part = "", ""
    current: Reading | None = reading
    while current:
        amount, unit = current.get("n", 1), current.get("unit", "any")
        amount = 2 if amount == "couple" else amount
        if unit == "any":
            return "PXX"
        scale, unit = _SCALES.get(unit, (1, unit))
        piece, rest = _piece(amount if isinstance(amount, str) else amount * scale, unit)
        if unit in CLOCK:
            time_part += piece + rest
        elif unit == "day" and rest:
            date_part, time_part = date_part + piece, time_part + rest
        else:
            date_part += piece + rest
        current = current.get("rest")
    return "P" + date_part + ("T" + time_part if time_part else "")


def _piece(amount: Any, unit: str) -> tuple[str, str]:
    code = spans.CODES[unit]
    if isinstance(amount, str):
        return f"X{code}", ""
    whole = int(amount)
    if amount == whole:
        return f"{whole}{code}", ""
    if amount - whole == 0.5 and unit in _HALVES:
        number, letter = _HALVES[unit]
        return (f"{whole}{code}" if whole else ""), f"{number}{letter}"
    return f"{amount:g}{code}", ""


def duration(reading: Reading) -> Meaning:
    return Meaning(value=length(reading), mod=reading.get("approx"))


def repeated(reading: Reading, frame: Frame) -> Meaning:
    """A set's value: a period (``P1W``) or the pattern that comes back (``XXXX-WXX-2``)."""
    anywhere = msgspec.structs.replace(frame, published=None, then=None, then_day=None)
    if "point" in reading:
        inner = {k: v for k, v in reading["point"].items() if k != "which"}
        return Meaning(value=point({**inner, **_daypart(reading)}, anywhere).value)
    if "weekday" in reading:
        value = f"XXXX-WXX-{reading['weekday']}"
        return Meaning(value=value + (f"T{reading['dayparts']}" if "dayparts" in reading else ""))
    if "season" in reading:
        return Meaning(value=f"XXXX-{reading['season']}")
    if "daypart" in reading:
        return Meaning(value=f"XXXX-XX-XXT{reading['daypart']}")
    if "dayparts" in reading:
        return Meaning(value=f"XXXX-XX-XXT{reading['dayparts']}")
    if "feast" in reading:
        return Meaning(value="XXXX")
    unit = reading.get("set") or reading.get("unit") or reading.get("page")
    if unit == "night":
        return Meaning(value="XXXX-XX-XXTNI")
    if unit == "weekday":
        return Meaning(value="XXXX-WXX-WD")
    times = reading.get("each", 1)
    amount = reading.get("n", 1)
    return Meaning(value=length({"n": amount if isinstance(amount, str) else amount * times, "unit": unit}))


def _daypart(reading: Reading) -> Reading:
    return {"daypart": reading["daypart"]} if "daypart" in reading else {}


def window(reading: Reading, frame: Frame) -> Meaning:
    """Days from or to publication: as many units as are said, the most a vague number can mean, or the reach."""
    unit, sign = reading["unit"], reading["sign"]
    amount = reading.get("n")
    reference = "FUTURE_REF" if sign > 0 else "PAST_REF"
    value = length(reading) if amount is not None else reference
    if frame.published is None:
        return Meaning(value=value, reason=NO_PUBLICATION, mod=reading.get("approx"))
    convention = None
    if amount is None:
        amount, convention = frame.rules.reach[unit], f"reach-{unit}s"
    elif isinstance(amount, str):
        if amount == "unknown":
            return open_meaning(value, "an amount of time without a number")
        convention = f"vague-{amount}"
        amount = frame.rules.vague[amount][1]
    try:
        other = spans.plus(frame.published, amount * sign, unit)
    except OverflowError:
        return open_meaning(value, "outside the calendar")
    earliest, latest = sorted((frame.published, other))
    return Meaning(value, earliest, latest, "window", reading.get("approx"), convention)


def shift(reading: Reading, frame: Frame) -> Meaning:
    """So many units before or after publication, narrative time or a named day, as precise as the unit."""
    reading = {**reading, **{k: v for k, v in reading.get("amount", {}).items() if k != "at"}}
    unit, sign, amount = reading["unit"], reading["sign"], reading.get("n", 1)
    if unit == "year" and amount == 1 and sign < 0 and frame.quarter and not isinstance(reading.get("from"), dict):
        same = spans.page("quarter", spans.plus(frame.quarter.earliest, -1, "year"))
        return meant(same, "quarter-of-the-text")
    reference = "FUTURE_REF" if sign > 0 else "PAST_REF"
    base, reason = _base(reading, frame)
    if base is None:
        return Meaning(value=_unknown(unit, amount, reference), reason=reason, mod=reading.get("approx"))
    if isinstance(amount, str):
        if amount == "unknown":
            return open_meaning(reference, "an amount of time without a number")
        low, high = frame.rules.vague[amount]
        return _between(base, (low * sign, high * sign), unit, reference, f"vague-{amount}", frame)
    if "low" in reading and isinstance(reading["low"].get("n"), int | float):
        return _between(base, (reading["low"]["n"] * sign, amount * sign), unit, reference, None, frame)
    try:
        moved = spans.plus(base.earliest, amount * sign, unit)
        if isinstance(reading.get("rest"), dict):
            moved = spans.plus(moved, reading["rest"].get("n", 1) * sign, reading["rest"]["unit"])
    except (OverflowError, TypeError):
        return open_meaning(reference, "outside the calendar")
    grain = "day" if unit in CLOCK else unit
    if amount != int(amount):
        grain = {"year": "month", "decade": "year", "month": "week"}.get(unit, "day")
    return msgspec.structs.replace(meant(spans.page(grain, moved)), mod=reading.get("approx"))


def _base(reading: Reading, frame: Frame) -> tuple[Stretch | None, str]:
    source = reading.get("from", "now")
    if isinstance(source, dict):
        found = stretch_of(point(source, frame))
        return found, NO_PUBLICATION
    if source == "then":
        if frame.then is None:
            return None, NO_NARRATIVE
        is_fine = reading["unit"] in ("day", "week", *CLOCK)
        if is_fine and frame.then.precision != "day":
            return None, NO_NARRATIVE
        return frame.then, ""
    return (spans.day(frame.published), "") if frame.published else (None, NO_PUBLICATION)


def _unknown(unit: str, amount: Any, reference: str) -> str:
    if isinstance(amount, str):
        return reference
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, reference)


def _between(
    base: Stretch, amounts: tuple[float, float], unit: str, value: str, convention: str | None, frame: Frame
) -> Meaning:
    try:
        ends: list[date] = sorted(spans.plus(base.earliest, amount, unit) for amount in amounts)
    except OverflowError:
        return open_meaning(value, "outside the calendar")
    if unit in ("month", "year", "decade", "century"):
        grain = "month" if unit == "month" else "year"
        ends = [spans.page(grain, ends[0]).earliest, spans.page(grain, ends[1]).latest]
        if frame.published and ends[0] <= frame.published <= ends[1]:
            ends = [ends[0], frame.published] if amounts[0] < 0 else [frame.published, ends[1]]
    return Meaning(value, ends[0], ends[1], "window", None, convention)
