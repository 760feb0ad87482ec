"""The words that say over what time, or as of when, a figure holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from stemmata.model import Span

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)da"
_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_COUNT = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
    r"|several|few|many|couple of)"
)
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?"
    r"|decades?|century|centuries|seasons?|quarters?)"
)
_DATE = (
    rf"(?:{_MONTHS}\s+(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?(?:\s?(?:-|to|and)\s?\d{{1,2}})?(?:,?\s+{_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTHS}(?:,?\s+{_YEAR})?|{_MONTHS}\s+{_YEAR}|{_MONTHS})"
)
_WHEN = (
    rf"(?:the\s+)?(?:early|late|mid-?|earlier|later)?\s*(?:on\s+)?(?:{_DATE}|{_DAYS}"
    rf"(?:\s+(?:early\s+)?(?:morning|afternoon|evening|night))?|{_YEAR}(?:\s?(?:-|to|and)\s?{_YEAR})?)"
)
_EVENTS = (
    r"(?:operation|offensive|war|conflict|battle|period|weekend|night|day|morning|afternoon"
    r"|evening|month|year|week|hours?|days|weeks|months|years|aftermath|siege|summer|winter"
    r"|spring|autumn|fall|same period"
    r"|(?:first|second|third|fourth|final|last|next|current|previous)\s+(?:quarter|half)"
    r"|truce|ceasefire)"
)
_PATTERNS = [
    # "during the operation", "in the aftermath of"
    rf"(?:during|throughout|amid|in|since)\s+(?:the\s+|an?\s+)"
    rf"(?:(?!and\b|or\b)(?:\w|-)+\s+){{0,3}}?{_EVENTS}\b(?!-| care\b)"
    rf"(?:\s+of\s+(?:{_MONTHS}\s+)?{_YEAR})?",
    # "at 5:30 p.m.", "at 0430 GMT"
    r"at\s+(?:about\s+|around\s+)?\d{1,2}(?:[:.]\s?\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|(?:gmt|utc)"
    r"|local time)"
    r"(?:\s+local time|\s+gmt)?",
    # "over the past four days", "in the last 24 hours alone", "within a week"
    rf"(?:in|over|during|for|within|throughout|across)\s+(?:about\s+|around\s+|just\s+(?:over\s+)?)?"
    rf"(?:the\s+|a\s+|his\s+|her\s+|their\s+)?(?:(?:past|last|previous|recent|first|next|coming"
    rf"|final|same|latest|preceding|following|period of)\s+)*(?:{_COUNT}[\s-]+)?"
    rf"(?:(?:past|last|recent|successive|consecutive|straight|full|long|big-league)\s+)*{_UNIT}"
    rf"(?:\s+(?:alone|of\s+\w+|since\s+\w+|(?:after|before)\s+the\s+(?:\w+\s+)?\w+))?(?![\s-]old\b)",
    # "between Monday and Friday", "from 3 to 7 May"
    rf"between\s+{_WHEN}\s+and\s+{_WHEN}",
    rf"from\s+{_WHEN}\s+(?:to|until|through)\s+{_WHEN}",
    # "since the quakes that struck on Sunday"
    rf"since\s+(?:an?|the|\d)\s?(?:[\w.'-]+\s+){{1,12}}?(?:on|in|of)\s+{_WHEN}",
    # "since October", "by Friday", "on Tuesday", "in December 2003", "as of 4 May"
    rf"(?:as\s+(?:of|at)|up\s+to|until|till|since|by|before|after|during|in|on|at|throughout)\s+{_WHEN}"
    rf"(?:\s+(?:alone|last year|this year|last month))?",
    r"(?:since|by|until|as of|before)\s+(?:yesterday|today|now|then|noon|midday|midnight|dawn|dusk"
    r"|nightfall|sunset|sunrise|christmas|easter|last\s+\w+)",
    # "since it started in 2011"
    r"since\s+(?:it|they|the\s+[\w-]+)\s+(?:started|began|erupted|broke\s+out)"
    rf"(?:\s+(?:on|in)\s+{_WHEN})?",
    # "in late trading"
    r"in\s+(?:early|late|mid-?day|morning|afternoon|after-hours|pre-market)\s+trad(?:ing|e)",
    # "earlier on Friday", "early Sunday afternoon"
    rf"(?:earlier|later|early|late)\s+(?:on\s+)?{_DAYS}(?:\s+(?:morning|afternoon|evening|night))?",
    rf"(?:this|last|next|past|previous|every|each)\s+(?:\w+\s+)?(?:week|month|year|night|weekend|summer"
    rf"|winter|spring|autumn|morning|afternoon|evening|decade|century|quarter|season|{_DAYS}|{_MONTHS})",
    r"at\s+one\s+(?:point|stage)",
    r"at\s+the\s+(?:weekend|time|moment|end\s+of\s+(?:the\s+)?[\w\s]{3,20})",
    r"(?:earlier|later)\s+(?:this|in the|that|last)\s+(?:week|month|year|day)",
    rf"{_COUNT}\s+{_UNIT}\s+(?:ago|earlier|later|before)",
    r"(?:a|per|each|every)\s+(?:day|week|month|year|hour|night|minute|season)|on\s+a\s+\w+\s+basis"
    r"|(?:daily|weekly|monthly|yearly|annually|hourly)",
    r"so\s+far|to\s+date|until\s+now|at\s+present|in\s+recent\s+(?:days|weeks|months|years|times)"
    r"|for the time being|once|currently|now|yesterday|today|tonight|overnight|tomorrow|recently",
    rf"{_DATE}|{_DAYS}(?:\s+(?:morning|afternoon|evening|night))?",
    rf"(?:{_COUNT}-(?:hour|day|week|month|year|season))(?=[\s,])",
    # "eight years, $160 million", "$160 million for eight years", "the same timeframe"
    rf"(?:around\s+|about\s+|at\s+)?{_COUNT}\s+(?:years|months|seasons)"
    "(?=(?:,| and(?: at least)?) [$\u20ac\u00a3])",
    r"over\s+the\s+same\s+(?:timeframe|time\s+frame|time|period|span)",
    r"(?<=\bspent )the\s+(?:night|evening|weekend|day|week|morning|afternoon)",
]
_PERIOD = re.compile("|".join(rf"\b(?:{p})\b" for p in _PATTERNS), re.IGNORECASE)
_HINT = re.compile(
    rf"\b(?:{_UNIT}|{_DAYS}|{_MONTHS}|{_YEAR}|one point|one stage|today|now|yesterday|tonight"
    r"|overnight|so far|daily"
    r"|date|recent|operation|offensive|night|morning|afternoon|evening|summer|winter|spring|autumn"
    r"|war|conflict|battle|currently|present|once|weekly|monthly|time being"
    r"|noon|midday|midnight|dawn|dusk|nightfall|sunset|sunrise|christmas|easter|started|began"
    r"|erupted|broke out|trading|trade"
    r"|[ap]\.?m\b|gmt|local time|then|timeframe|time frame)",
    re.IGNORECASE,
)  # fmt: skip
_NOT_PERIOD = re.compile(
    r"^(?:may|march|once|in the war|in the day|in fall"
    r"|in (?:years|months|weeks|decades|days|hours))$",
    re.IGNORECASE,
)

# "Sunday's quake" and, where scraping lost the apostrophe, "Sundays quake" name an event.
_POSSESSED = re.compile(rf"(?:in\s+|on\s+)?{_DAY}(?:y's|ys)\b", re.IGNORECASE)
_BRIEF = re.compile(
    r"^(?:over|for|in|within|across)\s+(?!the\b).*\b(?:seconds?|minutes?)$", re.IGNORECASE
)
_ANEW = (
    r"[;\"\u2014]|:\s|\b(?:adding|although|because|whereas)\b"
    r"|\band (?:is|are|was|were|has|have|had|now|we|I|they|he|she|it)\b"
)
# A relative clause ("in August 2013 ... that killed hundreds") keeps the period of its event.
_ANEW_AFTER_PERIOD = re.compile(rf"{_ANEW}|\bafter\b|, and the\b", re.IGNORECASE)
_ANEW_BEFORE_PERIOD = re.compile(
    rf"{_ANEW}|\b(?:while|but)\b|, and\b|, (?:saying|after|with|which|who)\b|\bafter (?:an?|the"
    rf"|\w+ing)\b|\b(?:which|that) (?:was|were|had been)\b|\bsince\b|\bbut\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"\s(?:column|edition|editions|newspaper|paper|issue|programme|program|show|broadcast)s?\b"
)
_PRINTED = re.compile(
    r"\b(?:posted|published|updated|publication|dated|modified)(?: (?:on|at))?\s*$", re.IGNORECASE
)
_BARE = re.compile(rf"{_DATE}\s+[A-Z]", re.IGNORECASE)


# A word or two in quotation marks begin no new clause.
_SCARE = re.compile(r"\"[^\"]{1,40}\"")
_AT_PRESENT = frozenset({"now", "once", "currently"})


def clause_between(text: str, period: Span, number: Span) -> bool:
    """True where a new clause begins between the period phrase and the number."""
    if period.start >= number.end:
        if _TIED.fullmatch(text, period.start, period.end) and _DIGIT.search(
            text, number.end, period.start
        ):
            return True
        between = _SCARE.sub(" ", text[number.end : period.start])
        now = text[period.start : period.end].lower() in _AT_PRESENT
        return bool(_ANEW_BEFORE_PERIOD.search(between) or (now and _AND.search(between)))
    if _in_aside(text, period):
        return True
    between = _SCARE.sub(" ", text[period.end : number.start])
    if _RIGHT_AFTER.fullmatch(between):
        return False
    return bool(_ANEW_AFTER_PERIOD.search(between)) or _now_after(text, period, number)


# "hampered Friday after three lines were cut": of the same day, as far as is told.
_RIGHT_AFTER = re.compile(
    r"\s+after (?:(?:at least|more than|about|around|some|nearly|over|up to|another|a|an) )*"
)
# "310 million from 87 million a year earlier": only the last number is of then.
_TIED = re.compile(
    r"(?:an?|per|each|every)\s+(?:day|week|month|quarter|year)(?:\s+(?:ago|earlier|before))?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ASIDE = re.compile(r",\s+(?:\w+ed|built|born|begun|won|lost|bought|sold|set up)\b[^,;]*$")


def _in_aside(text: str, period: Span) -> bool:
    """ "The firm, founded in 1888, employs 900": a participle's aside keeps its period."""
    led = _ASIDE.search(text, max(0, period.start - 60), period.start)
    return led is not None and text[period.end : period.end + 1] == ","


_AND = re.compile(r"\band\b")
_PRESENT = re.compile(r"\s+(?:\w+\s+){0,3}?(?:have|has|are|is|remain|remains)\b")


def _now_after(text: str, period: Span, number: Span) -> bool:
    """ "86 died on Tuesday and dozens have been treated": what holds now is not of that day."""
    joined = _AND.search(text, period.end, number.start)
    return bool(joined and _PRESENT.match(text, number.end, number.end + 50))


def bare_date(text: str, period: Span, published: str | None = None) -> bool:
    """A date with no preposition that runs into a capital is when it was printed.

    One of another year than that of publication heads an entry of a chronicle.
    """
    bare = bool(
        _BARE.match(text, period.start, period.end + 3)
        and text[period.end + 1 : period.end + 2].isupper()
    )
    year = re.search(r"\d{4}", text[period.start : period.end])
    return bare and not (published and year and year[0] != published[:4])


@lru_cache(maxsize=4)
def periods(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Period phrases in `text[start:end]`, in order, none inside another.

    The last few are kept, for the figures of one sentence ask one after another.
    """
    if not _HINT.search(text, start, end):
        return ()
    found = []
    for m in _PERIOD.finditer(text, start, end):
        words = m[0]
        if _NOT_PERIOD.match(words) or _POSSESSED.match(text, m.start(), min(end, m.end() + 3)):
            continue
        if _COLUMN.match(text, m.end(), min(end, m.end() + 14)) and re.search(_DAY, words):
            continue
        if _BRIEF.match(words) or _PRINTED.search(text[max(start, m.start() - 24) : m.start()]):
            continue
        if text[m.end() : m.end() + 1] == "-" and re.match(r"an?\s", words):  # "a month-long"
            continue
        if words[0].islower() and re.fullmatch(r"(?:may|march|sun|mar|dec)\b.*", words):
            continue
        found.append(Span(m.start(), m.end()))
    return tuple(found)


def nearest(text: str, spans: Sequence[Span], at: int, end: int) -> Span | None:
    """The span closest to the stretch `at`..`end`; one that follows wins a tie.

    A span behind ", and" is as good as further off, and so is "now".
    """
    best: tuple[float, Span] | None = None
    for span in spans:
        if span.start < end and span.end > at:
            continue
        before = span.end <= at
        gap = at - span.end + 0.5 if before else span.start - end
        if before and _JOINED.search(text, span.end, at):
            gap += _FURTHER
        if text[span.start : span.end].lower() in _AT_PRESENT:
            gap += _FURTHER
        if best is None or gap < best[0]:
            best = (gap, span)
    return best[1] if best else None


_JOINED = re.compile(r", and\b|\bas well as\b")
# So many characters further off: about half a sentence.
_FURTHER = 60
