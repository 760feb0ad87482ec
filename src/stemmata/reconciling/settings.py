"""The signs of where two figures stand: reports, sentences, sources, and the words around."""

from __future__ import annotations

import re
from collections.abc import Collection

from stemmata.reconciling.alike import GROWS, grows, nearby
from stemmata.reconciling.features import Features
from stemmata.reconciling.ground import Ground, weight_of
from stemmata.reconciling.nationals import countries_apart
from stemmata.reconciling.occasions import days_apart
from stemmata.reconciling.parties import OWNED, share_in_common
from stemmata.reconciling.values import compatible, same_number
from stemmata.reconciling.words import PARTS, deeds_kin, things_kin

# In one sentence two numbers of one thing are two quantities, unless it tells of a change.
_CHANGE = re.compile(
    r"\b(?:from|up from|down from|rose|risen|rising|raised|revised|earlier|previous(?:ly)?"
    r"|initial(?:ly)?|increased|upgraded?|bump(?:ed)?|or)\b",
    re.IGNORECASE,
)
# How far before the first number the word of change may stand.
_CHANGE_REACH = 70
# Where somebody else speaks between the two numbers, they may be two words on one thing.
_TOLD = re.compile(
    r"(?:;|\b(?:but|while|whereas|though|although|however)\b).*\b(?:said|says|say|put|puts|reported"
    r"|told|spoke|according|measured|gave|estimated|counted|claim\w*|recorded)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Two in Temsk, two in Varn": nobody gives one number twice in a list.
_LISTED = re.compile(r"[^.;:()\n]{0,40}(?:,|\band\b)[^.;:()\n]{0,30}")
# Where these part two figures, that each is the only one of its report joins nothing.
_APART_SIGNS = frozenset({"wholes apart", "parties apart", "expected apart", "named apart"})
# So do two countries, and foreigners beside all.
_COUNTRIES = 0.5
# Between a number and the same in another unit: the unit's word and a bracket.
_TWIN_GAP = 30


def of_setting(a: Features, b: Features, ground: Ground, found: dict[str, float]) -> None:
    """Where the two stand, and what stands around them."""
    found["context"] = _shared_words(a, b, ground)
    if a.origin and a.origin == b.origin:
        found["origin same"] = 1.0
    if (min(a.order, b.order), max(a.order, b.order)) in ground.aligned:
        found["shared passage"] = 1.0
    if a.at == b.at:
        found["same report"] = 1.0
        if a.figure.sentence == b.figure.sentence:
            found["same sentence"] = 1.0
        differ = a.value.scale == b.value.scale and not compatible(a.value, b.value)
        if differ and not _two_sources(a, b):
            found["other number in one report"] = 1.0
        elif differ and things_kin(a.thing, b.thing) in ("same", "general"):
            found["two words"] = nearby(a, b)
    else:
        found["strangers"] = ground.strange(a.at, b.at)
        if found["strangers"] and a.names and b.names and not a.names & b.names:
            found["elsewhere"] = 1.0
        if _met(a, b, ground) or _met(b, a, ground):
            # Two sums in one report are of two parties; two tolls may be two counts.
            found["number met"] = 1.75 if a.dimension in OWNED else 1.0
    if _rivals(a, b, ground) and not twins(a, b, ground):
        found["rivals"] = 0.25 if _two_sources(a, b) else 1.0
    if a.dimension in OWNED:
        _of_parties(a, b, ground, found)
    if part_and_whole(a, b) or _other_part(a, b, ground) or _other_part(b, a, ground):
        found["part and whole"] = 1.0
    elif (part := _true_part(a, ground)) != _true_part(b, ground) and not (
        a.thing == b.thing and _told_by_thing(a if part else b, ground)
    ):
        found["part beside whole"] = 1.0
    if _wholes_apart(a, b, ground):
        found["wholes apart"] = 1.0
    if a.expected != b.expected:
        found["expected apart"] = 1.0
    if a.apart != b.apart:
        found["named apart"] = 1.0
    countries = countries_apart(a.nationals, b.nationals) >= _COUNTRIES
    if a.at != b.at and not (countries or _APART_SIGNS & found.keys()):
        found["only ones"] = _only_ones(a, b, ground) * (1.0 - found["strangers"])
        if _main_tolls(a, b, ground):
            found["main tolls"] = 1.0 - found["strangers"]


def _only_ones(a: Features, b: Features, ground: Ground) -> float:
    """How far two reports that each give one number of such things may mean one by it.

    The number of a toll grows; of what stands still, the farther apart the two the less.
    """
    if a.thing != b.thing or not _alone(a, b, ground):
        return 0.0
    if a.background != b.background or (a.years and b.years and not a.years & b.years):
        return 0.0
    if a.names & a.near and b.names & b.near and not a.names & b.names:
        return 0.0
    return 1.0 if grows(a, b) else nearby(a, b)


def _alone(a: Features, b: Features, ground: Ground) -> bool:
    """True where each is its report's one number of such things, or of those of which so much."""
    if a.order in ground.singles and b.order in ground.singles:
        return True
    return _both_by_deed(a, b, ground.deed_singles)


def _main_tolls(a: Features, b: Features, ground: Ground) -> bool:
    """Two main tolls of one fate: one event's, though it grows and is told of other places."""
    return not days_apart(a, b) and _both_by_deed(a, b, ground.mains)


def _both_by_deed(a: Features, b: Features, marked: Collection[tuple[int, str]]) -> bool:
    """True where both are marked, by their orders, with a deed that they share."""
    return any((a.order, d) in marked and (b.order, d) in marked for d in a.deeds & b.deeds)


def _of_parties(a: Features, b: Features, ground: Ground, found: dict[str, float]) -> None:
    """Whether two sums are of the same parties, by the names in the stretch of each."""
    one, two = (ground.parties.get(f.figure.id, {}) for f in (a, b))
    shared = share_in_common(one, two)
    if shared is not None:
        if shared > 0.5:
            found["parties same"] = 2 * shared - 1
        else:
            # The names beside a share are often only those of its place.
            found["parties apart"] = min(1.0, 2 - 4 * shared) * (
                1.0 if a.dimension == "money" else 0.5
            )


def _met(a: Features, b: Features, ground: Ground) -> bool:
    """True where the report of `a` has the number of `b` too, of the like: `a` is another's.

    Not where it calls one of the two the number before, or has them from two sources.
    """
    if a.before or b.before or b.value.vague or a.value.scale != b.value.scale:
        return False
    if compatible(a.value, b.value):
        return False
    return any(
        one is not a
        and one.dimension == b.dimension
        and not one.before
        and things_kin(one.thing, b.thing) != "apart"
        and deeds_kin(one.deeds, b.deeds) in ("same", "unknown")
        and not _two_sources(one, a)
        for one in ground.of_report.get(a.at, ())
        if same_number(one.value, b.value)
    )


def _two_sources(a: Features, b: Features) -> bool:
    """One report may well give two numbers where it has them from two sources."""
    one, two = a.figure.source, b.figure.source
    return bool(one and two and one != two and (not a.origin or a.origin != b.origin))


def _true_part(one: Features, ground: Ground) -> bool:
    """A part that is told apart from its whole, and not the same once more."""
    whole = ground.by_id.get(one.figure.part_of or "")
    if whole is None:
        return bool(one.figure.part_of)
    alike = one.thing == whole.thing and bool(one.deeds & whole.deeds)
    return not (alike and compatible(one.value, whole.value))


def _told_by_thing(one: Features, ground: Ground) -> bool:
    """A part that its noun alone tells apart from its whole: children of people."""
    whole = ground.by_id.get(one.figure.part_of or "")
    return whole is not None and one.thing in PARTS and whole.thing not in PARTS


def _wholes_apart(a: Features, b: Features, ground: Ground) -> bool:
    """Parts of two wholes that cannot be one; the whole of a growing toll may be."""
    one, two = (ground.by_id.get(f.figure.part_of or "") for f in (a, b))
    if one is None or two is None or one is two:
        return False
    tolls = all(any(deed.startswith((*GROWS, "care")) for deed in f.deeds) for f in (one, two))
    return not tolls and not compatible(one.value, two.value)


def _shared_words(a: Features, b: Features, ground: Ground) -> float:
    """The weight of the words in common, by that of the lighter sentence."""
    lighter = min(ground.totals[a.order], ground.totals[b.order])
    return weight_of(a.context & b.context, ground.words) / lighter if lighter else 0.0


def part_and_whole(a: Features, b: Features) -> bool:
    """True where one is given as a part of the other."""
    return b.figure.id == a.figure.part_of or a.figure.id == b.figure.part_of


def _other_part(a: Features, b: Features, ground: Ground) -> bool:
    """True where `a` has so many of what `b` counts as a part, and `b` another number of it."""
    if b.thing not in PARTS or a.thing == b.thing:
        return False
    return any(
        one.figure.part_of == a.figure.id
        and one.thing == b.thing
        and not compatible(one.value, b.value)
        for one in ground.of_report.get(a.at, ())
    )


def twins(a: Features, b: Features, ground: Ground) -> bool:
    """One number said twice in two units: "60 kilometres (37 miles)"."""
    if a.at != b.at or a.figure.unit == b.figure.unit or a.dimension != b.dimension:
        return False
    if a.dimension in ("person", "item"):
        return False
    first, second = sorted((a.figure, b.figure), key=lambda f: f.start)
    between = ground.texts[first.report][first.end : second.start]
    return len(between) <= _TWIN_GAP and bool(re.fullmatch(r"\D*(?:[(\[/]|\bor\b)\D*", between))


def _rivals(a: Features, b: Features, ground: Ground) -> bool:
    """Two numbers that cannot both hold, in one sentence that tells of no change."""
    if a.at != b.at or a.figure.sentence != b.figure.sentence:
        return False
    first, second = sorted((a.figure, b.figure), key=lambda f: f.start)
    if same_number(a.value, b.value):
        return bool(_LISTED.fullmatch(ground.texts[first.report], first.end, second.start))
    if compatible(a.value, b.value) or a.value.scale != b.value.scale:
        return False
    if first.sentence.end <= first.sentence.start:
        return second.start - first.end < 60
    text = ground.texts[first.report]
    before = text[max(first.sentence.start, first.start - _CHANGE_REACH) : second.end]
    return not (_CHANGE.search(before) or _TOLD.search(text[first.end : second.start]))
