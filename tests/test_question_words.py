"""Words of questions: participles, currencies, and adjectives that count."""

from __future__ import annotations

import pytest

from stemmata.reconciling.verbs import past, simple_past


@pytest.mark.parametrize(
    ("verb", "participle"),
    [
        ("shed", "shed"), ("split", "split"), ("freeze", "frozen"), ("undergo", "undergone"),
        ("occur", "occurred"), ("transfer", "transferred"), ("plan", "planned"),
        ("offer", "offered"), ("visit", "visited"), ("cover", "covered"), ("open", "opened"),
        ("carry_out", "carried out"),
    ],
)  # fmt: skip
def test_participles(verb: str, participle: str) -> None:
    assert past(verb) == participle


@pytest.mark.parametrize(
    ("verb", "told"), [("break", "broke"), ("occur", "occurred"), ("shed", "shed")]
)
def test_simple_past(verb: str, told: str) -> None:
    assert simple_past(verb) == told
