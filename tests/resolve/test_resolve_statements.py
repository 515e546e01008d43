"""Speakers, days and content of statements, against a cast made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import (
    Actor,
    ActorMention,
    Annotation,
    Anonymity,
    Article,
    Block,
    Cast,
    SaidOn,
    Speaker,
    Statement,
    When,
)
from legation.resolve.statements import resolve_statements
from legation.rules.speech import speech_rules

BERG = Actor(kind="person", name="Anna Berg", office="prime minister", country="NO")


def annotate(text: str) -> Annotation:
    return default_parser().annotate(Article(text=text, blocks=(Block(0, len(text)),)))


def cast_of(annotation: Annotation, **words: Actor) -> Cast:
    """A cast in which each of ``words`` (underscores for spaces) means its actor wherever it stands."""
    mentions = []
    actors = list(dict.fromkeys(words.values()))
    for phrase, actor in words.items():
        phrase = phrase.replace("_", " ")
        at = annotation.text.find(phrase)
        while at >= 0:
            token = annotation.tokens_in(at, at + len(phrase))[-1]
            mentions.append(
                ActorMention(start=at, end=at + len(phrase), head=token.i, form="name", actor=actors.index(actor))
            )
            at = annotation.text.find(phrase, at + 1)
    return Cast(tuple(actors), tuple(sorted(mentions, key=lambda m: m.start)))


def resolved(text: str, times: tuple[When, ...] = (), **words: Actor) -> tuple[Statement, ...]:
    annotation = annotate(text)
    rules = speech_rules()
    mentions = find_statements(annotation, rules)
    return resolve_statements(mentions, annotation, cast_of(annotation, **words), (), times, rules, published=None)


def test_a_named_speaker_is_the_casts() -> None:
    (statement,) = resolved("Anna Berg said talks would resume.", Anna_Berg=BERG)
    assert statement.speaker == Speaker(name="Anna Berg", office="prime minister", country="NO")
    assert not statement.anonymous


def test_an_unnamed_official_keeps_the_pages_words_and_is_taken_up_again() -> None:
    country = Actor(kind="country", country="US")
    first, second = resolved(
        "A senior US official said the trip was likely. According to this source, no date has been set.", US=country
    )
    assert (first.speaker, first.anonymous, first.described_as) == (Speaker(country="US"), True, "A senior US official")
    assert (second.speaker, second.anonymous, second.described_as) == (
        Speaker(country="US"),
        True,
        "A senior US official",
    )


def test_content_is_without_marks_and_that() -> None:
    (one,) = resolved("Berg said that the visit stands.")
    (two,) = resolved("“We will go,” Berg said, “soon.”")
    assert (one.content, two.content) == ("the visit stands", "We will go, soon.")


def test_each_paragraph_of_a_quotation_that_is_opened_again_is_a_statement() -> None:
    running = resolved("Berg said the deal was off.\n\n“I am sorry.\n\n“It is a shame.\n\n“We wait.”")
    led_in = resolved("The note read: “The sea is high.\n\n“It will be low.”\n\n“We wait,” Berg said.")
    assert [s.content for s in running] == ["the deal was off", "I am sorry.", "It is a shame.", "We wait."]
    assert [s.content for s in led_in] == ["The sea is high.", "It will be low.", "We wait,"]
    assert {s.speaker.name or s.source_words for s in running} == {"Berg"}


def test_the_day_of_speaking_hangs_on_the_cue() -> None:
    text = "Berg said on Tuesday that she would leave on Friday."
    days = tuple(
        When(words=w, start=text.index(w), end=text.index(w) + len(w), earliest=d, latest=d, precision="day")
        for w, d in (("on Tuesday", date(2023, 6, 6)), ("on Friday", date(2023, 6, 9)))
    )
    (statement,) = resolved(text, days)
    assert statement.said_on == SaidOn(earliest=date(2023, 6, 6), latest=date(2023, 6, 6), words="on Tuesday")


CHAINS: list[tuple[str, str, list[str | None]]] = [
    ("Reuters reported, citing Anna Berg, that the visit was off.", "Reuters", ["Reuters", "Anna Berg"]),
    ("Anna Berg was quoted as saying by Reuters that the visit was off.", "Anna Berg", ["Reuters", "Anna Berg"]),
    ("Anna Berg said the visit was off.", "Anna Berg", []),
]


@pytest.mark.parametrize(("text", "speaker", "chain"), CHAINS, ids=[c[0][:40] for c in CHAINS])
def test_the_whole_chain_is_kept_with_the_origin_last(text: str, speaker: str, chain: list[str | None]) -> None:
    reuters = Actor(kind="organisation", organisation="Reuters")
    (statement,) = resolved(text, Anna_Berg=BERG, Reuters=reuters)
    assert (statement.speaker.name or statement.speaker.organisation) == speaker
    assert [s.name or s.organisation for s in statement.chain] == chain


def test_a_link_of_the_chain_without_a_name_keeps_the_pages_words() -> None:
    (statement,) = resolved("Reuters reported, citing two officials, that the visit was off.")
    assert statement.chain_words == ("Reuters", "two officials")
    assert len(statement.chain) == len(statement.chain_words)


UNNAMED: list[tuple[str, Anonymity | None]] = [
    (
        "A senior official who spoke on condition of anonymity because the talks were private said no date was set.",
        Anonymity(rank="senior", number=1, words="condition of anonymity", reason="the talks were private"),
    ),
    ("Two diplomats said no date was set.", Anonymity(number=2)),
    ("Officials said no date was set.", None),
    (
        "An aide said no date was set. The aide asked not to be named, citing protocol.",
        Anonymity(number=1, words="asked not to be named", reason="protocol"),
    ),
]


@pytest.mark.parametrize(("text", "anonymity"), UNNAMED, ids=[u[0][:40] for u in UNNAMED])
def test_what_is_said_of_a_source_without_a_name(text: str, anonymity: Anonymity | None) -> None:
    statement = resolved(text)[0]
    assert statement.anonymous
    assert statement.anonymity == anonymity


def test_register_words_stand_beside_the_quotation_with_their_source() -> None:
    (statement,) = resolved("Berg said the two had held “frank and productive talks”.")
    assert [(r.words, bool(r.signals), bool(r.source)) for r in statement.register] == [
        ("frank", True, True),
        ("productive", True, True),
    ]
    assert statement.content == "the two had held “frank and productive talks”"


def test_register_words_far_from_any_talk_are_ordinary_words() -> None:
    (statement,) = resolved("Berg said the new bridge was useful.")
    assert statement.register == ()


def test_a_pronoun_goes_on_with_the_speaker_before() -> None:
    named = Actor(kind="person", name="Dmitry Orlov", gender="m")
    other = Actor(kind="person", name="Ivan Petrov", gender="m")
    text = "Petrov's spokesman Dmitry Orlov said the visit was off. “It is a pity,” he said."
    first, second = resolved(text, Dmitry_Orlov=named, Petrov=other)
    assert (first.speaker.name, second.speaker.name) == ("Dmitry Orlov", "Dmitry Orlov")


def test_a_quotation_that_goes_on_keeps_its_speaker_and_says_where_it_is_named() -> None:
    text = "“We are ready,” Anna Berg said.\n“We have been ready for a long time.”"
    annotation = default_parser().annotate(
        Article(text=text, blocks=(Block(0, text.index("\n")), Block(text.index("\n") + 1, len(text))))
    )
    rules = speech_rules()
    found = find_statements(annotation, rules)
    cast = cast_of(annotation, Anna_Berg=BERG)
    first, second = resolve_statements(found, annotation, cast, (), (), rules)
    assert first.speaker == second.speaker
    assert first.source == second.source != ()


def test_without_a_cast_nobody_is_invented() -> None:
    (statement,) = resolved("The visitors said no date was set.")
    assert statement.speaker == Speaker()
    assert not statement.anonymous
    assert statement.source_words == "The visitors"


def test_a_joint_statement_has_all_its_speakers() -> None:
    kim = Actor(kind="person", name="Kim Lee", office="president", country="KR")
    (statement,) = resolved("Anna Berg and Kim Lee said the summit was off.", Anna_Berg=BERG, Kim_Lee=kim)
    assert statement.speaker.name == "Anna Berg"
    assert [s.name for s in statement.joint] == ["Anna Berg", "Kim Lee"]


TAKEN_UP: list[tuple[str, str | None]] = [
    ("The Daily Courier said the deal was dead. The paper also said an offer was near.", "Daily Courier"),
    (
        "The Fisheries Ministry said the talks had failed. The ministry added that it would try again.",
        "Fisheries Ministry",
    ),
    ("Orbgas said it was moving out of town. The company said it would open 40 stores.", "Orbgas"),
    ("Orbgas said in a statement that little would change. “Nothing changes,” the statement said.", "Orbgas"),
    # Nothing is guessed: another firm was named since, another sort of body, nobody spoke before.
    ("Orbgas said it had bought Kelvion Group. The company said it would open 40 stores.", None),
    ("The Fisheries Ministry said the talks had failed. The paper added that it would try again.", None),
    ("A deal is near. The paper also said an offer was near.", None),
]


@pytest.mark.parametrize(("text", "organisation"), TAKEN_UP, ids=[t[0][:60] for t in TAKEN_UP])
def test_a_body_is_taken_up_by_what_it_is(text: str, organisation: str | None) -> None:
    bodies = ("Daily Courier", "Fisheries Ministry", "Orbgas", "Kelvion Group")
    named = {b.replace(" ", "_"): Actor(kind="organisation", organisation=b) for b in bodies}
    assert resolved(text, **named)[-1].speaker == Speaker(organisation=organisation)


NOT_NAMED: list[tuple[str, bool, str | None]] = [
    ("The city's watchdog said the plan had failed.", False, "The city's watchdog"),
    ("Police said two were held.", False, "Police"),
    ("The plan works, according to those familiar with it.", True, "those familiar with it"),
    ("Many students said the plan had failed.", True, "Many students"),
    ("Police said two were held. They added that more would follow.", False, "Police"),
    ("He said the plan had failed.", False, None),
]


@pytest.mark.parametrize(("text", "anonymous", "words"), NOT_NAMED, ids=[n[0][:40] for n in NOT_NAMED])
def test_who_has_no_name_is_described_in_the_pages_words(text: str, anonymous: bool, words: str | None) -> None:
    statement = resolved(text)[-1]
    assert (statement.speaker, statement.anonymous, statement.described_as) == (Speaker(), anonymous, words)


def test_an_outlet_that_reported_since_is_not_the_firm() -> None:
    orbgas, times = (Actor(kind="organisation", organisation=o) for o in ("Orbgas", "Harbour Times"))
    text = "Orbgas said it lost money. The Harbour Times reported more losses. The company said it would fight."
    assert resolved(text, Orbgas=orbgas, Harbour_Times=times)[-1].speaker.organisation == "Orbgas"


def test_a_pronoun_is_not_led_astray_by_whom_the_speaker_speaks_of() -> None:
    berg = Actor(kind="person", name="Per Berg", gender="m")
    text = "Per Berg said the members were angry. “We were wrong if the members thought so,” he added."
    members = Actor(kind="group", organisation="members", is_plural=True)
    assert resolved(text, Per_Berg=berg, members=members)[-1].speaker.name == "Per Berg"


OF_SOMEBODY = [
    ("According to Anna Berg's remarks, no date was set.", "Anna Berg"),
    ("“It is good,” said shipbuilder and harbour scholar Anna Berg.", "Anna Berg"),
    ("Sales fell in July, the chief executive officer of Orbgas, Anna Berg, told the Courier.", "Anna Berg"),
    ("The head of the permits office at the Border Service, Anna Berg, confirmed the number.", "Anna Berg"),
]


@pytest.mark.parametrize(("text", "name"), OF_SOMEBODY, ids=[o[0][:40] for o in OF_SOMEBODY])
def test_a_name_inside_the_source_is_the_speakers(text: str, name: str) -> None:
    assert resolved(text, Anna_Berg=BERG)[0].speaker.name == name


def test_a_country_in_a_bodys_name_does_not_speak() -> None:
    norway = Actor(kind="country", country="NO")
    (statement,) = resolved("Research by Age Norway found that prices had doubled.", Norway=norway)
    assert statement.speaker.country is None


def test_a_group_with_its_own_description_is_not_the_group_before() -> None:
    text = "Two officials said roads were open. The governors of three regions told reporters that roads were shut."
    assert [s.described_as for s in resolved(text)] == ["Two officials", "The governors of three regions"]


@pytest.mark.parametrize("text", ["Villagers said the road was cut.", "Some regulators say it is safe."])
def test_groups_of_people_are_described(text: str) -> None:
    (statement,) = resolved(text)
    assert (statement.anonymous, statement.described_as) == (True, statement.source_words)


FUND = Actor(kind="organisation", organisation="Northern Fund")
LEFT_OPEN = [
    (
        "Norway's Foreign Ministry issued a notice on Monday. The notice says people should stay at home.",
        {"Foreign_Ministry": Actor(kind="organisation", country="NO", organisation="Foreign Ministry")},
        Speaker(country="NO", organisation="Foreign Ministry"),
    ),
    (
        "The Northern Fund condemned the vote in a notice. The notice says loans will stop.",
        {"Northern_Fund": FUND},
        Speaker(organisation="Northern Fund"),
    ),
    (
        "The Northern Fund cut its forecast on Monday. The fund said growth would slow.",
        {"Northern_Fund": FUND},
        Speaker(organisation="Northern Fund"),
    ),
    # Two reports, and a reader of one: nobody issued it.
    ("Anna Berg read the report. The report said loans would stop.", {"Anna_Berg": BERG}, Speaker()),
    # Two bodies: which of them is the group is not said.
    (
        "The Alba Corporation met the Boreas Foundation in Oslo. The group said loans would stop.",
        {},
        Speaker(),
    ),
]


@pytest.mark.parametrize(("text", "cast", "speaker"), LEFT_OPEN, ids=[c[0][:40] for c in LEFT_OPEN])
def test_what_is_left_open_is_whom_the_page_named_before(text: str, cast: dict[str, Actor], speaker: Speaker) -> None:
    assert resolved(text, **cast)[-1].speaker == speaker


def test_a_description_is_the_only_person_named_before_and_of_two_nobody() -> None:
    kim = Actor(kind="person", name="Min Kim")
    one = (
        "Min Kim arrived in Oslo on Monday after the guard had left the bridge. The archbishop said talks would resume."
    )
    two = "Min Kim and Ole Dahl arrived in Oslo on Monday. The archbishop said talks would resume."
    assert resolved(one, Min_Kim=kim)[-1].speaker.name == "Min Kim"
    dahl = Actor(kind="person", name="Ole Dahl")
    assert resolved(two, Min_Kim=kim, Ole_Dahl=dahl)[-1].speaker.name is None


def test_of_two_who_hold_an_office_the_one_who_speaks_goes_on() -> None:
    shah = Actor(kind="person", name="Ali Shah", office="foreign minister", country="PK")
    mori = Actor(kind="person", name="Ken Mori", office="foreign minister", country="JP")
    text = "Ali Shah said talks would resume after he met Ken Mori. The foreign minister said trade would grow."
    assert resolved(text, Ali_Shah=shah, Ken_Mori=mori, foreign_minister=mori)[-1].speaker.name == "Ali Shah"
    japanese = text.replace("The foreign", "The Japanese foreign")
    japan = Actor(kind="country", country="JP")
    with_state = {"Japanese": japan, "foreign_minister": mori}
    annotation = annotate(japanese)
    cast = cast_of(annotation, Ali_Shah=shah, Ken_Mori=mori, **with_state)
    cast = Cast(
        cast.actors,
        tuple(
            ActorMention(start=m.start, end=m.end, head=m.head, form="country", actor=m.actor)
            if m.actor is not None and cast.actors[m.actor] == japan
            else m
            for m in cast.mentions
        ),
    )
    rules = speech_rules()
    found = resolve_statements(find_statements(annotation, rules), annotation, cast, (), (), rules, published=None)
    assert found[-1].speaker.name == "Ken Mori"


def test_nobody_names_himself() -> None:
    kim = Actor(kind="person", name="Min Kim")
    ole = Actor(kind="person", name="Ole Dahl")
    text = 'Min Kim said talks had failed. "Ole Dahl will not come to Oslo," he said.'
    assert resolved(text, Min_Kim=kim, Ole_Dahl=ole, he=ole)[-1].speaker.name == "Min Kim"
