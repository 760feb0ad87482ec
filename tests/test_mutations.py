"""Mutations: what changed on its way, by the words of invented reports."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.model import ChangeKind, Figure, Mutation, Reading, Statement
from stemmata.pipeline import gather
from stemmata.reading.english.ontology import action_class, people_class
from stemmata.reconciling import reconcile
from stemmata.tracing import find_mutations, trace
from stemmata.tracing.changes import differ, number_form, whole_form
from stemmata.tracing.remarks import near_in_time, rounded
from tracing_parts import figure, reading, report


def mutations(*readings: Reading) -> tuple[Mutation, ...]:
    """What changed between these readings."""
    traced = trace(readings)
    quantities = reconcile(readings, traced.origins, traced.passages).quantities
    return find_mutations(
        readings,
        traced.origins,
        traced.passages,
        quantities,
        action_class=action_class,
        people_class=people_class,
    )


def changes(*readings: Reading) -> list[tuple[str, str, str]]:
    return [(m.change, m.from_words, m.to_words) for m in mutations(*readings)]


def count(
    name: str,
    text: str,
    words: str,
    number: float,
    *,
    source: str | None = "Ilse Brandt",
    published: str | None = "2031-05-04",
    thing: str = "people",
    **fields: object,
) -> Reading:
    where = report(name, text, published=published)
    return reading(where, figure(where, words, number, thing, source, **fields))


HERALD = count(
    "herald",
    "Flood\n“In total, 1,204 fishermen have left Orle by road,” Ilse Brandt said.",
    "1,204",
    1204,
    thing="fishermen",
    action="leave",
    quoted=True,
)


@pytest.mark.parametrize(
    ("sentence", "words", "number", "modifier", "change", "to"),
    [
        ("More than 1,200 fishermen left Orle by road, Ilse Brandt said.", "1,200", 1200,
         "more than", "number", "More than 1,200"),
        ("1,200 fishermen left Orle by road, Ilse Brandt said.", "1,200", 1200, "exact",
         "number", "1,200"),
    ],
)  # fmt: skip
def test_a_number_is_rounded_on_its_way(
    sentence: str, words: str, number: float, modifier: str, change: str, to: str
) -> None:
    post = count("post", f"Flood\n{sentence}", words, number, thing="fishermen", action="leave",
                 modifier=modifier, published="2031-05-05")  # fmt: skip
    found = mutations(HERALD, post)
    assert [(m.change, m.from_words, m.to_words) for m in found] == [(change, "1,204", to)]
    assert (found[0].came_in, found[0].since) == ("post", "2031-05-05")
    assert found[0].shared_by == ("post",)
    assert "quotation marks" in found[0].reason


def test_two_reports_that_share_a_change_are_named() -> None:
    others = [
        count(name, "Flood\nMore than 1,200 fishermen left Orle by road, Ilse Brandt said.",
              "1,200", 1200, thing="fishermen", action="leave", modifier="more than",
              published=day)
        for name, day in (("post", "2031-05-06"), ("wire", "2031-05-05"))
    ]  # fmt: skip
    (found,) = mutations(HERALD, *others)
    assert found.shared_by == ("post", "wire")
    assert (found.came_in, found.since) == ("wire", "2031-05-05")
    assert "2 reports share the change" in found.reason


def test_left_becomes_surrendered() -> None:
    post = count("post", "Flood\nIn total, 1,204 fishermen have surrendered in Orle, Ilse Brandt "
                 "said by road.", "1,204", 1204, thing="fishermen", action="surrender",
                 published="2031-05-05")  # fmt: skip
    assert changes(HERALD, post) == [("action", "left", "surrendered")]


@pytest.mark.parametrize("verb", ["evacuate", "flee", "depart"])
def test_other_words_for_the_same_are_no_change(verb: str) -> None:
    past = {"evacuate": "been evacuated from", "flee": "fled", "depart": "departed from"}[verb]
    post = count("post", f"Flood\nIn total, 1,204 fishermen have {past} Orle by road, Ilse Brandt "
                 "said.", "1,204", 1204, thing="fishermen", action=verb,
                 published="2031-05-05")  # fmt: skip
    assert changes(HERALD, post) == []


def test_about_falls_away() -> None:
    herald = count("herald", "Flood\nAbout 8,500 fishermen left Orle by road, Ilse Brandt said.",
                   "8,500", 8500, modifier="about", thing="fishermen", action="leave")  # fmt: skip
    post = count("post", "Flood\n8,500 fishermen left Orle by road, Ilse Brandt said.", "8,500",
                 8500, thing="fishermen", action="leave", published=None)  # fmt: skip
    (found,) = mutations(herald, post)
    assert (found.change, found.from_words, found.to_words) == ("hedge", "About 8,500", "8,500")
    assert found.came_in is None
    assert "not known" in found.reason


def test_a_share_of_the_city_becomes_one_of_a_part() -> None:
    herald = count("herald", "Flood\n“The water covers 93 percent of the city’s territory,” Ilse "
                   "Brandt said.", "93 percent", 0.93, kind="share", unit="%", thing="territory",
                   action="cover", quoted=True)  # fmt: skip
    post = count("post", "Flood\nThe water covers 93 percent of the old quarter, Ilse Brandt said.",
                 "93 percent", 0.93, kind="share", unit="%", thing="quarter", action="cover",
                 published="2031-05-05")  # fmt: skip
    assert changes(herald, post) == [("place", "the city’s territory", "the old quarter")]


def test_a_source_falls_away() -> None:
    herald = count(
        "herald",
        "Flood\nThe water drove out 14,300 fishermen in Orle on Monday, Ilse Brandt said.",
        "14,300",
        14300,
        thing="fishermen",
        action="displace",
    )
    post = count("post", "Flood\nThe water drove out 14,300 fishermen in Orle on Monday.", "14,300",
                 14300, thing="fishermen", action="displace", source=None,
                 published="2031-05-05")  # fmt: skip
    (found,) = mutations(herald, post)
    assert (found.change, found.from_words) == ("attribution", "Ilse Brandt")
    assert found.to_words == "The water drove out 14,300 fishermen in Orle on Monday."
    assert found.came_in == "post"


def test_a_report_that_names_the_origin_elsewhere_has_not_dropped_it() -> None:
    herald = count("herald", "Flood\nThe water drove out 14,300 fishermen in Orle on Monday, the "
                   "RNB said.", "14,300", 14300, thing="fishermen", action="displace",
                   source="RNB")  # fmt: skip
    text = "Flood\nThe water drove out 14,300 fishermen in Orle on Monday.{}"
    found = [
        changes(herald, count("post", text.format(more), "14,300", 14300, thing="fishermen",
                              action="displace", source=None, published="2031-05-05"))
        for more in ("", " The RNB counts them.")
    ]  # fmt: skip
    assert [len(one) for one in found] == [1, 0]


def test_a_growing_toll_is_no_mutation() -> None:
    herald = count("herald", "Flood\nThe flood killed 1,204 people in Orle, Ilse Brandt said.",
                   "1,204", 1204)  # fmt: skip
    post = count("post", "Flood\nThe flood killed 1,377 people in Orle, Ilse Brandt said.",
                 "1,377", 1377, published="2031-05-05")  # fmt: skip
    assert changes(herald, post) == []


def test_two_speakers_of_one_body_make_two_remarks() -> None:
    post = count("post", "Flood\nMore than 1,200 fishermen left Orle by road, Jon Hale said.",
                 "1,200", 1200, source="Jon Hale", modifier="more than", thing="fishermen",
                 action="leave", published="2031-05-05")  # fmt: skip
    assert changes(HERALD, post) == []


LONG = (
    "Storm\nThe harbour master of Orle told reporters on the quay that {} fire in the old grain "
    "store had spread to four warehouses before the first engines reached the scene at dawn."
)


def test_a_word_of_doubt_falls_away_in_a_copy() -> None:
    one = report("herald", LONG.format("the suspected"), published="2031-05-04")
    other = report("post", LONG.format("the huge"), published="2031-05-05")
    (found,) = mutations(reading(one), reading(other))
    assert (found.change, found.from_words, found.to_words) == ("doubt", "suspected", "huge")
    assert (found.came_in, found.from_figure) == ("post", None)


@pytest.mark.parametrize(("old", "new"), [("the big", "the large"), ("a", "the"), ("one", "a")])
def test_an_edited_copy_without_a_change_of_meaning_is_passed_over(old: str, new: str) -> None:
    one = report("herald", LONG.format(old), published="2031-05-04")
    other = report("post", LONG.format(new), published="2031-05-05")
    assert mutations(reading(one), reading(other)) == ()


def _figure(words: str, low: float, modifier: str = "exact", kind: str = "count") -> Figure:
    where = report("r", f"Storm\nThe town saw {words} boats.")
    return figure(where, words, low, "boats", modifier=modifier, kind=kind)


@pytest.mark.parametrize(
    ("rough", "fine", "expected"),
    [
        (_figure("1,000", 1000, "more than"), _figure("1,096", 1096), True),
        (_figure("1,000", 1000), _figure("1,096", 1096), True),
        (_figure("1,100", 1100, "more than"), _figure("1,096", 1096), False),
        (_figure("1,100", 1100, "nearly"), _figure("1,096", 1096), True),
        (_figure("60", 60), _figure("58", 58), False),
        (_figure("60", 60, "about"), _figure("58", 58), True),
        (_figure("2,000", 2000), _figure("1,096", 1096), False),
    ],
)
def test_rounded(rough: Figure, fine: Figure, expected: bool) -> None:
    assert rounded(rough, fine) is expected


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("They hold 40 percent of the city.", "whole"),
        ("They hold 40 percent of Orle.", "whole"),
        ("They hold 40 percent of eastern Orle.", "part"),
        ("They hold 40 percent of the pocket that was cut off.", "part"),
        ("They hold 40 percent of the votes.", None),
    ],
)
def test_the_whole_of_a_share(text: str, meaning: str | None) -> None:
    where = report("r", f"Storm\n{text}")
    share = figure(where, "40 percent", 0.4, "", kind="share", unit="%")
    form = whole_form(share, where.text)
    assert (form.meaning if form else None) == meaning


def test_a_bound_belongs_to_the_number() -> None:
    where = report("r", "Storm\nThe town saw no fewer than 40 boats.")
    span = number_form(figure(where, "40", 40, "boats", modifier="at least"), where.text).span
    assert where.text[span.start : span.end] == "no fewer than 40"


@pytest.mark.parametrize(
    ("kind", "a", "b", "expected"),
    [
        ("action", "left", "surrendered", True),
        ("action", "left", "evacuated", False),
        ("action", "killed", "injured", True),
        ("thing", "civilians", "residents", False),
        ("thing", "civilians", "combatants", True),
    ],
)
def test_two_meanings(kind: ChangeKind, a: str, b: str, expected: bool) -> None:
    assert differ(kind, a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2031-05-04", "2031-05-06", True),
        ("2031-05-04", "2031-06-06", False),
        (None, "2031-05-04", True),
        ("early May", "2031-05-04", True),
    ],
)
def test_reports_of_nearly_one_day(a: str | None, b: str | None, expected: bool) -> None:
    assert near_in_time(a, b) is expected


WORDS = ("About 8,500", "8,500", "More than 8,500", "8,517", "Nearly 9,000", "8,700")
MODIFIERS = ("about", "exact", "more than", "exact", "nearly", "exact")


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["left", "fled", "surrendered in"]),
                       st.sampled_from([None, "2031-05-04", "2031-05-05"]), st.booleans()),
             min_size=2, max_size=5),
    st.integers(),
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_order_does_not_matter_and_every_span_is_cut_out(
    told: list[tuple[int, str, str | None, bool]], seed: int
) -> None:
    verbs = {"left": "leave", "fled": "flee", "surrendered in": "surrender"}
    readings = []
    for i, (n, verb, day, quoted) in enumerate(told):
        number = WORDS[n].split()[-1]
        readings.append(
            count(f"r{i}", f"Flood\n{WORDS[n]} fishermen {verb} Orle by road, Ilse Brandt said.",
                  number, float(number.replace(",", "")), modifier=MODIFIERS[n], quoted=quoted,
                  thing="fishermen", action=verbs[verb], published=day)
        )  # fmt: skip
    found = mutations(*readings)
    mixed = readings[:]
    random.Random(seed).shuffle(mixed)
    assert mutations(*mixed) == found
    texts = {r.report.id: r.report.text for r in readings}
    for one in found:
        old = texts[one.from_report][one.from_span.start : one.from_span.end]
        new = texts[one.to_report][one.to_span.start : one.to_span.end]
        assert (old, new) == (one.from_words, one.to_words)
        assert one.to_report in one.shared_by
        assert one.came_in is None or one.came_in in one.shared_by


def test_a_reading_of_files_finds_what_changed(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "herald.txt").write_text(
        "The Herald\n4 May 2031\n\nBoats leave Orle\n\n“In total, 1,204 fishermen have left Orle "
        "by road,” Mayor Ilse Brandt said on Sunday.\n"
    )
    (folder / "post.txt").write_text(
        "The Post\n5 May 2031\n\nCoast\n\nMore than 1,200 fishermen have left Orle by road, Mayor "
        "Ilse Brandt said.\n"
    )
    found = gather([folder]).mutations
    assert [(m.change, m.from_words, m.to_words) for m in found] == [
        ("number", "1,204", "More than 1,200")
    ]


def test_a_statement_without_figures_changes_nothing() -> None:
    where = report("herald", "Flood\nIlse Brandt said it was over.")
    said = Statement("s", "herald", None, None, (), "indirect", "Ilse Brandt")
    assert mutations(Reading(where, (said,), ())) == ()
