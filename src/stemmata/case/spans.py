"""Every span is checked against the text that it claims to be cut from.

A span that does not match is refused, never moved to a lookalike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stemmata.errors import SpanError
from stemmata.model import Case, Figure, Mutation, Reading, Report, Span, Statement, Toll

Where = tuple[str, Span, str]
"""A report's id, a span in it, and what the span is of, in words."""


def check_reading(reading: Reading) -> None:
    """Check what one report was found to say. Raises SpanError."""
    text = {reading.report.id: reading.report.text}
    _check_within(text, _segments(reading.report))
    _check_within(text, _statements(reading.statements))
    _check_figures(text, reading.figures)
    _check_within(text, _tolls(reading.tolls))


def check(case: Case) -> None:
    """Check every span of a case. Raises SpanError, which names report and span."""
    texts = {report.id: report.text for report in case.reports}
    for report in case.reports:
        _check_within(texts, _segments(report))
    _check_within(texts, _statements(case.statements))
    _check_figures(texts, case.figures)
    _check_within(texts, _tolls(case.tolls))
    _check_within(texts, _links(case))
    _check_mutations(texts, case.mutations)


def _check_mutations(texts: Mapping[str, str], mutations: Iterable[Mutation]) -> None:
    for one in mutations:
        what = f"{one.change} that changed between {one.from_report} and {one.to_report}"
        for name, span, words in (
            (one.from_report, one.from_span, one.from_words),
            (one.to_report, one.to_span, one.to_words),
        ):
            check_words(name, _text(texts, name, what), span, words, what)


def check_words(report: str, text: str, span: Span, words: str, what: str) -> None:
    """Check that `span` of the report's text holds `words`. Raises SpanError."""
    if not _fits(span, text) or text[span.start : span.end] != words:
        raise _mismatch(report, text, span, what, words)


def _check_figures(texts: Mapping[str, str], figures: Iterable[Figure]) -> None:
    for figure in figures:
        text = _text(texts, figure.report, f"figure {figure.id}")
        span = Span(figure.start, figure.end)
        check_words(figure.report, text, span, figure.text, f"figure {figure.id}")
        if not _fits(figure.sentence, text):
            what = f"sentence of figure {figure.id}"
            raise _mismatch(figure.report, text, figure.sentence, what)


def _check_within(texts: Mapping[str, str], spans: Iterable[Where]) -> None:
    for report, span, what in spans:
        text = _text(texts, report, what)
        if not _fits(span, text):
            raise _mismatch(report, text, span, what)


def _segments(report: Report) -> Iterable[Where]:
    for segment in report.segments:
        yield report.id, Span(segment.start, segment.end), f"line of kind {segment.kind}"


def _statements(statements: Iterable[Statement]) -> Iterable[Where]:
    for statement in statements:
        beside = [span for span in (statement.source, statement.cue) if span is not None]
        for span in (*beside, *statement.content, *statement.chain):
            yield statement.report, span, f"statement {statement.id}"


def _tolls(tolls: Iterable[Toll]) -> Iterable[Where]:
    for toll in tolls:
        for span in toll.spans:
            yield toll.report, span, f"toll of the {toll.harm}"


def _links(case: Case) -> Iterable[Where]:
    for passage in case.passages:
        what = f"passage shared by {passage.a} and {passage.b}"
        for span in passage.a_spans:
            yield passage.a, span, what
        for span in passage.b_spans:
            yield passage.b, span, what
    for edge in case.edges:
        for report, start, end in edge.evidence:
            yield report, Span(start, end), f"link from {edge.tail} to {edge.head}"


def _fits(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def _text(texts: Mapping[str, str], report: str, what: str) -> str:
    if report not in texts:
        raise SpanError(f"The {what} stands in report {report}, which is not in the case.")
    return texts[report]


def _mismatch(report: str, text: str, span: Span, what: str, words: str | None = None) -> SpanError:
    if words is None:
        problem = f"lies outside its text of {len(text)} characters"
    else:
        problem = f"should be {words!r} and is {text[max(span.start, 0) : span.end]!r}"
    return SpanError(
        f"Report {report}: the {what} at {span.start}..{span.end} {problem}. "
        "It is refused, not moved; read the reports again into a new case file."
    )
