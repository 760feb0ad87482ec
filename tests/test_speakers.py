"""Speakers: whom a pronoun, a description or a surname means, for whom, and through whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reading_parts import holding, read, report
from stemmata.reading.english.parse import parse
from stemmata.reading.quotations import quotations
from stemmata.reading.statements import find_statements

WIRE = (
    "First Deputy Head of the Operations Department at the Orlan General Staff Lieutenant General "
    "Viktor Bramov said on Thursday that six towns were free.\n"
)

NAMES = [
    (WIRE, "six towns", "Viktor Bramov"),
    (WIRE + '"We took 12 guns," Bramov said.', "12 guns", "Viktor Bramov"),
    (WIRE + '"We took 12 guns," he added.', "12 guns", "Viktor Bramov"),
    (WIRE + '"We took 12 guns," the general added.', "12 guns", "Viktor Bramov"),
    (WIRE + "The general said 12 guns were taken.", "12 guns", "Viktor Bramov"),
    (WIRE + "According to Bramov, 12 guns were taken.", "12 guns", "Viktor Bramov"),
    ('Orlan Defence Ministry official Sergei Rudin said six towns were free.\n'
     '"We took 12 guns," the Orlan official said.', "12 guns", "Sergei Rudin"),
    ("Sergei Rudenko said six towns were free.\nRudenka said 12 guns were taken.", "12 guns",
     "Sergei Rudenko"),
    ("Tarvik Governor Lena Orsk said six bridges were closed.\n"
     "She said 12 schools were flooded.", "12 schools", "Lena Orsk"),
    ("Tarvik Governor Lena Orsk said six bridges were closed.\n"
     "The governor said 12 schools were flooded.", "12 schools", "Lena Orsk"),
    ("Tarvik Gov. Lena Orsk said six bridges were closed.\n"
     "The governor said 12 schools were flooded.", "12 schools", "Lena Orsk"),
    ("Lena Orsk, the governor of Tarvik, said six bridges were closed.\n"
     "Mrs Orsk said 12 schools were flooded.", "12 schools", "Lena Orsk"),
    ("The Orlan Observatory for Human Rights said six people died.\n"
     "The Observatory said 12 were hurt.", "12", "Orlan Observatory for Human Rights"),
    ("The Orlan Observatory for Human Rights said six people died.\n"
     "It said 12 people were hurt.", "12 people", "Orlan Observatory for Human Rights"),
    ("The Orlan Observatory for Human Rights said six people died.\n"
     "12 people were hurt, the monitor said.", "12 people", "Orlan Observatory for Human Rights"),
    ("12 people were hurt, a monitor said.\n"
     "The Orlan Observatory for Human Rights said six people died.", "12 people",
     "Orlan Observatory for Human Rights"),
    ("The Orlan Defence Ministry said in a statement that six towns were free.\n"
     "The statement added that 12 guns were taken.", "12 guns", "Orlan Defence Ministry"),
    ("The Orlan Defence Ministry said six towns were free.\n"
     "The ministry said 12 guns were taken.", "12 guns", "Orlan Defence Ministry"),
    ("The Orlan Council for Water said six wells were dry.\n"
     "The council said 12 wells were poisoned.", "12 wells", "Orlan Council for Water"),
    ("A military source said six towns were free.\n"
     "The source said 12 guns were taken.", "12 guns", "military source"),
    ("Officials said six towns were free.\nThey said 12 guns were taken.", "12 guns", "Officials"),
    ("Lena Orsk said six bridges were closed, adding that 12 schools were flooded.", "12 schools",
     "Lena Orsk"),
    ("Lena Orsk said six bridges were closed.\n“We have lost 12 schools.”", "12 schools",
     "Lena Orsk"),
    ("Sara Lind, 22, a baker in Tarvik, said 12 shops were closed.", "12 shops", "Sara Lind"),
    ("Orlan says 12 guns were taken.", "12 guns", "Orlan"),
    ("State TV reported that 12 shops were closed.", "12 shops", "State TV"),
    ("Governor Lena Orsk said six bridges were closed. Mayor Ivan Petrov said none was.\n"
     "He said 12 schools were flooded.", "12 schools", "Ivan Petrov"),
    ("Mrs Lena Orsk said six bridges were closed. Mr Ivan Petrov said none was.\n"
     "She said 12 schools were flooded.", "12 schools", "Lena Orsk"),
    ("Spokeswoman Lena Orsk said six bridges were closed. Mr Ivan Petrov said none was.\n"
     "She said 12 schools were flooded.", "12 schools", "Lena Orsk"),
    ("The foreign minister, Lena Orsk, said six people died.\n"
     "The minister said 12 homes were lost.", "12 homes", "Lena Orsk"),
    ("Brigadier General Oleg Rusin, spokesman for the Orlan army, said six died.\n"
     "The spokesman said 12 homes were lost.", "12 homes", "Oleg Rusin"),
    ("A resident, Ann Vell, said six died.\n"
     '"We lost 12 boats," said Vell.', "12 boats", "Ann Vell"),
    ('Resident Ann Vell said six boats sank.\n"We lost 12 boats," the resident said.',
     "12 boats", "Ann Vell"),
    ("The White Helmets said six died.\nThe group said 12 homes were lost.", "12 homes",
     "White Helmets"),
    ("The Orlan government said six died.\nThe government said 12 homes were lost.", "12 homes",
     "Orlan government"),
    ("The rebels said six died.\nThey said 12 homes were lost.", "12 homes", "rebels"),
    ("A spokeswoman for the Red Cross said six died.\nShe said 12 homes were lost.", "12 homes",
     "spokeswoman for the Red Cross"),
    ("12 homes were lost, according to a statement released on Monday by the Orlan Council.",
     "12 homes", "Orlan Council"),
    ("A statement from the Orlan Council said 12 homes were lost.", "12 homes", "Orlan Council"),
    ("An official who asked not to be named said 12 homes were lost.", "12 homes",
     "An official"),
    ("Two officials, who declined to be named, said 12 homes were lost.", "12 homes",
     "Two officials"),
    ("The monitor and a civil defence official said 12 homes were lost.", "12 homes",
     "monitor and a civil defence official"),
    ("Berlin, Paris and Rome said 12 homes were lost.", "12 homes", "Berlin, Paris and Rome"),
    ("Media watchdog Reporters Without Borders said 12 people were held.", "12 people",
     "Reporters Without Borders"),
    ("The agency's correspondent in Orma said 12 homes were lost.", "12 homes",
     "agency's correspondent in Orma"),
    ("Human Rights Watch said six died.\nA war monitor said 12 homes were lost.", "12 homes",
     "war monitor"),
    ("Lena Orsk told the mayor's Ivan Petrov that 12 homes were lost.", "12 homes", "Lena Orsk"),
    ("Lena Orsk, Mr Petrov's aide, said 12 homes were lost.", "12 homes", "Lena Orsk"),
    ("TASS quoted the ministry as saying that Commander Oleg Rusin had reported 12 dead.",
     "12 dead", "Oleg Rusin"),
]  # fmt: skip

# Whom a role beside a name means
BESIDE = [
    ("Forty wells are dry, said the clerk, Lena Orsk.", "Forty wells", "Lena Orsk"),
    ("The flood clerk spoke.\nForty wells are dry, said the clerk, Lena Orsk.", "Forty wells",
     "Lena Orsk"),
    ("Forty wells are dry, said the clerk.", "Forty wells", "clerk"),
    ("Twelve left, according to Lena Orsk, Petrov's campaign manager, who said 40 would follow.",
     "40", "Lena Orsk"),
    ("Twelve left, said Lena Orsk of the farmers' union, who said 40 would follow.", "40",
     "Lena Orsk"),
    ("Twelve left, said the union, which said 40 would follow.", "40", "union"),
    ("The Orlan Observatory a Tarvik-based war monitor said 40 had died.", "40",
     "Orlan Observatory"),
    ("A monitor said 40 had died. The Orlan Observatory for Rights said 12 were hurt.", "40",
     "Orlan Observatory for Rights"),
    ("The Harbour Gazette reported, quoting a clerk. Twelve fled, the newspaper said.", "Twelve",
     "Harbour Gazette"),
    ("The Harbour Gazette and the Orlan Herald wrote of it. Twelve fled, the newspaper said.",
     "Twelve", "newspaper"),
]  # fmt: skip

UNKNOWN = [
    (
        "General Oleg Rusin said six died. General Pavel Tarn said 12 died.\n"
        "The general said 40 homes were lost.",
        "40 homes",
    ),
    ("There are 40 dams at risk, she said, according to the Gazette.", "40 dams"),
    ("They said 40 homes were lost.", "40 homes"),
    ("He said 12 guns were taken.", "12 guns"),
    ("The council met Lena Orsk and Ivan Petrov.\nHe said 12 guns were taken.", "12 guns"),
    ("It said 12 guns were taken.", "12 guns"),
]

BODIES = [
    ("The Orlan Union counts 27 dead. Its chairman, Oleg Viss, said six bridges were shut.",
     "six bridges", "Orlan Union"),
    ("The army said 12 had died. The firm's boss, Oleg Viss, said six bridges were shut.",
     "six bridges", "firm"),
    (WIRE, "six towns", "Orlan General Staff"),
    (WIRE + '"We took 12 guns," he added.', "12 guns", "Orlan General Staff"),
    ("Orlan Defence Ministry official Sergei Rudin said six towns were free.", "six towns",
     "Orlan Defence Ministry"),
    ("Lena Orsk, head of the Tarvik health directorate, said six people died.", "six people",
     "Tarvik health directorate"),
    ("Ivan Petrov, a spokesman for the Orlan Red Crescent, said six people died.", "six people",
     "Orlan Red Crescent"),
    ("Lena Orsk said six people died.", "six people", None),
    ("Ann Vell, an economist at Tarvik Bank, said six people died.", "six people", "Tarvik Bank"),
    ("Tarvik Bank economist Ann Vell said six people died.", "six people", "Tarvik Bank"),
    ("Ann Vell of the Tarvik Bank said six people died.", "six people", "Tarvik Bank"),
    ("A source at Tarvik Police Command said six people died.", "six people",
     "Tarvik Police Command"),
    ("A source in the province said six people died.", "six people", None),
    ("A spokeswoman for the Red Cross said six people died.", "six people", "Red Cross"),
]  # fmt: skip

THROUGH = [
    ("Lena Orsk told Sputnik that six bridges were closed.", "six bridges", "Sputnik"),
    ("Lena Orsk told the AFP news agency that six bridges were closed.", "six bridges", "AFP"),
    ("Lena Orsk told Sputnik that six bridges were closed.\nOrsk said 12 schools were flooded.",
     "12 schools", "Sputnik"),
    ('"Six bridges are closed," Lena Orsk told state television.', "Six bridges",
     "state television"),
    ('"Six bridges are closed," Lena Orsk said in comments broadcast on state television.',
     "Six bridges", "state television"),
    ('"Six bridges are closed," Lena Orsk said on Friday, according to TASS reports.',
     "Six bridges", "TASS"),
    ("State television quoted the flood council as saying six bridges were closed.", "six bridges",
     "State television"),
    ("Lena Orsk was quoted by IRNA as saying that six bridges were closed.", "six bridges", "IRNA"),
    ("Lena Orsk said six bridges were closed, Reuters reported.", "six bridges", "Reuters"),
    ("Lena Orsk, speaking to Xinhua, said six bridges were closed.", "six bridges", "Xinhua"),
    ("Lena Orsk told reporters that six bridges were closed.", "six bridges", None),
    ("Lena Orsk said six bridges were closed.", "six bridges", None),
    ("Reuters reported that six bridges were closed.", "six bridges", None),
    ("Lena Orsk told The Harbour Gazette that six bridges were closed.", "six bridges",
     "Harbour Gazette"),
    ("Lena Orsk said, in remarks carried by Xinhua, that six bridges were closed.", "six bridges",
     "Xinhua"),
    ("In an interview with Sky News, Lena Orsk said six bridges were closed.", "six bridges",
     "Sky News"),
    ("Lena Orsk said in an interview with the BBC that six bridges were closed.", "six bridges",
     "BBC"),
    ("The ministry said on its Telegram channel that six bridges were closed.", "six bridges",
     None),
    ("The centre said in its daily news bulletin that six bridges were closed.", "six bridges",
     None),
    ("Lena Orsk told a news conference that six bridges were closed.", "six bridges", None),
    ("Six bridges are closed, TASS reported, citing the council.", "Six bridges", "TASS"),
    ("Six bridges are closed, according to TASS, citing the council.", "Six bridges", "TASS"),
    ("Five were hurt in a shelling SANA reported citing a source at the Tarvik Police Command.",
     "Five", "SANA"),
    ("TASS quoted the ministry as saying that Commander Oleg Rusin had closed six bridges.",
     "six bridges", "TASS"),
    ("TASS reported that Lena Orsk said six bridges were closed.", "six bridges", "TASS"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), [*NAMES, *BESIDE])
def test_name(text: str, words: str, name: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.source_name is not None
    assert found.source_name.removeprefix("A ").removeprefix("The ") == name


@pytest.mark.parametrize(("text", "words"), UNKNOWN)
def test_unknown_is_an_answer(text: str, words: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.source is not None
    assert found.source_name is None


@pytest.mark.parametrize(("text", "words", "body"), BODIES)
def test_organisation(text: str, words: str, body: str | None) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.organisation == body


@pytest.mark.parametrize(("text", "words", "outlet"), THROUGH)
def test_via(text: str, words: str, outlet: str | None) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.via == outlet


def test_two_people_of_one_surname_stay_apart() -> None:
    text = (
        "Lena Orsk said six bridges were closed.\nIvan Orsk said 12 schools were flooded.\n"
        "Lena Orsk said two roads were lost."
    )
    assert [s.source_name for s in read(text)[1]] == ["Lena Orsk", "Ivan Orsk", "Lena Orsk"]


# Outlets that only the report's own head tells, and what they are called in short.
KNOWN_OUTLETS = [
    ("Lena Orsk told Northwave that 12 homes were lost.", "Northwave", "Northwave"),
    ("Lena Orsk told the Herald that 12 homes were lost.", "The Orle Herald", "Herald"),
    ("Lena Orsk told Orle Today 12 homes were lost.", "Orle Today", "Orle Today"),
    ("Lena Orsk told Northwave that 12 homes were lost.", "Southwave", None),
    ("Lena Orsk told the council that 12 homes were lost.", "The Orle Herald", None),
]


@pytest.mark.parametrize(("text", "outlet", "via"), KNOWN_OUTLETS)
def test_an_outlet_by_its_short_form(text: str, outlet: str, via: str | None) -> None:
    made = replace(report(text), outlet=outlet)
    (found,) = find_statements(parse(made), quotations(made))
    assert found.via == via


def test_a_dateline_tells_an_agency() -> None:
    text = "ORLE, Oct 3 (Northwave) -\nLena Orsk told Northwave that 12 homes were lost."
    made = report(text)
    segments = (replace(made.segments[0], kind="dateline"), made.segments[1])
    made = replace(made, segments=segments)
    assert [s.via for s in find_statements(parse(made), quotations(made))] == ["Northwave"]
