"""An Atom feed (RFC 4287) of changes: one entry for each revision, newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from html import escape
from xml.etree import ElementTree as ET

import msgspec

from legation.publish.dossier import Dossier
from legation.publish.words import country_name, span, title_of
from legation.records import Change, Claim, Revision
from legation.rules.publish import PublishWords

_ATOM = "http://www.w3.org/2005/Atom"
# How the ledger writes days in a change.
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(\.\.\d{4}-\d\d-\d\d)?")
# What XML 1.0 cannot hold, escaped or not (section 2.2).
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed says of itself. ``id`` never changes; ``address`` is where it is and ``page`` the site's page of
    the same list (None: it is a file), ``hub`` a WebSub hub, ``older`` the address of the next older part."""

    id: str
    title: str
    address: str | None = None
    page: str | None = None
    updated: datetime
    hub: str | None = None
    older: str | None = None


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One change to tell of: the engagement, its revision, and the claims that made it."""

    dossier: Dossier
    revision: Revision
    claims: tuple[Claim, ...] = ()


def feed(head: FeedHead, happenings: Sequence[Happening], words: PublishWords) -> bytes:
    """The feed as UTF-8 XML. A list without changes gives a valid feed without entries."""
    ET.register_namespace("", _ATOM)
    root = ET.Element(_tag("feed"))
    _text(root, "id", head.id)
    _text(root, "title", head.title)
    _text(root, "updated", _moment(head.updated))
    _text(ET.SubElement(root, _tag("author")), "name", "Legation")
    _text(root, "generator", "Legation")
    for rel, href, media in (
        ("self", head.address, "application/atom+xml"),
        ("alternate", head.page, "text/html"),
        ("hub", head.hub, None),
        ("next", head.older, "application/atom+xml"),
    ):
        if href:
            _link(root, rel, href, media)
    for happening in happenings:
        _entry(root, happening, words)
    body: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def revision_id(revision: Revision) -> str:
    """A name for one stored revision that no later revision bears: revisions are numbered anew when older pages
    arrive, but never at the same moment."""
    moment = happened(revision).astimezone(UTC)
    return f"urn:legation:{revision.entry}:{moment:%Y%m%dT%H%M%S%f}:{revision.number}"


def happened(revision: Revision) -> datetime:
    """When the calendar learned it; midnight of the day it was said where that is not known."""
    learned = revision.learned or datetime.combine(revision.said_on, time(), UTC)
    return learned if learned.tzinfo else learned.replace(tzinfo=UTC)


def change_words(change: Change, words: PublishWords, locale: str = "en") -> str:
    """``Status: Announced → Postponed`` in words."""
    label = words.fields.get(change.field, change.field)
    before, after = (_value(change.field, v, words, locale) for v in (change.before, change.after))
    return f"{label}: {before} → {after}" if change.before else f"{label}: {after}"


def _value(field: str, value: str | None, words: PublishWords, locale: str) -> str:
    if field == "no_date_set":
        return words.dates["yes" if value else "no"]
    if value is None:
        return words.dates["none"] if field == "when" else "–"
    if field == "when" and _DAYS.fullmatch(value):
        days = [date.fromisoformat(d) for d in value.split("..")]
        return span(days[0], days[-1], words, locale)
    if field == "host_country":
        return country_name(value, locale)
    if field == "disputed":
        return ", ".join(words.fields.get(f.strip(), f.strip()).lower() for f in value.split(","))
    tables = {"status": words.statuses, "kind": words.kinds, "certainty": words.certainties}
    return tables.get(field, {}).get(value, value)


def _entry(root: ET.Element, happening: Happening, words: PublishWords) -> None:
    dossier, revision = happening.dossier, happening.revision
    entry = ET.SubElement(root, _tag("entry"))
    status = words.statuses[revision.state.status]
    _text(entry, "id", revision_id(revision))
    _text(entry, "title", f"{status}: {title_of(dossier.entry, words)}")
    _text(entry, "updated", _moment(happened(revision)))
    _text(entry, "published", _moment(happened(revision)))
    if dossier.address:
        _link(entry, "alternate", dossier.address, "text/html")
    for source in dossier.sources:
        if source.url:
            _link(entry, "via", source.url, "text/html")
    ET.SubElement(entry, _tag("category"), term=revision.state.status, label=status)
    content = ET.SubElement(entry, _tag("content"), type="html")
    content.text = _legal(_html(happening, words))


def _html(happening: Happening, words: PublishWords) -> str:
    changes = "".join(f"<li>{escape(change_words(c, words))}</li>" for c in happening.revision.changes)
    quotes = "".join(f"<blockquote>{escape(claim.words)}</blockquote>" for claim in happening.claims)
    said = f"<p>Said on {happening.revision.said_on.isoformat()}.</p>"
    return f"<ul>{changes}</ul>{quotes}{said}"


def _moment(moment: datetime) -> str:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _legal(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _tag(name)).text = _legal(text)


def _link(parent: ET.Element, rel: str, href: str | None, media: str | None) -> None:
    given = {"rel": rel, "href": _legal(href or ""), **({"type": media} if media else {})}
    ET.SubElement(parent, _tag("link"), given)
