"""The desk's own database: accounts, sessions, API tokens, notes with their moderation log, watch lists.

It is apart from the calendar: the calendar is made of pages and could be made again; this is made by people.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Literal, Self

import msgspec
from sqlalchemy import delete, func, insert, inspect, select, true, update
from sqlalchemy.exc import IntegrityError

from legation.errors import CalendarError, UsageError
from legation.store._accounts_schema import api_token, delivery, log, metadata, note, session, user, version, watch
from legation.store._database import clear_errors, connect, shown
from legation.store._json import as_moment, moment

Role = Literal["reader", "editor", "admin"]
NoteStatus = Literal["held", "approved", "removed"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
VERSION = 1


class User(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    login: str
    name: str
    role: Role
    password: str
    is_disabled: bool = False

    def may(self, role: Role) -> bool:
        """Whether this account has at least ``role``."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Session(msgspec.Struct, frozen=True):
    user: User
    csrf: str


class Note(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    entry: str
    parent: str | None
    user: str
    name: str
    text: str
    status: NoteStatus
    created: datetime


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    moment: datetime
    user: str
    action: str
    target: str
    detail: str


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """A saved filter. ``query`` is its address's query; changes learned after ``told`` have not been told yet."""

    id: str
    user: str
    name: str
    query: str
    hook: str | None
    secret: str
    mail: str | None
    told: datetime


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    watch: str
    way: Literal["hook", "mail"]
    body: str
    tries: int
    due: datetime
    status: Literal["waiting", "done", "dead"]
    problem: str | None


def open_accounts(address: str) -> Accounts:
    """Opens the desk's database (a file or ``postgresql://...``), creating it where there is none. Raises
    CalendarError, with one clear line, where it cannot be used or a newer Legation wrote it."""
    with clear_errors(address):
        engine = connect(address, create=True)
        with engine.begin() as connection:
            if not inspect(connection).has_table("desk_version"):
                metadata.create_all(connection)
                connection.execute(insert(version).values(version=VERSION))
            elif (found := connection.scalar(select(version.c.version)) or 0) > VERSION:
                raise CalendarError(f"{shown(address)}: was written by a newer Legation (desk version {found})")
    return Accounts(engine, address)


def _id() -> str:
    return secrets.token_hex(8)


def digest(token: str) -> str:
    """What is kept of a secret that we gave out: who reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Accounts:
    """The desk's database, open. Moments are arguments; nothing here looks at a clock."""

    def __init__(self, engine: Any, address: str) -> None:
        self._engine = engine
        self.address = address

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def _all(self, query: Any) -> Sequence[Any]:
        with clear_errors(self.address), self._engine.connect() as connection:
            found: Sequence[Any] = connection.execute(query).all()
            return found

    def _do(self, *statements: Any) -> int:
        """Runs the statements in one transaction; how many rows the last one touched."""
        count = 0
        with clear_errors(self.address), self._engine.begin() as connection:
            for statement in statements:
                count = connection.execute(statement).rowcount
        return count

    # -- users ----------------------------------------------------------------------------------------------------

    def add_user(self, login: str, name: str, role: Role, password: str, *, now: datetime) -> User:
        """A new account; ``password`` is already hashed. Raises UsageError where the login is taken."""
        found = User(id=_id(), login=login.casefold(), name=name, role=role, password=password)
        row = {"id": found.id, "login": found.login, "name": name, "role": role, "password": password}
        with clear_errors(self.address):
            try:
                with self._engine.begin() as connection:
                    connection.execute(insert(user).values(**row, created=moment(now)))
            except IntegrityError as error:
                raise UsageError(f"{login}: there is such an account already") from error
        return found

    def user(self, login: str) -> User | None:
        rows = self._all(select(user).where(user.c.login == login.casefold()))
        return _user(rows[0]) if rows else None

    def users(self) -> list[User]:
        return [_user(row) for row in self._all(select(user).order_by(user.c.login))]

    def change_user(self, login: str, *, now: datetime, **fields: str | None) -> bool:
        """Changes role, password or name, or disables. Ends the account's sessions; False where there is none."""
        found = self.user(login)
        if found is None:
            return False
        self._do(
            update(user).where(user.c.id == found.id).values(**fields),
            delete(session).where(session.c.user == found.id),
        )
        self.note_down(found.login, "account changed", found.id, ", ".join(sorted(fields)), now=now)
        return True

    # -- sessions and tokens --------------------------------------------------------------------------------------

    def begin_session(self, who: User, *, now: datetime, hours: int) -> str:
        """A new session; the secret that its cookie holds. Sessions that have ended are forgotten on the way."""
        token = secrets.token_urlsafe(32)
        row = {"token": digest(token), "user": who.id, "csrf": secrets.token_urlsafe(24), "created": moment(now)}
        self._do(
            delete(session).where(session.c.expires <= moment(now)),
            insert(session).values(**row, expires=moment(now + timedelta(hours=hours))),
        )
        return token

    def session(self, token: str, *, now: datetime) -> Session | None:
        query = (
            select(user, session.c.csrf)
            .join(session, session.c.user == user.c.id)
            .where(session.c.token == digest(token), session.c.expires > moment(now), user.c.disabled.is_(None))
        )
        rows = self._all(query)
        return Session(_user(rows[0]), rows[0].csrf) if rows else None

    def end_session(self, token: str) -> None:
        self._do(delete(session).where(session.c.token == digest(token)))

    def add_token(self, who: User, label: str, *, now: datetime) -> str:
        """A new API token; only its digest is kept."""
        token = f"lgt_{secrets.token_urlsafe(32)}"
        self._do(insert(api_token).values(token=digest(token), user=who.id, label=label, created=moment(now)))
        return token

    def tokens(self, who: User) -> list[tuple[str, str]]:
        """(digest, label) of an account's tokens."""
        rows = self._all(select(api_token).where(api_token.c.user == who.id).order_by(api_token.c.created))
        return [(row.token, row.label) for row in rows]

    def drop_token(self, who: User, token_digest: str) -> None:
        self._do(delete(api_token).where(api_token.c.user == who.id, api_token.c.token == token_digest))

    def bearer(self, token: str) -> User | None:
        """The account that an API token belongs to."""
        query = select(user).join(api_token, api_token.c.user == user.c.id)
        rows = self._all(query.where(api_token.c.token == digest(token), user.c.disabled.is_(None)))
        return _user(rows[0]) if rows else None

    # -- notes ----------------------------------------------------------------------------------------------------

    def add_note(
        self, entry: str, who: User, name: str, text: str, *, parent: str | None, status: NoteStatus, now: datetime
    ) -> Note:
        """A note on an engagement, or a reply to one of its notes. Raises UsageError where the parent is elsewhere."""
        if parent is not None:
            above = self.note(parent)
            if above is None or above.entry != entry:
                raise UsageError("the note to reply to is not here any more")
        found = Note(
            id=_id(), entry=entry, parent=parent, user=who.id, name=name, text=text, status=status, created=now
        )
        self._do(
            insert(note).values(
                id=found.id, entry=entry, parent=parent, user=who.id, name=name, text=text, status=status,
                created=moment(now),
            )
        )  # fmt: skip
        self.note_down(who.login, f"note {status}", found.id, entry, now=now)
        return found

    def note(self, name: str) -> Note | None:
        rows = self._all(select(note).where(note.c.id == name))
        return _note(rows[0]) if rows else None

    def notes(self, entry: str, *, everything: bool = False) -> list[Note]:
        """An engagement's notes, oldest first: the approved ones, or ``everything`` that was not removed."""
        statuses = ("approved", "held") if everything else ("approved",)
        query = select(note).where(note.c.entry == entry, note.c.status.in_(statuses))
        return [_note(row) for row in self._all(query.order_by(note.c.created, note.c.id))]

    def notes_mark(self, entry: str) -> str:
        """A word that differs whenever the notes shown on an engagement do."""
        return self._notes_word(note.c.entry == entry)

    def notes_edition(self) -> str:
        """A word that differs whenever the notes shown on any engagement do."""
        return self._notes_word(true())

    def _notes_word(self, which: Any) -> str:
        """How many were written, and what was last done to one of them: every approval and removal is in the log."""
        written = select(func.count()).select_from(note).where(which).scalar_subquery()
        moderated = select(func.max(log.c.seq)).join(note, note.c.id == log.c.target).where(which).scalar_subquery()
        row = self._all(select(written, moderated))[0]
        return f"{row[0]}-{row[1]}"

    def held(self, *, limit: int = 100) -> list[Note]:
        """Notes that wait for a moderator, oldest first."""
        query = select(note).where(note.c.status == "held").order_by(note.c.created).limit(limit)
        return [_note(row) for row in self._all(query)]

    def moderate(self, name: str, status: NoteStatus, who: User, *, reason: str, now: datetime) -> bool:
        """Approves, holds or removes a note, and writes it down. False where there is none."""
        if self._do(update(note).where(note.c.id == name).values(status=status)) == 0:
            return False
        self.note_down(who.login, f"note {status}", name, reason, now=now)
        return True

    # -- the log --------------------------------------------------------------------------------------------------

    def note_down(self, who: str, action: str, target: str, detail: str, *, now: datetime) -> None:
        self._do(insert(log).values(moment=moment(now), user=who, action=action, target=target, detail=detail))

    def log(self, *, limit: int = 200) -> list[LogLine]:
        """What was done, newest first."""
        return [
            LogLine(moment=as_moment(r.moment), user=r.user, action=r.action, target=r.target, detail=r.detail)
            for r in self._all(select(log).order_by(log.c.seq.desc()).limit(limit))
        ]

    # -- watch lists ----------------------------------------------------------------------------------------------

    def add_watch(
        self, who: User, name: str, query: str, *, hook: str | None, mail: str | None, now: datetime
    ) -> Watch:
        found = Watch(
            id=_id(), user=who.id, name=name, query=query, hook=hook, secret=secrets.token_urlsafe(32), mail=mail,
            told=now.astimezone(UTC),
        )  # fmt: skip
        row = {n: getattr(found, n) for n in ("id", "user", "name", "query", "hook", "secret", "mail")}
        self._do(insert(watch).values(**row, created=moment(now), told=moment(now)))
        return found

    def watches(self, who: User | None = None) -> list[Watch]:
        """An account's watch lists, or all."""
        query = select(watch).order_by(watch.c.created, watch.c.id)
        return [_watch(row) for row in self._all(query if who is None else query.where(watch.c.user == who.id))]

    def drop_watch(self, who: User, name: str) -> bool:
        mine = select(watch.c.id).where(watch.c.id == name, watch.c.user == who.id)
        self._do(delete(delivery).where(delivery.c.watch.in_(mine)))
        return self._do(delete(watch).where(watch.c.id == name, watch.c.user == who.id)) > 0

    def tell(self, one: Watch, bodies: dict[str, str], *, told: datetime, now: datetime) -> None:
        """Puts a watch list's news on its ways (``hook``, ``mail``) and moves ``told`` on, both or neither."""
        due = moment(now)
        self._do(
            update(watch).where(watch.c.id == one.id).values(told=moment(told)),
            *(
                insert(delivery).values(
                    id=_id(), watch=one.id, way=way, body=body, tries=0, due=due, status="waiting", problem=None
                )
                for way, body in bodies.items()
            ),
        )

    def due(self, *, now: datetime, limit: int = 50) -> list[tuple[Delivery, Watch]]:
        """Deliveries whose time has come, with their watch lists."""
        query = select(delivery).where(delivery.c.status == "waiting", delivery.c.due <= moment(now))
        rows = self._all(query.order_by(delivery.c.due).limit(limit))
        known = {w.id: w for w in self.watches()}
        return [(_delivery(row), known[row.watch]) for row in rows if row.watch in known]

    def settle(self, one: Delivery, *, status: str, tries: int, due: datetime, problem: str | None) -> None:
        """Writes down how a delivery went."""
        values = {"status": status, "tries": tries, "due": moment(due), "problem": problem}
        self._do(update(delivery).where(delivery.c.id == one.id).values(**values))

    def deliveries(self, watch_id: str, *, limit: int = 20) -> list[Delivery]:
        query = select(delivery).where(delivery.c.watch == watch_id).order_by(delivery.c.due.desc()).limit(limit)
        return [_delivery(row) for row in self._all(query)]


def _user(row: Any) -> User:
    return User(
        id=row.id, login=row.login, name=row.name, role=row.role, password=row.password,
        is_disabled=row.disabled is not None,
    )  # fmt: skip


def _note(row: Any) -> Note:
    return Note(
        id=row.id, entry=row.entry, parent=row.parent, user=row.user, name=row.name, text=row.text, status=row.status,
        created=as_moment(row.created),
    )  # fmt: skip


def _watch(row: Any) -> Watch:
    return Watch(
        id=row.id, user=row.user, name=row.name, query=row.query, hook=row.hook, secret=row.secret, mail=row.mail,
        told=as_moment(row.told),
    )  # fmt: skip


def _delivery(row: Any) -> Delivery:
    return Delivery(
        id=row.id, watch=row.watch, way=row.way, body=row.body, tries=row.tries, due=as_moment(row.due),
        status=row.status, problem=row.problem,
    )  # fmt: skip
