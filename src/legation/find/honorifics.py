"""Honorifics and styles before a name, which are no part of it: "H.E. Dr", "Tan Sri", "Dr. the Rt. Honourable"."""

from __future__ import annotations

from legation.find.lexicon import Lexicon
from legation.find.personhood import Name
from legation.records import Annotation
from legation.rules.offices import OfficeRules

APOSTROPHES = frozenset({"'", "’", "‘"})


def _is_verb_before(i: int, annotation: Annotation) -> bool:
    """ "Welcoming Shavkat Mirziyoyev, he said": the sentence begins with a verb that the parser put into the name."""
    token = annotation.tokens[i]
    return (
        token.tag == "VBG"
        and token.i == annotation.sentences[token.sentence].first
        and annotation.tokens[i + 1].pos == "PROPN"
    )


def without_honorifics(first: int, last: int, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> Name:
    """The name without the honorifics before it, however many: "H.E. Dr", "Tan Sri", "The Rt Hon"."""
    while first < last - 1 and (
        _is_honorific(first, annotation, offices)
        or annotation.tokens[first].tag == "DT"
        or _is_verb_before(first, annotation)
        or annotation.tokens[first].lower in offices.words.descriptions.host
    ):
        first += 1
    if first + 3 < last and annotation.tokens[first + 1].text == "-" and _is_honorific(first + 2, annotation, offices):
        # "Vice-Ministro Bo Oe"
        first += 3
    honorific = first
    while honorific > 0:
        before = honorific - 1 - (honorific > 1 and annotation.tokens[honorific - 1].text in APOSTROPHES)
        is_title = honorific < first and before in lexicon.title_at
        if is_title or not (
            _is_honorific(before, annotation, offices) or _is_style(before, honorific < first, annotation, offices)
        ):
            break
        honorific = before
    if honorific < first and annotation.tokens[honorific].text == ".":
        honorific += 1
    return Name(first, last, None if honorific == first else honorific)


def _is_style(i: int, is_inside: bool, annotation: Annotation, offices: OfficeRules) -> bool:
    """What stands before a name and its honorifics and is no more of it: "His Excellency", "Dr. the Rt. Honourable"."""
    tokens = annotation.tokens
    token, after = tokens[i], tokens[i + 1]
    if token.lower in offices.prefixes.styles:
        # "His Excellency", "His Royal Highness"
        return i > 0 and (tokens[i - 1].tag == "PRP$" or _is_style(i - 1, is_inside, annotation, offices))
    if token.tag == "PRP$":
        return after.lower in offices.prefixes.styles
    if token.text == ".":
        return is_inside and i > 0 and tokens[i - 1].lower in offices.words.beside
    is_before = after.lower == "most" or _is_honorific(i + 1, annotation, offices)
    return is_inside and token.lower in ("the", "most") and is_before


def _is_honorific(i: int, annotation: Annotation, offices: OfficeRules) -> bool:
    words, tokens = offices.words, annotation.tokens
    token = tokens[i]
    if not (token.text[0].isupper() or token.lower.endswith(".")):
        return False
    if token.lower in words.honorifics:
        return True
    both = words.beside | words.honorifics.keys()
    before = i - 2 if i > 1 and tokens[i - 1].text in APOSTROPHES else i - 1
    # The parser at times takes the stop of "Rt." for a sentence's.
    after = i + 2 if i + 2 < len(tokens) and tokens[i + 1].text == "." else i + 1
    near = [
        tokens[n].lower
        for n in (before, after)
        if 0 <= n < len(tokens) and (tokens[n].sentence == token.sentence or n == i + 2)
    ]
    return token.lower in words.beside and any(word in both for word in near)
