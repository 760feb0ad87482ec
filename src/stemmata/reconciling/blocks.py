"""Which pairs of figures are worth a look: blocking that keeps the work near linear.

Figures that could be of one quantity share a block. A small block is compared
all against all. A large one is split by place, number and telling words of the
sentence, and what is large still is walked along in the order of number and of
day with a window (the sorted-neighbourhood method of Hernandez and Stolfo
1995), so the number of pairs grows with the number of figures and not with its
square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from stemmata.model import Passage, Span
from stemmata.reconciling.features import Features

# A block up to this size is compared whole; all annotated corpora so far stay below it.
_SMALL = 256
# A part of a large block up to this size is.
_PART = 16
# How many neighbours a figure meets on each walk along a large block.
_WINDOW = 6
# The most telling words of a sentence that split a large block.
_RARE_WORDS = 4

Pair = tuple[int, int]
_Codes = npt.NDArray[np.int64]


def candidates(
    all_features: Sequence[Features], words: Mapping[str, float], aligned: Iterable[Pair]
) -> list[Pair]:
    """Pairs to compare, each once, the lower order first, in a fixed order."""
    blocks: dict[str, list[Features]] = defaultdict(list)
    for one in all_features:
        blocks[one.dimension].append(one)
    count = len(all_features)
    found = [np.array([a * count + b for a, b in sorted(aligned)], dtype=np.int64)]
    for block in blocks.values():
        found += _within(block, words, count)
    # One number a pair, since a case of thousands of reports has millions of them.
    low, high = np.divmod(np.unique(np.concatenate(found)), max(count, 1))
    return list(zip(low.tolist(), high.tolist(), strict=True))


def _within(block: Sequence[Features], words: Mapping[str, float], count: int) -> Iterator[_Codes]:
    """The pairs of a block, as the lower order times `count` plus the higher one."""
    if len(block) <= _SMALL:
        yield _all_pairs([[one.order for one in block]], count)
        return
    places = {one.order: sorted(one.names) for one in block}
    small: dict[int, list[list[int]]] = defaultdict(list)
    # Each figure stands in one part for each thing that may bring it together with others.
    for part in _parts(block, lambda f: _keys(f, words)):
        if len(part) <= _PART:
            small[len(part)].append([one.order for one in part])
        else:
            yield from _walked(part, places, count)
    for alike in small.values():
        yield _all_pairs(alike, count)


def _parts(
    block: Sequence[Features], keys: Callable[[Features], Iterable[str]]
) -> Iterator[list[Features]]:
    parts: dict[str, list[Features]] = defaultdict(list)
    for one in block:
        for key in keys(one):
            parts[key].append(one)
    for key in sorted(parts):
        if len(parts[key]) > 1:
            yield parts[key]


def _keys(one: Features, words: Mapping[str, float]) -> set[str]:
    """Thing with deed, thing with place, the number, and the rarest words around."""
    things = {one.thing, "people"} if one.person else {one.thing}
    deeds = one.deeds or {""}
    rare = sorted(one.context, key=lambda w: (-words.get(w, 0.0), w))[:_RARE_WORDS]
    found = {f"deed {t} {d}" for t in things for d in deeds}
    found |= {f"place {d} {n}" for d in deeds for n in one.names}
    found |= {f"word {d} {w}" for d in deeds for w in rare}
    return found | {f"number {one.value.stated:.6g} {t}" for t in things}


def _all_pairs(parts: Sequence[Sequence[int]], count: int) -> _Codes:
    """All pairs within each of some parts of one size."""
    orders = np.array(parts, dtype=np.int64)
    first, second = np.triu_indices(orders.shape[1], 1)
    return _codes(orders[:, first].ravel(), orders[:, second].ravel(), count)


def _walked(
    part: Sequence[Features], places: Mapping[int, Sequence[str]], count: int
) -> Iterator[_Codes]:
    by_number = sorted(part, key=lambda f: (f.value.stated, places[f.order], f.order))
    by_day = sorted(part, key=lambda f: (str(f.published), places[f.order], f.order))
    by_place = sorted(part, key=lambda f: (places[f.order], f.value.stated, f.order))
    for line in (by_number, by_day, by_place):
        orders = np.array([one.order for one in line], dtype=np.int64)
        for step in range(1, _WINDOW + 1):
            yield _codes(orders[:-step], orders[step:], count)


def _codes(a: _Codes, b: _Codes, count: int) -> _Codes:
    return np.minimum(a, b) * count + np.maximum(a, b)


def _pair(a: Features, b: Features) -> Pair:
    return (a.order, b.order) if a.order < b.order else (b.order, a.order)


def aligned(all_features: Sequence[Features], passages: Sequence[Passage]) -> set[Pair]:
    """Pairs of figures that stand at one place in words that two reports share."""
    by_report: dict[str, list[Features]] = defaultdict(list)
    for one in all_features:
        by_report[one.figure.report].append(one)
    found: set[Pair] = set()
    for passage in passages:
        if not by_report.get(passage.a) or not by_report.get(passage.b):
            continue
        for a_span, b_span in zip(passage.a_spans, passage.b_spans, strict=False):
            first = _inside(by_report[passage.a], a_span)
            second = _inside(by_report[passage.b], b_span)
            found.update(_matched(first, second, a_span, b_span))
    return found


def _inside(figures: Sequence[Features], span: Span) -> list[Features]:
    return [f for f in figures if span.start <= f.figure.start < span.end]


def _matched(
    first: Sequence[Features], second: Sequence[Features], a_span: Span, b_span: Span
) -> Iterator[Pair]:
    """Figures of one number, at about one distance from the span's beginning."""
    for a in first:
        for b in second:
            drift = abs((a.figure.start - a_span.start) - (b.figure.start - b_span.start))
            same = a.value.stated == b.value.stated and a.dimension == b.dimension
            if a.at != b.at and same and drift < 200:
                yield _pair(a, b)
