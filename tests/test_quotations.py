"""Quotations: what stands inside the marks, whichever they are and wherever they went."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_parts import report
from stemmata.reading.quotations import quotations, quoted

SPEECH = [
    ('"We have six boats," she said.', ["We have six boats,"]),
    ("“We have six boats,” she said.", ["We have six boats,"]),
    ("«We have six boats», she said.", ["We have six boats"]),
    ("„We have six boats”, she said.", ["We have six boats"]),
    ("``We have six boats,'' she said.", ["We have six boats,"]),
    ("'We have six boats,' she said.", ["We have six boats,"]),
    ("‘We have six boats,’ she said.", ["We have six boats,"]),
    ("She said: ‘We don’t have six boats.’", ["We don’t have six boats."]),
    ('She said: "We have six boats."', ["We have six boats."]),
    ('"We," she said, "have six boats."', ["We,", "have six boats."]),
    ('She called it "the worst flood we have ever seen here" and left.',
     ["the worst flood we have ever seen here"]),
    ('"He told me \'go home now\' and I went," she said.',
     ["He told me 'go home now' and I went,"]),
    ("“He told me ‘go home now’ and I went,” she said.",
     ["He told me ‘go home now’ and I went,"]),
    ('"The results [of the count] are in," she said.', ["The results [of the count] are in,"]),
    ('She said ( "it was the very last boat" ) and left.', ["it was the very last boat"]),
    ('"We have six boats" she said. "Two are lost for good."',
     ["We have six boats", "Two are lost for good."]),
    ('"No," she said.', ["No,"]),
    ('The crowd shouted: "Go home!"', ["Go home!"]),
    ('"Never again."', ["Never again."]),
    # several paragraphs, each opened again, the last one closed
    ("“We have six boats.\n“Two are lost,” she said.", ["We have six boats.", "Two are lost,"]),
    ('"We have six boats.\n"Two are lost.\n"One sank," she said.',
     ["We have six boats.", "Two are lost.", "One sank,"]),
    # several paragraphs, opened once
    ('"We have six boats.\nTwo are lost," she said.', ["We have six boats.", "Two are lost,"]),
    ("“We have six boats.\nOne sank.\nTwo are lost,” she said.",
     ["We have six boats.", "One sank.", "Two are lost,"]),
    # the opening mark is missing
    ("We have six boats and more will come,” she said.",
     ["We have six boats and more will come,"]),
    ('We have six boats and more will come," she said.',
     ["We have six boats and more will come,"]),
    # the closing mark is missing
    ("“We have six boats, she said on Monday.", ["We have six boats"]),
    ("She was blunt.\n“We have six boats.", ["We have six boats."]),
    # wrong way round
    ("”We have six boats,” she said.", ["We have six boats,"]),
]  # fmt: skip

NOTHING = [
    'The pipe is 12" wide and the other 6" wide.',
    "He is 6'2\" tall.",
    "The boards are 6' long.",
    "The ministers' plan won't please the fishermen's union.",
    "The '90s were dry, and 'tis dry again.",
    "It’s the villagers’ well and the town’s.",
    "Rock 'n' roll.",
    "No marks at all.",
    "",
]

SCARE = [
    ('The "rescue" took nine days to arrive.', ["rescue"]),
    ("The so-called “safe zone” was shelled.", ["safe zone"]),
    ("It was “a huge step” for the town.", ["a huge step"]),
    ("They spoke of ‘toxic substances’ in the well.", ["toxic substances"]),
    ('Those guilty should be "held to account." The town waits.', ["held to account."]),
]


@pytest.mark.parametrize(("text", "expected"), SPEECH)
def test_speech(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in quotations(report(text))] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    found = quoted(report(text))
    assert (found.quotations, found.scare) == ((), ())


@pytest.mark.parametrize(("text", "expected"), SCARE)
def test_scare_quotes_are_kept_apart(text: str, expected: list[str]) -> None:
    found = quoted(report(text))
    assert [text[s.start : s.end] for s in found.scare] == expected
    assert found.quotations == ()


def test_furniture_is_not_read() -> None:
    text = 'Menu "one two three four five"\n"We have six boats," she said.'
    found = quotations(report(text, furniture=(0,)))
    assert [text[s.start : s.end] for s in found] == ["We have six boats,"]


def test_a_title_does_not_carry_a_quotation_into_the_body() -> None:
    text = '"We have six boats\nThe council met on Monday and closed the road.'
    found = quotations(report(text, title=True))
    assert [text[s.start : s.end] for s in found] == ["We have six boats"]


@given(st.text(alphabet="ab .,:\n\"'“”‘’«»6", max_size=80))
def test_spans_are_in_order_inside_segments_and_apart(text: str) -> None:
    made = report(text)
    found = quoted(made)
    spans = sorted(found.quotations + found.scare)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert any(s.start <= span.start and span.end <= s.end for s in made.segments)
    assert all(a.end <= b.start for a, b in pairwise(spans))
