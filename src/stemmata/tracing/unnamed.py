"""Sources without a name: what they are called, and when two can be told apart.

"Officials" and "Kenyan officials" in two reports on one matter are not shown to
be different people, so they count as one origin: the careful side for whoever
counts independent origins. A description is reduced to its head (synonyms
folded), its own modifiers and its owner, the country or body it names.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from stemmata.tracing.nations import nation_at, plain, singular, word_set
from stemmata.tracing.standing import is_edge, starts, word_before

HEADS = word_set(
    "source official witness activist resident villager medic doctor rescuer worker local people "
    "diplomat expert analyst observer soldier officer fighter rebel commander survivor relative "
    "tally count toll "
    "lawyer prosecutor investigator police investigation inquiry probe report statement "
    "spokesman spokeswoman aide insider family neighbor neighbour authority "
    "monitor media outlet newspaper agency correspondent reporter journalist man woman "
    "force opposition militant student employee staff scientist study survey document person "
    "responder firefighter operator trader player fan lawmaker politician eyewitness "
    "organiser organizer protester demonstrator marcher campaigner supporter inspector engineer"
)
# The last word of a body's name that stands before "and" another source.
BODY_HEADS = word_set(
    "observatory ministry agency council commission committee police army government center "
    "centre institute department authority service organization organisation union nations"
)
# What a body can be called without its name: no person stands for one so.
BODILY = word_set(
    "monitor group watchdog outlet newspaper agency network charity organisation organization "
    "operator company firm carrier manufacturer maker body force opposition media survey think-tank"
)
# What repeats others and names nobody: no origin.
NOBODY = word_set(
    "report rumor rumour speculation claim account story news estimate figure number data "
    "information all some many others news media-report"
)
SYNONYMS = {
    "investigation": "inquiry",
    "probe": "inquiry",
    "eyewitness": "witness",
    "organizer": "organiser",
    "authority": "official",
    "neighbour": "neighbor",
    "spokeswoman": "spokesman",
    "television": "media",
    "tv": "media",
    "press": "media",
    "radio": "media",
    "news": "media",
}
# Modifiers that do not tell one such source from another.
LOOSE = word_set(
    "the a an some several two three many various other senior top high-ranking unnamed anonymous "
    "joint their his her its unidentified international global run led own said recent new "
    "subsequent early first"
)
CUT = word_set(
    "of for in at by from close near who that with on inside within to and familiar into "
    "speaking based"
)
# After these a noun phrase goes on with what its head does: "reports coming out of".
PARTICIPLES = word_set(
    "coming circulating emerging citing quoting living working speaking attending stationed "
    "quoted circulated published posted"
)
# "State Department" and "official Palace" are no media that a state runs.
_OFFICES_OF_STATE = word_set("department government media house palace council minister secretary")
_MEDIUM = re.compile(r"\b(?:agency|television|tv|radio|media|newspaper|daily|news|press)\b", re.I)
_STATE_RUN = re.compile(
    r"\b(?:[Oo]fficial|[Ss]tate(?:-run|-owned)?|[Gg]overnment-run)\b(?: news)?(?: agency)?\s\Z"
)
# No words of it are longer.
_LONGEST_STATE_RUN = 30
# "The rebel-run Tarn agency": a party speaks through it.
_OF_A_PARTY = re.compile(
    r"\b[A-Za-z][\w’']*[- ](?:run|linked|affiliated|aligned|controlled|owned)\s"
)
_ITS_TIE = re.compile(r"[- ](?:run|linked|affiliated|aligned|controlled|owned)\s\Z")
_LONGEST_TIE = 12
_PARTY = re.compile(r"\b[A-Za-z][\w’']*\Z")


class Description(NamedTuple):
    """An unnamed source in parts."""

    head: str
    modifiers: frozenset[str]
    owner: str | None


def first_named(source: str) -> str:
    """The first of two sources that one phrase names ("officials and state media")."""
    beside = re.match(r"(.+?\b(?:[A-Z]{2,}|[\w-]+)),? and (?:[A-Z]?[\w-]+ ){0,2}([a-z]+s)$", source)
    if beside and _names_a_body(beside.group(1)) and singular(beside.group(2)) in HEADS:
        return beside.group(1)
    match = re.match(r"(.+?),? and (?=(?:the|a|an|its|his|her)\b|[a-z])", source)
    if not match or " by " in match.group(1) or re.search(r"\b[A-Z]", source[match.end() :][:1]):
        return source
    left, right = match.group(1), source[match.end() :]
    named = re.search(r"[A-Z]", left)
    whole = _head(left) in HEADS | NOBODY
    determined = re.match(r"(?:the|a|an)\b", right) is not None
    return left if (whole and not named) or determined else source


def _names_a_body(name: str) -> bool:
    last = name.split()[-1]
    return last[:1].isupper() and (last.isupper() or plain(last) in BODY_HEADS)


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[a-z](?:\.[a-z])+\.?|[^\W_]+(?:['-][^\W_]+)*", plain(text))


def _noun_phrase(source: str) -> tuple[list[str], list[str]]:
    """The words up to the first preposition, and those after it."""
    words = _plain_words(source)
    cut = next((i for i, w in enumerate(words) if i and (w in CUT or w in PARTICIPLES)), len(words))
    return words[:cut], words[cut:]


def _head(source: str) -> str:
    words, _ = _noun_phrase(source)
    return singular(words[-1]) if words else ""


def names_nobody(source: str) -> bool:
    """True for "reports", "rumours", "various news reports": words that name no source."""
    words, rest = _noun_phrase(source)
    if not words or singular(words[-1]) not in NOBODY:
        return False
    owned = any(re.search(r"['-]", w) or nation_at(words, i) for i, w in enumerate(words[:-1]))
    named = re.search(r"\b[A-Z]{2,}\b|(?<=\w )[A-Z]\w+", " ".join(source.split()[: len(words)]))
    return not (owned or named or "by" in rest[:1])


def is_unnamed(source: str) -> bool:
    """True where the source is told by what it is and not by a name."""
    words, _ = _noun_phrase(source)
    head = singular(words[-1]) if words else ""
    if head in {"agency", "survey", "staff"}:
        return False
    if head in HEADS or SYNONYMS.get(head) in HEADS:
        return len(words) == 1 or _written_small(source, len(words))
    return False


def _written_small(source: str, size: int) -> bool:
    """True where the last word of the noun phrase is no capitalised part of a name."""
    written = source.split()
    return len(written) >= size and written[size - 1][:1].islower()


def description(source: str) -> Description:
    """An unnamed source in parts; the owner is a country's code or a name in plain words."""
    words, rest = _noun_phrase(source)
    head = singular(words[-1]) if words else ""
    head = SYNONYMS.get(head, head)
    modifiers, owner, i = set(), None, 0
    spread = [part for w in words[:-1] for part in w.split("-")]
    while i < len(spread):
        hit = nation_at(spread, i)
        if hit:
            owner, i = hit[0], i + hit[1]
            continue
        word = singular(spread[i].removesuffix("'s"))
        if word == "un":
            owner = "un"
        elif word not in LOOSE:
            modifiers.add(word)
        i += 1
    for i in range(len(rest)):
        if owner is None and " ".join(rest[i : i + 2]) == "united nations":
            owner = "un"
        hit = nation_at(rest, i)
        if owner is None and hit:
            owner = hit[0]
    if owner is None and rest and not modifiers:
        modifiers = {w for w in rest if w not in CUT and w not in LOOSE and w != "the"}
    return Description(head, frozenset(modifiers), owner)


def state_media(name: str, text: str) -> bool:
    """True where a report calls an outlet official or state-run ("the official X agency")."""
    bare = re.sub(r"^(?:the )?(?:official |state )?|\s+(?:news )?agency$", "", name, flags=re.I)
    medium = len(bare.split()) == 1 or _MEDIUM.search(name) is not None
    if not bare[:1].isupper() or not medium or plain(bare) in _OFFICES_OF_STATE:
        return False
    return any(
        is_edge(text, start + len(bare))
        and _STATE_RUN.search(text, max(start - _LONGEST_STATE_RUN, 0), start)
        for start in starts(bare, text)
    )


def party_outlet(name: str, text: str) -> bool:
    """True where a report says that a party runs an outlet: what it tells is that party's word."""
    if _OF_A_PARTY.sub("", name) != name:
        return True
    bare = re.sub(r"^(?:the )?|\s+(?:news )?agency$", "", name, flags=re.I)
    return bool(bare) and any(
        is_edge(text, start + len(bare)) and _tied(text, start) for start in starts(bare, text)
    )


def _tied(text: str, end: int) -> bool:
    """True where the words before a place say which party runs what is named there."""
    tie = _ITS_TIE.search(text, max(end - _LONGEST_TIE - 1, 0), end)
    return tie is not None and (
        _PARTY.search(text, word_before(text, tie.start()), tie.start()) is not None
    )
