"""Forms that real pages from many parts of the world have, each with its counter-examples: hosts, doors, departures, "who"."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)  # a Tuesday


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    return [(e.kind, e.status, e.host_country) for e in found]


def people(text: str) -> list[set[str]]:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    return [{p.name for p in e.participants if p.name} for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos will host the ASEAN Summit in October.", [("summit", "announced", "LA")]),
        ("India is set to host the Quad Summit later this year.", [("summit", "expected", "IN")]),
        ("Thailand will host the BIMSTEC summit on June 4.", [("summit", "announced", "TH")]),
        ("Canada will host a meeting of G7 foreign ministers on June 4.", [("meeting", "announced", "CA")]),
        ("Kenyan President Joseph Otuoma hosted Finnish President Sari Lahti on Monday.", [("meeting", "held", "KE")]),
    ],
)
def test_who_hosts_a_gathering_receives_no_guest_of_that_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Premier Juha Korpela's departure from the G20 summit was delayed by a technical problem.",
        "The Finnish president's return from the summit in Lima was postponed because of fog.",
    ],
)
def test_a_late_departure_puts_no_summit_off(text: str) -> None:
    assert "postponed" not in {status for kind, status, _ in told(text) if kind == "summit"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenyan President Joseph Otuoma opened the door to a meeting with Ghanaian President Kofi Mensa.", "proposed"),
        (
            "Kenyan President Joseph Otuoma opened the door to another meeting with Ghanaian President Kofi Mensa once the row "
            "with Uganda is settled.",
            "proposed",
        ),
        ("Kenyan President Joseph Otuoma has shut the door on talks with Ghanaian President Kofi Mensa.", "denied"),
        ("Kenyan President Joseph Otuoma did not close the door to a meeting with Ghanaian President Kofi Mensa.", "proposed"),
        ("Kenyan President Joseph Otuoma opened the door to investors at a meeting with Ghanaian President Kofi Mensa.", "held"),
    ],
)
def test_behind_an_open_door_nothing_is_held_yet(text: str, status: str) -> None:
    assert [s for _, s, _ in told(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Joseph Otuoma held talks with Ghanaian Foreign Minister Kofi Mensa, who arrived in the Kenyan capital "
        "for an official visit.",
        "Kenyan President Joseph Otuoma had a meeting with Ghanaian Foreign Minister Kofi Mensa who is on a visit to Kenya.",
    ],
)
def test_no_talks_are_a_who(text: str) -> None:
    assert ("visit", "under_way", "KE") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "I will be meeting with both Prime Minister Daniel Otuoma of Kenya and President Sari Lahti of Finland.",
        "We met with President Sari Lahti of Finland and Prime Minister Erna Berg of Norway.",
    ],
)
def test_those_met_by_nobody_knows_whom_do_not_meet_each_other(text: str) -> None:
    assert told(text) == []


def test_those_met_by_whoever_is_quoted_meet_him() -> None:
    text = '"I will meet President Sari Lahti of Finland and Premier Anna Lind of Sweden," said Kenyan Foreign Minister Daniel Otuoma.'
    assert people(text) == [{"Daniel Otuoma", "Sari Lahti"}, {"Daniel Otuoma", "Anna Lind"}]


def test_a_country_is_gone_to_along_with_another() -> None:
    text = "Kenyan Foreign Minister Daniel Otuoma will visit Ghana this week, along with Togo."
    assert told(text) == [("visit", "announced", "GH"), ("visit", "announced", "TG")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finnish Foreign Minister Sari Lahti told BNS on Friday she sees the visit to Poland as a good thing.", []),
        ("Kenyan Foreign Minister Daniel Otuoma considers his visit to Ghana very important.", []),
        ("Finnish Foreign Minister Sari Lahti described her visit to Ghana as a success.", [("visit", "held", "GH")]),
        ("Finnish Foreign Minister Sari Lahti describes her visit to Ghana as very fruitful.", [("visit", "held", "GH")]),
    ],
)
def test_what_somebody_thinks_of_a_visit_does_not_say_that_it_was(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Joseph Otuoma will be in Accra on Sunday and Monday, going on to Togo on Tuesday.",
        "Kenyan President Joseph Otuoma will be in Accra on Sunday and Monday before travelling to Togo on Tuesday.",
    ],
)
def test_where_a_journey_goes_on_to_is_later(text: str) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [(e.host_country, e.when.earliest) for e in found] == [("GH", date(2019, 5, 19)), ("TG", date(2019, 5, 21))]


def test_what_somebody_returned_from_is_not_later() -> None:
    text = "Kenyan President Joseph Otuoma will address parliament on Friday after returning from Togo on Tuesday."
    (visit,) = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert visit.when.earliest == PUBLISHED


def test_another_summit_than_the_one_he_skips() -> None:
    text = "President Joseph Otuoma of Kenya will skip the African Union summit in Ethiopia. He will attend a summit in Uganda in June."
    assert told(text) == [("summit", "declined", "ET"), ("summit", "announced", "UG")]


def test_a_secretary_of_economy_is_a_minister() -> None:
    text = "Kenyan Trade Minister Mary Otuoma is scheduled to meet with Mexican Secretary of Economy Rosa Buen."
    assert people(text) == [{"Mary Otuoma", "Rosa Buen"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The face-to-face meeting then continued in an expanded format with the participation of delegations.", "held"),
        ("The meeting proceeded in an extended format.", "held"),
        ("The meeting continues in an extended format.", "under_way"),
    ],
)
def test_what_a_meeting_went_on_to_is_over(text: str, status: str) -> None:
    met = "Kenyan Premier Joseph Otuoma met his Ghanaian counterpart Kofi Mensa in Accra. "
    assert told(met + text) == [("meeting", status, "GH")]
