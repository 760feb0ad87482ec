"""Sentence boundaries that need no parser: where none can stand.

The parser takes what is set here as given and decides the rest.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

NAME = "stemmata_boundaries"
_NEVER = frozenset({",", ";", ":", ")", "]", "%"})
# After these a full stop shortens the word; a number or a small letter goes on.
_SHORT = frozenset(
    [
        "approx", "ca", "cca", "est", "no", "nos", "pop", "rs", "rp", "sq", "tel", "vol",
        "art", "fig", "min", "max", "incl", "avg", "hrs", "kg", "km", "lt", "gen", "col", "sgt",
        "st", "mt", "vs",
    ]
)  # fmt: skip

_BOUNDS = frozenset("<>~≥≤$€£")


@Language.component(NAME)
def mark_boundaries(doc: Any) -> Any:
    """Set where a sentence cannot begin, by the tokens beside it.

    It never begins with a closing mark, amid brackets, with a small letter or a
    figure that goes on from a word, or right after a shortened word.
    """
    depth = 0
    for i, token in enumerate(doc):
        text = token.text
        if i and (depth > 0 or text in _NEVER or _goes_on(doc, i, text)):
            token.is_sent_start = False
        if text in {"(", "["}:
            depth += 1
        elif text in {")", "]"}:
            depth = max(0, depth - 1)
    return doc


def _goes_on(doc: Any, i: int, text: str) -> bool:
    """True where the token at `i` continues the sentence of the one before it."""
    if not (text[0].islower() or text[0].isdigit()):
        return False
    before = str(doc[i - 1].text)
    if before[-1] == ".":
        word = before[:-1] or (str(doc[i - 2].text) if i > 1 else "")
        return word.lower() in _SHORT
    if text[0].islower():
        return before.isalpha()
    return before.islower() or before in _BOUNDS or (i == 1 and before.isalpha())
