"""Invented reports for the tests of the reading room: lines become segments."""

from __future__ import annotations

from functools import cache

from stemmata.model import Report, Segment, Statement
from stemmata.reading.english.parse import Parse, parse
from stemmata.reading.quotations import quotations
from stemmata.reading.statements import find_statements


def report(text: str, *, title: bool = False, furniture: tuple[int, ...] = ()) -> Report:
    """A report of `text`: one body segment a line; the first is the title if `title`."""
    segments, at = [], 0
    for n, line in enumerate(text.split("\n")):
        if line.strip():
            kind = "furniture" if n in furniture else "title" if title and not n else "body"
            segments.append(Segment(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    return Report(id="r", name="r.txt", sha256="", text=text, segments=tuple(segments))


@cache
def read(text: str, title: bool = False) -> tuple[Parse, tuple[Statement, ...]]:
    """Parse an invented report and find its statements."""
    made = report(text, title=title)
    parsed = parse(made)
    return parsed, find_statements(parsed, quotations(made))


def cut(text: str, span: tuple[int, int] | None) -> str | None:
    """The words of a span."""
    return None if span is None else text[span[0] : span[1]]


def holding(text: str, words: str, *, title: bool = False) -> Statement | None:
    """The innermost statement whose content covers `words`."""
    start = text.index(words)
    end = start + len(words)
    found = [
        (s.end - s.start, statement.id, statement)
        for statement in read(text, title)[1]
        for s in statement.content
        if s.start <= start and end <= s.end
    ]
    return min(found)[2] if found else None
