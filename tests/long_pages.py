"""Long pages made of the sentences in data/long_pages.toml: much that is no diplomacy, and a little that is."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MONTHS = ("January", "March", "April", "June", "September", "October", "November")
DAYS = ("3 March", "17 June", "28 October", "9 November", "21 April")
PARTS = ("office", "first", "", "land", "capital")


def long_pages(seed: int = 1, words: int = 1500) -> Iterator[tuple[str, str]]:
    """(kind, text) of every ``[[page]]``: of at least ``words`` words, the same for the same ``seed``."""
    data = tomllib.loads((Path(__file__).parent / "data" / "long_pages.toml").read_text(encoding="utf-8"))
    for number, page in enumerate(data["page"]):
        yield page["kind"], _page(page, data, random.Random(f"{seed} {number}"), words)


def _page(page: dict[str, Any], data: dict[str, Any], rng: random.Random, words: int) -> str:
    told = data["told"]
    names = _names(page["people"])
    bodies = [*_told(page, told, rng)]
    opening = [] if page.get("sided") else [rng.choice(told["opening"])]
    introduced = [] if page.get("known") else [rng.choice(told[page.get("introduced_as", "introduced")])]
    bodies += [f"{opening[0]} {rng.choice(told['said'])}"] if opening else []
    rng.shuffle(bodies)
    paragraphs = list(_background(data["background"], rng, words))
    for body in bodies:
        paragraphs.insert(rng.randrange(2, len(paragraphs)), body)
    paragraphs.insert(len(paragraphs) if page.get("introduced_at") == "end" else 1, *introduced or [""])
    filled = (_filled(text, names, rng) for text in paragraphs if text)
    if page.get("is_interview"):
        return "\n\n".join(f"{'Question' if i % 2 else 'Answer'}: {text}" for i, text in enumerate(filled))
    return "\n\n".join(filled)


def _told(page: dict[str, Any], told: dict[str, list[str]], rng: random.Random) -> Iterator[str]:
    """Paragraphs that tell an engagement, each followed by something said; bare where the page ``is_short`` in them."""
    for sentence in (
        *rng.sample(told[page.get("told_as", "plain")], page.get("told", 0)),
        *rng.sample(told["sided"], page.get("sided", 0)),
    ):
        yield sentence if page.get("is_short") else f"{sentence} {rng.choice(told['said'])}"


def _background(about: dict[str, list[str]], rng: random.Random, words: int) -> Iterator[str]:
    """Paragraphs of four to six sentences, each of one subject, until there are enough ``words``."""
    count = 0
    while count < words:
        sentences = rng.sample(about[rng.choice(sorted(about))], rng.randint(3, 6))
        count += sum(len(sentence.split()) for sentence in sentences)
        yield " ".join(sentences)


def _names(people: list[str]) -> dict[str, str]:
    """{a}, {first_a}, {office_a} and so on, of the two of a page."""
    return {
        f"{part}_{who}".lstrip("_"): people[5 * k + i] for k, who in enumerate("ab") for i, part in enumerate(PARTS)
    }


def _filled(text: str, names: dict[str, str], rng: random.Random) -> str:
    return text.format(month=rng.choice(MONTHS), day=rng.choice(DAYS), **names)
