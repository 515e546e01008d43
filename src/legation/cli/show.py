"""``legation show``: one engagement's whole history, every change with its words and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.calendar import Calendar, opened, wanted_entry

if TYPE_CHECKING:
    from rich.console import Console

    from legation.records import Claim, Entry, Revision, StoredPage

Id = Annotated[str, typer.Argument(metavar="ID", help="The engagement's identifier, or its beginning.")]


def show(entry: Id, calendar: Calendar = None) -> None:
    """Tell one engagement's history: each change, who said so, in which words, on which page."""
    from legation.cli.terminal import console

    with opened(calendar) as store:
        found = wanted_entry(store, entry)
        revisions, claims, pages = store.revisions(found.id), store.claims(found.id), store.pages(entry=found.id)
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
    from legation.publish.ics import sources_words
    from legation.publish.words import date_words, title_of, who_words

    state = entry.state
    out.print(f"[bold]{escaped(title_of(state))}[/bold]")
    out.print(f"  status   [{colour(entry)}]{entry.standing.replace('_', ' ')}[/]")
    words = date_words(state.when, no_date_set=state.no_date_set)
    if state.no_date_set and words != "no date set":
        words += ", no date set"
    if state.previous is not None:
        words += f" (before: {date_words(state.previous)})"
    out.print(f"  when     {words}", markup=False)
    for number, who in enumerate(state.participants):
        office = f", {who.office}" if who.name and who.office else ""
        country = f" ({who.country})" if who.country else ""
        out.print(
            f"  {'who' if number == 0 else '   '}      {who_words(who)}{office}{country}, {who.role}", markup=False
        )
    for label, value in (("place", state.place), ("occasion", state.occasion), ("topics", ", ".join(state.topics))):
        if value:
            out.print(f"  {label:<8} {value}", markup=False)
    if state.cause is not None:
        out.print(f"  cause    “{state.cause.words}”", markup=False)
    if state.disputed:
        out.print(f"  [yellow]disputed[/] {', '.join(state.disputed)}")
    out.print(f"  sources  {sources_words(entry)}", markup=False)
    out.print(f"  id       {entry.id}, revision {entry.sequence}", markup=False)


def _print_revision(revision: Revision, claims: dict[str, Claim], pages: dict[str, StoredPage], out: Console) -> None:
    changes = "; ".join(_change_words(c.field, c.before, c.after) for c in revision.changes if c.field in _TOLD)
    out.print(f"  {revision.said_on.isoformat()}  {changes or _also(revision)}", markup=False)
    for claim_id in revision.claims:
        claim = claims.get(claim_id)
        if claim is not None:
            page = pages.get(claim.page)
            out.print(f"              “{claim.words}”", markup=False, style="italic")
            out.print(f"              {_asserter(claim)}{_page_words(page) if page else claim.page}", markup=False)


_TOLD = ("status", "when", "host_country", "no_date_set", "cause", "disputed")


def _also(revision: Revision) -> str:
    return "; ".join(f"{c.field.replace('_', ' ')}: {c.after or 'none'}" for c in revision.changes)


def _change_words(field: str, before: str | None, after: str | None) -> str:
    name = field.replace("_country", "").replace("_", " ")
    return f"{name} {before} -> {after or 'none'}" if before else f"{name} {after}"


def _asserter(claim: Claim) -> str:
    if claim.person:
        return f"{claim.person}, "
    if claim.speaker is not None:
        speaker = claim.speaker
        words = ", ".join(w for w in (speaker.name, speaker.office, speaker.organisation or speaker.country) if w)
        return f"{words}; " if words else ""
    return f"{claim.described_as or 'an unnamed source'}; " if claim.anonymous else ""


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
