"""What English place words name: the place meant, what it lies in, and what they say of it.

Works on the words alone ("the town of X in eastern Y", "Z's X province", "58 km
south of X"), by capitals and the field's place nouns; whether a name is known is
the gazetteer's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemmata.reading.english.countries import ADJECTIVES
from stemmata.reading.english.cues import word_set

Sort = str
"""What a place noun says: "country", "region", "town", "island", or "" where nothing does."""

_SORTS = {
    "country": "country nation kingdom",
    "region": "province state governorate region county prefecture oblast department district "
    "regency territory republic emirate canton division municipality subdistrict voivodeship",
    "town": "city town village hamlet capital port suburb neighbourhood neighborhood township "
    "settlement quarter borough metropolis stronghold",
    "island": "island isle peninsula archipelago",
    "": "islands area areas camp camps enclave pocket part parts side countryside outskirts "
    "coast zone sector border centre center heart north south east west "
    "northern southern eastern western districts villages towns cities provinces suburbs",
}  # fmt: skip
NOUN_SORTS = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns.split()}
_POINTS = "north south east west northeast northwest southeast southwest"
_DIRECTIONS = frozenset(
    f"{half}{ending}"
    for point in _POINTS.split()
    for half in (point, re.sub("(?<=th)(?=[ew])", "-", point))
    for ending in ("", "ern", "ernmost")
) | {"central", "upper", "lower", "greater", "rural", "inner", "outer", "downtown", "mid"}


# With these in it, a name is that of a water, a mountain or a building: all of it or none.
_WHOLE = word_set(
    "gulf sea ocean bay strait straits river lake mount mountain mountains channel canal desert "
    "valley hospital university airport school street avenue road square market station church "
    "mosque stadium bridge base park hotel prison tower mall palace museum"
)
_PARTICLES = word_set(
    "al el as ash ar at an az ad ez es de la las lo los le les del di da do dos das du van von der "
    "bin ibn bint sur abu umm"
)
_LEADING = word_set(
    "the a an in at near off on outside inside across around from to into within throughout of "
    "about along this that over and our their its his her"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?(?:-[^\W\d_]+)*['’]?|\d+|[,;()]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]|['’])$")
_BESIDE = re.compile(
    r"(?:(?<!the )\b(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?|kms?|kilomet(?:er|re)s?"
    r"|miles?|away)\b[^,]*\b(?:of|from)|\b(?:outside|near|off))\s+(?:(?! in )[^,])*(?:,\s*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words, what the place noun at it says, and whether it is only near.

    `near` is true for "58 km south of X" and "off X": the place meant lies by it.
    """

    words: str
    sort: Sort
    near: bool = False


@dataclass(frozen=True, slots=True)
class Toponym:
    """The names that place words mean, the wider ones beside them, and countries by adjective."""

    meant: tuple[Name, ...]
    wider: tuple[Name, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    words: str
    first: int
    last: int
    owner: bool


def toponym(words: str) -> Toponym:
    """What place words name; nothing where they hold no name ("the city", "their homes")."""
    found = list(_WORD.finditer(words.replace("`", "'")))
    tokens = [m[0] for m in found]
    countries = tuple(c for i in range(len(tokens)) if (c := _adjective(tokens, i)))
    runs = _runs(tokens)
    first = _target(tokens, runs)
    if first is None:
        return Toponym((), (), countries)
    last = first
    while last + 1 < len(runs) and _joins(tokens, runs[last], runs[last + 1]):
        last += 1
    names = [
        Name(r.words, _sort(tokens, r), bool(_BESIDE.search(words[: found[r.first].start()])))
        for r in runs
    ]
    wider = (*names[:first], *names[last + 1 :])
    return Toponym(tuple(names[first : last + 1]), wider, countries)


def _adjective(tokens: list[str], i: int) -> str | None:
    """The country of "Iranian" or "North Korean"."""
    token = _POSSESSIVE.sub("", tokens[i])
    of_water = i + 1 < len(tokens) and tokens[i + 1].lower() in _WHOLE
    if not token[:1].isupper() or (of_water and tokens[i + 1][0].isupper()):
        return None
    pair = f"{tokens[i - 1]} {token}".lower() if i else ""
    return ADJECTIVES.get(pair) or ADJECTIVES.get(token.lower())


def _capital(token: str) -> bool:
    """True for "Aville" and "al-Aville"."""
    article, _, rest = token.partition("-")
    return token[0].isupper() or (article in _PARTICLES and rest[:1].isupper())


def _runs(tokens: list[str]) -> list[_Run]:
    runs: list[_Run] = []
    i = 0
    while i < len(tokens):
        if not _opens(tokens, i):
            i += 1
            continue
        last = _run_end(tokens, i)
        words = _POSSESSIVE.sub("", " ".join(tokens[i:last]))
        runs.append(_Run(words, i, last, bool(_POSSESSIVE.search(tokens[last - 1]))))
        i = last
    return runs


def _opens(tokens: list[str], i: int) -> bool:
    """Whether a name begins here: no "The", no "Iranian", no place noun by itself."""
    lowered = tokens[i].lower()
    if not _capital(tokens[i]) or lowered in _LEADING or _adjective(tokens, i):
        return False
    if lowered not in NOUN_SORTS and lowered not in _DIRECTIONS:
        return True
    return _run_end(tokens, i) > i + 1


def _run_end(tokens: list[str], i: int) -> int:
    """The token after a run of capitals, with the small words that stand inside names."""
    last = i + 1
    while last < len(tokens) and not _POSSESSIVE.search(tokens[last - 1]):
        step = 1 if _capital(tokens[last]) else _bridge(tokens, i, last)
        if not step or ADJECTIVES.get(tokens[last + step - 1].lower()):
            break
        last += step
    return last


def _bridge(tokens: list[str], i: int, last: int) -> int:
    """Tokens from `last` on that lead over small words to a capital, 0 where none do.

    "Gulf of Aville" is one name; "Aville District of Beland" is two.
    """
    small = 0
    while last + small < len(tokens) and tokens[last + small] in _PARTICLES | {"of", "the"}:
        small += 1
    if not 0 < small <= 2 or last + small >= len(tokens) or not _capital(tokens[last + small]):
        return 0
    if tokens[last] == "the" or (tokens[last] == "of" and last - i > 1 and _noun(tokens[last - 1])):
        return 0
    return small + 1


def _noun(token: str) -> bool:
    return token.lower() in NOUN_SORTS


def _target(tokens: list[str], runs: list[_Run]) -> int | None:
    """The first name that neither owns the next one nor stands before "suburb of" it."""
    for k, run in enumerate(runs):
        following = runs[k + 1] if k + 1 < len(runs) else None
        if following is None or not (run.owner or _before_noun_of(tokens, run, following)):
            return k
    return None


def _before_noun_of(tokens: list[str], run: _Run, following: _Run) -> bool:
    """ "the Aville suburb of Beland": place nouns and "of" alone between the two."""
    between = [t.lower() for t in tokens[run.last : following.first]]
    if len(between) < 2 or "of" not in between or between[0] in _DIRECTIONS:
        return False
    return all(t in NOUN_SORTS or t in ("of", "the") for t in between)


def _joins(tokens: list[str], a: _Run, b: _Run) -> bool:
    between = [t.lower() for t in tokens[a.last : b.first]]
    return between in (["and"], ["or"], ["and", "the"], [","], [",", "and"]) and (
        "," not in between or "and" in [t.lower() for t in tokens[b.first : b.last + 1]]
    )


def _sort(tokens: list[str], run: _Run) -> Sort:
    """What the noun in, after or before ("the town of") the name says."""
    own = run.words.lower().split()
    after = tokens[run.last].lower() if run.last < len(tokens) and not run.owner else ""
    before = [t.lower() for t in tokens[max(0, run.first - 3) : run.first] if t.lower() != "the"]
    of = before[-2] if len(before) > 1 and before[-1] == "of" else ""
    for noun in (own[-1], own[0], after, of, before[-1] if before else ""):
        if NOUN_SORTS.get(noun):
            return NOUN_SORTS[noun]
    return ""


def forms(name: str) -> tuple[str, ...]:
    """The ways to look a name up, the fullest first: as it stands, then bare.

    Directions and place nouns go from its ends one by one; a name of a water, a
    mountain or a building is never taken apart.
    """
    words = name.split()
    if any(w.lower() in _WHOLE for w in words):
        return (name,)
    found = [name]
    while len(words) > 1 and (shorter := _shorter(words)):
        words = shorter
        found.append(" ".join(words))
    if name.endswith("s") and len(name) > 4:
        found.append(name[:-1])
    return tuple(dict.fromkeys(found))


def _shorter(words: list[str]) -> list[str]:
    """The name without one word at its ends that tells what it is or which side of it."""
    first, last = words[0].lower(), words[-1].lower()
    if last in NOUN_SORTS:
        return words[:-1]
    if first in _DIRECTIONS or first in NOUN_SORTS or first in ("of", "the"):
        return words[1:]
    return []
