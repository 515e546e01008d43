"""Meetings told only beside what was said: "said ties were strong after a meeting with", "discussed trade with ... in"."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

TUESDAY = date(2019, 5, 14)
X, Y = "Slovak Foreign Minister Pavel Novak", "Kenyan President Daniel Otieno"

MET = (
    f"{X} said ties were strong after a meeting with {Y}.",
    f"{X} told reporters that progress was made after a meeting with {Y} in Nairobi on Monday.",
    f'"Ties are strong," {X} said following talks on Monday with {Y}.',
    f"{X} said on Monday, after a meeting with {Y}, that ties were strong.",
    f"{X} announced that a road had been opened during talks with {Y} in Nairobi.",
    f"{X} discussed trade with {Y} in Nairobi on Monday.",
    f"{X} met {Y} after arriving in Nairobi on Monday.",
    f"After a meeting with {Y}, {X} said ties were strong.",
    f"In a meeting with {Y}, {X} said ties were strong.",
    f"{X} made the remarks during a meeting with {Y}.",
    f"{X} thanked {Y} for his hospitality during their meeting in Nairobi.",
    f"{Y} granted an audience to {X} on Monday.",
)

NOT_MET = (
    f"{X} said ties were strong and that he admired {Y}.",
    f"{X} said the strike had ended after a meeting of the unions with the bus company.",
    f"{X} said that the president discussed trade with his cabinet in Bratislava.",
    f"{X} discussed {Y} with reporters in Bratislava.",
)


@pytest.mark.parametrize("text", MET)
def test_the_two_met(text: str) -> None:
    found = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind in {"meeting", "talks"}]
    assert [(e.status, {p.country for p in e.participants}) for e in found] == [("held", {"SK", "KE"})]


@pytest.mark.parametrize("text", NOT_MET)
def test_nobody_met(text: str) -> None:
    assert read_text(text, published=TUESDAY, is_final=True).engagements == ()
