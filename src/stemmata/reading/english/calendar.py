"""Days, weeks, months and years that English words name, against a day they are said on.

Each mention ("9 December", "last week", "Friday night", "the second half of
2015") becomes a stretch of days, both ends included. Weeks begin on Monday (ISO
8601). Words that lean on the day of speaking stay unresolved where it is not
known, and so does what has no fixed dates (a season without a year).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "year", "unknown"]

# A day and month without a year may lie so many days ahead of the report: beyond
# that, it is the year before. News writes the year where it means another one.
_AHEAD = timedelta(days=7)
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_UNKNOWN = "the day of publication is not known"
_OF_YEAR = (
    rf"(?:,?\s+(?:of\s+|in\s+)?(?P<year>{YEAR}|this year|last year|(?:the )?previous year"
    r"|next year))?"
)
_PART = (
    r"(?:(?:the\s+)?(?P<part>early|mid|late|(?:beginning|start|middle|end|turn) of"
    r"|(?:first|second) half of|(?:first|second|third|fourth|last) week (?:of|in))"
    r"[\s-]+(?:on\s+|in\s+|the\s+(?!\d))?)?"
)
_WHICH = r"(?P<which>this|last|next|past|this past|previous|current|coming|the)"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `start` to `end`, both included; `how` says in words what was taken."""

    start: date
    end: date
    precision: Precision
    how: str
    leaning: bool = True


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that name a time, and why no dates could be put to them."""

    why: str


Told = Stretch | Unresolved


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of time named in `words[first:last]`."""

    first: int
    last: int
    told: Told


Rule = Callable[[re.Match[str], date | None], Told]


def mentions(words: str, said: date | None) -> tuple[Mention, ...]:
    """What the words (in lower case) name, in order; `said` is the day they are said on."""
    found: list[Mention] = []
    for pattern, rule in _RULES:
        for m in pattern.finditer(words):
            if all(m.end() <= f.first or m.start() >= f.last for f in found):
                found.append(Mention(m.start(), m.end(), rule(m, said)))
    return tuple(sorted(found, key=lambda f: f.first))


def months_on(day: date, months: int) -> date:
    """The same day of the month `months` later, or the month's last where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_of(day: date) -> date:
    """The Monday of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


def _exact(day: date, how: str, leaning: bool = True) -> Stretch:
    return Stretch(day, day, "day", how, leaning)


def _month_number(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def _iso(m: re.Match[str], _said: date | None) -> Told:
    return _on(int(m[1]), int(m[2]), int(m[3]))


def _numeric(m: re.Match[str], _said: date | None) -> Told:
    """ "09/12/2016" could be either; one number above twelve tells which is the day."""
    first, second = int(m[1]), int(m[2])
    if first <= 12 and second <= 12 and first != second:
        return Unresolved("day and month of the date cannot be told apart")
    day, month = (second, first) if second > 12 else (first, second)
    return _on(int(m[3]), month, day)


def _on(year: int, month: int, day: int) -> Told:
    try:
        return _exact(date(year, month, day), "that day", leaning=False)
    except ValueError:
        return Unresolved(f"there is no day {day} in month {month} of {year}")


def _date(m: re.Match[str], said: date | None) -> Told:
    day, month = int(re.sub(r"\D", "", m["day"])), _month_number(m["month"])
    if m["year"]:
        year = _year_named(m["year"], said)
        return _on(year, month, day) if year is not None else Unresolved(_UNKNOWN)
    if said is None:
        return Unresolved(f"the date has no year, and {_UNKNOWN}")
    for back in range(9):
        told = _on(min(said.year + 1, 9999) - back, month, day)
        if isinstance(told, Stretch) and told.start - said <= _AHEAD:
            return replace(told, how=f"the nearest such day to {said}", leaning=True)
    return Unresolved(f"there is no day {day} in month {month}")


def _year_named(words: str, said: date | None) -> int | None:
    if words.isdigit():
        return int(words)
    step = 0 if words.startswith("this") else 1 if words.startswith("next") else -1
    return said.year + step if said else None


def _month(m: re.Match[str], said: date | None) -> Told:
    number = _month_number(m["month"])
    year = _year_named(m["year"], said) if m["year"] else _month_year(number, m["which"], said)
    if year is None:
        return Unresolved(f"the month has no year, and {_UNKNOWN}")
    whole = Stretch(
        date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month",
        "that month", leaning=not (m["year"] or "").isdigit(),
    )  # fmt: skip
    if not m["year"]:
        whole = replace(whole, how=f"the {_nth(m['which'])} {MONTHS[number - 1].title()}")
        whole = replace(whole, how=f"{whole.how} by {said}")
    return _clipped(_part_of_month(whole, m["part"]), said)


def _nth(which: str | None) -> str:
    return {"next": "first", "coming": "first"}.get(which or "", "latest")


def _month_year(number: int, which: str | None, said: date | None) -> int | None:
    if said is None:
        return None
    if which in ("next", "coming"):
        return said.year + (number <= said.month)
    past = number < said.month or (number == said.month and which in (None, "this", "the"))
    return said.year if past or which in ("this", "current") else said.year - 1


def _clipped(told: Stretch, said: date | None) -> Stretch:
    """A stretch that leans on the day of speaking and holds it ends on that day."""
    if said and told.leaning and told.start <= said < told.end:
        return replace(told, end=said)
    return told


_WEEKS = {"first": 1, "second": 8, "third": 15, "fourth": 22}


def _part_of_month(whole: Stretch, part: str | None) -> Stretch:
    if not part:
        return whole
    first, last, word = whole.start, whole.end, part.split()[0]
    if part.endswith(("week of", "week in")):
        at = last.day - 6 if word == "last" else _WEEKS[word]
        first, last = first.replace(day=at), first.replace(day=min(at + 6, last.day))
    elif "half" in part:
        first, last = (first, first.replace(day=15)) if word == "first" else (
            first.replace(day=16), last)  # fmt: skip
    elif word in ("early", "beginning", "start", "turn"):
        last = first.replace(day=10)
    elif word in ("mid", "middle"):
        first, last = first.replace(day=11), first.replace(day=20)
    else:
        first = first.replace(day=21)
    return replace(whole, start=first, end=last, precision="week", how=f"part of {whole.how}")


def _part_of_year(year: int, first: int, months: int, leaning: bool) -> Stretch:
    start = date(year, first, 1)
    end = months_on(start, months - 1)
    end = end.replace(day=monthrange(end.year, end.month)[1])
    return Stretch(start, end, "month", f"that part of {year}", leaning)


_THIRDS = {"early": 1, "beginning": 1, "start": 1, "turn": 1, "mid": 5, "middle": 5}


def _whole_year(year: int, part: str | None, how: str, leaning: bool) -> Stretch:
    word = part.split()[0] if part else ""
    if not part or "week" in part:
        return Stretch(date(year, 1, 1), date(year, 12, 31), "year", how, leaning)
    if "half" in part:
        return _part_of_year(year, 1 if word == "first" else 7, 6, leaning)
    return _part_of_year(year, _THIRDS.get(word, 9), 4, leaning)


def _year(m: re.Match[str], _said: date | None) -> Told:
    how = (
        f"that year ({m['season']} falls apart in the hemispheres)" if m["season"] else "that year"
    )
    return _whole_year(int(m["year"]), None if m["season"] else m["part"], how, leaning=False)


def _season(_m: re.Match[str], _said: date | None) -> Told:
    return Unresolved("a season without a year, and without a hemisphere, has no fixed dates")


def _decade(m: re.Match[str], _said: date | None) -> Told:
    first = int(m["decade"])
    word = (m["part"] or "").split(" ")[0]
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(word, (0, 9))
    return Stretch(
        date(first + low, 1, 1), date(first + high, 12, 31), "year", "that decade", leaning=False
    )


_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3,
             "4th": 3, "final": 3, "q1": 0, "q2": 1, "q3": 2, "q4": 3}  # fmt: skip


def _quarter(m: re.Match[str], said: date | None) -> Told:
    """ "the third quarter of 2015", "q3 2015", "the second half of the year"."""
    months = 6 if m["unit"] == "half" else 3
    nth = min(_ORDINALS[m["nth"]], 12 // months - 1)
    named = m["year"] and m["year"] != "the year"
    year = _year_named(m["year"], said) if named else (said.year if said else None)
    if year is None:
        return Unresolved(f"the quarter has no year, and {_UNKNOWN}")
    told = _part_of_year(year, 1 + nth * months, months, leaning=not (m["year"] or "").isdigit())
    if not named and said and told.start > said:
        told = _part_of_year(year - 1, 1 + nth * months, months, leaning=True)
    return told


_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def _relative(m: re.Match[str], said: date | None) -> Told:
    """ "this week", "last month", "earlier this year", "the end of the year"."""
    if said is None:
        return Unresolved(_UNKNOWN)
    step, unit = _STEPS.get(m["which"].split()[-1], 0), m["unit"]
    how = f"the {unit} {('before', 'of', 'after')[step + 1]} {said}"
    if unit == "week":
        monday = week_of(said) + timedelta(weeks=step)
        told = Stretch(monday, monday + timedelta(days=6), "week", how)
    elif unit == "month":
        first = months_on(said.replace(day=1), step)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        told = _part_of_month(Stretch(first, last, "month", how), m["part"])
    elif unit == "quarter":
        first = months_on(date(said.year, 1 + (said.month - 1) // 3 * 3, 1), 3 * step)
        told = _part_of_year(first.year, first.month, 3, leaning=True)
    else:
        told = _whole_year(said.year + step, m["part"], how, leaning=True)
    if m["side"] == "later":
        return replace(told, start=max(told.start, said))
    return told if m["part"] else _clipped(told, said)


def _weekday(m: re.Match[str], said: date | None) -> Told:
    if m["plural"]:
        return Unresolved("a day of every week names no date")
    if said is None:
        return Unresolved(_UNKNOWN)
    number = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(m["weekday"][:3]))
    name, which = WEEKDAYS[number].title(), m["which"] or ""
    if which in ("next", "coming"):
        ahead = (number - said.weekday() - 1) % 7 + 1
        return _exact(said + timedelta(days=ahead), f"the {name} after {said}")
    if which == "this":
        return _exact(week_of(said) + timedelta(days=number), f"the {name} of the week of {said}")
    back = (said.weekday() - number) % 7
    if back == 0 and which in ("last", "past", "previous", "this past"):
        back = 7
    how = f"the {name} before {said}" if back else f"the day of publication, a {name}"
    return _exact(said - timedelta(days=back), how)


def _weekend(m: re.Match[str], said: date | None) -> Told:
    if said is None:
        return Unresolved(_UNKNOWN)
    saturday, which = week_of(said) + timedelta(days=5), m["which"]
    if which == "this" and said < saturday:
        return Unresolved("'this weekend' may be the one before or the one after")
    if which in ("next", "coming"):
        saturday += timedelta(weeks=int(said >= saturday))
    elif said < saturday or which in ("last", "past", "previous"):
        saturday -= timedelta(weeks=1)
    told = Stretch(saturday, saturday + timedelta(days=1), "day", f"the weekend nearest to {said}")
    return _clipped(told, said)


def _near(m: re.Match[str], said: date | None) -> Told:
    """ "yesterday", "overnight", "this morning"."""
    if said is None:
        return Unresolved(_UNKNOWN)
    word = m["near"]
    if word.startswith("the day before yesterday"):
        return _exact(said - timedelta(days=2), f"two days before {said}")
    if word in ("overnight", "last night"):
        return Stretch(said - timedelta(days=1), said, "day", f"the night to {said}")
    if word.startswith("yesterday") or word == "last evening":
        return _exact(said - timedelta(days=1), f"the day before {said}")
    if word.startswith("tomorrow"):
        return _exact(said + timedelta(days=1), f"the day after {said}")
    return _exact(said, "the day of publication")


def _into(m: re.Match[str], said: date | None) -> Told:
    """ "overnight to Sunday": the night between two days."""
    told = _weekday(m, said)
    if isinstance(told, Unresolved):
        return told
    return replace(told, start=told.end - timedelta(days=1), how=f"the night to {told.how}")


_UNITS = r"(?P<unit>week|month|year|quarter)\b(?!\s*-?\s*old|\s+(?:ago|earlier|later|before|to)\b)"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", _iso),
        (r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b", _numeric),
        (rf"\b(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}){_OF_YEAR}", _date),
        (rf"\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})\b(?![:.]\d){_OF_YEAR}", _date),
        (rf"\b{_PART}(?:{_WHICH}\s+)?(?P<month>{MONTH}){_OF_YEAR}(?!\w)", _month),
        (r"\b(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-]+(?P<unit>quarter|half)"
         rf"(?:\s+(?:of|in)\s+|\s+)?(?P<year>{YEAR}|this year|last year|next year|the year)?(?!\w)",
         _quarter),
        (rf"\b(?P<nth>q[1-4])(?P<unit>)(?:\s+(?:of\s+)?(?P<year>{YEAR}))?\b", _quarter),
        (rf"\b{_PART}(?P<decade>(?:1[5-9]|20)\d0)'?s\b", _decade),
        (rf"\b{_PART}(?:the\s+)?(?:(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?\s+)?"
         rf"(?P<year>{YEAR})(?![\d,]|\.\d)", _year),
        (r"\b(?P<near>the day before yesterday|yesterday|today|tonight|tomorrow|last night"
         r"|last evening|this (?:morning|afternoon|evening))\b", _near),
        (r"\b(?:last|this|next|in|the)\s+(?:the\s+)?(?:spring|summer|autumn|winter)\b", _season),
        (rf"\bovernight\s+(?:in)?to\s+(?P<which>)(?P<weekday>{WEEKDAY})(?P<plural>)(?!\w)", _into),
        (r"\b(?P<near>overnight)\b(?!\s+(?:on|in)\b)", _near),
        (rf"\b(?:{_WHICH}\s+)?(?P<weekday>{WEEKDAY})(?P<plural>s\b(?!'))?(?!\w)", _weekday),
        (rf"\b(?:{_WHICH}\s+)?weekend\b", _weekend),
        (rf"\b{_PART}(?:(?P<side>earlier|later)\s+)?(?:in\s+)?(?:the\s+)?"
         rf"(?P<which>this|last|next|previous|current|coming|this past)\s+(?:calendar\s+)?{_UNITS}",
         _relative),
        (rf"\b(?:the\s+)?(?P<part>(?:beginning|start|middle|end|turn) of)\s+(?P<side>)"
         rf"(?P<which>the)\s+{_UNITS}", _relative),
    )
)  # fmt: skip
