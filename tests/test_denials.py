"""Numbers that a sentence itself says are not so are denials, and no others are."""

from __future__ import annotations

import pytest

from reading_parts import report
from stemmata.reading import read

# text, number: words of the figure that is denied, and who denies it.
DENIED = [
    ("There are not 27 dead. There are 19.", "27", None),
    ("There are not 27 dead but 19.", "27", None),
    ("The toll is not 27 but 19.", "27", None),
    ("The toll was not 40, as reported, but 12.", "40", None),
    ("It was not 40 people, as first reported, but 12.", "40", None),
    ("Nineteen people died, not 27 as reported earlier.", "27", None),
    ("At least 19 people are dead, not 15 as officials had first said.", "15", None),
    ("Police arrested 12 people, not 40 as first reported.", "40", None),
    ("Police said 12 people, not 40, were arrested.", "40", "Police"),
    ("The mayor said there were not 27 dead but 19.", "27", "mayor"),
    ('"There are not 27 dead," the mayor said. "There are 19."', "27", "mayor"),
    ("The hospital said it had received 19 bodies and not 27.", "27", "hospital"),
    ("Turnout was 40 percent and not 60 percent.", "60 percent", None),
    ("They spent $40 million, not $30 million.", "30 million", None),
    ("The epidemic has killed not hundreds but thousands.", "hundreds", None),
    ("There were not even 27 people in the hall.", "27", None),
    ("Neither 40 nor 30 people died.", "30", None),
    ("They did not find 40 bodies but 12.", "40", None),
    ("The strike did not kill 40 civilians but 12 fighters, the army said.", "40", "army"),
    ("The strike did not kill 40 people, the army said.", "40", "army"),
    ("Twelve people died, far from the 300 claimed.", "300", None),
    ("The true toll is nowhere near 300, the army said.", "300", "army"),
    ("The toll is 12 rather than 300.", "300", None),
    ("Contrary to reports of 300 dead, only 12 people died, police said.", "300", "police"),
    ("Reports that 300 people had died were false.", "300", None),
    ("Reports of 300 dead are untrue, the ministry said.", "300", "ministry"),
    ("Rumours that 300 people had died are not true, police said.", "300", "police"),
    ("Officials said reports of 300 dead were exaggerated.", "300", "Officials"),
    ("The firm said claims that it dumped 500 tonnes of waste were “simply untrue”.", "500",
     "firm"),
    ("Earlier reports of 27 dead were wrong; the toll is 19.", "27", None),
    ("It is false that 300 people died.", "300", None),
    ("There is no truth in reports that 300 people died.", "300", None),
    ("“Three hundred dead? That is a lie,” the spokesman said.", "Three hundred", "spokesman"),
    ("Three hundred dead? That’s nonsense.", "Three hundred", None),
    ("The agency wrongly reported 27 deaths.", "27", "agency"),
    ("The army falsely claimed to have killed 300 rebels.", "300", "army"),
    ("The army denied that 300 had died.", "300", "army"),
]  # fmt: skip

# text, number: told as it is, however many words of denial stand near it.
AFFIRMED = [
    ("There are not 27 dead. There are 19.", "19"),
    ("There are not 27 dead but 19.", "19"),
    ("The mayor said 19 people had died, not 27.", "19"),
    ("No fewer than 27 people died.", "27"),
    ("Not more than 27 people died.", "27"),
    ("Not all 27 survivors were found.", "27"),
    ("Not only did 27 people die, but 40 were hurt.", "27"),
    ("He is not among the 27 dead.", "27"),
    ("The 27 dead were not identified.", "27"),
    ("More than 40 people have not been found.", "40"),
    ("There were not enough beds for 40 patients.", "40"),
    ("The bomb went off not 200 metres from the school.", "200"),
    ("Aid has not reached the 40,000 people in the town.", "40,000"),
    ("The law asks for 40 signatures instead of 20.", "20"),
    ("It was not the first time 40 people had died.", "40"),
    ("The reports of 40 dead are true, police said.", "40"),
    ("The report that 40 people died is not wrong.", "40"),
    ("The mayor did not say how many of the 40 had died.", "40"),
    ("None of the 40 patients died.", "40"),
]

DOUBTED = [
    ("The minister would neither confirm nor deny that 200 had died.", "200"),
    ("“I can’t confirm 200 dead,” the minister said.", "200"),
    ("The mayor did not say whether 40 people had died.", "40"),
    ("The mayor said 41 people had fled, not 37 as first announced.", "37"),
    ("The Herald reports that 36 people fled, not the 40 some have claimed.", "40"),
]


def told(text: str, number: str) -> tuple[str | None, str | None]:
    """The source of a figure, and the class of its statement."""
    found = read(report(text))
    classes = {s.id: s.cue_class for s in found.statements}
    one = next(f for f in found.figures if f.text == number)
    return one.source, classes.get(one.statement or "")


@pytest.mark.parametrize(("text", "number", "source"), DENIED)
def test_denied(text: str, number: str, source: str | None) -> None:
    assert told(text, number) == (source, "denying")


@pytest.mark.parametrize(("text", "number"), AFFIRMED)
def test_affirmed(text: str, number: str) -> None:
    assert told(text, number)[1] != "denying"


@pytest.mark.parametrize(("text", "number"), DOUBTED)
def test_doubted(text: str, number: str) -> None:
    assert told(text, number)[1] == "doubting"


def test_what_takes_the_place_of_a_denied_number_has_its_action() -> None:
    found = read(report("There are not 27 dead. There are 19."))
    assert [(f.text, f.action) for f in found.figures] == [("27", "die"), ("19", "die")]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Nineteen people were killed, not 27, in Tarvik on Monday.", 19.0),
        ("There are not 27 dead. There are 19.", 19.0),
        ("Reports of 27 dead are false. Two people died.", 2.0),
    ],
)
def test_a_toll_counts_no_denied_number(text: str, low: float) -> None:
    assert [t.low for t in read(report(text)).tolls if t.harm == "killed"] == [low]
