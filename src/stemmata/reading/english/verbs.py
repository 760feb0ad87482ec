"""Verbs: what is one, and the plain lemma that says what happened, with its particle."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import HARM, subject_of
from stemmata.reading.english.lemmas import PAST_FORMS, lemma
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import HUMAN

# Verbs that tell nothing by themselves: the verb they lead to is taken in their stead.
LIGHT = {
    "be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should",
    "begin", "start", "continue", "able", "manage", "try", "seem", "appear", "need", "want",
    "force", "allow", "order", "help", "expect", "believe", "say", "report", "confirm", "know",
    "think", "fear", "feel", "choose", "get", "oblige", "compel", "plan", "agree", "remain",
    "let", "presume", "estimate", "include", "add", "note", "tell", "state", "bring", "stand",
    "rise", "put", "pass", "exceed", "climb", "total", "number", "amount", "accord",
}  # fmt: skip
# Of these, the ones that say nothing even where they lead nowhere.
EMPTY = {
    "be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall",
    "should", "able",
    "say", "tell", "note", "add", "state", "include", "seem", "appear", "begin", "start",
    "continue",
    "total", "number", "amount", "accord", "estimate", "believe", "think", "know", "expect",
    "rise", "climb", "pass", "exceed",
}  # fmt: skip
_VERB = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_PARTICLES = {"up", "out", "off", "over", "back", "in", "away", "down"}
SHORT_PARTICIPLES = frozenset("hit hurt cut shut lost left struck shaken torn burnt shot".split())


def is_verb(token: Token) -> bool:
    """True for a word tagged as a verb."""
    return token.tag in _VERB


def finite(tokens: list[Token], at: int) -> bool:
    """True for a finite verb by its tag, or by a form that can be nothing else."""
    token = tokens[at]
    if at > 0 and tokens[at - 1].lower == "-":
        return False
    if token.tag in {"VBD", "VBP", "VBZ"}:
        return True
    return token.lower in PAST_FORMS and token.tag[:2] in {"NN", "JJ", "VB"}


def verb_lemma(token: Token) -> str:
    """The lemma as a verb's, whatever the tagger took the word for."""
    return lemma(token.lower, "VBD") if token.tag[:2] != "VB" else token.lemma


def verbal(parse: Parse, at: int) -> str | None:
    """The lemma of a verb, also of one that the tagger missed and the parser did not."""
    token = parse.tokens[at]
    if is_verb(token):
        return token.lemma
    verb = lemma(token.lower, "VBD")
    looks = verb != token.lower or token.lower in SHORT_PARTICIPLES or verb in HUMAN
    if token.tag in {"NN", "NNP", "JJ"} and looks and subject_of(parse, at) is not None:
        return verb
    return None


# Nouns that taggers take for verbs now and then.
NO_VERBS = frozenset("quake earthquake people minister temblor tremor".split())


def resolved(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Follow verbs that say nothing by themselves to the one they lead to."""
    tokens = parse.tokens
    if tokens[at].lemma in NO_VERBS:
        return None
    for _ in range(3):
        token = tokens[at]
        if verb_lemma(token) not in LIGHT:
            return with_particle(parse, at)
        follow = [
            k
            for k in range(at + 1, min(sentence.last, at + 7))
            if (is_verb(tokens[k]) and tokens[k].lemma not in {"be", "have"})
            or tokens[k].lower in HARM
        ]
        stops = [
            k
            for k in range(at + 1, min(sentence.last, at + 7))
            if tokens[k].lower in {",", "and", "."}
        ]
        if not follow or (stops and stops[0] < follow[0]):
            return None if token.lemma in EMPTY else token.lemma
        if tokens[follow[0]].lower in HARM:
            return HARM[tokens[follow[0]].lower]
        at = follow[0]
    return tokens[at].lemma


# Verbs and the words that make another verb of them, where the parse misses it.
_PHRASAL = {
    "hand": {"over", "out"}, "set": {"up", "off", "aside"}, "carry": {"out"}, "make": {"off"},
    "take": {"back", "in", "part", "shelter", "refuge"}, "pick": {"up"}, "blow": {"up"},
    "shut": {"down"}, "cut": {"off"}, "wipe": {"out"}, "give": {"up"}, "round": {"up"},
    "turn": {"back", "away", "out", "down"}, "shoot": {"down"}, "lay": {"off"}, "send": {"back"},
    "call": {"off", "up", "in"}, "break": {"out", "into"}, "drive": {"out"},
    "bring": {"back", "in", "down"}, "wash": {"away"}, "sweep": {"away"}, "knock": {"down", "out"},
    "fly": {"in", "out"}, "pull": {"out", "down"}, "pay": {"out"}, "walk": {"off", "out"},
    "phase": {"out"}, "rule": {"out"}, "burn": {"down"}, "gun": {"down"}, "write": {"off"},
    "buy": {"out"}, "tie": {"up"}, "sign": {"up"},
}  # fmt: skip


def _hedging(tokens: list[Token], at: int) -> bool:
    """The "up" of "face up to 20 years", and an "off" that the parse makes too much of."""
    follow = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower == "off" or (tokens[at].lower == "up" and follow == "to")


def with_particle(parse: Parse, at: int) -> str:
    """The lemma of the verb at token `at`, with the particle that makes another verb of it."""
    tokens, token = parse.tokens, parse.tokens[at]
    if verb_lemma(token) in {"be", "have"}:
        return verb_lemma(token)
    follow = tokens[at + 1] if at + 1 < len(tokens) else None
    if follow is not None and follow.lower in _PHRASAL.get(token.lemma, ()):
        loose = follow.lower in {"in", "over", "out", "back"} and follow.tag == "IN"
        if (
            not loose
            or follow.lower == "over"
            or tokens[min(at + 2, len(tokens) - 1)].lower == "by"
        ):
            return f"{verb_lemma(token)} {follow.lower}"
    for child in token.children:
        part = tokens[child]
        apart = any(t.lower in {",", ";", "("} for t in tokens[at:child])
        if (
            part.dep == "compound:prt"
            and part.lower in _PARTICLES
            and not (apart or _hedging(tokens, child))
        ):
            return f"{verb_lemma(token)} {part.lower}"
    if verb_lemma(token) == "grant" and follow is not None and follow.tag == "NN":
        return f"grant {follow.lower}"
    return verb_lemma(token)
