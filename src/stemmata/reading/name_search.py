"""The names of a report as the trained model sees them: the best cut of each stretch.

The model is a semi-Markov one of order nought: every candidate range of words
has a score for each label, a word left alone has that of no name, and the cut
with the highest sum is taken. The score is the sum of a table's weights, which
a person can read, and of what a small network makes of word vectors.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from stemmata.reading.english.name_weights import LABELS, Floats, NameKind, Weights
from stemmata.reading.english.parse import one_thread
from stemmata.reading.name_features import (
    Context,
    Features,
    closing,
    inside,
    opening,
    whole,
)
from stemmata.reading.name_numbers import places, table
from stemmata.reading.name_stretches import Stretch, candidates

# Taken off the score of "no name": the texts learned from name less of what they hold than
# reports do. Rounded, from held-out documents of the same texts.
DOUBT = 0.4
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One name: its range of words, what it names, and how likely the model holds both to be.

    The kind "other" stands for a word of no name that counts.
    """

    first: int
    last: int
    kind: NameKind
    probability: float


class Choice(NamedTuple):
    """One candidate: its range of words, its best label, the scores of that and of all labels."""

    first: int
    last: int
    label: int
    best: float
    all: float


def gathered(at: Context, one: Stretch) -> tuple[list[Range], list[list[str]]]:
    """The candidates of a stretch with all their features, as training wants them."""
    ranges = list(candidates(at.tokens, one))
    rows = []
    for first, last in ranges:
        bundles = opening(at, one, first) + closing(at, one, last - 1)
        bundles += whole(at, one, first, last)
        for i in range(first, last):
            bundles += inside(at, i)
        rows.append([name for bundle in bundles for name in bundle.names])
    return ranges, rows


def search(at: Context, found: Sequence[Stretch], weights: Weights) -> Iterator[Found]:
    """The names among these stretches and the words left over, in the order of the text."""
    ranges = [list(candidates(at.tokens, one)) for one in found]
    with one_thread():
        rows = scored(at, found, ranges, weights)
    choices = iter(_choices(rows, ranges))
    for one, its in zip(found, ranges, strict=True):
        yield from best(one, [next(choices) for _ in its])


def scored(
    at: Context, found: Sequence[Stretch], ranges: Sequence[Sequence[Range]], weights: Weights
) -> Floats:
    """The scores of all candidates, one row each, with a column for each label.

    What hangs on the first, the last or an inner word alone is added up once a word.
    """
    opens: list[list[Features]] = []
    closes: list[list[Features]] = []
    inner: list[list[Features]] = []
    wholes: list[list[Features]] = []
    firsts: list[int] = []
    lasts: list[int] = []
    for one, its in zip(found, ranges, strict=True):
        shift = len(opens) - one.first
        for i in range(one.first, one.last):
            opens.append(opening(at, one, i))
            closes.append(closing(at, one, i))
            inner.append(inside(at, i))
        for first, last in its:
            wholes.append(whole(at, one, first, last))
            firsts.append(first + shift)
            lasts.append(last + shift)
    a, b = np.array(firsts, dtype=np.int64), np.array(lasts, dtype=np.int64)
    upto = np.vstack([np.zeros((1, len(LABELS)), np.float32), weights.sums(inner).cumsum(0)])
    rows = weights.sums(opens)[a] + weights.sums(closes)[b - 1] + weights.sums(wholes)
    rows += upto[b] - upto[a]
    if weights.layer is not None:
        flat = [one for its in ranges for one in its]
        rows += weights.layer.scores(*table(at.tokens, places(at, flat)))
    rows[:, 0] -= DOUBT
    rows[b - a > 1, 0] = -np.inf
    return rows


def _choices(rows: Floats, ranges: Sequence[Sequence[Range]]) -> Iterator[Choice]:
    labels, tops = rows.argmax(1).tolist(), rows.max(1).tolist()
    every = np.logaddexp.reduce(rows, axis=1).tolist()
    flat = [one for its in ranges for one in its]
    for (first, last), label, top, all_of_it in zip(flat, labels, tops, every, strict=True):
        yield Choice(first, last, label, top, all_of_it)


def best(one: Stretch, choices: Sequence[Choice]) -> Iterator[Found]:
    """The best cut of one stretch, with the probability of each of its parts.

    A word that is part of no name is of the kind "other".
    """
    if len(choices) == 1 and one.last - one.first == 1:
        only = choices[0]
        chance = math.exp(only.best - only.all)
        yield Found(one.first, one.last, LABELS[only.label], chance)
        return
    size = one.last - one.first
    edges: list[list[Choice]] = [[] for _ in range(size + 1)]
    for choice in choices:
        edges[choice.last - one.first].append(choice)
    alone = {choice.first for choice in choices if choice.last - choice.first == 1}
    for i in set(range(one.first, one.last)) - alone:
        edges[i + 1 - one.first].append(Choice(i, i + 1, 0, 0.0, 0.0))
    cut = _best_cut(edges, one.first)
    ahead, behind = _sums(edges, one.first)
    for c in cut:
        around = ahead[c.first - one.first] + behind[c.last - one.first] - ahead[size]
        yield Found(c.first, c.last, LABELS[c.label], math.exp(min(0.0, around + c.best)))


def _best_cut(edges: Sequence[Sequence[Choice]], begin: int) -> list[Choice]:
    """Of all ways to cut the stretch into candidates the one with the highest sum."""
    score = [0.0]
    back: list[Choice] = []
    for end in range(1, len(edges)):
        top = max(edges[end], key=lambda c: score[c.first - begin] + c.best)
        score.append(score[top.first - begin] + top.best)
        back.append(top)
    end, out = len(back), []
    while end:
        out.append(back[end - 1])
        end = out[-1].first - begin
    return out[::-1]


def _sums(edges: Sequence[Sequence[Choice]], begin: int) -> tuple[list[float], list[float]]:
    """For each place the logarithm of the weight of all cuts before it, and behind it."""
    size = len(edges) - 1
    ahead, behind = [0.0] * (size + 1), [-math.inf] * size + [0.0]
    for end in range(1, size + 1):
        ahead[end] = _log_sum([ahead[c.first - begin] + c.all for c in edges[end]])
    for end in range(size, 0, -1):
        for c in edges[end]:
            start = c.first - begin
            behind[start] = _log_sum([behind[start], behind[end] + c.all])
    return ahead, behind


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    if top == -math.inf or len(values) == 1:
        return top
    return top + math.log(sum([math.exp(value - top) for value in values]))
