"""The invented flood in `examples/flood`: its gold holds together and shows what it should."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from stemmata.intake import intake
from stemmata.model import Report

FLOOD = Path(__file__).resolve().parents[1] / "examples" / "flood"
FIELDS = {
    "id", "report", "start", "end", "text", "modifier", "low", "high", "kind", "unit", "thing",
    "action", "place", "period", "source", "via", "quoted", "part_of", "group",
}  # fmt: skip
LABELS = {"agrees", "rounds", "updates", "conflicts", "differs-in-scope"}
WIRE, COPY, SHORTENED = "14-kaldpress", "14-courier", "14-gazette"
ONE_TRANSLATION, OTHER_TRANSLATION = "15-lanner-times", "15-lowland-review"

Row = dict[str, Any]


@cache
def rows(name: str) -> list[Row]:
    lines = (FLOOD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def figures() -> dict[str, Row]:
    return {row["id"]: row for row in rows("figures")}


@cache
def reports() -> dict[str, Report]:
    read = list(intake([FLOOD]))
    assert all(isinstance(one, Report) for one in read), read
    return {one.id: one for one in read if isinstance(one, Report)}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """All runs of so many words in a row."""
    told = words(text)
    return {tuple(told[i : i + length]) for i in range(len(told) - length + 1)}


def test_reports_and_rows_are_the_same_ones() -> None:
    files = {path.stem for path in (FLOOD / "reports").iterdir()}
    assert files == {row["report"] for row in rows("reports")} == set(reports())
    assert files == {figure["report"] for figure in rows("figures")}
    assert len(files) >= 9


@pytest.mark.parametrize("row", rows("reports"), ids=lambda row: row["report"])
def test_a_row_tells_what_the_report_says(row: Row) -> None:
    report = reports()[row["report"]]
    assert set(row) == {"report", "title", "outlet", "published", "url", "note"}
    assert row["title"] in report.text
    assert (report.title, report.outlet, report.published) == (
        row["title"],
        row["outlet"],
        row["published"],
    )
    assert 100 <= len(words(report.text)) <= 350


def test_every_span_holds_its_words() -> None:
    wrong = [
        figure["id"]
        for figure in rows("figures")
        if reports()[figure["report"]].text[figure["start"] : figure["end"]] != figure["text"]
    ]
    assert not wrong


def test_ids_are_unique_and_figures_stand_in_order() -> None:
    assert len(figures()) == len(rows("figures"))
    for one, next_one in pairwise(rows("figures")):
        if one["report"] == next_one["report"]:
            assert one["end"] <= next_one["start"]


@pytest.mark.parametrize("figure", rows("figures"), ids=lambda row: row["id"])
def test_a_figure_has_the_fields_of_the_codebook(figure: Row) -> None:
    assert set(figure) - {"also", "note"} == FIELDS
    assert set(figure.get("also", {})) <= FIELDS
    assert figure["kind"] in {"count", "share", "measure", "rate", "change"}
    assert (figure["unit"] == "%") == (figure["kind"] in {"share", "change"})
    low, high = figure["low"], figure["high"]
    if figure["modifier"] in {"more than", "at least"}:
        assert low is not None and high is None
    elif figure["modifier"] in {"less than", "up to"}:
        assert low is None and high is not None
    else:
        assert low is not None and (high is None or low <= high)


def test_a_part_has_its_whole_in_the_same_report() -> None:
    parts = [figure for figure in rows("figures") if figure["part_of"]]
    assert len(parts) >= 10
    for part in parts:
        whole = figures()[part["part_of"]]
        assert whole["report"] == part["report"] and whole["part_of"] != part["id"]
        if part["unit"] == whole["unit"]:
            assert part["low"] <= (whole["low"] or whole["high"])


@pytest.mark.parametrize("row", rows("quantities"), ids=lambda row: row["group"])
def test_a_quantity_is_made_of_its_figures(row: Row) -> None:
    ids = [id_ for told in row["origins"].values() for id_ in told] + row["unknown_origin"]
    members = {figure["id"] for figure in rows("figures") if figure["group"] == row["group"]}
    assert sorted(ids) == sorted(members)
    assert len({figures()[id_]["report"] for id_ in ids}) >= 2
    assert row["independent_origins"] == len(row["origins"])
    assert row["question"].endswith("?")
    assert row["low"] <= row["best"] and (row["high"] is None or row["best"] <= row["high"])
    for a, b, label in row["relations"]:
        assert {a, b} <= members and label in LABELS
        assert figures()[a]["report"] != figures()[b]["report"]
        if label == "agrees":
            assert value(figures()[a]) == value(figures()[b])


def test_every_group_in_two_reports_is_a_quantity() -> None:
    seen: dict[str, set[str]] = {}
    for figure in rows("figures"):
        seen.setdefault(figure["group"], set()).add(figure["report"])
    shared_groups = sorted(group for group, where in seen.items() if len(where) > 1)
    assert shared_groups == sorted(row["group"] for row in rows("quantities"))


def test_lookalikes_stand_in_two_groups() -> None:
    for row in rows("scope"):
        assert figures()[row["a"]]["group"] != figures()[row["b"]]["group"]
        assert row["relation"] in LABELS and row["why"]


def value(figure: Row) -> float:
    return float(figure["low"] if figure["low"] is not None else figure["high"])


def test_all_kinds_and_modifiers_occur() -> None:
    counted = Counter(figure["modifier"] for figure in rows("figures"))
    assert set(counted) == {
        "exact", "more than", "at least", "less than", "up to", "about", "nearly", "between",
    }  # fmt: skip
    assert {figure["kind"] for figure in rows("figures")} == {
        "count", "share", "measure", "rate", "change",
    }  # fmt: skip
    assert {"person", "item", "%", "km2", "m", "t", "EUR"} <= {
        figure["unit"] for figure in rows("figures")
    }
    said = {figure["text"].lower() for figure in rows("figures")}
    assert {"dozens", "hundreds", "half", "a third", "30 to 40", "1,284", "60 percent"} <= said


def test_all_relations_occur() -> None:
    told = {label for row in rows("quantities") for _, _, label in row["relations"]}
    assert told | {row["relation"] for row in rows("scope")} == LABELS


def test_two_reports_copy_the_wire() -> None:
    wire = runs(reports()[WIRE].text, 5)
    for name, share in ((COPY, 0.6), (SHORTENED, 0.5)):
        copied = runs(reports()[name].text, 5)
        assert len(copied & wire) / len(copied) > share
        assert "Kaldpress" in reports()[name].text
    assert len(reports()[SHORTENED].text) < 0.9 * len(reports()[WIRE].text)


def test_two_translations_share_figures_but_no_five_words() -> None:
    one, other = (
        {(figure["group"], value(figure)) for figure in rows("figures") if figure["report"] == name}
        for name in (ONE_TRANSLATION, OTHER_TRANSLATION)
    )
    assert {("people-rescued", 1284), ("rescuers-at-work", 640)} <= one & other
    texts = [reports()[name].text for name in (ONE_TRANSLATION, OTHER_TRANSLATION)]
    assert not runs(texts[0], 5) & runs(texts[1], 5)


def test_the_toll_grows_over_three_days() -> None:
    highest: dict[str, float] = {}
    for figure in rows("figures"):
        if figure["group"] == "people-killed":
            day = figure["report"][:2]
            highest[day] = max(highest.get(day, 0), value(figure))
    assert highest == {"14": 9, "15": 17, "16": 23}


def test_a_part_is_told_as_the_whole_and_a_scope_drifts() -> None:
    drifted = {
        frozenset((figures()[row["a"]]["group"], figures()[row["b"]]["group"]))
        for row in rows("scope")
        if value(figures()[row["a"]]) == value(figures()[row["b"]])
    }
    assert frozenset(("people-evacuated-zamelin", "people-evacuated-brelava")) in drifted
    assert frozenset(("share-of-old-town-flooded-tuesday", "share-of-city-flooded")) in drifted


def test_two_origins_conflict_over_the_homes() -> None:
    (homes,) = (row for row in rows("quantities") if row["group"] == "homes-destroyed")
    origin = {id_: name for name, told in homes["origins"].items() for id_ in told}
    conflicts = [(a, b) for a, b, label in homes["relations"] if label == "conflicts"]
    assert conflicts and all(origin[a] != origin[b] for a, b in conflicts)


def test_sources_are_named_unnamed_and_quoted_through_others() -> None:
    sources = {figure["source"] for figure in rows("figures")}
    assert {"A city firefighter", "a hospital official", "Bastian Orvek"} <= sources
    assert {"Kaldpress", "Nerith TV", "state radio"} <= {
        figure["via"] for figure in rows("figures")
    }


def test_figures_stand_in_titles() -> None:
    in_title = {
        figure["report"]
        for figure in rows("figures")
        if figure["end"]
        <= reports()[figure["report"]].text.index(reports()[figure["report"]].title or "")
        + len(reports()[figure["report"]].title or "")
    }
    assert len(in_title) >= 5


@pytest.mark.parametrize(
    ("report", "piece"),
    [
        (SHORTENED, "HomeNewsRegions"),
        (SHORTENED, "ALSO READ"),
        (SHORTENED, "MORE FROM REGIONS"),
        ("15-today", "ALSO READ"),
        ("15-today", "string(402)"),
        ("16-courier", "Most read"),
        ("16-post", "Leave a Reply"),
    ],
)
def test_furniture_is_left_in_and_holds_no_gold(report: str, piece: str) -> None:
    text = reports()[report].text
    start = text.index(piece)
    # Lists and forms run to the end of the text, the others to the end of their line.
    to_the_end = piece in {"MORE FROM REGIONS", "Most read", "Leave a Reply", "string(402)"}
    end = len(text) if to_the_end else text.index("\n", start)
    inside = [
        figure["id"]
        for figure in rows("figures")
        if figure["report"] == report and start <= figure["start"] < end
    ]
    assert not inside


def test_the_web_page_has_furniture_that_its_text_has_not() -> None:
    (page,) = (FLOOD / "reports").glob("*.html")
    markup, text = page.read_text(encoding="utf-8"), reports()[page.stem].text
    for piece in ("<nav>", "cookies", "comments", "Related", "application/ld+json"):
        assert piece in markup
    for piece in ("112 partners", "chimney", "riverrat", "20,000 readers"):
        assert piece in markup and piece not in text


@pytest.mark.parametrize("corpus", ["aleppo", "khan-sheikhoun", "papua-quake", "qeshm-quake"])
def test_no_name_is_taken_from_the_corpora(corpus: str, shared: Path) -> None:
    """No named source, agency or outlet of theirs stands in the invented reports."""
    lines = [
        *(shared / "corpora" / corpus / "figures.jsonl").read_text("utf-8").splitlines(),
        *(shared / "corpora" / corpus / "reports.jsonl").read_text("utf-8").splitlines(),
    ]
    names = {json.loads(line).get(key) for line in lines for key in ("source", "via", "outlet")}
    proper = {name for name in names if name and all(word[0].isupper() for word in name.split())}
    text = "\n".join(report.text for report in reports().values())
    assert proper
    assert not [name for name in proper if re.search(rf"\b{re.escape(name)}\b", text)]
