"""Sentence boundaries that need no parser: where one must stand, and where none can.

The parser takes what is set here as given and decides the rest.
"""

from __future__ import annotations

from typing import Any

_END = {".", "!", "?"}
_CLOSE = {'"', "'", "''", ")", "]"}


def mark_boundaries(doc: Any) -> None:
    """Forbid a sentence to begin with a closing mark or amid a bracket or number."""
    depth = 0
    for token in doc:
        text = token.text
        if token.i and (depth > 0 or text in {",", ";", ":", ")", "]", "%"}):
            token.is_sent_start = False
        if text in {"(", "["}:
            depth += 1
        elif text in {")", "]"}:
            depth = max(0, depth - 1)
