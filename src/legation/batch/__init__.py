"""Many pages: shards of crawls and folders, read by several processes into one calendar, resumable, exactly once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legation.batch.shards import Shard, shards
from legation.batch.stages import STAGES, Outcome, through

if TYPE_CHECKING:
    from legation.batch.cluster import backfill_on_ray
    from legation.batch.keeper import Totals
    from legation.batch.local import backfill

__all__ = ["STAGES", "Outcome", "Shard", "Totals", "backfill", "backfill_on_ray", "shards", "through"]


def __getattr__(name: str) -> Any:
    # Workers, who come in by this door, read and do not write: the calendar and its database take a third of a second.
    if name == "Totals":
        from legation.batch.keeper import Totals

        return Totals
    if name == "backfill":
        from legation.batch.local import backfill

        return backfill
    if name == "backfill_on_ray":
        from legation.batch.cluster import backfill_on_ray

        return backfill_on_ray
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
