"""Outlets that pass a remark on, known to a list or not; whom they cite is the source."""

from __future__ import annotations

import pytest

from reading_parts import report
from stemmata.reading import read

# text, source, outlet; Selwire, Vest and Nordposten stand in no list
THROUGH = [
    ("Selwire, citing police, reported 40 deaths.", "police", "Selwire"),
    ("Selwire, citing police, reported that 40 people had died.", "police", "Selwire"),
    ("Citing police, the Orle Times said 40 people had died.", "police", "Orle Times"),
    ("Quoting a military source, Selwire said 40 people had died.", "a military source",
     "Selwire"),
    ("Selwire reported, quoting the governor, that 40 people had died.", "governor", "Selwire"),
    ("40 people died, Selwire reported, citing the governor.", "governor", "Selwire"),
    ("40 people died, according to Selwire, which quoted the police.", "police", "Selwire"),
    ("According to state television, which cited the police, 40 people died.", "police",
     "state television"),
    ("Local media reported 40 deaths, citing the police.", "police", "Local media"),
    ("State television, quoting an unnamed official, put the toll at 40.",
     "an unnamed official", "State television"),
    ("“We have 40 dead,” Mayor Jon Lind was quoted by Selwire as saying.", "Jon Lind",
     "Selwire"),
    ("“We have 40 dead,” Mayor Jon Lind was quoted as saying by the Selwire news agency.",
     "Jon Lind", "Selwire news agency"),
    ("Mayor Jon Lind said in an interview with Selwire that 40 people had died.", "Jon Lind",
     "Selwire"),
    ("In a phone interview with Vest, the governor put the toll at 40.", "governor", "Vest"),
    ("The governor, in comments to Selwire, put the toll at 40.", "governor", "Selwire"),
    ("Governor Ann Lee told Agence France-Presse that 40 people had died.", "Ann Lee",
     "Agence France-Presse"),
    ("Officials quoted by the daily El Faro said 40 people had died.", "Officials",
     "daily El Faro"),
    # persons, states and bodies that cite are the source themselves
    ("Mayor Ann Lee, citing police, said 40 people had died.", "Ann Lee", None),
    ("The ministry, citing police, said 40 people had died.", "ministry", None),
]  # fmt: skip

# text, source
CONTINUED = [
    ("Police said two died and the army said three died. The latter said 40 were hurt.", "army"),
    ("Police said two died and the army said three died. The former said 40 were hurt.",
     "Police"),
    ("The minister said two had died. The governor said three had. Both said 40 were hurt.",
     "minister and governor"),
    ("The minister and the governor said two had died. Both officials said 40 were hurt.",
     "minister and the governor"),
    ("The minister said two had died. According to him, 40 were hurt.", "minister"),
    ("A military source said two had died. The same source said 40 were hurt.",
     "A military source"),
    ("Ann Lee said two had died. Three were lost, she said. Forty were hurt, she added. "
     "She went on to say that 40 were missing.", "Ann Lee"),
    ("Ann Lee said two had died. She added that three were lost.\n“We have 40 dead.”", "Ann Lee"),
]  # fmt: skip

# headline, source: a town before a colon says where
HEADINGS = [
    ("Tarvik: 40 killed as bus plunges into ravine", None),
    ("Russia: Army holds 40 villages", "Russia"),
    ("UN: 40 homeless after floods", "UN"),
    ("Mayor: 40 dead in blast", "Mayor"),
    ("Blast in Tarvik kills 40 - state TV", "state TV"),
    ("SHOCK: Man wins 40 million on lottery", None),
]


def _of_forty(text: str, title: bool = False) -> tuple[str | None, str | None]:
    found = read(report(text, title=title)).figures
    return next((f.source, f.via) for f in found if f.text.startswith("40"))


@pytest.mark.parametrize(("text", "source", "outlet"), THROUGH)
def test_through(text: str, source: str, outlet: str | None) -> None:
    assert _of_forty(text) == (source, outlet)


@pytest.mark.parametrize(("text", "source"), CONTINUED)
def test_speech_that_goes_on(text: str, source: str) -> None:
    assert _of_forty(text)[0] == source


@pytest.mark.parametrize(("heading", "source"), HEADINGS)
def test_before_a_colon(heading: str, source: str | None) -> None:
    assert _of_forty(f"{heading}\nThe bus fell in Tarvik on Monday.", True)[0] == source


def test_whom_an_outlet_asked_is_not_of_it() -> None:
    text = "In an interview with AFP, Mayor Ann Lee said 40 people had died."
    (figure,) = read(report(text)).figures
    assert (figure.source, figure.organisation, figure.via) == ("Ann Lee", None, "AFP")
