"""What stands between commas behind a name and tells who it is: "Ann Lee, 43, a baker"."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.nouns import BODIES, ROLES, TIMES
from stemmata.reading.english.parse import Token
from stemmata.reading.phrases import APPOSITION
from stemmata.reading.words import (
    finite,
    head_word,
    is_modifier,
    is_nominal,
    opens_relative,
    past_bracket,
)


def with_apposition(tokens: Sequence[Token], end: int, ceiling: int) -> int:
    """The end of "Ann Lee, 43, a baker in the town" where the phrase itself ends at "Lee"."""
    at = past_bracket(tokens, end, ceiling)
    while at + 1 < ceiling and tokens[at].text == ",":
        stop = next(
            (k for k in range(at + 1, min(ceiling, at + APPOSITION))
             if tokens[k].text in {",", '"', ";", "."}), ceiling)  # fmt: skip
        inner = tokens[at + 1 : stop]
        if not inner or not _apposition(tokens, at + 1, stop):
            break
        at = stop
    return at


def _apposition(tokens: Sequence[Token], start: int, stop: int) -> bool:
    first = tokens[start]
    if first.lower in {"who", "whose"}:
        return True
    if first.tag == "CD" and stop - start <= 2:
        return True
    if _of_role(tokens, start - 2) and _full_name(tokens, start, stop):
        return True
    plain = next((k for k in range(start, stop) if opens_relative(tokens[k])), stop)
    if any(finite(t) for t in tokens[start:plain]) or first.tag in {"VBG", "CC", "IN", "RB"}:
        return False
    return head_word(tokens, start, plain).lower in ROLES | BODIES or first.lower in {"a", "an"}


def _of_role(tokens: Sequence[Token], last: int) -> bool:
    """True where a phrase that ends there is of a role: "the clerk", "a spokesman for the mill"."""
    at = last
    while at > 0 and last - at < 7 and (is_nominal(tokens[at]) or _within_name(tokens[at])):
        if tokens[at].lower in ROLES and (at == last or tokens[at + 1].lower in {"for", "of"}):
            return True
        at -= 1
    return False


def _within_name(token: Token) -> bool:
    return token.lower in {"for", "of", "the", "'s", "and"} or is_modifier(token)


def _full_name(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """ "said the clerk, Ann Lee": who the clerk is."""
    words = tokens[start:stop]
    named = words[:1] and words[0].tag[:3] == "NNP"
    capitals = all(t.text[:1].isupper() and t.lower not in TIMES for t in words)
    return bool(named) and 1 < len(words) <= 4 and capitals
