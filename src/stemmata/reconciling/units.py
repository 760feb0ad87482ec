"""Units made comparable: miles with kilometres, but no currency with another.

Factors are those of the International System and of NIST Special Publication
811 (customary units).
"""

from __future__ import annotations

import re

from stemmata.model import Figure

_FACTORS: dict[str, tuple[str, float]] = {
    "km": ("length", 1000.0), "m": ("length", 1.0), "cm": ("length", 0.01),
    "mm": ("length", 0.001), "mi": ("length", 1609.344), "ft": ("length", 0.3048),
    "in": ("length", 0.0254), "yd": ("length", 0.9144), "nmi": ("length", 1852.0),
    "km2": ("area", 1e6), "m2": ("area", 1.0), "ha": ("area", 1e4), "acre": ("area", 4046.856),
    "mi2": ("area", 2589988.0), "ft2": ("area", 0.092903),
    "t": ("mass", 1000.0), "kt": ("mass", 1e6), "kg": ("mass", 1.0), "g": ("mass", 0.001),
    "mg": ("mass", 1e-6), "lb": ("mass", 0.453592), "oz": ("mass", 0.0283495),
    "l": ("volume", 0.001), "m3": ("volume", 1.0), "gal": ("volume", 0.00378541),
    "bbl": ("volume", 0.158987), "ft3": ("volume", 0.0283168), "yd3": ("volume", 0.764555),
    "km/h": ("speed", 1 / 3.6), "mph": ("speed", 0.44704), "m/s": ("speed", 1.0),
    "kn": ("speed", 0.514444),
    "W": ("power", 1.0), "kW": ("power", 1e3), "MW": ("power", 1e6), "GW": ("power", 1e9),
    "kWh": ("energy", 1.0), "MWh": ("energy", 1e3),
    "GB": ("data", 1.0), "TB": ("data", 1e3),
    "Gbit/s": ("data rate", 1.0), "Tbit/s": ("data rate", 1e3),
}  # fmt: skip
_CURRENCIES = (
    "USD EUR GBP JPY CNY INR RUB IDR IRR SAR TRY CHF KRW PHP ZAR NGN KES UAH BRL THB BDT CAD AUD "
    "SEK NOK PLN ILS AED KWD PKR NZD HKD SGD"
)
_MONEY = frozenset(_CURRENCIES.split())


# A job is counted as the person who has it: "400 jobs" and "400 workers" answer one question.
# So is a case of a disease.
_JOBS = re.compile(
    r"\b(?:(?:jobs?|posts|positions|redundanc\w+)(?:\s+(?:cuts?|losses))?|layoffs|infections"
    r"|(?:confirmed|suspected|new|probable)\s+cases|cases of \w+)\s*$",
    re.IGNORECASE,
)


# Cases are of a disease where they are found rather than tried.
_FOUND = frozenset("confirm report record register diagnose detect suspect".split())


def is_illness(figure: Figure) -> bool:
    """True of infections, and of cases that were confirmed or reported."""
    thing = (figure.thing or "").lower()
    found = figure.action in _FOUND or re.search(r"\b(?:confirmed|suspected|new) ", thing)
    return thing.endswith("infections") or (thing.endswith("cases") and bool(found))


def dimension(figure: Figure) -> str:
    """What the unit measures: figures of two dimensions are never compared."""
    unit = figure.unit
    if unit == "item" and (_JOBS.search(figure.thing or "") or is_illness(figure)):
        return "person"
    if unit in ("°C", "°F", "°"):
        return "temperature"
    if unit in _MONEY:
        return "money"
    return _FACTORS[unit][0] if unit in _FACTORS else unit


def scale(figure: Figure) -> str:
    """The scale its numbers can be compared on: the dimension, or a currency of its own."""
    return figure.unit if figure.unit in _MONEY else dimension(figure)


def in_base(value: float | None, unit: str) -> float | None:
    """A number in the base unit of its dimension; other units are left as they are."""
    if value is None:
        return None
    if unit == "°F":
        return (value - 32.0) / 1.8
    return value * _FACTORS[unit][1] if unit in _FACTORS else value


def in_unit(value: float | None, unit: str) -> float | None:
    """A number of the base unit, in `unit`: the way back from `in_base`."""
    if value is None:
        return None
    if unit == "°F":
        return value * 1.8 + 32.0
    return value / _FACTORS[unit][1] if unit in _FACTORS else value
