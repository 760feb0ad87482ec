"""A case made ready to be looked things up in: by id, by quantity, by origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..model import Case, Figure, Origin, Quantity, Relation, Report, Statement

# Hues that stay apart for the common forms of colour blindness, each dark
# enough for white letters on it (4.5 : 1); the letters carry the meaning alone.
COLOURS = 7


class Sign(NamedTuple):
    """How an origin is marked in every drawing: a letter and a colour's name."""

    letter: str
    colour: str


UNRECORDED = Sign("?", "none")
SEVERAL = Sign("", "more")


@dataclass(frozen=True, slots=True)
class Index:
    """The records of a case by id, and what belongs to what.

    `signs` and `ranked` go by the number of figures of an origin, most first.
    `anchors` and `places` are the page's own fragment names, safe in any id:
    those of figures and those of reports and quantities. `scoped` are the
    figures that a differs-in-scope relation touches.
    """

    case: Case
    reports: dict[str, Report]
    figures: dict[str, Figure]
    statements: dict[str, Statement]
    quantities: dict[str, Quantity]
    quantity_of: dict[str, Quantity]
    origins: dict[str, Origin]
    origin_of: dict[str, Origin]
    ranked: tuple[Origin, ...]
    signs: dict[str, Sign]
    labels: dict[str, str]
    anchors: dict[str, str]
    places: dict[str, str]
    inside: dict[str, tuple[Relation, ...]]
    across: tuple[Relation, ...]
    scoped: frozenset[str]

    def sign(self, figure: Figure) -> Sign:
        """The mark of the origin that a figure goes back to."""
        origin = self.origin_of.get(figure.id)
        return self.signs[origin.id] if origin else UNRECORDED

    def known(self, ids: Iterable[str]) -> list[Figure]:
        """The figures of these ids, in their order; an id that the case lacks is passed over."""
        return [self.figures[i] for i in ids if i in self.figures]

    def figures_of(self, origin: Origin) -> int:
        """How many figures of the case go back to this origin."""
        return len(self.known(dict.fromkeys(origin.figures)))

    def outlets(self, reports: Iterable[str]) -> int:
        """How many outlets these reports name."""
        return len({r.outlet for i in reports if (r := self.reports.get(i)) and r.outlet})


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    head, last = divmod(number, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def index(case: Case) -> Index:
    """Look-up tables over a case, without records that point to nothing in it."""
    case = _grounded(case)
    figures = {f.id: f for f in case.figures}
    ranked = tuple(
        sorted(
            (o for o in case.origins if any(i in figures for i in o.figures)),
            key=lambda o: (-len({i for i in o.figures if i in figures}), o.name, o.id),
        )
    )
    inside, across = _sorted_relations(case, figures)
    return Index(
        case=case,
        reports={r.id: r for r in case.reports},
        figures=figures,
        statements={s.id: s for s in case.statements},
        quantities={q.id: q for q in case.quantities},
        quantity_of={i: q for q in case.quantities for i in q.figures},
        origins={o.id: o for o in case.origins},
        origin_of={i: o for o in reversed(ranked) for i in o.figures},
        ranked=ranked,
        signs=_signs(ranked, case.origins),
        labels=_labels(case.reports),
        anchors={f.id: f"figure-{n}" for n, f in enumerate(case.figures, 1)},
        places=_places(case),
        inside=inside,
        across=across,
        scoped=frozenset(
            i for r in case.relations if r.relation == "differs-in-scope" for i in (r.a, r.b)
        ),
    )


def _grounded(case: Case) -> Case:
    """The case with figures that stand in one of its reports, and quantities with such figures."""
    lengths = {r.id: len(r.text) for r in case.reports}
    figures = tuple(f for f in case.figures if 0 <= f.start < f.end <= lengths.get(f.report, -1))
    known = {f.id for f in figures}
    quantities = tuple(q for q in case.quantities if not known.isdisjoint(q.figures))
    return replace(case, figures=figures, quantities=quantities)


def _signs(ranked: tuple[Origin, ...], origins: tuple[Origin, ...]) -> dict[str, Sign]:
    placed = {o.id for o in ranked}
    order = [*ranked, *(o for o in origins if o.id not in placed)]
    return {
        o.id: Sign(letter(n), f"c{n + 1}" if n < COLOURS else "more") for n, o in enumerate(order)
    }


def _labels(reports: tuple[Report, ...]) -> dict[str, str]:
    """What a report is called: its outlet, and its id where the outlet alone is not one.

    "Report" is the page's word for one that names no outlet.
    """
    names = Counter(r.outlet for r in reports)
    return {
        r.id: f"Report {r.id}"
        if not r.outlet
        else r.outlet
        if names[r.outlet] == 1
        else f"{r.outlet} ({r.published or r.id})"
        for r in reports
    }


def _places(case: Case) -> dict[str, str]:
    places = {f"report:{r.id}": f"report-{n}" for n, r in enumerate(case.reports, 1)}
    places.update({f"quantity:{q.id}": f"quantity-{n}" for n, q in enumerate(case.quantities, 1)})
    return places


def _sorted_relations(
    case: Case, figures: dict[str, Figure]
) -> tuple[dict[str, tuple[Relation, ...]], tuple[Relation, ...]]:
    inside: defaultdict[str, list[Relation]] = defaultdict(list)
    across: list[Relation] = []
    for relation in case.relations:
        if relation.a not in figures or relation.b not in figures:
            continue
        if relation.quantity is None:
            across.append(relation)
        else:
            inside[relation.quantity].append(relation)
    return {q: tuple(found) for q, found in inside.items()}, tuple(across)
