"""How near two words stand in what is written about: homes and houses, cable and line.

Cosines of GloVe's word vectors (Pennington, Socher and Manning 2014; PDDL 1.0), made smaller by
`training/vectors.py`. Near words share company, not always sense: "killed" is near "injured" and
"Monday" next to "Tuesday". So nearness is a weak sign where no table knows the words, never the
ground for an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_TABLE = Path(__file__).with_suffix(".npz")

Vector = NDArray[np.float32]


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    with np.load(_TABLE) as held:
        words = held["words"].tobytes().decode().split("\n")
        return {word: at for at, word in enumerate(words)}, held["vectors"]


def vector(word: str) -> Vector | None:
    """The word's vector of unit length, 50 numbers; none for a word that is not held."""
    rows, vectors = _table()
    at = rows.get(word.lower())
    if at is None:
        return None
    found: Vector = vectors[at].astype(np.float32)
    return np.asarray(found / np.linalg.norm(found), dtype=np.float32)


@lru_cache(maxsize=100_000)
def nearness(a: str, b: str) -> float | None:
    """Cosine of two words, -1 to 1; 1 for one word; none where either is not held."""
    if a == b:
        return 1.0
    one, other = vector(a), vector(b)
    return None if one is None or other is None else float(np.dot(one, other))


def mean_vector(words: Iterable[tuple[str, float]]) -> Vector | None:
    """The weighted mean of words (word, weight), of unit length; none where none is held."""
    rows = [(found, weight) for word, weight in words if (found := vector(word)) is not None]
    if not rows:
        return None
    total = np.sum([found * np.float32(weight) for found, weight in rows], axis=0)
    length = float(np.linalg.norm(total))
    return None if length == 0 else np.asarray(total / np.float32(length), dtype=np.float32)
