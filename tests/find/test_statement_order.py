"""Attributions set into, before and behind what they report: (text, [(words of the speaker, content)])."""

from __future__ import annotations

import pytest

import legation

TABLE: list[tuple[str, list[tuple[str, str]]]] = [
    # verb before its subject at the end
    (
        "Minister Anna Berg had a talk with her colleague Daniel Otieno, reports the press service of the ministry.",
        [
            (
                "the press service of the ministry",
                "Minister Anna Berg had a talk with her colleague Daniel Otieno",
            )
        ],
    ),
    (
        "Among these is the end of voting rights, a fight some would have avoided, said one of the two.",
        [("one of the two", "Among these is the end of voting rights, a fight some would have avoided")],
    ),
    # a name with an apposition between commas
    (
        "They found nothing to worry about, Jonas Lund, one of his secretaries, told the agency.",
        [("Jonas Lund, one of his secretaries", "They found nothing to worry about")],
    ),
    # whoever is quoted as saying it
    ("Talks would go on, the minister was quoted by the agency as saying.", [("the minister", "Talks would go on")]),
    (
        "Nurses need help, the minister was quoted as saying, and nobody can give it.",
        [("the minister", "Nurses need help")],
    ),
    # going on
    (
        "Oslo and Bergen, Minister Berg went on, must both give way.",
        [("Minister Berg", "Oslo and Bergen must both give way")],
    ),
    ("Trade would grow in May, he went on.", [("he", "Trade would grow in May")]),
    # as somebody says or puts it
    ("Trade will grow in May, as the minister put it.", [("the minister", "Trade will grow in May")]),
    ("As the minister said, trade will grow.", [("the minister", "trade will grow")]),
    # a view
    ("In Berg's view the talks were dead.", [("Berg's", "the talks were dead")]),
    (
        "It was the turn of General Jonas Berg, in whose view the West was preparing for war.",
        [("General Jonas Berg", "the West was preparing for war")],
    ),
    ("In our view the talks were dead.", []),
    # when it was told stands between the cue and its clause
    (
        "Prosecutor Berg confirmed when contacted that the trial would go on.",
        [("Prosecutor Berg", "the trial would go on")],
    ),
    ("Berg said when asked about the trip that it would go ahead.", [("Berg", "it would go ahead")]),
    (
        "Minister Berg had let it be known only days ago that the two would sign a deal.",
        [("Minister Berg", "the two would sign a deal")],
    ),
    # who passes it on stands between the cue and its clause
    (
        "Minister Berg told them, according to a note from his office, that pay had come late.",
        [("Minister Berg", "pay had come late")],
    ),
    # a body of state answers for what it tells of others
    (
        "According to the ministry, the two agreed that ties left room for more.",
        [("the ministry", "the two agreed that ties left room for more")],
    ),
    # both sides of an attribution
    (
        "But on Saturday the ministers broke up after nine hours, the presidency said, because Kigali insisted on talks.",
        [("the presidency", "on Saturday the ministers broke up after nine hours because Kigali insisted on talks")],
    ),
    (
        "Without a promise on that point, he argued, the presidents would have met for nothing.",
        [("he", "Without a promise on that point the presidents would have met for nothing")],
    ),
    (
        "Universities were waking up to research, she noted, and more exchange could only do them good.",
        [("she", "Universities were waking up to research more exchange could only do them good")],
    ),
    # sentences quoted behind a colon are told apart
    (
        "Minister Berg said he would ask for more places: “We want to hold talks about a bigger number.”",
        [
            ("Minister Berg", "he would ask for more places"),
            ("he", "We want to hold talks about a bigger number."),
        ],
    ),
    # any verb after a comma inside the marks
    (
        "“We will speak about the treaty,” the President anticipated on Wednesday.",
        [("the President", "We will speak about the treaty,")],
    ),
    # who does not want to be named is one source
    (
        "In Warsaw, a deputy minister who requested anonymity said that talks were near.",
        [("a deputy minister", "talks were near")],
    ),
    ("An official who asked for anonymity said that talks were near.", [("An official", "talks were near")]),
    ("Also read: Berg to take a strong team to India", []),
    # a semicolon divides
    (
        "Minister Berg rejected the notion of a club; nothing would be decided over their heads, he said.",
        [("Minister Berg", "the notion of a club"), ("he", "nothing would be decided over their heads")],
    ),
    ("A plan was made with ten points; those present agreed to carry on working.", []),
    # nobody has said it
    ("Berg blamed no one.", []),
    ("No one would call it a failure.", []),
    ("No official said that the visit was off.", []),
    # labels of no speaker
    ("Title here\n\nTravel programme of the Prime Minister: Rome, Oslo, Bergen\n\nThe trip begins.", []),
    ("Title here\n\nPeople: Anna Berg, Jonas Lund\n\nThe trip begins.", []),
    ("Title here\n\nKATHMANDU: Foreign Minister Berg met her colleague in Rome today.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:50] for t, _ in TABLE])
def test_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.source_words, s.content) for s in legation.statements(text)] == expected
