"""The annotators' figures as the product's records, for all benchmarks that begin with them.

A gold figure has no sentence of its own: it is given the one around it, by stops and
line ends alone, so that no error of reading comes in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path

from errors import Row, rows
from stemmata.model import Figure, Reading, Span
from stemmata.pipeline import take_in

_OWN = {f.name for f in fields(Figure)} - {"statement", "sentence", "head", "organisation"}
_STOP = re.compile(r"(?<=[.!?][\s\"”’)])\s*(?=[A-Z\"“‘])|\n+")


def sentence(text: str, start: int, end: int) -> Span:
    """The sentence of a span, by stops and line ends alone."""
    cuts = [0, *(m.end() for m in _STOP.finditer(text)), len(text)]
    return Span(max(c for c in cuts if c <= start), min(c for c in cuts if c >= end))


def figure(row: Row, text: str) -> Figure:
    """A gold figure as the product's record."""
    own = {k: v for k, v in row.items() if k in _OWN}
    return Figure(**own, sentence=sentence(text, row["start"], row["end"]))


def with_gold(read: Sequence[Reading], gold: Iterable[Row]) -> list[Reading]:
    """The readings with the annotators' figures in place of those found."""
    by_report: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        by_report[row["report"]].append(row)
    return [
        replace(one, figures=tuple(figure(r, one.report.text) for r in by_report[one.report.id]))
        for one in read
    ]


def readings(corpus: Path) -> list[Reading]:
    """The reports of a corpus with the gold figures, and no statements."""
    reports, _ = take_in([corpus])
    bare = [Reading(one, (), ()) for one in sorted(reports, key=lambda one: one.id)]
    return with_gold(bare, rows(corpus / "figures.jsonl"))
