"""Score stemmata on every corpus with gold, field by field.

    python benchmarks/scores.py [--shared FOLDER] [--only NAME,NAME] [--json FILE]

Reads each corpus into a case of its own, exports it, and calls the scoring
tools beside the corpora. Prints a row a corpus, the mean, and the worst.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import stemmata

ROOT = Path(__file__).resolve().parents[1]
FIELDS = (
    "modifier", "kind", "unit", "thing", "action", "place", "period", "source", "via", "quoted",
    "part_of",
)  # fmt: skip
QUANTITIES = ("origins", "linked", "relation", "best", "measure", "scope")


def exported(corpus: Path, folder: Path) -> Path:
    """Read a corpus into a case and export it; the folder of the tables."""
    case = folder / f"{corpus.name}.db"
    stemmata.read([corpus], case)
    out = folder / corpus.name
    stemmata.export(case, out, format="jsonl")
    return out


def tool(shared: Path, name: str, *args: str | Path) -> dict[str, Any]:
    """What a scoring tool prints as JSON."""
    command = [sys.executable, str(shared / "tools" / name), *map(str, args), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def scored(shared: Path, corpus: Path, folder: Path) -> dict[str, float]:
    """found and group F1, the share right of each field, and the scores of quantities."""
    out = exported(corpus, folder)
    figures = tool(shared, "score_figures.py", corpus / "figures.jsonl", out / "figures.jsonl")
    row: dict[str, float] = {
        "figures": figures["counts"]["gold"],
        "right": figures["counts"]["right"],
    }
    row |= {"found": figures["found"]["f1"], "group": figures["group"]["f1"]}
    row |= {field: figures[field] for field in FIELDS}
    if (corpus / "quantities.jsonl").exists():
        quantities = tool(shared, "score_quantities.py", corpus, out)
        row |= {k: quantities[k] for k in QUANTITIES if k in quantities}
    return row


def pooled(rows: dict[str, dict[str, float]], field: str) -> float:
    """A field over the found figures of all rows together."""
    right = sum(r["right"] for r in rows.values())
    return sum(r[field] * r["right"] for r in rows.values()) / right if right else 0.0


def table(rows: dict[str, dict[str, float]]) -> str:
    """The rows as a Markdown table, with the mean and the worst."""
    columns = ("found", "group", *FIELDS, *QUANTITIES)
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]

    def line(name: str, cells: list[float | None]) -> str:
        shown = ["" if c is None else f"{c:.2f}" for c in cells]
        return f"| {name} | " + " | ".join(shown) + " |"

    lines += [line(name, [row.get(c) for c in columns]) for name, row in rows.items()]
    have = {c: [r[c] for r in rows.values() if c in r] for c in columns}
    lines.append(line("mean", [sum(have[c]) / len(have[c]) if have[c] else None for c in columns]))
    lines.append(line("worst", [min(have[c]) if have[c] else None for c in columns]))
    fields = [pooled(rows, c) if c in FIELDS else None for c in columns]
    lines.append(line("pooled", fields))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="names of corpora, with commas")
    parser.add_argument("--json", type=Path, help="also write the rows there")
    args = parser.parse_args()
    corpora = sorted(p.parent for p in (args.shared / "corpora").glob("*/figures.jsonl"))
    wanted = [c for c in corpora if not args.only or c.name in args.only.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        rows = {c.name: scored(args.shared, c, Path(folder)) for c in wanted}
    print(table(rows))
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
