"""The stemma told as lists: each origin, what leads from it to the reports, and why."""

from __future__ import annotations

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
    """One link as the list tells it, with what goes on from its end."""

    name: str
    kind: str
    inferred: bool
    reason: str
    place: str
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
        if named(index, edge.head) and named(index, edge.tail):
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
        rest = tuple(_branch(index, e, ()) for e in edges if e not in told)
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
    found = []
    for edge in below.get(node, ()):
        if edge.head in index.reports:
            if reports and edge.head not in reports:
                continue
            found.append(_branch(index, edge, ()))
        elif edge.head.startswith("via:") and not node.startswith("via:"):
            found.append(_branch(index, edge, _branches(index, below, edge.head, reports, told)))
        else:
            continue
        told.add(edge)
    return tuple(found)


def _branch(index: Index, edge: Edge, onward: tuple[Branch, ...]) -> Branch:
    name = named(index, edge.head) or edge.head
    place = index.places.get(f"report:{edge.head}", "")
    return Branch(name, edge.kind, edge.inferred, edge.reason, place, onward)
