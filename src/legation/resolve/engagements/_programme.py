"""What a programme's lines leave out: whose it is stands in the heading, the place and the days in the line above."""

from __future__ import annotations

import re
from datetime import timedelta

import msgspec
from msgspec.structs import replace

from legation.records import Annotation, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._candidate import PARTS
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._roles import Roles

SHORT = 14
"""Tokens of a line that is only a heading, at most ("8-11 October, Vientiane")."""


class Heading(msgspec.Struct, frozen=True):
    """The days and the place that a line gives to what stands under it."""

    sentence: int
    when: When
    country: str | None
    place: str | None


class Programme:
    """A page's headings and whoever the page is about; completes what is listed under them."""

    def __init__(self, lookup: Lookup, doc: Annotation, times: tuple[When, ...]) -> None:
        self.lookup = lookup
        self.doc = doc
        self.headings = [h for n in range(len(doc.sentences)) if (h := self._heading(n, times)) is not None]

    def complete(self, roles: Roles, mention: EngagementMention) -> When | None:
        """Gives ``roles`` the one it is about and the heading's place where its own words leave them open; the heading's
        days."""
        above = [h for h in self.headings if h.sentence <= mention.sentence]
        heading = above[-1] if above else None
        owner = self._owner(mention)
        sides = {self.lookup.state(p.actor) for p in (*roles.travellers, *roles.hosts, *roles.parties)}
        if owner is not None and self.lookup.state(owner.actor) not in sides:
            if mention.kind == "visit" and not roles.travellers:
                roles.travellers.append(owner)
            elif mention.kind in PARTS and len(roles.parties) == 1 and not roles.travellers and not roles.hosts:
                roles.parties.append(owner)
        if heading is None:
            return None
        elsewhere = mention.kind == "visit" and any(a.role == "goal" for a in mention.arguments)  # "visit to the museum"
        if roles.host_country is None and roles.place is None and heading.country is not None and not elsewhere:
            roles.host_country, roles.place = heading.country, heading.place
        return self._day_in(heading.when, mention)

    def _heading(self, number: int, times: tuple[When, ...]) -> Heading | None:
        sentence = self.doc.sentences[number]
        tokens = self.doc.tokens[sentence.first : sentence.last]
        colon = next((n for n, t in enumerate(tokens[:SHORT]) if t.text == ":" and n > 1), len(tokens))
        tokens = tokens[:colon]  # "20-21 March, Brussels: Premier X attends the summit"
        start, end = tokens[0].start, tokens[-1].end
        opens = start == 0 or self.doc.text[:start].rstrip(" \t").endswith("\n")
        if not opens or len(tokens) > SHORT or any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in tokens):
            return None
        when = next((w for w in times if w.start is not None and start <= w.start < start + 8 and w.earliest), None)
        if when is None or when.end is None or when.precision != "day" or ":" in (when.words or ""):
            return None
        places = [p for p in self.lookup.cast.places if start <= p.start < end and p.country]
        named = (self.lookup.actor(m.actor) for m in self.lookup.cast.mentions if m.actor is not None and start <= m.start < end)
        countries = {p.country for p in places} | {a.country for a in named if a.kind == "country"}
        country = next(iter(countries)) if len(countries) == 1 else None
        return Heading(number, when, country, places[0].place if country and places else None)

    def _owner(self, mention: EngagementMention) -> Party | None:
        """The first office-holder of a state that the page names, before any line."""
        here = self.doc.tokens[mention.head].start
        for m in sorted(self.lookup.cast.mentions, key=lambda m: m.start):
            if m.actor is None or m.start >= here:
                continue
            actor = self.lookup.actor(m.actor)
            if actor.kind in {"person", "office"} and self.lookup.is_senior(m.actor) and self.lookup.state(m.actor):
                return Party(m.actor, m.start, m.end, m.form)
        return None

    def _day_in(self, when: When, mention: EngagementMention) -> When:
        """ "14: audience with" under "12-18 October": the 14th; else some day of these."""
        sentence = self.doc.sentences[mention.sentence]
        start = self.doc.tokens[sentence.first].start
        first, last = when.earliest, when.latest
        if first is None or last is None or first == last or mention.kind == "visit":
            return when
        number = re.match(r"(\d{1,2})\s?:\s", self.doc.text[start : start + 8])
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        day = next((d for d in days if number is not None and d.day == int(number.group(1))), None)
        if day is not None:
            return replace(when, earliest=day, latest=day)
        return replace(when, precision="window", convention="inside-visit")
