"""Names: their extent and kind in invented sentences."""

from __future__ import annotations

import pytest

from reading_parts import read
from stemmata.reading.names import is_place, names

KINDS = [
    ("Governor Lena Orsk arrived.", "Lena Orsk", "person"),
    ("The spokesman Ivan Petrov left the town.", "Ivan Petrov", "person"),
    ("They met Lieutenant General Viktor Bramov on Monday.", "Viktor Bramov", "person"),
    ("It was Mr Bramov who called.", "Bramov", "person"),
    ("President Omar al-Tariq spoke.", "Omar al-Tariq", "person"),
    ("Lena Orsk, 43, a baker, said it rained.", "Lena Orsk", "person"),
    ("The Orlan Defence Ministry closed the road.", "Orlan Defence Ministry", "organisation"),
    ("The Orlan Observatory for Human Rights left.", "Orlan Observatory for Human Rights",
     "organisation"),
    ("They work for the Tarvik Flood Council.", "Tarvik Flood Council", "organisation"),
    ("The people of Paris left.", "Paris", "place"),
    ("They fled to Norway in the spring.", "Norway", "place"),
    ("They fled from Orma Province in the spring.", "Orma Province", "place"),
    ("The news agency Reuters reported it.", "Reuters", "outlet"),
    ("He wrote to The Harbour Gazette.", "Harbour Gazette", "outlet"),
    ("They saw it on Orlan Television yesterday.", "Orlan Television", "outlet"),
]  # fmt: skip

NO_NAMES = [
    "The river rose on Monday.",
    "In January the council met.",
    "He said it would rain.",
    "Six people died.",
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(text: str, name: str, kind: str) -> None:
    parsed, _ = read(text)
    assert (name, kind) in [(n.text, n.kind) for n in names(parsed)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_names(text: str) -> None:
    assert names(read(text)[0]) == ()


def test_a_name_typed_once_is_typed_everywhere() -> None:
    text = "Governor Lena Orsk arrived.\nThe crowd cheered Orsk for an hour."
    assert [(n.text, n.kind) for n in names(read(text)[0])] == [
        ("Lena Orsk", "person"),
        ("Orsk", "person"),
    ]


def test_a_title_parts_the_body_from_the_person() -> None:
    text = "The Orlan General Staff General Viktor Bramov spoke."
    assert [n.text for n in names(read(text)[0])] == ["Orlan General Staff", "Viktor Bramov"]


def test_spans_hold_their_words() -> None:
    text = "Governor  Lena Orsk met Ivan Petrov in Paris."
    for name in names(read(text)[0]):
        assert text[name.span.start : name.span.end] == name.text


def test_the_gazetteer_knows_countries_capitals_and_towns() -> None:
    assert is_place("norway")
    assert is_place("moscow")
    assert is_place("bergen")
    assert not is_place("lena orsk")
