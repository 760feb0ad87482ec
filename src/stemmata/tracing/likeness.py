"""When two figures can be one number of one thing, and two sentences one remark."""

from __future__ import annotations

import functools
import math
import re

from stemmata.model import Figure, Span
from stemmata.tracing.nations import plain, singular

# How far a rounder number in a title may lie under the number that it rounds.
ROUNDING = 1.25
# How far "nearly" or "about" may go above it.
OVER = 1.1
_VAGUE = re.compile(r"(?:dozen|score|hundred|thousand|million|ten)s", re.I)
EMPTY = frozenset(
    "the and for that with from have has had been were was are said says told also its their "
    "his her they which who according this those than more over into after about added".split()
)


def vague(figure: Figure) -> bool:
    """True for a magnitude that is no number: "dozens", "hundreds of thousands"."""
    return _vague(figure.text)


@functools.lru_cache(maxsize=65_536)
def _vague(words: str) -> bool:
    return not words[:1].isdigit() and _VAGUE.search(words) is not None


def head_of(figure: Figure) -> str:
    """The counted noun in the singular: "fighters" in "fighters of the north"."""
    if figure.head:
        return singular(plain(figure.head))
    thing = re.split(r"\s(?:of|in|at|under|from|who|with|on|among|hurt|held)\s", figure.thing or "")
    words = re.findall(r"[\w-]+", plain(thing[0]))
    word = singular(words[-1]) if words else ""
    return {"child": "child", "children": "child", "men": "man", "women": "woman"}.get(word, word)


def precise(figure: Figure) -> bool:
    """True for a number that chance seldom repeats: two significant digits, above twelve."""
    if (figure.low is None and figure.high is None) or vague(figure):
        return False
    number = abs(figure.low if figure.low is not None else figure.high or 0.0)
    return digits(figure) >= 2 and (number > 12 or figure.kind == "share")


def digits(figure: Figure) -> int:
    """How many significant digits a figure's number has: 3 for 10,500, 1 for 3,000."""
    number = figure.low if figure.low is not None else figure.high
    if number is None:
        return 0
    whole = f"{abs(number):.9f}".rstrip("0").rstrip(".")
    return len(whole.replace(".", "").lstrip("0").rstrip("0"))


def value(figure: Figure) -> tuple[float, str, str] | None:
    """What two mentions of one number have in common: its value, kind and unit; hedges aside."""
    number = figure.low if figure.low is not None else figure.high
    if number is None or vague(figure):
        return None
    return (number, figure.kind, figure.unit)


def same_thing(a: Figure, b: Figure) -> bool:
    """True where two figures can count the same: one head, and no two different acts."""
    if figure_act(a) and figure_act(b) and figure_act(a) != figure_act(b):
        return False
    people = a.unit == b.unit == "person" and ("people" in {head_of(a), head_of(b)})
    return head_of(a) == head_of(b) or people


def same_people(a: Figure, b: Figure) -> bool:
    """True for people to whom the same was done, whatever they are called."""
    return a.unit == b.unit == "person" and bool(figure_act(a)) and figure_act(a) == figure_act(b)


def figure_act(figure: Figure) -> str:
    """What happened to the counted, "die" and "kill" alike."""
    act = plain(figure.action or "")
    return {"die": "kill", "wound": "injure", "hurt": "injure"}.get(act, act)


def rounds(rough: Figure, fine: Figure) -> bool:
    """True where the first can be a rounder word for the second."""
    if (rough.kind, rough.unit) != (fine.kind, fine.unit):
        return False
    if rough.modifier == "up to" and fine.modifier == "between":
        return rough.high is not None and rough.high == fine.high
    if rough.low is None or fine.low is None or vague(rough) or not rough.low:
        return False
    if rough.low > fine.low:
        over = rough.low / fine.low if fine.low else math.inf
        return rough.modifier in {"nearly", "about"} and precise(fine) and over <= OVER
    if rough.low == fine.low:
        return False
    hedged = rough.modifier in {"more than", "at least", "about", "nearly"}
    return hedged and precise(fine) and fine.low / rough.low <= ROUNDING


def sentence_of(figure: Figure, text: str) -> Span:
    """The sentence that holds a figure; cut at full stops where the reading has none."""
    if figure.sentence.end > figure.sentence.start:
        return figure.sentence
    before = [m.end() for m in re.finditer(r"[.!?]['\"”]?\s+|\n", text[: figure.start])]
    after = re.search(r"[.!?]['\"”]?(?:\s|$)|\n", text[figure.end :])
    return Span(before[-1] if before else 0, figure.end + after.end() if after else len(text))


def content(text: str) -> frozenset[str]:
    """The content words of a sentence, cut to six letters so that forms of a word meet."""
    words = re.findall(r"[^\W_]{3,}", plain(text))
    return frozenset(w[:6] for w in words if w not in EMPTY)
