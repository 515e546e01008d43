"""The complements of a cue: which of its dependants are what was said, and which are whom it was said to."""

from __future__ import annotations

from legation.find.statements._grammar import agent, is_infinitive, is_time, noun_phrase, subject, trim
from legation.find.statements._usage import opens_with_preposition
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules

HOW_LONG = 6
"""Tokens from a comma to the "after" that tells how long it was, at most."""
NEAREST = 3
"""Tokens from a pronoun to its verb, in a clause that goes on with what is said."""


def complements(
    annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token, passive: bool, last: int
) -> tuple[list[tuple[int, int]], tuple[int, int] | None, int]:
    """Content bounds from the complements of ``token``, the audience, and the end of the cue."""
    parts: list[tuple[int, int]] = []
    audience: tuple[int, int] | None = None
    clause = _clause_complement(annotation, cue, token)
    for child in annotation.children(token.i):
        bounds = annotation.subtree(child.i)
        if token.dep == "relcl" and child.dep == "ccomp" and bounds[0] < token.i < child.i:
            # "a tour, which he says will strengthen the ties": the pronoun stands before the cue.
            bounds = (token.i + 1, bounds[1])
        if annotation.text[child.start - 1 : child.start] == "-" or child.text == "-":
            # "agreed to de-escalate": a piece of a word
            continue
        if bounds[0] <= token.i < bounds[1] or (child.tag == "VBG" and child.lemma in rules.relaying):
            continue
        if _is_audience(annotation, rules, cue, token, child):
            if child.dep == "prep":
                inner = annotation.child(child.i, "pobj")
                audience = noun_phrase(annotation, inner.i) if inner is not None else audience
            else:
                audience = noun_phrase(annotation, child.i)
        elif child.dep == "prep" and child.lower in cue.prepositions and child.i > token.i and clause is None:
            inner = annotation.child(child.i, "pobj", "pcomp")
            if inner is not None and not is_time(annotation, inner):
                parts.append(annotation.subtree(inner.i))
                again = next((c for c in annotation.children(child.i, "conj") if c.lower == child.lower), None)
                if again is not None:
                    # "spoke of the visit and of the ties"
                    parts.append(annotation.subtree(again.i))
                if child.i == last:
                    last = child.i + 1
        elif clause is None and opens_with_preposition(annotation, cue, token, bounds[0]):
            # "called for the sides to meet": the parser takes "for" into the clause.
            parts.append((bounds[0] + 1, bounds[1]))
            last = max(last, bounds[0] + 1)
        elif _is_content(annotation, rules, cue, child, passive) or (
            clause is not None and child.i > token.i and _belongs_to_clause(annotation, rules, child, clause)
        ):
            parts.append(bounds)
    if clause is not None:
        # A clause is one stretch, however the parser hung up its pieces.
        right = [p for p in parts if p[0] > token.i]
        left = [p for p in parts if p[0] < token.i]
        parts = [*left, (min(p[0] for p in right), max(p[1] for p in right))] if right else left
    contents = [trim(annotation, *p) for p in _joined(parts)]
    return contents, audience, last


def _clause_complement(annotation: Annotation, cue: Cue, token: Token) -> Token | None:
    """The finite clause that the cue reports, where it follows the cue."""
    if cue.takes & {"clause", "quote"}:
        clause = next((c for c in annotation.children(token.i, "ccomp") if c.i > token.i), None)
        if clause is not None:
            return clause
    if "infinitive" in cue.takes:
        return next((c for c in annotation.children(token.i, "xcomp") if is_infinitive(annotation, c)), None)
    return None


def _is_audience(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token, child: Token) -> bool:
    if child.i < token.i:
        return False
    if "addressee" in cue.takes and child.dep in ("dobj", "dative"):
        return child.pos in ("NOUN", "PROPN", "PRON")
    if child.lower == "to" and annotation.tokens[child.i - 1].lemma in rules.with_goal:
        # "denied any link to the protest"
        return False
    return (
        "clause" in cue.takes
        and child.dep in ("prep", "dative")
        and child.lower == "to"
        and ("to" not in cue.prepositions)
    )


def _is_content(annotation: Annotation, rules: SpeechRules, cue: Cue, child: Token, passive: bool) -> bool:
    """Whether ``child``, a dependant of the cue, is what the cue's frames allow as content."""
    takes = cue.takes
    target = "target" in takes
    match child.dep:
        case "ccomp" if cue.force == "found":
            return _is_document(annotation, rules, subject(annotation, child.head)) or (
                annotation.child(child.i, "mark") is not None
                and _can_find(annotation, rules, subject(annotation, child.head))
            )
        case "ccomp":
            return bool(takes & {"clause", "quote", "target"})
        case "xcomp" if is_infinitive(annotation, child):
            return bool(takes & {"infinitive", "target"})
        case "xcomp":
            return bool(takes & {"gerund", "target"}) or (child.tag != "VBG" and "clause" in takes)
        case "dobj":
            return bool(takes & {"object", "target"}) or (
                cue.force == "found" and _is_document(annotation, rules, subject(annotation, child.head))
            )
        case "oprd" | "acomp" | "attr":
            return target
        case "prep":
            return target and child.i > child.head and child.lower in {"as", "of", "for", "over"} | cue.needs
        case "nsubjpass":
            return passive and bool(takes & {"target", "object"}) and child.lower not in ("it", "there")
        case _:
            return False


def _is_document(annotation: Annotation, rules: SpeechRules, source: Token | None) -> bool:
    return source is not None and source.lemma in rules.documents


def _can_find(annotation: Annotation, rules: SpeechRules, source: Token | None) -> bool:
    """Whether a subject "finds" or "shows" in words: a name, a person, a body or a document; not "an ad"."""
    if source is None or source.pos != "NOUN" or source.entity >= 0:
        return True
    known = rules.documents | rules.persons | rules.named_bodies | rules.firms | rules.outlets | rules.speaking_nouns
    return source.lemma in known or source.lemma in rules.nouns


def _belongs_to_clause(annotation: Annotation, rules: SpeechRules, child: Token, clause: Token) -> bool:
    """Whether a dependant of the cue beside its clause is a piece of that clause, misplaced by the parser: a noun
    before it, an adverbial or a second clause after it. Times and occasions before it are the cue's own."""
    if child.dep in ("punct", "cc", "npadvmod", "advmod", "prt", "agent", "mark") or child.lemma in rules.relaying:
        return False
    if child.dep == "conj":
        said = annotation.tokens[child.head]
        again = rules.cues.get(child.lemma)
        is_cue = again is not None and "clause" in again.takes
        # "said few had come and it was too early": a clause of its own, with no comma before it, goes on.
        has_comma = annotation.tokens[annotation.subtree(child.i)[0] - 1].dep == "punct"
        link = next((c for c in annotation.children(said.i, "cc") if c.i < child.i), None)
        has_subject = annotation.child(child.i, "nsubj", "nsubjpass", "expl") is not None
        goes_on = has_subject and link is not None and not has_comma and annotation.tokens[link.i - 1].text != ","
        if child.pos not in ("VERB", "AUX") or is_cue:
            return False
        tense = _tense(annotation, child)
        own = annotation.child(child.i, "nsubj", "nsubjpass")
        if own is not None and own.pos == "PRON" and own.tag in ("PRP", "DT") and child.i - own.i < NEAREST:
            # "said he has been there ten times, but this was his first as speaker"
            return True
        if has_comma and has_subject and said.tag == "VBD":
            # "said it wanted no war, but attacks have gone on": only what is put into the past is what was said.
            return tense == "MD"
        return tense != said.tag or goes_on
    if child.i < clause.i:
        if child.dep == "prep" and child.lower in rules.leading_prepositions and child.i == child.head + 1:
            # "said in putting off the visit, she meant no harm"
            return annotation.child(child.i, "pcomp") is not None and annotation.child(clause.i, "mark") is None
        return child.dep in ("dobj", "nsubj", "dep", "nmod", "appos", "attr", "dative")
    if child.dep == "advcl":
        mark = annotation.child(child.i, "mark", "advmod")
        return child.tag != "VBG" and (mark is None or mark.lower not in rules.narrators_adverbials)
    return child.dep in ("prep", "dobj", "dep", "xcomp")


def _tense(annotation: Annotation, verb: Token) -> str:
    """The tag of the finite form: that of the first auxiliary where there is one."""
    first = annotation.child(verb.i, "aux", "auxpass")
    return first.tag if first is not None else verb.tag


def _joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring parts as one."""
    out: list[tuple[int, int]] = []
    for first, last in sorted(parts):
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out


def _is_how_long_after(annotation: Annotation, i: int) -> bool:
    """Whether the narrator tells behind the comma at ``i`` how long after something it was: ``..., months after talks broke
    down``, ``..., a day after the attack``."""
    words = annotation.tokens[i + (annotation.tokens[i].text == ",") :][:HOW_LONG]
    after = next((k for k, t in enumerate(words) if t.lower in ("after", "before")), None)
    return after is not None and after > 0 and words[after - 1].pos == "NOUN" and all(
        t.pos in ("NOUN", "NUM", "DET", "ADJ", "ADV", "ADP") for t in words[: after - 1]
    )


def around(annotation: Annotation, cue: Cue, token: Token, who: Token | None) -> list[tuple[int, int]]:
    """The content of a parenthetical cue (``Talks, he said, would resume``): its host clause without the cue."""
    if "clause" not in cue.takes or who is None or token.dep not in ("parataxis", "ccomp", "advcl", "dep", "relcl"):
        return []
    mark = annotation.child(token.i, "mark")
    # "..., as Berg said", "..., as confirmed by Berg"
    has_source = annotation.child(token.i, "nsubj") is not None or agent(annotation, token.i) is not None
    if not has_source or (mark is not None and mark.lower != "as"):
        return []
    host = annotation.subtree(token.head)
    first, last = annotation.subtree(token.i)
    tokens = annotation.tokens
    set_off = (first > 0 and tokens[first].text == ",") or tokens[first - 1].text in (",", "—", "-", "--", "(")
    # "As the minister said, trade will grow"
    is_opening = first == annotation.sentence_of(token.i).first and mark is not None and last < len(tokens)
    is_opening = is_opening and "," in (tokens[last - 1].text, tokens[last].text)
    told = () if "addressee" in cue.takes else ("dobj",)
    set_off = set_off or (is_opening and annotation.child(token.i, "ccomp", *told) is None)
    if not set_off or token.dep == "relcl":
        return []
    goes_on = last < len(tokens) and (tokens[last].text in (",", "—", "-", "--") or tokens[last - 1].text in (",", "—"))
    goes_on = goes_on and not _is_how_long_after(annotation, last)
    sides = ((host[0], first), (last, host[1] if goes_on else last))
    parts = [trim(annotation, a, b) for a, b in sides if b - a > 1]
    return [p for p in parts if tokens[p[0]].pos != "PUNCT" or p[1] - p[0] > 1]
