"""The strips: every figure of a quantity as one tick, low to high, and parts inside wholes.

This module works out where things stand; the templates draw them. Places
across are per cent of the drawing's width, so that a drawing keeps the size of
its shapes and letters on any screen; heights are pixels.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..model import Estimate, Figure
from .index import SEVERAL, Index, Sign
from .numerals import amount, counted, reach

Shape = Literal["circle", "right", "left", "diamond", "bar"]

# A drawing is laid out for the narrowest column it must be legible in: 330 px,
# which is what a phone of 390 px leaves. Wider screens only spread it.
NARROW = 330
TICK = 22
CHARACTER = 7.4
# More equal ticks than these become one tick with a count.
ALIKE = 6
# The highest stack that still reads as one drawing; above it ticks are merged:
# first equal ones, then those of all origins, then those close to each other.
LANES = 9
BINS = 14
# From this ratio of highest to lowest on, distances are drawn as ratios.
LOGARITHMIC = 50


@dataclass(frozen=True, slots=True)
class Tick:
    """One figure (or `count` equal ones): where it stands, its shape, its origin's sign.

    `start` and `end` are where a bar begins and ends; for other shapes both are `x`.
    """

    x: str
    y: float
    shape: Shape
    sign: Sign
    hollow: bool
    words: str
    count: int = 1
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A value written under the axis."""

    x: str
    text: str
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawing of figures from low to high; `words` says the same aloud.

    `flat` is true where all stand at one value: then there is no axis, and
    places across are pixels.
    """

    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    height: float
    axis: float
    words: str
    flat: bool = False
    logarithmic: bool = False
    band: tuple[str, str] | None = None
    best: str | None = None
    undrawn: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A figure inside the whole that its report puts it in; widths are per cent."""

    label: str
    part: str
    whole: str
    inner: str
    outer: str
    sign: Sign
    anchor: str
    open: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to per cent of the width."""

    low: float
    high: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Where a value stands, within the 8 % margins that shapes and labels need."""
        low, high = (self.low, self.high)
        if self.logarithmic:
            low, high, value = math.log(low), math.log(high), math.log(max(value, self.low))
        share = (value - low) / (high - low) if high > low else 0.5
        return 8 + 84 * min(max(share, 0.0), 1.0)


def position(figure: Figure) -> float | None:
    """The value a figure is drawn at: its bound, or the middle of two; None where it has none."""
    bounds = [b for b in (figure.low, figure.high) if b is not None and math.isfinite(b)]
    return sum(bounds) / len(bounds) if bounds else None


def shape(figure: Figure) -> Shape:
    """A modifier as a shape; where the words leave a side open, the shape points there."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return "bar"
    if figure.modifier in ("about", "nearly"):
        return "diamond"
    if figure.modifier in ("more than", "at least") or figure.high is None:
        return "right"
    if figure.modifier in ("less than", "up to") or figure.low is None:
        return "left"
    return "circle"


def glyph(index: Index, figure: Figure) -> Tick:
    """The tick of one figure alone, to stand beside its words."""
    form = shape(figure)
    start, end = ("3", "19") if form == "bar" else ("", "")
    hollow = figure.id in index.scoped
    return Tick("11", 11, form, index.sign(figure), hollow, reach(figure), 1, start, end)


def strip(
    index: Index,
    figures: Sequence[Figure],
    estimate: Estimate | None = None,
    scale: Scale | None = None,
) -> Strip | None:
    """The drawing of these figures, on their own scale or a given one; None where nothing stands.

    Equal values are stacked as in a dot plot (Wilkinson 1999); values too close
    to stand side by side are stacked likewise.
    """
    drawn = [f for f in figures if position(f) is not None]
    if not drawn:
        return None
    scale = scale or scale_for(drawn)
    undrawn = len(figures) - len(drawn)
    words = _words(index, drawn)
    if scale is None:
        looks = next(
            k for m in (0, 1, 2) if len(k := _looks(index, drawn, m, None)) <= LANES or m == 2
        )
        return _flat(looks, drawn[0], words, undrawn)
    ticks, lanes = _stacked(_looks(index, drawn, 0, scale), scale)
    for merge in (1, 2, 3):
        if lanes > LANES:
            ticks, lanes = _stacked(_looks(index, drawn, merge, scale), scale)
    height = lanes * TICK + 8
    axis = height - 2.0
    band, best = _band(estimate, scale)
    return Strip(
        ticks=ticks,
        labels=_labels(drawn, scale),
        height=height + 18,
        axis=axis,
        words=words,
        logarithmic=scale.logarithmic,
        band=band,
        best=best,
        undrawn=undrawn,
    )


def scale_for(figures: Sequence[Figure]) -> Scale | None:
    """From the lowest to the highest value; from 0 where that loses little; None for one value."""
    bounds = [b for f in figures for b in (f.low, f.high) if b is not None and math.isfinite(b)]
    if not bounds or min(bounds) == max(bounds):
        return None
    low, high = min(bounds), max(bounds)
    if all(f.kind == "share" for f in figures) and low >= 0 and high <= 1:
        return Scale(0.0, 1.0)
    if low > 0 and high / low >= LOGARITHMIC:
        return Scale(low, high, logarithmic=True)
    if 0 <= low < 0.4 * high:
        return Scale(0.0, high)
    return Scale(low, high)


@dataclass(frozen=True, slots=True)
class _Look:
    """One or more figures that are drawn as one tick; `figure` tells where it stands."""

    figure: Figure
    shape: Shape
    sign: Sign
    hollow: bool
    count: int
    words: str


def _looks(index: Index, figures: Sequence[Figure], merge: int, scale: Scale | None) -> list[_Look]:
    """The ticks to draw, with more and more figures in one as `merge` goes from 0 to 3."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for f in figures:
        bounds, hollow = (f.low, f.high, shape(f)), f.id in index.scoped
        key: tuple[object, ...] = (*bounds, index.sign(f), hollow)
        if merge == 2:
            key = (*bounds, hollow)
        elif merge == 3 and scale:
            key = (round(scale.at(position(f) or 0.0) / 100 * BINS),)
        groups.setdefault(key, []).append(f)
    most = ALIKE if merge == 0 else 1
    found = []
    for same in groups.values():
        if len(same) > most:
            found.append(_merged(index, same))
        else:
            found.extend(_merged(index, [f]) for f in same)
    return sorted(
        found, key=lambda k: (position(k.figure) or 0.0, k.sign.letter, k.shape, k.hollow)
    )


def _merged(index: Index, same: Sequence[Figure]) -> _Look:
    order = sorted(same, key=lambda f: position(f) or 0.0)
    figure = order[len(order) // 2]
    signs = {index.sign(f) for f in same}
    shapes = {shape(f) for f in same}
    words = reach(order[0])
    if reach(order[-1]) != words:
        words = f"from {words} to {reach(order[-1])}"
    if len(same) > 1:
        words = f"{words}: {counted(len(same), 'figure')}"
    return _Look(
        figure,
        shape(figure) if len(shapes) == 1 else "circle",
        signs.pop() if len(signs) == 1 else SEVERAL,
        all(f.id in index.scoped for f in same),
        len(same),
        words,
    )


def _flat(looks: list[_Look], figure: Figure, words: str, undrawn: int) -> Strip:
    x, ticks = 12.0, []
    for k in looks:
        tick = Tick(f"{x:g}", 13, k.shape, k.sign, k.hollow, k.words, k.count)
        ticks.append(replace(tick, start=f"{x - 8:g}", end=f"{x + 8:g}"))
        x += TICK + 4 + (CHARACTER * (len(f"{k.count}") + 2) if k.count > 1 else 0)
    value = position(figure) or 0.0
    label = Label(f"{x - 4:g}", amount(value, figure.kind, figure.unit), "start")
    return Strip(tuple(ticks), (label,), 26, 0, words, flat=True, undrawn=undrawn)


def _stacked(looks: list[_Look], scale: Scale) -> tuple[tuple[Tick, ...], int]:
    """Each tick in the lowest lane that is free at its place; the number of lanes."""
    lanes: list[float] = []
    placed: list[tuple[_Look, float, float, float, int]] = []
    half = 100 * TICK / NARROW / 2
    for k in looks:
        x = scale.at(position(k.figure) or 0.0)
        start, end = x, x
        if k.shape == "bar":
            start, end = scale.at(k.figure.low or 0.0), scale.at(k.figure.high or 0.0)
        extra = 100 * CHARACTER * (len(f"{k.count}") + 2) / NARROW if k.count > 1 else 0.0
        left, right = min(start, x - half), max(end, x + half) + extra
        lane = next((n for n, taken in enumerate(lanes) if taken <= left), len(lanes))
        lanes[lane : lane + 1] = [right]
        placed.append((k, x, start, end, lane))
    base = len(lanes) * TICK - TICK / 2
    ticks = tuple(
        Tick(
            f"{x:.2f}%", base - lane * TICK, k.shape, k.sign, k.hollow, k.words, k.count,
            f"{start:.2f}%", f"{end:.2f}%",
        )
        for k, x, start, end, lane in placed
    )  # fmt: skip
    return ticks, len(lanes)


def _labels(figures: Sequence[Figure], scale: Scale) -> tuple[Label, ...]:
    """The ends of the scale, then the commonest values, as far as they do not touch."""
    kind, unit = figures[0].kind, figures[0].unit
    said = Counter(p for f in figures if (p := position(f)) is not None)
    ends = [min(said), max(said)]
    if scale.low == 0:
        ends.append(0.0)
    if (scale.low, scale.high) == (0.0, 1.0) and kind == "share":
        ends.append(1.0)
    found: list[tuple[float, float, Label]] = []
    for value in dict.fromkeys([*ends, *(v for v, _ in said.most_common())]):
        label, left, right = _label(value, amount(value, kind, unit), scale)
        if all(right + 2 < a or left - 2 > b for a, b, _ in found):
            found.append((left, right, label))
    return tuple(label for _, _, label in sorted(found, key=lambda f: f[0]))


def _label(value: float, text: str, scale: Scale) -> tuple[Label, float, float]:
    x, width = scale.at(value), 100 * CHARACTER * len(text) / NARROW
    if x - width / 2 < 0:
        return Label("0", text, "start"), 0.0, width
    if x + width / 2 > 100:
        return Label("100%", text, "end"), 100 - width, 100.0
    return Label(f"{x:.2f}%", text, "middle"), x - width / 2, x + width / 2


def _band(estimate: Estimate | None, scale: Scale) -> tuple[tuple[str, str] | None, str | None]:
    if estimate is None:
        return None, None
    band = None
    if estimate.low is not None and estimate.high is not None and estimate.low < estimate.high:
        start = scale.at(estimate.low)
        band = f"{start:.2f}%", f"{scale.at(estimate.high) - start:.2f}%"
    return band, f"{scale.at(estimate.best):.2f}%" if estimate.best is not None else None


def _words(index: Index, figures: Sequence[Figure]) -> str:
    """The drawing aloud, low to high: "1,000 once; more than 1,000 three times"."""
    order = sorted(figures, key=lambda f: position(f) or 0.0)
    said = Counter(reach(f) + (", of another scope" if f.id in index.scoped else "") for f in order)
    shown = [f"{words}: {counted(n, 'figure')}" for words, n in list(said.items())[:12]]
    if len(said) > 12:
        shown.append(f"{len(said) - 12} further values")
    return f"Low to high. {'; '.join(shown)}."


def parts(
    index: Index, figures: Sequence[Figure], beside: Sequence[Figure] = ()
) -> tuple[Part, ...]:
    """Each figure that is a part, inside its own whole, all on one scale.

    The scale has room for the wholes of the figures `beside` too, which another
    drawing shows.
    """
    drawn = _measured(index, figures)
    most = max((outer for *_, outer in (*drawn, *_measured(index, beside))), default=1.0)
    return tuple(
        Part(
            label=index.labels[figure.report],
            part=_named(figure),
            whole=_named(whole),
            inner=f"{100 * inner / outer:.2f}%",
            outer=f"{max(100 * outer / most, 0.5):.2f}%",
            sign=index.sign(figure),
            anchor=index.anchors[figure.id],
            open=whole.high is None,
        )
        for figure, whole, inner, outer in drawn
    )


def _measured(index: Index, figures: Sequence[Figure]) -> list[tuple[Figure, Figure, float, float]]:
    """Part, whole and the two values, where the part fits into the whole."""
    found = []
    for figure in figures:
        whole = index.figures.get(figure.part_of or "")
        if whole is None or whole.report not in index.labels:
            continue
        inner, outer = position(figure), position(whole)
        if figure.kind == "share" and whole.kind != "share" and inner is not None:
            inner = inner * outer if outer is not None else None
        if inner is not None and outer is not None and 0 <= inner <= outer and outer > 0:
            found.append((figure, whole, inner, outer))
    return found


def _named(figure: Figure) -> str:
    return f"{reach(figure)} {figure.thing or ''}".strip()
