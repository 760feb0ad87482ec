"""The command line: one verb a stage, the verbs of the Python API.

Exit status: 0 where something was read (what could not be is listed on standard
error), 1 where nothing could be, 2 for wrong usage, 130 where it was stopped.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from stemmata import __version__
from stemmata.errors import StemmataError
from stemmata.model import Case, Failure

if TYPE_CHECKING:
    from stemmata.pipeline import Progress, Summary

# The pipeline is imported where a verb runs: it brings the language model's
# libraries, and `--help` or a slip in usage need not wait for them.

_EXAMPLES = """\
examples:
  stemmata read reports/ --case flood.db       a folder of reports into a case
  cat story.txt | stemmata read - --case flood.db
  stemmata report flood.db -o report.html      the case as a page
  stemmata report reports/ -o report.html      both in one step, no case kept
  stemmata export flood.db --format csv -o tables/
"""
# As `stemmata.reading.policies` names them, which `--help` must not load.
_POLICIES = ("interval", "acled", "midpoint")
# As `stemmata.reconciling.estimates` names them.
_ESTIMATES = ("latest", "most-origins", "ucdp", "acled", "range")
# The summary line names this many of what could not be read, and counts the rest.
_NAMED = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on `arguments` (those of the process) and return the exit status.

    Raises SystemExit(2) for wrong usage, as argparse does, and SystemExit(0)
    for --help and --version.
    """
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_character(stream)
    options = _parser().parse_args(arguments)
    # Reading makes millions of small records and no cycles: look for cycles seldom (3 % of the
    # time on 750 reports).
    gc.set_threshold(200_000, 20, 20)
    if options.debug:
        logging.basicConfig()
        logging.getLogger("stemmata").setLevel(logging.DEBUG)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except StemmataError as error:
        return _fail(str(error), options.debug)
    except BrokenPipeError:
        # Nobody reads on: the interpreter must not complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        _fail("stopped. What was read until then is kept where a case was named.", options.debug)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="stemmata",
        description="Read reports about the same events and trace every figure to its origin.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"stemmata {__version__}")
    parser.add_argument("--debug", action="store_true", help="on an error, show where it arose")
    # Also after the verb, where it does not undo what stood before it.
    both = argparse.ArgumentParser(add_help=False)
    both.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    verb = verbs.add_parser("read", parents=[both], help="read reports into a case file")
    verb.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, or - for stdin")
    verb.add_argument("--case", required=True, metavar="CASE.db", help="the case file to add to")
    verb.set_defaults(run=_read)

    verb = verbs.add_parser("report", parents=[both], help="write the page of a case or of reports")
    verb.add_argument("paths", nargs="+", metavar="PATH", help="a case file; or reports")
    verb.add_argument(
        "-o", "--out", required=True, metavar="FILE.html", help="the page to write; - for stdout"
    )
    verb.add_argument("--title", help="the heading of the page")
    _estimate_option(verb)
    verb.set_defaults(run=_report)

    verb = verbs.add_parser("export", parents=[both], help="write the tables of a case")
    verb.add_argument("case", metavar="CASE.db", help="a case file")
    verb.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
    verb.add_argument("-o", "--out", required=True, metavar="DIR", help="folder for the tables")
    verb.add_argument(
        "--gazetteer", metavar="FILE.csv", help="places with P-codes, instead of the embedded ones"
    )
    verb.add_argument(
        "--policy", choices=_POLICIES, default="interval", help="what vague words count as"
    )
    _estimate_option(verb)
    verb.set_defaults(run=_export)
    return parser


def _estimate_option(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--estimate", choices=_ESTIMATES, default="latest", help="how low, best and high are chosen"
    )


def _read(options: argparse.Namespace) -> int:
    from stemmata import pipeline

    with _progress() as progress:
        summary = pipeline.read(
            options.paths, options.case, stdin=_stdin(options.paths), progress=progress
        )
    _list(summary.failures)
    print(_one_line(_sum_up(summary)))
    return 0 if summary.read else 1


def _report(options: argparse.Namespace) -> int:
    from stemmata import pipeline

    out = None if options.out == "-" else options.out
    # Where the page goes to standard output, nothing else may.
    told = sys.stdout if out else sys.stderr
    if out:
        pipeline.check_page(out, options.paths)
    with _progress() as progress:
        case = pipeline.open_or_gather(
            options.paths, stdin=_stdin(options.paths), own=out, progress=progress
        )
    case = pipeline.by_method(case, options.estimate)
    _list(case.failures)
    if not case.reports:
        print("0 reports read, so no page was written.", file=told)
        return 1
    if out:
        pipeline.write_page(case, out, title=options.title)
    else:
        _to_stdout(case, options.title)
    print(_one_line(f"{out or 'the page'}: {_counts(case)}.{_unread(case.failures)}"), file=told)
    return 0


def _to_stdout(case: Case, title: str | None) -> None:
    """The page as the bytes that a file would hold, whatever the terminal's encoding."""
    from stemmata.showing.page import page

    sys.stdout.flush()
    sys.stdout.buffer.write(page(case, title=title).encode())
    sys.stdout.buffer.flush()


def _export(options: argparse.Namespace) -> int:
    from stemmata import pipeline

    written = pipeline.export(
        options.case,
        options.out,
        options.format,
        gazetteer=options.gazetteer,
        policy=options.policy,
        estimate=options.estimate,
    )
    for path in written:
        print(_one_line(str(path)))
    return 0


def _stdin(paths: Sequence[str]) -> bytes | None:
    return sys.stdin.buffer.read() if "-" in paths else None


def _sum_up(summary: Summary) -> str:
    """The line at the end of `read`."""
    reports = f"{_many(summary.read, 'report')} read"
    if summary.read:
        reports += f" ({summary.new} new, {summary.known} already known)"
    holds = ", ".join(
        (
            _many(summary.statements, "statement"),
            _many(summary.figures, "figure"),
            _many(summary.quantities, "quantity", "quantities"),
        )
    )
    return f"{reports}; the case holds {holds}.{_unread(summary.failures)}"


def _counts(case: Case) -> str:
    return ", ".join(
        (
            _many(len(case.reports), "report"),
            _many(len(case.statements), "statement"),
            _many(len(case.figures), "figure"),
            _many(len(case.quantities), "quantity", "quantities"),
        )
    )


def _unread(failures: Sequence[Failure]) -> str:
    if not failures:
        return ""
    named = [one.name for one in failures[:_NAMED]]
    if len(failures) > _NAMED:
        named.append(f"and {len(failures) - _NAMED} more")
    return f" Could not read {len(failures)}: {', '.join(named)}."


def _many(number: int, one: str, several: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def _list(failures: Iterable[Failure]) -> None:
    for one in failures:
        reason = one.reason.rstrip(".")
        print(_one_line(f"could not read {one.name}: {reason}. {one.remedy}"), file=sys.stderr)


def _fail(message: str, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(_one_line(f"stemmata: {message}"), file=sys.stderr)
    return 1


def _one_line(text: str) -> str:
    """Text that stays one line and sends the terminal no command, whatever a file is called."""
    shown = (one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
    return "".join(shown).rstrip()


def _never_fail_on_a_character(stream: TextIO) -> None:
    """A name that the terminal's encoding lacks is shown escaped, not as a crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal; elsewhere nothing, so that what is logged stays lines."""
    if not sys.stderr.isatty():
        from stemmata.pipeline import silent

        yield silent
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage)
            bars.update(tasks[stage], completed=done, total=total)

        yield show
