"""The signs of what two figures count, what happened to it, and how many."""

from __future__ import annotations

import math

from stemmata.reconciling.features import Features
from stemmata.reconciling.nationals import countries_apart
from stemmata.reconciling.parties import OWNED
from stemmata.reconciling.values import compatible, ratio, same_number, telling
from stemmata.reconciling.words import ARMED, PARTS, deeds_kin, known_deed, things_kin

# Deeds whose number grows from report to report while the event is one.
GROWS = ("harm", "ruin", "shake", "taken")
# What mounts up from day to day too, though it may fall, and what is left
# of the distance between two numbers of it, the greater in the later report.
_MOUNTING = frozenset(
    {"out-moved", "out-leave", "out-stay", "held", "care", "rescue", "survive", "without"}
)
_MOUNTED = 0.25
# Deeds that befall people, and that no report leaves to be guessed from another verb; of the
# dead many verbs tell that are in no family ("gassed", "buried").
_BEFALLING = ("harm-missing", "harm-hurt", "harm-ill", "care", "held", "freed", "rescue", "survive")
# Measures of a thing as it is: the verb beside them says little.
STATIC = frozenset({"M", "length", "area", "temperature", "speed"})
# Two agencies put one quake's magnitude as far apart as this.
_AGENCIES = 0.25
# From this log of the factor between two numbers on, they are as far apart as can be.
_FAR = 6.0
# The log of the factor that a toll may grow by in a few days.
_GROWTH = 1.4
# The log of the factor from which on two numbers of what stands still are two.
_NEARBY = 0.5


def of_things(a: Features, b: Features, found: dict[str, float]) -> None:
    """What the two count and what happened to it."""
    _of_nouns(a, b, found)
    if kind_of(a) != kind_of(b):
        found["kind apart"] = 1.0
    if a.dimension not in STATIC:
        _of_deeds(a, b, found)


def _of_nouns(a: Features, b: Features, found: dict[str, float]) -> None:
    kin = things_kin(a.thing, b.thing)
    alike = same_number(a.value, b.value)
    if kin == "apart" and {a.thing, b.thing} & PARTS and a.person and b.person:
        # "Two men were killed" is "two killed"; of three killed they are a part.
        one = len({a.thing, b.thing} & PARTS) == 1 and not {a.thing, b.thing} & ARMED
        found["thing general" if alike and one else "people apart"] = 1.0
    elif kin == "apart" and a.person and b.person and {a.thing, b.thing} & ARMED and not alike:
        found["people apart"] = 0.75  # who is counted beside those in arms is of another side
    elif kin == "apart":
        # The thing may have been missed: the other's word by the number, or a rare number, tell.
        named = a.head in b.context or b.head in a.context
        told = telling(a.value) if alike else 0.0
        found["thing apart"] = max(0.25, 1.0 - 0.5 * named - 0.5 * told)
    elif kin == "near" and "people" in (a.thing, b.thing):
        found["thing apart"] = 0.25
    elif kin in ("same", "general"):
        found[f"thing {kin}"] = 1.0
    if a.nationals & b.nationals:
        found["nationals same"] = 1.0
    elif apart := countries_apart(a.nationals, b.nationals):
        found["nationals apart"] = apart
    union = a.words | b.words
    if union and a.words & b.words:
        found["thing words"] = len(a.words & b.words) / len(union)


def _of_deeds(a: Features, b: Features, found: dict[str, float]) -> None:
    deed = deeds_kin(a.deeds, b.deeds)
    if deed == "apart" and _harm(a) and _harm(b):
        # Those who were shot may be those who were hurt, if one report does not tell of both.
        # So may those who were missing at first be the dead.
        shot = "harm-shot" in a.deeds | b.deeds
        missing = a.at != b.at and "harm-missing" in a.deeds | b.deeds
        if same_number(a.value, b.value) and (shot or missing):
            found["harm apart"] = 0.25 if shot else 0.5
        else:
            found["harm apart"] = 0.5 if shot else 1.0
    elif _opposed(a.deeds, b.deeds):
        found["deeds opposed"] = 1.0
    elif deed == "apart" and not (known_deed(a.deeds) and known_deed(b.deeds)):
        if a.person and b.person:
            _of_verbs(a, b, found)
        else:
            found["deed other"] = 1.0
    elif deed != "unknown" or a.dimension not in OWNED:
        # Of a sum or share it matters whose it is, and few verbs tell.
        found[f"deed {deed}"] = 1.0


def _of_verbs(a: Features, b: Features, found: dict[str, float]) -> None:
    """What people do or suffer, by verbs of which one at least is in no family."""
    known = known_deed(a.deeds) or known_deed(b.deeds)
    befell = _befell(a) or _befell(b)
    if (befell or not known) and not same_number(a.value, b.value):
        # Dozens who waited and scores who stood there are others, and neither were hurt.
        found["deed near"] = 1.0
    elif not befell:
        found["deed other"] = 1.0


def _harm(features: Features) -> bool:
    return any(deed.startswith("harm") for deed in features.deeds)


def _befell(features: Features) -> bool:
    return any(deed.startswith(_BEFALLING) for deed in features.deeds)


def _opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """One fell and the other rose."""
    return ("less" in a and "more" in b) or ("more" in a and "less" in b)


def kind_of(features: Features) -> str:
    """Count, measure, share, change or rate."""
    kind = features.figure.kind
    if features.period.sort == "rate":
        return "rate"
    return "count" if kind == "measure" and features.dimension == "item" else kind


def of_numbers(a: Features, b: Features, found: dict[str, float]) -> None:
    """How the two numbers stand to each other."""
    if a.value.scale != b.value.scale:
        return
    if same_number(a.value, b.value):
        found["number same"] = 1.0
        found["number telling"] = telling(a.value)
        return
    distance = _distance(a, b)
    if compatible(a.value, b.value) or (a.dimension == "M" and distance <= 0):
        found["number compatible"] = 1.0
        if not (a.value.ceiling or b.value.ceiling):
            return
    if grows(a, b):
        found["toll far"] = max(0.0, distance * _openness(a, b) - _GROWTH)
    else:
        # How many live somewhere is counted in other years and bounds.
        guessed = 0.5 if a.deeds & b.deeds & {"live", "attend"} else 1.0
        guessed = _MOUNTED if _mounts(a, b) else guessed
        found["number far"] = min(_FAR, distance * _openness(a, b) * guessed)


def grows(a: Features, b: Features) -> bool:
    """True where the same befell those that both count, and their number can only rise."""
    return any(deed.startswith(GROWS) for deed in a.deeds & b.deeds)


def _mounts(a: Features, b: Features) -> bool:
    """True where a report of a later day has more of what the same befell."""
    if a.thing != b.thing or not a.deeds & b.deeds & _MOUNTING:
        return False
    if a.published is None or b.published is None or a.published == b.published:
        return False
    if a.period.sort in ("window", "rate") or b.period.sort in ("window", "rate"):
        return False  # a count of that time alone
    return (a.published < b.published) == (a.value.stated < b.value.stated)


def nearby(a: Features, b: Features) -> float:
    """1 for numbers that may be one, less for those farther apart, 0 beyond a factor of 1.6."""
    if a.value.scale != b.value.scale or a.dimension != b.dimension:
        return 0.0
    if same_number(a.value, b.value) or compatible(a.value, b.value):
        return 1.0
    return max(0.0, 1.0 - _distance(a, b) / _NEARBY)


def _openness(a: Features, b: Features) -> float:
    """Half where the smaller number is only a floor: "dozens" may well be 200."""
    smaller = min(a.value, b.value, key=lambda one: one.stated)
    return 0.5 if smaller.vague else 1.0


def _distance(a: Features, b: Features) -> float:
    """The log of the factor between two numbers; a magnitude is a log already."""
    if a.dimension == "M":
        return 3.0 * max(0.0, abs(a.value.stated - b.value.stated) - _AGENCIES)
    return min(_FAR + _GROWTH, math.log(max(1.0, ratio(a.value, b.value))))
