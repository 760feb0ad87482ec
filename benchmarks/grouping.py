"""How well figures find their quantity, and what each sign is worth, corpus by corpus.

    python benchmarks/grouping.py [--only NAMES] [--fields gold,noisy,read] [--pairs NAME]
    python benchmarks/grouping.py --left-out [--fields read] [--weights]
    python benchmarks/grouping.py --shared ../shared ../more --only NAMES
    python benchmarks/grouping.py --incidents

Group F1 is scored over three sorts of fields: `gold`, the annotators' own;
`noisy`, those with thing, action, place, period and part dropped or swapped at
random (10, 20, 45, 15 and 5 %), the mean of three draws; `read`, as the product
reads them. `--pairs` lists the wrong pairs of one corpus with their signs.
`--left-out` fits weights by plain logistic regression on all other corpora and
the incidents and scores each corpus with weights that never saw it; `--weights`
prints how far the fits agree. `--shared` takes one folder of corpora or several.
`--incidents` puts all reports of `gun-violence` in one case and tells how many
pairs of killed or injured figures of one quantity are of one incident. No fitted
number goes into the product.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from errors import around, rows, tool_beside
from gold import with_gold
from stemmata.intake import across, intake
from stemmata.model import Reading, Report
from stemmata.reading import read_all
from stemmata.reconciling import pairs
from stemmata.reconciling.features import Features
from stemmata.reconciling.quantities import Compared, compared, grouped
from stemmata.tracing import trace

ROOT = Path(__file__).resolve().parents[1]
NOISE = {"thing": 0.10, "action": 0.20, "place": 0.45, "period": 0.15, "part_of": 0.05}
DRAWS = 3
RIDGE = 1.0
Labels = dict[str, str | None]
Table = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class Bench:
    """One corpus made ready: its figures compared, and the gold group of each by id.

    `missed` counts pairs of the gold that no grouping can find, for a figure of
    theirs was not read.
    """

    name: str
    compared: Compared
    labels: Labels
    missed: int = 0


def readings(paths: Sequence[Path], cache: Path | None) -> list[Reading]:
    """The readings of all reports below the paths; kept in `cache` where one is given."""
    kept = cache / f"{paths[0].parent.name}-{paths[0].name}.pickle" if cache else None
    if kept and kept.exists():
        found: list[Reading] = pickle.loads(kept.read_bytes())
        return found
    reports = [r for r in intake(list(paths)) if isinstance(r, Report)]
    found = list(read_all(across(reports)))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def prepared(name: str, some: Sequence[Reading], labels: Labels, missed: int = 0) -> Bench:
    traced = trace(some)
    return Bench(name, compared(some, traced.origins, traced.passages), labels, missed)


def benches(corpus: Path, fields: str, cache: Path | None) -> list[Bench]:
    """The corpus with those fields, once or once a draw of noise."""
    read = readings([corpus], cache)
    gold = rows(corpus / "figures.jsonl")
    if fields == "read":
        tool = tool_beside(corpus.parents[1], "score_figures.py")
        return [_as_read(corpus.name, read, gold, tool)]
    labels: Labels = {row["id"]: row["group"] for row in gold}
    if fields == "gold":
        return [prepared(corpus.name, with_gold(read, gold), labels)]
    return [
        prepared(corpus.name, with_gold(read, _noisy(gold, random.Random(n))), labels)
        for n in range(DRAWS)
    ]


def _as_read(name: str, read: Sequence[Reading], gold: list[dict[str, Any]], tool: Any) -> Bench:
    figures = [figure for one in read for figure in one.figures]
    found = [{k: getattr(f, k) for k in ("report", "start", "end", "low", "high")} for f in figures]
    match: dict[int, int] = tool.match(gold, found)
    labels: Labels = {figures[f].id: gold[g]["group"] for g, f in match.items()}
    missed = _links([r["group"] for r in gold]) - _links(list(labels.values()))
    return prepared(name, read, labels, missed)


def _links(groups: Sequence[str | None]) -> int:
    return sum(a is not None and a == b for a, b in combinations(groups, 2))


def _noisy(gold: list[dict[str, Any]], rnd: random.Random) -> list[dict[str, Any]]:
    """The rows with fields dropped, or swapped with another figure's of the report."""
    found = []
    for row in gold:
        now = dict(row)
        for name, share in NOISE.items():
            if rnd.random() < share:
                others = [r[name] for r in gold if r["report"] == row["report"]]
                swapped = rnd.choice(others) if name != "part_of" else None
                now[name] = swapped if rnd.random() < 0.5 else None
        found.append(now)
    return found


def f1(bench: Bench) -> tuple[float, float, float]:
    """Pairwise F1, precision and recall of the grouping over the labelled figures."""
    of = _grouping(bench)
    known = [i for i in bench.labels if i in of]
    right = told = wanted = 0
    for a, b in combinations(known, 2):
        same = bench.labels[a] is not None and bench.labels[a] == bench.labels[b]
        joined = of[a] == of[b]
        right, told, wanted = right + (same and joined), told + joined, wanted + same
    wanted += bench.missed
    p, r = right / told if told else 0.0, right / wanted if wanted else 0.0
    return (2 * p * r / (p + r) if p + r else 0.0), p, r


def _grouping(bench: Bench) -> dict[str, int]:
    made = bench.compared.features
    groups = grouped(bench.compared)
    return {made[i].figure.id: n for n, group in enumerate(groups) for i in group}


def wrong_pairs(bench: Bench) -> Iterator[str]:
    """Each pair that is joined and should not be or the other way, with score and signs."""
    of, made = _grouping(bench), bench.compared.features
    for a, b in combinations([f for f in made if f.figure.id in bench.labels], 2):
        one, two = bench.labels[a.figure.id], bench.labels[b.figure.id]
        same = one is not None and one == two
        joined = of[a.figure.id] == of[b.figure.id]
        if same != joined:
            yield _line(bench, a, b, "apart" if same else "JOINED")


def _line(bench: Bench, a: Features, b: Features, how: str) -> str:
    ground = bench.compared.ground
    total = bench.compared.scores.get((min(a.order, b.order), max(a.order, b.order)))
    told = {k: round(v, 2) for k, v in pairs.signs(a, b, ground).items() if v}
    shown = [
        f"    {bench.labels[f.figure.id]} {f.figure.report} | {f.figure.thing} | {f.figure.action}"
        f" | {f.figure.place} | {f.figure.period} |"
        f" {around(ground.texts[f.figure.report], f.figure.start, f.figure.end)}"
        for f in (a, b)
    ]
    score = "never" if total is None else f"{total:+.2f}"
    return "\n".join([f"{how} {score} {told}", *shown])


def table_of(bench: Bench) -> Table:
    """Signs and labels of the pairs that were compared and are labelled."""
    made, names = bench.compared.features, list(pairs.WEIGHTS)
    signs, right = [], []
    for i, j in sorted(bench.compared.scores):
        a, b = made[i], made[j]
        if a.figure.id not in bench.labels or b.figure.id not in bench.labels:
            continue
        one, two = bench.labels[a.figure.id], bench.labels[b.figure.id]
        found = pairs.signs(a, b, bench.compared.ground)
        signs.append([1.0 if n == "bias" else found.get(n, 0.0) for n in names])
        right.append(float(one is not None and one == two))
    return np.array(signs), np.array(right)


def fitted(tables: Sequence[Table]) -> dict[str, float]:
    """Weights by ridge logistic regression, each table with the same say, by Newton's steps."""
    x = np.vstack([t[0] for t in tables])
    y = np.concatenate([t[1] for t in tables])
    say = np.concatenate([np.full(len(t[1]), min(1.0, 800 / len(t[1]))) for t in tables])
    prior = np.array(list(pairs.WEIGHTS.values())) * 0
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[list(pairs.WEIGHTS).index("bias")] = 0.01
    for _ in range(30):
        odds = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (say * (odds - y)) + penalty * (weights - prior)
        curve = (x * (say * odds * (1 - odds))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(pairs.WEIGHTS, weights.tolist(), strict=True))


def rescored(bench: Bench, weights: dict[str, float]) -> Bench:
    """The bench with every pair scored by other weights."""
    made, ground = bench.compared.features, bench.compared.ground
    scores = {
        (i, j): weights["bias"]
        + sum(weights[n] * v for n, v in pairs.signs(made[i], made[j], ground).items())
        for i, j in bench.compared.scores
    }
    return replace(bench, compared=replace(bench.compared, scores=scores))


def incident_bench(shared: Path, cache: Path | None) -> Bench:
    """All reports of gun-violence in one case; the label is incident with killed or injured."""
    path = shared / "corpora" / "gun-violence" / "incidents.jsonl"
    some = readings([path], cache)
    of = {
        r["id"]: row["incident"]
        for line in path.read_text(encoding="utf-8").splitlines()
        for row in [json.loads(line)]
        for r in row["reports"]
    }
    bench = prepared("gun-violence", some, {})
    harm = {"harm-dead": "killed", "harm-hurt": "injured"}
    labels: Labels = {}
    for one in bench.compared.features:
        deeds = [harm[d] for d in one.deeds if d in harm]
        if one.person and len(deeds) == 1 and one.figure.report in of:
            labels[one.figure.id] = f"{of[one.figure.report]} {deeds[0]}"
    return replace(bench, labels=labels)


def by_incident(bench: Bench) -> str:
    """Of the pairs of one quantity and two reports, those that are of one incident; how many."""
    report_of = {f.figure.id: f.figure.report for f in bench.compared.features}
    groups: dict[int, list[str]] = {}
    for figure, number in _grouping(bench).items():
        if figure in bench.labels:
            groups.setdefault(number, []).append(figure)
    right = told = 0
    for group in groups.values():
        for a, b in combinations(group, 2):
            if report_of[a] != report_of[b]:
                told += 1
                one, two = bench.labels[a] or "", bench.labels[b] or ""
                right += one.split()[0] == two.split()[0]
    share = right / told if told else 0.0
    alike = Counter(label for label in bench.labels.values())
    found = right / max(1, sum(n * (n - 1) // 2 for n in alike.values()))
    return f"{right} of {told} pairs are of one incident ({share:.3f}); of all such {found:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, nargs="+", default=[ROOT.parent / "shared"])
    parser.add_argument("--only", default="", help="names of corpora, with commas")
    parser.add_argument("--fields", default="gold,noisy,read")
    parser.add_argument("--pairs", default="", help="list the wrong pairs of this corpus")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--weights", action="store_true")
    parser.add_argument("--incidents", action="store_true")
    parser.add_argument("--cache", type=Path, help="keep readings here between runs")
    args = parser.parse_args()
    if args.incidents:
        print(by_incident(incident_bench(args.shared[0], args.cache)))
        return
    corpora = [
        gold.parent
        for shared in args.shared
        for gold in sorted((shared / "corpora").glob("*/figures.jsonl"))
    ]
    wanted = [c for c in corpora if not args.only or c.name in args.only.split(",")]
    fields = args.fields.split(",")
    if args.pairs:
        (corpus,) = [c for c in wanted if c.name == args.pairs]
        for line in wrong_pairs(benches(corpus, fields[0], args.cache)[0]):
            print(line)
        return
    made = {(c.name, f): benches(c, f, args.cache) for c in wanted for f in fields}
    if args.left_out:
        _left_out(made, [c.name for c in wanted], fields, args)
        return
    _print({key: [f1(b) for b in some] for key, some in made.items()}, fields)


def _left_out(
    made: dict[tuple[str, str], list[Bench]], names: list[str], fields: list[str], args: Any
) -> None:
    tables = {n: [table_of(b) for f in fields for b in made[n, f]] for n in names}
    incidents = table_of(incident_bench(args.shared[0], args.cache))
    scores, fits = {}, {}
    for name in names:
        others = [t for n in names if n != name for t in tables[n]]
        fits[name] = fitted([*others, incidents])
        for f in fields:
            scores[name, f] = [f1(rescored(b, fits[name])) for b in made[name, f]]
    _print(scores, fields)
    if args.weights:
        uses = {n: sum(int((t[0][:, i] != 0).sum()) for v in tables.values() for t in v)
                for i, n in enumerate(pairs.WEIGHTS)}  # fmt: skip
        for sign, weight in pairs.WEIGHTS.items():
            some = [fit[sign] for fit in fits.values()]
            spread = f"{min(some):+6.2f} .. {max(some):+6.2f}"
            print(f"{sign:28} by hand {weight:+6.2f}  fitted {spread}  in {uses[sign]} pairs")


def _print(
    scores: dict[tuple[str, str], list[tuple[float, float, float]]], fields: list[str]
) -> None:
    print("| group F1 (p, r) | " + " | ".join(fields) + " |")
    print("|---" * (len(fields) + 1) + "|")
    means: dict[str, list[float]] = {f: [] for f in fields}
    for name in dict.fromkeys(n for n, _ in scores):
        cells = []
        for f in fields:
            mean = np.mean(scores[name, f], axis=0)
            means[f].append(float(mean[0]))
            cells.append(f"{mean[0]:.3f} ({mean[1]:.2f}, {mean[2]:.2f})")
        print(f"| {name} | " + " | ".join(cells) + " |")
    print("| mean | " + " | ".join(f"{np.mean(means[f]):.3f}" for f in fields) + " |")


if __name__ == "__main__":
    main()
