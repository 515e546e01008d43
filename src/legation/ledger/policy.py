"""Which claim wins: reports of one engagement, in the order they were said, folded into its revisions.

The policy, in its order:

1. What took place beats what was planned: a report that something was held, about days that have passed, is not
   undone by late copies of the plan.
2. Newer over older, unless the newer one only repeats what was already out of date (a *stale* report: the old date
   after a new one, the plan after its cancellation) or is weaker than what it contradicts.
3. The party itself over others, named over anonymous (``Report.authority``). A weaker claim wins once more
   independent dispatches say it than stood behind the other.
4. Specific over vague: among dates that agree the narrower one stays, among plans the firmer one.

What loses stays visible as claims; where it was not weaker, the field is marked ``disputed`` until it is settled.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from legation.ledger.changes import changes_between
from legation.ledger.gathering import gathered
from legation.ledger.identity import same_words
from legation.ledger.reports import Report, when_words, window_of
from legation.ledger.windows import Window
from legation.records import Change, Dates, State, StatedCause, Status
from legation.rules.ledger import LedgerRules


class Telling:
    """The running state of one engagement while its reports are read in order. Internal to the ledger.

    For status and date, ``support`` holds the dispatches behind the value in force; ``challenge`` those behind values
    that contradict it and ``stand`` those that have held on to the value in force since then, each with its weight.
    """

    __slots__ = (
        "called_off", "challenge", "claims", "dispatches", "first_said", "held_window", "hosts", "kinds", "last_said",
        "previous_status", "put_off_on", "rules", "since", "stand", "state", "status_weight",
        "support", "when_weight", "windows",
    )  # fmt: skip

    def __init__(self, report: Report, rules: LedgerRules) -> None:
        self.rules = rules
        self.first_said = self.last_said = report.said_on
        self.dispatches: set[str] = set()
        self.kinds: dict[str, set[str]] = {}
        self.hosts: dict[str, set[str]] = {}
        self.windows: list[Window] = []
        self.called_off: list[Window] = []
        self.held_window: Window | None = None
        self.put_off_on: date | None = None
        self.previous_status: Status | None = None
        self.since = report.said_on
        self.support: dict[str, set[str]] = {"status": set(), "when": set()}
        self.challenge: dict[str, dict[str, dict[str, int]]] = {"status": {}, "when": {}}
        self.stand: dict[str, dict[str, int]] = {"status": {}, "when": {}}
        self.status_weight = 0
        self.when_weight = 0
        self.state = State(kind=report.kind, status=report.status)
        self.claims: dict[str, str] = {}
        self._found(report)

    # -- what matching asks ---------------------------------------------------------------------------------------

    @property
    def window(self) -> Window | None:
        return window_of(self.state.when)

    @property
    def is_done(self) -> bool:
        return self.state.status in self.rules.done

    @property
    def is_off(self) -> bool:
        return self.state.status in self.rules.off

    def is_closed(self, on: date) -> bool:
        """Whether it is off for good: said by more than one source, or long enough ago for another to object."""
        if self.state.status not in self.rules.final:
            return False
        return len(self.support["status"]) > 1 or (on - self.since).days > self.rules.days.stale_plan

    # -- the fold -------------------------------------------------------------------------------------------------

    def _found(self, report: Report) -> None:
        """The first report sets everything, earlier states it looks back on included."""
        for past in report.past:
            self._look_back(past.status, window_of(past.when))
        if report.when is not None:
            self._take_when(report, report.when)
        self._take_status(report, report.status)
        self._take_rest(report)

    def read(self, report: Report) -> tuple[Change, ...]:
        """Takes one more report in; returns what it changed."""
        before = self.state
        self.claims = {}
        self.last_said = max(self.last_said, report.said_on)
        for past in report.past:
            self._look_back(past.status, window_of(past.when))
        self._read_status(report)
        self._read_when(report)
        self._take_rest(report)
        return changes_between(before, self.state, self.claims)

    def _look_back(self, status: Status, window: Window | None) -> None:
        if window is None:
            return
        if window not in self.windows:
            self.windows.append(window)
        if status in self.rules.off and window not in self.called_off:
            self.called_off.append(window)

    def _take_status(self, report: Report, status: Status) -> None:
        if status != self.state.status:
            self.previous_status, self.since = self.state.status, report.said_on
        if status in self.rules.off:
            self.put_off_on = report.said_on
            if self.window is not None and self.window not in self.called_off:
                self.called_off.append(self.window)
            if status not in self.rules.final and self.state.when is not None:
                self.state = replace(self.state, when=None, previous=self.state.when)  # it waits for a date
        if status in self.rules.done:
            self.held_window = report.window or self.window or Window(report.said_on, report.said_on)
        self.state = replace(self.state, status=status, certainty=report.certainty)
        self.status_weight = report.authority
        self.support["status"] = {report.dispatch}
        self.challenge["status"].clear()
        self.claims["status"] = f"{report.id}.status"

    def _read_status(self, report: Report) -> None:
        status = report.status
        if status == self.state.status:
            self._supported("status", report)
            self.status_weight = max(self.status_weight, report.authority)
            return
        verdict = self._verdict(report)
        if verdict == "wins" or (verdict == "weaker" and self._outweighs("status", status, report)):
            self._take_status(report, status)

    def _verdict(self, report: Report) -> str:
        """``wins``; ``stale`` or ``vague`` (says nothing new); ``weaker`` (contradicts, and does not win alone)."""
        now, status, rules = self.state.status, report.status, self.rules
        if status in rules.done:
            return self._verdict_done(report)
        if now in rules.done:
            return "stale"
        if status in rules.off:
            return self._verdict_off(report)
        if now in rules.off:
            return self._verdict_plan_again(report)
        if status == "rescheduled" and report.window is not None and not self._is_known_day(report.window):
            return "wins"
        return "wins" if rules.firmness[status] > rules.firmness[now] else "vague"

    def _verdict_done(self, report: Report) -> str:
        now, window = self.state.status, report.window
        if window is not None and window.first > report.said_on:
            return "stale"
        if now == "held":
            return "stale"
        if now not in self.rules.off:
            return "wins"
        if window is not None and not self._is_called_off(window):
            return "wins"
        return "wins" if report.authority > self.status_weight else "weaker"

    def _verdict_off(self, report: Report) -> str:
        window = report.window
        if (
            window is not None
            and self.window is not None
            and not is_near(window, self.window, self.rules)
            and self._is_known_day(window)
        ):
            return "stale"  # it recalls that an earlier date fell through
        if self._is_late(report) or report.authority < self.rules.authority.anonymous:
            return "weaker"
        if self.state.status in self.rules.off:
            return "wins" if report.authority >= self.status_weight else "weaker"
        return "wins"

    def _verdict_plan_again(self, report: Report) -> str:
        """A plan, after it was put off or called off."""
        window, waited = report.window, (report.said_on - (self.put_off_on or report.said_on)).days
        looks_back = any(past.status in self.rules.off for past in report.past)
        if window is not None and window.last < report.said_on:
            return "stale"
        if window is not None and not self._is_called_off(window, waited):
            return "wins"
        if looks_back or report.status == "rescheduled":
            return "wins"
        if window is not None or waited <= self.rules.days.stale_plan:
            return "weaker"
        return "wins"

    def _is_late(self, report: Report) -> bool:
        """Whether it may only be slow to learn what has just changed: it gives the status before the present one."""
        return report.status == self.previous_status and (report.said_on - self.since).days <= self.rules.days.lag

    def _supported(self, field: str, report: Report) -> None:
        """Counts the report behind the value in force; enough weight since it was challenged settles the matter."""
        self.support[field].add(report.dispatch)
        if not self.challenge[field]:
            return
        self.stand[field][report.dispatch] = max(report.authority, 1)
        strongest = max(sum(behind.values()) for behind in self.challenge[field].values())
        if sum(self.stand[field].values()) >= strongest + self.rules.authority.party:
            self.challenge[field].clear()

    def _outweighs(self, field: str, value: str, report: Report) -> bool:
        """Counts the report behind ``value``; whether more weight stands there now than has stood by the value in
        force since it was first challenged. Newer over older: what was said before that counts once."""
        if not self.challenge[field]:
            self.stand[field] = {"": max(1, self.status_weight if field == "status" else self.when_weight)}
        behind = self.challenge[field].setdefault(value, {})
        behind[report.dispatch] = max(report.authority, 1)
        return sum(behind.values()) > sum(self.stand[field].values())

    def _is_called_off(self, window: Window, waited: int = 0) -> bool:
        """Whether these are days that fell through. Soon after, any that touch them; later, only the very same."""
        slack, days = self.rules.days.slack, self.rules.days
        touching = [off for off in self.called_off if is_near(window, off, self.rules)]
        if waited <= days.stale_plan:
            return bool(touching)
        return any(window.days <= off.days + 2 * slack for off in touching)

    def _is_new_day(self, report: Report, window: Window) -> bool:
        """Whether a page that calls the engagement off also gives the day it was moved to, or the only day known."""
        if report.status in self.rules.final:
            return not self.windows
        is_known = any(window.overlaps(known) for known in self.windows)
        return bool(self.windows) and not is_known and window.first > report.said_on

    def _is_known_day(self, window: Window) -> bool:
        return any(is_near(window, known, self.rules) for known in self.windows)

    def _take_when(self, report: Report, when: Dates) -> None:
        window, current = window_of(when), self.window
        if window is not None and window not in self.windows:
            self.windows.append(window)
        previous = self.state.previous
        if current is not None and window is not None and not window.overlaps(current):
            previous = self.state.when
        self.state = replace(self.state, when=when, previous=previous)
        self.when_weight = report.authority
        self.support["when"] = {report.dispatch}
        self.challenge["when"].clear()
        self.claims["when"] = f"{report.id}.when"

    def _read_when(self, report: Report) -> None:
        when, window, current = report.when, report.window, self.window
        if report.status in self.rules.off and window is not None and not self._is_new_day(report, window):
            self._look_back(report.status, window)  # the date that fell through
            return
        if when is None or window is None:
            if when is not None and current is None and self.state.when is None:
                self._take_when(report, when)
            return
        if current is None:
            if not (self.is_off and self._is_called_off(window, (report.said_on - self.since).days)):
                self._take_when(report, when)
        elif window.overlaps(current, slack=0):
            self._read_same_days(report, when, window, current)
        elif self._moves(report, window) or (
            not self._is_stale_day(report, window) and self._outweighs("when", when_words(when), report)
        ):
            self._take_when(report, when)

    def _read_same_days(self, report: Report, when: Dates, window: Window, current: Window) -> None:
        """Dates that agree: the narrower stays. A held engagement's own days beat any plan's."""
        self._supported("when", report)
        if window.days < current.days and (current.covers(window) or report.authority >= self.when_weight):
            support = self.support["when"]
            self._take_when(report, when)
            self.support["when"] = support

    def _moves(self, report: Report, window: Window) -> bool:
        """Whether the report says, or has the weight to say, that the days have changed."""
        rules = self.rules
        if report.status in rules.done:
            return (
                window.first <= report.said_on
                and self.state.status in rules.done
                and (report.authority >= self.when_weight and not self._was_held_near(window))
            )
        if self.is_done or window.last < report.said_on or report.status in rules.off:
            return False
        if report.status == "rescheduled" or self.claims.get("status") == f"{report.id}.status":
            return not self._is_known_day(window)
        if self._is_known_day(window):
            return False
        if any(past.status in rules.off for past in report.past):
            return True
        return report.authority >= self.when_weight and (
            report.authority >= rules.authority.party or len(self.support["when"]) < 2
        )

    def _was_held_near(self, window: Window) -> bool:
        return "when" in self.support and len(self.support["when"]) > 1 and self.held_window is not None

    def _is_stale_day(self, report: Report, window: Window) -> bool:
        if self.is_done and report.status not in self.rules.done:
            return True
        return report.status in self.rules.off or (
            self._is_known_day(window) and not self.challenge["when"].get(when_words(report.when))
        )

    def _cause(self, report: Report) -> StatedCause | None:
        """The first cause given, until a report that changes the status gives another in more words."""
        now, new = self.state.cause, report.cause
        if now is None or new is None:
            return now or new
        is_change = self.claims.get("status") == f"{report.id}.status"
        return new if is_change and len(new.incident or new.words) > len(now.incident or now.words) else now

    def _take_rest(self, report: Report) -> None:
        """Everything that is counted or gathered rather than fought over."""
        self.dispatches.add(report.dispatch)
        self.kinds.setdefault(report.kind, set()).add(report.dispatch)
        if report.host:
            self.hosts.setdefault(report.host, set()).add(report.dispatch)
        window = self.window
        is_open = window is None or self.state.when is None or self.state.when.precision not in ("day", "weekend")
        no_date = self.state.no_date_set
        if report.no_date_set and is_open and not self.is_done:
            no_date = True
        elif not is_open or self.is_done:
            no_date = False
        self.state = replace(
            self.state,
            kind=_most(self.kinds, self.state.kind, self.rules.any_kind),
            host_country=_most(self.hosts, self.state.host_country) if self.hosts else None,
            participants=gathered(self.state.participants, report.people, self.rules),
            place=_fuller(self.state.place, report.place),
            occasion=_fuller(self.state.occasion, report.occasion),
            topics=tuple(dict.fromkeys(self.state.topics + report.topics))[:12],
            no_date_set=no_date,
            cause=self._cause(report),
            disputed=tuple(sorted(field for field, others in self.challenge.items() if others)),
        )


def is_near(a: Window, b: Window, rules: LedgerRules) -> bool:
    """Whether two windows can mean the same days: they touch, or both are a few days and next to each other."""
    slack = rules.days.slack if max(a.days, b.days) <= rules.days.held_error else 0
    return a.overlaps(b, slack=slack)


def _most(counted: dict[str, set[str]], now: str | None, ignored: str | None = None) -> str | None:
    """The value most dispatches give; the one in force where they are even."""
    best = max((len(d) for value, d in counted.items() if value != ignored), default=0)
    leading = [value for value, d in counted.items() if len(d) == best and value != ignored]
    if not leading or now in leading:
        return now
    return leading[0]


def _fuller(now: str | None, new: str | None) -> str | None:
    """The first value given, or a longer wording of the same."""
    if now is None or new is None:
        return now or new
    return new if len(new) > len(now) and same_words(now, new) else now


def passed_before(today: date, rules: LedgerRules) -> date:
    """A plan whose last day lies before this day should have been reported on by now."""
    return today - timedelta(rules.days.unverified_after)


def is_unverified(state: State, today: date, rules: LedgerRules) -> bool:
    """Whether the planned day has passed without a report."""
    return state.status in rules.plans and state.latest is not None and state.latest < passed_before(today, rules)
