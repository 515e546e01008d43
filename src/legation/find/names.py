"""Personal names: runs of capitalised words that something around them shows to be a person."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec.structs import replace

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


def personal_names(annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> tuple[Name, ...]:
    """The personal names of a page, in text order.

    A run of capitalised words is a name where the parser calls part of it a person, where a title or honorific
    stands before it or an office in apposition after it, or where it is the last word of a name found that way.
    """
    runs = tuple(run for run in _runs(annotation, lexicon, offices) if not _is_credited(run, annotation, offices))
    runs = _without_shouts(runs, annotation)
    things = called_things(annotation)
    sure = {run for run in runs if is_person(run, annotation, lexicon, offices, things)}
    runs, sure, paired = _with_pairs(runs, sure, annotation, offices)
    shorts = _shorts(sure, annotation, offices)
    wholes = _wholes(sure, annotation)
    headed = {run: _without_headline(run, wholes, annotation, offices) for run in runs}
    sure = {headed.get(run, run) for run in sure}
    runs, wholes = tuple(headed.values()), _wholes(sure, annotation)
    lengthened = tuple(_lengthened(run, wholes, annotation) for run in runs)
    longer = set(lengthened) - set(runs)
    runs = lengthened
    taken = {i for run in runs for i in range(run.first, run.last)}
    runs = tuple(
        sorted({*runs, *_at_starts(annotation, shorts, taken | lexicon.world_at.keys())}, key=lambda run: run.first)
    )
    known = {run for run in runs if run in sure or _spelling(name_words(_words(run, annotation))) in shorts}
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
        for short in family_names(_words(run, annotation), None, offices.words.names)
        if run.last - run.first > 1
    }


def _wholes(sure: Set[Name], annotation: Annotation) -> set[str]:
    return {_words(run, annotation) for run in sure if run.last - run.first > 1}


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
        found = names_of_pair(run, shorts, wholes - {_words(run, annotation)}, annotation, offices)
        if found:
            parts[run] = found
    made = tuple(replace(part, is_sure=True) for run in runs for part in parts.get(run, (run,)))
    new = {part for found in parts.values() for part in found}
    known = {part for run, found in parts.items() for part in found if part.is_sure and (run in sure or len(found) > 1)}
    unsure = {replace(part, is_sure=True) for part in new if not part.is_sure}
    return made, (sure - parts.keys()) | known, unsure


def _plain_shorts(run: Name, annotation: Annotation, offices: OfficeRules) -> tuple[tuple[str, ...], ...]:
    return family_names(_words(run, annotation), None, offices.words.names) if run.last - run.first > 1 else ()


def _is_again(run: Name, wholes: Set[str], things: Set[str], annotation: Annotation) -> bool:
    inside = annotation.tokens[run.first : run.last]
    is_thing = any(t.text in things for t in inside)
    return len(inside) > 1 and not is_thing and _words(run, annotation) in wholes


def _lengthened(run: Name, wholes: Set[str], annotation: Annotation) -> Name:
    """ "To Lam arrived", "Bharat Raj Paudyal": with the word before, which the parser takes for no name or for a state, where the
    page has the whole."""
    if run.first == 0 or run.honorific is not None:
        return run
    before = annotation.tokens[run.first - 1]
    longer = replace(run, first=run.first - 1)
    is_whole = before.text[0].isupper() and _words(longer, annotation) in wholes
    return longer if is_whole else run


def _without_headline(run: Name, wholes: Set[str], annotation: Annotation, offices: OfficeRules) -> Name:
    """ "Bo Anders Leaves For Rome", "Deputy to Represent Anders": without the word that a headline's capitals join to a name
    the page has without it."""
    words = _words(run, annotation)
    before = annotation.tokens[run.first - 1].lower if run.first and run.last - run.first > 1 else ""
    others = {w for w in wholes if w != words and before == "to" and w.split()[-1:] == words.split()[-1:]}
    if others and not _is_sentence_case(annotation.tokens[run.first], annotation):
        given = words.split()[0]
        is_given = given.lower() in offices.words.given_names or any(given in w.split() for w in others)
        return run if is_given else replace(run, first=run.first + 1)
    shorter = replace(run, last=run.last - 1)
    if run.last - run.first < 3 or _words(shorter, annotation) not in wholes:
        return run
    return run if _is_sentence_case(annotation.tokens[run.first], annotation) else shorter


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
        return token.dep in PARTS and all(t.text.istitle() and t.pos == "PROPN" for t in inside)
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


def _words(run: Name, annotation: Annotation) -> str:
    start, end = annotation.span(run.first, run.last)
    return annotation.text[start:end]


def _spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(skeleton(word) if len(word) > 3 else word for word in words)


def _is_listed(run: Name, lone: Set[int], annotation: Annotation) -> bool:
    """ "Blinken, Austin and Sullivan": one word, in a list with another name of one word (``lone``, by its token)."""
    tokens = annotation.tokens
    if run.last - run.first > 1 or entity_label(annotation, tokens[run.first]) in ("ORG", "DATE", "FAC", "LOC"):
        return False
    follows = run.last + 1 in lone and tokens[run.last].text in (",", "and")
    return follows or (run.first - 2 in lone and tokens[run.first - 1].text == "and")


def _without_shouts(runs: tuple[Name, ...], annotation: Annotation) -> tuple[Name, ...]:
    """Runs, but for those in a heading whose words all have capitals of which no word has one elsewhere: "PRESIDENT SPEAKS ON
    MEDIATION". A page that writes nothing small keeps them all."""
    spelled: set[str] = set()
    for number, sentence in enumerate(annotation.sentences):
        if not _is_loud(annotation, number):
            spelled |= {t.lower for t in annotation.tokens[sentence.first : sentence.last] if t.text[0].isupper()}
    if not spelled:
        return runs
    return tuple(
        run
        for run in runs
        if not _is_shouted(run, annotation)
        or any(t.lower in spelled for t in annotation.tokens[run.first : run.last])
    )


def _is_shouted(run: Name, annotation: Annotation) -> bool:
    """Whether a run stands in a heading of capitals, or in one of capital letters and has a verb in it: "Kenya Puts Off"."""
    token = annotation.tokens[run.first]
    if _is_loud(annotation, token.sentence):
        return True
    has_verb = any(t.tag.startswith("VB") or t.tag == "RP" for t in annotation.tokens[run.first : run.last])
    return has_verb and not _is_sentence_case(token, annotation)


def _is_loud(annotation: Annotation, number: int) -> bool:
    """Whether a sentence writes all its words, or all but the smallest, with capitals."""
    sentence = annotation.sentences[number]
    letters = [t for t in annotation.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
    return len(letters) > 2 and all(t.text.isupper() for t in letters)


def _is_credited(run: Name, annotation: Annotation, offices: OfficeRules) -> bool:
    """ "(Photographer: A. Berg/Agency)": who made a picture is nobody of the page's."""
    start = annotation.tokens[run.first].start
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
        while last < len(tokens) and _goes_on(last, annotation):
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
            elif _is_initial_stop(annotation, last):
                last += 2
            elif _is_nickname(annotation, last) and _continues(tokens[last + 3], annotation, lexicon, offices):
                last += 4
            elif token.lower in words.suffixes and token.text[0].isupper():
                last += 1
            else:
                break
        styles = offices.words.honorifics.keys() | offices.words.beside
        is_title = last - first == 1 and offices.title_named(tokens[first].lower) is not None
        if not is_title and any(t.lower not in styles for t in tokens[first:last]):
            yield without_honorifics(first, last, annotation, lexicon, offices)
        i = last


def _goes_on(i: int, annotation: Annotation) -> bool:
    """Whether the token may belong to the name before it: it is of the same sentence, or the parser ended one between two
    names with nothing but a space between them."""
    before, token = annotation.tokens[i - 1], annotation.tokens[i]
    if token.sentence == before.sentence:
        return True
    is_close = token.pos == before.pos == "PROPN" and annotation.text[before.end : token.start] == " "
    return is_close and not before.text.endswith(".") and _is_sentence_case(token, annotation)


def _is_initial_stop(annotation: Annotation, i: int) -> bool:
    """Whether the stop of a father's name in one or two letters stands here, with nothing before the name: "Kh.Battulga"."""
    tokens = annotation.tokens
    if tokens[i].text != "." or i + 1 >= len(tokens) or len(tokens[i - 1].text) > 2:
        return False
    is_glued = tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
    return is_glued and tokens[i + 1].text.istitle() and tokens[i + 1].pos == "PROPN"


def _is_nickname(annotation: Annotation, i: int) -> bool:
    """Whether a quoted word or letters in brackets begin here and the name goes on after them: Joko “Jokowi” Widodo,
    Mohammed bin Salman (MBS) bin Abdulaziz."""
    tokens = annotation.tokens
    if i + 3 >= len(tokens) or tokens[i + 3].sentence != tokens[i].sentence:
        return False
    if tokens[i].text == "(" and tokens[i + 2].text == ")":
        is_name = entity_label(annotation, tokens[i + 3]) == "PERSON" and tokens[i + 3].text.istitle()
        return tokens[i + 1].text.isupper() and is_name
    return tokens[i].tag == "``" and tokens[i + 1].text[0].isupper() and tokens[i + 2].tag == "''"


def _begins(token: Token, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    if token.lower in offices.words.names.particles and token.i + 2 < len(annotation.tokens):
        hyphen, after = annotation.tokens[token.i + 1], annotation.tokens[token.i + 2]
        if hyphen.text == "-" and after.text[0].isupper() and after.start == hyphen.end == token.end + 1:
            return True
    if _is_word_as_name(token, annotation, lexicon) or _is_surname_first(token, annotation, lexicon, offices):
        return True
    return _continues(token, annotation, lexicon, offices) and token.lower not in offices.words.honorifics


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
    if not token.text[0].isupper() or not any(c.isalpha() for c in token.text):
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
        and _is_sentence_case(token, annotation)
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
    if hit.last - hit.first > 1 or not kinds & PLACES or token.entity < 0:
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


def _is_sentence_case(token: Token, annotation: Annotation) -> bool:
    """Whether the sentence writes common words small, so that a capital means a name."""
    sentence = annotation.sentences[token.sentence]
    letters = [t for t in annotation.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
    small = sum(t.text[0].islower() for t in letters)
    return small * 2 >= len(letters)
