"""What is true in a generated world, and how often its outlets get it wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from legation.records import Record


@dataclass(frozen=True)
class Noise:
    """How often outlets do what makes the ledger's work hard. Shares of reports unless said otherwise."""

    surname_only: float = 0.25
    office_only: float = 0.12
    country_only: float = 0.04
    no_host: float = 0.05
    no_date: float = 0.25
    vague_date: float = 0.30
    day_off: float = 0.02  # a day or two wrong
    date_wrong: float = 0.006  # one to four weeks wrong
    status_wrong: float = 0.008
    lag: float = 0.06  # told as it stood three to seven days before
    copy: float = 0.35  # of pages: the copy or rewrite of an agency's report
    recalls: float = 0.12  # of pages: an earlier engagement of the same people is recalled as background
    repeat: float = 0.35  # of engagements: the same people meet again, two to twelve months later
    colleague: float = 0.20  # of engagements: another minister makes the same trip within a month
    inner: float = 0.15  # of visits held: a meeting inside it is told as an engagement of its own
    silent: float = 0.05  # of engagements: nobody says what became of it


@dataclass(frozen=True)
class Person:
    name: str
    office: str
    country: str


@dataclass
class Happening:
    """What is true from ``day`` on: a status and the days planned or held."""

    day: date
    status: str
    first: date | None
    last: date | None
    vague: str | None = None


@dataclass
class Truth:
    """One true engagement: who, where, what became of it."""

    id: int
    kind: str
    people: tuple[Person, ...]
    hosts: tuple[Person, ...]
    host: str
    place: str
    happenings: list[Happening] = field(default_factory=list)
    final: str = "proposed"
    part_of: int | None = None

    def known_on(self, day: date) -> list[Happening]:
        return [h for h in self.happenings if h.day <= day]


@dataclass(frozen=True)
class Told:
    """One page and the true engagement of each of its reports."""

    record: Record
    truths: tuple[int, ...]
    dispatch: int
