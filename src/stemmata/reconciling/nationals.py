"""Of what country counted people are: "17 Filipinos", "six were Ukrainian", "four foreigners"."""

from __future__ import annotations

import re

from stemmata.model import Figure
from stemmata.tracing.nations import nation_at, plain, singular

FOREIGN = "foreign"
# What one calls a person of a country where neither its name nor its adjective does.
_PERSONS = {
    "filipina": "PH", "briton": "GB", "englishman": "GB", "scot": "GB", "spaniard": "ES",
    "swede": "SE", "dane": "DK", "finn": "FI", "pole": "PL", "turk": "TR", "frenchman": "FR",
    "irishman": "IE", "dutchman": "NL", "icelander": "IS", "slovak": "SK", "czech": "CZ",
    "lankan": "LK", "zealander": "NZ", "korean": "KR", "argentinian": "AR", "iraqi": "IQ",
    "israeli": "IL", "pakistani": "PK", "bangladeshi": "BD", "nepali": "NP", "nepalese": "NP",
    "yemeni": "YE", "kuwaiti": "KW", "omani": "OM", "qatari": "QA", "saudi": "SA", "somali": "SO",
    "emirati": "AE", "bahraini": "BH", "azerbaijani": "AZ",
}  # fmt: skip
_NAME = r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)"
_NOT_OF = r"(?!(?:in|of|at|from|to|on|by|near|for|with|and|or|as|were|was|are|is)\b)"
# Right before the noun: "two young Chinese engineers".
_BEFORE_NOUN = re.compile(rf"\s+(?:{_NOT_OF}[a-z-]+\s+){{0,2}}{_NAME}")
_SAID_OF = re.compile(
    rf"[^.,;:\n\d]{{0,40}}?\b(?:were|was|are|is|being|came|come)\s+(?:all\s+)?(?:from\s+)?"
    rf"(?:the\s+)?{_NAME}"
)
_FROM = re.compile(
    rf"\s+(?:[a-z-]+\s+)?(?:nationals|citizens|people|men|women|passengers|tourists|workers|others)"
    rf"\s+(?:from|of)\s+(?:the\s+)?{_NAME}"
)
_FOREIGN = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}foreign(?:ers)?\b|[^.,;:\n\d]{0,40}?\b(?:were|are)\s+(?:all\s+)?foreign"
)


def nationals(figure: Figure, text: str) -> frozenset[str]:
    """The codes of the countries, or "foreign", that the words beside a count of people tell."""
    if figure.unit != "person":
        return frozenset()
    for pattern in (_BEFORE_NOUN, _FROM, _SAID_OF):
        found = pattern.match(text, figure.end)
        if found and (code := country(found["name"])):
            return frozenset({code})
    return frozenset({FOREIGN}) if _FOREIGN.match(text, figure.end) else frozenset()


def countries_apart(a: frozenset[str], b: frozenset[str]) -> float:
    """1 for people of two countries, half for foreigners and others, less where one tells none."""
    if not a | b or a & b:
        return 0.0
    if a and b:
        return 1.0
    return 0.5 if FOREIGN in a | b else 0.4


def country(name: str) -> str:
    """The code of the country that a word with a capital, or two, names or tells; else empty."""
    words = plain(name).split()
    for at, word in enumerate(words):
        if found := nation_at(words, at):
            return found[0]
        bare = word if word.endswith("ese") else singular(word.removesuffix("'s"))
        bare = bare.removesuffix("s") if bare.endswith("is") else bare
        if code := _PERSONS.get(bare.replace("men", "man")):
            return code
    return ""
