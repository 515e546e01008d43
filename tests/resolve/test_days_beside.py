"""Days told by what stands beside them: two in a row, one counted from another, the occasion that words come out of."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2022, 5, 6)
"""A Friday."""
X, Y = "Rwandan President Paul Kagame", "Ugandan Foreign Minister Sam Kutesa"

ROWS = [
    # text, kind, state in it, first day, last day
    (f"{Y} is to visit Kenya later this month or next month.", "visit", "KE", "2022-05-06", "2022-06-30"),
    (f"{Y} will travel to Kenya in October or November.", "visit", "KE", "2022-10-01", "2022-11-30"),
    (f"{Y} will meet {X} in Kigali in “June or July”, his office said.", "meeting", "RW", "2022-06-01", "2022-07-31"),
    (f"{Y} is to visit Kenya on Wednesday and Thursday next week.", "visit", "KE", "2022-05-11", "2022-05-12"),
    (f"{Y} will be in Kenya next Wednesday and Thursday.", "visit", "KE", "2022-05-11", "2022-05-12"),
    (f"{Y} visited Kenya on Monday and Tuesday.", "visit", "KE", "2022-05-02", "2022-05-03"),
    (
        f"{Y} will visit Rwanda on May 9 and 10, Burundi on May 11 and Tanzania on May 12-14.",
        "visit",
        "TZ",
        "2022-05-12",
        "2022-05-14",
    ),
    (f"{X} visited Uganda on Thursday, a day after he met French President Emmanuel Macron in Paris.", "meeting", "FR", "2022-05-04", "2022-05-04"),
    (f"{X} will travel to Uganda on Monday, two days before he meets French President Emmanuel Macron in Paris.", "meeting", "FR", "2022-05-11", "2022-05-11"),
    (f"The visit comes a week after {X} met French President Emmanuel Macron in Paris.", "meeting", "FR", None, None),
    (f"{X} met French President Emmanuel Macron on Tuesday, days after a visit to Kenya.", "visit", "KE", None, None),
    (f"The remarks came on Tuesday following talks between {X} and {Y}.", "talks", "UG", "2022-05-03", "2022-05-03"),
    (f"The agreement was signed on Tuesday after talks between {X} and {Y} in Kigali.", "talks", "UG", "2022-05-03", "2022-05-03"),
    (f"A deal was reached late Tuesday following a meeting between {X} and {Y}.", "meeting", "UG", "2022-05-03", "2022-05-03"),
    (f"{X} issued the warning on Tuesday following talks with {Y} in Kigali.", "talks", "UG", "2022-05-03", "2022-05-03"),
    (f"During the meeting, held on Tuesday in Kigali, {X} and {Y} discussed the border.", "meeting", "UG", "2022-05-03", "2022-05-03"),
    (f"{Y} flies to Rwanda tonight for talks with President Paul Kagame tomorrow.", "talks", "RW", "2022-05-07", "2022-05-07"),
    (f"{Y} left Kigali on Thursday after a four-day visit to Rwanda.", "visit", "RW", "2022-05-02", "2022-05-05"),
    (f"{Y} returned home on Thursday after a four-day visit to Rwanda.", "visit", "RW", "2022-05-02", "2022-05-05"),
    (f"{Y} is to visit Kenya in June to meet its farmers.", "visit", "KE", "2022-06-01", "2022-06-30"),
    (f"{Y} is to visit Kenya to meet its farmers next month.", "visit", "KE", "2022-06-01", "2022-06-30"),
    (f"The talks between {X} and {Y}, due on Tuesday, will begin Sunday instead.", "talks", "UG", "2022-05-08", "2022-05-08"),
    (f"The talks between {X} and {Y} scheduled for Tuesday will be held on Thursday.", "talks", "UG", "2022-05-12", "2022-05-12"),
    (f"{Y} has changed the timing of his Kenya visit and will now be traveling to Nairobi a day earlier – on November 1.", "visit", "KE", "2022-11-01", "2022-11-01"),
    (f"date 2022-05-06 {X} has had a phone conversation with {Y}.", "call", "UG", None, None),
    (f"Published: May 6, 2022\n\n{X} has had a phone conversation with {Y}.", "call", "UG", None, None),
    (
        f"{Y} arrived in Kigali on Thursday for a four-day visit during which he will meet President Paul Kagame.",
        "meeting",
        "RW",
        "2022-05-06",
        "2022-05-08",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "state", "first", "last"), ROWS, ids=[r[0][:60] for r in ROWS])
def test_the_days(text: str, kind: str, state: str, first: str | None, last: str | None) -> None:
    record = read_text(text, published=PUBLISHED)
    (one,) = (
        e
        for e in record.engagements
        if e.kind == kind and state in {e.host_country, *(p.country for p in e.participants)}
    )
    days = [str(d) if d else None for d in (one.when.earliest, one.when.latest)]
    assert days == [first, last]


OCCASIONS = [
    f"{X} and {Y} discussed trade at a meeting in Kigali on Tuesday.",
    f"{X} and {Y} considered the border dispute at talks in Kigali on Tuesday.",
    f"{X} suggested a joint commission at a meeting with {Y} in Kigali on Tuesday.",
    f"{X} promised support at a meeting with {Y} in Kigali on Tuesday.",
    f"{X} rejected the criticism at a meeting with {Y} in Kigali on Tuesday.",
    f"{X} made the remarks to reporters on Tuesday after a meeting with {Y} in Kigali.",
    f"{X} thanked the people of Uganda at a meeting with {Y} in Kigali on Tuesday.",
    f"{X} requested more troops during talks with {Y} in Kigali on Tuesday.",
    f"{X} posed for photographs after talks with {Y} in Kigali on Tuesday.",
    f"{X} expressed concern about the fighting at a meeting with {Y} in Kigali on Tuesday.",
    f"{X} postponed a decision during talks with {Y} in Kigali on Tuesday.",
    f"{X} welcomed the decision during talks with {Y} in Kigali on Tuesday.",
    f"{X} refused to comment after talks with {Y} in Kigali on Tuesday.",
    f"{X} declined to answer questions during talks with {Y} in Kigali on Tuesday.",
    f"{X} vowed to fight terrorism after talks with {Y} in Kigali on Tuesday.",
    f"At a meeting with {Y} in Kigali on Tuesday, {X} asked for help.",
]


@pytest.mark.parametrize("text", OCCASIONS)
def test_what_is_discussed_or_rejected_at_a_meeting_leaves_it_held(text: str) -> None:
    (one,) = read_text(text, published=PUBLISHED).engagements
    assert (one.status, one.background, one.host_country) == ("held", False, "RW")
    assert {p.country for p in one.participants} == {"RW", "UG"}


GATHERINGS = [
    f"The G20 summit will take place in Osaka on June 28 and 29. {X} will meet French President Emmanuel Macron during the summit.",
    f"{X} will meet French President Emmanuel Macron during the summit. The G20 summit will be held in Osaka on June 28 and 29.",
    f"{X} will meet French President Emmanuel Macron on the sidelines of the summit, which will be held in Osaka on June 28 and 29.",
    "G20 leaders gather in Osaka on June 28 and 29. "
    f"{X} will hold talks with French President Emmanuel Macron on the sidelines.",
    f"{X} will hold talks with French President Emmanuel Macron during the Group of 20 (G20) summit. "
    "The G20 summit will be held in Osaka on June 28 and 29.",
]


@pytest.mark.parametrize("text", GATHERINGS)
def test_what_is_at_a_gathering_is_there_and_then_and_no_summit_of_its_own(text: str) -> None:
    found = read_text(text, published=PUBLISHED).engagements
    (one,) = (e for e in found if "FR" in {p.country for p in e.participants})
    assert one.kind in {"meeting", "talks"}
    assert (one.host_country, str(one.when.earliest), str(one.when.latest)) == ("JP", "2022-06-28", "2022-06-29")


def test_nothing_was_held_tomorrow_though_the_visit_has_only_a_day_to_come() -> None:
    text = (
        f"{Y} has arrived in Rwanda to start a two-day visit. Kutesa was received at Kigali airport by his Rwandan counterpart "
        "Louise Mushiki. He will meet President Paul Kagame in Kigali on Saturday."
    )
    found = read_text(text, published=PUBLISHED).engagements
    held = [e.when for e in found if e.status == "held"]
    under_way = [e.when for e in found if e.status == "under_way"]
    assert under_way
    assert all(w.latest is None or w.latest <= PUBLISHED for w in held)
    assert all(w.earliest is None or w.earliest <= PUBLISHED for w in under_way)
