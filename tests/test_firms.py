"""Firms, ministers and commanders under descriptions, on invented reports."""

from __future__ import annotations

import pytest

from stemmata.tracing import trace
from stemmata.tracing.firms import firms_named
from stemmata.tracing.organisations import short_form
from stemmata.tracing.origins import best_name
from stemmata.tracing.roles import role_body
from stemmata.tracing.speakers import Speaker
from tracing_parts import figure, reading, report


def origins(*told: tuple[str, str]) -> list[tuple[str, ...]]:
    """The spellings of each origin of reports that say "41" on the word of a source each."""
    readings = []
    for i, (text, source) in enumerate(told):
        where = report(f"r{i}", text)
        readings.append(reading(where, figure(where, "41", 41, "posts", source, unit="item")))
    return sorted(o.spellings for o in trace(readings).origins)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varnholt AG will shut a mill.", ("Varnholt",)),
        ("Tyre maker Varnholt will shut a mill.", ("Varnholt",)),
        ("Varnholt, a small Orle lender, fell.", ("Varnholt",)),
        ("Varnholt chief executive Una Selk spoke.", ("Varnholt",)),
        ("The chief executive Una Selk of Varnholt spoke.", ("Varnholt",)),
        ("The ship's manager, Orle-based Varnholt, confirmed it.", ("Varnholt",)),
        ("The ferry's owners, Varnholt Lines, confirmed it.", ("Varnholt Lines",)),
        ("Analysts had thought that Varnholt's shares would rise.", ("Varnholt",)),
        ("Varnholt said that 41 had come.", ()),
        ("In Orle, the company said, 41 had come.", ()),
        ("The company said on Monday that it had grown.", ()),
        ("The Orle Police Department's employees marched.", ()),
    ],
)
def test_a_firm_is_told_by_what_stands_beside_its_name(
    text: str, expected: tuple[str, ...]
) -> None:
    assert firms_named(text) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            [
                ("Mill\n\nTyre maker Varnholt will cut 41 in Orle, Varnholt said.", "Varnholt"),
                ("Mill\n\nVarnholt will cut 41 in Orle, the company said.", "company"),
                ("Mill\n\nVarnholt cuts 41 in Orle, chief executive Una Selk said.", "Una Selk"),
                ("Mill\n\nVarnholt will cut 41 in Orle, management said.", "management"),
            ],
            1,
        ),
        (
            [
                ("Mill\n\nTyre maker Varnholt will cut 41 in Orle, Varnholt said.", "Varnholt"),
                (
                    "Mill\n\nTyre maker Varnholt and lender Besk of Orle cut 41, the company said.",
                    "company",
                ),
            ],
            2,
        ),
        (
            [
                ("Mill\n\nTyre maker Varnholt will cut 41 in Orle, Varnholt said.", "Varnholt"),
                ("Mill\n\nVarnholt will cut 41 in Orle, the bank said.", "bank"),
            ],
            2,
        ),
        (
            [
                ("Mill\n\nTyre maker Varnholt will cut 41 in Orle, Varnholt said.", "Varnholt"),
                ("Mill\n\nVarnholt cuts 41 in Orle, union leader Una Selk said.", "Una Selk"),
            ],
            2,
        ),
        (
            [
                ("Boat\n\nTransport Minister Una Selk of Orle in Besk said 41.", "Una Selk"),
                ("Boat\n\nThe minister of Orle in Besk said 41.", "minister"),
                ("Boat\n\nThe transport ministry of Orle in Besk said 41.", "transport ministry"),
            ],
            1,
        ),
        (
            [
                ("Boat\n\nTransport Minister Una Selk of Orle in Besk said 41.", "Una Selk"),
                ("Boat\n\nThe finance ministry of Orle in Besk said 41.", "finance ministry"),
                ("Boat\n\nThe minister in Orle, Besk, said 41.", "minister"),
            ],
            3,
        ),
        (
            [
                ("Boat\n\nHarbour Guard Commander Una Selk said 41 in Orle, Besk.", "Una Selk"),
                ("Boat\n\nThe harbour guard said 41 in Orle, Besk.", "harbour guard"),
            ],
            1,
        ),
    ],
)
def test_a_description_goes_to_the_only_one_in_view(
    told: list[tuple[str, str]], expected: int
) -> None:
    assert len(origins(*told)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Harbour Guard Commander", "Harbour Guard"),
        ("Commander", None),
        ("retired Commander", None),
    ],
)
def test_a_rank_behind_a_body_is_that_body_s(role: str, expected: str | None) -> None:
    assert role_body(role) == expected


def test_a_prime_minister_is_not_the_minister() -> None:
    assert short_form("minister", "Transport Minister")
    assert not short_form("minister", "Prime Minister")


def test_an_origin_is_called_by_more_than_a_role() -> None:
    told = [Speaker("a", "Minister", "organisation", figures=["1", "2", "3"])]
    assert best_name(told) == "Minister"
    assert best_name([*told, Speaker("b", "Transport Minister", "organisation")]) == (
        "Transport Minister"
    )
