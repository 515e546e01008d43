"""Who comes along: the members of a delegation and those who accompany a traveller are of its state or his."""

from __future__ import annotations

from collections.abc import Iterator

from legation.records import PersonMention, Token
from legation.resolve.people.along import leads_companion
from legation.resolve.people.bare import is_free
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.reference import settle_single

SUBJECTS = ("nsubj", "nsubjpass")
NEAR = 20
"""Mentions back to which a delegation is looked for."""


def resolve_company(builder: CastBuilder, home: str | None) -> None:
    """Give persons in office without a state that of the delegation they are counted in, or of the traveller they
    accompany; not where the page's ``home`` may be that of a host who shows a guest around."""
    for chain in _chains(builder):
        _share_nationality(builder, chain)
        states = {_state_of_whole(builder, n, home) for n in chain} - {None}
        told = {builder.actors[a].country for n in chain if (a := builder.actor_of.get(n)) is not None} - {None}
        if len(states) != 1 or not told <= states:
            continue
        state = next(iter(states))
        for number in chain:
            actor = builder.actor_of.get(number)
            if (
                actor is not None
                and state is not None
                and _may_be_told(builder, actor)
                and is_free(builder, actor, state)
            ):
                builder.change(actor, country=state)


def _share_nationality(builder: CastBuilder, chain: list[int]) -> None:
    """ "two Kenyan ministers, X and Y", "British diplomats First Secretary X and Second Secretary Y": those whose names
    follow a plural are of its state."""
    first = builder.people[chain[0]]
    at = builder.ended_by(first.start)
    before = builder.people[at] if at is not None else None
    if before is None or before.kind != "group" or not before.country or not (before.office or before.clue):
        return
    if builder.annotation.text[before.end : first.start].strip().lower() not in builder.offices.words.links.introducing:
        return
    for number in chain:
        actor = builder.actor_of.get(number)
        if actor is not None and _may_be_told(builder, actor):
            builder.change(actor, country=before.country)


def _chains(builder: CastBuilder) -> Iterator[list[int]]:
    """Named mentions of one list each."""
    text, chain = builder.annotation.text, list[int]()
    for number in (n for n, m in enumerate(builder.people) if m.name and m.kind == "person"):
        if chain:
            between = text[builder.people[chain[-1]].end : builder.people[number].start].strip().lower()
            if between not in builder.offices.words.links.counting:
                yield chain
                chain = []
        chain.append(number)
    if chain:
        yield chain


def _may_be_told(builder: CastBuilder, number: int) -> bool:
    actor = builder.actors[number]
    is_unsaid = not (actor.country or actor.organisation or actor.is_elsewhere)
    return (
        is_unsaid and bool(actor.office) and all(builder.people[n].owner is None for n in builder.mentions_of(number))
    )


def _state_of_whole(builder: CastBuilder, number: int, home: str | None) -> str | None:
    """The state of the delegation or traveller that a member hangs on in the sentence's grammar."""
    doc, words = builder.annotation, builder.offices.words.scenes
    token = doc.tokens[builder.people[number].head]
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
        token = doc.tokens[token.head]
    parent = doc.tokens[token.head]
    before = _before(builder, number)
    if token.dep != "pobj" and before is not None and before.pos == "ADP":
        # "led by Speaker Bo dos Oe, left": the parser lost the thread inside the name.
        return _state_behind(builder, number, before, home)
    if token.dep == "pobj":
        return _state_behind(builder, number, parent, home) or _acted_for(builder, token, number)
    if token.dep == "dobj" and parent.lemma in words.comprising:
        return _state_at(builder, _whole(builder, _subject(builder, parent)))
    if token.dep == "nsubj" and parent.lemma in words.leading:
        led = doc.child(parent.i, "dobj")  # "X is leading a Kenyan delegation"
        return _state_at(builder, led.i, is_group=True) if led is not None else None
    return _brought_by(builder, token) or _acted_for(builder, token, number)


def _whole(builder: CastBuilder, subject: int | None) -> int | None:
    """ "Members of his entourage include X": what the members are of."""
    doc = builder.annotation
    if subject is None or doc.tokens[subject].lemma not in builder.offices.words.scenes.parts:
        return subject
    of = (c for c in doc.children(subject, "prep") if c.lower == "of")
    return next((leaf.i for prep in of for leaf in doc.children(prep.i, "pobj")), subject)


def _brought_by(builder: CastBuilder, token: Token) -> str | None:
    """The state of him with whom somebody comes: "With the president are X and Y", "She brings X", "X is travelling with him"."""
    doc, words = builder.annotation, builder.offices.words.scenes
    verb = doc.tokens[token.head]
    if token.dep == "dobj" and verb.lemma in words.bringing:
        return _state_at(builder, _subject(builder, verb))
    if token.dep not in (*SUBJECTS, "attr"):
        return None
    if verb.lemma in words.representing and token.dep == "nsubj":
        # "X, the trade minister, represented Peru"
        state = doc.child(verb.i, "dobj")
        number = builder.mention_at(state.i) if state is not None else None
        is_state = number is not None and builder.people[number].kind == "country"
        return builder.people[number].country if number is not None and is_state else None
    if verb.lemma in words.going - words.plain_goals and token.dep == "nsubj":
        beside = (c for c in doc.children(verb.i, "prep") if c.lower == "with")
        fellow = next((leaf.i for prep in beside for leaf in doc.children(prep.i, "pobj")), None)
        at = builder.mention_at(fellow) if fellow is not None else None
        is_one = at is not None and (builder.people[at].clue == "one" or builder.people[at].kind == "office")
        return _state_at(builder, fellow) if is_one else None
    return _opening(builder, verb) or _counted_in(builder, verb) if verb.lemma == "be" else None


def _counted_in(builder: CastBuilder, verb: Token) -> str | None:
    """The state of the delegation that somebody is said to be in: "X and Y are in the Kenyan delegation", "X is part of it",
    "Other members of the delegation were X and Y"."""
    doc, words = builder.annotation, builder.offices.words.scenes
    part = next((c for c in doc.children(verb.i, "attr", "nsubj") if c.lemma in words.parts), verb)
    for link in doc.children(part.i, "prep"):
        whole = doc.child(link.i, "pobj") if link.lower in words.within else None
        number = builder.mention_at(whole.i) if whole is not None else None
        if number is not None and whole is not None and builder.people[number].clue == "side":
            return _state_at(builder, whole.i, is_group=True)
    return None


def _opening(builder: CastBuilder, verb: Token) -> str | None:
    """The state that opens a sentence whose subject follows: "With the president are", "On the Kenyan side were",
    "Representing Kenya was"."""
    doc, words = builder.annotation, builder.offices.words.scenes
    before = doc.tokens[doc.sentence_of(verb.i).first : verb.i]
    found = [n for t in before if (n := builder.mention_at(t.i)) is not None]
    links = {t.lower for t in before}
    if len(set(found)) != 1:
        return None
    mention = builder.people[found[0]]
    if mention.clue == "side" or (mention.kind == "country" and links & {"for", "representing", "behalf"}):
        return mention.country
    is_beside = links & {"with", "alongside", "accompanying"} and not links & words.gatherings
    is_one = mention.kind in ("person", "office") or mention.clue == "one"
    return _state_at(builder, mention.head) if is_beside and is_one else None


def _before(builder: CastBuilder, number: int) -> Token | None:
    """The token before a mention, its article left out."""
    doc = builder.annotation
    inside = doc.tokens_in(builder.people[number].start, builder.people[number].end)
    first = inside[0].i if inside else 0
    first -= first > 0 and doc.tokens[first - 1].tag == "DT"
    return doc.tokens[first - 1] if first > 0 and doc.tokens[first - 1].sentence == doc.tokens[first].sentence else None


def _state_behind(builder: CastBuilder, number: int, link: Token, home: str | None) -> str | None:
    """The state of the delegation or traveller that somebody stands behind with a preposition: "including X", "led by X"."""
    doc, words = builder.annotation, builder.offices.words.scenes
    if link.lower in words.counting:
        return _state_at(builder, link.head)
    if link.lower in ("with", "alongside"):
        return _state_at(builder, _fellow_of(builder, link))
    verb = doc.tokens[link.head]
    if link.lower == "of" and verb.lemma in words.composing:
        return _state_at(builder, _subject(builder, verb), is_group=True)
    if link.lower != "by":
        return None
    if verb.pos == "NOUN":
        # "was represented at the opening by X"
        above = next((t for t in doc.ancestors(verb.i) if t.pos == "VERB"), verb)
        verb = above if above.lemma in words.representing | words.accompanying else verb
    if verb.lemma in words.representing:
        subject = _subject(builder, verb)
        at = builder.mention_at(subject) if subject is not None else None
        who = builder.people[at] if at is not None else None
        return who.country if who is not None and who.kind == "country" else _state_at(builder, subject)
    if verb.lemma in words.leading:
        return _state_at(builder, _subject(builder, verb), is_group=True)
    if verb.lemma in words.accompanying:
        state = _state_at(builder, _subject(builder, verb))
        return state if home in (None, state) else None
    return None


def _fellow_of(builder: CastBuilder, link: Token) -> int | None:
    """The token of him together with whom somebody goes: "X has arrived for a visit together with Y"."""
    doc, words = builder.annotation, builder.offices.words.scenes
    if not leads_companion(builder, link):
        return None
    verb = next((t for t in doc.ancestors(link.i) if t.pos in ("VERB", "AUX")), None)
    return _subject(builder, verb) if verb is not None and verb.lemma in words.going - words.plain_goals else None


def _acted_for(builder: CastBuilder, token: Token, number: int) -> str | None:
    """The state for which somebody signs, votes or speaks: "X signed for Peru", "signed on behalf of Peru by X", "for Peru, X
    signed"; where a sentence has two, the one right before him."""
    doc, words = builder.annotation, builder.offices.words.scenes
    parent = doc.tokens[token.head]
    if token.dep == "pobj" and parent.lower == "by":
        parent = doc.tokens[parent.head]
    elif token.dep not in SUBJECTS:
        # "X, the envoy, signed for Peru": the parser may take it for a clause about X.
        parent = doc.child(token.i, "acl", "relcl") or parent
    if parent.lemma not in words.signing:
        return None
    sentence = doc.sentence_of(token.i)
    inside = doc.tokens[sentence.first : sentence.last]
    states = [
        (t.i, builder.people[n].country)
        for t in inside
        if (n := builder.mention_at(t.i)) is not None
        and builder.people[n].kind == "country"
        and (doc.tokens[t.head].lower == "for" or (doc.tokens[t.head].lower == "of" and doc.tokens[t.head - 1].lower == "behalf"))
    ]
    if len(states) == 1:
        return states[0][1]
    first = doc.tokens_in(builder.people[number].start, builder.people[number].end)[0].i
    right = [state for i, state in states if first - 2 <= i < first or parent.i < i <= parent.i + 3]
    return right[0] if right else None


def _side_before(builder: CastBuilder, number: int) -> PersonMention | None:
    """The delegation of a state that "the delegation" or "it" takes up: the subject of a sentence just before."""
    for before in range(number - 1, max(number - NEAR, -1), -1):
        mention = builder.people[before]
        if builder.sentence(number) - builder.sentence(before) > 2:
            return None
        if mention.clue == "side" and mention.country and builder.annotation.tokens[mention.head].dep in SUBJECTS:
            return mention
    return None


def _is_group_beside(builder: CastBuilder, number: int, other: int) -> bool:
    return builder.people[number].kind == "group" and builder.sentence(number) == builder.sentence(other)


def _subject(builder: CastBuilder, verb: Token) -> int | None:
    """The token of a verb's subject, or of the noun that its clause hangs on."""
    subject = builder.annotation.child(verb.i, "nsubj", "nsubjpass")
    if verb.dep in ("acl", "relcl") and (subject is None or subject.tag.startswith("W")):
        return verb.head
    return subject.i if subject is not None else None


def _state_at(builder: CastBuilder, token: int | None, *, is_group: bool = False) -> str | None:
    """The state of whoever stands at a token: "the Kenyan delegation", "his entourage", "he"."""
    number = builder.mention_at(token) if token is not None else None
    if number is None:
        return None
    mention = builder.people[number]
    if mention.kind == "country":
        # "the delegation to Zambia, which includes X": the clause hangs on the wrong noun.
        number = next(
            (n for n in range(number - 1, max(number - NEAR, -1), -1) if _is_group_beside(builder, n, number)), None
        )
        if number is None:
            return None
        mention = builder.people[number]
    if mention.clue == "one" and builder.is_open(number):
        settle_single(builder, number)
    if is_group and (
        mention.clue == "thing" or (mention.clue == "side" and mention.is_definite and not mention.country)
    ):
        mention = _side_before(builder, number) or mention
    if is_group and mention.kind != "group":
        return None
    actor = builder.actor_of.get(number)
    known = builder.actors[actor].country if actor is not None else None
    return mention.country or known or _state_of_owner(builder, number) or _state_of_last(builder, number)


def _state_of_owner(builder: CastBuilder, number: int) -> str | None:
    """The state of him whose delegation it is: "the president's delegation", "his delegation"."""
    owner = builder.people[number].owner
    at = builder.mention_at(owner) if owner is not None else None
    if at is not None and builder.people[at].clue == "one" and builder.is_open(at):
        settle_single(builder, at)
    known = builder.owner_country(number)
    return known or (_state_of_last(builder, at, is_sure=True) if at is not None else None)


def _state_of_last(builder: CastBuilder, number: int, *, is_sure: bool = False) -> str | None:
    """The state of the last one named before who holds the office that "the president" speaks of; where ``is_sure``, only if
    all so called are of one state."""
    mention = builder.people[number]
    if mention.kind != "office" or not mention.is_definite or not mention.office_class or mention.owner is not None:
        return None
    found: list[str | None] = []
    for before in range(number - 1, -1, -1):
        other = builder.people[before]
        actor = builder.actor_of.get(before)
        is_so_called = (mention.office or "").lower() in (other.office or "").lower()
        if other.name and other.office_class == mention.office_class and is_so_called and actor is not None:
            found.append(builder.actors[actor].country)
    return found[0] if found and (not is_sure or len(set(found)) == 1) else None
