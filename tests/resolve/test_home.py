"""The state a page is written in, by its address, its outlet's name and its own lines."""

from __future__ import annotations

import pytest

from legation import read_text
from legation.api import article_of
from legation.find.people import find_people, find_places
from legation.parse import default_parser
from legation.records import Article, Page
from legation.resolve.home import publisher_country
from legation.resolve.people import resolve_people
from legation.rules.furniture import furniture_rules
from legation.rules.offices import office_rules
from legation.rules.world import world_rules


@pytest.mark.parametrize(
    ("url", "site", "title", "country"),
    [
        ("https://news.example.no/a", None, None, "NO"),
        ("https://news.example.co.ke/a", None, None, "KE"),
        ("https://agency.example.gov/a", None, None, "US"),
        ("https://news.example.tv/a", None, None, None),
        ("https://www.tehrantimes.com/a", None, None, "IR"),
        ("https://thejakartapost.com/a", None, None, "ID"),
        ("https://www.timesofisrael.com/a", None, None, "IL"),
        ("https://example.com/a", "Radio New Zealand", None, "NZ"),
        ("https://example.com/a", "The Bangkok Post", None, "TH"),
        # outlets that write for one state at an address that does not say so; an address that only ends alike is another's
        ("https://www.dawn.com/a", None, None, "PK"),
        ("https://globalnation.inquirer.net/a", None, None, "PH"),
        ("https://www.geo.tv/a", None, None, "PK"),
        ("https://newdawn.com/a", None, None, None),
        ("https://westernpostnigeria.com/a", None, None, "NG"),
        ("https://www.bahamasuncensored.com/a", None, None, "BS"),
        ("https://en.nepalkhabar.com/a", None, None, "NP"),
        ("https://tourismcambodia.com/a", None, None, "KH"),
        ("https://romaniatv.net/a", None, None, "RO"),
        ("https://womannews.com/a", None, None, None),
        ("https://chinadigitaltimes.net/a", None, None, None),
        # names that only begin like a state's, that several places bear, or of no state
        ("https://indianapolisstar.com/a", None, None, None),
        ("https://georgiarecorder.com/a", None, None, None),
        ("https://example.com/a", "Asia Times", None, None),
        ("https://example.com/a", "Embassy of India in Nepal", None, None),
        # a country's domain says more than a name
        ("https://www.tehrantimes.se/a", "Tehran Times", None, "SE"),
        # a collection whose headlines open with the state; elsewhere they open with what they are about
        ("https://allafrica.com/a", None, "Namibia: President off to Gaborone", "NA"),
        ("https://example.com/a", None, "Namibia: President off to Gaborone", None),
        (None, None, None, None),
    ],
)
def test_the_publishers_state(url: str | None, site: str | None, title: str | None, country: str | None) -> None:
    assert publisher_country(Article(text="x", url=url, site=site, title=title), world_rules(), furniture_rules()) == country


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Issued by: The Presidency of the Republic of Botswana", "BW"),
        ("Source: Ministry of Foreign Affairs of Estonia", "EE"),
        ("SOURCE – Ministry for Foreign Affairs, Iceland", "IS"),
        ("Released by the Government Communications Office, Fiji", "FJ"),
        ("Department of International Relations, Pretoria, South Africa", "ZA"),
        ("State House, Lusaka", "ZM"),
        ("The Presidency, Abuja, Nigeria", "NG"),
        # a presidency that no comma and no "of" makes a state's own; a whole sentence; organs of two states; no organ
        ("The presidency welcomed Zambia", None),
        ("State House visitors, Lusaka", None),
        ("The Ministry of Foreign Affairs of Estonia was closed on Monday.", None),
        ("Ministry of Foreign Affairs of Estonia and Ministry of Foreign Affairs of Latvia", None),
        ("Fishing Club of Estonia", None),
    ],
)
def test_who_signs_a_release(line: str, country: str | None) -> None:
    article = Article(text=f"The minister opened a school on Monday.\n\n{line}")
    assert publisher_country(article, world_rules(), furniture_rules()) == country


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("The Coast Courier (Windhoek)", "NA"),
        ("The Coast Courier", None),
        ("The Coast Courier (Reuters)", None),
        ("The minister, who flew in on Monday night, is staying with friends in the capital (Windhoek)", None),
    ],
)
def test_an_outlets_own_line(line: str, country: str | None) -> None:
    text = f"President off to Gaborone\n\n{line}\n\nPresident Ada Nangolo leaves for Botswana tomorrow."
    record = read_text(text, is_final=True)
    told = [p.country for e in record.engagements for p in e.participants if p.name]
    assert told in ([country], [])
    assert bool(told) or country is None


@pytest.mark.parametrize(
    ("url", "text", "name", "country"),
    [
        # another state's affairs in a paper that never names its own
        (
            "https://www.straitstimes.com/a",
            "Malawi votes on Tuesday. Malawians queued early, police chief George Kainja said. Malawi's last vote was annulled."
            " Opposition leader Lazarus Banda voted in Lilongwe. Malawi has 19 million people.",
            "Lazarus Banda",
            "MW",
        ),
        (
            "https://www.thehindu.com/a",
            "Chief Minister Pinarayi Menon will visit Japan on Monday. Japan has invited him. Japan's Osaka hosts an expo, and"
            " Japan buys spices. Industries Minister P. Rajan will join him in Japan.",
            "Pinarayi Menon",
            "IN",
        ),
        (
            "https://www.straitstimes.com/a",
            "Transport Minister Tan Wei Ming said travellers to Japan should check the rules. Japan has eased them. Japan's"
            " airports are ready and Japan expects many.",
            "Tan Wei Ming",
            "SG",
        ),
        # titles that a state does not use, and a foreign minister whom the who's who knows to be another's
        ("https://www.thehill.com/a", "Foreign Minister Anna Lindqvist spoke first on Monday.", "Anna Lindqvist", None),
        ("https://www.thehill.com/a", "Senator Anna Lindqvist spoke first on Monday.", "Anna Lindqvist", "US"),
        # a dateline says whose a bare office is where nothing else does
        (None, "HONIARA - Police Minister Jeremiah Tovosia opened the talks on Monday.", "Jeremiah Tovosia", "SB"),
    ],
)
def test_whose_a_bare_office_is(url: str | None, text: str, name: str, country: str | None) -> None:
    world = world_rules()
    article = Article(text=text, url=url)
    doc = default_parser().annotate(article)
    people, places = find_people(doc, world, office_rules()), find_places(doc, world)
    cast = resolve_people(people, places, doc, world, office_rules(), home=publisher_country(article, world, furniture_rules()))
    assert {a.country for a in cast.actors if a.name == name} == {country}


@pytest.mark.parametrize(
    ("url", "text", "office", "country"),
    [
        # a Ghanaian outlet's report of another state, which it never leaves; where it names its own too, it is home
        ("https://www.adomonline.com/a", "Kenya: Minister tours clinic\n\nHealth Minister Ana Oduya saw Nairobi wards.", "Health Minister", "KE"),
        ("https://www.adomonline.com/a", "Kenya: Minister tours clinic\n\nHealth Minister Ana Oduya of Ghana saw wards.", "Health Minister", "GH"),
        # who speaks for a president speaks from the dateline, where that is spoken of more than the outlet's state
        ("https://www.upi.com/a", "MANILA, Oct. 10 -- Winds hit Manila and Luzon in the Philippines. The visit can be reset, presidential spokeswoman Abi Vallo said.", "presidential spokeswoman", "PH"),
        # a hospital's spokeswoman is of no state where two are spoken of
        ("https://news.example.cz/a", "Slovak premier Rado Fico fell ill in Bratislava before a visit to Prague. Hospital spokeswoman Eva Kraj confirmed it.", "Hospital spokeswoman", None),
        # officers of a page that names no state but its own
        ("https://en.prothomalo.com/a", "The minister saw the clinic in Palash. Residential Medical Officer Abdul Mamun said so.", "Residential Medical Officer", "BD"),
        # a people's name before a bracket is no dateline
        ("https://example.com/a", "Indian Foreign Secretary Vinay Oe (file photo)\n\nMinister Ana Berg spoke.", "Minister", None),
    ],
)
def test_whose_local_people_are(url: str, text: str, office: str, country: str | None) -> None:
    annotation = default_parser().annotate(Article(text=text))
    world, offices = world_rules(), office_rules()
    people, places = find_people(annotation, world, offices), find_places(annotation, world)
    home = publisher_country(article_of(Page(source="a", url=url, text=text, is_final=True)), world, furniture_rules())
    cast = resolve_people(people, places, annotation, world, offices, home=home)
    assert [a.country for a in cast.actors if a.name and a.office == office] == [country]
