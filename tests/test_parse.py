"""The parse keeps every word at its place in the report's own text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stemmata.intake import segments
from stemmata.model import Report, Segment
from stemmata.reading.english.characters import plain
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.parse import parse


def report(text: str) -> Report:
    return Report("r", "r.txt", "", text, segments(text, None, None))


@given(st.text(max_size=200))
@example("''")
@example("He said ''no'' and ``yes''.")
@settings(max_examples=60, deadline=None)
def test_words_stand_where_they_say(text: str) -> None:
    parsed = parse(report(text))
    assert len(parsed.plain) == len(text)
    for token in parsed.tokens:
        words = re.sub("''|``", '"', plain(text[token.start : token.end]))
        assert words.split() == token.text.split()
    starts = [t.start for t in parsed.tokens]
    assert starts == sorted(starts)
    assert [t.i for t in parsed.tokens] == list(range(len(parsed.tokens)))


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_sentences_cover_the_tokens_once(text: str) -> None:
    parsed = parse(report(text))
    covered = [i for s in parsed.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(parsed.tokens)))
    for sentence in parsed.sentences:
        for token in parsed.tokens[sentence.first : sentence.last]:
            assert sentence.first <= token.head < sentence.last


def test_furniture_is_not_parsed() -> None:
    text = "Twelve people died.\nLeave a comment: 300 characters left"
    cut = text.index("Leave")
    segments = (
        Segment(0, cut - 1, "body"),
        Segment(cut, len(text), "furniture", "comment form"),
    )
    parsed = parse(Report("r", "r.txt", "", text, segments))
    assert "comment" not in [t.text for t in parsed.tokens]


def test_runs_of_blanks_keep_offsets() -> None:
    text = "The  river\u00a0 \u00a0rose by   3 metres."
    parsed = parse(report(text))
    assert [text[t.start : t.end] for t in parsed.tokens] == [
        "The", "river", "rose", "by", "3", "metres", ".",
    ]  # fmt: skip


def test_a_very_long_paragraph_is_read_in_pieces() -> None:
    text = "The river rose by three metres. " * 2_000
    parsed = parse(Report("r", "r.txt", "", text, (Segment(0, len(text.rstrip()), "body"),)))
    assert len(parsed.sentences) == 2_000


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("evacuated", "VBN", "evacuate"),
        ("fled", "VBD", "flee"),
        ("besieged", "VBN", "besiege"),
        ("shelling", "VBG", "shell"),
        ("rebuilt", "VBD", "rebuild"),
        ("killed", "VBN", "kill"),
        ("was", "VBD", "be"),
        ("injuries", "NNS", "injury"),
        ("women", "NNS", "woman"),
        ("buses", "NNS", "bus"),
        ("houses", "NNS", "house"),
        ("tonnes", "NNS", "tonne"),
        ("people", "NNS", "people"),
    ],
)
def test_lemmas(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@given(st.text())
def test_plain_text_has_the_same_length(text: str) -> None:
    assert len(plain(text)) == len(text)
