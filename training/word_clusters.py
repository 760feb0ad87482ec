"""Write `word_clusters.txt`: which words are used alike, as Brown clusters tell.

    pip install spacy-lookups-data==1.0.5
    python training/word_clusters.py

The clusters come as data with spacy-lookups-data (MIT), which does not say what texts
they were counted on. A cluster is a path of 0 and 1; words whose paths begin alike are
used alike. Kept are names and the commonest small words.
"""

from __future__ import annotations

import gzip
import json
import re
import textwrap
from collections import defaultdict
from pathlib import Path

import spacy_lookups_data

from stemmata.reading.english import persons

LEXICON = Path(persons.__file__).parent / "lexicon"
DATA = Path(spacy_lookups_data.__file__).parent / "data"
NAMED = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)*|[A-Z]{2,}")
# How many of the commonest small words are kept, and how long a path can be.
SMALL, LONGEST = 15_000, 16
HEAD = """# Brown clusters: a path of 0 and 1, then the words of that cluster.
# From spacy-lookups-data 1.0.5 (MIT, SPACY-LOOKUPS-LICENSE); written by training/word_clusters.py.
"""


def table(name: str) -> dict[str, float]:
    """One table of the package."""
    with gzip.open(DATA / f"en_lexeme_{name}.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def main() -> None:
    """Write the list. spaCy keeps each path as a number, its first step in the lowest bit."""
    clusters = {word: int(n) for word, n in table("cluster").items() if n}
    common = table("prob")
    small = sorted((w for w in clusters if w.isalpha() and w.islower() and w in common),
                   key=lambda w: -common[w])  # fmt: skip
    kept = [w for w in clusters if NAMED.fullmatch(w)]
    kept = [w for w in kept if not w.isupper() or w.title() not in clusters] + small[:SMALL]
    groups = defaultdict(list)
    for word in kept:
        groups[f"{clusters[word]:b}"[::-1].ljust(LONGEST, "0")].append(word)
    lines = []
    for path, words in sorted(groups.items()):
        for line in textwrap.wrap(" ".join(sorted(words)), 80, break_on_hyphens=False):
            lines.append(f"{path} {line}")
    (LEXICON / "word_clusters.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
