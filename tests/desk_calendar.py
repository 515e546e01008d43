"""A calendar filled for the tests of the desk: made-up pages in a real store, with one of everything a page can show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from legation.records import (
    ArticleRecord,
    Dates,
    Engagement,
    Evidence,
    Participant,
    Past,
    ReaderStamp,
    Record,
    Speaker,
    Statement,
)
from legation.store import Store, open_calendar

# The desk's today in every test.
TODAY = datetime(2031, 5, 12, 8, 0, tzinfo=UTC)
MARKUP = '<script>alert("x")</script><img src=x onerror=alert(1)> & "quoted" \'too\''


class FixedClock:
    """A clock that stands still, or is moved by hand."""

    def __init__(self, moment: datetime = TODAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class _Text:
    """One page's text; finds the words that a claim rests on."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: str) -> tuple[int, int]:
        start = self.text.index(words)
        return start, start + len(words)

    def evidence(self, words: str) -> Evidence:
        start, end = self.at(words)
        return Evidence(start, end, words)

    def who(self, words: str, name: str, office: str, country: str, role: str) -> Participant:
        start, end = self.at(words)
        return Participant(name=name, office=office, country=country, role=role, start=start, end=end)  # type: ignore[arg-type]

    def days(self, words: str, first: date, last: date, precision: str = "day") -> Dates:
        start, end = self.at(words)
        return Dates(words=words, earliest=first, latest=last, precision=precision, start=start, end=end)  # type: ignore[arg-type]


def page(
    name: str, site: str, title: str, day: date, text: str, *engagements: Engagement, said: tuple[Statement, ...] = ()
) -> Record:
    return Record(
        article=ArticleRecord(
            url=f"https://{name}.example/{day.isoformat()}", title=title, published=day, section="World", site=site,
            language="en", text=text,
        ),
        engagements=engagements,
        statements=said,
        reader=ReaderStamp("0", "0", "made up"),
    )  # fmt: skip


def _borin(text: _Text, status: str, words: str, when: Dates | None = None, **more: object) -> Engagement:
    people = (
        text.who("Ada Borin", "Ada Borin", "Foreign Minister", "NZ", "traveller"),
        text.who("Temur Qodirov", "Temur Qodirov", "President", "UZ", "host"),
    )
    return Engagement(
        kind="visit", status=status, participants=people, host_country="UZ", place="Tashkent",  # type: ignore[arg-type]
        when=when or Dates(), evidence=(text.evidence(words),), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def announced() -> Record:
    t = _Text(
        "New Zealand's foreign minister Ada Borin will visit Uzbekistan on May 20, her office said. "
        "She will meet President Temur Qodirov in Tashkent.\n\n"
        '"We look forward to frank talks," spokeswoman Hana Ito said.'
    )
    said = Statement(
        speaker=Speaker(name="Hana Ito", office="spokeswoman", country="NZ"), cue="say", kind="direct",
        content="We look forward to frank talks,", start=t.text.index('"We'), end=len(t.text),
    )  # fmt: skip
    days = t.days("on May 20", date(2031, 5, 20), date(2031, 5, 20))
    story = _borin(t, "announced", "Ada Borin will visit Uzbekistan on May 20", days, topics=("trade",))
    return page("harbour", "Harbour Post", "Borin to visit Tashkent", date(2031, 4, 2), t.text, story, said=(said,))


def postponed() -> Record:
    t = _Text(
        "The visit of Ada Borin to Tashkent, planned for May 20, has been postponed after floods cut the capital off, "
        "spokeswoman Hana Ito said. No new date has been set. President Temur Qodirov will call her."
    )
    past = Past(
        status="announced", when=t.days("May 20", date(2031, 5, 20), date(2031, 5, 20)),
        evidence=t.evidence("planned for May 20"),
    )  # fmt: skip
    story = _borin(t, "postponed", "has been postponed", history=(past,), no_date_set=True)
    return page("silk", "Silk Road Wire", "Floods put off Borin's trip", date(2031, 5, 10), t.text, story)


def denied() -> Record:
    t = _Text(
        "Ada Borin will visit Tashkent on May 20 as planned, said the office of Temur Qodirov, "
        "and called reports of a delay untrue."
    )
    days = t.days("on May 20", date(2031, 5, 20), date(2031, 5, 20))
    return page(
        "steppe", "Steppe Herald", "Visit goes ahead, says Tashkent", date(2031, 5, 11), t.text,
        _borin(t, "confirmed", "will visit Tashkent on May 20 as planned", days),
    )  # fmt: skip


def summit() -> Record:
    t = _Text("Ine Dahl of Norway and Rui Costa of Portugal will meet in Geneva on May 15 for the water summit.")
    people = (
        t.who("Ine Dahl", "Ine Dahl", "Prime Minister", "NO", "party"),
        t.who("Rui Costa", "Rui Costa", "President", "PT", "party"),
    )
    days = t.days("on May 15", date(2031, 5, 15), date(2031, 5, 15))
    story = Engagement(
        kind="summit", status="announced", participants=people, host_country="CH", place="Geneva",
        occasion="the water summit", when=days, evidence=(t.evidence("will meet in Geneva on May 15"),),
    )  # fmt: skip
    return page("fjord", "Fjord Times", "Leaders to meet in Geneva", date(2031, 5, 11), t.text, story)


def vague() -> Record:
    t = _Text("Keiko Mori may travel to Peru in the coming weeks, a Japanese official said.")
    story = Engagement(
        kind="visit", status="expected", certainty="likely", host_country="PE",
        participants=(t.who("Keiko Mori", "Keiko Mori", "Trade Minister", "JP", "traveller"),),
        when=t.days("in the coming weeks", date(2031, 5, 12), date(2031, 6, 22), "window"),
        evidence=(t.evidence("may travel to Peru in the coming weeks"),),
    )  # fmt: skip
    return page("andes", "Andes Journal", "Mori may come to Lima", date(2031, 5, 12), t.text, story)


def undated() -> Record:
    t = _Text("Kenya has invited Tariq Aziz-Shah of Pakistan; no date has been set.")
    story = Engagement(
        kind="visit", status="proposed", host_country="KE", no_date_set=True,
        participants=(t.who("Tariq Aziz-Shah", "Tariq Aziz-Shah", "Prime Minister", "PK", "traveller"),),
        evidence=(t.evidence("has invited Tariq Aziz-Shah"),),
    )  # fmt: skip
    return page("rift", "Rift Valley News", "Kenya invites Aziz-Shah", date(2031, 5, 9), t.text, story)


def passed() -> Record:
    t = _Text("Lea Brun of France will call Omar Diallo of Senegal on April 20, the palace said.")
    story = Engagement(
        kind="call", status="announced",
        participants=(
            t.who("Lea Brun", "Lea Brun", "President", "FR", "party"),
            t.who("Omar Diallo", "Omar Diallo", "President", "SN", "party"),
        ),
        when=t.days("on April 20", date(2031, 4, 20), date(2031, 4, 20)),
        evidence=(t.evidence("will call Omar Diallo of Senegal on April 20"),),
    )  # fmt: skip
    return page("dakar", "Dakar Daily", "Brun to call Diallo", date(2031, 4, 15), t.text, story)


def hostile() -> Record:
    t = _Text(f"Minister {MARKUP} of Chile met Ana Reyes of Mexico on May 6. {MARKUP} said so.")
    people = (
        t.who(MARKUP, MARKUP, MARKUP, "CL", "party"),
        t.who("Ana Reyes", "Ana Reyes", "Foreign Minister", "MX", "party"),
    )
    story = Engagement(
        kind="meeting", status="held", participants=people, host_country="MX", place=MARKUP, occasion=MARKUP,
        topics=(MARKUP,), when=t.days("on May 6", date(2031, 5, 6), date(2031, 5, 6)),
        evidence=(t.evidence(f"Minister {MARKUP} of Chile met Ana Reyes"),),
    )  # fmt: skip
    said = Statement(speaker=Speaker(name=MARKUP, country="CL"), kind="direct", content=MARKUP, start=0, end=9)
    return page("evil", MARKUP, MARKUP, date(2031, 5, 7), t.text, story, said=(said,))


STORY = (announced, postponed, denied)
ALL = (announced, postponed, denied, summit, vague, undated, passed, hostile)


def filled(path: Path | str, *records: Record) -> Store:
    """A store at ``path`` with these records, or with all of the above; learned yesterday and today."""
    store = open_calendar(str(path))
    for number, record in enumerate(records or tuple(make() for make in ALL)):
        store.add(record, learned=datetime(2031, 5, 11, 18, number, tzinfo=UTC))
    return store


EVERYWHERE = [
    "/", "/calendar", "/calendar?month=2031-04", "/engagements", "/engagements?layout=print", "/search",
    "/search?q=visit", "/sections", "/sections/oceania", "/countries/NZ", "/countries/EU", "/countries/NZ/UZ",
    "/people/Ada%20Borin", "/about", "/no-such-page", "/engagements?status=nonsense",
]  # fmt: skip


def every_page(store: Store) -> list[str]:
    """One address of every kind of page, errors included, and those of every engagement and article."""
    found = [f"/engagements/{e.id}" for e in store.entries()]
    return [*EVERYWHERE, *found, *(f"/articles/{p.id}" for p in store.pages())]
