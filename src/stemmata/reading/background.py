"""Clauses that tell what everybody knows amid what somebody said."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.cues import FORMS, word_set
from stemmata.reading.english.parse import Parse, Token
from stemmata.reading.words import finite, is_capital

# Verbs that judge an event which the report has told of itself: in "condemned the attack
# that killed six", six is the report's.
_JUDGING = word_set(
    "condemn denounce criticise criticize deplore decry welcome praise hail slam blast mourn "
    "lament blame accuse discuss regret deny charge arrest indict convict sentence"
)
# What these tell is no event: "denied reports that six had died".
_TOLD = word_set(
    "report reports claim claims allegation allegations accusation accusations suggestion "
    "suggestions rumour rumours rumor rumors statement statements fact story stories"
)
# Nouns that hang on an event told before: "victims of an attack that killed six".
_HELD = word_set(
    "victims victim survivors responsibility blame aftermath wake anniversary scene site relatives "
    "families perpetrators days weeks hours months"
)
_PLACES = word_set(
    "city town village island capital port district region province suburb state country "
    "neighbourhood neighborhood settlement municipality township county resort hamlet camp"
)
_RELATIVE = frozenset({"which", "who", "that", "where", "whose"})
# "A population of more than 9,000": the noun is so near before its number.
NEAR = 5
# A description of a place has at most so many words.
LONGEST = 24


def background(parse: Parse, token_index: int, content: int = -1) -> bool:
    """True for a word in a clause that describes a place, or an event already told.

    "The quake struck the island, home to 120,000 people, the agency said": the
    number is the report's own, not the agency's. So with "a town of 15,000 people",
    "with a population of 9,000", ", where thousands live in tents,", "condemned the
    attack which killed six" and "victims of an attack that killed six". `content` is
    where what was said begins: "that" stands there in "denied on Friday that six died".
    """
    tokens = parse.tokens
    sentence = parse.sentences[tokens[token_index].sentence]
    for at in range(token_index - 1, max(sentence.first, token_index - LONGEST) - 1, -1):
        word = tokens[at].lower
        if word == "home" and at + 1 < sentence.last and tokens[at + 1].lower in {"to", "of"}:
            return _described(tokens, at, sentence.first)
        if word == "population" and token_index - at <= NEAR:
            return True
        if word in _PLACES and _of_so_many(tokens, at, token_index):
            return True
        if word == "where" and at > sentence.first and tokens[at - 1].text in _BREAKS:
            return not any(FORMS.get(t.lower) in _SAY for t in tokens[at + 1 : token_index])
        if word in _RELATIVE and at > sentence.first and tokens[at - 1].tag[:2] == "NN":
            if tokens[at].start == content:
                break
            return tokens[at - 1].lower not in _TOLD and _judged(tokens, at, sentence.first)
        if tokens[at].text in {";", ":"}:
            break
    return False


# ", where the council says 40 were hurt": the council does.
_SAY = frozenset({"say", "claim", "report", "estimate", "believe", "allege", "put"})
_BREAKS = frozenset({",", "-", "--", "\u2014"})


def _described(tokens: Sequence[Token], home: int, first: int) -> bool:
    """True for "X, home to": not for "X is home to", which the sentence says itself."""
    if home == first:
        return False
    before = tokens[home - 1]
    return before.text in _BREAKS or before.tag[:2] == "NN" or is_capital(before)


def _of_so_many(tokens: Sequence[Token], place: int, number: int) -> bool:
    """True for ", a town of about 15,000 people": the place has the number for its size."""
    between = [t.lower for t in tokens[place + 1 : number]]
    start = place
    while start and tokens[start - 1].tag[:2] in {"JJ", "NN", "VB", "HY"} and place - start < 4:
        start -= 1
    article = start and tokens[start - 1].lower in {"a", "an", "the"}
    apposed = start > 1 and tokens[start - 2].text in _BREAKS
    return bool(
        between[:1] == ["of"] and len(between) <= 4 and (article or "population" in between)
        and (apposed or "population" in between)
    )  # fmt: skip


def _judged(tokens: Sequence[Token], relative: int, first: int) -> bool:
    """True where the clause hangs on the object of a verb that judges."""
    for at in range(relative - 1, max(first, relative - LONGEST) - 1, -1):
        word = tokens[at].lower
        if word in _TOLD:
            return False  # "denied reports on the radio that six had died"
        held = word in _HELD and tokens[at + 1].lower in {"of", "for", "after"}
        if FORMS.get(word) in _JUDGING or held:
            return True
        if finite(tokens[at]) or tokens[at].lower in {"that", "said"}:
            return False
    return False
