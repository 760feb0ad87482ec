"""From a report to what it says: statements, figures and tolls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stemmata.model import Reading, Report
from stemmata.reading.english.parse import parse_all
from stemmata.reading.figures import find_figures
from stemmata.reading.quotations import quotations
from stemmata.reading.statements import find_statements
from stemmata.reading.tolls import tolls


def read(report: Report) -> Reading:
    """Parse one report, find who said what in it, every figure, and its event's toll.

    A pure function of the report: the same report gives the same reading.
    """
    return next(read_all([report]))


def read_all(reports: Iterable[Report]) -> Iterator[Reading]:
    """Read reports in order, each as `read` would; several are parsed together."""
    for parsed in parse_all(reports):
        quotes = quotations(parsed.report)
        statements = find_statements(parsed, quotes)
        figures = find_figures(parsed, statements, quotes)
        yield Reading(parsed.report, statements, figures, tolls(parsed, figures, statements))
