"""What a figure counts and what happened to it, from its thing, its verb and the words beside."""

from __future__ import annotations

import re

from stemmata.model import Figure
from stemmata.reconciling.fates import (
    at_once,
    at_one_hospital,
    counts_both,
    cut_off,
    escaped,
    jobs_shed,
    loss,
    number_of,
    room,
    ruin,
    verb_before,
    whereabouts,
)
from stemmata.reconciling.nationals import country
from stemmata.reconciling.roles import role
from stemmata.reconciling.units import dimension, is_illness
from stemmata.reconciling.verbs import completed, voice
from stemmata.reconciling.words import (
    PHRASES,
    deeds,
    deeds_beside,
    deeds_of_participle,
    deeds_that_befall,
    is_named_thing,
    is_person,
    known_deed,
    singular,
    sum_of,
    thing_class,
)

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP_WORDS = """
    the a an of in on at to from for and or by with its it their they he she his her this that
    these those who which were was is are be been being has have had as but not no more than over
    least about nearly up some also said says say saying told according after before when while
    into out all one two there where would could will may might i we you our us them than then so
    such per only other most many any each been did do does if what were well mr"""
STOP = frozenset(_STOP_WORDS.split())
_SUM_WITHIN = 90
_NEXT = 50
_BESIDE = 60
_HAS = re.compile(
    r"\b(?:has|have|had|with)\W+(?:(?:about|some|over|nearly|around|more than)\W+)?$", re.IGNORECASE
)
# Those who live in these have left where they lived.
_SHELTER = re.compile(r"\b(?:tents?|camps?|shelters?|the open|tarpaulins?)\b", re.IGNORECASE)
_HOSPITAL = re.compile(r"\b(?:hospital|clinic)", re.IGNORECASE)
_SPEAKER = re.compile(r"^[A-Z]\w+: $", re.MULTILINE)
_CAPTIVE = re.compile(r"\b(?:hostages?|captive|prisoners?)\b", re.IGNORECASE)
_CUSTODY = re.compile(r"\bcustody\b", re.IGNORECASE)
_LEFT = re.compile(r"^\W*(?:\w+ ){0,3}left (dead|injured|wounded|hurt)\b", re.IGNORECASE)
# What is done with sums and shares; of the other deeds a sum is only told beside.
_OF_SUMS = frozenset(
    {"pay", "rob", "less", "more", "give", "shed", "charge", "hold", "win", "live"}
)
_CARRYING = frozenset(
    "carry shift bring move take transport transfer collect deliver receive evacuate load ferry"
    " remove convey bring_out carry_out take_out".split()
)
_FINDING = frozenset("find recover discover exhume fish_out unearth".split())
_FIGURES_OF = re.compile(
    r"\b(?:give[ns]?|gave|giving|put|puts|offer(?:s|ed)?|cit(?:es?|ed)|quot(?:es?|ed))\s+(?:\w+\s+){0,4}?"
    r"(?:figures?|tolls?|counts?|numbers?|tally|totals?|estimates?) (?:of|as|at)\b[^.;\n]*$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:number of (?:bodies|corpses)|bodies (?:recovered|found)|total of)\b[^.;]*$",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:leaves?|left|leaving)\W+(?:(?:at least|about|more than|some|another)\W+)?$",
    re.IGNORECASE,
)
_FATALLY = re.compile(r"^\W*(?:\w+ ){0,2}(?:dead|to death|and killed)\b|\bfatally", re.IGNORECASE)
CLAUSE_END = re.compile(r"[,.;:\n]|\b(?:and|while|after|as|but|with|who|which)\b")


def words_of(phrase: str | None) -> list[str]:
    found = (m[0].lower() for m in WORD.finditer(phrase or ""))
    return [w for w in found if w not in STOP]


_BREAK = re.compile(r"\b(?:of|in|at|from|with|under|hurt|aged|around|who|that|for|on|to)\b|,")


# Nouns that say little of what they name: of "cable systems" the cable is what counts.
_GENERIC = frozenset(
    "system unit piece type kind set network capability capacity item line site facility".split()
)


def head_of(figure: Figure) -> str:
    """The counted noun: the reading's own head, else the last noun before any "of" or "with".

    A noun that says little gives way to the one before it.
    """
    if figure.head:
        head = singular(figure.head)
        before = (figure.thing or "").lower().split(f" {figure.head.lower()}")[0].split()
        told = before[-1] if before and head in _GENERIC and len(before[-1]) > 3 else head
        return singular(told) if told.isalpha() else head
    thing = figure.thing or ""
    first = _BREAK.split(thing)[0]
    words = words_of(first) or words_of(thing)
    if words and singular(words[-1]) in _UNIT_NOUNS - {"magnitude"}:
        words = [w for w in words_of(thing) if singular(w) not in _UNIT_NOUNS]
    return singular(words[-1]) if words else ""


def thing_of(figure: Figure, head: str, text: str) -> str:
    """The class of the thing; of a length, what of the thing it measures."""
    if dimension(figure) == "length":
        aspect = _aspect(figure, text)
        if aspect is not None:
            return aspect
    named = is_named_thing(head) and _in_sentence(head, figure, text)
    if dimension(figure) == "money" and (not named or is_person(head)):
        return _sum(figure, text)
    if figure.unit == "item" and dimension(figure) == "person":
        return "case" if head in ("case", "infection") else "worker"
    if figure.unit == "person" and at_once(text, figure.end):
        return "people"  # "and 17 injured": the noun is another's
    if figure.unit == "person" and _SPEAKER.search(text[: figure.start], max(0, figure.start - 40)):
        return "people"  # "Police: 5 broke out"
    if figure.unit == "person" and _is_national(head, figure):
        return "people"
    if figure.unit == "person" and (told := role(head, figure.thing or "")):
        return told
    return thing_class(head, figure.unit == "person") if _is_noun(figure, head) else ""


def _aspect(figure: Figure, text: str) -> str | None:
    """ "35 km north of the city, at a depth of 10 km": the word nearest to the number tells."""
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end :][:60]
    near = {
        aspect: min(
            [len(before) - m.end() for m in pattern.finditer(before)]
            + [m.start() for m in pattern.finditer(after)],
            default=None,
        )
        for aspect, pattern in _ASPECTS.items()
    }
    told = [(gap, aspect) for aspect, gap in near.items() if gap is not None]
    return min(told)[1] if told else None


def _in_sentence(head: str, figure: Figure, text: str) -> bool:
    """False where the noun was carried from another sentence."""
    start, end = figure.sentence
    return end <= start or head in text[start:end].lower()


# "$14 a share", "31.50 per share": no sum of the whole.
_A_SHARE = re.compile(r"\W*(?:\w+ )?(?:a|per|for each|for every) share\b", re.IGNORECASE)


def _sum(figure: Figure, text: str) -> str:
    """What a sum of money is: the nearest word beside it that names or tells of one."""
    if _A_SHARE.match(text, figure.end):
        return "share"
    start, end = figure.sentence if figure.sentence.end else (0, len(text))
    begin, stop = max(start, figure.start - _SUM_WITHIN), min(end, figure.end + _SUM_WITHIN)
    near = [(figure.start - m.end(), m[0]) for m in WORD.finditer(text, begin, figure.start)]
    near += [(m.start() - figure.end, m[0]) for m in WORD.finditer(text, figure.end, stop)]
    return next((sort for _, word in sorted(near) if (sort := sum_of(word))), "")


_ASPECTS = {
    "depth": re.compile(r"\b(?:depth|deep|beneath|below)\b", re.IGNORECASE),
    "height": re.compile(r"\b(?:height|high|tall|waves?|tsunamis?)\b", re.IGNORECASE),
    "length": re.compile(r"\b(?:long|length|stretch|wide)\b", re.IGNORECASE),
    "distance": re.compile(
        r"\b(?:from|away|(?:north|south|east|west)\w*|distance|off)\b", re.IGNORECASE
    ),
}


def _is_national(head: str, figure: Figure) -> bool:
    """True of "Chinese" or "Ukrainians" as the noun itself."""
    name = head.capitalize()
    return not is_named_thing(head) and name in (figure.thing or "") and bool(country(name))


def _is_noun(figure: Figure, head: str) -> bool:
    """False for a name that stands in the place of what a sum or a distance is of."""
    if figure.unit in ("person", "item", "%") or is_named_thing(head):
        return True
    return not re.search(rf"\b{re.escape(head.capitalize())}", figure.thing or "")


def deeds_of(figure: Figure, words: frozenset[str], text: str) -> frozenset[str]:
    """What happened: the action where it is a known one, else the thing or the words beside."""
    own = deeds(completed(figure, text, PHRASES)) - {"tell"}
    if _FIGURES_OF.search(text, max(0, figure.start - 2 * _NEXT), figure.start):
        own = frozenset()  # who gives a figure gives nothing to those counted
    carried = own & {"out-moved", "give"}
    own = deeds_that_befall(own, figure.unit == "person")
    if jobs_shed(text, figure.start, figure.end):
        # With the jobs those go who have them.
        return frozenset({"shed"} | (own & {"out-leave"}))
    if {"held", "harm-ill"} <= own:
        # Who caught something fell ill; who was caught is held.
        own -= {"held" if voice(figure, text)[0] == "active" else "harm-ill"}
    if dimension(figure) in ("money", "%"):
        # A company that loses 5 million has harmed nobody.
        return frozenset(
            deed for deed in own if deed in _OF_SUMS or not known_deed(frozenset({deed}))
        )
    told = words & {"body", "corpse", "wounded", "injured"}
    if told and at_one_hospital(text, figure.start, figure.end, figure.source):
        return frozenset({"taken-dead" if told & {"body", "corpse"} else "care"})
    if figure.unit == "person" and (fate := _fate(figure, own, text)):
        return fate
    if figure.unit == "person" and own == {"hold"}:
        return frozenset({"held"})
    if dimension(figure) == "item":
        own = _of_items(figure, own, text)
    after = text[figure.end : figure.end + _NEXT]
    if own == {"live"} and _SHELTER.search(CLAUSE_END.split(after)[0]):
        return frozenset({"out-stay"})
    behind = text[figure.end : min(figure.end + 2 * _NEXT, figure.sentence.end or len(text))]
    if carried and _HOSPITAL.search(behind):
        own = frozenset({"care"})
    if own & {"out-moved"} and _CUSTODY.search(after):
        return frozenset({"held"})
    if own & {"out-leave"} and (left := _LEFT.match(after)):
        return deeds_beside(left[1], "")
    if own == {"care"} and not words & {"body", "corpse"}:
        return own | (_deeds_of_thing(words) & {"harm-hurt"})
    if "harm-shot" in own and _FATALLY.search(re.split(r"[\d,;]", after)[0]):
        return frozenset({"harm-dead"})
    if words & {"body", "corpse"} and figure.action in _CARRYING:
        # Wherever bodies are carried, they are those of the dead.
        return frozenset({"harm-dead"})
    if words & {"body", "corpse"} and figure.action in _FINDING:
        total = _IN_ALL.search(text, max(0, figure.start - 2 * _NEXT), figure.start)
        return frozenset({"harm-dead" if total else "found-dead"})
    if "aboard" in own and figure.unit != "person":
        own = frozenset()
    if known_deed(own) and not own <= {"less", "more"}:
        return own
    return _deeds_beside(figure, words, text) or own


def _fate(figure: Figure, own: frozenset[str], text: str) -> frozenset[str]:
    """What befell the counted, where the words at the number know better than the verb."""
    start, end = figure.start, figure.end
    if room(text, start, end):
        return frozenset({"room"})
    if cut_off(text, start, end):
        return frozenset({"without"})
    if told := whereabouts(text, start, end):
        return frozenset({told})
    if told := number_of(text, start):
        return frozenset({told})
    harmed = any(deed.startswith("harm") for deed in own)
    left = bool(_LEAVING.search(text, max(0, start - _NEXT), start))
    if (harmed or left or not known_deed(own)) and counts_both(text, start, end):
        return frozenset({"harm-both"})
    if (before := verb_before(text, start)) and not before & own:
        return before
    behind = _behind(figure, text)
    if not harmed and behind > end and (told := at_once(text, behind)):
        return frozenset({told})
    if (harmed or left or not known_deed(own)) and (told := at_once(text, end)):
        return frozenset({told})
    if figure.action == "take" and _CAPTIVE.search(text, end, end + _NEXT):
        return frozenset({"held"})
    if figure.action == "break" and escaped(text, end):
        return frozenset({"out-leave"})
    stop = figure.sentence.end or len(text)
    lost = loss(text, end, stop) if figure.action == "lose" else None
    return frozenset({lost}) if lost else frozenset()


def _behind(figure: Figure, text: str) -> int:
    """Where the counted noun ends that stands right behind its number; else the number's end."""
    thing = (figure.thing or "").lower()
    after = text[figure.end : figure.end + _NEXT].lower()
    noun = after.lstrip()
    if not thing or not noun.startswith(thing):
        return figure.end
    return figure.end + len(after) - len(noun) + len(thing)


def _of_items(figure: Figure, own: frozenset[str], text: str) -> frozenset[str]:
    """What befell things: lines that were cut are broken, a cable that suffered is no victim."""
    if told := ruin(text, figure.end):
        return frozenset({told})
    own = frozenset(deed for deed in own if not deed.startswith("harm"))
    return own | {"ruin-part"} if figure.action == "cut" else own


def _deeds_beside(figure: Figure, words: frozenset[str], text: str) -> frozenset[str]:
    """What happened where the verb does not tell: by the thing, else by the words beside."""
    told = _deeds_of_thing(words) or frozenset({"harm-ill"} if is_illness(figure) else ())
    if told or figure.unit != "person":
        return told
    before = text[max(0, figure.start - _BESIDE) : figure.start]
    after = CLAUSE_END.split(text[figure.end : figure.end + _NEXT])[0]
    beside = deeds_beside(after, re.split(r"[.;\n]|\b(?:while|but)\b", before)[-1])
    if not beside and words & {"resident", "people", "person"} and _HAS.search(before):
        return frozenset({"live"})
    return beside


def _deeds_of_thing(words: frozenset[str]) -> frozenset[str]:
    """ "58 dead", "the death toll": the thing itself says what happened."""
    if words & {"dead", "death", "fatality", "body", "killing", "murder", "corpse"}:
        return frozenset({"harm-dead"})
    if words & {"wounded", "injured", "injury"}:
        return frozenset({"harm-hurt"})
    if words & {"refugee", "displaced", "evacuee", "idp", "homeless"}:
        return frozenset({"out-leave", "out-moved", "out-stay"})
    if words & {"job", "post"} and words & {"cut", "loss"}:
        return frozenset({"shed"})
    if words & {"survivor"}:
        return frozenset({"survive", "rescue"})
    if words & {"hostage", "captive", "detainee"}:
        return frozenset({"held"})
    if words & {"missing"}:
        return frozenset({"harm-missing"})
    if words & {"population", "inhabitant"}:
        return frozenset({"live"})
    return next((of for word in sorted(words) if (of := deeds_of_participle(word))), frozenset())


_UNIT_NOUNS_WORDS = """
    square kilometer kilometre metre meter mile tonne ton dollar euro pound percent hectare
    foot magnitude"""
_UNIT_NOUNS = frozenset(_UNIT_NOUNS_WORDS.split())
