"""What an earthquake did of which a magnitude is told."""

from __future__ import annotations

from collections.abc import Collection

from stemmata.reading.english.counted_nouns import Thing
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.verbs import NO_VERBS, finite, resolved, verb_lemma

# Short verbs of quakes that taggers take for nouns.
_SHAKING = frozenset(
    "hit hits strikes shakes jolts rocks rattles damages jolted rocked rattled damaged levelled "
    "leveled destroyed killed injured toppled flattened triggered caused".split()
)
_TELLING = frozenset("measure register record have be say put report give estimate".split())
_STOPS = frozenset(". ; which who when".split())


def magnitude_action(
    parse: Parse, sentence: Sentence, thing: Thing, first: int, last: int
) -> str | None:
    """The verb of the quake after its name or its magnitude, else between the two."""
    tokens = parse.tokens
    end = max(thing.last, last)
    found = _first_verb(parse, sentence, end, min(sentence.last, end + 12), _STOPS)
    if found is None and 0 <= thing.last <= first:
        found = _first_verb(parse, sentence, thing.last, first, {".", ";"})
    return found or _suffered(tokens, sentence, min(first, max(thing.first, 0) or first))


def magnitude_told(tokens: list[Token], sentence: Sentence, first: int) -> str | None:
    """ "measuring 6.1", "had a magnitude of 5.9": where no other verb tells more."""
    if _measuring(tokens, sentence, first):
        return verb_lemma(tokens[_lead(tokens, sentence, first)])
    return _having(tokens, sentence, first)


def _suffered(tokens: list[Token], sentence: Sentence, first: int) -> str | None:
    """ "was hit by a 6.1 quake"."""
    at = _lead(tokens, sentence, first)
    while at > sentence.first and tokens[at].tag in {"NN", "JJ", "DT", "IN", "JJS"}:
        if tokens[at].lower == "by" and tokens[at - 1].tag[:2] in {"VB", "NN", "JJ"}:
            return verb_lemma(tokens[at - 1])
        at -= 1
    if tokens[at + 1].lower == "by" and tokens[at].tag[:2] == "VB":
        return tokens[at].lemma
    return None


def _first_verb(
    parse: Parse, sentence: Sentence, at: int, end: int, stops: Collection[str]
) -> str | None:
    tokens = parse.tokens
    for k in range(at, end):
        token = tokens[k]
        if token.lower in stops or (token.lower == "," and k > at + 8):
            return None
        if token.tag == "VBG" or token.lemma in NO_VERBS:
            continue
        told = None
        if finite(tokens, k) or token.tag == "MD":
            told = resolved(parse, sentence, k)
        elif token.lower in _SHAKING:
            told = verb_lemma(token)
        else:
            continue
        return None if told in _TELLING else told
    return None


def _lead(tokens: list[Token], sentence: Sentence, first: int) -> int:
    """The token before the number, past its hedges."""
    at = first - 1
    while at > sentence.first and tokens[at].tag in {"IN", "RB", "JJS", "DT", "JJR", "HYPH"}:
        at -= 1
    return at


def _measuring(tokens: list[Token], sentence: Sentence, first: int) -> bool:
    at = _lead(tokens, sentence, first)
    return at >= sentence.first and verb_lemma(tokens[at]) in {"measure", "register", "range"}


def _having(tokens: list[Token], sentence: Sentence, first: int) -> str | None:
    """ "it had a magnitude of 5.9"."""
    near = tokens[max(sentence.first, first - 5) : first]
    return "have" if any(t.lower in {"had", "has", "having"} for t in near) else None
