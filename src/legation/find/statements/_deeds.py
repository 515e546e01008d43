"""Cue verbs that tell what somebody does or is after, and no words of theirs: ``welcomed the delegation``, ``Democrats
hoping to win the seat``, ``was held for refusing to pay``, ``found many rooms empty``."""

from __future__ import annotations

from legation.find.statements._grammar import is_actor, is_passive, quoting, subject
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules

SHORTEST_QUOTED = 4
"""Words in marks that are somebody's words about what he supports, at least: fewer are a term."""
CLOSING_MARKS = frozenset({"”", '"', "’", "'", "''", "»"})
OPENING_MARKS = frozenset({"“", '"', "‘", "'", "``", "''", "«", "„"})


def is_deed(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Whether the verb tells a deed: by its object, by what it says of whom, or as a participle without words."""
    if quoting(annotation, token) is not None:
        return False
    if token.lemma in rules.learning and not _is_outlets(annotation, token):
        return True
    if token.lemma in rules.courtesies and annotation.child(token.i, "ccomp") is None and not is_quoting(annotation, token):
        return True
    thing = annotation.child(token.i, "dobj")
    if cue.force == "said" and _is_greeting(annotation, rules, thing) and not is_quoting(annotation, token):
        return True
    act = annotation.child(token.i, "xcomp") if cue.force == "asked" else None
    if act is not None and _is_greeting(annotation, rules, annotation.child(act.i, "dobj")):
        # "asked the envoy to pass on his greetings"
        return True
    if token.lemma in rules.blows and not _is_with_reason(annotation, token):
        return True
    if _is_accord(annotation, rules, cue, token):
        return True
    if _is_aim(annotation, rules, cue, token) or _is_talk(annotation, rules, token):
        return True
    if _is_perception(annotation, rules, cue, token) or _is_told_below(annotation, rules, cue, token):
        return True
    if _is_taken_up(annotation, rules, token):
        return True
    return _is_topic(annotation, rules, cue, token) or _is_reception(annotation, rules, token)


def _is_greeting(annotation: Annotation, rules: SpeechRules, thing: Token | None) -> bool:
    """``greetings``, ``gratitude for the welcome``, but not ``gratitude that Oslo had come``."""
    return thing is not None and thing.lemma in rules.greetings and annotation.child(thing.i, "acl", "ccomp") is None


def _is_with_reason(annotation: Annotation, token: Token) -> bool:
    """Whether it is told for what, or with what words, somebody is attacked."""
    reasons = annotation.children(token.i, "prep")
    return any(c.lower in ("for", "as", "over") for c in reasons) or is_quoting(annotation, token)


def _is_outlets(annotation: Annotation, token: Token) -> bool:
    """Whether a body has learnt something ("The Courier has learnt that"), not whoever "learned" or "understands" it."""
    who = annotation.child(token.i, "nsubj")
    has = annotation.child(token.i, "aux")
    is_body = who is not None and who.entity >= 0 and annotation.entities[who.entity].label == "ORG"
    return is_body and (token.tag == "VBZ" or (has is not None and has.tag in ("VBZ", "VBP") and token.tag == "VBN"))


def _is_taken_up(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``commented on Berg's statement that she would go``, ``recalled his warning that``: the words are the noun's."""
    if token.lemma not in rules.taking_up or annotation.child(token.i, "ccomp", "xcomp") is not None:
        return False
    nouns = list(annotation.children(token.i, "dobj"))
    nouns += [n for c in annotation.children(token.i, "prep") for n in annotation.children(c.i, "pobj")]
    return any(
        n.lemma in rules.nouns and any(c.lower == "that" for c in annotation.tokens[n.i : annotation.subtree(n.i)[1]])
        for n in nouns
    )


def _is_aim(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Support, refusal and thought: ``backs the plan``, ``refused to sign``, ``hoping to win``, ``to make them feel``."""
    is_bare = annotation.child(token.i, "aux") is None
    is_wordless = annotation.child(token.i, "ccomp") is None and not is_quoting(annotation, token)
    if cue.force in rules.mere_deeds and (is_wordless or _is_quoting_a_term(annotation, token)):
        return True
    if cue.force in rules.act_forces and token.tag == "VBG" and is_bare:
        # "signalling solidarity"
        return is_wordless
    if cue.force == "believed" and token.tag == "VB" and is_bare:
        # "to make them feel that"
        return True
    if token.tag != "VBG" or not is_bare or (token.dep == "ROOT" and cue.force not in rules.deeds):
        return False
    if cue.force in rules.deeds:
        return annotation.child(token.i, "ccomp") is None
    return token.dep in ("pcomp", "pobj") and not _has_clause(annotation, token) and not is_quoting(annotation, token)


def _is_talk(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``spoke with Lund about the visit``, ``the ministers talked about trade`` tell of a talk and what it was about;
    ``after reading what the papers wrote``."""
    if token.lemma in rules.reading and token.tag == "VBG":
        return True
    if token.lemma not in rules.conversing or is_quoting(annotation, token):
        return False
    linked = {c.lower for c in annotation.children(token.i, "prep") if annotation.child(c.i, "pobj") is not None}
    return "with" in linked or ("about" in linked and is_several(annotation, rules, token))


def is_several(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """Whether the subject is more than one: "Berg and Lund", "the ministers", "the two", "both", "they"."""
    who = subject(annotation, token.i)
    if who is None:
        return False
    is_plural = who.tag in ("NNS", "NNPS") or len(annotation.conjuncts(who.i)) > 1
    return is_plural or who.lower in rules.several or rules.pronouns.get(who.lower) == "p"


def _is_accord(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """``The two agreed that they would meet again``, ``it was agreed that``: what they settle between them; one who
    agrees says so ("Berg agreed that it was late")."""
    if cue.force != "agreed" or is_quoting(annotation, token):
        return False
    return is_passive(annotation, token.i) or is_several(annotation, rules, token)


def _is_topic(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """A topic, and no words: ``outlined the plan``, ``echoing his remarks``, ``pointing to the costs``, ``reiterating the
    ties``. What is itself an act of speech or a stance is told ("reiterating its call", "stressing the need")."""
    if annotation.child(token.i, "ccomp", "xcomp") is not None or is_quoting(annotation, token):
        return False
    following = annotation.tokens[token.i : annotation.subtree(token.i)[1]]
    if token.lemma in rules.topical:
        return token.tag == "VBG" or not any(c.lower == "that" and c.dep == "mark" for c in following)
    # "mentioning the drones that came" holds no words.
    is_stance = any(
        (t.lower == "that" and t.tag != "WDT") or t.lemma in rules.stances or t.lemma in rules.nouns for t in following[1:]
    )
    thing = annotation.child(token.i, "dobj")
    if token.lemma in rules.conversing and not is_stance:
        # "spoke of the warm relations"
        about = [n for c in annotation.children(token.i, "prep") if (n := annotation.child(c.i, "pobj")) is not None]
        return any(n.i > token.i for n in about)
    if token.lemma in rules.stating and not is_stance and thing is not None and thing.i > token.i:
        return True
    if token.dep == "relcl" and cue.force in rules.asides and not is_stance:
        # "opponents, who blame the minister for the delay"
        return True
    if token.tag != "VBG" or cue.force not in rules.bare_participles or annotation.child(token.i, "aux") is not None:
        return False
    if cue.force in rules.firm_participles:
        return True
    return not is_stance


def _is_reception(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``welcomed the leaders to Rome``, ``The delegation was welcomed by Berg``."""
    guest = annotation.child(token.i, "nsubjpass" if is_passive(annotation, token.i) else "dobj")
    if token.lemma not in rules.receiving or guest is None:
        return False
    known = rules.persons | rules.anonymous_nouns | rules.honorifics | rules.guests
    return (guest.lemma in known or is_actor(annotation, guest)) and not is_quoting(annotation, token)


def _is_perception(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """``He found that many were absent``: one person's finding is what he saw; a body's or a document's is told."""
    if token.lemma not in rules.perceiving or cue.force != "found" or is_quoting(annotation, token):
        return False
    who = subject(annotation, token.i)
    behind = annotation.tokens[token.i + 1 : token.i + 2]
    if who is None or any("Reflex=Yes" in t.morph for t in behind):
        # "found herself answering questions about whether"
        return who is not None
    is_person = who.entity >= 0 and annotation.entities[who.entity].label == "PERSON"
    return is_person or who.lower in ("he", "she")


def _is_told_below(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """``praised the country, saying it is one of the best``: the participle has the words."""
    if cue.force not in rules.told_below or annotation.child(token.i, "ccomp") is not None:
        return False
    for child in annotation.children(token.i, "advcl"):
        below = rules.cues.get(child.lemma)
        if child.tag != "VBG" or child.i < token.i or below is None:
            continue
        own = annotation.tokens[token.i : child.i]
        if below.force in rules.naming:
            # "welcomed the talks, calling them a test"
            return annotation.child(child.i, "oprd", "ccomp", "prep") is not None
        if "clause" not in below.takes:
            continue
        has_words = annotation.child(child.i, "ccomp") is not None or is_quoting(annotation, child)
        if has_words and not any(t.text in OPENING_MARKS for t in own):
            return True
    return False


def _has_clause(annotation: Annotation, token: Token) -> bool:
    return annotation.child(token.i, "ccomp", "xcomp", "dative") is not None or any(
        c.lower in ("to", "as") for c in annotation.children(token.i, "prep")
    )


def _is_quoting_a_term(annotation: Annotation, token: Token) -> bool:
    """``opposed a "grand coalition"``: a word or two in marks, and no clause."""
    if annotation.child(token.i, "ccomp") is not None:
        return False
    words = annotation.tokens[token.i : min(annotation.subtree(token.i)[1] + 2, annotation.sentence_of(token.i).last)]
    opening = next((t.i for t in words if t.text in OPENING_MARKS), None)
    if opening is None:
        return False
    quoted = annotation.tokens[opening + 1 : opening + SHORTEST_QUOTED + 3]
    closing = next((k for k, t in enumerate(quoted) if t.tag in ("''", "``") or t.text in CLOSING_MARKS), None)
    return closing is not None and sum(t.text[:1].isalnum() for t in quoted[:closing]) < SHORTEST_QUOTED


def is_quoting(annotation: Annotation, token: Token) -> bool:
    """Whether a quotation mark opens in what hangs on the verb, or just after."""
    end = min(annotation.subtree(token.i)[1] + 2, annotation.sentence_of(token.i).last)
    return any(t.text in OPENING_MARKS for t in annotation.tokens[token.i : end])
