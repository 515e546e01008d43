"""Every address of the site, in one place: what routes listen on and what templates link to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlencode

from legation.records import Filter

HOME = "/"
CALENDAR = "/calendar"
LIST = "/engagements"
ENGAGEMENT = "/engagements/{entry}"
ARTICLE = "/articles/{page}"
SECTIONS = "/sections"
SECTION = "/sections/{region}"
COUNTRY = "/countries/{code}"
PAIR = "/countries/{code}/{other}"
PERSON = "/people/{name:path}"
SEARCH = "/search"
ABOUT = "/about"
FEEDS = "/feeds/{kind}.{form}"
LOGIN = "/account/login"
LOGOUT = "/account/logout"
ACCOUNT = "/account"
TOKENS = "/account/tokens"
NOTES = "/engagements/{entry}/notes"
CORRECTIONS = "/engagements/{entry}/corrections"
MODERATION = "/moderation"
MODERATE = "/moderation/{note}"
WATCHES = "/watches"
WATCH = "/watches/{watch}"
STATIC = "/static"
API = "/api/v1"

# Feed forms and their media types, in the order the site offers them.
FORMS = {
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "parquet": "application/vnd.apache.parquet",
    "jsonld": "application/ld+json",
    "ninjs": "application/json",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
FORM_NAMES = {
    "ics": "Calendar (iCalendar)",
    "atom": "Changes (Atom)",
    "json": "JSON",
    "jsonl": "JSON lines",
    "csv": "CSV",
    "parquet": "Parquet",
    "jsonld": "schema.org JSON-LD",
    "ninjs": "IPTC ninjs",
    "tsv": "POLECAT columns (TSV)",
}


def engagement(entry: str) -> str:
    return f"/engagements/{quote(entry, safe='')}"


def engagement_feed(entry: str, form: str) -> str:
    return f"{engagement(entry)}.{form}"


def notes(entry: str) -> str:
    return f"{engagement(entry)}/notes"


def corrections(entry: str) -> str:
    return f"{engagement(entry)}/corrections"


def article(page: str, start: int | None = None) -> str:
    """A page's text; ``start`` leads to the highlighted words that begin there."""
    return f"/articles/{quote(page, safe='')}" + (f"#at-{start}" if start is not None else "")


def section(region: str) -> str:
    return f"/sections/{quote(region, safe='')}"


def country(code: str) -> str:
    return f"/countries/{quote(code, safe='')}"


def pair(one: str, other: str) -> str:
    """Two countries, always in the same order, so that a pair has one address."""
    first, second = sorted((one, other))
    return f"/countries/{quote(first, safe='')}/{quote(second, safe='')}"


def person(name: str) -> str:
    return f"/people/{quote(name, safe='')}"


def listing(wanted: Filter | None = None, **more: str) -> str:
    return _with(LIST, wanted, more)


def search(wanted: Filter | None = None, **more: str) -> str:
    return _with(SEARCH, wanted, more)


def feed(form: str, wanted: Filter | None = None, **more: str) -> str:
    return _with(f"/feeds/engagements.{form}", wanted, more)


def calendar(month: date | None = None, wanted: Filter | None = None) -> str:
    return _with(CALENDAR, wanted, {"month": f"{month:%Y-%m}"} if month else {})


def at_words(url: str | None, words: str) -> str | None:
    """The address of the original page at these words (a text fragment, which browsers that know it scroll to)."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    text = " ".join(words.split())
    parts = text.split(" ")
    if len(parts) > 8:
        fragment = f"{quote(' '.join(parts[:4]), safe='')},{quote(' '.join(parts[-4:]), safe='')}"
    else:
        fragment = quote(text, safe="")
    return f"{url.split('#')[0]}#:~:text={fragment.replace('-', '%2D')}"


def query_of(wanted: Filter | None) -> list[tuple[str, str]]:
    """A filter as query parameters; ``filters.parse`` reads them back."""
    if wanted is None:
        return []
    found: list[tuple[str, str]] = []
    found += [("country", v) for v in wanted.countries]
    found += [("region", v) for v in wanted.regions]
    found += [("person", v) for v in wanted.people]
    found += [("status", v) for v in wanted.statuses]
    found += [("kind", v) for v in wanted.kinds]
    if wanted.since:
        found.append(("since", wanted.since.isoformat()))
    if wanted.until:
        found.append(("until", wanted.until.isoformat()))
    if wanted.undated is not None:
        found.append(("undated", "yes" if wanted.undated else "no"))
    if wanted.changed_since:
        found.append(("changed_since", wanted.changed_since.isoformat()))
    if wanted.text:
        found.append(("q", wanted.text))
    return found


def _with(path: str, wanted: Filter | None, more: dict[str, str]) -> str:
    query: Iterable[tuple[str, str]] = [*query_of(wanted), *more.items()]
    encoded = urlencode(list(query))
    return f"{path}?{encoded}" if encoded else path
