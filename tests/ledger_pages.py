"""Hand-made records for tests of the ledger and the store: one line a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from legation.records import (
    ArticleRecord,
    Dates,
    Engagement,
    Evidence,
    Participant,
    Past,
    ReaderStamp,
    Record,
    Speaker,
    Statement,
)

STAMP = ReaderStamp("test", "rules", "model")


def days(span: str | None) -> Dates | None:
    """``2023-06-18``, ``2023-06-18..2023-06-19`` or ``2023-06`` as a date."""
    if span is None:
        return None
    first, _, last = span.partition("..")
    if len(first) == 7:
        year, month = map(int, first.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1)
        latest = date.fromordinal(following.toordinal() - 1)
        return Dates(words=span, earliest=date(year, month, 1), latest=latest, precision="month", start=0, end=3)
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    precision = "day" if earliest == latest else "window"
    return Dates(words=span, earliest=earliest, latest=latest, precision=precision, start=0, end=3)


def person(words: str, role: str = "traveller") -> Participant:
    """``Antony Blinken/secretary of state/US``; any part may be empty."""
    name, office, country = (*words.split("/"), "", "")[:3]
    return Participant(name=name or None, office=office or None, country=country or None, role=role, start=0, end=5)  # type: ignore[arg-type]


def engagement(
    status: str,
    *,
    who: str = "Antony Blinken/secretary of state/US",
    whom: str | None = None,
    host: str | None = "CN",
    kind: str = "visit",
    when: str | None = None,
    past: Sequence[tuple[str, str | None]] = (),
    by: int | None = None,
    **more: Any,
) -> Engagement:
    role = "traveller" if kind == "visit" else "party"
    people = [person(w, role) for w in who.split(";") if w]
    people += [person(w, "host" if kind == "visit" else "party") for w in (whom or "").split(";") if w]
    return Engagement(
        kind=kind,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        participants=tuple(people),
        host_country=host,
        when=days(when) or Dates(),
        history=tuple(Past(status=s, when=days(w), evidence=Evidence(0, 4, "Text")) for s, w in past),  # type: ignore[arg-type]
        asserted_by=by,
        evidence=(Evidence(0, 4, "Text"),),
        **more,
    )


def page(
    published: str | None,
    *engagements: Engagement,
    site: str = "example.org",
    text: str | None = None,
    speakers: Sequence[Speaker | str] = (),
) -> Record:
    """A page of one outlet on one day. A speaker given as text is anonymous and described so."""
    body = text or f"Text of {site} on {published}: " + "; ".join(
        f"{e.kind} {e.status} {[(p.name, p.office) for p in e.participants]} {e.host_country} {e.when.words}"
        for e in engagements
    )
    statements = tuple(
        Statement(
            speaker=s if isinstance(s, Speaker) else Speaker(),
            anonymous=isinstance(s, str),
            described_as=s if isinstance(s, str) else None,
            kind="indirect",
            content=body[:20],
            start=0,
            end=20,
        )
        for s in speakers
    )
    return Record(
        article=ArticleRecord(
            url=f"https://{site}/{published}",
            title=f"News of {published}",
            published=date.fromisoformat(published) if published else None,
            site=site,
            language="en",
            text=body,
        ),
        engagements=engagements,
        statements=statements,
        reader=STAMP,
    )
