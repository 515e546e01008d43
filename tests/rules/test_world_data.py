"""The data files about the world and its offices, linted: every country covered, nothing said twice, no dangling code."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pycountry
import pytest

from legation.records import KnownOffice
from legation.rules import table
from legation.rules.offices import office_rules, plural
from legation.rules.whoswho import gaps_and_overlaps, leaders, starters, whos_who
from legation.rules.world import world_rules

DEPENDENT = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF "
    "PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI WF YT"
)
MEMBERS = sorted({c.alpha_2 for c in pycountry.countries} - set(DEPENDENT.split()))
DISPUTED_AND_OBSERVERS = ["PS", "VA", "TW", "XK", "EH", "HK"]


def test_there_are_193_members_of_the_united_nations() -> None:
    assert len(MEMBERS) == 193


@pytest.mark.parametrize("code", MEMBERS + DISPUTED_AND_OBSERVERS)
def test_every_country_has_name_and_adjective(code: str) -> None:
    country = world_rules().countries[code]
    assert country.names
    assert country.adjectives or code == "CG"


@pytest.mark.parametrize("code", [c for c in MEMBERS if c not in ("SG", "MC")])
def test_every_country_has_a_capital(code: str) -> None:
    assert world_rules().countries[code].capitals


def test_no_name_belongs_to_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for country in world_rules().countries.values():
        for name in (*country.capitals, *country.cities, *country.regions):
            owners.setdefault(name, set()).add(country.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_adjective_belongs_to_two_countries() -> None:
    count = Counter(a for c in world_rules().countries.values() for a in c.adjectives)
    assert [a for a, n in count.items() if n > 1] == []


def test_no_title_stands_twice() -> None:
    rows = table("world/offices")
    titles = [w for c in rows["class"].values() for w in c["titles"]]
    titles += [t["words"] for t in rows["title"]]
    titles += [w for words in rows["institutions"].values() for w in words]
    assert [t for t, n in Counter(titles).items() if n > 1] == []


def test_no_honorific_stands_twice() -> None:
    words = [word for group in table("en/people")["honorifics"].values() for word in group]
    assert [word for word, n in Counter(words).items() if n > 1] == []


def test_every_class_is_known_wherever_it_is_named() -> None:
    rules = office_rules()
    named = set(rules.syntax.deputy_classes) | set(rules.syntax.deputy_classes.values()) | rules.several_holders
    named |= set(rules.broader) | {c for classes in rules.broader.values() for c in classes} | rules.of_a_state
    named |= {k.office_class for k in whos_who()}
    named |= {s["class"] for s in table("world/seats")["seat"] if "class" in s}
    assert named - rules.classes.keys() == set()


def test_codes_of_titles_seats_and_whos_who_exist() -> None:
    codes = {k.country for k in whos_who() if k.country}
    codes |= {s["country"] for s in table("world/seats")["seat"] if "country" in s}
    for title in table("world/offices")["title"]:
        codes |= {*title.get("countries", ()), *title.get("by_country", {})} | (
            {title["implies"]} if "implies" in title else set()
        )
    assert codes - world_rules().countries.keys() == set()


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("minister", "ministers"),
        ("secretary of state", "secretaries of state"),
        ("spokeswoman", "spokeswomen"),
        ("spokesperson", "spokespeople"),
        ("secretary-general", "secretaries-general"),
        ("attorney general", "attorneys general"),
        ("prime minister-designate", "prime ministers-designate"),
        ("taoiseach", "taoiseaches"),
    ],
)
def test_plural(title: str, many: str) -> None:
    assert plural(title) == many


def test_the_whos_who_has_no_gap_and_no_overlap() -> None:
    assert gaps_and_overlaps(whos_who()) == ()


def test_no_two_lead_a_state_in_one_office_at_once() -> None:
    assert [line for line in gaps_and_overlaps(starters()) if "overlap" in line] == []
    assert {k.country for k in leaders()} <= world_rules().countries.keys()


def entry(name: str, since: date, until: date | None) -> KnownOffice:
    return KnownOffice(
        name=name, office="President", office_class="head_of_state", country="ZZ", since=since, until=until
    )


@pytest.mark.parametrize(
    ("handed_over", "taken_over", "problem"),
    [
        (date(2020, 1, 1), date(2020, 1, 1), None),
        (date(2020, 1, 1), date(2020, 1, 3), None),
        (date(2020, 1, 1), date(2020, 1, 4), "gap"),
        (date(2020, 1, 1), date(2019, 12, 31), "overlap"),
        (None, date(2020, 1, 1), "overlap"),
    ],
)
def test_gaps_and_overlaps_are_found(handed_over: date | None, taken_over: date, problem: str | None) -> None:
    found = gaps_and_overlaps(
        (entry("A", date(2015, 1, 1), handed_over), entry("B", taken_over, None)), allowed=timedelta(days=2)
    )
    assert [problem in line for line in found] == ([True] if problem else [])


@pytest.mark.parametrize(
    "country",
    ["AR", "AU", "BR", "CA", "CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "RU", "SA", "TR", "US", "ZA"],
)
def test_the_whos_who_covers_the_g20_since_2012(country: str) -> None:
    ours = [k for k in whos_who() if k.country == country]
    for day in (date(2012, 6, 1), date(2018, 6, 1), date(2025, 6, 1)):
        classes = {k.office_class for k in ours if k.holds_on(day)}
        assert "foreign_minister" in classes
        assert classes & {"head_of_state", "head_of_government"}


def test_meeting_grounds_are_states_with_a_capital() -> None:
    world = world_rules()
    assert [code for code in world.meeting_grounds if not world.countries[code].capitals] == ["VA"]  # is a city itself


@pytest.mark.parametrize(
    ("name", "code"),
    [("Republic of China", "TW"), ("Republic of Congo", "CG"), ("Republic of Ghana", "GH"), ("Republic of South Korea", "KR")],
)
def test_republic_of_before_a_name_is_no_other_states_name(name: str, code: str) -> None:
    assert {r.country for r in world_rules().readings(name)} == {code}
