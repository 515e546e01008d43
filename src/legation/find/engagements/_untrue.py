"""What is said of what others tell: "reports of a visit are false", "talk of a delay is baseless", "no truth in the story"."""

from __future__ import annotations

from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import SUBJECTS, VERBAL, is_negated
from legation.find.engagements._effects import CHANGES
from legation.records import Token


def folds_as_untrue(chain: Chain, child: Token, head: Token) -> bool:
    """Folds what is said of a tale over what the tale tells; False where nothing is said of it.

    A change that is none leaves the plan; a plan that is none was only told. What is only said too early stays open.
    """
    said = _verdict(chain, child, head)
    if said is None:
        return False
    if chain.effect in CHANGES - {"confirmed", "reinstated"}:
        chain.effect = "confirmed" if said == "untrue" else "doubtful"
    elif said == "untrue":
        chain.effect = "no_plan"
    else:
        chain.effect = "possible"
    return True


def is_tale(chain: Chain, clause: Token, noun: Token) -> bool:
    """ "reports in the press that X plans to", "a claim by the opposition that": parsed onto a word beside the tale."""
    if not any(mark.lower == "that" for mark in chain.doc.children(clause.i, "mark")):
        return False
    beside = chain.doc.tokens[chain.doc.tokens[noun.head].head] if noun.dep == "pobj" else noun
    tale = noun if clause.dep == "relcl" and chain.rules.attitudes.get(noun.lemma) == "reported" else beside
    return tale.i < clause.i and tale.pos == "NOUN" and chain.rules.attitudes.get(tale.lemma) == "reported"


def _verdict(chain: Chain, child: Token, head: Token) -> str | None:
    """``untrue`` or ``premature`` where ``head`` is a tale, or the clause "it is untrue that", of which that is said."""
    if head.pos in {"NOUN", "PROPN"} and head.i != chain.nodes[0]:
        if head.lemma in chain.rules.words["truth"]:
            is_denied = is_negated(chain.doc, head.i) or is_negated(chain.doc, head.head)
            return "untrue" if is_denied and child.dep == "prep" else None
        return said_of_tale(chain, head)
    is_clause = child.pos in VERBAL and child.dep in {"ccomp", "xcomp", "advcl", "csubj"}
    if is_clause and head.lemma in chain.rules.words["copulas"]:
        return _said(chain, head)
    if is_clause and head.pos == "ADJ":
        return _of(chain, head, is_negated(chain.doc, head.i) or is_negated(chain.doc, head.head))
    return None


def said_of_tale(chain: Chain, tale: Token) -> str | None:
    """What a sentence says of the tale that it is about: "these reports are false"."""
    above = chain.doc.tokens[tale.head]
    return _said(chain, above) if tale.dep in SUBJECTS and above.lemma in chain.rules.words["copulas"] else None


def _said(chain: Chain, copula: Token) -> str | None:
    """What the predicate of a form of be says, "not true" and "nothing but rumours" included."""
    negated = is_negated(chain.doc, copula.i)
    said = list(chain.doc.children(copula.i, "acomp", "attr", "oprd"))
    said += [leaf for word in said for leaf in chain.doc.children(word.i, "conj")]
    behind = [prep for word in (copula, *said) for prep in chain.doc.children(word.i, "prep")]
    said += [leaf for prep in behind for leaf in chain.doc.children(prep.i, "pobj")]
    return next((found for word in said if (found := _of(chain, word, negated))), None)


def _of(chain: Chain, word: Token, negated: bool) -> str | None:
    if word.lower in chain.rules.words["premature"]:
        return None if negated else "premature"
    if word.lower in chain.rules.words["true"]:
        return "untrue" if negated or is_negated(chain.doc, word.i) else None
    return "untrue" if word.lower in chain.rules.words["untrue"] and not negated else None
