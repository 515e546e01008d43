"""What each page shows, and that words from pages stay words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

import desk_calendar as story
from desk_calendar import every_page
from legation.store import Store


def text_of(response) -> str:
    tree = lxml_html.fromstring(response.text)
    for script in tree.iter("script"):
        script.text = ""
    return " ".join(" ".join(tree.itertext()).split())


SHOWN = [
    ("/", ["Changed since yesterday", "Coming in the next two weeks", "In doubt"]),
    ("/", ["Sources contradict each other", "Ada Borin: visit to Tashkent (Uzbekistan)"]),
    ("/", ["The day has passed, and nobody says it took place", "Call between Lea Brun and Omar Diallo"]),
    ("/", ["Some time in these weeks", "in the coming weeks (between 12 May 2031 and 22 June 2031)"]),
    ("/calendar", ["Summit of Ine Dahl and Rui Costa in Geneva at the water summit", "no date set", "Tariq Aziz-Shah"]),
    ("/engagements", ["6 engagements by date"]),
    ("/engagements?country=NZ", ["1 engagement by date", "New Zealand"]),
    ("/engagements?status=held&kind=call", ["No engagement meets all of this"]),
    ("/search?q=floods", ["Floods put off Borin's trip", "Ada Borin"]),
    ("/search?q=%27%29+UNION+SELECT+zzz+--", ["No engagement meets all of this"]),
    ("/sections", ["Oceania", "New Zealand 1", "Central Asia"]),
    ("/sections/oceania", ["Oceania 1 engagement", "New Zealand 1", "Fiji"]),
    ("/engagements?region=oceania", ["1 engagement by date", "Oceania"]),
    ("/countries/NZ", ["1 engagement", "Hana Ito, spokeswoman, New Zealand", "We look forward to frank talks"]),
    ("/countries/NZ/UZ", ["New Zealand and Uzbekistan", "We look forward to frank talks"]),
    ("/people/Ada%20Borin", ["Foreign Minister, New Zealand", "Travels", "visit to Tashkent"]),
    ("/no-such-page", ["Nothing here", "404", "Search"]),
    ("/engagements?since=tomorrow", ["since=tomorrow: must be a day written as 2031-05-20"]),
    ("/engagements?status=nonsense", ["status=nonsense: must be one of proposed, expected"]),
    ("/calendar?month=2031-13", ["month=2031-13: must be a month written as 2031-05"]),
]


@pytest.mark.parametrize(("address", "words"), SHOWN)
def test_pages_show(client: TestClient, address: str, words: list[str]) -> None:
    shown = text_of(client.get(address))
    assert [w for w in words if w not in shown] == []


def test_an_engagement_tells_its_whole_story(client: TestClient, borin: str) -> None:
    shown = text_of(client.get(f"/engagements/{borin}"))
    for words in (
        "Postponed", "Ada Borin: visit to Tashkent (Uzbekistan)", "Tuesday, 20 May 2031", "no date has been set",
        "Status: Announced → Postponed", "“has been postponed” Silk Road Wire, 10 May 2031.",
        "Sources contradict each other", "“will visit Tashkent on May 20 as planned” Steppe Herald, 11 May 2031.",
        "3 independent sources (3 pages): Harbour Post, Silk Road Wire, Steppe Herald",
        "Ada Borin, Foreign Minister, New Zealand (traveller)", "New Zealand and Uzbekistan",
    ):  # fmt: skip
        assert words in shown


def test_a_quotation_leads_to_its_words_and_to_the_original(client: TestClient, store: Store, borin: str) -> None:
    page = client.get(f"/engagements/{borin}").text
    [article] = {a for a in re.findall(r'href="(/articles/[^"]+)"', page) if store_text(store, a, "has been postponed")}
    shown = client.get(article)
    assert '<mark class="e">has been postponed</mark>' in shown.text
    assert "https://silk.example/2031-05-10#:~:text=has%20been%20postponed" in unescape(page)


def store_text(store: Store, address: str, words: str) -> bool:
    """Whether the address leads to exactly these words of a stored page."""
    name, _, start = address.removeprefix("/articles/").partition("#at-")
    page = store.page(name)
    return page is not None and bool(start) and page.text[int(start) :].startswith(words)


def test_former_and_shortened_identifiers_lead_on(client: TestClient, borin: str) -> None:
    answer = client.get(f"/engagements/{borin[:8]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (301, f"/engagements/{borin}")
    answer = client.get("/countries/UZ/NZ", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (301, "/countries/NZ/UZ")


def test_words_from_pages_never_become_markup(client: TestClient, store: Store) -> None:
    seen = 0
    for address in every_page(store):
        tree = lxml_html.fromstring(client.get(address).text)
        scripts = [s for s in tree.iter("script") if not s.get("src") and s.get("type") != "application/ld+json"]
        assert scripts == []
        assert tree.xpath("//img | //*[@onerror] | //*[@style]") == []
        seen += "onerror" in " ".join(tree.itertext())
    assert seen >= 3


def test_every_link_of_the_site_leads_somewhere(client: TestClient, store: Store) -> None:
    known: set[str] = set()
    for address in every_page(store):
        tree = lxml_html.fromstring(client.get(address).text)
        known |= {str(a).split("#")[0] for a in tree.xpath("//a/@href | //link/@href | //script/@src")}
    inside = sorted(a for a in known if a.startswith("/"))
    broken = {a: client.get(a).status_code for a in inside}
    assert {a: s for a, s in broken.items() if s != 200} == {}
    assert len(inside) > 100


def test_every_anchor_has_its_target(client: TestClient, store: Store) -> None:
    for address in every_page(store):
        tree = lxml_html.fromstring(client.get(address).text)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), address
        for target in tree.xpath("//a[starts-with(@href, '#')]/@href"):
            assert target[1:] in ids, (address, target)


def test_no_page_asks_for_anything_from_outside(client: TestClient, store: Store) -> None:
    for address in every_page(store):
        tree = lxml_html.fromstring(client.get(address).text)
        for link in tree.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src"):
            assert link.startswith("/static/"), (address, link)


def test_pages_are_small_and_closed(client: TestClient, store: Store) -> None:
    for address in every_page(store):
        answer = client.get(address)
        assert len(answer.content) < 100_000, address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


DATES = [
    ("de", "Donnerstag, 15. Mai 2031", "de"), ("fr-CA,fr;q=0.8", "15 mai 2031", "fr-CA"),
    ("en-US", "Thursday, May 15, 2031", "en-US"), ("nonsense;;q=x,,", "Thursday, 15 May 2031", "en-GB"),
    ("xx-YY, pt-BR;q=0.5", "15 de maio de 2031", "pt-BR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "expected", "lang"), DATES)
def test_dates_are_in_the_readers_language(client: TestClient, language: str, expected: str, lang: str) -> None:
    answer = client.get("/engagements", headers={"Accept-Language": language})
    assert expected in text_of(answer)
    assert f'lang="{lang}"' in client.get("/", headers={"Accept-Language": language}).text


def test_a_list_is_continued_by_cursor(client: TestClient, store: Store) -> None:
    whole = [e.id for e in store.entries()]
    first = client.get("/api/v1/engagements?limit=4").json()
    rest = client.get("/api/v1/engagements", params={"limit": 4, "after": first["next"]}).json()
    assert [e["id"] for e in first["engagements"] + rest["engagements"]] == whole
    assert rest["next"] is None


def test_hostile_names_do_not_break_addresses(client: TestClient) -> None:
    from urllib.parse import quote

    answer = client.get(f"/people/{quote(story.MARKUP, safe='')}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
