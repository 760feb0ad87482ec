"""Whether two figures of one quantity are of quite the same scope: period, place, thing.

Not quite the same are a window and a total so far, a part of those counted, "the city"
and "the province", those counted with others, a rise and a fall.
"""

from __future__ import annotations

import re

from stemmata.reconciling.features import Features
from stemmata.reconciling.growth import Growth
from stemmata.reconciling.measures import never_compared
from stemmata.reconciling.values import compatible, same_number

_MOVES = ("less", "more")
# A window of so many days may be all the time that something has lasted.
_LONG = 365
_ANCHORED = re.compile(r"\b(?:last|past|previous|recent)\b")
# Places that a report names by their rank alone, each wider than those before.
_RANKS = {
    level: rank
    for rank, levels in enumerate(
        ("quarter neighbourhood neighborhood suburb", "village town city", "district county",
         "province region state governorate", "country nation")
    )
    for level in levels.split()
}  # fmt: skip
_LEVEL = re.compile(rf"\bthe ({'|'.join(_RANKS)})$")


def in_words(one: Features) -> str:
    """The figure as its report has it: hedge, number and thing."""
    figure = one.figure
    hedge = "" if figure.modifier in ("exact", "between") else f"{figure.modifier} "
    of = " of" if one.value.vague or figure.kind == "share" else ""
    thing = f"{of} {figure.thing}" if figure.thing and figure.unit in ("person", "item") else ""
    return f"“{hedge}{figure.text}{thing}”"


def scope_apart(a: Features, b: Features) -> str:
    """Why the two are not of quite the same thing or period, in words; empty where they are."""
    one, two = a.period, b.period
    if never_compared(a, b):
        return f"one is a stock, the other a flow over {period_in_words(a) or period_in_words(b)}"
    sorts = {one.sort, two.sort}
    total = sorts == {"window", "total"} and not _as_long(a, b)
    lengths = one.sort == two.sort == "window" and not _when_and_how_long(a, b)
    if total or (lengths and _lengths_apart(one.days, two.days)):
        return f"{in_words(a)} is {period_in_words(a)}, {in_words(b)} {period_in_words(b)}"
    if a.figure.kind == "change" and {*_MOVES} <= (a.deeds | b.deeds) and not a.deeds & b.deeds:
        return f"one is a rise, the other a fall: {in_words(a)}, {in_words(b)}"
    limited, other = (a, b) if a.limited else (b, a)
    if limited.limited and not other.limited and limited.value.low <= other.value.high:
        fewer = in_words(limited)
        by = "" if limited.limited in fewer else f" (“{limited.limited}”)"
        return f"{fewer}{by} are narrower than {in_words(other)}"
    if a.counted_in.lower() != b.counted_in.lower() and not compatible(a.value, b.value):
        said, other = (a, b) if a.counted_in else (b, a)
        return f"{in_words(said)} is told “{said.counted_in}”, {in_words(other)} is not"
    if _of_another_level(a, b):
        one_place, other_place = a.figure.place, b.figure.place
        return f"{in_words(a)} is of “{one_place}”, {in_words(b)} of “{other_place}”"
    if bool(a.partial) != bool(b.partial):
        return f"{a.figure.text} of “{a.figure.thing}” is not of “{b.figure.thing}”"
    return ""


def _when_and_how_long(a: Features, b: Features) -> bool:
    """True for sums of which one tells when ("last week"), one for how long ("eight-year")."""
    anchored = [bool(_ANCHORED.search(f.period.words.lower())) for f in (a, b)]
    return a.dimension == b.dimension == "money" and len(set(anchored)) == 2


def _of_another_level(a: Features, b: Features) -> bool:
    """True where one is of "the city" and the other of "the province", by no name."""
    found = [_LEVEL.search((f.figure.place or "").lower()) for f in (a, b) if not f.names]
    ranks = {_RANKS[level[1]] for level in found if level}
    return len(ranks) == 2


def _as_long(a: Features, b: Features) -> bool:
    """True where one number is told of years, and of the whole that has lasted as long."""
    window, total = (a.period, b.period) if a.period.sort == "window" else (b.period, a.period)
    if window.days is None or window.days < _LONG or not same_number(a.value, b.value):
        return False
    if total.begin is None or total.end is None:
        return True
    told = (a if a.period is total else b).published
    return told is not None and not _lengths_apart(window.days, (told - total.begin).days)


def _lengths_apart(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and max(a, b) > 1.5 * min(a, b)


def period_in_words(one: Features) -> str:
    """The words of its period between quotation marks; empty where it has none."""
    return f"“{one.period.words}”" if one.period.words else ""


def things_elsewhere(earlier: Features, later: Features, how: Growth) -> bool:
    """True for things in two named places, where no day and no origin makes one number later."""
    stated = (earlier.value.stated, later.value.stated)
    told = stated in how.steps or how.days_between(earlier, later) is not None
    named = bool(earlier.names and later.names) and not earlier.names & later.names
    things = earlier.dimension == later.dimension == "item"
    return things and named and not told and not compatible(earlier.value, later.value)
