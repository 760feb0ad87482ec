"""A case as tables for other programs: JSON Lines, or CSV for spreadsheets.

A figure has the fields under which gold figures are annotated (docs/commands.md
lists them); `group` is the id of its quantity. Two exports of one case are the
same, byte for byte.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args

from stemmata.errors import ShowingError
from stemmata.model import (
    Case,
    CueClass,
    Figure,
    Origin,
    Point,
    Quantity,
    Relation,
    Report,
    Span,
    Statement,
    Toll,
)
from stemmata.showing.links import Row, link_tables

Format = Literal["jsonl", "csv"]

# A spreadsheet takes a cell that begins so for a formula, and a report's words
# must never run as one (OWASP, "CSV Injection"; full-width forms are taken alike).
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    # Spreadsheets cut a cell at 32,767 characters, so text and segments stay out.
    "reports": (
        "id", "name", "title", "outlet", "published", "published_from", "url", "media_type",
        "sha256",
    ),
    "statements": (
        "id", "report", "source", "cue", "content", "manner", "source_name", "via",
        "organisation", "cue_class", "chain",
    ),
    "figures": (
        "id", "report", "start", "end", "text", "modifier", "low", "high", "kind", "unit",
        "thing", "action", "place", "period", "source", "via", "quoted", "part_of", "group",
        "statement", "cue_class",
    ),
    "quantities": (
        "id", "question", "measure_type", "unit", "low", "best", "high", "estimate_method",
        "estimate_reason", "estimate_took", "estimate_left", "suggested_grade", "grade_scheme",
        "grade_reason", "figures", "reports", "origins", "unknown_origin",
        "independent_origins", "method", "reason",
    ),
    "series": (
        "quantity", "question", "day", "low", "best", "high", "unit", "figures",
        "independent_origins",
    ),
    "relations": ("a", "b", "relation", "quantity", "question", "method", "reason"),
    "origins": (
        "id", "name", "kind", "figures", "statements", "reports", "spellings", "question",
        "method", "reason",
    ),
    "tolls": ("report", "harm", "low", "high", "spans", "words", "figures", "reason"),
    "passages": (
        "a", "b", "kind", "words", "earlier", "one_outlet", "a_spans", "b_spans", "reason",
    ),
    "sources": ("id", "name", "kind", "organisation", "spellings", "statements", "reason"),
    "nodes": ("id", "kind", "name"),
    "edges": ("tail", "head", "kind", "inferred", "evidence", "reason"),
    "mutations": (
        "change", "from_words", "to_words", "from_report", "from_span", "to_report", "to_span",
        "from_figure", "to_figure", "came_in", "since", "shared_by", "origin", "reason",
    ),
    "details": (
        "figure", "report", "measure_type", "start_date", "end_date", "as_of", "date_precision",
        "date_reason", "action_class", "people_class", "policy", "policy_low", "policy_high",
        "places",
    ),
}  # fmt: skip
"""The columns of each table as CSV."""


def export(
    case: Case, folder: Path, format: Format = "jsonl", details: Sequence[Row] = ()
) -> tuple[Path, ...]:
    """Write the case's tables into `folder`, which is made where it is not there.

    `details` are rows about the figures that stand in a table of their own.
    Returns the paths of the tables, in the order of `COLUMNS`. Files of these names
    are replaced, each as a whole. Raises ShowingError where the format is none of
    these or the folder cannot be written to.
    """
    check_format(format)
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in (tables(case) | {"details": list(details)}).items():
            path = folder / f"{name}.{format}"
            content = _csv(rows, COLUMNS[name]) if format == "csv" else _jsonl(rows)
            replace_file(path, content)
            written.append(path)
    except OSError as error:
        raise ShowingError(
            f"{error.filename or folder}: {error.strerror}. Name a folder that can be written to."
        ) from error
    return tuple(written)


def check_format(format: str) -> None:
    """Check that tables can be written in `format`. Raises ShowingError, which names those."""
    known = get_args(Format)
    if format not in known:
        raise ShowingError(f"No tables are written as {format!r}. Known are: {', '.join(known)}.")


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then into it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def tables(case: Case) -> dict[str, list[Row]]:
    """The rows of every table by its name, in the order of the case."""
    group = {figure: one.id for one in reversed(case.quantities) for figure in one.figures}
    questions = {one.id: one.question for one in case.quantities}
    texts = {one.id: one.text for one in case.reports}
    classes = {one.id: one.cue_class for one in case.statements}
    return {
        "reports": [report_row(one) for one in case.reports],
        "statements": [statement_row(one) for one in case.statements],
        "figures": [
            figure_row(one, group.get(one.id), classes.get(one.statement or ""))
            for one in case.figures
        ],
        "quantities": [quantity_row(one) for one in case.quantities],
        "series": [series_row(one, point) for one in case.quantities for point in one.series],
        "relations": [relation_row(one, group, questions) for one in case.relations],
        "origins": [origin_row(one) for one in case.origins],
        "tolls": [toll_row(one, texts[one.report]) for one in case.tolls],
        **link_tables(case),
    }


def report_row(report: Report) -> Row:
    """A report: what is known of it, its text, and its lines as [start, end, kind, detail]."""
    return {
        "id": report.id,
        "name": report.name,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "published_from": report.published_from,
        "url": report.url,
        "media_type": report.media_type,
        "sha256": report.sha256,
        "text": report.text,
        "segments": [[one.start, one.end, one.kind, one.detail] for one in report.segments],
    }


def statement_row(statement: Statement) -> Row:
    """A statement; spans are [start, end] in code points of the report's text."""
    return {
        "id": statement.id,
        "report": statement.report,
        "source": _span(statement.source),
        "cue": _span(statement.cue),
        "content": [_span(one) for one in statement.content],
        "manner": statement.manner,
        "source_name": statement.source_name,
        "via": statement.via,
        "organisation": statement.organisation,
        "cue_class": statement.cue_class,
        "chain": [_span(one) for one in statement.chain],
    }


def figure_row(figure: Figure, group: str | None, cue_class: CueClass | None = None) -> Row:
    """A figure with the fields of the gold, and the id and class of its statement.

    A figure whose `cue_class` is "denying" is denied, and reported by nobody there.
    """
    return {
        "id": figure.id,
        "report": figure.report,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "modifier": figure.modifier,
        "low": number(figure.low),
        "high": number(figure.high),
        "kind": figure.kind,
        "unit": figure.unit,
        "thing": figure.thing,
        "action": figure.action,
        "place": figure.place,
        "period": figure.period,
        "source": figure.source,
        "via": figure.via,
        "quoted": figure.quoted,
        "part_of": figure.part_of,
        "group": group,
        "statement": figure.statement,
        "cue_class": cue_class,
    }


def quantity_row(quantity: Quantity) -> Row:
    """A quantity with its estimate; `unknown_origin` are its figures without an origin."""
    estimate, graded = quantity.estimate, quantity.grading
    return {
        "id": quantity.id,
        "question": quantity.question,
        "measure_type": quantity.measure_type,
        "unit": quantity.unit,
        "low": number(estimate.low),
        "best": number(estimate.best),
        "high": number(estimate.high),
        "estimate_method": estimate.method,
        "estimate_reason": estimate.reason,
        "estimate_took": list(estimate.took),
        "estimate_left": list(estimate.left),
        "suggested_grade": graded.grade if graded else None,
        "grade_scheme": graded.scheme if graded else None,
        "grade_reason": graded.reason if graded else None,
        "figures": list(quantity.figures),
        "reports": list(quantity.reports),
        "origins": list(quantity.origins),
        "unknown_origin": list(quantity.unknown),
        "independent_origins": quantity.independent_origins,
        "method": quantity.method,
        "reason": quantity.reason,
    }


def series_row(quantity: Quantity, point: Point) -> Row:
    """What was told of a quantity on one day."""
    return {
        "quantity": quantity.id,
        "question": quantity.question,
        "day": point.day,
        "low": number(point.low),
        "best": number(point.best),
        "high": number(point.high),
        "unit": quantity.unit,
        "figures": point.figures,
        "independent_origins": point.independent_origins,
    }


def relation_row(relation: Relation, group: Mapping[str, str], questions: Mapping[str, str]) -> Row:
    """A relation, with the question that both figures answer, or both questions."""
    ids = [group.get(relation.a), group.get(relation.b)]
    if relation.quantity is not None:
        ids = [relation.quantity]
    asked = dict.fromkeys(questions[id_] for id_ in ids if id_ is not None and id_ in questions)
    return {
        "a": relation.a,
        "b": relation.b,
        "relation": relation.relation,
        "quantity": relation.quantity,
        "question": " / ".join(asked) or None,
        "method": relation.method,
        "reason": relation.reason,
    }


def origin_row(origin: Origin) -> Row:
    """An origin and all that goes back to it."""
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind,
        "figures": list(origin.figures),
        "statements": list(origin.statements),
        "reports": list(origin.reports),
        "spellings": list(origin.spellings),
        "question": _whence(origin),
        "method": origin.method,
        "reason": origin.reason,
    }


def toll_row(toll: Toll, text: str) -> Row:
    """A toll; `words` are the phrases of the report's `text` that were counted."""
    return {
        "report": toll.report,
        "harm": toll.harm,
        "low": number(toll.low),
        "high": number(toll.high),
        "spans": [_span(one) for one in toll.spans],
        "words": [" ".join(text[one.start : one.end].split()) for one in toll.spans],
        "figures": list(toll.figures),
        "reason": toll.reason,
    }


def _whence(origin: Origin) -> str:
    counts = [
        f"{len(ids)} {word if len(ids) == 1 else word + 's'}"
        for ids, word in ((origin.figures, "figure"), (origin.statements, "statement"))
        if ids
    ]
    verb = "does" if len(origin.figures) + len(origin.statements) == 1 else "do"
    where = f"{len(origin.reports)} report{'s' if len(origin.reports) != 1 else ''}"
    return f"Where {verb} {' and '.join(counts) or 'the words'} in {where} come from?"


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def number(value: float | None) -> int | float | None:
    """A whole number as an int, as the gold has it; what cannot be written in JSON as null."""
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else value


def _jsonl(rows: Iterable[Row]) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
    return "".join(f"{_one_line(line)}\n" for line in lines).encode()


def _one_line(line: str) -> str:
    """Line ends of Unicode, at which some readers of JSON Lines would cut a row, as escapes."""
    for end in "\x85\u2028\u2029":
        line = line.replace(end, f"\\u{ord(end):04x}")
    return line


def _csv(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    # Spreadsheets take a CSV for UTF-8 only where it begins with a byte order mark.
    text = io.StringIO("\ufeff", newline="")
    text.seek(1)
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
    return text.getvalue().encode()


def _cell(value: Any) -> str | int | float:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return value
        case list() if all(isinstance(one, str) for one in value):
            return _harmless("; ".join(value))
        case list():
            return json.dumps(value)
        case _:
            return _harmless(str(value))


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
