"""Days and places of engagements that stand elsewhere than beside their own verb: (passage, engagements expected), each
read as published on Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 5, 15)

DAYS = [
    # "since" and what hangs under it tell how long it has not been
    ("Kenyan President Musa Otieno will meet Ethiopian Prime Minister Abel Tesfaye in Nairobi next week. It will be their first meeting since November.", [("meeting", "KE", "05-20", "05-26")]),
    ("Polish President Marek Zielinski will visit Vienna on May 30, his first trip there since 2011.", [("visit", "AT", "05-30", "05-30")]),
    ("Danish Prime Minister Mette Holm will travel to Hanoi in June, visiting Vietnam for the first time since taking office two years ago.", [("visit", "VN", "06-01", "06-30")]),
    # a day is on the side that the engagement is on
    ("Peru hopes for an answer on Friday when its foreign minister, Ana Rojas, meets Brazilian Foreign Minister Paulo Lima.", [("meeting", None, "05-17", "05-17")]),
    # the day of what was done about it is not its own
    ("Last Friday, Turkish President Kemal Aydin had proposed that he meet Greek Prime Minister Nikos Pappas in Izmir.", [("meeting", "TR", None, None)]),
    # another engagement of the sentence tells where and when
    ("French President Luc Moreau will not meet Russian President Ivan Orlov when he travels to Moscow in July.", [("meeting", "RU", "07-01", "07-31"), ("visit", "RU", "07-01", "07-31")]),
    ("Norwegian Prime Minister Liv Strand will visit Riga on May 21, where she will meet Latvian President Janis Ozols.", [("visit", "LV", "05-21", "05-21"), ("meeting", "LV", "05-21", "05-21")]),
    # a plan's participle further on
    ("Tunisian President Sami Jaziri cancelled a meeting with Algerian President Karim Haddad set for this weekend.", [("meeting", None, "05-18", "05-19")]),
    # what is said during a visit is said on one of its days
    ("Brazilian President Luiz Arruda said on Monday during a visit to Lisbon that trade would grow.", [("visit", "PT", "05-13", "05-13")]),
    # a relative clause that tells when it begins or ends
    ("Brazilian President Luiz Arruda cancelled his visit to Lisbon, which had been due to start on May 20.", [("visit", "PT", "05-20", "05-20")]),
    # gatherings
    ("The G20 summit will be held in Rio de Janeiro on June 8-9. Argentine President Rosa Diaz will meet Portuguese President Ana Costa on the sidelines of the summit.", [("summit", "BR", "06-08", "06-09"), ("meeting", "BR", "06-08", "06-09")]),
    # whose house it is
    ("Brazilian Foreign Minister Luiz Arruda called on Portuguese President Ana Costa on Tuesday.", [("meeting", "PT", "05-14", "05-14")]),
    ("Brazilian Foreign Minister Luiz Arruda paid a courtesy call on Portuguese President Ana Costa on Tuesday.", [("meeting", "PT", "05-14", "05-14")]),
    ("Portuguese Prime Minister Ana Costa met Brazilian Foreign Minister Luiz Arruda in her office on Tuesday.", [("meeting", "PT", "05-14", "05-14")]),
    # who is posted, who visits
    ("The Brazilian ambassador to Portugal, Luiz Arruda, on Tuesday met Portuguese Foreign Minister Ana Costa and discussed trade ties.", [("meeting", "PT", "05-14", "05-14")]),
    ("The Brazilian ambassador to the United Nations, Luiz Arruda, on Tuesday met Portuguese Foreign Minister Ana Costa and discussed trade ties.", [("meeting", None, "05-14", "05-14")]),
    ("Portuguese Foreign Minister Ana Costa held talks with visiting Brazilian Foreign Minister Luiz Arruda on Tuesday.", [("talks", "PT", "05-14", "05-14"), ("visit", "PT", "05-14", "05-14")]),
    ("Visiting Brazilian Foreign Minister Luiz Arruda met Portuguese Foreign Minister Ana Costa on Tuesday, the ministry said.", [("visit", "PT", "05-14", "05-14"), ("meeting", "PT", "05-14", "05-14")]),
    # a place and a day without a word between
    ("Brazilian President Luiz Arruda will visit Portugal June 3-5, the ministry said on Tuesday.", [("visit", "PT", "06-03", "06-05")]),
    # a place that no gazetteer has, in a state that one has
    ("Brazilian President Luiz Arruda will visit Zavala Island in southern Portugal on May 20.", [("visit", "PT", "05-20", "05-20")]),
    # those spoken of before
    ("Brazilian President Luiz Arruda and Portuguese President Ana Costa agreed to hold talks. The two will meet in Madrid on May 20.", [("meeting", "ES", "05-20", "05-20")]),
    # one stay
    ("Brazilian Foreign Minister Luiz Arruda met King Manuel of Portugal in Lisbon on Tuesday. Portuguese Foreign Minister Ana Costa held talks with Arruda.", [("meeting", "PT", "05-14", "05-14"), ("talks", "PT", "05-14", "05-14")]),
    # weekends of a month
    ("Brazilian President Luiz Arruda will visit Lisbon on the last weekend of May.", [("visit", "PT", "05-25", "05-26")]),
    ("Brazilian President Luiz Arruda will be in Lisbon for three days from May 20.", [("visit", "PT", "05-20", "05-22")]),
    # each leg and each meeting its own day
    ("Brazilian President Luiz Arruda will fly to Lisbon on Thursday, to Madrid on Friday and to Rome on Saturday.", [("visit", "PT", "05-16", "05-16"), ("visit", "ES", "05-17", "05-17"), ("visit", "IT", "05-18", "05-18")]),
    ("Brazilian President Luiz Arruda will visit Portugal on Thursday and Spain on Friday.", [("visit", "PT", "05-16", "05-16"), ("visit", "ES", "05-17", "05-17")]),
    ("Brazilian President Luiz Arruda will visit Portugal on Monday, Spain on Wednesday and Italy on Friday.", [("visit", "PT", "05-20", "05-20"), ("visit", "ES", "05-22", "05-22"), ("visit", "IT", "05-24", "05-24")]),
    ("Brazilian President Luiz Arruda will visit Portugal and Spain next week.", [("visit", "PT", "05-20", "05-26"), ("visit", "ES", "05-20", "05-26")]),
    ("Brazilian Foreign Minister Luiz Arruda will meet Portuguese Foreign Minister Ana Costa on Thursday and Spanish Foreign Minister Jose Ruiz on Friday.", [("meeting", None, "05-16", "05-16"), ("meeting", None, "05-17", "05-17")]),
    # a gathering of another name, long over, is not what a meeting to come stands beside
    ("The Mercosur summit was held in Montevideo last year. Argentine President Rosa Diaz will meet Portuguese President Ana Costa on the sidelines of a conference in June.", [("summit", "UY", "01-01", "12-31"), ("meeting", None, "06-01", "06-30")]),
    # what is to be at a gathering is on its days, whatever its name is written like
    ("Brazilian President Luiz Arruda will meet Portuguese President Ana Costa on the sidelines of the G20 summit in June. The 2024 G-20 summit will be held on June 8-9 in the South African city of Durban.", [("meeting", "ZA", "06-08", "06-09"), ("summit", "ZA", "06-08", "06-09")]),
    ("Brazilian President Luiz Arruda will meet Portuguese President Ana Costa at the Lisbon summit, which runs Monday and Tuesday.", [("meeting", "PT", "05-20", "05-21"), ("summit", "PT", "05-20", "05-21")]),
    # where a capital is told with its state
    ("TEHRAN, May 14 - Iranian Foreign Minister Reza Karimi held talks with Sri Lankan Foreign Minister Nimal Silva in the Omani capital of Muscat on Tuesday.", [("talks", "OM", "05-14", "05-14")]),
    # another meeting than the one told of
    ("Brazilian Foreign Minister Luiz Arruda met Portuguese Foreign Minister Ana Costa in Lisbon on Tuesday. They discussed a tripartite meeting of Brazil, Portugal and Spain in Madrid.", [("meeting", "PT", "05-14", "05-14"), ("meeting", "ES", None, None)]),
    # a verb of holding beside the news; a place in the plan's own words
    ("The Brazilian president said his summit with Portuguese President Ana Costa was back on and would be held in Madrid on June 12.", [("summit", "ES", "06-12", "06-12")]),
    ("Portugal and Brazil have postponed a meeting of their presidents planned for May 20 in the Spanish town of Zavala.", [("meeting", "ES", None, None)]),
    # what is said after talks is no call
    ("Speaking after talks with Portuguese President Ana Costa in Lisbon on Tuesday, Brazilian President Luiz Arruda said trade would grow.", [("talks", "PT", "05-14", "05-14")]),
    # a call is nowhere
    ("Brazilian President Luiz Arruda spoke by telephone with Portuguese President Ana Costa in Lisbon on Tuesday.", [("call", None, "05-14", "05-14")]),
    # on a tour nobody says which stop it is
    ("Brazilian President Luiz Arruda will travel to Lisbon and Madrid from June 3 to 7. During a stop he will meet Spanish Prime Minister Jose Ruiz.", [("visit", "PT", "06-03", "06-07"), ("visit", "ES", "06-03", "06-07"), ("meeting", "ES", "06-03", "06-07")]),
    # where a verb below a plan's word says it is to be
    ("The summit between Portugal and Brazil is due to take place in Madrid on June 12.", [("summit", "ES", "06-12", "06-12")]),
    ("The summit between Portugal and Brazil is expected to be held in Madrid on June 12.", [("summit", "ES", "06-12", "06-12")]),
    # what it was moved to is to come
    ("The meeting between Portuguese President Ana Costa and Brazilian President Luiz Arruda was pushed back to Tuesday.", [("meeting", None, "05-21", "05-21")]),
    # days in the event's own phrase, and in a relative clause of planning
    ("The ministry refused to confirm a May 26 to June 3 visit by Brazilian President Luiz Arruda to Lisbon.", [("visit", "PT", "05-26", "06-03")]),
    ("Brazilian President Luiz Arruda has called off a visit to Portugal that he was due to make this week.", [("visit", "PT", "05-13", "05-19")]),
    # the plan that was called off, in narrower words further down
    ("Brazilian President Luiz Arruda has cancelled a visit to Portugal next month. He was to visit Lisbon on June 12.", [("visit", "PT", "06-12", "06-12")]),
    # what the page implies: the day of a part, of a stay, of what its people are told to have done, of the state itself
    ("Brazilian President Luiz Arruda is in Lisbon. On Tuesday he met Portuguese President Ana Costa in Lisbon.", [("visit", "PT", "05-14", "05-14"), ("meeting", "PT", "05-14", "05-14")]),
    ("Brazilian President Luiz Arruda will visit Lisbon on June 3-5. Arruda will also meet Spanish President Jose Ruiz on the sidelines of the conference.", [("visit", "PT", "06-03", "06-05"), ("meeting", "PT", "06-03", "06-05")]),
    ("Brazilian President Luiz Arruda pledged more trade on Tuesday. Arruda spoke after meeting Portuguese President Ana Costa.", [("meeting", None, "05-14", "05-14")]),
    ("Brazilian President Luiz Arruda said on Tuesday that trade would grow. Arruda has met Portuguese President Ana Costa.", [("meeting", None, None, None)]),
    ("On Tuesday, Brazilian President Luiz Arruda spoke to reporters. Arruda met Portuguese President Ana Costa.", [("meeting", None, "05-14", "05-14")]),
    ("Brazilian President Luiz Arruda leaves on Thursday on a ten-day trip to Europe. He will stop in Portugal.", [("visit", "PT", "05-16", "05-25")]),
    # the bounds of a journey
    ("Brazilian President Luiz Arruda will visit Portugal and Spain. The delegation leaves on Sunday, and returns next Saturday.", [("visit", "PT", "05-19", "05-25"), ("visit", "ES", "05-19", "05-25")]),
    ("Brazilian President Luiz Arruda will visit Portugal. Arruda leaves Brasilia on Sunday and will be back on May 22.", [("visit", "PT", "05-19", "05-22")]),
    # up to the day it ends on; what is to come then, what was held up to publication
    ("Brazilian President Luiz Arruda arrived in Lisbon on Monday on a visit to Portugal. During the visit, which will end on Friday, he will meet Portuguese President Ana Costa.", [("visit", "PT", "05-13", "05-17"), ("meeting", "PT", "05-15", "05-17")]),
    ("Brazilian President Luiz Arruda is visiting Portugal. The visit ends on Friday.", [("visit", "PT", "05-15", "05-17")]),
    ("Brazilian President Luiz Arruda will visit Portugal this weekend. The visit begins on Saturday.", [("visit", "PT", "05-18", "05-19")]),
    ("Brazilian President Luiz Arruda arrived in Lisbon on Monday. He will meet Portuguese President Ana Costa.", [("visit", "PT", "05-13", "05-13"), ("meeting", "PT", "05-15", "05-18")]),
    # where somebody is when he meets others
    ("Brazilian President Luiz Arruda is in Lisbon for a conference. On its first day he met Spanish Prime Minister Jose Ruiz.", [("visit", "PT", "05-15", "05-15"), ("meeting", "PT", None, None)]),
    ("Portugal welcomed Brazilian President Luiz Arruda on Sunday evening. Arruda is visiting Portugal.", [("visit", "PT", "05-12", "05-12")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS, ids=[row[0][:80] for row in DAYS])
def test_days_and_places(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    got = [
        (e.kind, e.host_country, *(d.strftime("%m-%d") if d else None for d in (e.when.earliest, e.when.latest)))
        for e in found
    ]
    assert got == expected
