"""Who holds a local office, where one report gives the office and another the name.

"The governor's office" in one report and "Governor Ann Lee" in another on the same
matter are one voice, if all reports on the matter know one governor alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from stemmata.tracing.joins import Cast
from stemmata.tracing.matters import matter_keys
from stemmata.tracing.nations import plain
from stemmata.tracing.offices import holder, office
from stemmata.tracing.speakers import Key, Speaker

# So many reports of a matter are asked for the holder of an office.
_ASKED = 20


def join_holders(
    cast: Cast, topics: Mapping[str, frozenset[str]], texts: Mapping[str, str]
) -> None:
    """Join each office that a report leaves without a name to its one holder on the matter."""
    on_matter: dict[object, list[str]] = defaultdict(list)
    for report in sorted(texts):
        for pair in matter_keys(topics[report]):
            on_matter[pair].append(report)
    held: dict[tuple[str, str], str | None] = {}

    def holds(role: str, report: str) -> str | None:
        if (role, report) not in held:
            held[role, report] = holder(role, texts[report])
        return held[role, report]

    for key in sorted(cast.speakers):
        told = office(key[1])
        if told is None or holds(told.role, key[0]):
            continue
        near = {r for pair in matter_keys(topics[key[0]]) for r in on_matter[pair][:_ASKED]}
        people = [(r, name) for r in sorted(near) if (name := holds(told.role, r))]
        if len({plain(name).split()[-1] for _, name in people}) == 1:
            _join(cast, key, people[0], told.role)


def _join(cast: Cast, key: Key, person: Key, role: str) -> None:
    """Join an office to its holder under the name that speaks in that report, if any does."""
    surname = plain(person[1]).split()[-1]
    spoken = [
        k
        for k, s in cast.speakers.items()
        if k[0] == person[0] and s.kind == "person" and plain(k[1]).split()[-1] == surname
    ]
    other = min(spoken, default=person)
    cast.speakers.setdefault(other, Speaker(*other, "person"))
    reason = f"a report on the matter calls {person[1]} {role}"
    cast.speak_alike(key, other, reason)
