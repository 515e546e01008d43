"""Gatherings of several states: a table of who holds one and when x who comes, told over two sentences or in one.

``python benchmarks/grids/gatherings.py [-v]``. Every sentence is the project's own invention; read as of Tuesday 14 May 2019.
A row is right where the page gives one sitting, in Zambia, on its days, with all the states.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2019, 5, 14)
SITTINGS = {"summit", "meeting", "talks", "ceremony"}
FUTURE, PAST = (date(2019, 5, 21), date(2019, 5, 21)), (date(2019, 5, 13), date(2019, 5, 13))
THREE, TWO = {"BW", "NA", "MW"}, {"BW", "NA"}
K, S = "Botswana's President Mokgweetsi Kgosi", "Namibian President Hage Shaan"

LEADS = [
    ("Zambia will host a regional summit on Tuesday next week.", FUTURE),
    ("Zambia is to host a summit of southern African leaders on May 21.", FUTURE),
    ("A summit on trade will be held in Lusaka, Zambia, on May 21.", FUTURE),
    ("Lusaka hosts a summit on trade on May 21 and 22.", (date(2019, 5, 21), date(2019, 5, 22))),
    ("Zambian President Daniel Phiri will host a summit on trade in Lusaka on May 21.", FUTURE),
    ("The Zambian capital, Lusaka, will host a meeting of foreign ministers on May 21.", FUTURE),
    ("A meeting of neighbouring countries on trade is to take place in Lusaka on May 21.", FUTURE),
]
TAILS = [
    ("The summit will bring together the leaders of Botswana, Namibia and Malawi.", THREE),
    ("It will bring together the leaders of Botswana, Namibia and Malawi.", THREE),
    ("The meeting will bring together Botswana, Namibia and Malawi.", THREE),
    ("The leaders of Botswana, Namibia and Malawi will attend the summit.", THREE),
    ("The presidents of Botswana, Namibia and Malawi are expected to attend.", THREE),
    (f"{K} and {S} will attend.", TWO),
    (f"{K} and {S} have confirmed their attendance.", TWO),
    (f"Among those expected are {K} and {S}.", TWO),
    (f"Leaders expected to attend include {K} and {S}.", TWO),
    ("Participants include the presidents of Botswana, Namibia and Malawi.", THREE),
    (f"It will be attended by {K} and {S}.", TWO),
    ("Botswana, Namibia and Malawi will take part.", THREE),
    ("The meeting is to be attended by the foreign ministers of Botswana and Namibia.", TWO),
    ("The foreign ministers of Botswana and Namibia will also take part in the meeting.", TWO),
    ("The talks will involve Botswana, Namibia and Malawi.", THREE),
]
NOBODY = [
    "The leaders of Botswana, Namibia and Malawi refused to attend.",
    "The presidents of Botswana and Namibia will not take part.",
    "The presidents of Botswana and Namibia may attend.",
]
"""Behind a lead: words by which nobody comes."""
WHOLE = [
    (
        "Zambian President Daniel Phiri will open a conference in Lusaka on May 21 which the leaders of Botswana and Namibia will attend.",
        TWO,
        FUTURE,
    ),
    (
        "Zambian President Daniel Phiri will open a trade conference in Lusaka on May 21, to be attended by the presidents of Botswana "
        "and Namibia.",
        TWO,
        FUTURE,
    ),
    ("The summit that Botswana, Namibia and Malawi are to hold in Lusaka on May 21 will deal with trade.", THREE, FUTURE),
    (
        "The two ministers exchanged opinions on the summit that Botswana, Namibia and Malawi are to hold in Lusaka on May 21.",
        THREE,
        FUTURE,
    ),
    ("A summit attended by the leaders of Botswana, Namibia and Malawi opened in Lusaka on Monday.", THREE, PAST),
    ("Leaders from Botswana, Namibia and Malawi gathered in Lusaka on Monday for a summit on trade.", THREE, PAST),
    ("Ministers from seven countries, among them Botswana and Namibia, will meet in Lusaka on May 21.", TWO, FUTURE),
    ("Lusaka plays host on May 21 to the leaders of Botswana, Namibia and Malawi.", THREE, FUTURE),
    ("Zambia will host the leaders of Botswana, Namibia and Malawi for a summit on May 21.", THREE, FUTURE),
    ("Zambia's capital hosts a summit of the leaders of Botswana, Namibia and Malawi on May 21.", THREE, FUTURE),
    ("The presidents of Botswana, Namibia and Malawi signed the treaty at a ceremony in Lusaka on Monday.", THREE, PAST),
    ("A five-nation summit bringing together Botswana, Namibia, Malawi and Kenya is to be held in Lusaka on May 21.", THREE, FUTURE),
    ("At a summit in Lusaka on Monday, the leaders of Botswana, Namibia and Malawi agreed on a customs union.", THREE, PAST),
    ("Meeting in Lusaka on Monday, the foreign ministers of Botswana, Namibia and Malawi agreed on a customs union.", THREE, PAST),
    ("The Lusaka summit of Botswana, Namibia and Malawi, held on Monday, ended without a statement.", THREE, PAST),
    ("Heads of state from Botswana, Namibia and Malawi are scheduled to convene in Lusaka on May 21.", THREE, FUTURE),
    ("The quartet of Botswana, Namibia, Malawi and Zambia holds a ministerial meeting in Lusaka on May 21.", THREE, FUTURE),
]


def rows() -> Iterator[tuple[str, set[str], tuple[date, date]]]:
    """Each text with the states that come and the days."""
    yield from ((f"{lead} {tail}", states, days) for lead, days in LEADS for tail, states in TAILS)
    yield from WHOLE


def refusals() -> Iterator[str]:
    yield from (f"{lead} {tail}" for lead, _ in LEADS for tail in NOBODY)


def sittings(text: str) -> list[Engagement]:
    return [e for e in read_text(text, published=PUBLISHED, is_final=True).engagements if e.kind in SITTINGS]


def is_right(text: str, states: set[str], days: tuple[date, date]) -> bool:
    found = sittings(text)
    if len(found) != 1 or found[0].host_country != "ZM":
        return False
    return states <= {p.country for p in found[0].participants} and (found[0].when.earliest, found[0].when.latest) == days


def comes_none(text: str) -> bool:
    """Whether no state of those who do not come is in what is announced."""
    return not any(e.status in {"announced", "expected"} and {p.country for p in e.participants} & THREE for e in sittings(text))


def main() -> None:
    wrong = [text for text, states, days in rows() if not is_right(text, states, days)]
    lies = [text for text in refusals() if not comes_none(text)]
    if "-v" in sys.argv:
        print(*wrong, *lies, sep="\n")
    print(f"gatherings: {len(list(rows())) - len(wrong)} of {len(list(rows()))}; nobody comes: {len(list(refusals())) - len(lies)} of {len(list(refusals()))}")


if __name__ == "__main__":
    main()
