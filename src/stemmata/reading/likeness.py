"""Whether a pronoun, a surname or another spelling can mean a speaker; the bodies named."""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz.fuzz import ratio

from stemmata.reading.english.nouns import ROLES
from stemmata.reading.roles import Cast, Speaker

# Words for a body that watches, which may stand for one another.
WATCHERS = frozenset({"monitor", "observatory", "watchdog", "monitors", "monitoring", "watch"})
LIKE = {"centre": "center", "organisation": "organization", "defence": "defense"}
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
# Two spellings of one surname in one report are at least so alike, in percent, and begin
# alike: Rudenko and Rudenka, not Rudenko and Romanenko. By judgement; not tuned.
SPELLING = 80
# Titles and roles that only men, or only women, are called by.
_HE = frozenset(
    "mr sir lord king prince emir sultan pope imam father brother son husband man boy chairman "
    "congressman businessman fisherman".split()
)
_SHE = frozenset(
    "mrs ms miss dame lady queen princess mother sister daughter wife woman girl spokeswoman "
    "chairwoman congresswoman councilwoman businesswoman actress".split()
)


def called(s: Speaker, word: str) -> bool:
    """False where a title, a role or an earlier pronoun says that "he" or "she" is another."""
    if s.gender:
        return s.gender == word
    he, she = bool(s.role & _HE), bool(s.role & _SHE)
    return he == she or (word == "he") == he


def personal(s: Speaker) -> bool:
    return s.kind == "person" or (s.kind == "unnamed" and not s.plural and s.head in ROLES)


def full(name: str, short: str | None) -> bool:
    return short is not None and surname(name) == surname(short) and len(short.split()) == 1


def surname(name: str) -> str:
    return name.lower().split()[-1].removesuffix("'s").removesuffix("\u2019s")


def same_person(full: str, other: str) -> bool:
    """True where `other` can be a short form or another spelling of `full`."""
    a, b = full.lower().split(), other.lower().split()
    one, two = surname(full), surname(other)
    if one != two and not (one[0] == two[0] and len(one) > 4 and ratio(one, two) >= SPELLING):
        return len(b) == 1 and len(a) > 1 and b[0] == a[0] and b[0] not in ROLES
    if len(a) > 1 and len(b) > 1:
        return a[0][0] == b[0][0] and (ratio(a[0], b[0]) >= 60 or "." in a[0] + b[0])
    return True


def bodies_of(cast: Cast) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """The bodies named in the report, by each word of their names."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for m in cast.named:
        if m.kind in {"organisation", "outlet"}:
            text = cast.words(m.first, m.last)
            words = norm(text)
            for word in words:
                found.setdefault(word, []).append((text, words))
    return found


def watcher_of(cast: Cast) -> str | None:
    """The one body of the report that monitors, None where two are named as often."""
    forms = Counter(
        text
        for m in cast.named
        if m.kind == "organisation" and m.last - m.first > 1
        for text in [cast.words(m.first, m.last)]
        if norm(text) & (WATCHERS - {"watch"})
    )
    ranked = forms.most_common(2)
    tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return None if not ranked or tied else ranked[0][0]


def norm(text: str) -> frozenset[str]:
    found = {w.lower().removesuffix("'s").removesuffix("\u2019s") for w in _WORD.findall(text)}
    found -= {"the", "a", "an", "of", "for", "and", "s", "in"}
    return frozenset(LIKE.get(w, w) for w in found)
