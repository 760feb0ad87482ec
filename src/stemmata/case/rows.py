"""Records into the rows of the case file."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence

from stemmata.errors import RecordError
from stemmata.model import (
    Case,
    Edge,
    Failure,
    Figure,
    Mutation,
    Origin,
    Passage,
    Quantity,
    Relation,
    Report,
    Source,
    Span,
    Statement,
    Toll,
)

Value = str | int | float | bytes | None
Db = sqlite3.Connection


def write_report(db: Db, report: Report) -> None:
    """A report, its lines and, where the record carries them, its original bytes."""
    if report.original:
        _write_original(db, report)
    _row(
        db, "reports",
        report.id, report.name, report.outlet, report.title, report.published,
        report.published_from, report.url, report.media_type, report.sha256, report.text,
    )  # fmt: skip
    for position, segment in enumerate(report.segments):
        _row(
            db, "segments",
            report.id, position, segment.start, segment.end, segment.kind, segment.detail,
        )  # fmt: skip


def _write_original(db: Db, report: Report) -> None:
    found = hashlib.sha256(report.original).hexdigest()
    if found != report.sha256:
        raise RecordError(
            f"Report {report.id}: its original has the SHA-256 {found[:12]}…, and the report "
            f"names {report.sha256[:12]}…. It is not stored; read the file again."
        )
    db.execute(
        "INSERT OR IGNORE INTO originals VALUES (?, ?, ?)",
        (report.sha256, len(report.original), report.original),
    )


def write_statement(db: Db, statement: Statement, text: str) -> None:
    """A statement and its spans with their words, cut from the report's `text`."""
    _row(
        db, "statements",
        statement.id, statement.report, statement.manner,
        statement.source_name, statement.organisation, statement.via, statement.cue_class,
    )  # fmt: skip
    spans = [("source", 0, statement.source), ("cue", 0, statement.cue)]
    spans += [("content", i, span) for i, span in enumerate(statement.content)]
    spans += [("chain", i, span) for i, span in enumerate(statement.chain)]
    for role, position, span in spans:
        if span is not None:
            words = text[span.start : span.end]
            _row(db, "statement_spans", statement.id, role, position, *span, words)


def write_figure(db: Db, figure: Figure) -> None:
    """One figure."""
    _row(
        db, "figures",
        figure.id, figure.report, figure.start, figure.end, figure.text, figure.modifier,
        _real(figure.low), _real(figure.high), figure.kind, figure.unit, figure.thing,
        figure.action, figure.place, figure.period, figure.source, figure.organisation,
        figure.via, int(figure.quoted), figure.part_of, figure.statement, figure.head,
        *figure.sentence,
    )  # fmt: skip


def write_toll(db: Db, toll: Toll, text: str) -> None:
    """A toll, the phrases it was counted from, cut from the report's `text`, and its figures."""
    key = toll.report, toll.harm
    _row(db, "tolls", *key, _real(toll.low), _real(toll.high), toll.reason)
    for position, span in enumerate(toll.spans):
        _row(db, "toll_spans", *key, position, *span, text[span.start : span.end])
    for position, figure in enumerate(toll.figures):
        _row(db, "toll_figures", *key, position, figure)


def write_failure(db: Db, failure: Failure) -> None:
    """Something that could not be read."""
    _row(db, "failures", failure.name, failure.reason, failure.remedy)


def write_traced(db: Db, case: Case) -> None:
    """What all reports together gave. The tables must be empty."""
    for number, passage in enumerate(case.passages):
        _write_passage(db, number, passage)
    for source in case.sources:
        _write_source(db, source)
    for origin in case.origins:
        _write_origin(db, origin)
    for quantity in case.quantities:
        _write_quantity(db, quantity)
    for relation in case.relations:
        _write_relation(db, relation)
    for number, edge in enumerate(case.edges):
        _write_edge(db, number, edge)
    for number, mutation in enumerate(case.mutations):
        _write_mutation(db, number, mutation)


def _write_passage(db: Db, number: int, passage: Passage) -> None:
    _row(
        db, "passages",
        number, passage.a, passage.b, passage.kind, passage.words, passage.earlier,
        int(passage.one_outlet), passage.reason,
    )  # fmt: skip
    sides: tuple[tuple[str, Sequence[Span]], ...]
    sides = (("a", passage.a_spans), ("b", passage.b_spans))
    for side, spans in sides:
        for position, span in enumerate(spans):
            _row(db, "passage_spans", number, side, position, *span)


def _write_source(db: Db, source: Source) -> None:
    _row(
        db, "sources",
        source.id, source.name, source.kind, source.organisation, source.reason,
    )  # fmt: skip
    _list(db, "spellings", source.id, source.spellings)
    _list(db, "source_statements", source.id, source.statements)


def _write_origin(db: Db, origin: Origin) -> None:
    _row(db, "origins", origin.id, origin.name, origin.kind, origin.method, origin.reason)
    _list(db, "origin_figures", origin.id, origin.figures)
    _list(db, "origin_statements", origin.id, origin.statements)
    _list(db, "origin_reports", origin.id, origin.reports)
    _list(db, "origin_spellings", origin.id, origin.spellings)


def _write_quantity(db: Db, quantity: Quantity) -> None:
    _row(
        db, "quantities",
        quantity.id, quantity.question, quantity.measure_type, quantity.unit,
        quantity.method, quantity.reason,
    )  # fmt: skip
    _list(db, "quantity_figures", quantity.id, quantity.figures)
    _list(db, "quantity_reports", quantity.id, quantity.reports)
    _list(db, "quantity_origins", quantity.id, quantity.origins)
    _list(db, "quantity_unknown", quantity.id, quantity.unknown)
    estimate = quantity.estimate
    _row(
        db, "estimates",
        quantity.id, estimate.method, _real(estimate.low), _real(estimate.best),
        _real(estimate.high), estimate.reason,
    )  # fmt: skip
    _list(db, "estimate_took", quantity.id, estimate.took)
    _list(db, "estimate_left", quantity.id, estimate.left)
    for point in quantity.series:
        _row(
            db, "series",
            quantity.id, point.day, _real(point.low), _real(point.best), _real(point.high),
            point.figures, point.independent_origins,
        )  # fmt: skip
    if quantity.grading is not None:
        own = quantity.grading
        _row(db, "gradings", quantity.id, own.grade, own.scheme, own.reason)


def _write_relation(db: Db, relation: Relation) -> None:
    _row(
        db, "relations",
        relation.a, relation.b, relation.relation, relation.quantity, relation.method,
        relation.reason,
    )  # fmt: skip


def _write_edge(db: Db, number: int, edge: Edge) -> None:
    _row(db, "edges", number, edge.tail, edge.head, edge.kind, int(edge.inferred), edge.reason)
    for position, (report, start, end) in enumerate(edge.evidence):
        _row(db, "edge_evidence", number, position, report, start, end)


def _write_mutation(db: Db, number: int, one: Mutation) -> None:
    _row(
        db, "mutations",
        number, one.change, one.from_report, *one.from_span, one.from_words, one.to_report,
        *one.to_span, one.to_words, one.from_figure, one.to_figure, one.came_in, one.since,
        one.origin, one.reason,
    )  # fmt: skip
    for position, report in enumerate(one.shared_by):
        _row(db, "mutation_reports", number, position, report)


def _row(db: Db, table: str, *values: Value) -> None:
    places = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO {table} VALUES ({places})", values)


def _list(db: Db, table: str, owner: str, values: Iterable[str]) -> None:
    db.executemany(
        f"INSERT INTO {table} VALUES (?, ?, ?)",
        ((owner, position, value) for position, value in enumerate(values)),
    )


def _real(value: float | None) -> float | None:
    """SQLite takes no whole number above 2**63, and a figure may well be one."""
    return None if value is None else float(value)
