"""Mentions whose trigger is a verb: whether it is used as its frame says, and who plays which part."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.engagements._addressed import of_requests
from legation.find.engagements._arguments import (
    behind_particle,
    is_place,
    of_verb,
)
from legation.find.engagements._build import by_phone, mention_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import (
    OBJECTS,
    finite_state,
    heads_a_headline,
    is_negated,
    objects,
    particles,
    prepositional,
)
from legation.find.engagements._conditional import is_asked
from legation.find.engagements._courtesies import asked_in_writing, inviters, is_courtesy
from legation.find.engagements._effects import PLANS, own_effect, tense_of
from legation.find.engagements._entities import is_time
from legation.find.engagements._governor_arguments import hosts_of_invitation
from legation.find.engagements._late import late_thing
from legation.find.engagements._programme import is_listed, is_noun_of_line
from legation.find.engagements._sitting_bodies import is_gathering
from legation.find.engagements._state import climb
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention, Governor
from legation.rules.engagements import EngagementRules, VerbFrame

REFUSED = frozenset({"no_plan", "declined", "cancelled"})
"""Effects of a refusal to come."""


def is_misread(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "President X departs for Y": a plural noun has no subject, so it is a verb that the tagger took for one; nor is a name
    right before it and a "to" right behind a noun's."""
    if token.tag == "NNS" and token.dep in {"ROOT", "nsubj"} and token.lemma not in rules.nouns:
        named = any(c.i == token.i - 1 and c.pos == "PROPN" for c in doc.children(token.i, "compound"))
        behind = doc.tokens[token.i + 1 : token.i + 3]
        days = {t.i for t in behind[:1] if is_time(doc, t)}
        onward = {t.i for t in behind if t.lower in {"to", "for", "in"} and t.head == token.i}
        if named and any(i == token.i + 1 or i - 1 in days for i in onward):
            return True
    return token.tag == "NNS" and token.dep in {"ROOT", "advcl", "ccomp"} and doc.child(token.i, "nsubj") is not None


def verb_mention(doc: Annotation, rules: EngagementRules, frame: VerbFrame, token: Token) -> EngagementMention | None:
    if frame.particles and not particles(doc, token.i) & set(frame.particles):
        return None
    if is_noun_of_line(doc, rules, token):
        return None
    if not _is_used_so(doc, rules, frame, token):
        return None
    arguments = of_verb(doc, rules, frame, token.i)
    if frame.agent == "host":  # "will host the ASEAN summit": the noun tells of it, and no guest is named
        arguments = tuple(a for a in arguments if a.role != "traveller" or not _is_sitting(doc, rules, a.head))
    if frame.of_bodies and not any(a.role == frame.agent and _is_joint_body(doc, rules, a.head) for a in arguments):
        return None
    if frame.object is None and frame.agent == "traveller" and frame.aspect != "under_way" and _moves(doc, token):
        return None  # "returned the boy to Cuba", "flew troops to Mali": who is moved is not who travels
    if frame.aspect == "ended" and frame.object is not None and _ends_a_visit(doc, rules, token.i):
        return None  # "left Lima after a two-day visit": the noun tells of it, and of its length
    goal = doc.child(token.i, "dobj")  # the parser hangs "out" on the verb or on its object
    links = {c.lower for t in (token, goal) if t is not None for c in doc.children(t.i, "prep", "prt")}
    if frame.object is not None and frame.aspect == "ended" and links & set(rules.words["left_out"]):
        return None  # "left him out of its summit"
    if token.lemma == "be" and any(leaf.lower in rules.words["confined"] for _, leaf in prepositional(doc, token.i)):
        return None  # "was in hospital in South Africa"
    phone = by_phone(doc, rules, token)
    stands_in = _stands_in(doc, rules, frame, token, arguments)
    if frame.aspect == "ended" and own_effect(doc, rules, token.i) not in {"held", "present", "under_way", None}:
        return None  # "will return from Rabat" says when he comes home
    left_out = not stands_in and _leaves_out(doc, rules, frame, token)
    if frame.needs and not (stands_in or left_out) and not _has_needed(doc, rules, frame, token, arguments, phone=phone):
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
        effect = "no_plan" if is_negated(doc, token.i) else "lapsed" if effect == "lapsed" else frame.aspect
    elif frame.aspect == "ended":
        is_before = effect is None and doc.tokens[token.head].lower == "before"  # "before leaving Lima she will meet"
        effect = None if is_before else "held"
    elif effect in {"held", "present"} and frame.aspect == "under_way" and state not in {"pluperfect"}:
        goes_on = state == "perfect" and any(c.lower == "since" for c in doc.children(token.i, "prep"))
        was_there = token.lemma == "be" and effect == "held" and not goes_on
        effect = "held" if was_there else "under_way"
    is_on_the_way = (state, effect) in {("progressive", "under_way"), ("present", "present")}
    if is_on_the_way and frame.aspect == "held" and "to" in frame.prepositions and frame.agent == "traveller":
        effect = "planned"  # "is travelling to", "heads to" says where to, not that he has come
    if token.tag == "VBN" and token.dep in {"acl", "advcl"} and effect is None:
        effect = "held"
    chain = climb(Chain(doc, rules, token.i, effect), token.i)
    chain.is_hypothetical = chain.is_hypothetical or is_asked(doc, token)
    if chain.effect is None and state == "infinitive" and heads_a_headline(doc, token):
        chain.effect = "planned"
    if left_out and chain.effect not in REFUSED:
        return None
    goals = [doc.tokens[a.head] for a in arguments if a.role == "goal" and a.strength]
    is_absence = chain.effect in {"no_plan", "not_held"} and not chain.governors
    if is_absence and goals and all(is_gathering(rules, goal) for goal in goals):
        return None  # "is not going to the summit": the gathering's own mention tells who stays away
    listed = not chain.governors and chain.effect in {None, "present"} and is_listed(doc, rules, token)
    if listed:
        chain.effect = "planned"
    if token.dep == "acomp":
        # "was due in Lima to meet X": the copula has the tense of the plan, and the purpose hangs on it
        chain.nodes.append(token.head)
        if frame.aspect in PLANS and frame.aspect is not None:
            chain.governors.append(Governor(token.i, frame.aspect, finite_state(doc, rules, token.head)))
    arguments += hosts_of_invitation(doc, rules, (g.token for g in chain.governors))
    kind = frame.kind
    if kind == "visit":
        why = {a.head for a in arguments if a.role == "goal" and is_courtesy(doc, rules, doc.tokens[a.head])}
        arguments = tuple(a for a in arguments if a.head not in why)  # "landed at the invitation of X": no place
        arguments += tuple(inviters(doc, rules, [token.i, *chain.nodes]))
        arguments = asked_in_writing(doc, rules, arguments, [token.i, *(g.token for g in chain.governors if g.effect == "invited")])
    if kind in {"meeting", "talks", "call"}:
        arguments += tuple(of_requests(doc, rules, [g.token for g in chain.governors]))
    if kind == "summit" and any(_is_ceremony(doc, rules, a.head) for a in arguments if a.role == "occasion"):
        kind = "ceremony"
    if phone and kind in {"meeting", "talks"}:
        kind = "call"
    if stands_in:
        kind = "visit"
        arguments = tuple(replace(a, role="traveller") if a.role == frame.agent else a for a in arguments)
    return mention_of(
        doc, rules, chain, token, "verb", kind, arguments, stands_in=stands_in, is_listed=listed,
        needs_official=frame.object_is not in {None, "place"} or frame.person,
        tense=tense_of(state) if tense_of(state) != "none" else chain.tense, phone=phone,
    )  # fmt: skip


def _leaves_out(doc: Annotation, rules: EngagementRules, frame: VerbFrame, token: Token) -> bool:
    """ "He declined to attend": with no word of what, which only a refusal needs."""
    if frame.kind != "summit" or token.lemma not in rules.words["attending"]:
        return False
    return doc.child(token.i, *OBJECTS, "nsubjpass", "prep") is None


def _ends_a_visit(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """Whether a visit hangs on the verb at ``i``: "after a visit", "at the end of a four-day visit"."""
    behind = [leaf for _, leaf in prepositional(doc, i)]
    behind += [deep for leaf in behind if leaf.lemma in rules.containers for _, deep in prepositional(doc, leaf.i)]
    frames = [rules.nouns[leaf.lemma] for leaf in behind if leaf.lemma in rules.nouns]
    return any(f.kind == "visit" and not f.person for f in frames)


def _is_such(doc: Annotation, frame: VerbFrame, thing: Token) -> bool:
    """Whether an object is one that its frame names, or of one ("letters of credence"), or has its title ("Ambassador X")."""
    if frame.object == "party" and any(c.pos == "PRON" for c in doc.children(thing.i, "poss")):
        return False  # "summoned its ambassador home"
    of = (leaf for word, leaf in prepositional(doc, thing.i) if word == "of")
    named = doc.children(thing.i, "compound", "appos") if frame.object == "party" else ()
    return any(t.lemma in frame.objects or t.lower in frame.objects for t in (thing, *of, *named))


def _stands_in(
    doc: Annotation, rules: EngagementRules, frame: VerbFrame, token: Token, arguments: tuple[Argument, ...]
) -> bool:
    """ "Premier X will go instead", "will attend in his place", "will come as her representative": where somebody else was to."""
    words = rules.words["standing_in"]
    where = [a for a in arguments if a.role in {"goal", "occasion", "place"} and doc.tokens[a.head].lower not in words]
    if where or not {"goal", "occasion"} & set(frame.needs):
        return False
    phrases = (leaf for word, leaf in prepositional(doc, token.i) if word in {"in", "on", "as"})
    owned = (leaf for leaf in phrases if leaf.lower in words)
    if token.lemma in rules.words["deputising"]:
        return any(word == "for" and leaf.pos in {"PRON", "PROPN"} for word, leaf in prepositional(doc, token.i))
    return any(c.lower in words for c in doc.children(token.i, "advmod")) or any(
        doc.child(leaf.i, "poss") is not None or any(w == "of" for w, _ in prepositional(doc, leaf.i)) for leaf in owned
    )


def _is_joint_body(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    return doc.tokens[i].lower in rules.words["joint_bodies"]


def _rings(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "called Prime Minister X today" telephones; "called X a liar", "called on X", "called for talks" do not."""
    called = doc.child(token.i, "nsubjpass")
    if called is not None and doc.child(token.i, "agent") is not None:
        if any(c.dep in {"prt", "prep", "advmod"} and not doc.dependants[c.i] for c in doc.children(token.i)):
            return False  # "was called in by the minister"
        return called.pos == "PROPN" and doc.child(token.i, "oprd", "attr", "dobj", "xcomp", "ccomp") is None
    target = doc.child(token.i, "dobj")
    behind = doc.tokens[token.i + 1 : token.i + 2]
    if target is None or target.pos not in {"PROPN", "PRON"} or any(t.lower in rules.words["not_ringing"] for t in behind):
        return False
    if any(c.dep in {"oprd", "xcomp", "ccomp", "attr", "dative"} for c in doc.children(token.i)):
        return False
    _, end = doc.subtree(target.i)
    if any(t.lower in rules.words["indefinite"] for t in doc.tokens[target.i + 1 : end]):
        return False
    after = doc.tokens[end] if end < len(doc.tokens) else None
    return after is None or after.lower not in {"a", "an", "the", "“", '"', "‘", "'"}


def _is_sitting(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    frame = rules.nouns.get(doc.tokens[i].lemma)
    return frame is not None and frame.kind in {"meeting", "talks", "summit"}


def _is_ceremony(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    frame = rules.nouns.get(doc.tokens[i].lemma)
    return frame is not None and frame.kind == "ceremony"


def _moves(doc: Annotation, token: Token) -> bool:
    """Whether the verb has an object that is no time: "returned the boy to Cuba", but "spent two days in Lima"."""
    target = doc.child(token.i, "dobj")
    return target is not None and not is_time(doc, target)


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
    if frame.placed and not ("with" in have and _is_placed(doc, token)):
        return False  # "discussed trade with X": by whatever way
    if "party" in frame.needs and "with" in have:
        return True
    agents = [a for a in arguments if a.role == frame.agent]
    bare = all(c.lower in rules.words["phoned"] for c in doc.children(token.i, "prep"))
    several = len(agents) > 1 or (bare and any(doc.tokens[a.head].tag == "NNS" for a in agents))
    elsewhere = have & {"place"} and not frame.objects  # "spoke in Oslo" to anybody, but "exchanged views in Oslo"
    if "with" in frame.needs and "with" in frame.prepositions and several and not elsewhere and "with" not in have:
        return True
    if "with" in frame.needs and (phone or frame.particles) and sum(a.role == frame.agent for a in arguments) > 0:
        return True
    if "object" in frame.needs:
        return frame.object in have
    if "event" in have and "goal" not in have and frame.agent == "traveller":
        return False
    return bool(have & set(frame.needs))


def _is_placed(doc: Annotation, verb: Token) -> bool:
    """Whether the clause says where, on whatever word the parser hangs it: "discussed trade with X in Nairobi". Not of somebody
    by his name: "discussed the president with reporters in Nairobi"."""
    if any(c.pos == "PROPN" for c in doc.children(verb.i, "dobj")):
        return False
    last = doc.sentences[verb.sentence].last
    places = (t for t in doc.tokens[verb.i + 1 : last] if t.entity >= 0 and doc.entities[t.entity].label == "GPE")
    named = (t for t in places if t.dep == "pobj" and doc.tokens[t.head].lower == "in" and _is_of_clause(doc, t.head))
    return any(next((a.i for a in doc.ancestors(t.i) if a.pos == "VERB"), None) == verb.i for t in named)


def _is_of_clause(doc: Annotation, prep: int) -> bool:
    """Whether a phrase hangs on a verb, its object or somebody's name, not on another noun ("about the war in Sudan")."""
    above = doc.tokens[doc.tokens[prep].head]
    return above.pos in {"VERB", "PROPN"} or above.dep == "dobj"


def _is_there_to(doc: Annotation, frame: VerbFrame, token: Token) -> bool:
    """ "is in Kenya this week to meet him", "is due in Kenya to meet him": a place before what somebody is there for; not "is to
    visit"."""
    others = [c for c in doc.children(token.i, *frame.without) if c.dep != "xcomp"]
    purposes = [c for c in doc.children(token.i, "xcomp") if c.tag == "VB"]
    if others or not purposes:
        return False
    goals = frame.prepositions if token.lemma != "be" else {"in"}
    places = (leaf for word, leaf in prepositional(doc, token.i) if word in goals and token.i < leaf.i < purposes[0].i)
    return any(p.entity >= 0 and doc.entities[p.entity].label == "GPE" for p in places)


def _is_followed(doc: Annotation, frame: VerbFrame, token: Token) -> bool:
    """Whether a clause stands behind that the frame bars: "called on Chad to act", but "called on the king as did X"."""
    behind = doc.children(token.i, *frame.without)
    return any(c.dep != "advcl" or doc.child(c.i, "mark") is None for c in behind)


def _is_used_so(doc: Annotation, rules: EngagementRules, frame: VerbFrame, token: Token) -> bool:
    """Whether the verb stands as its frame wants it: "is in" without a predicate, "expected in" as a passive."""
    if frame.without and _is_followed(doc, frame, token) and not _is_there_to(doc, frame, token):
        return False
    if any(word in frame.barred and not is_time(doc, leaf) for word, leaf in prepositional(doc, token.i)):
        return False
    if frame.passive_only and token.tag != "VBN":
        return False
    if frame.passive_only and "home" in frame.prepositions.values():
        called_to = (leaf for word, leaf in prepositional(doc, token.i) if frame.prepositions.get(word) == "home")
        if not any(leaf.lower in rules.words["premises"] for leaf in called_to):
            return False  # "was called to the podium"
    things = (*objects(doc, token.i), *behind_particle(doc, frame, token.i), *late_thing(doc, rules, frame, token.i))
    if frame.objects and not any(_is_such(doc, frame, c) for c in things):
        return False
    if frame.object_is == "place":
        goals = [*doc.children(token.i, "dobj"), *(x for w, x in prepositional(doc, token.i) if w in frame.prepositions)]
        if not any(is_place(doc, rules, c) for c in goals):
            return False
    if frame.names_object:
        named = doc.children(token.i, "dobj")
        return any(c.pos in {"PRON", "PROPN"} or c.entity >= 0 or c.lemma in rules.words["sites"] for c in named)
    return True
