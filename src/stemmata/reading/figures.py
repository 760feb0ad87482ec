"""Figures: every mention of a quantity, with its fields, from a parsed report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.model import Figure, Kind, Span, Statement
from stemmata.reading.background import background
from stemmata.reading.english.actions import action
from stemmata.reading.english.counted_nouns import Thing
from stemmata.reading.english.left_out import number_of
from stemmata.reading.english.modifiers import bounds
from stemmata.reading.english.numbers import HINT
from stemmata.reading.english.parse import Parse
from stemmata.reading.english.periods import bare_date, clause_between, nearest, periods
from stemmata.reading.english.places import Place, carried_on, place_of, places
from stemmata.reading.mentions import Mention, Setting, mentions
from stemmata.reading.wholes import with_wholes


def find_figures(
    parse: Parse, statements: Sequence[Statement] = (), quotes: Sequence[Span] = ()
) -> tuple[Figure, ...]:
    """Every figure of the report, in the order of the text.

    A figure inside a statement's content has its source, via and organisation.
    """
    figures: list[Figure] = []
    carried: str | None = None
    earlier: Thing | None = None
    starts, text = [t.start for t in parse.tokens], _numeric(parse)
    for sentence in parse.sentences:
        at = Setting(parse, text, starts, sentence, parse.span(sentence.first, sentence.last))
        where = places(parse, sentence)
        if HINT.search(text, at.span.start, at.span.end):
            found = mentions(at, earlier)
            around = _Around(at, where, carried, statements, quotes)
            figures += [_figure(around, m, len(figures) + i) for i, m in enumerate(found, 1)]
            earlier = found[-1].thing if found else earlier
        elif "number of" in text[at.span.start : at.span.end]:
            earlier = number_of(parse, sentence, sentence.last) or earlier
        carried = carried_on(where, carried)
    return tuple(with_wholes(parse.report, figures))


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sentence gives its figures: places, statements and quotations."""

    at: Setting
    places: list[Place]
    carried: str | None
    statements: Sequence[Statement]
    quotes: Sequence[Span]


def _numeric(parse: Parse) -> str:
    """The plain text with the narrow blanks that group digits kept."""
    if not re.search("\\d[\u00a0\u2009\u202f]\\d{3}", parse.report.text):
        return parse.plain
    text = list(parse.plain)
    for m in re.finditer("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3})", parse.report.text):
        text[m.start()] = "\u2009"
    return "".join(text)


def _figure(around: _Around, m: Mention, number: int) -> Figure:
    """The `number`-th figure of its report, with every field."""
    at, report = around.at, around.at.parse.report
    quoted = any(q.start <= m.start and m.end <= q.end for q in around.quotes)
    statement = _statement(around.statements, m.start, m.end)
    if statement is not None and not quoted and background(at.parse, m.first):
        statement = None
    low, high = _interval(m)
    own = (m.thing.first, m.thing.last) if m.thing.first >= m.first else (m.first, m.last)
    verb = _action(at, m, own)
    cue, number_at = statement.cue if statement else None, (m.first, m.last)
    place = place_of(around.places, number_at, max(m.last, own[1]), around.carried, cue, at.parse)
    return Figure(
        id=f"{report.id}-{number:02d}",
        report=report.id,
        start=m.start,
        end=m.end,
        text=report.text[m.start : m.end],
        modifier=m.modifier,
        low=low,
        high=high,
        kind=_kind(m, verb, at.text[at.span.start : m.start], at.text[m.end : m.end + 60]),
        unit=_unit(m),
        thing=m.thing.words,
        action=verb,
        place=place,
        period=_period(at, m, statement),
        source=statement.source_name if statement else None,
        via=statement.via if statement else None,
        quoted=quoted,
        statement=statement.id if statement else None,
        sentence=at.span,
        head=m.thing.head,
        organisation=statement.organisation if statement else None,
    )


def _interval(m: Mention) -> tuple[float | None, float | None]:
    """low and high as number and modifier allow them; per cent as a share of 1."""
    low, high = m.number.low, m.number.high
    if m.share and m.number.form != "fraction":
        low, high = (None if v is None else round(v / 100, 10) for v in (low, high))
    return bounds(m.modifier, low, high)


def _action(at: Setting, m: Mention, own: tuple[int, int]) -> str | None:
    """The verb over the counted thing; for a measure of something named before, over that."""
    if m.thing.head == "toll":
        return "die"
    apart = m.unit is None and not m.share and 0 <= m.thing.first < m.first
    if apart and not m.thing.carried:
        told = action(at.parse, at.sentence, m.thing.first, m.thing.last, m.thing.first)
        if told:
            return told
    if m.unit is not None and m.unit.symbol == "M" and m.thing.first >= 0:
        first, end = m.thing.first, max(m.thing.last, m.last if m.thing.last <= m.first else 0)
        before = min(first, m.first)
        found = action(at.parse, at.sentence, first, end, before, m.thing.last - 1)
        return found or ("measure" if _measuring(at, m) else None)
    return action(at.parse, at.sentence, own[0], max(m.last, own[1]), m.first)


def _measuring(at: Setting, m: Mention) -> bool:
    """A magnitude with no other verb than "measuring"."""
    return any(t.lemma == "measure" for t in at.parse.tokens[max(0, m.first - 4) : m.first])


def _unit(m: Mention) -> str:
    if m.share:
        return "%"
    if m.unit is not None:
        return m.unit.symbol
    victims = m.number.form == "words" and m.thing.head in _CRIMES
    return "person" if m.thing.person or victims else "item"


# "A double murder" counts the victims.
_CRIMES = {"murder", "homicide", "killing", "slaying", "suicide", "execution"}


_CHANGES = frozenset(
    "decrease increase rise fall drop grow shrink decline climb jump soar plunge surge cut "
    "reduce double gain lose slip widen narrow expand contract dip tumble slump".split()
)
_RATE = re.compile(
    r"^[^.;,\d$€£]{0,45}?\b(?:a|per|each|every|an)\s+(?:day|week|month|year|hour|night|minute|season|head"
    r"|person|capita|second)\b|^[^.;,]{0,45}?\b(?:on a (?:daily|weekly) basis|daily|annually|per "
    r"capita)\b",
    re.IGNORECASE,
)


_MOVED = re.compile(
    r"\b(?:r[io]s(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|(?:in|de)creas(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|gr[eo]w(?:s|n|ing)?|shr[aiu]nk(?:s|ing)?|declin(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|soar(?:s|ed|ing)?|plung(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|slump(?:s|ed)?|tumbl(?:e|es|ed)|up|down"
    r"|(?:re|in)duc(?:e|es|ed|ing)|slid(?:es)?|swell(?:s|ed)?|cut)(?: \w+ly)?(?P<by> by)?"
    r"(?: (?:about|around|nearly|almost|some|more than|over|at least|up to|an? (?:estimated"
    r"|further)|another))?\s*[$€£]?$",
    re.IGNORECASE,
)


def _kind(m: Mention, verb: str | None, before: str, after: str) -> Kind:
    moved = _MOVED.search(before[-60:])
    if moved and (moved["by"] or m.share) and (m.share or m.unit is not None):
        return "change"
    to = re.search(r"\b(?:to|at) (?:\w+ ){0,2}$", before[-20:])
    if (
        (m.share or m.unit)
        and verb
        and verb.split(" ")[0] in _CHANGES
        and not to
        and after[:4] != " of "
    ):
        return "change"
    if _RATE.match(after) or (m.unit is not None and m.unit.money and _EACH.match(after)):
        return "rate"
    if m.share:
        return "share"
    return "measure" if m.unit is not None else "count"


_EACH = re.compile(
    r"^\s+(?:a|an|per)\s+(?:barrel|tonne|ton|kilo\w*|lit(?:re|er)|gallon|ounce|head|household|family|mile"
    r"|unit|share|bushel|metre|meter|square|acre|hectare|ticket|visit|student|pupil)\b",
    re.IGNORECASE,
)


def _statement(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement whose content covers the figure, of those that have a source."""
    best: tuple[bool, int, Statement] | None = None
    for statement in statements:
        for s in statement.content:
            rank = statement.source is None and statement.source_name is None, s.end - s.start
            if s.start <= start and end <= s.end and (best is None or rank < best[:2]):
                best = (*rank, statement)
    return best[2] if best else None


def _period(at: Setting, m: Mention, statement: Statement | None) -> str | None:
    """The nearest period phrase of the clause, or the sentence's first words; not when it was "
    "said."""
    plain, span = at.parse.plain, at.span
    kept = []
    for s in periods(plain, span.start, span.end):
        overlaps = s.start < m.end and s.end > m.start
        opening = not plain[span.start : s.start].strip(" \"'(")
        said = not opening and statement is not None and _beside(at.parse, s, statement)
        if overlaps or said:
            continue
        if not opening and clause_between(plain, s, Span(m.start, m.end)):
            continue
        if opening and (at.sentence.first == 0 or bare_date(plain, s)):
            continue
        kept.append(s)
    best = nearest(kept, m.start, m.end)
    return " ".join(at.parse.report.text[best.start : best.end].split()) if best else None


def _beside(parse: Parse, when: Span, statement: Statement) -> bool:
    """ "said on Friday", "on Friday told": outside what was said, in the cue's own clause."""
    cue = statement.cue
    if cue is None or any(c.start <= when.start and when.end <= c.end for c in statement.content):
        return False
    if when.start >= cue.end:
        between = parse.plain[cue.end : when.start]
    else:
        between = parse.plain[when.end : cue.start]
    return len(between) < 60 and not re.search(r"[;:\"]|\bthat\b", between)
