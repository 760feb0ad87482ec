"""Places and periods of figures: always words of the report, and what a sentence hands on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_parts import report
from stemmata.model import Figure
from stemmata.reading import read
from stemmata.reading.english.parse import parse
from stemmata.reading.english.whereabouts import whereabouts

WORDS = (
    "In Aville on Sunday 12 people died . A quake hit the town of Beskar , 9 km ( 6 miles ) north "
    "of Lemen and killed 40 It left 300 homeless from Orsel to Tarvo , home to 9,000 people where "
    "between the city's 80 percent -- said was struck as far away as at least $ 3 million in 1987"
)


def figures(text: str, *, title: bool = False) -> tuple[Figure, ...]:
    return read(report(text, title=title)).figures


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_places_and_periods_are_words_of_the_report(words: list[str]) -> None:
    text = " ".join(words)
    for figure in figures(text):
        assert (figure.place or "") in text
        assert (figure.period or "") in text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_every_sentence_has_its_places_in_order(words: list[str]) -> None:
    parsed = parse(report(" ".join(words)))
    local = list(whereabouts(parsed))
    assert [one.sentence for one in local] == parsed.sentences
    for one in local:
        starts = [p.first for p in one.places]
        assert starts == sorted(starts)
        assert all(one.sentence.first <= p.first < p.last <= one.sentence.last for p in one.places)


def test_a_title_hands_its_place_on() -> None:
    found = figures("Quake shakes Beskar\n\nAt least 12 people were killed.\n", title=True)
    assert [f.place for f in found] == ["Beskar"]


def test_a_place_goes_on_across_paragraphs() -> None:
    text = "A quake hit Beskar.\n\nRescuers worked all night.\n\nThey found 12 bodies.\n"
    assert [f.place for f in figures(text)] == ["Beskar"]


@pytest.mark.parametrize("quiet", [1, 2, 3, 6])
def test_an_event_is_left_after_some_sentences_of_other_things(quiet: int) -> None:
    between = "Trade was slow.\n\n" * quiet
    text = f"A quake hit Beskar.\n\n{between}A poll asked 900 people.\n"
    (found,) = figures(text)
    assert found.place == ("Beskar" if quiet < 2 else None)


def test_one_name_may_be_a_persons_and_another_a_places() -> None:
    spoken = "Some 40 people shouted at Marsk."
    assert [f.place for f in figures(spoken)] == [None]
    assert [f.place for f in figures(f"{spoken} A fire broke out in Marsk.")] == ["Marsk"]


ABOUT = [
    # A dateline that the title or the opening names again.
    ("Marsk mayor leads by 40 votes", "dateline", "Marsk"),
    ("Recount ordered in Marsk after tie at 900 votes", "dateline", "Marsk"),
    ("Brel leads by 40 votes", "dateline", None),
    ("Marsk City FC wins by 40 points", "dateline", None),
    # A title that names a place after "in", and an opening that names it again.
    ("Recount likely in Marsk", "Marsk waits for its mayor.", "Marsk"),
    ("Recount likely in Marsk", "The town waits for its mayor.", None),
    ("Bid made on Marsk", "Marsk has a bidder.", None),
    ("Brel is mayor", "Marsk waits for its mayor.", None),
]


@pytest.mark.parametrize("title, opening, place", ABOUT)
def test_a_place_named_twice_is_that_of_the_report(
    title: str, opening: str, place: str | None
) -> None:
    line = opening == "dateline"
    lead = "MARSK, Oct 3 (Press Union) --" if line else opening
    text = f"{title}\n{lead}\nThe count goes on.\nBrel had a lead of 118 ballots.\n"
    made = report(text, title=True)
    kinds = ["title", "dateline" if line else "body", "body", "body"]
    segments = tuple(replace(s, kind=k) for s, k in zip(made.segments, kinds, strict=True))
    found = read(replace(made, segments=segments)).figures
    assert found[-1].text == "118"
    assert found[-1].place == place
