"""Which number came later: days, weekdays, a report's own words, wholes and their parts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconciling_parts import origin, reading, toll
from stemmata.model import Figure, Reading, Relation, Span
from stemmata.reconciling import of_groups, reconcile
from stemmata.reconciling.befores import is_after, is_before, is_called_wrong
from stemmata.reconciling.periods import weekdays

OPENING = "The Orla burst its banks near Temsk in the province of Varn."


def killed(words: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    text = f"The flood in the Orla valley killed {words} people, officials in Varn said."
    return toll(text, **fields)


def grouped(*readings: Reading, origins: dict[str, list[str]] | None = None) -> list[Relation]:
    """The relations of figures that all answer one question, parts another."""
    wholes = [f.id for r in readings for f in r.figures if f.part_of is None]
    parts = [f.id for r in readings for f in r.figures if f.part_of is not None]
    given_origins = [origin(name, ids) for name, ids in (origins or {}).items()]
    groups = [g for g in (wholes, parts) if g]
    return list(of_groups(readings, given_origins, groups).relations)


def label(relations: list[Relation], a: str, b: str) -> tuple[str, str]:
    """The label of a pair, and which of the two stands first."""
    found = next(r for r in relations if {r.a, r.b} == {a, b})
    return found.relation, found.a


CALLED_BEFORE = [
    ("The toll rose to 72 from 58, officials said.", "58", True),
    ("The toll rose to 72, up from 58 on Monday.", "58", True),
    ("They raised an initial estimate of 58 to 72.", "58", True),
    ("The offer was raised from 58 million to 72 million.", "58", True),
    ("The earlier figure of 58 was withdrawn.", "58", True),
    ("The toll rose to 72 from 58, officials said.", "72", False),
    ("The flood killed 58 people from 12 villages.", "58", False),
    ("Rescuers came from 58 villages.", "58", False),
    ("The river is 58 metres wide.", "58", False),
    ("Shelling went on earlier today, leaving 58 dead.", "58", False),
    ("Shelling went on earlier in the day leaving 58 dead.", "58", False),
    ("According to initial information 58 people died.", "58", False),
    ("They raised their initial offer to Corva, eight years, $58 million.", "58", True),
    ("A preliminary death toll of 58 was given at noon.", "58", True),
    ("At one point 41 percent in Temsk and 58 percent in Varn were cut off.", "58", True),
    ("At its peak, the camp held 58 families.", "58", True),
    ("At one point 41 homes were cut off, but 58 were later reached.", "58", False),
]


@pytest.mark.parametrize(("text", "number", "expected"), CALLED_BEFORE)
def test_what_a_report_calls_the_number_before(text: str, number: str, expected: bool) -> None:
    start = text.index(number)
    figure = Figure(
        "a-1", "a", start, start + len(number), number, "exact", 58, 58, "count", "person",
        "people", "kill", None, None, None, None, False, sentence=Span(0, len(text)),
    )  # fmt: skip
    assert is_before(figure, text) is expected


WEEKDAYS = [
    ("on Monday", {0}),
    ("late Tuesday and on Wednesday", {1, 2}),
    ("by Friday", set()),
    ("next Sunday", set()),
    ("Sunday's flood", {6}),
    ("every sundial", set()),
]


@pytest.mark.parametrize(("text", "days"), WEEKDAYS)
def test_weekdays_that_are_past(text: str, days: set[int]) -> None:
    assert weekdays(text) == days


CALLED_WRONG = [
    ("It was 72, police said, contradicting the mayor, who had said 58 drowned.", True),
    ("The clinic counted 72, and not the 58 on the first list.", True),
    ("The ministry denied that 58 people had drowned.", True),
    ("The ministry counted 72, and the mayor 58.", False),
    ("They contradicted the mayor of 72 years. He counted 58.", False),
]


@pytest.mark.parametrize(("text", "expected"), CALLED_WRONG)
def test_a_number_that_a_report_calls_wrong(text: str, expected: bool) -> None:
    start = text.index("58")
    begin = text.rfind(". ", 0, start) + 1
    one = Figure(
        "a-1", "a", start, start + 2, "58", "exact", 58, 58, "count", "person", "people", "kill",
        None, None, None, None, False, sentence=Span(begin, len(text)),
    )  # fmt: skip
    assert is_called_wrong(one, text) is expected


def test_numbers_that_a_report_sets_against_each_other_conflict_on_two_days() -> None:
    against = "The flood killed [72] people, contradicting the mayor, who had said [58] died."
    relations = grouped(
        reading("a", "2031-05-04", OPENING, killed("[58]")),
        reading("b", "2031-05-05", OPENING, toll(against)),
        reading("c", "2031-05-06", OPENING, killed("[72]")),
    )
    assert label(relations, "a-01", "c-01")[0] == "conflicts"


def test_what_held_at_one_moment_gave_way_to_what_others_tell() -> None:
    cut_off = {"kind": "share", "unit": "%", "thing": "homes", "action": "cut off"}
    relations = grouped(
        reading("a", None, OPENING, ("At one point [82 %] of homes were cut off.", cut_off)),
        reading("b", None, OPENING, ("In Varn [82 %] of homes were cut off on Friday.", cut_off)),
        reading("c", None, OPENING, ("In Varn [65 %] of homes are cut off.", cut_off)),
    )
    assert label(relations, "b-01", "c-01") == ("updates", "b-01")


FLOORS = [
    ("at least [58]", None, "updates"),
    ("at least [58]", "[60]", "conflicts"),
    ("[58]", None, "conflicts"),
]


@pytest.mark.parametrize(("first", "after", "expected"), FLOORS)
def test_a_floor_gives_way_on_its_own_day_where_nobody_holds_on_to_it(
    first: str, after: str | None, expected: str
) -> None:
    readings = [
        reading("a", "2031-05-04", OPENING, killed(first)),
        reading("b", "2031-05-04", OPENING, killed("[131]")),
        *([reading("c", "2031-05-05", OPENING, killed(after))] if after else []),
    ]
    clinic = ["a-01", "c-01"] if after else ["a-01"]
    found = grouped(*readings, origins={"clinic": clinic, "council": ["b-01"]})
    assert label(found, "a-01", "b-01")[0] == expected


SAME_ORIGIN = [
    ("[dozens] of", "[9]", "conflicts"),
    ("[58]", "[72]", "updates"),
    ("[9]", "[dozens] of", "conflicts"),
]


@pytest.mark.parametrize(("first", "second", "expected"), SAME_ORIGIN)
def test_a_vague_word_is_no_later_count_of_one_origin(
    first: str, second: str, expected: str
) -> None:
    found = grouped(
        reading("a", "2031-05-04", OPENING, killed(first)),
        reading("b", "2031-05-04", OPENING, killed(second)),
        origins={"clinic": ["a-01", "b-01"]},
    )
    assert label(found, "a-01", "b-01")[0] == expected


LASTING = [
    ("in five years", "since May 2026", "[280,000]", "agrees"),
    ("in five years", "since May 2011", "[280,000]", "differs-in-scope"),
    ("in five weeks", "since May 2026", "[280,000]", "differs-in-scope"),
    ("in five years", "since May 2026", "[120,000]", "differs-in-scope"),
]


@pytest.mark.parametrize(("window", "total", "number", "expected"), LASTING)
def test_years_and_the_whole_time_that_is_as_long_are_one_scope(
    window: str, total: str, number: str, expected: str
) -> None:
    found = grouped(
        reading("a", "2031-05-04", OPENING, killed("[280,000]", period=window)),
        reading("b", "2031-05-06", OPENING, killed(number, period=total)),
    )
    assert label(found, "a-01", "b-01")[0] == expected


def test_a_sum_that_was_raised_is_an_update() -> None:
    def reward(text: str) -> tuple[str, dict[str, Any]]:
        return text, {"kind": "measure", "unit": "USD", "thing": "reward", "action": "offer"}

    found = grouped(
        reading("a", "2031-05-04", OPENING, reward("Police offered a reward of [10,000] dollars.")),
        reading(
            "b", "2031-05-09", OPENING, reward("Police raised the reward to [20,000] dollars.")
        ),
    )
    assert label(found, "a-01", "b-01") == ("updates", "a-01")


def test_a_count_of_the_missing_follows_a_vague_word_of_another_day() -> None:
    def missing(words: str) -> tuple[str, dict[str, Any]]:
        return f"In the Orla valley {words} people are missing.", {"action": "miss"}

    found = grouped(
        reading("a", "2031-05-04", OPENING, missing("[dozens] of")),
        reading("b", "2031-05-06", OPENING, missing("at least [40]")),
    )
    assert label(found, "a-01", "b-01") == ("updates", "a-01")


def test_what_an_offer_was_raised_to_is_not_the_number_before() -> None:
    text = "They raised their initial offer to Corva, $58 million, to somewhere near $72 million."
    found = [
        is_before(
            Figure(
                "a-1", "a", at, at + 2, text[at : at + 2], "exact", 58, 58,
                "measure", "USD", "initial offer", "raise", None, None, None, None, False,
                sentence=Span(0, len(text)),
            ),
            text,
        )
        for at in (text.index("58"), text.index("72"))
    ]  # fmt: skip
    assert found == [True, False]


def test_a_reports_own_words_tell_which_came_first() -> None:
    rose = ("The toll rose to [72] from [58], officials in Varn said.", {"action": "kill"})
    relations = grouped(
        reading("a", None, OPENING, rose),
        reading("b", None, OPENING, killed("[58]")),
        reading("c", None, OPENING, killed("[72]")),
    )
    assert label(relations, "b-01", "c-01") == ("updates", "b-01")
    found = next(r for r in relations if {r.a, r.b} == {"b-01", "c-01"})
    assert found.reason == "a report gives 72 in place of 58"


def test_the_number_before_tells_though_it_was_put_into_another_quantity() -> None:
    rose = ("The toll rose to [72] from [58], officials in Varn said.", {"action": "kill"})
    readings = [
        reading("a", None, OPENING, rose),
        reading("b", "2031-05-04", OPENING, killed("[58]")),
        reading("c", "2031-05-04", OPENING, killed("[72]")),
    ]
    relations = of_groups(readings, (), [["a-01", "b-01", "c-01"], ["a-02"]]).relations
    assert label(list(relations), "b-01", "c-01") == ("updates", "b-01")


def test_undated_reports_are_ordered_by_the_weekdays_they_name() -> None:
    sunday = killed("[4]", period="on Sunday")
    monday = killed("[1]", period="Up to Monday")
    three = [
        reading("a", None, OPENING, sunday),
        reading("b", None, OPENING, monday, killed("[1]", period="on Sunday")),
        reading("c", None, OPENING, killed("[two]", period="on Sunday")),
    ]
    assert label(grouped(*three), "a-01", "b-01")[0] == "conflicts"


UNDATED = [
    ("[58]", "[72]", "updates"),
    ("[dozens] of", "[72]", "rounds"),
    ("[dozens] of", "[250]", "updates"),
    ("[58]", "[hundreds] of", "conflicts"),
    ("at least [58]", "[hundreds] of", "updates"),
]


@pytest.mark.parametrize(("first", "second", "expected"), UNDATED)
def test_where_no_day_tells_a_count_grows_and_a_vague_word_does_not(
    first: str, second: str, expected: str
) -> None:
    relations = grouped(
        reading("a", None, OPENING, killed(first)), reading("b", None, OPENING, killed(second))
    )
    assert label(relations, "a-01", "b-01")[0] == expected


def test_a_number_first_told_a_day_earlier_gave_way() -> None:
    days = {"a": "2031-05-04", "b": "2031-05-05", "c": "2031-05-05"}
    numbers = {"a": "[58]", "b": "[58]", "c": "[72]"}
    relations = grouped(*(reading(r, d, OPENING, killed(numbers[r])) for r, d in days.items()))
    assert label(relations, "b-01", "c-01") == ("updates", "b-01")


@pytest.mark.parametrize(("period", "expected"), [("in May 2019", "conflicts"), (None, "updates")])
def test_the_toll_of_an_event_long_past_stands_still(period: str | None, expected: str) -> None:
    relations = grouped(
        reading("a", "2031-05-04", OPENING, killed("[580]", period=period)),
        reading("b", "2031-05-06", OPENING, killed("[720]", period=period)),
    )
    assert label(relations, "a-01", "b-01")[0] == expected


def test_the_missing_become_fewer() -> None:
    def missing(words: str) -> tuple[str, dict[str, Any]]:
        return f"In the Orla valley {words} people are missing.", {"action": "miss"}

    relations = grouped(
        reading("a", "2031-05-04", OPENING, missing("[31]")),
        reading("b", "2031-05-05", OPENING, missing("[11]")),
    )
    assert label(relations, "a-01", "b-01") == ("updates", "a-01")


def test_parts_that_go_against_their_wholes_conflict() -> None:
    def report(name: str, day: str, whole: str, part: str) -> Reading:
        text = f"The flood in the Orla valley killed [{whole}] people, [{part}] of them children."
        fields = [{"thing": "people"}, {"thing": "children", "part_of": 1}]
        return reading(name, day, OPENING, (text, {"action": "kill", "each": fields}))

    relations = grouped(report("a", "2031-05-04", "72", "9"), report("b", "2031-05-05", "58", "11"))
    found = next(r for r in relations if {r.a, r.b} == {"a-02", "b-02"})
    assert found.relation == "conflicts"
    assert "go against their wholes" in found.reason


BOUNDS = [
    ("up to [184]", "[200]", "conflicts"),
    ("up to [184]", "[160]", "rounds"),
    ("about [200,000]", "[120,000]", "conflicts"),
    ("about [120,000]", "[123,000]", "rounds"),
    ("about [168,000]", "more than [170,000]", "conflicts"),
    ("more than [220,000]", "more than [230,000]", "rounds"),
    ("more than [50]", "at least [100]", "conflicts"),
    ("about [36]", "[35]", "rounds"),
]


@pytest.mark.parametrize(("first", "second", "expected"), BOUNDS)
def test_what_a_hedge_allows(first: str, second: str, expected: str) -> None:
    def lives(words: str) -> tuple[str, dict[str, Any]]:
        return f"The valley is home to {words} people.", {"action": "live"}

    relations = grouped(
        reading("a", "2031-05-04", OPENING, lives(first)),
        reading("b", "2031-05-04", OPENING, lives(second)),
    )
    assert label(relations, "a-01", "b-01")[0] == expected


def test_a_report_that_contradicts_itself_is_told() -> None:
    relations = grouped(
        reading("a", "2031-05-04", OPENING, killed("[58]", source="the mayor"),
                killed("[72]", source="the clinic")),
    )  # fmt: skip
    (found,) = relations
    assert found.relation == "conflicts"
    assert found.reason.endswith("one report gives both, from the mayor and the clinic")


def test_numbers_of_one_report_that_lie_far_apart_are_not_held_against_it() -> None:
    assert grouped(reading("a", "2031-05-04", OPENING, killed("[58]"), killed("[1,429]"))) == []


def districts(*numbers: str) -> tuple[str, dict[str, Any]]:
    text = " and ".join(f"[{n}] homes" for n in numbers)
    each = [{"place": f"District {n}"} for n in numbers]
    fields = {"unit": "item", "thing": "homes", "action": "destroy", "each": each}
    return f"The flood destroyed {text}.", fields


def total(number: str) -> tuple[str, dict[str, Any]]:
    fields = {"unit": "item", "thing": "homes", "action": "destroy", "place": "Temsk"}
    return f"The flood destroyed [{number}] homes in all.", fields


SUMS = [
    (("268", "147"), "415", True),
    (("268", "147"), "416", False),
    (("two", "three"), "5", False),
    (("268", "dozens"), "292", False),
]


@pytest.mark.parametrize(("numbers", "whole", "expected"), SUMS)
def test_a_total_that_is_the_sum_of_another_reports_figures(
    numbers: tuple[str, ...], whole: str, expected: bool
) -> None:
    readings = [
        reading("a", "2031-05-04", OPENING, districts(*numbers)),
        reading("b", "2031-05-04", OPENING, total(whole)),
    ]
    groups = [["a-01"], ["a-02"], ["b-01"]]
    found = [r for r in of_groups(readings, (), groups).relations if r.relation == "sum-of"]
    assert [(r.a, r.b) for r in found] == ([("b-01", "a-01"), ("b-01", "a-02")] * expected)


def test_reports_of_two_events_add_nothing_up() -> None:
    names = "Aral Brena Corva Dellin Ekno Farro Gavin Hollo"
    other = "Ister Jorna Kelva Luren Mirna Norva Ostra Pelva"
    readings = [
        reading("a", "2031-05-04", f"{names} were flooded.", districts("268", "147")),
        reading("b", "2031-05-04", f"{other} were flooded.", total("415")),
    ]
    found = [r for r in reconcile(readings, (), ()).relations if r.relation == "sum-of"]
    assert found == []


def test_parts_that_add_up_say_so() -> None:
    text = "The flood destroyed [415] homes, [268] in Lower Varn and [147] in the Old Town."
    each: list[dict[str, Any]] = [{}, {"part_of": 1}, {"part_of": 1}]
    fields = {"unit": "item", "thing": "homes", "action": "destroy", "each": each}
    one = reading("a", "2031-05-04", OPENING, (text, fields))
    found = of_groups([one], (), [["a-01"], ["a-02"], ["a-03"]]).relations
    assert [(r.relation, r.a, r.b) for r in found] == [
        ("part-of", "a-02", "a-01"), ("part-of", "a-03", "a-01"),
    ]  # fmt: skip
    assert found[0].reason.endswith("adds up to it with “147 homes”")


_TOLLS = st.lists(
    st.tuples(
        st.sampled_from(["[58]", "[72]", "at least [58]", "up to [100]", "[dozens] of", "[1,000]"]),
        st.sampled_from([None, "2031-05-04", "2031-05-05"]),
        st.sampled_from(["on Monday", "on Tuesday", "in 2019", None]),
    ),
    min_size=2,
    max_size=5,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TOLLS, st.permutations(range(5)))
def test_relations_do_not_hang_on_the_order_of_reading(
    tolls: list[tuple[str, str | None, str | None]], order: list[int]
) -> None:
    readings = [
        reading("abcde"[n], day, OPENING, killed(words, period=period))
        for n, (words, day, period) in enumerate(tolls)
    ]
    other = [readings[n] for n in order if n < len(readings)]
    assert reconcile(readings, (), ()) == reconcile(other, (), ())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TOLLS)
def test_the_same_pair_has_the_same_label_under_other_names(
    tolls: list[tuple[str, str | None, str | None]],
) -> None:
    """Names decide the order of reading: turned round, they must change no label."""

    def labels(names: str) -> dict[frozenset[int], str]:
        readings = [
            reading(names[n], day, OPENING, killed(words, period=period))
            for n, (words, day, period) in enumerate(tolls)
        ]
        number = {f"{name}-01": n for n, name in enumerate(names)}
        groups = [[f"{names[n]}-01" for n in range(len(tolls))]]
        found = of_groups(readings, (), groups).relations
        return {frozenset((number[r.a], number[r.b])): r.relation for r in found}

    assert labels("abcde") == labels("edcba")


RISEN = [
    ("The toll has risen to {}, the mayor said.", True),
    ("Officials raised the number of dead to at least {} on Friday.", True),
    ("The toll now stands at {}.", True),
    ("The number of dead rose, and 3 went to hospital {} weeks later.", False),
    ("The flood killed {} people.", False),
]


@pytest.mark.parametrize(("text", "expected"), RISEN)
def test_a_number_that_is_said_to_have_risen(text: str, expected: bool) -> None:
    start = text.index("{}")
    whole = text.format("72")
    one = Figure(
        "a-01", "a", start, start + 2, "72", "exact", 72, 72, "count", "person", "people", "kill",
        None, None, None, None, False, sentence=Span(0, len(whole)),
    )  # fmt: skip
    assert is_after(one, whole) == expected


def test_what_a_report_says_has_risen_is_an_update_on_the_same_day() -> None:
    day = "2031-05-05"
    risen = toll("The number of dead has risen to [72], the council in Varn said.", thing="dead")
    found = grouped(
        reading("a", day, OPENING, killed("[58]")),
        reading("b", day, OPENING, risen),
        origins={"clinic": ["a-01"], "council": ["b-01"]},
    )
    assert label(found, "a-01", "b-01") == ("updates", "a-01")


def test_numbers_told_side_by_side_do_not_update_each_other() -> None:
    found = grouped(
        reading("a", "2031-05-05", OPENING, killed("[58]")),
        reading("b", "2031-05-05", OPENING, killed("[160]")),
        reading("c", "2031-05-06", OPENING, killed("[58]")),
        reading("d", "2031-05-06", OPENING, killed("[160]")),
        origins={"clinic": ["a-01", "c-01"], "council": ["b-01", "d-01"]},
    )
    assert label(found, "a-01", "d-01")[0] == "conflicts"
