"""Shared passages: what is found, of which kind, which report is the earlier."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.model import Passage, Reading
from stemmata.tracing import trace
from stemmata.tracing.reuse import (
    MOST_PLACES,
    MOST_REPORTS,
    NARRATION_GRAMS,
    QUOTE_GRAMS,
    candidates,
    passages_of,
    runs_of,
    shared_passages,
)
from stemmata.tracing.wordings import GRAM, fold_word, wording
from tracing_parts import figure, reading, report

STORY = (
    "A ferry with some forty lorries on deck ran aground off the harbour of Tolvan before dawn, "
    "and its passengers were brought ashore by fishing boats while the coast guard searched the "
    "water for a crew member who had been seen to fall from the stern."
)
QUOTE = (
    "we have never seen waves of this height so early in the year and nobody on the bridge "
    "could have known of them"
)


def own_words(seed: int, count: int = 120) -> str:
    """A text that shares no five words with another seed's."""
    rng = random.Random(seed)
    letters = "bcdfghklmnprstvz"
    return (
        " ".join(
            "".join(rng.choice(letters) + rng.choice("aeiou") for _ in range(3))
            for _ in range(count)
        )
        + "."
    )


def make(name: str, body: str, **known: str) -> Reading:
    return reading(report(name, f"Title of {name}\n\n{body}", **known))


def words_of(text: Reading, passage: Passage, side: str) -> list[str]:
    """The folded words of one side of a passage."""
    spans = passage.a_spans if side == "a" else passage.b_spans
    one = wording(text)
    return [
        word
        for word, start, end in zip(one.words, one.starts, one.ends, strict=True)
        if any(s.start <= start and end <= s.end for s in spans)
    ]


def test_a_shared_paragraph_is_found_and_told_as_narration() -> None:
    a = make("a", f"{own_words(1)} {STORY} {own_words(2)}")
    b = make("b", f"{own_words(3)} {STORY}")
    (found,) = shared_passages([b, a])
    assert (found.a, found.b, found.kind) == ("a", "b", "narration")
    start, end = found.a_spans[0].start, found.a_spans[-1].end
    assert a.report.text[start:end] == STORY.rstrip(".")
    assert found.words == len(STORY.split())


def test_an_edited_copy_is_one_passage_of_several_spans() -> None:
    edited = STORY.replace("some forty lorries", "several cars").replace("before dawn", "at night")
    (found,) = shared_passages([make("a", STORY), make("b", edited)])
    assert len(found.a_spans) == len(found.b_spans) == 2
    assert "forty" not in words_of(make("a", STORY), found, "a")


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»"])
def test_words_in_quotation_marks_are_a_quote(marks: str) -> None:
    a = make("a", f"{own_words(1)}\n{marks.format(QUOTE)} the captain said. {own_words(2)}")
    b = make("b", f"{own_words(3)}\n{marks.format(QUOTE)} he told a court. {own_words(4)}")
    (found,) = shared_passages([a, b])
    assert found.kind == "quote"


def test_a_quote_that_lost_its_marks_on_one_side_is_still_a_quote() -> None:
    a = make("a", f"{own_words(1)}\n“{QUOTE}” the captain said.")
    b = make("b", f"{own_words(3)}\n{QUOTE} the captain said. {own_words(4)}")
    assert [p.kind for p in shared_passages([a, b])] == ["quote"]


def test_a_stock_phrase_is_no_passage() -> None:
    phrase = "did not immediately respond to a request for comment"
    texts = [make(str(i), f"{own_words(i)} The firm {phrase}. {own_words(90 + i)}") for i in (1, 2)]
    assert shared_passages(texts) == ()


def test_grams_of_too_many_reports_are_stock() -> None:
    texts = [wording(make(f"{i:04}", STORY)) for i in range(MOST_REPORTS + 1)]
    assert candidates(texts) == {}
    assert candidates(texts[:3]) != {}


def test_common_grams_give_each_report_few_partners() -> None:
    texts = [wording(make(f"{i:04}", STORY)) for i in range(100)]
    assert len(candidates(texts)) < 100 * 7


def test_partners_a_report_do_not_grow_with_the_copies() -> None:
    texts = [wording(make(f"{i:04}", STORY)) for i in range(160)]
    assert len(candidates(texts)) / 160 < 1.05 * len(candidates(texts[:40])) / 40


def test_furniture_is_not_compared() -> None:
    a, b = make("a", STORY), make("b", STORY)
    menu = tuple(replace(s, kind="furniture", detail="menu") for s in b.report.segments)
    silent = replace(b, report=replace(b.report, segments=menu))
    assert shared_passages([a, silent]) == ()


@pytest.mark.parametrize(
    ("known_a", "known_b", "tail", "earlier"),
    [
        ({"published": "2021-03-01"}, {"published": "2021-03-02"}, "", "a"),
        ({"published": "2021-03-03"}, {"published": "2021-03-02"}, "", "b"),
        ({"published": "2021-03-02"}, {"published": "2021-03-02"}, "", None),
        ({"published": "2021-03-02"}, {}, "", None),
        ({"outlet": "Harbour Post"}, {"outlet": "Echo"}, " (Harbour Post)", "a"),
        ({"outlet": "Harbour Post"}, {"outlet": "Echo"}, " Harbour Post reported.", "a"),
        ({"outlet": "Harbour Post"}, {"outlet": "Echo"}, "", None),
    ],
)
def test_only_dates_and_credits_tell_which_is_earlier(
    known_a: dict[str, str], known_b: dict[str, str], tail: str, earlier: str | None
) -> None:
    found = shared_passages([make("a", STORY, **known_a), make("b", STORY + tail, **known_b)])
    assert [p.earlier for p in found] == [earlier]


def test_a_pair_of_one_outlet_is_told_apart() -> None:
    texts = [make(n, STORY, outlet="Harbour Post") for n in "ab"]
    (found,) = shared_passages(texts)
    assert "both are by Harbour Post" in found.reason


def test_two_translations_of_one_quote_meet_through_speaker_and_figure() -> None:
    one = report(
        "a",
        "Ferry\n\n“We have counted 1,304 passengers ashore in Tolvan,” "
        "Ole Lund of the Tolvan Coast Guard said in Tolvan harbour. Tolvan mourns.",
    )
    two = report(
        "b",
        "Ship\n\n“In Tolvan there are 1,304 passengers on land by our count,” "
        "said Ole Lund. The Coast Guard closed Tolvan harbour.",
    )
    traced = trace(
        [
            reading(one, figure(one, "1,304", 1304, "passengers", "Ole Lund", quoted=True)),
            reading(two, figure(two, "1,304", 1304, "passengers", "Ole Lund", quoted=True)),
        ]
    )
    (found,) = traced.passages
    assert found.kind == "retold quote"
    assert one.text[slice(*found.a_spans[0])].startswith("“We have counted")
    assert not [e for e in traced.edges if e.kind == "shared passage"]


PIECES = st.lists(
    st.one_of(
        st.sampled_from([STORY, QUOTE, f"“{QUOTE}”", STORY[40:180], STORY.upper()]),
        st.integers(1, 30).map(lambda seed: own_words(seed, 25)),
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=4), st.randoms())
def test_passages_hold_whatever_is_shared(bodies: list[str], rng: random.Random) -> None:
    texts = {f"r{i}": make(f"r{i}", body) for i, body in enumerate(bodies)}
    found = shared_passages(list(texts.values()))
    for passage in found:
        a, b = texts[passage.a], texts[passage.b]
        assert passage.a < passage.b
        assert len(passage.a_spans) == len(passage.b_spans)
        for one, other in zip(passage.a_spans, passage.b_spans, strict=True):
            assert 0 <= one.start < one.end <= len(a.report.text)
            assert 0 <= other.start < other.end <= len(b.report.text)
        left, right = words_of(a, passage, "a"), words_of(b, passage, "b")
        assert left == right
        assert len(left) == passage.words
    shuffled = list(texts.values())
    rng.shuffle(shuffled)
    assert shared_passages(shuffled) == found


@pytest.mark.parametrize(
    ("word", "folded"), [("Harbour’s", "harbours"), ("1,304", "1304"), ("Café", "cafe")]
)
def test_words_are_folded(word: str, folded: str) -> None:
    assert fold_word(word) == folded


def test_an_excerpt_has_its_words_from_the_whole() -> None:
    long = f"{STORY} {own_words(1)} {STORY.upper()} {own_words(5)}"
    body = f"{STORY} {own_words(1)}"
    assert len(body.split()) > 60
    a, b = make("a", body, outlet="Post"), make("b", long, outlet="Herald")
    found = shared_passages([a, b])
    assert {p.earlier for p in found} == {"b"}
    assert all("stand in b" in p.reason for p in found)
    same = make("b", long, outlet="Post")
    assert {(p.earlier, p.one_outlet) for p in shared_passages([a, same])} == {(None, True)}


# Few different words, so that a text repeats itself and its runs cross one another.
FEW_WORDS = st.lists(
    st.sampled_from(["ash", "bay", "cod", "dew", "ash bay cod dew elm", '"fog gum hay ivy jet"']),
    min_size=1,
    max_size=40,
).map(" ".join)


def plain_runs(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Runs of equal words found word by word, the longest first, none overlapping."""
    reach: dict[tuple[int, int], int] = {}
    for i in reversed(range(len(a) - GRAM + 1)):
        places = [j for j in range(len(b) - GRAM + 1) if b[j : j + GRAM] == a[i : i + GRAM]]
        for j in places[:MOST_PLACES]:
            reach[i, j] = reach.pop((i + 1, j + 1), GRAM - 1) + 1
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for (i, j), size in sorted(reach.items(), key=lambda item: (-item[1], item[0])):
        free = [k for k in range(size) if i + k not in taken_a and j + k not in taken_b]
        if len(free) >= GRAM and free[-1] - free[0] == len(free) - 1:
            taken_a |= {i + k for k in free}
            taken_b |= {j + k for k in free}
            kept.append((i + free[0], j + free[0], len(free)))
    return sorted(kept)


@given(FEW_WORDS, FEW_WORDS)
@settings(deadline=None)
def test_runs_are_those_found_word_by_word(first: str, second: str) -> None:
    one, other = wording(make("a", first)), wording(make("b", second))
    assert runs_of(one, other, NARRATION_GRAMS) == plain_runs(one.words, other.words)


@given(FEW_WORDS, FEW_WORDS)
@settings(deadline=None)
def test_few_rare_grams_leave_the_quotations_alone(first: str, second: str) -> None:
    a, b = make("a", first), make("b", second)
    found = {
        grams: [
            (p.a_spans, p.b_spans, p.words)
            for p in passages_of(a, b, wording(a), wording(b), grams)
            if p.kind == "quote"
        ]
        for grams in (QUOTE_GRAMS, NARRATION_GRAMS)
    }
    assert found[QUOTE_GRAMS] == found[NARRATION_GRAMS]
