"""Whose a speaker is, by what the page has told before: (address, text, speakers by name, body or country)."""

from __future__ import annotations

import pytest

import legation
from legation.api import statements_of
from legation.records import Article, Block, Speaker


def label(speaker: Speaker) -> str | None:
    return speaker.name or speaker.organisation or speaker.office


SPEAKERS: list[tuple[str, list[str | None]]] = [
    # whoever adds has spoken before, whoever else is named since
    (
        "Trade Minister Jonas Berg said more time was needed. “Talks are going well,” Berg told the press.\n"
        "The Labour Party demanded 100 seats. The Centre Party claimed 60, and Gunnar Tveit two.\n"
        "“All should be ready to give way,” he added.",
        ["Jonas Berg", "Jonas Berg", "Labour Party", "Jonas Berg"],
    ),
    # who is yet to take office
    (
        "President Uhuru Kenyatta received Umaro Lund, the president-elect of Guinea-Bissau. The incoming president said "
        "that peace was near.",
        ["Umaro Lund"],
    ),
    # an office goes on as "he", whoever else is named before
    (
        "Foreign Minister Hasan Mahmud said ties were good. The high commissioner said his country would help. He also said "
        "that trade would grow.",
        ["Hasan Mahmud", "high commissioner", "high commissioner"],
    ),
    # a name beside an office that the parser took for a body's
    ("“They are sore losers,” a presidential aide, Bayo Onanuga, said.", ["Bayo Onanuga"]),
    # a name that is called a paper, and "it"
    (
        "According to Oslo Tidende, a newspaper considered close to Minister Berg, the visit is off. A new one was likely in "
        "May, it said.",
        ["Oslo Tidende", "Oslo Tidende"],
    ),
    # who issued a document
    (
        "A statement issued by the president's media aide, Gunnar Tveit, said the trip was off. The statement added that a "
        "new date would be named.",
        ["Gunnar Tveit", "Gunnar Tveit"],
    ),
    ("The trip is off, according to a statement issued by Gunnar Tveit, the spokesman.", ["Gunnar Tveit"]),
    ("A letter written by Minister Anna Berg to the board said the plan was void.", ["Anna Berg"]),
    ("A press release by the Ministry of Fisheries said the talks had failed.", ["Ministry of Fisheries"]),
    (
        "The visit is off, foreign ministry spokesperson Gunnar Tveit said in a statement. “New dates are being "
        "discussed,” it said.",
        ["Gunnar Tveit", "Gunnar Tveit"],
    ),
    (
        "The World Bank's latest report said growth would slow. The study found that debt was rising.",
        ["World Bank", "World Bank"],
    ),
    (
        "A new report from the International Monetary Fund said growth would slow. The report warned that debt was rising.",
        ["IMF", "IMF"],
    ),
    # whom an outlet quotes
    ('"The Commission notes the report," Nordic news agency quoted chairman Jonas Lund as saying.', ["Jonas Lund"]),
    ('"We are ready," the agency quoted the minister, Anna Berg, as telling reporters.', ["Anna Berg"]),
    # what the page joined to a name
    ("Actor Gunnar Tveit came to Oslo on Monday. The 66-year-old actor said he was glad.", ["Gunnar Tveit"]),
    ("Gunnar Tveit, 41, left jail on Monday. The former banker said he was innocent.", ["Gunnar Tveit"]),
    (
        "Jonas Berg said the show was over. Singer Anna Low left the hall. “I am glad,” the singer said.",
        ["Jonas Berg", "Anna Low"],
    ),
    (
        "Anna Low is a nurse in Oslo. Minister Jonas Berg said wards were full. The nurse said she had no rest.",
        ["Jonas Berg", "Anna Low"],
    ),
    (
        "Minister Jonas Berg said talks were near. The director of the fund said money was short.",
        ["Jonas Berg", "director of the fund"],
    ),
    (
        "Monsignor Paul Marin said the visit would be short. “It is about faith,” the diplomatic representative of the Holy "
        "See said.",
        ["Paul Marin", "Paul Marin"],
    ),
    (
        "EC Chairperson Jonas Lund spoke on Friday. Lund said the vote was off. “We appeal for calm,” the EC chair added.",
        ["Jonas Lund", "Jonas Lund"],
    ),
    ("British carmaker Lundcar said it would close the plant.", ["Lundcar"]),
    (
        "West African bloc ECOWAS on Sunday withdrew a statement announcing a summit, saying no meeting was planned.",
        ["ECOWAS"],
    ),
    ("Cuban President Miguel Diaz-Lund Bermudez said he would not attend.", ["Miguel Diaz-Lund Bermudez"]),
    (
        "Moon later tweeted that the meeting was a “rare chance that may serve as a start” for ties and expressed regret that "
        "it did not lead to talks.",
        ["Moon", "Moon"],
    ),
    # a name and what stands beside it
    ("The vote was won by Jonas Lund, a former general who has vowed to end the war.", ["Jonas Lund"]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[t[:40] for t, _ in SPEAKERS])
def test_who_speaks(text: str, expected: list[str | None]) -> None:
    assert [label(s.speaker) for s in legation.statements(text)] == expected


STATES: list[tuple[str | None, str, list[str | None]]] = [
    (
        "https://www.dawn.com/news/1",
        "The visit is off, a foreign ministry announcement said. It added that talks go on.",
        ["PK", "PK"],
    ),
    (None, "The visit is off, a foreign ministry announcement said.", [None]),
    (
        None,
        "The visit is off, the German government said. The government spokesman said he regretted it.",
        ["DE", "DE"],
    ),
    ("https://www.dawn.com/news/1", "The ministries said the visit was off.", [None]),
]


@pytest.mark.parametrize(("url", "text", "countries"), STATES)
def test_a_body_named_without_its_state(url: str | None, text: str, countries: list[str | None]) -> None:
    article = Article(text=text, blocks=(Block(0, len(text)),), url=url)
    assert [s.speaker.country for s in statements_of(article)] == countries
