"""Statements: source, cue and content of invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reading_parts import cut, holding, read, report
from stemmata.model import Manner
from stemmata.reading.background import background
from stemmata.reading.english.cues import CLASSES, FORMS, cue_class
from stemmata.reading.english.parse import parse
from stemmata.reading.quotations import quotations
from stemmata.reading.statements import find_statements

# text, words that the innermost statement must hold, its source's words
SAID = [
    ('"We have taken six villages," Colonel Adan Moreke said on Friday.', "six villages",
     "Colonel Adan Moreke"),
    ("Adan Moreke said six villages had been taken.", "six villages", "Adan Moreke"),
    ("The ministry said that 40 people had died.", "40 people", "The ministry"),
    ("40 people died, the ministry said, and rescuers were still digging.", "40 people",
     "the ministry"),
    ("According to the Tarvik Flood Council, six bridges are closed.", "six bridges",
     "the Tarvik Flood Council"),
    ("Six bridges are closed, according to the Tarvik Flood Council.", "Six bridges",
     "the Tarvik Flood Council"),
    ('"Six bridges are closed," said Lena Orsk, head of the Tarvik flood council.', "Six bridges",
     "Lena Orsk, head of the Tarvik flood council"),
    ("Lena Orsk, head of the Tarvik flood council, said six bridges were closed.", "six bridges",
     "Lena Orsk, head of the Tarvik flood council"),
    ("Lena Orsk told Reuters that six bridges were closed.", "six bridges", "Lena Orsk"),
    ("Officials and state media said six people were hurt.", "six people",
     "Officials and state media"),
    ("The army denied the reports of six dead.", "six dead", "The army"),
    ("State television quoted the disaster centre in Orma province as saying 10 people died.",
     "10 people", "the disaster centre in Orma province"),
    ("The governor was quoted by Xinhua as saying that 10 people were killed.", "10 people",
     "The governor"),
    ("It was reported that 10 people were killed.", "10 people", None),
    ("A military source said on Wednesday that the town had fallen.", "the town",
     "A military source"),
    ("Local sources in eastern Tarvik reported that the town had fallen.", "the town",
     "Local sources in eastern Tarvik"),
    ("Orsk said six bridges were closed, adding that two schools were flooded.", "six bridges",
     "Orsk"),
    ("Orsk said six bridges were closed, adding that two schools were flooded.", "two schools",
     "Orsk"),
    ("Orsk noted that six bridges were closed and added that two schools were flooded.",
     "two schools", "Orsk"),
    ("The rebels claimed that the army had fled.", "the army", "The rebels"),
    ("The report says 12 dams are at risk.", "12 dams", "The report"),
    ("The Harbour Ministry accused the firm of hiding 12 leaks.", "12 leaks",
     "The Harbour Ministry"),
    ("The survey found that 12 dams are at risk.", "12 dams", "The survey"),
    ("Moscow said 12 dams were at risk.", "12 dams", "Moscow"),
    ("Orsk, who leads the council, said 12 dams were at risk.", "12 dams",
     "Orsk, who leads the council"),
    ("The council said it had closed 12 dams, but the army said none was closed.", "12 dams",
     "The council"),
    ("The council said it had closed 12 dams, but the army said none was closed.", "none",
     "the army"),
    ("Residents said they heard explosions.", "explosions", "Residents"),
    ("The mayor warned of further floods.", "further floods", "The mayor"),
    ('"Six died," the mayor said. "Two are missing for good."', "Two are missing", "the mayor"),
    ("'We have six boats,' the mayor said.", "six boats", "the mayor"),
    ('The mayor said: "Six people have died here."', "Six people", "The mayor"),
    ("The mayor, speaking to the Orlan news agency, said six people had died.", "six people",
     "The mayor"),
    ("Six died, the mayor told reporters.", "Six", "the mayor"),
    ("Six died, the mayor said in comments broadcast on state television.", "Six", "the mayor"),
    ("Six people died, Orlan reported.", "Six people", "Orlan"),
    ("The mayor promised to rebuild the bridge.", "the bridge", "The mayor"),
    ("Some 300 houses were lost, the Red Crescent said in a statement on Monday.", "300 houses",
     "the Red Crescent"),
    ("In a report last year the inquiry said that 300 houses were lost.", "300 houses",
     "the inquiry"),
    ("The army has taken 52 districts, Russia says.", "52 districts", "Russia"),
    ("The mayor said as many as 400 people had left.", "400 people", "The mayor"),
    ("The mayor said at least 400 people had left.", "400 people", "The mayor"),
    ("The mayor is demanding that the council close 12 dams.", "12 dams", "The mayor"),
    ("The council has warned that 12 dams could fail.", "12 dams", "The council"),
    ("The government said on Monday that 12 dams had failed.", "12 dams", "The government"),
    ("The number of dead has risen to 86, a spokesman for the ministry said on Wednesday.", "86",
     "a spokesman for the ministry"),
    ("The quake was felt in the capital, officials say.", "the capital", "officials"),
    # scraped text without commas and quotation marks
    ("Warplanes killed at least 58 people in the valley a monitor said.", "58 people",
     "a monitor"),
    ("The strikes wounded more than 60 people said the Observatory.", "60 people",
     "the Observatory"),
    ("Most of the streets had become empty a witness said.", "the streets", "a witness"),
    # mixed and long
    ('The army "has not used them and never will" the source said.', "never will", "the source"),
    ("“We have six boats.\n“Two are lost,” she said.", "six boats", "she"),
    ('"We have six boats.\nTwo are lost," one woman said.', "six boats", "one woman"),
    ("Clashes have spread to six towns,” the centre’s statement added.", "six towns",
     "the centre’s statement"),
]  # fmt: skip

# text, words that no statement may hold
OWN_VOICE = [
    ("40 people died, the ministry said, and rescuers were still digging.", "still digging"),
    ("40 people died, the ministry said, but the search for 12 others has ended.", "12 others"),
    ("The foreign-backed militia left 12 towns.", "12 towns"),
    ("The attack blamed on rebels killed six people.", "six people"),
    ("The attack claimed the lives of 12 people.", "12 people"),
    ("The quake killed 12 people in the north.", "12 people"),
    ("The ministry said six people died.\nThe river had risen for 12 days.", "12 days"),
    ("The council met on Monday. It has 12 members.", "12 members"),
    ('The "rescue" of 12 miners took nine days.', "12 miners"),
    ("The 12 members of the board left by train.", "12 members"),
]

MANNERS: list[tuple[str, str, Manner]] = [
    ('"Six people died," the mayor said.', "Six people", "direct"),
    ("The mayor said six people died.", "six people", "indirect"),
    ('The mayor said it was "the worst flood we have seen" in the valley.', "worst flood", "mixed"),
    ('It was "full of wounded people," the agency reported.', "wounded", "mixed"),
]

# text, words of the content, the source's words, the class of the cue
CLASSED = [
    ("The army denied that 40 people had died.", "40", "The army", "denying"),
    ("The mayor claimed that 40 people had died.", "40", "The mayor", "doubting"),
    ("The mayor promised that 40 homes would be built.", "40", "The mayor", "promising"),
    ("Rescuers fear that 40 people have died.", "40", "Rescuers", "belief"),
    ("The mayor confirmed that 40 people had died.", "40", "The mayor", "assertive"),
    ("The company agreed to pay 40 families.", "40", "The company", "assertive"),
    ("The mayor rejected his claim that 40 people had died.", "40", "his", "doubting"),
    ("An inquiry pointed the finger at the army for 40 deaths.", "40", "An inquiry", "assertive"),
    ("The minister went on to say that 40 people had died.", "40", "The minister", "neutral"),
    ("The club, according to reports, has paid 40 players.", "40", "reports", "neutral"),
    (
        '"We lost 40 homes," Ann Lee (R-Orlan), a lawmaker, said.',
        "40",
        "Ann Lee (R-Orlan), a lawmaker",
        "neutral",
    ),
    ("Photographs showed 40 men at the gate.", "40", "Photographs", "neutral"),
    (
        "Two helicopters left, said Aville Commander Col. Inf. Orm Tavik.",
        "Two",
        "Aville Commander Col. Inf. Orm Tavik",
        "neutral",
    ),
]

# text, words of the content, the links of its chain
CHAINS = [
    ("Reuters quoted the mayor as saying that 40 people died.", "40", ["Reuters", "the mayor"]),
    ("TASS reported that the ministry said 40 people died.", "40", ["TASS", "the ministry"]),
    ("The ministry said that 40 people died.", "40", []),
]

NO_STATEMENT = [
    ("The club offered the player a deal worth $40 million.", "40"),
    ("The town committed $40 million to the dam.", "40"),
    # What heads a paragraph of an update is no speaker.
    ("WATER: Three of the 40 wells are working again.", "40"),
    ("FOOD SECURITY: Some 40 families got parcels.", "40"),
    ("SHELTER: 40 tents were handed out.", "40"),
]

TRANSCRIPTS = [
    ("LEE: We found 40 people there. They were cold.", "cold", "LEE"),
    ("GOV. LEE: We found 40 people there.", "40", "GOV. LEE"),
    ("MAYOR: 40 people died.", "40", "MAYOR"),
    ("POLICE: 40 men were held.", "40", "POLICE"),
]

HEADLINES = [
    ("Kenya: army holds 93 % of the town", "93 %", "Kenya"),
    ("Army holds 93 % of the town, says Tarvik", "93 %", "Tarvik"),
    ("Army holds 93 % of the town: ministry", "93 %", "ministry"),
    ("At least 58 killed in the valley: Observatory", "58", "Observatory"),
    ("At least 58 killed in the valley - ministry", "58", "ministry"),
    ("Suspected attack on the valley kills at least 58 Observatory", "58", "Observatory"),
    ("Ministry says 58 killed in the valley", "58", "Ministry"),
    ("Fire kills 3 schoolchildren state media", "3", "state media"),
    ("Rebel fire kills 58 civilians activists", "58", "activists"),
    ("Air raids kill at least 56 civilians in Norway Monitor", "56", "Monitor"),
]

NO_HEADLINES = [
    ("VIDEO: 93 % of the town is free", "93 %"),
    ("Live updates: 93 % of the town is free", "93 %"),
    ("58 killed in the valley | The Harbour Gazette", "58"),
    ("58 killed in the valley - Harbour Gazette", "58"),
    ("58 dead in Orma Valley Attack", "58"),
    ("Rebels kill 58 riot police", "58"),
    ("Two students attack police", "Two"),
    ("Mob hurts 58 police", "58"),
    ("Gunman kills 3 in clash with state police", "3"),
]

BACKGROUND = [
    ("The quake struck the island, home to 120,000 people, the agency said.", "120,000", True),
    ("Two helicopters flew to Tarvik, a town of 50,000 people, the mayor said.", "50,000", True),
    ("The quake killed 12 people, the agency said.", "12", False),
    ("The mayor said the island is home to 120,000 people.", "120,000", False),
    ("The council said 12 of the 80 wounded had left.", "80", False),
    ("Leaders condemned the attack which killed 58 people.", "58", True),
    ("The mayor said the tents, where 58 people live, had no water.", "58", True),
    ("Lawyers spoke of the tents, where the council now says 58 people live.", "58", False),
    ("Victims of an attack that killed 58 people had burns, the ministry said.", "58", True),
    ("The mayor said the storm, which destroyed 58 houses, had passed.", "58", False),
]


@pytest.mark.parametrize(("text", "words", "source"), SAID)
def test_source(text: str, words: str, source: str | None) -> None:
    found = holding(text, words)
    assert found is not None
    assert cut(text, found.source) == source


@pytest.mark.parametrize(("text", "words"), OWN_VOICE)
def test_the_reports_own_voice(text: str, words: str) -> None:
    assert holding(text, words) is None


@pytest.mark.parametrize(("text", "words", "manner"), MANNERS)
def test_manner(text: str, words: str, manner: Manner) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.manner == manner


@pytest.mark.parametrize(("text", "words", "source"), HEADLINES)
def test_headline(text: str, words: str, source: str) -> None:
    found = holding(text, words, title=True)
    assert found is not None
    assert cut(text, found.source) == source


@pytest.mark.parametrize(("text", "words"), NO_HEADLINES)
def test_headline_without_a_speaker(text: str, words: str) -> None:
    assert holding(text, words, title=True) is None


@pytest.mark.parametrize(("text", "word", "expected"), BACKGROUND)
def test_background(text: str, word: str, expected: bool) -> None:
    parsed, _ = read(text)
    at = next(t.i for t in parsed.tokens if t.text == word)
    assert background(parsed, at) is expected


def test_a_quotation_keeps_its_later_sentences() -> None:
    text = '"Six people died," the mayor said. "Two are missing for good."'
    (only,) = read(text)[1]
    assert [cut(text, s) for s in only.content] == [
        "Six people died,",
        "Two are missing for good.",
    ]


def test_a_quotation_that_nobody_speaks_is_left_alone() -> None:
    text = "The council met.\n“We shall never leave the valley to them.”\nIt rained."
    assert read(text)[1] == ()


def test_identifiers_follow_the_text() -> None:
    text = 'The mayor said six died. The army said none died. "It was bad for us," Orsk said.'
    found = read(text)[1]
    assert [s.id for s in found] == ["r-s1", "r-s2", "r-s3"]
    starts = [s.content[0].start for s in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize(("text", "words", "source", "cue"), CLASSED)
def test_cue_class(text: str, words: str, source: str, cue: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert (cut(text, found.source), found.cue_class) == (source, cue)


@pytest.mark.parametrize(("text", "words", "links"), CHAINS)
def test_chain(text: str, words: str, links: list[str]) -> None:
    found = holding(text, words)
    assert found is not None
    assert [cut(text, one) for one in found.chain] == links


@pytest.mark.parametrize(("text", "words"), NO_STATEMENT)
def test_what_is_given_is_not_said(text: str, words: str) -> None:
    assert holding(text, words) is None


@pytest.mark.parametrize("body", ["Lorn hospital", "Karva police", "Orsk university"])
def test_a_body_called_by_one_unknown_name_is_no_person(body: str) -> None:
    found = find_statements(parse(made := report(f"{body} said 40 people died.")), quotations(made))
    assert [one.source_name for one in found] == [body]


@pytest.mark.parametrize(("text", "words", "source"), TRANSCRIPTS)
def test_transcript(text: str, words: str, source: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert cut(text, found.source) == source


def test_furniture_says_nothing() -> None:
    text = "The mayor said six died.\nMinister says menu is new"
    made = report(text, furniture=(1,))
    found = find_statements(parse(made), quotations(made))
    assert len(found) == 1


def test_every_form_has_a_class() -> None:
    assert all(verb in CLASSES for verb in FORMS.values())
    assert cue_class("claim") == "doubting"
    assert cue_class("deny") == "denying"
    assert cue_class("vow") == "promising"
    assert cue_class("say") == cue_class("according") == "neutral"
    assert len(CLASSES) >= 250


_WORDS = [
    *("the", "mayor", "said", "that", "six", "people", "died", "according", "to", "told"),
    *("Orsk", "he", "who", "and", "adding", "but", "12", "TASS"),
]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"\",.:“”()'\n", *_WORDS]),
        max_size=25,
    )
)
@example(["\n", "said", "(", '"', '"'])
def test_every_span_can_be_cut_out(words: list[str]) -> None:
    text = " ".join(words)
    made = report(text)
    for statement in find_statements(parse(made), quotations(made)):
        assert statement.content
        for span in (*statement.content, statement.source, statement.cue):
            if span is not None:
                assert 0 <= span[0] < span[1] <= len(text)
