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
from collections.abc import Mapping

from stemmata.reconciling.alike import kind_of, of_numbers, of_things
from stemmata.reconciling.features import Features
from stemmata.reconciling.ground import Ground
from stemmata.reconciling.occasions import of_day, of_place, of_time
from stemmata.reconciling.settings import of_setting
from stemmata.reconciling.values import same_number

# Weights by hand, rounded to quarters; the comments say what a sign means.
WEIGHTS: dict[str, float] = {
    "bias": -1.5,
    "thing same": 1.0,  # one class: militants and gunmen
    "thing general": 0.5,  # "people" beside civilians
    "thing apart": -2.0,
    "people apart": -4.0,  # children are not all people
    "nationals same": 1.0,  # of one country
    "nationals apart": -4.0,  # Greeks are no Ukrainians
    "kind apart": -1.25,  # a rate or change and a count
    "thing words": 0.5,  # share of the words of the counted thing in common
    "deed same": 1.5,
    "deed near": -1.0,
    "deed apart": -2.25,
    # Most pairs of one quantity share their deed: where one is missing, or a verb of no family
    # and perhaps not the right one, that much is not known and no reason to part them. Set on
    # reports whose errors nobody had read: nine small corpora gained .02, none lost.
    "deed unknown": 1.25,
    "deed other": 0.5,
    "harm apart": -4.0,  # killed is not injured
    "deeds opposed": -4.0,  # one fell, the other rose
    "number same": 1.75,
    "number telling": 1.5,  # the same number, and not a round one
    "number compatible": 0.5,
    "number far": -2.75,  # per factor e between the two
    "toll far": -1.25,  # the same beyond what a toll grows by
    # Each report has one number of such things. Set on reports whose errors nobody had read:
    # ten small corpora gained .03, and one weight from 1 to 2 does as well as another.
    "only ones": 1.5,
    # Two main tolls of one event, however the words beside them differ. Set by hand on small
    # corpora that had been read: three gained, none lost; at 1 hardly anything is joined.
    "main tolls": 2.5,
    "place same": 0.75,
    "place aside": -1.25,  # one is of the event reported, one of another place
    "places apart": -1.75,
    "window apart": -3.0,
    "background apart": -4.0,
    "years apart": -1.0,
    "day apart": -3.0,  # the events of two days
    "printed apart": -4.0,  # what the two tell of lies months apart
    "context": 2.0,  # words of the two sentences in common, rare ones more
    "parties same": 2.0,
    "parties apart": -3.0,  # two sums of other parties
    "strangers": -8.0,  # the two reports have hardly a telling name in common
    "elsewhere": -1.5,  # and the places are others
    "origin same": 0.0,
    "shared passage": 1.5,
    "same report": -0.25,
    "same sentence": -1.0,
    "rivals": -4.0,  # two numbers of one sentence
    "other number in one report": -1.25,
    "two words": 1.0,  # two sources of one report, near each other
    "number met": -1.25,  # a report has both numbers, of the like: each is another's
    "part and whole": -4.0,
    "part beside whole": -1.0,  # one is a part of something, the other of nothing
    "wholes apart": -3.0,  # parts of two different wholes
    "expected apart": -4.0,  # what may come is not what is
    "named apart": -1.0,  # "apart from that", "another"
}

# Where what, how many, where and when alone lie below this, the setting is not asked: it could
# add 6.75 at most, and would leave the pair no near miss either. At -8.5 a third of the time goes
# and no score on the annotated corpora changes.
HOPELESS = -8.5
# Reports stranger than this, with two numbers: nothing else is asked. Saves a third on a case of
# many events, and changes no score on the annotated corpora.
STRANGE = 0.75


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
    of_setting(a, b, ground, found)
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
    if a.dimension != b.dimension or (kind_of(a) == "share") != (kind_of(b) == "share"):
        return True
    if (b.period.sort == "window" and _lasts(a)) or (a.period.sort == "window" and _lasts(b)):
        return True
    return a.figure.kind == "share" and bool(a.partial) != bool(b.partial)


def _lasts(features: Features) -> bool:
    """A stock by its verb: those who live, or what is held."""
    return features.figure.kind == "count" and bool(features.deeds & {"live", "hold"})


def signs(a: Features, b: Features, ground: Ground) -> dict[str, float]:
    """Each sign that speaks for or against, with its strength; absent ones are left out."""
    found: dict[str, float] = {}
    _of_what(a, b, found)
    of_setting(a, b, ground, found)
    return found


def _of_what(a: Features, b: Features, found: dict[str, float]) -> None:
    """The signs of the two figures by themselves: what, how many, where and when."""
    of_things(a, b, found)
    of_numbers(a, b, found)
    of_place(a, b, found)
    of_time(a, b, found)
    of_day(a, b, found)
