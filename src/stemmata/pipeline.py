"""The way of a report, from top to bottom: intake, reading, tracing, reconciling, showing.

Everything before the case file is a pure function from records to records;
this module alone joins the rooms. `read`, `report` and `export` are the verbs
of the command line.
"""

from __future__ import annotations

import logging
import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Protocol

from stemmata import reading
from stemmata.case import (
    CaseFile,
    check_place,
    check_reading,
    is_case,
    is_sqlite,
    open_case,
    readings,
)
from stemmata.errors import CaseError, IntakeError, RecordError, ShowingError, SpanError
from stemmata.intake import across, intake, is_own_page, new_reports
from stemmata.model import Case, Failure, Reading, Report
from stemmata.reading import policies
from stemmata.reading.details import as_row, details
from stemmata.reading.english.ontology import action_class, people_class
from stemmata.reading.gazetteer import embedded, from_csv
from stemmata.reconciling import check_method, estimated, reconcile
from stemmata.showing import exports
from stemmata.showing.page import page
from stemmata.tracing import find_mutations, trace

_log = logging.getLogger(__name__)

Place = str | os.PathLike[str]
"""Where a file or folder is; "-" among the paths to read is standard input."""

# What a command that is stopped can lose of the reading it has done.
_REPORTS_A_TRANSACTION = 64


class Progress(Protocol):
    """Told after each step how far a stage has come."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
    del stage, done, total


@dataclass(frozen=True, slots=True)
class Summary:
    """What `read` did, and what the case holds after it.

    `new` and `known` count the reports that were read now and those that the
    case had already; `statements`, `figures` and `quantities` are the case's.
    `failures` is what could not be read this time.
    """

    new: int = 0
    known: int = 0
    statements: int = 0
    figures: int = 0
    quantities: int = 0
    failures: tuple[Failure, ...] = ()

    @property
    def read(self) -> int:
        """Reports that could be read, known ones too."""
        return self.new + self.known


def read(
    paths: Place | Sequence[Place],
    case: Place,
    *,
    stdin: bytes | None = None,
    progress: Progress = silent,
) -> Summary:
    """Read reports into the case file `case`, which is made where it is not there.

    `paths` are files, folders (with all below them) and "-" for the bytes `stdin`. A
    report that the case holds already adds nothing. What cannot be read is
    listed in the summary and in the case, and the rest is read all the same;
    where no path leads to a report, no case is made. Raises CaseError where the case
    file cannot be used.
    """
    case = Path(case)
    check_place(case, create=True)
    reports, failures = take_in(paths, stdin=stdin, own=case)
    if not reports and not case.exists():
        return Summary(failures=failures)
    with open_case(case, create=True) as file:
        new = tuple(new_reports(reports, file.known()))
        file.add((), failures)
        unread = _add(file, new, progress)
        now = _traced(file, progress)
    return Summary(
        new=len(new) - len(unread),
        known=len(reports) - len(new),
        statements=len(now.statements),
        figures=len(now.figures),
        quantities=len(now.quantities),
        failures=failures + unread,
    )


def report(
    source: Place | Sequence[Place],
    out: Place,
    *,
    title: str | None = None,
    generated: str | None = None,
    estimate: str = "latest",
    progress: Progress = silent,
) -> Path:
    """Write the page of a case to `out` and return its path.

    `source` is a case file, or the paths of reports, which are then read
    without keeping a case. `title` heads the page; `generated` is printed on it
    as it is; `estimate` names the method of the estimates. Raises IntakeError where
    no report can be read, CaseError where a case cannot be used, ShowingError where
    the page cannot be written, StemmataError for a method that has no name.
    """
    check_method(estimate)
    check_page(out, source)
    case = by_method(open_or_gather(source, own=out, progress=progress), estimate)
    if not case.reports:
        why = "; ".join(f"{one.name}: {one.reason}" for one in case.failures)
        raise IntakeError(f"No report could be read. {why}".rstrip())
    return write_page(case, out, title=title, generated=generated)


def export(
    case: Place,
    folder: Place,
    format: exports.Format = "jsonl",
    *,
    gazetteer: Place | None = None,
    policy: str = "interval",
    estimate: str = "latest",
) -> tuple[Path, ...]:
    """Write the tables of the case file `case` into `folder`, as JSON Lines or CSV.

    `gazetteer` is a CSV of places to look places up in, instead of the embedded
    one; `policy` says what vague words count as in the table of details; `estimate`
    names the method of the estimates. Returns the paths written. Raises CaseError,
    GazetteerError and PolicyError where those cannot be used, ShowingError where there is
    no such format or the folder cannot be written to, StemmataError for an unknown method.
    """
    check_method(estimate)
    exports.check_format(format)
    chosen = policies.policy(policy)
    places = from_csv(Path(gazetteer)) if gazetteer else embedded()
    held = by_method(load_traced(case), estimate)
    measures = {f: q.measure_type for q in held.quantities for f in q.figures}
    rows = details(held.figures, held.reports, measures, places, chosen)
    return exports.export(held, Path(folder), format, [as_row(one) for one in rows])


def by_method(case: Case, estimate: str) -> Case:
    """The case with its estimates by the named method. Raises StemmataError."""
    if all(one.estimate.method == estimate for one in case.quantities):
        return case
    held = estimated(readings(case), case.origins, case.quantities, estimate)
    return replace(case, quantities=held)


def open_or_gather(
    source: Place | Sequence[Place],
    *,
    stdin: bytes | None = None,
    own: Place | None = None,
    progress: Progress = silent,
) -> Case:
    """The case in a case file, or what the reports at the paths of `source` give together.

    `own` is as in `gather`. Raises CaseError where a case cannot be used or is not alone.
    """
    places = _places(source)
    if not any(is_sqlite(place) for place in places):
        return gather(places, stdin=stdin, own=own, progress=progress)
    if len(places) > 1:
        raise CaseError("A case file is among the paths. Give one case file alone, or reports.")
    return load_traced(places[0], progress=progress)


def load_traced(case: Place, *, progress: Progress = silent) -> Case:
    """The case in a case file; traced first where an earlier `read` was stopped before that."""
    with open_case(Path(case)) as file:
        return _traced(file, progress)


def gather(
    paths: Place | Sequence[Place],
    *,
    stdin: bytes | None = None,
    own: Place | None = None,
    progress: Progress = silent,
) -> Case:
    """Read reports into a case in memory; what cannot be read is among its failures.

    `own` is a file to pass over, as the page that is about to be written.
    """
    reports, failures = take_in(paths, stdin=stdin, own=own)
    read_now, unread = _sorted_out(read_each(tuple(new_reports(reports, set())), progress))
    return together(read_now, failures + unread, progress=progress)


def take_in(
    paths: Place | Sequence[Place], *, stdin: bytes | None = None, own: Place | None = None
) -> tuple[tuple[Report, ...], tuple[Failure, ...]]:
    """Intake: bytes to reports, and what could not be read.

    `own` is the file that this command writes: where it lies in a folder that is
    read it is passed over. A page or case that an earlier command wrote is no report.
    """
    found = [
        _own_refused(one)
        for one in intake(_places(paths), stdin=stdin)
        if own is None or not _is_same(Path(own), one.name)
    ]
    reports = [one for one in found if isinstance(one, Report)]
    failures = tuple(one for one in found if isinstance(one, Failure))
    return tuple(across(reports)), failures


def read_each(
    reports: Sequence[Report], progress: Progress = silent
) -> Iterator[Reading | Failure]:
    """Reading: each report alone. One that cannot be read becomes a Failure."""
    done = 0
    while done < len(reports):
        try:
            for one in reading.read_all(reports[done:]):
                check_reading(one)
                yield one
                done += 1
                progress("reading", done, len(reports))
        except Exception:
            # One report that breaks the reading ends the stream for those beside
            # it: take the next alone, then begin the stream again after it.
            yield _read_alone(reports[done])
            done += 1
            progress("reading", done, len(reports))


def together(
    read_now: Sequence[Reading], failures: tuple[Failure, ...] = (), *, progress: Progress = silent
) -> Case:
    """Tracing and reconciling: all reports together."""
    progress("tracing", 0, 1)
    traced = trace(read_now)
    progress("tracing", 1, 1)
    progress("reconciling", 0, 1)
    reconciled = reconcile(read_now, traced.origins, traced.passages)
    mutations = find_mutations(
        read_now,
        traced.origins,
        traced.passages,
        reconciled.quantities,
        action_class=action_class,
        people_class=people_class,
    )
    progress("reconciling", 1, 1)
    return Case(
        reports=tuple(one.report for one in read_now),
        failures=failures,
        statements=tuple(statement for one in read_now for statement in one.statements),
        figures=tuple(figure for one in read_now for figure in one.figures),
        passages=traced.passages,
        sources=traced.sources,
        origins=traced.origins,
        quantities=reconciled.quantities,
        relations=reconciled.relations,
        edges=traced.edges,
        tolls=tuple(toll for one in read_now for toll in one.tolls),
        mutations=mutations,
    )


def write_page(
    case: Case, out: Place, *, title: str | None = None, generated: str | None = None
) -> Path:
    """Showing: the page of a case, written whole. Raises ShowingError."""
    content = page(case, title=title, generated=generated)
    try:
        exports.replace_file(Path(out), content.encode())
    except OSError as error:
        raise ShowingError(f"{out}: {error.strerror}. Name another file for the page.") from error
    return Path(out)


def check_page(out: Place, source: Place | Sequence[Place]) -> None:
    """Check that a page can be at `out` before any long work begins. Raises ShowingError."""
    out = Path(out)
    if out.is_dir():
        raise ShowingError(f"{out} is a folder. Name a file, such as {out / 'report.html'}.")
    if not out.parent.is_dir():
        raise ShowingError(f"{out}: there is no folder {out.parent}. Make it first.")
    if is_sqlite(out) or any(_is_same(out, place) for place in _places(source)):
        raise ShowingError(f"{out} would be overwritten. Name another file for the page.")


def _add(file: CaseFile, new: Sequence[Report], progress: Progress) -> tuple[Failure, ...]:
    """Read new reports into the case, some at a time; returns what could not be read."""
    unread: tuple[Failure, ...] = ()
    stream = read_each(new, progress)
    while some := list(islice(stream, _REPORTS_A_TRANSACTION)):
        read_now, failed = _sorted_out(some)
        failed += _keep(file, read_now)
        file.add((), failed)
        unread += failed
    return unread


def _own_refused(found: Report | Failure) -> Report | Failure:
    """What is found, or where stemmata itself wrote the file, that it is no report."""
    if isinstance(found, Failure) and is_case(found.name):
        show = f"stemmata report {shlex.quote(found.name)} -o report.html"
        return Failure(
            found.name,
            "it is a case file and no report",
            f"To see the case: {show}. To add to another case, read the reports it was made from.",
        )
    if isinstance(found, Report) and is_own_page(found):
        return Failure(found.name, "it is a page that stemmata wrote", "Leave it out.")
    return found


def _keep(file: CaseFile, read_now: Sequence[Reading]) -> tuple[Failure, ...]:
    """Add to the case all together, or where that fails one by one; returns those refused."""
    try:
        file.add(read_now)
    except (RecordError, SpanError) as error:
        if len(read_now) == 1:
            return (_fault(read_now[0].report, error),)
        return tuple(failure for one in read_now for failure in _keep(file, [one]))
    return ()


def _traced(file: CaseFile, progress: Progress) -> Case:
    """The case, traced anew where reports were added since it was."""
    now = file.load()
    if file.is_traced():
        return now
    now = together(readings(now), now.failures, progress=progress)
    file.write_traced(now)
    return now


def _sorted_out(
    found: Iterable[Reading | Failure],
) -> tuple[tuple[Reading, ...], tuple[Failure, ...]]:
    found = list(found)
    return (
        tuple(one for one in found if isinstance(one, Reading)),
        tuple(one for one in found if isinstance(one, Failure)),
    )


def _read_alone(report: Report) -> Reading | Failure:
    try:
        one = reading.read(report)
        check_reading(one)
        return one
    except Exception as error:
        return _fault(report, error)


def _fault(report: Report, error: Exception) -> Failure:
    """A report that is well and that the product cannot cope with."""
    _log.debug("reading %s failed", report.name, exc_info=error)
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(
        report.name,
        f"reading it failed ({reason[:300]})",
        "Please report this as a fault of stemmata.",
    )


def _places(paths: Place | Sequence[Place]) -> list[str | Path]:
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    return [one if isinstance(one, str) else Path(one) for one in several]


def _is_same(a: Path, b: str | Path) -> bool:
    try:
        return a.is_file() and a.samefile(b)
    except (OSError, ValueError):
        return False
