"""Public services and firms under their many names, on invented reports."""

from __future__ import annotations

import pytest

from stemmata.tracing import trace
from stemmata.tracing.services import Agency, agency
from stemmata.tracing.unnamed import party_outlet
from tracing_parts import figure, reading, report


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Orle County Sheriff's Office", Agency("sheriff", "orle")),
        ("deputies", Agency("sheriff", "")),
        ("Orle Police Department", Agency("police", "orle")),
        ("police", Agency("police", "")),
        ("Besk State Highway Patrol", Agency("patrol", "besk")),
        ("coastguards", Agency("coast guard", "")),
        ("Orle Fire", Agency("fire", "orle")),
        ("authorities", Agency("any", "")),
        ("Homicide Investigators", Agency("any", "")),
        ("UN investigators", None),
        ("accident investigators", None),
        ("the river authority", None),
        ("Ann Vell", None),
    ],
)
def test_agency(name: str, expected: Agency | None) -> None:
    assert agency(name) == expected


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        (("Orle County Sheriff's Office", "deputies", "authorities"), 1),
        (("Orle Police Department", "Orle police", "police"), 1),
        (("Orle Police Department", "Besk Police Department", "police"), 3),
        (("Orle Police Department", "Orle Fire"), 2),
        (("coast guard", "coastguards"), 1),
        (("Orlex Paper NV", "Orlex"), 1),
    ],
)
def test_origins_of_one_report(sources: tuple[str, ...], count: int) -> None:
    text = "Orle\n\n" + " ".join(f"{s} told of {41 + i} gone." for i, s in enumerate(sources))
    where = report("r", text)
    figures = [
        figure(where, str(41 + i), 41 + i, "people", s, organisation=None)
        for i, s in enumerate(sources)
    ]
    assert len(trace([reading(where, *figures)]).origins) == count


def test_the_police_of_a_report_are_the_force_that_another_names() -> None:
    told = [("police", "a senior police officer"), ("Orle Police Department",)]
    readings = []
    for i, sources in enumerate(told):
        text = "Orle\n\nIn Orle the Besk burned. " + " ".join(
            f"{s} told of {41 + n} gone." for n, s in enumerate(sources)
        )
        where = report(f"r{i}", text)
        figures = [figure(where, str(41 + n), 41 + n, "people", s) for n, s in enumerate(sources)]
        readings.append(reading(where, *figures))
    assert len(trace(readings).origins) == 1


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Tarn agency", "The rebel-run Tarn agency said six died.", True),
        ("Tarn agency", "The Tarn agency said six died.", False),
    ],
)
def test_party_outlet(name: str, text: str, expected: bool) -> None:
    assert party_outlet(name, text) is expected
