"""Which public service a source's words tell: police, a sheriff, firefighters, and whose.

"Deputies" are a sheriff's, "troopers" of the state's police, and "authorities" can be
of any service.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from stemmata.tracing.nations import nation_at, plain, singular, word_set

ANY = "any"
# The words that tell a service, the first that fits: state police are no city's police.
_SERVICES = (
    ("sheriff", r"sheriff|deputy(?! (?:\w+ )?(?:chief|head|minister|director|mayor))"),
    ("patrol", r"highway patrol|state patrol|state police|trooper"),
    ("coast guard", r"coast ?guard|coastguardsman"),
    ("fire", r"fire (?:department|service|brigade|rescue|official|chief|crew|authority|office)"
             r"|fire$|firefighter|fire-rescue"),
    ("prosecutor", r"prosecutor|prosecution|district attorney"),
    ("police", r"police|constabulary|pd$"),
)  # fmt: skip
# Words of any service, alone or behind a place or one of the words below.
_LOOSE_HEADS = word_set("authority investigator detective officer")
_LOOSE_WORDS = word_set("local county homicide law enforcement crime area city the official")
# What a name has beside its service and its owner.
_FILL = word_set(
    "the a an of for in department dept office service brigade rescue official chief crew "
    "authority spokesman spokeswoman spokesperson officer deputy detective investigator "
    "statement report city town county s sergeant captain lieutenant local state force unit "
    "homicide metropolitan metro guardsman and one two some several its their senior "
    "more new news video photo read watch related update"
)


class Agency(NamedTuple):
    """A service and whose it is, "" where the words do not tell."""

    service: str
    owner: str


@functools.lru_cache(maxsize=65_536)
def agency(name: str) -> Agency | None:
    """The agency that a source's name or description tells, None for any other source."""
    head = re.split(r",\s|\s(?:who|which|that|close|with|from|near)\s", name)[0]
    words = [
        singular(re.sub(r"'s$|'$", "", w)) for w in re.findall(r"[^\W_]+(?:'s?)?", plain(head))
    ]
    told = " ".join(words)
    for service, pattern in _SERVICES:
        if (found := re.search(rf"\b(?:{pattern})", told)) is not None:
            if service == "fire" and found.group() == "fire" and not head[-4:].istitle():
                continue
            return Agency(service, _owner(words, found.group()))
    if not words or words[-1] not in _LOOSE_HEADS | {"enforcement", "official"}:
        return None
    if words[-1] == "official" and "enforcement" not in words:
        return None
    written = head.split()
    placed = [w for w in written[:-1] if plain(w) not in _LOOSE_WORDS]
    if any(not w[:1].isupper() or w.isupper() for w in placed) or re.match(r"(?:an?|one)\s", name):
        return None
    if words[-1] == "authority" and not plain(written[-1]).endswith("s"):
        return None
    return None if any(nation_at(words, i) for i in range(len(words))) else Agency(ANY, "")


def _owner(words: list[str], service: str) -> str:
    """The words that say whose a service is: "harris" in "Harris County Sheriff's Office"."""
    mine = set(service.split())
    return " ".join(w for w in words if w not in _FILL and w not in mine)


# How a text writes the name of such an agency: capitals before the words of the service.
_NAMED = re.compile(
    r"(?:[A-Z][\w.]*(?:-[A-Z]\w+)?[ ]){1,4}(?:Sheriff['’]s (?:Office|Department)|Sheriff|"
    r"Highway Patrol|State Police|(?:Metropolitan )?Police(?: Department| Service)?|"
    r"Fire (?:Department|Service|Brigade|and Rescue)|Coast Guard|Prosecutor['’]s Office|"
    r"District Attorney['’]s Office)"
)


@functools.lru_cache(maxsize=1024)
def agencies_named(text: str) -> tuple[str, ...]:
    """The agencies that a text names in full, each once, whether they speak or not."""
    found = [re.sub(r"^(?:The|An?|In|At|By) ", "", m.group()) for m in _NAMED.finditer(text)]
    return tuple(dict.fromkeys(n for n in found if (told := agency(n)) and told.owner))
