"""Whether two reports are about one event: the rare words they share, and the days between.

Two reports of one event share words that hardly any other report has: streets,
victims, the words of one spokesman. What counts as enough depends on the case.
Where most of its reports have their names in common it is a case of one event,
and only two that share next to nothing are strangers. Where few have, it is a
case of many events, and the same city, weekday and "police said" tie nothing.
On news of some 540 shootings in one case, pairs with as much in common as is
asked there are of one incident in 9 of 10, and 2 of 3 pairs of one incident
have it; reports of a single event lie above what is asked in theirs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Kinship = Callable[[int, int], float]

# How many of the rarest words in common are weighed.
_RAREST = 5
# Words tell more than names alone, which a short report may lack.
_OF_WORDS = 0.7
# What the logarithm of the days between two reports takes off.
_OF_DAYS = 0.03
# As if so many reports had been seen that have none of the words, so that in a case of
# five reports a word in all of them still tells.
_UNSEEN = 50
# What is asked in a case of one event, and how much more in one of many.
_ASKED, _MORE = 0.3, 0.4
# The mean likeness of the names of two reports in a case of one event and in one of many.
_ONE_EVENT, _MANY_EVENTS = 0.1, 0.006
# A report with fewer words than this tells too little to be called a stranger.
_KNOWN = 8
# Two reports with so many names each and none in common: their words count half.
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Outline:
    """What tells a report's event: its names, all its words, the day it was published."""

    names: frozenset[str]
    words: frozenset[str]
    day: date | None


def kinship(outlines: Sequence[Outline]) -> Kinship:
    """A function of two reports' places in `outlines`: 0 for one event, 1 for strangers."""
    names, words = _Ranked([o.names for o in outlines]), _Ranked([o.words for o in outlines])
    asked = _ASKED + _MORE * _diversity([o.names for o in outlines], names.weight_of)
    most = _RAREST * math.log((len(outlines) + _UNSEEN) / 2)
    known: dict[int, float] = {}

    def strange(a: int, b: int) -> float:
        if a > b:
            a, b = b, a
        pair = a * len(outlines) + b
        if pair not in known:
            one, two = outlines[a], outlines[b]
            named = names.of_both(a, b)
            shared = _OF_WORDS * words.rarest(words.of_both(a, b))
            shared += (1 - _OF_WORDS) * names.rarest(named)
            if not named and min(len(one.names), len(two.names)) >= _NAMED:
                shared /= 2
            told = min(len(one.words), len(two.words)) >= _KNOWN
            kin = shared / most - _OF_DAYS * math.log1p(_days(one, two))
            known[pair] = min(1.0, max(0.0, 1.0 - kin / asked)) if told else 0.0
        return known[pair]

    return strange


class _Ranked:
    """The words of all reports as their ranks from the rarest, so that two compare fast.

    Words that a single report has are left out: nothing can share them, and in a
    large case they are most of all words.
    """

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        self.weight_of = _weights(sets)
        seen = Counter(word for some in sets for word in some)
        shared = sorted((w for w, count in seen.items() if count > 1), key=lambda w: (seen[w], w))
        self._weights = [self.weight_of[word] for word in shared]
        rank = {word: n for n, word in enumerate(shared)}
        self._sets = [frozenset(rank[w] for w in some if w in rank) for some in sets]

    def of_both(self, a: int, b: int) -> frozenset[int]:
        """The ranks of the words that two reports share."""
        return self._sets[a] & self._sets[b]

    def rarest(self, ranks: frozenset[int]) -> float:
        """The weight of the rarest among some words."""
        return sum([self._weights[n] for n in sorted(ranks)[:_RAREST]])


def _weights(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much a word tells: the log of all reports by those that have it."""
    seen = Counter(word for some in sets for word in some)
    return {word: math.log((len(sets) + _UNSEEN) / count) for word, count in seen.items()}


def _days(one: Outline, two: Outline) -> int:
    return abs((one.day - two.day).days) if one.day and two.day else 0


def _diversity(sets: Sequence[frozenset[str]], weights: Mapping[str, float]) -> float:
    """0 in a case of one event, 1 in a case of many: by the mean cosine of two reports' names."""
    count = len(sets)
    if count < 2:
        return 0.0
    summed: dict[str, list[float]] = {}
    filled = 0
    for some in sets:
        length = math.sqrt(math.fsum(weights[word] ** 2 for word in some))
        filled += bool(some)
        for word in some:
            summed.setdefault(word, []).append(weights[word] / length)
    total = math.fsum(math.fsum(parts) ** 2 for parts in summed.values())
    mean = max((total - filled) / (count * (count - 1)), 1e-9)
    steps = math.log(_ONE_EVENT / mean) / math.log(_ONE_EVENT / _MANY_EVENTS)
    return min(1.0, max(0.0, steps))
