"""Where each sentence is: its own places, and that of the event that it goes on about.

A sentence that tells of an event hands its place to the next. What was only felt
somewhere, sent somewhere or said somewhere is not handed on; a sentence about
another year tells of another event, whose place goes on only where the next
sentence says "it".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from stemmata.reading.english.about import about
from stemmata.reading.english.described import topic
from stemmata.reading.english.ontology import action_class
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.place_phrases import Place, is_language
from stemmata.reading.english.place_words import (
    HANDED_ON,
    HAPPEN_CLASSES,
    HAPPENINGS,
    STRONG,
)
from stemmata.reading.english.places import (
    people_named,
    places,
)
from stemmata.reading.english.undergone import undergone, wars


@dataclass(frozen=True, slots=True)
class Local:
    """What a sentence says of where: its own place phrases, and the place that it inherits.

    `goes_on` is true where the sentence speaks of the one before it ("It killed").
    `home` is the place that the report is about, `undergone` one that the sentence
    opens with and to which something happened, with the verb; `war` is where the war
    is that the sentence speaks of.
    """

    sentence: Sentence
    places: list[Place]
    carried: str | None
    goes_on: bool
    home: str | None = None
    undergone: tuple[Place, int] | None = None
    war: str | None = None
    names: frozenset[str] = frozenset()


def whereabouts(parse: Parse) -> Iterator[Local]:
    """Each sentence with its places and the one carried on to it, in order."""
    people = people_named(parse)
    other = other_times(parse)
    here: str | None = None
    aside: str | None = None
    age = 0
    all_found = [places(parse, sentence, people) for sentence in parse.sentences]
    home = about(parse, all_found)
    sure = {_name(p) for found in all_found for p in found if p.lead in _SURE or p.common}
    names = frozenset(w for found in all_found for p in found if p.named for w in _known_by(p))
    of_war = wars(parse, names)
    for sentence, doubtful, war in zip(parse.sentences, all_found, of_war, strict=True):
        found = [p for p in doubtful if p.lead not in _UNSURE or p.common or _name(p) in sure]
        found = [p for p in found if not is_language(p)]
        span = parse.span(sentence.first, sentence.last)
        text = parse.plain[span.start : span.end]
        goes_on = _GOES_ON.match(text) is not None
        event = _tells_event(parse, sentence)
        age = 0 if event else age + 1
        carried = (aside if goes_on else None) or (here if age <= _LASTS else None)
        subject = undergone(parse, sentence, names)
        yield Local(sentence, found, carried, goes_on, home, subject, war, names)
        place = _handed(parse, found, here) if event else None
        told = topic(parse, sentence)
        named = place is not None and place.named
        if other(text) and here is not None and (named or place is None):
            aside = place.words if place else (aside if goes_on else None)
        else:
            here, aside = place.words if place else here, told.words if told else None


# A bare name after these may be a person's or a firm's, unless it stands after one of the others
# somewhere in the report: "donations from Bell", "the anger at Bell".
_UNSURE = frozenset({"at", "on", "from", "against", "for", "over"})
_SURE = frozenset({"in", "near", "across", "outside", "inside", "throughout", "subject", "", "off"})


def _known_by(place: Place) -> Iterator[str]:
    """The last words of a name that is a place for sure: "Bell prison" is known as "Bell" too."""
    if place.lead in _SURE:
        yield _name(place)
    words = place.words.split()
    if place.common and len(words) > 1 and words[-2][:1].isupper():
        yield words[-2].lower()


def _name(place: Place) -> str:
    return place.words.rpartition(" ")[2].lower()


# So many sentences in a row that tell of nothing that happened still speak of the event.
_LASTS = 2


# "It killed 612": the sentence goes on about the one before it.
_GOES_ON = re.compile(r"[\"'(\s]*(?:It|They|That|This|These|Those|There)\b")
# Another year, or years back: the sentence is about another event than the report's.
_BACK = re.compile(
    r"\byears? (?:ago|earlier)\b|\b(?:last|previous) (?:decade|century)\b"
    r"|\b[\w-]+-year(?:-long)? (?:war|conflict)\b"
)
_SINCE = re.compile(r"\bsince (?:\w+ )?\d{4}\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:1[6-9]|20)\d\d)\b")


def other_times(parse: Parse) -> Callable[[str], bool]:
    """Whether words speak of another year than the report's, or of years back.

    Where the day of publication is unknown, a year in the lead is the report's.
    """
    lead = next((s for s in parse.sentences if s.segment.kind == "body"), None)
    named = _YEAR.search(parse.plain, 0, parse.tokens[lead.last - 1].end) if lead else None
    now = (parse.report.published or (named[1] if named else ""))[:4]

    def other(text: str) -> bool:
        text = _SINCE.sub("", text)
        return bool(_BACK.search(text)) or any(y != now for y in _YEAR.findall(text))

    return other


def _handed(parse: Parse, found: list[Place], here: str | None) -> Place | None:
    """The place that a sentence hands to the next: its first named one, else "the city"."""
    told = [p for p in found if _happens_there(parse, p) and p.common not in _ASIDE]
    for place in told:
        if place.named:
            return place
    for place in told:
        again = here is not None and place.common in {"area", "region"}
        if place.common in HANDED_ON and not (place.vague or again) and _single(parse, place):
            return place
    if here:
        return None
    rest = (p for p in (*found, *told) if p.common and p.common not in _ASIDE)
    return next((p for p in rest if p.named or _stands(parse, p)), None)


# Where something was found or somebody stays; what the next sentences tell of is not there.
_ASIDE = frozenset("house home garden morgue".split())


def _tells_event(parse: Parse, sentence: Sentence) -> bool:
    """True for a sentence of something that happened: a place of talk and trade goes no further."""
    words = parse.tokens[sentence.first : sentence.last]
    return any(
        t.lemma in HAPPENINGS or action_class(t.lemma) in HAPPEN_CLASSES or t.lower in HAPPENINGS
        for t in words
        if t.tag[:1] in "NVJ" and not _of_brigade(parse, t)
    )


def _of_brigade(parse: Parse, token: Token) -> bool:
    """ "The fire hall", "the fire chief": no fire."""
    after = parse.tokens[token.i + 1].lemma if token.i + 1 < len(parse.tokens) else ""
    return token.lower == "fire" and after in _BRIGADE


_BRIGADE = frozenset(
    "hall station department brigade chief service truck engine crew marshal house tender "
    "officer official commissioner captain drill alarm safety".split()
)


def _stands(parse: Parse, place: Place) -> bool:
    """One building where something happened: "outside a police station"."""
    return place.lead in STRONG and not place.vague and _single(parse, place)


def _single(parse: Parse, place: Place) -> bool:
    return parse.tokens[place.last - 1].tag == "NN"


def _happens_there(parse: Parse, place: Place) -> bool:
    if place.lead not in STRONG or place.lead == "direction":
        return False
    after = parse.tokens[place.last : place.last + 8]
    if any(a.lower == "as" and b.lower == "well" for a, b in pairwise(after)):
        return False
    before = parse.tokens[max(0, place.first - 4) : place.first]
    if len(before) > 1 and before[-1].lower == "near" and before[-2].lower in _LIES:
        return False
    return not any(t.lower in _ELSEWHERE for t in before)


# "The villages are near Aville": that is where they are, and no more.
_LIES = frozenset("is are was were lies lie lay sits".split())
# "felt in Aville", "a group based in Aville", "medicine flown in Aville": it did not happen there.
_ELSEWHERE = frozenset("felt based headquartered born also".split())
