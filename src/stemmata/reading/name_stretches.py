"""Where names are looked for: stretches of capitalised words, and the candidates in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemmata.reading.english.known_names import LINKS, PARTICLES, word_classes
from stemmata.reading.english.nouns import TIMES
from stemmata.reading.english.parse import Parse, Token

# The longest name that is tried, in words.
LONGEST = 9
# Function words that a sentence begins with, which begin no name.
_NEVER = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "MD", "WP", "WP$", "WDT", "WRB", "EX", "TO"})
_AT_FIRST = _NEVER | {"RB", "VBD", "VBZ", "VBP", "RBR", "RBS", "PDT"}
_JOINTS = frozenset({"-", "'s", "\u2019s", "&", ".", "'", "\u2013", "/"})
_MONTHS = frozenset({"may", "april", "june", "august"})
# "d'Ettorre", "dell'Orto": the capital comes after what is elided.
_ELIDED = re.compile(r"(?:d|l|o|dell|all|dall|nell|sull)['\u2019](\w)", re.IGNORECASE)
# Before a hyphen these make a word of their own out of a name: "pro-Beijing".
_PREFIXES = frozenset("pro anti non pan un neo post pre mid trans inter co sub semi".split())
_YOUNGER = frozenset({"jr", "jr.", "sr", "sr."})
# Tags of the last part of "Min-jun", which is no word that the tagger knows.
_LAST_PARTS = frozenset({"NN", "FW", "NNS", "JJ", "VB", "VBG", "VBP", "RB", "UH", "IN"})


@dataclass(slots=True)
class Stretch:
    """Neighbouring words among which names are looked for: tokens `first` up to `last`."""

    first: int
    last: int
    shouting: bool


def stretches(parse: Parse) -> Iterator[Stretch]:
    """Every stretch of the report: capitalised words and the small words that join them."""
    tokens = parse.tokens
    for s in parse.sentences:
        words = tokens[s.first : s.last]
        shouting = sum([t.text[0].isupper() for t in words]) * 2 > (s.last - s.first) + 4
        end = s.first
        for at in [
            t.i
            for t in words
            if t.text[0].isupper() or t.lower in PARTICLES or not t.text.isalpha()
        ]:
            if at < end or not _opens(tokens, at, s.first, s.last):
                continue
            end = at + 1
            while end < s.last and (step := _on(tokens, end, s.last)):
                end += step
            yield Stretch(at, end, shouting)


def capital(text: str) -> bool:
    """True where a word may be the first or last of a name: "Ettorre", "d'Ettorre"."""
    return text[0].isupper() or (not text.isalpha() and _elided(text))


@lru_cache(maxsize=50_000)
def _elided(text: str) -> bool:
    found = _ELIDED.match(text)
    return found is not None and found[1].isupper()


def _opens(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    token = tokens[at]
    if not token.text[0].isupper():
        if token.lower in PARTICLES:
            return at + 1 < last and _particle(tokens, at, last)
        return capital(token.text)
    if _prefixed(tokens, at, last):
        return False
    if token.text == "Will" and token.tag == "MD" and at + 1 < last:  # "Will Ashby"
        return tokens[at + 1].tag == "NNP" and tokens[at + 1].text[0].isupper()
    if token.lower in TIMES and token.lower not in _MONTHS:
        return False
    return token.tag not in (_AT_FIRST if at == first else _NEVER)


def _particle(tokens: Sequence[Token], at: int, last: int) -> bool:
    """True for the first of "von Orsk", "al-Tariq" and "von der Orsk"."""
    token, after = tokens[at], tokens[at + 1]
    if token.tag in {"IN", "DT"}:
        return False
    two = after.text == "-" or after.lower in PARTICLES
    if two and at + 2 < last:
        return capital(tokens[at + 2].text)
    return capital(after.text)


def _prefixed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """True for either part of "pro-Beijing" where no second capitalised word follows."""
    if at + 1 < last and tokens[at].lower in _PREFIXES and _tied(tokens, at + 1):
        return True
    if at < 2 or not _tied(tokens, at - 1) or tokens[at - 2].lower not in _PREFIXES:
        return False
    return at + 1 >= last or not capital(tokens[at + 1].text)


def _tied(tokens: Sequence[Token], at: int) -> bool:
    """True for a hyphen without a blank on either side."""
    mark = tokens[at]
    if mark.text != "-" or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].end == mark.start and mark.end == tokens[at + 1].start


def _on(tokens: Sequence[Token], at: int, last: int) -> int:
    """How many words from `at` on go on with the stretch."""
    token = tokens[at]
    if capital(token.text):
        if token.text == "I" and tokens[at - 1].tag == "NNP":  # "Abbas I", not "... and I went"
            return int(at + 1 == last or tokens[at + 1].tag[:2] not in {"VB", "MD", "RB"})
        return 0 if token.tag in {"PRP", "MD", "PRP$", "WP"} else 1
    if token.text[0].isdigit() and token.start == tokens[at - 1].end:
        return 1
    if token.text == "," and at + 1 < last and tokens[at + 1].lower in _YOUNGER:
        return 2
    if token.text == "-" and at + 1 < last and _glued(tokens, at + 1):
        return 2
    return _chained(tokens, at, last) or _joined(tokens, at, last)


def _chained(tokens: Sequence[Token], at: int, last: int) -> int:
    """The words from the first hyphen of "Orma-sur-Vir" on; 0 where it is none such."""
    if at + 3 >= last or not (_tied(tokens, at) and _tied(tokens, at + 2)):
        return 0
    return 4 if tokens[at + 1].text.islower() and tokens[at + 3].text[0].isupper() else 0


def _joined(tokens: Sequence[Token], at: int, last: int) -> int:
    """One or two small words that join names and the capitalised one behind them; 0 for none."""
    for step in (1, 2):
        if at + step >= last:
            return 0
        small = tokens[at + step - 1]
        joint = small.text in _JOINTS or small.lower in LINKS or small.lower in PARTICLES
        comma = step == 1 and small.text == "," and "firm" in word_classes(tokens[at + 1].lower)
        if not (joint or comma or (step == 2 and small.lower == "the")):
            return 0
        if capital(tokens[at + step].text):
            return step + 1
    return 0


def _glued(tokens: Sequence[Token], at: int) -> bool:
    """True for the last part of "Min-jun", whatever its tag where a surname stands before."""
    end, before = tokens[at], tokens[at - 2]
    if not _tied(tokens, at - 1) or not before.text[0].isupper():
        return False
    if end.tag[:3] == "NNP":
        return True
    surname = tokens[at - 3] if at > 2 else None
    called = surname is not None and surname.tag == "NNP" and surname.text[0].isupper()
    return called and end.tag in _LAST_PARTS


def candidates(tokens: Sequence[Token], one: Stretch) -> Iterator[tuple[int, int]]:
    """Every range of words of a stretch that may be a name."""
    for first in range(one.first, one.last):
        if not (capital(tokens[first].text) or _opens(tokens, first, -1, one.last)):
            continue
        for last in range(first + 1, min(first + LONGEST, one.last) + 1):
            end = tokens[last - 1]
            if (
                capital(end.text)
                or end.text[0].isdigit()
                or end.lower == "'s"
                or (last - first > 2 and _glued(tokens, last - 1))
            ):
                yield first, last
