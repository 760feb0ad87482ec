"""Word vectors for the model of names: what company a word keeps in newspapers and Wikipedia.

GloVe's vectors (Pennington, Socher and Manning 2014; PDDL 1.0), made smaller by
`training/name_vectors.py`. Case is not known to them.
"""

from __future__ import annotations

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


def vector(word: str) -> NDArray[np.float32] | None:
    """The vector of a word in small letters, its length at most one; none where it is not held."""
    rows, vectors = _table()
    for form in (word, folded(word), word.rstrip(".")):
        if form in rows:
            return np.asarray(vectors[rows[form]] / np.float32(127), dtype=np.float32)
    return None
