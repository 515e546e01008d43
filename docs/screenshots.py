"""Makes the pictures in docs/desk/ from the tour's calendar: ``python docs/screenshots.py`` (needs Chromium).

The clock stands on a day of the tour's story, so that the pictures stay the same until the pages change.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import sync_playwright

from legation.cli.tour import tour
from legation.store import Store, open_calendar
from legation.web import urls
from legation.web.app import create_app
from legation.web.settings import DeskSettings

HERE = Path(__file__).parent / "desk"
NOW = datetime(2024, 6, 26, 8, 0, tzinfo=UTC)


class TourClock:
    def now(self) -> datetime:
        return NOW


def pages(store: Store) -> dict[str, str]:
    """Name of the picture -> address of the page."""
    told = max(store.entries(), key=lambda e: len(store.revisions(e.id)))
    article = store.pages(entry=told.id)[-2]
    who = told.state.participants[0].name or ""
    one, other = sorted({c for c in (told.state.participants[0].country, told.state.host_country) if c})
    return {
        "home": urls.HOME,
        "calendar": f"{urls.CALENDAR}?month=2024-06",
        "engagement": urls.engagement(told.id),
        "article": urls.article(article.id),
        "pair": urls.pair(one, other),
        "person": f"/people/{quote(who)}",
    }


def main() -> None:
    chromium = shutil.which("chromium") or sys.exit("no Chromium (apt-get install chromium)")
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tour.sqlite"
        try:
            tour(path)
        except SystemExit as end:
            if end.code:
                raise
        with open_calendar(str(path)) as store:
            server = uvicorn.Server(
                uvicorn.Config(create_app(store, TourClock(), DeskSettings()), port=0, log_level="warning")
            )
            thread = threading.Thread(target=server.run, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.05)
            base = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
            _shoot(str(chromium), base, pages(store))
            server.should_exit = True
            thread.join()


def _shoot(chromium: str, base: str, addresses: dict[str, str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, height, scheme in ((1280, 900, "light"), (360, 740, "dark")):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB", timezone_id="UTC"
            )
            page = context.new_page()
            for name, address in addresses.items():
                page.goto(base + address)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=HERE / f"{name}-{width}.png")
        browser.close()


if __name__ == "__main__":
    main()
