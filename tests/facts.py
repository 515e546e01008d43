"""What a passage tells, in one line each, for tables of passages read as published on Wednesday 15 May 2024.

A line: kind, status, states and bodies (the host's state among them), and behind @ the host: ``visit held ID,NL @ID``.
"""

from __future__ import annotations

from datetime import date

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2024, 5, 15)


def facts(text: str) -> list[str]:
    """The lines of all engagements of ``text``, sorted."""
    return sorted(_fact(e) for e in read_text(text, published=PUBLISHED, is_final=True).engagements)


def _fact(engagement: Engagement) -> str:
    states = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    host = f" @{engagement.host_country}" if engagement.host_country else ""
    return f"{engagement.kind} {engagement.status} {','.join(sorted(s for s in states if s))}{host}"
