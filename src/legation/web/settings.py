"""What the desk is told when it starts. Nothing here is read from the environment; ``legation serve`` does that."""

from __future__ import annotations

import msgspec


class DeskSettings(msgspec.Struct, frozen=True, kw_only=True):
    """``base_url`` is the address under which readers reach the site: every absolute address in feeds begins with it.
    ``hub`` is a WebSub hub to name in feeds. ``desk`` is the address of the desk's own database (accounts, notes,
    watch lists); None serves a site without accounts. ``allow_private_hooks`` lets webhooks go to private addresses.
    """

    base_url: str = "http://127.0.0.1:8000"
    title: str = "Legation"
    hub: str | None = None
    desk: str | None = None
    per_page: int = 40
    most_in_feed: int = 1000
    most_in_export: int = 200_000
    cache_bytes: int = 64_000_000
    session_hours: int = 24 * 14
    largest_body: int = 64_000
    allow_private_hooks: bool = False
    smtp_host: str | None = None
    smtp_port: int = 25
    mail_from: str = "legation@localhost"

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")
