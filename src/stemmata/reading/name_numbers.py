"""What the model of names is told in numbers: the words in and beside a candidate.

Each word is a row: its vector (`name_vectors`), and ones and noughts for its
shape, its lists and its tag. A candidate is told of by the rows of its first and
last word, of two words on either side, of the word that governs it, of one that
describes it, and by the mean of its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from stemmata.reading.english.known_names import CLASSES, word_classes
from stemmata.reading.english.name_vectors import DIMENSIONS, vector
from stemmata.reading.english.name_weights import TOLD, Floats, Whole
from stemmata.reading.english.parse import Token
from stemmata.reading.name_features import Context, head_of, shape

SHAPES = ("A.", "A", "AA", "a", "Aa", "0", "AaA")
TAGS = (
    "NNP", "NNPS", "NN", "NNS", "JJ", "IN", "DT", "VBD", "VBZ", "VB", "VBG", "VBN", "VBP", "CC",
    "CD", "RB", "PRP", "PRP$", "TO", "POS", ",", ".", ":", "HYPH", "``", "''", "-LRB-", "-RRB-",
    "FW", "MD", "WDT", "WP", "",
)  # fmt: skip
# Brings the vectors to the size of the noughts and ones beside them.
SCALE = 2.0
_SHAPE = {name: DIMENSIONS + 1 + n for n, name in enumerate(SHAPES)}
_CLASS = {name: DIMENSIONS + 1 + len(SHAPES) + n for n, name in enumerate(CLASSES)}
_TAG = {name: DIMENSIONS + 1 + len(SHAPES) + len(CLASSES) + n for n, name in enumerate(TAGS)}
# Numbers in a row; the last says that there is no word, beyond either end of a sentence.
WIDTH = DIMENSIONS + 1 + len(SHAPES) + len(CLASSES) + len(TAGS) + 1
_DESCRIBING = frozenset({"appos", "compound", "amod", "flat", "acl", "nmod"})


@lru_cache(maxsize=50_000)
def row(text: str, tag: str) -> Floats:
    """The numbers of one word; not to be written to."""
    out = np.zeros(WIDTH, np.float32)
    word = text.lower()
    found = vector(word)
    if found is None:
        out[DIMENSIONS] = 1
    else:
        out[:DIMENSIONS] = found * SCALE
    out[_SHAPE[shape(text)]] = 1
    out[[_CLASS[c] for c in word_classes(word)]] = 1
    out[_TAG.get(tag, _TAG[""])] = 1
    return out


@cache
def no_word() -> Floats:
    """The row of what lies beyond a sentence's end."""
    out = np.zeros(WIDTH, np.float32)
    out[-1] = 1
    return out


def places(at: Context, ranges: Sequence[tuple[int, int]]) -> Whole:
    """For each candidate the words it is told of and its first and last, counted from 1.

    `TOLD` of them, 0 for none: its first and last, two before, two after, the one that governs
    it, and one that describes it.
    """
    tokens, starts = at.tokens, at.starts
    size = len(tokens)
    out = []
    for first, last in ranges:
        near = [first + 1, last, 0, 0, 0, 0, 0, 0, first + 1, last]
        if first not in starts:
            near[2] = first
            if first - 1 not in starts:
                near[3] = first - 1
        if last < size and last not in starts:
            near[4] = last + 1
            if last + 1 < size and last + 1 not in starts:
                near[5] = last + 2
        near[6], near[7] = _in_parse(tokens, first, last)
        out.append(near)
    return np.array(out, np.int64).reshape(-1, TOLD + 2)


def table(tokens: Sequence[Token], where: Whole) -> tuple[Floats, Whole]:
    """The rows of all words that `where` speaks of, once each, and `where` by their numbers.

    Words from a candidate's first to its last are among them and keep their order.
    """
    spans = np.zeros(len(tokens) + 2, np.int64)
    np.add.at(spans, where[:, -2], 1)
    np.add.at(spans, where[:, -1] + 1, -1)
    asked = spans.cumsum()[:-1] > 0
    asked[where.ravel()] = True
    asked[0] = True
    used = np.flatnonzero(asked)
    rows = [no_word()] + [row(tokens[i].text, tokens[i].tag) for i in (used[1:] - 1).tolist()]
    return np.array(rows), (asked.cumsum() - 1)[where]


def _in_parse(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The word that governs a candidate and the first that describes it, counted from 1."""
    head, _ = head_of(tokens, first, last)
    governor = 0 if first <= head.head < last else head.head + 1
    for k in head.children:
        if not first <= k < last and tokens[k].dep in _DESCRIBING:
            return governor, k + 1
    return governor, 0
