"""The page in a real browser: accessible, no request, no error, no sideways scrolling; wide and narrow, light and dark."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from legation.api import read_page
from legation.publish.page import html_page
from legation.records import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    paths = sorted(examples.iterdir())[2:5]
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(html_page([read_page(Page(source=p.name, content=p.read_bytes())) for p in paths]))
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_accessible_and_quiet(browser, address: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # The page forbids every script, axe included: only the checker may pass.
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert [v["id"] for v in axe.run(page).response["violations"]] == []
    assert (asked, told) == ([address], [])
    context.close()


def test_from_a_finding_to_its_words_and_back(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator("li.e a").first.click()
    assert page.url.endswith("#p1-e1-w1")
    assert page.locator("#p1-e1-w1").evaluate("e => e.getBoundingClientRect().top >= 0")
    page.locator("#p1-e1-w1-back").click()
    assert page.url.endswith("#p1-e1")
    page.close()
