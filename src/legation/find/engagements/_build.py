"""A mention made of its trigger, its arguments and what governs it."""

from __future__ import annotations

from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import VERBAL, prepositional
from legation.find.engagements._customs import is_customary
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules


def _beside(doc: Annotation, rules: EngagementRules, near: tuple[Token, ...]) -> tuple[Argument, ...]:
    """ "on the sidelines of the G20 summit in Bali": the gathering that a meeting stands beside."""
    return tuple(
        Argument("place", leaf.i, 1)
        for token in near
        if token.lower in rules.words["sidelines"]
        for prep in doc.children(token.i, "prep")
        for leaf in doc.children(prep.i, "pobj")
    )


def _fronted(doc: Annotation, rules: EngagementRules, token: Token) -> tuple[Token, ...]:
    """The "sidelines" of a phrase before the verb or noun that hangs on it: "On the sidelines of the summit, X met Y"."""
    sentence = doc.sentence_of(token.i)
    above = {token.i, *(t.i for t in doc.ancestors(token.i) if t.pos in VERBAL)}
    return tuple(
        t
        for t in doc.tokens[sentence.first : token.i]
        if t.lower in rules.words["sidelines"] and doc.tokens[t.head].head in above
    )


def by_phone(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    first, last = doc.subtree(token.i)
    near = doc.tokens[max(first, token.i - 4) : min(last, token.i + 10)]
    told_on = [leaf.lower for _, leaf in prepositional(doc, token.i)]
    if any(word == "during" and leaf.lower in rules.words["calls"] for word, leaf in prepositional(doc, token.i)):
        return True  # "During the call, they discussed"
    return any(t.lower in rules.words["phone"] for t in near) or any(w in rules.words["phone"] for w in told_on)


def mention_of(
    doc: Annotation,
    rules: EngagementRules,
    chain: Chain,
    token: Token,
    form: str,
    kind: str,
    arguments: tuple[Argument, ...],
    *,
    tense: str,
    phone: bool,
    needs_official: bool = False,
    stands_in: bool = False,
    is_listed: bool = False,
    plan_nodes: tuple[int, ...] = (),
) -> EngagementMention:
    if tense == "past_progressive" and is_said_in(doc, token, rules.words["filing"]):
        tense = "present"  # "were meeting as this report was filed"
    determiners = {c.lower for c in doc.children(token.i, "det", "poss", "predet", "amod")}
    sentence = doc.sentence_of(token.i)
    near = doc.tokens[token.i : min(sentence.last, token.i + 30)]
    near = (*_fronted(doc, rules, token), *near)
    if any(t.lower in rules.words["sidelines"] for t in near):
        arguments += _beside(doc, rules, near)
    return EngagementMention(
        start=token.start,
        end=token.end,
        head=token.i,
        form=form,  # type: ignore[arg-type]
        kind=kind,  # type: ignore[arg-type]
        arguments=tuple(dict.fromkeys(arguments)),
        effect=chain.effect,
        before=chain.before,
        tense=tense,
        hedge=chain.hedge,
        governors=tuple(chain.governors),
        nodes=tuple(dict.fromkeys(chain.nodes)),
        change_nodes=tuple(dict.fromkeys(chain.change_nodes)),
        plan_nodes=plan_nodes,
        sentence=token.sentence,
        is_definite=bool(determiners & rules.words["definite"])
        or form == "anaphor"
        or bool(doc.child(token.i, "poss")),
        is_plural=token.tag in {"NNS", "NNPS"},
        is_subordinate=chain.is_subordinate,
        is_hypothetical=chain.is_hypothetical,
        is_customary=is_customary(doc, rules, chain.nodes) or (form == "noun" and _recurs(doc, rules, token)),
        is_generic=form == "noun" and not determiners and token.tag == "NNS",
        by_phone=phone or _is_virtual(doc, rules, chain),
        is_recalled=_is_recalled(doc, rules, token) or _is_long_ago(doc, rules, token),
        is_just_now=any(
            c.lower in rules.words["just_now"] for node in chain.nodes for c in doc.children(node, "advmod")
        ),
        on_sidelines=any(t.lower in rules.words["sidelines"] for t in near),
        needs_official=needs_official,
        stands_in=stands_in,
        is_listed=is_listed,
    )


def _is_long_ago(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "ties were set up thirty years ago, when he was here on a visit"."""
    clauses = (t for t in (token, *doc.ancestors(token.i)) if t.dep in {"advcl", "relcl"})
    when = any(c.lower == "when" for t in clauses for c in doc.children(t.i, "advmod"))
    return when and is_said_in(doc, token, rules.words["long_ago"])


def _is_virtual(doc: Annotation, rules: EngagementRules, chain: Chain) -> bool:
    """ "an online meeting", "met virtually": held at a distance, though nobody telephones."""
    beside = (c for node in chain.nodes for c in doc.children(node, "amod", "compound", "advmod", "nmod"))
    return any(c.lower in rules.words["virtual"] for c in beside)


def is_said_in(doc: Annotation, token: Token, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands in the token's sentence."""
    sentence = doc.sentence_of(token.i)
    text = " ".join(t.lower for t in doc.tokens[sentence.first : sentence.last])
    return any(phrase in text for phrase in phrases)


def _recurs(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "their regular talks", "frequent visits"."""
    return noun.tag == "NNS" and any(c.lower in rules.words["recurring"] for c in doc.children(noun.i, "amod"))


def _is_recalled(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "they last met", "his previous trip", "the last time they met", "since her visit": looked back on by its own words."""
    head = doc.tokens[token.head]
    of_time = token.dep in {"relcl", "acl"} and head.lemma == "time"
    words = [*doc.children(token.i, "advmod", "amod"), *(doc.children(head.i, "amod") if of_time else ())]
    return any(c.lower in rules.words["recalling"] for c in words) or (token.dep == "pobj" and head.lower == "since")
