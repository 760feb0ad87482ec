"""The answer that stands first: how many figures go back to how many origins."""

from __future__ import annotations

from collections import Counter

from .index import Index
from .numerals import counted, listed

# From this share on, what one origin gave is "all but" the rest.
NEARLY_ALL = 0.8
# Fewer recorded figures than these are no ground for an "all but".
ENOUGH = 5

_VERBS = {
    "agrees": ("agrees", "agree"),
    "rounds": ("rounds", "round"),
    "updates": ("updates", "update"),
    "conflicts": ("conflicts", "conflict"),
    "differs-in-scope": ("differs in scope", "differ in scope"),
}


def answer(index: Index) -> str:
    """The first line of the page, in words: figures, origins, and what is not recorded."""
    total = len(index.figures)
    if not index.reports:
        return "No report could be read."
    if not total:
        return f"{counted(len(index.reports), 'report')}, and no figure found in them."
    recorded = len([i for i in index.figures if i in index.origin_of])
    if not recorded:
        if total == 1:
            return "One figure was found, and no origin is recorded for it."
        return f"No origin is recorded for any of the {total:,} figures."
    top = index.figures_of(index.ranked[0])
    if top >= NEARLY_ALL * total:
        return _one_origin(top, total, index.ranked[0].name)
    if recorded >= ENOUGH and top >= NEARLY_ALL * recorded:
        return _one_recorded(top, recorded, total, index.ranked[0].name)
    return _several(recorded, total, index)


def _one_origin(top: int, total: int, name: str) -> str:
    if total == 1:
        return f"The one figure goes back to one origin: {name}."
    whole = f"All {total:,}" if top == total else f"All but {total - top:,} of {total:,}"
    return f"{whole} figures go back to one origin: {name}."


def _one_recorded(top: int, recorded: int, total: int, name: str) -> str:
    whole = "All" if top == recorded else f"All but {recorded - top:,} of the"
    return (
        f"{whole} {recorded:,} figures with a recorded origin go back to one: {name}. "
        f"For the other {total - recorded:,} of {total:,} no origin is recorded."
    )


def _several(recorded: int, total: int, index: Index) -> str:
    origins = len(index.ranked)
    behind = (
        f"one origin: {index.ranked[0].name}"
        if origins == 1
        else f"{origins:,} independent origins"
    )
    if recorded == total:
        return f"All {total:,} figures go back to {behind}."
    goes = "figures goes" if recorded == 1 else "figures go"
    return (
        f"{recorded:,} of {total:,} {goes} back to {behind}; "
        f"for {total - recorded:,} no origin is recorded."
    )


def setting(index: Index) -> str:
    """The line above the answer: how many reports, by how many outlets."""
    reports = counted(len(index.reports), "report")
    outlets = index.outlets(index.reports)
    unnamed = sum(1 for r in index.reports.values() if not r.outlet)
    line = f"{reports} by {counted(outlets, 'outlet')}" if outlets else reports
    return f"{line}, {unnamed:,} with no outlet named" if unnamed and outlets else line


def remainder(index: Index) -> str:
    """Where the figures come from that do not go back to the first origin; may be empty."""
    total = len(index.figures)
    if not index.ranked:
        return ""
    top = index.figures_of(index.ranked[0])
    recorded = len([i for i in index.figures if i in index.origin_of])
    if top < NEARLY_ALL * total:
        if len(index.ranked) < 2 or top >= NEARLY_ALL * recorded:
            return ""
        return f"The largest, {index.ranked[0].name}, gave {top:,}."
    rest = []
    if recorded > top:
        others = counted(len(index.ranked) - 1, "other origin")
        go = "goes" if recorded - top == 1 else "go"
        rest.append(f"{recorded - top:,} {go} back to {others}")
    if total > recorded:
        rest.append(f"for {total - recorded:,} no origin is recorded")
    return f"Of the rest, {listed(rest)}." if rest else ""


def comparison(index: Index) -> str:
    """How many pairs of figures from different reports agree, round, update, conflict, differ."""
    shared = sum(1 for q in index.quantities.values() if len(set(q.reports)) > 1)
    opening = (
        f"{_the(len(index.figures))} answer"
        f"{'s' if len(index.figures) == 1 else ''} "
        f"{counted(len(index.quantities), 'question')}; "
        f"{shared:,} of these {'is' if shared == 1 else 'are'} answered by more than one report."
    )
    pairs = compared(index)
    if not pairs:
        return f"{opening} No two figures from different reports could be set against each other."
    said = [
        f"{pairs[kind]:,} {verbs[pairs[kind] != 1]}" if pairs[kind] else f"none {verbs[1]}"
        for kind, verbs in _VERBS.items()
        if pairs[kind] or kind == "conflicts"
    ]
    total = counted(pairs.total(), "pair")
    were = "was" if pairs.total() == 1 else "were"
    return f"{opening} {total} of figures from different reports {were} compared: {listed(said)}."


def _the(figures: int) -> str:
    return "The one figure" if figures == 1 else f"The {figures:,} figures"


def compared(index: Index) -> Counter[str]:
    """Pairs of figures from different reports by their relation; parts of wholes are no such."""
    found: dict[tuple[str, str], str] = {}
    for relation in index.case.relations:
        a, b = index.figures.get(relation.a), index.figures.get(relation.b)
        if a and b and a.report != b.report and relation.relation in _VERBS:
            found[min(a.id, b.id), max(a.id, b.id)] = relation.relation
    return Counter(found.values())
