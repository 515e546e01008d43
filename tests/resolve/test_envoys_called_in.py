"""Envoys who are called in: the state that does it is at home, and the envoy's is the other side."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 5, 15)

# (text, expected): "kind status states host earliest" of each engagement in the order told.
CASES = [
    (
        "Turkey's foreign ministry summoned the Swedish ambassador on Tuesday to protest against the burning of a Koran.",
        ["meeting held SE,TR @TR 2024-05-14"],
    ),
    (
        "Pakistan's deputy high commissioner was called in to the foreign ministry in Dhaka on Sunday and handed a note of protest.",
        ["meeting held BD,PK @BD 2024-05-12"],
    ),
    ("France will summon the Azerbaijani ambassador on Thursday.", ["meeting announced AZ,FR @FR 2024-05-16"]),
    ("The Iranian ambassador in Canberra has been summoned, an official said.", ["meeting held AU,IR @AU None"]),
    ("Seoul called in the Russian ambassador over the arms deal with North Korea.", ["meeting held KR,RU @KR None"]),
    ("Kenya summons Ugandan envoy over border killings", ["meeting held KE,UG @KE None"]),
    (
        "China's ambassador to Japan, Wu Jianghao, was summoned by the Japanese foreign ministry on Tuesday.",
        ["meeting held CN,JP @JP 2024-05-14"],
    ),
    ("Ethiopia's ambassador to Egypt was summoned on Monday after the dam was filled.", ["meeting held EG,ET @EG 2024-05-13"]),
    (
        "Bolivia's foreign minister, Celinda Sosa, summoned Ambassador Marcelo Massoni of Argentina on Monday.",
        ["meeting held AR,BO @BO 2024-05-13"],
    ),
    (
        "Iran summoned four ambassadors on Tuesday. The ambassadors of Denmark and Norway were called to the Foreign Ministry.",
        ["meeting held DK,IR,NO @IR None"],
    ),
    (
        "Iran summoned four ambassadors on Tuesday. The ambassadors of Denmark and Norway were summoned to the Foreign Ministry.",
        ["meeting held DK,IR,NO @IR None"],
    ),
    ("Sweden has summoned its ambassador to Iraq home for consultations.", []),
    ("Sweden has recalled its ambassador from Iraq for consultations.", []),
    ("A court in Madrid summoned the Venezuelan ambassador as a witness.", []),
    ("Greece has not summoned the Turkish ambassador.", []),
    ("The ambassador was summoned for the third time.", []),
    ("Ankara summons ambassadors of nine countries", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_an_envoy_called_in(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [f"{e.kind} {e.status} {_states(e.participants, e.host_country)} @{e.host_country} {e.when.earliest}" for e in found] == expected


def _states(participants: tuple, host: str | None) -> str:  # type: ignore[type-arg]
    return ",".join(sorted({p.country for p in participants if p.country} | ({host} if host else set())))
