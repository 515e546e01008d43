"""The state a page is written in: whose president is meant where it says only "the president"."""

from __future__ import annotations

from urllib.parse import urlsplit

from legation.records import Article, Cast
from legation.rules.world import World

SOLD = frozenset({"ai", "cc", "cd", "co", "fm", "gg", "im", "io", "la", "ly", "me", "nu", "sh", "tk", "to", "tv", "vc", "ws"})
"""Country domains that are sold to anybody (ICANN registry agreements), so that they say nothing of a publisher."""


GOVERNMENT = {"gov": "US", "mil": "US"}
"""Generic domains that one state alone uses (RFC 1591 and its successors)."""


def home_country(article: Article, cast: Cast, world: World) -> str | None:
    """ISO code of the publisher's country by its address, else of the place in the dateline, else the
    one state whose ministries or government the page names; else None."""
    host = urlsplit(article.url or "").hostname or ""
    domain = host.rpartition(".")[2].lower()
    if domain in GOVERNMENT:
        return GOVERNMENT[domain]
    if len(domain) == 2 and domain not in SOLD:
        code = "GB" if domain == "uk" else domain.upper()
        if code in world.countries:
            return code
    if article.dateline is not None:
        for place in cast.places:
            if article.dateline.start <= place.start < article.dateline.end and place.country:
                return place.country
    speaking = {a.country for a in cast.actors if a.kind == "organisation" and a.country and a.office_class}
    return speaking.pop() if len(speaking) == 1 else None
