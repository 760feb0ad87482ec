"""Police, sheriffs, fire services, coast guards and prosecutors under their many names.

A local report calls one agency by its name ("the Orle County Sheriff's Office"), by
its office ("the sheriff"), by its people ("deputies") and by words that any agency
could be ("authorities", "investigators"). Each word tells a *service*; a name tells
whose it is too. Words of one service go to the one agency of that service that the
report names, else the reports on its matter; words of any service to the one agency
that speaks in the report. Where two are in view nobody is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from stemmata.tracing.joins import Cast
from stemmata.tracing.matters import matter_keys
from stemmata.tracing.organisations import body
from stemmata.tracing.services import ANY, Agency, agencies_named, agency
from stemmata.tracing.speakers import Key, Speaker

# Services that keep the law: any of them can be "authorities".
_LAW = frozenset({"sheriff", "patrol", "police"})


def join_agencies(
    cast: Cast, topics: Mapping[str, frozenset[str]], texts: Mapping[str, str]
) -> None:
    """Join the names and words of each agency that the reports speak of."""
    told = {key: found for key in cast.speakers if (found := agency(key[1]))}
    _who_is_named(cast, told, texts)
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
    offices = _with_offices(cast, told)
    for key, (service, _) in sorted(told.items()):
        if service == ANY and key[0] not in offices:
            _to_the_one(cast, key, told, around(key), _LAW)


def _who_is_named(cast: Cast, told: dict[Key, Agency], texts: Mapping[str, str]) -> None:
    """Add the one agency of a service that a report names where only its people speak."""
    wanted: dict[str, set[str]] = defaultdict(set)
    owned: set[tuple[str, str]] = set()
    for (report, _), found in told.items():
        wanted[report].add(found.service)
        if found.owner:
            owned.add((report, found.service))
    for report, services in sorted(wanted.items()):
        for service in sorted(services - {ANY}):
            if (report, service) in owned:
                continue
            names = [n for n in agencies_named(texts[report]) if _tells(n, service)]
            if len({agency(n) for n in names}) == 1:
                key = (report, names[0])
                cast.speakers[key] = Speaker(*key, "organisation")
                told[key] = agency(names[0]) or Agency(service, "")
                cast.voice.mark(key, f"{service} of {told[key].owner}")


def _tells(name: str, service: str) -> bool:
    found = agency(name)
    return found is not None and found.service == service


def _join_named(
    cast: Cast, told: Mapping[Key, Agency], topics: Mapping[str, frozenset[str]]
) -> None:
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
        named = {cast.origin_of(k): k for k in others if told[k].owner}
        if len(named) > 1:
            return
        unowned = {told[k].service: k for k in reversed(others) if not told[k].owner}
        if not named and len(unowned) != 1:
            continue
        other = next(iter((named or unowned).values()))
        reason = f'"{key[1]}" are "{other[1]}", the only such agency that speaks there'
        cast.speak_alike(key, other, reason)
        if named:
            return


def _with_offices(cast: Cast, told: dict[Key, Agency]) -> set[str]:
    """The reports in which "authorities" can be an office or a government that speaks there."""
    return {
        s.report
        for k, s in cast.speakers.items()
        if k not in told and s.kind == "organisation" and body(s.name).organ
    }
