"""Agendas, headlines, gatherings, delegations and companies as agencies and papers put them.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "During his visit to Oman, Turkish Foreign Minister Hakan Fidan met Sultan Haitham bin Tariq.",
        ["visit held OM,TR @OM", "meeting held OM,TR @OM"],
    ),
    (
        "Brazilian Foreign Minister Mauro Vieira met his counterpart in Lima during a two-day visit to Peru.",
        ["meeting held BR,PE @PE", "visit held BR,PE @PE"],
    ),
    (
        "As part of his trip to Jakarta, the Dutch trade minister met President Joko Widodo on Monday.",
        ["visit held ID,NL @ID", "meeting held ID,NL @ID"],
    ),
    (
        "In the course of her visit to Kigali, German Foreign Minister Annalena Baerbock held talks with "
        "President Paul Kagame.",
        ["visit held DE,RW @RW", "talks held DE,RW @RW"],
    ),
    (
        "In the framework of the official visit to Tallinn, Georgian Foreign Minister Ilia Darchiashvili met "
        "with Estonian President Alar Karis.",
        ["visit held EE,GE @EE", "meeting held EE,GE @EE"],
    ),
    (
        "On the second day of his visit to Hanoi, the Slovak premier was received by President To Lam.",
        ["visit held SK,VN @VN", "meeting held SK,VN @VN"],
    ),
    (
        "Polish President Andrzej Duda discussed trade with Kenyan President William Ruto during his visit to"
        " Nairobi.",
        ["visit held KE,PL @KE"],
    ),
    (
        "Wrapping up his two-day visit to Dhaka, the Thai foreign minister met Prime Minister Sheikh Hasina.",
        ["visit held BD,TH @BD", "meeting held BD,TH @BD"],
    ),
    ("The talks took place during the Maltese foreign minister's visit to Tirana.", ["visit held AL,MT @AL"]),
    (
        "The agreement was signed on Monday during Vietnamese Prime Minister Pham Minh Chinh's visit to "
        "Budapest.",
        ["visit held HU,VN @HU"],
    ),
    (
        "Kuwaiti Foreign Minister Abdullah Al-Yahya, on an official visit to Rabat, met his Moroccan "
        "counterpart Nasser Bourita.",
        ["visit held KW,MA @MA", "meeting held KW,MA @MA"],
    ),
    (
        "In Vientiane as part of a regional tour, Australian Foreign Minister Penny Wong met Lao Prime "
        "Minister Sonexay Siphandone.",
        ["visit held AU,LA @LA", "meeting held AU,LA @LA"],
    ),
    (
        "The agenda of the Portuguese president in Luanda includes a meeting with Angolan President Joao "
        "Lourenco on Thursday.",
        ["meeting announced AO,PT @AO"],
    ),
    (
        "Indian External Affairs Minister S. Jaishankar's programme in Male includes talks with President "
        "Mohamed Muizzu.",
        ["talks announced IN,MV @MV"],
    ),
    (
        "Spanish Prime Minister Pedro Sanchez arrives in Nouakchott on Thursday. His schedule includes an "
        "audience with President Mohamed Ould Ghazouani.",
        ["visit announced ES,MR @MR", "meeting announced ES,MR @MR"],
    ),
    (
        "The visit will include a meeting between Serbian President Aleksandar Vucic and Cypriot President "
        "Nikos Christodoulides.",
        ["meeting announced CY,RS"],
    ),
    (
        "A meeting with Colombian President Gustavo Petro is also on the agenda of Honduran President Xiomara"
        " Castro.",
        ["meeting announced CO,HN"],
    ),
    (
        "Austrian Chancellor Karl Nehammer's itinerary features stops in Accra and Lome next week.",
        ["visit announced AT,GH @GH", "visit announced AT,TG @TG"],
    ),
    (
        "The programme of the visit of the Slovenian foreign minister to Sarajevo provides for meetings with "
        "his Bosnian counterpart Elmedin Konakovic.",
        ["visit announced BA,SI @BA", "meeting announced BA,SI @BA"],
    ),
    (
        "Talks with Tunisian President Kais Saied are planned as part of Italian Prime Minister Giorgia "
        "Meloni's visit to Tunis on Friday.",
        ["talks announced IT,TN @TN", "visit announced IT,TN @TN"],
    ),
    ("Ruto, Tinubu to meet in Nairobi on Friday", ["meeting announced KE,NG @KE"]),
    ("Putin, Erdogan to hold talks in Astana", ["talks announced KZ,RU,TR @KZ"]),
    ("Lavrov, Fidan discuss Syria by phone", ["call held RU,TR"]),
    ("Kagame, Tshisekedi meet in Doha", ["meeting held CD,QA,RW @QA"]),
    ("Egyptian, Sudanese ministers hold talks in Cairo", ["talks held EG,SD @EG"]),
    ("Ugandan, Rwandan presidents to meet at border", ["meeting announced RW,UG"]),
    (
        "Iranian foreign minister in Beirut for talks with Lebanese PM",
        ["visit under_way IR,LB @LB", "talks announced IR,LB @LB"],
    ),
    ("Mozambique: President Nyusi receives Portuguese prime minister", ["meeting held MZ,PT @MZ"]),
    ("Qatar Emir arrives in Manila on state visit", ["visit under_way PH,QA @PH"]),
    ("Zelensky in Madrid to sign security deal with Sanchez", ["visit under_way ES,UA @ES"]),
    ("PM Hun Manet meets Chinese vice premier", ["meeting held CN,KH"]),
    ("Foreign ministers of Iran, Armenia meet in Tehran", ["meeting held AM,IR @IR"]),
    (
        "Burundi's Ndayishimiye off to Kinshasa for talks with Tshisekedi",
        ["visit under_way BI,CD @CD", "talks announced BI,CD @CD"],
    ),
    ("Kazakh president due in Singapore Thursday", ["visit announced KZ,SG @SG"]),
    ("Chile's Boric meets Milei on sidelines of Davos", ["meeting held AR,CH,CL @CH"]),
    ("The 33rd Arab Summit opens in Manama on Thursday.", ["summit announced BH @BH"]),
    ("The G20 summit will take place in Rio de Janeiro on November 18 and 19.", ["summit announced BR,G20 @BR"]),
    (
        "The Pacific Islands Forum leaders' meeting will be held in Tonga in August.",
        ["meeting announced Pacific Islands Forum,TO @TO"],
    ),
    ("The World Economic Forum's special meeting took place in Riyadh last month.", []),
    ("The BRICS summit in Kazan will open on October 22.", ["summit announced BRICS,RU @RU"]),
    (
        "Leaders of the Organization of Turkic States will gather in Shusha in July.",
        ["meeting announced AZ,OTS @AZ"],
    ),
    (
        "Heads of state and government of the African Union meet in Addis Ababa this weekend.",
        ["meeting announced ET @ET"],
    ),
    ("Leaders from 10 ASEAN members are scheduled to meet in Vientiane in October.", ["meeting announced LA @LA"]),
    ("World leaders convene in Baku for COP29 in November.", ["meeting announced AZ @AZ"]),
    (
        "The Commonwealth Heads of Government Meeting is to be hosted by Samoa in October.",
        ["visit announced Commonwealth,WS @WS"],
    ),
    ("Samoa is to host the Commonwealth leaders in October.", ["visit announced Commonwealth,WS @WS"]),
    ("The ECOWAS summit in Abuja ended on Sunday with a call for dialogue.", ["summit held ECOWAS,NG @NG"]),
    (
        "Foreign ministers of the Gulf Cooperation Council held their 160th session in Doha on Sunday.",
        ["meeting held GCC,QA @QA"],
    ),
    ("The OPEC+ ministerial meeting has been set for June 1 in Vienna.", []),
    ("The Ibero-American Summit will be held in Cuenca, Ecuador, in November.", ["summit announced EC @EC"]),
    (
        "An emergency summit of the Arab League is due to be held in Cairo on Saturday.",
        ["summit announced Arab League,EG @EG"],
    ),
    (
        "Haitian and Dominican officials came face to face on Wednesday in Santo Domingo.",
        ["meeting held DO,HT @DO"],
    ),
    (
        "Malaysian Prime Minister Anwar Ibrahim had an audience with the Japanese emperor in Tokyo on "
        "Thursday.",
        ["meeting held JP,MY @JP"],
    ),
    (
        "President Yoweri Museveni granted an audience to the Saudi foreign affairs adviser Ahmed Kattan in "
        "Entebbe.",
        ["meeting held SA,UG @UG"],
    ),
    (
        "President Paul Biya gave an audience to the outgoing US ambassador, Christopher Lamora, on Tuesday.",
        ["meeting held CM,US @CM"],
    ),
    ("The Bulgarian and Greek foreign ministers held a working session in Sofia.", ["meeting held BG,GR @BG"]),
    (
        "Congolese Foreign Minister Therese Kayikwamba Wagner had a working lunch with her Belgian "
        "counterpart Hadja Lahbib in Kinshasa.",
        ["meeting held BE,CD @CD"],
    ),
    (
        "Senegal's Prime Minister Ousmane Sonko was received in audience by Chadian leader Mahamat Deby.",
        ["meeting held SN,TD @TD"],
    ),
    ("Laos and Thailand returned to the negotiating table in Vientiane on Tuesday.", ["talks held LA,TH @LA"]),
    (
        "Pakistani Foreign Minister Ishaq Dar exchanged views with his Turkish counterpart Hakan Fidan on "
        "Monday.",
        ["talks held PK,TR"],
    ),
    (
        "Sri Lankan President Ranil Wickremesinghe held a one-on-one with Qatari Emir Sheikh Tamim bin Hamad "
        "Al Thani.",
        ["meeting held LK,QA"],
    ),
    (
        "Argentina's Diana Mondino had a get-together with her Paraguayan colleague Ruben Ramirez in "
        "Asuncion.",
        ["meeting held AR,PY @PY"],
    ),
    ("Jordan's King Abdullah sat opposite US President Joe Biden in the Oval Office.", ["meeting held JO,US @US"]),
    ("The Turkmen president exchanged phone calls with his Tajik counterpart.", ["call held TJ,TM"]),
    ("Italian Foreign Minister Antonio Tajani rang his Libyan counterpart on Sunday.", ["call held IT,LY"]),
    (
        "Swiss President Viola Amherd was in phone contact with Ukrainian President Volodymyr Zelensky on "
        "Monday.",
        ["call held CH,UA"],
    ),
    (
        "Cuban President Miguel Diaz-Canel and his Mexican counterpart Andres Manuel Lopez Obrador had a "
        "telephone exchange.",
        ["call held CU,MX"],
    ),
    ("Ukraine's foreign minister got on the phone with his Hungarian counterpart on Friday.", ["call held HU,UA"]),
    ("The prime ministers of Barbados and Grenada conferred in Bridgetown.", ["meeting held BB,GD @BB"]),
    (
        "Turkey's parliament speaker, Numan Kurtulmus, and his delegation were received by Azerbaijani "
        "President Ilham Aliyev.",
        ["meeting held AZ,TR @AZ"],
    ),
    (
        "The Ethiopian foreign minister paid a visit to his Djiboutian counterpart on Monday.",
        ["visit held DJ,ET @DJ"],
    ),
    (
        "France summoned the Azerbaijani ambassador on Tuesday over the riots in Nouméa.",
        ["meeting held AZ,FR @FR"],
    ),
    (
        "Pakistan's foreign ministry summoned the Iranian charge d'affaires to protest the strike.",
        ["meeting held IR,PK @PK"],
    ),
    (
        "The Russian ambassador in Prague was summoned to the Czech foreign ministry on Friday.",
        ["meeting held CZ,RU @CZ"],
    ),
    ("Niger has summoned the EU envoy to explain the aid shipment.", ["meeting held EU,NE @NE"]),
    (
        "The Ecuadorian charge d'affaires was called in by the Mexican foreign ministry on Monday.",
        ["meeting held EC,MX @MX"],
    ),
    ("Manila summons Chinese diplomat over shoal", ["meeting held CN,PH @PH"]),
    (
        "Israel will summon the ambassadors of Ireland, Norway and Spain for a dressing-down.",
        ["meeting announced ES,IE,IL,NO @IL"],
    ),
    ("The court summoned the former minister to testify on Monday.", []),
    ("Police summoned the opposition leader for questioning.", []),
    (
        "A Cuban delegation headed by Deputy Prime Minister Ricardo Cabrisas is due in Moscow on Monday.",
        ["visit announced CU,RU @RU"],
    ),
    (
        "A five-member Bhutanese parliamentary delegation is in Colombo on a week-long visit.",
        ["visit under_way BT,LK @LK"],
    ),
    (
        "A Chinese delegation led by Vice Foreign Minister Sun Weidong arrived in Pyongyang on Tuesday.",
        ["visit under_way CN,KP @KP"],
    ),
    ("A team of Gambian officials flew to Rabat on Sunday to sign the accord.", ["visit held GM,MA @MA"]),
    ("The South Sudanese delegation returned from Cairo on Friday.", ["visit held EG,SS @EG"]),
    (
        "Senior Nepali officials led by Foreign Secretary Sewa Lamsal are in New Delhi for talks.",
        ["visit under_way IN,NP @IN"],
    ),
    ("The Serbian president's plane landed in Baku on Tuesday evening.", ["visit under_way AZ,RS @AZ"]),
    (
        "The Omani sultan left Amman on Thursday, concluding a two-day state visit to Jordan.",
        ["visit held JO,OM @JO"],
    ),
    (
        "The king of Eswatini was seen off at Taoyuan airport by Taiwan's foreign minister after a five-day "
        "visit.",
        ["visit held SZ,TW @TW"],
    ),
    (
        "The Vietnamese prime minister and his wife left Hanoi on Wednesday morning for an official visit to "
        "Romania.",
        ["visit under_way RO,VN @RO"],
    ),
    (
        "Belarusian Foreign Minister Sergei Aleinik will pay a working visit to Islamabad on May 29-30.",
        ["visit announced BY,PK @PK"],
    ),
    (
        "The sultan is to be accorded a guard of honour on arriving in Kuala Lumpur. Oman's Sultan Haitham "
        "begins the visit on Monday.",
        ["visit announced MY,OM @MY"],
    ),
    ("Tokyo will play host to the Kenyan president in June.", ["visit announced JP,KE @JP"]),
    (
        "A summit gathering the presidents of Niger, Mali and Burkina Faso will be held in Niamey on July 6.",
        ["summit announced BF,ML,NE @NE"],
    ),
    (
        "The talks, attended by the Armenian and Azerbaijani foreign ministers, were held in Almaty on "
        "Friday.",
        ["talks held AM,AZ,KZ @KZ"],
    ),
    ("Seated at the table in Jeddah were negotiators from Sudan's army and Saudi mediators.", []),
    (
        "The fourth session of the Saudi-Vietnamese Joint Committee convened in Riyadh on Monday, co-chaired "
        "by the trade ministers.",
        ["meeting held SA,VN @SA"],
    ),
    ("The first meeting of the India-Nordic working group took place in Oslo.", []),
    (
        "The third round of the Pakistan-Uzbekistan bilateral political consultations was held in Islamabad.",
        ["talks held PK,UZ @PK"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
