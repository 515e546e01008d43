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
    # measured against the plan
    (f"{T} will not be in Oslo on Monday after all, his office said.", "cancelled"),
    (f"{T} is not coming to Norway next week after all.", "cancelled"),
    (f"Kenyan officials confirmed that {T} would not now visit Norway.", "cancelled"),
    (f"{V} will not take place.", "cancelled"),
    (f"The stopover that {T} was to make in Oslo next week will not take place, officials said.", "cancelled"),
    (f"There will be no visit of {T} to Norway next week: the two governments called it off.", "cancelled"),
    (f"{T} will not be coming to Norway for the time being.", "postponed"),
    (f"{T} will visit Norway on June 10, three weeks later than planned.", "rescheduled"),
    (f"{V} has a new date: June 10.", "rescheduled"),
    (f"A new date, June 10, has been set for the visit of {T} to Norway.", "rescheduled"),
    (f"A new date is being sought for the visit of {T} to Norway.", "postponed"),
    (f"{V} will have to wait.", "postponed"),
    (f"{V} was due next week but is now on hold.", "postponed"),
    (f"{T} has changed his mind about visiting Norway.", "cancelled"),
    (f"{T} has thought better of his visit to Norway.", "cancelled"),
    (f"{T} has decided against travelling to Norway next week.", "denied"),
    (f"{V} was a casualty of the budget crisis in Nairobi.", "cancelled"),
    (f"{V} stands, his office said.", "confirmed"),
    (f"{V} remains on the calendar, his office said.", "confirmed"),
    # the plan told, then what became of it
    (f"{T} was due in Oslo on Friday. He will not be coming, his office said on Tuesday.", "cancelled"),
    (f"{T} was due in Oslo on Friday. He will not be coming for the time being, his office said.", "postponed"),
    (f"{T} had been due in Oslo on Monday but stayed at home.", "cancelled"),
    (f"{T} had been expected in Oslo on Monday but cried off.", "cancelled"),
    (f"{T} was to visit Norway next week. Otieno has now dropped the idea.", "cancelled"),
    (f"{T} was to visit Norway next week. That plan has been shelved.", "postponed"),
    (f"{T} was to visit Norway next week. Those plans are off.", "cancelled"),
    (f"{T} was to visit Norway next week. The two sides settled on a postponement.", "postponed"),
    (f"{T} will not be in Oslo on Monday after all. He dropped the plan because of a full diary.", "cancelled"),
    (f"{T} was to visit Norway on Monday. He will now come on June 10.", "rescheduled"),
    (f"{T} was to visit Norway on Monday. The visit is now planned for June 10.", "rescheduled"),
    (f"{V} has been put off. He is now expected on June 10.", "rescheduled"),
    (f"{T} cancelled his visit to Norway last week. On Tuesday he said he would go after all.", "announced"),
    (f"{T} cancelled his visit to Norway last week. The visit is back on, his office said on Tuesday.", "announced"),
    (f"{T} will travel to Norway on June 10. The visit was cancelled in March.", "announced"),
    (f"{T} is staying in Nairobi next week rather than flying to Norway.", "cancelled"),
    (f"{T} will no longer be in Oslo on Friday. The visit will be made at a later date, he said.", "postponed"),
    (f"{T} has set aside his visit to Norway for now.", "postponed"),
    (f"{T} has deferred his visit to Norway to June 10.", "rescheduled"),
    (f"Kenyan president postpones visit to Norway\n\nNAIROBI, May 15 - The visit of {T} was to begin on Monday.", "postponed"),
    (f"{T} was to visit Norway on Monday. The new date is June 10.", "rescheduled"),
    (f"Newspapers reported that {T} would visit Norway next week. His office denied it.", "denied"),
    (f"Newspapers reported that {T} would visit Norway next week. There are no such plans, his office said.", "denied"),
    (f"Newspapers reported that {T} had called off his visit to Norway. His office denied it.", "confirmed"),
    (f"The visit of {T} to Norway next week has been delayed indefinitely.", "postponed"),
    (f"{T} will not be going to Norway on Saturday. His office pulled the plug on the trip.", "cancelled"),
    (f"Norway has postponed until further notice the visit of {T}.", "postponed"),
    (f"Newspapers told of a visit by {T} to Norway. His office dismissed reports of the visit. There are no such plans.", "denied"),
    # a place left out is no journey called off
    (f"{T} is due in Bergen on Monday. He is not going to Oslo.", "announced"),
    (f"{T} will visit Norway on Monday. A stop in Bergen has been dropped from the programme.", "announced"),
    # on publication
    (f"{T} is in Oslo for two days and is to leave again on Thursday.", "under_way"),
    (f"{T} has been in Oslo since Monday.", "under_way"),
    (f"{T} visited Norway on Tuesday. Otieno is to leave again on Thursday.", "under_way"),
    (f"{T} made a visit to Norway on Wednesday. He will fly back to Nairobi on Friday.", "under_way"),
    (f"Otieno travels to Oslo\n\n{T} visited Norway on Tuesday.", "held"),
    # a plan that is off had been one
    (f"Kenyan president scraps Bergen trip\n\n{T} will not be in Norway on Monday after all.", "cancelled"),
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
    (f"It is unclear whether the visit of {T} to Norway next week will go ahead.", "doubtful"),
    (f"{T} is weighing whether to cancel his visit to Norway.", "doubtful"),
    (f"A cabinet crisis has cast doubt on the visit of {T} to Norway.", "doubtful"),
    (f"A cabinet crisis has thrown the visit of {T} to Norway into doubt.", "doubtful"),
    (f"A cabinet crisis threatens the visit of {T} to Norway.", "doubtful"),
    (f"Talk of a cancellation of the visit of {T} to Norway is premature, officials said.", "doubtful"),
]


@pytest.mark.parametrize(("text", "certainty"), DOUBTFUL)
def test_doubt(text: str, certainty: str) -> None:
    [engagement] = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert (engagement.status, engagement.certainty) == ("announced", certainty)


# (text, states and hosts told): words that only look like what became of a plan
OTHERWISE = [
    (f"{T} will visit Norway on Monday. It is unclear whether parliament will sit.", ["visit announced KE,NO @NO"]),
    (f"{T} met Norwegian Prime Minister Ola Lie in Oslo on Tuesday. The peace plan was dropped.", ["meeting held KE,NO @NO"]),
    (f"{T} met Norwegian Prime Minister Ola Lie in Oslo on Tuesday. They agreed on a postponement of the vote.",
     ["meeting held KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. He was accused of fraud. His office denied it.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. There are no such plans for the opposition.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. The session of parliament was put off.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. The call was cancelled.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. Rain will not come.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. He called reports of a strike false.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. The idea of a free port was dropped.", ["visit announced KE,NO @NO"]),
    (f"{T} is in Oslo. The vote is expected on Friday.", ["visit under_way KE,NO @NO"]),
    (f"{T} met Norwegian Prime Minister Ola Lie in Oslo on Tuesday. He left on Wednesday.", ["meeting held KE,NO @NO"]),
    (f"{T} visited Norway on Monday. His wife stayed at home.", ["visit held KE,NO @NO"]),
    (f"{T} will visit Norway on Monday. Spring will not come before May.", ["visit announced KE,NO @NO"]),
    (f"{T} will visit Norway on Monday, not on Tuesday.", ["visit announced KE,NO @NO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERWISE)
def test_other_things_said(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


# (text, the lines told): a guest who met one and is yet to meet another is still there; what was for a trip is off with it
BESIDE = [
    (f"Norwegian Prime Minister Ola Lie received {T} in Oslo on Wednesday. King Erik of Norway will welcome Otieno later in the day.",
     ["meeting held KE,NO @NO", "visit under_way KE,NO @NO"]),
    (f"{T} has cancelled his visit to Norway. Otieno was to meet Norwegian Prime Minister Ola Lie in Oslo.",
     ["meeting cancelled KE,NO @NO", "visit cancelled KE,NO @NO"]),
    (f"The visit of {T} to Norway has been moved to June, along with his trip to Finland.",
     ["visit rescheduled FI,KE @FI", "visit rescheduled KE,NO @NO"]),
    (f"{T} and Norwegian Prime Minister Ola Lie were to speak by phone next week. Otieno cancelled the call.",
     ["call cancelled KE,NO"]),
    (f"{T} and Norwegian Prime Minister Ola Lie were to hold a summit in Oslo next week. The gathering has been put off.",
     ["summit postponed KE,NO @NO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_beside_a_visit(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("text", [f"{V} has been postponed.", f"{V} will not take place.", f"{V} was called off on Tuesday."])
def test_what_is_changed_was_planned(text: str) -> None:
    [engagement] = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [past.status for past in engagement.history] == ["announced"]
