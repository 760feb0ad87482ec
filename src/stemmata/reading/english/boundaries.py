"""Sentence boundaries that need no parser: where none can stand.

The parser takes what is set here as given and decides the rest.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

NAME = "stemmata_boundaries"
_NEVER = {",", ";", ":", ")", "]", "%"}


@Language.component(NAME)
def mark_boundaries(doc: Any) -> Any:
    """Set where a sentence cannot begin, by the tokens beside it.

    It never begins with a closing mark or amid brackets.
    """
    depth = 0
    for i, token in enumerate(doc):
        text = token.text
        if i and (depth > 0 or text in _NEVER):
            token.is_sent_start = False
        if text in {"(", "["}:
            depth += 1
        elif text in {")", "]"}:
            depth = max(0, depth - 1)
    return doc
