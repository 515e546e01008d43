"""Engagement mentions: (sentence, trigger, kind, effect, arguments), one row for each verb, noun and governing word.

``effect`` is what all governors together say of the engagement's state (a key of modality.toml's outcomes, or None where
the words leave it open). ``arguments`` are ``role=word`` for the head words that must be found; there may be more.
A new verb is a line in rules/en/engagements.toml and a line here; the tests at the end say where one is missing.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.find.engagements import find_engagements
from legation.parse import default_parser
from legation.records import Annotation, Article
from legation.records.engagements import EngagementMention
from legation.rules.engagements import engagement_rules

Row = tuple[str, str, str, str | None, str]

VERBS: list[Row] = [
    ("The Kenyan-Ugandan commission wrapped up its work in Arusha.", "wrapped", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission completed its work in Arusha.", "completed", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission concluded its work in Arusha.", "concluded", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission finished its work in Arusha.", "finished", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission ended its meeting in Arusha.", "ended", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission opened its session in Arusha.", "opened", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission began its work in Arusha.", "began", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission started its work in Arusha.", "started", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission resumed its work in Arusha.", "resumed", "meeting", "held", "party=commission"),
    ("The Kenyan-Ugandan commission commenced its work.", "commenced", "meeting", "held", "party=commission"),
    ("The premier reached Doha late on Tuesday.", "reached", "visit", "under_way", "traveller=premier goal=Doha"),
    ("The premier reached the king by telephone.", "reached", "call", "held", "party=premier party=king"),
    ("The premier contacted the king by phone.", "contacted", "call", "held", "party=premier party=king"),
    ("The premier got to Muscat on Tuesday.", "got", "visit", "under_way", "traveller=premier goal=Muscat"),
    ("The premier set foot in Kigali on Monday.", "set", "visit", "under_way", "traveller=premier goal=Kigali"),
    ("The premier stepped onto Omani soil on Monday.", "stepped", "visit", "under_way", "traveller=premier goal=soil"),
    ("The premier had a word with the Omani minister.", "had", "meeting", "held", "party=premier with=minister"),
    ("The premier had a word by phone with the Omani minister.", "had", "call", "held", "party=premier with=minister"),
    ("The premier picked up the phone to President Mora.", "picked", "call", "held", "party=premier with=Mora"),
    ("The premier placed a call to President Mora.", "placed", "call", "held", "party=premier party=Mora"),
    ("Premier Ole Lund is off to Rabat for talks.", "off", "visit", "under_way", "traveller=Lund goal=Rabat"),
    (
        "The king gave an audience to the Omani minister.",
        "gave",
        "meeting",
        "held",
        "home=king matter=audience with=minister",
    ),
    (
        "The premier quit Lima on Friday after two days of talks.",
        "quit",
        "visit",
        "held",
        "traveller=premier goal=Lima",
    ),
    ("The ministers came face to face with the envoy in Doha.", "came", "meeting", "held", "party=ministers"),
    ("The Polish and Czech ministers came together in Brno.", "came", "meeting", "held", "party=ministers place=Brno"),
    (
        "The minister linked up with his Omani counterpart by video.",
        "linked",
        "call",
        "held",
        "party=minister with=counterpart",
    ),
    (
        "The premier sat opposite President Mora in Quito.",
        "sat",
        "meeting",
        "held",
        "party=premier party=Mora place=Quito",
    ),
    (
        "The premier dialled his Polish counterpart on Friday.",
        "dialled",
        "call",
        "held",
        "party=premier party=counterpart",
    ),
    ("The minister rang his Libyan counterpart on Sunday.", "rang", "call", "held", "party=minister party=counterpart"),
    (
        "The king granted an audience to the Omani minister.",
        "granted",
        "meeting",
        "held",
        "home=king matter=audience party=minister",
    ),
    (
        "The sultan accorded an audience to President Mora.",
        "accorded",
        "meeting",
        "held",
        "home=sultan matter=audience party=Mora",
    ),
    (
        "The minister compared notes with his Kenyan counterpart.",
        "compared",
        "meeting",
        "held",
        "party=minister matter=notes with=counterpart",
    ),
    (
        "The envoy delivered a letter to President Mora in Quito.",
        "delivered",
        "meeting",
        "held",
        "party=envoy matter=letter matter=to home=Mora place=Quito",
    ),
    (
        "Doha played host to the Kenyan president on Friday.",
        "played",
        "meeting",
        "held",
        "host=Doha matter=host traveller=president",
    ),
    (
        "The king was seen off at the airport by the premier.",
        "seen",
        "visit",
        "held",
        "traveller=king host=premier place=airport",
    ),
    (
        "The ministry summoned the Iranian ambassador on Friday.",
        "summoned",
        "meeting",
        "held",
        "home=ministry party=ambassador",
    ),
    (
        "The leaders converged on Arusha for the summit.",
        "converged",
        "summit",
        "held",
        "party=leaders place=Arusha occasion=summit",
    ),
    (
        "The ministers descended on Baku for the summit.",
        "descended",
        "summit",
        "held",
        "party=ministers place=Baku occasion=summit",
    ),
    ("The envoy shuttled to Cairo on Sunday.", "shuttled", "visit", "held", "traveller=envoy goal=Cairo"),
    ("The minister rushed to Ankara on Sunday.", "rushed", "visit", "held", "traveller=minister goal=Ankara"),
    ("The minister hurried to Ankara on Sunday.", "hurried", "visit", "held", "traveller=minister goal=Ankara"),
    ("The minister dashed to Ankara on Sunday.", "dashed", "visit", "held", "traveller=minister goal=Ankara"),
    ("The minister hastened to Ankara on Sunday.", "hastened", "visit", "held", "traveller=minister goal=Ankara"),
    ("The premier hopped to Amman on Sunday.", "hopped", "visit", "held", "traveller=premier goal=Amman"),
    ("The premier drove to Lome on Sunday.", "drove", "visit", "held", "traveller=premier goal=Lome"),
    ("The king sailed to Oslo on Sunday.", "sailed", "visit", "held", "traveller=king goal=Oslo"),
    ("The ministers trooped to Brussels on Sunday.", "trooped", "visit", "held", "traveller=ministers goal=Brussels"),
    ("The premier flew home from Muscat on Sunday.", "flew", "visit", "held", "traveller=premier goal=Muscat"),
    ("President Ana Duarte arrived Abuja on Monday.", "arrived", "visit", "under_way", "traveller=Duarte goal=Abuja"),
    (
        "Foreign Minister Horvat exchanged views with the emir in Doha.",
        "exchanged",
        "talks",
        "held",
        "party=Horvat with=emir",
    ),
    (
        "Foreign Minister Horvat signed an agreement with the emir.",
        "signed",
        "ceremony",
        "held",
        "party=Horvat with=emir",
    ),
    (
        "Foreign Minister Horvat will initial a treaty with the emir.",
        "initial",
        "ceremony",
        "future",
        "party=Horvat with=emir",
    ),
    ("Ambassador Horvat presented her credentials to the emir.", "presented", "ceremony", "held", "party=Horvat home=emir"),
    ("Ambassador Horvat handed her credentials to the emir.", "handed", "ceremony", "held", "party=Horvat home=emir"),
    ("The emir summoned Ambassador Horvat.", "summoned", "meeting", "held", "home=emir party=Horvat"),
    ("The emir hauled in the ambassador.", "hauled", "meeting", "held", "home=emir party=ambassador"),
    ("Ambassador Horvat tendered her credentials to the emir.", "tendered", "ceremony", "held", "party=Horvat"),
    ("The emir accepted the credentials of Ambassador Horvat.", "accepted", "ceremony", "held", "home=emir party=Horvat"),
    ("Ambassador Horvat submitted her credentials to the emir.", "submitted", "ceremony", "held", "party=Horvat"),
    ("Foreign Minister Horvat caught up with the emir in Doha.", "caught", "meeting", "held", "party=Horvat with=emir"),
    ("President Ana Duarte will grace the inauguration.", "grace", "ceremony", "future", "party=Duarte"),
    ("President Ana Duarte will witness the coronation.", "witness", "ceremony", "future", "party=Duarte"),
    ("President Ana Duarte took part in the Arab summit.", "took", "summit", "held", "party=Duarte occasion=summit"),
    ("President Ana Duarte dined with King Felix in Lisbon.", "dined", "meeting", "held", "party=Duarte with=Felix"),
    ("The premier will dine with the emir.", "dine", "meeting", "future", "party=premier with=emir"),
    (
        "Foreign Minister Horvat exchanged views with the emir by telephone.",
        "exchanged",
        "call",
        "held",
        "party=Horvat with=emir",
    ),
    ("President Ana Duarte visited Lisbon on Monday.", "visited", "visit", "held", "traveller=Duarte goal=Lisbon"),
    (
        "The Danish prime minister will tour Ghana and Togo.",
        "tour",
        "visit",
        "future",
        "traveller=minister goal=Ghana goal=Togo",
    ),
    ("Foreign Minister Lena Horvat travelled to Baku.", "travelled", "visit", "held", "traveller=Horvat goal=Baku"),
    ("Defence Secretary Tom Hale flew to Nairobi on Sunday.", "flew", "visit", "held", "traveller=Hale goal=Nairobi"),
    ("The premier heads to Vientiane next week.", "heads", "visit", "planned", "traveller=premier goal=Vientiane"),
    ("The economy minister was heading for Lima.", "heading", "visit", "under_way", "traveller=minister goal=Lima"),
    (
        "The finance minister has left for Lima to discuss a loan.",
        "left",
        "visit",
        "under_way",
        "traveller=minister goal=Lima",
    ),
    ("King Felix journeyed to Muscat in March.", "journeyed", "visit", "held", "traveller=Felix goal=Muscat"),
    ("The chancellor will jet to Ottawa after the vote.", "jet", "visit", "future", "traveller=chancellor goal=Ottawa"),
    ("President Ilves went to Tbilisi last year.", "went", "visit", "held", "traveller=Ilves goal=Tbilisi"),
    ("The Kenyan president came to Paris in June.", "came", "visit", "held", "traveller=president goal=Paris"),
    ("The foreign secretary ventured to Minsk.", "ventured", "visit", "held", "traveller=secretary goal=Minsk"),
    (
        "Prime Minister Sokha arrived in Canberra on Tuesday.",
        "arrived",
        "visit",
        "under_way",
        "traveller=Sokha goal=Canberra",
    ),
    ("President Mora landed in Quito this morning.", "landed", "visit", "under_way", "traveller=Mora goal=Quito"),
    ("The minister touched down in Amman.", "touched", "visit", "under_way", "traveller=minister goal=Amman"),
    ("The vice president departed for Manila.", "departed", "visit", "under_way", "traveller=president goal=Manila"),
    ("Prime Minister Tamm left for Oslo on Thursday.", "left", "visit", "under_way", "traveller=Tamm goal=Oslo"),
    ("The president embarked for Rabat.", "embarked", "visit", "under_way", "traveller=president goal=Rabat"),
    ("The premier returned from Rabat on Monday.", "returned", "visit", "held", "traveller=premier goal=Rabat"),
    ("The king arrived back from Muscat on Sunday.", "arrived", "visit", "held", "traveller=king goal=Muscat"),
    ("The king got back from Muscat on Sunday.", "got", "visit", "held", "traveller=king goal=Muscat"),
    ("The premier set off for Rabat on Monday.", "set", "visit", "under_way", "traveller=premier goal=Rabat"),
    ("The premier flew into Rabat on Monday.", "flew", "visit", "under_way", "traveller=premier goal=Rabat"),
    ("Premier Ole Lund, in Rabat for talks, was silent.", "in", "visit", "under_way", "traveller=Lund goal=Rabat"),
    (
        "The premier called for calm while in Rabat for a summit.",
        "in",
        "visit",
        "under_way",
        "traveller=premier goal=Rabat",
    ),
    ("The leaders of Chad and Niger spoke this morning.", "spoke", "call", "held", "party=leaders"),
    ("The Kenyan president is bound for Muscat.", "bound", "visit", "under_way", "traveller=president goal=Muscat"),
    ("The king was the first monarch to visit Rabat.", "visit", "visit", "held", "traveller=king goal=Rabat"),
    ("The king will be the first monarch to visit Rabat.", "visit", "visit", "future", "traveller=king goal=Rabat"),
    (
        "The foreign minister stopped in Doha on his way home.",
        "stopped",
        "visit",
        "held",
        "traveller=minister goal=Doha",
    ),
    ("The premier will continue to Uganda.", "continue", "visit", "future", "traveller=premier goal=Uganda"),
    ("The premier then proceeded to Kampala.", "proceeded", "visit", "held", "traveller=premier goal=Kampala"),
    ("The president will spend two days in Lima.", "spend", "visit", "future", "traveller=president goal=Lima"),
    ("The prime minister is in Tehran today.", "is", "visit", "under_way", "traveller=minister goal=Tehran"),
    (
        "Colombia invited the Irish prime minister to Bogota.",
        "invited",
        "visit",
        "invited",
        "host=Colombia traveller=minister goal=Bogota",
    ),
    ("The tour will take President Reyes to Lima.", "take", "visit", "planned", "traveller=Reyes goal=Lima"),
    ("The trip brought Chancellor Weiss to Delhi.", "brought", "visit", "held", "traveller=Weiss goal=Delhi"),
    ("The trip will bring Chancellor Weiss to Delhi.", "bring", "visit", "planned", "traveller=Weiss goal=Delhi"),
    ("The Polish president is due in Kyiv on Friday.", "due", "visit", "planned", "traveller=president goal=Kyiv"),
    ("The sultan is expected in Ankara on Monday.", "expected", "visit", "expected", "traveller=sultan goal=Ankara"),
    ("The emir is awaited in Beirut.", "awaited", "visit", "expected", "traveller=emir goal=Beirut"),
    ("The queen should have visited Rabat on Monday.", "visited", "visit", "lapsed", "traveller=queen goal=Rabat"),
    ("President Okoro greeted Prime Minister Lund in Abuja.", "greeted", "visit", "held", "host=Okoro traveller=Lund"),
    (
        "Japan hosted the Mongolian prime minister in Tokyo.",
        "hosted",
        "meeting",
        "held",
        "host=Japan traveller=minister place=Tokyo",
    ),
    (
        "The pope received President Cruz at the Vatican.",
        "received",
        "meeting",
        "held",
        "host=pope traveller=Cruz place=Vatican",
    ),
    (
        "President Nana was received by Chancellor Weiss in Berlin.",
        "received",
        "meeting",
        "held",
        "host=Weiss traveller=Nana place=Berlin",
    ),
    (
        "Prime Minister Silva welcomed President Cruz to Praia.",
        "welcomed",
        "visit",
        "held",
        "host=Silva traveller=Cruz place=Praia",
    ),
    ("The foreign ministers of Chile and Peru met in Arica.", "met", "meeting", "held", "party=ministers place=Arica"),
    ("President Hussain met with Prime Minister Lund on Friday.", "met", "meeting", "held", "party=Hussain with=Lund"),
    (
        "The two presidents huddled with the chancellor in Geneva.",
        "huddled",
        "meeting",
        "held",
        "party=presidents with=chancellor",
    ),
    ("The minister deliberated with the emir in Doha.", "deliberated", "meeting", "held", "party=minister with=emir"),
    ("The minister was closeted with the emir in Doha.", "closeted", "meeting", "held", "party=minister with=emir"),
    ("The minister left after a one-on-one with the emir.", "one", "meeting", "held", "with=emir"),
    (
        "The secretary conferred with his Egyptian counterpart in Cairo.",
        "conferred",
        "meeting",
        "held",
        "party=secretary with=counterpart",
    ),
    ("The generals parleyed with the foreign minister.", "parleyed", "meeting", "held", "party=generals with=minister"),
    ("President Cruz shook hands with President Mora.", "shook", "meeting", "held", "party=Cruz with=Mora"),
    (
        "Serbia negotiated with Kosovo in Brussels.",
        "negotiated",
        "talks",
        "held",
        "party=Serbia with=Kosovo place=Brussels",
    ),
    ("Seoul will consult with Washington on the plan.", "consult", "talks", "future", "party=Seoul with=Washington"),
    ("The premier sat down with the Thai foreign minister.", "sat", "meeting", "held", "party=premier with=minister"),
    (
        "The president talked with Prime Minister Lund for an hour.",
        "talked",
        "talks",
        "held",
        "party=president with=Lund",
    ),
    (
        "The foreign minister spoke with his Turkish counterpart.",
        "spoke",
        "call",
        "held",
        "party=minister with=counterpart",
    ),
    ("The chancellor conversed with President Mora.", "conversed", "call", "held", "party=chancellor with=Mora"),
    ("The premier phoned President Cruz late on Sunday.", "phoned", "call", "held", "party=premier party=Cruz"),
    ("The secretary telephoned Foreign Minister Horvat.", "telephoned", "call", "held", "party=secretary party=Horvat"),
    ("President Mora called Prime Minister Lund on Saturday.", "called", "call", "held", "party=Mora party=Lund"),
    (
        "The chancellor discussed fish with President Mora by phone.",
        "discussed",
        "call",
        "held",
        "party=chancellor with=Mora",
    ),
    ("The chancellor informed President Mora by phone.", "informed", "call", "held", "party=chancellor party=Mora"),
    ("The chancellor briefed President Mora by telephone.", "briefed", "call", "held", "party=chancellor party=Mora"),
    (
        "The chancellor congratulated President Mora by phone.",
        "congratulated",
        "call",
        "held",
        "party=chancellor party=Mora",
    ),
    ("The chancellor thanked President Mora by phone.", "thanked", "call", "held", "party=chancellor party=Mora"),
    (
        "The chancellor explained it to President Mora by phone.",
        "explained",
        "call",
        "held",
        "party=chancellor with=Mora",
    ),
    (
        "The chancellor conveyed her regret to President Mora by phone.",
        "conveyed",
        "call",
        "held",
        "party=chancellor with=Mora",
    ),
    (
        "The visit that President Mora was to pay to Peru is off.",
        "visit",
        "visit",
        "cancelled",
        "subject=Mora goal=Peru",
    ),
    ("The chancellor assured President Mora by phone.", "assured", "call", "held", "party=chancellor party=Mora"),
    (
        "The foreign minister called on President Mora in Quito.",
        "called",
        "meeting",
        "held",
        "party=minister home=Mora place=Quito",
    ),
    (
        "The king spoke with other leaders, including President Mora and Premier Lund.",
        "spoke",
        "call",
        "held",
        "party=king with=Mora with=Lund",
    ),
    ("The king met President Mora before meeting Premier Lund.", "meeting", "meeting", "held", "party=king party=Lund"),
    (
        "President Duarte attended the Ibero-American summit.",
        "attended",
        "summit",
        "held",
        "party=Duarte occasion=summit",
    ),
    ("The premier will join the G7 summit in Hiroshima.", "join", "summit", "future", "party=premier occasion=summit"),
    (
        "The foreign minister participated in the Bonn conference.",
        "participated",
        "summit",
        "held",
        "party=minister occasion=conference",
    ),
    (
        "The prime minister will partake in the Quad summit.",
        "partake",
        "summit",
        "future",
        "party=minister occasion=summit",
    ),
    (
        "The Norwegian minister co-chaired the donor conference.",
        "co-chaired",
        "summit",
        "held",
        "party=minister occasion=conference",
    ),
    ("President Cruz chaired the Mercosur summit.", "chaired", "summit", "held", "party=Cruz occasion=summit"),
    ("The king addressed the Arab League summit.", "addressed", "summit", "held", "party=king occasion=summit"),
    ("The leaders of the Sahel states gathered in Bamako.", "gathered", "summit", "held", "party=leaders place=Bamako"),
    (
        "African foreign ministers will convene in Lusaka.",
        "convene",
        "summit",
        "future",
        "party=ministers place=Lusaka",
    ),
    ("Heads of government assembled in Suva.", "assembled", "summit", "held", "party=Heads place=Suva"),
    (
        "The Pacific leaders will assemble in Suva on Monday.",
        "assemble",
        "summit",
        "future",
        "party=leaders place=Suva",
    ),
]

NOUNS: list[Row] = [
    ("The premier had a bilateral with the Omani king.", "bilateral", "meeting", "held", "subject=premier with=king"),
    ("The premier had a trilateral with the two kings.", "trilateral", "meeting", "held", "subject=premier with=kings"),
    ("The premier will attend the ASEAN Summits.", "Summits", "summit", "future", "modifier=ASEAN"),
    (
        "The minister had a get-together with his Omani counterpart.",
        "together",
        "meeting",
        "held",
        "modifier=get with=counterpart subject=minister",
    ),
    (
        "The two sides returned to the negotiating table in Doha.",
        "table",
        "talks",
        "purpose",
        "modifier=negotiating place=Doha subject=sides",
    ),
    (
        "The minister was in phone contact with his Omani counterpart.",
        "contact",
        "call",
        "held",
        "modifier=phone with=counterpart subject=minister",
    ),
    (
        "The presidents had a telephone exchange on Friday.",
        "exchange",
        "call",
        "held",
        "modifier=telephone subject=presidents",
    ),
    ("The presidents had a phone chat on Friday.", "chat", "call", "held", "modifier=phone subject=presidents"),
    ("President Ana Duarte spoke upon her arrival in Lima.", "arrival", "visit", None, "traveller=her goal=Lima"),
    ("The emir hosted a reception for President Ana Duarte.", "reception", "meeting", "held", "party=Duarte host=emir"),
    ("The emir warned the premier by phone.", "phone", "call", "held", "addressed=premier subject=emir"),
    ("The emir reassured the premier over the telephone.", "telephone", "call", "held", "with=premier subject=emir"),
    ("The emir will represent the king at the Oslo summit.", "represent", "summit", "future", "party=emir occasion=summit"),
    ("The emir had an interaction with the premier.", "interaction", "meeting", "held", "with=premier subject=emir"),
    ("The emir was locked in a tête-à-tête with the premier.", "tête", "meeting", "held", "with=premier"),
    ("The third session of the commission opened in Oslo.", "session", "meeting", "under_way", "party=commission"),
    ("President Ana Duarte paid a call on the emir.", "call", "meeting", "held", "home=emir subject=Duarte"),
    ("The emir hosted a dinner in honour of the premier.", "dinner", "meeting", "held", "party=premier host=emir"),
    ("A courtesy call received by the emir from the premier", "call", "meeting", None, "party=emir"),
    ("They held a joint committee meeting.", "meeting", "meeting", "held", "subject=They"),
    ("A visit by President Cruz to Rome was held in May.", "visit", "visit", "held", "traveller=Cruz goal=Rome"),
    ("The minister's trip to Hanoi begins on Monday.", "trip", "visit", "under_way", "traveller=minister goal=Hanoi"),
    ("President Mora's tour of Asia will begin in Jakarta.", "tour", "visit", "future", "traveller=Mora"),
    (
        "The prime minister will make a stopover in Anchorage.",
        "stopover",
        "visit",
        "future",
        "subject=minister goal=Anchorage",
    ),
    ("The premier made a stop-over in Colombo.", "over", "visit", "held", "subject=premier goal=Colombo"),
    (
        "The leaders will hold a tete-a-tete with the chancellor.",
        "tete",
        "meeting",
        "future",
        "subject=leaders with=chancellor",
    ),
    ("The sit-down between the presidents was cancelled.", "down", "meeting", "cancelled", "party=presidents"),
    ("A tele-conference between the presidents was held on Sunday.", "conference", "call", "held", "party=presidents"),
    (
        "The premier praised the port at the end of a brief visit here.",
        "visit",
        "visit",
        "held",
        "goal=here subject=premier",
    ),
    ("The king's journey to Accra was postponed.", "journey", "visit", "postponed", "traveller=king goal=Accra"),
    ("The president will make a stop in Dakar.", "stop", "visit", "future", "subject=president goal=Dakar"),
    ("The secretary had a layover in Shannon.", "layover", "visit", "held", "subject=secretary goal=Shannon"),
    (
        "The news came on Sunday following a meeting between the king and the emir.",
        "meeting",
        "meeting",
        "held",
        "party=king party=emir",
    ),
    (
        "A meeting between President Cruz and President Mora took place in Salta.",
        "meeting",
        "meeting",
        "held",
        "party=Cruz party=Mora",
    ),
    (
        "The foreign ministers held discussions with the envoy.",
        "discussions",
        "meeting",
        "held",
        "subject=ministers with=envoy",
    ),
    (
        "The president's encounter with the premier was held in Davos.",
        "encounter",
        "meeting",
        "held",
        "party=president with=premier",
    ),
    ("President Nana had an audience with the pope.", "audience", "meeting", "held", "subject=Nana with=pope"),
    (
        "The premier plans a rendezvous with the emir in Doha.",
        "rendezvous",
        "meeting",
        "planned",
        "subject=premier with=emir",
    ),
    (
        "Talks between Armenia and Azerbaijan resumed in Geneva.",
        "Talks",
        "talks",
        "under_way",
        "party=Armenia party=Azerbaijan",
    ),
    (
        "The ministers will hold talks with the Omani delegation.",
        "talks",
        "talks",
        "future",
        "subject=ministers with=delegation",
    ),
    ("Negotiations with Ethiopia ended on Friday.", "Negotiations", "talks", "held", "with=Ethiopia"),
    (
        "Consultations between Rome and Tripoli will begin in May.",
        "Consultations",
        "talks",
        "future",
        "party=Rome party=Tripoli",
    ),
    ("A dialogue between Delhi and Dhaka was held on Monday.", "dialogue", "talks", "held", "party=Delhi party=Dhaka"),
    (
        "The parley between Bogota and Caracas was called off.",
        "parley",
        "talks",
        "cancelled",
        "party=Bogota party=Caracas",
    ),
    ("The president had a phone call with Chancellor Weiss.", "call", "call", "held", "subject=president with=Weiss"),
    (
        "The ministers held a videoconference with their Baltic counterparts.",
        "videoconference",
        "call",
        "held",
        "subject=ministers with=counterparts",
    ),
    (
        "A teleconference between the presidents was held on Sunday.",
        "teleconference",
        "call",
        "held",
        "party=presidents",
    ),
    ("The premier received a phone call from the king.", "call", "call", "held", "subject=premier party=king"),
    (
        "The premier had a telephone conversation with the king.",
        "conversation",
        "call",
        "held",
        "subject=premier with=king",
    ),
    (
        "The king opened a clinic during his stay in Lima.",
        "stay",
        "visit",
        "held",
        "traveller=his goal=Lima subject=king",
    ),
    ("The premier ended a three-day stay in Lima.", "stay", "visit", "held", "goal=Lima subject=premier"),
    (
        "The premier spoke to reporters on her last day in Hanoi.",
        "day",
        "visit",
        "held",
        "traveller=her goal=Hanoi subject=premier",
    ),
    (
        "On the final leg of his trip to Ghana, the premier opened a port.",
        "trip",
        "visit",
        "held",
        "goal=Ghana subject=premier",
    ),
    ("The premier left Lima after a three-day visit.", "visit", "visit", "held", "goal=Lima subject=premier"),
    ("The premier finished a tour of Ghana and Togo.", "tour", "visit", "held", "goal=Ghana goal=Togo subject=premier"),
    ("Ghana sent a delegation to Lima.", "delegation", "visit", "held", "subject=Ghana goal=Lima"),
    (
        "The premier told his Thai counterpart in a meeting that aid would go on.",
        "meeting",
        "meeting",
        "held",
        "subject=premier with=counterpart",
    ),
    (
        "The premier told the chancellor during talks that aid would go on.",
        "talks",
        "talks",
        "held",
        "subject=premier with=chancellor",
    ),
    ("The premier promised aid in a phone call with the king.", "call", "call", "held", "subject=premier with=king"),
    (
        "In a phone call, President Ana Cruz and Premier Ole Lund discussed fish.",
        "call",
        "call",
        "held",
        "subject=Lund",
    ),
    ("The premier had lunch with the king in Lima.", "lunch", "meeting", "held", "subject=premier with=king"),
    ("The king hosted a luncheon for President Mora.", "luncheon", "meeting", "held", "host=king party=Mora"),
    ("The premier will have dinner with the king.", "dinner", "meeting", "future", "subject=premier with=king"),
    ("The premier had breakfast with the king.", "breakfast", "meeting", "held", "subject=premier with=king"),
    ("The king gave a banquet for President Mora.", "banquet", "meeting", "held", "subject=king party=Mora"),
    ("The king hosted a supper for President Mora.", "supper", "meeting", "held", "host=king party=Mora"),
    (
        "The premier told a joint press conference with the king that aid would go on.",
        "conference",
        "meeting",
        "held",
        "subject=premier with=king",
    ),
    ("The ministers agreed on a future meet in Bonn.", "meet", "meeting", "agreed", "place=Bonn"),
    ("The envoy proposed closer ties, including a meeting with the king.", "meeting", "meeting", "wanted", "with=king"),
    (
        "A summit between Egypt and Sudan will take place in Aswan.",
        "summit",
        "summit",
        "future",
        "party=Egypt party=Sudan",
    ),
    ("Leaders attended the swearing-in of President Mora.", "in", "ceremony", "held", "occasion=Mora"),
    ("The leaders had a face-to-face with the emir.", "face", "meeting", "held", "with=emir"),
    (
        "President Cruz attended the inauguration of President Mora in Quito.",
        "inauguration",
        "ceremony",
        "held",
        "occasion=Mora",
    ),
    ("Prince Karl attended the coronation of King Tupou.", "coronation", "ceremony", "held", "occasion=Tupou"),
    (
        "The vice president will attend the funeral of the former king.",
        "funeral",
        "ceremony",
        "future",
        "occasion=king",
    ),
    ("The premier attended the enthronement of the emperor.", "enthronement", "ceremony", "held", "occasion=emperor"),
    ("The queen will attend the memorial for the late president.", "memorial", "ceremony", "future", ""),
    ("Ministers attended the burial of President Nana.", "burial", "ceremony", "held", "occasion=Nana"),
    ("The president attended a memorial service in Kigali.", "service", "ceremony", "held", "place=Kigali"),
    (
        "The minister led a delegation to Ulaanbaatar.",
        "delegation",
        "visit",
        "held",
        "subject=minister goal=Ulaanbaatar",
    ),
    (
        "The signing ceremony between Qatar and Chad was held in Doha.",
        "ceremony",
        "ceremony",
        "held",
        "party=Qatar party=Chad",
    ),
    ("The premier delayed his departure for Lima.", "departure", "visit", "postponed", "traveller=his goal=Lima"),
    ("The premier cancelled his attendance at the Bali summit.", "attendance", "summit", "cancelled", "party=his occasion=summit"),
    ("The premier's participation in the Bali summit was confirmed.", "participation", "summit", "confirmed", "party=premier occasion=summit"),
    ("The president received an invite to Lima.", "invite", "visit", "invited", ""),
    (
        "The premier accepted an invitation from King Tupou to Tonga.",
        "invitation",
        "visit",
        "agreed",
        "host=Tupou goal=Tonga",
    ),
]

# One row for each governing word over the same two events, so that what differs is the word.
GOVERNORS: list[Row] = [
    ("The president plans to visit Lima.", "visit", "visit", "planned", "traveller=president goal=Lima"),
    ("The president does not plan to visit Lima.", "visit", "visit", "no_plan", "traveller=president goal=Lima"),
    ("The president intends to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president is preparing to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president aims to visit Lima in May.", "visit", "visit", "planned", "traveller=president"),
    (
        "The president arranged to meet the chancellor.",
        "meet",
        "meeting",
        "planned",
        "party=president party=chancellor",
    ),
    ("The president decided to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president pledged to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president promised to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president vowed to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president is scheduled to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president is slated to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The president is due to visit Lima.", "visit", "visit", "planned", "traveller=president"),
    ("The visit is fixed for May 4.", "visit", "visit", "planned", ""),
    ("The meeting was scheduled for Tuesday.", "meeting", "meeting", "planned", ""),
    ("The president agreed to visit Lima.", "visit", "visit", "agreed", "traveller=president"),
    ("The president accepted an invitation to visit Lima.", "visit", "visit", "agreed", "traveller=president"),
    ("The president consented to meet the envoy.", "meet", "meeting", "agreed", "party=president party=envoy"),
    ("The president is expected to visit Lima.", "visit", "visit", "expected", "traveller=president"),
    ("The president is not expected to visit Lima.", "visit", "visit", "no_plan", "traveller=president"),
    ("The ministry anticipates a visit by the president to Lima.", "visit", "visit", "expected", "traveller=president"),
    ("The president is tipped to visit Lima.", "visit", "visit", "expected", "traveller=president"),
    ("The president is poised to visit Lima.", "visit", "visit", "expected", "traveller=president"),
    ("The president is set to visit Lima.", "visit", "visit", "expected", "traveller=president"),
    ("The president is likely to visit Lima.", "visit", "visit", "likely", "traveller=president"),
    ("The president is certain to visit Lima.", "visit", "visit", "likely", "traveller=president"),
    ("The president is sure to visit Lima.", "visit", "visit", "likely", "traveller=president"),
    ("The president is not likely to visit Lima.", "visit", "visit", "doubtful", "traveller=president"),
    ("The president is unlikely to visit Lima.", "visit", "visit", "doubtful", "traveller=president"),
    ("The president hopes to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president wants to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president wishes to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president is seeking a meeting with the chancellor.", "meeting", "meeting", "wanted", "with=chancellor"),
    ("The president would like to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president offered to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president proposed a meeting with the chancellor.", "meeting", "meeting", "wanted", "with=chancellor"),
    ("Tunis requested a meeting with the chancellor.", "meeting", "meeting", "wanted", "with=chancellor"),
    (
        "The president is willing to meet the chancellor.",
        "meet",
        "meeting",
        "wanted",
        "party=president party=chancellor",
    ),
    ("The president is keen to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president is eager to visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president is considering a visit to Lima.", "visit", "visit", "wanted", "goal=Lima"),
    ("The president is mulling a visit to Lima.", "visit", "visit", "wanted", "goal=Lima"),
    ("The president is contemplating a trip to Lima.", "trip", "visit", "wanted", "goal=Lima"),
    ("The president is weighing a visit to Lima.", "visit", "visit", "wanted", "goal=Lima"),
    ("Officials are exploring a visit by the king to Lima.", "visit", "visit", "wanted", "traveller=king goal=Lima"),
    ("Officials discussed a visit by the king to Lima.", "visit", "visit", "wanted", "traveller=king goal=Lima"),
    ("The president called for a meeting with the chancellor.", "meeting", "meeting", "wanted", "with=chancellor"),
    ("The premier urged the president to visit Lima.", "visit", "visit", "wanted", "traveller=president goal=Lima"),
    ("The president is open to meeting the chancellor.", "meeting", "meeting", "wanted", "party=chancellor"),
    ("The president is ready to meet the chancellor.", "meet", "meeting", "wanted", "party=president party=chancellor"),
    (
        "The president is trying to meet the chancellor.",
        "meet",
        "meeting",
        "wanted",
        "party=president party=chancellor",
    ),
    (
        "The president is looking forward to meeting the chancellor.",
        "meeting",
        "meeting",
        "awaited",
        "party=chancellor",
    ),
    (
        "Peru invited the president to visit Lima.",
        "visit",
        "visit",
        "invited",
        "traveller=president goal=Lima host=Peru",
    ),
    (
        "The president was invited by Peru to visit Lima.",
        "visit",
        "visit",
        "invited",
        "traveller=president goal=Lima host=Peru",
    ),
    ("The president refused to visit Lima.", "visit", "visit", "declined", "traveller=president"),
    (
        "The president declined to meet the chancellor.",
        "meet",
        "meeting",
        "declined",
        "party=president party=chancellor",
    ),
    ("The president rejected a meeting with the chancellor.", "meeting", "meeting", "declined", "with=chancellor"),
    ("The president declined an invitation to visit Lima.", "visit", "visit", "declined", "traveller=president"),
    ("Minister Horvat will stand in for him.", "stand", "visit", "future", "traveller=Horvat"),
    ("Minister Horvat will fill in for President Mora.", "fill", "visit", "future", "traveller=Horvat"),
    ("Minister Horvat will deputise for him.", "deputise", "visit", "future", "traveller=Horvat"),
    ("Minister Horvat will deputize for him.", "deputize", "visit", "future", "traveller=Horvat"),
    ("President Mora skipped the Mercosur summit.", "summit", "summit", "declined", "subject=Mora"),
    ("President Mora snubbed the Mercosur summit.", "summit", "summit", "declined", "subject=Mora"),
    ("President Mora will boycott the African Union summit.", "summit", "summit", "declined", "subject=Mora"),
    ("The president turned down a meeting with the chancellor.", "meeting", "meeting", "declined", "with=chancellor"),
    ("The president is unable to visit Lima.", "visit", "visit", "no_plan", "traveller=president"),
    ("The president ruled out a visit to Lima.", "visit", "visit", "no_plan", "goal=Lima"),
    ("The president did not rule out a visit to Lima.", "visit", "visit", "possible", "goal=Lima"),
    ("The president has excluded a visit to Lima.", "visit", "visit", "no_plan", "goal=Lima"),
    (
        "The ministry denied a visit by the president to Lima.",
        "visit",
        "visit",
        "no_plan",
        "traveller=president goal=Lima",
    ),
    (
        "The ministry dismissed reports of a visit by the president to Lima.",
        "visit",
        "visit",
        "no_plan",
        "traveller=president goal=Lima",
    ),
    ("The president failed to visit Lima.", "visit", "visit", "not_held", "traveller=president"),
    ("The president was supposed to visit Lima.", "visit", "visit", "lapsed", "traveller=president"),
    ("The president postponed a visit to Lima.", "visit", "visit", "postponed", "goal=Lima subject=president"),
    (
        "The king postponed a visit to Lima that had been planned for May.",
        "visit",
        "visit",
        "postponed",
        "goal=Lima subject=king",
    ),
    ("The president delayed his trip to Lima.", "trip", "visit", "postponed", "goal=Lima"),
    ("The president deferred his visit to Lima.", "visit", "visit", "postponed", "goal=Lima"),
    ("The president shelved a visit to Lima.", "visit", "visit", "postponed", "goal=Lima"),
    ("The talks with Ghana were put on hold.", "talks", "talks", "postponed", "with=Ghana"),
    ("The trip to Lima has slipped again.", "trip", "visit", "postponed", "goal=Lima"),
    ("A strike held up the trip to Lima.", "trip", "visit", "postponed", "goal=Lima subject=strike"),
    ("The visit to Lima will not go ahead.", "visit", "visit", "cancelled", "goal=Lima"),
    ("The visit to Lima will not go ahead as planned.", "visit", "visit", "postponed", "goal=Lima"),
    ("The visit to Lima will go ahead.", "visit", "visit", "confirmed", "goal=Lima"),
    ("The visit to Lima may not go ahead.", "visit", "visit", "doubtful", "goal=Lima"),
    ("The visit to Lima is expected to focus on trade.", "visit", "visit", "future", "goal=Lima"),
    ("The visit to Lima is due on Monday.", "visit", "visit", "planned", "goal=Lima"),
    ("The visit to Lima is likely to take place in June.", "visit", "visit", "likely", "goal=Lima"),
    ("The visit to Lima is likely to focus on trade.", "visit", "visit", None, "goal=Lima"),
    ("The talks with Ghana are to be held on Monday.", "talks", "talks", "planned", "with=Ghana"),
    ("The talks with Ghana were suspended.", "talks", "talks", "postponed", "with=Ghana"),
    ("The talks with Ghana were adjourned.", "talks", "talks", "postponed", "with=Ghana"),
    ("The president put off a visit to Lima.", "visit", "visit", "postponed", "goal=Lima"),
    ("The visit to Lima was pushed back to June.", "visit", "visit", "postponed", "goal=Lima"),
    ("The visit to Lima was rescheduled for June.", "visit", "visit", "rescheduled", "goal=Lima"),
    ("The visit to Lima was brought forward to June.", "visit", "visit", "rescheduled", "goal=Lima"),
    ("The visit to Lima was moved forward to June.", "visit", "visit", "rescheduled", "goal=Lima"),
    ("The president cancelled a visit to Lima.", "visit", "visit", "cancelled", "goal=Lima subject=president"),
    ("The president scrapped a visit to Lima.", "visit", "visit", "cancelled", "goal=Lima"),
    ("The president axed a trip to Lima.", "trip", "visit", "cancelled", "goal=Lima"),
    ("The president aborted his visit to Lima.", "visit", "visit", "cancelled", "goal=Lima"),
    ("The president abandoned his visit to Lima.", "visit", "visit", "cancelled", "goal=Lima"),
    ("The president ditched a meeting with the chancellor.", "meeting", "meeting", "cancelled", "with=chancellor"),
    ("The president called off a visit to Lima.", "visit", "visit", "cancelled", "goal=Lima"),
    ("The president pulled out of a summit with the chancellor.", "summit", "summit", "cancelled", "with=chancellor"),
    ("The president withdrew from the talks with Ghana.", "talks", "talks", "cancelled", "with=Ghana"),
    ("The talks between Ghana and Togo collapsed.", "talks", "talks", "cancelled", "party=Ghana party=Togo"),
    ("The talks with Ghana fell through.", "talks", "talks", "cancelled", "with=Ghana"),
    ("The talks with Ghana broke down.", "talks", "talks", "cancelled", "with=Ghana"),
    ("Togo broke off talks with Ghana.", "talks", "talks", "cancelled", "with=Ghana"),
    (
        "Togo and Ghana renewed negotiations on fish.",
        "negotiations",
        "talks",
        "under_way",
        "subject=Togo subject=Ghana",
    ),
    ("The president cut short a visit to Lima.", "visit", "visit", "shortened", "goal=Lima"),
    ("The president shortened his visit to Lima.", "visit", "visit", "shortened", "goal=Lima"),
    ("The president curtailed his visit to Lima.", "visit", "visit", "shortened", "goal=Lima"),
    ("The president extended his visit to Lima.", "visit", "visit", "extended", "goal=Lima"),
    ("The president prolonged his visit to Lima.", "visit", "visit", "extended", "goal=Lima"),
    (
        "The ministry confirmed a planned visit by the king to Lima.",
        "visit",
        "visit",
        "confirmed",
        "traveller=king goal=Lima",
    ),
    ("The ministry announced a visit by the king to Lima.", "visit", "visit", "planned", "traveller=king goal=Lima"),
    ("The two capitals revived a summit between the presidents.", "summit", "summit", "reinstated", "party=presidents"),
    ("The talks with Ghana were reinstated.", "talks", "talks", "reinstated", "with=Ghana"),
]

# How tense, modals and negation of the event's own verb and of what carries a noun are read.
TENSES: list[Row] = [
    ("The president has visited Lima.", "visited", "visit", "held", "traveller=president"),
    ("The president had visited Lima before.", "visited", "visit", "held", "traveller=president"),
    ("The president did not visit Lima.", "visit", "visit", "not_held", "traveller=president"),
    ("The president will not visit Lima.", "visit", "visit", "no_plan", "traveller=president"),
    ("The president won't visit Lima.", "visit", "visit", "no_plan", "traveller=president"),
    ("The president will no longer visit Lima.", "visit", "visit", "cancelled", "traveller=president"),
    ("The president may visit Lima.", "visit", "visit", "possible", "traveller=president"),
    ("The president could meet the chancellor in Bonn.", "meet", "meeting", "possible", "party=chancellor"),
    ("The president should visit Lima.", "visit", "visit", "wanted", "traveller=president"),
    ("The president is visiting Lima.", "visiting", "visit", "under_way", "traveller=president goal=Lima"),
    ("The president was to visit Lima in March.", "visit", "visit", "lapsed", "traveller=president"),
    ("The president is to visit Lima in March.", "visit", "visit", "planned", "traveller=president"),
    ("The president is going to visit Lima.", "visit", "visit", "future", "traveller=president"),
    ("President to visit Lima next week", "visit", "visit", "planned", "traveller=President"),
    ("The president paid a visit to Lima.", "visit", "visit", "held", "subject=president goal=Lima"),
    ("No meeting was held between the presidents.", "meeting", "meeting", "not_held", "party=presidents"),
    ("The president has no plans to visit Lima.", "visit", "visit", "no_plan", "traveller=president"),
    ("The president might have to cancel his visit to Lima.", "visit", "visit", "doubtful", "goal=Lima"),
    ("The president will meet the visiting Chadian minister.", "visiting", "visit", "under_way", "traveller=minister"),
    ("The meeting on the sidelines of the Oslo summit was held on Friday.", "meeting", "meeting", "held", ""),
]

ADJECTIVES: list[Row] = [
    ("The planned visit of the king to Lima drew crowds.", "visit", "visit", "planned", "traveller=king goal=Lima"),
    ("The upcoming visit of the king to Lima drew comment.", "visit", "visit", "planned", "traveller=king"),
    (
        "The forthcoming summit between Chad and Niger drew comment.",
        "summit",
        "summit",
        "planned",
        "party=Chad party=Niger",
    ),
    ("The expected visit of the king to Lima drew comment.", "visit", "visit", "expected", "traveller=king"),
    ("A possible visit of the king to Lima drew comment.", "visit", "visit", "possible", "traveller=king"),
    (
        "The proposed meeting between Chad and Niger drew comment.",
        "meeting",
        "meeting",
        "possible",
        "party=Chad party=Niger",
    ),
    ("The confirmed visit of the king to Lima drew comment.", "visit", "visit", "confirmed", "traveller=king"),
    ("The postponed visit of the king to Lima drew comment.", "visit", "visit", "postponed", "traveller=king"),
    ("The delayed visit of the king to Lima drew comment.", "visit", "visit", "postponed", "traveller=king"),
    ("The rescheduled visit of the king to Lima drew comment.", "visit", "visit", "rescheduled", "traveller=king"),
    ("The cancelled visit of the king to Lima drew comment.", "visit", "visit", "cancelled", "traveller=king"),
    ("The aborted talks between Chad and Niger drew comment.", "talks", "talks", "cancelled", "party=Chad party=Niger"),
    ("The recent visit of the king to Lima drew comment.", "visit", "visit", "held", "traveller=king"),
    (
        "The historic meeting between Chad and Niger drew comment.",
        "meeting",
        "meeting",
        "held",
        "party=Chad party=Niger",
    ),
    ("A visit of the king to Lima scheduled for May drew comment.", "visit", "visit", "planned", "traveller=king"),
]

ATTITUDES: list[Row] = [
    ("Plans for a visit by the king to Lima were published.", "visit", "visit", "planned", "traveller=king goal=Lima"),
    ("The schedule of a visit by the king to Lima was published.", "visit", "visit", "planned", "traveller=king"),
    ("The hope of a visit by the king to Lima faded.", "visit", "visit", "wanted", "traveller=king"),
    (
        "The prospect of a meeting between Chad and Niger faded.",
        "meeting",
        "meeting",
        "wanted",
        "party=Chad party=Niger",
    ),
    ("An offer to visit Lima reached the king.", "visit", "visit", "wanted", "goal=Lima"),
    ("The idea of a summit between Chad and Niger was raised.", "summit", "summit", "wanted", "party=Chad party=Niger"),
    (
        "The king's refusal to meet the chancellor drew comment.",
        "meet",
        "meeting",
        "declined",
        "party=king party=chancellor",
    ),
    (
        "The postponement of the king's visit to Lima drew comment.",
        "visit",
        "visit",
        "postponed",
        "traveller=king goal=Lima",
    ),
    (
        "The cancellation of the king's visit to Lima drew comment.",
        "visit",
        "visit",
        "cancelled",
        "traveller=king goal=Lima",
    ),
    ("The rescheduling of the king's visit to Lima drew comment.", "visit", "visit", "rescheduled", "traveller=king"),
    ("The announcement of the king's visit to Lima drew comment.", "visit", "visit", "planned", "traveller=king"),
    ("The expectation of a visit by the king to Lima grew.", "visit", "visit", "expected", "traveller=king"),
]

PREDICATES: list[Row] = [
    ("The king's visit to Lima is back on.", "visit", "visit", "reinstated", "traveller=king goal=Lima"),
    ("The king's visit to Lima is back on track.", "visit", "visit", "reinstated", "traveller=king"),
    ("The king's visit to Lima is in doubt.", "visit", "visit", "doubtful", "traveller=king"),
    ("The king's visit to Lima is up in the air.", "visit", "visit", "doubtful", "traveller=king"),
    ("The king's visit to Lima remains uncertain.", "visit", "visit", "doubtful", "traveller=king"),
    ("The king's visit to Lima is on hold.", "visit", "visit", "postponed", "traveller=king"),
    ("The king's visit to Lima is off the table.", "visit", "visit", "cancelled", "traveller=king"),
    ("The king's visit to Lima is off.", "visit", "visit", "cancelled", "traveller=king"),
    ("A visit by the king to Lima is out of the question.", "visit", "visit", "no_plan", "traveller=king"),
    ("A visit by the king to Lima is under consideration.", "visit", "visit", "wanted", "traveller=king"),
    ("A visit by the king to Lima is being considered.", "visit", "visit", "wanted", "traveller=king"),
    ("A visit by the king to Lima is on the cards.", "visit", "visit", "planned", "traveller=king"),
    ("A visit by the king to Lima is not on the cards.", "visit", "visit", "no_plan", "traveller=king"),
    ("A visit by the king to Lima is in the works.", "visit", "visit", "planned", "traveller=king"),
    ("The king's visit to Lima is under way.", "visit", "visit", "under_way", "traveller=king"),
    ("The king's visit to Lima is going ahead.", "visit", "visit", "confirmed", "traveller=king"),
    ("The king's visit to Lima is on track.", "visit", "visit", "confirmed", "traveller=king"),
]

TABLE: list[Row] = [*VERBS, *NOUNS, *GOVERNORS, *TENSES, *ADJECTIVES, *ATTITUDES, *PREDICATES]

# Read wrongly today: (sentence, trigger, kind, effect, arguments, the reason in a word). docs/engagements.md lists them.
KNOWN_ERRORS: list[tuple[str, str, str, str | None, str, str]] = [
    ("The visit to Lima was re-scheduled for June.", "visit", "visit", "rescheduled", "goal=Lima", "parse"),
    ("The president made a call to the chancellor by telephone.", "call", "call", "held", "party=chancellor", "frame"),
    (
        "The signing between Qatar and Chad was held in Doha.",
        "signing",
        "ceremony",
        "held",
        "party=Qatar party=Chad",
        "frame",
    ),
    ("The president is about to visit Lima.", "visit", "visit", "planned", "traveller=president goal=Lima", "governor"),
    (
        "It is doubtful whether the president will visit Lima.",
        "visit",
        "visit",
        "doubtful",
        "traveller=president",
        "governor",
    ),
]

# Lemmas in the data that no row above reaches, and why.
UNTESTED_VERBS: dict[str, str] = {}
UNTESTED_NOUNS = {"phonecall": "a misspelling", "summitry": "rare", "signing": "among the known errors"}


@cache
def read(sentence: str) -> tuple[Annotation, tuple[EngagementMention, ...]]:
    doc = default_parser().annotate(Article(text=sentence))
    return doc, find_engagements(doc, engagement_rules())


def mention_at(sentence: str, trigger: str) -> EngagementMention | None:
    return next((m for m in read(sentence)[1] if sentence[m.start : m.end] == trigger), None)


def arguments_of(sentence: str, mention: EngagementMention) -> set[str]:
    return {f"{a.role}={read(sentence)[0].tokens[a.head].text}" for a in mention.arguments}


def agrees(sentence: str, trigger: str, kind: str, effect: str | None, arguments: str) -> None:
    mention = mention_at(sentence, trigger)
    assert mention is not None
    assert (mention.kind, mention.effect) == (kind, effect)
    assert set(arguments.split()) - arguments_of(sentence, mention) == set()


@pytest.mark.parametrize(("sentence", "trigger", "kind", "effect", "arguments"), TABLE, ids=[r[0] for r in TABLE])
def test_mention(sentence: str, trigger: str, kind: str, effect: str | None, arguments: str) -> None:
    agrees(sentence, trigger, kind, effect, arguments)


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "effect", "arguments"),
    [pytest.param(*r[:5], id=r[0], marks=pytest.mark.xfail(strict=True, reason=r[5])) for r in KNOWN_ERRORS],
)
def test_known_error(sentence: str, trigger: str, kind: str, effect: str | None, arguments: str) -> None:
    agrees(sentence, trigger, kind, effect, arguments)


# What the finder leaves alone. (sentence, a trigger that must not be found)
NOTHING: list[tuple[str, str]] = [
    ("The envoy will return to Khartoum in May.", "return"),
    ("The president returned the boy to Cuba.", "returned"),
    ("The air force flew troops to Mali.", "flew"),
    ("He left the room in a hurry.", "left"),
    ("The minister called the premier a liar.", "called"),
    ("The minister called on President Mora to resign.", "called"),
    ("The president is a doctor in Lima.", "is"),
    ("The meeting room in Bonn was repainted.", "meeting"),
    ("The minister paid a hospital visit in March.", "visit"),
    ("A court visit by the judges was arranged.", "visit"),
    ("The delegation liked the food.", "delegation"),
    ("The call of the sea was strong.", "call"),
    ("His conversation was dull.", "conversation"),
    ("It rained in Lima all day.", "It"),
    ("The ceremony was long.", "ceremony"),
    ("The premier will return from Rabat on Friday.", "return"),
    ("The minister set off a quarrel in Rabat.", "set"),
    ("The premier visited a school on the last day of the year.", "day"),
    ("The king had lunch in the garden.", "lunch"),
    ("The premier held a press conference in Lima.", "conference"),
    ("The king and the premier called for calm.", "called"),
    ("The stay of the order was lifted.", "stay"),
    ("The two men spoke of their childhood.", "spoke"),
    ("The premier came to Lima at the invitation of the king.", "invitation"),
    ("The plan is bound to fail.", "bound"),
    ("The chancellor discussed fish with President Mora.", "discussed"),
    ("Premier Ole Lund, in Rabat for years, was silent.", "in"),
    ("The king went to Rabat on a medical trip.", "trip"),
]


@pytest.mark.parametrize(("sentence", "trigger"), NOTHING, ids=[r[0] for r in NOTHING])
def test_no_mention(sentence: str, trigger: str) -> None:
    assert mention_at(sentence, trigger) is None


# What stands for an engagement told before: (sentence, trigger, effect).
ANAPHORS: list[tuple[str, str, str | None]] = [
    ("It was postponed after the crash.", "It", "postponed"),
    ("It has been called off.", "It", "cancelled"),
    ("It is back on.", "It", "reinstated"),
    ("They will take place in Bonn.", "They", "future"),
    ("The one scheduled for February was cancelled.", "one", "cancelled"),
]


@pytest.mark.parametrize(("sentence", "trigger", "effect"), ANAPHORS, ids=[r[0] for r in ANAPHORS])
def test_anaphor(sentence: str, trigger: str, effect: str | None) -> None:
    mention = mention_at(sentence, trigger)
    assert mention is not None
    assert (mention.form, mention.kind, mention.effect) == ("anaphor", "other", effect)


# What else a mention says of itself: (sentence, trigger, field, value).
MARKS: list[tuple[str, str, str, object]] = [
    ("The president may possibly visit Lima.", "visit", "hedge", "possible"),
    ("The president will probably visit Lima.", "visit", "hedge", "likely"),
    ("If the president visits Lima, crowds will come.", "visits", "is_hypothetical", True),
    ("The president asked whether the king would visit Lima.", "visit", "is_hypothetical", True),
    ("The leaders met on the sidelines of the Oslo summit.", "met", "on_sidelines", True),
    ("The ministers spoke by phone with the envoy.", "spoke", "by_phone", True),
    ("This visit is the second.", "visit", "is_definite", True),
    ("A visit is possible.", "visit", "is_definite", False),
    ("The visits were cancelled.", "visits", "is_plural", True),
    ("The king, who visited Lima, is ill.", "visited", "is_subordinate", True),
]


@pytest.mark.parametrize(("sentence", "trigger", "field", "value"), MARKS, ids=[f"{r[0]} {r[2]}" for r in MARKS])
def test_mark(sentence: str, trigger: str, field: str, value: object) -> None:
    mention = mention_at(sentence, trigger)
    assert mention is not None
    assert getattr(mention, field) == value


# ---- every lemma of the data has its row ----------------------------------------------------------------------------


def reached(form: str) -> set[str]:
    """The lemmas and words of every trigger of ``form`` that the table's rows have found."""
    found: set[str] = set()
    for row in TABLE:
        doc, mentions = read(row[0])
        for m in mentions:
            if m.form == form and row[0][m.start : m.end] == row[1]:
                found |= {doc.tokens[m.head].lemma, doc.tokens[m.head].lower, doc.joined(m.head)}
    return found


def test_every_verb_is_in_the_table_or_said_to_be_untested() -> None:
    assert set(engagement_rules().verbs) - reached("verb") == set(UNTESTED_VERBS)


def test_every_noun_is_in_the_table_or_said_to_be_untested() -> None:
    nouns = engagement_rules().nouns
    covered = {lemma for lemma in nouns if lemma in reached("noun")}
    # A plural-only noun is reached through its plural, and a plural through its singular.
    covered |= {lemma for lemma in nouns if lemma + "s" in covered or lemma.removesuffix("s") in covered}
    assert set(nouns) - covered == set(UNTESTED_NOUNS)


def test_every_effect_of_a_governor_is_in_the_table() -> None:
    effects = {rule.effect for rules in engagement_rules().governors.values() for rule in rules}
    seen = {g.effect for row in [*GOVERNORS, *TENSES] for m in read(row[0])[1] for g in m.governors}
    assert effects - seen - {"transparent", "possible"} == set()


def test_every_group_of_adjectives_is_in_the_table() -> None:
    groups = set(engagement_rules().adjectives.values())
    words = {token.lower for row in ADJECTIVES for token in read(row[0])[0].tokens}
    tested = {group for word, group in engagement_rules().adjectives.items() if word in words}
    # These leave the state to the words around: "the three-day visit", "the originally planned visit".
    assert groups - tested == {"declined", "lapsed", "under_way"}


# ---- what holds for any text ----------------------------------------------------------------------------------------

WORDS = sorted(
    {
        *engagement_rules().verbs,
        *engagement_rules().nouns,
        *engagement_rules().governors,
        *engagement_rules().adjectives,
    }
    | {
        "the",
        "a",
        "President",
        "Mora",
        "Lima",
        "Chad",
        "of",
        "to",
        "with",
        "by",
        "between",
        "and",
        "not",
        "no",
        "will",
        "was",
        "it",
    }
    | {"on Monday", "in May", ".", ",", "\n\n", "“", "”", "-", "if", "off", "who", "said"}
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_mention_stands_on_its_token(text: str) -> None:
    doc = default_parser().annotate(Article(text=text))
    mentions = find_engagements(doc, engagement_rules())
    assert mentions == find_engagements(doc, engagement_rules())
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    for m in mentions:
        assert text[m.start : m.end] == doc.tokens[m.head].text
        assert all(0 <= a.head < len(doc.tokens) for a in m.arguments)
        assert all(0 <= node < len(doc.tokens) for node in (*m.nodes, *m.change_nodes, *m.plan_nodes))
        assert m.effect is None or m.effect in {*engagement_rules().outcome, "transparent", "not_held", "purpose"}
