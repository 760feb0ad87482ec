"""Which agency's text a report prints, by the credit in its dateline.

"PORT ORLE, 3 May (Campwire) -" and "PORT ORLE, 3 May. /CAMPWIRE/." say that
what follows is Campwire's, whoever prints it.
"""

from __future__ import annotations

import re

from stemmata.model import Report
from stemmata.tracing.nations import nations_in, plain
from stemmata.tracing.speakers import outlet_key

_NAME = r"(?P<{0}>[A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){{0,3}}|[a-zč]{{2,7}})"
_CREDIT = re.compile(rf"(?:\({_NAME.format('round')}(?:/[^()]*)?\)|/{_NAME.format('slash')}/)\W*$")


def credited(report: Report) -> str | None:
    """The agency that the first dateline of a report names in brackets, else None.

    A country in brackets says where the place is, and names nobody.
    """
    for part in report.segments:
        if part.kind == "dateline":
            found = _CREDIT.search(report.text[part.start : part.end])
            name = (found["round"] or found["slash"]) if found else None
            return name if name and not nations_in(plain(name).split()) else None
    return None


def own_text(report: Report) -> bool:
    """True where a report's outlet is the agency that its dateline credits."""
    name = credited(report)
    return bool(name and report.outlet and outlet_key(name) == outlet_key(report.outlet))


def is_own(report: Report, name: str) -> bool:
    """True where a name is the report's own outlet, or short for it: who told it told nobody else.

    "He told the Herald" in the Orle Herald comes through no outlet but itself.
    """
    if not report.outlet:
        return False
    own, said = outlet_key(report.outlet).split(), outlet_key(name).split()
    size = len(said)
    return bool(said) and (own[:size] == said or own[-size:] == said)
