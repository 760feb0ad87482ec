"""The weights of the model of names: a table that a person can read too, and a small network.

One row of the table a feature: its name and a weight for each label, in
hundredths. A positive weight speaks for the label. The network has one hidden
layer; it hears the words in and beside a candidate as numbers (`name_numbers`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
NameKind = Literal["person", "organisation", "place", "outlet", "other"]
# In the order of the table's columns; the first stands for no name that counts.
LABELS: tuple[NameKind, ...] = ("other", "person", "organisation", "place")

# Words that the network is told of one by one, for each candidate.
TOLD = 8

# Sums that are kept at most; then all are made anew.
MOST = 100_000


class Bundle(Protocol):
    """Features that always come together."""

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called in the table."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A network of one hidden layer.

    `into` has a block of rows for each word told of, then one for the mean of a candidate's own
    words; `bias` and `out` follow.
    """

    into: Floats
    bias: Floats
    out: Floats

    def scores(self, words: Floats, where: Whole) -> Floats:
        """The scores of candidates; `where` has the rows of the words each is told of.

        Its last two columns are the candidate's own first and last word.
        """
        width, size = words.shape[1], len(self.bias)
        blocks = self.into.reshape(TOLD + 1, width, size)
        hidden = np.tile(self.bias, (len(where), 1))
        for k in range(TOLD):
            hidden += (words @ blocks[k])[where[:, k]]
        upto = np.vstack([np.zeros((1, size), np.float32), (words @ blocks[TOLD]).cumsum(0)])
        first, last = where[:, -2], where[:, -1] + 1
        hidden += (upto[last] - upto[first]) / (last - first)[:, None].astype(np.float32)
        return np.asarray(np.maximum(hidden, 0) @ self.out, dtype=np.float32)


class Weights:
    """The weights of each feature, one number a label; sums of bundles are kept once made."""

    def __init__(self, rows: Mapping[str, Sequence[float]], layer: Layer | None = None) -> None:
        self.rows = rows
        self.layer = layer
        self._clear()

    def _clear(self) -> None:
        self._places: dict[Bundle, int] = {}
        self._table = np.zeros((1024, len(LABELS)), np.float32)

    def sums(self, groups: Sequence[Sequence[Bundle]]) -> Floats:
        """The weights of all features of each group of bundles together, a row a group."""
        if len(self._places) > MOST:
            self._clear()
        known = self._places
        ids: list[int] = []
        bounds: list[int] = []
        for group in groups:
            bounds.append(len(ids))
            ids += [known[b] if b in known else self._place(b) for b in group]
        if not ids:
            return np.zeros((0, len(LABELS)), np.float32)
        return np.add.reduceat(self._table[ids], bounds, axis=0, dtype=np.float32)

    def _place(self, bundle: Bundle) -> int:
        at = len(self._places)
        if at == len(self._table):
            self._table = np.vstack([self._table, np.zeros_like(self._table)])
        self._table[at] = [*map(sum, zip(*self._known(bundle), strict=True))] or 0.0
        self._places[bundle] = at
        return at

    def _known(self, bundle: Bundle) -> list[Sequence[float]]:
        return [self.rows[name] for name in bundle.names if name in self.rows]


@cache
def weights() -> Weights:
    """The weights that come with the package, read once."""
    place = resources.files("stemmata.reading.english") / "weights"
    with resources.as_file(place) as folder:
        return read(folder)


def read(folder: Path) -> Weights:
    """Weights from a folder: `names.tsv`, whose lines with # and a tab tell of it, `names.npz`."""
    rows = {}
    for line in (folder / "names.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#\t"):
            feature, *values = line.split("\t")
            rows[feature] = [int(value) / 100 for value in values]
    with np.load(folder / "names.npz") as held:
        layer = Layer(*(held[name].astype(np.float32) for name in ("into", "bias", "out")))
    return Weights(rows, layer)
