"""What is only spoken of, or met by all: talks that somebody runs or tells about, crowds that both sides talk to, mayors."""

from __future__ import annotations

from datetime import date

import pytest

import legation

PUBLISHED = date(2019, 5, 14)
NOVAK, WANJIRU = "Slovak Foreign Minister Pavel Novak", "Kenyan Foreign Minister Grace Wanjiru"

NONE_TOLD = [
    "Peace talks are now being led by the co-chairs of the Minsk Group, Russia, France and the United States.",
    "The peace talks are currently led by Qatar, Egypt and the United States.",
    "Talks on the settlement are chaired by Russia, Ukraine and the OSCE.",
    f"{NOVAK} told reporters in Bratislava about the peace talks in Kenya. Those talks, held in Nairobi, ended on Monday.",
    f"{NOVAK} briefed parliament on Monday on the talks in Kenya, which ended on Sunday.",
    f"{NOVAK} welcomed the outcome of the peace talks in Kenya. The talks, held in Nairobi, ended on Monday.",
    f"{NOVAK} told Sudanese opposition leaders at a meeting in Bratislava on the peace talks in Kenya that he hoped for more. "
    "Those talks, held in Nairobi, ended on Monday.",
    f"{NOVAK} and {WANJIRU} talked to staff at the hospital on Monday.",
    f"{NOVAK} and {WANJIRU} met with reporters on Monday.",
    "Premier Anna Dale and Australian Health Minister Rob Fisk met residents in Cairns on Monday.",
    "Flood help looks more likely after Brisbane talks, Gulf mayors say.",
    "Central Province councillors met Australian Foreign Minister Julie Bishop in Brisbane on Monday.",
]

STATES_TOLD = [
    (f"The talks on Monday were led by {NOVAK} and his Kenyan counterpart Grace Wanjiru.", "talks", "KE SK"),
    ("Talks between Slovakia and Kenya are being led by Foreign Ministers Novak and Wanjiru this week.", "talks", "KE SK"),
    (f"{NOVAK} returned on Monday from talks in Kenya.", "visit", "KE SK"),
    (f"{NOVAK} and {WANJIRU} held talks on Monday and then spoke to reporters.", "talks", "KE SK"),
    ("The Slovak and Kenyan foreign ministers met reporters after talks in Nairobi on Monday.", "talks", "KE SK"),
    (f"{NOVAK} met {WANJIRU} and students in Nairobi on Monday.", "meeting", "KE SK"),
]

ON_THE_WAY = [
    "Peter Oduya, spokesman of the ministry, said so. It followed the visit of {x} to Kenya on Friday, during which he met {y}.",
    "The spokesman, Jan Hruby, said the plan stood. It came after a trip by {x} to Kenya, in the course of which he met {y}.",
    "Kenyan spokesman Peter Oduya said so. It follows the trip of {x} to Nairobi on Friday, when he was received by {y}.",
    "Jan Hruby, spokesman, said so. It came after the visit to Nairobi of {x}, during which he had talks with {y}.",
]


@pytest.mark.parametrize("text", NONE_TOLD)
def test_nothing_is_told_of_who_only_speaks(text: str) -> None:
    assert [e.kind for e in legation.read_text(text, published=PUBLISHED, is_final=True).engagements] == []


@pytest.mark.parametrize(("text", "kind", "states"), STATES_TOLD)
def test_whoever_sits_together_still_does(text: str, kind: str, states: str) -> None:
    told = legation.read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [(e.kind, " ".join(sorted({p.country or "" for p in e.participants} | {e.host_country or "KE"}))) for e in told] == [
        (kind, states)
    ]


@pytest.mark.parametrize("text", ON_THE_WAY)
def test_he_is_whoever_made_the_journey(text: str) -> None:
    told = legation.read_text(text.format(x=NOVAK, y=WANJIRU), published=PUBLISHED, is_final=True).engagements
    met = [e for e in told if e.kind in {"meeting", "talks"}]
    assert [sorted(p.name or "" for p in e.participants) for e in met] == [["Grace Wanjiru", "Pavel Novak"]]
