"""Who is who on a page: the table of naming patterns in tests/data/naming.toml, and what holds of any text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from costs import calls
from legation.find.people import find_people, find_places
from legation.parse import default_parser
from legation.pipeline import read
from legation.records import Actor, Annotation, Article, Cast
from legation.resolve.people import resolve_people
from legation.rules.offices import office_rules
from legation.rules.whoswho import whos_who
from legation.rules.world import world_rules

TABLE = tomllib.loads((Path(__file__).parent.parent / "data" / "naming.toml").read_text(encoding="utf-8"))
ROWS = [
    pytest.param(*_row[:1], _row[1:], id=f"{topic}-{n}")
    for topic, t in TABLE.items()
    for n, _row in enumerate(t["rows"])
]


def cast_of(text: str) -> tuple[Annotation, Cast]:
    annotation = default_parser().annotate(Article(text=text))
    world, offices = world_rules(), office_rules()
    people = find_people(annotation, world, offices)
    places = find_places(annotation, world)
    return annotation, resolve_people(people, places, annotation, world, offices)


def told(cast: Cast, actor: Actor) -> str:
    """An actor in the words of the table."""
    if actor.members:
        return " + ".join(sorted(told(cast, cast.actors[m]) for m in actor.members))
    if actor.kind == "group":
        return f"{actor.country} group"
    if actor.name:
        return actor.name
    if actor.kind == "country":
        return actor.country or ""
    return " ".join(part for part in (actor.country, actor.office or actor.organisation) if part)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_naming(text: str, expected: list[str]) -> None:
    _, cast = cast_of(text)
    persons = sorted(a.name or "" for a in cast.actors if a.kind == "person")
    listed = [e for e in expected if "|" in e]
    assert persons == sorted(e.split(" | ")[0] for e in listed if not e.startswith("- |"))
    for line in expected:
        if "|" in line:
            assert_actor(cast, *line.split(" | "))
        elif line.startswith("place "):
            name, country = line.removeprefix("place ").split(" = ")
            assert (name, country) in {(text[p.start : p.end], p.country) for p in cast.places}
        elif line.startswith("no place "):
            assert line.removeprefix("no place ") not in {text[p.start : p.end] for p in cast.places}
        elif "=" in line:
            words, who = line.split(" = ")
            meant = {
                told(cast, cast.actors[m.actor])
                for m in cast.mentions
                if text[m.start : m.end] == words and m.actor is not None
            }
            assert " + ".join(sorted(who.split(" + "))) in {*meant, *(m.split(" ", 1)[-1] for m in meant)}


def assert_actor(cast: Cast, name: str, office: str, belongs: str) -> None:
    found = [
        (a.office or "-", a.organisation or a.country or "-")
        for a in cast.actors
        if (a.name or "-") == name and a.kind in ("person", "office")
    ]
    wanted = office, belongs
    assert any((wanted[0] in (f[0], "-") if name != "-" else wanted[0] == f[0]) and wanted[1] == f[1] for f in found), (
        found,
        wanted,
    )


@pytest.mark.parametrize(
    ("text", "published", "name", "office", "country", "is_known"),
    [
        ("Blinken landed in Beijing.", date(2023, 6, 18), "Antony Blinken", "Secretary of State", "US", True),
        ("Lavrov met Blinken.", date(2022, 1, 21), "Sergei Lavrov", "Foreign Minister", "RU", True),
        ("Wang Yi landed in Moscow.", date(2023, 9, 18), "Wang Yi", "Foreign Minister", "CN", True),
        ("Qin Gang landed in Berlin.", date(2023, 5, 9), "Qin Gang", "Foreign Minister", "CN", True),
        ("President Zelensky landed in Rome.", date(2023, 5, 13), "Volodymyr Zelenskyy", "President", "UA", True),
        ("President Joko landed in Kyiv.", date(2022, 6, 29), "Joko Widodo", "President", "ID", True),
        ("Joe Biden landed in Tel Aviv.", None, "Joe Biden", None, "US", True),
        ("Chinese President Xi Jinping landed in Bali.", date(2022, 11, 14), "Xi Jinping", "President", "CN", False),
    ],
)
def test_the_whos_who_completes_a_name(
    text: str, published: date | None, name: str, office: str | None, country: str, is_known: bool
) -> None:
    actor = next(a for a in known_cast(text, published).actors if a.name == name)
    assert (actor.office, actor.country) == (office, country)
    assert (actor.known_from == "rules/world/whoswho.toml") is is_known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway's prime minister, Anna Berg, in Rabat.(Photographer: Ole Dahl/Agency via Pictures)", {"Anna Berg"}),
        ("Norway's prime minister, Anna Berg, in Rabat. (Reuters/Ole Dahl)", {"Anna Berg"}),
        ("Anna Berg, Norway's prime minister (photo by Ole Dahl), landed in Rabat.", {"Anna Berg"}),
        ("The prime minister (Anna Berg of Norway) landed in Rabat.", {"Anna Berg"}),
        ("OSLO (Reuters) - Prime Minister Anna Berg landed in Rabat.", {"Anna Berg"}),
    ],
)
def test_who_made_a_picture_is_nobody_of_the_pages(text: str, names: set[str]) -> None:
    assert {a.name for a in known_cast(text, None).actors if a.name} == names


@pytest.mark.parametrize(
    ("text", "published", "word"),
    [
        ("Blinken landed in Beijing.", None, "Blinken"),
        ("Blinken landed in Beijing.", date(2012, 6, 18), "Blinken"),
        ("Kim landed in Hanoi.", date(2019, 2, 26), "Kim"),
    ],
)
def test_a_bare_surname_needs_its_day(text: str, published: date | None, word: str) -> None:
    assert all(a.name in (None, word) and a.known_from is None for a in known_cast(text, published).actors)


def known_cast(text: str, published: date | None) -> Cast:
    annotation = default_parser().annotate(Article(text=text))
    world, offices = world_rules(), office_rules()
    people, places = find_people(annotation, world, offices), find_places(annotation, world)
    return resolve_people(people, places, annotation, world, offices, known=whos_who(), published=published)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # A place that nobody knows is still not the page's home.
        ("The foreign minister of Freedonia, Anna Berg, met President Xi Jinping.", "Anna Berg", None),
        ("Anna Berg, president of Rovers United, met President Xi Jinping.", "Anna Berg", None),
        ("Defence Minister Li Ma met President Xi Jinping.", "Li Ma", "CN"),
    ],
)
def test_a_page_shows_its_home(text: str, name: str, country: str | None) -> None:
    actors = known_cast(text, date(2023, 6, 7)).actors
    assert [a.country for a in actors if a.name == name] == [country]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The ambassador to Peru, Anna Berg, will join the team.", "NO"),
        ("The ambassador to Norway, Anna Berg, will join the team.", None),
        ("The visiting Peruvian minister, Luis Tello, will meet Speaker Anna Berg on Monday.", "NO"),
        ("Luis Tello of Peru flew to Chile on Monday. He will meet Speaker Anna Berg on Tuesday.", "CL"),
        ("A Norwegian team flew to Chile on Monday. It thanked Deputy Trade Minister Anna Berg for it.", None),
        ("Party leader Anna Berg said no.", "NO"),
    ],
)
def test_who_is_at_home_on_a_page(text: str, country: str | None) -> None:
    annotation = default_parser().annotate(Article(text=text))
    world, offices = world_rules(), office_rules()
    people, places = find_people(annotation, world, offices), find_places(annotation, world)
    cast = resolve_people(people, places, annotation, world, offices, home="NO")
    assert [a.country for a in cast.actors if a.name == "Anna Berg"] == [country]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Freedonia's foreign minister Anna Berg will visit China next week, the ministry in Beijing said.", None),
        ("The foreign minister of Freedonia, Anna Berg, will visit China next week.", None),
        ("Anna Berg, the foreign minister of Freedonia, will visit China next week.", None),
        ("Freedonian Foreign Minister Anna Berg will visit China next week.", None),
        ("Foreign Minister Anna Berg of Freedonia will visit China next week.", None),
        ("Foreign Minister Anna Berg of the Republic of Sylvania will visit China next week.", None),
        ("Foreign Minister Anna Berg will visit China next week.", "NO"),
        ("The foreign minister, Anna Berg, will visit China next week.", "NO"),
        ("Acting Foreign Minister Anna Berg will visit China next week.", "NO"),
        ("The country's foreign minister, Anna Berg, will visit China next week.", "NO"),
    ],
)
def test_a_state_that_nobody_knows_is_not_the_pages_own(text: str, country: str | None) -> None:
    article = Article(text=text, url="https://news.example.no/berg", published=date(2023, 6, 7))
    engagements = read(article, default_parser()).engagements
    told = [p.country for e in engagements if e.kind == "visit" for p in e.participants if p.name == "Anna Berg"]
    assert told == [country]


PIECES = st.sampled_from(
    [
        "the",
        "The",
        "a",
        "his",
        "Their",
        "President",
        "president",
        "foreign",
        "minister",
        "Wang",
        "Yi",
        "Biden",
        "China",
        "Chinese",
        "US",
        "U.S.",
        "'s",
        "’s",
        ",",
        ".",
        "“",
        "”",
        "-",
        "and",
        "of",
        "for",
        "counterpart",
        "two",
        "sides",
        "both",
        "leaders",
        "who",
        "he",
        "it",
        "said",
        "met",
        "in",
        "with",
        "Beijing",
        "Kremlin",
        "NATO",
        "Mr.",
        "Jr.",
        "III",
        "al-",
        "bin",
        "3",
        "PM",
        "\n\n",
        "习近平",
        "Путин",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_words_give_a_cast_that_holds_together(text: str) -> None:
    annotation, cast = cast_of(text)
    assert [m.start for m in cast.mentions] == sorted(m.start for m in cast.mentions)
    for mention in cast.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.start <= annotation.tokens[mention.head].start < mention.end
        assert (mention.actor is None) == (mention.reason is not None)
        assert mention.actor is None or mention.actor < len(cast.actors)
    for actor in cast.actors:
        assert all(0 <= member < len(cast.actors) for member in actor.members)
    assert cast_of(text)[1] == cast


@pytest.mark.parametrize(
    "text",
    [
        "President " + "X" * 500 + " spoke.",
        "President " + "Abu " * 250 + "spoke.",
        "总统习近平访问俄罗斯。Президент Путин приехал. الرئيس وصل.",
        "'s the of, and - “ ” President of of of the, Jr.",
        " \n \n ",
        "",
    ],
)
def test_odd_text_is_read(text: str) -> None:
    _, cast = cast_of(text)
    assert len(cast.actors) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Presidents of " + "Peru, " * 500 + "spoke.",
        "President " + "(PM) [X] " * 500,
        "Minister of " + "Trade, " * 500 + "and Peace spoke.",
        "the " + "Rt. Hon. Dr. " * 300 + "Ana Moyo spoke.",
    ],
    ids=["states", "brackets", "fields", "styles"],
)
def test_endless_lists_name_nobody_else(text: str) -> None:
    _, cast = cast_of(text)
    assert {a.name for a in cast.actors if a.kind == "person"} <= {"Ana Moyo"}


def test_a_list_of_three_thousand_names_is_read() -> None:
    names = [
        f"{a}{b}{c} {d}ov"
        for a in "BDFGKLMNPR"
        for b in "aeiou"
        for c in "lmnrst"
        for d in ("Bor", "Dim", "Gor", "Kol", "Lar", "Mel", "Nem", "Pet", "Rom", "Sem")
    ]
    annotation = default_parser().annotate(Article(text=", ".join(names) + "."))
    people = find_people(annotation, world_rules(), office_rules())
    cast = resolve_people(people, (), annotation, world_rules(), office_rules())
    assert len(cast.actors) > 2000


def test_a_title_told_again_and_again_costs_what_its_page_costs() -> None:
    """Four times the names that meet "the country's minister", about four times the calls."""
    assert settling(240) < 8 * settling(60)


def settling(number: int) -> int:
    names = [f"{a}{b}{c} {d}ov" for a in "BDFGKLMN" for b in "aei" for c in "lmn" for d in ("Bor", "Dim", "Gor", "Kol")]
    annotation = default_parser().annotate(Article(text=" ".join(f"{n} met the country's minister." for n in names[:number])))
    people = find_people(annotation, world_rules(), office_rules())
    return calls(resolve_people, people, (), annotation, world_rules(), office_rules())
