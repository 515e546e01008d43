"""Engagement mentions: every place where a text speaks of a visit, meeting, call, summit, round of talks or ceremony.

``find_engagements`` says what stands there (trigger, arguments, governors, what they make of its state); who is meant,
which day, and whether it is an engagement between states at all is for ``resolve.engagements``.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._arguments import (
    hosts_of_invitation,
    of_clause,
    of_governors,
    of_noun,
    of_plans,
    of_speech,
    of_verb,
)
from legation.find.engagements._clauses import (
    SUBJECTS,
    VERBAL,
    finite_state,
    is_negated,
    particles,
    prepositional,
    subjects,
)
from legation.find.engagements._state import PLANS, Chain, own_effect, tense_of, with_e
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules, NounFrame, VerbFrame

__all__ = ["find_engagements"]

"""What may hang on "the leaders spoke" where it is said that they spoke to each other; "spoke of", "spoke at" do not."""

NOMINAL = frozenset({*SUBJECTS, "dobj", "pobj", "attr", "conj"})
"""Parts of a sentence that a noun plays."""


def find_engagements(doc: Annotation, rules: EngagementRules) -> tuple[EngagementMention, ...]:
    """All mentions, in text order. Never raises on text; a text without any gives an empty tuple."""
    found: list[EngagementMention] = []
    for token in doc.tokens:
        found.extend(_mentions(doc, rules, token))
    return tuple(found)


def _mentions(doc: Annotation, rules: EngagementRules, token: Token) -> Iterator[EngagementMention]:
    if token.lower in rules.words["visiting"] and token.tag == "VBG" and _modifies_official(doc, token):
        yield _visiting(token, next(doc.children(token.i, "dobj")))
        return
    opener = _opening_visitor(doc, token) if token.lower in rules.words["visiting"] and token.tag == "VBG" else None
    if opener is not None:
        yield _visiting(token, opener)
        return
    word = doc.joined(token.i)
    if word != token.lemma:  # hyphens: the whole word speaks through its head, "stop" in "stop-over" is no stop
        speaks = _heads_its_word(doc, token) if word in rules.nouns else _ends_its_word(doc, token)
        if (word in rules.nouns or word in rules.verbs) and not speaks:
            return
        word = word if word in rules.nouns or word in rules.verbs else token.lemma
    if token.pos == "VERB" and word not in rules.verbs and with_e(token.lower) in rules.verbs:
        word = with_e(token.lower)  # "dined"
    is_noun = token.pos == "NOUN" and word in rules.nouns  # "his journey to Accra" is no verb
    is_verb = token.pos in VERBAL or token.lower in rules.verbs or _is_misread(doc, rules, token)
    if is_verb and word in rules.verbs and (not is_noun or _is_misread(doc, rules, token)):
        for frame in rules.verbs[word]:
            mention = _verb(doc, rules, frame, token)
            if mention is not None:
                yield mention
                return
    if token.lower == "in" and token.pos == "ADP":
        mention = _present_for(doc, rules, token)
        if mention is not None:
            yield mention
        return
    noun = _noun_frame(doc, rules, token)
    if noun is not None and (_is_occasion_attended(doc, rules, noun, token) or _is_of_crowd(doc, rules, token)):
        return
    if noun is not None:
        yield _noun(doc, rules, noun, token)
    elif (token.lower in rules.words["one"] and _stands_for_engagement(doc, rules, token)) or (
        token.lower in {"it", "they"} and _takes_place(doc, token)
    ):
        yield _anaphor(doc, rules, token)
    elif token.lower == "it" and token.dep in {"nsubjpass", "nsubj", "dobj"}:
        mention = _anaphor(doc, rules, token)
        if any(g.is_change for g in mention.governors) or mention.effect in {
            "postponed",
            "cancelled",
            "rescheduled",
            "reinstated",
            "doubtful",
            "confirmed",
        }:
            yield mention
    elif token.lower in rules.words["visiting"] and token.dep in {"amod", "compound", "acl"}:
        head = doc.tokens[token.head]
        if head.pos in {"PROPN", "NOUN"} and head.i > token.i:
            yield _visiting(token, head)


def _is_misread(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "President X departs for Y": a plural noun has no subject, so it is a verb that the tagger took for one; nor is a name
    right before it and a "to" right behind a noun's."""
    if token.tag == "NNS" and token.dep == "ROOT" and token.lemma not in rules.nouns:
        named = any(c.i == token.i - 1 and c.pos == "PROPN" for c in doc.children(token.i, "compound"))
        if named and any(c.i == token.i + 1 and c.lower in {"to", "for", "in"} for c in doc.children(token.i, "prep")):
            return True
    return token.tag == "NNS" and token.dep in {"ROOT", "advcl", "ccomp"} and doc.child(token.i, "nsubj") is not None


def _heads_its_word(doc: Annotation, token: Token) -> bool:
    """Whether the part of a hyphenated word at ``token`` is the one that the rest of the sentence hangs on."""
    return token.head == token.i or doc.joined(token.head) != doc.joined(token.i)


def _ends_its_word(doc: Annotation, token: Token) -> bool:
    """Whether ``token`` is the last part: "co-chaired" takes its objects there, however the parser hangs the parts."""
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else None
    return after is None or after.text != "-" or after.start != token.end


def _verb(doc: Annotation, rules: EngagementRules, frame: VerbFrame, token: Token) -> EngagementMention | None:
    if frame.particles and not particles(doc, token.i) & set(frame.particles):
        return None
    if not _is_used_so(doc, frame, token):
        return None
    arguments = of_verb(doc, rules, frame, token.i)
    if frame.object is None and frame.agent == "traveller" and frame.aspect != "under_way" and _moves(doc, token):
        return None  # "returned the boy to Cuba", "flew troops to Mali": who is moved is not who travels
    phone = _by_phone(doc, rules, token)
    if frame.aspect == "ended" and own_effect(doc, rules, token.i) not in {"held", "present", "under_way", None}:
        return None  # "will return from Rabat" says when he comes home
    if frame.needs and not _has_needed(doc, rules, frame, token, arguments, phone=phone):
        return None
    if frame.phone and not phone and not (frame.rings and _rings(doc, rules, token)):
        return None
    if (
        frame.kind == "call"
        and not phone
        and any(word in {"at", "during", "before"} for word, _ in prepositional(doc, token.i))
    ):
        return None  # "spoke at a joint news conference with": face to face, and to others
    effect = own_effect(doc, rules, token.i)
    state = finite_state(doc, rules, token.i)
    past = frame.aspect == "planned" and frame.object is not None and effect == "held"  # "the trip took him to"
    if frame.aspect in {"planned", "expected", "invited"} and not past:
        effect = "no_plan" if is_negated(doc, token.i) else frame.aspect
    elif frame.aspect == "ended":
        effect = "held"
    elif effect in {"held", "present"} and frame.aspect == "under_way" and state not in {"pluperfect"}:
        effect = "held" if frame.person and not frame.particles and effect == "held" else "under_way"
    is_on_the_way = (state, effect) in {("progressive", "under_way"), ("present", "present")}
    if is_on_the_way and frame.aspect == "held" and "to" in frame.prepositions:
        effect = "planned"  # "is travelling to", "heads to" says where to, not that he has come
    if token.tag == "VBN" and token.dep in {"acl", "advcl"} and effect is None:
        effect = "held"
    chain = Chain(doc, rules, token.i, effect).climb(token.i)
    if chain.effect is None and state == "infinitive" and _heads_a_headline(doc, token):
        chain.effect = "planned"
    arguments += hosts_of_invitation(doc, rules, (g.token for g in chain.governors))
    kind = frame.kind
    if kind == "summit" and any(_is_ceremony(doc, rules, a.head) for a in arguments if a.role == "occasion"):
        kind = "ceremony"
    if phone and kind in {"meeting", "talks"}:
        kind = "call"
    return _mention(
        doc, rules, chain, token, "verb", kind, arguments, needs_official=frame.object_is is not None or frame.person,
        tense=tense_of(state) if tense_of(state) != "none" else chain.tense, phone=phone,
    )  # fmt: skip


def _heads_a_headline(doc: Annotation, token: Token) -> bool:
    """ "Minister to visit Oslo": an infinitive that is all a sentence has of a verb, parsed as its root or onto its root."""
    head = doc.tokens[token.head]
    return token.dep == "ROOT" or (
        token.dep in {"acl", "relcl"} and head.dep == "ROOT" and head.pos in {"NOUN", "PROPN"}
    )


def _rings(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "called Prime Minister X today" telephones; "called X a liar", "called on X", "called for talks" do not."""
    target = doc.child(token.i, "dobj")
    if target is None or target.pos != "PROPN" or doc.tokens[token.i + 1].lower in rules.words["not_ringing"]:
        return False
    if any(c.dep in {"oprd", "xcomp", "ccomp", "attr", "dative"} for c in doc.children(token.i)):
        return False
    _, end = doc.subtree(target.i)
    if any(t.lower in rules.words["indefinite"] for t in doc.tokens[target.i + 1 : end]):
        return False
    after = doc.tokens[end] if end < len(doc.tokens) else None
    return after is None or after.lower not in {"a", "an", "the", "“", '"', "‘", "'"}


def _is_ceremony(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    frame = rules.nouns.get(doc.tokens[i].lemma)
    return frame is not None and frame.kind == "ceremony"


def _moves(doc: Annotation, token: Token) -> bool:
    """Whether the verb has an object that is no time: "returned the boy to Cuba", but "spent two days in Lima"."""
    target = doc.child(token.i, "dobj")
    return target is not None and not (target.entity >= 0 and doc.entities[target.entity].label in {"DATE", "TIME"})


def _has_needed(
    doc: Annotation,
    rules: EngagementRules,
    frame: VerbFrame,
    token: Token,
    arguments: tuple[Argument, ...],
    *,
    phone: bool,
) -> bool:
    have = {a.role for a in arguments}
    if "party" in frame.needs and "with" in have:
        return True
    agents = [a for a in arguments if a.role == frame.agent]
    bare = all(c.lower in rules.words["phoned"] for c in doc.children(token.i, "prep"))
    several = len(agents) > 1 or (bare and any(doc.tokens[a.head].tag == "NNS" for a in agents))
    if "with" in frame.needs and "with" in frame.prepositions and several and not have & {"place", "with"}:
        return True
    if "with" in frame.needs and (phone or frame.particles) and sum(a.role == frame.agent for a in arguments) > 0:
        return True
    if "object" in frame.needs:
        return frame.object in have
    if "event" in have and frame.agent == "traveller":
        return False
    return bool(have & set(frame.needs))


def _is_used_so(doc: Annotation, frame: VerbFrame, token: Token) -> bool:
    """Whether the verb stands as its frame wants it: "is in" without a predicate, "expected in" as a passive."""
    if frame.without and doc.child(token.i, *frame.without) is not None:
        return False
    if frame.passive_only and token.tag != "VBN":
        return False
    if frame.names_object:
        return any(c.pos in {"PRON", "PROPN"} or c.entity >= 0 for c in doc.children(token.i, "dobj"))
    return True


def _is_occasion_attended(doc: Annotation, rules: EngagementRules, frame: NounFrame, token: Token) -> bool:
    """ "will attend the G20 meeting of ministers": the verb tells of the gathering, which its name says is one."""
    if token.dep != "dobj" or token.lemma not in rules.occasions or frame.kind == "summit":
        return False
    attends = any(
        f.kind == "summit" and f.object == "occasion" for f in rules.verbs.get(doc.tokens[token.head].lemma, ())
    )
    parties = {word for word, _ in prepositional(doc, token.i)} & {"with", "between"}
    return (
        attends
        and not parties
        and any(
            c.pos == "PROPN" and c.entity >= 0 and doc.entities[c.entity].label == "ORG"
            for c in doc.children(token.i, "compound", "nmod")
        )
    )


def _is_of_crowd(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "urged its citizens to put off trips to Lebanon": private people's, whoever speaks of them."""
    if doc.child(token.i, "poss") is not None:
        return False
    before = doc.tokens[max(doc.sentence_of(token.i).first - 8, 0, token.i - 14) : token.i]
    if any(t.lower in rules.words["public"] for t in before) and not any(
        word in {"by", "of"} for word, _ in prepositional(doc, token.i)
    ):
        return True  # "Ministry to Citizens: Put Off Trips"
    return any(
        c.lower in rules.words["crowds"] and c.tag == "NNS" and c.i < token.i
        for above in doc.ancestors(token.i)
        if above.pos in VERBAL
        for c in doc.children(above.i, "dobj", "nsubj", "dative")
    )


def _noun_frame(doc: Annotation, rules: EngagementRules, token: Token) -> NounFrame | None:
    word = doc.joined(token.i)
    whole = word != token.lemma and word in rules.nouns  # a hyphenated one's parts are tagged anything
    if token.pos not in {"NOUN", "PROPN"} and not (whole and token.dep in NOMINAL):
        return None
    frame = rules.nouns.get(word) or rules.nouns.get(token.lemma) or rules.nouns.get(token.lower)
    if frame is None:
        return None
    if token.lemma in frame.plural and not token.lower.endswith("s"):
        return None
    if token.dep in {"compound", "nmod"} and doc.tokens[token.head].lower in rules.words["followers"]:
        return None
    modifiers = {doc.joined(c.i) for c in doc.children(token.i, "compound", "amod", "nmod")}
    modifiers |= {c.lower for c in doc.children(token.i, "compound", "amod", "nmod")}
    stopped = modifiers & (rules.words["compounds"] - set(frame.beside))
    if frame.kind == "meeting" and modifiers & rules.words["uniting"]:
        stopped = set()  # "the joint border committee meeting"
    if stopped and frame.kind != "summit":  # "the African Union summit"
        return None
    if token.dep == "compound" and doc.tokens[token.head].pos in {"NOUN", "PROPN"}:
        head = doc.tokens[token.head]
        if head.lemma not in rules.nouns and head.lemma not in rules.attitudes:
            return None
    if frame.invitation and token.dep == "pobj" and doc.tokens[token.head].lower in rules.words["courtesies"]:
        return None  # "came at the invitation of": a courtesy, the visit is told by its own verb
    if frame.invitation and any(
        word == "for" and leaf.lemma in rules.nouns for word, leaf in prepositional(doc, token.i)
    ):
        return None  # "an invitation for talks": the talks are what it is to
    if frame.needs_preposition and token.i + 1 < len(doc.tokens):
        behind = {word for word, _ in prepositional(doc, token.i)} | {doc.tokens[token.i + 1].lower}
        if token.dep == "dobj":
            behind |= {word for word, _ in prepositional(doc, token.head)}  # "had lunch with", parsed onto "had"
        if not behind & set(frame.needs_preposition):
            return None
    if frame.needs_modifier:
        phone = modifiers & set(frame.needs_modifier) or doc.tokens[max(token.i - 1, 0)].lower in frame.needs_modifier
        preps = {c.lower for c in doc.children(token.i, "prep")}
        led = doc.tokens[token.head].lemma in frame.or_governor
        if not phone and not led and not preps & set(frame.or_preposition):
            return None
    return frame


def _noun(doc: Annotation, rules: EngagementRules, frame: NounFrame, token: Token) -> EngagementMention:
    adjective = _adjective_effect(doc, rules, token.i)
    chain = Chain(doc, rules, token.i, adjective[0])
    chain.headline(token.i)
    chain.climb(token.i)
    chain.nodes.extend(adjective[2])
    effect = chain.effect
    plan_nodes = adjective[1] or (_planned_later(doc, rules, token) if chain.change_nodes else ())
    arguments = of_noun(doc, rules, frame, token.i)
    speakers = _speakers(doc, rules, chain)
    governing = {*chain.nodes[1:], *chain.change_nodes, *(g.token for g in chain.governors)}
    governing |= _continued(doc, rules, token)
    arguments += of_governors(doc, rules, frame, token.i, [(g, g in speakers) for g in sorted(governing)])
    arguments += hosts_of_invitation(doc, rules, (g.token for g in chain.governors))
    arguments += of_clause(doc, rules, token.i, of_both=frame.kind != "visit")
    arguments += of_plans(doc, frame, plan_nodes)
    if frame.kind != "visit" and {a.role for a in arguments} & {"with", "party", "subject"} == {"with"}:
        arguments += of_speech(doc, rules, token.i)
    phone = _by_phone(doc, rules, token)
    kind = "call" if phone and frame.kind in {"meeting", "talks"} else frame.kind
    if kind == "call" and any(c.lower in rules.words["in_person"] for c in doc.children(token.i, "amod", "compound")):
        kind = "meeting"  # "a courtesy call on the president"
    chain.effect = _predicate(doc, rules, token, effect)
    if any(c.lower == "no" for c in doc.children(token.i, "det")):
        chain.effect = "not_held" if chain.effect == "held" else "no_plan" if chain.effect in PLANS else chain.effect
    if frame.invitation and chain.effect in {
        None,
        "held",
        "extended",
        "present",
        "under_way",
        "future",
        "transparent",
        "purpose",
    }:
        chain.effect = "invited"
    return _mention(
        doc, rules, chain, token, "noun", kind, arguments, tense=chain.tense, plan_nodes=plan_nodes, phone=phone,
        needs_official=frame.person,
    )  # fmt: skip


def _continued(doc: Annotation, rules: EngagementRules, noun: Token) -> set[int]:
    """Verbs of holding beside or below the one the noun is subject of: "the summit was back on and would be held in
    Singapore", "is expected to be held in Singapore", "is due to take place in Singapore"."""
    if noun.dep not in SUBJECTS:
        return set()
    beside = {
        c.i
        for c in doc.children(noun.head, "conj")
        if c.lemma in rules.support and doc.child(c.i, "auxpass") is not None and doc.child(c.i, *SUBJECTS) is None
    }
    below = list(doc.children(noun.head, "xcomp", "acomp", "ccomp"))
    below += [c for adjective in below for c in doc.children(adjective.i, "xcomp")]
    return beside | {c.i for c in below if c.lemma in rules.support and doc.child(c.i, *SUBJECTS) is None}


def _speakers(doc: Annotation, rules: EngagementRules, chain: Chain) -> frozenset[int]:
    """Governors whose subject speaks of the engagement without a part in it (announce, confirm, expect)."""
    speaking = set()
    for governor in (*chain.nodes, *chain.change_nodes, *(g.token for g in chain.governors)):
        rows = rules.governors.get(doc.tokens[governor].lemma, ())
        if any(r.speaker or r.effect in {"confirmed", "expected", "likely", "invited", "no_plan"} for r in rows):
            speaking.add(governor)
    return frozenset(speaking)


def _adjective_effect(
    doc: Annotation, rules: EngagementRules, i: int
) -> tuple[str | None, tuple[int, ...], tuple[int, ...]]:
    """What modifiers of the noun say ("planned", "visit scheduled for"), the nodes that carry a planned date, and those
    of a clause that tells of the event itself ("which he made on Monday")."""
    to_effect = {
        "announced": "planned", "expected": "expected", "proposed": "possible", "held": "held", "declined": "declined",
        "under_way": None, "lapsed": None,
    }  # fmt: skip
    effect: str | None = None
    nodes: list[int] = []
    nodes_of_clause: list[int] = []
    for child in (*doc.children(i), *_clauses_below(doc, rules, i)):
        if child.dep in {"amod", "compound", "acl", "relcl", "nmod", "advmod"}:
            group = rules.adjectives.get(child.lower)
            if child.dep in {"acl", "relcl"} and _is_of_another(doc, rules, child):
                continue
            if child.dep in {"acl", "relcl"} and child.lemma in rules.support and child.pos in VERBAL:
                # "the visit, which he made on Monday", "the summit, to be held in June"
                made = own_effect(doc, rules, child.i)
                if made is None and finite_state(doc, rules, child.i) == "infinitive":
                    made = "planned"
                if made in {"held", "future", "under_way", "planned", "present"}:
                    nodes_of_clause.append(child.i)
                    effect = effect or (made if made != "present" else None)  # "which begins Sunday": its day tells
                continue
            if group is None and child.dep == "acl" and child.tag == "VBN":
                rows = rules.governors.get(child.lemma, ())
                group = next((r.effect for r in rows if not r.particles), None)
            if group is None:
                continue
            found = to_effect.get(group, group)
            if child.dep in {"acl", "relcl"} and group in {"announced", "planned", "expected"}:
                nodes.append(child.i)
                found = "planned" if group != "expected" else "expected"
            if effect is None or found in {"postponed", "cancelled", "rescheduled"}:
                effect = found
    return effect, tuple(nodes), tuple(nodes_of_clause)


def _clauses_below(doc: Annotation, rules: EngagementRules, i: int) -> Iterator[Token]:
    """ "the visit to Oslo, which begins on Sunday": parsed onto the place, which neither begins nor is scheduled."""
    for _, place in prepositional(doc, i):
        if place.pos == "PROPN":
            for clause in doc.children(place.i, "acl", "relcl"):
                if clause.lemma in rules.begins | rules.ends or clause.lower in rules.adjectives:
                    yield clause


def _is_of_another(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    """ "told him in talks that aid would continue": a clause with a subject of its own and no word back to the noun."""
    if doc.child(clause.i, *SUBJECTS) is None:
        return False
    return not any(
        c.lower in rules.words["relatives"] and c.dep not in {"mark", "pobj"} for c in doc.children(clause.i)
    )


def _planned_later(doc: Annotation, rules: EngagementRules, token: Token) -> tuple[int, ...]:
    """ "cancelled a meeting with X that had been set for Jan. 31": a plan's participle further on, parsed onto X."""
    sentence = doc.sentence_of(token.i)
    for later in doc.tokens[token.i + 1 : min(sentence.last, token.i + 26)]:
        is_set = (
            later.tag == "VBD" and doc.tokens[min(later.i + 1, sentence.last - 1)].lower == "for"
        )  # "a visit set for"
        if ((later.tag == "VBN" or is_set) and later.dep in {"acl", "relcl", "advcl"}) or later.lower == "due":
            rows = rules.governors.get(later.lemma, ())
            if any(r.effect in {"planned", "expected"} and not r.particles for r in rows):
                return (later.i,)
    return ()


def _predicate(doc: Annotation, rules: EngagementRules, token: Token, effect: str | None) -> str | None:
    """ "The visit is back on", "the trip is in doubt": a predicate phrase right behind a form of be or remain."""
    head = doc.tokens[token.head]
    if token.dep not in {*SUBJECTS} or head.pos not in VERBAL or head.lemma not in rules.words["copulas"]:
        return effect
    _, last = doc.subtree(head.i)
    rest = doc.text[head.start : doc.tokens[min(last, head.i + 9) - 1].end].lower()
    for phrase, found in rules.predicates:
        if f" {phrase}" in f" {rest} " and rest.find(phrase) < 24:
            at = rest.find(phrase) + len(phrase)
            if at < len(rest) and rest[at].isalpha():
                continue
            if is_negated(doc, head.i) and found in {"planned", "under_way", "confirmed"}:
                if effect in {
                    "cancelled",
                    "doubtful",
                }:  # "will not go ahead as planned" leaves that it may at another time
                    return "postponed" if effect == "cancelled" and found == "confirmed" else effect
                return "no_plan"
            return found
    return effect


def _modifies_official(doc: Annotation, token: Token) -> bool:
    """Whether a "visiting" that was parsed as a verb stands before its person: "met visiting Prime Minister X"."""
    before = doc.tokens[token.i - 1] if token.i else None
    if before is None or before.pos not in {"VERB", "ADP", "DET"} or before.sentence != token.sentence:
        return False
    bare = before.tag in {"IN", "DT"} or before.i == token.head
    target = doc.child(token.i, "dobj")
    return bare and target is not None and target.pos == "PROPN" and target.i - token.i >= 2


def _opening_visitor(doc: Annotation, token: Token) -> Token | None:
    """The person of a sentence that opens "Visiting Minister X met Y", parsed as a clause whose object or neighbour he is."""
    if doc.sentence_of(token.i).first != token.i or token.dep not in {"csubj", "advcl"}:
        return None
    verb = doc.tokens[token.head]
    target = doc.child(token.i, "dobj") if token.dep == "csubj" else doc.child(verb.i, "nsubj")
    if target is None or target.pos != "PROPN" or target.i - token.i < 2 or doc.subtree(target.i)[0] != token.i + 1:
        return None
    return target if target.i < verb.i else None


def _stands_for_engagement(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "the one scheduled for February": a definite "one" with a plan or date of its own."""
    has_the = any(c.lower in rules.words["pointing_back"] for c in doc.children(token.i, "det"))
    return has_the and any(c.dep in {"acl", "prep", "relcl"} for c in doc.children(token.i))


def _takes_place(doc: Annotation, token: Token) -> bool:
    """ "They will take place in San José", "it was held on Friday": only an event takes place."""
    head = doc.tokens[token.head]
    if token.dep == "nsubj" and head.lemma == "take":
        return any(c.lower == "place" for c in doc.children(head.i, "dobj"))
    return token.dep == "nsubjpass" and head.lemma == "hold"


def _anaphor(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention:
    adjective, nodes, _ = _adjective_effect(doc, rules, token.i)
    chain = Chain(doc, rules, token.i, adjective).climb(token.i)
    chain.effect = _predicate(doc, rules, token, chain.effect)
    places = tuple(
        Argument("place", leaf.i, 1)
        for node in chain.nodes[1:]
        for word, leaf in prepositional(doc, node)
        if word in {"in", "at"} and leaf.pos == "PROPN"
    )
    return _mention(
        doc, rules, chain, token, "anaphor", "other", places, tense=chain.tense, plan_nodes=nodes, phone=False
    )


def _present_for(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "Prime Minister X, in Rome for talks, said": somebody is where he has come for an engagement, with no verb."""
    place = next((c for c in doc.children(token.i, "pobj") if c.pos == "PROPN"), None)
    if place is None or place.i - token.i > 4 or token.i == 0:
        return None
    behind = doc.tokens[place.i + 1 : min(doc.sentence_of(token.i).last, place.i + 9)]
    if not behind or behind[0].lower != "for" or not any(t.lemma in rules.nouns and t.pos == "NOUN" for t in behind):
        return None
    before = doc.tokens[token.i - 1]
    if before.text == "," and token.i > 1:
        before = doc.tokens[token.i - 2]
    if before.lower == "while":
        above = next((t for t in doc.ancestors(token.i) if t.pos in VERBAL), None)
        who = subjects(doc, rules, above.i) if above is not None else ()
    else:
        who = (before.i,) if before.pos in {"PROPN", "NOUN"} and before.sentence == token.sentence else ()
    if not who:
        return None
    return EngagementMention(
        start=token.start, end=token.end, head=token.i, form="verb", kind="visit",
        arguments=(*(Argument("traveller", i) for i in who), Argument("goal", place.i)), effect="under_way",
        tense="present", nodes=(token.i,), sentence=token.sentence, needs_official=True,
    )  # fmt: skip


def _visiting(token: Token, head: Token) -> EngagementMention:
    return EngagementMention(
        start=token.start, end=token.end, head=token.i, form="visiting", kind="visit",
        arguments=(Argument("traveller", head.i),), effect="under_way", tense="present", nodes=(token.i,),
        sentence=token.sentence,
    )  # fmt: skip


def _beside(doc: Annotation, rules: EngagementRules, near: tuple[Token, ...]) -> tuple[Argument, ...]:
    """ "on the sidelines of the G20 summit in Bali": the gathering that a meeting stands beside."""
    return tuple(
        Argument("place", leaf.i, 1)
        for token in near
        if token.lower in rules.words["sidelines"]
        for prep in doc.children(token.i, "prep")
        for leaf in doc.children(prep.i, "pobj")
    )


def _fronted(doc: Annotation, rules: EngagementRules, token: Token) -> tuple[Token, ...]:
    """The "sidelines" of a phrase before the verb or noun that hangs on it: "On the sidelines of the summit, X met Y"."""
    sentence = doc.sentence_of(token.i)
    above = (token.i, token.head)
    return tuple(
        t
        for t in doc.tokens[sentence.first : token.i]
        if t.lower in rules.words["sidelines"] and doc.tokens[t.head].head in above
    )


def _by_phone(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    first, last = doc.subtree(token.i)
    near = doc.tokens[max(first, token.i - 4) : min(last, token.i + 10)]
    told_on = [leaf.lower for _, leaf in prepositional(doc, token.i)]
    if any(word == "during" and leaf.lower in rules.words["calls"] for word, leaf in prepositional(doc, token.i)):
        return True  # "During the call, they discussed"
    return any(t.lower in rules.words["phone"] for t in near) or any(w in rules.words["phone"] for w in told_on)


def _mention(
    doc: Annotation,
    rules: EngagementRules,
    chain: Chain,
    token: Token,
    form: str,
    kind: str,
    arguments: tuple[Argument, ...],
    *,
    tense: str,
    phone: bool,
    needs_official: bool = False,
    plan_nodes: tuple[int, ...] = (),
) -> EngagementMention:
    determiners = {c.lower for c in doc.children(token.i, "det", "poss", "predet", "amod")}
    sentence = doc.sentence_of(token.i)
    near = doc.tokens[token.i : min(sentence.last, token.i + 30)]
    near = (*_fronted(doc, rules, token), *near)
    if any(t.lower in rules.words["sidelines"] for t in near):
        arguments += _beside(doc, rules, near)
    return EngagementMention(
        start=token.start,
        end=token.end,
        head=token.i,
        form=form,  # type: ignore[arg-type]
        kind=kind,  # type: ignore[arg-type]
        arguments=tuple(dict.fromkeys(arguments)),
        effect=chain.effect,
        before=chain.before,
        tense=tense,
        hedge=chain.hedge,
        governors=tuple(chain.governors),
        nodes=tuple(dict.fromkeys(chain.nodes)),
        change_nodes=tuple(dict.fromkeys(chain.change_nodes)),
        plan_nodes=plan_nodes,
        sentence=token.sentence,
        is_definite=bool(determiners & rules.words["definite"])
        or form == "anaphor"
        or bool(doc.child(token.i, "poss")),
        is_plural=token.tag in {"NNS", "NNPS"},
        is_subordinate=chain.is_subordinate,
        is_hypothetical=chain.is_hypothetical,
        is_generic=form == "noun" and not determiners and token.tag == "NNS",
        by_phone=phone,
        is_recalled=any(c.lower in rules.words["recalling"] for c in doc.children(token.i, "advmod", "amod")),
        is_just_now=any(
            c.lower in rules.words["just_now"] for node in chain.nodes for c in doc.children(node, "advmod")
        ),
        on_sidelines=any(t.lower in rules.words["sidelines"] for t in near),
        needs_official=needs_official,
    )
