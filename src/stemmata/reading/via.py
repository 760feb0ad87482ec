"""The outlet or agency through which a source is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemmata.reading.english.cues import OCCASION
from stemmata.reading.english.known_names import is_place, word_classes
from stemmata.reading.english.nouns import BODIES, GROUPS, LONG_OUTLETS, MEDIA, OUTLETS, ROLES
from stemmata.reading.names import Mention
from stemmata.reading.nesting import holders
from stemmata.reading.relays import passes
from stemmata.reading.roles import Cast, Speaker
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.words import is_capital

# Media words that are no outlet by themselves: "a report", "the press".
_VAGUE = frozenset({"press", "wire", "paper", "website", "portal", "agency", "site", "network",
                    "media", "outlets", "outlet", "station", "channel"})  # fmt: skip


def carriers(
    at: Scene,
    found: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    named: Sequence[Mention],
) -> list[str | None]:
    """For each attribution the outlet that passes it on, None where none is named.

    Once a source is quoted through an outlet, the report's later remarks of that
    source are taken to be so, until another outlet is named for it.
    """
    cast = Cast(at.tokens, named)
    known = _outlets(at, named)
    own = [_own(cast, one) or _short(cast, one, known) for one in found]
    outlets = [_speaks_as_outlet(cast, one) for one in found]
    for j, outer in enumerate(holders(at, found)):
        if own[j] is None:
            own[j] = next((name for k in sorted(outer) if (name := outlets[k] or own[k])), None)
    last: dict[str, str] = {}
    out: list[str | None] = []
    for via, speaker in zip(own, speakers, strict=True):
        name = speaker.name if speaker is not None else None
        if via is not None and name is not None:
            last[name] = via
        given = via or (last.get(name) if name is not None else None)
        out.append(None if given is not None and given == name else given)
    return out


def _own(cast: Cast, one: Attribution) -> str | None:
    for phrase in one.through:
        if (name := outlet(cast, phrase) or _heard(cast, phrase)) is not None:
            return name
    if one.passed is not None and passes(cast.tokens, one.passed):
        return passer(cast, one.passed)
    if one.source is not None and one.kind == "verb":
        return _employer(cast, one.source)
    return None


# What leads to the outlet that was spoken to, or that passes a remark on.
_HEARD = frozenset(
    {
        ("interview", "with"), ("interviews", "with"), ("interview", "to"), ("speaking", "to"),
        ("comments", "to"), ("remarks", "to"), ("interviewed", "by"), ("quoted", "by"),
        ("cited", "by"), ("carried", "by"), ("broadcast", "by"), ("aired", "by"),
        ("broadcast", "on"), ("aired", "on"), ("published", "in"), ("published", "by"),
    }
)  # fmt: skip


def _heard(cast: Cast, phrase: Range) -> str | None:
    """A name that no list knows, by what leads to it: "in an interview with Vest"."""
    tokens, first = cast.tokens, phrase[0]
    pair = tokens[first - 2].lower, tokens[first - 1].lower
    led = first > 1 and pair in _HEARD
    return passer(cast, phrase) if led else None


def passer(cast: Cast, phrase: Range) -> str | None:
    """The words of a phrase that can name an outlet: no person, place, role or other body."""
    tokens, (first, last) = cast.tokens, phrase
    if tokens[first].lower in {"the", "a", "an"}:
        first += 1
    words = tokens[first:last]
    if not words or not all(is_capital(t) or t.lower in {"of", "the", "-", "&"} for t in words):
        return None
    kinds = {m.kind for m in cast.within(first, last) if not _guessed(cast, m)}
    other = any(t.lower in ROLES | GROUPS | BODIES - MEDIA for t in words)
    told = is_place(words[0].lower) and len(words) == 1
    return None if other or told or kinds & {"person", "place"} else cast.words(first, last)


def _guessed(cast: Cast, m: Mention) -> bool:
    """True for a word that nothing but its capital makes a person or a place: no list has it."""
    alone = m.kind in {"person", "place"} and m.last - m.first == 1 and m.role == m.first
    token = cast.tokens[m.first]
    if not alone or is_place(token.lower) or {"given", "surname"} & set(word_classes(token.lower)):
        return False
    return not any(
        o.kind == "person" and o.last - o.first > 1 and cast.tokens[o.last - 1].text == token.text
        for o in cast.named
    )


def _outlets(at: Scene, named: Sequence[Mention]) -> set[str]:
    """The outlets that the report knows: its own, its dateline's, and those that it names."""
    report = at.parse.report
    lines = [report.text[s.start : s.end] for s in report.segments if s.kind == "dateline"]
    found = {m[1] for line in lines for m in _BRACKET.finditer(line)}
    found |= {
        report.text[at.tokens[m.first].start : at.tokens[m.last - 1].end]
        for m in named
        if m.kind == "outlet"
    }
    return found | ({report.outlet} if report.outlet else set())


# "AVILLE, Oct 3 (Press Union) --".
_BRACKET = re.compile(r"\(([^()]{2,40})\)")


def _short(cast: Cast, one: Attribution, known: set[str]) -> str | None:
    """ "She told the Herald", in the Orle Herald: a short form of an outlet that is known."""
    for first, last in one.through:
        if cast.tokens[first].lower in {"the", "a", "an"}:
            first += 1
        words = [t.text for t in cast.tokens[first:last]]
        if not words or not words[0][:1].isupper():
            continue
        for name in (name.split() for name in sorted(known)):
            if [t.text for t in cast.tokens[first : first + len(name)]] == name:
                return cast.words(first, first + len(name))
            if _form_of(words, name):
                return cast.words(first, last)
    return None


def _form_of(words: Sequence[str], name: Sequence[str]) -> bool:
    """True for the first or last words of a name, or all of it."""
    size = len(words)
    return list(name[:size]) == list(words) or list(name[-size:]) == list(words)


def carrier(cast: Cast, one: Attribution) -> Range | None:
    """The phrase that names the outlet through which a remark came, if it has one beside it."""
    return next((p for p in one.through if outlet(cast, p) is not None), None)


def _employer(cast: Cast, source: Range) -> str | None:
    """ "The BBC's Ann Lee": a person whom an outlet's name precedes as owner."""
    for m in cast.within(*source):
        if m.kind == "person" and m.role > source[0] and cast.tokens[m.role - 1].text == "'s":
            owner = cast.tokens[m.role - 2]
            if owner.lower in OUTLETS:
                return owner.text
            for other in cast.within(source[0], m.role):
                if other.kind == "outlet" and other.last == m.role - 1:
                    return cast.words(other.first, other.last)
    return None


def outlet(cast: Cast, phrase: Range) -> str | None:
    """The outlet that a phrase names or describes ("state television"), else None."""
    first, last = phrase
    if cast.tokens[first].lower in {"its", "his", "her", "their", "this", "our"}:
        # "On its Telegram channel", "told this newspaper": nobody stands between.
        return None
    for m in cast.within(first, last):
        if m.kind == "outlet":
            return cast.words(m.first, m.last)
    words = [t.lower for t in cast.tokens[first:last]]
    if words[-1] in OCCASION - {"paper"}:
        return None
    for k, word in enumerate(words):
        if word in OUTLETS and cast.tokens[first + k].text[0].isupper():
            return cast.tokens[first + k].text
    text = cast.words(first, last).lower()
    if any(name in text for name in LONG_OUTLETS) or any(w in MEDIA - _VAGUE for w in words):
        return _bare(cast, first, last)
    if set(words) & {"agency", "media", "channel", "station", "network"} and set(words) & {
        "news",
        "state",
        "local",
        "state-run",
        "official",
        "television",
        "foreign",
    }:
        return _bare(cast, first, last)
    return None


def _bare(cast: Cast, first: int, last: int) -> str:
    if cast.tokens[first].lower in {"the", "a", "an", "its", "his", "her", "their"}:
        first += 1
    return cast.words(first, last)


def _speaks_as_outlet(cast: Cast, one: Attribution) -> str | None:
    if one.source is None or any(m.kind == "person" for m in cast.within(*one.source)):
        return None
    return outlet(cast, one.source)
