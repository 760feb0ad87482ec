"""Figures of one number on one day: found alike whether few or many give it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.model import Figure
from stemmata.tracing.matters import matter_keys
from stemmata.tracing.samenumber import SameNumber
from tracing_parts import figure, report

NAMES = st.frozensets(st.sampled_from("abcdef"), max_size=5)


def told_by(count: int) -> list[Figure]:
    """So many reports, each with the number 47."""
    return [figure(report(f"r{i:03}", "Here 47 died."), "47", 47, "people") for i in range(count)]


@pytest.mark.parametrize("count", [12, 90])
@given(names=st.lists(NAMES, min_size=1, max_size=7))
@settings(deadline=None, max_examples=30)
def test_of_its_day_are_all_that_share_two_names(count: int, names: list[frozenset[str]]) -> None:
    told = told_by(count)
    topics = {one.report: names[i % len(names)] for i, one in enumerate(told)}
    same = SameNumber(told, dict.fromkeys(topics, "2021-05-04"), topics)
    asked = told[0]
    expected = {
        other.id: None
        for pair in matter_keys(topics[asked.report])
        for other in told
        if set(pair) <= topics[other.report]
    }
    assert [other.id for other in same.on_its_day(asked)] == list(expected)


@pytest.mark.parametrize(
    ("day", "other", "on_it", "before"),
    [
        ("2021-05-04", "2021-05-04", True, False),
        ("2021-05-04", "2021-05-03", False, True),
        ("2021-05", "2021-05", True, True),
        ("", "", False, False),
    ],
)
def test_days_that_count(day: str, other: str, on_it: bool, before: bool) -> None:
    one, two = told_by(2)
    names = frozenset({"tolvan", "orle"})
    topics = {one.report: names, two.report: names}
    same = SameNumber((one, two), {one.report: day, two.report: other}, topics)
    assert (two in same.on_its_day(one), two in same.on_the_day_before(one)) == (on_it, before)
