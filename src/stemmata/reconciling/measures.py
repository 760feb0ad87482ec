"""What type of measure a figure is: a stock, a flow, a running total, a share, a change, a measure.

After the division of IDMC's figures into stocks (people displaced as of a day)
and flows (people displaced over a period). A running total is a flow from the
beginning of the event to the day it is told. How many are missing, displaced or
at work is a stock: it rises and falls. A stock is never compared with a flow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from stemmata.model import MeasureType
from stemmata.reconciling.features import Features

# Deeds that happen once to each that is counted, so that their number adds up.
_HAPPENS = (
    "harm", "ruin", "out-leave", "out-moved", "out-yield", "home", "freed", "win", "join", "give",
    "attack", "crash", "sentence", "acquit", "cure", "vaccinate", "deport", "elect", "mend", "shed",
    "taken-dead",
)  # fmt: skip
# States that last: how many are so on a day.
_LASTS = ("out-stay", "care", "live", "hold", "held", "fight", "found", "charge")
# Deeds of no family that happen once to each: so many were arrested, so many tickets sold.
_ONCE = frozenset(
    """cut shed axe scrap sell buy purchase sign cancel recall issue approve award intercept cast
    shoot_down score concede""".split()
)
_ONCE_TO_PEOPLE = frozenset(
    """arrest abduct kidnap capture hire dismiss sack fine convict sentence infect vaccinate test
    arrive enter cross lay_off jump leap survive gun_down strike stab escape break
    recapture rearrest catch nab round_up seize""".split()
)
# What bodies on a picture do: so many are seen there.
_SEEN = frozenset("lie lay lay_out fill line wrap show see display".split())
# Those who do something are so many on the scene; their number is no toll of the deed.
_DOERS = frozenset(
    """
    robber firefighter police soldier medic volunteer expert helicopter plane vehicle engine
    ambulance boat bus""".split()
)
_DOINGS = ("rob", "out-moved", "give", "attack", "fight")
_EVENTS = frozenset({"quake", "aftershock", "attack", "rocket"})
_AMOUNTS = frozenset({"mass", "volume", "energy", "data"})
_FLOWS = frozenset({"flow", "running total"})
# Where figures are of several types, the first of these that as many have wins.
_ORDER: tuple[MeasureType, ...] = (
    "share", "change", "flow", "running total", "stock", "measure",
)  # fmt: skip


def measure_of(one: Features) -> MeasureType:
    """The type of one figure, from its kind, what happened, and its period."""
    kind = one.figure.kind
    if kind == "share":
        return "share"
    if kind == "change":
        return "change"
    if kind == "rate" and one.dimension == "money":
        return "measure"
    if kind == "rate" or one.period.sort == "rate":
        return "flow"
    if kind == "measure" and one.dimension not in (*_AMOUNTS, "item", "person"):
        return "running total" if one.deeds & {"win"} and one.dimension == "area" else "measure"
    return _of_count(one)


def _of_count(one: Features) -> MeasureType:
    if _is_state(one):
        return "stock"
    happens = _is_once(one) or any(deed.startswith(_HAPPENS) for deed in one.deeds)
    lasts = any(deed.startswith(_LASTS) for deed in one.deeds)
    if not happens and (lasts or (one.thing not in _EVENTS and one.period.sort != "window")):
        return "stock"
    tolled = any(deed.startswith(("harm", "ruin")) for deed in one.deeds)
    if one.period.sort == "window" or (one.period.sort == "date" and not tolled):
        return "flow"
    return "running total"


def _is_once(one: Features) -> bool:
    verb = _verb(one)
    people = one.person and {verb, verb.split("_")[0]} & _ONCE_TO_PEOPLE
    return verb in _ONCE or bool(people) or one.thing == "vote"


def _verb(one: Features) -> str:
    return (one.figure.action or "").lower().replace(" ", "_")


# Who was driven out and is not yet home.
_DISPLACED = ("displace", "uproot", "force", "lose")


def _is_state(one: Features) -> bool:
    """How many there are on a day, whatever brought them there.

    The displaced, the missing, and those who do something rather than suffer it.
    """
    if one.person and _verb(one) in _SEEN:
        return one.period.sort not in ("window", "rate")
    tolled = any(d.startswith(("harm-dead", "harm-hurt", "ruin")) for d in one.deeds)
    if one.period.sort in ("window", "rate") or tolled:
        return False
    if "harm-missing" in one.deeds:
        return True
    displaced = one.figure.action in _DISPLACED and "out-moved" in one.deeds
    if displaced and one.period.sort != "date":
        return True
    if "out-stay" in one.deeds and not (one.figure.action or one.thing != "refugee"):
        return True
    return one.thing in _DOERS and any(d.startswith(_DOINGS) for d in one.deeds)


def measure_of_all(figures: Iterable[Features]) -> MeasureType:
    """The type most of them have; a flow and a running total stand together against a stock."""
    counts = Counter(measure_of(one) for one in figures)
    flows = counts["flow"] + counts["running total"]
    others = max((n for t, n in counts.items() if t not in _FLOWS), default=0)
    if flows and flows >= others:
        return "flow" if counts["flow"] >= counts["running total"] else "running total"
    return min(counts, key=lambda t: (-counts[t], _ORDER.index(t)))


def never_compared(a: Features, b: Features) -> bool:
    """A stock beside a flow of a period: whatever the numbers, they do not agree."""
    flows = any(f.period.sort in ("window", "rate") and measure_of(f) == "flow" for f in (a, b))
    return flows and any(measure_of(f) == "stock" for f in (a, b))
