"""Two people in one hyphened word: "the Trump-Kim summit", "the Donald Trump-Kim Jong Un meeting"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from legation.find.personhood import Name, entity_label
from legation.records import Annotation
from legation.rules.names import name_words
from legation.rules.offices import OfficeRules


def names_of_pair(
    run: Name, shorts: Set[tuple[str, ...]], wholes: Set[str], annotation: Annotation, offices: OfficeRules
) -> tuple[Name, ...]:
    """The names that hyphens join in a run; empty where the run is one name ("Okonjo-Iweala", "Jean-Yves Le Drian").

    They are several where each is a full name and a given name, the page or a noun of theirs shows it, where each is the
    surname of somebody named elsewhere on the page (in ``shorts``), or where each is one word before what two people have
    together, unless the whole ends a longer name of the page (in ``wholes``) or begins with a given name. Names that
    nothing but that noun shows are not sure.
    """
    parts = tuple(_parts(run, annotation))
    if len(parts) < 2 or not all(_begins_a_name(part, annotation, offices) for part in parts):
        return ()
    if all(name_words(_words(part, annotation)) in shorts for part in parts):
        return parts
    after = annotation.tokens[run.last] if run.last < len(annotation.tokens) else None
    is_theirs = after is not None and after.lower in offices.words.names.pair_nouns
    if all(part.last - part.first > 1 for part in parts):
        # "Miguel Diaz-Canel Bermudez said" is one person's name.
        is_given = annotation.tokens[parts[-1].first].lower in offices.words.given_names
        is_known = any(_words(part, annotation) in wholes for part in parts)
        return parts if is_theirs or is_given or is_known else ()
    if not is_theirs or any(part.last - part.first > 1 for part in parts):
        return ()
    first = annotation.tokens[run.first].lower
    if first in offices.words.given_names or any(w.endswith(_words(run, annotation)) for w in wholes):
        return ()
    return tuple(
        Name(
            part.first,
            part.last,
            is_sure=name_words(_words(part, annotation)) in shorts
            or entity_label(annotation, annotation.tokens[part.first]) == "PERSON",
        )
        for part in parts
    )


def _parts(run: Name, annotation: Annotation) -> Iterator[Name]:
    """The stretches between the hyphens."""
    first = run.first
    for i in range(run.first, run.last + 1):
        if i == run.last or annotation.tokens[i].text == "-":
            if i > first:
                yield Name(first, i)
            first = i + 1


def _begins_a_name(part: Name, annotation: Annotation, offices: OfficeRules) -> bool:
    token = annotation.tokens[part.first]
    return token.text[0].isupper() and len(token.text) > 1 and token.lower not in offices.words.names.particles


def _words(run: Name, annotation: Annotation) -> str:
    start, end = annotation.span(run.first, run.last)
    return annotation.text[start:end]
