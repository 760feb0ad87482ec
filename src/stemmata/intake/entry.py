"""The way of a path into the house: find, read, give it its id, mark its segments."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from stemmata.errors import IntakeError
from stemmata.intake import html, text
from stemmata.intake.dates import date_line, leading_date
from stemmata.intake.folder import Form, Found, find, printable, read_bytes, refused, report_id
from stemmata.intake.furniture import HEAD_LINES, segments
from stemmata.intake.head import is_agency
from stemmata.intake.jsonlines import Fault, Row, read_rows
from stemmata.intake.mastheads import dated_name, is_masthead, is_wire
from stemmata.model import Failure, Report, Segment

STDIN = "standard input"

_PAGE = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
_MEDIA: dict[str, str] = {".md": "text/markdown"}


def intake(
    paths: Sequence[str | PathLike[str]], *, stdin: bytes | None = None
) -> Iterator[Report | Failure]:
    """Reports and failures of files, folders (with all below them) and standard input.

    "-" stands for `stdin`. What cannot be read gives one `Failure` and the rest is
    read all the same. The order is that of `paths`, within a folder by name. The
    same bytes under the same name give one report however often they come; under
    another name they are a copy, and a report of its own. Different reports that
    would have the same id get "-2", "-3" and so on. Nothing is fetched from anywhere, and
    files are opened only when their turn comes.
    """
    desk = _Desk()
    for path in paths:
        if str(path) == "-":
            yield from desk.admit(_from_stdin(stdin))
        else:
            for found in find(Path(path)):
                yield from desk.admit(
                    iter((found,)) if isinstance(found, Failure) else _from_file(found)
                )


@dataclass(slots=True)
class _Desk:
    """What has come in so far: reports by name and bytes, ids, and failures."""

    seen: set[tuple[str, str]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    failures: set[Failure] = field(default_factory=set)

    def admit(self, coming: Iterator[Report | Failure]) -> Iterator[Report | Failure]:
        for one in map(_named, coming):
            if isinstance(one, Failure):
                if one not in self.failures:
                    self.failures.add(one)
                    yield one
            elif (one.id, one.sha256) not in self.seen:
                self.seen.add((one.id, one.sha256))
                yield replace(one, id=self._free_id(one.id))

    def _free_id(self, wanted: str) -> str:
        chosen, number = wanted, 1
        while chosen in self.ids:
            number += 1
            chosen = f"{wanted}-{number}"
        self.ids.add(chosen)
        return chosen


def _named(one: Report | Failure) -> Report | Failure:
    """The same with a name and an id that can be written anywhere."""
    if isinstance(one, Failure):
        return replace(one, name=printable(one.name), reason=printable(one.reason))
    return replace(one, name=printable(one.name), id=printable(one.id))


def _from_stdin(data: bytes | None) -> Iterator[Report | Failure]:
    if not data:
        yield Failure(STDIN, "it is empty", "Pipe a report into it.")
        return
    form = _sniff(data)
    if form == "rows":
        yield from _from_rows(io.BytesIO(data), STDIN, "stdin")
    else:
        yield _document(data, form, STDIN, "stdin")


def _from_file(found: Found) -> Iterator[Report | Failure]:
    path, form = found.path, found.form
    name, identity = str(path), report_id(path)
    try:
        if form == "rows":
            with path.open("rb") as stream:
                yield from _from_rows(stream, name, identity)
            return
        data = read_bytes(path, html.MAX_BYTES if form == "html" else text.MAX_BYTES)
    except OSError as error:
        yield refused(path, error)
        return
    except ValueError as error:
        yield Failure(name, str(error), "Split it, or leave it out.")
        return
    if form != "html":
        form = _sniff(data, named=form is not None)
    if form == "rows":
        yield from _from_rows(io.BytesIO(data), name, identity)
    else:
        yield _document(data, form, name, identity, found.about)


def _sniff(data: bytes, named: bool = False) -> Form:
    """What bytes are: a page by its opening, rows where the name left it open and they are."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(head):
        return "html"
    if not named and head.lstrip().startswith(b"{"):
        first = next(read_rows(io.BytesIO(data)), None)
        if isinstance(first, Row):
            return "rows"
    return "text"


def _document(
    data: bytes, form: Form, name: str, identity: str, about: Row | None = None
) -> Report | Failure:
    """The one report of a text or page, with what a `reports.jsonl` tells about it."""
    try:
        if form == "html":
            page = html.read_page(data)
            text.check_lines(page.text)
        else:
            page = html.Page(text.read_text(data), None, None, None, None)
    except IntakeError as error:
        return Failure(name, *error.args)
    media = "text/html" if form == "html" else _MEDIA.get(Path(name).suffix, "text/plain")
    report = Report(
        identity,
        name,
        hashlib.sha256(data).hexdigest(),
        page.text,
        (),
        title=(about and about.title) or page.title,
        outlet=(about and about.outlet) or page.outlet,
        url=(about and about.url) or page.url,
        media_type=media,
        original=data,
    )
    told = (about.published if about else None, "reports.jsonl")
    return _described(report, told, (page.published, "page metadata"))


def _from_rows(stream: BinaryIO, name: str, stem: str) -> Iterator[Report | Failure]:
    empty = True
    for row in read_rows(stream):
        empty = False
        if isinstance(row, Fault):
            place = f"{name}:{row.line}" if row.line else name
            yield Failure(place, row.reason, row.remedy)
        else:
            yield _from_row(row, name, stem)
    if empty:
        yield Failure(name, "it is empty", "Put one JSON object a line into it.")


def _from_row(row: Row, name: str, stem: str) -> Report:
    report = Report(
        row.id or f"{stem}-{row.line}",
        f"{name}:{row.line}",
        row.sha256,
        row.text,
        (),
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        media_type="application/jsonl",
        original=row.original,
    )
    return _described(report, (row.published, "row"), (None, ""))


def _described(
    report: Report, told: tuple[str | None, str], found: tuple[str | None, str]
) -> Report:
    """The report with its segments, the title and outlet they show, and the best date there is."""
    parts = segments(report.text, report.title, report.outlet)
    title = report.title or next(
        (report.text[part.start : part.end] for part in parts if part.kind == "title"), None
    )
    dates = (told, (_printed_date(report.text, parts), "printed date"), found)
    published, source = next((date for date in dates if date[0]), (None, ""))
    return replace(
        report,
        segments=parts,
        title=title,
        outlet=report.outlet or _printed_outlet(report.text, parts),
        published=published,
        published_from=source,
    )


def _printed_date(whole: str, parts: Sequence[Segment]) -> str | None:
    """The first date printed in the head: a line of its own, or what the body opens with."""
    lines = [(part, whole[part.start : min(part.end, part.start + 300)]) for part in parts]
    for part, line in lines[:HEAD_LINES]:
        if part.kind != "date":
            continue
        if date := date_line(line) or (dated_name(line) or ("", ""))[1]:
            return date
    body = next((line for part, line in lines[:HEAD_LINES] if part.kind == "body"), "")
    return leading_date(body)


def _printed_outlet(whole: str, parts: Sequence[Segment]) -> str | None:
    """The outlet that the head names, alone or with the date; None where it names two."""
    names: list[str] = []
    # A single word with a date can be a place; the dateline's credit shows that it is none.
    datelines = (whole[part.start : part.end] for part in parts if part.kind == "dateline")
    credit = re.findall(r"\(([^()]+)\)", next(datelines, ""))
    for part in parts[:HEAD_LINES]:
        line = whole[part.start : part.end]
        # An agency's name alone credits the text, whoever prints it.
        if part.kind == "outlet" and is_masthead(line) and not is_agency(line):
            names.append(line)
        elif part.kind == "date" and (found := dated_name(line)):
            name = found[0]
            if is_masthead(name) or is_agency(name) or name in credit or is_wire(name):
                names.append(name)
    return names[0] if len({name.casefold() for name in names}) == 1 else None
