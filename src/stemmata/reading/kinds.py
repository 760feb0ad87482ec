"""What sort of number a figure is: its kind and its unit, by the words on either side."""

from __future__ import annotations

import re

from stemmata.model import Kind
from stemmata.reading.english.ontology import action_class
from stemmata.reading.mentions import Mention

# Figures of merit, told by their abbreviation or by who has them: "a .919 OPS", "a .290 hitter".
_RATING = re.compile(r" (?:(OPS|ERA|AVG|OBP|SLG|WHIP|GPA)|(hitters?|batting|average))\b")


def _rating(m: Mention, after: str) -> str | None:
    """The symbol of what a decimal rates, None where it counts or measures."""
    if m.number.form != "digits" or m.number.high in {None, *range(100)}:
        return None
    told = _RATING.match(after)
    if told is not None and (told[1] or (m.number.high or 1) < 1):
        return told[1] or "AVG"
    return None


def unit_of(m: Mention, verb: str | None, after: str) -> str:
    """What a figure is in: a unit's symbol, "%", "person" or "item"; `after` is the text behind."""
    rated = _rating(m, after)
    if m.share:
        return "%"
    if rated is not None and m.unit is None:
        return rated
    if m.unit is not None:
        return m.unit.symbol
    victims = m.number.form == "words" and m.thing.head in _CRIMES
    victims = victims or m.number.crime is not None
    people = m.thing.head in _PEOPLE_WHEN_HARMED and action_class(verb or "") in _HARMS
    return "person" if m.thing.person or victims or people else "item"


# Nouns of bodies and of their members, and what is done to members alone.
_PEOPLE_WHEN_HARMED = {"force", "element", "soul", "unit", "militia", "group", "party"}
_HARMS = {"killed", "injured", "missing", "arrested", "detained", "hospitalised"}


# "A double murder" counts the victims.
_CRIMES = {"murder", "homicide", "killing", "slaying", "suicide", "execution"}


_CHANGES = frozenset(
    "decrease increase rise fall drop grow shrink decline climb jump soar plunge surge cut "
    "reduce double gain lose slip widen narrow expand contract dip tumble slump".split()
)
# "trimmed by 5 percent", whatever the verb.
_BY = re.compile(r"ed by (?:(?:about|around|nearly|almost|some|more than|over|at least) )?$")
_RATE = re.compile(
    r"^[^.;,\d$€£]{0,45}?\b(?:a|per|each|every|an)\s+(?:day|week|month|year|hour|night|minute|season|head|game|match"
    r"|person|capita|second)\b(?! (?:ago|earlier|before|later|after|old|club))"
    r"|^[^.;,]{0,45}?\b(?:on a (?:daily|weekly) basis|(?-i:daily|annually)|per "
    r"capita)\b",
    re.IGNORECASE,
)


_MOVED = re.compile(
    r"\b(?<!made )(?<!make )(?<!makes )(?<!making )"
    r"(?:r[io]s(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|(?:in|de)creas(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|gr[eo]w(?:s|n|ing)?|shr[aiu]nk(?:s|ing)?|declin(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|soar(?:s|ed|ing)?|plung(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|slump(?:s|ed)?|tumbl(?:e|es|ed)"
    r"|(?P<way>(?:is|was|were|are|,) (?:up|down))|up|down"
    r"|(?:re|in)duc(?:e|es|ed|ing)|slid(?:es)?|swell(?:s|ed)?|cut)(?: \w+ly)?(?P<by> by)?"
    r"(?: (?:about|around|nearly|almost|some|more than|over|at least|up to|an? (?:estimated"
    r"|further)|another))?\s*[$€£]?$",
    re.IGNORECASE,
)


# "212 mm (8.3 inches) of rain fell"
_OF = re.compile(r"(?: ?\([^()]{1,20}\))? of ")


def kind_of(m: Mention, verb: str | None, before: str, after: str) -> Kind:
    """Count, measure, share, change or rate, by the sentence before and the text behind."""
    moved = _MOVED.search(before[-60:])
    apart = m.share or (m.unit is not None and moved is not None and moved["way"])
    if moved and (moved["by"] or apart) and (m.share or m.unit is not None):
        return "change"
    if (
        m.share
        and m.number.form != "fraction"
        and verb
        and after[:4] != " of "
        and _BY.search(before[-24:])
    ):
        return "change"
    # Where it came to or from is a level, not the change.
    to = re.search(r"\b(?:to|at|from|below|above|past) (?:\w+ ){0,3}[$€£]?$", before[-32:])
    if (
        (m.share or m.unit)
        and verb
        and verb.split(" ")[0] in _CHANGES
        and not (
            m.unit is not None and m.unit.money and m.number.scaled and verb in {"gain", "lose"}
        )
        and not to
        and not _OF.match(after[max(0, m.unit.end - m.end) :] if m.unit is not None else after)
        and after[:1] != "-"
    ):
        return "change"
    past = after[max(0, m.unit.end - m.end) :] if m.unit is not None else after
    if m.unit is not None and "/" in m.unit.symbol:
        return "measure"
    if _RATE.match(after) or (m.unit is not None and m.unit.money and _EACH.match(past)):
        return "rate"
    if m.share:
        return "share"
    return "measure" if m.unit is not None or _rating(m, after) else "count"


# "$31.50 a share", "at $7 a dose".
_EACH = re.compile(
    r"^\s+(?:an?|per)\s+(?!\w+ (?:said|told|ago|earlier|before|later|after|old)\b)[a-z]+\b"
)
