"""The questions in the order a reader needs them: what differs first, then the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Figure, Quantity, Relation
from .drawings import Part, Scale, Strip, parts, scale_for, strip
from .index import Index, Sign
from .numerals import amount, counted, reach
from .quotes import Cell, Quote, cells, quote

# The graver first: it names the card and places it on the page.
GRAVITY = ("conflicts", "differs-in-scope", "updates", "rounds", "agrees", "part-of", "sum-of")
# Reasons that stand open for the gravest relation on a card and for each other
# one, and how many more lie folded below.
REASONS, REASONS_BELOW, REASONS_FOLDED = 3, 2, 20
# Cells shown before the rest is folded away.
OPEN_CELLS = 9


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of a pair, named shortly."""

    label: str
    reach: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two figures stand to each other as they do."""

    a: Side
    b: Side
    words: str
    method: str


@dataclass(frozen=True, slots=True)
class Bond:
    """All pairs of one relation on a card: the reasons, and how many pairs there are."""

    relation: str
    pairs: int
    reasons: tuple[Reason, ...]
    folded: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What was told on one day, and how much of the greatest number that is, of 100."""

    day: str
    best: str
    share: int
    behind: str


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity on a card: its drawing and what each outlet says."""

    question: str
    place: str
    link: str
    meta: tuple[str, ...]
    origins: tuple[tuple[Sign, str], ...]
    best: str
    spread: str
    method: str
    why_best: str
    together: str
    grade: str
    why_grade: str
    days: tuple[Day, ...]
    strip: Strip | None
    parts: tuple[Part, ...]
    cells: tuple[Cell, ...]
    folded: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One question, or two that a relation joins; the first bond names it."""

    rows: tuple[Row, ...]
    bonds: tuple[Bond, ...]

    @property
    def relation(self) -> str:
        """The gravest relation on the card; "" where there is none."""
        return self.bonds[0].relation if self.bonds else ""


@dataclass(frozen=True, slots=True)
class Single:
    """A question that one report alone answers."""

    question: str
    place: str
    quotes: tuple[Quote, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """All that one report alone tells."""

    label: str
    place: str
    singles: tuple[Single, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Every question of the case, by where the page shows it."""

    differ: tuple[Card, ...]
    moved: tuple[Card, ...]
    agree: tuple[Card, ...]
    apart: tuple[Card, ...]
    alone: tuple[Alone, ...]


def questions(index: Index) -> Questions:
    """All cards of the page, sorted."""
    single: list[Quantity] = []
    found: list[tuple[int, Card]] = [(n, card) for n, card in _joined(index)]
    for quantity in index.case.quantities:
        figures = index.known(quantity.figures)
        card = _card(index, quantity, figures)
        reports = {f.report for f in figures}
        if len(reports) < 2 and card.relation not in ("conflicts", "differs-in-scope"):
            single.append(quantity)
        else:
            found.append((len(reports), card))
    found.sort(key=lambda f: (_gravity(f[1].relation), -f[0]))
    cards = [card for _, card in found]
    return Questions(
        differ=tuple(c for c in cards if c.relation in ("conflicts", "differs-in-scope")),
        moved=tuple(c for c in cards if c.relation in ("updates", "rounds")),
        agree=tuple(c for c in cards if c.relation == "agrees"),
        apart=tuple(c for c in cards if c.relation in ("", "part-of", "sum-of")),
        alone=_alone(index, single),
    )


def _gravity(relation: str) -> int:
    return GRAVITY.index(relation) if relation in GRAVITY else len(GRAVITY)


def _card(index: Index, quantity: Quantity, figures: Sequence[Figure]) -> Card:
    row = _row(index, quantity, figures, index.places[f"quantity:{quantity.id}"], "")
    return Card((row,), _bonds(index, index.inside.get(quantity.id, ())))


def _joined(index: Index) -> Iterable[tuple[int, Card]]:
    """A card for each two quantities that a relation across quantities joins."""
    pairs: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in index.across:
        a, b = (_home(index, i) for i in (relation.a, relation.b))
        if relation.relation != "part-of" and a != b:
            # The pair stands in the order of its first relation: an update goes from a to b.
            pairs[(b, a) if (b, a) in pairs else (a, b)].append(relation)
    for (a, b), relations in pairs.items():
        touched = dict.fromkeys(i for r in relations for i in (r.a, r.b))
        figures = index.known(touched)
        scale = scale_for(figures)
        rows = tuple(_joined_row(index, key, figures, scale is not None) for key in (a, b))
        yield len({f.report for f in figures}), Card(rows, _bonds(index, relations))


def _home(index: Index, figure: str) -> str:
    quantity = index.quantity_of.get(figure)
    return quantity.id if quantity else f"figure:{figure}"


def _joined_row(index: Index, key: str, figures: Sequence[Figure], scaled: bool) -> Row:
    """One half of a joined card, drawn on the scale of both."""
    own = [f for f in figures if _home(index, f.id) == key]
    quantity = index.quantities.get(key)
    scale = scale_for(figures) if scaled else None
    if quantity is None:
        shown = cells(index, own)
        title = f"{reach(own[0])} {own[0].thing or ''}".strip()
        empty = ("", "", "", "", "", "", "")
        drawn = strip(index, own, None, scale)
        return Row(title, "", "", (), (), *empty, (), drawn, (), shown, ())
    return _row(index, quantity, own, "", index.places[f"quantity:{quantity.id}"], scale, figures)


def _row(
    index: Index,
    quantity: Quantity,
    figures: Sequence[Figure],
    place: str,
    link: str,
    scale: Scale | None = None,
    beside: Sequence[Figure] = (),
) -> Row:
    said = cells(index, figures)
    best, spread = _estimate(quantity, figures)
    estimate = None if link else quantity.estimate
    return Row(
        question=quantity.question,
        place=place,
        link=link,
        meta=_meta(index, quantity, figures),
        origins=tuple(
            (index.signs[i], index.origins[i].name) for i in quantity.origins if i in index.origins
        ),
        best=best,
        spread=spread,
        method=quantity.estimate.method,
        why_best=quantity.estimate.reason,
        together="; ".join(part for part in (quantity.method, quantity.reason) if part),
        grade=_grade(quantity),
        why_grade=quantity.grading.reason if quantity.grading else "",
        days=() if link else _days(quantity, figures),
        strip=strip(index, figures, estimate, scale) if len(figures) > 1 or link else None,
        parts=parts(index, figures, beside),
        cells=said[:OPEN_CELLS],
        folded=said[OPEN_CELLS:],
    )


def _grade(quantity: Quantity) -> str:
    return f"{quantity.grading.scheme}, {quantity.grading.grade}" if quantity.grading else ""


def _days(quantity: Quantity, figures: Sequence[Figure]) -> tuple[Day, ...]:
    """The series of a number that moved, each day with what stands behind it."""
    kind = figures[0].kind if figures else "count"
    known = [(p, p.best) for p in quantity.series if p.best is not None]
    if len({best for _, best in known}) < 2:
        return ()
    most = max((best for _, best in known), default=0.0)
    return tuple(
        Day(
            point.day,
            amount(best, kind, quantity.unit),
            round(100 * min(1.0, max(0.0, best / most))) if most > 0 else 0,
            f"{counted(point.figures, 'figure')}, "
            + (
                counted(point.independent_origins, "independent origin")
                if point.independent_origins
                else "no recorded origin"
            ),
        )
        for point, best in known
    )


def _meta(index: Index, quantity: Quantity, figures: Sequence[Figure]) -> tuple[str, ...]:
    reports = dict.fromkeys(f.report for f in figures)
    outlets = index.outlets(reports)
    unknown = len([i for i in quantity.unknown if i in index.figures])
    origins = quantity.independent_origins
    return tuple(
        part
        for part in (
            quantity.measure_type,
            counted(len(figures), "figure"),
            counted(len(reports), "report"),
            counted(outlets, "outlet") if outlets else "no outlet named",
            counted(origins, "independent origin") if origins else "",
            f"{unknown:,} with no recorded origin" if unknown else "",
        )
        if part
    )


def _estimate(quantity: Quantity, figures: Sequence[Figure]) -> tuple[str, str]:
    """The best value, and the span around it where there is one."""
    estimate = quantity.estimate
    kind = figures[0].kind if figures else "count"

    def said(value: float | None, absent: str) -> str:
        return absent if value is None else amount(value, kind, quantity.unit)

    best = said(estimate.best, "")
    if estimate.low == estimate.high == estimate.best:
        return best, ""
    low, high = said(estimate.low, "not bounded"), said(estimate.high, "not bounded")
    return best, f"low {low}, high {high}"


def _bonds(index: Index, relations: Iterable[Relation]) -> tuple[Bond, ...]:
    """The relations by kind, the gravest first, each with its first distinct reasons."""
    kinds: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        kinds[relation.relation].append(relation)
    found: list[Bond] = []
    for kind in sorted(kinds, key=_gravity):
        distinct = {r.reason: r for r in reversed(kinds[kind])}
        most = REASONS_BELOW if found else REASONS
        reasons = tuple(
            _reason(index, r)
            for r in [r for r in kinds[kind] if distinct[r.reason] is r][: most + REASONS_FOLDED]
        )
        found.append(Bond(kind, len(kinds[kind]), reasons[:most], reasons[most:]))
    return tuple(found)


def _reason(index: Index, relation: Relation) -> Reason:
    a, b = (_side(index, index.figures[i]) for i in (relation.a, relation.b))
    return Reason(a, b, relation.reason, relation.method)


def _side(index: Index, figure: Figure) -> Side:
    label = index.labels.get(figure.report, figure.report)
    return Side(label, reach(figure), index.anchors[figure.id])


def _alone(index: Index, quantities: Iterable[Quantity]) -> tuple[Alone, ...]:
    """What one report alone tells, by report, with figures that belong to no quantity."""
    by_report: defaultdict[str, list[Single]] = defaultdict(list)
    for quantity in quantities:
        figures = index.known(quantity.figures)
        if figures and figures[0].report in index.reports:
            place = index.places[f"quantity:{quantity.id}"]
            by_report[figures[0].report].append(_single(index, quantity.question, place, figures))
    for figure in index.case.figures:
        if figure.id not in index.quantity_of and figure.report in index.reports:
            by_report[figure.report].append(_single(index, "", "", [figure]))
    return tuple(
        Alone(index.labels[r.id], index.places[f"report:{r.id}"], tuple(by_report[r.id]))
        for r in index.case.reports
        if r.id in by_report
    )


def _single(index: Index, question: str, place: str, figures: Sequence[Figure]) -> Single:
    quotes = tuple(quote(index, f) for f in figures)
    return Single(question, place, quotes, parts(index, figures))
