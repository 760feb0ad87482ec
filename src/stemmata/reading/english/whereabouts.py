"""Where each figure holds: the sentence's own place, or that of the event that it goes on about.

A sentence that tells of an event hands its place to the next. What was only felt
somewhere, sent somewhere or said somewhere is not handed on; a sentence about
another year tells of another event, whose place goes on only where the next
sentence says "it". Some figures have no place unless their own sentence gives
one: money that changes hands, what can happen anywhere, leaders who met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.parse import Parse, Sentence
from stemmata.reading.english.place_words import HANDED_ON, OVER_PLACES, STRONG
from stemmata.reading.english.places import (
    Place,
    after_measure,
    noun_phrase_before,
    people_named,
    places,
)

# A place phrase within so many words after the counted thing belongs to it, named or not.
# Six to fifteen differ by less than 0.01 on the corpora with gold.
CLOSE = 10


@dataclass(frozen=True, slots=True)
class Local:
    """What a sentence says of where: its own place phrases, and the place that it inherits."""

    sentence: Sentence
    places: list[Place]
    carried: str | None


def whereabouts(parse: Parse) -> Iterator[Local]:
    """Each sentence with its places and the one carried on to it, in order."""
    people = people_named(parse)
    here: str | None = None
    aside: str | None = None
    for sentence in parse.sentences:
        found = places(parse, sentence, people)
        span = parse.span(sentence.first, sentence.last)
        text = parse.plain[span.start : span.end]
        carried = (aside or here) if _GOES_ON.match(text) else here
        other = _OTHER_TIME.search(text) is not None
        yield Local(sentence, found, None if other and carried is here and here else carried)
        place = _handed(parse, found)
        if other and here is not None:
            aside = place or (aside if _GOES_ON.match(text) else None)
        else:
            here, aside = place or here, None


# "It killed 612": the sentence goes on about the one before it.
_GOES_ON = re.compile(r"[\"'(\s]*(?:It|They|That|This|These|Those|There)\b")
# Another year, or years back: the sentence is about another event than the report's.
_OTHER_TIME = re.compile(
    r"\b(?:1[6-9]|20)\d\d\b|\byears? (?:ago|earlier)\b|\b(?:last|previous) (?:year|decade|century)\b"
    r"|\b\w+-year(?:-long)? (?:war|conflict)\b"
)


def _handed(parse: Parse, found: list[Place]) -> str | None:
    """The place that a sentence hands to the next: its first named one, else "the city"."""
    told = [p for p in found if _happens_there(parse, p)]
    for place in told:
        if place.named:
            return place.words
    for place in told:
        if place.common in HANDED_ON and not place.vague:
            return place.words
    return None


def _happens_there(parse: Parse, place: Place) -> bool:
    if place.lead not in STRONG | {"to"} or place.lead == "into":
        return False
    before = parse.tokens[max(0, place.first - 4) : place.first]
    return not any(t.lower in {"felt", "based", "headquartered", "born"} for t in before)


def place_of(
    local: Local,
    parse: Parse,
    number: tuple[int, int],
    thing: tuple[int, int],
    cue: Span | None,
) -> str | None:
    """The place of a figure: in or right after what it counts, else before, else carried on.

    `number` bounds the number in tokens, `thing` what it counts.
    """
    first, last = number[0], max(number[1], thing[1])
    toward = after_measure(parse, number[1], local.sentence.last)
    if toward is not None:
        return toward
    usable = [p for p in local.places if not _in_cue(p, cue, parse) and not p.first <= first < p.last]
    after = [p for p in usable if p.first >= last and p.lead in STRONG | {"from", "to", "into", "of"}]
    after = [p for p in after if p.lead != "of" or p.first <= last + 2]
    before = [p for p in usable if p.last <= first and p.lead in STRONG]
    inside = [p for p in usable if p.first < last and p.last > first]
    close = [p for p in after if p.first - last <= CLOSE]
    far = [p for p in after if p.named and not _clause_between(parse, last, p.first)]
    for group in (inside, close, list(reversed(before)), far):
        if group:
            return next((p for p in group if not p.vague), group[0]).words
    return local.carried


def _clause_between(parse: Parse, first: int, last: int) -> bool:
    return any(
        t.lower in {";", "but", "which", "while", "where", '"'} for t in parse.tokens[first:last]
    )


def _in_cue(place: Place, cue: Span | None, parse: Parse) -> bool:
    """Places beside the cue are where it was said, not where it happened."""
    if cue is None:
        return False
    return 0 <= parse.tokens[place.first].start - cue.end < 12
