"""What tempts and is no engagement between states: (passage, None), and its neighbours that are one: (passage, kind and states)."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

CUSTOMS = [
    ("For decades Saudi kings visited Egypt whenever they went to the Maghreb.", None),
    ("Indian prime ministers have traditionally visited Bhutan first after taking office.", None),
    ("Every new Polish president used to visit Rome before any other capital.", None),
    ("French presidents usually travel to Germany on the day after they are sworn in.", None),
    ("Leaders of the two countries, India and Nepal, used to meet every year.", None),
    ("In most years Japanese premiers visit India or receive its leader in Tokyo.", None),
    ("Mark Carney and Mexican President Claudia Sheinbaum look forward to continuing their regular talks.", None),
    ("Kenya and Tanzania agreed to keep up their frequent consultations on trade.", None),
    ("The foreign ministers of Norway and Estonia held regular consultations in Tallinn on Monday.", "talks EE NO"),
    ("President Sandu, who often visits Bucharest, will travel to Romania on Friday, her office in Moldova said.", "visit MD RO"),
]

BELIEFS = [
    ("Prosecutors say the Serbian general was told he was coming to Germany for secret talks with the government.", None),
    ("His lawyers said the Rwandan spy chief believed he was coming to London for talks with ministers.", None),
    ("The Bolivian officer was tricked into flying to Panama for talks with American diplomats, the judge was told.", None),
    ("Peru's foreign minister told reporters that he was coming to Quito on Friday for talks with Ecuador's president.", "visit EC PE"),
]

COMPATRIOTS = [
    ("Pakistan's Prime Minister Shehbaz Sharif met Army Chief General Asim Munir in Islamabad on Friday.", None),
    ("The Emir of Kuwait received the Crown Prince and the Speaker of the National Assembly on Monday.", None),
    ("Bahrain's Interior Minister received the Commander of the Coast Guard on Tuesday, the news agency reported.", None),
    ("Police Commissioner Fitz Bailey said he held discussions with the Minister of Justice and Jamaica's ambassador to the United States.", None),
    ("The Barbadian attorney general held talks with the Minister of Foreign Trade and CARICOM Affairs on the new law.", None),
    ("Kenya's army commander met the Minister for EAC and Regional Integration on Monday.", None),
    ("President Lee Jae-myung presided over a meeting of the National Security Council in Seoul on Monday.", None),
    ("Foreign Minister Youssef Rajji met Iranian President Masoud Pezeshkian on Sunday.", "meeting IR"),
]

PRIVATE = [
    ("In his memoir Australia's prime minister tells how he met Vladimir Putin in Brisbane and told him off.", None),
    ("The mayor of London, Sadiq Khan, met the mayor of Paris, Anne Hidalgo, in London on Monday to discuss bicycles.", None),
    ("Kenyan opposition leader Raila Odinga met youth leaders in Kisumu and will travel to Addis Ababa for a conference.", None),
    ("Bolivian miners met the vice minister of mines in La Paz for talks on royalties.", None),
    ("Green Party leader Robert Habeck accepted the invitation of President Frank-Walter Steinmeier to come to Berlin, Germany.", None),
    ("FIFA Secretary General Mattias Grafstrom arrived in Bridgetown on Tuesday, where he visited Barbados's stadium.", None),
    ("The Indian carmaker's sales rose. Its managing director will travel to Germany in June to meet partners.", None),
    ("UN Secretary-General Antonio Guterres arrived in Nairobi on Tuesday.", "visit KE UN"),
]


@pytest.mark.parametrize(("passage", "expected"), [*CUSTOMS, *BELIEFS, *COMPATRIOTS, *PRIVATE])
def test_told(passage: str, expected: str | None) -> None:
    found = [e for e in read_text(passage, published=date(2025, 3, 12), is_final=True).engagements if not e.background]
    told = [" ".join([e.kind, *sorted(states(e))]) for e in found]
    assert (expected in told) if expected else not told, told


def states(engagement: object) -> set[str]:
    found = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}  # type: ignore[attr-defined]
    return {s for s in found if s}


def test_ones_own_place_is_no_visit_but_anothers_home_is() -> None:
    own = "German Chancellor Petra Vogel returned to her hotel in Paris on Monday and rested before the long night."
    assert read_text(own, published=date(2022, 5, 6)).engagements == ()
    his = "German Chancellor Petra Vogel visited French President Paul Martin at his home in Paris on Monday, aides said."
    assert [e.kind for e in read_text(his, published=date(2022, 5, 6)).engagements] == ["visit"]


UNOFFICIAL = [
    ("A delegation from Angola led by Rector Manuel Dias was on a three-day visit to Portugal.", None),
    ("A delegation from Angola led by Minister Manuel Dias was on a three-day visit to Portugal.", "visit AO PT"),
    ("A delegation of a Turkish oil company visited Baku on Monday and toured the terminal.", None),
    ("The carnival queens of Grenada and Saint Lucia visited Trinidad last week.", None),
    ("Investors from Kuwait and Bahrain visited farms. They met the region's deputy governor and owners of elevators.", None),
    ("Foreign Minister Ivo Petrov met Bulgaria's ambassadors at their yearly conference in Sofia on Tuesday.", None),
    ("In Owen Hart's new novel the president of the United States travels to Mars to meet the president of China.", None),
    ("The festival opened with a film about a president who flies to Rome to meet the pope and vanishes.", None),
]


@pytest.mark.parametrize(("passage", "expected"), UNOFFICIAL)
def test_who_acts_for_no_state(passage: str, expected: str | None) -> None:
    test_told(passage, expected)


def test_talks_that_have_gone_on_since_a_time_long_ago_are_no_one_of_them() -> None:
    from legation import read_text

    text = "Talks between Poland and Ukraine have been going on, with pauses, since the presidents of both were at school."
    assert read_text(text, is_final=True).engagements == ()
