"""A record as a person reads it on a terminal: each finding, who asserts it, and the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from legation.publish.words import (
    content_of,
    country_name,
    day,
    party_words,
    place_of,
    said_on_words,
    source_of,
    title_of,
    when_told,
)
from legation.records import Abstention, Engagement, Evidence, Incident, Record, Statement, Status
from legation.rules.publish import publish_words

STATUS_STYLE: dict[Status, str] = {
    "proposed": "yellow",
    "expected": "yellow",
    "announced": "cyan",
    "confirmed": "bold cyan",
    "under_way": "bold green",
    "held": "green",
    "postponed": "magenta",
    "rescheduled": "magenta",
    "cancelled": "red",
    "declined": "red",
    "denied": "red",
}

# Days are written before months.
_LOCALE = "en_GB"
LONGEST_WORDS = 200
"""Characters of a quotation shown in the summary; the JSON record has it whole."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Rows = Iterator[tuple[str, Text]]


def print_record(record: Record, source: str, out: Console) -> None:
    """Print everything the page says, news before background, then what was left open and why."""
    article = record.article
    out.print(_harmless(Text(article.title or article.url or source, style="bold")))
    known = [day(article.published, _LOCALE) if article.published else "no publication date"]
    known += [w for w in (article.section, article.site, article.url or source) if w]
    out.print(_harmless(Text(" · ".join(known), style="dim")))

    news = [e for e in record.engagements if not e.background]
    recalled = [e for e in record.engagements if e.background]
    _part(out, "Engagements", [(_title(e), _engagement(e, record)) for e in news])
    _part(out, "Recalled as background", [(_title(e), _engagement(e, record)) for e in recalled])
    _part(out, "Statements", [(_speaker(s), _statement(s, article.text)) for s in record.statements])
    _part(out, "Incidents", [(Text(f"“{_cut(i.words)}”"), _incident(i)) for i in record.incidents])
    _part(out, "Left open", [(Text(a.about), _abstention(a, record)) for a in record.abstentions])
    if not (record.engagements or record.statements or record.incidents):
        out.print()
        out.print(Text("No engagement between states, statement or incident found.", style="dim"))


def _part(out: Console, title: str, findings: list[tuple[Text, Rows]]) -> None:
    if not findings:
        return
    out.print()
    if out.is_terminal:
        out.print(Rule(Text(title, style="bold"), align="left", style="dim"))
    else:
        out.print(title.upper())
    for number, (heading, rows) in enumerate(findings, start=1):
        out.print(Text.assemble((f"{number:>2}  ", "dim"), _harmless(heading)))
        for label, words in rows:
            _row(out, label, _harmless(words))


def _row(out: Console, label: str, words: Text) -> None:
    if not out.is_terminal:
        out.print(Text.assemble(f"      {label:<8}", words))
        return
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", width=8)
    grid.add_column(overflow="fold")
    grid.add_row(label, words)
    out.print(Padding(grid, (0, 0, 0, 5)))


def _title(engagement: Engagement) -> Text:
    words = publish_words()
    heading = title_of(engagement, words, _LOCALE)
    title = Text.assemble((heading, "bold"), "  ")
    title.append(words.statuses[engagement.status].lower(), style=STATUS_STYLE[engagement.status])
    if engagement.certainty != "stated":
        title.append(f" ({engagement.certainty})", style="dim")
    return title


def _engagement(engagement: Engagement, record: Record) -> Rows:
    words = publish_words()
    for party in engagement.participants:
        role = "" if party.role == "party" else f"{party.role}: "
        yield "who", Text(f"{role}{party_words(party, words)}")
    yield "when", Text(when_told(engagement.when, words, no_date_set=engagement.no_date_set))
    where = place_of(engagement)
    if where:
        yield "where", Text(where)
    if engagement.occasion:
        yield "at", Text(engagement.occasion)
    if engagement.topics:
        yield "about", Text(", ".join(engagement.topics))
    if engagement.asserted_by is not None:
        said = record.statements[engagement.asserted_by]
        yield "says", Text(source_of(said, words))
    for evidence in engagement.evidence:
        yield "words", _quoted(evidence.text, evidence.start, evidence.end)
    for past in engagement.history:
        when = f", {when_told(past.when, words)}" if past.when else ""
        state = f"{words.statuses[past.status].lower()}{when}"
        yield "before", _told(state, past.evidence, is_repeated=past.evidence in engagement.evidence)
    if engagement.cause:
        kind = engagement.cause.type.replace("_", " ")
        yield "because", Text(f"{kind}: “{_cut(engagement.cause.words)}”")


def _told(state: str, evidence: Evidence, *, is_repeated: bool) -> Text:
    if is_repeated:
        return Text.assemble(state, (f"  [{evidence.start}:{evidence.end}]", "dim"))
    return Text.assemble(f"{state}  ", _quoted(evidence.text, evidence.start, evidence.end))


def _speaker(statement: Statement) -> Text:
    return Text.assemble((source_of(statement, publish_words()), "bold"), f"  {statement.kind}")


def _statement(statement: Statement, text: str) -> Rows:
    if statement.said_on and statement.said_on.earliest:
        said = said_on_words(statement.said_on, publish_words())
        yield "on", Text(said)
    elif statement.said_on and statement.said_on.words:
        yield "on", Text(f"“{statement.said_on.words}”")
    if statement.audience:
        yield "to", Text(statement.audience)
    yield "words", _quoted(content_of(statement, text), statement.start, statement.end)


def _incident(incident: Incident) -> Rows:
    between = [country_name(c) for c in (incident.actor_country, incident.target_country) if c]
    if between:
        yield "who", Text(" → ".join(between))
    yield "when", Text(when_told(incident.when, publish_words()))


def _abstention(abstention: Abstention, record: Record) -> Rows:
    yield "why", Text(abstention.reason)
    words = record.article.text[abstention.start : abstention.end]
    yield "words", _quoted(words, abstention.start, abstention.end)


def _quoted(words: str, start: int, end: int) -> Text:
    return Text.assemble((f"“{_cut(words)}”", "italic"), (f"  [{start}:{end}]", "dim"))


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_WORDS else f"{flat[:LONGEST_WORDS].rsplit(' ', 1)[0]} …"


def _harmless(words: Text) -> Text:
    """A page's own control characters must not reach the terminal: they could rewrite what it shows."""
    shown = words.copy()
    shown.plain = _CONTROLS.sub("\ufffd", words.plain)
    return shown
