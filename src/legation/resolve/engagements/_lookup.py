"""From token numbers to the actors and places that stand there."""

from __future__ import annotations

import re

import msgspec

from legation.records import Actor, ActorMention, Annotation, Cast, PlaceMention, Statement, Token
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules
from legation.rules.world import World

PRIVATE = frozenset({"head", "judge", "family"})
"""Classes of office that are of a state only where their body is known to be."""

LEADING = frozenset({"head_of_state", "head_of_government", "monarch", "supreme_leader", "crown_prince"})
"""Classes of office that "the leader" of a state can mean."""

MINOR = frozenset({"spokesperson", "official", "adviser", "judge", "consort", "head", "family", "party_official", None})


class Party(msgspec.Struct, frozen=True):
    """A resolved actor and the words that name it here."""

    actor: int
    start: int
    end: int
    form: str


class Lookup:
    """Answers who or what a token is, from one page's cast."""

    def __init__(
        self,
        doc: Annotation,
        cast: Cast,
        home: str | None,
        rules: EngagementRules,
        world: World,
        scene: PlaceMention | None = None,
        statements: tuple[Statement, ...] = (),
        mentions: tuple[EngagementMention, ...] = (),
    ) -> None:
        self.doc = doc
        self.rules = rules
        self.cast = cast
        self.home = home
        self.scene = scene
        self.statements = statements
        self.mentions = mentions
        self.world = world
        self._actors = list(cast.actors)
        self._heads: dict[int, ActorMention] = {}
        self._cover: dict[int, ActorMention] = {}
        self._places: dict[int, PlaceMention] = {}
        for mention in sorted(cast.mentions, key=lambda m: m.start - m.end):
            for token in doc.tokens_in(mention.start, mention.end):
                self._cover[token.i] = mention
        for mention in cast.mentions:
            self._heads.setdefault(mention.head, mention)
        for place in cast.places:
            for token in doc.tokens_in(place.start, place.end):
                self._places.setdefault(token.i, place)

    @property
    def own_land(self) -> str | None:
        """The state that the page is told from, else the one it is written in."""
        return self.scene.country if self.scene is not None else self.home

    def mention(self, token: int) -> ActorMention | None:
        """The actor's mention headed by or covering ``token``."""
        found = self._heads.get(token) or self._cover.get(token)
        if found is None and self.doc.tokens[token].pos == "PROPN":
            # "President Joseph R. Biden, Jr.": the parser hangs the name below what follows it.
            for child in self.doc.children(token, "compound", "nmod", "appos"):
                found = found or self._heads.get(child.i) or self._cover.get(child.i)
            if found is not None and found.form == "adjective":
                return None  # "the Sylvania Cricket Board" is not Sylvania
        return found

    def is_left_open(self, token: int) -> bool:
        """Whether an office stands there of which the page has several holders: "the PM's" of two premiers."""
        mention = self.mention(token)
        return mention is not None and mention.actor is None and mention.form == "office"

    def place(self, token: int) -> PlaceMention | None:
        return self._places.get(token)

    def actor(self, number: int) -> Actor:
        return self._actors[number]

    def hyphenated(self, token: int) -> tuple[Party, ...]:
        """The states inside one hyphenated word: "U.S.-Iranian", "Sino-Indian", "Greece–Turkey"."""
        here = self.doc.tokens[token]
        parts = [p for p in re.split("[-–—]", here.text) if p]
        if len(parts) < 2:
            return ()
        codes: list[str] = []
        for part in parts:
            names = self.world.readings(part)
            code = names[0].country if names else self.rules.combining.get(part.lower())
            if code:
                codes.append(code)
        if len(codes) < 2:
            return ()
        return tuple(Party(self._country_actor(code), here.start, here.end, "description") for code in codes)

    def country_party(self, code: str, start: int, end: int) -> Party:
        """The state itself as a participant, at the words that it is inferred from."""
        return Party(self._country_actor(code), start, end, "description")

    def _country_actor(self, code: str) -> int:
        for number, actor in enumerate(self._actors):
            if actor.kind == "country" and actor.country == code:
                return number
        self._actors.append(Actor(kind="country", country=code))
        return len(self._actors) - 1

    def country_here(self, token: int) -> tuple[str | None, str | None, tuple[int, int] | None]:
        """(country, place name, span) of the place at ``token``; a state named as a goal counts as its land."""
        place = self.place(token)
        if place is not None:
            return place.country, place.place, (place.start, place.end)
        mention = self.mention(token)
        if mention is not None and mention.actor is not None and mention.form in {"country", "capital", "seat"}:
            actor = self.actor(mention.actor)
            words = self.doc.text[mention.start : mention.end] if mention.form == "capital" else None
            return actor.country, words, (mention.start, mention.end)
        return None, None, None

    def state_or_home(self, number: int) -> str | None:
        """The state an actor acts for; the page's own for an office that no state is said of."""
        return self.home if self.is_at_home(number) else self.state(number)

    def state(self, number: int) -> str | None:
        """The country or body an actor acts for; a parliament or ministry of nobody knows where acts for none."""
        actor = self.actor(number)
        if actor.kind == "organisation" and actor.office_class and actor.organisation not in self.world.bodies:
            return actor.country
        return actor.country or actor.organisation

    def side(self, number: int) -> str | None:
        """The same, the whole for its organ: the EU for the European Commission."""
        state = self.state(number)
        return self.whole(state) if state else None

    def whole(self, state: str) -> str:
        """The body whose organ this is, else the same: the EU for the European Commission."""
        body = self.world.bodies.get(state)
        return body.part_of if body is not None and body.part_of else state

    def is_named(self, country: str | None) -> bool:
        """Whether the page calls this state by its name or adjective."""
        if country is None:
            return False
        called = any(
            m.actor is not None and m.form in {"country", "adjective"} and self.actor(m.actor).country == country
            for m in self.cast.mentions
        )
        return called or any(p.country == country and p.place is None for p in self.cast.places)

    def is_bare_office(self, number: int) -> bool:
        """Whether the actor holds an office that the page gives no state for ("the president")."""
        actor = self.actor(number)
        return actor.country is None and actor.organisation is None and bool(actor.office_class) and not actor.is_plural

    def is_at_home(self, number: int) -> bool:
        """Whether an office without a state can be the page's own: no state is named that nobody here knows."""
        return self.is_bare_office(number) and not self.actor(number).is_elsewhere

    def is_official(self, number: int) -> bool:
        """Whether the actor acts for a state or an international body: by office, or by being one."""
        actor = self.actor(number)
        if actor.kind in {"country", "organisation"}:
            return self.state(number) is not None
        if self.is_private(number) and actor.organisation not in self.world.bodies:
            return False
        if actor.kind == "group":
            return self.state(number) is not None
        return actor.office_class is not None

    def is_private(self, number: int) -> bool:
        """Whether the actor's office is of a state only where its body is known to be: heads of agencies and firms, but not
        whoever heads a council, a parliament or a ruling party of a state ("the head of Libya's Presidential Council")."""
        actor = self.actor(number)
        if actor.office_class == "organisation_head":
            return actor.organisation is None and actor.country is None  # "FIFA's secretary general", "its managing director"
        words = set((actor.office or "").lower().replace("-", " ").split())
        town = self.rules.words["of_a_town"] if words & self.rules.words["of_the_state"] else frozenset()
        if actor.organisation is None and self.rules.words["stateless"] & (words - town):
            return True  # mayors and leaders of an opposition act for no state; a state councillor does
        return actor.office_class in PRIVATE and not self._heads_state_body(number)

    def _heads_state_body(self, number: int) -> bool:
        actor = self.actor(number)
        if actor.office_class != "head" or actor.country is None:
            return False
        if self.rules.words["state_bodies"] & set((actor.office or "").lower().split()):
            return True
        return any(
            token.lower in self.rules.words["state_bodies"]
            for m in self.cast.mentions
            if m.actor == number and m.form not in {"pronoun", "surname"}
            for token in self._complement(m)
        )

    def _complement(self, mention: ActorMention) -> tuple[Token, ...]:
        """The words of a mention, and what its title goes on with: "the head *of Libya's Presidential Council*"."""
        inside = self.doc.tokens_in(mention.start, mention.end)
        last = self.doc.sentence_of(mention.head).last
        behind = self.doc.tokens[inside[-1].i + 1 : last] if inside and inside[-1].i == mention.head else ()
        end = next((n for n, t in enumerate(behind) if t.text in {",", "("} or t.pos == "VERB"), len(behind))
        return (*inside, *behind[: min(end, 6)])

    def is_spokesperson(self, number: int) -> bool:
        """Whether the actor speaks for others: the subject of his clause is no party to what he tells of."""
        return self.actor(number).office_class == "spokesperson"

    def is_senior(self, number: int) -> bool:
        """Whether the actor's coming and going is news of state: an office-holder above spokespersons and officials."""
        actor = self.actor(number)
        minor = actor.office_class in MINOR and not self._heads_state_body(number)
        return self.is_official(number) and not minor

    def is_gathering(self, number: int) -> bool:
        """Whether the actor is a body's leaders or ministers together ("ASEAN foreign ministers"): many states in one."""
        actor = self.actor(number)
        body = self.world.bodies.get(actor.organisation or "")
        if not body or not body.members:
            return False
        return actor.kind == "organisation" or (actor.kind == "group" and actor.is_plural and self.is_senior(number))

    def are_of_many_states(self, party: Party) -> bool:
        """Whether the words on a group say that it is of several states, without naming them ("five Caribbean leaders",
        "ministers from several countries")."""
        heads = [t for t in self.doc.tokens_in(party.start, party.end) if t.tag in {"NNS", "NNPS"}]
        if any(t.lower in self.rules.words["rulers"] and self._is_of_region(t.i) for t in heads):
            return True
        return any(
            leaf.lemma in self.rules.words["states"] or self._are_members(leaf.i)
            for head in heads
            for prep in self.doc.children(head.i, "prep")
            if prep.lower in self.rules.words["belonging"]
            for leaf in self.doc.children(prep.i, "pobj")
        )

    def are_of_the_world(self, party: Party) -> bool:
        """Whether the words are of the world's leaders, of whatever states ("world leaders")."""
        tokens = self.doc.tokens_in(party.start, party.end)
        heads = [t for t in tokens if t.tag == "NNS" and t.lower in self.rules.words["rulers"]]
        before = (c.lower for t in heads for c in self.doc.children(t.i, "compound", "amod", "poss", "nmod"))
        return any(word in self.rules.words["worldwide"] for word in before)

    def _are_members(self, i: int) -> bool:
        """ "leaders from ten ASEAN members", "ministers of the members of the Pacific Islands Forum"."""
        if self.doc.tokens[i].lemma not in self.rules.words["members"]:
            return False
        found = (self.mention(t.i) for t in self.doc.tokens[slice(*self.doc.subtree(i))])
        actors = (self.actor(m.actor) for m in found if m is not None and m.actor is not None)
        return any(actor.organisation in self.world.bodies for actor in actors)

    def _is_of_region(self, head: int) -> bool:
        """ "Caribbean leaders", "Central American foreign ministers": of the states of a region."""
        first = min((c.i for c in self.doc.children(head, "amod", "compound", "nmod")), default=head)
        words = self.doc.text[slice(*self.doc.span(first, head + 1))].lower().replace("-", " ").split()
        return any(f" {region} " in f" {' '.join(words)} " for region in self.rules.words["regions"])

    def same(self, one: int, other: int) -> bool:
        """Whether two actors can be one: equal, or one unnamed and both of one state and compatible office."""
        if one == other:
            return True
        a, b = self.actor(one), self.actor(other)
        if a.name and b.name and (self.state(one) is None or self.state(other) is None):
            classes = {a.office_class, b.office_class} - {None}
            return a.name.split()[-1] == b.name.split()[-1] and len(classes) < 2
        if self.is_bare_office(one) and self.is_bare_office(other) and not (a.name and b.name):
            return a.office_class == b.office_class
        if self.state_or_home(one) is None or self.state_or_home(one) != self.state_or_home(other):
            return False
        if a.name and b.name:
            return a.name == b.name or a.name.split()[-1] == b.name.split()[-1]
        if a.kind == "country" or b.kind == "country":
            return True
        if "group" in {a.kind, b.kind} and "official" in {a.office_class, b.office_class}:
            return True  # "several US officials" can be any of them
        if a.office_class and b.office_class:
            classes = {a.office_class, b.office_class}
            if "minister" in classes and not (a.name and b.name):
                # "Chile's foreign minister met ... Minister X said": the plain title is short for the whole one
                return all(c and c.endswith("minister") and c != "deputy_minister" for c in classes)
            return len(classes) == 1 or ("leader" in classes and bool(classes & LEADING))
        return True
