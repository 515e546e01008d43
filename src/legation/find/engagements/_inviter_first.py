"""Who travels where the sentence opens with who invites: "At the invitation of the King of A, X, the President of B, Y, paid"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules


def traveller_behind(doc: Annotation, rules: EngagementRules, verb: int, subject: Token) -> Token:
    """The title behind the inviter's name, where the parser takes that name for the subject and the traveller's title and name
    for what stands beside it; else ``subject``."""
    first, last = doc.subtree(subject.i)
    beside = [t for t in doc.tokens[first:last] if t.dep == "appos" and t.pos in {"PROPN", "NOUN"} and t.i > subject.i]
    is_named = len(beside) > 1 or (len(beside) == 1 and doc.tokens[last - 1].text != ",")  # "X, the President of B Y paid"
    if not is_named or first == 0 or doc.tokens[first - 1].text != ",":
        return subject
    fronted = (c for c in doc.children(verb, "prep") if c.i < first and doc.subtree(c.i)[1] in {first - 1, first})
    inviting = (leaf for c in fronted for leaf in doc.children(c.i, "pobj") if leaf.lemma in rules.nouns)
    return beside[0] if any(rules.nouns[leaf.lemma].invitation for leaf in inviting) else subject
