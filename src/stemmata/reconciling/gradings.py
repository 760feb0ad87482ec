"""How well a toll is supported, in the words of monitors of harm: a suggestion, never a verdict.

The grades are those that Airwars gives to claims of civilian harm, read on
figures: *fair* where two or more independent origins tell of it, *weak* where one
does, *contested* where origins contradict each other or one denies it,
*discounted* where it is only denied. *Confirmed* means that the party which did it
accepted it, which numbers cannot show: it is never suggested. Where numbers
differ, Every Casualty Counts names ways to settle them, of which two are told:
the range of what is reported, and what most sources say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from stemmata.model import Grade, Grading, Relation
from stemmata.reconciling.estimates import estimate
from stemmata.reconciling.features import Features

SCHEME = "Airwars"
_TOLLS = ("harm-dead", "harm-hurt", "ruin")


def grading(
    figures: Sequence[Features], relations: Sequence[Relation], denied: Collection[str]
) -> Grading | None:
    """The grade that suggests itself for a toll; None for what is no toll.

    `relations` are those within the quantity, `denied` the ids of figures that
    stand in a denial.
    """
    tolls = [f for f in figures if any(d.startswith(_TOLLS) for d in f.deeds)]
    if 2 * len(tolls) <= len(figures) or figures[0].figure.kind != "count":
        return None
    grade, reason = _graded(figures, relations, denied)
    return Grading(grade, SCHEME, reason)


def _graded(
    figures: Sequence[Features], relations: Sequence[Relation], denied: Collection[str]
) -> tuple[Grade, str]:
    against = [f for f in figures if f.figure.id in denied]
    origins = len({f.origin for f in figures if f.origin})
    if len(against) == len(figures):
        return "discounted", "it is told only as something that is denied"
    if against:
        return "contested", "some tell it, and in some reports it is denied"
    if disputes := _disputes(figures, relations):
        return "contested", f"two origins contradict each other: {disputes[0]}; {_ways(figures)}"
    if origins > 1:
        return "fair", f"{origins} independent origins tell it, and none contradicts another"
    if origins:
        return "weak", "a single origin tells it"
    return "weak", "no origin is recorded for it"


def _disputes(figures: Sequence[Features], relations: Sequence[Relation]) -> list[str]:
    """Reasons of the conflicts between two origins."""
    origin = {f.figure.id: f.origin for f in figures}
    return [
        r.reason
        for r in relations
        if r.relation == "conflicts"
        and origin.get(r.a)
        and origin.get(r.b)
        and origin[r.a] != origin[r.b]
    ]


def _ways(figures: Sequence[Features]) -> str:
    whole = estimate(figures, "running total", "range")
    most = estimate(figures, "running total", "most-origins")
    reach = f"{whole.low:,.10g} to {whole.high:,.10g}"
    return f"the range is {reach}, most sources say {most.best:,.10g}"
