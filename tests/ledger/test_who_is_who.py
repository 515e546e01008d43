"""The who's who that pages make: who is one person, who can be meant, and when nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.ledger.office_claims import Source, lines_of, office_claims_of
from legation.ledger.persons import Told, line_from_file, line_from_holder, persons_of, told_by_people
from legation.ledger.who_is_who import WhoIsWho
from legation.records import KnownOffice, NameCorrection, Who
from legation.rules.office_claims import office_claim_rules
from legation.rules.offices import office_rules
from who_pages import who_page

LEARNED = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2030, 1, 1)


def known(pages: Sequence[str], *, corrections: Sequence[str] = (), file: Sequence[KnownOffice] = ()) -> WhoIsWho:
    """``2023-05-01 a Mia Aas/foreign minister/NO``: the day, the outlet, what it says. Each is of its own dispatch."""
    sources = []
    for number, page in enumerate(pages):
        day, site, words = page.split(" ", 2)
        claims = office_claims_of(who_page(day, words, site=site), page=f"p{number}", learned=LEARNED)
        sources += [Source(claim, site) for claim in claims]
    lines = [line_from_holder(h) for h in lines_of(sources)] + [line_from_file(k) for k in file]
    told = told_by_people(
        NameCorrection(kind=kind, one=one, other=other, person="x", reason="y", said_on=TODAY)  # type: ignore[arg-type]
        for kind, one, other in (c.split(": ") for c in corrections)
    )
    return WhoIsWho(lines, told, office_rules(), office_claim_rules(), as_of=date(2025, 11, 1))


def who(words: str) -> Who:
    """``Aas/foreign minister/NO``; any part may be empty."""
    name, office, side = (*words.split("/"), "", "")[:3]
    is_state = len(side) == 2 and side != "EU"
    return Who(
        name=name or None, office=office or None, country=side or None if is_state else None,
        organisation=None if is_state else side or None,
    )  # fmt: skip


def shown(made: Who) -> str:
    return "/".join(part or "" for part in (made.name, made.office, made.country or made.organisation))


# Two outlets name the foreign minister of Norland ("NO" here), and nobody else does.
AAS = ("2023-05-01 a Mia Aas/foreign minister/NO", "2023-06-01 b Mia Aas/foreign minister/NO")
OE = ("2023-09-10 a Bo Oe/foreign minister/NO", "2023-09-12 b Bo Oe/foreign minister/NO")

COMPLETED = [
    # a surname, with what stands beside it
    (AAS, "Aas//NO", "2023-06-20", "Mia Aas/foreign minister/NO"),
    (AAS, "Aas/foreign minister/", "2023-06-20", "Mia Aas/foreign minister/NO"),
    (AAS, "Aas/minister/NO", "2023-06-20", "Mia Aas/minister/NO"),
    (AAS, "Aas//", "2023-06-20", "Mia Aas/foreign minister/NO"),
    (AAS, "Aas//SE", "2023-06-20", None),
    (AAS, "Aas/prime minister/NO", "2023-06-20", None),
    (AAS, "Mia Aas//", "2023-06-20", "Mia Aas/foreign minister/NO"),
    # years later the surname may be anybody's
    (AAS, "Aas//NO", "2025-06-20", None),
    (AAS, "Mia Aas//", "2025-06-20", "Mia Aas//NO"),
    # the office alone
    (AAS, "/foreign minister/NO", "2023-05-15", "Mia Aas/foreign minister/NO"),
    (AAS, "/minister of foreign affairs/NO", "2023-05-15", "Mia Aas/minister of foreign affairs/NO"),
    (AAS, "/foreign minister/SE", "2023-05-15", None),
    (AAS, "/foreign ministers/NO", "2023-05-15", None),
    (AAS, "/minister/NO", "2023-05-15", None),
    (AAS, "/foreign minister/NO", "2023-04-20", "Mia Aas/foreign minister/NO"),
    (AAS, "/foreign minister/NO", "2023-02-20", None),
    (AAS, "/foreign minister/NO", "2023-09-01", "Mia Aas/foreign minister/NO"),
    (AAS, "/foreign minister/NO", "2024-03-01", None),
    # one page alone completes nothing, nor do two copies of one dispatch
    (AAS[:1], "/foreign minister/NO", "2023-05-15", None),
    (AAS[:1], "Aas//NO", "2023-05-15", None),
    ((AAS[0], "2023-05-02 a Mia Aas/foreign minister/NO"), "Aas//NO", "2023-05-15", None),
    # a change of holder: the old one up to it, nobody in between, the new one from then on
    (AAS + OE, "/foreign minister/NO", "2023-05-15", "Mia Aas/foreign minister/NO"),
    (AAS + OE, "/foreign minister/NO", "2023-10-15", "Bo Oe/foreign minister/NO"),
    (AAS + OE, "/foreign minister/NO", "2023-08-20", None),
    (AAS + OE, "Aas//NO", "2023-10-15", "Mia Aas//NO"),
    # two who overlap: nobody
    ((*AAS, *OE, "2023-10-20 c Mia Aas/foreign minister/NO"), "/foreign minister/NO", "2023-09-30", None),
    # called former: it is over
    ((*AAS, "2023-06-10 c Mia Aas/foreign minister/NO/former"), "/foreign minister/NO", "2023-06-20", None),
    ((*AAS, "2023-06-10 c Mia Aas/foreign minister/NO/former"), "/foreign minister/NO", "2023-06-05",
     "Mia Aas/foreign minister/NO"),
    # one who is only to take it up does not hold it
    (("2023-05-01 a Mia Aas/president/NO/designate", "2023-05-02 b Mia Aas/president/NO/designate"),
     "/president/NO", "2023-05-10", None),
    (("2023-05-01 a Mia Aas/president/NO/designate", "2023-05-02 b Mia Aas/president/NO/designate"),
     "Aas//NO", "2023-05-10", "Mia Aas//NO"),
    # many hold it at once
    (("2023-05-01 a Mia Aas/ambassador/NO", "2023-05-02 b Mia Aas/ambassador/NO"), "/ambassador/NO", "2023-05-10", None),
    # two of one surname
    ((*AAS, "2023-05-01 a Bo Aas/prime minister/NO", "2023-05-02 b Bo Aas/prime minister/NO"), "Aas//NO", "2023-05-10",
     None),
    ((*AAS, "2023-05-01 a Bo Aas/prime minister/NO", "2023-05-02 b Bo Aas/prime minister/NO"),
     "Aas/prime minister/NO", "2023-05-10", "Bo Aas/prime minister/NO"),
    # a second one of that name of whom one page alone speaks is enough for doubt
    ((*AAS, "2023-05-01 a Bo Aas/prime minister/NO"), "Aas//NO", "2023-05-10", None),
    # spellings of one name stand together
    (("2023-05-01 a Anton Zelinsky/president/NO", "2023-05-02 b Anton Zelinskyy/president/NO"), "/president/NO",
     "2023-05-10", "Anton Zelinsky/president/NO"),
    # a body has its head
    (("2023-05-01 a Mia Aas/foreign policy chief/EU", "2023-05-02 b Mia Aas/foreign policy chief/EU"), "Aas//EU",
     "2023-05-10", "Mia Aas/foreign policy chief/EU"),
    # rulers are called by their first name with the title only
    (("2023-05-01 a Haakon Aas/king/NO", "2023-05-02 b Haakon Aas/king/NO"), "Aas//", "2023-05-10", None),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "asked", "day", "expected"), COMPLETED)
def test_completes(pages: Sequence[str], asked: str, day: str, expected: str | None) -> None:
    made = known(pages).complete(who(asked), date.fromisoformat(day))
    assert shown(made) == (expected or shown(who(asked)))
    assert bool(made.known_from) is (expected is not None)


def test_says_from_which_page_it_knows() -> None:
    made = known(AAS).complete(who("Aas//NO"), date(2023, 6, 20))
    assert made.known_from == "https://a/2023-05-01"


FILE = (
    KnownOffice(name="Mia Aas", office="Foreign Minister", office_class="foreign_minister", country="NO",
                since=date(2021, 1, 1), until=date(2023, 1, 1), source="mine.toml"),
    KnownOffice(name="Bo Oe", office="Foreign Minister", office_class="foreign_minister", country="NO",
                since=date(2023, 1, 1), source="mine.toml", aliases=("Boris Oe",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "asked", "day", "expected"),
    [
        ((), "/foreign minister/NO", "2022-05-01", "Mia Aas"),
        ((), "/foreign minister/NO", "2024-05-01", "Bo Oe"),
        ((), "/foreign minister/NO", "2020-05-01", None),
        # an open end is good for so long after the file was written
        ((), "/foreign minister/NO", "2025-12-01", "Bo Oe"),
        ((), "/foreign minister/NO", "2027-01-01", None),
        (("2026-01-05 a Ida Ny/foreign minister/NO", "2026-01-06 b Ida Ny/foreign minister/NO"),
         "/foreign minister/NO", "2026-01-20", "Ida Ny"),
        # a page that contradicts the file makes it doubtful, one that agrees does not
        (("2024-01-05 a Ida Ny/foreign minister/NO",), "/foreign minister/NO", "2024-01-20", None),
        (("2024-01-05 a Boris Oe/foreign minister/NO",), "/foreign minister/NO", "2024-01-20", "Bo Oe"),
    ],
)  # fmt: skip
def test_a_file_counts_with_the_pages(pages: Sequence[str], asked: str, day: str, expected: str | None) -> None:
    assert known(pages, file=FILE).complete(who(asked), date.fromisoformat(day)).name == expected


def test_an_alias_of_a_file_can_be_undone() -> None:
    undone = known((), corrections=["apart: Boris Oe: Bo Oe"], file=FILE)
    assert [p.name for p in undone.called("Boris Oe")] == []
    assert undone.complete(who("Boris Oe//NO"), date(2024, 5, 1)) == who("Boris Oe//NO")


def names(pages: Sequence[str], corrections: Sequence[str] = ()) -> list[list[str]]:
    return [sorted(p.spellings) for p in known(pages, corrections=corrections).persons]


ONE_OR_TWO = [
    (["Volodymyr Zelenskyy", "Vladimir Putin"], 2),
    (["Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskiy"], 1),
    (["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"], 1),
    (["Kim Jong Il", "Kim Jong Un"], 2),
    (["Kim Jong Un", "Kim Jong-un"], 1),
    (["Nawaz Sharif", "Shehbaz Sharif"], 2),
    (["Pierre Trudeau", "Justin Trudeau"], 2),
    (["George W. Bush", "George H. W. Bush"], 2),
    # It can be either's, so it is nobody's.
    (["George W. Bush", "George H. W. Bush", "George Bush"], 3),
    (["George W. Bush", "George Bush"], 1),
    (["Yoon Suk Yeol", "Suk Yeol Yoon"], 1),
    (["Mohammed bin Salman", "Mohammed bin Zayed"], 2),
    (["Luiz Inácio Lula da Silva", "Luiz Lula da Silva"], 1),
]


@pytest.mark.parametrize(("spellings", "persons"), ONE_OR_TWO)
def test_one_person_under_many_spellings(spellings: list[str], persons: int) -> None:
    pages = [f"2023-05-01 s{n} {name}/president/NO" for n, name in enumerate(spellings)]
    assert len(names(pages)) == persons


@pytest.mark.parametrize(
    ("corrections", "persons"),
    [
        ([], 2),
        (["same: Tony Aas: Antony Aas"], 1),
        (["same: Tony Aas: Antony Aas", "apart: Tony Aas: Antony Aas"], 2),
        (["same: Tony Aas: Antony Aas", "open: Tony Aas: Antony Aas"], 2),
        (["same: Tony Aas: Antony Aas", "open: antony aas: TONY AAS", "same: Tony Aas: Antony Aas"], 1),
    ],
)
def test_names_are_joined_and_parted_by_people(corrections: list[str], persons: int) -> None:
    pages = ["2023-05-01 a Tony Aas/foreign minister/NO", "2023-05-01 b Antony Aas/foreign minister/NO"]
    assert len(names(pages, corrections)) == persons


@pytest.mark.parametrize(
    ("corrections", "persons"),
    [
        ([], 1),
        (["apart: Mia Aas: Mia B. Aas"], 2),
        (["apart: Mia Aas: Mia B. Aas", "same: Mia Aas: Mia B. Aas"], 1),
        (["apart: Mia Aas: Mia B. Aas", "open: Mia Aas: Mia B. Aas"], 1),
    ],
)
def test_an_alias_can_be_undone_and_done_again(corrections: list[str], persons: int) -> None:
    pages = ["2023-05-01 a Mia Aas/foreign minister/NO", "2023-05-01 b Mia B. Aas/foreign minister/NO"]
    assert len(names(pages, corrections)) == persons


def test_one_person_of_two_bodies_is_one_when_a_person_says_so() -> None:
    pages = ["2023-05-01 a Mia Aas/president/EU", "2023-05-01 b Mia Berg Aas/foreign minister/NO"]
    assert len(names(pages)) == 2
    assert len(names(pages, ["same: Mia Aas: Mia Berg Aas"])) == 1


GIVEN, FAMILY = ("Mia", "Bo", "Ida", "M.", "Mia B."), ("Aas", "Oe", "Zelensky", "Zelenskyy")
STORIES = st.lists(
    st.tuples(
        st.dates(date(2023, 1, 1), date(2024, 12, 31)),
        st.sampled_from("abc"),
        st.sampled_from(GIVEN),
        st.sampled_from(FAMILY),
        st.sampled_from(("foreign minister/NO", "president/NO", "president/NO/former", "foreign minister/SE")),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_who_is_who(story: list[tuple[date, str, str, str, str]], chance) -> None:  # type: ignore[no-untyped-def]
    pages = sorted({f"{day} {site} {first} {last}/{office}" for day, site, first, last, office in story})
    sources = [
        Source(claim, page.split()[1])
        for page in pages
        for claim in office_claims_of(
            who_page(page.split()[0], page.split(" ", 2)[2], site=page.split()[1]), page=page, learned=LEARNED
        )
    ]
    shuffled = list(sources)
    chance.shuffle(shuffled)
    assert lines_of(sources) == lines_of(shuffled)
    lines = [line_from_holder(h) for h in lines_of(sources)]
    other = list(lines)
    chance.shuffle(other)
    words = office_rules().words.names
    assert persons_of(lines, Told(), words) == persons_of(other, Told(), words)
