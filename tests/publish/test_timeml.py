"""TimeML, checked with the standard library's own parser."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.api import dates
from legation.publish.timeml import timeml


def parsed(text: str, published: date | None = date(2023, 6, 7)) -> ET.Element:
    return ET.fromstring(timeml(text, dates(text, published), published=published).encode("utf-8"))


def test_tags_stand_around_the_words() -> None:
    text = "A & B met on Tuesday, from 5 May to 7 May; no date has been set."
    root = parsed(text)
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text
    tags = [(t.text, t.get("type"), t.get("value")) for t in body.iter("TIMEX3")]
    assert tags == [("Tuesday", "DATE", "2023-06-06"), ("5 May", "DATE", "2023-05-05"), ("7 May", "DATE", "2023-05-07")]


def test_an_amount_and_its_day_are_two_expressions() -> None:
    body = parsed("They met two weeks after 5 May.").find("TEXT")
    assert body is not None
    tags = [(t.text, t.get("type"), t.get("value")) for t in body.iter("TIMEX3")]
    assert tags == [("two weeks", "DURATION", "P2W"), ("5 May", "DATE", "2023-05-05")]


def test_creation_time_is_told_apart() -> None:
    stamp = parsed("").find("DCT/TIMEX3")
    assert stamp is not None
    assert (stamp.get("value"), stamp.get("functionInDocument")) == ("2023-06-07", "CREATION_TIME")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_well_formed_xml(text: str) -> None:
    parsed(text + " on Tuesday\x00 <b> & ]]>", None)
