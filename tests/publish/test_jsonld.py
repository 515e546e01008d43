"""JSON-LD as an independent processor expands it, and schema.org's own terms."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pyld import jsonld as processor

import desk_stories as stories
from legation.publish import jsonld
from legation.rules.publish import publish_words

SCHEMA = "https://schema.org/"
# schema.org's own context maps every bare term into its vocabulary; the network is not needed for that.
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "eventStatus": {"@type": "@id"}}}
# Properties that schema.org defines for each type used, inherited ones included (schema.org, release 28).
KNOWN = {
    "Event": "name identifier url eventStatus startDate endDate previousStartDate location eventAttendanceMode attendee "
    "keywords superEvent subEvent subjectOf",
    "Person": "name jobTitle affiliation",
    "Organization": "name identifier",
    "GovernmentOrganization": "name identifier",
    "Place": "name address",
    "PostalAddress": "addressLocality addressCountry",
    "NewsArticle": "url headline publisher datePublished",
}


def load(url: str, options: Any) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expand(document: dict[str, Any]) -> list[dict[str, Any]]:
    return processor.expand(document, {"documentLoader": load})


def event(dossier) -> dict[str, Any]:
    return jsonld.event(dossier, publish_words())


DATES = [
    (stories.announced, {"startDate": "2031-05-20", "endDate": "2031-05-20"}),
    (stories.postponed, {"previousStartDate": "2031-05-20"}),
    (stories.moved, {"startDate": "2031-06", "endDate": "2031-06", "previousStartDate": "2031-05-20"}),
    (stories.vague, {"startDate": "2031-05-12", "endDate": "2031-06-23"}),
    (stories.undated, {}),
]


@pytest.mark.parametrize(("story", "expected"), DATES)
def test_dates_are_as_precise_as_they_were_said(story, expected: dict[str, str]) -> None:
    assert {k: v for k, v in event(story()).items() if k.endswith("Date")} == expected


STATUSES = [
    ("proposed", "EventScheduled"), ("expected", "EventScheduled"), ("announced", "EventScheduled"),
    ("confirmed", "EventScheduled"), ("held", "EventScheduled"), ("postponed", "EventPostponed"),
    ("rescheduled", "EventRescheduled"), ("cancelled", "EventCancelled"), ("declined", "EventCancelled"),
    ("denied", "EventCancelled"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "expected"), STATUSES)
def test_status_is_mapped_and_the_native_one_kept(status: str, expected: str) -> None:
    state = stories.planned(stories.on(date(2031, 5, 20)), status=status)
    [node] = expand(event(stories.Dossier(entry=stories.entry(state=state))))
    assert node[f"{SCHEMA}eventStatus"][0]["@id"] == SCHEMA + expected
    assert node["urn:legation:terms:status"][0]["@value"] == status


@pytest.mark.parametrize("dossier", [*stories.everything(), stories.postponed(), stories.moved()])
def test_every_property_is_one_that_schema_org_knows(dossier) -> None:
    def check(node: Any) -> None:
        for part in node if isinstance(node, list) else [node]:
            if isinstance(part, dict) and "@type" in part:
                names = {n for n in part if not n.startswith(("@", "legation:"))}
                assert names <= set(KNOWN[part["@type"]].split()), part
                for value in part.values():
                    check(value)

    check(event(dossier))


def test_a_list_is_one_graph() -> None:
    expanded = expand(jsonld.graph(stories.everything(), publish_words()))
    names = {node["@id"] for node in expanded}
    assert names >= {"https://desk.example/engagements/e1", "urn:legation:e-vague", "urn:legation:e-summit"}


def test_sources_and_people_are_linked() -> None:
    found = event(stories.announced())
    assert found["subjectOf"][0]["url"] == "https://harbour.example/floods"
    assert found["attendee"][0] == {
        "@type": "Person", "name": "Ada Borin", "jobTitle": "Foreign Minister",
        "affiliation": {"@type": "GovernmentOrganization", "name": "New Zealand", "identifier": "NZ"},
    }  # fmt: skip
