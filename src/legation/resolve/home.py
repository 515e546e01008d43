"""The state a page is written in: whose president is meant where it says only "the president"."""

from __future__ import annotations

from urllib.parse import urlsplit

from legation.records import Article, Cast, PlaceMention
from legation.rules.world import World

LEAD = 200
"""Characters: a ministry named in a page's opening words is the one that speaks or is spoken for."""


def publisher_country(article: Article, world: World) -> str | None:
    """ISO code of the publisher's country by the page's address: a country's or a government's domain; else None."""
    host = urlsplit(article.url or "").hostname or ""
    domain = host.rpartition(".")[2].lower()
    if domain in world.domains:
        return world.domains[domain]
    if len(domain) == 2 and domain not in world.sold_domains and domain.upper() in world.countries:
        return domain.upper()
    return None


def scene(article: Article, cast: Cast) -> PlaceMention | None:
    """The place a page is told from: that of its dateline, or one in capitals at the head of an opening paragraph."""
    for place in cast.places:
        if place.country is None or place.start >= 2 * LEAD:
            continue
        if article.dateline is not None and article.dateline.start <= place.start < article.dateline.end:
            return place
        words = article.text[place.start : place.end]
        begins = any(b.start == place.start for b in article.blocks) or place.start == 0
        if begins and words.isupper() and len(words) > 3:
            return place
    return None


def home_country(article: Article, cast: Cast, world: World) -> str | None:
    """ISO code of the publisher's country by its address, else of the place in the dateline (or in capitals at the head
    of an opening paragraph), else the one state whose ministry or government the opening words name, else the one state
    of the leaders it names without saying whose they are; else None."""
    publisher = publisher_country(article, world)
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
