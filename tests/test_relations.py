"""How two figures stand to each other, and that the reason says why."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reconciling_parts import origin, reading, toll
from stemmata.model import Figure, Reading, Relation, Span
from stemmata.reconciling import of_groups, reconcile
from stemmata.reconciling.narrowing import counted_in, narrowed

OPENING = "The Orla burst its banks near Temsk in the province of Varn on Monday."


def flood(report: str, published: str | None, *sentences: Any) -> Reading:
    return reading(report, published, OPENING, *sentences)


def killed(words: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    text = f"The flood in the Orla valley killed {words} people, officials in Varn said."
    return toll(text, **fields)


def relation(
    first: tuple[str, Any],
    second: tuple[str, Any],
    dates: tuple[str | None, str | None] = (None, None),
    one_origin: bool = False,
) -> Relation:
    a, b = flood("a", dates[0], first), flood("b", dates[1], second)
    origins = [origin("governor", ["a-01", "b-01"])] if one_origin else []
    found = reconcile([a, b], origins, ())
    between = [r for r in found.relations if {r.a, r.b} == {"a-01", "b-01"}]
    assert len(between) == 1, found
    return between[0]


SAME_DAY = ("2031-05-05", "2031-05-05")
NEXT_DAY = ("2031-05-05", "2031-05-06")

LABELS = [
    ("[58]", "[58]", SAME_DAY, "agrees"),
    ("[58]", "at least [58]", SAME_DAY, "agrees"),
    ("[58]", "about [58]", SAME_DAY, "agrees"),
    ("[dozens] of", "[dozens] of", SAME_DAY, "agrees"),
    ("more than [1,000]", "[1,096]", SAME_DAY, "rounds"),
    ("[1,000]", "[1,096]", SAME_DAY, "rounds"),
    ("[dozens] of", "[58]", SAME_DAY, "rounds"),
    ("more than [50]", "at least [58]", SAME_DAY, "rounds"),
    ("[hundreds] of", "more than [1,400]", SAME_DAY, "rounds"),
    ("[600]", "[612]", SAME_DAY, "rounds"),
    ("[58]", "[72]", NEXT_DAY, "updates"),
    ("at least [58]", "[86]", NEXT_DAY, "updates"),
    ("more than [1,000]", "more than [1,040]", NEXT_DAY, "updates"),
    ("[dozens] of", "[250]", NEXT_DAY, "updates"),
    ("[58]", "[100]", SAME_DAY, "conflicts"),
    ("more than [100]", "[160]", SAME_DAY, "updates"),
    ("[100]", "[58]", NEXT_DAY, "conflicts"),
    ("up to [58]", "[100]", SAME_DAY, "conflicts"),
]


@pytest.mark.parametrize(("first", "second", "dates", "label"), LABELS)
def test_the_label_of_two_tolls(
    first: str, second: str, dates: tuple[str, str], label: str
) -> None:
    found = relation(killed(first), killed(second), dates)
    assert found.relation == label
    assert found.quantity is not None
    assert found.reason


def test_an_update_names_the_earlier_first() -> None:
    found = relation(killed("[72]"), killed("[58]"), ("2031-05-06", "2031-05-05"))
    assert (found.relation, found.a, found.b) == ("updates", "b-01", "a-01")
    assert found.reason == "a number that grows, told 1 day later: 58, then 72"


def test_one_origin_that_corrects_itself_downward_updates() -> None:
    found = relation(killed("[72]"), killed("[58]"), NEXT_DAY, one_origin=True)
    assert found.relation == "updates"
    assert "the same origin" in found.reason


def test_the_steps_of_one_origin_are_updates_between_others_too() -> None:
    readings = [
        flood("a", "2031-05-05", killed("[58]")),
        flood("b", "2031-05-05", killed("[72]")),
        flood("c", "2031-05-05", killed("[58]")),
        flood("d", "2031-05-05", killed("[72]")),
    ]
    found = reconcile(readings, [origin("governor", ["a-01", "b-01"])], ())
    labels = {frozenset((r.a, r.b)): r for r in found.relations}
    other = labels[frozenset(("c-01", "d-01"))]
    assert other.relation == "updates"
    assert other.reason == "one origin gave both 58 and the greater 72"


MAGNITUDE = {"unit": "M", "kind": "measure", "thing": "quake", "place": "Temsk"}


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("[5.9]", "[6.1]", "conflicts"),
        ("about [6.0]", "[6.1]", "rounds"),
        ("[6.1]", "[6.1]", "agrees"),
    ],
)
def test_a_measure_does_not_grow(first: str, second: str, label: str) -> None:
    sentence = "The quake near Temsk had a magnitude of {} by the count of the centre."
    found = relation(
        (sentence.format(first), MAGNITUDE), (sentence.format(second), MAGNITUDE), NEXT_DAY
    )
    assert found.relation == label


@pytest.mark.parametrize(
    ("first", "second", "dates", "label"),
    [
        ("[11] cars", "[14] cars", NEXT_DAY, "updates"),
        ("[14] cars", "[11] cars", NEXT_DAY, "conflicts"),
        ("[11] cars", "[14] cars", SAME_DAY, "conflicts"),
        ("about [11] cars", "at least [14] cars", NEXT_DAY, "updates"),
    ],
)
def test_a_later_count_of_more_updates(
    first: str, second: str, dates: tuple[str, str], label: str
) -> None:
    cars = {"unit": "item", "thing": "cars", "action": "derail", "place": "Temsk"}
    sentence = "Of the goods train near Temsk {} derailed, the railway said."
    found = relation((sentence.format(first), cars), (sentence.format(second), cars), dates)
    assert found.relation == label


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("about [13 %] of", "[12 %] of", "rounds"),
        ("about [15 %] of", "[12 %] of", "conflicts"),
        ("[13 %] of", "[12 %] of", "conflicts"),
    ],
)
def test_a_hedged_share_may_be_a_point_off(first: str, second: str, label: str) -> None:
    homes = {"thing": "homes", "action": "collapse", "place": "Temsk"}
    sentence = "In Temsk {} the homes collapsed, engineers said."
    found = relation((sentence.format(first), homes), (sentence.format(second), homes), SAME_DAY)
    assert found.relation == label


def test_those_aboard_are_so_many_whoever_counts_them_later() -> None:
    aboard = {"action": "carry", "thing": "passengers", "place": "Temsk"}
    sentence = "The ferry off Temsk was carrying {} passengers when it sank."
    found = relation(
        (sentence.format("[211]"), aboard), (sentence.format("[231]"), aboard), NEXT_DAY
    )
    assert found.relation == "conflicts"


def test_a_window_is_not_a_total_so_far() -> None:
    fields = {"thing": "residents", "action": "return", "place": "Temsk"}
    found = relation(
        ("More than [3,000] residents returned to Temsk so far.", fields | {"period": "so far"}),
        ("More than [3,000] residents returned to Temsk over the past three days.",
         fields | {"period": "over the past three days"}),
        SAME_DAY,
    )  # fmt: skip
    assert found.relation == "differs-in-scope"
    assert "“so far”" in found.reason
    assert "“over the past three days”" in found.reason


def test_children_under_eight_are_not_all_children() -> None:
    found = relation(
        killed("[11]", thing="children"),
        toll(
            "The flood in the Orla valley killed [11] children under the age of eight.",
            thing="children under the age of eight",
        ),
        SAME_DAY,
    )
    assert found.relation == "differs-in-scope"
    assert "narrower" in found.reason


# Across quantities.


def test_the_city_and_the_pocket() -> None:
    found = relation(
        ("The army controls [93 %] of the city's territory near Temsk.",
         {"thing": "the city's territory", "action": "control"}),
        ("The army controls [93 %] of the former rebel-held pocket near Temsk.",
         {"thing": "the former rebel-held pocket", "action": "control"}),
        SAME_DAY,
    )  # fmt: skip
    assert found.relation == "differs-in-scope"
    assert found.quantity is None
    assert "the former rebel-held pocket" in found.reason


def test_children_of_two_wholes() -> None:
    one = (
        "About [8,500] civilians were evacuated from Temsk, among them [2,934] children.",
        {"action": "evacuate", "place": "Temsk",
         "each": [{"thing": "civilians"}, {"thing": "children", "part_of": 1}]},
    )  # fmt: skip
    two = (
        "More than [10,500] people, including over [4,000] children, were taken out of Temsk.",
        {"action": "take", "place": "Temsk", "each": [{}, {"thing": "children", "part_of": 1}]},
    )
    found = reconcile([flood("a", "2031-05-05", one), flood("b", "2031-05-05", two)], (), ())
    labels = {frozenset((r.a, r.b)): r for r in found.relations}
    children = labels[frozenset(("a-02", "b-02"))]
    assert children.relation == "differs-in-scope"
    assert "parts of two wholes" in children.reason
    part = labels[frozenset(("a-01", "a-02"))]
    assert (part.relation, part.a, part.b) == ("part-of", "a-02", "a-01")


def test_a_total_that_became_another() -> None:
    fields = {"thing": "militants", "action": "leave", "place": "Temsk"}
    found = relation(
        ("In total [1,096] militants left Temsk.", fields),
        ("In total [3,033] militants left Temsk.", fields),
        ("2031-05-05", "2031-05-15"),
    )
    assert found.relation == "updates"
    assert found.a == "a-01"


def test_sums_in_two_currencies_meet_in_a_third() -> None:
    fields = {"kind": "measure", "thing": "jewels", "action": "steal", "place": "Temsk"}
    one = ("Jewels worth [85] euros ([108] dollars) were stolen in Temsk.",
           fields | {"each": [{"unit": "EUR"}, {"unit": "USD"}]})  # fmt: skip
    two = ("Jewels worth [85] euros ([74] pounds) were stolen in Temsk.",
           fields | {"each": [{"unit": "EUR"}, {"unit": "GBP"}]})  # fmt: skip
    found = reconcile([flood("a", None, one), flood("b", None, two)], (), ())
    labels = {frozenset((r.a, r.b)): r.relation for r in found.relations}
    assert labels[frozenset(("a-01", "b-01"))] == "agrees"
    assert labels[frozenset(("a-02", "b-02"))] == "rounds"


def test_one_relation_a_pair_and_none_of_a_figure_with_itself() -> None:
    readings = [
        flood(r, "2031-05-05", killed("[58]"), killed("[11]", thing="children", part_of=1))
        for r in "abc"
    ]
    relations = reconcile(readings, (), ()).relations
    pairs = [frozenset((r.a, r.b)) for r in relations]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)


NARROWED = [
    ("[12] seriously injured people", True, "seriously injured"),
    ("[12] children under the age of eight", True, "under"),
    ("[12] worst-hit villages", False, "worst-hit"),
    ("[12] villages", False, ""),
    ("[12] people", True, ""),
]


@pytest.mark.parametrize(("phrase", "person", "words"), NARROWED)
def test_words_that_narrow_a_count(phrase: str, person: bool, words: str) -> None:
    assert narrowed(phrase, person) == words


COUNTED = [
    ("The works would shed 640 posts once hired hands are counted.",
     "once hired hands are counted"),
    ("The blast killed 14 people, not counting the two guards.", "not counting the two guards"),
    ("The man killed 14 people, including himself.", "including himself"),
    ("The blast killed 14 people, including children.", ""),
    ("The blast killed 14 people. When all were counted, the search ended.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), COUNTED)
def test_who_is_counted_in(text: str, words: str) -> None:
    number = re.search(r"\d+", text)
    assert number is not None
    stop = text.index(".") + 1
    one = Figure(
        "a-01", "a", number.start(), number.end(), number[0], "exact", 14, 14, "count", "person",
        "people", "kill", None, None, None, None, False, sentence=Span(0, stop),
    )  # fmt: skip
    assert counted_in(one, text) == words


def test_a_count_of_more_is_of_another_scope() -> None:
    found = relation(
        killed("[14]"),
        toll("The flood in the Orla valley killed [17] people once the missing are counted."),
        SAME_DAY,
    )
    assert found.relation == "differs-in-scope"
    assert "once the missing are counted" in found.reason


LEVELS = [
    ("in the city", "the province", "differs-in-scope"),
    ("across the province", "the province", "rounds"),
    ("the Temsk area", "the province", "rounds"),
]


@pytest.mark.parametrize(("first", "second", "label"), LEVELS)
def test_the_city_is_not_the_province(first: str, second: str, label: str) -> None:
    def sheltered(words: str, place: str) -> tuple[str, dict[str, Any]]:
        fields = {"action": "shelter", "place": place}
        return f"After the flood in the Orla valley {words} people were sheltered.", fields

    a = flood("a", "2031-05-05", sheltered("[hundreds] of", first))
    b = flood("b", "2031-05-05", sheltered("[410]", second))
    (found,) = of_groups([a, b], (), [["a-01", "b-01"]]).relations
    assert found.relation == label


TERMS = [
    ("last week", "eight-year", "rounds"),
    ("over three years", "eight-year", "differs-in-scope"),
]


@pytest.mark.parametrize(("first", "second", "label"), TERMS)
def test_when_a_sum_was_told_is_not_how_long_it_is_for(first: str, second: str, label: str) -> None:
    def offer(words: str, period: str) -> tuple[str, dict[str, Any]]:
        fields = {"kind": "measure", "unit": "USD", "thing": "offer", "period": period}
        return f"The offer to Corva is {words} dollars.", fields

    a = flood("a", "2031-05-05", offer("more than [160]", first))
    b = flood("b", "2031-05-05", offer("[164]", second))
    (found,) = of_groups([a, b], (), [["a-01", "b-01"]]).relations
    assert found.relation == label


def test_what_only_one_report_says_is_the_last_reason() -> None:
    found = relation(
        ("In Temsk [9] bridges were cut on Friday.",
         {"unit": "item", "thing": "bridges", "action": "cut", "place": "Temsk",
          "period": "on Friday"}),
        ("In Ovra [90] bridges were cut.",
         {"unit": "item", "thing": "bridges", "action": "cut", "place": "Ovra"}),
        SAME_DAY,
    )  # fmt: skip
    assert found.relation == "differs-in-scope"
    assert found.reason == "“9 bridges” is of “Temsk”, “90 bridges” is of “Ovra”"


ELSEWHERE = [
    ("Temsk", "Ovra", "item", None, "differs-in-scope"),
    ("Temsk", "Temsk", "item", None, "updates"),
    ("Temsk", None, "item", None, "updates"),
    ("Temsk", "Ovra", "person", None, "updates"),
    ("Temsk", "Ovra", "item", "2031-05-05", "conflicts"),
]


@pytest.mark.parametrize(("first", "second", "unit", "day", "label"), ELSEWHERE)
def test_things_in_two_places_of_which_no_day_tells(
    first: str, second: str | None, unit: str, day: str | None, label: str
) -> None:
    def lost(words: str, place: str | None) -> tuple[str, dict[str, Any]]:
        thing = "bridges" if unit == "item" else "people"
        action = "destroy" if unit == "item" else "kill"
        fields = {"unit": unit, "thing": thing, "action": action, "place": place}
        return f"The flood in the Orla valley took {words} {thing}.", fields

    a, b = flood("a", day, lost("[5]", first)), flood("b", day, lost("[2]", second))
    (found,) = of_groups([a, b], (), [["a-01", "b-01"]]).relations
    assert found.relation == label
