"""The page that shows the whole problem, read as an expert reads it: every fact of ``../shared/seed/expected.toml``."""

from __future__ import annotations

import os
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from legation import read_text
from legation.records import Engagement, Participant, Record, Statement

SEED = Path(os.environ.get("LEGATION_SEED", Path(__file__).parents[2] / "shared" / "seed"))
PUBLISHED = date(2023, 6, 7)
STATEMENTS = 7

pytestmark = pytest.mark.skipif(
    not (SEED / "article.txt").is_file(), reason=f"the seed page is not there: {SEED} (LEGATION_SEED names its folder)"
)


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return tomllib.loads((SEED / "expected.toml").read_text(encoding="utf-8"))


def reading(published: date | None) -> Record:
    return read_text((SEED / "article.txt").read_text(encoding="utf-8"), published=published)


@pytest.fixture(scope="module")
def dated() -> Record:
    return reading(PUBLISHED)


@pytest.fixture(scope="module")
def undated() -> Record:
    return reading(None)


@pytest.fixture(scope="module", params=["dated", "undated"])
def either(request: pytest.FixtureRequest) -> Record:
    found: Record = request.getfixturevalue(request.param)
    return found


def engagement(record: Record, *names: str) -> Engagement:
    """The one engagement in which all of ``names`` take part."""
    found = [e for e in record.engagements if set(names) <= {p.name for p in e.participants}]
    assert len(found) == 1, [[p.name for p in e.participants] for e in record.engagements]
    return found[0]


def named(engagement: Engagement, name: str) -> Participant:
    (found,) = [p for p in engagement.participants if p.name == name]
    return found


# -- the article ---------------------------------------------------------------------------------------------------------


def test_the_article_without_its_furniture(dated: Record, expected: dict[str, Any]) -> None:
    article, want = dated.article, expected["article"]
    assert (article.title, article.section, article.published) == (want["title"], want["section"], want["published"])
    assert article.text.startswith(want["body_starts"])
    assert article.text.endswith(want["body_ends"])
    assert article.title not in article.text
    assert set(want["headings"]) <= set(article.text.split("\n\n"))


def test_nothing_comes_from_the_furniture(either: Record) -> None:
    told = [e.text for engagement in either.engagements for e in engagement.evidence] + [
        s.content for s in either.statements
    ]
    assert [words for words in told if "omment" in words or "Exit mobile" in words] == []


# -- the engagements -------------------------------------------------------------------------------------------------------


def test_there_are_exactly_three(either: Record, expected: dict[str, Any]) -> None:
    assert len(either.engagements) == len(expected["engagement"]) == 3


def test_blinkens_visit(either: Record, expected: dict[str, Any]) -> None:
    want = expected["engagement"][0]
    visit = engagement(either, want["traveller"]["name"])
    blinken = named(visit, want["traveller"]["name"])
    assert (visit.kind, visit.status, visit.host_country, visit.no_date_set) == (
        "visit",
        want["status"],
        want["host"],
        True,
    )
    assert (blinken.office, blinken.country, blinken.role) == (
        want["traveller"]["office"],
        want["traveller"]["country"],
        "traveller",
    )
    assert not visit.background
    assert visit.certainty == "likely"


def test_who_asserts_blinkens_visit(either: Record) -> None:
    visit = engagement(either, "Antony Blinken")
    assert visit.asserted_by is not None
    source = either.statements[visit.asserted_by]
    assert (source.anonymous, source.described_as, source.speaker.name, source.speaker.country) == (
        True,
        "a US official",
        None,
        "US",
    )


def test_when_blinken_is_expected(dated: Record, undated: Record, expected: dict[str, Any]) -> None:
    want = expected["engagement"][0]["when"]
    when = engagement(dated, "Antony Blinken").when
    assert when.words is not None
    assert when.words in want["words"]
    assert when.words.endswith("coming weeks")
    assert (when.earliest, when.precision) == (want["earliest"], want["precision"])
    assert when.latest is not None
    assert abs(when.latest - want["latest_about"]) <= timedelta(days=7)
    open_ = engagement(undated, "Antony Blinken").when
    assert (open_.earliest, open_.latest) == (None, None)
    assert open_.unresolved


def test_the_history_of_blinkens_visit(dated: Record, either: Record) -> None:
    history = engagement(either, "Antony Blinken").history
    assert history[0].status == "announced"
    assert {p.status for p in history[1:]} in ({"postponed"}, {"cancelled", "postponed"})
    february = engagement(dated, "Antony Blinken").history[0].when
    assert february is not None
    assert (february.earliest, february.latest, february.precision) == (date(2023, 2, 1), date(2023, 2, 28), "month")


def test_the_cause_is_the_balloon_incident(either: Record) -> None:
    cause = engagement(either, "Antony Blinken").cause
    assert cause is not None
    assert cause.type == "incident"
    assert cause.incident is not None
    assert "balloon" in either.incidents[cause.incident].words


def test_the_officials_visit(dated: Record, either: Record, undated: Record, expected: dict[str, Any]) -> None:
    want = expected["engagement"][1]
    visit = engagement(either, *(t["name"] for t in want["travellers"]))
    assert (visit.kind, visit.status, visit.host_country, visit.place) == ("visit", "held", want["host"], want["place"])
    for traveller in want["travellers"]:
        found = named(visit, traveller["name"])
        assert (found.office, found.country, found.role) == (traveller["office"], traveller["country"], "traveller")
    when = engagement(dated, "Sarah Beran").when
    assert when.words is not None
    assert want["when"]["words"] in (when.words, f"a {when.words}")
    assert (when.earliest, when.latest) == (want["when"]["earliest"], want["when"]["latest"])
    assert engagement(undated, "Sarah Beran").when.unresolved


def test_the_leaders_meeting(dated: Record, either: Record, expected: dict[str, Any]) -> None:
    want = expected["engagement"][2]
    meeting = engagement(either, *(p["name"] for p in want["parties"]))
    assert (meeting.kind, meeting.status, meeting.place, meeting.host_country) == (
        "meeting",
        "held",
        want["place"],
        want["host"],
    )
    assert meeting.background
    assert meeting.occasion == want["occasion"]
    for party in want["parties"]:
        assert named(meeting, party["name"]).country == party["country"]
    assert named(meeting, "Xi Jinping").office == "President"
    when = engagement(dated, "Xi Jinping").when
    assert (when.earliest, when.latest, when.precision) == (want["when"]["earliest"], want["when"]["latest"], "month")


def test_the_incident(dated: Record, either: Record) -> None:
    (incident,) = [i for i in either.incidents if "balloon" in i.words]
    assert "shot down" in incident.words
    (incident,) = [i for i in dated.incidents if "balloon" in i.words]
    assert (incident.when.earliest, incident.when.latest) == (date(2023, 2, 1), date(2023, 2, 28))


# -- the statements --------------------------------------------------------------------------------------------------------


def test_there_are_exactly_seven_statements(either: Record, expected: dict[str, Any]) -> None:
    assert [s.content[:40] for s in either.statements if statement_index(s, expected) is None] == []
    assert len(either.statements) == len(expected["statement"]) == STATEMENTS


@pytest.mark.parametrize("number", range(STATEMENTS))
def test_statement(either: Record, expected: dict[str, Any], number: int) -> None:
    want = expected["statement"][number]
    (found,) = [s for s in either.statements if statement_index(s, expected) == number]
    assert found.kind == want["kind"]
    if want["speaker"].startswith("anonymous"):
        assert (found.anonymous, found.speaker.name, found.speaker.country) == (True, None, "US")
    else:
        assert (found.anonymous, found.speaker.name) == (False, want["speaker"])
    if "office" in want:
        assert found.speaker.office is not None
        assert found.speaker.office in want["office"]


def test_the_day_the_official_spoke(dated: Record, expected: dict[str, Any]) -> None:
    (first,) = [s for s in dated.statements if statement_index(s, expected) == 0]
    assert first.said_on is not None
    assert (first.said_on.earliest, first.said_on.latest) == (date(2023, 6, 6), date(2023, 6, 6))


def statement_index(statement: Statement, expected: dict[str, Any]) -> int | None:
    content = statement.content.lstrip('“" ')
    found = [n for n, want in enumerate(expected["statement"]) if content.startswith(want["content_starts"])]
    return found[0] if found else None
