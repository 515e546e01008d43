"""Whose those are who stand in one list with a leader: "Mongolian Prime Minister X and President Y"."""

from __future__ import annotations

from itertools import pairwise

from legation.records import Annotation, PersonMention
from legation.resolve.people.bare import is_bare, is_free
from legation.resolve.people.cast import CastBuilder
from legation.rules.names import name_words

SUBJECTS = ("nsubj", "nsubjpass")
SENT = frozenset({"ambassador", "envoy"})
"""Classes of one state too, where they stand in a list with its leader; alone they may be of the state they are sent to."""


def share_lists(builder: CastBuilder) -> None:
    """ "Mongolian Prime Minister X, parliament chairman Y and President Z": one state's, where each has another office and
    only the first says whose. Two who meet each other may be of two states, and so may two of one office."""
    doc = builder.annotation
    named = [n for n, m in enumerate(builder.people) if m.name and m.kind == "person" and m.form != "pronoun"]
    state: str | None = None
    classes: set[str] = set()
    for one, two in pairwise(named):
        first, second = builder.people[one], builder.people[two]
        between = doc.text[first.end : second.start].strip().lower()
        if between not in builder.offices.words.links.listing:
            state, classes = None, set()
            continue
        lead = builder.actor_of.get(one)
        if not classes:
            state = _state_of_lead(builder, one, lead) if lead is not None else None
            classes = {first.office_class or (builder.actors[lead].office_class if lead is not None else None) or ""}
        actor = builder.actor_of.get(two)
        if actor is None or state is None or _is_mutual(doc, first.head, builder.offices.words.scenes.mutual):
            continue
        told = builder.actors[actor]
        if told.country not in (None, state) or told.organisation:
            state = None
        elif _is_his_queen(builder, actor, second, first) or _is_next_in_list(builder, actor, second, classes, state):
            builder.change(actor, country=state)
        classes.add(second.office_class or "")


def _state_of_lead(builder: CastBuilder, number: int, actor: int) -> str | None:
    """The state of the leader who opens a list; called by name alone ("Oduya and Foreign Minister X"), only where they do
    not deal with each other."""
    told, mention = builder.actors[actor], builder.people[number]
    if builder.offices.rank(told.office_class) > 2 and told.office_class != "consort":
        is_said = bool(mention.office and mention.country)
        return told.country if is_said and _moves_together(builder, number) else None
    talking = builder.offices.words.scenes.talking
    if mention.office or _moves_together(builder, number) or not _may_talk(builder.annotation, mention.head, talking):
        return told.country
    return None


def _moves_together(builder: CastBuilder, number: int) -> bool:
    """Whether those of a list go somewhere, receive or are received: all of one state. Two who sign or talk may be of two."""
    doc, words = builder.annotation, builder.offices.words.scenes
    token = doc.tokens[builder.people[number].head]
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
        token = doc.tokens[token.head]
    parent = doc.tokens[token.head]
    if token.dep in SUBJECTS:
        return parent.lemma in words.going | words.receiving | words.accompanying
    if token.dep == "dobj":
        return parent.lemma in words.receiving | words.meeting
    if token.dep != "pobj":
        return False
    verb = doc.tokens[parent.head]
    if parent.lower == "by":
        return verb.lemma in words.receiving | words.accompanying | words.leading | words.representing
    return parent.lower == "with" and verb.lemma in words.talking | words.talks


def _may_talk(doc: Annotation, head: int, talking: frozenset[str]) -> bool:
    """Whether those of a list are the subject of a verb of talking: they may be two sides."""
    token = doc.tokens[head]
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
        token = doc.tokens[token.head]
    if token.dep not in SUBJECTS:
        return True
    verb = doc.tokens[token.head]
    below = [c for c in doc.children(verb.i, "xcomp", "ccomp") if c.pos == "VERB"]
    return any(v.lemma in talking for v in (verb, *below))


def share_names(builder: CastBuilder) -> None:
    """ "First Lady Ana Oduya" beside President Luis Oduya is of his state."""
    for number, actor in enumerate(builder.actors):
        if actor.office_class != "consort" or not is_bare(builder, number):
            continue
        last = name_words(actor.name or "")[-1:]
        same = {
            a.country
            for a in (builder.actors[n] for n in builder.named_like(actor.name or "") if n != number)
            if a.office_class and a.country and name_words(a.name or "")[-1:] == last
        }
        if len(same) == 1:
            builder.change(number, country=same.pop())


def _is_next_in_list(builder: CastBuilder, actor: int, mention: PersonMention, classes: set[str], state: str) -> bool:
    is_other = (mention.office_class not in classes or mention.office_class == "consort") and not mention.is_former
    return is_other and is_bare(builder, actor, SENT) and is_free(builder, actor, state)


def _is_his_queen(builder: CastBuilder, actor: int, queen: PersonMention, king: PersonMention) -> bool:
    """ "King Bo and Queen Ana": of his state."""
    is_pair = king.office_class == queen.office_class == "monarch"
    return is_pair and king.gender == "m" and queen.gender == "f" and is_bare(builder, actor)


def _is_mutual(doc: Annotation, head: int, mutual: frozenset[str]) -> bool:
    """Whether those of a list deal with each other: "between X and Y", "X and Y met"."""
    token = doc.tokens[head]
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
        token = doc.tokens[token.head]
    parent = doc.tokens[token.head]
    if token.dep == "pobj":
        return parent.lower in ("between", "among")
    return token.dep in SUBJECTS and doc.child(parent.i, "dobj", "dative") is None and parent.lemma in mutual
