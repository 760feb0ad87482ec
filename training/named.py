"""Texts with their names marked: Universal NER's files, our own marks, GUM's named mentions.

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
from stemmata.reading.english.known_names import countries
from stemmata.reading.english.nouns import ROLES, TIMES, TITLES

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "person": "person",
         "organization": "organisation", "place": "place"}  # fmt: skip
_WORD = re.compile(r"(?<![\w'\u2019])[a-z](?=\w{3})")
_CALLED = TITLES | ROLES | {
    "prime", "vice", "deputy", "former", "foreign", "defense", "madam", "envoy", "earl",
    "spokesperson", "poet", "lady", "old",
}  # fmt: skip


@dataclass(slots=True)
class Marked:
    """One document's text, a sentence a line, with its names as (start, end, kind)."""

    id: str
    text: str = ""
    lines: list[tuple[int, int]] = field(default_factory=list)
    names: set[tuple[int, int, str]] = field(default_factory=set)
    # Stretches where a name may stand that the marking does not cut out.
    unclear: set[tuple[int, int]] = field(default_factory=set)

    def report(self) -> Report:
        """The document as a report: each sentence is a paragraph."""
        segments = tuple(Segment(start, end, "body") for start, end in self.lines)
        return Report(self.id, self.id, "", self.text, segments)

    def altered(self, way: str) -> Marked:
        """The same text as headlines have it: in "title" case or in "upper" case."""
        text = self.text.upper() if way == "upper" else _WORD.sub(_capital, self.text)
        if len(text) != len(self.text):
            text = "".join(c.upper() if len(c.upper()) == 1 else c for c in self.text)
        return Marked(f"{self.id} {way}", text, self.lines, self.names, self.unclear)

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


def set_apart(path: Path, marks: Path) -> list[Marked]:
    """The documents of a CoNLL-U file with the names that a file apart from it marks.

    `marks` has a line `# newdoc id = ` for each document, then rows: the sentence's number in
    the document, the first and the last word of a name, its type.
    """
    named: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
    document = ""
    for line in marks.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = line.rpartition("=")[2].strip()
        elif not line.startswith("#"):
            number, first, last, kind = line.split("\t")
            named.setdefault((document, int(number)), []).append((first, last, KINDS[kind]))
    found: list[Marked] = []
    for document, text, rows in blocks(path):
        if not found or found[-1].id != document:
            found.append(Marked(document))
        one = found[-1]
        rows = [row for row in rows if row[0].isdigit()]
        at = one.add_line(text)
        places = _placed(one.text, at, rows)
        words = {row[0]: place for row, place in zip(rows, places, strict=True)}
        for first, last, kind in named.get((document, len(one.lines)), ()):
            one.names.add((words[first][0], words[last][1], kind))
    return found


def documents_of(marks: Path) -> frozenset[str]:
    """The documents that a file of marks was made for, also those without a name."""
    lines = marks.read_text(encoding="utf-8").splitlines()
    return frozenset(x.rpartition("=")[2].strip() for x in lines if x.startswith("# newdoc"))


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
        places = _placed(one.text, at, words)
        kept, doubtful = _names(words, list(_mentions(words, waiting)))
        for first, last, kind in kept:
            one.names.add((places[first][0], places[last - 1][1], kind))
        for first, last in doubtful:
            one.unclear.add((places[first][0], places[last - 1][1]))
    return found


def _placed(text: str, at: int, words: list[list[str]]) -> list[tuple[int, int]]:
    """Where each word of a sentence that begins at `at` stands in the text."""
    places = []
    for row in words:
        start = text.find(row[1], at)
        start = at if start < 0 or start > at + 3 else start
        at = start + len(row[1])
        places.append((start, at))
    return places


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


def _names(
    words: list[list[str]], mentions: list[tuple[int, int, str]]
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """The outermost names of a sentence, and proper nouns of mentions that are none."""
    spans = [(m, _name(words, *m)) for m in mentions]
    found = {s for _, s in spans if s is not None}
    kept = [s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]
    taken = {k for s in kept for k in range(s[0], s[1])}
    held = {
        k for (a, b, kind), name in spans if kind in KINDS and name is None for k in range(a, b)
    }
    doubtful = [
        (k, k + 1)
        for k in sorted(held - taken)
        if words[k][4] in {"NNP", "NNPS"} and not _called(words[k])
    ]
    return kept, doubtful


def _name(words: list[list[str]], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """The name inside a mention, None where its head is none."""
    if kind not in KINDS:
        return None
    head = next((n for n in range(first, last) if not first < int(words[n][6]) <= last), first)
    if kind == "person" and words[head][4] in {"NN", "NNP"}:
        head = _bearer(words, head, last)
    if words[head][4] not in {"NNP", "NNPS"} or words[head][1].lower() in TIMES:
        return None
    start = end = head
    while start > first and _inner(words[start - 1]):
        start -= 1
    end += 1
    while end < last and _joined(words, end, last, kind):
        end += 1
    while start < end and (
        not words[start][1][0].isalnum() or (kind == "person" and _called(words[start]))
    ):
        start += 1
    while end > start and (words[end - 1][4] in {"POS", "IN", "DT", "CC", ","}):
        end -= 1
    if start == end or not words[start][1][0].isupper():
        return None
    text = " ".join(row[1] for row in words[start:end]).lower()
    if kind == "person" and not _a_person(words[start:end]):
        return None
    return start, end, "place" if text in countries() else KINDS[kind]


def _called(row: list[str]) -> bool:
    return row[1].lower().rstrip(".") in _CALLED


def _bearer(words: list[list[str]], head: int, last: int) -> int:
    """Of a title and the name behind it, "artist Mona Leary", the name."""
    for n in range(head + 1, last):
        row = words[n]
        if row[4] != "NNP" or row[7] not in {"flat", "appos", "compound"}:
            break
        if not _called(row):
            return n
    return head


def _a_person(name: list[list[str]]) -> bool:
    """False for peoples and for a role with its body: "Treasury Spokesperson"."""
    last = name[-1]
    return last[4] != "NNPS" and not _called(last) and name[0][1].lower() not in ADJECTIVES


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
