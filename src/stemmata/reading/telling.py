"""Numbers told without a clause: "gave the toll as 41", "raised its toll to 33", "says 24"."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.clauses import clause_end
from stemmata.reading.dismissals import tells_number
from stemmata.reading.english.cues import DOCUMENTS, word_set
from stemmata.reading.english.nouns import TIMES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import phrase_before, skip_back
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.subjects import (
    behind_relative,
    floor_of,
    named_before,
    of_paper,
    past_relative,
)
from stemmata.reading.words import finite, head_word, is_pronoun, speaker_like

# What a body gives where it tells a number.
_GIVEN = word_set("toll tally figure figures number count estimate magnitude")
_GIVES = word_set("give gives gave")
_SPEAKS = word_set("speak speaks spoke")
_MANY = word_set("at about around some nearly almost over more than least up to as many")
_SHARES = word_set("percent % per votes seats points")
_MOVES = word_set(
    "raise raises raised lower lowers lowered revise revises revised cut cuts update updates "
    "updated increase increases increased keep keeps kept bring brings brought hold holds held"
)
_SAYS = word_set("say says said")
_OWN = word_set("its their his her the own")
TELLS = _GIVES | _SPEAKS | _MOVES | _SAYS


def gave(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """ "The agency gave the toll as 41", "the union spoke of 5,000": a number told."""
    tokens, floor = at.tokens, floor_of(at, sentence, i)
    source = _teller(tokens, i, floor)
    if source is None:
        return None
    end = _told_from(tokens, source, i, sentence.last)
    if end is None or not speaker_like(tokens, *source):
        return None
    lemma = _lemma(tokens[i].lower)
    one = Attribution((i, end), source, lemma, sentence.segment, side="after")
    one.words = [(end, clause_end(tokens, end, sentence.last))]
    if is_pronoun(tokens[source[0]]) and tokens[source[0]].lower in {"who", "which"}:
        who = source[0] - (tokens[source[0] - 1].text == ",")
        one.meant = phrase_before(tokens, who, sentence.first)
        one.meant = named_before(tokens, one.meant, sentence.first)
        if one.meant is None or not speaker_like(tokens, *one.meant):
            return None
    return one


def _lemma(verb: str) -> str:
    if verb in _SPEAKS:
        return "speak"
    return "say" if verb in _SAYS else "give"


def _teller(tokens: Sequence[Token], i: int, floor: int) -> Range | None:
    """The phrase before the verb, over a day and over a relative clause."""
    start = skip_back(tokens, i, floor)
    if start - 2 > floor and tokens[start - 1].lower in TIMES and tokens[start - 2].lower == "on":
        start -= 2
    source = phrase_before(tokens, start, floor)
    if source is not None and not speaker_like(tokens, *source):
        source = None
    source = source and of_paper(tokens, source, start, floor)
    if source is None:
        return behind_relative(tokens, start, floor)
    return past_relative(tokens, source, floor) or source


def _told_from(tokens: Sequence[Token], source: Range, i: int, last: int) -> int | None:
    """Where what is told begins, None where the verb tells no number."""
    if tokens[i].lower in _SPEAKS:
        return _after_of(tokens, i, last)
    if tokens[i].lower in _SAYS:
        return i + 1 if _number_alone(tokens, i + 1, last) else None
    if tokens[i].lower in _MOVES:
        return _moved(tokens, i, last)
    if _number_alone(tokens, i + 1, last):
        return i + 1
    nouns = [k for k in range(i + 1, min(last - 1, i + 5)) if tokens[k].lower in _GIVEN]
    as_number = next((k for k in range(i + 2, min(last - 1, i + 9)) if tokens[k].lower == "as"), 0)
    if nouns and as_number > nouns[0] and _number_at(tokens, as_number + 1, last):
        return as_number + 1
    if nouns and tokens[nouns[0] + 1].lower in {"of", "as", "at"}:
        return nouns[0] + 2 if _number_at(tokens, nouns[0] + 2, last) else None
    if head_word(tokens, *source).lower not in DOCUMENTS:
        return None
    near = range(i + 2, min(last - 1, i + 6))
    told = any(tokens[k].tag == "CD" and tokens[k + 1].lower in _SHARES for k in near)
    return i + 1 if told else None


def _number_alone(tokens: Sequence[Token], k: int, last: int) -> bool:
    """ "the ministry says 24", "gave 52 as its count": a bare number is all that is told."""
    while k < last and tokens[k].lower in _MANY:
        k += 1
    if k + 1 >= last or tokens[k].tag != "CD":
        return False
    after = tokens[k + 1].lower
    counted = after == "as" and k + 2 < last and tokens[k + 2].lower in _OWN
    return counted or after in {".", ",", ";", "but"}


def _moved(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """ "raised its toll to 33 dead", "kept its own count of the dead at 31"."""
    if i + 1 >= last or tokens[i + 1].lower not in _OWN:
        return None
    noun = next((k for k in range(i + 2, min(last, i + 6)) if tokens[k].lower in _GIVEN), None)
    if noun is None:
        return None
    for k in range(noun + 1, min(last - 1, noun + 12)):
        if tokens[k].lower in {"to", "at"} and _number_at(tokens, k + 1, last):
            return i + 1
    return None


def _after_of(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """ "spoke of at least 900 people"."""
    told = i + 2 < last and tokens[i + 1].lower == "of" and _number_at(tokens, i + 2, last)
    return i + 2 if told else None


def _number_at(tokens: Sequence[Token], k: int, last: int) -> bool:
    while k < last and tokens[k].lower in _MANY:
        k += 1
    return k < last and tokens[k].tag == "CD"


def lists(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """ "An inventory lists 780 homes as destroyed": the only verb, taken for a noun."""
    if tokens[i].lower not in {"lists", "counts", "records"} or i + 1 >= sentence.last:
        return False
    bare = not any(finite(t) for t in tokens[sentence.first : i])
    return bare and tokens[i + 1].tag == "CD" and tokens[i - 1].tag[:2] in {"NN", ","}


# Deeds that are done to people: "verified the killing of 40".
_DEATHS = frozenset({"killing", "killings", "death", "deaths", "murder", "murders", "injuries"})


def by_number(tokens: Sequence[Token], one: Attribution, after: int, last: int) -> bool:
    """ "While organisers said 110,000 attended": the number begins what is said."""
    if one.source is None or after + 2 >= last or not tells_number(tokens, after, last):
        return False
    return tokens[after + 1].lower not in TIMES and tokens[after + 1].text not in {",", "."}


def finds_number(tokens: Sequence[Token], one: Attribution, after: int, last: int) -> bool:
    """ "A count by activists found 40 dead", "the UN has verified the killing of 40"."""
    if one.source is None or one.lemma not in {"find", "verify", "certify", "determine"}:
        return False
    if one.lemma in {"find", "determine"}:
        head = head_word(tokens, *one.source).lower
        return head in DOCUMENTS and tells_number(tokens, after, last)
    deaths = any(t.lower in _DEATHS for t in tokens[after : min(last, after + 3)])
    return deaths or tells_number(tokens, after, last)


def says_that(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """ "The Food Cluster estimates that": the sentence's first verb, taken for a noun."""
    if i + 1 >= sentence.last or tokens[i + 1].lower != "that" or tokens[i].lower[-1] != "s":
        return False
    bare = not any(finite(t) for t in tokens[sentence.first : i])
    named = tokens[i - 1].tag in {"NNP", "NN"} and i - sentence.first > 1
    return bare and named and tokens[i - 1].lower not in {"media", "news", "press"}
