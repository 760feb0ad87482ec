"""Estimates: low, best and high by named methods, and what they took and left."""

from __future__ import annotations

from typing import Any

import pytest

from reconciling_parts import origin, reading, toll
from stemmata.model import Estimate, Reading
from stemmata.reconciling import METHODS, reconcile

OPENING = "The Orla burst its banks near Temsk in the province of Varn on Monday."

Said = tuple[str, str | None, str | None]


def killed(words: str) -> tuple[str, dict[str, Any]]:
    return toll(f"The flood in the Orla valley killed {words} people, officials in Varn said.")


def estimate(method: str, *said: Said, sentence: Any = killed) -> Estimate:
    """The estimate of numbers given as (words, day, origin), one report each."""
    readings: list[Reading] = []
    origins: dict[str, list[str]] = {}
    for name, (words, day, source) in zip("abcdefgh", said, strict=False):
        readings.append(reading(name, day, OPENING, sentence(words)))
        if source:
            origins.setdefault(source, []).append(f"{name}-01")
    given = [origin(source, figures) for source, figures in sorted(origins.items())]
    (quantity,) = reconcile(readings, given, (), method).quantities
    assert set(quantity.estimate.took) | set(quantity.estimate.left) == set(quantity.figures)
    assert not set(quantity.estimate.took) & set(quantity.estimate.left)
    assert quantity.estimate.reason
    return quantity.estimate


def bounds(found: Estimate) -> tuple[float | None, float | None, float | None]:
    return found.low, found.best, found.high


TOLL: tuple[Said, ...] = (
    ("at least [58]", "2031-05-04", "observers"),
    ("[86]", "2031-05-05", "observers"),
    ("more than [100]", "2031-05-05", "council"),
    ("at least [70]", "2031-05-05", "clinic"),
    ("[dozens] of", "2031-05-05", None),
)


def test_latest_takes_the_newest_and_the_last_word_of_each_origin() -> None:
    found = estimate("latest", *TOLL)
    assert bounds(found) == (70, 100, 100)
    assert found.left == ("a-01", "e-01")


def test_rounder_words_of_one_origin_do_not_widen_the_range() -> None:
    found = estimate(
        "latest",
        ("more than [1,000]", "2031-05-05", "ministry"),
        ("[1,096]", "2031-05-05", "ministry"),
        ("[1,000]", "2031-05-05", "ministry"),
    )
    assert bounds(found) == (1096, 1096, 1096)


def test_a_floor_gives_way_to_the_exact_number_it_allows() -> None:
    found = estimate(
        "latest",
        ("[30]", "2031-05-05", "observers"),
        ("at least [27]", "2031-05-06", "fund"),
    )
    assert found.best == 30
    assert "the more precise" in found.reason


def test_an_older_number_without_an_origin_is_left() -> None:
    found = estimate("latest", ("[200]", "2031-05-04", None), ("[160]", "2031-05-05", "observers"))
    assert (found.low, found.high) == (160, 160)
    assert found.left == ("a-01",)


def test_what_does_not_grow_is_what_most_origins_say() -> None:
    def quake(words: str) -> tuple[str, dict[str, Any]]:
        fields = {"unit": "M", "kind": "measure", "thing": "quake", "place": "Temsk"}
        return f"The quake near Temsk had a magnitude of {words} by its count.", fields

    found = estimate(
        "latest",
        ("[5.9]", "2031-05-05", "centre"),
        ("[5.9]", "2031-05-05", "ministry"),
        ("[6.1]", "2031-05-06", "survey"),
        sentence=quake,
    )
    assert bounds(found) == (5.9, 5.9, 6.1)
    assert found.reason == "“5.9” fits 2 origins and 2 reports"


def test_miles_are_given_in_kilometres() -> None:
    def distance(words: str) -> tuple[str, dict[str, Any]]:
        unit = "mi" if "37" in words else "km"
        fields = {"unit": unit, "kind": "measure", "thing": "quake", "place": "Temsk"}
        return f"The quake was {words} from Temsk, the centre said.", fields

    found = estimate(
        "latest", ("[60] kilometres", None, "a"), ("[37] miles", None, "a"), sentence=distance
    )
    assert found.best == 60


BY_METHOD = [
    ("ucdp", (58, 100, 100)),
    ("acled", (12, 12, 12)),
    ("range", (24, 62, 100)),
    ("latest", (70, 100, 100)),
]


@pytest.mark.parametrize(("method", "expected"), BY_METHOD)
def test_each_method_on_one_toll(method: str, expected: tuple[float, float, float]) -> None:
    found = estimate(method, *TOLL)
    assert found.method == method
    assert bounds(found) == expected


def test_most_origins() -> None:
    found = estimate(
        "most-origins",
        ("[58]", "2031-05-05", "observers"),
        ("[58]", "2031-05-05", "clinic"),
        ("[72]", "2031-05-06", "council"),
    )
    assert found.best == 58


@pytest.mark.parametrize("method", sorted(METHODS))
@pytest.mark.parametrize("words", ["[58]", "up to [58]", "more than [58]", "[dozens] of"])
def test_one_figure_alone_has_an_estimate_by_every_method(method: str, words: str) -> None:
    found = estimate(method, (words, None, None))
    assert found.low is not None
    assert found.best is not None
    assert found.high is not None
    assert found.low <= found.best <= found.high


def test_of_one_day_the_number_that_most_origins_give_last() -> None:
    day = "2031-05-05"
    found = estimate(
        "latest", ("[85]", day, "council"), ("[85]", day, "clinic"), ("[110]", day, "observers")
    )
    assert bounds(found) == (85, 85, 110)


def test_a_ceiling_is_no_best_where_a_number_is_given() -> None:
    found = estimate(
        "latest", ("more than [280]", "2031-05-04", None), ("up to [400]", "2031-05-05", "council")
    )
    assert found.best == 280


def test_a_hedged_number_is_made_precise_by_what_was_told_with_it() -> None:
    found = estimate(
        "latest",
        ("[48]", "2031-05-05", "governor"),
        ("at least [40]", "2031-05-07", "council"),
        ("[41]", "2031-05-07", None),
    )
    assert found.best == 41


def test_a_share_that_held_at_one_moment_gave_way() -> None:
    def cut_off(words: str) -> tuple[str, dict[str, Any]]:
        text = f"{words} of the homes in Varn were cut off after the flood."
        return text, {"kind": "share", "unit": "%", "thing": "homes", "place": "Varn"}

    found = estimate(
        "latest",
        ("At one point [82 %]", None, "council"),
        ("Early on, [82 %]", None, "clinic"),
        ("Some [65 %]", None, None),
        sentence=cut_off,
    )
    assert found.best == pytest.approx(0.65)
