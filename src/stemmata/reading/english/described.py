"""The place that a number describes: "home to 9,000", "a town of 9,000", "where thousands live"."""

from __future__ import annotations

import re

from stemmata.reading.english.parse import Parse, Sentence
from stemmata.reading.english.place_phrases import PROPER, Place, made, noun_phrase_before
from stemmata.reading.english.place_words import (
    AREAS,
    CARRIERS,
    HAPPENINGS,
    OVER_PLACES,
    PLACE_NOUNS,
)

_HEDGE = (
    r"(?:(?:about|around|some|over|under|nearly|almost|roughly|approximately|up to|more than"
    r"|less than|fewer than|at least|an? estimated|just)\s+)*"
)
_KINDS = "|".join(sorted(AREAS))
# What stands beside the place itself: "X, home to", "X, a town of", "the city of population".
_BESIDE = re.compile(
    rf"(?:\bhome (?:to|of|by|for)|\b(?:populated|inhabited) by|\bof population"
    rf"|\ban? (?:[\w-]+ ){{0,3}}(?:{_KINDS}) of|\bwhere)\s+{_HEDGE}$",
    re.IGNORECASE,
)
# What is told of the sentence's subject: "X has a population of", "X, with some 40 islands".
_OF_SUBJECT = re.compile(
    rf"(?:\bpopulation (?:of|is|was|stands at)|\b(?:with|has|have|had)"
    rf"(?: an?)?(?: [^,;]{{0,40}}? and)?)\s+{_HEDGE}$",
    re.IGNORECASE,
)
_INHABITED = re.compile(
    r"\s*(?:million\s+|thousand\s+)?(?:residents|inhabitants|population|islands|islets|citizens"
    r"|provinces|districts|households)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r",?\s+(?:which|that) (?:is|was|are|were|has|have|had|lies)\b", re.IGNORECASE)
_COPULA = frozenset("is was has had lies sits , are have which with".split())


def describes(parse: Parse, sentence: Sentence, number: int) -> str:
    """How the number at token `number` tells a place's size: "beside" it, as "subject", or ""."""
    span = parse.span(sentence.first, sentence.last)
    before = parse.plain[span.start : parse.tokens[number].start]
    beside = _BESIDE.search(before)
    if beside:
        return "" if beside[0].lower().startswith("where") else "beside"
    subject = _OF_SUBJECT.search(before)
    counts = subject and ("population" in subject[0].lower() or _counts(parse, number, span.end))
    return "subject" if counts else ""


def described(parse: Parse, sentence: Sentence, found: list[Place], number: int) -> Place | None:
    """The place whose size, people or parts the number at token `number` tells."""
    span = parse.span(sentence.first, sentence.last)
    begin = parse.tokens[number].start
    before = parse.plain[span.start : begin].rstrip("$\u20ac\u00a3")
    beside = _BESIDE.search(before)
    told = beside or _OF_SUBJECT.search(before)
    if told is None or not (
        beside or "population" in told[0].lower() or _counts(parse, number, span.end)
    ):
        return None
    which = list(_WHICH.finditer(before, 0, told.end()))
    cut = which[-1].start() if which and before[which[-1].end() :].count(",") == 0 else told.start()
    end = next(
        i for i in range(sentence.first, number + 1) if parse.tokens[i].start >= span.start + cut
    )
    return _owner(parse, sentence, found, end, subject=beside is None and not which)


def _counts(parse: Parse, number: int, end: int) -> bool:
    stop = parse.tokens[number].end
    while stop < end and not parse.plain[stop].isspace():
        stop += 1
    return _INHABITED.match(parse.plain, stop, end) is not None


def _owner(
    parse: Parse, sentence: Sentence, found: list[Place], end: int, *, subject: bool
) -> Place | None:
    """The place described by what begins at token `end`: the subject, or the one beside it."""
    if subject and (place := first_phrase(parse, sentence)):
        return place
    last = end
    while last > sentence.first and parse.tokens[last - 1].text in {",", "-", "--", "\u2014", "("}:
        last -= 1
    own = next((p for p in found if p.last == last), None)
    place = own or noun_phrase_before(parse, sentence, last)
    if place is not None and (place.named or place.common in AREAS):
        return place
    return next((p for p in reversed(found) if p.last <= end and p.named), None)


def first_phrase(parse: Parse, sentence: Sentence) -> Place | None:
    """The place that a sentence opens with and speaks of: "Aville is", "The island, which"."""
    tokens = parse.tokens
    for end in range(sentence.first + 1, min(sentence.last, sentence.first + 9)):
        if tokens[end].lower in _COPULA:
            place = noun_phrase_before(parse, sentence, end)
            opens = place is not None and place.first == sentence.first
            return place if opens and place and (place.named or place.common in AREAS) else None
    return None


def topic(parse: Parse, sentence: Sentence) -> Place | None:
    """The place that a sentence opens with, where its words make sure that it is one."""
    if sentence.segment.kind != "body":
        return _headed(parse, sentence)
    place = first_phrase(parse, sentence)
    if place is None or place.common in AREAS:
        return None if place is not None and _acts(parse, place) else place
    after = {t.lower for t in parse.tokens[place.last : place.last + 3]}
    return place if after & _LIES else None


def _acts(parse: Parse, place: Place) -> bool:
    """ "The state is offering": its government."""
    verb = parse.tokens[place.last + 1 : place.last + 2]
    return not place.named and bool(verb) and verb[0].tag == "VBG"


def _headed(parse: Parse, sentence: Sentence) -> Place | None:
    """The place before what happened in it: "Aville blast: 12 dead", "Toll in Aville blast rises".

    Only in a heading in which capitals tell a name: the noun after it begins with a small letter.
    """
    tokens = parse.tokens
    for i in range(sentence.first + 1, sentence.last):
        if tokens[i].tag[:2] not in {"NN", "CD"} or not tokens[i].text.islower():
            continue
        first = i
        while first > sentence.first and _named_below(parse, first - 1):
            first -= 1
        opens = first == sentence.first or tokens[first - 1].lower in {"in", ":", "after"}
        if first < i and opens and tokens[i].lemma in HAPPENINGS | CARRIERS | PLACE_NOUNS:
            site = tokens[i].lemma in PLACE_NOUNS
            return made(parse, first, i + site, "subject")
    return None


def _named_below(parse: Parse, i: int) -> bool:
    """A name, also one that only the report's sentences show to be one."""
    token = parse.tokens[i]
    if token.tag in PROPER or not token.text[:1].isupper() or token.text.isupper():
        return token.tag in PROPER
    return any(t.tag in PROPER and t.text == token.text for t in parse.tokens)


_LIES = frozenset("lies sits located situated borders straddles home".split())


def governed(parse: Parse, sentence: Sentence) -> str | None:
    """What a speaker of the sentence is over: "the governor of Aville", "Aville's mayor"."""
    tokens = parse.tokens
    for i in range(sentence.first, sentence.last):
        if tokens[i].lower not in OVER_PLACES:
            continue
        place = _after_of(parse, sentence, i) or noun_phrase_before(parse, sentence, i)
        if place is not None and place.named:
            words = place.words
            return words.removesuffix("'s").removesuffix("\u2019s")
    return None


def _after_of(parse: Parse, sentence: Sentence, i: int) -> Place | None:
    tokens = parse.tokens
    if i + 2 >= sentence.last or tokens[i + 1].lower != "of":
        return None
    end = i + 2
    while end < sentence.last and (
        tokens[end].tag in {"NNP", "NNPS", "DT", "HYPH"} or tokens[end].lower in AREAS | {"-"}
    ):
        end += 1
    return noun_phrase_before(parse, sentence, end) if end > i + 2 else None
