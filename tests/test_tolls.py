"""Tolls: the killed and injured of a report's own event, in invented reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_parts import report
from stemmata.model import Reading
from stemmata.reading import read

KILLED = [
    ("Three people were killed when a van hit a stall in Orma.", 3),
    ("A man was shot dead outside a bar in Orma.", 1),
    ("A man and two children are dead after a fire in Orma.", 3),
    ("Three men and two women were killed at a farm near Orma.", 5),
    ("A gunman killed four people before shooting himself in Orma.", 5),
    ("The blast killed two officers and a passer-by.", 3),
    ("The crash left him and his two daughters dead.", 3),
    ("A 61-year-old woman died after she was struck by a lorry in Orma.", 1),
    ("Two victims, a man and a woman, died at the scene.", 2),
    ("A fourth victim of the Orma fire has died.", 4),
    ("A boy was fatally wounded at a garage party in Orma.", 1),
    ("One person was killed and six others were wounded in Orma.", 1),
    ("Four shot, 1 dead in Orma bar fight", 1),
    ("A boy was shot dead by a guard in Orma.", 1),
    ("A man kills wife, then fatally shoots self in Orma.", 2),
    ("The driver struck and killed a cyclist on Harbour Road.", 1),
    ("His parents were found dead in their Orma home.", 2),
]

INJURED = [
    ("One person was killed and six others were wounded in Orma.", 6),
    ("The blast injured a woman and three children.", 4),
    ("A cyclist was injured when a lorry turned in Orma.", 1),
    ("5 hurt in Orma bus crash", 5),
    ("Two juveniles and eight adults were wounded.", 10),
]

UNTOLD = [
    "Four people were killed in separate shootings across the city.",
    "Police charged him with the attempted murder of two officers.",
    "So far this year 85 people have been killed in Orma.",
    "A triple shooting closed Harbour Road in Orma.",
    "He killed his wife and children, police said.",
    "Three customers who weren't injured left by the back door.",
    "The council met on Monday.",
    "Police Officer Dorchester spoke to the family of the killer.",
]


def tolls_of(text: str) -> dict[str, float]:
    return {toll.harm: toll.low for toll in _read(text).tolls}


def _read(text: str) -> Reading:
    return read(report(text))


@pytest.mark.parametrize(("text", "killed"), KILLED)
def test_killed(text: str, killed: float) -> None:
    assert tolls_of(text).get("killed") == killed


@pytest.mark.parametrize(("text", "injured"), INJURED)
def test_injured(text: str, injured: float) -> None:
    assert tolls_of(text).get("injured") == injured


@pytest.mark.parametrize("text", UNTOLD)
def test_no_toll_is_told(text: str) -> None:
    assert tolls_of(text) == {}


def test_a_list_without_and_in_a_title() -> None:
    (toll,) = read(report("Woman, 2 children dead in Orma house fire", title=True)).tolls
    assert toll.low == 3


def test_a_round_up_has_no_toll_though_it_tells_of_one_event() -> None:
    text = "Four killed in weekend shootings\n\nOne man was killed at a shop in Orma on Friday."
    assert "killed" not in tolls_of(text)


def test_numbers_of_other_years_are_left_out() -> None:
    text = (
        "On 12 March 2014 a fire killed three people in Orma.\n\n"
        "On 3 June 2009 a fire there killed 40 people."
    )
    assert tolls_of(text)["killed"] == 3


def test_one_who_was_hurt_and_died_is_one() -> None:
    text = "Woman dies after crash\n\nA woman was injured in a crash in Orma and died on Monday."
    assert tolls_of(text) == {"killed": 1}


def test_an_open_number_leaves_the_toll_open() -> None:
    (toll,) = _read("At least three people were killed in Orma.").tolls
    assert (toll.low, toll.high) == (3, None)


@given(st.lists(st.sampled_from([t for t, _ in KILLED + INJURED] + UNTOLD), max_size=4))
def test_what_was_counted_is_in_the_report(sentences: list[str]) -> None:
    reading = _read("\n\n".join(sentences))
    ids = {figure.id for figure in reading.figures}
    for toll in reading.tolls:
        assert set(toll.figures) <= ids
        assert all(reading.report.text[s.start : s.end].strip() for s in toll.spans)
