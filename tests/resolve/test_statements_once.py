"""A statement that a page tells twice is listed once; people taken up by what they are."""

from __future__ import annotations

import pytest

import legation

PAGES: list[tuple[str, list[str]]] = [
    (
        "Visit to Rome put off until May, says ministry\n\nThe visit to Rome has been put off until May, the Foreign Ministry said.",
        ["The visit to Rome has been put off until May"],
    ),
    (
        "No talks before May: minister\n\nAnna Berg, the foreign minister, said the bridge would be open in spring.",
        ["No talks before May", "the bridge would be open in spring"],
    ),
    (
        "“The road to Rome is long,” Anna Berg said.\n\nThere was rain.\n\n“The road to Rome is long,” Anna Berg said.",
        ["The road to Rome is long,"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), PAGES, ids=[p[0][:30] for p in PAGES])
def test_an_echo_is_not_listed_again(text: str, contents: list[str]) -> None:
    assert [s.content for s in legation.statements(text)] == contents


PEOPLE: list[tuple[str, str | None]] = [
    ("Norwegian Foreign Minister Anna Berg said the talks were good. The diplomat said they would go on.", "Anna Berg"),
    ("Anna Berg, the Norwegian envoy, said it was late. The Norwegian official said talks would go on.", "Anna Berg"),
    ("Anna Berg, the Norwegian envoy, said it was late. The Swedish official said talks would go on.", None),
    ("Norway's Anna Berg said the visit was off. The 54-year-old said she would go later.", "Anna Berg"),
    ("Anna Berg said it was late. A diplomat said talks would go on.", None),
    (
        "Minister of Health and Social Affairs Anna Berg opened the ward. “It is late,” the Minister of Health said.",
        "Anna Berg",
    ),
]


@pytest.mark.parametrize(("text", "name"), PEOPLE, ids=[p[0][:30] for p in PEOPLE])
def test_people_are_taken_up_by_what_they_are(text: str, name: str | None) -> None:
    assert legation.statements(text)[-1].speaker.name == name


def test_an_outlet_that_passes_a_statement_on_is_its_relay() -> None:
    (said,) = legation.statements("They would go in May, Minister Anna Berg said on Monday, the agency TASS reported.")
    assert (said.speaker.name, said.chain_words) == ("Anna Berg", ("the agency TASS", "Minister Anna Berg"))


def test_an_engagement_points_at_the_statement_that_is_listed() -> None:
    text = (
        "Berg to visit Rome in May, says ministry\n\n"
        "Norwegian Prime Minister Anna Berg will visit Rome in May, the Foreign Ministry said on Monday."
    )
    record = legation.read_text(text, is_final=True)
    (said,) = record.statements
    assert said.content == "Norwegian Prime Minister Anna Berg will visit Rome in May"
    assert all(e.asserted_by in (None, 0) for e in record.engagements)
