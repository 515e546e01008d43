"""The rules of engagements and of modality, validated and frozen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec.structs import replace

from legation.errors import RulesError
from legation.rules import table


class VerbFrame(msgspec.Struct, frozen=True, kw_only=True):
    lemmas: tuple[str, ...]
    kind: str
    agent: str
    object: str | None = None
    prepositions: dict[str, str] = {}
    particles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    aspect: str = "held"
    object_is: str | None = None
    phone: bool = False
    rings: bool = False
    person: bool = False
    without: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    passive_only: bool = False
    names_object: bool = False
    placed: bool = False
    objects: tuple[str, ...] = ()
    of_bodies: bool = False


class NounFrame(msgspec.Struct, frozen=True, kw_only=True):
    lemmas: tuple[str, ...]
    kind: str
    owner: str
    prepositions: dict[str, str] = {}
    needs_modifier: tuple[str, ...] = ()
    needs_preposition: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    person: bool = False
    or_preposition: tuple[str, ...] = ()
    or_governor: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    attended: bool = False
    invitation: bool = False
    adjective_owns: bool = False
    of_bodies: bool = False
    behind: tuple[str, ...] = ()


class GovernorRule(msgspec.Struct, frozen=True, kw_only=True):
    lemmas: tuple[str, ...]
    effect: str
    negated: str | None = None
    particles: tuple[str, ...] = ()
    change: bool = False
    speaker: bool = False
    needs_time: bool = False
    adjective: bool = False
    of_subject: bool = False
    behind: tuple[str, ...] = ()
    bare: bool = False
    unless: tuple[str, ...] = ()
    of_visit: str | None = None
    direct: str | None = None


class Mistaken(msgspec.Struct, frozen=True):
    """What a parser mistakes in headlines: presents by their form, with their lemma, that it takes for plurals, those with an
    object (``doing``) and those with a direction (``going``); nouns that it takes for verbs; what stands behind a plural and
    not behind a verb; verbs that are auxiliaries indeed; and what is put in place of each and nobody mistakes."""

    doing: Mapping[str, str]
    going: Mapping[str, str]
    nouns: frozenset[str]
    behind_nouns: frozenset[str]
    auxiliaries: frozenset[str]
    for_doing: str
    for_going: str
    for_noun: str

    @property
    def presents(self) -> frozenset[str]:
        """The forms of all presents."""
        return frozenset((*self.doing, *self.going))


class EngagementRules(msgspec.Struct, frozen=True, kw_only=True):
    verbs: Mapping[str, tuple[VerbFrame, ...]]
    nouns: Mapping[str, NounFrame]
    governors: Mapping[str, tuple[GovernorRule, ...]]
    adjectives: Mapping[str, str]
    attitudes: Mapping[str, str]
    reporting: frozenset[str]
    modals: Mapping[str, str]
    support: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    adjuncts: Mapping[str, str]
    containers: frozenset[str]
    undated: frozenset[str]
    about: frozenset[str]
    tells: frozenset[str]
    predicates: tuple[tuple[str, str], ...]
    outcome: Mapping[str, tuple[str, str]]
    occasions: frozenset[str]
    mistaken: Mistaken
    combining: Mapping[str, str]
    numbers: Mapping[str, int]
    stay_days: Mapping[str, int]
    misread: Mapping[str, str]
    side_by_side: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]
    worlds: Mapping[str, frozenset[str]]


def _invert(groups: Mapping[str, Any]) -> Mapping[str, str]:
    """word -> group, the first group that lists the word winning."""
    found: dict[str, str] = {}
    for group, words in groups.items():
        for word in words:
            found.setdefault(_joined(word), group)
    return MappingProxyType(found)


def _joined(word: str) -> str:
    """A word without its hyphens: the tokeniser splits at them, and ``Annotation.joined`` puts the parts together."""
    return word.replace("-", "")


def _mistaken(told: Mapping[str, Any]) -> Mistaken:
    return Mistaken(
        doing={_present(verb): verb for verb in told["doing"]},
        going={_present(verb): verb for verb in told["going"]},
        nouns=frozenset(told["nouns"]),
        behind_nouns=frozenset(told["behind_nouns"]),
        auxiliaries=frozenset(told["auxiliaries"]),
        **told["instead"],
    )


def _present(verb: str) -> str:
    """The third person of a verb: "hosts", "goes", "reaches"."""
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb[:-1]}ies" if verb == "fly" else f"{verb}s"


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(_joined(word) for word in words)


def _by_lemma(frames: list[Any]) -> Mapping[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for frame in frames:
        for lemma in frame.lemmas:
            found.setdefault(_joined(lemma), []).append(frame)
    return MappingProxyType({lemma: tuple(rows) for lemma, rows in found.items()})


@cache
def engagement_rules(language: str = "en") -> EngagementRules:
    """The frozen rules of one language. Raises RulesError where a table does not have its shape."""
    events, modality = table(f"{language}/engagements"), table(f"{language}/modality")
    try:
        verbs = msgspec.convert(events["verb"], list[VerbFrame])
        nouns = [
            replace(noun, needs_modifier=tuple(_joined(word) for word in noun.needs_modifier))
            for noun in msgspec.convert(events["noun"], list[NounFrame])
        ]
        governors = msgspec.convert(modality["governor"], list[GovernorRule])
        effects = {g.effect for g in governors} | {g.negated for g in governors if g.negated}
        unknown = effects - set(modality["outcome"]) - {"transparent", "not_held", None}
        if unknown:
            raise RulesError(f"{language}/modality.toml: effects without an outcome: {', '.join(sorted(unknown))}")
        return EngagementRules(
            verbs=_by_lemma(verbs),
            nouns=MappingProxyType({_joined(lemma): n for n in nouns for lemma in n.lemmas}),
            governors=_by_lemma(governors),
            adjectives=_invert(events["adjectives"]),
            attitudes=_invert(events["nouns_of_attitude"]),
            reporting=frozenset(modality["reporting"]["lemmas"]),
            modals=_invert(modality["modals"]),
            support=_set(modality["support"]["verbs"]),
            begins=_set(modality["support"]["begins"]),
            ends=_set(modality["support"]["ends"]),
            about=frozenset(modality["about"]["verbs"]),
            tells=frozenset(modality["tells"]["verbs"]),
            undated=frozenset(modality["undated"]["nouns"]),
            containers=frozenset(modality["containers"]["nouns"]),
            adjuncts=_invert(modality["adjuncts"]),
            predicates=tuple(
                sorted(
                    (
                        (phrase, effect)
                        for effect, phrases in modality["predicates"].items()
                        if effect != "copulas"
                        for phrase in phrases
                    ),
                    key=lambda row: -len(row[0]),
                )
            ),
            outcome=MappingProxyType({k: (v[0], v[1]) for k, v in modality["outcome"].items()}),
            combining=MappingProxyType(events["combining"]),
            numbers=MappingProxyType(events["numbers"]),
            stay_days=MappingProxyType(modality["stay_days"]),
            misread=MappingProxyType(modality["misread"]),
            side_by_side=MappingProxyType({name: re.compile(form) for name, form in modality["side_by_side"].items()}),
            occasions=frozenset(events["occasion"]["nouns"]),
            mistaken=_mistaken(events["presents"]),
            words=MappingProxyType(
                {
                    "compounds": _set(events["stop"]["compounds"]),
                    "crowds": _set(events["stop"]["crowds"]),
                    "private_leaders": _set(events["stop"]["private_leaders"]),
                    "sending_state": _set(events["stop"]["sending_state"]),
                    "delegations": _set(events["stop"]["delegations"]),
                    "sporting": _set(events["stop"]["sporting"]),
                    "fiction": _set(events["stop"]["fiction"]),
                    "followers": _set(events["stop"]["followers"]),
                    "phone": _set(events["phone"]["words"]),
                    "virtual": _set(events["virtual"]["words"]),
                    "inside_names": frozenset(events["occasion"]["inside"]),
                    "recalling": _set(events["recalling"]["words"]),
                    "sidelines": _set(events["sidelines"]["words"]),
                    "definite": _set(events["anaphor"]["definite"]),
                    "one": _set(events["anaphor"]["one"]),
                    "sites": _set(events["sites"]["nouns"]),
                    "premises": _set(events["premises"]["nouns"]),
                    "rulers": _set(events["regions"]["rulers"]),
                    "regions": _set(events["regions"]["adjectives"]),
                    "airports": _set(events["airports"]["nouns"]),
                    "on_landing": _set(events["airports"]["on_landing"]),
                    "lands": _set(events["lands"]["nouns"]),
                    "lands_apart": _set(events["lands"]["apart"]),
                    "both": _set(events["both"]["words"]),
                    "runs": _set(events["runs"]["verbs"]),
                    "any_gathering": _set(events["runs"]["any_gathering"]),
                    "speaking_self": _set(events["speaking"]["self"]),
                    "spoken_to": _set(events["speaking"]["hearer"]),
                    "speaking_side": _set(events["speaking"]["side"]),
                    "in_person": _set(events["in_person"]["words"]),
                    "conversing": _set(events["in_person"]["conversing"]),
                    "copulas": _set(modality["predicates"]["copulas"]),
                    "addressing": _set(modality["addressing"]["verbs"]),
                    "including": _set(modality["including"]["verbs"]),
                    "accompanying": _set(modality["accompanying"]["verbs"]),
                    "leaving": _set(modality["leaving"]["verbs"]),
                    "ordinals": _set(events["ordinals"]["words"]),
                    "adverbial": _set(events["adverbial"]["nouns"]),
                    "courtesies": _set(events["courtesies"]["prepositions"]),
                    "answers": _set(events["courtesies"]["answers"]),
                    "paired": _set(events["separating"]["plural"]),
                    "each": _set(events["separating"]["each"]),
                    "plain": _set(events["plain"]["words"]),
                    "separating": _set(events["separating"]["words"]),
                    "in_turn": _set(events["separating"]["in_turn"]),
                    "counted": _set(events["separating"]["counted"]),
                    "uniting": _set(events["uniting"]["words"]),
                    "hyphenated": frozenset(events["hyphenated"]["verbs"]),
                    "asking": frozenset(events["asking"]["verbs"]),
                    "between_governments": _set(events["uniting"]["between_governments"]),
                    "governing": _set(modality["governing"]["prepositions"]),
                    "governing_of": _set(modality["governing"]["of_adjectives"]),
                    "changing": _set(modality["governing"]["of_change"]),
                    "governing_occasion": _set(modality["governing"]["of_occasion"]),
                    "evaluations": _set(modality["evaluations"]["words"]),
                    "thinking_of": _set(modality["evaluations"]["thinking_of"]),
                    "describing": _set(modality["evaluations"]["describing"]),
                    "filling": _set(modality["evaluations"]["filling"]),
                    "topical": _set(modality["evaluations"]["topical"]),
                    "own_places": _set(modality["own_places"]["nouns"]),
                    "formats": _set(modality["formats"]["nouns"]),
                    "continuing": _set(modality["formats"]["verbs"]),
                    "leave_taking": _set(modality["leaving"]["nouns"]),
                    "doors": _set(modality["shutting"]["nouns"]),
                    "shutting": _set(modality["shutting"]["verbs"]),
                    "stamps": _set(modality["stamps"]["words"]),
                    "sourcing": _set(modality["sourcing"]["words"]),
                    "words_refused": _set(modality["words_refused"]["verbs"]),
                    "temporal": _set(modality["temporal"]["prepositions"]),
                    "coming_away": _set(modality["coming_away"]["verbs"]),
                    "outcomes": _set(modality["outcomes"]["nouns"]),
                    "following": _set(modality["following"]["words"]),
                    "settled_on": _set(modality["settled_on"]["verbs"]),
                    "governing_at": _set(modality["governing"]["at"]),
                    "clock": _set(events["clock"]["words"]),
                    "states": _set(events["states"]["nouns"]),
                    "joint_bodies": _set(events["joint_bodies"]["nouns"]),
                    "not_of_governments": _set(events["joint_bodies"]["not_of_governments"]),
                    "results_had": _set(events["results_had"]["nouns"]),
                    "told_on": _set(events["results_had"]["behind"]),
                    "honouring": _set(events["honouring"]["nouns"]),
                    "state_bodies": _set(events["states"]["bodies"]),
                    "stateless": _set(events["states"]["stateless"]),
                    "of_a_town": _set(events["states"]["of_a_town"]),
                    "of_the_state": _set(events["states"]["of_the_state"]),
                    "parties_travelling": _set(events["visiting"]["parties"]),
                    "matters": _set(events["matters"]["words"]),
                    "visiting": _set(events["visiting"]["words"]),
                    **{name: _set(words) for name, words in modality["grammar"].items()},
                }
            ),
            worlds=MappingProxyType({k: _set(v) for k, v in events["stop"]["worlds"].items()}),
        )
    except (KeyError, msgspec.ValidationError) as error:
        raise RulesError(f"{language}/engagements.toml or modality.toml: {error}") from error
