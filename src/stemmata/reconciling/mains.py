"""The main toll of each report: how many the event that it reports killed or hurt, all in all.

A report names it in its title or lead, where it tells of the widest group of people,
and may come back to the number. Two reports of one event give two numbers of it as it
grows, whatever places and deeds stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stemmata.reconciling.features import Features
from stemmata.reconciling.values import compatible
from stemmata.reconciling.words import PARTS

# Title and lead end about here.
_LEAD = 450
# Of so many pairs of main tolls one of one event may not go on from the other.
_MOST = 0.75
# How many of the next reports each is compared with.
_NEXT = 20
# A later toll is hardly less, and two of one day differ by no more than this.
_LESS = 0.9
_SAME_DAY = 2.0
_FATES = ("harm-dead", "harm-hurt")

Fate = tuple[int, str]


def main_tolls(all_features: Iterable[Features]) -> frozenset[Fate]:
    """Figures by their order, each with the fate of which it is the main toll of its report.

    None where the main tolls of the reports do not go together: where many of the
    later are lower, the reports are of several events.
    """
    of: dict[tuple[str, int], list[Features]] = {}
    for one in all_features:
        for fate in _FATES:
            if fate in one.deeds and _whole(one):
                of.setdefault((fate, one.at), []).append(one)
    found: set[Fate] = set()
    for fate in _FATES:
        mains = [_main(some) for (of_fate, _), some in of.items() if of_fate == fate]
        if _of_one_event([kept[0] for kept in mains]):
            found |= {(f.order, fate) for kept in mains for f in kept}
    return frozenset(found)


def _main(some: Sequence[Features]) -> list[Features]:
    """The greatest number of title and lead, else of all, wherever it stands."""
    lead = [f for f in some if f.figure.start < _LEAD] or some
    most = max(f.value.stated for f in lead)
    return [f for f in some if f.value.stated == most]


def _of_one_event(mains: Sequence[Features]) -> bool:
    """True where the numbers grow with the days of their reports, or stay, in most pairs."""
    dated = sorted((f for f in mains if f.published), key=lambda f: (str(f.published), f.at))
    agree = [
        _goes_on(one, two) for i, one in enumerate(dated) for two in dated[i + 1 : i + 1 + _NEXT]
    ]
    return bool(agree) and sum(agree) >= _MOST * len(agree)


def _goes_on(one: Features, two: Features) -> bool:
    if compatible(one.value, two.value):
        return True
    grown = two.value.stated / max(one.value.stated, 1.0)
    return grown >= _LESS if one.published != two.published else 1 / _SAME_DAY <= grown <= _SAME_DAY


def _whole(one: Features) -> bool:
    """A count of people who are no part of others, and none of another time."""
    if not one.person or one.thing in PARTS or one.partial or one.figure.part_of or one.apart:
        return False
    if one.background or one.years or one.before or one.expected:
        return False
    return one.figure.kind == "count" and one.period.sort not in ("window", "total", "rate")
