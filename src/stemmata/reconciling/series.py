"""A number over time: what was told on each day, and by how many independent origins.

What is told on a day is kept as told; a day on which a lower number was told
than the day before is a day on which reports lagged, or on which the number fell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from stemmata.model import Point
from stemmata.reconciling.estimates import estimate, unit_of
from stemmata.reconciling.features import Features
from stemmata.reconciling.growth import Growth

# One day is no series.
_FEWEST = 2


def series(figures: Sequence[Features], how: Growth) -> tuple[Point, ...]:
    """A point for each day of publication; empty for what stands still or was told on one day.

    Each point's numbers are those of `latest` over the figures of that day, in
    the unit of the whole quantity. Undated reports and numbers that a report
    calls the ones before are in no point.
    """
    if how.moves in ("still", "counted"):
        return ()
    unit = unit_of(figures)
    days: dict[date, list[Features]] = defaultdict(list)
    for one in figures:
        if one.published and not one.before and one.figure.unit == unit:
            days[one.published].append(one)
    if len(days) < _FEWEST:
        return ()
    return tuple(_point(day, days[day], how) for day in sorted(days))


def _point(day: date, figures: Sequence[Features], how: Growth) -> Point:
    found = estimate(figures, "running total" if how.moves == "grows" else "stock")
    origins = len({f.origin for f in figures if f.origin})
    return Point(day.isoformat(), found.low, found.best, found.high, len(figures), origins)
