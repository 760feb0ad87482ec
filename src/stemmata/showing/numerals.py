"""Numbers as the page prints them: separators, per cent, units, and how many of what."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Figure, Kind

NO_BREAK = "\N{NO-BREAK SPACE}"
_UNITS = {"km2": "km²", "m2": "m²", "m3": "m³", "mi2": "mi²", "km/h": "km/h"}
# From here on a float no longer holds every whole number.
_LARGEST = 1e15
# Units that say nothing the counted thing does not say already.
_SILENT = {"", "person", "item"}


def plain(value: float) -> str:
    """A number with thousands separators, at most two decimals and none it does not need."""
    if not abs(value) < _LARGEST:
        return f"{value:.3g}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.01 else f"{value:.2g}"


def amount(value: float, kind: Kind | str, unit: str) -> str:
    """A number with its unit: 0.93 of kind "share" is "93 %", 45 in "km2" is "45 km²"."""
    if kind == "share" or (kind == "change" and unit == "%"):
        return f"{plain(round(value * 100, 2))}{NO_BREAK}%"
    if unit == "M":
        return f"magnitude{NO_BREAK}{plain(value)}"
    if unit in _SILENT:
        return plain(value)
    return f"{plain(value)}{NO_BREAK}{_UNITS.get(unit, unit)}"


def reach(figure: Figure) -> str:
    """What a figure allows, in words: "more than 1,000", "30 to 40", "about 93 %".

    A figure that bounds nothing is printed in its report's own characters.
    """
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        first, last = amount(low, *_unit(figure)), amount(high, *_unit(figure))
        sign = last.partition(NO_BREAK)[2]
        bounds = f"{first.removesuffix(NO_BREAK + sign) if sign else first} to {last}"
        return f"about {bounds}" if figure.modifier == "about" else bounds
    bound = low if low is not None else high
    if bound is None:
        return figure.text
    word = figure.modifier
    if word in ("exact", "between"):
        word = "at least" if high is None else "up to" if low is None else "exact"
    said = amount(bound, *_unit(figure))
    return said if word == "exact" else f"{word} {said}"


def _unit(figure: Figure) -> tuple[Kind, str]:
    return figure.kind, figure.unit


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "5 reports", "2,000 figures"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
