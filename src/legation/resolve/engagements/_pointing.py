"""Where a word points from an event: "there he held", "where he will meet", a courtesy call received, troops at a base."""

from __future__ import annotations

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._places import place_before
from legation.rules.engagements import EngagementRules


def place_pointed_at(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention
) -> tuple[str | None, str | None]:
    """(country, place) of "There he held talks with X", "to Ghana, where he will take part in a meeting": where the verb that
    holds the event points; (None, None) where none does."""
    for node in mention.nodes:
        for child in doc.children(node, "advmod"):
            if child.lower in rules.words["here"]:
                country, place = place_before(lookup, child.i)
                if country is not None:
                    return country, place
    verbs = [doc.tokens[n] for n in mention.nodes]
    verbs += [t for t in doc.ancestors(mention.head) if t.pos == "VERB"][:1]
    for verb in verbs:
        is_where = any(c.lower in rules.words["relatives_of_place"] for c in doc.children(verb.i, "advmod"))
        if verb.dep == "relcl" and is_where:
            country, place, _ = lookup.country_here(verb.head)
            if country is not None:
                return country, place
    return None, None


def called_upon(lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> str | None:
    """The state of "received a courtesy call from X": whoever gets one is at home."""
    beside = doc.children(mention.head, "amod", "compound")
    if not any(c.lower in rules.words["in_person"] for c in beside):
        return None
    if not any(doc.tokens[n].lemma in rules.words["receiving"] for n in mention.nodes):
        return None
    called = (p for a in mention.arguments if a.role == "subject" for p in parties_at(lookup, a.head))
    return next((s for p in called if (s := lookup.actor(p.actor).country)), None)


def place_of_thing(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, head: int
) -> str | None:
    """ "visited Chilean troops at a base in Kenya": the state where what is visited is, by nouns and prepositions alone."""
    noun = doc.tokens[head]
    if mention.form != "verb" or noun.pos != "NOUN" or noun.lemma not in rules.words["visited_there"]:
        return None
    preps = [p for i in (head, mention.head) for p in doc.children(i, "prep") if p.i > head]
    while preps:
        leaves = [x for p in preps if p.lower in rules.words["situated"] for x in doc.children(p.i, "pobj")]
        found = [c for x in leaves if (c := lookup.country_here(x.i)[0]) is not None]
        if found:
            return found[0]
        preps = [p for x in leaves for p in doc.children(x.i, "prep")]
    return None
