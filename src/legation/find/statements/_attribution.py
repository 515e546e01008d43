"""One statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.records.statements import SourceMention
from legation.rules.speech import Cue


@dataclass(eq=False)
class Attribution:
    """One statement in the making. ``contents`` are token bounds; ``rank`` is the depth of the cue in its tree."""

    cue: Cue | None
    cue_head: int | None
    cue_tokens: tuple[int, int] | None
    source: SourceMention | None
    contents: list[tuple[int, int]]
    rank: int = 0
    is_refusal: bool = False
    is_set_off: bool = False
    is_according: bool = False
    is_relay: bool = False
    is_turn: bool = False
    is_page: bool = False
    is_passive: bool = False
    audience: tuple[int, int] | None = None
    quotes: set[int] = field(default_factory=set)
    same_as: Attribution | None = None
    relays: list[SourceMention] = field(default_factory=list)

    @property
    def is_report(self) -> bool:
        """Whether somebody reports: perhaps only what another has said."""
        return self.cue is not None and self.cue.force == "reported" and self.source is not None
