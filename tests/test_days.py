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
    # a day that names the event, whatever else the sentence tells
    ("The ministry raised its toll from Monday's raid to [58].", date(2031, 5, 5)),
    ("The toll of the raid on Monday stands at [58].", date(2031, 5, 5)),
    # of a month
    ("A blast on May 3 killed [58] people.", date(2031, 5, 3)),
    ("A blast on 3 May 2031 killed [58] people.", date(2031, 5, 3)),
    ("The list has [58] dead in the blast of the 3rd.", date(2031, 5, 3)),
    ("The list has [58] dead in the blast of the 28th.", date(2031, 4, 28)),
    ("A blast killed [58] soldiers of the 3rd Brigade.", None),
    # of the list, not of the event
    ("A list issued on Tuesday has [58] dead in the raid.", None),
    # told by another day
    ("That came on top of [58] killed in the raid of the day before.", None),
    ("The raid came a day after [58] people were killed in Varn.", None),
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


def test_numbers_told_back_to_the_days_of_two_raids() -> None:
    sentence = "The list has [58] dead in the raid of the 3rd and [11] dead in that of the 5th."
    one, two = features([reading("a", "2031-05-07", (sentence, {}))], ())
    assert one.day is not None
    assert two.day is not None
    assert (one.day.day, two.day.day) == (date(2031, 5, 3), date(2031, 5, 5))


CARRIED = [
    # the sentence before, the day carried from it, whether it tells of an event
    ("Jets bombed Temsk on Monday.", date(2031, 5, 5), True),
    (
        "Crowds jeered the mayor on Monday over tents for those whom the raid hit.",
        date(2031, 5, 5),
        False,
    ),
    ("On Monday, jets flew low over Temsk and bombed it.", date(2031, 5, 5), True),
    ("Two days after the raid, crowds came back to Temsk.", date(2031, 5, 5), True),
    ("Jets came back two days after the raid.", None, False),
    ("The blast was weaker than Monday's raid.", None, False),
    ("Traders came back to the market on May 3.", None, False),
]


@pytest.mark.parametrize(("before", "day", "told"), CARRIED)
def test_what_the_carried_day_tells_of(before: str, day: date | None, told: bool) -> None:
    (one,) = features([reading("a", "2031-05-07", before, ("It killed [58] people.", {}))], ())
    found = (one.day.day, one.day.told) if one.day else (None, False)
    assert found == (day, told)
