"""From a report to what it says: statements and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stemmata.model import Reading, Report
from stemmata.reading.english.parse import parse
from stemmata.reading.figures import find_figures
from stemmata.reading.quotations import quotations
from stemmata.reading.statements import find_statements


def read(report: Report) -> Reading:
    """Parse one report, find who said what in it, and every figure.

    A pure function of the report: the same report gives the same reading.
    """
    parsed = parse(report)
    quotes = quotations(report)
    statements = find_statements(parsed, quotes)
    return Reading(report, statements, find_figures(parsed, statements, quotes))


def read_all(reports: Iterable[Report]) -> Iterator[Reading]:
    """Read reports one after another."""
    return map(read, reports)
