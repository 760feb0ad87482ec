"""What the members of a list of counts share: "four guards and nine prisoners died"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemmata.reading.english.parse import Parse

_LINK = re.compile(r",|,? (?:and|or|as well as|plus)(?: |$)")
_NOMINAL = frozenset("NN NNS NNP NNPS JJ JJR JJS DT RB CC , HYPH POS VBN PRP$ CD IN".split())
_INNER_PREPOSITIONS = frozenset("of at about around over than up as least".split())


def linked(parse: Parse, end: int, start: int) -> bool:
    """True where tokens `end` up to `start` only name what is counted and go on with a list."""
    tokens = parse.tokens[end:start]
    if not tokens or len(tokens) > 9:
        return False
    for token in tokens:
        if token.tag not in _NOMINAL or (token.tag == "VBN" and token.lower.endswith("ed")):
            return False
        if token.tag == "IN" and token.lower not in _INNER_PREPOSITIONS:
            return False
    words = " ".join(t.lower for t in tokens)
    return bool(_LINK.search(" " + words + " "))


def shared(verbs: Sequence[str | None], links: Sequence[bool]) -> list[str | None]:
    """The verb of each, where one without its own takes that of the next in its list.

    `links[i]` tells that the list goes on from count `i` to the next.
    """
    result = list(verbs)
    for i in range(len(result) - 2, -1, -1):
        if result[i] is None and links[i]:
            result[i] = result[i + 1]
    return result
