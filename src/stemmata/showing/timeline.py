"""The timeline: when the reports were printed, and when they say that it happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ..model import Report
from .drawings import Label, Scale, Strip, Tick
from .index import SEVERAL, Index
from .numerals import counted

# Not from the locale: the page is the same wherever it is made.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# Reports of one day beyond this many stand as one tick with their count.
STACK = 8
PERIODS = 6


@dataclass(frozen=True, slots=True)
class Happened:
    """Words for a period, in a report's own spelling, and how many of its figures they date."""

    words: str
    figures: int


@dataclass(frozen=True, slots=True)
class Printed:
    """One report, and the periods that its figures speak of."""

    label: str
    title: str
    place: str
    dated_by: str
    happened: tuple[Happened, ...]
    more: int
    undated: int


@dataclass(frozen=True, slots=True)
class Day:
    """The reports of one day of publication; `date` is empty where it is unknown."""

    date: str
    reports: tuple[Printed, ...]


def timeline(index: Index) -> tuple[Day, ...]:
    """The reports by day of publication, unknown days last."""
    days: dict[str, list[Report]] = {}
    for report in sorted(
        index.case.reports, key=lambda r: (r.published or "~", index.labels[r.id])
    ):
        days.setdefault(report.published or "", []).append(report)
    periods: dict[str, Counter[str]] = {}
    undated: Counter[str] = Counter()
    for figure in index.case.figures:
        if figure.period:
            periods.setdefault(figure.report, Counter())[" ".join(figure.period.split())] += 1
        else:
            undated[figure.report] += 1
    return tuple(
        Day(
            day_in_words(day),
            tuple(_printed(index, r, periods.get(r.id, Counter()), undated[r.id]) for r in reports),
        )
        for day, reports in days.items()
    )


def _printed(index: Index, report: Report, periods: Counter[str], undated: int) -> Printed:
    return Printed(
        label=index.labels[report.id],
        title=" ".join((report.title or "").split()),
        place=index.places[f"report:{report.id}"],
        dated_by=report.published_from,
        happened=tuple(Happened(words, n) for words, n in periods.most_common(PERIODS)),
        more=max(len(periods) - PERIODS, 0),
        undated=undated,
    )


def day_in_words(iso: str) -> str:
    """ "9 December 2016" for "2016-12-09"; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def calendar(index: Index) -> Strip | None:
    """The days of publication as a strip, one tick a report; None with fewer than two days."""
    days: Counter[date] = Counter()
    for report in index.case.reports:
        try:
            days[date.fromisoformat((report.published or "")[:10])] += 1
        except ValueError:
            continue
    if len(days) < 2:
        return None
    first, last = min(days), max(days)
    scale = Scale(first.toordinal(), last.toordinal())
    most = min(max(days.values()), STACK)
    height = most * 14 + 8.0
    ticks = [t for day, n in days.items() for t in _column(day, n, scale, height)]
    labels = (
        Label("0", day_in_words(first.isoformat()), "start"),
        Label("100%", day_in_words(last.isoformat()), "end"),
    )
    words = "; ".join(
        f"{day_in_words(day.isoformat())}: {counted(n, 'report')}"
        for day, n in sorted(days.items())[:31]
    )
    return Strip(tuple(ticks), labels, height + 20, height - 2, f"Reports by day. {words}.")


def _column(day: date, number: int, scale: Scale, height: float) -> list[Tick]:
    x, words = f"{scale.at(day.toordinal()):.2f}%", day_in_words(day.isoformat())
    if number > STACK:
        return [Tick(x, height - 11, "circle", SEVERAL, False, words, number)]
    return [Tick(x, height - 11 - 14 * n, "circle", SEVERAL, False, words) for n in range(number)]
