"""What a page prints twice: a run of sentences of the report that comes again further on.

A scraped page can hold the report, or the entries of a chronicle, a second time: for
another width of screen, for print, behind a widget. Such a run tells nothing new, and
what it counts would be counted twice. A single sentence that comes again stays: a lead,
a quotation and a refrain do so by intention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from stemmata.intake.lines import BLANKS
from stemmata.model import Segment

SHORTEST = 6
"""Words of a sentence that can be told to come again."""
SENTENCES = 3
"""Sentences in a run that comes again, at least."""
WORDS = 40
"""Words in such a run, at least."""
SEARCHED = 100_000
"""Characters within which a sentence is looked for that was parted otherwise before."""

_SENTENCE = re.compile(r"[^.!?\s][^.!?\n]*(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*[\"”’')\]]*")
_LETTERS = re.compile(r"[^\W_]+")


class _Sentence(NamedTuple):
    """A sentence of the body: the segment it stands in, its offsets, its words."""

    segment: int
    start: int
    end: int
    words: tuple[str, ...]


def without_repeats(text: str, segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The segments, with the runs that come again marked as furniture ("repeated passage")."""
    kept = tuple(segments)
    sentences = list(_sentences(text, kept))
    if len(sentences) < 2 * SENTENCES:
        return kept
    cut: dict[int, list[tuple[int, int]]] = {}
    for run in _runs(sentences):
        for i, some in groupby(run, key=lambda one: one.segment):
            here = list(some)
            cut.setdefault(i, []).append((here[0].start, here[-1].end))
    if not cut:
        return kept
    return tuple(
        part
        for i, segment in enumerate(kept)
        for part in (_parted(text, segment, cut[i]) if i in cut else (segment,))
    )


def _sentences(text: str, segments: tuple[Segment, ...]) -> Iterator[_Sentence]:
    for i, segment in enumerate(segments):
        if segment.kind == "body":
            for match in _SENTENCE.finditer(text, segment.start, segment.end):
                words = tuple(_LETTERS.findall(match.group().casefold()))
                yield _Sentence(i, match.start(), match.end(), words)


def _runs(sentences: list[_Sentence]) -> Iterator[list[_Sentence]]:
    """Maximal runs of sentences that stand before already; short ones join in between."""
    before, whole = " ", set[str]()
    run, held = list[_Sentence](), list[_Sentence]()
    for one in sentences:
        key = " ".join(one.words) + " "
        if len(one.words) < SHORTEST:
            held.append(one)
        elif key in whole or f" {key}" in before:
            run += [*(held if run else ()), one]
            held = []
        else:
            yield from _long_enough(run)
            run, held = [], []
        whole.add(key)
        if len(before) < SEARCHED:
            before += key
    yield from _long_enough(run)


def _long_enough(run: list[_Sentence]) -> Iterator[list[_Sentence]]:
    whole = sum(len(one.words) >= SHORTEST for one in run)
    if whole >= SENTENCES and sum(len(one.words) for one in run) >= WORDS:
        yield run


def _parted(text: str, segment: Segment, runs: list[tuple[int, int]]) -> Iterator[Segment]:
    """The segment's own parts and, apart, the stretches that come again."""
    at = segment.start
    for start, end in runs:
        yield from _part(text, segment, at, start)
        for part in _part(text, segment, start, end):
            yield replace(part, kind="furniture", detail="repeated passage")
        at = end
    yield from _part(text, segment, at, segment.end)


def _part(text: str, segment: Segment, start: int, end: int) -> Iterator[Segment]:
    """What stands from `start` to `end`, without the blanks at its ends."""
    if words := text[start:end].strip(BLANKS):
        first = start + text[start:end].index(words[0])
        yield replace(segment, start=first, end=first + len(words))
