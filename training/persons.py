"""Write the lists of nouns that name people and that only look so, out of WordNet 3.0.

    python training/persons.py /usr/share/wordnet

reads `data.noun` and `index.noun` (Debian's wordnet-base, or Princeton's
`dict` folder) and writes `persons_wordnet.txt` and `things_wordnet.txt` beside
our own lists. A noun names people where its first sense, which is its most
frequent one, stands in the lexicographer file noun.person; names of single
persons are left out. Only words that our own lists and the endings get wrong
are kept.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stemmata.reading.english import persons

PERSON, LANGUAGE, ANIMAL = 18, 10, 5
# Words that WordNet marks as insults serve no report.
LEFT_OUT = frozenset({"abo", "boche", "negress"})
RUDE = re.compile(r"offensive|slur|disparag|obscen|vulgar|contempt|derogat|insult|insane|stupid")
LEXICON = Path(persons.__file__).parent / "lexicon"
HEAD = """# {title}
# From WordNet 3.0, Copyright 2006 by Princeton University, under the licence in
# WORDNET-LICENSE beside this file; written by training/persons.py.
"""


@dataclass(frozen=True, slots=True)
class Sense:
    """One noun synset: its lexicographer file, whether it is one individual, and its gloss."""

    file: int
    individual: bool
    gloss: str


def senses(folder: Path) -> dict[int, Sense]:
    """Noun synsets by their offset."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            data, _, gloss = line.partition(" | ")
            parts = data.split()
            found[int(parts[0])] = Sense(int(parts[1]), "@i" in parts, gloss)
    return found


def nouns(folder: Path) -> Iterator[tuple[str, list[int], bool]]:
    """Each one-word noun, the offsets of its senses, and whether their order was counted."""
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            offsets = [int(x) for x in parts[-int(parts[2]) :]]
            if parts[0].isalpha() and len(parts[0]) > 2:
                yield parts[0], offsets, int(parts[-len(offsets) - 1]) > 0


def is_person(word: str, found: list[Sense], counted: bool) -> bool:
    """True where the sense that a report means is a person.

    That is the first where the senses were put in order by counting, else what
    most of them are (half, in a word that ends like a person); a people's name
    stands before its language's. What names a beast as well is no person,
    save by an ending of trades ("weaver").
    """
    people = [s.file == PERSON and not s.individual for s in found]
    if any(people) and any(s.file == LANGUAGE for s in found) and word.endswith(("an", "ese", "i")):
        return True
    if any(s.file == ANIMAL for s in found) and not word.endswith(("er", "or", "ist", "man")):
        return False
    needed = len(people) - word.endswith(("er", "or", "ant", "ist", "ee", "eer"))
    return people[0] if counted else 2 * sum(people) > needed


def main() -> None:
    """Write both lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    known = senses(folder)
    own = persons.listed("persons.txt") | persons.listed("things.txt")
    people: set[str] = set()
    things: set[str] = set()
    for word, offsets, counted in nouns(folder):
        found = [known[o] for o in offsets]
        if word in own | LEFT_OUT or found[0].individual or RUDE.search(found[0].gloss):
            continue
        (people if is_person(word, found, counted) else things).add(word)
    write("persons_wordnet.txt", "Nouns that name people.", people, False)
    write("things_wordnet.txt", "Nouns with an ending of people that name things.", things, True)


def write(name: str, title: str, words: set[str], looks_like: bool) -> None:
    """The words that our own lists and endings take for the other kind."""
    kept = sorted(w for w in words if persons.by_own_lists(w) is looks_like)
    lines = textwrap.wrap(" ".join(kept), 99, break_long_words=False)
    (LEXICON / name).write_text(
        HEAD.format(title=title) + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
