"""When a figure holds: the period's words resolved against the report's date.

Gives the first and last day of a period, the day as of which a number stands,
how exact the dates are, and how they were found. The degrees of exactness are
those of IDMC's Helix (start and end date, each DAY, WEEK, MONTH or YEAR). A
report is taken to tell the past: "on Friday" is the nearest Friday at or before
the day of publication. What leans on that day is unknown where it is unknown; a
length of time that nothing anchors, and a day that is named elsewhere in the
report, stay unknown too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from stemmata.reading.english.calendar import (
    DAY,
    MONTH,
    WEEKDAY,
    YEAR,
    Mention,
    Precision,
    Stretch,
    Unresolved,
    mentions,
    months_on,
)
from stemmata.reading.english.lengths import Window, ago, window


@dataclass(frozen=True, slots=True)
class When:
    """The dates of a figure.

    `start` and `end` bound the days on which it happened, both included, None
    where a side is open or unknown. `as_of` is the day on which the number
    stood so, for what is counted at a moment. `precision` is how exact the
    dates are, "unknown" where there are none. `reason` says how, in words.
    """

    start: date | None
    end: date | None
    as_of: date | None
    precision: Precision
    reason: str


_NO_DAY = "the day of publication is not known"
_NOW = re.compile(
    r"\b(?:now|currently|at present|presently|at the moment|for the time being|nowadays|still)\b"
)
_SO_FAR = re.compile(
    r"\b(?:so far|to date|(?:until|till|up to|by) now|thus far|as yet|to this day)\b"
)
_LONG = r"(?:minute|hour|day|night|week|month|year|season|quarter|decade)"
_RATE = re.compile(
    rf"\b(?:per|each|every)\s+(?:single\s+)?{_LONG}\b|^an?\s+{_LONG}$"
    r"|\b(?:hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual|annually)\b"
)
_HABIT = re.compile(rf"\b(?:every|each)\s+(?:other\s+)?(?:\w+day|weekend|{MONTH})\b")
_CLOCK = re.compile(
    r"\b(?:at\s+)?(?:about\s+|around\s+)?(?:\d{1,2}(?:[:.]\s?\d\d)?\s?[ap]\.?\s?m\b\.?"
    r"|\d{1,2}:\d\d\b|\d{3,4}\s+(?=gmt|utc|hours|local)|(?:noon|midday|midnight)\b)"
    r"(?:\s*(?:local time|local|gmt|utc|hours)\b)?"
)
_PART_OF_DAY = re.compile(r"\b(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight)\b")
_SINCE = re.compile(r"\b(?:since|starting)\b(?P<tail>.*)")
_BY = re.compile(
    r"^(?:only\s+)?(?:by|as\s+(?:of|at)|until|till|up\s+(?:to|until|till)|through|to)\b(?P<tail>.*)"
)
_BEFORE = re.compile(r"^(?:before|prior\s+to|ahead\s+of)\b(?P<tail>.*)")
_AFTER = re.compile(r"^(?:after|following)\b(?P<tail>.*)")
_JOIN = re.compile(
    r"\s*,?\s*(?:-|to|and|until|till|through|into|or|up to)\s*"
    r"(?:(?:the|on|in|of|early|late|a)\s+)*"
)
_ELSEWHERE = re.compile(
    r"\b(?:that|the\s+(?:very\s+)?same)\s+(?:day|night|week|month|year|evening|morning)\b"
    r"|\bthe\s+(?:day|night|week|month|year|evening|morning)\s+(?:before|after)\b"
    r"|\b(?:next|following|previous)\s+(?:day|night|evening|morning)\b"
    r"|\b(?:then|at the time|earlier|later|previously|afterwards)$"
)
_COARSE: tuple[Precision, ...] = ("day", "week", "month", "year", "unknown")


def resolve(period: str | None, published: date | None, *, measure: str = "") -> When:
    """The dates that a period's words name, seen from the report's day of publication.

    `period` is a figure's own words, None where the report tells none. `measure`
    is the measure type where it is known: a stock holds as of a day, so its
    last day becomes `as_of`; a stock or running total without a period stands as
    of publication. Windows count back from publication: "the past 24 hours"
    begin on the day before.
    """
    if not period or not period.strip():
        return _untold(published, measure)
    words = _plain(period)
    for step in _STEPS:
        found = step(words, published)
        if found is not None:
            found = _possible(replace(found, reason=_said(period, found)))
            return _measured(found, measure)
    words = " ".join(period.split())
    return _unknown(f"'{words}' names an event or a length of time that nothing here dates")


def _untold(published: date | None, measure: str) -> When:
    if published and measure in ("stock", "running total"):
        reason = f"no period is told; a {measure} stands as of the day of publication, {published}"
        return When(None, None, published, "day", reason)
    return _unknown("no period is told")


def _possible(when: When) -> When:
    """A period that would end before it begins has no known end: it begins after publication."""
    if when.start and when.end and when.end < when.start:
        why = f"{when.reason}; that begins after publication, so its end is not known"
        return replace(when, end=None, as_of=None, reason=why)
    return when


def _measured(when: When, measure: str) -> When:
    if measure == "stock" and when.as_of is None and when.end is not None:
        return replace(when, start=None, end=None, as_of=when.end)
    return when


def _unknown(why: str) -> When:
    return When(None, None, None, "unknown", why)


def _said(period: str, when: When) -> str:
    """The reason in full: the words, how they were read, and the dates."""
    words = " ".join(period.split())
    if when.precision == "unknown":
        return f"'{words}': {when.reason}"
    if when.start and when.start == when.end:
        dates = f"{when.start}"
    elif when.start and when.end:
        dates = f"{when.start} to {when.end}"
    elif when.start or when.end:
        dates = f"from {when.start}" if when.start else f"to {when.end}"
    else:
        dates = f"as of {when.as_of}"
    return f"'{words}' is {when.reason}: {dates}"


def _plain(period: str) -> str:
    """Lower case, plain dashes and quotes, shared months and years written out."""
    words = re.sub(r"[‐-―−]", "-", " ".join(period.lower().split())).strip(" ,.;")
    words = words.replace("’", "'")
    date_follows = rf"(?=(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{DAY})"
    words = re.sub(rf"\b{WEEKDAY},?\s+{date_follows}", "", words)
    words = re.sub(rf"\b({YEAR})\s?[-/]\s?(\d\d)\b(?![-/\d])", _century, words)
    join = r"(\s?(?:-|to|and|until|through|or)\s?)"
    words = re.sub(rf"\b({DAY}){join}({DAY})\s+(?:of\s+)?({MONTH})", r"\1 \4\2\3 \4", words)
    shared = rf"\b({MONTH})\s+({DAY}){join}({DAY})\b(?!\s+(?:of\s+)?{MONTH}|[:\d])"
    return re.sub(shared, r"\1 \2\3\1 \4", words)


def _century(m: re.Match[str]) -> str:
    """ "2014-15" is 2014 to 2015; "2016-12" may be a month and is left alone."""
    later = int(m[2]) > int(m[1][2:]) and (int(m[2]) > 12 or int(m[2]) == int(m[1][2:]) + 1)
    return f"{m[1]} to {m[1][:2]}{m[2]}" if later else m[0]


def _timed(words: str) -> str:
    """The words without times of the day."""
    return _CLOCK.sub(" ", words)


def _first(words: str, published: date | None) -> Mention | None:
    found = mentions(_timed(words), published)
    return found[0] if found else None


def _habit(words: str, _published: date | None) -> When | None:
    return _unknown("a rate or habit, which names no date") if _HABIT.search(words) else None


def _range(words: str, published: date | None) -> When | None:
    """ "between 3 and 7 May", "from Monday to 9 December", "2014-2015", "Tuesday and Friday"."""
    words = _timed(words)
    found = mentions(words, published)
    for a, b in pairwise(found):
        if _JOIN.fullmatch(words, a.last, b.first):
            return _spanning(words, a, b)
    return None


def _spanning(words: str, a: Mention, b: Mention) -> When:
    """From one mention to another: an end that leans is read from the other one."""
    first, last = a.told, b.told
    if isinstance(first, Stretch) and not first.leaning and _leans(last):
        last = _again(words, b, months_on(first.end, 12)) or last
    elif isinstance(last, Stretch) and _leans(first):
        first = _again(words, a, last.end) or first
    if isinstance(first, Unresolved) or isinstance(last, Unresolved):
        return _unknown(first.why if isinstance(first, Unresolved) else _why(b))
    if first.start > last.end:
        return _unknown("its first day lies after its last")
    precision = max(first.precision, last.precision, key=_COARSE.index)
    return When(first.start, last.end, None, precision, f"from {first.how} to {last.how}")


def _leans(told: Stretch | Unresolved) -> bool:
    return isinstance(told, Unresolved) or told.leaning


def _again(words: str, mention: Mention, said: date) -> Stretch | None:
    told = [m.told for m in mentions(words[mention.first : mention.last], said)]
    return told[0] if told and isinstance(told[0], Stretch) else None


def _why(mention: Mention) -> str:
    return mention.told.why if isinstance(mention.told, Unresolved) else ""


def _since(words: str, published: date | None) -> When | None:
    m = _SINCE.search(words)
    if m is None:
        return None
    mention, back = _first(m["tail"], published), ago(m["tail"], published)
    if isinstance(back, Window):
        return When(back.start, published, published, back.precision, f"since {back.how}")
    if mention and isinstance(mention.told, Unresolved):
        return _unknown(mention.told.why)
    if mention and isinstance(mention.told, Stretch):
        told = mention.told
        return When(told.start, published, published, told.precision, f"since {told.how}")
    if published is None:
        return _unknown(f"it begins with an event without a date, and {_NO_DAY}")
    how = "the time since an event without a date, up to the day of publication"
    return When(None, published, published, "day", how)


def _bound(words: str, published: date | None) -> When | None:
    """ "by 9 December", "until Friday", "before 2011", "after 4 May"."""
    for pattern in (_BY, _BEFORE, _AFTER):
        m = pattern.match(words)
        mention = _first(m["tail"], published) if m else None
        if mention is None:
            continue
        if isinstance(mention.told, Unresolved):
            return _unknown(mention.told.why)
        return _bounded(pattern, mention.told, published)
    return None


def _bounded(pattern: re.Pattern[str], told: Stretch, published: date | None) -> When:
    if pattern is _BY:
        return When(None, told.end, told.end, told.precision, f"the time up to {told.how}")
    if pattern is _BEFORE:
        day = told.start - timedelta(days=1)
        return When(None, day, day, told.precision, f"the time before {told.how}")
    end = published if published and published >= told.start else None
    return When(told.start, end, None, told.precision, f"the time after {told.how}")


def _length(words: str, published: date | None) -> When | None:
    """ "in the past 24 hours", "41 years ago", "the year to March"."""
    found = window(_timed(words), published)
    if isinstance(found, Unresolved):
        return _unknown(found.why)
    if found is None:
        return None
    return When(found.start, found.end, None, found.precision, found.how)


def _named(words: str, published: date | None) -> When | None:
    """A day, week, month or year by itself; "so far this year" holds as of publication."""
    mention = _first(words, published)
    if mention is None:
        return None
    if isinstance(mention.told, Unresolved):
        return _unknown(mention.told.why)
    told = mention.told
    if _SO_FAR.search(words) and published and told.start <= published:
        how = f"{told.how}, up to the day of publication"
        return When(told.start, published, published, told.precision, how)
    return When(told.start, told.end, None, told.precision, told.how)


def _present(words: str, published: date | None) -> When | None:
    """ "so far", "now": as of publication."""
    so_far = _SO_FAR.search(words)
    if not so_far and not _NOW.search(words):
        return None
    if published is None:
        return _unknown(_NO_DAY)
    return When(None, published if so_far else None, published, "day", "the day of publication")


def _dateless(words: str, published: date | None) -> When | None:
    """Rates, days that are named elsewhere, and times of an unnamed day."""
    if _RATE.search(words):
        return _unknown("a rate or habit, which names no date")
    if _ELSEWHERE.search(words):
        return _unknown("it points to a day that is named elsewhere in the report")
    if not _CLOCK.search(words) and not _PART_OF_DAY.search(words):
        return None
    if published is None:
        return _unknown(f"a time of the day, of which no day is named, and {_NO_DAY}")
    how = "a time of the day of publication, or of the day before"
    return When(published - timedelta(days=1), published, None, "day", how)


Step = Callable[[str, date | None], When | None]
# The order is that of strength: what says a bound or a length comes before the bare day in it.
_STEPS: tuple[Step, ...] = (
    _habit, _since, _length, _range, _bound, _named, _present, _dateless,
)  # fmt: skip
