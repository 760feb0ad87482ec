"""Treebanks in CoNLL-U form, read into training examples for the English pipeline.

Documents are cut at paragraph marks, and paragraphs into groups of at most
`GROUP` sentences, because the product parses paragraph by paragraph.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from stemmata.reading.english.characters import plain

GROUP = 8  # as in the treebanks' own mean paragraph; longer texts slow the parser's oracle


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: `head` is an index into its sentence, itself for the root."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and whether it opens a document or a paragraph."""

    words: tuple[Word, ...]
    opens: bool
    document: str


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; words of a multi-word token stand apart."""
    rows: list[list[str]] = []
    opens, document = True, ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            if line.startswith("# newdoc"):
                document = line.rpartition("=")[2].strip()
            opens = (
                opens
                or line.startswith(("# newdoc", "# newpar ", "# newpar\n"))
                or line == "# newpar"
            )
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield Sentence(tuple(_words(rows)), opens, document)
            rows, opens = [], False


def _words(rows: list[list[str]]) -> Iterator[Word]:
    glued: dict[int, tuple[int, bool]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            for i in range(first, last + 1):
                glued[i] = (last, "SpaceAfter=No" not in row[9])
    kept = [row for row in rows if row[0].isdigit()]
    for i, row in enumerate(kept, 1):
        space = "SpaceAfter=No" not in row[9]
        if i in glued:
            last, after = glued[i]
            space = after if i == last else False
        head = int(row[6]) - 1 if int(row[6]) else i - 1
        yield Word(plain(row[1]), row[2], row[4], head, row[7], space)


def groups(path: Path, size: int = GROUP) -> list[list[Sentence]]:
    """Sentences of one paragraph together, at most `size` of them."""
    result: list[list[Sentence]] = []
    for sentence in sentences(path):
        if sentence.opens or not result or len(result[-1]) >= size:
            result.append([])
        result[-1].append(sentence)
    return result


def paragraphs(path: Path) -> list[list[Sentence]]:
    """Whole paragraphs, for scoring sentence boundaries as the product meets them."""
    return groups(path, size=10_000)


def example(nlp: Language, group: Iterable[Sentence]) -> Example:
    """Pair the pipeline's own tokens with the gold ones."""
    words = [w for s in group for w in s.words]
    heads, starts, at = [], [], 0
    for sentence in group:
        heads += [at + w.head for w in sentence.words]
        starts += [i == 0 for i in range(len(sentence.words))]
        at += len(sentence.words)
    gold = Doc(
        nlp.vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.tag for w in words],
        heads=heads,
        deps=["ROOT" if w.relation == "root" else w.relation for w in words],
    )
    return Example(nlp.make_doc(gold.text), gold)


def altered(group: list[Sentence], chance: random.Random, share: float = 1.0) -> list[Sentence]:
    """Sometimes the same text as headlines and scraped pages have it.

    One group in four, times `share`: lower case, title case, capitals, or without
    punctuation.
    """
    way = chance.random() / share if share else 1.0
    for upto, name in ((0.08, "lower"), (0.15, "title"), (0.20, "upper"), (0.27, "bare")):
        if way < upto:
            return altered_as(group, name)
    return group


def altered_as(group: list[Sentence], way: str) -> list[Sentence]:
    """The same text in "lower" case, "title" case or "upper" case, or "bare" of punctuation."""
    if way == "bare":
        return [s for s in map(_unpunctuated, group) if s.words]
    cases = {"lower": str.lower, "title": _titled, "upper": str.upper}
    return _recased(group, cases[way])


def _titled(form: str) -> str:
    return form[:1].upper() + form[1:]


def _recased(group: list[Sentence], case: Callable[[str], str]) -> list[Sentence]:
    return [replace(s, words=tuple(replace(w, form=case(w.form)) for w in s.words)) for s in group]


def _unpunctuated(sentence: Sentence) -> Sentence:
    """Drop the sentence's closing and inner punctuation; a mark that heads others stays."""
    headed = {w.head for i, w in enumerate(sentence.words) if w.head != i}
    keep = [
        i
        for i, w in enumerate(sentence.words)
        if w.tag not in {".", ",", ":", "``", "''", "-LRB-", "-RRB-"} or i in headed or w.head == i
    ]
    new = {old: i for i, old in enumerate(keep)}
    words = []
    for position, i in enumerate(keep):
        w = sentence.words[i]
        gap = any(
            sentence.words[j].space
            for j in range(i, keep[position + 1] if position + 1 < len(keep) else i + 1)
        )
        words.append(replace(w, head=new[w.head], space=gap or w.space))
    if words:
        words[-1] = replace(words[-1], space=True)
    return replace(sentence, words=tuple(words))
