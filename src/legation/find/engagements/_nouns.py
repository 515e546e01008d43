"""Mentions whose trigger is a noun: which frame it has where it stands, and what is said of it there."""

from __future__ import annotations

from legation.find.engagements._addressed import framed, of_address, of_requests
from legation.find.engagements._agenda import of_agenda
from legation.find.engagements._arguments import of_noun
from legation.find.engagements._at_present import is_at_present
from legation.find.engagements._build import by_phone, mention_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clause_arguments import of_clause, of_speech
from legation.find.engagements._clauses import (
    SUBJECTS,
    VERBAL,
    finite_state,
    heads_a_headline,
    is_negated,
    prepositional,
    subjects,
)
from legation.find.engagements._courtesies import inviters, is_courtesy
from legation.find.engagements._effects import PLANS, governor_rule, own_effect, with_e
from legation.find.engagements._entities import is_time
from legation.find.engagements._governor_arguments import hosts_of_invitation, of_governors, of_plans
from legation.find.engagements._modified import said_of
from legation.find.engagements._programme import is_listed, is_noun_of_line
from legation.find.engagements._state import climb, headline
from legation.find.engagements._stations import STOP, as_station, is_own_station, is_to_come, stops_at
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules, NounFrame

NOMINAL = frozenset({*SUBJECTS, "dobj", "pobj", "attr", "conj"})
"""Parts of a sentence that a noun plays."""


def noun_frame(doc: Annotation, rules: EngagementRules, token: Token) -> NounFrame | None:
    word = doc.joined(token.i)
    whole = word != token.lemma and word in rules.nouns  # a hyphenated one's parts are tagged anything
    stands_as_noun = token.dep in NOMINAL and (whole or token.pos == "ADJ")  # "had a bilateral with"
    if token.pos not in {"NOUN", "PROPN"} and not stands_as_noun and not is_noun_of_line(doc, rules, token):
        return None
    frame = rules.nouns.get(word) or rules.nouns.get(token.lemma) or rules.nouns.get(token.lower)
    if frame is None and is_own_station(doc, rules, token):
        frame = rules.nouns.get(STOP)
    if frame is None:
        return None
    if token.lemma in frame.plural and not token.lower.endswith("s") and not _is_one_sitting(doc, rules, token):
        return None
    if frame.behind and not _is_how_they_spoke(doc, rules, frame, token):
        return None
    if token.dep in {"compound", "nmod"} and doc.tokens[token.head].lower in rules.words["followers"]:
        return None
    modifiers = {doc.joined(c.i) for c in doc.children(token.i, "compound", "amod", "nmod")}
    modifiers |= {c.lower for c in doc.children(token.i, "compound", "amod", "nmod")}
    stopped = modifiers & (rules.words["compounds"] - set(frame.beside))
    around = modifiers | {d.lower for c in doc.children(token.i, "compound", "nmod") for d in doc.children(c.i)}
    if frame.kind == "meeting" and around & (rules.words["uniting"] | rules.words["between_governments"]):
        stopped = set()  # "the joint border committee meeting"
    if stopped and frame.kind != "summit":  # "the African Union summit"
        return None
    if token.dep == "compound" and doc.tokens[token.head].pos in {"NOUN", "PROPN"}:
        head = doc.tokens[token.head]
        if head.lemma not in rules.nouns and head.lemma not in rules.attitudes:
            return None
    if frame.invitation and is_courtesy(doc, rules, token):
        return None  # "came at the invitation of": a courtesy, the visit is told by its own verb
    if frame.invitation and any(
        word == "for" and leaf.lemma in rules.nouns for word, leaf in prepositional(doc, token.i)
    ):
        return None  # "an invitation for talks": the talks are what it is to
    works = modifiers & rules.words["working"] or _is_numbered(doc, rules, token)
    if frame.of_bodies and not works and not any(
        word == "of" and leaf.lower in rules.words["joint_bodies"] for word, leaf in prepositional(doc, token.i)
    ):
        return None
    if frame.needs_preposition and token.i + 1 < len(doc.tokens):
        behind = {word for word, _ in prepositional(doc, token.i)} | {doc.tokens[token.i + 1].lower}
        if token.dep == "dobj":
            behind |= {word for word, _ in prepositional(doc, token.head)}  # "had lunch with", parsed onto "had"
        honours = any(leaf.lower in rules.words["honouring"] for _, leaf in prepositional(doc, token.i))
        called_off = frame.kind == "summit" and _is_called_off(doc, rules, token)
        had = frame.kind == "meeting" and _is_had_together(doc, rules, token)
        if not behind & set(frame.needs_preposition) and not honours and not called_off and not had:
            return None
    if frame.needs_modifier:
        phone = modifiers & set(frame.needs_modifier) or doc.tokens[max(token.i - 1, 0)].lower in frame.needs_modifier
        preps = {c.lower for c in doc.children(token.i, "prep")}
        if token.dep == "dobj" and doc.tokens[token.head].lemma in rules.words["holding"]:
            preps |= {word for word, _ in prepositional(doc, token.head)}  # "had conversations today with"
        led = doc.tokens[token.head].lemma in frame.or_governor and not _is_appeal(doc, frame, token)
        if not phone and not led and not preps & set(frame.or_preposition) and not _was_had(doc, rules, token):
            return None
    return frame


def _is_had_together(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "X and Y held a working lunch": several people are told to have had it."""
    verb = doc.tokens[noun.head]
    if noun.dep != "dobj" or verb.lemma not in rules.words["holding"]:
        return False
    return len({i for who in subjects(doc, rules, verb.i) for i in (who, *doc.conjuncts(who))}) > 1


def _was_had(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "In the call, which took place on Monday", "during the conversation, held late on Monday": one that was told before."""
    clauses = (c for c in doc.children(noun.i, "relcl", "acl") if c.i > noun.i)
    is_had = any(c.lemma in rules.words["occurring"] and c.tag in {"VBD", "VBN"} for c in clauses)
    return is_had and bool({c.lower for c in doc.children(noun.i, "det")} & rules.words["definite"])


def _is_called_off(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "has cancelled his attendance": at what was told before."""
    rule = governor_rule(doc, rules, noun.head) if noun.dep in {"dobj", "nsubjpass"} else None
    return rule is not None and rule.change and doc.child(noun.i, "poss") is not None


def _is_numbered(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "held their 160th session": of whoever holds it, one of a row."""
    held = noun.dep in {"dobj", "nsubjpass"} and doc.tokens[noun.head].lemma in rules.support
    row = rules.words["ordinals"] | rules.words["of_a_row"]
    counted = any(c.text[:1].isdigit() or c.lower in row for c in doc.children(noun.i, "amod", "compound"))
    return held and counted


def _is_one_sitting(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "a telephone talk", "held a consultation with": singular, where a word shows that it is no lecture or remark."""
    modifiers = {c.lower for c in doc.children(noun.i, "compound", "amod", "nmod")}
    if modifiers & (rules.words["phone"] | rules.words["paired"]):
        return True
    holds = noun.dep in {"dobj", "nsubjpass"} and doc.tokens[noun.head].lemma in rules.words["holding"]
    near = {word for i in (noun.i, noun.head) for word, _ in prepositional(doc, i)}
    return holds and bool(near & {"with", "between"})


def _is_how_they_spoke(doc: Annotation, rules: EngagementRules, frame: NounFrame, noun: Token) -> bool:
    """ "thanked him by phone": a means of speaking, with no other word beside it that tells of the call."""
    verb = framed(doc, rules, noun.i, phone=True)
    if doc.tokens[noun.head].lower not in frame.behind or verb is None:
        return False
    if any(f.kind != "visit" and not f.particles for f in rules.verbs.get(verb.lemma, ())):
        return False
    return not any(c.lemma in rules.nouns for c in doc.children(verb.i, "dobj", "nsubjpass"))


def _is_appeal(doc: Annotation, frame: NounFrame, token: Token) -> bool:
    """ "received calls from the public", "got a call for help", "a call to resign": no conversation."""
    appeals = {c.lower for c in doc.children(token.i, "prep")} & {"for", "to"} or doc.child(token.i, "acl", "relcl")
    return frame.kind == "call" and (bool(appeals) or token.tag == "NNS")


def is_occasion_attended(doc: Annotation, rules: EngagementRules, frame: NounFrame, token: Token) -> bool:
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


def is_wished_well(doc: Annotation, rules: EngagementRules, frame: NounFrame, token: Token) -> bool:
    """ "congratulated him on his inauguration", "a message on the coronation": an occasion for words, which nobody attends."""
    above = doc.tokens[token.head]
    said = doc.tokens[above.head]
    wishing = rules.words["wishing"]
    return frame.kind == "ceremony" and above.pos == "ADP" and (said.lemma in wishing or with_e(said.lower) in wishing)


def is_of_crowd(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "urged its citizens to put off trips to Lebanon": private people's, whoever speaks of them."""
    if doc.child(token.i, "poss") is not None:
        return False
    before = doc.tokens[max(doc.sentence_of(token.i).first - 8, 0, token.i - 14) : token.i]
    if any(t.lower in rules.words["public"] for t in before) and not any(
        word in {"by", "of"} for word, _ in prepositional(doc, token.i)
    ):
        return True  # "Ministry to Citizens: Put Off Trips"
    for above in doc.ancestors(token.i):
        if above.lower in rules.words["temporal"]:
            return False  # "thanked the people at a meeting": they are no travellers
        if above.pos in VERBAL and any(
            c.lower in rules.words["crowds"] and c.tag == "NNS" and c.i < token.i
            for c in doc.children(above.i, "dobj", "nsubj", "dative")
        ):
            return True
    return False


def noun_mention(doc: Annotation, rules: EngagementRules, frame: NounFrame, token: Token) -> EngagementMention:
    adjective = said_of(doc, rules, token)
    is_on_again = adjective[0] in {"postponed", "cancelled"} and _is_on_again(doc, rules, token)
    chain = Chain(doc, rules, token.i, None if is_on_again else adjective[0])
    headline(chain, token.i)
    climb(chain, token.i)
    if chain.effect is None and chain.support is not None and _is_headlined(doc, rules, doc.tokens[chain.support]):
        chain.effect = "planned"
    listed = not chain.governors and is_listed(doc, rules, token)
    if listed:
        chain.effect = chain.effect or "planned"
    if is_on_again:
        chain.before = adjective[0]
        chain.effect = chain.effect if frame.kind == "talks" else "rescheduled"
    chain.nodes.extend(adjective[2])
    stops = tuple(stops_at(doc, rules, token)) if frame.kind == "visit" else ()
    if (stops and finite_state(doc, rules, token.head) == "present") or is_to_come(doc, rules, token):
        chain.effect = "planned"  # "the last stop is Lima": where the journey is to go
    if frame.kind == "visit" and not frame.invitation and is_at_present(doc, rules, token, chain.effect):
        chain.effect, chain.tense = "under_way", "present"
    effect = chain.effect
    plan_nodes = adjective[1] or (_planned_later(doc, rules, token) if chain.change_nodes else ())
    arguments = of_noun(doc, rules, frame, token.i)
    speakers = _speakers(doc, rules, chain)
    governing = {*chain.nodes[1:], *chain.change_nodes, *(g.token for g in chain.governors)}
    governing |= _continued(doc, rules, token)
    arguments += of_governors(doc, rules, frame, token.i, [(g, g in speakers) for g in sorted(governing)])
    arguments += hosts_of_invitation(doc, rules, (g.token for g in chain.governors))
    if frame.kind == "visit":
        arguments += tuple(inviters(doc, rules, [token.i, *sorted(governing), *_clause_of(doc, token)]))
    arguments += of_clause(doc, rules, token.i, of_both=frame.kind != "visit")
    if frame.kind == "visit":
        arguments = (*(as_station(doc, rules, a) for a in arguments), *stops)
    arguments += of_plans(doc, frame, plan_nodes)
    agendas = rules.words["agendas"]  # "The agenda includes a meeting": it meets nobody
    arguments = tuple(a for a in arguments if a.role != "subject" or doc.tokens[a.head].lemma not in agendas)
    arguments += tuple(of_agenda(doc, rules, token.i))
    if frame.kind != "visit":
        arguments += tuple(of_requests(doc, rules, [g.token for g in chain.governors]))
    phone = by_phone(doc, rules, token)
    if frame.kind in {"call", "meeting", "talks"} and not {a.role for a in arguments} & {"with", "party"}:
        arguments += tuple(of_address(doc, rules, token.i, phone=phone))
    if frame.kind != "visit" and {a.role for a in arguments} & {"with", "party", "subject"} == {"with"}:
        arguments += of_speech(doc, rules, token.i)
    kind = "call" if phone and frame.kind in {"meeting", "talks"} else frame.kind
    if kind == "call" and any(c.lower in rules.words["in_person"] for c in doc.children(token.i, "amod", "compound")):
        kind = "meeting"  # "a courtesy call on the president"
    if kind == "call" and not phone and any(a.role == "home" and not is_time(doc, doc.tokens[a.head]) for a in arguments):
        kind = "meeting"  # "made separate calls on the president"
    face_to_face = listed or _is_face_to_face(doc, rules, token, arguments)
    if kind == "call" and not phone and token.lemma in rules.words["conversing"] and face_to_face:
        kind = "meeting"
    chain.effect = predicate(doc, rules, token, effect)
    if any(c.lower == "no" for c in doc.children(token.i, "det")):
        chain.effect = "not_held" if chain.effect == "held" else "no_plan" if chain.effect in PLANS else chain.effect
    if chain.effect in {"no_plan", "not_held"} and plan_nodes and not is_negated(doc, token.i):
        chain.effect = "cancelled"  # "the stop that he was to make will not take place"
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
    return mention_of(
        doc, rules, chain, token, "noun", kind, arguments, tense=chain.tense, plan_nodes=plan_nodes, phone=phone,
        needs_official=frame.person, is_listed=listed,
    )  # fmt: skip


def _is_face_to_face(
    doc: Annotation, rules: EngagementRules, noun: Token, arguments: tuple[Argument, ...]
) -> bool:
    """ "a conversation in Oslo", "separate conversations": at a place, or of one after the other."""
    places = any(a.role == "place" and a.strength and not is_time(doc, doc.tokens[a.head]) for a in arguments)
    return places or any(doc.joined(c.i) in rules.words["paired"] for c in doc.children(noun.i, "amod", "compound", "nmod"))


def _clause_of(doc: Annotation, noun: Token) -> list[int]:
    """The verb of the clause that a noun stands in: "will come on a visit"."""
    return [t.i for t in doc.ancestors(noun.i) if t.pos in VERBAL][:1]


def _is_headlined(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "Premier to hold talks in Oslo": an infinitive that is all a headline has of a verb."""
    return finite_state(doc, rules, verb.i) == "infinitive" and heads_a_headline(doc, verb)


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
    speaking = {g.token for g in chain.governors if doc.tokens[g.token].lemma in rules.words["talking_over"]}
    for governor in (*chain.nodes, *chain.change_nodes, *(g.token for g in chain.governors)):
        rows = rules.governors.get(doc.tokens[governor].lemma, ())
        rows = tuple(r for r in rows if not r.behind and not r.of_subject)  # "went ahead with the visit": his own
        if any(r.speaker or r.effect in {"confirmed", "expected", "likely", "invited", "no_plan"} for r in rows):
            speaking.add(governor)
    return frozenset(speaking)


def _is_on_again(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "Talks, suspended since March, are to resume on Monday": whether the sentence itself says that it will be."""
    above = doc.tokens[token.head]
    is_event = token.dep in SUBJECTS and (above.lemma in rules.support or above.lemma in rules.governors)
    return is_event and climb(Chain(doc, rules, token.i, None), token.i).effect in {"planned", "future"}


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


def predicate(doc: Annotation, rules: EngagementRules, token: Token, effect: str | None) -> str | None:
    """ "The visit is back on", "the trip is in doubt": a predicate phrase right behind a form of be or remain; of "was due
    next week but is now on hold" the last."""
    subject = doc.tokens[token.head] if token.dep == "conj" else token  # "A and B's trip": parsed as a man and a trip
    head = doc.tokens[subject.head]
    if subject.dep not in SUBJECTS or head.pos not in VERBAL:
        return effect
    for verb in (head, *(c for c in doc.children(head.i, "conj") if c.pos in VERBAL and doc.child(c.i, *SUBJECTS) is None)):
        if verb.lemma in rules.words["copulas"]:
            effect = _predicated(doc, rules, verb, effect)
    return effect


def _predicated(doc: Annotation, rules: EngagementRules, head: Token, effect: str | None) -> str | None:
    _, last = doc.subtree(head.i)
    rest = doc.text[head.start : doc.tokens[min(last, head.i + 9) - 1].end].lower()
    for phrase, found in rules.predicates:
        if f" {phrase}" in f" {rest} " and rest.find(phrase) < 24:
            at = rest.find(phrase) + len(phrase)
            if at < len(rest) and rest[at].isalpha():
                continue
            if found == "under_way" and head.lemma == "get" and own_effect(doc, rules, head.i) in {"present", "future"}:
                return "planned"  # "gets under way on Saturday"
            if is_negated(doc, head.i) and found in {"planned", "under_way", "confirmed"}:
                if effect in {
                    "cancelled",
                    "doubtful",
                }:  # "will not go ahead as planned" leaves that it may at another time
                    return "postponed" if effect == "cancelled" and found == "confirmed" else effect
                return "no_plan"
            return found
    return effect
