"""When each figure holds: the period words of its own clause; not when it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stemmata.model import Figure, Span, Statement
from stemmata.reading.background import background
from stemmata.reading.english.described import describes
from stemmata.reading.english.parse import Parse
from stemmata.reading.english.periods import bare_date, clause_between, nearest, periods
from stemmata.reading.english.places import after_measure
from stemmata.reading.mentions import Mention, Setting


def period_of(at: Setting, m: Mention, statement: Statement | None) -> str | None:
    """The nearest period phrase of the clause, or the sentence's first words, as one line."""
    plain, span = at.parse.plain, at.span
    if after_measure(at.parse, m.last, at.sentence.last) is not None:
        return None
    whose = describes(at.parse, at.sentence, m.first)
    told_before = background(at.parse, m.first)
    kept: list[Span] = []
    for s in periods(plain, span.start, span.end):
        if s.start < m.end and s.end > m.start:
            kept += periods(plain, m.end, s.end)
        elif whose != "beside" and not (s.end <= m.start and (whose or told_before)):
            kept += () if _of_another(at, m, s, statement) else (s,)
    best = nearest(plain, kept, m.start, m.end)
    return " ".join(at.parse.report.text[best.start : best.end].split()) if best else None


# A sentence that goes on with what the one before told of: "It destroyed", "Another 12 died".
_GOES_ON = re.compile(r"(?:It|They|Another|A further|An additional)\s")
_NO_EVENT = frozenset({"be", "have", "say", "tell", "remain", "need", "seem", "expect", "show"})


def carried_on(
    at: Setting, figures: Sequence[Figure], before: Setting | None, told: Sequence[Figure]
) -> Sequence[Figure]:
    """The figures of a sentence, dated by the one `before` where it only goes on with that.

    `told` are the figures of the sentence before. Only a sentence that names no period itself
    takes its day, and only for what happened.
    """
    plain, span = at.parse.plain, at.span
    if before is None or not _GOES_ON.match(plain, span.start) or periods(plain, *span):
        return figures
    day = _day_told(before, told)
    if day is None:
        return figures
    return [
        replace(f, period=day) if f.action and f.action not in _NO_EVENT else f for f in figures
    ]


def _day_told(at: Setting, figures: Sequence[Figure]) -> str | None:
    """The one day of which a sentence tells, to hand on to the next; None where it is not sure."""
    plain, span = at.parse.plain, at.span
    told = {f.period for f in figures if f.period is not None}
    if not figures and at.sentence.segment.kind == "body":
        told = {
            plain[s.start : s.end]
            for s in periods(plain, *span)
            if not _SAID.search(plain, max(span.start, s.start - 50), s.start)
        }
    day = next(iter(told)) if len(told) == 1 else None
    return day if day is not None and day[:3].lower() != "at " and _DAY.search(day) else None


# What is handed on is a day, no month, year or length of time.
_DAY = re.compile(r"day\b|night|morning|evening|afternoon|dawn|\b\d{1,2}\b", re.IGNORECASE)


def _of_another(at: Setting, m: Mention, when: Span, statement: Statement | None) -> bool:
    """True for the period of another clause, of what was said, or of the printing."""
    plain = at.parse.plain
    if plain[at.span.start : when.start].strip(" \"'("):
        said = statement is not None and _beside(at.parse, when, statement)
        said = (
            said or _SAID.search(plain, max(at.span.start, when.start - 50), when.start) is not None
        )
        return said or clause_between(plain, when, Span(m.start, m.end))
    dateline = (
        at.sentence.first == 0 and plain[when.start].isupper() and not _LED.match(plain, when.start)
    )
    return dateline or bare_date(plain, when, at.parse.report.published)


# "On Friday", "This week": a date that begins a report without such a word is when it was printed.
_LED = re.compile(
    r"(?:on|in|at|over|during|for|within|since|by|between|from|as|this|last|earlier|early|late"
    r"|up to|until|before|after|throughout|so far|every|each|in)\b",
    re.IGNORECASE,
)


# "described by the press on Friday", "the ministry said on Friday".
_SAID = re.compile(
    r"\b(?:said|told|announced|described|quoted|revealed|wrote)"
    r"(?: by [\w ]{1,30})?\s+(?:late |early )?$"
)


# Nothing is said "since then" or "so far": what is told goes on so long.
_LASTING = re.compile(r"since|so far|to date|until now", re.IGNORECASE)


# "On Friday gave the toll as 41": a toll that is given stands as of that day.
_GIVEN = re.compile(r"(?:gave|gives?)\b")


def _beside(parse: Parse, when: Span, statement: Statement) -> bool:
    """ "said on Friday", "on Friday told": outside what was said, in the cue's own clause."""
    cue = statement.cue
    if _LASTING.match(parse.plain, when.start):
        return False
    if cue is not None and _GIVEN.match(parse.plain, cue.start, cue.end):
        return False
    if cue is None or any(c.start <= when.start and when.end <= c.end for c in statement.content):
        return False
    if when.start >= cue.end:
        between = parse.plain[cue.end : when.start]
    else:
        between = parse.plain[when.end : cue.start]
    return len(between) < 60 and not re.search(r"[;:\"]|\bthat\b", between)
