"""The question that a quantity answers, in plain words composed from its figures."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from stemmata.model import MeasureType
from stemmata.reconciling.features import Features
from stemmata.reconciling.grounds import ground_question
from stemmata.reconciling.verbs import ACTIVE, PARTICLES, Voice, past, simple_past, voice
from stemmata.reconciling.words import deeds, is_named_thing, known_deed, singular

# Verbs that say nothing of what happened: the question does without them.
_SILENT = frozenset(
    "say speak give put call have be record report tell do get know see fill find consider describe"
    " estimate count number total list note include mean show".split()
)
_LONGEST_PLACE = 9
_ARTICLE = re.compile(r"^(?:the|a|an|some|these|those|their|its|his|her|this)\s+", re.IGNORECASE)
_CAPITAL_ARTICLE = re.compile(r"^(?:The|A|An)\s")


def question(figures: Sequence[Features], measure: MeasureType, texts: Mapping[str, str]) -> str:
    """A question in plain words: "How many militants left eastern Arden?".

    The thing, action, place and period are those that most of the figures have;
    what none has is left out. `texts` holds the reports' texts by their ids.
    """
    thing = _common(figures, _thing)
    action, passive = _told(figures, texts)
    place = _common(figures, _place)
    when = _when(figures, measure)
    one = figures[0]
    if measure in ("share", "change"):
        asked = _of_share(measure, thing, action, passive)
    elif one.figure.kind in ("measure", "rate") and one.dimension not in ("item", "person"):
        if one.dimension == "length":
            return f"{_of_length(figures, thing, place)}{when}?"
        asked = _of_measure(figures, thing, action, passive)
        if one.dimension not in _SAID:
            place = "" if one.dimension == "money" else place
            ending = "s" if one.figure.unit in _REGULAR_COINS else ""
            when = f"{when}, in {one.figure.unit}{ending}"
    elif grounds := ground_question(figures, thing, action, texts):
        asked, place = grounds, ""
    elif one.person and _lives(figures, action):
        asked, when = "How many people live", ""
    elif one.person and (fate := _fate(figures)):
        asked = f"How many {thing or 'people'} {fate}"
    else:
        asked = _of_count(thing or ("people" if one.person else "things"), action, passive)
    return f"{asked}{_where(place, thing, action, asked)}{when}?"


# What befell the counted in words, where the words beside the number told it and not the verb.
_FATES = {
    "harm-both": "were killed or hurt", "harm-missing": "were missing", "room": "is there room for",
    "without": "were cut off from power or water", "at-large": "were at large",
}  # fmt: skip


def _fate(figures: Sequence[Features]) -> str:
    """The fate that most figures share, in words; empty where the verb tells it."""
    fates = Counter(next(iter(one.deeds)) for one in figures if len(one.deeds) == 1)
    most, number = fates.most_common(1)[0] if fates else ("", 0)
    return _FATES.get(most, "") if 2 * number > len(figures) else ""


def _told(figures: Sequence[Features], texts: Mapping[str, str]) -> tuple[str, bool]:
    """The action that most have, with its particle, and whether it was done to the counted.

    A verb of no family, or one that the text does not say of the number, is left out.
    """
    said: dict[str, list[tuple[Voice, str]]] = {}
    for one in figures:
        if one.figure.action and one.figure.action not in _SILENT:
            said.setdefault(one.figure.action, []).append(
                voice(one.figure, texts[one.figure.report])
            )
    usable = [f for f in figures if f.figure.action in said and _sayable(f, said)]
    known = [f for f in usable if known_deed(deeds(f.figure.action))]
    action = _common(known or usable, lambda f: f.figure.action)
    if not action:
        return "", False
    heard = Counter(how for how, _ in said[action] if how in ("active", "passive"))
    mostly = heard.most_common(1)[0][0] if heard else ""
    particles = Counter(particle for how, particle in said[action] if how == mostly)
    particle = min(particles, key=lambda p: (-particles[p], p), default="")
    plain = action.replace(" ", "_")
    passive = plain.split("_")[0] not in ACTIVE and plain not in ACTIVE
    if heard and heard["active"] != heard["passive"]:
        passive = heard["passive"] > heard["active"]
    if figures[0].figure.kind == "share" and known_deed(deeds(action)):
        passive = passive or action not in ACTIVE
    if passive and particle not in PARTICLES:
        particle = ""
    alone = particle and particle not in action and "_" not in action and " " not in action
    return f"{action} {particle}" if alone else action, passive


def _sayable(one: Features, said: Mapping[str, Sequence[tuple[Voice, str]]]) -> bool:
    """True where the text says the action of the counted, or it is a sure one (harm, change)."""
    action = one.figure.action or ""
    if one.figure.kind == "change" or any(deed.startswith("harm") for deed in deeds(action)):
        return True
    heard = {how for how, _ in said[action]}
    return bool(heard & {"active", "passive"}) or (
        known_deed(deeds(action)) and "none" not in heard
    )


def _lives(figures: Sequence[Features], action: str) -> bool:
    """True of the people of a place, whatever the reports call them."""
    living = sum("live" in one.deeds for one in figures)
    return 2 * living > len(figures) and (not action or action in ("live", "populate", "inhabit"))


def _common(
    figures: Sequence[Features], get: Callable[[Features], str | None], least: int = 1
) -> str:
    """The value most reports have, the shortest of those as frequent; "" for none.

    Where several reports speak, `least` of them must have it.
    """
    values = [(v, f.at) for f in figures if (v := get(f))]
    if not values:
        return ""
    counts = Counter(v for v, _ in {(v.lower(), at) for v, at in values})
    best = min(counts, key=lambda v: (-counts[v], len(v), v))
    if counts[best] < min(least, len({f.at for f in figures})):
        return ""
    return next(v for v, _ in values if v.lower() == best)


def _place(one: Features) -> str | None:
    """The place, where it is no longer than a place is."""
    place = one.figure.place
    return place if place and len(place.split()) <= _LONGEST_PLACE else None


# "Two of its last five inspections": the question asks for inspections.
_COUNTED_OF = re.compile(
    r"^(?:last|first|next|past|previous) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) "
)


# What is done to lives, and not to those who live them.
_OF_LIVES = frozenset({"save", "risk", "endanger", "change", "threaten", "spare"})
# Words for a number, which the question asks for anyway.
_TALLIES = frozenset({"tally", "tallies", "number", "numbers", "total"})


def _thing(one: Features) -> str:
    thing = one.figure.thing or ""
    if thing.lower() in ("lives", "souls", "bodies") and "harm-dead" in one.deeds:
        return "people"
    if thing.lower() in ("lives", "souls") and one.figure.action not in _OF_LIVES:
        return "people"
    if thing.lower() in _TALLIES or (thing.lower() == "count" and (one.figure.low or 0) > 1):
        return "people" if one.person else ""
    if thing.lower() in ("death toll", "toll", "dead", "deaths", "person", "persons"):
        return "people"
    plain = _COUNTED_OF.sub("", _ARTICLE.sub("", thing))
    first = plain.split(" ")[0]
    # A capital that a title or the beginning of a sentence gave is none of the noun's.
    common = first[1:].islower() and one.figure.unit in ("person", "item") and one.head == (
        first.lower().removesuffix("s")
    )  # fmt: skip
    return plain.lower() if common or plain.isupper() else plain


def _of_count(thing: str, action: str, passive: bool) -> str:
    if not action:
        return f"How many {thing} were there"
    if action == "miss":
        return f"How many {thing} were missing"
    return f"How many {thing} {_done(action, passive, 'were')}"


def _done(action: str, passive: bool, be: str) -> str:
    return f"{be} {past(action)}" if passive else simple_past(action)


def _of_share(measure: MeasureType, thing: str, action: str, passive: bool) -> str:
    what = _the(thing) if thing else "the whole"
    if measure == "change":
        return f"By how much did {what} {action.replace('_', ' ') if action else 'change'}"
    return f"What share of {what} {_done(action, passive, 'was') if action else 'was it'}"


def _of_measure(figures: Sequence[Features], thing: str, action: str, passive: bool) -> str:
    one, what = figures[0], _the(thing) if thing else "it"
    if one.dimension == "M":
        named = "" if thing.lower() in ("", "magnitude") else f" of {what}"
        return f"What was the magnitude{named}"
    if one.dimension == "money" or one.figure.unit in _COINS:
        return _of_money(figures, thing)
    if one.dimension == "area":
        named = "land" if not thing or re.search(r"\d|^(?:the )?total", thing) else thing
        done = _done(action, passive, "was") if action else ""
        return f"What area of {named} {done}" if done else f"What was the area of {what}"
    if one.dimension in ("mass", "volume", "energy", "data"):
        done = _done(action, passive, "was") if action else "was there"
        return f"How much {thing or 'of it'} {done}"
    if one.dimension == "temperature":
        return "What was the temperature"
    return f"What was the measure of {what}"


# Currencies that a report names by a noun alone, which is a unit of its own.
_REGULAR_COINS = frozenset(
    "crown franc peso rupee dinar dirham riyal rial shilling cedi rouble ruble forint mark "
    "guilder guinea ducat shekel kwacha taka afghani".split()
)
_COINS = _REGULAR_COINS | frozenset(
    "krona krone koruna rupiah ringgit baht dong lira rand naira birr yuan yen won real zloty leu "
    "lev hryvnia tenge som".split()
)


def _of_money(figures: Sequence[Features], thing: str) -> str:
    """A sum by what it is of; a name or a stray noun beside the number is none of it."""
    sort = _common(figures, lambda f: f.thing)
    proper = thing[:1].isupper() or "-" in thing[:1]
    what = (
        sort if sort and (proper or not is_named_thing(singular(thing.split(" ")[-1]))) else thing
    )
    if not sort and (proper or _TIME.search(thing)):
        what = ""
    return f"How much {_be(what)} {_the(what)}" if what else "How much money was it"


def _be(thing: str) -> str:
    return "were" if re.search(r"[^su]s$", thing) and not thing[:1].isupper() else "was"


# Dimensions whose question needs no unit at its end: the word asks for it.
_SAID = frozenset({"M", "area", "mass", "volume", "energy", "data"})
_TIME = re.compile(r"\b(?:day|week|month|year|season|morning|evening|night)s?$")
_ASPECTS = {"depth": "deep", "height": "high", "length": "long"}


def _of_length(figures: Sequence[Features], thing: str, place: str) -> str:
    """How deep, high or long a thing is, or how far it lies from a place."""
    sort = _common(figures, lambda f: f.thing)
    plain = thing if thing.lower() not in (sort, "depth", "height", "length", "distance") else ""
    what = _the(plain) if plain else "it"
    if sort in _ASPECTS and thing.lower().endswith(f"{sort}s"):
        # "Wave heights" are what is measured and the measure in one.
        asked = f"What were the {thing[:1].lower()}{thing[1:]}"
        return f"{asked}{_where(place, thing, '', asked)}, in {figures[0].figure.unit}"
    if sort in _ASPECTS:
        asked = f"How {_ASPECTS[sort]} {_be(what)} {what}"
        return f"{asked}{_where(place, thing, '', asked)}"
    if place and _BEARING.match(place):
        return f"How far {place} was {what}"
    if sort == "distance":
        near = not place or _LEADS.match(place) or place.lower() in what.lower()
        return f"How far away was {what}" if near else f"How far from {place} was {what}"
    asked = f"What was the length of {what}"
    return f"{asked}{_where(place, thing, '', asked)}, in {figures[0].figure.unit}"


_BEARING = re.compile(
    r"^(?:from|off|(?:\w+-)?(?:north|south|east|west)\w*,?\s+(?:of|from|off))\s", re.IGNORECASE
)


def _the(thing: str) -> str:
    if thing[:1].isupper() or thing.lower().startswith(("the ", "all ", "half ")):
        return thing
    return f"the {thing}"


_LEADS = re.compile(
    r"^(?:in|on|at|near|off|from|to|into|around|across|inside|outside|over|under|between|about"
    r"|(?:west|east|north|south)\w* of)\b",
    re.IGNORECASE,
)


_MOVED = frozenset("take bring get pull move come go carry drive fly".split())


def _where(place: str, thing: str, action: str, asked: str) -> str:
    bare = _ARTICLE.sub("", place).lower()
    if not place or bare in asked.lower() or (thing and thing.lower() in place.lower()):
        return ""
    shown = _CAPITAL_ARTICLE.sub(lambda m: m[0].lower(), place)
    if _LEADS.match(shown) or re.match(r"\S*(?:west|east|north|south)\S* of ", shown, re.I):
        return f" {shown}"
    verb, _, particle = action.replace("_", " ").partition(" ")
    if verb in ("leave", "flee", "exit", "escape"):
        return f" {shown}"
    if particle == "out" and verb in (
        "take",
        "bring",
        "get",
        "pull",
        "move",
        "come",
        "go",
        "carry",
    ):
        return f" of {shown}"
    if verb in ("evacuate", "withdraw", "expel", "displace"):
        return f" from {shown}"
    if verb in ("deliver", "bring", "send", "ship", "return", "come"):
        return f" to {shown}"
    head = shown.split(" of ")[0].split()[-1].lower().removesuffix("s")
    return f" {'on' if head in _ON else 'at' if head in _AT else 'in'} {shown}"


# What things happen on and not in.
_ON = frozenset(
    "roof rooftop road highway motorway bridge island border coast beach hill plain river deck "
    "ferry pier shore coastline outskirt motorway railway front hillside slope embankment".split()
)


_AT = frozenset(
    "station checkpoint crossing stadium airport university school office gate plant mine polling"
    " site event airfield barracks outpost".split()
)


def _when(figures: Sequence[Features], measure: MeasureType) -> str:
    """The window or the day, by the calendar where the report's date allows."""
    windows = [f for f in figures if f.period.sort == "window"]
    if windows and 2 * len(windows) >= len(figures):
        return _window(windows)
    dated = next((f for f in figures if f.background and f.period.words), None)
    if dated is not None:
        return f" {_dated(dated.period.words)}"
    if measure in ("running total", "stock"):
        return ""
    days = [
        f.period.begin for f in figures
        if f.period.sort == "date" and f.period.begin and f.period.begin == f.period.end
    ]  # fmt: skip
    if days and measure == "flow":
        return f" on {_written(Counter(sorted(days)).most_common(1)[0][0])}"
    return ""


def _window(windows: Sequence[Features]) -> str:
    words = _common(windows, lambda f: f.period.words)
    words = re.sub(r"\s+alone$", "", words.lower())
    if not _BEGINS.match(words):
        return ""
    ends = [f.period.end for f in windows if f.period.end]
    if ends and re.search(r"\b(?:past|last|recent)\b", words):
        return f" {words} to {_written(Counter(sorted(ends)).most_common(1)[0][0])}"
    return f" {words}"


# How a period begins that can stand at a question's end; "an eight-year" cannot.
_BEGINS = re.compile(
    r"(?:in|on|over|during|within|since|after|before|for|by|between|from|at|as of|until|up to"
    r"|last|past|this|these|earlier|early|late|yesterday|today)\b",
    re.IGNORECASE,
)


def _dated(words: str) -> str:
    """A period as a question ends with it: "on March 15", "in May 2003", "last year"."""
    if _BEGINS.match(words):
        return f"{words[:1].lower()}{words[1:]}"
    if " ago" in words:
        return words
    return f"{'on' if words[:1].isupper() else 'in'} {words}"


def _written(day: date) -> str:
    """A day as British English has it: 9 December 2016."""
    return f"{day.day} {month_name[day.month]} {day.year}"
