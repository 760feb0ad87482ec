"""Numbers that a report itself calls the ones before: "up from 58", "an initial 58"."""

from __future__ import annotations

import re

from stemmata.model import Figure

# How far before a number the words that make it the one before may stand.
_BEFORE = 72
_MOVED = re.compile(
    r"\b(?:rose|risen|rise[sn]?|raised|revised|increased|climbed|jumped|grew|grown|upgraded"
    r"|fell|fallen|dropped|lowered|cut|up|down|widened|narrowed|shrank|swelled)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom(?: an?| the)?(?: \w+){0,2}\s*\W?$", re.IGNORECASE)
_UP_FROM = re.compile(r"\b(?:up|down) from\b[^.;]{0,24}$", re.IGNORECASE)
_EARLIER = "initial|earlier|previous|original|preliminary"
_CALLED = re.compile(
    rf"\b(?:{_EARLIER})(?: \w+)? (?:tolls?|figures?|estimates?|counts?|numbers?|tally|tallies"
    r"|totals?|reports?|offers?|bids?|prices?|forecasts?|targets?)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)


def is_before(figure: Figure, text: str) -> bool:
    """True where its report calls a number the one before: "up from 58", "an initial 58"."""
    begin = figure.sentence.start
    before = text[max(begin, figure.start - _BEFORE) : figure.start]
    if re.match(_EARLIER, (figure.thing or "").lower()):
        return True
    if _UP_FROM.search(before) or _CALLED.search(before):
        return True
    return bool(_FROM.search(before) and _MOVED.search(text[begin : figure.start]))
