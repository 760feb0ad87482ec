"""The day of what a figure counts, and no other day that stands nearby."""

from __future__ import annotations

from datetime import date

import pytest

from reconciling_parts import reading
from stemmata.reconciling.features import features

CASES = [
    ("Raids on Tuesday killed [58] people in Temsk.", date(2031, 5, 6)),
    ("Police said on Tuesday that a raid killed [58] people.", None),
    ("The number of dead rose to [58] on Tuesday.", None),
    ("The bodies reached [58] on Tuesday.", None),
    ("Varn ordered an inquiry on Tuesday into a raid in which [58] died.", None),
    ("A raid yesterday killed [58] people.", date(2031, 5, 6)),
]


@pytest.mark.parametrize(("sentence", "day"), CASES)
def test_the_day_of_the_event(sentence: str, day: date | None) -> None:
    (one,) = features([reading("a", "2031-05-07", (sentence, {}))], ())
    assert (one.day.day if one.day else None) == day


def test_a_day_is_carried_to_the_next_sentence() -> None:
    first = "Jets bombed Temsk on Monday."
    then = ("The raid killed [58] people.", {"action": "kill"})
    (one,) = features([reading("a", "2031-05-07", first, then)], ())
    assert one.day is not None
    assert (one.day.day, one.day.own) == (date(2031, 5, 5), False)
