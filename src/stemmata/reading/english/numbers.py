"""The number grammar: digits, words, scales, fractions, vague magnitudes and ranges.

Works on plain text (see `characters.plain`), knows nothing of what is counted,
and finds every number expression, also those that are no figures in the end
(dates, ages, labels): telling them apart is the business of `exclusions`.

The intervals of vague words follow the product's default policy `interval`:
"dozens" 24 and more, "scores" 40 and more, "hundreds" 200 and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Form = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: offsets into the text, the interval it names, and its form.

    `of` is the denominator of "one in three", else None; `joined` is True for a
    range that names both of its ends.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    form: Form
    scaled: bool = False
    joined: bool = False


_ONES = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    w: 10 * i
    for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7,
    "crores": 1e7, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_VAGUE = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3,
    "millions": 2e6, "billions": 2e9, "lakhs": 2e5, "crores": 2e7,
}  # fmt: skip
_FEW = {"several", "few", "couple"}

_LEXEME = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d+\.\d+(?!\d|\.\d)|\d+|[A-Za-z]+|[^\sA-Za-z\d]"
)
# A cheap test that a sentence can hold a number at all.
HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|trillions?|lakhs?"
    r"|crores?|dozens?|scores?|tens|half|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?"
    r"|sevenths?|eighths?|ninths?)\b",
    re.IGNORECASE,
)
_GLUED = frozenset(
    "with than of and to from over about at by some least nearly around the almost killed injured "
    "including another only total these those were are all for".split()
)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    text: str
    lower: str
    start: int
    end: int


def numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Every number expression in `text[start:end]`, in order, none inside another."""
    stretch = text[start:end]
    if not HINT.search(stretch):
        return []
    lexemes = [
        _Lexeme(m[0], m[0].lower(), start + m.start(), start + m.end())
        for m in _LEXEME.finditer(stretch)
    ]
    return list(_ranges(lexemes, list(_singles(text, lexemes))))


def _singles(text: str, lexemes: list[_Lexeme]) -> Iterator[tuple[int, int, Number]]:
    """(first lexeme, lexeme after the last, number) for each number by itself."""
    i = 0
    while i < len(lexemes):
        found = _expression(lexemes, i)
        if found and _stands_free(text, lexemes, i, found[0]):
            yield i, *found
            i = found[0]
        else:
            i += 1


def _stands_free(text: str, lexemes: list[_Lexeme], i: int, after: int) -> bool:
    """False inside a longer word or code, but glued text ("with14,593") is read."""
    first, last = lexemes[i], lexemes[after - 1]
    before = text[first.start - 1] if first.start else " "
    if before.isalpha() or before == "_":
        signed = re.search(r"(?:\$[ACNZHKUS]{1,2}|\b(?:Rs|Rp|US))$", text[max(0, first.start - 4) : first.start])
        return first.text[0].isdigit() and i > 0 and bool(signed or lexemes[i - 1].lower in _GLUED)
    if before.isdigit() or (before in ".," and first.start > 1 and text[first.start - 2].isdigit()):
        return False
    follows = text[last.end] if last.end < len(text) else " "
    if follows.isalpha():
        return last.text[-1].isdigit() and _unit_follows(text, last.end)
    return not (follows == "_")


_GLUED_UNIT = re.compile(
    r"(?:km2|km|kms|cm|mm|m2|m|mi|ft|kg|kgs|t|ha|lb|lbs|mph|kph|mw|gw|kwh|gb|tb|people|dead|C|F"
    r"|pc|pct|percent)(?![A-Za-z])"
)


def _unit_follows(text: str, at: int) -> bool:
    return bool(_GLUED_UNIT.match(text, at))


def _expression(lexemes: list[_Lexeme], i: int) -> tuple[int, Number] | None:
    word = lexemes[i].lower
    if word[0].isdigit():
        return _digits(lexemes, i)
    if word in _VAGUE:
        return _vague(lexemes, i)
    if word in _FEW or (word == "a" and _at(lexemes, i + 1) in _FEW):
        return _several(lexemes, i)
    if word in {"a", "an", "half", "quarter"} or word in _ONES or word in _TENS:
        return _fraction(lexemes, i) or _words(lexemes, i)
    if word in {"hundred", "thousand", "dozen", "million", "billion"} and not _counted(lexemes, i):
        return None
    return None


def _counted(lexemes: list[_Lexeme], i: int) -> bool:
    return i > 0 and lexemes[i - 1].lower in _ONES


def _at(lexemes: list[_Lexeme], i: int) -> str:
    return lexemes[i].lower if 0 <= i < len(lexemes) else ""


def _number(lexemes: list[_Lexeme], i: int, after: int, value: float, form: Form, scaled: bool = False) -> tuple[int, Number]:
    return after, Number(lexemes[i].start, lexemes[after - 1].end, value, value, form, scaled)


def _digits(lexemes: list[_Lexeme], i: int) -> tuple[int, Number] | None:
    text = re.sub(r"[,\u00a0\u2009\u202f]", "", lexemes[i].text)
    if len(text) > 15:
        return None
    value, after, scaled = float(text), i + 1, False
    if _at(lexemes, after) == "/" and _at(lexemes, after + 1).isdigit():
        return _slashed(lexemes, i, value)
    if (found := _in_so_many(lexemes, i, after, value)) is not None:
        return found
    if _half_follows(lexemes, after):
        value, after = value + 0.5, after + 3
    value, after, scaled = _scaled(lexemes, after, value)
    return _number(lexemes, i, after, value, "digits", scaled)


def _slashed(lexemes: list[_Lexeme], i: int, value: float) -> tuple[int, Number] | None:
    below = float(lexemes[i + 2].text) if lexemes[i + 2].text.isdigit() else 0.0
    if value < below <= 10 and _at(lexemes, i + 3) != "/":
        return _number(lexemes, i, i + 3, value / below, "fraction")
    return None


def _half_follows(lexemes: list[_Lexeme], at: int) -> bool:
    return [_at(lexemes, at + k) for k in range(3)] == ["and", "a", "half"]


def _scaled(lexemes: list[_Lexeme], at: int, value: float) -> tuple[float, int, bool]:
    """Take in the scale words that follow: "18 thousand", "1.2m", "137-million"."""
    scaled = False
    while at < len(lexemes):
        skip = 1 if _at(lexemes, at) == "-" and _touches(lexemes, at) else 0
        word = _at(lexemes, at + skip)
        letter = not scaled and not skip and word in _LETTERS and _glued(lexemes, at)
        if word in _SCALES:
            value *= _SCALES[word]
        elif letter and not (word in {"m", "b", "t"} and _metres(lexemes, at)):
            value *= _LETTERS[word]
        else:
            break
        at, scaled = at + skip + 1, True
    return value, at, scaled


def _touches(lexemes: list[_Lexeme], at: int) -> bool:
    return at + 1 < len(lexemes) and lexemes[at].end == lexemes[at + 1].start


def _glued(lexemes: list[_Lexeme], at: int) -> bool:
    return at > 0 and lexemes[at - 1].end == lexemes[at].start


def _metres(lexemes: list[_Lexeme], at: int) -> bool:
    """"5m" is money or people after a currency or before a noun, metres before "deep"."""
    deep = {"deep", "high", "wide", "long", "tall", "of", "above", "below", "from", "away", ")"}
    money = at > 1 and not lexemes[at - 2].lower.isalnum() and lexemes[at - 2].lower in "$€£¥"
    return lexemes[at].text == "m" and not money and _at(lexemes, at + 1) in deep


def _words(lexemes: list[_Lexeme], i: int) -> tuple[int, Number] | None:
    """"twenty-one", "two hundred and fifty", "a thousand", "half a million"."""
    if _at(lexemes, i) in {"a", "an"}:
        if _at(lexemes, i + 1) not in _SCALES:
            return None
        value, after, scaled = _scaled(lexemes, i + 1, 1.0)
        return _number(lexemes, i, after, value, "words", scaled)
    if _at(lexemes, i) not in _ONES and _at(lexemes, i) not in _TENS:
        return None
    found = _in_so_many(lexemes, i, i + 1, float(_ONES.get(_at(lexemes, i), 0)))
    if found is not None:
        return found
    total, after, scaled = _compound(lexemes, i)
    if _half_follows(lexemes, after):
        total, after = total + 0.5, after + 3
        total, after, scaled = _scaled(lexemes, after, total)
    return _number(lexemes, i, after, total, "words", scaled)


def _compound(lexemes: list[_Lexeme], i: int) -> tuple[float, int, bool]:
    total, current, at, scaled = 0.0, 0.0, i, False
    last = ""
    while at < len(lexemes):
        word = _at(lexemes, at)
        if word == "-" and _touches(lexemes, at) and (
            _at(lexemes, at + 1) in _ONES and last in _TENS or _at(lexemes, at + 1) in _SCALES
        ):
            at += 1
            continue
        if word == "and" and last in {"hundred", "thousand"} and _is_low(lexemes, at + 1):
            at += 1
            continue
        if word in _TENS and (not last or last in _SCALES):
            current += _TENS[word]
        elif word in _ONES and (not last or last in _SCALES or last in _TENS and _ONES[word] < 10):
            current += _ONES[word]
        elif word in {"hundred", "dozen", "score"} and last:
            current, scaled = max(current, 1.0) * _SCALES[word], True
        elif word in _SCALES and last:
            total, current, scaled = total + max(current, 1.0) * _SCALES[word], 0.0, True
        else:
            break
        last, at = word, at + 1
    return total + current, at, scaled


def _is_low(lexemes: list[_Lexeme], at: int) -> bool:
    """"two hundred and fifty", but not "two hundred and three hundred"."""
    word = _at(lexemes, at)
    return (word in _ONES or word in _TENS) and _at(lexemes, at + 1) not in _SCALES


def _fraction(lexemes: list[_Lexeme], i: int) -> tuple[int, Number] | None:
    word, at = _at(lexemes, i), i
    if word in {"half", "quarter"} and _at(lexemes, i + 1) in {"a", "of", "-"}:
        skip = 2 if _at(lexemes, i + 1) in {"a", "-"} else 3
        scale = _at(lexemes, i + skip)
        if _at(lexemes, i + 1) != "of" and scale in {"million", "billion", "dozen", "trillion"}:
            return _number(lexemes, i, i + skip + 1, _SCALES[scale] / _PARTS[word], "words", True)
    if word == "half" and _at(lexemes, i + 1) == "-" and _touches(lexemes, i):
        return None
    if word == "half":
        return _number(lexemes, i, i + 1, 0.5, "fraction")
    above = 1.0 if word in {"a", "an"} else float(_ONES.get(word, 0))
    at += 1
    if _at(lexemes, at) == "-" and _touches(lexemes, at):
        at += 1
    part = _at(lexemes, at)
    if part not in _PARTS or not above or above >= _PARTS[part]:
        return None
    if word in {"a", "an"} and part != "half" and not _is_share(lexemes, i, at):
        return None
    if (above > 1) != part.endswith(("s", "ves")):
        return None
    return _number(lexemes, i, at + 1, above / _PARTS[part], "fraction")


def _is_share(lexemes: list[_Lexeme], i: int, at: int) -> bool:
    """"a third of", "by a quarter"; not "a third person" or "a quarter-final"."""
    follows = _at(lexemes, at + 1)
    hedged = _at(lexemes, i - 1) in {"by", "than", "about", "nearly", "almost", "over", "around"}
    return follows == "of" or (hedged and follows in {"", ".", ",", ";", "and", "in", "since", "to"})


def _in_so_many(lexemes: list[_Lexeme], i: int, at: int, value: float) -> tuple[int, Number] | None:
    """"one in three", "two out of five"."""
    if _at(lexemes, at) == "out" and _at(lexemes, at + 1) == "of":
        at += 2
    elif _at(lexemes, at) == "in":
        at += 1
    else:
        return None
    if _at(lexemes, at) == "every":
        at += 1
    word = _at(lexemes, at)
    below = float(_ONES.get(word, 0) or _TENS.get(word, 0) or (word if word.isdigit() else 0))
    below = 100.0 if word == "hundred" else below
    ratio = value == int(value) and 0 < value < below <= 1000 and value <= 100 and not (1900 < below)
    if not ratio or _at(lexemes, at + 1) in {"days", "months", "years", "weeks", "hours"}:
        return None
    return _number(lexemes, i, at + 1, value / below, "fraction")


def _vague(lexemes: list[_Lexeme], i: int) -> tuple[int, Number]:
    """"dozens", "tens of thousands", "hundreds of thousands"."""
    low, after = _VAGUE[_at(lexemes, i)], i + 1
    while _at(lexemes, after) == "of" and _at(lexemes, after + 1) in _VAGUE:
        low, after = low * _VAGUE[_at(lexemes, after + 1)] / 2, after + 2
    if _at(lexemes, after) == "of" and _at(lexemes, after + 1) in {"thousand", "million"}:
        low, after = low * _SCALES[_at(lexemes, after + 1)], after + 2
    start, end = lexemes[i].start, lexemes[after - 1].end
    return after, Number(start, end, low, None, "vague", True)


def _several(lexemes: list[_Lexeme], i: int) -> tuple[int, Number] | None:
    """"several hundred", "a few dozen": twice the scale and more."""
    at = i + (2 if _at(lexemes, i) == "a" else 1)
    if _at(lexemes, at) == "of" and _at(lexemes, at - 1) == "couple":
        at += 1
    scale = _at(lexemes, at).rstrip("s")
    if scale not in _SCALES or scale == "score":
        return None
    value, after, _ = _scaled(lexemes, at, 2.0)
    if after == at:
        value, after = 2.0 * _SCALES[scale], at + 1
    return after, Number(lexemes[i].start, lexemes[after - 1].end, value, None, "vague", True)


_JOINS = {"to", "-", "and", "or"}
_CURRENCY_SIGNS = frozenset("$€£¥₹₽₺₴₦₩")


def _ranges(lexemes: list[_Lexeme], singles: list[tuple[int, int, Number]]) -> Iterator[Number]:
    """Join the two ends of a range; hand on the rest."""
    k = 0
    while k < len(singles):
        joined = _range(lexemes, singles, k) if k + 1 < len(singles) else None
        yield joined or singles[k][2]
        k += 2 if joined else 1


def _range(lexemes: list[_Lexeme], singles: list[tuple[int, int, Number]], k: int) -> Number | None:
    (i, after, a), (second, end, b) = singles[k], singles[k + 1]
    between = [x.lower for x in lexemes[after:second] if x.lower not in _CURRENCY_SIGNS]
    between = [x for x in between if x not in {"%", "percent", "us", "rs"}]
    if len(between) != 1 or between[0] not in _JOINS or "vague" in {a.form, b.form}:
        return None
    if not _may_join(lexemes, i, between[0]) or a.low is None or b.low is None:
        return None
    low, high = a.low, b.low
    if b.scaled and not a.scaled and low < 1000 and a.form == b.form:
        scale = high / (float(re.sub(r"[^\d.]", "", lexemes[second].text) or 0) or high)
        low = low * scale if low * scale < high else low
    if not low < high:
        return None
    return replace(a, end=b.end, low=low, high=high, joined=True, scaled=a.scaled or b.scaled)


def _may_join(lexemes: list[_Lexeme], i: int, join: str) -> bool:
    before = [_at(lexemes, i - k) for k in range(1, 5)]
    before = [w for w in before if w not in _CURRENCY_SIGNS]
    if join == "and":
        return "between" in before[:2]
    if join == "to" and "from" in before[:2]:
        return not any(w in _MOVES for w in before)
    return True


# After these "from 10 to 12" tells two values of one thing, not a range.
_MOVES = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling increase increased increases "
    "increasing decrease decreased drop dropped grow grew grown up down went go gone jumped climbed "
    "raised revised upgraded cut lowered reduced shrank shrunk soared declined slashed".split()
)
