"""The reports in full: every figure and statement marked where it stands, furniture in grey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..model import Figure, Report, Statement
from .index import Index
from .numerals import reach
from .timeline import day_in_words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked alike throughout.

    `anchors` are those of the figures that begin with the piece; `target` (the
    place of its quantity) and `words` stand on every piece of a figure.
    """

    text: str
    furniture: bool = False
    title: bool = False
    statement: bool = False
    figure: bool = False
    anchors: tuple[str, ...] = ()
    target: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Full:
    """One report as read. `url` is empty unless it is a plain web address."""

    label: str
    title: str
    place: str
    published: str
    name: str
    url: str
    sha256: str
    media_type: str
    figures: int
    statements: int
    pieces: tuple[Piece, ...]


def texts(index: Index) -> tuple[Full, ...]:
    """Every report of the case, in the case's order."""
    figures: dict[str, list[Figure]] = {}
    statements: dict[str, list[Statement]] = {}
    for figure in index.case.figures:
        figures.setdefault(figure.report, []).append(figure)
    for statement in index.case.statements:
        statements.setdefault(statement.report, []).append(statement)
    return tuple(
        _full(index, r, figures.get(r.id, []), statements.get(r.id, [])) for r in index.case.reports
    )


def _full(index: Index, report: Report, figures: list[Figure], statements: list[Statement]) -> Full:
    url = report.url or ""
    return Full(
        label=index.labels[report.id],
        title=" ".join((report.title or "").split()),
        place=index.places[f"report:{report.id}"],
        published=day_in_words(report.published) if report.published else "",
        name=report.name,
        url=url if url.lower().startswith(("https://", "http://")) else "",
        sha256=report.sha256,
        media_type=report.media_type,
        figures=len(figures),
        statements=len(statements),
        pieces=tuple(_pieces(index, report, figures, statements)),
    )


def _pieces(
    index: Index, report: Report, figures: list[Figure], statements: list[Statement]
) -> Iterable[Piece]:
    """The text cut wherever a mark begins or ends.

    Where one figure's span lies in another's, the one that begins later marks
    the words that both share.
    """
    layers: dict[str, list[tuple[int, int]]] = {
        "furniture": [(s.start, s.end) for s in report.segments if s.kind == "furniture"],
        "title": [(s.start, s.end) for s in report.segments if s.kind in ("title", "subhead")],
        "statement": [(a, b) for s in statements for a, b in s.content],
    }
    marks = sorted(((f.start, f.end, f) for f in figures), key=lambda m: (m[0], -m[1]))
    cuts = {0, len(report.text)}
    for spans in (*layers.values(), [(a, b) for a, b, _ in marks]):
        cuts.update(c for span in spans for c in span if 0 <= c <= len(report.text))
    order = sorted(cuts)
    cover = {name: _covered(order, spans) for name, spans in layers.items()}
    figure_at = _figures_at(order, marks)
    begin: dict[int, list[str]] = {}
    for start, _, figure in marks:
        begin.setdefault(start, []).append(index.anchors[figure.id])
    for n, (start, end) in enumerate(pairwise(order)):
        marked = figure_at.get(start)
        yield Piece(
            report.text[start:end],
            furniture=cover["furniture"][n],
            title=cover["title"][n],
            statement=cover["statement"][n],
            figure=marked is not None,
            anchors=tuple(begin.get(start, ())),
            target=_target(index, marked) if marked else "",
            words=_words(index, marked) if marked else "",
        )


def _covered(order: list[int], spans: Iterable[tuple[int, int]]) -> list[bool]:
    """For each stretch between two cuts, whether any of the spans covers it."""
    at = {cut: n for n, cut in enumerate(order)}
    change = [0] * (len(order) + 1)
    for start, end in spans:
        if start < end and start in at and end in at:
            change[at[start]] += 1
            change[at[end]] -= 1
    depth, covered = 0, []
    for step in change[: len(order) - 1]:
        depth += step
        covered.append(depth > 0)
    return covered


def _figures_at(order: list[int], marks: list[tuple[int, int, Figure]]) -> dict[int, Figure]:
    at = {cut: n for n, cut in enumerate(order)}
    found: dict[int, Figure] = {}
    for start, end, figure in marks:
        if start in at and end in at:
            found.update((cut, figure) for cut in order[at[start] : at[end]])
    return found


def _target(index: Index, figure: Figure) -> str:
    quantity = index.quantity_of.get(figure.id)
    return index.places[f"quantity:{quantity.id}"] if quantity else ""


def _words(index: Index, figure: Figure) -> str:
    origin = index.origin_of.get(figure.id)
    quantity = index.quantity_of.get(figure.id)
    parts = [reach(figure), f"origin: {origin.name}" if origin else "origin not recorded"]
    if quantity:
        parts.append(quantity.question)
    return " · ".join(parts)
