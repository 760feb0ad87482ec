"""What each word by itself adds to the scores of candidates; made once a word and kept.

The hidden numbers of the network are sums over the words that a candidate is told
of, and so are the table's weights of single words. What one word gives to either
hangs on its form, its tag and its part in the candidate. So a word that comes
again costs a look-up and no multiplication.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from stemmata.reading.english.name_weights import LABELS, TOLD, Floats, Weights, Whole
from stemmata.reading.english.parse import Token, one_thread
from stemmata.reading.name_features import of_one, of_word, placed
from stemmata.reading.name_numbers import no_word, rows, used

# Words that are kept at most; then all are made anew. Each takes nine times 132 numbers of four
# bytes, all of them 57 MB: words enough for a thousand reports on one matter, which share them.
MOST = 12_000
Word = tuple[str, str]


class Parts:
    """Weights, and what the words met so far give under them.

    A word's part has the network's hidden numbers first, then the table's sum for each label.
    """

    def __init__(self, weights: Weights) -> None:
        layer, width, size = weights.layer, len(no_word()), 0
        self._weights = weights
        self._into = np.zeros((width, 0), np.float32)
        self._bias = np.zeros(len(LABELS), np.float32)
        self._out = np.zeros((0, len(LABELS)), np.float32)
        if layer is not None:
            size = len(layer.bias)
            # One block beside the other, so that a word goes through all of them at once.
            blocks = layer.into.reshape(TOLD + 1, width, size).transpose(1, 0, 2)
            self._into = np.ascontiguousarray(blocks.reshape(width, -1))
            self._bias = np.concatenate([layer.bias, self._bias])
            self._out = layer.out
        self._size = size
        self._clear(MOST)

    def _clear(self, most: int) -> None:
        """Forget all words, and make room for so many."""
        self._known: dict[Word, int] = {}
        self._words: list[Word] = [("", "")]
        self._named = np.zeros(most, bool)
        self._parts = np.zeros((most, TOLD + 1, self._size + len(LABELS)), np.float32)
        self._parts[0, :, : self._size] = (no_word() @ self._into).reshape(TOLD + 1, -1)
        # What a word that is all of a candidate adds, at the head of its sentence and later.
        self._alone = np.zeros((most, 2, len(LABELS)), np.float32)

    def scores(self, tokens: Sequence[Token], where: Whole) -> Floats:
        """The scores of candidates, a row each; `where` is what `places` gives."""
        words, where = used(tokens, where)
        ids = self._ids([(tokens[i].text, tokens[i].tag) for i in words])
        told, size = ids[where], self._size
        first, sizes = where[:, -2], where[:, -1] - where[:, -2] + 1
        self._name(ids, first, sizes)
        added = self._bias + self._parts[told[:, 0], 0]
        for k in range(1, TOLD):
            added += self._parts[told[:, k], k]
        inner = self._inner(ids, first, sizes)
        added[:, size:] += inner[:, size:]
        inner /= sizes[:, None]
        added[:, :size] += inner[:, :size]
        out = added[:, size:] + np.maximum(added[:, :size], 0) @ self._out
        one = np.flatnonzero(sizes == 1)
        out[one] += self._alone[told[one, 0], (told[one, 2] > 0).astype(np.int64)]
        return np.asarray(out, np.float32)

    def _inner(self, ids: Whole, first: Whole, sizes: Whole) -> Floats:
        """The sums of what each candidate's own words give."""
        each = self._parts[ids, TOLD]
        out = each[first]
        more = np.flatnonzero(sizes > 1)
        if len(more):
            upto = each.cumsum(0)
            out[more] += upto[(first + sizes - 1)[more]] - upto[first[more]]
        return np.asarray(out)

    def _ids(self, words: Sequence[Word]) -> Whole:
        """Where these words stand among the known ones, behind that of no word."""
        if len(self._known) + len(words) >= len(self._parts):
            self._clear(max(MOST, len(words) + 1))
        known = self._known
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            first = len(known) + 1
            self._add(new, slice(first, first + len(new)))
            known.update(zip(new, range(first, first + len(new)), strict=True))
        return np.array([0, *[known[word] for word in words]])

    def _add(self, words: Sequence[Word], at: slice) -> None:
        """What these words give to the network, and to the table when they stand beside a name."""
        self._words[at] = words
        with one_thread():
            given = rows(words) @ self._into
        self._parts[at, :, : self._size] = given.reshape(len(words), TOLD + 1, self._size)
        sums = self._weights.added([of_word(mark, *word) for word in words for mark in "ba"])
        for n, k in enumerate((2, 4)):
            self._parts[at, k, self._size :] = sums[n::2]

    def _name(self, ids: Whole, first: Whole, sizes: Whole) -> None:
        """What the words of candidates give to the table that have not been part of one before."""
        held = np.zeros(len(ids) + 1, np.int64)
        np.add.at(held, first, 1)
        np.add.at(held, first + sizes, -1)
        inner = ids[held.cumsum()[:-1] > 0]
        new = np.unique(inner[~self._named[inner]]).tolist()
        if not new:
            return
        groups: list[tuple[str, ...]] = []
        for text, tag in [self._words[i] for i in new]:
            groups += [of_word(mark, text, tag) for mark in "flm"]
            groups += of_one(text, tag), (placed(tag, "first"),), (placed(tag, "later"),)
        sums = self._weights.added(groups)
        for n, k in enumerate((0, 1, TOLD)):
            self._parts[new, k, self._size :] = sums[n::6]
        for n in range(2):
            self._alone[new, n] = sums[3::6] + sums[4 + n :: 6]
        self._named[new] = True


@lru_cache(maxsize=1)
def parts(weights: Weights) -> Parts:
    """The parts of words under these weights; those of the last weights asked for are kept."""
    return Parts(weights)
