"""Attributions by a noun: "the ministry's claim that", "his promise to", "fears that"."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.cues import word_set
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import phrase_before
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.subjects import floor_of
from stemmata.reading.words import finite, is_nominal, speaker_like

# Nouns of saying, and the verbs whose class they have.
SAYING = {
    "claim": "claim", "claims": "claim", "allegation": "allege", "allegations": "allege",
    "accusation": "accuse", "accusations": "accuse", "assertion": "assert",
    "assertions": "assert", "announcement": "announce", "declaration": "declare",
    "statement": "state", "warning": "warn", "warnings": "warn", "denial": "deny",
    "denials": "deny", "promise": "promise", "promises": "promise", "pledge": "promise",
    "pledges": "promise", "vow": "promise", "threat": "threaten", "threats": "threaten",
    "suggestion": "suggest", "suggestions": "suggest", "argument": "argue",
    "arguments": "argue", "insistence": "insist", "contention": "contend",
    "demand": "demand", "demands": "demand", "belief": "believe", "view": "think",
    "conviction": "believe", "hope": "hope", "hopes": "hope", "fear": "fear",
    "fears": "fear", "prediction": "predict", "predictions": "predict",
    "estimate": "estimate", "estimates": "estimate", "refusal": "refuse",
    "commitment": "commit", "admission": "admit", "conclusion": "conclude",
    "comment": "comment", "remark": "remark", "complaint": "complain",
    "complaints": "complain",
}  # fmt: skip
# Nouns that an infinitive may follow: "his promise to pay" is said, "his plan to pay" may not be.
_TO = frozenset({"promise", "threaten", "refuse", "demand", "commit"})
_POSSESSIVE = word_set("his her their its my our your")
# Without an owner only "that" leads on: "there were claims that", "fears that".
_UNOWNED = frozenset({"claim", "allege", "accuse", "assert", "fear", "hope", "warn", "suggest"})


def nominal(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """The attribution of a noun of saying that has an owner before it or "that" behind it."""
    tokens = at.tokens
    if tokens[i].tag[:2] != "NN" or i + 2 >= sentence.last:
        return None
    link = tokens[i + 1].lower
    lemma = SAYING[tokens[i].lower]
    if link != "that" and not (link == "to" and lemma in _TO and tokens[i + 2].tag == "VB"):
        return None
    source = _owner(at, sentence, i)
    if source is None and not (link == "that" and lemma in _UNOWNED):
        return None
    first = i + 1
    one = Attribution((i, i + 1), source, lemma, sentence.segment, side="after")
    one.kind = "noun"
    one.words = [(first, _end(tokens, first, sentence.last))]
    return one


def _owner(at: Scene, sentence: Sentence, i: int) -> Range | None:
    """ "his", or the phrase before "'s"; adjectives may stand between it and the noun."""
    tokens, k = at.tokens, i - 1
    while k > sentence.first and tokens[k].tag in {"JJ", "NN", "JJS", "RB", "HYPH"} and i - k < 4:
        k -= 1
    if k < sentence.first:
        return None
    if tokens[k].lower in _POSSESSIVE:
        return k, k + 1
    if tokens[k].tag != "POS":
        return None
    phrase = phrase_before(tokens, k, floor_of(at, sentence, i))
    return phrase if phrase is not None and speaker_like(tokens, *phrase) else None


def _end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where what is said ends: before the verb of the sentence, a comma's turn, or a full stop."""
    clause = tokens[first].lower == "that"
    subject = seen = False
    for k in range(first + 1, last):
        token = tokens[k]
        if token.text in {";", "--", "\u2014", "(", ":"}:
            return k
        if token.text == "," and tokens[k + 1 if k + 1 < last else k].tag != "CD":
            return k
        if finite(token):
            if seen or not clause:
                return k if subject or not clause else last
            seen = True
        subject = subject or is_nominal(token)
    return last
