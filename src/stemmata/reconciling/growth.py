"""How the number of a quantity moved: what its figures together tell of earlier and later.

Two numbers alone do not say whether one took the place of the other. Their
quantity does: the days on which each was first told, what one origin told one
after the other, what a report itself calls the number before ("up from 58"),
and whether the event lies so far back that nothing grows any more.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from stemmata.model import MeasureType
from stemmata.reconciling.befores import is_called_wrong
from stemmata.reconciling.features import Features
from stemmata.reconciling.values import comparable, compatible

Step = tuple[float, float]

# States that people enter and leave; how many were aboard stands still.
_STATES = ("harm-missing", "out-stay", "out-leave", "care", "held", "hold", "fight")
# Those who live somewhere, were aboard or find room are so many, whoever counts them when.
_STANDING = ("live", "aboard", "room", "attend")
# A step is a greater number, and not one that rounding gave.
_GREATER = 1.1
# More numbers than this of one origin or report are a table and no history.
_MANY = 48
# A weekday further than this behind the event's is one before it ("last Saturday").
_AHEAD = 5


@dataclass(frozen=True, slots=True)
class Growth:
    """What is known of a quantity's numbers over time.

    `moves` says what they may do: nothing ("still"), only grow ("grows"), rise
    and fall ("varies"), as a plan does of which a report says that it was cut, or
    be found to be more ("counted"): nothing says that it grew, but a later report
    knows of more. `steps` are pairs of numbers that one origin told, the greater taken as
    the later, `replaced` those of which a report itself says which came first.
    `day` is the day of a report by its place among the readings, where known,
    and `first` and `last` the days on which a number was told; days count from an
    origin that is the same within the quantity alone. `floors` are numbers that
    somebody told as a least ("at least 213"), `ends` the last day of each origin and
    the greatest number that it told then. `opposed` are pairs of numbers of which a
    report says that they contradict each other, the lesser first.
    """

    moves: str
    steps: frozenset[Step]
    replaced: frozenset[Step]
    day: Mapping[int, int]
    first: Mapping[float, int]
    last: Mapping[float, int]
    floors: frozenset[float]
    ends: Mapping[str, Step]
    opposed: frozenset[Step]

    def given_way(self, a: Features, b: Features) -> bool:
        """True where a floor was passed on its own day, and nobody held on to it.

        "At least 213" leaves room for more. Who told it last on that day has not been
        heard since with less than the greater number.
        """
        one, two = a.value.stated, b.value.stated
        day, number = self.ends.get(a.origin or "", (-math.inf, two))
        told = self.first.get(two)
        return (
            one in self.floors
            and told is not None
            and self.last.get(one, told) <= told
            and (day <= told or number >= two)
        )

    def days_between(self, a: Features, b: Features) -> int | None:
        """Days from the report of `a` to that of `b`; None where nothing tells.

        Two undated reports that name one weekday need not be of one day.
        """
        one, two = self.day.get(a.at), self.day.get(b.at)
        if one is None or two is None or (one == two and not a.published):
            return None
        return two - one


def growth(
    figures: Sequence[Features],
    measure: MeasureType,
    befores: Mapping[int, Sequence[Features]] = MappingProxyType({}),
    texts: Mapping[str, str] = MappingProxyType({}),
) -> Growth:
    """What the figures of one quantity tell together.

    `befores` are figures, by report, that these call the numbers before: in the
    sentence of one of the quantity they are told of it, whatever theirs is. `texts`
    are those of the reports, by id.
    """
    replaced = _replaced(figures, befores)
    moves = _moves(figures, measure)
    if moves == "grows" and _falls(replaced):
        moves = "varies"
    day = _days(figures)
    first: dict[float, int] = {}
    last: dict[float, int] = {}
    for one in figures:
        if one.at in day:
            number, told = one.value.stated, day[one.at]
            first[number] = min(told, first.get(number, told))
            last[number] = max(told, last.get(number, told))
    steps = _steps(figures) if moves in ("grows", "varies") else frozenset()
    replaced |= _passed(figures, replaced, moves, first)
    floors = frozenset(f.value.stated for f in figures if f.value.floor)
    ends, opposed = _ends(figures, day), _opposed(figures, texts)
    return Growth(moves, steps, replaced, day, first, last, floors, ends, opposed)


def _opposed(figures: Sequence[Features], texts: Mapping[str, str]) -> frozenset[Step]:
    """Pairs of numbers of which one report calls one wrong and gives the other."""
    wrong = [f for f in figures if is_called_wrong(f.figure, texts.get(f.figure.report, ""))]
    return frozenset(
        (min(x.value.stated, y.value.stated), max(x.value.stated, y.value.stated))
        for x in wrong
        for y in figures
        if y.at == x.at and y not in wrong and y.figure.start < x.figure.start and apart(x, y)
    )


def _ends(figures: Sequence[Features], day: Mapping[int, int]) -> dict[str, Step]:
    """The last day of each origin, and the greatest number that it told then."""
    found: dict[str, Step] = {}
    for one in figures:
        if one.origin and one.at in day and not one.before:
            told = (float(day[one.at]), one.value.stated)
            found[one.origin] = max(told, found.get(one.origin, told))
    return found


def _falls(replaced: frozenset[Step]) -> bool:
    return any(later < earlier for earlier, later in replaced)


def fell(figures: Sequence[Features]) -> bool:
    """True where a report itself says that the number was cut, or was too high."""
    return _falls(_replaced(figures, MappingProxyType({})))


def _moves(figures: Sequence[Features], measure: MeasureType) -> str:
    """Whether the number may move: what is long past, and what is measured, does not."""
    past = [f for f in figures if f.years or f.background or f.period.past]
    if 2 * len(past) > len(figures):
        return "still"
    if measure in ("running total", "flow"):
        return "grows"
    states = [f for f in figures if any(d.startswith(_STATES) for d in f.deeds)]
    if measure == "stock" and 2 * len(states) > len(figures):
        return "varies"
    counts = all(f.figure.kind == "count" and f.dimension in ("person", "item") for f in figures)
    standing = any(d.startswith(_STANDING) for f in figures for d in f.deeds)
    return "counted" if counts and not standing else "still"


def _days(figures: Sequence[Features]) -> dict[int, int]:
    """The day of each report: of publication, else by the weekdays that it names."""
    published = {f.at: f.published.toordinal() for f in figures if f.published}
    if published:
        return published
    named = {f.at: f.weekdays for f in figures if f.weekdays}
    counts = Counter(day for days in named.values() for day in days)
    if not counts:
        return {}
    event = min(counts, key=lambda d: (-counts[d], d))
    ahead = {at: [(d - event) % 7 for d in days] for at, days in named.items()}
    return {
        at: max(d for d in days if d < _AHEAD) for at, days in ahead.items() if min(days) < _AHEAD
    }


def _steps(figures: Sequence[Features]) -> frozenset[Step]:
    """Numbers that one origin told one after the other, the greater later."""
    found: set[Step] = set()
    by_origin: dict[str, list[Features]] = defaultdict(list)
    for one in figures:
        if one.origin and not one.value.vague:
            by_origin[one.origin].append(one)
    for some in by_origin.values():
        numbers = sorted({f.value.stated for f in some})[:_MANY]
        found |= {(x, y) for x, y in combinations(numbers, 2) if _GREATER * x < y}
    return frozenset(found)


def _replaced(
    figures: Sequence[Features], befores: Mapping[int, Sequence[Features]]
) -> frozenset[Step]:
    """Pairs of numbers of which one report says that the second took the place of the first."""
    by_report: dict[int, list[Features]] = defaultdict(list)
    for one in figures:
        by_report[one.at].append(one)
    found: set[Step] = set()
    for at, some in by_report.items():
        if len(some) > _MANY:
            continue
        was = [f for f in some if f.before]
        others = [f for f in befores.get(at, ()) if f not in was]
        was += [f for f in others if any(_of_one_change(f, g) for g in some)]
        numbers = [f.value.stated for f in was]
        found |= {
            (x.value.stated, y.value.stated)
            for x in was
            for y in some
            if y.value.stated not in numbers and comparable(x.value, y.value)
        }
    return frozenset(found)


def _passed(
    figures: Sequence[Features],
    replaced: frozenset[Step],
    moves: str,
    first: Mapping[float, int],
) -> frozenset[Step]:
    """What a report calls a number before, and no more than that: others tell what came after it.

    What grows came after it with a greater number alone, and no earlier than it was told.
    """
    given = {earlier for earlier, _ in replaced}
    was = {f.value.stated: f for f in figures if f.before and f.value.stated not in given}
    others = {f.value.stated: f for f in figures if not f.before}
    return frozenset(
        (x, y)
        for x, one in was.items()
        for y, two in others.items()
        if y not in was
        and comparable(one.value, two.value)
        and (moves != "grows" or y > x)
        and first.get(x, -math.inf) <= first.get(y, math.inf)
    )


def _of_one_change(before: Features, one: Features) -> bool:
    """Two numbers of one sort in one sentence, the first called the one before."""
    a, b = before.figure, one.figure
    alike = before.dimension == one.dimension and a.kind == b.kind and before is not one
    return alike and a.sentence == b.sentence and not one.before


def apart(a: Features, b: Features) -> bool:
    """True where the two cannot both hold as they are said."""
    return comparable(a.value, b.value) and not compatible(a.value, b.value)
