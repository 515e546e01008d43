"""What a word's own tense, modal and negation say of an event's state, and how what stands above it changes that."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.engagements._against_plan import is_moved, put_off
from legation.find.engagements._clauses import (
    OBJECTS,
    finite_state,
    is_negated,
    particles,
)
from legation.find.engagements._conditional import is_imagined
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules, GovernorRule

MODIFYING = frozenset({"DT", "PRP$", "JJ", "POS", "NN"})
"""Tags of words that a phrase of the data leaves out."""
REALISED = frozenset({"past", "pluperfect", "perfect", "present", "progressive", "past_progressive", "participle"})
OPEN = frozenset({"possible", "wanted", "would", "unreal"})
FROM_TENSE = {
    "past": "held",
    "pluperfect": "held",
    "perfect": "held",
    "past_progressive": "under_way",
    "present": "present",
    "progressive": "under_way",
    "future": "future",
    "would": "future",
    "possible": "possible",
    "wanted": "wanted",
    "unreal": "lapsed",
}
NEGATED = {
    "held": "not_held",
    "present": "no_plan",
    "under_way": "no_plan",
    "future": "no_plan",
    "possible": "doubtful",
    "lapsed": "transparent",
}
CHANGES = frozenset({"postponed", "rescheduled", "cancelled", "declined", "no_plan", "confirmed", "reinstated"})
FIRM = frozenset({"planned", "agreed", "expected"})
PLANS = frozenset(
    {None, "planned", "agreed", "future", "expected", "likely", "possible", "wanted", "awaited", "invited", "lapsed"}
)


def own_effect(doc: Annotation, rules: EngagementRules, i: int) -> str | None:
    """What the verb at ``i`` says of its own event before anything above it is looked at."""
    state = finite_state(doc, rules, i)
    effect = FROM_TENSE.get(state)
    if state in {"would", "unreal"} and not is_negated(doc, i) and is_imagined(doc, rules, i):
        return None
    if _is_listed(doc, rules, i):
        return "lapsed"
    if state in {"future", "would"} and has_condition(doc, rules, i):
        return "wanted"
    verb = doc.tokens[i]
    if state == "gerund" and verb.dep == "acl" and doc.tokens[verb.head].pos == "PROPN":
        return "under_way"  # "X, currently visiting Brazil, said"
    if effect and is_negated(doc, i):
        if any(c.lower in {"longer", "anymore"} for c in doc.children(i)) and effect in {
            "future",
            "present",
            "under_way",
        }:
            return "cancelled"
        off = put_off(doc, rules, i, effect)
        return off or ("no_plan" if _is_unable(doc, rules, i) else NEGATED.get(effect, effect))
    if effect in {"future", "present"} and is_moved(doc, rules, i):
        return "rescheduled"
    return effect


def _is_unable(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "cannot come", "can't be visited by": not, as things stand, for whatever reason; "may not come" is open."""
    return any(c.lower in rules.words["able"] for c in doc.children(i, "aux")) and not has_condition(doc, rules, i)


def _is_listed(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "The programme listed talks, calls on the president": a noun of the list, taken for a verb."""
    verb, head = doc.tokens[i], doc.tokens[doc.tokens[i].head]
    if verb.dep != "conj" or verb.tag != "VBZ" or head.lemma not in rules.words["listing_events"] or head.tag != "VBD":
        return False
    return doc.child(i, "nsubj", "aux") is None and doc.child(head.i, "dobj") is not None


def has_condition(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "would visit if the ceasefire holds"."""
    return any(
        mark.lower in rules.words["conditions"]
        for clause in doc.children(i, "advcl")
        for mark in doc.children(clause.i, "mark", "advmod")
    )


def hedge(doc: Annotation, i: int) -> str | None:
    """``likely``, ``possible`` or ``doubtful`` where an adverb beside the word says so."""
    words = {c.lower for c in doc.children(i) if c.dep in {"advmod", "npadvmod", "acomp"}}
    for child in list(doc.children(i, "advmod")):
        words |= {c.lower for c in doc.children(child.i, "advmod")}
    if words & {"likely", "probably"}:
        return "likely"
    if words & {"possibly", "perhaps", "maybe", "potentially"}:
        return "possible"
    if words & {"hardly", "unlikely"}:
        return "doubtful"
    return None


def governor_rule(
    doc: Annotation, rules: EngagementRules, i: int, event: int | None = None, *, prep: str | None = None
) -> GovernorRule | None:
    """The rule for the governing word at ``i``, its particle counted ("call off", "put off", "rule out"); ``event`` is the
    noun that it governs itself, if it does, ``prep`` the preposition by which it governs."""
    token = doc.tokens[i]
    bare: GovernorRule | None = None
    rows = (
        rules.governors.get(doc.joined(i))
        or rules.governors.get(token.lemma)
        or rules.governors.get(token.lower)
        or rules.governors.get(with_e(token.lower), ())
    )
    for rule in rows:
        if rule.adjective and token.pos != "ADJ":
            continue  # "is open to talks", but not "opened a port"
        if rule.behind and prep not in rule.behind:
            continue
        if rule.unless and particles(doc, i) & set(rule.unless):
            continue  # "is set to visit", but not "set out on a visit"
        if rule.bare and doc.child(i, "prep", "prt", "xcomp", "acomp", "attr", "oprd", "dobj", "advcl") is not None:
            continue  # "the visit stands", but not "stands out", "stands for"
        if rule.of_visit and event is not None and _is_visit(doc, rules, event):
            rule = replace(rule, effect=rule.of_visit)
        if rule.direct == "transparent" and event is not None and doc.tokens[event].dep in {"dobj", "nsubjpass"}:
            return None
        if rule.direct and event is not None and doc.tokens[event].dep == "dobj":
            return replace(rule, effect=rule.direct)
        if rule.particles:
            if particles(doc, i) & set(rule.particles) or _has_phrase(doc, i, rule):
                return rule
        elif bare is None or (rule.behind and not bare.behind):
            bare = rule
    return bare


def _has_phrase(doc: Annotation, i: int, rule: GovernorRule) -> bool:
    """Whether one of the rule's phrases of several words stands right behind the verb, or opens what hangs on it or on its
    object: "left it for some other time", "struck from the official calendar"."""
    phrases = [phrase.split() for phrase in rule.particles if " " in phrase]
    if not phrases:
        return False
    below = [c for c in doc.children(i) if c.i > i]
    of_objects = (c.i for thing in below if thing.dep in OBJECTS for c in doc.children(thing.i, "prep"))
    starts = {i + 1, *(c.i for c in below), *of_objects}
    return any(_reads(doc, start, words) for start in starts for words in phrases)


def _reads(doc: Annotation, start: int, words: list[str]) -> bool:
    """Whether ``words`` stand at ``start``, articles and adjectives between them apart."""
    i, last = start, min(start + len(words) + 3, len(doc.tokens))
    for word in words:
        while i < last and doc.tokens[i].lower != word and i > start and doc.tokens[i].tag in MODIFYING:
            i += 1
        if i >= last or doc.tokens[i].lower != word:
            return False
        i += 1
    return True


def phrased(doc: Annotation, rules: EngagementRules, token: Token) -> Token:
    """The verb of "put on hold the visit", of which the parser takes the "hold" for a verb with an object of its own."""
    if token.i < 2:
        return token
    said = " ".join(t.lower for t in doc.tokens[token.i - 2 : token.i + 1])
    if said in rules.words["open_ended"] and doc.child(token.i, *OBJECTS) is not None and token.head < token.i:
        return doc.tokens[token.head]  # "has postponed until further notice the talks"
    if doc.tokens[token.i - 1].pos != "ADP":
        return token
    verb = doc.tokens[token.i - 2]
    phrase = f"{doc.tokens[token.i - 1].lower} {token.lower}"
    rows = rules.governors.get(verb.lemma, ()) if verb.pos == "VERB" else ()
    return verb if any(phrase in rule.particles for rule in rows) else token


def _is_visit(doc: Annotation, rules: EngagementRules, event: int) -> bool:
    frame = rules.nouns.get(doc.tokens[event].lemma)
    return frame is not None and frame.kind == "visit" and not frame.invitation


def with_e(word: str) -> str:
    """The dictionary form that a lemmatiser misses where it drops an e: hoping and hopes, from hop; scraped, from scrap."""
    if word.endswith("ing"):
        return word[:-3] + "e"
    return word[:-1] if word.endswith(("ed", "es")) else word


def compose(inner: str | None, rule: GovernorRule, state: str, negated: bool) -> str | None:
    """The effect of ``inner`` under a governor that itself stands in ``state``."""
    effect = rule.negated if negated else rule.effect
    if effect is None:
        return inner
    if rule.effect == "agreed" and negated and inner in {None, "wanted", "invited"}:
        return "declined"  # "did not accept the invitation", "decided not to agree to talks"
    if rule.change and not (effect == "extended" and inner in PLANS - {None}):
        if state in OPEN and not negated:
            return "doubtful" if rule.effect in {"postponed", "cancelled"} else "possible"
        if state in OPEN and effect == "cancelled":
            return "doubtful"  # "may not go ahead"
        if inner in CHANGES and inner in {"postponed", "cancelled"} and effect == "rescheduled":
            return effect
        return effect
    if effect == "not_held" and inner in FIRM:
        return "cancelled"
    if effect == "not_held" and inner in {"wanted", "possible"}:
        return "not_held"  # "missed the chance of a visit"
    if effect == "transparent":
        return inner or FROM_TENSE.get(state)
    if inner == "doubtful" or (effect == "extended" and inner in PLANS):
        return inner
    if effect == "no_plan" and inner in {"agreed", "invited"}:
        return "declined"
    if inner in {"postponed", "cancelled", "declined"}:
        if effect in {"no_plan", "declined"}:
            return "confirmed"
        if effect in {"wanted", "possible", "invited", "doubtful", "awaited", "likely"}:
            return "doubtful"
        return inner
    if inner == "shortened" and effect in {"planned", "agreed"} and state in {"past", "perfect", "present"}:
        return inner  # "decided to cut short his visit"
    if inner == "rescheduled" and effect not in {"planned", "agreed", "confirmed"}:
        return effect
    if effect == "confirmed":
        if state == "infinitive":
            return inner  # "has yet to confirm"
        return "confirmed" if inner in PLANS else inner
    if effect == "agreed" or inner in {"wanted", "invited"}:
        return effect if effect in {"agreed", "declined", "no_plan", "planned"} else inner
    if rule.speaker:
        return effect if inner is None or negated else inner
    if inner == "held" and effect in {"planned", "expected", "agreed"}:
        return effect
    if inner == "no_plan" and effect in {"planned", "expected", "agreed", "likely"}:
        return "no_plan"
    return effect


def tense_of(state: str) -> str:
    if state == "unreal":
        return "past"
    if state in {"past", "pluperfect", "perfect", "past_progressive"}:
        return state
    return "future" if state in {"future", "would"} else "present" if state in {"present", "progressive"} else "none"
