"""The words that numbers are made of, and how text falls into them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: offsets into the text, the interval it names, and its form.

    `scaled` is True where a scale word or letter is part of it ("18 thousand"),
    `joined` for a range that names both of its ends. `crime` is the noun after "double" and
    "triple", which count its victims.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    form: Form
    scaled: bool = False
    joined: bool = False
    crime: str | None = None


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word, run of digits or sign, with its offsets."""

    text: str
    lower: str
    start: int
    end: int


ONES = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    w: 10 * i
    for i, w in enumerate(
        [
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ],
        2,
    )
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "lakhs": 1e5, "million": 1e6,
    "crore": 1e7, "crores": 1e7, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
LETTERS = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9,
    "tn": 1e12, "trn": 1e12,
}  # fmt: skip
# Short forms that stand apart from their number too: "1.5 mn".
APART = frozenset({"mn", "mln", "bn", "bln", "tn", "trn"})
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
    "⅗": 3 / 5, "⅘": 4 / 5, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
# The product's default policy for vague words, `interval`.
VAGUE = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3,
    "millions": 2e6, "billions": 2e9, "trillions": 2e12, "lakhs": 2e5, "crores": 2e7,
}  # fmt: skip
# Victims told by the name of a crime, and its verb: "a double murder".
FOLD = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0}
CRIMES = {
    "murder": "murder", "homicide": "kill", "killing": "kill", "slaying": "slay",
    "shooting": "shoot", "stabbing": "stab", "fatality": "die",
}  # fmt: skip
FEW = frozenset({"several", "few", "couple"})
CURRENCY_SIGNS = frozenset("$€£¥₹₽₺₴₦₩")

_BLANK = "[\u00a0\u2009\u202f'\u2019]"
_LEXEME = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    rf"|\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"
    # Plain blanks group digits only where a currency or a plural noun shows it.
    r"|(?<![\d.,:/-])\b\d{1,3}(?:\x20\d{3}){2,}(?![\d.,:/-]|\x20\d)"
    r"|(?<=[$€£]) ?\b\d{1,3}\x20\d{3}(?![\d.,:/-]|\x20\d)"
    r"|(?<![\d.,:/-])(?<!\d\x20)\b\d{1,3}\x20\d{3}"
    r"(?=\x20(?:euros?|dollars?|roubles?|people|persons?)\b)"
    # A batting average or a share of one, also where scraping has pulled it apart.
    r"|(?<![\w.])\.\d+(?![\d.])|(?<=[a-z])\.\x20\d{3}(?=\x20(?:[A-Z]{2,}|hitter|average|batting)\b)"
    rf"|\d+\.\d+(?!\d|\.\d)|\d+[½⅓⅔¼¾⅛]?|[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞]|[^\W\d_]+|[^\s\w]|_"
)
# A cheap test that a sentence can hold a number at all.
HINT = re.compile(
    r"[\d½⅓⅔¼¾⅛]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|trillions?"
    r"|lakhs?|lac|crores?|dozens?|scores?|tens|half|thirds?|quarters?|fourths?|fifths?|sixths?"
    r"|tenths?|sevenths?|twice|eighths?|ninths?|double|triple|quadruple|quintuple)\b",
    re.IGNORECASE,
)


def lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The words, digits and signs of `text[start:end]`, in order."""
    return [
        Lexeme(m[0].strip(), m[0].strip().lower(), m.end() - len(m[0].strip()), m.end())
        for m in _LEXEME.finditer(text, start, end)
    ]


def at(words: list[Lexeme], i: int) -> str:
    """The lower-case word at place `i`, empty outside the list."""
    return words[i].lower if 0 <= i < len(words) else ""


def touches(words: list[Lexeme], i: int) -> bool:
    """True where nothing stands between the word at `i` and the next."""
    return i + 1 < len(words) and words[i].end == words[i + 1].start


def is_digits(word: str) -> bool:
    """True for a run of plain decimal digits and no other sign that counts as one."""
    return word.isascii() and word.isdigit()
