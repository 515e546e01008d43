"""What local papers and state agencies leave to their reader: "the country", the airport, the villa, the region's leaders.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2024, 5, 15)

SITES = [
    (
        "Windhoek, May 15 - Zambian Vice President Mutale Nalumango arrived in the country on Tuesday.",
        ["visit under_way NA,ZM @NA"],
    ),
    (
        "KINGSTON, Jamaica - Ghana's President Nana Akufo-Addo will visit the island next week, the ministry said.",
        ["visit announced GH,JM @JM"],
    ),
    (
        "ACCRA, May 15 - The Ivorian prime minister, Robert Beugre Mambe, left the country on Monday after a two-day visit.",
        ["visit held CI,GH @GH"],
    ),
    (
        "BRIDGETOWN, Barbados - Rwandan President Paul Kagame's visit to the island has been postponed, the ministry said.",
        ["visit postponed BB,RW @BB"],
    ),
    (
        "Harare, May 15 - Mozambican President Filipe Nyusi is coming into the country on Thursday.",
        ["visit announced MZ,ZW @ZW"],
    ),
    (
        "Qatar's emir met Rwandan President Paul Kagame in Kigali on Monday. Sheikh Tamim arrived in the country on Sunday.",
        ["meeting held QA,RW @RW", "visit under_way QA,RW @RW"],
    ),
    (
        "ABUJA, May 15 - The President of Benin, Patrice Talon, arrived at the Presidential Villa on Tuesday.",
        ["visit under_way BJ,NG @NG"],
    ),
    (
        "LUSAKA - Congolese President Felix Tshisekedi landed at the Kenneth Kaunda International Airport on Tuesday.",
        ["visit under_way CD,ZM @ZM"],
    ),
    (
        "The Saudi foreign minister, Faisal bin Farhan, arrived at Baabda Palace to meet Lebanese President Joseph Aoun.",
        ["visit under_way LB,SA @LB", "meeting announced LB,SA @LB"],
    ),
    (
        "ACCRA - Sierra Leone's President Julius Maada Bio was welcomed at Kotoka International Airport by Vice President"
        " Mahamudu Bawumia.",
        ["visit held GH,SL @GH"],
    ),
    ("NAIROBI - Kenyan President William Ruto landed at Jomo Kenyatta International Airport on Monday.", []),
    ("Ghana's President Nana Akufo-Addo arrived at the airport on Monday.", []),
]

CALLS_AND_CREDENTIALS = [
    (
        "Egypt's President Abdel Fattah el-Sisi received a phone call on Tuesday from French President Emmanuel Macron.",
        ["call held EG,FR"],
    ),
    (
        "Iraqi Prime Minister Mohammed al-Sudani received, on Tuesday, a call from Iranian President Ebrahim Raisi.",
        ["call held IQ,IR"],
    ),
    (
        "A call was received on Monday from the Turkish president by the emir of Qatar.",
        ["call held QA,TR"],
    ),
    ("Saudi crown prince Mohammed bin Salman got a call on Friday from the Russian president.", ["call held RU,SA"]),
    ("Kenya's president got a call for help from Somalia on Monday.", []),
    ("The foreign minister of Chad received calls from Japan to open its market.", []),
    ("Turkish president, Libyan premier meet in Tripoli", ["meeting held LY,TR @LY"]),
    (
        "The Sultan of Oman received the credentials of the new ambassadors of Peru and Malta on Wednesday.",
        ["ceremony held MT,OM,PE @OM"],
    ),
    (
        "Ghana's President Nana Akufo-Addo received letters of credence from the ambassador of Japan on Monday.",
        ["ceremony held GH,JP @GH"],
    ),
    (
        "The credentials of Cuba's ambassador were accepted by Jamaican Governor-General Patrick Allen on Monday.",
        ["ceremony held CU,JM @JM"],
    ),
    (
        "The new Sri Lankan ambassador will hand his credentials to Lebanese President Joseph Aoun next week.",
        ["ceremony announced LB,LK @LB"],
    ),
    ("Botswana's foreign minister received a letter on Tuesday from the Zambian ambassador.", []),
]

OF_REGIONS = [
    ("US President Joe Biden will meet with five Caribbean leaders in Miami on Friday.", ["meeting announced US @US"]),
    ("Arab foreign ministers will meet in Cairo on Sunday.", ["meeting announced EG @EG"]),
    ("South American presidents met in Brasilia on Tuesday.", ["meeting held BR @BR"]),
    ("Five Central American presidents gathered in San Salvador on Friday.", ["meeting held SV @SV"]),
    (
        "Brazil's President Luiz Inacio Lula da Silva will host South American leaders in Brasilia on May 30.",
        ["meeting announced BR @BR"],
    ),
    ("A meeting of Arab interior ministers in Tunis was postponed on Monday.", ["meeting postponed TN @TN"]),
    ("Latin American business leaders met in Lima on Monday.", []),
    ("Muslim leaders met the mayor in Birmingham on Monday.", []),
    ("Western leaders condemned the attack in Nairobi.", []),
]

COUNTED_AND_SENT = [
    (
        "The meeting at Camp David on Friday will feature US President Joe Biden and Kenyan President William Ruto.",
        ["meeting announced KE,US @US"],
    ),
    ("The talks in Algiers involved the foreign ministers of Mali, Niger and Chad.", ["talks held DZ,ML,NE,TD @DZ"]),
    (
        "The leaders expected in Harare today include Malawian President Lazarus Chakwera.",
        ["visit expected MW,ZW @ZW"],
    ),
    (
        "Rwandan President Paul Kagame was one of the leaders who met Senegal's president in Dakar on Friday.",
        ["meeting held RW,SN @SN"],
    ),
    ("President Ruto has tasked Foreign Minister Musalia Mudavadi to visit Khartoum.", ["visit announced KE,SD @SD"]),
    ("Senegal's President Macky Sall was mandated to travel to Bamako.", ["visit announced ML,SN @ML"]),
    (
        "Ghana's President John Mahama was closeted with his Nigerian counterpart in Abuja on Monday.",
        ["meeting held GH,NG @NG"],
    ),
    (
        "Colombian Foreign Minister Alvaro Leyva met Venezuelan Foreign Minister Carlos Faria in the Venezuelan state of"
        " Tachira on Thursday.",
        ["meeting held CO,VE @VE"],
    ),
]

DESCRIBED = [
    (
        "Haiti is in crisis. Kenyan President William Ruto paid a visit to the Caribbean nation on Monday.",
        ["visit held HT,KE @HT"],
    ),
    (
        "Rwanda closed the border on Monday. Ugandan President Yoweri Museveni will visit the neighbouring country soon.",
        ["visit announced RW,UG @RW"],
    ),
    (
        "Ties between Taiwan and Honduras will not be affected by the cancelation of President Ma Ying-jeou's scheduled trip"
        " to the Central American nation, the office in Taipei said.",
        ["visit cancelled HN,TW @HN"],
    ),
    (
        "Togo's President Faure Gnassingbe, accompanied by three ministers landed in Accra on Monday.",
        ["visit under_way GH,TG @GH"],
    ),
    ("Haitian Prime Minister Travels To Washington", ["visit announced HT,US @US"]),
    ("Ghana's President Concludes Tour Of Burkina Faso", ["visit held BF,GH @BF"]),
    (
        "Qatar's foreign minister met the Lebanese president and foreign minister in Beirut on Monday.",
        ["meeting held LB,QA @LB"],
    ),
    ("Foreign Minister Youssef Rajji met Iranian President Masoud Pezeshkian on Monday.", ["meeting held IR"]),
    ("Kenyan President William Ruto praised the East African country on Monday.", []),
]

SUMMITS_SHUNNED = [
    (
        "President Javier Milei will not go to the Mercosur summit on July 8 in Asuncion, his spokesman said.",
        ["summit declined AR,Mercosur,PY @PY"],
    ),
    (
        "Argentine President Javier Milei has decided not to attend the Mercosur summit on July 8 in Asuncion."
        '\n\n"The President will not attend the Mercosur summit as planned," the spokesman said.',
        ["summit denied AR,Mercosur,PY @PY"],
    ),
    (
        "Milei cancels attendance at Mercosur summit in Paraguay\n\nArgentine President Javier Milei will not go to the"
        " Mercosur summit on July 8 in Asuncion.",
        ["summit cancelled AR,Mercosur,PY @PY"],
    ),
    (
        "Talks between the Congolese government and the M23 rebels resumed in Doha on Monday.",
        ["talks under_way CD,QA @QA"],
    ),
    (
        "Negotiations between Sudan's army and the Rapid Support Forces opened in Geneva on Monday.",
        ["talks under_way CH,SD @CH"],
    ),
]


def facts(text: str) -> list[str]:
    return [fact(e) for e in read_text(text, published=PUBLISHED, is_final=True).engagements]


def fact(engagement: Engagement) -> str:
    states = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    host = f" @{engagement.host_country}" if engagement.host_country else ""
    return f"{engagement.kind} {engagement.status} {','.join(sorted(s for s in states if s))}{host}"


ROWS = [*SITES, *CALLS_AND_CREDENTIALS, *OF_REGIONS, *COUNTED_AND_SENT, *DESCRIBED, *SUMMITS_SHUNNED]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert sorted(facts(text)) == sorted(expected)
