"""Statements of those who do not speak: refusals, questions without an answer, people who could not be reached."""

from __future__ import annotations

from legation.find.statements._attribution import Attribution
from legation.find.statements._grammar import (
    agent,
    depth,
    is_infinitive,
    is_passive,
    is_time,
    source_mention,
    subject,
    trim,
    verb_group,
)
from legation.find.statements._usage import withholds_name
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules


def silence(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """The refusal or silence that the verb ``token`` tells of, with what is not confirmed or not said where there is
    such. None where it tells of none."""
    for reading in (_refusal, _no_reply, _unreached, _undrawn, _unwilling, _no_comment, _said_nothing):
        found = reading(annotation, rules, token)
        if found is not None:
            return found
    return None


def _refusal(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``declined to comment`` (no content), ``refused to confirm the report`` (what is not confirmed), ``declined
    comment``."""
    if token.lemma not in rules.refusal_verbs or withholds_name(annotation, rules, token):
        return None
    act = annotation.child(token.i, "xcomp")
    if act is None:
        noun = annotation.child(token.i, "dobj")
        is_comment = noun is not None and noun.lower in rules.comments
        return (
            _silent(annotation, token, annotation.subtree(noun.i)[1], []) if noun is not None and is_comment else None
        )
    if act.lemma in rules.drawn and is_passive(annotation, act.i):
        return _silent(annotation, token, act.i + 1, _drawn_on(annotation, act))
    if act.lemma not in rules.refused_acts:
        return None
    return _untold(annotation, token, act)


def _untold(annotation: Annotation, token: Token, act: Token) -> Attribution:
    contents = [
        _whole_object(annotation, act, *trim(annotation, *annotation.subtree(c.i)))
        for c in annotation.children(act.i, "dobj", "ccomp")
        if c.i > act.i
    ]
    last = min((first for first, _ in contents), default=annotation.subtree(act.i)[1])
    return _silent(annotation, token, last, [c for c in contents if c[1] - c[0] > 1])


def _whole_object(annotation: Annotation, act: Token, first: int, last: int) -> tuple[int, int]:
    """What was not confirmed with what follows it at once (``a May 3 to May 5 visit by Berg``), days apart."""
    for child in annotation.children(act.i, "prep"):
        noun = annotation.child(child.i, "pobj")
        start, end = annotation.subtree(child.i)
        if start == last and noun is not None and not is_time(annotation, noun):
            first, last = trim(annotation, first, end)
    return first, last


def _no_reply(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``did not (immediately) respond``, ``has yet to comment``."""
    if token.lemma not in rules.reply_acts or token.pos != "VERB":
        return None
    if _is_other_matter(annotation, rules, token):
        return None
    if annotation.child(token.i, "neg") is not None or is_pending(annotation, token):
        return _silent(annotation, token, token.i + 1, [])
    return None


def _is_other_matter(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``did not respond to the offer of aid``: no silence towards whoever asks."""
    to = next((c for c in annotation.children(token.i, "prep") if c.lower == "to"), None)
    noun = annotation.child(to.i, "pobj") if to is not None else None
    if noun is None or token.lemma == "comment" or noun.pos != "NOUN":
        return False
    return noun.lemma not in rules.requests | rules.nouns.keys() | rules.outlets


def is_pending(annotation: Annotation, token: Token) -> bool:
    """``has yet to reply``."""
    if not is_infinitive(annotation, token):
        return False
    first = annotation.sentence_of(token.i).first
    return any(t.lower == "yet" for t in annotation.tokens[max(first, token.i - 3) : token.i])


def _unreached(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``could not (immediately) be reached for comment``."""
    if token.lemma not in rules.reaching or annotation.child(token.i, "neg") is None:
        return None
    if not is_passive(annotation, token.i) or agent(annotation, token.i) is not None:
        return None
    return _silent(annotation, token, token.i + 1, [])


def _undrawn(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``would not be drawn on whether Berg would go``."""
    if (
        token.lemma not in rules.drawn
        or annotation.child(token.i, "neg") is None
        or not is_passive(annotation, token.i)
    ):
        return None
    return _silent(annotation, token, token.i + 1, _drawn_on(annotation, token))


def _drawn_on(annotation: Annotation, act: Token) -> list[tuple[int, int]]:
    """What the questions were about, where it is a clause ("whether Berg would go")."""
    on = next((c for c in annotation.children(act.i, "prep") if c.lower == "on"), None)
    clause = annotation.child(on.i, "pcomp") if on is not None else None
    return [trim(annotation, *annotation.subtree(clause.i))] if clause is not None else []


def _unwilling(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``was not prepared to say who would go``, ``was not available for comment``."""
    state = annotation.child(token.i, "acomp") if token.lemma == "be" else None
    if state is None or state.i < token.i:
        return None
    if state.lower in rules.unavailable:
        about = next((c for c in annotation.children(state.i, "prep") if c.lower == "for"), None)
        noun = annotation.child(about.i, "pobj") if about is not None else None
        is_silent = annotation.child(token.i, "neg") is not None and noun is not None and noun.lower in rules.comments
        return _silent(annotation, token, noun.i + 1, []) if noun is not None and is_silent else None
    act = annotation.child(state.i, "xcomp")
    if state.lower not in rules.willing or act is None or act.lemma not in rules.refused_acts:
        return None
    return _untold(annotation, token, act) if annotation.child(token.i, "neg") is not None else None


def _no_comment(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``had no immediate comment``, ``offered no comment``, ``made no comment``."""
    noun = annotation.child(token.i, "dobj") if token.lemma in rules.making else None
    if noun is None or noun.lower not in rules.comments or annotation.child(noun.i, "det") is None:
        return None
    is_none = any(c.lower in rules.negations for c in annotation.children(noun.i, "det", "neg"))
    return _silent(annotation, token, noun.i + 1, []) if is_none else None


def _said_nothing(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``said nothing about the visit``."""
    noun = annotation.child(token.i, "dobj") if token.lemma == "say" else None
    if noun is None or noun.lower != "nothing" or noun.i != token.i + 1:
        return None
    return _silent(annotation, token, noun.i + 1, [])


def _silent(annotation: Annotation, token: Token, last: int, contents: list[tuple[int, int]]) -> Attribution:
    who = subject(annotation, token.i)
    first, _ = verb_group(annotation, token.i)
    cue = Cue(token.lemma, "declined", "refuses", frozenset())
    source = source_mention(annotation, who, token.i) if who is not None else None
    return Attribution(
        cue,
        token.i,
        trim(annotation, first, max(last, token.i + 1)),
        source,
        contents,
        depth(annotation, token.i),
        is_refusal=True,
    )
