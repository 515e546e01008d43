"""Objects that come late: "received in his office here today the Foreign Minister of Chad", as state agencies write.

The parser is used to an object right behind its verb and hangs one that comes after a place, a day or an aside on these.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._clauses import OBJECTS, is_passive
from legation.find.engagements._entities import is_time
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules, VerbFrame

FAR = 24
"""Tokens behind the verb, at most, in which its object is looked for."""
RECEIVING = frozenset({"traveller", "party"})
"""Roles of an object who is somebody in office."""


def late_person(doc: Annotation, rules: EngagementRules, frame: VerbFrame, i: int) -> Iterator[Token]:
    """The title of the first office-holder behind the verb at ``i`` whom no preposition governs, where what stands right
    behind the verb is a day, a place or an aside."""
    if frame.object not in RECEIVING or frame.particles or not _is_without_object(doc, i):
        return
    for token in _behind(doc, rules, i):
        is_title = token.pos == "PROPN" and token.lemma.lower() in rules.words["officials"] | rules.words["persons"]
        if is_title and not _is_governed(doc, token):
            yield token
            return


def late_thing(doc: Annotation, rules: EngagementRules, frame: VerbFrame, i: int) -> Iterator[Token]:
    """The word that the frame wants for an object, behind a comma: "granted today, at the palace, an audience to X"."""
    if not frame.objects or not _is_without_object(doc, i):
        return
    for token in _behind(doc, rules, i):
        first, _ = doc.subtree(token.i)
        if token.lemma in frame.objects and doc.tokens[first].lower in {"a", "an"} and doc.tokens[first - 1].text == ",":
            yield token
            return


def _is_without_object(doc: Annotation, i: int) -> bool:
    verb = doc.tokens[i]
    finite = verb.tag in {"VBD", "VBZ", "VBP", "VB"} or (verb.tag == "VBN" and verb.dep == "ROOT")
    return finite and not is_passive(doc, i) and doc.child(i, *OBJECTS, "xcomp", "ccomp", "oprd") is None


def _behind(doc: Annotation, rules: EngagementRules, i: int) -> Iterator[Token]:
    """What stands behind an adverbial that follows the verb, up to the next clause."""
    sentence = doc.sentence_of(i)
    if i + 1 >= sentence.last or not _is_adverbial(doc, doc.tokens[i + 1]):
        return
    for token in doc.tokens[i + 1 : min(sentence.last, i + FAR)]:
        if token.tag in {"VBD", "VBZ", "VBP", "MD", "TO"} or token.lower in rules.words["clause_breaks"]:
            return
        yield token


def _is_adverbial(doc: Annotation, token: Token) -> bool:
    return is_time(doc, token) or token.pos in {"ADP", "ADV"} or token.text == "," or token.dep == "npadvmod"


def _is_governed(doc: Annotation, title: Token) -> bool:
    """ "received in the presence of the Foreign Minister": whether a preposition stands before the words of the office.

    They begin at their article or at the adjective of a state, else at the first capital of the row."""
    first = doc.sentence_of(title.i).first
    i = title.i
    while i - 1 >= first and (doc.tokens[i - 1].tag in {"NNP", "NNPS", "JJ", "NN", "HYPH"}):
        i -= 1
        here = doc.tokens[i]
        is_state = here.entity >= 0 and doc.entities[here.entity].label in {"NORP", "GPE"}
        if here.tag == "JJ" and (is_state or here.text[:1].isupper()):
            break
    if i - 1 >= first and doc.tokens[i - 1].tag == "DT":
        i -= 1
    before = doc.tokens[i - 1]
    return before.pos in {"ADP", "SCONJ"} or before.tag == "POS" or before.lower == "and"
