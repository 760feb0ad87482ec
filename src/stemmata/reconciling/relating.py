"""All relations of a case, and what the quantities' figures tell together: series and grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from stemmata.model import Quantity, Reading, Relation
from stemmata.reconciling.features import Features
from stemmata.reconciling.gradings import grading
from stemmata.reconciling.ground import Ground
from stemmata.reconciling.growth import Growth, growth
from stemmata.reconciling.relations import METHOD, relations_within
from stemmata.reconciling.scopes import near_misses, parts
from stemmata.reconciling.series import series
from stemmata.reconciling.sums import sums
from stemmata.reconciling.values import comparable, same_number


def related(
    quantities: Sequence[Quantity],
    groups: Sequence[Sequence[Features]],
    scores: Mapping[tuple[int, int], float],
    ground: Ground,
    against: Collection[str],
) -> tuple[tuple[Quantity, ...], tuple[Relation, ...]]:
    """The quantities with their series and grades, and the relations within and between them.

    `groups` are the figures of each quantity, `scores` those of pairs that a reader
    could take for one quantity, `against` the ids of figures that are denied.
    """
    grown: dict[str, Growth] = {}
    befores: dict[int, list[Features]] = defaultdict(list)
    for one in (f for figures in groups for f in figures if f.before):
        befores[one.at].append(one)
    for own, figures in zip(quantities, groups, strict=True):
        how = growth(told_of(figures, against), own.measure_type, befores, ground.texts)
        grown |= {one.figure.id: how for one in figures}
    found: list[Relation] = []
    complete: list[Quantity] = []
    for own, figures in zip(quantities, groups, strict=True):
        reported = told_of(figures, against)
        within = relations_within(reported, own.id, ground, grown)
        found += within + _denials(reported, figures, own.id)
        days = series(reported, grown[figures[0].figure.id])
        complete.append(replace(own, series=days, grading=grading(figures, within, against)))
    between = [r for r in _between(groups, scores, ground) if not {r.a, r.b} & set(against)]
    return tuple(complete), tuple(_once(found + between))


def _between(
    groups: Sequence[Sequence[Features]],
    scores: Mapping[tuple[int, int], float],
    ground: Ground,
) -> list[Relation]:
    """Near misses, parts of wholes and totals of sums."""
    number = {one.order: n for n, figures in enumerate(groups) for one in figures}
    all_features = sorted((f for figures in groups for f in figures), key=lambda f: f.order)
    quantity_of = [number[f.order] for f in all_features]
    found = near_misses(scores, all_features, quantity_of, ground)
    return found + parts(all_features, ground) + sums(all_features, quantity_of, ground)


def denied(readings: Sequence[Reading]) -> frozenset[str]:
    """The ids of figures that stand in a denial."""
    return frozenset(i for r in readings for i in r.denied)


def told_of(figures: Sequence[Features], against: Collection[str]) -> Sequence[Features]:
    """The figures that somebody reports; all of them where nobody does."""
    return [f for f in figures if f.figure.id not in against] or figures


def _denials(
    reported: Sequence[Features], figures: Sequence[Features], quantity: str
) -> list[Relation]:
    """What one report tells and another denies: the two cannot both hold."""
    if len(reported) == len(figures):
        return []
    told = {f.figure.id for f in reported}
    return [
        Relation(a.figure.id, b.figure.id, "conflicts", _DENIED, METHOD, quantity)
        for b in figures
        if b.figure.id not in told
        for a in reported
        if a.at != b.at and comparable(a.value, b.value) and same_number(a.value, b.value)
    ]


_DENIED = "one report tells it, and in the other it is denied"


def _once(relations: Sequence[Relation]) -> list[Relation]:
    """One relation a pair: the first found."""
    seen: dict[frozenset[str], Relation] = {}
    for one in relations:
        seen.setdefault(frozenset((one.a, one.b)), one)
    return list(seen.values())
