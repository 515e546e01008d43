"""A generated world with known truth: engagements that are planned, moved, called off, held; outlets that copy, lag,
err and contradict.

``World(seed, engagements)`` gives pages in the order of their days, each a Record as reading would make it, with the
true engagement of each of its reports. Nothing of it is taken from real news. What makes it hard, and how often, stands
in ``world_truth.Noise``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from legation.records import (
    ArticleRecord,
    Dates,
    Engagement,
    Evidence,
    Participant,
    Past,
    ReaderStamp,
    Record,
    Speaker,
    Statement,
)
from world_truth import Happening, Noise, Person, Told, Truth

STAMP = ReaderStamp("world", "generated", "none")
COUNTRIES = [
    "US", "CN", "RU", "FR", "DE", "GB", "JP", "IN", "BR", "ZA", "TR", "SA", "IR", "IL", "EG", "ID", "KR", "AU",
    "CA", "MX", "IT", "ES", "PL", "UA", "NG", "KE", "ET", "PK", "VN", "TH", "PH", "MY", "SG", "KZ", "UZ", "AZ",
    "AM", "GE", "RS", "HU", "CZ", "SE", "NO", "FI", "DK", "NL", "BE", "GR", "PT", "AR", "CL", "CO", "PE", "VE",
    "CU", "MA", "DZ", "TN", "QA", "AE",
]  # fmt: skip
OFFICES = ("president", "foreign minister", "defence minister", "finance minister", "trade minister", "special envoy")
_ONSETS = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v",
    "z", "ch", "sh",
]  # fmt: skip
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_CODAS = ["n", "r", "l", "s", "k", "nd", "rt", "m", "v"] + [""] * 3


class World:
    """``engagements`` true engagements from ``start`` on, ``per_day`` of them beginning each day, and their pages."""

    def __init__(
        self,
        seed: int,
        engagements: int,
        *,
        per_day: float = 6.0,
        pages_each: float = 20.0,
        start: date = date(2018, 1, 1),
        noise: Noise | None = None,
        outlets: int = 60,
    ) -> None:
        self.random = random.Random(seed)
        self.noise = noise or Noise()
        self.pages_each = pages_each
        self.people = {c: [Person(self._name(), office, c) for office in OFFICES] for c in COUNTRIES}
        self.cities = {c: [self._word().capitalize() for _ in range(3)] for c in COUNTRIES}
        self.outlets = [f"{self._word()}.example" for _ in range(outlets)]
        self.truths: list[Truth] = []
        self._dispatches = 0
        span = max(30, int(engagements / per_day))
        while len(self.truths) < engagements:
            self._begin(start + timedelta(self.random.randrange(span)))
        self.truths = self.truths[:engagements]
        self.end = max(h.day for t in self.truths for h in t.happenings) + timedelta(60)

    # -- the true world -------------------------------------------------------------------------------------------

    def _word(self, syllables: int = 2) -> str:
        r = self.random
        return "".join(r.choice(_ONSETS) + r.choice(_VOWELS) for _ in range(syllables)) + r.choice(_CODAS)

    def _name(self) -> str:
        return f"{self._word().capitalize()} {self._word(self.random.choice((1, 2, 2, 3))).capitalize()}"

    def _begin(self, day: date) -> None:
        r = self.random
        # A few states make most of the news.
        weights = [1 / (1 + i) ** 0.7 for i in range(len(COUNTRIES))]
        home, host = r.choices(COUNTRIES, weights, k=2)
        if home == host:
            return
        kind = r.choices(("visit", "meeting", "talks", "call"), (60, 16, 10, 14))[0]
        office = r.choices(range(len(OFFICES)), (25, 35, 10, 10, 10, 10))[0]
        who, whom = self.people[home][office], self.people[host][office]
        truth = self._engagement(kind, (who,), (whom,), host, day)
        if r.random() < self.noise.repeat:
            self._engagement(kind, (who,), (whom,), host, truth.happenings[-1].day + timedelta(r.randrange(60, 365)))
        if r.random() < self.noise.colleague:
            other = r.choice([p for p in self.people[home] if p != who])
            mate = self.people[host][OFFICES.index(other.office)]
            self._engagement(kind, (other,), (mate,), host, day + timedelta(r.randrange(-15, 15)))

    def _engagement(self, kind: str, who: tuple[Person, ...], whom: tuple[Person, ...], host: str, day: date) -> Truth:
        r = self.random
        truth = Truth(len(self.truths), kind, who, whom, host, r.choice(self.cities[host]))
        self.truths.append(truth)
        ahead = r.choices((r.randrange(3, 15), r.randrange(15, 60), r.randrange(60, 200)), (50, 35, 15))[0]
        length = r.choice((1, 1, 2, 2, 3)) if kind == "visit" else 1
        first = day + timedelta(ahead)
        now = day

        def say(status: str, *, days: bool, vague: str | None = None) -> None:
            last = first + timedelta(length - 1)
            truth.happenings.append(Happening(now, status, first if days else None, last if days else None, vague))

        if ahead > 12 and r.random() < 0.6:
            say(r.choice(("proposed", "expected", "expected")), days=True, vague="month")
            now += timedelta(r.randrange(2, max(3, ahead // 2)))
        say("announced", days=True)
        if (first - now).days > 6 and r.random() < 0.3:
            now += timedelta(r.randrange(1, (first - now).days - 3))
            say("confirmed", days=True)
        while r.random() < 0.18 and (first - now).days > 2:
            now += timedelta(r.randrange(1, (first - now).days))
            if r.random() < 0.45:  # put off without a date, and perhaps taken up again
                say("postponed", days=False)
                if r.random() < 0.3:
                    truth.final = "postponed"
                    return truth
                now += timedelta(r.randrange(15, 150))
                first = now + timedelta(r.randrange(5, 60))
                say(r.choice(("expected", "announced")), days=True, vague=r.choice((None, "window")))
            else:
                first = max(now, first) + timedelta(r.randrange(3, 40))
                say("rescheduled", days=True)
        if r.random() < 0.10 and (first - now).days > 1:
            now += timedelta(r.randrange(1, (first - now).days + 1))
            say("cancelled", days=True)
            truth.final = "cancelled"
            return truth
        if r.random() < self.noise.silent:
            truth.final = "unverified"
            return truth
        now = first + timedelta(length - 1)
        say("held", days=True)
        truth.final = "held"
        if kind == "visit" and r.random() < self.noise.inner:
            inner = Truth(len(self.truths), "meeting", who, whom, host, truth.place, part_of=truth.id, final="held")
            inner.happenings.append(Happening(now, "held", first, first))
            self.truths.append(inner)
        return truth

    # -- what outlets tell ----------------------------------------------------------------------------------------

    def pages(self) -> Iterator[Told]:
        """All pages, by day."""
        by_pair: dict[tuple[Person, str], list[Truth]] = {}
        for truth in self.truths:
            by_pair.setdefault((truth.people[0], truth.host), []).append(truth)
        dated: list[tuple[date, int, Told]] = []
        for truth in self.truths:
            known = by_pair[(truth.people[0], truth.host)]
            for day, told in self._coverage(truth, known):
                dated.append((day, len(dated), told))
        dated.sort(key=lambda item: item[:2])
        for _, _, told in dated:
            yield told

    def _coverage(self, truth: Truth, known: list[Truth]) -> Iterator[tuple[date, Told]]:
        r, each = self.random, max(1.0, self.pages_each / len(truth.happenings))
        for happening in truth.happenings:
            count = max(1, int(r.expovariate(1 / each)))
            wire: Told | None = None
            for number in range(count):
                lag = 0 if number == 0 else r.choices((0, 1, 2), (60, 30, 10))[0]
                day = happening.day + timedelta(lag)
                if wire is not None and r.random() < self.noise.copy:
                    yield day, self._copied(wire, day)
                    continue
                told = self._page(truth, happening, day, known, may_lag=number > 0)
                wire = wire or told
                yield day, told

    def _copied(self, wire: Told, day: date) -> Told:
        """The same report at another outlet, a word of its own in front or behind."""
        record, r = wire.record, self.random
        site = r.choice(self.outlets)
        text = record.article.text
        if r.random() < 0.5:
            text += f" {self._filler(8)}"
        article = ArticleRecord(
            url=f"https://{site}/{day.isoformat()}/{r.randrange(10**9)}",
            title=record.article.title,
            published=day,
            site=site,
            language="en",
            text=text,
        )
        copied = Record(
            article=article, engagements=record.engagements, statements=record.statements, reader=record.reader
        )
        return Told(copied, wire.truths, wire.dispatch)

    def _page(self, truth: Truth, happening: Happening, day: date, known: list[Truth], *, may_lag: bool) -> Told:
        r, noise = self.random, self.noise
        if may_lag and r.random() < noise.lag and (day - truth.happenings[0].day).days > 7:
            earlier = truth.known_on(day - timedelta(r.randrange(3, 8)))
            happening = earlier[-1] if earlier else happening
        words = _Words()
        statement = self._source(truth, happening, words)
        engagements = [self._report(truth, happening, day, words, 0 if statement else None)]
        truths = [truth.id]
        if r.random() < noise.recalls:
            before = [t for t in known if t is not truth and t.final == "held" and t.happenings[-1].day < day]
            if before:
                past = max(before, key=lambda t: t.happenings[-1].day)
                engagements.append(self._recalled(past, words))
                truths.append(past.id)
        site = r.choice(self.outlets)
        article = ArticleRecord(
            url=f"https://{site}/{day.isoformat()}/{r.randrange(10**9)}",
            title=f"{truth.people[0].name}: {happening.status}",
            published=day,
            site=site,
            language="en",
            text=words.text() + " " + self._filler(40),
        )
        record = Record(
            article=article,
            engagements=tuple(engagements),
            statements=(statement,) if statement else (),
            reader=STAMP,
        )
        self._dispatches += 1
        return Told(record, tuple(truths), self._dispatches)

    def _filler(self, words: int) -> str:
        return " ".join(self._word(self.random.choice((1, 2, 3))) for _ in range(words)) + "."

    def _source(self, truth: Truth, happening: Happening, words: _Words) -> Statement | None:
        r = self.random
        roll = r.random()
        if roll < 0.45:
            return None
        start, end = words.say("Source says so")
        more: dict[str, Any] = {"kind": "indirect", "content": "Source says so", "start": start, "end": end}
        if roll < 0.60:
            return Statement(speaker=Speaker(), anonymous=True, described_as="an official", **more)
        country = r.choice((truth.people[0].country, truth.host)) if roll < 0.95 else r.choice(COUNTRIES)
        return Statement(speaker=Speaker(name=self._name(), office="spokesman", country=country), **more)

    def _report(self, truth: Truth, happening: Happening, day: date, words: _Words, source: int | None) -> Engagement:
        r, noise = self.random, self.noise
        status = happening.status
        if status == "held" and truth.kind == "visit" and happening.last and day < happening.last:
            status = "under_way"
        if r.random() < noise.status_wrong:
            status = r.choice(("cancelled", "held" if happening.first and happening.first <= day else "postponed"))
        when = self._when(truth, happening, status, day, words)
        history: list[Past] = []
        earlier = [h for h in truth.known_on(day) if h.day < happening.day]
        if earlier and r.random() < 0.3:
            for past in earlier[-2:]:
                start, end = words.say(f"earlier it was {past.status}")
                days = self._dates(past.first, past.last, words, "month") if past.first else None
                history.append(
                    Past(status=past.status, when=days, evidence=Evidence(start, end, words.between(start, end)))  # type: ignore[arg-type]
                )
        start, end = words.say(f"{truth.kind} {status}")
        return Engagement(
            kind=self._kind(truth),  # type: ignore[arg-type]
            status=status,  # type: ignore[arg-type]
            participants=self._participants(truth, words),
            host_country=None if r.random() < noise.no_host or truth.kind == "call" else truth.host,
            place=truth.place if truth.kind != "call" and r.random() < 0.5 else None,
            when=when or Dates(),
            no_date_set=status == "postponed" and r.random() < 0.4,
            asserted_by=source,
            history=tuple(history),
            evidence=(Evidence(start, end, words.between(start, end)),),
        )

    def _kind(self, truth: Truth) -> str:
        return self.random.choice(("meeting", "talks")) if truth.kind in ("meeting", "talks") else truth.kind

    def _recalled(self, past: Truth, words: _Words) -> Engagement:
        """``his last visit there, in March``"""
        happening = past.happenings[-1]
        when = None
        if self.random.random() < 0.75:
            shape = self.random.choice(("month", "day"))
            when = self._dates(happening.first, happening.last, words, shape)
        start, end = words.say(f"an earlier {past.kind}")
        return Engagement(
            kind=past.kind,  # type: ignore[arg-type]
            status="held",
            background=True,
            participants=self._participants(past, words, is_named=True),
            host_country=past.host if past.kind != "call" else None,
            when=when or Dates(),
            evidence=(Evidence(start, end, words.between(start, end)),),
        )

    def _when(self, truth: Truth, happening: Happening, status: str, day: date, words: _Words) -> Dates | None:
        r, noise = self.random, self.noise
        first, last = happening.first, happening.last
        if first is None or last is None or r.random() < noise.no_date:
            if status == "postponed" and r.random() < 0.4 and len(truth.happenings) > 1:
                old = [h for h in truth.happenings if h.day < happening.day and h.first]
                return self._dates(old[-1].first, old[-1].last, words, r.choice(("day", "month"))) if old else None
            return None
        off = 0
        if r.random() < noise.day_off:
            off = r.choice((-2, -1, 1, 2))
        elif r.random() < noise.date_wrong and status != "held":
            off = r.choice((-1, 1)) * r.randrange(7, 28)
        first, last = first + timedelta(off), last + timedelta(off)
        if status in ("held", "under_way") and first > day:
            first, last = happening.first, happening.last
        shape = happening.vague or ("vague" if r.random() < noise.vague_date else "day")
        return self._dates(first, last, words, shape, told_on=day)

    def _dates(
        self, first: date | None, last: date | None, words: _Words, shape: str, told_on: date | None = None
    ) -> Dates | None:
        if first is None or last is None:
            return None
        if shape == "vague":
            shape = self.random.choice(("week", "month", "month"))
        if shape == "window" and told_on is not None:
            first, last = told_on, max(last, told_on + timedelta(42))
            precision = "window"
        elif shape == "week":
            first -= timedelta(first.weekday())
            last, precision = first + timedelta(6), "week"
        elif shape == "month":
            first = first.replace(day=1)
            last, precision = (first + timedelta(31)).replace(day=1) - timedelta(1), "month"
        else:
            precision = "day"
        start, end = words.say(f"{first.isoformat()} to {last.isoformat()}")
        said = words.between(start, end)
        return Dates(words=said, earliest=first, latest=last, precision=precision, start=start, end=end)  # type: ignore[arg-type]

    def _participants(self, truth: Truth, words: _Words, *, is_named: bool = False) -> tuple[Participant, ...]:
        r, noise = self.random, self.noise
        roll = r.random()
        found = []
        for person in truth.people:
            name: str | None = person.name
            office: str | None = person.office if r.random() < 0.6 else None
            if not is_named and roll < noise.surname_only:
                name = person.name.split()[-1]
            elif not is_named and roll < noise.surname_only + noise.office_only:
                name, office = None, person.office
            elif not is_named and roll < noise.surname_only + noise.office_only + noise.country_only:
                name = office = None
            found.append(
                self._participant(person, name, office, "traveller" if truth.kind == "visit" else "party", words)
            )
        if truth.kind != "visit" or r.random() < 0.4:
            role = "host" if truth.kind == "visit" else "party"
            for person in truth.hosts:
                name = person.name if r.random() < 0.7 else None
                found.append(self._participant(person, name, person.office, role, words))
        return tuple(found)

    def _participant(
        self, person: Person, name: str | None, office: str | None, role: str, words: _Words
    ) -> Participant:
        start, end = words.say(name or office or f"a delegation of {person.country}")
        return Participant(name=name, office=office, country=person.country, role=role, start=start, end=end)  # type: ignore[arg-type]


class _Words:
    """A text under construction, so that every span leads to its words."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def say(self, words: str) -> tuple[int, int]:
        start = self._length
        self._parts.append(words + ". ")
        self._length += len(words) + 2
        return start, start + len(words)

    def between(self, start: int, end: int) -> str:
        return "".join(self._parts)[start:end]

    def text(self) -> str:
        return "".join(self._parts).strip()
