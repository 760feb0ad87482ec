"""The phrases of a sentence that say where: after a preposition, a verb that hits, a direction."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import islice

from stemmata.reading.english.counted_nouns import HARM
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.english.place_phrases import (
    DASHES,
    PROPER,
    Place,
    apposed_end,
    is_name,
    made,
    noun_phrase_before,
    owner_end,
    phrase_end,
)
from stemmata.reading.english.place_words import (
    AREAS,
    AT_OBJECT,
    BEFELL,
    BLOWS,
    DAYS,
    INITIALS,
    LENGTHS,
    NOT_PLACES,
    PLACE_NOUNS,
    POINTS,
    PREPOSITIONS,
    TITLES,
)

_BE = frozenset("is are was were be been being".split())
_SAYS = frozenset("say says said tell tells told report reports reported add added".split())
# Verbs after which "to X" is where somebody or something came.
_MOVES = frozenset(
    "bring send deliver fly move take ship evacuate transfer flee return airlift dispatch deploy "
    "travel come go transport relocate bus drive export head march walk cross sail carry rush "
    "escape migrate smuggle deport extradite ferry".split()
)


def places(parse: Parse, sentence: Sentence, people: Collection[str] = frozenset()) -> list[Place]:
    """The place phrases of a sentence, in order.

    `people` are names in lower case that are no places in this report.
    """
    found: list[Place] = []
    at = sentence.first
    while at < sentence.last:
        place = _place_at(parse, sentence, at)
        if place is not None and not _is_person(parse, place, people):
            found.append(place)
            at = max(at + 1, place.last)
        else:
            at += 1
    return sorted(found, key=lambda p: p.first)


def _place_at(parse: Parse, sentence: Sentence, at: int) -> Place | None:
    tokens = parse.tokens
    if tokens[at].lower in POINTS:
        return _towards(parse, at, sentence.last)
    if _befalls(tokens, at, sentence.first):
        return _subject(parse, sentence, at) or _object(parse, sentence, at)
    if tokens[at].tag[:2] == "VB" and _verb(tokens[at].lower) in _RUIN:
        return _ruined(parse, sentence, at)
    if _hits(tokens[at], sentence):
        return _object(parse, sentence, at)
    if tokens[at].lower == "between":
        return _between(parse, sentence, at)
    if tokens[at].lower == "as" and tokens[at - 1].lower in {"far", "away"} and at > sentence.first:
        return _phrase(parse, sentence, at, "as far as")
    if _leads(tokens, at, sentence.first):
        apart = tokens[at].lower == "from" and _length(tokens, at - 1)
        struck = at > sentence.first and tokens[at - 1].lemma in BLOWS and tokens[at].lower in _UPON
        lead = "direction" if apart else "" if struck else tokens[at].lower
        if lead == "of" and at > sentence.first and tokens[at - 1].lower == "out":
            lead = "from"
        return _phrase(parse, sentence, at, lead)
    return None


_UPON = frozenset({"of", "to", "against", "on"})


def within(parse: Parse, place: Place, counted: int) -> Place | None:
    """ "in two districts of Aville", of the districts that end before token `counted`: Aville."""
    tokens = parse.tokens
    if counted >= place.last or tokens[counted].lower not in {"of", "in", "on", "near", "at"}:
        return None
    return made(parse, counted + 1, place.last, "in")


def _between(parse: Parse, sentence: Sentence, at: int) -> Place | None:
    """ "the cable between Aville and Bland"."""
    tokens = parse.tokens
    middle = phrase_end(tokens, at + 1, sentence.last)
    if middle >= sentence.last or tokens[middle].lower != "and":
        return None
    last = phrase_end(tokens, middle + 1, sentence.last)
    if last <= middle + 1 or not (is_name(tokens[middle - 1]) and is_name(tokens[last - 1])):
        return None
    return made(parse, at + 1, last, "in")


def _length(tokens: list[Token], at: int) -> bool:
    """A length that ends at token `at`: "9 km", "9 km (6 miles)", "9 km away"."""
    if tokens[at].lower == "away":
        at -= 1
    return tokens[at].lower in LENGTHS | {")"}


@cache
def _verb(form: str) -> str:
    return lemma(form, "VBD")


def _hits(token: Token, sentence: Sentence) -> bool:
    """A verb whose object is a place, by its form: taggers take "struck" for many things."""
    if token.tag[:2] == "VB":
        return token.lemma in AT_OBJECT
    if token.tag in {"NN", "NNP", "JJ"} and token.lower != _verb(token.lower):
        return _verb(token.lower) in AT_OBJECT
    heading = sentence.segment.kind != "body"
    bare = token.lower in {"hit", "hits"} or (heading and token.tag in {"NNS", "NNP", "NNPS"})
    return bare and lemma(token.lower, "VBZ") in AT_OBJECT


def _befalls(tokens: list[Token], at: int, first: int) -> bool:
    """ "was hit", "had been badly shaken"."""
    if tokens[at].tag not in {"VBN", "VBD"} or _verb(tokens[at].lower) not in BEFELL:
        return False
    return any(t.lower in _BE for t in tokens[max(first, at - 2) : at])


def _subject(parse: Parse, sentence: Sentence, at: int) -> Place | None:
    """The place that was hit: the noun phrase before "was"."""
    tokens = parse.tokens
    first = next(i for i in range(at - 1, sentence.first - 1, -1) if tokens[i].lower in _BE)
    while first > sentence.first and tokens[first - 1].lower in _BE | {"has", "have", "had"}:
        first -= 1
    first = _past_aside(tokens, sentence.first, first)
    place = noun_phrase_before(parse, sentence, first)
    definite = place is not None and tokens[place.first].lower in {"the", "this"}
    if place is None or not (place.named or (definite and place.common in AREAS)):
        return None
    return Place(
        place.first, place.last, place.words, place.named, "subject", place.common, place.vague
    )


def _past_aside(tokens: list[Token], first: int, end: int) -> int:
    """Where an aside begins that ends right before `end`: "Aville -- 9 km off -- was hit"."""
    mark = tokens[end - 1].text if end > first else ""
    if mark in DASHES | {","}:
        marks = {mark} if mark == "," else DASHES
        return next((i for i in range(end - 2, first, -1) if tokens[i].text in marks), end)
    return end


def _object(parse: Parse, sentence: Sentence, at: int) -> Place | None:
    """What a verb hits: a name, or "the city"; people's homes where they leave them."""
    tokens, first = parse.tokens, at + 1
    while first < sentence.last and tokens[first].lower in DAYS:
        first += 1
    place = _phrase(parse, sentence, first - 1, "")
    if place is None:
        return None
    head = tokens[place.last - 1]
    if place.named:
        return place if place.common or is_name(head) else None
    if head.lemma == "home":
        return place if _verb(tokens[at].lower) in {"flee", "leave"} else None
    definite = tokens[place.first].lower in {"the", "this", "its", "their"}
    return place if definite and head.lemma in AREAS else None


# "A fire destroyed a store in Aville": a building is a place only where one is meant.
_RUIN = frozenset({"destroy", "gut", "raze", "damage", "wreck", "level", "burn"})


def _ruined(parse: Parse, sentence: Sentence, at: int) -> Place | None:
    place = _phrase(parse, sentence, at, "")
    if place is None or not place.named or place.vague:
        return None
    building = (t.tag == "NN" and t.lemma in PLACE_NOUNS for t in parse.tokens[place.first :])
    return place if any(islice(building, place.last - place.first)) else None


def _leads(tokens: list[Token], at: int, first: int) -> bool:
    token, before = tokens[at], tokens[at - 1] if at > first else None
    if token.lower not in PREPOSITIONS or token.tag not in {"IN", "TO", "RP", "NN", "RB", "JJ"}:
        return False
    if before is None:
        return True
    if before.lower in {"according", "due", "thanks", "owing", "prior", "close"}:
        return before.lower == "close"
    if token.lower == "against":
        return before.lemma in BLOWS
    if token.lower == "along" and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "with":
        return False
    if before.lower in {"based", "headquartered"}:
        return False
    if token.lower == "of":
        out = before.lower == "out" and not (at - 2 >= first and tokens[at - 2].tag == "CD")
        if before.tag[:2] in {"RB", "IN"} and not out and before.lower not in POINTS:
            return False
        if before.lower in NOT_PLACES or before.lemma in NOT_PLACES:
            return False
    named = before.tag in PROPER and token.lower == "in"
    return not (named and _body(tokens, at - 1, first))


def _body(tokens: list[Token], at: int, first: int) -> bool:
    """True where the name that ends at token `at` is a body's: "the Survey in Aville"."""
    while at >= first and (tokens[at].tag in PROPER or tokens[at].tag == "IN"):
        if tokens[at].lower in NOT_PLACES:
            return True
        at -= 1
    return False


def _phrase(parse: Parse, sentence: Sentence, at: int, lead: str) -> Place | None:
    """The place that begins right after token `at`, None where what stands there is none."""
    first, last = at + 1, phrase_end(parse.tokens, at + 1, sentence.last)
    last = apposed_end(parse.tokens, first, owner_end(parse.tokens, first, last), sentence.last)
    if last <= first or (lead == "of" and _counted_in(parse.tokens, first, last)):
        return None
    if last < sentence.last and _spoken_there(parse.tokens, at, last):
        return None
    place = made(parse, first, last, lead)
    return place if place is not None and _led(parse.tokens, place, at, sentence.first) else None


def _counted_in(tokens: list[Token], first: int, last: int) -> bool:
    """ "of homes in Aville": the place is Aville, the homes are what is counted."""
    at = next((i for i in range(first + 1, last) if tokens[i].lower == "in"), first)
    return at > first and tokens[at - 1].tag == "NNS"


def _in_prose(tokens: list[Token], at: int, first: int) -> bool:
    """False beside a capital, as in headlines, where capitals do not tell a name."""
    return at == first or not tokens[at - 1].text[:1].isupper()


def _led(tokens: list[Token], place: Place, at: int, first: int) -> bool:
    """Whether the preposition before it makes a place of the phrase."""
    head, lead = tokens[place.last - 1], place.lead
    proper = head.tag in PROPER or (is_name(head) and _in_prose(tokens, at, first))
    if not place.common and not (proper and len(head.text) > 1):
        return False
    if lead in {"of", "for", "over"} and not place.named and head.lemma not in AREAS:
        return False
    if lead == "to" and not place.common:
        return any(_verb(t.lower) in _MOVES for t in tokens[max(first, at - 14) : at])
    if lead == "along" and tokens[place.first].lower == "the":
        return True
    return bool(place.common) or lead not in {
        "for", "over", "toward", "towards", "along",
    }  # fmt: skip


def _spoken_there(tokens: list[Token], at: int, last: int) -> bool:
    """ "the paper's Ann Bell in Aville says": where the speaker stands."""
    after = last + 1 if tokens[last].text == "," else last
    speaks = after < len(tokens) and tokens[after].lower in _SAYS
    return speaks and tokens[at].lower == "in" and tokens[at - 1].tag in PROPER


def _towards(parse: Parse, at: int, limit: int) -> Place | None:
    """ "east of Aville", "58 km (36 miles) south-west of Aville"."""
    end = direction_end(parse.tokens, at, limit)
    if end is None:
        return None
    span = parse.span(at, end)
    words = " ".join(parse.report.text[span.start : span.end].split())
    return Place(at, end, words, True, "direction")


def direction_end(tokens: list[Token], at: int, limit: int) -> int | None:
    """The end of "north and east of the city of Aville" from token `at`, None where none is."""
    first, at = at, _past_points(tokens, at, limit)
    if at == first or at + 1 >= limit or tokens[at].lower not in {"of", "from"}:
        return None
    end = phrase_end(tokens, at + 1, limit)
    named = any(is_name(t) for t in tokens[at:end])
    return end if named or tokens[end - 1].lemma in PLACE_NOUNS else None


def _past_points(tokens: list[Token], at: int, limit: int) -> int:
    while at < limit and (
        tokens[at].lower in POINTS | {"-", "off", "away"}
        or (tokens[at].lower == "and" and tokens[min(at + 1, limit - 1)].lower in POINTS)
    ):
        at += 1
    return at


def after_measure(parse: Parse, at: int, limit: int) -> str | None:
    """Where a distance leads that ends before token `at`: "(36 miles) south-west of Aville"."""
    tokens = parse.tokens
    while at < limit and (
        tokens[at].lower in {"(", ")", "away", "to", "the"} | LENGTHS or tokens[at].tag == "CD"
    ):
        at += 1
    end = direction_end(tokens, at, limit)
    if end is None:
        return None
    span = parse.span(at, end)
    return " ".join(parse.report.text[span.start : span.end].split())


def people_named(parse: Parse) -> frozenset[str]:
    """Names that follow a person's role or title somewhere in the report, in lower case."""
    found: set[str] = set()
    tokens = parse.tokens
    for i, token in enumerate(tokens):
        if token.lower in TITLES and token.text[:1].isupper():
            k = i + 1
            while k < len(tokens) and tokens[k].tag in PROPER and k - i < 4:
                found.add(tokens[k].lower)
                k += 1
        elif token.tag in PROPER and _aged(tokens, i):
            found.add(token.lower)
    return frozenset(found)


def _initials(token: Token) -> bool:
    """ "on CNN": a body, unless a place is known by its initials."""
    short = token.text.isupper() and len(token.text) <= _SHORT
    return short and token.lower.strip(".") not in INITIALS


# Names in capitals are longer than initials: "ROME" is left out at worst.
_SHORT = 4


def _aged(tokens: list[Token], i: int) -> bool:
    """ "Ann Bell, 35,": a name with an age is a person's."""
    after = tokens[i + 1 : i + 4]
    comma = len(after) == 3 and after[0].text == after[2].text == ","
    return comma and after[1].text.isdecimal() and len(after[1].text) < 3


def _is_person(parse: Parse, place: Place, people: Collection[str]) -> bool:
    if not place.named or place.common:
        return False
    head = parse.tokens[place.last - 1]
    if head.tag in {"NNPS", "NNS"} and names_people(lemma(head.lower, "NNS")):
        return True
    if place.last - place.first == 1 and _initials(head):
        return True
    names = [t.lower for t in parse.tokens[place.first : place.last] if t.tag in PROPER]
    return bool(names) and all(n in people or n in HARM for n in names)
