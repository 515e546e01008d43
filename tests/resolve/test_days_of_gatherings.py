"""The days of a gathering told in a sentence of its own are those of whoever goes to it."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)  # a Tuesday


def days(text: str, state: str) -> tuple[date | None, date | None]:
    """First and last day of the first engagement in ``state``."""
    found = next(e for e in read_text(text, published=PUBLISHED, is_final=True).engagements if e.host_country == state)
    return found.when.earliest, found.when.latest


@pytest.mark.parametrize(
    ("text", "state", "first", "last"),
    [
        (
            "Danish Prime Minister Lise Holm will attend the Arctic Forum in Murmansk at the invitation of Russian President "
            "Oleg Orlov. The forum opens on Thursday and lasts two days.",
            "RU",
            date(2019, 5, 16),
            date(2019, 5, 17),
        ),
        (
            "Polish Foreign Minister Jan Nowak will go to Vilnius for a conference on energy security. The conference will be "
            "held on 3 and 4 June.",
            "LT",
            date(2019, 6, 3),
            date(2019, 6, 4),
        ),
        (
            "Georgian Prime Minister Levan Beridze will not attend the Black Sea Summit in Varna, his office said. The two-day "
            "summit begins on Friday.",
            "BG",
            date(2019, 5, 17),
            date(2019, 5, 18),
        ),
        (
            "Peru's President Pedro Quispe had to drop his trip to Bogota. He was to attend the inauguration of Colombia's "
            "President-elect Gustavo Mora. The ceremony is on June 7.",
            "CO",
            date(2019, 6, 7),
            date(2019, 6, 7),
        ),
        (
            "Ghana's Foreign Minister Ama Boateng is expected in Lisbon for the Ocean Conference. Portugal hosts the conference "
            "from 27 June to 1 July.",
            "PT",
            date(2019, 6, 27),
            date(2019, 7, 1),
        ),
        (
            "Bangladesh's State Minister Karim Alam has called off a visit to India, where he was to speak at the Ganga Dialogue "
            "in New Delhi. The Ganga Dialogue, which the Indian foreign ministry supports, is to be held from May 20 to 22.",
            "IN",
            date(2019, 5, 20),
            date(2019, 5, 22),
        ),
        (
            "Moldovan President Ion Rusu will fly to Riga for the Baltic Forum. Organisers expect 400 guests. The forum is due "
            "to open on May 28.",
            "LV",
            date(2019, 5, 28),
            date(2019, 5, 28),
        ),
    ],
)
def test_who_goes_to_a_gathering_is_there_on_its_days(text: str, state: str, first: date, last: date) -> None:
    assert days(text, state) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        # Another gathering, by its name or by its noun.
        "Moldovan President Ion Rusu will attend the Baltic Forum in Riga. The Danube Forum takes place on June 3.",
        "Moldovan President Ion Rusu will visit Riga for a conference on energy. The session of the Riga council is on June 3.",
        # No gathering that he goes to.
        "Moldovan President Ion Rusu will visit Riga to meet President Juris Ozols. The conference of mayors opens on June 3.",
        # It is said that it is not held then.
        "Moldovan President Ion Rusu will attend the Baltic Forum in Riga. The forum will not take place on June 3.",
        # What is done there, and not when it is.
        "Moldovan President Ion Rusu will attend the Baltic Forum in Riga. The forum was praised on June 3 last year.",
    ],
)
def test_the_days_of_another_gathering_are_not_his(text: str) -> None:
    assert days(text, "LV") == (None, None)


def test_who_has_come_already_is_there_before_it_opens() -> None:
    text = "Omani Foreign Minister Salim Busaidi left for Cairo on Monday to attend an Arab League meeting. The session is on Wednesday."
    visit = next(e for e in read_text(text, published=PUBLISHED, is_final=True).engagements if e.kind == "visit")
    assert visit.when.earliest == date(2019, 5, 13)
