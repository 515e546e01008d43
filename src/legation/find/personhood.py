"""What shows that a run of capitalised words is a person's name, and what shows that it is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

import msgspec

from legation.find.lexicon import Hit, Lexicon
from legation.records import Annotation, Token
from legation.rules.offices import OfficeRules, OfficeTitle

VAGUE = frozenset({"head", "leader", "official", "family"})
"""Classes whose titles things may have too: "Air Peru became the leader"."""
LINK = 7
"""Words between a name and the office that a verb gives at most."""
THINGS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "agent"})


class Name(msgspec.Struct, frozen=True):
    """Tokens ``first`` to ``last`` (exclusive) are a personal name, ``honorific`` the word before it.

    Where ``is_sure`` is False only a who's who can tell that it is one."""

    first: int
    last: int
    honorific: int | None = None
    is_sure: bool = True


def called_things(annotation: Annotation) -> Set[str]:
    """The words that the parser, over the whole page, calls parts of companies and products more often than of persons:
    "Apple" on a page about Apple Computer."""
    counts: Counter[str] = Counter()
    for entity in annotation.entities:
        vote = 1 if entity.label in THINGS else -1 if entity.label == "PERSON" else 0
        if vote:
            counts.update({t.text: vote for t in annotation.tokens[entity.first : entity.last] if t.pos == "PROPN"})
    return frozenset(word for word, votes in counts.items() if votes > 0)


def is_person(
    run: Name, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, things: Set[str] = frozenset()
) -> bool:
    """Whether something shows that a run is a person's name; ``things`` are words that the page uses for companies."""
    tokens = annotation.tokens
    inside = tokens[run.first : run.last]
    if all(len(t.text) == 1 or not t.text[0].isalpha() for t in inside):
        return False
    if run.honorific is not None:
        return True
    is_called = run.first > 0 and tokens[run.first - 1].lower in offices.words.names.things
    if is_called and _office_up_to(run.first - 1, annotation, lexicon, offices) is None:
        return False  # "the village Bo Oe"; not "Governor of Guangdong Province Bo Oe"
    after = tokens[run.last] if run.last < len(tokens) else None
    is_longer = (
        after is not None
        and after.pos == "PROPN"
        and after.sentence == inside[0].sentence
        and after.lower in offices.words.names.not_names
        and entity_label(annotation, after) not in ("DATE", "TIME")
    )
    if is_longer and (len(inside) == 1 or "PERSON" not in {entity_label(annotation, t) for t in inside}):
        # "the General Border Committee", "the Lobito Corridor".
        return False
    behind = run.first - 1 - (run.first > 2 and tokens[run.first - 1].text == ",")
    if run.first > 1 and len(inside) > 1 and _is_counterpart(behind, annotation, offices):
        return True
    stands = before_brackets(run.first - 1, annotation, offices.syntax.retired)
    before = lexicon.title_at.get(stands)
    # A title right before it, in brackets or where the parser ends a sentence ("host PM | Bo Oe"), is of its paragraph.
    is_beside = annotation.sentence_of(stands).block == annotation.sentence_of(run.first).block
    if before and is_beside:
        title = before.found
        weak = title.office_class in offices.syntax.weak_before_name
        is_many = title.is_plural and run.last - run.first == 1
        if not (title.is_institution or is_many or weak):
            return True
    labels = {entity_label(annotation, t) for t in inside if not _is_dated(annotation, t)}
    if _is_called_the(run, annotation):
        return False
    if "PERSON" in labels:
        if len(inside) > 1 and all(t.text.isupper() and len(t.text) > 2 for t in inside):
            # A heading in capitals makes every word look like a name.
            return False
        if all(t.text in things for t in inside):
            return False
        return not (labels & {"ORG", "FAC", "WORK_OF_ART", "LAW"} and len(inside) < 3)
    is_company = labels == {"ORG"}
    return (
        _has_office_after(run, annotation, lexicon, offices, is_company=is_company)
        or _has_office_before(run, annotation, lexicon, offices)
        or (not is_company and _holds_office(run, annotation, lexicon, offices))
        or _has_country_after(run, annotation, lexicon)
        or _is_told_who(run, labels, annotation)
        or _is_apposed(run, labels, annotation, lexicon, offices)
        or _is_of_a_state(run, labels, annotation, lexicon, offices)
    )


def before_brackets(i: int, annotation: Annotation, retired: frozenset[str]) -> int:
    """The token before the brackets that end here or open here: "Prime Minister (PM) Sher Deuba", "President [Deuba]",
    "Lt Gen (retd) Oe"."""
    tokens = annotation.tokens
    if i > 2 and tokens[i].text == ")":
        first = i - 2 - (tokens[i - 1].text == "." and i > 3)
        inside = tokens[first + 1]
        if tokens[first].text == "(" and (inside.text.isupper() or inside.lower in retired):
            return first - 1
    return i - 1 if i > 0 and tokens[i].text == "[" else i


def _is_counterpart(i: int, annotation: Annotation, offices: OfficeRules) -> bool:
    """ "his Turkish counterpart Hakan Fidan", "his opposite number Hakan Fidan"."""
    d, tokens = offices.words.descriptions, annotation.tokens
    words = d.counterpart | d.counterparts
    return tokens[i].lower in words or f"{tokens[i - 1].lower} {tokens[i].lower}" in words


def _is_called_the(run: Name, annotation: Annotation) -> bool:
    """ "the Beatles", "the Macintosh": no person is called "the", but a person's thing is ("the Biden plan")."""
    tokens = annotation.tokens
    if run.first == 0 or tokens[run.first - 1].tag != "DT" or _is_owner(run, annotation):
        return False
    last = tokens[run.last - 1]
    return last.dep != "compound" and (
        tokens[last.head].i < run.last or tokens[last.head].pos in ("VERB", "AUX", "ADP")
    )


def _is_owner(run: Name, annotation: Annotation) -> bool:
    return run.last < len(annotation.tokens) and annotation.tokens[run.last].tag == "POS"


def _is_apposed(run: Name, labels: set[str], annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """ "The foreign minister, Bo Oe, said": two names or more after a title and a comma, called nothing else."""
    tokens = annotation.tokens
    if run.last - run.first < 2 or run.first < 2 or tokens[run.first - 1].text != ",":
        return False
    # "the minister of foreign affairs for Tanzania, Bo Oe,": whose it is stands between.
    beside = lexicon.title_at.get(run.first - 2)
    title = (
        (beside if beside is not None and not beside.found.is_institution else None)
        or _office_up_to(run.first - 2, annotation, lexicon, offices)
        or _served_before(run, annotation, lexicon)
    )
    closes = (",", ".", ";", "and") if run.first - 2 in lexicon.world_at else (",", ".", ";")
    if labels - {""} and not (run.last < len(tokens) and tokens[run.last].text in closes):
        # Between a title's comma and the next mark it is a person, whatever the parser calls it.
        return False
    if title is None or title.found.is_institution or title.found.is_plural:
        return False
    # "‘Ana Tau" begins with a mark.
    first = run.first + (tokens[run.first].pos == "PUNCT")
    return all(t.pos == "PROPN" or t.text == "-" for t in tokens[first : run.last])


def _served_before(run: Name, annotation: Annotation, lexicon: Lexicon) -> Hit[OfficeTitle] | None:
    """ "The spokesman for President Ali Bo of Sylvania, Bo Oe, said": the title that begins the sentence, where another
    title stands behind it and a verb behind the second comma."""
    tokens = annotation.tokens
    first = annotation.sentence_of(run.first).first
    titles = {lexicon.title_at[i].first: lexicon.title_at[i] for i in range(first, run.first) if i in lexicon.title_at}
    is_verb = (
        run.last + 1 < len(tokens) and tokens[run.last].text == "," and tokens[run.last + 1].pos in ("VERB", "AUX")
    )
    between = tokens[first : run.first - 1]
    if len(titles) != 2 or not is_verb or any(t.pos in ("VERB", "AUX", "PUNCT") for t in between):
        return None
    one, two = (titles[i] for i in sorted(titles))
    return one if one.first - first <= 1 and tokens[one.last].pos == "ADP" and two.last < run.first - 2 else None


def _is_of_a_state(run: Name, labels: set[str], annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """ "Colombia's Petro met": a word that a state possesses and that does what only people do."""
    tokens = annotation.tokens
    head = tokens[run.last - 1]
    beside = lexicon.world_at.get(run.last + 1)
    if beside is not None and tokens[run.last].lower == "and" and beside.last + 1 < len(tokens):
        # "Chile's Boric and Peru's Boluarte spoke": they do the same thing.
        head = tokens[beside.last + 1] if tokens[beside.last].tag == "POS" else head
    if run.first < 2 or tokens[run.first - 1].tag != "POS" or head.pos != "PROPN":
        return False
    hit = lexicon.world_at.get(run.first - 2)
    if hit is None or hit.found[0].kind != "country" or any(t.text.isupper() for t in tokens[run.first : run.last]):
        return False
    if labels & {"LOC", "EVENT", "LAW", "DATE"} or head.tag == "NNPS":
        return False
    is_thing = bool(labels & {"ORG", "FAC", "PRODUCT", "WORK_OF_ART"})
    if is_thing and run.last - run.first < 3 and labels != {"ORG"}:
        return False
    verb = tokens[head.head] if head.dep != "pobj" else tokens[tokens[head.head].head]
    while verb.dep == "conj" and verb.pos == "PROPN":
        verb = tokens[verb.head]
    below = annotation.child(verb.i, "xcomp") if verb.pos == "AUX" else None  # "is to join", "is due to meet"
    verb = below if below is not None else verb
    verbs = offices.words.names.person_verbs if is_thing else offices.words.names.speaking_verbs
    is_part = head.dep in PARTS or (head.dep == "conj" and tokens[head.head].dep in PARTS)
    return is_part and verb.lemma in verbs | offices.words.names.person_verbs


def _is_dated(annotation: Annotation, token: Token) -> bool:
    """Whether the parser's entity runs into a date: "Macbook May 17, 2006" is called a person at times."""
    if token.entity < 0:
        return False
    entity = annotation.entities[token.entity]
    return any(t.text.isdigit() for t in annotation.tokens[entity.first : entity.last])


def _has_office_after(
    run: Name, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, *, is_company: bool
) -> bool:
    """ "Hakan Fidan, Turkey's foreign minister", "Hakan Fidan (Foreign Minister of Turkey)": a comma or brackets, then an
    office before anything else but its own words. What looks like a company is not called by "a": "of Automobile
    Craiova, a Romanian official said"."""
    tokens = annotation.tokens
    if run.last - run.first < 2 or run.last >= len(tokens) or tokens[run.last].text not in (",", "("):
        return False
    first = run.last + 1
    if first + 1 < len(tokens) and tokens[first].text.isdigit() and tokens[first + 1].text == ",":
        first += 2
    if is_company and first + 1 < len(tokens) and tokens[first].lower in ("a", "an"):
        return tokens[first + 1].lower in offices.prefixes.former
    for i in range(first, min(first + 6, len(tokens))):
        if i in lexicon.title_at:
            title = lexicon.title_at[i].found
            return not title.is_institution and not title.is_plural
        token = tokens[i]
        if token.lower in offices.words.descriptions.counterpart and i > first and tokens[i - 1].tag != "DT":
            return True  # "Hakan Fidan, his Turkish counterpart"
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") and token.lower not in offices.prefixes.once:
            return False
    return False


def _holds_office(run: Name, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """ "Bo Oe became Peru's foreign minister", "Bo Oe has been envoy to Peru": two words or more that a verb gives an office."""
    tokens = annotation.tokens
    i = run.last
    if run.last - run.first < 2 or not all(t.pos == "PROPN" and t.text.istitle() for t in tokens[run.first : i]):
        return False
    while i < len(tokens) and i - run.last < LINK and tokens[i].lower in offices.syntax.holding | offices.syntax.taking:
        i += 1
    if not any(t.pos in ("VERB", "AUX") for t in tokens[run.last : i]):
        return False
    for k in range(i, min(i + 5, len(tokens))):
        if k in lexicon.title_at:
            title = lexicon.title_at[k].found
            return not title.is_institution and not title.is_plural and title.office_class not in VAGUE
        if k not in lexicon.world_at and tokens[k].tag not in ("POS", "DT", "JJ"):
            return False
    return False


def _has_office_before(run: Name, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """ "Assistant Secretary of State for African Affairs Molly Phee": a title with its field, then the name."""
    is_plural = annotation.tokens[run.last - 1].tag == "NNPS"  # "CEO of Boeing Commercial Airplanes"
    return not is_plural and _office_up_to(run.first - 1, annotation, lexicon, offices) is not None


def _office_up_to(i: int, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> Hit[OfficeTitle] | None:
    """The title whose own words, with their preposition, end with this token: "Secretary of Armenia's Security Council"."""
    tokens, last, is_local = annotation.tokens, i, False
    while i > 0 and (
        i in lexicon.world_at
        or i in lexicon.fields
        or (tokens[i].lower in ("and", "&") and i - 1 in lexicon.fields)
        or tokens[i].tag in ("POS", "DT")
        or tokens[i].lower in offices.words.names.not_names
        or (i == last and tokens[i].lower in offices.syntax.headed and i - 1 in lexicon.world_at)
        or tokens[i].lower in offices.syntax.division_words
        or (is_local and tokens[i].pos == "PROPN" and last - i < LINK)
    ):
        is_local |= tokens[i].lower in offices.syntax.division_words  # "the Bac Ninh People's Committee"
        i -= 1
    is_body = tokens[last].tag not in ("POS", "DT")
    if i < last and i in lexicon.title_at and lexicon.title_at[i].last == i + 1 and i + 1 in lexicon.fields:
        return lexicon.title_at[i]  # "Minister of Trade | and Industry": the fields go on behind the title
    opens = (
        is_body
        and 0 < i < last
        and tokens[i].sentence == tokens[last].sentence
        and offices.opens_complement(tokens[i].lower)
    )
    if opens and i - 1 not in lexicon.title_at and tokens[i].lower == "of" and tokens[i - 1].lower in offices.words.names.not_names:
        # "Chairman of the Standing Committee of the National People's Congress Bo Oe": a body of a body.
        return _office_up_to(i - 1, annotation, lexicon, offices)
    return lexicon.title_at.get(i - 1) if opens else None


def _has_country_after(run: Name, annotation: Annotation, lexicon: Lexicon) -> bool:
    """ "Winston Peters of New Zealand"."""
    tokens = annotation.tokens
    if run.last - run.first < 2 or run.last + 1 >= len(tokens) or tokens[run.last].lower != "of":
        return False
    if tokens[run.last - 1].tag == "NNPS":
        # "the Super Eagles of Nigeria"
        return False
    hit = lexicon.world_at.get(run.last + 1)
    return hit is not None and hit.found[0].kind == "country"


def _is_told_who(run: Name, labels: set[str], annotation: Annotation) -> bool:
    """ "Ana Kovac, who heads the bank,": two words or more that the parser calls nothing, told of as one person."""
    tokens, i = annotation.tokens, run.last
    if run.last - run.first < 2 or labels - {"", "PERSON"} or tokens[i - 1].tag != "NNP" or i + 2 >= len(tokens):
        return False
    return tokens[i].text == "," and tokens[i + 1].lower == "who" and tokens[i + 2].tag == "VBZ"


def entity_label(annotation: Annotation, token: Token) -> str:
    """What the parser calls the entity a token is part of; nothing for none."""
    return annotation.entities[token.entity].label if token.entity >= 0 else ""
