"""What is imagined or asked and no plan: "he'd sit him down", "I would go tomorrow", "is he going to meet her?"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

OPENING, CLOSING, STRAIGHT = frozenset("“«"), frozenset("”»"), '"'
ASKED_WITH = frozenset({"xcomp", "ccomp", "acomp"})
"""Relations of a clause that is asked about together with what it hangs on."""


def is_imagined(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """Whether the "would" of the verb at ``i`` announces nothing.

    "Said it would" is the past's future. In a quotation "would" is the speaker's fancy, unless he tells what was said;
    "'d" is so in reported speech too, where no day is given; and so is whatever an "if she were" depends on.
    """
    auxiliaries = [a for a in doc.children(i, "aux") if rules.modals.get(a.lower) == "would"]
    if not auxiliaries:
        return False
    above = (i, *doc.conjuncts(i), *(t.i for t in doc.ancestors(i)))
    if any(_is_unreal(doc, rules, doc.tokens[n]) for n in above):
        return True
    is_short = any(a.lower in rules.words["short_would"] for a in auxiliaries)
    if is_short and not _has_day(doc, i):
        return True
    return is_in_quotation(doc, i) and not _is_told(doc, rules, doc.tokens[i]) and not _has_day(doc, i)


def is_asked(doc: Annotation, verb: Token) -> bool:
    """Whether a question asks if the verb holds: "is he going to meet her?"; not "why did he go?"."""
    sentence = doc.sentences[verb.sentence]
    closing = {*CLOSING, STRAIGHT, "'", "’"}
    last = next((t for t in reversed(doc.tokens[sentence.first : sentence.last]) if t.text not in closing), verb)
    clauses = [verb]
    while clauses[-1].dep in ASKED_WITH:
        clauses.append(doc.tokens[clauses[-1].head])
    opened = any(c.tag in {"WRB", "WP", "WP$"} for clause in clauses for c in doc.children(clause.i))
    return last.text == "?" and clauses[-1].dep == "ROOT" and not opened


def _is_unreal(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """Whether a clause with "if" and a "were" of one person hangs on the verb: "if he were president"."""
    for clause in doc.children(verb.i, "advcl"):
        singular = any(c.tag in {"NN", "NNP"} or c.lower in rules.words["one_person"] for c in doc.children(clause.i, "nsubj"))
        were = (clause, *doc.children(clause.i, "aux", "auxpass"))
        if singular and any(t.lower == "were" for t in were) and _has_if(doc, rules, clause):
            return True
    return False


def _has_if(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    return any(c.lower in rules.words["conditions"] for c in doc.children(clause.i, "mark", "advmod"))


def _is_told(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "He told me he would come": what was said then, in the quotation itself."""
    above = doc.tokens[verb.head]
    told = verb.dep == "ccomp" and above.lemma in rules.reporting and above.tag in {"VBD", "VBN"}
    return told and above.i < verb.i and is_in_quotation(doc, above.i)


def _has_day(doc: Annotation, i: int) -> bool:
    first, last = doc.subtree(i)
    return any(
        t.entity >= 0 and doc.entities[t.entity].label == "DATE" and t.pos in {"PROPN", "NUM"} for t in doc.tokens[first:last]
    )


def is_in_quotation(doc: Annotation, i: int) -> bool:
    """Whether a quotation that opened in the token's own block of text is still open there."""
    inside, block = False, doc.sentence_of(i).block
    for sentence in reversed(doc.sentences[: doc.tokens[i].sentence + 1]):
        if sentence.block != block:
            break
        first = sentence.first
    for token in doc.tokens[first:i]:
        if token.text in OPENING:
            inside = True
        elif token.text in CLOSING:
            inside = False
        elif token.text == STRAIGHT:
            inside = not inside
    return inside
