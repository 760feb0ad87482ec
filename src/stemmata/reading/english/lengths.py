"""Lengths of time that English words name, and the days they cover once anchored.

"The past 24 hours" count back from the day they are said on, "41 years ago"
lies so far behind it, "the year to March" ends on a date of its own. A length
that nothing anchors ("a three-day operation") covers no days.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta

from stemmata.reading.english.calendar import (
    Mention,
    Precision,
    Stretch,
    Told,
    Unresolved,
    mentions,
    months_on,
    week_of,
)


@dataclass(frozen=True, slots=True)
class Window:
    """Days `start` to `end`, both included; None where a side is open or vague."""

    start: date | None
    end: date | None
    precision: Precision
    how: str


_NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0,
    "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0,
    "eighteen": 18.0, "nineteen": 19.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0,
    "fifty": 50.0, "sixty": 60.0, "half a": 0.5, "half an": 0.5,
}  # fmt: skip
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_VAGUE = r"(?:an?\s+)?(?:several|few|couple(?:\s+of)?|many|some)"
_HEDGE = (
    r"(?:(?:about|around|roughly|almost|nearly|approximately|just|over|under|more than|at least)"
    r"\s+)*"
)
_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?\b"
_FILL = r"(?:(?:full|consecutive|successive|straight|calendar|working|trading)\s+)?"
_COUNT = rf"(?P<count>\d[\d,]*(?:\.\d+)?|{_VAGUE}|{_WORDS})[\s-]+"
_LENGTH = _COUNT + _FILL + _UNIT

_PAST = re.compile(rf"\b(?:past|last|latest|previous|preceding|recent)\s+{_HEDGE}{_LENGTH}")
_PAST_ONE = re.compile(rf"\b(?:(?:the|these|this)\s+last|past)\s+{_FILL}{_UNIT}(?!\s+(?:of|in)\b)")
_RECENT = re.compile(
    r"\b(?:recent|past|last|previous)\s+(?P<unit>day|night|week|month|year|time|decade)s\b"
    r"|\b(?:recently|lately)\b"
)
_COMING = re.compile(rf"\b(?:next|coming)\s+{_HEDGE}{_LENGTH}")
_AGO = re.compile(rf"\b{_LENGTH}\s+(?:ago|back)\b")
_ENDING = re.compile(
    rf"\b(?:{_COUNT}|the\s+){_FILL}{_UNIT}\s+(?:up\s+)?(?:to|until|till|through|ending|ended)\b"
    r"(?P<tail>.*)"
)
_OFF = re.compile(
    rf"\b{_LENGTH}\s+(?P<side>after|before|following|later|earlier|prior)\b(?P<tail>.*)"
)
_DAYS = {"minute": 0.0, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
_PRECISION: dict[str, Precision] = {
    "minute": "day", "hour": "day", "day": "day", "night": "day", "week": "week",
    "fortnight": "week", "month": "month", "year": "year", "decade": "year", "century": "year",
    "centurie": "year", "time": "month",
}  # fmt: skip
_FROM_PUBLICATION = Unresolved("it counts from the day of publication, which is not known")
_FROM_ELSEWHERE = Unresolved("it counts from a day that is named elsewhere in the report")


def window(words: str, said: date | None) -> Window | Unresolved | None:
    """The days that a length of time in `words` covers, None where there is no such length.

    `words` are in lower case; `said` is the day they are said on.
    """
    for rule in (_ending, _off, _ago, _past, _recent, _coming):
        found = rule(words, said)
        if found is not None:
            return found
    return None


def ago(words: str, said: date | None) -> Window | Unresolved | None:
    """The days meant by "41 years ago", as exact as the unit is."""
    return _ago(words, said)


def _tail(words: str, said: date | None) -> Told | None:
    found: tuple[Mention, ...] = mentions(words, said)
    return found[0].told if found else None


def _ending(words: str, said: date | None) -> Window | Unresolved | None:
    """ "the 24 hours to Friday", "the year to March 2016"."""
    m = _ENDING.search(words)
    told = _tail(m["tail"], said) if m else None
    if m is None or told is None or isinstance(told, Unresolved):
        return told if isinstance(told, Unresolved) else None
    count, unit = m["count"] or "one", m["unit"]
    start = _back(told.end, count, unit)
    if start and unit in _MONTHS:
        start += timedelta(days=1)
    how = f"the {count} {_plural(count, unit)} up to {told.how}"
    return Window(start, told.end, _PRECISION[unit], how)


def _off(words: str, said: date | None) -> Window | Unresolved | None:
    """ "three days after 9 December"; "two weeks earlier" hangs on a day named elsewhere."""
    m = _OFF.search(words)
    if m is None:
        return None
    told, count = _tail(m["tail"], said), _count(m["count"])
    if not isinstance(told, Stretch) or count is None or m["unit"] not in ("day", "week"):
        return _FROM_ELSEWHERE
    shift = timedelta(days=round(count * _DAYS[m["unit"]]))
    if m["side"] in ("before", "prior", "earlier"):
        shift = -shift
    how = f"{_length(m)} {m['side']} {told.how}"
    return Window(told.start + shift, told.end + shift, told.precision, how)


def _ago(words: str, said: date | None) -> Window | Unresolved | None:
    m = _AGO.search(words)
    if m is None or said is None:
        return _FROM_PUBLICATION if m else None
    unit, day = m["unit"], _back(said, m["count"], m["unit"])
    how = f"{_length(m)} before {said}"
    if day is None:
        return Window(None, said, _PRECISION[unit], how)
    if unit in ("week", "fortnight"):
        monday = week_of(day)
        return Window(monday, min(monday + timedelta(days=6), said), "week", how)
    if unit == "month":
        first = day.replace(day=1)
        return Window(first, months_on(first, 1) - timedelta(days=1), "month", how)
    if unit in _MONTHS:
        return Window(date(day.year, 1, 1), date(day.year, 12, 31), "year", how)
    return Window(day, said if unit in ("hour", "minute") else day, "day", how)


def _past(words: str, said: date | None) -> Window | Unresolved | None:
    """ "in the past 24 hours", "over the last four days", "in the past week"."""
    m = _PAST.search(words) or _PAST_ONE.search(words)
    if m is None:
        return None
    count = m.groupdict().get("count") or "one"
    if count == "one" and m[0].endswith("s"):
        return None
    if said is None:
        return _FROM_PUBLICATION
    how = f"the {count} {_plural(count, m['unit'])} up to {said}"
    return Window(_back(said, count, m["unit"]), said, _PRECISION[m["unit"]], how)


def _recent(words: str, said: date | None) -> Window | Unresolved | None:
    m = _RECENT.search(words)
    if m is None or said is None:
        return _FROM_PUBLICATION if m else None
    precision: Precision = _PRECISION[m["unit"]] if m["unit"] else "month"
    return Window(None, said, precision, f"a while up to {said}, how long is not said")


def _coming(words: str, said: date | None) -> Window | Unresolved | None:
    m = _COMING.search(words)
    if m is None or said is None:
        return _FROM_PUBLICATION if m else None
    count = _count(m["count"])
    end: date | None = None
    if count is not None and m["unit"] in _MONTHS:
        end = months_on(said, min(round(count * _MONTHS[m["unit"]]), 12_000))
    elif count is not None:
        end = said + timedelta(days=min(math.ceil(count * _DAYS[m["unit"]]), 365_000))
    return Window(said, end, _PRECISION[m["unit"]], f"the {_length(m)} from {said} on")


def _length(m: re.Match[str]) -> str:
    return f"{m['count']} {_plural(m['count'], m['unit'])}"


def _plural(count: str, unit: str) -> str:
    one = count in ("a", "an", "one", "1", "half a", "half an")
    return unit if one else f"{unit}s".replace("centurys", "centuries")


def _back(day: date, count: str, unit: str) -> date | None:
    """The day that lies so long before `day`, None where the length is vague or too long."""
    number = _count(count)
    if number is None:
        return None
    if unit in _MONTHS:
        months = round(number * _MONTHS[unit])
        return months_on(day, -months) if months < day.year * 12 - 12 else None
    days = math.ceil(number * _DAYS[unit])
    return day - timedelta(days=days) if days < day.toordinal() - 1 else None


def _count(words: str) -> float | None:
    if words[0].isdigit():
        return float(words.replace(",", ""))
    return _NUMBERS.get(words)
