"""Which of the reports that came in are new to a case, and which are no reports at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from stemmata.model import Report

# How showing/templates/page.html names its maker.
_OWN_PAGE = b'<meta name="generator" content="stemmata">'
# The maker is named in the first lines of the page.
_HEAD_BYTES = 2000


def is_own_page(report: Report) -> bool:
    """Whether the report is a page that stemmata wrote about other reports."""
    return _OWN_PAGE in report.original[:_HEAD_BYTES]


def new_reports(reports: Iterable[Report], known: set[tuple[str, str]]) -> Iterator[Report]:
    """The reports that are not among those known by (id, sha256).

    One whose id is taken by other bytes becomes "ID-2", "ID-3" and so on.
    """
    taken = {id_ for id_, _ in known}
    seen = {_key(*one) for one in known}
    for one in reports:
        if _key(one.id, one.sha256) not in seen:
            id_, number = one.id, 1
            while id_ in taken:
                number += 1
                id_ = f"{one.id}-{number}"
            taken.add(id_)
            yield one if id_ == one.id else replace(one, id=id_)


def _key(id_: str, sha256: str) -> tuple[str, str]:
    """What a report is known by: its bytes, and its id before it was numbered.

    A number depends on what else was read with it, so it tells nothing.
    """
    return re.sub(r"-\d+$", "", id_), sha256
