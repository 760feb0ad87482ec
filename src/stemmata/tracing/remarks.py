"""Which figures of several reports are one remark: the same words of one source on their way.

Two figures are one remark where they have one origin, kind and unit, stand in
reports of nearly the same day, have one number or one that rounds the other,
and their sentences keep words in common. A figure whose lineage is not recorded
goes along where it has a precise number exactly and answers the same question.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from stemmata.model import Figure, Span
from stemmata.tracing.likeness import content, digits, precise, sentence_of, vague, value
from stemmata.tracing.reuse import ALL_PAIRS, NEIGHBOURS
from stemmata.tracing.speakers import kind_of
from stemmata.tracing.spellings import same_person

# How many days apart two reports may print one remark.
DAYS = 3
# Content words that two sentences must share: for a number that chance repeats, and else.
FEW_WORDS, MORE_WORDS = 2, 4
# How far a rounder number may lie from the number that it rounds, as a share of it.
ROUNDED_BY = 0.12
# From here on a round number is taken for a rounding even without "about".
LARGE = 1000


def number_of(figure: Figure) -> float | None:
    """The number that a figure's words name, whatever bounds it."""
    return figure.low if figure.low is not None else figure.high


def rounded(rough: Figure, fine: Figure) -> bool:
    """True where the first number is the second with fewer digits, up or down."""
    a, b = number_of(rough), number_of(fine)
    if not a or not b or digits(rough) >= digits(fine) or digits(fine) < 2:
        return False
    if rough.modifier in {"more than", "at least"} and a > b:
        return False
    if rough.modifier in {"less than", "up to", "nearly"} and a < b:
        return False
    # A small number said flatly is another count, and no rounder word for the first.
    flat = rough.modifier == "exact" and abs(b) < LARGE
    return abs(a - b) <= ROUNDED_BY * abs(b) and abs(b) > 12 and not flat


def _keys(figure: Figure) -> Iterable[tuple[int, int]]:
    """The numbers of one digit that a number may be rounded to."""
    number = number_of(figure)
    if number is None or vague(figure) or not number:
        return
    power = math.floor(math.log10(abs(number)))
    lead = abs(number) / 10**power
    for digit in {math.floor(lead), math.ceil(lead)}:
        yield (power, digit) if digit < 10 else (power + 1, 1)


def near_in_time(a: str | None, b: str | None) -> bool:
    """True for two dates at most a few days apart, or where one is not known."""
    if not a or not b:
        return True
    try:
        one, other = date.fromisoformat(a[:10]), date.fromisoformat(b[:10])
    except ValueError:
        return True
    return abs((one - other).days) <= DAYS


def remarks(
    figures: Sequence[Figure],
    texts: Mapping[str, str],
    published: Mapping[str, str | None],
    origin_of: Mapping[str, str],
    quantity_of: Mapping[str, str],
) -> list[list[Figure]]:
    """Figures that are one remark, each set in order of its reports and places."""
    words = {f.id: _words(f, texts[f.report]) for f in figures}
    blocks: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        origin, quantity = origin_of.get(figure.id), quantity_of.get(figure.id)
        for key in _keys(figure):
            if origin:
                blocks[origin, figure.kind, figure.unit, key].append(figure)
        if quantity and precise(figure):
            blocks[quantity, value(figure)].append(figure)
    pairs: set[tuple[int, str, str]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda f: (published[f.report] or "", f.report, f.start))
        reach = len(ordered) if len(ordered) <= ALL_PAIRS else NEIGHBOURS
        for i, one in enumerate(ordered):
            for other in ordered[i + 1 : i + 1 + reach]:
                if _one_remark(one, other, words, published, origin_of, quantity_of):
                    a, b = sorted((one.id, other.id))
                    pairs.add((-len(words[a] & words[b]), a, b))
    parent = _joined(figures, sorted(pairs))
    sets: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.report, f.start)):
        sets[_root(parent, figure.id)].append(figure)
    return [
        found
        for _, found in sorted(sets.items())
        if len({f.report for f in found}) > 1 and any(precise(f) for f in found)
    ]


def _joined(figures: Sequence[Figure], pairs: Iterable[tuple[int, str, str]]) -> dict[str, str]:
    """The pairs as sets, those with most words in common first."""
    parent = {f.id: f.id for f in figures}
    speakers = {f.id: _people(f) for f in figures}
    for _, one, other in pairs:
        a, b = sorted((_root(parent, one), _root(parent, other)))
        # Two people who speak for one body make two remarks.
        if a != b and all(same_person(x, y) for x in speakers[a] for y in speakers[b]):
            parent[b] = a
            speakers[a] |= speakers[b]
    return parent


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _words(figure: Figure, text: str) -> frozenset[str]:
    span: Span = sentence_of(figure, text)
    return content(text[span.start : span.end])


def _one_remark(
    a: Figure,
    b: Figure,
    words: Mapping[str, frozenset[str]],
    published: Mapping[str, str | None],
    origin_of: Mapping[str, str],
    quantity_of: Mapping[str, str],
) -> bool:
    same = value(a) is not None and value(a) == value(b)
    if not (same or rounded(a, b) or rounded(b, a)):
        return False
    if not near_in_time(published[a.report], published[b.report]):
        return False
    one_question = quantity_of.get(a.id) is not None and (
        quantity_of.get(a.id) == quantity_of.get(b.id)
    )
    if not one_question and a.kind != "share":
        return False
    recorded = origin_of.get(a.id) == origin_of.get(b.id)
    if not recorded and not (same and precise(a)):
        return False
    sure = recorded and precise(a) and precise(b)
    need = FEW_WORDS if sure else MORE_WORDS
    if recorded and one_question and min(number_of(a) or 0, number_of(b) or 0) >= LARGE:
        need = 0
    return len(words[a.id] & words[b.id]) >= need


def _people(figure: Figure) -> set[str]:
    """The person who gave a figure, where its source is one."""
    source = figure.source or ""
    return {source} if source and kind_of(source) == "person" else set()
