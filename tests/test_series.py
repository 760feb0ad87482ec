"""A toll day by day, and how well it is supported."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconciling_parts import origin, reading, toll
from stemmata.model import Quantity, Reading, Span, Statement
from stemmata.reconciling import METHODS, of_groups

Said = tuple[str, str | None, str | None]


def killed(words: str) -> tuple[str, dict[str, Any]]:
    return toll(f"The flood in the Orla valley killed {words} people, officials in Varn said.")


def quantity(
    *said: Said, sentence: Any = killed, denied: str = "", method: str = "latest"
) -> Quantity:
    """The quantity of numbers given as (words, day, origin), one report each."""
    readings: list[Reading] = []
    origins: dict[str, list[str]] = {}
    for name, (words, day, source) in zip("abcdefgh", said, strict=False):
        one = reading(name, day, sentence(words))
        readings.append(_in_a_denial(one) if name in denied else one)
        if source:
            origins.setdefault(source, []).append(f"{name}-01")
    given_origins = [origin(source, figures) for source, figures in sorted(origins.items())]
    group = [f.id for r in readings for f in r.figures]
    (found,) = of_groups(readings, given_origins, [group], method).quantities
    return found


def _in_a_denial(one: Reading) -> Reading:
    name, text = one.report.id, one.report.text
    content = (Span(0, len(text)),)
    said = Statement(f"{name}-s1", name, None, None, content, "indirect", cue_class="denying")
    return replace(
        one, statements=(said,), figures=tuple(replace(f, statement=said.id) for f in one.figures)
    )


TOLL: tuple[Said, ...] = (
    ("[58]", "2031-05-04", "observers"),
    ("at least [50]", "2031-05-04", "clinic"),
    ("[86]", "2031-05-05", "observers"),
    ("[90]", None, "council"),
)


def test_a_point_for_each_day() -> None:
    first, second = quantity(*TOLL).series
    assert (first.day, first.best, first.figures, first.independent_origins) == (
        "2031-05-04", 58, 2, 2,
    )  # fmt: skip
    assert (second.day, second.best, second.figures, second.independent_origins) == (
        "2031-05-05", 86, 1, 1,
    )  # fmt: skip


def test_one_day_is_no_series() -> None:
    assert quantity(*TOLL[:2]).series == ()


def test_what_stands_still_has_no_series() -> None:
    def lives(words: str) -> tuple[str, dict[str, Any]]:
        return f"The valley is home to {words} people.", {"action": "live"}

    assert quantity(*TOLL, sentence=lives).series == ()


GRADES: list[tuple[tuple[Said, ...], str, str]] = [
    ((("[58]", "2031-05-04", "observers"),), "", "weak"),
    ((("[58]", "2031-05-04", None),), "", "weak"),
    ((("[58]", "2031-05-04", "observers"), ("at least [58]", "2031-05-04", "clinic")), "", "fair"),
    ((("[58]", "2031-05-04", "observers"), ("[86]", "2031-05-05", "clinic")), "", "fair"),
    ((("[58]", "2031-05-04", "observers"), ("[86]", "2031-05-04", "clinic")), "", "contested"),
    ((("[58]", "2031-05-04", "observers"), ("[58]", "2031-05-04", "army")), "b", "contested"),
    ((("[58]", "2031-05-04", "army"),), "a", "discounted"),
]


@pytest.mark.parametrize(("said", "denied", "grade"), GRADES)
def test_the_grade_that_suggests_itself(said: tuple[Said, ...], denied: str, grade: str) -> None:
    found = quantity(*said, denied=denied).grading
    assert found is not None
    assert (found.grade, found.scheme) == (grade, "Airwars")
    assert found.reason


def test_a_contested_toll_tells_its_range_and_what_most_say() -> None:
    found = quantity(
        ("[58]", "2031-05-04", "observers"),
        ("[58]", "2031-05-04", "mayor"),
        ("[86]", "2031-05-04", "clinic"),
    ).grading
    assert found is not None
    assert found.reason.endswith("the range is 58 to 86, most sources say 58")


def test_what_is_no_toll_has_no_grade() -> None:
    def lives(words: str) -> tuple[str, dict[str, Any]]:
        return f"The valley is home to {words} people.", {"action": "live"}

    assert quantity(*TOLL, sentence=lives).grading is None


_SAID = st.lists(
    st.tuples(
        st.sampled_from(
            ["[58]", "[72]", "at least [58]", "up to [100]", "[dozens] of", "about [1,000]"]
        ),
        st.sampled_from([None, "2031-05-04", "2031-05-05"]),
        st.sampled_from([None, "observers", "clinic", "mayor"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_SAID, st.sampled_from(sorted(METHODS)))
def test_low_best_and_high_stand_in_order_and_no_figure_is_lost(
    said: list[Said], method: str
) -> None:
    found = quantity(*said, method=method)
    own = found.estimate
    assert own.low is not None and own.best is not None and own.high is not None
    assert own.low <= own.best <= own.high
    assert sorted(own.took + own.left) == sorted(found.figures)
    for point in found.series:
        assert point.low is not None and point.best is not None and point.high is not None
        assert point.low <= point.best <= point.high
    assert sum(p.figures for p in found.series) <= len(found.figures)
