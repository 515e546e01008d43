"""What the climb from one event has gathered."""

from __future__ import annotations

from legation.find.engagements._clauses import VERBAL, finite_state, is_negated
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
        marks, words = {c.lower for c in self.doc.children(token.i, "mark", "advmod")}, self.rules.words
        by_place = {"advcl": words["conditions"], "ccomp": words["asked_if"]}
        open_with = by_place.get(token.dep, frozenset())
        if token.pos in VERBAL and (marks & open_with or self._goes_on_with_if(token)):
            self.is_hypothetical = True
        if token.pos in VERBAL and words["whether"] & marks:
            if self.effect == "confirmed" and self._is_open(token):
                self.effect = "doubtful"  # "it is unclear whether the visit will go ahead"
            elif self.effect not in {"doubtful", "postponed", "cancelled"} or not self._is_infinitive(token):
                self.is_hypothetical = self.effect != "doubtful"  # "is weighing whether to cancel it" puts it in doubt

    def _goes_on_with_if(self, verb: Token) -> bool:
        """ "If A visited B and C came to D, ...": the second clause, whose subject the parser takes into the first."""
        clauses = (c for c in self.doc.children(verb.i, "advcl") if c.i < verb.i and self.doc.subtree(c.i)[1] == verb.i)
        return any(mark.lower in self.rules.words["conditions"] for c in clauses for mark in self.doc.children(c.i, "mark"))

    def _is_infinitive(self, verb: Token) -> bool:
        return finite_state(self.doc, self.rules, verb.i) == "infinitive"

    def _is_open(self, clause: Token) -> bool:
        """Whether the clause is what is said to be unclear, or not known."""
        above = self.doc.tokens[clause.head]
        said = [above, *self.doc.children(above.i, "acomp", "attr")]
        negated = is_negated(self.doc, above.i)
        words = self.rules.words
        return any(t.lower in words["unclear"] or (negated and t.lower in words["clear"]) for t in said)
