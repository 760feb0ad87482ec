"""Police, sheriffs, fire services, coast guards and prosecutors under their many names.

A local report calls one agency by its name ("the Orle County Sheriff's Office"), by
its office ("the sheriff"), by its people ("deputies") and by words that any agency
could be ("authorities", "investigators"). Each word tells a *service*; a name tells
whose it is too. Words of one service go to the one agency of that service that the
report names, else the reports on its matter; words of any service to the one agency
that speaks in the report. Where two are in view nobody is meant.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stemmata.tracing.joins import Cast
from stemmata.tracing.matters import matter_keys
from stemmata.tracing.nations import nation_at, plain, singular, word_set
from stemmata.tracing.organisations import body
from stemmata.tracing.speakers import Key, Speaker

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
    "homicide metropolitan metro guardsman and one two some several its their senior"
)
# Services that keep the law: any of them can be "authorities".
_LAW = frozenset({"sheriff", "patrol", "police"})


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


def join_agencies(cast: Cast, topics: dict[str, frozenset[str]]) -> None:
    """Join the names and words of each agency that the reports speak of."""
    told = {key: found for key, s in cast.speakers.items() if (found := _agency_of(s))}
    _join_named(cast, told, topics)
    reports: dict[str, list[Key]] = defaultdict(list)
    matters: dict[object, list[Key]] = defaultdict(list)
    for key in sorted(told):
        reports[key[0]].append(key)
        for pair in matter_keys(topics[key[0]]):
            matters[pair].append(key)

    def around(key: Key) -> Iterator[Iterable[Key]]:
        yield reports[key[0]]
        yield {k: None for pair in matter_keys(topics[key[0]]) for k in matters[pair]}

    for key, (service, owner) in sorted(told.items()):
        if not owner and service != ANY:
            _to_the_one(cast, key, told, around(key), frozenset({service}))
    for key, (service, _) in sorted(told.items()):
        if service == ANY and not _others_speak(cast, key, told):
            _to_the_one(cast, key, told, around(key), _LAW)


def _agency_of(speaker: Speaker) -> Agency | None:
    """The agency of a speaker that is told without a person's name."""
    if speaker.kind == "person" and not agency(speaker.name):
        return None
    return agency(speaker.name)


def _join_named(cast: Cast, told: dict[Key, Agency], topics: dict[str, frozenset[str]]) -> None:
    """ "Orle police" and "the Orle Police Department" in reports on one matter."""
    first: dict[object, Key] = {}
    for key, found in sorted(told.items()):
        if found.owner:
            for pair in (key[0], *matter_keys(topics[key[0]])):
                other = first.setdefault((found, pair), key)
                if other != key:
                    reason = f'"{key[1]}" and "{other[1]}" name one {found.service} of one place'
                    cast.speak_alike(key, other, reason)


def _to_the_one(
    cast: Cast,
    key: Key,
    told: dict[Key, Agency],
    around: Iterable[Iterable[Key]],
    services: frozenset[str],
) -> None:
    """Join a word to the one agency named near it, else to the words of the one service there."""
    for near in around:
        others = [k for k in near if k != key and told[k].service in services]
        named = {_root(cast, k): k for k in others if told[k].owner}
        if len(named) > 1:
            return
        unowned = {told[k].service: k for k in reversed(others) if not told[k].owner}
        if not named and len(unowned) != 1:
            continue
        other = next(iter((named or unowned).values()))
        reason = f'"{key[1]}" are "{other[1]}", the only such agency that speaks there'
        cast.speak_alike(key, other, reason)
        return


def _others_speak(cast: Cast, key: Key, told: dict[Key, Agency]) -> bool:
    """True where "authorities" can be an office or a government that speaks beside them."""
    return any(
        s.report == key[0] and k not in told and s.kind == "organisation" and body(s.name).organ
        for k, s in cast.speakers.items()
    )


def _root(cast: Cast, key: Key) -> Key:
    return cast.voice.root(cast.same.root(key))
