"""Who plain nouns name: health workers are medics, rebel forces fighters."""

from __future__ import annotations

import re

from stemmata.reconciling.words import singular

# What stands before "worker", "staff" or "force" tells who they are.
_ROLES = {
    "medic": r"health|health ?care|medical|hospital|ambulance",
    "firefighter": r"rescue|emergency|fire",
    "police": r"police|law enforcement",
    "soldier": r"army|military|government|regime",
    "militant": r"rebel|opposition|insurgent",
}
_ROLE = re.compile(
    "|".join(f"(?P<{name}>{words})" for name, words in _ROLES.items()), re.IGNORECASE
)
_PLAIN = frozenset("worker staff staffer employee force personnel member crew".split())


def role(head: str, thing: str) -> str:
    """The class of a plain noun by the word before it: "health workers"; else empty."""
    if singular(head) not in _PLAIN:
        return ""
    found = _ROLE.search(thing)
    return found.lastgroup or "" if found else ""
