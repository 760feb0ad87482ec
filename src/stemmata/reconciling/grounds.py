"""Questions about what things happened in: "In how many villages were people killed?".

A number in a phrase of place ("12 died in three villages", "attacks on four
checkpoints") counts where it happened. What is told of the sentence's people was
not done to the places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from stemmata.reconciling.features import Features
from stemmata.reconciling.verbs import past
from stemmata.reconciling.words import deeds

_HEDGE = (
    r"(?:(?:the|all|some|about|around|at least|at most|more than|fewer than|less than|nearly|almost"
    r"|over|as many as|up to|roughly|only|just|another|other|its|their) )*$"
)
_WITHIN = re.compile(rf"\b(in|across|at|throughout|inside|from|over) {_HEDGE}", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"\b(in|across|at) [\w,.]+ (?:out )?of {_HEDGE}", re.IGNORECASE)
_STRUCK = re.compile(
    rf"\b(?:attacks?|strikes?|air ?strikes?|raids?|assaults?|bombings?|ambush(?:es)?) "
    rf"(?:on|of|against) {_HEDGE}",
    re.IGNORECASE,
)
# What people do there themselves; anything else is done to them.
_DO = frozenset("die drown perish flee escape protest vote gather rally live return march".split())
_DONE = frozenset(
    "kill injure wound hurt arrest detain infect displace evacuate abduct kidnap capture test "
    "vaccinate treat shoot stab affect".split()
)
_REACH = 60


def ground_question(
    figures: Sequence[Features], thing: str, action: str, texts: Mapping[str, str]
) -> str:
    """The question of a count of places, without its end; empty where it counts no places."""
    if not thing or any(one.person for one in figures) or action in ("", "live"):
        return ""
    before = [_lead(one, texts) for one in figures]
    if sum(bool(_STRUCK.search(lead)) for lead in before) * 2 > len(before):
        return f"How many {thing} were attacked"
    found = [
        m[1].lower() for lead in before if (m := _WITHIN.search(lead) or _OF_WHOLE.search(lead))
    ]
    if 2 * len(found) <= len(before):
        return ""
    within = Counter(found).most_common(1)[0][0]
    asked = f"{within.capitalize()} how many {thing}"
    if action in _DO:
        return f"{asked} did people {action}"
    if action in _DONE or any(deed.startswith("harm") for deed in deeds(action)):
        return f"{asked} were people {past(action)}"
    return f"How many {thing} were there"


def _lead(one: Features, texts: Mapping[str, str]) -> str:
    figure = one.figure
    text = texts[figure.report][max(figure.sentence.start, figure.start - _REACH) : figure.start]
    return re.sub(r"\s+", " ", text)
