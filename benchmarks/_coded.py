"""The coded-event reference records: does Legation find the engagement where a record is coded as one, and nothing else?"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ENGAGING_CAMEO = ("03", "04", "05")
NOT_ENGAGING = {"21", "22", "34", "80", "90", "91"}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def score_coded(which: str, gold: Path, *, errors: bool) -> None:
    """Prints recall on records coded as engagements and the false rate on the rest; says so where the data is absent."""
    if not (gold / "data").is_dir():
        print(f"{which}: not measured, no reference data at {gold}")
        return
    if which == "readouts":
        _readouts(gold / "data" / "readouts.jsonl.gz", errors=errors)
    else:
        _events(gold, errors=errors)


def _events(gold: Path, *, errors: bool) -> None:
    import pycountry

    from engagements import record, states

    for name in ("plover", "petr2_validation", "petr_unit"):
        total: Counter[str] = Counter()
        for row in rows(gold / "data" / f"{name}.jsonl.gz"):
            if not row["text"].strip():
                continue  # a record whose text was withheld
            if name == "plover":
                engaging = row["event"] == "CONSULT"
                codes = {a[1] for a in (*row["source"], *row["target"])}
            else:
                events = [e for e in row["events"] if e["eventcode"][:2] not in NOT_ENGAGING]
                if not events and not row["null"]:
                    continue
                engaging = any(e["eventcode"].startswith("04") for e in events)
                codes = {
                    e[k][:3] for e in events if e["eventcode"].startswith("04") for k in ("sourcecode", "targetcode")
                }
            day = row.get("date")
            published = (
                f"{day[:4]}-{day[4:6]}-{day[6:]}" if day and re.fullmatch(r"[12]\d{3}[01]\d[0-3]\d", day) else None
            )
            got = record(row["text"], published)["engagements"]
            if not engaging:
                total["others"] += 1
                total["others_with"] += bool(got)
                continue
            want = {c.alpha_2 for code in codes if (c := pycountry.countries.get(alpha_3=code))}
            invented = len(want) < len({c for c in codes if c})
            total["invented_states"] += invented
            total["engaging"] += 1
            found = any(len(want & states(g)) >= min(2, len(want)) and want for g in got)
            total["found"] += found
            total["real"] += not invented
            total["real_found"] += found and not invented
            if errors and not found and not invented:
                print("  MISS", sorted(want), row["text"][:200])
        print(
            f"{name}: coded as engagements {total['engaging']} ({total['invented_states']} with states that do not exist), found "
            f"{total['found']}, of those with real states {total['real_found']}/{total['real']}; "
            f"other records {total['others']}, with an engagement all the same {total['others_with']}"
        )


def _readouts(path: Path, *, errors: bool) -> None:
    from engagements import record, states
    from legation.rules.world import world_rules

    total: Counter[str] = Counter()
    names = {}
    for country in world_rules().countries.values():
        for name in (country.name,):
            names[name.lower()] = country.code
    wanted = [r for r in rows(path) if r["countries_in_title"] and r["kind"] in {"call", "meeting", "visit", "summit"}]
    for row in wanted[::5]:
        got = list(record(row["text"], row["date"])["engagements"])
        codes = {names.get(c.lower()) for c in row["countries_in_title"]} - {None, "US"}
        if not codes:
            continue
        total["pages"] += 1
        hit = [g for g in got if codes & states(g)]
        total["found"] += bool(hit)
        best = next((g for g in hit if g["kind"] == row["kind"]), hit[0] if hit else None)
        total["kind"] += bool(best and best["kind"] == row["kind"])
        fits = {
            "held": {"held"},
            "announced": {"announced", "confirmed"},
            "unspecified": {"held", "announced", "expected", "confirmed", "under_way", "proposed"},
        }
        total["status"] += bool(best and best["status"] in fits[row["status"]])
        if errors and (not best or best["kind"] != row["kind"] or best["status"] not in fits[row["status"]]):
            print(
                "  ",
                row["kind"],
                row["status"],
                row["countries_in_title"],
                "->",
                best and (best["kind"], best["status"]),
                "|",
                row["text"][:220].replace("\n", " "),
            )
    n = max(total["pages"], 1)
    shares = ", ".join(f"{name} {total[name] / n:.3f}" for name in ("found", "kind", "status"))
    print(f"readouts (every fifth with a country): {n}, {shares}")
