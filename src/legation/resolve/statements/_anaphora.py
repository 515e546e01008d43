"""People taken up by what they are: "the diplomat said", "the Kenyan leader added", "the 54-year-old", after their name."""

from __future__ import annotations

from legation.records import Actor, ActorMention, Annotation, Cast, Speaker, Statement, Token
from legation.records.statements import SourceMention
from legation.resolve.statements._described import speaker_of
from legation.rules.speech import SpeechRules

FARTHEST_NAME = 900
"""Characters between a description and the last words of whom it takes up, at most: some three paragraphs."""
FARTHEST_OF = 400
"""The same for a description that says of what somebody is the head: it may well introduce another."""
FARTHEST_JOINED = 500
"""Tokens before a description in which the page may have joined its noun to a name, at most."""
LONGEST_DESCRIPTION = 8
LONGEST_OF = 10
FARTHEST_SUBJECT = 60
"""Mentions before a description, among which the person is looked for that the page tells of, at most."""


def person_taken_up(
    annotation: Annotation,
    cast: Cast,
    before: list[ActorMention],
    source: SourceMention,
    earlier: list[Statement],
    rules: SpeechRules,
    country: str | None,
) -> Speaker | None:
    """The named person whom a definite description without a name takes up: who spoke last, else whom the sentences
    before are about. ``before`` are the mentions before the description, the nearest first. None where the words are no
    such description, where a state or an office speaks against it, or where nobody near fits."""
    head = annotation.tokens[source.head]
    if not is_description(annotation, source, rules, has_country=country is not None):
        return None
    what = _of_what(annotation, head, rules)
    is_of = what is not None and what.lemma not in rules.own_land
    last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
    farthest = FARTHEST_OF if is_of else FARTHEST_NAME
    is_broad = head.lemma.lower() in rules.anaphors and not is_of
    if country is not None and is_broad and (last is None or last.speaker.country is None):
        known = _only_one_of(cast, before, source, country)
        if known is not None and _fits(head, known.office, known.country, country, rules):
            return speaker_of(known)
    if last is not None and source.start - last.end <= farthest and last.speaker.name is not None:
        is_other = _is_called_otherwise(annotation, head, last.speaker.office, rules)
        if _fits(head, last.speaker.office, last.speaker.country, country, rules) and not is_other:
            return last.speaker
        return None
    subject = _subject_before(annotation, cast, before, source) if not is_of else None
    if subject is None or not _fits(head, subject.office, subject.country, country, rules):
        return None
    return speaker_of(subject)


def joined_to_name(annotation: Annotation, source: SourceMention) -> SourceMention | None:
    """The person whom the page called so before: "the singer" after "singer Anna Berg", "Anna Berg, a singer", "Anna Berg is
    a singer". None where it called two persons so, or nobody."""
    head = annotation.tokens[source.head]
    if annotation.child(head.i, "prep") is not None:
        return None
    found: dict[str, Token] = {}
    first = annotation.tokens_in(source.start, source.end)[0].i
    for i in range(first - 1, max(-1, first - FARTHEST_JOINED), -1):
        token = annotation.tokens[i]
        if token.lemma != head.lemma:
            continue
        name = _name_beside(annotation, token)
        if name is not None:
            found.setdefault(name.lower, name)
    if len(found) != 1:
        return None
    name = next(iter(found.values()))
    return SourceMention(name.start, name.end, name.i)


def _name_beside(annotation: Annotation, noun: Token) -> Token | None:
    above = annotation.tokens[noun.head]
    beside = annotation.child(noun.i, "appos")
    if noun.dep == "attr" and above.lemma == "be":
        beside = annotation.child(above.i, "nsubj")
    elif noun.dep in ("compound", "nmod", "appos"):
        beside = above
    if beside is None or beside.entity < 0 or annotation.entities[beside.entity].label != "PERSON":
        return None
    return beside


def is_description(annotation: Annotation, source: SourceMention, rules: SpeechRules, *, has_country: bool) -> bool:
    """Whether the words are one person without a name, as known from before: "the senior diplomat"."""
    words = annotation.tokens_in(source.start, source.end)
    head = annotation.tokens[source.head]
    longest = LONGEST_OF if annotation.child(head.i, "prep") is not None else LONGEST_DESCRIPTION
    if words[0].lower not in rules.resuming or head.tag not in ("NN", "NNP", "JJ") or len(words) > longest:
        return False
    if annotation.child(head.i, "appos", "relcl", "acl", "conj", "poss") is not None:
        return False
    of = annotation.child(head.i, "prep")
    if of is not None and (of.lower != "of" or words[0].lower != "the"):
        return False
    words = tuple(t for t in words if of is None or t.i < of.i)
    if not has_country and any(
        t.entity >= 0 and annotation.entities[t.entity].label in ("PERSON", "ORG") for t in words if t.i != head.i
    ):
        return False
    return head.lemma.lower() in rules.persons | rules.honorifics | rules.anaphors or _is_age(annotation, head)


def _of_what(annotation: Annotation, head: Token, rules: SpeechRules) -> Token | None:
    """The body or place in "the head of the delegation"; none in "the head of state"."""
    of = annotation.child(head.i, "prep")
    what = annotation.child(of.i, "pobj") if of is not None else None
    return what if what is not None and what.lower not in rules.headed else None


def _is_called_otherwise(annotation: Annotation, head: Token, office: str | None, rules: SpeechRules) -> bool:
    """Whether "the head of the union" says of what somebody is the head, and the office of the last speaker does not, nor
    does the page mean their country ("the leader of the island nation")."""
    what = _of_what(annotation, head, rules)
    if what is None or office is None or what.lemma in rules.own_land:
        return False
    return what.lower not in office.lower().split()


def _is_age(annotation: Annotation, head: Token) -> bool:
    """``The 54-year-old``."""
    return head.lower.endswith("old") and any(
        t.lower in ("year", "-year-") for t in annotation.tokens[head.i - 3 : head.i]
    )


def _only_one_of(cast: Cast, before: list[ActorMention], source: SourceMention, country: str) -> Actor | None:
    """The only person of a state named shortly before: "the Lao legislator" beside a speaker of whom no state is told."""
    near = [m for m in before[:FARTHEST_SUBJECT] if m.actor is not None and source.start - m.end <= FARTHEST_NAME]
    found = {cast.actors[m.actor].name: cast.actors[m.actor] for m in near if m.actor is not None}
    fits = [a for name, a in found.items() if name is not None and a.kind == "person" and a.country == country]
    return fits[0] if len(fits) == 1 else None


def _subject_before(
    annotation: Annotation, cast: Cast, before: list[ActorMention], source: SourceMention
) -> Actor | None:
    """The named person who is the only subject of the nearest sentence before that has one."""
    for mention in before[:FARTHEST_SUBJECT]:
        if mention.end > source.start or mention.actor is None:
            continue
        if source.start - mention.end > FARTHEST_NAME:
            return None
        if not _is_named_subject(annotation, cast, mention):
            continue
        # "Berg let Lund know that it was off" is about Berg.
        sentence = annotation.tokens[mention.head].sentence
        same = [m for m in before if annotation.tokens[m.head].sentence == sentence and m.end <= source.start]
        same = [m for m in same if _is_named_subject(annotation, cast, m)]
        main = min(same, key=lambda m: sum(1 for _ in annotation.ancestors(m.head)))
        return cast.actors[main.actor] if main.actor is not None and len(annotation.conjuncts(main.head)) < 2 else None
    return None


def _is_named_subject(annotation: Annotation, cast: Cast, mention: ActorMention) -> bool:
    actor = cast.actors[mention.actor] if mention.actor is not None else None
    is_person = actor is not None and actor.kind == "person" and actor.name is not None
    return is_person and annotation.tokens[mention.head].dep == "nsubj"


def _fits(head: Token, office: str | None, known: str | None, country: str | None, rules: SpeechRules) -> bool:
    """Whether somebody of that office and country can be called by the noun."""
    if country is not None and known is not None and country != known:
        return False
    noun = head.lemma.lower()
    if noun in rules.anaphors or noun == "old" or office is None:
        return True
    return noun in office.lower().split()
