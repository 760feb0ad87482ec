"""Passages that reports share: an index of rare word 5-grams, then alignment.

The design is passim's (Smith, Cordell and Mullen, 2015), with words for
characters: a 5-gram that stands in 2 to `MOST_REPORTS` reports is a sign that
they have a text in common; pairs with enough of them are aligned. The matching
5-grams seed runs of equal words, runs that follow one another closely form a
passage, and the words between two runs are compared once more (`rapidfuzz`).

Thresholds are from a measurement on 1,008 news articles of 7 outlets: below
about ten shared rare 5-grams a pair of outlets shares stock phrases, no text;
and of those above it nine in ten share a quotation, so the two kinds are told
apart. A quotation is shared from fewer words, since nobody has it by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from stemmata.model import Passage, PassageKind, Reading, Report, Span
from stemmata.tracing.credits import credited, own_text
from stemmata.tracing.wordings import GRAM, WIDEST_GAP, Wording, wording

# A 5-gram of more reports than this is a stock phrase or the furniture of a site.
MOST_REPORTS = 200
# Up to this many reports every pair of a 5-gram is taken; beyond it each report meets
# only the next NEIGHBOURS in order of date, so that the work stays near linear.
ALL_PAIRS = 12
NEIGHBOURS = 6
# The commoner words are, the less one more partner tells: beyond so many reports each
# meets fewer. Copies further apart in time are still tied through those between them.
COMMON = 48
FEW_NEIGHBOURS = 4
NARRATION_GRAMS = 10
QUOTE_GRAMS = 3
LEAST_WORDS = 7
# How many places of one 5-gram in one report are looked at.
MOST_PLACES = 20
# A report is an excerpt where it has so many words, so large a share of them stands in the
# other, and that one is so much longer. Set by hand: titles and datelines are never shared.
LEAST_CONTAINED = 60
CONTAINED = 0.85
LONGER = 1.5

_Run = tuple[int, int, int]
_Ints = npt.NDArray[np.int64]


def _pairs_of(size: int) -> _Ints:
    """Which members of a 5-gram's reports, in order, are paired."""
    common = FEW_NEIGHBOURS if size > COMMON else NEIGHBOURS
    reach = size if size <= ALL_PAIRS else common
    return np.array([(i, j) for i in range(size) for j in range(i + 1, min(size, i + 1 + reach))])


def candidates(wordings: Sequence[Wording]) -> dict[tuple[int, int], int]:
    """Pairs of reports (by position) to the number of rare 5-grams that they share."""
    hashes, owners = [], []
    for i, each in enumerate(wordings):
        grams = each.grams[np.flatnonzero(np.diff(each.grams, prepend=~each.grams[:1]))]
        hashes.append(grams)
        owners.append(np.full(len(grams), i, dtype=np.int64))
    if not hashes:
        return {}
    flat, owner = np.concatenate(hashes), np.concatenate(owners)
    # The reports of one 5-gram come in any order here, and are put in theirs below: that is faster.
    order = np.argsort(flat)
    flat, owner = flat[order], owner[order]
    starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]]) if len(flat) else np.zeros(0, int)
    sizes = np.diff(np.r_[starts, len(flat)])
    found: list[_Ints] = []
    for size in np.unique(sizes[(sizes >= 2) & (sizes <= MOST_REPORTS)]):
        members = np.sort(owner[starts[sizes == size][:, None] + np.arange(size)], axis=1)
        pairs = _pairs_of(int(size))
        codes = members[:, pairs[:, 0]] * len(wordings) + members[:, pairs[:, 1]]
        found.append(codes.ravel())
    if not found:
        return {}
    seen, counts = np.unique(np.concatenate(found), return_counts=True)
    return {
        divmod(int(code), len(wordings)): int(count)
        for code, count in zip(seen, counts, strict=True)
        if count >= QUOTE_GRAMS
    }


def _matches(a: Wording, b: Wording) -> tuple[_Ints, _Ints]:
    """Where a 5-gram of one text stands, and where in the other, for all that both have."""
    low = np.searchsorted(b.grams, a.grams, "left")
    both = np.flatnonzero(low < len(b.grams))
    both = both[b.grams[low[both]] == a.grams[both]]
    low = low[both]
    high = np.searchsorted(b.grams, a.grams[both], "right")
    places = np.minimum(high - low, MOST_PLACES)
    first = np.cumsum(places) - places
    inner = np.arange(places.sum()) - np.repeat(first, places)
    here = np.repeat(a.order[both], places).astype(np.int64)
    return here, b.order[np.repeat(low, places) + inner].astype(np.int64)


def _equal(i: _Ints, j: _Ints, step: int) -> list[_Run]:
    """All runs of equal words that cannot be made longer, by where they start.

    `i` and `j` are the places of the 5-grams that match, `step` is more than any `i`.
    """
    # Matches of one run have one distance, and follow one another in order of it and of place.
    ordered = np.sort((j - i + step) * step + i)
    starts = np.flatnonzero(np.diff(ordered, prepend=-1) != 1)
    distance, begin = np.divmod(ordered[starts], step)
    sizes = np.diff(starts, append=len(ordered)) + (GRAM - 1)
    return list(
        zip(begin.tolist(), (begin + distance - step).tolist(), sizes.tolist(), strict=True)
    )


def runs_of(a: Wording, b: Wording, grams: int) -> list[_Run]:
    """Runs of equal words as (start in a, start in b, length), longest first, none overlapping.

    Where the rare 5-grams in common are too few for narration, none unless one is near a
    quotation.
    """
    places = _matches(a, b)
    near = grams >= NARRATION_GRAMS or (
        bool(a.near_quote[places[0]].any()) or bool(b.near_quote[places[1]].any())
    )
    taken_a, taken_b = bytearray(len(a.words)), bytearray(len(b.words))
    equal = _equal(*places, len(a.words) + 1) if near else []
    kept = []
    for i, j, size in sorted(equal, key=lambda run: (-run[2], run)):
        free = range(size)
        if taken_a.find(1, i, i + size) >= 0 or taken_b.find(1, j, j + size) >= 0:
            left = [k for k in range(size) if not (taken_a[i + k] or taken_b[j + k])]
            if len(left) < GRAM or left[-1] - left[0] != len(left) - 1:
                continue
            free = range(left[0], left[-1] + 1)
        first, length = free[0], len(free)
        taken_a[i + first : i + first + length] = b"\1" * length
        taken_b[j + first : j + first + length] = b"\1" * length
        kept.append((i + first, j + first, length))
    return sorted(kept)


def _chains(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Runs that follow one another closely in both reports."""
    chains: list[list[_Run]] = []
    for run in runs:
        for chain in reversed(chains[-4:]):
            i, j, size = chain[-1]
            if 0 <= run[0] - i - size <= WIDEST_GAP and 0 <= run[1] - j - size <= WIDEST_GAP:
                chain.append(run)
                break
        else:
            chains.append([run])
    return chains


def _filled(chain: Sequence[_Run], a: Wording, b: Wording) -> Iterator[_Run]:
    """The runs of a chain and, between them, the shorter ones that the gap holds."""
    for n, (i, j, size) in enumerate(chain):
        yield i, j, size
        if n + 1 < len(chain):
            gap_a = a.words[i + size : chain[n + 1][0]]
            gap_b = b.words[j + size : chain[n + 1][1]]
            for op in Indel.opcodes(gap_a, gap_b):
                if op.tag == "equal":
                    yield (
                        i + size + op.src_start,
                        j + size + op.dest_start,
                        op.src_end - op.src_start,
                    )


def _span(text: Wording, start: int, size: int) -> Span:
    return Span(int(text.starts[start]), int(text.ends[start + size - 1]))


def _kind(runs: Sequence[_Run], a: Wording, b: Wording) -> PassageKind:
    """A quote where one side has most of the words in quotation marks.

    One side is enough: pages lose their quotation marks more often than they
    gain them.
    """
    total = sum(size for _, _, size in runs)
    quoted_a = sum(sum(a.quoted[i : i + size]) for i, _, size in runs)
    quoted_b = sum(sum(b.quoted[j : j + size]) for _, j, size in runs)
    return "quote" if 2 * max(quoted_a, quoted_b) > total else "narration"


def _may_be_kept(chain: Sequence[_Run], a: Wording, b: Wording, grams: int) -> bool:
    """False where a chain cannot be a passage, however many words its gaps hold."""
    if len(chain) == 1 and chain[0][2] < LEAST_WORDS:
        return False
    if grams >= NARRATION_GRAMS:
        return True
    (i, j, _), (last_i, last_j, size) = chain[0], chain[-1]
    quoted = max(a.quoted.count(1, i, last_i + size), b.quoted.count(1, j, last_j + size))
    return 2 * quoted > sum(length for _, _, length in chain)


def passages_of(a: Reading, b: Reading, one: Wording, other: Wording, grams: int) -> list[Passage]:
    """The passages that two reports share."""
    kept: list[tuple[list[_Run], PassageKind, int]] = []
    for chain in _chains(runs_of(one, other, grams)):
        if not _may_be_kept(chain, one, other, grams):
            continue
        runs = list(_filled(chain, one, other))
        kind, words = _kind(runs, one, other), sum(size for _, _, size in runs)
        if words >= LEAST_WORDS and (kind != "narration" or grams >= NARRATION_GRAMS):
            kept.append((runs, kind, words))
    if not kept:
        return []
    earlier, told = which_is_earlier(a, b)
    if earlier is None:
        earlier, told = _contained(a, b, one, other, sum(words for _, _, words in kept))
    outlet = a.report.outlet
    return [
        Passage(
            a.report.id,
            b.report.id,
            tuple(_span(one, i, size) for i, _, size in runs),
            tuple(_span(other, j, size) for _, j, size in runs),
            kind,
            words,
            _reason(a, b, words, grams, told),
            earlier,
            bool(outlet) and outlet == b.report.outlet,
        )
        for runs, kind, words in kept
    ]


def _contained(
    a: Reading, b: Reading, one: Wording, other: Wording, shared: int
) -> tuple[str | None, str]:
    """The report in which nearly all words of the other outlet's shorter one stand, if so.

    What prints part of a text has it from the whole. Two versions of one outlet
    tell nothing, since there the longer is mostly the later.
    """
    short, whole = sorted(((a, one), (b, other)), key=lambda pair: len(pair[1].words))
    outlets = {short[0].report.outlet, whole[0].report.outlet}
    size = len(short[1].words)
    if len(outlets) < 2 or None in outlets or size < LEAST_CONTAINED:
        return None, ""
    if shared < CONTAINED * size or len(whole[1].words) < LONGER * size:
        return None, ""
    return whole[0].report.id, (
        f"; {shared} of the {size} words of {short[0].report.id} stand in {whole[0].report.id}"
    )


def _reason(a: Reading, b: Reading, words: int, grams: int, told: str) -> str:
    outlet = a.report.outlet
    same = f"; both are by {outlet}" if outlet and outlet == b.report.outlet else ""
    return f"{words} words alike in a row or nearly; {grams} rare 5-grams in common{told}{same}"


def credits(reading: Reading, outlet: str | None) -> bool:
    """True where a report says that it has something from that outlet."""
    if not outlet or len(outlet) < 2:
        return False
    name = re.escape(outlet)
    cue = (
        rf"\({name}\)|\b{name} (?:reported|reports|said)\b|according to {name}\b"
        rf"|[Ss]ource:? {name}\b"
    )
    vias = {f.via for f in reading.figures} | {s.via for s in reading.statements}
    text = reading.report.text
    return outlet in vias or (outlet in text and re.search(cue, text) is not None)


def which_is_earlier(a: Reading, b: Reading) -> tuple[str | None, str]:
    """The report known to be the earlier, by date or credit, and the words that tell it."""
    one, other = a.report, b.report
    if one.published and other.published and one.published[:10] != other.published[:10]:
        first = min((one, other), key=lambda r: (r.published or "")[:10])
        return first.id, f"; {first.id} is dated {(first.published or '')[:10]}"
    a_credits, b_credits = credits(a, other.outlet), credits(b, one.outlet)
    if a_credits != b_credits and one.outlet != other.outlet:
        first, later = (other, one) if a_credits else (one, other)
        return first.id, f"; {later.id} credits {first.outlet}"
    if own_text(one) != own_text(other) and one.outlet != other.outlet:
        first = one if own_text(one) else other
        return first.id, f"; {first.id} is {first.outlet}'s own text"
    return None, _agency_of(one, other)


def _agency_of(one: Report, other: Report) -> str:
    """The words that tell from which agency one of two reports, or both, have their text."""
    told = {r.id: name for r in (one, other) if (name := credited(r))}
    return "".join(f"; {report} has its text from {name}" for report, name in told.items())


def shared_passages(readings: Sequence[Reading]) -> tuple[Passage, ...]:
    """All passages that pairs of the readings share, in the order of the reports' ids.

    Near linear in the number of reports: a 5-gram gives each report at most
    `ALL_PAIRS` partners, or `NEIGHBOURS` where it is common, and the fewer the commoner.
    """
    ordered = sorted(readings, key=lambda r: (r.report.published or "", r.report.id))
    wordings = [wording(r) for r in ordered]
    found: list[Passage] = []
    for (i, j), grams in candidates(wordings).items():
        if ordered[i].report.id > ordered[j].report.id:
            i, j = j, i
        found += passages_of(ordered[i], ordered[j], wordings[i], wordings[j], grams)
    return tuple(sorted(found, key=lambda p: (p.a, p.b, p.a_spans, p.b_spans)))
