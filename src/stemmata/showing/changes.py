"""What changed on the way: each mutation in its words, with where it came in."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Mutation
from .index import Index
from .timeline import day_in_words

_WHAT = {
    "number": "The number",
    "hedge": "How sure the number is",
    "thing": "Who or what is counted",
    "action": "What happened",
    "place": "Of which place",
    "period": "Over what time",
    "attribution": "The source fell away",
    "doubt": "A word of doubt fell away",
}
# How many words of a sentence are shown where a sentence stands for a lost source.
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Changed:
    """One mutation: what, the words and the report on both sides, and what is known of it.

    A report is its label and its place on the page.
    """

    what: str
    old: str
    old_report: tuple[str, str]
    new: str
    new_report: tuple[str, str]
    came_in: str
    shared: tuple[tuple[str, str], ...]
    reason: str


def changes(index: Index) -> tuple[Changed, ...]:
    """The mutations of a case whose reports it holds, those that most reports share first."""
    known = [
        one
        for one in index.case.mutations
        if {one.from_report, one.to_report, *one.shared_by} <= index.reports.keys()
    ]
    return tuple(_changed(index, one) for one in sorted(known, key=lambda m: -len(m.shared_by)))


def _changed(index: Index, one: Mutation) -> Changed:
    came_in = index.labels.get(one.came_in or "", "")
    if came_in and one.since:
        came_in += f", {day_in_words(one.since)}"
    return Changed(
        what=_WHAT.get(one.change, one.change),
        old=_words(one.from_words),
        old_report=_report(index, one.from_report),
        new=_words(one.to_words),
        new_report=_report(index, one.to_report),
        came_in=came_in,
        shared=tuple(_report(index, r) for r in one.shared_by),
        reason=one.reason,
    )


def _report(index: Index, report: str) -> tuple[str, str]:
    return index.labels[report], index.places[f"report:{report}"]


def _words(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
