"""What the climb from one event has gathered."""

from __future__ import annotations

from legation.find.engagements._clauses import VERBAL
from legation.find.engagements._effects import hedge, tense_of
from legation.records import Annotation, Token
from legation.records.engagements import Governor
from legation.rules.engagements import EngagementRules


class Chain:
    """One event under what stands above it: the governors, the nodes whose dates count, and the folded effect."""

    def __init__(self, doc: Annotation, rules: EngagementRules, head: int, effect: str | None) -> None:
        self.doc = doc
        self.rules = rules
        self.effect = effect
        self.before: str | None = None
        self.governors: list[Governor] = []
        self.nodes: list[int] = [head]
        self.change_nodes: list[int] = []
        self.hedge = hedge(doc, head)
        self.is_subordinate = False
        self.is_hypothetical = False
        self.tense = "none"
        self.support: int | None = None

    def note(self, head: Token, effect: str, state: str, *, change: bool, negated: bool) -> None:
        """Adds a governor that stands in ``state``; the days beside it count, and its tense where it changes the event."""
        self.governors.append(Governor(head.i, effect, state, change, negated))
        if change:
            self.change_nodes.append(head.i)
        elif head.lemma not in self.rules.reporting:
            self.nodes.append(head.i)
        if change or self.tense == "none":
            self.tense = tense_of(state)

    def note_conditions(self, token: Token) -> None:
        """Notes where a clause leaves open whether it is so: "if they met", "whether to meet"."""
        marks = {c.lower for c in self.doc.children(token.i, "mark", "advmod")}
        if token.pos in VERBAL and "if" in marks and token.dep in {"advcl", "ccomp"}:
            self.is_hypothetical = True
        if token.pos in VERBAL and "whether" in marks:
            self.is_hypothetical = True
