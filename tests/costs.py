"""What something costs, counted in calls of functions: no busy machine changes it."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable


def calls(function: Callable[..., object], *arguments: object) -> int:
    profile = cProfile.Profile()
    profile.runcall(function, *arguments)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
