"""One parser in the hands of several threads, as where two watchers or a web site's readers share a process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from crawl_pages import DIPLOMATIC, OTHER
from legation.parse import SpacyParser
from legation.records import Article

TEXTS = [f"{DIPLOMATIC}\n{OTHER}\nReport number {k} came from desk{k} of agency{k}." for k in range(12)]


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads give way to one another as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def test_threads_that_share_a_parser_find_what_one_finds(parser: SpacyParser, hasty: None) -> None:
    articles = [Article(text=text) for text in TEXTS]
    alone = [parser.annotate(article) for article in articles]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(parser.annotate, articles)) == alone
