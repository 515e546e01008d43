"""Cues by the grammar: every verb, phrase or adverb of saying outside quotations, with source and content."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.statements._attribution import Attribution
from legation.find.statements._by_order import after_another, by_order, has_verb, inverted
from legation.find.statements._complements import around, complements
from legation.find.statements._extent import (
    after_attribution,
    cut,
    past_quotation,
    up_to_mark,
    with_prepositions,
    without_aftermath,
    without_dateline,
    without_occasion,
)
from legation.find.statements._grammar import (
    depth,
    is_actor,
    is_age,
    is_anothers,
    is_time,
    next_token,
    quoting,
    source_mention,
    subject,
    trim,
    verb_group,
)
from legation.find.statements._means import by_whom, is_spoken_of
from legation.find.statements._nobody import is_act, is_anybody, is_no_one, is_nothing
from legation.find.statements._phrases import (
    according,
    idiom,
    leading_cue,
    noun_cue,
    trailing_cue,
)
from legation.find.statements._silences import silence
from legation.find.statements._that import FARTHEST_THAT, alone, sentence_before, that_clause, that_subject
from legation.find.statements._usage import is_cue
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

LONGEST_CLAUSE = 12
"""Tokens of a relative clause between a subject and its cue, at most."""


def attributions(annotation: Annotation, rules: SpeechRules, in_quote: list[int]) -> Iterator[Attribution]:
    """Candidates in text order; ``in_quote[i]`` is the number of token i's quotation or -1. Cues inside are skipped."""
    for token in annotation.tokens:
        if in_quote[token.i] >= 0:
            continue
        found: Attribution | None = None
        if token.pos in ("VERB", "AUX"):
            found = (
                silence(annotation, rules, token) or idiom(annotation, rules, token) or _verb(annotation, rules, token)
            )
        elif token.pos == "NOUN" and (token.lemma in rules.nouns or (token.tag == "NNS" and token.lemma in rules.cues)):
            found = (
                trailing_cue(annotation, rules, token)
                or leading_cue(annotation, rules, token)
                or noun_cue(annotation, rules, token)
            )
        if found is None:
            found = according(annotation, rules, token)
        if found is not None:
            yield found


def cue_of(annotation: Annotation, rules: SpeechRules, token: Token) -> Cue | None:
    """The cue that a verb is, together with its particle ("rule out") or adjective ("make clear") where it has one."""
    for child in annotation.children(token.i, "prt", "acomp", "oprd", "ccomp", "advmod", "dobj"):
        if child.dep == "dobj" and annotation.child(token.i, "mark") is None:
            # "as she put it", and no "put it there"
            continue
        words = f"{token.lemma} {child.lower}"
        if words in rules.cues and 0 < child.i - token.i <= 2:
            return rules.cues[words]
    return rules.cues.get(token.lemma)


def _verb(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    cue = cue_of(annotation, rules, token)
    if cue is None or not is_cue(annotation, rules, cue, token):
        return None
    passive = is_spoken_of(annotation, rules, token)
    who = cue_subject(annotation, rules, token)
    first, last = verb_group(annotation, token.i)
    contents, audience, last = complements(annotation, rules, cue, token, passive, last)
    if " " in cue.lemma:
        last, contents = _without_adjective(annotation, cue, token, last, contents)
    if "clause" in cue.takes:
        contents = that_clause(annotation, rules, cue, token, contents) or contents
        contents = [cut(annotation, rules, token, *c) for c in contents]
    if not contents and (not passive or annotation.tokens[token.i - 1].lower == "as"):
        contents = around(annotation, cue, token, who)
    if contents and all(_is_pronoun(annotation, rules, cue, *c) for c in contents):
        pointed = sentence_before(annotation, rules, cue, token, contents)
        if pointed is None or who is None:
            return None
        speaker = source_mention(annotation, who, token.i)
        return Attribution(
            cue, token.i, (first, last), speaker, [pointed], depth(annotation, token.i), audience=audience
        )
    contents = [c for c in contents if not _is_pronoun(annotation, rules, cue, *c)]
    second = _second_verb(annotation, rules, cue, token, who)
    if second is not None:
        who, told = second
        contents = [told]
    if passive and who is not None and (about := that_subject(annotation, token)) is not None:
        contents = [about]
    if (not contents and passive) or (who is None and cue.force == "expected"):
        return None
    ordered = by_order(annotation, rules, cue, token) if not passive and second is None else None
    # "They had a talk, reports the press service of the ministry": no object of the verb's, but its subject.
    is_inverted = cue.lemma in rules.telling_alone and inverted(annotation, rules, token) is not None
    is_open = not any(c[0] > token.i for c in contents)
    if ordered is not None and (is_inverted or is_open or len(ordered[1]) > 1 or ordered[1][0][0] > token.i):
        contents = [(without_dateline(annotation, *c), c[1]) for c in ordered[1]]
        if quoting(annotation, token) is not None and len(contents) == 1:
            going_on = after_attribution(annotation, rules, token, token.i + 1)
            contents = [*contents, going_on] if going_on is not None else contents
        return Attribution(
            cue, token.i, (first, last), ordered[0], contents, depth(annotation, token.i), audience=audience
        )
    trailing = _trailing(annotation, cue, token, who, first) if not contents or _is_clause(who) else None
    if trailing is not None:
        named, told = trailing
        return Attribution(cue, token.i, (first, last), named, [told], depth(annotation, token.i), audience=audience)
    if not contents and not passive and (before_it := alone(annotation, rules, cue, token, who)) is not None:
        contents = [before_it]
    if not contents:
        return None
    if passive and who is None and all(last <= token.i for _, last in contents):
        return None
    if who is not None and (is_anybody(rules, who) or is_no_one(annotation, who) or is_act(annotation, rules, cue, who)):
        return None
    if who is not None and who.lower in ("it", "there") and passive:
        who = None
    if (maker := _maker(annotation, rules, token)) is not None:
        who, first = maker
    if who is not None and who.pos in ("NOUN", "PROPN") and is_time(annotation, who) and who.lemma not in rules.outlets:
        # "In May, when ..., Berg said"
        who = _name_before(annotation, first)
    if who is None and not passive and token.tag in ("VBD", "VBZ", "VBP"):
        who = _name_before(annotation, first) or _noun_before(annotation, first)
    if who is not None and len(contents) > 1:
        # "It came after officials, angered by it, said they would go": what holds the source is not said by it.
        contents = [c for c in contents if not (c[0] <= who.i < c[1] and c[1] <= token.i)] or contents
    # "Sales rose: Berg said that ...", "A plan was made; those present agreed to go on"
    marks = (":", ";") if len(contents) > 1 else (";",)
    contents = [c for c in contents if c[0] > token.i or not any(t.text in marks for t in annotation.tokens[c[1] : c[1] + 1])]
    contents = [c for c in contents if not is_nothing(annotation, rules, *c) and not _is_predicate(annotation, token, *c)]
    if not contents:
        return None
    if any(c[0] > token.i for c in contents):
        # "Last May, after an attack, Berg called for calm"
        contents = [
            c
            for c in contents
            if c[0] > token.i
            or has_verb(annotation, *c)
            or not (_is_adverbial(annotation, *c) or annotation.tokens[c[0]].tag in ("VBG", "VBN"))
        ]
    if any(c[1] <= token.i for c in contents):
        # "He had left, the court noted, and it ordered ...": the narrator goes on.
        contents = [c for c in contents if c[0] < token.i or annotation.tokens[c[0] - 1].dep != "cc"]
    before = [c for c in contents if c[1] <= token.i]
    if before and not any(c[1] > token.i for c in contents) and cue.takes & {"clause", "quote"} and not passive:
        going_on = after_attribution(annotation, rules, token, max(last, (who.i if who is not None else 0) + 1))
        contents = [*contents, going_on] if going_on is not None else contents
    contents = [_after_time(annotation, token, *_up_to_source(annotation, token, who, *c)) for c in contents]
    contents = [(without_dateline(annotation, *c), c[1]) for c in contents]
    contents = [c if c[0] > token.i else (after_another(annotation, rules, *c), c[1]) for c in contents]
    if not passive and len(contents) == 1:
        contents = [
            past_quotation(annotation, rules, token, *with_prepositions(annotation, rules, token, *contents[0]))
        ]
    contents = [up_to_mark(annotation, rules, token, *without_occasion(annotation, rules, token, *c)) for c in contents]
    contents = [without_aftermath(annotation, rules, token, *c) for c in contents]
    source = source_mention(annotation, who, token.i) if who is not None else None
    return Attribution(
        cue, token.i, (first, last), source, contents, depth(annotation, token.i), is_passive=passive, audience=audience
    )


def _second_verb(
    annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token, who: Token | None
) -> tuple[Token, tuple[int, int]] | None:
    """``Berg urges calm, says talks possible``: a headline's second verb, whose content the parser took for its
    subject. The subject of the first verb, and what follows the second."""
    tokens = annotation.tokens
    if (
        who is None
        or who.i < token.i
        or token.tag != "VBZ"
        or tokens[token.i - 1].text != ","
        or "clause" not in cue.takes
    ):
        return None
    known = rules.anonymous_nouns | rules.persons | rules.speaking_nouns | rules.documents
    if is_actor(annotation, who) or who.pos in ("PROPN", "PRON") or who.lemma in known:
        return None
    sentence = annotation.sentence_of(token.i)
    first = next((t for t in tokens[sentence.first : token.i] if t.tag == "VBZ" and t.pos == "VERB"), None)
    subject_of_first = annotation.child(first.i, "nsubj") if first is not None else None
    if subject_of_first is None or subject_of_first.i > token.i or not is_actor(annotation, subject_of_first):
        return None
    return subject_of_first, trim(annotation, token.i + 1, sentence.last)


def _without_adjective(
    annotation: Annotation, cue: Cue, token: Token, last: int, contents: list[tuple[int, int]]
) -> tuple[int, list[tuple[int, int]]]:
    """``made clear the intention``: the adjective is the cue's, whatever the parser hangs it on."""
    word = annotation.tokens[last] if last < len(annotation.tokens) else None
    if word is None or f"{token.lemma} {word.lower}" != cue.lemma:
        return last, contents
    later = [(max(first, last + 1), end) for first, end in contents]
    return last + 1, [(first, end) for first, end in later if end > first]


def cue_subject(annotation: Annotation, rules: SpeechRules, token: Token) -> Token | None:
    """Who speaks by the verb ``token``: the agent of a passive, else its subject; a second cue that the parser hung
    below the content of the first one speaks for the first one's subject."""
    if is_spoken_of(annotation, rules, token):
        return by_whom(annotation, rules, token.i)
    head = annotation.tokens[token.head]
    if token.dep == "pcomp" and annotation.tokens[head.head].lemma in rules.relaying:
        # "Kim quoted Moon as saying", "Moon was quoted as saying"
        return annotation.child(head.head, "dobj", "nsubjpass") or subject(annotation, head.head)
    if token.dep == "conj" and head.dep == "ccomp" and annotation.child(token.i, "nsubj") is None:
        matrix = annotation.tokens[head.head]
        is_own = not is_anothers(annotation, rules, token, matrix.i)
        if matrix.lemma in rules.cues and matrix.tag == token.tag and is_own:
            return subject(annotation, matrix.i)
    if token.dep == "conj" and head.tag in ("VB", "VBG") and token.tag in ("VBD", "VBZ"):
        # "wrote that it may serve as a start and voiced regret": a finite verb is joined to the finite one.
        above = next((t for t in annotation.ancestors(head.i) if t.tag == token.tag and t.lemma in rules.cues), None)
        if above is not None and annotation.child(token.i, "nsubj") is None:
            return subject(annotation, above.i)
    if token.dep == "advcl" and token.tag == "VBG":
        # "Lagos asked for a halt, with its minister, Per Lund, complaining that ..."
        beside = next((c for c in annotation.children(head.i, "prep") if c.lower == "with" and c.i < token.i), None)
        who = annotation.child(beside.i, "pobj") if beside is not None else None
        if who is not None and annotation.subtree(who.i)[1] in (token.i, token.i - 1):
            return who
    if token.dep == "advcl" and token.tag == "VBG" and head.dep == "ccomp" and head.i < token.i:
        # "reiterated that it should be avoided, urging restraint"
        matrix = annotation.tokens[head.head]
        before = annotation.tokens[token.i - 1]
        before = annotation.tokens[before.i - 1] if before.pos == "ADV" else before
        if matrix.lemma in rules.cues and before.text == ",":
            return subject(annotation, matrix.i)
    if (maker := _maker(annotation, rules, token)) is not None:
        return maker[0]
    who = subject(annotation, token.i)
    if who is not None and who.lower in rules.pointing and who.dep == "dobj" and who.head < who.i:
        # "had only this to say"
        return subject(annotation, who.head)
    return who


def _is_predicate(annotation: Annotation, token: Token, first: int, last: int) -> bool:
    """Whether a stretch behind the cue is the predicate of what stands before it: "The plan announced by Berg is dead"."""
    verb = annotation.tokens[first]
    is_finite = verb.pos in ("VERB", "AUX") and verb.tag in ("VBZ", "VBP", "VBD", "MD")
    has_subject = any(c.i > first for c in annotation.children(first, "nsubj", "expl"))
    return first > token.i and token.dep != "relcl" and is_finite and not has_subject


def _is_adverbial(annotation: Annotation, first: int, last: int) -> bool:
    """Whether a stretch begins with when or where, not with what is told."""
    start = annotation.tokens[first]
    second = annotation.tokens[first + 1] if first + 1 < last else start
    return start.pos in ("ADP", "SCONJ", "ADV") or is_time(annotation, start) or is_time(annotation, second)


def _is_pronoun(annotation: Annotation, rules: SpeechRules, cue: Cue, first: int, last: int) -> bool:
    """Whether a content is a mere pronoun ("which she denied", "never confirmed it", "stressed these facts"): it says
    nothing by itself. That something was denied is told all the same."""
    word = annotation.tokens[first]
    if last - first == 1 and word.tag in ("WP", "WDT", "WRB"):
        return True
    if annotation.text[word.start : annotation.tokens[last - 1].end].lower() == "the same":
        # "The bank announced the same"
        return True
    if cue.does == "denies" or word.lower not in rules.pointing:
        return False
    return last - first == 1 or (last - first == 2 and word.tag == "DT" and annotation.tokens[first + 1].pos == "NOUN")


def _name_before(annotation: Annotation, i: int) -> Token | None:
    """The name directly before the cue at ``i``, for which the parser found no subject ("..., Femi Adesina, said")."""
    tokens = annotation.tokens
    before = i - 1
    if before > 0 and tokens[before].text == ",":
        before -= 1
    is_inside = before >= annotation.sentence_of(i).first
    return tokens[before] if is_inside and (tokens[before].pos == "PROPN" or is_age(annotation, tokens[before])) else None


def _is_clause(who: Token | None) -> bool:
    return who is not None and who.pos in ("VERB", "AUX")


def _trailing(
    annotation: Annotation, cue: Cue, token: Token, who: Token | None, first: int
) -> tuple[SourceMention, tuple[int, int]] | None:
    """``Sales fell, the head of the shop, Julia Kam, told the paper``: an office and a name between commas before the
    cue, and a clause before them that the parser took for the subject."""
    tokens = annotation.tokens
    start = annotation.sentence_of(token.i).first
    name = _name_before(annotation, first)
    if name is None or not _is_clause(who) or "clause" not in cue.takes or tokens[first - 1].text != ",":
        return None
    commas = [i for i in range(start, name.i) if tokens[i].text == ","]
    if len(commas) < 2 or any(t.pos in ("VERB", "AUX") for t in tokens[commas[-2] : name.i]):
        return None
    head = next(
        (t for t in tokens[commas[-2] + 1 : commas[-1]] if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), name
    )
    source = SourceMention(tokens[commas[-2] + 1].start, name.end, head.i)
    return source, trim(annotation, start, commas[-2])


def _noun_before(annotation: Annotation, i: int) -> Token | None:
    """The noun that the cue at ``i`` speaks for, where an aside stands between commas ("officials, angered by it, said")
    and the parser hung the noun elsewhere."""
    tokens = annotation.tokens
    first = annotation.sentence_of(i).first
    if i - 2 < first or tokens[i - 1].text != ",":
        # "In Warsaw, an official who asked not to be named said": taken for an apposition of the place
        clause = next((t for t in reversed(tokens[max(first, i - LONGEST_CLAUSE) : i]) if t.dep == "relcl"), None)
        noun = tokens[clause.head] if clause is not None and annotation.subtree(clause.i)[1] == i else None
        return noun if noun is not None and noun.dep == "appos" and noun.pos == "NOUN" else None
    for noun in reversed(tokens[first : i - 2]):
        if i - noun.i > FARTHEST_THAT:
            break
        if noun.pos not in ("NOUN", "PROPN") or tokens[noun.i + 1].text != ",":
            continue
        asides = annotation.children(noun.i, "acl", "relcl", "appos")
        is_aside = tokens[noun.i + 2].tag in ("VBN", "VBG") and tokens[noun.i + 2].lower not in (
            "including",
            "according",
        )
        if is_aside or any(annotation.subtree(aside.i)[1] == i - 1 for aside in asides):
            return noun
    return None


def _after_time(annotation: Annotation, token: Token, first: int, last: int) -> tuple[int, int]:
    """The content without the day of speaking before it ("said on Monday its team would go")."""
    tokens = annotation.tokens
    start = first
    if first > token.i and tokens[start].pos == "ADP" and start + 1 < last and is_time(annotation, tokens[start + 1]):
        start += 1
    if first <= token.i or not is_time(annotation, tokens[start]):
        return first, last
    while start < last and is_time(annotation, tokens[start]):
        start += 1
    is_subject = start < last and tokens[start].pos in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ")
    return (start, last) if is_subject else (first, last)


def _up_to_source(annotation: Annotation, token: Token, who: Token | None, first: int, last: int) -> tuple[int, int]:
    """Content before its source and cue (``Talks will resume, she said``) as the whole of the sentence up to them."""
    if who is not None and first < who.i < last <= token.i:
        source_first = next_token(annotation, source_mention(annotation, who, token.i).start)
        if source_first - 1 > first and annotation.tokens[source_first - 1].text == ",":
            return trim(annotation, first, source_first - 1)
    if last > token.i or who is None or not last <= who.i or annotation.tokens[first].sentence != token.sentence:
        return first, last
    source_first = next_token(annotation, source_mention(annotation, who, token.i).start)
    end = min(source_first, verb_group(annotation, token.i)[0])
    if annotation.tokens[end - 1].lower == "as":
        # "..., as a source told the paper"
        end -= 1
    start = annotation.sentence_of(token.i).first
    return trim(annotation, start, end) if end >= last else (first, last)


def _maker(annotation: Annotation, rules: SpeechRules, token: Token) -> tuple[Token, int] | None:
    """For ``issued a statement saying``: the subject of the making verb, and where the cue then begins."""
    noun = annotation.tokens[token.head]
    verb = annotation.tokens[noun.head]
    if token.dep != "acl" or token.tag != "VBG" or noun.dep != "dobj" or verb.lemma not in rules.making:
        return None
    who = subject(annotation, verb.i)
    return (who, verb_group(annotation, verb.i)[0]) if who is not None else None
