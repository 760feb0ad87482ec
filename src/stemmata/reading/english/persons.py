"""Whether a counted noun names people: an open list, and endings for what it lacks."""

from __future__ import annotations

from functools import cache
from importlib import resources

_ENDINGS = (
    "man", "men", "woman", "women", "person", "ist", "ologist", "ician", "eer", "goer", "maker",
    "worker", "fighter", "holder", "keeper", "seeker", "dweller", "taker", "giver",
)  # fmt: skip
_WEAK_ENDINGS = ("er", "or", "ian", "ee", "ese", "ite", "ant")


@cache
def _words(name: str) -> frozenset[str]:
    place = resources.files("stemmata.reading.english.lexicon") / name
    lines = place.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


@cache
def names_people(lemma: str) -> bool:
    """True where the lemma of a counted noun's head names people rather than things.

    A word of neither list is told by its ending: agent endings ("-ist",
    "-worker") always, "-er", "-or", "-ian" and the like where the word has five
    letters or more and is no known thing.
    """
    word = lemma.lower().strip("-'")
    if word in _words("persons.txt"):
        return True
    if word in _words("things.txt"):
        return False
    last = word.rpartition("-")[2]
    if last != word:
        return names_people(last)
    if word.endswith(_ENDINGS) and len(word) > 5:
        return True
    return len(word) >= 6 and word.endswith(_WEAK_ENDINGS)
