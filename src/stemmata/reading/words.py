"""What one word can be, by its tag, its capital and the lists: noun, auxiliary, speaker."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.cues import DOCUMENTS, word_set
from stemmata.reading.english.nouns import BODIES, GROUPS, OUTLETS, ROLES, TIMES, TITLES
from stemmata.reading.english.parse import Token
from stemmata.reading.english.persons import names_people

PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "you"})


DETERMINERS = word_set(
    "the a an this that these those his her its their our my your another some any every each "
    "both all no several many most"
)
PREPOSITIONS = word_set(
    "of for at in from with on near inside outside within across to under behind close by"
)
JOINS = frozenset({"and", "&", "or"})
AUXILIARY = word_set(
    "has have had having is are was were be been being am 's 've 'd 'm 're do does did will would "
    "can could may might shall should must not n't never ever also then later further again once "
    "earlier previously now since already repeatedly strongly separately"
)  # fmt: skip
LOOSE = frozenset({"VBG", "VBN", "POS", "HYPH"})
# Capitalised words that open a sentence and belong to no name.
OPENERS = word_set(
    "however but meanwhile elsewhere still amid while and although though yet instead moreover "
    "furthermore also then now later earlier nevertheless nonetheless thus therefore besides "
    "additionally separately similarly likewise afterwards finally indeed overall"
)
# Parts of a people who were asked: "64 percent said", "nearly half think".
SHARES = word_set("percent half majority majorities minority plurality third quarter thirds")
SPEAKERS = ROLES | GROUPS | BODIES | DOCUMENTS


def is_nominal(token: Token) -> bool:
    """True for nouns, names and numbers: what can end a noun phrase."""
    # The tagger takes "a tally" for an adverb.
    noun = (token.tag[:2] == "NN" and not token.text.isspace()) or (
        token.lower == "tally" and token.tag in {"RB", "JJ"}
    )
    return noun or token.tag == "CD" or is_capital(token)


def is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag not in {"DT", "IN", "PRP", "PRP$", "CC", "MD"}


def is_modifier(token: Token) -> bool:
    return token.tag in {"JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "VBG", "AFX", "FW", "``"} or (
        token.text in {"'s", "'", "-", "&", "/"} and token.text != '"'
    )


def is_auxiliary(token: Token) -> bool:
    return token.lower in AUXILIARY or (token.tag[:2] == "RB" and token.lower not in {"not"})


def finite(token: Token) -> bool:
    return token.tag in {"VBD", "VBZ", "VBP", "MD"}


def is_pronoun(token: Token) -> bool:
    """True for a personal pronoun or "who", but not for a body's initials (WHO, IT)."""
    short = len(token.text) == 1 or not token.text.isupper()
    return short and (token.lower in PRONOUNS | {"who"} or token.text == "which")


def head_word(tokens: Sequence[Token], start: int, end: int) -> Token:
    """The head of the phrase's first noun group: "spokesman" of "a spokesman for the army"."""
    head = tokens[start]
    for i in range(start, end):
        token = tokens[i]
        if i > start and (token.lower in PREPOSITIONS or token.text in {",", "("}):
            break
        if i > start and token.text in {"who", "which", "that", "citing", "quoting"}:
            break
        if i > start and token.tag in {"VBN", "VBD"} and tokens[i - 1].tag in {"NN", "NNS"}:
            break
        if token.lower in ROLES or (is_nominal(token) and token.tag != "CD"):
            head = token
    return head


def speaker_like(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True where the phrase can stand for somebody who says something."""
    if (end - start == 1 and is_pronoun(tokens[start])) or tokens[start].lower in {"one", "half"}:
        return True
    if tokens[end - 1].lower in {"latter", "former"}:
        return True
    head = head_word(tokens, start, end)
    if head.lower in TIMES:
        return False
    word = head.lower
    if word in SHARES or any(t.lower in SHARES or t.text == "%" for t in tokens[start:end]):
        return True
    if end - start == 3 and tokens[start].tag == tokens[end - 1].tag == "CD":
        return tokens[start + 1].lower == "in"
    if word in SPEAKERS or word in OUTLETS:
        return True
    if not is_capital(head):
        return head.tag in {"NN", "NNS"} and names_people(head.lemma)
    # A name that the tagger does not know is often a plain noun to it.
    opens = start == 0 or tokens[start - 1].sentence != head.sentence
    return head.i > start or end - start > 1 or head.tag[:3] == "NNP" or not opens


def is_title(token: Token) -> bool:
    return token.lower.rstrip(".") in TITLES or token.lower in TITLES


def before_bracket(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Where the bracket of "Ann Lee (R-Ohio), a lawyer," opens, if one closes before `at`."""
    if tokens[at - 1].text != ")":
        return at
    for k in range(at - 2, max(floor, at - 8), -1):
        if tokens[k].text == "(":
            return k
    return at


def opens_relative(token: Token) -> bool:
    """True for "who", "which", "whose" and "that"."""
    return token.lower in {"who", "which", "whose", "that"}


def past_bracket(tokens: Sequence[Token], end: int, ceiling: int) -> int:
    """The end of "Ann Lee (R-Ohio)" where the phrase itself ends at "Lee"."""
    if end < ceiling and tokens[end].text == "(":
        for k in range(end + 1, min(ceiling, end + 7)):
            if tokens[k].text == ")":
                return k + 1
    return end
