"""What state agencies, ministries' read-outs and the wires write of visits, meetings and calls that were or will be.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2024, 5, 15)

VISITS_AS_SETTING = [
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
        "Within the framework of his working visit to Turkmenistan, Foreign Minister of Armenia Ararat "
        "Mirzoyan met with President Serdar Berdimuhamedov.",
        ["visit held AM,TM @TM", "meeting held AM,TM @TM"],
    ),
    (
        "On the second day of his visit to Hanoi, the Slovak premier was received by President To Lam.",
        ["visit held SK,VN @VN", "meeting held SK,VN @VN"],
    ),
    (
        "In Vientiane as part of a regional tour, Australian Foreign Minister Penny Wong met Lao Prime "
        "Minister Sonexay Siphandone.",
        ["visit held AU,LA @LA", "meeting held AU,LA @LA"],
    ),
    (
        "As part of his visit to Rabat, the French interior minister held a working session with his Moroccan"
        " counterpart Abdelouafi Laftit.",
        ["visit held FR,MA @MA", "meeting held FR,MA @MA"],
    ),
    (
        "The Peruvian chancellor was welcomed by Foreign Minister Sergey Lavrov on the first day of his visit"
        " to Moscow.",
        ["visit held PE,RU @RU"],
    ),
    (
        "On the occasion of her official visit to Baku, Georgian President Salome Zourabichvili was received "
        "by President Ilham Aliyev.",
        ["visit held AZ,GE @AZ", "meeting held AZ,GE @AZ"],
    ),
    (
        "President Lazarus Chakwera met King Abdullah II in Amman on Sunday as part of his working visit to Jordan.",
        ["meeting held JO,MW @JO", "visit held JO,MW @JO"],
    ),
    (
        "As part of a three-nation African tour, Iranian President Ebrahim Raisi will hold talks with Ugandan"
        " President Yoweri Museveni in Entebbe.",
        ["talks announced IR,UG @UG"],
    ),
    (
        "The foreign minister of Costa Rica will meet Prime Minister Narendra Modi in the framework of his "
        "visit to New Delhi next week.",
        ["meeting announced CR,IN @IN", "visit announced CR,IN @IN"],
    ),
    (
        "In the final hours of his visit to Bogota, the Spanish king met President Gustavo Petro.",
        ["visit held CO,ES @CO", "meeting held CO,ES @CO"],
    ),
    (
        "In the context of the visit to Yaounde by the Central African president, a joint commission was set up.",
        ["visit held CF,CM @CM"],
    ),
    (
        "At the end of his visit to Muscat, the Bruneian sultan was seen off by Sultan Haitham bin Tariq.",
        ["visit held BN,OM @OM"],
    ),
    (
        "Before leaving Bogota, the Dutch foreign minister met her Colombian counterpart, Luis Gilberto Murillo.",
        ["visit held CO,NL @CO", "meeting held CO,NL @CO"],
    ),
    (
        "After arriving in Lome, Ghana's foreign minister was received by President Faure Gnassingbe.",
        ["visit held GH,TG @TG", "meeting held GH,TG @TG"],
    ),
    (
        "Upon her arrival in Maputo, the Swiss president was greeted by Prime Minister Adriano Maleiane.",
        ["visit held CH,MZ @MZ"],
    ),
    (
        "At the start of a visit to Bucharest, Moldovan Prime Minister Dorin Recean laid a wreath.",
        ["visit held MD,RO @RO"],
    ),
    (
        "Armenian Prime Minister Nikol Pashinyan, who is on a working visit to Copenhagen, met Danish Prime "
        "Minister Mette Frederiksen.",
        ["visit under_way AM,DK @DK", "meeting held AM,DK @DK"],
    ),
    ("Zambian foreign minister in Gaborone to discuss border posts", ["visit under_way BW,ZM @BW"]),
    (
        "The Croatian premier, in Kyiv to attend a ceremony, said Zagreb would send generators.",
        ["visit under_way HR,UA @UA"],
    ),
    (
        "Syrian Foreign Minister Faisal Mekdad left Muscat on Tuesday after a two-day visit.",
        ["visit held OM,SY @OM"],
    ),
    (
        "Vice President Harris left Lusaka on Saturday, ending a week-long tour of Africa.",
        ["visit held US,ZM @ZM"],
    ),
    (
        "Before departing Windhoek, Finnish President Alexander Stubb visited the parliament.",
        ["visit held FI,NA @NA"],
    ),
    ("Cuban President Miguel Diaz-Canel left Luanda for Pretoria on Wednesday.", ["visit under_way CU,ZA @ZA"]),
    ("The Sudanese leader flew out of Juba on Thursday.", ["visit held SD,SS @SS"]),
    (
        "Spain's foreign minister left Buenos Aires on Friday without meeting his counterpart.",
        ["visit held AR,ES @AR"],
    ),
    ("The minister left office in March.", []),
    ("The president left hospital on Monday.", []),
    ("Niger's ousted president left Niamey in January.", []),
    ("The French ambassador left Niamey on Wednesday.", []),
    ("The foreign minister left Hanoi on Sunday.", []),
    ("Minister Kofi Mensah left the party last year.", []),
    ("US troops left Afghanistan in 2021.", []),
]

IDIOMS = [
    (
        "Haitian and Dominican officials came face to face on Wednesday in Santo Domingo.",
        ["meeting held DO,HT @DO"],
    ),
    (
        "The Chinese and Philippine foreign ministers came face-to-face in Vientiane on Friday.",
        ["meeting held CN,LA,PH @LA"],
    ),
    (
        "Danish Foreign Minister Lars Lokke Rasmussen sat across from his Chinese colleague Wang Yi in "
        "Beijing on Monday.",
        ["meeting held CN,DK @CN"],
    ),
    ("Jordan's King Abdullah sat opposite US President Joe Biden in the Oval Office.", ["meeting held JO,US @US"]),
    (
        "The Czech prime minister dialled his Polish counterpart on Friday to congratulate him.",
        ["call held CZ,PL"],
    ),
    ("Italian Foreign Minister Antonio Tajani rang his Libyan counterpart on Sunday.", ["call held IT,LY"]),
    (
        "Finnish President Alexander Stubb rang up his Estonian counterpart Alar Karis on Friday.",
        ["call held EE,FI"],
    ),
    (
        "President Yoweri Museveni granted an audience to the Saudi foreign affairs adviser Ahmed Kattan in Entebbe.",
        ["meeting held SA,UG @UG"],
    ),
    (
        "President Paul Biya gave an audience to the outgoing US ambassador, Christopher Lamora, on Tuesday.",
        ["meeting held CM,US @CM"],
    ),
    (
        "Cameroon's foreign minister Lejeune Mbella Mbella granted an audience to the new Chinese ambassador,"
        " Xu Yong, in Yaounde on Tuesday.",
        ["meeting held CM,CN @CM"],
    ),
    ("The Bulgarian and Greek foreign ministers held a working session in Sofia.", ["meeting held BG,GR @BG"]),
    ("Laos and Thailand returned to the negotiating table in Vientiane on Tuesday.", ["talks held LA,TH @LA"]),
    (
        "Argentina's Foreign Minister Diana Mondino had a get-together with her Paraguayan colleague Ruben "
        "Ramirez in Asuncion.",
        ["meeting held AR,PY @PY"],
    ),
    (
        "Swiss President Viola Amherd was in phone contact with Ukrainian President Volodymyr Zelensky on Monday.",
        ["call held CH,UA"],
    ),
    (
        "Cuban President Miguel Diaz-Canel and his Mexican counterpart Andres Manuel Lopez Obrador had a "
        "telephone exchange.",
        ["call held CU,MX"],
    ),
    ("Ukraine's foreign minister got on the phone with his Hungarian counterpart on Friday.", ["call held HU,UA"]),
    (
        "Maltese Prime Minister Robert Abela and Italian Prime Minister Giorgia Meloni exchanged views over "
        "lunch in Rome yesterday.",
        ["talks held IT,MT @IT"],
    ),
    (
        "The foreign ministers of Kuwait and Iraq exchanged views on the border in Baghdad on Sunday.",
        ["talks held IQ,KW @IQ"],
    ),
    ("Tokyo will play host to the Kenyan president in June.", ["visit announced JP,KE @JP"]),
    (
        "Doha played host to the foreign ministers of Armenia and Azerbaijan on Friday.",
        ["meeting held AM,AZ,QA @QA"],
    ),
    (
        "The king of Eswatini was seen off at Taoyuan airport by Taiwan's foreign minister after a five-day visit.",
        ["visit held SZ,TW @TW"],
    ),
    (
        "Leaders of the East African Community converged on Arusha last Friday for an extraordinary summit.",
        ["summit held EAC,TZ @TZ"],
    ),
    (
        "Myanmar's deputy prime minister U Than Swe and party left Nay Pyi Taw by air for Beijing yesterday.",
        ["visit under_way CN,MM @CN"],
    ),
    (
        "Angolan President Joao Lourenco presided over a meeting in Luanda between his Rwandan and Congolese "
        "counterparts.",
        ["meeting held AO,CD,RW @AO"],
    ),
    (
        "Chadian Foreign Minister Abderaman Koulamallah had a working breakfast with his Nigerian opposite "
        "number Yusuf Tuggar.",
        ["meeting held NG,TD"],
    ),
    (
        "Nepal's Foreign Minister Narayan Kaji Shrestha engaged Chinese Vice Premier Ding Xuexiang in Beijing.",
        [],
    ),
    ("The Tunisian and Algerian presidents had a phone chat on Friday evening.", ["call held DZ,TN"]),
    (
        "Ukrainian Foreign Minister Dmytro Kuleba linked up with his Moroccan counterpart by video on Tuesday.",
        ["call held MA,UA"],
    ),
    ("The Iraqi premier hopped over to Amman for a few hours on Tuesday.", ["visit held IQ,JO @JO"]),
    (
        "President Salva Kiir received a message from Eritrean President Isaias Afwerki, delivered by Foreign"
        " Minister Osman Saleh.",
        [],
    ),
]

SUMMONED = [
    (
        "France summoned the Azerbaijani ambassador on Tuesday over the riots in Nouméa.",
        ["meeting held AZ,FR @FR"],
    ),
    (
        "Pakistan's foreign ministry summoned the Iranian charge d'affaires to protest the strike.",
        ["meeting held IR,PK @PK"],
    ),
    ("Niger has summoned the EU envoy to explain the aid shipment.", ["meeting held EU,NE @NE"]),
    ("Manila summons Chinese diplomat over shoal", ["meeting held CN,PH @PH"]),
    (
        "Israel will summon the ambassadors of Ireland, Norway and Spain for a dressing-down.",
        ["meeting announced ES,IE,IL,NO @IL"],
    ),
    ("The court summoned the former minister to testify on Monday.", []),
    ("Police summoned the opposition leader for questioning.", []),
]

SEEN_AND_SAID = [
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
        "Polish President Andrzej Duda discussed trade with Kenyan President William Ruto during his visit to Nairobi.",
        ["visit held KE,PL @KE"],
    ),
    (
        "Wrapping up his two-day visit to Dhaka, the Thai foreign minister met Prime Minister Sheikh Hasina.",
        ["visit held BD,TH @BD", "meeting held BD,TH @BD"],
    ),
    ("The talks took place during the Maltese foreign minister's visit to Tirana.", ["visit held AL,MT @AL"]),
    (
        "The agreement was signed on Monday during Vietnamese Prime Minister Pham Minh Chinh's visit to Budapest.",
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
        "A meeting with Colombian President Gustavo Petro is also on the agenda of Honduran President Xiomara Castro.",
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
        "Malaysian Prime Minister Anwar Ibrahim had an audience with the Japanese emperor in Tokyo on Thursday.",
        ["meeting held JP,MY @JP"],
    ),
    (
        "President Yoweri Museveni granted an audience to the Saudi foreign affairs adviser Ahmed Kattan in Entebbe.",
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
        "Pakistani Foreign Minister Ishaq Dar exchanged views with his Turkish counterpart Hakan Fidan on Monday.",
        ["talks held PK,TR"],
    ),
    (
        "Sri Lankan President Ranil Wickremesinghe held a one-on-one with Qatari Emir Sheikh Tamim bin Hamad Al Thani.",
        ["meeting held LK,QA"],
    ),
    (
        "Argentina's Diana Mondino had a get-together with her Paraguayan colleague Ruben Ramirez in Asuncion.",
        ["meeting held AR,PY @PY"],
    ),
    ("Jordan's King Abdullah sat opposite US President Joe Biden in the Oval Office.", ["meeting held JO,US @US"]),
    ("The Turkmen president exchanged phone calls with his Tajik counterpart.", ["call held TJ,TM"]),
    ("Italian Foreign Minister Antonio Tajani rang his Libyan counterpart on Sunday.", ["call held IT,LY"]),
    (
        "Swiss President Viola Amherd was in phone contact with Ukrainian President Volodymyr Zelensky on Monday.",
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
        "The king of Eswatini was seen off at Taoyuan airport by Taiwan's foreign minister after a five-day visit.",
        ["visit held SZ,TW @TW"],
    ),
    (
        "The Vietnamese prime minister and his wife left Hanoi on Wednesday morning for an official visit to Romania.",
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
        "The talks, attended by the Armenian and Azerbaijani foreign ministers, were held in Almaty on Friday.",
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

GATHERINGS_AND_GROUPS = [
    ("Lund, a minister, to hold talks in Oslo", []),
    ("Time to hold talks with Iran", []),
    ("A Chinese business delegation is in Accra.", []),
    ("An Indian cricket team is in Colombo for talks.", []),
    ("The Web Summit opens in Lisbon on Monday.", []),
    ("The Investment Summit will be held in Riyadh in October.", []),
    ("The minister is off the list.", []),
    ("Parliament held its 5th session in Nairobi.", []),
    ("The agenda includes a meeting of the cabinet.", []),
    ("The Chinese foreign minister is off to Windhoek.", ["visit under_way CN,NA @NA"]),
    ("Tinubu off to Paris for talks with Macron", ["visit under_way FR,NG @FR", "talks announced FR,NG @FR"]),
    ("Angolan lawmakers are in Havana this week.", ["visit under_way AO,CU @CU"]),
    ("US officials are due in Beirut on Friday.", ["visit announced LB,US @LB"]),
    ("Congolese negotiators are expected in Doha next week.", ["visit expected CD,QA @QA"]),
    ("A Zambian mission returned from Kigali on Monday.", ["visit held RW,ZM @RW"]),
    ("The talks brought together the foreign ministers of Libya and Malta in Valletta.", ["talks held LY,MT @MT"]),
    (
        "A meeting grouping the defence ministers of Ghana and Togo was held in Lome on Friday.",
        ["meeting held GH,TG @TG"],
    ),
    (
        "The tripartite meeting, bringing together the presidents of Uganda, Kenya and Tanzania, will take "
        "place in Kampala.",
        ["meeting announced KE,TZ,UG @UG"],
    ),
    ("ALBA foreign ministers met in Caracas on Monday.", ["meeting held ALBA,VE @VE"]),
    ("The Summit of the Americas opens in Los Angeles on June 6.", ["summit announced US @US"]),
    ("The Arab Summit ended in Manama on Thursday.", ["summit held BH @BH"]),
    ("The Korea-Africa summit takes place in Seoul on June 4.", ["summit announced KR @KR"]),
]

AGENCIES = [
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
        "The President, Nana Akufo-Addo, has paid a courtesy call on President Alassane Ouattara at the "
        "presidential palace in Abidjan.",
        ["meeting held CI,GH @CI"],
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
        ["summit announced GN,LR,Mano River Union,SL @GN"],
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
        "A high-powered Sudanese delegation led by Sovereign Council member Malik Agar arrived in Juba yesterday.",
        ["visit under_way SD,SS @SS"],
    ),
    (
        "An Iranian parliamentary delegation headed by Speaker Mohammad Baqer Qalibaf is due in Baku on Sunday.",
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
        '"We had a very productive exchange with our Slovenian friends," Croatian Foreign Minister Gordan '
        "Grlic Radman said following a meeting with his counterpart Tanja Fajon in Ljubljana.",
        ["meeting held HR,SI @SI"],
    ),
    (
        "Speaking at a joint press conference with Kosovo President Vjosa Osmani in Pristina, Latvian "
        "President Edgars Rinkevics said Riga would remain a partner.",
        ["meeting held LV,XK @XK"],
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
        ["talks held SG,US @US"],
    ),
    (
        "US Defense Secretary Lloyd Austin makes a stopover in Phnom Penh next month on his way back from Singapore.",
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
        "South African President Cyril Ramaphosa virtually met Ukrainian President Volodymyr Zelensky on Thursday.",
        ["call held UA,ZA"],
    ),
    (
        "Leaders of the Quad - Australia, India, Japan and the United States - will hold a virtual meeting on May 22.",
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
        ["visit under_way LY,TN @TN", "meeting announced LY,TN @TN"],
    ),
    (
        "The trilateral meeting of the foreign ministers of Turkiye, Azerbaijan and Uzbekistan was held in "
        "Tashkent last August.",
        ["meeting held AZ,TR,UZ @UZ"],
    ),
    (
        "A tripartite summit bringing together the leaders of Egypt, Jordan and Iraq is planned for Baghdad in July.",
        ["summit announced EG,IQ,JO @IQ"],
    ),
    (
        "The Lancang-Mekong Cooperation foreign ministers' meeting is to be held in Chiang Mai, Thailand, next month.",
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
        "Lebanon's caretaker prime minister Najib Mikati has invited French President Emmanuel Macron to Beirut.",
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
        "Special envoy Liu Yuxi delivered a message from President Xi Jinping to Niger's junta leader in Niamey.",
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
        "Haitian and Dominican officials came face to face on Wednesday for the first time since the border was shut.",
        ["meeting held DO,HT"],
    ),
    (
        "Timor-Leste's President Jose Ramos-Horta called in on Indonesian Defence Minister Prabowo Subianto "
        "in Jakarta last Friday.",
        ["meeting held ID,TL @ID"],
    ),
    (
        "Zambia will host the SADC extraordinary summit on May 20, Foreign Minister Mulambo Haimbe has announced.",
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


def facts(text: str) -> list[str]:
    return [fact(e) for e in read_text(text, published=PUBLISHED, is_final=True).engagements]


def fact(engagement: Engagement) -> str:
    states = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    host = f" @{engagement.host_country}" if engagement.host_country else ""
    return f"{engagement.kind} {engagement.status} {','.join(sorted(s for s in states if s))}{host}"


ROWS = [*VISITS_AS_SETTING, *IDIOMS, *SUMMONED, *SEEN_AND_SAID, *GATHERINGS_AND_GROUPS, *AGENCIES]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert sorted(facts(text)) == sorted(expected)
