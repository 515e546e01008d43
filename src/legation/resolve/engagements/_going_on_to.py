"""The next leg of a journey that is off is off with it: "has put off his trip to India. He was due to leave on January 12 and
was to go on to Japan" puts off both."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Dates, Engagement, Past
from legation.resolve.engagements._company import Page

OFF = frozenset({"postponed", "cancelled"})


def off_with_its_journey(page: Page, engagements: tuple[Engagement, ...], lapsed: set[int]) -> tuple[Engagement, ...]:
    """The engagements; of ``lapsed``, those told of only as what had been planned, a visit that was to follow one that is off."""
    return tuple(_off(page, e, engagements) if n in lapsed else e for n, e in enumerate(engagements))


def _off(page: Page, leg: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    names = _travellers(leg)
    if leg.kind != "visit" or leg.status != "announced" or not names:
        return leg
    others = [e for e in engagements if e is not leg and e.kind == "visit" and not e.background and names & _travellers(e)]
    if len({e.status for e in others}) != 1 or others[0].status not in OFF or not _follows(page, leg, others):
        return leg
    planned = Past(status="announced", when=leg.when, evidence=leg.evidence[0])
    when = leg.when if others[0].status == "cancelled" else Dates()
    return replace(leg, status=others[0].status, when=when, history=(*leg.history, planned), background=False)


def _follows(page: Page, leg: Engagement, others: list[Engagement]) -> bool:
    """Whether the leg is told in a sentence that tells of the other journey too, or as what comes after it."""
    told = {_sentence(page, e.start) for other in others for e in other.evidence}
    here = {_sentence(page, e.start) for e in leg.evidence}
    if here & told:
        return True
    text = " ".join(e.text.lower() for e in leg.evidence)
    return any(f" {words} " in f" {text} " for words in page.rules.words["onward"]) and min(here) - 1 in told


def _sentence(page: Page, start: int) -> int:
    return page.doc.tokens_in(start, start + 1)[0].sentence


def _travellers(visit: Engagement) -> set[str]:
    return {p.name for p in visit.participants if p.role == "traveller" and p.name}
