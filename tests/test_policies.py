"""What vague words count as under each named policy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.errors import StemmataError
from stemmata.model import Figure, Modifier
from stemmata.reading.policies import POLICIES, PolicyError, policy


def figure(
    text: str, low: float | None, high: float | None = None, modifier: Modifier = "exact"
) -> Figure:
    return Figure(
        id="r-1", report="r", start=0, end=len(text), text=text, modifier=modifier, low=low,
        high=high, kind="count", unit="person", thing="people", action=None, place=None,
        period=None, source=None, via=None, quoted=False,
    )  # fmt: skip


WORDS = [
    # words, interval low, acled, midpoint (None keeps the interval)
    ("dozens", 24, 12, 55),
    ("Dozens", 24, 12, 55),
    ("tens", 20, 10, 55),
    ("scores", 40, 20, None),
    ("hundreds", 200, 100, 550),
    ("thousands", 2_000, 1_000, 5_500),
    ("millions", 2e6, 1e6, 5.5e6),
    ("lakhs", 2e5, 1e5, 5.5e5),
    ("tens of thousands", 20_000, 10_000, 55_000),
    ("hundreds of thousands", 200_000, 100_000, 550_000),
    ("dozens of thousands", 24_000, 12_000, 55_000),
    ("tens of millions", 2e7, 1e7, 5.5e7),
    ("several hundred", 200, 100, 550),
    ("a few thousand", 2_000, 1_000, 5_500),
    ("a few  dozen", 24, 12, 55),
    ("a couple of hundred", 200, 100, 550),
]


@pytest.mark.parametrize(("words", "low", "acled", "midpoint"), WORDS)
def test_vague_words(words: str, low: float, acled: float, midpoint: float | None) -> None:
    one = figure(words, low)
    assert policy().bounds(one) == (low, None)
    assert policy("acled").bounds(one) == (acled, acled)
    expected = (low, None) if midpoint is None else (midpoint, midpoint)
    assert policy("midpoint").bounds(one) == expected
    assert one.text == words


@pytest.mark.parametrize(
    "text", ["1,096", "two dozen", "half a dozen", "a dozen", "a hundred", "18 thousand", "half"]
)
@pytest.mark.parametrize("name", sorted(POLICIES))
def test_plain_numbers_keep_their_bounds(text: str, name: str) -> None:
    assert policy(name).bounds(figure(text, 7.0, 9.0)) == (7.0, 9.0)
    assert policy(name).reason(figure(text, 7.0, 9.0)) == (
        f"'{text}' keeps the bounds that its words give"
    )


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [
        ("more than", (100, None)),
        ("at least", (100, None)),
        ("up to", (None, 100)),
        ("less than", (None, 100)),
        ("about", (100, 100)),
        ("nearly", (100, 100)),
    ],
)
def test_a_modifier_leaves_its_side_open(
    modifier: Modifier, expected: tuple[float | None, float | None]
) -> None:
    assert policy("acled").bounds(figure("hundreds", 200, None, modifier)) == expected


def test_reason_names_policy_and_source() -> None:
    reason = policy("acled").reason(figure("dozens", 24))
    assert reason.startswith("'dozens' counts as 12 by the policy 'acled' (ACLED")


def test_unknown_policy_lists_the_known() -> None:
    with pytest.raises(PolicyError, match=r"'ucdp'.*acled, interval, midpoint") as caught:
        policy("ucdp")
    assert isinstance(caught.value, StemmataError)


@given(words=st.sampled_from([row[0] for row in WORDS]))
def test_acled_never_counts_more_than_the_words_allow(words: str) -> None:
    interval, acled, middle = (policy(n).value(words) for n in ("interval", "acled", "midpoint"))
    assert interval is None
    assert acled is not None
    assert middle is None or acled < middle
