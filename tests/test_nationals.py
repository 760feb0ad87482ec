"""Of what country counted people are, by the words beside their number."""

from __future__ import annotations

import pytest

from reconciling_parts import reading
from stemmata.reconciling.nationals import country, nationals

CASES = [
    ("[17] Filipinos were aboard.", {"PH"}),
    ("[Two] young Chinese engineers died.", {"CN"}),
    ("[17] of the crew were from the Philippines.", {"PH"}),
    ("[6] were Ukrainian and three Greek.", {"UA"}),
    ("[Two] nationals of Kenya were hurt.", {"KE"}),
    ("[4] foreign nationals were among the dead.", {"foreign"}),
    ("[5] of those who died were foreign.", {"foreign"}),
    # where something happened is no country of theirs
    ("[17] people were killed in Turkey.", set()),
    ("[17] people were in Syria.", set()),
    ("[17] men from Temsk were hurt.", set()),
    ("[17] of them.", set()),
]


@pytest.mark.parametrize(("sentence", "codes"), CASES)
def test_of_what_country(sentence: str, codes: set[str]) -> None:
    one = reading("a", "2031-05-07", (sentence, {}))
    assert nationals(one.figures[0], one.report.text) == codes


def test_things_are_of_no_country() -> None:
    one = reading("a", "2031-05-07", ("[17] Turkish trucks.", {"unit": "item"}))
    assert nationals(one.figures[0], one.report.text) == set()


@pytest.mark.parametrize(
    ("word", "code"),
    [("Britons", "GB"), ("Filipina", "PH"), ("Iraqis", "IQ"), ("Sri Lankans", "LK"),
     ("Frenchmen", "FR"), ("Temsk", "")],
)  # fmt: skip
def test_what_people_of_a_country_are_called(word: str, code: str) -> None:
    assert country(word) == code
