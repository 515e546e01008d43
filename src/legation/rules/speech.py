"""The rules of reported speech: ``en/speech.toml``, validated and frozen."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from legation.errors import RulesError
from legation.rules import table

FRAMES = frozenset({"quote", "clause", "object", "infinitive", "gerund", "addressee", "target"})
DOES = frozenset({"asserts", "denies", "doubts", "promises", "hedges", "asks", "refuses"})


class Cue(msgspec.Struct, frozen=True):
    """A verb of saying: its force, what it does with its content, the frames it takes, its prepositions, and those of
    which it needs one to be a cue at all; ``objects`` are the nouns that it takes for its content, where not any."""

    lemma: str
    force: str
    does: str
    takes: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


class RegisterEntry(msgspec.Struct, frozen=True):
    """Words of the diplomatic register (dictionary forms in order), what they are known to signal and who says so."""

    words: tuple[str, ...]
    signals: str
    source: str
    near_talk: bool = False


class SpeechRules(msgspec.Struct, frozen=True, kw_only=True):
    """The vocabulary of attribution of one language. Sets hold dictionary forms in lower case."""

    cues: dict[str, Cue]
    nouns: dict[str, Cue]
    making: frozenset[str]
    documents: frozenset[str]
    issued: frozenset[str]
    studies: frozenset[str]
    aftermath: frozenset[str]
    remarks: frozenset[str]
    complementizers: frozenset[str]
    views: frozenset[str]
    own_words: frozenset[str]
    leading_up: frozenset[str]
    narrators_adverbials: frozenset[str]
    resuming_links: frozenset[str]
    joining: frozenset[str]
    means: frozenset[str]
    naming: frozenset[str]
    vague: frozenset[str]
    purposes: frozenset[str]
    with_goal: frozenset[str]
    content_prepositions: frozenset[str]
    leading_prepositions: frozenset[str]
    attending: frozenset[str]
    when_adverbs: frozenset[str]
    telling_alone: frozenset[str]
    emerging: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    arrangements: frozenset[str]
    reporting_openers: frozenset[str]
    telling: frozenset[str]
    narrators_prepositions: frozenset[str]
    telling_nouns: frozenset[str]
    refusal_verbs: frozenset[str]
    refused_acts: frozenset[str]
    reply_acts: frozenset[str]
    requests: frozenset[str]
    unavailable: frozenset[str]
    reaching: frozenset[str]
    drawn: frozenset[str]
    willing: frozenset[str]
    comments: frozenset[str]
    that_idioms: tuple[tuple[str, ...], ...]
    anonymous_nouns: frozenset[str]
    somebody: frozenset[str]
    persons: frozenset[str]
    given_names: frozenset[str]
    resuming: frozenset[str]
    speaking_nouns: frozenset[str]
    questioners: frozenset[str]
    answerers: frozenset[str]
    honorifics: frozenset[str]
    no_labels: frozenset[str]
    pagers: frozenset[str]
    pages: frozenset[str]
    link_labels: frozenset[str]
    list_openers: frozenset[str]
    list_words: frozenset[str]
    forms_of_address: frozenset[str]
    label_topics: frozenset[str]
    spoken_events: frozenset[str]
    following: frozenset[str]
    attributable: frozenset[str]
    page_statements: frozenset[str]
    topic_prepositions: frozenset[str]
    statement_ends: tuple[str, ...]
    held_offices: frozenset[str]
    outlets: frozenset[str]
    news_agencies: frozenset[str]
    outlet_names: frozenset[str]
    firms: frozenset[str]
    venues: frozenset[str]
    sides: frozenset[str]
    state_bodies: frozenset[str]
    incoming: frozenset[str]
    answering: frozenset[str]
    going_on: frozenset[str]
    named_bodies: frozenset[str]
    ranks: frozenset[str]
    anaphors: frozenset[str]
    headed: frozenset[str]
    own_land: frozenset[str]
    same_office: dict[str, str]
    bearers: dict[str, frozenset[str]]
    of_a_body: frozenset[str]
    neutral: frozenset[str]
    former: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    several: dict[str, int]
    of_any_kind: frozenset[str]
    just_issued: frozenset[str]
    reports: frozenset[str]
    own_pages: frozenset[str]
    on_a_page: frozenset[str]
    by_office: frozenset[str]
    same_bodies: dict[str, frozenset[str]]
    of_region: frozenset[str]
    body_words: dict[str, frozenset[str]]
    numbers: dict[str, int]
    pronouns: dict[str, str]
    anonymity_phrases: tuple[str, ...]
    anonymity_reasons: tuple[str, ...]
    relaying: frozenset[str]
    unspoken_modals: frozenset[str]
    aspectual: frozenset[str]
    framing: frozenset[str]
    no_speakers: frozenset[str]
    deeds: frozenset[str]
    needs_agent: frozenset[str]
    acts: frozenset[str]
    act_forces: frozenset[str]
    blows: frozenset[str]
    courtesies: frozenset[str]
    greetings: frozenset[str]
    receiving: frozenset[str]
    courting: frozenset[str]
    conversing: frozenset[str]
    withheld: frozenset[str]
    nothing: frozenset[str]
    pointing: frozenset[str]
    reading: frozenset[str]
    topical: frozenset[str]
    bare_participles: frozenset[str]
    stating: frozenset[str]
    asides: frozenset[str]
    firm_participles: frozenset[str]
    stances: frozenset[str]
    mere_deeds: frozenset[str]
    thoughts: frozenset[str]
    visiting: frozenset[str]
    telling_host: frozenset[str]
    bringing: frozenset[str]
    gatherings: frozenset[str]
    moods: frozenset[str]
    seeming: frozenset[str]
    calling_at: frozenset[str]
    acts_of_state: dict[str, frozenset[str]]
    pleas: dict[str, tuple[str, ...]]
    told_below: frozenset[str]
    taking_up: frozenset[str]
    perceiving: frozenset[str]
    learning: frozenset[str]
    guests: frozenset[str]
    occasion_prepositions: frozenset[str]
    occasion_nouns: frozenset[str]
    modals: frozenset[str]
    put_back: frozenset[str]
    hedges: frozenset[str]
    hedging_words: frozenset[str]
    commissive: frozenset[str]
    negations: frozenset[str]
    alternatives: frozenset[str]
    first_person: frozenset[str]
    own_person: frozenset[str]
    talk_nouns: frozenset[str]
    register: dict[str, tuple[RegisterEntry, ...]]


@cache
def speech_rules(language: str = "en") -> SpeechRules:
    """The rules of ``language``; raises RulesError naming the entry that is wrong."""
    name = f"{language}/speech"
    data = table(name)
    try:
        cues = _cues(name, data)
        refusals = data["refusals"]
        called = table(f"{language}/called")
        return SpeechRules(
            cues=cues,
            nouns={
                word: Cue(
                    word,
                    group["force"],
                    group["does"],
                    frozenset({"clause"}),
                    frozenset(data["noun_prepositions"].get(word, ())),
                )
                for group in data["noun_cues"]
                for word in group["words"]
            },
            documents=frozenset(data["documents"]["nouns"]),
            issued=frozenset(data["documents"]["issued"]),
            studies=frozenset(data["documents"]["studies"]),
            making=frozenset(data["making"]["verbs"]),
            complementizers=frozenset(data["phrases"]["complementizers"]),
            narrators_adverbials=frozenset(data["phrases"]["narrators_adverbials"]),
            resuming_links=frozenset(data["phrases"]["resuming_links"]),
            joining=frozenset(data["phrases"]["joining"]),
            means=frozenset(data["phrases"]["means"]),
            content_prepositions=frozenset(data["phrases"]["content_prepositions"]),
            according=tuple(tuple(words) for words in data["phrases"]["according"]),
            arrangements=frozenset(data["phrases"]["arrangements"]),
            **{
                name: frozenset(data["phrases"][name])
                for name in (
                    "reporting_openers",
                    "views",
                    "own_words",
                    "leading_up",
                    "telling",
                    "telling_nouns",
                    "narrators_prepositions",
                    "leading_prepositions",
                    "attending",
                    "when_adverbs",
                    "telling_alone",
                    "aftermath",
                    "purposes",
                    "with_goal",
                    "remarks",
                )
            },
            refusal_verbs=frozenset(refusals["verbs"]),
            refused_acts=frozenset(refusals["speaking"]),
            reply_acts=frozenset(refusals["replying"]),
            **{name: frozenset(refusals[name]) for name in ("requests", "unavailable", "reaching", "drawn", "willing", "comments")},
            that_idioms=tuple(tuple(words) for words in data["phrases"]["that_idioms"]),
            anonymous_nouns=frozenset(data["anonymous"]["nouns"]),
            speaking_nouns=frozenset(data["speaking"]["nouns"]),
            somebody=frozenset(data["anonymous"]["somebody"]),
            persons=frozenset(data["anonymous"]["nouns"]) | frozenset(data["anonymous"]["persons"]),
            given_names=frozenset(w for names in table(f"{language}/given_names").values() for w in names.split()),
            resuming=frozenset(data["anonymous"]["resuming"]),
            held_offices=frozenset(data["anonymous"]["held_offices"]),
            outlets=frozenset(data["bodies"]["outlets"]),
            news_agencies=frozenset(data["bodies"]["news_agencies"]),
            outlet_names=frozenset(data["bodies"]["outlet_names"]),
            firms=frozenset(data["bodies"]["firms"]),
            venues=frozenset(data["bodies"]["venues"]),
            sides=frozenset(data["bodies"]["sides"]),
            state_bodies=frozenset(data["bodies"]["state_bodies"]),
            incoming=frozenset(data["anonymous"]["incoming"]),
            answering=frozenset(data["anonymous"]["answering"]),
            going_on=frozenset(data["anonymous"]["going_on"]),
            named_bodies=frozenset(data["bodies"]["named"]),
            ranks=frozenset(data["anonymous"]["ranks"]),
            headed=frozenset(data["anonymous"]["headed"]),
            own_land=frozenset(data["anonymous"]["own_land"]),
            same_office=dict(data["anonymous"]["same_office"]),
            anaphors=frozenset(data["anonymous"]["anaphors"]),
            bearers={words: frozenset(classes) for words, classes in called["bearers"].items()},
            **{name: frozenset(words) for name, words in called["bearing"].items()},
            several={w: n for n, name in ((2, "two"), (3, "three")) for w in called["several"][name]},
            **{name: frozenset(words) for name, words in called["documents"].items()},
            same_bodies={word: frozenset(words) for word, words in called["same_bodies"].items()},
            of_region=frozenset(called["regions"]["words"]),
            body_words={words: frozenset(bodies) for words, bodies in called["taken_up"].items()},
            pronouns=dict(data["anonymous"]["pronouns"]),
            numbers=dict(data["anonymous"]["numbers"]),
            anonymity_phrases=tuple(data["anonymous"]["phrases"]),
            anonymity_reasons=tuple(data["anonymous"]["reasons"]),
            relaying=frozenset(data["relaying"]["verbs"]),
            unspoken_modals=frozenset(data["unspoken"]["modals"]),
            emerging=frozenset(data["unspoken"]["emerging"]),
            aspectual=frozenset(data["unspoken"]["aspectual"]),
            framing=frozenset(data["framing"]["verbs"]),
            no_speakers=frozenset(data["no_speakers"]["words"]),
            pleas={verb: tuple(words) for verb, words in data["pleas"].items()},
            acts_of_state={verb: frozenset(nouns) for verb, nouns in data["acts_of_state"].items()},
            **{name: frozenset(words) for name, words in data["no_words"].items()},
            **{name: frozenset(words) for name, words in data["transcripts"].items()},
            **{name: frozenset(words) for name, words in data["blocks"].items()},
            statement_ends=tuple(data["statement_ends"]["words"]),
            occasion_prepositions=frozenset(data["occasions"]["prepositions"]),
            occasion_nouns=frozenset(data["occasions"]["nouns"]),
            **{name: frozenset(words) for name, words in data["modality"].items()},
            talk_nouns=frozenset(data["talk"]["nouns"]),
            register=_register(data),
        )
    except KeyError as error:
        raise RulesError(f"{name}: {error} is missing") from error


def _cues(name: str, data: dict[str, Any]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    prepositions: dict[str, list[str]] = data["prepositions"]
    for group in data["cues"]:
        takes, does = frozenset(group["takes"]), group["does"]
        if not takes <= FRAMES:
            raise RulesError(f"{name}: unknown frame {', '.join(sorted(takes - FRAMES))}")
        if does not in DOES:
            raise RulesError(f"{name}: a cue cannot do {does!r}")
        for verb in group["verbs"]:
            if verb in cues:
                raise RulesError(f"{name}: {verb!r} stands in two groups of cues")
            needs = frozenset(data["needs"].get(verb, ()))
            objects = frozenset(data["objects"].get(verb, ()))
            cues[verb] = Cue(verb, group["force"], does, takes, frozenset(prepositions.get(verb, ())), needs, objects)
    for wrong, right in data["mistaken_lemmas"].items():
        cues[wrong] = cues[right]
    for verb in prepositions:
        # A verb that speaks only through its preposition ("railed against").
        if verb not in cues:
            cues[verb] = Cue(verb, "said", "asserts", frozenset(), frozenset(prepositions[verb]))
    return cues


def _register(data: dict[str, Any]) -> dict[str, tuple[RegisterEntry, ...]]:
    """The register by the first word of each phrase, longer phrases first."""
    by_first: dict[str, list[RegisterEntry]] = {}
    for group in data["register"]:
        for words in group["words"]:
            entry = RegisterEntry(tuple(words), group["signals"], group["source"], group.get("near_talk", False))
            by_first.setdefault(words[0], []).append(entry)
    return {word: tuple(sorted(found, key=lambda e: -len(e.words))) for word, found in by_first.items()}
