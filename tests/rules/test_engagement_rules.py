"""The data of engagements, modality, causes and topics: nothing twice, nothing dangling."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any, get_args

import pytest

from legation.records import CauseType, Certainty, EngagementKind, Status
from legation.rules import table
from legation.rules.causes import cause_rules
from legation.rules.engagements import engagement_rules
from legation.rules.topics import topic_phrases

EVENTS: dict[str, Any] = dict(table("en/engagements"))
MODALITY: dict[str, Any] = dict(table("en/modality"))
CAUSES: dict[str, Any] = dict(table("en/causes"))
TOPICS: dict[str, Any] = dict(table("en/topics"))

ROLES = {"traveller", "host", "party", "goal", "occasion", "place", "event", "tour", "with", "home", "matter"}
KINDS = set(get_args(EngagementKind))
NO_STATE = {"transparent", "not_held"}
"""Effects that leave an engagement without a state, so that they have no outcome."""


def twice(words: list[Any]) -> list[Any]:
    return [word for word, n in Counter(words).items() if n > 1]


# ---- engagements ----------------------------------------------------------------------------------------------------


def test_no_verb_twice_in_the_same_frame() -> None:
    # One verb may have two frames where their particles, kinds or objects differ.
    assert (
        twice(
            [
                (lemma, row["kind"], row.get("object"), tuple(row.get("particles", ())))
                for row in EVENTS["verb"]
                for lemma in row["lemmas"]
            ]
        )
        == []
    )


def test_no_noun_twice() -> None:
    assert twice([lemma for row in EVENTS["noun"] for lemma in row["lemmas"]]) == []


@pytest.mark.parametrize("row", EVENTS["verb"], ids=lambda row: row["lemmas"][0])
def test_a_verb_s_frame_is_whole(row: dict[str, Any]) -> None:
    given = {row["agent"], row.get("object"), *row.get("prepositions", {}).values()} - {None}
    assert row["kind"] in KINDS
    assert given <= ROLES
    # `with` stands for the party behind "with" or "to", `object` for the direct object whatever its role.
    assert set(row.get("needs", ())) <= given | {"with", "object"}
    assert row.get("aspect", "held") in {"held", "under_way", "planned", "expected", "invited", "ended"}


@pytest.mark.parametrize("row", EVENTS["noun"], ids=lambda row: row["lemmas"][0])
def test_a_noun_s_frame_is_whole(row: dict[str, Any]) -> None:
    assert row["kind"] in KINDS
    assert {row["owner"], *row["prepositions"].values()} <= ROLES
    assert set(row.get("or_preposition", ())) <= set(row["prepositions"])
    assert set(row.get("plural", ())) <= set(row["lemmas"])


def test_lemmas_are_lower_case_and_single_words() -> None:
    rows = [*EVENTS["verb"], *EVENTS["noun"], *MODALITY["governor"]]
    lemmas = [lemma for row in rows for lemma in row["lemmas"]]
    assert [lemma for lemma in lemmas if lemma != lemma.lower() or " " in lemma or not lemma] == []


@pytest.mark.parametrize("name", ["adjectives", "nouns_of_attitude"])
def test_no_word_in_two_groups(name: str) -> None:
    assert twice([word for words in EVENTS[name].values() for word in words]) == []


def test_word_lists_have_nothing_twice() -> None:
    for name in ("compounds", "followers", "crowds", "fiction"):
        assert twice(EVENTS["stop"][name]) == [], name
    for name, words in EVENTS["stop"]["worlds"].items():
        assert twice(words) == [], name
    assert twice([word for words in EVENTS["stop"]["worlds"].values() for word in words]) == []
    assert twice(EVENTS["occasion"]["nouns"]) == []


def test_the_first_halves_of_compounds_are_states() -> None:
    from legation.rules.world import world_rules

    assert {code for code in EVENTS["combining"].values() if code not in world_rules().countries} == set()


# ---- modality -------------------------------------------------------------------------------------------------------


def test_every_effect_has_an_outcome() -> None:
    effects = {row["effect"] for row in MODALITY["governor"]} | {
        row["negated"] for row in MODALITY["governor"] if "negated" in row
    }
    effects |= set(MODALITY["predicates"]) - {"copulas"} | set(MODALITY["modals"]) - {"would"}
    assert effects - set(MODALITY["outcome"]) - NO_STATE == set()


def test_every_outcome_is_a_status_with_a_certainty() -> None:
    statuses, certainties = set(get_args(Status)), set(get_args(Certainty))
    assert {
        name
        for name, (status, certainty) in MODALITY["outcome"].items()
        if status not in statuses or certainty not in certainties
    } == set()


def test_every_status_can_be_reached() -> None:
    assert {status for status, _ in MODALITY["outcome"].values()} == set(get_args(Status))


def test_no_governor_twice_with_the_same_particle() -> None:
    marks = [
        (lemma, particle, preposition)
        for row in MODALITY["governor"]
        for lemma in set(row["lemmas"])
        for particle in row.get("particles", [None])
        for preposition in row.get("behind", [None])
        if not row.get("needs_time")
    ]
    assert twice(marks) == []


def test_no_predicate_or_modal_twice() -> None:
    assert (
        twice([phrase for name, phrases in MODALITY["predicates"].items() if name != "copulas" for phrase in phrases])
        == []
    )
    assert twice([word for words in MODALITY["modals"].values() for word in words]) == []
    assert twice([word for words in MODALITY["adjuncts"].values() for word in words]) == []


def test_longer_predicates_are_tried_first() -> None:
    assert all(len(a[0]) >= len(b[0]) for a, b in pairwise(engagement_rules().predicates))


def test_what_begins_and_ends_also_carries() -> None:
    support = MODALITY["support"]
    assert set(support["begins"]) | set(support["ends"]) <= set(support["verbs"])
    assert set(support["begins"]) & set(support["ends"]) == set()


# ---- causes ---------------------------------------------------------------------------------------------------------


def test_types_of_cause_are_those_of_the_record() -> None:
    assert {*cause_rules().types, "other"} == set(get_args(CauseType))


def test_markers_are_lower_case_once_and_weak_ones_are_markers() -> None:
    assert twice(CAUSES["markers"]) == []
    assert [m for m in CAUSES["markers"] if m != m.lower()] == []
    assert set(CAUSES["weak"]) <= set(CAUSES["markers"])


def test_no_word_twice_in_one_type_of_cause() -> None:
    assert {name: twice(words) for name, words in CAUSES["types"].items() if twice(words)} == {}


# ---- topics ---------------------------------------------------------------------------------------------------------

# The contexts of PLOVER that topics fall under; a new one is checked against its codebook first.
PLOVER = {
    "cbrn", "crime", "culture", "cyber", "diplomatic", "disaster", "disease", "economic", "election", "environment", "human_rights",
    "legal", "military", "refugees", "resource", "terrorism",
}  # fmt: skip


def test_every_phrase_stands_under_one_topic() -> None:
    assert twice([phrase.lower() for row in TOPICS.values() for phrase in row["phrases"]]) == []
    assert topic_phrases()


def test_every_topic_names_its_context_of_plover() -> None:
    assert {row["plover"] for row in TOPICS.values()} == PLOVER
