"""``legation show``: one engagement's whole history, every change with its words and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.calendar import AsOf, Calendar, LearnedBy, day_of, end_of, opened, wanted_entry

if TYPE_CHECKING:
    from rich.console import Console

    from legation.records import Claim, Entry, Revision, StoredPage

Id = Annotated[str, typer.Argument(metavar="ID", help="The engagement's identifier, or its beginning.")]


def show(entry: Id, as_of: AsOf = None, learned_by: LearnedBy = None, calendar: Calendar = None) -> None:
    """Tell one engagement's history: each change, who said so, in which words, on which page."""
    from legation.cli.terminal import console

    said, learned = day_of(as_of), end_of(day_of(learned_by))
    with opened(calendar) as store:
        found = wanted_entry(store, entry, as_of=said, learned_by=learned)
        revisions = store.revisions(found.id, as_of=said, learned_by=learned)
        claims, pages = store.claims(found.id), store.pages(entry=found.id)
    pages = [p for p in pages if (said is None or p.said_on <= said) and (learned is None or p.learned <= learned)]
    claims = tuple(c for c in claims if c.page in {p.id for p in pages})
    out = console()
    _print_state(found, out)
    by_id = {claim.id: claim for claim in claims}
    by_page = {page.id: page for page in pages}
    out.print("\n[bold]History[/bold]")
    for revision in revisions:
        _print_revision(revision, by_id, by_page, out)
    _print_losers(claims, revisions, by_page, out)
    out.print(f"\n[bold]Pages[/bold] ({len(pages)})")
    for page in sorted(pages, key=lambda p: (p.said_on, p.id)):
        out.print(f"  {page.said_on.isoformat()}  {_page_words(page)}", markup=False)


def _print_state(entry: Entry, out: Console) -> None:
    from legation.cli.agenda import colour, escaped
    from legation.publish.words import described, status_label, title_of, when_of
    from legation.rules.publish import publish_words

    state, words = entry.state, publish_words()
    out.print(f"[bold]{escaped(title_of(entry, words))}[/bold]")
    out.print(f"  status   [{colour(entry)}]{status_label(entry, words)}[/]")
    for label, value in (
        ("when", when_of(state.when, words, no_date_set=state.no_date_set)),
        ("", "no date set" if state.no_date_set and state.earliest else ""),
        ("before", when_of(state.previous, words) if state.previous else ""),
        *(("who" if n == 0 else "", f"{described(w)} ({w.role})") for n, w in enumerate(state.participants)),
        ("place", state.place or ""),
        ("occasion", state.occasion or ""),
        ("topics", ", ".join(state.topics)),
        ("cause", f"“{state.cause.words}”" if state.cause else ""),
        ("disputed", ", ".join(state.disputed)),
        ("sources", sources_words(entry)),
        ("part of", entry.part_of or ""),
        ("parts", ", ".join(entry.parts)),
        ("id", f"{entry.id}, revision {entry.sequence}"),
    ):
        if value:
            out.print(f"  {label:<8} {value}", markup=False)


def sources_words(entry: Entry) -> str:
    """``6 independent sources (41 pages): Outlet A, Outlet B``."""
    sources = "1 independent source" if entry.sources == 1 else f"{entry.sources} independent sources"
    pages = "1 page" if entry.pages == 1 else f"{entry.pages} pages"
    return f"{sources} ({pages})" + (f": {', '.join(entry.outlets)}" if entry.outlets else "")


def _print_revision(revision: Revision, claims: dict[str, Claim], pages: dict[str, StoredPage], out: Console) -> None:
    changes = "; ".join(_change_words(c.field, c.before, c.after) for c in revision.changes if c.field in _TOLD)
    out.print(f"  {revision.said_on.isoformat()}  {changes or _also(revision)}", markup=False)
    told = [claims[c] for c in revision.claims if c in claims]
    for page_id in dict.fromkeys(claim.page for claim in told):
        of_page = [claim for claim in told if claim.page == page_id]
        for words in dict.fromkeys(claim.words for claim in of_page):
            out.print(f"              “{words}”", markup=False, style="italic")
        page = pages.get(page_id)
        out.print(f"              {_asserter(of_page[0])}{_page_words(page) if page else page_id}", markup=False)
    for claim_id in revision.claims:
        if claim_id.startswith("person:"):
            out.print(f"              set by {claim_id.removeprefix('person:')}", markup=False)


_TOLD = ("status", "when", "host_country", "no_date_set", "cause", "disputed")


def _also(revision: Revision) -> str:
    return "; ".join(f"{c.field.replace('_', ' ')}: {c.after or 'none'}" for c in revision.changes)


def _change_words(field: str, before: str | None, after: str | None) -> str:
    name = field.replace("_country", "").replace("_", " ")
    return f"{name} {before} -> {after or 'none'}" if before else f"{name} {after}"


def _asserter(claim: Claim) -> str:
    from legation.publish.words import country_name

    if claim.person:
        return f"{claim.person}, "
    speaker = claim.speaker
    side = (speaker.organisation or (country_name(speaker.country) if speaker.country else None)) if speaker else None
    if claim.anonymous:
        return f"{claim.described_as or (f'an unnamed source of {side}' if side else 'an unnamed source')}; "
    words = ", ".join(w for w in (speaker.name, speaker.office, side) if w) if speaker else ""
    return f"{words}; " if words else ""


def _page_words(page: StoredPage) -> str:
    return ", ".join(w for w in (page.site, page.title, page.url) if w) or page.source_id or page.id


def _print_losers(
    claims: tuple[Claim, ...], revisions: tuple[Revision, ...], pages: dict[str, StoredPage], out: Console
) -> None:
    """Claims about status and date that did not come to be in force."""
    told = {(c.field, c.after) for r in revisions for c in r.changes}
    lost = [c for c in claims if c.field in ("status", "when") and not c.is_past and (c.field, c.value) not in told]
    if not lost:
        return
    out.print("\n[bold]Also said[/bold]")
    for claim in lost:
        page = pages.get(claim.page)
        out.print(
            f"  {claim.said_on.isoformat()}  {claim.field} {claim.value}: “{claim.words}” "
            f"{_asserter(claim)}{_page_words(page) if page else claim.page}",
            markup=False,
        )
