"""Lists: engagements by date under a filter, and search."""

from __future__ import annotations

import base64
import binascii
from datetime import date

import msgspec
from msgspec.structs import replace

from legation.errors import UsageError
from legation.records import Entry, Filter
from legation.rules.regions import regions
from legation.web import urls
from legation.web.desk import Desk, place
from legation.web.filters import KINDS, STANDINGS, with_value, without
from legation.web.present import Link, Presenter
from legation.web.site import Shown

_MOST_ON_PAPER = 500
_MOST_PAGES = 15


class Facet(msgspec.Struct, frozen=True):
    """Filters that are links: each adds itself or, where it is chosen, takes itself away."""

    name: str
    links: tuple[Link, ...]


def cursor(entry: Entry) -> str:
    """The place behind an entry, as an opaque word."""
    return base64.urlsafe_b64encode("|".join(place(entry)).encode()).decode().rstrip("=")


def cursor_of(given: str | None) -> tuple[str, str] | None:
    """The place that ``cursor`` named. Raises UsageError where it is none of ours."""
    if not given:
        return None
    try:
        text = base64.urlsafe_b64decode(given + "=" * (-len(given) % 4)).decode()
    except (binascii.Error, ValueError, UnicodeError):
        raise UsageError("after: is not a place in this list; begin again without it") from None
    earliest, found, entry = text.partition("|")
    if not found or not text.isprintable() or len(text) > 200:
        raise UsageError("after: is not a place in this list; begin again without it")
    return earliest, entry


def listing(
    desk: Desk, presenter: Presenter, wanted: Filter, after: tuple[str, str] | None, *, for_print: bool = False
) -> Shown:
    limit = _MOST_ON_PAPER if for_print else desk.settings.per_page
    entries, following = part(desk, wanted, after, limit)
    return Shown(
        "print.html" if for_print else "list.html",
        {
            "wanted": wanted,
            "cards": presenter.cards(entries),
            "next": following,
            "today": presenter.day(desk.today()),
            "facets": facets(presenter, wanted, urls.listing, desk.today()),
            "chosen": chosen(presenter, wanted, urls.listing),
            "total": desk.store.count(wanted, today=desk.today()),
            "base": urls.listing,
        },
    )


def search(desk: Desk, presenter: Presenter, wanted: Filter, after: tuple[str, str] | None) -> Shown:
    has_question = wanted != Filter()
    entries, following = part(desk, wanted, after, desk.settings.per_page) if has_question else ([], None)
    pages = desk.store.pages(text=wanted.text, limit=_MOST_PAGES) if wanted.text and after is None else []
    return Shown(
        "search.html",
        {
            "wanted": wanted,
            "has_question": has_question,
            "cards": presenter.cards(entries),
            "next": following,
            "pages": [(page, presenter.day(page.said_on)) for page in pages],
            "facets": facets(presenter, wanted, urls.search, desk.today()),
            "chosen": chosen(presenter, wanted, urls.search),
            "base": urls.search,
        },
    )


def part(desk: Desk, wanted: Filter, after: tuple[str, str] | None, limit: int) -> tuple[list[Entry], str | None]:
    """One part of a list, and the cursor of the next where there is one."""
    entries = desk.store.entries(wanted, today=desk.today(), limit=limit + 1, after=after)
    shown = entries[:limit]
    return shown, cursor(shown[-1]) if len(entries) > limit else None


def facets(presenter: Presenter, wanted: Filter, address: object, today: date) -> list[Facet]:
    link = address if callable(address) else urls.listing
    words = presenter.words
    found = []
    for name, field, values, labels in (
        ("Status", "statuses", STANDINGS, words.statuses),
        ("Kind", "kinds", KINDS, words.kinds),
        ("Region", "regions", tuple(regions()), {r.id: r.name for r in regions().values()}),
    ):
        links = []
        for value in values:
            is_chosen = value in getattr(wanted, field)
            other = without(wanted, field, value) if is_chosen else with_value(wanted, field, value)
            links.append(Link(labels[value], link(other), is_chosen))
        found.append(Facet(name, tuple(links)))
    is_ahead, is_behind = wanted.since == today, wanted.until == today
    dates = [
        Link("From today on", link(replace(wanted, since=None if is_ahead else today, until=None)), is_ahead),
        Link("Until today", link(replace(wanted, until=None if is_behind else today, since=None)), is_behind),
        Link("Without a date", link(replace(wanted, undated=None if wanted.undated else True)), wanted.undated is True),
    ]
    found.append(Facet("Date", tuple(dates)))
    return found


def chosen(presenter: Presenter, wanted: Filter, address: object) -> list[Link]:
    """Every condition in force, as a link that takes it away."""
    link = address if callable(address) else urls.listing
    found = [Link(presenter.country(c).label, link(without(wanted, "countries", c))) for c in wanted.countries]
    found += [Link(regions()[r].name, link(without(wanted, "regions", r))) for r in wanted.regions]
    found += [Link(p, link(without(wanted, "people", p))) for p in wanted.people]
    found += [Link(presenter.words.statuses[s], link(without(wanted, "statuses", s))) for s in wanted.statuses]
    found += [Link(presenter.words.kinds[k], link(without(wanted, "kinds", k))) for k in wanted.kinds]
    if wanted.since:
        found.append(Link(f"from {presenter.day(wanted.since)}", link(without(wanted, "since"))))
    if wanted.until:
        found.append(Link(f"until {presenter.day(wanted.until)}", link(without(wanted, "until"))))
    if wanted.undated is not None:
        found.append(Link("without a date" if wanted.undated else "with a date", link(without(wanted, "undated"))))
    if wanted.changed_since:
        found.append(
            Link(f"changed since {presenter.day(wanted.changed_since.date())}", link(without(wanted, "changed_since")))
        )
    if wanted.text:
        found.append(Link(f"“{wanted.text}”", link(without(wanted, "text"))))
    return found
