"""The exports: exactly the documented fields, harmless in a spreadsheet, the same each time."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import stemmata
from cases import cases, flood, made_figure, made_report
from stemmata.errors import ShowingError
from stemmata.model import Case
from stemmata.showing.exports import COLUMNS, export, tables

TABLES = tuple(name for name in COLUMNS if name != "details")


def json_rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented flood, exported in both formats."""
    export(flood(), tmp_path / "deep" / "out")
    export(flood(), tmp_path / "deep" / "out", "csv")
    return tmp_path / "deep" / "out"


def test_fourteen_tables_in_each_format(folder: Path) -> None:
    names = {f"{name}.{ending}" for name in (*TABLES, "details") for ending in ("jsonl", "csv")}
    assert {path.name for path in folder.iterdir()} == names


def test_every_link_of_the_stemma_joins_two_nodes(folder: Path) -> None:
    nodes = {row["id"]: row["kind"] for row in json_rows(folder / "nodes.jsonl")}
    edges = json_rows(folder / "edges.jsonl")
    assert {nodes[e["tail"]] for e in edges} | {nodes[e["head"]] for e in edges} == {
        "origin", "agency", "report",
    }  # fmt: skip
    assert edges[0]["evidence"] == [["herald", 23, 40]]


def test_a_mutation_has_its_words_on_both_sides(folder: Path) -> None:
    (row,) = json_rows(folder / "mutations.jsonl")
    assert (row["change"], row["from_words"], row["to_words"]) == (
        "number", "1,204", "More than 1,200",
    )  # fmt: skip
    assert (row["from_span"], row["to_span"], row["shared_by"]) == ([46, 51], [1, 16], ["post"])


def test_a_figure_has_the_fields_of_the_gold(folder: Path) -> None:
    herald, _, post = json_rows(folder / "figures.jsonl")
    assert herald == {
        "id": "herald-01", "report": "herald", "start": 46, "end": 51, "text": "1,204",
        "modifier": "exact", "low": 1204, "high": 1204, "kind": "count", "unit": "person",
        "thing": "people", "action": "leave", "place": None, "period": None,
        "source": "Ilse Brandt", "via": None, "quoted": False, "part_of": None,
        "group": "left", "statement": "herald-s1", "cue_class": None,
    }  # fmt: skip
    assert (post["low"], post["high"], post["group"]) == (1200, None, "left")


def test_a_series_has_a_row_for_each_day(folder: Path) -> None:
    first, second = json_rows(folder / "series.jsonl")
    assert first == {
        "quantity": "left", "question": "How many people have left?", "day": "2031-05-04",
        "low": 900, "best": 900, "high": 900, "unit": "person", "figures": 1,
        "independent_origins": 1,
    }  # fmt: skip
    assert (second["day"], second["best"], second["figures"]) == ("2031-05-05", 1204, 2)


def test_a_quantity_has_its_grade_and_what_its_estimate_took(folder: Path) -> None:
    left, children = json_rows(folder / "quantities.jsonl")
    assert (left["suggested_grade"], left["grade_scheme"]) == ("weak", "Airwars")
    assert left["grade_reason"] == "a single origin tells it"
    assert children["suggested_grade"] is None
    assert set(left["estimate_took"]) | set(left["estimate_left"]) <= set(left["figures"])


def test_spans_lead_into_the_exported_text(folder: Path) -> None:
    texts = {row["id"]: row["text"] for row in json_rows(folder / "reports.jsonl")}
    for row in json_rows(folder / "figures.jsonl"):
        assert texts[row["report"]][row["start"] : row["end"]] == row["text"]


def test_a_statement_has_its_spans(folder: Path) -> None:
    herald, post = json_rows(folder / "statements.jsonl")
    assert set(herald) == {
        "id", "report", "source", "cue", "content", "manner", "source_name", "via",
        "organisation", "cue_class", "chain",
    }  # fmt: skip
    text = flood().reports[0].text
    assert text[slice(*herald["cue"])] == "said"
    assert text[slice(*herald["source"])] == "Mayor Ilse Brandt"
    assert [text[slice(*one)] for one in herald["content"]] == [
        "1,204 people had left, 300 of them children."
    ]
    assert (post["source"], post["cue"], post["via"]) == (None, None, "RBN")


def test_a_quantity_has_what_the_scores_need(folder: Path) -> None:
    left, _ = json_rows(folder / "quantities.jsonl")
    assert left["figures"] == ["herald-01", "post-01"]
    assert (left["low"], left["best"], left["high"]) == (1204, 1204, None)
    assert (left["measure_type"], left["independent_origins"]) == ("running total", 1)
    assert left["origins"] == ["town"] and left["unknown_origin"] == []
    assert left["question"] and left["method"] and left["reason"]


def test_a_relation_asks_the_question_of_both(folder: Path) -> None:
    rounds, part = json_rows(folder / "relations.jsonl")
    assert (rounds["a"], rounds["b"], rounds["relation"]) == ("herald-01", "post-01", "rounds")
    assert rounds["question"] == "How many people have left?"
    assert part["question"] == "How many of them are children? / How many people have left?"
    assert part["method"] and part["reason"]


def test_an_origin_says_what_goes_back_to_it(folder: Path) -> None:
    (town,) = json_rows(folder / "origins.jsonl")
    assert town["figures"] == ["herald-01", "herald-02", "post-01"]
    assert town["question"] == "Where do 3 figures and 2 statements in 2 reports come from?"
    assert (town["name"], town["method"]) == ("the town", "same source")


def test_a_figure_in_no_quantity_has_no_group() -> None:
    figures = tables(replace(flood(), quantities=(), relations=()))["figures"]
    assert [row["group"] for row in figures] == [None, None, None]


def test_csv_has_the_same_rows(folder: Path) -> None:
    for name in TABLES:
        for flat, row in zip(
            csv_rows(folder / f"{name}.csv"), json_rows(folder / f"{name}.jsonl"), strict=True
        ):
            assert set(flat) == set(COLUMNS[name]) <= set(row)
            for column, cell in flat.items():
                if isinstance(row[column], int | float) and not isinstance(row[column], bool):
                    assert float(cell) == row[column]
                if row[column] is None:
                    assert cell == ""


def test_csv_lists(folder: Path) -> None:
    assert csv_rows(folder / "quantities.csv")[0]["figures"] == "herald-01; post-01"
    assert json.loads(csv_rows(folder / "statements.csv")[0]["cue"]) == [41, 45]
    assert csv_rows(folder / "figures.csv")[2]["quoted"] == "true"


def test_only_reports_leave_columns_out_of_csv() -> None:
    rows = tables(flood())
    left_out = {name: set(rows[name][0]) - set(COLUMNS[name]) for name in TABLES}
    assert left_out.pop("reports") == {"text", "segments"}
    assert set().union(*left_out.values()) == set()


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1+1"],
)
def test_no_report_writes_a_formula(tmp_path: Path, words: str) -> None:
    report = made_report(words, f"{words} boats", title=words, outlet=words)
    figure = made_figure(report, words, f"{words}-1", thing=words, low=-2.0, high=-2.0)
    export(Case(reports=(report,), figures=(figure,)), tmp_path, "csv")
    (row,) = csv_rows(tmp_path / "figures.csv")
    assert row["thing"] == row["text"] == f"'{words}"
    assert row["low"] == "-2"
    assert csv_rows(tmp_path / "reports.csv")[0]["outlet"] == f"'{words}"


def test_csv_opens_as_utf_8_in_a_spreadsheet(folder: Path) -> None:
    content = (folder / "statements.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert b"\r\n" in content


def test_an_empty_case_has_headers_only(tmp_path: Path) -> None:
    export(Case(), tmp_path)
    export(Case(), tmp_path, "csv")
    assert (tmp_path / "figures.jsonl").read_bytes() == b""
    assert (tmp_path / "figures.csv").read_text("utf-8-sig").startswith("id,report,start")


def test_a_row_is_one_line_however_it_is_split(tmp_path: Path) -> None:
    report = made_report("a", "one\u2028two\u2029three\x85four\x0b\x0c\x1cfive")
    export(Case(reports=(report,)), tmp_path)
    content = (tmp_path / "reports.jsonl").read_text("utf-8")
    assert len(content.splitlines()) == 1
    assert json.loads(content)["text"] == report.text


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_any_case_exports_to_readable_rows(tmp_path_factory, case: Case) -> None:
    folder = tmp_path_factory.mktemp("any")
    export(case, folder)
    export(case, folder, "csv")
    for name, rows in tables(case).items():
        assert json_rows(folder / f"{name}.jsonl") == rows
        flat = csv_rows(folder / f"{name}.csv")
        assert len(flat) == len(rows)
        for row in flat:
            for column in ("source_name", "thing", "reason", "name", "outlet"):
                assert not re.match(r"[=+\-@\t\r＝＋－＠]", row.get(column) or "")


def test_exports_replace_and_repeat(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    export(flood(), folder)
    export(flood(), folder, "csv")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("format", ["xls", "CSV", ""])
def test_a_format_that_is_none(tmp_path: Path, format: str) -> None:
    for call in (
        lambda: export(flood(), tmp_path / "out", format),  # type: ignore[arg-type]
        lambda: stemmata.export(tmp_path / "no.db", tmp_path / "out", format),  # type: ignore[arg-type]
    ):
        with pytest.raises(ShowingError, match="jsonl, csv"):
            call()
    assert not (tmp_path / "out").exists()


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ShowingError, match="out"):
        export(flood(), tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"


def test_scoring_tools_read_the_exports(folder: Path, shared: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "figures.jsonl").write_bytes((folder / "figures.jsonl").read_bytes())
    (gold / "quantities.jsonl").write_text(
        json.dumps({
            "group": "left", "question": "?", "measure_type": "running total",
            "origins": {"town": ["herald-01", "post-01"]}, "unknown_origin": [],
            "independent_origins": 1, "low": 1204, "best": 1204, "high": None,
            "relations": [["herald-01", "post-01", "rounds"]],
        }) + "\n"
    )  # fmt: skip
    for tool, arguments in (
        ("score_figures.py", [gold / "figures.jsonl", folder / "figures.jsonl"]),
        ("score_quantities.py", [gold, folder]),
    ):
        done = subprocess.run(
            [sys.executable, shared / "tools" / tool, *arguments, "--json"],
            capture_output=True, check=True, text=True,
        )  # fmt: skip
        scores = json.loads(done.stdout)
        wanted = {"found", "group"} if "found" in scores else {"origins", "linked", "relation"}
        for name in wanted:
            score = scores[name]
            assert (score["f1"] if isinstance(score, dict) else score) == 1.0
