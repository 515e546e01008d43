"""Plans that change: what a trip called off was for, attendance, what goes ahead, a body's own summit."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 3, 15)

# (text, expected): "kind status host earliest" of each engagement in the order told.
CASES = [
    # what a trip was for stands as the trip does, unless it had a goal of its own
    (
        "Norwegian Prime Minister Ola Berg called off his trip on Saturday to participate in the ASEAN summit in Malaysia.",
        ["summit cancelled MY None"],
    ),
    (
        "Norwegian Prime Minister Ola Berg postponed a trip to Kenya to attend a summit on climate.",
        ["visit postponed KE None"],
    ),
    (
        "Norwegian Prime Minister Ola Berg's participation in the APEC summit in South Korea has also been cancelled.",
        ["summit cancelled KR None"],
    ),
    (
        "Norwegian Prime Minister Ola Berg has cancelled his attendance at the APEC summit in South Korea.",
        ["summit cancelled KR None"],
    ),
    ("Norwegian Prime Minister Ola Berg praised the attendance at the concert in South Korea.", []),
    # the page's only traveller
    (
        "The state visit of Norwegian Prime Minister Ola Berg to Kenya has been postponed. The trip to Uganda will proceed "
        "as planned between April 9 and 11.",
        ["visit postponed KE None", "visit confirmed UG 2024-04-09"],
    ),
    # what goes ahead will be; what went ahead was
    (
        "The visit of Norwegian Prime Minister Ola Berg to Uganda will go ahead as scheduled on Monday.",
        ["visit confirmed UG 2024-03-18"],
    ),
    ("The visit of Norwegian Prime Minister Ola Berg to Uganda went ahead on Monday.", ["visit held UG 2024-03-11"]),
    ("Talks between Norway and Kenya are proceeding in Oslo.", ["talks under_way NO 2024-03-15"]),
    ("The visit of Norwegian Prime Minister Ola Berg to Uganda did not proceed.", ["visit cancelled UG None"]),
    # a body's own summit, wherever it is
    ("The annual summit of the African Union has been postponed to October.", ["summit rescheduled None 2024-10-01"]),
    # the old day in a clause of its own, a state before it is on again, a departure put off
    (
        "The visit of Kenyan President William Ruto to Somalia, which was to begin on Monday, will now take place in April.",
        ["visit rescheduled SO 2024-04-01"],
    ),
    # the day for which it had been planned, and one on which something else is told of the plan
    (
        "Kenyan President William Ruto will visit Somalia on April 10. The visit had been planned for Wednesday.",
        ["visit rescheduled SO 2024-04-10"],
    ),
    (
        "Kenyan President William Ruto will visit Somalia on April 10. The visit had been planned at the union Wednesday.",
        ["visit announced SO 2024-04-10"],
    ),
    (
        "Talks between Kenya and Somalia, suspended since March, are to resume on Monday in Djibouti.",
        ["talks announced DJ 2024-03-18"],
    ),
    (
        "The postponed visit of Kenyan President William Ruto to Somalia will take place in May.",
        ["visit rescheduled SO 2024-05-01"],
    ),
    ("The cancelled visit of Kenyan President William Ruto to Somalia will cost millions.", ["visit cancelled SO None"]),
    ("Kenyan President William Ruto has delayed his departure for Somalia by two days.", ["visit postponed SO None"]),
    ("Kenyan President William Ruto's visit to Somalia has been confirmed for May 5.", ["visit confirmed SO 2024-05-05"]),
    (
        "Kenyan President William Ruto's visit to Somalia was confirmed on Thursday by his office.",
        ["visit confirmed SO None"],
    ),
    # a ceremony is where its person is
    (
        "Kenyan President William Ruto will attend the inauguration of Somali President Hassan Sheikh Mohamud.",
        ["ceremony announced SO None"],
    ),
    # what was to be on a journey that is off
    (
        "Kenyan President William Ruto has postponed his trip to Norway. Ruto had been due to meet Prime Minister Ola Berg in "
        "Bergen.",
        ["visit postponed NO None", "meeting postponed NO None"],
    ),
    (
        "Kenyan President William Ruto will not travel to Oslo. He was scheduled to hold talks with Prime Minister Ola Berg.",
        ["visit denied NO None", "talks denied NO None"],
    ),
    (
        "Kenyan President William Ruto has cancelled a tour of Europe. The trip was expected to include Norway and Belgium.",
        ["visit cancelled NO None", "visit cancelled BE None"],
    ),
    (
        "Kenyan President William Ruto put off a foreign tour. The tour would have taken him to Norway and Belgium.",
        ["visit postponed NO None", "visit postponed BE None"],
    ),
    (
        "Kenyan President William Ruto cancelled a foreign trip. He will visit Norway in May.",
        ["visit announced NO 2024-05-01"],
    ),
    # who stays away, and who goes instead
    ("Kenyan President William Ruto will miss the APEC summit in South Korea.", ["summit cancelled KR None"]),
    ("Kenyan President William Ruto will stay away from the summit in South Korea.", ["summit declined KR None"]),
    ("Kenyan President William Ruto will be absent from the summit in South Korea.", ["summit declined KR None"]),
    ("Kenyan President William Ruto missed the chance of a visit to South Korea.", []),
    (
        "Kenyan President William Ruto will not attend the summit in Seoul. Foreign Minister Musalia Mudavadi will go in his "
        "place.",
        ["summit declined KR None", "visit announced KR None"],
    ),
    (
        "Kenyan President William Ruto will be represented at the APEC summit in Seoul by Foreign Minister Musalia Mudavadi.",
        ["summit announced KR None"],
    ),
    ("Kenyan Foreign Minister Musalia Mudavadi will lead the Kenyan delegation to the talks in Oslo.",
     ["talks announced NO None"]),
    ("Kenyan President William Ruto will go to bed early instead.", []),
    (
        "Kenyan President William Ruto will be absent from the summit in Seoul on Friday. The foreign minister will stand in for "
        "him.",
        ["summit declined KR 2024-03-15", "visit announced KR 2024-03-15"],
    ),
    (
        "Kenyan President William Ruto dropped out of the APEC summit in Seoul. Adviser Ali Hassan will fill in for him.",
        ["summit cancelled KR None", "visit announced KR None"],
    ),
    # his refusal is his own: the gathering is told of apart, and gives place and days
    (
        "The African Union summit will be held in Kigali on June 3. Kenyan President William Ruto will not attend.",
        ["summit announced RW 2024-06-03", "summit declined RW 2024-06-03"],
    ),
    (
        "The African Union summit opened in Kigali on Friday. Kenyan President William Ruto has cancelled his attendance.",
        ["summit under_way RW 2024-03-15", "summit cancelled RW 2024-03-15"],
    ),
    (
        "Kenyan President William Ruto will not attend the African Union summit, which is scheduled for Kigali from June 3 to 5.",
        ["summit declined RW 2024-06-03"],
    ),
    (
        "Norwegian Prime Minister Ola Berg will stay at home instead of attending the summit in Nairobi.",
        ["summit declined KE None"],
    ),
    ("Norwegian Prime Minister Ola Berg ruled out taking part in the summit in Nairobi.", ["summit declined KE None"]),
    ("Norwegian Prime Minister Ola Berg did not take part in the summit in Nairobi on Sunday.", []),
    ("Norwegian Prime Minister Ola Berg declined to attend.", []),
    ("Neither Norwegian Prime Minister Ola Berg nor Kenyan President William Ruto will attend the summit in Lima.",
     ["summit declined PE None", "summit declined PE None"]),
    ("Norwegian Prime Minister Will Not Attend Summit In Nairobi", ["summit declined KE None"]),
    # put off till later, called off though planned, kept from it
    ("Norwegian Prime Minister Ola Berg will not visit Kenya until the autumn.", ["visit postponed KE None"]),
    ("The visit of Norwegian Prime Minister Ola Berg to Kenya will not take place before July.", ["visit postponed KE None"]),
    ("Talks between Kenya and Somalia will not be held until the border reopens.", ["talks postponed None None"]),
    ("Norwegian Prime Minister Ola Berg will not travel to Kenya on Monday as planned.", ["visit cancelled KE 2024-03-18"]),
    (
        "Norwegian Prime Minister Ola Berg will not be visiting Nairobi on Monday as had been announced, her office said.",
        ["visit cancelled KE 2024-03-18"],
    ),
    ("A strike prevented Norwegian Prime Minister Ola Berg from travelling to Nairobi.", ["visit cancelled KE None"]),
    ("Illness stopped Kenyan President William Ruto from meeting Norwegian Prime Minister Ola Berg.",
     ["meeting cancelled None None"]),
    ("Nothing will stop Norwegian Prime Minister Ola Berg from visiting Kenya in May, she said.",
     ["visit confirmed KE 2024-05-01"]),
    ("Norwegian Prime Minister Ola Berg kept her visit to Kenya a secret.", []),
    # another day than was planned
    ("Norwegian Prime Minister Ola Berg will visit Kenya on March 27 rather than on Monday.", ["visit rescheduled KE 2024-03-27"]),
    ("Talks between Norway and Kenya will start on Tuesday instead of Thursday.", ["talks rescheduled None 2024-03-19"]),
    (
        "The visit of Norwegian Prime Minister Ola Berg to Kenya, twice postponed, is to take place on Thursday.",
        ["visit rescheduled KE 2024-03-21"],
    ),
    ("Norwegian Prime Minister Ola Berg's long-delayed trip to Kenya is set for May 3.", ["visit rescheduled KE 2024-05-03"]),
    (
        "New dates for Norwegian Prime Minister Ola Berg's visit to Kenya are being discussed through diplomatic channels.",
        ["visit postponed KE None"],
    ),
    ("Norway and Kenya have set a new date for talks in Oslo.", ["talks rescheduled NO None"]),
    (
        "Norwegian Prime Minister Ola Berg's visit to Kenya, which should have begun on Sunday, will begin on Tuesday instead.",
        ["visit rescheduled KE 2024-03-19"],
    ),
    (
        "Norway and Kenya have set a new date for their talks. The two sides will meet in Oslo on June 10.",
        ["meeting rescheduled NO 2024-06-10"],
    ),
    # who would miss what is put off; likely changes; what did not come off; where who says it is
    (
        "A summit of the African Union in Kigali was postponed on Wednesday. Kenyan President William Ruto was likely to miss the "
        "summit.",
        ["summit postponed RW None"],
    ),
    ("Kenyan President William Ruto is likely to cancel a visit to Somalia.", ["visit announced SO None"]),
    ("The visit by Kenyan President William Ruto to Somalia did not come off.", ["visit cancelled SO None"]),
    ("The planned visit of Kenyan President William Ruto to Somalia did not materialise.", ["visit cancelled SO None"]),
    ("A summit of Kenya and Somalia is on again, diplomats in Brussels said.", ["summit announced None None"]),
    ("No Kenyan minister will be sent to the talks in Mogadishu.", ["visit denied SO None"]),
    (
        "Norwegian Prime Minister Ola Berg had planned to travel to Kenya this week. She broke off the journey on Tuesday.",
        ["visit held KE 2024-03-12"],
    ),
    (
        "Norwegian Prime Minister Ola Berg has postponed her visit to Uganda but will be going ahead with the Kenya visit.",
        ["visit postponed UG None", "visit confirmed KE None"],
    ),
    # broken off under way, walked out of, broken up, gone ahead with
    ("Norwegian Prime Minister Ola Berg broke off a trip to Kenya.", ["visit held KE None"]),
    ("Norway broke off talks with Kenya.", ["talks cancelled None None"]),
    ("Norwegian Prime Minister Ola Berg has interrupted her visit to Kenya.", ["visit held KE None"]),
    ("The Norwegian delegation walked out of the talks with Kenya in Geneva on Monday.", ["talks held CH 2024-03-11"]),
    ("Talks in Geneva between Norway and Kenya broke up on Sunday without agreement.", ["talks held CH 2024-03-10"]),
    ("Norwegian Prime Minister Ola Berg is pressing ahead with a trip to Kenya.", ["visit confirmed KE None"]),
    ("Norwegian Prime Minister Ola Berg is thinking of going to Kenya.", ["visit proposed KE None"]),
    # a gathering's long name; what is cut short has been
    (
        "Kenyan President William Ruto called off his trip to participate in the 47th Association of Southeast Asian Nations "
        "(ASEAN) summit in Malaysia.",
        ["summit cancelled MY None"],
    ),
    ("Kenyan President William Ruto decided on Thursday to cut short his visit to Ethiopia.", ["visit held ET 2024-03-14"]),
    # what a journey long made was for
    (
        "Kenyan President William Ruto travelled to Oslo to meet Prime Minister Ola Berg of Norway on March 20, 2021.",
        ["visit held NO 2021-03-20", "meeting held NO 2021-03-20"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[-40:] if isinstance(value, str) else "")
def test_what_becomes_of_a_plan(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [f"{e.kind} {e.status} {e.host_country} {e.when.earliest}" for e in found] == expected
