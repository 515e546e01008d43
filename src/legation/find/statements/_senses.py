"""Verbs of saying in another sense: ``called on the minister to brief him`` (a visit), ``called in sick``, ``the isles that
Oslo calls Lundholm`` (a name), ``declared independence`` (an act of state), ``a march calling for peace`` (nobody speaks)."""

from __future__ import annotations

from legation.find.statements._deeds import is_quoting
from legation.find.statements._grammar import is_actor, is_passive
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules


def is_other_sense(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Whether ``token``, a form of the verb ``cue``, has another sense where it stands than that of saying."""
    return (
        (cue.force in rules.thoughts and not is_quoting(annotation, token))
        or is_visit(annotation, rules, token)
        or _is_act_of_state(annotation, rules, token)
        or _is_name(annotation, rules, cue, token)
        or _is_aside_to_reader(annotation, token)
        or _is_plea(annotation, rules, token)
        or _is_as_asked(annotation, cue, token)
        or _says_who(annotation, token)
    )


def is_visit(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``called on the president in the evening``, ``called on the minister to brief him``: nobody is called on to act."""
    if token.lemma != "call" or annotation.tokens[token.i + 1 : token.i + 2] == ():
        return False
    following = annotation.tokens[token.i + 1 : annotation.subtree(token.i)[1]]
    if not following or following[0].lower not in ("on", "upon"):
        return False
    to = next((t for t in following if t.tag == "TO"), None)
    if to is None:
        return True
    host = annotation.child(following[0].i, "pobj")
    act = annotation.tokens[to.head]
    if host is None or not _is_one_person(annotation, rules, host):
        return False
    thing = annotation.child(act.i, "dobj")
    if thing is None:
        return False
    if act.lemma in rules.visiting or (act.lemma in rules.telling_host and "Case=Acc" in thing.morph):
        return True
    # "to present his credentials", "to seek her blessing"
    owner = annotation.child(thing.i, "poss")
    return act.lemma in rules.bringing and owner is not None and owner.pos == "PRON"


def _is_one_person(annotation: Annotation, rules: SpeechRules, who: Token) -> bool:
    if who.tag in ("NNS", "NNPS"):
        return False
    label = annotation.entities[who.entity].label if who.entity >= 0 else ""
    titles = annotation.children(who.i, "compound", "nmod")
    return (
        label == "PERSON"
        or who.lemma.lower() in rules.persons | rules.honorifics
        or any(t.lower in rules.honorifics or t.lemma.lower() in rules.persons for t in titles)
    )


def _is_act_of_state(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``declared independence``, ``recognised the new government``, ``was recognised by ten states``: what is done by
    saying so, and no words about it."""
    nouns = rules.acts_of_state.get(token.lemma)
    if nouns is None or is_quoting(annotation, token):
        return False
    if any(t.lower in nouns for t in annotation.tokens[token.i + 1 : token.i + 2]):
        # "had been denied entry"
        return True
    what = annotation.child(token.i, "nsubjpass" if is_passive(annotation, token.i) else "dobj")
    is_clause = annotation.child(token.i, "ccomp") is not None
    return not is_clause and what is not None and (what.lower in nouns or what.lemma in nouns)


def _is_name(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """``the isles that Oslo calls Lundholm``, ``called in sick``, ``called at the port``."""
    if cue.force != "called" or " " in cue.lemma or is_quoting(annotation, token):
        return False
    after = annotation.tokens[token.i + 1] if token.i + 1 < len(annotation.tokens) else token
    if token.dep == "relcl" and after.pos == "PROPN":
        return True
    is_led = any(c.lower in cue.prepositions for c in annotation.children(token.i, "prep"))
    return after.pos in ("ADP", "ADV") and after.lower in rules.calling_at and not is_led


def _is_aside_to_reader(annotation: Annotation, token: Token) -> bool:
    """``If you live abroad, please note that ...``: the page speaks to its reader."""
    if token.tag != "VB" or annotation.child(token.i, "nsubj", "aux") is not None:
        return False
    return annotation.tokens[token.i - 1].lower == "please" if token.i else False


def _is_plea(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``pleaded guilty``, ``pleaded not guilty``: a step in court."""
    behind = " ".join(t.lower for t in annotation.tokens[token.i + 1 : token.i + 3])
    return any(f"{behind} ".startswith(f"{words} ") for words in rules.pleas.get(token.lemma, ()))


def _is_as_asked(annotation: Annotation, cue: Cue, token: Token) -> bool:
    """``was put off to June, as Oslo had asked``: what is done is what was asked for, and who tells it is the page."""
    mark = annotation.child(token.i, "mark", "advmod")
    is_as = mark is not None and mark.lower == "as" and mark.i < token.i
    return is_as and cue.does == "asks" and annotation.child(token.i, "ccomp", "xcomp", "dobj", "prep") is None


def _says_who(annotation: Annotation, token: Token) -> bool:
    """``those who said they would not vote``: the words say who is meant."""
    head = annotation.tokens[token.head]
    return token.dep == "relcl" and head.lower == "those" and not is_actor(annotation, head)
