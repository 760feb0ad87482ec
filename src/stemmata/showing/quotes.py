"""Each outlet in its own words: the sentence around a figure, cut from its report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Figure, Report, Statement
from .drawings import Tick, glyph
from .index import Index
from .numerals import reach

# Characters of the sentence that stay on either side of the number: two lines
# on a phone before it, three after it, where the counted thing mostly stands.
BEFORE, AFTER = 90, 130
# What is told of a figure that stands in words of such a class; a denial is no report.
STANCES = {
    "denying": "denied",
    "doubting": "told with doubt",
    "promising": "promised",
    "belief": "a belief",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """One figure in its sentence; `before` and `after` have "…" where they were cut.

    `farther` is true where the origin is not plainly the source already named.
    `stance` tells in words what the cue commits the report to where that is less
    than a report ("denied"); `chain` names the links from the outlet to the first
    speaker where the text names more than one.
    """

    before: str
    number: str
    after: str
    anchor: str
    reach: str
    glyph: Tick
    origin: str
    source: str
    via: str
    quoted: bool
    farther: bool
    stance: str = ""
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of one question."""

    label: str
    place: str
    published: str
    quotes: tuple[Quote, ...]


def cells(index: Index, figures: Iterable[Figure]) -> tuple[Cell, ...]:
    """The figures by report, in the order of the reports' dates, unknown dates last."""
    by_report: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.report in index.reports:
            by_report.setdefault(figure.report, []).append(figure)
    order = sorted(by_report, key=lambda i: (index.reports[i].published or "~", index.labels[i]))
    return tuple(
        Cell(
            label=index.labels[i],
            place=index.places[f"report:{i}"],
            published=index.reports[i].published or "",
            quotes=tuple(quote(index, f) for f in sorted(by_report[i], key=lambda f: f.start)),
        )
        for i in order
    )


def quote(index: Index, figure: Figure) -> Quote:
    """A figure in its own sentence, shortened around the number."""
    before, after = _around(index.reports[figure.report], figure)
    origin = index.origin_of.get(figure.id)
    statement = index.statements.get(figure.statement or "")
    return Quote(
        before=before,
        number=figure.text,
        after=after,
        anchor=index.anchors[figure.id],
        reach=reach(figure),
        glyph=glyph(index, figure),
        origin=origin.name if origin else "",
        source=figure.source or "",
        via=figure.via or "",
        quoted=figure.quoted,
        farther=origin is not None and not _same(origin.name, figure.source or ""),
        stance=STANCES.get(statement.cue_class or "", "") if statement else "",
        chain=_links(index, statement),
    )


def _links(index: Index, statement: Statement | None) -> tuple[str, ...]:
    if statement is None or statement.report not in index.reports:
        return ()
    text = index.reports[statement.report].text
    return tuple(" ".join(text[s.start : s.end].split()) for s in statement.chain)


def _same(origin: str, source: str) -> bool:
    a, b = origin.casefold(), source.casefold()
    return bool(b) and (a in b or b in a)


def _around(report: Report, figure: Figure) -> tuple[str, str]:
    start, end = figure.sentence
    if not (start <= figure.start and figure.end <= end):
        start, end = _line(report.text, figure)
    return (
        _tail(report.text[start : figure.start], BEFORE),
        _head(report.text[figure.end : end], AFTER),
    )


def _line(text: str, figure: Figure) -> tuple[int, int]:
    end = text.find("\n", figure.end)
    return text.rfind("\n", 0, figure.start) + 1, len(text) if end < 0 else end


def _tail(words: str, most: int) -> str:
    words = re.sub(r"\s+", " ", words).lstrip()
    if len(words) <= most:
        return words
    cut = words[-most:]
    return f"… {cut[cut.find(' ') + 1 :] if ' ' in cut[:-1] else cut}"


def _head(words: str, most: int) -> str:
    words = re.sub(r"\s+", " ", words).rstrip()
    if len(words) <= most:
        return words
    cut = words[:most]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[1:] else cut} …"
