"""Figures that give one number on one day, and those among them that are of one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from stemmata.model import Figure
from stemmata.tracing.likeness import value
from stemmata.tracing.matters import SHARED_NAMES, matter_keys

# "2016-10-26".
_FULL_DAY = 10
# Where more figures give one number on one day, they are looked up by pairs of names.
_FEW = 64

_Pairs = dict[tuple[str, ...], list[Figure]]


class SameNumber:
    """The figures of all reports by number and day; `day` and `topic` are those of each report."""

    def __init__(
        self,
        figures: Iterable[Figure],
        day: Mapping[str, str],
        topic: Mapping[str, frozenset[str]],
    ) -> None:
        self._day, self._topic = day, topic
        self._told: dict[object, list[Figure]] = defaultdict(list)
        self._by_pair: dict[object, _Pairs] = {}
        self._on_its_day: dict[str, Sequence[Figure]] = {}
        for one in figures:
            if value(one) is not None and day[one.report]:
                self._told[value(one), day[one.report]].append(one)

    def on_its_day(self, figure: Figure) -> Sequence[Figure]:
        """Figures of the same number in reports of its day that can be on its matter.

        Itself is among them; those come first that share the first names of its topic.
        """
        if figure.id not in self._on_its_day:
            self._on_its_day[figure.id] = self._near(figure, self._day[figure.report])
        return self._on_its_day[figure.id]

    def on_the_day_before(self, figure: Figure) -> Sequence[Figure]:
        """The same of the day before; where no day is known but a month, of that month."""
        day = self._day[figure.report]
        if len(day) == _FULL_DAY:
            day = str(date.fromisoformat(day) - timedelta(days=1))
        return self._near(figure, day)

    def _near(self, figure: Figure, day: str) -> Sequence[Figure]:
        """All that share a pair of names with a figure's report, by the first they share."""
        names, key = self._topic[figure.report], (value(figure), day)
        told = self._told.get(key, [])
        if len(told) > _FEW:
            return self._of_pairs(key, told, names)
        shared = [(sorted(names & self._topic[o.report])[:SHARED_NAMES], o) for o in told]
        found = [(first, o) for first, o in shared if len(first) == SHARED_NAMES]
        return [o for _, o in sorted(found, key=lambda item: item[0])]

    def _of_pairs(
        self, key: object, told: Iterable[Figure], names: frozenset[str]
    ) -> Sequence[Figure]:
        """The same where many give the number: from an index, so that time stays linear."""
        if key not in self._by_pair:
            self._by_pair[key] = defaultdict(list)
            for one in told:
                for pair in matter_keys(self._topic[one.report]):
                    self._by_pair[key][pair].append(one)
        return list({o.id: o for o in self._listed(self._by_pair[key], names)}.values())

    def _listed(self, pairs: _Pairs, names: frozenset[str]) -> Iterator[Figure]:
        for pair in matter_keys(names):
            yield from pairs.get(pair, ())
