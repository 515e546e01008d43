"""Who stands at a token: a resolved actor, a group's members, or whom words like "the guest" and "we" mean here."""

from __future__ import annotations

import msgspec

from legation.resolve.engagements._delegations import is_delegation, whose_delegation
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._visitors import heads_of_guests


def parties_at(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """Whoever stands at ``token``: one actor, or a group's members; empty where nobody is resolved."""
    several = _members_of_body(lookup, token)
    if several:
        return several
    mention = lookup.mention(token)
    if mention is None or mention.actor is None:
        return (
            _senders(lookup, token)
            or _of_one(lookup, token)
            or _speakers(lookup, token)
            or _delegates(lookup, token)
            or _organ(lookup, token)
            or _guest(lookup, token)
        )
    actor = lookup.actor(mention.actor)
    if actor.members:
        return tuple(Party(m, mention.start, mention.end, mention.form) for m in actor.members)
    if actor.kind == "group" and lookup.state(mention.actor) is None:
        return _senders(lookup, token) or (Party(mention.actor, mention.start, mention.end, mention.form),)
    return (Party(mention.actor, mention.start, mention.end, mention.form),)


def _members_of_body(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "the Nepal-Sri Lanka Joint Commission", "the economic committee of Turkey and Libya": the states whose body it is."""
    if lookup.doc.tokens[token].lower not in lookup.rules.words["joint_bodies"]:
        return ()
    phrases = [(lookup.doc.subtree(token)[0], token)]
    phrases += [lookup.doc.subtree(c.i) for c in lookup.doc.children(token, "prep") if c.lower in {"of", "for", "between"}]
    inside = [i for first, last in phrases for i in range(first, last)]
    if any(lookup.doc.joined(i) in lookup.rules.words["not_of_governments"] for i in inside):
        return ()
    found: dict[int, Party] = {}
    for i in inside:
        mention = lookup.mention(i)
        for party in lookup.hyphenated(i):
            found[party.actor] = party
        if mention is not None and mention.actor is not None and lookup.actor(mention.actor).kind == "country":
            found.setdefault(mention.actor, Party(mention.actor, mention.start, mention.end, "description"))
    return tuple(found.values()) if len({lookup.state(n) for n in found}) > 1 else ()


def _guest(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "the guest", "his host": the one traveller, or host, of whom the page has told before."""
    people = [p for i in heads_of_guests(lookup.doc, lookup.rules, lookup.mentions, token) for p in _known(lookup, i)]
    people = [p for p in people if lookup.actor(p.actor).kind in {"person", "office"}]
    if not people or any(not lookup.same(p.actor, people[0].actor) for p in people):
        return ()
    here = lookup.doc.tokens[token]
    return (msgspec.structs.replace(people[0], start=here.start, end=here.end, form="description"),)


def _organ(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "the Executive Council of the African Union", "the GCC's ministerial council": the body whose states sit there."""
    if lookup.doc.tokens[token].lower not in lookup.rules.words["organs"]:
        return ()
    inside = [c.i for c in lookup.doc.children(token, "poss", "compound", "nmod")]
    of = (p for p in lookup.doc.children(token, "prep") if p.lower == "of")
    inside += [leaf.i for p in of for leaf in lookup.doc.children(p.i, "pobj")]
    mentions = (lookup.mention(i) for i in inside)
    bodies = {m.actor: m for m in mentions if m is not None and m.actor is not None and lookup.is_gathering(m.actor)}
    if len(bodies) != 1:
        return ()
    actor, mention = bodies.popitem()
    return (Party(actor, mention.start, mention.end, "description"),)


def _speakers(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "I will travel to Ankara", "we will receive him", inside a quotation: whoever is quoted; "we" of one who speaks
    for others is their state."""
    here = lookup.doc.tokens[token]
    if here.lower not in lookup.rules.words["speaking_self"] | lookup.rules.words["speaking_side"]:
        return ()
    for statement in lookup.statements:
        words = statement.quotes or (statement.content_spans if statement.kind == "direct" else ())
        if not any(q.start <= here.start < q.end for q in words) or len(statement.source) != 1:
            continue  # of a transcript all that somebody says, which has no quotation marks
        said = statement.source[0]
        sources = [m for m in lookup.cast.mentions if m.actor is not None and said.start <= m.start < said.end]
        actors = {m.actor for m in sources if lookup.actor(m.actor).kind != "country"}  # type: ignore[arg-type]
        if len(actors) != 1:
            continue
        speaker = actors.pop()
        assert speaker is not None
        if lookup.is_senior(speaker) and not lookup.is_spokesperson(speaker):
            return (Party(speaker, here.start, here.end, "pronoun"),)
        country = lookup.actor(speaker).country
        if here.lower in lookup.rules.words["speaking_side"] and country is not None and lookup.is_official(speaker):
            return (lookup.country_party(country, here.start, here.end),)
    return ()


def _senders(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "his peers from Iran and China", "a delegation from Hamas", "led by X": the states and bodies that a group is
    from, and who leads it."""
    if lookup.doc.tokens[token].lower not in lookup.rules.words["delegations"]:
        return ()
    found: list[Party] = []
    for clause in lookup.doc.children(token, "acl"):
        if clause.lemma in lookup.rules.words["leading"] and clause.tag == "VBN":  # "the delegation, led by Minister X,"
            leaders = (
                leaf.i for by in lookup.doc.children(clause.i, "agent") for leaf in lookup.doc.children(by.i, "pobj")
            )
            found += [p for i in leaders for p in parties_at(lookup, i)]
    for prep in lookup.doc.children(token, "prep"):
        if prep.lower not in lookup.rules.words["belonging"]:
            continue
        for leaf in lookup.doc.children(prep.i, "pobj"):
            for i in lookup.doc.conjuncts(leaf.i):
                mention = lookup.mention(i)
                if mention is not None and mention.actor is not None and lookup.state(mention.actor):
                    found.append(Party(mention.actor, mention.start, mention.end, "description"))
    return tuple(found)


def _delegates(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "his delegation": he; "the delegation": whoever the one told of before is of."""
    if not is_delegation(lookup.doc, lookup.rules, token):
        return ()
    found = whose_delegation(lookup.doc, lookup.rules, token, lambda i: bool(_known(lookup, i)))
    here = lookup.doc.tokens[token]
    people = _known(lookup, found) if found is not None else ()
    return tuple(msgspec.structs.replace(p, start=here.start, end=here.end, form="description") for p in people)


def _known(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """Who stands at ``token``, as far as they are of a state, delegations not followed further back."""
    mention = lookup.mention(token)
    if mention is None or mention.actor is None:
        found = _senders(lookup, token)
    else:
        found = (Party(mention.actor, mention.start, mention.end, mention.form),)
    return tuple(p for p in found if lookup.state(p.actor) and lookup.is_official(p.actor))


def _of_one(lookup: Lookup, token: int) -> tuple[Party, ...]:
    """ "one of its officials": somebody of those."""
    if lookup.doc.tokens[token].lower not in lookup.rules.words["one"]:
        return ()
    of = (
        leaf.i
        for prep in lookup.doc.children(token, "prep")
        if prep.lower == "of"
        for leaf in lookup.doc.children(prep.i, "pobj")
    )
    return tuple(p for i in of for p in parties_at(lookup, i))
