"""Datelines in the forms of the agencies, and prose that only looks like one."""

from __future__ import annotations

import pytest

from legation.read.dateline import dateline
from legation.rules.furniture import furniture_rules

FORMS = [
    # text, place, day, agency, the text after it begins with
    ("WASHINGTON (Agency) - The envoy will travel.", "WASHINGTON", None, "Agency", "The envoy"),
    ("WASHINGTON, June 6 (Reuters) - The envoy will travel.", "WASHINGTON", "June 6", "Reuters", "The envoy"),
    ("BEIJING, June 6 (Xinhua) -- The envoy left.", "BEIJING", "June 6", "Xinhua", "The envoy"),
    ("ISLAMABAD: The foreign minister left.", "ISLAMABAD", None, None, "The foreign"),
    ("NEW DELHI: The foreign minister left.", "NEW DELHI", None, None, "The foreign"),
    ("BAKU, Azerbaijan, November 21. Trend: The talks ended.", "BAKU", "November 21", "Trend", "The talks"),
    ("BAKU, Azerbaijan, November 21. Trend. The talks ended.", "BAKU", "November 21", "Trend", "The talks"),
    ("BAKU, Azerbaijan, November 21. Trend", "BAKU", "November 21", "Trend", ""),
    ("MOSCOW, June 6. /TASS/. The talks ended.", "MOSCOW", "June 6", "TASS", "The talks"),
    ("KYIV. June 6 (Interfax-Ukraine) – The talks ended.", "KYIV", "June 6", "Interfax-Ukraine", "The talks"),
    ("TEHRAN, Jun. 06 (MNA) – The talks ended.", "TEHRAN", "Jun. 06", "MNA", "The talks"),
    (
        "ABU DHABI, 6th June, 2023 (WAM) -- The president received.",
        "ABU DHABI",
        "6th June, 2023",
        "WAM",
        "The president",
    ),
    ("DHAKA, Sept 26, 2022 (BSS) - The premier left.", "DHAKA", "Sept 26, 2022", "BSS", "The premier"),
    ("Ulaanbaatar/MONTSAME/. The envoy left.", "Ulaanbaatar", None, "MONTSAME", "The envoy"),
    ("Moscow. 6 June. INTERFAX.RU - The envoy left.", "Moscow", "6 June", "INTERFAX.RU", "The envoy"),
    ("New Delhi : The envoy left.", "New Delhi", None, None, "The envoy"),
    ("Tashkent (6 June 2023) -- The envoy left.", "Tashkent", "6 June 2023", None, "The envoy"),
    ("June 6 (Reuters) - The envoy left.", None, "June 6", "Reuters", "The envoy"),
    ("(Yonhap) SEOUL, June 6 -- The envoy left.", "SEOUL", "June 6", "Yonhap", "The envoy"),
    ("SEOUL, June 6 (Yonhap) -- The envoy left.", "SEOUL", "June 6", "Yonhap", "The envoy"),
    ("WASHINGTON/BEIJING, June 6 (Reuters) - They met.", "WASHINGTON/BEIJING", "June 6", "Reuters", "They met"),
    ("WASHINGTON — The secretary left.", "WASHINGTON", None, None, "The secretary"),
    ("RIO DE JANEIRO (AP) — The ministers met.", "RIO DE JANEIRO", None, "AP", "The ministers"),
    ("TASHKENT, Uzbekistan (AP) — The ministers met.", "TASHKENT", None, "AP", "The ministers"),
    ("Hanoi (VNA) – The president left.", "Hanoi", None, "VNA", "The president"),
    ("New Delhi [India], June 6 (ANI): The minister left.", "New Delhi", "June 6", "ANI", "The minister"),
    ("Islamabad, June 5 (APP): The minister left.", "Islamabad", "June 5", "APP", "The minister"),
    ("LONDON, Monday, June 5 - The minister left.", "LONDON", "Monday, June 5", None, "The minister"),
    ("SÃO PAULO, 6 June (EFE) - The minister left.", "SÃO PAULO", "6 June", "EFE", "The minister"),
    ("BAKU, Azerbaijan, January 12. The talks ended.", "BAKU", "January 12", None, "The talks"),
    ("BAKU, Azerbaijan, Nov. 25", "BAKU", "Nov. 25", None, ""),
    ("YEREVAN, MARCH 15, ARMENPRESS. The talks ended.", "YEREVAN", "MARCH 15", "ARMENPRESS", "The talks"),
    ("Ankara, October 2, AZERTAC", "Ankara", "October 2", "AZERTAC", ""),
    (
        "ANTALYA (UrduPoint News / Sputnik - 22nd September, 2020) The talks ended.",
        "ANTALYA",
        "22nd September, 2020",
        "UrduPoint News / Sputnik",
        "The talks",
    ),
    (
        "(MENAFN- Trend News Agency) BAKU, Azerbaijan, September 11. The talks ended.",
        "BAKU",
        "September 11",
        "MENAFN- Trend News Agency",
        "The talks",
    ),
    ("NAIROBI, Kenya, May 12- The talks ended.", "NAIROBI", "May 12", None, "The talks"),
    ("SEOUL, South Korea – The talks ended.", "SEOUL", None, None, "The talks"),
    ("SEOUL -- The talks ended.", "SEOUL", None, None, "The talks"),
    ("WASHINGTON, D.C. (AP) - The talks ended.", "WASHINGTON", None, "AP", "The talks"),
    ("AA / Ankara", "Ankara", None, "AA", ""),
    ("LIMA, 6 June (EFE).- The minister left.", "LIMA", "6 June", "EFE", "The minister"),
    ("Santo Domingo.- The minister left.", "Santo Domingo", None, None, "The minister"),
    ("ASUNCIÓN | 6 June 2023 | The minister left.", "ASUNCIÓN", "6 June 2023", None, "The minister"),
    ("6 June 2023, Riga. The minister left.", "Riga", "6 June 2023", None, "The minister"),
    ("[Baku, June 6, 2023] The minister left.", "Baku", "June 6, 2023", None, "The minister"),
]

HOSTILE = ["A-" * 80, "AB-CD/" * 27, "A - " * 40, "(A " * 53, "June 5 " * 23, "AA-" * 53 + ": x"]

PROSE = [
    "China: the minister will not come.",
    "Blinken - the top diplomat - will travel on June 6.",
    "BREAKING: The visit is off.",
    "EXCLUSIVE - The visit is off.",
    "Blinken, June 6 will be remembered, said more.",
    "The talks (held in secret) - and at length - ended.",
    "June 6 was the day of the meeting.",
    "US-China talks: what we know.",
    "UN: The talks must go on.",
    "Beijing, May 12. Nobody had expected it.",
    "The talks, on March 5. They ended.",
    "“WASHINGTON: it is a city,” he said.",
    "6 June 2023, Monday. The talks ended.",
    "Mr. - and Mrs. - Smith went home.",
    "He met Obama Jr. - The talks ended.",
]


@pytest.mark.parametrize(("text", "place", "day", "agency", "rest"), FORMS, ids=[f[0][:40] for f in FORMS])
def test_a_dateline_gives_its_parts(
    text: str, place: str | None, day: str | None, agency: str | None, rest: str
) -> None:
    found = dateline(text, 0, len(text), furniture_rules())
    assert found is not None
    assert (found.place, found.day_words, found.agency) == (place, day, agency)
    assert text[found.end :].strip()[: len(rest)] == rest


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_dateline(text: str) -> None:
    assert dateline(text, 0, len(text), furniture_rules()) is None


@pytest.mark.parametrize("text", HOSTILE, ids=[h[:8] for h in HOSTILE])
def test_hostile_lines_end(text: str) -> None:
    assert dateline(text, 0, len(text), furniture_rules()) is None


def test_offsets_are_the_whole_texts() -> None:
    text = "Envoy to travel\n\nROME, 3 May (ANSA) - The envoy will travel."
    found = dateline(text, 17, len(text), furniture_rules())
    assert found is not None
    assert text[found.start : found.end] == "ROME, 3 May (ANSA) -"
