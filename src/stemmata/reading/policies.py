"""Named policies for vague numbers: what "dozens" or "hundreds" stands for.

A reading gives the interval that the words allow and keeps the words. Those who
add figures up need one number, and monitors differ in which: each choice here
has a name and a source, and none changes what the report says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stemmata.errors import StemmataError
from stemmata.model import Figure

Bounds = tuple[float | None, float | None]

DEFAULT = "interval"
_WORD = r"(?:tens|dozens?|scores|hundreds?|thousands?|millions?|billions?|lakhs?|crores?)"
_VAGUE = re.compile(
    rf"(?P<few>(?:an?\s+)?(?:several|few|couple)(?:\s+of)?(?:\s+|-))?"
    rf"(?P<first>{_WORD})(?:\s+of\s+(?P<second>{_WORD}))?",
    re.IGNORECASE,
)


class PolicyError(StemmataError):
    """A policy for vague words that has no such name."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a vague magnitude counts as under one convention.

    `values` gives the number for each plural magnitude ("dozens"); "tens of
    thousands" is the product of its two words, the second taken as its scale.
    A word that the convention does not speak of keeps its interval.
    """

    name: str
    meaning: str
    source: str
    values: Mapping[str, float]

    def bounds(self, figure: Figure) -> Bounds:
        """Low and high of a figure under this policy; None leaves a side open.

        Figures in plain numbers, and vague ones that the policy does not name,
        keep the bounds that they were read with.
        """
        value = self.value(figure.text)
        if value is None:
            return figure.low, figure.high
        if figure.modifier in ("more than", "at least"):
            return value, None
        if figure.modifier in ("less than", "up to"):
            return None, value
        return value, value

    def value(self, words: str) -> float | None:
        """The number for a vague expression, None where it is not vague or not named here."""
        found = _VAGUE.fullmatch(" ".join(words.split()))
        if found is None:
            return None
        first, second = found["first"].lower(), (found["second"] or "").lower()
        if not found["few"] and not first.endswith("s"):
            return None
        value = self.values.get(first if first.endswith("s") else f"{first}s")
        if value is None or not second:
            return value
        return value * _SCALES[second.removesuffix("s")]

    def reason(self, figure: Figure) -> str:
        """In words, what the policy made of the figure."""
        value = self.value(figure.text)
        if value is None:
            return f"'{figure.text}' keeps the bounds that its words give"
        return f"'{figure.text}' counts as {value:,g} by the policy '{self.name}' ({self.source})"


_SCALES = {
    "ten": 1e1, "dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5,
    "million": 1e6, "crore": 1e7, "billion": 1e9,
}  # fmt: skip


def _table(factor: float, **named: float) -> Mapping[str, float]:
    """`factor` of each power of ten from the hundreds up, and the words `named` apart."""
    scales = {f"{word}s": factor * scale for word, scale in _SCALES.items() if scale >= 100}
    return MappingProxyType(scales | named)


POLICIES: Mapping[str, Policy] = MappingProxyType(
    {
        p.name: p
        for p in (
            Policy(
                "interval",
                "what the words allow: dozens 24 and more, hundreds 200 and more",
                "the product's own guideline",
                MappingProxyType({}),
            ),
            # "10 for tens, 12 for dozens, 100 for hundreds, and so on": scores and what
            # lies above the thousands are read out of the "and so on".
            Policy(
                "acled",
                "the lowest number that the word can stand for: one of it",
                "ACLED, frequently asked questions on fatalities",
                _table(1.0, tens=10.0, dozens=12.0, scores=20.0),
            ),
            Policy(
                "midpoint",
                "the middle of the word's decade: dozens 55, hundreds 550, thousands 5,500",
                "internal_displacement by Data for Democracy, for IDMC's IDETECT challenge, 2017",
                _table(5.5, tens=55.0, dozens=55.0),
            ),
        )
    }
)
"""Every policy by its name."""


def policy(name: str = DEFAULT) -> Policy:
    """The policy of that name. Raises PolicyError, which lists the names, for any other."""
    if name in POLICIES:
        return POLICIES[name]
    known = ", ".join(sorted(POLICIES))
    raise PolicyError(f"No policy for vague words is called {name!r}. Known are: {known}.")
