"""What stands before a title and belongs to it: "the former US", "Kenya's deputy", "his"."""

from __future__ import annotations

from typing import Literal

from legation.find.complements import names_a_place
from legation.find.lexicon import Hit, Lexicon
from legation.find.names import Name
from legation.records import Annotation
from legation.rules.offices import OfficeRules, OfficeTitle
from legation.rules.world import WorldName

NOUNS = frozenset({"NOUN", "PROPN"})


class LeftOfTitle:
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
