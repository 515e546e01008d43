"""The day of a page by its own lines, and that of its report by its dateline."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.read.page import article
from legation.records import Page

BODY = (
    "Foreign Minister Pavel Novak of Slovakia met his Kenyan counterpart in Nairobi, the ministry said in a statement."
)

STAMPS = (
    ("Published 5 May 2017", date(2017, 5, 5)),
    ("5 May 2017", date(2017, 5, 5)),
    ("Friday, May 5th, 2017 16:12", date(2017, 5, 5)),
    ("Last Modified: 05 May 2017 10:12 GMT", date(2017, 5, 5)),
    ("Nairobi, 5 May 2017, 16:12 | Region | Views: 871", date(2017, 5, 5)),
    ("Staff Reporter | Published May 5, 2017", date(2017, 5, 5)),
    ("Daily Herald (Nairobi) · 5 May 2017 · POLITICS", date(2017, 5, 5)),
    ("NAIROBI: May 5, 2017 02:10 EAT", date(2017, 5, 5)),
    ("By A. Writer on 5 May 2017", date(2017, 5, 5)),
    ("Submitted by A. Writer on Mon, 05/15/2017 - 08:20", date(2017, 5, 15)),
    ("15/05/2017", date(2017, 5, 15)),
    ("5. 05. 2017 13:02, culture, KNA", date(2017, 5, 5)),
    ("2017-05-05 18:51:07", date(2017, 5, 5)),
    ("05/06/2017", None),  # the fifth of June or the sixth of May
    ("The treaty of 5 May 1955 gave the country its freedom.", None),
    ("31 February 2017", None),
)


@pytest.mark.parametrize(("stamp", "day"), STAMPS)
def test_a_stamp_gives_the_day_of_a_page(stamp: str, day: date | None) -> None:
    text = f"Novak meets his counterpart\n\n{stamp}\n\n{BODY}"
    assert article(Page(source="test", text=text, is_final=True)).published == day


def test_a_title_with_a_day_is_no_stamp() -> None:
    text = f"A history of the summit, 5 May 1955 - how it began\n\n{BODY}"
    assert article(Page(source="test", text=text, is_final=True)).published is None


@pytest.mark.parametrize("given", [None, date(2017, 5, 6)])
def test_what_the_bringer_knows_comes_before_the_stamp(given: date | None) -> None:
    text = f"Novak meets his counterpart\n\n5 May 2017\n\n{BODY}"
    assert article(Page(source="test", text=text, is_final=True, published=given)).published == (
        given or date(2017, 5, 5)
    )


DATELINES = (
    # dateline, published, the day that "today" is
    ("NAIROBI, May 5 (KNA) -", date(2017, 5, 6), date(2017, 5, 5)),
    ("NAIROBI, May 5 -", date(2017, 5, 5), date(2017, 5, 5)),
    ("Nairobi (5 May 2017) --", None, date(2017, 5, 5)),
    ("NAIROBI, Dec. 31 (KNA) -", date(2018, 1, 2), date(2017, 12, 31)),
    ("NAIROBI, May 5 (KNA) -", date(2017, 6, 1), date(2017, 6, 1)),  # a dateline of long ago is not this page's
    ("NAIROBI (KNA) -", date(2017, 5, 6), date(2017, 5, 6)),
)


@pytest.mark.parametrize(("dateline", "published", "today"), DATELINES)
def test_today_is_the_day_of_the_dateline(dateline: str, published: date | None, today: date) -> None:
    text = f"{dateline} Slovak Foreign Minister Pavel Novak met Kenyan President Daniel Otieno in Nairobi today."
    (engagement,) = read_text(text, published=published, is_final=True).engagements
    assert (engagement.when.earliest, engagement.when.latest) == (today, today)
