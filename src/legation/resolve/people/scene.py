"""Whose an office is that a page names without a state: what the scene tells.

Three witnesses, in this order: the list it stands in ("Mongolian Prime Minister X and President Y"), the visit it belongs
to (who is met by a traveller holds the office in the state he travels to), and a page that speaks of one state only. What
speaks against an answer leaves the office open: a wrong state is worse than none.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec

from legation.records import KnownOffice, PlaceMention, Token
from legation.resolve.people.bare import is_bare, is_free
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.lists import share_lists, share_names
from legation.resolve.people.talks import talks_told
from legation.rules.names import may_be_one
from legation.rules.whoswho import is_after_file

REACH = 7
"""Sentences back to which the last journey told of is the scene."""
NEAR_TALKS = 3
"""Sentences back to which talks with a host are the scene."""
LOCAL = frozenset({"governor", "legislator", "judge", "party_official", "security_official", "central_banker"})
"""Classes whose holders work at home."""
ABROAD = frozenset({"ambassador", None})
"""Classes whose institutions stand on another state's soil, or are of no office."""
SUBJECTS = ("nsubj", "nsubjpass")
SHARE = 5
"""How many times as often as all others together a page's only state is named."""

OFTEN = 4
"""How many times a page names a state that it may be about, where it is another's than the page's own."""


class Journey(msgspec.Struct, frozen=True):
    """Somebody's way to a state: the token of the goal, its state, and the token of who goes, where the grammar says."""

    token: int
    state: str
    traveller: int | None


def resolve_scene(
    builder: CastBuilder, places: tuple[PlaceMention, ...], known: tuple[KnownOffice, ...], published: date | None
) -> None:
    """Give persons whose office is named without a state the state of their list, of who sent them, or of the visit they
    are met on. A leader of whom the who's who knows that he is not that state's (``known``) stays open."""
    share_lists(builder)
    share_names(builder)
    scene = Scene(builder, places)
    for actor in range(len(builder.actors)):
        if not is_bare(builder, actor):
            continue
        state = scene.sender_of(actor) or scene.host_of(actor)
        if state is not None and not _is_anothers(builder, actor, state, known, published):
            builder.change(actor, country=state)
    share_lists(builder)


def resolve_only_state(
    builder: CastBuilder, places: tuple[PlaceMention, ...], known: tuple[KnownOffice, ...], published: date | None
) -> None:
    """Give persons who are bare still the one state that a page speaks of, where they do not deal with it from outside."""
    scene = Scene(builder, places)
    state = scene.only_state()
    for actor in range(len(builder.actors)):
        if not is_bare(builder, actor):
            continue
        near = scene.state_around(actor) if builder.home is None else None
        of = state if state is not None and builder.home in (None, state) else near
        if of is not None and scene.may_be_of(actor, of) and not _is_anothers(builder, actor, of, known, published):
            builder.change(actor, country=of)


def resolve_foreign_page(
    builder: CastBuilder,
    home: str | None,
    places: tuple[PlaceMention, ...],
    known: tuple[KnownOffice, ...],
    published: date | None,
) -> None:
    """On a page that speaks of one state again and again and never of its own ``home``, give local officials who are bare that
    state: an Indian paper's report of a Zambian election."""
    scene = Scene(builder, places)
    state = scene.only_state() if home is not None else None
    if state is None or home is None or state == home or scene.names(home) or scene.names(state) < OFTEN:
        return
    for actor in range(len(builder.actors)):
        abroad = builder.actors[actor].office_class not in LOCAL | {"head"}
        if not is_bare(builder, actor) or abroad or _is_anothers(builder, actor, state, known, published):
            continue
        if scene.may_be_of(actor, state):
            builder.change(actor, country=state)


def _is_anothers(
    builder: CastBuilder, number: int, state: str, known: tuple[KnownOffice, ...], published: date | None
) -> bool:
    """Whether the who's who knows another holder of this office in this state on the page's day, or that a king is none of
    a republic's."""
    actor, words = builder.actors[number], builder.offices.words.names
    if published is None or builder.offices.rank(actor.office_class) > 3 or is_after_file(published):
        return False
    then = [k for k in known if k.country == state and k.holds_on(published)]
    same = [k for k in then if k.office_class == actor.office_class]
    if actor.office_class == "monarch" and not same:
        return any(k.office_class == "head_of_state" for k in then)
    return bool(same) and not any(may_be_one(k.name, actor.name or "", words) for k in same)


class Scene:
    """The journeys of a page and who is met on them."""

    def __init__(self, builder: CastBuilder, places: tuple[PlaceMention, ...]) -> None:
        self._builder = builder
        self._doc = builder.annotation
        self._words = builder.offices.words.scenes
        self._states = self._stated(places)
        self._named_in: dict[int, list[int]] = {}
        for i in self._states:
            self._named_in.setdefault(self._doc.tokens[i].sentence, []).append(i)
        self._people_in: dict[int, list[int]] = {}
        for m in builder.people:
            if m.name:
                self._people_in.setdefault(self._doc.tokens[m.head].sentence, []).append(m.head)
        self._countries_in: dict[int, set[str]] = {}
        for m in builder.people:
            if m.country:
                self._countries_in.setdefault(self._doc.tokens[m.head].sentence, set()).add(m.country)
        self._counted = self._counts()
        self._journeys = self._found()
        self._journeys_in: dict[int, set[str]] = {}
        for j in self._journeys:
            self._journeys_in.setdefault(self._doc.tokens[j.token].sentence, set()).add(j.state)
        self._travellers = {(self._actor_at(j.traveller), j.state) for j in self._journeys}
        self._talks = talks_told(builder, self._states, self._state_of)
        self._unsaid: dict[str, bool] = {}
        self._gathering = {
            t.sentence
            for t in self._doc.tokens
            if t.lemma.lower() in self._words.gatherings and t.pos in ("NOUN", "PROPN")
        }

    def _stated(self, places: tuple[PlaceMention, ...]) -> dict[int, str]:
        """The states that are named, by the token of each name."""
        said = {m.head: m.country for m in self._builder.people if m.country and m.form in ("country", "capital")}
        return {**said, **{p.head: p.country for p in places if p.country}}

    def _found(self) -> list[Journey]:
        found = []
        for i, state in sorted(self._states.items()):
            way = self._way_to(self._doc.tokens[i])
            if way is not None:
                found.append(Journey(i, state, self._goer(way)))
        return found

    def _way_to(self, token: Token) -> Token | None:
        """The verb or noun of going that a place is the goal of."""
        doc, words = self._doc, self._words
        for _ in range(4):
            if token.dep not in ("conj", "appos", "compound", "nmod", "poss") or token.head == token.i:
                break
            parent = doc.tokens[token.head]
            if token.dep in ("compound", "nmod", "poss") and parent.lemma in words.journeys and parent.pos == "NOUN":
                return parent if token.dep != "poss" else None
            if parent.pos not in ("NOUN", "PROPN", "ADJ"):
                return None
            token = parent
        parent = doc.tokens[token.head]
        if token.dep == "dobj":
            return parent if parent.lemma in words.plain_goals else None
        if token.dep != "pobj" or parent.lower not in words.goals:
            return None
        way = doc.tokens[parent.head]
        if way.pos in ("VERB", "AUX"):
            if way.lemma == "be" and parent.lower == "in" and self._is_person(self._subject(way)):
                return way
            if way.lemma in words.carrying and self._is_journey_at(self._subject(way)):
                return way
            if way.lemma in words.going and (way.lemma not in ("leave", "depart") or parent.lower in ("to", "for")):
                return way
            # "begins a visit in Hanoi", "pay a visit to": the parser hangs the goal on the verb.
            return next((c for c in doc.children(way.i, "dobj", "prep") if self._is_journey(c)), None)
        return way if way.lemma in words.journeys and parent.lower in ("to", "in", "of") else None

    def _is_person(self, token: int | None) -> bool:
        """Whether somebody with a name stands at a token, or a pronoun for one."""
        number = self._builder.mention_at(token) if token is not None else None
        return number is not None and (
            self._builder.people[number].name is not None or self._builder.people[number].clue == "one"
        )

    def _is_journey(self, token: Token) -> bool:
        if token.dep == "prep":
            return any(c.lemma in self._words.journeys for c in self._doc.children(token.i, "pobj"))
        return token.lemma in self._words.journeys

    def _is_journey_at(self, token: int | None) -> bool:
        """Whether a trip is told of here, or "that" of one: "a trip that will take them to Tonga"."""
        if token is None:
            return False
        told = self._doc.tokens[token]
        told = next(self._doc.ancestors(self._doc.tokens[told.head].i), told) if told.tag.startswith("W") else told
        return told.lemma in self._words.journeys

    def _goer(self, way: Token) -> int | None:
        """The token of who goes: the subject of the verb or of the verb above the noun, its possessor, "by" whom."""
        doc = self._doc
        if way.pos in ("NOUN", "PROPN"):
            owner = doc.child(way.i, "poss")
            if owner is not None:
                return owner.i
            by = next((p for p in doc.children(way.i, "prep") if p.lower in ("by", "of")), None)
            if by is not None and (who := doc.child(by.i, "pobj")) is not None:
                return who.i
        return self._subject(way)

    def _subject(self, token: Token) -> int | None:
        """The subject of the nearest verb at or above a token that has one, not beyond a clause of its own."""
        doc = self._doc
        for at in (token, *doc.ancestors(token.i)):
            if at.pos not in ("VERB", "AUX"):
                continue
            subject = doc.child(at.i, *SUBJECTS)
            if subject is not None:
                return subject.i
            if at.dep not in ("xcomp", "conj", "advcl", "pcomp", "ccomp", "acl", "prep"):
                return None
        return None

    def _actor_at(self, token: int | None) -> int | None:
        number = self._builder.mention_at(token) if token is not None else None
        return self._builder.actor_of.get(number) if number is not None else None

    def _state_of(self, token: int | None) -> str | None:
        """The state of who or what stands at a token, "the Italian minister" and "Italy" alike."""
        number = self._builder.mention_at(token) if token is not None else None
        if number is None:
            return None
        actor = self._builder.actor_of.get(number)
        told = self._builder.people[number].country
        return told or (self._builder.actors[actor].country if actor is not None else None)

    def _is_body(self, token: int | None) -> bool:
        """Whether a body between states, or its people, stand at a token."""
        number = self._builder.mention_at(token) if token is not None else None
        if number is None:
            return False
        actor = self._builder.actor_of.get(number)
        told = self._builder.actors[actor].organisation if actor is not None else None
        return bool(told or self._builder.people[number].organisation)

    def _is_traveller(self, actor: int, state: str) -> bool:
        return (actor, state) in self._travellers

    def host_of(self, actor: int) -> str | None:
        """The state to which somebody travels who meets this one; None unless all that is told agrees."""
        found = set()
        for number in self._builder.mentions_of(actor):
            found.update(self.host_at(self._builder.people[number].head))
        if len(found) != 1:
            return None
        state = found.pop()
        if self._is_traveller(actor, state) or not is_free(self._builder, actor, state):
            return None
        return state

    def sender_of(self, actor: int) -> str | None:
        """The state that sends, names or recalls somebody: "Tehran sent Deputy Foreign Minister X"."""
        found = set()
        for number in self._builder.mentions_of(actor):
            token = self._doc.tokens[self._builder.people[number].head]
            verb = self._doc.tokens[token.head]
            if token.dep == "dobj" and verb.lemma in self._words.sending:
                found.add(self._state_of(self._subject(verb)))
        return found.pop() if len(found) == 1 else None

    def host_at(self, head: int) -> set[str]:
        """The state of the visit on which the one at a token is met; nothing where none shows."""
        is_met, partner = self._met(head)
        if not is_met:
            return set()
        state, own = self._stop_at(head) or self._scene(head), self._state_of(partner)
        if state is None and own is not None and self._is_called_on(head) and self._sites(head):
            return self._sites(head) - {own} if len(self._sites(head)) == 1 else set()
        if state is None and not self._journeys:
            return self._host_of_talks(head, partner)
        guests = {self._state_of(j.traveller) for j in self._journeys if j.state == state}
        if state is None or own == state or self._has_moved(head, {state, own, *guests}):
            return set()
        return {state}

    def _host_of_talks(self, head: int, partner: int | None) -> set[str]:
        """The state at whose seat the talks told of just before were held, where the guest of these, or "he", goes on to meet
        the one at a token."""
        here = self._doc.tokens[head].sentence
        last = next((t for t in reversed(self._talks) if t.token < head and here - t.sentence <= NEAR_TALKS), None)
        number = self._builder.mention_at(partner) if partner is not None else None
        if last is None or number is None or here in self._gathering or last.sentence in self._gathering:
            return set()
        guest = self._builder.people[number]
        is_he = guest.clue == "one" or (guest.is_definite and not guest.name and not guest.country)
        after = range(last.sentence + 1, here + 1)
        said = {self._states[i] for n in after for i in self._named_in.get(n, ())}
        said |= {state for n in after for i in self._people_in.get(n, ()) if (state := self._state_of(i)) is not None}
        goes_on = is_he or self._state_of(partner) == last.guest
        return {last.host} if goes_on and said <= {last.host, last.guest} else set()

    def _stop_at(self, head: int) -> str | None:
        """The state of the town that opens a sentence, where a journey leads to that state: "In Suva, they will meet"."""
        first = self._doc.sentence_of(head).first
        if self._doc.tokens[first].lower not in ("in", "at"):
            return None
        state = next((self._states[i] for i in range(first + 1, first + 4) if i in self._states), None)
        return state if any(j.state == state for j in self._journeys) else None

    def _is_called_on(self, head: int) -> bool:
        """Whether somebody calls on the one at a token: he is at home there."""
        token = self._doc.tokens[head]
        link = self._doc.tokens[token.head]
        return token.dep == "pobj" and link.lower in ("on", "upon") and self._met(head)[0]

    def met_abroad(self, actor: int, home: str) -> str | None:
        """The state in whose capital this one is met by somebody of the page's own: "MANILA - Foreign Secretary X will meet
        Foreign Minister Y in Tokyo"; None where many meet there, or it is told otherwise."""
        found: set[str | None] = set()
        for number in self._builder.mentions_of(actor):
            head = self._builder.people[number].head
            is_met, partner = self._met(head)
            if not is_met or self._doc.tokens[head].sentence in self._gathering:
                continue
            at = self._sites(head)
            is_capital = any(
                p.country in at and p.place is not None and any(r.kind == "capital" for r in self._builder.world.readings(p.place))
                for p in self._builder.places
            )
            is_ours = partner is not None and self._state_of(partner) in (None, home)
            is_his = len(at) == 1 and is_capital and is_ours and not at & {home, *self._builder.world.meeting_grounds}
            found.add(next(iter(at)) if is_his else None)
        return found.pop() if len(found) == 1 else None

    def partners(self, actor: int) -> set[int]:
        """Those who meet this one."""
        heads = (self._builder.people[n].head for n in self._builder.mentions_of(actor))
        found = (self._actor_at(partner) for is_met, partner in map(self._met, heads) if is_met)
        return {n for n in found if n is not None}

    def _sites(self, head: int) -> set[str]:
        """The states of the places in a token's sentence, but for those that somebody comes from."""
        tokens = self._doc.tokens
        here = [p for p in self._builder.places if tokens[p.head].sentence == tokens[head].sentence and p.country]
        return {p.country for p in here if p.country and tokens[tokens[p.head].head].lower in ("in", "at")}

    def receives_foreigner(self, actor: int, state: str) -> bool:
        """Whether this one receives somebody of another state than ``state``."""
        for number in self._builder.mentions_of(actor):
            token = self._doc.tokens[self._builder.people[number].head]
            while token.dep in ("appos", "compound", "nmod") and token.head != token.i:
                token = self._doc.tokens[token.head]
            verb = self._doc.tokens[token.head]
            guest = self._doc.child(verb.i, "dobj") if token.dep == "nsubj" and verb.lemma in self._words.receiving else None
            of = self._state_of(guest.i) if guest is not None else None
            if of is not None and of != state:
                return True
        return False

    def _has_moved(self, head: int, states: set[str | None]) -> bool:
        """Whether another state was spoken of since the last journey to one of these: the scene may be there by now."""
        here = self._doc.tokens[head].sentence
        for sentence in range(here, here - REACH - 1, -1):
            if self._journeys_in.get(sentence, set()) & states:
                return False
            said = {self._states[i] for i in self._named_in.get(sentence, ())}
            said |= {state for i in self._people_in.get(sentence, ()) if (state := self._state_of(i)) is not None}
            if said - states:
                return True
        return False

    def is_met_at_home(self, actor: int, home: str) -> bool:
        """Whether somebody of another state meets this one, while the page tells of no journey to any but its home."""
        if any(j.state != home for j in self._journeys):
            return False
        for number in self._builder.mentions_of(actor):
            is_met, partner = self._met(self._builder.people[number].head)
            if is_met and self._state_of(partner) not in (None, home):
                return True
        return False

    def is_abroad(self, actor: int, home: str) -> bool:
        """Whether this one only ever is whom others deal with, where the journey told of last leads to another state: he
        may well be of that."""
        heads = [self._builder.people[n].head for n in self._builder.mentions_of(actor)]
        if any(self._doc.tokens[head].dep in SUBJECTS for head in heads):
            return False
        return any(self._scene(head) not in (None, home) for head in heads)

    def _scene(self, head: int) -> str | None:
        """The state of the journey told of in this sentence, or of the last one told of before."""
        here = self._doc.tokens[head].sentence
        if here in self._gathering:
            return None
        same = self._journeys_in.get(here, set())
        if same:
            return next(iter(same)) if len(same) == 1 else None
        last = next((n for n in range(here - 1, here - REACH - 1, -1) if n in self._journeys_in), None)
        if last is None or (last in self._gathering and here - last > 1):
            return None
        states = self._journeys_in[last]
        return next(iter(states)) if len(states) == 1 else None

    def _met(self, head: int) -> tuple[bool, int | None]:
        """Whether the one at a token is met or receives, and the token of the other party."""
        doc, words = self._doc, self._words
        token = self._top(doc.tokens[head])
        parent = doc.tokens[token.head]
        if token.dep in ("dobj", "dative"):
            return parent.lemma in words.meeting, self._subject(parent)
        if token.dep == "nsubj" and parent.lemma in words.receiving:
            other = doc.child(parent.i, "dobj")
            return other is not None, other.i if other else None
        if token.dep in ("nsubj", "attr") and parent.lemma == "be":
            return self._welcoming(parent)
        if token.dep != "pobj":
            return False, None
        if parent.lower == "by":
            verb = doc.tokens[parent.head]
            if verb.pos == "NOUN":  # "was met at the airport by X"
                verb = next((t for t in doc.ancestors(verb.i) if t.pos == "VERB"), verb)
            is_passive = doc.child(verb.i, "nsubjpass", "auxpass") is not None
            if verb.lemma in words.receiving or (is_passive and verb.lemma in words.greeting):
                return True, self._subject(verb)
        above = doc.tokens[parent.head]
        if parent.lower == "with":
            is_talk = above.lemma in words.talking or above.lemma in words.talks
            return is_talk, self._subject(above)
        if parent.lower in ("on", "upon"):
            return above.lemma in words.calling, self._subject(above)
        if parent.lower in ("of", "from", "by"):
            return above.lemma in words.calls, self._subject(above)
        return False, None

    def _top(self, token: Token) -> Token:
        """The token that a list hangs on in the sentence, from one of its names: past "Mayor of Lima Bo Oe", whose name the
        parser may hang on his title."""
        doc, at = self._doc, self._builder.mention_at
        while token.head != token.i:
            parent = doc.tokens[token.head]
            if token.dep == "pobj" and (own := at(token.i)) is not None and at(parent.head) == own:
                token = doc.tokens[parent.head]
            elif token.dep in ("conj", "appos", "compound", "nmod") and parent.pos in ("NOUN", "PROPN", "ADJ"):
                token = parent
            else:
                break
        return token

    def _welcoming(self, verb: Token) -> tuple[bool, int | None]:
        """ "Welcoming the guests at the airport were X and Y": whether the sentence opens so, and the token of who comes."""
        doc, words = self._doc, self._words
        opens = doc.tokens[doc.sentence_of(verb.i).first]
        if opens.tag != "VBG" or opens.lemma not in words.receiving | words.greeting or opens.i > verb.i:
            return False, None
        guest = doc.child(opens.i, "dobj")
        return True, guest.i if guest is not None else None

    def _partner(self, verb: int) -> int | None:
        """The token of whom one meets: the object of a verb of meeting, or behind its "with"."""
        doc, words = self._doc, self._words
        lemma = doc.tokens[verb].lemma
        if lemma in words.meeting and (other := doc.child(verb, "dobj")) is not None:
            return other.i
        link = next((p for p in doc.children(verb, "prep") if p.lower == "with"), None)
        other = doc.child(link.i, "pobj") if link is not None and lemma in words.talking else None
        return other.i if other is not None else None

    def _counts(self) -> Counter[str]:
        """How many times each state is named, and those of its people."""
        counts: Counter[str] = Counter(self._states.values())
        heads = self._states.keys()
        counts.update(m.country for m in self._builder.people if m.country and m.head not in heads)
        return counts

    def state_around(self, actor: int) -> str | None:
        """The state that a page names most, where the sentences that name somebody whose work is at home name it and no
        other."""
        if self._builder.actors[actor].office_class not in LOCAL:
            return None
        sentences = {self._builder.sentence(n) for n in self._builder.mentions_of(actor)}
        said = {s for n in sentences for s in self._said_in(n)}
        state = next(iter(said)) if len(said) == 1 else None
        counts = self._counted
        others = max((times for code, times in counts.items() if code != state), default=0)
        return state if state is not None and counts[state] > max(others, 2) else None

    def _said_in(self, sentence: int) -> set[str]:
        said = {self._states[i] for i in self._named_in.get(sentence, ())}
        return said | self._countries_in.get(sentence, set())

    def names(self, state: str) -> int:
        """How many times the page names a state, its places and its people."""
        return self._counted[state]

    def is_named_most(self, state: str) -> bool:
        """Whether the page names no state more often than this one."""
        counts = self._counted
        return counts[state] >= max(counts.values(), default=0)

    def is_at_home(self, home: str) -> bool:
        """Whether the page names no other state than its own, or its own again and again and others in passing."""
        others = [times for state, times in self._counted.items() if state != home]
        return not others or (self._counted[home] >= OFTEN - 1 and max(others) == 1 and len(others) < OFTEN - 1)

    def is_elsewhere(self, home: str) -> bool:
        """Whether the page speaks of two other states again and again and never of its own: an Indian paper's report of a German
        bid for an Italian airline. One state alone may be where its own people go to."""
        often = [times for times in self._counted.values() if times >= OFTEN - 1]
        return not self._counted[home] and len(often) > 1

    def states_named_most(self) -> set[str]:
        """The states that a page names as often as any other, or leaves unsaid altogether."""
        counts = self._counted
        most = max(counts.values(), default=0)
        return {a.country for a in self._builder.actors if a.country and counts[a.country] in (0, most)}

    def only_state(self) -> str | None:
        """The one state that a page speaks of, again and again; None where another is more than a passing word."""
        counts = self._counted
        ranked = counts.most_common(1)
        if not ranked:
            return None
        state, times = ranked[0]
        is_told = times > 1 or (times == counts.total() and self._names_body_of(state))
        return state if is_told and times >= SHARE * (counts.total() - times) else None

    def _names_body_of(self, state: str) -> bool:
        """Whether the page names the government, a ministry or the parliament of a state: it is told from inside."""
        people = self._builder.people
        return any(m.kind == "organisation" and m.country == state and m.office_class not in ABROAD for m in people)

    def may_be_of(self, actor: int, state: str) -> bool:
        """Whether nothing shows somebody to deal with a state from outside: he does not go there, and nobody goes there
        of whom it is not said whose he is."""
        if self._is_traveller(actor, state) or not is_free(self._builder, actor, state):
            return False
        if state not in self._unsaid:
            self._unsaid[state] = any(
                j.state == state and self._state_of(j.traveller) in (None, state) and not self._is_body(j.traveller)
                for j in self._journeys
            )
        if self._unsaid[state]:
            return False
        return not any(self._deals_with(self._builder.people[n].head, state) for n in self._builder.mentions_of(actor))

    def _deals_with(self, head: int, state: str) -> bool:
        """Whether his sentence has the state as a party or goal beside him."""
        is_met, partner = self._met(head)
        if is_met and self._state_of(partner) == state:
            return True
        token = self._doc.tokens[head]
        if token.dep not in SUBJECTS:
            return False
        verb = token.head
        if self._state_of(self._partner(verb)) == state:
            return True
        return any(
            s == state
            and self._doc.tokens[i].dep in ("pobj", "dobj")
            and any(a.i == verb for a in self._doc.ancestors(i))
            and self._doc.tokens[self._doc.tokens[i].head].lower in ("with", "to", "for", "from", "against")
            for i, s in ((i, self._states[i]) for i in self._named_in.get(token.sentence, ()))
        )
