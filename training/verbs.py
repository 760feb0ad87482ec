"""Write the lists of verbs and of nouns that tell a verb, out of WordNet 3.0.

    python training/verbs.py /usr/share/wordnet

reads `data.noun`, `index.noun`, `data.verb` and `index.verb` (Debian's
wordnet-base, or Princeton's `dict` folder) and writes three lists beside our own:

- `verbs_wordnet.txt`: verbs of one word that WordNet saw used as a verb in the texts
  that it was tagged on, so that a word beside a number can be known for one;
- `nominals_wordnet.txt`: nouns and the verb whose doing they name ("arrest arrest",
  "sale sell"): the noun's first sense is an act, event, possession, message or process
  (its lexicographer file), and derived from the verb;
- `verb_forms_wordnet.txt`: past and -ing forms that the rules of `lemmas` get wrong.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path

from stemmata.reading.english import lemmas, persons

LEXICON = Path(persons.__file__).parent / "lexicon"
HEAD = """# {title}
# From WordNet 3.0, Copyright 2006 by Princeton University, under the licence in
# WORDNET-LICENSE beside this file; written by training/verbs.py.
"""
# Lexicographer files of nouns: act, communication, event, possession, process.
DOINGS = frozenset({4, 10, 11, 21, 22})
VOWELS = "aeiou"


def index(folder: Path, kind: str) -> Iterator[tuple[str, list[int], int]]:
    """Each one-word lemma, its synsets in order, and how many of its senses were seen in text."""
    for line in (folder / f"index.{kind}").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            offsets = [int(x) for x in parts[-int(parts[2]) :]]
            if parts[0].isalpha() and len(parts[0]) > 2:
                yield parts[0], offsets, int(parts[-len(offsets) - 1])


def verbs_of(folder: Path, kind: str) -> dict[int, list[str]]:
    """The words of each synset, by offset."""
    found = {}
    for line in (folder / f"data.{kind}").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.partition(" | ")[0].split()
            count = int(parts[3], 16)
            found[int(parts[0])] = [parts[4 + 2 * i].lower() for i in range(count)]
    return found


def derived(folder: Path) -> dict[int, tuple[int, list[str], list[tuple[int, int, int]]]]:
    """Noun synsets: lexicographer file, words, and (word, verb synset, its word) of derivations."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        parts = line.partition(" | ")[0].split()
        count = int(parts[3], 16)
        words = [parts[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [parts[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(parts[at]))]
        links = [
            (int(where[:2], 16), int(offset), int(where[2:], 16))
            for sign, offset, pos, where in pointers
            if sign == "+" and pos == "v"
        ]
        found[int(parts[0])] = (int(parts[1]), words, links)
    return found


def nominals(folder: Path, known: frozenset[str]) -> dict[str, str]:
    """The verb that each noun of doing tells, one that texts use."""
    synsets, verbs, found = derived(folder), verbs_of(folder, "verb"), {}
    for noun, offsets, seen in index(folder, "noun"):
        file, words, links = synsets[offsets[0]]
        if not seen or file not in DOINGS:
            continue
        told = [verbs[offset][word - 1] for own, offset, word in links if words[own - 1] == noun]
        told = [v for v in told if v in known]
        if told:
            found[noun] = noun if noun in told else max(told, key=lambda v: _alike(noun, v))
    return found


def _alike(a: str, b: str) -> int:
    """How many letters two words begin with alike."""
    pairs = zip(a, b, strict=False)
    return next((i for i, (x, y) in enumerate(pairs) if x != y), min(len(a), len(b)))


def written(folder: Path, verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Forms with their verb: those that WordNet lists as irregular, and the regular ones."""
    irregular = set()
    for line in (folder / "verb.exc").read_text(encoding="utf-8").splitlines():
        form, *told = line.split()
        if told[0] in verbs and form.isalpha():
            irregular.add(told[0])
            yield form, told[0]
    for verb in verbs - irregular:
        for form in forms(verb):
            yield form, verb


def forms(verb: str) -> Iterator[str]:
    """The past and -ing forms of a regular verb."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        yield from (verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        yield from (verb[:-1] + "ied", verb + "ing")
    elif not verb.endswith("e") and not _doubles(verb):
        yield from (verb + "ed", verb + "ing")


def _doubles(verb: str) -> bool:
    """True where the last consonant may be doubled, which the rules know."""
    return (
        len(verb) > 2
        and verb[-1] not in VOWELS + "wxyh"
        and verb[-2] in VOWELS
        and verb[-3] not in VOWELS
        and sum(c in VOWELS for c in verb) == 1
    )


def main() -> None:
    """Write the three lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    verbs = frozenset(word for word, _, seen in index(folder, "verb") if seen)
    write("verbs_wordnet.txt", "Verbs of one word.", sorted(verbs))
    pairs = sorted(f"{noun}:{verb}" for noun, verb in nominals(folder, verbs).items())
    write("nominals_wordnet.txt", "Nouns and the verb whose doing they name.", pairs)
    wrong = sorted(
        f"{form}:{verb}"
        for form, verb in written(folder, verbs)
        if lemmas.by_forms(form) != verb and form not in verbs
    )
    write("verb_forms_wordnet.txt", "Forms of verbs that the rules get wrong.", wrong)


def write(name: str, title: str, words: list[str]) -> None:
    """One list, wrapped."""
    lines = textwrap.wrap(" ".join(words), 99, break_long_words=False, break_on_hyphens=False)
    (LEXICON / name).write_text(
        HEAD.format(title=title) + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
