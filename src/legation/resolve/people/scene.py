"""Whose an office is that a page names without a state: what the scene tells.

Three witnesses, in this order: the list it stands in ("Mongolian Prime Minister X and President Y"), the visit it belongs
to (who is met by a traveller holds the office in the state he travels to), and a page that speaks of one state only. What
speaks against an answer leaves the office open: a wrong state is worse than none.
"""

from __future__ import annotations

from datetime import date

from legation.records import KnownOffice, PlaceMention
from legation.resolve.people.bare import is_bare, is_free
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.journeys import journeys_told
from legation.resolve.people.lists import share_lists, share_names
from legation.resolve.people.met import SUBJECTS, is_called_on, met, met_with, subject_above
from legation.resolve.people.states import LOCAL, OFTEN, StatesNamed
from legation.resolve.people.talks import talks_told
from legation.rules.names import may_be_one
from legation.rules.whoswho import is_after_file

REACH = 7
"""Sentences back to which the last journey told of is the scene."""
NEAR_TALKS = 3
"""Sentences back to which talks with a host are the scene."""


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
    state = scene.states.only()
    for actor in range(len(builder.actors)):
        if not is_bare(builder, actor):
            continue
        near = scene.states.around(actor) if builder.home is None else None
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
    state = scene.states.only() if home is not None else None
    if state is None or home is None or state == home or scene.states.times(home) or scene.states.times(state) < OFTEN:
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
    """The states that a page names, its journeys, and who is met on them."""

    def __init__(self, builder: CastBuilder, places: tuple[PlaceMention, ...]) -> None:
        self._builder = builder
        self._doc = builder.annotation
        self._words = builder.offices.words.scenes
        self.states = StatesNamed(builder, places)
        self._people_in: dict[int, list[int]] = {}
        for m in builder.people:
            if m.name:
                self._people_in.setdefault(self._doc.tokens[m.head].sentence, []).append(m.head)
        self._journeys = journeys_told(builder, self.states.at)
        self._journeys_in: dict[int, set[str]] = {}
        for j in self._journeys:
            self._journeys_in.setdefault(self._doc.tokens[j.token].sentence, set()).add(j.state)
        self._travellers = {(self._builder.actor_at(j.traveller), j.state) for j in self._journeys}
        self._talks = talks_told(builder, self.states.at)
        self._unsaid: dict[str, bool] = {}
        self._gathering = {
            t.sentence
            for t in self._doc.tokens
            if t.lemma.lower() in self._words.gatherings and t.pos in ("NOUN", "PROPN")
        }

    def _is_body(self, token: int | None) -> bool:
        """Whether a body between states, or its people, stand at a token."""
        number, actor = self._builder.mention_at(token) if token is not None else None, self._builder.actor_at(token)
        if number is None:
            return False
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
                found.add(self._builder.country_at(subject_above(self._builder, verb)))
        return found.pop() if len(found) == 1 else None

    def host_at(self, head: int) -> set[str]:
        """The state of the visit on which the one at a token is met; nothing where none shows."""
        is_met, partner = met(self._builder, head)
        if not is_met:
            return set()
        state, own = self._stop_at(head) or self._scene(head), self._builder.country_at(partner)
        if state is None and own is not None and is_called_on(self._builder, head) and self._sites(head):
            return self._sites(head) - {own} if len(self._sites(head)) == 1 else set()
        if state is None and not self._journeys:
            return self._host_of_talks(head, partner)
        guests = {self._builder.country_at(j.traveller) for j in self._journeys if j.state == state}
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
        said = {state for n in after for state in self.states.named_in(n)}
        said |= {state for n in after for i in self._people_in.get(n, ()) if (state := self._builder.country_at(i)) is not None}
        goes_on = is_he or self._builder.country_at(partner) == last.guest
        return {last.host} if goes_on and said <= {last.host, last.guest} else set()

    def _stop_at(self, head: int) -> str | None:
        """The state of the town that opens a sentence, where a journey leads to that state: "In Suva, they will meet"."""
        first = self._doc.sentence_of(head).first
        if self._doc.tokens[first].lower not in ("in", "at"):
            return None
        state = next((self.states.at[i] for i in range(first + 1, first + 4) if i in self.states.at), None)
        return state if any(j.state == state for j in self._journeys) else None

    def met_abroad(self, actor: int, home: str) -> str | None:
        """The state in whose capital this one is met by somebody of the page's own: "MANILA - Foreign Secretary X will meet
        Foreign Minister Y in Tokyo"; None where many meet there, or it is told otherwise."""
        found: set[str | None] = set()
        for number in self._builder.mentions_of(actor):
            head = self._builder.people[number].head
            is_met, partner = met(self._builder, head)
            if not is_met or self._doc.tokens[head].sentence in self._gathering:
                continue
            at = self._sites(head)
            is_capital = any(
                p.country in at and p.place is not None and any(r.kind == "capital" for r in self._builder.world.readings(p.place))
                for p in self._builder.places
            )
            is_ours = partner is not None and self._builder.country_at(partner) in (None, home)
            is_his = len(at) == 1 and is_capital and is_ours and not at & {home, *self._builder.world.meeting_grounds}
            found.add(next(iter(at)) if is_his else None)
        return found.pop() if len(found) == 1 else None

    def partners(self, actor: int) -> set[int]:
        """Those who meet this one."""
        heads = (self._builder.people[n].head for n in self._builder.mentions_of(actor))
        found = (self._builder.actor_at(partner) for is_met, partner in (met(self._builder, head) for head in heads) if is_met)
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
            of = self._builder.country_at(guest.i) if guest is not None else None
            if of is not None and of != state:
                return True
        return False

    def _has_moved(self, head: int, states: set[str | None]) -> bool:
        """Whether another state was spoken of since the last journey to one of these: the scene may be there by now."""
        here = self._doc.tokens[head].sentence
        for sentence in range(here, here - REACH - 1, -1):
            if self._journeys_in.get(sentence, set()) & states:
                return False
            said = self.states.named_in(sentence)
            said |= {state for i in self._people_in.get(sentence, ()) if (state := self._builder.country_at(i)) is not None}
            if said - states:
                return True
        return False

    def is_met_at_home(self, actor: int, home: str) -> bool:
        """Whether somebody of another state meets this one, while the page tells of no journey to any but its home."""
        if any(j.state != home for j in self._journeys):
            return False
        for number in self._builder.mentions_of(actor):
            is_met, partner = met(self._builder, self._builder.people[number].head)
            if is_met and self._builder.country_at(partner) not in (None, home):
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

    def may_be_of(self, actor: int, state: str) -> bool:
        """Whether nothing shows somebody to deal with a state from outside: he does not go there, and nobody goes there
        of whom it is not said whose he is."""
        if self._is_traveller(actor, state) or not is_free(self._builder, actor, state):
            return False
        if state not in self._unsaid:
            self._unsaid[state] = any(
                j.state == state and self._builder.country_at(j.traveller) in (None, state) and not self._is_body(j.traveller)
                for j in self._journeys
            )
        if self._unsaid[state]:
            return False
        return not any(self._deals_with(self._builder.people[n].head, state) for n in self._builder.mentions_of(actor))

    def _deals_with(self, head: int, state: str) -> bool:
        """Whether his sentence has the state as a party or goal beside him."""
        is_met, partner = met(self._builder, head)
        if is_met and self._builder.country_at(partner) == state:
            return True
        token = self._doc.tokens[head]
        if token.dep not in SUBJECTS:
            return False
        verb = token.head
        if self._builder.country_at(met_with(self._builder, verb)) == state:
            return True
        return any(
            self.states.at[i] == state
            and self._doc.tokens[i].dep in ("pobj", "dobj")
            and any(a.i == verb for a in self._doc.ancestors(i))
            and self._doc.tokens[self._doc.tokens[i].head].lower in ("with", "to", "for", "from", "against")
            for i in self.states.tokens_in(token.sentence)
        )
