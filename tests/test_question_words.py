"""Words of questions: participles, currencies, and adjectives that count."""

from __future__ import annotations

import pytest

from reading_parts import report
from stemmata.pipeline import together
from stemmata.reading import read
from stemmata.reconciling.verbs import past, simple_past


@pytest.mark.parametrize(
    ("verb", "participle"),
    [
        ("shed", "shed"), ("split", "split"), ("freeze", "frozen"), ("undergo", "undergone"),
        ("occur", "occurred"), ("transfer", "transferred"), ("plan", "planned"),
        ("offer", "offered"), ("visit", "visited"), ("cover", "covered"), ("open", "opened"),
        ("carry_out", "carried out"),
    ],
)  # fmt: skip
def test_participles(verb: str, participle: str) -> None:
    assert past(verb) == participle


@pytest.mark.parametrize(
    ("verb", "told"), [("break", "broke"), ("occur", "occurred"), ("shed", "shed")]
)
def test_simple_past(verb: str, told: str) -> None:
    assert simple_past(verb) == told


PLACES = [
    ("The blast killed 12 people in three villages.", "three",
     "In how many villages were people killed?"),
    ("The clashes killed 30 people across 12 districts.", "12",
     "Across how many districts were people killed?"),
    ("People died in 12 of the districts.", "12", "In how many districts did people die?"),
    ("Police arrested 400 people in nine towns.", "nine",
     "In how many towns were people arrested?"),
    ("Nine soldiers were killed at two checkpoints.", "two",
     "At how many checkpoints were people killed?"),
    ("Nine soldiers were killed at two checkpoints.", "Nine",
     "How many soldiers were killed at two checkpoints?"),
    ("The attack on four checkpoints killed nine soldiers.", "four",
     "How many checkpoints were attacked?"),
    ("Landslides buried 12 villages.", "12", "How many villages were buried?"),
    ("The disease has killed 400 cattle.", "400", "How many cattle were killed?"),
    ("Rescuers saved 60 lives.", "60", "How many lives were saved?"),
    ("The war has claimed 400 lives.", "400", "How many people were killed?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "asked"), PLACES)
def test_what_happened_in_places_was_not_done_to_them(text: str, number: str, asked: str) -> None:
    one = read(report(text))
    (figure,) = (f.id for f in one.figures if f.text == number)
    assert [q.question for q in together([one]).quantities if figure in q.figures] == [asked]
