"""How persons are named, tried systematically: made sentences by where the state stands, how the office stands beside the
name, the title's institution and the form of the name; who is read out of each, by kind of failure.

    python benchmarks/naming_grid.py [--each 8] [--errors] [--only PART] [--check]

The sentences are made of ``benchmarks/naming/grid.toml`` and the same at every run: each kind of sentence takes ``--each``
titles and names in turn, further along for every kind. A person is right where an actor has that name, an office that holds the
title's words or is held by them, and the state. ``--check`` compares the share right with its floor in ``floors.toml``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from legation.rules.names import name_words

GRID = Path(__file__).parent / "naming" / "grid.toml"


class Wanted(NamedTuple):
    name: str
    office: str | None
    country: str


class Case(NamedTuple):
    """One text, whom a reader takes out of it, and what it is a case of."""

    text: str
    wanted: tuple[Wanted, ...]
    labels: dict[str, str]


def cases(each: int) -> Iterator[Case]:
    grid = tomllib.loads(GRID.read_text(encoding="utf-8"))
    states, titles = grid["state"], grid["title"]
    step = count()
    for sentence in grid["sentence"]:
        for _ in range(each):
            n = next(step)
            # Steps that share no factor with the lengths, so that all meet all.
            yield _made(sentence, states[n * 7 % len(states)], titles, n)
    by_code = {s["code"]: s for s in states}
    for n, (code, text, office, *name) in enumerate(grid["own"]["rows"]):
        who = name[0] if name else by_code[code]["names"][n % 2]
        labels = {"where": "own name", "beside": text[:50], "kind": "own name", "state": code}
        yield Case(text.replace("{name}", who), (Wanted(who, office, code),), labels)


def _made(sentence: dict[str, Any], state: dict[str, Any], titles: list[dict[str, str]], n: int) -> Case:
    title, second = titles[n * 11 % len(titles)], titles[(n * 11 + 17) % len(titles)]
    name, other = (state["names"][k % 2] for k in (n, n + 1))
    article = "An" if state["adj"][0] in "AEIOU" else "A"
    text = sentence["text"].replace("A {Adj}", f"{article} {{Adj}}").format(
        name=name, name2=other, Title=title["title"], title=title["lower"], Title2=second["title"], title2=second["lower"],
        Country=state["country"], Adj=state["adj"], CAPITAL=state["capital"].upper(),
        style=state["styles"][n % len(state["styles"])],
    )  # fmt: skip
    wanted = [Wanted(name, None if sentence.get("is_counterpart") else title["lower"], state["code"])]
    if "{name2}" in sentence["text"]:
        wanted.append(Wanted(other, second["lower"], state["code"]))
    labels = {"where": sentence["where"], "beside": f"{sentence['where']}: {sentence['beside']}", "kind": title["kind"],
              "title": title["title"], "state": state["code"]}  # fmt: skip
    if "style" in sentence["text"]:
        labels["style"] = state["styles"][n % len(state["styles"])]
    return Case(text, tuple(wanted), labels)


def problem(wanted: Wanted, actors: list[Any]) -> str | None:
    """What is wrong with how a person was read; None where all is right."""
    words = set(name_words(wanted.name))
    same = [a for a in actors if a.name and name_words(a.name) == name_words(wanted.name)]
    if not same:
        near = [a.name for a in actors if a.name and words & set(name_words(a.name))]
        return f"name: {near or 'none'}"
    if len(same) > 1:
        return f"two people: {[(a.office, a.country) for a in same]}"
    actor = same[0]
    if wanted.office is not None:
        want, got = set(name_words(wanted.office)), set(name_words(actor.office or ""))
        if not got or not (want <= got or got <= want):
            return f"office: {actor.office}"
    if actor.country != wanted.country:
        return f"country: {actor.country or actor.organisation}"
    return None


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--each", type=int, default=8)
    options.add_argument("--errors", action="store_true", help="print every failure")
    options.add_argument("--only", default="", help="only kinds whose labels contain this")
    options.add_argument("--check", action="store_true")
    arguments = options.parse_args()
    tried: Counter[tuple[str, str]] = Counter()
    failed: Counter[tuple[str, str]] = Counter()
    kinds: Counter[str] = Counter()
    right = total = 0
    for case in cases(arguments.each):
        if arguments.only and not any(arguments.only in label for label in case.labels.values()):
            continue
        actors = [a for a in cast_of(case.text).actors if a.kind == "person"]
        for wanted in case.wanted:
            wrong = problem(wanted, actors)
            total, right = total + 1, right + (wrong is None)
            for label in case.labels.items():
                tried[label] += 1
                failed[label] += wrong is not None
            if wrong:
                kinds[wrong.split(":")[0]] += 1
                if arguments.errors:
                    print(f"{case.labels['beside']} | {case.text!r} | {wanted.name} -> {wrong}")
    for part in ("where", "beside", "kind", "title", "style", "state"):
        rows = [(k, n) for k, n in failed.most_common() if k[0] == part and n]
        print(f"-- {part}: " + "; ".join(f"{k[1]} {n} of {tried[k]}" for k, n in rows))
    print(f"-- what is wrong: {dict(kinds.most_common())}")
    print(f"persons right: {right} of {total} ({right / total:.1%})")
    if arguments.check:
        from _floors import check

        return check("naming", {"right": right / total})
    return 0


def cast_of(text: str) -> Any:
    from legation.find.people import find_people, find_places
    from legation.parse import default_parser
    from legation.records import Article
    from legation.resolve.people import resolve_people
    from legation.rules.offices import office_rules
    from legation.rules.world import world_rules

    doc = default_parser().annotate(Article(text=text, blocks=_blocks(text)))
    world, offices = world_rules(), office_rules()
    people, places = find_people(doc, world, offices), find_places(doc, world)
    return resolve_people(people, places, doc, world, offices)


def _blocks(text: str) -> tuple[Any, ...]:
    """The paragraphs, which a blank line parts."""
    from legation.records import Block

    found, at = [], 0
    for words in text.split("\n\n"):
        found.append(Block(at, at + len(words), "paragraph"))
        at += len(words) + 2
    return tuple(found)


if __name__ == "__main__":
    sys.exit(main())
