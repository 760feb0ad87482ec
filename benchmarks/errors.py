"""What a reading of a corpus got wrong, sorted by kind of error.

Figures are paired with the gold by the tool that scores them, so the listing
and the scores speak of the same pairs. Each line shows the figure between
brackets in its own words.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

FIELDS = (
    "modifier", "kind", "unit", "thing", "action", "place", "period", "source", "via", "quoted",
    "part_of",
)  # fmt: skip
KINDS = ("missed", "extra", *FIELDS, "group")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One error: its kind, the figure's report and place in it, what is told and what is gold."""

    kind: str
    corpus: str
    report: str
    start: int
    words: str
    told: str
    gold: str

    def line(self) -> str:
        """The error on one line."""
        where = f"{self.corpus}/{self.report}@{self.start}"
        return f"{self.kind:8} {where:45} told {self.told!s:28} gold {self.gold!s:28} {self.words}"


def rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def tool_beside(shared: Path, name: str) -> ModuleType:
    """A scoring tool that lies beside the corpora, as a module."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, shared / "tools" / name)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errors(shared: Path, corpus: Path, out: Path) -> Iterator[Wrong]:
    """Every error in the tables exported to `out`, against the gold of `corpus`."""
    tool = tool_beside(shared, "score_figures.py")
    gold, found = rows(corpus / "figures.jsonl"), rows(out / "figures.jsonl")
    read = {row["id"]: row["text"] for row in rows(out / "reports.jsonl")}
    found = [f for f in found if f["report"] in read]
    pairs: dict[int, int] = tool.match(gold, found)

    def wrong(kind: str, row: Row, told: object, right: object) -> Wrong:
        words = around(read[row["report"]], row["start"], row["end"])
        return Wrong(kind, corpus.name, row["report"], row["start"], words, str(told), str(right))

    for i, row in enumerate(gold):
        if i not in pairs:
            yield wrong("missed", row, None, f"{row['low']}..{row['high']} {row['thing']}")
    taken = set(pairs.values())
    for i, row in enumerate(found):
        if i not in taken:
            yield wrong("extra", row, f"{row['low']}..{row['high']} {row['thing']}", None)
    ids = {gold[g]["id"]: found[f]["id"] for g, f in pairs.items()}
    for g, f in pairs.items():
        for name in FIELDS:
            if not tool.field_right(name, gold[g], found[f], ids):
                yield wrong(name, gold[g], found[f].get(name), gold[g].get(name))
    for a, b in _wrong_pairs(gold, found, pairs):
        here, there = gold[a], gold[b]
        told = f"{found[pairs[a]]['group'] == found[pairs[b]]['group']} with {there['text']}"
        words = around(read[there["report"]], there["start"], there["end"])
        row = wrong("group", here, told, here["group"] == there["group"])
        yield replace(row, words=f"{row.words}  ||  {words}")


def _wrong_pairs(
    gold: list[Row], found: list[Row], pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Pairs of figures that are together in one of gold and told, and apart in the other."""
    for a, b in combinations(pairs, 2):
        together = gold[a]["group"] is not None and gold[a]["group"] == gold[b]["group"]
        if together != (found[pairs[a]]["group"] == found[pairs[b]]["group"]):
            yield a, b


def around(text: str, start: int, end: int, reach: int = 70) -> str:
    """The figure between brackets, with what stands beside it."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


def listing(found: Iterable[Wrong], kinds: Iterable[str]) -> str:
    """The errors of some kinds, those of one kind together, with how many there are."""
    of_kind: dict[str, list[Wrong]] = {kind: [] for kind in kinds}
    for one in found:
        if one.kind in of_kind:
            of_kind[one.kind].append(one)
    parts = []
    for kind, several in of_kind.items():
        parts.append(f"## {kind}: {len(several)}")
        parts += [one.line() for one in several]
    return "\n".join(parts)
