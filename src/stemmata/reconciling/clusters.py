"""Clustering of scored pairs: average linkage, with pairs that may never meet.

The two groups whose pairs score best on average are joined first, until no two
score above nothing (agglomerative clustering by average linkage; the scores
are log odds, so nothing is even odds). Groups that hold a pair that may never
meet are not joined.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def cluster(
    count: int,
    scores: Mapping[Pair, float],
    never: Iterable[Pair],
    always: Iterable[Pair],
    threshold: float = 0.0,
) -> list[list[int]]:
    """Groups of the items 0..count-1, each in order, the groups in order of their first.

    `scores` holds the pairs that were compared; pairs that were not say nothing.
    """
    piece = pieces(count, scores, always, threshold)
    state = _State(
        count,
        {(a, b): score for (a, b), score in scores.items() if piece[a] == piece[b]},
        ((a, b) for a, b in never if piece[a] == piece[b]),
    )
    for a, b in sorted(always):
        state.join(state.root(a), state.root(b), forced=True)
    members: dict[int, list[int]] = defaultdict(list)
    for item in state.links:
        members[piece[item]].append(item)
    for several in members.values():
        if len(several) > 1:
            _join_best(state, several, threshold)
    return state.groups()


def pieces(
    count: int, scores: Mapping[Pair, float], always: Iterable[Pair], threshold: float = 0.0
) -> list[int]:
    """For each item the piece it is in: no good pair leads from one piece to another.

    Groups of two pieces never score well on average, so each piece is clustered
    alone and the work stays in proportion to the items.
    """
    piece = list(range(count))

    def root(item: int) -> int:
        while piece[item] != item:
            piece[item] = piece[piece[item]]
            item = piece[item]
        return item

    for a, b in always:
        piece[root(a)] = root(b)
    for (a, b), score in scores.items():
        if score > threshold:
            piece[root(a)] = root(b)
    return [root(item) for item in range(count)]


def _join_best(state: _State, items: Iterable[int], threshold: float) -> None:
    """Join the groups of one piece, the best pair first, until none scores well."""
    heap = [
        (-state.mean(a, b), a, b, state.age[a], state.age[b])
        for a in items
        for b in state.links[a]
        if a < b and state.mean(a, b) > threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, age_a, age_b = heapq.heappop(heap)
        if state.age[a] != age_a or state.age[b] != age_b or not state.may_join(a, b):
            continue
        kept = state.join(a, b)
        for c in state.links[kept]:
            mean = state.mean(kept, c)
            if mean > threshold:
                low, high = (kept, c) if kept < c else (c, kept)
                heapq.heappush(heap, (-mean, low, high, state.age[low], state.age[high]))


def without_parts(groups: Iterable[list[int]], whole_of: Mapping[int, int]) -> list[list[int]]:
    """Groups in which no item stands with its whole: the part goes out, alone."""
    found: list[list[int]] = []
    for group in groups:
        members = set(group)
        out = [item for item in group if whole_of.get(item) in members - {item}]
        found.append([item for item in group if item not in out])
        found += [[item] for item in out]
    return sorted(group for group in found if group)


class _State:
    """Groups by their root, the sum and number of scores between them, and who may not meet."""

    def __init__(self, count: int, scores: Mapping[Pair, float], never: Iterable[Pair]) -> None:
        self.parent = list(range(count))
        self.age = [0] * count
        self.links: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        for (a, b), score in scores.items():
            self.links[a][b] = self.links[b][a] = (score, 1)
        for a, b in never:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def root(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def mean(self, a: int, b: int) -> float:
        total, number = self.links[a][b]
        return total / number

    def may_join(self, a: int, b: int) -> bool:
        return b not in self.apart[a]

    def join(self, a: int, b: int, *, forced: bool = False) -> int:
        """Join two roots; the one with more links stays. Returns it."""
        if a == b or (forced and not self.may_join(a, b)):
            return a
        if len(self.links[a]) + len(self.apart[a]) < len(self.links[b]) + len(self.apart[b]):
            a, b = b, a
        self.parent[b] = a
        self.age[a] += 1
        self.age[b] += 1
        for c, (total, number) in self.links.pop(b, {}).items():
            if c == a:
                continue
            old_total, old_number = self.links[a].get(c, (0.0, 0))
            self.links[a][c] = self.links[c][a] = (old_total + total, old_number + number)
            del self.links[c][b]
        self.links[a].pop(b, None)
        for c in self.apart.pop(b, set()):
            self.apart[c].discard(b)
            self.apart[c].add(a)
            self.apart[a].add(c)
        return a

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for item in range(len(self.parent)):
            found.setdefault(self.root(item), []).append(item)
        return sorted(found.values())
