"""Office phrases: a title with everything that belongs to it, from "the former US" to "for East Asia"."""

from __future__ import annotations

from typing import Literal

import msgspec

from legation.find.complements import complement_of, served_by
from legation.find.left_of_title import LeftOfTitle
from legation.find.lexicon import Hit, Lexicon
from legation.find.names import Name
from legation.records import Annotation
from legation.rules.offices import OfficeRules, OfficeTitle, Syntax

REGIONAL = frozenset({"head_of_state", "head_of_government", "vice_head"})
"""Classes that a province's holder of the title is not of."""


class OfficePhrase(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens ``first`` to ``last`` (exclusive), determiner and complement included. ``title_last`` ends the title
    itself. ``words`` is the office without its country; ``owner`` the token of a possessor. ``is_elsewhere``: the words
    name a place of office that is not known."""

    first: int
    last: int
    title_last: int
    title: OfficeTitle
    words: str
    office_class: str | None
    country: str | None = None
    organisation: str | None = None
    owner: int | None = None
    determiner: Literal["the", "a", "own", ""] = ""
    is_former: bool = False
    is_pair: bool = False
    is_visiting: bool = False
    is_elsewhere: bool = False


def office_phrase(
    hit: Hit[OfficeTitle], annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, names: dict[int, Name]
) -> OfficePhrase:
    """The phrase around one title."""
    left = LeftOfTitle(hit, annotation, lexicon, offices, names)
    left.walk()
    if left.owner is not None and left.is_another:
        # "his host President Kenyatta" is of another state than he.
        left.owner, left.determiner = None, "the"
    complement = complement_of(hit, annotation, lexicon, offices, names)
    last, country, organisation, after = complement.last, complement.country, complement.organisation, complement.words
    owner = left.owner if left.owner is not None else served_by(last, annotation, lexicon, offices, hit.found, names)
    office_class: str | None = hit.found.office_class or None
    if left.is_deputy and office_class:
        office_class = offices.syntax.deputy_classes.get(office_class, office_class)
    whole = offices.title_named(" ".join([*left.words, hit.found.words]))
    if whole is not None and office_class:
        # "the top US diplomat": the words make one title once the country is taken out.
        office_class = whole.office_class
    # "Secretary of State for Defence", "Secretary of State at the Foreign Ministry" are others' than America's.
    below = left.is_deputy or any(word in offices.syntax.deputies for word in hit.found.words.split())
    is_sent = hit.found.office_class == "ambassador"  # "Apostolic Nuncio to Kenya"
    implied = _implied(hit, annotation)
    country = left.country or country or (implied if below or is_sent or last == hit.last else None)
    is_regional = left.is_regional
    if country is None and left.organisation is None and organisation is None:
        country = lexicon.divisions.get(hit.first)
        is_regional |= country is not None
        if country is None and office_class in offices.syntax.faction_classes:
            country = left.faction
    if is_regional and office_class in REGIONAL:
        office_class = "governor"  # "Queensland Premier"
    if country in hit.found.by_country:
        office_class = hit.found.by_country[country]
    if office_class in ("head_of_state", "vice_head") and _names_a_body(hit.last, last, annotation, lexicon, offices):
        # "President of the Vietnam Fatherland Front"
        office_class = "head"
    if office_class == "head" and not below:
        office_class = _class_of_headed(hit, last, annotation, lexicon, offices) or office_class
    seat_class = left.seat_class or _class_behind(hit.last, last, lexicon)
    if seat_class and office_class in offices.syntax.organisation_head_from:
        # "the Sylvanian Senate's president", "leader of the African National Congress"
        office_class = seat_class
    organisation = left.organisation or organisation or hit.found.implies_organisation
    if organisation and office_class in offices.syntax.organisation_head_from and not seat_class:
        office_class = "organisation_head"
    core = annotation.text[annotation.tokens[hit.first].start : annotation.tokens[after - 1].end]
    is_public = hit.found.words in offices.syntax.public  # "the City Corporation's mayor"
    if organisation is None and office_class in offices.syntax.of_any_body and not is_public:
        behind = [t.text for t in annotation.tokens[hit.last : after]]
        before = [*left.words, left.possessor] if left.possessor else left.words
        by_name = bool(left.country) and not any(w in lexicon.bodies for w in before)
        unknown = left.is_of_a_body and not country and office_class in ("head_of_state", "vice_head")
        if unknown or _is_of_private_body(before, behind, by_name, office_class, offices.syntax):
            office_class = "head"
    return OfficePhrase(
        first=left.first,
        last=last,
        title_last=hit.last,
        title=hit.found,
        words=" ".join([*left.words, core]),
        office_class=office_class,
        country=country,
        organisation=organisation,
        owner=owner,
        determiner=left.determiner,
        is_former=left.is_former,
        is_pair=left.is_pair,
        is_visiting=left.is_visiting,
        is_elsewhere=not (country or organisation or hit.found.office_class in offices.syntax.of_a_part)
        and (left.is_elsewhere or complement.is_elsewhere),
    )


def _is_of_private_body(
    before: list[str], behind: list[str], has_country: bool, office_class: str, syntax: Syntax
) -> bool:
    """Whether the words beside a title name a body that is no state's: "Cricket Board president", "the NFF president",
    "president of FIFA". A country before letters may be that of a party ("the Sylvanian SDP leader")."""
    words = [w.lower() for part in (*before, *behind) for w in part.split()]
    names = [w for w in behind if w[:1].isupper()]
    as_written = (w for part in (*before, *behind) for w in part.split())
    if any(word in syntax.private_bodies for word in words) or any(w in syntax.unions for w in as_written):
        return True
    if office_class not in ("head_of_state", "vice_head"):
        return False
    return (not has_country and any(_is_letters(w) for w in before)) or any(_is_letters(w) for w in names[:1])


def _class_behind(first: int, last: int, lexicon: Lexicon) -> str | None:
    """The class of office that heads the institution of one state that a title goes on with."""
    hit = next((lexicon.world_at[i] for i in range(first, last) if i in lexicon.world_at), None)
    return hit.found[0].office_class if hit is not None and hit.found[0].kind == "institution" else None


def _implied(hit: Hit[OfficeTitle], annotation: Annotation) -> str | None:
    """The country that a title alone tells: "the Secretary of State"; not "the Secretary of State, Cardinal X"."""
    if any(word in annotation.text for word in hit.found.unless):
        return None
    beside = (t.lower for t in annotation.tokens[max(hit.first - 1, 0) : hit.last + 2])
    return next((hit.found.implies_beside[word] for word in beside if word in hit.found.implies_beside), hit.found.implies)


def _class_of_headed(
    hit: Hit[OfficeTitle], last: int, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules
) -> str | None:
    """The office of who heads what a state's name stands in: "head of Hungarian diplomacy", "head of the Hungarian government",
    "chief of the Hungarian Foreign Ministry"; None where that makes no title and no institution."""
    of_states = {i for at in range(hit.last, last) if at in lexicon.world_at for i in range(at, lexicon.world_at[at].last)}
    behind = [t for t in annotation.tokens[hit.last : last] if t.tag not in ("DT", "POS") and t.i not in of_states]
    if len(behind) < 2 or behind[0].lower != "of":
        return None
    whole = offices.title_named(" ".join([hit.found.words, *(t.lower for t in behind)]))
    if whole is not None:
        return whole.office_class
    body = lexicon.title_at.get(behind[1].i)
    if body is None or not body.found.is_institution or body.last != last or hit.found.words not in offices.syntax.heading:
        return None
    return offices.syntax.headed_classes.get(body.found.office_class, None)


def _names_a_body(first: int, last: int, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """Whether a state's name is only part of what is said here: more words with capitals follow it."""
    hit = next((lexicon.world_at[i] for i in range(first, last) if i in lexicon.world_at), None)
    if hit is None or hit.found[0].kind not in ("country", "adjective", "people"):
        return False
    behind = [t for t in annotation.tokens[hit.last : last] if t.pos == "PROPN" and t.i not in lexicon.world_at]
    return any(t.lower not in offices.words.descriptions.country_words for t in behind)


def _is_letters(words: str) -> bool:
    """Whether the last of some words is a body's letters: "NFF"."""
    last = words.split()[-1]
    return len(last) > 2 and last.isalpha() and last.isupper()
