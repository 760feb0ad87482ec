"""Phrases that were exchanged inside a shared passage.

Between two equal stretches of a passage stand the words that one report has and
the other has not. A word of doubt that fell away, an action or people of another
class are told; other words are taken for the same thing said differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from stemmata.model import ChangeKind, Mutation, Passage, Report, Span
from stemmata.tracing.changes import ClassOf, differ
from stemmata.tracing.nations import plain, word_set

# Passages of fewer words are turns of phrase, in which nothing was exchanged.
LEAST_PASSAGE = 12
WIDEST_EXCHANGE = 4
_WIDEST = 60
DOUBT = word_set(
    "suspected alleged allegedly reportedly apparent apparently possible possibly purported "
    "purportedly presumed claimed unconfirmed probable probably"
)


def phrase_changes(
    passages: Sequence[Passage],
    reports: Mapping[str, Report],
    action_class: ClassOf,
    people_class: ClassOf,
) -> Iterator[Mutation]:
    """The exchanges in all passages that say something else."""
    action_class, people_class = cache(action_class), cache(people_class)
    for passage in passages:
        if passage.kind == "retold quote" or passage.words < LEAST_PASSAGE:
            continue
        one_text, other_text = reports[passage.a].text, reports[passage.b].text
        sides = zip(pairwise(passage.a_spans), pairwise(passage.b_spans), strict=True)
        for (a, a_next), (b, b_next) in sides:
            old = one_text[a.end : a_next.start].strip()
            new = other_text[b.end : b_next.start].strip()
            if not old or not new or old == new or max(len(old), len(new)) > _WIDEST:
                continue
            one = (reports[passage.a], Span(a.end, a_next.start))
            other = (reports[passage.b], Span(b.end, b_next.start))
            if passage.earlier == passage.b:
                one, other = other, one
            found = _exchange(one, other, action_class, people_class)
            if found is None and passage.earlier is None:
                one, other = other, one
                found = _exchange(one, other, action_class, people_class)
            if found:
                yield _mutation(passage, one[0], other[0], *found)


_Side = tuple[Report, Span]


def _exchange(
    one: _Side, other: _Side, action_class: ClassOf, people_class: ClassOf
) -> tuple[ChangeKind, Span, Span] | None:
    """What the second side changed in the first: the kind and the words on both."""
    here, there = _words(one), _words(other)
    if not here or not there or max(len(here), len(there)) > WIDEST_EXCHANGE:
        return None
    doubts = [span for word, span in here if word in DOUBT]
    if len(doubts) == 1 and not any(word in DOUBT for word, _ in there):
        return "doubt", doubts[0], Span(there[0][1].start, there[-1][1].end)
    if len(here) != 1 or len(there) != 1:
        return None
    (word, span), (new, new_span) = here[0], there[0]
    for kind, class_of in (("action", action_class), ("thing", people_class)):
        a, b = class_of(word), class_of(new)
        if a and b and differ(kind, a, b):  # type: ignore[arg-type]
            return kind, span, new_span  # type: ignore[return-value]
    return None


def _words(side: _Side) -> list[tuple[str, Span]]:
    report, (start, end) = side
    found = _words_of(report.text[start:end])
    return [(word, Span(start + first, start + last)) for word, first, last in found]


@lru_cache(maxsize=65_536)
def _words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of an exchange, which comes again in every copy, and where each stands."""
    found = re.finditer(r"[^\W\d_]+", text)
    return tuple((plain(m.group()), m.start(), m.end()) for m in found)


def _mutation(
    passage: Passage, one: Report, other: Report, kind: ChangeKind, old: Span, new: Span
) -> Mutation:
    known = passage.earlier is not None
    day = (other.published or "")[:10] or None
    how = f"{one.id} is the earlier" if known else "which of the two came first is not known"
    return Mutation(
        kind, one.id, old, one.text[old.start : old.end], other.id, new,
        other.text[new.start : new.end], None, None, other.id if known else None,
        day if known else None, (other.id,), None,
        f"exchanged in a passage of {passage.words} equal words; {how}",
    )  # fmt: skip
