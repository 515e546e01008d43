"""One engagement: how it stands, its whole history with the words behind every change, and what contradicts it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec
from starlette.requests import Request

from legation.publish import jsonld
from legation.publish.words import countries_of
from legation.records import Claim, Entry
from legation.store import overview
from legation.web import urls
from legation.web.present import Link, Presenter, Quote
from legation.web.site import Shown, Site

# A page with more than this stops being one; the JSON has all.
_MOST_STEPS = 60
_MOST_CLAIMS = 120
_MOST_PAGES = 60
_MOST_PAIRS = 6


def engagement(site: Site, presenter: Presenter, entry: Entry, request: Request) -> Shown:
    desk = site.desk
    dossier = desk.full_dossier(entry)
    claims = desk.store.claims(entry.id)
    named = {claim.id: claim for claim in claims}
    outlets = overview.outlets(desk.store, [claim.page for claim in claims])
    decisive = {name for revision in dossier.revisions for name in revision.claims}
    parts = [found for part in entry.parts if (found := desk.store.entry(part, today=desk.today()))]
    whole = desk.store.entry(entry.part_of, today=desk.today()) if entry.part_of else None
    steps = [presenter.step(revision, named, outlets) for revision in reversed(dossier.revisions)]
    return Shown(
        "engagement.html",
        {
            "card": presenter.card(entry),
            "entry": entry,
            "people": presenter.people(entry),
            "before": presenter.before(entry),
            "cause": _cause(presenter, entry, outlets),
            "steps": steps[:_MOST_STEPS],
            "steps_left": max(0, len(steps) - _MOST_STEPS),
            "disputes": presenter.disputes(entry, dossier.revisions, claims, outlets),
            "others": _others(presenter, [c for c in claims if c.id not in decisive], outlets),
            "parts": presenter.cards(parts),
            "whole": presenter.card(whole) if whole else None,
            "sources": dossier.sources[:_MOST_PAGES],
            "days": {s.page: presenter.day(s.said_on) for s in dossier.sources if s.said_on},
            "matches": desk.store.matches(entry.id)[:_MOST_PAGES],
            "pairs": _pairs(presenter, entry),
            "jsonld": msgspec.json.encode(jsonld.event(dossier, desk.words)).decode(),
            "notes": getattr(request.state, "notes", None),
        },
    )


def _cause(presenter: Presenter, entry: Entry, outlets: dict[str, overview.Outlet]) -> tuple[str, str, str] | None:
    """(words, type, address of the words) of what the change is put down to."""
    cause = entry.state.cause
    if cause is None:
        return None
    return cause.words, cause.type.replace("_", " "), urls.article(cause.page, cause.start)


def _others(
    presenter: Presenter, claims: Sequence[Claim], outlets: dict[str, overview.Outlet]
) -> list[tuple[str, list[Quote]]]:
    """Claims that changed nothing, by field: what else was said, and what lost."""
    grouped: dict[str, dict[str, Quote]] = {}
    for claim in list(reversed(claims))[:_MOST_CLAIMS]:
        label = presenter.words.fields.get(claim.field, claim.field)
        quote = presenter.quote(claim, outlets)
        grouped.setdefault(label, {})[f"{quote.value}\0{quote.article}"] = quote
    return [(label, list(quotes.values())) for label, quotes in sorted(grouped.items())]


def _pairs(presenter: Presenter, entry: Entry) -> list[Link]:
    """The pairs of countries that meet here."""
    names = {code: presenter.country(code).label for code in countries_of(entry.state)}
    return [Link(f"{names[a]} and {names[b]}", urls.pair(a, b)) for a, b in list(combinations(names, 2))[:_MOST_PAIRS]]
