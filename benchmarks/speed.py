"""Words per CPU-second of each stage, beside quantulum3 and the bare spaCy pipeline.

    python benchmarks/speed.py [PATH ...] [--reports N]

Without a path: the corpus `syria` beside the repository, else the examples. All
figures are CPU time of one process on the same texts in the same run, after a
warm-up; wall time is not told. Peak memory is that of the whole process at the
end of our own stages. The second table tells what statements cost beside the
parse when reports are parsed one by one and when several are parsed together,
each way in a process of its own whose lists are loaded before.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from stemmata.case import open_case
from stemmata.intake import across, intake
from stemmata.model import Reading, Report
from stemmata.pipeline import together
from stemmata.reading.english.parse import Parse, parse, parse_all, pipeline
from stemmata.reading.figures import find_figures
from stemmata.reading.quotations import quotations
from stemmata.reading.statements import find_statements

ROOT = Path(__file__).resolve().parents[1]


def timed(stages: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    """Run `work` and add its CPU-seconds to `stages[name]`."""
    start = time.process_time()
    result = work()
    stages[name] = stages.get(name, 0.0) + time.process_time() - start
    return result


def readable(report: Report) -> list[str]:
    """The text that is read: every segment that is no furniture."""
    return [report.text[s.start : s.end] for s in report.segments if s.kind != "furniture"]


def read(stages: dict[str, float], paths: list[Path], limit: int) -> list[Report]:
    """The reports of these paths, so many at most."""
    found = timed(stages, "intake", lambda: list(intake(paths)))
    reports = [r for r in found if isinstance(r, Report)][:limit]
    return timed(stages, "intake", lambda: list(across(reports)))


def ours(paths: list[Path], limit: int) -> tuple[dict[str, float], list[Report]]:
    """CPU-seconds of each of our stages, and the reports read."""
    stages: dict[str, float] = {}
    pipeline()
    reports = read(stages, paths, limit)
    readings = []
    for report in reports:
        parsed = timed(stages, "parse", lambda r=report: parse(r))
        quotes = timed(stages, "statements", lambda r=report: quotations(r))
        statements = timed(stages, "statements", lambda p=parsed, q=quotes: find_statements(p, q))
        figures = timed(
            stages, "figures", lambda p=parsed, s=statements, q=quotes: find_figures(p, s, q)
        )
        readings.append(Reading(report, statements, figures))
    timed(stages, "tracing and reconciling", lambda: together(readings))
    timed(stages, "case file", lambda: saved(readings))
    return stages, reports


def saved(readings: list[Reading]) -> None:
    """Write the readings into a case file and forget it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_case(Path(folder) / "case.db", create=True) as case,
    ):
        case.add(readings)


def beside(way: str, paths: list[Path], limit: int) -> dict[str, float]:
    """CPU-seconds of the parse and of statements where reports are parsed in this way."""
    stages: dict[str, float] = {}
    reports = read({}, paths, limit)
    find_statements(parse(reports[0]), quotations(reports[0]))  # loads the lists
    parses: Iterator[Parse] = map(parse, reports) if way == "one by one" else parse_all(reports)
    while (parsed := timed(stages, "parse", lambda: next(parses, None))) is not None:
        quotes = timed(stages, "statements", lambda p=parsed: quotations(p.report))
        timed(stages, "statements", lambda p=parsed, q=quotes: find_statements(p, q))
    return stages


def ways(paths: list[Path], limit: int) -> None:
    """Print what statements cost beside the parse, each way in a process of its own."""
    print("\n| parsed | parse, CPU s | statements | share of the parse |\n|---|---|---|---|")
    for way in ("one by one", "together"):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            cost = pool.apply(beside, (way, paths, limit))
        share = cost["statements"] / cost["parse"]
        print(f"| {way} | {cost['parse']:.2f} | {cost['statements']:.2f} | {share:.1%} |")


def others(texts: list[str]) -> dict[str, float]:
    """CPU-seconds of the bare pipeline and of quantulum3 on the same texts."""
    result: dict[str, float] = {}
    nlp = pipeline()
    timed(result, "spaCy alone, our weights", lambda: list(nlp.pipe(texts, batch_size=64)))
    if importlib.util.find_spec("quantulum3"):
        from quantulum3 import parser

        parser.parse("ten people")
        timed(
            result, "quantulum3 (numbers and units only)", lambda: [parser.parse(t) for t in texts]
        )
    return result


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    arguments.add_argument("paths", nargs="*", type=Path)
    arguments.add_argument("--reports", type=int, default=200)
    args = arguments.parse_args()
    syria = ROOT.parent / "shared" / "corpora" / "syria"
    paths = args.paths or [syria if syria.exists() else ROOT / "examples" / "flood"]
    stages, reports = ours(paths, args.reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    texts = [t for r in reports for t in readable(r)]
    words = sum(len(t.split()) for t in texts)
    whole = sum(stages.values())
    print(f"{len(reports)} reports, {words} words\n")
    print("| stage | CPU s | words per CPU-second | share |\n|---|---|---|---|")
    for name, seconds in stages.items():
        share = f"{seconds / whole:.0%}"
        print(f"| {name} | {seconds:.2f} | {words / max(seconds, 1e-9):,.0f} | {share} |")
    print(f"| **whole** | {whole:.2f} | {words / whole:,.0f} | 100% |")
    for name, seconds in others(texts).items():
        print(f"| {name} | {seconds:.2f} | {words / seconds:,.0f} | |")
    print(f"\npeak memory {peak:.0f} MB")
    ways(paths, args.reports)


if __name__ == "__main__":
    main()
