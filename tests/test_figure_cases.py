"""Short invented texts with the figures that a reader finds in them.

Each line of `figure_cases/*.txt` is one case: a text, "=>", then its figures in
order, parted by ";", or "none". A figure is its number expression, then the
fields that the case is about, parted by "|": a modifier, an interval
("12..30", "12..", "..30", or one number), a kind, a unit, or `thing=`,
`action=`, `place=`, `period=` and `of=` (the number that it is a part of).
"a or b" allows either, "-" stands for none. `headlines.txt` is read as titles;
`later.txt` lists what is wanted and not yet so, and is not run.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.model import Figure, Kind, Modifier, Report, Segment, SegmentKind
from stemmata.reading import read

FOLDER = Path(__file__).parent / "figure_cases"
MODIFIERS = frozenset(get_args(Modifier))
KINDS = frozenset(get_args(Kind))
NUMBER = r"\d+(?:\.\d+)?(?:e\d+)?"


def cases() -> list[object]:
    """One parameter set a line, named by its table and text."""
    found = []
    for table in sorted(FOLDER.glob("*.txt")):
        if table.name == "later.txt":
            continue
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, wanted = line.split(" => ")
                found.append(pytest.param(table.stem, text, wanted, id=f"{table.stem}: {text}"))
    return found


def report(text: str, kind: SegmentKind = "body") -> Report:
    """A report of one line."""
    title = text if kind == "title" else None
    return Report("case", "case", "", text, (Segment(0, len(text), kind),), title=title)


@functools.cache
def figures(text: str, kind: SegmentKind) -> tuple[Figure, ...]:
    return read(report(text, kind)).figures


def ends(words: str) -> tuple[float | None, float | None]:
    low, dots, high = words.partition("..")
    if not dots:
        return float(low), float(low)
    return float(low) if low else None, float(high) if high else None


def field(words: str) -> tuple[str, str]:
    """The name of the field that `words` speak of, and what they want of it."""
    name, equals, value = words.partition("=")
    if equals:
        return name, value
    first = words.split(" or ")[0]
    if first in MODIFIERS:
        return "modifier", words
    if first in KINDS:
        return "kind", words
    if re.fullmatch(rf"(?:{NUMBER})?(?:\.\.)?(?:{NUMBER})?", words):
        return "interval", words
    return "unit", words


def right(figure: Figure, name: str, wanted: str, known: dict[str, str]) -> bool:
    if name == "interval":
        low, high = ends(wanted)
        return near(figure.low, low) and near(figure.high, high)
    found = known.get(figure.part_of or "") if name == "of" else getattr(figure, name)
    return ("-" if found is None else found) in wanted.split(" or ")


def near(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return found == pytest.approx(wanted, rel=1e-3)


def told(figure: Figure, name: str, known: dict[str, str]) -> object:
    if name == "interval":
        return figure.low, figure.high
    return known.get(figure.part_of or "") if name == "of" else getattr(figure, name)


def faults(text: str, kind: SegmentKind, wanted: str) -> list[str]:
    """What is not as the case wants it, in words."""
    found = figures(text, kind)
    expected = [[w.strip() for w in one.split(" | ")] for one in wanted.split(" ; ")]
    expected = [] if wanted == "none" else expected
    numbers = [f.text for f in found]
    if numbers != [fields[0] for fields in expected]:
        return [f"found {numbers}"]
    known = {f.id: f.text for f in found}
    return [
        f"{figure.text}: {name} is {told(figure, name, known)!r}, not {value!r}"
        for figure, (_, *fields) in zip(found, expected, strict=True)
        for name, value in map(field, fields)
        if not right(figure, name, value, known)
    ]


@pytest.mark.parametrize(("table", "text", "wanted"), cases())
def test_figures(table: str, text: str, wanted: str) -> None:
    assert faults(text, "title" if table == "headlines" else "body", wanted) == []


WORDS = (
    "at least 58 people 1,204 homes , . ; ( ) killed were including 12 of them half 93 percent "
    "$ 5 million on 4 May more than dozens km 10-12 to and in three \u201c \u201d \u2019s - :"
    " \u00bd % 6.1"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=30) | st.lists(st.text(max_size=12)))
def test_figures_of_any_text_are_spans_in_order(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for figure in read(report(text)).figures:
        assert at <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        at = figure.end


SIGNS = [(" ", "\u00a0"), (" ", "\u202f"), ("'", "\u2019"), ('"', "\u201d"), ("-", "\u2011")]


@pytest.mark.parametrize(("sign", "other"), SIGNS)
@pytest.mark.parametrize(
    "text",
    [
        "At least 58 people were killed and 1,204 homes destroyed.",
        'He said "12 of the town\'s 40 wells" were dry, or 93 percent.',
        "The 30-cm flood cost $5 million and hit two-thirds of 14 villages.",
    ],
)
def test_other_blanks_and_quotes_change_nothing(text: str, sign: str, other: str) -> None:
    def fields(written: str) -> list[tuple[object, ...]]:
        return [
            (f.start, f.end, f.low, f.high, f.modifier, f.kind, f.unit, f.head, f.action)
            for f in read(report(written)).figures
        ]

    assert fields(text.replace(sign, other)) == fields(text)


def test_furniture_has_no_figures() -> None:
    text = "58 people were killed.\nMore: 12 dead in harbour blaze, 40 hurt\n300 homes burned."
    ends = [0, *(m.end() for m in re.finditer("\n", text)), len(text) + 1]
    kinds: list[SegmentKind] = ["body", "furniture", "body"]
    segments = tuple(Segment(ends[i], ends[i + 1] - 1, kinds[i]) for i in range(3))
    found = read(Report("case", "case", "", text, segments)).figures
    assert [f.text for f in found] == ["58", "300"]
