"""Makes the pictures in docs/desk/ from the tour's calendar: ``python docs/screenshots.py`` (needs Chromium).

The clock stands on days of the tour's story, and each dispatch is learned when it came, so that the pictures stay the
same until the pages change.
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
# The morning after the visit is put off, for what an editor opens then; and the day after it took place at last.
MORNING = datetime(2024, 3, 5, 8, 0, tzinfo=UTC)
END = datetime(2024, 6, 26, 8, 0, tzinfo=UTC)


class StoppedClock:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def as_they_came(toured: Store, path: Path, until: datetime) -> Store:
    """The tour's pages in a calendar of their own, each learned on the evening of the day it was published."""
    store = open_calendar(str(path))
    for page in sorted(toured.pages(), key=lambda p: (p.said_on, p.id)):
        learned = datetime(page.said_on.year, page.said_on.month, page.said_on.day, 18, tzinfo=UTC)
        record = toured.record(page.id)
        if record is not None and learned < until:
            store.add(record, learned=learned)
    return store


def morning_pages() -> dict[str, str]:
    """Name of the picture -> address of the page."""
    return {"home": urls.HOME, "calendar": f"{urls.CALENDAR}?month=2024-03"}


def end_pages(store: Store) -> dict[str, str]:
    told = max(store.entries(), key=lambda e: len(store.revisions(e.id)))
    article = store.pages(entry=told.id)[-2]
    who = told.state.participants[0].name or ""
    one, other = sorted({c for c in (told.state.participants[0].country, told.state.host_country) if c})
    return {
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
        with open_calendar(str(path)) as toured:
            for name, now in (("morning", MORNING), ("end", END)):
                with as_they_came(toured, Path(folder) / f"{name}.sqlite", now) as store:
                    addresses = morning_pages() if now == MORNING else end_pages(store)
                    _serve_and_shoot(str(chromium), store, now, addresses)


def _serve_and_shoot(chromium: str, store: Store, now: datetime, addresses: dict[str, str]) -> None:
    app = create_app(store, StoppedClock(now), DeskSettings())
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    base = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    _shoot(chromium, base, addresses)
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
