"""The benchmark of scores: the table, the comparison with the last run, the listing of errors."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import errors
import scores

FLOOD = Path(__file__).parents[1] / "examples" / "flood"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scores.exported(FLOOD, tmp_path_factory.mktemp("flood"))


@pytest.fixture
def told(exported: Path, tmp_path: Path) -> Path:
    """The gold itself in the place of what was read, to be made wrong."""
    shutil.copy(exported / "reports.jsonl", tmp_path / "reports.jsonl")
    shutil.copy(FLOOD / "figures.jsonl", tmp_path / "figures.jsonl")
    return tmp_path


def change(told: Path, number: int, **fields: Any) -> dict[str, Any]:
    """Make fields of one figure wrong; the figure as it was."""
    rows = errors.rows(told / "figures.jsonl")
    before = dict(rows[number])
    rows[number] |= fields
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (told / "figures.jsonl").write_text(lines, encoding="utf-8")
    return before


def kinds(shared: Path, told: Path) -> list[str]:
    return [one.kind for one in errors.errors(shared, FLOOD, told)]


def test_the_gold_has_no_errors(shared: Path, told: Path) -> None:
    assert kinds(shared, told) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"thing": "zebras"}, ["thing"]),
        ({"action": "juggle", "unit": "km"}, ["unit", "action"]),
        ({"low": 7777777, "high": 7777777}, ["missed", "extra"]),
    ],
)
def test_each_kind_of_error_is_told(
    shared: Path, told: Path, fields: dict[str, Any], expected: list[str]
) -> None:
    change(told, 0, **fields)
    found = [kind for kind in kinds(shared, told) if kind not in {"part_of", "group"}]
    assert found == expected


def test_an_error_shows_the_figure_in_its_words(shared: Path, told: Path) -> None:
    before = change(told, 0, thing="zebras")
    (one,) = errors.errors(shared, FLOOD, told)
    assert f"[{before['text']}]" in one.words
    assert (one.told, one.gold) == ("zebras", before["thing"])


def test_a_listing_is_sorted_by_kind(shared: Path, told: Path) -> None:
    change(told, 0, thing="zebras", unit="km")
    change(told, 1, thing="zebras")
    listing = errors.listing(errors.errors(shared, FLOOD, told), ["thing", "unit"])
    heads = [line for line in listing.splitlines() if line.startswith("#")]
    assert heads == ["## thing: 2", "## unit: 1"]


def test_a_table_tells_how_each_score_moved() -> None:
    row = {"found": 0.95, "group": 0.5, "right": 10.0}
    before = {"orma": row | {"found": 0.9, "group": 0.6}}
    line = scores.table({"orma": row}, before).splitlines()[-1]
    assert line.startswith("| orma | 0.95 (+.05) | 0.50 (-.10) |")


def test_pooled_fields_weigh_corpora_by_their_figures() -> None:
    rows = {"a": {"unit": 1.0, "right": 30.0}, "b": {"unit": 0.5, "right": 10.0}}
    assert scores.pooled(rows, "unit") == pytest.approx(0.875)
