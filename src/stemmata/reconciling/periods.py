"""Period phrases made comparable: how long, or as of when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Sort = Literal["none", "window", "date", "total", "rate", "now", "event"]

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30,
    "couple": 2, "several": 5, "few": 3,
}  # fmt: skip
_DAYS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0,
         "month": 30.0, "year": 365.0, "decade": 3650.0, "season": 365.0}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTS = r"\d[\d,.]*|" + "|".join(NUMBERS)
_LENGTH = re.compile(
    rf"\b({_COUNTS})(?:\s+of)?[\s-]+(?:big[\s-]league\s+)?"
    rf"(hour|day|night|week|fortnight|month|year|decade|season)s?\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:past|last|previous)\s+(hour|day|week|fortnight|month|year)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*:)")
_RATE = re.compile(
    r"\b(?:daily|weekly|monthly|yearly|annually|hourly|per \w+|each \w+|every \w+"
    r"|a day(?! (?:before|after|earlier|later|ago)))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:so far|to date|until now|up to|since|in total|by|as of)\b", re.IGNORECASE
)

_TO_COME = re.compile(r"\b(?:next|coming|until|by)\s+$", re.IGNORECASE)
# What was so many days ago is past, and its numbers stand still.
_PAST_DAYS = 60

# "The six-year war" names an event and no window that was chosen to count in.
_LONG_EVENT = r"-(?:year|decade)s?[\s-](?:old\s)?(?:war|conflict|siege|crisis|insurgency|rule)"


@dataclass(frozen=True, slots=True)
class Period:
    """What a period phrase says.

    `days` is the length of a window; `begin`..`end` the days it may mean, None
    where nothing tells; `past` where the words themselves put it months back or more.
    """

    sort: Sort = "none"
    days: float | None = None
    begin: date | None = None
    end: date | None = None
    words: str = ""
    past: bool = False


NO_PERIOD = Period()


def period_of(phrase: str | None, published: date | None) -> Period:
    """Read a period phrase, weekdays and "yesterday" against the day of publication."""
    if not phrase:
        return NO_PERIOD
    if phrase.isalpha() and phrase[0].isupper() and _RATE.search(phrase):
        return NO_PERIOD  # the Daily something
    words = phrase.lower()
    if _RATE.search(words):
        return Period("rate", words=phrase)
    length = _LENGTH.search(words)
    if length and re.search(r"\b(?:ago|earlier)\b", words):
        return _ago(_in_days(length), published, phrase)
    if length and re.search(r"\b(?:after|before|later)\b", words[length.end() :]):
        return Period("event", words=phrase)
    if length and not (_in_days(length) >= 365 and re.search(_LONG_EVENT, words)):
        begin = published - timedelta(days=round(_in_days(length))) if published else None
        return Period("window", _in_days(length), begin, published, phrase)
    named = _named(words, published)
    if named is not None:
        return Period("total" if _TOTAL.search(words) else "date", None, *named, phrase)
    if _TOTAL.search(words):
        return Period("total", words=phrase)
    return _loose(words, published, phrase)


def _loose(words: str, published: date | None, phrase: str) -> Period:
    """ "recent days", "at the weekend", "during the operation", "now"."""
    if words.strip() == "last year":
        if published is None:
            return Period("date", words=phrase)
        year = published.year - 1
        return Period("date", None, date(year, 1, 1), date(year, 12, 31), phrase)
    if one := _ONE.search(words):
        length = _DAYS[one[1]]
        begin = published - timedelta(days=round(length)) if published else None
        return Period("window", length, begin, published, phrase)
    if re.search(r"\brecent\b|\bpast (?:days|weeks|months)\b|\blast (?:days|weeks)\b", words):
        unit = re.search(r"day|week|month|year", words)
        days = 4.0 * _DAYS[unit[0]] if unit else None
        return Period("window", days, None, published, phrase)
    if re.search(r"\b(?:now|currently|at present|time being|once)\b", words):
        return Period("now", None, published, published, phrase)
    return _day_named(words, published, phrase)


def _day_named(words: str, published: date | None, phrase: str) -> Period:
    """ "today", "yesterday"; what is left names an event."""
    if re.search(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", words):
        return Period("date", 1.0, published, published, phrase)
    if "yesterday" in words or "overnight" in words or "last night" in words:
        day = published - timedelta(days=1) if published else None
        return Period("date", 1.0, day, day, phrase)
    return Period("event", words=phrase)


def _in_days(length: re.Match[str]) -> float:
    text = length[1].lower().replace(",", "").rstrip(".")
    count = float(text) if text[0].isdigit() else float(NUMBERS[text])
    return count * _DAYS[length[2].lower()]


def _ago(days: float, published: date | None, phrase: str) -> Period:
    past = days >= _PAST_DAYS
    if published is None:
        return Period("date", words=phrase, past=past)
    middle = published - timedelta(days=round(days))
    slack = timedelta(days=round(days / 4) if days > 30 else 0)
    return Period("date", None, middle - slack, middle + slack, phrase, past)


def _named(words: str, published: date | None) -> tuple[date | None, date | None] | None:
    """The days that a year, a month, a day of a month or a weekday may mean."""
    years = [int(y) for y in _YEAR.findall(words)]
    month = _MONTH.search(words)
    if month is None and not years:
        return _weekday(words, published)
    if month is None:
        return date(min(years), 1, 1), date(max(years), 12, 31)
    number = _MONTHS.index(month[1][:3].lower()) + 1
    year = years[0] if years else _recent_year(number, published)
    if year is None:
        return None, None
    day = _DAY.search(_YEAR.sub(" ", words))
    if day and 1 <= int(day[1]) <= 28 + (number != 2) * 2:
        exact = date(year, number, int(day[1]))
        return exact, exact
    last = date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
    return date(year, number, 1), last


def _recent_year(month: int, published: date | None) -> int | None:
    if published is None:
        return None
    return published.year if month <= published.month else published.year - 1


def _weekday(words: str, published: date | None) -> tuple[date | None, date | None] | None:
    found = _WEEKDAY.search(words)
    if found is None:
        return None
    if published is None:
        return None, None
    number = _WEEKDAYS.index(found[1][:3].lower())
    day = published - timedelta(days=(published.weekday() - number) % 7)
    return day, day


def weekdays(text: str) -> frozenset[int]:
    """The weekdays that a text names as past or present, Monday as 0."""
    return frozenset(
        _WEEKDAYS.index(m[1][:3].lower())
        for m in _WEEKDAY.finditer(text)
        if not _TO_COME.search(text[max(0, m.start() - 10) : m.start()])
    )
