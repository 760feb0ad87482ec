"""Texts with their names marked: Universal NER's files, and GUM's named mentions.

GUM marks every mention, of names and others, with all its words. Kept are those
whose head is a proper noun, cut to the name as Universal NER has it: without
article, title and what only describes. It is near, not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from stemmata.model import Report, Segment
from stemmata.reading.english.countries import ADJECTIVES
from stemmata.reading.english.nouns import ROLES, TIMES, TITLES

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "person": "person",
         "organization": "organisation", "place": "place"}  # fmt: skip
_WORD = re.compile(r"(?<![\w'\u2019])[a-z](?=\w{3})")
_CALLED = TITLES | ROLES | {"prime", "vice", "deputy", "former", "foreign", "defense"}


@dataclass(slots=True)
class Marked:
    """One document's text, a sentence a line, with its names as (start, end, kind)."""

    id: str
    text: str = ""
    lines: list[tuple[int, int]] = field(default_factory=list)
    names: set[tuple[int, int, str]] = field(default_factory=set)

    def report(self) -> Report:
        """The document as a report: each sentence is a paragraph."""
        segments = tuple(Segment(start, end, "body") for start, end in self.lines)
        return Report(self.id, self.id, "", self.text, segments)

    def altered(self, way: str) -> Marked:
        """The same text as headlines have it: in "title" case or in "upper" case."""
        text = self.text.upper() if way == "upper" else _WORD.sub(_capital, self.text)
        if len(text) != len(self.text):
            text = "".join(c.upper() if len(c.upper()) == 1 else c for c in self.text)
        return Marked(f"{self.id} {way}", text, self.lines, self.names)

    def add_line(self, text: str) -> int:
        """Add a sentence; where it starts."""
        start = len(self.text)
        self.lines.append((start, start + len(text)))
        self.text += text + "\n"
        return start


def _capital(found: re.Match[str]) -> str:
    return found[0].upper()


def blocks(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The document's id, the text and the rows of each sentence of a file."""
    document, text, rows = "", "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            document = line.rpartition("=")[2].strip()
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield document, text, rows
            rows = []


def universal(path: Path) -> list[Marked]:
    """The documents of a file of Universal NER (IOB2)."""
    found: list[Marked] = []
    for document, text, rows in blocks(path):
        if not found or found[-1].id != document:
            found.append(Marked(document))
        one, open_name = found[-1], None
        at = one.add_line(text)
        for row in rows:
            start = one.text.index(row[1], at)
            at = start + len(row[1])
            if row[2].startswith("I-") and open_name is not None:
                one.names.discard(open_name)
                open_name = (open_name[0], at, open_name[2])
            elif row[2][2:] in KINDS:
                open_name = (start, at, KINDS[row[2][2:]])
            else:
                open_name = None
            if open_name is not None:
                one.names.add(open_name)
    return found


def gum(path: Path) -> list[Marked]:
    """The documents of a file of GUM (CoNLL-U with Entity= brackets)."""
    found: list[Marked] = []
    waiting: list[tuple[str, str, int]] = []
    for document, text, rows in blocks(path):
        if not found or found[-1].id != document:
            found.append(Marked(document))
            waiting = []
        one = found[-1]
        at = one.add_line(text)
        words = [row for row in rows if row[0].isdigit()]
        places = []
        for row in words:
            start = one.text.find(row[1], at)
            start = at if start < 0 or start > at + 3 else start
            at = start + len(row[1])
            places.append((start, at))
        spans = [_name(words, *span) for span in _mentions(words, waiting)]
        kept = [s for s in spans if s is not None]
        for first, last, kind in kept:
            inner = any(a <= first and last <= b and b - a > last - first for a, b, _ in kept)
            if not inner:
                one.names.add((places[first][0], places[last - 1][1], kind))
    return found


def _mentions(
    words: list[list[str]], waiting: list[tuple[str, str, int]]
) -> Iterator[tuple[int, int, str]]:
    """The mentions of one sentence as ranges of words with GUM's type."""
    waiting.clear()
    for n, row in enumerate(words):
        entity = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|\d+\)", entity):
            if part.startswith("("):
                number, kind = part[1:].split("-")[:2]
                if part.endswith(")"):
                    yield n, n + 1, kind
                else:
                    waiting.append((number, kind, n))
            else:
                opened = next((w for w in waiting[::-1] if w[0] == part[:-1]), None)
                if opened is not None:
                    waiting.remove(opened)
                    yield opened[2], n + 1, opened[1]


def _name(words: list[list[str]], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """The name inside a mention, None where its head is none."""
    if kind not in KINDS:
        return None
    head = next((n for n in range(first, last) if not first < int(words[n][6]) <= last), first)
    if words[head][4] not in {"NNP", "NNPS"} or words[head][1].lower() in TIMES:
        return None
    start = end = head
    while start > first and _inner(words[start - 1]):
        start -= 1
    end += 1
    while end < last and _joined(words, end, last, kind):
        end += 1
    while start < end and (
        not words[start][1][0].isalnum()
        or (kind == "person" and words[start][1].lower().rstrip(".") in _CALLED)
    ):
        start += 1
    while end > start and (words[end - 1][4] in {"POS", "IN", "DT", "CC", ","}):
        end -= 1
    plain = start < end and words[start][1][0].isupper()
    people = (
        kind == "person"
        and start < end
        and (words[end - 1][4] == "NNPS" or words[start][1].lower() in ADJECTIVES)
    )
    return (start, end, KINDS[kind]) if plain and not people else None


def _inner(row: list[str]) -> bool:
    capital = row[4] in {"JJ", "NN", "NNS"} and row[1][0].isupper()
    return row[4] in {"NNP", "NNPS", "HYPH"} or capital


def _joined(words: list[list[str]], at: int, last: int, kind: str) -> bool:
    row = words[at]
    if _inner(row) or (row[4] == "HYPH" and at + 1 < last):
        return True
    if kind == "person" or row[1].lower() not in {"of", "for", "&", "the", "and"}:
        return False
    return any(r[1][0].isupper() for r in words[at + 1 : min(at + 3, last)])
