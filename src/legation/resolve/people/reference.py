"""Pronouns, relative pronouns, pairs and groups: who of the page they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from legation.records import PersonMention
from legation.resolve.people.along import leads_companion
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.on_the_way import whose_journey
from legation.resolve.people.things import settle_thing

COSTS = (0.0, 1.0, 2.6, 4.0, 5.2)
"""What each sentence between costs an antecedent."""
REACH = 4
"""Sentences back to which a pronoun can point."""
MENTIONS = 80
"""Mentions back to which a pronoun can point, at most: more stand in a stretch without full stops only."""
NOBODY = -1
"""Stands for whoever a name means that could not be resolved."""
CLEAR = 0.5
"""By how much the best antecedent must be ahead of the next."""


def resolve_references(builder: CastBuilder) -> None:
    """Settle what is still open, in text order, so that a pronoun can point to a group made before it."""
    for number, mention in enumerate(builder.people):
        if not builder.is_open(number):
            continue
        clue = mention.clue or ""
        if clue == "one":
            settle_single(builder, number)
        elif clue == "many":
            _settle_many(builder, number)
        elif clue == "relative":
            _settle_relative(builder, number)
        elif clue in ("speaker", "speaker_side"):
            builder.leave(number, "first person: whoever speaks")
        elif clue == "thing":
            settle_thing(builder, number)
        elif clue == "pair_countries":
            _settle_pair_of_countries(builder, number)
        elif clue == "pair_people":
            _settle_pair_of_people(builder, number)
        elif mention.kind == "group" and mention.is_definite:
            _settle_group(builder, number)
        else:
            builder.leave(number, "nobody in particular")


def settle_single(builder: CastBuilder, number: int) -> None:
    """he, she: whose journey the clause is about, else the best person before, where one is clearly ahead."""
    traveller = whose_journey(builder, number)
    if traveller is not None and _can_be_one(builder, number, traveller):
        builder.settle(number, traveller)
        return
    scores: dict[int, float] = {}
    barred: set[int] = set()
    for before, actor in _candidates(builder, number):
        distance = builder.sentence(number) - builder.sentence(before)
        if distance > REACH:
            break
        if not _can_be_one(builder, number, actor):
            continue
        if _is_barred(builder, number, before):
            if actor != NOBODY and _is_clause_mate(builder, number, before):
                barred.add(actor)  # nor is he meant where he is named once more further back
            continue
        scores[actor] = max(scores.get(actor, -9.0), _salience(builder, number, before, distance))
    ranked = sorted(((a, s) for a, s in scores.items() if a not in barred), key=lambda s: -s[1])
    if not ranked or ranked[0][0] == NOBODY:
        builder.leave(number, "nobody before it fits")
    elif len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEAR:
        builder.leave(number, "two people before it fit as well")
    else:
        actor = ranked[0][0]
        builder.settle(number, actor)
        gender = builder.people[number].gender
        if gender and builder.actors[actor].gender is None:
            builder.change(actor, gender=gender)


def _candidates(builder: CastBuilder, number: int) -> Iterator[tuple[int, int]]:
    """Mentions before with their actors, nearest first; a name that stayed open counts as somebody not known."""
    start = builder.people[number].start
    for before in range(number - 1, max(-1, number - 1 - MENTIONS), -1):
        if builder.people[before].start >= start:
            continue
        if before in builder.actor_of:
            yield before, builder.actor_of[before]
        elif builder.people[before].name and builder.people[before].kind == "person":
            yield before, NOBODY


def _can_be_one(builder: CastBuilder, number: int, actor: int) -> bool:
    if actor == NOBODY:
        return True
    told = builder.actors[actor]
    is_one = told.kind in ("person", "office", "unknown") and not told.is_plural
    # "her mother" stands in a page about somebody else.
    is_one = is_one and (told.name is not None or told.office_class != "family")
    return is_one and _agrees(builder.people[number], told.gender)


def _agrees(mention: PersonMention, gender: str | None) -> bool:
    return mention.gender is None or gender is None or mention.gender == gender


def _is_barred(builder: CastBuilder, number: int, before: int) -> bool:
    """A plain object pronoun does not mean the subject of its own verb, nor a possessive what it stands in."""
    tokens = builder.annotation.tokens
    token, other = tokens[builder.people[number].head], builder.people[before]
    if other.start <= token.start < other.end:
        return True
    if builder.is_quoted(token.start) and not builder.is_quoted(other.start):
        # Whoever speaks does not call himself "he".
        return tokens[other.head].dep == "nsubj" and tokens[other.head].sentence == token.sentence
    return _is_clause_mate(builder, number, before)


def _is_clause_mate(builder: CastBuilder, number: int, before: int) -> bool:
    """Whether the pronoun is a plain object of the verb that the other is the subject of."""
    tokens = builder.annotation.tokens
    token, other = tokens[builder.people[number].head], builder.people[before]
    if token.dep in ("dobj", "dative", "pobj") and not token.lower.endswith(("self", "selves")):
        verb = tokens[token.head] if token.dep != "pobj" else tokens[tokens[token.head].head]
        while verb.dep == "conj" and builder.annotation.child(verb.i, "nsubj", "nsubjpass") is None:
            verb = tokens[verb.head]  # "A thanked B and invited him": A is the subject of both
        one = tokens[other.head]
        while one.dep == "conj" and one.pos in ("NOUN", "PROPN"):
            one = tokens[one.head]  # "A and B travel with him": neither is he
        return one.dep in ("nsubj", "nsubjpass") and one.head == verb.i
    return False


def _salience(builder: CastBuilder, number: int, before: int, distance: int) -> float:
    """How much a mention offers itself: subjects and possessors most, near ones more (after Lappin and Leass 1994)."""
    tokens = builder.annotation.tokens
    head = tokens[builder.people[before].head]
    score = -COSTS[distance]
    if head.dep in ("nsubj", "nsubjpass"):
        score += 2.0
    elif head.dep in ("dobj", "dative"):
        score += 0.8
    elif head.dep == "conj":
        score += 0.5
    elif head.dep == "poss" and tokens[head.head].dep in ("nsubj", "nsubjpass"):
        score += 1.0  # "Kim's attitude had changed after his visit"
    if builder.people[before].form == "pronoun":
        score += 0.3
    pronoun = tokens[builder.people[number].head]
    if head.dep in ("nsubj", "nsubjpass") and pronoun.dep in ("nsubj", "nsubjpass"):
        score += 0.3
    if distance == 0:
        score += 0.3
    if pronoun.dep == "poss" and _clause_subject(builder, pronoun.i) == head.i:
        score += 1.0
    return score - 0.01 * min(pronoun.i - head.i, 100) / 10


def _clause_subject(builder: CastBuilder, i: int) -> int | None:
    """The subject of the nearest clause around a token."""
    for ancestor in builder.annotation.ancestors(i):
        subject = builder.annotation.child(ancestor.i, "nsubj", "nsubjpass")
        if subject is not None and subject.i != i:
            return subject.i
    return None


def _coordinations(builder: CastBuilder) -> Iterator[tuple[int, ...]]:
    """Runs of mentions joined by "and" or commas that end in an "and"."""
    text, links = builder.annotation.text, builder.offices.words.links.coordinating
    outer: list[int] = []
    for n, m in enumerate(builder.people):
        if m.form != "pronoun" and not (outer and m.start < builder.people[outer[-1]].end):
            outer.append(n)
    if not outer:
        return
    run: list[int] = []
    has_and = False
    for one, two in zip(outer, [*outer[1:], None], strict=True):
        run = run or [one]
        between = text[builder.people[one].end : builder.people[two].start].strip() if two is not None else "."
        if between in links and two is not None:
            run.append(two)
            has_and = has_and or between != ","
            continue
        if len(run) > 1 and has_and:
            yield tuple(run)
        run, has_and = [], False


def _group_of(builder: CastBuilder, members: list[int]) -> int:
    """The group of these actors, made where there is none yet; its country is theirs where all share it."""
    for number, actor in enumerate(builder.actors):
        if actor.members and set(actor.members) == set(members):
            return number
    countries = {builder.actors[m].country for m in members}
    shared = next(iter(countries)) if len(countries) == 1 else None
    return builder.new(kind="group", country=shared, is_plural=True, members=tuple(members))


def _is_goal(builder: CastBuilder, number: int) -> bool:
    """Whether a state or body is named as a place only: "a trip to Tonga and Vanuatu" makes no "they" of the two."""
    tokens = builder.annotation.tokens
    token = tokens[builder.people[number].head]
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
        token = tokens[token.head]
    link, words = tokens[token.head], builder.offices.words.scenes
    return (token.dep == "pobj" and link.lower in words.placing) or (token.dep == "dobj" and link.lemma in words.plain_goals)


def _with_companions(builder: CastBuilder, earliest: int, latest: int) -> Iterator[tuple[int, list[int]]]:
    """Named subjects with those who come along in the same clause: "X has arrived together with Y"."""
    doc = builder.annotation
    for before, actor in builder.settled_before(latest):
        if builder.sentence(before) < earliest:
            return
        token = doc.tokens[builder.people[before].head]
        if token.dep != "pobj" or not leads_companion(builder, doc.tokens[token.head]):
            continue
        lead = _clause_subject(builder, token.i)
        number = builder.mention_at(lead) if lead is not None else None
        if number is None or number not in builder.actor_of or builder.actor_of[number] == actor:
            continue
        members = [builder.actor_of[number], actor]
        if all(builder.actors[m].kind in ("person", "office") for m in members):
            yield number, members


def _settle_many(builder: CastBuilder, number: int) -> None:
    """they: the nearest plural before, a subject rather than others: a coordination, a group, a body, somebody with those who
    come along."""
    best: tuple[float, list[int]] | None = None
    if builder.runs is None:
        builder.runs = tuple(_coordinations(builder))
    earliest = builder.sentence(number) - REACH
    for run in builder.runs[bisect_left(builder.runs, earliest, key=lambda run: builder.sentence(run[0])) :]:
        if builder.people[run[-1]].start >= builder.people[number].start:
            break
        members = [builder.actor_of[n] for n in run if n in builder.actor_of]
        kinds = {builder.actors[m].kind for m in members}
        are_states = kinds <= {"country", "organisation"} and not _is_goal(builder, run[0])
        if len(set(members)) > 1 and (kinds <= {"person", "office", "group"} or are_states):
            best = _better(best, builder, number, run[0], members)
    for before, actor in builder.settled_before(number):
        if builder.sentence(before) < earliest:
            break
        if builder.actors[actor].is_plural:
            best = _better(best, builder, number, before, [actor])
    for before, members in _with_companions(builder, earliest, number):
        best = _better(best, builder, number, before, members)
    if best is None:
        builder.leave(number, "no plural before it fits")
        return
    members = best[1]
    builder.settle(number, members[0] if len(members) == 1 else _group_of(builder, list(dict.fromkeys(members))))


def _better(
    best: tuple[float, list[int]] | None, builder: CastBuilder, number: int, before: int, members: list[int]
) -> tuple[float, list[int]] | None:
    distance = builder.sentence(number) - builder.sentence(before)
    if distance > REACH:
        return best
    score = _salience(builder, number, before, distance)
    return (score, members) if best is None or score > best[0] else best


def _settle_relative(builder: CastBuilder, number: int) -> None:
    """who: what its clause hangs on."""
    tokens = builder.annotation.tokens
    token = tokens[builder.people[number].head]
    for ancestor in builder.annotation.ancestors(token.i):
        if ancestor.dep in ("relcl", "acl"):
            antecedent = builder.mention_at(ancestor.head)
            if antecedent is not None and antecedent in builder.actor_of:
                builder.settle(number, builder.actor_of[antecedent])
                return
            break
    builder.leave(number, "what it belongs to is no known actor")


def _settle_pair_of_countries(builder: CastBuilder, number: int) -> None:
    """the two sides: the two countries the page speaks of most before here, where no third comes near."""
    counts: Counter[str] = Counter()
    is_open = False
    for before, actor in builder.settled_before(number):
        country = builder.actors[actor].country
        is_open = is_open or (builder.actors[actor].kind in ("person", "office") and not country)
        if builder.actors[actor].kind == "organisation":
            continue
        for state in builder.states_of(actor):
            counts[state] += 2 if builder.people[before].form in ("country", "capital") else 1
    if len(counts) < 2 and not is_open:  # whose the other side is may only be unsaid: "The Prime Minister received"
        for mention, actor in builder.actor_of.items():
            country = builder.actors[actor].country
            if country and builder.people[mention].start > builder.people[number].start:
                counts[country] += 1
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] == ranked[1][1]):
        nearest = _last_pair(builder, number)
        if nearest is None:
            builder.leave(number, "which two is not clear")
            return
        pair = nearest
    else:
        pair = [builder.country_actor(code) for code, _ in ranked[:2]]
    builder.settle(number, _group_of(builder, sorted(pair)))


def _last_pair(builder: CastBuilder, number: int) -> list[int] | None:
    """The two countries last named before, if they stand in one sentence."""
    found: list[int] = []
    sentence: int | None = None
    for before, actor in builder.settled_before(number):
        if builder.actors[actor].kind == "country":
            if sentence is not None and builder.sentence(before) != sentence:
                break
            sentence = builder.sentence(before)
            if actor not in found:
                found.append(actor)
    return found if len(found) == 2 else None


def _settle_pair_of_people(builder: CastBuilder, number: int) -> None:
    """both leaders: the last two people before who can be called so, of two countries where these are known."""
    mention = builder.people[number]
    found: list[int] = []
    for before, actor in builder.settled_before(number):
        if builder.sentence(number) - builder.sentence(before) > 2 * REACH:
            break
        told = builder.actors[actor]
        if told.kind not in ("person", "office") or actor in found:
            continue
        if mention.office_class and not builder.offices.covers(mention.office_class, told.office_class):
            continue
        if found and told.country and told.country == builder.actors[found[0]].country:
            continue
        found.append(actor)
        if len(found) == 2:
            break
    if len(found) < 2:
        builder.leave(number, "which two is not clear")
        return
    builder.settle(number, _group_of(builder, sorted(found)))


def _settle_group(builder: CastBuilder, number: int) -> None:
    """the delegation, the officials: a group of the same office before; else it stays open."""
    mention = builder.people[number]
    for before, actor in builder.settled_before(number):
        if builder.sentence(number) - builder.sentence(before) > 2 * REACH:
            break
        told = builder.actors[actor]
        if mention.clue == "side" and len({builder.actors[m].country for m in told.members}) > 1:
            continue  # "both parties", "the two leaders" are no delegation
        if told.is_plural and (mention.office_class is None or told.office_class == mention.office_class):
            builder.settle(number, actor)
            return
    builder.leave(number, "which group is not said")
