"""The signs of what two figures count, what happened to it, and how many."""

from __future__ import annotations

import math

from stemmata.reconciling.features import Features
from stemmata.reconciling.values import compatible, ratio, same_number, telling
from stemmata.reconciling.words import PARTS, deeds_kin, known_deed, things_kin

# Deeds whose number grows from report to report while the event is one.
GROWS = ("harm", "ruin", "shake")
# Measures of a thing as it is: the verb beside them says little.
STATIC = frozenset({"M", "length", "area", "temperature", "speed"})
# Two agencies put one quake's magnitude as far apart as this.
_AGENCIES = 0.25
# The log of the factor that a toll may grow by in a few days.
_GROWTH = 1.4


def _harm(features: Features) -> bool:
    return any(deed.startswith("harm") for deed in features.deeds)


def of_things(a: Features, b: Features, found: dict[str, float]) -> None:
    kin = things_kin(a.thing, b.thing)
    if kin == "apart" and {a.thing, b.thing} & PARTS and a.person and b.person:
        found["people apart"] = 1.0
    elif kin != "unknown":
        found[f"thing {kin}"] = 1.0
    if a.head and a.head == b.head:
        found["noun same"] = 1.0
    union = a.words | b.words
    if union and a.words & b.words:
        found["thing words"] = len(a.words & b.words) / len(union)
    if a.dimension in STATIC:
        return
    deed = deeds_kin(a.deeds, b.deeds)
    if deed == "apart" and _harm(a) and _harm(b):
        found["harm apart"] = 1.0
    elif deed == "apart" and not (known_deed(a.deeds) and known_deed(b.deeds)):
        found["deed other"] = 1.0
    elif deed != "unknown":
        found[f"deed {deed}"] = 1.0


def of_numbers(a: Features, b: Features, found: dict[str, float]) -> None:
    if same_number(a.value, b.value):
        found["number same"] = 1.0
        found["number telling"] = telling(a.value)
    elif compatible(a.value, b.value) or (a.dimension == "M" and _distance(a, b) <= 0):
        found["number compatible"] = 1.0
    elif a.value.scale == b.value.scale:
        grows = any(deed.startswith(GROWS) for deed in a.deeds & b.deeds)
        distance = _distance(a, b)
        if grows:
            found["toll far"] = min(4.0, max(0.0, distance - _GROWTH))
        else:
            # How many live somewhere is counted in other years and bounds.
            guessed = 0.5 if "live" in a.deeds & b.deeds else 1.0
            found["number far"] = min(2.5, distance * guessed)


def _distance(a: Features, b: Features) -> float:
    """The log of the factor between two numbers; a magnitude is a log already."""
    if a.dimension == "M":
        return 3.0 * max(0.0, abs(a.value.stated - b.value.stated) - _AGENCIES)
    return math.log(ratio(a.value, b.value))
