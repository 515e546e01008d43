"""Which holder of an office is meant, and of which state: what the words beside the office tell."""

from __future__ import annotations

from legation.resolve.people.cast import CastBuilder

SUBJECTS = ("nsubj", "nsubjpass")


def own(builder: CastBuilder, number: int, candidates: list[int]) -> list[int]:
    """Of several holders the one of the state of whose people somebody speaks: "Minister X discusses the PM's visit", "X of
    Norway said the PM would"; all where that tells none."""
    doc, mention = builder.annotation, builder.people[number]
    for above in doc.ancestors(mention.head):
        for subject in doc.children(above.i, *SUBJECTS):
            at = builder.mention_at(subject.i)
            actor = builder.actor_of.get(at) if at is not None and at != number else None
            told = builder.actors[actor] if actor is not None else None
            if told is None or told.kind not in ("person", "office") or not told.country or told.is_former:
                continue
            if told.office_class not in builder.offices.of_a_state or actor in candidates:
                return candidates
            return [c for c in candidates if builder.actors[c].country == told.country] or candidates
    return candidates


def visiting(builder: CastBuilder, number: int) -> int | None:
    """ "While in New Zealand, the Prime Minister will": who is there on a visit is of another state, the last such one named;
    None where the sentence does not open so."""
    doc, mention = builder.annotation, builder.people[number]
    here = doc.sentence_of(mention.head)
    opens = [t.lower for t in doc.tokens[here.first : here.first + 2]]
    comma = next((t.start for t in doc.tokens[here.first : here.last] if t.text == ","), mention.end)
    if opens[:1] != ["while"] or opens[1:] not in (["in"], ["visiting"]) or comma > mention.start:
        return None
    start = doc.tokens[here.first].start
    states = {p.country for p in builder.places if start <= p.start < comma}
    states |= {m.country for m in builder.people if start <= m.start < comma}
    abroad = [
        n
        for n, told in enumerate(builder.actors)
        if told.kind == "person" and told.country and told.country not in states and not told.is_former
        if told.office_class == mention.office_class and any(k < number for k in builder.mentions_of(n))
    ]
    return abroad[0] if len(abroad) == 1 else None


def redescribed(builder: CastBuilder, number: int, country: str | None) -> int | None:
    """ "Ana Oduya will visit Peru. The Kenyan president will meet": who alone is named, as the subject of a verb of coming
    or meeting, in the sentence before one that begins with an office of one holder, and has none of his own."""
    doc, offices, mention = builder.annotation, builder.offices, builder.people[number]
    here, words = doc.sentence_of(mention.head), offices.words.scenes
    opens = doc.tokens[here.first].start >= mention.start and doc.tokens[mention.head].dep in SUBJECTS
    if not (opens and country and mention.is_definite and mention.owner is None) or mention.is_former:
        return None
    if mention.office_class in offices.several_holders or doc.tokens[here.first].lower != "the":
        return None
    before = builder.sentence(number) - 1
    named = [(n, builder.actor_of.get(n)) for n in builder.in_sentence(before) if builder.people[n].name]
    if len(named) != 1 or named[0][1] is None:
        return None
    actor = named[0][1]
    told, head = builder.actors[actor], doc.tokens[builder.people[named[0][0]].head]
    is_bare = told.kind == "person" and not (told.office or told.organisation) and told.country in (None, country)
    if not is_bare or head.dep not in SUBJECTS or mention.gender not in (None, told.gender):
        return None
    verbs = {doc.tokens[head.head].lemma, *(c.lemma for c in doc.children(head.head, "xcomp"))}
    return actor if verbs & (words.going | words.meeting | words.talking) else None


def country_shared(builder: CastBuilder, number: int) -> str | None:
    """ "the Lebanese prime minister and defence minister": of the state that the first of two unnamed offices is of; "Zambia's
    President, X, and the First Lady": of the leader's."""
    here = builder.people[number]
    text = builder.annotation.text
    at = builder.ended_by(here.start - 1)
    between = text[builder.people[at].end : here.start].strip() if at is not None else ""
    if at is None or between not in builder.offices.words.links.beside:
        return None
    before, actor = builder.people[at], builder.actor_of.get(at)
    if before.form == "pronoun":
        return None
    if here.office_class == "consort" and actor is not None and builder.offices.rank(builder.actors[actor].office_class) <= 2:
        return builder.actors[actor].country
    if between != "and":
        return None
    is_like = before.kind == here.kind == "office" and not before.is_plural and not here.is_plural
    bare = before.office_class != here.office_class and not here.organisation and not here.owner
    opens = text[here.start :].split(maxsplit=1)[0].lower()
    return before.country if is_like and bare and opens not in {"the", "a", "an", "his", "her", "their"} else None
