"""Why an engagement changed: the words of the cause, and the incident they tell of or point back to."""

from __future__ import annotations

from collections.abc import Iterator, Set

from legation.find.reasons import cited, decision_told, forced_or_followed, is_clause_cut, seen_to, told_after
from legation.records import Annotation, Token
from legation.records.engagements import CauseMention, EngagementMention, IncidentMention
from legation.rules.causes import CauseRules

CHANGES = frozenset(
    {"postponed", "cancelled", "rescheduled", "declined", "no_plan", "doubtful", "shortened", "extended", "not_held"}
)
PROTESTING = frozenset({"protest", "retaliation"})
LONGEST_CAUSE = 40
"""Tokens; a cause longer than this is a misparse of the rest of the sentence."""


def find_incidents(
    doc: Annotation, mentions: tuple[EngagementMention, ...], rules: CauseRules
) -> tuple[tuple[IncidentMention, ...], tuple[CauseMention, ...]]:
    """Incidents and causes, in text order. Only a mention that tells of a change is asked for its cause."""
    incidents: list[IncidentMention] = []
    causes: list[CauseMention] = []
    for number, mention in enumerate(mentions):
        if not _tells_change(mention):
            continue
        span = next(_causes(doc, mentions, mention, rules), None)
        if span is None:
            continue
        first, last = span
        start, end = doc.span(first, last)
        kind = rules.type_said([t.lower for t in doc.tokens[first:last]])
        if {t.lower for t in doc.tokens[max(first - 3, 0) : first]} & PROTESTING:
            kind = "protest"  # "in protest at the killing"
        incident = _incident(doc, rules, first, last)
        index = None
        if incident is not None:
            index = next((i for i, known in enumerate(incidents) if known.start == incident.start), None)
            if index is None:
                index = len(incidents)
                incidents.append(incident)
            if kind != "protest" and (kind is None or incident.hits):
                told = rules.type_of({doc.tokens[h].lower for h in incident.hits})
                kind = kind if kind not in {None, "incident"} else told or kind
        causes.append(CauseMention(mention=number, start=start, end=end, type=kind or "other", incident=index))  # type: ignore[arg-type]
    return tuple(incidents), tuple(causes)


def _tells_change(mention: EngagementMention) -> bool:
    return mention.effect in CHANGES or bool(mention.plan_nodes) or any(g.is_change for g in mention.governors)


def _causes(
    doc: Annotation, mentions: tuple[EngagementMention, ...], mention: EngagementMention, rules: CauseRules
) -> Iterator[tuple[int, int]]:
    """Token bounds of causes, the best founded first."""
    yield from _caused_by_subject(doc, mention, rules)
    sentence = doc.sentence_of(mention.head)
    # "after the envoy received separatists" may be a cause; "after one planned for May was called off" is the visit itself.
    triggers = {
        m.head for m in mentions if m.sentence == mention.sentence and m.head != mention.head and m.form != "verb"
    }
    governed = [g.token for g in mention.governors if g.is_change] or [mention.head]
    after = min(governed)
    opens = any(_stands(doc, rules, m, sentence.first, sentence.last) for m in rules.markers)
    yield from _behind_marker(doc, rules, sentence.first, after, sentence.first, set(), only_strong=not opens)
    yield from _behind_marker(doc, rules, sentence.first, sentence.last, after, triggers, changes=set(governed))
    yield from seen_to(doc, rules, governed, sentence.last)
    if mention.sentence + 1 < len(doc.sentences):
        following = doc.sentences[mention.sentence + 1]
        opening = {t.lemma for t in doc.tokens[following.first : following.first + 4]}
        if opening & rules.reasons:
            yield from _behind_reason(doc, following.first, following.last)
        if opening & rules.change_nouns and doc.tokens[following.root].lemma in rules.arrivals:
            yield from _behind_marker(doc, rules, following.first, following.last, following.first, set())
        yield from (_trimmed(doc, *bounds) for bounds in decision_told(doc, rules, mention.sentence + 1))
        other = any(m.sentence == mention.sentence + 1 and m.form != "anaphor" for m in mentions)
        if not other:
            yield from (_trimmed(doc, *bounds) for bounds in told_after(doc, rules, mention.sentence + 1))
            if not any(m.sentence == mention.sentence + 2 for m in mentions):
                yield from (_trimmed(doc, *bounds) for bounds in cited(doc, rules, mention.sentence + 2))


def _caused_by_subject(doc: Annotation, mention: EngagementMention, rules: CauseRules) -> Iterator[tuple[int, int]]:
    """ "This incident led to the postponement of", "the storm forced him to cancel"."""
    for token in (mention.head, *(g.token for g in mention.governors)):
        for above in doc.ancestors(token):
            if above.pos != "VERB":
                continue
            is_change = any(g.token == above.i and g.is_change for g in mention.governors)
            if above.lemma in rules.causatives and (not is_change or above.lemma in rules.preventing):
                under = (mention.head, *(g.token for g in mention.governors)) if doc.child(above.i, "auxpass") is not None else ()
                behind = (above.i, mention.head) if above.lemma in rules.preventing else (above.i, *under)
                by = [c for i in behind for c in doc.children(i, "agent", "prep") if c.lower == "by"]
                agents = [leaf for prep in by for leaf in doc.children(prep.i, "pobj")]
                subject = doc.child(above.i, "nsubj") or next(iter(agents), None)
                if subject is not None and subject.i != mention.head and not _is_person(doc, rules, subject):
                    yield _trimmed(doc, *doc.subtree(subject.i))
            break
    yield from (_trimmed(doc, *bounds) for bounds in forced_or_followed(doc, rules, mention))


def _behind_reason(doc: Annotation, first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "The reason given: a fever", "The official reason was a clash of dates": what follows the colon or the copula."""
    for token in doc.tokens[first:last]:
        if token.text == ":" or token.lemma == "be":
            bounds = _trimmed(doc, token.i + 1, last)
            if bounds[0] < bounds[1] <= bounds[0] + LONGEST_CAUSE:
                yield bounds
            return


def _behind_marker(
    doc: Annotation,
    rules: CauseRules,
    first: int,
    last: int,
    after: int,
    triggers: set[int],
    *,
    only_strong: bool = False,
    changes: Set[int] = frozenset(),
) -> Iterator[tuple[int, int]]:
    weak: list[tuple[int, int]] = []
    i = after
    while i < last:
        marker = next((m for m in rules.markers if _stands(doc, rules, m, i, last)), None)
        if marker is None and _is_reason(doc, rules, i):
            marker = (doc.tokens[i].lower,)
        if marker is None:
            i += 1
            continue
        begin = i + len(marker)
        bounds = _extent(doc, begin - 1, begin, last)
        i = begin
        if bounds is None:
            continue
        words = {t.lower for t in doc.tokens[bounds[0] : bounds[1]]}
        is_over = marker == ("over",) and doc.tokens[begin - 1].head in changes and not _is_time(doc, begin, bounds[1])
        if " ".join(marker) not in rules.weak or is_over:
            yield bounds
        elif not triggers & set(range(*bounds)) and (rules.type_of(words) or _is_told(doc, begin - 1, bounds, first)):
            weak.append(bounds)
    if not only_strong:
        yield from weak


def _is_told(doc: Annotation, marker: int, bounds: tuple[int, int], first: int) -> bool:
    """Whether a clause with a subject and a past of its own stands behind the marker: "after a regulator froze a study".
    "As X landed, Y said" only says when."""
    if doc.tokens[marker].lower == "when" or (marker == first and doc.tokens[marker].lower == "as"):
        return False
    clause = doc.tokens[doc.tokens[marker].head]
    is_finite = doc.tokens[marker].dep == "mark" and clause.tag == "VBD" and bounds[0] <= clause.i < bounds[1]
    return is_finite and doc.child(clause.i, "nsubj", "nsubjpass") is not None


def _is_reason(doc: Annotation, rules: CauseRules, i: int) -> bool:
    nouns = {"for": rules.reasons, "on": rules.reasons_on, "at": rules.reasons_at}.get(doc.tokens[i].lower, frozenset())
    return any(leaf.lemma in nouns for leaf in doc.children(i, "pobj"))


def _is_time(doc: Annotation, first: int, last: int) -> bool:
    return any(t.entity >= 0 and doc.entities[t.entity].label in {"DATE", "TIME"} for t in doc.tokens[first:last])


def _stands(doc: Annotation, rules: CauseRules, marker: tuple[str, ...], i: int, last: int) -> bool:
    if i + len(marker) >= last or any(doc.tokens[i + k].lower != word for k, word in enumerate(marker)):
        return False
    token = doc.tokens[i]
    behind = doc.tokens[i + len(marker)]
    if marker[-1] == "to" and (behind.tag == "VB" or behind.lemma in rules.replies):
        return False  # "due to start on May 20", "in response to enquiries"
    if marker == ("with",):
        return i == doc.sentence_of(i).first  # "With parliament about to vote, X has put off his visit"
    if marker == ("as",):
        return token.dep == "mark" or is_clause_cut(doc, token)
    return not (marker == ("over",) and token.dep not in {"prep", "pcomp"})


def _extent(doc: Annotation, marker: int, begin: int, last: int) -> tuple[int, int] | None:
    """What the marker governs: its object's or clause's words, up to the sentence's end at most."""
    token = doc.tokens[marker]
    if token.dep == "mark" or token.lower in {"because", "as", "since", "when"}:
        _, end = doc.subtree(token.head)
        bounds = (begin, end)
    else:
        _, end = doc.subtree(marker)
        if end <= begin:
            head = doc.tokens[begin]
            _, end = doc.subtree(head.i)
            for above in doc.ancestors(head.i):
                low, high = doc.subtree(above.i)
                if low < begin or above.i < begin:
                    break
                end = high
        bounds = (begin, end)
    first, end = _trimmed(doc, bounds[0], min(bounds[1], last))
    if not any(t.pos in {"NOUN", "VERB", "PROPN"} for t in doc.tokens[first:end]):
        return None
    if end <= first or end - first > LONGEST_CAUSE:
        return None
    return first, end


def _trimmed(doc: Annotation, first: int, last: int) -> tuple[int, int]:
    while last > first and doc.tokens[last - 1].pos == "PUNCT":
        last -= 1
    while first < last and doc.tokens[first].pos == "PUNCT":
        first += 1
    return first, last


def _is_person(doc: Annotation, rules: CauseRules, token: Token) -> bool:
    """Whether the subject is somebody who acts, and no happening with a name ("Hurricane X forced")."""
    if token.pos == "PROPN":
        first, last = doc.subtree(token.i)
        return rules.type_of({t.lower for t in doc.tokens[first:last]}) is None
    return token.pos == "PRON" or (token.entity >= 0 and doc.entities[token.entity].label in {"PERSON", "GPE"})


# ---- incidents ------------------------------------------------------------------------------------------------------


def _incident(doc: Annotation, rules: CauseRules, first: int, last: int) -> IncidentMention | None:
    """The happening a cause tells of; "this incident" points back to the one told before."""
    tokens = doc.tokens[first:last]
    hits = tuple(t.i for t in tokens if _happens(rules, t))
    if tokens and tokens[0].lower in {"this", "that", "the"} and tokens[-1].lemma in rules.general and len(tokens) <= 3:
        told = _told_before(doc, rules, tokens[0])
        if told is not None:
            return told
    if not hits:
        return None
    start, end = doc.span(first, last)
    return IncidentMention(start=start, end=end, head=hits[0], hits=hits)


def _happens(rules: CauseRules, token: Token) -> bool:
    if token.pos not in {"NOUN", "VERB", "PROPN", "ADJ"}:
        return False
    return any(
        token.lower in rules.types[name]
        for name in ("incident", "security", "weather", "illness", "protest", "domestic_politics")
    )


def _told_before(doc: Annotation, rules: CauseRules, pointer: Token) -> IncidentMention | None:
    """The happening of the two sentences before: the smallest noun phrase, else clause, that holds all its words."""
    for number in range(pointer.sentence - 1, max(pointer.sentence - 3, -1), -1):
        sentence = doc.sentences[number]
        hits = tuple(
            t.i for t in doc.tokens[sentence.first : sentence.last] if _happens(rules, t) and t.lemma not in {"tension"}
        )
        if not hits:
            continue
        chains = [[h, *(a.i for a in doc.ancestors(h))] for h in hits]
        common = [i for i in chains[0] if all(i in chain for chain in chains)]
        if not common:
            continue
        noun = next((i for i in common if doc.tokens[i].pos in {"NOUN", "PROPN"}), common[0])
        noun = _whole(doc, noun)
        first, last = _trimmed(doc, *doc.subtree(noun))
        start, end = doc.span(first, last)
        return IncidentMention(start=start, end=end, head=noun, hits=hits)
    return None


def _whole(doc: Annotation, noun: int) -> int:
    """The noun that the phrase hangs on in the end: "the presence above American soil of a balloon" is a presence."""
    for above in doc.ancestors(noun):
        if above.pos not in {"ADP", "NOUN", "PROPN"}:
            break
        if above.pos != "ADP":
            noun = above.i
    return noun
