"""Who comes to a gathering just told, in words that do not name it: "the presidents of A and B will attend", "it will bring
together A and B", "among those expected are", "participants include"."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from legation.find.engagements._build import mention_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import finite_state, is_negated, prepositional, subjects
from legation.find.engagements._effects import own_effect, tense_of
from legation.find.engagements._entities import is_time
from legation.find.engagements._nouns import noun_frame
from legation.find.engagements._spread import GOVERNED, OWN, spread
from legation.find.engagements._state import climb
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules

FAR = 14
"""Tokens before a clause in which what it is about is looked for."""
COMING = frozenset({None, "held", "present", "under_way", "future", "planned", "expected", "agreed", "confirmed"})
"""Effects of words by which somebody has come or will."""


def of_company(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """The mention that such words make, of the state that the gathering itself has; None where it is said to what they come,
    or that they do not."""
    who = tuple(_who_comes(doc, rules, token))
    verb = token if token.pos in {"VERB", "AUX"} else doc.tokens[token.head]
    if not who or is_negated(doc, verb.i):
        return None
    if climb(Chain(doc, rules, verb.i, own_effect(doc, rules, verb.i)), verb.i).effect not in COMING:
        return None  # "refused to take part", "may attend"
    chain = Chain(doc, rules, token.i, None)
    arguments = tuple(spread(doc, "party", who, OWN))
    tense = tense_of(finite_state(doc, rules, verb.i))
    mention = mention_of(doc, rules, chain, token, "anaphor", "summit", arguments, tense=tense, phone=False)
    return replace(mention, is_of_company=True)


def of_attended(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "a conference in Lima which A and B will attend", "opens a conference, to be attended by A and B": who attends what the
    clause hangs on, or in a passive without a subject the thing before it."""
    if token.lemma not in rules.words["coming_to_it"] or token.dep not in {"relcl", "acl", "advcl"} or is_negated(doc, token.i):
        return None
    agents = [leaf.i for c in doc.children(token.i, "agent") for leaf in doc.children(c.i, "pobj")]
    own = agents if token.tag == "VBN" and agents else [c.i for c in doc.children(token.i, "nsubj")]
    is_open = doc.child(token.i, "nsubjpass") is None if agents else any(c.tag == "WDT" for c in doc.children(token.i, "dobj"))
    thing = _thing_before(doc, rules, token)
    if not own or not is_open or thing is None:
        return None
    effect = own_effect(doc, rules, token.i) or ("planned" if finite_state(doc, rules, token.i) == "infinitive" else "held")
    chain = Chain(doc, rules, token.i, effect)
    chain.nodes += [thing.i, *(i for i in (thing.head,) if doc.tokens[i].pos == "VERB")]
    places = (leaf.i for word, leaf in prepositional(doc, thing.i) if word in rules.words["situated"] and leaf.pos == "PROPN")
    arguments = (*spread(doc, "party", own, OWN), Argument("occasion", thing.i, OWN), *spread(doc, "place", places, GOVERNED))
    tense = tense_of(finite_state(doc, rules, token.i))
    return mention_of(doc, rules, chain, token, "verb", "summit", arguments, tense=tense, phone=False)


def _thing_before(doc: Annotation, rules: EngagementRules, clause: Token) -> Token | None:
    """The gathering that a clause is about, wherever the parser hangs it: the last noun for one before it, with no other verb
    between; none that is a mention itself."""
    first = max(doc.sentence_of(clause.i).first, doc.subtree(clause.i)[0] - FAR)
    for token in reversed(doc.tokens[first : doc.subtree(clause.i)[0]]):
        if token.pos == "VERB":
            return None
        if token.pos == "NOUN" and token.lemma in rules.occasions:
            return token if noun_frame(doc, rules, token) is None else None
    return None


def _who_comes(doc: Annotation, rules: EngagementRules, token: Token) -> Iterable[int]:
    words = rules.words
    if token.pos == "VERB" and _is_coming(doc, rules, token):
        return subjects(doc, rules, token.i, of_passive=True)
    if token.lemma in words["assembling"] and (it := doc.child(token.i, "nsubj")) is not None:
        counts = token.lemma in words["counting_in"] and it.tag == "NNS"
        is_told = it.lower == "it" or (counts and it.lemma in words["attendees"])
        return [c.i for c in doc.children(token.i, "dobj")] if is_told and _is_owned_by_none(doc, it) else []
    if token.lemma in words["counting_in"] and _who_is_awaited(doc, rules, token):
        return [c.i for c in doc.children(token.i, "dobj")]
    if token.tag == "VBN" and token.lemma in words["attending"] and (it := doc.child(token.i, "nsubjpass")) is not None:
        return [leaf.i for c in doc.children(token.i, "agent") for leaf in doc.children(c.i, "pobj")] if it.lower == "it" else []
    if token.lemma in words["attendances"] and token.dep == "dobj" and doc.tokens[token.head].lemma in words["vouching"]:
        is_theirs = any(c.tag == "PRP$" for c in doc.children(token.i, "poss"))
        is_alone = not any(word in words["situated"] for word, _ in prepositional(doc, token.i))
        return subjects(doc, rules, token.head) if is_theirs and is_alone else []
    if token.lemma == "be" and (among := _among(doc, rules, token)) is not None:
        return [c.i for c in doc.children(token.i, "nsubj", "attr") if c.i > among.i]
    return []


def _is_coming(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "will attend", "are expected to take part", "participated": with nothing behind it that they come to."""
    behind = [c for c in doc.children(verb.i, "dobj", "prep", "xcomp", "ccomp") if c.i > verb.i]
    if verb.lemma in rules.words["taking_part"]:
        part = next((c for c in behind if c.dep == "dobj"), None)
        is_part = part is not None and part.lower in rules.words["part"] and not any(True for _ in doc.children(part.i, "prep"))
        return is_part and not any(c.dep != "dobj" and not _is_dated(doc, c) for c in behind)
    is_coming = verb.lemma in rules.words["coming_to_it"] and doc.child(verb.i, "nsubjpass") is None
    return is_coming and verb.tag not in {"VBG", "VBN"} and all(_is_dated(doc, c) for c in behind)


def _is_dated(doc: Annotation, prep: Token) -> bool:
    return any(is_time(doc, c) for c in doc.children(prep.i, "pobj"))


def _who_is_awaited(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "Leaders expected to attend include": whom the sentence opens with, and that they come, before the verb."""
    sentence = doc.sentence_of(verb.i)
    before = doc.tokens[sentence.first : verb.i]
    opens = [t for t in before[:3] if t.tag == "NNS" or t.lower == "those"]
    return bool(opens) and any(t.lemma in rules.words["coming_to_it"] or t.lower == "present" for t in before[-3:])


def _is_owned_by_none(doc: Annotation, token: Token) -> bool:
    """Whether nobody's possession is told of: "its members include", "the team's guests include"."""
    return doc.child(token.i, "poss") is None and not any(word == "of" for word, _ in prepositional(doc, token.i))


def _among(doc: Annotation, rules: EngagementRules, verb: Token) -> Token | None:
    """ "Among those expected are", "among the guests are": the word for those who come, before the verb."""
    for link in doc.children(verb.i, "prep"):
        who = doc.child(link.i, "pobj")
        if link.lower not in rules.words["counting"] or who is None or who.i > verb.i:
            continue
        is_awaited = any(c.lower in rules.words["awaited_guests"] for c in doc.children(who.i, "acl", "amod", "advmod"))
        if who.lemma in rules.words["attendees"] or (who.lower == "those" and is_awaited):
            return who
    return None
