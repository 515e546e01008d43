"""What one sentence sets inside another engagement: "met X during a visit to Y", "travels to Y to meet X"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Annotation, When
from legation.resolve.engagements._candidate import SEATED, Candidate
from legation.resolve.engagements._days import stretched
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._status import DONE, PLANNED
from legation.rules.engagements import EngagementRules

NEAR = 6
"""Sentences from a visit to the talks of it, at most."""
WHOLE = frozenset({"visit", "summit", "ceremony"})
"""Kinds that others happen inside of."""


def set_inside(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, candidates: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    """The candidates, those that their own sentence sets inside a visit or gathering told by it where and when, as far
    as they do not say so themselves. A visit counts only where one of its travellers is in the meeting."""
    candidates = _received(lookup, _audiences(lookup, _for_a_visit(doc, candidates)))
    candidates = tuple(_with_his_host(lookup, doc, rules, c, candidates) for c in candidates)
    candidates = tuple(_of_the_visit(lookup, doc, rules, c, candidates) for c in candidates)
    candidates = tuple(_of_the_journey(lookup, rules, c, candidates) for c in candidates)
    candidates = tuple(_as_setting(lookup, doc, rules, c, candidates) for c in candidates)
    candidates = _beside_summits(lookup, doc, rules, candidates)
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.mention.sentence, []).append(candidate)
    placed = tuple(_placed(lookup, doc, rules, c, by_sentence[c.mention.sentence]) for c in candidates)
    return tuple(_as_its_purpose(doc, rules, c, placed) for c in placed)


def _as_its_purpose(
    doc: Annotation, rules: EngagementRules, visit: Candidate, candidates: tuple[Candidate, ...]
) -> Candidate:
    """ "is to visit Y to meet X next month": the day that stands with what a journey is for is the journey's too."""
    if visit.kind != "visit" or visit.when is not None or visit.planned is not None or visit.status not in PLANNED:
        return visit
    nodes = {visit.mention.head, *visit.mention.nodes}
    parts = (c for c in candidates if c.inside == visit.number and c.when is not None)
    days = [c.when for c in parts if _link(doc, rules, c.mention.head, nodes) == "purpose"]
    return replace(visit, when=days[0]) if len(days) == 1 else visit


def _for_a_visit(doc: Annotation, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """ "will host X for a two-day visit on May 20": the visit that one is received for is of whoever is received."""
    found = []
    for c in candidates:
        prep = doc.tokens[doc.tokens[c.mention.head].head]
        is_open = c.kind == "visit" and c.mention.form == "noun" and c.host_country is None and prep.pos == "ADP"
        near = (r for r in candidates if r.kind == "visit" and r.hosts and r.travellers and r.number != c.number)
        reception = next((r for r in near if prep.head in r.mention.nodes), None) if is_open else None
        found.append(c if reception is None else replace(c, travellers=reception.travellers, hosts=(), parties=()))
    return tuple(found)


def _with_his_host(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, sitting: Candidate, candidates: tuple[Candidate, ...]
) -> Candidate:
    """ "arrived in Vientiane ... will hold talks with his hosts": where nobody is named as receiving, they are of the state that
    the visit told of before goes to. Hosts and guests who are named, the lookup knows (``_visitors``)."""
    states = {lookup.state(p.actor) for p in sitting.everybody} - {None}
    heads = (doc.tokens[a.head] for a in sitting.mention.arguments if a.role in {"with", "party", "subject"})
    host = next((t for t in heads if t.lower in rules.words["hosts"]), None)
    if host is None or sitting.kind not in SEATED or len(states) != 1:
        return sitting
    for visit in reversed([v for v in candidates if v.kind == "visit" and v.number < sitting.number]):
        theirs = any(lookup.same(t.actor, p.actor) for t in visit.travellers for p in sitting.everybody)
        if theirs and visit.host_country is not None:
            party = lookup.country_party(visit.host_country, host.start, host.end)
            return replace(sitting, parties=(*sitting.parties, party))
    return sitting


def _of_the_visit(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, sitting: Candidate, candidates: tuple[Candidate, ...]
) -> Candidate:
    """ "arrived in Kenya ... Delegation-level talks will be held on Wednesday", "... will lead the Slovak side in the talks": with
    nobody named but the guest, the talks of delegations are those of his visit, where the page tells of one only."""
    mention = sitting.mention
    if sitting.kind != "talks" or mention.form != "noun" or sitting.status is None or mention.is_recalled or mention.by_phone:
        return sitting
    beside = {t.lower for c in doc.children(mention.head) if c.dep != "relcl" for t in doc.tokens[slice(*doc.subtree(c.i))]}
    is_of_sides = bool(beside & rules.words["of_delegations"]) or _leads_a_side(doc, rules, mention.head)
    if not is_of_sides and not (sitting.when is not None and beside & rules.words["working"]):
        return sitting
    visits = [c for c in candidates if c.kind == "visit" and c.host_country is not None and c.travellers]
    if len({v.host_country for v in visits}) != 1 or not 0 <= mention.sentence - visits[0].mention.sentence <= NEAR:
        return sitting
    guests, host = visits[0].travellers, visits[0].host_country
    theirs = {lookup.state(p.actor) for p in guests}
    if host in theirs or not {lookup.state(p.actor) for p in sitting.everybody} <= {*theirs, host, None}:
        return sitting
    missing = [p for p in guests if not any(lookup.state(q.actor) in theirs for q in sitting.everybody)]
    if not any(lookup.state(q.actor) == host for q in sitting.everybody) and host is not None:
        missing.append(lookup.country_party(host, mention.start, mention.end))
    return replace(sitting, parties=(*sitting.parties, *missing))


def _of_the_journey(
    lookup: Lookup, rules: EngagementRules, stop: Candidate, candidates: tuple[Candidate, ...]
) -> Candidate:
    """ "is breaking off his visit to Indonesia ... A planned stop in Singapore has been dropped": whose stop nobody says is that of
    the only traveller told of just before."""
    mention = stop.mention
    is_open = stop.kind == "visit" and mention.form == "noun" and not stop.everybody and not mention.is_plural
    is_whose = any(a.role in {"traveller", "subject"} for a in mention.arguments)  # whoever that is
    if not is_open or is_whose or stop.status is None or stop.host_country is None:
        return stop
    if lookup.doc.tokens[mention.head].lemma not in rules.words["parts_of_journey"]:
        return stop
    told = [c for c in candidates if c.kind == "visit" and c.travellers and 0 <= mention.sentence - c.mention.sentence <= NEAR]
    who = {p.actor for c in told for p in c.travellers}
    states = {lookup.state(n) for n in who}
    is_one_journey = len({frozenset(p.actor for p in c.travellers) for c in told}) == 1
    if len(states) != 1 or None in states or stop.host_country in states or not is_one_journey:
        return stop
    return replace(stop, travellers=told[-1].travellers)


def _leads_a_side(doc: Annotation, rules: EngagementRules, talks: int) -> bool:
    """ "will lead the Slovak side in the talks", "heads his delegation at the talks"."""
    verb = next((t for t in doc.ancestors(talks) if t.pos == "VERB"), None)
    led = doc.child(verb.i, "dobj") if verb is not None and verb.lemma in rules.words["leading"] else None
    return led is not None and led.lower in rules.words["sides_led"]


def _audiences(lookup: Lookup, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """ "will visit Y ... President Z will receive him": where the visit itself is told of, whom a person receives he meets."""
    visits = [c for c in candidates if c.kind == "visit" and c.mention.kind == "visit" and c.travellers]
    found = []
    for c in candidates:
        is_to_receive = c.kind == "visit" and c.mention.kind == "meeting" and any(_is_somebody(lookup, h) for h in c.hosts)
        is_to_receive = is_to_receive and c.status not in DONE  # "was received at the airport": it is his coming
        of_whom = {t.actor for t in c.travellers}
        stays = [v for v in visits if of_whom & {t.actor for t in v.travellers} and is_to_receive]
        there = any(v.host_country in {None, c.host_country, *(lookup.state(h.actor) for h in c.hosts)} for v in stays)
        abroad = _abroad(lookup, c, visits) if is_to_receive and not stays else None
        if abroad is not None:
            people = (*c.travellers, *c.hosts, *c.parties)
            c = replace(c, kind="meeting", travellers=(), hosts=(), parties=people, host_country=abroad)
        found.append(replace(c, kind="meeting") if there else c)
    return tuple(found)


def _abroad(lookup: Lookup, reception: Candidate, visits: list[Candidate]) -> str | None:
    """ "is on a visit to Laos ... will receive the chairman of the Lao Front": the state where a guest receives its people."""
    whose = {h.actor for h in reception.hosts}
    theirs = {lookup.state(t.actor) for t in reception.travellers}
    at = {v.host_country for v in visits if whose & {t.actor for t in v.travellers}} - {None}
    return next(iter(at)) if len(at) == 1 and at == theirs else None


def _is_somebody(lookup: Lookup, party: Party) -> bool:
    """Whether a person receives, by name or office, and no state or house."""
    actor = lookup.actor(party.actor)
    return not actor.is_plural and (actor.name or actor.office) is not None


def _received(lookup: Lookup, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """ "Visiting Minister A met Minister B": whoever visits meets the people of the state he is in, where that is one
    and no other place is said."""
    hosts: dict[int, str] = {}
    for visit in candidates:
        if visit.mention.form != "visiting" or visit.host_country is not None or not visit.travellers:
            continue
        home = {lookup.state(p.actor) for p in visit.travellers}
        for part in candidates:
            near = part.mention.sentence == visit.mention.sentence and part.kind in SEATED
            if (
                not near
                or part.host_country
                or part.place
                or part.mention.by_phone
                or not _shares_people(lookup, part, visit)
            ):
                continue
            others = {lookup.actor(p.actor).country for p in part.everybody} - home
            if len(others) == 1 and None not in others | home:
                hosts[visit.number] = hosts[part.number] = next(iter(others))  # type: ignore[assignment]
    return tuple(replace(c, host_country=hosts[c.number]) if c.number in hosts else c for c in candidates)


def _as_setting(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, whole: Candidate, candidates: tuple[Candidate, ...]
) -> Candidate:
    """ "X will meet Y during the summit": a gathering of which the sentence only says that something else is at it. Whoever
    meets there is no more than a guess at who gathers, so that "the summit" is the one told of elsewhere."""
    if whole.kind != "summit" or whole.mention.form != "noun":
        return whole
    sentence = whole.mention.sentence
    near = (c for c in candidates if c.mention.sentence == sentence and c.kind in {"meeting", "talks"})
    part = next((c for c in near if c.number != whole.number and _is_inside(doc, rules, c, whole)), None)
    if part is None:
        return whole
    own = (a for a in whole.mention.arguments if a.strength and a.role in {"party", "with", "of", "by"})
    if whole.host_country or any(parties_at(lookup, a.head) for a in own):
        return replace(whole, setting_of=part.number)
    return replace(whole, setting_of=part.number, travellers=(), hosts=(), parties=())


def _beside_summits(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, candidates: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    """ "on the sidelines of the summit": the one summit of the page whose place is known, told of before."""
    found = []
    for c in candidates:
        whole = None
        nouns = _beside_what(doc, rules, c) | {
            doc.tokens[s.mention.head].lemma for s in candidates if s.setting_of == c.number
        }
        anywhere = c.mention.on_sidelines and not nouns  # "met on the sidelines"
        if (nouns or anywhere) and c.kind in SEATED and c.host_country is None and c.occasion is None:
            told = [
                s
                for s in candidates
                if s.number != c.number
                and (s.host_country or (s.when is not None and s.when.earliest is not None))
                and _of_same_days(s, c)
                and (_is_gathering(lookup, s) if anywhere else _is_gathering_of(doc, s, nouns))
            ]
            before = [s for s in told if s.number < c.number] or told
            whole = before[-1] if len({s.host_country for s in before}) == 1 else None
        if whole is None:
            found.append(c)
            continue
        when = next(
            (s.when for s in candidates if s.occasion == whole.occasion and s.when and s.kind == "summit"), whole.when
        )
        found.append(
            replace(
                c,
                host_country=whole.host_country,
                place=whole.place,
                occasion=whole.occasion,
                when=c.when or _within(when),
            )
        )
    return tuple(found)


def _is_gathering(lookup: Lookup, whole: Candidate) -> bool:
    """A summit, or a meeting of a body's members."""
    gathers = bool(whole.everybody) and all(lookup.is_gathering(p.actor) for p in whole.everybody)
    return whole.kind == "summit" or (whole.kind in {"meeting", "talks"} and gathers)


def _is_gathering_of(doc: Annotation, whole: Candidate, nouns: set[str]) -> bool:
    """Whether a mention is a summit called by one of these nouns, or held at a gathering so called ("the NATO summit")."""
    if whole.kind == "summit" and doc.tokens[whole.mention.head].lemma in nouns:
        return True
    return whole.occasion is not None and whole.occasion.split()[-1].lower() in nouns


def _beside_what(doc: Annotation, rules: EngagementRules, part: Candidate) -> set[str]:
    """The nouns that the sentence's "sidelines" are of; those it is told to be at by article alone ("at the summit")."""
    if not part.mention.on_sidelines:
        told = [doc.tokens[a.head] for a in part.mention.arguments if a.role == "occasion" and a.strength]
        return {t.lemma for t in told if any(c.lower == "the" for c in doc.children(t.i, "det"))}
    sentence = doc.sentence_of(part.mention.head)
    sides = [t for t in doc.tokens[sentence.first : sentence.last] if t.lower in rules.words["sidelines"]]
    return {leaf.lemma for t in sides for prep in doc.children(t.i, "prep") for leaf in doc.children(prep.i, "pobj")}


def _of_same_days(whole: Candidate, part: Candidate) -> bool:
    """Whether both are ahead or both done: a meeting yet to be is beside no summit of last year."""
    return not ((whole.status in DONE and part.status in PLANNED) or (whole.status in PLANNED and part.status in DONE))


def _placed(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, part: Candidate, near: list[Candidate]
) -> Candidate:
    if part.kind not in SEATED or part.mention.by_phone:
        return part
    wholes = [w for w in near if w.number != part.number and _is_whole(lookup, part, w)]
    wholes = [w for w in wholes if _is_inside(doc, rules, part, w)]
    wholes = [w for w in wholes if _shares_people(lookup, part, w)]
    if len({w.host_country for w in wholes}) != 1:
        return part
    whole = next((w for w in wholes if w.when is not None), wholes[0])
    if whole.kind == "visit":
        part = replace(part, inside=whole.number)
    if whole.status == part.status == "denied":
        part = replace(part, status=None)  # "will not travel to Y to meet X": it is the journey that is denied
    same_host = part.host_country in {None, whole.host_country}
    return replace(
        part,
        host_country=part.host_country or whole.host_country,
        place=part.place or (whole.place if same_host else None),
        when=part.when or (_within(_as_long(whole, near)) if same_host and part.planned is None else None),
    )


def _as_long(whole: Candidate, near: list[Candidate]) -> When | None:
    """The days of a visit whose length stands beside it: "arrived on Tuesday for a four-day visit during which"."""
    if whole.kind != "visit" or whole.status not in PLANNED | {"under_way"}:
        return whole.when
    return stretched(whole.when, [length for c in near if c.kind == "visit" for length in c.lengths], ends=False)


def _is_whole(lookup: Lookup, part: Candidate, whole: Candidate) -> bool:
    """A visit or gathering; "the G20 meeting" as well, for what is on its sidelines."""
    return whole.kind in WHOLE or (part.mention.on_sidelines and _is_gathering(lookup, whole))


def _within(when: When | None) -> When | None:
    """Some day of these: the days of the whole, as a window where they are several."""
    if when is None or when.earliest is None:
        return None
    precision = "window" if when.precision == "day" else when.precision
    return replace(when, precision=precision, convention="inside-visit")


def _shares_people(lookup: Lookup, part: Candidate, whole: Candidate) -> bool:
    if whole.kind != "visit":
        return whole.host_country is not None
    company = [p.actor for p in part.everybody]
    return any(lookup.same(p.actor, actor) for p in whole.travellers for actor in company)


def _is_inside(doc: Annotation, rules: EngagementRules, part: Candidate, whole: Candidate) -> bool:
    """Whether the grammar hangs one on the other as the time, place or purpose of the same trip."""
    own, other = part.mention.head, whole.mention.head
    nodes = {own, *part.mention.nodes}
    other_nodes = {other, *whole.mention.nodes}
    below = _link(doc, rules, other, nodes)
    if below is not None:
        return below in {"during", "when"}  # "met X during a visit", "will meet X when he travels"
    above = _link(doc, rules, own, other_nodes)
    if above is not None:
        return above in {"purpose", "which"}  # "travels to Y to meet X", "a visit during which he will meet X"
    return False


def _link(doc: Annotation, rules: EngagementRules, lower: int, upper: set[int]) -> str | None:
    """How ``lower`` hangs on one of ``upper``: the first preposition or clause mark on the way; None where it does not."""
    word: str | None = None
    for i in (lower, *(t.i for t in doc.ancestors(lower))):
        token = doc.tokens[i]
        if i in upper:
            return word if i != lower else None
        found = _word(doc, rules, i)
        if found == "stop":
            return None
        word = word or found
        if token.head == i:
            return None
    return None


def _word(doc: Annotation, rules: EngagementRules, i: int) -> str | None:
    """What the step above token ``i`` says: during, when, which, purpose; stop where it parts the two."""
    token = doc.tokens[i]
    if token.pos == "ADP" or token.dep == "prep":
        group = rules.adjuncts.get(token.lower)
        if group in {"during", "purpose"}:
            return group
        return "stop" if group in {"after", "before"} else None
    if token.dep == "relcl":
        whiches = [t for t in doc.tokens[doc.subtree(i)[0] : i] if t.lower in {"which", "where"}]
        preps = {doc.tokens[t.head].lower for t in whiches if t.lower == "which"}
        is_during = any(t.lower == "where" for t in whiches) or preps & {"during", "on", "in"}
        return "which" if is_during else "stop"
    travels = any(f.agent == "traveller" for f in rules.verbs.get(doc.tokens[token.head].lemma, ()))
    if token.dep == "xcomp" and travels and any(c.lower == "to" for c in doc.children(i, "aux")):
        return "purpose"  # "flew there to attend", parsed as what "flew" wants
    if token.dep == "advcl":
        marks = {c.lower for c in doc.children(i, "mark", "advmod")}
        if marks & {"when", "while", "as"}:
            return "when"
        is_infinitive = any(c.lower == "to" for c in doc.children(i, "aux"))
        return "purpose" if is_infinitive and not marks else "stop"
    if token.dep == "xcomp" and any(c.lower == "to" for c in doc.children(i, "aux")):
        return None
    return "stop" if token.dep in {"acl", "ccomp", "parataxis"} else None
