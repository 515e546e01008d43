"""Causes of change: (text, words of the cause, its type, words of the incident); None where the text gives none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.find.engagements import find_engagements
from legation.find.incidents import find_incidents
from legation.parse import default_parser
from legation.records import Article
from legation.records.engagements import CauseMention, EngagementMention, IncidentMention
from legation.rules.causes import cause_rules
from legation.rules.engagements import engagement_rules

Found = tuple[tuple[EngagementMention, ...], tuple[IncidentMention, ...], tuple[CauseMention, ...]]


def found(text: str) -> Found:
    doc = default_parser().annotate(Article(text=text))
    mentions = find_engagements(doc, engagement_rules())
    return mentions, *find_incidents(doc, mentions, cause_rules())


TABLE: list[tuple[str, str, str, str | None]] = [
    # one row for each type
    ("The king postponed his visit to Lima because of a fever.", "a fever", "illness", "a fever"),
    ("The visit to Lima was postponed because the king had fallen ill.", "the king had fallen ill", "illness", "the king had fallen ill"),
    ("The king cancelled a trip to Lima due to a typhoon.", "a typhoon", "weather", "a typhoon"),
    ("The visit to Lima was called off after the killing of two soldiers.", "the killing of two soldiers", "incident", "the killing of two soldiers"),
    ("The trip to Lima was postponed over remarks by the envoy.", "remarks by the envoy", "incident", "remarks by the envoy"),
    ("The premier put off talks with Ghana following a missile test.", "a missile test", "security", "a missile test"),
    ("The minister cancelled a visit to Lima in protest over new tariffs.", "new tariffs", "protest", "new tariffs"),
    ("The president refused to meet the premier over the annexation.", "the annexation", "protest", "the annexation"),
    ("The president postponed his trip to Lima because of an election at home.", "an election at home", "domestic_politics", "an election at home"),
    ("The visit to Lima was postponed for technical reasons.", "technical reasons", "scheduling", None),
    ("The visit to Lima was postponed because of the king's mood.", "the king's mood", "other", None),
    # one row for each way of saying it
    ("Because of the pandemic, the summit between Chad and Niger was postponed.", "the pandemic", "illness", "the pandemic"),
    ("The visit to Lima was delayed owing to fog.", "fog", "weather", "fog"),
    ("The talks with Ghana were cancelled as a result of the bombing.", "the bombing", "security", "the bombing"),
    ("The talks with Ghana were suspended in the wake of the coup.", "the coup", "security", "the coup"),
    ("The talks with Ghana were suspended in response to the arrest of two sailors.", "the arrest of two sailors", "incident", "the arrest of two sailors"),
    ("The talks with Ghana were suspended amid a border clash.", "a border clash", "security", "a border clash"),
    ("The minister pulled out of the summit with Ghana, citing ill health.", "ill health", "illness", "ill health"),
    ("The premier scrapped a trip to Lima as riots spread at home.", "riots spread at home", "domestic_politics", "riots spread at home"),
    ("The visit to Lima is in doubt because of the shelling.", "the shelling", "security", "the shelling"),
    ("The visit to Lima was postponed because of a clash of commitments.", "a clash of commitments", "scheduling", "a clash of commitments"),
    ("The visit to Lima is in doubt because of a strike by pilots.", "a strike by pilots", "domestic_politics", "a strike by pilots"),
    # a cause that is the subject of what it brings about
    ("The storm forced the premier to cancel his visit to Lima.", "The storm", "weather", "The storm"),
    ("The earthquake prompted the premier to cut short a visit to Lima.", "The earthquake", "weather", "The earthquake"),
    ("The coup in Gabon caused the cancellation of the summit between Chad and Niger.", "The coup in Gabon", "security", "The coup in Gabon"),
    # told in the next sentence, or pointing back to one before
    ("The minister postponed his visit to Lima. The decision came after the arrest of a journalist.", "the arrest of a journalist", "incident", "the arrest of a journalist"),
    ("A balloon was shot down over Ohio. This incident led to the cancellation of the minister's trip to Lima.", "This incident", "incident", "A balloon was shot down over Ohio"),
]  # fmt: skip

NONE = [
    "The visit to Lima was cancelled on Monday.",
    "The king visited Lima after an earthquake.",
    "The king postponed his visit to Lima after talks with the premier.",
    "The king will visit Lima because of the anniversary.",
    "The visit to Lima was cancelled after lunch.",
    "The storm hit Lima.",
]

# Read wrongly today: (text, words of the cause, its type, the reason in a word).
KNOWN_ERRORS = [
    (
        "The president postponed his trip to Lima to deal with the budget.",
        "deal with the budget",
        "domestic_politics",
        "purpose",
    ),
]


@pytest.mark.parametrize(("text", "words", "kind", "incident"), TABLE, ids=[row[0] for row in TABLE])
def test_cause(text: str, words: str, kind: str, incident: str | None) -> None:
    _, incidents, causes = found(text)
    assert [(text[c.start : c.end], c.type) for c in causes] == [(words, kind)]
    told = incidents[causes[0].incident] if causes[0].incident is not None else None
    assert (text[told.start : told.end] if told else None) == incident


@pytest.mark.parametrize("text", NONE)
def test_no_cause(text: str) -> None:
    assert found(text)[1:] == ((), ())


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [pytest.param(*row[:3], id=row[0], marks=pytest.mark.xfail(strict=True, reason=row[3])) for row in KNOWN_ERRORS],
)
def test_known_error(text: str, words: str, kind: str) -> None:
    _, _, causes = found(text)
    assert [(text[c.start : c.end], c.type) for c in causes] == [(words, kind)]


def test_two_changes_by_one_happening_share_the_incident() -> None:
    text = "A coup shook Gabon. This crisis led to the cancellation of a visit to Lima. The event led to the postponement of a trip to Quito."
    _, incidents, causes = found(text)
    assert len(causes) == 2
    assert len(incidents) == len({(i.start, i.end) for i in incidents})


def test_every_type_has_its_row() -> None:
    assert {row[2] for row in TABLE} == {*cause_rules().types, "other"}


WORDS = sorted(
    {" ".join(m) for m in cause_rules().markers} | {w for words in cause_rules().types.values() for w in words if len(w) < 7}
    | {"The visit to Lima", "was postponed", "the king", "cancelled", "his trip", ".", ",", "led to", "forced", "the postponement of", "for", "reasons"}
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=100), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_any_text_is_read_and_every_cause_stands_on_words(text: str) -> None:
    mentions, incidents, causes = found(text)
    assert (mentions, incidents, causes) == found(text)
    for c in causes:
        assert 0 <= c.start < c.end <= len(text)
        assert text[c.start : c.end].strip() == text[c.start : c.end]
        assert 0 <= c.mention < len(mentions)
        assert c.incident is None or 0 <= c.incident < len(incidents)
        assert c.type in {*cause_rules().types, "other"}
    assert all(0 <= i.start < i.end <= len(text) for i in incidents)
