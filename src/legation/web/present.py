"""Engagements as pages show them: finished words and addresses, nothing left for a template to work out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import msgspec
from babel.dates import format_date

from legation.publish.atom import change_words
from legation.publish.dossier import previous_days
from legation.publish.words import countries_of, country_name, described, place_of, title_of, when_of
from legation.records import Claim, Entry, Revision, Speaker, StoredStatement, Who
from legation.rules.publish import PublishWords
from legation.store.overview import Outlet
from legation.web import urls

# Longer words are cut on lists; the article has all of them.
_LONGEST_QUOTE = 400


class Link(msgspec.Struct, frozen=True):
    label: str
    url: str | None = None
    is_chosen: bool = False
    count: int | None = None


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One engagement on a list."""

    id: str
    url: str
    title: str
    standing: str
    label: str
    kind: str
    when: str
    starts: str | None
    is_vague: bool
    place: str
    countries: tuple[Link, ...]
    sources: int
    pages: int
    outlets: tuple[str, ...]
    certainty: str | None
    is_disputed: bool
    updated: datetime | None


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's words and the way to them."""

    words: str
    speaker: str
    outlet: str
    title: str | None
    said_on: str
    article: str
    original: str | None
    value: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One revision on an engagement's timeline, newest first on the page."""

    number: int
    standing: str
    label: str
    said_on: str
    day: str
    learned: datetime | None
    changes: tuple[str, ...]
    quotes: tuple[Quote, ...]
    corrected_by: str | None


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A field on which sources contradict each other: each value with who says it."""

    field: str
    sides: tuple[tuple[str, tuple[Quote, ...]], ...]


class Presenter(msgspec.Struct, frozen=True, kw_only=True):
    """Turns records into what pages show, in the language of one reader's dates."""

    words: PublishWords
    locale: str

    def day(self, value: date) -> str:
        return str(format_date(value, "long", locale=self.locale))

    def weekday(self, value: date) -> str:
        return str(format_date(value, "full", locale=self.locale))

    def country(self, code: str) -> Link:
        return Link(country_name(code, self.locale), urls.country(code))

    def card(self, entry: Entry) -> Card:
        state = entry.state
        when = state.when
        has_days = when is not None and when.earliest is not None
        return Card(
            id=entry.id,
            url=urls.engagement(entry.id),
            title=title_of(entry, self.words, self.locale),
            standing=entry.standing,
            label=self.words.statuses[entry.standing],
            kind=self.words.kinds[state.kind],
            when=when_of(when, self.words, no_date_set=state.no_date_set, locale=self.locale),
            starts=when.earliest.isoformat() if when is not None and when.earliest else None,
            is_vague=not has_days or (when is not None and when.precision not in ("day", "weekend")),
            place=place_of(state, self.locale),
            countries=tuple(self.country(c) for c in countries_of(state)),
            sources=entry.sources,
            pages=entry.pages,
            outlets=entry.outlets,
            certainty=None if state.certainty == "stated" else self.words.certainties[state.certainty],
            is_disputed=bool(state.disputed),
            updated=entry.updated,
        )

    def cards(self, entries: Iterable[Entry]) -> list[Card]:
        return [self.card(e) for e in entries]

    def before(self, entry: Entry) -> str | None:
        """The dates that no longer hold, in words."""
        days = previous_days(entry)
        return when_of(days, self.words, locale=self.locale) if days else None

    def quote(self, claim: Claim, outlets: Mapping[str, Outlet]) -> Quote:
        outlet = outlets.get(claim.page) or Outlet(None, None, None)
        site = outlet.site or "an outlet not named"
        return Quote(
            words=_cut(claim.words),
            speaker=speaker_words(claim.speaker, claim.described_as, claim.anonymous, self.locale) or site,
            outlet=site,
            title=outlet.title,
            said_on=self.day(claim.said_on),
            article=urls.article(claim.page, claim.start),
            original=urls.at_words(outlet.url, claim.words),
            value=self.value(claim),
        )

    def value(self, claim: Claim) -> str:
        """What a claim says, in words."""
        when = when_of(claim.when, self.words, locale=self.locale) if claim.when is not None else None
        if claim.field == "when" and when is not None:
            return when
        if claim.who is not None:
            return described(claim.who, self.locale)
        if claim.field == "no_date_set":
            return self.words.dates["yes"]
        if claim.field == "host_country":
            return country_name(claim.value, self.locale)
        tables = {"status": self.words.statuses, "kind": self.words.kinds}
        known = tables.get(claim.field, {}).get(claim.value, claim.value)
        return f"{known}, {when}" if when is not None else known

    def step(self, revision: Revision, claims: Mapping[str, Claim], outlets: Mapping[str, Outlet]) -> Step:
        own = [claims[name] for name in revision.claims if name in claims]
        return Step(
            number=revision.number,
            standing=revision.state.status,
            label=self.words.statuses[revision.state.status],
            said_on=self.day(revision.said_on),
            day=revision.said_on.isoformat(),
            learned=revision.learned,
            changes=tuple(change_words(c, self.words, self.locale) for c in revision.changes),
            quotes=_once(self.quote(c, outlets) for c in own),
            corrected_by=next((c.removeprefix("person:") for c in revision.claims if c.startswith("person:")), None),
        )

    def disputes(
        self,
        entry: Entry,
        revisions: Sequence[Revision],
        claims: Sequence[Claim],
        outlets: Mapping[str, Outlet],
    ) -> tuple[Dispute, ...]:
        """For each disputed field, every value given for it since the one in force was first said, with its words.

        What was said before that is history, not contradiction."""
        found = []
        for field in entry.state.disputed:
            values: dict[str, list[Quote]] = {}
            settled = [r.said_on for r in revisions if any(c.field == field for c in r.changes)]
            since = settled[-1] if settled else entry.first_said
            for claim in claims:
                if claim.field == field and not claim.is_past and claim.said_on >= since:
                    quote = self.quote(claim, outlets)
                    values.setdefault(quote.value, []).append(quote)
            sides = tuple((value, _once(quotes)) for value, quotes in values.items())
            found.append(Dispute(field=self.words.fields.get(field, field), sides=sides))
        return tuple(found)

    def statement(self, statement: StoredStatement) -> Quote:
        return Quote(
            words=_cut(statement.content),
            speaker=speaker_words(statement.speaker, statement.described_as, statement.anonymous, self.locale)
            or "a source not named",
            outlet=statement.site or "an outlet not named",
            title=statement.title,
            said_on=self.day(statement.said_on),
            article=urls.article(statement.page, statement.start),
            original=urls.at_words(statement.url, statement.content),
            value=statement.kind,
        )

    def people(self, entry: Entry) -> tuple[tuple[str, Link], ...]:
        """Participants with their roles; those with a name lead to their page."""
        return tuple((who.role, Link(described(who, self.locale), _page_of(who))) for who in entry.state.participants)


def speaker_words(speaker: Speaker | None, described_as: str | None, anonymous: bool, locale: str) -> str:
    """Who spoke, as fully as is known; nothing where the page speaks for itself."""
    if speaker is not None and (speaker.name or speaker.office):
        where = speaker.organisation or country_name(speaker.country, locale)
        return ", ".join(p for p in (speaker.name, speaker.office, where) if p)
    if described_as:
        return described_as
    if speaker is not None and (speaker.country or speaker.organisation):
        return speaker.organisation or country_name(speaker.country, locale)
    return "a source not named" if anonymous else ""


def _page_of(who: Who) -> str | None:
    if who.name:
        return urls.person(who.name)
    return urls.country(who.country) if who.country else None


def _cut(words: str) -> str:
    """Words as a quotation shows them: on one line, without the comma that leads on to who spoke, and not too long."""
    text = " ".join(words.split()).rstrip(",")
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + " …"


def _once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Each place in a page once: several claims of one sentence are one quotation, and words within words that are
    quoted anyway are not quoted again."""
    found = list({quote.article: quote for quote in quotes}.values())
    return tuple(q for q in found if not any(_is_within(q, other) for other in found))


def _is_within(quote: Quote, other: Quote) -> bool:
    is_same_page = quote.article.partition("#")[0] == other.article.partition("#")[0]
    return is_same_page and len(quote.words) < len(other.words) and quote.words in other.words
