"""Records -> one self-contained HTML page: the text with its evidence highlighted, each finding linked to its words.

The page asks nothing of the network and runs no script; its own policy forbids both. Every word of an article is
escaped by the template, and an article's address becomes a link only where it is http or https.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from legation.publish._spans import Highlight, Piece, paragraphs
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
from legation.records import Abstention, Engagement, Incident, Record, Statement
from legation.rules.publish import publish_words

# Days are written before months.
_LOCALE = "en_GB"
_HERE = Path(__file__).parent
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a finding: a label, plain words, and perhaps words of the page with the id where they stand."""

    label: str
    words: str = ""
    quote: str | None = None
    anchor: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    kind: str
    tag: str
    title: str
    state: str | None = None
    rows: tuple[Row, ...] = ()
    highlights: tuple[Highlight, ...] = ()


class Group(msgspec.Struct, frozen=True):
    title: str
    findings: tuple[Finding, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One record as the template shows it."""

    id: str
    title: str
    meta: str
    link: str | None
    language: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    groups: tuple[Group, ...]


def html_page(records: Sequence[Record]) -> bytes:
    """The page of one or more records, as UTF-8. The same records give the same bytes. Raises ValueError for none."""
    if not records:
        raise ValueError("no record to show")
    sheets = [_sheet(_without_controls(record), f"p{number}") for number, record in enumerate(records, start=1)]
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    page = _template().render(
        sheets=sheets,
        title=f"{sheets[0].title} · Legation",
        stamp=records[0].reader,
        style=Markup(style),  # our own file, not a page's words
        style_hash=f"sha256-{digest}",
    )
    return page.encode("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.j2")


def _without_controls(record: Record) -> Record:
    """Control characters have no place in HTML; each becomes one replacement character, so that offsets hold."""
    text = record.article.text
    if not _CONTROLS.search(text):
        return record
    article = msgspec.structs.replace(record.article, text=_CONTROLS.sub("\ufffd", text))
    return msgspec.structs.replace(record, article=article)


def _sheet(record: Record, sheet: str) -> Sheet:
    article = record.article
    groups = tuple(group for group in _groups(record, sheet) if group.findings)
    highlights = [h for group in groups for finding in group.findings for h in finding.highlights]
    meta = [day(article.published, _LOCALE) if article.published else "no publication date", article.section]
    link = article.url if article.url and article.url.lower().startswith(("http://", "https://")) else None
    return Sheet(
        id=sheet,
        title=article.title or "Untitled page",
        meta=" · ".join(w for w in (*meta, article.site) if w),
        link=link,
        language=article.language or "en",
        paragraphs=paragraphs(article.text, highlights),
        groups=groups,
    )


def _groups(record: Record, sheet: str) -> Iterator[Group]:
    engagements = [(e, _engagement(e, n, record, sheet)) for n, e in enumerate(record.engagements, start=1)]
    yield Group("Engagements", tuple(finding for e, finding in engagements if not e.background))
    yield Group("Recalled as background", tuple(finding for e, finding in engagements if e.background))
    text = record.article.text
    yield Group("Statements", tuple(_statement(s, n, text, sheet) for n, s in enumerate(record.statements, start=1)))
    yield Group("Incidents", tuple(_incident(i, n, sheet) for n, i in enumerate(record.incidents, start=1)))
    yield Group("Left open", tuple(_abstention(a, n, text, sheet) for n, a in enumerate(record.abstentions, start=1)))


class _Pen:
    """Writes one finding's rows and collects the stretches of text they rest on."""

    def __init__(self, sheet: str, kind: str, letter: str, number: int, title: str) -> None:
        self.id, self.kind, self.tag, self.title = f"{sheet}-{kind}{number}", kind, f"{letter}{number}", title
        self.rows: list[Row] = []
        self.highlights: list[Highlight] = []

    def row(self, label: str, words: str | None) -> None:
        if words:
            self.rows.append(Row(label=label, words=words))

    def quote(self, label: str, quote: str, start: int, end: int, *, words: str = "") -> None:
        is_repeated = any((h.start, h.end) == (start, end) for h in self.highlights)
        shown = None if is_repeated and words else quote
        self.rows.append(Row(label=label, words=words, quote=shown, anchor=self._anchor(start, end)))

    def finding(self, state: str | None = None) -> Finding:
        return Finding(
            id=self.id,
            kind=self.kind,
            tag=self.tag,
            title=self.title,
            state=state,
            rows=tuple(self.rows),
            highlights=tuple(self.highlights),
        )

    def _anchor(self, start: int, end: int) -> str | None:
        for known in self.highlights:
            if (known.start, known.end) == (start, end):
                return known.id
        if start >= end:
            return None
        anchor = f"{self.id}-w{len(self.highlights) + 1}"
        label = f"Back to {self.tag}: {self.title}"
        self.highlights.append(
            Highlight(start=start, end=end, kind=self.kind, finding=self.id, tag=self.tag, label=label, id=anchor)
        )
        return anchor


def _engagement(engagement: Engagement, number: int, record: Record, sheet: str) -> Finding:
    words = publish_words()
    title = title_of(engagement, words, _LOCALE)
    pen = _Pen(sheet, "e", "E", number, title)
    for party in engagement.participants:
        role = "" if party.role == "party" else f" ({party.role})"
        pen.row("Who", f"{party_words(party, words)}{role}")
    pen.row("When", when_told(engagement.when, words, no_date_set=engagement.no_date_set))
    pen.row("Where", place_of(engagement))
    pen.row("Occasion", engagement.occasion)
    pen.row("Topics", ", ".join(engagement.topics))
    if engagement.asserted_by is not None:
        said = record.statements[engagement.asserted_by]
        pen.row("Says", source_of(said, words))
    for evidence in engagement.evidence:
        pen.quote("Words", evidence.text, evidence.start, evidence.end)
    for past in engagement.history:
        when = f", {when_told(past.when, words)}" if past.when else ""
        state = f"{words.statuses[past.status].lower()}{when}"
        pen.quote("Before", past.evidence.text, past.evidence.start, past.evidence.end, words=state)
    if engagement.cause:
        cause = engagement.cause
        pen.quote("Because", cause.words, cause.start, cause.end, words=cause.type.replace("_", " "))
    certainty = "" if engagement.certainty == "stated" else f" ({engagement.certainty})"
    return pen.finding(words.statuses[engagement.status].lower() + certainty)


def _statement(statement: Statement, number: int, text: str, sheet: str) -> Finding:
    words = publish_words()
    pen = _Pen(sheet, "s", "S", number, source_of(statement, words))
    if statement.said_on and statement.said_on.earliest:
        pen.row("On", said_on_words(statement.said_on, words))
    pen.row("To", statement.audience)
    pen.quote("Said", content_of(statement, text), statement.start, statement.end)
    return pen.finding(statement.kind)


def _incident(incident: Incident, number: int, sheet: str) -> Finding:
    between = [country_name(c) for c in (incident.actor_country, incident.target_country) if c]
    pen = _Pen(sheet, "i", "I", number, incident.words)
    pen.row("Who", " → ".join(between))
    pen.row("When", when_told(incident.when, publish_words()))
    pen.quote("Words", incident.words, incident.start, incident.end)
    return pen.finding()


def _abstention(abstention: Abstention, number: int, text: str, sheet: str) -> Finding:
    pen = _Pen(sheet, "a", "O", number, abstention.about)
    pen.row("Why", abstention.reason)
    pen.quote("Words", text[abstention.start : abstention.end], abstention.start, abstention.end)
    return pen.finding()
