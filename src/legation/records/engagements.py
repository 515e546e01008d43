"""Engagement mentions: one place in the text that speaks of a visit, meeting, call ..., before anybody is resolved."""

from __future__ import annotations

from typing import Literal

import msgspec

from legation.records.reading import CauseType, EngagementKind

MentionedAs = Literal["verb", "noun", "anaphor", "visiting"]


class Argument(msgspec.Struct, frozen=True):
    """A noun phrase's head token and the part it plays. ``strength`` 2: the trigger's own; 1: a governor's
    (the subject of "postponed his trip"); 0: a guess from position, used only where nothing better stands."""

    role: str
    head: int
    strength: int = 2


class Governor(msgspec.Struct, frozen=True):
    """A word that says something of the engagement's state: token, what it does, and its own tense."""

    token: int
    effect: str
    tense: str
    is_change: bool = False
    is_negated: bool = False


class EngagementMention(msgspec.Struct, frozen=True, kw_only=True):
    """One mention. ``effect`` is what all governors together say of its state (a key of ``modality.outcome``) or
    None where the mention leaves the state open. ``nodes`` are the tokens whose dates are the engagement's dates;
    ``change_nodes`` those whose dates are the change's; ``plan_nodes`` those that give an originally planned date.
    ``is_of_plan`` where the words say only what became of a plan just told ("the plan was dropped", "he stayed at home"),
    ``is_of_company`` where only who comes to a gathering just told ("A and B will attend")."""

    start: int
    end: int
    head: int
    form: MentionedAs
    kind: EngagementKind
    arguments: tuple[Argument, ...] = ()
    effect: str | None = None
    before: str | None = None
    tense: str = "none"
    hedge: str | None = None
    governors: tuple[Governor, ...] = ()
    nodes: tuple[int, ...] = ()
    change_nodes: tuple[int, ...] = ()
    plan_nodes: tuple[int, ...] = ()
    sentence: int = 0
    is_definite: bool = False
    is_plural: bool = False
    is_subordinate: bool = False
    is_hypothetical: bool = False
    is_customary: bool = False
    is_generic: bool = False
    by_phone: bool = False
    on_sidelines: bool = False
    needs_official: bool = False
    is_recalled: bool = False
    is_listed: bool = False
    is_just_now: bool = False
    stands_in: bool = False
    is_of_plan: bool = False
    is_of_company: bool = False


class IncidentMention(msgspec.Struct, frozen=True, kw_only=True):
    """A happening that is no engagement and that a claim refers to. ``hits`` are the tokens that tell what happened."""

    start: int
    end: int
    head: int
    hits: tuple[int, ...] = ()


class CauseMention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that say why an engagement changed: ``mention`` numbers the engagement mention, ``incident`` the incident."""

    mention: int
    start: int
    end: int
    type: CauseType
    incident: int | None = None
