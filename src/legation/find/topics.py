"""The words that say what a text is about."""

from __future__ import annotations

from legation.records import Annotation, Topic
from legation.rules.phrases import Phrases


def find_topics(doc: Annotation, phrases: Phrases[str]) -> tuple[Topic, ...]:
    """Every topic word of the text, in text order."""
    return tuple(
        Topic(name=topic, words=doc.text[start:end], start=start, end=end)
        for start, end, topic in phrases.find(doc.text)
    )
