"""Hand-made pages that tell who holds which office: one line a page."""

from __future__ import annotations

from datetime import date

from ledger_pages import STAMP
from legation.records import ArticleRecord, Engagement, OfficeTold, Record
from legation.rules.offices import office_rules


def told(words: str, text: str) -> OfficeTold:
    """``Mia Aas/foreign minister/NO``; ``former``, ``acting`` or ``designate`` may follow."""
    name, office, side, standing = (*words.split("/"), "holder")[:4]
    title = office_rules().title_named(office)
    assert title is not None, office
    start = text.index(name)
    is_state = len(side) == 2 and side not in ("EU", "UN", "AU")
    return OfficeTold(
        name=name,
        office=office,
        office_class=title.by_country.get(side, title.office_class),
        country=side if is_state else None,
        organisation=None if is_state else side,
        standing=standing,  # type: ignore[arg-type]
        start=start,
        end=start + len(name),
    )


def who_page(
    published: str, *offices: str, site: str = "example.org", engagements: tuple[Engagement, ...] = ()
) -> Record:
    """A page of one outlet on one day that tells of offices, and of engagements."""
    # Every outlet words it its own way, so no page is another's copy.
    text = f"{site} {published} " + " ".join(f"{site}{n}x{published} {o.split('/')[0]}." for n, o in enumerate(offices))
    return Record(
        article=ArticleRecord(
            url=f"https://{site}/{published}",
            title=f"News of {published}",
            published=date.fromisoformat(published),
            site=site,
            language="en",
            text=text,
        ),
        engagements=engagements,
        offices=tuple(told(o, text) for o in offices),
        reader=STAMP,
    )
