"""How well statements are read out of news: Legation beside textacy, on PolNeAR and on GUM's news.

    GOLD_MIRROR=/work/.mirror python benchmarks/statements.py [--split dev|train|test] [--articles N] [--check]

PolNeAR (networkdynamics/PolNeAR) marks source, cue and content of every attribution in US political news. Its authors
ask that the test portion is never looked at; it is scored here and nothing of it is ever printed.

Figures. *Quotes*: stretches in double quotation marks that lie in an attribution's content (the reference) or in a
reported statement (what was found), marks stripped, exact; *speaker*: of the quotes found, those whose source overlaps
the reference's. *Content*: characters (white space apart) of contents found and in the reference, each statement
against the one it overlaps most; *half* counts statements whose content and the reference's share half of their union;
*exact* those that are the same. *Said* is the recall over those attributions whose cue is a word of saying, that is, a word
that the training portion uses at least three times as the cue of a content with quotation marks: PolNeAR also marks
attitudes and acts ("supports", "decided", "expected"), which Legation does not call statements.

Peers: textacy's direct_quotations finds direct quotations only, and on some texts it raises an error (counted, nothing
found). BBC's Citron and Stanford's quote annotator are not in the package registry, BookNLP needs models that are not.
`--check` compares with `[statements]` in floors.toml and exits 1 below a floor; without the sets it says so and exits 0.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from _floors import check
from legation.records import Annotation

GOLD = Path(os.environ.get("LEGATION_GOLD", Path(__file__).parents[2] / "shared" / "gold"))
QUOTED = re.compile(r"[\"“”][^\"“”\n]*[\"”“]|''[^'\n](?:(?!'')[^\n])*''")
MARKS = "\"“”'‘’` \u00a0"
KINDS = ("direct", "mixed", "indirect")
Spans = list[tuple[int, int]]


class Row(NamedTuple):
    """One statement, found or in the reference."""

    source: Spans
    cue: Spans
    content: Spans
    quotes: Spans
    kind: str


Reader = Callable[[str], list[Row]]


def inner(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks and blanks at its ends."""
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def characters(text: str, spans: Spans) -> set[int]:
    return {i for a, b in spans for i in range(a, b) if not text[i].isspace()}


def overlaps(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def kind_of(text: str, content: Spans) -> str:
    """The kind of a reference content by its marks."""
    parts = [text[a:b].strip() for a, b in sorted(content)]
    joined = "".join(parts)
    if not any(mark in joined for mark in ('"', "“", "”", "''")):
        return "indirect"
    ends = ('"', "“", "”", "'")
    whole = parts[0].startswith(ends) and parts[-1].endswith(ends)
    return "direct" if whole and all(p.startswith(ends) or p.endswith(ends) for p in parts) else "mixed"


def polnear(split: str) -> list[dict[str, Any]]:
    """The articles of one portion; empty where GOLD_MIRROR does not hold them."""
    loaders = GOLD / "loaders"
    mirror = Path(os.environ.get("GOLD_MIRROR", "."))
    if not (loaders / "polnear.py").exists() or not (mirror / "networkdynamics+PolNeAR").exists():
        return []
    sys.path.insert(0, str(loaders))
    import polnear as loader  # type: ignore[import-not-found]

    return list(loader.load(split))


def reference(article: dict[str, Any]) -> list[Row]:
    text = article["text"]
    return [
        Row(a["source"], a["cue"], a["content"], [], kind_of(text, a["content"]))
        for a in article["attributions"]
        if a["content"]
    ]


def legation(text: str) -> list[Row]:
    """Legation's statements; the parts of a quotation over several sentences, which have one cue, as the one attribution
    that they are in PolNeAR."""
    from legation import statements

    rows = [
        Row(
            [(s.start, s.end) for s in said.source],
            [(s.start, s.end) for s in said.cue_spans],
            [(s.start, s.end) for s in said.content_spans],
            [(q.start, q.end) for q in said.quotes],
            said.kind,
        )
        for said in statements(text)
    ]
    joined: dict[object, Row] = {}
    for number, row in enumerate(rows):
        key = (tuple(row.cue), tuple(row.source)) if row.cue and row.quotes else number
        known = joined.get(key)
        joined[key] = row if known is None else _one(text, known, row)
    return list(joined.values())


def _one(text: str, one: Row, other: Row) -> Row:
    content = sorted({*one.content, *other.content})
    return Row(one.source, one.cue, content, sorted({*one.quotes, *other.quotes}), kind_of(text, content))


def textacy_reader() -> Reader | None:
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        return None
    from legation.parse import default_parser

    nlp = default_parser()._nlp

    def read(text: str) -> list[Row]:
        rows = []
        for found in direct_quotations(nlp(text)):
            speaker = [(found.speaker[0].idx, found.speaker[-1].idx + len(found.speaker[-1]))] if found.speaker else []
            cue = [(found.cue[0].idx, found.cue[-1].idx + len(found.cue[-1]))] if found.cue else []
            span = (found.content.start_char, found.content.end_char)
            rows.append(Row(speaker, cue, [span], [span], "direct"))
        return rows

    return read


class Tally:
    """Counts of one reader over many articles."""

    def __init__(self, said_words: set[str]) -> None:
        self.n: Counter[str] = Counter()
        self.said_words = said_words

    def add(self, text: str, gold: list[Row], found: list[Row]) -> None:
        gold_chars = [characters(text, g.content) for g in gold]
        found_chars = [characters(text, f.content) for f in found]
        self._quotes(text, gold, gold_chars, found)
        for row, chars in zip(gold, gold_chars, strict=True):
            best = max(range(len(found)), key=lambda j: len(chars & found_chars[j]), default=None)
            other = found_chars[best] if best is not None else set()
            self._content("gold", row.kind, chars, other)
            if self._is_said(text, row) and row.kind != "direct":
                self._content("gold", "said", chars, other)
            if best is not None and chars & other:
                self._parts(text, row, found[best])
        for f_row, chars in zip(found, found_chars, strict=True):
            if chars:
                best = max(range(len(gold)), key=lambda j: len(chars & gold_chars[j]), default=None)
                self._content("found", f_row.kind, chars, gold_chars[best] if best is not None else set())

    def _is_said(self, text: str, row: Row) -> bool:
        words = re.findall(r"[a-z]+", " ".join(text[a:b] for a, b in row.cue).lower())
        return bool(self.said_words & set(words))

    def _quotes(self, text: str, gold: list[Row], gold_chars: list[set[int]], found: list[Row]) -> None:
        everything: set[int] = set().union(*gold_chars) if gold_chars else set()
        true: dict[tuple[int, int], int | None] = {}
        for match in QUOTED.finditer(text):
            span = inner(text, *match.span())
            chars = characters(text, [span])
            if chars and len(chars & everything) >= 0.9 * len(chars):
                true[span] = next((i for i, g in enumerate(gold_chars) if 2 * len(chars & g) >= len(chars)), None)
        guessed = {inner(text, *q): row for row in found for q in row.quotes}
        self.n["quotes gold"] += len(true)
        self.n["quotes found"] += len(guessed)
        for span, owner in true.items():
            if span not in guessed:
                continue
            self.n["quotes right"] += 1
            if owner is None:
                continue
            self.n["speakers"] += 1
            source, told = gold[owner].source, guessed[span].source
            self.n["speakers right"] += overlaps(source, told) or not (source or told)
            self.n["speakers exact"] += sorted(source) == sorted(told)

    def _content(self, side: str, kind: str, chars: set[int], other: set[int]) -> None:
        same = len(chars & other)
        self.n[f"{side} {kind}"] += 1
        self.n[f"{side} chars {kind}"] += len(chars)
        self.n[f"{side} same {kind}"] += same
        self.n[f"{side} half {kind}"] += 2 * same >= len(chars | other) > 0
        self.n[f"{side} exact {kind}"] += chars == other

    def _parts(self, text: str, gold: Row, found: Row) -> None:
        for part, a, b in (("cue", gold.cue, found.cue), ("source", gold.source, found.source)):
            self.n[f"{part} pairs"] += 1
            self.n[f"{part} right"] += overlaps(a, b) or not (a or b)
            self.n[f"{part} exact"] += sorted(a) == sorted(b)

    def f1(self, what: str, *kinds: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of contents of ``kinds``: ``same`` by characters, else by statements."""
        below = "chars " if what == "same" else ""
        p = self._share("found", what, below, kinds)
        r = self._share("gold", what, below, kinds)
        return p, r, _f1(p, r)

    def _share(self, side: str, what: str, below: str, kinds: tuple[str, ...]) -> float:
        whole = sum(self.n[f"{side} {below}{k}"] for k in kinds)
        return sum(self.n[f"{side} {what} {k}"] for k in kinds) / max(1, whole)

    def figures(self) -> dict[str, float]:
        n = self.n
        p, r = n["quotes right"] / max(1, n["quotes found"]), n["quotes right"] / max(1, n["quotes gold"])
        figures = {"quotes_precision": p, "quotes_recall": r, "quotes_f1": _f1(p, r)}
        figures["speaker"] = n["speakers right"] / max(1, n["speakers"])
        figures["speaker_exact"] = n["speakers exact"] / max(1, n["speakers"])
        for name, kinds in (("direct", ("direct",)), ("indirect_mixed", ("mixed", "indirect")), ("all", KINDS)):
            for what in ("same", "half", "exact"):
                label = {"same": "overlap"}.get(what, what)
                figures[f"{name}_{label}_f1"] = self.f1(what, *kinds)[2]
        figures["said_recall"] = self._share("gold", "same", "chars ", ("said",))
        for part in ("cue", "source"):
            figures[f"{part}_overlap"] = n[f"{part} right"] / max(1, n[f"{part} pairs"])
            figures[f"{part}_exact"] = n[f"{part} exact"] / max(1, n[f"{part} pairs"])
        return figures


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def words_of_saying(articles: Iterable[dict[str, Any]]) -> set[str]:
    """Last words of cues that the training portion uses three times or more with a quotation mark in the content."""
    counts: Counter[str] = Counter()
    for article in articles:
        text = article["text"]
        for a in article["attributions"]:
            words = re.findall(r"[a-z]+", " ".join(text[x:y] for x, y in sorted(a["cue"])).lower())
            quoted = any(mark in text[x:y] for x, y in a["content"] for mark in '"“”')
            if quoted and words and (len(words) == 1 or words[-1] == "said"):
                counts[words[-1]] += 1
            if quoted and words[:2] == ["according", "to"]:
                counts["according"] += 1
    return {word for word, n in counts.items() if n >= 3 and len(word) > 3}


def score(name: str, read: Reader, articles: list[dict[str, Any]], said: set[str]) -> dict[str, float]:
    tally, errors, seconds = Tally(said), 0, 0.0
    for article in articles:
        began = time.process_time()
        try:
            found = read(article["text"])
        except Exception:
            errors, found = errors + 1, []
        seconds += time.process_time() - began
        tally.add(article["text"], reference(article), found)
    figures = tally.figures()
    size = sum(len(a["text"]) for a in articles)
    print(
        f"\n{name}: {len(articles)} articles, {errors} errors, {size / 1000 / seconds:.0f} thousand characters a second"
    )
    print("  quotes   P {quotes_precision:.3f}  R {quotes_recall:.3f}  F {quotes_f1:.3f}".format(**figures), end="")
    print("   speaker {speaker:.3f} (exact {speaker_exact:.3f})".format(**figures))
    for kinds in (("direct",), ("mixed",), ("indirect",), ("mixed", "indirect"), KINDS):
        cells = "   ".join(
            f"{label} P {p:.3f} R {r:.3f} F {f:.3f}"
            for label, what in (("overlap", "same"), ("half", "half"), ("exact", "exact"))
            for p, r, f in [tally.f1(what, *kinds)]
        )
        n = sum(tally.n[f"gold {k}"] for k in kinds)
        print(f"  {'+'.join(kinds):22} n {n:5}   {cells}")
    print("  words of saying (mixed, indirect): overlap recall {said_recall:.3f}".format(**figures), end="")
    print(f" of {tally.n['gold said']}", end="")
    print("   cue {cue_overlap:.3f} (exact {cue_exact:.3f})".format(**figures), end="")
    print("   source {source_overlap:.3f} (exact {source_exact:.3f})".format(**figures))
    return figures


def gum() -> Iterator[tuple[str, Spans]]:
    """GUM's news as text (its interviews are all speech) with its quotations, those set as a block apart."""
    path = GOLD / "data" / "gum_news.jsonl.gz"
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if document["genre"] != "news":
                continue
            tokens = document["tokens"]
            tokens = tokens if isinstance(tokens, list) else json.loads(tokens)
            text, bounds = _joined(tokens)
            quotations: Spans = [
                (bounds[first][0], bounds[last - 1][1])
                for tag, attributes, first, last in document["quotes"]
                if tag == "quote" and last > first and attributes.get("rend") != "block"
            ]
            yield text, quotations


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as text, with the offsets of each; marks stand against the words they enclose."""
    text, bounds, is_open, glued = "", [], False, True
    for token in tokens:
        closes = token in ('"', "”") and is_open
        tight = glued or token in (",", ".", ";", ":", "?", "!", ")", "'s", "n't", "”") or closes
        start = len(text) + (0 if tight else 1)
        text += token if tight else f" {token}"
        bounds.append((start, len(text)))
        glued = token in ("(", "“", "$") or (token == '"' and not is_open)
        if token == '"':
            is_open = not is_open
    return text, bounds


def gum_figures(read: Reader) -> dict[str, float]:
    """How many of GUM's quotations are found (any overlap). Precision has no meaning here: GUM marks quotations in some
    of its documents and leaves quoted speech unmarked in others."""
    n: Counter[str] = Counter()
    for text, quotations in gum():
        try:
            found = [q for row in read(text) for q in row.quotes]
        except Exception:
            found = []
        n["gold"] += len(quotations)
        n["hit"] += sum(overlaps([q], found) for q in quotations)
    return {"gum_recall": n["hit"] / max(1, n["gold"])}


HOSTILE = {
    "no full stop": 'the minister said "we will go and then she said that talks, ',
    "never closed": "“the minister said “we will go and ",
    "cue after cue": "said, adding, telling, ",
    "according to": "according to the minister, according to the ministry and ",
    "said that said": "said that he said that she said that ",
    "names": "Anna Berg, Per Lund, Kim Lee and ",
    "labels": "Berg: yes: no: ",
}
"""Text made to be slow, by what is wrong with it."""


def growth(articles: list[dict[str, Any]]) -> Iterator[tuple[str, int, float]]:
    """CPU seconds that finding takes on texts that double, without the parser: news, news without a full stop, hostile
    text. Each is parsed once and laid end to end; the lesser of two runs each."""
    from legation.find.statements import find_statements
    from legation.parse import default_parser
    from legation.records import Article
    from legation.rules.speech import speech_rules

    news = "\n\n".join(a["text"] for a in articles[:8])
    texts = {"news": news, "news, no stop": re.sub(r"[.?!]", ",", news), "odd marks": news.replace(",", ' "')}
    texts |= {name: unit * (8_000 // len(unit)) for name, unit in HOSTILE.items()}
    for name, text in texts.items():
        once = default_parser().annotate(Article(text=text))
        for times in (4, 8, 16):
            doc = _repeated(once, times)
            taken = min(_seconds(lambda doc=doc: find_statements(doc, speech_rules())) for _ in range(2))
            yield name, len(doc.text), taken


def _repeated(one: Annotation, times: int) -> Annotation:
    """The same text and grammar several times over, a paragraph each."""
    import msgspec

    replace = msgspec.structs.replace
    size, n, ns, ne = len(one.text) + 2, len(one.tokens), len(one.sentences), len(one.entities)
    blocks = max((s.block for s in one.sentences), default=0) + 1
    tokens = tuple(
        replace(
            t,
            i=t.i + k * n,
            start=t.start + k * size,
            end=t.end + k * size,
            head=t.head + k * n,
            sentence=t.sentence + k * ns,
            entity=t.entity + k * ne if t.entity >= 0 else -1,
        )
        for k in range(times)
        for t in one.tokens
    )
    return replace(
        one,
        text=(one.text + "\n\n") * times,
        tokens=tokens,
        sentences=tuple(
            replace(s, first=s.first + k * n, last=s.last + k * n, root=s.root + k * n, block=s.block + k * blocks)
            for k in range(times)
            for s in one.sentences
        ),
        entities=tuple(
            replace(e, first=e.first + k * n, last=e.last + k * n) for k in range(times) for e in one.entities
        ),
        dependants=tuple(tuple(i + k * n for i in d) for k in range(times) for d in one.dependants),
        starts=tuple(t.start for t in tokens),
    )


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    began = time.process_time()
    work()
    taken = time.process_time() - began
    gc.enable()
    return taken


def endless(characters: int) -> float:
    """CPU seconds of everything, parser and cast included, on text of that length without a full stop."""
    from legation import statements

    unit = HOSTILE["no full stop"]
    return _seconds(lambda: statements(unit * (characters // len(unit))))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--split", choices=("dev", "train", "test"), default="dev")
    arguments.add_argument("--articles", type=int, help="the first N articles only")
    arguments.add_argument("--check", action="store_true", help="compare with the floors (dev, whole)")
    arguments.add_argument("--no-peers", action="store_true")
    arguments.add_argument("--quick", action="store_true", help="without the measure of growth")
    arguments.add_argument(
        "--endless", action="store_true", help="only read 0.25 to 1 MB without a full stop, and time it"
    )
    given = arguments.parse_args()

    if given.endless:
        for size in (250_000, 500_000, 1_000_000):
            print(
                f"no full stop, everything: {size / 1000:5.0f} thousand characters {endless(size):7.1f} s", flush=True
            )
        return 0
    articles = polnear(given.split)[: given.articles]
    if not articles:
        print("PolNeAR is absent (GOLD_MIRROR names the folder of git snapshots): nothing measured")
        return 0
    said = words_of_saying(polnear("train"))
    figures = score("legation", legation, articles, said)
    readers: list[tuple[str, Reader]] = [("legation", legation)]
    peer = None if given.no_peers else textacy_reader()
    if peer is not None:
        score("textacy", peer, articles, said)
        readers.append(("textacy", peer))
    elif not given.no_peers:
        print("\ntextacy is not installed: pip install 'legation[bench]'")
    for name, read in readers:
        numbers = gum_figures(read)
        print("\nGUM news, {}: quotations found {gum_recall:.3f}".format(name, **numbers))
        if name == "legation":
            figures |= numbers
    if given.quick:
        return 0
    print("\nfinding statements in texts that double, parser apart (CPU time, lesser of two runs):")
    last, before = "", 0.0
    for name, size, seconds in growth(articles):
        ratio = f"x {seconds / before:.2f}" if name == last else ""
        print(
            f"  {name:14} {size / 1000:6.0f} thousand characters {seconds:7.3f} s {seconds / size * 1e6:7.2f} s/MB  {ratio}"
        )
        last, before = name, seconds
    return check("statements", figures) if given.check else 0


if __name__ == "__main__":
    sys.exit(main())
