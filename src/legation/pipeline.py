"""The way of one article through the rooms of layer 2. Pure: the same article and rules give the same record."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from legation._version import VERSION
from legation.find.dates import find_dates
from legation.find.engagements import find_engagements
from legation.find.incidents import find_incidents
from legation.find.people import find_people, find_places
from legation.find.statements import find_statements
from legation.find.topics import find_topics
from legation.ports import Parser
from legation.records import Annotation, Article, ArticleRecord, KnownOffice, ReaderStamp, Record
from legation.resolve.dates import resolve_dates
from legation.resolve.engagements import resolve_engagements
from legation.resolve.home import home_country, publisher_country, scene
from legation.resolve.incidents import resolve_incidents
from legation.resolve.people import resolve_people
from legation.resolve.people.told import offices_told
from legation.resolve.statements import resolve_statements, told_once
from legation.rules import fingerprint
from legation.rules.causes import cause_rules
from legation.rules.dates import date_rules
from legation.rules.engagements import engagement_rules
from legation.rules.furniture import furniture_rules
from legation.rules.office_claims import office_claim_rules
from legation.rules.offices import office_rules
from legation.rules.speech import speech_rules
from legation.rules.topics import topic_phrases
from legation.rules.world import world_rules


def read(article: Article, parser: Parser, *, known: Sequence[KnownOffice] = ()) -> Record:
    """The record of one article. ``known`` are who's-who facts that may complete names the page leaves short."""
    return from_annotation(article, parser.annotate(article), known=known)


def places(article: Article, parser: Parser) -> tuple[int, ...]:
    """Where the article's blocks mention an engagement of any kind, before anybody is resolved: much cheaper than reading."""
    return tuple(m.start for m in find_engagements(parser.outline(article), engagement_rules()))


def from_annotation(article: Article, doc: Annotation, *, known: Sequence[KnownOffice] = ()) -> Record:
    """The record of one article whose text is annotated already."""
    world, offices = world_rules(), office_rules()
    dates, speech, events = date_rules(), speech_rules(), engagement_rules()

    told_on = article.written or article.published
    times = resolve_dates(find_dates(doc, dates), doc, dates, published=told_on)
    people = find_people(doc, world, offices)
    home = publisher_country(article, world, furniture_rules())
    cast = resolve_people(
        people,
        find_places(doc, world),
        doc,
        world,
        offices,
        known=tuple(known),
        published=told_on,
        home=home,
    )
    statements = resolve_statements(
        find_statements(doc, speech), doc, cast, people, times, speech, published=told_on, home=home
    )
    mentions = find_engagements(doc, events)
    happenings, causes = find_incidents(doc, mentions, cause_rules())
    incidents, because = resolve_incidents(happenings, causes, doc, cast, times)
    engagements, abstentions = resolve_engagements(
        mentions,
        doc,
        cast,
        times,
        statements,
        because,
        events,
        world,
        published=told_on,
        home=home_country(article, cast, world, publisher=home),
        scene=scene(article, cast),
        topics=find_topics(doc, topic_phrases()),
    )
    listed, number = told_once(statements, doc)
    engagements = tuple(
        e if e.asserted_by is None else msgspec.structs.replace(e, asserted_by=number[e.asserted_by])
        for e in engagements
    )
    return Record(
        id=article.id,
        article=ArticleRecord(
            url=article.url,
            title=article.title,
            published=article.published,
            section=article.section,
            site=article.site,
            language=article.language,
            text=article.text,
        ),
        engagements=engagements,
        statements=listed,
        incidents=incidents,
        abstentions=abstentions,
        offices=offices_told(people, cast, doc.text, office_claim_rules()),
        reader=ReaderStamp(VERSION, fingerprint(), doc.model),
    )
