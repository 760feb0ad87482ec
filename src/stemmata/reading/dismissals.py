"""What stands between a verb of denial and what it denies: what is made of it, and when.

"The minister dismissed as invention reports that 40 had died", "the bank denied on
Friday that it would close": the verb looks like a participle, and is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.cues import CLAUSE_ONLY, FORMS, STRONG
from stemmata.reading.english.nouns import TIMES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.words import finite, is_auxiliary

# Verbs that say what they make of a claim before they name it: "dismissed as false a report".
CALLING = frozenset({"dismiss", "reject", "denounce", "condemn", "decry", "describe"})


def called_so(tokens: Sequence[Token], k: int, last: int) -> int | None:
    """Where "as false" or "as pure invention" ends, and what is called so begins."""
    if k + 2 >= last or tokens[k].lower != "as":
        return None
    at = k + 1
    while at < last and tokens[at].tag in {"JJ", "RB", "NN", "VBN", "CC"} and at - k < 6:
        at += 1
    opens = at < last and tokens[at].tag in {"DT", "NNS", "VBZ", "PRP$", "VBG"}
    return at if at > k + 1 and opens else None


def is_called_so(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """True for "dismissed as invention reports that": what is called so, taken for a verb."""
    return any(
        tokens[k - 1].lower in FORMS and called_so(tokens, k, sentence.last) == i
        for k in range(max(sentence.first + 1, i - 5), i - 1)
    )


def that_day(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "denied on Wednesday that": a verb whose clause follows its day."""
    k = i + 1
    while k < min(last, i + 7) and (tokens[k].tag in {"IN", "CD"} or tokens[k].lower in TIMES):
        if tokens[k].lower == "that":
            if k + 1 < last and (finite(tokens[k + 1]) or is_auxiliary(tokens[k + 1])):
                return False
            return k > i + 1 and FORMS[tokens[i].lower] in STRONG | CLAUSE_ONLY
        k += 1
    return False


def tells_number(tokens: Sequence[Token], k: int, last: int) -> bool:
    """ "counted barely 350", "spoke of at least 40 dead": what is said is a number."""
    while k < last and (tokens[k].tag in {"RB", "RBR", "JJR", "IN", "JJS"}):
        k += 1
    return k < last and tokens[k].tag == "CD"
