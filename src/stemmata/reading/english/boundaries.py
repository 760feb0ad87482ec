"""Sentence boundaries that need no parser: where none can stand.

The parser takes what is set here as given and decides the rest.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.symbols import ORTH

NAME = "stemmata_boundaries"
LONGEST = 400
"""Tokens after which a sentence ends whatever it says: no writer's is so long, and what
looks at a whole sentence for each of its figures would need time with the square of both."""
_STOPS = frozenset(".!?")
_NEVER = frozenset({",", ";", ":", ")", "]", "%"})
# After these a full stop shortens the word; a number or a small letter goes on.
_SHORT = frozenset(
    [
        "approx", "ca", "cca", "est", "no", "nos", "pop", "rs", "rp", "sq", "tel", "vol",
        "art", "fig", "min", "max", "incl", "avg", "hrs", "kg", "km", "lt", "gen", "col", "sgt",
        "st", "mt", "vs",
    ]
)  # fmt: skip
# Titles before a name: the full stop after them ends no sentence.
TITLES = (
    "Col", "Inf", "Capt", "Cmdr", "Brig", "Sgt", "Lt", "Gen", "Maj", "Adm", "Gov", "Sen", "Rep",
    "Rev", "Hon", "Prof", "Dr", "Mr", "Mrs", "Ms", "Det", "Insp", "Supt", "Amb", "Lieut", "Pvt",
    "Cpl", "Pres", "Sec",
)  # fmt: skip
_TITLED = frozenset(word.lower() + "." for word in TITLES)
_BOUNDS = frozenset("<>~≥≤$€£")
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
# How spaCy keeps "no sentence starts here": -1 without a sign.
_NOT = np.uint64(2**64 - 1)


def keep_titles(tokenizer: Any) -> None:
    """Keep a title and its full stop one word ("Col."), as the treebanks do."""
    for word in TITLES:
        tokenizer.add_special_case(word + ".", [{ORTH: word + "."}])


@Language.component(NAME)
def mark_boundaries(doc: Any) -> Any:
    """Set where a sentence cannot begin, by the tokens beside it.

    It never begins with a closing mark, amid brackets, with a small letter or a
    figure that goes on from a word, or right after a shortened word. After
    `LONGEST` tokens without a stop one begins.
    """
    words = [token.text for token in doc]
    starts = np.zeros(len(words), dtype=np.uint64)
    depth = run = 0
    for i, text in enumerate(words):
        run = 0 if i and words[i - 1][-1] in _STOPS and not depth else run + 1
        if run >= LONGEST and text not in _NEVER:
            starts[i], depth, run = 1, 0, 0
            continue
        glued = i > 0 and not doc[i - 1].whitespace_ and words[i - 1][-1].isalnum()
        if i and (
            depth > 0
            or text in _NEVER
            or (glued and text[0].isalnum())
            or _goes_on(words, i, text)
            or _averages(words, i)
        ):
            starts[i] = _NOT
        if text in _OPEN:
            depth += 1
        elif text in _CLOSE:
            depth = max(0, depth - 1)
    return doc.from_array([SENT_START], starts) if words else doc


def _averages(words: list[str], i: int) -> bool:
    """ "a career. 290 hitter", "a. 919 rate": a share of one that scraping has pulled apart."""
    shape = len(words[i]) == 3 and words[i].isdigit() and words[i - 1][-1] == "."
    follows = words[i + 1] if i + 1 < len(words) else ""
    return shape and follows in {"hitter", "hitters", "average", "averages", "batting", "slugging"}


def _goes_on(words: list[str], i: int, text: str) -> bool:
    """True where the word at `i` continues the sentence of the one before it."""
    before, first = words[i - 1], text[0]
    if first.islower():
        if before[-1].isalnum():
            return True
    elif first.isupper():
        return before.lower() in _TITLED
    elif not first.isdigit():
        return False
    if before[-1] == ".":
        word = before[:-1] or (words[i - 2] if i > 1 else "")
        return word.lower() in _SHORT
    if first.islower():
        return False
    return before.islower() or before in _BOUNDS or (i == 1 and before.isalpha())
