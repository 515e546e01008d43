"""From token numbers to the actors and places that stand there."""

from __future__ import annotations

import re

import msgspec

from legation.records import Actor, ActorMention, Annotation, Cast, PlaceMention, Statement, Token
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._delegations import is_delegation, whose_delegation
from legation.resolve.engagements._visitors import heads_of_guests
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
        self.sites = rules.words["sites"]
        self.premises = rules.words["premises"]
        self.delegations = rules.words["delegations"]
        self.bringing_up = rules.words["bringing_up"]
        self.one = rules.words["one"]
        self.leading = rules.words["leading"]
        self.belonging = rules.words["belonging"]
        self.state_bodies = rules.words["state_bodies"]
        self.combining = rules.combining
        self.speaking_self, self.speaking_side = rules.words["speaking_self"], rules.words["speaking_side"]
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

    def parties(self, token: int) -> tuple[Party, ...]:
        """Whoever stands at ``token``: one actor, or a group's members; empty where nobody is resolved."""
        several = self._members_of_body(token)
        if several:
            return several
        mention = self.mention(token)
        if mention is None or mention.actor is None:
            return (
                self._senders(token)
                or self._of_one(token)
                or self._speakers(token)
                or self._delegates(token)
                or self._organ(token)
                or self._guest(token)
            )
        actor = self.actor(mention.actor)
        if actor.members:
            return tuple(Party(m, mention.start, mention.end, mention.form) for m in actor.members)
        if actor.kind == "group" and self.state(mention.actor) is None:
            return self._senders(token) or (Party(mention.actor, mention.start, mention.end, mention.form),)
        return (Party(mention.actor, mention.start, mention.end, mention.form),)

    def _members_of_body(self, token: int) -> tuple[Party, ...]:
        """ "the Nepal-Sri Lanka Joint Commission", "the economic committee of Turkey and Libya": the states whose body it is."""
        if self.doc.tokens[token].lower not in self.rules.words["joint_bodies"]:
            return ()
        phrases = [(self.doc.subtree(token)[0], token)]
        phrases += [self.doc.subtree(c.i) for c in self.doc.children(token, "prep") if c.lower in {"of", "for", "between"}]
        inside = [i for first, last in phrases for i in range(first, last)]
        if any(self.doc.joined(i) in self.rules.words["not_of_governments"] for i in inside):
            return ()
        found: dict[int, Party] = {}
        for i in inside:
            mention = self.mention(i)
            for party in self.hyphenated(i):
                found[party.actor] = party
            if mention is not None and mention.actor is not None and self.actor(mention.actor).kind == "country":
                found.setdefault(mention.actor, Party(mention.actor, mention.start, mention.end, "description"))
        return tuple(found.values()) if len({self.state(n) for n in found}) > 1 else ()

    def _guest(self, token: int) -> tuple[Party, ...]:
        """ "the guest", "his host": the one traveller, or host, of whom the page has told before."""
        people = [p for i in heads_of_guests(self.doc, self.rules, self.mentions, token) for p in self._known(i)]
        people = [p for p in people if self.actor(p.actor).kind in {"person", "office"}]
        if not people or any(not self.same(p.actor, people[0].actor) for p in people):
            return ()
        here = self.doc.tokens[token]
        return (msgspec.structs.replace(people[0], start=here.start, end=here.end, form="description"),)

    def _organ(self, token: int) -> tuple[Party, ...]:
        """ "the Executive Council of the African Union", "the GCC's ministerial council": the body whose states sit there."""
        if self.doc.tokens[token].lower not in self.rules.words["organs"]:
            return ()
        inside = [c.i for c in self.doc.children(token, "poss", "compound", "nmod")]
        of = (p for p in self.doc.children(token, "prep") if p.lower == "of")
        inside += [leaf.i for p in of for leaf in self.doc.children(p.i, "pobj")]
        mentions = (self.mention(i) for i in inside)
        bodies = {m.actor: m for m in mentions if m is not None and m.actor is not None and self.is_gathering(m.actor)}
        if len(bodies) != 1:
            return ()
        actor, mention = bodies.popitem()
        return (Party(actor, mention.start, mention.end, "description"),)

    def _speakers(self, token: int) -> tuple[Party, ...]:
        """ "I will travel to Ankara", "we will receive him", inside a quotation: whoever is quoted; "we" of one who speaks
        for others is their state."""
        here = self.doc.tokens[token]
        if here.lower not in self.speaking_self | self.speaking_side:
            return ()
        for statement in self.statements:
            words = statement.quotes or (statement.content_spans if statement.kind == "direct" else ())
            if not any(q.start <= here.start < q.end for q in words) or len(statement.source) != 1:
                continue  # of a transcript all that somebody says, which has no quotation marks
            said = statement.source[0]
            sources = [m for m in self.cast.mentions if m.actor is not None and said.start <= m.start < said.end]
            actors = {m.actor for m in sources if self.actor(m.actor).kind != "country"}  # type: ignore[arg-type]
            if len(actors) != 1:
                continue
            speaker = actors.pop()
            assert speaker is not None
            if self.is_senior(speaker) and not self.is_spokesperson(speaker):
                return (Party(speaker, here.start, here.end, "pronoun"),)
            country = self.actor(speaker).country
            if here.lower in self.speaking_side and country is not None and self.is_official(speaker):
                return (self.country_party(country, here.start, here.end),)
        return ()

    def _senders(self, token: int) -> tuple[Party, ...]:
        """ "his peers from Iran and China", "a delegation from Hamas", "led by X": the states and bodies that a group is
        from, and who leads it."""
        if self.doc.tokens[token].lower not in self.delegations:
            return ()
        found: list[Party] = []
        for clause in self.doc.children(token, "acl"):
            if clause.lemma in self.leading and clause.tag == "VBN":  # "the delegation, led by Minister X,"
                leaders = (
                    leaf.i for by in self.doc.children(clause.i, "agent") for leaf in self.doc.children(by.i, "pobj")
                )
                found += [p for i in leaders for p in self.parties(i)]
        for prep in self.doc.children(token, "prep"):
            if prep.lower not in self.belonging:
                continue
            for leaf in self.doc.children(prep.i, "pobj"):
                for i in self.doc.conjuncts(leaf.i):
                    mention = self.mention(i)
                    if mention is not None and mention.actor is not None and self.state(mention.actor):
                        found.append(Party(mention.actor, mention.start, mention.end, "description"))
        return tuple(found)

    def _delegates(self, token: int) -> tuple[Party, ...]:
        """ "his delegation": he; "the delegation": whoever the one told of before is of."""
        if not is_delegation(self.doc, self.rules, token):
            return ()
        found = whose_delegation(self.doc, self.rules, token, lambda i: bool(self._known(i)))
        here = self.doc.tokens[token]
        people = self._known(found) if found is not None else ()
        return tuple(msgspec.structs.replace(p, start=here.start, end=here.end, form="description") for p in people)

    def _known(self, token: int) -> tuple[Party, ...]:
        """Who stands at ``token``, as far as they are of a state, delegations not followed further back."""
        mention = self.mention(token)
        if mention is None or mention.actor is None:
            found = self._senders(token)
        else:
            found = (Party(mention.actor, mention.start, mention.end, mention.form),)
        return tuple(p for p in found if self.state(p.actor) and self.is_official(p.actor))

    def _of_one(self, token: int) -> tuple[Party, ...]:
        """ "one of its officials": somebody of those."""
        if self.doc.tokens[token].lower not in self.one:
            return ()
        of = (
            leaf.i
            for prep in self.doc.children(token, "prep")
            if prep.lower == "of"
            for leaf in self.doc.children(prep.i, "pobj")
        )
        return tuple(p for i in of for p in self.parties(i))

    def hyphenated(self, token: int) -> tuple[Party, ...]:
        """The states inside one hyphenated word: "U.S.-Iranian", "Sino-Indian", "Greece–Turkey"."""
        here = self.doc.tokens[token]
        parts = [p for p in re.split("[-–—]", here.text) if p]
        if len(parts) < 2:
            return ()
        codes: list[str] = []
        for part in parts:
            names = self.world.readings(part)
            code = names[0].country if names else self.combining.get(part.lower())
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

    def place_before(self, token: int) -> tuple[str | None, str | None]:
        """(country, place) last spoken of before ``token``, in its sentence or the one before; "here" is the scene."""
        here = self.doc.tokens[token]
        if here.lower == "here" and self.scene is not None:
            return self.scene.country, self.scene.place
        before = [
            p for p in self.cast.places
            if p.start < here.start and here.sentence - self.doc.tokens[p.head].sentence <= 1
        ]  # fmt: skip
        before = [p for p in before if p.place] or before
        return (before[-1].country, before[-1].place) if before else (None, None)

    def described_place(self, head: int) -> str | None:
        """ "the Austrian capital", "this port city": the country its adjective names, or the page's own."""
        if self.doc.tokens[head].lemma not in self.sites:
            return None
        for child in self.doc.children(head):
            if child.dep in {"amod", "compound", "poss", "nmod"}:
                mention = self.mention(child.i)
                if mention is not None and mention.actor is not None and self.actor(mention.actor).country:
                    return self.actor(mention.actor).country
            if child.dep == "det" and child.lower == "this":
                return self.home
        return None

    def named_site(self, head: int) -> tuple[str | None, str | None]:
        """(country, place) of "the Omani capital of Muscat", "the eastern Chinese city of Hangzhou"."""
        country = self.described_place(head)
        for prep in self.doc.children(head, "prep"):
            if prep.lower == "of" and self.doc.tokens[head].lemma in self.sites:
                for leaf in self.doc.children(prep.i, "pobj"):
                    for i in (leaf.i, *(c.i for c in self.doc.children(leaf.i, "compound"))):
                        land, place, _ = self.country_here(i)
                        if land is not None and country in {None, land}:
                            return land, place
        return country, None

    def owner_of_premises(self, head: int) -> str | None:
        """ "in her office", "at the president's residence": the state of whoever it belongs to."""
        if self.doc.tokens[head].lemma not in self.premises:
            return None
        owners = (p for c in self.doc.children(head, "poss") for p in self.parties(c.i))
        return next((code for p in owners if (code := self.state_or_home(p.actor))), None)

    def state(self, number: int) -> str | None:
        """The country or body an actor acts for; a parliament or ministry of nobody knows where acts for none."""
        actor = self.actor(number)
        if actor.kind == "organisation" and actor.office_class and actor.organisation not in self.world.bodies:
            return actor.country
        return actor.country or actor.organisation

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
        if self.state_bodies & set((actor.office or "").lower().split()):
            return True
        return any(
            token.lower in self.state_bodies
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
            if prep.lower in self.belonging
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
