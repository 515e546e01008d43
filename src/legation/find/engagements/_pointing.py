"""What became of a plan just told, in words that do not name it: "that plan was dropped", "they agreed on a postponement",
"he stayed at home"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.engagements._build import mention_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import finite_state, is_negated, subjects
from legation.find.engagements._effects import own_effect, tense_of
from legation.find.engagements._entities import is_time
from legation.find.engagements._nouns import predicate
from legation.find.engagements._state import climb
from legation.find.engagements._untrue import said_of_tale
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules, GovernorRule

TOLD_AS = ("call", "summit", "visit", "other")
"""Kinds that such a word can be of: "the call", "the gathering", "the journey", "the appointment"."""
TURNS = frozenset({"postponed", "cancelled", "rescheduled", "reinstated", "confirmed", "doubtful"})
"""Effects that say what became of a plan."""
BESIDE_PLAN = frozenset({"det", "poss", "punct", "amod", "predet"})
"""What may hang on a plan that names nothing: "those original plans", not "the plan to", "the peace plan"."""


def of_plan(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """The mention that such a word makes; None where the words name what they speak of, or tell no change."""
    if token.pos == "NOUN" and _is_no_such(doc, token) and (token.lemma in rules.words["plans_told"] or token.lemma in rules.nouns):
        return _denied(doc, rules, token) if _tells_a_tale(doc, rules, token) else None
    if token.pos == "NOUN" and token.lemma in rules.words["plans_told"]:
        chain = _folded(doc, rules, token, None) if _points_back(doc, rules, token) else None
    elif token.pos == "NOUN" and token.lemma in rules.words["changes_told"]:
        chain = _folded(doc, rules, token, rules.attitudes[token.lemma]) if _is_alone(doc, token) else None
    elif token.pos == "NOUN" and token.lemma in rules.undated:
        return _new_date(doc, rules, token)
    elif token.lower == "it" and token.dep == "dobj":
        return _tale_denied(doc, rules, token)
    elif token.pos == "NOUN" and rules.attitudes.get(token.lemma) == "reported" and _points_back(doc, rules, token):
        return _tale_untrue(doc, rules, token)
    else:
        return _stayed(doc, rules, token) or _coming(doc, rules, token)
    if chain is None or chain.effect not in TURNS:
        return None
    mention = mention_of(doc, rules, chain, token, "anaphor", "other", (), tense=chain.tense, phone=False)
    return replace(mention, is_of_plan=True)


def of_sitting_told(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "The call was cancelled", "has put off the gathering": words that tell of no engagement alone, of one just told."""
    kind = next((k for k in TOLD_AS if token.lemma in rules.words[f"told_as_{k}"]), None)
    if token.pos != "NOUN" or kind is None or not _points_back(doc, rules, token):
        return None
    chain = _folded(doc, rules, token, None)
    if chain.effect not in TURNS or not any(g.is_change for g in chain.governors):
        return None
    mention = mention_of(doc, rules, chain, token, "anaphor", kind, (), tense=chain.tense, phone=False)
    return replace(mention, is_of_plan=True)


def _folded(doc: Annotation, rules: EngagementRules, token: Token, effect: str | None) -> Chain:
    if effect is not None and is_negated(doc, token.i):
        effect = "confirmed"  # "there will be no postponement"
    chain = climb(Chain(doc, rules, token.i, effect), token.i)
    chain.effect = predicate(doc, rules, token, chain.effect)
    if effect is not None and chain.tense == "none":
        chain.tense = "past"
    return chain


def _points_back(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    definite = any(c.dep == "poss" or c.lower in rules.words["definite"] for c in doc.children(token.i, "det", "poss"))
    owners = (c for c in doc.children(token.i, "poss"))
    known = all(c.dep in BESIDE_PLAN and (c.dep != "amod" or c.lower in rules.adjectives) for c in doc.children(token.i))
    return definite and known and all(c.tag == "PRP$" for c in owners)


def _is_alone(doc: Annotation, token: Token) -> bool:
    """Whether it is not said what was put off: "a second postponement", but not "the postponement of the vote"."""
    return all(c.dep in {"det", "amod", "punct", "neg", "cc", "conj", "advmod", "appos"} for c in doc.children(token.i))


def _stayed(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "Was due on Monday but stayed at home", "cried off": said of whoever was to come."""
    if token.pos != "VERB" or is_negated(doc, token.i):
        return None
    behind = [t.lower for t in doc.tokens[token.i + 1 : token.i + 3]]
    phrases = {f"{token.lemma} {' '.join(behind[:n])}" for n in (1, 2)}
    if not phrases & rules.words["stays"] or own_effect(doc, rules, token.i) not in {"held", "present", "future"}:
        return None
    who = subjects(doc, rules, token.i)
    if not who:
        return None
    chain = Chain(doc, rules, token.i, "cancelled")
    arguments = tuple(Argument("traveller", i, 2) for i in who)
    mention = mention_of(doc, rules, chain, token, "verb", "visit", arguments, tense="past", phone=False)
    return replace(mention, is_of_plan=True)


def _coming(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "He will not be coming", "will now travel on June 10", "is now expected on Friday": no place is told, the plan has one."""
    words = rules.words
    if token.pos != "VERB" or not _says_no_place(doc, rules, token):
        return None
    if token.lemma in words["coming_there"]:
        effect = own_effect(doc, rules, token.i)
    elif token.lemma in words["awaited_there"] and token.tag == "VBN" and finite_state(doc, rules, token.i) == "present":
        effect = "no_plan" if is_negated(doc, token.i) else "expected"
    else:
        return None
    if effect not in {"future", "no_plan", "postponed", "cancelled", "expected", "not_held", "rescheduled"}:
        return None
    who = subjects(doc, rules, token.i, of_passive=True)
    if not who:
        return None
    effect = "cancelled" if effect == "not_held" else effect
    chain = climb(Chain(doc, rules, token.i, effect), token.i)
    arguments = tuple(Argument("traveller", i, 2) for i in who)
    state = tense_of(finite_state(doc, rules, token.i))
    mention = mention_of(doc, rules, chain, token, "verb", "visit", arguments, tense=state, phone=False)
    return replace(mention, is_of_plan=True)


def _says_no_place(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """Whether nothing but times and small words hang on a verb of coming."""
    for child in doc.children(verb.i):
        if child.dep in {"aux", "auxpass", "neg", "nsubj", "nsubjpass", "punct", "cc", "conj", "mark"}:
            continue
        if child.dep in {"advmod", "npadvmod", "pobj"}:
            if child.i > verb.i and child.lower in rules.words["where_to"]:
                return False
            continue
        if child.dep == "prep" and all(_is_day_or_now(doc, rules, leaf) for leaf in doc.children(child.i, "pobj")):
            continue
        return False
    return True


def _is_day_or_now(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    return is_time(doc, token) or token.lower in rules.words["now_or_then"]


def _new_date(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "The new date is June 10": the plan just told has been moved."""
    renewed = any(c.lower in rules.words["renewing"] for c in doc.children(token.i, "amod", "det"))
    verb = doc.tokens[token.head]
    day = doc.child(verb.i, "attr")
    is_said = token.dep == "nsubj" and verb.lemma == "be" and day is not None and _is_day_or_now(doc, rules, day)
    if not renewed or not is_said or not _is_alone(doc, token):
        return None
    chain = Chain(doc, rules, token.i, "rescheduled")
    chain.nodes.append(verb.i)
    mention = mention_of(doc, rules, chain, token, "anaphor", "other", (), tense="present", phone=False)
    return replace(mention, is_of_plan=True)


def _tale_denied(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "Newspapers reported that he would come. His office denied it"."""
    verb = doc.tokens[token.head]
    rows = rules.governors.get(verb.lemma, ())
    denies = any(_denies(r) or (token.pos == "NOUN" and r.effect == "declined" and not r.particles) for r in rows)
    if not denies or is_negated(doc, verb.i) or not _tells_a_tale(doc, rules, token):
        return None
    return _denied(doc, rules, token)


def _denies(rule: GovernorRule) -> bool:
    return rule.effect == "no_plan" and rule.negated == "possible" and not rule.particles


def _tale_untrue(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "Newspapers reported that he would come. His office denied the reports", "there is no truth in these reports"."""
    if token.dep == "dobj":
        return _tale_denied(doc, rules, token)
    chain = Chain(doc, rules, token.i, "planned")
    untrue = said_of_tale(chain, token) == "untrue" or climb(chain, token.i).effect == "no_plan"
    return _denied(doc, rules, token) if untrue and _tells_a_tale(doc, rules, token) else None


def _denied(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention:
    chain = Chain(doc, rules, token.i, "no_plan")
    if token.dep == "dobj":
        chain.change_nodes.append(token.head)  # "denied it on Monday"
    mention = mention_of(doc, rules, chain, token, "anaphor", "other", (), tense="present", phone=False)
    return replace(mention, is_of_plan=True)


def _is_no_such(doc: Annotation, token: Token) -> bool:
    """ "There are no such plans", "no such visit"."""
    beside = {c.lower for c in doc.children(token.i)}
    return "such" in beside and (is_negated(doc, token.i) or is_negated(doc, token.head))


def _tells_a_tale(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """Whether the sentence before says what the press tells: "newspapers reported that"."""
    number = doc.tokens[token.i].sentence - 1
    if number < 0:
        return False
    before = doc.sentences[number]
    press = (t for t in doc.tokens[before.first : before.last] if t.lemma in rules.words["press"])
    tellers = (t for t in press if t.dep in {"nsubj", "pobj"})
    return any(doc.tokens[t.head].lemma in rules.reporting or doc.tokens[t.head].pos == "ADP" for t in tellers)
