"""What is not known, what could not be read, and by which methods the rest was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model import Failure
from .index import Index
from .numerals import reach


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure by its words and where it stands."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """The figures of one report whose origin is not recorded."""

    label: str
    place: str
    figures: tuple[Figured, ...]


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Everything the case does not know; the tuples of pairs hold label and place."""

    figures: int
    unrecorded: tuple[Unrecorded, ...]
    undated: tuple[tuple[str, str], ...]
    unsigned: tuple[tuple[str, str], ...]
    bare: tuple[tuple[str, str], ...]
    open: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A named method, what it decides, and how often it did."""

    what: str
    name: str
    uses: int


def unknowns(index: Index) -> Unknowns:
    """What is not known of a case."""
    missing: dict[str, list[Figured]] = {}
    for f in index.case.figures:
        if f.id not in index.origin_of:
            words = f"{reach(f)} {f.thing or ''}".strip()
            missing.setdefault(f.report, []).append(Figured(words, index.anchors[f.id]))
    reports = [
        (r, (index.labels[r.id], index.places[f"report:{r.id}"])) for r in index.case.reports
    ]
    with_figures = {f.report for f in index.case.figures}
    return Unknowns(
        figures=sum(len(found) for found in missing.values()),
        unrecorded=tuple(
            Unrecorded(*named, tuple(missing[r.id])) for r, named in reports if r.id in missing
        ),
        undated=tuple(named for r, named in reports if not r.published),
        unsigned=tuple(named for r, named in reports if not r.outlet),
        bare=tuple(named for r, named in reports if r.id not in with_figures),
        open=tuple(
            (q.question, index.places[f"quantity:{q.id}"])
            for q in index.case.quantities
            if q.estimate.best is None
        ),
        failures=index.case.failures,
    )


def methods(index: Index) -> tuple[Method, ...]:
    """Every method that the case's records name, the most used first for each thing decided."""
    case = index.case
    named = (
        ("Which figures answer one question", [q.method for q in case.quantities]),
        ("How two figures stand to each other", [r.method for r in case.relations]),
        ("Where figures come from", [o.method for o in case.origins]),
        ("Low, best and high", [q.estimate.method for q in case.quantities]),
    )
    return tuple(
        Method(what, name, uses)
        for what, names in named
        for name, uses in Counter(filter(None, names)).most_common()
    )
