"""The stemma told as lists: each origin, what leads from it to the reports, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ..model import Edge
from .index import Index, Sign


def named(index: Index, node: str) -> str | None:
    """What a node is called; None for one that the case does not hold."""
    if node.startswith("via:"):
        return node[4:]
    origin = index.origins.get(node)
    return origin.name if origin else index.labels.get(node)


@dataclass(frozen=True, slots=True)
class Branch:
    """One link as the list tells it, or several with one reason, with what goes on from its end.

    `ends` are the names and places of those it leads to.
    """

    ends: tuple[tuple[str, str], ...]
    kind: str
    inferred: bool
    reasons: tuple[str, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """All that goes out from one origin (or from one report that no origin leads to)."""

    name: str
    sign: Sign | None
    figures: int
    spellings: tuple[str, ...]
    reason: str
    branches: tuple[Branch, ...]


def trees(index: Index) -> tuple[Tree, ...]:
    """The stemma as lists, one for each origin, every link with its reason.

    Links that no origin's list shows follow, by where they start.
    """
    below: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in index.case.edges:
        if named(index, edge.head) and named(index, edge.tail) and edge.tail != edge.head:
            below[edge.tail].append(edge)
    told: set[Edge] = set()
    first = {o.id: o for o in index.ranked}
    ranked = [*index.ranked, *(o for o in index.case.origins if o.id not in first)]
    found = [
        Tree(
            origin.name,
            index.signs[origin.id],
            index.figures_of(origin),
            tuple(s for s in dict.fromkeys(origin.spellings) if s != origin.name),
            origin.reason,
            _branches(index, below, origin.id, frozenset(origin.reports), told),
        )
        for origin in ranked
    ]
    for tail, edges in below.items():
        rest = _grouped(index, [e for e in edges if e not in told], {})
        if rest:
            found.append(Tree(named(index, tail) or tail, None, 0, (), "", rest))
    return tuple(found)


def _branches(
    index: Index,
    below: dict[str, list[Edge]],
    node: str,
    reports: frozenset[str],
    told: set[Edge],
) -> tuple[Branch, ...]:
    """What an origin leads to: the reports that have figures or words of it, straight or through.

    `told` gathers the links that were shown.
    """
    shown: list[Edge] = []
    onward: dict[str, tuple[Branch, ...]] = {}
    for edge in below.get(node, ()):
        if edge.head in index.reports:
            if reports and edge.head not in reports:
                continue
        elif not edge.head.startswith("via:") or node.startswith("via:"):
            continue
        elif edge.head not in onward:
            onward[edge.head] = _branches(index, below, edge.head, reports, told)
        shown.append(edge)
        told.add(edge)
    return _grouped(index, shown, onward)


def _by_names(index: Index, edge: Edge) -> str:
    """The reason of a link with its reports as the page calls them, not by their ids."""
    told = edge.reason
    for end in (edge.tail, edge.head):
        if end in index.reports and (name := named(index, end)):
            told = name.join(re.split(rf"(?<![\w-]){re.escape(end)}(?![\w-])", told))
    return told


def _grouped(
    index: Index, edges: list[Edge], onward: dict[str, tuple[Branch, ...]]
) -> tuple[Branch, ...]:
    """One branch for each end, and one for all ends that have the very same reasons."""
    links: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        links[edge.kind, edge.head].append(edge)
    alike: defaultdict[tuple[str, bool, tuple[str, ...], str], list[str]] = defaultdict(list)
    for (kind, head), same in links.items():
        reasons = tuple(dict.fromkeys(_by_names(index, e) for e in same if e.reason))
        alone = head if onward.get(head) else ""
        alike[kind, all(e.inferred for e in same), reasons, alone].append(head)
    return tuple(
        Branch(
            tuple((named(index, h) or h, index.places.get(f"report:{h}", "")) for h in heads),
            kind,
            inferred,
            reasons,
            onward.get(heads[0], ()),
        )
        for (kind, inferred, reasons, _), heads in alike.items()
    )
