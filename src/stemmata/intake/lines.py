"""A report's lines, each with what can be seen of it alone.

The labels follow jusText (Pomikálek 2011, "Removing Boilerplate and Duplicate
Content from Web Corpora"): length and the share of function words tell prose
from page furniture. Here end punctuation counts as well, since plain text has no
link density, and set phrases are recognised (`lexicon`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from stemmata.intake.lexicon import sign

Label = Literal["good", "near", "short", "furniture", "weak"]


def word_set(words: str) -> frozenset[str]:
    """The words of a string, for looking up."""
    return frozenset(words.split())


FUNCTION_WORDS = word_set(
    """a about after again against all also although am among an and any are as at be because been
    before being between both but by can could did do does during each either for from had has
    have he her here him his how i if in into is it its itself just may might more most much must
    my near neither no nor not now of off on once one only or other our out over own said same
    she should since so some still such than that the their them then there these they this those
    though through to too under until up upon very was we were what when where which while who
    whom whose why will with within without would yet you your"""
)
GOOD_WORDS = 20
"""From this length on, a line with function words is prose even without a full stop."""
GOOD_SHARE = 0.15
"""Share of function words in prose. English news sentences have 0.3 to 0.5, menus under 0.1."""
NEAR_WORDS = 8
"""From this length on, a line is not furniture by its shape alone."""
SAMPLE = 600
"""Characters of a line that are looked at for function words; enough to tell, and bounded."""

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000" + INVISIBLE
)
"""What counts as blank at a line's ends: white space, non-breaking and zero-width characters."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣>]|\(?\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line: its span without blanks at the ends, and what it looks like.

    `stop` says that it ends as a sentence does, `apart` that a blank line (or
    the text's beginning) stands before it. `detail` is the sort of furniture
    where `label` is "furniture" or "weak".
    """

    start: int
    end: int
    text: str
    words: int
    stop: bool
    bullet: bool
    apart: bool
    label: Label
    detail: str = ""

    @property
    def sentence(self) -> bool:
        """Prose beyond doubt: long, or closed by end punctuation."""
        return self.label == "good" or (self.label == "near" and self.stop)

    @property
    def prose(self) -> bool:
        """Prose, perhaps without its full stop."""
        return self.label in ("good", "near")

    @property
    def digits(self) -> bool:
        return any(character.isdigit() for character in self.text)

    @property
    def headline(self) -> bool:
        """It could be a headline: a few words, no full stop, not written small, no bullet."""
        first = self.text.lstrip("\"'“‘«([#* ")[:1]
        return (
            3 <= self.words <= 25
            and not self.bullet
            and not self.text.endswith((".", ":", ";", ",", '."', ".”"))
            and bool(first)
            and not first.islower()
        )

    @property
    def title_case(self) -> bool:
        """Most of its longer words are capitalised, as in a headline that links elsewhere."""
        long = [word for word in _WORD.findall(self.text[:SAMPLE]) if len(word) > 3]
        return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def read_lines(text: str) -> list[Line]:
    """The non-blank lines of a text, in order."""
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip(BLANKS)
        if not bare:
            continue
        start = match.start() + raw.index(bare[0])
        apart = not lines or _has_blank_line(text[before : match.start()])
        lines.append(_line(start, bare, apart))
        before = match.end()
    return lines


def _has_blank_line(gap: str) -> bool:
    return len(gap.replace("\r\n", "\n").strip(" \t\u00a0")) > 1


def _line(start: int, text: str, apart: bool) -> Line:
    words = _count_words(text)
    stop = _STOP.search(text[-6:]) is not None
    found = sign(text, words)
    label: Label
    if found:
        label, detail = ("weak" if found.weak else "furniture"), found.detail
    else:
        label, detail = _shape(text, words, stop), ""
    bullet = _BULLET.match(text) is not None
    return Line(start, start + len(text), text, words, stop, bullet, apart, label, detail)


def _count_words(text: str) -> int:
    """Words by white space; scripts that write without any count a word for ten characters."""
    return max(len(text.split()), len(text) // 40)


def _shape(text: str, words: int, stop: bool) -> Label:
    if words < NEAR_WORDS and stop:
        return "near" if words >= 2 else "short"
    if words < 4:
        return "short"
    share = _function_share(text)
    if share >= GOOD_SHARE and words >= (NEAR_WORDS if stop else GOOD_WORDS):
        return "good"
    return "near" if words >= NEAR_WORDS or stop or share >= 0.25 else "short"


def _function_share(text: str) -> float:
    words = _WORD.findall(text[:SAMPLE].lower())
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0
