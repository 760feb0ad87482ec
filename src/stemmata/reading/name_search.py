"""The names of a report as the trained model sees them: the best cut of each stretch.

The model is a semi-Markov one of order nought: every candidate range of words
has a score for each label, a word left alone has that of no name, and the cut
with the highest sum is taken. Its weights are a table that a person can read.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemmata.reading.english.name_weights import LABELS, NameKind, Weights
from stemmata.reading.name_features import (
    Context,
    Stretch,
    candidates,
    closing,
    inside,
    opening,
    whole,
)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """One name: its range of words, what it names, and how likely the model holds both to be."""

    first: int
    last: int
    kind: NameKind
    probability: float


@dataclass(slots=True)
class Lattice:
    """The candidates of one stretch and their scores: `rows[k]` belongs to `ranges[k]`."""

    stretch: Stretch
    ranges: list[tuple[int, int]]
    rows: list[list[float]]


def gathered(at: Context, one: Stretch) -> tuple[list[tuple[int, int]], list[list[str]]]:
    """The candidates of a stretch with all their features, as training wants them."""
    tokens = range(one.first, one.last)
    opens = {i: opening(at, one, i) for i in tokens}
    closes = {i: closing(at, one, i) for i in tokens}
    within = {i: inside(at, i) for i in tokens}
    ranges = list(candidates(at.tokens, one))
    rows = []
    for first, last in ranges:
        row = opens[first] + closes[last - 1] + whole(at, one, first, last)
        for i in range(first, last):
            row += within[i]
        rows.append(row)
    return ranges, rows


def search(at: Context, found: Sequence[Stretch], weights: Weights) -> Iterator[Found]:
    """The names among these stretches, in the order of the text."""
    for lattice in _scored(at, found, weights):
        yield from best(lattice)


def _scored(at: Context, found: Sequence[Stretch], weights: Weights) -> Iterator[Lattice]:
    """Score all candidates of the report at once: one look-up in the table for all features."""
    known = weights.known
    ids: list[int] = []
    bounds: list[int] = []

    def add(features: list[str]) -> None:
        bounds.append(len(ids))
        ids.append(0)
        ids.extend([known[f] for f in features if f in known])

    plans = []
    for one in found:
        for i in range(one.first, one.last):
            add(opening(at, one, i))
            add(closing(at, one, i))
            add(inside(at, i))
        ranges = list(candidates(at.tokens, one))
        for first, last in ranges:
            add(whole(at, one, first, last))
        plans.append((one, ranges))
    if not bounds:
        return
    sums = np.add.reduceat(weights.table[ids], bounds, axis=0).tolist()
    at_row = 0
    for one, ranges in plans:
        words = sums[at_row : at_row + 3 * (one.last - one.first)]
        at_row += len(words)
        rows = []
        for k, (first, last) in enumerate(ranges):
            a, b = first - one.first, last - one.first
            parts = [
                words[3 * a],
                words[3 * b - 2],
                *words[3 * a + 2 : 3 * b : 3],
                sums[at_row + k],
            ]
            rows.append([sum(column) for column in zip(*parts, strict=True)])
        at_row += len(ranges)
        yield Lattice(one, ranges, rows)


def best(lattice: Lattice) -> Iterator[Found]:
    """The best cut of one stretch, with the probability of each of its names."""
    one, size = lattice.stretch, lattice.stretch.last - lattice.stretch.first
    ahead: list[float] = [0.0] + [-math.inf] * size
    score: list[float] = [0.0] + [-math.inf] * size
    back: list[tuple[int, int, float]] = [(0, 0, 0.0)] * (size + 1)
    edges: list[list[tuple[int, int, float]]] = [[] for _ in range(size + 1)]
    covered = set()
    for (first, last), row in zip(lattice.ranges, lattice.rows, strict=True):
        for label, value in enumerate(row):
            if label or last - first == 1:
                edges[last - one.first].append((first - one.first, label, value))
                covered.add((first, last))
    for end in range(1, size + 1):
        if (one.first + end - 1, one.first + end) not in covered:
            edges[end].append((end - 1, 0, 0.0))
        for start, label, value in edges[end]:
            ahead[end] = _plus(ahead[end], ahead[start] + value)
            if score[start] + value > score[end]:
                score[end], back[end] = score[start] + value, (start, label, value)
    behind = [-math.inf] * size + [0.0]
    for end in range(size, 0, -1):
        for start, _, value in edges[end]:
            behind[start] = _plus(behind[start], behind[end] + value)
    end, out = size, []
    while end:
        start, label, value = back[end]
        if label:
            chance = math.exp(ahead[start] + value + behind[end] - ahead[size])
            out.append(Found(one.first + start, one.first + end, LABELS[label], chance))
        end = start
    yield from reversed(out)


def _plus(a: float, b: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    if a < b:
        a, b = b, a
    return a if b == -math.inf else a + math.log1p(math.exp(b - a))
