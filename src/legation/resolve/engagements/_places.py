"""Places that words describe or take up: "the Austrian capital", "the Omani capital of Muscat", "in her office", "here"."""

from __future__ import annotations

from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._parties import parties_at


def place_before(lookup: Lookup, token: int) -> tuple[str | None, str | None]:
    """(country, place) last spoken of before ``token``, in its sentence or the one before; "here" is the scene."""
    here = lookup.doc.tokens[token]
    if here.lower == "here" and lookup.scene is not None:
        return lookup.scene.country, lookup.scene.place
    before = [
        p for p in lookup.cast.places
        if p.start < here.start and here.sentence - lookup.doc.tokens[p.head].sentence <= 1
    ]  # fmt: skip
    before = [p for p in before if p.place] or before
    return (before[-1].country, before[-1].place) if before else (None, None)


def described_place(lookup: Lookup, head: int) -> str | None:
    """ "the Austrian capital", "this port city": the country its adjective names, or the page's own."""
    if lookup.doc.tokens[head].lemma not in lookup.rules.words["sites"]:
        return None
    for child in lookup.doc.children(head):
        if child.dep in {"amod", "compound", "poss", "nmod"}:
            mention = lookup.mention(child.i)
            if mention is not None and mention.actor is not None and lookup.actor(mention.actor).country:
                return lookup.actor(mention.actor).country
        if child.dep == "det" and child.lower == "this":
            return lookup.home
    return None


def named_site(lookup: Lookup, head: int) -> tuple[str | None, str | None]:
    """(country, place) of "the Omani capital of Muscat", "the eastern Chinese city of Hangzhou"."""
    country = described_place(lookup, head)
    for prep in lookup.doc.children(head, "prep"):
        if prep.lower == "of" and lookup.doc.tokens[head].lemma in lookup.rules.words["sites"]:
            for leaf in lookup.doc.children(prep.i, "pobj"):
                for i in (leaf.i, *(c.i for c in lookup.doc.children(leaf.i, "compound"))):
                    land, place, _ = lookup.country_here(i)
                    if land is not None and country in {None, land}:
                        return land, place
    return country, None


def owner_of_premises(lookup: Lookup, head: int) -> str | None:
    """ "in her office", "at the president's residence": the state of whoever it belongs to."""
    if lookup.doc.tokens[head].lemma not in lookup.rules.words["premises"]:
        return None
    owners = (p for c in lookup.doc.children(head, "poss") for p in parties_at(lookup, c.i))
    return next((code for p in owners if (code := lookup.state_or_home(p.actor))), None)
