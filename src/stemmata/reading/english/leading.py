"""The verb before what is counted: "killing 12", "harm on 200", "control of 93 percent"."""

from __future__ import annotations

import re

from stemmata.reading.english.counted_nouns import HARM
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.nominals import (
    by_light_verb,
    is_known_verb,
    own_nominal,
)
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.verbs import (
    EMPTY,
    is_verb,
    verb_lemma,
    verbal,
    with_particle,
)

STEPS = frozenset(
    "at least more than about over some around nearly up to as many much almost another an "
    "estimated only all just close approximately roughly fewer less under the a".split()
)
BETWEEN = {
    "high", "low","at", "least", "more", "than", "about", "over", "some", "around", "nearly", "up",
"to", "the",
            "as", "many", "much", "a", "total", "of", "almost", "another", "an", "estimated",
            "$", "only",
            "all", "also", "by", "between", "just", "close", "approximately", "roughly", "fewer",
            "less",
            "under", "other", "its", "their", "his", "her", "including", "well", "from",
            "on"}  # fmt: skip


def verb_before(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """ "killing 12", "injured dozens", "have liberated 52 blocks", "control of 93 percent"."""
    tokens = parse.tokens
    glued = re.match(r"([a-z]{4,})\d", tokens[at].lower)
    if glued is not None and is_known_verb(lemma(glued[1], "VBD")):
        return lemma(glued[1], "VBD")
    if at - 2 >= sentence.first and tokens[at - 1].lower == ":" and tokens[at - 2].lower in HARM:
        return HARM[tokens[at - 2].lower]
    k = at - 1
    while k >= sentence.first and at - k < 5 and tokens[k].lower in BETWEEN:
        if tokens[k].lower == "including":
            return None
        k -= 1
    if k < sentence.first:
        return None
    if (
        tokens[k].lower in {"out", "up", "off", "down", "away", "back"}
        and k > sentence.first
        and is_verb(tokens[k - 1])
    ):
        return f"{tokens[k - 1].lemma} {tokens[k].lower}"
    if tokens[k].tag in {"VBN", "VBD"} and tokens[k - 1].lower in {"a", "an"}:
        # "for a reported 45 million"
        return None
    token = tokens[k]
    if token.lower in {"cost", "costs"} and tokens[k - 1].tag[:1] in {"N", "W", "M", "C", "V"}:
        return "cost"
    if not is_verb(token) and (told := own_nominal(token.lemma)) is not None:
        return told
    if token.tag == "VBZ" and tokens[k + 1].lower == "of":
        return None
    light = _light_before(tokens, sentence, k)
    if light is not None:
        return light
    slip = _mistaken_noun(tokens, sentence, k, at)
    if slip is not None:
        return None if slip in EMPTY else slip
    if token.tag == "NN" and token.lower.endswith("ing") and _acts(tokens, k):
        return lemma(token.lower, "VBG")
    if token.lower == "dead" and verb_lemma(tokens[k - 1]) in {"shoot", "stab", "beat", "strike"}:
        return verb_lemma(tokens[k - 1])
    verb = verbal(parse, k) or HARM.get(token.lemma)
    if verb is None or verb in EMPTY - {"add"}:
        return None
    if k > sentence.first + 1 and tokens[k - 1].lower == "or" and is_verb(tokens[k - 2]):
        return with_particle(parse, k - 2)
    if verb == "leave" and _left_dead(tokens, sentence, at):
        return "die"
    return with_particle(parse, k) if is_verb(token) else verb


def _light_before(tokens: list[Token], sentence: Sentence, at: int) -> str | None:
    """ "inflicted harm on 200", "placed an order for 40": the noun between says what was done."""
    if at - 2 <= sentence.first or tokens[at].tag not in {"NN", "NNS"}:
        return None
    if tokens[at + 1].lower not in {"on", "to", "from", "for"}:
        return None
    k = at - 1 - (tokens[at - 1].tag == "DT")
    return by_light_verb(tokens, sentence, k) if is_verb(tokens[k]) else None


def _mistaken_noun(tokens: list[Token], sentence: Sentence, k: int, at: int) -> str | None:
    """A verb that the tagger took for a noun: no noun stands right before a number and its noun.

    In the text only forms in -s and -ed are taken for one, in headings plain ones too.
    """
    token, heading = tokens[k], sentence.segment.kind in {"title", "kicker", "subhead"}
    if token.tag not in {"NN", "NNS", "NNP", "NNPS", "JJ"} or k <= sentence.first:
        return None
    if tokens[k + 1].lower in {"of", "to", "from", "on", "including"} or at >= sentence.last - 1:
        return None
    if tokens[k - 1].tag[:2] not in {"NN", "RB", "RP"} or tokens[at].tag not in {
        "CD",
        "$",
        "RBR",
        "JJR",
    }:
        return None
    verb = verb_lemma(token)
    formed = verb != token.lower
    if not (formed or (heading and token.tag in {"NN", "NNP"})) or not is_known_verb(verb):
        return None
    follows = tokens[at + 1]
    return (
        verb if follows.tag in {"NNS", "NN", "JJ", "NNPS", "NNP", "CD", "HYPH", "IN", "."} else None
    )


def _acts(tokens: list[Token], at: int) -> bool:
    """ "troops fighting dozens of groups": no article or adjective makes a noun of it."""
    lead = tokens[at - 1] if at else None
    if lead is None or tokens[at + 1].lower in {"of", "to", "from"}:
        return False
    return lead.tag in {"NNS", "NNP", "NNPS", ","} and lead.lower != "-"


def _left_dead(tokens: list[Token], sentence: Sentence, at: int) -> bool:
    return any(t.lower in {"dead", "killed"} for t in tokens[at : min(sentence.last, at + 6)])
