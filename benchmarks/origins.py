"""Where figures come from, told and gold, figure by figure, with the reason.

    python benchmarks/origins.py [--shared FOLDER] [--only NAME,NAME] [--from gold|reading] [--all]

For each gold quantity whose origins come out wrong (with `--all` for each) its
figures are listed: the gold origin, the told one, how it was found, the source
as the figure has it, and its words. `--from reading` traces the product's own
figures, `--from gold` the annotated ones, so that an error of tracing can be
told from one of reading. Below stand the shares of quantities whose number of
origins is exact and the F1 of pairs with one origin, by corpus and pooled.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from errors import Row, around, rows, tool_beside
from gold import readings as from_gold
from stemmata.model import Figure, Origin, Reading
from stemmata.pipeline import read_each, take_in
from stemmata.tracing import trace

ROOT = Path(__file__).resolve().parents[1]
_NOT_RECORDED = "(not recorded)"


@dataclass(frozen=True, slots=True)
class Traced:
    """A gold figure, its gold origin, and the origin that was told for it."""

    gold: Row
    origin: str | None
    found: Figure | None
    told: Origin | None

    def line(self, text: str) -> str:
        """The figure on one line."""
        told = self.told.name if self.told else _NOT_RECORDED
        source = (self.found.source if self.found else None) or "-"
        words = around(text, self.gold["start"], self.gold["end"], 50)
        gold = self.origin or _NOT_RECORDED
        return (
            f"  {self.gold['id']:18} gold {gold:32} told {told:32} {self._how():14} "
            f"source {source:24} (gold {self.gold['source'] or '-'})  {words}"
        )

    def _how(self) -> str:
        """How the told origin was found, where the figure names no source itself."""
        if self.found is None:
            return "not found"
        mark = f"{self.found.id}: "
        parts = self.told.reason.split("; ") if self.told else []
        return next((p.removeprefix(mark) for p in parts if p.startswith(mark)), "")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was told of one gold quantity: the number of origins, and the pairs linked."""

    quantity: Row
    figures: tuple[Traced, ...]

    @property
    def exact(self) -> bool:
        """Whether as many origins are told as gold has."""
        told = {t.told.id for t in self.figures if t.told}
        return len(told) == int(self.quantity["independent_origins"])

    @property
    def links(self) -> tuple[int, int, int]:
        """Pairs of one origin: right, told, gold."""
        gold = told = right = 0
        for a, b in combinations(self.figures, 2):
            is_gold = a.origin is not None and a.origin == b.origin
            is_told = a.told is not None and b.told is not None and a.told.id == b.told.id
            gold, told, right = gold + is_gold, told + is_told, right + (is_gold and is_told)
        return right, told, gold


def from_reading(corpus: Path) -> list[Reading]:
    """The product's own reading of a corpus."""
    reports, _ = take_in([corpus])
    return [one for one in read_each(reports) if isinstance(one, Reading)]


def counted(shared: Path, corpus: Path, readings: Sequence[Reading]) -> Iterator[Counted]:
    """Each gold quantity of a corpus with what tracing the readings tells of it."""
    origins = {f: one for one in trace(readings).origins for f in one.figures}
    gold = rows(corpus / "figures.jsonl")
    figures = [f for one in readings for f in one.figures]
    match = tool_beside(shared, "score_figures.py").match(gold, [_as_row(f) for f in figures])
    found = {gold[g]["id"]: figures[f] for g, f in match.items()}
    by_id = {row["id"]: row for row in gold}
    for quantity in rows(corpus / "quantities.jsonl"):
        whose: Mapping[str, str | None] = {
            f: name for name, ids in quantity["origins"].items() for f in ids
        } | dict.fromkeys(quantity["unknown_origin"])
        yield Counted(
            quantity,
            tuple(
                Traced(by_id[f], name, found.get(f), origins.get(found[f].id if f in found else ""))
                for f, name in whose.items()
            ),
        )


def _as_row(figure: Figure) -> Row:
    names = ("id", "report", "start", "end", "low", "high")
    return {name: getattr(figure, name) for name in names}


def summary(name: str, told: Sequence[Counted]) -> str:
    """Exact and linked of some quantities, on one line."""
    exact = sum(one.exact for one in told)
    right, found, gold = (sum(n) for n in zip(*(one.links for one in told), strict=True))
    f1 = 2 * right / (found + gold) if found + gold else 1.0
    return (
        f"{name:18} exact {exact}/{len(told)} = {exact / len(told):.2f}   linked {f1:.2f} "
        f"(right {right}, told {found}, gold {gold})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="names of corpora, with commas")
    parser.add_argument("--from", dest="start", choices=("gold", "reading"), default="reading")
    parser.add_argument("--all", action="store_true", help="list what is right too")
    args = parser.parse_args()
    found = sorted(p.parent for p in (args.shared / "corpora").glob("*/quantities.jsonl"))
    begin = from_gold if args.start == "gold" else from_reading
    told: dict[str, list[Counted]] = {}
    for corpus in [c for c in found if not args.only or c.name in args.only.split(",")]:
        readings = begin(corpus)
        texts = {one.report.id: one.report.text for one in readings}
        told[corpus.name] = list(counted(args.shared, corpus, readings))
        for one in told[corpus.name]:
            right, linked, gold = one.links
            if args.all or not one.exact or right != linked or right != gold:
                print(f"{corpus.name}/{one.quantity['group']}: {'ok' if one.exact else 'WRONG'}")
                print("\n".join(f.line(texts[f.gold["report"]]) for f in one.figures))
    for name, several in told.items():
        print(summary(name, several))
    print(summary("pooled", [one for several in told.values() for one in several]))


if __name__ == "__main__":
    main()
