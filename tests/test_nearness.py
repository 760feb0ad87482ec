"""Nearness of words: what is held, what is not, and that it is a cosine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.nearness import mean_vector, nearness, vector

NEARER = [
    # word, the nearer, the farther
    ("homes", "houses", "soldiers"),
    ("ship", "vessel", "salary"),
    ("store", "supermarket", "earthquake"),
    ("quake", "tremor", "contract"),
    ("children", "kids", "shares"),
    ("gunmen", "policemen", "houses"),
]


@pytest.mark.parametrize(("word", "near", "far"), NEARER)
def test_words_of_one_matter_are_nearer(word: str, near: str, far: str) -> None:
    closer, further = nearness(word, near), nearness(word, far)
    assert closer is not None and further is not None
    assert closer > further + 0.3


@pytest.mark.parametrize("word", ["", "zxqyv", "12", "’s"])
def test_what_is_not_held_has_no_nearness(word: str) -> None:
    assert vector(word) is None
    assert nearness(word, "house") is None


@given(st.sampled_from(["house", "Ship", "salary", "rain"]), st.sampled_from(["killed", "ship"]))
def test_it_is_a_cosine_and_alike_both_ways(one: str, other: str) -> None:
    found = nearness(one, other)
    assert found is not None
    assert -1.001 <= found <= 1.001
    assert found == pytest.approx(nearness(other, one))


def test_a_mean_lies_between_its_words() -> None:
    both = mean_vector([("rain", 1.0), ("snow", 1.0), ("zxqyv", 5.0)])
    assert both is not None
    for word in ("rain", "snow"):
        single = vector(word)
        assert single is not None
        assert float(both @ single) > 0.8
    assert mean_vector([("zxqyv", 1.0)]) is None
