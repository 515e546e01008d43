"""Reference sets of temporal expressions, in one shape. Texts are read on the spot and never kept."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(os.environ.get("LEGATION_GOLD", Path(__file__).parents[2] / "shared" / "gold"))


class Gold(NamedTuple):
    """``days``: the first and last day the reference gives, where it gives any."""

    start: int
    end: int
    type: str | None
    value: str | None
    days: tuple[tuple[date, date], ...] = ()


class Doc(NamedTuple):
    """``until``: where the annotated part of the text ends."""

    id: str
    text: str
    published: date | None
    gold: tuple[Gold, ...]
    until: int


def tempeval(name: str) -> Iterator[Doc]:
    """TempEval-3: ``timebank`` and ``aquaint`` (train), ``platinum`` (test). Needs GOLD_MIRROR."""
    sys.path.insert(0, str(GOLD / "loaders"))
    for d in importlib.import_module("tempeval").load(name):
        gold = tuple(Gold(s, e, kind, value, _days(value)) for s, e, kind, value, _ in d["timex"])
        yield Doc(d["id"], d["text"], _date(d["dct"]), gold, len(d["text"]))


def meantime() -> Iterator[Doc]:
    """MEANTIME (Wikinews 2004-2013): TIMEX3 of each page's first sentences, which alone are annotated."""
    for d in _lines("meantime"):
        text, places = _joined([(tid, word) for tid, _, word in d["tokens"]])
        marked = [m for m in d["mentions"].values() if m["tokens"] and all(t in places for t in m["tokens"])]
        gold = [
            Gold(places[m["tokens"][0]][0], places[m["tokens"][-1]][1], m["type"], m["value"], _days(m["value"]))
            for m in marked
            if m["tag"] == "TIMEX3"
        ]
        until = max((places[m["tokens"][-1]][1] for m in marked), default=0)
        yield Doc(d["id"], text, _date(d["dct"] or ""), tuple(sorted(gold)), until)


def gum() -> Iterator[Doc]:
    """GUM's news and interviews (Wikinews 2006-2023): dates with ``when`` or an interval; no durations or sets."""
    for d in _lines("gum_news"):
        text, places = _joined(list(enumerate(d["tokens"])))
        gold = []
        for _, attributes, first, last in d["dates"]:
            value = attributes.get("when")
            low = attributes.get("from") or attributes.get("notBefore") or value
            high = attributes.get("to") or attributes.get("notAfter") or value
            days = _days(low), _days(high)
            both = ((days[0][0][0], days[1][0][1]),) if all(days) else ()
            gold.append(Gold(places[first][0], places[last - 1][1], None, value, both))
        yield Doc(d["id"], text, _date(d["date"] or ""), tuple(gold), len(text))


def recognizers() -> Iterator[Doc]:
    """Microsoft's own date test table for English (dates, ranges, times, durations, sets; 67 lines with none)."""
    for i, d in enumerate(_lines("recognizers_datetime_en")):
        gold = []
        for start, end, _, kind, timex, values in d["mentions"]:
            days = tuple(filter(None, (_resolution(v) for v in values or ())))
            gold.append(Gold(start, end, kind, timex[0] if timex else None, days))
        yield Doc(str(i), d["input"], _date(d["reference"] or ""), tuple(gold), len(d["input"]))


SETS: dict[str, Callable[[], Iterator[Doc]]] = {
    "timebank": lambda: tempeval("timebank"),
    "aquaint": lambda: tempeval("aquaint"),
    "platinum": lambda: tempeval("platinum"),
    "gum": gum,
    "meantime": meantime,
    "recognizers": recognizers,
}


def _lines(name: str) -> Iterator[Any]:
    with gzip.open(GOLD / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _joined(words: list[tuple[Any, str]]) -> tuple[str, dict[Any, tuple[int, int]]]:
    """Tokens as one text, and where each stands in it."""
    pieces: list[str] = []
    places: dict[Any, tuple[int, int]] = {}
    at = 0
    for key, word in words:
        places[key] = at, at + len(word)
        pieces.append(word)
        at += len(word) + 1
    return " ".join(pieces), places


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _days(value: str | None) -> tuple[tuple[date, date], ...]:
    """The days of a TIMEX3 value that names a calendar stretch."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?|-Q([1-4])|-W(\d\d))?", value or "")
    if not found:
        return ()
    year, month, day, quarter, week = (int(g) if g else None for g in found.groups())
    try:
        if day:
            return ((date(year or 1, month or 1, day),) * 2,)
        if week:
            first = date.fromisocalendar(year or 1, week, 1)
            return ((first, first + timedelta(days=6)),)
        low, count = (month, 1) if month else (3 * quarter - 2, 3) if quarter else (1, 12)
        after = date((year or 1) + (low + count > 12), (low + count - 1) % 12 + 1, 1)
        return ((date(year or 1, low, 1), after - timedelta(days=1)),)
    except ValueError:
        return ()


def _resolution(value: dict[str, Any]) -> tuple[date, date] | None:
    """The days of one of Microsoft's values: ranges end before their ``end``."""
    first, last = _date(str(value.get("start", ""))), _date(str(value.get("end", "")))
    if first and last and value["type"] == "daterange":
        return first, last - timedelta(days=1)
    one = _date(str(value.get("value", "")))
    return (one, one) if one and value["type"] in ("date", "datetime") else None
