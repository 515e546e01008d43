"""Why a plan changed: what kept somebody from it, what he sees to instead, what the next sentence says."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 5, 15)
N = "Norwegian Prime Minister Ola Berg"

# (text, expected): "status type: words" of the one engagement.
CASES = [
    (f"{N} postponed a visit to Kenya on her doctors' advice.", "postponed illness: her doctors' advice"),
    (f"{N}'s visit to Kenya was postponed on security grounds.", "postponed security: security grounds"),
    (f"{N}'s visit to Kenya was postponed at Nairobi's request.", "postponed other: Nairobi's request"),
    (f"{N} cancelled a visit to Kenya, blaming a crowded diary.", "cancelled scheduling: a crowded diary"),
    (f"{N} put off a visit to Kenya in order to attend the funeral of a former king.",
     "postponed domestic_politics: to attend the funeral of a former king"),
    (f"{N} cut short her visit to Kenya to deal with the floods at home.", "held weather: to deal with the floods at home"),
    (f"{N} broke off a visit to Kenya after a bomb exploded in Oslo.", "held security: a bomb exploded in Oslo"),
    (f"{N} has extended her visit to Kenya because of a strike at Nairobi airport.", "under_way security: a strike at Nairobi airport"),
    (f"{N} cancelled a visit to Kenya. She is recovering from an operation.",
     "cancelled illness: She is recovering from an operation"),
    (f"{N} cancelled a visit to Kenya. Her office cited the fighting in the north.", "cancelled security: the fighting in the north"),
    (f"{N} called off talks with Kenya over the arrest of a sailor.", "cancelled incident: the arrest of a sailor"),
    (f"{N} called off talks with Kenya over the weekend.", "cancelled"),
    (f"{N} boycotted the summit in Nairobi in protest at the killing of a sailor.", "declined protest: the killing of a sailor"),
    (f"Bad weather kept {N} from flying to Kenya.", "cancelled weather: Bad weather"),
    (f"{N} was prevented from visiting Kenya by a storm.", "cancelled weather: a storm"),
    (f"A hurricane forced {N} to cancel a visit to Kenya.", "cancelled weather: A hurricane"),
    (f"{N} scrapped a visit to Kenya as a budget crisis deepened.", "cancelled domestic_politics: a budget crisis deepened"),
    (f"{N} has called off a visit to Kenya as a cabinet crisis deepened at home.",
     "cancelled domestic_politics: a cabinet crisis deepened at home"),
    (f"{N} had to call off a visit to Kenya when she fell ill.", "cancelled illness: she fell ill"),
    (f"{N} was forced to call off a visit to Kenya by a wave of strikes.", "cancelled domestic_politics: a wave of strikes"),
    (f"{N}'s visit to Kenya has been postponed. The decision was prompted by floods in the north.",
     "postponed weather: floods in the north"),
    (f"{N}'s visit to Kenya has been postponed. Officials put it down to a clash of appointments.",
     "postponed scheduling: a clash of appointments"),
    (f"{N}'s visit to Kenya has been postponed. No new date was given. Her office cited a bomb attack in Oslo.",
     "postponed security: a bomb attack in Oslo"),
    (f"With parliament about to vote on the budget, {N} has called off a visit to Kenya.",
     "cancelled domestic_politics: parliament about to vote on the budget"),
    (f"With her husband, {N} has called off a visit to Kenya.", "cancelled"),
    (f"{N} postponed a visit to Kenya. The decision was welcomed by the opposition.", "postponed"),
    (f"{N} postponed a visit to Kenya. She thanked her doctors on Sunday for the medal.", "postponed"),
    (f"{N} postponed a visit to Kenya. She will speak in parliament on Friday.", "postponed"),
    (f"{N} held talks with Kenyan President William Ruto over the fighting in Sudan.", "held"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_why(text: str, expected: str) -> None:
    (found,) = read_text(text, published=PUBLISHED, is_final=True).engagements
    cause = found.cause
    assert found.status + (f" {cause.type}: {cause.words}" if cause else "") == expected
