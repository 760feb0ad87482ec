"""The question that a quantity answers, in plain words composed from its figures."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from stemmata.model import MeasureType
from stemmata.reconciling.features import Features
from stemmata.reconciling.words import deeds, known_deed

_IRREGULAR = {
    "leave": "left", "flee": "fled", "take": "taken", "bring": "brought", "slay": "slain",
    "hold": "held", "control": "controlled",
    "give": "given", "set": "set", "hit": "hit", "shake": "shaken",
    "strike": "struck", "steal": "stolen", "hurt": "hurt", "lose": "lost", "drive": "driven",
    "send": "sent", "win": "won", "fight": "fought", "shoot": "shot", "find": "found",
    "free": "freed", "put": "put", "pay": "paid", "make": "made", "sell": "sold", "buy": "bought",
    "withdraw": "withdrawn", "overrun": "overrun", "burn": "burnt", "build": "built",
    "sink": "sunk", "go": "gone", "come": "come", "drown": "drowned", "feel": "felt",
    "get": "got", "seek": "sought", "rise": "risen", "grow": "grown", "fall": "fallen",
    "see": "seen", "tell": "told", "fly": "flown", "cut": "cut", "shut": "shut",
    "rebuild": "rebuilt", "admit": "admitted", "run": "run", "speak": "spoken", "sleep": "slept",
    "stand": "stood", "drink": "drunk", "feed": "fed", "keep": "kept", "lead": "led", "meet": "met",
    "spend": "spent", "throw": "thrown", "write": "written", "eat": "eaten", "know": "known",
    "ride": "ridden", "sit": "sat", "spread": "spread", "sweep": "swept", "swim": "swum",
    "catch": "caught", "choose": "chosen", "hide": "hidden", "bury": "buried", "lay": "laid",
    "commit": "committed", "permit": "permitted", "refer": "referred", "transfer": "transferred",
    "equip": "equipped", "patrol": "patrolled", "cancel": "cancelled", "become": "become",
    "say": "said", "teach": "taught", "tear": "torn", "wear": "worn", "begin": "begun",
    "kidnap": "kidnapped", "expel": "expelled", "compel": "compelled", "traffic": "trafficked",
}  # fmt: skip
_PAST = {
    "take": "took", "flee": "fled", "leave": "left", "come": "came", "go": "went", "fall": "fell",
    "rise": "rose", "grow": "grew", "get": "got", "fly": "flew", "drive": "drove",
    "shrink": "shrank", "sink": "sank", "flow": "flowed", "withdraw": "withdrew", "lose": "lost",
    "strike": "struck", "shake": "shook", "fight": "fought", "give": "gave", "run": "ran",
    "speak": "spoke", "drink": "drank", "eat": "ate", "swim": "swam", "ride": "rode",
    "begin": "began", "write": "wrote", "throw": "threw", "choose": "chose", "know": "knew",
}  # fmt: skip
# Verbs that the counted do themselves; of all others it is done to them.
_ACTIVE_VERBS = """
    leave flee die return surrender join escape arrive collapse shelter live perish drown
    withdraw exit depart go come remain stay survive vanish disappear suffer fight protest march
    follow fall rise grow participate refuse resign vote escape defect occur happen cross
    take_part take_shelter take_refuge sleep wait stand gather queue work run speak fail attend
    rally chant camp assemble watch need sit begin drop sail march swim volunteer graduate
    starve belong"""
# Verbs that say nothing of what happened: the question does without them.
_SILENT = frozenset(
    "say speak give put call have be record report tell do get know see fill find consider describe"
    " estimate count number total list note include mean show".split()
)
_ACTIVE = frozenset(_ACTIVE_VERBS.split())
_LONGEST_PLACE = 9
_DOUBLED = re.compile(r"^(?:[^aeiou]*[aeiou][bdgmnprt])$")
_ARTICLE = re.compile(r"^(?:the|a|an|some|these|those|their|its|his|her|this)\s+", re.IGNORECASE)
_CAPITAL_ARTICLE = re.compile(r"^(?:The|A|An)\s")


def question(figures: Sequence[Features], measure: MeasureType) -> str:
    """A question in plain words: "How many militants left eastern Arden?".

    The thing, action, place and period are those that most of the figures have;
    what none has is left out.
    """
    thing = _common(figures, _thing)
    action = _common(figures, _known_action) or _common(figures, lambda f: f.figure.action, 2)
    action = "" if action in _SILENT else action
    place = _common(figures, _place)
    when = _when(figures, measure)
    one = figures[0]
    if measure in ("share", "change"):
        asked = _of_share(measure, thing, action)
    elif one.figure.kind in ("measure", "rate") and one.dimension not in ("item", "person"):
        asked = _of_measure(one, thing, action)
    else:
        asked = _of_count(thing or ("people" if one.person else "things"), action)
    where = _where(place, thing, action, asked)
    return f"{asked}{where}{when}?"


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


def _known_action(one: Features) -> str | None:
    """The action where it is in a family; others are more often the wrong verb."""
    return one.figure.action if known_deed(deeds(one.figure.action)) else None


def _place(one: Features) -> str | None:
    """The place, where it is no longer than a place is."""
    place = one.figure.place
    return place if place and len(place.split()) <= _LONGEST_PLACE else None


def _thing(one: Features) -> str:
    thing = one.figure.thing or ""
    if thing.lower() in ("death toll", "toll", "dead", "deaths", "person", "persons"):
        return "people"
    plain = _ARTICLE.sub("", thing)
    first = plain.split(" ")[0]
    # A capital that a title or the beginning of a sentence gave is none of the noun's.
    common = first[1:].islower() and one.figure.unit in ("person", "item") and one.head == (
        first.lower().removesuffix("s")
    )  # fmt: skip
    return plain.lower() if common or plain.isupper() else plain


def past(verb: str) -> str:
    """The past participle of a verb's lemma: "deliver" gives "delivered"."""
    words = verb.replace("_", " ").split()
    if not words:
        return ""
    first, rest = words[0], words[1:]
    return " ".join([_IRREGULAR.get(first) or _regular(first), *rest])


def simple_past(verb: str) -> str:
    """The simple past of a verb's lemma: "take" gives "took"."""
    words = verb.replace("_", " ").split()
    first, rest = words[0], words[1:]
    return " ".join([_PAST.get(first) or _IRREGULAR.get(first) or _regular(first), *rest])


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    if _DOUBLED.match(verb) and not verb.endswith("w"):
        return f"{verb}{verb[-1]}ed"
    return f"{verb}ed"


def _of_count(thing: str, action: str) -> str:
    if not action:
        if thing in ("population", "inhabitants", "residents"):
            return "How many people live"
        return f"How many {thing} were there"
    if action == "miss":
        return f"How many {thing} were missing"
    if action in _ACTIVE or action.replace(" ", "_") in _ACTIVE:
        return f"How many {thing} {simple_past(action)}"
    return f"How many {thing} were {past(action)}"


def _of_share(measure: MeasureType, thing: str, action: str) -> str:
    what = _the(thing) if thing else "the whole"
    if measure == "change":
        return f"By how much did {what} {action.replace('_', ' ') if action else 'change'}"
    return f"What share of {what} was {past(action)}" if action else f"What share was {what}"


def _of_measure(one: Features, thing: str, action: str) -> str:
    what = _the(thing) if thing else "it"
    if one.dimension == "M":
        named = "" if thing.lower() in ("", "magnitude") else f" of {what}"
        return f"What was the magnitude{named}"
    if one.dimension == "length":
        aspect = one.thing if one.thing in ("depth", "height", "length") else "distance"
        return f"What was the {aspect} of {what}" if thing != aspect else f"What was the {aspect}"
    if one.dimension == "money":
        about = f" was {what}" if thing else " money was told of"
        return f"How much{about} ({one.figure.unit})"
    if one.dimension == "area":
        return f"What area of {thing or 'land'} was {past(action)}" if action else (
            f"What was the area of {what}"
        )  # fmt: skip
    if one.dimension in ("mass", "volume", "energy", "data"):
        return f"How much {thing or 'of it'} was {past(action)}" if action else (
            f"How much {thing or 'of it'} was there"
        )  # fmt: skip
    return f"What was the measure of {what} ({one.figure.unit})"


def _the(thing: str) -> str:
    if thing[:1].isupper() or thing.lower().startswith(("the ", "all ", "half ")):
        return thing
    return f"the {thing}"


_LEADS = re.compile(
    r"^(?:in|on|at|near|off|from|to|into|around|across|inside|outside|over|under|between|about"
    r"|(?:west|east|north|south)\w* of)\b",
    re.IGNORECASE,
)


def _where(place: str, thing: str, action: str, asked: str) -> str:
    if not place or place.lower() in asked.lower() or place.lower() in thing.lower():
        return ""
    shown = _CAPITAL_ARTICLE.sub(lambda m: m[0].lower(), place)
    if _LEADS.match(shown) or re.match(r"\S*(?:west|east|north|south)\S* of ", shown, re.I):
        return f" {shown}"
    if action in ("leave", "flee", "exit", "escape"):
        return f" {shown}"
    if action in ("deliver", "bring", "send", "ship", "return", "come"):
        return f" to {shown}"
    return f" in {shown}"


def _when(figures: Sequence[Features], measure: MeasureType) -> str:
    """The window or the day, by the calendar where the report's date allows."""
    windows = [f for f in figures if f.period.sort == "window"]
    if windows and 2 * len(windows) >= len(figures):
        return _window(windows)
    if any(f.background for f in figures):
        dated = next(f for f in figures if f.background)
        return f" {dated.period.words[:1].lower()}{dated.period.words[1:]}"
    if measure in ("running total", "stock"):
        return ""
    days = [f.period.begin for f in figures if f.period.sort == "date" and f.period.begin]
    if days and measure == "flow":
        return f" on {_written(Counter(sorted(days)).most_common(1)[0][0])}"
    return ""


def _window(windows: Sequence[Features]) -> str:
    words = _common(windows, lambda f: f.period.words)
    words = re.sub(r"\s+alone$", "", words.lower())
    ends = [f.period.end for f in windows if f.period.end]
    if ends and re.search(r"\b(?:past|last|recent)\b", words):
        return f" {words} to {_written(Counter(sorted(ends)).most_common(1)[0][0])}"
    return f" {words}"


def _written(day: date) -> str:
    """A day as British English has it: 9 December 2016."""
    return f"{day.day} {month_name[day.month]} {day.year}"
