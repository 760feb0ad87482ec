"""Where each figure holds: a place of its own sentence, or the one that is carried on to it.

Some figures have no place unless their own sentence gives one: money that changes
hands, what can happen anywhere, leaders who met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.described import described, governed, topic
from stemmata.reading.english.known_names import is_place
from stemmata.reading.english.nouns import BODIES, GROUPS
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.english.place_phrases import Place, is_name
from stemmata.reading.english.place_words import AREAS, HANDED_ON, STRONG
from stemmata.reading.english.places import after_measure, within
from stemmata.reading.english.undergone import coordinated
from stemmata.reading.english.whereabouts import Local, other_times

# A place phrase within so many words after the counted thing belongs to it, named or not.
# Six to fifteen differ by less than 0.01 on the corpora with gold.
CLOSE = 10


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


# Things that are in no place by themselves: who meets and talks, and what is scored.
_PLACELESS = frozenset(
    "leader side party country nation state president goal run homer rbi point assist win loss "
    "touchdown start game inning season save ops average point-guard".split()
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
    usable = [p for p in usable if not _of_speaker(parse, local.sentence, p, asked.number[0])]
    size = described(parse, local.sentence, local.places, asked.number[0])
    if size is not None:
        return size.words, "size"
    other_end = _other_end(parse, local.sentence, asked)
    if other_end is not None:
        return other_end, "other end"
    own = _own(parse, usable, asked)
    if own is not None:
        return own[0].words, own[1]
    if local.undergone is not None and local.undergone[1] < asked.number[0]:
        return local.undergone[0].words, "undergone"
    if local.war is not None:
        return local.war, "war"
    if (whose := _whose(local, parse, asked)) is not None:
        return whose, "whose"
    told = topic(parse, local.sentence)
    if told is not None:
        return told.words, "topic"
    if asked.cue is not None and (over := governed(parse, local.sentence)):
        return over, "speaker"
    why = _nowhere(local, parse, asked)
    if why:
        return None, why
    if local.carried is None and local.home is not None:
        return local.home, "about"
    return local.carried, "carried" if local.carried else "nothing"


def _whose(local: Local, parse: Parse, asked: Counted) -> str | None:
    """ "kills 3 Aville schoolchildren": the place that people are named after."""
    first, last = asked.thing
    if first < asked.number[1] or last - first < 2:
        return None
    at = first
    while at < last - 1 and is_name(parse.tokens[at]):
        at += 1
    span = parse.span(first, at)
    words = " ".join(parse.report.text[span.start : span.end].split())
    people = names_people(parse.tokens[last - 1].lemma)
    known = parse.tokens[at - 1].lower in local.names or is_place(words.lower())
    return words if at > first and known and people else None


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
    around = [p for p in usable if p.first <= first < p.last]
    usable = [p for p in usable if p not in around]
    usable += [p for one in around if (p := within(parse, one, last)) is not None]
    after = [p for p in usable if p.first >= last and p.lead in _AFTER]
    after = [p for p in after if p.lead != "of" or p.first <= last + 2]
    before = [p for p in usable if p.last <= first and p.lead in STRONG | {"into"}][::-1]
    inside = [p for p in usable if p.first < last and p.last > first]
    after = [p for p in after if p.named or not coordinated(parse, last, p)]
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
    other = other_times(parse)
    elsewhen = not local.goes_on and asked.period is not None and other(asked.period)
    return "another year" if elsewhen else ""


def _clause_between(parse: Parse, first: int, last: int) -> bool:
    return any(
        t.lower in {";", "but", "which", "while", "where", '"'} for t in parse.tokens[first:last]
    )


# "The group, which has sources in Aville, gave a toll of 40": who speaks is there, not the dead.
_WHO = frozenset({"which", "who", "that", "whose"})


def _of_speaker(parse: Parse, sentence: Sentence, place: Place, number: int) -> bool:
    """True for a place in a relative clause on a body or person, before the number and closed."""
    tokens = parse.tokens
    who = next((i for i in range(place.first, sentence.first, -1) if tokens[i].lower in _WHO), None)
    if who is None or place.last > number:
        return False
    noun = tokens[who - 1 - (tokens[who - 1].text == ",")]
    if noun.lower not in BODIES | GROUPS and not names_people(noun.lemma):
        return False
    closed = any(t.tag in {"VBD", "VBZ", "VBP"} for t in tokens[place.last : number])
    opened = any(t.tag[:2] == "VB" for t in tokens[who : place.first])
    return closed and opened


def _in_cue(place: Place, cue: Span | None, parse: Parse) -> bool:
    """Places beside the cue are where it was said, not where it happened."""
    if cue is None or place.lead in {"", "subject", "direction"}:
        return False
    return 0 <= parse.tokens[place.first].start - cue.end < 12
