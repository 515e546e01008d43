"""How names are written: initials, fathers' names, nicknames, the mark that opens a Polynesian name."""

from __future__ import annotations

import re

from msgspec.structs import replace

from legation.find.lexicon import Lexicon
from legation.find.personhood import Name, entity_label
from legation.records import Annotation

OKINA = "\u02bb\u02bc\u2018`"
"""Marks that open a Polynesian name: the okina and what stands for it."""
CLOSING = frozenset({"\u2019", "'"})
INITIALLED = re.compile(r"[A-Z][a-z]?\.[A-Z]\w+")
"""A father's initial and a name in one: "D.Gulmanova", "Kh.Battulga"."""
THINGS = frozenset({"GPE", "LOC", "FAC", "DATE", "ORG", "TIME"})


def is_initialled(i: int, annotation: Annotation) -> bool:
    """Whether a name begins here with its father's initial: "the Mejlis D.Gulmanova", "the Cabinet Kh.Geldimyradov"."""
    token = annotation.tokens[i]
    if INITIALLED.fullmatch(token.text) is not None:
        return entity_label(annotation, token) not in THINGS
    return len(token.text) < 3 and token.text[0].isupper() and is_initial_stop(annotation, i + 1)


def is_opening_mark(i: int, annotation: Annotation) -> bool:
    """Whether a mark stands here that opens a name and no quotation: "Samiuela \u2018Akilisi"."""
    tokens = annotation.tokens
    if i + 1 >= len(tokens) or tokens[i].text not in OKINA or tokens[i].end != tokens[i + 1].start:
        return False
    sentence = annotation.sentences[tokens[i].sentence]
    return not any(t.text in CLOSING and t.tag != "POS" for t in tokens[i + 1 : sentence.last])


def with_opening_mark(name: Name, annotation: Annotation, lexicon: Lexicon) -> Name:
    """ "Prime Minister \u2018Aisake Eke", "Minister for Trade, \u2018Ana Tau,": the name with its
    mark, behind a title."""
    mark, tokens = name.first - 1, annotation.tokens
    if mark < 1 or name.honorific is not None or not is_opening_mark(mark, annotation):
        return name
    before = mark - 1 - (tokens[mark - 1].text == ",")
    return replace(name, first=mark) if before in lexicon.title_at or before in lexicon.fields else name

def is_shortened(annotation: Annotation, i: int, shortened: frozenset[str]) -> bool:
    """Whether the stop of a shortened given name stands here, behind a title: "Spokesperson Ma. Teresita Dazo"."""
    tokens = annotation.tokens
    if i + 2 >= len(tokens) or tokens[i].text != "." or tokens[i - 1].lower not in shortened:
        return False
    is_near = annotation.text[tokens[i].end : tokens[i + 1].start] == " "  # the parser may end a sentence here
    return is_near and all(t.text.istitle() and t.pos == "PROPN" for t in tokens[i + 1 : i + 3])


def is_initial_stop(annotation: Annotation, i: int) -> bool:
    """Whether the stop of a father's name in one or two letters stands here, with nothing before the name: "Kh.Battulga"."""
    tokens = annotation.tokens
    if i + 1 >= len(tokens) or tokens[i].text != "." or len(tokens[i - 1].text) > 2:
        return False
    is_glued = tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
    return is_glued and tokens[i + 1].text.istitle() and tokens[i + 1].pos == "PROPN"


def is_nickname(annotation: Annotation, i: int) -> bool:
    """Whether a quoted word or letters in brackets begin here and the name goes on after them: Joko “Jokowi” Widodo,
    Mohammed bin Salman (MBS) bin Abdulaziz."""
    tokens = annotation.tokens
    if i + 3 >= len(tokens) or tokens[i + 3].sentence != tokens[i].sentence:
        return False
    if tokens[i].text == "(" and tokens[i + 2].text == ")":
        is_name = entity_label(annotation, tokens[i + 3]) == "PERSON" and tokens[i + 3].text.istitle()
        return tokens[i + 1].text.isupper() and is_name
    return tokens[i].tag == "``" and tokens[i + 1].text[0].isupper() and tokens[i + 2].tag == "''"
