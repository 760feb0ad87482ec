"""Killed and injured of incidents, from the latest report that tells them.

    python benchmarks/incidents.py [--shared FOLDER] [--incidents N] [--errors]

Reads `corpora/gun-violence/incidents.jsonl` beside the repository. For each
incident the reports are asked from the latest back, until one has a toll of its
event (`stemmata.reading.tolls`); its number is compared with the incident's.
`--errors` lists those that differ.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from stemmata.intake import intake
from stemmata.model import Reading, Report, Toll
from stemmata.reading import read_all

ROOT = Path(__file__).resolve().parents[1]
HARMS = ("killed", "injured")


def latest(row: dict[str, Any], readings: Mapping[str, Reading], harm: str) -> Toll | None:
    """The toll in the latest report of an incident that tells one."""
    for one in sorted(row["reports"], key=lambda r: r["published"] or "", reverse=True):
        reading = readings.get(one["id"])
        for toll in reading.tolls if reading else ():
            if toll.harm == harm:
                return toll
    return None


def incidents(path: Path, limit: int) -> Iterator[dict[str, Any]]:
    """The rows of the corpus."""
    for line in path.read_text(encoding="utf-8").splitlines()[:limit]:
        yield json.loads(line)


def wrong(row: dict[str, Any], toll: Toll, reading: Reading) -> str:
    """What is told instead of what, and from which words, on one line."""
    text = reading.report.text
    words = [" ".join(text[s.start : s.end].split()) for s in toll.spans]
    told = f"{toll.harm} {row[toll.harm]}, told {toll.low:g}"
    return f"{row['incident']}: {told}: {words} in {reading.report.title!r}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--errors", action="store_true", help="list what differs")
    args = parser.parse_args()
    path = args.shared / "corpora" / "gun-violence" / "incidents.jsonl"
    rows = list(incidents(path, args.incidents))
    reports = (r for r in intake([path]) if isinstance(r, Report))
    readings = {r.report.id: r for r in read_all(reports)}
    for harm in HARMS:
        found = [(row, toll) for row in rows if (toll := latest(row, readings, harm)) is not None]
        good = sum(toll.low == row[harm] for row, toll in found)
        share = good / len(found) if found else 0.0
        print(f"{harm}: {good} of {len(found)} exact ({share:.3f}); {len(rows)} incidents")
        for row, toll in found if args.errors else ():
            if toll.low != row[harm]:
                print("  ", wrong(row, toll, readings[toll.report]))


if __name__ == "__main__":
    main()
