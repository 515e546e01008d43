"""A mention's arguments sorted into travellers, hosts, parties, goal and place."""

from __future__ import annotations

from legation.records import Annotation
from legation.records.engagements import Argument, EngagementMention
from legation.resolve.engagements._behind import place_behind
from legation.resolve.engagements._by_order import (
    guest_told_of_before,
    listed_behind,
    one_told_of_before,
    sides_by_order,
    traveller_by_order,
)
from legation.resolve.engagements._candidate import SEATED, SITTINGS
from legation.resolve.engagements._houses import owner_of_house, seat_of_gathering
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._occasions import named_occasion, occasion_words
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._places import described_place, owner_of_premises, place_before
from legation.resolve.engagements._pointing import called_upon, place_of_thing, place_pointed_at
from legation.resolve.engagements._sites import land_of_site
from legation.resolve.engagements._summons import is_summons, summoner
from legation.rules.engagements import EngagementRules


class Roles:
    """Sorts a mention's arguments into travellers, hosts, parties, goal and place."""

    def __init__(self, lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> None:
        self.lookup = lookup
        self.doc = doc
        self.rules = rules
        self.mention = mention
        self.travellers: list[Party] = []
        self.hosts: list[Party] = []
        self.parties: list[Party] = []
        self.host_country: str | None = None
        self.place: str | None = None
        self.occasion: str | None = None
        self.goals: list[tuple[str | None, str | None, int]] = []
        self._only_weak_goals = False
        self._celebrated_in: str | None = None
        self._listed: list[Party] = []
        self.home: str | None = None

    def legs(self) -> tuple[tuple[str | None, str | None, int], ...]:
        """(country, place, where it is named) of each state a visit goes to; one leg where it goes to one or none is known."""
        found: dict[str | None, tuple[str | None, int]] = {}
        for country, place, head in self.goals:
            if country is not None and (country not in found or found[country][0] is None):
                found[country] = (place, self.doc.tokens[head].start)
        if len(found) < 2:
            return ((self.host_country, self.place, self.doc.tokens[self.mention.head].start),)
        legs = ((country, place, start) for country, (place, start) in found.items())
        return tuple(sorted(legs, key=lambda leg: leg[2]))

    def others(self) -> list[Party]:
        """The parties named behind the verb or noun, in text order."""
        own = (a for a in self.mention.arguments if a.strength and a.role in {"party", "with", "home"})
        behind = [*(a.head for a in own), *(a.head for a in self.mention.arguments if a.role == "addressed")]
        others = [p for head in sorted(behind) if head > self.mention.head for p in parties_at(self.lookup, head)]
        others = sorted([*others, *self._listed], key=lambda p: p.start) if self._listed else others
        return [p for n, p in enumerate(others) if p in self.parties and p not in others[:n]]

    def fill(self) -> Roles:
        own = [a for a in self.mention.arguments if a.strength == 2]
        hosting = {a.head for a in self.mention.arguments if a.role == "host" and a.strength}
        weaker = [
            a for a in self.mention.arguments if a.strength < 2 and not (a.role == "subject" and a.head in hosting)
        ]
        for argument in own:
            self._take(argument)
        for strength in (1, 0):
            for argument in weaker:
                if argument.strength == strength:
                    self._take_weak(argument)
        if self.mention.form == "noun":
            self._modifiers()
            self.home = self.home or called_upon(self.lookup, self.doc, self.rules, self.mention)
        if self.host_country is None and self.place is None and self.mention.kind in SEATED:
            self.host_country, self.place = place_pointed_at(self.lookup, self.doc, self.rules, self.mention)
        if self.host_country is None and self.place is None and self.mention.kind in SEATED:
            self.host_country, self.place = place_behind(self.lookup, self.doc, self.rules, self.mention)
        nowhere = self.host_country is None and self.place is None and not self.mention.by_phone
        if nowhere and self.mention.kind in SEATED:
            everybody = (*self.travellers, *self.hosts, *self.parties)
            self.host_country, self.place = owner_of_house(self.lookup, self.doc, self.rules, self.mention, everybody)
        if self.host_country is None and self.place is None and not self.mention.by_phone:
            self.host_country, self.place = seat_of_gathering(self.lookup, self.doc, self.mention, self.occasion)
        if self.host_country is None and self.place is None and self.occasion is None and not self.mention.by_phone:
            if self.home is None and is_summons(self.doc, self.rules, self.mention):
                calling = summoner(self.lookup, self.doc, self.rules, self.mention, tuple(self.parties))
                self._add(self.parties, calling)
                self.home = next((s for p in calling if (s := self.lookup.state(p.actor))), None)
            self.host_country = self.home
        if self.mention.kind == "visit" and self.host_country is None and self.place is None:
            going, inviting = self.travellers or self.parties, self.hosts
            self.host_country = land_of_site(self.lookup, self.doc, self.rules, self.mention, going, inviting)
        if self.host_country is None and self.place is None:
            self.host_country = self._celebrated_in
        if self.mention.kind == "visit" and self.mention.form == "noun" and self.host_country and not self.travellers:
            self._only_person()
        self._by_order()
        return self

    def _by_order(self) -> None:
        """Completes by the order of the words what the parse left with one side or none."""
        if self.mention.kind == "visit":
            if self.host_country is not None and not self.travellers and self.mention.form == "verb":
                self.travellers += traveller_by_order(
                    self.lookup, self.doc, self.rules, self.mention, self.host_country
                )
            if self.goals and not self.travellers and not self.parties:
                hosts = {country for country, _, _ in self.goals}
                self.travellers += guest_told_of_before(self.lookup, self.doc, self.rules, self.mention, hosts)
            return
        found = (*self.travellers, *self.hosts, *self.parties)
        if self.mention.kind not in SITTINGS or self.occasion is not None:
            return
        others = self.others()
        if others and others[0].form != "description":
            listed = listed_behind(self.lookup, self.doc, self.rules, self.mention, others[0])
            known = {p.actor for p in self.parties}
            self._listed = [p for p in listed if p.actor not in known]
            self._add(self.parties, tuple(self._listed))
        self._add(self.parties, one_told_of_before(self.lookup, self.doc, self.rules, self.mention, found))
        if len({self.lookup.state(p.actor) for p in found} - {None}) > 1:
            return
        sides = sides_by_order(self.lookup, self.doc, self.rules, self.mention, found)
        self._add(self.parties, sides)

    def _only_person(self) -> None:
        """ "on the agenda for President X during stops in Tokyo and Seoul": the one office-holder of the sentence before it."""
        if self._is_of_hearer():
            return
        sentence = self.doc.sentence_of(self.mention.head)
        found: dict[int, Party] = {}
        for token in self.doc.tokens[sentence.first : self.mention.head]:
            for party in parties_at(self.lookup, token.i):
                actor = self.lookup.actor(party.actor)
                if actor.kind in {"person", "office"}:
                    found.setdefault(party.actor, party)
        if len(found) == 1:
            party = next(iter(found.values()))
            if self.lookup.is_senior(party.actor) and self.lookup.state(party.actor) != self.host_country:
                self._add(self.travellers, (party,))

    def _take(self, argument: Argument) -> None:
        role, head = argument.role, argument.head
        found = parties_at(self.lookup, head)
        if role == "traveller":
            self._add(self.travellers, found)
        elif role == "host":
            self._add(self.hosts, found)
        elif role == "along" and self.mention.kind == "visit" and self._is_along_with_place(found):
            self._goal(head, found)
        elif role in {"party", "with", "along"}:
            self._add(self.parties if self.mention.kind != "visit" or role != "along" else self.travellers, found)
        elif role == "home":
            self._at_home(head, found)
        elif role == "goal":
            self._goal(head, found)
        elif role in {"place", "occasion"}:
            self._where(head)
            if role == "occasion" and self.mention.kind == "ceremony" and self.mention.form == "noun":
                self._celebrated(found)

    def _is_along_with_place(self, found: tuple[Party, ...]) -> bool:
        """ "will visit Kenya, along with Uganda": where a person goes too, not with whom."""
        people = any(self.lookup.actor(p.actor).kind in {"person", "office"} for p in self.travellers)
        return people and bool(found) and all(self.lookup.actor(p.actor).kind == "country" for p in found)

    def _at_home(self, head: int, found: tuple[Party, ...]) -> None:
        """Who is called on, or calls an envoy in, is at home. A ministry of no state said ("was summoned to the Foreign
        Ministry") is whose the page says; where an envoy is posted is no other side of his own."""
        if is_summons(self.doc, self.rules, self.mention):
            if all(any(p.actor == q.actor for q in self.parties) for p in found):
                self.home = self.home or self.lookup.country_here(head)[0]
                return
            found = tuple(p for p in found if self.lookup.state(p.actor) or self.lookup.is_senior(p.actor))
        self._add(self.parties, found)
        self.home = self.home or next((s for p in found if (s := self.lookup.actor(p.actor).country)), None)

    def _celebrated(self, found: tuple[Party, ...]) -> None:
        """ "the inauguration of President X": it is held where he holds office, if no word says another place."""
        people = tuple(p for p in found if self.lookup.is_senior(p.actor))
        states = {self.lookup.actor(p.actor).country for p in people}
        if len(states) == 1 and self.host_country is None and None not in states:
            self._celebrated_in = next(iter(states))
            self._add(self.hosts, people)

    def _take_weak(self, argument: Argument) -> None:
        role = argument.role
        if role == "subject" and self.mention.kind == "visit" and (self._is_of_hearer() or self._is_somebodys()):
            return  # "I regret that your trip is off", "X spoke of the president's trip": it is not the speaker's
        if role == "subject":
            found = tuple(p for p in parties_at(self.lookup, argument.head) if not self.lookup.is_spokesperson(p.actor))
            if self.mention.kind == "visit":
                found = tuple(p for p in found if not self._is_host_itself(p))
                if not self.travellers and found:
                    self._add(self.travellers, found)
                elif (self.mention.change_nodes or self.mention.effect == "wanted") and self.host_country is None:
                    self._announcer(argument.head)  # "Turkey called off a visit by Sweden's minister"
                elif self.mention.change_nodes and not any(self.lookup.state(p.actor) for p in self.travellers):
                    # "Guatemala put off President X's visit to Washington": who changes it and is not the host travels
                    changing = (p for p in found if self.lookup.actor(p.actor).kind == "country")
                    self._add(
                        self.travellers, tuple(p for p in changing if self.lookup.state(p.actor) != self.host_country)
                    )
            elif argument.strength == 1 or len({self.lookup.state(p.actor) for p in self.parties} - {None}) < 2:
                self._add(self.parties, found)
        elif role == "speaker":
            # A state that announces a visit may be the traveller; a person or office that does only speaks of it.
            states = tuple(
                p for p in parties_at(self.lookup, argument.head) if self.lookup.actor(p.actor).kind == "country"
            )
            if self.mention.kind == "visit" and not self.travellers and states:
                self._add(self.travellers, states)
            elif self.mention.kind == "visit" and self.travellers and self.host_country is None:
                self._announcer(argument.head)
        elif role == "addressed":
            found = parties_at(self.lookup, argument.head)
            self._add(self.parties, tuple(p for p in found if self.lookup.is_senior(p.actor)))
        elif role == "host":
            if not (self.hosts and self.mention.effect == "invited"):  # "conveyed an invitation from X" for him
                self._add(self.hosts, self._inviting(argument))
        elif role == "goal":
            if self.host_country is None or (argument.strength == 1 and self._only_weak_goals):
                self._only_weak_goals = True
                self._take(argument)
        elif role == "home":
            self._take(argument)
        elif role == "place":
            if self.place is None and self.host_country is None:
                self._where(argument.head)
        elif role in {"with", "party"}:
            self._add(self.parties, parties_at(self.lookup, argument.head))
        elif role == "traveller" and not any(self.lookup.state(p.actor) for p in self.travellers):
            self._take(argument)

    def _inviting(self, argument: Argument) -> tuple[Party, ...]:
        """Who hosts; where it is only told at whose invitation somebody comes, an office-holder of the state gone to."""
        found = parties_at(self.lookup, argument.head)
        if argument.strength:
            return found
        found = tuple(p for p in found if self.lookup.is_senior(p.actor) and self.lookup.state(p.actor))
        theirs = {self.lookup.state(p.actor) for p in self.travellers}
        there = {self.host_country} if self.host_country else {self.lookup.state(p.actor) for p in found} - theirs
        return tuple(p for p in found if self.lookup.state(p.actor) in there)

    def _is_host_itself(self, party: Party) -> bool:
        """ "COLOMBO - The premier will visit Sri Lanka": no state visits itself."""
        actor = self.lookup.actor(party.actor)
        return actor.kind == "country" and not self.mention.change_nodes and actor.country == self.host_country

    def _is_of_hearer(self) -> bool:
        hearer = self.rules.words["spoken_to"]
        travellers = [a.head for a in self.mention.arguments if a.role == "traveller" and a.strength == 2]
        return any(self.doc.tokens[i].lower in hearer for i in travellers)

    def _is_somebodys(self) -> bool:
        """Whether the visit has an owner in office, of whom it stays open which of several he is."""
        if self.travellers or self.mention.form != "noun":
            return False
        owners = [a.head for a in self.mention.arguments if a.role == "traveller" and a.strength == 2]
        return any(self.doc.tokens[i].dep == "poss" and self.lookup.is_left_open(i) for i in owners)

    def _announcer(self, head: int) -> None:
        """Whoever announces a foreigner's visit without saying where it goes receives it."""
        home = {self.lookup.state(p.actor) for p in self.travellers}
        for party in parties_at(self.lookup, head):
            country = self.lookup.actor(party.actor).country
            if country and None not in home and country not in home:
                self.host_country = country
            elif self.lookup.actor(party.actor).organisation in self.lookup.world.bodies:
                self._add(self.hosts, (party,))  # "EU puts off a visit by": a body has guests too

    def _goal(self, head: int, found: tuple[Party, ...]) -> None:
        country, place, _ = self.lookup.country_here(head)
        if self.doc.tokens[head].lower in self.rules.words["here"]:
            country, place = place_before(self.lookup, head)
        elif country is None and place is None:
            country = described_place(self.lookup, head) or self._place_within(head, found)
            country = country or place_of_thing(self.lookup, self.doc, self.rules, self.mention, head)
        if country is not None or place is not None:
            self.goals.append((country, place, head))
            self._owner_behind(head)
            if self.host_country is None or self.host_country == country:
                self.host_country = country or self.host_country
                self.place = self.place or place
            return
        occasion = occasion_words(self.doc, self.rules, head)
        if occasion:
            self.occasion = self.occasion or occasion
            self._where(head)
            return
        if self.doc.tokens[head].lemma in self.rules.occasions:
            for prep in self.doc.children(head, "prep"):  # "the delegation to the meeting in Jakarta"
                if prep.lower in self.rules.words["situated"]:
                    for leaf in self.doc.children(prep.i, "pobj"):
                        self._where(leaf.i)
            return
        for party in found:
            actor = self.lookup.actor(party.actor)
            if actor.kind in {"person", "office"}:
                self._add(self.parties, (party,))
                self.host_country = self.host_country or actor.country
            elif actor.kind == "country":
                self.host_country = self.host_country or actor.country

    def _place_within(self, head: int, found: tuple[Party, ...]) -> str | None:
        """ "Hainan Island in southern China", "Salonica city of Greece": the state that the place itself is said to be of."""
        if found or (
            self.doc.tokens[head].pos != "PROPN" and self.doc.tokens[head].lemma not in self.rules.words["sites"]
        ):
            return None
        for prep in self.doc.children(head, "prep"):
            for leaf in self.doc.children(prep.i, "pobj"):
                country, _, _ = self.lookup.country_here(leaf.i)
                if prep.lower in self.rules.words["within"] and country is not None:
                    return country
        return None

    def _owner_behind(self, head: int) -> None:
        """ "the visit to Iceland of the Lithuanian minister": an "of" parsed onto the place belongs to the visit."""
        if self.mention.form != "noun":
            return
        for prep in self.doc.children(head, "prep"):
            if prep.lower in self.rules.words["doing"]:
                for leaf in self.doc.children(prep.i, "pobj"):
                    people = [
                        p
                        for p in parties_at(self.lookup, leaf.i)
                        if self.lookup.actor(p.actor).kind in {"person", "office"}
                    ]
                    if people and not self.travellers:
                        self._add(self.travellers, tuple(people))

    def _where(self, head: int) -> None:
        country, place, _ = self.lookup.country_here(head)
        if self.doc.tokens[head].lower in self.rules.words["here"]:
            country, place = place_before(self.lookup, head)
        if country is None and place is None:
            country = described_place(self.lookup, head) or owner_of_premises(self.lookup, head)
        if country is not None or place is not None:
            self.host_country = self.host_country or country
            self.place = self.place or place
            return
        occasion, noun = named_occasion(self.doc, self.rules, head)
        if occasion:
            self.occasion = self.occasion or occasion
            for child in self.doc.children(noun, "prep"):
                if child.lower in self.rules.words["situated"]:
                    for leaf in self.doc.children(child.i, "pobj"):
                        if leaf.i > noun:  # not inside the name itself, however broken text is parsed
                            self._where(leaf.i)

    def _modifiers(self) -> None:
        """Names before the noun: "Trump-Kim summit", "China visit", "the Franco-German talks", "Blinken visit"."""
        head = self.mention.head
        first = min([head, *(self.doc.subtree(a.head)[0] for a in self.mention.arguments if a.role == "modifier")])
        seen: set[int] = set()
        possessors = {c.i for c in self.doc.children(head, "poss")}
        for token in self.doc.tokens[first:head]:
            if token.i in possessors or any(token.i in range(*self.doc.subtree(p)) for p in possessors):
                continue
            done = self._done_by(token.i)
            if done is not None:
                if done in self.rules.words["hosted_by"] and self.host_country is None:
                    self.host_country = self.lookup.country_here(token.i)[0] or self._state_at(token.i)
                continue
            pair = self.lookup.hyphenated(token.i)
            if pair and self.mention.kind != "visit":
                self._add(self.parties, pair)
                continue
            mention = self.lookup.mention(token.i)
            if mention is None or mention.actor is None or mention.actor in seen:
                place = self.lookup.place(token.i)
                if (
                    place is not None
                    and self.mention.kind in {"visit", "meeting", "summit", "talks"}
                    and self.host_country is None
                ):
                    self.host_country, self.place = place.country, self.place or place.place
                continue
            seen.add(mention.actor)
            actor = self.lookup.actor(mention.actor)
            party = Party(mention.actor, mention.start, mention.end, mention.form)
            if self.mention.kind == "visit":
                if actor.kind in {"person", "office"}:
                    if not self.travellers:
                        self._add(self.travellers, (party,))
                elif self.host_country is None and (
                    mention.form in {"country", "capital"} or self.lookup.place(token.i) is not None
                ):
                    self.host_country = actor.country  # "the India visit", but not "the Indian visit"
            elif actor.kind == "organisation":
                self.occasion = self.occasion or occasion_words(self.doc, self.rules, head)
                told = self.mention.governors or len(self.mention.nodes) > 1  # not only "at the ASEAN summit"
                if self.mention.kind == "summit" and told and self.lookup.is_gathering(mention.actor):
                    self._add(self.parties, (party,))  # "the next ASEAN summit will be held in Hanoi"
            elif mention.form == "adjective" and self.lookup.world.is_assembly(
                occasion_words(self.doc, self.rules, head) or ""
            ):
                continue  # "the Ibero-American Summit": nobody's in particular
            elif self.mention.kind == "summit" and actor.kind == "country" and self._stands_alone(token.i, first):
                self.host_country = self.host_country or actor.country  # "the Singapore summit"
            else:
                self._add(self.parties, (party,))
        if self.occasion is None and self.mention.kind in {"summit", "ceremony"}:
            self.occasion = occasion_words(self.doc, self.rules, head)

    def _done_by(self, i: int) -> str | None:
        """ "Oman-hosted", "US-brokered": what the state at token ``i`` does for talks of others."""
        behind = [t.lower for t in self.doc.tokens[i + 1 : i + 3]]
        words = self.rules.words["hosted_by"] | self.rules.words["brokered_by"]
        return behind[1] if behind[:1] == ["-"] and behind[1:] and behind[1] in words else None

    def _state_at(self, i: int) -> str | None:
        mention = self.lookup.mention(i)
        return self.lookup.actor(mention.actor).country if mention is not None and mention.actor is not None else None

    def _stands_alone(self, i: int, first: int) -> bool:
        """Whether no other state stands before the noun beside the one at ``i``."""
        others = (self.lookup.mention(t.i) for t in self.doc.tokens[first : self.mention.head] if t.i != i)
        here = self.lookup.mention(i)
        return not any(o is not None and o.actor is not None and o is not here for o in others)

    def _add(self, to: list[Party], found: tuple[Party, ...]) -> None:
        known = {p.actor for p in (*self.travellers, *self.hosts, *self.parties)}
        for party in found:
            if party.actor not in known:
                to.append(party)
                known.add(party.actor)
