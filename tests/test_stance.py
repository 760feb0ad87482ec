"""A denial reaches the tables and the page as a denial, and a chain with every link."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import stemmata
from cases import made_report
from stemmata.reading import read

TEXT = (
    "River town counts its dead\n\n"
    "The army denied that 40 people had died in Tarvik on Monday.\n\n"
    "Sputnik quoted the ministry as saying that Commander Oleg Rusin had reported 12 dead.\n\n"
    "The council said 30 homes were lost.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("stance")
    (place / "town.txt").write_text(TEXT, encoding="utf-8")
    stemmata.read([place / "town.txt"], place / "town.db")
    stemmata.export(place / "town.db", place / "tables", format="jsonl")
    stemmata.report(place / "town.db", place / "town.html")
    return place


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / "tables" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_figure_in_a_denial_says_so_in_the_tables(folder: Path) -> None:
    classes = {row["text"]: row["cue_class"] for row in rows(folder, "figures.jsonl")}
    assert (classes["40"], classes["30"]) == ("denying", "neutral")


def test_the_chain_is_in_the_tables(folder: Path) -> None:
    chains = [
        [TEXT[start:end] for start, end in row["chain"]]  # type: ignore[attr-defined]
        for row in rows(folder, "statements.jsonl")
    ]
    assert ["Sputnik", "the ministry", "Commander Oleg Rusin"] in chains


def test_the_page_tells_denial_and_chain(folder: Path) -> None:
    page = (folder / "town.html").read_text(encoding="utf-8")
    assert '<em class="stance">denied</em>' in page
    assert "<bdi>Sputnik</bdi> → <bdi>the ministry</bdi> → <bdi>Commander Oleg Rusin</bdi>" in page


def quantities(folder: Path, *reports: str) -> list[dict[str, object]]:
    """The quantities of reports of successive days."""
    lines = [
        json.dumps({"id": f"r{n}", "outlet": f"O{n}", "published": f"2031-03-0{n}", "text": text})
        for n, text in enumerate(reports, 1)
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    stemmata.read([folder / "reports.jsonl"], folder / "case.db")
    stemmata.export(folder / "case.db", folder / "tables", format="jsonl")
    return rows(folder, "quantities.jsonl")


TOLD = "Twelve ferries were late and 170 people were on board, harbour master Ivo Sand said."
DENIED = [
    # reports, then the numbers that are best and how many origins stand behind each
    ((TOLD, "Harbour master Ivo Sand again denied that 230 people were on board."),
     {12.0: 1, 170.0: 1}),
    (("Harbour master Ivo Sand denied that 230 people were on board.",), {None: 0}),
    (("The union said 40 posts would go.",
      "The mill denied reports on local radio that 40 posts would go."), {40.0: 1}),
    (("The union said 40 posts would go.", "The mill denied on Monday that 40 posts would go."),
     {40.0: 1}),
    (("The union said 40 posts would go.", "It is not true that 40 posts will go, the mill said."),
     {40.0: 1}),
    (("The union said 40 posts would go.", "The mill said 40 posts would go."), {40.0: 2}),
    (("The mayor rejected as baseless claims that 300 people had drowned.",), {None: 0}),
    (("The bank declined to confirm reports that 40 posts would go.",), {40.0: 1}),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "wanted"), DENIED)
def test_a_denied_number_is_in_no_estimate(
    tmp_path: Path, reports: tuple[str, ...], wanted: dict[float | None, int]
) -> None:
    found = {row["best"]: row["independent_origins"] for row in quantities(tmp_path, *reports)}
    assert found == wanted


def test_who_denies_a_number_updates_none(tmp_path: Path) -> None:
    quantities(tmp_path, TOLD, "Harbour master Ivo Sand again denied that 230 were on board.")
    assert not rows(tmp_path, "relations.jsonl")
    assert [row["text"] for row in rows(tmp_path, "figures.jsonl")] == ["Twelve", "170", "230"]


def test_who_denies_a_number_contradicts_who_tells_it(tmp_path: Path) -> None:
    quantities(
        tmp_path,
        "The blast at the Sornel mill killed 40 workers, the union said.",
        "The Sornel mill denied that the blast killed 40 workers.",
    )
    kinds = {row["relation"] for row in rows(tmp_path, "relations.jsonl")}
    assert kinds <= {"conflicts"}
    (blast,) = rows(tmp_path, "quantities.jsonl")
    assert (blast["best"], blast["suggested_grade"], kinds) == (40.0, "contested", {"conflicts"})


ACTIONS = [
    ("Sand denied that 230 people were on board.", None),
    ("Sand denied 230 people were on board.", None),
    ("Sand denied that 230 people had drowned.", "drown"),
    ("The army denied killing 230 villagers.", "kill"),
    ("The mill denied the loss of 230 posts.", "lose"),
    ("The union claimed 230 people were on strike.", None),
    ("The council rejected 230 applications.", "reject"),
    ("The mill denied having dismissed 230 workers.", "dismiss"),
]


@pytest.mark.parametrize(("text", "action"), ACTIONS)
def test_what_is_denied_happened_or_not_to_the_counted(text: str, action: str | None) -> None:
    (figure,) = read(made_report("r", text)).figures
    assert figure.action == action
