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
from stemmata.reconciling.relations import relations_within
from stemmata.reconciling.scopes import near_misses, parts
from stemmata.reconciling.series import series
from stemmata.reconciling.sums import sums


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
        how = growth(figures, own.measure_type, befores, ground.texts)
        grown |= {one.figure.id: how for one in figures}
    found: list[Relation] = []
    complete: list[Quantity] = []
    for own, figures in zip(quantities, groups, strict=True):
        within = relations_within(figures, own.id, ground, grown)
        found += within
        told = series(figures, grown[figures[0].figure.id])
        complete.append(replace(own, series=told, grading=grading(figures, within, against)))
    return tuple(complete), tuple(_once(found + _between(groups, scores, ground)))


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
    denials = {s.id for r in readings for s in r.statements if s.cue_class == "denying"}
    return frozenset(f.id for r in readings for f in r.figures if f.statement in denials)


def _once(relations: Sequence[Relation]) -> list[Relation]:
    """One relation a pair: the first found."""
    seen: dict[frozenset[str], Relation] = {}
    for one in relations:
        seen.setdefault(frozenset((one.a, one.b)), one)
    return list(seen.values())
