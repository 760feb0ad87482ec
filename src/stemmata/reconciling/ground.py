"""What pairs of figures are judged on beside the two: telling words, aligned figures, events."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from stemmata.reconciling.features import Features
from stemmata.reconciling.kinship import Kinship
from stemmata.reconciling.parties import Parties

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Ground:
    """What pairs are judged on beside the two: how telling words are, and aligned figures."""

    words: Mapping[str, float]
    aligned: Collection[tuple[int, int]]
    texts: Mapping[str, str]
    by_id: Mapping[str, Features]
    strange: Kinship
    of_report: Mapping[int, Sequence[Features]]
    parties: Mapping[str, Parties]  # of sums of money, by the figure's id
    totals: Sequence[float]  # of each figure's words around, by its order
    singles: Collection[int] = frozenset()  # figures whose report has one number of such things
    deed_singles: Collection[tuple[int, str]] = frozenset()  # and of those that have one of a deed
    mains: Collection[tuple[int, str]] = frozenset()  # main tolls, by order and fate


def weight_of(words: Iterable[str], weight: Mapping[str, float]) -> float:
    """The sum of the words' weights, the same in whatever order they come."""
    return math.fsum([weight[w] for w in words if w in weight])


def of_reports(all_features: Iterable[Features]) -> dict[int, list[Features]]:
    """The figures of each report, in their order."""
    found: dict[int, list[Features]] = {}
    for one in all_features:
        found.setdefault(one.at, []).append(one)
    return found


def singles(all_features: Iterable[Features]) -> frozenset[int]:
    """Figures, by their order, whose report gives no other number of such things."""
    such = ((one, (one.at, one.dimension, one.thing)) for one in all_features if one.thing)
    return frozenset(one.order for one, _ in _only_ones(such))


def deed_singles(all_features: Iterable[Features]) -> frozenset[tuple[int, str]]:
    """Figures, by order and deed, whose report tells one number of such things by that deed."""
    such = (
        (one, (one.at, one.dimension, one.thing, deed))
        for one in all_features
        if one.thing and not one.before and one.dimension in ("person", "item")
        for deed in one.deeds
    )
    return frozenset((one.order, deed) for one, (*_, deed) in _only_ones(such))


def _only_ones(such: Iterable[tuple[Features, _Key]]) -> Iterator[tuple[Features, _Key]]:
    """Those under whose key no other number stands."""
    of: dict[_Key, list[Features]] = {}
    for one, key in such:
        of.setdefault(key, []).append(one)
    for key, some in of.items():
        if len({one.value.stated for one in some}) == 1:
            yield from ((one, key) for one in some)
