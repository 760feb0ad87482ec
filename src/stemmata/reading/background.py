"""Clauses that tell what everybody knows amid what somebody said."""

from __future__ import annotations

from stemmata.reading.english.parse import Parse


def background(parse: Parse, token_index: int) -> bool:
    """True for a word in a relative or appositive clause of general knowledge.

    "The quake struck the island, home to 120,000 people, the agency said": the
    number is the report's own, not the agency's.
    """
    del parse, token_index
    return False
