"""The topics of engagements: phrases to topic names."""

from __future__ import annotations

from functools import cache

from legation.errors import RulesError
from legation.rules import table
from legation.rules.phrases import Phrases


@cache
def topic_phrases(language: str = "en") -> Phrases[str]:
    """Phrase -> topic. Raises RulesError where a phrase is listed under two topics."""
    found: dict[str, str] = {}
    for topic, row in table(f"{language}/topics").items():
        for phrase in row["phrases"]:
            if phrase in found:
                raise RulesError(f"{language}/topics.toml: {phrase!r} under both {found[phrase]} and {topic}")
            found[phrase] = topic
    return Phrases(found)
