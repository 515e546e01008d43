"""Where a sitting is, by the next place named behind its words, on whatever the parser hangs that."""

from __future__ import annotations

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._places import named_site
from legation.rules.engagements import EngagementRules

FAR = 26
"""Tokens behind the words, at most, in which a place is looked for."""


def place_behind(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention
) -> tuple[str | None, str | None]:
    """ "will meet their Russian counterparts in Washington": (country, place) of the next place under "in" or "at", before
    any other verb; (None, None) where there is none, or it tells where somebody speaks or what is talked about."""
    sentence = doc.sentence_of(mention.head)
    for token in doc.tokens[mention.head + 1 : min(sentence.last, mention.head + FAR)]:
        if (token.pos == "VERB" and token.i not in mention.nodes) or token.lower in rules.words["matters"]:
            break
        if token.lower not in {"in", "at", "on"} or token.pos != "ADP":
            continue
        if _is_of_who_says(doc, rules, mention, token.i):
            break
        above = doc.tokens[token.head]
        if above.dep == "appos" and above.pos == "NOUN" and lookup.mention(above.i) is not None:
            continue  # "met X, his counterpart in Peru, in Geneva"
        for leaf in doc.children(token.i, "pobj"):
            if _is_of_topic(lookup, doc, rules, mention, token.i, leaf.i):
                continue
            if token.lower == "on" and leaf.lemma not in rules.words["sites"]:
                continue
            country, place, _ = lookup.country_here(leaf.i)
            if country is None and place is None:
                country, place = named_site(lookup, leaf.i)
            if country is not None:
                return country, place
    return None, None


def _is_of_who_says(doc: Annotation, rules: EngagementRules, mention: EngagementMention, prep: int) -> bool:
    """ "The summit is on again, diplomats in Brussels said": where the word comes from."""
    above = doc.tokens[doc.tokens[prep].head]
    verb = doc.tokens[above.head]
    return above.dep == "nsubj" and verb.lemma in rules.reporting and above.i > mention.head


def _is_of_topic(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, prep: int, place: int
) -> bool:
    """ "to end the war in Sudan", "a meeting with a dam in Ethiopia on the agenda": where a thing is that is spoken of. "Talks
    on trade in Muscat" are there: a town, and no happening in it."""
    above = doc.tokens[doc.tokens[prep].head]
    if above.pos != "NOUN" or above.i in {mention.head, *mention.nodes} or above.lemma in rules.nouns:
        return False
    sitting = rules.words["states"] | rules.words["joint_bodies"] | rules.occasions
    if lookup.mention(above.i) is not None or above.entity >= 0 or above.lemma in sitting:
        return False
    if above.lemma in rules.words["happenings"]:
        return True
    over = doc.tokens[above.head]
    if over.pos != "ADP" or over.lower in rules.words["situated"]:
        return False
    found = lookup.place(place)
    return over.lower == "of" or found is None or found.place is None
