"""The words beside a number that say how it bounds the truth."""

from __future__ import annotations

import re

from stemmata.model import Modifier

# Longer phrases stand before the shorter ones that they end in.
_PAST = (
    r"(?:t[ao]kes?|taking|taken|push\w*|sen[dt]s?|sending|lift\w*|carr\w+|br[io]ngs?|bringing"
    r"|brought)(?: (?!half)[\w'-]+){1,4} past"
    r"|(?:tolls?|count|tally|total|cases|deaths|losses|damage)(?: (?:has|have|had|now|already))*"
    r" (?:pass|cross)(?:es|ed|ing)?"
    r"|(?:climb\w*|rises?|rose|risen|goes|went|gone|moved?|push(?:es|ed)?|well) past"
)
_BEFORE: tuple[tuple[Modifier, str], ...] = (
    ("at least", r"at (?:the )?(?:very )?least|no (?:fewer|less) than|not (?:fewer|less) than"
     r"|(?:a )?minimum(?: of)?|upwards? (?:of|from)|≥|⩾|>="),
    # "the toll could reach as many as 200": what may come at most; else "as many as" is exact.
    ("up to", r"up to|(?:could|may|might)(?: (?!have\b)\w+){1,3} as (?:many|much) as"
     r"|as high as|at (?:the )?most|(?:a )?maximum(?: of)?|(?:no|not) more than"
     r"|not exceeding|capped at|≤|⩽|<="),
    ("more than", r"[mn]ore th[ae]n|(?:well |just |far |slightly |also )?over(?: than)?"
     r"|above"
     r"|in excess of|exceed(?:s|ed|ing)?(?! the)|greater than"
     r"|surpass(?:es|ed|ing)?(?! the)|north of"
     rf"|{_PAST}|past the|(?:pass|cross|breach)(?:es|ed|ing)? the|br(?:eak|eaks|oke) the"
     r"|(?:high|larg|strong|bigg|great|heavi|long|fast|deep|tall|wid|old)er than|beyond"
     r"|topp?(?:s|ed|ing)|>"),
    ("nearly", r"nearly|almost|close to|approaching|just under|just short of|nearing|virtually"),
    ("less than", r"(?:less|fewer|lower|smaller|weaker|shorter|cheaper|slower|younger) than|under"
     r"|below|short of|<"),
    ("about", r"about|around|approximately|approx\.?|some|roughly|circa|c\.|ca\.|an? estimated"
     r"|estimated(?: at)?|in the (?:region|range|order|vicinity|neighbou?rhood) of|something like"
     r"|more or less|or so|~|≈|±|\+/-|perhaps|maybe|possibly"
     r"|reportedly (?:about|around|some)|estimates? of"),
)  # fmt: skip
_AS_MANY = (
    r"as (?:many|much|few|little) as|a (?:total|combined) of|a (?:full|whole|record)|the|another"
    r"|some|an? (?:further|additional|extra)|about|around"
)
_PATTERNS = tuple(
    (
        modifier,
        re.compile(
            rf"(?:^|[\s(\"'\u2014-])(?:{words})(?:\s+(?:{_AS_MANY}|at|an? ))?\s*$", re.IGNORECASE
        ),
    )
    for modifier, words in _BEFORE
)
# The noun may stand between: "40 people or more".
_NOUN = r"\s*(?:[a-z]+\s)?"
_AFTER_WORDS: tuple[tuple[Modifier, str], ...] = (
    ("at least", rf"\s?\+|-plus\b|{_NOUN}(?:plus\b(?! )|or more\b"
     r"|and (?:more|above|counting|up)\b"
     r"|at least\s?(?:[.,;)]|$))"),
    ("up to", rf"{_NOUN}(?:or (?:fewer|less)\b|at (?:the )?most\b|max\b)"),
    ("about", rf"-odd\b|-ish\b|{_NOUN}(?:or so\b|range\b|odd\b)"),
)  # fmt: skip
_AFTER = tuple((how, re.compile(words, re.IGNORECASE)) for how, words in _AFTER_WORDS)


# "scattered over a two-kilometre area": where, not how many.
_ACROSS = re.compile(r"\b(?:over|under|beyond|above|below) an? $", re.IGNORECASE)

# "short of the 2.1 billion forecast", "far more than the 20,000 promised": a number that is
# known is compared with; "the more than 300" is not.
_KNOWN = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bbe )"
    r"\b(?:short of|(?:more|less|fewer|higher|lower) than) the [$€£]?$",
    re.IGNORECASE,
)


def modifier(before: str, after: str) -> Modifier:
    """The modifier told by the words right before and right after a number expression.

    `before` ends where the number, or its currency sign, begins. "as many as" and
    "a total of" are exact, "over" is "more than", by the guideline.
    """
    tail = before[-48:]
    if _KNOWN.search(tail):
        return "exact"
    if _ACROSS.search(tail) and re.match(r"[\s-]", after):
        return "exact"
    for name, pattern in _PATTERNS:
        if pattern.search(tail):
            return name
    for name, pattern in _AFTER:
        if pattern.match(after):
            return name
    return "exact"


def bounds(
    modifier: Modifier, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """The interval that modifier and number allow together; None leaves a side open."""
    if modifier in {"more than", "at least"}:
        return low, None
    if modifier in {"less than", "up to"}:
        return None, high if high is not None else low
    return low, high
