"""Furniture that only shows when reports lie side by side: lines that an outlet repeats,
and headlines of other reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemmata.intake.head import normal
from stemmata.model import Report, Segment

REPEATED_IN = 3
"""In how many reports of one outlet a line must stand to be the outlet's and not the reports'."""


def across(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports again, with furniture that only shows when they lie side by side.

    Two signs: a line that stands in several reports of one outlet, and a line that is
    the title of another report. Neither is used on sentences in the middle of a
    body, since outlets repeat whole paragraphs of background.
    """
    repeated = _repeated_lines(reports)
    owners = _title_owners(reports)
    return tuple(_marked(report, repeated, owners) for report in reports)


def _repeated_lines(reports: Sequence[Report]) -> dict[str, set[str]]:
    """For each outlet the lines that stand in at least `REPEATED_IN` different reports."""
    places: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in reports:
        if not report.outlet:
            continue
        lines = [line for _, line in _plain_lines(report)]
        # Editions of one report share their lines because they are one report.
        edition = lines[0] if lines else ""
        for line in lines:
            places[report.outlet][line].add(edition)
    return {
        outlet: {line for line, found in lines.items() if len(found) >= REPEATED_IN}
        for outlet, lines in places.items()
    }


def _title_owners(reports: Sequence[Report]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report.title and len(normal(report.title).split()) >= 4:
            owners[normal(report.title)].add(report.id)
    return owners


def _plain_lines(report: Report) -> list[tuple[int, str]]:
    """The lines of kinds that may turn out to be furniture, short enough to be any."""
    return [
        (i, normal(report.text[segment.start : segment.end]))
        for i, segment in enumerate(report.segments)
        if segment.kind in ("body", "subhead", "kicker") and segment.end - segment.start <= 300
    ]


def _marked(report: Report, repeated: dict[str, set[str]], owners: dict[str, set[str]]) -> Report:
    found: dict[int, str] = {}
    own = normal(report.title or "")
    if sum(segment.kind == "body" for segment in report.segments) < 2:
        return report
    for i, line in _plain_lines(report):
        others = owners.get(line, set()) - {report.id}
        if others and line != own and _is_loose(report, i):
            found[i] = "related link"
        elif line in repeated.get(report.outlet or "", set()) and _is_loose(report, i):
            found[i] = "repeated line"
    if not found:
        return report
    marked = tuple(
        Segment(segment.start, segment.end, "furniture", found[i]) if i in found else segment
        for i, segment in enumerate(report.segments)
    )
    return replace(report, segments=marked)


def _is_loose(report: Report, i: int) -> bool:
    """Whether a line may be furniture: no sentence, or one that stands with furniture."""
    parts = report.segments
    if any(0 <= near < len(parts) and parts[near].kind == "furniture" for near in (i - 1, i + 1)):
        return True
    text = report.text[parts[i].start : parts[i].end]
    return not text.endswith((".", "!", "?", '"', "”", "’")) and not text[0].islower()
