"""The grammar of one verb: its own tense and modality, its subject, the phrases that hang on it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._entities import is_time
from legation.find.engagements._headline_subjects import cut_off, left_out, listed_before, listed_behind
from legation.find.engagements._inviter_first import traveller_behind
from legation.find.engagements._ranks import is_ranked
from legation.find.engagements._yet_to_be import is_yet_to_be
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "obj", "dative")
LISTING = "including"
"""The preposition that names some of those just spoken of: "with other leaders, including A and B"."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "without"})


def is_negated(doc: Annotation, i: int) -> bool:
    """Whether the verb or noun at ``i`` carries a negation of its own (not, never, "no plans", "nobody")."""
    for child in doc.children(i):
        if _is_more_than_that(doc, i, child):
            continue
        if child.lower == "longer" and any(d.lower == "no" for d in doc.children(child.i)):
            return True
        if child.dep == "neg" and child.i > i + 1 and doc.tokens[i].pos == "VERB":
            continue  # "will begin on June 10 and not on May 22": what is negated is the other day
        if child.dep == "neg" or (child.lower in NEGATIONS and child.dep in {"det", "advmod", "preconj", "cc"}):
            return True
        if child.dep in SUBJECTS and any(d.lower in {"no", "neither", "none"} for d in doc.children(child.i, "det")):
            return True
        if child.dep in SUBJECTS and child.lower in {"nobody", "none", "neither", "nothing"}:
            return True
        if child.dep in SUBJECTS and doc.tokens[doc.subtree(child.i)[0]].lower == "neither":
            return True  # "Neither A nor B will attend"
    return False


def _is_more_than_that(doc: Annotation, i: int, child: Token) -> bool:
    """ "has cancelled not only the visit but also", "did not just visit Kenya": nothing is denied, more is told."""
    after = doc.tokens[child.i + 1].lower if child.i + 1 < len(doc.tokens) else ""
    can = any(c.tag == "MD" for c in doc.children(i, "aux"))
    return child.lower in {"not", "n't"} and (after == "only" or (after in {"just", "merely"} and not can))


def is_date_denied(doc: Annotation, rules: EngagementRules, noun: Token, verb: Token) -> bool:
    """ "The date of the visit has not been set", "dates have yet to be fixed": it is the date that there is none of."""
    if noun.pos != "NOUN" or noun.lemma not in rules.undated or noun.dep not in SUBJECTS:
        return False
    return is_negated(doc, verb.i) or any(c.lower == "yet" for c in doc.children(verb.i, "advmod"))


def finite_state(doc: Annotation, rules: EngagementRules, i: int) -> str:
    """How the verb at ``i`` stands by itself: past, pluperfect, perfect, present, progressive, future, would, possible,
    wanted, unreal, infinitive, gerund or participle. A bare verb coordinated with another takes the other's auxiliaries."""
    verb = doc.tokens[i]
    auxiliaries = list(doc.children(i, "aux", "auxpass"))
    modal = next((rules.modals[a.lower] for a in auxiliaries if a.lower in rules.modals and a.tag == "MD"), None)
    going = verb.lower == "going" and any(c.tag == "VB" for c in doc.children(i, "xcomp"))
    if modal is None and going:
        return "future"
    if modal in {"would", "wanted"} and verb.tag == "VBN" and any(a.lemma == "have" for a in auxiliaries):
        return "unreal"  # "should have visited on Monday": it was meant to be, and was not
    if modal:
        return modal
    if any(a.lower == "to" for a in auxiliaries):
        return "infinitive"
    have = next((a for a in auxiliaries if a.lemma == "have"), None)
    be = next((a for a in auxiliaries if a.lemma == "be" and a.lower not in {"been", "being"}), None)
    if have is not None:
        if is_yet_to_be(doc, rules, i):
            return "future"
        return "pluperfect" if have.tag == "VBD" else "perfect"
    if be is not None:
        if verb.tag == "VBG":
            return "progressive" if be.tag in {"VBZ", "VBP"} else "past_progressive"
        return "past" if be.tag == "VBD" else "present"
    if infinitive_before(doc, i) is not None:
        return "infinitive"
    if not auxiliaries and verb.dep == "conj" and verb.tag in {"VB", "VBN", "VBG", "VBP"}:
        head = doc.tokens[verb.head]
        if head.pos in VERBAL and not any(True for _ in doc.children(i, *SUBJECTS)):
            return finite_state(doc, rules, head.i)
    if any(a.lower in rules.words["do"] for a in auxiliaries):
        return "past" if any(a.lower == "did" for a in auxiliaries) else "present"
    if verb.tag == "VBN" and not auxiliaries and verb.dep == "ROOT" and doc.child(i, "nsubj"):
        return "past"  # "the minister set off": the tagger takes a past for a participle
    if verb.tag == "VB" and not auxiliaries and verb.dep in {"ROOT", "ccomp"} and doc.child(i, *SUBJECTS):
        return "present"  # "the ministers sit down together": the tagger takes a plural's present for a bare form
    return {
        "VBD": "past",
        "VBZ": "present",
        "VBP": "present",
        "NNS": "present",
        "VBG": "gerund",
        "VBN": "participle",
    }.get(verb.tag, "infinitive")


def infinitive_before(doc: Annotation, i: int) -> Token | None:
    """The infinitive that a bare verb is coordinated with, where the parser hangs it on what governs both: "is scheduled to
    hold talks with A, meet B and attend a forum"."""
    verb = doc.tokens[i]
    head = doc.tokens[verb.head]
    if verb.dep != "conj" or verb.tag not in {"VB", "VBP"} or head.pos not in VERBAL or head.tag in {"VB", "VBP"}:
        return None
    if any(c.dep in {"aux", "auxpass", "mark", *SUBJECTS} for c in doc.children(i)):
        return None
    inside = (c for c in doc.children(head.i, "xcomp") if head.i < c.i < i and c.tag == "VB")
    return next((c for c in inside if any(a.lower == "to" for a in doc.children(c.i, "aux"))), None)


def particles(doc: Annotation, i: int) -> frozenset[str]:
    """The particles and adverbs right behind the verb: off, out, down, short, back, forward; phrases of two words too
    ("put on hold")."""
    near = [
        c
        for c in doc.children(i)
        if c.dep in {"prt", "advmod", "npadvmod", "prep", "acomp", "oprd", "ccomp"} and i < c.i <= i + 6 and len(c.lower) < 9
    ]
    phrases = (f"{c.lower} {leaf.lower}" for c in near for leaf in doc.children(c.i, "pobj") if leaf.i == c.i + 1)
    behind = (t.lower for t in doc.tokens[i + 1 : i + 2] if t.dep == "amod")  # "cuts short Paris visit"
    return frozenset((*(c.lower for c in near), *phrases, *behind))


def objects(doc: Annotation, i: int) -> Iterator[Token]:
    """Direct objects of the verb at ``i``, or its passive subject."""
    yield from doc.children(i, *OBJECTS)
    yield from doc.children(i, "nsubjpass")
    yield from _of_headline(doc, i)


def _of_headline(doc: Annotation, i: int) -> Iterator[Token]:
    """ "Kenya summons Ugandan envoy": without an article the parser may take the object for an apposition of the verb."""
    if doc.tokens[i].pos == "VERB" and doc.child(i, *OBJECTS) is None:
        yield from (c for c in doc.children(i, "appos") if doc.subtree(c.i)[0] == i + 1)


def direct_objects(doc: Annotation, i: int) -> Iterator[Token]:
    """Direct objects; "met visiting Minister X" hides one below a participle that the parser takes for a verb."""
    yield from doc.children(i, *OBJECTS)
    yield from _of_headline(doc, i)
    if doc.child(i, *OBJECTS, "xcomp", "ccomp") is None and not is_passive(doc, i):
        # "received in Muscat today the Foreign Minister of Chad": parsed as a time beside the verb
        late = (c for c in doc.children(i, "npadvmod") if c.i > i and c.pos == "PROPN")
        yield from (c for c in late if not is_time(doc, c))
    for clause in doc.children(i, "xcomp", "ccomp", "advcl"):
        if clause.tag == "VBG" and clause.i == i + 1 and not any(True for _ in doc.children(clause.i, "aux")):
            yield from doc.children(clause.i, *OBJECTS)
    for day in doc.children(i, "npadvmod"):
        # "will visit Portugal June 3-5": the parser takes the place for a part of the day's name.
        is_date = day.entity >= 0 and doc.entities[day.entity].label == "DATE"
        yield from (c for c in doc.children(day.i, "compound") if is_date and c.entity not in {-1, day.entity})


def is_passive(doc: Annotation, i: int) -> bool:
    return any(c.dep in {"nsubjpass", "auxpass"} for c in doc.children(i))


def prepositional(doc: Annotation, i: int) -> Iterator[tuple[str, Token]]:
    """(preposition, object) for each prepositional phrase on ``i``, "as well as in" chains and stacked ones included."""
    for child in doc.children(i):
        if child.dep == "advcl" and any(m.lower == "for" for m in doc.children(child.i, "mark")):
            # "left for Washington to discuss": the parser takes the place for the subject of what follows.
            yield from (("for", c) for c in doc.children(child.i, "nsubj"))
        if child.dep in {"prep", "agent", "dative", "advmod", "prt"} or (child.pos == "ADP" and child.dep != "mark"):
            for other in doc.children(child.i, "conj"):  # "to Lisbon and to Madrid", "on Friday and to Rome"
                yield from ((other.lower, leaf) for leaf in doc.children(other.i, "pobj") if other.pos == "ADP")
            if not doc.dependants[child.i]:
                yield from ((child.lower, leaf) for leaf in _stolen(doc, i, child.i))
            for leaf in doc.children(child.i):
                if leaf.dep == "pcomp" and leaf.tag == "VBG" and leaf.i == child.i + 1 and child.lower in {"with", "for"}:
                    # "with visiting Minister X": the parser takes the participle for a verb with an object.
                    guests = (c for c in doc.children(leaf.i, "dobj") if c.pos == "PROPN")
                    yield from ((child.lower, c) for c in guests if child.lower == "with" or c.i - leaf.i > 2)
                elif leaf.dep == "pcomp" and leaf.pos == "VERB" and doc.child(leaf.i, "nsubj"):
                    # "met with X to discuss Y": the parser takes X for the subject of what follows.
                    yield child.lower, next(doc.children(leaf.i, "nsubj"))
                elif leaf.dep in {"pobj", "pcomp"}:
                    yield child.lower, leaf
                    if child.lower == "by" and leaf.tag == "NN" and all(c.dep == "prep" for c in doc.children(leaf.i)):
                        # "left by air for Cairo", "spoke by phone with X": parsed onto the means
                        yield from prepositional(doc, leaf.i)
                elif leaf.dep == "prep":
                    for deep in doc.children(leaf.i, "pobj"):
                        yield leaf.lower, deep


def _stolen(doc: Annotation, i: int, prep: int) -> Iterator[Token]:
    """ "a meeting with X set for Friday": the parser takes X, right behind "with", for the subject of "set"; and in "will call on
    X" for the object of "call", in "a courtesy call on X" for its apposition."""
    for target in doc.children(i, "dobj", "appos"):
        if doc.subtree(target.i)[0] == prep + 1:
            yield target
    for clause in doc.children(i, "relcl"):
        for subject in doc.children(clause.i, "nsubj", "nsubjpass"):
            if doc.subtree(subject.i)[0] == prep + 1:
                yield subject


def subjects(
    doc: Annotation, rules: EngagementRules, i: int, depth: int = 0, *, of_passive: bool = False
) -> tuple[int, ...]:
    """Head tokens of whoever does what the verb at ``i`` says: its own subject, or the one that controls it.

    Follows coordination, relative pronouns, participles, control ("plans to", "invited X to", "before visiting").
    ``of_passive``: the subject of "to be received by X", not X who does it.
    """
    if depth > 8:
        return ()
    own = [c.i for c in doc.children(i, *SUBJECTS)]
    passive = is_passive(doc, i) and not of_passive
    if passive:
        agents = [leaf.i for c in doc.children(i, "agent") for leaf in doc.children(c.i, "pobj")]
        if agents:
            return tuple(agents)
    if own and is_place_gone_to(doc, rules, i, own[0]):
        return subjects(doc, rules, doc.tokens[i].head, depth + 1)
    if own:
        token = traveller_behind(doc, rules, i, doc.tokens[own[0]])
        own[0] = token.i
        if token.lower in rules.words["relatives"] and doc.tokens[i].dep in {"relcl", "acl"}:
            return ranked(doc, rules, _meant(doc, rules, token, doc.tokens[doc.tokens[i].head]), depth)
        return (*cut_off(doc, i, token), *listed_before(doc, i, token), *own)
    verb = doc.tokens[i]
    head = doc.tokens[verb.head]
    in_title = verb.tag == "NNS" and verb.dep in {"compound", "nsubj"}
    if verb.tag in {"VBZ", "VBP", "VBD", "NNS"} and (verb.dep == "ROOT" or in_title):
        # "Malawi president returns from Tanzania": a headline's subject, taken for a part of the verb's name
        named = [c.i for c in doc.children(i, "compound") if c.i == i - 1 and c.pos in {"NOUN", "PROPN"}]
        if named:
            return tuple(named)
    fronted = _taken_for_apposition(doc, verb)
    if fronted is not None:
        return (fronted,)
    if head.i == i:
        return left_out(doc, verb)
    if verb.dep in {"acl", "relcl"}:
        by = doc.tokens[head.head]
        along = doc.tokens[by.head]
        is_along = by.dep == "agent" and along.lemma in rules.words["accompanying"] and along.dep in {"acl", "relcl"}
        if is_along and head.dep == "pobj" and verb.tag in {"VBD", "VBN"} and doc.tokens[i - 1].pos == "NOUN":
            return (along.head,)  # "X, accompanied by a delegation arrived in Y": without its second comma
        invitation = rules.nouns.get(head.lemma)
        if invitation is not None and invitation.invitation:
            # "extended an invitation to X to visit": X, not who extends it
            asked = [leaf.i for word, leaf in prepositional(doc, head.i) if word in {"to", "for"} and leaf.i < i]
            if asked or doc.tokens[head.head].lemma in rules.words["giving"]:
                return tuple(asked)
        if head.lemma in rules.attitudes or head.lemma in rules.words["entitling"]:
            whose = [leaf.i for word, leaf in prepositional(doc, head.i) if word == "for" and leaf.i < i]
            return tuple(whose) or owners(doc, rules, head.i, depth + 1)
        return (*ranked(doc, rules, head, depth), *listed_behind(doc, verb, head))
    if verb.dep in {"xcomp", "ccomp"} and head.pos in VERBAL | {"ADJ"}:
        controlled = [c.i for c in doc.children(head.i, *OBJECTS) if c.i < i]
        to_do = verb.dep == "xcomp" and finite_state(doc, rules, i) == "infinitive"
        if controlled and to_do and doc.tokens[controlled[0]].lemma in rules.nouns:
            return owners(doc, rules, controlled[0], depth + 1)  # "called off his trip to attend": whose trip it was
        if controlled and head.lemma not in rules.words["promising"]:
            return tuple(controlled)
        if is_passive(doc, head.i):
            return tuple(c.i for c in doc.children(head.i, "nsubjpass")) or subjects(doc, rules, head.i, depth + 1)
        return subjects(doc, rules, head.i, depth + 1)
    sent = [c.i for c in doc.children(head.i, "dobj") if c.i < i] if head.lemma in rules.words["assigning"] else []
    if verb.dep == "advcl" and sent and finite_state(doc, rules, i) == "infinitive":
        return tuple(sent)  # "has tasked Minister X to visit": X
    if verb.dep in {"conj", "advcl", "dep", "acomp"} and head.pos in VERBAL | {"ADJ"}:
        if is_passive(doc, head.i):
            passive_subject = tuple(c.i for c in doc.children(head.i, "nsubjpass"))
            if passive_subject:
                return passive_subject
        return subjects(doc, rules, head.i, depth + 1)
    if verb.dep == "pcomp" and head.dep == "prep":
        governor = doc.tokens[head.head]
        if governor.lemma in rules.words["crediting"] and head.lower in {"for", "of"}:
            return tuple(c.i for c in doc.children(governor.i, *OBJECTS))  # "thanked X for hosting her"
        if head.lower == "from":  # "kept her from flying": she; "was prevented by a strike from flying": who was
            passive_subject = tuple(c.i for c in doc.children(governor.i, "nsubjpass"))
            kept = passive_subject or tuple(c.i for c in doc.children(governor.i, *OBJECTS))
            if kept:
                return kept
        if governor.pos in VERBAL:
            # "After landing in Lima, X was received by Y": X landed
            passive_subject = tuple(c.i for c in doc.children(governor.i, "nsubjpass"))
            return passive_subject or subjects(doc, rules, governor.i, depth + 1)
        return owners(doc, rules, governor.i, depth + 1)
    if verb.dep in {"aux", "auxpass"}:
        return subjects(doc, rules, head.i, depth + 1)
    return ()


def is_place_gone_to(doc: Annotation, rules: EngagementRules, i: int, subject: int) -> bool:
    """ "left on Tuesday for Dakar to attend": the parser takes the place for who attends."""
    verb, place = doc.tokens[i], doc.tokens[subject]
    is_for = verb.dep == "advcl" and any(m.lower == "for" for m in doc.children(i, "mark"))
    goes = any(f.agent == "traveller" for f in rules.verbs.get(doc.tokens[verb.head].lemma, ()))
    return is_for and goes and place.pos == "PROPN"


def _taken_for_apposition(doc: Annotation, verb: Token) -> int | None:
    """ "During his visit to Oman, Minister X met Y": the parser hangs X on Oman and leaves the verb without a subject."""
    aside = {"aux", "auxpass", "advmod"}
    before = next((t for t in reversed(doc.tokens[: verb.i]) if t.dep not in aside and t.text != ","), None)
    last = before.i + 1 if before is not None else 0
    while before is not None and before.dep in {"pobj", "prep"} and doc.subtree(before.head)[1] == last:
        before = doc.tokens[before.head]  # "the Prime Minister of Mauritius X": X parsed onto Mauritius
    if before is None or before.dep not in {"appos", "conj"} or before.pos != "PROPN" or before.sentence != verb.sentence:
        return None
    if verb.tag not in {"VBD", "VBZ", "VBP", "MD", "VB"} or doc.child(verb.i, *SUBJECTS) is not None:
        return None
    fronted = any(t.head == verb.i and t.dep in {"prep", "advcl"} for t in doc.ancestors(before.i))
    first, _ = doc.subtree(before.i)
    return before.i if fronted and first and doc.tokens[first - 1].text == "," else None


def is_first_of(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "was the first premier to visit Minsk since": a predicate that counts; it is its subject that travelled."""
    return noun.dep == "attr" and doc.tokens[noun.head].pos in VERBAL and is_ranked(doc, rules, noun)


def counted_by(doc: Annotation, rules: EngagementRules, noun: Token) -> Token | None:
    """The "is" of "X is among the leaders attending", "X will be one of the ministers visiting"."""
    prep = doc.tokens[noun.head]
    above = doc.tokens[prep.head]
    if noun.dep == "pobj" and prep.lower == "of" and above.lower == "one" and above.dep == "attr":
        above = doc.tokens[above.head]
    elif prep.lower not in rules.words["counting"]:
        return None
    return above if noun.dep == "pobj" and above.lemma == "be" and above.pos in VERBAL else None


def _meant(doc: Annotation, rules: EngagementRules, pronoun: Token, noun: Token) -> Token:
    """ "held talks with X, who arrived on Monday": parsed onto the talks, which are no "who"."""
    before = next((t for t in reversed(doc.tokens[max(pronoun.i - 2, 0) : pronoun.i]) if t.pos != "PUNCT"), noun)
    stray = pronoun.lower == "who" and noun.lemma in rules.nouns and noun.pos == "NOUN" and not rules.nouns[noun.lemma].person
    return before if stray and before.pos == "PROPN" and before.i > noun.i else noun


def ranked(doc: Annotation, rules: EngagementRules, noun: Token, depth: int = 0) -> tuple[int, ...]:
    """Whoever is said to be the first, last or highest of those who did something: the subject that it is said of, the name
    it stands beside, or, of "the last premier to visit was X", X; else the words themselves."""
    head = doc.tokens[noun.head]
    above = doc.tokens[head.head]
    if noun.dep == "pobj" and head.lower in rules.words["counting"] and above.lemma == "be" and above.pos in VERBAL:
        return subjects(doc, rules, above.i, depth + 1) or (noun.i,)  # "X and Y are among those who arrived"
    if noun.dep == "pobj" and head.lower == "of" and above.lower == "one" and above.dep == "attr":
        return subjects(doc, rules, above.head, depth + 1) or (noun.i,)  # "X was one of the leaders who met Y"
    if noun.dep in SUBJECTS and head.lemma in rules.words["including"] and noun.tag == "NNS":
        return tuple(c.i for c in doc.children(head.i, "dobj") if c.pos == "PROPN") or (noun.i,)  # "those visiting include X"
    if not is_ranked(doc, rules, noun):
        return (noun.i,)
    if noun.dep == "attr" and head.pos in VERBAL:
        return subjects(doc, rules, head.i, depth + 1) or (noun.i,)
    if noun.dep == "appos" and head.pos == "PROPN":
        return (head.i,)
    if noun.dep in SUBJECTS and head.lemma == "be":
        return tuple(c.i for c in doc.children(head.i, "attr")) or (noun.i,)
    return (noun.i,)


def counted_before(doc: Annotation, rules: EngagementRules, i: int) -> list[int]:
    """ "X will be the third leader Y has hosted", "the first premier that Y met": whom the verb of the clause is about."""
    verb = doc.tokens[i]
    noun = doc.tokens[verb.head]
    who, whom = doc.child(i, "nsubj"), doc.child(i, *OBJECTS)
    is_of_noun = verb.dep == "relcl" and noun.dep == "attr" and is_ranked(doc, rules, noun)
    if not is_of_noun or who is None or who.lower in rules.words["relatives"] or is_passive(doc, i):
        return []
    return list(ranked(doc, rules, noun)) if whom is None or whom.i < who.i else []


def owners(doc: Annotation, rules: EngagementRules, i: int, depth: int = 0) -> tuple[int, ...]:
    """Whoever holds the plan, invitation or offer at noun ``i``: its possessor, else the subject it hangs under."""
    possessors = tuple(c.i for c in doc.children(i, "poss"))
    if possessors:
        return possessors
    by = tuple(leaf.i for word, leaf in prepositional(doc, i) if word in {"by", "of"} and leaf.pos in {"PROPN", "NOUN"})
    if by:
        return by
    noun = doc.tokens[i]
    head = doc.tokens[noun.head]
    if noun.dep in {*OBJECTS, "attr"} and head.pos in VERBAL:
        return subjects(doc, rules, head.i, depth + 1)
    return ()


def heads_a_headline(doc: Annotation, token: Token) -> bool:
    """ "Minister to visit Oslo": an infinitive that is all a sentence has of a verb, parsed as its root or onto its root."""
    head = doc.tokens[token.head]
    return token.dep == "ROOT" or (
        token.dep in {"acl", "relcl", "conj"} and head.dep == "ROOT" and head.pos in {"NOUN", "PROPN"}
    )
