"""The language in which a reader wants dates and the names of countries."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

DEFAULT = "en"
_LONGEST = 200


@lru_cache(maxsize=512)
def locale_of(accept_language: str | None) -> str:
    """The best known locale for an ``Accept-Language`` header; English where none fits or the header is nonsense.

    British dates for plain ``en``: a diplomatic calendar should not read May 20 in one half of the world only.
    """
    for _, tag in sorted(_weighted(accept_language or ""), key=lambda pair: -pair[0]):
        for candidate in (tag, tag.split("-")[0]):
            name = candidate.replace("-", "_")
            if name.lower() in _known():
                return "en_GB" if name == "en" else str(_known()[name.lower()])
    return "en_GB"


def _weighted(header: str) -> list[tuple[float, str]]:
    found = []
    for part in header[:_LONGEST].split(","):
        tag, _, rest = part.strip().partition(";")
        try:
            weight = float(rest.strip().removeprefix("q=")) if rest else 1.0
        except ValueError:
            continue
        if tag and tag != "*" and weight > 0:
            found.append((weight, tag))
    return found


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return {name.lower(): name for name in locale_identifiers()}


@lru_cache(maxsize=256)
def html_lang(locale: str) -> str:
    """The locale as HTML's ``lang`` wants it."""
    try:
        return str(Locale.parse(locale)).replace("_", "-")
    except (UnknownLocaleError, ValueError):
        return DEFAULT


@lru_cache(maxsize=256)
def direction(locale: str) -> str:
    """``rtl`` for languages that are written from right to left."""
    try:
        return str(Locale.parse(locale).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"
