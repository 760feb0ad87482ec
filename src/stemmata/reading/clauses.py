"""Clauses by the order of their words: where one begins, what is its subject, where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.cues import FORMS
from stemmata.reading.english.nouns import TIMES
from stemmata.reading.english.parse import Token
from stemmata.reading.phrases import phrase_after
from stemmata.reading.scene import BE
from stemmata.reading.words import finite, is_nominal

QUESTION = frozenset({"what", "how", "why", "where", "when", "who", "which", "whether", "if"})
# Words that end a content that is a noun phrase, and not a clause.
_AFTERWARDS = frozenset(
    {"when", "after", "before", "while", "since", "until", "although", "because"}
)


def clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    if first >= last:
        return False
    if tokens[first].lower in QUESTION:
        return True
    subject = False
    for token in tokens[first:last]:
        if subject and (finite(token) or token.lower in BE):
            return True
        subject = subject or is_nominal(token) or token.tag in {"PRP", "DT", "EX", "CD"}
    return False


def clause_at_once(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True where a subject and its verb follow directly: "found the dam was leaking"."""
    if tokens[first].lower in QUESTION:
        return True
    phrase = phrase_after(tokens, first, last)
    if phrase is None or phrase[1] >= last:
        return False
    return finite(tokens[phrase[1]]) or tokens[phrase[1]].lower in BE | {"has", "have", "had"}


def clause_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a content that is a noun phrase ends: before "when he ran", ", which", ", but"."""
    subject = False
    subject_clause = tokens[first].lower in QUESTION | {"that"}
    for k in range(first, last):
        token = tokens[k]
        if token.text in {"--", "\u2014", ";"} and k > first:
            return k
        if token.text == "," and k + 1 < last and _turns(tokens[k + 1]):
            return k
        if token.lower in _AFTERWARDS and k > first:
            return k
        if k > first and not subject_clause and _when_said(tokens, k, last):
            return k
        if token.lower in {"and", "but"} and not subject_clause and _verb_at(tokens, k + 1, last):
            return k
        if subject and finite(token):
            return last
        subject = subject or is_nominal(token) or token.tag == "PRP"
    return last


def _when_said(tokens: Sequence[Token], k: int, last: int) -> bool:
    """True for "on Monday", "last week", "Monday" at the end: when it was said."""
    start = k + (tokens[k].lower in {"on", "last", "earlier", "this"})
    ends = start + 1 >= last or tokens[start + 1].text in {".", ",", ";"}
    return start < last and ends and tokens[start].lower in TIMES and tokens[start].tag != "CD"


def _verb_at(tokens: Sequence[Token], k: int, last: int) -> bool:
    """True where the next verb of the same subject stands ("and has since left")."""
    while k < last and tokens[k].tag == "RB":
        k += 1
    return k < last and finite(tokens[k])


def _turns(token: Token) -> bool:
    if token.tag == "VBG":
        return token.lower != "including"
    return token.lower in {"but", "which", "who", "where", "as", "while"} | _AFTERWARDS


def gerund_subject(tokens: Sequence[Token], k: int, last: int) -> bool:
    """True for "said raising the wall could take a year": the form in -ing is a subject."""
    if tokens[k].lower in FORMS or tokens[k].lower in {"speaking", "talking"}:
        return False
    for token in tokens[k + 1 : min(last, k + 16)]:
        if token.text == "," or token.lower in {"that", "who", "which"}:
            return False
        if finite(token):
            return True
    return False


def same_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True where no new subject stands before the next finite verb."""
    for token in tokens[first:last]:
        if finite(token) or token.tag == "VBN":
            return True
        if token.lower in {"they", "there", "it"} and token.i == first:
            return True
        if is_nominal(token) or token.tag in {"PRP", "DT"}:
            return False
    return False


def acts(token: Token) -> bool:
    return finite(token) or token.lower in BE | {"has", "have", "had"}
