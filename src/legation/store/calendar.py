"""One calendar, open: what the command line, the web site and a program may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Engine, func, select, true

from legation.errors import CalendarError
from legation.ledger.persons import names_put_right, told_by_people, without_undone
from legation.ledger.who_is_who import WhoIsWho, wanted_names
from legation.records import (
    Added,
    Claim,
    Correction,
    Entry,
    Filter,
    KnownOffice,
    Match,
    NameCorrection,
    Odds,
    OfficeClaim,
    Page,
    Record,
    Revision,
    StoredPage,
    StoredStatement,
)
from legation.rules.ledger import LedgerRules, ledger_rules
from legation.rules.whoswho import as_of as file_as_of
from legation.rules.whoswho import starters, whos_who
from legation.store import _corrections, _finding, _offices, _queries, migrations, schema
from legation.store._as_of import entries_as_of
from legation.store._called import Sought, sought
from legation.store._care import Rereading, back_up, compact, odds_of, read_again
from legation.store._check import problems
from legation.store._database import CACHE_MB, LOCK_SECONDS, clear_errors, connect, is_server, shown
from legation.store._names import match_anew
from legation.store._progress import Told, nobody
from legation.store._search import pages_about
from legation.store._shelf import GroupCache
from legation.store._write import add_page


def open_calendar(
    address: str,
    *,
    create: bool = True,
    lock_seconds: float = LOCK_SECONDS,
    cache_mb: int = CACHE_MB,
    known: tuple[KnownOffice, ...] | None = None,
) -> Store:
    """Opens the calendar at ``address``: a file name or ``postgresql://...``. Use it in a ``with`` statement.

    A file that does not exist is created unless ``create`` is off; a calendar of an older version is brought up to
    date with all its data. ``known`` is a who's who to use beside the calendar's own (None: the starter file). Each
    connection to a file keeps at most ``cache_mb`` of it in memory. Raises CalendarError, with one clear line, where it
    cannot be used: not a calendar, written by a newer Legation, read-only and out of date, damaged, locked, out of
    reach.
    """
    with clear_errors(address):
        engine = connect(address, create=create, lock_seconds=lock_seconds, cache_mb=cache_mb)
        try:
            _bring_up_to_date(engine, address)
        except BaseException:
            engine.dispose()
            raise
    return Store(engine, address, known=known)


def _bring_up_to_date(engine: Engine, address: str) -> None:
    with engine.connect() as connection:
        try:
            version = migrations.version_of(connection)
        except CalendarError as error:
            raise CalendarError(f"{shown(address)}: {error}") from None
    if version == migrations.HEAD:
        return
    if version is not None and version not in migrations.known_versions():
        raise CalendarError(
            f"{shown(address)}: was written by a newer Legation (calendar version {version}, this one knows "
            f"{migrations.HEAD}); update Legation"
        )
    migrations.upgrade(engine)


class Store:
    """A calendar. Reading is always of one consistent state; adding a page is all or nothing.

    ``today`` (where a method takes it) decides what is unverified; None is the present day in UTC.
    """

    def __init__(
        self,
        engine: Engine,
        address: str,
        rules: LedgerRules | None = None,
        *,
        known: tuple[KnownOffice, ...] | None = None,
    ) -> None:
        self.address = address
        self._engine = engine
        self._rules = rules or ledger_rules()
        self._groups = GroupCache()
        # The rules with what people have put right about names, and the last correction that is in them.
        self._kept_by: tuple[int | None, LedgerRules] = (None, self._rules)
        self._known = known if known is not None else whos_who()
        self._for_reading = known if known is not None else starters()
        # What the starter file leaves open was open on its day; a user's own file is taken at its word.
        self._known_as_of = file_as_of() if known is None else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def rules(self) -> LedgerRules:
        """The rules this calendar is kept by."""
        return self._rules

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading; its errors are CalendarErrors."""
        with clear_errors(self.address), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for writing: one writer at a time, everything or nothing."""
        with clear_errors(self.address), self._engine.connect() as plain:
            connection = plain.execution_options(legation_writes=True)
            try:
                with connection.begin():
                    if is_server(self.address):
                        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({migrations.WRITER_LOCK})")
                    yield connection
            except BaseException:
                # They may hold what the transaction that was rolled back had written.
                self._groups.clear()
                self._kept_by = (None, self._rules)
                raise

    def _rules_in(self, connection: Connection) -> LedgerRules:
        """The rules as people's corrections of names leave them: reports are matched by these."""
        last = connection.scalar(select(func.max(schema.name_correction.c.seq)))
        if last != self._kept_by[0]:
            told = names_put_right(_offices.name_corrections(connection))
            self._groups.clear()  # tellings in it gathered names by the rules before
            self._kept_by = (last, replace(self._rules, names=told))
        return self._kept_by[1]

    # -- writing --------------------------------------------------------------------------------------------------

    def add(self, record: Record, learned: datetime | None = None) -> Added:
        """Stores what one page says and everything it changes, in one transaction. ``learned`` is the present moment
        where None. A page that is already there changes nothing."""
        with self.writing() as connection:
            return self.add_within(connection, record, learned=learned or _now())

    def add_all(self, records: Sequence[Record], learned: datetime | None = None) -> tuple[Added, ...]:
        """Like ``add`` for several pages at once, all of them or none."""
        with self.writing() as connection:
            moment = learned or _now()
            return tuple(self.add_within(connection, record, learned=moment) for record in records)

    def add_within(self, connection: Connection, record: Record, *, learned: datetime) -> Added:
        """Like ``add``, as a part of what is being written over ``connection`` (of ``writing``)."""
        rules = self._rules_in(connection)
        return add_page(connection, record, learned=learned, rules=rules, groups=self._groups)

    def correct(self, correction: Correction, learned: datetime | None = None) -> tuple[str, ...]:
        """Keeps a person's correction and applies it, now and whenever pages are read again; returns the engagements
        it changed. ``report`` and ``other`` may be identifiers of engagements. Raises UsageError where it is none."""
        with self.writing() as connection:
            return _corrections.correct(
                connection, correction, learned=learned or _now(), rules=self._rules_in(connection), groups=self._groups
            )

    def corrections(self, entry: str | None = None) -> tuple[Correction, ...]:
        """All corrections, or those of one engagement, oldest first."""
        with self.reading() as connection:
            found = _queries.resolve_id(connection, entry) if entry is not None else None
            return _corrections.corrections_in(connection, found) if entry is None or found else ()

    def reread(
        self, page: str, reader: Callable[[Page], Record], *, apply: bool = False, learned: datetime | None = None
    ) -> Rereading:
        """Reads a kept page again with ``reader`` and says what would change; ``apply`` stores it. Identifiers and
        corrections stay."""
        with self.writing() if apply else self.reading() as connection:
            return read_again(
                connection, page, reader, apply=apply, learned=learned or _now(), rules=self._rules_in(connection),
                groups=self._groups,
            )  # fmt: skip

    # -- care -----------------------------------------------------------------------------------------------------

    def check(self, told: Told = nobody) -> list[str]:
        """Every span, reference, group, revision and count that is not as it must be, each in one line. ``told``, here
        and below, is called with what is done and what there is."""
        with self.reading() as connection:
            return list(problems(connection, self._rules_in(connection), told))

    def backup(self, target: Path, told: Told = nobody) -> None:
        """Copies the calendar file, also while others write to it. Raises CalendarError for one on a server."""
        with clear_errors(str(target)):
            back_up(self._engine, target, told)

    def compact(self) -> None:
        """Gives back unused space; nothing that is known is lost."""
        with clear_errors(self.address):
            compact(self._engine)

    def odds(self, entry: str, *, today: date | None = None, told: Told = nobody) -> Odds | None:
        """How often engagements like this one took place, from this calendar's history; None for an unknown one."""
        with self.reading() as connection:
            return odds_of(connection, entry, today=today or _now().date(), rules=self._rules, told=told)

    # -- engagements ----------------------------------------------------------------------------------------------

    def entries(
        self,
        wanted: Filter | None = None,
        *,
        as_of: date | None = None,
        learned_by: datetime | None = None,
        today: date | None = None,
        limit: int | None = None,
        after: tuple[str, str] | None = None,
        newest_first: bool = False,
    ) -> list[Entry]:
        """Engagements by date, undated ones last; ``newest_first`` the other way round, for the present state only.

        ``as_of`` gives them as they stood by what had been said by the end of that day, ``learned_by`` by what this
        calendar had learned by that moment; both together are both. ``after`` continues behind the entry with that
        (earliest day or "~", identifier), for the present state only. Participants are completed by the who's who.
        """
        wanted = wanted or Filter()
        today = today or as_of or _now().date()
        with self.reading() as connection:
            sought = self.sought(connection, wanted, said_by=as_of, learned_by=learned_by)
            if as_of is None and learned_by is None:
                found = _finding.find_entries(
                    connection, wanted, today=today, rules=self._rules, sought=sought, limit=limit, after=after,
                    newest_first=newest_first,
                )  # fmt: skip
            else:
                found = entries_as_of(connection, as_of, learned_by, today=today, rules=self._rules)
                if wanted != Filter():
                    found = [entry for entry in found if _finding.wants(entry, wanted, sought)]
                found = found[:limit]
            return _offices.completed_entries(
                connection, found, self._known, as_of=self._known_as_of, said_by=as_of, learned_by=learned_by
            )

    def count(self, wanted: Filter | None = None, *, today: date | None = None) -> int:
        """How many engagements ``entries`` gives without a limit."""
        wanted = wanted or Filter()
        with self.reading() as connection:
            sought = self.sought(connection, wanted)
            return _finding.count_entries(
                connection, wanted, today=today or _now().date(), rules=self._rules, sought=sought
            )

    def entry(
        self,
        entry: str,
        *,
        as_of: date | None = None,
        learned_by: datetime | None = None,
        today: date | None = None,
    ) -> Entry | None:
        """One engagement by its identifier, a former one, a report's, or an unambiguous beginning; as it stood at a
        point of both time axes, as ``entries`` has them. None where there is none, or was none yet."""
        today = today or as_of or _now().date()
        with self.reading() as connection:
            if as_of is None and learned_by is None:
                known = _queries.get_entry(connection, entry, today=today, rules=self._rules)
                found = [known] if known is not None else []
            else:
                only = _queries.resolve_id(connection, entry)
                found = entries_as_of(
                    connection, as_of, learned_by, today=today, rules=self._rules, only=only
                ) if only else []  # fmt: skip
            completed = _offices.completed_entries(
                connection, found, self._known, as_of=self._known_as_of, said_by=as_of, learned_by=learned_by
            )
        return completed[0] if completed else None

    def revisions(
        self, entry: str, *, as_of: date | None = None, learned_by: datetime | None = None, every: bool = False
    ) -> tuple[Revision, ...]:
        """The history of an engagement along the days things were said, up to ``as_of``, as believed now or at
        ``learned_by``; ``every`` gives superseded revisions too."""
        with self.reading() as connection:
            found = _queries.resolve_id(connection, entry)
            revisions = _queries.revisions_of(connection, found, learned=learned_by, every=every) if found else ()
            return _offices.completed_revisions(
                connection, [r for r in revisions if as_of is None or r.said_on <= as_of], self._known,
                as_of=self._known_as_of, said_by=as_of, learned_by=learned_by,
            )  # fmt: skip

    def claims(self, entry: str) -> tuple[Claim, ...]:
        """Every claim about an engagement, winners and losers, by the day it was said."""
        with self.reading() as connection:
            found = _queries.resolve_id(connection, entry)
            return _queries.claims_in(connection, schema.report.c.entry == found) if found else ()

    def matches(self, entry: str) -> tuple[Match, ...]:
        """Why each report of an engagement was put there."""
        with self.reading() as connection:
            found = _queries.resolve_id(connection, entry)
            return _queries.matches_of(connection, found) if found else ()

    # -- who is who -----------------------------------------------------------------------------------------------

    def who_is_who(self, known: tuple[KnownOffice, ...] | None = None) -> WhoIsWho:
        """Everybody whom pages or the file tell of, with what people have put right; ``known`` in place of the file."""
        with self.reading() as connection:
            return _offices.who_is_who(connection, None, known or self._known, as_of=self._known_as_of)

    def sought(
        self,
        connection: Connection,
        wanted: Filter,
        *,
        said_by: date | None = None,
        learned_by: datetime | None = None,
    ) -> Mapping[str, Sought]:
        """Whom each of a filter's names means, by the who's who and what people have put right."""
        return {
            name: sought(
                _offices.who_is_who(
                    connection, wanted_names(name), self._known, as_of=self._known_as_of, said_by=said_by,
                    learned_by=learned_by,
                ),
                name,
            )
            for name in wanted.people
        }

    def names_of(self, name: str) -> frozenset[str]:
        """Every writing of the name that means the same person, itself among them."""
        with self.reading() as connection:
            return self.sought(connection, Filter(people=(name,)))[name].names

    def known_offices(self) -> tuple[KnownOffice, ...]:
        """The file's lines, to read pages with, without the aliases that people have undone in this calendar."""
        return without_undone(self._for_reading, told_by_people(self.name_corrections()))

    def correct_name(self, correction: NameCorrection, learned: datetime | None = None) -> tuple[str, ...]:
        """Keeps what a person puts right about two names, for good, and matches anew whatever names either; returns the
        engagements that changed. Raises UsageError where it is no correction."""
        moment = learned or _now()
        with self.writing() as connection:
            before = self._rules_in(connection)
            _offices.correct_name(connection, correction, learned=moment)
            return match_anew(
                connection, (correction.one, correction.other), before=before, rules=self._rules_in(connection),
                learned=moment, groups=self._groups,
            )  # fmt: skip

    def name_corrections(self) -> tuple[NameCorrection, ...]:
        """Every correction of names, oldest first; the last one about a pair holds."""
        with self.reading() as connection:
            return _offices.name_corrections(connection)

    def office_claims(self, *, page: str | None = None, lines: Sequence[str] = ()) -> tuple[OfficeClaim, ...]:
        """What a page, or pages behind lines of the who's who, say of offices, by day."""
        c = schema.office_claim.c
        with self.reading() as connection:
            condition = c.page == page if page is not None else c.holder.in_(sorted(lines))
            return _offices.office_claims_in(connection, condition)

    # -- pages and statements -------------------------------------------------------------------------------------

    def pages(
        self, *, entry: str | None = None, text: str | None = None, limit: int | None = None, offset: int = 0
    ) -> list[StoredPage]:
        """Pages without their texts, newest first: all, those of an engagement, those that hold all words of
        ``text``."""
        with self.reading() as connection:
            condition: ColumnElement[bool] = true()
            if entry is not None:
                found = _queries.resolve_id(connection, entry)
                condition = condition & _queries.is_page_of(found)
            if text is not None:
                condition = condition & pages_about(connection, text)
            return _queries.pages_in(connection, condition, limit=limit, offset=offset)

    def count_pages(self) -> int:
        """How many pages are kept."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.page)) or 0

    def count_claims(self) -> int:
        """How many claims are kept."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.claim)) or 0

    def pages_read_with(self, other_than: str | None) -> list[str]:
        """The pages that were read with other rules than those with this fingerprint (None: all pages), oldest
        first."""
        c = schema.page.c
        query = select(c.id).order_by(c.said_on, c.id)
        with self.reading() as connection:
            return list(connection.scalars(query if other_than is None else query.where(c.rules != other_than)))

    def pages_of(self, entries: Sequence[str], *, most: int = 10) -> dict[str, list[StoredPage]]:
        """The newest pages (at most ``most``) of each engagement, without their texts."""
        with self.reading() as connection:
            return {entry: _queries.pages_in(connection, _queries.is_page_of(entry), limit=most) for entry in entries}

    def page(self, page: str) -> StoredPage | None:
        """One page with its text and the engagements it tells of; None where there is none."""
        with self.reading() as connection:
            found = _queries.get_page(connection, page)
        return found[0] if found else None

    def record(self, page: str) -> Record | None:
        """The record that a page was read into; None where there is no such page."""
        with self.reading() as connection:
            found = _queries.get_page(connection, page)
        return found[1] if found else None

    def page_claims(self, page: str) -> tuple[Claim, ...]:
        """Every claim that a page makes, in text order."""
        with self.reading() as connection:
            return _queries.claims_in(connection, schema.claim.c.page == page)

    def statements(
        self,
        *,
        country: str | None = None,
        speaker: str | None = None,
        page: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[StoredStatement]:
        """Statements, newest first: by the speaker's country (or body), by exact name, of one page."""
        table = schema.statement.c
        condition: ColumnElement[bool] = true()
        if country is not None:
            condition = condition & (table.country == country)
        if speaker is not None:
            condition = condition & (table.speaker == speaker)
        if page is not None:
            condition = condition & (table.page == page)
        with self.reading() as connection:
            return _queries.statements_in(connection, condition, limit=limit, offset=offset)


def _now() -> datetime:
    return datetime.now(UTC)
