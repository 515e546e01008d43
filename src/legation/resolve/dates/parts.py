"""Parts of a point: the hour or part of a day, and "early", "mid", "late" of a stretch."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from legation.resolve.dates import spans
from legation.resolve.dates.frame import Frame, Meaning, Reading, meant, stretch_of

_MERIDIEMS = {"AF": "pm", "EV": "pm", "NI": "pm", "MO": "am"}


def clocked(meaning: Meaning, reading: Reading) -> Meaning:
    """The part of day or the hour, added to a day's value; the days stay days."""
    if meaning.value is None or len(meaning.value) < 10:
        return meaning
    if "clock" in reading:
        clock = f"T{reading['clock'] // 100:02d}:{reading['clock'] % 100:02d}"
    elif "hour" in reading:
        hour = reading["hour"]
        meridiem = reading.get("meridiem") or _MERIDIEMS.get(reading.get("daypart", ""))
        if meridiem == "pm" and hour < 12:
            hour += 12
        elif meridiem == "am" and hour == 12:
            hour = 0
        clock = f"T{hour:02d}:{reading.get('minute', 0):02d}"
        if "second" in reading:
            clock += f":{reading['second']:02d}"
    elif "daypart" in reading:
        clock = f"T{reading['daypart']}"
    else:
        return meaning
    zone = reading.get("zone")
    return msgspec.structs.replace(meaning, value=meaning.value + clock + ("Z" if zone == "Z" else ""), zone=zone)


def modified(meaning: Meaning, reading: Reading, frame: Frame) -> Meaning:
    """Early, mid, late: the thirds. Earlier, later: the part before or after publication."""
    mod = reading.get("side") or reading.get("mod") or reading.get("approx")
    if mod is None:
        return meaning
    if mod == "EVE":
        if meaning.earliest is None:
            return msgspec.structs.replace(meaning, mod=None)
        return meant(spans.day(meaning.earliest - timedelta(days=1)))
    stretch = stretch_of(meaning)
    if stretch is None or meaning.precision in ("day", "none"):
        return msgspec.structs.replace(meaning, mod=mod)
    earliest, latest = spans.part(stretch, mod)
    convention = "thirds"
    now = frame.published
    if "side" in reading and now is not None and stretch.earliest <= now <= stretch.latest:
        convention = "side-of-publication"
        earliest, latest = (stretch.earliest, now) if mod == "START" else (now, stretch.latest)
    if (earliest, latest) == (stretch.earliest, stretch.latest):
        return msgspec.structs.replace(meaning, mod=mod)
    return msgspec.structs.replace(
        meaning, mod=mod, earliest=earliest, latest=latest, precision="window", convention=convention
    )
