"""The words around a figure: its sentence, the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemmata.model import Figure

# Where the reading gives no sentence: how much of the line to either side stands in for it.
_AROUND = 220
# In a long sentence, words further off than this belong to other figures.
_REACH = 140
_THAN = re.compile(r"\bthan\b")
_THAN_YEAR = re.compile(r"\bthan\b[^.;,]{0,30}?\b(?:19|20)\d\d\b")
_COMPARED = re.compile(r"\b(?:earlier|ago|before|previous|last)\b", re.IGNORECASE)
# "Built in 1974 for 620": the year of the building, not of the number.
_FOUNDED = re.compile(r"\b(?:built|founded|established|born|set up)\s*$", re.IGNORECASE)
_NEAR = 30
# "Began in 2011 and has since killed 58": what the number is counted from.
_SINCE_THEN = re.compile(r"\bha(?:s|ve) since\b", re.IGNORECASE)
# "A day after the first raid" is no rate.
_LED = re.compile(r",?\s+(?:after|before|earlier|later|ago|when)\b")


def sentence_of(figure: Figure, text: str) -> tuple[str, str]:
    """The sentence, and what of it stands before the figure."""
    start, end = figure.sentence
    if not start <= figure.start < end:
        start = max(text.rfind("\n", 0, figure.start) + 1, figure.start - _AROUND)
        line = text.find("\n", figure.end)
        end = min(line if line >= 0 else len(text), figure.end + _AROUND)
    return text[start:end], text[start : figure.start]


def sentence_before(figure: Figure, before: str, text: str) -> str:
    """The sentence before the figure's own; many outlets give each a line."""
    start = figure.start - len(before)
    earlier = text[max(0, start - 2 * _AROUND) : start]
    earlier = earlier.rstrip()
    earlier = earlier[earlier.rfind("\n") + 1 :]
    ends = [m.end() for m in re.finditer(r"[.!?][\"”’]?\s+(?=[A-Z])", earlier)]
    return earlier[ends[-1] :] if ends else earlier


def own_period(figure: Figure, text: str, starts: Sequence[int]) -> str | None:
    """The figure's period, unless it is of what the figure is compared with.

    "58 million against 43 million a year earlier" and "58, one fewer than in
    2009" tell when the other number was. `starts` are where the report's
    figures stand.
    """
    phrase = figure.period
    if not phrase:
        return None
    at = text.find(phrase, figure.end, max(figure.sentence.end, figure.end + _AROUND))
    if at >= 0:
        if _THAN.search(text, figure.end, at):
            return None
        if _COMPARED.search(phrase) and any(figure.end <= start < at for start in starts):
            return None
    else:
        at = text.rfind(phrase, max(0, figure.start - 2 * _AROUND), figure.start)
    if at >= 0 and _FOUNDED.search(text, max(0, at - _NEAR), at):
        return None
    if 0 <= at < figure.start and _SINCE_THEN.search(text, at + len(phrase), figure.start):
        return f"since {phrase.removeprefix('in ')}"
    led = _LED.match(text, at + len(phrase)) if at >= 0 else None
    return phrase + led[0] if led else phrase


def without_comparison(sentence: str) -> str:
    """The sentence without the year it compares with: "worse than in 2009"."""
    return _THAN_YEAR.sub(" ", sentence)


def around(figure: Figure, text: str, sentence: str, before: str) -> str:
    """The sentence, no further from the figure than `_REACH` to either side."""
    start = figure.start - min(len(before), _REACH)
    return text[start : figure.start + min(len(sentence) - len(before), _REACH)]
