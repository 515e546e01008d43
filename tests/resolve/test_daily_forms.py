"""How agencies, ministries and papers put what they tell every day: objects behind adverbs, arrivals, courtesies, calls.

Sentences of our own, read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give
kind, status, states and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "Remarks by U.S. Secretary of State Mary Collins in Tokyo\n\nSECRETARY COLLINS: Good afternoon. I had a very good "
        "meeting with Japanese Foreign Minister Kenji Sato this morning.",
        ["meeting held JP,US"],
    ),
    (
        "MUSCAT: His Excellency Salim Al Farsi, Foreign Minister of Oman, received at his office on Tuesday "
        "morning the Foreign Minister of Jordan, Omar Haddad.",
        ["meeting held JO,OM @OM"],
    ),
    (
        "President of the United Arab Emirates Saif bin Omar received here today at the palace Kenyan "
        "President James Mwangi.",
        ["meeting held AE,KE @AE"],
    ),
    (
        "Chinese Premier Zhao Lin met here on Monday with Lao Prime Minister Somchai Vong.",
        ["meeting held CN,LA"],
    ),
    (
        "Algerian President Karim Bouzid granted today, at the seat of the Presidency, an audience to Spanish"
        " Foreign Minister Elena Ruiz.",
        ["meeting held DZ,ES @DZ"],
    ),
    (
        "Emir of Qatar Sheikh Jassim bin Ali met at Lusail Palace on Tuesday evening with President of Turkey"
        " Kemal Aydin.",
        ["meeting held QA,TR @QA"],
    ),
    (
        "DAMASCUS, SANA - Syrian Foreign Minister Walid Darwish on Tuesday received the Russian Deputy "
        "Foreign Minister, Igor Belov, and the accompanying delegation.",
        ["meeting held RU,SY @SY"],
    ),
    (
        "ULAANBAATAR. Chinese Foreign Minister Liu Wen, who landed at Buyant-Ukhaa on Tuesday at the "
        "invitation of his Mongolian counterpart, is the first guest of such rank in Mongolia since February.",
        ["visit under_way CN,MN @MN"],
    ),
    (
        "A 21-gun salute greeted the President of Sri Lanka, Nimal Perera, when he landed at Nur Khan Airbase"
        " in Rawalpindi on Tuesday evening for three days of talks.",
        ["visit under_way LK,PK @PK"],
    ),
    (
        "Lebanese Prime Minister Karim Salameh touched down in Baghdad on Wednesday.",
        ["visit under_way IQ,LB @IQ"],
    ),
    (
        "Canadian Prime Minister Paul Tremblay began this Tuesday a working visit of two days to Mexico in "
        "which he will be the guest of President Lucia Romero.",
        ["visit under_way CA,MX @MX"],
    ),
    (
        "Brazilian President Jorge Lima kicked off a three-day state visit to Portugal on Monday.",
        ["visit under_way BR,PT @PT"],
    ),
    (
        "German Foreign Minister Anna Vogel has arrived at Cairo International Airport, where she was met by "
        "her Egyptian counterpart.",
        ["meeting held DE,EG @EG", "visit under_way DE,EG @EG"],
    ),
    (
        "Iranian President Reza Karimi got to Muscat on Tuesday afternoon at the head of a large delegation.",
        ["visit under_way IR,OM @OM"],
    ),
    (
        "Kazakh President Askar Nurlan's plane landed in Budapest on Tuesday.",
        ["visit under_way HU,KZ @HU"],
    ),
    (
        "Chinese Foreign Minister Liu Wen also paid a courtesy visit to President Bold Gantulga of Mongolia "
        "in Ulaanbaatar.",
        ["visit held CN,MN @MN"],
    ),
    (
        "Japanese State Minister for Foreign Affairs Ken Mori paid a courtesy call on Fijian Prime Minister "
        "Josefa Rabuka.",
        ["meeting held FJ,JP @FJ"],
    ),
    (
        "Kenyan Foreign Minister Grace Wanjiru made a courtesy visit on President Juma Said of Tanzania.",
        ["visit held KE,TZ @TZ"],
    ),
    (
        "Thai Foreign Minister Anan Chai paid a farewell visit on Malaysian Prime Minister Ahmad Zaki.",
        ["visit held MY,TH @MY"],
    ),
    (
        "Mexican Foreign Minister Rosa Diaz made a protocol visit to Costa Rican President Luis Solano.",
        ["visit held CR,MX @CR"],
    ),
    (
        "Indian Foreign Secretary Ravi Menon rang up Pakistani Foreign Secretary Aslam Butt in the morning "
        "and they settled on a postponement.",
        ["call held IN,PK"],
    ),
    (
        "The Crown Prince of Abu Dhabi, Sheikh Hamdan bin Saif, was telephoned by Israeli Prime Minister "
        "David Levin on Thursday.",
        ["call held AE,IL"],
    ),
    (
        "Algerian President Karim Bouzid and his Tunisian counterpart Hedi Slim exchanged telephone calls on "
        "the occasion of the feast.",
        ["call held DZ,TN"],
    ),
    (
        "Kenyan President James Mwangi picked up the phone to Somali President Hassan Ali on Monday.",
        ["call held KE,SO"],
    ),
    (
        "A telephone conversation took place between Russian President Igor Belov and Turkish President Kemal"
        " Aydin on Tuesday.",
        ["call held RU,TR"],
    ),
    (
        "Chinese Foreign Minister Liu Wen held a phone conversation on Tuesday with Brazilian Foreign "
        "Minister Ana Souza at the latter's request.",
        ["call held BR,CN"],
    ),
    (
        "His Majesty the Sultan of Oman had a telephone contact with the Emir of Kuwait on Monday.",
        ["call held KW,OM"],
    ),
    (
        "On March 11, Georgian Prime Minister Levan Beridze phoned Azerbaijani President Rauf Mammadov.",
        ["call held AZ,GE"],
    ),
    (
        "Colombian President Pedro Vargas got a call from U.S. President Mary Collins on Sunday night.",
        ["call held CO,US"],
    ),
    (
        "Indian Foreign Minister Anil Kapoor met separately with Sri Lankan Prime Minister Mahesh Silva and "
        "Maldivian President Ibrahim Didi.",
        ["meeting held IN,LK", "meeting held IN,MV"],
    ),
    (
        "Vietnamese Prime Minister Tran Van Duc held bilateral talks with Lao Prime Minister Somchai Vong and"
        " with Cambodian Prime Minister Sok Dara on Tuesday.",
        ["talks held KH,VN", "talks held LA,VN"],
    ),
    (
        "French President Luc Moreau sat down in turn with Serbian President Dragan Ilic and Albanian Prime "
        "Minister Arben Hoxha.",
        ["meeting held AL,FR", "meeting held FR,RS"],
    ),
    (
        "Kenyan President James Mwangi reached the Ugandan capital on Monday.",
        ["visit under_way KE,UG @UG"],
    ),
    (
        "Kenyan President James Mwangi reached Entebbe this morning for a two-day visit to Uganda.",
        ["visit under_way KE,UG @UG"],
    ),
    (
        "Kenyan President James Mwangi got to Kampala on Monday night.",
        ["visit under_way KE,UG @UG"],
    ),
    (
        "Kenyan President James Mwangi reached Nairobi on Monday.",
        [],
    ),
    (
        "Kenyan President James Mwangi has reached agreement with Uganda.",
        [],
    ),
    (
        "Kenyan President James Mwangi reached out to Ugandan voters.",
        [],
    ),
    (
        "Kenyan President James Mwangi got to know Uganda as a student.",
        [],
    ),
    (
        "Kenyan President James Mwangi has never set foot in Uganda.",
        [],
    ),
    (
        "Ugandan farmers reached Kenyan President James Mwangi by phone.",
        [],
    ),
    (
        "Norwegian Prime Minister Ola Berg had a word by phone with Swedish Prime Minister Karin Lund on Tuesday.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Prime Minister Ola Berg rang his Swedish counterpart Karin Lund on Monday night.",
        ["call held NO,SE"],
    ),
    (
        "Swedish Prime Minister Karin Lund was called by Norwegian Prime Minister Ola Berg on Monday evening.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Prime Minister Ola Berg held a telephone talk with Swedish Prime Minister Karin Lund.",
        ["call held NO,SE"],
    ),
    (
        "There was a phone call on Monday between Norwegian Prime Minister Ola Berg and Swedish Prime "
        "Minister Karin Lund.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Prime Minister Ola Berg spoke over the telephone to Swedish Prime Minister Karin Lund.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Prime Minister Ola Berg had a video call with Swedish Prime Minister Karin Lund on Monday.",
        ["call held NO,SE"],
    ),
    (
        "A phone call took place on Monday at the initiative of the Norwegian side between Prime Minister Ola"
        " Berg of Norway and Swedish Prime Minister Karin Lund.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Foreign Minister Ida Moe received a call on Monday from her Swedish counterpart, Karin Lund.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Prime Minister Ola Berg yesterday reached Swedish Prime Minister Karin Lund by telephone.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Foreign Minister Ida Moe held a phone call with the Minister of Foreign Affairs of Sweden,"
        " Karin Lund.",
        ["call held NO,SE"],
    ),
    (
        "Norwegian Prime Minister Ola Berg called Prime Minister Karin Lund of Sweden a liar.",
        [],
    ),
    (
        'Norwegian Prime Minister Ola Berg called Swedish Prime Minister Karin Lund "a friend" on Monday.',
        [],
    ),
    (
        "Chinese Foreign Minister Liu Wen, who landed at Buyant-Ukhaa on Tuesday at the invitation of "
        "Mongolian Foreign Minister Bold Gantulga, is the first guest of such rank since February.",
        ["visit under_way CN,MN @MN"],
    ),
    (
        "Kenyan President James Mwangi will pay an official visit from 18 to 20 March at the invitation of "
        "Polish President Adam Nowak.",
        ["visit announced KE,PL @PL"],
    ),
    (
        "Kenyan President James Mwangi is on a four-day visit at the invitation of his Polish counterpart Adam Nowak.",
        ["visit under_way KE,PL @PL"],
    ),
    (
        "Invited by Polish President Adam Nowak, Kenyan President James Mwangi will travel to Warsaw next week.",
        ["visit announced KE,PL @PL"],
    ),
    (
        "Upon the invitation of Polish Foreign Minister Marek Kowal, Kenyan Foreign Minister Grace Wanjiru "
        "will come on an official visit on Monday.",
        ["visit announced KE,PL @PL"],
    ),
    (
        "At the invitation of the university, Kenyan President James Mwangi gave a lecture on Tuesday.",
        [],
    ),
    (
        "Kenyan President James Mwangi received on Monday from the Ugandan Foreign Minister a letter.",
        [],
    ),
    (
        "The minister hosted in Oslo on Monday the Norwegian Secretary of Education and the mayor.",
        [],
    ),
    (
        "Norwegian Prime Minister Ola Berg welcomed on Monday the Swedish Prime Minister's decision.",
        [],
    ),
    (
        "Norwegian Prime Minister Ola Berg granted today, at his office, an audience to students from Bergen.",
        [],
    ),
    (
        "2:30 p.m. Secretary of State Mary Collins meets with Japanese Foreign Minister Kenji Sato, at the "
        "Department of State.",
        ["meeting announced JP,US @US"],
    ),
    (
        "President James Mwangi of Kenya is among the heads of state attending the African Union summit in "
        "Addis Ababa.",
        ["summit under_way AU,ET,KE @ET"],
    ),
    (
        "Prime Minister Ralph Charles of Saint Vincent and the Grenadines is to travel to Caracas next month "
        "for a meeting of the PetroCaribe Ministerial Council.",
        ["visit announced VC,VE @VE"],
    ),
    (
        "Ghanaian President Kofi Asante left Accra on Tuesday for Paris to attend the Paris Peace Forum.",
        ["summit announced FR,GH @FR", "visit under_way FR,GH @FR"],
    ),
    (
        "New Zealand Prime Minister Chris Walker is in Tonga for the Pacific Islands Forum Leaders Meeting.",
        ["meeting announced NZ,Pacific Islands Forum,TO @TO", "visit under_way NZ,TO @TO"],
    ),
    (
        "Prime ministers and presidents of the Caribbean Community began flying in on Tuesday for the 46th "
        "Regular Meeting of the Conference of Heads of Government, which opens this afternoon in Georgetown "
        "and runs until Friday.",
        ["meeting announced CARICOM,GY @GY"],
    ),
    (
        "Leaders of the Pacific Islands Forum are meeting in Nuku'alofa this week.",
        ["meeting under_way Pacific Islands Forum,TO @TO"],
    ),
    (
        "EU foreign ministers met in Brussels on Monday.",
        ["meeting held BE,EU @BE"],
    ),
    (
        "The Council of the Arab League held an emergency session in Cairo on Tuesday at the level of foreign"
        " ministers.",
        ["meeting held Arab League,EG @EG"],
    ),
    (
        "The first formal summit of EU and Central Asian leaders is expected in Uzbekistan between April and June.",
        ["summit expected EU,UZ @UZ"],
    ),
    (
        "ECOWAS leaders are due to hold an extraordinary summit in Abuja on Sunday.",
        ["summit announced ECOWAS,NG @NG"],
    ),
    (
        "The Azerbaijani-Georgian intergovernmental commission held its tenth session in Tbilisi on Tuesday.",
        ["meeting held AZ,GE @GE"],
    ),
    (
        "The eighth meeting of the India-Sri Lanka Joint Commission was held in Colombo on Monday, co-chaired"
        " by the two foreign ministers.",
        ["meeting held IN,LK @LK"],
    ),
    (
        "The 17th meeting of the Vietnam-China Steering Committee for Bilateral Cooperation took place in "
        "Hanoi on Tuesday.",
        ["meeting held CN,VN @VN"],
    ),
    (
        "The second session of the Saudi-Pakistani Supreme Coordination Council was held on Monday in Riyadh.",
        ["meeting held PK,SA @SA"],
    ),
    (
        "The foreign and defence ministers of Japan and Australia held 2+2 talks in Tokyo on Monday.",
        ["talks held AU,JP @JP"],
    ),
    (
        "The foreign ministers of Turkey, Azerbaijan and Georgia held a trilateral meeting in Kars on Tuesday.",
        ["meeting held AZ,GE,TR"],
    ),
    (
        "Norway and Vietnam held their ninth political consultations in Oslo on Monday.",
        ["talks held NO,VN @NO"],
    ),
    (
        "Nepali Foreign Minister Hari Thapa conferred with Indian Foreign Minister Anil Kapoor in Colombo "
        "today on the margins of the BIMSTEC meeting.",
        ["meeting held IN,LK,NP @LK"],
    ),
    (
        "Kenyan President James Mwangi had a bilateral with U.S. President Mary Collins on the sidelines of "
        "the UN General Assembly.",
        ["meeting held KE,US @US"],
    ),
    (
        "Since touching down on Tuesday New Zealand Prime Minister Chris Walker has sat down with Tongan "
        "Prime Minister Siaosi Taufa and Samoan Prime Minister Fiame Leota.",
        ["meeting held NZ,TO", "meeting held NZ,WS"],
    ),
    (
        "The eighth trilateral summit of Egypt, Cyprus and Greece was held in Cairo on Tuesday.",
        ["summit held CY,EG,GR @EG"],
    ),
    (
        "The European Parliament held a session in Strasbourg on Tuesday.",
        [],
    ),
    (
        "Norway's Storting held an extraordinary session in Oslo on Monday.",
        [],
    ),
    (
        "Kenya and Uganda began work on a pipeline in Kampala on Monday.",
        [],
    ),
    (
        "Kenya's Cabinet held an emergency session in Nairobi on Monday.",
        [],
    ),
    (
        "The African Union's anthem was sung at a school in Nairobi on Monday.",
        [],
    ),
    (
        "Fans called Kenyan President James Mwangi among those attending the concert.",
        [],
    ),
    (
        "The Council of Europe said Norway had broken its rules.",
        [],
    ),
    (
        "The Executive Council of the African Union met in Addis Ababa on Monday.",
        ["meeting held AU,ET @ET"],
    ),
    (
        "The Arab League Council will hold an extraordinary session in Cairo on Thursday.",
        ["meeting announced Arab League,EG @EG"],
    ),
    (
        "The ninth session of the Kenyan-Tanzanian joint committee will be held in Arusha next week.",
        ["meeting announced KE,TZ @TZ"],
    ),
    (
        "The 22nd meeting of the Vietnam-Cambodia Joint Committee took place in Phnom Penh on Monday.",
        ["meeting held KH,VN @KH"],
    ),
    (
        "India and Norway held the eleventh round of Foreign Office Consultations in New Delhi on Monday.",
        ["talks held IN,NO @IN"],
    ),
    (
        "Kenyan Foreign Minister Grace Wanjiru, Japanese Foreign Minister Kenji Sato and Norwegian Foreign "
        "Minister Ida Moe held a trilateral meeting in Geneva on Monday.",
        ["meeting held CH,JP,KE,NO @CH"],
    ),
    (
        "Norwegian Foreign Minister Ida Moe was one of the ministers visiting Kenya last week.",
        ["visit held KE,NO @KE"],
    ),
    (
        "Lao Prime Minister Somchai Vong took part as a guest in the 5th BIMSTEC Summit in Bangkok on Tuesday.",
        ["summit held LA,TH @TH"],
    ),
    (
        "Fijian Prime Minister Josefa Rabuka is to hold bilateral meetings with New Zealand Prime Minister "
        "Chris Walker and New Zealand Foreign Minister Anna Reid.",
        ["meeting announced FJ,NZ", "meeting announced FJ,NZ"],
    ),
    (
        "Kenyan Foreign Minister Grace Wanjiru paid separate courtesy calls on Japanese Prime Minister Kenji "
        "Sato and Foreign Minister Taro Mori in Tokyo.",
        ["meeting held JP,KE @JP", "meeting held JP,KE @JP"],
    ),
    (
        "Kenyan President James Mwangi arrived in Kampala on Tuesday. The visitor will meet Ugandan Foreign "
        "Minister Sam Odongo on Thursday.",
        ["meeting announced KE,UG @UG", "visit under_way KE,UG @UG"],
    ),
    (
        "Kenyan President James Mwangi arrived in Kampala on Tuesday. On Wednesday Ugandan President John "
        "Okello and his guest will hold talks.",
        ["talks announced KE,UG @UG", "visit under_way KE,UG @UG"],
    ),
    (
        "Kenyan President James Mwangi arrived in Kampala on Tuesday. The guests at the hotel complained "
        "about the noise.",
        ["visit under_way KE,UG @UG"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
