"""Counts told as a level: "infections rose from 20 to 35", "put the losses at 2,700"."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import (
    Thing,
    is_noun,
    left_of,
    phrase,
    subject_of,
    thing_at,
)
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.verbs import verb_lemma

_MOVES = frozenset(
    "rise fall drop climb jump grow shrink soar plunge surge slump tumble dwindle decline "
    "increase decrease swell balloon slip dip edge double go stand".split()
)
_TO = frozenset({"to", "from", "at"})
_BETWEEN = frozenset(
    "about around over under nearly almost some more less than at least just only nearer up down "
    "as many as well close to roughly approximately an estimated".split()
)
# Nouns in the singular that count.
_BODIES = frozenset(
    "membership attendance enrolment enrollment headcount caseload turnout circulation readership "
    "audience occupancy backlog tally count number total figure".split()
)
_PUTTING = frozenset("put estimate set peg reckon place".split())


def levelled(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """What rose to, stands at or is put at the bare number before token `before`."""
    tokens, k = parse.tokens, before - 1
    k, led = _past_lead(tokens, sentence, k)
    if tokens[k].tag == "CD" and led:
        k, led = _past_lead(tokens, sentence, k - 1)
    if not led:
        return None
    verb = verb_lemma(tokens[k])
    if verb in _MOVES and tokens[k].tag[:1] in {"V", "N"}:
        return _riser(parse, sentence, k)
    return _put(parse, sentence, before)


def _past_lead(tokens: list[Token], sentence: Sentence, k: int) -> tuple[int, bool]:
    """The token before "from", "to" or "at" with its hedges, and whether one of them stood."""
    led = False
    while k > sentence.first and (tokens[k].lower in _BETWEEN | _TO or tokens[k].tag == "RB"):
        led = led or tokens[k].lower in _TO
        k -= 1
    return k, led


def _riser(parse: Parse, sentence: Sentence, verb: int) -> Thing | None:
    tokens = parse.tokens
    at = subject_of(parse, verb)
    if at is None or not sentence.first <= at < verb:
        at = verb - 1
        while at > sentence.first and (
            tokens[at].tag in {"RB", "MD"} or tokens[at].lemma in {"have", "be"}
        ):
            at -= 1
    counts = tokens[at].tag == "NNS" or tokens[at].lemma in _BODIES
    if not counts or not is_noun(tokens[at]):
        return None
    return thing_at(parse, left_of(parse, sentence, at), at + 1)


def _put(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "put the losses across the group at nearer 2,700": the object of the verb."""
    tokens = parse.tokens
    for k in range(before - 2, max(sentence.first - 1, before - 14), -1):
        if tokens[k].lower in {",", ";", ":", "that"}:
            return None
        if verb_lemma(tokens[k]) in _PUTTING and tokens[k].tag[:2] == "VB":
            found = phrase(parse, sentence, k + 1)
            plural = found is not None and tokens[found.last - 1].tag == "NNS"
            return found if found is not None and plural and found.last < before else None
    return None
