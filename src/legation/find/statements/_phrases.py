"""Cues that are no verbs: nouns of saying (``her warning that``), ``according to``, ``reportedly``."""

from __future__ import annotations

from legation.find.statements._attribution import Attribution
from legation.find.statements._extent import without_dateline
from legation.find.statements._grammar import (
    depth,
    is_infinitive,
    is_time,
    next_token,
    source_mention,
    subject,
    trim,
    verb_group,
)
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

LONGEST_OWNER = 5
"""Tokens between ``in`` and the noun of a view, at most."""
FARTHEST_MAKER = 20
"""Tokens between "a statement by" and its "that", at most."""
FARTHEST_THAT = 6
"""Tokens behind an idiom of saying in which its ``that`` is looked for, at most."""
NAME_PARTS = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART"})


def trailing_cue(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``..., the news agency reports``: a cue at the end of its sentence that the parser took for a noun."""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(token.i)
    cue = rules.cues.get(token.lemma)
    following = tokens[token.i + 1] if token.i + 1 < sentence.last else None
    if cue is None or "clause" not in cue.takes or (following is not None and following.pos not in ("PUNCT", "VERB")):
        return None
    first = token.i
    while first > sentence.first and tokens[first - 1].text != "," and tokens[first - 1].pos in NAME_PARTS:
        first -= 1
    name = tokens[first : token.i]
    if first - sentence.first < 4 or tokens[first - 1].text != "," or not any(t.pos == "PROPN" for t in name):
        return None
    content = trim(annotation, sentence.first, first - 1)
    if not any(t.pos in ("VERB", "AUX") for t in tokens[content[0] : content[1]]):
        return None
    source = SourceMention(name[0].start, name[-1].end, name[-1].i)
    return Attribution(cue, token.i, (token.i, token.i + 1), source, [content], depth(annotation, token.i))


def leading_cue(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``As the news agency notes, ...``: a cue that the parser took for a noun, before what it reports."""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(token.i)
    cue = rules.cues.get(token.lemma)
    first = sentence.first
    if cue is None or "clause" not in cue.takes or tokens[first].lower != "as" or token.i + 3 >= sentence.last:
        return None
    name = tokens[first + 1 : token.i]
    if tokens[token.i + 1].text != "," or not name or any(t.pos not in NAME_PARTS for t in name):
        return None
    content = trim(annotation, token.i + 2, sentence.last)
    if not any(t.pos == "PROPN" for t in name) or not any(
        t.pos in ("VERB", "AUX") for t in tokens[content[0] : content[1]]
    ):
        return None
    source = SourceMention(name[0].start, name[-1].end, name[-1].i)
    return Attribution(cue, token.i, (token.i, token.i + 1), source, [content])


def noun_cue(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``his warning that ...``, ``issued a statement that ...``: the source owns the noun or makes the statement."""
    cue = rules.nouns.get(token.lemma)
    if cue is None:
        return None
    after = (c for c in annotation.children(token.i) if c.i > token.i)
    clause = next((c for c in after if _is_noun_content(annotation, rules, c)), None)
    last = token.i + 1
    bounds: tuple[int, int]
    clause = clause or _clause_of_making(annotation, rules, token)
    behind = _that_behind(annotation, token) if clause is None else None
    if clause is not None:
        bounds = annotation.subtree(clause.i)
    elif behind is not None:
        bounds = behind, annotation.sentence_of(token.i).last
    else:
        prep = next((c for c in annotation.children(token.i, "prep") if c.lower in cue.prepositions), None)
        inner = annotation.child(prep.i, "pobj", "pcomp") if prep is not None else None
        if prep is None or inner is None or is_time(annotation, inner):
            return None
        if inner.lemma in rules.nouns and annotation.child(inner.i) is None:
            # "a request for comment" asks for words and holds none.
            return None
        bounds = annotation.subtree(inner.i)
        if prep.i == last:
            last += 1
    verb = annotation.tokens[token.head]
    first = token.i
    who = annotation.child(token.i, "poss")
    by = next((c for c in annotation.children(token.i, "prep") if c.lower in ("by", "from")), None)
    if by is not None:
        who = annotation.child(by.i, "pobj") or who
    if token.lemma in rules.moods and token.dep == "dobj" and verb.lemma == "raise":
        # "resumed the talks, raising hopes that"
        return None
    if who is None and token.dep == "dobj" and verb.lemma in rules.making:
        who = subject(annotation, verb.i)
        first = verb_group(annotation, verb.i)[0]
    is_made = token.dep == "dobj" and verb.lemma in rules.making
    if clause is not None and is_infinitive(annotation, clause) and not is_made:
        # "discussed Norway's proposal to buy ten ships" tells a topic.
        return None
    if who is None and (clause is None or token.tag != "NNS" or cue.does == "hedges"):
        # "amid reports that", but nobody's "fears that"
        return None
    bounds = trim(annotation, *bounds)
    source = source_mention(annotation, who, token.i) if who is not None else None
    if source is not None and source.start < token.start:
        first = max(first, next_token(annotation, source.end))
    cue_first = min(first, token.i)
    return Attribution(cue, token.i, (cue_first, last), source, [bounds], depth(annotation, token.i))


def _clause_of_making(annotation: Annotation, rules: SpeechRules, token: Token) -> Token | None:
    """``gave the assurance, however, that he has nothing against it``: the clause that hangs on the verb."""
    verb = annotation.tokens[token.head]
    if token.dep != "dobj" or verb.lemma not in rules.making:
        return None
    after = (c for c in annotation.children(verb.i, "ccomp") if c.i > token.i)
    return next((c for c in after if _has_that(annotation, rules, c)), None)


def _that_behind(annotation: Annotation, token: Token) -> int | None:
    """The ``that`` behind the one who made a statement: ``a statement by his assistant on media, Mr Ole Lund, that``."""
    tokens = annotation.tokens
    if token.i + 1 >= len(tokens) or tokens[token.i + 1].lower not in ("by", "from"):
        return None
    for i in range(token.i + 2, min(annotation.sentence_of(token.i).last - 2, token.i + FARTHEST_MAKER)):
        if tokens[i].lower == "that" and tokens[i].tag == "IN":
            return i if tokens[i - 1].text == "," else None
        if tokens[i].pos in ("VERB", "AUX"):
            return None
    return None


def _is_noun_content(annotation: Annotation, rules: SpeechRules, clause: Token) -> bool:
    if clause.dep not in ("acl", "ccomp", "relcl", "xcomp"):
        return False
    cue = rules.nouns[annotation.tokens[clause.head].lemma]
    # "his promise to go" tells what he promised; "his comment to Berg", "a report to be published" tell nothing.
    is_promise = cue.does != "asserts" and is_infinitive(annotation, clause)
    return is_promise or _has_that(annotation, rules, clause)


def _has_that(annotation: Annotation, rules: SpeechRules, clause: Token) -> bool:
    return any(c.lower in rules.complementizers and c.tag == "IN" for c in annotation.children(clause.i, "mark"))


def idiom(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``The radio had it that they met``, ``The ministry let it be known that he was not coming``."""
    for words in rules.that_idioms:
        if token.lemma != words[0]:
            continue
        rest = _up_to_that(annotation, token.i, len(words))
        if len(rest) < len(words):
            continue
        if any(t.lemma != word and t.lower != word for t, word in zip(rest, words[1:], strict=False)):
            continue
        who = subject(annotation, token.i)
        if who is None:
            return None
        first, _ = verb_group(annotation, token.i)
        last = rest[-1].i
        verb = next((t for t in annotation.ancestors(last) if t.pos in ("VERB", "AUX")), None)
        end = annotation.sentence_of(token.i).last
        if verb is not None and verb.i > last:
            end = min(end, annotation.subtree(verb.i)[1])
        cue = Cue(" ".join(words), "reported", "asserts", frozenset({"clause"}))
        content = trim(annotation, last, end)
        source = source_mention(annotation, who, token.i)
        return Attribution(cue, token.i, (first, last), source, [content], depth(annotation, token.i))
    return None


def _up_to_that(annotation: Annotation, i: int, size: int) -> list[Token]:
    """The words of an idiom behind its verb with the ``that`` they lead up to, without when it was told ("only days ago");
    nothing where none follows."""
    tokens = annotation.tokens
    for that in tokens[i + size : i + size + FARTHEST_THAT]:
        if that.lower == "that":
            return [*tokens[i + 1 : i + size], that]
        if that.pos in ("VERB", "AUX", "PUNCT"):
            return []
    return []


def in_view(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    """``In his view``, ``in whose opinion``: the owner of the view says what the clause around it says."""
    noun = annotation.child(token.i, "pobj", "pcomp") if token.lower == "in" else None
    whose = annotation.child(noun.i, "poss") if noun is not None and noun.lemma in rules.views else None
    if noun is None or whose is None or whose.lower in rules.own_words or noun.i - token.i > LONGEST_OWNER:
        return None
    clause = next((t for t in annotation.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    if clause is None:
        return None
    if clause.dep == "relcl" and whose.tag != "WP$":
        # "those who in his view want no peace" are the page's.
        return None
    who = whose
    first, last = annotation.subtree(clause.i)
    if whose.tag == "WP$":
        before = annotation.tokens[token.i - 1]
        who = annotation.tokens[max(0, before.i - (before.text == ","))]
        first = token.i
        if who.pos not in ("PROPN", "NOUN"):
            return None
    parts = [trim(annotation, a, b) for a, b in ((first, token.i), (noun.i + 1, last)) if b - a > 1]
    if not parts:
        return None
    source = source_mention(annotation, who, token.i)
    cue = Cue(f"in {noun.lemma}", "believed", "hedges", frozenset({"clause"}))
    return Attribution(cue, token.i, (token.i, noun.i + 1), source, parts, depth(annotation, token.i), is_according=True)


def according(annotation: Annotation, rules: SpeechRules, token: Token) -> Attribution | None:
    tokens = annotation.tokens
    if (view := in_view(annotation, rules, token)) is not None:
        return view
    for phrase in rules.according:
        if token.lower != phrase[0] or token.i + len(phrase) >= len(tokens):
            continue
        if any(tokens[token.i + k].lower != word for k, word in enumerate(phrase)):
            continue
        end = token.i + len(phrase)
        last_word = tokens[end - 1]
        noun = annotation.child(last_word.i, "pobj") or annotation.child(token.i, "pobj")
        if noun is None:
            noun = tokens[end]
            while noun.dep in ("det", "compound", "amod", "nmod", "poss", "nummod") and noun.head > noun.i:
                noun = tokens[noun.head]
        if noun.lemma in rules.arrangements:
            # "according to the schedule" says by what things go, and nobody speaks.
            return None
        source = source_mention(annotation, noun, token.i)
        if (behind := _second_phrase(annotation, end, source)) is not None:
            # "According to the Prosecutor's Office the others had a hand in it"
            source = SourceMention(source.start, annotation.tokens[behind - 1].end, behind - 1)
            noun = annotation.tokens[behind - 1]
        first, last = token.i, max(end, next_token(annotation, source.end), annotation.subtree(noun.i)[1] if behind is None else 0)
        host = _host_clause(annotation, rules, token)
        opener = tokens[token.i - 2] if token.i > 1 and tokens[token.i - 1].text == "," else token
        if opener.tag in ("WDT", "WP") or (opener.dep == "cc" and last + 1 < len(tokens) and tokens[last].text == ","):
            # "the fleet, which, according to Berg, endangers the region"
            host = token.i, annotation.sentence_of(token.i).last
        if host[0] == token.i and not _has_subject_after(annotation, token, last):
            # "According to Berg, the two sides have met": the parser took the subject for an apposition of Berg's.
            first, last, source = _up_to_comma(annotation, token.i, end, last, source)
        if (name := _name_behind(annotation, last)) is not None and first < last:
            # "According to the spokesman for the ministry, Berg, talks go on"
            source = SourceMention(source.start, annotation.tokens[name - 1].end, source.head)
            last = name
        last = _behind_apposition(annotation, rules, last) if host[0] == token.i else last
        parts = []
        for a, b in ((without_dateline(annotation, host[0], first), first), (last, host[1])):
            if b - a > 1:
                parts.append(trim(annotation, a, b))
        parts = [p for p in parts if p[1] - p[0] > 1]
        if not parts:
            return None
        cue = Cue(" ".join(phrase), "said", "asserts", frozenset({"clause"}))
        return Attribution(cue, token.i, (token.i, end), source, parts, depth(annotation, token.i), is_according=True)
    return None


def _second_phrase(annotation: Annotation, first: int, source: SourceMention) -> int | None:
    """Where a second noun phrase begins in a source without a comma between ("the Prosecutor's Office the others")."""
    for token in annotation.tokens_in(source.start, source.end):
        before = annotation.tokens[token.i - 1]
        if token.i > first and token.tag == "DT" and before.pos in ("NOUN", "PROPN"):
            return token.i
    return None


def _name_behind(annotation: Annotation, i: int) -> int | None:
    """Where a person's name between two commas ends that begins at the comma ``i`` or behind it."""
    tokens = annotation.tokens
    start = i + 1 if i < len(tokens) and tokens[i].text == "," else i
    end = start
    while end < len(tokens) and end - start < LONGEST_OWNER and tokens[end].pos == "PROPN":
        end += 1
    is_person = end > start and tokens[start - 1].text == "," and end < len(tokens) and tokens[end].text == ","
    labels = {annotation.entities[t.entity].label if t.entity >= 0 else "" for t in tokens[start:end]}
    return end if is_person and end - start > 1 and labels <= {"PERSON", ""} else None


def _behind_apposition(annotation: Annotation, rules: SpeechRules, i: int) -> int:
    """The token behind what an outlet is, between two commas at ``i``: ``According to TRT, the state broadcaster, the visit
    will ...``; ``i`` where none stands there."""
    tokens = annotation.tokens
    start = i + 1 if i < len(tokens) and tokens[i].text == "," else i
    end = start
    while end < len(tokens) and end - start < LONGEST_OWNER + 2 and tokens[end].pos in NAME_PARTS:
        end += 1
    is_outlet = any(t.lemma in rules.outlets | rules.news_agencies for t in tokens[start:end])
    follows = tokens[end + 1] if end + 1 < len(tokens) and tokens[end].text == "," else None
    opens = follows is not None and (follows.pos in NAME_PARTS | {"PRON", "NUM"}) and follows.tag not in ("WP", "WDT")
    is_aside = tokens[start - 1].text == "," and end - start > 1 and is_outlet and opens
    return end + 1 if is_aside and tokens[start].pos == "DET" else i


def _has_subject_after(annotation: Annotation, token: Token, last: int) -> bool:
    verb = next((t for t in annotation.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    return verb is None or any(c.i >= last for c in annotation.children(verb.i, "nsubj", "nsubjpass", "expl", "csubj"))


def _up_to_comma(
    annotation: Annotation, first: int, start: int, last: int, source: SourceMention
) -> tuple[int, int, SourceMention]:
    for i in range(start + 1, last):
        if annotation.tokens[i].text == "," and annotation.tokens[i - 1].i >= source.head:
            a, b = annotation.span(start, i)
            return first, i, SourceMention(a, b, source.head)
    return first, last, source


def _host_clause(annotation: Annotation, rules: SpeechRules, token: Token) -> tuple[int, int]:
    """The clause that a sentence adverbial stands in; at the end of a sentence with all that is joined before it."""
    sentence = annotation.sentence_of(token.i)
    is_last = annotation.tokens[token.i - 1].text == "," and annotation.subtree(token.i)[1] >= sentence.last - 1
    for ancestor in annotation.ancestors(token.i):
        if ancestor.pos in ("VERB", "AUX") and ancestor.dep in ("ROOT", "conj", "ccomp", "parataxis"):
            if is_last and ancestor.dep == "conj":
                # "Berg won 37 and Lund had 36, according to the count"
                continue
            if is_last and ancestor.dep == "ccomp" and annotation.tokens[ancestor.head].lemma not in rules.cues:
                # "It was off, and it is unlikely that a date will be found, according to an aide"
                continue
            return annotation.subtree(ancestor.i)
    return sentence.first, sentence.last
