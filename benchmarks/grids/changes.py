"""What became of a plan: a table of ways of changing it x how that is told x what was planned; what fails, by class.

    python benchmarks/grids/changes.py [--every 5] [--errors] [--only PART_OF_A_FORM_OR_WAY]

Every sentence and every person is the project's own invention. A row passes where its one engagement is reported once, in one
of the states a reader would give, with both states and the host, and where the row tells one: the day, the cause's type, the
earlier plan. Whatever else is reported fails it. ``--every`` takes each n-th row of the product, always the same ones.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from idioms_of_change import CLAUSES, IN_TWO

from legation import read_text
from legation.errors import NotReadError
from legation.records import Engagement

PUBLISHED = date(2024, 5, 15)
NEXT_WEEK = (date(2024, 5, 20), date(2024, 5, 26))

CASTS = [
    dict(t="KE", tland="Kenya", tadj="Kenyan", tcap="Nairobi", T="Kenyan President Daniel Otieno", Ts="Otieno", toff="president",
         he="he", his="his", him="him", h="NO", hland="Norway", hadj="Norwegian", hcap="Oslo", hcity="Bergen",
         H="Norwegian Prime Minister Ola Lie", Hs="Lie", hoff="prime minister"),
    dict(t="FI", tland="Finland", tadj="Finnish", tcap="Helsinki", T="Finnish Prime Minister Aino Lahti", Ts="Lahti",
         toff="prime minister", he="she", his="her", him="her", h="VN", hland="Vietnam", hadj="Vietnamese", hcap="Hanoi",
         hcity="Da Nang", H="Vietnamese President Pham Van Thang", Hs="Thang", hoff="president"),
    dict(t="QA", tland="Qatar", tadj="Qatari", tcap="Doha", T="Qatari Foreign Minister Khalid Al-Marri", Ts="Al-Marri",
         toff="foreign minister", he="he", his="his", him="him", h="MX", hland="Mexico", hadj="Mexican", hcap="Mexico City",
         hcity="Puebla", H="Mexican Foreign Minister Elena Ruiz", Hs="Ruiz", hoff="foreign minister"),
    dict(t="PL", tland="Poland", tadj="Polish", tcap="Warsaw", T="Jan Wolski, the Polish defence minister,", Ts="Wolski",
         toff="defence minister", he="he", his="his", him="him", h="SN", hland="Senegal", hadj="Senegalese", hcap="Dakar",
         hcity="Thies", H="Moussa Sarr, his Senegalese counterpart,", Hs="Sarr", hoff="defence minister"),
]  # fmt: skip


class Kind(NamedTuple):
    """What was planned: ``own`` as its traveller has it, ``whole`` with both sides, ``short`` told again, ``plan`` before."""

    own: str
    whole: str
    short: tuple[str, ...]
    plan: str
    kinds: tuple[str, ...]
    placed: bool = True


KINDS = {
    "visit": Kind("{his} visit to {hland}", "the visit of {T} to {hland}", ("visit", "trip"), "{T} was to visit {hland} next week.", ("visit",)),
    "meeting": Kind("a meeting with {H} in {hcap}", "the meeting between {T} and {H} in {hcap}", ("meeting", "encounter"),
                    "{T} was to meet {H} in {hcap} next week.", ("meeting", "visit", "talks")),
    "summit": Kind("a summit with {H} in {hcap}", "the summit between {T} and {H} in {hcap}", ("summit", "gathering"),
                   "{T} and {H} were to hold a summit in {hcap} next week.", ("summit", "meeting")),
    "talks": Kind("talks with {H} in {hcap}", "the talks between {tland} and {hland} in {hcap}", ("talks",),
                  "{tland} and {hland} were to hold talks in {hcap} next week.", ("talks", "meeting", "visit")),
    "call": Kind("a phone call with {H}", "the phone call between {T} and {H}", ("call", "conversation"),
                 "{T} and {H} were to speak by phone next week.", ("call", "talks"), placed=False),
}  # fmt: skip


class Way(NamedTuple):
    """A verb of change: bare, in -s, past, participle, -ing; where ``split`` its particle may stand behind the object."""

    base: str
    shows: str
    past: str
    done: str
    doing: str
    state: str


def way(state: str, base: str, past: str = "", done: str = "") -> Way:
    verb, _, rest = base.partition(" ")
    rest = f" {rest}" if rest else ""
    past = past or (verb + ("d" if verb.endswith("e") else "ed") + rest)
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    doubled = {"put": "putt", "drop": "dropp", "scrap": "scrapp", "set": "sett", "defer": "deferr", "ax": "ax", "scrub": "scrubb", "nix": "nix", "cancel": "cancell"}
    return Way(base, verb + "s" + rest, past, done or past, doubled.get(verb, stem) + "ing" + rest, state)


PUT_OFF, OFF = "postponed", "cancelled"
WAYS = [
    way(PUT_OFF, "postpone"), way(PUT_OFF, "put off", "put off"), way(PUT_OFF, "delay"), way(PUT_OFF, "defer", "deferred"),
    way(PUT_OFF, "put on hold", "put on hold"), way(PUT_OFF, "shelve"), way(PUT_OFF, "push back"), way(PUT_OFF, "put back", "put back"),
 way(PUT_OFF, "leave for another time", "left for another time"),
    way(PUT_OFF, "put on ice", "put on ice"), way(PUT_OFF, "set aside for now", "set aside for now"), way(PUT_OFF, "move to a later date"),
    way(OFF, "cancel", "cancelled"), way(OFF, "call off"), way(OFF, "scrap", "scrapped"), way(OFF, "abandon"), way(OFF, "drop", "dropped"),
    way(OFF, "axe"), way(OFF, "ditch"), way(OFF, "give up", "gave up", "given up"), way(OFF, "abort"), way(OFF, "scrub", "scrubbed"),
    way(OFF, "strike from the calendar", "struck from the calendar"), way(OFF, "take off the calendar", "took off the calendar", "taken off the calendar"),
    way(OFF, "write off", "wrote off", "written off"), way(OFF, "kill off"), way(OFF, "remove from the agenda"),
]  # fmt: skip
NOUNS = [("postponement", PUT_OFF), ("deferral", PUT_OFF), ("delay", PUT_OFF), ("deferment", PUT_OFF), ("cancellation", OFF), ("calling off", OFF),
         ("putting off", PUT_OFF), ("scrapping", OFF), ("abandonment", OFF)]  # fmt: skip

PLAN = ("announced", "confirmed", "expected", "proposed")


class Form(NamedTuple):
    """How a change is told. ``state``: those a reader would give, by default the verb's; ``day``: "new" or "old" where the
    words give one; ``cause``: the type of the reason told; ``past``: whether the earlier plan is told as such."""

    name: str
    text: str
    states: tuple[str, ...] = ()
    only: str = ""
    day: tuple[date, date] | None = None
    planned: tuple[date, date] | None = None
    cause: str = ""
    doubtful: bool = False


def days(*ends: tuple[int, int]) -> tuple[date, date]:
    return date(2024, *ends[0]), date(2024, *ends[-1])


JUNE, TENTH = days((6, 1), (6, 30)), days((6, 10))
MOVED = ("rescheduled",)
FORMS = [
    Form("active", "{T} has {done} {own}."),
    Form("active past", "{T} {past} {own}, {his} office said on Tuesday."),
    Form("active day", "{T} on Tuesday {past} {own} that was planned for next week.", planned=NEXT_WEEK),
    Form("active reason", "{T} has {done} {own} because of floods at home.", cause="weather"),
    Form("active after", "{T} {past} {own} after a bomb attack in {tcap} on Monday.", cause="security"),
    Form("host", "{hland} has {done} {whole}."),
    Form("passive", "{Whole} has been {done}."),
    Form("passive was", "{Whole}, planned for next week, was {done} on Tuesday, officials said.", planned=NEXT_WEEK),
    Form("passive had to be", "{Whole} had to be {done} owing to a strike by airport workers.", cause="domestic_politics"),
    Form("passive once more", "{Whole} has once again been {done} at {hland}'s request."),
    Form("passive of a date", "{Whole} scheduled for May 22 has been {done}.", planned=days((5, 22))),
    Form("reported", "A spokesman for the {tadj} government said on Tuesday that {whole} had been {done}."),
    Form("asked", "{hland} has asked that {whole} be {done}."),
    Form("agreed", "{tland} and {hland} have agreed to {base} {whole}."),
    Form("decided", "{T} has decided to {base} {own}, officials said."),
    Form("forced", "{T} was forced to {base} {own} by a wave of strikes.", cause="domestic_politics"),
    Form("had to", "{T} had to {base} {own} when {he} fell ill.", cause="illness"),
    Form("gerund", "{T} has left open when {he} will come after {doing} {own}."),
    Form("decision", "The decision to {base} {whole} was announced on Tuesday."),
    Form("headline", "{tadj} {toff} {shows} {bare}\n\nThe announcement was made in {tcap} on Tuesday."),
    Form("headline passive", "{tadj} {toff}'s {bare} {done}\n\nThe announcement was made in {tcap} on Tuesday.", only="visit"),
    Form("two: noun", "{plan} The {short} has been {done}, officials said on Tuesday.", planned=NEXT_WEEK),
    Form("two: it", "{plan} It has been {done}, officials said on Tuesday.", planned=NEXT_WEEK, only="visit summit"),
    Form("two: he", "{plan} On Tuesday {Ts} {past} the {short}.", planned=NEXT_WEEK),
    Form("two: but he", "{plan} But {he} has {done} the {short} because of heavy floods.", planned=NEXT_WEEK, cause="weather"),
    Form("two: decision", "{plan} The decision to {base} the {short} was taken on Tuesday.", planned=NEXT_WEEK),
    Form("two: the plan", "{plan} The plan has been {done}, {his} office said.", planned=NEXT_WEEK, only="visit summit"),
    Form("two: reason after", "{Whole} has been {done}. The reason given was a crisis in the {tadj} cabinet.", cause="domestic_politics"),
    Form("two: reason cited", "{T} has {done} {own}. {His} office cited illness.", cause="illness"),
    Form("new month", "{Whole} has been {done} until June.", MOVED, PUT_OFF, day=JUNE),
    Form("new day", "{T} has {done} {own} to June 10.", MOVED, PUT_OFF, day=TENTH),
    Form("both days", "{Whole}, due on May 22, has been {done} to June 10.", MOVED, PUT_OFF, day=TENTH, planned=days((5, 22))),
    Form("from to", "{Whole} has been {done} from May 22 to June 10.", MOVED, PUT_OFF, day=TENTH, planned=days((5, 22))),
    Form("new day after", "{Whole} has been {done}. It will now take place on June 10.", ("rescheduled",), PUT_OFF, day=TENTH),
    Form("new day after, noun", "{Whole} has been {done}. The {short} will now be held on June 10.", MOVED, PUT_OFF, day=TENTH),
    Form("no new day", "{Whole} has been {done} and no new date has been set."),
    Form("indefinitely", "{T} has {done} {own} indefinitely, officials said on Tuesday.", only=PUT_OFF),
    Form("not", "{Whole} has not been {done}, officials in {tcap} said.", PLAN),
    Form("not be", "{Whole} will not be {done}, officials in {tcap} said.", PLAN),
    Form("no question", "There is no question of {doing} {whole}, officials in {tcap} said.", PLAN),
    Form("denied", "The {tadj} government denied that {whole} had been {done}.", PLAN),
    Form("dismissed", "The {tadj} government dismissed reports that {T} had {done} {own}.", PLAN),
    Form("baseless", "Reports that {whole} has been {done} are baseless, officials in {tcap} said.", PLAN),
    Form("no plan to", "{T} has no plans to {base} {own}, {his} office said.", PLAN),
    Form("no reason to", "{T} sees no reason to {base} {own}, {his} office said.", PLAN),
    Form("ruled out", "{T} has ruled out {doing} {own}.", PLAN),
    Form("refused", "{T} has refused to {base} {own}.", PLAN),
    Form("urged", "Opposition leaders have urged {T} to {base} {own}.", PLAN),
    Form("may", "{T} may {base} {own}, officials said.", PLAN, doubtful=True),
    Form("may be", "{Whole} could be {done}, officials said.", PLAN, doubtful=True),
    Form("considering", "{T} is considering {doing} {own}.", PLAN, doubtful=True),
    Form("threatened", "{T} has threatened to {base} {own}.", PLAN, doubtful=True),
    Form("undone", "{Whole}, which was {done} last month, will take place on June 10.", ("rescheduled", "announced", "confirmed"), day=TENTH),
    Form("undone: now", "{T} will travel to {hland} on June 10. The {short} was {done} in March.", ("rescheduled", "announced", "confirmed"),
         "visit", day=TENTH),
]  # fmt: skip
CAUSE_FORMS = [
    Form("why: since", "{Whole} has been {done}. It was {tland} that asked for the change, since floods had hit the country.", cause="weather"),
    Form("why: as", "{T} has {done} {own} as a cabinet crisis deepened at home.", cause="domestic_politics"),
    Form("why: two behind", "{Whole} has been {done}. No new date was given. His office cited a bomb attack in {tcap}.", cause="security"),
    Form("why: decision", "{Whole} has been {done}. The decision was prompted by floods in {tland}.", cause="weather"),
    Form("why: so that", "{T} has {done} {own} so that {he} can take part in a vote in parliament.", cause="domestic_politics"),
    Form("why: in order to", "{T} has {done} {own} in order to deal with the floods at home.", cause="weather"),
    Form("why: subject", "Floods at home have forced {T} to {base} {own}.", cause="weather"),
    Form("why: subject led", "The killing of a sailor led {T} to {base} {own}.", cause="incident"),
    Form("why: over", "{T} has {done} {own} over the arrest of a journalist.", cause="incident"),
    Form("why: amid", "{T} has {done} {own} amid a row over fishing.", cause="protest"),
    Form("why: protest", "{T} has {done} {own} in protest at the arrest of a journalist.", cause="protest"),
    Form("why: came after", "{Whole} has been {done}. The move came after a bomb attack in {tcap}.", cause="security"),
    Form("why: put down to", "{Whole} has been {done}. Officials put it down to a clash of appointments.", cause="scheduling"),
    Form("why: blamed", "{T} has {done} {own}. Officials blamed a strike by pilots.", cause="domestic_politics"),
    Form("why: explained", "{T} has {done} {own}. Floods at home demand {his} attention, {his} office explained.", cause="weather"),
    Form("why: due to", "{T} had been due in {hcap} on Monday. The trip was {done} due to illness.", cause="illness", only="visit"),
    Form("why: front", "Because of floods at home, {T} has {done} {own}.", cause="weather"),
    Form("why: front, citing", "Citing illness, {T} on Tuesday {past} {own}.", cause="illness"),
    Form("why: with", "With parliament about to vote on the budget, {T} has {done} {own}.", cause="domestic_politics"),
    Form("why: unable", "{T} has {done} {own}. {His} doctors have told {him} to rest.", cause="illness"),
]  # fmt: skip
NOUN_FORMS = [
    Form("noun", "The {done} of {whole} was announced on Tuesday."),
    Form("noun, reason", "The {done} of {whole} came after a bomb attack in {tcap}.", cause="security"),
    Form("noun, announced", "{tland} on Tuesday announced the {done} of {whole}."),
    Form("noun, sought", "{hland} has asked for the {done} of {whole}.", (PUT_OFF, OFF, *PLAN)),
    Form("noun, two", "{plan} The {done} of the {short} was announced on Tuesday.", planned=NEXT_WEEK),
    Form("noun, denied", "The {tadj} government denied reports of the {done} of {whole}.", PLAN),
    Form("noun, possible", "Officials did not rule out the {done} of {whole}.", PLAN, doubtful=True),
]


class Row(NamedTuple):
    form: str
    way: str
    text: str
    kinds: tuple[str, ...]
    states: tuple[str, ...]
    cast: dict[str, str]
    placed: bool
    form_told: Form


def rows() -> Iterator[Row]:
    number = 0
    for name, kind in KINDS.items():
        for form in (*FORMS, *CAUSE_FORMS, *NOUN_FORMS):
            for way in _ways(form, name):
                cast = CASTS[number % len(CASTS)]
                number += 1
                short = kind.short[number // len(CASTS) % len(kind.short)]
                yield Row(f"{name}: {form.name}", way.base, _told(form, way, kind, short, cast), kind.kinds,
                          form.states or (way.state,), cast, kind.placed, form)  # fmt: skip
    for number, (text, *states) in enumerate((*CLAUSES, *IN_TWO)):
        for cast in (CASTS[number % 4], CASTS[(number + 1) % 4]):
            kinds = ("visit", "meeting", "talks", "summit")
            yield Row("idiom", text, _filled(text, cast), kinds, tuple(states), cast, True, Form("idiom", text))


def _ways(form: Form, kind: str) -> Iterator[Way]:
    if form in NOUN_FORMS:
        yield from (Way(noun, "", "", noun, "", state) for noun, state in NOUNS)
        return
    for way in WAYS:
        if form.only and way.state not in form.only and kind not in form.only:
            continue
        yield way


def _told(form: Form, way: Way, kind: Kind, short: str, cast: dict[str, str]) -> str:
    bare = {"visit": "visit to {hland}", "talks": "talks in {hcap}", "call": "phone call with {hadj} {hoff}"}.get(
        kind.kinds[0], "{s} with {hadj} {hoff} in {hcap}"
    )
    words = {k: _filled(v, cast) for k, v in (("own", kind.own), ("whole", kind.whole), ("plan", kind.plan))}
    words["whole"] = words["whole"].replace(",,", ",")
    words["Whole"] = words["whole"][0].upper() + words["whole"][1:]
    text = form.text.format(**cast, **way._asdict(), **words, short=short, bare=bare.replace("{s}", short).format(**cast), His=cast["his"].title())
    text = _in_order(text, way, (words["own"], words["whole"], f"the {short}", bare.replace("{s}", short).format(**cast)))
    if kind.short == ("talks",):
        text = text.replace("talks has ", "talks have ").replace("talks was ", "talks were ").replace("that was planned", "that were planned")
    return text.replace(",.", ".").replace(",,", ",")


def _in_order(text: str, way: Way, things: tuple[str, ...]) -> str:
    """What is put off stands before a phrase: "left the visit for another time", not "left for another time the visit"."""
    rest = way.base.partition(" ")[2]
    if rest.partition(" ")[0] not in {"for", "on", "aside", "off", "from", "to"} or " " not in rest:
        return text
    for thing in things:
        text = text.replace(f" {rest} {thing}", f" {thing} {rest}")
    return text


def _filled(template: str, cast: dict[str, str]) -> str:
    text = template.format(**cast, He=cast["he"].title(), His=cast["his"].title())
    return text.replace(",.", ".").replace(",,", ",").replace(",'", "'")


def faults(row: Row) -> list[str]:
    """What is wrong of a row; a page that is not read has none."""
    try:
        page = read_text(row.text, published=PUBLISHED, is_final=True)
    except NotReadError:
        return []
    sides = {row.cast["t"], row.cast["h"]}
    found = [e for e in page.engagements if not e.background]
    right = [e for e in found if e.kind in row.kinds and _states(e) == sides]
    if not right:
        return ["missed" if not found else f"other: {_shown(found[0])}"]
    engagement = next((e for e in right if e.status in row.states), right[0])
    wrong = [f"also: {_shown(e)}" for e in found if e is not engagement and e not in right]
    wrong += ["told twice"] if len(right) > 1 else []
    if engagement.status not in row.states:
        return [f"{row.states[0]}->{engagement.status}", *wrong]
    if row.placed and engagement.host_country not in {row.cast["h"]}:
        wrong.append("host")
    form = row.form_told
    if form.doubtful and engagement.certainty not in {"doubtful", "possible"}:
        wrong.append("not in doubt")
    if form.cause and engagement.cause is None:
        wrong.append("no cause")
    if form.day and (engagement.when.earliest, engagement.when.latest) != form.day:
        wrong.append("day")
    if form.planned and form.planned not in {(w.earliest, w.latest) for w in _days(engagement) if w is not None}:
        wrong.append("old day")
    return wrong


def _days(engagement: Engagement) -> Iterator[object]:
    yield engagement.when
    yield from (past.when for past in engagement.history)


def _states(engagement: Engagement) -> set[str]:
    found = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    return {state for state in found if state}


def _shown(engagement: Engagement) -> str:
    return f"{engagement.kind} {engagement.status} {','.join(sorted(_states(engagement)))}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--errors", action="store_true")
    arguments.add_argument("--only", default="")
    chosen = arguments.parse_args()
    total, by_form, by_way, by_fault = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    asked_form, asked_way = Counter[str](), Counter[str]()
    for number, row in enumerate(rows()):
        if chosen.only not in f"{row.form} {row.way}" or number % chosen.every:
            continue
        wrong = faults(row)
        total["asked"] += 1
        total["right"] += not wrong
        asked_form[row.form] += 1
        asked_way[row.way] += 1
        by_form[row.form] += bool(wrong)
        by_way[row.way] += bool(wrong)
        for fault in wrong:
            by_fault[fault.partition(":")[0]] += 1
        if wrong and chosen.errors:
            print(f"{row.form} | {row.way} | {row.text!r}\n      {', '.join(wrong)}")
    for title, counts, asked in (("forms", by_form, asked_form), ("ways", by_way, asked_way)):
        print(f"\n{title}: " + "; ".join(f"{name} {n}/{asked[name]}" for name, n in counts.most_common(60) if n))
    print("\nfaults: " + "; ".join(f"{name} {n}" for name, n in by_fault.most_common(40)))
    print(f"{total['right']} of {total['asked']} rows right")


if __name__ == "__main__":
    main()
