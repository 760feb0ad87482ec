"""What the model of names is told in numbers: the words in and beside a candidate.

Each word is a row: its vector (`name_vectors`), and ones and noughts for its
shape, its lists and its tag. A candidate is told of by the rows of its first and
last word, of two words on either side, of the word that governs it, of one that
describes it, and by the mean of its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from stemmata.reading.english.known_names import CLASSES, word_classes
from stemmata.reading.english.name_vectors import DIMENSIONS, vectors
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


def rows(words: Sequence[tuple[str, str]]) -> Floats:
    """The numbers of words, each told by its text and its tag, a row a word."""
    out = np.zeros((len(words), WIDTH), np.float32)
    lower = [text.lower() for text, _ in words]
    given, held = vectors(lower)
    out[:, :DIMENSIONS] = given * SCALE
    out[:, DIMENSIONS] = ~held
    ones = []
    for n, ((text, tag), word) in enumerate(zip(words, lower, strict=True)):
        marks = (
            _SHAPE[shape(text)],
            _TAG.get(tag, _TAG[""]),
            *[_CLASS[c] for c in word_classes(word)],
        )
        ones += [n * WIDTH + mark for mark in marks]
    out.ravel()[ones] = 1
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
    size = len(at.tokens)
    starts = np.zeros(size + 2, bool)
    starts[[*at.starts, size, size + 1]] = True
    first, last = np.array(ranges, np.int64).reshape(-1, 2).T
    out = np.empty((len(ranges), TOLD + 2), np.int64)
    out[:, 0] = out[:, TOLD] = first + 1
    out[:, 1] = out[:, TOLD + 1] = last
    opens, closes = starts[first], starts[last]
    out[:, 2] = np.where(opens, 0, first)
    out[:, 3] = np.where(opens | starts[first - 1], 0, first - 1)
    out[:, 4] = np.where(closes, 0, last + 1)
    out[:, 5] = np.where(closes | starts[last + 1], 0, last + 2)
    out[:, 6:TOLD] = np.array([_in_parse(at, *one) for one in ranges], np.int64).reshape(-1, 2)
    return out


def used(tokens: Sequence[Token], where: Whole) -> tuple[list[int], Whole]:
    """All words that `where` speaks of, in their order, and `where` by their numbers from 1.

    Words from a candidate's first to its last are among them.
    """
    spans = np.zeros(len(tokens) + 2, np.int64)
    np.add.at(spans, where[:, -2], 1)
    np.add.at(spans, where[:, -1] + 1, -1)
    asked = spans.cumsum()[:-1] > 0
    asked[where.ravel()] = True
    asked[0] = True
    return (np.flatnonzero(asked)[1:] - 1).tolist(), (asked.cumsum() - 1)[where]


def table(tokens: Sequence[Token], where: Whole) -> tuple[Floats, Whole]:
    """The rows of all words that `where` speaks of, once each, and `where` by their numbers."""
    words, where = used(tokens, where)
    given = rows([(tokens[i].text, tokens[i].tag) for i in words])
    return np.concatenate([no_word()[None], given]), where


def _in_parse(at: Context, first: int, last: int) -> tuple[int, int]:
    """The word that governs a candidate and the first that describes it, counted from 1."""
    head, _ = head_of(at, first, last)
    governor = 0 if first <= head.head < last else head.head + 1
    for k in head.children:
        if not first <= k < last and at.tokens[k].dep in _DESCRIBING:
            return governor, k + 1
    return governor, 0
