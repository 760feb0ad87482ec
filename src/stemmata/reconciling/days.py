"""On which day what a figure counts happened, where the report tells it.

A weekday by the figure is its event's, but not one that tells when somebody
spoke ("police said on Monday") or when a count stood ("rose to 58 on Monday").
A sentence without a day goes on about the day that was named last. A day that
was carried so is a guess.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

from stemmata.model import Figure
from stemmata.reconciling.periods import period_of

# How far back a day is carried to a sentence without one.
_CARRIED = 400
# Where no day was named yet, or not for long, the first of the lead tells.
_LEAD = 800
_DAY = re.compile(
    r"\b(?:on\s+|late\s+|early\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:said|says|say|told|tells|reported|reports|announced|stated|added|according|wrote"
    r"|confirmed|interview|statement|briefing)\b(?:\s+(?!that\b)\w+){0,3}\s*$",
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


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day of what is counted; `own` where it stands in the figure's sentence."""

    day: date
    own: bool


def event_day(
    figure: Figure, sentence: str, before: str, text: str, published: date | None
) -> EventDay | None:
    """The day of the event that a figure is of; None where nothing tells or words are unclear."""
    if published is None or _COUNTED.search(sentence):
        return None
    if _ONGOING.search(sentence) or _goes_on(text[:_LEAD]):
        return None
    start = figure.start - len(before)
    at = len(before)
    named = _days(sentence, published)
    own = [one for one in named if not _EARLIER.search(sentence, one[0], at)]
    if named and not own:
        return None
    if own:
        return EventDay(min(own, key=lambda one: abs(one[0] - len(before)))[1], own=True)
    carried = _days(text[max(0, start - _CARRIED) : start], published)
    if carried:
        return EventDay(carried[-1][1], own=False)
    lead = _days_of_lead(text[:_LEAD], published)
    return EventDay(lead[0][1], own=False) if lead else None


# A lead is asked for each figure of its report, one report after the other.
@functools.lru_cache(maxsize=256)
def _goes_on(lead: str) -> bool:
    """True where a report is about what goes on for days."""
    return _ONGOING.search(lead) is not None


@functools.lru_cache(maxsize=256)
def _days_of_lead(lead: str, published: date) -> tuple[tuple[int, date], ...]:
    """The days that a report's lead names."""
    return tuple(_days(lead, published))


def _days(words: str, published: date) -> list[tuple[int, date]]:
    """Each day named in the words that is no day of speaking, with where it stands."""
    found: list[tuple[int, date]] = []
    if "day" not in words.lower():
        return found
    for match in _DAY.finditer(words):
        before = words[max(0, match.start() - 40) : match.start()]
        told = _SPOKEN.search(before) or _TO_COME.search(before)
        told = told or _COUNTED.search(words[max(0, match.start() - 60) : match.start()])
        if told or _DATELINE.match(words, match.end()):
            continue
        period = period_of(match[0], published)
        if period.begin is not None and period.begin == period.end:
            found.append((match.start(), period.begin))
    return found
