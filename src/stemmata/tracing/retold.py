"""Two translations of one quotation, which share no five words in a row.

They meet through speaker, figure and content words: two figures of one origin
with one number, in two reports on one matter, at least one of them inside
quotation marks, in sentences that keep `LEAST_SHARED` content words. They are
shown side by side, and say nothing about which report copied which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from stemmata.model import Figure, Passage, Reading, Span
from stemmata.tracing.likeness import content, digits, sentence_of, value
from stemmata.tracing.lineage import Lineage
from stemmata.tracing.matters import same_matter, topic
from stemmata.tracing.reuse import NEIGHBOURS
from stemmata.tracing.speakers import Key

LEAST_SHARED = 3


def retold_quotes(
    readings: Sequence[Reading],
    found: dict[str, Lineage],
    origin: Callable[[Key], Key],
    passages: Sequence[Passage],
) -> tuple[Passage, ...]:
    """Passages of the kind "retold quote", each pair of sentences once."""
    texts = {r.report.id: r.report.text for r in readings}
    topics = {r.report.id: topic(r) for r in readings}
    covered = _covered(passages)
    blocks: dict[object, list[Figure]] = defaultdict(list)
    for reading in readings:
        for figure in reading.figures:
            line = found.get(figure.id)
            if line and line.method == "named" and value(figure) and digits(figure):
                blocks[origin(line.speaker), value(figure)].append(figure)
    kept: dict[tuple[str, str, Span, Span], Passage] = {}
    for block in blocks.values():
        for i, one in enumerate(block):
            for other in block[i + 1 : i + 1 + NEIGHBOURS]:
                if one.report == other.report or not (one.quoted or other.quoted):
                    continue
                if not same_matter(topics[one.report], topics[other.report]):
                    continue
                a, b = sorted((one, other), key=lambda f: f.report)
                passage = _retold(a, b, texts)
                if passage and not _known(passage, covered):
                    key = (a.report, b.report, passage.a_spans[0], passage.b_spans[0])
                    kept.setdefault(key, passage)
    return tuple(kept[key] for key in sorted(kept))


def _retold(a: Figure, b: Figure, texts: dict[str, str]) -> Passage | None:
    one, other = sentence_of(a, texts[a.report]), sentence_of(b, texts[b.report])
    shared = content(texts[a.report][one.start : one.end]) & content(
        texts[b.report][other.start : other.end]
    )
    if len(shared) < LEAST_SHARED:
        return None
    reason = (
        f"the same source, the same number ({a.text}, {b.text}) and {len(shared)} content words "
        "in common: two wordings of one remark"
    )
    return Passage(a.report, b.report, (one,), (other,), "retold quote", len(shared), reason)


def _covered(passages: Sequence[Passage]) -> dict[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in passages:
        found[passage.a, passage.b].append(Span(passage.a_spans[0].start, passage.a_spans[-1].end))
    return found


def _known(passage: Passage, covered: dict[tuple[str, str], list[Span]]) -> bool:
    """True where a literal passage has most of the sentence already."""
    span = passage.a_spans[0]
    alike = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start))
        for other in covered.get((passage.a, passage.b), ())
    )
    return 2 * alike > span.end - span.start
