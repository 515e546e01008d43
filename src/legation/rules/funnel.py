"""Which words say that a page may speak of engagements between states: one automaton out of the other rooms' rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args

import msgspec

from legation.errors import RulesError
from legation.rules import table
from legation.rules.dates import date_rules
from legation.rules.engagements import EngagementRules, engagement_rules
from legation.rules.offices import office_rules
from legation.rules.phrases import Phrases, lowered
from legation.rules.world import NameKind, world_rules

MarkKind = Literal["event", "common", "silent", "power", "place", "office", "foreign_office"]


_SPELT: dict[MarkKind, str] = {"common": "common_forms", "silent": "silent_forms", "event": "events"}


class Mark(msgspec.Struct, frozen=True):
    """What a word tells: an event, a ``common`` event word that says little alone, a
    ``silent`` one that says nothing alone, a power (with its code or short
    name), an office that acts for a state, or one that deals with other states.
    An event that ``wants`` other words tells nothing in a sentence that has none of them."""

    kind: MarkKind
    power: str | None = None
    wants: frozenset[str] = frozenset()


class FunnelRules(msgspec.Struct, frozen=True, kw_only=True):
    """``marks.find(text)`` gives every mark; ``powers`` are those a page must name; ``sentence_end`` finds where a
    sentence ends. A page with ``whole_mentions`` places that speak of engagements, or ``whole_share`` a sentence, is
    read whole, as is one of which ``whole_part`` would be; of others, the ``leading`` sentences and ``about`` so many
    on either side of each place. ``name`` finds words with a capital; who stands ``beside`` an office or a power (in
    characters) is known on the whole page, but for ``nobody``: honorifics, days, months and words of headlines. A text of
    ``short`` characters is asked as if it were one sentence."""

    marks: Phrases[Mark]
    powers: int
    sentence_end: re.Pattern[str]
    whole_mentions: int
    whole_share: float
    whole_part: float
    about: int
    leading: int
    name: re.Pattern[str]
    beside: int
    short: int
    nobody: frozenset[str]


@cache
def funnel_rules(language: str = "en") -> FunnelRules:
    """The funnel's words, built once. Raises RulesError where a part of its table is missing."""
    data = table(f"{language}/funnel")
    try:
        foreign, state = frozenset(data["foreign_offices"]), frozenset(data["state_offices"])
        common, silent = frozenset(data["common"]), frozenset(data["silent"])
        marks: dict[str, Mark] = {}
        spelt = [(form, Mark(kind)) for kind, forms in _SPELT.items() for form in data[forms]]
        powers = _named("power", frozenset(get_args(NameKind)) - frozenset(data["not_powers"]))
        places = _named("place", frozenset(data["places"]))
        events = _events(language, common, silent)
        for phrase, mark in (*powers, *_offices(foreign, state), *spelt, *events, *places):
            marks.setdefault(phrase, mark)
        return FunnelRules(
            marks=Phrases(marks),
            powers=int(data["powers"]),
            sentence_end=re.compile(data["sentence_end"]),
            whole_mentions=int(data["whole_mentions"]),
            whole_share=float(data["whole_share"]),
            whole_part=float(data["whole_part"]),
            about=int(data["about"]),
            leading=int(data["leading"]),
            name=re.compile(data["name"]),
            beside=int(data["beside"]),
            short=int(data["short"]),
            nobody=_nobody(language),
        )
    except KeyError as error:
        raise RulesError(f"rules/{language}/funnel.toml: {error} is missing") from error
    except re.error as error:
        raise RulesError(f"rules/{language}/funnel.toml: sentence_end: {error}") from error


def _nobody(language: str) -> frozenset[str]:
    """Words with a capital that are nobody's name: honorifics, days and months, and what never begins or ends a name."""
    words = office_rules().words
    days = (row for group in ("MONTH", "WEEKDAY") for row in date_rules(language).words[group])
    return frozenset({*words.honorifics, *words.names.not_names, *days})


def _named(kind: MarkKind, kinds: frozenset[str]) -> Iterator[tuple[str, Mark]]:
    """The names of the world that stand for a power by one of these ``kinds``."""
    phrases = world_rules().phrases
    for phrase in phrases:
        for name in phrases[phrase]:
            power = name.country or name.organisation
            if power and name.kind in kinds:
                yield phrase, Mark(kind, power)
                break


def _offices(foreign: frozenset[str], state: frozenset[str]) -> Iterator[tuple[str, Mark]]:
    titles = office_rules().titles
    for phrase in titles:
        found = titles[phrase]
        title = found[0] if isinstance(found, tuple) else found
        if title.office_class in state:
            yield phrase, Mark("foreign_office" if title.office_class in foreign else "office", title.implies)


def _events(language: str, common: frozenset[str], silent: frozenset[str]) -> Iterator[tuple[str, Mark]]:
    rules = engagement_rules(language)
    for lemma in (*rules.verbs, *rules.nouns):
        kind: MarkKind = "silent" if lemma in silent else "common" if lemma in common else "event"
        mark = Mark(kind, wants=_wanted(lemma, rules) if kind == "event" else frozenset())
        for form in _forms(lowered(lemma)):
            yield form, mark


def _wanted(lemma: str, rules: EngagementRules) -> frozenset[str]:
    """The words one of which each frame of this lemma must have beside it; none where some frame does without."""
    verbs, noun = rules.verbs.get(lemma, ()), rules.nouns.get(lemma)
    wanted = [
        frozenset(frame.objects) or (rules.words["phone"] if frame.phone and not frame.rings else frozenset())
        for frame in verbs
    ]
    if noun is not None:
        is_bound = not (noun.or_preposition or noun.or_governor)
        wanted.append(frozenset(noun.needs_modifier if is_bound else ()))
    return frozenset().union(*wanted) if all(wanted) else frozenset()


def _forms(lemma: str) -> Iterator[str]:
    """Every form that English endings may make of a lemma, non-words included: they match nothing."""
    stem = lemma.removesuffix("e")
    yield from (lemma, f"{lemma}s", f"{lemma}es", f"{lemma}ed", f"{stem}ed", f"{lemma}ing", f"{stem}ing")
    if lemma[-1] not in "aeiouy":
        yield from (f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    if lemma.endswith("y"):
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")
