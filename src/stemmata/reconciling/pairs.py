"""How likely two figures answer the same question: a score over many weak signs.

The score is a logistic one: signs times weights, summed. No sign decides
alone, for each of the fields it reads may be missing or wrong; a few things
are never joined whatever the score (`never`), and a part is put out of the
group of its whole afterwards, so that one wrong link does not part two groups.
The weights were set by hand. Logistic regressions on annotated reports told
which signs matter and about how much; no fitted number is kept.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stemmata.reconciling import periods
from stemmata.reconciling.features import Features
from stemmata.reconciling.kinship import Kinship
from stemmata.reconciling.parties import OWNED, Parties, share_in_common
from stemmata.reconciling.values import compatible, ratio, same_number, telling
from stemmata.reconciling.words import PARTS, deeds_kin, known_deed, things_kin

# Weights by hand, rounded to quarters; the comments say what a sign means.
WEIGHTS: dict[str, float] = {
    "bias": -2.0,
    "thing same": 1.0,  # one class: militants and gunmen
    "thing general": 1.0,  # "people" beside civilians
    "thing near": 0.0,
    "thing apart": -2.0,
    "people apart": -6.0,  # children are not all people
    "noun same": 0.25,
    "thing words": 0.5,  # share of the words of the counted thing in common
    "deed same": 1.25,
    "deed near": -0.75,
    "deed apart": -1.25,
    "deed other": -0.5,  # a verb of no family, perhaps not the right one
    "harm apart": -4.0,  # killed is not injured
    "number same": 1.75,
    "number telling": 1.5,  # the same number, and not a round one
    "number compatible": 0.25,
    "number far": -2.5,  # per factor e between the two
    "toll far": -1.0,  # the same beyond what a toll grows by
    "place same": 0.75,
    "place apart": 0.0,
    "ends apart": -2.5,  # two distances from two places
    "place aside": -1.5,  # one is of the event reported, one of another place
    "window same": 0.25,
    "window apart": -4.0,
    "time apart": -2.0,
    "background apart": -4.0,
    "years apart": -2.0,
    "printed apart": -4.0,  # what the two tell of lies months apart
    "context": 2.5,  # words of the two sentences in common, rare ones more
    "names same": 0.5,
    "names apart": -0.5,
    "parties same": 2.0,
    "parties apart": -3.0,  # two sums of other parties
    "strangers": -8.0,  # the two reports have hardly a telling name in common
    "elsewhere": -1.5,  # and the places are others
    "origin same": 0.0,
    "shared passage": 1.5,
    "same report": -0.25,
    "same sentence": -2.0,
    "rivals": -6.0,  # two numbers of one sentence
    "other number in one report": -1.25,
    "part and whole": -8.0,
    "part beside whole": -1.0,  # one is a part of something, the other of nothing
    "wholes apart": -5.0,  # parts of two different wholes
    "named apart": -1.5,  # "apart from that", "another"
}

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
    r"\b(?:but|while|whereas|though|although|however)\b.*\b(?:said|says|say|put|puts|reported"
    r"|told|according|measured|gave|estimated|counted|claim\w*|recorded)\b",
    re.IGNORECASE | re.DOTALL,
)
# Between a number and the same in another unit: the unit's word and a bracket.
_TWIN_GAP = 30
# Deeds whose number grows from report to report while the event is one.
_GROWS = ("harm", "ruin", "shake")
# Measures of a thing as it is: the verb beside them says little.
STATIC = frozenset({"M", "length", "area", "temperature", "speed"})
# Where what, how many, where and when alone lie below this, the setting is not asked: it could
# add 5.25 at most, and would leave the pair no near miss either. At -7 a third of the time goes
# and no score on the annotated corpora changes.
HOPELESS = -7.0
# Reports stranger than this, with two numbers: nothing else is asked. Saves a third on a case of
# many events, and changes no score on the annotated corpora.
STRANGE = 0.75
# Two agencies put one quake's magnitude as far apart as this.
_AGENCIES = 0.25
# Reports within so many days may be of one event; at twice a month hardly any are.
_SOON = 14
_LATER = 60
# The log of the factor that a toll may grow by in a few days.
_GROWTH = 1.4


@dataclass(frozen=True, slots=True)
class Ground:
    """What pairs are judged on beside the two: how telling words are, and aligned figures."""

    words: Mapping[str, float]
    aligned: Collection[tuple[int, int]]
    texts: Mapping[str, str]
    by_id: Mapping[str, Features]
    strange: Kinship
    parties: Mapping[str, Parties]  # of sums of money, by the figure's id
    totals: Sequence[float]  # of each figure's words around, by its order


def score(a: Features, b: Features, ground: Ground) -> float:
    """Log odds that the two figures are of one quantity; above 0 more likely than not."""
    if a.at != b.at and not same_number(a.value, b.value):
        strange = ground.strange(a.at, b.at)
        if strange > STRANGE:
            return WEIGHTS["bias"] + WEIGHTS["strangers"] * strange
    found: dict[str, float] = {}
    _of_what(a, b, found)
    total = WEIGHTS["bias"] + _weighed(found)
    if total < HOPELESS:
        return total
    found.clear()
    _of_setting(a, b, ground, found)
    return total + _weighed(found)


def _weighed(found: Mapping[str, float]) -> float:
    total, weights = 0.0, WEIGHTS
    for sign, strength in found.items():
        total += weights[sign] * strength
    return total


def probability(log_odds: float) -> float:
    """The log odds as a share of 1."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def never(a: Features, b: Features) -> bool:
    """True where the two can be of no one quantity, whatever else speaks for it."""
    if a.dimension != b.dimension or _kind(a) != _kind(b):
        return True
    if (b.period.sort == "window" and _lasts(a)) or (a.period.sort == "window" and _lasts(b)):
        return True
    return a.figure.kind == "share" and bool(a.partial) != bool(b.partial)


def part_and_whole(a: Features, b: Features) -> bool:
    """True where one is given as a part of the other."""
    return b.figure.id == a.figure.part_of or a.figure.id == b.figure.part_of


def twins(a: Features, b: Features, ground: Ground) -> bool:
    """One number said twice in two units: "60 kilometres (37 miles)"."""
    if a.at != b.at or a.figure.unit == b.figure.unit or a.dimension != b.dimension:
        return False
    if a.dimension in ("person", "item"):
        return False
    first, second = sorted((a.figure, b.figure), key=lambda f: f.start)
    between = ground.texts[first.report][first.end : second.start]
    return len(between) <= _TWIN_GAP and bool(re.search(r"[(\[/]|\bor\b", between))


def _lasts(features: Features) -> bool:
    """A stock by its verb: those who live, or what is held."""
    return features.figure.kind == "count" and bool(features.deeds & {"live", "hold"})


def _kind(features: Features) -> str:
    kind = features.figure.kind
    if features.period.sort == "rate":
        return "rate"
    return "count" if kind == "measure" and features.dimension == "item" else kind


def _rivals(a: Features, b: Features, ground: Ground) -> bool:
    """Two numbers that cannot both hold, in one sentence that tells of no change."""
    if a.at != b.at or a.figure.sentence != b.figure.sentence:
        return False
    if compatible(a.value, b.value) or a.value.scale != b.value.scale:
        return False
    first, second = sorted((a.figure, b.figure), key=lambda f: f.start)
    if first.sentence.end <= first.sentence.start:
        return second.start - first.end < 60
    text = ground.texts[first.report]
    before = text[max(first.sentence.start, first.start - _CHANGE_REACH) : second.end]
    return not (_CHANGE.search(before) or _TOLD.search(text[first.end : second.start]))


def signs(a: Features, b: Features, ground: Ground) -> dict[str, float]:
    """Each sign that speaks for or against, with its strength; absent ones are left out."""
    found: dict[str, float] = {}
    _of_what(a, b, found)
    _of_setting(a, b, ground, found)
    return found


def _of_what(a: Features, b: Features, found: dict[str, float]) -> None:
    """The signs of the two figures by themselves: what, how many, where and when."""
    _of_things(a, b, found)
    _of_numbers(a, b, found)
    _of_place(a, b, found)
    _of_time(a, b, found)


def _harm(features: Features) -> bool:
    return any(deed.startswith("harm") for deed in features.deeds)


def _of_things(a: Features, b: Features, found: dict[str, float]) -> None:
    kin = things_kin(a.thing, b.thing)
    if kin == "apart" and {a.thing, b.thing} & PARTS and a.person and b.person:
        found["people apart"] = 1.0
    elif kin != "unknown":
        found[f"thing {kin}"] = 1.0
    if a.head and a.head == b.head:
        found["noun same"] = 1.0
    union = a.words | b.words
    if union and a.words & b.words:
        found["thing words"] = len(a.words & b.words) / len(union)
    if a.dimension in STATIC:
        return
    deed = deeds_kin(a.deeds, b.deeds)
    if deed == "apart" and _harm(a) and _harm(b):
        found["harm apart"] = 1.0
    elif deed == "apart" and not (known_deed(a.deeds) and known_deed(b.deeds)):
        found["deed other"] = 1.0
    elif deed != "unknown":
        found[f"deed {deed}"] = 1.0


def _of_numbers(a: Features, b: Features, found: dict[str, float]) -> None:
    if same_number(a.value, b.value):
        found["number same"] = 1.0
        found["number telling"] = telling(a.value)
    elif compatible(a.value, b.value) or (a.dimension == "M" and _distance(a, b) <= 0):
        found["number compatible"] = 1.0
    elif a.value.scale == b.value.scale:
        grows = any(deed.startswith(_GROWS) for deed in a.deeds & b.deeds)
        distance = _distance(a, b)
        if grows:
            found["toll far"] = min(4.0, max(0.0, distance - _GROWTH))
        else:
            # How many live somewhere is counted in other years and bounds.
            guessed = 0.5 if "live" in a.deeds & b.deeds else 1.0
            found["number far"] = min(2.5, distance * guessed)


def _distance(a: Features, b: Features) -> float:
    """The log of the factor between two numbers; a magnitude is a log already."""
    if a.dimension == "M":
        return 3.0 * max(0.0, abs(a.value.stated - b.value.stated) - _AGENCIES)
    return math.log(ratio(a.value, b.value))


def _of_place(a: Features, b: Features, found: dict[str, float]) -> None:
    shared = bool(a.names & b.names)
    if shared:
        found["place same"] = 1.0
    elif a.peripheral != b.peripheral:
        # A name of the one's place in the other's sentence still ties the two.
        side, other = (a, b) if a.peripheral else (b, a)
        found["place aside"] = 0.25 if side.names & other.near else 1.0
    elif a.peripheral and b.peripheral:
        found["place aside"] = 1.0
    elif a.names and b.names:
        found["ends apart" if a.thing == b.thing == "distance" else "place apart"] = 1.0


def _of_time(a: Features, b: Features, found: dict[str, float]) -> None:
    one, two = a.period, b.period
    # The eight years of a contract are no window that it was counted in.
    term = a.dimension == "money" and "offer" in (a.thing, b.thing)
    if one.sort == two.sort == "window" and one.days and two.days and not term:
        close = abs(math.log(one.days / two.days)) < 0.35
        found["window same" if close else "window apart"] = 1.0
    days = _days_apart(a, b)
    if a.background != b.background and (days > _SOON or not (a.published and b.published)):
        # A figure of another place without a period may be of the older event too.
        undated = a if b.background else b
        found["background apart"] = 0.5 if undated.peripheral else 1.25
    elif days > _SOON and not a.years & b.years:
        found["printed apart"] = min(1.0, days / _LATER)
    elif "window" not in (one.sort, two.sort) and (periods.gap(one, two) or 0) > 3:
        found["time apart"] = 1.0
    if a.years and b.years and not a.years & b.years:
        found["years apart"] = 1.0
    elif bool(a.years) != bool(b.years) and a.background == b.background:
        dated = a if a.years else b
        own = bool(dated.period.begin and dated.period.begin.year in dated.years)
        found["years apart"] = 1.5 if own else 0.5
    if a.published and b.published:
        daily = one.sort == two.sort == "window" and (one.days or 9) <= 1 and (two.days or 9) <= 1
        if daily and a.published != b.published:
            found["window apart"] = 1.0


def _days_apart(a: Features, b: Features) -> int:
    """Days between what the two tell of: the day given, else the day of the report."""
    (a_begin, a_end), (b_begin, b_end) = _told_of(a), _told_of(b)
    if a_begin is None or a_end is None or b_begin is None or b_end is None:
        return 0
    return max((b_begin - a_end).days, (a_begin - b_end).days, 0)


def _told_of(one: Features) -> tuple[date | None, date | None]:
    if one.period.sort == "date" and one.period.begin and one.period.end:
        return one.period.begin, one.period.end
    return one.published, one.published


def _of_setting(a: Features, b: Features, ground: Ground, found: dict[str, float]) -> None:
    found["context"] = _shared_words(a, b, ground)
    if a.origin and a.origin == b.origin:
        found["origin same"] = 1.0
    if (min(a.order, b.order), max(a.order, b.order)) in ground.aligned:
        found["shared passage"] = 1.0
    if a.at == b.at:
        found["same report"] = 1.0
        if a.figure.sentence == b.figure.sentence:
            found["same sentence"] = 1.0
        if not compatible(a.value, b.value) and not _two_sources(a, b):
            found["other number in one report"] = 1.0
    else:
        found["strangers"] = ground.strange(a.at, b.at)
        if found["strangers"] and a.names and b.names and not a.names & b.names:
            found["elsewhere"] = 1.0
    if _rivals(a, b, ground) and not twins(a, b, ground):
        found["rivals"] = 0.25 if _two_sources(a, b) else 1.0
    if a.dimension in OWNED:
        _of_parties(a, b, ground, found)
    elif a.actors and b.actors and a.dimension != "M":
        shared = max((ground.words.get(n, 0.0) for n in a.actors & b.actors), default=0.0)
        found["names same" if shared else "names apart"] = 1.0
    if part_and_whole(a, b):
        found["part and whole"] = 1.0
    elif _true_part(a, ground) != _true_part(b, ground):
        found["part beside whole"] = 1.0
    if _wholes_apart(a, b, ground):
        found["wholes apart"] = 1.0
    if a.apart != b.apart:
        found["named apart"] = 1.0


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


def _wholes_apart(a: Features, b: Features, ground: Ground) -> bool:
    """Parts of two wholes that cannot be one; the whole of a growing toll may be."""
    one, two = (ground.by_id.get(f.figure.part_of or "") for f in (a, b))
    if one is None or two is None or one is two:
        return False
    grows = any(deed.startswith(_GROWS) for deed in one.deeds & two.deeds)
    return not grows and not compatible(one.value, two.value)


def _shared_words(a: Features, b: Features, ground: Ground) -> float:
    """The weight of the words in common, by that of the lighter sentence."""
    lighter = min(ground.totals[a.order], ground.totals[b.order])
    return weight_of(a.context & b.context, ground.words) / lighter if lighter else 0.0


def weight_of(words: Iterable[str], weight: Mapping[str, float]) -> float:
    """The sum of the words' weights, the same in whatever order they come."""
    return math.fsum([weight[w] for w in words if w in weight])
