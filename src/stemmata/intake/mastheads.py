"""Names of outlets as their own lines print them: "The Norland Herald", "Camp Radio, 4 May 2031".

A name is recognised by a word that outlets are called by, in a line that holds
the name and nothing else, or the name and a date. Such words end headlines too
("Troops Seize Border Post"), so the line must be short, capitalised throughout and
in the head, and the less a word tells by itself the shorter.
"""

from __future__ import annotations

import re

from stemmata.intake.dates import LONGEST, date_line
from stemmata.intake.lines import FUNCTION_WORDS, word_set

_SURE = word_set(
    """herald times gazette tribune observer courier chronicle telegraph guardian bulletin
    newspaper newswire newsroom broadcasting television"""
)
_COMMON = word_set("post news radio tv agency daily weekly wire press journal magazine")
_SECTIONS = word_set(
    """aid bad breaking business country fake good health latest live local more national press
    regional related sport sports top video world"""
)
"""What stands before "News", "Radio" or "Press" in the heading of a section."""
_OPENERS = word_set("radio daily tv")
_JOINERS = word_set("of and & de la al el for")
_WORD = r"[^\W\d_][^\W\d_.&'’-]*(?:[.&'’-]+[^\W\d_]+)*\.?"
_NAME = re.compile(rf"{_WORD}(?: (?:{_WORD}|&)){{0,5}}")
_DATED = re.compile(r"(?P<name>[^,|]{2,50}?)(?:\s*[,|]\s*|\s+[-–—·•]\s+)(?P<date>.+)")


def is_masthead(line: str) -> bool:
    """Whether the line is an outlet's name and nothing else, by the words of it."""
    words = _name_words(line)
    if not 2 <= len(words) <= 5:
        return False
    opened = words[0] == "the"
    bare = words[1:] if opened else words
    last, first = bare[-1], bare[0]
    if len(bare) < 2 and not (opened and last in _SURE):
        return False
    if last in _SURE or (first == "times" and bare[1] == "of"):
        return opened or len(bare) <= 3
    if first in _OPENERS and len(bare) == 2:
        return True
    if last not in _COMMON or first in _SECTIONS:
        return False
    return len(bare) <= (3 if bare[-2:] in (["news", "agency"], ["press", "agency"]) else 2)


def is_wire(name: str) -> bool:
    """Whether one word is an agency's or outlet's name by its ending: "Campwire"."""
    return (
        re.fullmatch(r"[A-Z][\w-]*(?:[a-z]wire|[a-z]news|[a-z]press|[a-z]media)", name) is not None
    )


def is_sure_masthead(line: str) -> bool:
    """Whether the line is an outlet's name that no headline looks like: "The Norland Herald"."""
    words = _name_words(line)
    return is_masthead(line) and words[0] == "the" and words[-1] in _SURE


def dated_name(line: str) -> tuple[str, str] | None:
    """Name and date of a line "Name, 4 May 2031", None where it is no such line.

    The name may be an outlet's, or a place's; the ISO date is "" where it cannot
    be told.
    """
    match = _DATED.fullmatch(line[: LONGEST + 50])
    if match is None or len(line) > LONGEST + 50 or not _name_words(match["name"]):
        return None
    date = date_line(match["date"])
    return None if date is None else (match["name"], date)


def _name_words(name: str) -> list[str]:
    """The words of a name in small letters, none where it is not written as a name is."""
    words = name.split()
    if not _NAME.fullmatch(name) or not words[0][0].isupper():
        return []
    if not all(word[0].isupper() or word in _JOINERS for word in words):
        return []
    small = name.lower().split()
    return [] if small[0] in FUNCTION_WORDS - {"the"} else small
