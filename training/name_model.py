r"""Train the model of names, or try it by cross-validation.

    python training/english.py --treebanks FOLDER --out PARSER --minutes 7 --only en_ewt-train
    python training/name_model.py --corpora FOLDER --parser PARSER --try
    python training/name_model.py --corpora FOLDER --parser PARSER \
        --out src/stemmata/reading/english/weights

The parser must not have seen these texts: ours has, and its tags there are better
than on any new report, so the model would trust them too much.

learns from Universal NER's EWT dev and test (CC BY-SA 4.0) and from the named
mentions of GUM's train documents under CC BY and CC BY-SA. Each stretch of
capitalised words is cut into names and other words; the chance of a cut is that
of its parts (a semi-Markov model of order nought, log-linear, AdaGrad, L2).
`--try` learns from four fifths of EWT's documents and all of GUM and scores the rest,
five times.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

from named import Marked, gum, universal
from stemmata.reading.english import boundaries
from stemmata.reading.english import parse as parsing
from stemmata.reading.english.name_weights import LABELS, Weights
from stemmata.reading.english.parse import Parse, parse_all
from stemmata.reading.name_features import Stretch, context, stretches
from stemmata.reading.name_rules import by_rule
from stemmata.reading.name_search import gathered, search

EPOCHS, RATE, DECAY = 8, 0.15, 2e-3
# A feature counts where this many documents have it; a weight under LEAST is dropped.
DOCUMENTS, LEAST = 2, 0.02
SEED = 7


@dataclass(slots=True)
class Case:
    """One stretch to learn from: its candidates, their features, and the right label of each."""

    stretch: Stretch
    ranges: list[tuple[int, int]]
    rows: list[list[str]]
    right: list[int]
    usable: bool
    share: float
    ids: list[np.ndarray] | None = None


def cases(one: Marked, parse: Parse, share: float) -> list[Case]:
    """The stretches of one document. `right` is -1 for a candidate that the gold cut lacks."""
    at = context(parse, by_rule(parse))
    found = []
    for stretch in stretches(parse):
        ranges, rows = gathered(at, stretch)
        t = parse.tokens
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
        found.append(Case(stretch, ranges, rows, right, usable, share))
    return found


def learn(groups: Sequence[Sequence[Case]], epochs: int = EPOCHS) -> Weights:
    """Weights from the cases of several documents."""
    counts = Counter(f for g in groups for f in {f for c in g for row in c.rows for f in row})
    kept = [f for f, n in counts.items() if n >= DOCUMENTS]
    known = {f: n for n, f in enumerate(kept, 1)}
    table = np.zeros((len(kept) + 1, len(LABELS)), dtype=np.float32)
    squares = np.full_like(table, 1e-4)
    total = np.zeros_like(table)
    todo = [c for g in groups for c in g if c.usable and c.ranges]
    for c in todo:
        c.ids = [np.array([0, *(known[f] for f in row if f in known)]) for row in c.rows]
    chance = random.Random(SEED)
    for epoch in range(epochs):
        chance.shuffle(todo)
        for c in todo:
            _step(c, table, squares)
        table *= 1 - DECAY * len(todo) ** 0.5
        if epoch >= epochs // 2:
            total += table
    total /= epochs - epochs // 2
    return Weights({f: tuple(map(float, total[n])) for f, n in known.items()})


def _step(c: Case, table: np.ndarray, squares: np.ndarray) -> None:
    flat = np.concatenate(c.ids)
    sizes = [len(i) for i in c.ids]
    bounds = np.cumsum([0, *sizes[:-1]])
    rows = np.add.reduceat(table[flat], bounds, axis=0)
    wrong = expected(c.stretch, c.ranges, rows)
    for n, label in enumerate(c.right):
        if label >= 0:
            wrong[n, label] -= 1
    if np.abs(wrong).max() < 0.01:
        return
    slope = np.repeat(wrong, sizes, axis=0) * c.share
    np.add.at(squares, flat, slope * slope)
    np.add.at(table, flat, -RATE * slope / np.sqrt(squares[flat]))


def expected(one: Stretch, ranges: list[tuple[int, int]], rows: np.ndarray) -> np.ndarray:
    """How likely each candidate has each label, all cuts of the stretch taken together."""
    size = one.last - one.first
    scores = rows.astype(float)
    for n, (a, b) in enumerate(ranges):
        if b - a > 1:
            scores[n, 0] = -np.inf
    free = set(range(one.first, one.last)) - {a for a, b in ranges if b - a == 1}
    sums = np.logaddexp.reduce(scores, axis=1)
    edges = [(a - one.first, b - one.first, sums[n], n) for n, (a, b) in enumerate(ranges)]
    edges += [(i - one.first, i - one.first + 1, 0.0, -1) for i in free]
    ahead, behind = np.full(size + 1, -np.inf), np.full(size + 1, -np.inf)
    ahead[0] = behind[size] = 0.0
    for start, end, value, _ in sorted(edges, key=lambda e: e[1]):
        ahead[end] = np.logaddexp(ahead[end], ahead[start] + value)
    for start, end, value, _ in sorted(edges, key=lambda e: -e[0]):
        behind[start] = np.logaddexp(behind[start], behind[end] + value)
    out = np.zeros_like(scores)
    for start, end, value, n in edges:
        if n >= 0:
            chance = np.exp(ahead[start] + value + behind[end] - ahead[size])
            out[n] = chance * np.exp(scores[n] - value)
    return out


def applied(parse: Parse, weights: Weights) -> set[tuple[int, int, str]]:
    """What the weights find in a document, as ranges of words."""
    at = context(parse, by_rule(parse))
    return {(f.first, f.last, f.kind) for f in search(at, list(stretches(parse)), weights)}


def scores(gold: set, found: set) -> str:
    """Precision, recall and F1 in words."""
    right = len(gold & found)
    p, r = right / max(len(found), 1), right / max(len(gold), 1)
    return f"precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}"


def read(files: list[Path], reader, share: float) -> list[tuple[Marked, Parse, list[Case]]]:
    """The documents of these files with their parses and cases.

    One in six stands there a second time in title case, one in twelve in capitals.
    """
    plain = [one for path in files for one in reader(path)]
    title = [one.altered("title") for one in plain[::6]]
    marked = plain + title + [one.altered("upper") for one in plain[3::12]]
    parses = list(parse_all([one.report() for one in marked]))
    return [(m, p, cases(m, p, share)) for m, p in zip(marked, parses, strict=True)]


def tried(ewt: list, more: list, folds: int = 5) -> None:
    """Print scores of cross-validation over the documents of EWT."""
    gold, found = set(), set()
    for fold in range(folds):
        train = [c for n, (_, _, c) in enumerate(ewt) if n % folds != fold]
        test = [(n, *row) for n, row in enumerate(ewt) if n % folds == fold]
        weights = learn(train + [c for _, _, c in more])
        for n, one, parse, _ in test:
            names = applied(parse, weights)
            gold |= {(n, *x) for x in one.names}
            t = parse.tokens
            found |= {(n, t[a].start, t[b - 1].end, kind) for a, b, kind in names}
    print("untyped", scores({x[:3] for x in gold}, {x[:3] for x in found}))
    print("typed  ", scores(gold, found))


def write(weights: Weights, path: Path) -> None:
    """The table, its largest weights first within each family of features."""
    head = "#\tfeature, then hundredths for: no name, person, organisation, place"
    lines = [head]
    for feature, values in sorted(weights.rows.items()):
        row = [round(100 * value) for value in values]
        if max(map(abs, row)) >= 100 * LEAST:
            lines.append("\t".join([feature, *map(str, row)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


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
    parser.add_argument("--try", dest="trying", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--parser", type=Path, help="weights that know nothing of these texts")
    parser.add_argument("--gum", type=float, default=1.0, help="how much a mention of GUM counts")
    args = parser.parse_args()
    if args.parser:
        parsing.pipeline = lambda: loaded(args.parser)  # type: ignore[assignment]
    files = [args.corpora / f"uner_ewt-{part}.iob2" for part in ("dev", "test")]
    ewt = read(files, universal, 1.0)
    more = read([args.corpora / "en_gum-train-free.conllu"], gum, args.gum) if args.gum else []
    if args.trying:
        tried(ewt, more)
    if args.out:
        write(learn([c for _, _, c in ewt + more]), args.out / "names.tsv")


if __name__ == "__main__":
    main()
