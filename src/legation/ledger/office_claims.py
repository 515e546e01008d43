"""Who holds which office as claims: from a page's words to the lines of the who's who, whatever order pages come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from legation.ledger.reports import fingerprint
from legation.records import Holder, OfficeClaim, Record
from legation.rules.names import name_words, skeleton


def office_claims_of(record: Record, *, page: str, learned: datetime) -> Iterator[OfficeClaim]:
    """The claims of one page, in text order. A page without a day counts as said when it was ``learned``."""
    said_on = record.article.published or learned.date()
    for number, told in enumerate(record.offices):
        key = " ".join(name_words(told.name))
        yield OfficeClaim(
            id=f"{page}.office{number}",
            page=page,
            # A year a line: so terms can be told apart without reading every claim again.
            holder=fingerprint(key, told.office_class, told.side, told.standing, str(said_on.year)),
            **told.held(),
            said_on=said_on,
            learned=learned,
            start=told.start,
            end=told.end,
            words=record.article.text[told.start : told.end],
            url=record.article.url,
        )


class Source(msgspec.Struct, frozen=True):
    """A claim with the dispatch that its page belongs to."""

    claim: OfficeClaim
    dispatch: str


def line_of(sources: Iterable[Source]) -> Holder | None:
    """The line of the who's who that claims of one name in one office and year make; None where there are none.

    Only the first claim, the last day and whether there is a second dispatch matter, so those are enough.
    """
    ordered = sorted(sources, key=lambda s: (s.claim.said_on, s.claim.page, s.claim.start))
    if not ordered:
        return None
    first = ordered[0].claim
    return Holder(
        id=first.holder,
        **first.held(),
        first_said=first.said_on,
        last_said=ordered[-1].claim.said_on,
        is_settled=len({s.dispatch for s in ordered}) > 1,
        page=first.page,
        dispatch=ordered[0].dispatch,
        source=first.url or first.page,
    )


def search_words(name: str) -> frozenset[str]:
    """Under which words a name is filed: each of its words, with the letters that transliterations exchange made one."""
    return frozenset(skeleton(word) for word in name_words(name))


def lines_of(sources: Sequence[Source]) -> tuple[Holder, ...]:
    """The lines that claims of any number of names and offices make."""
    by_line: dict[str, list[Source]] = {}
    for source in sources:
        by_line.setdefault(source.claim.holder, []).append(source)
    return tuple(line for _, found in sorted(by_line.items()) if (line := line_of(found)) is not None)
