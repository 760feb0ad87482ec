"""The words that say where: from the sentence, or the nearest before it."""

from __future__ import annotations

from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.things import is_noun

_PREPOSITIONS = {
    "in", "at", "near", "off", "across", "around", "outside", "inside", "from", "to", "into",
    "throughout", "on", "within", "along", "toward", "towards", "of", "over", "for", "south", "north",
}  # fmt: skip
_STRONG = {"in", "at", "near", "across", "outside", "inside", "throughout", "within", "off", "into", "on", "around"}
_PLACE_NOUNS = {
    "city", "town", "village", "province", "area", "district", "island", "region", "country",
    "capital", "camp", "hospital", "neighbourhood", "neighborhood", "suburb", "state", "county",
    "governorate", "settlement", "quarter", "coast", "border", "valley", "mountain", "river", "sea",
    "gulf", "outskirt", "countryside", "township", "municipality", "zone", "territory", "street",
    "avenue", "airport", "port", "stadium", "school", "market", "square", "emirate", "kingdom",
    "peninsula", "part", "side", "pocket", "scene", "store", "shop", "supermarket", "centre",
    "center", "prison", "building", "sector", "enclave", "stronghold", "site", "ward", "parish",
    "home", "house", "station", "church", "mosque", "university", "delta", "basin", "lake", "desert",
}  # fmt: skip
_TIME_NOUNS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "day", "week", "month", "year", "hour", "night", "morning", "time",
    "statement", "report", "interview", "weekend", "evening", "afternoon", "case", "addition",
    "total", "fact", "order", "part", "comment", "attack", "twitter", "facebook", "telegram",
    "television", "tv", "gmt", "a.m.", "p.m.", "magnitude", "scale", "english", "arabic", "god",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase that names where, in tokens `first` to `last`; `named` holds a proper name."""

    first: int
    last: int
    words: str
    named: bool
    preposition: str


def places(parse: Parse, sentence: Sentence) -> list[Place]:
    """Place phrases of a sentence, in order: a preposition of place with its noun phrase."""
    found, at = [], sentence.first
    tokens = parse.tokens
    while at < sentence.last:
        token = tokens[at]
        if token.lower in _PREPOSITIONS and token.tag in {"IN", "TO", "RP", "NN", "RB", "JJ"}:
            place = _phrase(parse, sentence, at)
            if place is not None:
                found.append(place)
                at = place.last
                continue
        at += 1
    return found


def _phrase(parse: Parse, sentence: Sentence, at: int) -> Place | None:
    tokens, limit = parse.tokens, sentence.last
    first = k = at + 1
    last, named, common = -1, False, False
    while k < limit and k - first < 14:
        token = tokens[k]
        if is_noun(token):
            if token.lower in _TIME_NOUNS or token.lemma in _TIME_NOUNS:
                break
            proper = token.tag in {"NNP", "NNPS"} or token.text[:1].isupper()
            named = named or proper
            common = common or token.lemma in _PLACE_NOUNS
            last = k + 1
        elif token.lower in {"of", "in"} and last == k and (common or named) and _goes_on(tokens, k, limit):
            pass
        elif token.tag not in {"DT", "JJ", "JJR", "JJS", "VBN", "POS", "HYPH", "PRP$"} and token.lower != "-":
            break
        k += 1
    if last < 0 or not (named or common):
        return None
    if tokens[at].lower in {"of", "for", "over"} and not named:
        return None
    if not common and not _proper_head(tokens[last - 1]):
        return None
    span = parse.span(first, last)
    words = " ".join(parse.report.text[span.start : span.end].split())
    return Place(first, last, words, named, tokens[at].lower)


def _proper_head(token: Token) -> bool:
    return token.tag in {"NNP", "NNPS"} and len(token.text) > 1


def _goes_on(tokens: list[Token], k: int, limit: int) -> bool:
    follow = tokens[k + 1 : min(limit, k + 4)]
    return any(t.tag in {"NNP", "NNPS"} or t.lemma in _PLACE_NOUNS for t in follow)


def place_of(
    found: list[Place], first: int, last: int, carried: str | None, cue: Span | None, parse: Parse
) -> str | None:
    """The place of the figure in tokens `first`..`last`: after it, else before, else carried on."""
    usable = [p for p in found if not _in_cue(p, cue, parse)]
    after = [p for p in usable if p.first >= last and p.preposition in _STRONG | {"of", "from", "to"}]
    before = [p for p in usable if p.last <= first and p.preposition in _STRONG | {"of", "from"}]
    inside = [p for p in usable if p.first < last and p.last > first]
    for group in (inside, [p for p in after if p.named], [p for p in reversed(before) if p.named], after):
        if group:
            return group[0].words
    return carried or (before[-1].words if before else None)


def _in_cue(place: Place, cue: Span | None, parse: Parse) -> bool:
    """Places beside the cue are where it was said, not where it happened."""
    if cue is None:
        return False
    return 0 <= parse.tokens[place.first].start - cue.end < 12
