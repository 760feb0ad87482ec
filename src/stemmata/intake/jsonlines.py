"""Reports as rows of JSON Lines, and rows that tell about files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from stemmata.errors import IntakeError
from stemmata.intake.dates import iso_date
from stemmata.intake.lines import BLANKS
from stemmata.intake.text import check_lines

MAX_ROW = 16 * 1024 * 1024
"""Bytes of one row."""
TITLE_WITHIN = 300
"""Characters of a text within which its title counts as printed."""
MAX_FAULTS = 100
"""Broken rows of one file that are listed one by one; the rest are counted."""
FIELDS = "id, title, text, outlet, published and url"


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a JSON Lines file, or what a `reports.jsonl` tells about a file.

    `line` is the line's number from 1, `original` the bytes that the row was
    read from. `text` is empty in a row that tells about a file.
    """

    line: int
    id: str | None
    text: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    original: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.original).hexdigest()


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is no row, and why."""

    line: int
    reason: str
    remedy: str


def read_rows(stream: BinaryIO) -> Iterator[Row | Fault]:
    """The reports of a JSON Lines stream, one line in memory at a time.

    A row holds a report (`text`, and where known `id`, `title`, `outlet`,
    `published`, `url`), or a list `reports` of such rows. A broken line is a
    `Fault` and the lines after it are read.
    """
    faults = 0
    for found in _parse(stream):
        if isinstance(found, Fault):
            faults += 1
            if faults > MAX_FAULTS:
                continue
        yield found
    if faults > MAX_FAULTS:
        yield Fault(
            0,
            f"{faults - MAX_FAULTS:,} more lines could not be read",
            f"Check that each line is one JSON object with {FIELDS}.",
        )


def read_about(stream: BinaryIO) -> Iterator[Row | Fault]:
    """The rows of a `reports.jsonl` that tells about files: `report` names the file."""
    for number, line in _lines(stream):
        try:
            value = _object(line)
        except IntakeError as error:
            yield Fault(number, *error.args)
            continue
        name = value.get("report", value.get("id"))
        if name is not None:
            yield _row(number, value, "", line, str(name))


def _parse(stream: BinaryIO) -> Iterator[Row | Fault]:
    for number, line in _lines(stream):
        try:
            value = _object(line)
        except IntakeError as error:
            yield Fault(number, *error.args)
            continue
        nested = value.get("reports")
        if not isinstance(nested, list) or "text" in value:
            yield _report(number, value, line)
            continue
        for entry in nested:
            if isinstance(entry, dict):
                yield _report(number, entry, _bytes_of(entry))
            else:
                yield Fault(number, "its list `reports` holds something that is no object", "")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Non-blank lines with their numbers; of a line beyond `MAX_ROW` only the beginning."""
    number = 0
    while line := stream.readline(MAX_ROW + 2):
        number += 1
        if len(line) > MAX_ROW:
            while not line.endswith(b"\n") and (more := stream.readline(MAX_ROW)):
                line = line[: MAX_ROW + 1] + more[-1:]
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line.rstrip(b"\r\n")


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_ROW:
        raise IntakeError(
            f"the row is longer than {MAX_ROW // 1024 // 1024} MB", "Split it into several rows."
        )
    remedy = f"Each line must be one JSON object with {FIELDS}."
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"the row is not valid UTF-8 (byte {error.start + 1})", "Save the file as UTF-8."
        ) from None
    except (ValueError, RecursionError):
        raise IntakeError("the row is not valid JSON", remedy) from None
    if not isinstance(value, dict):
        raise IntakeError("the row is no JSON object", remedy)
    return value


def _report(number: int, value: dict[str, Any], original: bytes) -> Row | Fault:
    text = value.get("text")
    if not isinstance(text, str) or not text.strip(BLANKS):
        return Fault(number, "the row has no `text`", f"A row has the fields {FIELDS}.")
    title = _word(value, "title")
    if title and not _opens_with(text, title):
        text = f"{title}\n\n{text}"
    try:
        text.encode("utf-8")
        check_lines(text)
    except UnicodeEncodeError:
        return Fault(number, "the row's text holds half a character", "Export it again as UTF-8.")
    except IntakeError as error:
        return Fault(number, *error.args)
    identity = value.get("id")
    known = isinstance(identity, (str, int)) and str(identity).strip()
    return _row(number, value, text, original, str(identity).strip() if known else None)


def _row(
    number: int, value: dict[str, Any], text: str, original: bytes, identity: str | None
) -> Row:
    published = value.get("published")
    return Row(
        number,
        identity,
        text,
        _word(value, "title"),
        _word(value, "outlet"),
        iso_date(published) if isinstance(published, str) else None,
        _word(value, "url"),
        original,
    )


def _word(value: dict[str, Any], name: str) -> str | None:
    """A field's text on one line, None where it holds none."""
    found = value.get(name)
    if not isinstance(found, str):
        return None
    return " ".join(found.encode("utf-8", "ignore").decode("utf-8").split()) or None


def _opens_with(text: str, title: str) -> bool:
    """Whether the text prints its title near the top, white space aside."""
    return title in " ".join(text[: TITLE_WITHIN + len(title)].split())


def _bytes_of(entry: dict[str, Any]) -> bytes:
    """A nested row's own bytes: JSON with sorted keys, since those in the file belong to all."""
    return json.dumps(entry, ensure_ascii=True, sort_keys=True).encode("ascii")
