"""One case, one plain SQLite file: opened, added to, traced anew and read whole.

The file is in SQLite's rollback mode, so that between two commands it is one
file and nothing beside it, and each change is one transaction: a command that
is stopped half-way leaves the case as it was before that change.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from stemmata.case import rows
from stemmata.case.records import read_case
from stemmata.case.spans import check_reading
from stemmata.case.tables import (
    APPLICATION_ID,
    READ_TABLES,
    SCHEMA_VERSION,
    TRACED_NAMES,
    TRACED_TABLES,
)
from stemmata.case.views import VIEWS
from stemmata.errors import CaseError, RecordError, StemmataError
from stemmata.model import Case, Failure, Figure, Reading, Statement, Toll

_HEADER = b"SQLite format 3\x00"
# Long enough for another command's transaction on a large case, short enough
# that somebody who waits at a terminal learns why.
_BUSY_SECONDS = 30.0


class CaseFile:
    """An open case file. Use it in a `with` block, or call `close`."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db

    def __enter__(self) -> CaseFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was not committed is undone."""
        self._db.close()

    def known(self) -> set[tuple[str, str]]:
        """The (id, sha256) of every report in the case."""
        with _plainly(self.path):
            return set(self._db.execute("SELECT id, sha256 FROM reports"))

    def is_traced(self) -> bool:
        """Whether the reports were traced together since the last was added."""
        query = (
            "SELECT (SELECT count(*) FROM reports) = "
            "coalesce((SELECT value FROM meta WHERE key = 'traced_reports'), 0) + 0"
        )
        with _plainly(self.path):
            return bool(self._db.execute(query).fetchone()[0])

    def add(self, readings: Iterable[Reading], failures: Iterable[Failure] = ()) -> None:
        """Add what single reports gave, and what could not be read, in one transaction.

        A report whose id and sha256 are in the case adds nothing. A failure takes
        the place of an earlier one of the same name, and goes when a report of
        that name was read. Raises SpanError where a span does not fit its report,
        RecordError where another report has the id or where records point at
        what is not there; then nothing is added.
        """
        with _plainly(self.path), self._transaction():
            known = self.known()
            for reading in readings:
                key = (reading.report.id, reading.report.sha256)
                if key not in known:
                    self._add(reading)
                    known.add(key)
                self._forget_failure(reading.report.name)
            for failure in failures:
                self._forget_failure(failure.name)
                rows.write_failure(self._db, failure)

    def write_traced(self, case: Case) -> None:
        """Replace what all reports together gave by that of `case`, in one transaction.

        Taken are its passages, sources, origins, quantities, relations and edges;
        its reports are those that were traced.
        """
        with _plainly(self.path), self._transaction():
            for table in TRACED_NAMES:
                self._db.execute(f"DELETE FROM {table}")
            rows.write_traced(self._db, case)
            self._db.execute(
                "INSERT OR REPLACE INTO meta VALUES ('traced_reports', ?)",
                (str(len(case.reports)),),
            )

    def load(self) -> Case:
        """Everything in the case, without the original bytes.

        Every span is checked against its report's text: SpanError names the
        report and the span that does not match.
        """
        with _plainly(self.path), self._transaction("DEFERRED"):
            return read_case(self._db)

    def original(self, sha256: str) -> bytes:
        """The bytes of an original. Raises CaseError where the case has none of them."""
        query = "SELECT bytes FROM originals WHERE sha256 = ?"
        with _plainly(self.path):
            found = self._db.execute(query, (sha256,)).fetchone()
        if found is None:
            raise CaseError(f"{self.path}: no original has the SHA-256 {sha256}.")
        return bytes(found[0])

    def _add(self, reading: Reading) -> None:
        check_reading(reading)
        report = reading.report
        try:
            rows.write_report(self._db, report)
        except sqlite3.IntegrityError as error:
            raise RecordError(
                f"{self.path}: another report has the id {report.id}. "
                f"Rename {report.name} and read it again."
            ) from error
        for statement in reading.statements:
            rows.write_statement(self._db, statement, report.text)
        for figure in reading.figures:
            rows.write_figure(self._db, figure)
        for toll in reading.tolls:
            rows.write_toll(self._db, toll, report.text)

    def _forget_failure(self, name: str) -> None:
        self._db.execute("DELETE FROM failures WHERE name = ?", (name,))

    @contextmanager
    def _transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        self._db.execute(f"BEGIN {kind}")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise


def open_case(path: Path | str, *, create: bool = False) -> CaseFile:
    """Open a case file; with `create`, make it where there is none.

    Raises CaseError where the path holds something else, was written by a newer
    version, or cannot be opened; nothing there is changed then.
    """
    path = Path(path)
    check_place(path, create=create)
    is_new = not path.exists() or path.stat().st_size == 0
    with _plainly(path):
        db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={'rwc' if is_new else 'rw'}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
        )
    case = CaseFile(path, db)
    try:
        with _plainly(path):
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = FULL")
            if is_new:
                _make_tables(db)
            _check_version(path, db)
    except BaseException:
        case.close()
        raise
    return case


def check_place(path: Path | str, *, create: bool = False) -> None:
    """Check that a case can be at `path` before any long work begins. Raises CaseError."""
    path = Path(path)
    with _plainly(path):
        if path.is_dir():
            raise CaseError(f"{path} is a folder. Name a case file, such as {path / 'case.db'}.")
        if path.exists() and path.stat().st_size > 0:
            if not is_sqlite(path):
                raise CaseError(
                    f"{path} is no case file: it is not an SQLite file. It was left as it is; "
                    "name another file."
                )
        elif not create:
            raise CaseError(
                f"{path}: there is no case. Make one with: stemmata read PATH... --case {path}"
            )
        elif not path.parent.is_dir():
            raise CaseError(f"{path}: there is no folder {path.parent}. Make it first.")
        elif not os.access(path.parent, os.W_OK):
            raise CaseError(f"{path}: its folder cannot be written to. Name another place.")


def is_sqlite(path: str | os.PathLike[str]) -> bool:
    """Whether the file at `path` begins as every SQLite file does."""
    try:
        if not Path(path).is_file():  # to open a pipe would be to wait for its other end
            return False
        with Path(path).open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except (OSError, ValueError):
        return False


def is_case(path: str | os.PathLike[str]) -> bool:
    """Whether the file at `path` is a case file, by the application id in its head."""
    if not is_sqlite(path):
        return False
    try:
        with Path(path).open("rb") as file:
            # Where SQLite's file format keeps the application's id.
            return file.read(72)[68:] == APPLICATION_ID.to_bytes(4, "big")
    except OSError:
        return False


def load(path: Path | str) -> Case:
    """The whole case in the file at `path`. Raises CaseError and SpanError."""
    with open_case(path) as file:
        return file.load()


def save(case: Case, path: Path | str) -> None:
    """Write a whole case into a new file at `path`. Raises CaseError where there is one."""
    if Path(path).exists():
        raise CaseError(f"{path} is there already. Name a new file for the case.")
    with open_case(path, create=True) as file:
        file.add(readings(case), case.failures)
        file.write_traced(case)


def original(path: Path | str, sha256: str) -> bytes:
    """The original bytes with that SHA-256, as they were read. Raises CaseError."""
    with open_case(path) as file:
        return file.original(sha256)


def readings(case: Case) -> tuple[Reading, ...]:
    """The case's reports, each with what it was found to say."""
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in case.statements:
        statements[statement.report].append(statement)
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in case.figures:
        figures[figure.report].append(figure)
    tolls: defaultdict[str, list[Toll]] = defaultdict(list)
    for toll in case.tolls:
        tolls[toll.report].append(toll)
    return tuple(
        Reading(one, tuple(statements[one.id]), tuple(figures[one.id]), tuple(tolls[one.id]))
        for one in case.reports
    )


def _make_tables(db: sqlite3.Connection) -> None:
    db.executescript(
        f"""
        BEGIN IMMEDIATE;
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {SCHEMA_VERSION};
        {READ_TABLES}
        {TRACED_TABLES}
        {VIEWS}
        COMMIT;
        """
    )


def _check_version(path: Path, db: sqlite3.Connection) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise CaseError(
            f"{path} is an SQLite file, but no case of stemmata. It was left as it is; "
            "name another file."
        )
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise CaseError(
            f"{path} was written by a newer stemmata (tables of version {version}; this one "
            f"knows {SCHEMA_VERSION}). Update stemmata to open it."
        )
    if version < SCHEMA_VERSION:
        raise CaseError(
            f"{path} was written by an older stemmata (tables of version {version}; this one "
            f"writes {SCHEMA_VERSION}). Read its reports into a new case."
        )


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Say in plain words what SQLite or the system could not do with the file."""
    try:
        yield
    except StemmataError:
        raise
    except sqlite3.OperationalError as error:
        raise CaseError(f"{path}: {error}. {_remedy(str(error))}") from error
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, UnicodeEncodeError) as error:
        raise RecordError(
            f"{path}: what was read does not fit together ({error}). Nothing was changed; "
            "please report this as a fault of stemmata."
        ) from error
    except (sqlite3.DatabaseError, KeyError, TypeError) as error:
        raise CaseError(
            f"{path}: the case file is damaged ({error}). Take a copy from before, or read "
            "the reports again into a new one."
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise CaseError(f"{path}: {reason}. Name another file.") from error


def _remedy(problem: str) -> str:
    if "locked" in problem:
        return "Another program is writing to it; try again when it is done."
    if "readonly" in problem or "unable to open" in problem:
        return "Make the file and its folder writable, or name another file."
    if "full" in problem:
        return "Make room on the disk and try again."
    return "Take a copy from before, or read the reports again into a new case file."
