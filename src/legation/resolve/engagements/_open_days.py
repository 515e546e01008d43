"""Engagements whose days the page may yet give, no words of theirs doing so."""

from __future__ import annotations

from legation.records import Engagement


def is_without_days(engagement: Engagement) -> bool:
    """Whether it has neither days nor words for them ("recently")."""
    return engagement.when.earliest is None and engagement.when.words is None


def is_open(engagement: Engagement) -> bool:
    """Whether it is without days, and not because no date is set; of what is off it is another's date that is not."""
    is_off = engagement.status == "cancelled"
    return is_without_days(engagement) and (is_off or not engagement.no_date_set)
