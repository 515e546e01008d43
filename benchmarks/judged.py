"""People, participants and statements against what readers wrote down of the same pages before any output was seen.

    python benchmarks/judged.py [--set fresh6] [--what people statements] [--errors] [--only ID]

The facts are the keys ``people`` and ``statements`` of the pages; where those and their texts stand, ``_pages.py`` says.

A *person* is an actor with a name that some mention of the page carries; it pairs with the reader's whose name shares
its last or first word and contradicts none. *Right*: name, office (its class, or its words) and country or body agree.
A *participant* is one of a reported engagement that is no background: right where a person (or, without a name, a side)
of the reader's agrees the same way. A *statement* is right where its words are at least three quarters of the union of both
(a refusal: where it stands) and its speaker is the reader's. What the reader did not list counts as wrong.

A second, more lenient line: quotations of one speaker that one side joins and the other lists apart count as one, half of
the union is enough for the words (a reader may end a clause earlier), and whoever passes a statement on or is its origin
(the chain) is its speaker as well. What the reader did not list is then left out of what is reported.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from datetime import date
from typing import Any

from _pages import pages
from legation.rules.names import name_words

# The reader's classes are coarser than the ontology's.
COARSE = {
    "monarch": "head_of_state",
    "supreme_leader": "head_of_state",
    "leader": "head_of_state",
    "finance_minister": "minister",
    "trade_minister": "minister",
    "interior_minister": "minister",
    "justice_minister": "minister",
    "security_adviser": "official",
    "adviser": "official",
    "head": "official",
    "security_official": "official",
}


def words(name: str | None) -> list[str]:
    return [w for w in name_words(name or "") if len(w) > 1]


def same_name(a: str | None, b: str | None) -> bool:
    """Whether one name can be a shortening of the other: the fewer words all stand in the more."""
    short, long = sorted((set(words(a)), set(words(b))), key=len)
    return bool(short) and short <= long


def side(record: dict[str, Any]) -> str | None:
    return record.get("country") or record.get("organisation")


def same_side(want: dict[str, Any], got: dict[str, Any]) -> bool:
    if want.get("country") or got.get("country"):
        return bool(want.get("country") == got.get("country"))
    return bool(not want.get("organisation") or got.get("organisation"))


def same_office(want: dict[str, Any], got: dict[str, Any], office_class: str | None) -> bool:
    if not want.get("office"):
        return True
    if not got.get("office"):
        return False
    a, b = set(words(want["office"])), set(words(got["office"]))
    known = {office_class, COARSE.get(office_class or "")}
    return a <= b or b <= a or want.get("class") in known or len(a & b) >= 2


def read(row: dict[str, Any]) -> tuple[Any, Any]:
    """(cast, record) of a page."""
    from legation import pipeline
    from legation.api import _known, article_of
    from legation.find.people import find_people, find_places
    from legation.parse import default_parser
    from legation.records import Page
    from legation.resolve.home import publisher_country
    from legation.resolve.people import resolve_people
    from legation.rules.furniture import furniture_rules
    from legation.rules.offices import office_rules
    from legation.rules.world import world_rules

    day = date.fromisoformat(row["published"]) if row.get("published") else None
    page = Page(source=row["address"] or "text", text=row["text"], url=row["address"], published=day, is_final=True)
    article = article_of(page)
    doc = default_parser().annotate(article)
    world, offices, known = world_rules(), office_rules(), _known()
    cast = resolve_people(
        find_people(doc, world, offices),
        find_places(doc, world),
        doc,
        world,
        offices,
        known=known,
        published=day,
        home=publisher_country(article, world, furniture_rules()),
    )
    return cast, pipeline.from_annotation(article, doc, known=known)


def actor_fields(actor: Any) -> dict[str, Any]:
    return {name: getattr(actor, name) for name in ("name", "office", "country", "organisation")}


def score_people(row: dict[str, Any], cast: Any, total: Counter[str], lines: list[str]) -> None:
    named = {m.actor for m in cast.mentions if m.form in {"name", "surname"} and m.actor is not None}
    reported = [cast.actors[n] for n in sorted(named) if cast.actors[n].kind == "person" and cast.actors[n].name]
    used: set[int] = set()
    for want in row["people"]:
        found = [a for a in reported if same_name(a.name, want["name"])]
        total["people listed"] += 1
        if not found:
            total["people missed"] += 1
            lines.append(f"   MISSED person {want['name']} / {want['office']} / {side(want)} | {want.get('quote')}")
            continue
        actor = max(found, key=lambda a: len(set(words(a.name)) & set(words(want["name"]))))
        used.update(id(a) for a in found)
        got = actor_fields(actor)
        total["people reported"] += 1
        office, country = same_office(want, got, actor.office_class), same_side(want, got)
        total["people right"] += office and country
        wrong_side = not country and bool(got["country"] or got["organisation"])
        total["people false side"] += wrong_side
        total["people no side"] += not country and not wrong_side
        total["people no office"] += not office and not got["office"]
        total["people other office"] += not office and bool(got["office"])
        if not (office and country):
            lines.append(f"   PERSON want {want['name']} / {want['office']} / {side(want)} got {got}")
    others = [a.name for a in reported if id(a) not in used]
    total["people not listed"] += len(others)
    if others:
        lines.append(f"   not listed: {others}")


def score_participants(row: dict[str, Any], record: Any, total: Counter[str], lines: list[str]) -> None:
    sides = {side(p) for e in row["engagements"] for p in e["participants"]} | {
        e.get("host_country") for e in row["engagements"]
    }
    for engagement in record.engagements:
        if engagement.background:
            continue
        for p in engagement.participants:
            got = actor_fields(p)
            total["participants reported"] += 1
            if p.name:
                wants = [w for w in row["people"] if same_name(w["name"], p.name)]
                wants += [q for e in row["engagements"] for q in e["participants"] if same_name(q.get("name"), p.name)]
                right = any(same_side(w, got) and same_office(w, got, None) for w in wants)
            else:
                right = side(got) in sides
            total["participants right"] += right
            if not right:
                lines.append(f"   PARTICIPANT {got} in {engagement.kind} {engagement.status}")


def statement_words(statement: Any, text: str) -> tuple[int, int] | None:
    """Where the words stand, without the ``that`` which ours have before them and readers leave out."""
    spans = statement.content_spans
    if not spans:
        return None
    first = spans[0].start
    if statement.kind != "direct" and text[first : first + 5].lower() == "that ":
        first += 5
    return first, spans[-1].end


def shared(a: tuple[int, int], b: tuple[int, int]) -> float:
    """What two stretches share of their union."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]))


def same_speaker(want: dict[str, Any], statement: Any) -> bool:
    speaker = statement.speaker
    if speaker.name and same_name(want["speaker"], speaker.name):
        return True
    together = [s.name or s.organisation or s.country or "" for s in statement.joint]
    if together and all(set(words(n)[-1:]) & set(words(want["speaker"])) for n in together):
        # "Berg and Lund" of "the two ministers"
        return True
    known = (statement.described_as, speaker.office, speaker.organisation, statement.source_words)
    mine = {word for text in known for word in words(text)}
    theirs = set(words(want["speaker"]))
    named = any(w[:1].isupper() for w in (want["speaker"] or "").split()[1:])
    if speaker.name and named:
        return False
    return bool(len(mine & theirs) * 2 >= len(theirs)) or bool(
        not speaker.name and want.get("country") and want["country"] == speaker.country
    )


def stands_at(row: dict[str, Any], want: dict[str, Any], statement: Any) -> bool:
    """Whether a refusal stands where the reader saw one: the facts give its cue and no place."""
    if statement.content_spans and statement.force not in ("declined", "refused"):
        return False
    return any(abs(statement.start - m.start()) < 200 for m in re.finditer(re.escape(want["cue"]), row["text"]))


def pairs(row: dict[str, Any], got: list[Any]) -> dict[int, tuple[int, float]]:
    """Which reported statement is which of the reader's, best shares first; of two that share as much the one whose
    speaker agrees, then the one without content for a refusal."""
    found = []
    for i, want in enumerate(row["statements"]):
        for j, statement in enumerate(got):
            b = statement_words(statement, row["text"])
            who = same_speaker(want, statement)
            if want["content"] and b:
                score = shared((want["start"], want["end"]), b)
                found.append((score, who, True, -i, -j))
            elif not want["content"] and who and stands_at(row, want, statement):
                found.append((0.8, who, not b, -i, -j))
    of: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, _, _, i, j in sorted(found, reverse=True):
        if score > 0 and -i not in of and -j not in taken:
            of[-i] = (-j, score)
            taken.add(-j)
    return of


def score_statements(row: dict[str, Any], record: Any, total: Counter[str], lines: list[str]) -> None:
    wants, got = row["statements"], list(record.statements)
    of = pairs(row, got)
    for i, want in enumerate(wants):
        total["statements listed"] += not want.get("optional")
        if i not in of:
            if not want.get("optional"):
                total["statements missed"] += 1
                words = row["text"][want["start"] : want["end"]] or want["cue"]
                lines.append(f"   MISSED statement {want['speaker']}: {words[:110]}")
            continue
        j, score = of[i]
        said, who = score >= 0.75, same_speaker(want, got[j])
        total["statements reported"] += 1
        total["statements right"] += said and who
        total["statements other words"] += not said
        total["statements other speaker"] += not who
        kind = "silence" if not got[j].content_spans else got[j].kind
        total[f"by kind {kind} reported"] += 1
        total[f"by kind {kind} right"] += said and who
        if not (said and who):
            mark = ("W" if not said else "") + ("S" if not who else "")
            s = got[j]
            lines.append(
                f"   {mark} {want['speaker']}: {row['text'][want['start'] : want['end']][:140]!r}\n"
                f"      got {s.speaker.name or s.described_as or s.speaker.office} / {s.speaker.country}: {s.content[:140]!r}"
            )
    matched = {j for j, _ in of.values()}
    for j, s in enumerate(got):
        if j not in matched:
            total["statements reported"] += 1
            total["statements not listed"] += 1
            kind = "silence" if not s.content_spans else s.kind
            total[f"by kind {kind} reported"] += 1
            total[f"by kind {kind} not listed"] += 1
            lines.append(
                f"   NOT LISTED {s.speaker.name or s.described_as or s.speaker.office} [{s.cue}]: {s.content[:120]!r}"
            )
    score_leniently(wants, got, of, total, row["text"])


def score_leniently(wants: list[Any], got: list[Any], of: dict[int, tuple[int, float]], total: Counter[str], text: str) -> None:
    """The second measure: what one side joins counts once, half of the words are enough, links of a chain are speakers."""
    matched = {j for j, _ in of.values()}
    missed = {i for i in range(len(wants)) if i not in of and not wants[i].get("optional")}
    right = 0
    for i, (j, score) in of.items():
        want, s = wants[i], got[j]
        mine = statement_words(s, text)
        joined = [k for k, w in enumerate(wants) if mine and w["content"] and w["speaker"] == want["speaker"]]
        joined = [
            k for k in joined if shared((wants[k]["start"], wants[k]["end"]), mine or (0, 1)) and covers(wants[k], mine)
        ]
        if len(joined) > 1 and mine:
            score = max(
                score, shared((min(wants[k]["start"] for k in joined), max(wants[k]["end"] for k in joined)), mine)
            )
            missed -= set(joined) if score >= 0.5 else set()
        right += score >= 0.5 and (same_speaker(want, s) or in_chain(want, s))
    total["leniently listed"] += sum(not w.get("optional") for w in wants)
    total["leniently reported"] += len(matched)
    total["leniently right"] += right
    total["leniently missed"] += len(missed)


def covers(want: dict[str, Any], mine: tuple[int, int] | None) -> bool:
    """Whether at least three quarters of the reader's words lie in a reported content."""
    if mine is None:
        return False
    return 4 * (min(want["end"], mine[1]) - max(want["start"], mine[0])) >= 3 * (want["end"] - want["start"])


def in_chain(want: dict[str, Any], statement: Any) -> bool:
    """Whether the reader's speaker is one through whom, or from whom, the statement came."""
    theirs = set(words(want["speaker"]))
    for link, called in zip(statement.chain, statement.chain_words, strict=False):
        mine = {w for text in (link.name, link.office, link.organisation, called) for w in words(text)}
        if theirs and len(mine & theirs) * 2 >= len(theirs):
            return True
    return False


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--set", action="append", dest="sets", help="a split of the pages")
    options.add_argument("--what", nargs="+", choices=["people", "statements"], default=["people", "statements"])
    options.add_argument("--errors", action="store_true")
    options.add_argument("--only", help="only pages whose id contains this")
    arguments = options.parse_args()
    for which in arguments.sets or ["fresh6"]:
        total: Counter[str] = Counter()
        for row in pages(which):
            if "people" not in row:
                continue
            if arguments.only and arguments.only not in row["id"]:
                continue
            total["pages"] += 1
            lines: list[str] = []
            cast, record = read(row)
            if "people" in arguments.what:
                score_people(row, cast, total, lines)
                score_participants(row, record, total, lines)
            if "statements" in arguments.what:
                score_statements(row, record, total, lines)
            if arguments.errors and lines:
                print(f"\n== {row['id']}", *lines, sep="\n")
        if not total["pages"]:
            print(f"{which}: not measured, LEGATION_PAGES does not name a folder with its pages", file=sys.stderr)
            continue
        print(f"\n{which}: {total.pop('pages', 0)} pages")
        kinds = {k.removeprefix("by kind "): v for k, v in sorted(total.items()) if k.startswith("by kind ")}
        for what in ("people", "participants", "statements", "leniently"):
            counts = {k.removeprefix(what + " "): v for k, v in total.items() if k.startswith(what + " ")}
            if counts:
                share = counts.get("right", 0) / max(1, counts.get("reported", 0))
                print(f"  {what}: right {share:.3f} of reported; " + ", ".join(f"{k} {v}" for k, v in counts.items()))
        if kinds:
            print("  statements by kind: " + ", ".join(f"{k} {v}" for k, v in kinds.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
