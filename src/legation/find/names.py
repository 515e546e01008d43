"""Personal names: runs of capitalised words that something around them shows to be a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from msgspec.structs import replace

from legation.find.forms import (
    OKINA,
    is_initial_stop,
    is_initialled,
    is_nickname,
    is_opening_mark,
    is_shortened,
    with_opening_mark,
)
from legation.find.headings import is_sentence_case, without_headings, without_headline, words_of
from legation.find.honorifics import without_honorifics
from legation.find.lexicon import Lexicon
from legation.find.pairs import names_of_pair
from legation.find.personhood import PARTS, Name, called_things, entity_label, is_person
from legation.records import Annotation, Token
from legation.rules.names import family_names, name_words, skeleton
from legation.rules.offices import OfficeRules

__all__ = ["Name", "personal_names"]

PLACES = frozenset({"country", "capital", "city", "region"})
LONG = 5
"""Words that a name has fewer of."""
CREDIT = 80
"""Characters: how far into its brackets the credit of a picture goes."""
CREDITED = re.compile(r" ?/ ?[A-Z][^\n/.]{1,40}(?=\n|$)")
"""What stands between whoever made a picture and the end of the line: "/ Presidential Court"."""


def personal_names(annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> tuple[Name, ...]:
    """The personal names of a page, in text order.

    A run of capitalised words is a name where the parser calls part of it a person, where a title or honorific
    stands before it or an office in apposition after it, or where it is the last word of a name found that way.
    """
    runs = tuple(run for run in _runs(annotation, lexicon, offices) if not _is_credited(run, annotation, offices))
    runs, doubtful = without_headings(runs, annotation, offices)
    things = called_things(annotation)
    sure = {
        run
        for run in runs
        if run not in doubtful
        and (is_person(run, annotation, lexicon, offices, things) or is_initialled(run.first, annotation))
    }
    runs, sure, paired = _with_pairs(runs, sure, annotation, offices)
    shorts = _shorts(sure, annotation, offices)
    wholes = _wholes(sure, annotation)
    headed = {run: without_headline(run, wholes, annotation, offices) for run in runs}
    sure = {headed.get(run, run) for run in sure}
    runs, wholes = tuple(headed.values()), _wholes(sure, annotation)
    lengthened = tuple(_lengthened(run, wholes, annotation) for run in runs)
    longer = set(lengthened) - set(runs)
    runs = lengthened
    taken = {i for run in runs for i in range(run.first, run.last)}
    runs = tuple(
        sorted({*runs, *_at_starts(annotation, shorts, taken | lexicon.world_at.keys())}, key=lambda run: run.first)
    )
    known = {run for run in runs if run in sure or _spelling(name_words(words_of(run, annotation))) in shorts}
    # A full name that is a person's once is one wherever it stands again.
    known |= longer | {run for run in runs if _is_again(run, wholes, things, annotation)}
    lone = {n.first for n in known if n.last - n.first == 1}
    listed = {run for run in runs if run not in known and _is_listed(run, lone, annotation)}
    return tuple(
        run if run in known or run in listed else replace(run, is_sure=False)
        for run in runs
        if run in known or run in listed or run in paired or _may_be_one(run, annotation, lexicon, offices)
    )


def _shorts(sure: Set[Name], annotation: Annotation, offices: OfficeRules) -> set[tuple[str, ...]]:
    """What alone can stand for the full names of the page."""
    return {
        _spelling(short)
        for run in sure
        for short in family_names(words_of(run, annotation), None, offices.words.names)
        if run.last - run.first > 1
    }


def _wholes(sure: Set[Name], annotation: Annotation) -> set[str]:
    return {words_of(run, annotation) for run in sure if run.last - run.first > 1}


def _with_pairs(
    runs: tuple[Name, ...], sure: set[Name], annotation: Annotation, offices: OfficeRules
) -> tuple[tuple[Name, ...], set[Name], set[Name]]:
    """Runs and sure runs with those parted that are several people's names, and the parts that are not sure."""
    joined = [run for run in runs if any(t.text == "-" for t in annotation.tokens[run.first : run.last])]
    if not joined:
        return runs, sure, set()
    others = sure - set(joined)
    shorts = {name for run in others for name in _plain_shorts(run, annotation, offices)}
    parts: dict[Name, tuple[Name, ...]] = {}
    wholes = _wholes(sure, annotation)
    for run in joined:
        found = names_of_pair(run, shorts, wholes - {words_of(run, annotation)}, annotation, offices)
        if found:
            parts[run] = found
    made = tuple(replace(part, is_sure=True) for run in runs for part in parts.get(run, (run,)))
    new = {part for found in parts.values() for part in found}
    known = {part for run, found in parts.items() for part in found if part.is_sure and (run in sure or len(found) > 1)}
    unsure = {replace(part, is_sure=True) for part in new if not part.is_sure}
    return made, (sure - parts.keys()) | known, unsure


def _plain_shorts(run: Name, annotation: Annotation, offices: OfficeRules) -> tuple[tuple[str, ...], ...]:
    return family_names(words_of(run, annotation), None, offices.words.names) if run.last - run.first > 1 else ()


def _is_again(run: Name, wholes: Set[str], things: Set[str], annotation: Annotation) -> bool:
    inside = annotation.tokens[run.first : run.last]
    is_thing = any(t.text in things for t in inside)
    return len(inside) > 1 and not is_thing and words_of(run, annotation) in wholes


def _lengthened(run: Name, wholes: Set[str], annotation: Annotation) -> Name:
    """ "To Lam arrived", "Bharat Raj Paudyal": with the word before, which the parser takes for no name or for a state, where the
    page has the whole."""
    if run.first == 0 or run.honorific is not None:
        return run
    before = annotation.tokens[run.first - 1]
    longer = replace(run, first=run.first - 1)
    is_whole = before.text[0].isupper() and words_of(longer, annotation) in wholes
    return longer if is_whole else run


def _may_be_one(run: Name, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """A lone capitalised noun with a part in its sentence ("Lavrov met") or a government ("the Modi government") where
    the parser saw no person."""
    token = annotation.tokens[run.last - 1]
    title = lexicon.title_at.get(run.last)
    owns = title is not None and title.found.is_institution
    if owns and title is not None and title.found.office_class in offices.syntax.owned_by_name:
        return run.last - run.first == 1 and token.pos == "PROPN" and not token.text.isupper()
    if 1 < run.last - run.first < LONG:
        # "will meet Aleksandar Vucic": a full name that only a who's who has.
        inside = annotation.tokens[run.first : run.last]
        is_named = all(t.text == "-" or (t.text.istitle() and t.pos == "PROPN") for t in inside)
        return token.dep in PARTS and is_named
    if run.last - run.first > 1 or token.pos != "PROPN" or len(token.text) < 4 or not token.text.isalpha():
        return False
    return token.dep in PARTS and not token.text.isupper()


def _at_starts(annotation: Annotation, shorts: set[tuple[str, ...]], taken: set[int]) -> Iterator[Name]:
    """Surnames known from elsewhere on the page that the parser took for common words, as it does at times at the
    start of a sentence."""
    for sentence in annotation.sentences:
        token = annotation.tokens[sentence.first]
        is_free = token.i not in taken and len(token.text) > 4 and token.text[0].isupper()
        if is_free and _spelling(name_words(token.text)) in shorts:
            yield Name(token.i, token.i + 1)


def _spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(skeleton(word) if len(word) > 3 else word for word in words)


def _is_listed(run: Name, lone: Set[int], annotation: Annotation) -> bool:
    """ "Blinken, Austin and Sullivan": one word, in a list with another name of one word (``lone``, by its token)."""
    tokens = annotation.tokens
    if run.last - run.first > 1 or entity_label(annotation, tokens[run.first]) in ("ORG", "DATE", "FAC", "LOC"):
        return False
    follows = run.last + 1 in lone and tokens[run.last].text in (",", "and")
    return follows or (run.first - 2 in lone and tokens[run.first - 1].text == "and")


def _is_credited(run: Name, annotation: Annotation, offices: OfficeRules) -> bool:
    """ "(Photographer: A. Berg/Agency)", "... on his arrival. A. Berg / Agency": who made a picture is nobody of the page's."""
    start = annotation.tokens[run.first].start
    line = annotation.text[annotation.text.rfind("\n", 0, start) + 1 : start].rstrip()
    if line.endswith((".", "!", "?", ")")) and CREDITED.match(annotation.text, annotation.tokens[run.last - 1].end):
        return True
    before = annotation.text[max(start - CREDIT, 0) : start]
    opened = max(before.rfind("("), before.rfind("["))
    if opened < 0 or any(mark in before[opened:] for mark in ")]\n"):
        return False
    first = before[opened + 1 :].replace("/", " ").replace(":", " ").split()
    return bool(first) and first[0].lower() in offices.words.names.crediting


def _runs(annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> Iterator[Name]:
    words = offices.words.names
    tokens = annotation.tokens
    i = 0
    while i < len(tokens):
        if not _begins(tokens[i], annotation, lexicon, offices):
            i += 1
            continue
        first, last = i, i + 1
        while last < len(tokens) and _goes_on(last, annotation) and not is_initialled(last, annotation):
            token = tokens[last]
            if token.lower in words.suffixes and token.text.isupper() and token.text != "X":
                last += 1
                continue
            if token.text == "," and last + 1 < len(tokens) and tokens[last + 1].lower in words.juniors:
                last += 2
                continue
            glued = token.start == tokens[last - 1].end
            if (_continues(token, annotation, lexicon, offices) and not _parts(annotation, lexicon, first, last)) or (
                glued and tokens[last - 1].text in ("-", "’", "'") and token.text.isalpha()
            ):
                last += 1
            elif (token.text == "-" and glued) or token.lower in words.particles:
                ahead = last + 1
                while ahead < len(tokens) and (tokens[ahead].lower in words.particles or tokens[ahead].text == "-"):
                    ahead += 1
                follows = ahead < len(tokens) and tokens[ahead].sentence == token.sentence
                joined = token.text == "-" and ahead < len(tokens) and tokens[ahead].start == token.end
                if joined and follows and last + 1 == ahead and tokens[ahead].text.isalpha() and last - first < 9:
                    # "Suk-yeol", "Jean-Pierre": what hangs on a hyphen is part of the name, in any case.
                    last = ahead + 1
                    continue
                if token.text == "-" and not joined:
                    break
                if not (follows and _continues(tokens[ahead], annotation, lexicon, offices, glued=True)):
                    break
                last = ahead + 1
            elif is_initial_stop(annotation, last) or (
                last - 2 in lexicon.title_at and is_shortened(annotation, last, words.shortened)
            ) or (is_opening_mark(last, annotation) and _continues(tokens[last + 1], annotation, lexicon, offices, glued=True)):
                last += 2
            elif is_nickname(annotation, last) and _continues(tokens[last + 3], annotation, lexicon, offices):
                last += 4
            elif token.lower in words.suffixes and token.text[0].isupper():
                last += 1
            else:
                break
        styles = offices.words.honorifics.keys() | offices.words.beside
        is_title = last - first == 1 and offices.title_named(tokens[first].lower) is not None
        if not is_title and any(t.lower not in styles for t in tokens[first:last]):
            yield with_opening_mark(without_honorifics(first, last, annotation, lexicon, offices), annotation, lexicon)
        i = last


def _goes_on(i: int, annotation: Annotation) -> bool:
    """Whether the token may belong to the name before it: it is of the same sentence, or the parser ended one between two
    names with nothing but a space between them."""
    before, token = annotation.tokens[i - 1], annotation.tokens[i]
    if token.sentence == before.sentence:
        return True
    is_close = token.pos == before.pos == "PROPN" and annotation.text[before.end : token.start] == " "
    return is_close and not before.text.endswith(".") and is_sentence_case(token, annotation)


def _begins(token: Token, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    if token.lower in offices.words.names.particles and token.i + 2 < len(annotation.tokens):
        hyphen, after = annotation.tokens[token.i + 1], annotation.tokens[token.i + 2]
        if hyphen.text == "-" and after.text[0].isupper() and after.start == hyphen.end == token.end + 1:
            return True
    if _is_word_as_name(token, annotation, lexicon) or _is_surname_first(token, annotation, lexicon, offices):
        return True
    is_marked = token.i > 0 and is_opening_mark(token.i - 1, annotation)
    return (
        _continues(token, annotation, lexicon, offices, glued=is_marked) and token.lower not in offices.words.honorifics
    )


def _is_word_as_name(token: Token, annotation: Annotation, lexicon: Lexicon) -> bool:
    """A name that is also a common word, between a title and another name: "President To Lam", "Premier So Hun"."""
    i, tokens = token.i, annotation.tokens
    if i == 0 or i + 1 >= len(tokens) or not token.text.istitle() or token.pos in ("PROPN", "DET"):
        return False
    if i in lexicon.title_at:
        return False
    title, after = lexicon.title_at.get(i - 1), tokens[i + 1]
    if title is None or title.found.is_institution or title.found.is_plural or i in lexicon.world_at:
        return False
    is_name = after.pos == "PROPN" and after.text.istitle() and i + 1 not in lexicon.title_at
    is_name = is_name and i + 1 not in lexicon.world_at and after.sentence == token.sentence
    is_called = tokens[i - 1].text[0].isupper() or title.first - 1 in lexicon.world_at
    sentence = annotation.sentences[token.sentence]
    # A headline in capitals has its verbs in capitals too: "President To Visit Paris".
    is_written_small = any(
        t.pos in ("VERB", "AUX") and t.text.islower() for t in tokens[sentence.first : sentence.last]
    )
    return is_name and is_called and is_written_small


def _is_surname_first(token: Token, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """A family name that is a common word too, before the person whom the parser sees: "the Committee Do Van Chien"."""
    i, tokens = token.i, annotation.tokens
    if token.pos == "PROPN" or i + 1 >= len(tokens) or not token.text.istitle() or _starts_sentence(token, annotation):
        return False
    entity = tokens[i + 1].entity
    is_person = (
        entity >= 0 and annotation.entities[entity].label == "PERSON" and annotation.entities[entity].first == i + 1
    )
    is_free = i not in lexicon.title_at and i not in lexicon.world_at
    return is_person and is_free and token.lower in offices.words.names.first_surnames


def _continues(
    token: Token, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, *, glued: bool = False
) -> bool:
    if not token.text.lstrip(OKINA)[:1].isupper():
        return False
    if token.tag == "MD":
        return False  # "Premier Will Not Attend"
    if token.i in lexicon.title_at and (token.i not in _person_tokens(annotation, token)):
        return False
    if token.i in lexicon.fields:
        return False
    if token.i in lexicon.world_at and not _is_inside_name(token, annotation, lexicon, offices):
        return False
    if token.lower in offices.words.names.not_names:
        return (
            entity_label(annotation, token) == "PERSON"
            and token.pos == "PROPN"
            and token.lower in offices.words.names.names_too
        )
    if token.pos == "PROPN" or glued:
        return True
    return entity_label(annotation, token) == "PERSON" or (
        token.pos in ("X", "NOUN", "ADJ", "VERB", "INTJ", "ADP", "DET", "ADV")
        and len(token.text) > 1
        and not _starts_sentence(token, annotation)
        and token.tag not in ("DT", "IN", "PRP", "PRP$", "CC", "MD", "TO", "RB", "WRB", "WP")
        and is_sentence_case(token, annotation)
    )


def _person_tokens(annotation: Annotation, token: Token) -> range:
    """The tokens of a person's entity of two words or more that does not begin with this one."""
    if token.entity >= 0 and token.i > 0:
        entity, before = annotation.entities[token.entity], annotation.tokens[token.i - 1]
        if entity.label == "PERSON" and entity.first < token.i and before.pos == "PROPN" and before.text[0].isupper():
            return range(entity.first, entity.last)
    return range(0)


def _is_inside_name(token: Token, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """A place's word that is a name here: "Michael Jordan", "Israel Katz", "Chad Smith"."""
    hit = lexicon.world_at[token.i]
    kinds = {r.kind for r in hit.found}
    if hit.last - hit.first > 1 or not kinds & PLACES:
        return False
    if _is_called_counterpart(token, annotation, offices):
        return True
    if token.entity < 0:
        return False
    entity = annotation.entities[token.entity]
    if entity.label != "PERSON" or entity.last - entity.first < 2:
        return False
    if token.i > 0 and annotation.tokens[token.i - 1].tag == "IN":
        # "President of Finland Sauli Niinisto"
        return False
    after = annotation.tokens[hit.last : hit.last + 2]
    is_long = len(after) == 2 and all(t.pos == "PROPN" and t.text.istitle() for t in after)
    is_name_too = token.lower in offices.words.names.places_too
    if token.i - 1 in lexicon.title_at and "country" in kinds and is_long and not is_name_too:
        # "Foreign Minister Thailand Don Pramudwinai"
        return False
    others = [annotation.tokens[i] for i in range(entity.first, entity.last) if i != token.i]
    return any(t.text[0].isupper() and t.pos == "PROPN" and t.i not in lexicon.world_at for t in others) and not any(
        t.i in lexicon.title_at for t in others
    )


def _is_called_counterpart(token: Token, annotation: Annotation, offices: OfficeRules) -> bool:
    """ "met his counterpart Bharat Raj Oduya": a given name that is a state's too, where a full name must stand."""
    behind = annotation.tokens[token.i + 1 : token.i + 2]
    before = annotation.tokens[token.i - 1].lower if token.i else ""
    is_called = before in offices.words.descriptions.counterpart and token.lower in offices.words.names.places_too
    return is_called and all(t.pos == "PROPN" and t.text.istitle() for t in behind)


def _parts(annotation: Annotation, lexicon: Lexicon, first: int, here: int) -> bool:
    """Whether two entities meet here: the run before ended a person's name, or a person's name begins."""
    before, token = annotation.tokens[here - 1], annotation.tokens[here]
    if token.entity == before.entity or token.entity < 0:
        return False
    entity = annotation.entities[token.entity]
    begins = entity.first == here
    if begins and entity.label == "PERSON" and entity.last - entity.first > 1 and before.entity < 0:
        # "Minister for Trade and Industry [Gan Kim Yong]".
        return first > 0 and annotation.tokens[first - 1].lower in ("and", "for", "of", "&")
    if annotation.entities[token.entity].label in ("DATE", "TIME"):
        return True
    # "Samia Suluhu Hassan" may come as two; nobody is called by one name right after another's two.
    is_name = entity.label == "PERSON" and entity.last - entity.first > 1 and first - 1 not in lexicon.title_at
    return begins and before.entity >= 0 and is_name and here - first > 1


def _starts_sentence(token: Token, annotation: Annotation) -> bool:
    return token.i == annotation.sentences[token.sentence].first
