"""Sets of speakers: who is the same, who speaks with one voice, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from stemmata.tracing.speakers import Key, Speaker


class Joins:
    """Sets of speakers that were joined, with the reasons (a union-find with a diary)."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}
        self._states: dict[Key, str] = {}
        self._named: set[Key] = set()
        self.reasons: list[tuple[Key, str]] = []

    def mark(self, key: Key, state: str | None) -> None:
        """Note that a key is named, and of which state it is an organ."""
        self._named.add(self.root(key))
        if state:
            self._states[self.root(key)] = state

    def at_odds(self, a: Key, b: Key, *, weakly: bool = False) -> bool:
        """True for sets of two states' organs; by a weak sign also for any two with names."""
        one, other = self.root(a), self.root(b)
        states = {self._states[r] for r in (one, other) if r in self._states}
        if one == other:
            return False
        return len(states) > 1 or (weakly and {one, other} <= self._named)

    def root(self, key: Key) -> Key:
        """The key that stands for the whole set."""
        path = []
        while (parent := self._parent.get(key, key)) != key:
            path.append(key)
            key = parent
        for passed in path:
            self._parent[passed] = key
        return key

    def join(self, a: Key, b: Key, reason: str) -> None:
        """Put two sets together; the lesser root stands for both, so order does not tell."""
        one, other = sorted((self.root(a), self.root(b)))
        if one != other:
            self._parent[other] = one
            self.reasons.append((one, reason))
            if other in self._named:
                self._named.add(one)
            if other in self._states:
                self._states.setdefault(one, self._states[other])

    def why(self) -> dict[Key, list[str]]:
        """The reasons of each set, each once, under its root."""
        found: dict[Key, list[str]] = defaultdict(list)
        for key, reason in self.reasons:
            if reason not in found[self.root(key)]:
                found[self.root(key)].append(reason)
        return {key: sorted(reasons) for key, reasons in found.items()}


@dataclass(slots=True)
class Cast:
    """All speakers of all reports, who is the same and who speaks with one voice."""

    speakers: dict[Key, Speaker]
    same: Joins
    voice: Joins
    speaker_of: dict[str, Key]

    def origin_of(self, key: Key) -> Key:
        """The key that stands for a speaker's origin."""
        return self.voice.root(self.same.root(key))

    def settle(self) -> None:
        """Carry the joins by spelling over to the origins: who is the same is one voice."""
        for key in sorted(self.speakers):
            self.voice.join(key, self.same.root(key), "")

    def speak_alike(self, key: Key, other: Key, reason: str) -> None:
        """Join two as one voice, unless that would make one voice of two states."""
        if not self.voice.at_odds(key, other):
            self.voice.join(key, other, reason)

    def not_told_apart(self, key: Key, other: Key, reason: str, *, same: bool) -> None:
        """Join two unnamed sources that nothing tells apart.

        So weak a sign is no bridge: two that stand for names of their own stay apart.
        """
        if not self.voice.at_odds(key, other, weakly=True):
            if same:
                self.same.join(key, other, reason)
            self.voice.join(key, other, "" if same else reason)
