"""Where a name stands in a text: as a pattern of it would tell."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from stemmata.tracing.speakers import acronym_in
from stemmata.tracing.standing import stands_in, whole
from stemmata.tracing.unnamed import party_outlet, state_media

NAMES = st.text("Aé’_-. ", min_size=1, max_size=4)
TEXTS = st.text("Aé’_-. ", max_size=30)
PIECES = st.sampled_from(
    [
        "official",
        "state-run",
        "rebel",
        "run",
        "-",
        " ",
        "’",
        "\n",
        "news",
        "agency",
        "Orle",
        "X",
        "(",
    ]
)


@given(NAMES, TEXTS)
def test_whole_words_are_those_of_a_pattern(name: str, text: str) -> None:
    expected = [m.span() for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    assert list(whole(name, text)) == expected
    assert stands_in(name, text) is bool(expected)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_who_runs_an_outlet_is_told_right_before_its_name(text: str) -> None:
    of_state = r"\b(?:[Oo]fficial|[Ss]tate(?:-run|-owned)?)\b(?: news)?(?: agency)?\sOrle\b"
    of_party = r"\b[A-Za-z][\w’']*[- ]run\sOrle\b"
    assert state_media("Orle", text) is bool(re.search(of_state, text))
    assert party_outlet("Orle", text) is bool(re.search(of_party, text))


def test_the_acronym_behind_any_mention_counts() -> None:
    text = "The Orle Watch said so. Later the Orle Watch (OW) said it again."
    assert acronym_in("Orle Watch", text) == "ow"
