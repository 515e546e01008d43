"""Countries, pairs of them, world regions and people: where engagements and words come together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from starlette.exceptions import HTTPException

from legation.publish.words import countries_of, country_name
from legation.records import Entry, Filter, Standing
from legation.rules.ledger import ledger_rules
from legation.rules.regions import regions
from legation.rules.world import world_rules
from legation.store import overview
from legation.web import urls
from legation.web.desk import Desk, open_plans
from legation.web.present import Link, Presenter
from legation.web.site import Shown

_AHEAD = 30
_RECENT = 30
_MOST_STATEMENTS = 20
_MOST_OF_PAIR = 40
_MOST_OF_PERSON = 60
_BUSIEST = 6


def sections(desk: Desk, presenter: Presenter) -> Shown:
    counted = overview.sides(desk.store)
    shown = []
    for region in regions().values():
        links = [_counted(presenter, code, counted) for code in region.countries if counted.get(code)]
        shown.append((region, sorted(links, key=lambda link: (-(link.count or 0), link.label))))
    bodies = [Link(name, urls.country(name), count=n) for name, n in counted.items() if len(name) != 2]
    bodies.sort(key=lambda link: (-(link.count or 0), link.label))
    return Shown("sections.html", {"regions": shown, "bodies": bodies})


def section(desk: Desk, presenter: Presenter, name: str) -> Shown:
    region = regions().get(name)
    if region is None:
        raise HTTPException(404)
    counted = overview.sides(desk.store)
    links = sorted(
        (_counted(presenter, c, counted) for c in region.countries), key=lambda link: (-(link.count or 0), link.label)
    )
    busiest = [c for c in sorted(region.countries, key=lambda c: -counted.get(c, 0)) if counted.get(c)][:_BUSIEST]
    today = desk.today()
    ahead = [
        (presenter.country(c), presenter.cards(desk.store.entries(_ahead(today, c), today=today, limit=6)))
        for c in busiest
    ]
    shown = [(link, cards) for link, cards in ahead if cards]
    wanted = Filter(regions=(name,))
    total = desk.store.count(wanted, today=today)
    return Shown("section.html", {"region": region, "wanted": wanted, "links": links, "ahead": shown, "total": total})


def country(desk: Desk, presenter: Presenter, code: str) -> Shown:
    is_body = _check_side(code)
    today = desk.today()
    wanted = Filter(countries=(code,))
    ahead = desk.store.entries(_ahead(today, code), today=today, limit=_AHEAD)
    behind = Filter(countries=(code,), until=today)
    recent = desk.store.entries(behind, today=today, limit=_RECENT, newest_first=True)
    undated = desk.store.entries(Filter(countries=(code,), undated=True, statuses=_open()), today=today, limit=_AHEAD)
    recent = [e for e in recent if e.id not in {a.id for a in ahead}]
    return Shown(
        "country.html",
        {
            "name": code if is_body else country_name(code, presenter.locale),
            "wanted": wanted,
            "ahead": presenter.cards(ahead),
            "undated": presenter.cards(undated),
            "recent": presenter.cards(recent),
            "partners": _partners(presenter, code, [*ahead, *recent, *undated]),
            "statements": [presenter.statement(s) for s in desk.store.statements(country=code, limit=_MOST_STATEMENTS)],
            "total": desk.store.count(wanted, today=today),
        },
    )


def pair(desk: Desk, presenter: Presenter, one: str, other: str) -> Shown:
    _check_side(one)
    _check_side(other)
    if one == other:
        raise HTTPException(404)
    wanted = Filter(countries=(one, other))
    entries = desk.store.entries(wanted, today=desk.today(), limit=_MOST_OF_PAIR, newest_first=True)
    months = overview.months(desk.store, wanted, today=desk.today())
    statements = overview.statements_between(
        desk.store, one, other, entries=[e.id for e in entries], limit=_MOST_STATEMENTS
    )
    return Shown(
        "pair.html",
        {
            "one": presenter.country(one),
            "other": presenter.country(other),
            "wanted": wanted,
            "cards": presenter.cards(entries),
            "chart": chart(months),
            "statements": [presenter.statement(s) for s in statements],
            "total": sum(months.values()),
        },
    )


def person(desk: Desk, presenter: Presenter, name: str) -> Shown:
    if len(name) > 120 or not name.isprintable() or not name.strip():
        raise HTTPException(404)
    wanted, names = Filter(people=(name,)), desk.store.names_of(name)
    entries = desk.store.entries(wanted, today=desk.today(), limit=_MOST_OF_PERSON, newest_first=True)
    statements = desk.store.statements(speaker=name, limit=_MOST_STATEMENTS)
    if not entries and not statements:
        raise HTTPException(404)
    offices = Counter(
        f"{who.office}, {country_name(who.country, presenter.locale)}" if who.country else who.office
        for e in entries
        for who in e.state.participants
        if who.name in names and who.office
    )
    goes = {e.id for e in entries if any(w.name in names and w.role == "traveller" for w in e.state.participants)}
    travels = [e for e in entries if e.id in goes]
    others = [e for e in entries if e.id not in goes]
    return Shown(
        "person.html",
        {
            "name": name,
            "wanted": wanted,
            "offices": [office for office, _ in offices.most_common(3)],
            "travels": presenter.cards(travels),
            "others": presenter.cards(others),
            "total": desk.store.count(wanted, today=desk.today()),
            "statements": [presenter.statement(s) for s in statements],
        },
    )


def _check_side(code: str) -> bool:
    """Whether ``code`` is a body rather than a country. 404 where it is neither."""
    world = world_rules()
    if code in world.bodies:
        return True
    if code not in world.countries:
        raise HTTPException(404)
    return False


def _open() -> tuple[Standing, ...]:
    """Standings in which an engagement may still come."""
    return (*open_plans(), "postponed")


def _ahead(today: date, code: str) -> Filter:
    return Filter(countries=(code,), since=today, until=None)


def _counted(presenter: Presenter, code: str, counted: dict[str, int]) -> Link:
    link = presenter.country(code)
    return Link(link.label, link.url, count=counted.get(code, 0))


def _partners(presenter: Presenter, code: str, entries: Sequence[Entry]) -> list[Link]:
    """Whom this side deals with most, among the engagements shown."""
    counted = Counter(other for e in entries for other in countries_of(e.state) if other != code)
    return [Link(presenter.country(c).label, urls.pair(code, c), count=n) for c, n in counted.most_common(8)]


# -- the chart ----------------------------------------------------------------------------------------------------


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One span of time: how many engagements were held, are planned, and fell through. Lengths are in pixels."""

    label: str
    held: int
    planned: int
    off: int
    x: float
    width: float
    heights: tuple[float, float, float]
    tops: tuple[float, float, float]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    bars: tuple[Bar, ...]
    width: int
    height: int
    most: int


_WIDTH, _HEIGHT = 720, 140
_MOST_MONTHS = 36


def chart(months: Mapping[tuple[str | None, str], int]) -> Chart | None:
    """Engagements over time, by month, or by year where months would be too many; None where none has days."""
    dated = [(_number(month), status, n) for (month, status), n in months.items() if month is not None]
    if not dated:
        return None
    first, last = min(dated)[0], max(dated)[0]
    by_year = last - first >= _MOST_MONTHS
    step = 12 if by_year else 1
    spans = range(first - first % step, last + 1, step)
    counts = {span: [0, 0, 0] for span in spans}
    rules = ledger_rules()
    for month, status, n in dated:
        column = 0 if status in rules.done else 2 if status in rules.off else 1
        counts[month - month % step][column] += n
    most = max(sum(c) for c in counts.values())
    width = min(_WIDTH / len(spans), 48.0)
    bars = []
    for number, (span, (held, planned, off)) in enumerate(counts.items()):
        heights = tuple(round(n / most * _HEIGHT, 1) for n in (held, planned, off))
        tops = tuple(round(_HEIGHT - sum(heights[: i + 1]), 1) for i in range(3))
        label = f"{span // 12}" if by_year else f"{span // 12}-{span % 12 + 1:02d}"
        bars.append(
            Bar(
                label=label, held=held, planned=planned, off=off, x=round(number * width + 2, 1),
                width=round(width - 4, 1), heights=(heights[0], heights[1], heights[2]),
                tops=(tops[0], tops[1], tops[2]),
            )
        )  # fmt: skip
    return Chart(bars=tuple(bars), width=round(width * len(spans)), height=_HEIGHT, most=most)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
