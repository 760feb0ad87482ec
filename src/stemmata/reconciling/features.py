"""A figure made comparable: what it counts, what happened, where, when, and the words around."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stemmata.model import Figure, Origin, Reading, Report
from stemmata.reconciling.befores import is_after, is_before
from stemmata.reconciling.counted import (
    STOP,
    WORD,
    deeds_of,
    head_of,
    thing_of,
    words_of,
)
from stemmata.reconciling.days import EventDay, event_day
from stemmata.reconciling.kinship import Outline
from stemmata.reconciling.narrowing import after_thing, counted_in, expected, narrowed, partial
from stemmata.reconciling.nationals import nationals
from stemmata.reconciling.periods import Period, period_of, weekdays
from stemmata.reconciling.surroundings import (
    around,
    own_period,
    sentence_before,
    sentence_of,
    without_comparison,
)
from stemmata.reconciling.units import dimension
from stemmata.reconciling.values import Value, value_of
from stemmata.reconciling.words import (
    singular,
)

# How far into a report its main event has been named: the title and the lead.
_LEAD = 600
# How much of a report tells what event it is of; what comes later is background.
_ABOUT = 2500
# A name that stands once in so many characters, three times at least, is a main one.
_OFTEN = 600
# A period that ended longer ago than this is background, not the event reported.
_BACKGROUND_DAYS = 10

# A sentence that goes on about what the one before told of.
_BACK = re.compile(r"[\"“]?(?:It|That|This|They|These|Those)\b")
# What began then goes on: "since June"; not "the worst since 1998, when 74 drowned".
_SINCE = re.compile(r"\s*(?:ever )?since\b(?!.*\bwhen\b)", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:apart from|in addition to|besides|separately|aside from)\b"
    r"|\b(?:another|a further|additional)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Features:
    """What a pair of figures is compared by; see the module's functions for each."""

    figure: Figure
    at: int
    published: date | None
    head: str
    thing: str
    words: frozenset[str]
    person: bool
    deeds: frozenset[str]
    dimension: str
    value: Value
    names: frozenset[str]
    near: frozenset[str]
    peripheral: bool
    partial: frozenset[str]
    limited: str
    counted_in: str
    nationals: frozenset[str]
    apart: bool
    expected: bool
    period: Period
    background: bool
    years: frozenset[int]
    context: frozenset[str]
    weekdays: frozenset[int]
    day: EventDay | None
    before: bool
    after: bool
    origin: str | None
    order: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the features of one report's figures share."""

    report: Report
    published: date | None
    lead: frozenset[str]
    common: frozenset[str]
    starts: tuple[int, ...]
    weekdays: frozenset[int]


def features(readings: Sequence[Reading], origins: Sequence[Origin]) -> list[Features]:
    """The features of every figure, in order of report and place in it.

    Readings must come in a fixed order; the result depends on it for ties alone.
    """
    origin_of = {figure: origin.id for origin in origins for figure in origin.figures}
    usual = _usual_year(readings)
    settings = _settings(readings)
    found: list[Features] = []
    for at, reading in enumerate(readings):
        setting = settings[at]
        for figure in reading.figures:
            origin = origin_of.get(figure.id)
            found.append(_features(figure, at, setting, origin, usual, len(found)))
    return found


def _settings(readings: Sequence[Reading]) -> list[_Setting]:
    """The setting of each report: what is a main name in others that name it is one here."""
    texts = [_text(reading.report) for reading in readings]
    counts = [Counter(_capitalised(text)) for text in texts]
    leads = [
        _names(f"{reading.report.title or ''}\n{text[:_LEAD]}")
        for reading, text in zip(readings, texts, strict=True)
    ]
    naming = Counter(name for one in counts for name in one)
    leading = Counter(name for lead in leads for name in lead)
    main = {n for n, k in leading.items() if k >= 2 and 2 * k >= naming[n]}
    return [
        _Setting(
            reading.report,
            _day(reading.report.published),
            lead,
            frozenset(n for n, k in one.items() if k >= max(3, len(text) // _OFTEN) or n in main),
            tuple(f.start for f in reading.figures),
            weekdays("\n".join((text[:_LEAD], *(f.period or "" for f in reading.figures)))),
        )
        for reading, text, one, lead in zip(readings, texts, counts, leads, strict=True)
    ]


def _text(report: Report) -> str:
    """The report's own text: the title and the body, without furniture."""
    own = [s for s in report.segments if s.kind in ("title", "subhead", "dateline", "body")]
    return "\n".join(report.text[s.start : s.end] for s in own) if own else report.text


def outlines(readings: Sequence[Reading]) -> list[Outline]:
    """What tells each report's event, to see which reports are of one."""
    found = []
    for reading in readings:
        text = f"{reading.report.title or ''}\n{_text(reading.report)[:_ABOUT]}"
        found.append(Outline(_names(text), _context(text), _day(reading.report.published)))
    return found


def _capitalised(text: str) -> list[str]:
    return [singular(m[0]) for m in WORD.finditer(text) if m[0][0].isupper()]


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _usual_year(readings: Sequence[Reading]) -> int | None:
    """The year that most reports were published in, for those that do not tell."""
    years = Counter(d.year for r in readings if (d := _day(r.report.published)))
    return min(years, key=lambda y: (-years[y], y)) if years else None


def _features(
    figure: Figure, at: int, setting: _Setting, origin: str | None, usual: int | None, order: int
) -> Features:
    sentence, before = sentence_of(figure, setting.report.text)
    head = head_of(figure)
    person = figure.unit == "person"
    words = frozenset(filter(None, (head, *(singular(w) for w in words_of(figure.thing)))))
    names = _names(figure.place)
    period = period_of(own_period(figure, setting.report.text, setting.starts), setting.published)
    years = _years(sentence, setting.published, usual)
    if not years and period.past:
        years = _years_ago(period, setting.published)
    background = _background(period, setting.published)
    if period.sort == "none" and not years and _BACK.match(sentence):
        # "It killed 58": when, the sentence before has told.
        earlier = sentence_before(figure, before, setting.report.text)
        years = _years(earlier, setting.published, usual)
        told = replace(period_of(earlier, setting.published), words="")
        background = _background(told, setting.published)
        period = told if background else period
    return Features(
        figure=figure,
        at=at,
        published=setting.published,
        head=head,
        thing=thing_of(figure, head, setting.report.text),
        words=words,
        person=person,
        deeds=deeds_of(figure, words, setting.report.text),
        dimension=dimension(figure),
        value=value_of(figure),
        names=names,
        near=_names(sentence) | _names(figure.thing),
        peripheral=bool(names) and not names & (setting.lead | setting.common),
        partial=partial(figure, setting.report.text),
        limited=narrowed(after_thing(figure, setting.report.text), person),
        counted_in=counted_in(figure, setting.report.text),
        nationals=nationals(figure, setting.report.text),
        expected=expected(before),
        apart=bool(_APART.search(before)),
        period=period,
        background=background,
        years=years,
        context=_context(around(figure, setting.report.text, sentence, before)),
        weekdays=setting.weekdays,
        day=event_day(figure, sentence, before, setting.report.text, setting.published),
        before=is_before(figure, setting.report.text),
        after=is_after(figure, setting.report.text),
        origin=origin,
        order=order,
    )


def _names(phrase: str | None) -> frozenset[str]:
    """Words with a capital, in lower case, without months, days and the like."""
    found = (m[0] for m in WORD.finditer(phrase or ""))
    lowered = {
        singular(w) for w in found if w[0].isupper() and w.lower() not in STOP and len(w) > 1
    }
    return frozenset(lowered - _CALENDAR - _COMPASS)


_CALENDAR_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday dozen hundred thousand
    score ten"""
_CALENDAR = frozenset(_CALENDAR_WORDS.split())

_COMPASS = frozenset(
    f"{a}{b}" for a in ("north", "south", "east", "west", "northeast", "northwest", "southeast",
                        "southwest", "north-east", "north-west", "south-east", "south-west")
    for b in ("", "ern")
)  # fmt: skip


def _background(period: Period, published: date | None) -> bool:
    if published is None or period.end is None or period.sort in ("now", "window"):
        return False
    if _SINCE.match(period.words):
        return False
    return (published - period.end).days > _BACKGROUND_DAYS


def _years(sentence: str, published: date | None, usual: int | None) -> frozenset[int]:
    """Years in the sentence that are not the report's own."""
    now = published.year if published else usual
    told = re.findall(r"\b(1[89]\d\d|20\d\d)\b", without_comparison(sentence))
    found = {int(year) for year in told}
    return frozenset(found - {now})


def _years_ago(period: Period, published: date | None) -> frozenset[int]:
    """The years that "three years ago" may mean."""
    if published is None or period.begin is None or period.end is None:
        return frozenset()
    return frozenset(range(period.begin.year, period.end.year + 1)) - {published.year}


def _context(sentence: str) -> frozenset[str]:
    return frozenset(singular(w) for w in words_of(sentence) if len(w) > 2)


def weights_of_words(all_features: Sequence[Features]) -> Mapping[str, float]:
    """How much a shared word tells: the log of reports by reports that have it."""
    reports = len({f.at for f in all_features}) or 1
    seen: dict[str, set[int]] = {}
    for f in all_features:
        for word in f.context:
            seen.setdefault(word, set()).add(f.at)
    return {w: math.log(1 + reports / len(at)) for w, at in seen.items()}
