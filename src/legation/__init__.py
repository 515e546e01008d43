"""Legation reads the press and keeps the diplomatic calendar that the press implies.

``legation.read_text(text_or_html, published=...)`` gives the record of one page; ``legation.dates`` and
``legation.statements`` give those findings alone. Everything is loaded when first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legation._version import VERSION as __version__

if TYPE_CHECKING:
    from legation.api import dates, read_page, read_text, statements

__all__ = ["__version__", "dates", "read_page", "read_text", "statements"]


def __getattr__(name: str) -> Any:
    # The language pipeline takes half a second to load; `import legation` must not.
    if name in {"dates", "read_page", "read_text", "statements"}:
        from legation import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
