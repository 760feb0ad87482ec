"""A denial reaches the tables and the page as a denial, and a chain with every link."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import stemmata

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
