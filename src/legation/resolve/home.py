"""The state a page is written in: whose president is meant where it says only "the president"."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from legation.records import Article, Cast, PlaceMention
from legation.rules.furniture import FurnitureRules
from legation.rules.world import World, squeezed

LEAD = 200
"""Characters: a ministry named in a page's opening words is the one that speaks or is spoken for."""
HEAD = 6
"""Blocks: how far down an outlet's own line can stand."""
LONG = 4
"""Words: a state's name behind a town's on a line of their own has fewer."""
FOOT = 3
"""Lines at a page's end in which it is signed."""
SIGNATURE = 120
"""Characters that such a line has at most."""
LEAST = 4
"""Letters that a state's name in an outlet's has at least."""
LINE = 60
"""Characters: how long it can be."""


def publisher_country(article: Article, world: World, furniture: FurnitureRules) -> str | None:
    """ISO code of the publisher's country: by its address (an outlet known to write for one state, a country's or a
    government's domain); else by what the outlet is named after ("Tehran Times"), the place its line gives ("The Courier
    (Windhoek)"), or the state that a collection's headline opens with; else None."""
    home = _outlet_country(article, world, furniture)
    headed = _headed(article, world)
    if home is not None and headed not in (None, home):
        named = {found[0].country for _, _, found in world.phrases.find(article.text)}
        return home if home in named else headed  # a Ghanaian outlet's "Kenya: Minister tours hospital"
    return home


def _outlet_country(article: Article, world: World, furniture: FurnitureRules) -> str | None:
    host = (urlsplit(article.url or "").hostname or "").lower()
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if country := world.outlets.get(".".join(labels[start:])):
            return country
    domain = labels[-1]
    if domain in world.domains:
        return world.domains[domain]
    if len(domain) == 2 and domain not in world.sold_domains and domain.upper() in world.countries:
        return domain.upper()
    for name in (article.site or "", labels[-2] if len(labels) > 1 else ""):
        if country := _named_after(squeezed(name), world):
            return country
    shown = _printed_in(article, world) or _collected_from(article, host, world)
    return shown or _signed_by(article, world, furniture)


def _named_after(name: str, world: World) -> str | None:
    """ "thejakartapost", "timesofisrael", "westernpostnigeria": the state in the name of an outlet, where newspapers' words
    are all else in it."""
    name = name.removeprefix("the")
    for cut in range(LEAST, len(name) - 1):
        for whole, rest in ((name[-cut:], name[:-cut]), (name[:cut], name[cut:])):
            if whole in world.squeezed and _is_made_of(rest, world.outlet_words):
                return world.squeezed[whole]
    return None


def _is_made_of(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name is these words, one or more, and nothing else."""
    return any(name == word or (name.startswith(word) and _is_made_of(name[len(word) :], words)) for word in words)


def _printed_in(article: Article, world: World) -> str | None:
    """ "The Courier (Windhoek)", alone on one of the first lines: the state of a capital in brackets."""
    for block in article.blocks[:HEAD]:
        words = article.text[block.start : block.end].strip()
        name, _, place = words.removesuffix(")").rpartition(" (")
        if words.endswith(")") and name and len(words) < LINE:
            for reading in world.readings(place):
                if reading.kind == "capital":
                    return reading.country
    return None


def _signed_by(article: Article, world: World, furniture: FurnitureRules) -> str | None:
    """ "Issued by: The Presidency of the Republic of Botswana", alone on one of the last lines: the one state whose organ
    signs a release."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()][1:]
    for line in lines[-FOOT:]:
        lead = furniture.signature_lead.match(line)
        signer = line[lead.end() if lead else 0 :].lower()
        if len(line) < SIGNATURE and not line.endswith(".") and signer.startswith(furniture.issuers):
            states = {found[0].country for _, _, found in world.phrases.find(line)} - {None}
            if len(states) == 1:
                return states.pop()
    return None


def _collected_from(article: Article, host: str, world: World) -> str | None:
    """ "Namibia: President off to Gaborone", in a collection whose headlines all begin so."""
    outlet = f"{host} {squeezed(article.site or '')}"
    return _headed(article, world) if any(name in outlet for name in world.prefixed) else None


def _headed(article: Article, world: World) -> str | None:
    """The state that a headline opens with: "Kenya: President off to Gaborone"."""
    first = next((article.text[b.start : b.end] for b in article.blocks), "")
    state, colon, _ = (article.title or first).partition(":")
    return next((r.country for r in world.readings(state) if r.kind == "country"), None) if colon else None


def scene(article: Article, cast: Cast) -> PlaceMention | None:
    """The place a page is told from: that of its dateline, one in capitals at the head of an opening paragraph, or the one
    town that has one of the first lines to itself."""
    for place in cast.places:
        if place.country is None or place.start >= 2 * LEAD:
            continue
        if article.dateline is not None and article.dateline.start <= place.start < article.dateline.end:
            return place
        words = article.text[place.start : place.end]
        begins = any(b.start == place.start for b in article.blocks) or place.start == 0
        if begins and words.isupper() and len(words) > 3:
            return place
        if begins and place.place is not None and _opens_a_story(article, place):
            return place
    alone = [p for p in cast.places if p.place is not None and p.country is not None and _stands_alone(article, p)]
    return alone[0] if len({p.place for p in alone}) == 1 else None


def _opens_a_story(article: Article, place: PlaceMention) -> bool:
    """ "Nairobi: ...", "Nairobi — ...": a town, and a dash or colon, at the head of what is no title."""
    is_title = place.start == 0 and len(article.blocks) > 1
    return not is_title and re.match(r"\s?(?:[:\u2014\u2013]|--?)\s", article.text[place.end : place.end + 4]) is not None


def _stands_alone(article: Article, place: PlaceMention) -> bool:
    """Whether a town is all of one of the first lines, its state behind it or not: "Montego Bay, Jamaica"."""
    for block in article.blocks[1:HEAD]:
        words = article.text[block.start : block.end].strip()
        if block.start <= place.start < block.end:
            town, _, land = words.partition(",")
            return town == article.text[place.start : place.end] and len(land.split()) < LONG
    return False


def home_country(article: Article, cast: Cast, world: World, *, publisher: str | None) -> str | None:
    """ISO code of the publisher's country where it is known, else of the place in the dateline (or in capitals at the head
    of an opening paragraph), else the one state whose ministry or government the opening words name, else the one state
    of the leaders it names without saying whose they are; else None."""
    if publisher is not None:
        return publisher
    told_from = scene(article, cast)
    if told_from is not None:
        return told_from.country
    speaking = {
        actor.country
        for mention in cast.mentions
        if mention.actor is not None and mention.start < LEAD
        for actor in (cast.actors[mention.actor],)
        if actor.kind == "organisation" and actor.country and actor.office_class
    }
    if len(speaking) == 1:
        return speaking.pop()
    # A leader whom a page need not introduce is its own: "President X" with no state said, known from the who's who.
    unsaid = {a.country for a in cast.actors if a.known_from and a.kind == "person" and a.office_class and a.country}
    return unsaid.pop() if len(unsaid) == 1 else None
