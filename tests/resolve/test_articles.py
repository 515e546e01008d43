"""Short articles of our own, in the manner of agencies: each engagement once, with its state, host and states."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

ARTICLES = [
    (
        "2019-03-12",
        """Vietnamese PM to visit Mongolia next week

HANOI, March 12 -- Vietnamese Prime Minister Nguyen Van Binh will pay an official visit to Mongolia from March 18 to 20 at the invitation of his Mongolian counterpart Batbold Ganzorig, the foreign ministry announced on Tuesday.

During the visit, Binh is scheduled to hold talks with Ganzorig, meet President Enkhbat Sukh and attend a business forum in Ulaanbaatar.

After Mongolia, Binh will travel to Kazakhstan, where he is to meet President Nurlan Abenov on March 21.""",
        [
            "visit announced MN MN,VN 2019-03-18",
            "talks announced MN MN,VN 2019-03-18",
            "meeting announced MN MN,VN 2019-03-18",
            "visit announced KZ VN 2019-03-21",
            "meeting announced KZ KZ,VN 2019-03-21",
        ],
    ),
    (
        "2014-09-03",
        """CAIRO — Jordan's foreign minister, Sami Haddad, met his Egyptian counterpart in Cairo on Tuesday to discuss the fighting in Gaza.

Haddad, who arrived in the Egyptian capital on Monday night, also met President Hassan Mansour at the presidential palace.

He was due to fly to Doha on Wednesday to meet Qatar's emir.""",
        [
            "meeting held EG EG,JO 2014-09-02",
            "visit under_way EG JO 2014-09-01",
            "meeting held EG EG,JO 2014-09-01",
            "visit announced QA JO 2014-09-03",
            "meeting announced QA JO,QA 2014-09-03",
        ],
    ),
    (
        "2016-05-20",
        """ACCRA, May 20 - Heads of state of the Economic Community of West African States (ECOWAS) began arriving in Accra on Friday for the bloc's 49th ordinary summit, which opens on Saturday.

President Kwame Owusu of Ghana will host the two-day meeting. Senegal's President Cheikh Diop will not attend.

On the sidelines of the summit, Owusu is expected to hold bilateral talks with Nigeria's President Bello Danjuma on the closure of the border.""",
        ["summit declined GH SN 2016-05-21", "talks expected GH GH,NG 2016-05-21"],
    ),
    (
        "2010-02-15",
        """BERLIN - Chancellor Petra Vogel and Turkish Prime Minister Kemal Aydin spoke by telephone on Sunday about the planned visit of Vogel to Ankara next month.

Vogel accepted an invitation from Aydin to address a conference in Istanbul during her visit.""",
        ["call held - DE,TR 2010-02-14", "visit announced TR DE,TR 2010-03-01"],
    ),
    (
        "2018-02-26",
        """Prime Minister Tomas Novotny of Czechia received today the Ambassador of Finland, Mr. Jari Laine, who paid him a farewell call.

The Prime Minister thanked the Ambassador for his work. The two sides exchanged views on cooperation in education.

Later in the day the Prime Minister met with the Minister for Foreign Affairs of Estonia, Ms. Liisa Tamm, who is on a working visit to Prague.""",
        ["meeting held CZ CZ,FI 2018-02-26", "meeting held CZ CZ,EE 2018-02-26", "visit under_way CZ EE 2018-02-26"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), ARTICLES, ids=[t.split("\n")[0][:50] for _, t, _ in ARTICLES])
def test_an_article(day: str, text: str, expected: list[str]) -> None:
    found = []
    for e in read_text(text, published=date.fromisoformat(day)).engagements:
        states = ",".join(sorted({p.country for p in e.participants if p.country}))
        found.append(f"{e.kind} {e.status} {e.host_country or '-'} {states} {e.when.earliest}")
    for row in expected:
        assert found.count(row) == 1, found
