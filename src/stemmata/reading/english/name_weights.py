"""The weights of the model of names, read from a table that a person can read too.

One row a feature: its name and a weight for each label, in hundredths. A
positive weight speaks for the label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NameKind = Literal["person", "organisation", "place", "outlet", "other"]
# In the order of the table's columns; the first stands for no name that counts.
LABELS: tuple[NameKind, ...] = ("other", "person", "organisation", "place")


# Sums that are kept at most; then all are made anew.
MOST = 100_000


class Bundle(Protocol):
    """Features that always come together."""

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called in the table."""


class Weights:
    """The weights of each feature, one number a label; sums of bundles are kept once made."""

    def __init__(self, rows: Mapping[str, Sequence[float]]) -> None:
        self.rows = rows
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
    place = resources.files("stemmata.reading.english.weights") / "names.tsv"
    return read(place.read_text(encoding="utf-8").splitlines())


def read(lines: Iterable[str]) -> Weights:
    """Weights from the lines of a table; lines that begin with # and a tab tell of it."""
    rows = {}
    for line in lines:
        if not line.startswith("#\t"):
            feature, *values = line.split("\t")
            rows[feature] = [int(value) / 100 for value in values]
    return Weights(rows)
