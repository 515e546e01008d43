"""Many pages: shards of crawls and folders, read by several processes into one calendar, resumable, exactly once."""

from legation.batch.cluster import backfill_on_ray
from legation.batch.keeper import Totals
from legation.batch.local import backfill
from legation.batch.shards import Shard, shards
from legation.batch.stages import STAGES, Outcome, through

__all__ = ["STAGES", "Outcome", "Shard", "Totals", "backfill", "backfill_on_ray", "shards", "through"]
