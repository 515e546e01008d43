"""Speakers, days and content of statements, against a cast made by hand."""

from __future__ import annotations

from datetime import date

from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import Actor, ActorMention, Annotation, Article, Block, Cast, SaidOn, Speaker, Statement, When
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
    (two,) = resolved("“We will go,” Berg said. “Soon.”")
    assert (one.content, two.content) == ("the visit stands", "We will go, Soon.")


def test_the_day_of_speaking_hangs_on_the_cue() -> None:
    text = "Berg said on Tuesday that she would leave on Friday."
    days = tuple(
        When(words=w, start=text.index(w), end=text.index(w) + len(w), earliest=d, latest=d, precision="day")
        for w, d in (("on Tuesday", date(2023, 6, 6)), ("on Friday", date(2023, 6, 9)))
    )
    (statement,) = resolved(text, days)
    assert statement.said_on == SaidOn(earliest=date(2023, 6, 6), latest=date(2023, 6, 6), words="on Tuesday")
