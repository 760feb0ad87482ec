"""What stands between a cue and its content: the hearer, the time, the occasion, an aside."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.clauses import QUESTION
from stemmata.reading.dismissals import CALLING, called_so
from stemmata.reading.english.cues import HEARER, OCCASION, word_set
from stemmata.reading.english.nouns import MEDIA, OUTLETS, TIMES
from stemmata.reading.english.parse import Token
from stemmata.reading.phrases import phrase_after
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.words import finite, is_capital

_QUANTITY = frozenset({"at", "over", "about", "around", "under", "between", "up", "nearly", "near"})
_HEARERS = MEDIA | OUTLETS | {"reporters", "journalists", "lawmakers", "parliament"}
# "said this morning, and": when it was said.
_THIS = frozenset({"this", "last", "late", "early", "earlier"})
_CARRIED = word_set("broadcast aired carried published posted televised released cited run")
# "said that" may stand so many words after its cue's adjuncts began.
ADJUNCTS = 24
# An aside between a cue and its "that" has at most so many words.
ASIDE = 9
_CITES = frozenset({"cited", "quoted", "cites", "quotes"})


def adjuncts(at: Scene, one: Attribution, i: int, last: int) -> tuple[int, bool]:
    """The first word after the cue's hearer, time and occasion, and whether "that" stands there."""
    tokens, at_word = at.tokens, i + 1
    if one.lemma == "point" and at_word < last and tokens[at_word].lower == "out":
        at_word += 1
        one.cue = (one.start if one.source is None else one.cue[0], at_word)  # type: ignore[index]
    if one.lemma in HEARER or tokens[i].lower == "told":
        hearer = phrase_after(tokens, at_word, last)
        if hearer is not None and tokens[hearer[0]].tag != "EX":
            one.through.append(hearer)
            at_word = hearer[1]
    while at_word < last and at_word - i < ADJUNCTS:
        token = tokens[at_word]
        if (cited := citing(tokens, at_word, last)) is not None:
            one.cited = cited
            at_word = cited[1] + (cited[1] < last and tokens[cited[1]].text == ",")
            continue
        if token.lower == "that":
            return at_word, True
        if one.lemma in CALLING and (past := called_so(tokens, at_word, last)) is not None:
            at_word = past
            continue
        if token.text == "," and (that := _past_aside(at, at_word, last)) is not None:
            return that, True
        step = _adjunct(at, one, at_word, last)
        if step == at_word:
            break
        at_word = step
    return at_word, False


def _past_aside(at: Scene, comma: int, last: int) -> int | None:
    """Where "that" stands in "said, however, that", "said in Tarvik, Orlan, that"."""
    tokens = at.tokens
    for k in range(comma + 1, min(last - 1, comma + ASIDE)):
        if at.inside[k] >= 0 or finite(tokens[k]):
            return None
        if tokens[k].text == ",":
            return k + 1 if tokens[k + 1].lower == "that" else None
    return None


def citing(tokens: Sequence[Token], k: int, last: int) -> Range | None:
    """The phrase after "citing", "quoting" or "which quoted", with or without a comma before it."""
    if k >= last:
        return None
    word = k + (tokens[k].text == ",")
    if word < last and tokens[word].lower in {"citing", "quoting"}:
        return phrase_after(tokens, word + 1, last)
    pair = [t.lower for t in tokens[word : min(last, word + 2)]]
    if pair[:1] == ["which"] and pair[1:] and pair[1] in _CITES:
        return phrase_after(tokens, word + 2, last)
    return None


def _adjunct(at: Scene, one: Attribution, k: int, last: int) -> int:
    tokens, token = at.tokens, at.tokens[k]
    if at.inside[k] >= 0:
        return k
    if token.lower in _THIS and k + 2 < last and tokens[k + 1].lower in TIMES:
        closes = tokens[k + 2].text in {",", ".", ";", '"'} or tokens[k + 2].lower == "that"
        return k + 2 if closes else k
    if token.lower in TIMES or (token.tag == "RB" and not _starts_clause(tokens, k, last)):
        return k + 1
    carried = token.tag == "VBN" or token.lower in _CARRIED
    if carried and k + 1 < last and tokens[k + 1].lower in {"on", "by", "in", "to"}:
        return k + 1
    if token.tag not in {"IN", "TO"} or token.lower in QUESTION | {"that", "because"}:
        return k
    if k + 2 < last and tokens[k + 1].lower in TIMES and is_capital(tokens[k + 2]):
        return k + 2
    phrase = phrase_after(tokens, k + 1, last)
    if phrase is None:
        times = k + 1 < last and tokens[k + 1].lower in TIMES
        return k + 2 if times else k
    if token.lower in _QUANTITY and _counts(tokens, k + 1):
        return k
    if _is_adjunct(tokens, phrase, last):
        one.through.append(phrase)
        return phrase[1]
    return k


def _is_adjunct(tokens: Sequence[Token], phrase: Range, last: int) -> bool:
    words = {t.lower for t in tokens[phrase[0] : phrase[1]]}
    if words & OCCASION or words & TIMES or words & _HEARERS:
        return True
    after = tokens[phrase[1]] if phrase[1] < last else None
    if tokens[phrase[0] - 1].lower in {"of", "about", "against", "for", "to", "with"}:
        return after is not None and after.lower == "that"
    return after is None or after.lower == "that" or after.text in {",", ".", '"', ":"}


def _counts(tokens: Sequence[Token], k: int) -> bool:
    return tokens[k].tag == "CD" or tokens[k].lower in {"least", "most", "half", "a"}


def _starts_clause(tokens: Sequence[Token], k: int, last: int) -> bool:
    nxt = tokens[k + 1] if k + 1 < last else None
    return nxt is not None and (nxt.tag in {"CD", "JJ", "RB", "JJR", "EX"})
