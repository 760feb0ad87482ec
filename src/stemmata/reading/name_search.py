"""The names of a report as the trained model sees them: the best cut of each stretch.

The model is a semi-Markov one of order nought: every candidate range of words
has a score for each label, a word left alone has that of no name, and the cut
with the highest sum is taken. The score is the sum of a table's weights, which
a person can read, and of what a small network makes of word vectors.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemmata.reading.english.name_weights import (
    LABELS,
    Bundle,
    Floats,
    NameKind,
    Weights,
    Whole,
    names_of,
)
from stemmata.reading.name_features import (
    Context,
    closing,
    inside,
    opening,
    own,
    whole,
)
from stemmata.reading.name_numbers import places
from stemmata.reading.name_parts import parts
from stemmata.reading.name_stretches import Stretch, candidates

# Taken off the score of "no name": the texts learned from name less of what they hold than
# reports do. Rounded, from held-out documents of the same texts.
DOUBT = 0.4
# What stands around a word moves its score by 1.2 at most on 190 reports of five years, and that
# of a range by 1.8. Of 21,590 names in 756 reports 8 come out otherwise than with all asked.
SURE = 4.0
Range = tuple[int, int]


class Found(NamedTuple):
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
        bundles = own(at, first, last) + whole(at, one, first, last)
        bundles += opening(at, one, first) + closing(at, one, last - 1)
        for i in range(first, last):
            bundles += inside(at, i)
        rows.append([name for bundle in bundles for name in names_of(bundle)])
    return ranges, rows


def search(at: Context, found: Sequence[Stretch], weights: Weights) -> Iterator[Found]:
    """The names among these stretches and the words left over, in the order of the text."""
    ranges = [list(candidates(at.tokens, one)) for one in found]
    rows = scored(at, found, ranges, weights)
    labels, tops = rows.argmax(1).tolist(), rows.max(1).tolist()
    every = np.logaddexp.reduce(rows, axis=1).tolist()
    n = 0
    for one, its in zip(found, ranges, strict=True):
        m, n = n, n + len(its)
        if len(its) == 1 == one.last - one.first:
            yield Found(one.first, one.last, LABELS[labels[m]], math.exp(tops[m] - every[m]))
        else:
            first, last = zip(*its, strict=True) if its else ((), ())
            yield from best(one, [*map(Choice, first, last, labels[m:n], tops[m:n], every[m:n])])


def scored(
    at: Context,
    found: Sequence[Stretch],
    ranges: Sequence[Sequence[Range]],
    weights: Weights,
    sure: float = SURE,
) -> Floats:
    """The scores of all candidates, one row each, with a column for each label.

    What hangs on a word by itself is known from the texts before (`name_parts`). What hangs on
    the words around it, the parse and the report is asked where that leaves a doubt: where the
    words alone decide by more than `sure`.
    """
    flat = [one for its in ranges for one in its]
    bounds = np.array(flat, np.int64).reshape(-1, 2)
    rows = parts(weights).scores(at.tokens, places(at, flat))
    rows[:, 0] -= DOUBT
    rows[bounds[:, 1] - bounds[:, 0] > 1, 0] = -np.inf
    asked = ~_settled(rows, bounds, [one.last - one.first for one in found], ranges, sure)
    rows[asked] += _around(at, found, ranges, asked.tolist(), weights)
    return rows


def _settled(
    rows: Floats,
    bounds: Whole,
    sizes: Sequence[int],
    ranges: Sequence[Sequence[Range]],
    sure: float,
) -> NDArray[np.bool_]:
    """The candidates that are decided: a word alone, or a range that its single words beat."""
    if not len(rows):
        return np.zeros(0, bool)
    tops, single = rows.max(1), bounds[:, 1] - bounds[:, 0] == 1
    upto = np.zeros(int(bounds.max()) + 1)
    upto[bounds[single, 1]] = tops[single]
    upto = upto.cumsum()
    beaten = upto[bounds[:, 1]] - upto[bounds[:, 0]] - tops > sure
    alone = np.repeat([size == 1 for size in sizes], [len(its) for its in ranges])
    second = np.partition(rows, -2, axis=1)[:, -2]
    return np.asarray(np.where(single, alone & (tops - second > sure), beaten))


def _around(
    at: Context,
    found: Sequence[Stretch],
    ranges: Sequence[Sequence[Range]],
    asked: Sequence[bool],
    weights: Weights,
) -> Floats:
    """What stands around the candidates that are asked for adds to their scores, a row each.

    What hangs on the first, the last or an inner word is added up once a word.
    """
    words: list[list[Bundle]] = []
    wholes: list[list[Bundle]] = []
    bounds: list[Range] = []
    n = 0
    for one, its in zip(found, ranges, strict=True):
        kept = [each for each, doubt in zip(its, asked[n : n + len(its)], strict=True) if doubt]
        n += len(its)
        if kept:
            shift = len(words) // 3 - one.first
            for i in range(one.first, one.last):
                words += opening(at, one, i), closing(at, one, i), inside(at, i)
            wholes += [whole(at, one, first, last) for first, last in kept]
            bounds += [(first + shift, last + shift) for first, last in kept]
    a, b = np.array(bounds, np.int64).reshape(-1, 2).T
    sums = weights.sums(words + wholes)
    opens, closes, inner = (sums[k : len(words) : 3] for k in range(3))
    upto = np.vstack([np.zeros((1, len(LABELS)), np.float32), inner.cumsum(0)])
    rows: Floats = opens[a] + closes[b - 1] + sums[len(words) :] + upto[b] - upto[a]
    return rows


def best(one: Stretch, choices: Sequence[Choice]) -> Iterator[Found]:
    """The best cut of one stretch, with the probability of each of its parts.

    A word that is part of no name is of the kind "other".
    """
    alone = {choice.first for choice in choices if choice.last - choice.first == 1}
    left = [i for i in range(one.first, one.last) if i not in alone]
    edges = [*choices, *[Choice(i, i + 1, 0, 0.0, 0.0) for i in left]]
    opens: dict[int, list[Choice]] = {i: [] for i in range(one.first, one.last)}
    closes: dict[int, list[Choice]] = {i + 1: [] for i in opens}
    for edge in edges:
        opens[edge.first].append(edge)
        closes[edge.last].append(edge)
    # For each place the logarithm of the weight of all cuts before it, and of all behind it.
    ahead, behind = {one.first: 0.0}, {one.last: 0.0}
    for end, those in closes.items():
        ahead[end] = _log_sum([ahead[c.first] + c.all for c in those])
    for start in range(one.last - 1, one.first - 1, -1):
        behind[start] = _log_sum([behind[c.last] + c.all for c in opens[start]])
    for c in _best_cut(closes, one):
        around = ahead[c.first] + behind[c.last] - ahead[one.last]
        yield Found(c.first, c.last, LABELS[c.label], math.exp(min(0.0, around + c.best)))


def _best_cut(closes: Mapping[int, Sequence[Choice]], one: Stretch) -> list[Choice]:
    """Of all ways to cut the stretch into candidates the one with the highest sum."""
    score = {one.first: 0.0}
    back: dict[int, Choice] = {}
    for end, those in closes.items():
        sums = [score[c.first] + c.best for c in those]
        score[end] = max(sums)
        back[end] = those[sums.index(score[end])]
    end, out = one.last, []
    while end > one.first:
        out.append(back[end])
        end = out[-1].first
    return out[::-1]


def _log_sum(values: Sequence[float]) -> float:
    if len(values) == 1:
        return values[0]
    top = max(values)
    return top + math.log(sum([math.exp(value - top) for value in values]))
