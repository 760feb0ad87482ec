"""The signs of where and when two figures are: one event or two."""

from __future__ import annotations

import math
from datetime import date

from stemmata.reconciling.features import Features
from stemmata.reconciling.values import same_number, telling

# Reports within so many days may be of one event; at twice a month hardly any are.
_SOON = 14
_LATER = 60
# A day that was read wrong is seldom so many off.
_DAYS_OFF = 4
# How far days tell that were carried from another sentence, or from one of something else.
_CARRIED, _UNTOLD = 0.5, 0.6
# The log of the factor between two windows that one word for them may cover.
_OTHER_LENGTH = 0.35
# What happens on a day, to those that are counted.
_EVENTS = ("harm-dead", "harm-hurt", "harm-shot", "ruin", "attack")


def of_place(a: Features, b: Features, found: dict[str, float]) -> None:
    """Whether the two places share a name, or one is aside of the event reported."""
    if a.names & b.names:
        found["place same"] = 1.0
    elif a.peripheral != b.peripheral:
        # A name of the one's place in the other's sentence still ties the two.
        side, other = (a, b) if a.peripheral else (b, a)
        found["place aside"] = 0.25 if side.names & other.near else _placed(side)
    elif a.peripheral and b.peripheral:
        found["places apart"] = min(_placed(a), _placed(b))


def _placed(one: Features) -> float:
    """Half where the place is not of the figure's own sentence but carried from one before."""
    return 1.0 if one.names & one.near else 0.5


def of_time(a: Features, b: Features, found: dict[str, float]) -> None:
    """Whether the two are counted over other lengths, or are of times long apart."""
    one, two = a.period, b.period
    # The eight years of a contract are no window that it was counted in.
    term = a.dimension == "money" and "offer" in (a.thing, b.thing)
    windows = one.sort == two.sort == "window" and one.days and two.days and not term
    if windows and abs(math.log((one.days or 1) / (two.days or 1))) >= _OTHER_LENGTH:
        found["window apart"] = 1.0
    days = _days_apart(a, b)
    apart = a.background != b.background and not a.years & b.years
    if apart and (days > _SOON or not (a.published and b.published)):
        # A figure of another place without a period may be of the older event too.
        undated = a if b.background else b
        found["background apart"] = 0.5 if undated.peripheral else 1.25
        if same_number(a.value, b.value):
            found["background apart"] *= 1.0 - telling(a.value)
    elif days > _SOON and not a.years & b.years:
        found["printed apart"] = min(1.0, days / _LATER)
        if same_number(a.value, b.value):
            found["printed apart"] *= 1.0 - telling(a.value)
    if a.years and b.years and not a.years & b.years:
        found["years apart"] = 1.0
    elif bool(a.years) != bool(b.years) and a.background == b.background:
        dated = a if a.years else b
        own = bool(dated.period.begin and dated.period.begin.year in dated.years)
        found["years apart"] = 1.5 if own else 0.5
    if a.published and b.published:
        daily = one.sort == two.sort == "window" and (one.days or 9) <= 1 and (two.days or 9) <= 1
        if daily and a.published != b.published:
            found["window apart"] = 1.0


def of_day(a: Features, b: Features, found: dict[str, float]) -> None:
    """Events of two days, or one that happened after the other was in print."""
    if not (_of_event(a) and _of_event(b)):
        return
    if same_number(a.value, b.value):
        # One number of one event may stand beside two days; not where they lie far apart.
        off = abs((a.day.day - b.day.day).days) if a.day and b.day else 0
        if off >= _DAYS_OFF:
            found["day apart"] = 1.0 - telling(a.value)
        return
    if apart := days_apart(a, b):
        found["day apart"] = apart


def days_apart(a: Features, b: Features) -> float:
    """1 for events of two days, or one that was to come when the other was in print.

    Less where a day was carried from another sentence, or from one that tells of
    something else.
    """
    apart = 0.0
    if a.day and b.day and a.day.day != b.day.day:
        apart = 1.0 if a.day.own and b.day.own else _CARRIED
    for one, other in ((a, b), (b, a)):
        if one.day and other.published and one.day.day > other.published:
            apart = max(apart, 1.0 if one.day.told else _UNTOLD)
    return apart


def _of_event(one: Features) -> bool:
    return any(deed.startswith(_EVENTS) for deed in one.deeds)


def _days_apart(a: Features, b: Features) -> int:
    """Days between what the two tell of: the day given, else the day of the report."""
    (a_begin, a_end), (b_begin, b_end) = _told_of(a), _told_of(b)
    if a_begin is None or a_end is None or b_begin is None or b_end is None:
        return 0
    return max((b_begin - a_end).days, (a_begin - b_end).days, 0)


def _told_of(one: Features) -> tuple[date | None, date | None]:
    if (one.period.sort == "date" or one.background) and one.period.begin and one.period.end:
        return one.period.begin, one.period.end
    return one.published, one.published
