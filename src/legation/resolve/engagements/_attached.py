"""What each time of a page was found to say of each mention, by number."""

from __future__ import annotations

from collections import defaultdict

from legation.records import Annotation, When
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules

DATED = frozenset({"DATE", "TIME"})
"""Types of times that are days, or of a day."""
NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SETTINGS = frozenset({"visit", "meeting", "talks", "summit"})
"""Kinds that something else is said or done in."""
OUTSTANDING = frozenset(
    {"planned", "future", "agreed", "expected", "likely", "possible", "wanted", "awaited", "invited", "no_plan"}
)
"""Effects of what is yet to be."""


class Mentioned:
    """The mentions and times of a page, as times are attached: the mention numbers by the token that tells of an event
    (``nodes``), of its original plan or of its change, and by sentence."""

    def __init__(
        self, doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], times: tuple[When, ...]
    ) -> None:
        self.doc = doc
        self.rules = rules
        self.mentions = mentions
        self.times = times
        self.nodes: dict[int, list[int]] = defaultdict(list)
        self.plans: dict[int, list[int]] = defaultdict(list)
        self.changes: dict[int, list[int]] = defaultdict(list)
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            for node in mention.nodes:
                self.nodes[node].append(number)
            for node in mention.plan_nodes:
                self.plans[node].append(number)
            for node in mention.change_nodes:
                self.changes[node].append(number)
            self.by_sentence[mention.sentence].append(number)


class Attached:
    """For each mention number: times of the engagement (``own``), of its original plan, of its change, of the day it was moved
    to, how long it lasts, by how much it was put back (``shift``); times of what was done about it (``told``: "agreed on Monday
    to meet"); and the mentions that a "no date" value is said of. ``close`` counts those at the front of ``own`` and ``told``
    that stand in the event's own phrase. ``until`` are days on which it ends ("will end on Thursday"), ``opening`` the mentions
    whose own day is only its first ("begins on Saturday"), ``closing`` those whose own day is its last ("left on Thursday after
    a visit")."""

    def __init__(self) -> None:
        self.own: dict[int, list[int]] = defaultdict(list)
        self.plan: dict[int, list[int]] = defaultdict(list)
        self.change: dict[int, list[int]] = defaultdict(list)
        self.moved: dict[int, list[int]] = defaultdict(list)
        self.lasting: dict[int, list[int]] = defaultdict(list)
        self.spans: dict[int, list[int]] = defaultdict(list)
        self.shift: dict[int, list[int]] = defaultdict(list)
        self.told: dict[int, list[int]] = defaultdict(list)
        self.until: dict[int, list[int]] = defaultdict(list)
        self.close: dict[int, int] = defaultdict(int)
        self.opening: set[int] = set()
        self.closing: set[int] = set()
        self.undated: set[int] = set()
        self.stray: set[int] = set()
