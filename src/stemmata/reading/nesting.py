"""Statements inside statements: who quotes whom, from the outlet to the first speaker."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from stemmata.reading.english.cues import STRONG, cue_class
from stemmata.reading.english.nouns import MEDIA, OUTLETS
from stemmata.reading.scene import Attribution, Range, Scene

# Classes that change what the report commits itself to, whoever speaks.
_TURNS = frozenset({"denying", "doubting"})


# What tells a number of somebody else's: "which the survey put at 6.1".
_NUMBERING = frozenset({"put", "peg", "count", "give", "record", "register", "document"})


def outermost(at: Scene, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that only go on with what an outer one tells.

    "The mayor said she hoped", "the mayor said she had told": the words are the
    mayor's either way. Speech of somebody else, and a denial or doubt, is kept, and so
    is all that an outlet passes on.
    """
    kept = []
    for one, outer in zip(found, holders(at, found), strict=True):
        inside = [found[k] for k in outer if found[k].source is not None]
        if not inside or any(_passes_on(at, o) for o in inside) or _is_new(at, one):
            kept.append(one)
    return kept


def _passes_on(at: Scene, outer: Attribution) -> bool:
    words = at.tokens[slice(*outer.source)] if outer.source is not None else []
    return any(t.lower in MEDIA or t.lower in OUTLETS for t in words)


def _is_new(at: Scene, one: Attribution) -> bool:
    """True where an attribution amid another's words has a speaker or a class of its own."""
    turn = cue_class(one.lemma)
    if turn in _TURNS or one.kind in {"according", "headline", "quotation"}:
        return True
    if turn == "belief" or one.lemma not in STRONG | _NUMBERING or one.source is None:
        return False
    first, last = one.source
    if one.lemma in _NUMBERING and at.tokens[first].tag == "PRP$":
        # "His own staff, he says, have counted 41": he tells it.
        return False
    return one.meant is not None or last - first > 1 or at.tokens[first].tag[:3] != "PRP"


def holders(at: Scene, found: Sequence[Attribution]) -> list[list[int]]:
    """For each attribution those whose content holds its cue, the outermost first.

    Contents are sorted by their start, with the furthest end so far beside each,
    so that a search back from a cue ends where no content reaches it any more.
    """
    spans = sorted((s.start, s.end, k) for k, one in enumerate(found) for s in one.content)
    starts = [s[0] for s in spans]
    furthest: list[int] = []
    for _, end, _ in spans:
        furthest.append(max(end, furthest[-1] if furthest else 0))
    out: list[list[int]] = []
    for j, inner in enumerate(found):
        held: dict[int, int] = {}
        if inner.cue is not None:
            cue = at.tokens[inner.cue[0]].start
            n = bisect.bisect_right(starts, cue) - 1
            while n >= 0 and furthest[n] > cue:
                _, end, k = spans[n]
                if end > cue and k != j:
                    held[k] = end - spans[n][0]
                n -= 1
        out.append(sorted(held, key=lambda k: -held[k]))
    return out


def chain(
    found: Sequence[Attribution],
    outer: Sequence[int],
    one: Attribution,
    carriers: Sequence[Range | None],
) -> list[Range]:
    """The links from the outlet to the speaker of `one`, as words; none where only one is named.

    `outer` are the attributions that hold it, the last of `carriers` the phrase that
    names the outlet it came through, those before it the outlets of `outer`.
    """
    links: list[Range] = []
    for each, carrier in zip([*(found[k] for k in outer), one], carriers, strict=True):
        links += [carrier] if carrier is not None else []
        links += each.through[:1] if each.lemma == "quote" else []
        links += [each.source] if each.source is not None else []
    kept: list[Range] = []
    for link in links:
        if not any(link[0] < other[1] and other[0] < link[1] for other in kept):
            kept.append(link)
    return kept if len(kept) > 1 and one.source in kept else []
