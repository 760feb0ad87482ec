"""What a report says of the dead and the injured of the event it is about.

A coder of events (UCDP GED, ACLED, the Gun Violence Archive) takes from each
report the killed and the injured of one event. The numbers of other events stand
beside them: of a year, of a city, of an attack of long ago. A sentence about
several events is left out; where the report begins with one, it has no toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from stemmata.model import Figure, Span, Statement, Toll
from stemmata.reading.details import day_of
from stemmata.reading.english.dates import resolve
from stemmata.reading.english.harmed import Group, groups
from stemmata.reading.english.parse import Parse

# A single person counts in the first sentences alone: further down reports tell of others.
# Four to eight give within a hundredth the same on the incidents of shootings.
_LEAD = 4
# A report whose first sentences are of several events is a round-up.
_HEAD = 3
# Days that an event may lie before the first day that the report tells of.
_SAME_EVENT = 3
_SEVERAL = re.compile(
    r"\b(?:shootings|incidents|separate|unrelated|attacks|crimes|homicides|killings|murders"
    r"|an? (?:series|string|spate|rash|wave) of|since|so far|over the weekend|weekend"
    r"|(?:this|last|per|each|every) year|annually|nationwide|murder total|hours)\b"
    r"|\bacross the (?:city|country|state|nation)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:not|\w+n['’]t|no one|nobody|never|without|attempt\w*|trying|tried|threat\w*|plot\w*"
    r"|(?:could|might|would) have|wanted|conspir\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A list of harmed people, the number of its sentence, and the words of that."""

    group: Group
    sentence: int
    text: str


def tolls(
    parse: Parse, figures: Sequence[Figure], statements: Sequence[Statement] = ()
) -> tuple[Toll, ...]:
    """The killed and the injured of the event that the report is about, at most one toll of each.

    Single persons count as one each, where their harm is told in the first
    sentences. Nothing is told where the report begins with several events, and
    what stands in a denial among `statements` is not counted.
    """
    denials = {s.id: s for s in statements if s.cue_class == "denying"}
    figures = [f for f in figures if f.statement not in denials]
    told = list(_told(parse, figures, list(denials.values())))
    found: list[Toll] = []
    for harm in ("killed", "injured"):
        some = [t for t in told if t.group.harm == harm]
        if any(t.sentence < _HEAD and _SEVERAL.search(t.text) for t in some[:1]):
            continue
        own = [t for t in some if not _SEVERAL.search(t.text) and not _UNREAL.search(t.text)]
        numbers = [t for t in own if t.group.number > 1 or (_counted(t.group) and _leads(t))]
        singles = [t for t in own if _leads(t) and not (found and _same(t, told))]
        chosen = (numbers or singles)[:1]
        found += [_toll(parse, t, figures) for t in chosen]
    return tuple(found)


def _told(parse: Parse, figures: Sequence[Figure], denials: Sequence[Statement]) -> Iterator[_Told]:
    """Every list of killed or injured people, those of other times left out."""
    event: date | None = None
    for number, sentence in enumerate(parse.sentences):
        span = parse.span(sentence.first, sentence.last)
        here = [f for f in figures if span.start <= f.start < span.end]
        day = _day(parse, here)
        if event and day and abs((day - event).days) > _SAME_EVENT:
            continue
        found = groups(parse, sentence, here)
        event = event or (day if found else None)
        text = _without(parse.plain, span, denials)
        yield from (_Told(group, number, text) for group in found)


def _without(plain: str, span: Span, denials: Sequence[Statement]) -> str:
    """The words of a sentence without those of its denials: "19 died, not 27"."""
    cuts = [
        (max(cut.start, span.start), min(cut.end, span.end))
        for one in denials
        for cut in (*one.content, *([one.cue] if one.cue else []))
        if cut.start < span.end and span.start < cut.end
    ]
    at, left = span.start, ""
    for start, end in sorted(cuts):
        left += plain[at : max(at, start)]
        at = max(at, end)
    return left + plain[at : span.end]


def _day(parse: Parse, figures: Sequence[Figure]) -> date | None:
    """The day that the first dated figure of a sentence is of."""
    for figure in figures:
        when = resolve(figure.period, day_of(parse.report.published)) if figure.period else None
        if when is not None and when.start is not None and when.precision == "day":
            return when.start
    return None


def _leads(told: _Told) -> bool:
    return told.sentence < _LEAD


def _counted(group: Group) -> bool:
    return group.number > 1 or any(m.figure for m in group.members)


def _same(one: _Told, told: Sequence[_Told]) -> bool:
    """One person injured where one is killed: who was hurt first and died is not two."""
    killed = [t.group for t in told if t.group.harm == "killed"]
    return one.group.harm == "injured" and all(g.number == 1 and not _counted(g) for g in killed)


def _toll(parse: Parse, told: _Told, figures: Sequence[Figure]) -> Toll:
    group = told.group
    ids = tuple(m.figure for m in group.members if m.figure)
    own = [f for f in figures if f.id in ids]
    open_ended = any(f.high is None for f in own)
    spans = tuple(parse.span(m.first, m.last) for m in group.members)
    extra = group.number - sum(m.number for m in group.members)
    reason = "the first number that the report gives of its event"
    if len(spans) > 1:
        reason = f"{len(spans)} phrases of one list added up"
    if extra > 0:
        reason += ", and the one who did it"
    high = None if open_ended else group.number
    return Toll(parse.report.id, group.harm, group.number, high, spans, ids, reason)
