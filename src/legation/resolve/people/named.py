"""Mentions with a personal name: one actor a person, surnames joined to full names, what the who's who adds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from legation.records import Actor, KnownOffice, PersonMention
from legation.resolve.people.cast import CastBuilder
from legation.rules.names import family_names, is_same_name, is_variant, name_words, skeleton

RULERS = ("monarch", "crown_prince", "supreme_leader")
"""Those whom news calls by their first name, with the title."""


def resolve_named(builder: CastBuilder, known: tuple[KnownOffice, ...], published: date | None) -> None:
    """Settle every mention with a name, then say what the page, its possessors and the who's who know of each."""
    builder.people = _unglued(builder.people, builder.offices.words.names.glued)
    named = [n for n, m in enumerate(builder.people) if m.name and m.kind == "person"]
    full = [n for n in named if len(name_words(builder.people[n].name or "")) > 1]
    for number in full:
        _settle_full(builder, number)
    for number in named:
        if number not in builder.actor_of:
            _settle_short(builder, number)
    index = _index(known)
    for number, mention in enumerate(builder.people):
        if mention.name and mention.kind == "unknown":
            _settle_unsure(builder, number, index, published)
    persons = [n for n, a in enumerate(builder.actors) if a.kind == "person"]
    for actor in persons:
        _describe(builder, actor)
    for actor in persons:
        name = name_words(builder.actors[actor].name or "")
        near = dict.fromkeys(entry for word in name for entry in index.get(skeleton(word), ()))
        _take_honorific(builder, actor, tuple(near))
        _look_up(builder, actor, tuple(near), published)
    _join_known(builder, persons)
    _share_state(builder)
    reclassify(builder)
    inherit_countries(builder)


def _unglued(people: tuple[PersonMention, ...], glued: frozenset[str]) -> tuple[PersonMention, ...]:
    """Mentions with their names set free of a word that was joined to them, where the page has the name without it."""
    words = {w for m in people if m.name for w in name_words(m.name)}

    def free(mention: PersonMention) -> PersonMention:
        name = mention.name or ""
        joined = next((w for w in glued if name.lower().endswith(w) and name_words(name)[-1][: -len(w)] in words), None)
        return mention if joined is None else replace(mention, name=name[: -len(joined)])

    return tuple(free(m) if m.name and len(m.name) > 4 else m for m in people)


_INDEXES: list[tuple[tuple[KnownOffice, ...], dict[str, list[KnownOffice]]]] = []
"""The last who's whos with their indexes. They are told apart by identity: comparing thousands of lines costs more."""


def _index(known: tuple[KnownOffice, ...]) -> dict[str, list[KnownOffice]]:
    """Entries by every word of their names, so that a long who's who costs no more than a short one."""
    made = next((index for lines, index in tuple(_INDEXES) if lines is known), None)
    if made is None:
        made = _indexed(known)
        _INDEXES[:] = [(known, made), *_INDEXES[:3]]
    return made


def _indexed(known: tuple[KnownOffice, ...]) -> dict[str, list[KnownOffice]]:
    index: dict[str, list[KnownOffice]] = {}
    for entry in known:
        for word in {skeleton(w) for name in (entry.name, *entry.aliases) for w in name_words(name)}:
            index.setdefault(word, []).append(entry)
    return index


def inherit_countries(builder: CastBuilder) -> None:
    """Give persons and offices without a country that of their possessor, where that is known by now."""
    for actor, told in enumerate(builder.actors):
        if told.kind in ("person", "office"):
            _inherit_country(builder, actor)


def reclassify(builder: CastBuilder) -> None:
    """Give titles that mean another office in another country the class they have in their holder's."""
    for actor, told in enumerate(builder.actors):
        title = builder.offices.title_named(told.office) if told.office else None
        if title is not None and told.country in title.by_country:
            builder.change(actor, office_class=title.by_country[told.country])


def _share_state(builder: CastBuilder) -> None:
    """ "Georgian Prime Minister X and Foreign Minister Y": a minister named with "and" right after the head of a state or
    government, with no state of his own, is that one's."""
    doc, offices = builder.annotation, builder.offices
    for one, two in pairwise(n for n, m in enumerate(builder.people) if m.name and m.kind == "person"):
        first, second = builder.people[one], builder.people[two]
        if doc.text[first.end : second.start].strip() != "and" or not (first.country and second.office):
            continue
        is_lower = offices.rank(first.office_class) <= 2 < offices.rank(second.office_class)
        if not is_lower or second.office_class not in offices.of_a_state or second.is_elsewhere or second.is_former:
            continue
        actor = builder.actor_of.get(two)
        if actor is not None and not (builder.actors[actor].country or builder.actors[actor].organisation):
            builder.change(actor, country=first.country)


def _join_known(builder: CastBuilder, persons: list[int]) -> None:
    """Make one of those whom the who's who showed to be one: "Joko", "Jokowi" and "Widodo"."""
    first: dict[str, int] = {}
    for actor in persons:
        told = builder.actors[actor]
        if told.known_from is None or told.name is None:
            continue
        if told.name in first:
            builder.merge(actor, first[told.name])
        first.setdefault(told.name, actor)


def _settle_unsure(
    builder: CastBuilder, number: int, index: dict[str, list[KnownOffice]], published: date | None
) -> None:
    """A word that may be a name is one where it is the first name of one office-holder on the page ("Thaksin said"), or
    where exactly one holder of an office on that day is called so."""
    name = builder.people[number].name or ""
    told = Actor(kind="person", name=name)
    near = dict.fromkeys(entry for word in name_words(name) for entry in index.get(skeleton(word), ()))
    called = [a for a in _given_name(builder, name) if any(builder.people[n].office for n in builder.mentions_of(a))]
    if len(called) == 1:
        builder.settle(number, called[0])
    elif published is not None and len({e.name for e in near if _is_known(builder, told, e, published)}) == 1:
        _settle_short(builder, number)
    else:
        builder.drop(number)


def _settle_full(builder: CastBuilder, number: int) -> None:
    mention = builder.people[number]
    name = mention.name or ""
    words = builder.offices.words.names
    for actor in builder.named_like(name):
        other = builder.actors[actor]
        if not other.name or not _fits(builder, actor, mention):
            continue
        if is_same_name(other.name, name, words):
            builder.settle(number, actor)
            if len(name_words(name)) > len(name_words(other.name)):
                builder.change(actor, name=name)
            return
    builder.settle(number, builder.new(kind="person", name=name, country=mention.country, gender=mention.gender))


def _settle_short(builder: CastBuilder, number: int) -> None:
    mention = builder.people[number]
    name = mention.name or ""
    candidates = [
        actor
        for actor in builder.named_like(name)
        if _is_short_for(builder, name, builder.actors[actor]) and _fits(builder, actor, mention)
    ]
    candidates = [a for a in candidates if _is_called_so(builder, name, a, mention)]
    best = _narrowed(builder, candidates, mention)
    if len(best) == 1:
        builder.settle(number, best[0])
        if mention.country and not builder.actors[best[0]].country:
            builder.change(best[0], country=mention.country)
    elif len(best) > 1:
        builder.leave(number, f"{len(best)} people of this name on the page")
    else:
        given = [a for a in _given_name(builder, name) if _fits(builder, a, mention)]
        if len(given) == 1:
            builder.settle(number, given[0])
            return
        actor = builder.new(kind="person", name=name, country=mention.country, gender=mention.gender)
        builder.settle(number, actor)


def _is_called_so(builder: CastBuilder, name: str, actor: int, mention: PersonMention) -> bool:
    """Whether a ruler's title allows it: "King Salman" is no Mohammed bin Salman, for news calls a king by his first name;
    who has the very title elsewhere on the page may be called by any part of his."""
    if mention.office_class not in RULERS:
        return True
    words = name_words(builder.actors[actor].name or "")
    if words[: len(name_words(name))] == name_words(name):
        return True
    return any(builder.people[n].office_class == mention.office_class for n in builder.mentions_of(actor))


def _given_name(builder: CastBuilder, name: str) -> list[int]:
    """Those whose first name this is: "Prime Minister Shehbaz", "Boris"."""
    short = name_words(name)
    return [
        actor
        for actor in builder.named_like(name)
        if name_words(builder.actors[actor].name or "")[:1] == short != name_words(builder.actors[actor].name or "")
    ]


def _is_short_for(builder: CastBuilder, name: str, other: Actor) -> bool:
    short = name_words(name)
    if name_words(other.name or "") == short:
        return True
    names = family_names(other.name or "", other.country, builder.offices.words.names)
    return any(
        len(short) == len(family) and all(is_variant(a, b) for a, b in zip(short, family, strict=True))
        for family in names
    )


def _fits(builder: CastBuilder, actor: int, mention: PersonMention) -> bool:
    """Whether nothing that is said of the one contradicts the other."""
    other = builder.actors[actor]
    if mention.country and other.country and mention.country != other.country:
        return False
    return not (mention.gender and other.gender and mention.gender != other.gender)


def _narrowed(builder: CastBuilder, candidates: list[int], mention: PersonMention) -> list[int]:
    """Of several candidates, those that share the office that is said of this one, where any do."""
    if len(candidates) < 2 or mention.office_class is None:
        return candidates
    sharing = [
        c
        for c in candidates
        if any(builder.people[n].office_class == mention.office_class for n in builder.mentions_of(c))
    ]
    return sharing or candidates


def _describe(builder: CastBuilder, actor: int) -> None:
    """Give a person the office, country and gender that the page's mentions say, the most telling title first."""
    mentions = [builder.people[n] for n in builder.mentions_of(actor)]
    syntax = builder.offices.syntax
    titled = [m for m in mentions if m.office and m.office_class]
    # "Ambassador Bo Oe, once the foreign minister": a style says less than an office that is over.
    telling = [m for m in titled if (m.office or "").lower() not in syntax.mere_styles | syntax.ranks] or titled
    current = [m for m in telling if not m.is_former]
    vague = syntax.vague
    best = min(
        current or telling,
        key=lambda m: (
            builder.offices.rank(m.office_class)
            + (10 if m.office_class in vague else 0)
            + (20 if (m.office or "").lower() in syntax.ranks or m.office_class == "family" else 0),
            m.start,
        ),
        default=None,
    )
    told = builder.actors[actor]
    builder.change(
        actor,
        office=best.office if best else None,
        office_class=best.office_class if best else None,
        is_former=bool(best and best.is_former),
        organisation=next((m.organisation for m in mentions if m.organisation), None),
        is_elsewhere=any(m.is_elsewhere for m in mentions),
        country=told.country or next((m.country for m in mentions if m.country), None),
        gender=told.gender
        or next((m.gender for m in mentions if m.gender), None)
        or builder.offices.words.gender_of(told.name or ""),
    )


def _take_honorific(builder: CastBuilder, actor: int, known: tuple[KnownOffice, ...]) -> None:
    """ "Sheikh Hasina": what looks like an honorific is part of a name that the who's who has, and tells no gender."""
    name = builder.actors[actor].name or ""
    if len(name_words(name)) > 1:
        return
    for number in builder.mentions_of(actor):
        honorific = builder.people[number].honorific
        whole = f"{honorific} {name}"
        entry = next((e for e in known if honorific and name_words(e.name) == name_words(whole)), None)
        if entry is not None:
            builder.change(actor, name=entry.name, gender=entry.gender)
            return


def _look_up(builder: CastBuilder, actor: int, known: tuple[KnownOffice, ...], published: date | None) -> None:
    """Complete a person from the who's who, where exactly one person in it can be meant."""
    told = builder.actors[actor]
    if told.is_elsewhere and not (told.country or told.organisation):
        return
    entries = [k for k in known if _is_known(builder, told, k, published)]
    if len({e.name for e in entries}) > 1:
        # "Mohammed bin Salman bin Abdulaziz" is not his father: the given name decides.
        first = name_words(told.name or "")[:1]
        entries = [e for e in entries if any(name_words(s)[:1] == first for s in (e.name, *e.aliases))]
    if len({e.name for e in entries}) != 1:
        return
    entry = next((e for e in entries if e.holds_on(published)), entries[0])
    holds = entry.holds_on(published)
    added = {
        "name": entry.name if len(name_words(told.name or "")) < 2 else told.name,
        "office": told.office or (entry.office if holds and published else None),
        "office_class": told.office_class or (entry.office_class if holds and published else None),
        "country": told.country or (None if told.organisation else entry.country),
        "organisation": told.organisation or (entry.organisation if holds and published and not told.country else None),
    }
    is_news = any(getattr(told, field) != value for field, value in added.items())
    builder.change(actor, **added, gender=entry.gender or told.gender, known_from=entry.source if is_news else None)


def _is_known(builder: CastBuilder, told: Actor, entry: KnownOffice, published: date | None) -> bool:
    if told.country and entry.country and told.country != entry.country:
        return False
    words = builder.offices.words.names
    name = told.name or ""
    # What a given name tells of a gender is a guess.
    is_guess = len(name_words(name)) > 1 and told.gender == builder.offices.words.gender_of(name)
    if told.gender and entry.gender and told.gender != entry.gender and not is_guess:
        return False
    spellings = (entry.name, *entry.aliases)
    if len(name_words(name)) > 1:
        same = [s for s in spellings if is_same_name(name, s, words)]
        # "Mustafa Kemal Pasha" is no Mustafa Kemal: a longer name that ends otherwise needs the office or the state too.
        is_sure = any(_ends_alike(name, s) for s in same) or told.office_class == entry.office_class
        return bool(same) and (is_sure or bool(told.country and told.country == entry.country))
    short = name_words(name)
    families = [name_words(entry.family_name)] if entry.family_name else []
    families += [family_names(s, entry.country, words)[0] for s in spellings if len(name_words(s)) > 1]
    families += [name_words(s) for s in entry.aliases if len(name_words(s)) == 1]
    if told.office_class == entry.office_class:
        # "President Joko": with the title any part of the name will do.
        families += [name_words(s)[:1] for s in spellings]
    if short not in families:
        return False
    if entry.office_class in RULERS and told.office_class not in RULERS:
        # "Charles" alone is anybody.
        return False
    if told.office_class is None and (short[0] in words.common_surnames or not (entry.is_known_alone or told.country)):
        return False
    # A surname alone needs a day on which it was held, or a title that says the same office.
    if told.office_class and entry.office_class != told.office_class:
        return False
    return entry.holds_on(published) and (published is not None or told.office_class == entry.office_class)


def _ends_alike(name: str, known: str) -> bool:
    """Whether a name of the page has no more words than a known one, or ends, or goes on in brackets of a father, as it does."""
    page, other = name_words(name), name_words(known)
    return len(page) <= len(other) or is_variant(page[-1], other[-1])


def _inherit_country(builder: CastBuilder, actor: int) -> None:
    """The country of a possessor: "President Joe Biden's adviser" serves the country of Joe Biden."""
    told = builder.actors[actor]
    if told.country or told.organisation or told.is_elsewhere:
        return
    for number in builder.mentions_of(actor):
        country = builder.owner_country(number) if not builder.people[number].clue else None
        if country is not None:
            builder.change(actor, country=country)
            return
