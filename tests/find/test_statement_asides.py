"""Attributions between commas, and where what is said ends: (text, contents as listed)."""

from __future__ import annotations

import pytest

import legation

SENTENCES: list[tuple[str, list[str]]] = [
    # a phrase before the attribution belongs to what is said
    ("As a friend, Minister Lund added, Oslo wished to stand by Riga.", ["As a friend Oslo wished to stand by Riga"]),
    (
        "All along the road to peace, Minister Berg said, Riga stood up for its wishes.",
        ["All along the road to peace Riga stood up for its wishes"],
    ),
    # after "which" and "and" only what follows
    ("The plan covers ports and railways, which, Minister Lund said, need repair.", ["need repair"]),
    (
        "The talks dealt with the fleet, which, according to both ministers, endangers the region.",
        ["endangers the region"],
    ),
    (
        "Norway chairs the council until July and, Berg said, wants to use it to protect pipelines.",
        ["wants to use it to protect pipelines"],
    ),
    # it goes on with what for and for example, not with how long after it was
    ("She had come to Riga, Berg said, to convey a clear message.", ["She had come to Riga to convey a clear message"]),
    (
        "The council has taken some steps, officials said, such as closing the ports.",
        ["The council has taken some steps such as closing the ports"],
    ),
    (
        "Talks on the dam restarted on Tuesday, an official said, months after mediation broke down.",
        ["Talks on the dam restarted on Tuesday"],
    ),
    # a sentence that a quotation ends
    (
        'The plan is, Minister Berg said, "a step backwards for all of us."',
        ['The plan is "a step backwards for all of us."'],
    ),
    # what belongs to a noun
    (
        "Scott strongly denied any link to the recent protest in Belgrade.",
        ["any link to the recent protest in Belgrade"],
    ),
    ("Berg voiced her country's full solidarity with Poland.", ["her country's full solidarity with Poland"]),
    # "but" and a past tense tell what the speaker did
    ("Berg said she plans to visit Tehran but gave no date.", ["she plans to visit Tehran"]),
    (
        "She said that Poland was facing a storm but had many friends.",
        ["Poland was facing a storm but had many friends"],
    ),
    ("Berg announced more frequent talks, so that the dispute can be settled.", ["more frequent talks"]),
    # giving one's word
    (
        "The captain has given his word that the islanders will see a better team.",
        ["the islanders will see a better team"],
    ),
    (
        "Berg gave the assurance, however, that Oslo has nothing against the bank.",
        ["Oslo has nothing against the bank"],
    ),
    # nobody's words
    ("He walked through the market and said hello to the vendors.", []),
    ("The singer is saying goodbye to live audiences.", []),
    ("Some saw the move as a setback to the region.", []),
    ("Neither side has ruled such a meeting out.", []),
    ("Relations came under strain in May: a spy plane was shot down by Norway.", []),
    ("The two agreed that they would meet in Riga next week.", []),
    ("Sultan Berg spoke as well of the warm relations between the isles.", []),
    ("President Berg voiced his approval.", []),
    ("The other bank announced the same.", []),
    ("Minister Lund informed the king of how the accords were being carried out.", []),
    ("Lawyers and jurors were informed on Sunday that there would be no sittings.", []),
    ("Mentioning the drones that recently came, Minister Berg said the sky was open.", ["the sky was open"]),
    ("Oslo welcomed the talks, calling them a test of good will.", ["them a test of good will"]),
]


@pytest.mark.parametrize(("text", "contents"), SENTENCES, ids=[s[0][:40] for s in SENTENCES])
def test_where_what_is_said_begins_and_ends(text: str, contents: list[str]) -> None:
    assert [s.content for s in legation.statements(text)] == contents


def test_the_page_before_and_after_says_nothing_here() -> None:
    text = "The hearing was put off to May.\n\nPrevious article Hamid should quit, says Lund\nNext article Berg stops travel"
    assert legation.statements(text) == ()
