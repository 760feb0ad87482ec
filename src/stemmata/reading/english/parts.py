"""Which figure is a part of which: "including 40", "12 of them", "25 of the total 45"."""

from __future__ import annotations

import re

_INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|include[sd]?|comprising|of whom|of which|of these"
    r"|of them|among those|as well as|one of them|of those)\b[\s,]*(?:at least|more than|about|over"
    r"|around|some|nearly|up to|almost|as many as)?[\s\w,'-]{0,40}$",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"^[^.;]{0,40}?\bof (?:the|a|its|their)? ?(?:total|whole|estimated|combined|some|about|nearly)?"
    r"(?: of)? ?(?:the )?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"^\s*(?:[\w%]+\s){0,2}?of\s+(?:them|whom|which|these|those|the (?:dead|victims|injured|wounded"
    r"|total|killed|casualties))\b",
    re.IGNORECASE,
)
_MOSTLY = re.compile(r"^[\s,-]*(?:\w+ ){0,2}(?:children|women|girls|boys|minors|civilians)\b", re.IGNORECASE)
_AMONG_DEAD = re.compile(
    r"\bamong (?:the|those) (?:dead|victims|killed|evacuated|injured|wounded|missing|evacuees"
    r"|displaced|detained|arrested|casualties)",
    re.IGNORECASE,
)


def includes(between: str, after: str) -> bool:
    """True where the words between two numbers, or after the second, make it a part of the first."""
    return bool(_INCLUDING.search(between) or _OF_THEM.match(after)) and not _breaks(between)


def of_whole(between: str) -> bool:
    """True where the first number is a part of the second: "25 of the total 45"."""
    return bool(_OF_WHOLE.match(between)) and len(between) < 60


def among_the_dead(after: str) -> bool:
    """"There were also 20 women among the dead": a part of the last count of people."""
    return bool(_AMONG_DEAD.search(after[:80]))


def _breaks(between: str) -> bool:
    """A new clause with its own verb of harm between the two is no inclusion."""
    tail = _INCLUDING.search(between)
    return bool(tail is None and re.search(r"[.;:]", between))
