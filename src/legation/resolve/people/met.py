"""Who meets, receives or calls on whom, by the grammar of the sentence alone: tokens in, tokens out."""

from __future__ import annotations

from legation.records import Token
from legation.resolve.people.cast import CastBuilder

SUBJECTS = ("nsubj", "nsubjpass")


def met(builder: CastBuilder, head: int) -> tuple[bool, int | None]:
    """Whether the one at a token is met or receives, and the token of the other party."""
    doc, words = builder.annotation, builder.offices.words.scenes
    token = _top(builder, doc.tokens[head])
    parent = doc.tokens[token.head]
    if token.dep in ("dobj", "dative"):
        return parent.lemma in words.meeting, subject_above(builder, parent)
    if token.dep == "nsubj" and parent.lemma in words.receiving:
        other = doc.child(parent.i, "dobj")
        return other is not None, other.i if other else None
    if token.dep in ("nsubj", "attr") and parent.lemma == "be":
        return _welcoming(builder, parent)
    if token.dep != "pobj":
        return False, None
    if parent.lower == "by":
        verb = doc.tokens[parent.head]
        if verb.pos == "NOUN":  # "was met at the airport by X"
            verb = next((t for t in doc.ancestors(verb.i) if t.pos == "VERB"), verb)
        is_passive = doc.child(verb.i, "nsubjpass", "auxpass") is not None
        if verb.lemma in words.receiving or (is_passive and verb.lemma in words.greeting):
            return True, subject_above(builder, verb)
    above = doc.tokens[parent.head]
    if parent.lower == "with":
        is_talk = above.lemma in words.talking or above.lemma in words.talks
        return is_talk, subject_above(builder, above)
    if parent.lower in ("on", "upon"):
        return above.lemma in words.calling, subject_above(builder, above)
    if parent.lower in ("of", "from", "by"):
        return above.lemma in words.calls, subject_above(builder, above)
    return False, None


def met_with(builder: CastBuilder, verb: int) -> int | None:
    """The token of whom one meets: the object of a verb of meeting, or behind its "with"."""
    doc, words = builder.annotation, builder.offices.words.scenes
    lemma = doc.tokens[verb].lemma
    if lemma in words.meeting and (other := doc.child(verb, "dobj")) is not None:
        return other.i
    link = next((p for p in doc.children(verb, "prep") if p.lower == "with"), None)
    other = doc.child(link.i, "pobj") if link is not None and lemma in words.talking else None
    return other.i if other is not None else None


def is_called_on(builder: CastBuilder, head: int) -> bool:
    """Whether somebody calls on the one at a token: he is at home there."""
    token = builder.annotation.tokens[head]
    link = builder.annotation.tokens[token.head]
    return token.dep == "pobj" and link.lower in ("on", "upon") and met(builder, head)[0]


def subject_above(builder: CastBuilder, token: Token) -> int | None:
    """The token of the subject of the nearest verb at or above one that has any, not beyond a clause of its own."""
    doc = builder.annotation
    for at in (token, *doc.ancestors(token.i)):
        if at.pos not in ("VERB", "AUX"):
            continue
        subject = doc.child(at.i, *SUBJECTS)
        if subject is not None:
            return subject.i
        if at.dep not in ("xcomp", "conj", "advcl", "pcomp", "ccomp", "acl", "prep"):
            return None
    return None


def _top(builder: CastBuilder, token: Token) -> Token:
    """The token that a list hangs on in the sentence, from one of its names: past "Mayor of Lima Bo Oe", whose name the
    parser may hang on his title."""
    doc, at = builder.annotation, builder.mention_at
    while token.head != token.i:
        parent = doc.tokens[token.head]
        if token.dep == "pobj" and (own := at(token.i)) is not None and at(parent.head) == own:
            token = doc.tokens[parent.head]
        elif token.dep in ("conj", "appos", "compound", "nmod") and parent.pos in ("NOUN", "PROPN", "ADJ"):
            token = parent
        else:
            break
    return token


def _welcoming(builder: CastBuilder, verb: Token) -> tuple[bool, int | None]:
    """ "Welcoming the guests at the airport were X and Y": whether the sentence opens so, and the token of who comes."""
    doc, words = builder.annotation, builder.offices.words.scenes
    opens = doc.tokens[doc.sentence_of(verb.i).first]
    if opens.tag != "VBG" or opens.lemma not in words.receiving | words.greeting or opens.i > verb.i:
        return False, None
    guest = doc.child(opens.i, "dobj")
    return True, guest.i if guest is not None else None
