"""Which language a text is in: a count of English function words first, py3langid where that is not enough."""

from __future__ import annotations

import re

from legation.errors import NotReadError
from legation.rules.furniture import FurnitureRules

_WORD = re.compile(r"[^\W\d_]+")
_NO_LANGUAGE = ("zxx", "und", "mis", "mul")
_NEARLY = 30.0
"""Difference of log-likelihoods (nats) up to which two languages of a sample are not told apart: one sentence of another
language is 100 and more away."""
_SAMPLE = 20_000
"""Characters that a verdict is built on, taken from the middle of a longer text."""


def require_language(text: str, rules: FurnitureRules, *, source: str) -> str:
    """The rules' language code; NotReadError naming the language where the text is in another one.

    A text shorter than ``rules.fewest_words`` in a Latin script is given the benefit of the doubt.
    """
    sample = text if len(text) <= _SAMPLE else text[(len(text) - _SAMPLE) // 2 :][:_SAMPLE]
    words = _WORD.findall(sample.casefold())
    known = sum(word in rules.language_words for word in words)
    if known >= rules.language_share * len(words):
        return rules.language
    if _is_latin(sample) and len(words) < rules.fewest_words:
        return rules.language
    # Lists, headlines and telegraphic notes have few function words.
    if _is_latin(sample) and known >= rules.language_least_share * len(words):
        return rules.language
    # So has what names many people: of its words in small letters as many are function words as in any prose.
    if _is_latin(sample) and known >= rules.language_share * sum(w[0].islower() for w in _WORD.findall(sample)) > 0:
        return rules.language
    code = _guess(sample, rules.language)
    if code == rules.language or code in rules.language_also:
        return rules.language
    if code in _NO_LANGUAGE:
        raise NotReadError(source, "not read: no prose in it")
    raise NotReadError(source, f"not read: the page is in {_name(code)}")


def _is_latin(sample: str) -> bool:
    letters = [c for c in sample[:2000] if c.isalpha()]
    return sum(c < "\u0250" for c in letters) >= 0.5 * len(letters)


def _guess(sample: str, language: str) -> str:
    """The likeliest language's code; ``language`` where that is nearly as likely, as of a sentence full of names."""
    # Loaded here: the model takes half a second, and most pages never need it.
    from py3langid import langid

    ranked = langid.rank(sample)
    code, best = ranked[0]
    own = next((likelihood for other, likelihood in ranked if other == language), best - 2 * _NEARLY)
    return language if best - own < _NEARLY else str(code)


def _name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, f"another language ({code})"))
