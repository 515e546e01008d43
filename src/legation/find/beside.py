"""The name that a title stands before, or is in apposition with: "Foreign Minister X", "the premier, X,", "X, the premier"."""

from __future__ import annotations

from collections.abc import Set

from legation.find.grammar import before_holding, head_of
from legation.find.holders import name_from
from legation.find.personhood import Name, before_brackets
from legation.find.titles import OfficePhrase
from legation.records import Annotation
from legation.rules.offices import OfficeRules

DASHES = (",", "–", "—", "--", "(")


def begins_clause(phrase: OfficePhrase, name: Name, annotation: Annotation) -> bool:
    """Whether a title begins the sentence and a verb follows the name: "The Nigerian envoy, Ambassador Bo Oe has met"."""
    first = annotation.sentence_of(phrase.first).first
    begins = phrase.first == first or (phrase.first == first + 1 and annotation.tokens[first].lower == "as")
    return begins and name.last < len(annotation.tokens) and annotation.tokens[name.last].pos in ("VERB", "AUX")


def name_beside(
    phrase: OfficePhrase,
    annotation: Annotation,
    name_at: dict[int, Name],
    offices: OfficeRules,
    used: Set[Name],
    starts: Set[int],
) -> Name | None:
    """The name that a title stands before, or is in apposition with; one that another title has (``used``) is not taken
    from before it: "the President of Panama, Bo Oe, the President of Honduras, Al Ut,". ``starts`` are the first tokens of
    all titles."""
    tokens = annotation.tokens
    if phrase.title.is_plural or phrase.title.is_institution or _is_owner(phrase, annotation):
        return None
    after = name_from(phrase.last + _style_at(phrase.last, annotation, offices), name_at) or name_by_brackets(
        phrase.last, annotation, name_at, offices
    )
    # The parser at times ends a sentence after "PM"; a paragraph's end does part a title from a name.
    if after and _is_one_block(annotation, phrase.last - 1, after.first):
        return after
    before = name_before(phrase, annotation, name_at, offices)
    if before is not None and before not in used:
        return before
    last = phrase.last
    if last + 3 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        # "the President of the Riigikogu (Parliament), Bo Oe,"
        last += 3
    apposed = name_from(last + 1, name_at)
    if (
        apposed
        and _is_beside(apposed, phrase, annotation)
        and tokens[last].text in DASHES
        and _is_one_particular(phrase, annotation)
        and (
            closes(annotation, apposed.last)
            or _is_apposed(apposed, phrase, annotation)
            or _is_styled(apposed, annotation)
            or _goes_on_behind(apposed, phrase, annotation)
            or (tokens[apposed.last].lower == "and" and (phrase.country is not None or apposed.last + 1 in starts))
        )
    ):
        return apposed
    return None


def _is_owner(phrase: OfficePhrase, annotation: Annotation) -> bool:
    """ "Bo Oe, the president's private secretary": an office that possesses the next one is another's."""
    return phrase.last < len(annotation.tokens) and annotation.tokens[phrase.last].tag == "POS"


def name_by_brackets(
    i: int, annotation: Annotation, name_at: dict[int, Name], offices: OfficeRules
) -> Name | None:
    """The name behind brackets that hold a title's letters, or inside brackets that an editor put in."""
    for first in (i + 1, i + 3, i + 4):
        name = name_from(first, name_at)
        if name is not None and i == before_brackets(first - 1, annotation, offices.syntax.retired) + 1:
            return name
    return None


def _style_at(i: int, annotation: Annotation, offices: OfficeRules) -> int:
    """How many tokens a style has that begins here: "Secretary-General Her Excellency Bo Oe"."""
    tokens = annotation.tokens
    if i + 2 < len(tokens) and tokens[i].tag == "PRP$" and tokens[i + 1].lower in offices.prefixes.styles:
        return 2
    return 0


def _is_one_particular(phrase: OfficePhrase, annotation: Annotation) -> bool:
    """Whether a title before a comma is somebody's own: "the premier, X,", "Minister of Foreign Affairs, X," """
    if phrase.determiner in ("the", "own") or phrase.country or phrase.organisation:
        return True
    # A title in capitals without an article is somebody's: "met Minister of Energy, X, and".
    return annotation.tokens[phrase.first].text[0].isupper() and not phrase.determiner


def _is_beside(name: Name, phrase: OfficePhrase, annotation: Annotation) -> bool:
    """Whether a name and a title stand in one sentence, or in one paragraph where a style's stop ended the sentence."""
    if annotation.tokens[name.first].sentence == annotation.tokens[phrase.first].sentence:
        return True
    return name.honorific is not None and _is_one_block(annotation, phrase.first, name.first)


def _is_apposed(name: Name, phrase: OfficePhrase, annotation: Annotation) -> bool:
    """Whether the grammar says so, where no comma closes the name: "the new minister, Alfred Mutua today met"; or the
    sentence begins with the title and goes on with the name's verb: "The foreign minister, Bo Oe met"."""
    tokens = annotation.tokens
    head = tokens[head_of(name.first, name.last, annotation)]
    if head.dep == "appos" and phrase.first <= head.head < phrase.last:
        return True
    return begins_clause(phrase, name, annotation)


def _goes_on_behind(name: Name, phrase: OfficePhrase, annotation: Annotation) -> bool:
    """ "They will meet Minister of Trade, Bo Oe for talks": a title in capitals without an article is somebody's."""
    title, after = annotation.tokens[phrase.first], annotation.tokens[name.last]
    return title.text[0].isupper() and not phrase.determiner and after.pos == "ADP" and after.lower != "of"


def _is_styled(name: Name, annotation: Annotation) -> bool:
    """ "signed by the Governor, Her Excellency Bo Oe on Monday": a style behind a title's comma is its holder's."""
    after = annotation.tokens[name.last]
    return name.honorific is not None and after.pos in ("VERB", "AUX", "ADP") and after.lower != "of"


def name_before(
    phrase: OfficePhrase, annotation: Annotation, name_at: dict[int, Name], offices: OfficeRules
) -> Name | None:
    """ "Hakan Fidan, Turkey's foreign minister", "Bo Oe, who serves as envoy": the name before the comma."""
    tokens = annotation.tokens
    comma = before_holding(phrase.first - is_once(phrase, annotation, offices), annotation, offices) - 1
    if comma > 2 and tokens[comma].text == "," and tokens[comma - 1].text.isdigit() and tokens[comma - 2].text == ",":
        comma -= 2
    comma = _before_letters(comma, annotation, offices)
    is_lettered = comma > 1 and tokens[comma - 1].lower.strip(".") in offices.syntax.letters
    name = name_at.get(comma - 1) or (name_at.get(comma - 2) if is_lettered else None)
    beside = name_at.get(phrase.first - 1)
    if beside and phrase.country and phrase.title_last < phrase.last and phrase.last not in name_at:
        # "Joanna Berg Ambassador of New Zealand to Nepal"
        return beside if tokens[phrase.first].text[0].isupper() else None
    if name and tokens[name.first].sentence != tokens[phrase.first].sentence:
        return None
    is_dash = comma > 0 and (tokens[comma].text in DASHES or _is_spaced_hyphen(comma, annotation))
    if is_dash and name and phrase.last not in name_at:
        is_list = phrase.determiner == "" and not phrase.country and tokens[phrase.title_last - 1].text[0].isupper()
        is_closed = closes(annotation, phrase.last) or _goes_on_with_office(phrase.last, annotation, name_at)
        return None if is_list and not is_closed else name
    return None


def is_once(phrase: OfficePhrase, annotation: Annotation, offices: OfficeRules) -> bool:
    """ "Bo Oe, once the country's minister of trade,": a word before an office says that it is over."""
    i, tokens = phrase.first - 1, annotation.tokens
    return i > 0 and tokens[i].lower in offices.prefixes.once and tokens[i - 1].text == "," and closes(annotation, phrase.last)


def _before_letters(comma: int, annotation: Annotation, offices: OfficeRules) -> int:
    """The mark behind a name where an age in brackets or letters stand between it and its office: "Bo Oe (53), Minister of
    Trade", "Bo Oe, PhD, Minister of Trade", "Bo Oe MP, Minister of Trade"."""
    tokens = annotation.tokens
    if comma < 3 or tokens[comma].text != ",":
        return comma
    if tokens[comma - 1].text == ")" and tokens[comma - 3].text == "(" and tokens[comma - 2].text.isdigit():
        return comma - 3
    if tokens[comma - 1].lower.strip(".") in offices.syntax.letters:
        return comma - 2 if tokens[comma - 2].text == "," else comma
    return comma


def _is_spaced_hyphen(i: int, annotation: Annotation) -> bool:
    tokens = annotation.tokens
    return tokens[i].text == "-" and i > 0 and tokens[i - 1].end < tokens[i].start


def _goes_on_with_office(i: int, annotation: Annotation, name_at: dict[int, Name]) -> bool:
    """ "Bo Oe, Minister for Trade and Member of Parliament": a second office in capitals, no name, behind "and"; or a second
    body: "Chairman of the Federation (FED) and of the Cairo Chamber"."""
    tokens = annotation.tokens
    if i + 1 >= len(tokens) or tokens[i].lower not in ("and", "&") or i + 1 in name_at:
        return False
    return tokens[i + 1].text[0].isupper() or tokens[i + 1].lower == "of"


def _is_one_block(annotation: Annotation, one: int, two: int) -> bool:
    return annotation.sentence_of(one).block == annotation.sentence_of(two).block


def closes(annotation: Annotation, i: int) -> bool:
    return i >= len(annotation.tokens) or annotation.tokens[i].pos == "PUNCT"
