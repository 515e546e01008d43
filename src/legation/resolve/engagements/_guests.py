"""Whose guest somebody is said to be: a meeting at no place told is with the one who has the other as a guest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from legation.records import Engagement, Token
from legation.resolve.engagements._candidate import SEATED, Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._status import DONE, PLANNED

NEAR = 3
"""Sentences behind a meeting in which the words on host and guest are still of that meeting."""


class Hosting(msgspec.Struct, frozen=True):
    """One state's people are in another: either may be all that the words give."""

    sentence: int
    guest: str | None = None
    host: str | None = None


def with_hosts(
    page: Page, engagements: Sequence[Engagement], groups: Sequence[Sequence[Candidate]], remote: set[int]
) -> list[Engagement]:
    """The engagements; a meeting of two states at no place told put with the one that the words beside or right behind it
    make the host: "told his guest", "thanked him for the hospitality", "the visiting minister", "who is on a state visit".
    ``remote`` are the numbers of those held at a distance. Open where the words make hosts of both."""
    said = [*_said(page), *_journeys(page, groups)]
    return [e if n in remote else _hosted(page, e, said, engagements) for n, e in enumerate(engagements)]


def _hosted(page: Page, engagement: Engagement, said: Sequence[Hosting], all_of_page: Sequence[Engagement]) -> Engagement:
    is_open = engagement.host_country is None and engagement.place is None and engagement.occasion is None
    if not is_open or engagement.kind not in SEATED or engagement.background:
        return engagement
    if engagement.status not in DONE | PLANNED | {"under_way"}:
        return engagement
    states = {p.country for p in engagement.participants if p.country}
    if len(states) < 2:
        return engagement
    here = {page.doc.tokens_in(e.start, e.end)[0].sentence for e in engagement.evidence}
    near = (s for s in said if any(0 <= s.sentence - n <= NEAR for n in here))
    hosts = {h for s in near if (h := _host_of(s, states)) is not None}
    hosts |= {h for v in all_of_page if (h := _visited(page, v, engagement, states, here)) is not None}
    return replace(engagement, host_country=hosts.pop()) if len(hosts) == 1 else engagement


def _host_of(said: Hosting, states: set[str]) -> str | None:
    """The host among ``states`` that the words give, by the guest where there are but two."""
    if said.host is not None:
        fits = said.host in states and (said.guest is None or (said.guest in states and said.guest != said.host))
        return said.host if fits else None
    if said.guest in states and len(states) == 2:
        return next(iter(states - {said.guest}))
    return None


def _visited(page: Page, visit: Engagement, meeting: Engagement, states: set[str], here: set[int]) -> str | None:
    """The state in which a visit told right beside the meeting, by one of its people, is to the other's: "... met X.
    Y is due to leave Nairobi on Thursday"."""
    stands = visit.status in DONE | PLANNED | {"under_way"} and not visit.background
    if visit.kind != "visit" or not stands or visit.host_country not in states:
        return None
    if visit.status in PLANNED and meeting.status not in PLANNED:
        return None
    names = {p.name for p in meeting.participants if p.name and p.country != visit.host_country}
    beside = {page.doc.tokens_in(e.start, e.end)[0].sentence for e in visit.evidence}
    is_near = any(abs(a - b) <= 1 for a in here for b in beside)
    is_theirs = any(p.role == "traveller" and p.name in names for p in visit.participants)
    return visit.host_country if is_near and is_theirs else None


# ---- what is said ---------------------------------------------------------------------------------------------------


def _said(page: Page) -> Iterator[Hosting]:
    words = page.rules.words
    for token in page.doc.tokens:
        if token.lower in words["guests"] and token.pos in {"NOUN", "PROPN"}:
            yield from _of_guest(page, token)
        elif token.lower in words["hosts"] and token.pos == "NOUN" and token.dep not in {"compound", "amod"}:
            yield from _of_host(page, token)
        elif token.lower in words["hosts"] and page.doc.tokens[token.head].i > token.i:
            yield from (Hosting(token.sentence, host=s) for s in _officials(page, token.head))
        elif token.lower in words["visiting"] and token.dep in {"amod", "compound"}:
            yield from (Hosting(token.sentence, guest=s) for s in _states(page, token.head))
        elif token.lower in words["hospitality"] and token.pos == "NOUN":
            yield from _of_hospitality(page, token)
        elif token.lemma in words["welcoming"] and token.pos == "VERB":
            yield from _of_welcome(page, token)


def _of_guest(page: Page, token: Token) -> Iterator[Hosting]:
    """ "told his guest, Minister X", "the Chilean guest", "was the guest of President X"."""
    doc = page.doc
    if any(c.lower == "of" and doc.child(c.i, "pobj") is not None and doc.child(c.i, "pobj").lemma in page.rules.words["honouring"]  # type: ignore[union-attr]
           for c in doc.children(token.i, "prep")):  # fmt: skip
        return  # "the guest of honour at the fair"
    hosts = _owners(page, token)
    for prep in doc.children(token.i, "prep"):
        if prep.lower == "of":
            hosts |= {s for leaf in doc.children(prep.i, "pobj") for s in _states(page, leaf.i)}
    guests = {s for c in doc.children(token.i, "amod", "compound", "appos") for s in _states(page, c.i)} - hosts
    if len(hosts) == 1 or len(guests) == 1:
        yield Hosting(token.sentence, guest=_only(guests), host=_only(hosts))


def _of_host(page: Page, token: Token) -> Iterator[Hosting]:
    """ "briefed his hosts", "his Kenyan host", "the Kenyan hosts", "his host, President X"."""
    doc = page.doc
    guests = _owners(page, token)
    hosts = {s for c in doc.children(token.i, "amod", "compound", "appos") for s in _states(page, c.i)} - guests
    if len(guests) == 1 or len(hosts) == 1:
        yield Hosting(token.sentence, guest=_only(guests), host=_only(hosts))


def _of_hospitality(page: Page, token: Token) -> Iterator[Hosting]:
    """ "thanked X for the warm welcome", "expressed gratitude for the hospitality": who thanks is the guest. "was given a
    ceremonial welcome": who gets it."""
    doc, words = page.doc, page.rules.words
    for above in doc.ancestors(token.i):
        if above.pos != "VERB":
            continue
        got = above.lemma in words["given_or_got"] and _is_object(page, token, above)
        if got:
            passive = doc.child(above.i, "nsubjpass")
            who = passive if passive is not None else _subject(page, above) if above.lemma in words["receiving"] else None
            yield from (Hosting(token.sentence, guest=s) for s in (_states(page, who.i) if who is not None else ()))
            return
        thanked = above.lemma in words["thanking"] or any(
            c.lemma in words["thanking"] for c in doc.children(above.i, "dobj")
        )
        if thanked:
            subject = _subject(page, above)
            guests = _states(page, subject.i) if subject is not None else set()
            objects = {s for c in doc.children(above.i, "dobj", "dative") for s in _states(page, c.i)} - guests
            if len(guests) == 1 or len(objects) == 1:
                yield Hosting(token.sentence, guest=_only(guests), host=_only(objects))
            return


def _of_welcome(page: Page, token: Token) -> Iterator[Hosting]:
    """ "was pleased to welcome X to Kenya"."""
    doc = page.doc
    guests = {s for c in doc.children(token.i, "dobj") for s in _states(page, c.i)}
    subject = _subject(page, token)
    lands: set[str | None] = {
        page.lookup.country_here(leaf.i)[0]
        for prep in doc.children(token.i, "prep")
        if prep.lower == "to"
        for leaf in doc.children(prep.i, "pobj")
    } - {None}
    receiving = _states(page, subject.i) if subject is not None and subject.dep == "nsubj" else set()
    hosts = {h for h in lands or receiving if h is not None} - guests
    if len(guests) == 1 and len(hosts) == 1:
        yield Hosting(token.sentence, guest=_only(guests), host=_only(hosts))


def _journeys(page: Page, groups: Sequence[Sequence[Candidate]]) -> Iterator[Hosting]:
    """ "who is on a state visit", "on the second day of his visit": a visit that no word sends anywhere makes a guest."""
    for group in groups:
        for c in group:
            if c.kind != "visit" or c.host_country is not None or c.mention.is_recalled or c.mention.is_hypothetical:
                continue
            if c.status not in DONE | {"under_way", None} or any(a.role == "goal" for a in c.mention.arguments):
                continue
            guests = {page.lookup.state(p.actor) for p in c.travellers} - {None}
            if len(guests) == 1 and not any(p.form == "pronoun" and not _is_nearest(page, p) for p in c.travellers):
                yield Hosting(c.mention.sentence, guest=guests.pop())
    yield from _comings(page)


def _is_nearest(page: Page, pronoun: Party) -> bool:
    """Whether a pronoun's person is the one named last before it in its sentence, or none is: else it may be the other's."""
    lookup, tokens = page.lookup, page.doc.tokens
    here = page.doc.tokens_in(pronoun.start, pronoun.end)[0].sentence
    named = [
        m
        for m in lookup.cast.mentions
        if m.actor is not None and m.form != "pronoun" and m.end <= pronoun.start and tokens[m.head].sentence == here
    ]
    people = [m for m in named if m.actor is not None and lookup.actor(m.actor).kind in {"person", "office"}]
    return not people or people[-1].actor == pronoun.actor


def _comings(page: Page) -> Iterator[Hosting]:
    """ "who flew in on Monday", "before flying home": who comes from abroad or leaves, with no word of where."""
    doc, words = page.doc, page.rules.words
    for token in doc.tokens:
        if token.pos != "VERB":
            continue
        if token.lemma in words["leaving"]:
            yield from _leaving(page, token)
        if token.lemma not in words["coming"] or doc.child(token.i, "dobj") is not None:
            continue
        if any(p.lower not in words["temporal_only"] for p in doc.children(token.i, "prep")):
            continue
        subject = _subject(page, token)
        guests = _states(page, subject.i) if subject is not None else set[str]()
        if len(guests) == 1:
            yield Hosting(token.sentence, guest=guests.pop())


def _leaving(page: Page, token: Token) -> Iterator[Hosting]:
    """ "before leaving Nairobi for Muscat": what a foreigner leaves is where he was."""
    doc = page.doc
    left = [*doc.children(token.i, "dobj")]
    left += [leaf for p in doc.children(token.i, "prep") if p.lower == "from" for leaf in doc.children(p.i, "pobj")]
    lands = {page.lookup.country_here(leaf.i)[0] for leaf in left} - {None}
    subject = _subject(page, token)
    guests = _states(page, subject.i) if subject is not None else set[str]()
    if len(lands) == 1 and len(guests) == 1 and guests != lands:
        yield Hosting(token.sentence, guest=_only(guests), host=lands.pop())


# ---- who stands there -----------------------------------------------------------------------------------------------


def _states(page: Page, i: int) -> set[str]:
    lookup = page.lookup
    found: set[str | None] = {lookup.actor(p.actor).country for p in parties_at(lookup, i)}
    if not found:  # "the Chilean guest": an adjective inside words for nobody in particular
        found = {r.country for r in lookup.world.readings(page.doc.tokens[i].text) if r.kind == "adjective"}
    return {s for s in found if s is not None and s in lookup.world.countries}


def _officials(page: Page, i: int) -> set[str]:
    """Of "host Prime Minister X": not of "the host country", "the host nation's coach"."""
    lookup = page.lookup
    people = (p for p in parties_at(lookup, i) if lookup.actor(p.actor).kind in {"person", "office"})
    return {s for p in people if lookup.is_senior(p.actor) and (s := lookup.actor(p.actor).country) is not None}


def _owners(page: Page, token: Token) -> set[str]:
    """Whose guest or host it is: "his", "Mwangi's"; of "his" that nobody is known to be, the subject of the clause."""
    found: set[str] = set()
    for owner in page.doc.children(token.i, "poss"):
        states = _states(page, owner.i)
        if not states and owner.tag == "PRP$":
            verb = next((t for t in page.doc.ancestors(token.i) if t.pos == "VERB"), None)
            subject = _subject(page, verb) if verb is not None else None
            states = _states(page, subject.i) if subject is not None and subject.i < token.i else set()
        found |= states
    return found


def _subject(page: Page, verb: Token) -> Token | None:
    """The subject of a verb, or of the one it hangs on: "arrived and was received", "was pleased to welcome"."""
    doc = page.doc
    while True:
        own = doc.child(verb.i, "nsubj", "nsubjpass")
        if own is not None:
            if own.lower in page.rules.words["relatives"] and verb.dep == "relcl":
                return doc.tokens[verb.head]
            return own
        if verb.dep not in {"xcomp", "advcl", "conj", "pcomp", "prep", "acomp"} or verb.head == verb.i:
            return None
        verb = doc.tokens[verb.head]


def _is_object(page: Page, token: Token, verb: Token) -> bool:
    first = token
    while first.dep in {"pobj", "prep"} and first.head != first.i and first.head != verb.i:
        first = page.doc.tokens[first.head]  # "a guard of honour"
    return first.head == verb.i and first.dep in {"dobj", "oprd", "attr"}


def _only(states: set[str]) -> str | None:
    return next(iter(states)) if len(states) == 1 else None
