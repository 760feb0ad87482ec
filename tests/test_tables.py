"""Tables of numbers, read by their headings, on invented reports."""

from __future__ import annotations

import pytest

from stemmata.intake.furniture import segments
from stemmata.model import Report
from stemmata.reading.tables import heading, with_tables

Told = tuple[str, float | None, str | None, str, str | None, str | None]


def told(table: str) -> list[Told]:
    """Text, value, thing, unit, action and place or period of each figure of a table."""
    text = f"Flood on the Orle\n\nThe river rose on Monday, the mayor of Besk said.\n\n{table}\n"
    report = Report("r", "r", "0" * 64, text, tuple(segments(text, None, None)))
    found = with_tables(report, [])
    assert [f.id for f in found] == [f"r-{i:02d}" for i in range(1, len(found) + 1)]
    assert all(text[f.start : f.end] == f.text for f in found)
    return [(f.text, f.low, f.thing, f.unit, f.action, f.place or f.period) for f in found]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "District   Dead   Injured\nOrle       4      11\nBesk       -      2",
            [
                ("4", 4.0, "people", "person", "die", "Orle"),
                ("11", 11.0, "people", "person", "injure", "Orle"),
                ("2", 2.0, "people", "person", "injure", "Besk"),
            ],
        ),
        (
            "| Town | Schools | Rank |\n|---|---|---|\n| Orle | 1,204 | 7 |\n| Total | 9 | 1 |",
            [
                ("1,204", 1204.0, "Schools", "item", None, "Orle"),
                ("9", 9.0, "Schools", "item", None, None),
            ],
        ),
        (
            "| Year | Sales (EUR m) | Result (in millions of dollars) |\n| 2030 | 2.5 | -12 |",
            [
                ("2.5", 2.5e6, "Sales", "EUR", None, "2030"),
                ("-12", -12e6, "Result", "USD", None, "2030"),
            ],
        ),
        (
            "District | Homes destroyed | No. of people displaced | Children missing\n"
            "Orle | 310 | 1,250 | 3\nBesk | - | 40 | -",
            [
                ("310", 310.0, "Homes", "item", "destroy", "Orle"),
                ("1,250", 1250.0, "people", "person", "displace", "Orle"),
                ("3", 3.0, "Children", "person", "miss", "Orle"),
                ("40", 40.0, "people", "person", "displace", "Besk"),
            ],
        ),
        ("Orle 4 and Besk 11\nBoth 15 in all", []),
        ("The river rose.  It fell.\nThen it rose  again", []),
    ],
)
def test_a_cell_is_what_its_column_is_headed_by(table: str, expected: list[Told]) -> None:
    assert told(table) == expected


@pytest.mark.parametrize(
    "words", ["Rank", "Status", "No.", "Share (%)", "Length (furlongs)", "2030"]
)
def test_a_heading_that_names_nothing_countable(words: str) -> None:
    assert heading(words) is None
