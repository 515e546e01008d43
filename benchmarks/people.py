"""People with their country, names and references: bare spaCy, spaCy with Legation, and a peer, in one run.

    GOLD=/work/shared/gold GOLD_MIRROR=/work/.mirror python benchmarks/people.py [--check] [--test]

Sets (README of the gold folder; never shipped):

- ``readouts``: White House read-outs whose title names a foreign counterpart with a country. Gold is the pair of his
  surname and country; a system's answer is the country it gives to that surname in the text. Ids are split by their
  hash: two thirds to tune on, the rest scored with ``--test``.
- ``meantime``: named persons in the openings that MEANTIME marks; ids are split by their hash.
- ``gum``: the news of GUM (amir-zeldes/gum, ``coref/gum/conll``), its own split: B-cubed over all mentions of persons,
  pronouns and "voters" too; a mention that is not found counts as a link missed.

Bare spaCy's country is the nearest place or nationality entity of the sentence; it gets Legation's table of adjectives,
for it has none of its own. Its coreference is names with the same last word. The peer for countries is
country-named-entity-recognition, put beside spaCy's persons in the same way.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from _floors import check
from legation.find.people import find_people, find_places
from legation.parse import default_parser
from legation.records import Annotation, Article, Block, Cast
from legation.resolve.people import resolve_people
from legation.rules.names import name_words
from legation.rules.offices import office_rules
from legation.rules.whoswho import whos_who
from legation.rules.world import world_rules

GOLD = Path(os.environ.get("GOLD", "/work/shared/gold"))
MIRROR = Path(os.environ.get("GOLD_MIRROR", "/work/.mirror"))
Pairs = set[tuple[str, str]]


class Score:
    """Counts of what is right, of what was said and of what there is."""

    def __init__(self) -> None:
        self.right = self.said = self.there = 0.0

    def add(self, right: float, said: float, there: float) -> None:
        self.right, self.said, self.there = self.right + right, self.said + said, self.there + there

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


class BCubed(Score):
    """B-cubed: the mean, over mentions, of how much of a system's chain and of a gold chain is right."""

    def __init__(self) -> None:
        super().__init__()
        self.precise = 0.0

    def add_mentions(self, precise: float, recalled: float, said: int, there: int) -> None:
        self.precise += precise
        self.add(recalled, said, there)

    @property
    def precision(self) -> float:
        return self.precise / self.said if self.said else 0.0


def is_test(name: str) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def annotated(text: str) -> Annotation:
    blocks, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            blocks.append(Block(at, at + len(part)))
        at += len(part) + 1
    return default_parser().annotate(Article(text=text, blocks=tuple(blocks)))


def cast_of(doc: Annotation, published: date | None, *, is_known_used: bool) -> Cast:
    world, offices = world_rules(), office_rules()
    people = find_people(doc, world, offices)
    known = whos_who() if is_known_used else ()
    return resolve_people(people, find_places(doc, world), doc, world, offices, known=known, published=published)


# --- people with their country ---------------------------------------------------------------------------------------


def readouts() -> Iterator[dict[str, Any]]:
    path = GOLD / "data" / "readouts.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = re.search(r" of (?:the )?(?:[A-Z].*?)$", row.get("counterpart") or "")
            if found and len(row["countries_in_title"]) == 1 and " and " not in row["counterpart"]:
                country = country_code(row["countries_in_title"][0])
                surname = (row["counterpart"].split(" of ")[0].split() or [""])[-1]
                is_title = surname.lower() in {w for t in office_rules().titles for w in t.split()}
                if country and surname and not is_title and surname in row["text"]:
                    yield {**row, "pair": (name_words(surname)[-1], country)}


def country_code(name: str) -> str | None:
    readings = world_rules().readings(name)
    return next((r.country for r in readings if r.country and r.kind == "country"), None)


def pairs_of_legation(doc: Annotation, published: date | None, *, is_known_used: bool) -> Pairs:
    cast = cast_of(doc, published, is_known_used=is_known_used)
    return {
        (word, a.country)
        for a in cast.actors
        if a.name and a.country and a.kind == "person"
        for word in name_words(a.name)
    }


def pairs_of_nearest(doc: Annotation, countries: list[tuple[int, str]]) -> Pairs:
    """Each PERSON entity's words with the country named nearest to it in the sentence."""
    pairs: Pairs = set()
    for entity in doc.entities:
        if entity.label != "PERSON":
            continue
        sentence = doc.sentence_of(entity.first)
        near = [(abs(i - entity.first), code) for i, code in countries if sentence.first <= i < sentence.last]
        if near:
            start, end = doc.span(entity.first, entity.last)
            pairs |= {(word, min(near)[1]) for word in name_words(doc.text[start:end])}
    return pairs


def spacy_countries(doc: Annotation) -> list[tuple[int, str]]:
    found = []
    for entity in doc.entities:
        if entity.label in ("GPE", "NORP"):
            start, end = doc.span(entity.first, entity.last)
            code = next((r.country for r in world_rules().readings(doc.text[start:end]) if r.country), None)
            if code:
                found.append((entity.first, code))
    return found


def peer_countries(doc: Annotation) -> list[tuple[int, str]] | None:
    try:
        from country_named_entity_recognition import find_countries
    except ImportError:
        return None
    found = []
    for country, match in find_countries(doc.text):
        token = doc.token_at(match.start())
        if token is not None:
            found.append((token.i, country.alpha_2))
    return found


def score_pairs(*, test: bool) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for row in readouts():
        if is_test(row["id"]) != test:
            continue
        doc = annotated(row["text"])
        answers = {
            "spacy": pairs_of_nearest(doc, spacy_countries(doc)),
            "legation": pairs_of_legation(doc, None, is_known_used=False),
            "legation+whoswho": pairs_of_legation(doc, date.fromisoformat(row["date"]), is_known_used=True),
        }
        peer = peer_countries(doc)
        if peer is not None:
            answers["country-ner"] = pairs_of_nearest(doc, peer)
        surname, country = row["pair"]
        for system, pairs in answers.items():
            said = {c for word, c in pairs if word == surname}
            scores.setdefault(system, Score()).add((surname, country) in pairs, max(len(said), 0), 1)
    return scores


# --- names and references --------------------------------------------------------------------------------------------


class Mention:
    """A gold or a system's mention in tokens of the set, ``last`` exclusive, and its chain."""

    def __init__(self, first: int, last: int, chain: str) -> None:
        self.first, self.last, self.chain = first, last, chain


def gum_documents(*, test: bool) -> Iterator[tuple[str, list[str], list[Mention]]]:
    folder = MIRROR / "amir-zeldes+gum" / "repo"
    with gzip.open(GOLD / "data" / "gum_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        split = {row["id"]: row["split"] for row in map(json.loads, lines)}
    listing = subprocess.run(
        ["git", "-C", str(folder), "ls-tree", "-r", "--name-only", "HEAD", "coref/gum/conll"],
        capture_output=True, text=True, check=False,
    ).stdout.split()  # fmt: skip
    for path in listing:
        name = Path(path).stem
        if "_news_" in name and name in split and (split[name] == "test") == test:
            text = subprocess.run(
                ["git", "-C", str(folder), "show", f"HEAD:{path}"], capture_output=True, text=True, check=False
            ).stdout
            yield name, *gum_mentions(text)


def gum_mentions(text: str) -> tuple[list[str], list[Mention]]:
    words: list[str] = []
    open_: dict[str, list[int]] = {}
    mentions: list[Mention] = []
    for line in text.splitlines():
        columns = line.split("\t")
        if len(columns) < 3:
            continue
        words.append(columns[1])
        here = len(words) - 1
        for bracket, label, close in re.findall(r"(\()?([^()]+)(\))?", columns[2]):
            if not label.startswith("person-"):
                continue
            chain = "-".join(label.split("-")[:2])
            if bracket:
                open_.setdefault(chain, []).append(here)
            if close:
                first = open_[chain].pop() if open_.get(chain) else here
                mentions.append(Mention(first, here + 1, chain))
    return words, mentions


def laid_out(words: list[str]) -> tuple[str, list[int]]:
    """The words as prose, and where each begins."""
    text, starts = "", []
    for word in words:
        glued = (
            word in (".", ",", "'s", "’s", ")", ":", ";", "?", "!", "n't") or text.endswith(("(", "-")) or word == "-"
        )
        text += "" if glued or not text else " "
        starts.append(len(text))
        text += word
    return text, starts


def spacy_mentions(doc: Annotation) -> list[tuple[int, int, str]]:
    """Characters and chain of bare spaCy's persons: one chain for each last word."""
    found = []
    for entity in doc.entities:
        if entity.label == "PERSON":
            start, end = doc.span(entity.first, entity.last)
            words = name_words(doc.text[start:end]) or ("?",)
            found.append((start, end, words[-1]))
    return found


def legation_mentions(doc: Annotation, cast: Cast) -> list[tuple[int, int, str]]:
    return [
        (m.start, m.end, str(m.actor))
        for m in cast.mentions
        if m.actor is not None and cast.actors[m.actor].kind in ("person", "office", "unknown")
    ]


def aligned(
    system: list[tuple[int, int, str]], heads: list[int], gold: list[Mention], starts: list[int]
) -> dict[int, str]:
    """For each gold mention the chain of the system's mention that has its head inside and begins nearest."""
    chains: dict[int, str] = {}
    for (_, _, chain), head in zip(system, heads, strict=True):
        holding = [
            (m.last - m.first, n)
            for n, m in enumerate(gold)
            if starts[m.first] <= head < (starts[m.last] if m.last < len(starts) else 10**9)
        ]
        if holding:
            chains.setdefault(min(holding)[1], chain)
    return chains


def b_cubed(gold: list[Mention], chains: dict[int, str]) -> tuple[float, float, float]:
    """Right by precision, right by recall and the number of gold mentions (Bagga and Baldwin 1998)."""
    precision = recall = 0.0
    for n, mention in enumerate(gold):
        same_gold = {k for k, m in enumerate(gold) if m.chain == mention.chain}
        if n not in chains:
            continue
        same_system = {k for k, c in chains.items() if c == chains[n]}
        both = len(same_gold & same_system)
        precision += both / len(same_system)
        recall += both / len(same_gold)
    return precision, recall, len(gold)


def score_gum(*, test: bool) -> dict[str, BCubed]:
    references: dict[str, BCubed] = {}
    for _, words, gold in gum_documents(test=test):
        text, starts = laid_out(words)
        doc = annotated(text)
        cast = cast_of(doc, None, is_known_used=False)
        bare = spacy_mentions(doc)
        ours = legation_mentions(doc, cast)
        heads = {
            "spacy": [doc.tokens_in(s, e)[-1].start for s, e, _ in trimmed(bare, doc)],
            "legation": [doc.tokens[m.head].start for m in cast.mentions if is_ours(cast, m)],
        }
        for system, mentions in (("spacy", bare), ("legation", ours)):
            chains = aligned(mentions, heads[system], gold, starts)
            precision, recall, count = b_cubed(gold, chains)
            references.setdefault(system, BCubed()).add_mentions(precision, recall, len(chains), count)
    return references


def is_ours(cast: Cast, mention: Any) -> bool:
    return mention.actor is not None and cast.actors[mention.actor].kind in ("person", "office", "unknown")


def trimmed(mentions: list[tuple[int, int, str]], doc: Annotation) -> list[tuple[int, int, str]]:
    """spaCy's persons without a possessive at their end, which it takes in at times."""
    kept = []
    for start, end, chain in mentions:
        tokens = doc.tokens_in(start, end)
        end = tokens[-2].end if len(tokens) > 1 and tokens[-1].tag == "POS" else end
        kept.append((start, end, chain))
    return kept


def last_name_tokens(doc: Annotation, cast: Cast) -> set[int]:
    people = find_people(doc, world_rules(), office_rules())
    kinds = {(m.start, m.end): cast.actors[m.actor].kind for m in cast.mentions if m.actor is not None}
    return {
        doc.tokens_in(p.name_start or 0, p.name_end or 0)[-1].start
        for p in people
        if p.name_start is not None and kinds.get((p.start, p.end)) == "person"
    }


def meantime_documents(*, test: bool) -> Iterator[tuple[str, list[str], list[Mention], int]]:
    """Words, named persons and the number of words of the annotated opening, for documents that mark names as such."""
    with gzip.open(GOLD / "data" / "meantime.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            number = {token: n for n, (token, _, _) in enumerate(row["tokens"])}
            gold, kinds = [], set()
            for key, mention in row["mentions"].items():
                entity = row["instances"].get(row["refers"].get(key, ""), {})
                kinds.add(mention.get("syntactic_type"))
                if entity.get("ent_type") == "PER" and mention.get("syntactic_type") in ("NAM", "PRE.NAM"):
                    places = sorted(number[t] for t in mention["tokens"])
                    gold.append(Mention(places[0], places[-1] + 1, row["refers"][key]))
            if "NAM" in kinds and is_test(row["id"]) == test:
                opening = sum(sentence <= 5 for _, sentence, _ in row["tokens"])
                yield row["id"], [word for _, _, word in row["tokens"]], gold, opening


def score_names(*, test: bool) -> dict[str, Score]:
    """Named persons of the annotated openings: a name is right where its last word is the gold mention's last."""
    names: dict[str, Score] = {}
    for _, words, gold, opening in meantime_documents(test=test):
        text, starts = laid_out(words)
        doc = annotated(text)
        there = {starts[m.last - 1] for m in gold if m.last <= opening}
        limit = starts[opening] if opening < len(starts) else len(text)
        says = {
            "spacy": {doc.tokens_in(s, e)[-1].start for s, e, _ in trimmed(spacy_mentions(doc), doc)},
            "legation": last_name_tokens(doc, cast_of(doc, None, is_known_used=False)),
        }
        for system, lasts in says.items():
            said = {at for at in lasts if at < limit}
            names.setdefault(system, Score()).add(len(there & said), len(said), len(there))
    return names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="fail where a floor of floors.toml is not met")
    parser.add_argument("--test", action="store_true", help="score the test portions (only when a change is finished)")
    options = parser.parse_args()
    if not (GOLD / "data").exists():
        print(f"people: no reference data at {GOLD}; nothing measured")
        return 0
    figures: dict[str, float] = {}
    begun = time.perf_counter()
    print("people with their country (readouts)")
    pairs = score_pairs(test=options.test)
    for system, score in pairs.items():
        print(f"  {system:18} {score}  ({int(score.there)} pages)")
    figures["pair_f1"] = pairs["legation"].f1
    figures["pair_f1_over_spacy"] = pairs["legation"].f1 - pairs["spacy"].f1
    print("names of persons (MEANTIME)")
    names = score_names(test=options.test)
    for system, score in names.items():
        print(f"  {system:18} {score}  ({int(score.there)} names)")
    figures["name_f1"] = names["legation"].f1
    if (MIRROR / "amir-zeldes+gum").exists():
        references = score_gum(test=options.test)
        print("references to persons, B-cubed (GUM news)")
        for system, score in references.items():
            print(f"  {system:18} {score}  ({int(score.there)} mentions)")
        figures["reference_f1"] = references["legation"].f1
        figures["reference_f1_over_spacy"] = references["legation"].f1 - references["spacy"].f1
    else:
        print(f"people: no snapshot of amir-zeldes/gum at {MIRROR}; names and references not measured")
    print(f"{time.perf_counter() - begun:.0f} s")
    return check("people", figures) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())
