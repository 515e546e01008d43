"""``legation why``: for what reasons the pages of an engagement were taken for one."""

from __future__ import annotations

import typer

from legation.cli.calendar import Calendar, opened, wanted_entry
from legation.cli.show import Id


def why(entry: Id, calendar: Calendar = None) -> None:
    """Say why each page's report was put in this engagement, what spoke against others, and what people corrected."""
    from legation.publish.words import title_of
    from legation.rules.publish import publish_words

    with opened(calendar) as store:
        found = wanted_entry(store, entry)
        matches, claims = store.matches(found.id), store.claims(found.id)
        pages = {page.id: page for page in store.pages(entry=found.id)}
        corrections = store.corrections(found.id)
    typer.echo(f"{title_of(found, publish_words())}: {len(matches)} reports on {len(pages)} pages")
    told = {c.report: c for c in claims if c.field == "status" and not c.is_past}
    for match in matches:
        claim = told.get(match.report)
        page = pages.get(claim.page) if claim else None
        where = (page.site or page.title or page.id) if page else "?"
        typer.echo(f"\n{claim.said_on.isoformat() if claim else ''}  {where}  (report {match.report})")
        typer.echo(f"  together ({match.score:g}): {'; '.join(match.reasons)}")
        for line in match.against:
            typer.echo(f"  not with {line}")
    for c in corrections:
        what = f"{c.kind} {c.report} {c.other or f'{c.field} = {c.value}'}"
        typer.echo(f"\ncorrected {c.said_on.isoformat()} by {c.person}: {what}: {c.reason}")
