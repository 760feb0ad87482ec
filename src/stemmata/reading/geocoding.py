"""Place words to places: which entries of a gazetteer they may mean, and why.

Country and region that the words themselves name come first; then those that
the report names elsewhere. Of what is left, every candidate is kept: one is
chosen only where a reason stands beside it. No candidate is an answer too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from stemmata.reading.english.toponyms import Name, Toponym, forms, toponym
from stemmata.reading.gazetteer import (
    Gazetteer,
    Level,
    Place,
    by_sound,
    country_codes,
    country_name,
    fold,
    sounds,
)

# One of several towns of a name is taken for it where it has so many times the people of
# the next. A convention, not tuned: London in England has 21 times those of the next.
_FAR_LARGER = 20
# Keys by sound shorter than this fit too many names.
_SHORTEST_SOUND = 5
_MOST = 10
"""Candidates that are kept at most, the largest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that words may mean.

    `id` is a GeoNames id, an ISO code or a P-code. `country` is an ISO 3166-1
    code where known, `country_name` its name. Coordinates are degrees (WGS 84),
    None for areas that the gazetteer gives no point. `near` is true where the
    words say "near" it or so far from it: the place meant is another one.
    """

    id: str
    name: str
    country: str
    country_name: str
    latitude: float | None
    longitude: float | None
    level: Level
    near: bool
    reason: str


@dataclass(frozen=True, slots=True)
class _Entries:
    """Entries that a name led to, by which index, and the form of the name that did."""

    places: list[Place]
    match: Literal["name", "other name", "sound"]
    form: str


def candidates(
    words: str, gazetteer: Gazetteer, context: Sequence[str] = ()
) -> tuple[Candidate, ...]:
    """The places that `words` may mean, the likeliest first; none where none is known.

    `words` are a figure's place words; `context` other place words (or any
    words) of the same report, which tell the country where the words do not.
    """
    said = _listed(toponym(_mended(words)))
    if not said.meant:
        return _by_adjective(said, gazetteer)
    within = _areas(said, gazetteer)
    votes = Counter(area for text in context for area in set(_context(text, gazetteer)))
    found: list[Candidate] = []
    for name in _joined(said.meant, gazetteer):
        found += _candidates(name, gazetteer, within, votes, len(said.meant))
    return tuple(found[:_MOST]) or _wider(said, gazetteer, votes)


_WITHOUT_APOSTROPHE = re.compile(r"\b([A-Z]\w{3,})s (?=[A-Za-z])")


def _mended(words: str) -> str:
    """ "Freedonias north" for "Freedonia's north", where scraping lost the apostrophe."""
    codes = country_codes()
    return _WITHOUT_APOSTROPHE.sub(
        lambda m: m[0] if fold(m[0]) in codes or fold(m[1]) not in codes else f"{m[1]}'s ", words
    )


def _listed(said: Toponym) -> Toponym:
    """Countries one after another are a list: none of them lies in the next."""
    names = (*said.meant, *said.wider)
    if said.wider and all(_country_code(n.words) for n in names):
        return replace(said, meant=names, wider=())
    return said


def _joined(names: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """ "Trinidad and Tobago" is one name where the gazetteer has it so."""
    whole = " and ".join(n.words for n in names)
    if len(names) > 1 and fold(whole) in gazetteer.main:
        return (Name(whole, names[0].sort, names[0].near),)
    return names


def _by_adjective(said: Toponym, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """ "a Syrian town" names its country and no more."""
    return tuple(
        _candidate(place, False, f"the words name no place but the country {place.name}")
        for code in dict.fromkeys(said.countries)
        for place in _countries(code, gazetteer)
    )


def _countries(code: str, gazetteer: Gazetteer) -> Iterable[Place]:
    at = gazetteer.main.get(fold(country_name(code)), ())
    return (gazetteer.places[i] for i in at if gazetteer.places[i].level == "country")


def _wider(said: Toponym, gazetteer: Gazetteer, votes: Counter[str]) -> tuple[Candidate, ...]:
    """Where the place itself is not known: the narrowest known one that the words put it in."""
    missing = " and ".join(n.words for n in said.meant)
    for name in (*said.wider, *_tails(said)):
        places, _ = _narrowed(_found(name.words, gazetteer), {}, votes, gazetteer.name)
        if len(places) == 1 and (not votes or places[0].country in votes):
            how = "near" if name.near else "in"
            why = f"{gazetteer.name} has no '{missing}' there; the words put it {how} "
            return (_candidate(places[0], name.near, why + places[0].name),)
    for code in said.countries:
        for place in _countries(code, gazetteer):
            why = f"{gazetteer.name} has no '{missing}' there; the words put it in {place.name}"
            return (_candidate(place, False, why),)
    return ()


def _tails(said: Toponym) -> tuple[Name, ...]:
    """Countries that end a name without a comma: "Aville Freedonia"."""
    return tuple(Name(t, "") for n in said.meant if (t := _country_at_end(n.words)))


def _country_at_end(name: str) -> str:
    words = name.split()
    tails = (" ".join(words[k:]) for k in range(1, len(words)))
    return next((t for t in tails if fold(t) in country_codes() and len(t) > 3), "")


def _areas(said: Toponym, gazetteer: Gazetteer) -> dict[str, bool]:
    """The areas that the words put the place in, the narrowest first.

    True for a country or region, in which the place must lie; false for a town,
    which may as well stand beside it.
    """
    found: dict[str, bool] = {}
    for name in (*said.wider, *_tails(said)):
        code = _country_code(name.words)
        if code:
            found[code] = True
            continue
        for place in _found(name.words, gazetteer).places:
            found.setdefault(place.area, place.level != "place" and not name.near)
    return found | dict.fromkeys(said.countries, True)


def _country_code(name: str) -> str | None:
    codes = country_codes()
    return next((codes[key] for f in forms(name) if len(key := fold(f)) > 3 and key in codes), None)


def _lies_in(place: Place, area: str) -> bool:
    return place.area.startswith(area) or place.country == area


@lru_cache(maxsize=4096)
def _context(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The countries that other words of the report tell, by name, adjective or a plain town."""
    said = toponym(_mended(text))
    found = list(said.countries)
    for name in (*said.meant, *said.wider):
        code = _country_code(name.words)
        entries = _found(name.words, gazetteer)
        countries = {code} if code else {p.country for p in entries.places}
        if len(countries) == 1 and (code or entries.match != "sound"):
            found += [c for c in countries if c]
        elif largest := _largest(entries.places):
            found.append(largest.country)
    return tuple(found)


def _found(name: str, gazetteer: Gazetteer) -> _Entries:
    """Entries of a name in its fullest form that has any, and how they were found."""
    whole = forms(name)
    tail = _country_at_end(name)
    shorter = forms(name.removesuffix(tail).strip()) if tail else ()
    for form in (*whole, *shorter):
        key = fold(form)
        if key in gazetteer.main:
            return _Entries(_at(gazetteer, gazetteer.main[key]), "name", form)
        if key in gazetteer.alternative:
            return _Entries(_at(gazetteer, gazetteer.alternative[key]), "other name", form)
    for form in (*whole, *shorter):
        key = sounds(form)
        if len(key) >= _SHORTEST_SOUND and key in by_sound(gazetteer):
            return _Entries(_at(gazetteer, by_sound(gazetteer)[key]), "sound", form)
    return _Entries([], "name", name)


def _at(gazetteer: Gazetteer, index: tuple[int, ...]) -> list[Place]:
    return sorted((gazetteer.places[i] for i in index), key=lambda p: (-p.population, p.id))


def _candidates(
    name: Name, gazetteer: Gazetteer, within: Mapping[str, bool], votes: Counter[str], together: int
) -> list[Candidate]:
    entries = _found(name.words, gazetteer)
    entries = replace(entries, places=_of_sort(entries.places, name.sort))
    places, why = _narrowed(entries, within, votes, gazetteer.name)
    if together > 1:
        why = f"{why}; one of {together} places that the words name together"
    if name.near:
        why = f"{why}; the words speak of a place near it or so far from it"
    how = _HOW[entries.match].format(entries.form)
    return [_candidate(p, name.near, f"{p.name}{how}: {why}{_stands(p, name)}") for p in places]


_HOW = {"name": "", "other name": ", also called '{}'", "sound": ", which '{}' sounds like"}


def _stands(place: Place, name: Name) -> str:
    if name.sort in ("region", "island") and place.level == "place":
        return f"; stands for the {name.sort} of that name, which the gazetteer does not have"
    return ""


def _of_sort(places: list[Place], sort: str) -> list[Place]:
    """Countries before towns of their name, unless the words say "town"; areas likewise."""
    levels = {p.level for p in places}
    if sort == "town" and "place" in levels:
        return [p for p in places if p.level == "place"]
    if sort == "region" and levels - {"place", "country"}:
        return [p for p in places if p.level not in ("place", "country")]
    if sort in ("", "country") and "country" in levels:
        return [p for p in places if p.level in ("country", "admin1")]
    if not sort and "admin1" in levels:
        return [p for p in places if p.level != "admin2"]
    return places


def _narrowed(
    entries: _Entries, within: Mapping[str, bool], votes: Counter[str], source: str
) -> tuple[list[Place], str]:
    """What the words, then the report, leave of the entries; the reason in words.

    An entry that only sounds alike needs one of the two to speak for it; one
    that is called so besides its own name falls where both speak of elsewhere.
    """
    places = entries.places
    for area in within:
        inside = [p for p in places if _lies_in(p, area)]
        if inside:
            return _settled(inside, f"in {_area_name(area)}, as the words say")
    own = {p.country for p in places if p.level == "country"}
    if any(firm for area, firm in within.items() if area not in own):
        return [], ""
    named = [area for area, _ in votes.most_common()]
    inside = [p for area in named for p in places if p.country == area]
    if inside and (entries.match == "sound" or len({p.country for p in places}) > 1):
        countries = " and ".join(dict.fromkeys(country_name(p.country) for p in inside))
        return _settled(inside, f"in {countries}, which the report names")
    if not inside and (entries.match == "sound" or (named and entries.match == "other name")):
        return [], ""
    return _settled(places, f"in {source}")


def _area_name(area: str) -> str:
    country, dot, _ = area.partition(".")
    return f"{country_name(country)} ({area})" if dot else country_name(area)


def _settled(places: list[Place], where: str) -> tuple[list[Place], str]:
    if len(places) < 2:
        return places, f"the only place of that name {where}"
    if largest := _largest(places):
        return [largest], f"by far the largest place of that name {where}"
    return places, f"one of {len(places)} places of that name {where}; nothing tells which"


def _largest(places: Sequence[Place]) -> Place | None:
    """The town that outnumbers every other by far, None where none does."""
    ordered = sorted(places, key=lambda p: -p.population)
    if len(ordered) < 2 or any(p.level != "place" for p in ordered):
        return ordered[0] if len(ordered) == 1 else None
    first, second = ordered[0].population, ordered[1].population
    return ordered[0] if 0 < second * _FAR_LARGER <= first else None


def _candidate(place: Place, near: bool, reason: str) -> Candidate:
    return Candidate(
        place.id, place.name, place.country, country_name(place.country), place.latitude,
        place.longitude, place.level, near, reason,
    )  # fmt: skip
