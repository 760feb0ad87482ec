"""Score stemmata on every corpus with gold, field by field.

    python benchmarks/scores.py [--only NAME,NAME] [--errors KIND,KIND] [--record]

Reads each corpus into a case of its own, exports it, and calls the scoring
tools beside the corpora. Prints a row a corpus, the mean, the worst, and the
fields pooled over all figures found; behind each score stands how it differs
from the last recorded run (`benchmarks/scores.json`). `--errors` lists what is
wrong instead, sorted by kind: missed, extra, a field's name, group, or "all".
`--record` keeps this run as the last one and writes its table to
`docs/scores.md`.
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
from errors import FIELDS, KINDS, errors, listing

ROOT = Path(__file__).resolve().parents[1]
RECORD = Path(__file__).with_name("scores.json")
INVENTED = ROOT / "tests" / "corpora"
DOCS = ROOT / "docs" / "scores.md"
Rows = dict[str, dict[str, float]]
QUANTITIES = ("origins", "linked", "relation", "best", "measure", "scope")


def gold_corpora(folder: Path) -> list[Path]:
    """The corpora of a folder that have gold, by name."""
    return sorted(path.parent for path in folder.glob("*/figures.jsonl"))


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


def pooled(rows: Rows, field: str) -> float:
    """A field over the found figures of all rows together."""
    right = sum(r["right"] for r in rows.values())
    return sum(r[field] * r["right"] for r in rows.values()) / right if right else 0.0


def summed(rows: Rows) -> Rows:
    """The rows with the mean, the worst and the pooled fields below them."""
    columns = ("found", "group", *FIELDS, *QUANTITIES)
    have = {c: [r[c] for r in rows.values() if c in r] for c in columns}
    return rows | {
        "mean": {c: sum(v) / len(v) for c, v in have.items() if v},
        "worst": {c: min(v) for c, v in have.items() if v},
        "pooled": {c: pooled(rows, c) for c in FIELDS if rows},
    }


def table(rows: Rows, before: Rows | None = None) -> str:
    """The rows as a Markdown table; with those of an earlier run, how each score differs."""
    columns = ("found", "group", *FIELDS, *QUANTITIES)
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name, row in rows.items():
        old = (before or {}).get(name, {})
        cells = [_cell(row.get(c), old.get(c)) for c in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(now: float | None, before: float | None) -> str:
    if now is None:
        return ""
    moved = f"{now - before:+.2f}".replace("0.", ".") if before is not None else ""
    return f"{now:.2f}" + (f" ({moved})" if moved not in {"", "+.00", "-.00"} else "")


def recorded() -> Rows:
    """The rows of the last recorded run."""
    rows: Rows = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    return rows


def record(rows: Rows) -> None:
    """Keep this run as the last one, and its table in the docs."""
    RECORD.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    text = DOCS.read_text(encoding="utf-8")
    head, begin, rest = text.partition("<!-- scores -->\n")
    _, end, tail = rest.partition("<!-- end of scores -->\n")
    DOCS.write_text(head + begin + table(summed(rows)) + "\n" + end + tail, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="names of corpora, with commas")
    parser.add_argument("--errors", default="", help=f"kinds of errors, of {', '.join(KINDS)}")
    parser.add_argument("--record", action="store_true", help="keep this run as the last one")
    args = parser.parse_args()
    corpora = [*gold_corpora(args.shared / "corpora"), *gold_corpora(INVENTED)]
    wanted = [c for c in corpora if not args.only or c.name in args.only.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        if args.errors:
            kinds = KINDS if args.errors == "all" else args.errors.split(",")
            tables = ((c, exported(c, Path(folder))) for c in wanted)
            print(listing((e for c, out in tables for e in errors(args.shared, c, out)), kinds))
            return
        rows = {c.name: scored(args.shared, c, Path(folder)) for c in wanted}
    before = recorded()
    print(table(summed(rows), summed({n: before[n] for n in rows if n in before})))
    if args.record:
        record(before | rows)


if __name__ == "__main__":
    main()
