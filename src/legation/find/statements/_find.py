"""Statements of one annotated text: cues by grammar and quotations by their surroundings, made into one list."""

from __future__ import annotations

from legation.find.statements._attribution import Attribution
from legation.find.statements._block import blocks, lead_in, whole_page
from legation.find.statements._cues import attributions
from legation.find.statements._extent import without_dateline
from legation.find.statements._grammar import is_actor, paragraphs, trim
from legation.find.statements._layout import labels, linked
from legation.find.statements._leftover import leftover
from legation.find.statements._mentions import mention_list
from legation.find.statements._nested import outermost
from legation.find.statements._quoted import (
    Placed,
    begins_sentence,
    colon_before,
    cue_after,
    cue_before,
    inner,
    is_title,
    leads_in,
    place,
)
from legation.find.statements._quotes import find_quotes
from legation.find.statements._transcript import turns
from legation.records import Annotation
from legation.records.statements import StatementMention
from legation.rules.speech import SpeechRules

FIRST_PARAGRAPHS = 1
"""Of a transcript, those that are read as headings."""
SHORTEST_WHOLE = 6
"""Tokens, marks included, of a quoted sentence, at least."""
LONGEST_END = 6
"""Tokens from a cue to the end of the sentence that it ends, at most: a day or an audience may follow it."""
FINAL = ",.?!…-—–"


def find_statements(annotation: Annotation, rules: SpeechRules) -> tuple[StatementMention, ...]:
    """Who said what on one page, in text order; nobody is resolved yet. Time is linear in the text.

    A stretch in quotation marks that nobody is said to have uttered (a title, a heading, a word held at a distance)
    is no statement.
    """
    bounds = paragraphs(annotation)
    quotes = find_quotes(annotation.text, bounds)
    placed = [p for p in place(annotation, quotes, bounds) if p.quote.opened or not _tells_who(annotation, rules, p)]
    in_quote = [-1] * len(annotation.tokens)
    for item in placed:
        for i in range(item.first, item.last):
            in_quote[i] = item.number
    found = _quoted(annotation, rules, placed, bounds)
    by_cue = {a.cue_head: a for a in found if a.cue_head is not None}
    by_number = {item.number: item for item in placed}
    taken = {number for a in found for number in a.quotes}
    for candidate in attributions(annotation, rules, in_quote):
        known = by_cue.get(candidate.cue_head) if candidate.cue_head is not None else None
        if known is None:
            _up_to_colon(annotation, candidate, by_number, in_quote)
            _cover(candidate, in_quote, taken)
            found.append(candidate)
        elif known.source is None:
            known.source = candidate.source
        if known is not None and known.audience is None:
            known.audience = candidate.audience
    spoken = list(turns(annotation, rules, bounds))
    heads = bounds[:FIRST_PARAGRAPHS] if spoken else bounds
    known_cues = {a.cue_head for a in (*found, *spoken) if a.cue_head is not None}
    found.extend(a for a in labels(annotation, rules, heads, in_quote) if a.cue_head not in known_cues)
    found.extend(blocks(annotation, rules, bounds, {a.cue_head or -1 for a in found if a.contents}))
    found.extend(spoken)
    others = linked(annotation, rules, bounds)
    found = [a for a in found if not any(first <= (a.cue_head or -1) < last for first, last in others)]
    kept = outermost(annotation, rules, found)
    _take_quotations(kept, in_quote)
    kept.extend(leftover(annotation, rules, placed, kept, bounds))
    page = whole_page(annotation, rules, bounds) if not spoken else None
    kept.extend((page,) if page is not None else ())
    return mention_list(annotation, rules, kept, {item.number: item for item in placed})


def _tells_who(annotation: Annotation, rules: SpeechRules, item: Placed) -> bool:
    """Whether a paragraph with a closing mark alone says itself who speaks ("Berg said it was so."): its opening mark
    is lost, and where the quotation begins is not known."""
    for token in annotation.tokens[item.first : item.last]:
        if token.pos == "VERB" and token.lemma in rules.cues:
            who = annotation.child(token.i, "nsubj")
            if who is not None and is_actor(annotation, who):
                return True
    return False


def _set_apart(
    annotation: Annotation, rules: SpeechRules, item: Placed, bounds: tuple[tuple[int, int], ...]
) -> Attribution | None:
    """``Berg told the paper:`` and the quotation in the next paragraph."""
    number = item.quote.paragraph
    if number == 0 or annotation.text[bounds[number - 1][1] - 1] != ":" or item.quote.start > bounds[number][0] + 1:
        return None
    found = lead_in(annotation, rules, bounds, number - 1)
    if found is not None:
        found.contents = [(item.first, item.last)]
    return found


def _quoted(
    annotation: Annotation, rules: SpeechRules, placed: list[Placed], bounds: tuple[tuple[int, int], ...]
) -> list[Attribution]:
    """Statements whose content is a quotation set off as speech, split quotations and running ones joined."""
    found: dict[int, Attribution] = {}
    owner: dict[int, Attribution] = {}
    unique: dict[Attribution, None] = {}
    previous: Placed | None = None
    waiting: list[Placed] = []
    for item in placed:
        attribution: Attribution | None = None
        _, last = inner(annotation, item)
        has_comma = last == "," or (item.last < item.right and annotation.tokens[item.last].text == ",")
        begins = begins_sentence(annotation, item) and not _continues(annotation, item, previous, owner)
        if begins:
            running = _running(annotation, item, previous, owner)
            if last in FINAL or _comma_follows(annotation, item):
                attribution = cue_after(annotation, rules, item)
            attribution = attribution or _set_apart(annotation, rules, item, bounds) or running
        elif leads_in(annotation, rules, item):
            is_bare = annotation.tokens[item.first - 1].text not in (",", ":", ",:")
            ending = (
                _ending_in_quotation(annotation, rules, item, found, previous, owner) if is_bare and has_comma else None
            )
            attribution = ending or (
                cue_before(annotation, rules, item)
                or _split(annotation, item, previous, owner)
                or colon_before(annotation, rules, item)
            )
        if attribution is None and (last in FINAL or has_comma) and not begins:
            attribution = _ending_in_quotation(annotation, rules, item, found, previous, owner)
        if attribution is not None:
            _same_sentence_source(annotation, attribution, previous, owner)
            known = found.get(attribution.cue_head or -1)
            if known is not None and known is not attribution:
                known.contents.append((item.first, item.last))
                attribution = known
            elif attribution in unique:
                attribution.contents.append((item.first, item.last))
            if attribution.cue_head is not None:
                found[attribution.cue_head] = attribution
            attribution.is_set_off = True
            attribution.quotes.add(item.number)
            owner[item.number] = attribution
            unique[attribution] = None
        waiting = _waiting(waiting, item)
        if attribution is not None:
            for paragraph in reversed(waiting[:-1]):
                attribution.contents.insert(0, (paragraph.first, paragraph.last))
                attribution.quotes.add(paragraph.number)
                owner[paragraph.number] = attribution
            waiting = []
        previous = item
    return list(unique)


def _waiting(waiting: list[Placed], item: Placed) -> list[Placed]:
    """The paragraphs of one quotation whose speaker has not been named yet, up to ``item``: each left open, and the
    next one opened again."""
    goes_on = bool(waiting) and not waiting[-1].quote.closed and waiting[-1].quote.paragraph == item.quote.paragraph - 1
    return [*waiting, item] if goes_on else [item]


def _same_sentence_source(
    annotation: Annotation, a: Attribution, previous: Placed | None, owner: dict[int, Attribution]
) -> None:
    """``"...," the official said, adding, "..."``: the participle speaks for the one before it in its sentence,
    whatever the parser found inside the quotation."""
    if a.cue_head is None or previous is None or previous.number not in owner:
        return
    before = owner[previous.number]
    if annotation.tokens[a.cue_head].tag != "VBG" or before.source is None or before is a:
        return
    if previous.last <= a.cue_head <= previous.right and (a.source is None or a.source.start < previous.quote.end):
        a.source = before.source


def _ending_in_quotation(
    annotation: Annotation,
    rules: SpeechRules,
    item: Placed,
    found: dict[int, Attribution],
    previous: Placed | None,
    owner: dict[int, Attribution],
) -> Attribution | None:
    """``The talks were "frank," she said``: a sentence whose end is quoted, the source after it."""
    left = item.left
    if previous is not None and previous.quote.paragraph == item.quote.paragraph and previous.right >= item.left:
        # 'They condemned his "disregard" and "agreed to act," the office said'
        left = previous.left if previous.number not in owner else left
    after = cue_after(annotation, rules, item) if not is_title(annotation, item) else None
    if after is None or after.cue_head in found or after.source is None or after.source.head < item.last:
        return None
    if inner(annotation, item)[1] not in FINAL and not _ends_with(annotation, rules, item, after):
        return None
    cue = annotation.tokens[after.cue_head] if after.cue_head is not None else None
    if cue is not None and after.cue is not None and "addressee" not in after.cue.takes:
        told = annotation.child(cue.i, "dobj")
        if told is not None and told.i > cue.i:
            # 'while the talk was "frank," he has dismissed the report'
            return None
    end = item.last
    if after.is_according and after.cue_head is not None and after.cue_head < item.right:
        # 'They "looked at the plan," the talks and the border, according to the ministry'
        end = max(end, trim(annotation, item.last, after.cue_head)[1])
    after.contents = [(without_dateline(annotation, left, item.last), end)]
    return after


def _continues(annotation: Annotation, item: Placed, previous: Placed | None, owner: dict[int, Attribution]) -> bool:
    """Whether only ``and`` stands between this quotation and one in the middle of the same clause."""
    if previous is None or previous.quote.paragraph != item.quote.paragraph or previous.number in owner:
        return False
    between = annotation.tokens[previous.last : item.first]
    return len(between) == 1 and between[0].pos == "CCONJ" and not begins_sentence(annotation, previous)


def _ends_with(annotation: Annotation, rules: SpeechRules, item: Placed, after: Attribution) -> bool:
    """Whether the sentence ends with the source and its cue (``... "responsible", Berg added.``): with a comma outside
    the marks, more may be told after it."""
    follows = annotation.tokens[item.last + 1] if item.last + 1 < item.right else None
    if follows is None or follows.lower in rules.narrators_adverbials or after.cue_head is None:
        return False
    start = max(after.cue_head, item.last)
    for i in range(start + 1, item.right - 1):
        # "..., said Berg on Monday, while denying that ..."
        following = annotation.tokens[i + 1]
        if annotation.tokens[i].text == "," and (
            following.lower in rules.narrators_adverbials or following.tag == "VBG"
        ):
            return i - start <= LONGEST_END
    is_end = item.right >= len(annotation.tokens) or annotation.tokens[item.right].text in (".", "!", "?")
    return is_end and item.right - start <= LONGEST_END


def _split(
    annotation: Annotation, item: Placed, previous: Placed | None, owner: dict[int, Attribution]
) -> Attribution | None:
    """``"...," says Berg, who was mayor until May, "..."``: the same sentence goes on, with a comma before."""
    before = owner.get(previous.number) if previous is not None else None
    if previous is None or before is None or before.cue_head is None or previous.right < item.left:
        return None
    if annotation.tokens[item.first - 1].text != "," or not previous.last <= before.cue_head < item.first:
        return None
    return before if inner(annotation, previous)[1] == "," else None


def _comma_follows(annotation: Annotation, item: Placed) -> bool:
    return item.last < len(annotation.tokens) and annotation.tokens[item.last].text in (",", "—", "-", "--")


def _running(
    annotation: Annotation, item: Placed, previous: Placed | None, owner: dict[int, Attribution]
) -> Attribution | None:
    """The statement that a quotation goes on with: the one before it in its paragraph with only its cue between, or
    the one whose last paragraph was not closed."""
    if previous is None or previous.number not in owner:
        return None
    before = owner[previous.number]
    if previous.quote.paragraph == item.quote.paragraph:
        return before if before.cue_head is not None and previous.right + 1 >= item.left else None
    if previous.quote.paragraph == item.quote.paragraph - 1 and not previous.quote.closed:
        return before
    return None


def _up_to_colon(
    annotation: Annotation, candidate: Attribution, placed: dict[int, Placed], in_quote: list[int]
) -> None:
    """Ends an indirect content before a colon and the sentences that are quoted behind it (``said he would ask: "We hope
    to."``): these are a statement of their own."""
    for number, (first, last) in enumerate(candidate.contents):
        colon = next((i for i in range(first + 3, last - 3) if annotation.tokens[i].text == ":"), None)
        if colon is None or in_quote[colon] >= 0 or in_quote[colon + 1] < 0:
            continue
        item = placed[in_quote[colon + 1]]
        if item.first == colon + 1 and item.last >= last - 1 and _is_whole(annotation, item):
            candidate.contents[number] = (first, colon)


def _is_whole(annotation: Annotation, item: Placed) -> bool:
    """Whether the marks hold whole sentences."""
    first, last = inner(annotation, item)
    return first.isupper() and last in (".", "?", "!", "…") and item.last - item.first >= SHORTEST_WHOLE


def _cover(candidate: Attribution, in_quote: list[int], taken: set[int]) -> None:
    """Makes the content hold whole quotations, and notes which."""
    contents: list[tuple[int, int]] = []
    for first, last in candidate.contents:
        for i in (first, last - 1):
            number = in_quote[i]
            if number >= 0:
                first, last = _stretch(in_quote, first, last, number)
        candidate.quotes.update(n for n in in_quote[first:last] if n >= 0 and n not in taken)
        contents.append((first, last))
    candidate.contents = contents


def _take_quotations(kept: list[Attribution], in_quote: list[int]) -> None:
    """Gives every quotation in a content to its statement, unless it is set off as somebody's speech."""
    set_off = {number for a in kept if a.is_set_off and not a.is_turn for number in a.quotes}
    for a in kept:
        inside = (n for first, last in a.contents for n in in_quote[first:last])
        a.quotes.update(n for n in inside if n >= 0 and n not in set_off)


def _stretch(in_quote: list[int], first: int, last: int, number: int) -> tuple[int, int]:
    while first > 0 and in_quote[first] == number and in_quote[first - 1] == number:
        first -= 1
    while last < len(in_quote) and in_quote[last - 1] == number and in_quote[last] == number:
        last += 1
    return first, last


__all__ = ["find_statements"]
