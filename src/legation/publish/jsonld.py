"""schema.org/Event JSON-LD: one engagement, or a list of them, for search engines and linked-data tools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from legation.publish.dossier import Dossier, days_of, has_new_days, previous_days, uid, urn
from legation.publish.words import country_name, place_of, title_of
from legation.records import Dates, Entry, Who
from legation.rules.publish import PublishWords, vocabularies

# Legation's own terms stand under a name of their own, beside schema.org's.
CONTEXT: tuple[Any, ...] = ("https://schema.org", {"legation": "urn:legation:terms:"})


def event(dossier: Dossier, words: PublishWords) -> dict[str, Any]:
    """One engagement as a schema.org ``Event``.

    Without days there is no ``startDate``. An engagement put off without a new date has ``previousStartDate`` only.
    Month and year precision become ``YYYY-MM`` and ``YYYY``, as ISO 8601 allows. ``eventStatus`` is the nearest of
    schema.org's; the native status stands in ``legation:status``, beside certainty, precision and source count.
    """
    entry = dossier.entry
    found: dict[str, Any] = {
        "@context": list(CONTEXT),
        "@type": "Event",
        "@id": dossier.address or urn(entry),
        "identifier": uid(entry),
        "name": title_of(entry, words),
        "eventStatus": vocabularies().schema_org(entry.state),
        **_dates(entry),
        **_place(entry),
    }
    if dossier.address:
        found["url"] = dossier.address
    people = [_actor(who) for who in entry.state.participants if who.name or who.organisation or who.country]
    if people:
        found["attendee"] = people
    if entry.state.topics:
        found["keywords"] = list(entry.state.topics)
    if entry.part_of:
        found["superEvent"] = {"@type": "Event", "@id": f"urn:legation:{entry.part_of}"}
    if entry.parts:
        found["subEvent"] = [{"@type": "Event", "@id": f"urn:legation:{part}"} for part in entry.parts]
    reports = [s for s in dossier.sources if s.url]
    if reports:
        found["subjectOf"] = [_report(s.url, s.title, s.outlet, s.said_on) for s in reports]
    return found | _native(entry)


def graph(dossiers: Iterable[Dossier], words: PublishWords) -> dict[str, Any]:
    """Several engagements as one JSON-LD document (a ``@graph``)."""
    events = [event(d, words) for d in dossiers]
    for one in events:
        del one["@context"]
    return {"@context": list(CONTEXT), "@graph": events}


def _dates(entry: Entry) -> dict[str, str]:
    found: dict[str, str] = {}
    days, previous = days_of(entry), previous_days(entry)
    if days is not None and has_new_days(entry):
        found["startDate"], found["endDate"] = _ends(days)
    status = entry.state.status
    if previous is not None and status in ("postponed", "rescheduled"):
        found["previousStartDate"] = _ends(previous)[0]
    return found


def _ends(days: Dates) -> tuple[str, str]:
    """First and last day with no more precision than was said."""
    assert days.earliest is not None
    first, last = days.earliest, days.latest or days.earliest
    length = {"month": 7, "year": 4}.get(days.precision, 10)
    return first.isoformat()[:length], last.isoformat()[:length]


def _place(entry: Entry) -> dict[str, Any]:
    state = entry.state
    if state.kind == "call":
        return {"eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode"}
    if not (state.place or state.host_country):
        return {}
    address: dict[str, str] = {"@type": "PostalAddress"}
    if state.place:
        address["addressLocality"] = state.place
    if state.host_country:
        address["addressCountry"] = state.host_country
    return {
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": place_of(state), "address": address},
    }


def _actor(who: Who) -> dict[str, Any]:
    if who.name is None:
        if who.organisation or not who.country:
            return {"@type": "Organization", "name": who.organisation or ""}
        return _government(who.country)
    found: dict[str, Any] = {"@type": "Person", "name": who.name}
    if who.office:
        found["jobTitle"] = who.office
    if who.organisation:
        found["affiliation"] = {"@type": "Organization", "name": who.organisation}
    elif who.country:
        found["affiliation"] = _government(who.country)
    return found


def _government(code: str) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": country_name(code), "identifier": code}


def _report(url: str | None, title: str | None, outlet: str | None, said_on: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "NewsArticle", "url": url}
    if title:
        found["headline"] = title
    if outlet:
        found["publisher"] = {"@type": "Organization", "name": outlet}
    if said_on:
        found["datePublished"] = said_on.isoformat()
    return found


def _native(entry: Entry) -> dict[str, Any]:
    when = entry.state.when
    values = {
        "status": entry.status,
        "standing": entry.standing,
        "certainty": entry.state.certainty,
        "precision": when.precision if when else "none",
        "noDateSet": entry.state.no_date_set,
        "independentSources": entry.sources,
    }
    return {f"legation:{name}": value for name, value in values.items()}
