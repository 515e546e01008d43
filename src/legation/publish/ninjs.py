"""IPTC ninjs 3 ``event`` items: what newsroom planning systems take in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from legation.publish.dossier import Dossier, days_of, has_new_days, last_change, uid, urn
from legation.publish.words import country_name, place_of, title_of, when_of
from legation.records import Dates, Entry, Who
from legation.rules.publish import PublishWords, vocabularies

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}


def item(dossier: Dossier, words: PublishWords) -> dict[str, Any]:
    """One engagement as a ninjs 3.1 object of type ``event``.

    ``eventStatus`` is IPTC's event occurrence status; the native status is a subject ``legation:status``. Days go to
    ``expectedStartDate``/``expectedEndDate`` with the precision they have (``2023-06-18``, ``2023-06``, ``2023``):
    news names days, not hours. Without days there is no ``dates``.
    """
    entry = dossier.entry
    state = entry.state
    details: dict[str, Any] = {"eventStatus": vocabularies().iptc(state)}
    days = days_of(entry)
    if days is not None and has_new_days(entry):
        details["dates"] = _dates(days)
    found: dict[str, Any] = {
        "uri": dossier.address or urn(entry),
        "type": "event",
        "representationType": "full",
        "version": str(entry.sequence),
        "standard": STANDARD,
        "language": "en",
        "title": title_of(entry, words),
        "headlines": [{"role": "main", "value": title_of(entry, words)}],
        "descriptions": [{"role": "summary", "contentType": "text/plain", "value": _summary(dossier, words)}],
        "eventDetails": details,
        "altIds": [{"role": "uid", "value": uid(entry)}],
        "subjects": _subjects(entry),
    }
    if entry.learned:
        found["firstCreated"] = _moment(entry.learned)
    if entry.updated or entry.learned:
        found["versionCreated"] = _moment(entry.updated or entry.learned)
    people = [_person(who) for who in state.participants if who.name]
    if people:
        found["people"] = people
    bodies = [{"name": who.organisation} for who in state.participants if who.organisation and not who.name]
    if bodies:
        found["organisations"] = bodies
    if place_of(state):
        found["places"] = [_place(entry)]
    sources = [_source(s.outlet, s.url) for s in dossier.sources if s.outlet or s.url]
    if sources:
        found["infoSources"] = sources
    return found


def items(dossiers: Iterable[Dossier], words: PublishWords) -> list[dict[str, Any]]:
    """Several engagements: a list of ninjs objects."""
    return [item(d, words) for d in dossiers]


def _dates(days: Dates) -> dict[str, str]:
    assert days.earliest is not None
    assert days.latest is not None
    length = {"month": 7, "year": 4}.get(days.precision, 10)
    return {
        "expectedStartDate": days.earliest.isoformat()[:length],
        "expectedEndDate": days.latest.isoformat()[:length],
    }


def _moment(moment: datetime | None) -> str:
    assert moment is not None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _summary(dossier: Dossier, words: PublishWords) -> str:
    entry = dossier.entry
    status = words.statuses[entry.standing]
    when = when_of(entry.state.when, words, no_date_set=entry.state.no_date_set)
    change = last_change(dossier, "status")
    since = f" since {change.said_on.isoformat()}" if change else ""
    cause = f" Cause: {entry.state.cause.words}." if entry.state.cause else ""
    return f"{status}{since}; {when}. {entry.sources} independent sources.{cause}"


def _person(who: Who) -> dict[str, Any]:
    found: dict[str, Any] = {"name": who.name, "rel": who.role}
    literal = ", ".join(p for p in (who.office, who.organisation or who.country) if p)
    if literal:
        found["literal"] = literal
    return found


def _place(entry: Entry) -> dict[str, Any]:
    state = entry.state
    address: dict[str, str] = {}
    if state.place:
        address["locality"] = state.place
    if state.host_country:
        address["country"] = country_name(state.host_country)
    return {"name": place_of(state), "rel": "eventLocation", "contactInfo": [{"type": "physical", "address": address}]}


def _source(outlet: str | None, url: str | None) -> dict[str, str]:
    found = {"role": "source"}
    if outlet:
        found["name"] = outlet
    if url:
        found["uri"] = url
    return found


def _subjects(entry: Entry) -> list[dict[str, str]]:
    native = {
        "status": entry.status,
        "standing": entry.standing,
        "certainty": entry.state.certainty,
        "kind": entry.state.kind,
    }
    found = [{"rel": f"legation:{name}", "literal": value, "name": value} for name, value in native.items()]
    found += [{"rel": "about", "name": topic, "literal": topic} for topic in entry.state.topics]
    codes = dict.fromkeys(w.country for w in entry.state.participants if w.country)
    return found + [{"rel": "country", "name": country_name(c), "literal": c or ""} for c in codes]
