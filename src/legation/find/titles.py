"""Office phrases: a title with everything that belongs to it, from "the former US" to "for East Asia"."""

from __future__ import annotations

from typing import Literal

import msgspec

from legation.find.complements import complement_of, names_a_place, served_by
from legation.find.lexicon import Hit, Lexicon
from legation.find.names import Name
from legation.records import Annotation
from legation.rules.offices import OfficeRules, OfficeTitle, Syntax
from legation.rules.world import WorldName

REGIONAL = frozenset({"head_of_state", "head_of_government", "vice_head"})
"""Classes that a province's holder of the title is not of."""
NOUNS = frozenset({"NOUN", "PROPN"})


class OfficePhrase(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens ``first`` to ``last`` (exclusive), determiner and complement included. ``title_last`` ends the title
    itself. ``words`` is the office without its country; ``owner`` the token of a possessor. ``is_elsewhere``: the words
    name a place of office that is not known."""

    first: int
    last: int
    title_last: int
    title: OfficeTitle
    words: str
    office_class: str | None
    country: str | None = None
    organisation: str | None = None
    owner: int | None = None
    determiner: Literal["the", "a", "own", ""] = ""
    is_former: bool = False
    is_pair: bool = False
    is_visiting: bool = False
    is_elsewhere: bool = False


def office_phrase(
    hit: Hit[OfficeTitle], annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, names: dict[int, Name]
) -> OfficePhrase:
    """The phrase around one title."""
    left = _Left(hit, annotation, lexicon, offices, names)
    left.walk()
    if left.owner is not None and left.is_another:
        # "his host President Kenyatta" is of another state than he.
        left.owner, left.determiner = None, "the"
    complement = complement_of(hit, annotation, lexicon, offices, names)
    last, country, organisation, after = complement.last, complement.country, complement.organisation, complement.words
    owner = left.owner if left.owner is not None else served_by(last, annotation, lexicon, offices, hit.found, names)
    office_class: str | None = hit.found.office_class or None
    if left.is_deputy and office_class:
        office_class = offices.syntax.deputy_classes.get(office_class, office_class)
    whole = offices.title_named(" ".join([*left.words, hit.found.words]))
    if whole is not None and office_class:
        # "the top US diplomat": the words make one title once the country is taken out.
        office_class = whole.office_class
    # "Secretary of State for Defence", "Secretary of State at the Foreign Ministry" are others' than America's.
    below = left.is_deputy or any(word in offices.syntax.deputies for word in hit.found.words.split())
    is_sent = hit.found.office_class == "ambassador"  # "Apostolic Nuncio to Kenya"
    implied = _implied(hit, annotation)
    country = left.country or country or (implied if below or is_sent or last == hit.last else None)
    is_regional = left.is_regional
    if country is None and left.organisation is None and organisation is None:
        country = lexicon.divisions.get(hit.first)
        is_regional |= country is not None
        if country is None and office_class in offices.syntax.faction_classes:
            country = left.faction
    if is_regional and office_class in REGIONAL:
        office_class = "governor"  # "Queensland Premier"
    if country in hit.found.by_country:
        office_class = hit.found.by_country[country]
    if office_class in ("head_of_state", "vice_head") and _names_a_body(hit.last, last, annotation, lexicon, offices):
        # "President of the Vietnam Fatherland Front"
        office_class = "head"
    if office_class == "head" and not below:
        office_class = _class_of_headed(hit, last, annotation, lexicon, offices) or office_class
    seat_class = left.seat_class or _class_behind(hit.last, last, lexicon)
    if seat_class and office_class in offices.syntax.organisation_head_from:
        # "the Sylvanian Senate's president", "leader of the African National Congress"
        office_class = seat_class
    organisation = left.organisation or organisation or hit.found.implies_organisation
    if organisation and office_class in offices.syntax.organisation_head_from and not seat_class:
        office_class = "organisation_head"
    core = annotation.text[annotation.tokens[hit.first].start : annotation.tokens[after - 1].end]
    is_public = hit.found.words in offices.syntax.public  # "the City Corporation's mayor"
    if organisation is None and office_class in offices.syntax.of_any_body and not is_public:
        behind = [t.text for t in annotation.tokens[hit.last : after]]
        before = [*left.words, left.possessor] if left.possessor else left.words
        by_name = bool(left.country) and not any(w in lexicon.bodies for w in before)
        unknown = left.is_of_a_body and not country and office_class in ("head_of_state", "vice_head")
        if unknown or _is_of_private_body(before, behind, by_name, office_class, offices.syntax):
            office_class = "head"
    return OfficePhrase(
        first=left.first,
        last=last,
        title_last=hit.last,
        title=hit.found,
        words=" ".join([*left.words, core]),
        office_class=office_class,
        country=country,
        organisation=organisation,
        owner=owner,
        determiner=left.determiner,
        is_former=left.is_former,
        is_pair=left.is_pair,
        is_visiting=left.is_visiting,
        is_elsewhere=not (country or organisation or hit.found.office_class in offices.syntax.of_a_part)
        and (left.is_elsewhere or complement.is_elsewhere),
    )


def _is_of_private_body(
    before: list[str], behind: list[str], has_country: bool, office_class: str, syntax: Syntax
) -> bool:
    """Whether the words beside a title name a body that is no state's: "Cricket Board president", "the NFF president",
    "president of FIFA". A country before letters may be that of a party ("the Sylvanian SDP leader")."""
    words = [w.lower() for part in (*before, *behind) for w in part.split()]
    names = [w for w in behind if w[:1].isupper()]
    as_written = (w for part in (*before, *behind) for w in part.split())
    if any(word in syntax.private_bodies for word in words) or any(w in syntax.unions for w in as_written):
        return True
    if office_class not in ("head_of_state", "vice_head"):
        return False
    return (not has_country and any(_is_letters(w) for w in before)) or any(_is_letters(w) for w in names[:1])


def _class_behind(first: int, last: int, lexicon: Lexicon) -> str | None:
    """The class of office that heads the institution of one state that a title goes on with."""
    hit = next((lexicon.world_at[i] for i in range(first, last) if i in lexicon.world_at), None)
    return hit.found[0].office_class if hit is not None and hit.found[0].kind == "institution" else None


def _implied(hit: Hit[OfficeTitle], annotation: Annotation) -> str | None:
    """The country that a title alone tells: "the Secretary of State"; not "the Secretary of State, Cardinal X"."""
    if any(word in annotation.text for word in hit.found.unless):
        return None
    beside = (t.lower for t in annotation.tokens[max(hit.first - 1, 0) : hit.last + 2])
    return next((hit.found.implies_beside[word] for word in beside if word in hit.found.implies_beside), hit.found.implies)


def _class_of_headed(
    hit: Hit[OfficeTitle], last: int, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules
) -> str | None:
    """The office of who heads what a state's name stands in: "head of Hungarian diplomacy", "head of the Hungarian government",
    "chief of the Hungarian Foreign Ministry"; None where that makes no title and no institution."""
    of_states = {i for at in range(hit.last, last) if at in lexicon.world_at for i in range(at, lexicon.world_at[at].last)}
    behind = [t for t in annotation.tokens[hit.last : last] if t.tag not in ("DT", "POS") and t.i not in of_states]
    if len(behind) < 2 or behind[0].lower != "of":
        return None
    whole = offices.title_named(" ".join([hit.found.words, *(t.lower for t in behind)]))
    if whole is not None:
        return whole.office_class
    body = lexicon.title_at.get(behind[1].i)
    if body is None or not body.found.is_institution or body.last != last or hit.found.words not in offices.syntax.heading:
        return None
    return offices.syntax.headed_classes.get(body.found.office_class, None)


def _names_a_body(first: int, last: int, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules) -> bool:
    """Whether a state's name is only part of what is said here: more words with capitals follow it."""
    hit = next((lexicon.world_at[i] for i in range(first, last) if i in lexicon.world_at), None)
    if hit is None or hit.found[0].kind not in ("country", "adjective", "people"):
        return False
    behind = [t for t in annotation.tokens[hit.last : last] if t.pos == "PROPN" and t.i not in lexicon.world_at]
    return any(t.lower not in offices.words.descriptions.country_words for t in behind)


def _is_letters(words: str) -> bool:
    """Whether the last of some words is a body's letters: "NFF"."""
    last = words.split()[-1]
    return len(last) > 2 and last.isalpha() and last.isupper()


class _Left:
    """The walk to the left of a title, token by token, until something that cannot belong to it."""

    def __init__(
        self,
        hit: Hit[OfficeTitle],
        annotation: Annotation,
        lexicon: Lexicon,
        offices: OfficeRules,
        names: dict[int, Name],
    ) -> None:
        self._title = hit.found
        self._is_capital = annotation.tokens[hit.first].text[0].isupper()
        self._tokens = annotation.tokens
        self._entities = annotation.entities
        self._lexicon, self._offices, self._names = lexicon, offices, names
        self._floor = annotation.sentences[self._tokens[hit.first].sentence].first
        self.first = hit.first
        self.words: list[str] = []
        self.country: str | None = None
        self.organisation: str | None = None
        self.owner: int | None = None
        self.seat_class: str | None = None
        self.possessor: str | None = None
        self.is_of_a_body = False
        self.faction: str | None = None
        self.is_regional = False
        self.determiner: Literal["the", "a", "own", ""] = ""
        self.is_former = self.is_deputy = self.is_pair = self.is_visiting = self.is_elsewhere = False
        self.is_another = False

    def walk(self) -> None:
        while self.first > self._floor and not self.determiner and self._step():
            pass

    def _step(self) -> bool:
        i = self.first - 1
        token = self._tokens[i]
        prefixes = self._offices.prefixes
        if self._title.is_plural and self.country and token.lower in ("and", ",") and i - 1 in self._lexicon.world_at:
            # "the Iranian and Saudi foreign ministers"
            self.first = self._lexicon.world_at[i - 1].first
            return True
        if token.text == ")" and i - 2 > self._floor and self._tokens[i - 2].text == "(":
            return self._take_letters(i - 1)
        if i in self._names:
            return self._take_ruler(i)
        if i in self._lexicon.fields:
            return False  # "Minister of Sports | Prince Bo Oe"
        if self._joins_fields(i):
            self.words[:0] = [f"{self._tokens[i - 1].text} {token.text}"]
            self.first = i - 1
            return True
        if token.lower in prefixes.former or (
            token.text == "-" and i > self._floor and self._tokens[i - 1].lower in prefixes.former
        ):
            self.is_former = True
            self.first = i - 1 if token.text == "-" else i
            return True
        if i in self._lexicon.world_at:
            return self._take_world(self._lexicon.world_at[i])
        if token.tag == "POS":
            return self._take_possessor(i)
        if token.lower in prefixes.kept:
            return self._take_modifier(i)
        if i in self._lexicon.title_at:
            return self._take_title(self._lexicon.title_at[i])
        if token.tag == "PRP$":
            # "His Majesty King Charles" belongs to nobody.
            is_style = self._tokens[i + 1].lower in prefixes.styles
            self.owner, self.determiner, self.first = (None, "the", i) if is_style else (i, "own", i)
            return True
        if token.tag in ("DT", "PDT", "PRP$") or token.lower in ("the", "a", "an"):
            self.is_pair |= token.lower in self._offices.words.descriptions.pair_markers
            self.determiner = "a" if token.lower in ("a", "an", "another", "some", "any", "no") else "the"
            self.first = i
            return True
        return self._take_modifier(i)

    def _take_letters(self, i: int) -> bool:
        """ "Sylvania Cricket Board (SCB) President": the letters of the body that stands before them."""
        letters = self._tokens[i].text
        is_body = len(letters) > 1 and letters.isalpha() and letters.isupper()
        if self._title.is_plural or not is_body or self._tokens[i - 2].pos not in NOUNS:
            return False
        self.first = i - 1
        return True

    def _joins_fields(self, i: int) -> bool:
        """Whether an "and" joins two of an office's fields here: "Youth and Sports Minister"; in small letters behind whose
        office it is: "Peru's energy and mines minister"."""
        if self._title.is_plural or self._tokens[i].lower not in ("and", "&") or i - 1 < self._floor:
            return False
        both = (self._tokens[i - 1], self._tokens[i + 1])
        if any(t.lower not in self._offices.syntax.fields for t in both):
            return False
        before = i - 2
        is_owned = i - 1 == self._floor or before in self._lexicon.world_at or self._tokens[before].tag in ("POS", "DT", "PRP$")
        return is_owned or all(t.text[0].isupper() for t in both)

    def _take_ruler(self, i: int) -> bool:
        """ "the Biden administration" is of the country that Biden is of."""
        is_body = self._title.is_institution and self._title.office_class in self._offices.syntax.owned_by_name
        serves = not self._title.is_institution and self._title.office_class in self._offices.syntax.serving
        if not (is_body or serves) or self.country or self.owner is not None:
            return False
        name = self._names[i]
        if serves:
            # "senior Biden adviser Bo Oe"
            self.owner, self.first = i, name.first
            return True
        self.words.insert(0, " ".join(t.text for t in self._tokens[name.first : i + 1]))
        self.owner, self.first = i, name.first
        return True

    def _take_modifier(self, i: int) -> bool:
        token = self._tokens[i]
        # "REUTERS U.S. Secretary of State", "a file photo President Lai": what stands there is another thing's.
        is_cut = token.pos in ("NOUN", "PROPN") and (
            self.country is not None or self.organisation is not None or (token.text[0].islower() and self._is_capital)
        )
        prefixes, descriptions = self._offices.prefixes, self._offices.words.descriptions
        self.is_elsewhere |= (
            names_a_place(i, self._entities, self._tokens, self._offices.syntax.quarters)
            and token.lower not in prefixes.dropped
        )
        self.is_another |= token.lower in descriptions.host | descriptions.guest | descriptions.counterpart
        if not (self.country or self.organisation):
            self.country = self._lexicon.bodies.get(token.text)
        is_named = token.text[:1].isupper()  # "Democratic Senator X"; not "democratic opposition leader of Belarus"
        self.faction = self.faction or (self._offices.syntax.factions.get(token.lower) if is_named else None)
        if token.text == ",":
            # A comma in what the parser calls one body: "the VIII Summit of the Americas, Foreign Minister X".
            return False
        if token.lower in prefixes.kept:
            self.is_deputy |= token.lower in self._offices.syntax.deputies
            self.words.insert(0, token.text)
        elif token.lower in descriptions.pair_markers:
            self.is_pair = True
        elif token.lower in descriptions.visiting:
            self.is_visiting = True
        elif token.entity >= 0 and self._entities[token.entity].label in ("DATE", "TIME"):
            return False
        elif token.lower in self._offices.syntax.fields and self._tokens[i + 1].lower in self._offices.syntax.fields:
            self.words.insert(0, token.text)
        elif token.lower in prefixes.dropped | prefixes.styles | descriptions.own or token.pos in ("ADJ", "NUM"):
            pass
        elif token.lower in self._offices.words.honorifics and is_named:
            pass  # "H.E. President Bo Oe"
        elif is_cut:
            return False
        elif token.entity >= 0 and self._entities[token.entity].label == "ORG":
            first = max(self._entities[token.entity].first, self._floor)
            first = first + (self._tokens[first].tag == "DT")
            inside = [self._lexicon.world_at[k].last for k in range(first, i) if k in self._lexicon.world_at]
            first = max([first, *inside])
            self.is_of_a_body |= token.lower not in self._offices.syntax.ruling_bodies
            first += self._tokens[first].tag == "POS"
            self.words.insert(0, " ".join(t.text for t in self._tokens[first : i + 1]))
            i = first
        elif token.dep in ("compound", "nmod", "amod") and token.pos in ("NOUN", "PROPN"):
            is_body = self._title.is_institution and self._title.office_class in self._offices.syntax.owned_by_name
            if is_body and token.pos == "PROPN" and not token.text.isupper():
                # "the Modi government": whose it is, a who's who may know.
                self.owner = i if self.owner is None else self.owner
            self.words.insert(0, token.text)
        elif token.lower in self._offices.syntax.fields and token.text[0].isupper() and self._is_capital:
            self.words.insert(0, token.text)
        elif token.text == "-" and i > self._floor and self._tokens[i - 1].lower in prefixes.dropped:
            pass
        else:
            return False
        self.first = i
        return True

    def _take_world(self, hit: Hit[tuple[WorldName, ...]]) -> bool:
        reading = hit.found[0]
        if reading.kind == "other" or (self.country and self.organisation):
            return False
        if reading.kind in ("seat", "institution", "city", "region"):
            self.words.insert(0, " ".join(t.text for t in self._tokens[hit.first : hit.last]))
        self.is_regional |= reading.kind in ("region", "city") and self.country is None
        if reading.kind in ("seat", "institution"):
            self.seat_class = reading.office_class
        beside, tokens = self._lexicon.world_at.get(hit.first - 2), self._tokens
        is_joined = beside is not None and tokens[hit.first - 2].end + 1 == tokens[hit.first].start
        if beside and is_joined and tokens[hit.first - 1].text == "-" and beside.found[0].country != reading.country:
            # "the India-Nepal Friendship Association's president": of which of the two is not said.
            self.is_elsewhere, self.first = True, beside.first
            self.words.insert(0, " ".join(t.text for t in self._tokens[beside.first : hit.last]))
            return True
        self.country = self.country or reading.country
        self.organisation = self.organisation or reading.organisation
        self.first = hit.first
        return True

    def _take_title(self, hit: Hit[OfficeTitle]) -> bool:
        if not hit.found.is_institution:
            return False
        self.words.insert(0, " ".join(t.text for t in self._tokens[hit.first : hit.last]))
        self.first = hit.first
        return True

    def _first_of_owner(self, first: int) -> int:
        """Where a title that possesses the next one begins, its article and state with it: "the Kenyan president's aide"."""
        while first > self._floor and (self._tokens[first - 1].tag == "DT" or first - 1 in self._lexicon.world_at):
            first -= 1
        return first

    def _take_possessor(self, i: int) -> bool:
        if i == self._floor:
            return False
        if i - 1 in self._lexicon.world_at:
            self.first = i
            if self._title.office_class in ("ambassador", "envoy") and not self._title.is_institution:
                # "Russia's U.S. ambassador" is of Russia.
                self.country = None
            return self._take_world(self._lexicon.world_at[i - 1])
        if i - 1 in self._names or i - 1 in self._lexicon.title_at:
            self.owner, self.determiner = i - 1, "own"
            self.first = i
            name, title = self._names.get(i - 1), self._lexicon.title_at.get(i - 1)
            self.first = name.first if name else self._first_of_owner(title.first) if title else i
            before = self._lexicon.title_at.get(self.first - 1) if name else None
            if before is not None and before.last == self.first:
                self.first = before.first
            return True
        if self._tokens[i - 1].text in self._lexicon.bodies:
            self.country, self.determiner, self.first = self._lexicon.bodies[self._tokens[i - 1].text], "own", i - 1
            return True
        if self._tokens[i - 1].lower in self._offices.words.descriptions.country_words:
            self.owner = i - 1
        if self._tokens[i - 1].pos in ("NOUN", "PROPN"):
            # "the firm's chief executive", "Freedonia's president": somebody's, nobody we know.
            self.determiner, self.first = "own", self._first_of_owner(i - 1)
            self.possessor = self._tokens[i - 1].text
            is_party = self._tokens[i - 1].lower in self._offices.syntax.parties
            self.is_elsewhere |= self._tokens[i - 1].pos == "PROPN" and not is_party
            return True
        return False
