"""Figures that look alike and are not of one quantity: near misses, and parts of wholes."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stemmata.model import Relation
from stemmata.reconciling.features import Features
from stemmata.reconciling.ground import Ground
from stemmata.reconciling.growth import apart
from stemmata.reconciling.measures import measure_of
from stemmata.reconciling.scoping import in_words, scope_apart
from stemmata.reconciling.values import compatible, ratio, same_number
from stemmata.reconciling.words import PARTS, deeds_kin, things_kin

METHOD = "near misses of the grouping"
# How many near misses of a figure are told, the nearest first. The nearest say it all.
_TOLD = 8
# A pair scored below this is no near miss, only another matter.
NEAR = -6.0
# A total that grew by more than this factor is told as another scope.
_GROWN = 4.0

# Without a day to go by, that one became four says nothing; that 953 became 1,524 does.
_HANDFUL = 10.0

# Whom reports may mean by "people" without saying more.
_ANYONE = frozenset({"people", "civilian", "refugee", "returnee"})

# Families of deeds that people do or suffer.
_OF_PEOPLE = frozenset({"harm", "out", "home", "care", "held", "freed", "live", "fight", "join"})

# How a figure's field is told in a reason.
_TELLS = {"period": "is of", "place": "is of", "thing": "counts", "action": "tells of"}

# Words that stand for the place a report is of.
_LEVELS = (
    "city|town|village|area|region|province|country|island|district|state|county|quarter|suburb"
)
_LEVEL = re.compile(rf"\b(?:{_LEVELS})\b")
_ITSELF = re.compile(rf"(?:(?:in|across|throughout) )?the ({_LEVELS}|site|scene)")

Pair = tuple[int, int]


def near_misses(
    scores: Mapping[Pair, float],
    all_features: Sequence[Features],
    quantity_of: Sequence[int],
    ground: Ground,
) -> list[Relation]:
    """Relations between figures of two quantities that a reader could take for one."""
    told: dict[int, int] = defaultdict(int)
    found: list[Relation] = []
    for (i, j), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        if score < NEAR:
            break
        if quantity_of[i] == quantity_of[j] or max(told[i], told[j]) >= _TOLD:
            continue
        relation = _told(all_features[i], all_features[j], score, ground, quantity_of)
        if relation is not None:
            told[i] += 1
            told[j] += 1
            found.append(relation)
    return found


def _told(
    a: Features, b: Features, score: float, ground: Ground, quantity_of: Sequence[int]
) -> Relation | None:
    if not _alike(a, b, score):
        return None
    if a.figure.part_of == b.figure.id or b.figure.part_of == a.figure.id:
        return None
    earlier, later = (a, b) if a.value.stated <= b.value.stated else (b, a)
    if earlier.published and later.published and earlier.published > later.published:
        earlier, later = later, earlier
    if _grown(earlier, later):
        reason = f"a total told earlier and later: {in_words(earlier)}, then {in_words(later)}"
        return Relation(earlier.figure.id, later.figure.id, "updates", reason, METHOD)
    reason = _why(a, b, ground, quantity_of)
    if not reason:
        return None
    return Relation(a.figure.id, b.figure.id, "differs-in-scope", reason, METHOD)


def _alike(a: Features, b: Features, score: float) -> bool:
    """The same sort of thing, and what happened to it no other sort of deed.

    Where one deed is not known, all else must speak for one quantity.
    """
    if a.background != b.background or bool(a.years) != bool(b.years):
        return False
    if a.figure.kind in ("share", "change"):
        narrowed = bool(a.partial) != bool(b.partial)
        tied = bool(a.deeds & b.deeds) or bool(a.near & b.near)
        return a.figure.kind == b.figure.kind and narrowed and tied and same_number(
            a.value, b.value
        )  # fmt: skip
    if a.at == b.at or a.dimension in ("M", "length", "temperature", "%"):
        return False
    if a.person and {a.thing, b.thing} & PARTS and a.thing != b.thing:
        return False
    thing = things_kin(a.thing, b.thing)
    deed = deeds_kin(a.deeds, b.deeds)
    if a.dimension in ("area", "mass", "volume"):
        return thing != "apart" or deed in ("same", "near")
    if thing == "general" and a.person and not {a.thing, b.thing} <= _ANYONE:
        return False
    if deed == "unknown" and score > 0:
        return thing == "same"
    if thing == "same" and not (a.person or b.person):
        deed = deeds_kin(_of_items(a.deeds), _of_items(b.deeds)) if deed == "apart" else deed
        return deed != "apart"
    return thing in ("same", "general", "near") and deed in ("same", "near")


def _of_items(deeds: Iterable[str]) -> frozenset[str]:
    """Deeds without those that people do or suffer: a cable that "went down" left nowhere."""
    return frozenset(d for d in deeds if d.split("-")[0] not in _OF_PEOPLE)


def _grown(earlier: Features, later: Features) -> bool:
    """A running total without a window of its own that became another."""
    return (
        things_kin(earlier.thing, later.thing) == "same"
        and bool(earlier.deeds & later.deeds)
        and not (earlier.apart or later.apart or later.value.vague)
        and not (earlier.peripheral or later.peripheral or earlier.years or later.years)
        and bool(earlier.figure.part_of) == bool(later.figure.part_of)
        and later.value.stated > earlier.value.stated
        and not compatible(earlier.value, later.value)
        and ratio(earlier.value, later.value) <= _GROWN
        and _in_order(earlier, later)
        and measure_of(earlier) == measure_of(later) == "running total"
    )


def _in_order(earlier: Features, later: Features) -> bool:
    """Told on two days as far as the days are known; undated, both no handful."""
    if earlier.published and later.published:
        return earlier.published < later.published
    dated = bool(earlier.published or later.published)
    return dated or earlier.value.stated >= _HANDFUL


def _why(a: Features, b: Features, ground: Ground, quantity_of: Sequence[int]) -> str:
    """What keeps the two apart, in the reports' own words; what only one says comes last."""
    scope = scope_apart(a, b)
    if scope:
        return scope
    one, two = (ground.by_id.get(f.figure.part_of or "") for f in (a, b))
    if one and two and (apart(one, two) or quantity_of[one.order] != quantity_of[two.order]):
        return f"parts of two wholes: of {in_words(one)}, and of {in_words(two)}"
    silent = ""
    for name in ("period", "place", "thing", "action"):
        if (name == "place" and _one_place(a, b)) or (name == "period" and _one_time(a, b)):
            continue
        this, that = getattr(a.figure, name), getattr(b.figure, name)
        if (this or that) and str(this).lower() != str(that).lower():
            told = _contrast(a, b, name, this, that)
            if told and this and that:
                return told
            silent = silent or told
    return silent


def _one_time(a: Features, b: Features) -> bool:
    """True where the days of one lie within those of the other: the 4th of May, and May."""
    one, two = a.period, b.period
    if one.begin is None or one.end is None or two.begin is None or two.end is None:
        return False
    within = one.begin >= two.begin and one.end <= two.end
    return within or (two.begin >= one.begin and two.end <= one.end)


def _one_place(a: Features, b: Features) -> bool:
    """True where no two places are named: "the city" is the one that the reports are of."""
    if not a.names and not b.names:
        return True
    if a.names and b.names:
        return bool(a.names & b.names) and not a.peripheral and not b.peripheral
    named, other = (a, b) if a.names else (b, a)
    itself = _ITSELF.fullmatch((other.figure.place or "").lower())
    if itself is None or named.peripheral:
        return False
    level = _LEVEL.search((named.figure.place or "").lower())
    return level is None or level[0] == itself[1]


def _contrast(a: Features, b: Features, name: str, one: str | None, two: str | None) -> str:
    said, silent = (a, b) if one else (b, a)
    words, other = (one, two) if one else (two, one)
    tells = _TELLS[name]
    if other:
        return f"{in_words(said)} {tells} “{words}”, {in_words(silent)} {tells} “{other}”"
    if same_number(a.value, b.value):
        return ""
    return f"{in_words(said)} {tells} “{words}”, {in_words(silent)} names no {name}"


def parts(all_features: Iterable[Features], ground: Ground) -> list[Relation]:
    """A relation from each part to its whole, with the other parts where they add up to it."""
    of: dict[str, list[Features]] = defaultdict(list)
    for one in all_features:
        whole = ground.by_id.get(one.figure.part_of or "")
        if whole is not None and whole is not one:
            of[whole.figure.id].append(one)
    found = []
    for id_, some in of.items():
        whole = ground.by_id[id_]
        total = sum(f.value.stated for f in some)
        whole_sum = len(some) > 1 and math.isclose(total, whole.value.stated, rel_tol=1e-6)
        for one in some:
            reason = f"{in_words(one)} is given as a part of {in_words(whole)}"
            if whole_sum and all(f.dimension == whole.dimension for f in some):
                others = " and ".join(in_words(f) for f in some if f is not one)
                reason += f" and adds up to it with {others}"
            found.append(Relation(one.figure.id, id_, "part-of", reason, "as the report has it"))
    return found
