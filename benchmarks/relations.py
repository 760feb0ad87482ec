"""How well figures are told to agree, round, update and conflict, on gold figures and groups.

    python benchmarks/relations.py [--shared FOLDER]... [--only NAME,NAME] [--wrong LABEL,LABEL]
        [--types]

The annotators' own fields, groups and origins are taken, so that an error here is one of the
labels, the estimates and the measure types, and not of the reading or the grouping. Prints for
each corpus the labels told right, the best estimates and the measure types. `--wrong` lists the
pairs that are told otherwise than the gold has them ("all", or gold labels), each with both
dates, reports and the words around; `--types` lists the types and estimates that differ.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from errors import Row, rows
from gold import readings
from stemmata.model import Figure, Origin, Quantity, Relation, Report
from stemmata.reconciling.quantities import of_groups

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Told:
    """One gold pair with its gold label and what was told, with the reason."""

    corpus: str
    group: str
    gold: str
    told: str
    reason: str
    a: Figure
    b: Figure


@dataclass(frozen=True, slots=True)
class Typed:
    """One gold quantity: its type and best estimate, told and gold."""

    corpus: str
    question: str
    told: str
    gold: str
    best: float | None
    gold_best: float | None

    @property
    def best_right(self) -> bool:
        """True where the estimates are the same but for rounding."""
        if self.best is None or self.gold_best is None:
            return self.best == self.gold_best
        return abs(self.best - self.gold_best) <= 5e-3 * max(abs(self.gold_best), 1e-9)

    @property
    def type_right(self) -> bool:
        """True where the types are one; a flow and a running total are taken as one."""
        return self.told == self.gold or {self.told, self.gold} == {"flow", "running total"}


def origins(quantities: Sequence[Row]) -> list[Origin]:
    """The gold origins, one for each name."""
    named: dict[str, list[str]] = defaultdict(list)
    for row in quantities:
        for name, figures in row["origins"].items():
            named[name] += figures
    return [
        Origin(n, n, "organisation", tuple(fs), (), (), (n,), "gold", "gold")
        for n, fs in named.items()
    ]


def judged(corpus: Path) -> tuple[list[Told], list[Typed]]:
    """What is told of the gold quantities of one corpus, beside the gold."""
    gold = rows(corpus / "quantities.jsonl")
    read = readings(corpus)
    figures = {f.id: f for r in read for f in r.figures}
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows(corpus / "figures.jsonl"):
        groups[row["group"] or row["id"]].append(row["id"])
    found = of_groups(read, origins(gold), list(groups.values()))
    relation = {frozenset((r.a, r.b)): r for r in found.relations}
    of = {f: q for q in found.quantities for f in q.figures}
    told = [
        _told(corpus.name, row["group"], figures[a], figures[b], label, relation)
        for row in gold
        for a, b, label in row["relations"]
    ]
    return told, [_typed(corpus.name, row, of) for row in gold]


def _told(
    corpus: str,
    group: str,
    a: Figure,
    b: Figure,
    label: str,
    relation: dict[frozenset[str], Relation],
) -> Told:
    found = relation.get(frozenset((a.id, b.id)))
    told, reason = (found.relation, found.reason) if found else ("none", "")
    return Told(corpus, group, label, told, reason, a, b)


def _typed(corpus: str, row: Row, of: dict[str, Quantity]) -> Typed:
    first = next(f for some in [*row["origins"].values(), row["unknown_origin"]] for f in some)
    own = of[first]
    best = own.estimate.best
    return Typed(corpus, row["question"], own.measure_type, row["measure_type"], best, row["best"])


def shares(told: Sequence[Told], typed: Sequence[Typed]) -> str:
    """One line: relations right, by label, then estimates and types."""
    right, all_ = Counter(t.gold for t in told if t.told == t.gold), Counter(t.gold for t in told)
    by_label = "  ".join(f"{k} {right[k]}/{all_[k]}" for k in sorted(all_))
    parts = [
        f"relation {right.total()}/{all_.total()}",
        f"best {sum(t.best_right for t in typed)}/{len(typed)}",
        f"measure {sum(t.type_right for t in typed)}/{len(typed)}",
    ]
    return "  ".join(parts) + "  |  " + by_label


def listing(told: Sequence[Told], texts: dict[str, Report]) -> Iterator[str]:
    """The wrong pairs, with what each report says and when."""
    for one in told:
        yield f"\n{one.corpus}/{one.group}: told {one.told}, gold {one.gold}. {one.reason}"
        for f in (one.a, one.b):
            report = texts[f.report]
            words = report.text[max(0, f.start - 90) : f.end + 70].replace("\n", " / ")
            yield f"    {report.published or 'undated':12}{f.id:28}{f.source or '-':24} {words}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--shared", type=Path, action="append", help="a folder with corpora; may be given again"
    )
    parser.add_argument("--only", default="", help="names of corpora, with commas")
    parser.add_argument("--wrong", default="", help="gold labels to list, or all")
    parser.add_argument("--types", action="store_true", help="list types and estimates that differ")
    args = parser.parse_args()
    roots = args.shared or [ROOT.parent / "shared"]
    corpora = [p.parent for r in roots for p in sorted((r / "corpora").glob("*/quantities.jsonl"))]
    wanted = [c for c in corpora if not args.only or c.name in args.only.split(",")]
    all_told: list[Told] = []
    all_typed: list[Typed] = []
    for corpus in wanted:
        told, typed = judged(corpus)
        print(f"{corpus.name:18} {shares(told, typed)}")
        all_told, all_typed = all_told + told, all_typed + typed
        wrong = [t for t in told if t.told != t.gold]
        some = [t for t in wrong if args.wrong == "all" or t.gold in args.wrong.split(",")]
        print(
            "\n".join(listing(some, {r.report.id: r.report for r in readings(corpus)}))
            if some
            else "",
            end="\n" * bool(some),
        )
        for one in typed if args.types else ():
            if not (one.type_right and one.best_right):
                print(f"    {one.told} ({one.gold}) {one.best} ({one.gold_best}): {one.question}")
    print(f"{'pooled':18} {shares(all_told, all_typed)}")


if __name__ == "__main__":
    main()
