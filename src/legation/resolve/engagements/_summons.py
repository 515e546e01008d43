"""Envoys called in: whose ministry it was, and what stands where no word says so."""

from __future__ import annotations

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._parties import parties_at
from legation.rules.engagements import EngagementRules

FAR = 4
"""Sentences back, at most, to the words that say who called the envoys in."""


def is_summons(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """Whether the verb is one by which a state has a foreign envoy come: "summoned", "called in"."""
    frames = rules.verbs.get(doc.tokens[mention.head].lemma, ()) if mention.form == "verb" else ()
    roles = {a.role for a in mention.arguments}
    return mention.kind == "meeting" and any(f.agent == "home" and f.object == "party" and "party" in roles for f in frames)


def summoner(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who has an envoy come, where the words around do not say it: "Ankara summoned nine ambassadors. Those of A and B were
    called to the Foreign Ministry"."""
    theirs = {lookup.state(p.actor) for p in found}
    first = doc.sentences[max(mention.sentence - FAR, 0)].first
    for token in reversed(doc.tokens[first : doc.sentences[mention.sentence].first]):
        if not any(f.agent == "home" and f.object == "party" for f in rules.verbs.get(token.lemma, ())):
            continue
        for subject in doc.children(token.i, "nsubj"):
            parties = tuple(p for p in parties_at(lookup, subject.i) if lookup.state(p.actor) not in {None, *theirs})
            if parties:
                return parties
    return ()
