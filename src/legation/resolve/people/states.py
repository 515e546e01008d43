"""The states that a page names, where and how often: which it is about, and whether it is told at home."""

from __future__ import annotations

from collections import Counter

from legation.records import PlaceMention
from legation.resolve.people.cast import CastBuilder

LOCAL = frozenset({"governor", "legislator", "judge", "party_official", "security_official", "central_banker"})
"""Classes whose holders work at home."""
ABROAD = frozenset({"ambassador", None})
"""Classes whose institutions stand on another state's soil, or are of no office."""
SHARE = 5
"""How many times as often as all others together a page's only state is named."""
OFTEN = 4
"""How many times a page names a state that it may be about, where it is another's than the page's own."""


class StatesNamed:
    """A page's states, by the token of each name (``at``), by sentence, and counted with their people.

    Taken when it is made: states that persons are given later are not counted.
    """

    def __init__(self, builder: CastBuilder, places: tuple[PlaceMention, ...]) -> None:
        self._builder = builder
        said = {m.head: m.country for m in builder.people if m.country and m.form in ("country", "capital")}
        self.at: dict[int, str] = {**said, **{p.head: p.country for p in places if p.country}}
        self._named_in: dict[int, list[int]] = {}
        for i in self.at:
            self._named_in.setdefault(builder.annotation.tokens[i].sentence, []).append(i)
        self._people_in: dict[int, set[str]] = {}
        for m in builder.people:
            if m.country:
                self._people_in.setdefault(builder.annotation.tokens[m.head].sentence, set()).add(m.country)
        self._counted = Counter(self.at.values())
        self._counted.update(m.country for m in builder.people if m.country and m.head not in self.at)

    def tokens_in(self, sentence: int) -> tuple[int, ...]:
        """The tokens of the states that a sentence names."""
        return tuple(self._named_in.get(sentence, ()))

    def named_in(self, sentence: int) -> set[str]:
        """The states that a sentence names, its people's left out."""
        return {self.at[i] for i in self.tokens_in(sentence)}

    def times(self, state: str) -> int:
        """How many times the page names a state, its places and its people."""
        return self._counted[state]

    def around(self, actor: int) -> str | None:
        """The state that a page names most, where the sentences that name somebody whose work is at home name it and no
        other."""
        if self._builder.actors[actor].office_class not in LOCAL:
            return None
        sentences = {self._builder.sentence(n) for n in self._builder.mentions_of(actor)}
        said = {s for n in sentences for s in self.named_in(n) | self._people_in.get(n, set())}
        state = next(iter(said)) if len(said) == 1 else None
        others = max((times for code, times in self._counted.items() if code != state), default=0)
        return state if state is not None and self._counted[state] > max(others, 2) else None

    def is_named_most(self, state: str) -> bool:
        """Whether the page names no state more often than this one."""
        return self._counted[state] >= max(self._counted.values(), default=0)

    def is_told_at(self, home: str) -> bool:
        """Whether the page names no other state than its own, or its own again and again and others in passing."""
        others = [times for state, times in self._counted.items() if state != home]
        return not others or (self._counted[home] >= OFTEN - 1 and max(others) == 1 and len(others) < OFTEN - 1)

    def is_told_away_from(self, home: str) -> bool:
        """Whether the page speaks of two other states again and again and never of its own: an Indian paper's report of a German
        bid for an Italian airline. One state alone may be where its own people go to."""
        often = [times for times in self._counted.values() if times >= OFTEN - 1]
        return not self._counted[home] and len(often) > 1

    def named_most(self) -> set[str]:
        """Of the states of its actors those that a page names as often as any other, or leaves unsaid altogether."""
        most = max(self._counted.values(), default=0)
        return {a.country for a in self._builder.actors if a.country and self._counted[a.country] in (0, most)}

    def only(self) -> str | None:
        """The one state that a page speaks of, again and again; None where another is more than a passing word."""
        ranked = self._counted.most_common(1)
        if not ranked:
            return None
        state, times = ranked[0]
        is_told = times > 1 or (times == self._counted.total() and self._names_body_of(state))
        return state if is_told and times >= SHARE * (self._counted.total() - times) else None

    def _names_body_of(self, state: str) -> bool:
        """Whether the page names the government, a ministry or the parliament of a state: it is told from inside."""
        people = self._builder.people
        return any(m.kind == "organisation" and m.country == state and m.office_class not in ABROAD for m in people)
