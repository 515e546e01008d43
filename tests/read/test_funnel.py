"""What the gate lets through, and which passages are kept."""

from __future__ import annotations

import pytest

from legation.read import article
from legation.read.fast import fast_text, is_in_language
from legation.read.funnel import only, opens, passages, speaking
from legation.records import Article, Page

OPEN = [
    "The foreign minister of Iran will visit Turkey next week, the ministry said.",
    "Talks between Washington and Beijing were postponed, a spokesman for the president said.",
    "President Macron spoke by phone with Chancellor Scholz about the war, the Elysee and Berlin said. France and Germany agreed.",
    "Putin and Xi will hold a summit in Moscow, the Kremlin said; China's president arrives on Monday.",
    "The envoy met with Pakistani officials in Islamabad.",
    "Blinken called Indian Foreign Minister Jaishankar, the State Department said.",
    "Prime Minister Albanese flew to Japan to meet Prime Minister Kishida.",
]

SHUT = [
    "The side from Manchester visits Barcelona on Tuesday, and its trainer expects a hard match in Spain.",
    "Ten places to visit in Italy and France this summer, from Rome to Nice.",
    "The company met analysts on Monday; its shares rose in Tokyo and in New York.",
    "The mayor will meet parents at the school next week.",
    "A court in Florida adjourned the hearing until March.",
    "The recipe calls for two onions and a spoon of Turkish pepper.",
    "",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_may_speak_of_engagements_is_let_through(text: str) -> None:
    assert opens(text)


@pytest.mark.parametrize("text", SHUT)
def test_what_cannot_is_not(text: str) -> None:
    assert not opens(text)


FILLER = "The weather was fine, and the harvest better than in any year that the farmers could remember."
NEWS = "The foreign minister of Iran, Ali Rezaei, will visit Turkey next week, the ministry in Tehran said."
INTRODUCED = "Foreign Minister Ali Rezaei has a long record in the affairs of the railways."


def final(*paragraphs: str) -> Article:
    return article(Page(source="t", text="\n\n".join(paragraphs), is_final=True))


def test_only_paragraphs_with_sentences_that_may_speak_of_engagements_are_asked_first() -> None:
    found = final(FILLER, f"{FILLER} {NEWS} {FILLER}", FILLER)
    asked = only(found, speaking(found))
    assert asked.text == found.text
    assert asked.blocks == found.blocks[1:2]
    assert speaking(final(FILLER, "The minister will visit the school.")) == ()


def test_passages_keep_the_head_the_finds_their_neighbours_and_introductions() -> None:
    found = final(*[FILLER] * 5, INTRODUCED, *[FILLER] * 8, NEWS, *[FILLER] * 8)
    kept = passages(found, [found.text.index("visit Turkey")])
    assert kept.text == found.text
    assert [found.blocks.index(b) for b in kept.blocks] == [0, 1, 2, 5, 13, 14, 15]
    assert passages(found, [0, 1, 2, 3]) is found


def test_what_only_has_other_event_words_is_in_wide_passages_alone() -> None:
    found = final(*[FILLER] * 5, NEWS, *[FILLER] * 8, "The delegations met at the border.", *[FILLER] * 8)
    places = [found.text.index("visit Turkey")]
    assert [found.blocks.index(b) for b in passages(found, places, is_wide=False).blocks] == [0, 1, 2, 4, 5, 6]
    assert [found.blocks.index(b) for b in passages(found, places).blocks] == [0, 1, 2, 4, 5, 6, 13, 14, 15]


def test_passages_never_run_across_paragraphs() -> None:
    found = final(f"{FILLER} {NEWS}", "A heading", f"{NEWS} {FILLER}", *[FILLER] * 20)
    kept = passages(found, [found.text.index("visit Turkey")])
    assert all(any(b.start <= k.start and k.end <= b.end for b in found.blocks) for k in kept.blocks)


MARKUP = [
    ("paragraphs", "<nav><p>Menu</p></nav><p>" + "The minister will travel to the capital. " * 10 + "</p>"),
    (
        "no paragraphs",
        "<nav>Menu</nav><div>" + "The minister will travel to the capital. " * 10 + "</div><script>x</script>",
    ),
]


@pytest.mark.parametrize("body", [m[1] for m in MARKUP], ids=[m[0] for m in MARKUP])
def test_fast_text_finds_the_running_text(body: str) -> None:
    text = fast_text(f"<html><body>{body}</body></html>")
    assert "The minister will travel to the capital." in text
    assert "x" not in text.split()


LANGUAGES = [
    ("The minister will travel to the capital next week, and the visit was welcomed by the government.", True),
    ("Der Minister wird in der kommenden Woche in die Hauptstadt reisen, sagte ein Sprecher am Montag.", False),
    ("Le ministre se rendra dans la capitale la semaine prochaine, selon des responsables du gouvernement.", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_prose_in_the_language_is_told_from_other_prose(text: str, expected: bool) -> None:
    assert is_in_language(text) is expected
