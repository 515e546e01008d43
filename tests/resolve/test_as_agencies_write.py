"""Plain sentences in the manner of state agencies, ministries' read-outs and wires, in our own words.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "ASTANA, May 14 (Xinhua) -- Chinese Vice Premier Ding Xuexiang met here Tuesday with Kazakh Prime "
        "Minister Olzhas Bektenov.",
        ["meeting held CN,KZ @KZ"],
    ),
    (
        "HANOI, May 15 (Xinhua) -- Vietnamese President To Lam on Wednesday received Lao Foreign Minister "
        "Saleumxay Kommasith, who is on an official visit to the country.",
        ["meeting held LA,VN @VN", "visit under_way LA,VN @VN"],
    ),
    (
        "Tajik President Emomali Rahmon arrived in Doha on Monday at the head of a high-level delegation for "
        "a three-day state visit.",
        ["visit under_way QA,TJ @QA"],
    ),
    (
        "His Highness Sheikh Mohamed bin Zayed Al Nahyan, President of the UAE, today received a telephone "
        "call from Egyptian President Abdel Fattah El-Sisi, during which they discussed ties between the two "
        "countries.",
        ["call held AE,EG"],
    ),
    (
        "His Royal Highness Prince Faisal bin Farhan, Minister of Foreign Affairs of Saudi Arabia, received "
        "in Riyadh today the Foreign Minister of Djibouti, Mahmoud Ali Youssouf.",
        ["meeting held DJ,SA @SA"],
    ),
    (
        "The Crown Prince of Kuwait, Sheikh Sabah Khaled Al-Hamad Al-Sabah, left for Muscat on Tuesday on an "
        "official visit to the Sultanate of Oman.",
        ["visit under_way KW,OM @OM"],
    ),
    (
        "Bahrain's Deputy Prime Minister Sheikh Khalid bin Abdulla Al Khalifa received the ambassador of "
        "Japan, Okai Asako, at Gudaibiya Palace.",
        ["meeting held BH,JP @BH"],
    ),
    (
        "MOSCOW, May 15. /TASS/. Russian Foreign Minister Sergey Lavrov will hold negotiations with his "
        "Malian counterpart Abdoulaye Diop in Moscow on May 20, Foreign Ministry Spokeswoman Maria Zakharova "
        "told a briefing.",
        ["talks announced ML,RU @RU"],
    ),
    (
        "Indonesian Foreign Minister Retno Marsudi held a bilateral meeting with her Jordanian counterpart "
        "Ayman Safadi on the sidelines of the emergency conference on Gaza in Amman.",
        ["meeting held ID,JO @JO"],
    ),
    (
        "President Joko Widodo is scheduled to leave for Bali on Saturday to open the World Water Forum, "
        "where he will hold talks with Fiji's Prime Minister Sitiveni Rabuka.",
        ["talks announced FJ,ID @ID"],
    ),
    (
        "Nicaraguan Vice Foreign Minister Arlette Marenco concluded a working visit to Pyongyang, during "
        "which she was received by Foreign Minister Choe Son Hui.",
        ["visit held KP,NI @KP", "meeting held KP,NI @KP"],
    ),
    (
        "Accra, May 15, GNA - Mr Kwame Oboadu, a Deputy Minister of Foreign Affairs, has held talks with a "
        "visiting Rwandan delegation led by Foreign Minister Vincent Biruta.",
        ["talks held GH,RW @GH", "visit under_way GH,RW @GH"],
    ),
    (
        "The President, Nana Akufo-Addo, has paid a courtesy call on President Alassane Ouattara at the "
        "presidential palace in Abidjan.",
        ["meeting held CI,GH @CI"],
    ),
    (
        "The High Commissioner of India to Ghana, Mr Manish Gupta, called on the Vice President, Dr Mahamudu "
        "Bawumia, at the Jubilee House.",
        ["meeting held GH,IN @GH"],
    ),
    (
        "Secretary of State Antony J. Blinken met today with Guyanese President Irfaan Ali in Georgetown. The"
        " Secretary and President Ali discussed regional security.",
        ["meeting held GY,US @GY"],
    ),
    (
        "Under Secretary Nuland spoke by phone with Moldovan Deputy Prime Minister Mihai Popsoi to reaffirm "
        "our support.",
        ["call held MD"],
    ),
    ("Thai PM meets Macron in Paris, pitches land bridge", ["meeting held FR,TH @FR"]),
    ("Lao president wraps up state visit to Mongolia", ["visit held LA,MN @MN"]),
    ("Angola, Namibia foreign ministers hold talks on border", ["talks held AO,NA"]),
    ("Sri Lanka's top diplomat begins four-day trip to Iran", ["visit under_way IR,LK @IR"]),
    ("Philippine, Japanese defense chiefs hold phone talks", ["call held JP,PH"]),
    (
        "The Nepali premier touched down at Islamabad's Nur Khan airbase late on Tuesday, where he was "
        "welcomed by Pakistani Foreign Minister Ishaq Dar.",
        ["visit under_way NP,PK @PK"],
    ),
    (
        "Algeria's Foreign Minister Ahmed Attaf co-chaired with his Ethiopian counterpart Taye Atske Selassie"
        " the fifth session of the Joint Ministerial Committee in Algiers on Sunday.",
        ["meeting held DZ,ET @DZ"],
    ),
    (
        "The second round of political consultations between Armenia and Peru took place in Yerevan on 13 "
        "May, co-chaired by the deputy foreign ministers of the two countries.",
        ["talks held AM,PE @AM"],
    ),
    (
        "Ministers from Chad, Niger and Burkina Faso gathered in Niamey on Friday to finalise the treaty.",
        ["meeting held BF,NE,TD @NE"],
    ),
    (
        "Leaders of the East African Community converged on Arusha last Friday for an extraordinary summit.",
        ["summit held EAC,TZ @TZ"],
    ),
    (
        "The heads of state of Guinea, Liberia and Sierra Leone will convene in Conakry on June 3 for the "
        "Mano River Union summit.",
        ["summit announced GN,LR,SL @GN"],
    ),
    (
        "During her stay in Brasilia, Colombian Vice President Francia Marquez sat down with Foreign Minister"
        " Mauro Vieira and also paid a courtesy call on President Lula da Silva.",
        ["visit held BR,CO @BR", "meeting held BR,CO @BR", "meeting held BR,CO @BR"],
    ),
    (
        "Bolivia's President Luis Arce was received at La Moneda by his Chilean counterpart Gabriel Boric.",
        ["meeting held BO,CL @CL"],
    ),
    (
        "Ecuadorian President Daniel Noboa will be received on Thursday by Spanish Prime Minister Pedro "
        "Sanchez at La Moncloa, the government said.",
        ["visit announced EC,ES @ES"],
    ),
    (
        "Honduran President Xiomara Castro has been in Beijing since Friday on a six-day state visit.",
        ["visit under_way CN,HN @CN"],
    ),
    (
        "A delegation of Ukrainian lawmakers is in Washington this week to lobby for more air defence.",
        ["visit under_way UA,US @US"],
    ),
    (
        "A high-powered Sudanese delegation led by Sovereign Council member Malik Agar arrived in Juba "
        "yesterday.",
        ["visit under_way SD,SS @SS"],
    ),
    (
        "An Iranian parliamentary delegation headed by Speaker Mohammad Baqer Qalibaf is due in Baku on "
        "Sunday.",
        ["visit announced AZ,IR @AZ"],
    ),
    (
        "The visiting Belarusian prime minister, Roman Golovchenko, was also scheduled to meet Zimbabwean "
        "President Emmerson Mnangagwa on Wednesday.",
        ["visit under_way BY,ZW @ZW", "meeting announced BY,ZW @ZW"],
    ),
    (
        "Turkish Foreign Minister Hakan Fidan, who was in Baghdad on Tuesday, held closed-door talks with "
        "Iraqi Prime Minister Mohammed Shia al-Sudani.",
        ["visit held IQ,TR @IQ", "talks held IQ,TR @IQ"],
    ),
    (
        "After talks with Georgian Prime Minister Irakli Kobakhidze, Hungarian Foreign Minister Peter "
        "Szijjarto told reporters in Tbilisi that Budapest would back the country's bid.",
        ["talks held GE,HU @GE"],
    ),
    (
        "\"We had a very productive exchange with our Slovenian friends,\" Croatian Foreign Minister Gordan "
        "Grlic Radman said following a meeting with his counterpart Tanja Fajon in Ljubljana.",
        ["meeting held HR,SI @SI"],
    ),
    (
        "Speaking at a joint press conference with Kosovo President Vjosa Osmani in Pristina, Latvian "
        "President Edgars Rinkevics said Riga would remain a partner.",
        ["meeting held LV,XK @XK"],
    ),
    (
        "Emerging from their two-hour meeting in Vientiane, the Cambodian and Lao prime ministers announced a"
        " new border crossing.",
        ["meeting held KH,LA @LA"],
    ),
    (
        "The president of Botswana, Mokgweetsi Masisi, is on a two-day working visit to Malawi at the "
        "invitation of his counterpart Lazarus Chakwera.",
        ["visit under_way BW,MW @MW"],
    ),
    (
        "At the invitation of the Amir, the King of Malaysia, Sultan Ibrahim, will pay a state visit to Qatar"
        " from 19 to 21 May.",
        ["visit announced MY,QA @QA"],
    ),
    (
        "Upon the invitation of his Uzbek counterpart, the Minister of Foreign Affairs of the Republic of "
        "Azerbaijan, Jeyhun Bayramov, arrived in Tashkent on an official visit.",
        ["visit under_way AZ,UZ @UZ"],
    ),
    (
        "Within the framework of his working visit to Turkmenistan, Foreign Minister of Armenia Ararat "
        "Mirzoyan met with President Serdar Berdimuhamedov.",
        ["visit held AM,TM @TM", "meeting held AM,TM @TM"],
    ),
    (
        "As part of his visit to Rabat, the French interior minister held a working session with his Moroccan"
        " counterpart Abdelouafi Laftit.",
        ["visit held FR,MA @MA", "meeting held FR,MA @MA"],
    ),
    (
        "On the margins of the UN General Assembly in New York, Minister Kausikan exchanged views with her "
        "counterpart from Bhutan, D.N. Dhungyel. Kausikan is the foreign minister of Singapore.",
        ["talks held BT,SG,US @US"],
    ),
    (
        "The tour will take the Irish premier to Canberra and Wellington.",
        ["visit announced AU,IE @AU", "visit announced IE,NZ @NZ"],
    ),
    (
        "US Defense Secretary Lloyd Austin makes a stopover in Phnom Penh next month on his way back from "
        "Singapore.",
        ["visit announced KH,US @KH"],
    ),
    (
        "The 33rd Arab Summit opens in Manama on Thursday, with Gaza topping the agenda.",
        ["summit announced BH @BH"],
    ),
    (
        "ASEAN foreign ministers and their Chinese counterpart are meeting in Luang Prabang.",
        ["meeting under_way ASEAN,CN,LA @LA"],
    ),
    (
        "Talks between Venezuela and Guyana resumed on Tuesday in Brasilia under Brazilian mediation.",
        ["talks under_way BR,GY,VE @BR"],
    ),
    (
        "Greek and Albanian officials were locked in talks in Tirana late into Tuesday night.",
        ["talks held AL,GR @AL"],
    ),
    (
        "The Seychelles foreign minister, Sylvestre Radegonde, had an audience with Pope Francis at the "
        "Vatican on Saturday.",
        ["meeting held SC,VA @VA"],
    ),
    (
        "Pope Francis received the president of Cape Verde, Jose Maria Neves, in audience on Monday morning.",
        ["meeting held CV,VA @VA"],
    ),
    (
        "Fijian Prime Minister Sitiveni Rabuka had a tete-a-tete with his Samoan counterpart Fiame Naomi "
        "Mata'afa in Apia.",
        ["meeting held FJ,WS @WS"],
    ),
    (
        "Danish Foreign Minister Lars Lokke Rasmussen sat across from his Chinese colleague Wang Yi in "
        "Beijing on Monday.",
        ["meeting held CN,DK @CN"],
    ),
    (
        "Estonian Prime Minister Kaja Kallas conferred with Finnish President Alexander Stubb by telephone on"
        " Sunday about the airspace violation.",
        ["call held EE,FI"],
    ),
    (
        "The Czech prime minister dialled his Polish counterpart on Friday to congratulate him.",
        ["call held CZ,PL"],
    ),
    ("Netanyahu and Biden spoke for 45 minutes on Monday, the White House said.", ["call held IL,US"]),
    (
        "Prime Minister Anwar Ibrahim took a call from Hamas political chief Ismail Haniyeh, Malaysia's "
        "foreign ministry said.",
        ["call held Hamas,MY"],
    ),
    (
        "In a telephone conversation with his Omani counterpart Badr Albusaidi, Iran's acting foreign "
        "minister Ali Bagheri thanked Muscat for its efforts.",
        ["call held IR,OM"],
    ),
    (
        "Qatar's Amir and the Turkish President exchanged greetings by phone on the occasion of Eid.",
        ["call held QA,TR"],
    ),
    (
        "South African President Cyril Ramaphosa virtually met Ukrainian President Volodymyr Zelensky on "
        "Thursday.",
        ["call held UA,ZA"],
    ),
    (
        "Leaders of the Quad - Australia, India, Japan and the United States - will hold a virtual meeting on"
        " May 22.",
        ["meeting announced AU,IN,JP,US"],
    ),
    (
        "Cameroon's foreign minister Lejeune Mbella Mbella granted an audience to the new Chinese ambassador,"
        " Xu Yong, in Yaounde on Tuesday.",
        ["meeting held CM,CN @CM"],
    ),
    (
        "Equatorial Guinea's Vice President Teodoro Nguema Obiang Mangue visited Minsk, where he was given a "
        "red-carpet welcome by Belarusian President Alexander Lukashenko.",
        ["visit held BY,GQ @BY"],
    ),
    (
        "Rwanda's president flew home on Tuesday after a two-day trip to Luanda, where Angolan leader Joao "
        "Lourenco had hosted him.",
        ["visit held AO,RW @AO", "meeting held AO,RW @AO"],
    ),
    (
        "Before leaving Bogota, the Dutch foreign minister also met her Colombian opposite number, Luis "
        "Gilberto Murillo.",
        ["visit held CO,NL @CO", "meeting held CO,NL @CO"],
    ),
    (
        "Libyan Presidential Council head Mohamed al-Menfi landed in Tunis for a three-way meeting with "
        "President Kais Saied and Algeria's Abdelmadjid Tebboune.",
        ["visit under_way LY,TN @TN", "meeting announced DZ,LY,TN @TN"],
    ),
    (
        "The trilateral meeting of the foreign ministers of Turkiye, Azerbaijan and Uzbekistan was held in "
        "Tashkent last August.",
        ["meeting held AZ,TR,UZ @UZ"],
    ),
    (
        "A tripartite summit bringing together the leaders of Egypt, Jordan and Iraq is planned for Baghdad "
        "in July.",
        ["summit announced EG,IQ,JO @IQ"],
    ),
    (
        "The Lancang-Mekong Cooperation foreign ministers' meeting is to be held in Chiang Mai, Thailand, "
        "next month.",
        ["meeting announced Lancang-Mekong Cooperation,TH @TH"],
    ),
    (
        "Foreign ministers of the Shanghai Cooperation Organization will meet in Astana on May 20-21.",
        ["meeting announced KZ,SCO @KZ"],
    ),
    (
        "Belgium's King Philippe has accepted an invitation to visit Kinshasa, the royal palace said, without"
        " giving a date.",
        ["visit announced BE,CD @CD"],
    ),
    (
        "Lebanon's caretaker prime minister Najib Mikati has invited French President Emmanuel Macron to "
        "Beirut.",
        ["visit proposed FR,LB @LB"],
    ),
    (
        "President Lourenco extended an invitation to his Korean counterpart to visit Angola.",
        ["visit proposed AO @AO"],
    ),
    (
        "Mauritania's foreign minister handed a letter from President Ghazouani to Algerian President "
        "Abdelmadjid Tebboune during an audience in Algiers on Tuesday.",
        ["meeting held DZ,MR @DZ"],
    ),
    (
        "Special envoy Liu Yuxi delivered a message from President Xi Jinping to Niger's junta leader in "
        "Niamey.",
        [],
    ),
    (
        "A Pakistani trade mission is visiting Addis Ababa from 26 to 30 May, the ambassador announced.",
        ["visit announced ET,PK @ET"],
    ),
    (
        "Myanmar's deputy prime minister U Than Swe and party left Nay Pyi Taw by air for Beijing yesterday.",
        ["visit under_way CN,MM @CN"],
    ),
    ("Brunei's sultan is making his first trip to Seoul in a decade.", ["visit under_way BN,KR @KR"]),
    (
        "Bhutan's King Jigme Khesar Namgyel Wangchuck embarked on an eight-day visit to India on Friday.",
        ["visit under_way BT,IN @IN"],
    ),
    (
        "The foreign ministers of Croatia and Montenegro are set to discuss the ship Jadran when they meet in"
        " Zagreb next Tuesday.",
        ["meeting announced HR,ME @HR"],
    ),
    (
        "Moldovan President Maia Sandu and her Romanian counterpart Klaus Iohannis opened the gas "
        "interconnector in Ungheni on Monday.",
        [],
    ),
    (
        "Peru's Dina Boluarte will travel to Beijing in June, her first visit to China as head of state; she "
        "is also to stop in Shenzhen.",
        ["visit announced CN,PE @CN"],
    ),
    (
        "Haitian and Dominican officials came face to face on Wednesday for the first time since the border "
        "was shut.",
        ["meeting held DO,HT"],
    ),
    (
        "Timor-Leste's President Jose Ramos-Horta called in on Indonesian Defence Minister Prabowo Subianto "
        "in Jakarta last Friday.",
        ["meeting held ID,TL @ID"],
    ),
    (
        "Zambia will host the SADC extraordinary summit on May 20, Foreign Minister Mulambo Haimbe has "
        "announced.",
        ["summit announced SADC,ZM @ZM"],
    ),
    (
        "Mali's Goita, Niger's Tiani and Burkina Faso's Traore huddled in Ouagadougou on Saturday.",
        ["meeting held BF,ML @BF"],
    ),
    (
        "Tanzania's president has been meeting her Comorian counterpart in Dar es Salaam today.",
        ["meeting held KM,TZ @TZ"],
    ),
    (
        "South Korean Foreign Minister Cho Tae-yul touched on the Nth Room at dinner with Kazakhstan's "
        "ambassador, a ministry official said.",
        ["meeting held KR,KZ @KR"],
    ),
    (
        "Benin's Patrice Talon flew in to Niamey for a few hours on Friday and was whisked to the "
        "presidential palace for face-to-face talks with his host.",
        ["visit held BJ,NE @NE", "talks held BJ,NE @NE"],
    ),
    ("Iceland and Norway are to begin fishery negotiations in Tromso on Monday.", ["talks announced IS,NO @NO"]),
    (
        "Jordanian King Abdullah II, accompanied by Crown Prince Hussein, made a brief visit to Nicosia, "
        "where the two sides discussed migration.",
        ["visit held CY,JO @CY"],
    ),
    (
        "Senior diplomats from Serbia and Kosovo met under EU auspices in Brussels but left without a deal.",
        ["meeting held BE,RS,XK @BE"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
