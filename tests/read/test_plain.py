"""Plain-text scrapes: what stays and what goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legation.read import article
from legation.records import Article, Page

SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"

BODY = (
    "The foreign minister will travel to the capital next week for talks with his counterpart, officials said on Monday.",
    "No date has been set for a meeting with the president, a spokesman for the ministry told reporters in the evening.",
)
TEXT = "\n\n".join(BODY)


def read(text: str) -> Article:
    return article(Page(source="test", text=text))


FURNITURE = [
    "Share\nTweet\nWhatsApp",
    "Facebook Twitter WhatsApp Email",
    "Share on Facebook\nShare on X",
    "Read more: Minister cancels trip over storm",
    "READ ALSO | Minister cancels trip over storm",
    "Also Read: Minister cancels trip over storm",
    "Advertisement",
    "Story continues below advertisement",
    "We use cookies to improve your experience on this website. By continuing you accept them.",
    "This site uses cookies. Accept all",
    "By continuing to use our site you agree to our cookies and privacy policy.",
    "Follow us on Twitter and Facebook",
    "Subscribe to our newsletter to get the news first",
    "(Reporting by Ann Other in Rome; Editing by Some One)",
    "Photo: Reuters",
    "Source: Agencies",
    "© 2023 The Daily. All rights reserved.",
    "3 min read",
    "1.2k Shares",
    "Tags: minister, talks, capital",
    "_______",
    "No Comments\n\nLeave A Reply\n\nPlease enter your comment!\nPlease enter your name here",
    "Exit mobile version",
    "Leave a comment\n\nYour email address will not be published. Required fields are marked *\n\nName *\n\nEmail *",
    "Related articles\n\nMinister cancels trip\n\nStorm over coast",
    "Most Read\n\nFootball club sacks its coach after a third defeat.",
    "Share Article\n\nann 2 months ago\n\nI never liked him.\n\nBob 3 days ago\n\nNor did I, and I have said so here before more than once, at length.",
    "You just read:\n\nMinister to visit capital next week\n\nDistribution channels: Politics",
    "Minister at the airport last year. PSCU-FILE.",
    "The minister at the airport | AFP",
    "Newsfeed\n0\nTo participate in the discussion\nlog in or register",
    "No comments:",
    "Comments\n\nJohn says:\n\nI never liked him.",
]


@pytest.mark.parametrize("below", FURNITURE, ids=[f[:30] for f in FURNITURE])
def test_furniture_below_an_article_goes(below: str) -> None:
    assert read(f"{TEXT}\n\n{below}").text == TEXT


HEADS = [
    # the lines above the body, title, section, published
    ("Minister to visit capital next week", "Minister to visit capital next week", None, None),
    ("Home World Minister to visit capital next week\n\nMinister to visit capital next week", "Minister to visit capital next week", "World", None),
    ("Home > News > Asia > Minister to visit capital\nMinister to visit capital", "Minister to visit capital", "Asia", None),
    ("Home / World / Europe\n\nMinister to visit capital", "Minister to visit capital", "Europe", None),
    ("Home » Politics » Minister to visit capital next week\n\nMinister to visit capital next week", "Minister to visit capital next week", "Politics", None),
    ("Minister to visit capital next week | The Daily\n\nMinister to visit capital next week", "Minister to visit capital next week", None, None),
    ("Minister to visit capital next week\n\nBy Ann Other\n\nJune 7, 2023", "Minister to visit capital next week", None, date(2023, 6, 7)),
    ("Minister to visit capital\nPublished: 7 June 2023 10:15 GMT\nShare", "Minister to visit capital", None, date(2023, 6, 7)),
    ("World\n\nMinister to visit capital\n\n2023-06-07", "Minister to visit capital", "World", date(2023, 6, 7)),
    ("close\nFriday April 26, 2024\n\nMinister to visit capital\n\nBy Ann Other\nMarch 22, 2018", "Minister to visit capital", None, date(2018, 3, 22)),
    ("Thursday, May 28, 2015\n\nMinister to visit capital", "Minister to visit capital", None, date(2015, 5, 28)),
    ("• publish: 20 March 2018\n  • time: 11:40 am\n  • category: Politics\n\nMinister to visit capital", "Minister to visit capital", None, date(2018, 3, 20)),
    ("Minister to visit capital\n02.10.2017 [17:28]", "Minister to visit capital", None, date(2017, 10, 2)),
    ("Minister to visit capital\n\nPUBLISHED : Wednesday, 30 May, 2018, 6:14am\nUPDATED : Wednesday, 30 May, 2018, 6:14am\n\nReuters", "Minister to visit capital", None, date(2018, 5, 30)),
    ("Register Login\n\nMinister cancels visit\n\nMinister cancels visit", "Minister cancels visit", None, None),
    ("Home National Minister to visit capital\n\nMinister to visit capital\n\nby Ann Other", "Minister to visit capital", "National", None),
    (" date 2020-11-19 By Agency", None, None, date(2020, 11, 19)),
    ("", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("above", "title", "section", "day"), HEADS, ids=[h[0][:40] for h in HEADS])
def test_the_head_of_a_page(above: str, title: str | None, section: str | None, day: date | None) -> None:
    found = read(f"{above}\n\n{TEXT}")
    assert (found.title, found.section, found.published, found.text) == (title, section, day, TEXT)


KEPT = [
    "He said he would read more about it.",
    "“Share,” he said, “and share alike.”",
    "The minister used cookies to explain the tariff to the children.",
    "Comments by the minister angered the neighbours.",
    "By Monday the minister had left for the capital.",
    "Follow-up talks are expected in June.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_prose_that_sounds_like_furniture_stays(sentence: str) -> None:
    assert sentence in read(f"{BODY[0]}\n\n{sentence}\n\n{BODY[1]}").text


def test_what_the_bringer_knows_wins() -> None:
    page = Page(
        source="t", text=f"A headline of its own\n\nMay 1, 2020\n\n{TEXT}", title="Given", published=date(2023, 6, 7)
    )
    found = article(page)
    assert (found.title, found.published) == ("Given", date(2023, 6, 7))


def test_a_dateline_is_a_block_of_its_own() -> None:
    found = read(f"ROME, 3 May (ANSA) - {TEXT}")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.day_words, found.dateline.agency) == ("ROME", "3 May", "ANSA")
    assert [found.text[b.start : b.end] for b in found.blocks] == ["ROME, 3 May (ANSA) -", *BODY]


def test_final_text_is_left_alone() -> None:
    text = f"\ufeff Home World A title here\r\n\r\nROME, 3 May (ANSA) - {TEXT}\r\n\r\nLeave a reply\r\n"
    found = article(Page(source="t", text=text, is_final=True))
    assert found.text == text
    assert found.dateline is not None
    assert text[found.dateline.start :].startswith("ROME, 3 May")


def test_the_seed_page() -> None:
    if not SEED.exists():
        pytest.skip(f"{SEED} is not here")
    found = article(Page(source="seed", content=SEED.read_bytes()))
    assert (found.title, found.section, found.published) == (
        "Secretary of State Antony Blinken expected to visit China soon",
        "World",
        None,
    )
    assert found.text.startswith("Warming up in sight?")
    assert found.text.endswith("again exacerbated tensions.")
    headings = [found.text[b.start : b.end] for b in found.blocks if b.kind == "heading"]
    assert headings == ["“Hurry to reschedule”", "Face-to-face discussions"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Trade Minister Joy Achieng received Slovak Ambassador Eva Kovacova on Monday.",
        "Slovak Foreign Minister Pavel Novak met Kenyan President Daniel Otieno in Nairobi on Monday.",
    ],
)
def test_a_sentence_full_of_names_is_read(text: str) -> None:
    assert article(Page(source="test", text=text, is_final=True)).language == "en"
