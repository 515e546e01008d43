"""The home country of a page, for offices that it names without a country ("the Foreign Ministry spokesman")."""

from __future__ import annotations

from datetime import date

from legation.records import Actor, KnownOffice, PlaceMention
from legation.resolve.people.bare import is_bare
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.named import reclassify
from legation.resolve.people.scene import Scene
from legation.resolve.people.states import StatesNamed
from legation.rules.names import may_be_one
from legation.rules.whoswho import is_after_file

AT_HOME = frozenset(
    {
        "governor",
        "judge",
        "central_banker",
        "party_official",
        "military_chief",
        "security_official",
        "intelligence_chief",
    }
)
"""Classes beside the offices of a state that a page names without a state where they are its own's."""
LOCAL = frozenset({"official"})
"""Classes that are its own's on a page that speaks of its home alone."""
LOWER = 4
"""The rank from which who held an office is taken to be of the page's state like who holds it."""
DATELINE = 60
"""Characters into a paragraph within which a place before a dash is its dateline."""
OPENING = 4
"""Paragraphs, title and byline among them, of which one may begin with a dateline."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SPOKEN = ("adjective", "people")
"""Kinds of names that are no places: "Indian Foreign Secretary (file photo)"."""
DASHES = ("-", "–", "—", "--", "(", ":", ".-", "|")


def resolve_home(
    builder: CastBuilder,
    home: str | None,
    known: tuple[KnownOffice, ...],
    places: tuple[PlaceMention, ...] = (),
    published: date | None = None,
) -> None:
    """Give offices of state without any country the home country, where the page has exactly one candidate for it.

    A page shows its home by calling a leader, whom the who's who knows, by title and name with no country, while no
    office of that country is named with it; any leader who cannot be of it speaks against it, as long as the who's who is
    not older than the page (``published``).
    """
    told = () if is_after_file(published) else known
    if home is None:
        bare = [n for n, a in enumerate(builder.actors) if _is_bare(builder, n, a, None)]
        homes = _known_homes(builder)
        lines = {c: [k for k in told if k.country == c] for c in homes}
        homes &= StatesNamed(builder, places).named_most()
        candidates = {c for c in homes if not any(is_elsewhere(builder, a, lines[c]) for a in bare)}
        home = next(iter(candidates)) if len(candidates) == 1 else None
        if home is not None and len(line := _dateline(builder)) == 1 and line != {home}:
            home = None  # "KATHMANDU - She is to meet President Mukherjee"
    builder.home = home
    # Leaders travel, and a dateline may be their host's; those who speak for a ministry speak at home.
    named = _dateline(builder)
    builder.dateline = next(iter(named)) if len(named) == 1 else None
    if home is None and builder.dateline is not None and StatesNamed(builder, places).is_named_most(builder.dateline):
        home = builder.dateline
    bare = [n for n, a in enumerate(builder.actors) if _is_bare(builder, n, a, home)]
    if home is not None:
        scene = Scene(builder, places)
        if scene.states.is_told_away_from(home):
            builder.home = None
            return
        ours = [k for k in told if k.country == home]
        if scene.states.is_told_at(home):
            bare += [n for n, a in enumerate(builder.actors) if a.kind == "person" and is_bare(builder, n, LOCAL)]
        for actor in dict.fromkeys(bare):
            abroad = scene.met_abroad(actor, home)
            if abroad is not None and builder.actors[actor].kind == "person":
                builder.change(actor, country=abroad)
                continue
            if _is_called_otherwise(builder, actor, home):
                continue
            if builder.actors[actor].kind == "person" and is_elsewhere(builder, actor, ours, published):
                # "President Mnangagwa" on a Kenyan page.
                continue
            is_voice = builder.actors[actor].office_class == "spokesperson"
            if is_voice and _is_of_private_body(builder, actor):
                continue  # "Hospital spokeswoman X", where two states are spoken of
            if is_voice and builder.dateline is not None and scene.states.times(builder.dateline) > scene.states.times(home):
                builder.change(actor, country=builder.dateline)
                continue
            is_met = scene.is_met_at_home(actor, home)
            is_ours = is_met or not (_is_among_others(builder, actor, home, places) or scene.is_abroad(actor, home))
            if is_voice or is_ours:
                builder.change(actor, country=home)
        reclassify(builder)
        return
    if builder.dateline is None:
        return
    scene = Scene(builder, places)
    for actor in [a for a in bare if scene.met_abroad(a, builder.dateline)]:
        builder.change(actor, country=scene.met_abroad(actor, builder.dateline))
        for partner in scene.partners(actor) & {*bare}:
            builder.change(partner, country=builder.dateline)
    for actor in [a for a in bare if builder.actors[a].country is None]:
        is_voice = builder.actors[actor].office_class == "spokesperson"
        if is_voice or scene.receives_foreigner(actor, builder.dateline):
            builder.change(actor, country=builder.dateline)


def _is_of_private_body(builder: CastBuilder, actor: int) -> bool:
    words = set((builder.actors[actor].office or "").lower().split())
    return bool(words & builder.offices.syntax.private_bodies)


def _is_among_others(builder: CastBuilder, number: int, home: str, places: tuple[PlaceMention, ...]) -> bool:
    """Whether another country is spoken of beside this one, so that it may be his: "China will send Vice President X",
    "President X will receive her in Nairobi". As the subject of a sentence that only goes on to other states, he is ours.
    """
    mentions = [n for n in builder.mentions_of(number) if builder.people[n].form != "pronoun"]
    if not mentions:
        return False
    others: dict[int, list[int]] = {}
    for n, m in enumerate(builder.people):
        if m.country not in (None, home) and not m.name:
            others.setdefault(builder.sentence(n), []).append(n)
    tokens, people = builder.annotation.tokens, builder.people
    for n in mentions:
        near = others.get(builder.sentence(n), [])
        if any(tokens[people[k].head].dep in SUBJECTS and people[k].start < people[n].start for k in near):
            return True
        if any(p.country not in (None, home) and _is_site(builder, p, n) for p in places):
            return True
    is_subject = any(tokens[people[n].head].dep in SUBJECTS for n in mentions)
    return not is_subject and builder.sentence(mentions[0]) in others


def _is_site(builder: CastBuilder, place: PlaceMention, mention: int) -> bool:
    """Whether a place of the mention's sentence is where it happens, not where somebody goes to."""
    tokens = builder.annotation.tokens
    if tokens[place.head].sentence != builder.sentence(mention):
        return False
    before = tokens[tokens[place.head].head]
    if tokens[place.head].dep == "dobj" or before.lower in ("to", "for", "from"):
        return False
    return _verb_of(builder, place.head) == _verb_of(builder, builder.people[mention].head)


def _verb_of(builder: CastBuilder, token: int) -> int | None:
    return next((t.i for t in builder.annotation.ancestors(token) if t.pos == "VERB"), None)


def is_elsewhere(builder: CastBuilder, number: int, ours: list[KnownOffice], published: date | None = None) -> bool:
    """Whether the who's who knows that this leader is not of the country whose lines are ``ours``: it has no such office, or
    somebody else had it every time; for a foreign minister, somebody else has it on the page's day (``published``)."""
    actor = builder.actors[number]
    words = builder.offices.words.names
    same = [k for k in ours if k.office_class == actor.office_class]
    if actor.office_class == "foreign_minister" and published is not None:
        same = [k for k in same if k.holds_on(published)]
        return bool(same) and not any(may_be_one(k.name, actor.name or "", words) for k in same)
    if builder.offices.rank(actor.office_class) > 2:
        return False
    return bool(ours) and not any(may_be_one(k.name, actor.name or "", words) for k in same)


def _is_called_otherwise(builder: CastBuilder, actor: int, home: str) -> bool:
    """Whether the page's state has no title of such words: America has no ministers."""
    unused = builder.offices.syntax.unused.get(home, frozenset())
    return bool(unused & set((builder.actors[actor].office or "").lower().split()))


def _is_bare(builder: CastBuilder, number: int, actor: Actor, home: str | None) -> bool:
    if actor.kind not in ("person", "office") or actor.country or actor.organisation:
        return False
    if actor.is_former and (builder.offices.rank(actor.office_class) < LOWER or actor.kind == "office"):
        return False  # former leaders speak on other states' pages too
    is_sent = home is not None and actor.office_class == "ambassador" and _is_sent_abroad(builder, actor, home)
    if actor.is_elsewhere or not (is_sent or actor.office_class in builder.offices.of_a_state | AT_HOME):
        return False
    mentions = [builder.people[n] for n in builder.mentions_of(number)]
    return all(m.owner is None for m in mentions)


def _is_sent_abroad(builder: CastBuilder, actor: Actor, home: str) -> bool:
    """ "the ambassador to Peru", on a page of another state than Peru."""
    _, to, place = (actor.office or "").partition(" to ")
    host = {found[0].country for _, _, found in builder.world.phrases.find(place)} - {None} if to else set()
    return bool(host) and home not in host


def _known_homes(builder: CastBuilder) -> set[str]:
    """The countries of those whom the page calls "President X" without a country, and the who's who knows."""
    said = {m.country for m in builder.people if m.office and m.country and not m.is_former and m.name}
    homes = set()
    for number, actor in enumerate(builder.actors):
        mentions = [builder.people[n] for n in builder.mentions_of(number)]
        is_unsaid = not any(m.country for m in mentions) and any(m.office and not m.is_former for m in mentions)
        if actor.known_from and actor.country and is_unsaid and builder.offices.rank(actor.office_class) <= 2:
            homes.add(actor.country)
    return homes - said


def _dateline(builder: CastBuilder) -> set[str]:
    """The country of a place that opens one of the page's first paragraphs and stands before a dash: "TEHRAN -"."""
    doc = builder.annotation
    blocks: dict[int, int] = {}
    for sentence in doc.sentences:
        if sentence.block not in blocks and len(blocks) == OPENING:
            break
        blocks.setdefault(sentence.block, sentence.first)
    found = (_dateline_at(builder, first) for first in blocks.values())
    return next((states for states in found if states), set())


def _dateline_at(builder: CastBuilder, first: int) -> set[str]:
    tokens = builder.annotation.tokens[first : first + 12]
    words: list[str] = []
    for token in tokens:
        if token.start > tokens[0].start + DATELINE:
            break
        glued = token.text.rstrip("-–—") if token.text[:1].isalpha() else ""
        if glued and glued.endswith(".") and glued != token.text:
            words.append(glued[:-1])  # "Lima.- The talks"
        if token.text in DASHES or glued not in ("", token.text):
            is_dated = any(t.text.isdigit() for t in tokens[: token.i - first])
            whole = builder.world.readings(" ".join(words).title())
            is_place = bool(whole) and token.text not in ("-", "(")
            if first and not (tokens[0].text.isupper() or is_dated or token.text == "(" or is_place):
                # Behind the title capitals, a day, an agency or nothing but the place show that it is a dateline.
                return set()
            readings = [r for k in range(len(words)) for r in builder.world.readings(" ".join(words[: k + 1]).title())]
            return {r.country for r in readings if r.country and r.kind not in SPOKEN}
        if token.text not in (",", "."):
            words.append(token.text)
    return set()
