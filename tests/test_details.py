"""Details of figures: dates, classes, places and policies, from the figure's own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import stemmata

TEXT = (
    "Flood in Lisbon\n\n"
    "On Friday dozens of children were evacuated in Lisbon, the mayor said.\n"
    "More than 40 homes have been destroyed so far.\n"
)


@pytest.fixture
def rows(tmp_path: Path) -> list[dict[str, object]]:
    reports = tmp_path / "in" / "reports"
    reports.mkdir(parents=True)
    (reports / "a.txt").write_text(TEXT, encoding="utf-8")
    known = {"report": "a", "outlet": "The Herald", "published": "2031-05-04"}
    (tmp_path / "in" / "reports.jsonl").write_text(json.dumps(known) + "\n", encoding="utf-8")
    stemmata.read([tmp_path / "in"], tmp_path / "case.db")
    stemmata.export(tmp_path / "case.db", tmp_path / "out", policy="acled")
    lines = (tmp_path / "out" / "details.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_each_figure_has_its_details(rows: list[dict[str, object]]) -> None:
    dozens, forty = rows
    assert (dozens["start_date"], dozens["date_precision"]) == ("2031-05-02", "day")
    assert "Friday" in str(dozens["date_reason"])
    assert (dozens["action_class"], dozens["people_class"]) == ("evacuated", "children")
    assert (forty["action_class"], forty["people_class"]) == ("destroyed", None)


def test_a_policy_says_what_vague_words_count_as(rows: list[dict[str, object]]) -> None:
    dozens, forty = rows
    assert (dozens["policy"], dozens["policy_low"]) == ("acled", 12)
    assert (forty["policy_low"], forty["policy_high"]) == (40, None)


def test_places_are_looked_up(rows: list[dict[str, object]]) -> None:
    (place, *_) = rows[0]["places"]  # type: ignore[misc]
    assert (place["name"], place["country"]) == ("Lisbon", "PT")
    assert place["reason"]
