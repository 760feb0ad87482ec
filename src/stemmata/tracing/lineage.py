"""Where a figure comes from that names no source itself.

A report that copies or retells a source mostly names it somewhere: unless the copy
is long and literal, what another report tells of a number's source counts only
where this report names that source too. There are four signs, from the strongest to
the weakest; each needs that all it points to is one origin, else nothing is
inferred:

- *repeated*: the same report gives the number from a source elsewhere: a title
  or lead that repeats or rounds what is quoted below, or a precise number
  anywhere in it;
- *shared passage*: the figure stands in words that another report has too, and
  there they have a source;
- *retold*: a sentence of another report has the same number and mostly the same
  words;
- *same number*: a precise number of the same thing in a report of the same day
  on the same matter.

A figure beside one that was so traced, in the same sentence, goes along where
the same origin gave that number too. A number is precise when it has two
significant digits and is above twelve: chance seldom gives it twice in a day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from stemmata.model import Figure, Passage, Reading, Span
from stemmata.tracing.likeness import (
    content,
    digits,
    figure_act,
    head_of,
    precise,
    rounds,
    same_people,
    same_thing,
    sentence_of,
    value,
)
from stemmata.tracing.matters import same_matter, topic
from stemmata.tracing.samenumber import SameNumber
from stemmata.tracing.speakers import Key, outlet_key

# How many characters of a report's own text count as its title and lead: two or three
# paragraphs of an agency report.
LEAD = 600
# Share of the content words of the shorter sentence that a retold one must keep, and how
# many there must be at least. Set by hand, checked on the development corpora.
RETOLD = 0.6
RETOLD_WORDS = 4
# A figure in fewer shared words than these may be a turn of phrase that any report has;
# from the second number on they are a copy, whoever the report names.
PASSAGE_WORDS = 10
COPY_WORDS = 30
# A title seldom has such a sum or size by chance, whatever noun stands beside it.
LARGE_MEASURE = 10_000


class Lineage(NamedTuple):
    """Whose word a report's figure is, how that is known, and why in words."""

    report: str
    speaker: Key
    method: str
    reason: str


class Lines:
    """The figures of all reports, those with a speaker, and what is inferred for the rest."""

    def __init__(
        self,
        readings: Sequence[Reading],
        speaker_of: dict[str, Key],
        unknown: set[str],
        origin: Callable[[Key], Key],
        spellings: Callable[[Key], Iterable[str]],
    ) -> None:
        self.figures = {f.id: f for r in readings for f in r.figures}
        self.of_report = {r.report.id: r.figures for r in readings}
        self.text = {r.report.id: r.report.text for r in readings}
        self.day = {r.report.id: (r.report.published or "")[:10] for r in readings}
        self.topic = {r.report.id: topic(r) for r in readings}
        self.lead = {r.report.id: _lead(r) for r in readings}
        self.title = {r.report.id: _title_end(r) for r in readings}
        self._words: dict[str, frozenset[str]] = {}
        self._in_sentence: dict[tuple[str, Span], list[Figure]] = defaultdict(list)
        for figure in self.figures.values():
            self._in_sentence[self._sentence(figure)].append(figure)
        self.origin = origin
        self._named: dict[tuple[str, Key], bool] = {}
        self._given: dict[object, list[str]] = {}
        self._same = SameNumber(self.figures.values(), self.day, self.topic)
        self.spellings = spellings
        self.unknown = unknown
        self.outlet = {r.report.id: outlet_key(r.report.outlet or "") for r in readings}
        self.found = {
            f: Lineage(self.figures[f].report, k, "named", "")
            for f, k in speaker_of.items()
            if f in self.figures
        }

    def _one(
        self, figure: Figure, others: Iterable[Figure], method: str, why: str
    ) -> Lineage | None:
        """The lineage that candidates give where all of them are one origin."""
        seen = {
            self.origin(self.found[o.id].speaker): o
            for o in others
            if o.id in self.found and o.id != figure.id
        }
        if len(seen) != 1:
            return None
        other = next(iter(seen.values()))
        where = "" if other.report == figure.report else f" in {other.report}"
        speaker = self.found[other.id].speaker
        return Lineage(figure.report, speaker, method, f"{why} ({other.id}{where})")

    def _each(self, rule: Callable[[Figure], Lineage | None]) -> None:
        """Try a rule on every figure without lineage; what it finds counts from then on."""
        fresh = {
            f.id: line
            for f in self.figures.values()
            if f.id not in self.found and f.id not in self.unknown and (line := rule(f))
        }
        self.found.update(fresh)

    def by_repeats(self) -> Callable[[Figure], Lineage | None]:
        """The rule that a number of the report has the source it has elsewhere in it."""
        told: dict[str, list[Figure]] = defaultdict(list)
        # One figure stands for all of one number and origin: the work stays linear.
        numbers: dict[object, dict[Key, Figure]] = defaultdict(dict)
        for other in self.figures.values():
            line = self.found.get(other.id)
            if line is not None and line.method in {"named", "relayed"}:
                told[other.report].append(other)
                numbers[other.report, value(other)][self.origin(line.speaker)] = other

        def rule(figure: Figure) -> Lineage | None:
            if figure.end <= max(self.lead[figure.report], self.title[figure.report]):
                return self._repeated(figure, told[figure.report])
            return self._repeated(figure, numbers[figure.report, value(figure)].values())

        return rule

    def _repeated(self, figure: Figure, told: Iterable[Figure]) -> Lineage | None:
        """The same number, or the one it rounds, from a source elsewhere in the report."""
        lead = figure.end <= self.lead[figure.report]
        same, near = [], []
        for other in told:
            if (
                value(figure)
                and value(other) == value(figure)
                and (precise(figure) or (lead and self._restates(figure, other)))
            ) or (lead and _same_vague(figure, other)):
                same.append(other)
            elif self._is_top_of(figure, other) or (
                lead and rounds(figure, other) and self._restates(figure, other)
            ):
                near.append(other)
        line = self._one(figure, same, "repeated", "the report gives the same number from a source")
        return line or (
            None
            if same
            else self._one(
                figure, near, "repeated", "it rounds a number that the report gives from a source"
            )
        )

    def _is_top_of(self, figure: Figure, other: Figure) -> bool:
        """True where a title gives no more than the upper end of a range."""
        return (
            other.modifier == "between"
            and figure.end <= self.title[figure.report]
            and figure.high is not None
            and figure.high == other.high
            and (figure.kind, figure.unit) == (other.kind, other.unit)
        )

    def _restates(self, title: Figure, other: Figure) -> bool:
        """True where a title's figure can be one of the body: a number of two digits may
        go with another verb there, a number of one may not."""
        same_head = head_of(title) == head_of(other)
        large = title.kind == "measure" and (title.low or title.high or 0) >= LARGE_MEASURE
        people = precise(other) and same_people(title, other)
        return large or people or same_thing(title, other) or (same_head and digits(title) >= 2)

    def by_passage(self, passages: Sequence[Passage]) -> Callable[[Figure], Lineage | None]:
        """The rule that a figure in a shared passage has the source it has in the other report."""
        twins: dict[str, list[Figure]] = defaultdict(list)
        for passage in passages:
            if passage.words < PASSAGE_WORDS:
                continue
            mine = self._inside(passage.a, passage.a_spans)
            other = self._inside(passage.b, passage.b_spans) if mine else []
            numbers = [value(b) for b in other]
            for a in mine:
                number = value(a)
                for b, its in zip(other, numbers, strict=True):
                    if number is not None and number == its:
                        for one, other_one in ((a, b), (b, a)):
                            if passage.words >= COPY_WORDS or self._names(one, other_one):
                                twins[one.id].append(other_one)
        why = "the same words stand with a source"
        return lambda f: self._one(f, twins.get(f.id, ()), "shared passage", why)

    def _inside(self, report: str, spans: Sequence[Span]) -> list[Figure]:
        start, end = spans[0].start - 12, spans[-1].end + 12
        return [f for f in self.of_report[report] if start <= f.start and f.end <= end]

    def elsewhere(self, method: str) -> Callable[[Figure], Lineage | None]:
        """The rule that reads the same number in another report on the matter."""

        def fits(figure: Figure, other: Figure) -> bool:
            if other.report == figure.report or other.id not in self.found:
                return False
            if method == "retold":
                return self._retold(figure, other)
            same = digits(figure) >= 3 and head_of(figure) == head_of(other)
            people = precise(other) and same_people(figure, other)
            return same or people or same_thing(figure, other)

        def rule(figure: Figure) -> Lineage | None:
            if not self.day[figure.report] or (method == "same number" and not precise(figure)):
                return None
            near = self._same.on_its_day(figure)
            others = [o for o in near if fits(figure, o) and self._names(figure, o)]
            why = (
                "a sentence with the same number and most of the same words has a source"
                if method == "retold"
                else "the same number of the same thing on the same day has a source"
            )
            return self._one(figure, others, method, why)

        return rule

    def relayed(self, figure: Figure) -> Lineage | None:
        """The origin that a quoted outlet's own report of the day, or the one before, gives."""
        name = outlet_key(figure.source or figure.via or "")
        if not name or not self.day[figure.report]:
            return None
        near = (*self._same.on_its_day(figure), *self._same.on_the_day_before(figure))
        others = [
            o
            for o in near
            if o.id in self.found
            and self.outlet[o.report] == name
            and o.report != figure.report
            and same_thing(figure, o)
        ]
        return self._one(figure, others, "relayed", "the outlet that it quotes has it from there")

    def _names(self, figure: Figure, other: Figure) -> bool:
        """True where a figure's report names the source that another report's figure has."""
        line = self.found.get(other.id)
        if line is None:
            return False
        key = (figure.report, self.origin(line.speaker))
        if key not in self._named:
            text = self.text[figure.report]
            folded = _folded(text)
            self._named[key] = any(
                _folded(form) in folded and re.search(rf"\b{re.escape(form)}\b", text, re.I)
                for form in self.spellings(key[1])
            )
        return self._named[key]

    def _retold(self, a: Figure, b: Figure) -> bool:
        one, other = self._content(a), self._content(b)
        least = min(len(one), len(other))
        longest = max(len(one), len(other))
        alike = len(one & other)
        return alike >= RETOLD_WORDS and alike >= RETOLD * least and alike >= 0.3 * longest

    def _content(self, figure: Figure) -> frozenset[str]:
        """The content words of the sentence in which a figure stands."""
        if figure.id not in self._words:
            report, sentence = self._sentence(figure)
            self._words[figure.id] = content(_cut(self.text[report], sentence))
        return self._words[figure.id]

    def beside(self, figure: Figure) -> Lineage | None:
        """The origin inferred for a figure of the same sentence, where it gave this number too."""
        for other in self._in_sentence[self._sentence(figure)]:
            line = self.found.get(other.id)
            if line is None or line.method == "named" or other.id == figure.id:
                continue
            origin = self.origin(line.speaker)
            if not same_thing(figure, other) and self._vaguely(figure, origin):
                return Lineage(
                    figure.report,
                    line.speaker,
                    line.method,
                    (f"it stands beside {other.id}, and the same source gives the number below"),
                )
            given = self._given.get((origin, value(figure)), [])
            if value(figure) and any(self._compatible(figure, self.figures[g]) for g in given):
                return Lineage(
                    figure.report,
                    line.speaker,
                    line.method,
                    (f"it stands beside {other.id}, whose source gave this number too"),
                )
        return None

    def _sentence(self, figure: Figure) -> tuple[str, Span]:
        return figure.report, sentence_of(figure, self.text[figure.report])

    def _vaguely(self, figure: Figure, origin: Key) -> bool:
        """True where "dozens" in a lead is a word for a number that the origin gives below."""
        in_lead = value(figure) is None and figure.end <= self.lead[figure.report]
        return in_lead and any(
            self.origin(self.found[o.id].speaker) == origin
            and same_thing(figure, o)
            and o.low is not None
            and figure.low is not None
            and figure.low <= o.low < 10 * figure.low
            for o in self.of_report[figure.report]
            if o.id in self.found and value(o) is not None
        )

    def _compatible(self, a: Figure, b: Figure) -> bool:
        return a.report == b.report or same_matter(self.topic[a.report], self.topic[b.report])

    def infer(self, passages: Sequence[Passage]) -> dict[str, Lineage]:
        """Run the signs, strongest first, then once more, since one find can feed another."""
        by_passage, retold = self.by_passage(passages), self.elsewhere("retold")
        same_number = self.elsewhere("same number")
        for _ in range(2):
            for one in sorted(self.unknown - set(self.found)):
                if (line := self.relayed(self.figures[one])) is not None:
                    self.found[one] = line
            self._each(self.by_repeats())
            self._each(by_passage)
            self._each(retold)
            self._each(same_number)
            self._given = defaultdict(list)
            for figure, line in self.found.items():
                key = (self.origin(line.speaker), value(self.figures[figure]))
                self._given[key].append(figure)
            self._each(self.beside)
        return self.found


def _folded(text: str) -> str:
    """The text with one form for all letters that are alike but for their case."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def _same_vague(a: Figure, b: Figure) -> bool:
    """True for "dozens killed" in a title and "dozens of people were killed" below."""
    if value(a) is not None or value(b) is not None or a.low is None:
        return False
    return (a.low, a.unit) == (b.low, b.unit) and bool(figure_act(a)) and same_thing(a, b)


def _lead(reading: Reading) -> int:
    """Where a report's lead ends: so many characters into its own text, title included."""
    left = LEAD
    for segment in reading.report.segments:
        if segment.kind == "furniture":
            continue
        if segment.end - segment.start >= left:
            return segment.start + left
        left -= segment.end - segment.start
    return len(reading.report.text)


def _title_end(reading: Reading) -> int:
    """Where the title of a report ends."""
    return max((s.end for s in reading.report.segments if s.kind == "title"), default=0)


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]
