"""Whether a verb of saying is used as a cue where it stands: no purpose, no plan to speak, no framing of an answer."""

from __future__ import annotations

from legation.find.statements._deeds import OPENING_MARKS, is_deed, is_quoting
from legation.find.statements._details import relayed_source
from legation.find.statements._grammar import agent, is_infinitive, is_passive, subtree_tokens
from legation.find.statements._senses import is_other_sense
from legation.find.statements._unsaid import is_unsaid
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules


def is_cue(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Whether ``token``, a form of the verb ``cue``, tells that somebody spoke."""
    return not (
        is_so_called(annotation, token)
        or _is_link(annotation, rules, token)
        or withholds_name(annotation, rules, token)
        or _is_relaying(annotation, rules, token)
        or _is_refused(annotation, rules, token)
        or is_unspoken(annotation, rules, token)
        or _is_framing(annotation, rules, token)
        or is_deed(annotation, rules, cue, token)
        or is_other_sense(annotation, rules, cue, token)
        or _is_nobodys(annotation, rules, cue, token)
        or _is_unmentioned(annotation, rules, cue, token)
        or _is_to_be_told(annotation, rules, cue, token)
        or is_unsaid(annotation, rules, cue, token)
        or (cue.force == "continued" and is_passive(annotation, token.i))
    ) and _has_frame(annotation, cue, token)


def is_so_called(annotation: Annotation, token: Token) -> bool:
    """``the so-called "peace train"``."""
    before = [t.lower for t in annotation.tokens[max(0, token.i - 2) : token.i] if t.text != "-"]
    return token.lower == "called" and before[-1:] in (["so"], ["so-"])


def _is_link(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``Also read:`` before the title of another page."""
    first = annotation.sentence_of(token.i).first
    behind = annotation.tokens[token.i + 1 : token.i + 2]
    label = annotation.tokens[first : token.i + 1]
    return bool(behind) and behind[0].text == ":" and all(t.lower in rules.link_labels for t in label)


def withholds_name(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``an official who declined to be named``: this describes the source of another statement."""
    asks = token.lemma in rules.cues and rules.cues[token.lemma].does == "asks"
    if token.dep == "relcl" and asks:
        # "an official who asked for anonymity"
        wish = annotation.tokens[token.i + 1 : token.i + 3]
        if any(t.lemma in rules.withheld for t in wish):
            return True
    if token.dep != "relcl" or not (asks or token.lemma in rules.refusal_verbs):
        return False
    act = annotation.child(token.i, "xcomp")
    return act is not None and act.lemma in rules.refused_acts and is_passive(annotation, act.i)


def _is_relaying(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``citing two officials`` beside another cue, ``quoted Moon as saying``: a link of that statement's chain."""
    if token.lemma not in rules.relaying:
        return False
    as_ = [c for c in annotation.children(token.i, "prep") if c.lower == "as"]
    saying = [annotation.child(c.i, "pcomp", "pobj") for c in as_]
    if any(s is not None and (s.dep == "pcomp" or (s.tag == "VBG" and s.lemma in rules.cues)) for s in saying):
        return True
    host = annotation.tokens[token.head]
    if host.dep in ("ccomp", "xcomp") and annotation.tokens[token.i - 1].text == ",":
        # "said the units were on their way, citing an agency": the parser hung it below what was said.
        host = annotation.tokens[host.head]
    return token.tag == "VBG" and host.lemma in rules.cues and relayed_source(annotation, rules, token) is not None


def _is_refused(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``refused to confirm``: the refusal is the statement."""
    return token.dep == "xcomp" and annotation.tokens[token.head].lemma in rules.refusal_verbs


def is_unspoken(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """Speech that is only planned or a purpose: ``will announce``, ``is expected to say``, ``a plan to denounce``."""
    if any(c.lower in rules.unspoken_modals for c in annotation.children(token.i, "aux")):
        return annotation.child(token.i, "neg") is None
    if not is_infinitive(annotation, token):
        return False
    first = max(annotation.sentence_of(token.i).first, token.i - 3)
    if any(t.lower == "yet" for t in annotation.tokens[first : token.i]):
        # "has yet to confirm"
        return True
    matrix = annotation.tokens[token.head]
    if matrix.tag == "VBN" and matrix.dep == "acl":
        # "the words used to describe it"
        return True
    if token.dep == "advcl" and matrix.lemma in rules.emerging and matrix.tag in ("VBD", "VBZ", "VBP", "VBN"):
        # "came out of the talks to say that they had failed"
        return annotation.child(token.i, "ccomp") is None and not is_quoting(annotation, token)
    return token.dep != "xcomp" or matrix.lemma not in rules.aspectual


def _is_framing(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``Referring to the visit, he said``, ``Asked about it, she replied``: what an answer takes up."""
    is_framing = token.lemma in rules.framing or (token.lemma in rules.relaying and token.i < token.head)
    if (
        is_framing
        and token.tag == "VBN"
        and token.dep == "advcl"
        and annotation.child(token.i, "auxpass", "nsubj") is None
    ):
        # "When asked if it was off, she smiled"
        return True
    if token.lemma in rules.framing and token.tag == "VBN" and _opens_sentence(annotation, token):
        # "Asked by the paper who would go, Berg said"
        return True
    if not is_framing or token.dep not in ("advcl", "prep", "acl", "dep"):
        return False
    return token.tag in ("VBG", "VBN", "VBD") and annotation.tokens[token.head].lemma in rules.cues


def _opens_sentence(annotation: Annotation, token: Token) -> bool:
    """Whether a participle without a subject begins its sentence, and a finite verb with one follows a comma."""
    sentence = annotation.sentence_of(token.i)
    if token.i - sentence.first > 1 or annotation.child(token.i, "aux", "auxpass", "nsubj") is not None:
        return False
    words = annotation.tokens[token.i + 1 : sentence.last]
    stop = next((t.i for t in words if t.text == ","), sentence.last)
    return any(t.i > stop and t.tag in ("VBD", "VBZ", "VBP") for t in words)


def _is_nobodys(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Words that nobody is said to have used: ``Berg was asked about it`` (tells whose answer follows), ``seen as a
    success``, ``a plan called Cassiopeia``, ``Remember what we know``."""
    if token.tag == "VB" and token.dep in ("ROOT", "conj") and annotation.child(token.i, "aux", "nsubj") is None:
        first = annotation.sentence_of(token.i).first
        return token.i - first <= 2 and token.dep == "ROOT"
    is_aside = token.dep == "acl" and annotation.child(token.i, "agent", "ccomp", "nsubj") is None
    if is_aside and annotation.child(token.i, "oprd", "acomp") is not None and not is_quoting(annotation, token):
        # "a paper considered close to the minister", in which the parser may see a past tense
        return True
    is_bare = token.tag == "VBN" and annotation.child(token.i, "aux", "auxpass", "nsubj") is None
    if is_bare and cue.force == "viewed" and agent(annotation, token.i) is None:
        # "near to the minister and seen as his mouthpiece"
        return True
    if cue.force == "viewed" and (who := annotation.child(token.i, "nsubj")) is not None and who.lower in rules.vague:
        # "Some saw the move as a setback"
        return True
    if not is_passive(annotation, token.i) or agent(annotation, token.i) is not None:
        return False
    root = annotation.tokens[annotation.sentence_of(token.i).root]
    is_past = root.pos not in ("VERB", "AUX") and annotation.child(token.i, "auxpass") is None
    if is_past or (cue.force == "called" and is_quoting(annotation, token)):
        # Where the parser found no verb for the sentence, the participle is most likely its past tense.
        return False
    it = annotation.child(token.i, "nsubjpass", "expl")
    if it is not None and it.lower == "it" and cue.force in ("said", "reported", "announced"):
        # "It had been reported that he was due", "It is said among diplomats that"
        return not any(c.lower in ("in", "by") for c in annotation.children(token.i, "prep"))
    act = annotation.child(token.i, "xcomp")
    is_rumour = act is not None and is_infinitive(annotation, act) and annotation.child(token.i, "auxpass") is not None
    # "is alleged to have taken it", "was told to be brief"
    return cue.force in rules.needs_agent or is_rumour


def _is_to_be_told(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """``will underline that Canada sees it as a partner``, ``drivers are advised that roads are shut``: nobody has said it."""
    above = annotation.tokens[token.head]
    if token.dep == "ccomp" and above.lemma in rules.cues and is_unspoken(annotation, rules, above):
        return True
    be = annotation.child(token.i, "auxpass")
    is_told = annotation.child(token.i, "ccomp", "agent", "xcomp") is not None or is_quoting(annotation, token)
    if be is not None and cue.force in ("told", "promised") and not is_told and that_follows(annotation, token) is None:
        # "was told of the plan", "was promised more aid"
        return True
    if be is None and cue.force == "criticised" and token.tag == "VBN" and above.lemma == "stand":
        # "stands accused of"
        return True
    who = annotation.child(above.i, "nsubj") if token.dep == "xcomp" and above.lemma in rules.seeming else None
    if who is not None and who.pos == "NOUN" and who.lemma not in rules.persons:
        return True
    if who is not None and any(c.lower == "have" for c in annotation.children(token.i, "aux")):
        # "Oslo seems to have concluded that"
        return True
    is_negated = annotation.child(token.i, "neg") is not None
    if cue.force == "told" and not is_negated and _is_question(annotation, token):
        return True
    act = annotation.child(token.i, "xcomp")
    if token.lemma == "ask" and be is None and act is not None and annotation.child(token.i, "dobj") is None:
        own = annotation.child(act.i, "nsubj", "nsubjpass")
        if own is None and is_infinitive(annotation, act) and not is_quoting(annotation, token):
            # "asked to see the king"
            return True
    by = [c.lower for c in annotation.children(token.i, "agent", "prep")]
    # "drivers are told that", "those with business in court were informed that": nobody is said to have told them
    is_general = be is not None and not {"by", "in", "through"} & set(by) and not is_quoting(annotation, token)
    return cue.force == "told" and is_general


def _is_question(annotation: Annotation, token: Token) -> bool:
    """Whether what follows is no more than what would be answered: ``told the house when he would come``."""
    clause = annotation.child(token.i, "ccomp")
    of = next((c for c in annotation.children(token.i, "prep") if c.lower in ("of", "about") and c.i > token.i), None)
    if clause is None and of is not None and annotation.tokens[of.i + 1].tag == "WRB":
        # "informed her of how the plan was being carried out"
        return not is_quoting(annotation, token)
    if clause is None or clause.i < token.i or is_quoting(annotation, token):
        return False
    first = annotation.tokens[annotation.subtree(clause.i)[0]]
    is_open = first.tag in ("WP", "WRB", "WDT") or first.lower == "whether"
    return is_open and first.head == clause.i and annotation.child(clause.i, "csubj") is None


def that_follows(annotation: Annotation, token: Token) -> Token | None:
    """The ``that`` in the rest of the cue's sentence, where there is one."""
    rest = annotation.tokens[token.i + 1 : annotation.sentence_of(token.i).last]
    return next((t for t in rest if t.lower == "that"), None)


def _is_unmentioned(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """``did not mention the visit``: no words are told, and no refusal."""
    if annotation.child(token.i, "neg") is None or cue.does != "asserts" or "clause" not in cue.takes:
        return False
    behind = annotation.tokens[token.i + 1 : token.i + 2]
    if cue.force in ("said", "told") and any(t.tag in ("WP", "WRB", "WDT") for t in behind) and _is_question(annotation, token):
        # "did not say who would come"; whether something is so is not confirmed
        return True
    return (
        annotation.child(token.i, "ccomp", "xcomp") is None
        and annotation.child(token.i, "dobj") is not None
        and not (is_quoting(annotation, token))
    )


def _has_frame(annotation: Annotation, cue: Cue, token: Token) -> bool:
    """Whether a verb of naming has its second object or a preposition of its own: ``called it a farce``, ``called for
    calm``, but not ``called the minister``."""
    if cue.objects and annotation.child(token.i, "ccomp", "xcomp") is None:
        named = annotation.child(token.i, "nsubjpass" if is_passive(annotation, token.i) else "dobj")
        quoted = named is not None and any(
            t.text in OPENING_MARKS for t in subtree_tokens(annotation, token.i, named.i)
        )
        if named is not None and named.lemma not in cue.objects and not quoted:
            return False
    if cue.needs and not any(c.lower in cue.needs for c in annotation.children(token.i, "prep")):
        return False
    if cue.force == "ordered" and not is_passive(annotation, token.i):
        # "ordered the firing of missiles" is a deed.
        told = any(c.i > token.i for c in annotation.children(token.i, "xcomp", "ccomp"))
        return told or is_quoting(annotation, token)
    if cue.force == "called" and " " not in cue.lemma and annotation.child(token.i, "prt") is not None:
        # "called off the visit"
        return False
    if cue.force != "called" or is_passive(annotation, token.i):
        return True
    if any(c.lower == "as" for c in annotation.children(token.i, "prep")):
        return True
    if opens_with_preposition(annotation, cue, token, token.i + 1):
        return True
    named = annotation.child(token.i, "dobj")
    if named is not None and any(t.text in OPENING_MARKS for t in subtree_tokens(annotation, token.i, named.i)):
        return True
    if annotation.child(token.i, "oprd", "ccomp", "acomp", "attr") is not None:
        return True
    extra = annotation.child(token.i, "xcomp")
    return extra is not None and not is_infinitive(annotation, extra)


def opens_with_preposition(annotation: Annotation, cue: Cue, token: Token, first: int) -> bool:
    """Whether the word after the cue, at ``first``, is one of its prepositions (and no infinitive's ``to``)."""
    if first != token.i + 1 or first >= len(annotation.tokens):
        return False
    return annotation.tokens[first].lower in cue.prepositions and annotation.tokens[first].tag != "TO"
