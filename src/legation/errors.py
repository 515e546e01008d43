"""Everything Legation raises on purpose, each with one line fit for a person.

LegationError
├── SourceError          a page could not be had or read (missing, binary, too large, unreachable)
│   └── NotReadError     a page was had and deliberately not read (another language, no text)
├── CalendarError        the calendar file or database cannot be used (corrupt, read-only, newer, full)
├── RulesError           a rules file is wrong
└── UsageError           an argument is wrong (a date that is none)
"""

from __future__ import annotations


class LegationError(Exception):
    """The root; ``str(error)`` is one line: what was wrong, where, what to do."""


class SourceError(LegationError):
    """A page could not be had or read."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        return type(self), (self.source, self.problem)


class NotReadError(SourceError):
    """A page was had and deliberately not read."""


class CalendarError(LegationError):
    """The calendar cannot be used."""


class RulesError(LegationError):
    """A rules file is wrong."""


class UsageError(LegationError):
    """An argument is wrong."""
