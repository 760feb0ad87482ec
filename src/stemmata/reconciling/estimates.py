"""Low, best and high of a quantity, by methods that have names.

`latest` (the default): of what grows the largest number of the newest day with
a recorded origin, of what rises and falls the best supported of the newest day,
of what does not change the number most origins give. A number that a report
calls the one before is passed over.
`ucdp`: after the UCDP Georeferenced Event Dataset codebook (Sundberg and
Melander 2013): best is the most likely, low the lowest and high the highest
reliable number.
`acled`: after the ACLED codebook: where sources differ, the lowest number
reported, vague words by its own convention (12 for dozens, 100 for hundreds).
`range`: least to greatest of all that is said, as Iraq Body Count and Airwars
give it, and one of the ways that Every Casualty Counts names where sources differ; the
best is the middle of the two.
`most-origins`: the number that the most independent origins give; the majority
of sources is another of those ways.

Rounder statements of one origin do not widen its range, and a figure without a
recorded origin widens none where others have one. Each estimate says what it
took, what it left, and why.
"""

from __future__ import annotations

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from stemmata.errors import StemmataError
from stemmata.model import Estimate, MeasureType
from stemmata.reconciling.features import Features
from stemmata.reconciling.growth import fell
from stemmata.reconciling.units import in_unit
from stemmata.reconciling.values import Value, compatible, same_number

# A floor is met by an exact number up to this much above it.
_ABOVE = 1.25

Method = Callable[[Sequence[Features], MeasureType], Estimate]

# ACLED's numbers for vague words (codebook and fatalities FAQ), by the floor of the word here.
_ACLED = {24.0: 12.0, 20.0: 10.0, 40.0: 20.0, 200.0: 100.0, 2000.0: 1000.0}


def estimate(figures: Sequence[Features], measure: MeasureType, method: str = "latest") -> Estimate:
    """The estimate of a quantity's figures by the named method.

    Numbers are in the unit of `unit_of(figures)`. Raises StemmataError for a
    method that has no name here.
    """
    check_method(method)
    unit = unit_of(figures)
    usable = [f for f in figures if f.value.scale == _scale(figures, unit)]
    found = METHODS[method](usable or figures, measure)
    rest = tuple(f.figure.id for f in figures if f.figure.id not in found.took)
    low, best, high = (_tidy(in_unit(x, unit)) for x in (found.low, found.best, found.high))
    return Estimate(method, low, best, high, found.took, rest, found.reason)


def check_method(method: str) -> None:
    """Raises StemmataError for a method that has no name here."""
    if method not in METHODS:
        known = ", ".join(sorted(METHODS))
        raise StemmataError(f"There is no estimate by the name of {method!r}. There are: {known}.")


def unit_of(figures: Sequence[Features]) -> str:
    """The unit most of the figures have; the larger of the International System on a tie."""
    counts: dict[str, int] = defaultdict(int)
    for one in figures:
        counts[one.figure.unit] += 1
    metric = [u for u in counts if u in ("km", "km2", "t", "m", "°C")]
    if metric:
        return min(metric, key=lambda u: (-counts[u], u))
    return min(counts, key=lambda u: (-counts[u], _first(figures, u)))


def _first(figures: Sequence[Features], unit: str) -> int:
    return min(f.order for f in figures if f.figure.unit == unit)


def _scale(figures: Sequence[Features], unit: str) -> str:
    return next(f.value.scale for f in figures if f.figure.unit == unit)


def _tidy(value: float | None) -> float | None:
    """Rounded to what conversion between units leaves."""
    if value is None or not math.isfinite(value):
        return None
    return float(f"{value:.10g}")


def latest(figures: Sequence[Features], measure: MeasureType) -> Estimate:
    """The newest number with a recorded origin; of what does not change, the one most give."""
    given, current = figures, _current(figures)
    if measure in ("share", "measure", "change") and figures[0].dimension != "money":
        return _made("latest", given, *_most_given(current))
    if measure == "stock" and not any(f.deeds for f in figures):
        return _made("latest", given, *_most_given(current))
    figures = [f for f in figures if not f.before] or figures
    firm = [f for f in figures if not f.value.ceiling and (f.origin or not f.value.vague)]
    firm = firm or list(figures)
    grows = measure in ("running total", "flow") and not fell(given)
    day, new = _new_of(firm)
    chosen = (_largest if grows else _last_said)(new, figures)
    better = _precise_within(chosen, figures)
    later = any(day and f.published and f.published > day for f in new)
    when = f" of {day.isoformat()}{' or later' * later}" if day else ""
    largest = chosen.value.stated >= max(f.value.stated for f in new)
    best = (
        "the largest" if largest else "the last word of most origins, and of as many the largest,"
    )
    which = best if grows else "the best supported"
    reason = f"{which} of the numbers{when}: {_said(chosen)}"
    if better is not chosen:
        reason += f", with which {_said(better)} agrees and is the more precise"
    return _made("latest", given, better, reason)


def _current(figures: Sequence[Features]) -> Sequence[Features]:
    """Without the numbers that a report calls the ones before, wherever else they stand."""
    was = {f.value.stated for f in figures if f.before}
    return [f for f in figures if f.value.stated not in was] or figures


def _new_of(firm: Sequence[Features]) -> tuple[date | None, Sequence[Features]]:
    """The newest day with a recorded origin, and what was told then, later or on no known day."""
    day = _newest(f for f in firm if f.origin) or _newest(firm)
    new = [f for f in firm if day is None or f.published is None or f.published >= day]
    return day, new or firm


def most_origins(
    figures: Sequence[Features], measure: MeasureType, method: str = "most-origins"
) -> Estimate:
    """The number that most independent origins give, then most reports, then the most precise."""
    del measure
    return _made(method, figures, *_most_given(figures))


def _most_given(figures: Sequence[Features]) -> tuple[Features, str]:
    """The best supported figure, and what is behind it."""
    support = _support_by(figures)
    best = max(figures, key=support)
    unit = unit_of(figures)
    own = [f for f in figures if f.figure.unit == unit and compatible(f.value, best.value)]
    best = max(own, key=support, default=best)
    with_it = [f for f in figures if compatible(f.value, best.value)]
    origins = len({f.origin for f in with_it if f.origin})
    reports = len({f.at for f in with_it})
    behind = f"{_count(origins, 'origin')} and " if origins else ""
    reason = f"{_said(best)} fits {behind}{_count(reports, 'report')}"
    if not origins:
        reason += ", of which no origin is recorded"
    return best, reason


def ucdp(figures: Sequence[Features], measure: MeasureType) -> Estimate:
    """Best as by `latest`, low and high the extremes of what named origins say."""
    found = latest(figures, measure)
    named = [f for f in figures if f.origin] or list(figures)
    low = min(f.value.low for f in named)
    high = max(_top(f.value) for f in named)
    best = found.best
    if best is not None:
        low, high = min(low, best), max(high, best)
    reason = f"{found.reason}; low and high are the extremes of the reliable reports"
    return Estimate("ucdp", low, best, high, tuple(f.figure.id for f in named), (), reason)


def acled(figures: Sequence[Features], measure: MeasureType) -> Estimate:
    """The lowest number reported, which ACLED prefers until a higher is better supported."""
    del measure
    lowest = min(figures, key=lambda f: (_acled(f.value), f.order))
    number = _acled(lowest.value)
    reason = f"the lowest number reported: {_said(lowest)}"
    return Estimate("acled", number, number, number, (lowest.figure.id,), (), reason)


def whole_range(figures: Sequence[Features], measure: MeasureType) -> Estimate:
    """Least to greatest of all that is said, and the middle of the two."""
    del measure
    low = min(f.value.low for f in figures)
    high = max(_top(f.value) for f in figures)
    taken = tuple(f.figure.id for f in figures)
    reason = "the least and the greatest of all that is said, and the middle of the two"
    return Estimate("range", low, (low + high) / 2, high, taken, (), reason)


METHODS: Mapping[str, Method] = {
    "latest": latest,
    "ucdp": ucdp,
    "acled": acled,
    "range": whole_range,
    "most-origins": most_origins,
}


def _newest(figures: Iterable[Features]) -> date | None:
    return max((f.published for f in figures if f.published), default=None)


def _largest(new: Sequence[Features], figures: Sequence[Features]) -> Features:
    """Of the newest day the number that is the last word of most origins, of as many the largest.

    A larger one that was told since is later still. Where no day is known, many
    origins may give what was true at first: the largest.
    """
    day = min((f.published for f in new if f.published), default=None)
    last = Counter(f.value for f in _last_of_each(figures) if f.origin)

    @functools.cache
    def givers(value: Value) -> int:
        return sum(many for its, many in last.items() if same_number(its, value))

    def key(one: Features) -> tuple[float, ...]:
        return givers(one.value) if day else 0, one.value.stated, not one.value.hedged, -one.order

    best = max((f for f in new if f.published in (day, None)), key=key)
    since = [f for f in new if f.published != day and f.value.stated > best.value.stated]
    return max((best, *since), key=lambda f: (f.value.stated, not f.value.hedged, -f.order))


def _last_said(new: Sequence[Features], figures: Sequence[Features]) -> Features:
    """Of what rises and falls: the best supported of the newest day, ceilings last."""
    day = _newest(new)
    last = [f for f in new if f.published == day] or list(new)
    firm = [f for f in last if not f.value.ceiling] or last
    support = _support_by(figures)
    return max(firm, key=lambda f: (f.value.span or not f.value.hedged, support(f)))


def _precise_within(chosen: Features, figures: Sequence[Features]) -> Features:
    """Where the chosen is hedged: the most precise number that it allows, of its day first."""
    if not chosen.value.hedged or chosen.value.span:
        return chosen
    allowed = [
        f
        for f in figures
        if not f.value.vague and (not f.value.hedged or f.value.ceiling) and _fits(f, chosen)
    ]
    day = chosen.published

    def key(one: Features) -> tuple[float, ...]:
        as_new = day is None or (one.published is not None and one.published >= day)
        return as_new, one.value.stated, -one.order

    return max(allowed, key=key, default=chosen)


def _fits(one: Features, chosen: Features) -> bool:
    """True where the hedge allows the number; a floor allows what is a good step above it."""
    value, number = chosen.value, one.value.stated
    if one.value.ceiling:
        return value.low <= number <= value.high
    above = value.stated <= number <= _ABOVE * value.stated
    return compatible(one.value, value) or (value.floor and above)


def _support_by(figures: Sequence[Features]) -> Callable[[Features], tuple[float, ...]]:
    """Origins and reports that give a number itself, then those whose words allow it.

    Figures of one value are taken together: a large quantity has few values.
    """
    unit = unit_of(figures)
    of_value: dict[Value, list[Features]] = defaultdict(list)
    for figure in figures:
        of_value[figure.value].append(figure)

    @functools.cache
    def behind(value: Value) -> tuple[int, ...]:
        fitting = [v for v in of_value if compatible(v, value)]
        with_it = [f for v in fitting for f in of_value[v]]
        same = [f for f in with_it if not _open(f.value) and same_number(f.value, value)]
        return (
            len({f.origin for f in same if f.origin}),
            len({f.origin for f in with_it if f.origin}),
            len({f.at for f in same}),
            len({f.at for f in with_it}),
        )

    def support(one: Features) -> tuple[float, ...]:
        recent = one.published.toordinal() if one.published else 0
        return (
            not one.value.vague,
            *behind(one.value),
            one.figure.unit == unit,
            not one.value.hedged,
            recent,
            one.value.stated,
            -one.order,
        )

    return support


def _open(value: Value) -> bool:
    """True where the words name a bound and not the number."""
    return value.floor or value.ceiling or value.vague


def _made(method: str, figures: Sequence[Features], best: Features, reason: str) -> Estimate:
    """The estimate with its range: the last and most precise word of each origin."""
    last = _last_of_each(figures)
    low = min([f.value.low if not f.value.ceiling else f.value.stated for f in last])
    high = max(_top(f.value) for f in last)
    number = best.value.stated
    took = {f.figure.id for f in last} | {best.figure.id}
    ordered = tuple(f.figure.id for f in figures if f.figure.id in took)
    low, high = min(low, number), max(high, number)
    return Estimate(method, low, number, high, ordered, (), reason)


def _last_of_each(figures: Sequence[Features]) -> list[Features]:
    """The newest figure of each origin, precise ones first; all where no origin is recorded."""
    by_origin: dict[str, list[Features]] = defaultdict(list)
    for one in figures:
        if one.origin:
            by_origin[one.origin].append(one)
    if not by_origin:
        precise = [f for f in figures if not f.value.vague]
        return precise or list(figures)
    return [max(some, key=_recency) for _, some in sorted(by_origin.items())]


def _recency(one: Features) -> tuple[int, bool, bool, float, int]:
    day = one.published.toordinal() if one.published else 0
    return day, not one.value.vague, not one.value.hedged, one.value.stated, -one.order


def _top(value: Value) -> float:
    """The upper end that counts: a floor does not reach beyond its number."""
    return value.stated if value.floor or value.vague else max(value.high, value.stated)


def _acled(value: Value) -> float:
    return _ACLED.get(value.low, value.low) if value.vague else value.low or value.stated


def _said(one: Features) -> str:
    hedge = "" if one.figure.modifier in ("exact", "between") else f"{one.figure.modifier} "
    return f"“{hedge}{one.figure.text}”"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
