"""Sources that are called by what they are: "the paper", "the ministry", "the statement", "Rubin's remarks",
"the head of the office, Anna Berg". Every reading abstains (None) rather than guess."""

from __future__ import annotations

from legation.records import Annotation, Speaker, Statement, Token
from legation.records.statements import SourceMention
from legation.rules.speech import SpeechRules

FARTHEST_BODY = 200
"""Statements that "the paper" or "the ministry" may look back over, at most."""
FARTHEST_STATEMENT = 700
"""Characters between what a body has said and "the statement", at most."""
LONGEST_SIGNER = 14
"""Words of an office and a name by which somebody signs, at most."""
LONGEST_NAME = 5
"""Words of a name beside an office, at most."""
PLAIN = frozenset({"det", "compound", "amod"})
"""What a noun that takes somebody up may have with it: "the television network", but not "the paper on the table"."""


def person_beside(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> SourceMention | None:
    """The person whose name ends a source that begins with an office: "the head of the office, Anna Berg", but not "the
    office of the President, Anna Berg"."""
    tokens = annotation.tokens
    head = tokens[source.head]
    words = annotation.tokens_in(source.start, source.end)
    numbers = dict.fromkeys(t.entity for t in words if t.entity >= 0 and t.i > head.i)
    persons = [annotation.entities[n] for n in numbers if annotation.entities[n].label == "PERSON"]
    is_body = head.lemma in rules.named_bodies | rules.state_bodies
    if head.tag != "NN" or is_body or len(persons) != 1 or persons[0].first == words[0].i:
        return None
    name = persons[0]
    before, first, last = tokens[name.first - 1], tokens[name.first], tokens[name.last - 1]
    is_last = not any(t.pos != "PUNCT" for t in words if t.i > last.i)
    several = len(annotation.conjuncts(head.i)) > 1
    if before.text in "([" or (several and (words[0].pos == "DET" or not is_last)):
        return None
    is_beside = "appos" in {tokens[i].dep for i in range(name.first, name.last)} or (
        # "superlawyer and scholar James Bopp"
        several and before.text != "and"
    )
    return SourceMention(first.start, last.end, last.i) if before.text == "," or is_beside else None


def name_beside(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> str | None:
    """The name in apposition to a person's noun, which the parser took for a body's: "an aide, Bayo Lund," of an
    organisation that it saw there."""
    head = annotation.tokens[source.head]
    behind = annotation.tokens[head.i + 1 : head.i + 2]
    if head.tag != "NN" or head.lemma not in rules.persons or not behind or behind[0].text != ",":
        return None
    last = annotation.child(head.i, "appos")
    if last is None or last.i > head.i + LONGEST_NAME or last.end > source.end:
        return None
    words = annotation.tokens[head.i + 2 : last.i + 1]
    is_name = len(words) > 1 and all(t.pos == "PROPN" and t.text[:1].isupper() and not t.text.isupper() for t in words)
    known = rules.named_bodies | rules.outlet_names | rules.firms
    return None if not is_name or any(t.lower in known for t in words) else annotation.text[words[0].start : last.end]


def _follows(annotation: Annotation, number: int) -> bool:
    """Whether a sentence goes on from the one before: in the same paragraph, or the first of a paragraph after one that
    is a sentence by itself, as much of the press sets its text."""
    if number == 0:
        return False
    before, own = annotation.sentences[number - 1], annotation.sentences[number]
    if before.block == own.block:
        return True
    is_alone = number < 2 or annotation.sentences[number - 2].block != before.block
    return is_alone and annotation.tokens[before.last - 1].text in (".", "”", '"')


def subject_before(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> SourceMention | None:
    """The organisation that the sentence before is about, in the same paragraph: "The office measured prices. It
    found ...". None where that sentence is about anything else."""
    number = annotation.tokens[source.head].sentence
    if not _follows(annotation, number):
        return None
    who = annotation.child(annotation.sentences[number - 1].root, "nsubj", "nsubjpass")
    if who is not None and who.tag == "NN" and who.lemma in rules.documents | rules.issued:
        # "A message went out. “We regret it,” it read"
        start, end = annotation.span(*noun_phrase(annotation, who.i))
        return SourceMention(start, end, who.i)
    if who is None or who.dep == "nsubjpass" or not _is_organisation(annotation, who) or who.tag == "NNPS":
        return None
    return SourceMention(who.start, who.end, who.i)


def plural_before(annotation: Annotation, source: SourceMention) -> SourceMention | None:
    """The several that the sentence before is about, in the same paragraph: "The two ministers met. They said ...", or the
    clause before of the same one: "The sources knew no more, but they insisted"."""
    number = annotation.tokens[source.head].sentence
    verb = annotation.tokens[annotation.tokens[source.head].head]
    beside = annotation.child(verb.head, "nsubj", "nsubjpass") if verb.dep == "conj" else None
    if beside is not None and beside.tag in ("NNS", "NNPS") and beside.i < source.head:
        start, end = annotation.span(*noun_phrase(annotation, beside.i))
        return SourceMention(start, end, beside.i)
    if not _follows(annotation, number):
        return None
    who = annotation.child(annotation.sentences[number - 1].root, "nsubj", "nsubjpass")
    if who is None or who.tag not in ("NNS", "NNPS"):
        return None
    first, last = noun_phrase(annotation, who.i)
    start, end = annotation.span(first, last)
    return SourceMention(start, end, who.i)


def noun_phrase(annotation: Annotation, i: int) -> tuple[int, int]:
    """A noun with what stands directly before it."""
    first = i
    while first > 0 and annotation.tokens[first - 1].head == i and annotation.tokens[first - 1].dep != "punct":
        first -= 1
    return first, i + 1


def owner(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> SourceMention | None:
    """Whose document or remark it is: "Rubin's remarks", "a report by Age Care", "a statement issued by an aide, Anna
    Berg", "the Institute's study"."""
    head = annotation.tokens[source.head]
    if head.lemma not in rules.documents | rules.issued and head.lemma not in rules.nouns:
        return None
    whose = annotation.child(head.i, "poss")
    if (signer := _signer(annotation, head)) is not None:
        return signer
    if whose is None:
        by = next((c for c in annotation.children(head.i, "prep", "agent") if c.lower in ("by", "from")), None)
        whose = annotation.child(by.i, "pobj") if by is not None else None
    if whose is None:
        compounds = annotation.children(head.i, "compound", "nmod")
        bodies = rules.state_bodies | rules.named_bodies
        # "the foreign ministry statement"
        whose = next((c for c in compounds if c.lemma in bodies or _is_organisation(annotation, c)), None)
    return SourceMention(whose.start, whose.end, whose.i) if whose is not None else None


def author_of_clause(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> SourceMention | None:
    """Whose words a relative clause of a document tells: "Lund's remarks, in which he said", "an interview with Lund in which
    she called it safe"; None for one's own ("recalled a speech in which he had said")."""
    pronoun = annotation.tokens[source.head]
    verb = annotation.tokens[pronoun.head]
    if rules.pronouns.get(pronoun.lower) not in ("m", "f") or verb.dep != "relcl" or verb.head >= pronoun.i:
        return None
    noun = annotation.tokens[verb.head]
    if noun.dep == "pobj" and noun.pos == "PROPN":
        # "a letter by Holm, in which he says"
        noun = annotation.tokens[annotation.tokens[noun.head].head]
    where = next((c for c in annotation.children(verb.i, "prep") if c.lower == "in" and c.i < pronoun.i), None)
    known = rules.documents | rules.issued | rules.occasion_nouns | rules.remarks
    if where is None or annotation.tokens[where.i + 1].lower != "which" or noun.lemma not in known:
        return None
    whose = annotation.child(noun.i, "poss")
    if whose is None:
        by = next((c for c in annotation.children(noun.i, "prep", "agent") if c.lower in ("by", "from", "with", "of")), None)
        whose = annotation.child(by.i, "pobj") if by is not None else None
    is_name = whose is not None and whose.pos == "PROPN"
    return SourceMention(whose.start, whose.end, whose.i) if whose is not None and is_name else None


def _is_organisation(annotation: Annotation, token: Token) -> bool:
    return token.entity >= 0 and annotation.entities[token.entity].label == "ORG"


def _signer(annotation: Annotation, head: Token) -> SourceMention | None:
    """Who "issued" or "signed" a document, with what stands beside the name."""
    for verb in annotation.children(head.i, "acl"):
        by = annotation.child(verb.i, "agent") if verb.tag == "VBN" else None
        who = annotation.child(by.i, "pobj") if by is not None else None
        if who is not None:
            first, last = annotation.subtree(who.i)
            last = min(last, who.i + LONGEST_SIGNER)
            start, end = annotation.span(first, last)
            return SourceMention(start, end, who.i)
    return None


def speaker_before(
    annotation: Annotation, source: SourceMention, earlier: list[Statement], rules: SpeechRules
) -> Statement | None:
    """The earlier statement whose speaker "the paper", "the ministry" or "the statement" takes up.

    A document goes to who spoke in one ("said in a statement"), a body of a named sort to the last one that has the
    word in its name, an outlet or a firm to the last body that spoke; a firm only where no other was named since.
    """
    head = annotation.tokens[source.head]
    first = annotation.tokens_in(source.start, source.end)[0]
    if head.tag != "NN" or first.lower not in rules.resuming or not _is_plain(annotation, head):
        return None
    if head.lemma in rules.documents:
        words = rules.studies if head.lemma in rules.studies else frozenset({head.lower})
        words = rules.documents | rules.issued if head.lemma in rules.of_any_kind else words
        author = next((s for s in reversed(earlier) if not words.isdisjoint(_told_in(s))), None)
        if author is not None:
            return author
    if head.lemma in rules.named_bodies | rules.outlets:
        # "the official news agency" has no name.
        same = next((s for s in reversed(earlier[-FARTHEST_BODY:]) if _is_called(s, head.lower)), None)
        if same is not None:
            return same
    bodies = [s for s in earlier[-FARTHEST_BODY:] if s.source and s.speaker.organisation and s.speaker.name is None]
    if head.lemma in rules.named_bodies:
        return next((s for s in reversed(bodies) if head.lemma in _words(s.speaker)), None)
    if head.lemma in rules.outlets:
        return next((s for s in reversed(bodies) if not _words(s.speaker) & rules.named_bodies), None)
    if head.lemma in rules.firms:
        # An outlet that reported something since is not the firm it reported on.
        firm = next((s for s in reversed(bodies) if not _is_outlet(s, rules)), None)
        if firm is not None and not _another_since(annotation, firm, source.start, rules):
            return firm
    return None


def last_body(
    annotation: Annotation, source: SourceMention, earlier: list[Statement], rules: SpeechRules
) -> Statement | None:
    """The body or office that has just spoken, whose "the statement", "the note" is where nobody is said to have issued one:
    "His office said ... The statement went on", "The same report says"."""
    head = annotation.tokens[source.head]
    first = annotation.tokens_in(source.start, source.end)[0]
    is_same = any(c.lower == "same" for c in annotation.children(head.i, "amod")) and head.lemma in rules.documents
    if not (is_same or head.lemma in rules.just_issued) or first.lower not in rules.resuming:
        return None
    if not _is_plain(annotation, head):
        return None
    last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
    if last is None or last.anonymous or source.start - last.end > FARTHEST_STATEMENT or not last.source_words:
        return None
    words = set(f"{last.source_words} {last.speaker.organisation or ''}".lower().split())
    is_body = bool(words & (rules.named_bodies | rules.state_bodies)) or last.speaker.organisation is not None
    return last if is_body or last.speaker.office is not None else None


def _is_called(statement: Statement, word: str) -> bool:
    """Whether a speaker without a name was called by the word, with more said of it."""
    words = (statement.described_as or "").lower().split()
    return len(words) > 2 and words[-1] == word and not statement.anonymous


def _told_in(statement: Statement) -> list[str]:
    """The words for the document that a statement stands in or is made by."""
    if statement.anonymous:
        # "a source" is no document.
        return (statement.occasion or "").lower().split()
    return f"{statement.occasion or ''} {statement.described_as or ''} {statement.source_words or ''}".lower().split()


def in_a_document(statement: Statement, rules: SpeechRules) -> bool:
    """Whether a statement was made in a document ("said in a statement")."""
    return any(word in rules.documents | rules.issued for word in _told_in(statement))


def _is_outlet(statement: Statement, rules: SpeechRules) -> bool:
    return statement.force == "reported" or bool(_words(statement.speaker) & rules.outlet_names)


def _is_plain(annotation: Annotation, head: Token) -> bool:
    # "the Northern Star newspaper" has a name of its own.
    return all(
        (child.dep in PLAIN and child.pos != "PROPN") or child.pos == "PUNCT" for child in annotation.children(head.i)
    )


def _words(speaker: Speaker) -> frozenset[str]:
    return frozenset((speaker.organisation or "").lower().split())


def _another_since(annotation: Annotation, statement: Statement, end: int, rules: SpeechRules) -> bool:
    """Whether another organisation, no outlet, is named between a statement's source and ``end``."""
    name = (statement.speaker.organisation or "").lower()
    for token in annotation.tokens_in(statement.source[0].end, end):
        if token.entity < 0 or annotation.entities[token.entity].label != "ORG":
            continue
        entity = annotation.entities[token.entity]
        start, stop = annotation.span(entity.first, entity.last)
        words = annotation.text[start:stop].lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
        if words.split()[-1] in rules.venues:
            continue
        if words not in name and not set(words.split()) & rules.outlet_names:
            return True
    return False
