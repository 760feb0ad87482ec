"""Short forms, offices and possessives, on invented reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.tracing import trace
from stemmata.tracing.offices import (
    full_body,
    holder,
    named_after,
    office,
    own_body,
    owner_of,
    without_clause,
)
from stemmata.tracing.speakers import cannot_speak
from tracing_parts import figure, reading, report


def origins_of_report(
    text: str, *sources: tuple[str, str], outlet: str | None = None
) -> list[tuple[str, int]]:
    """The origins of one report with a figure for each (number, source), and their figures."""
    where = report("r", text, outlet=outlet)
    figures = [
        figure(where, number, int(number), "people", source, organisation=None)
        for number, source in sources
    ]
    traced = trace([reading(where, *figures)])
    return sorted((o.name, len(o.figures)) for o in traced.origins)


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        (
            "Mayor: 41 gone\n\nMayor Una Selk said 42. The mayor's office said 43. "
            "The mayor said 44.",
            [("41", "Mayor"), ("42", "Una Selk"), ("43", "mayor's office"), ("44", "mayor")],
            1,
        ),
        (
            "Towns\n\nThe mayor of Orle said 41. The mayor of Besk said 42.",
            [("41", "mayor of Orle"), ("42", "mayor of Besk")],
            2,
        ),
        (
            "Storm\n\nThe governor of Besk said 41. The governor said 42.",
            [("41", "governor of Besk"), ("42", "governor")],
            1,
        ),
        (
            "Water\n\nThe Orle River Authority said 41. The river authority said 42. "
            "The authority's gates held 43.",
            [("41", "Orle River Authority"), ("42", "river authority"), ("43", "The authority's")],
            1,
        ),
        (
            "Water\n\nThe Orle Port Authority said 41. The Besk Water Authority said 42. "
            "The authority said 43.",
            [("41", "Orle Port Authority"), ("42", "Besk Water Authority"), ("43", "authority")],
            3,
        ),
        (
            "March\n\nOrle police said 41. Police said 42.",
            [("41", "Orle police"), ("42", "Police")],
            1,
        ),
        (
            "March\n\nOrganisers said 41. The organisers said 42. ORGANISERS: 43.",
            [("41", "Organisers"), ("42", "organisers"), ("43", "ORGANISERS")],
            1,
        ),
        (
            "Rescue\n\nColonel Ole Lund, who leads rescue for Orle's Fire Service, said 41. "
            "The Fire Service said 42.",
            [("41", "Ole Lund"), ("42", "Fire Service")],
            1,
        ),
        (
            "Clinic\n\nHelpers Without Borders (HWB) said 41. HWB said 42.",
            [("41", "Helpers Without Borders"), ("42", "HWB")],
            1,
        ),
        (
            "Homes\n\nThe Orle River Authority spoke. Its inspectors said 41. "
            "The Orle River Authority said 42.",
            [("41", "Its inspectors"), ("42", "Orle River Authority")],
            1,
        ),
        (
            "Count\n\nAnn Lind, the Orle County clerk, said 41. The county clerk's website had 42. "
            "The clerk's office said 43.",
            [("41", "Ann Lind"), ("42", "county clerk's website"), ("43", "clerk's office")],
            1,
        ),
        (
            "Count\n\nLind, the county clerk, said 41. The clerk's office said 42.",
            [("41", "Lind"), ("42", "clerk's office")],
            1,
        ),
        (
            "Deaths\n\nThe Orle County coroner said 41. The Besk County coroner said 42.",
            [("41", "Orle County coroner"), ("42", "Besk County coroner")],
            2,
        ),
        (
            "Robbery\n\nThe store clerk said 41. The county clerk said 42.",
            [("41", "store clerk"), ("42", "county clerk")],
            2,
        ),
        ("Homes\n\nIt rained. Its inspectors said 41.", [("41", "Its inspectors")], 0),
        (
            "March\n\nROADS CUT Opposition activists said 41. Opposition activists said 42.",
            [("41", "ROADS CUT Opposition activists"), ("42", "Opposition activists")],
            1,
        ),
        (
            "March\n\nThe Orle Local Committees (OLC) a network of activists said 41. "
            "The Orle Local Committees said 42.",
            [("41", "network of activists"), ("42", "Orle Local Committees")],
            1,
        ),
        (
            "Cables\n\nOrlex Telecom said 41. Orlex Telecom officials said 42.",
            [("41", "Orlex Telecom"), ("42", "Orlex Telecom officials")],
            1,
        ),
        (
            "Cables\n\nOrlex Telecom said 41. Besk officials said 42.",
            [("41", "Orlex Telecom"), ("42", "Besk officials")],
            2,
        ),
        (
            "Bombs\n\nThe pro-army website al-Orle News said 41. Al-Orle News said 42.",
            [("41", "pro-army website al-Orle News"), ("42", "Al-Orle News")],
            1,
        ),
        (
            "March\n\nThe opposition said 41. Opposition figure Una Selk said 42.",
            [("41", "The opposition"), ("42", "Una Selk")],
            1,
        ),
    ],
)
def test_origins_in_one_report(text: str, sources: list[tuple[str, str]], expected: int) -> None:
    found = origins_of_report(text, *sources)
    assert len(found) == expected
    assert not expected or sum(n for _, n in found) == len(sources)


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Rescue Service of Orle", True),
        ("Ministry of Ports", True),
        ("Orle Times", False),
        ("Orle News Service", False),
        ("Orle Press Agency", False),
        ("Orlepress", False),
        (None, False),
    ],
)
def test_own_body(outlet: str | None, expected: bool) -> None:
    assert own_body(outlet) is expected


def test_a_body_is_the_origin_of_its_own_report() -> None:
    text = "Report 3\n\nRESCUE SERVICE OF ORLE\nThe Rescue Service counts 41. The Service has 42."
    found = origins_of_report(
        text,
        ("41", "RESCUE SERVICE OF ORLE"),
        ("42", "Service"),
        outlet="Rescue Service of Orle",
    )
    assert [n for _, n in found] == [2]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Orle River Authority found 17 cracks in March", "the Orle River Authority"),
        ("the ministry has sent help", "the ministry"),
        ("a statement released by the ministry", "a statement released by the ministry"),
        ("United Nations", "United Nations"),
        ("a firefighter, who did not give a name", "a firefighter"),
        ("a monitoring group citing figures from clinics", "a monitoring group"),
    ],
)
def test_without_clause(name: str, expected: str) -> None:
    assert without_clause(name) == expected


def test_what_stands_for_whom() -> None:
    text = "The Orle Port Authority and Mayor Una Selk met the grid operator, Ampera, in May."
    assert full_body("the port authority", text) == "Orle Port Authority"
    assert full_body("Orle Port Authority", text) is None
    assert holder("mayor", text) == "Una Selk"
    assert holder("mayor", text + " Mayor Bo Tarn came.") is None
    assert named_after("grid operator", text) == "Ampera"
    assert owner_of("its head", text, 60) == "Orle Port Authority"
    assert owner_of("its head", text, 0) is None


@given(st.text(max_size=60))
def test_a_name_is_never_cut_to_nothing(name: str) -> None:
    assert name.startswith(without_clause(name))
    assert without_clause(name) or not name


OFFICES_OF_TWO_REPORTS = [
    ("Governor Una Selk said 42.", "Una Selk", "governor's office", 1),
    ("Sheriff Una Selk said 42.", "Una Selk", "local sheriff", 1),
    ("Governor Una Selk said 42. Governor Bo Tarn came.", "Una Selk", "governor's office", 2),
    ("Trader Una Selk said 42.", "Una Selk", "governor's office", 2),
    ("Sheriff Una Selk said 42.", "Una Selk", "Dorn County sheriff", 2),
    ("Sheriff Orle County said 42.", "Orle County", "local sheriff", 2),
]


@pytest.mark.parametrize(("text", "name", "office", "expected"), OFFICES_OF_TWO_REPORTS)
def test_an_office_without_a_name_is_that_of_the_one_holder_on_the_matter(
    text: str, name: str, office: str, expected: int
) -> None:
    one = report("a", f"Orle flood\n\nOrle and Besk are under water. {text}")
    two = report("b", f"Besk flood\n\nOrle and Besk are under water. The {office} said 41.")
    traced = trace(
        [
            reading(one, figure(one, "42", 42, "people", name)),
            reading(two, figure(two, "41", 41, "people", office)),
        ]
    )
    assert len(traced.origins) == expected


@pytest.mark.parametrize(("name", "can"), [("31 people", False), ("three people", True)])
def test_a_number_of_people_in_digits_cannot_speak(name: str, can: bool) -> None:
    assert cannot_speak(name) is not can


@pytest.mark.parametrize(
    ("phrase", "role", "owner"),
    [
        ("the mayor", "mayor", ""),
        ("Mayor of Orle", "mayor", "orle"),
        ("mayor of Orle", "mayor", "orle"),
        ("the Orle mayor's office", "mayor", "orle"),
        ("Orle County Clerk", "clerk", "orle county"),
        ("the county clerk's website", "clerk", ""),
        ("local town mayor", "mayor", ""),
        ("the sheriff of Besk County", "sheriff", "besk county"),
        ("City Hall", "mayor", ""),
    ],
)
def test_the_office_that_a_phrase_names(phrase: str, role: str, owner: str) -> None:
    assert office(phrase) == (role, owner)


@pytest.mark.parametrize("phrase", ["deputy mayor", "the minister", "a clerk's son", "Una Selk"])
def test_what_is_no_office(phrase: str) -> None:
    assert office(phrase) is None
