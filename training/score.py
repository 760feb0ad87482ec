"""Score the English weights: tags, dependencies, sentence boundaries, speed.

    python training/score.py --treebanks FOLDER [--weights FOLDER]

UAS and LAS leave punctuation out, with full relation names; "sentences" is the
F1 of sentence spans on running text split at paragraph breaks first. PUD news
are the documents whose id begins with n, GUM news those of the genre news.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import spacy
from spacy.language import Language

from english import measured
from stemmata.reading.english import boundaries
from stemmata.reading.english.parse import pipeline
from treebanks import Sentence, altered_as, example, groups, paragraphs


def news(sentences: list[list[Sentence]], mark: str) -> list[list[Sentence]]:
    """Those groups whose document's id holds `mark` (or begins with it, for one letter)."""
    return [
        g
        for g in sentences
        if (g[0].document.startswith(mark) if len(mark) == 1 else mark in g[0].document)
    ]


def row(nlp: Language, name: str, data: list[list[Sentence]]) -> None:
    """Print one line of the table."""
    scores = measured(nlp, [example(nlp, g) for g in data])
    print(f"| {name} | " + " | ".join(f"{scores[k]:.1f}" for k in scores) + " |")


def speed(nlp: Language, data: list[list[Sentence]]) -> float:
    """Tokens per CPU-second, tokenizing included."""
    texts = [example(nlp, g).text for g in data]
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return tokens / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.weights, exclude=["vocab"]) if args.weights else pipeline()
    if args.weights:
        for label in nlp.get_pipe("tagger").cfg["labels"]:
            nlp.vocab.strings.add(label)
    if boundaries.NAME not in nlp.pipe_names:
        nlp.add_pipe(boundaries.NAME, first=True)
    folder = args.treebanks
    pud, gum = folder / "en_pud-test.conllu", folder / "en_gum-test.conllu"
    print("| test | tag | UAS | LAS | sentences |\n|---|---|---|---|---|")
    row(nlp, "PUD news", news(groups(pud), "n"))
    row(nlp, "PUD", groups(pud))
    row(nlp, "GUM test", paragraphs(gum))
    row(nlp, "GUM news, split at paragraphs", news(paragraphs(gum), "_news_"))
    for way in ("lower", "title", "upper", "bare"):
        row(nlp, f"PUD news, {way}", [altered_as(g, way) for g in news(groups(pud), "n")])
    print(f"\n{speed(nlp, groups(gum)):,.0f} tokens per CPU-second")


if __name__ == "__main__":
    main()
