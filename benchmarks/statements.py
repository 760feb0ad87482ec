"""Score the statements that the reading room finds on PolNeAR, and list what is wrong.

    python benchmarks/statements.py [--part dev] [--errors KIND,KIND] [--reports N]

Reads the texts of `polnear/PART` beside the repository as any other reports and
hands the statements to the scoring tool that lies beside the corpora, which
prints precision, recall and F1 of sources, cues and contents, and of whole
statements. `--errors` lists instead what is wrong, sorted by kind: `missed` and
`extra` statements (by their cues), and of those whose cue is found the `source`
and the `content` that differ; "all" lists every kind. `--reports` reads only the
first N. No weights and no lexicon come from PolNeAR, which has no licence.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from errors import around, tool_beside
from stemmata.intake import across, intake
from stemmata.model import Report
from stemmata.reading import read_all
from stemmata.showing.exports import statement_row

ROOT = Path(__file__).resolve().parents[1]
TOOL = "score_statements.py"
KINDS = ("missed", "extra", "source", "content")
# The tool counts spans as the same that share half of the longer one, cues a third.
SAME, SAME_CUE = 0.5, 0.3
Row = dict[str, Any]


def found_in(texts: Path, names: Sequence[str]) -> list[Row]:
    """The statements of some texts as rows of the export, read as the product reads reports."""
    paths = [texts / f"{name}.txt" for name in names]
    reports = list(across([r for r in intake(paths) if isinstance(r, Report)]))
    return [statement_row(s) for one in read_all(reports) for s in one.statements]


def annotated(part: Path) -> dict[str, Path]:
    """The first annotation of each text, by the text's name, as the tool takes them."""
    found: dict[str, Path] = {}
    for path in sorted((part / "attributions").glob("*.ann")):
        whole = (part / "text" / f"{path.stem}.txt").exists()
        found.setdefault(path.stem if whole else path.stem.rsplit("_", 1)[0], path)
    return found


def scores(shared: Path, part: Path, golds: dict[str, Path], rows: Sequence[Row]) -> str:
    """What the tool prints."""
    with tempfile.TemporaryDirectory() as folder:
        found, gold = Path(folder) / "found.jsonl", Path(folder) / "gold"
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        gold.mkdir()
        for path in golds.values():
            (gold / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, shared / "tools" / TOOL, gold, found, "--texts", part / "text"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def wrong(
    tool: ModuleType, text: str, gold: list[Row], rows: list[Row]
) -> Iterator[tuple[str, str]]:
    """The errors of one text as (kind, line)."""
    told = [_spans(tool, text, row) for row in rows]
    free = set(range(len(told)))
    for right in gold:
        cue = tool.hull(right["cue"])
        fits = {i: tool.share(cue, own) for i in free if cue and (own := tool.hull(told[i]["cue"]))}
        best = max(fits, key=lambda i: fits[i], default=None)
        if best is None or fits[best] < SAME_CUE:
            yield "missed", _line(text, tool, right)
            continue
        free.discard(best)
        for role in ("source", "content"):
            a, b = tool.hull(right[role]), tool.hull(told[best][role])
            if not tool.same(a, b, SAME):
                words = f"told {_cut(text, b)} | gold {_cut(text, a)}"
                yield role, f"{words} | {_cut(text, cue)} | {_around(text, cue)}"
    for i in sorted(free):
        yield "extra", _line(text, tool, told[i])


def _spans(tool: ModuleType, text: str, row: Row) -> Row:
    """A found statement with its spans trimmed as the tool trims them."""
    single = {k: [tool.trim(text, row[k])] if row[k] else [] for k in ("source", "cue")}
    return {**single, "content": [tool.trim(text, c) for c in row["content"]]}


def _line(text: str, tool: ModuleType, one: Row) -> str:
    roles = (_cut(text, tool.hull(one[k])) for k in ("cue", "source", "content"))
    near = tool.hull(one["cue"]) or tool.hull(one["content"])
    return " | ".join((*roles, _around(text, near)))


def _cut(text: str, span: tuple[int, int] | None) -> str:
    return "-" if span is None else " ".join(text[span[0] : span[1]].split())


def _around(text: str, span: tuple[int, int] | None) -> str:
    return "-" if span is None else around(text, *span)


def listing(
    shared: Path, part: Path, golds: dict[str, Path], rows: list[Row], kinds: Sequence[str]
) -> str:
    """Every error of some kinds, those of one kind together."""
    tool, of_kind = tool_beside(shared, TOOL), dict[str, list[str]]((k, []) for k in kinds)
    for name, path in golds.items():
        text = (part / "text" / f"{name}.txt").read_text(encoding="utf-8")
        own = [row for row in rows if row["report"] == name]
        for kind, line in wrong(tool, text, tool.read_brat(path, text), own):
            of_kind.get(kind, []).append(f"{name[:24]:24} {line}")
    return "\n".join(
        line for kind, lines in of_kind.items() for line in (f"## {kind}: {len(lines)}", *lines)
    )


def main() -> None:
    """Score one part of PolNeAR or list its errors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--errors", default="", help=f"kinds of errors, of {', '.join(KINDS)}")
    parser.add_argument("--reports", type=int, help="read only the first N reports")
    args = parser.parse_args()
    part = args.shared / "corpora" / "polnear" / args.part
    golds = dict(list(annotated(part).items())[: args.reports])
    rows = found_in(part / "text", list(golds))
    if args.errors:
        kinds = KINDS if args.errors == "all" else args.errors.split(",")
        print(listing(args.shared, part, golds, rows, kinds))
    else:
        print(scores(args.shared, part, golds, rows), end="")


if __name__ == "__main__":
    main()
