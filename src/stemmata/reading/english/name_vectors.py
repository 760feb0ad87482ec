"""Word vectors for the model of names: what company a word keeps in newspapers and Wikipedia.

GloVe's vectors (Pennington, Socher and Manning 2014; PDDL 1.0), made smaller by
`training/name_vectors.py`. Case is not known to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from stemmata.reading.english.known_names import folded

DIMENSIONS = 50


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    place = resources.files("stemmata.reading.english") / "weights" / "name_vectors.npz"
    with resources.as_file(place) as path, np.load(path) as held:
        words = held["words"].tobytes().decode().split("\n")
        return {word: at for at, word in enumerate(words)}, held["vectors"]


def vectors(words: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The vectors of words in small letters, each of length one at most, and which are held.

    A word that is not held has noughts.
    """
    rows, held = _table()
    found = [next((rows[f] for f in _forms(word) if f in rows), -1) for word in words]
    at = np.array(found, np.int64)
    out = held[at] / np.float32(127)
    out[at < 0] = 0
    return np.asarray(out, np.float32), at >= 0


def _forms(word: str) -> Iterator[str]:
    yield word
    yield folded(word)
    yield word.rstrip(".")
