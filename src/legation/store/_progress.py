"""How long work on a whole calendar says how far it is: a call with what is done and what there is."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[int, int], None]


def nobody(done: int, total: int) -> None:
    """Tells nobody."""
