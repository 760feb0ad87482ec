"""Stretches inside quotation marks.

Offsets are into the report's own text, the marks themselves left out. Each
paragraph (segment) is read by itself, with the state of an open quotation
carried over: a quotation of several paragraphs gives one span a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from stemmata.model import Report, Segment, Span

_OPENING = frozenset("\u201c\u201e\u201f\u00ab\u300c")
_CLOSING = frozenset("\u201d\u00bb\u300d")
_STRAIGHT = frozenset('"\u2033\uff02')
_SINGLE_OPENING = frozenset("\u2018\u201a\u2039")
_SINGLE = frozenset("'\u2019\u2018\u201a\u2039\u203a")
_MARK = re.compile("[\"\u2033\uff02\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d]|``|''")
_SINGLE_MARK = re.compile("['\u2018\u2019\u201a\u2039\u203a]")
# Words that begin with an apostrophe of their own.
_ELIDED = re.compile(
    r"(?:\d0s|em|tis|twas|til|till|cause|bout|round|n|s|re|ve|ll|d|m|t)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w[\w'\u2019-]*")
# A mark left open before ", the mayor said" ends there: the writer forgot the closing one.
_TAIL = re.compile(
    r",\s+(?:[\w.'\u2019-]+\s+){0,6}?(?:said|says|added|told|stressed|noted|explained|wrote)\b"
)
# Scare quotes: so many words at most, amid a sentence (a term, a title, a doubt).
SCARE_WORDS = 3
# An open quotation may run through so many paragraphs before its closing mark is given up.
FAR = 12

Turn = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A report's quotations, and apart from them its scare quotes."""

    quotations: tuple[Span, ...]
    scare: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    turn: Turn


def quotations(report: Report) -> tuple[Span, ...]:
    """Stretches of speech inside quotation marks, in the order of the text."""
    return quoted(report).quotations


def quoted(report: Report) -> Quoted:
    """Quotations and scare quotes of a report, furniture left out.

    An opening mark that is missing is taken to stand at the paragraph's start
    where a closing mark follows punctuation; a closing mark that is missing, at
    the attribution or the paragraph's end. Apostrophes, feet and inches open
    nothing. Quotations within quotations are part of the outer one.
    """
    text = report.text
    segments = [s for s in report.segments if s.kind != "furniture"]
    marks = [list(_marks(text, s)) for s in segments]
    found: list[Span] = []
    open_before = False
    for k, segment in enumerate(segments):
        spans, open_before = _paragraph(text, segment, marks, k, open_before, segments)
        found += spans
        found += _single(text, segment, spans)
    trimmed = sorted(s for s in (_trim(text, s) for s in found) if s.end > s.start)
    speech = tuple(s for s in trimmed if not _is_scare(text, s, segments))
    kept = set(speech)
    return Quoted(speech, tuple(s for s in trimmed if s not in kept))


def _marks(text: str, segment: Segment) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, segment.start, segment.end):
        at, end = match.span()
        before = text[at - 1] if at > segment.start else " "
        after = text[end] if end < segment.end else " "
        if match.group() in _STRAIGHT and before.isdigit() and _is_measure(text, at, segment):
            continue
        yield _Mark(at, end, _turn(match.group(), before, after, at == segment.start))


def _is_measure(text: str, at: int, segment: Segment) -> bool:
    """True for the inches of 12" or 6'2", where no quotation can be open."""
    if re.search(r"\d['\u2032\u2019]\s?\d+$", text[max(segment.start, at - 8) : at]):
        return True
    opened = sum(1 for c in text[segment.start : at] if c in _STRAIGHT | _OPENING | _CLOSING)
    return opened % 2 == 0


def _turn(mark: str, before: str, after: str, first: bool) -> Turn:
    if mark in _OPENING or mark == "``":
        return "close" if after.isspace() and not before.isspace() else "open"
    if mark in _CLOSING:
        return "open" if before.isspace() and not after.isspace() and first else "close"
    left = before.isspace() or before in "([{\u2014\u2013-:/'\u2018"
    right = after.isspace() or after in ")]}.,;:!?\u2014\u2013-/'\u2019"
    if first:
        return "open"
    if left != right:
        return "open" if left else "close"
    return "either"


def _paragraph(
    text: str,
    segment: Segment,
    marks: Sequence[Sequence[_Mark]],
    k: int,
    carried: bool,
    segments: Sequence[Segment],
) -> tuple[list[Span], bool]:
    """Quotations of one paragraph, and whether one is still open at its end."""
    own = marks[k]
    found: list[Span] = []
    start: int | None = segment.start if carried else None
    if carried and own and own[0].start == segment.start and own[0].turn == "open":
        start = None
    depth = 0
    for mark in own:
        if start is None:
            if mark.turn != "close":
                start, depth = mark.end, 0
            elif _unopened(text, segment, mark, found):
                found.append(Span(segment.start, mark.start))
        elif mark.turn == "open" and text[mark.start] in _OPENING and mark.start > start:
            depth += 1
        elif depth and mark.turn == "close" and _closes_later(own, mark):
            depth -= 1
        elif mark.turn == "open" and text[mark.start] in _STRAIGHT and mark.start > start:
            # Two straight openings in a row: the first was never closed.
            found.append(_unclosed(text, start, mark.start))
            start = mark.end
        else:
            found.append(Span(start, mark.start))
            start, depth = None, 0
    if start is None:
        return found, False
    if _goes_on(marks, segments, k):
        found.append(Span(start, segment.end))
        return found, True
    if _speech_begins(text, segment, start):
        found.append(_unclosed(text, start, segment.end))
    return found, False


def _closes_later(own: Sequence[_Mark], mark: _Mark) -> bool:
    return any(m.start > mark.start and m.turn != "open" for m in own)


def _unopened(text: str, segment: Segment, mark: _Mark, found: Sequence[Span]) -> bool:
    """True where a closing mark without an opening one ends what began the paragraph."""
    if found or mark.start == segment.start:
        return False
    before = text[segment.start : mark.start].rstrip()
    return before[-1:] in ",.!?\u2026" or not text[mark.end : segment.end].strip(" .")


def _goes_on(marks: Sequence[Sequence[_Mark]], segments: Sequence[Segment], k: int) -> bool:
    """True where the quotation open at the end of paragraph `k` runs into the next."""
    for later in range(k + 1, min(k + 1 + FAR, len(segments))):
        if segments[later].kind not in {"body", "dateline"}:
            return False
        if marks[later]:
            first = marks[later][0]
            at_start = first.start == segments[later].start
            return first.turn != "open" or (at_start and later == k + 1)
    return False


def _speech_begins(text: str, segment: Segment, start: int) -> bool:
    before = text[segment.start : start].rstrip("\"\u201c\u201e\u00ab`' ")
    return not before or before[-1] in ":,."


def _unclosed(text: str, start: int, end: int) -> Span:
    tails = [m.start() for m in _TAIL.finditer(text, start, end)]
    return Span(start, tails[-1] if tails else end)


def _single(text: str, segment: Segment, taken: Sequence[Span]) -> Iterator[Span]:
    """Quotations in single marks, outside those in double ones."""
    at = segment.start
    while match := _SINGLE_MARK.search(text, at, segment.end):
        at = match.end()
        if any(s.start <= match.start() <= s.end for s in taken):
            continue
        if not _opens_single(text, segment, match.start()):
            continue
        close = _closing_single(text, segment, at)
        if close is not None and not any(s.start < close and at < s.end for s in taken):
            yield Span(at, close)
            at = close + 1


def _opens_single(text: str, segment: Segment, at: int) -> bool:
    before = text[at - 1] if at > segment.start else " "
    after = text[at + 1] if at + 1 < segment.end else " "
    if not (before.isspace() or before in '([\u2014\u2013-:/"\u201c') or after.isspace():
        return False
    if after in "'\u2019" or (at and text[at - 1] in "'\u2018"):
        return False
    return not _ELIDED.match(text, at + 1)


def _closing_single(text: str, segment: Segment, at: int) -> int | None:
    """Where the single quotation open at `at` closes: after punctuation sooner than after s."""
    weak: list[int] = []
    for match in _SINGLE_MARK.finditer(text, at, segment.end):
        where = match.start()
        before = text[where - 1]
        after = text[where + 1] if where + 1 < segment.end else " "
        if after.isalnum() or before.isspace():
            continue
        if before in ".,!?\u2026":
            return where
        weak.append(where)
    sure = [w for w in weak if text[w - 1] not in "sS"]
    return (sure or weak or [None])[0]  # type: ignore[list-item]


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_scare(text: str, span: Span, segments: Sequence[Segment]) -> bool:
    inside = text[span.start : span.end]
    if len(_WORD.findall(inside)) > SCARE_WORDS or inside[-1] == ",":
        return False
    segment = next((s for s in segments if s.start <= span.start < s.end), None)
    if segment is None:
        return True
    before = text[segment.start : span.start].rstrip("\"\u201c\u2018'\u00ab ")
    rest = text[span.end : segment.end].lstrip("\"\u201d\u2019'\u00bb").lstrip(" ")
    if inside[-1] in ".!?\u2026" and (not inside[0].islower() or before.endswith(",")):
        return False
    whole = not before and (not rest or rest[0] in ".,!?")
    return not whole and not before.endswith(":")
