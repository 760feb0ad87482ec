"""The words that say where: from the sentence, or the nearest before it."""

from __future__ import annotations

from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.counted_nouns import is_noun
from stemmata.reading.english.parse import Parse, Sentence, Token

_PREPOSITIONS = {
    "in", "at", "near", "off", "across", "around", "outside", "inside", "from", "to", "into",
    "throughout", "on", "within", "along", "toward", "towards", "of", "over", "for", "south",
    "north",
}  # fmt: skip
_STRONG = {
    "in", "at", "near", "across", "outside", "inside", "throughout", "within", "off", "into", "on",
    "around", "",
}  # fmt: skip
# Verbs whose object is where it happened: "left Aville", "a quake hit Aville".
_AT_OBJECT = {
    "leave", "hit", "strike", "rock", "jolt", "shake", "flee", "enter", "reach", "devastate",
    "batter",
    "pound", "sweep", "lash", "rattle", "quit", "flood", "engulf", "ravage", "shell", "bomb",
    "storm",
    "besiege", "surround", "control", "hold", "capture", "seize", "retake", "liberate", "recapture",
}  # fmt: skip
# A phrase with one of these is a person or body, not a place.
_NOT_PLACES = frozenset(
    "general lieutenant colonel major captain president minister mr mr. mrs dr dr. ministry "
    "staff survey agency council army committee nations organization organisation observatory "
    "department commission authority party union front coalition group spokesman spokeswoman "
    "official secretary governor mayor prime force forces police service association convention "
    "foundation institute office press news times post reuters afp richter scale bank fund "
    "program programme federation alliance movement bureau affairs chief gas chlorine sarin "
    "bomb bombs vote director".split()
)  # fmt: skip
_PLACE_NOUNS = frozenset(
    "city town village province area district island region country capital camp hospital "
    "neighbourhood neighborhood suburb state county governorate settlement quarter coast border "
    "valley mountain river sea gulf outskirt countryside township municipality zone territory "
    "street avenue airport port stadium school market square emirate kingdom peninsula part "
    "side pocket scene store shop supermarket centre center prison building sector enclave "
    "stronghold site ward parish home house station church mosque university delta basin lake "
    "desert".split()
)  # fmt: skip
# Of these, the ones that stand for the place of the event when "the" is before them.
_AREAS = {
    "city", "town", "village", "province", "area", "district", "island", "region", "country",
    "capital",
    "camp", "neighbourhood", "neighborhood", "suburb", "state", "county", "governorate",
    "settlement",
    "territory", "enclave", "pocket", "zone", "peninsula", "archipelago", "valley", "delta",
    "coast",
}  # fmt: skip
_TIME_NOUNS = frozenset(
    "today yesterday tomorrow tonight overnight midnight noon past wake monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december day week month year hour night morning time "
    "statement report interview weekend evening afternoon case addition total fact order part "
    "comment attack twitter facebook telegram jan. feb. mar. apr. aug. sept. sep. oct. nov. "
    "dec. jan feb aug sept oct nov dec run line hope search need charge response television tv "
    "gmt a.m. p.m. magnitude scale english arabic god".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase that names where, in tokens `first` to `last`; `named` holds a proper name."""

    first: int
    last: int
    words: str
    named: bool
    preposition: str
    common: str = ""


def places(parse: Parse, sentence: Sentence) -> list[Place]:
    """Place phrases of a sentence, in order: a preposition of place with its noun phrase."""
    found, at = [], sentence.first
    tokens = parse.tokens
    while at < sentence.last:
        if _leads(tokens, at, sentence.first):
            place = _phrase(parse, sentence, at)
            if place is not None:
                found.append(place)
                at = place.last
                continue
        at += 1
    return found


def _leads(tokens: list[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.lemma in _AT_OBJECT and (token.tag[:2] == "VB" or token.tag in {"NNS", "NN"}):
        return True
    if token.lower not in _PREPOSITIONS or token.tag not in {"IN", "TO", "RP", "NN", "RB", "JJ"}:
        return False
    if at > first and tokens[at - 1].lower in {"according", "due", "thanks"}:
        return False
    named = at > first and tokens[at - 1].tag in {"NNP", "NNPS"} and token.lower == "in"
    return not (named and _body(tokens, at - 1, first))


def _body(tokens: list[Token], at: int, first: int) -> bool:
    """True where the name that ends at token `at` is a body's: "the Survey in Aville"."""
    while at >= first and tokens[at].tag in {"NNP", "NNPS", "IN"}:
        if tokens[at].lower in _NOT_PLACES:
            return True
        at -= 1
    return False


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
        elif (
            token.lower in {"of", "in"}
            and last == k
            and (common or named)
            and _goes_on(tokens, k, limit)
        ):
            pass
        elif (
            token.tag not in {"DT", "JJ", "JJR", "JJS", "VBN", "POS", "HYPH", "PRP$", "CD"}
            and token.lower != "-"
        ):
            break
        k += 1
    if last < 0 or not (named or common):
        return None
    if any(t.lower in _NOT_PLACES for t in tokens[first:last] if t.lower not in {"front"}):
        return None
    lead = tokens[at].lower if tokens[at].lower in _PREPOSITIONS else ""
    if lead in {"of", "for", "over", ""} and not named and tokens[last - 1].lemma not in _AREAS:
        return None
    if lead in {"for", "over", "to", "toward", "towards", "along"} and not common:
        return None
    if lead == "" and not (named and (common or _proper_head(tokens[last - 1]))):
        return None
    if not common and not _proper_head(tokens[last - 1]):
        return None
    span = parse.span(first, last)
    words = " ".join(parse.report.text[span.start : span.end].split())
    return Place(first, last, words, named, lead, tokens[last - 1].lemma if common else "")


def _proper_head(token: Token) -> bool:
    return token.tag in {"NNP", "NNPS"} and len(token.text) > 1


def _goes_on(tokens: list[Token], k: int, limit: int) -> bool:
    follow = tokens[k + 1 : min(limit, k + 4)]
    return any(t.tag in {"NNP", "NNPS"} or t.lemma in _PLACE_NOUNS for t in follow)


def place_of(
    found: list[Place],
    number: tuple[int, int],
    last: int,
    carried: str | None,
    cue: Span | None,
    parse: Parse,
) -> str | None:
    """The place of a figure: in or right after what it counts, else before, else carried on.

    `number` bounds the number in tokens, `last` is the end of the counted phrase.
    """
    first = number[0]
    distance = _direction(parse, number[1])
    if distance is not None:
        return distance
    usable = [p for p in found if not _in_cue(p, cue, parse) and not p.first <= first < p.last]
    near = _STRONG | {"from", "to"}
    after = [p for p in usable if p.first >= last and p.preposition in near | {"of"}]
    after = [p for p in after if p.preposition != "of" or p.first <= last + 2]
    before = [p for p in usable if p.last <= first and p.preposition in _STRONG]
    inside = [p for p in usable if p.first < last and p.last > first]
    close = [p for p in after if p.first - last <= CLOSE]
    far = [p for p in after if p.named and not _clause_between(parse, last, p.first)]
    for group in (inside, close, list(reversed(before)), far):
        if group:
            return group[0].words
    return carried


_POINTS = {
    "south", "north", "east", "west", "southwest", "southeast", "northwest", "northeast",
    "south-west",
    "south-east", "north-west", "north-east", "off", "away",
}  # fmt: skip


def _direction(parse: Parse, at: int) -> str | None:
    """ "58 km (36 miles) south-west of Aville": the words from the direction on."""
    tokens = parse.tokens
    while (at < len(tokens) and tokens[at].lower in {"(", ")", "away", "to", "the"} | _LENGTHS) or (
        at < len(tokens) and tokens[at].tag == "CD"
    ):
        at += 1
    first = at
    while at < len(tokens) and tokens[at].lower in _POINTS | {"-"}:
        at += 1
    if at == first or at + 1 >= len(tokens) or tokens[at].lower not in {"of", "from"}:
        return None
    end = at + 1
    while (
        end < len(tokens)
        and end - at < 8
        and (
            is_noun(tokens[end])
            or tokens[end].tag in {"DT", "JJ", "POS", "HYPH"}
            or tokens[end].lower in {"of", "'s"}
        )
    ):
        end += 1
    span = parse.span(first, end)
    return " ".join(parse.report.text[span.start : span.end].split())


_LENGTHS = frozenset(
    "km kilometers kilometres kilometer kilometre miles mile meters metres mi".split()
)


def _clause_between(parse: Parse, first: int, last: int) -> bool:
    return any(
        t.lower in {";", "but", "which", "while", "where", '"'} for t in parse.tokens[first:last]
    )


# A place phrase within so many words after the counted thing belongs to it, named or not.
# Six to fifteen differ by less than 0.01 on the corpora with gold.
CLOSE = 10


def carried_on(found: list[Place], carried: str | None) -> str | None:
    """The place that a sentence hands to the next: its first named one, else the one before."""
    for place in found:
        area = place.common in _AREAS and place.preposition in _STRONG | {"to"}
        if (place.named and place.preposition in _STRONG) or area:
            return place.words
    return carried


def _in_cue(place: Place, cue: Span | None, parse: Parse) -> bool:
    """Places beside the cue are where it was said, not where it happened."""
    if cue is None:
        return False
    return 0 <= parse.tokens[place.first].start - cue.end < 12
