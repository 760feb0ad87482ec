"""The rows of the case file back into records."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from stemmata.case.spans import check, check_words
from stemmata.model import (
    Case,
    Edge,
    Estimate,
    Failure,
    Figure,
    Grading,
    Mutation,
    Origin,
    Passage,
    Point,
    Quantity,
    Relation,
    Report,
    Segment,
    Source,
    Span,
    Statement,
    Toll,
)

Db = sqlite3.Connection
# Rows come as SQLite gives them: their types are those of tables.py.
Row = tuple[Any, ...]
Lists = defaultdict[Any, list[Any]]


def read_case(db: Db) -> Case:
    """The whole case, without the original bytes, every span checked. Raises SpanError."""
    reports = tuple(_reports(db))
    case = Case(
        reports=reports,
        failures=tuple(Failure(*row) for row in _rows(db, "failures", "name, reason, remedy")),
        statements=tuple(_statements(db, {report.id: report.text for report in reports})),
        figures=tuple(_figures(db)),
        tolls=tuple(_tolls(db, {report.id: report.text for report in reports})),
        passages=tuple(_passages(db)),
        sources=tuple(_sources(db)),
        origins=tuple(_origins(db)),
        quantities=tuple(_quantities(db)),
        relations=tuple(_relations(db)),
        edges=tuple(_edges(db)),
        mutations=tuple(_mutations(db)),
    )
    check(case)
    return case


def _reports(db: Db) -> Iterator[Report]:
    segments: Lists = defaultdict(list)
    for report, *fields in _rows(db, "segments", 'report, start, "end", kind, detail'):
        segments[report].append(Segment(*fields))
    columns = "id, name, sha256, text, title, outlet, published, published_from, url, media_type"
    for id_, name, sha256, text, *rest in _rows(db, "reports", columns):
        yield Report(id_, name, sha256, text, tuple(segments[id_]), *rest)


def _statements(db: Db, texts: dict[str, str]) -> Iterator[Statement]:
    spans: Lists = defaultdict(list)
    words: Lists = defaultdict(list)
    columns = 'statement, role, start, "end", text'
    for statement, role, start, end, text in _rows(db, "statement_spans", columns):
        spans[statement, role].append(Span(start, end))
        words[statement].append((Span(start, end), text))
    columns = "id, report, manner, source_name, organisation, via, cue_class"
    for id_, *rest in _rows(db, "statements", columns):
        report, manner, name, organisation, via, cue_class = rest
        for span, text in words[id_]:
            check_words(report, texts.get(report, ""), span, text, f"statement {id_}")
        source, cue = (next(iter(spans[id_, role]), None) for role in ("source", "cue"))
        content, chain = (tuple(spans[id_, role]) for role in ("content", "chain"))
        yield Statement(
            id_, report, source, cue, content, manner, name, organisation, via, cue_class, chain
        )


def _figures(db: Db) -> Iterator[Figure]:
    columns = (
        'id, report, start, "end", text, modifier, low, high, kind, unit, thing, action, '
        "place, period, source, via, part_of, statement, head, organisation"
    )
    names = columns.replace('"', "").split(", ")
    columns += ", quoted, sentence_start, sentence_end"
    for *fields, quoted, start, end in _rows(db, "figures", columns):
        known = dict(zip(names, fields, strict=True))
        yield Figure(**known, quoted=bool(quoted), sentence=Span(start, end))


def _tolls(db: Db, texts: dict[str, str]) -> Iterator[Toll]:
    spans: Lists = defaultdict(list)
    for report, harm, start, end, words in _rows(
        db, "toll_spans", 'report, harm, start, "end", text'
    ):
        span = Span(start, end)
        check_words(report, texts.get(report, ""), span, words, f"toll of the {harm}")
        spans[report, harm].append(span)
    figures: Lists = defaultdict(list)
    for report, harm, figure in _rows(db, "toll_figures", "report, harm, figure"):
        figures[report, harm].append(figure)
    for report, harm, low, high, reason in _rows(db, "tolls", "report, harm, low, high, reason"):
        counted = tuple(spans[report, harm]), tuple(figures[report, harm])
        yield Toll(report, harm, low, high, *counted, reason)


def _passages(db: Db) -> Iterator[Passage]:
    spans: Lists = defaultdict(list)
    for passage, side, start, end in _rows(db, "passage_spans", 'passage, side, start, "end"'):
        spans[passage, side].append(Span(start, end))
    columns = "id, a, b, kind, words, reason, earlier, one_outlet"
    for id_, a, b, kind, words, reason, earlier, one_outlet in _rows(db, "passages", columns):
        a_spans, b_spans = tuple(spans[id_, "a"]), tuple(spans[id_, "b"])
        yield Passage(a, b, a_spans, b_spans, kind, words, reason, earlier, bool(one_outlet))


def _sources(db: Db) -> Iterator[Source]:
    spellings = _lists(db, "spellings", "source, spelling")
    statements = _lists(db, "source_statements", "source, statement")
    for row in _rows(db, "sources", "id, name, kind, organisation, reason"):
        id_, name, kind, organisation, reason = row
        yield Source(
            id_, name, kind, tuple(spellings[id_]), organisation, tuple(statements[id_]), reason
        )


def _origins(db: Db) -> Iterator[Origin]:
    lists = [
        _lists(db, "origin_figures", "origin, figure"),
        _lists(db, "origin_statements", "origin, statement"),
        _lists(db, "origin_reports", "origin, report"),
        _lists(db, "origin_spellings", "origin, spelling"),
    ]
    for id_, name, kind, method, reason in _rows(db, "origins", "id, name, kind, method, reason"):
        figures, statements, reports, spellings = (tuple(one[id_]) for one in lists)
        yield Origin(id_, name, kind, figures, statements, reports, spellings, method, reason)


def _quantities(db: Db) -> Iterator[Quantity]:
    lists = [
        _lists(db, "quantity_figures", "quantity, figure"),
        _lists(db, "quantity_reports", "quantity, report"),
        _lists(db, "quantity_origins", "quantity, origin"),
        _lists(db, "quantity_unknown", "quantity, figure"),
    ]
    estimates = _estimates(db)
    points: Lists = defaultdict(list)
    columns = "quantity, day, low, best, high, figures, independent_origins"
    for id_, *point in _rows(db, "series", columns):
        points[id_].append(Point(*point))
    graded = _rows(db, "gradings", "quantity, grade, scheme, reason")
    gradings = {id_: Grading(*rest) for id_, *rest in graded}
    columns = "id, question, measure_type, unit, method, reason"
    for id_, question, measure_type, unit, method, reason in _rows(db, "quantities", columns):
        figures, reports, origins, unknown = (tuple(one[id_]) for one in lists)
        yield Quantity(
            id_, question, measure_type, unit, figures, reports, origins, unknown,
            estimates[id_], method, reason, tuple(points[id_]), gradings.get(id_),
        )  # fmt: skip


def _estimates(db: Db) -> dict[str, Estimate]:
    took = _lists(db, "estimate_took", "quantity, figure")
    left = _lists(db, "estimate_left", "quantity, figure")
    return {
        id_: Estimate(method, low, best, high, tuple(took[id_]), tuple(left[id_]), reason)
        for id_, method, low, best, high, reason in _rows(
            db, "estimates", "quantity, method, low, best, high, reason"
        )
    }


def _relations(db: Db) -> Iterator[Relation]:
    for row in _rows(db, "relations", "a, b, relation, reason, method, quantity"):
        yield Relation(*row)


def _edges(db: Db) -> Iterator[Edge]:
    evidence: Lists = defaultdict(list)
    for edge, *place in _rows(db, "edge_evidence", 'edge, report, start, "end"'):
        evidence[edge].append(tuple(place))
    columns = "id, tail, head, kind, inferred, reason"
    for id_, tail, head, kind, inferred, reason in _rows(db, "edges", columns):
        yield Edge(tail, head, kind, bool(inferred), reason, tuple(evidence[id_]))


def _mutations(db: Db) -> Iterator[Mutation]:
    reports = _lists(db, "mutation_reports", "mutation, report")
    columns = (
        "id, change, from_report, from_start, from_end, from_words, to_report, to_start, to_end, "
        "to_words, from_figure, to_figure, came_in, since, origin, reason"
    )
    for row in _rows(db, "mutations", columns):
        id_, change, old, a, b, old_words, new, c, d, new_words, *rest = row
        from_figure, to_figure, came_in, since, origin, reason = rest
        yield Mutation(
            change, old, Span(a, b), old_words, new, Span(c, d), new_words, from_figure,
            to_figure, came_in, since, tuple(reports[id_]), origin, reason,
        )  # fmt: skip


def _rows(db: Db, table: str, columns: str) -> Iterator[Row]:
    """Rows in the order in which they were written, which is that of the records."""
    yield from db.execute(f"SELECT {columns} FROM {table} ORDER BY rowid")


def _lists(db: Db, table: str, columns: str) -> Lists:
    lists: Lists = defaultdict(list)
    for owner, value in _rows(db, table, columns):
        lists[owner].append(value)
    return lists
