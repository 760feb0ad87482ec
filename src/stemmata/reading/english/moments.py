"""Numbers that tell when or how long: dates, times, years and durations, which are no figures."""

from __future__ import annotations

import re

from stemmata.reading.english.surroundings import Beside

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SPAN = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?"
    r"|years?|yrs?|decades?|centur(?:y|ies)|seasons?|semesters?|terms?)"
)
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_AFTER_DURATION = re.compile(
    rf"(?:(?:,| or| and| to|, or|-)\s?(?:\d+|{_SMALL})){{0,3}}"
    rf"[\s-]*(?:(?:full|more|straight|consecutive|long|short|whole|or so|working|calendar|school"
    rf"|business|previous|past|last|additional|further|big-league|odd)[\s-]+)*{_SPAN}\b"
    rf"(?!\s+of\s+(?:aid|food))",
    re.IGNORECASE,
)
# "batted .919 last year", "rose to 45 last month": when, not how long.
_LATELY = re.compile(
    r"\s(?:last|past|this|next|previous)\s"
    r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|century|season|semester|term)\b",
    re.IGNORECASE,
)
_PART_OF_TIME = re.compile(
    rf"\s(?:of )?(?:an?|the|this|last|next)\s(?:\w+\s)?(?:{_SPAN}|match|game|season|{_MONTH})\b"
    r"|\sof (?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s+of)?[\s/-]*(?:(?:to|-|and)\s*\d{{1,2}}\s+)?{_MONTH}(?![A-Za-z])",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    rf"\b{_MONTH}\s*(?:\d{{1,2}}\s*(?:-|to|and|or)\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s*)?$",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(
    r"(?::\s?\d\d(?::\d\d)?)|\s*(?:a\.?\s?m\b|p\.?\s?m\b|o'clock|gmt\b|utc\b|hrs\b|hours gmt)"
    r"|\s*\((?:\d{4}) gmt",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"(?:\d{1,2}[:.]$)|(?:\bat (?:about |around |exactly )?$)|\(\s*$", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\s*(?:gmt|utc|local time|hours|hrs|\([\d:.]+ ?(?:gmt|utc)|a\.m|p\.m)", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|early|late|mid|the|and|to|through"
    r"|year|summer|autumn|fall|winter|spring|between|around|circa|fiscal|election|for|or|back in"
    r"|about|'s)[\s-]*$|[(,/-]\s*$",
    re.IGNORECASE,
)
_ERA = re.compile(r"\s?(?:BC|BCE|CE|AD)\b")
_DECADE = re.compile(r"'?s\b")


def is_date(n: Beside) -> bool:
    if not re.fullmatch(r"[\d-]{1,6}(?: ?(?:to|and|or) ?\d{1,2})?", n.whole):
        return False
    if re.fullmatch(r"\d{5,6}", n.whole) and _BEFORE_DATE.search(n.before):
        return True
    if re.search(r"\d[-/.]$", n.before) and re.match(r"[-/.]\d", n.after):
        return True
    if re.match(r"[-/.]\d{1,2}[-/.]\d{2,4}", n.after) or re.search(
        r"\d{1,4}[-/]\d{1,2}[-/]$", n.before
    ):
        return True
    if (n.number.high or 99) <= 31 and _AFTER_DATE.match(n.after):
        return not re.match(r"\s+(?:may|march)\s+(?:have|be|not|also)\b", n.after, re.IGNORECASE)
    dated = _BEFORE_DATE.search(n.before)
    if not dated or re.search(r"\bmay\s*$", n.before):
        return False
    return (n.number.high or 99) <= 31 or 1000 <= (n.number.low or 0) <= 2100


def is_time(n: Beside) -> bool:
    whole = n.whole.lower()
    if whole in {"half", "quarter", "a quarter"} and re.match(r"\s(?:past|to)\b", n.after):
        return True
    if not re.fullmatch(r"\d{1,4}(?:\.\d\d)?(?:(?: or | to |-)\d{1,2})?", n.whole):
        return whole in _CLOCK_WORDS and bool(re.match(r"\s*(?:o'clock|a\.m|p\.m)", n.after))
    if _AFTER_TIME.match(n.after) or re.search(r"\d:\s?$", n.before):
        return True
    if re.search(r"\b(?:before|after|until|till|past) $", n.before) and (n.number.high or 99) <= 12:
        return bool(re.match(r"\s?(?:[.,;]|$)", n.after))
    return len(n.whole) == 4 and bool(_BEFORE_TIME.search(n.before) and _CLOCK.match(n.after))


_CLOCK_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())


def is_year(n: Beside) -> bool:
    """A bare four-digit number that can be a year is one, unless it counts what follows."""
    if re.fullmatch(r"\d\d", n.whole) and re.search(r"(?:^|[\s(])['’]$", n.before):
        return not re.match(r"\s[a-z]+s\b", n.after)
    if n.whole.isdigit() and (_ERA.match(n.after) or re.search(r"\bAD\s$", n.before)):
        return True
    if not re.fullmatch(
        r"(?:1[0-9]|20)\d\d(?:-\d{2,4}|(?: (?:to|and|or) |-)(?:1[0-9]|20)\d\d)?", n.whole
    ):
        return False
    if _DECADE.match(n.after):
        return True
    modern = bool(re.match(r"1[89]\d\d|20\d\d", n.whole))
    counts = re.match(r"(?:\s[a-z]+){0,2}\s(?:people|persons|[a-z]+s)\b", n.after)
    if modern:
        told = _YEAR_BEFORE.search(n.before) or not re.search(r"\w\s*$", n.before)
        return bool(told or not counts)
    return bool(re.search(r"\b(?:in|since|of the year|circa)\s$", n.before) and not counts)


_MIXED_TIME = re.compile(r"1/[234][\s-](?:years?|months?|weeks?|days?|hours?)\b")


# "ten years in the army, five with one unit": the second leaves its years out.
_LASTING = re.compile(
    rf"(?:^|[(\u2014-]|\b(?:spent|serv(?:ed|ing)|spend(?:s|ing)?|lived|worked|get|got|gets))\s?"
    rf"(?:\d+|{_SMALL}) {_SPAN} (?:in|at|with|as|on|for|under) [^.,;:()\d]{{2,40}}(?:,|,? and) $",
    re.IGNORECASE,
)


def is_duration(n: Beside) -> bool:
    if _LASTING.search(n.before) and re.match(r"\s(?:in|at|with|as|on|for|under)\b", n.after):
        return True
    if _LATELY.match(n.after) and n.number.high != 1:
        return False
    # "2 1/2 years", "2-1/2 years": both numbers are of the duration.
    if re.search(r"\d[\s-]$", n.before) and _MIXED_TIME.match(n.whole + n.after):
        return True
    if n.number.form != "fraction":
        mixed = re.match(r"[\s-]", n.after) and _MIXED_TIME.match(n.after[1:])
        return bool(mixed or _AFTER_DURATION.match(n.after))
    if n.whole.lower() == "half" and re.search(r"\b(?:[Ff]irst|[Ss]econd)[\s-]$", n.before):
        return not re.match(r"\sof\b", n.after) or bool(_PART_OF_TIME.match(n.after))
    return bool(_PART_OF_TIME.match(n.after))
