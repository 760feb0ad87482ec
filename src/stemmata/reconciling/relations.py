"""How two figures of one quantity stand to each other, and why.

The labels, in the order they are tried: differs in scope (not the same period,
or not quite the same thing), agrees (the same number, hedged or not), updates
(a later value of a number that grows, or of one origin), rounds (one rounding
or hedge makes both hold), conflicts (they cannot both hold).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from stemmata.model import Relation, RelationKind
from stemmata.reconciling.features import Features
from stemmata.reconciling.ground import Ground
from stemmata.reconciling.growth import Growth, apart
from stemmata.reconciling.scoping import in_words, period_in_words, scope_apart, things_elsewhere
from stemmata.reconciling.settings import twins
from stemmata.reconciling.values import comparable, compatible, ratio, same_number

METHOD = "numbers, hedges, periods and dates"
# A quantity with more figures than this is related through one figure for each number.
_ALL_PAIRS = 48
_FIRSTS = 12
# Two numbers of one report that contradict each other lie within this factor.
_NEAR = 2.0


@dataclass(frozen=True, slots=True)
class Told:
    """A label for a pair with its reason; `first` stands before `second` in an update."""

    label: RelationKind
    reason: str
    first: Features
    second: Features


def relations_within(
    figures: Sequence[Features],
    quantity: str,
    ground: Ground,
    grown: Mapping[str, Growth],
) -> list[Relation]:
    """Relations between figures of one quantity.

    `grown` is what is known of the quantity of each figure, by the figure's id:
    parts are judged by how their wholes stand.
    """
    found: list[Relation] = []
    for a, b in _pairs(figures):
        told = relate(a, b, figures, ground, grown)
        if told is not None and (a.at != b.at or _of_itself(told)):
            one, two = told.first.figure.id, told.second.figure.id
            found.append(Relation(one, two, told.label, told.reason, METHOD, quantity))
    return found


def _of_itself(told: Told) -> bool:
    """True where a report gives another number itself: later ones, or two that cannot both hold.

    Numbers that lie far apart are rather of two matters that were taken for one.
    """
    a, b = told.first, told.second
    if told.label == "updates":
        return True
    near = ratio(a.value, b.value) <= _NEAR and not (a.value.vague or b.value.vague)
    alike = a.thing == b.thing and bool(a.deeds & b.deeds)
    return told.label == "conflicts" and near and alike


def _pairs(figures: Sequence[Features]) -> list[tuple[Features, Features]]:
    """All pairs; in a large quantity each figure with the first of each number."""
    if len(figures) <= _ALL_PAIRS:
        return list(combinations(figures, 2))
    first: dict[tuple[float, bool, bool], Features] = {}
    for one in figures:
        first.setdefault((one.value.stated, one.value.vague, one.value.hedged), one)
    some = sorted(first.values(), key=lambda f: f.order)[:_FIRSTS]
    pairs = {
        (min(a.order, b.order), max(a.order, b.order)): (a, b)
        for a in some
        for b in figures
        if a is not b
    }
    return [_ordered(*pairs[orders]) for orders in sorted(pairs)]


def _ordered(a: Features, b: Features) -> tuple[Features, Features]:
    return (a, b) if a.order < b.order else (b, a)


def relate(
    a: Features,
    b: Features,
    among: Collection[Features],
    ground: Ground,
    grown: Mapping[str, Growth],
) -> Told | None:
    """The relation of two figures of one quantity; None where they cannot be compared.

    `among` is all the quantity's figures, `grown` what is known of how the
    quantities moved, by the id of a figure.
    """
    scope = scope_apart(a, b)
    if scope:
        return Told("differs-in-scope", scope, a, b)
    if not comparable(a.value, b.value):
        return _converted(a, b, among, ground)
    if same_number(a.value, b.value):
        return Told("agrees", _agreement(a, b), a, b)
    how = grown[a.figure.id]
    earlier, later = _in_time(a, b, how)
    if (stated := (earlier.value.stated, later.value.stated)) in how.replaced:
        reason = f"a report gives {_number(later)} in place of {_number(earlier)}"
        return Told("updates", reason, earlier, later)
    if (min(stated), max(stated)) in how.opposed:
        reason = f"a report sets {_number(a)} and {_number(b)} against each other"
        return Told("conflicts", reason, a, b)
    if things_elsewhere(earlier, later, how):
        places = f"“{a.figure.place}”, {in_words(b)} of “{b.figure.place}”"
        return Told("differs-in-scope", f"{in_words(a)} is of {places}", a, b)
    against = _against_wholes(earlier, later, ground, grown)
    update = "" if against else _update(earlier, later, how)
    if not update and stated in how.steps and not against and a.at != b.at:
        update = f"one origin gave both {_number(earlier)} and the greater {_number(later)}"
    if compatible(a.value, b.value):
        if update and _precise_step(earlier, later, how):
            return Told("updates", update, earlier, later)
        return Told("rounds", _rounding(a, b), a, b)
    if update:
        return Told("updates", update, earlier, later)
    return Told("conflicts", _conflict(a, b, against), a, b)


def _agreement(a: Features, b: Features) -> str:
    number = f"both give {a.figure.text}"
    if a.figure.text != b.figure.text:
        number = f"{in_words(a)} and {in_words(b)} are the same number"
    hedges = sorted({a.figure.modifier, b.figure.modifier} - {"exact"})
    if a.figure.modifier != b.figure.modifier:
        number += f", one “{'” and one “'.join(hedges)}”"
    return number + (", from one origin" if a.origin and a.origin == b.origin else "")


def _rounding(a: Features, b: Features) -> str:
    loose, tight = max(a, b, key=_looseness), min(b, a, key=_looseness)
    if tight.value.hedged:
        return f"what {in_words(tight)} allows, {in_words(loose)} allows too in part"
    return f"{_number(tight)} lies in what {in_words(loose)} allows"


def _number(one: Features) -> str:
    """The figure's number; a count that is written out in digits, so that "four" reads as 4."""
    value = one.value
    if one.figure.kind != "count" or value.vague or value.span:
        return one.figure.text
    return f"{value.stated:,.10g}"


def _looseness(one: Features) -> tuple[bool, float]:
    return one.value.hedged, max(one.value.high - one.value.low, one.value.step)


def _conflict(a: Features, b: Features, against: str) -> str:
    why = against or "no other scope is given for either"
    if a.period.words and b.period.words and a.period.words.lower() != b.period.words.lower():
        why = against or f"{period_in_words(a)} and {period_in_words(b)} do not tell them apart"
    if a.at == b.at:
        why = "one report gives both"
        if a.figure.source and b.figure.source and a.figure.source != b.figure.source:
            why += f", from {a.figure.source} and {b.figure.source}"
    elif a.origin and a.origin == b.origin:
        why = "one origin gave both"
    return f"{in_words(a)} and {in_words(b)} cannot both hold, and {why}"


def _in_time(a: Features, b: Features, how: Growth) -> tuple[Features, Features]:
    """The earlier and the later; where nothing tells, the smaller number first."""
    if (b.value.stated, a.value.stated) in how.replaced:
        return b, a
    if (a.value.stated, b.value.stated) in how.replaced:
        return a, b
    days = how.days_between(a, b)
    if days:
        return (a, b) if days > 0 else (b, a)
    return (a, b) if (a.value.stated, a.order) <= (b.value.stated, b.order) else (b, a)


def _update(earlier: Features, later: Features, how: Growth) -> str:
    """Why the later figure takes the place of the earlier; empty where nothing says so."""
    if earlier.at == later.at:
        return ""
    days = how.days_between(earlier, later)
    when = f"{_days(days)} later" if days else ""
    grows = later.value.stated > earlier.value.stated
    numbers = f"{_number(earlier)}, then {_number(later)}"
    one_origin = bool(earlier.origin) and earlier.origin == later.origin
    vague = later.value.vague or (earlier.value.vague and not grows)
    if one_origin and not vague and (days or (grows and how.moves in ("grows", "varies"))):
        greater = f"the same origin gave {_number(earlier)} and the greater {_number(later)}"
        return f"the same origin, {when}: {numbers}" if when else greater
    if how.moves == "varies" and days:
        return f"a number that rises and falls, told {when}: {numbers}"
    if how.moves != "varies" and grows and later.after and not earlier.after:
        return f"a report says that the number rose to {_number(later)}"
    if how.moves == "counted" and grows and days and not _beside(earlier, later, how):
        return f"a count, and a greater one {when}: {numbers}"
    if how.moves != "grows" or not grows:
        return ""
    if days is None:
        untold = "a number that grows, no day told, the greater taken as the later"
        return f"{untold}: {numbers}" if _may_precede(earlier, later, how) else ""
    if days:
        return (
            "" if _beside(earlier, later, how) else f"a number that grows, told {when}: {numbers}"
        )
    first, second = (how.first.get(f.value.stated, 0) for f in (earlier, later))
    if first < second:
        return f"{_number(earlier)} was told {_days(second - first)} before {_number(later)}"
    if how.given_way(earlier, later):
        return f"{_number(earlier)} was told as a least number, and nobody held on to it"
    return ""


def _beside(earlier: Features, later: Features, how: Growth) -> bool:
    """True where the greater number was told no later than the smaller, which it did not end."""
    one, two = earlier.value.stated, later.value.stated
    first, second = how.first.get(one, 0), how.first.get(two, 0)
    return second < first or (second == first and how.last.get(one, 0) >= how.last.get(two, 0))


def _days(days: int) -> str:
    return f"{days} day{'s' * (days != 1)}"


def _may_precede(earlier: Features, later: Features, how: Growth) -> bool:
    """Where no day tells: a count grows, a vague word is no count that grew from one.

    And a number that others still tell after the greater one did not give way to it.
    """
    if later.value.vague and not earlier.value.hedged:
        return False
    last, first = how.last.get(earlier.value.stated), how.first.get(later.value.stated)
    return last is None or first is None or last <= first


def _against_wholes(
    earlier: Features, later: Features, ground: Ground, grown: Mapping[str, Growth]
) -> str:
    """Parts of two numbers of one whole that do not move as their wholes do, in words."""
    one, two = (ground.by_id.get(f.figure.part_of or "") for f in (earlier, later))
    if one is None or two is None or grown.get(one.figure.id) is not grown.get(two.figure.id):
        return ""
    if not apart(one, two):
        return ""
    rise = later.value.stated - earlier.value.stated
    if rise * (two.value.stated - one.value.stated) >= 0:
        return ""
    return f"they go against their wholes, {in_words(one)} and {in_words(two)}"


def _precise_step(earlier: Features, later: Features, how: Growth) -> bool:
    """A step of a running total that rounding might also explain, and does not.

    Two exact numbers on two days, or two floors of which the later is the higher; of
    what rises and falls, any two numbers of two days that are no bounds, and a count on
    a later day than a vague word.
    """
    if how.moves == "varies":
        if earlier.value.vague and not (earlier.published and later.published):
            return False
        return not _bounds(earlier, later) and bool(how.days_between(earlier, later))
    if how.moves != "grows" or earlier.value.stated >= later.value.stated:
        return False
    days = how.days_between(earlier, later)
    if earlier.value.floor and later.value.floor:
        return days is None or days > 0
    return bool(days) and not (earlier.value.hedged or later.value.hedged)


def _bounds(earlier: Features, later: Features) -> bool:
    """True where a bound of one number may be the other's; a count after a vague word is none."""
    one, two = earlier.value, later.value
    return one.bounded or two.bounded or two.vague or one.floor or (two.floor and not one.vague)


def _converted(
    a: Features, b: Features, among: Collection[Features], ground: Ground
) -> Told | None:
    """Sums in two currencies meet, or do not, through a report that gives both."""
    apart = None
    for one in _said_as(a, among, ground):
        for two in _said_as(b, among, ground):
            if comparable(one.value, two.value) and compatible(one.value, two.value):
                reason = f"{_sum(a)} and {_sum(b)} meet in {_sum(one)}, which is given beside"
                return Told("rounds", reason, a, b)
            if comparable(one.value, two.value):
                apart = (one, a, b) if one is not a else (two, b, a)
    if apart is None:
        return None
    same, said, other = apart
    beside = f"{_sum(said)} is {_sum(same)}, which is given beside"
    return Told("conflicts", f"{beside}, and cannot hold with {_sum(other)}", a, b)


def _said_as(one: Features, among: Collection[Features], ground: Ground) -> list[Features]:
    """The figure and the same sum in other currencies beside it."""
    return [one, *(f for f in among if f.at == one.at and f is not one and twins(one, f, ground))]


def _sum(one: Features) -> str:
    return f"{one.figure.text} {one.figure.unit}"
