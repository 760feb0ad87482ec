"""Which agency's text a report prints, by the credit in its dateline.

"PORT ORLE, 3 May (Campwire) -" says that what follows is Campwire's, whoever prints it.
"""

from __future__ import annotations

import re

from stemmata.model import Report
from stemmata.tracing.nations import nations_in, plain
from stemmata.tracing.speakers import outlet_key

_CREDIT = re.compile(r"\((?P<name>[A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){0,3})(?:/[^()]*)?\)\W*$")


def credited(report: Report) -> str | None:
    """The agency that the first dateline of a report names in brackets, else None.

    A country in brackets says where the place is, and names nobody.
    """
    for part in report.segments:
        if part.kind == "dateline":
            found = _CREDIT.search(report.text[part.start : part.end])
            placed = found and nations_in(plain(found["name"]).split())
            return found["name"] if found and not placed else None
    return None


def own_text(report: Report) -> bool:
    """True where a report's outlet is the agency that its dateline credits."""
    name = credited(report)
    return bool(name and report.outlet and outlet_key(name) == outlet_key(report.outlet))
