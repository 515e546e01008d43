"""What the desk is told when it starts. Nothing here is read from the environment; ``legation serve`` does that."""

from __future__ import annotations

from typing import Literal
from urllib.parse import unquote, urlsplit

import msgspec

from legation.errors import UsageError


class MailServer(msgspec.Struct, frozen=True, kw_only=True):
    """Where mail is handed in. ``security`` is TLS from the first byte, or asked for by STARTTLS, or none."""

    host: str
    port: int = 25
    security: Literal["none", "starttls", "tls"] = "none"
    user: str | None = None
    password: str | None = None


def mail_server(address: str) -> MailServer:
    """``mail.example``, ``mail.example:2525``, ``smtp://user:password@mail.example`` (STARTTLS, port 587) or
    ``smtps://...`` (TLS, port 465). Raises UsageError for anything else.

    A password is never sent in the clear: with a user's name there is STARTTLS at least.
    """
    parts = urlsplit(address if "://" in address else f"plain://{address}")
    try:
        port = parts.port
    except ValueError:
        port = -1
    known = {"plain": ("none", 25), "smtp": ("starttls", 587), "smtps": ("tls", 465)}
    if parts.scheme not in known or not parts.hostname or port in (-1, 0) or parts.path.strip("/"):
        raise UsageError("--smtp: must be HOST, HOST:PORT, smtp://USER:PASSWORD@HOST or smtps://USER:PASSWORD@HOST")
    security, usual = known[parts.scheme]
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    if user is not None and security == "none":
        security = "starttls"
    raw = {"host": parts.hostname, "port": port or usual, "security": security, "user": user, "password": password}
    return msgspec.convert(raw, MailServer)


class DeskSettings(msgspec.Struct, frozen=True, kw_only=True):
    """``base_url`` is the address under which readers reach the site: every absolute address in feeds begins with it.
    ``hub`` is a WebSub hub to name in feeds. ``desk`` is the address of the desk's own database (accounts, notes,
    watch lists); None serves a site without accounts. Finished pages are kept in ``cache_bytes`` of memory, and
    as much again in the folder ``shelf`` where several processes share one; whether the
    calendar has changed since is asked at most every ``edition_seconds``. ``allow_private_hooks`` lets webhooks go to
    private addresses.
    """

    base_url: str = "http://127.0.0.1:8000"
    title: str = "Legation"
    hub: str | None = None
    desk: str | None = None
    per_page: int = 40
    most_in_feed: int = 1000
    most_in_export: int = 200_000
    cache_bytes: int = 64_000_000
    shelf: str | None = None
    edition_seconds: float = 0.0
    session_hours: int = 24 * 14
    largest_body: int = 64_000
    allow_private_hooks: bool = False
    smtp: MailServer | None = None
    mail_from: str = "legation@localhost"

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")
