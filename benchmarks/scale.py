"""How tracing and reconciling grow: the corpora repeated under other names, places and numbers.

    python benchmarks/scale.py [PATH ...] [--reports N,N] [--profile N]

Each report is read once. A repetition of a group of reports is made from its
reading: the names in capitals, the digits and the dates are changed in the text
and in every record alike, letter for letter, so that all spans stay where they
are and nothing has to be parsed again. Every repetition is so a matter of its
own, as in a case that gathers many events. Told are CPU-seconds a report of
tracing and of reconciling (with mutations) and peak memory, each size in a
process of its own. On a machine that others use, CPU time itself swings: so each
process also takes 1,000 other reports before and after, and `growth` is the time
a report against the mean of these two. `--profile N` prints where the time goes
for N reports.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import multiprocessing
import pstats
import random
import re
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from stemmata.model import Figure, Reading, Statement
from stemmata.pipeline import read_each, take_in
from stemmata.reading.english.ontology import action_class, people_class
from stemmata.reconciling import reconcile
from stemmata.tracing import find_mutations, trace

ROOT = Path(__file__).resolve().parents[1]
# Unseen reports stay unseen, and these two hold no matter of several reports.
LEFT_OUT = {"ghouta", "sea-cables", "syria", "gun-violence", "polnear", "ud"}
SIZES = (1_000, 3_000, 10_000)
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_CONSONANTS, _VOWELS = "bcdfghjklmnpqrstvwxz", "aeiouy"


class Disguise:
    """A change of names and numbers that keeps the length of every word."""

    def __init__(self, seed: int, small: frozenset[str]) -> None:
        self._random = random.Random(seed)
        self._small = small
        self._names: dict[str, str] = {}
        self._digits = self._random.sample("123456789", 9)

    def text(self, text: str) -> str:
        """A text with its names and its longer numbers changed."""
        return _DIGITS.sub(self._number, _WORD.sub(self._word, text))

    def number(self, value: float | None, before: str, after: str) -> float | None:
        """A figure's bound, in proportion as its number was changed; None stays open."""
        old, new = (re.sub(r"[^\d]", "", words) for words in (before, after))
        if value is None or old == new or not old:
            return value
        return round(value * int(new) / int(old), 6)

    def _word(self, found: re.Match[str]) -> str:
        word = found.group()
        if not word[0].isupper() or word.lower() in self._small or len(word) < 3:
            return word
        if word not in self._names:
            self._names[word] = "".join(self._letter(c) for c in word)
        return self._names[word]

    def _letter(self, letter: str) -> str:
        kind = _VOWELS if letter.lower() in _VOWELS else _CONSONANTS
        new = self._random.choice(kind)
        return new.upper() if letter.isupper() else new

    def _number(self, found: re.Match[str]) -> str:
        digits = found.group()
        if len(digits) < 2 or (len(digits) == 4 and digits[:2] in {"19", "20"}):
            return digits
        return "".join(c if c == "0" else self._digits[int(c) - 1] for c in digits)


def disguised(readings: Sequence[Reading], copy: int, small: frozenset[str]) -> Iterator[Reading]:
    """The readings of one matter under other names, places and numbers, on other days."""
    change = Disguise(copy, small)
    later = timedelta(days=3 * copy)
    for one in readings:
        report = one.report
        text = change.text(report.text)
        name = f"{copy:05}-{report.id}"
        published = report.published
        if published:
            published = (date.fromisoformat(published[:10]) + later).isoformat()
        yield Reading(
            replace(
                report, id=name, name=name, text=text, published=published,
                title=change.text(report.title) if report.title else None,
            ),
            tuple(_statement(s, name, copy, change) for s in one.statements),
            tuple(_figure(f, name, copy, text, change) for f in one.figures),
        )  # fmt: skip


def _statement(statement: Statement, report: str, copy: int, change: Disguise) -> Statement:
    names = ("source_name", "organisation")
    new = {n: change.text(v) if (v := getattr(statement, n)) else None for n in names}
    return replace(statement, id=f"{copy:05}-{statement.id}", report=report, **new)


def _figure(figure: Figure, report: str, copy: int, text: str, change: Disguise) -> Figure:
    names = ("thing", "place", "period", "source", "organisation")
    new = {n: change.text(v) if (v := getattr(figure, n)) else None for n in names}
    words = text[figure.start : figure.end]
    return replace(
        figure, id=f"{copy:05}-{figure.id}", report=report, text=words,
        low=change.number(figure.low, figure.text, words),
        high=change.number(figure.high, figure.text, words),
        part_of=f"{copy:05}-{figure.part_of}" if figure.part_of else None,
        statement=f"{copy:05}-{figure.statement}" if figure.statement else None, **new,
    )  # fmt: skip


def matters(paths: Sequence[Path]) -> list[list[Reading]]:
    """The readings of each path, read once."""
    found = []
    for path in paths:
        reports, _ = take_in([path])
        found.append([one for one in read_each(reports) if isinstance(one, Reading)])
    return [one for one in found if one]


def repeated(templates: Sequence[Sequence[Reading]], size: int, first: int = 0) -> list[Reading]:
    """So many readings, made from the templates in turn; `first` numbers the first copy."""
    words = {
        w for one in templates for r in one for w in re.findall(r"\b[a-z]{3,}\b", r.report.text)
    }
    small = frozenset(words)
    found: list[Reading] = []
    copy = first
    while len(found) < size:
        found += disguised(templates[copy % len(templates)], copy, small)
        copy += 1
    return found[:size]


def measured(readings: Sequence[Reading]) -> tuple[float, float, float]:
    """CPU-seconds of tracing, of reconciling, and peak memory in MB."""
    start = time.process_time()
    traced = trace(readings)
    middle = time.process_time()
    reconciled = reconcile(readings, traced.origins, traced.passages)
    find_mutations(
        readings, traced.origins, traced.passages, reconciled.quantities,
        action_class=action_class, people_class=people_class,
    )  # fmt: skip
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return middle - start, end - middle, peak


Row = tuple[float, float, float, float]


def _alone(templates: Sequence[Sequence[Reading]], size: int) -> Row:
    """One size, in a process of its own, so that its peak of memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run, (templates, size))


def _run(templates: Sequence[Sequence[Reading]], size: int) -> Row:
    """CPU-seconds a report of both stages, peak memory in MB, and the growth from 1,000."""
    # As the command does: nothing here makes cycles, and to look for them takes time.
    gc.set_threshold(200_000, 20, 20)
    before = sum(measured(repeated(templates, 1_000, 50_000))[:2])
    traced, reconciled, peak = measured(repeated(templates, size))
    after = sum(measured(repeated(templates, 1_000, 60_000))[:2])
    growth = (traced + reconciled) / size / ((before + after) / 2_000)
    return traced / size, reconciled / size, peak, growth


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    arguments.add_argument("paths", nargs="*", type=Path)
    arguments.add_argument("--reports", default=",".join(map(str, SIZES)))
    arguments.add_argument("--profile", type=int, default=0)
    args = arguments.parse_args()
    corpora = sorted((ROOT.parent / "shared" / "corpora").glob("*/reports"))
    paths = args.paths or [c.parent for c in corpora if c.parent.name not in LEFT_OUT]
    templates = matters(paths or [ROOT / "examples" / "flood"])
    if args.profile:
        profile = cProfile.Profile()
        profile.runcall(measured, repeated(templates, args.profile))
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)
        return
    print("| reports | tracing, ms a report | reconciling | both | growth | peak memory |")
    print("|---|---|---|---|---|---|")
    for size in map(int, args.reports.split(",")):
        traced, reconciled, peak, growth = _alone(templates, size)
        a, b = 1000 * traced, 1000 * reconciled
        cells = f"{a:.1f} | {b:.1f} | {a + b:.1f} | {growth:.2f} | {peak:.0f} MB"
        print(f"| {size:,} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
