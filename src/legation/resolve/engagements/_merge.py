"""Mentions that tell of one engagement become one cluster; what names nobody attaches to the last that fits."""

from __future__ import annotations

from legation.records import When
from legation.resolve.engagements._absences import REFUSED, stays_away
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._closing import is_end_of
from legation.resolve.engagements._first_set import is_first_set
from legation.resolve.engagements._gathered import is_its_company, is_same_gathering, is_told_of_it
from legation.resolve.engagements._lent_days import stretch_of
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._status import CHANGED, DONE, PLANNED, was_planned

TOGETHER = (
    frozenset({"meeting", "talks", "summit"}),
    frozenset({"visit"}),
    frozenset({"call", "talks"}),
    frozenset({"summit", "visit"}),
    frozenset({"ceremony", "visit"}),
)
SEVERAL = 3
"""States at least that a list must name to be those told of by their number."""


def clusters(lookup: Lookup, candidates: tuple[Candidate, ...]) -> list[list[Candidate]]:
    """Groups in order of first mention. A candidate without anybody that fits no group stands alone."""
    groups: list[list[Candidate]] = []
    for candidate in candidates:
        home = _home(lookup, groups, candidate)
        if home is None and (candidate.mention.is_of_plan or candidate.mention.is_of_company):
            continue  # no plan or gathering that was just told
        if home is None:
            groups.append([*_whole_of(groups, candidate), candidate])
            continue
        home.append(candidate)
        if candidate.host_country is None and candidate.mention.is_definite and candidate.mention.is_plural:
            # "The visits were put off" speaks of every leg that one mention opened.
            opener = home[0].number
            for group in groups:
                if group is not home and group[0].number == opener:
                    group.append(candidate)
    return groups


def _whole_of(groups: list[list[Candidate]], leg: Candidate) -> list[Candidate]:
    """ "called off a tour ... It would have taken her to Oslo and Riga": what is told of the tour holds for each leg."""
    for group in groups:
        if any(c.number == leg.number for c in group) and group[0].number != leg.number and _is_tour_off(group[:1]):
            return group[:1]
    return []


def _is_of_several(lookup: Lookup, group: list[Candidate]) -> bool:
    """Whether a journey goes to states that are counted and not named, and is not off: its legs stand for themselves."""
    if any(c.kind != "visit" or c.host_country is not None or c.status in CHANGED for c in group):
        return False
    goals = (lookup.doc.tokens[a.head] for c in group for a in c.mention.arguments if a.role == "goal")
    return any(t.tag == "NNS" and t.lemma in lookup.rules.words["counted_stops"] for t in goals)


def _is_tour_off(group: list[Candidate]) -> bool:
    """Whether a journey that no word sends anywhere was changed or called off."""
    off = any(c.status in CHANGED for c in group)
    return off and all(c.kind == "visit" and c.host_country is None for c in group)


def _home(lookup: Lookup, groups: list[list[Candidate]], candidate: Candidate) -> list[Candidate] | None:
    scored = []
    for position, group in enumerate(groups):
        score = _score(lookup, group, candidate)
        if score > 0:
            scored.append((score, position, group))
    if not scored:
        return None
    return max(scored, key=lambda row: (row[0], row[1]))[2]


def _score(lookup: Lookup, group: list[Candidate], new: Candidate) -> float:
    """0 where the candidate cannot be of this group; else the more the surer."""
    if new.mention.is_of_plan and (not _is_plan_just_told(group, new) or (new.mention.arguments and not new.travellers)):
        return 0
    if new.host_country is not None and _is_of_several(lookup, group):
        return 0  # "is visiting two African countries ... Uganda is the next stop"
    is_company = is_its_company(lookup, group, new)
    is_fit = _days_fit(lookup, group, new) and _states_fit(group, new)
    if new.mention.is_of_company or is_company:
        return 2.2 if is_company and is_fit else 0
    if is_told_of_it(lookup, group, new):
        return 4.0
    if is_fit and is_same_gathering(lookup, group, new, _hosts(lookup, group, new)):
        return 2.5
    if not is_fit or not _kinds_fit(group, new):
        return 0
    if stays_away(lookup, group, new) or (new.status in CHANGED and all(_is_of_the_past(lookup, c) for c in group)):
        return 0
    if any(c.number == new.setting_of or c.setting_of == new.number for c in group):
        return 0  # "will meet X during the summit"
    if (new.mention.on_sidelines or _is_pointed_at(lookup, new)) and all(_is_one_side(lookup, c) for c in group):
        return 0  # "will host the two-day meeting ... on the sidelines he is to hold talks"
    is_the_summit = new.kind == "summit" and new.mention.is_definite and not new.everybody
    if is_the_summit and any(c.setting_of is not None for c in group) and _hosts(lookup, group, new) >= 0:
        return 2.0  # "... The summit takes place in June"
    if new.kind in TOGETHER[0] and new.mention.form == "verb" and not new.everybody and new.is_of_both:
        return _anaphor(group, new) if any(len(c.everybody) > 1 for c in group) else 0
    alone = new.kind in TOGETHER[0] and new.mention.form == "verb" and len(new.everybody) < 2
    if alone and not (new.status in REFUSED and _at_the_same(group, new)):
        return 0  # "she will meet students": whom else is not known, so with which meeting it goes is not either
    if new.kind == "ceremony" and _is_same_ceremony(lookup, group, new):
        return 2.0
    if any(_is_apart(lookup, c, new) or _is_apart(lookup, new, c) for c in group):
        return 0
    if new.kind in TOGETHER[0] and _is_besides(lookup, group, new):
        return 0
    people = _people(lookup, group, new)
    hosts = _hosts(lookup, group, new)
    if people > 0 and hosts >= 0 and any(c.mention.head in new.mention.nodes for c in group if c.number != new.number):
        return 3.0 + people  # "accepted an invitation to visit": one hangs on the other
    if people < 0 or hosts < 0:
        return 0
    if not new.everybody and (new.host_country is None or new.mention.form == "anaphor"):
        return _anaphor(group, new)
    if not new.everybody and hosts == 0 and new.kind in TOGETHER[0] and new.mention.form == "noun":
        # "Norway and Mali will hold talks ... The talks are to be held in Geneva": where is news, what is not.
        seated = new.mention.is_definite and new.occasion is None and any(c.everybody for c in group)
        return _anaphor(group, new) if seated else 0
    if new.mention.is_definite or new.mention.form == "anaphor" or people > 0:
        if people == 0 and hosts == 0:
            return 0
        distance = new.mention.sentence - group[-1].mention.sentence
        # A visit by the same people that does not say where to has nowhere else to belong.
        settled = new.mention.is_definite or hosts > 0 or new.host_country is None or new.kind != "visit"
        settled = settled or (new.status in CHANGED and _is_tour_off(group))  # "scraps trip ... will not be in Turkey"
        # "arrived here on a visit to Estonia": that is where here is.
        settled = settled or (_is_tour_off(group) and was_planned(new.mention, new.status))
        here = distance == 0 and group[-1].host_country is None and _goes_here(lookup, group[-1])
        needed = 1.0 if settled or here else 1.5
        score = people + hosts
        known = 0.4 if any(c.host_country or len(c.everybody) > 1 for c in group) else 0
        return score + known + 1 / (1 + distance) if score >= needed else 0
    return 0


def _is_plan_just_told(group: list[Candidate], new: Candidate) -> bool:
    """Whether the group is a plan, or a change of one, that the same sentence or the one before tells of."""
    last = max(group, key=lambda c: c.mention.sentence)
    near = 0 <= new.mention.sentence - last.mention.sentence <= 1
    return near and last.status is not None and last.status not in DONE


def _is_besides(lookup: Lookup, group: list[Candidate], new: Candidate) -> bool:
    """ "held talks with his host ... He will also meet the speaker": another meeting than one that does not name the same."""
    doc = lookup.doc
    nodes = (*new.mention.nodes, *(g.token for g in new.mention.governors))
    also = any(c.lower in lookup.rules.words["also"] for node in nodes for c in doc.children(node, "advmod"))
    theirs = {p.actor for c in group for p in c.everybody}
    named = [p.actor for p in new.everybody if lookup.actor(p.actor).name]
    return also and not all(n in theirs or any(lookup.same(n, q) and lookup.actor(q).name for q in theirs) for n in named)


def _at_the_same(group: list[Candidate], new: Candidate) -> bool:
    """Whether both are at one gathering that is called the same in both."""
    called = (new.occasion or "").lower()
    return bool(called) and any((c.occasion or "").lower() == called for c in group)


def _is_same_ceremony(lookup: Lookup, group: list[Candidate], new: Candidate) -> bool:
    """ "to his May 8 inauguration ... will attend the inauguration": a page speaks of one, where its places are not two."""
    nouns = lookup.rules.nouns
    mine = {w for w in (new.occasion or "").lower().split() if w in nouns and nouns[w].attended}
    theirs = {w for c in group if c.kind == "ceremony" for w in (c.occasion or "").lower().split()}
    return bool(mine & theirs) and _hosts(lookup, group, new) >= 0


def _is_apart(lookup: Lookup, ceremony: Candidate, visit: Candidate) -> bool:
    """Whether a ceremony is no part of a visit told of: what two sign, and the inauguration of him who travels."""
    if ceremony.kind != "ceremony" or visit.kind != "visit":
        return False
    if ceremony.mention.form == "verb" and ceremony.occasion is None and len(ceremony.parties) > 1:
        return True
    return any(lookup.same(h.actor, t.actor) for h in ceremony.hosts for t in visit.travellers)


def _goes_here(lookup: Lookup, candidate: Candidate) -> bool:
    words = (lookup.doc.tokens[a.head].lower for a in candidate.mention.arguments if a.role == "goal")
    return any(word in lookup.rules.words["here"] for word in words)


def _anaphor(group: list[Candidate], new: Candidate) -> float:
    """ "the visit", "it", "the one scheduled for February": the nearest group of its kind, six sentences back at most."""
    distance = new.mention.sentence - max(c.mention.sentence for c in group)
    is_bound = new.mention.is_definite or new.is_of_both or new.mention.form == "anaphor" or new.status in CHANGED
    if distance > 6 or not is_bound:
        return 0
    kind = 0.5 if any(c.kind == new.kind for c in group) else 0.2
    # What a page is about stays in the reader's mind: the group told of most, and first, is the one meant.
    topical = 0.1 * min(len(group), 4) + (0.2 if group[0].mention.sentence <= 1 else 0)
    return kind + topical + 1 / (2 + distance)


def _kinds_fit(group: list[Candidate], new: Candidate) -> bool:
    if new.kind == "other":
        return True
    if any(c.kind == new.kind for c in group) and not (
        new.kind in {"meeting", "talks"} and _names_a_gathering(group, new)
    ):
        return True
    if "summit" in {new.kind, *(c.kind for c in group)} and _names_a_gathering(group, new):
        return False
    kinds = {c.kind for c in group if c.kind != "other"} | {new.kind}
    return any(kinds <= allowed for allowed in TOGETHER)


def _names_a_gathering(group: list[Candidate], new: Candidate) -> bool:
    """Whether one side is a gathering with a name of its own ("the G7 summit") and the other a meeting beside it."""
    if new.kind == "summit":
        return new.occasion is not None and all(c.kind in {"meeting", "talks"} for c in group)
    return new.kind in {"meeting", "talks"} and any(c.kind == "summit" and c.occasion for c in group)


def _days_fit(lookup: Lookup, group: list[Candidate], new: Candidate) -> bool:
    """Two known stretches must touch, unless one of the two tells of a change or of an earlier plan."""
    mine = stretch_of(new.when)
    if mine is None:
        return True
    if new.status not in DONE and (new.status in CHANGED or any(c.status in CHANGED for c in group)):
        return True
    if new.status in PLANNED and new.host_country is None and all(was_planned(c.mention, c.status) for c in group):
        return True  # "was to come on Monday. He will now come on June 10"
    if new.mention.is_definite and new.host_country is None and is_first_set(lookup.doc, lookup.rules, new):
        return all(c.status in PLANNED and new.mention.sentence - c.mention.sentence <= 1 for c in group)
    if is_end_of(group, new):
        return True
    theirs = [d for c in group if (d := stretch_of(c.when)) is not None]
    return not theirs or any(mine[0] <= last + 1 and first - 1 <= mine[1] for first, last in theirs)


def _same_days(one: When, other: When) -> bool:
    return one.earliest is not None and (one.earliest, one.latest) == (other.earliest, other.latest)


def _states_fit(group: list[Candidate], new: Candidate) -> bool:
    """What has been held is not what is planned, unless a change or no state at all stands between."""
    states = {c.status for c in group if c.status}
    if new.status is None or not states or (states <= PLANNED and _is_his_own(new)):
        return True
    if new.mention.is_definite and any(g.effect == "shortened" for g in new.mention.governors):
        return True  # "had planned to travel to Fiji ... She broke off the journey"
    if new.status == "held" and states == {"announced"} and new.kind == "visit" and group[0].is_titled:
        return True  # "Premier flies to Lima ... She set foot on Peruvian soil on Monday"
    if new.status == "held" and not states & DONE and not _bare(new):
        return any(c.mention.effect in {"present", "purpose"} for c in group) or new.mention.effect == "present"
    if new.status in PLANNED and states == {"held"}:
        is_set_before = (new.mention.form, new.mention.effect, new.mention.tense) == ("noun", "planned", "past")
        if is_set_before and new.when is None and new.mention.is_definite and not new.mention.governors:
            return True  # "has visited Chile. Before his Chile visit, he went to Peru"
        return new.when is not None and any(c.when is not None and _same_days(c.when, new.when) for c in group)
    return not (new.status in DONE and states & {"declined", "denied"} and not _bare(new))


def _is_of_the_past(lookup: Lookup, candidate: Candidate) -> bool:
    """ "at an earlier meeting", "their previous visit": by its own words another than what is put off or called off."""
    adjectives = (c.lower for c in lookup.doc.children(candidate.mention.head, "amod"))
    by_word = any(lookup.rules.adjectives.get(word) == "held" for word in adjectives)
    return candidate.status == "held" and candidate.mention.form == "noun" and (candidate.mention.is_recalled or by_word)


def _is_pointed_at(lookup: Lookup, new: Candidate) -> bool:
    """ "is attending a summit in Muscat. On Tuesday he met X there": a meeting of two at a gathering is another."""
    here = any(lookup.doc.tokens[a.head].lower in lookup.rules.words["here"] for a in new.mention.arguments)
    return here and new.kind == "meeting" and len({lookup.state(p.actor) for p in new.everybody} - {None}) > 1


def _is_one_side(lookup: Lookup, candidate: Candidate) -> bool:
    states = {lookup.state(p.actor) for p in candidate.everybody}
    return not candidate.mention.on_sidelines and candidate.kind in TOGETHER[0] and len(states) < 2


def _is_his_own(new: Candidate) -> bool:
    """ "accepted an invitation to speak during her visit": a visit of which a clause of the past says only that it is hers."""
    mention = new.mention
    says_no_more = new.host_country is None and new.when is None and not mention.governors and len(mention.nodes) == 1
    return new.kind == "visit" and mention.form == "noun" and mention.is_definite and says_no_more


def _bare(candidate: Candidate) -> bool:
    return candidate.mention.is_definite and not candidate.everybody


def _people(lookup: Lookup, group: list[Candidate], new: Candidate) -> float:
    """Shared people: 1 for each actor met again, -1 where the two cannot be the same company."""
    ours = new.travellers if new.kind == "visit" else new.everybody
    theirs: list[Party] = [p for c in group for p in (c.travellers if new.kind == "visit" else c.everybody)]
    if not ours or not theirs:
        return 0
    shared = sum(1.0 for p in ours if any(lookup.same(p.actor, q.actor) for q in theirs))
    counted = _are_counted(lookup, ours, theirs) or _are_counted(lookup, tuple(theirs), list(ours))
    shared += counted
    if new.kind == "visit":
        return shared if shared else -1
    if any(_is_another(lookup, p, theirs) for p in ours):
        return -1
    states = {s for p in theirs if (s := lookup.side(p.actor))}
    mine = {s for p in ours if (s := lookup.side(p.actor))}
    if shared == 0:
        return -1
    if _introduces(lookup, new) and len(states) >= 2 and (shared < 2 or mine - states):
        return -1  # "discussed a tripartite meeting", "cancelled a summit": another than the one told of
    if len(mine) >= 2 and len(states) >= 2 and not (mine <= states or states <= mine):
        return -1
    if mine and states and new.kind != "summit" and mine.isdisjoint(states) and not counted:
        return -1  # the adviser of a state not said met A's officials, then B's
    if _other_company(lookup, ours, theirs):
        return -1
    named = [p for p in ours if lookup.actor(p.actor).name]
    other_named = [q for q in theirs if lookup.actor(q.actor).name]
    unmatched = [p for p in named if not any(lookup.same(p.actor, q.actor) for q in theirs)]
    if unmatched and other_named and len(named) >= 2:
        rest = [q for q in other_named if not any(lookup.same(p.actor, q.actor) for p in ours)]
        if any(lookup.state(p.actor) == lookup.state(q.actor) for p in unmatched for q in rest):
            return -1
    return shared


def _are_counted(lookup: Lookup, ours: tuple[Party, ...], theirs: list[Party]) -> bool:
    """ "the ambassadors of nine countries", then each country by its name: whether those counted here are named there."""
    named = {s for p in theirs if (s := lookup.state(p.actor))}
    return len(named) >= SEVERAL and any(lookup.are_of_many_states(p) for p in ours)


def _introduces(lookup: Lookup, new: Candidate) -> bool:
    """Whether an indefinite article brings up a sitting: with other company than a group's it is another one."""
    if new.mention.form != "noun" or len(new.everybody) == 0:
        return False
    return any(c.lower in lookup.rules.words["bringing_up"] for c in lookup.doc.children(new.mention.head, "det"))


def _is_another(lookup: Lookup, one: Party, theirs: list[Party]) -> bool:
    """Whether those named of this one's state are all others: a state's name in the company does not make him of it."""
    actor, state = lookup.actor(one.actor), lookup.state_or_home(one.actor)
    if actor.kind != "person" or actor.name is None or state is None:
        return False
    named = [q for q in theirs if lookup.state(q.actor) == state and lookup.actor(q.actor).kind == "person"]
    return bool(named) and not any(lookup.same(one.actor, q.actor) for q in named)


def _other_company(lookup: Lookup, ours: tuple[Party, ...], theirs: list[Party]) -> bool:
    """Whether each side has somebody the other cannot mean: one minister's meetings with two presidents are two."""
    new = [p for p in ours if not any(lookup.same(p.actor, q.actor) for q in theirs)]
    old = [q for q in theirs if not any(lookup.same(p.actor, q.actor) for p in ours)]
    return any(_excludes(lookup, p, q) for p in new for q in old)


def _excludes(lookup: Lookup, p: Party, q: Party) -> bool:
    """Whether a meeting with the one is none with the other: two people of one state, or of none that is said; a group of
    one state and somebody of another; a group that nobody in office would be in ("leaders of opposition parties")."""
    kinds = {lookup.actor(p.actor).kind, lookup.actor(q.actor).kind}
    states = {lookup.state(p.actor), lookup.state(q.actor)}
    if kinds <= {"person", "office"}:
        return len(states) == 1 or None in states
    if not kinds <= {"person", "office", "group"}:
        return False
    return len(states) > 1 or (len(kinds) > 1 and any(_is_of_others(lookup, group) for group in (p, q)))


def _is_of_others(lookup: Lookup, party: Party) -> bool:
    """Whether a group is brought up by words of its own, beside such as "senior officials"."""
    words = {t.lower for t in lookup.doc.tokens_in(party.start, party.end) if t.pos not in {"ADP", "PUNCT", "CCONJ", "PART"}}
    is_known = bool(words & (lookup.rules.words["definite"] | lookup.rules.numbers.keys()))
    plain = lookup.rules.words["plain"] | lookup.rules.words["delegations"]
    return lookup.actor(party.actor).kind == "group" and not is_known and not words <= plain


def _hosts(lookup: Lookup, group: list[Candidate], new: Candidate) -> float:
    theirs = {host for c in group if (host := _host(lookup, c))}
    mine = _host(lookup, new)
    if mine is None or not theirs:
        return 0
    return 1 if mine in theirs else -1


def _host(lookup: Lookup, candidate: Candidate) -> str | None:
    """The state it takes place in: the one named, else that of whoever receives."""
    if candidate.host_country is not None or candidate.mention.by_phone:
        return candidate.host_country
    return next((s for p in candidate.hosts if (s := lookup.actor(p.actor).country)), None)
