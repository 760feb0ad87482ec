"""Learn the weights of the model of names: the table and the network together.

The chance of a cut of a stretch is that of its parts (a semi-Markov model of
order nought, log-linear). Steps are taken by batches of stretches: AdaGrad for
the table with shrinking, Adam for the network. Half of a candidate's features,
and some of the words it is told of, are left out at random while learning, so
that no single word decides; the states of the later half of the passes are averaged.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from stemmata.reading.english.name_weights import LABELS, TOLD, Floats, Layer, Weights, Whole
from stemmata.reading.name_stretches import LONGEST, Stretch

EPOCHS, RATE, DECAY = 12, 0.15, 2e-3
# The network: hidden numbers, Adam's rate, and shares left out at random.
HIDDEN, NET_RATE = 64, 2e-3
FEATURES_OUT, HIDDEN_OUT, WORDS_OUT = 0.5, 0.5, 0.1
# A feature counts where this many documents have it.
DOCUMENTS = 2
# Stretches and candidates of a batch at most.
STRETCHES, CANDIDATES = 24, 400
SEED = 7


@dataclass(slots=True)
class Case:
    """One stretch to learn from: its candidates, their features and words, and the right labels.

    `right` is -1 for a candidate that the gold cut lacks; `where` has rows of the table of words.
    """

    stretch: Stretch
    ranges: list[tuple[int, int]]
    rows: list[list[str]]
    where: Whole
    right: list[int]
    usable: bool
    ids: list[Whole] | None = None


class Table:
    """A weight for each feature and label, and AdaGrad's sums."""

    def __init__(self, groups: Sequence[Sequence[Case]]) -> None:
        counts = Counter(f for g in groups for f in {f for c in g for row in c.rows for f in row})
        self.known = {
            f: n for n, f in enumerate((f for f, n in counts.items() if n >= DOCUMENTS), 1)
        }
        self.now = np.zeros((len(self.known) + 1, len(LABELS)), np.float32)
        self.squares = np.full_like(self.now, 1e-4)
        self.total = np.zeros_like(self.now)

    def ids(self, case: Case) -> list[Whole]:
        """The rows of each candidate's features; row 0, of no weight, so that none is empty."""
        return [
            np.array([0, *(self.known[f] for f in row if f in self.known)]) for row in case.rows
        ]

    def step(self, flat: Whole, slope: Floats) -> None:
        """Go down the slope, one row of it for each of the features `flat`."""
        rows, back = np.unique(flat, return_inverse=True)
        sums = [np.bincount(back, slope[:, k], len(rows)) for k in range(len(LABELS))]
        gathered = np.stack(sums, 1).astype(np.float32)
        self.squares[rows] += gathered * gathered
        self.now[rows] -= RATE * gathered / np.sqrt(self.squares[rows])
        self.now[0] = 0

    def rows(self, epochs: int) -> dict[str, tuple[float, ...]]:
        mean = self.total / epochs
        return {f: tuple(map(float, mean[n])) for f, n in self.known.items()}


class Net:
    """The network as it learns, and Adam's sums."""

    def __init__(self, width: int, chance: np.random.Generator) -> None:
        size = (TOLD + 1) * width
        into = chance.standard_normal((size, HIDDEN)) * 0.1 / (TOLD + 1) ** 0.5
        out = chance.standard_normal((HIDDEN, len(LABELS))) * 0.1
        self.parts = [into.astype(np.float32), np.zeros(HIDDEN, np.float32), out.astype(np.float32)]
        self.first = [np.zeros_like(p) for p in self.parts]
        self.second = [np.zeros_like(p) for p in self.parts]
        self.total = [np.zeros_like(p) for p in self.parts]
        self.steps = 0
        self.chance = chance

    def heard(self, words: Floats, where: Whole) -> tuple[Floats, Floats, Floats]:
        """What goes in, the hidden numbers, and which of them are left out this time."""
        given = _given(words, where)
        given *= self.chance.random(given.shape[:2])[:, :, None] >= WORDS_OUT
        flat = given.reshape(len(where), -1)
        kept = self.chance.random((len(where), HIDDEN)) >= HIDDEN_OUT
        held = kept.astype(np.float32) / (1 - HIDDEN_OUT)
        return flat, np.maximum(flat @ self.parts[0] + self.parts[1], 0) * held, held

    def step(self, flat: Floats, hidden: Floats, held: Floats, wrong: Floats, rate: float) -> None:
        """Go down the slope that `wrong`, the error of each candidate's labels, gives."""
        back = (wrong @ self.parts[2].T) * held * (hidden > 0)
        self.steps += 1
        for part, slope, one, two in zip(
            self.parts, (flat.T @ back, back.sum(0), hidden.T @ wrong), self.first, self.second,
            strict=True,
        ):  # fmt: skip
            one += 0.1 * (slope - one)
            two += 0.001 * (slope * slope - two)
            size = np.sqrt(two / (1 - 0.999**self.steps)) + 1e-6
            part -= rate * one / (1 - 0.9**self.steps) / size


def _given(words: Floats, where: Whole) -> Floats:
    """The rows of the words that each candidate is told of, and the mean of its own."""
    out = np.empty((len(where), TOLD + 1, words.shape[1]), np.float32)
    out[:, :TOLD] = words[where[:, :TOLD]]
    sizes = where[:, -1] - where[:, -2] + 1
    for size in np.unique(sizes):
        some = np.flatnonzero(sizes == size)
        inner = where[some, -2][:, None] + np.arange(size)
        out[some, TOLD] = words[inner].mean(1)
    return out


def learn(groups: Sequence[Sequence[Case]], words: Floats, seed: int = SEED) -> Weights:
    """Weights from the cases of several documents; `words` are the rows that they speak of."""
    chance, order = np.random.default_rng(seed), random.Random(seed)
    table, net = Table(groups), Net(words.shape[1], chance)
    todo = [c for g in groups for c in g if c.usable and c.ranges]
    for case in todo:
        case.ids = table.ids(case)
    for epoch in range(EPOCHS):
        batches = list(_batches(todo, order))
        for n, batch in enumerate(batches):
            rate = NET_RATE * (1 - 0.9 * (epoch + n / len(batches)) / EPOCHS)
            _step(batch, words, table, net, rate)
        table.now *= 1 - DECAY * len(todo) ** 0.5
        if epoch >= EPOCHS // 2:
            table.total += table.now
            for total, part in zip(net.total, net.parts, strict=True):
                total += part
    passes = EPOCHS - EPOCHS // 2
    return Weights(table.rows(passes), Layer(*(total / passes for total in net.total)))


def together(several: Sequence[Weights]) -> Weights:
    """Weights that give the mean of the scores of several."""
    rows: dict[str, list[float]] = {}
    for weights in several:
        for feature, values in weights.rows.items():
            old = rows.get(feature, [0.0] * len(LABELS))
            rows[feature] = [a + b / len(several) for a, b in zip(old, values, strict=True)]
    layers = [weights.layer for weights in several if weights.layer is not None]
    into = np.concatenate([one.into for one in layers], axis=1)
    bias = np.concatenate([one.bias for one in layers])
    out = np.concatenate([one.out for one in layers]) / len(layers)
    return Weights(rows, Layer(into, bias, out.astype(np.float32)))


def _batches(todo: list[Case], order: random.Random) -> Iterator[list[Case]]:
    """All cases in a new order, those of like size together."""
    order.shuffle(todo)
    found: list[list[Case]] = []
    for at in range(0, len(todo), 2048):
        size = 0
        for n, case in enumerate(sorted(todo[at : at + 2048], key=_length)):
            if n == 0 or len(found[-1]) == STRETCHES or size >= CANDIDATES:
                found.append([])
                size = 0
            found[-1].append(case)
            size += len(case.ranges)
    order.shuffle(found)
    yield from found


def _length(case: Case) -> int:
    return case.stretch.last - case.stretch.first


def _step(batch: list[Case], words: Floats, table: Table, net: Net, rate: float) -> None:
    ids = [one for case in batch for one in case.ids or ()]
    flat = np.concatenate(ids)
    sizes = np.array([len(one) for one in ids])
    bounds = np.cumsum([0, *sizes[:-1]])
    share = 1 - FEATURES_OUT
    kept = net.chance.random(len(flat)) < share
    kept[bounds] = True
    held = (kept / share).astype(np.float32)[:, None]
    rows = np.add.reduceat(table.now[flat] * held, bounds, axis=0)
    given, hidden, out = net.heard(words, np.concatenate([case.where for case in batch]))
    wrong = expected(batch, rows + hidden @ net.parts[2])
    right = np.concatenate([case.right for case in batch])
    gold = np.flatnonzero(right >= 0)
    wrong[gold, right[gold]] -= 1
    table.step(flat[kept], (np.repeat(wrong, sizes, axis=0) * held)[kept])
    net.step(given, hidden, out, wrong / len(batch), rate)


def expected(batch: Sequence[Case], rows: Floats) -> Floats:
    """How likely each candidate has each label, all cuts of its stretch taken together."""
    size = max(map(_length, batch))
    longest = min(size, LONGEST)
    which = np.repeat(np.arange(len(batch)), [len(case.ranges) for case in batch])
    ranges = np.concatenate([np.array(c.ranges) - c.stretch.first for c in batch])
    start, more = ranges[:, 0], ranges[:, 1] - ranges[:, 0] - 1
    scores = rows.astype(float)
    scores[more > 0, 0] = -np.inf
    # A word that is no candidate, and what stands behind a shorter stretch, is no name for sure.
    every = np.full((len(batch), size, longest, len(LABELS)), -np.inf)
    every[:, :, 0, 0] = 0
    every[which, start, more] = scores
    edges = _log_sum(every)
    ahead, behind = np.full((2, len(batch), size + 1), -np.inf)
    ahead[:, 0] = behind[:, size] = 0
    for end in range(1, size + 1):
        steps = np.arange(1, min(longest, end) + 1)
        ahead[:, end] = _log_sum(ahead[:, end - steps] + edges[:, end - steps, steps - 1])
    for at in range(size - 1, -1, -1):
        steps = np.arange(1, min(longest, size - at) + 1)
        behind[:, at] = _log_sum(behind[:, at + steps] + edges[:, at, steps - 1])
    around = ahead[which, start] + behind[which, start + more + 1] - ahead[which, size]
    return np.exp(scores + around[:, None]).astype(np.float32)


def _log_sum(values: np.ndarray) -> np.ndarray:
    """The logarithm of the sum of the last axis' powers of e; minus infinity for none."""
    top = values.max(-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    with np.errstate(divide="ignore"):
        return np.log(np.exp(values - top).sum(-1)) + top[..., 0]
