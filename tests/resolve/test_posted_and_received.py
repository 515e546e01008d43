"""Ambassadors with their hosts of no state said, receptions told with the guest last, "at the invitation of", tours that take somebody.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "The Ambassador of Japan to Zambia, Kazuyuki Takeuchi, paid a courtesy call on Agriculture Minister "
        "Reuben Mtolo on Monday.",
        ["meeting held JP,ZM @ZM"],
    ),
    (
        "The Minister of Health, Dr Mpoki Ulisubisya, received the Turkish ambassador to Tanzania, Mehmet "
        "Gulluoglu, in his office.",
        ["meeting held TR,TZ @TZ"],
    ),
    (
        "The Speaker, Mr Alban Bagbin, met the Chinese Ambassador to Ghana, Mr Lu Kun, on Tuesday.",
        ["meeting held CN,GH @GH"],
    ),
    (
        "The United States Ambassador to Malawi, David Young, met the Leader of the House on Monday.",
        ["meeting held MW,US @MW"],
    ),
    (
        "Prime Minister James Marape hosted Australia's High Commissioner to Papua New Guinea, John Feakes, for lunch.",
        ["meeting held AU,PG @PG"],
    ),
    (
        "The Omani foreign minister received in his office in Muscat today the Ambassador of Brunei.",
        ["meeting held BN,OM @OM"],
    ),
    (
        "Bahrain's crown prince received yesterday British Foreign Secretary David Cameron.",
        ["meeting held BH,GB @BH"],
    ),
    (
        "Foreign Minister Abdullah Al-Yahya met on Tuesday the Ambassador of Chad to Kuwait.",
        ["meeting held KW,TD @KW"],
    ),
    (
        "The minister left on Monday for Addis Ababa to attend the African Union summit. Gabon's foreign "
        "minister is Regis Onanga Ndiaye.",
        [],
    ),
    (
        "Rwandan Foreign Minister Vincent Biruta left for Luanda to meet his Congolese counterpart.",
        ["visit under_way AO,RW @AO", "meeting announced AO,CD,RW @AO"],
    ),
    (
        "The Maltese premier ended a visit to Tunis, during which he met President Kais Saied.",
        ["visit held MT,TN @TN", "meeting held MT,TN @TN"],
    ),
    (
        "The two foreign ministers, Kuwait's Abdullah Al-Yahya and Qatar's Sheikh Mohammed bin Abdulrahman, "
        "co-chaired the sixth session of the joint committee in Doha.",
        ["meeting held KW,QA @QA"],
    ),
    (
        "The trip will take the Irish premier to Canberra and Wellington.",
        ["visit announced AU,IE @AU", "visit announced IE,NZ @NZ"],
    ),
    (
        "The tour will take the foreign minister of Cuba to Hanoi, Vientiane and Phnom Penh next week.",
        ["visit announced CU,VN @VN", "visit announced CU,LA @LA", "visit announced CU,KH @KH"],
    ),
    (
        "At the invitation of President Xi Jinping, the President of the Republic of Uganda, Yoweri Museveni,"
        " will pay a state visit to China.",
        ["visit announced CN,UG @CN"],
    ),
    (
        "At the invitation of Prime Minister Narendra Modi, Prime Minister of Mauritius Pravind Jugnauth will"
        " visit India next month.",
        ["visit announced IN,MU @IN"],
    ),
    (
        "At the invitation of the Ministry of Foreign Affairs, Fijian Prime Minister Sitiveni Rabuka arrived "
        "in Beijing on Tuesday.",
        ["visit under_way CN,FJ @CN"],
    ),
    (
        "At the invitation of Foreign Minister Wang Yi, Zambian Foreign Minister Mulambo Haimbe will visit "
        "China from May 20 to 24.",
        ["visit announced CN,ZM @CN"],
    ),
    (
        "Coming out of talks with Syrian Foreign Minister Faisal Mekdad in Damascus, the Omani envoy said "
        "progress had been made.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
