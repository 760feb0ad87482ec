"""Count out of the treebanks the lemmas that the suffix rules get wrong.

    python training/lemmas.py --treebanks FOLDER --out weights/lemmas.json

A form is kept where its commonest lemma under a tag differs from the rule's
and was seen at least twice.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from stemmata.reading.english.lemmas import by_rule
from treebanks import sentences

SOURCES = ("en_ewt-train", "en_ewt-dev", "en_ewt-test", "en_gum-train-free")
CLOSED = {"JJR", "JJS", "RBR", "RBS", "MD", "PRP", "PRP$", "DT", "NNS", "WP"}


def counted(folder: Path) -> dict[str, Counter[str]]:
    """Lemmas seen for each "form/TAG"."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in SOURCES:
        for sentence in sentences(folder / f"{name}.conllu"):
            for w in sentence.words:
                tag = w.tag[:2] if w.tag[:2] in {"NN", "VB"} else w.tag
                if w.tag in {"NN", "NNS"} or w.tag[:2] == "VB" or w.tag in CLOSED:
                    seen[f"{w.form.lower()}/{tag}"][w.lemma.lower()] += 1
    return seen


def table(seen: dict[str, Counter[str]]) -> dict[str, str]:
    """Only what the rules get wrong."""
    result = {}
    for key, lemmas in sorted(seen.items()):
        form, _, tag = key.rpartition("/")
        best, times = lemmas.most_common(1)[0]
        if not form.isalpha() or best == by_rule(form, tag) or " " in best:
            continue
        if times >= 2:
            result[key] = best
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = table(counted(args.treebanks))
    text = json.dumps(rows, ensure_ascii=False, indent=0, sort_keys=True)
    args.out.write_text(text + "\n", encoding="utf-8")
    print(len(rows), "forms", len(text), "bytes")


if __name__ == "__main__":
    main()
