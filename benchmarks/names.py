"""Scores of the names that the reading room finds, on text annotated in Universal NER's form.

    python benchmarks/names.py FILE.iob2

FILE has one word a line (number, word, label in IOB2) and, before each
sentence, `# text = ` with the sentence itself; a line `# newdoc` begins a
document, which is read as one report. Labels are PER, ORG and LOC (Mayhew and
others 2024). Outlets and agencies are counted as organisations; names of other
things, which the gold leaves out, are not counted.

Printed are precision, recall and F1 of names whatever their type, and typed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from stemmata.model import Report, Segment
from stemmata.reading.english.parse import parse
from stemmata.reading.names import names

_TYPES = {"person": "PER", "organisation": "ORG", "outlet": "ORG", "place": "LOC"}
Found = tuple[int, int, str]
Rows = set[tuple[int, int, int, str]]


@dataclass(slots=True)
class Document:
    """One document's text, a sentence a line, with its names as (start, end, label)."""

    text: str = ""
    lines: list[tuple[int, int]] = field(default_factory=list)
    names: set[Found] = field(default_factory=set)


def documents(path: Path) -> Iterator[Document]:
    """The documents of an IOB2 file."""
    one, begun, at = Document(), None, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and one.text:
            yield one
            one = Document()
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
            at = len(one.text)
            one.lines.append((at, at + len(text)))
            one.text += text + "\n"
            begun = None
        elif line and not line.startswith("#"):
            begun, at = _word(one, line.split("\t"), begun, at)
    yield one


def _word(
    one: Document, fields: list[str], begun: Found | None, at: int
) -> tuple[Found | None, int]:
    """Take one word in: the name that is open after it, and where it ends."""
    word, label = fields[1], fields[2]
    start = one.text.index(word, at)
    end = start + len(word)
    if label.startswith("I-") and begun is not None:
        one.names.discard(begun)
        begun = (begun[0], end, begun[2])
    elif label.startswith("B-"):
        begun = (start, end, label[2:])
    else:
        return None, end
    one.names.add(begun)
    return begun, end


def found_in(one: Document) -> set[Found]:
    """The names that stemmata finds in the document."""
    segments = tuple(Segment(start, end, "body") for start, end in one.lines)
    report = Report("one", "one", "", one.text, segments)
    return {
        (name.span.start, name.span.end, _TYPES[name.kind])
        for name in names(parse(report))
        if name.kind in _TYPES
    }


def scores(gold: Rows, found: Rows) -> str:
    """Precision, recall and F1 in words."""
    right = len(gold & found)
    precision, recall = right / max(len(found), 1), right / max(len(gold), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


def main() -> int:
    """Score one file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    gold: Rows = set()
    found: Rows = set()
    for n, one in enumerate(documents(args.file)):
        theirs, ours = one.names, found_in(one)
        gold |= {(n, *name) for name in theirs}
        found |= {(n, *name) for name in ours}
        if args.wrong:
            _show(one, theirs, ours)
    untyped = ({(*row[:3], "") for row in rows} for rows in (gold, found))
    print("untyped", scores(*untyped))
    print("typed  ", scores(gold, found))
    return 0


def _show(one: Document, gold: set[Found], found: set[Found]) -> None:
    for word, rows in (("missed", gold - found), ("extra", found - gold)):
        for start, end, label in sorted(rows):
            print(word, label, repr(one.text[max(0, start - 25) : end + 25]), one.text[start:end])


if __name__ == "__main__":
    sys.exit(main())
