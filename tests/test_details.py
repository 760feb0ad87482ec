"""Details of figures: dates, classes, places and policies, from the figure's own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import stemmata

TEXT = (
    "Flood in Lisbon\n\n"
    "On Friday dozens of children were evacuated in Lisbon, the mayor said.\n"
    "More than 40 homes have been destroyed so far.\n"
)


def exported(
    folder: Path, words: str, published: str | None, gazetteer: Path | None = None
) -> list[Any]:
    """The rows of details of a report of these words."""
    row = {"id": "a", "title": "", "text": words, "outlet": "The Herald", "published": published}
    (folder / "reports.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    stemmata.read([folder / "reports.jsonl"], folder / "case.db")
    stemmata.export(folder / "case.db", folder / "out", gazetteer=gazetteer)
    lines = (folder / "out" / "details.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


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


def test_a_measure_type_says_what_the_dates_are_of(rows: list[dict[str, object]]) -> None:
    dozens, forty = rows
    assert (dozens["measure_type"], forty["measure_type"]) == ("flow", "running total")
    assert (forty["start_date"], forty["as_of"]) == (None, "2031-05-04")


@pytest.mark.parametrize(
    ("published", "words", "dates"),
    [
        ("2031-05-04", "On Friday 12 people died in Lisbon.", ("2031-05-02", "2031-05-02", "day")),
        (None, "On Friday 12 people died in Lisbon.", (None, None, "unknown")),
        (None, "On 2 May 2031 12 people died in Lisbon.", ("2031-05-02", "2031-05-02", "day")),
        (
            "2031-05-04",
            "In the past 24 hours 12 people died in Lisbon.",
            ("2031-05-03", "2031-05-04", "day"),
        ),
        (
            "2031-05-04",
            "Since October 40 boats have sunk off Lisbon.",
            ("2030-10-01", "2031-05-04", "month"),
        ),
    ],
)
def test_dates_lean_on_publication(
    tmp_path: Path, published: str | None, words: str, dates: tuple[str | None, str | None, str]
) -> None:
    (one,) = exported(tmp_path, words, published)
    assert (one["start_date"], one["end_date"], one["date_precision"]) == dates
    assert one["date_reason"]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Twelve people died in Lisbon.", [("Lisbon", "PT", False)]),
        ("A quake struck 40 km north of Naples.", [("Naples", "IT", True)]),
        ("Floods swept through Chile. Twelve people died.", [("Chile", "CL", False)]),
        ("Ardent bought its rival for $40 million.", []),
    ],
)
def test_a_place_is_looked_up_or_is_none(
    tmp_path: Path, words: str, places: list[tuple[str, str, bool]]
) -> None:
    (one,) = exported(tmp_path, words, "2031-05-04")
    found = [(p["name"], p["country"], p["near"]) for p in one["places"]]
    assert found == places


def test_candidates_are_kept_where_nothing_tells_which(tmp_path: Path) -> None:
    (one,) = exported(tmp_path, "Twelve people died in Springfield.", "2031-05-04")
    assert len(one["places"]) > 1
    assert all("nothing tells which" in p["reason"] for p in one["places"])


def test_a_list_of_ones_own_gives_p_codes(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "name,pcode,lat,lon,admin level,country\nKarsha,TV0102,10.5,20.25,2,Peru\n",
        encoding="utf-8",
    )
    (one,) = exported(tmp_path, "Twelve people died in Karsha.", None, gazetteer=own)
    assert [(p["id"], p["latitude"], p["longitude"]) for p in one["places"]] == [
        ("TV0102", 10.5, 20.25)
    ]
