"""Where each figure holds: the sentence's own place, or that of the event that it goes on about.

A sentence that tells of an event hands its place to the next. What was only felt
somewhere, sent somewhere or said somewhere is not handed on; a sentence about
another year tells of another event, whose place goes on only where the next
sentence says "it". Some figures have no place unless their own sentence gives
one: money that changes hands, what can happen anywhere, leaders who met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from stemmata.model import Span
from stemmata.reading.english.described import described, governed, topic
from stemmata.reading.english.ontology import action_class
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.place_phrases import Place
from stemmata.reading.english.place_words import (
    AREAS,
    HANDED_ON,
    HAPPEN_CLASSES,
    HAPPENINGS,
    STRONG,
)
from stemmata.reading.english.places import (
    after_measure,
    people_named,
    places,
)

# A place phrase within so many words after the counted thing belongs to it, named or not.
# Six to fifteen differ by less than 0.01 on the corpora with gold.
CLOSE = 10


@dataclass(frozen=True, slots=True)
class Local:
    """What a sentence says of where: its own place phrases, and the place that it inherits.

    `goes_on` is true where the sentence speaks of the one before it ("It killed").
    """

    sentence: Sentence
    places: list[Place]
    carried: str | None
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What is asked of a figure to find its place.

    `number` and `thing` bound the number and what it counts in tokens; `head` is
    the lemma of the thing's noun; `cue` is that of the statement it stands in.
    """

    number: tuple[int, int]
    thing: tuple[int, int]
    head: str | None
    money: bool
    period: str | None
    cue: Span | None


def whereabouts(parse: Parse) -> Iterator[Local]:
    """Each sentence with its places and the one carried on to it, in order."""
    people = people_named(parse)
    other = _other_times(parse)
    here: str | None = None
    aside: str | None = None
    age = 0
    all_found = [places(parse, sentence, people) for sentence in parse.sentences]
    sure = {_name(p) for found in all_found for p in found if p.lead in _SURE or p.common}
    for sentence, doubtful in zip(parse.sentences, all_found, strict=True):
        found = [p for p in doubtful if p.lead not in _UNSURE or p.common or _name(p) in sure]
        span = parse.span(sentence.first, sentence.last)
        text = parse.plain[span.start : span.end]
        goes_on = _GOES_ON.match(text) is not None
        event = _tells_event(parse, sentence)
        age = 0 if event else age + 1
        carried = (aside if goes_on else None) or (here if age <= _LASTS else None)
        yield Local(sentence, found, carried, goes_on)
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


def _other_times(parse: Parse) -> Callable[[str], bool]:
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
    told = [p for p in found if _happens_there(parse, p)]
    for place in told:
        if place.named:
            return place
    for place in told:
        again = here is not None and place.common in {"area", "region"}
        if place.common in HANDED_ON and not (place.vague or again) and _single(parse, place):
            return place
    if here:
        return None
    return next((p for p in (*found, *told) if p.common and (p.named or _stands(parse, p))), None)


def _tells_event(parse: Parse, sentence: Sentence) -> bool:
    """True for a sentence of something that happened: a place of talk and trade goes no further."""
    words = parse.tokens[sentence.first : sentence.last]
    return any(
        t.lemma in HAPPENINGS or action_class(t.lemma) in HAPPEN_CLASSES or t.lower in HAPPENINGS
        for t in words
        if t.tag[:1] in "NVJ"
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
# Things that are in no place by themselves: who meets and talks, and what is scored.
_PLACELESS = frozenset(
    "leader side party country nation state president goal run homer rbi point assist win loss "
    "touchdown start game inning season save ops average point-guard vote seat".split()
)
_LOST = re.compile(
    r"\b(?:damages?|loss(?:es)?|lost|aid|relief|stole|stolen|robb\w+|heist|loot\w*|destroyed|repairs?"
    r"|rebuild\w*|reconstruct\w*)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"^[\"'\s]*An?\b.{0,60}\b(?:can|could|may|might)\b", re.IGNORECASE)


def place_of(local: Local, parse: Parse, asked: Counted) -> str | None:
    """The place of a figure, in its report's words; None where it has none."""
    return placed(local, parse, asked)[0]


def placed(local: Local, parse: Parse, asked: Counted) -> tuple[str | None, str]:
    """The place of a figure, and the rule that gave it.

    In the order of what is asked: where a distance leads, the place whose size
    the number tells, a phrase in or right after the counted thing, one before
    it, a name further on, what the speaker is over, the place carried on.
    """
    toward = after_measure(parse, asked.number[1], local.sentence.last)
    if toward is not None:
        return toward, "distance"
    usable = [p for p in local.places if not _in_cue(p, asked.cue, parse)]
    size = described(parse, local.sentence, local.places, asked.number[0])
    if size is not None:
        return size.words, "size"
    other_end = _other_end(parse, local.sentence, asked)
    if other_end is not None:
        return other_end, "other end"
    own = _own(parse, usable, asked)
    if own is not None:
        return own[0].words, own[1]
    about = topic(parse, local.sentence)
    if about is not None:
        return about.words, "topic"
    if asked.cue is not None and (over := governed(parse, local.sentence)):
        return over, "speaker"
    why = _nowhere(local, parse, asked)
    return (None, why) if why else (local.carried, "carried" if local.carried else "nothing")


# What goes on between two places, of which a share names the other end.
_DEALINGS = frozenset("traffic communication trade call export import flight link shipping".split())


def _other_end(parse: Parse, sentence: Sentence, asked: Counted) -> str | None:
    """ "59 percent of calls with X, 44 percent with Y": each share is of its own place."""
    tokens, (first, last) = parse.tokens, asked.number
    if tokens[last - 1].lower not in {"%", "percent", "cent"} or asked.head not in _DEALINGS:
        return None
    at = max(last, asked.thing[1]) if asked.thing[0] >= first else last
    if at + 1 >= sentence.last or tokens[at].lower not in {"with", "to", "from"}:
        return None
    end = at + 1
    while end < sentence.last and tokens[end].tag == "NNP":
        end += 1
    return parse.report.text[tokens[at + 1].start : tokens[end - 1].end] if end > at + 1 else None


def _area(place: Place) -> bool:
    return place.common in AREAS and place.lead in STRONG


_AFTER = STRONG | {"from", "to", "into", "of", "as far as"}


def _own(parse: Parse, usable: list[Place], asked: Counted) -> tuple[Place, str] | None:
    """The sentence's own place for a figure, and how it stands to it."""
    first, last = asked.number[0], max(asked.number[1], asked.thing[1])
    usable = [p for p in usable if not p.first <= first < p.last]
    after = [p for p in usable if p.first >= last and p.lead in _AFTER]
    after = [p for p in after if p.lead != "of" or p.first <= last + 2]
    before = [p for p in usable if p.last <= first and p.lead in STRONG | {"into"}][::-1]
    inside = [p for p in usable if p.first < last and p.last > first]
    close = [p for p in after if p.first - last <= CLOSE]
    far = [p for p in after if (p.named or _area(p)) and not _clause_between(parse, last, p.first)]
    named = [p for p in before if p.named]
    anaphors = [p for p in close if _refers_back(parse, p)]
    ordered = [
        *((p, "inside") for p in inside),
        *((p, "close") for p in close if p not in anaphors),
        *((p, "before") for p in named if not _parted(parse, p, first)),
        *((p, "anaphor") for p in anaphors),
        *((p, "before, apart") for p in named if _parted(parse, p, first)),
        *((p, "before, common") for p in before),
        *((p, "far") for p in far),
    ]
    return next((one for one in ordered if not one[0].vague), ordered[0] if ordered else None)


def _refers_back(parse: Parse, place: Place) -> bool:
    """ "the city" may stand for a place named before; "a village" is one of its own."""
    indefinite = parse.tokens[place.first].lower in {"a", "an", "another"}
    return place.common in HANDED_ON and not (place.named or indefinite or place.lead == "of")


def _parted(parse: Parse, place: Place, number: int) -> bool:
    """True for a place of the clause before: "in Aville while 40 others"."""
    return any(t.lower in {";", "but", "while", "whereas"} for t in _between(parse, place, number))


def _between(parse: Parse, place: Place, number: int) -> list[Token]:
    return parse.tokens[place.last : number]


def _nowhere(local: Local, parse: Parse, asked: Counted) -> str:
    """Why a figure is in no place unless its own sentence names one, "" where it may be."""
    span = parse.span(local.sentence.first, local.sentence.last)
    text = parse.plain[span.start : span.end]
    if asked.head in _PLACELESS:
        return "placeless"
    if _GENERIC.match(text):
        return "can happen"
    if asked.money and not _LOST.search(text):
        return "money"
    other = _other_times(parse)
    elsewhen = not local.goes_on and asked.period is not None and other(asked.period)
    return "another year" if elsewhen else ""


def _clause_between(parse: Parse, first: int, last: int) -> bool:
    return any(
        t.lower in {";", "but", "which", "while", "where", '"'} for t in parse.tokens[first:last]
    )


def _in_cue(place: Place, cue: Span | None, parse: Parse) -> bool:
    """Places beside the cue are where it was said, not where it happened."""
    if cue is None or place.lead in {"", "subject", "direction"}:
        return False
    return 0 <= parse.tokens[place.first].start - cue.end < 12
