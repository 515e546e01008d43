"""Whether something goes on, is over or is yet to be, where the clause that tells it is about something else."""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    # A headline's present is of a sitting that is over; of a visit it may be of one that goes on.
    ("At Oslo meeting, Lund urges Chile's President Pablo Mora to visit Norway\n\nNorway's Prime Minister Erik Lund met Mora in "
     "Oslo on Monday.", ["meeting held CL,NO @NO", "visit proposed CL,NO @NO"]),
    ("Norwegian premier urges calm during talks with Kenyan president", ["talks held KE,NO"]),
    ("Foreign ministers of Norway and Chile discuss fishing at Bergen meeting", ["meeting held CL,NO @NO"]),
    ("The foreign ministers of Norway and Chile are discussing trade at a meeting in Oslo.", ["meeting under_way CL,NO @NO"]),
    ("On a visit to Chile, Norwegian Prime Minister Erik Lund praises ties.", ["visit under_way CL,NO @CL"]),
    # What is done once it has been: a perfect of what is to come.
    ("The talks can resume once Ghana's foreign minister has visited Togo, the presidency said.", ["visit announced GH,TG @TG"]),
    ("Nothing will be made public until the Ghanaian president has met his Togolese counterpart.", ["meeting announced GH,TG"]),
    ("Estonia's cabinet will decide when Foreign Minister Pille Tamm has returned from Paris.", []),
    ("Ghana's president signed the bill after he had returned from a visit to Togo on Friday.", ["visit held GH,TG @TG"]),
    # A word on the visit says that it goes on.
    ("Lado Beridze, Georgia's Minister of Defence, at present on a visit to Lithuania, was received yesterday by President Jonas "
     "Petraitis.", ["meeting held GE,LT @LT", "visit under_way GE,LT @LT"]),
    ("Oman's Foreign Minister Badr Saif, currently on a visit to Kuwait, was received on Tuesday by the Crown Prince of Kuwait.",
     ["meeting held KW,OM @KW", "visit under_way KW,OM @KW"]),
    ("Rui Costa, Portugal's foreign minister, will meet President Mutua on Thursday in the course of his ongoing visit to Kenya.",
     ["meeting announced KE,PT @KE", "visit under_way KE,PT @KE"]),
    # Where it is told from stands before a colon, and is neither received nor met.
    ("Kuwait: Foreign Minister Badr Saif of Oman, on a visit to Kuwait, was received on Tuesday by Sheikh Nasser Al Salem, Crown "
     "Prince of the State of Kuwait.", ["meeting held KW,OM @KW", "visit held KW,OM @KW"]),
    ("Kuwait City: Oman's Foreign Minister Badr Saif met the Crown Prince on Monday.", ["meeting held KW,OM @KW"]),
    ("Iran: No talks with the US planned", []),
    ("Nairobi, 13 May 2024: Musa Kip, the foreign minister of Kenya, met the foreign minister of Uganda.",
     ["meeting held KE,UG @KE"]),
    # What is told of the round is told of the talks.
    ("A round of talks between Chad and Niger, set for Friday in Niamey, will not take place, officials said.",
     ["talks cancelled NE,TD @NE"]),
    ("A meeting between the presidents of Ghana and Togo will not take place this year, the spokesman said.",
     ["meeting denied GH,TG"]),
    # Who does not come home for a visit leaves it as it stands.
    ("The king does not intend to return early for the visit of Chile's president to Spain on Friday.", ["visit announced CL,ES @ES"]),
    ("Chile's president does not intend to come to Madrid for a visit on Friday.", ["visit denied CL,ES @ES"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:50] for text, _ in ROWS])
def test_whether_it_goes_on(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
