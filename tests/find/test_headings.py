"""Headings whose capitals show no names, and what asking for them costs on a long list of names."""

from __future__ import annotations

import pytest

from costs import calls
from legation.find.people import find_people
from legation.parse import default_parser
from legation.records import Annotation, Article, Block
from legation.rules.offices import office_rules
from legation.rules.world import world_rules

TOLD = (
    "Serbian President Goran Vulic met the prime minister of Croatia, Ana Kolar, in Zagreb on Monday. They spoke of trade "
    "and roads. He later flew home. The two did not speak to the press."
)
"""Running text, for the headings to be held against."""

HEADINGS = [
    # heading, the names that stand in it; "?" behind one that only a who's who can tell to be a name
    ("Vulic Shelves Trip", ["Vulic"]),
    ("Vulic Snubs Kolar", ["Vulic"]),
    ("Vulic Shelves Zagreb Trip", ["Vulic"]),
    ("President Due Home", ["Home?"]),
    ("Goran Vulic", ["Goran Vulic"]),
    ("Photo: Goran Vulic Shelves", ["Goran Vulic"]),
    ("VULIC SHELVES TRIP", ["VULIC"]),
    ("Vulic Shelves was there.", ["Vulic Shelves"]),
]


def annotated(*paragraphs: str) -> Annotation:
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(at, at + len(words), "paragraph"))
        at += len(words) + 2
    return default_parser().annotate(Article(text="\n\n".join(paragraphs), blocks=tuple(blocks)))


@pytest.mark.parametrize(("heading", "names"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_names_of_a_heading(heading: str, names: list[str]) -> None:
    found = find_people(annotated(heading, TOLD), world_rules(), office_rules())
    inside = [m for m in found if m.name and m.start < len(heading)]
    assert [f"{m.name}{'?' if m.kind == 'unknown' else ''}" for m in inside] == names


def test_a_list_of_names_costs_what_its_names_cost() -> None:
    """Four times the names in one sentence, about four times the calls."""
    assert calls(find_people, listed(400), world_rules(), office_rules()) < 6 * calls(
        find_people, listed(100), world_rules(), office_rules()
    )


def listed(number: int) -> Annotation:
    """One sentence with this many names, and running text."""
    names = [f"{a}{b}{c} {d}ov" for a in "BDFGKLMN" for b in "aei" for c in "lmn" for d in ("Bor", "Dim", "Gor", "Kol", "Lar", "Mel")]
    annotation = annotated("Those present were " + ", ".join(names[:number]) + ".", TOLD)
    assert max(s.last - s.first for s in annotation.sentences) > 2 * number
    return annotation
