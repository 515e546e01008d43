"""How a plan stands once it is changed, denied or kept, in the ways that ``benchmarks/grids/changes.py`` sets out."""

from __future__ import annotations

import pytest

from facts import PUBLISHED, facts
from legation import read_text

T = "Kenyan President Daniel Otieno"
V = f"The visit of {T} to Norway"

# (text, the state its one visit stands in)
STATES = [
    # what had to be done
    (f"{V} had to be cancelled owing to a strike.", "cancelled"),
    (f"{V} had to be put off at the last minute.", "postponed"),
    (f"{V} will not have to be cancelled.", "confirmed"),
    (f"{V} is going to be called off.", "cancelled"),
    (f"{V} ended up being scrapped.", "cancelled"),
    (f"{V} is to be postponed.", "postponed"),
    # what others tell
    (f"Reports that {V[0].lower()}{V[1:]} has been cancelled are baseless.", "confirmed"),
    (f"Reports that {T} had put off his visit to Norway were wrong, his office said.", "confirmed"),
    (f"Talk of a delayed visit of {T} to Norway is baseless.", "confirmed"),
    (f"Stories about a cancellation of the visit of {T} to Norway are nothing but rumours.", "confirmed"),
    (f"Reports of a visit by {T} to Norway are false.", "denied"),
    (f"There is no truth in reports that {T} will visit Norway.", "denied"),
    (f"It is not true that {T} will visit Norway, his office said.", "denied"),
    (f"News of {T}'s visit to Norway was a hoax, his office said.", "denied"),
    # no question, no reason
    (f"There is no question of cancelling the visit of {T} to Norway.", "confirmed"),
    (f"{T} sees no reason to call off his visit to Norway.", "confirmed"),
    (f"There is no need to postpone the visit of {T} to Norway, officials said.", "confirmed"),
    # phrases for a verb
    (f"Norway has put on hold the visit of {T}.", "postponed"),
    (f"{V} has been left for some other time.", "postponed"),
    (f"{V} has been moved to a later date.", "postponed"),
    (f"{V} has been struck from the official calendar.", "cancelled"),
    (f"{T} has taken his visit to Norway off the calendar.", "cancelled"),
    (f"{V} has been written off.", "cancelled"),
    (f"{V} fell victim to a strike by pilots.", "cancelled"),
    (f"{V} has come to nothing.", "cancelled"),
    (f"{T} skipped his visit to Norway because of a cold.", "cancelled"),
    (f"The abandonment of the visit of {T} to Norway was announced on Tuesday.", "cancelled"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "state"), STATES)
def test_state(text: str, state: str) -> None:
    assert facts(text) == [f"visit {state} KE,NO @NO"]


# (text, certainty of the plan that is in doubt)
DOUBTFUL = [
    (f"{V} looks set to be cancelled.", "doubtful"),
    (f"{V} is likely to be postponed.", "doubtful"),
    (f"{V} may have to be postponed.", "doubtful"),
    (f"Talk of a cancellation of the visit of {T} to Norway is premature, officials said.", "doubtful"),
]


@pytest.mark.parametrize(("text", "certainty"), DOUBTFUL)
def test_doubt(text: str, certainty: str) -> None:
    [engagement] = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert (engagement.status, engagement.certainty) == ("announced", certainty)
