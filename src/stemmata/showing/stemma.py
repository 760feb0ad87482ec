"""The stemma: from origins through those who quote them to the reports, left to right.

The drawing is layered in the manner of Sugiyama, Tagawa and Toda (1981): a
column for each step, each column ordered by the mean place of what leads to it,
and a slot kept free in every column that a link only passes through.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .index import UNRECORDED, Index, Sign
from .lineage import named
from .numerals import counted, listed

# Pixels of the drawing at its full width.
WIDTH, BOX, ROW, GAP = 980, 196, 34, 12
# What a reader can still follow in one drawing; the rest is named and listed.
MOST_ORIGINS, MOST_VIAS, MOST_REPORTS = 10, 10, 30
MOST_LINKS = 70
LONGEST_NAME = 26
LAYERS = ("origin", "via", "report", "copy")


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the drawing; `layer` is origin, via, report or copy."""

    key: str
    text: str
    full: str
    layer: str
    x: float
    y: float
    sign: Sign
    place: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A curve from one box to another, dashed where it is inferred, in its origin's colour."""

    path: str
    colour: str
    dashed: bool
    words: str


@dataclass(frozen=True, slots=True)
class Stemma:
    """The drawing, what it says aloud, and what it leaves to the list."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    width: int
    height: float
    words: str
    left_out: str


@dataclass(frozen=True, slots=True)
class _Line:
    tail: str
    head: str
    dashed: bool


def stemma(index: Index) -> Stemma | None:
    """The drawing of a case's links, or None where it has none."""
    lines = _lines(index)
    if not lines:
        return None
    columns, members, left_out = _chosen(index, lines)
    key_of = {i: key for key, ids in members.items() for i in ids}
    kept = {k for column in columns for k in column}
    drawn: dict[tuple[str, str], bool] = {}
    for line in lines:
        tail, head = key_of.get(line.tail, line.tail), key_of.get(line.head, line.head)
        if tail in kept and head in kept and tail != head:
            drawn[tail, head] = drawn.get((tail, head), True) and line.dashed
    return _drawing(index, columns, members, drawn, left_out)


def _lines(index: Index) -> list[_Line]:
    """One line for each pair of nodes, solid where at least one link of theirs is not inferred."""
    found: dict[tuple[str, str], bool] = {}
    for edge in index.case.edges:
        if named(index, edge.tail) and named(index, edge.head) and edge.tail != edge.head:
            key = edge.tail, edge.head
            found[key] = found.get(key, True) and edge.inferred
    return [_Line(tail, head, dashed) for (tail, head), dashed in found.items()]


def _layer(index: Index, node: str, copies: set[str]) -> int:
    if node.startswith("via:"):
        return 1
    if node in index.reports:
        return 3 if node in copies else 2
    return 0


def _chosen(
    index: Index, lines: Sequence[_Line]
) -> tuple[list[list[str]], dict[str, tuple[str, ...]], str]:
    """The four columns as far as they can be drawn, who is in each box, and what is left out."""
    # Shared words alone do not tell who copied: those reports stay in one column.
    copies = {
        e.head
        for e in lines
        if e.tail in index.reports and e.head in index.reports and not e.dashed
    }
    weight: dict[str, int] = defaultdict(int)
    for line in lines:
        weight[line.tail] += 1
        weight[line.head] += 1
    for origin in index.ranked:
        if origin.id in weight:
            weight[origin.id] += index.figures_of(origin)
    layers: list[list[str]] = [[], [], [], []]
    for node in sorted(weight, key=lambda n: (-weight[n], named(index, n) or "", n)):
        layers[_layer(index, node, copies)].append(node)
    origins = _origins(layers[0], lines)
    vias = _vias(layers[1], lines, set(origins), set(layers[0]))[:MOST_VIAS]
    boxes = _boxes(layers[2] + layers[3], lines, {*origins, *vias})
    kept = dict(sorted(boxes.items(), key=lambda b: -len(b[1]))[:MOST_REPORTS])
    hidden = len(layers[2] + layers[3]) - sum(len(ids) for ids in kept.values())
    columns = [
        origins,
        vias,
        [k for k, ids in kept.items() if ids[0] not in copies],
        [k for k, ids in kept.items() if ids[0] in copies],
    ]
    more = len(layers[0]) - len(origins), len(layers[1]) - len(vias), hidden
    return columns, kept, _left_out(*more)


def _origins(origins: Sequence[str], lines: Sequence[_Line]) -> list[str]:
    """The origins with the most figures, as many as their links leave legible."""
    links = Counter(line.tail for line in lines)
    kept: list[str] = []
    total = 0
    for origin in origins[:MOST_ORIGINS]:
        total += links[origin]
        if kept and total > MOST_LINKS:
            break
        kept.append(origin)
    return kept


def _vias(
    vias: Sequence[str], lines: Sequence[_Line], kept: set[str], origins: set[str]
) -> list[str]:
    """Those who quote a drawn origin, or no recorded one."""
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.tail in origins:
            behind[line.head].add(line.tail)
    return [v for v in vias if not behind[v] or behind[v] & kept]


def _boxes(
    reports: Sequence[str], lines: Sequence[_Line], drawn: set[str]
) -> dict[str, tuple[str, ...]]:
    """A box for each report; with many, one box for all that have the same links."""
    links: defaultdict[str, set[tuple[str, str, bool]]] = defaultdict(set)
    every = set(reports)
    for line in lines:
        if line.head in every and (line.tail in drawn or line.tail in every):
            links[line.head].add(("from", line.tail, line.dashed))
        if line.tail in every:
            links[line.tail].add(("to", line.head, line.dashed))
    linked = [r for r in reports if links[r]]
    if len(linked) <= MOST_REPORTS:
        return {r: (r,) for r in linked}
    same: defaultdict[frozenset[tuple[str, str, bool]], list[str]] = defaultdict(list)
    for report in linked:
        same[frozenset(links[report])].append(report)
    return {ids[0]: tuple(ids) for ids in same.values()}


def _left_out(origins: int, vias: int, reports: int) -> str:
    parts = [
        counted(n, noun, plural)
        for n, noun, plural in (
            (origins, "origin", None),
            (vias, "outlet or agency that quotes", "outlets or agencies that quote"),
            (reports, "report", None),
        )
        if n > 0
    ]
    return f"The drawing leaves out {listed(parts)}; the list below names all." if parts else ""


def _drawing(
    index: Index,
    columns: list[list[str]],
    members: dict[str, tuple[str, ...]],
    drawn: dict[tuple[str, str], bool],
    left_out: str,
) -> Stemma:
    filled = [n for n, column in enumerate(columns) if column]
    layers = [columns[n] for n in filled]
    level = {key: n for n, column in enumerate(layers) for key in column}
    routes, slots = _routes(drawn, level)
    for n, column in enumerate(layers):
        layers[n] = column + slots.get(n, [])
    places, height = _ordered(layers, routes)
    step = (WIDTH - BOX - 34) / max(len(layers) - 1, 1)
    x = {key: 2 + step * n for n, column in enumerate(layers) for key in column}
    nodes = tuple(
        _node(index, key, members, x[key], places[key], LAYERS[filled[n]])
        for n, column in enumerate(layers)
        for key in column
        if key in level
    )
    text = {node.key: node.full for node in nodes}
    links = tuple(
        Link(
            _path(route, x, places, set(level)),
            index.signs[route[0]].colour if route[0] in index.signs else "",
            drawn[route[0], route[-1]],
            f"{text[route[0]]} to {text[route[-1]]}",
        )
        for route in routes
    )
    return Stemma(nodes, links, WIDTH, height, _aloud(nodes, links), left_out)


def _routes(
    drawn: dict[tuple[str, str], bool], level: dict[str, int]
) -> tuple[list[list[str]], dict[int, list[str]]]:
    """Each link as the boxes and free slots that it runs through."""
    slots: defaultdict[int, list[str]] = defaultdict(list)
    routes = []
    for tail, head in drawn:
        between = []
        for n in range(level[tail] + 1, level[head]):
            slot = f"slot {n} {tail}"
            if slot not in slots[n]:
                slots[n].append(slot)
            between.append(slot)
        routes.append([tail, *between, head])
    return routes, slots


def _ordered(layers: list[list[str]], routes: list[list[str]]) -> tuple[dict[str, float], float]:
    """The height of each box: by the mean of what leads to it, evenly spaced, centred."""
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for route in routes:
        for tail, head in pairwise(route):
            parents[head].append(tail)
    height = max(len(column) for column in layers) * (ROW + GAP) + GAP
    places: dict[str, float] = {}
    for column in layers:
        means = {
            key: sum(known) / len(known)
            if (known := [places[p] for p in parents[key] if p in places])
            else height
            for key in column
        }
        if places:
            column.sort(key=lambda key: (means[key], key))
        space = height / len(column)
        for n, key in enumerate(column):
            places[key] = space * (n + 0.5)
    return places, height


def _node(
    index: Index,
    key: str,
    members: dict[str, tuple[str, ...]],
    x: float,
    y: float,
    layer: str,
) -> Node:
    names = [named(index, i) or "" for i in members.get(key, (key,))]
    text = names[0]
    if len(names) > 1:
        rest = f" and {len(names) - 1:,} more"
        text = _short(names[0], LONGEST_NAME - len(rest)) + rest
    sign = index.signs.get(key, UNRECORDED)
    place = index.places.get(f"report:{key}", "") if len(names) == 1 else ""
    most = LONGEST_NAME - 5 if layer == "origin" else LONGEST_NAME
    return Node(key, _short(text, most), listed(names), layer, x, y, sign, place)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _path(route: Sequence[str], x: dict[str, float], y: dict[str, float], boxes: set[str]) -> str:
    here = x[route[0]] + BOX, y[route[0]]
    path = f"M{here[0]:.1f} {here[1]:.1f}"
    for key in route[1:]:
        there = (x[key], y[key])
        if there[0] < here[0]:
            # In the same column, or back: an arc along the right-hand side.
            out = max(here[0], x[key] + BOX) + 30
            return path + _curve(here, out, (x[key] + BOX, there[1]))
        path += _curve(here, (here[0] + there[0]) / 2, there)
        here = there
        if key not in boxes:
            here = (x[key] + BOX, there[1])
            path += f"H{here[0]:.1f}"
    return path


def _curve(here: tuple[float, float], turn: float, there: tuple[float, float]) -> str:
    return f"C{turn:.1f} {here[1]:.1f} {turn:.1f} {there[1]:.1f} {there[0]:.1f} {there[1]:.1f}"


def _aloud(nodes: Sequence[Node], links: Sequence[Link]) -> str:
    layers = (("origin", "origin"), ("via", "quoted through"), ("report", "report"))
    said = [
        counted(n, word, word if layer == "via" else None)
        for layer, word in layers
        if (n := sum(1 for node in nodes if node.layer in (layer, "copy" * (layer == "report"))))
    ]
    dashed = sum(1 for link in links if link.dashed)
    return (
        f"A tree from left to right: {listed(said)}, {counted(len(links), 'link')}, "
        f"{dashed:,} of them inferred. The list below says the same in words."
    )
