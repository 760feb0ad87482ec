"""How two figures of one quantity stand to each other, and why.

The labels, in the order they are tried: differs in scope (not the same period,
or not quite the same thing), agrees (the same number, hedged or not), updates
(a later value of a number that grows, or of one origin), rounds (one rounding
or hedge makes both hold), conflicts (they cannot both hold).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from stemmata.model import MeasureType, Relation, RelationKind
from stemmata.reconciling.features import Features
from stemmata.reconciling.measures import never_compared
from stemmata.reconciling.pairs import Ground, twins
from stemmata.reconciling.values import comparable, compatible, same_number

METHOD = "numbers, hedges, periods and dates"
# A quantity with more figures than this is related through one figure for each number.
_ALL_PAIRS = 48
_FIRSTS = 12
# A step is a greater number, and not one that rounding gave.
_GREATER = 1.1

Step = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Told:
    """A label for a pair with its reason; `first` stands before `second` in an update."""

    label: RelationKind
    reason: str
    first: Features
    second: Features


def relations_within(
    figures: Sequence[Features], measure: MeasureType, quantity: str, ground: Ground
) -> list[Relation]:
    """Relations between figures of different reports within one quantity."""
    found: list[Relation] = []
    steps = _steps(figures, measure)
    for a, b in _pairs(figures):
        told = relate(a, b, measure, figures, ground, steps)
        if told is not None:
            one, two = told.first.figure.id, told.second.figure.id
            found.append(Relation(one, two, told.label, told.reason, METHOD, quantity))
    return found


def _pairs(figures: Sequence[Features]) -> list[tuple[Features, Features]]:
    """All pairs of reports; in a large quantity each figure with the first of each number."""
    if len(figures) <= _ALL_PAIRS:
        return [(a, b) for a, b in combinations(figures, 2) if a.at != b.at]
    first: dict[tuple[float, bool, bool], Features] = {}
    for one in figures:
        first.setdefault((one.value.stated, one.value.vague, one.value.hedged), one)
    some = sorted(first.values(), key=lambda f: f.order)[:_FIRSTS]
    pairs = {
        (min(a.order, b.order), max(a.order, b.order)): (a, b)
        for a in some
        for b in figures
        if a.at != b.at
    }
    return [_ordered(*pairs[orders]) for orders in sorted(pairs)]


def _ordered(a: Features, b: Features) -> tuple[Features, Features]:
    return (a, b) if a.order < b.order else (b, a)


def relate(
    a: Features,
    b: Features,
    measure: MeasureType,
    among: Collection[Features],
    ground: Ground,
    steps: Collection[Step] = (),
) -> Told | None:
    """The relation of two figures of one quantity; None where they cannot be compared.

    `among` is all the quantity's figures: a report that gives an older number
    beside its own shows that it updates it. `steps` are the pairs of numbers
    that one origin told one after the other: between other origins they are
    updates too.
    """
    scope = scope_apart(a, b)
    if scope:
        return Told("differs-in-scope", scope, a, b)
    if not comparable(a.value, b.value):
        return _converted(a, b, among, ground)
    if same_number(a.value, b.value):
        return Told("agrees", _agreement(a, b), a, b)
    earlier, later = _in_time(a, b)
    update = _update(earlier, later, measure, among)
    if not update and (earlier.value.stated, later.value.stated) in steps:
        update = f"an origin gave {earlier.figure.text} and then {later.figure.text}"
    if compatible(a.value, b.value):
        if update and _precise_step(earlier, later, measure):
            return Told("updates", update, earlier, later)
        return Told("rounds", _rounding(a, b), a, b)
    if update:
        return Told("updates", update, earlier, later)
    return Told("conflicts", _conflict(a, b), a, b)


def _steps(figures: Sequence[Features], measure: MeasureType) -> set[Step]:
    """Numbers that one origin told one after the other, the greater later."""
    if measure not in ("running total", "flow", "stock"):
        return set()
    found: set[Step] = set()
    by_origin: dict[str, list[Features]] = {}
    for one in figures:
        if one.origin and not one.background and not one.value.vague:
            by_origin.setdefault(one.origin, []).append(one)
    for some in by_origin.values():
        numbers = sorted({f.value.stated for f in some})[:_ALL_PAIRS]
        found |= {(x, y) for x, y in combinations(numbers, 2) if _GREATER * x < y}
    return found


def in_words(one: Features) -> str:
    """The figure as its report has it: hedge, number and thing."""
    figure = one.figure
    hedge = "" if figure.modifier in ("exact", "between") else f"{figure.modifier} "
    thing = f" {figure.thing}" if figure.thing and figure.unit in ("person", "item") else ""
    return f"“{hedge}{figure.text}{thing}”"


def scope_apart(a: Features, b: Features) -> str:
    """Why the two are not of quite the same thing or period, in words; empty where they are."""
    one, two = a.period, b.period
    if never_compared(a, b):
        return f"one is a stock, the other a flow over {_period(a) or _period(b)}"
    sorts = {one.sort, two.sort}
    if sorts == {"window", "total"} or (
        one.sort == two.sort == "window" and _lengths_apart(one.days, two.days)
    ):
        return f"{in_words(a)} is {_period(a)}, {in_words(b)} {_period(b)}"
    if a.limited != b.limited and a.person:
        limited, other = (a, b) if a.limited else (b, a)
        return f"{in_words(limited)} are narrower than {in_words(other)}"
    if bool(a.partial) != bool(b.partial):
        return f"{a.figure.text} of “{a.figure.thing}” is not of “{b.figure.thing}”"
    return ""


def _lengths_apart(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and max(a, b) > 1.5 * min(a, b)


def _period(one: Features) -> str:
    return f"“{one.period.words}”" if one.period.words else ""


def _agreement(a: Features, b: Features) -> str:
    number = f"both give {a.figure.text}"
    if a.figure.text != b.figure.text:
        number = f"{in_words(a)} and {in_words(b)} are the same number"
    if a.figure.modifier != b.figure.modifier:
        number += f", one “{a.figure.modifier}” and one “{b.figure.modifier}”"
    return number + (", from one origin" if a.origin and a.origin == b.origin else "")


def _rounding(a: Features, b: Features) -> str:
    loose, tight = (a, b) if _width(a) >= _width(b) else (b, a)
    return f"{tight.figure.text} lies in what {in_words(loose)} allows"


def _width(one: Features) -> float:
    return max(one.value.high - one.value.low, one.value.step)


def _conflict(a: Features, b: Features) -> str:
    same = a.origin and a.origin == b.origin
    why = "one origin gave both" if same else "no other time or scope is given for either"
    return f"{in_words(a)} and {in_words(b)} cannot both hold, and {why}"


def _in_time(a: Features, b: Features) -> tuple[Features, Features]:
    """The earlier and the later; where no date tells, the smaller number first."""
    if a.published and b.published and a.published != b.published:
        return (a, b) if a.published < b.published else (b, a)
    return (a, b) if a.value.stated <= b.value.stated else (b, a)


def _update(
    earlier: Features, later: Features, measure: MeasureType, among: Collection[Features]
) -> str:
    """Why the later figure takes the place of the earlier; empty where nothing says so."""
    days = _days_between(earlier, later)
    when = f"{days} day{'s' * (days != 1)} later" if days else "later"
    grown = later.value.stated > earlier.value.stated
    one_origin = bool(earlier.origin and earlier.origin == later.origin)
    if _known_before(earlier, later, among):
        return f"the later report gives {earlier.figure.text} itself, as the number before"
    if earlier.background or later.background:
        return ""
    if one_origin and (days or (grown and measure in ("running total", "stock"))):
        return f"the same origin, {when}: {earlier.figure.text}, then {later.figure.text}"
    undated = measure != "stock" and not _dated(earlier, later)
    if measure in ("running total", "flow", "stock") and grown and (days or undated):
        return f"a number that grows, told {when}: {earlier.figure.text}, then {later.figure.text}"
    return ""


def _dated(a: Features, b: Features) -> bool:
    return a.published is not None and b.published is not None


def _days_between(earlier: Features, later: Features) -> int:
    if earlier.published is None or later.published is None:
        return 0
    return (later.published - earlier.published).days


def _known_before(earlier: Features, later: Features, among: Collection[Features]) -> bool:
    if not (earlier.published and later.published and earlier.published < later.published):
        return False
    return any(
        other.at == later.at
        and other is not later
        and same_number(other.value, earlier.value)
        and not compatible(other.value, later.value)
        and "initial" in " ".join((other.figure.thing or "").lower().split()[:1])
        for other in among
    )


def _precise_step(earlier: Features, later: Features, measure: MeasureType) -> bool:
    """A step of a running total that rounding might also explain, and does not.

    Two exact numbers on two days, or two floors of which the later is the higher.
    """
    if measure not in ("running total", "flow"):
        return False
    if earlier.value.stated >= later.value.stated:
        return False
    if earlier.value.floor and later.value.floor:
        return earlier.published is None or earlier.published != later.published
    known = bool(earlier.published and later.published and earlier.published < later.published)
    return known and not (earlier.value.hedged or later.value.hedged)


def _converted(
    a: Features, b: Features, among: Collection[Features], ground: Ground
) -> Told | None:
    """Sums in two currencies meet through a report that gives both."""
    for one in _said_as(a, among, ground):
        for two in _said_as(b, among, ground):
            if comparable(one.value, two.value) and compatible(one.value, two.value):
                reason = f"{_sum(a)} and {_sum(b)} meet in {_sum(one)}, which is given beside"
                return Told("rounds", reason, a, b)
    return None


def _said_as(one: Features, among: Collection[Features], ground: Ground) -> list[Features]:
    """The figure and the same sum in other currencies beside it."""
    return [one, *(f for f in among if f.at == one.at and f is not one and twins(one, f, ground))]


def _sum(one: Features) -> str:
    return f"{one.figure.text} {one.figure.unit}"
