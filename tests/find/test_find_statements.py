"""Statements found: (text, rows of (kind, source, cue, contents)), in text order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import statements
from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import Article, Block
from legation.records.statements import StatementMention
from legation.rules.speech import speech_rules

Row = tuple[str, str | None, str | None, tuple[str, ...]]


def blocks(text: str) -> tuple[Block, ...]:
    bounds: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            bounds.append(Block(start, start + len(line)))
        start += len(line) + 1
    return tuple(bounds)


def found(text: str) -> tuple[StatementMention, ...]:
    return find_statements(default_parser().annotate(Article(text=text, blocks=blocks(text))), speech_rules())


def rows(text: str) -> list[Row]:
    mentions = found(text)
    out: list[Row] = []
    for m in mentions:
        speaker = mentions[m.same_speaker_as] if m.same_speaker_as is not None else m
        out.append(
            (
                m.kind,
                text[speaker.source.start : speaker.source.end] if speaker.source is not None else None,
                " ".join(s.words(text) for s in m.cue_spans) or None,
                tuple(s.words(text) for s in m.content_spans),
            )
        )
    return out


TABLE: list[tuple[str, list[Row]]] = [
    # direct: speaker after, before, inside; split, running on
    (
        "“We will go,” Prime Minister Anna Berg said on Monday.",
        [("direct", "Prime Minister Anna Berg", "said", ("“We will go,”",))],
    ),
    (
        '"We will go," said Anna Berg, the prime minister. "Nothing can stop us."',
        [
            ("direct", "Anna Berg, the prime minister", "said", ('"We will go,"',)),
            ("direct", "Anna Berg, the prime minister", "said", ('"Nothing can stop us."',)),
        ],
    ),
    (
        "She told reporters: “The visit stands.”",
        [("direct", "She", "told", ("“The visit stands.”",))],
    ),
    (
        "“The talks,” she said, “will go on.”",
        [("direct", "she", "said", ("“The talks,”", "“will go on.”"))],
    ),
    (
        "The minister said, ‘We will go,’ and left.",
        [("direct", "The minister", "said", ("‘We will go,’",))],
    ),
    (
        "«We are ready for talks,» the Kremlin spokesman said.",
        [("direct", "the Kremlin spokesman", "said", ("«We are ready for talks,»",))],
    ),
    (
        "“We have no plans to meet.” — Anna Berg, minister",
        [("direct", "Anna Berg", "—", ("“We have no plans to meet.”",))],
    ),
    (
        "Berg was asked about the trip. “We have nothing to announce today.”",
        [("direct", "Berg", None, ("“We have nothing to announce today.”",))],
    ),
    (
        "“We are ready,” Berg said.\n“We have been ready for a long time.”",
        [
            ("direct", "Berg", "said", ("“We are ready,”",)),
            ("direct", "Berg", None, ("“We have been ready for a long time.”",)),
        ],
    ),
    (
        "“The first day was good,” Berg said. “We talked.\n“The second day was better.”",
        [
            ("direct", "Berg", "said", ("“The first day was good,”",)),
            ("direct", "Berg", "said", ("“We talked.",)),
            ("direct", "Berg", "said", ("“The second day was better.”",)),
        ],
    ),
    (
        "“We have moved on,” the minister was quoted as saying by the agency.",
        [("direct", "the minister", "was quoted as saying", ("“We have moved on,”",))],
    ),
    (
        "— We will go to the talks, said the minister.",
        [("direct", "the minister", "said", ("We will go to the talks",))],
    ),
    # indirect
    (
        "The minister said talks would resume in May.",
        [("indirect", "The minister", "said", ("talks would resume in May",))],
    ),
    (
        "Talks would resume in May, the minister said.",
        [("indirect", "the minister", "said", ("Talks would resume in May",))],
    ),
    (
        "According to the ministry, no date has been set.",
        [("indirect", "the ministry", "According to", ("no date has been set",))],
    ),
    (
        "Beijing confirmed the visit on Friday.",
        [("indirect", "Beijing", "confirmed", ("the visit",))],
    ),
    (
        "The government denied that the president would travel to Rome.",
        [("indirect", "The government", "denied", ("that the president would travel to Rome",))],
    ),
    (
        "The president reportedly met the envoy.",
        [],
    ),
    (
        "Reuters reported, citing two officials, that the summit was off.",
        [("indirect", "Reuters", "reported", ("that the summit was off",))],
    ),
    (
        "The prime minister accused Moscow of blocking the talks.",
        [("indirect", "The prime minister", "accused", ("Moscow of blocking the talks",))],
    ),
    (
        "The ministry called for an end to the fighting.",
        [("indirect", "The ministry", "called for", ("an end to the fighting",))],
    ),
    (
        "His warning that talks could fail was ignored.",
        [("indirect", "His", "warning", ("that talks could fail",))],
    ),
    (
        "Berg also made clear the government’s intention to return.",
        [("indirect", "Berg", "also made clear", ("the government’s intention to return",))],
    ),
    # mixed
    (
        "Berg said the talks had been “frank” and the two sides “far apart”.",
        [("mixed", "Berg", "said", ("the talks had been “frank” and the two sides “far apart”",))],
    ),
    (
        "The talks were “frank and useful,” she said.",
        [("mixed", "she", "said", ("The talks were “frank and useful,”",))],
    ),
    # refusals to speak
    (
        "The spokesman declined to comment.",
        [("indirect", "The spokesman", "declined to comment", ())],
    ),
    (
        "The embassy did not immediately respond to a request for comment.",
        [("indirect", "The embassy", "did not immediately respond", ())],
    ),
    (
        "The ministry refused to confirm the report.",
        [("indirect", "The ministry", "refused to confirm", ("the report",))],
    ),
    (
        "“The first visit was good.\n“The second was better.\n“The third will be best,” Anna Berg said.",
        [
            ("direct", "Anna Berg", "said", ("“The first visit was good.",)),
            ("direct", "Anna Berg", "said", ("“The second was better.",)),
            ("direct", "Anna Berg", "said", ("“The third will be best,”",)),
        ],
    ),
    # no second statement in what describes a source
    (
        "The lobby was hit, according to an official who declined to be named.",
        [("indirect", "an official", "according to", ("The lobby was hit",))],
    ),
    # headlines, labels
    ("Row with Lumo co-founder Max Orr", []),
    (
        "Visit put off until spring: ministry",
        [("indirect", "ministry", ":", ("Visit put off until spring",))],
    ),
    (
        "No date for the summit yet — Kremlin spokesman",
        [("indirect", "Kremlin spokesman", "—", ("No date for the summit yet",))],
    ),
    # where a content begins and ends
    (
        "NAIROBI, May 3 (Agency) — The talks were put off, the ministry said.",
        [("indirect", "the ministry", "said", ("The talks were put off",))],
    ),
    (
        "(Agency) The envoy, according to the embassy, left on Friday.",
        [("indirect", "the embassy", "according to", ("The envoy", "left on Friday"))],
    ),
    (
        "The ministry announced £3m in aid for the camps.",
        [("indirect", "The ministry", "announced", ("£3m in aid for the camps",))],
    ),
    (
        "The ministry announced the plan on Monday.",
        [("indirect", "The ministry", "announced", ("the plan",))],
    ),
    (
        "Berg accused the firms of forcing shoppers to “level up” to dearer goods.",
        [("mixed", "Berg", "accused", ("the firms of forcing shoppers to “level up” to dearer goods",))],
    ),
    (
        "Norway said the plan would fail, while Sweden condemned the delay.",
        [
            ("indirect", "Norway", "said", ("the plan would fail",)),
            ("indirect", "Sweden", "condemned", ("the delay",)),
        ],
    ),
    (
        "The report came after officials, angered by the delay, said they would leave.",
        [("indirect", "officials, angered by the delay", "said", ("they would leave",))],
    ),
    (
        "“On the whole,” says Anna Berg, who was mayor of Oslo until May, “it is a good town.”",
        [("direct", "Anna Berg", "says", ("“On the whole,”", "“it is a good town.”"))],
    ),
    (
        "The visit is on, as confirmed by Minister Berg.",
        [("indirect", "Minister Berg", "confirmed", ("The visit is on",))],
    ),
    (
        "The visit is off, as a source told the paper.",
        [("indirect", "a source", "told", ("The visit is off",))],
    ),
    # "US" in capitals is a state, "us" the reader
    (
        "The US asked Norway to put off the talks.",
        [("indirect", "The US", "asked", ("to put off the talks",))],
    ),
    # what somebody passes on is the speaker's
    (
        "There was no link, the health office said, according to the Courier.",
        [("indirect", "the health office", "said", ("There was no link",))],
    ),
    (
        "The office said it had asked the patients, according to Ann Low of the Courier.",
        [("indirect", "The office", "said", ("it had asked the patients",))],
    ),
    # headlines: the speaker last, a label with its topic, a second verb, a content with an infinitive
    ("Talks 'soon', says Lund", [("mixed", "Lund", "says", ("Talks 'soon'",))]),
    (
        "Talks with Rome to resume soon, says Norway's foreign minister",
        [("indirect", "Norway's foreign minister", "says", ("Talks with Rome to resume soon",))],
    ),
    (
        "Exclusive: Norway plans summit with Rome - sources",
        [("indirect", "sources", "-", ("Norway plans summit with Rome",))],
    ),
    ("Kremlin on the visit: No date yet", [("indirect", "Kremlin", ":", ("No date yet",))]),
    (
        "Berg urges Lund to end war, says talks possible",
        [
            ("indirect", "Berg", "urges", ("Lund to end war",)),
            ("indirect", "Berg", "says", ("talks possible",)),
        ],
    ),
    ("Norway confirms Berg to visit Rome", [("indirect", "Norway", "confirms", ("Berg to visit Rome",))]),
    ("Norway 'attack': Two held", []),
    # whose words, and how many
    (
        "The paper said the talks were off, citing a Norwegian media outlet.",
        [("indirect", "The paper", "said", ("the talks were off",))],
    ),
    (
        "They had condemned his “disregard for life” and “agreed to act at once”, the office said.",
        [
            (
                "mixed",
                "the office",
                "said",
                ("They had condemned his “disregard for life” and “agreed to act at once”",),
            )
        ],
    ),
    (
        "The ministry added “aid for Norway” will also be discussed.",
        [("mixed", "The ministry", "added", ("“aid for Norway” will also be discussed",))],
    ),
    (
        "As the Northern Broadcasting Network notes, the text is “wrong on all counts”.",
        [("mixed", "the Northern Broadcasting Network", "notes", ("the text is “wrong on all counts”",))],
    ),
    ("Berg said it was over, for now.”", [("indirect", "Berg", "said", ("it was over, for now",))]),
    # what is no statement
    ("Berg ordered the firing of missiles.", []),
    ("Norway welcomed the leaders to Oslo.", []),
    ("The editorial did not mention the visit.", []),
    ("Norway has backed Italy in the dispute.", []),
    ("The summit underlined a rivalry.", []),
    # deeds, aims and nobody's words
    ("Democrats hoping to win the seat met on Friday.", []),
    ("He was held for refusing to pay the fine.", []),
    ("The project is called Cassandra.", []),
    ("The town is seen as a success.", []),
    ("The minister called on the president in the evening.", []),
    ("The visit suggests that talks may be near.", []),
    ("Norway claimed the title.", []),
    ("The Courier’s request for comment came late.", []),
    (
        "Berg said in a film regarding Lund: “He was there for years.”",
        [("direct", "Berg", "said", ("“He was there for years.”",))],
    ),
    ("Others hoping to win his ear have gone home.", []),
    ("In the court it is asked to name a lawyer.", []),
    (
        "He had left, the court noted, and it ordered him to return.",
        [
            ("indirect", "the court", "noted", ("He had left",)),
            ("indirect", "it", "ordered", ("him to return",)),
        ],
    ),
    ("Six were killed in the attack on the town.", []),
    ("The pupils won the race. – Rapid News", []),
    # by the order of the words; what goes on after an attribution; those who do not speak; nobody's words
    (
        "Talks would resume in Oslo, a source in the left-led alliance said on Monday.",
        [("indirect", "a source in the left-led alliance", "said", ("Talks would resume in Oslo",))],
    ),
    (
        "It should become a complete hospital, said the head of the ward.",
        [("indirect", "the head of the ward", "said", ("It should become a complete hospital",))],
    ),
    (
        "Norway, Berg stressed, is for the unity of Georgia.",
        [("indirect", "Berg", "stressed", ("Norway", "is for the unity of Georgia"))],
    ),
    (
        "Norway takes in envoys of many bodies, the minister added, and has no reason to turn the office away.",
        [
            (
                "indirect",
                "the minister",
                "added",
                ("Norway takes in envoys of many bodies", "has no reason to turn the office away"),
            )
        ],
    ),
    (
        "The road is closed, he said on Monday, because of snow.",
        [("indirect", "he", "said", ("The road is closed", "because of snow"))],
    ),
    ("He had come late, she said, and went home.", [("indirect", "she", "said", ("He had come late",))]),
    (
        "They would go in May, Minister Anna Berg said on Monday, the agency TASS reported.",
        [("indirect", "Minister Anna Berg", "said", ("They would go in May",))],
    ),
    (
        "Public radio had it that a prince met officials.",
        [("indirect", "Public radio", "had it", ("that a prince met officials",))],
    ),
    (
        "The ministry let it be known that he was not coming.",
        [("indirect", "The ministry", "let it be known", ("that he was not coming",))],
    ),
    ("Berg could not be reached for comment.", [("indirect", "Berg", "could not be reached", ())]),
    ("The embassy had no immediate comment.", [("indirect", "The embassy", "had no immediate comment", ())]),
    ("Berg declined comment.", [("indirect", "Berg", "declined comment", ())]),
    (
        "Officials would not be drawn on whether Oslo had been hurt.",
        [("indirect", "Officials", "would not be drawn", ("whether Oslo had been hurt",))],
    ),
    (
        "He was not prepared to say when they would end.",
        [("indirect", "He", "was not prepared to say", ("when they would end",))],
    ),
    ("The embassy was not available for comment.", [("indirect", "The embassy", "was not available for comment", ())]),
    ("It said nothing about the visit.", [("indirect", "It", "said nothing", ())]),
    ("Norway has yet to confirm the visit.", []),
    ("Berg has called off a visit to Rome.", []),
    ("He is alleged to have taken the money.", []),
    ("Berg spoke with Lund about the attacks.", []),
    ("The ministry never confirmed it.", []),
    (
        "President Lund departs for Oslo tomorrow. That was confirmed yesterday by Anna Berg.",
        [("indirect", "Anna Berg", "was confirmed", ("President Lund departs for Oslo tomorrow",))],
    ),
    ("Lund drops Oslo trip; Berg calls for talks", [("indirect", "Berg", "calls for", ("talks",))]),
    ("Related: Visit put off — ministry", []),
    ("Norway: Two Held in Oslo", []),
    (
        "The ministry recalled in a press release that, under the deal, both sides must meet.",
        [("indirect", "The ministry", "recalled", ("that, under the deal, both sides must meet",))],
    ),
    (
        "Lagos asked for a halt, with Anna Berg, the water minister, complaining that the draft had no rules.",
        [
            ("indirect", "Lagos", "asked for", ("a halt",)),
            ("indirect", "Anna Berg, the water minister", "complaining", ("that the draft had no rules",)),
        ],
    ),
    (
        "The summit should bring us closer, Berg said.\n\n“To name one example, let me point to the railway.”",
        [
            ("indirect", "Berg", "said", ("The summit should bring us closer",)),
            ("direct", "Berg", None, ("“To name one example, let me point to the railway.”",)),
        ],
    ),
    ("Nothing suggests that talks are near.", []),
    (
        "The mayor won the east and the judge took the west, according to the results.",
        [("indirect", "the results", "according to", ("The mayor won the east and the judge took the west",))],
    ),
    # no statement
    ("The two ministers met in Vienna on Friday and had lunch.", []),
    ("“A second chance”", []),
    ("WASHINGTON: The two ministers met on Friday.", []),
    ("The minister will announce the date next week.", []),
    ("The so-called “peace train” left the station.", []),
    ("She called the minister on Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:40] for t, _ in TABLE])
def test_statements_found(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


STANCES: list[tuple[str, tuple[str, ...], bool, str | None]] = [
    ("Berg said the visit would take place.", ("asserts",), False, "would"),
    ("Berg said she would travel to Rome.", ("asserts", "promises"), False, "would"),
    ("Berg denied the report.", ("denies",), False, None),
    ("Berg doubted that the talks would succeed.", ("doubts",), False, "would"),
    ("Berg promised to return.", ("promises",), False, None),
    ("Berg said the talks might fail.", ("asserts", "hedges"), False, "might"),
    ("Berg said no date had been set.", ("asserts",), True, None),
    ("Berg said the visit would not take place.", ("asserts",), True, "would"),
    ("“We will return,” Berg said.", ("asserts", "promises"), False, "will"),
    ("“Why should we go?” Berg asked.", ("asks",), False, "should"),
    ("Berg declined to comment.", ("refuses",), False, None),
    ("Berg did not say whether the visit was off.", ("refuses",), False, None),
    ("Berg would neither confirm nor deny the report.", ("refuses",), False, None),
    ("Berg suggested that the trip was off.", ("hedges",), False, None),
]


@pytest.mark.parametrize(("text", "does", "negated", "modality"), STANCES, ids=[s[0] for s in STANCES])
def test_what_a_statement_does(text: str, does: tuple[str, ...], negated: bool, modality: str | None) -> None:
    (mention,) = found(text)
    assert (mention.does, mention.negated, mention.modality) == (does, negated, modality)


DETAILS: list[tuple[str, str, str]] = [
    ("The minister told reporters that talks were on.", "audience", "reporters"),
    ("The minister said to parliament that talks were on.", "audience", "parliament"),
    ("“Talks are on,” the minister said in a statement.", "occasion", "a statement"),
    ("“Talks are on,” he told a news conference in Rome.", "occasion", "a news conference in Rome"),
]


@pytest.mark.parametrize(("text", "field", "words"), DETAILS, ids=[d[0] for d in DETAILS])
def test_audience_and_occasion(text: str, field: str, words: str) -> None:
    (mention,) = found(text)
    span = getattr(mention, field)
    assert span is not None
    assert span.words(text) == words


def test_words_that_two_rules_read_are_one_content() -> None:
    for mention in found("the said — ، citing “ said did ' reportedly the"):
        assert all(a.end <= b.start for a, b in pairwise(mention.content_spans))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "‘", "’", "«", "»", "said", "told", "Berg", "she", "according", "to", "that", ",", ".",
             ":", "?", "\n", "the", "talks", "were", "reportedly", "citing", "—", "did", "not", "respond", "שלום", "،",
             "because", "and", "has", "yet", "reached", "no", "comment", "this", "confirmed", "it", "be", "known", "reported"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_text_gives_sound_statements(words: list[str]) -> None:
    text = " ".join(words)
    mentions = found(text)
    for number, mention in enumerate(mentions):
        spans = [*mention.cue_spans, *mention.content_spans, *mention.quotes]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert mention.start <= min(s.start for s in spans)
        assert max(s.end for s in spans) <= mention.end
        assert all(a.end <= b.start for a, b in pairwise(mention.content_spans))
        assert mention.content_spans or mention.does == ("refuses",)
        assert mention.same_speaker_as is None or 0 <= mention.same_speaker_as < len(mentions) != number


def test_a_long_text_without_a_full_stop_is_read() -> None:
    text = 'the minister said "we will go and then she said that talks, ' * 900
    assert found(text)


@pytest.mark.parametrize("text", ["What she found", "The minister, who met her in Oslo, found", "In Lima he discovered"])
def test_a_text_may_end_with_a_cue(text: str) -> None:
    assert [s.content for s in statements(text)] == []
