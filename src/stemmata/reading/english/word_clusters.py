"""Words that are used alike, by Brown clusters: what a rare name is, its company tells."""

from __future__ import annotations

from functools import cache
from importlib import resources

# How much of a cluster's path counts, from broad kinds to narrow ones.
DEPTHS = (4, 6, 8, 10, 16)
UNKNOWN = ("-",)


@cache
def _paths() -> dict[str, str]:
    place = resources.files("stemmata.reading.english.lexicon") / "word_clusters.txt"
    found = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            path, *words = line.split()
            found.update(dict.fromkeys(words, path))
    return found


def clusters(word: str) -> tuple[str, ...]:
    """The beginnings of the path of a word's cluster, broad first; a word in capitals as a name."""
    path = _paths().get(word)
    if path is None and word.isupper():
        path = _paths().get(word.title())
    return tuple(path[:depth] for depth in DEPTHS) if path is not None else UNKNOWN
