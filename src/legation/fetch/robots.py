"""robots.txt: asked once a day and site, and kept to."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from legation.errors import SourceError
from legation.fetch._http import USER_AGENT, HttpFetcher

_DAY = 86_400.0
_LARGEST = 500_000


class Robots:
    """Says which addresses a site leaves open. A site without robots.txt leaves all open; one that cannot be asked,
    or answers with an error of its own (5xx), none until it can (RFC 9309)."""

    def __init__(self, http: HttpFetcher, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._http, self._monotonic = http, monotonic
        self._known: dict[str, tuple[float, RobotFileParser]] = {}

    def allows(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        asked, rules = self._known.get(site, (float("-inf"), None))
        if rules is None or self._monotonic() - asked > _DAY:
            rules = self._asked(site)
            self._known[site] = (self._monotonic(), rules)
        return rules.can_fetch(USER_AGENT.partition("/")[0], url)

    def _asked(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            answer = self._http.get(f"{site}/robots.txt")
        except SourceError:
            answer = None
        if answer is None or answer.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        elif answer.status != 200:
            rules.parse([])
        else:
            rules.parse(answer.content[:_LARGEST].decode("utf-8", "replace").splitlines())
        return rules
