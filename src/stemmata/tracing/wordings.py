"""A report's words as they are compared with those of others: folded, hashed, with their places."""

from __future__ import annotations

import functools
import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stemmata.model import Reading, Span
from stemmata.tracing.nations import plain

# How many words in a row are compared as one.
GRAM = 5
# How many words may stand between two runs of one passage.
WIDEST_GAP = 10
READ_KINDS = frozenset({"title", "subhead", "body", "dateline"})

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_QUOTATION = re.compile(
    r"“[^”\n]{2,1200}[”\n]|\"[^\"\n]{2,1200}\"|«[^»\n]{2,1200}»|„[^“”\n]{2,1200}[“”]"
)
_Ints = npt.NDArray[np.int64]
_Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A report's words in order: folded, where each stands, and which are quoted.

    `near_quote` marks the words from which a run of equal words can lead to a quoted one.
    `grams` are its 5-grams as numbers, sorted; `order[i]` is the word at which the
    i-th begins, the first of equal ones first. Arrays, since a case may hold many reports.
    """

    report: str
    words: tuple[str, ...]
    starts: _Ints
    ends: _Ints
    quoted: bytes
    near_quote: npt.NDArray[np.bool_]
    grams: _Hashes
    order: _Ints


@functools.lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """A word for comparing: plain lower case without apostrophes and inner commas."""
    return re.sub(r"[',.]", "", plain(word))


def _quoted_spans(reading: Reading) -> list[Span]:
    text = reading.report.text
    found = [Span(*m.span()) for m in _QUOTATION.finditer(text)]
    found += [span for s in reading.statements if s.manner == "direct" for span in s.content]
    return sorted(found)


def wording(reading: Reading) -> Wording:
    """The words of a report's own text, furniture left out."""
    report = reading.report
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for segment in report.segments:
        if segment.kind in READ_KINDS:
            for match in _WORD.finditer(report.text, segment.start, segment.end):
                words.append(fold_word(match.group()))
                spans.append(match.span())
    quoted = _inside(spans, _quoted_spans(reading))
    grams = _gram_hashes(words)
    order = np.argsort(grams, kind="stable")
    return Wording(
        report.id,
        tuple(words),
        np.array([start for start, _ in spans], dtype=np.int32),
        np.array([end for _, end in spans], dtype=np.int32),
        bytes(quoted),
        _near(quoted),
        grams[order],
        order.astype(np.int32),
    )


def _inside(spans: Sequence[tuple[int, int]], quotes: Sequence[Span]) -> list[bool]:
    """For each span whether a quotation holds it; both in order."""
    starts, reach = [q.start for q in quotes], 0
    ends: list[int] = []
    for quote in quotes:
        reach = max(reach, quote.end)
        ends.append(reach)
    found = []
    for start, end in spans:
        i = bisect_right(starts, start) - 1
        found.append(i >= 0 and end <= ends[i])
    return found


def _near(quoted: Sequence[bool]) -> npt.NDArray[np.bool_]:
    """For each word whether one of the next is quoted, as far as a chain of runs can leap."""
    before = np.concatenate(([0], np.cumsum(quoted, dtype=np.int64)))
    places = np.arange(len(quoted))
    reach = np.minimum(places + GRAM + WIDEST_GAP, len(quoted))
    after: npt.NDArray[np.bool_] = before[reach] > before[places]
    return after


@functools.lru_cache(maxsize=500_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _gram_hashes(words: Sequence[str]) -> _Hashes:
    """One 64-bit number for each 5-gram, in order."""
    ids = np.array([_word_hash(w) for w in words], dtype=np.uint64)
    size = len(ids) - GRAM + 1
    if size <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(size, dtype=np.uint64)
    for i in range(GRAM):
        total = (total ^ ids[i : i + size]) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(i)
    return total
