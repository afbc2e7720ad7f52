"""The clock, read in the command line alone."""

from datetime import datetime, timedelta, timezone

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")  # no summer time


def now() -> datetime:
    """The present moment in Thailand, to the second."""
    return datetime.now(BANGKOK).replace(microsecond=0)
