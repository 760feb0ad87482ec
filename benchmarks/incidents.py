"""Killed and injured of incidents, from the latest report that tells them.

    python benchmarks/incidents.py [--shared FOLDER] [--incidents N]

Reads `corpora/gun-violence/incidents.jsonl` beside the repository. For each
incident the reports are read from the latest back, until one gives a figure of
killed (or injured) people; its number is compared with the incident's.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stemmata.intake import intake
from stemmata.model import Figure, Report
from stemmata.reading import read_all
from stemmata.reading.english.ontology import action_class

ROOT = Path(__file__).resolve().parents[1]


def told(figures: tuple[Figure, ...], wanted: str) -> float | None:
    """The largest number of people of that class in a report, parts left out."""
    found = [
        f.low if f.low is not None else f.high
        for f in figures
        if f.unit == "person" and not f.part_of and action_class(f.action) == wanted
    ]
    return max((n for n in found if n is not None), default=None)


def latest(readings: list[tuple[str, tuple[Figure, ...]]], wanted: str) -> float | None:
    """What the latest report that tells it says."""
    for _, figures in sorted(readings, key=lambda r: r[0], reverse=True):
        number = told(figures, wanted)
        if number is not None:
            return number
    return None


def incidents(path: Path, limit: int) -> Iterator[dict[str, Any]]:
    """The rows of the corpus."""
    for line in path.read_text(encoding="utf-8").splitlines()[:limit]:
        yield json.loads(line)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--incidents", type=int, default=10_000)
    args = parser.parse_args()
    path = args.shared / "corpora" / "gun-violence" / "incidents.jsonl"
    reports = {r.id: r for r in intake([path]) if isinstance(r, Report)}
    figures = {r.report.id: r.figures for r in read_all(reports.values())}
    right = {"killed": [0, 0, 0], "injured": [0, 0, 0]}
    for row in incidents(path, args.incidents):
        here = [
            (r["published"] or "", figures[r["id"]]) for r in row["reports"] if r["id"] in figures
        ]
        for wanted, counts in right.items():
            number = latest(here, wanted)
            counts[2] += 1
            if number is not None:
                counts[1] += 1
                counts[0] += number == row[wanted]
    for wanted, (good, said, total) in right.items():
        share = good / said if said else 0.0
        print(f"{wanted}: {good} of {said} exact ({share:.3f}); told in {said} of {total}")


if __name__ == "__main__":
    main()
