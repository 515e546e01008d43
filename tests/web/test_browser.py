"""The desk in a real browser: an editor's walk, at a desk and on a phone, with script and without, heard and seen."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Iterator

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
uvicorn = pytest.importorskip("uvicorn", reason="the web extra is not installed")

import desk_calendar as story  # noqa: E402
from desk_calendar import every_page  # noqa: E402
from legation.store import Store  # noqa: E402
from legation.web.app import create_app  # noqa: E402
from legation.web.settings import DeskSettings  # noqa: E402

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = [1280, 360]


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    """The desk on a port of this machine."""
    app = create_app(store, story.FixedClock(), DeskSettings())
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser, address: str, request: pytest.FixtureRequest) -> Iterator[object]:
    """A page that fails the test on any console message, script error or request to elsewhere."""
    options = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    context = browser.new_context(base_url=address, **options)
    found = context.new_page()
    complaints: list[str] = []
    # Chromium logs the status of a page that is meant to be missing; that is no complaint of the page's.
    found.on("console", lambda m: None if "status of 40" in m.text else complaints.append(f"{m.type}: {m.text[:200]}"))
    found.on("pageerror", lambda e: complaints.append(f"error: {e}"))
    found.on("request", lambda r: None if r.url.startswith((address, "data:")) else complaints.append(r.url))
    yield found
    context.close()
    assert complaints == []


def sized(width: int, **more: object) -> dict[str, object]:
    return {"viewport": {"width": width, "height": 900}, **more}


@pytest.mark.parametrize("page", [sized(w) for w in WIDTHS], indirect=True, ids=map(str, WIDTHS))
def test_an_editor_walks_from_home_to_a_quote_and_back(page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Ada Borin: visit to Tashkent").first.click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("Ada Borin: visit to Tashkent (Uzbekistan)")
    page.locator(".timeline").get_by_role("link", name="In the text: has been postponed").first.click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("Floods put off Borin's trip")
    # The address names the words; the browser has gone to them.
    page.wait_for_function("location.hash.startsWith('#words-')")
    assert page.locator("mark.e", has_text="has been postponed").first.is_visible()
    page.locator("ol.findings").get_by_role("link", name="Ada Borin").first.click()
    sync_api.expect(page).to_have_url(re.compile("/engagements/"))
    page.go_back()
    page.go_back()
    sync_api.expect(page.get_by_role("heading", level=1)).to_contain_text("Ada Borin")


@pytest.mark.parametrize("page", [sized(w) for w in WIDTHS], indirect=True, ids=map(str, WIDTHS))
def test_subscribing_is_two_clicks_from_any_list(page) -> None:
    page.goto("/countries/NZ")
    page.get_by_text("Subscribe or download").click()
    link = page.get_by_role("link", name="Calendar (iCalendar)")
    assert link.get_attribute("href") == "/feeds/engagements.ics?country=NZ"
    assert "BEGIN:VCALENDAR" in page.request.get(link.get_attribute("href")).text()


@pytest.mark.parametrize("page", [sized(1280)], indirect=True)
def test_the_calendar_shows_days_and_bands(page) -> None:
    page.goto("/calendar")
    page.locator(".fc-event").first.wait_for()
    assert page.locator(".fc-event", has_text="Summit of Ine Dahl").is_visible()
    assert page.locator(".fc-event.band", has_text="Keiko Mori").first.is_visible()
    assert page.locator("#plain-calendar").is_hidden()
    page.get_by_role("button", name="›").click()
    sync_api.expect(page.locator("#month-name")).to_have_text("June 2031")
    page.get_by_role("button", name="List").click()
    # Until the list's own answer is there, it shows what the month had.
    sync_api.expect(page.locator(".fc-list-event", has_text="Keiko Mori")).to_have_count(1)


@pytest.mark.parametrize(
    "page", [sized(w, java_script_enabled=False) for w in WIDTHS], indirect=True, ids=map(str, WIDTHS)
)
def test_everything_works_without_script(page) -> None:
    page.goto("/calendar")
    assert page.locator("#plain-calendar").get_by_role("link", name="Summit of Ine Dahl").is_visible()
    page.get_by_role("link", name="Month after").click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("June 2031")
    page.get_by_role("searchbox").fill("floods")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Ada Borin").first.click()
    assert page.locator(".timeline").is_visible()


@pytest.mark.parametrize("page", [sized(1280)], indirect=True)
def test_the_keyboard_reaches_the_content(page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("page", [sized(1280, timezone_id="Asia/Tokyo", locale="de-DE")], indirect=True)
def test_moments_are_in_the_readers_time_zone(page, borin: str) -> None:
    page.goto(f"/engagements/{borin}")
    moment = page.locator("time.moment").first
    assert moment.get_attribute("datetime").startswith("2031-05-11T18:02")
    assert moment.text_content() == "12.05.2031, 03:02"
    assert page.locator(".timeline time[lang=de-DE]").first.text_content() == "11. Mai 2031"


SCHEMES = [sized(1280, color_scheme="light"), sized(360, color_scheme="dark", has_touch=True)]


@pytest.mark.parametrize("page", SCHEMES, indirect=True, ids=["desk-light", "phone-dark"])
def test_no_page_fails_axe_or_runs_over_the_edge(page, store: Store) -> None:
    axe = axe_api.Axe()
    width = page.viewport_size["width"]
    for path in every_page(store):
        # Errors are pages too; the browser's own word on their status is not ours.
        page.goto(path)
        if "calendar" in path:
            page.locator(".fc-view").wait_for()
        found = axe.run(page)
        assert found.violations_count == 0, (path, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.fixture(scope="module")
def desk_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk of its own, with accounts, to write in."""
    from legation.web.passwords import hashed

    folder = tmp_path_factory.mktemp("writing")
    with story.filled(folder / "calendar.sqlite") as store:
        app = create_app(store, story.FixedClock(), DeskSettings(desk=str(folder / "desk.sqlite")))
        app.state.accounts.add_user("editor", "Editor", "editor", hashed("correct horse"), now=story.TODAY)
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
        app.state.accounts.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_editor_notes_corrects_and_watches(browser, desk_address: str, width: int) -> None:
    context = browser.new_context(base_url=desk_address, **sized(width))
    page, axe, complaints = context.new_page(), axe_api.Axe(), []
    page.on("pageerror", lambda e: complaints.append(str(e)))

    def is_fine() -> None:
        found = axe.run(page)
        assert found.violations_count == 0, (page.url, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    page.goto("/countries/NO")
    page.get_by_role("link", name="Summit of Ine Dahl").first.click()
    page.get_by_role("link", name="Log in to add a note").click()
    is_fine()
    page.get_by_label("Name", exact=True).fill("editor")
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Note (required)").fill("")
    page.get_by_role("button", name="Send the note").click()
    sync_api.expect(page.get_by_role("alert")).to_have_text("Please write something.")
    is_fine()
    page.get_by_label("Note (required)").fill(f"Seen at **{width}** pixels.")
    page.get_by_role("button", name="Send the note").click()
    sync_api.expect(page.get_by_role("status")).to_have_text("Your note is here.")
    assert page.locator(".note strong", has_text=str(width)).is_visible()
    is_fine()
    page.get_by_role("link", name="Correct this engagement").click()
    is_fine()
    page.get_by_label("Field").select_option("place")
    page.get_by_label("Its right value").fill(f"Room {width}")
    page.locator("#reason-set").fill("The programme says so")
    page.get_by_role("button", name="Set", exact=True).click()
    sync_api.expect(page.get_by_text("The programme says so").first).to_be_visible()
    page.goto("/engagements?country=NO")
    page.get_by_role("link", name="Save this list as a watch list").click()
    page.get_by_label("Name (required)").fill(f"Norway {width}")
    page.get_by_role("button", name="Save").click()
    sync_api.expect(page.get_by_role("link", name=f"Norway {width}")).to_be_visible()
    is_fine()
    for path in ("/account", "/moderation"):
        page.goto(path)
        is_fine()
    context.close()
    assert complaints == []
