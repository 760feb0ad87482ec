"""Numbers that a report itself calls the ones before: "up from 58", "an initial 58".

A number of a moment that has passed is one too: "at one point 82 percent". Other
words call a number wrong: "contradicting the mayor, who had said 58".
"""

from __future__ import annotations

import re

from stemmata.model import Figure

# How far before a number the words that make it the one before may stand.
_BEFORE = 72
_MOVED = re.compile(
    r"\b(?:rose|risen|rise[sn]?|raised|revised|increased|climbed|jumped|grew|grown|upgraded"
    r"|fell|fallen|dropped|lowered|cut|trimmed|reduced|pared|slashed|lifted|narrowed|widened"
    r"|swelled|shrank|shrunk|up|down)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom(?: an?| the)?(?: \w+){0,2}\s*\W?$", re.IGNORECASE)
# The number that a change leads to has the thing of the number before: "its initial offer,
# $58 million, to somewhere between $70 million and $75 million".
_TO = re.compile(r"\bto(?: \w+){0,2}\s*\W?$", re.IGNORECASE)
_UP_FROM = re.compile(r"\b(?:up|down) from\b[^.;]{0,24}$", re.IGNORECASE)
_EARLIER = "initial|earlier|previous|original|preliminary"
# "Officers initially said 12": what the same people say now stands elsewhere.
_FIRST_SAID = re.compile(
    r"\b(?:initially|originally) (?:said|reported|put|counted|estimated|spoke|spoken|given|believed"
    r"|thought|stated|announced)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\b(?:{_EARLIER})(?: \w+)? (?:tolls?|figures?|estimates?|counts?|numbers?|tally|tallies"
    r"|totals?|reports?|offers?|bids?|prices?|forecasts?|targets?)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
# "At one point 82 % were cut off": a moment that has passed, in a list of many numbers too.
_AT_A_MOMENT = re.compile(
    r"\bat (?:one (?:point|stage|moment)|(?:its|their|the) (?:peak|height))\b"
    r"(?:(?!\b(?:but|now|while|whereas|before|later|since|then|although|though)\b)[^.;])*$",
    re.IGNORECASE,
)
# "The toll has risen to 72", "now stands at 72".
_RISEN_TO = re.compile(
    r"\b(?:rose|risen|rises|rising|climb(?:ed|s)|jump(?:ed|s)|increased|grown|grew|soared|raised"
    r"|revised|upgraded|went up|gone up|now stands)\b[^.;:\d]{0,40}"
    r"\b(?:to|at)\b[^.;:\d]{0,20}$",
    re.IGNORECASE,
)
# "Contradicting the mayor, who had said 58", "72, and not the 58 of the first list".
_CALLED_WRONG = re.compile(
    r"\b(?:contradict(?:s|ed|ing)|contrary to|at odds with|disput(?:es|ed|ing)|reject(?:s|ed|ing)"
    r"|conflict(?:s|ed|ing) with|den(?:y|ies|ied|ying))\b[^.;\d]{0,80}$"
    r"|\b(?:and not|not the|rather than|instead of)(?: \w+){0,3}\s*\W?$",
    re.IGNORECASE,
)


def is_called_wrong(figure: Figure, text: str) -> bool:
    """True where its report sets another number against this one."""
    begin = max(figure.sentence.start, figure.start - 2 * _BEFORE)
    return bool(_CALLED_WRONG.search(text[begin : figure.start]))


def is_after(figure: Figure, text: str) -> bool:
    """True where its report says that a number rose to this one: "has risen to 72"."""
    begin = max(figure.sentence.start, figure.start - _BEFORE)
    return bool(_RISEN_TO.search(text[begin : figure.start]))


def is_before(figure: Figure, text: str) -> bool:
    """True where its report calls a number the one before: "up from 58", "an initial 58"."""
    begin = figure.sentence.start
    before = text[max(begin, figure.start - _BEFORE) : figure.start]
    if re.match(_EARLIER, (figure.thing or "").lower()) and not _TO.search(before):
        return True
    if any(said.search(before) for said in (_UP_FROM, _CALLED, _FIRST_SAID)):
        return True
    if _AT_A_MOMENT.search(text[begin : figure.start]):
        return True
    return bool(_FROM.search(before) and _MOVED.search(text[begin : figure.start]))
