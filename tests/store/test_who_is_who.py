"""The who's who in the tables, on both databases: what pages say completes other pages, and people have the last word."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import update

from ledger_pages import engagement
from legation.errors import UsageError
from legation.records import ArticleRecord, Filter, KnownOffice, NameCorrection, Page, Record
from legation.store import Store, open_calendar, schema
from legation.store._offices import who_is_who
from who_pages import who_page

TODAY = date(2023, 6, 30)
FIRST, SECOND = datetime(2023, 6, 20, tzinfo=UTC), datetime(2023, 6, 25, tzinfo=UTC)

SHORT = who_page("2023-06-18", engagements=(engagement("announced", who="Aas//NO", when="2023-06-25"),), site="c.org")
OFFICE = who_page(
    "2023-06-18", engagements=(engagement("announced", who="/foreign minister/NO", when="2023-06-25"),), site="d.org"
)
TOLD = (
    who_page("2023-06-01", "Mia Aas/foreign minister/NO", site="a.org"),
    who_page("2023-06-02", "Mia Aas/foreign minister/NO", site="b.org"),
)


def correction(kind: str, one: str, other: str) -> NameCorrection:
    return NameCorrection(kind=kind, one=one, other=other, person="Kari", reason="asked her", said_on=TODAY)  # type: ignore[arg-type]


def participant(store: Store, **when: datetime | date) -> tuple[str | None, str | None, object]:
    entry = store.entries(today=TODAY, **when)[0]  # type: ignore[arg-type]
    who = entry.state.participants[0]
    return who.name, who.office, who.known_from or None


@pytest.mark.parametrize("page", [SHORT, OFFICE])
def test_two_pages_complete_a_third_whichever_comes_first(store: Store, page: Record) -> None:
    store.add(page, FIRST)
    assert participant(store)[2] is None
    store.add_all(TOLD, SECOND)
    assert participant(store) == ("Mia Aas", "foreign minister", "https://a.org/2023-06-01")
    entry = store.entries(today=TODAY)[0]
    assert store.entry(entry.id, today=TODAY) == replace(entry)
    assert store.revisions(entry.id)[-1].state == entry.state
    assert store.check() == []


def test_the_ledger_keeps_what_the_page_says(store: Store) -> None:
    store.add_all((SHORT, *TOLD), FIRST)
    entry = store.entries(today=TODAY)[0]
    assert [c.value for c in store.claims(entry.id) if c.field == "participant"] == ["Aas (NO)"]
    assert entry.sequence == 0


def test_as_this_calendar_had_it_then(store: Store) -> None:
    store.add(SHORT, FIRST)
    store.add_all(TOLD, SECOND)
    assert participant(store, learned_by=FIRST)[0] == "Aas"
    assert participant(store, learned_by=SECOND)[0] == "Mia Aas"
    # By the 18th it had been said, though this calendar learned it later.
    assert participant(store, as_of=date(2023, 6, 18))[0] == "Mia Aas"


MINISTER = "Mia Aas/foreign minister/NO"


@pytest.mark.parametrize("page", [SHORT, OFFICE])
@pytest.mark.parametrize(
    ("told", "before", "since"),
    [
        (("2023-06-20", "2023-06-22"), "2023-06-21", "2023-06-22"),  # one dispatch is not enough, and then two are
        (("2023-06-01", "2023-06-24", "2023-06-28"), "2023-06-23", "2023-06-24"),
    ],
)
def test_as_of_a_day_nobody_is_known_by_what_was_said_later(
    store: Store, page: Record, told: tuple[str, ...], before: str, since: str
) -> None:
    store.add(page, FIRST)
    store.add_all([who_page(day, MINISTER, site=f"{n}.org") for n, day in enumerate(told)], SECOND)
    bare = page.engagements[0].participants[0].name
    was, became = date.fromisoformat(before), date.fromisoformat(since)
    assert participant(store, as_of=was)[0] == bare
    assert participant(store, as_of=became)[0] == "Mia Aas"
    assert participant(store, as_of=became, learned_by=FIRST)[0] == bare
    assert participant(store, as_of=was, learned_by=SECOND)[0] == bare
    assert participant(store, as_of=became, learned_by=SECOND)[0] == "Mia Aas"
    if bare:
        assert named(store, "Mia Aas", as_of=was) == []
        assert named(store, "Mia Aas", as_of=became) == ["Mia Aas"]


def test_as_of_a_day_a_line_is_what_its_claims_of_then_make(store: Store) -> None:
    """Whatever is asked, the quick way and the claims one by one agree."""
    days = [f"2023-06-{n:02}" for n in range(1, 29, 3)]
    names = ("Mia Aas", "M. Aas", "Ida Oe")
    pages = [
        who_page(day, f"{names[n % 3]}/foreign minister/NO{'/former' * (n % 4 == 3)}", site=f"{n % 2}.org")
        for n, day in enumerate(days)
    ]
    store.add_all(pages, FIRST)
    for day in ("2023-05-30", *days, "2023-07-30"):
        with store.reading() as connection:
            quick = who_is_who(connection, None, (), as_of=None, said_by=date.fromisoformat(day))
            slow = who_is_who(connection, None, (), as_of=None, said_by=date.fromisoformat(day), learned_by=SECOND)
        assert quick.persons == slow.persons


def test_as_of_a_day_the_file_knows_nobody_who_came_later(tmp_path: Path) -> None:
    known = (
        KnownOffice(name="Mia Aas", office="foreign minister", office_class="foreign_minister", country="NO",
                    since=date(2023, 7, 1), until=date(2023, 9, 1)),
    )  # fmt: skip
    with open_calendar(str(tmp_path / "c.sqlite"), known=known) as store:
        store.add(SHORT, FIRST)
        assert participant(store, as_of=date(2023, 6, 30))[0] == "Aas"
        assert participant(store)[0] == "Mia Aas"


def test_one_page_and_its_copies_complete_nothing(store: Store) -> None:
    words = "The ministers of all the northern states agreed in a long night of talks that the road will be built. " * 9
    copies = []
    for site in ("a.org", "b.org"):
        page = who_page("2023-06-01", "Mia Aas/foreign minister/NO", site=site)
        article = replace(page.article, text="Mia Aas " + words)
        copies.append(replace(page, article=article, offices=(replace(page.offices[0], start=0, end=7),)))
    store.add_all((SHORT, *copies), FIRST)
    assert participant(store)[0] == "Aas"
    assert store.check() == []
    store.add(TOLD[1], FIRST)
    assert participant(store)[0] == "Mia Aas"


def test_a_correction_holds_until_it_is_taken_back(store: Store) -> None:
    store.add_all((SHORT, *TOLD), FIRST)
    store.correct_name(correction("apart", "Aas", "Mia Aas"))
    assert participant(store)[0] == "Aas"
    store.correct_name(correction("open", "Aas", "Mia Aas"))
    assert participant(store)[0] == "Mia Aas"
    store.correct_name(correction("same", "Aas", "Ida Oe"))
    assert [c.kind for c in store.name_corrections()] == ["apart", "open", "same"]
    assert store.check() == []


def test_a_correction_survives_reading_again(store: Store) -> None:
    store.add_all((SHORT, *TOLD), FIRST)
    store.correct_name(correction("apart", "Aas", "Mia Aas"))
    again = replace(TOLD[0], offices=(replace(TOLD[0].offices[0], office="Foreign Minister"),))
    added = [p.id for p in store.pages() if p.url == TOLD[0].article.url]
    reread = store.reread(added[0], lambda page: again, apply=True)
    assert reread.is_changed
    assert store.office_claims(page=added[0])[0].office == "Foreign Minister"
    assert participant(store)[0] == "Aas"
    assert store.check() == []


def test_a_page_that_no_longer_says_it_takes_it_back(store: Store) -> None:
    store.add_all((SHORT, *TOLD), FIRST)
    page = next(p.id for p in store.pages() if p.url == TOLD[0].article.url)
    store.reread(page, lambda _: replace(TOLD[0], offices=()), apply=True)
    assert participant(store)[0] == "Aas"
    store.reread(page, lambda _: TOLD[0], apply=True)
    assert participant(store)[0] == "Mia Aas"
    assert store.check() == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (correction("same", "Mia Aas", "mia aas"), "two names that differ"),
        (correction("same", "", "Mia Aas"), "two names"),
        (replace(correction("same", "Aas", "Mia Aas"), reason=" "), "reason"),
    ],
)
def test_a_correction_must_say_something(store: Store, wrong: NameCorrection, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        store.correct_name(wrong)


def test_check_finds_what_is_not_as_it_must_be(store: Store) -> None:
    store.add_all(TOLD, FIRST)
    with store.writing() as connection:
        connection.execute(update(schema.page).values(text=schema.page.c.text.concat("!")))
        connection.execute(update(schema.office_holder).values(last_said="1999-01-01"))
    assert [line.partition(" ")[0] for line in store.check()] == ["who's"]
    with store.writing() as connection:
        connection.execute(update(schema.page).values(text="x" * 99))
    assert sum("office claim" in line for line in store.check()) == 2


def test_backup_and_compact_keep_it(tmp_path: Path) -> None:
    with open_calendar(str(tmp_path / "one.sqlite")) as store:
        store.add_all((SHORT, *TOLD), FIRST)
        store.correct_name(correction("same", "Mia Aas", "Ida Oe"))
        store.compact()
        store.backup(tmp_path / "two.sqlite")
    with open_calendar(str(tmp_path / "two.sqlite")) as copy:
        assert participant(copy)[0] == "Mia Aas"
        assert len(copy.name_corrections()) == 1
        assert copy.check() == []


def test_a_calendar_read_before_there_was_a_who_is_who_gets_one_by_reading_again(store: Store) -> None:
    store.add_all((SHORT, *(replace(page, offices=()) for page in TOLD)), FIRST)
    by_url = {page.article.url: page for page in (SHORT, *TOLD)}

    def reader(page: Page) -> Record:
        return by_url[page.url]

    for page in store.pages_read_with(None):
        store.reread(page, reader, apply=True)
    assert participant(store)[0] == "Mia Aas"


NAMES = ("Mia Aas", "Bo Aas", "M. Aas", "Ida Oe", "Ida Oé")
PAGES = st.lists(
    st.tuples(
        st.dates(date(2023, 5, 1), date(2023, 8, 1)),
        st.sampled_from(("a.org", "b.org")),
        st.sampled_from(NAMES),
        st.sampled_from(("foreign minister/NO", "foreign minister/NO/former", "president/SE")),
        st.sampled_from(("Aas//NO", "Oe//", "/foreign minister/NO", "Mia Aas//")),
    ),
    min_size=2,
    max_size=6,
    unique_by=lambda told: told[:2],
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAGES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_completed_calendar(tmp_path: Path, told, chance) -> None:  # type: ignore[no-untyped-def]
    records = [
        who_page(str(day), f"{name}/{office}", site=site, engagements=(engagement("held", who=who, when=str(day)),))
        for day, site, name, office, who in told
    ]
    shuffled = list(records)
    chance.shuffle(shuffled)
    views = []
    for number, order in enumerate((records, shuffled)):
        path = tmp_path / f"{number}.sqlite"
        path.unlink(missing_ok=True)
        with open_calendar(str(path)) as store:
            store.add_all(order, FIRST)
            views.append(sorted((repr(e.state), e.first_said) for e in store.entries(today=TODAY)))
            assert store.check() == []
    assert views[0] == views[1]


def test_a_page_without_a_day_says_it_on_the_day_it_was_learned(store: Store) -> None:
    page = replace(TOLD[0], article=replace(TOLD[0].article, published=None))
    added = store.add(page, FIRST)
    assert store.office_claims(page=added.page)[0].said_on == FIRST.date()
    assert isinstance(page.article, ArticleRecord)


def test_pages_are_read_with_the_file_less_the_aliases_that_are_undone(store: Store) -> None:
    def aliases() -> tuple[str, ...]:
        return next(k.aliases for k in store.known_offices() if k.name == "Joko Widodo")

    assert "Jokowi" in aliases()
    store.correct_name(correction("apart", "jokowi", "Joko Widodo"))
    assert "Jokowi" not in aliases()
    store.correct_name(correction("open", "Jokowi", "Joko Widodo"))
    assert "Jokowi" in aliases()


def named(store: Store, *people: str, **when: datetime | date) -> list[str]:
    """The names of the first participants of what a filter by person finds; counting finds as many."""
    wanted = Filter(people=people)
    found = store.entries(wanted, today=TODAY, **when)  # type: ignore[arg-type]
    assert when or store.count(wanted, today=TODAY) == len(found)
    return sorted(e.state.participants[0].name or "" for e in found)


def visit_by(who: str, day: str, site: str) -> Record:
    return who_page("2023-06-18", engagements=(engagement("announced", who=who, when=day),), site=site)


@pytest.mark.parametrize("asked", ["Mia Aas", "MIA AAS", "Aas"])
def test_a_person_is_found_by_a_surname_that_means_her(store: Store, asked: str) -> None:
    store.add_all((SHORT, *TOLD), FIRST)
    assert named(store, asked) == ["Mia Aas"]
    assert named(store, asked, as_of=date(2023, 6, 19)) == ["Mia Aas"]
    assert store.names_of("Mia Aas") >= {"Mia Aas"}


def test_a_surname_of_nobody_in_particular_is_not_hers(store: Store) -> None:
    store.add_all(
        (visit_by("Aas//SE", "2023-06-25", "c.org"), visit_by("Per Aas//NO", "2023-07-25", "d.org"), *TOLD), FIRST
    )
    assert named(store, "Mia Aas") == []
    assert named(store, "Aas") == ["Aas", "Per Aas"]


def test_a_person_is_found_under_every_spelling(store: Store) -> None:
    pages = [visit_by("Volodymyr Zelenskiy/president/UA", "2023-06-25", "c.org"),
             visit_by("Jokowi/president/ID", "2023-07-25", "d.org"), visit_by("Salman Roy//IN", "2023-08-25", "e.org")]  # fmt: skip
    store.add_all(pages, FIRST)
    assert named(store, "Volodymyr Zelenskyy") == ["Volodymyr Zelenskiy"]
    assert named(store, "Joko Widodo") == ["Joko Widodo"]
    assert named(store, "Salman bin Abdulaziz") == []


def test_a_filter_by_person_follows_corrections(store: Store) -> None:
    store.add_all((SHORT, visit_by("Ida Oe//NO", "2023-07-25", "d.org"), *TOLD), FIRST)
    store.correct_name(correction("apart", "Aas", "Mia Aas"))
    assert named(store, "Mia Aas") == []
    store.correct_name(correction("same", "Ida Oe", "Mia Aas"))
    assert named(store, "Mia Aas") == ["Ida Oe"]
    store.correct_name(correction("open", "Ida Oe", "Mia Aas"))
    assert named(store, "Mia Aas") == []


@pytest.mark.parametrize(
    ("words", "country"), [("Aas government", "NO"), ("Oe government", None), ("coalition government", None)]
)
def test_a_government_called_by_its_head_is_of_the_heads_state(store: Store, words: str, country: str | None) -> None:
    visit = engagement("announced", when="2023-06-25")
    body = replace(visit.participants[0], name=None, office=None, country=None, organisation=words)
    page = who_page("2023-06-18", engagements=(replace(visit, participants=(body,)),), site="c.org")
    store.add_all((page, *TOLD), FIRST)
    found = [w for e in store.entries(today=TODAY) for w in e.state.participants if w.organisation == words]
    assert [w.country for w in found] == [country]
