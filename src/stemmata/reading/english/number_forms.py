"""One number by itself: digits, words, scales, fractions, ratios and vague magnitudes.

Each reader takes the lexemes and the place where an expression may begin, and
gives the place after its last lexeme with the number, or None.
"""

from __future__ import annotations

import re
from dataclasses import replace

from stemmata.reading.english.number_words import (
    APART,
    CRIMES,
    CURRENCY_SIGNS,
    FEW,
    FOLD,
    LETTERS,
    ONES,
    PARTS,
    SCALES,
    TENS,
    VAGUE,
    VULGAR,
    Form,
    Lexeme,
    Number,
    at,
    is_digits,
    touches,
)

Found = tuple[int, Number] | None


def expression(words: list[Lexeme], i: int) -> Found:
    """The number expression that begins at lexeme `i`, None where none does."""
    word = words[i].lower
    if is_digits(word[0]) or (word[0] == "." and is_digits(word[-1])):
        return _digits(words, i)
    if word in VULGAR:
        return _number(words, i, i + 1, VULGAR[word], "fraction")
    if word in VAGUE or _tens_misspelt(words, i):
        return _vague(words, i)
    if word == "twice":
        return _number(words, i, i + 1, 2.0, "words")
    if word in FOLD and at(words, i + 1) in CRIMES:
        after, number = _number(words, i, i + 1, FOLD[word], "words")
        return after, replace(number, crime=at(words, i + 1))
    if word in FEW or (word == "a" and at(words, i + 1) in FEW):
        return _several(words, i)
    if word in {"a", "an", "half", "quarter"} or word in ONES or word in TENS:
        return _fraction(words, i) or _words(words, i)
    return None


def scale_of(words: list[Lexeme], i: int, after: int) -> float:
    """The product of the scale words that end the expression `words[i:after]`."""
    product = 1.0
    while after > i + 1:
        after -= 1
        word = words[after].lower
        if word == "-":
            continue
        factor = SCALES.get(word) or LETTERS.get(word)
        if factor is None:
            break
        product *= factor
    return product


def _number(
    words: list[Lexeme], i: int, after: int, value: float, form: Form, scaled: bool = False
) -> tuple[int, Number]:
    end = words[after - 1].end
    return after, Number(words[i].start, end, value, value, form, scaled)


def plain_value(digits: str) -> float:
    """The value of digits with any grouping: "1,204", "1 204", "1'204", "1.204.000".

    A point before exactly "000" groups as well ("3.000"); else it is decimal.
    """
    part = VULGAR.get(digits[-1], 0.0)
    plain = re.sub("[,\u00a0\u2009\u202f'\u2019 ]", "", digits[:-1] if part else digits)
    if plain.count(".") > 1 or re.fullmatch(r"[1-9]\d{0,2}\.000", plain):
        plain = plain.replace(".", "")
    return float(plain) + part


def _digits(words: list[Lexeme], i: int) -> Found:
    if len(words[i].text) > 19:
        return None
    value, after, scaled = plain_value(words[i].text), i + 1, False
    if _thousands_follow(words, i):
        value, after = value * 1000 + float(words[after].text), after + 1
    if at(words, after) == "/" and is_digits(at(words, after + 1)):
        return _slashed(words, i, value)
    if (found := _in_so_many(words, i, after, value)) is not None:
        return found
    if _half_follows(words, after):
        value, after = value + 0.5, after + 3
    value, after, scaled = _scaled(words, after, value)
    return _number(words, i, after, value, "digits", scaled)


# Words that lead to a quantity, and after which "1 200 staff" is one number.
_LEADING = frozenset(
    [
        "about", "almost", "approximately", "around", "another", "has", "have", "had", "than",
        "least", "nearly", "of", "over", "roughly", "some", "the", "up", "was", "were", "killed",
        "killing", "injured", "injuring", "wounded", "wounding", "displaced", "affected",
    ]
)  # fmt: skip


def _thousands_follow(words: list[Lexeme], i: int) -> bool:
    """True where a plain blank groups the digits: "some 1 200 families"."""
    if i + 2 >= len(words) or at(words, i - 1) not in _LEADING:
        return False
    head, rest = words[i].text, words[i + 1]
    near = rest.start == words[i].end + 1 and is_digits(rest.text) and len(rest.text) == 3
    noun = words[i + 2]
    return (
        near
        and is_digits(head)
        and len(head) < 4
        and head[0] != "0"
        and (noun.text.islower() and len(noun.text) > 3 and noun.start == rest.end + 1)
    )


def _slashed(words: list[Lexeme], i: int, value: float) -> Found:
    below = float(words[i + 2].text)
    if value < below <= 10 and at(words, i + 3) != "/":
        return _number(words, i, i + 3, value / below, "fraction")
    return None


def _half_follows(words: list[Lexeme], i: int) -> bool:
    return [at(words, i + k) for k in range(3)] == ["and", "a", "half"]


def _scaled(words: list[Lexeme], i: int, value: float) -> tuple[float, int, bool]:
    """Take in the scale words that follow: "18 thousand", "1.2m", "137-million"."""
    scaled = False
    while i < len(words):
        skip = 1 if at(words, i) == "-" and touches(words, i) else 0
        word = at(words, i + skip)
        if word in SCALES:
            value *= SCALES[word]
        elif not scaled and not skip and _short_scale(words, i):
            value *= LETTERS[word]
        else:
            break
        i, scaled = i + skip + 1, True
    return value, i, scaled


def _short_scale(words: list[Lexeme], i: int) -> bool:
    """ "1.2m people", "£1.5 mn", "$5k"; not the metres of "the 100m" or the "9mm" of a pistol."""
    word = at(words, i)
    if word not in LETTERS:
        return False
    if not (i > 0 and touches(words, i - 1)):
        return word in APART
    money = i > 1 and words[i - 2].text in CURRENCY_SIGNS
    money = money or (i > 1 and at(words, i - 2) in {"usd", "eur", "gbp", "rs", "inr", "us"})
    if word == "mm":
        return money or words[i].text == "MM"
    return word != "m" or money or (words[i].text == "M" or _counts(words, i))


# What follows "5m" where the m is metres.
_MEASURED = frozenset(
    [
        "deep", "high", "wide", "long", "tall", "of", "above", "below", "from", "away", "down",
        "up", "off", "under", "over", "into", "in", "at", "to", "by", "and", "or", "on", "thick",
        "apart", "across", "before", "after", "for", "with", "tsunami", "wave", "waves", "sprint",
        "final", "race", "crane",
    ]
)  # fmt: skip


def _counts(words: list[Lexeme], i: int) -> bool:
    """True where a glued "m" scales what is counted: "1.1m phones", "grew to 2.5m in May"."""
    follows = at(words, i + 1)
    if "." in words[i - 1].text:
        return follows not in {
            "deep",
            "high",
            "wide",
            "long",
            "tall",
            "thick",
            ")",
            "above",
            "below",
        }
    return follows.isalpha() and follows not in _MEASURED


def _words(words: list[Lexeme], i: int) -> Found:
    """ "twenty-one", "two hundred and fifty", "a thousand", "half a million"."""
    if at(words, i) in {"a", "an"}:
        if at(words, i + 1) not in SCALES:
            return None
    elif (found := _in_so_many(words, i, i + 1, float(ONES.get(at(words, i), 0)))) is not None:
        return found
    elif at(words, i) not in ONES and at(words, i) not in TENS:
        return None
    total, after, scaled = _compound(words, i)
    if _half_follows(words, after):
        scale = scale_of(words, i, after)
        total, after = total + 0.5 * scale, after + 3
        if scale == 1.0:
            total, after, scaled = _scaled(words, after, total)
    return _number(words, i, after, total, "words", scaled)


def _compound(words: list[Lexeme], i: int) -> tuple[float, int, bool]:
    total, current, scaled, last = 0.0, 0.0, False, ""
    ranged = at(words, i - 1) == "between"
    if at(words, i) in {"a", "an"}:
        current, last, i = 1.0, "one", i + 1
    while i < len(words):
        word = at(words, i)
        if _joins(words, i, last, ranged):
            i += 1
            continue
        if word in TENS and (not last or last in SCALES):
            current += TENS[word]
        elif word in ONES and (
            not last or last in SCALES or (last in TENS and 0 < ONES[word] < 10)
        ):
            current += ONES[word]
        elif word in {"hundred", "dozen", "score"} and last:
            current, scaled = max(current, 1.0) * SCALES[word], True
        elif word in SCALES and last:
            total, current, scaled = total + max(current, 1.0) * SCALES[word], 0.0, True
        else:
            break
        last, i = word, i + 1
    return total + current, i, scaled


def _joins(words: list[Lexeme], i: int, last: str, ranged: bool) -> bool:
    """The hyphen of "twenty-one" and the "and" of "two hundred and fifty".

    `ranged` tells that "between" stands before, whose "and" parts two numbers.
    """
    if at(words, i) == "-" and touches(words, i):
        follows = at(words, i + 1)
        return bool(last) and ((follows in ONES and last in TENS) or follows in SCALES)
    if at(words, i) != "and" or last not in {"hundred", "thousand", "million"}:
        return False
    if at(words, i + 1) not in ONES and at(words, i + 1) not in TENS:
        return False
    k = i + 2 + 2 * (at(words, i + 2) == "-" and touches(words, i + 2))
    # "a hundred and three thousand" is one number, "a thousand and three hundred" may be two.
    above = SCALES.get(at(words, k), 0.0)
    return above == 0 or (above > SCALES[last] and not ranged)


def _fraction(words: list[Lexeme], i: int) -> Found:
    word = at(words, i)
    if (found := _part_of_scale(words, i)) is not None:
        return found
    if word == "half":
        if at(words, i + 1) == "-" and touches(words, i):
            return None
        return _number(words, i, i + 1, 0.5, "fraction")
    above = 1.0 if word in {"a", "an"} else float(ONES.get(word, 0))
    k = i + 2 if at(words, i + 1) == "-" and touches(words, i) else i + 1
    part = at(words, k)
    if part not in PARTS or not above or above >= PARTS[part]:
        return None
    if (above > 1) != part.endswith(("s", "ves")):
        return None
    if at(words, k + 1) == "-" and touches(words, k):
        return None
    if word in {"a", "an"} and part != "half" and not _is_share(words, i, k):
        return None
    return _number(words, i, k + 1, above / PARTS[part], "fraction")


def _part_of_scale(words: list[Lexeme], i: int) -> Found:
    """ "half a million", "a quarter of a million", "a quarter-million", "half-dozen"."""
    k = i + 1 if at(words, i) in {"a", "an"} or at(words, i) in ONES else i
    part = at(words, k)
    if part not in {"half", "quarter", "quarters"}:
        return None
    above = ONES.get(at(words, i), 1) if k > i else 1
    k += 1
    while at(words, k) in {"a", "of", "-"}:
        k += 1
    gap = [at(words, j) for j in range(k - 2, k)]
    scale = at(words, k)
    if scale not in {"million", "billion", "trillion", "dozen"} or gap[-1] not in {"a", "-"}:
        return None
    return _number(words, i, k + 1, above * SCALES[scale] / PARTS[part], "words", True)


_HIGHER = frozenset(
    [
        "higher", "lower", "more", "less", "fewer", "larger", "smaller", "cheaper", "longer",
        "shorter", "up", "down",
    ]
)  # fmt: skip


def _is_share(words: list[Lexeme], i: int, k: int) -> bool:
    """ "a third of", "by a quarter", "a fifth higher"; not "a third person"."""
    follows, before = at(words, k + 1), at(words, i - 1)
    if follows == "of" or follows in _HIGHER:
        return True
    if before == "between":
        return follows == "and"
    if before in {"only", "just"} and follows in _AUXILIARIES:
        return True
    hedged = before in {"by", "than", "about", "nearly", "almost", "over", "around", "roughly"}
    return (hedged and not follows.isalpha()) or (hedged and follows in _AFTER_SHARE)


_AUXILIARIES = frozenset("has have had is are was were will would can could".split())
_AFTER_SHARE = frozenset(
    "and in since to from last this on overnight compared against over during within at by for "
    "as while but after before between year-on-year annually again so".split()
)


def _in_so_many(words: list[Lexeme], i: int, k: int, value: float) -> Found:
    """ "one in three", "two out of every five"."""
    if at(words, k) == "out" and at(words, k + 1) == "of":
        if _counted_both(words, i, k + 2):
            return None
        k += 2
    elif at(words, k) == "in":
        k += 1
    else:
        return None
    if at(words, k) == "every":
        k += 1
    word = at(words, k)
    below = 100.0 if word == "hundred" else float(ONES.get(word, 0) or TENS.get(word, 0))
    below = float(word) if is_digits(word) and len(word) < 5 else below
    if not (value == int(value) and 0 < value < below <= 1000 and value <= 100):
        return None
    if at(words, k + 1) in {"day", "days", "months", "years", "weeks", "hours", "minutes"}:
        return None
    return _number(words, i, k + 1, value / below, "fraction")


def _tens_misspelt(words: list[Lexeme], i: int) -> bool:
    """ "tenths of missiles", "tenth of victims": tenths that no numerator counts are tens."""
    if at(words, i) == "tenths":
        return not at(words, i - 1).isdigit() and at(words, i - 1) != "-"
    led = at(words, i - 1) in {"to", "with", "by", "killed", "killing", "wounded", "wounding"}
    return (
        at(words, i) == "tenth"
        and led
        and at(words, i + 1) == "of"
        and at(words, i + 2)[-1:] == "s"
    )


# Verbs whose object was counted: "won three out of four games" is no share of games at large.
_DONE = frozenset(
    "won lost made hit took had got gave shot found cut beat left kept held saw met drew sank sold "
    "bought built broke shut".split()
)


def _counted_both(words: list[Lexeme], i: int, k: int) -> bool:
    """ "lost three out of four lines": two counts, where a verb in the past has the object."""
    verb = at(words, i - 1)
    if at(words, k) == "every" or not (verb in _DONE or (verb.endswith("ed") and len(verb) > 4)):
        return False
    return at(words, k + 1).isalpha() and at(words, k + 1) not in {"of", "hundred", "thousand"}


def _vague(words: list[Lexeme], i: int) -> tuple[int, Number]:
    """ "dozens", "tens of thousands", "hundreds of thousands"."""
    low, after = VAGUE.get(at(words, i), VAGUE["tens"]), i + 1
    while at(words, after) == "of" and at(words, after + 1) in VAGUE:
        low, after = low * VAGUE[at(words, after + 1)] / 2, after + 2
    if at(words, after) == "of" and at(words, after + 1) in {"thousand", "million", "billion"}:
        low, after = low * SCALES[at(words, after + 1)], after + 2
    return after, Number(words[i].start, words[after - 1].end, low, None, "vague", True)


def _several(words: list[Lexeme], i: int) -> Found:
    """ "several hundred", "a few dozen": twice the scale and more."""
    k = i + (2 if at(words, i) == "a" else 1)
    if at(words, k) == "of" and at(words, k - 1) == "couple":
        k += 1
    scale = at(words, k).removesuffix("s")
    if scale not in SCALES or scale == "score":
        return None
    value, after, _ = _scaled(words, k, 2.0)
    if after == k:
        value, after = 2.0 * SCALES[scale], k + 1
    return after, Number(words[i].start, words[after - 1].end, value, None, "vague", True)
