"""Where a name stands in a text.

Names are looked for as strings: a pattern made of each name would have to be compiled
for nearly every report, which takes longer than to look.
"""

from __future__ import annotations

from collections.abc import Iterator


def starts(name: str, text: str) -> Iterator[int]:
    """Where a name begins in a text, as often as it does, within words too."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def is_edge(text: str, at: int) -> bool:
    """True where a word begins or ends at that place, as `\\b` has it."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return _in_word(before) != _in_word(after)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def whole(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text as whole words, one after the other: start and end."""
    reach = 0
    for start in starts(name, text):
        end = start + len(name)
        if start >= reach and is_edge(text, start) and is_edge(text, end):
            yield start, end
            reach = end


def stands_in(name: str, text: str) -> bool:
    """True where a name stands in a text as whole words."""
    return next(whole(name, text), None) is not None


def word_before(text: str, end: int) -> int:
    """Where what stands between the last blank or line end before a place and it begins."""
    return max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
