"""What hangs on a statement besides its content: occasion, relayed sources, and what it does with its content."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.statements._attribution import Attribution
from legation.find.statements._grammar import agent, is_passive, noun_phrase, source_mention, subject
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import SpeechRules


def occasion(annotation: Annotation, rules: SpeechRules, a: Attribution) -> tuple[int, int] | None:
    """Token bounds of where or how somebody spoke (``in a statement``, ``at a news conference``), without the
    preposition."""
    if a.cue_head is None:
        return None
    for child in annotation.children(a.cue_head, "prep", "dobj", "dative"):
        if _inside(child.i, a.contents):
            continue
        noun: Token | None = child
        if child.dep == "prep":
            noun = annotation.child(child.i, "pobj") if child.lower in rules.occasion_prepositions else None
        if noun is not None and noun.lemma in rules.occasion_nouns and not _inside(noun.i, a.contents):
            return noun_phrase(annotation, noun.i, without=a.cue_head)
    return None


def _inside(i: int, contents: list[tuple[int, int]]) -> bool:
    return any(first <= i < last for first, last in contents)


def relayed(annotation: Annotation, rules: SpeechRules, a: Attribution) -> tuple[SourceMention, ...]:
    """The sources that the source itself names: ``Reuters reported, citing two officials``."""
    if a.cue_head is None:
        return ()
    found: list[SourceMention] = []
    cue = annotation.tokens[a.cue_head]
    said = annotation.child(a.cue_head, "ccomp")
    near = [cue.i, *((cue.head,) if cue.pos == "NOUN" else ()), *((said.i,) if said is not None else ())]
    for child in (c for i in near for c in annotation.children(i, "advcl", "conj", "acl", "prep", "dep", "xcomp")):
        if child.tag == "VBG" and child.lemma in rules.relaying and not _inside(child.i, a.contents):
            named = relayed_source(annotation, rules, child)
            if named is not None:
                found.append(source_mention(annotation, named, child.i))
    return tuple(found)


def relays(annotation: Annotation, rules: SpeechRules, a: Attribution) -> tuple[SourceMention, ...]:
    """Who passes the statement on: ``he said, according to Reuters``, ``was quoted as saying by Reuters``."""
    if a.cue_head is None or (a.cue is not None and " " in a.cue.lemma):
        return ()
    found: list[SourceMention] = []
    for child in annotation.children(a.cue_head, "prep", "advcl"):
        if child.lower == "according" and not _inside(child.i, a.contents):
            to = annotation.child(child.i, "prep")
            named = annotation.child(to.i, "pobj") if to is not None else None
            if named is not None:
                found.append(source_mention(annotation, named, a.cue_head))
    found.extend(source_mention(annotation, who, a.cue_head) for who in _quoting(annotation, rules, a.cue_head))
    return tuple(found)


def _quoting(annotation: Annotation, rules: SpeechRules, i: int) -> Iterator[Token]:
    """Who quotes: Kim in ``Kim quoted Moon as saying``, the agency in ``was quoted as saying by the agency``."""
    token = annotation.tokens[i]
    verb = token if token.lemma in rules.relaying else annotation.tokens[annotation.tokens[token.head].head]
    if verb.lemma not in rules.relaying or (verb.i != i and token.dep != "pcomp"):
        return
    if not is_passive(annotation, verb.i):
        who = subject(annotation, verb.i) if verb.i != i else None
    else:
        who = agent(annotation, verb.i) or next(
            (
                by
                for c in annotation.children(verb.i, "prep")
                for p in annotation.children(c.i, "pcomp")
                if (by := agent(annotation, p.i) or _by(annotation, p.i)) is not None
            ),
            None,
        )
    if who is not None:
        yield who


def _by(annotation: Annotation, i: int) -> Token | None:
    by = next((c for c in annotation.children(i, "prep") if c.lower == "by"), None)
    return annotation.child(by.i, "pobj") if by is not None else None


def relayed_source(annotation: Annotation, rules: SpeechRules, token: Token) -> Token | None:
    """Whom ``token`` ("citing") cites, where that is somebody or a document, and no reason ("citing the cold")."""
    named = annotation.child(token.i, "dobj")
    if named is None:
        return None
    if named.entity >= 0 and annotation.entities[named.entity].label in ("PERSON", "ORG", "GPE", "NORP"):
        return named
    known = rules.anonymous_nouns | rules.documents | rules.outlets | rules.named_bodies | rules.persons
    return named if named.lemma in known else None


def stance(annotation: Annotation, rules: SpeechRules, a: Attribution) -> tuple[tuple[str, ...], bool, str | None]:
    """What the statement does (``asserts``, ``denies`` ...), and negation and modal verb of its content."""
    root = main_verb(annotation, a)
    negated = root is not None and _is_negated(annotation, rules, root)
    modal = _modal(annotation, rules, root) if root is not None else None
    does = a.cue.does if a.cue is not None else "asserts"
    if a.cue_head is not None and not a.is_refusal and _is_cue_negated(annotation, rules, a.cue_head):
        # "did not say whether" asserts nothing; "did not deny" leaves it open.
        does = "hedges" if does == "denies" and annotation.child(a.cue_head, "neg") is not None else "refuses"
    acts = [does]
    if root is not None and does != "refuses":
        if _is_hedged(annotation, rules, root, modal):
            acts.append("hedges")
        if modal in rules.commissive and _speaks_of_itself(annotation, rules, a, root):
            acts.append("promises")
        if _asks(annotation, a):
            acts = ["asks", *acts[1:]]
    return tuple(dict.fromkeys(acts)), negated, modal


def _is_cue_negated(annotation: Annotation, rules: SpeechRules, i: int) -> bool:
    """``did not say``, ``would neither confirm nor deny``."""
    if annotation.child(i, "neg") is not None:
        return True
    first = max(annotation.sentence_of(i).first, i - 3)
    return any(
        t.lower in rules.alternatives for t in annotation.tokens[first:i] if t.dep in ("cc", "preconj", "advmod")
    )


def main_verb(annotation: Annotation, a: Attribution) -> Token | None:
    """The verb that the first stretch of content hangs on."""
    for first, last in sorted(a.contents):
        roots = [t for t in annotation.tokens[first:last] if not first <= t.head < last or t.head == t.i]
        verb = next((t for t in roots if t.pos in ("VERB", "AUX")), None)
        if verb is not None:
            return verb
    return None


def _is_negated(annotation: Annotation, rules: SpeechRules, root: Token) -> bool:
    for child in annotation.children(root.i):
        if child.dep == "neg" or child.lower in rules.negations:
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr") and any(
            d.lower in rules.negations for d in annotation.children(child.i, "det", "neg", "predet")
        ):
            return True
    return False


def _modal(annotation: Annotation, rules: SpeechRules, root: Token) -> str | None:
    for child in annotation.children(root.i, "aux"):
        if child.lemma in rules.modals or child.lower in rules.modals:
            return child.lower if child.lower in rules.modals else child.lemma
    return None


def _is_hedged(annotation: Annotation, rules: SpeechRules, root: Token, modal: str | None) -> bool:
    if modal in rules.hedges:
        return True
    return any(c.lower in rules.hedging_words for c in annotation.children(root.i, "advmod", "acomp"))


def _speaks_of_itself(annotation: Annotation, rules: SpeechRules, a: Attribution, root: Token) -> bool:
    """Whether the content's subject is the speaker: ``we will`` in a quotation, ``said it would`` outside."""
    who = annotation.child(root.i, "nsubj")
    if who is None:
        return False
    return who.lower in (rules.first_person if a.quotes else rules.own_person)


def _asks(annotation: Annotation, a: Attribution) -> bool:
    last = max(a.contents)[1] if a.contents else 0
    return any(t.text == "?" for t in annotation.tokens[max(0, last - 2) : last])
