"""How much the funnel's gate lets through of what tells no engagement: each word more that opens it costs speed on every
page that has it. A word of the rules that breaks these tests wants another beside it (``rules/funnel.py``), or is
``silent`` (``rules/en/funnel.toml``)."""

from __future__ import annotations

import gzip
import os
import tomllib
from pathlib import Path

import pytest

from legation.read.fast import fast_text, is_in_language
from legation.read.funnel import opens
from legation.rules.funnel import funnel_rules

DATA = Path(__file__).parents[1] / "data"
GOLD = Path(os.environ.get("LEGATION_GOLD", Path(__file__).parents[3] / "shared" / "gold"))
QUIET = tomllib.loads((DATA / "quiet.toml").read_text(encoding="utf-8"))["sentences"]
PASSAGES = tomllib.loads((DATA / "passages.toml").read_text(encoding="utf-8"))["passage"]

MOST_NEGATIVES = 4
MOST_SHUT = 12
MOST_REAL = 0.14


def words_of_events(text: str) -> list[str]:
    found = funnel_rules().marks.find(text)
    return [text[start:end] for start, end, mark in found if mark.kind in ("event", "common")]


@pytest.mark.parametrize("sentence", QUIET)
def test_everyday_news_of_offices_and_states_is_kept_out(sentence: str) -> None:
    assert not opens(sentence), words_of_events(sentence)


def test_each_of_these_sentences_lacks_nothing_but_an_event() -> None:
    told = [sentence for sentence in QUIET if not opens(f"{sentence[:-1]}, and there were talks.")]
    assert told == []


def test_passages_without_diplomacy_are_kept_out_but_for_few() -> None:
    """Written to be hard: most speak of envoys, visits or talks that are none."""
    opened = [p["id"] for p in PASSAGES if p["style"] == "negative" and opens(p["text"])]
    assert len(opened) <= MOST_NEGATIVES, opened


def test_passages_with_engagements_are_let_through_but_for_few() -> None:
    shut = [p["id"] for p in PASSAGES if p["style"] != "negative" and not opens(p["text"])]
    assert len(shut) <= MOST_SHUT, shut


def test_real_pages_of_all_kinds_are_kept_out_but_for_few() -> None:
    """The generated crawl of ``benchmarks/scale.py`` is made of these pages."""
    pages = sorted((GOLD / "data" / "article-extraction" / "html").glob("*.html.gz"))
    if not pages:
        pytest.skip(f"no reference set in {GOLD}")
    texts = [fast_text(gzip.decompress(page.read_bytes()).decode("utf-8", "replace")) for page in pages]
    opened = sum(is_in_language(text) and opens(text) for text in texts)
    assert opened / len(texts) <= MOST_REAL, f"{opened} of {len(texts)}"
