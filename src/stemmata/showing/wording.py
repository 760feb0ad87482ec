"""What each outlet calls the same people and the same act.

A row stands for one quantity: its figures count the same thing, so the words
that name the thing there are names for the same people, and the verbs names
for the same act. Only words of the reports or their lemmas are shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Figure
from .index import Index


@dataclass(frozen=True, slots=True)
class Word:
    """A word and how often it is used."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One report's words for one thing: its own, and those inside quotation marks."""

    label: str
    place: str
    own: tuple[Word, ...]
    quoted: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that several reports use of what one or more questions ask about."""

    questions: tuple[tuple[str, str], ...]
    aspect: str
    words: tuple[str, ...]
    voices: tuple[Voice, ...]


def wording(index: Index) -> tuple[Naming, ...]:
    """The grid: every quantity that reports name in different words, most reports first.

    Quantities named by the same set of words are one row, for they are mostly
    the same people asked about twice.
    """
    things = _namings(index, "the same people or things", _head)
    acts = _namings(index, "the same act", lambda f: f.action)
    return tuple(sorted([*things, *acts], key=lambda n: (-len(n.voices), -len(n.words))))


def _namings(index: Index, aspect: str, word_of: Callable[[Figure], str | None]) -> list[Naming]:
    rows: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for quantity in index.case.quantities:
        figures = [f for f in index.known(quantity.figures) if word_of(f)]
        words = {(word_of(f) or "").casefold() for f in figures}
        if len(words) > 1 and len({f.report for f in figures}) > 1:
            rows[frozenset(words)].append(quantity.id)
    return [_naming(index, aspect, words, ids, word_of) for words, ids in rows.items()]


def _naming(
    index: Index,
    aspect: str,
    words: frozenset[str],
    ids: list[str],
    word_of: Callable[[Figure], str | None],
) -> Naming:
    figures = index.known(i for q in ids for i in index.quantities[q].figures)
    forms = _forms(figures, word_of)
    by_report: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if word_of(figure) and figure.report in index.reports:
            by_report[figure.report].append(figure)
    order = sorted(by_report, key=lambda i: (index.reports[i].published or "~", index.labels[i]))
    return Naming(
        questions=tuple((index.quantities[q].question, index.places[f"quantity:{q}"]) for q in ids),
        aspect=aspect,
        words=tuple(sorted(forms[w] for w in words)),
        voices=tuple(
            Voice(
                index.labels[i],
                index.places[f"report:{i}"],
                _counted([f for f in by_report[i] if not f.quoted], forms, word_of),
                _counted([f for f in by_report[i] if f.quoted], forms, word_of),
            )
            for i in order
        ),
    )


def _counted(
    figures: Sequence[Figure],
    forms: dict[str, str],
    word_of: Callable[[Figure], str | None],
) -> tuple[Word, ...]:
    said = Counter((word_of(f) or "").casefold() for f in figures)
    return tuple(Word(forms[w], n) for w, n in said.most_common())


def _forms(figures: Sequence[Figure], word_of: Callable[[Figure], str | None]) -> dict[str, str]:
    """Each lemma in the form that the reports use most."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for figure in figures:
        lemma = word_of(figure)
        if lemma:
            form = _surface(lemma, figure.thing) if word_of is _head else lemma
            seen[lemma.casefold()][form] += 1
    return {lemma: forms.most_common(1)[0][0] for lemma, forms in seen.items()}


def _head(figure: Figure) -> str | None:
    return figure.head or figure.thing


def _surface(lemma: str, thing: str | None) -> str:
    """The word of the thing that the lemma is the lemma of, else the lemma itself."""
    stem = lemma[: max(3, len(lemma) - 2)].casefold()
    near = [w for w in (thing or "").split() if w.casefold().startswith(stem)]
    return near[-1] if near else lemma
