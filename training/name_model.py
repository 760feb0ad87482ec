r"""Train the model of names, or try it by cross-validation.

    python training/english.py --treebanks FOLDER --out PARSER --minutes 7 --only en_ewt-train
    python training/english.py --treebanks FOLDER --out OTHER --minutes 8 --only en_gum-train-free
    python training/name_model.py --corpora FOLDER --parsers PARSER OTHER --try
    python training/name_model.py --corpora FOLDER --parsers PARSER OTHER \
        --out src/stemmata/reading/english/weights

No text may be parsed by a parser that has seen it: ours has seen all of these,
and its tags there are better than on any new report, so the model would trust
them too much. The first parser reads EWT dev and test and GUM, the second EWT train.

learns from Universal NER's EWT dev and test (CC BY-SA 4.0), from the names that
this project marked in EWT train (`names_ewt_train.tsv`, CC BY-SA 4.0) and in GUM's
train documents under CC BY and CC BY-SA (`names_gum_free.tsv`, CC BY-SA 4.0); in its
vlogs and conversations, from the treebank's named mentions. `name_learning` tells
how. `--try` learns from all but EWT dev and test, two thirds of the weblogs and
newsgroups of EWT train, and two thirds of the news and biographies of GUM; it
scores the rest.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

from name_learning import SEED, Case, learn, together
from named import Marked, documents_of, gum, set_apart, universal
from stemmata.reading.english import boundaries
from stemmata.reading.english import parse as parsing
from stemmata.reading.english.name_weights import LABELS, Floats, Weights
from stemmata.reading.english.parse import Parse, parse_all
from stemmata.reading.name_features import Context, context
from stemmata.reading.name_numbers import WIDTH, places, table
from stemmata.reading.name_rules import by_rule
from stemmata.reading.name_search import gathered, search
from stemmata.reading.name_stretches import Stretch, stretches

# Models that are learnt, each from another seed; their mean counts. One alone swings by half a
# point of F1 with its seed, and a third gained nothing.
MODELS = 2
# A weight under this is dropped.
LEAST = 0.02
NEWS = ("weblog", "newsgroup")
MARKS = Path(__file__).with_name("names_ewt_train.tsv")
GUM_MARKS = Path(__file__).with_name("names_gum_free.tsv")


@dataclass(slots=True)
class Words:
    """The rows of all words that the cases speak of."""

    rows: list[Floats]
    size: int = 0

    def add(self, rows: Floats) -> int:
        """Add rows; how many stood before them."""
        self.rows.append(rows)
        self.size += len(rows)
        return self.size - len(rows)

    def all(self) -> Floats:
        """One table of them all."""
        return np.concatenate(self.rows) if self.rows else np.zeros((0, WIDTH), np.float32)


Document = tuple[Marked, Parse, list[Case]]


def cases(one: Marked, parse: Parse, words: Words) -> list[Case]:
    """The stretches of one document, of those that have a candidate."""
    at = context(parse, by_rule(parse))
    found = [_case(at, one, stretch) for stretch in stretches(parse)]
    found = [case for case in found if case.ranges]
    if found:
        rows, where = table(at.tokens, np.concatenate([case.where for case in found]))
        where = where + words.add(rows)
        for case in found:
            case.where, where = where[: len(case.ranges)], where[len(case.ranges) :]
    return found


def _case(at: Context, one: Marked, stretch: Stretch) -> Case:
    ranges, rows = gathered(at, stretch)
    t = at.tokens
    spans = {(t[a].start, t[b - 1].end): n for n, (a, b) in enumerate(ranges)}
    begin, stop = t[stretch.first].start, t[stretch.last - 1].end
    inside = [n for n in one.names if n[0] < stop and n[1] > begin]
    right = [-1] * len(ranges)
    taken: set[int] = set()
    for start, end, kind in inside:
        if (start, end) in spans:
            n = spans[start, end]
            right[n] = LABELS.index(kind)
            taken |= set(range(*ranges[n]))
    for n, (a, b) in enumerate(ranges):
        if b - a == 1 and a not in taken:
            right[n] = 0
    usable = all((s, e) in spans for s, e, _ in inside)
    usable = usable and all(s >= stop or e <= begin for s, e in one.unclear)
    return Case(stretch, ranges, rows, places(at, ranges), right, usable)


def applied(parse: Parse, weights: Weights) -> set[tuple[int, int, str]]:
    """What the weights find in a document, as ranges of words."""
    at = context(parse, by_rule(parse))
    found = search(at, list(stretches(parse)), weights)
    return {(f.first, f.last, f.kind) for f in found if f.kind != "other"}


def scores(gold: set, found: set) -> str:
    """Precision, recall and F1 in words."""
    right = len(gold & found)
    p, r = right / max(len(found), 1), right / max(len(gold), 1)
    return f"precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}"


def read(plain: list[Marked], parser: Path, words: Words) -> list[Document]:
    """The documents with their parses and cases.

    One in six stands there a second time in title case, one in twelve in capitals.
    """
    parsing.pipeline = lambda: loaded(parser)  # type: ignore[assignment]
    title = [one.altered("title") for one in plain[::6]]
    marked = plain + title + [one.altered("upper") for one in plain[3::12]]
    parses = list(parse_all([one.report() for one in marked]))
    return [(m, p, cases(m, p, words)) for m, p in zip(marked, parses, strict=True)]


def taught(documents: Sequence[Document], words: Words, models: int) -> Weights:
    """The weights that these documents teach."""
    groups, rows = [found for _, _, found in documents], words.all()
    return together([learn(groups, rows, SEED + n) for n in range(models)])


def tried(gold: list[Document], marks: list[Document], more: list[Document], teach) -> None:
    """Print scores on documents that are not learnt from: of Universal NER, and of ours."""
    held = {*_third(marks, NEWS), *_third(more, ("GUM_bio", "GUM_news"))}
    weights = teach([d for d in marks + more if _id(d) not in held])
    ours = [d for d in marks if _id(d) in held]
    inner = [d for d in gold if _id(d).startswith(NEWS)]
    parts = {"EWT dev, test": gold, "weblogs there": inner, "train": ours}
    parts["GUM"] = [d for d in more if _id(d) in held]
    for title, documents in parts.items():
        print(title)
        score([d for d in documents if _id(d) == d[0].id], weights)


def _third(documents: list[Document], kinds: tuple[str, ...]) -> list[str]:
    """One in three of the documents whose names begin so."""
    return sorted({_id(d) for d in documents if _id(d).startswith(kinds)})[::3]


def _id(document: Document) -> str:
    """What the document is called, whether altered or not."""
    return document[0].id.split(" ")[0]


def score(documents: list[Document], weights: Weights) -> None:
    """Print the scores of these documents."""
    gold, found = set(), set()
    for n, (one, parse, _) in enumerate(documents):
        t = parse.tokens
        gold |= {(n, *x) for x in one.names}
        found |= {(n, t[a].start, t[b - 1].end, kind) for a, b, kind in applied(parse, weights)}
    print("  untyped", scores({x[:3] for x in gold}, {x[:3] for x in found}))
    print("  typed  ", scores(gold, found), flush=True)


def write(weights: Weights, folder: Path) -> None:
    """The table in the order of the features' names, and the network."""
    head = "#\tfeature, then hundredths for: no name, person, organisation, place"
    lines = [head]
    for feature, values in sorted(weights.rows.items()):
        row = [round(100 * value) for value in values]
        if max(map(abs, row)) >= 100 * LEAST:
            lines.append("\t".join([feature, *map(str, row)]))
    (folder / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    layer = weights.layer
    if layer is not None:
        parts = {"into": layer.into, "bias": layer.bias, "out": layer.out}
        np.savez_compressed(
            folder / "names.npz", **{name: part.astype(np.float16) for name, part in parts.items()}
        )


def _gum(path: Path) -> list[Marked]:
    """GUM's documents with our marks, and where there are none with its named mentions."""
    ours = {one.id: one for one in set_apart(path, GUM_MARKS)}
    read_by_us = documents_of(GUM_MARKS)
    return [ours[one.id] if one.id in read_by_us else one for one in gum(path)]


@cache
def loaded(folder: Path) -> Language:
    """Tagger and parser of a folder, set up as at run time."""
    nlp = spacy.load(folder, exclude=["vocab"])
    for label in nlp.get_pipe("tagger").cfg["labels"]:
        nlp.vocab.strings.add(label)
    boundaries.keep_titles(nlp.tokenizer)
    nlp.add_pipe(boundaries.NAME, first=True)
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--parsers", type=Path, nargs=2, required=True)
    parser.add_argument("--try", dest="trying", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--models", type=int, default=MODELS, help="models whose mean counts")
    args = parser.parse_args()
    words, folder = Words([]), args.corpora
    files = [folder / f"uner_ewt-{part}.iob2" for part in ("dev", "test")]
    gold = read([d for f in files for d in universal(f)], args.parsers[0], words)
    more = read(_gum(folder / "en_gum-train-free.conllu"), args.parsers[0], words)
    marks = read(set_apart(folder / "en_ewt-train.conllu", MARKS), args.parsers[1], words)
    teach: Callable[[list[Document]], Weights] = lambda d: taught(d, words, args.models)  # noqa: E731
    if args.trying:
        tried(gold, marks, more, teach)
    if args.out:
        write(teach(gold + marks + more), args.out)


if __name__ == "__main__":
    main()
