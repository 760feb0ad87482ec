"""What type of measure a figure is, in wars and disasters and elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from reconciling_parts import reading
from stemmata.reconciling import of_groups

MONEY = {"kind": "measure", "unit": "USD"}
ITEM = {"unit": "item"}

TYPES: list[tuple[str, dict[str, Any], str]] = [
    ("[58] people were killed.", {"action": "kill"}, "running total"),
    ("[58] people died in the last 24 hours.",
     {"action": "die", "period": "in the last 24 hours"}, "flow"),
    ("[31] people are missing.", {"action": "miss"}, "stock"),
    ("[40] patients are being treated.", {"thing": "patients", "action": "treat"}, "stock"),
    ("There are [14,000] refugees in the valley.", {"thing": "refugees"}, "stock"),
    ("[14,000] people fled.", {"action": "flee"}, "running total"),
    ("The town is home to [12,000] people.", {"action": "live"}, "stock"),
    ("[3] helicopters evacuated the injured.",
     ITEM | {"thing": "helicopters", "action": "evacuate"}, "stock"),
    ("[4] robbers stole the jewels.", {"thing": "robbers", "action": "steal"}, "stock"),
    ("[60] firefighters fought the blaze.", {"thing": "firefighters", "action": "fight"}, "stock"),
    ("Police arrested [12] people.", {"action": "arrest"}, "running total"),
    ("[12] men escaped.", {"thing": "men", "action": "escape"}, "running total"),
    ("[12] men broke out.", {"thing": "men", "action": "break out"}, "running total"),
    ("She scored [23] goals.", ITEM | {"thing": "goals", "action": "score"}, "running total"),
    ("On the film [90] bodies fill a room.", {"thing": "bodies", "action": "fill"}, "stock"),
    ("[12] people are held.", {"action": "detain"}, "stock"),
    ("The firm sold [3,000] cars.", ITEM | {"thing": "cars", "action": "sell"}, "running total"),
    ("The firm sold [3,000] cars in the last month.",
     ITEM | {"thing": "cars", "action": "sell", "period": "in the last month"}, "flow"),
    ("The firm employs [3,000] people.", {"action": "employ"}, "stock"),
    ("She is charged with [two] counts of fraud.",
     ITEM | {"thing": "counts", "action": "charge"}, "stock"),
    ("They offered [160] million.", MONEY | {"thing": "offer", "action": "offer"}, "measure"),
    ("The quake measured [61].", {"kind": "measure", "unit": "M", "thing": "quake"}, "measure"),
    ("[93 %] of the town is flooded.", {"thing": "town"}, "share"),
    ("Sales fell by [93 %].", {"kind": "change", "unit": "%", "thing": "sales"}, "change"),
    ("[200] babies are born each day.",
     {"thing": "babies", "period": "each day", "kind": "rate"}, "flow"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "expected"), TYPES, ids=[t for t, _, _ in TYPES])
def test_the_type_of_a_measure(text: str, fields: dict[str, Any], expected: str) -> None:
    one = reading("a", "2031-05-05", (text, fields))
    (quantity,) = of_groups([one], (), [["a-01"]]).quantities
    assert quantity.measure_type == expected
