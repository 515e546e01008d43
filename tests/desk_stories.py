"""Engagements for the tests of publishing and of the site: made up, each showing one thing that feeds must not lose."""

from __future__ import annotations

from datetime import UTC, date, datetime

from legation.publish.dossier import Dossier, Source
from legation.records import Change, Claim, Dates, Entry, Revision, Speaker, State, StatedCause, Who

BORIN = Who(name="Ada Borin", office="Foreign Minister", country="NZ", role="traveller")
TEMUR = Who(name="Temur Qodirov", office="President", country="UZ", role="host")
HOSTILE = '=cmd|"/c calc"!A1 <script>alert("x")</script> & \t\r\n\x0b ; , \\ end'


def moment(day: int, hour: int = 9, month: int = 5) -> datetime:
    return datetime(2031, month, day, hour, 30, tzinfo=UTC)


def on(day: date, words: str = "on the day") -> Dates:
    return Dates(words=words, earliest=day, latest=day, precision="day")


def month(year: int, number: int) -> Dates:
    last = {2: 28, 4: 30, 6: 30}.get(number, 31)
    return Dates(
        words=f"in month {number}", earliest=date(year, number, 1), latest=date(year, number, last), precision="month"
    )


def window() -> Dates:
    return Dates(words="in the coming weeks", earliest=date(2031, 5, 12), latest=date(2031, 6, 23), precision="window")


def entry(name: str = "e1", *, state: State, sequence: int = 0, **more: object) -> Entry:
    given = {
        "sources": 2, "pages": 3, "outlets": ("Harbour Post", "Silk Road Wire"), "first_said": date(2031, 4, 2),
        "last_said": date(2031, 5, 10), "learned": moment(2, month=4), "updated": moment(10),
    }  # fmt: skip
    return Entry(id=name, sequence=sequence, state=state, **(given | more))  # type: ignore[arg-type]


def planned(when: Dates | None = None, *, status: str = "announced", **more: object) -> State:
    given = {"kind": "visit", "participants": (BORIN, TEMUR), "host_country": "UZ", "place": "Tashkent"}
    return State(status=status, when=when, **(given | more))  # type: ignore[arg-type]


def announced() -> Dossier:
    """A visit on a known day."""
    return Dossier(
        entry=entry(state=planned(on(date(2031, 5, 20)), topics=("trade", "water"))),
        revisions=(revision(0, planned(on(date(2031, 5, 20))), "status", None, "announced", date(2031, 4, 2)),),
        sources=sources(),
        address="https://desk.example/engagements/e1",
    )


def postponed() -> Dossier:
    """The same visit, put off without a new date because of a flood."""
    state = planned(
        on(date(2031, 5, 20)),
        status="postponed",
        no_date_set=True,
        cause=StatedCause(words="after floods cut the capital off", type="weather", page="p3", start=40, end=72),
    )
    first = announced()
    second = revision(1, state, "status", "announced", "postponed", date(2031, 5, 10))
    return Dossier(
        entry=entry(state=state, sequence=1),
        revisions=(*first.revisions, second),
        sources=sources(),
        address=first.address,
    )


def moved() -> Dossier:
    """The same visit with a new date: a month."""
    state = planned(month(2031, 6), status="rescheduled", previous=on(date(2031, 5, 20)))
    return Dossier(entry=entry(state=state, sequence=2), sources=sources(), address=announced().address)


def undated() -> Dossier:
    """An invitation with no date at all."""
    state = planned(None, status="proposed", no_date_set=True, certainty="possible")
    return Dossier(entry=entry("e-undated", state=state), address="https://desk.example/engagements/e-undated")


def vague() -> Dossier:
    """A trip in the coming weeks."""
    return Dossier(entry=entry("e-vague", state=planned(window(), status="expected", certainty="likely")))


def summit() -> Dossier:
    """Three states, held, in a fourth; with no address and no sources known."""
    people = tuple(Who(name=n, country=c) for n, c in (("Ine Dahl", "NO"), ("Rui Sá", "PT"), ("Mai Lê", "VN")))
    state = State(
        kind="summit", status="held", participants=(*people, Who(organisation="UN")), host_country="CH",
        place="Geneva", occasion="the water summit",
        when=Dates(words="3-4 May", earliest=date(2031, 5, 3), latest=date(2031, 5, 4), precision="day"),
    )  # fmt: skip
    return Dossier(entry=entry("e-summit", state=state, part_of="e1", parts=("e-vague",)))


def hostile() -> Dossier:
    """Text from pages that means harm to every format."""
    who = Who(name=HOSTILE, office=HOSTILE, country="XX", organisation=HOSTILE)
    state = planned(
        Dates(words=HOSTILE, earliest=date(2031, 5, 20), latest=date(2031, 5, 20), precision="day"),
        participants=(who,), place=HOSTILE, occasion=HOSTILE, topics=(HOSTILE,), host_country="ZZ",
        cause=StatedCause(words=HOSTILE, page="p", start=0, end=5),
    )  # fmt: skip
    source = Source(page="p", url="https://news.example/?a=1&b=<2>", outlet=HOSTILE, title=HOSTILE)
    return Dossier(
        entry=entry("e-hostile", state=state, outlets=(HOSTILE,)),
        revisions=(revision(0, state, "place", None, HOSTILE, date(2031, 5, 1), entry="e-hostile"),),
        sources=(source,),
    )


def everything() -> tuple[Dossier, ...]:
    return announced(), undated(), vague(), summit(), hostile()


def sources() -> tuple[Source, ...]:
    return (
        Source(
            page="p3", url="https://harbour.example/floods", outlet="Harbour Post",
            title="Floods put off Borin's trip", said_on=date(2031, 5, 10),
        ),
        Source(
            page="p1", url="https://silk.example/borin", outlet="Silk Road Wire",
            title="Borin to visit Tashkent", said_on=date(2031, 4, 2),
        ),
    )  # fmt: skip


def revision(
    number: int, state: State, field: str, before: str | None, after: str, said_on: date, *, entry: str = "e1"
) -> Revision:
    return Revision(
        entry=entry, number=number, said_on=said_on, state=state, learned=moment(said_on.day, month=said_on.month),
        changes=(Change(field=field, before=before, after=after, claim=f"c{number}"),), claims=(f"c{number}",),
    )  # fmt: skip


def claim(name: str, words: str, *, value: str = "postponed") -> Claim:
    return Claim(
        id=name, report="r1", page="p3", field="status", value=value, said_on=date(2031, 5, 10),
        speaker=Speaker(name="Hana Ito", office="spokeswoman", country="NZ"), start=10, end=10 + len(words), words=words,
    )  # fmt: skip
