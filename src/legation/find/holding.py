"""Offices told by a verb: "Bo Oe was sworn in as president", "appointed Bo Oe as envoy", "named Bo Oe foreign minister"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.beside import closes
from legation.find.holders import name_from
from legation.find.lexicon import Lexicon
from legation.find.named import country_beside, name_with_country
from legation.find.personhood import Name
from legation.find.titles import OfficePhrase
from legation.records import Annotation, PersonMention
from legation.rules.offices import OfficeRules

SUBJECTS = ("nsubj", "nsubjpass")
LINK = 7
"""Words between a name and its office at most."""


def holder_told(
    phrase: OfficePhrase, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, name_at: dict[int, Name]
) -> tuple[Name, PersonMention] | None:
    """The name that a verb gives this office to, and its mention with it; one that is told to be over as a former one."""
    title = phrase.title
    if title.is_plural or title.is_institution or title.words in offices.syntax.only_before_name:
        return None
    if phrase.last in name_at or (phrase.determiner == "own" and phrase.owner is None):
        return None
    acting = _acting_as(phrase, annotation, offices, name_at)
    if acting is not None:
        return acting, with_office(name_with_country(acting, annotation, lexicon, offices), phrase)
    first = _link_before(phrase.first, annotation, offices)
    name = name_at.get(first - 1)
    if name is None or annotation.tokens[name.first].sentence != annotation.tokens[phrase.first].sentence:
        return None
    words = [t.lower for t in annotation.tokens[first : phrase.first]]
    if words and all(t.lemma == "have" for t in annotation.tokens[first : phrase.first]):
        return None  # "Bo Oe has had the foreign minister in Lima"
    syntax = offices.syntax
    noun = _noun_of(name, annotation) if words == ["as"] else None
    is_told = _is_told_of(name, first, phrase.first, annotation) or _is_given(name, words, annotation, offices)
    if not is_told and noun not in syntax.appointments | syntax.removals:
        return None
    is_over = bool(set(words) & syntax.held) and not set(words) & syntax.entering
    is_over |= noun in syntax.removals
    bare = with_office(name_with_country(name, annotation, lexicon, offices), phrase)
    return name, replace(bare, is_former=phrase.is_former or is_over)


def with_office(bare: PersonMention, phrase: OfficePhrase) -> PersonMention:
    """The mention of a name with the office that a phrase gives it."""
    return replace(
        bare,
        office=phrase.words,
        office_class=phrase.office_class or None,
        country=bare.country or phrase.country,
        organisation=bare.organisation or phrase.organisation,
        gender=phrase.title.gender or bare.gender,
        is_former=phrase.is_former,
        owner=phrase.owner,
        is_elsewhere=phrase.is_elsewhere,
    )


def is_second_office(
    phrase: OfficePhrase,
    name: Name,
    country_of: dict[Name, str | None],
    annotation: Annotation,
    *,
    is_styled: bool = False,
) -> bool:
    """ "Col. Bo Oe, the commander of the guard,", "Senator Bo Oe, Minister of Trade,": whether who has a title before his name
    has the one behind it too: one told in full (any, where the first is a mere style: "Prince Bo, Crown Prince,"), of no
    other state, that punctuation closes."""
    title = phrase.title
    is_full = is_styled or phrase.title_last < phrase.last or any(word in phrase.words.split() for word in ("of", "for"))
    if title.is_plural or title.is_institution or not is_full or phrase.determiner == "a":
        return False
    of = phrase.country or phrase.organisation
    return of in (None, country_of.get(name) or of) and closes(annotation, phrase.last)


def _link_before(i: int, annotation: Annotation, offices: OfficeRules) -> int:
    first = i
    while first > 0 and i - first < LINK and annotation.tokens[first - 1].lower in offices.syntax.holding | offices.syntax.taking:
        first -= 1
    return first


def _is_told_of(name: Name, first: int, last: int, annotation: Annotation) -> bool:
    """Whether the words from ``first`` to ``last`` (exclusive) are a verb and the name is its subject."""
    tokens = annotation.tokens
    subject = next((t for t in tokens[name.first : name.last] if not name.first <= t.head < name.last), None)
    if subject is None or subject.dep not in SUBJECTS or tokens[first - 1].i >= last:
        return False
    verbs = [t for t in tokens[first:last] if t.pos in ("VERB", "AUX")]
    return any(t.i == subject.head for t in verbs) or any(t.head == subject.head for t in verbs)


def _is_given(name: Name, words: list[str], annotation: Annotation, offices: OfficeRules) -> bool:
    """ "appointed Bo Oe as envoy", "named Bo Oe foreign minister": the object of a verb that gives offices."""
    tokens = annotation.tokens
    before = tokens[name.first if name.honorific is None else name.honorific].i - 1
    is_verb = before >= 0 and tokens[before].pos == "VERB" and tokens[before].lemma in offices.syntax.appointing
    return is_verb and words in ([], ["as"], ["to", "be"], ["as", "new"])


def _noun_of(name: Name, annotation: Annotation) -> str | None:
    """The noun that a name stands behind with "of": "the swearing-in of Bo Oe", "the appointment of Bo Oe"."""
    tokens = annotation.tokens
    of = (name.first if name.honorific is None else name.honorific) - 1
    if of < 1 or tokens[of].lower != "of":
        return None
    before = tokens[of - 3] if tokens[of - 1].lower == "in" and of > 2 and tokens[of - 2].text == "-" else tokens[of - 1]
    return before.lower if before.lower.startswith("swearing") else before.lemma.lower()


def _acting_as(
    phrase: OfficePhrase, annotation: Annotation, offices: OfficeRules, name_at: dict[int, Name]
) -> Name | None:
    """ "Bo Oe spoke in his capacity as envoy": who does something as the holder of the office, the subject of the verb."""
    tokens, i = annotation.tokens, phrase.first - 1
    if i < 3 or tokens[i].lower != "as" or tokens[i - 1].lower not in offices.syntax.capacities:
        return None
    verb = next((t for t in (tokens[i - 1], *annotation.ancestors(i - 1)) if t.pos in ("VERB", "AUX")), None)
    subject = annotation.child(verb.i, *SUBJECTS) if verb is not None else None
    return name_at.get(subject.i) if subject is not None else None


def named_behind_served(
    phrase: OfficePhrase, annotation: Annotation, lexicon: Lexicon, name_at: dict[int, Name]
) -> Name | None:
    """ "the spokesman for President Ali Bo of Sylvania, Bo Oe, said": the name behind him whom the title serves."""
    tokens = annotation.tokens
    if phrase.owner is None or phrase.owner < phrase.last or phrase.determiner == "a":
        return None
    served = name_at.get(phrase.owner) or name_from(phrase.owner + 1, name_at)
    if served is None:
        return None
    comma = country_beside(served, annotation, lexicon)[0]
    name = name_from(comma + 1, name_at) if comma < len(tokens) and tokens[comma].text == "," else None
    if name is None or tokens[name.first].sentence != tokens[phrase.first].sentence:
        return None
    behind = tokens[name.last] if name.last < len(tokens) else None
    return name if behind is None or behind.pos in ("PUNCT", "VERB", "AUX") else None
