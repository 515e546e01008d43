"""What an editor opens in the morning: what changed, what is coming, what is in doubt."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from legation.records import Entry, Filter, Revision
from legation.store import overview
from legation.web.desk import Desk, open_plans
from legation.web.present import Presenter
from legation.web.site import Shown

COMING_DAYS = 14
DOUBT_DAYS = 45
_MOST = 40
_MOST_CHANGED = 12


def home(desk: Desk, presenter: Presenter) -> Shown:
    today = desk.today()
    plans = open_plans()
    since = desk.midnight(-1)
    changed = _changed(desk, overview.changes(desk.store, today=today, since=since, limit=_MOST))
    ahead = Filter(since=today, until=today + timedelta(COMING_DAYS), statuses=(*plans, "under_way"))
    coming = desk.store.entries(ahead, today=today, limit=_MOST)
    past = Filter(since=today - timedelta(DOUBT_DAYS), until=today, statuses=("unverified",))
    put_off = Filter(statuses=("postponed",), changed_since=desk.midnight(-DOUBT_DAYS))
    unverified = desk.store.entries(past, today=today, limit=_MOST_CHANGED)
    postponed = desk.store.entries(put_off, today=today, limit=_MOST_CHANGED)
    disputed = [e for e in {e.id: e for e in (*coming, *(c for c, _ in changed))}.values() if e.state.disputed]
    return Shown(
        "home.html",
        {
            "today": presenter.weekday(today),
            "changed": [(presenter.card(e), _steps(presenter, revisions)) for e, revisions in changed],
            "changed_filter": Filter(changed_since=since),
            "coming": presenter.cards(e for e in coming if is_on_days(e)),
            "vague": presenter.cards(e for e in coming if not is_on_days(e)),
            "coming_filter": ahead,
            "unverified": presenter.cards(unverified),
            "unverified_filter": replace(past, since=None, until=None),
            "postponed": presenter.cards(postponed),
            "postponed_filter": replace(put_off, changed_since=None),
            "disputed": presenter.cards(disputed),
        },
    )


def is_on_days(entry: Entry) -> bool:
    """Whether an engagement has days to stand under, rather than a month or "the coming weeks"."""
    when = entry.state.when
    return when is not None and when.earliest is not None and when.precision in ("day", "weekend")


def _changed(desk: Desk, revisions: list[Revision]) -> list[tuple[Entry, list[Revision]]]:
    """The engagements of these revisions, the last changed first, each with its own, newest first."""
    grouped: dict[str, list[Revision]] = {}
    for revision in revisions:
        grouped.setdefault(revision.entry, []).append(revision)
    shown = list(grouped)[:_MOST_CHANGED]
    entries = overview.entries_named(desk.store, shown, today=desk.today())
    return [(entries[name], grouped[name]) for name in shown if name in entries]


def _steps(presenter: Presenter, revisions: list[Revision]) -> list[str]:
    """What changed, in words; a new engagement is news as a whole and its fields are not listed."""
    if any(r.number == 0 for r in revisions):
        return ["New in the calendar"]
    steps = [presenter.step(r, {}, {}) for r in revisions]
    return list(dict.fromkeys(change for step in steps for change in step.changes))[:4]
