"""How many sittings one mention tells of: "met A of one state and B of another" are two."""

from __future__ import annotations

from itertools import pairwise

from legation.records import Token
from legation.resolve.engagements._candidate import SITTINGS
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._roles import Roles

FIRST = frozenset({"head_of_state", "monarch", "head_of_government", "crown_prince", "legislator"})
"""Offices whose holders receive a guest for themselves."""


class Sittings:
    """Parts the people of one mention into those of each sitting it tells of."""

    def __init__(self, roles: Roles) -> None:
        self.roles = roles

    def companies(self, *, on_own_days: bool = False) -> tuple[tuple[Party, ...], ...]:
        """The parties of each meeting that one mention tells of: "met A of one state and B of another" are two, unless
        a word unites them; one company where there is nothing to part."""
        whole = (tuple(self.roles.parties),)
        if self._stay_away():
            return tuple((party,) for party in self.roles.parties)
        if self.roles.mention.kind not in SITTINGS or self.roles.travellers or self.roles.hosts:
            return whole
        others = self.roles.others()
        agents = [p for p in self.roles.parties if p not in others]
        states = {self.roles.lookup.state(p.actor) for p in others}
        if on_own_days and len(agents) == 1 and self.roles.lookup.state(agents[0].actor) not in states:
            return tuple((agents[0], other) for other in others)
        if len(agents) == 1 and self._are_of_different_states(others, agents[0]) and self._are_apart(others):
            return tuple((agents[0], other) for other in others)
        if len(agents) == 1 and (self._have_own_prepositions(others) or self._are_separate(others, agents[0])):
            return tuple((agents[0], other) for other in others)
        # "A and B held one-on-one meetings with C"
        if len(others) == 1 and self._are_of_different_states(agents, others[0]) and self._are_paired():
            people = [a for a in agents if self.roles.lookup.actor(a.actor).kind != "country"]
            return tuple((agent, others[0]) for agent in people)
        return whole

    def _stay_away(self) -> bool:
        """ "Neither A nor B will attend the summit": each of them, where they are of different states, for himself."""
        roles = self.roles
        states = {roles.lookup.state(p.actor) for p in roles.parties}
        people = all(roles.lookup.actor(p.actor).kind in {"person", "office"} for p in roles.parties)
        refuses = roles.mention.kind == "summit" and roles.mention.effect in {"no_plan", "declined", "cancelled"}
        return refuses and people and len(roles.parties) == len(states) > 1 and None not in states

    def are_with_others(self) -> bool:
        """ "the leaders of A, B and C missed bilateral meetings": each of two, and with whom is not said."""
        states = {self.roles.lookup.state(p.actor) for p in self.roles.parties} - {None}
        if self._met_somebody_unknown():
            return True
        return len(states) > 2 and not self.roles.others() and self._are_paired()

    def _met_somebody_unknown(self) -> bool:
        """ "I will be meeting with both A and B", of whom the page does not say who speaks: A and B do not meet each other."""
        roles = self.roles
        if roles.mention.form != "verb" or roles.mention.kind not in SITTINGS or len(roles.others()) < len(roles.parties):
            return False
        speaking = roles.rules.words["speaking_self"] | roles.rules.words["speaking_side"]
        agents = (a.head for a in roles.mention.arguments if a.role == "party" and a.head < roles.mention.head)
        return any(roles.doc.tokens[i].lower in speaking and not parties_at(roles.lookup, i) for i in agents)

    def receptions(self) -> tuple[tuple[Party, ...], ...]:
        """The hosts of each sitting that one mention tells of: "received by A and by B" are two, "by A and B" is one."""
        if self.roles.mention.form == "verb" and self._have_own_prepositions(self.roles.hosts):
            return tuple((host,) for host in self.roles.hosts)
        return (tuple(self.roles.hosts),)

    def guests(self) -> tuple[tuple[Party, ...], ...]:
        """The guests of each sitting that one mention tells of: "received A of one state and then B of another" are two."""
        guests = self.roles.travellers
        states = {self.roles.lookup.state(p.actor) for p in guests}
        if self.roles.mention.form == "verb" and len(guests) == len(states) > 1 and self._are_told_in_turn(guests):
            return tuple((guest,) for guest in guests)
        return (tuple(guests),)

    def _have_own_prepositions(self, parties: list[Party]) -> bool:
        """Whether these are people, several, each behind a preposition of his own ("with A and with B")."""
        if len(parties) < 2 or any(self.roles.lookup.actor(p.actor).kind not in {"person", "office"} for p in parties):
            return False
        theirs: dict[int, set[int]] = {}
        for argument in self.roles.mention.arguments:
            above = self.roles.doc.tokens[self.roles.doc.tokens[argument.head].head]
            for party in parties_at(self.roles.lookup, argument.head):
                if above.pos == "ADP":
                    theirs.setdefault(party.actor, set()).add(above.i)
        prepositions = [theirs.get(p.actor, set()) for p in parties]
        together = bool(self.roles.rules.words["uniting"] & {t.lower for t in self._sentence()})
        return not together and all(prepositions) and len(set[int]().union(*prepositions)) >= len(parties)

    def _are_separate(self, others: list[Party], from_one: Party) -> bool:
        """ "separate meetings with A and B", "met separately with A and B": one each, though A and B are of one state."""
        lookup, doc = self.roles.lookup, self.roles.doc
        beside = (c.lower for node in self.roles.mention.nodes for c in doc.children(node, "amod", "advmod"))
        words = {word.removesuffix("ly") for word in beside}  # "then", "later" part those of two states only
        people = len(others) > 1 and all(lookup.actor(p.actor).kind in {"person", "office"} for p in others)
        foreign = lookup.state(from_one.actor) not in {lookup.state(p.actor) for p in others} - {None}
        told_so = bool(words & self.roles.rules.words["separating"] & self.roles.rules.words["paired"])
        told_so = told_so or self._are_told_in_turn(others)
        return people and foreign and (told_so or self._are_counted(others) or self._are_met_in_turn(others))

    def _are_told_in_turn(self, others: list[Party]) -> bool:
        """ "met A and then B", "A, followed by B and C": a word of order between two of them."""
        ordered = sorted(others, key=lambda p: p.start)
        between = (self.roles.doc.tokens_in(one.end, other.start) for one, other in pairwise(ordered))
        return any(t.lower in self.roles.rules.words["in_turn"] for tokens in between for t in tokens)

    def _are_met_in_turn(self, others: list[Party]) -> bool:
        """ "will meet with President A, Prime Minister B and Speaker C": a state's first people, each in an office of his own, are
        met one by one at home, where nothing unites them."""
        lookup, words = self.roles.lookup, self.roles.rules.words
        if self.roles.mention.kind != "meeting" or words["uniting"] & {t.lower for t in self._sentence()}:
            return False
        actors = [lookup.actor(p.actor) for p in others]
        offices = [a.office_class for a in actors]
        own = len(set(offices)) == len(offices) and None not in offices and all(a.kind == "person" for a in actors)
        at_home = self.roles.host_country in {None, *(lookup.state(p.actor) for p in others)}
        return own and at_home and len(FIRST & set(offices)) > 1

    def _are_counted(self, others: list[Party]) -> bool:
        """ "meetings with President A and Premier B", "courtesy calls on A and B": a plural of what is held once with each, where
        nothing unites them."""
        nodes = [self.roles.doc.tokens[node] for node in self.roles.mention.nodes]
        plural = any(t.tag == "NNS" and t.lemma in self.roles.rules.words["counted"] for t in nodes)
        together = self.roles.rules.words["uniting"] & {t.lower for t in self._sentence()}
        return plural and not together

    def _sentence(self) -> tuple[Token, ...]:
        sentence = self.roles.doc.sentence_of(self.roles.mention.head)
        return self.roles.doc.tokens[sentence.first : sentence.last]

    def _are_of_different_states(self, parties: list[Party], from_one: Party) -> bool:
        """Whether these are people, several, each of a state of his own, and none of it that of ``from_one``."""
        held = {self.roles.lookup.state(p.actor) for p in parties if self.roles.lookup.actor(p.actor).kind != "country"}
        # "Kenya's William Ruto": the state beside its own man is not another side
        parties = [
            p for p in parties
            if self.roles.lookup.actor(p.actor).kind != "country" or self.roles.lookup.state(p.actor) not in held
        ]  # fmt: skip
        states = {self.roles.lookup.state(p.actor) for p in parties}
        people = all(self.roles.lookup.actor(p.actor).kind == "person" or p.form == "description" for p in parties)
        apart = len(parties) > 1 and len(states) == len(parties) and None not in states
        return apart and people and self.roles.lookup.state(from_one.actor) not in states

    def _are_paired(self) -> bool:
        """ "bilateral meetings", "one-on-one talks": a plural of which each is of two."""
        head = self.roles.mention.head
        words = {self.roles.doc.joined(t.i) for t in self.roles.doc.tokens[max(head - 6, 0) : head]}
        return self.roles.mention.is_plural and bool(words & self.roles.rules.words["paired"])

    def _are_apart(self, others: list[Party]) -> bool:
        sentence = self.roles.doc.sentence_of(self.roles.mention.head)
        words = {self.roles.doc.joined(t.i) for t in self.roles.doc.tokens[sentence.first : sentence.last]}
        if self.roles.mention.on_sidelines:
            words = words - self.roles.rules.occasions  # "on the sidelines of the summit" does not make it one
        if words & self.roles.rules.words["separating"]:
            return True
        if self.roles.mention.kind == "call" and words & self.roles.rules.words["each"]:
            return True  # "telephoned both A and B"
        if self.roles.mention.is_plural and words & self.roles.rules.words["paired"]:
            return True
        if any(p.form == "description" for p in others):
            return False
        return self.roles.mention.form == "verb" and not words & self.roles.rules.words["uniting"]
