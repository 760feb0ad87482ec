"""The number that a figure states, and the numbers that its words allow.

A hedge is read as a writer means it: "more than 1,000" is not ten thousand,
for that would have been said. It reaches to the next step of the last digit
that is not nought, "dozens" to below two hundred. The step is that of the
Wikimpacts normaliser (10 to the power of the trailing noughts).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from stemmata.model import Figure
from stemmata.reconciling.units import in_base, scale

# A whole count below this is taken as counted, not rounded, unless it is hedged.
_COUNTED_BELOW = 100.0
# Two numbers closer than this are one number (0.5 %, as in the scoring of figures).
_SAME = 5e-3
# Where no step is seen (93 %, 6.1), a hedge still allows this much.
_SLACK = 0.02
# A hedged share may be this far off, a point of a hundred.
_POINT = 0.01
# "About" reaches no further than this share of the number, and a bare number that
# was rounded no further than that; 1,000 is said of 1,096, and 200 not of 250.
_ABOUT = 0.2
# It reaches a step further than that where the step is this small: 35 is about 36.
_NEAR = 0.05
_ROUNDED = 0.1
# "More than 100" is not said of 160: by half the number on there is one as round.
_HALF = 0.5
# The upper end of a hedge is where the next word or digit would have been used.
_BELOW = 0.999


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's numbers in the base unit of its dimension.

    `stated` is the number in the words (the middle of a range), `low`..`high`
    what the words allow, `step` the size of the last digit that counts. `vague`
    is a word such as "dozens"; `floor` and `ceiling` are hedges to one side;
    `scale` says what it can be compared with.
    """

    stated: float
    low: float
    high: float
    step: float
    scale: str
    unit: str
    vague: bool = False
    span: bool = False
    floor: bool = False
    ceiling: bool = False
    hedged: bool = False

    @property
    def bounded(self) -> bool:
        """True where the words deny what lies beyond them: "up to 184", "165 to 180"."""
        return self.span or self.ceiling


def value_of(figure: Figure) -> Value:
    """The figure's value; a figure with neither bound counts as nought."""
    low, high = figure.low, figure.high
    number = low if low is not None else high if high is not None else 0.0
    vague = low is not None and high is None and figure.modifier == "exact"
    span = low is not None and high is not None and low != high
    step = _step(number, figure.text)
    if vague:
        reach = (number, _beyond(number))
    elif span:
        assert low is not None and high is not None
        reach, number = (low, high), (low + high) / 2
    else:
        reach = _reach(figure, number, step)
    unit = figure.unit
    base = [in_base(x, unit) or 0.0 for x in (number, *reach)]
    return Value(
        base[0], base[1], base[2], abs(step * (in_base(1.0, unit) or 1.0)), scale(figure), unit,
        vague, span, figure.modifier in ("more than", "at least"),
        figure.modifier in ("less than", "up to"), figure.modifier != "exact" or vague or span,
    )  # fmt: skip


def _beyond(number: float) -> float:
    """Where the next vague word begins: 200 for "dozens", 2,000 for "hundreds"."""
    return _BELOW * 2.0 * 10.0 ** (math.floor(math.log10(number)) + 1) if number > 0 else 0.0


def _reach(figure: Figure, number: float, step: float) -> tuple[float, float]:
    wide = max(step, _SLACK * abs(number)) if figure.kind != "share" else _SLACK
    match figure.modifier:
        case "more than" | "at least":
            return number, number + min(_BELOW * max(step, wide), _HALF * abs(number))
        case "less than" | "up to":
            return 0.0, number
        case "nearly":
            return number - max(min(step, _ABOUT * abs(number)), wide), number
        case "about":
            loose = max(min(step / 2, _ABOUT * abs(number)), min(step, _NEAR * abs(number)))
            return number - loose, number + loose
        case _:
            return number, number


def _step(number: float, text: str) -> float:
    """The size of the last digit that counts: 1000 of "3,000", 10 of "120", 0.1 of "6.0"."""
    decimals = re.fullmatch(r"\d+\.(\d+)", text.strip())
    if decimals and float(text) == number:
        return float(10 ** -len(decimals[1]))
    if not number or not math.isfinite(number):
        return 1.0
    digits = f"{abs(number):.6g}"
    if "e" in digits:
        mantissa, exponent = digits.split("e")
        return float(10 ** (int(exponent) - len(mantissa.partition(".")[2].rstrip("0"))))
    whole, _, fraction = digits.partition(".")
    if fraction:
        return float(10 ** -len(fraction))
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def comparable(a: Value, b: Value) -> bool:
    """True where both are on one scale: two currencies are not, jobs and workers are."""
    return a.scale == b.scale or {a.scale, b.scale} == {"person", "item"}


def same_number(a: Value, b: Value) -> bool:
    """True where the same number is stated, hedged or not."""
    # First what parts most pairs: this is asked more often than anything else.
    return (
        math.isclose(a.stated, b.stated, rel_tol=_SAME, abs_tol=1e-9)
        and comparable(a, b)
        and a.vague == b.vague
        and (not (a.span or b.span) or (a.low == b.low and a.high == b.high))
        and (a.unit == b.unit or math.isclose(a.stated, b.stated, rel_tol=1e-4))
    )


def compatible(a: Value, b: Value) -> bool:
    """True where one rounding or hedge makes both hold."""
    if not comparable(a, b):
        return False
    if same_number(a, b):
        return True
    if a.floor and b.floor and abs(a.stated - b.stated) <= min(a.step, b.step):
        return True
    first, second = _rounded(a, b), _rounded(b, a)
    return first[0] <= second[1] * (1 + 1e-9) and second[0] <= first[1] * (1 + 1e-9)


def _rounded(a: Value, other: Value) -> tuple[float, float]:
    """What `a` allows beside `other`: an exact number that is the coarser may be rounded."""
    converted = a.unit != other.unit
    if a.hedged:
        half = a.step / 2 if converted else 0.0
        if a.scale == "%" and not a.bounded:
            half = max(half, _POINT)  # "about one in eight" is said of 12 percent
        return a.low - half, a.high + half
    coarser = (a.step > other.step and not other.bounded) or converted
    is_measure = a.scale not in ("person", "item", "%", "M")
    if not coarser or (a.stated < _COUNTED_BELOW and not is_measure) or a.scale in ("%", "M"):
        return a.low, a.high
    half = min(a.step / 2, _ROUNDED * abs(a.stated))
    return a.stated - half, a.stated + half


def ratio(a: Value, b: Value) -> float:
    """How far two numbers lie apart, as a factor of 1 or more; infinite across nought."""
    small, large = sorted((abs(a.stated), abs(b.stated)))
    if large == 0:
        return 1.0
    return large / small if small > 0 else math.inf


def telling(value: Value) -> float:
    """How rare a number is, from 0 (two, 1,000) to 1 (1,096): its digits that count.

    Agreement on a rare number is evidence of one origin, agreement on a round
    one is not (the intuition of Dong et al. 2009, ACCU).
    """
    if value.vague or value.step <= 0:
        return 0.0
    leading = abs(value.stated) / value.step
    return min(1.0, max(0.0, math.log10(max(leading, 1.0)) / 2.5))
