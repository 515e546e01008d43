"""The sitting at which a matter was talked over is of the talking, not of what was to be done about the matter."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)  # a Tuesday
HAUG, BORG = "Norwegian Foreign Minister Per Haug", "Maltese Foreign Minister Karl Borg"


def told(text: str) -> list[tuple[str, str, date | None]]:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    return [(e.kind, e.status, e.when.earliest) for e in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{HAUG} and {BORG} reviewed ways to bolster bilateral ties in a phone call on Friday.",
        f"{HAUG} and {BORG} reviewed efforts to bolster bilateral ties during a phone call on Friday.",
        f"{HAUG} and his Maltese counterpart Karl Borg reviewed efforts made to end the war during a telephone conversation on Friday.",
        f"{HAUG} discussed challenges faced by Oslo and Valletta in a phone call on Friday with {BORG}.",
        f"{BORG} and {HAUG} exchanged views on ways to reopen the strait in a video call on Friday.",
    ],
)
def test_a_matter_is_talked_over_in_a_call(text: str) -> None:
    assert told(text) == [("call", "held", date(2019, 5, 10))]


@pytest.mark.parametrize(
    "text",
    [
        f"{HAUG} and {BORG} discussed steps to be taken against piracy during their meeting in Valletta on Monday.",
        f"{HAUG} discussed with {BORG} ways to strengthen ties during a meeting on Monday.",
        f"{HAUG} explored means of expanding trade during a meeting in Valletta on Monday with {BORG}.",
    ],
)
def test_a_matter_is_talked_over_during_a_meeting(text: str) -> None:
    assert told(text) == [("meeting", "held", date(2019, 5, 13))]


def test_a_call_to_come_stays_to_come() -> None:
    text = f"{HAUG} will discuss efforts to end the war in a phone call with {BORG} on Friday."
    assert told(text) == [("call", "announced", date(2019, 5, 17))]


@pytest.mark.parametrize(
    "text",
    [
        f"{HAUG} discussed with reporters remarks made in a phone call with {BORG}.",
        f"{HAUG} and his aides reviewed threats voiced by a general in a phone call on Friday.",
        f"{HAUG} discussed ways to ensure safety during a visit by {BORG}.",
    ],
)
def test_what_was_said_there_tells_of_no_new_sitting(text: str) -> None:
    assert told(text) == []


def test_a_plan_for_a_meeting_to_come_is_left() -> None:
    text = f"{HAUG} and {BORG} discussed a plan to announce a truce during a meeting in Oslo next month."
    assert told(text) == [("meeting", "announced", date(2019, 6, 1))]
