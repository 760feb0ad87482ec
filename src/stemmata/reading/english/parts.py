"""Which figure is a part of which: "including 40", "12 of them", "25 of the total 45"."""

from __future__ import annotations

import re

_HEDGE = (
    r"(?:(?:[$€£]|at least|more than|about|over|around|some|nearly|up to|almost|as many as"
    r"|an estimated|only|just|the|a|an|another)\s*)*"
)
_INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|include[sd]?|comprising|of whom|of which|of these"
    r"|of them|among those|of those|amongst them)\b[\s,:(]*" + _HEDGE + r"$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^[\s%]*[A-Za-z][\w\s'-]{0,60}(?:,|,? and|,? as well as|;)\s*" + _HEDGE + r"$", re.IGNORECASE
)
_ANEW = re.compile(
    r"\b(?:kill\w*|injur\w*|wound\w*|hurt\w*|destroy\w*|damag\w*|arrest\w*|were|was|have|has|had"
    r"|left|displac\w*|detain\w*)\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"^\s?(?:(?!(?:in|at|by|for|with|after|from|on|to|and|or)\s)[\w%'’-]+\s){0,3}?of "
    r"(?:the \w+['’]s|\w+['’]s|the|a|its|their)? ?"
    r"(?:total|whole|estimated|combined|some|about|nearly)?"
    r"(?: of)? ?(?:the )?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"^\s*(?:[A-Za-z%]+\s){0,3}?(?:of|among)\s+(?:(?:them|whom)(?!,? (?:many|some|several|most)\b)"
    r"|which|these|those|the (?:dead"
    r"|victims|injured"
    r"|wounded|total|killed|casualties))\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"^\s+of (?:my|his|her|their|our|its|the|these|those) ((?-i:[a-z]+ [a-z]+|\w+))", re.IGNORECASE
)
_AMONG = re.compile(
    r"\bamong (?:the|those) (?:dead|victims|killed|evacuated|injured|wounded|missing|evacuees"
    r"|displaced|detained|arrested|casualties|fatalities)|^\W*(?:the )?(?:victims|dead"
    r"|casualties)\b"
    r".{0,60}\binclud",
    re.IGNORECASE,
)


def includes(between: str, after: str) -> bool:
    """True where the words between two numbers, or after the second, make it a part of the "
    "first."""
    if _INCLUDING.search(between):
        return True
    return bool(_OF_THEM.match(after)) and not re.search(r"[.:]\s", between)


def goes_on(between: str) -> bool:
    """True where a list of parts goes on: "25 children and 15 women"."""
    return bool(_GOES_ON.match(between)) and not _ANEW.search(between)


def gapped(between: str, after: str) -> bool:
    """ "A dozen shells were recovered, and two guns.": the verb is left out the second time.

    So too "1,000 took shelter in a field, 500 in a school".
    """
    ends = re.match(r"^(?:\s[\w'’-]+){0,4}\s?[.;]?$", after)
    if ends and re.search(rf"[^.;:]{{3,70}},? and {_HEDGE}$", between):
        return True
    led = re.match(r"^\s(?:others |more |people )?(?:in|at|from|on|fatally|critically)\b", after)
    return bool(led) and bool(re.match(rf"^[^.;:]{{3,70}},(?: and)? {_HEDGE}$", between))


def named_part(between: str, after: str) -> bool:
    """ "including 192 children", "12 of them foreigners": no verb of its own."""
    own = re.match(r"^(?:\s[\w'’-]+){0,4}?,?\s(?:who|that|were|was|had|have|are|is|has)\b", after)
    if own:
        return False
    if _INCLUDING.search(between):
        return True
    return bool(
        re.match(r"^\s(?:of|among) (?:them|whom)(?:\s[a-z'’-]+){1,3}\s?(?:[,.;)]|and\b|$)", after)
    )


def of_whole(between: str) -> bool:
    """True where the first number is a part of the second: "25 of the total 45"."""
    return bool(_OF_WHOLE.match(between)) and len(between) < 60


def of_the(after: str) -> str | None:
    """The noun of "two of my children": a part of the children counted before."""
    m = _OF_THE.match(after)
    return m[1].lower() if m else None


_OF_SO_MANY = re.compile(
    r"(?:^|[.;:,(\"]\s*|\b(?:and|but|that|said)\s)(?:out )?of (?:the )?"
    r"(?:some |about |estimated |total )*$",
    re.IGNORECASE,
)


def of_so_many(before: str, between: str) -> bool:
    """ "Of 312 samples tested, 187 were positive": the second is a part of the first."""
    led = _OF_SO_MANY.search(before)
    return bool(led) and bool(re.match(rf"^[^.;:]{{1,60}},\s*{_HEDGE}$", between, re.IGNORECASE))


def listed(between: str) -> bool:
    """True where a colon opens the list of a total's parts: "6,380 evacuees: 2,146 from"."""
    return bool(re.match(r"^[^.;:\d]{0,80}:\s*$", between))


def of_them(after: str) -> bool:
    """True for "half of them", also where the whole stands in the sentence before."""
    return bool(_OF_THEM.match(after))


def among_the_dead(sentence: str) -> bool:
    """ "There were also 20 women among the dead": a part of the last count of people."""
    return bool(_AMONG.search(sentence))
