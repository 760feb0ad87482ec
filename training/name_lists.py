"""Write the lists of given names, surnames and places that the model of names asks.

    pip install names==0.3.0 Faker
    python training/name_lists.py --wordnet /usr/share/wordnet

writes `given_names.txt`, `surnames.txt`, `places_wordnet.txt`, `famous_wordnet.txt` and
`common_wordnet.txt` in `src/stemmata/reading/english/lexicon` out of

- the United States census of 1990, by frequency (public domain), as `names` packs it;
- Faker's lists of the languages in Latin letters (MIT);
- the single places of WordNet 3.0 (regions, waters, mountains; its own licence), its single
  persons, and those of its words in small letters that have a vector (`name_vectors`).

Given names and surnames that are common nouns of WordNet are left out, unless
the census counts them among the commonest names: a capital alone says too little.
"""

from __future__ import annotations

import argparse
import importlib
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import names
from stemmata.reading.english import persons
from stemmata.reading.english.name_vectors import vectors

LEXICON = Path(persons.__file__).parent / "lexicon"
CENSUS = Path(names.__file__).parent
# Locales of Faker in Latin letters; en_US is in the census.
LOCALES = (
    "az_AZ cs_CZ da_DK de_DE en_GB en_IN en_KE en_NG en_PK es_AR es_CO es_ES es_MX et_EE fi_FI "
    "fr_FR fr_DZ ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_NL no_NO pl_PL "
    "pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE tr_TR tw_GH uz_UZ yo_NG zu_ZA"
).split()
# How many of the census' names are taken, and how many even where they are common nouns too.
GIVEN, SURNAMES, SURE = 2500, 4000, 250
# WordNet's lexicographer files noun.location, noun.object and noun.person.
PLACE, OBJECT, PERSON = 15, 17, 18
HEAD = """# {title}
# {source}; written by training/name_lists.py.
"""


def folded(name: str) -> str:
    """A name in small letters without accents."""
    text = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in text if not unicodedata.combining(c))


def census(name: str, most: int) -> list[str]:
    """The `most` first names of one list of the census, which is in order of frequency."""
    rows = (CENSUS / name).read_text(encoding="ascii").splitlines()
    return [row.split()[0].lower() for row in rows[:most]]


def faker(kind: str) -> Iterator[str]:
    """Faker's first or last names, one word each."""
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if kind in attribute and not callable(getattr(provider, attribute)):
                yield from _words(getattr(provider, attribute))


def _words(found: Iterable[str]) -> Iterator[str]:
    for name in found:
        word = folded(str(name))
        if re.fullmatch(r"[a-z]{3,}(?:-[a-z]+)?", word):
            yield word


def common_nouns(folder: Path) -> set[str]:
    """WordNet's one-word nouns that are not only the names of single things."""
    singles, found = set(), set()
    for offset, _, single, _ in _nouns(folder):
        if single:
            singles.add(offset)
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if line[:1] != " " and any(int(x) not in singles for x in parts[-int(parts[2]) :]):
            found.add(parts[0])
    return found


def _nouns(folder: Path) -> Iterator[tuple[int, int, bool, list[str]]]:
    """Each noun synset: offset, lexicographer file, whether it is one individual, its words."""
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.partition(" | ")[0].split()
            words = parts[4 : 4 + 2 * int(parts[3], 16) : 2]
            yield int(parts[0]), int(parts[1]), "@i" in parts, words


def places(folder: Path) -> Iterator[str]:
    """WordNet's single places and waters, as it spells them."""
    for _, file, single, words in _nouns(folder):
        if single and file in {PLACE, OBJECT}:
            yield from (w for w in words if w[:1].isupper() and len(w) > 2 and not w.isupper())


def famous(folder: Path) -> Iterator[str]:
    """WordNet's single persons, by all the names it has for them."""
    for _, file, single, words in _nouns(folder):
        if single and file == PERSON:
            yield from (w for w in words if w[:1].isupper() and len(w) > 2)


def common(folder: Path) -> Iterator[str]:
    """WordNet's single words that it writes in small letters and that have a vector."""
    found = sorted(set(_small(folder)))
    _, held = vectors(found)
    yield from (word for word, has in zip(found, held, strict=True) if has)


def _small(folder: Path) -> Iterator[str]:
    """WordNet's single words in small letters."""
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                parts = line.partition(" | ")[0].split()
                words = (w.partition("(")[0] for w in parts[4 : 4 + 2 * int(parts[3], 16) : 2])
                yield from (w for w in words if w.islower() and "_" not in w)


def write(name: str, title: str, source: str, words: Iterable[str]) -> None:
    lines = textwrap.wrap(" ".join(sorted(words)), 99, break_long_words=False,
                          break_on_hyphens=False)  # fmt: skip
    head = HEAD.format(title=title, source=source)
    (LEXICON / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write the five lists."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=Path, required=True)
    folder = parser.parse_args().wordnet
    nouns = common_nouns(folder)
    first = [census(f"dist.{sex}.first", GIVEN) for sex in ("male", "female")]
    last = census("dist.all.last", SURNAMES)
    source = "From the US census of 1990 (public domain) and Faker (MIT)"
    sure = {w for rows in first for w in rows[:SURE]}
    given = {w for rows in first for w in rows} | set(faker("first_name"))
    write("given_names.txt", "Given names.", source, sure | (given - nouns))
    surnames = (set(last) | set(faker("last_name"))) - nouns
    write("surnames.txt", "Surnames.", source, set(last[:SURE]) | surnames)
    title = "Places, regions, waters and mountains; _ is a blank."
    wordnet = "From WordNet 3.0, Copyright 2006 by Princeton University (WORDNET-LICENSE)"
    write("places_wordnet.txt", title, wordnet, {folded(w) for w in places(folder)})
    title = "Single persons, by surname and by full name; _ is a blank."
    write("famous_wordnet.txt", title, wordnet, {folded(w) for w in famous(folder)})
    title = "Words that are written in small letters."
    write("common_wordnet.txt", title, wordnet, set(common(folder)))


if __name__ == "__main__":
    main()
