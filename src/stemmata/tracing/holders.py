"""Who holds a local office, where one report gives the office and another the name.

"The governor's office" in one report and "Governor Ann Lee" in another on the same
matter are one voice, if all reports on the matter know one governor alone; of "the
governor of Orle" only reports that name Orle are asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from stemmata.tracing.joins import Cast
from stemmata.tracing.matters import on_one_matter
from stemmata.tracing.nations import plain, singular
from stemmata.tracing.offices import holder, office
from stemmata.tracing.organisations import GENERIC_PLACE
from stemmata.tracing.speakers import Key, Speaker


def join_holders(
    cast: Cast, topics: Mapping[str, frozenset[str]], texts: Mapping[str, str]
) -> None:
    """Join each office that a report leaves without a name to its one holder on the matter."""
    near = on_one_matter(topics)
    held: dict[tuple[str, str], str | None] = {}

    def holds(role: str, report: str) -> str | None:
        if (role, report) not in held:
            name = holder(role, texts[report])
            held[role, report] = name if name and _of_a_person(name) else None
        return held[role, report]

    for key in sorted(cast.speakers):
        told = office(key[1])
        if told is None or holds(told.role, key[0]):
            continue
        owned = sorted(r for r in near(key[0]) if told.owner in plain(texts[r]))
        people = [(r, name) for r in owned if (name := holds(told.role, r))]
        if len({plain(name).split()[-1] for _, name in people}) == 1:
            _join(cast, key, people[0], told.role)


def _of_a_person(name: str) -> bool:
    """True for a given name and a surname: "Sheriff Harris County" names nobody."""
    words = [singular(w) for w in plain(name).split()]
    return len(words) > 1 and not set(words) & GENERIC_PLACE


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
