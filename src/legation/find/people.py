"""Who and where: names, offices, countries and descriptions as they stand on the page; nothing is resolved here."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from legation.find.actors import description_hits, pronouns, world_mentions
from legation.find.beside import begins_clause, closes, is_once, name_before, name_beside, name_by_brackets
from legation.find.grammar import head_of
from legation.find.holders import listed_names, mentions_of_list, mentions_of_states, name_from, names_of_states
from legation.find.holding import holder_told, is_second_office, named_behind_served, with_office
from legation.find.leading import leader_told
from legation.find.lexicon import Lexicon, lexicon
from legation.find.named import country_beside, is_of_elsewhere, name_mention, name_with_country
from legation.find.names import Name, personal_names
from legation.find.places import find_places
from legation.find.titles import OfficePhrase, office_phrase
from legation.records import Annotation, PersonMention
from legation.rules.offices import OfficeRules
from legation.rules.world import World, WorldName

__all__ = ["find_people", "find_places"]

RANKS = frozenset({"military_chief", "ambassador", "security_official"})
"""Classes whose titles stand before a name as its rank, behind the office: "Director of Immigration, Col. Bo Oe"."""

MINISTERIAL = frozenset({"head_of_government", "vice_head", "minister"})
"""Classes of office that are held together with a ministry."""


def find_people(annotation: Annotation, world: World, offices: OfficeRules) -> tuple[PersonMention, ...]:
    """Every stretch that names or describes an actor, in text order; stretches may nest ("Biden's adviser").

    A title and its name are one mention, in apposition too; coordinated names are separate ones. Names that nothing
    shows to be a person's are left out; lone ones
    that may be, for a who's who to tell, are of kind "unknown".
    """
    lex = lexicon(annotation, world, offices)
    runs = personal_names(annotation, lex, offices)
    names = tuple(name for name in runs if name.is_sure)
    name_at = {i: name for name in names for i in range(name.first, name.last)}
    phrases = _phrases(annotation, lex, offices, name_at)
    mentions: list[PersonMention] = []
    used_names: set[Name] = set()
    taken: set[int] = set()
    starts = frozenset(phrase.first for phrase in phrases)
    country_of: dict[Name, str | None] = {}
    styled: set[Name] = set()
    listed_to = -1
    for phrase in _joined(phrases, annotation, name_at, offices):
        if _goes_on_listing(listed_to, phrase, annotation, name_at):
            # "Prince Bo Oe, Crown Prince, Deputy Prime Minister and Minister of Defense,": his still.
            taken.update(i for i in range(phrase.first, phrase.last) if i not in name_at)
            listed_to = phrase.last
            continue
        name = name_beside(phrase, annotation, name_at, offices, used_names, starts) or named_behind_served(
            phrase, annotation, lex, name_at
        )
        if name is None and phrase.title.words in offices.syntax.only_before_name:
            continue
        if name is not None and name in used_names:
            name = None
        if name is not None:
            used_names.add(name)
            phrase = _with_country(phrase, name, annotation, lex)
            if name.last < phrase.first and is_once(phrase, annotation, offices):
                phrase = replace(phrase, is_former=True)
            country_of[name] = phrase.country or phrase.organisation
            if name.last < phrase.first and not phrase.determiner:
                listed_to = phrase.last
            is_rank = phrase.title.words in offices.syntax.ranks
            if (phrase.office_class == "consort" and phrase.last == name.first) or is_rank:
                styled.add(name)
        again = None if name is not None else name_before(phrase, annotation, name_at, offices)
        if again in used_names and again is not None and is_second_office(
            phrase, again, country_of, annotation, is_styled=again in styled
        ):
            mentions.append(with_office(name_mention(again, annotation, offices), phrase))
            listed_to = phrase.last
            taken.update(i for i in range(phrase.first, phrase.last) if i not in name_at)
            continue
        told = None if name is not None else holder_told(phrase, annotation, lex, offices, name_at)
        if told is not None and told[0] not in used_names:
            used_names.add(told[0])
            taken.update(i for i in range(phrase.first, phrase.last) if i not in name_at)
            mentions.append(told[1])
            continue
        each = names_of_states(phrase, annotation, lex, name_at)
        listed = () if each else listed_names(phrase, annotation, lex, name_at)
        if each:
            used_names.update(holder for holder, _ in each)
            mentions += mentions_of_states(phrase, each, annotation, offices)
        elif listed:
            used_names.update(listed)
            mentions += mentions_of_list(phrase, listed, annotation, lex, offices)
        else:
            mentions.append(_mention(phrase, name, annotation, offices))
        taken.update(i for i in range(phrase.first, phrase.last) if i not in name_at)
    mentions += [
        leader_told(name, annotation, lex, offices, name_at) or name_with_country(name, annotation, lex, offices)
        for name in names
        if name not in used_names
    ]
    mentions += [replace(name_mention(run, annotation, offices), kind="unknown") for run in runs if not run.is_sure]
    mentions += world_mentions(annotation, lex, offices, taken=frozenset(taken | name_at.keys()))
    mentions += pronouns(annotation, offices)
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))


def _goes_on_listing(end: int, phrase: OfficePhrase, annotation: Annotation, name_at: dict[int, Name]) -> bool:
    """Whether a title goes on with the offices of one man that ended at ``end``: in capitals, behind a comma or "and", with
    no article, no state and no name of its own."""
    tokens = annotation.tokens
    if end < 0 or phrase.title.is_plural or phrase.title.is_institution or phrase.determiner or phrase.country:
        return False
    between = [t.lower for t in tokens[end : phrase.first]]
    is_next = between in ([","], ["and"], [",", "and"], ["&"])
    behind = name_from(phrase.last, name_at) or name_from(phrase.last + 1, name_at)
    return is_next and tokens[phrase.first].text[0].isupper() and behind is None


def _phrases(
    annotation: Annotation, lex: Lexicon, offices: OfficeRules, name_at: dict[int, Name]
) -> list[OfficePhrase]:
    ends = {name.last for name in name_at.values()}
    hits = [
        h
        for h in lex.titles
        if not any(i in name_at for i in range(h.first, h.last))
        and not (h.first in ends and h.found.words in offices.syntax.after_names)
    ]
    hits += description_hits(annotation, lex, offices)
    phrases = [office_phrase(h, annotation, lex, offices, name_at) for h in sorted(hits, key=lambda h: h.first)]
    kept: list[OfficePhrase] = []
    for phrase in phrases:
        # "foreign ministry spokesman": the ministry is part of the spokesman's phrase.
        # "Chief Presidential Adviser": so is a title that is a mere prefix here.
        while kept and kept[-1].first >= phrase.first and _is_part(kept[-1], phrase, annotation, offices):
            kept.pop()
        if kept and kept[-1].first < phrase.first < kept[-1].last < phrase.title_last and phrase.owner is None:
            # "High Commissioner of Peru to Kenya Prof. Bo Oe": the second title begins behind the first one's words.
            phrase = replace(phrase, first=kept[-1].last, country=None, organisation=None)
        if not (kept and phrase.title_last <= kept[-1].last):
            kept.append(phrase)
    return kept


def _is_part(inner: OfficePhrase, outer: OfficePhrase, annotation: Annotation, offices: OfficeRules) -> bool:
    if inner.title.is_institution:
        return True
    prefix = annotation.tokens[inner.title_last - 1].lower in offices.prefixes.kept
    return prefix and inner.title_last < outer.title_last and outer.owner is None


def _joined(
    phrases: list[OfficePhrase], annotation: Annotation, name_at: dict[int, Name], offices: OfficeRules
) -> Iterator[OfficePhrase]:
    """Phrases, with two titles of one person made one: "State Councilor and Foreign Minister Wang Yi"."""
    tokens = annotation.tokens
    pending: OfficePhrase | None = None
    titled = frozenset(phrase.last for phrase in phrases)
    for phrase in phrases:
        if pending is not None and _is_titled_twice(pending, phrase, annotation, name_at, offices):
            pending = _both(pending, phrase, annotation, offices)
            continue
        if (
            pending is not None
            and pending.last == phrase.first - 1
            and tokens[pending.last].lower in offices.syntax.joints
            and (
                name_from(phrase.last, name_at) is not None
                or name_before(pending, annotation, name_at, offices) is not None
                or _closes_list(pending, phrase, annotation, name_at)
                or (phrase.country is not None and phrase.last not in name_at)
                or (phrase.last + 1 in name_at and tokens[phrase.last].text == ",")
            )
            and not phrase.determiner
            and not (phrase.title.is_plural or pending.title.is_plural)
            and (not phrase.country or _is_of_one(pending, phrase, annotation, name_at, titled))
            and not (phrase.title.is_institution or pending.title.is_institution)
            and "consort" not in (phrase.office_class, pending.office_class)
        ):
            pending = _both(pending, phrase, annotation, offices)
            continue
        if pending is not None:
            yield pending
        pending = phrase
    if pending is not None:
        yield pending


def _is_of_one(
    one: OfficePhrase, two: OfficePhrase, annotation: Annotation, name_at: dict[int, Name], titled: frozenset[int]
) -> bool:
    """Whether the state of the second office is that of both; not "Minister for Trade and Member of Parliament for Lamu"."""
    if annotation.tokens[two.title_last].lower != "of":
        return False
    return _is_of_one_before(one, annotation, name_at, titled) or _is_of_one_behind(one, two, annotation, name_at)


def _is_of_one_before(
    one: OfficePhrase, annotation: Annotation, name_at: dict[int, Name], titled: frozenset[int]
) -> bool:
    """ "met Bo Oe, the Prime Minister and Foreign Minister of Peru": an office of no state said behind a name that has none yet,
    so that the next is the same man's. Not "Minister Bo Oe, President and Foreign Minister of Peru"."""
    name = name_at.get(one.first - 2) if annotation.tokens[one.first - 1].text == "," else None
    return name is not None and not one.country and name.last == one.first - 1 and name.first not in titled


def _is_of_one_behind(one: OfficePhrase, two: OfficePhrase, annotation: Annotation, name_at: dict[int, Name]) -> bool:
    """ "the Prime Minister and Foreign Minister of Peru, Bo Oe": one name behind both. Not "the President and Foreign Minister
    of Peru, Al Ro and Bo Oe", nor of a president, who is no minister."""
    tokens = annotation.tokens
    comma = two.last < len(tokens) and tokens[two.last].text == ","
    name = name_from(two.last + comma, name_at)
    alone = name is not None and not (name.last < len(tokens) and tokens[name.last].lower in ("and", "&"))
    return alone and one.office_class in MINISTERIAL and not one.country


def _closes_list(one: OfficePhrase, two: OfficePhrase, annotation: Annotation, name_at: dict[int, Name]) -> bool:
    """ "Lester Bird, Prime Minister and Minister of Foreign Affairs, Antigua;": a name and a comma before both, punctuation
    behind."""
    stands = one.first > 1 and annotation.tokens[one.first - 1].text == "," and one.first - 2 in name_at
    return stands and closes(annotation, two.last) and two.last + 1 not in name_at


def _is_titled_twice(
    one: OfficePhrase, two: OfficePhrase, annotation: Annotation, name_at: dict[int, Name], offices: OfficeRules
) -> bool:
    """ "Iran's Supreme Leader Ayatollah X", "the army chief, General X,": the second title is an honorific."""
    name = name_from(two.last, name_at) or name_by_brackets(two.last, annotation, name_at, offices)
    if annotation.tokens[one.first].sentence != annotation.tokens[two.first].sentence:
        return False
    if name is None or two.determiner or two.country or two.organisation:
        return False
    if one.title.is_plural or two.title.is_plural or one.title.is_institution or two.title.is_institution:
        return False
    if one.last == two.first:
        return True
    is_said = bool(one.determiner in ("the", "own") or one.country or one.organisation)
    comma = one.last == two.first - 1 and annotation.tokens[one.last].text == ","
    if comma and two.title.words in offices.syntax.mere_styles and annotation.tokens[one.first - 1].text == ",":
        # "In other news, State Minister of Trade, Ambassador Bo Oe met"
        return one.first - 2 not in name_at and annotation.tokens[name.last].pos in ("VERB", "AUX")
    is_said |= annotation.tokens[one.first].text[0].isupper() and two.office_class in RANKS
    return comma and is_said and (closes(annotation, name.last) or begins_clause(one, name, annotation))


def _both(one: OfficePhrase, two: OfficePhrase, annotation: Annotation, offices: OfficeRules) -> OfficePhrase:
    # "the party leader and Minister X" holds the office of minister.
    ranks = [offices.rank(p.office_class) + 10 * (p.office_class in offices.syntax.vague) for p in (one, two)]
    higher = one if ranks[0] <= ranks[1] else two
    link = annotation.tokens[one.last].text if one.last < two.first else ""
    return OfficePhrase(
        first=one.first,
        last=two.last,
        title_last=two.title_last,
        title=higher.title,
        words=_words_of_both(one, two, link),
        office_class=higher.office_class,
        country=one.country or two.country,
        organisation=one.organisation or two.organisation,
        # "his host President X" is of another state than he.
        owner=one.owner if one.office_class else None,
        determiner=one.determiner,
        is_former=one.is_former,
    )


def _words_of_both(one: OfficePhrase, two: OfficePhrase, link: str) -> str:
    if one.office_class in ("", None, "family"):
        return two.words
    return one.words if link in ("", ",") else f"{one.words} {link} {two.words}"


def _with_country(phrase: OfficePhrase, name: Name, annotation: Annotation, lex: Lexicon) -> OfficePhrase:
    """The phrase with the country that follows the name: "Foreign Minister Hakan Fidan of Turkey"."""
    last, world = country_beside(name, annotation, lex)
    if world is None and not (phrase.country or phrase.organisation):
        last, world = _state_behind(max(phrase.last, name.last), annotation, lex)
    if world is None and not (phrase.country or phrase.organisation) and is_of_elsewhere(name, annotation):
        return replace(phrase, is_elsewhere=True)
    if world is not None and last == name.last and name.last <= phrase.first and not (phrase.country or phrase.organisation):
        return replace(phrase, country=world.country, organisation=world.organisation)  # "Peru's Bo Oe, foreign minister"
    if world is None or phrase.country or phrase.organisation or last == name.last:
        return phrase
    return replace(phrase, last=max(phrase.last, last), country=world.country, organisation=world.organisation)


def _state_behind(i: int, annotation: Annotation, lex: Lexicon) -> tuple[int, WorldName | None]:
    """The state behind a title with its name: in an entry of a list ("Lester Bird, Prime Minister, Antigua and Barbuda;"), in
    brackets ("Trade Minister Bo Oe (Denmark)"), or where somebody comes from ("Trade Minister Bo Oe from Denmark")."""
    tokens = annotation.tokens
    hit = lex.world_at.get(i + 1) if i + 1 < len(tokens) else None
    if hit is None or hit.first != i + 1 or hit.found[0].kind != "country":
        return i, None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    is_end = after is None or after.text in (";", ".")
    is_end |= annotation.sentence_of(hit.last - 1).block != annotation.sentence_of(min(hit.last, len(tokens) - 1)).block
    if tokens[i].text == ",":
        return (hit.last, hit.found[0]) if is_end else (i, None)
    if tokens[i].text == "(":
        is_closed = after is not None and after.text == ")"
        return (hit.last + 1, hit.found[0]) if is_closed else (i, None)
    # "recalled Ambassador Bo Oe from Denmark": there the verb takes the state.
    is_his = tokens[i].lower == "from" and tokens[tokens[i].head].pos in ("PROPN", "NOUN")
    return (hit.last, hit.found[0]) if is_his else (i, None)


def _mention(phrase: OfficePhrase, name: Name | None, annotation: Annotation, offices: OfficeRules) -> PersonMention:
    first = min(phrase.first, name.first) if name else phrase.first
    last = max(phrase.last, name.last) if name else phrase.last
    start, end = annotation.span(first, last)
    title = phrase.title
    clue = title.words if not title.office_class else None
    if phrase.is_pair and title.is_plural:
        clue = "pair_countries" if clue == "pair_countries" else "pair_people"
    has_office = clue is None or clue == "pair_people"
    common = PersonMention(
        start=start,
        end=end,
        head=head_of(first, last, annotation, (name.first, name.last) if name else None),
        form="office",
        kind="office",
        office=phrase.words if has_office else None,
        office_class=phrase.office_class,
        country=phrase.country,
        organisation=phrase.organisation,
        gender=title.gender,
        is_plural=title.is_plural,
        is_former=phrase.is_former,
        owner=phrase.owner,
        clue="visiting" if phrase.is_visiting and not clue else clue,
        is_definite=_is_definite(phrase, annotation),
        is_elsewhere=phrase.is_elsewhere,
    )
    if name is None:
        return _unnamed(common, title.is_institution, clue)
    return _named(common, name, annotation, offices)


def _is_definite(phrase: OfficePhrase, annotation: Annotation) -> bool:
    """With "the" or a possessor; without any article, where a country or a capital shows that one office is meant."""
    if phrase.determiner or phrase.title.is_plural:
        return phrase.determiner in ("the", "own")
    tokens = annotation.tokens
    if phrase.last < len(tokens) and tokens[phrase.last].pos == "PROPN":
        return False
    opens_page = phrase.first == 0  # "Foreign minister to visit Italy" over a page
    return opens_page or bool(phrase.country or phrase.organisation) or tokens[phrase.title_last - 1].text[0].isupper()


def _unnamed(mention: PersonMention, is_institution: bool, clue: str | None) -> PersonMention:
    if is_institution:
        words = mention.office
        return replace(mention, form="organisation", kind="organisation", office=None, organisation=words)
    if mention.is_plural or clue in ("side", "pair_countries"):
        return replace(mention, kind="group", form="description", is_plural=True)
    return replace(mention, form="office" if mention.is_definite and not clue else "description")


def _named(mention: PersonMention, name: Name, annotation: Annotation, offices: OfficeRules) -> PersonMention:
    bare = name_mention(name, annotation, offices)
    return replace(
        mention,
        form=bare.form,
        kind="person",
        name=bare.name,
        name_start=bare.name_start,
        name_end=bare.name_end,
        gender=mention.gender or bare.gender,
        honorific=bare.honorific,
        is_definite=True,
    )
