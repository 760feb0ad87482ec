"""Whether a counted noun names people: our own lists, WordNet's, and endings for what they lack."""

from __future__ import annotations

from functools import cache
from importlib import resources

_ENDINGS = (
    "man", "men", "woman", "women", "person", "children", "people", "folk",
    "ist", "ologist", "ician", "eer", "goer", "maker", "worker", "fighter", "holder", "keeper",
    "seeker", "dweller", "taker", "giver",
    "builder", "breaker", "monger", "smith", "mate", "grapher",
)  # fmt: skip
_WEAK_ENDINGS = ("er", "or", "ian", "ee", "ese", "ite", "ant")
# Abbreviations that name people.
_SHORT = frozenset({"mp", "mps", "idp", "idps", "pow", "pows", "ngo-worker", "vip", "vips", "mep"})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list of the lexicon."""
    place = resources.files("stemmata.reading.english.lexicon") / name
    lines = place.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


@cache
def names_people(lemma: str) -> bool:
    """True where the lemma of a counted noun's head names people rather than things.

    Our own lists are asked first, then WordNet's (its first sense: lexicographer
    file noun.person), of which only what the rest gets wrong is kept. A compound
    is told by its last part. A word of no list is told by its ending: agent
    endings ("-ist", "-worker") always, "-er", "-or", "-ian" and the like where
    the word has six letters or more.
    """
    word = lemma.lower().strip("-'")
    if word not in listed("persons.txt") and word not in listed("things.txt"):
        if word in listed("persons_wordnet.txt"):
            return True
        if word in listed("things_wordnet.txt"):
            return False
    return by_own_lists(word)


def by_own_lists(word: str) -> bool:
    """What our own lists and the endings say, WordNet left aside."""
    if word in listed("persons.txt") or word in _SHORT:
        return True
    if word in listed("things.txt"):
        return False
    last = word.rpartition("-")[2]
    if last != word and last:
        return names_people(last)
    if word.endswith(_ENDINGS) and len(word) > 5:
        return True
    return len(word) >= 6 and word.endswith(_WEAK_ENDINGS)


# What only people do, for numbers that leave their noun out: "Hundreds chanted".
HUMAN = frozenset(
    "need lack rely cross migrate resign testify retire marry flock "
    "chant march attend rally flee watch protest gather join return survive come arrive sleep "
    "live wait camp vote work walk demonstrate cheer riot strike volunteer shelter queue "
    "assemble enlist enrol enroll sign participate petition pray mourn celebrate escape jump "
    "swim board disembark seek apply register turn take stay leave drown perish starve study "
    "graduate".split()
)
