"""Tables of numbers: a cell's thing is what its column is headed by.

A table is a run of lines with the same number of cells, apart by bars, tabs or two
blanks and more, whose first line has words alone and whose others have numbers behind
a label. "Dead" tells an act, "Schools" a thing, "Sales (EUR bn)" a measure with its
unit. A cell below a heading that names nothing countable is no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemmata.model import Figure, Kind, Report, Span
from stemmata.reading.english.counted_nouns import HARM
from stemmata.reading.english.lemmas import by_forms, lemma
from stemmata.reading.english.persons import names_people

_NUMBER = re.compile(r"(?P<sign>[-−–]\s?)?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?\s?%?")
_MONEY = {"€": "EUR", "$": "USD", "£": "GBP", "eur": "EUR", "usd": "USD", "gbp": "GBP",
          "euro": "EUR", "euros": "EUR", "dollars": "USD", "pounds": "GBP"}  # fmt: skip
_SCALES = {"bn": 1e9, "billion": 1e9, "billions": 1e9, "m": 1e6, "mn": 1e6, "million": 1e6,
           "millions": 1e6, "k": 1e3, "thousand": 1e3, "thousands": 1e3, "": 1.0}  # fmt: skip
_UNIT = re.compile(
    r"\(?(?:in )?(?:(?P<scale>thousands|millions|billions) of )?(?P<money>[€$£]|[A-Za-z]+) ?"
    r"(?P<after>bn|billion|mn?|million|k|thousand)?\)?",
    re.IGNORECASE,
)
# "Homes destroyed", "No. of people displaced".
_NUMBER_OF = re.compile(r"(?:total )?(?:number|no\.?|nos\.?|#) of |total (?=\w+s\b)", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?P<things>\w[\w '’-]*s|people|children|women|men) (?:still |newly |partly |fully )?"
    r"(?P<act>\w+ed|missing|dead|lost|built|rebuilt|held|hurt|shut|sunk|burnt)",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"(?:province|region|city|town|district|country|governorate|county|village|state|area|"
    r"place|location)s?",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?:quarter|year|month|date|day|week|period)s?", re.IGNORECASE)
# Plural in form, and no thing that a cell counts.
_NO_THING = frozenset("series status news position rank ranking class species".split())


class Cell(NamedTuple):
    """A cell of a line: its words and where they stand in the report."""

    text: str
    start: int


class Heading(NamedTuple):
    """What a column's cells are: thing, head, act, unit, kind and the factor of its numbers."""

    thing: str
    head: str
    action: str | None
    unit: str
    kind: Kind
    factor: float


def cells(line: str, start: int) -> list[Cell]:
    """The cells of a line, none where it is no row of a table."""
    barred = line.lstrip().startswith("|") or " | " in line
    parts = r"[^|]+" if barred else r"\S+(?: \S+)*"
    found = [Cell(m.group().strip(), m.start()) for m in re.finditer(parts, line)]
    kept = [
        Cell(c.text, start + c.start + line[c.start :].index(c.text[0])) for c in found if c.text
    ]
    return kept if len(kept) > 1 else []


def heading(words: str) -> Heading | None:
    """What a column is headed by; None where that names nothing countable."""
    named = re.match(r"[^(,]+", words)
    name = named.group().strip() if named else ""
    unit = re.search(r"\(([^()]+)\)|, ([^,]+)$", words)
    found = _UNIT.fullmatch((unit[1] or unit[2]).strip()) if unit else None
    if found and name and (symbol := _MONEY.get(found["money"].lower())):
        scale = (found["scale"] or found["after"] or "").lower()
        return Heading(name, name.split()[-1].lower(), None, symbol, "measure", _SCALES[scale])
    name = _NUMBER_OF.sub("", name)
    if not name or not re.fullmatch(r"[A-Za-z][A-Za-z '’-]*", name) or unit:
        return None
    if (done := _PARTICIPLE.fullmatch(name)) and (counted := heading(done["things"])) is not None:
        verb = done["act"].lower()
        return counted._replace(action=counted.action or HARM.get(verb) or by_forms(verb))
    last = name.split()[-1].lower()
    act = HARM.get(last) or HARM.get(by_forms(last))
    if act and len(name.split()) == 1:
        return Heading("people", "people", act, "person", "count", 1)
    noun = lemma(last, "NNS")
    if (noun == last and last != "people") or last in _NO_THING:
        return None
    kind = "person" if names_people(noun) else "item"
    return Heading(name, noun, None, kind, "count", 1)


def tables(report: Report) -> Iterator[list[list[Cell]]]:
    """The tables of a report's own lines, each as its rows, the heading first."""
    block: list[list[Cell]] = []
    for part in report.segments:
        line = report.text[part.start : part.end]
        if part.kind == "furniture" and re.fullmatch(r"[|\s:—–=+-]*", line):
            continue
        own = part.kind in {"body", "subhead"}
        # Words between bars look like a menu until numbers stand below them.
        row = cells(line, part.start) if own or part.detail == "menu" else []
        if own and block and len(row) == len(block[0]) and _has_numbers(row):
            block.append(row)
            continue
        if len(block) > 1:
            yield block
        block = [row] if row and not any(_NUMBER.fullmatch(c.text) for c in row) else []
    if len(block) > 1:
        yield block


def _has_numbers(row: Sequence[Cell]) -> bool:
    """True where the cells behind the label are numbers, or a dash for none."""
    behind = [c.text for c in row[1:]]
    filled = [t for t in behind if _NUMBER.fullmatch(t)]
    return bool(filled) and all(_NUMBER.fullmatch(t) or t in {"-", "–", "—"} for t in behind)


def with_tables(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with those of tables read by their headings, renumbered in order."""
    found = list(tables(report))
    if not found:
        return list(figures)
    rows = [Span(r[0].start, r[-1].start + len(r[-1].text)) for t in found for r in t]
    own = [f for f in figures if not any(r.start <= f.start and f.end <= r.end for r in rows)]
    own += [f for table in found for f in _figures(report, table)]
    own.sort(key=lambda f: (f.start, f.end))
    return [replace(f, id=f"{report.id}-{i:02d}") for i, f in enumerate(own, 1)]


def _figures(report: Report, table: Sequence[Sequence[Cell]]) -> Iterator[Figure]:
    headings = [heading(cell.text) for cell in table[0]]
    label = table[0][0].text
    for row in table[1:]:
        span = Span(row[0].start, row[-1].start + len(row[-1].text))
        total = re.match(r"(?:sub)?total|all\b|overall", row[0].text, re.IGNORECASE)
        told = None if total else row[0].text
        for cell, told_by in zip(row[1:], headings[1:], strict=True):
            number = _NUMBER.fullmatch(cell.text)
            if number is None or told_by is None or cell.text.endswith("%"):
                continue
            value = float(number["digits"].replace(",", "") + (number["rest"] or ""))
            value *= -told_by.factor if number["sign"] else told_by.factor
            yield Figure(
                id="",
                report=report.id,
                start=cell.start,
                end=cell.start + len(cell.text),
                text=cell.text,
                modifier="exact",
                low=value,
                high=value,
                kind=told_by.kind,
                unit=told_by.unit,
                thing=told_by.thing,
                action=told_by.action,
                place=told if _PLACES.fullmatch(label) else None,
                period=told if _TIMES.fullmatch(label) else None,
                source=None,
                via=None,
                quoted=False,
                sentence=span,
                head=told_by.head,
            )
