"""The history of one engagement: its reports read in order, as revisions."""

from __future__ import annotations

from collections.abc import Sequence

from legation.ledger.changes import changes_between
from legation.ledger.policy import Telling
from legation.ledger.reports import Report
from legation.records import Revision
from legation.rules.ledger import LedgerRules


def replay(reports: Sequence[Report], *, entry: str, rules: LedgerRules) -> tuple[Revision, ...]:
    """All revisions of one engagement, oldest first, from its reports in any order."""
    telling: Telling | None = None
    revisions: list[Revision] = []
    for report in sorted(reports, key=lambda r: r.order):
        if telling is None:
            telling = Telling(report, rules)
            changes = changes_between(None, telling.state, telling.claims)
        else:
            changes = telling.read(report)
        if changes:
            decisive = tuple(dict.fromkeys(c.claim for c in changes if c.claim)) or (f"{report.id}.status",)
            revisions.append(
                Revision(
                    entry=entry,
                    number=len(revisions),
                    said_on=report.said_on,
                    state=telling.state,
                    changes=changes,
                    claims=decisive,
                )
            )
    return tuple(revisions)
