"""A report's readable text, as words with tags and dependencies.

The weights in `weights/` are our own (see the model card there). Each line of a
report is parsed as a paragraph of its own; furniture is not parsed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import spacy
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from stemmata.model import Report, Segment, Span
from stemmata.reading.english import boundaries
from stemmata.reading.english.characters import plain
from stemmata.reading.english.lemmas import lemma

# Paragraphs parsed together: larger gains nothing on one core, and a batch bounds the memory.
BATCH = 64
# A paragraph of more characters is parsed in pieces: the parser's memory grows with its length.
LONGEST = 20_000
# Characters of the reports parsed together: small ones by themselves cost a fifth more each.
TOGETHER = 60_000
# A heading is one sentence unless a stop stands in it; the parser cuts some at a capital.
_HEADINGS = ("title", "kicker", "subhead")
_STOPS = (".", "!", "?", '"')
# A quotation mark made of two characters, as typewriters and TeX have it.
_MARKS = ("''", "``")
_DOUBLE = re.compile("  |[\n\r]|''|``")
# Words, roles included, that may stand before a name's last part.
LONGEST_NAME = 8


@dataclass(slots=True)
class Token:
    """One word. `head` and `children` are indices into `Parse.tokens`; a root heads itself.

    `tag` is a Penn Treebank tag, `dep` a Universal Dependencies relation,
    `start` and `end` offsets into the report's text.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    lemma: str
    sentence: int
    children: list[int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to `last` (exclusive), and the segment they stand in."""

    first: int
    last: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class Parse:
    """All words and sentences of a report's readable text, in order."""

    report: Report
    plain: str
    tokens: list[Token]
    sentences: list[Sentence]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from token `first` to before token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def subtree(self, i: int) -> list[int]:
        """Indices of token `i` and all that depends on it, in the order of the text."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo += self.tokens[at].children
        return sorted(found)


@cache
def pipeline() -> Any:
    """The trained pipeline, loaded once."""
    place = resources.files("stemmata.reading.english") / "weights"
    with resources.as_file(place) as folder:
        nlp = spacy.load(folder, exclude=["vocab"])
    tagger: Any = nlp.get_pipe("tagger")
    for label in tagger.cfg["labels"]:
        nlp.vocab.strings.add(label)
    boundaries.keep_titles(nlp.tokenizer)
    nlp.add_pipe(boundaries.NAME, first=True)
    _use_numpy(nlp)
    return nlp


@cache
def _threads() -> Any:
    """What steers the threads of the matrix libraries that are loaded."""
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """Small matrices: a second thread would only wait beside the first, at full load."""
    limit: AbstractContextManager[Any] = _threads().limit(limits=1)
    return limit


def _use_numpy(nlp: Any) -> None:
    """Multiply matrices with NumPy's BLAS: 2.3 times as fast here as the one that comes with spaCy.

    Measured on `tok2vec` over 57,000 words, one thread: 17.7 against 40 microseconds a word.
    """
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if model else ():
            node.ops = ops


def parse(report: Report) -> Parse:
    """Parse one report."""
    return next(parse_all([report]))


def parse_all(reports: Iterable[Report]) -> Iterator[Parse]:
    """Parse reports in order, the paragraphs of several together."""
    waiting: list[_Waiting] = []
    size = 0
    for report in reports:
        waiting.append(_waiting(report))
        size += len(report.text)
        if size >= TOGETHER:
            yield from _parsed(waiting)
            waiting, size = [], 0
    yield from _parsed(waiting)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A report cut into paragraphs: (offset, segment, text, where each character stood)."""

    report: Report
    plain: str
    pieces: list[tuple[int, Segment, str, Sequence[int]]]


def _waiting(report: Report) -> _Waiting:
    text = plain(report.text)
    pieces = []
    for segment in report.segments:
        if segment.kind != "furniture":
            for start, end in _pieces(text, segment):
                pieces.append((start, segment, *_squeezed(text[start:end])))
    return _Waiting(report, text, pieces)


def _parsed(waiting: list[_Waiting]) -> Iterator[Parse]:
    nlp = pipeline()
    plain_docs = (nlp.make_doc(p[2]) for w in waiting for p in w.pieces)
    with one_thread():
        docs = iter(list(nlp.pipe(plain_docs, batch_size=BATCH)))
    for one in waiting:
        result = Parse(one.report, one.plain, [], [])
        for start, segment, _, where in one.pieces:
            _add(result, next(docs), start, segment, where)
        yield result


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """`text` with runs of blanks and double marks as one, and for each character where it stood."""
    if not _DOUBLE.search(text):
        return text, range(len(text))
    kept = [
        i for i, c in enumerate(text)
        if not (i and ((c.isspace() and text[i - 1].isspace()) or text[i - 1 : i + 1] in _MARKS))
    ]  # fmt: skip
    return "".join(_single(text, i) for i in kept), kept


def _single(text: str, i: int) -> str:
    return '"' if text[i : i + 2] in _MARKS else " " if text[i].isspace() else text[i]


def _pieces(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    at, end = segment.start, segment.end
    while end - at > LONGEST:
        cut = text.rfind(". ", at + LONGEST // 2, at + LONGEST) + 1
        cut = cut or (text.rfind(" ", at + LONGEST // 2, at + LONGEST) + 1) or at + LONGEST
        yield at, cut
        at = cut
        while at < end and text[at].isspace():
            at += 1
    yield at, end


def _add(result: Parse, doc: Any, offset: int, segment: Segment, where: Sequence[int]) -> None:
    tokens, base = result.tokens, len(result.tokens)
    whole = segment.kind in _HEADINGS
    first = base
    for token in doc:
        i, start = base + token.i, offset + where[token.idx]
        if token.is_sent_start and i > first and not _one(tokens[first:i], token.tag_, whole):
            result.sentences.append(Sentence(first, i, segment))
            first = i
        text, tag = token.text, token.tag_
        last = offset + where[token.idx + len(text) - 1]
        # A double mark of two characters is one in the parser's text.
        end = last + (2 if result.plain[last : last + 2] in _MARKS else 1)
        tokens.append(
            Token(
                i, start, end, text, text.lower(), tag, token.dep_,
                base + token.head.i, lemma(text, tag), len(result.sentences), [],
            )
        )  # fmt: skip
    if len(tokens) > first:
        result.sentences.append(Sentence(first, len(tokens), segment))
    for token in tokens[base:]:
        if token.head != token.i:
            tokens[token.head].children.append(token.i)


def _one(so_far: list[Token], tag: str, heading: bool) -> bool:
    """True where a boundary of the parser's is none: in a heading, a long name, or before a sum."""
    if heading and so_far[-1].text not in _STOPS:
        return True
    if tag == "$" and so_far[-1].text[-1:].isalnum():
        return True
    name = tag == so_far[-1].tag == "NNP" and len(so_far) <= LONGEST_NAME
    return name and not any(t.tag[:2] in {"VB", "MD"} or t.text in _STOPS for t in so_far)


def words_between(tokens: Sequence[Token]) -> str:
    """The tokens' own words, one blank apart."""
    return " ".join(t.text for t in tokens)
