"""The weights of the model of names, read from a table that a person can read too.

One row a feature: its name and a weight for each label, in hundredths. A
positive weight speaks for the label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import numpy as np
from numpy.typing import NDArray

NameKind = Literal["person", "organisation", "place", "outlet", "other"]
# In the order of the table's columns; the first stands for no name that counts.
LABELS: tuple[NameKind, ...] = ("other", "person", "organisation", "place")


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """`table[known[feature]]` are the feature's weights, one a label; row 0 is nought."""

    known: Mapping[str, int]
    table: NDArray[np.float32]


@cache
def weights() -> Weights:
    """The weights that come with the package, read once."""
    place = resources.files("stemmata.reading.english.weights") / "names.tsv"
    return read(place.read_text(encoding="utf-8").splitlines())


def read(lines: Iterable[str]) -> Weights:
    """Weights from the lines of a table; lines that begin with # tell of it."""
    known: dict[str, int] = {}
    rows = [[0.0] * len(LABELS)]
    for line in lines:
        if not line.startswith("#\t"):
            feature, *values = line.split("\t")
            known[feature] = len(rows)
            rows.append([int(value) / 100 for value in values])
    return Weights(known, np.array(rows, dtype=np.float32))
