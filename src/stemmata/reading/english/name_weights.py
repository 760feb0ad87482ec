"""The weights of the model of names: a table that a person can read too, and a small network.

One row of the table a feature: its name and a weight for each label, in
hundredths. A positive weight speaks for the label. The network has one hidden
layer; it hears the words in and beside a candidate as numbers (`name_numbers`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any, Literal

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


# A feature of the table by its name, or several that always come together: what makes their
# names, and of what. So the names are made once for all words that are alike.
Bundle = str | tuple[Callable[..., tuple[str, ...]], *tuple[Any, ...]]


def names_of(bundle: Bundle) -> tuple[str, ...]:
    """What the features of a bundle are called in the table."""
    return (bundle,) if isinstance(bundle, str) else bundle[0](*bundle[1:])


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A network of one hidden layer.

    `into` has a block of rows for each word told of, then one for the mean of a candidate's own
    words; `bias` and `out` follow.
    """

    into: Floats
    bias: Floats
    out: Floats


class _Sums(dict[Bundle, int]):
    """For each bundle the row of `table` that holds the sum of its weights; row 0 is of none."""

    def __init__(self, rows: Mapping[str, Sequence[float]]) -> None:
        super().__init__({name: n for n, name in enumerate(rows, 1)})
        self.table: Floats = np.array([[0.0] * len(LABELS), *rows.values()], np.float32)
        self._new: list[list[int]] = []

    def __missing__(self, bundle: Bundle) -> int:
        if isinstance(bundle, str):
            return 0
        at = self[bundle] = len(self) + 1
        self._new.append([self.get(name, 0) for name in names_of(bundle)] or [0])
        return at

    def fill(self) -> None:
        """Add the rows of the bundles that were asked for and are new."""
        first = len(self) + 1 - len(self._new)
        if not self._new:
            return
        while len(self) >= len(self.table):
            self.table = np.vstack([self.table, np.zeros_like(self.table)])
        self.table[first : len(self) + 1] = _added(self.table, self._new)
        self._new = []


def _added(table: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """The sums of some rows of a table for each group, none of which is empty."""
    ids, bounds = list(chain.from_iterable(groups)), np.cumsum([0, *map(len, groups)])[:-1]
    return np.asarray(np.add.reduceat(table[ids], bounds, axis=0))


class Weights:
    """The weights of each feature, one number a label; sums of bundles are kept once made."""

    def __init__(self, rows: Mapping[str, Sequence[float]], layer: Layer | None = None) -> None:
        self.rows = rows
        self.layer = layer
        self._sums = _Sums(rows)

    def added(self, groups: Sequence[Sequence[str]]) -> Floats:
        """The weights of each group of features together, a row a group; none is kept."""
        known = self._sums
        return _added(known.table, [[0, *[known.get(name, 0) for name in g]] for g in groups])

    def sums(self, groups: Sequence[Sequence[Bundle]]) -> Floats:
        """The weights of all features of each group of bundles together, a row a group."""
        if not groups:
            return np.zeros((0, len(LABELS)), np.float32)
        if len(self._sums) > len(self.rows) + MOST:
            self._sums = _Sums(self.rows)
        known = self._sums
        # Row 0 stands before each, for none of them may be empty.
        ids = [[0, *[known[b] for b in group]] for group in groups]
        known.fill()
        return _added(known.table, ids)


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
