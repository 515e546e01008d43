"""The last resort for a speaker whom everything else left open: who the page itself named before the words.

"The notice reads" after "The ministry issued a notice", "the fund said" after "the Monetary Fund cut its forecast", "the
PS warned" after "Anna Berg, Permanent Secretary,", "she said" where one woman was named. Each reading looks back over a
stretch of fixed length, so the time is linear, and abstains (None) where two would fit."""

from __future__ import annotations

from legation.records import Actor, ActorMention, Annotation, Cast, Token
from legation.records.statements import SourceMention
from legation.resolve.statements._taken_up import owner
from legation.rules.speech import SpeechRules

FARTHEST = 160
"""Tokens before the words in which a document or a body is looked for: some six sentences."""
LONGEST = 5
"""Words of a description that takes somebody up, at most."""


def author(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> SourceMention | None:
    """Who issued the document that speaks: the subject of the making of it, its owner, or who said something in it."""
    head = annotation.tokens[source.head]
    if head.lemma not in rules.documents | rules.issued or not _is_resuming(annotation, source, rules):
        return None
    known, is_any = rules.documents | rules.issued, head.lemma in rules.of_any_kind
    own_pages = rules.own_pages if head.lemma in rules.on_a_page else frozenset()
    for i in range(_first(annotation, source) - 1, max(-1, source.head - FARTHEST), -1):
        token = annotation.tokens[i]
        if token.lemma in own_pages and (whose := _owner_of_page(annotation, token)) is not None:
            return whose
        if token.pos != "NOUN" or not (token.lemma == head.lemma or (is_any and token.lemma in known)):
            continue
        whose = owner(annotation, SourceMention(token.start, token.end, i), rules) or _from(annotation, token)
        maker = whose or _maker(annotation, token, rules)
        if maker is not None:
            return maker
    return None


def _from(annotation: Annotation, token: Token) -> SourceMention | None:
    """``A statement from the ministry``."""
    preposition = next((c for c in annotation.children(token.i, "prep") if c.lower == "from"), None)
    whose = annotation.child(preposition.i, "pobj") if preposition is not None else None
    return SourceMention(whose.start, whose.end, whose.i) if whose is not None else None


def _owner_of_page(annotation: Annotation, token: Token) -> SourceMention | None:
    """Whose page it is that has a post: ``on the Facebook page of the office``, ``The club's Twitter account``."""
    of = next((c for c in annotation.children(token.i, "prep") if c.lower == "of"), None)
    whose = annotation.child(of.i, "pobj") if of is not None else annotation.child(token.i, "poss")
    return SourceMention(whose.start, whose.end, whose.i) if whose is not None else None


def _maker(annotation: Annotation, token: Token, rules: SpeechRules) -> SourceMention | None:
    """The subject of a verb that makes the document ("issued a notice") or that happens in it ("said in a notice")."""
    above = annotation.tokens[token.head]
    if token.dep == "dobj":
        verb = above if above.lemma in rules.making else None
    else:
        verb = (
            annotation.tokens[above.head] if token.dep == "pobj" and above.lower in ("in", "through", "via") else None
        )
    if verb is not None and verb.dep == "dobj":
        # "condemned the attack in a notice"
        verb = annotation.tokens[verb.head]
    if verb is None or verb.pos != "VERB":
        return None
    who = annotation.child(verb.i, "nsubj")
    return SourceMention(who.start, who.end, who.i) if who is not None and who.pos in ("NOUN", "PROPN") else None


def body(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> SourceMention | None:
    """The last body before whose name holds the word: "the fund" after "the International Monetary Fund"; for "the group",
    "the organisation" the only body that the two sentences before name."""
    head = annotation.tokens[source.head]
    if (
        head.tag != "NN"
        or head.lemma in rules.persons | rules.anaphors | rules.honorifics | rules.documents | rules.issued
    ):
        return None
    if not _is_resuming(annotation, source, rules):
        return None
    called = rules.same_bodies.get(head.lower, frozenset({head.lower}))
    for i in range(_first(annotation, source) - 1, max(-1, source.head - FARTHEST), -1):
        token = annotation.tokens[i]
        if token.lower in called and _is_name(annotation, token):
            if token.entity >= 0 and annotation.entities[token.entity].label == "PERSON":
                return None
            return SourceMention(token.start, token.end, i)
    return _only_body(annotation, head, rules) if head.lemma in rules.firms else None


def _is_name(annotation: Annotation, token: Token) -> bool:
    """Whether a word is part of a body's name: "the Northern Fund", "External affairs ministry"."""
    if token.text[:1].isupper():
        return token.pos == "PROPN"
    before = annotation.tokens[token.i - 1] if token.i else token
    return token.entity >= 0 and annotation.entities[token.entity].label == "ORG" and before.entity == token.entity


def _only_body(annotation: Annotation, head: Token, rules: SpeechRules) -> SourceMention | None:
    found: dict[str, SourceMention] = {}
    end = annotation.sentence_of(head.i).first
    first = max(annotation.sentences[max(0, head.sentence - 2)].first, end - FARTHEST)
    for token in annotation.tokens[first:end]:
        if token.entity >= 0 and annotation.entities[token.entity].label == "ORG":
            last = annotation.tokens[annotation.entities[token.entity].last - 1]
            if last.lower not in rules.venues:
                found[last.lower] = SourceMention(last.start, last.end, last.i)
    return next(iter(found.values())) if len(found) == 1 else None


def body_name(annotation: Annotation, i: int) -> str:
    """The name of which a capitalised word is part: "Embassy of Japan", "International Monetary Fund"."""
    tokens = annotation.tokens
    first, last = i, i
    while (
        first > max(0, i - LONGEST)
        and tokens[first - 1].pos == "PROPN"
        and tokens[first - 1].sentence == tokens[i].sentence
    ):
        first -= 1
    while last + 1 < len(tokens) and last - i < LONGEST + 3 and tokens[last + 1].sentence == tokens[i].sentence:
        after = tokens[last + 1]
        is_link = after.lower in ("of", "for") and last + 2 < len(tokens) and tokens[last + 2].text[:1].isupper()
        if not (is_link or (after.pos == "PROPN" and after.text[:1].isupper())):
            break
        last += 1
    return annotation.text[tokens[first].start : tokens[last].end]


def person(
    annotation: Annotation,
    cast: Cast,
    before: list[ActorMention],
    source: SourceMention,
    rules: SpeechRules,
    country: str | None,
    farthest: int,
) -> Actor | None:
    """The only person named within ``farthest`` characters before who can be meant by a pronoun or a description;
    ``before`` are the mentions before it, the nearest first."""
    head = annotation.tokens[source.head]
    gender = rules.pronouns.get(head.lower)
    if gender not in ("m", "f"):
        if head.tag not in ("NN", "NNP") or not _is_resuming(annotation, source, rules):
            return None
        is_person = head.lemma.lower() in rules.persons | rules.anaphors | rules.honorifics
        if not (is_person or _is_short(head)):
            return None
    found: dict[str, Actor] = {}
    for mention in before:
        if source.start - mention.end > farthest:
            break
        if mention.actor is None or mention.end > source.start:
            continue
        actor = cast.actors[mention.actor]
        if actor.kind != "person" or actor.name is None:
            continue
        if gender in ("m", "f"):
            is_fit = actor.gender in (None, gender)
        else:
            is_fit = country in (None, actor.country) or actor.country is None
            is_fit = is_fit and _can_be_called(head, actor)
        if is_fit:
            found.setdefault(actor.name, actor)
    return next(iter(found.values())) if len(found) == 1 else None


def _can_be_called(head: Token, actor: Actor) -> bool:
    if actor.office is None:
        return not _is_short(head)
    words = actor.office.split()
    if _is_short(head):
        return "".join(w[0] for w in words if w[0].isalpha() and w not in ("of", "the", "and")).upper() == head.text
    return head.lemma.lower() in actor.office.lower().split()


def _is_short(head: Token) -> bool:
    """Initials of an office: "the PS", "the CEO"."""
    return head.text.isupper() and 2 <= len(head.text) <= 4


def _first(annotation: Annotation, source: SourceMention) -> int:
    return annotation.tokens_in(source.start, source.end)[0].i


def _is_resuming(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> bool:
    words = annotation.tokens_in(source.start, source.end)
    if not words or words[0].lower not in rules.resuming or len(words) > LONGEST:
        return False
    return annotation.child(source.head, "appos", "relcl", "acl", "conj", "poss", "prep") is None
