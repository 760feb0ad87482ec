"""On which day what a figure counts happened, where the report tells it.

A weekday by the figure is its event's, but not one that tells when somebody
spoke ("police said on Monday") or when a count stood ("rose to 58 on Monday").
A day that names the event ("Tuesday's raid", "the raid of the 8th") is its day
whatever else the sentence tells. A sentence without a day goes on about the day that
was named last. A day that was carried so is a guess, and more so from a sentence
that tells of something else.
"""

from __future__ import annotations

import functools
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from stemmata.model import Figure
from stemmata.reconciling.periods import NUMBERS, period_of

# How far back a day is carried to a sentence without one.
_CARRIED = 400
# Where no day was named yet, or not for long, the first of the lead tells.
_LEAD = 800
_DAY = re.compile(
    r"\b(?:on\s+|late\s+|early\s+)?((?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:said|says|say|told|tells|reported|reports|announced|stated|added|according|wrote"
    r"|confirmed|interview|statement|briefing|issued|released|published|posted)\b"
    r"(?:\s+(?!that\b)\w+){0,3}\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:rose|risen|rises?|rising|reached|reaches|climbed|climbs|jumped"
    r"|grew|grown|revised|raised|updated"
    r"|up from|down from|tolls?|number of (?:dead|bodies|victims|wounded|injured)"
    r"|st(?:ands?|ood) at|put\b[^.;]{0,40}\bat"
    r"|by (?:late |early )?\w+day|so far)\b",
    re.IGNORECASE,
)
# What goes on for days: its toll is told anew each day, and the day is that of the count.
_ONGOING = re.compile(
    r"\b(?:floods?|flooding|flooded|floodwaters?|rains?|storms?|typhoon|hurricane|cyclone|monsoon"
    r"|landslides?|mudslides?|wildfires?|heat ?wave|drought|famine|outbreak|epidemic|pandemic"
    r"|cholera|measles|ebola|virus)\b",
    re.IGNORECASE,
)
# "Sunday, 6 March 2016" tells when the report came out.
_DATELINE = re.compile(r",?\s+(?:\d{1,2}\s+\w+|\w+\s+\d{1,2}),?\s+(?:19|20)\d\d\b")
_TO_COME = re.compile(r"\b(?:next|coming|until|by)\s*$", re.IGNORECASE)
# "Ordered an inquiry on Monday into a crush in which 38 were hurt": the crush was before.
_EARLIER = re.compile(
    r"\b(?:in which|following|(?:hours|days?|weeks) after|into (?:the|an?)"
    r"|after (?:the|an?) [^.,;]{3,60}?\b(?:that|which))\b"
)
# What tells of the event itself, beside its day.
_EVENT = (
    r"(?:(?:earth)?quakes?|tremors?|shocks?|attacks?|assaults?|ambush(?:es)?|raids?|(?:air)?strikes?"
    r"|bombings?|bombardments?|blasts?|explosions?|shootings?|shootouts?|stabbings?|killings?"
    r"|massacres?|clashes|fighting|battles?|riots?|revolts?|uprisings?|mutin(?:y|ies)|violence"
    r"|crash(?:es)?|collisions?|derailments?|accidents?|fires?|blazes?|collapses?|stampedes?"
    r"|crush(?:es)?|disasters?|traged(?:y|ies)|sinkings?|capsizings?|eruptions?|avalanches?"
    r"|incidents?|robber(?:y|ies)|heists?)"
)
_HAPPENED = re.compile(
    rf"\b{_EVENT}\b|\b(?:kill\w*|die[sd]?|dead|deaths?|deadl\w+|wound\w+|injur\w+|hurt|struck|hit"
    r"|shot|shelled|bombed|bombarded|exploded|collapsed|crashed|sank|capsized|burned|destroy\w*"
    r"|gassed|attacked|opened fire|stormed)\b",
    re.IGNORECASE,
)
# "Tuesday's 6.3-magnitude quake", "the quake of the 14th", "the raid of the day before".
_NAMED_OF = re.compile(rf"['’]s\s+(?:[\w.-]+\s+){{0,3}}?{_EVENT}\b", re.IGNORECASE)
_OF_DAY = re.compile(
    rf"\b(?:{_EVENT}\s+(?:of|on)|(?:that|those)\s+of)\s+(?:the\s+)?(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)"
)
_DATE = re.compile(
    rf"\b(?:on|of)\s+(?:the\s+)?({_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b)(?:,?\s+(?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
# "The quake of the 14th", not "soldiers of the 14th Brigade".
_OF_MONTH = re.compile(
    r"\b(?:on|of)\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b(?=\s*(?:[.,;:)\n]|$|and\b|but\b))",
    re.IGNORECASE,
)
# "Shallower than Tuesday's quake".
_COMPARED = re.compile(r"\bthan(?: \w+){0,2}\s*$")
# A day that is told by another: nobody knows which unless that one is known.
_BEFORE_IT = re.compile(
    r"\b(?:the|a) day (?:before|earlier)\b|\bthe previous (?:day|night)\b", re.IGNORECASE
)
# "A day after a raid had killed 58", "the raid came a day after 58 were killed".
_A_DAY_AFTER = re.compile(
    r"\b(?:(?:a|one|two|three|\d+) days?|hours) after\b[^.;]*$", re.IGNORECASE
)
# "Two days after the raid" opens a sentence: so long before the report came out.
_DAYS_AFTER = re.compile(r"(?:^|[.!?\n][\"”’]?\s*)(A|One|Two|Three|Four|Five|Six) days? after\b")
_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?][\"”’]?\s|\n")
# A day behind more words than these is of what those tell, or of the next few letters.
_FEW = 3
_BEHIND = 30
# How far before a day its sentence is looked for.
_BACK = 300


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day of what is counted.

    `own` where it stands in the figure's sentence, `told` where the words beside it
    tell of an event that harms.
    """

    day: date
    own: bool
    told: bool = True


@dataclass(frozen=True, slots=True)
class _Named:
    """A day by its words: where they stand, and whether they name the event of that day.

    `tells_back` where they stand behind what they name: "58 died in the raid of the 8th".
    """

    at: int
    day: date
    event: bool
    tells_back: bool = False


def event_day(
    figure: Figure, sentence: str, before: str, text: str, published: date | None
) -> EventDay | None:
    """The day of the event that a figure is of; None where nothing tells or words are unclear."""
    if published is None or _ONGOING.search(sentence) or _goes_on(text[:_LEAD]):
        return None
    at = len(before)
    named = _days(sentence, published) + _dates(sentence, published)
    events = [one for one in named if one.event]
    if events:
        return EventDay(_nearest(events, at).day, own=True)
    if _COUNTED.search(sentence) or _A_DAY_AFTER.search(before) or _BEFORE_IT.search(sentence):
        return None
    own = [one for one in named if not _EARLIER.search(sentence, one.at, at)]
    if named and not own:
        return None
    if own:
        return EventDay(_nearest(own, at).day, own=True)
    return _carried(text, figure.start - at, published)


def _nearest(named: list[_Named], at: int) -> _Named:
    """The nearest day; "in that of the 8th" tells of the numbers before it."""
    behind = [one for one in named if one.at > at and one.tells_back]
    return behind[0] if behind else min(named, key=lambda one: abs(one.at - at))


# A lead is asked for each figure of its report, one report after the other.
@functools.lru_cache(maxsize=256)
def _goes_on(lead: str) -> bool:
    """True where a report is about what goes on for days."""
    return _ONGOING.search(lead) is not None


def _carried(text: str, start: int, published: date) -> EventDay | None:
    """The day named last before a sentence that names none, else the first of the lead."""
    before = _told(text, max(0, start - _CARRIED), start, published)
    if not before:
        return _of_lead(text[: _LEAD + _BACK], published)
    at, day = before[-1]
    return EventDay(day, own=False, told=_happened(text, at))


@functools.lru_cache(maxsize=256)
def _of_lead(opening: str, published: date) -> EventDay | None:
    """The first day that a report's lead names."""
    named = _told(opening, 0, _LEAD, published)
    return EventDay(named[0][1], own=False, told=_happened(opening, named[0][0])) if named else None


def _told(text: str, begin: int, end: int, published: date) -> list[tuple[int, date]]:
    """The days that a stretch of a text names and compares nothing with, and where they stand."""
    return [
        (begin + one.at, one.day)
        for one in _days(text[begin:end], published)
        if not _COMPARED.search(text[max(0, begin + one.at - _BEHIND) : begin + one.at])
    ]


def _happened(text: str, at: int) -> bool:
    """True where the clause of a day tells of an event that harms, before the day if it can."""
    begin = max(0, at - _BACK)
    begin = max((m.end() for m in _END.finditer(text, begin, at)), default=begin)
    stop = _END.search(text, at)
    end = stop.start() if stop else len(text)
    if len(_WORD.findall(text, begin, at)) > _FEW:
        end = min(end, at + _BEHIND)
    return bool(_HAPPENED.search(text, begin, end))


def _days(words: str, published: date) -> list[_Named]:
    """Each day named in the words that is no day of speaking, in their order."""
    found: list[_Named] = []
    if "day" not in words.lower():
        return found
    for match in _DAYS_AFTER.finditer(words):
        ago = NUMBERS[match[1].lower()]
        found.append(_Named(match.start(1), published - timedelta(ago), event=False))
    for match in _DAY.finditer(words):
        back = bool(_OF_DAY.search(words[: match.start(1)]))
        event = back or bool(_NAMED_OF.match(words, match.end()))
        if (not event and _of_words(words, match.start())) or _DATELINE.match(words, match.end()):
            continue
        period = period_of(match[0], published)
        if period.begin is not None and period.begin == period.end:
            found.append(_Named(match.start(), period.begin, event, back))
    return sorted(found, key=lambda one: one.at)


def _dates(words: str, published: date) -> list[_Named]:
    """Days of a month, without those of a dateline or head of page."""
    found: list[_Named] = []
    for match in _DATE.finditer(words):
        period = period_of(match[0], published)
        if period.begin is not None and period.begin == period.end:
            _add(found, words, match.start(1), period.begin)
    for match in _OF_MONTH.finditer(words):
        number = int(match[1])
        month = published if number <= published.day else published.replace(day=1) - timedelta(1)
        if 1 <= number <= monthrange(month.year, month.month)[1]:
            _add(found, words, match.start(1), month.replace(day=number))
    return found


def _add(found: list[_Named], words: str, at: int, day: date) -> None:
    event = bool(_OF_DAY.search(words[:at]))
    if event or not _of_words(words, at):
        found.append(_Named(at, day, event, event))


def _of_words(words: str, start: int) -> bool:
    """True for the day of speaking or counting, or one to come."""
    before = words[max(0, start - 40) : start]
    counted = _COUNTED.search(words[max(0, start - 60) : start])
    return bool(_SPOKEN.search(before) or _TO_COME.search(before) or counted)
