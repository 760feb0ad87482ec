"""The number grammar: every number expression of a stretch of text, and its ranges.

Works on plain text (see `characters.plain`), knows nothing of what is counted,
and finds every number expression, also those that are no figures in the end
(dates, ages, labels): telling them apart is the business of `exclusions`.

The intervals of vague words follow the product's default policy `interval`:
"dozens" 24 and more, "scores" 40 and more, "hundreds" 200 and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from stemmata.reading.english.number_forms import expression, scale_of
from stemmata.reading.english.number_words import (
    CURRENCY_SIGNS,
    HINT,
    Form,
    Lexeme,
    Number,
    at,
    is_digits,
    lexemes,
)

__all__ = ["HINT", "Form", "Number", "numbers"]

# Words that scraping glues to the digits after them ("with14,593"). Nouns are not
# among them: "page12" and "file7" are labels.
_GLUED = frozenset(
    "a about above after all almost among and another approximately are around as at be been "
    "before being below between but by displaced displacing exceed exceeding estimated fewer "
    "for from had has have in including injured injures injuring into is kill killed killing "
    "kills least leaving left less more nearly of on only or other over roughly some than that "
    "the their these they those to total under up was were where which while with within "
    "without wounded wounding".split()
)  # fmt: skip


def numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Every number expression in `text[start:end]`, in order, none inside another."""
    end = len(text) if end is None else end
    if not HINT.search(text, start, end):
        return []
    words = lexemes(text, start, end)
    return list(_ranges(words, list(_singles(text, words, end))))


def _singles(text: str, words: list[Lexeme], end: int) -> Iterator[tuple[int, int, Number]]:
    """(first lexeme, lexeme after the last, number) for each number by itself."""
    i = 0
    while i < len(words):
        found = expression(words, i)
        if found and _stands_free(text, words, i, found[0], end):
            yield i, *found
            i = found[0]
        else:
            i += 1


def _stands_free(text: str, words: list[Lexeme], i: int, after: int, end: int) -> bool:
    """False inside a longer word or code, but glued text ("with14,593") is read."""
    first, last = words[i], words[after - 1]
    before = text[first.start - 1] if first.start else " "
    if first.text[0] == ".":
        return True
    if before.isalpha() or before == "_":
        return is_digits(first.text[0]) and i > 0 and _may_be_glued(text, words, i)
    if before.isdigit() or (before in ".," and first.start > 1 and text[first.start - 2].isdigit()):
        return False
    follows = text[last.end] if last.end < end else " "
    if follows.isalpha():
        return is_digits(last.text[-1]) and bool(_GLUED_AFTER.match(text, last.end))
    return follows != "_"


_SIGNED = re.compile(r"(?:\$[ACNZHKUS]{1,2}|\b(?:Rs|Rp|US|INR|USD|EUR|GBP|PKR))$")


def _may_be_glued(text: str, words: list[Lexeme], i: int) -> bool:
    """After a word that no label ends in, a currency, or the M of a magnitude."""
    if words[i - 1].lower in _GLUED and words[i - 1].text[1:].islower():
        return True
    if re.fullmatch(r"M[wlbsL]?", words[i - 1].text) and re.fullmatch(r"\d\.\d", words[i].text):
        return True
    if words[i - 1].text == "P" and "," in words[i].text:
        return True  # pesos: "P50,000"
    return bool(_SIGNED.search(text[max(0, words[i].start - 4) : words[i].start]))


# Units and counted words that may be glued to the digits before them.
_GLUED_AFTER = re.compile(
    r"(?:km[²2/]?|kms|cm|mm|m[²³23]?|mi|ft|in|yd|k?g|kgs|mg|t|ha|l|lb|lbs|mph|km/h|kmh|kph|kt"
    r"|k?[wW]h?|MWh?|mw|GWh?|gw|[GT]B|[gt]b|[GT]bps|gbps|C|F|pc|pct|percent|people|persons|men|women"
    r"|children|dead|killed|injured|wounded|missing|[a-z]{3,}s)(?![A-Za-z])"
)


def _ranges(words: list[Lexeme], singles: list[tuple[int, int, Number]]) -> Iterator[Number]:
    """Join the two ends of a range; hand on the rest."""
    k = 0
    while k < len(singles):
        joined = _range(words, singles[k], singles[k + 1]) if k + 1 < len(singles) else None
        yield joined or singles[k][2]
        k += 2 if joined else 1


_JOINS = frozenset({"to", "-", "and", "or"})
_PERCENT = frozenset({"%", "percent"})


def _range(
    words: list[Lexeme], one: tuple[int, int, Number], other: tuple[int, int, Number]
) -> Number | None:
    (i, after, a), (second, end, b) = one, other
    gap = [w.lower for w in words[after:second]]
    if (hedged := _hedged_range(words, one, other, gap)) is not None:
        return hedged
    join = [w for w in gap if w not in CURRENCY_SIGNS | _PERCENT | {"us", "rs", "cent", "per"}]
    if len(join) != 1 or join[0] not in _JOINS or "vague" in {a.form, b.form}:
        return None
    if _is_year(words, i, after) and not _is_year(words, second, end):
        return None
    if a.low is None or b.low is None or not _may_join(words, i, end, gap, join[0]):
        return None
    low = _lower_end(words, one, other)
    if not low < b.low:
        return None
    return replace(a, end=b.end, low=low, high=b.low, joined=True, scaled=a.scaled or b.scaled)


def _hedged_range(
    words: list[Lexeme],
    one: tuple[int, int, Number],
    other: tuple[int, int, Number],
    gap: list[str],
) -> Number | None:
    """ "ranging from 40 to well over 90", "between 5 and more than 12": the end has a hedge."""
    (i, _, a), (_, _, b) = one, other
    said = " ".join(gap)
    open_end = said[said.find(" ") + 1 :] in _OPEN_ENDS
    if not gap or not (open_end or said[said.find(" ") + 1 :] in _ROUGH_ENDS):
        return None
    framed = at(words, i - 1) == "between" if gap[0] == "and" else _ranging(words, i)
    if gap[0] not in {"and", "to"} or not framed or a.low is None or b.low is None:
        return None
    low = _lower_end(words, one, other)
    if not low < b.low:
        return None
    return replace(a, end=b.end, low=low, high=None if open_end else b.low, joined=True)


def _ranging(words: list[Lexeme], i: int) -> bool:
    return at(words, i - 1) == "from" and at(words, i - 2) in _RANGING


_OPEN_ENDS = frozenset(["over", "well over", "more than", "at least", "far more than", "above"])
_ROUGH_ENDS = frozenset(["nearly", "almost", "about", "around", "some", "as many as", "up to"])
# What "from 40 to well over 90" goes with where it tells one range and no rise.
_RANGING = frozenset(
    "ranging ranged range ranges vary varying varied anywhere estimates estimated figures tolls "
    "numbers killed killing kills wounded wounding injured injuring displaced displacing".split()
)


def _is_year(words: list[Lexeme], i: int, after: int) -> bool:
    """A bare year: "has grown since 2001 to 19.4 million" is no range."""
    return after == i + 1 and bool(re.fullmatch(r"(?:1[89]|20)\d\d", words[i].text))


def _lower_end(
    words: list[Lexeme], one: tuple[int, int, Number], other: tuple[int, int, Number]
) -> float:
    """The first number with the scale that it shares with the second: "10 to 12 million"."""
    (_, after, a), (second, end, b) = one, other
    low, high = a.low or 0.0, b.low or 0.0
    if a.scaled or a.form == "fraction" or low >= 1000:
        return low
    if b.scaled:
        scale = scale_of(words, second, end)
        return low * scale if low * scale < high else low
    # "40-50,000": the hyphen binds closer than the thousands that both are counted in.
    dashed = words[after].lower == "-" and second == after + 1
    if dashed and re.fullmatch(r"\d{1,3},\d{3}", words[second].text) and low * 1000 < high:
        return low * 1000
    return low


def _may_join(words: list[Lexeme], i: int, end: int, gap: list[str], join: str) -> bool:
    before = [w for w in (at(words, i - k) for k in range(1, 6)) if w not in CURRENCY_SIGNS]
    if join == "and":
        return "between" in before[:2]
    if _PERCENT & set(gap) and not _PERCENT & {at(words, end), at(words, end + 1)}:
        return "per" in gap and at(words, end) == "per"
    moves = any(w in _MOVES for w in before)
    if join == "to" and moves:
        # "rose from 10 to 12", "rose $2 to $71" tell two values of one thing.
        own = bool((_PERCENT | CURRENCY_SIGNS) & set(gap)) or at(words, i - 1) in CURRENCY_SIGNS
        return "from" not in before[:2] and not own
    return True


_MOVES = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling increase increased increases "
    "increasing decrease decreased decreases drop drops dropped dropping grow grows grew grown "
    "up down went go gone jump jumps jumped climb climbs climbed raised revised upgraded cut "
    "lowered reduced shrank shrunk soared declined slashed slowed gained gains lost added adds "
    "slid slipped plunged surged widened narrowed moved improved".split()
)  # fmt: skip
