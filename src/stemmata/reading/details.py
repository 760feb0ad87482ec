"""What follows from a figure's words: dates, classes, places on the map, a policy's bounds.

Nothing here is read out of the report anew; each detail says from which words
it follows, and is worked out when it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from stemmata.model import Figure, Report
from stemmata.reading.english.dates import When, resolve
from stemmata.reading.english.ontology import action_class, people_class
from stemmata.reading.gazetteer import Gazetteer
from stemmata.reading.geocoding import Candidate, candidates
from stemmata.reading.policies import Policy


@dataclass(frozen=True, slots=True)
class Detail:
    """The details of one figure; `places` holds several candidates where one can't be chosen.

    `measure_type` is that of the figure's quantity, None where it is not known.
    """

    figure: str
    report: str
    measure_type: str | None
    when: When
    action_class: str | None
    people_class: str | None
    places: tuple[Candidate, ...]
    policy: str
    low: float | None
    high: float | None


def details(
    figures: Iterable[Figure],
    reports: Iterable[Report],
    measures: Mapping[str, str],
    gazetteer: Gazetteer,
    policy: Policy,
) -> Iterator[Detail]:
    """The details of each figure, in order.

    `measures` tells the measure type of a figure's quantity by the figure's id;
    where a report's day of publication is unknown, relative periods are too.
    """
    figures = tuple(figures)
    days = {r.id: day_of(r.published) for r in reports}
    named: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        if figure.place:
            named[figure.report].append(figure.place)
    known: dict[tuple[str, str], tuple[Candidate, ...]] = {}
    for figure in figures:
        key = (figure.report, figure.place or "")
        if key not in known:
            known[key] = candidates(key[1], gazetteer, named[figure.report]) if key[1] else ()
        low, high = policy.bounds(figure)
        yield Detail(
            figure.id,
            figure.report,
            measures.get(figure.id),
            resolve(figure.period, days.get(figure.report), measure=measures.get(figure.id, "")),
            action_class(figure.action),
            people_class(figure.thing) if figure.unit == "person" else None,
            known[key],
            policy.name,
            low,
            high,
        )


def as_row(one: Detail) -> dict[str, Any]:
    """A detail as a row of plain values, dates in ISO form."""
    when = one.when
    dates = {"start_date": when.start, "end_date": when.end, "as_of": when.as_of}
    return {
        "figure": one.figure,
        "report": one.report,
        "measure_type": one.measure_type,
        **{name: day.isoformat() if day else None for name, day in dates.items()},
        "date_precision": when.precision,
        "date_reason": when.reason,
        "action_class": one.action_class,
        "people_class": one.people_class,
        "policy": one.policy,
        "policy_low": one.low,
        "policy_high": one.high,
        "places": [asdict(place) for place in one.places],
    }


def day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
