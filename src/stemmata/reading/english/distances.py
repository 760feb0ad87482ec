"""What lies or happened so far from a place: "a hospital 30 miles away", "X, 40 km from Y"."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import Thing, is_noun, left_of, thing_at
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.parse import Parse, Sentence, Token

QUAKES = frozenset("quake earthquake temblor tremor aftershock shock jolt foreshock".split())
_STRIKES = frozenset("strike hit occur centre center jolt happen originate locate".split())
_BEARINGS = frozenset(
    "from away off outside north south east west northeast northwest southeast southwest "
    "north-east north-west south-east south-west inland offshore downstream upstream".split()
)
# What may stand between a place and how far it is.
_LIES = frozenset(
    "which that is was are were lies lay lie located situated , ( -- about around some only just "
    "nearly almost roughly approximately more less than over at least barely".split()
)
_SITUATED = frozenset("located situated lies lay lie".split())
_HEDGES = _LIES - frozenset("which that is was are were lies lay lie located situated , --".split())


def lying(parse: Parse, sentence: Sentence, before: int, after: int) -> Thing | None:
    """What a distance between tokens `before` and `after` tells the place of, None where unsure.

    An earthquake that struck, else the name or the noun that stands before.
    """
    tokens = parse.tokens
    if not _bears(tokens, sentence, past_conversion(tokens, after, sentence.last)):
        return None
    quake = _quake(parse, sentence, before)
    if quake is not None:
        return quake
    k = before - 1
    while k > sentence.first and tokens[k].lower in _LIES:
        k -= 1
    if tokens[k].lower in TIME_NOUNS:
        return None
    if tokens[k].tag in {"NNP", "NNPS"}:
        return _name(parse, sentence, k)
    if not is_noun(tokens[k]) or any(t.lower not in _HEDGES for t in tokens[k + 1 : before]):
        return None
    first = left_of(parse, sentence, k)
    named = _apposed(tokens, sentence, first)
    if named is not None:
        return _name(parse, sentence, named)
    return thing_at(parse, first, k + 1)


# "boarded on Tuesday about 780 km off the coast": when, and nothing that lies there.
TIME_NOUNS = frozenset(
    "sunday monday tuesday wednesday thursday friday saturday today yesterday overnight tonight "
    "tomorrow dawn dusk noon midday midnight sunrise sunset nightfall daybreak january february "
    "march april may june july august september october november december".split()
)


def of_a_place(parse: Parse, sentence: Sentence, before: int, after: int) -> bool:
    """True where a distance only tells where a place is, to which nothing is done by that."""
    tokens = parse.tokens
    if after < sentence.last and tokens[after].lower == ")":
        after += 1
    found = lying(parse, sentence, before, after)
    if found is None or found.head in QUAKES:
        return False
    return not any(t.lower in _SITUATED for t in tokens[found.last : before])


def _bears(tokens: list[Token], sentence: Sentence, after: int) -> bool:
    """True where a direction, "away" or "from" follows, past a conversion in brackets."""
    if after < sentence.last and tokens[after].lower == "to":
        after += 2
    return after < sentence.last and tokens[after].lower in _BEARINGS


def _quake(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    tokens = parse.tokens
    for at in range(sentence.first, before):
        if tokens[at].lemma in QUAKES and tokens[min(at + 1, before)].tag != "POS":
            if any(lemma(t.lower, "VBD") in _STRIKES for t in tokens[at + 1 : before]):
                return thing_at(parse, left_of(parse, sentence, at), at + 1)
            return None
    return None


def _name(parse: Parse, sentence: Sentence, at: int) -> Thing:
    first = at
    while first > sentence.first and (
        parse.tokens[first - 1].tag in {"NNP", "NNPS", "HYPH"}
        or parse.tokens[first - 1].text == "-"
    ):
        first -= 1
    return thing_at(parse, first, at + 1)


def _apposed(tokens: list[Token], sentence: Sentence, first: int) -> int | None:
    """ "In X, a district only 3 km from": the name that the noun explains."""
    k = first - 1
    if k <= sentence.first or tokens[k].lower not in {"a", "an"}:
        return None
    k -= 2 if tokens[k - 1].lower == "," else 1
    return k if k >= sentence.first and tokens[k].tag == "NNP" else None


def past_conversion(tokens: list[Token], after: int, limit: int) -> int:
    """The token after "(12.5 miles)", where such brackets stand behind a measure."""
    if after >= limit or tokens[after].lower != "(":
        return after
    for k in range(after + 1, min(limit - 1, after + 9)):
        if tokens[k].lower == ")":
            return k + 1 if any(t.tag == "CD" for t in tokens[after:k]) else after
    return after
