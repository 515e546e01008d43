"""Where a gathering is that somebody goes to, told in its own clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.find.engagements._clauses import prepositional
from legation.find.engagements._entities import is_named_place
from legation.find.engagements._spread import OWN
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules


def held_at(doc: Annotation, rules: EngagementRules, verb: int, occasions: Iterable[int]) -> Iterator[Argument]:
    """ "Will attend the forum, which takes place in Lima", "take part in the forum to be held in Lima": Lima."""
    for occasion in occasions:
        behind = [c for c in doc.children(verb, "advcl") if _opens_behind(doc, c, occasion)]
        for clause in (*doc.children(occasion, "relcl", "acl"), *behind):
            takes_place = any(c.lower == "place" for c in doc.children(clause.i, "dobj"))
            if not takes_place and not (clause.lemma in rules.support and clause.tag == "VBN"):
                continue
            for word, leaf in prepositional(doc, clause.i):
                if word in {"in", "at"} and leaf.pos == "PROPN" and is_named_place(doc, leaf):
                    yield Argument("place", leaf.i, OWN)


def _opens_behind(doc: Annotation, clause: Token, occasion: int) -> bool:
    """Whether a clause that the parser hung on the verb opens right behind the occasion."""
    first = doc.subtree(clause.i)[0]
    return first - 1 - (doc.tokens[first - 1].text == ",") == occasion
