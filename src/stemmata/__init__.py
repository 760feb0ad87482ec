"""Reads reports about the same events and traces every figure to where it comes from.

    import stemmata

    stemmata.read(["reports/"], "flood.db")
    stemmata.report("flood.db", "report.html")
    stemmata.export("flood.db", "tables/", format="csv")

The verbs are those of the command line. The records that they work on are in
`stemmata.model`, the errors they raise in `stemmata.errors`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from stemmata.errors import (
    CaseError,
    IntakeError,
    RecordError,
    ShowingError,
    SpanError,
    StemmataError,
)
from stemmata.model import (
    Case,
    Edge,
    Estimate,
    Failure,
    Figure,
    Grading,
    Origin,
    Passage,
    Point,
    Quantity,
    Reading,
    Relation,
    Report,
    Segment,
    Source,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from stemmata.pipeline import Summary, export, gather, read, report

__all__ = [
    "Case",
    "CaseError",
    "Edge",
    "Estimate",
    "Failure",
    "Figure",
    "Grading",
    "IntakeError",
    "Origin",
    "Passage",
    "Point",
    "Quantity",
    "Reading",
    "RecordError",
    "Relation",
    "Report",
    "Segment",
    "ShowingError",
    "Source",
    "Span",
    "SpanError",
    "Statement",
    "StemmataError",
    "Summary",
    "__version__",
    "export",
    "gather",
    "read",
    "report",
]

try:
    __version__ = version("stemmata")
except PackageNotFoundError:  # run from a checkout that was not installed
    __version__ = "0+unknown"

_VERBS = frozenset({"Summary", "export", "gather", "read", "report"})


# What `dir` shows: the API, loaded or not, and none of what this module needs itself.
_MODULES = ("case", "errors", "model")


def __dir__() -> list[str]:
    return sorted((*__all__, *_MODULES))


def __getattr__(name: str) -> Any:
    # The verbs bring the language model's libraries, a second or two of loading:
    # who wants only the records or a case's tables need not wait for them.
    if name in _VERBS:
        from stemmata import pipeline

        return getattr(pipeline, name)
    if name in _MODULES:
        return import_module(f"stemmata.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
