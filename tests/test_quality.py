"""The quality gate: scores on the corpora stay above floors that only rise.

The floors in `floors.json` lie a little under what was measured when they were
last raised; they are raised with each improvement and never lowered.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import scores

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("floors.json").read_text(encoding="utf-8")
)
POOLED = "aleppo", "khan-sheikhoun", "qeshm-quake"


@pytest.fixture(scope="module")
def rows(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    folder = tmp_path_factory.mktemp("scores")
    names = [n for n in FLOORS if n not in {"pooled", "example"}]
    return {n: scores.scored(shared, place(shared, n), folder) for n in names}


def place(shared: Path, name: str) -> Path:
    """Where a corpus lies: with the tests, or beside the repository."""
    invented = scores.INVENTED / name
    return invented if invented.is_dir() else shared / "corpora" / name


@pytest.mark.parametrize("corpus", [n for n in FLOORS if n not in {"pooled", "example"}])
def test_no_score_falls(corpus: str, rows: dict[str, dict[str, float]]) -> None:
    below = {k: (rows[corpus][k], f) for k, f in FLOORS[corpus].items() if rows[corpus][k] < f}
    assert not below, f"{corpus}: (now, floor) {below}"


def test_no_pooled_field_falls(rows: dict[str, dict[str, float]]) -> None:
    together = {n: rows[n] for n in POOLED}
    now = {k: scores.pooled(together, k) for k in FLOORS["pooled"]}
    below = {k: (now[k], f) for k, f in FLOORS["pooled"].items() if now[k] < f}
    assert not below, f"(now, floor) {below}"


def test_the_example_comes_out_right(shared: Path, tmp_path: Path) -> None:
    row = scores.scored(shared, Path(__file__).parents[1] / "examples" / "flood", tmp_path)
    below = {k: (row[k], f) for k, f in FLOORS["example"].items() if row[k] < f}
    assert not below, f"(now, floor) {below}"
