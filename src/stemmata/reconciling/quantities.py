"""Quantities: every figure with the others that answer the same question."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from stemmata.model import Estimate, MeasureType, Origin, Passage, Quantity, Reading, Relation
from stemmata.reconciling.blocks import Pair, aligned, candidates
from stemmata.reconciling.clusters import cluster, pieces, without_parts
from stemmata.reconciling.estimates import check_method, estimate, unit_of
from stemmata.reconciling.features import (
    Features,
    features,
    outlines,
    weights_of_words,
)
from stemmata.reconciling.ground import Ground, deed_singles, of_reports, singles, weight_of
from stemmata.reconciling.kinship import kinship
from stemmata.reconciling.mains import main_tolls
from stemmata.reconciling.measures import measure_of_all
from stemmata.reconciling.pairs import never, score, signs
from stemmata.reconciling.parties import parties
from stemmata.reconciling.questions import question
from stemmata.reconciling.relating import denied, related
from stemmata.reconciling.scopes import NEAR
from stemmata.reconciling.scoping import in_words
from stemmata.reconciling.settings import twins

METHOD = "scored pairs, average linkage"
_ALONE = "no other figure was found to answer this question"
# How many pairs of a large quantity its reason is composed from.
_SAMPLED = 40
# The signs that are told as grounds of a join, in words.
_GROUNDS = {
    "number same": "the same number",
    "number compatible": "numbers that one rounding makes one",
    "thing same": "the same sort of thing",
    "thing general": "things of which one word covers the other",
    "deed same": "the same happened to them",
    "place same": "the same place",
    "only ones": "each report has one number of such things",
    "main tolls": "each is the main toll of its report",
    "context": "words around in common",
    "origin same": "the same origin",
    "shared passage": "words that the reports share",
}


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Quantities, each figure in exactly one, and relations between figures."""

    quantities: tuple[Quantity, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """All figures, what they are judged on, and the pairs of them that were compared.

    Pairs hold the figures' orders: `scores` in log odds, `never` those that may
    not meet, `always` one number said in two units. Where not every pair was asked
    for, `scores` has those that can change a group or are near misses.
    """

    features: Sequence[Features]
    ground: Ground
    scores: Mapping[Pair, float]
    never: Sequence[Pair]
    always: Sequence[Pair]


def reconcile(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    passages: Sequence[Passage],
    method: str = "latest",
) -> Reconciled:
    """Bring figures to what they are about, and say how they stand to each other.

    `method` names how estimates are made (see `estimates`). The same readings
    give the same result in whatever order they come; the work grows nearly in
    proportion to the number of figures. Raises StemmataError for an unknown
    method.
    """
    made = compared(readings, origins, passages, every_pair=False)
    all_features, ground = made.features, made.ground
    several = [[all_features[i] for i in group] for group in grouped(made)]
    against = denied(readings)
    quantities = [_quantity(figures, ground, method, against) for figures in several]
    near = {**made.scores, **dict.fromkeys(made.never, 0.0)}
    return Reconciled(*related(quantities, several, near, ground, against))


def compared(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    passages: Sequence[Passage],
    *,
    every_pair: bool = True,
) -> Compared:
    """Every figure with those it may belong with, scored."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    all_features = features(ordered, origins)
    words = weights_of_words(all_features)
    pairs = aligned(all_features, sorted(passages, key=lambda p: (p.a, p.b, p.a_spans)))
    ground = Ground(
        words,
        pairs,
        {reading.report.id: reading.report.text for reading in ordered},
        {one.figure.id: one for one in all_features},
        kinship(outlines(ordered)),
        of_reports(all_features),
        parties(ordered),
        [weight_of(one.context, words) for one in all_features],
        singles(all_features),
        deed_singles(all_features),
        main_tolls(all_features),
    )
    asked = candidates(all_features, words, pairs)
    scores, apart, always = _scored(all_features, asked, ground)
    del asked
    if not every_pair:
        scores = _telling(scores, always, len(all_features))
    return Compared(all_features, ground, scores, apart, always)


def _telling(scores: dict[Pair, float], always: Sequence[Pair], count: int) -> dict[Pair, float]:
    """The scores of pairs that clustering weighs, and of those that may be near misses."""
    piece = pieces(count, scores, always)
    return {
        (a, b): score for (a, b), score in scores.items() if score >= NEAR or piece[a] == piece[b]
    }


def grouped(made: Compared) -> list[list[int]]:
    """Groups of figures by their order, each a quantity, the groups in order of their first."""
    groups = cluster(len(made.features), made.scores, made.never, made.always)
    return without_parts(groups, _wholes(made.features, made.ground))


def _scored(
    all_features: Sequence[Features], pairs: Sequence[Pair], ground: Ground
) -> tuple[dict[Pair, float], list[Pair], list[Pair]]:
    """Scores of the pairs, those that may never meet, and numbers said in two units."""
    scores: dict[Pair, float] = {}
    apart: list[Pair] = []
    always: list[Pair] = []
    for pair in pairs:
        a, b = all_features[pair[0]], all_features[pair[1]]
        if never(a, b):
            apart.append(pair)
            continue
        scores[pair] = score(a, b, ground)
        if twins(a, b, ground):
            always.append(pair)
    scores.update(_in_one_currency(scores, always, all_features))
    return scores, apart, always


def _in_one_currency(
    scores: Mapping[Pair, float], always: Sequence[Pair], all_features: Sequence[Features]
) -> dict[Pair, float]:
    """The scores of two sums in two currencies, judged by the same sum in the other's.

    "500,000 rupees ($5,800)" and 5,800 dollars: what the dollars say counts for the
    rupees, whose number says nothing.
    """
    scale = [one.value.scale for one in all_features]
    twin: dict[int, list[int]] = defaultdict(list)
    for a, b in always:
        if scale[a] != scale[b]:
            twin[a].append(b)
            twin[b].append(a)
    found: dict[Pair, float] = {}
    for a, b in scores if twin else ():
        if scale[a] != scale[b]:
            meant = itertools.product((a, *twin.get(a, ())), (b, *twin.get(b, ())))
            alike = [(min(pair), max(pair)) for pair in meant if scale[pair[0]] == scale[pair[1]]]
            found[a, b] = max((scores[p] for p in alike if p in scores), default=scores[a, b])
    return found


def _wholes(all_features: Sequence[Features], ground: Ground) -> dict[int, int]:
    """The whole of each part, both by their order."""
    return {
        one.order: whole.order
        for one in all_features
        if (whole := ground.by_id.get(one.figure.part_of or "")) is not None
    }


def _quantity(
    figures: Sequence[Features], ground: Ground, method: str, against: Collection[str]
) -> Quantity:
    measure = measure_of_all(figures)
    told = [f for f in figures if f.figure.id not in against]
    return Quantity(
        id=f"q-{figures[0].figure.id}",
        question=question(told or figures, measure, ground.texts),
        measure_type=measure,
        unit=unit_of(figures),
        figures=tuple(f.figure.id for f in figures),
        reports=tuple(dict.fromkeys(f.figure.report for f in figures)),
        origins=tuple(sorted({f.origin for f in told if f.origin})),
        unknown=tuple(f.figure.id for f in told if not f.origin),
        estimate=_estimate(figures, told, measure, method),
        method=METHOD,
        reason=_reason(figures, ground),
    )


def _estimate(
    figures: Sequence[Features], told: Sequence[Features], measure: MeasureType, method: str
) -> Estimate:
    """The estimate of what somebody reports: a number that is denied is left, and so said."""
    ids = tuple(f.figure.id for f in figures)
    if not told:
        return Estimate(method, None, None, None, (), ids, "it is told only as something denied")
    found = estimate(told, measure, method)
    return replace(found, left=tuple(i for i in ids if i not in found.took))


def _reason(figures: Sequence[Features], ground: Ground) -> str:
    """The signs that most pairs of the group share, and numbers given in two units."""
    if len(figures) == 1:
        return _ALONE
    pairs = list(itertools.islice(itertools.combinations(figures, 2), _SAMPLED))
    counts = Counter(
        name
        for a, b in pairs
        for name, strength in signs(a, b, ground).items()
        if name in _GROUNDS and strength > 0.2
    )
    shared = [_GROUNDS[n] for n, k in counts.most_common() if 2 * k >= len(pairs)]
    double = next((p for p in pairs if twins(*p, ground)), None)
    if double is not None:
        shared.append(f"{in_words(double[0])} and {in_words(double[1])} are one number twice")
    grounds = ", ".join(shared) or "many weak signs together"
    return f"{len(figures)} figures joined by {grounds}"


def of_groups(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    groups: Sequence[Collection[str]],
    method: str = "latest",
) -> Reconciled:
    """Quantities and relations of figures that were grouped by somebody else.

    `groups` are ids of figures; every figure stands in one of them.
    """
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    known = {one.figure.id: one for one in features(ordered, origins)}
    texts = {reading.report.id: reading.report.text for reading in ordered}
    ground = Ground(
        words={},
        aligned=(),
        texts=texts,
        by_id=known,
        strange=_no_stranger,
        of_report={},
        parties={},
        totals=[0.0] * len(known),
    )
    in_order = sorted(sorted(known[i].order for i in group) for group in groups)
    by_order = {one.order: one for one in known.values()}
    several = [[by_order[n] for n in group] for group in in_order]
    against = denied(readings)
    quantities = [_quantity(figures, ground, method, against) for figures in several]
    return Reconciled(*related(quantities, several, {}, ground, against))


def _no_stranger(a: int, b: int) -> float:
    """Figures that were grouped are of one event."""
    del a, b
    return 0.0


def estimated(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    quantities: Sequence[Quantity],
    method: str,
) -> tuple[Quantity, ...]:
    """The same quantities with their estimates by another method. Raises StemmataError."""
    check_method(method)
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    known = {one.figure.id: one for one in features(ordered, origins)}
    against = denied(readings)
    return tuple(
        replace(q, estimate=_estimate(figures, told, q.measure_type, method))
        for q in quantities
        for figures in [[known[i] for i in q.figures]]
        for told in [[f for f in figures if f.figure.id not in against]]
    )
