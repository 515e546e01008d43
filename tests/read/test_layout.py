"""Where blocks begin and end in final text."""

from __future__ import annotations

import textwrap

import pytest

from legation.read.layout import blocks

LONG = (
    "The foreign minister will travel to the capital next week for talks with his counterpart, officials said on Monday. "
    "The two sides are expected to discuss trade, security and the situation on the border, which has been tense since "
    "the shooting in March that left four soldiers dead. No date has been set for a meeting with the president."
)
OTHER = (
    "A spokesman for the ministry declined to confirm the trip, saying only that contacts between the two governments "
    "continue at all levels and that any visit would be announced in good time. The last visit took place in 2019."
)


def seen(text: str) -> list[tuple[str, str]]:
    return [(b.kind, " ".join(text[b.start : b.end].split())) for b in blocks(text)]


CASES = [
    ("blank lines", f"{LONG}\n\n{OTHER}\n", [("paragraph", LONG), ("paragraph", OTHER)]),
    (
        "one paragraph a line",
        f"{LONG}\n{OTHER}\n{LONG}",
        [("paragraph", LONG), ("paragraph", OTHER), ("paragraph", LONG)],
    ),
    (
        "wrapped at 70",
        "\n\n".join(textwrap.fill(p, 70) for p in (LONG, OTHER)),
        [("paragraph", LONG), ("paragraph", OTHER)],
    ),
    (
        "wrapped at 70, indented, no blank lines",
        "\n".join(textwrap.fill(p, 70, initial_indent="    ") for p in (LONG, OTHER)),
        [("paragraph", LONG), ("paragraph", OTHER)],
    ),
    (
        "wrapped at 60 under a headline",
        "Minister to travel\n\n" + "\n\n".join(textwrap.fill(p, 60) for p in (LONG, OTHER)),
        [("heading", "Minister to travel"), ("paragraph", LONG), ("paragraph", OTHER)],
    ),
    (
        "two lines wrapped",
        "The foreign minister will travel to the capital\nnext week for talks.",
        [("paragraph", "The foreign minister will travel to the capital next week for talks.")],
    ),
    (
        "two short paragraphs",
        "The minister will travel.\nHe will meet the president.",
        [("paragraph", "The minister will travel."), ("paragraph", "He will meet the president.")],
    ),
    (
        "a heading between paragraphs",
        f"{LONG}\n\n“A good start”\n\n{OTHER}",
        [("paragraph", LONG), ("heading", "“A good start”"), ("paragraph", OTHER)],
    ),
    ("a line alone is no heading", "Minister to travel next week", [("paragraph", "Minister to travel next week")]),
    (
        "bullets",
        f"{LONG}\n\n• Talks in Rome\n• Talks in Oslo\n",
        [("paragraph", LONG), ("item", "Talks in Rome"), ("item", "Talks in Oslo")],
    ),
    (
        "hyphens that make a list",
        "He will visit:\n- Rome on Monday.\n- Oslo on Tuesday.\n",
        [("paragraph", "He will visit:"), ("item", "Rome on Monday."), ("item", "Oslo on Tuesday.")],
    ),
    (
        "a dash that opens a quotation",
        f"– We will go, he said.\n\n{OTHER}",
        [("paragraph", "– We will go, he said."), ("paragraph", OTHER)],
    ),
    ("Windows line ends", f"{LONG}\r\n\r\n{OTHER}", [("paragraph", LONG), ("paragraph", OTHER)]),
    ("nothing", " \n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected
