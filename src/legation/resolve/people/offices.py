"""Mentions without a personal name: countries and what stands for them, bodies, titles, counterparts."""

from __future__ import annotations

from functools import cache, partial

from legation.records import Actor, PersonMention
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.narrowing import country_shared, own, redescribed, visiting
from legation.resolve.people.ours import own_holder
from legation.resolve.people.placed import placed_country
from legation.resolve.people.reference import settle_single
from legation.resolve.people.returning import homecomer
from legation.rules.offices import OfficeRules

LEADERS = frozenset({"head_of_state", "head_of_government", "monarch", "supreme_leader", "crown_prince", "leader"})
"""Classes of office that lead a state, each in its own."""
WINDOW = 12
"""Sentences back to which a bare title ("the spokesperson") can point."""


def resolve_countries(builder: CastBuilder) -> None:
    """Settle country names, adjectives, capitals and seats; a demonym in the plural is a group of its country."""
    groups: dict[str, int] = {}
    for number, mention in enumerate(builder.people):
        if mention.members:
            members = tuple(builder.country_actor(code) for code in mention.members)
            builder.settle(number, builder.new(kind="group", is_plural=True, members=members))
        if mention.country is None or mention.form not in ("country", "adjective", "capital", "seat"):
            continue
        if mention.kind == "country" and mention.organisation is None:
            builder.settle(number, builder.country_actor(mention.country))
        elif mention.kind == "group":
            if mention.country not in groups:
                groups[mention.country] = builder.new(kind="group", country=mention.country, is_plural=True)
            builder.settle(number, groups[mention.country])


def resolve_bodies(builder: CastBuilder) -> None:
    """Settle bodies between states and institutions; "the foreign ministry" is the one the page named before."""
    made: dict[tuple[str, str | None], int] = {}
    for number, mention in enumerate(builder.people):
        if not builder.is_open(number) or not mention.organisation or mention.kind not in ("organisation", "country"):
            continue
        country = mention.country or builder.owner_country(number)
        words = mention.organisation
        if country is None and mention.kind == "organisation" and mention.office_class:
            same = {key[1] for key in made if key[1] and _is_short_for(words, key[0])}
            whole = [key for key in made if key[1] and _is_short_for(words, key[0])]
            if len(whole) == 1 and mention.is_definite and mention.owner is None:
                builder.settle(number, made[whole[0]])
                continue
            country = next(iter(same)) if len(same) == 1 else None if same else _home_of_institution(builder, mention)
        if country is None and mention.office_class == "minister" and " " not in words:
            builder.leave(number, "which ministry is not said")
            continue
        key = (words, country)
        if key not in made:
            made[key] = builder.new(
                kind="organisation", organisation=words, country=country, office_class=mention.office_class
            )
        builder.settle(number, made[key])


def _is_short_for(words: str, body: str) -> bool:
    """Whether "the ministry" can be "the foreign ministry", "the government" "the Modi government"."""
    short, whole = words.lower().split(), body.lower().split()
    return whole[-len(short) :] == short


def _home_of_institution(builder: CastBuilder, mention: PersonMention) -> str | None:
    is_ministry = mention.office_class in builder.offices.of_a_state | builder.offices.syntax.owned_by_name
    is_ours = mention.is_definite and mention.owner is None and not mention.is_elsewhere
    return (builder.home or builder.dateline) if is_ours and is_ministry else None


def resolve_offices(builder: CastBuilder) -> None:
    """Settle titles and counterparts without a name, in text order."""
    for number, mention in enumerate(builder.people):
        if mention.clue == "counterpart" and mention.name and number in builder.actor_of:
            _complete_counterpart(builder, number)
    for number, mention in enumerate(builder.people):
        if not builder.is_open(number) or mention.form == "pronoun":
            continue
        if mention.clue == "counterpart":
            _settle_counterpart(builder, number)
        elif mention.clue in ("host", "guest"):
            if (named := _named_behind(builder, number)) is not None:
                builder.settle(number, named)
            else:
                builder.leave(number, f"who the {mention.clue} is is not said here")
        elif mention.kind == "office" and mention.office_class:
            _settle_office(builder, number)
        elif (
            mention.kind == "group"
            and not (mention.clue or "").startswith("pair")
            and (mention.country or mention.organisation or (mention.office_class and not mention.is_definite))
        ):
            _settle_group(builder, number)


def _named_behind(builder: CastBuilder, number: int) -> int | None:
    """ "his host, Kenyan Prime Minister X": whom the words behind the comma name."""
    end, text = builder.people[number].end, builder.annotation.text
    for n in range(number + 1, len(builder.people)):
        between = text[end : builder.people[n].start].strip()
        if between not in ("", ","):
            return None
        if between and builder.people[n].name and n in builder.actor_of:
            return builder.actor_of[n]
    return None


def _settle_office(builder: CastBuilder, number: int) -> None:
    mention = builder.people[number]
    country = mention.country or builder.owner_country(number) or country_shared(builder, number)
    candidates = _holders(builder, number, country) if mention.is_definite else []
    if len(candidates) > 1 and country is None:
        candidates = own(builder, number, candidates)
    ours = visiting(builder, number) if country is None else None
    if ours is None and country is None:
        ours = homecomer(builder, number, candidates)
        ours = ours if ours is not None else own_holder(builder, number, candidates)
    candidates = [ours] if ours is not None else candidates
    if country is None and ours is None and not any(_is_before(builder, c, number) for c in candidates):
        country = placed_country(builder, number)
        candidates = [c for c in candidates if country in (None, builder.actors[c].country)]
    if len(candidates) == 1:
        actor = candidates[0]
        if country and not builder.actors[actor].country:
            builder.change(actor, country=country)
        builder.settle(number, actor)
    elif len(candidates) > 1:
        builder.leave(number, f"{len(candidates)} people on the page have this office")
    elif (same := redescribed(builder, number, country)) is not None:
        builder.change(same, country=country, office=mention.office, office_class=mention.office_class)
        builder.settle(number, same)
    else:
        builder.settle(
            number,
            builder.new(
                kind="office",
                office=mention.office,
                office_class=mention.office_class,
                country=country or _home_country(builder, mention),
                organisation=mention.organisation,
                gender=mention.gender,
                is_former=mention.is_former,
                is_elsewhere=mention.is_elsewhere and country is None,
            ),
        )


def _holders(builder: CastBuilder, number: int, country: str | None) -> list[int]:
    """The actors that a definite title can mean: by country where it is said, else the nearest one before."""
    mention = builder.people[number]
    can_mean = cache(partial(_can_mean, builder.offices, mention))  # most of a long list hold the same office, or none
    fitting = [
        actor
        for actor, told in enumerate(builder.actors)
        if told.kind in ("person", "office")
        and told.is_former == mention.is_former
        and not (country and told.country and country != told.country)
        and not (mention.organisation and told.organisation and mention.organisation != told.organisation)
        and not (mention.gender and told.gender and mention.gender != told.gender)
        and can_mean(told.office, told.office_class, is_unsaid=told.kind == "person" and told.country is None)
    ]
    words = (mention.office or "").lower()
    called_so = [a for a in fitting if (builder.actors[a].office or "").lower() == words]
    others = [a for a in fitting if a not in called_so]
    is_only_theirs = len(called_so) == 1 and not any(words in (builder.actors[a].office or "").lower() for a in others)
    if any(_is_before(builder, a, number) for a in others) and not any(_is_before(builder, a, number) for a in called_so):
        called_so = []  # "the President" of a page with a head of state is not the one it names as President only later
    if called_so and country is None and (" " in words or is_only_theirs):  # but "the incoming president" is no "President"
        fitting = called_so  # on a page with a premier and a chief adviser "the Chief Adviser" is not the premier
    if country is not None:
        same = [a for a in fitting if builder.actors[a].country == country]
        if same:
            return _nearest(builder, number, same)
        # Two who stand in one sentence are two: "Biden spoke with the president of Finland".
        unsaid = [
            a
            for a in fitting
            if builder.actors[a].kind == "person"
            and not builder.actors[a].organisation
            and not builder.actors[a].is_elsewhere
            and (builder.actors[a].office_class == mention.office_class or _is_before(builder, a, number))
            and all(builder.sentence(n) != builder.sentence(number) for n in builder.mentions_of(a))
        ]
        return unsaid if len(unsaid) == 1 else []
    if mention.organisation is not None:
        return [a for a in fitting if builder.actors[a].organisation == mention.organisation]
    return _nearest(builder, number, fitting)


def _is_before(builder: CastBuilder, actor: int, mention: int) -> bool:
    """Whether the page has spoken of the actor by then: a broad word ("the Vietnamese leader") does not announce one."""
    return any(n < mention for n in builder.mentions_of(actor))


def _can_mean(
    offices: OfficeRules, mention: PersonMention, office: str | None, office_class: str | None, *, is_unsaid: bool
) -> bool:
    """Whether a title can point back to an office: the same one, or a broad word ("the minister") for it. ``is_unsaid``: whether
    it is a person's whose country nobody has said."""
    words = set((mention.office or "").lower().split())
    theirs = set((office or "").lower().split())
    if " of " in (mention.office or "") and not words <= theirs:
        return False
    if offices.are_unlike(words, theirs):
        return False
    if office_class == "head" and words <= theirs:
        return True  # "the president" of a federation
    if mention.office_class == office_class:
        is_one = mention.office_class not in offices.several_holders
        return is_one or words <= theirs or (is_unsaid and theirs <= words)
    return len(words) == 1 and offices.covers(mention.office_class or "", office_class)


def _nearest(builder: CastBuilder, number: int, actors: list[int]) -> list[int]:
    """Those of ``actors`` mentioned last before this mention; the only one of the page where none is before."""
    if len(actors) < 2:
        return actors
    here = builder.sentence(number)
    last: int | None = None
    found: list[int] = []
    for before, actor in builder.settled_before(number):
        sentence = builder.sentence(before)
        if here - sentence > WINDOW or (last is not None and sentence != last):
            break
        if actor in actors and builder.people[before].form != "pronoun":
            last = sentence
            if actor not in found:
                found.append(actor)
    return found or actors


def _home_country(builder: CastBuilder, mention: PersonMention) -> str | None:
    """The page's home, for "the foreign minister" with nothing more; not for one among several of some kind."""
    is_ours = mention.is_definite and mention.owner is None and not mention.organisation
    is_ours = is_ours and not mention.is_former and not mention.is_elsewhere
    return builder.home if is_ours and mention.office_class in builder.offices.of_a_state else None


def _settle_group(builder: CastBuilder, number: int) -> None:
    mention = builder.people[number]
    fields = {
        "kind": "group",
        "office": mention.office,
        "office_class": mention.office_class,
        "country": mention.country,
        "organisation": mention.organisation,
        "is_plural": True,
        "is_former": mention.is_former,
    }
    if mention.is_definite:
        for _, actor in builder.settled_before(number):
            told = builder.actors[actor]
            if all(getattr(told, f) == fields[f] for f in ("kind", "office_class", "country", "organisation")):
                builder.settle(number, actor)
                return
    builder.settle(number, builder.new(**fields))


def _counterpart_class(builder: CastBuilder, number: int) -> tuple[str | None, int | None]:
    """The office class of the one whose counterpart this is, and who that is."""
    mention = builder.people[number]
    owner: int | None = None
    if mention.owner is not None:
        token = builder.annotation.tokens[mention.owner]
        at = builder.mention_at(mention.owner)
        if at is not None and builder.is_open(at) and builder.people[at].clue == "one":
            settle_single(builder, at)
        owner = builder.actor_of.get(at) if at is not None else None
        if owner is None and token.tag == "PRP$":
            owner = _nearest_holder(builder, number)
    else:
        owner = _nearest_holder(builder, number)
    return (builder.actors[owner].office_class if owner is not None else None), owner


def _nearest_holder(builder: CastBuilder, number: int) -> int | None:
    """The person or office last mentioned before, other than this one's own, that has an office class."""
    own = builder.actor_of.get(number)
    mention = builder.people[number]
    for _, actor in builder.settled_before(number):
        told = builder.actors[actor]
        if actor == own or told.kind not in ("person", "office") or told.office_class is None:
            continue
        if mention.country is None or told.country != mention.country:
            return actor
    return None


def _settle_counterpart(builder: CastBuilder, number: int) -> None:
    mention = builder.people[number]
    office_class, owner = _counterpart_class(builder, number)
    if mention.owner is not None:
        possessor = builder.annotation.tokens[mention.owner].lower
        if possessor in builder.offices.words.descriptions.speakers:
            builder.leave(number, "whose counterpart is not known")
            return
    if office_class is None:
        if mention.country is None:
            builder.leave(number, "whose counterpart is not known")
            return
        builder.settle(number, builder.new(kind="group" if mention.is_plural else "office", country=mention.country))
        return
    if not mention.is_plural:
        for actor, told in enumerate(builder.actors):
            if (
                actor != owner
                and mention.country is not None
                and told.kind in ("person", "office")
                and (told.office_class, told.country) == (office_class, mention.country)
                and not told.is_former
            ):
                builder.settle(number, actor)
                return
        leaders = [
            n
            for n, a in enumerate(builder.actors)
            if n != owner and a.name and a.country == mention.country and is_leader_meant(builder, office_class, a)
        ]
        if len(leaders) == 1 and mention.country is not None:
            builder.settle(number, leaders[0])
            return
    builder.settle(
        number,
        builder.new(
            kind="group" if mention.is_plural else "office",
            office=_label(builder, office_class),
            office_class=office_class,
            country=mention.country,
            is_plural=mention.is_plural,
        ),
    )


def is_leader_meant(builder: CastBuilder, office_class: str | None, told: Actor) -> bool:
    """Whether somebody can be whom another state's leader has for his counterpart, or one of "the leaders": a president
    meets prime ministers too."""
    if told.kind != "person" or told.is_former or told.office_class is None:
        return False
    return office_class in LEADERS and told.office_class in LEADERS


def _complete_counterpart(builder: CastBuilder, number: int) -> None:
    """ "his Chinese counterpart Wang Yi": Wang Yi has the office of him whose counterpart he is."""
    actor = builder.actor_of[number]
    if builder.actors[actor].office_class is None:
        office_class, owner = _counterpart_class(builder, number)
        if office_class is not None and owner != actor:
            builder.change(actor, office=_label(builder, office_class), office_class=office_class)


def _label(builder: CastBuilder, office_class: str) -> str | None:
    """The usual name of an office; None for classes that hold many offices."""
    return None if office_class in builder.offices.several_holders else builder.offices.classes[office_class].label
