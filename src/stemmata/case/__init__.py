"""The case file: one SQLite file that holds all that is known of one matter."""

from stemmata.case.file import (
    CaseFile,
    check_place,
    is_case,
    is_sqlite,
    load,
    open_case,
    original,
    readings,
    save,
)
from stemmata.case.spans import check, check_reading

__all__ = [
    "CaseFile",
    "check",
    "check_place",
    "check_reading",
    "is_case",
    "is_sqlite",
    "load",
    "open_case",
    "original",
    "readings",
    "save",
]
