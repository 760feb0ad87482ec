"""The verb that says what happened to a counted thing, as its lemma."""

from __future__ import annotations

from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.things import HARM

# Verbs that tell nothing by themselves: the verb they lead to is taken in their stead.
_LIGHT = {
    "be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should",
    "begin", "start", "continue", "able", "manage", "try", "seem", "appear", "need", "want",
    "force", "allow", "order", "help", "expect", "believe", "say", "report", "confirm", "know",
    "think", "fear", "feel", "choose", "get", "oblige", "compel", "plan", "agree", "remain",
    "let", "presume", "estimate", "include", "add", "note", "tell", "state", "bring", "stand",
    "rise", "reach", "put", "pass", "exceed", "climb", "total", "number", "amount", "accord",
}  # fmt: skip
_EMPTY = _LIGHT - {"force", "bring", "report", "rise", "put", "pass", "feel", "stand", "reach"}
_VERB = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_AUX = {
    "have", "has", "had", "been", "be", "being", "was", "were", "is", "are", "will", "would",
    "could", "can", "may", "might", "must", "should", "also", "already", "so", "far", "now", "not",
    "since", "then", "voluntarily", "reportedly", "all", "both", "who", "that", "which", "either",
    "still", "yet", "just", "only", "even", "were", "to", "'ve", "'d", "since", "later", "first",
    "currently", "recently", "seriously", "badly", "critically", "slightly", "completely", "partly",
}  # fmt: skip
_NOMINAL = {
    "toll": "die", "death": "die", "deaths": "die", "fatality": "die", "casualty": "injure",
    "control": "control", "killing": "kill", "slaying": "slay", "murder": "murder",
    "destruction": "destroy", "evacuation": "evacuate", "arrest": "arrest", "arrival": "arrive",
    "departure": "leave", "return": "return", "loss": "lose", "delivery": "deliver",
    "displacement": "displace", "injury": "injure", "detention": "detain", "release": "release",
}  # fmt: skip
_SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}
_OBJECTS = {"obj", "obl", "iobj", "obl:agent", "obl:unmarked", "xcomp", "ccomp"}
_PARTICLES = {"up", "out", "off", "over", "back", "in", "away", "down"}


def is_verb(token: Token) -> bool:
    return token.tag in _VERB


def action(parse: Parse, sentence: Sentence, first: int, last: int, before: int) -> str | None:
    """The lemma of the verb that governs the counted thing, None where there is none.

    `first`..`last` bound the number with its noun in tokens; `before` is the first
    token of the number with its modifiers. What stands right beside the phrase is
    asked first, then the parse.
    """
    tokens = parse.tokens
    for found in (
        _after(parse, sentence, last),
        _before(parse, sentence, before),
        _climbed(parse, sentence, max(first, last - 1)),
        _nominal(tokens, sentence, before),
    ):
        if found is not None:
            return found or None
    return None


def _after(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """"58 killed", "people were killed", "militants who have left", "residents returned"."""
    tokens, limit, seen_aux = parse.tokens, sentence.last, False
    start = at
    while at < limit and at - start < 7 and tokens[at].lower in _AUX:
        seen_aux = seen_aux or tokens[at].tag[:2] in {"VB", "MD"}
        at += 1
    if at >= limit:
        return None
    token = tokens[at]
    if token.lower in HARM and (not is_verb(token) or token.tag in {"VBN", "VBD"}):
        return HARM[token.lower]
    if token.lemma in HARM and token.lower.endswith(("ed", "en", "ain", "ot")):
        return HARM[token.lemma]
    finite = token.tag in {"VBD", "VBP", "VBZ"} or (token.tag in {"VBN", "VBG", "VB"} and (seen_aux or token.tag == "VBN"))
    if not finite or token.lemma in {"say", "tell", "report", "add", "accord"} and not seen_aux:
        return None
    return _resolved(parse, sentence, at)


def _resolved(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Follow verbs that say nothing by themselves to the one they lead to."""
    tokens = parse.tokens
    for _ in range(3):
        token = tokens[at]
        if token.lemma not in _LIGHT:
            return _with_particle(parse, at)
        follow = [
            k
            for k in range(at + 1, min(sentence.last, at + 7))
            if is_verb(tokens[k]) and tokens[k].lemma not in {"be", "have"}
            or tokens[k].lower in HARM
        ]
        stops = [k for k in range(at + 1, min(sentence.last, at + 7)) if tokens[k].lower in {",", "and", "."}]
        if not follow or (stops and stops[0] < follow[0]):
            return None if token.lemma in _EMPTY else token.lemma
        if tokens[follow[0]].lower in HARM:
            return HARM[tokens[follow[0]].lower]
        at = follow[0]
    return tokens[at].lemma


def _with_particle(parse: Parse, at: int) -> str:
    token = parse.tokens[at]
    for child in token.children:
        if parse.tokens[child].dep == "compound:prt" and parse.tokens[child].lower in _PARTICLES:
            return f"{token.lemma} {parse.tokens[child].lower}"
    if token.lemma == "take" and at + 1 < len(parse.tokens) and parse.tokens[at + 1].lower in {"shelter", "refuge", "part", "back"}:
        return f"take {parse.tokens[at + 1].lower}"
    if token.lemma == "grant" and at + 1 < len(parse.tokens) and parse.tokens[at + 1].tag == "NN":
        return f"grant {parse.tokens[at + 1].lower}"
    return token.lemma


_BETWEEN = {"at", "least", "more", "than", "about", "over", "some", "around", "nearly", "up", "to", "the",
            "as", "many", "much", "a", "total", "of", "almost", "another", "an", "estimated", "$", "only",
            "all", "also", "by", "between", "just", "close", "approximately", "roughly", "fewer", "less",
            "under", "other", "its", "their", "his", "her", "including", "well", "from", "on"}  # fmt: skip


def _before(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """"killing 12", "injured dozens", "have liberated 52 blocks", "control of 93 percent"."""
    tokens = parse.tokens
    k = at - 1
    while k >= sentence.first and at - k < 5 and tokens[k].lower in _BETWEEN:
        if tokens[k].lower == "including":
            return None
        k -= 1
    if k < sentence.first:
        return None
    token = tokens[k]
    if token.lemma in _NOMINAL and not is_verb(token):
        return _NOMINAL[token.lemma]
    if is_verb(token) or token.lemma in HARM:
        if token.lemma in _EMPTY or token.lemma == "be":
            return None
        if token.lemma == "leave" and _left_dead(tokens, sentence, at):
            return "die"
        return _with_particle(parse, k)
    return None


def _left_dead(tokens: list[Token], sentence: Sentence, at: int) -> bool:
    return any(t.lower in {"dead", "killed"} for t in tokens[at : min(sentence.last, at + 6)])


def _climbed(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Up the tree from the noun to the verb it is subject or object of."""
    tokens = parse.tokens
    for _ in range(8):
        token = tokens[at]
        relation, head = token.dep, tokens[token.head]
        for child in token.children:
            if tokens[child].dep in {"acl", "acl:relcl"} and child > at:
                found = _resolved(parse, sentence, child)
                if found and is_verb(tokens[child]):
                    return found
        if token.head == token.i or token.head < sentence.first or token.head >= sentence.last:
            return None
        if relation in _SUBJECTS | _OBJECTS and is_verb(head):
            return _resolved(parse, sentence, head.i) or ""
        if relation in _SUBJECTS and head.lower in HARM:
            return HARM[head.lower]
        if head.lemma in _NOMINAL and relation in {"nmod", "nummod", "appos"}:
            return _NOMINAL[head.lemma]
        at = token.head
    return None


def _nominal(tokens: list[Token], sentence: Sentence, at: int) -> str | None:
    for token in tokens[max(sentence.first, at - 8) : at]:
        if token.lower in {"toll", "deaths", "death"}:
            return "die"
    return None
