"""The feed of changes as an independent parser reads it."""

from __future__ import annotations

import feedparser
import pytest
from lxml import etree

import desk_stories as stories
from legation.publish import atom
from legation.rules.publish import publish_words

HEAD = atom.FeedHead(
    id="urn:legation:feed:all", title="All <changes>", address="https://desk.example/all.atom",
    page="https://desk.example/", updated=stories.moment(11), hub="https://hub.example/",
)  # fmt: skip


def feed(*happenings: atom.Happening) -> bytes:
    return atom.feed(HEAD, happenings, publish_words())


def happening(dossier, words: str = "the visit has been put off") -> atom.Happening:
    return atom.Happening(dossier=dossier, revision=dossier.revisions[-1], claims=(stories.claim("c1", words),))


def test_a_change_is_told_with_its_words_and_its_page() -> None:
    read = feedparser.parse(feed(happening(stories.postponed())))
    assert not read.bozo
    [entry] = read.entries
    assert entry.title == "Postponed: Ada Borin: visit to Tashkent (Uzbekistan)"
    assert "Announced → Postponed" in entry.content[0].value
    assert "the visit has been put off" in entry.content[0].value
    assert {link.rel for link in entry.links} == {"alternate", "via"}
    assert entry.updated == "2031-05-10T09:30:00+00:00"


def test_the_feed_names_itself_its_page_and_its_hub() -> None:
    read = feedparser.parse(feed())
    assert (read.version, read.bozo, read.entries, read.feed.title) == ("atom10", False, [], "All <changes>")
    links = {link.rel: link.href for link in read.feed.links}
    assert links == {"self": HEAD.address, "alternate": HEAD.page, "hub": HEAD.hub}


def test_identifiers_differ_between_changes_and_stay() -> None:
    both = stories.postponed().revisions
    assert len({atom.revision_id(r) for r in both}) == 2
    assert atom.revision_id(both[1]) == "urn:legation:e1:20310510T093000000000:1"


def test_words_from_pages_stay_words() -> None:
    data = feed(happening(stories.hostile(), stories.HOSTILE))
    root = etree.fromstring(data)
    [content] = root.iter("{*}content")
    html = etree.HTML(content.text)
    assert html.find(".//script") is None
    assert stories.HOSTILE.split()[0] in "".join(html.itertext())


@pytest.mark.parametrize("element", ["id", "title", "updated"])
def test_what_rfc_4287_asks_for_is_there(element: str) -> None:
    root = etree.fromstring(feed(happening(stories.announced()), happening(stories.postponed())))
    nodes = [root, *root.findall("{*}entry")]
    assert [len(node.findall(f"{{*}}{element}")) for node in nodes] == [1, 1, 1]
