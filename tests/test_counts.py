"""Who gave a number, where it is told by a noun, a passive or a reduced clause."""

from __future__ import annotations

import pytest

from reading_parts import report
from stemmata.reading import read

# text, number, source
GIVEN = [
    # statements, figures and data of a body
    ("A statement by the ministry put the toll at 40.", "40", "ministry"),
    ("Forty people died, said a statement by the ministry.", "Forty", "ministry"),
    ("Figures released by the ministry show 40 deaths.", "40", "ministry"),
    ("Figures released by the ministry on Monday showed that 40 people had died.", "40",
     "ministry"),
    ("According to data from the health ministry, 40 people died.", "40", "health ministry"),
    ("According to figures compiled by Northwave, 40 people died.", "40", "Northwave"),
    ("According to a tally by Northwave, 40 people died.", "40", "Northwave"),
    ("The latest update from the ministry put the toll at 40.", "40", "ministry"),
    ("UN figures show 40,000 people have fled.", "40,000", "UN"),
    ("Ministry figures showed 40 deaths.", "40", "Ministry"),
    ("Official figures show 40 people have died.", "40", "Official figures"),
    ("A count by activists found 40 dead.", "40", "activists"),
    ("The UN has verified 40 deaths.", "40", "UN"),
    ("The UN has verified the killing of 40 civilians.", "40", "UN"),
    # counts
    ("The ministry’s latest count is 40 dead.", "40", "ministry"),
    ("The ministry’s toll stands at 40.", "40", "ministry"),
    ("The army’s toll of 40 is disputed.", "40", "army"),
    ("By the army’s count, 40 people have died.", "40", "army"),
    ("Forty people have died, by the army’s count.", "Forty", "army"),
    ("Per the ministry, 40 people died.", "40", "ministry"),
    ("The number of dead is 40, per the ministry.", "40", "ministry"),
    ("Based on ministry data, 40 people died.", "40", "ministry"),
    ("Orlan’s death toll stands at 40.", "40", None),
    ("Per person, 40 dollars are spent.", "40", None),
    # passives and reduced clauses
    ("The toll was put at 40 by the ministry.", "40", "ministry"),
    ("The toll, put at 40 by the ministry, may rise.", "40", "ministry"),
    ("The toll, which the ministry put at 40, may rise.", "40", "ministry"),
    ("Of the 40 deaths reported by the ministry, 12 were of children.", "40", "ministry"),
    ("The 300 deaths claimed by rebels could not be verified.", "300", "rebels"),
    ("The toll rose to 40, as announced by the ministry.", "40", "ministry"),
    ("Sales rose 4 percent, less than the 6 percent expected by analysts.", "6 percent",
     "analysts"),
    ("The jury was told by the prosecution that he fired 11 shots.", "11", "prosecution"),
    ("The quake, which the survey put at magnitude 6.1, damaged 450 homes, the mayor said.",
     "6.1", "survey"),
    ("A local politician gave the number of dead as 20.", "20", "A local politician"),
    ("The Food Cluster estimates that 40 people are in need.", "40", "Food Cluster"),
    ("Forecasters at the Met Service expect 200 millimetres of rain.", "200",
     "Forecasters at the Met Service"),
    ("The authorities have admitted 40 deaths.", "40", "authorities"),
    ("Police put the crowd at 35,000, while organisers said 110,000 attended.", "110,000",
     "organisers"),
    ("Nine died, Dr. Lin estimates.", "Nine", "Lin"),
]  # fmt: skip

# Deeds that praise, mourn or strike: nobody says how many there are.
DEEDS = [
    "Tarvesh mourns its 21 dead",
    "Tarvesh mourned 21 people on Monday.",
    "City buries 21 victims",
    "The town honoured its 21 dead.",
    "The pope mourned the 21 victims.",
    "The nation salutes 21 heroes.",
    "The president thanked 21 firefighters.",
    "The army attacked 21 villages.",
    "The firm recalled 21 cars.",
    "The hospital admitted 21 patients on Monday.",
]


@pytest.mark.parametrize(("text", "number", "source"), GIVEN)
def test_who_gave_it(text: str, number: str, source: str | None) -> None:
    found = {f.text: f.source for f in read(report(text)).figures}
    assert found[number] == source


@pytest.mark.parametrize("text", DEEDS)
@pytest.mark.parametrize("title", [True, False])
def test_a_deed_gives_no_number(text: str, title: bool) -> None:
    whole = f"{text}\nTarvesh buried the dead. The town mourned." if title else text
    assert [f.source for f in read(report(whole, title=title)).figures] == [None]
