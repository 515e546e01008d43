"""The who's who in the tables: claims of pages, the lines they make, corrections of names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, delete, false, func, insert, select

from legation.errors import UsageError
from legation.ledger.office_claims import Source, line_of, lines_of, office_claims_of, search_words
from legation.ledger.persons import line_from_file, line_from_holder, told_by_people
from legation.ledger.who_is_who import Wanted, WhoIsWho, completed_state, wanted_for
from legation.records import Entry, Holder, KnownOffice, NameCorrection, OfficeClaim, Record, Revision, Who
from legation.rules.office_claims import office_claim_rules
from legation.rules.offices import office_rules
from legation.store import _prepared as prepared
from legation.store import schema
from legation.store._json import as_day, as_moment, day, moment, read, text_of

_MOST = 400
"""Values in one IN list; beyond that everything is read, which is quicker."""


# -- writing -----------------------------------------------------------------------------------------------------------


def insert_office_claims(connection: Connection, record: Record, page: str, *, learned: datetime) -> None:
    """Stores what a page says of offices and brings the lines it stands behind up to date."""
    claims = tuple(office_claims_of(record, page=page, learned=learned))
    if not claims:
        return
    holders = {c.holder: c for c in claims}
    rows = connection.execute(prepared.HOLDERS, {"ids": sorted(holders)})
    known = {row.id: read(row.body, Holder) for row in rows}
    for line in sorted(holders.keys() - known.keys()):
        first = holders[line]
        connection.execute(
            insert(schema.office_holder),
            {"id": line, "side": first.side, "office_class": first.office_class, "last_said": "", "body": ""},
        )
        words = [{"word": word, "holder": line} for word in sorted(search_words(first.name))]
        connection.execute(insert(schema.office_holder_word), words)
    connection.execute(
        insert(schema.office_claim),
        [
            {"id": c.id, "page": c.page, "holder": c.holder, "said_on": day(c.said_on), "start": c.start,
             "body": text_of(c)}
            for c in claims
        ],
    )  # fmt: skip
    _refresh(connection, [line for line in holders if not _goes_on(connection, known.get(line), holders[line])])


def _goes_on(connection: Connection, line: Holder | None, claim: OfficeClaim) -> bool:
    """Whether a claim changes no more of a line than its last day, which is then written: so it is, nearly always, with
    those of whom everybody writes."""
    if line is None or not line.is_settled or (claim.said_on, claim.page) <= (line.first_said, line.page):
        return False
    if claim.said_on > line.last_said:
        made = replace(line, last_said=claim.said_on)
        _write(connection, line.id, made)
    return True


def withdraw_office_claims(connection: Connection, page: str) -> None:
    """Takes out what a page says of offices."""
    claim = schema.office_claim.c
    lines = connection.scalars(select(claim.holder).where(claim.page == page).distinct()).all()
    connection.execute(delete(schema.office_claim).where(claim.page == page))
    _refresh(connection, lines)


def refresh_lines_of_pages(connection: Connection, pages: Collection[str]) -> None:
    """Brings the lines behind which pages stand up to date, where their dispatch has changed."""
    if not pages:
        return
    claim = schema.office_claim.c
    _refresh(connection, connection.scalars(select(claim.holder).where(claim.page.in_(sorted(pages))).distinct()).all())


def _refresh(connection: Connection, lines: Iterable[str]) -> None:
    """Works lines out anew from their claims; one without claims goes."""
    for line in sorted(lines):
        made = line_of(_decisive(connection, line))
        holder, word = schema.office_holder.c, schema.office_holder_word.c
        if made is None:
            connection.execute(delete(schema.office_holder_word).where(word.holder == line))
            connection.execute(delete(schema.office_holder).where(holder.id == line))
        else:
            _write(connection, line, made)


def _write(connection: Connection, line: str, made: Holder) -> None:
    values = {"holder": line, "last_day": day(made.last_said), "line": text_of(made)}
    connection.execute(prepared.WRITE_HOLDER, values)


def _decisive(connection: Connection, line: str) -> list[Source]:
    """The claims of a line that decide what it is: the first, the last, and one of a second dispatch. What this costs
    does not grow with the number of claims."""
    asked = {"holder": line}
    first = connection.execute(prepared.FIRST_CLAIM, asked).one_or_none()
    if first is None:
        return []
    last = connection.execute(prepared.LAST_CLAIM, asked).one()
    second = connection.execute(prepared.CLAIM_OF_ANOTHER, {**asked, "dispatch": first.dispatch}).one_or_none()
    return [_source(row) for row in (first, last, second) if row is not None]


def _source(row: object) -> Source:
    return Source(read(row.body, OfficeClaim), row.dispatch)  # type: ignore[attr-defined]


# -- corrections -------------------------------------------------------------------------------------------------------


def correct_name(connection: Connection, correction: NameCorrection, *, learned: datetime) -> None:
    """Keeps a correction. Raises UsageError where it says nothing or nobody says it."""
    if not correction.person.strip() or not correction.reason.strip():
        raise UsageError("a correction needs the person's name and a reason")
    if not search_words(correction.one) or search_words(correction.one) == search_words(correction.other):
        raise UsageError("a correction of names needs two names that differ")
    connection.execute(
        insert(schema.name_correction).values(
            kind=correction.kind,
            one=correction.one,
            other=correction.other,
            person=correction.person,
            reason=correction.reason,
            said_on=day(correction.said_on),
            learned=moment(learned),
        )
    )


def name_corrections(connection: Connection, *, learned_by: datetime | None = None) -> tuple[NameCorrection, ...]:
    """Every correction of names, oldest first; of those learned by a moment, where one is given."""
    table = schema.name_correction
    query = select(table).order_by(table.c.seq)
    if learned_by is not None:
        query = query.where(table.c.learned <= moment(learned_by))
    return tuple(
        NameCorrection(
            kind=row.kind,
            one=row.one,
            other=row.other,
            person=row.person,
            reason=row.reason,
            said_on=as_day(row.said_on),
            learned=as_moment(row.learned),
        )
        for row in connection.execute(query)
    )


# -- reading -----------------------------------------------------------------------------------------------------------


def who_is_who(
    connection: Connection,
    wanted: Wanted | None,
    known: Sequence[KnownOffice],
    *,
    as_of: date | None,
    said_by: date | None = None,
    learned_by: datetime | None = None,
) -> WhoIsWho:
    """The who's who that is ``wanted`` (None: all of it), of the calendar's pages and of ``known``, a file's lines that
    can be trusted up to ``as_of``; no more than had been said by ``said_by`` and learned by ``learned_by``, where they
    are given. What people have put right about names holds whenever it was said."""
    corrections = name_corrections(connection, learned_by=learned_by)
    told = told_by_people(corrections)
    if wanted is not None:
        wanted = _widened(wanted, corrections)
    lines = [line_from_holder(h) for h in _lines(connection, wanted, said_by, learned_by)]
    lines += [line_from_file(k) for k in known_by(known, said_by) if wanted is None or _is_wanted(k, wanted)]
    if said_by is not None and as_of is not None:
        as_of = min(as_of, said_by)
    return WhoIsWho(lines, told, office_rules(), office_claim_rules(), as_of=as_of)


def _widened(wanted: Wanted, corrections: Sequence[NameCorrection]) -> Wanted:
    """With the words of every name that people have spoken of together with one that is wanted."""
    words = set(wanted.words)
    for correction in corrections:
        both = search_words(correction.one) | search_words(correction.other)
        if both & wanted.words:
            words |= both
    return Wanted(frozenset(words), wanted.offices)


def _is_wanted(known: KnownOffice, wanted: Wanted) -> bool:
    if (known.country or known.organisation or "", known.office_class) in wanted.offices:
        return True
    return any(search_words(name) & wanted.words for name in (known.name, *known.aliases))


def _lines(
    connection: Connection, wanted: Wanted | None, said_by: date | None, learned_by: datetime | None
) -> list[Holder]:
    holder = schema.office_holder.c
    condition = _condition(wanted)
    if learned_by is None:
        rows = connection.execute(select(holder.last_said, holder.body).where(condition).order_by(holder.id))
        lines = [(row.last_said, read(row.body, Holder)) for row in rows]
        if said_by is None:
            return [line for _, line in lines]
        begun = [line for _, line in lines if line.first_said <= said_by]
        went_on = {line.id for last, line in lines if last > said_by.isoformat()}
        cut = _cut_off(connection, [line for line in begun if line.id in went_on], said_by)
        return [cut.get(line.id, line) for line in begun]
    claim, page = schema.office_claim.c, schema.page.c
    conditions = [condition, page.learned <= moment(learned_by)]
    if said_by is not None:
        conditions.append(claim.said_on <= day(said_by))
    rows = connection.execute(
        select(claim.body, page.dispatch)
        .join(schema.page, page.id == claim.page)
        .join(schema.office_holder, holder.id == claim.holder)
        .where(*conditions)
    )
    return list(lines_of([_source(row) for row in rows]))


def _cut_off(connection: Connection, lines: Sequence[Holder], said_by: date) -> dict[str, Holder]:
    """Lines, begun by a day and told of after it, as they were then: the first claim makes most of a line, so that its
    last day and whether there was a second dispatch is all that may differ."""
    claim, page = schema.office_claim.c, schema.page.c
    found: dict[str, Holder] = {}
    for start in range(0, len(lines), _MOST):
        part = {line.id: line for line in lines[start : start + _MOST]}
        rows = connection.execute(
            select(claim.holder, func.max(claim.said_on).label("last"), func.count(page.dispatch.distinct()).label("n"))
            .join(schema.page, page.id == claim.page)
            .where(claim.holder.in_(sorted(part)), claim.said_on <= day(said_by))
            .group_by(claim.holder)
        )
        for row in rows:
            found[row.holder] = replace(part[row.holder], last_said=as_day(row.last), is_settled=row.n > 1)
    return found


def known_by(known: Iterable[KnownOffice], said_by: date | None) -> Iterator[KnownOffice]:
    """A file's lines as they could be known on a day: who was in office by then, none of whom had left later."""
    for line in known:
        if said_by is None or line.since is None or line.since <= said_by:
            is_open = said_by is not None and line.until is not None and line.until > said_by
            yield replace(line, until=None) if is_open else line


def _condition(wanted: Wanted | None) -> ColumnElement[bool]:
    holder, word = schema.office_holder.c, schema.office_holder_word.c
    if wanted is None or len(wanted.words) + len(wanted.offices) > _MOST:
        return holder.id.is_not(None)
    condition: ColumnElement[bool] = false()
    if wanted.words:
        condition = condition | holder.id.in_(select(word.holder).where(word.word.in_(sorted(wanted.words))))
    for side, office_class in sorted(wanted.offices):
        condition = condition | ((holder.side == side) & (holder.office_class == office_class))
    return condition


def completed_entries(
    connection: Connection,
    entries: Sequence[Entry],
    known: Sequence[KnownOffice],
    *,
    as_of: date | None,
    said_by: date | None = None,
    learned_by: datetime | None = None,
) -> list[Entry]:
    """Engagements with their participants completed by the who's who, as ``who_is_who`` has it."""
    # A whole calendar may pass here: those who plainly have all there is to say are not even looked at.
    particles = office_rules().words.names.particles
    short = {
        entry.id for entry in entries if not all(_is_plainly_whole(w, particles) for w in entry.state.participants)
    }
    people = {who for entry in entries if entry.id in short for who in entry.state.participants}
    wanted = wanted_for(people, office_rules(), office_claim_rules())
    if wanted == Wanted():
        return list(entries)
    found = who_is_who(connection, wanted, known, as_of=as_of, said_by=said_by, learned_by=learned_by)
    made = []
    for entry in entries:
        state = completed_state(entry.state, entry.last_said, found) if entry.id in short else entry.state
        made.append(entry if state is entry.state else replace(entry, state=state))
    return made


def _is_plainly_whole(who: Who, particles: Collection[str]) -> bool:
    """``is_whole``, without folding the name: a name of several words that begins with no particle."""
    if not (who.name and who.office and (who.country or who.organisation)):
        return False
    first, _, rest = who.name.partition(" ")
    return len(first) > 1 and len(rest) > 1 and first.lower() not in particles


def completed_revisions(
    connection: Connection,
    revisions: Sequence[Revision],
    known: Sequence[KnownOffice],
    *,
    as_of: date | None,
    said_by: date | None = None,
    learned_by: datetime | None = None,
) -> tuple[Revision, ...]:
    """Revisions with the participants of their states completed, each as of its own day."""
    people = {who for revision in revisions for who in revision.state.participants}
    wanted = wanted_for(people, office_rules(), office_claim_rules())
    if wanted == Wanted():
        return tuple(revisions)
    found = who_is_who(connection, wanted, known, as_of=as_of, said_by=said_by, learned_by=learned_by)
    return tuple(replace(r, state=completed_state(r.state, r.said_on, found)) for r in revisions)


def office_claims_in(connection: Connection, condition: ColumnElement[bool]) -> tuple[OfficeClaim, ...]:
    """Claims that meet a condition, by day, page and place."""
    bodies = connection.scalars(select(schema.office_claim.c.body).where(condition))
    return tuple(sorted((read(b, OfficeClaim) for b in bodies), key=lambda c: (c.said_on, c.page, c.start)))


# -- checking ----------------------------------------------------------------------------------------------------------


def misplaced_claims(connection: Connection) -> Iterator[str]:
    """Claims whose words are not where they say."""
    claim, page = schema.office_claim.c, schema.page.c
    rows = connection.execute(select(claim.id, claim.body, page.text).join(schema.page, page.id == claim.page))
    for row in rows:
        found = read(row.body, OfficeClaim)
        if row.text[found.start : found.end] != found.words:
            yield row.id


def lines_that_differ(connection: Connection) -> Iterator[str]:
    """Lines that are not what their claims make, or cannot be found by every word of their name."""
    holder, word = schema.office_holder.c, schema.office_holder_word.c
    for row in connection.execute(select(holder.id, holder.side, holder.office_class, holder.last_said, holder.body)):
        made = line_of(_decisive(connection, row.id))
        stored = (row.side, row.office_class, row.last_said, read(row.body, Holder))
        words = set(connection.scalars(select(word.word).where(word.holder == row.id)))
        is_same = made and stored == (made.side, made.office_class, day(made.last_said), made)
        if made is None or not is_same or words != search_words(made.name):
            yield row.id
