"""The noun phrases that name places: where they begin and end, and which are no places at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemmata.reading.english.counted_nouns import is_noun as tagged_noun
from stemmata.reading.english.countries import ADJECTIVES
from stemmata.reading.english.known_names import is_place
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.english.place_words import (
    AGENCIES,
    AREAS,
    CARRIERS,
    DAYS,
    GATHERINGS,
    GROUPS,
    NOT_PLACES,
    OCCASIONS,
    PARTS,
    PLACE_NOUNS,
    SEATS,
    VAGUE,
    WITHIN,
)

PROPER = ("NNP", "NNPS")
# Words that a headline or a lost stop sets right after a name; none is a part of it.
_VERBS_OF_HEADLINES = frozenset(
    "kills injures wounds leaves hits strikes shakes rocks jolts destroys damages claims displaces "
    "hit struck rocked shook jolted killed injured shot".split()
)
_MAGNITUDES = frozenset("dozen hundred thousand score million".split())
_INNER = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "PRP$"})
# A phrase is at most so many words long.
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase that names where, in tokens `first` to `last`.

    `lead` is the preposition before it, "" for the object of a verb that hits,
    "subject" for "X was hit by", "direction" for "east of X". `named` is true
    where it holds a proper name; `common` is its last place noun, "" where it
    has none; `vague` is true for "several areas" and "seven villages", which
    say how many and not where.
    """

    first: int
    last: int
    words: str
    named: bool
    lead: str
    common: str = ""
    vague: bool = False


# "Told the press in Orlavian": a language, unless a place is called so.
_LANGUAGE = re.compile(r"[A-Z][a-z]{2,}(?:[iv]an|ese|ish)")


def is_language(place: Place) -> bool:
    """True for "in Orlavian", "in Spanish" alone."""
    one = _LANGUAGE.fullmatch(place.words) is not None
    return place.lead == "in" and one and not is_place(place.words.lower())


def is_name(token: Token) -> bool:
    """A proper noun, or a capital that the tagger took for something else: names are unknown."""
    if token.tag in PROPER:
        return True
    odd = token.tag in {"NNS", "NN", "JJ", "VBZ", "FW"} and token.text[:1].isupper()
    return odd and token.lower not in ADJECTIVES and token.lower not in PLACE_NOUNS


def is_noun(tokens: list[Token], i: int) -> bool:
    """A noun, or an unknown name that ends the phrase."""
    if tagged_noun(tokens[i]):
        return True
    last = i + 1 == len(tokens) or not (tagged_noun(tokens[i + 1]) or tokens[i + 1].tag == "HYPH")
    return last and tokens[i].tag == "JJ" and is_name(tokens[i])


def noun_phrase_before(parse: Parse, sentence: Sentence, end: int) -> Place | None:
    """The place that ends right before token `end`: "the city of Aville", "Bland's coast"."""
    tokens, first = parse.tokens, end
    while first > sentence.first and _inside_name(tokens, first - 1, end):
        first -= 1
    while first < end and (tokens[first].lower in {"of", "'s", "-"} or tokens[first].tag == "CD"):
        first += 1
    if first == end or not is_noun(tokens, end - 1):
        return None
    return made(parse, first, end, "")


def _inside_name(tokens: list[Token], i: int, end: int) -> bool:
    token = tokens[i]
    if is_noun(tokens, i):
        return token.lower not in DAYS and (i == end - 1 or tokens[i + 1].tag != "DT")
    if token.lower == "of" and i < end - 1:
        return tokens[i - 1].lemma in PLACE_NOUNS
    inner = token.tag in {"JJ", "POS", "HYPH", "DT", "PRP$"} or token.lower == "-"
    return inner and i < end - 1 and tokens[i + 1].tag != "DT"


def apposed_end(tokens: list[Token], first: int, last: int, limit: int) -> int:
    """ "the capital, Aville,": the name belongs to it."""
    if last <= first or last + 1 >= limit or tokens[last].text != ",":
        return last
    if tokens[last - 1].lemma not in AREAS or any(is_name(t) for t in tokens[first:last]):
        return last
    end = last + 1
    while end < limit and is_name(tokens[end]) and tokens[end].lower not in DAYS:
        end += 1
    closed = end == limit or tokens[end].text in {",", ".", ";"}
    return end if closed and end > last + 1 else last


def owner_end(tokens: list[Token], first: int, last: int) -> int:
    """ "of Aville's population": the place is Aville."""
    if last - first > 2 and tokens[last - 1].lemma in _OWNED:
        owns = next((i for i in range(first, last) if tokens[i].tag == "POS"), last)
        return owns if owns > first and is_name(tokens[owns - 1]) else last
    return last


_OWNED = frozenset(
    "population economy network capacity traffic resident people citizen voter child household "
    "exports workforce farmland crop electorate".split()
)


def phrase_end(tokens: list[Token], first: int, limit: int) -> int:
    """The end of the noun phrase that begins at `first`; `first` where none does."""
    last, known = first, False
    if first < limit and _YEAR.fullmatch(tokens[first].text):
        return first
    for k in range(first, min(limit, first + _LONGEST)):
        token = tokens[k]
        if token.text in DASHES and _apart(tokens, k):
            break
        if is_noun(tokens, k) or (token.tag == "VBG" and token.lower in OCCASIONS):
            if token.lower in DAYS or token.lemma in _MAGNITUDES or token.lower == "least":
                break
            if token.lower in _VERBS_OF_HEADLINES or (last > first and token.lower in AGENCIES):
                break
            if known and tokens[k - 1].lemma in PLACE_NOUNS and names_people(token.lemma):
                break  # "at Bell hospital doctors were treating 25"
            if token.lower in OCCASIONS or token.lemma in OCCASIONS or _of_year(tokens, first, k):
                return last if known and _told_by_name(tokens, first, last) else first
            known = known or is_name(token)
            last = k + 1
        elif token.lower in _LINKS and last == k and _goes_on(tokens, first, k, limit):
            continue
        elif _breaks(tokens, first, last, k):
            break
    return last


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})


def _apart(tokens: list[Token], k: int) -> bool:
    """A dash with blanks beside it ends what stands before it: "in Aville - Channel Two"."""
    return tokens[k - 1].end < tokens[k].start


def _told_by_name(tokens: list[Token], first: int, last: int) -> bool:
    """ "the Aville shooting" was in Aville; "a Bell poll" and "Bell-led raids" were not."""
    return tokens[first].lower not in {"a", "an"} and tokens[last].text not in DASHES


def _breaks(tokens: list[Token], first: int, last: int, k: int) -> bool:
    """Whether the phrase ends before token `k`, which is no noun."""
    token, before = tokens[k], tokens[k - 1]
    if last > first and token.tag in {"DT", "CD"} and before.lower not in _LINKS:
        return True
    if last == k > first and (token.tag == "VBG" or (token.tag == "VBN" and before.tag == "NNS")):
        return True
    inner = token.tag in _INNER | {"DT", "CD"} or token.lower == "-"
    return token.lower in {"least", "most"} or not inner


def _goes_on(tokens: list[Token], first: int, k: int, limit: int) -> bool:
    """True where "of" or "in" leads on to a name or a place: "the town of X in eastern Y"."""
    before, linked = tokens[first:k], tokens[k].lower not in {"of", "in"}
    if not any(is_name(t) or t.lemma in PLACE_NOUNS | GATHERINGS | CARRIERS for t in before):
        return False
    follow = tokens[k + 1 : min(limit, k + 5)]
    nouns = [t for t in follow if is_name(t) or t.lemma in PLACE_NOUNS]
    if not nouns or nouns[0].lower in DAYS or _heads_body(tokens, nouns[0].i, limit):
        return False
    return not linked or (tokens[k - 1].tag == "NN" and is_name(nouns[0]))


def _heads_body(tokens: list[Token], at: int, limit: int) -> bool:
    """True where the name from token `at` on is a body's."""
    while at < limit and is_noun(tokens, at):
        if tokens[at].lower in NOT_PLACES:
            return True
        at += 1
    return False


_LINKS = frozenset({"of", "in", "on", "off", "near", "at"})


def _of_year(tokens: list[Token], first: int, k: int) -> bool:
    """ "the third quarter", "the quarter that ended in May" are no quarter of a town."""
    if tokens[k].lemma != "quarter":
        return False
    after = [t.lower for t in tokens[k + 1 : k + 3]]
    ends = after[:1] == ["ended"] or after in (["that", "ended"], ["to", "end"], ["just", "ended"])
    return ends or any(t.lower in _ORDINALS for t in tokens[first:k])


_ORDINALS = frozenset("first second third fourth last next this previous current fiscal".split())


def _heads(tokens: list[Token], i: int, last: int, lead: str) -> bool:
    """A place noun that ends the phrase or leads on: no "market value", no "school dispute"."""
    if tokens[i].lower == "state" and tokens[i - 1].lower in _CONDITIONS:
        return False
    if not _names_place(tokens[i].lemma, lead) or not tagged_noun(tokens[i]):
        return False
    return i + 1 == last or tokens[i + 1].lower in _LINKS or is_name(tokens[i + 1])


# "In a critical state": how somebody or something is.
_CONDITIONS = frozenset(
    "critical serious stable bad poor good dire sorry terrible weak advanced vegetative".split()
)


def _names_place(noun: str, lead: str) -> bool:
    """A noun of places; of what carries people after "in", of where they meet after "at"."""
    if noun in GATHERINGS:
        return lead in _MEETING
    return noun in PLACE_NOUNS or (noun in CARRIERS and lead in WITHIN)


_MEETING = frozenset({"at", "during", "outside"})


def _compounded(tokens: list[Token], last: int) -> bool:
    """ "in Aville-led raids": the name only says whose the raids are."""
    dash = last + 1 < len(tokens) and tokens[last].text == "-" and not _apart(tokens, last)
    return dash and tokens[last + 1].lower in _BY_WHOM


_BY_WHOM = frozenset(
    "led backed run owned made built supplied allied funded sponsored trained brokered supported "
    "supervised imposed appointed linked aligned".split()
)


def made(parse: Parse, first: int, last: int, lead: str) -> Place | None:
    """The place on tokens `first` to `last`, None where its words are those of a body."""
    tokens = parse.tokens
    words = {t.lower for t in tokens[first:last]}
    if tokens[last - 1].lower in GROUPS or {"islamic", "state"} <= words:
        return None
    head = tokens[last - 1]
    meets = head.text in GATHERINGS and lead in _MEETING
    if words & NOT_PLACES and head.lemma not in SEATS and not meets:
        return None
    if lead == "during" and not meets:
        return None
    named = any(is_noun(tokens, i) and tokens[i].text[:1].isupper() for i in range(first, last))
    named = named and not (last - first == 1 and tokens[first].lower in AREAS)
    nouns = [i for i in range(first, last) if _heads(tokens, i, last, lead)]
    if not nouns and (head.lower in ADJECTIVES or _compounded(tokens, last)):
        return None
    if not named and (not nouns or (last - nouns[0] == 1 and tokens[nouns[0]].lemma in PARTS)):
        return None
    few = any(t.tag == "CD" or t.lower in VAGUE for t in tokens[first:last])
    vague = few and not named
    span = parse.span(first, last)
    text = " ".join(parse.report.text[span.start : span.end].split())
    common = tokens[last - 1].lemma if nouns else ""
    return Place(first, last, text, named, lead, common, vague)
