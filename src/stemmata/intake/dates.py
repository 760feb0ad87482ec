"""Printed dates, where they can be read in one way only."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_LEAD = (
    r"(?:(?:date of publication|publication date|date|published|posted|updated|last updated"
    r"|last modified|modified|created|issued|first published|filed)"
    r"(?: (?:on|at|in))?\s*:?\s*"
    # What such a text is called, and its number: "Press release no. 12, 4 May 2031".
    r"|(?:for immediate release|(?:press|media|news) (?:release|statement|notice)|statement"
    r"|bulletin|(?:situation|flash) (?:update|report))(?:,? (?:no\.?|nr\.?|number|#)? ?\d{1,4})?"
    r"\s*[,:|–—-]\s*)?"
)
_CLOCK = (
    r"(?:[\s,|T·•–—-]*(?:at |@ ?)?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:z|utc|gmt|msk|[ap]?[ecmpbi][sd]?t|local time)?\s*(?:[+-]\d\d:?\d\d)?)?"
)
_SHAPES = tuple(
    re.compile(rf"{_LEAD}{_WEEKDAY}{shape}", re.IGNORECASE)
    for shape in (
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"{_MONTH}\s+{_DAY}(?:,|,?\s)\s*{_YEAR}\b",
        rf"{_DAY}-{_MONTH}-{_YEAR}\b",
        rf"{_YEAR}[-/.](?P<month>\d\d?)[-/.]{_DAY}(?!\d)",
        rf"(?P<first>\d\d?)[-/.](?P<second>\d\d?)[-/.]{_YEAR}\b",
    )
)
_REST = re.compile(rf"{_CLOCK}[\s,.;|()-]*", re.IGNORECASE)
LONGEST = 80
"""Characters of a date line. The longest form seen has two labels, a weekday and a time zone."""


def date_line(line: str) -> str | None:
    """What a line that holds a printed date and nothing else says.

    The ISO date; "" where day and month cannot be told apart ("09/12/2016") or
    no such day exists; None where the line is no date line.
    """
    if len(line) > LONGEST or not any(character.isdigit() for character in line):
        return None
    found = _leading(line)
    if found is None:
        return None
    date, end = found
    rest = _REST.match(line, end)
    return date if rest and rest.end() == len(line) else None


def leading_date(line: str) -> str | None:
    """The ISO date that a line opens with, where a headline or sentence follows it.

    Scraped pages often run the date and the first sentence together: "4 Apr 2017
    A factory ...". "4 April 2017 was a cold day" does not count: there the date
    is a part of the sentence.
    """
    head = line[:200]
    found = _leading(head)
    if found is None:
        return None
    date, end = found
    clock = _REST.match(head, end)
    following = head[clock.end() if clock else end :].lstrip("\"'“‘(")
    begins = bool(following) and (not following[0].islower() or following.startswith("by "))
    return date or None if begins else None


def iso_date(value: str) -> str | None:
    """The ISO date of a date or timestamp in a metadata field, None if there is none."""
    return date_line(value.strip()[:LONGEST]) or None


def _leading(line: str) -> tuple[str, int] | None:
    for shape in _SHAPES:
        if match := shape.match(line):
            return _date(match.groupdict()), match.end()
    return None


def _date(parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    try:
        if parts.get("first"):
            month, day = _unambiguous(int(parts["first"] or 0), int(parts["second"] or 0))
        else:
            name = (parts["month"] or "").lower()
            month, day = _MONTHS.get(name) or int(name), int(parts["day"] or 0)
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _unambiguous(first: int, second: int) -> tuple[int, int]:
    """Month and day of "15-07-2016" or "07/15/2016"; ValueError where both could be either."""
    if first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    raise ValueError("day and month cannot be told apart")
