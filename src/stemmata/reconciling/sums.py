"""Totals that are the sum of other figures: "eight were killed", "three in Temsk and five in Varn".

The summands are all figures of one sentence that count the same sort of thing,
to which the same happened. The total may stand in the same report or another.
A sum below ten is met too easily by chance, and is told only within one report.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from stemmata.model import Relation
from stemmata.reconciling.features import Features
from stemmata.reconciling.ground import Ground
from stemmata.reconciling.scoping import in_words
from stemmata.reconciling.words import deeds_kin, things_kin

METHOD = "numbers that add up"

_FEWEST, _MOST = 2, 6
_TELLING = 10.0
_ADDITIVE = frozenset({"person", "item", "area", "mass", "volume"})

Key = tuple[str, float]


def sums(
    all_features: Sequence[Features], quantity_of: Sequence[int], ground: Ground
) -> list[Relation]:
    """A relation from each total to each figure that it is the sum of.

    Reports that are strangers to each other are of two events and add nothing up.
    """
    totals: dict[Key, list[Features]] = defaultdict(list)
    for one in all_features:
        if _counts(one):
            totals[_key(one.dimension, one.value.stated)].append(one)
    found: list[Relation] = []
    for summands in _lists(all_features, quantity_of):
        number = math.fsum(f.value.stated for f in summands)
        for total in totals.get(_key(summands[0].dimension, number), ()):
            strangers = total.at != summands[0].at and ground.strange(total.at, summands[0].at)
            if not strangers and _is_total(total, summands, quantity_of):
                found += _told(total, summands)
    return found


def _key(dimension: str, number: float) -> Key:
    return dimension, float(f"{number:.6g}")


def _counts(one: Features) -> bool:
    value = one.value
    return one.dimension in _ADDITIVE and not (value.vague or value.span or value.ceiling)


def _lists(
    all_features: Iterable[Features], quantity_of: Sequence[int]
) -> Iterable[list[Features]]:
    """The figures of one sentence that may be added: one sort, one deed, two quantities or more."""
    sentences: dict[tuple[int, int, int, str], list[Features]] = defaultdict(list)
    for one in all_features:
        begin, end = one.figure.sentence
        if _counts(one) and end > begin and one.deeds and one.figure.part_of is None:
            sentences[one.at, begin, end, one.dimension].append(one)
    for some in sentences.values():
        by_deed: dict[frozenset[str], list[Features]] = defaultdict(list)
        for one in some:
            by_deed[one.deeds].append(one)
        for like in by_deed.values():
            quantities = {quantity_of[f.order] for f in like}
            exact = not any(f.value.hedged for f in like)
            if _FEWEST <= len(like) <= _MOST and len(quantities) == len(like) and exact:
                yield like


def _is_total(total: Features, summands: Sequence[Features], quantity_of: Sequence[int]) -> bool:
    first = summands[0]
    if total in summands or quantity_of[total.order] in {quantity_of[f.order] for f in summands}:
        return False
    if total.figure.sentence == first.figure.sentence and total.at == first.at:
        return False
    if total.at != first.at and total.value.stated < _TELLING:
        return False
    covers = all(things_kin(total.thing, f.thing) in ("same", "general") for f in summands)
    return covers and deeds_kin(total.deeds, first.deeds) == "same"


def _told(total: Features, summands: Sequence[Features]) -> list[Relation]:
    added = " and ".join(in_words(f) for f in summands)
    reason = f"{added} add up to {in_words(total)}"
    return [Relation(total.figure.id, f.figure.id, "sum-of", reason, METHOD) for f in summands]
