"""Readings made of invented sentences, for the tests of tracing."""

from __future__ import annotations

import re
from dataclasses import replace

from stemmata.model import Figure, Kind, Modifier, Reading, Report, Segment, Span


def report(
    name: str, text: str, *, outlet: str | None = None, published: str | None = None
) -> Report:
    """A report of that text: its first line the title, the others the body."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    segments = tuple(
        Segment(m.start(), m.end(), "title" if i == 0 else "body") for i, m in enumerate(lines)
    )
    return Report(
        name,
        name,
        "0" * 64,
        text,
        segments,
        title=text.split("\n")[0],
        outlet=outlet,
        published=published,
    )


def figure(
    where: Report,
    words: str,
    low: float | None,
    thing: str,
    source: str | None = None,
    *,
    via: str | None = None,
    action: str | None = "kill",
    modifier: Modifier = "exact",
    unit: str = "person",
    kind: Kind = "count",
    nth: int = 0,
    quoted: bool = False,
    organisation: str | None = None,
) -> Figure:
    """A figure at the nth place where its words stand in the report."""
    places = [m.span() for m in re.finditer(re.escape(words), where.text)]
    start, end = places[nth]
    high = low if modifier == "exact" else None
    return Figure(
        f"{where.id}-{start}",
        where.id,
        start,
        end,
        words,
        modifier,
        low,
        high,
        kind,
        unit,
        thing,
        action,
        None,
        None,
        source,
        via,
        quoted,
        organisation=organisation,
    )


def reading(where: Report, *figures: Figure) -> Reading:
    """A reading with those figures and no statements; sentences end at full stops."""
    placed = []
    for each in figures:
        cuts = [m.end() for m in re.finditer(r"(?<=[.!?”])\s|\n", where.text)]
        start = max([0, *(c for c in cuts if c <= each.start)])
        end = min([len(where.text), *(c for c in cuts if c >= each.end)])
        placed.append(replace(each, sentence=Span(start, end)))
    return Reading(where, (), tuple(placed))
