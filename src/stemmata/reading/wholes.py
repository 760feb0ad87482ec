"""Which figure of a report is a part of which, and what parts and lists share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stemmata.model import Figure, Report
from stemmata.reading.english.parts import (
    among_the_dead,
    gapped,
    goes_on,
    includes,
    listed,
    named_part,
    of_so_many,
    of_the,
    of_them,
    of_whole,
)


def with_wholes(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """Set `part_of` by the words between figures."""
    result: list[Figure] = []
    for i, figure in enumerate(figures):
        whole = _whole(report.text, figures, result, i)
        figure = figure if whole is None else replace(figure, part_of=figures[whole].id)
        result.append(_inherited(report.text, result, figure))
    return _summed(result)


def _summed(figures: list[Figure]) -> list[Figure]:
    """Counts that follow a total and add up to it exactly are its parts.

    "Six men were shot. One died, two were flown out, three others are stable": straight
    after it whatever was done, further on only where the same was done to them.
    Of two such totals the nearer is meant. A list that goes on beyond the sum is no sum.
    """
    result = list(figures)
    for i in reversed(range(len(result))):
        whole = result[i]
        if whole.part_of is not None or not _adds(whole) or (whole.high or 0) < 3:
            continue
        for first in range(i + 1, min(len(result), i + 7)):
            end = _run_of(result, whole, first, first == i + 1)
            if end is not None:
                for k in range(first, end):
                    result[k] = replace(result[k], part_of=whole.id)
                break
    return result


def _run_of(figures: list[Figure], whole: Figure, first: int, near: bool) -> int | None:
    """The index after the counts from `first` on that add up to the whole, None if none do."""
    total = 0.0
    for k in range(first, min(len(figures), first + 5)):
        one = figures[k]
        fits = one.part_of is None and one.unit == whole.unit and _adds(one)
        alike = near or (one.action == whole.action and whole.action is not None)
        if not fits or not alike or one.sentence.start - whole.sentence.end > 600:
            return None
        total += one.low or one.high or 0
        if total >= (whole.low or whole.high or 0):
            exact = total == (whole.low or whole.high) and k > first
            run = figures[first : k + 1]
            return k + 1 if exact and _one_deed(run, whole) and not _goes_on(figures, k) else None
    return None


def _one_deed(run: Sequence[Figure], whole: Figure) -> bool:
    """False where some had done to them what the whole had, and others something else."""
    same = {one.action == whole.action for one in run if one.action is not None}
    return whole.action is None or len(same) < 2


def _goes_on(figures: Sequence[Figure], k: int) -> bool:
    """True where the sentence of whole and parts lists one more such count."""
    after = figures[k + 1] if k + 1 < len(figures) else None
    return after is not None and after.sentence == figures[k].sentence and _adds(after)


def _adds(figure: Figure) -> bool:
    """A count of people that a sum can be made of."""
    return figure.kind == "count" and figure.unit == "person"


# "Ten were arrested, two of them wounded".
_BEFELL = re.compile(
    r"\sof (?:them|whom) (?:\w+ly )?(?:killed|wounded|injured|hurt|dead|missing|shot|drowned)\b"
)


def _inherited(text: str, done: list[Figure], figure: Figure) -> Figure:
    """A figure in a list, a part, or a conversion has the action of the one it goes with."""
    taken = _of_id(done, figure.part_of)
    if taken is not None and taken.sentence == figure.sentence:
        between = text[taken.end : figure.start]
        listed_on = done[-1].part_of == figure.part_of and goes_on(
            text[done[-1].end : figure.start]
        )
        after = text[figure.end : figure.end + 40]
        told = listed_on or named_part(between, after)
        if told and not (_BEFELL.match(after) and figure.action is not None):
            return replace(figure, action=taken.action)
    if done and figure.kind in {"measure", "change"} and done[-1].sentence == figure.sentence:
        between = text[done[-1].end : figure.start].rstrip("$€£ ")
        if between.endswith("(") and done[-1].kind in {"measure", "change"}:
            figure = replace(figure, kind=done[-1].kind)
    if (figure.action not in {None, "bring"}) or not done or done[-1].sentence != figure.sentence:
        return figure
    whole = _of_id(done, figure.part_of)
    between, after = text[done[-1].end : figure.start], text[figure.end : figure.sentence.end]
    if whole is None and re.search(r"\bbring\w* (?:the|its|their) [\w ]*total\b", between):
        whole = done[-1]
    if whole is None and (goes_on(between) or gapped(between, after)):
        whole = done[-1]
    if whole is None and text[done[-1].end : figure.start].rstrip().endswith("("):
        whole = done[-1]
    return figure if whole is None else replace(figure, action=whole.action)


def _of_id(done: Sequence[Figure], wanted: str | None) -> Figure | None:
    """The figure of that id: looked for backwards, since a whole stands close before."""
    return next((f for f in reversed(done) if f.id == wanted), None) if wanted else None


def _index(figures: Sequence[Figure], end: int, wanted: str | None) -> int | None:
    """Where the figure of that id stands among the first `end`."""
    if wanted is None:
        return None
    return next((j for j in range(end - 1, -1, -1) if figures[j].id == wanted), None)


def _whole(text: str, figures: Sequence[Figure], done: list[Figure], i: int) -> int | None:
    """The index of the figure that figure `i` is a part of, by the words around it."""
    figure = figures[i]
    if i + 1 < len(figures) and figures[i + 1].sentence == figure.sentence:
        nxt = figures[i + 1]
        if of_whole(text[figure.end : nxt.start]) and _comparable(figure, nxt):
            return i + 1
    after, noun = text[figure.end : figure.end + 80], of_the(text[figure.end : figure.end + 40])
    until = figure.sentence.end
    if i + 1 < len(figures) and figures[i + 1].sentence == figure.sentence:
        until = figures[i + 1].start
    since = figure.sentence.start
    if i and figures[i - 1].sentence == figure.sentence:
        since = figures[i - 1].end
    apart = among_the_dead(text[since:until])
    for k in range(i - 1, max(-1, i - 6), -1):
        other = figures[k]
        whole = _index(figures, i, done[k].part_of)
        if (
            whole is not None
            and k == i - 1
            and other.sentence == figure.sentence
            and _comparable(figure, figures[whole])
            and goes_on(text[other.end : figure.start])
        ):
            return whole
        if not _comparable(figure, other):
            continue
        same = other.sentence == figure.sentence
        between = text[other.end : figure.start]
        if same and includes(between, after):
            return k
        if same and of_so_many(text[other.sentence.start : other.start], between):
            return k
        if same and listed(between) and figure.thing == other.thing:
            return k
        again = figure.unit == "%" or _again(figure, other)
        if not same and again and of_them(after) and _near(figure, other):
            return k
        if (
            noun
            and noun.split()[0] in _DEAD
            and other.action in {"die", "kill"}
            and done[k].part_of is None
        ):
            return k
        if noun and other.head and any(w.startswith(other.head[:5]) for w in noun.split()):
            return k
        if not same and apart and done[k].part_of is None and _near(figure, other):
            return k
    return None


_DEAD = {"dead", "victims", "killed"}


def _again(figure: Figure, other: Figure) -> bool:
    """ "Eight were hurt. Five of them died": the same people told of again."""
    return figure.unit == "person" and figure.thing == other.thing and other.part_of is None


def _near(figure: Figure, other: Figure) -> bool:
    """Close enough for "among the dead" to mean the dead told before."""
    return figure.sentence.start - other.sentence.end < 400 and other.unit == "person"


def _comparable(part: Figure, whole: Figure) -> bool:
    if part.unit == "%":
        return whole.unit != "%"
    if part.unit != whole.unit:
        return False
    a, b = part.low or part.high or 0, whole.high or whole.low or 0
    return a <= b or whole.high is None
