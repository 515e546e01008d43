"""A cluster with its company and what became of it."""

from __future__ import annotations

import msgspec

from legation.records import EngagementKind, Status
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._verdict import Verdict, verdict_on

NEAR = 2
"""Sentences: a meeting with the hosts' people this close to a visit is the visitor's, where it names nobody else."""
SEATED: frozenset[EngagementKind] = frozenset({"meeting", "talks"})


class Told(msgspec.Struct, frozen=True):
    """A cluster with its company and what became of it: an engagement where ``verdict`` is None."""

    group: list[Candidate]
    kind: EngagementKind
    company: Company
    verdict: Verdict | None

    @property
    def sentences(self) -> set[int]:
        return {c.mention.sentence for c in self.group}

    @property
    def statuses(self) -> set[Status]:
        return {c.status for c in self.group if c.status is not None}


def judged(page: Page, row: Told, company: Company) -> Told:
    """The row with this company, where that makes it an engagement; else as it was."""
    verdict = verdict_on(page, row.group, row.kind, company)
    return Told(row.group, row.kind, company, None) if verdict is None else row


def names_another(page: Page, candidate: Candidate) -> bool:
    """Whether a word for who takes part stands there that nobody here could resolve."""
    people = [
        a.head for a in candidate.mention.arguments
        if a.role in {"party", "with", "speaker"} or (a.role == "subject" and a.strength)
    ]  # fmt: skip
    return any(
        page.doc.tokens[i].pos in {"PROPN", "NOUN"}
        and page.doc.tokens[i].lemma not in page.rules.nouns
        and not parties_at(page.lookup, i)
        for i in people
    )
