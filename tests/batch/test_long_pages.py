"""What the funnel loses of long pages in which names act alone, far from where it is said who they are: under 1% of the
engagements, and of the statements of pages that tell one."""

from __future__ import annotations

import pytest

from legation.batch import through
from legation.parse import SpacyParser
from legation.read import article
from legation.read.funnel import only, speaking
from legation.records import Page, Record
from long_pages import long_pages
from scale import sides, who

SEEDS = (1, 21)


def found(record: Record | None) -> tuple[set[object], set[object]]:
    """Engagements between two sides, and statements."""
    if record is None:
        return set(), set()
    between = [e for e in record.engagements if len(sides(e)) > 1]
    told = {(e.kind, e.status, who(e), e.host_country) for e in between}
    return told, {(s.speaker.name, s.kind, s.start, s.end) for s in record.statements}


@pytest.mark.slow
def test_long_pages_lose_next_to_nothing(parser: SpacyParser) -> None:
    engagements = statements = lost_engagements = lost_statements = 0
    lost = []
    for seed in SEEDS:
        for kind, text in long_pages(seed):
            page = Page(source=kind, text=text, media_type="text")
            (full, said), (kept, kept_said) = (
                found(through(page, parser, gated=gated).record) for gated in (False, True)
            )
            if not full:
                continue
            engagements, statements = engagements + len(full), statements + len(said)
            lost_engagements, lost_statements = (
                lost_engagements + len(full - kept),
                lost_statements + len(said - kept_said),
            )
            lost += [(seed, kind, told) for told in full - kept]
    assert engagements > 40
    assert statements > 300
    assert lost_engagements <= 0.01 * engagements, lost
    assert lost_statements <= 0.01 * statements, lost


INTRODUCED = "President Ruslan Aitbekov of Kyrgyzstan and President Farhod Nazriev of Tajikistan are of one age."
OPENING = "The foreign ministers of Kyrgyzstan and Tajikistan have met more often than anybody has counted."
PEARS = " ".join(
    ["The garden behind the house is full of pears, and nobody has picked any of them since the old man died."] * 4
)
AT_HOME = "In the same year Kyrgyzstan's prime minister Almaz Sydykov built a road."

BY_NAME = [
    ("In May, Aitbekov and Nazriev signed a treaty.", True),
    ("Ruslan Aitbekov received Farhod Nazriev in his garden.", True),
    ("Nazriev will visit Kyrgyzstan in May.", True),
    # nobody of another state, no event, or nobody whom the page introduces
    ("In May, Aitbekov and Sydykov signed a treaty.", False),
    ("Aitbekov is a better rider than Nazriev.", False),
    ("In May, Borisov and Kowalski signed a treaty.", False),
    ("In May, Aitbekov met his farmers.", False),
    ("On Monday a singer was received by Aitbekov.", False),
]


@pytest.mark.parametrize(("sentence", "asked"), BY_NAME)
def test_who_is_introduced_elsewhere_needs_no_office_where_he_acts(sentence: str, asked: bool) -> None:
    text = "\n\n".join((INTRODUCED, OPENING, AT_HOME, PEARS, sentence))
    page = article(Page(source="t", text=text, is_final=True))
    blocks = only(page, speaking(page)).blocks
    assert any(block.end == len(text) for block in blocks) is asked


def test_names_open_no_page() -> None:
    page = article(
        Page(
            source="t", text=f"{INTRODUCED}\n\n{PEARS}\n\nIn May, Aitbekov and Nazriev signed a treaty.", is_final=True
        )
    )
    assert speaking(page) == ()
