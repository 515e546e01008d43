"""One mention with its people, places and days: what merging works on."""

from __future__ import annotations

import msgspec

from legation.records import Certainty, EngagementKind, Status, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Party

SEATED = frozenset({"meeting", "talks", "summit", "ceremony"})
"""Kinds that happen at one place."""
SITTINGS: frozenset[EngagementKind] = frozenset({"meeting", "talks", "call"})
"""Kinds in which one side speaks with another: several may be told of in one breath."""
PARTS: frozenset[EngagementKind] = frozenset({"meeting", "talks", "ceremony"})
"""Kinds of what is done on a visit."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A mention after looking up its arguments. ``status`` is None where the mention leaves the state open; ``inside`` is
    the mention that its sentence sets it in; ``is_of_both`` where it tells of two already spoken of ("the two met"),
    ``is_leg`` where its days are those of a tour of several states; ``until`` is the day on which it ends, and where
    ``is_opening`` its own day is only the first, where ``is_closing`` the last; ``compatriots`` the state of whoever is
    replaced. ``setting_of`` is the mention of which this gathering is only where and when ("will meet X during the summit")."""

    mention: EngagementMention
    number: int
    kind: EngagementKind
    travellers: tuple[Party, ...] = ()
    hosts: tuple[Party, ...] = ()
    parties: tuple[Party, ...] = ()
    host_country: str | None = None
    place: str | None = None
    occasion: str | None = None
    status: Status | None = None
    certainty: Certainty = "stated"
    when: When | None = None
    planned: When | None = None
    changed: When | None = None
    no_date_set: bool = False
    lengths: tuple[When, ...] = ()
    until: When | None = None
    is_opening: bool = False
    is_closing: bool = False
    inside: int | None = None
    is_of_both: bool = False
    is_leg: bool = False
    compatriots: str | None = None
    setting_of: int | None = None

    @property
    def everybody(self) -> tuple[Party, ...]:
        return (*self.travellers, *self.hosts, *self.parties)

    @property
    def is_titled(self) -> bool:
        """Whether a title tells of a journey in the present, which may be one made by then ("Premier flies to Lima")."""
        mention = self.mention
        return mention.sentence == 0 and mention.tense == "present" and not mention.governors and self.when is None
