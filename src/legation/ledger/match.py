"""Whether a report is of an engagement that is already known: who, where and when must agree, and say why.

Nothing here looks at anything but the report and the engagement's telling up to that report, so the answer does not
depend on the order in which pages arrived. Scores and distances are data (``rules/world/ledger.toml``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import msgspec

from legation.ledger.identity import names_agree, office_form, same_words, side_of
from legation.ledger.policy import Telling, is_near
from legation.ledger.reports import Report
from legation.ledger.windows import Window, closeness, gap
from legation.records import Who
from legation.rules.ledger import LedgerRules


class Verdict(msgspec.Struct, frozen=True):
    """``score`` is 0 where something forbids the match; ``reasons`` say what spoke for or against it."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_possible(self) -> bool:
        return self.score != 0


def compare(report: Report, telling: Telling, *, same_page: Iterable[Report] = ()) -> Verdict:
    """How well ``report`` fits ``telling``. ``same_page`` are reports of the report's own page already in it."""
    rules = telling.rules
    if not rules.kinds_agree(report.kind, telling.state.kind):
        return _no(f"a {report.kind} is not a {telling.state.kind}")
    who = _who(report, telling, rules)
    if not who.is_possible:
        return who
    where = _where(report, telling, rules)
    if where is None:
        return _no(f"hosted by {report.host}, not by {telling.state.host_country}")
    if any(_told_apart(report, other, rules) for other in same_page):
        return _no("the page itself tells the two apart")
    when = _when(report, telling, rules)
    if not when.is_possible:
        return when
    score = who.score + when.score + where[0]
    if _is_elsewhere(report, telling) and when.score < rules.match.same_days:
        score += rules.match.other_place_and_days
    reasons = who.reasons + when.reasons + where[1]
    if report.kind == telling.state.kind:
        score += rules.match.same_kind
    return Verdict(round(score, 3), reasons)


def _no(reason: str) -> Verdict:
    return Verdict(0.0, (reason,))


# -- who ---------------------------------------------------------------------------------------------------------------


def movers(people: Iterable[Who], kind: str) -> tuple[Who, ...]:
    """Those by whom the engagement is known: the travellers of a visit, otherwise everybody."""
    everybody = tuple(people)
    if kind == "visit":
        travellers = tuple(w for w in everybody if w.role == "traveller")
        return travellers or tuple(w for w in everybody if w.role != "host")
    return everybody


def _sides(people: Iterable[Who]) -> dict[str, list[Who]]:
    sides: dict[str, list[Who]] = {}
    for who in people:
        sides.setdefault(side_of(who) or "", []).append(who)
    return sides


def _who(report: Report, telling: Telling, rules: LedgerRules) -> Verdict:
    theirs, ours = movers(report.people, report.kind), movers(telling.state.participants, telling.state.kind)
    theirs = _with_countries(theirs, telling.state.participants, rules)
    left, right = _sides(theirs), _sides(ours)
    common = [side for side in left if side in right and side]
    if not common:
        shared = _shared(theirs, ours, rules)
        return Verdict(rules.match.named, (f"both name {shared}",)) if shared else _no("no participant in common")
    best = 0.0
    reasons: list[str] = []
    for side in common:
        verdict = _one_side(left[side], right[side], rules)
        if not verdict.is_possible:
            return verdict
        if verdict.score > best:
            best = verdict.score
        reasons.extend(verdict.reasons)
    if report.kind != "visit":
        problem = _sides_differ(set(left) - {""}, set(right) - {""}, report, telling, best, rules)
        if problem:
            return _no(problem)
    return Verdict(best, tuple(reasons))


def _sides_differ(
    left: set[str], right: set[str], report: Report, telling: Telling, identity: float, rules: LedgerRules
) -> str | None:
    """Why two meetings with these sides cannot be one, or None."""
    if not (left <= right or right <= left):
        return f"other sides: {', '.join(sorted(left))} and {', '.join(sorted(right))}"
    if len(left) == 1 and len(right) > 1 and identity < rules.match.named:
        return "only one side is known, and nobody of it by name"
    many = max(len(left), len(right))
    if many > 2 and min(len(left), len(right)) <= 2 and report.kind != telling.state.kind:
        return "one is between two sides, the other among many"
    return None


def _with_countries(people: tuple[Who, ...], known: tuple[Who, ...], rules: LedgerRules) -> tuple[Who, ...]:
    """Gives a bare name the side of the one known participant it agrees with."""
    completed = []
    for who in people:
        if who.name and not side_of(who):
            same = [k for k in known if k.name and names_agree(who.name, k.name, rules.names)]
            who = msgspec.structs.replace(who, country=same[0].country) if len(same) == 1 else who
        completed.append(who)
    return tuple(completed)


def _shared(left: Iterable[Who], right: Iterable[Who], rules: LedgerRules) -> str | None:
    named = [w for w in right if w.name]
    for who in left:
        if who.name:
            for other in named:
                if other.name and names_agree(who.name, other.name, rules.names):
                    return max(who.name, other.name, key=len)
    return None


def _one_side(left: list[Who], right: list[Who], rules: LedgerRules) -> Verdict:
    shared = _shared(left, right, rules)
    if shared:
        return Verdict(rules.match.named, (f"both name {shared}",))
    names_left, names_right = [w for w in left if w.name], [w for w in right if w.name]
    if names_left and names_right:
        return _no(f"{names_left[0].name} is not {names_right[0].name}")
    offices_left = {form for w in left if (form := office_form(w.office, rules))}
    offices_right = {form for w in right if (form := office_form(w.office, rules))}
    if offices_left & offices_right:
        return Verdict(rules.match.office, (f"both speak of the {min(offices_left & offices_right)}",))
    if offices_left and offices_right:
        return _no(f"the {min(offices_left)} is not the {min(offices_right)}")
    side = side_of(left[0])
    if (names_left and offices_right) or (names_right and offices_left):
        return Verdict(rules.match.maybe, (f"both speak of somebody of {side}",))
    if not (names_left or names_right or offices_left or offices_right):
        return Verdict(rules.match.nobody, (f"both speak of {side}, naming nobody",))
    return Verdict(rules.match.country, (f"both speak of {side}",))


# -- where -------------------------------------------------------------------------------------------------------------


def _where(report: Report, telling: Telling, rules: LedgerRules) -> tuple[float, tuple[str, ...]] | None:
    """Points for place, host and occasion with reasons; None where the hosts differ."""
    state, scores = telling.state, rules.match
    points, reasons = 0.0, []
    if report.host and telling.hosts:
        if report.host not in telling.hosts:
            return None
        points += scores.same_host
        reasons.append(f"both in {report.host}")
    hosts = _received(report.people) if report.kind == "visit" else []
    received = _shared(hosts, _received(state.participants), rules)
    if received:
        points += scores.same_host_person
        reasons.append(f"{received} receives them")
    if report.place and state.place:
        same = same_words(report.place, state.place)
        points += scores.same_place if same else scores.other_place
        reasons.append(f"both in {state.place}" if same else f"{report.place}, not {state.place}")
    if report.occasion and state.occasion:
        same = same_words(report.occasion, state.occasion)
        points += scores.same_occasion if same else scores.other_occasion
        reasons.append(f"both at the {state.occasion}" if same else f"{report.occasion}, not {state.occasion}")
    return points, tuple(reasons)


def _is_elsewhere(report: Report, telling: Telling) -> bool:
    """Whether both name a place, and not the same. Within the same days a traveller sees several; a plan whose days are
    vague or move stays where it is."""
    place = telling.state.place
    return bool(report.place and place) and not same_words(report.place, place)


def _received(people: Iterable[Who]) -> list[Who]:
    return [who for who in people if who.role == "host"]


# -- when --------------------------------------------------------------------------------------------------------------


def _told_apart(report: Report, other: Report, rules: LedgerRules) -> bool:
    """Whether one page speaks of two engagements: days that do not meet, one done and the other ahead, or one the news
    and the other its background."""
    if report.background != other.background:
        return True
    a, b = report.window, other.window
    if a is not None and b is not None:
        return not a.overlaps(b)
    return (report.status in rules.done) != (other.status in rules.done)


def _when(report: Report, telling: Telling, rules: LedgerRules) -> Verdict:
    mine, window = report.window, telling.window
    if mine is None:
        return _when_undated(report, telling, rules)
    if window is None:
        return _when_unknown(report, mine, telling, rules)
    days = rules.days
    if is_near(mine, window, rules):
        return _when_overlaps(report, mine, window, telling, rules)
    for past in report.past_windows:
        if past.overlaps(window) or any(past.overlaps(known) for known in telling.windows):
            return Verdict(2.5, ("it looks back on the date known here",))
    known = next((w for w in telling.windows if mine.overlaps(w)), None)
    if known is not None and gap(mine, Window(telling.first_said, telling.last_said)) <= days.reach:
        points = closeness(mine, known, tight=days.tight, loose=days.loose) - 0.5
        return Verdict(max(points, 0.5), ("a date that was given for it before",))
    return _when_moved(report, mine, window, telling, rules)


def _when_overlaps(report: Report, mine: Window, window: Window, telling: Telling, rules: LedgerRules) -> Verdict:
    days = rules.days
    points = closeness(mine, window, tight=days.tight, loose=days.loose)
    is_ahead = report.status in rules.plans and not report.background
    if telling.is_done and is_ahead and mine.last > window.last + _days(days.lag) and report.said_on > window.last:
        return _no("what took place is over; this is still ahead")
    if is_ahead and telling.is_closed(report.said_on) and points < 2:
        return _no(f"that was {telling.state.status}")
    return Verdict(points, (f"{_words(mine)} agrees with {_words(window)}",))


def _when_moved(report: Report, mine: Window, window: Window, telling: Telling, rules: LedgerRules) -> Verdict:
    """Days that do not meet: a plan that moved, an error of a day or two, or another engagement."""
    days, apart = rules.days, gap(mine, window)
    far = _no(f"{_words(mine)} is {apart} days from {_words(window)}")
    if report.status in rules.done:
        if mine.first > report.said_on:
            return far
        if telling.is_done or report.background:
            return Verdict(1.0, (f"{apart} days apart",)) if apart <= days.held_error else far
        if telling.is_off:
            is_later = mine.first >= (telling.put_off_on or mine.first) and not telling.is_closed(report.said_on)
            return Verdict(0.75, ("it was put off before",)) if is_later and apart <= days.open_put_off else far
        return Verdict(1.0, (f"{apart} days from the plan",)) if apart <= days.held_error * 3 else far
    if telling.is_done:
        return far
    if telling.is_off:
        if telling.is_closed(report.said_on) or report.status in rules.off:
            return far
        waits = (report.said_on - (telling.put_off_on or report.said_on)).days
        return Verdict(1.5, ("it was put off and waits for a date",)) if waits <= days.open_put_off else far
    if report.status == "rescheduled" and apart <= days.open_put_off:
        return Verdict(1.5, ("rescheduled",))
    is_open = window.last >= report.said_on - _days(days.lag)
    is_ahead = mine.last >= report.said_on
    if is_open and is_ahead and apart <= days.moved:
        points = 1.0 if apart <= days.moved_quietly else rules.match.moved_far
        return Verdict(points, (f"moved by {apart} days",))
    return far


def _when_undated(report: Report, telling: Telling, rules: LedgerRules) -> Verdict:
    """The report gives no days: it speaks of what is open, or has just taken place, on the day it is said."""
    days, said, window = rules.days, report.said_on, telling.window
    if report.past_windows and any(p.overlaps(k) for p in report.past_windows for k in telling.windows):
        return Verdict(2.5, ("it looks back on a date given for it before",))
    since = (said - telling.last_said).days
    if report.background:
        return _recalled(report, telling, since, rules)
    if report.status in rules.done:
        last = window.last if window is not None else telling.last_said
        ago = (said - last).days if window is None or not window.first <= said <= last else 0
        if -days.slack <= ago <= days.recent and not telling.is_closed(said):
            return Verdict(1.0, (f"took place, last known for {ago} days before",))
        return _no("nothing known for the days before it was told")
    if telling.is_done:
        ago = (said - window.last).days if window is not None else since
        if ago <= 0 or (ago <= days.lag and report.status not in rules.off):
            return Verdict(0.75, ("told as planned, while it took place",))
        return _no("what took place is over")
    return _open_on(report, telling, rules)


def _recalled(report: Report, telling: Telling, since: int, rules: LedgerRules) -> Verdict:
    """Background without a date: what took place is recalled sooner than what was only planned, and never what is
    still ahead or fell through."""
    window = telling.window
    if since > rules.days.recalled:
        return _no("too long ago")
    if report.status in rules.done:
        if telling.is_done:
            last = window.last if window is not None else telling.first_said
            if (report.said_on - last).days <= rules.days.lag:
                return _no("what is recalled lies further back")
            return Verdict(0.75, ("recalled without a date",))
        if telling.is_off or window is None or window.first > report.said_on:
            return _no("what is recalled took place; this did not, or not yet")
        return Verdict(0.25, ("recalled without a date",))
    return Verdict(0.5, ("recalled without a date",))


def _open_on(report: Report, telling: Telling, rules: LedgerRules) -> Verdict:
    days, said, window = rules.days, report.said_on, telling.window
    since = (said - telling.last_said).days
    if telling.is_off:
        waits = (said - (telling.put_off_on or said)).days
        if telling.is_closed(said):
            return Verdict(1.0, ("just called off",)) if waits <= days.stale_plan else _no("called off before")
        return Verdict(1.0, ("put off, waits for a date",)) if waits <= days.open_put_off else _no("too long ago")
    if window is None:
        return Verdict(1.0, ("both without a date",)) if since <= days.open_undated else _no("too long ago")
    if window.last >= said - _days(days.lag):
        return Verdict(1.0, (f"planned for {_words(window)}",))
    return _no("its days have passed")


def _when_unknown(report: Report, mine: Window, telling: Telling, rules: LedgerRules) -> Verdict:
    """Only the report gives days."""
    days, since = rules.days, (report.said_on - telling.last_said).days
    if telling.is_done:
        told = Window(telling.first_said - _days(days.recent), telling.first_said)
        if report.status in rules.done or report.background or mine.last <= telling.first_said:
            near = mine.overlaps(told)
            return Verdict(1.0, ("took place shortly before it was told",)) if near else _no("other days")
        return _no("what took place is over; this is still ahead")
    known = [w for w in telling.windows if mine.overlaps(w)]
    if known:
        return Verdict(1.5, ("a date that was given for it before",))
    if telling.is_closed(report.said_on):
        return _no(f"that was {telling.state.status}")
    limit = days.open_put_off if telling.is_off else days.open_undated
    if since > limit or mine.last < telling.first_said - _days(days.lag):
        return _no("too far apart")
    return Verdict(1.0, ("no date was known yet",))


def _days(n: int) -> timedelta:
    return timedelta(n)


def _words(window: Window) -> str:
    if window.first == window.last:
        return window.first.isoformat()
    return f"{window.first.isoformat()}..{window.last.isoformat()}"
