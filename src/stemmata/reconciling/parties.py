"""Whose a sum is: the names in the figure's own stretch of its sentence.

"The Rovers offered $5 million, the Harriers $7 million": each sum has its own
stretch, from the sum before it, and the names in it are its parties. A name
that most sums of the case have (the player whom all bid for) tells little.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stemmata.model import Figure, Reading
from stemmata.reconciling.units import dimension
from stemmata.reconciling.words import singular

# Names further back than this in a stretch are of another clause.
_RUNS_BEFORE = 2
_AFTER = 80
_REACH = 250
# A run of more names than this is a headline or a list.
_LONGEST = 4
_RUN = re.compile(r"[A-Z][\w’'.&-]*(?:\s+(?:of\s+)?[A-Z][\w’'.&-]*)*")
_END = re.compile(
    r"[;:\n]|,|\.\s|\b(?:but|while|though|whereas|reported|according|said|says|told|who|which)\b"
)
# Who stands so right before a sum is the party, and was named with the sum before.
_PRONOUN = re.compile(
    r"\b(?:they|it|he|she)(?:[’'](?:re|s|d|ve))?\s+(?:\w+\s+){0,4}\W*$", re.IGNORECASE
)
_CLOSE = 45
_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z])|\n")
_WORD = re.compile(r"[^\W\d_]+")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december".split()
)

# Dimensions whose figures are told apart by whose they are.
OWNED = frozenset({"money", "%"})

Parties = Mapping[str, float]


def parties(readings: Sequence[Reading]) -> dict[str, Parties]:
    """The names in the stretch of each sum of money, by the figure's id, each with its weight."""
    if not any(dimension(f) in OWNED for reading in readings for f in reading.figures):
        return {}
    names = _proper(readings)
    longer = _longer(readings, names)
    found: dict[str, frozenset[str]] = {}
    for reading in readings:
        text = reading.report.text
        sums = [f for f in reading.figures if dimension(f) in OWNED]
        for at, figure in enumerate(sums):
            before = sums[at - 1] if at and _together(sums[at - 1], figure) else None
            after = sums[at + 1] if at + 1 < len(sums) and _together(figure, sums[at + 1]) else None
            own = _of_stretch(figure, before, after, text, names, longer)
            if at and (
                _PRONOUN.search(text, figure.start - _CLOSE, figure.start) or (before and not own)
            ):
                own = found[sums[at - 1].id]
            found[figure.id] = own
    return _weighted(found)


def share_in_common(a: Parties, b: Parties) -> float | None:
    """How much of the lighter's weight both have, 0 to 1; None where one has no telling name."""
    lighter = min(math.fsum(a.values()), math.fsum(b.values()))
    if lighter <= 0:
        return None
    return math.fsum(sorted(a[n] for n in a if n in b)) / lighter


def _together(one: Figure, two: Figure) -> bool:
    return one.sentence == two.sentence and one.sentence.end > one.sentence.start


def _of_stretch(
    figure: Figure, before: Figure | None, after: Figure | None, text: str, names: frozenset[str],
    longer: Mapping[frozenset[str], frozenset[str]],
) -> frozenset[str]:  # fmt: skip
    start, end = figure.sentence if figure.sentence.end else (figure.start, figure.end + _AFTER)
    # A parse may begin a sentence amid one: back to where the one before has ended.
    stops = [m.end() for m in _STOP.finditer(text, max(0, figure.start - _REACH), figure.start)]
    begin = min(start, stops[-1] if stops else start) if before is None else before.end
    stop = min(end, figure.end + _AFTER, after.start if after else end)
    rest = text[figure.end : stop]
    cut = _END.search(rest)
    runs = _runs(text[begin : figure.start], names)[-_RUNS_BEFORE:]
    runs += _runs(rest[: cut.start()] if cut else rest, names)
    return frozenset(word for run in runs for word in longer.get(run, run))


def _runs(stretch: str, names: frozenset[str]) -> list[frozenset[str]]:
    found = (_words(m[0]) & names for m in _RUN.finditer(stretch))
    return [run for run in found if run]


def _longer(
    readings: Sequence[Reading], names: frozenset[str]
) -> dict[frozenset[str], frozenset[str]]:
    """The full name that most reports have for a short one: "Orla" for "the Orla Rovers"."""
    seen = Counter(run for one in readings for run in set(_runs(one.report.text, names)))
    full: dict[frozenset[str], frozenset[str]] = {}
    for run, count in sorted(seen.items(), key=lambda item: (-item[1], sorted(item[0]))):
        if 2 <= len(run) <= _LONGEST and count > 1:
            for word in run:
                full.setdefault(frozenset({word}), run)
    return full


def _words(phrase: str) -> frozenset[str]:
    return frozenset(singular(m[0]) for m in _WORD.finditer(phrase)) - _CALENDAR


def _proper(readings: Sequence[Reading]) -> frozenset[str]:
    """Words that the case has with a capital amid a sentence more often than without."""
    seen: Counter[str] = Counter()
    for reading in readings:
        text = reading.report.text
        for match in _WORD.finditer(text):
            if match[0][0].islower():
                seen[singular(match[0])] -= 1
            elif text[max(0, match.start() - 2) : match.start()][:1].isalpha():
                seen[singular(match[0])] += 1
    return frozenset(word for word, more in seen.items() if more > 0 and len(word) > 2)


def _weighted(found: Mapping[str, Iterable[str]]) -> dict[str, Parties]:
    """Each name with the log of all sums by those that have it."""
    having: dict[str, int] = defaultdict(int)
    for some in found.values():
        for name in some:
            having[name] += 1
    total = len(found)
    return {
        figure: {n: math.log((total + 1) / having[n]) for n in sorted(some)}
        for figure, some in found.items()
    }
