"""A second office behind a name, with its state, is no second man's."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

BORG = "Maltese Foreign Minister Karl Borg"


def company(text: str) -> list[tuple[str | None, str | None]]:
    (engagement,) = read_text(text, published=date(2019, 5, 14), is_final=True).engagements
    return sorted((p.name or p.office, p.country) for p in engagement.participants)


@pytest.mark.parametrize(
    "text",
    [
        f"{BORG} has held a meeting in Oslo with Anders Haug, Deputy Prime Minister and Minister of Foreign Affairs of the Kingdom of Norway.",
        f"{BORG} met in Oslo with Anders Haug, Prime Minister and Minister of Foreign Affairs of Norway.",
        f"{BORG} met Anders Haug, the Deputy Prime Minister and Foreign Minister of Norway, on Monday.",
        f"{BORG} received a phone call from Anders Haug, Deputy Prime Minister and Minister of Foreign Affairs of Norway.",
        f"{BORG} met Anders Haug, Vice President and Minister of Defence of Norway, in Oslo.",
        f"Anders Haug, Prime Minister and Minister of Foreign Affairs of Norway, received {BORG} in Oslo on Monday.",
        f"{BORG} met the Prime Minister and Foreign Minister of Norway, Anders Haug, in Oslo.",
        f"{BORG} met Deputy Prime Minister and Minister of Foreign Affairs of Norway Anders Haug in Oslo.",
        f"{BORG} received a phone call from the Prime Minister and Minister of Foreign Affairs of the Kingdom of Norway, Mr Anders Haug.",
        f"Talks between {BORG} and Anders Haug, Deputy Prime Minister and Minister of Foreign Affairs of Norway, were held on Monday.",
    ],
)
def test_both_offices_are_his(text: str) -> None:
    assert company(text) == [("Anders Haug", "NO"), ("Karl Borg", "MT")]


@pytest.mark.parametrize(
    ("text", "third"),
    [
        (f"{BORG} met Anders Haug, President Olav Lie and Minister Al Ro of Norway in Oslo.", ("Al Ro", "NO")),
        (f"{BORG} met Anders Haug, the prime minister, and the foreign minister of Norway in Oslo.", ("foreign minister", "NO")),
    ],
)
def test_a_name_or_an_article_makes_another_man(text: str, third: tuple[str, str]) -> None:
    assert third in company(text)
