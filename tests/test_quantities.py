"""Figures find the others that answer the same question, and no more."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconciling_parts import RIVER, origin, reading, toll
from stemmata.errors import StemmataError
from stemmata.model import Passage, Reading, Span
from stemmata.reconciling import reconcile
from stemmata.reconciling.kinship import Outline, kinship
from stemmata.reconciling.pairs import signs
from stemmata.reconciling.quantities import compared
from stemmata.reconciling.words import singular

OPENING = "The Orla burst its banks near Temsk in the province of Varn on Monday."


def flood(report: str, published: str | None, *sentences: object) -> Reading:
    return reading(report, published, OPENING, *sentences)  # type: ignore[arg-type]


def groups(*readings: Reading, **more: object) -> list[set[str]]:
    """The groups of two figures or more."""
    found = reconcile(readings, more.get("origins", ()), more.get("passages", ()))  # type: ignore[arg-type]
    return [set(q.figures) for q in found.quantities if len(q.figures) > 1]


KILLED = "The flood in the Orla valley killed [58] people, officials in Varn said."
HURT = "The flood in the Orla valley injured [120] people, officials in Varn said."

TOGETHER = {
    "the same number": (toll(KILLED), toll("The Orla valley flood killed [58] people.")),
    "another word for the deed": (
        toll(KILLED),
        toll("[58] people died in the Orla valley flood.", "die"),
    ),
    "a hedge": (toll(KILLED), toll("At least [58] people were killed in the Orla valley flood.")),
    "a vague word": (
        toll(KILLED),
        toll("The flood killed [dozens] of people in the Orla valley, officials said."),
    ),
    "a growing toll": (
        toll(KILLED),
        toll("The flood in the Orla valley killed [72] people, officials said."),
    ),
    "another word for the people": (
        toll(KILLED, thing="civilians"),
        toll("The flood in the Orla valley killed at least [58] people.", thing="people"),
    ),
    "a place that was missed": (
        toll(KILLED),
        ("The flood in the Orla valley killed [58] people.", {"action": "kill"}),
    ),
    "a deed that was missed": (
        toll(KILLED),
        (
            "The flood in the Orla valley killed [58] people, officials in Varn said.",
            {"place": RIVER},
        ),
    ),
    "two words for fighters": (
        ("[1,096] militants left eastern Temsk.", {"thing": "militants", "action": "leave"}),
        ("[1,096] gunmen left eastern Temsk.", {"thing": "gunmen", "action": "leave"}),
    ),
    "two agencies' magnitudes": (
        (
            "The Temsk survey put the quake at [6.1].",
            {"unit": "M", "kind": "measure", "thing": "quake", "place": "Temsk"},
        ),
        (
            "The Varn institute put the quake near Temsk at [5.9].",
            {"unit": "M", "kind": "measure", "thing": "quake", "place": "Temsk"},
        ),
    ),
    "the people of one town": (
        ("Welk is a town of [9,400] people.", {"place": "Welk"}),
        ("Welk is home to [9,000] people.", {"place": "Welk"}),
    ),
    "an offer of one club": (
        (
            "The Orla Rovers made Ben Sall a $[5,000,000] offer.",
            {"unit": "USD", "kind": "measure", "thing": "Ben Sall"},
        ),
        (
            "The Rovers are said to offer Ben Sall $[5,500,000].",
            {"unit": "USD", "kind": "measure", "thing": "Monday morning"},
        ),
    ),
    "verbs of no family": (
        (
            "A power cut knocked out [14] pumps.",
            {"unit": "item", "thing": "pumps", "action": "knock out"},
        ),
        ("At least [12] pumps went dark.", {"unit": "item", "thing": "pumps", "action": "go dark"}),
    ),
    "the shot and the wounded": (
        ("[Three] people were shot at a bar in Temsk.", {"action": "shoot", "place": "Temsk"}),
        ("[Three] people were wounded at a bar in Temsk.", {"action": "wound", "place": "Temsk"}),
    ),
    "a sum in two currencies and in the other": (
        (
            "The state promised each family [500,000] crowns ($[5,800]).",
            {
                "kind": "measure",
                "thing": "family",
                "action": "promise",
                "each": [{"unit": "SEK"}, {"unit": "USD"}],
            },
        ),
        (
            "The state promised each family $[5,800].",
            {"kind": "measure", "thing": "family", "action": "promise", "unit": "USD"},
        ),
    ),
    "a year and so many years ago": (
        (
            "Orlex paid $[640] million for the Varn mill in 2028.",
            {
                "unit": "USD",
                "kind": "measure",
                "thing": "mill",
                "action": "pay",
                "period": "in 2028",
            },
        ),
        (
            "Orlex bought the Varn mill three years ago for $[650] million.",
            {
                "unit": "USD",
                "kind": "measure",
                "thing": "mill",
                "action": "buy",
                "period": "three years ago",
            },
        ),
    ),
    "those of one country": (
        ("On board were [5] Ukrainians, the owner said.", {"thing": "Ukrainians"}),
        ("Of the crew [6] were Ukrainian, the owner said.", {"thing": "crew"}),
    ),
    "miles and kilometres": (
        (
            "The quake was [60] kilometres from Temsk.",
            {"unit": "km", "kind": "measure", "thing": "quake", "place": "Temsk"},
        ),
        (
            "The quake was [60] kilometres ([37] miles) from Temsk.",
            {
                "kind": "measure",
                "thing": "quake",
                "place": "Temsk",
                "each": [{"unit": "km"}, {"unit": "mi"}],
            },
        ),
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_figures_that_answer_one_question(name: str) -> None:
    first, second = TOGETHER[name]
    a, b = flood("a", "2031-05-05", first), flood("b", "2031-05-06", second)
    (group,) = groups(a, b)
    assert group == {f.id for f in (*a.figures, *b.figures)}


APART = {
    "killed and injured": (toll(KILLED), toll(HURT, "injure")),
    "killed, and killed or injured": (
        toll(KILLED),
        toll("In the Orla valley flood [90] people were killed or injured, officials said."),
    ),
    "killed, and what the toll may reach": (
        toll(KILLED),
        toll("The toll of the flood in the Orla valley could reach [90], officials in Varn said."),
    ),
    "soldiers and militants": (
        ("A raid in the Orla valley killed [58] soldiers.", {"action": "kill", "place": RIVER,
                                                             "thing": "soldiers"}),
        ("A raid in the Orla valley killed [31] militants.", {"action": "kill", "place": RIVER,
                                                              "thing": "militants"}),
    ),
    "soldiers and as many children": (
        toll("A raid in the Orla valley killed [two] soldiers.", thing="soldiers"),
        toll("Shells in the Orla valley killed [two] children.", thing="children"),
    ),
    "bodies at a hospital and the toll": (
        toll(KILLED),
        ("In the Orla valley [31] bodies were brought to Temsk hospital.",
         {"action": "bring", "place": RIVER, "thing": "bodies"}),
    ),
    "those of two countries": (
        toll("The flood in the Orla valley killed [three] Greeks.", thing="Greeks"),
        toll("The flood in the Orla valley killed [two] Germans.", thing="Germans"),
    ),
    "foreigners and all": (
        toll(KILLED),
        toll("The flood in the Orla valley killed [5] foreigners.", thing="foreigners"),
    ),
    "children and all": (
        toll(KILLED),
        toll("The flood in the Orla valley killed [11] children.", thing="children"),
    ),
    "a share and a count": (
        ("The army holds [93 %] of Temsk.", {"action": "control", "thing": "Temsk"}),
        ("The army holds [93] of Temsk.", {"action": "control", "thing": "Temsk"}),
    ),
    "the city and a part of it": (
        ("The army holds [93 %] of the city.", {"action": "control", "thing": "the city"}),
        (
            "The army holds [93 %] of the former rebel pocket.",
            {"action": "control", "thing": "the former rebel pocket"},
        ),
    ),
    "an older event": (
        toll(KILLED),
        toll(
            "A flood in the Orla valley killed [31] people in May 2003.", period="in May 2003"
        ),
    ),
    "offers of two clubs": (
        (
            "The Orla Rovers made Ben Sall a $[5,000,000] offer.",
            {"unit": "USD", "kind": "measure", "thing": "offer"},
        ),
        (
            "The Mire Harriers made Ben Sall a $[5,500,000] offer.",
            {"unit": "USD", "kind": "measure", "thing": "offer"},
        ),
    ),
    "a quake and its aftershock": (
        (
            "The Temsk survey put the quake at [6.1].",
            {"unit": "M", "kind": "measure", "thing": "quake", "place": "Temsk"},
        ),
        (
            "An aftershock of [4.3] was felt in Temsk.",
            {"unit": "M", "kind": "measure", "thing": "aftershock", "place": "Temsk"},
        ),
    ),
    "a window of a day and one of a month": (
        ("[3,400] people left Temsk in the last 24 hours.",
         {"action": "leave", "period": "in the last 24 hours", "place": "Temsk"}),
        ("[9,100] people left Temsk in the past month.",
         {"action": "leave", "period": "in the past month", "place": "Temsk"}),
    ),
    "those who live there and those who left in a day": (
        ("[3,400] people live in Temsk.", {"action": "live", "place": "Temsk"}),
        ("[3,400] people left Temsk in the last 24 hours.",
         {"action": "leave", "period": "in the last 24 hours", "place": "Temsk"}),
    ),
    "the day's count of two days": (
        ("[340] people left Temsk in the last 24 hours.",
         {"action": "leave", "period": "in the last 24 hours", "place": "Temsk"}),
        ("[910] people left Temsk in the last 24 hours.",
         {"action": "leave", "period": "in the last 24 hours", "place": "Temsk"}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", APART)
def test_figures_that_answer_two_questions(name: str) -> None:
    first, second = APART[name]
    assert groups(flood("a", "2031-05-05", first), flood("b", "2031-05-06", second)) == []


def test_the_numbers_of_one_sentence_are_two_quantities_unless_it_tells_of_a_change() -> None:
    two = toll("The flood killed [58] people in Temsk and [31] people in Lower Varn.")
    assert groups(flood("a", None, two)) == []
    rising = toll("The toll of people killed in the Orla valley rose from [31] to [58].")
    assert groups(flood("b", None, rising)) == [{"b-01", "b-02"}]


def test_a_sentence_that_goes_on_about_an_older_event() -> None:
    now = flood("a", "2031-05-05", toll(KILLED))
    older = flood(
        "b",
        "2031-05-06",
        "A flood hit the Orla valley in May 2003.",
        toll("It killed [31] people."),
    )
    assert groups(now, older) == []


def test_parts_of_two_wholes_are_apart() -> None:
    one = (
        "About [8,500] civilians were evacuated from Temsk, among them [2,934] children.",
        {"action": "evacuate", "each": [{"thing": "civilians"},
                                        {"thing": "children", "part_of": 1}]},
    )  # fmt: skip
    two = (
        "More than [10,500] people, among them [2,700] children, were evacuated from Temsk.",
        {"action": "evacuate", "each": [{}, {"thing": "children", "part_of": 1}]},
    )
    found = groups(flood("a", "2031-05-05", one), flood("b", "2031-05-05", two))
    assert not any({"a-02", "b-02"} <= group for group in found)


def test_a_wrong_part_does_not_part_two_groups() -> None:
    """One figure taken for a part of its fellow leaves the group; the others stay."""
    many = [flood(f"r{n}", "2031-05-05", toll(KILLED)) for n in range(4)]
    wrong = flood(
        "w", "2031-05-05", toll(KILLED),
        toll("The flood in the Orla valley killed [58] people.", part_of=1),
    )  # fmt: skip
    (group,) = groups(*many, wrong)
    assert len(group) == 5


def test_reports_of_two_floods_are_strangers() -> None:
    visit = "Governor Ilva Sorn visited Temsk and Upper Orla."
    here = flood("a", "2031-05-05", toll(KILLED), visit)
    there = reading(
        "b",
        "2031-05-05",
        "The Mire rose in Castellan, Port Adra and Welk, said Mayor Jon Parry.",
        ("A flood in Castellan killed [58] people.", {"action": "kill", "place": "Castellan"}),
    )
    assert groups(here, there) == []


def test_a_case_of_many_events_asks_for_more_in_common() -> None:
    """What ties two reports of one event does not tie two of many in one town."""
    here = Outline(
        frozenset({"temsk", "varn", "orla", "sorn"}),
        frozenset("temsk varn orla sorn flood levee rain bridge council".split()),
        date(2031, 5, 5),
    )
    there = Outline(
        frozenset({"temsk", "varn", "welk", "parry"}),
        frozenset("temsk varn welk parry flood river rain ferry mayor".split()),
        date(2031, 5, 6),
    )
    others = [
        Outline(
            frozenset({"temsk", f"name{n}", f"street{n}", f"family{n}"}),
            frozenset({"temsk", "rain"} | {f"word{n}-{k}" for k in range(9)}),
            date(2031, 5, 1 + n % 28),
        )
        for n in range(300)
    ]
    assert kinship([here, there])(0, 1) < kinship([here, there, *others])(0, 1)
    assert kinship([here, here, *others])(0, 1) == 0.0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.frozensets(st.sampled_from("abcdefgh")), st.frozensets(st.sampled_from("klmnopqrst"))
        ),
        min_size=2,
        max_size=6,
    )
)
def test_kinship_is_a_share_and_the_same_both_ways(
    parts: list[tuple[frozenset[str], frozenset[str]]],
) -> None:
    outlines = [Outline(names, names | words, None) for names, words in parts]
    strange = kinship(outlines)
    for a in range(len(outlines)):
        for b in range(len(outlines)):
            assert 0.0 <= strange(a, b) <= 1.0
            assert strange(a, b) == kinship(outlines)(b, a)


def signs_of(*readings: Reading) -> dict[tuple[str, str], dict[str, float]]:
    """The signs of each pair of figures that was compared."""
    made = compared(readings, (), ())
    named = [one.figure.id for one in made.features]
    return {
        (named[i], named[j]): signs(made.features[i], made.features[j], made.ground)
        for i, j in made.scores
    }


def test_a_number_of_children_grows_whether_or_not_it_is_told_as_a_part() -> None:
    among = toll(
        "The flood killed [58] people, among them [11] children.",
        each=[{}, {"thing": "children", "part_of": 1}],
    )
    first = flood("a", "2031-05-05", among)
    second = flood("b", "2031-05-06", toll("It killed [22] schoolchildren.", thing="children"))
    assert groups(first, second) == [{"a-02", "b-01"}]


def test_so_many_of_whom_fewer_were_children_are_not_as_many_children() -> None:
    among = toll(
        "The flood killed [22] people, [7] of them children.",
        each=[{}, {"thing": "children", "part_of": 1}],
    )
    first = flood("a", "2031-05-05", among)
    second = flood("b", "2031-05-05", toll("It killed [22] children.", thing="children"))
    assert signs_of(first, second)["a-01", "b-01"]["part and whole"] == 1.0


PUMPS = {"unit": "item", "thing": "pumps", "place": "Temsk"}
ONLY_ONES = [
    # the first report's figures, the second's, how far each may be the only one
    (["[14] pumps stood still."], ["[14] pumps were out of order."], 1.0),
    (["[14] pumps stood still."], ["[13] pumps were out of order."], 0.85),
    (["[14] pumps stood still."], ["[90] pumps were out of order."], 0.0),
    (["[14] pumps stood still.", "[3] pumps ran."], ["[14] pumps were out of order."], 0.0),
    (["[14] pumps stood still.", "The [14] pumps are old."], ["[14] pumps stood."], 1.0),
]


@pytest.mark.parametrize(("first", "second", "strength"), ONLY_ONES)
def test_one_number_of_such_things_in_each_report(
    first: list[str], second: list[str], strength: float
) -> None:
    a = flood("a", "2031-05-05", *((one, PUMPS) for one in first))
    b = flood("b", "2031-05-05", *((one, PUMPS) for one in second))
    assert signs_of(a, b)["a-01", "b-01"]["only ones"] == pytest.approx(strength, abs=0.01)


def test_one_number_of_those_to_whom_the_same_befell() -> None:
    guards = {"thing": "guards", "place": "Temsk"}
    first = flood(
        "a",
        "2031-05-05",
        ("Police held [14] guards.", {**guards, "action": "hold"}),
        ("A wall fell and hurt [3] guards.", {**guards, "action": "hurt"}),
    )
    second = flood("b", "2031-05-05", ("Police held [14] guards.", {**guards, "action": "hold"}))
    assert signs_of(first, second)["a-01", "b-01"]["only ones"] == 1.0


MOUNTING = [
    # the later number, the verb, the day of the later report, how far apart the two stand
    ("1,600", "displace", "2031-05-07", 0.12),
    ("1,600", "displace", "2031-05-05", 0.47),
    ("1,600", "pay", "2031-05-07", 0.47),
    ("620", "displace", "2031-05-07", 0.48),
]


@pytest.mark.parametrize(("number", "verb", "day", "far"), MOUNTING)
def test_what_mounts_up_from_day_to_day(number: str, verb: str, day: str, far: float) -> None:
    first = flood("a", "2031-05-05", toll(f"The flood {verb}d [1,004] people.", verb))
    second = flood("b", day, toll(f"The flood {verb}d [{number}] people.", verb))
    found = signs_of(first, second)["a-01", "b-01"]
    assert found["number far"] == pytest.approx(far, abs=0.02)


PERIODS = [
    ("The jail was built in 1974 for [620] men.", "in 1974", "none"),
    ("The war began in 2019 and has since killed [9,000] people.", "in 2019", "total"),
    ("A raid in 2019 killed [58] people.", "in 2019", "date"),
]


@pytest.mark.parametrize(("sentence", "phrase", "sort"), PERIODS)
def test_the_year_of_something_else(sentence: str, phrase: str, sort: str) -> None:
    one = reading("a", "2031-05-05", (sentence, {"period": phrase}))
    assert compared([one], (), ()).features[0].period.sort == sort


def test_an_old_event_told_with_its_year_alone() -> None:
    first = flood(
        "a", "2031-05-05", toll("In June 2009 a flood killed [58] people.", period="In June 2009")
    )
    second = flood(
        "b", "2031-05-05", toll("The 2009 flood, which left [61] dead, led to no trial.")
    )
    assert "background apart" not in signs_of(first, second)["a-01", "b-01"]


QUAKE = "A quake shook Temsk in the province of Varn."
MAIN_TOLLS = [
    # the tolls of three reports of three days, and whether those of the first two are main tolls
    (("[9] people were killed.", "[14] people were killed.", "[31] people were killed."), True),
    (("[31] people were killed.", "[9] people were killed.", "[14] people were killed."), False),
    (("[9] people were killed.", "In 2009, [14] people were killed.", "[31] people died."), False),
    (("[9] children were killed.", "[14] people were killed.", "[31] people died."), False),
]


@pytest.mark.parametrize(("tolls", "main"), MAIN_TOLLS)
def test_main_tolls_that_go_on_from_one_another(tolls: tuple[str, ...], main: bool) -> None:
    told = [
        (text, {"action": "kill", "thing": "children" if "children" in text else "people"})
        for text in tolls
    ]
    reports = [reading(n, f"2031-05-0{5 + i}", QUAKE, told[i]) for i, n in enumerate("abc")]
    assert ("main tolls" in signs_of(*reports).get(("a-01", "b-01"), {})) == main


SINGULAR = [
    ("schoolchildren", "schoolchild"),
    ("Policewomen", "policewoman"),
    ("firemen", "fireman"),
    ("specimen", "specimen"),
    ("regimen", "regimen"),
    ("women", "woman"),
    ("villages", "village"),
]


@pytest.mark.parametrize(("plural", "one"), SINGULAR)
def test_the_singular_of_a_word(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_a_shared_passage_brings_aligned_figures_together() -> None:
    there = {"unit": "item", "place": "Temsk"}
    crates = {"thing": "crates", "action": "destroy", **there}
    boats = {"thing": "boats", "action": "deliver", **there}
    first = flood("a", None, ("Some [1,041] crates were seen.", crates))
    second = flood("b", None, ("[1,041] boats, it says.", boats))
    f, g = first.figures[0], second.figures[0]
    spans = [(Span(one.start - 2, one.end + 9),) for one in (f, g)]
    shared = Passage("a", "b", *spans, "narration", 6, "")
    assert groups(first, second) == []
    assert groups(first, second, passages=[shared]) == [{"a-01", "b-01"}]


QUESTIONS = [
    (
        toll("[58] people were killed or injured."),
        "How many people were killed or hurt in the Orla valley?",
    ),
    (
        ("The hall has room for [600] people.", {"place": "Temsk"}),
        "How many people is there room for in Temsk?",
    ),
    (toll("[58] people were killed."), "How many people were killed in the Orla valley?"),
    (
        ("[1,096] militants left eastern Temsk.",
         {"thing": "militants", "action": "leave", "place": "eastern Temsk"}),
        "How many militants left eastern Temsk?",
    ),
    (
        ("[93 %] of the city's territory is held.",
         {"thing": "the city's territory", "action": "control"}),
        "What share of the city's territory was controlled?",
    ),
    (
        ("[270] tonnes of humanitarian aid were delivered to Temsk.",
         {"unit": "t", "kind": "measure", "thing": "humanitarian aid", "action": "deliver",
          "place": "Temsk"}),
        "How much humanitarian aid was delivered to Temsk?",
    ),
    (
        ("[10,500] people left in the last 24 hours.",
         {"action": "leave", "place": "Temsk", "period": "in the last 24 hours"}),
        "How many people left Temsk in the last 24 hours to 5 May 2031?",
    ),
    (
        ("a quake of [6.1]", {"unit": "M", "kind": "measure", "thing": "quake"}),
        "What was the magnitude of the quake?",
    ),
    (
        ("[58] bridges collapsed.",
         {"unit": "item", "thing": "bridges", "action": "collapse", "place": "Temsk"}),
        "How many bridges collapsed in Temsk?",
    ),
    (
        ("[58] people died.", {"action": "die", "place": "the roofs of Temsk"}),
        "How many people died on the roofs of Temsk?",
    ),
    (("[58] people", {}), "How many people were there?"),
    (
        ("[310] people were taken out of Temsk on Monday.", {"action": "take", "place": "Temsk"}),
        "How many people were taken out of Temsk?",
    ),
    (
        ("[58] homes were flooded.", {"unit": "item", "thing": "homes", "action": "flood"}),
        "How many homes were flooded?",
    ),
    (
        ("The team was sent after [two] quakes.",
         {"unit": "item", "thing": "quakes", "action": "send"}),
        "How many quakes were there?",
    ),
    (
        ("[31] people received treatment in Temsk.", {"action": "receive", "place": "Temsk"}),
        "How many people received treatment in Temsk?",
    ),
    (
        ("Welk is a town of [9,400] people.", {"place": "Welk"}),
        "How many people live in Welk?",
    ),
    (
        ("The quake was [60] km southwest of Temsk.",
         {"unit": "km", "kind": "measure", "thing": "quake", "place": "southwest of Temsk"}),
        "How far southwest of Temsk was the quake?",
    ),
    (
        ("Waves [two] m high were seen.",
         {"unit": "m", "kind": "measure", "thing": "waves", "action": "see"}),
        "How high were the waves?",
    ),
    (
        ("The Orla Rovers made Ben Sall a $[5,000,000] offer.",
         {"unit": "USD", "kind": "measure", "thing": "Ben Sall", "action": "make"}),
        "How much was the offer, in USD?",
    ),
    (
        ("[40 %] of the wells", {"thing": "the wells", "place": "Temsk"}),
        "What share of the wells was it in Temsk?",
    ),
    (
        ("Output fell by [40 %].",
         {"kind": "change", "thing": "output", "action": "fall"}),
        "By how much did the output fall?",
    ),
    (
        ("[58,000] people", {"thing": "population", "place": "Temsk"}),
        "How many people live in Temsk?",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "asked"), QUESTIONS)
def test_the_question_in_plain_words(sentence: tuple[str, dict[str, object]], asked: str) -> None:
    (quantity,) = reconcile([reading("a", "2031-05-05", sentence)], (), ()).quantities
    assert quantity.question == asked


MEASURES = [
    ({"action": "kill"}, "running total"),
    ({"action": "leave"}, "running total"),
    ({"action": "leave", "period": "in the last 24 hours"}, "flow"),
    ({"action": "evacuate", "period": "on Friday"}, "flow"),
    ({"action": "live"}, "stock"),
    ({"thing": "population"}, "stock"),
    ({"action": "shelter"}, "stock"),
    ({"unit": "item", "thing": "homes", "action": "destroy"}, "running total"),
    ({"unit": "%", "kind": "share", "thing": "homes"}, "share"),
    ({"unit": "%", "kind": "change", "thing": "territory", "action": "decrease"}, "change"),
    ({"unit": "km", "kind": "measure", "thing": "road"}, "measure"),
    ({"unit": "USD", "kind": "measure", "thing": "damage", "action": "cause"}, "measure"),
    ({"unit": "t", "kind": "measure", "thing": "aid", "action": "deliver"}, "running total"),
    ({"unit": "t", "kind": "rate", "thing": "aid", "action": "deliver"}, "flow"),
]


@pytest.mark.parametrize(("fields", "measure"), MEASURES)
def test_the_type_of_measure(fields: dict[str, object], measure: str) -> None:
    one = reading("a", "2031-05-05", ("[58] of them", dict(fields)))
    (quantity,) = reconcile([one], (), ()).quantities
    assert quantity.measure_type == measure


def test_origins_and_unknown_of_a_quantity() -> None:
    readings = [flood(r, "2031-05-05", toll(KILLED)) for r in "abc"]
    found = reconcile(readings, [origin("governor", ["a-01", "b-01"])], ())
    (quantity,) = found.quantities
    assert quantity.origins == ("governor",)
    assert quantity.unknown == ("c-01",)
    assert quantity.independent_origins == 1
    assert quantity.reports == ("a", "b", "c")
    assert "the same number" in quantity.reason


def test_nothing_to_reconcile() -> None:
    assert reconcile([], (), ()).quantities == ()
    assert reconcile([flood("a", None)], (), ()).relations == ()


def test_an_estimate_without_a_name() -> None:
    with pytest.raises(StemmataError, match="guess"):
        reconcile([flood("a", None, toll(KILLED))], (), (), method="guess")


# What must always hold.

_ACTIONS = st.sampled_from(["kill", "injure", "leave", "evacuate", "live", "control", None])
_THINGS = st.sampled_from(["people", "civilians", "children", "militants", "villages", None])
_PLACES = st.sampled_from([RIVER, "Temsk", "Lower Varn", "the province", None])
_PERIODS = st.sampled_from(
    ["on Monday", "in the last 24 hours", "over the past four days", "in May 2003", "so far", None]
)
_NUMBERS = st.sampled_from(["two", "58", "72", "1,000", "1,096", "dozens", "hundreds", "93 %"])
_HEDGES = st.sampled_from(["", "more than ", "at least ", "about ", "up to "])


@st.composite
def reports(draw: st.DrawFn) -> list[Reading]:
    found = []
    for name in "abcd"[: draw(st.integers(1, 4))]:
        sentences: list[object] = []
        for at in range(draw(st.integers(0, 4))):
            fields = {
                "action": draw(_ACTIONS),
                "thing": draw(_THINGS),
                "place": draw(_PLACES),
                "period": draw(_PERIODS),
                "part_of": draw(st.sampled_from([None, None, None, max(at, 1)])),
            }
            text = f"{draw(_HEDGES)}[{draw(_NUMBERS)}] of them near Temsk."
            sentences.append((text, fields))
        day = date(2031, 5, 5) + timedelta(days=draw(st.integers(0, 5)))
        found.append(flood(name, draw(st.sampled_from([None, day.isoformat()])), *sentences))
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), st.randoms(use_true_random=False))
def test_each_figure_in_one_quantity_whatever_the_order(
    readings: list[Reading], rnd: random.Random
) -> None:
    found = reconcile(readings, (), ())
    grouped = [f for q in found.quantities for f in q.figures]
    assert sorted(grouped) == sorted(f.id for r in readings for f in r.figures)
    shuffled = list(readings)
    rnd.shuffle(shuffled)
    assert reconcile(shuffled, (), ()) == found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_a_part_is_never_with_its_whole(readings: list[Reading]) -> None:
    found = reconcile(readings, (), ())
    quantity_of = {f: q.id for q in found.quantities for f in q.figures}
    for one in (f for r in readings for f in r.figures):
        if one.part_of in quantity_of and one.part_of != one.id:
            assert quantity_of[one.id] != quantity_of[one.part_of]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_kinds_and_units_are_never_mixed(readings: list[Reading]) -> None:
    figures = {f.id: f for r in readings for f in r.figures}
    for quantity in reconcile(readings, (), ()).quantities:
        kinds = {(figures[f].kind, figures[f].unit) for f in quantity.figures}
        assert len(kinds) == 1


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_a_stock_never_agrees_with_a_flow(readings: list[Reading]) -> None:
    counts = [f for r in readings for f in r.figures if f.kind == "count"]
    stocks = {f.id for f in counts if f.action in ("live", "control")}
    flows = {
        f.id
        for f in counts
        if f.action in ("leave", "evacuate") and f.period == "in the last 24 hours"
    }
    for relation in reconcile(readings, (), ()).relations:
        if relation.relation in ("agrees", "rounds", "updates"):
            assert not ({relation.a, relation.b} & stocks and {relation.a, relation.b} & flows)


def test_a_large_case_is_not_compared_pair_by_pair() -> None:
    """The pairs that are looked at grow with the figures and not with their square."""
    from stemmata.reconciling.blocks import candidates
    from stemmata.reconciling.features import features, weights_of_words

    def pairs(count: int) -> int:
        readings = [
            flood(f"r{n:04}", "2031-05-05", toll(f"The flood killed [{n % 97 + 3}] people."))
            for n in range(count)
        ]
        made = features(readings, ())
        return len(candidates(made, weights_of_words(made), ()))

    assert pairs(1600) < 2.5 * pairs(800)


def test_pairs_a_report_hardly_grow_in_a_case_of_many_events() -> None:
    """From 200 to 800 reports, four of each event, told in the same few words."""
    from stemmata.reconciling.blocks import candidates
    from stemmata.reconciling.features import features, weights_of_words

    def pairs_a_report(count: int) -> float:
        readings = [
            flood(
                f"r{n:04}",
                f"2031-{n // 4 % 12 + 1:02}-{n // 48 % 28 + 1:02}",
                toll(f"The flood killed [{n // 4 % 89 + 13}] people in Temsk{n // 4}."),
                toll(f"It hurt [{n // 4 % 83 + 17}] villagers near Varn{n // 4}.", "hurt"),
            )
            for n in range(count)
        ]
        made = features(readings, ())
        return len(candidates(made, weights_of_words(made), ())) / count

    assert pairs_a_report(800) < 1.3 * pairs_a_report(200)


@given(
    st.lists(st.frozensets(st.integers(0, 40).map(str)), min_size=2, max_size=6),
)
def test_words_of_one_report_alone_make_no_kinship(sets: list[frozenset[str]]) -> None:
    """Reports share what they share, whatever else each has for itself."""
    own = [some | {f"only-{n}-{k}" for k in range(9)} for n, some in enumerate(sets)]
    strange = kinship([Outline(some, some, None) for some in own])
    for a, one in enumerate(sets):
        for b, other in enumerate(sets):
            if a != b and not one & other:
                assert strange(a, b) == 1.0


def test_the_result_holds_no_figure_twice_after_a_rename() -> None:
    one = flood("a", "2031-05-05", toll(KILLED))
    other = flood("b", "2031-05-05", toll(KILLED))
    renamed = replace(other, figures=(replace(other.figures[0], id="z-99"),))
    (group,) = groups(one, renamed)
    assert group == {"a-01", "z-99"}
