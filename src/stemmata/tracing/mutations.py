"""Mutations: where a figure or a phrase changes on its way, and in which report it came in.

The forms of one remark are laid side by side. The form nearest to the origin is
that inside quotation marks, else that of the earliest dated report, else the
finer number; where none of these tells, no change is claimed. Each other form is
one mutation, with all reports that have it. Words that stand between two equal
stretches of a shared passage are compared in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stemmata.model import (
    ChangeKind,
    Figure,
    Mutation,
    Origin,
    Passage,
    Quantity,
    Reading,
    Report,
    Span,
)
from stemmata.tracing.changes import ClassOf, Form, differ, forms
from stemmata.tracing.likeness import content, digits, head_of, sentence_of
from stemmata.tracing.nations import plain
from stemmata.tracing.phrases import phrase_changes
from stemmata.tracing.remarks import number_of, remarks, rounded
from stemmata.tracing.standing import stands_in

# Content words that two sentences share at least where they are compared word for word.
LEAST_ALIKE = 3
# Bounds that say the same: from below, from above, on both sides.
_BOUNDS = {
    "exact": "exact",
    "more than": "below",
    "at least": "below",
    "less than": "above",
    "up to": "above",
    "nearly": "above",
    "about": "about",
    "between": "about",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with the report it stands in and the forms of its words."""

    figure: Figure
    report: Report
    forms: Mapping[ChangeKind, Form]

    @property
    def day(self) -> str:
        return (self.report.published or "")[:10]


def find_mutations(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    passages: Sequence[Passage],
    quantities: Sequence[Quantity],
    *,
    action_class: ClassOf,
    people_class: ClassOf,
) -> tuple[Mutation, ...]:
    """All mutations, in the order of their reports.

    `action_class` and `people_class` give the class of a verb's and of a noun's
    meaning; words of one class are no change. The same readings give the same
    result in whatever order they come.
    """
    reports = {r.report.id: r.report for r in readings}
    origin_of = {f: o.id for o in origins for f in o.figures}
    quantity_of = {f: q.id for q in quantities for f in q.figures}
    figures = [f for r in readings for f in r.figures]
    sets = remarks(
        sorted(figures, key=lambda f: (f.report, f.start)),
        {name: report.text for name, report in reports.items()},
        {name: report.published for name, report in reports.items()},
        origin_of,
        quantity_of,
    )
    by_id = {o.id: o for o in origins}
    action_class, people_class = cache(action_class), cache(people_class)
    found: list[Mutation] = []
    for together in sets:
        told = [
            _Told(
                f, reports[f.report], forms(f, reports[f.report].text, action_class, people_class)
            )
            for f in together
        ]
        origin = next((origin_of[f.id] for f in together if f.id in origin_of), None)
        for kind in ("number", "action", "thing", "place", "period"):
            found += _changes(kind, told, origin)
        if origin is not None:
            found += _dropped_sources(told, by_id[origin])
    found += phrase_changes(passages, reports, action_class, people_class)
    return _once(found)


def _once(found: Iterable[Mutation]) -> tuple[Mutation, ...]:
    """Each change once: a sentence that drops a source for two numbers drops it once."""
    kept: dict[object, Mutation] = {}
    for one in sorted(found, key=_order):
        key: object = one
        if one.change == "attribution":
            key = (one.to_report, one.to_span)
        if one.from_words.lower() != one.to_words.lower():
            kept.setdefault(key, one)
    return tuple(kept.values())


def _order(one: Mutation) -> tuple[str, Span, str, Span, str]:
    return (one.from_report, one.from_span, one.to_report, one.to_span, one.change)


def _first(told: Iterable[_Told], kind: ChangeKind) -> tuple[_Told, str] | None:
    """The wording nearest to the origin, and how that is known; None where nothing tells."""
    have = [t for t in told if kind in t.forms]
    quoted = [t for t in have if t.figure.quoted]
    if len({t.forms[kind].meaning for t in quoted}) == 1:
        return min(quoted, key=_place), "so it stands in quotation marks"
    if not quoted and have and all(t.day for t in have):
        first = min(t.day for t in have)
        early = [t for t in have if t.day == first]
        if len({t.forms[kind].meaning for t in early}) == 1 and len(early) < len(have):
            return min(early, key=_place), f"so it stands in the earliest report, of {first}"
    if kind == "number" and not quoted:
        finest = max(digits(t.figure) for t in have)
        fine = [t for t in have if digits(t.figure) == finest]
        if len(fine) < len(have) and len({t.forms[kind].meaning for t in fine}) == 1:
            return min(fine, key=_place), "it is the finer number"
    return None


def _place(told: _Told) -> tuple[str, str, int]:
    return (told.day, told.report.id, told.figure.start)


def _changes(kind: ChangeKind, told: Sequence[_Told], origin: str | None) -> Iterator[Mutation]:
    """The mutations of one aspect in one remark."""
    found = _first(told, kind)
    if found is None:
        yield from _undirected_hedge(kind, told, origin)
        return
    first, how = found
    form = first.forms[kind]
    others: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        own_voice = first.figure.quoted and not one.figure.quoted
        if kind in one.forms and (own_voice or one.report.id != first.report.id):
            others[one.forms[kind].meaning].append(one)
    for meaning, several in sorted(others.items()):
        if not differ(kind, form.meaning, meaning):
            continue
        # A report that has the first form too has said it in two ways, unless it quotes the
        # source so and tells it otherwise in its own voice.
        changed = [
            t
            for t in several
            if first.figure.quoted or not _has(told, t.report, kind, form.meaning)
        ]
        if kind == "number":
            changed = [t for t in changed if _lossy(first.figure, t.figure)]
        elif kind == "action":
            changed = _of_the_same(first, changed)
        elif kind == "thing":
            changed = [t for t in changed if len(_content(first) & _content(t)) > LEAST_ALIKE]
        if not changed:
            continue
        yield _mutation(kind, first, form, changed, origin, how)


def _undirected_hedge(
    kind: ChangeKind, told: Sequence[_Told], origin: str | None
) -> Iterator[Mutation]:
    """A bound that one report has and another has not, where nothing tells which was first.

    A bound falls away more often than it comes in, so the bound is told as the
    first form, and the reason says that the order is not known.
    """
    if kind != "number":
        return
    bound = [t for t in told if t.figure.modifier != "exact"]
    plain_ones = [
        t
        for t in told
        if t.figure.modifier == "exact"
        and all(number_of(t.figure) == number_of(b.figure) for b in bound)
        and not _has(bound, t.report, kind, None)
    ]
    if bound and plain_ones and len({t.forms[kind].meaning for t in bound}) == 1:
        first = min(bound, key=_place)
        yield _mutation(kind, first, first.forms[kind], plain_ones, origin, "")


def _has(told: Iterable[_Told], report: Report, kind: ChangeKind, meaning: str | None) -> bool:
    return any(
        t.report.id == report.id and kind in t.forms
        and (meaning is None or t.forms[kind].meaning == meaning)
        for t in told
    )  # fmt: skip


def _lossy(first: Figure, changed: Figure) -> bool:
    """True where the number lost digits, or its bound fell away or turned round."""
    if number_of(first) != number_of(changed):
        return rounded(changed, first)
    return first.modifier != "exact" and _BOUNDS[first.modifier] != _BOUNDS[changed.modifier]


def _of_the_same(first: _Told, changed: Sequence[_Told]) -> list[_Told]:
    """Those that count the same, so that what was done to them can be compared; none where
    no sentence among them is in words like the first."""
    if not any(len(_content(first) & _content(t)) >= LEAST_ALIKE for t in changed):
        return []
    return [t for t in changed if _same_counted(first, t)]


def _same_counted(first: _Told, changed: _Told) -> bool:
    a, b = first.forms.get("thing"), changed.forms.get("thing")
    classes = a is not None and b is not None and a.meaning == b.meaning
    return classes or head_of(first.figure) == head_of(changed.figure)


def _content(told: _Told) -> frozenset[str]:
    span = sentence_of(told.figure, told.report.text)
    return content(told.report.text[span.start : span.end])


def _mutation(
    kind: ChangeKind,
    first: _Told,
    form: Form,
    changed: Sequence[_Told],
    origin: str | None,
    how: str,
) -> Mutation:
    """One change of one remark, from its first wording to all that have the other."""
    to = min(changed, key=_place)
    new = to.forms[kind]
    shared = tuple(sorted({t.report.id for t in changed}))
    came_in = _came_in(changed) if how else None
    how = how or "which of the two came first is not known"
    same_number = number_of(first.figure) == number_of(to.figure)
    change: ChangeKind = "hedge" if kind == "number" and same_number else kind
    old_words = first.report.text[form.span.start : form.span.end]
    new_words = to.report.text[new.span.start : new.span.end]
    reason = f"one remark of one number ({first.figure.text}, {to.figure.text}); {how}"
    if len(shared) > 1:
        reason += f"; {len(shared)} reports share the change"
    return Mutation(
        change, first.report.id, form.span, old_words, to.report.id, new.span, new_words,
        first.figure.id, to.figure.id, came_in.report.id if came_in else None,
        (came_in.day or None) if came_in else None, shared, origin, reason,
    )  # fmt: skip


def _came_in(changed: Sequence[_Told]) -> _Told | None:
    """The wording in the one report that is known to have the form first."""
    first = min(changed, key=_place)
    early = {t.report.id for t in changed if t.day == first.day or not t.day}
    return first if len(early) == 1 else None


def _dropped_sources(told: Sequence[_Told], origin: Origin) -> Iterator[Mutation]:
    """Reports that give as plain fact what another has from a source, and never name it."""
    named = [t for t in told if t.figure.source in origin.spellings and _source_span(t)]
    said = {t.report.id for t in told if t.figure.source or t.figure.statement or t.figure.quoted}
    plain_ones = [
        t
        for t in told
        if t.report.id not in said and not _in_title(t) and not _names(t.report, origin)
    ]
    if not named or not plain_ones:
        return
    first = min(named, key=_place)
    span = _source_span(first)
    later = [t for t in plain_ones if not (t.day and first.day) or t.day >= first.day]
    if span is None or not later:
        return
    to = min(later, key=_place)
    there = sentence_of(to.figure, to.report.text)
    shared = tuple(sorted({t.report.id for t in later}))
    came_in = _came_in(later)
    yield Mutation(
        "attribution", first.report.id, span, first.report.text[span.start : span.end],
        to.report.id, there, to.report.text[there.start : there.end], first.figure.id,
        to.figure.id, came_in.report.id if came_in else None,
        (came_in.day or None) if came_in else None, shared, origin.id,
        f"{first.report.id} has {first.figure.text} from a source; "
        f"{to.report.id} gives it as plain fact",
    )  # fmt: skip


def _names(report: Report, origin: Origin) -> bool:
    """True where a report names an origin by any of its spellings, or by a person's surname."""
    forms = {f for s in origin.spellings for f in (s, s.split()[-1])}
    text = plain(report.text)
    return any(
        stands_in(form, report.text) if form.isupper() else plain(form) in text
        for form in forms
        if len(form) > 3 or form.isupper()
    )


def _source_span(told: _Told) -> Span | None:
    """Where the sentence of a figure names its source."""
    span = sentence_of(told.figure, told.report.text)
    name = told.figure.source or ""
    at = told.report.text.find(name, span.start, span.end) if name else -1
    return Span(at, at + len(name)) if at >= 0 else None


def _in_title(told: _Told) -> bool:
    return any(
        s.kind in {"title", "subhead", "kicker"} and s.start <= told.figure.start < s.end
        for s in told.report.segments
    )
