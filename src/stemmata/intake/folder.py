"""Paths to things that can be read: walking folders in a fixed order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from stemmata.intake.jsonlines import Fault, Row, read_about
from stemmata.model import Failure

Form = Literal["text", "html", "rows"]

FORMS: dict[str, Form] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "rows",
    ".ndjson": "rows",
}
READABLE = "Readable are .txt, .text, .md, .html, .htm, .xhtml, .jsonl and .ndjson."
ABOUT = "reports.jsonl"
REPORTS = "reports"

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: in which form (None: its bytes must tell), and what is told about it."""

    path: Path
    form: Form | None
    about: Row | None = field(default=None)


def find(path: Path) -> Iterator[Found | Failure]:
    """The files that a path leads to: itself, or everything in the folder, sorted by name.

    Where a folder holds `reports.jsonl` beside a folder `reports`, the files in
    `reports` are its reports, the rows tell about them by file name without
    ending, and nothing else in that folder is looked at. Hidden files and
    folders are skipped; linked folders are not entered.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield refused(path, error)
        return
    if not stat.S_ISDIR(mode):
        yield Found(path, form_of(path)) if form_of(path) or not path.suffix else _foreign(path)
        return
    empty = True
    for found in _walk(path, {}):
        empty = False
        yield found
    if empty:
        yield Failure(str(path), "the folder holds no report", f"Put reports into it. {READABLE}")


def form_of(path: Path) -> Form | None:
    """How a file is read by its name's ending, None where the name does not tell."""
    return FORMS.get(path.suffix.lower())


def report_id(path: Path) -> str:
    """The file's name without its ending."""
    return path.stem if form_of(path) else path.name


def refused(path: Path, error: Exception) -> Failure:
    """Why the system does not give a file or folder, in words."""
    name = str(path)
    if isinstance(error, FileNotFoundError):
        return Failure(name, "there is no such file or folder", "Check the path.")
    if isinstance(error, PermissionError):
        return Failure(name, "it may not be read", "Give yourself the right to read it.")
    reason = getattr(error, "strerror", None) or str(error)
    return Failure(name, f"it cannot be read: {reason}", "Check the path and the disk.")


def printable(name: str) -> str:
    r"""A name that can be written as UTF-8: a byte or half character that cannot as \xff, \ud800.

    A file's name is any bytes; Python gives those that are no UTF-8 as single
    surrogates (PEP 383). Different names stay different.
    """
    return _SURROGATE.sub(lambda found: _escaped(ord(found.group())), name)


def _escaped(code: int) -> str:
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def _foreign(path: Path) -> Failure:
    return Failure(str(path), f"{path.suffix or 'this'} is not a kind that can be read", READABLE)


def _walk(folder: Path, about: dict[str, Row]) -> Iterator[Found | Failure]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield refused(folder, error)
        return
    names = {entry.name: entry for entry in entries}
    if ABOUT in names and REPORTS in names and names[REPORTS].is_dir():
        told = yield from _about(names[ABOUT])
        yield from _walk(names[REPORTS], told)
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, about)


def _entry(entry: Path, about: dict[str, Row]) -> Iterator[Found | Failure]:
    try:
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, about)
            return
    except OSError as error:
        yield refused(entry, error)
        return
    if form_of(entry) or not entry.suffix:
        yield Found(entry, form_of(entry), about.get(report_id(entry)))
    else:
        yield _foreign(entry)


def _about(path: Path) -> Generator[Failure, None, dict[str, Row]]:
    """Yields what is wrong with a `reports.jsonl`; its value is the rows by report."""
    told: dict[str, Row] = {}
    try:
        with path.open("rb") as stream:
            for row in read_about(stream):
                if isinstance(row, Fault):
                    yield Failure(f"{path}:{row.line}", row.reason, row.remedy)
                elif row.id is not None:
                    told[row.id] = row
    except OSError as error:
        yield refused(path, error)
    return told


def read_bytes(path: Path, limit: int) -> bytes:
    """A regular file's bytes.

    Raises:
        OSError: where the system does not give them.
        ValueError: where there are more than `limit`, or the path is no regular file.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as stream:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise ValueError("it is not a regular file")
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"it is larger than {limit // 1024 // 1024} MB")
    return data
