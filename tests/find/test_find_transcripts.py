"""Transcripts and words set apart as a block: (text, rows of (source, what it does, content)), in text order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.api import statements
from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import Article
from legation.rules.speech import speech_rules

Row = tuple[str | None, str, str]

BRIEFING = """Department Press Briefing - May 3, 2023

Anna Low, Department Spokesperson

2:12 p.m. EDT

MS LOW: Good afternoon, everyone.

The Secretary will travel to Oslo next week.

QUESTION: Thanks. Is it true that the talks are off?

MS LOW: We have seen the reports. "We are ready," he told us, and he said that the visit would go on.

QUESTION: (Inaudible.)

MR BERG: Go ahead.

(The briefing was concluded at 3:10 p.m.)"""

REGULAR = """Foreign Ministry Spokesperson Anna Berg's Regular Press Conference on October 27, 2022

CCTV: Can you share more information on this visit?

Anna Berg: Italy is an important country in Europe.

The two heads of state will hold talks.

The Paper: What was said?

Anna Berg: They agreed to meet again."""

TABLE: list[tuple[str, list[Row]]] = [
    (
        BRIEFING,
        [
            ("Anna Low", "asserts", "Good afternoon, everyone. The Secretary will travel to Oslo next week."),
            ("QUESTION", "asks", "Thanks. Is it true that the talks are off?"),
            (
                "Anna Low",
                "asserts",
                'We have seen the reports. "We are ready," he told us, and he said that the visit would go on.',
            ),
            ("Berg", "asserts", "Go ahead."),
        ],
    ),
    (
        REGULAR,
        [
            ("CCTV", "asks", "Can you share more information on this visit?"),
            (
                "Anna Berg",
                "asserts",
                "Italy is an important country in Europe. The two heads of state will hold talks.",
            ),
            ("The Paper", "asks", "What was said?"),
            ("Anna Berg", "asserts", "They agreed to meet again."),
        ],
    ),
    (
        "Spokesperson Anna Berg's Press Conference\n\nQ The army shot it down. Why?\nA We are deeply saddened.\n"
        "Q When do you go?\nA Next week.",
        [
            ("Q", "asks", "The army shot it down. Why?"),
            ("Anna Berg", "asserts", "We are deeply saddened."),
            ("Q", "asks", "When do you go?"),
            ("Anna Berg", "asserts", "Next week."),
        ],
    ),
    (
        "2:09 p.m. EST MR LUND: Good afternoon. I have one item. QUESTION: Thank you. Is the visit off? "
        "MR LUND: No. We will go. QUESTION: And when? MR LUND: Next week. Thank you all very much, everyone.",
        [
            ("Lund", "asserts", "Good afternoon. I have one item."),
            ("QUESTION", "asks", "Thank you. Is the visit off?"),
            ("Lund", "asserts", "No. We will go."),
            ("QUESTION", "asks", "And when?"),
            ("Lund", "asserts", "Next week. Thank you all very much, everyone."),
        ],
    ),
    # labels that are nobody's
    (
        "Norway 2, Italy 1\n\nSubs: Berg, Lund.\n\nAlso Read: Norway wins\n\nAlso Read: Italy loses\n\nPhoto: Courier",
        [],
    ),
    # blocks
    (
        "From Rome, Anna Berg reports for the Courier:\n\n\"The trouble began in May. He told Lund it was 'bad'.\"",
        [("Anna Berg", "asserts", "The trouble began in May. He told Lund it was 'bad'.")],
    ),
    (
        "The statement reads:\n\nNorway will not take part in the talks.\n\nThe talks are to begin in May.",
        [("The statement", "asserts", "Norway will not take part in the talks.")],
    ),
    (
        "The ministry issued the following statement on the visit:\n\nWe regret that it was put off.\n\nThe two met.",
        [("The ministry", "asserts", "We regret that it was put off.")],
    ),
    ("Key points of the talks:\n\nNorway will send an envoy.", []),
    # pages that are one statement
    (
        "Statement by Prime Minister Anna Berg on the talks in Rome\n\n3 May 2023\n\nI welcome the deal.\n\n"
        "Norway will do its part.\n\nContact: press@example.org",
        [("Anna Berg", "asserts", "I welcome the deal. Norway will do its part.")],
    ),
    (
        "The below is attributable to Spokesperson Anna Berg:\n\nSecretary of State Kari Low met Marco Bianchi today.\n\n"
        "They had lunch.\n\n###",
        [("Anna Berg", "asserts", "Secretary of State Kari Low met Marco Bianchi today. They had lunch.")],
    ),
    ("Remarks by Berg anger Rome\n\nThe minister was in Rome on Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:40] for t, _ in TABLE])
def test_speech_without_marks(text: str, expected: list[Row]) -> None:
    rows = [
        (s.speaker.name or s.described_as or s.speaker.organisation, s.does[0], s.content) for s in statements(text)
    ]
    assert rows == expected


def test_who_asks_in_a_transcript_has_no_name() -> None:
    asked = [s for s in statements(BRIEFING) if "asks" in s.does]
    assert asked
    assert all(s.anonymous and s.kind == "direct" for s in asked)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["QUESTION:", "MR BERG:", "Q", "A", "Anna Berg:", "\n", "\n\n", "said:", "(", ")", "We will go.", "“", "”",
             "Statement by Anna Berg on", "attributable to", ":", "-", "the following statement", "1)", "Interview"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_any_layout_gives_sound_statements(words: list[str]) -> None:
    text = " ".join(words)
    for mention in find_statements(default_parser().annotate(Article(text=text)), speech_rules()):
        assert all(0 <= s.start < s.end <= len(text) for s in mention.content_spans)
        assert mention.content_spans or mention.does == ("refuses",)
