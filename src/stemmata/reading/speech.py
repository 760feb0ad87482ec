"""Quotations that have no cue beside them: whose they are, where that can be told.

A quotation belongs to the attribution whose content holds it; to the quotation
that it continues from the paragraph before; to the remark that it follows in
the same paragraph; or, where it fills a paragraph alone, to the speaker of the
paragraph before. Any other is left without a statement.
"""

from __future__ import annotations

import bisect

from stemmata.model import Span
from stemmata.reading.appositions import with_apposition
from stemmata.reading.phrases import phrase_after, phrase_before
from stemmata.reading.scene import Attribution, Scene
from stemmata.reading.words import speaker_like

_DASHES = frozenset({"-", "\u2013", "\u2014", "\u2015", "--"})
# A paragraph is a quotation if all but so many characters of it stand inside the marks.
LOOSE = 12
# A later quotation of a paragraph belongs to a remark that ends at most so far before it.
NEAR = 160


def give_speech(at: Scene, found: list[Attribution]) -> list[Attribution]:
    """Add the quotations that no attribution holds yet; the result is in order."""
    owner = _owners(at, found)
    added: list[Attribution] = []
    for k, quote in enumerate(at.quotes):
        if owner[k] is not None:
            continue
        held = _continued(at, owner, k) or _same_paragraph(at, found, quote)
        if held is None:
            held = _signed(at, k) or _alone(at, found + added, k)
            if held is not None and held not in found and held not in added:
                added.append(held)
        if held is not None:
            if quote not in held.content:
                held.content.append(quote)
            owner[k] = held
    return sorted(found + added, key=_order)


def _order(one: Attribution) -> int:
    return min(s.start for s in one.content) if one.content else 0


def _owners(at: Scene, found: list[Attribution]) -> list[Attribution | None]:
    owner: list[Attribution | None] = [None] * len(at.quotes)
    for one in found:
        for span in one.content:
            first = bisect.bisect_right(at.quotes, span.start, key=lambda q: q.end)
            last = bisect.bisect_left(at.quotes, span.end, key=lambda q: q.start)
            owner[first:last] = [one] * (last - first)
    return owner


def _closed(at: Scene, k: int) -> bool:
    """True where a closing mark follows the quotation."""
    rest = at.parse.report.text[at.quotes[k].end : at.quotes[k].end + 3].lstrip(" ")
    return rest[:1] in set("\"'\u201d\u2019\u00bb\u2033") and rest != ""


def _continued(at: Scene, owner: list[Attribution | None], k: int) -> Attribution | None:
    """The attribution of the quotation that runs on into this one, or out of it."""
    if k and not _closed(at, k - 1) and _adjacent(at, k - 1):
        return owner[k - 1]
    after = k
    while after + 1 < len(at.quotes) and not _closed(at, after) and _adjacent(at, after):
        after += 1
        if owner[after] is not None:
            return owner[after]
    return None


def _adjacent(at: Scene, k: int) -> bool:
    """True where only marks and blanks stand between quotations `k` and `k + 1`."""
    between = at.parse.plain[at.quotes[k].end : at.quotes[k + 1].start]
    return not between.strip("\"' \n\r.")


def _same_paragraph(at: Scene, found: list[Attribution], quote: Span) -> Attribution | None:
    """The remark that the quotation follows directly in its paragraph."""
    tokens = at.tokens
    ranked: list[tuple[bool, int, int]] = []
    for n, one in enumerate(found):
        if not one.segment.start <= quote.start < one.segment.end:
            continue
        end = max([s.end for s in one.content] + [tokens[one.end - 1].end if one.end else 0])
        between = at.parse.plain[min(end, quote.start) : quote.start]
        near = not between.strip("\"' .,:").count(". ") and len(between) < NEAR
        if end <= quote.start and near:
            direct = any(s.start <= q.start < s.end for s in one.content for q in at.quotes)
            ranked.append((direct, end, n))
    return found[max(ranked)[2]] if ranked else None


def _signed(at: Scene, k: int) -> Attribution | None:
    """ "..." - Ann Lee, and Lee: "...": a name beside the quotation and no verb."""
    quote, tokens = at.quotes[k], at.tokens
    first = bisect.bisect_left(tokens, quote.start, key=lambda t: t.start)
    last = bisect.bisect_left(tokens, quote.end, key=lambda t: t.start)
    if first == last:
        return None
    segment = at.parse.sentences[tokens[first].sentence].segment
    while last < len(tokens) and tokens[last].text in {'"', "'", "."}:
        last += 1
    if last + 1 < len(tokens) and tokens[last].text in _DASHES:
        ceiling = bisect.bisect_left(tokens, segment.end, key=lambda t: t.start)
        phrase = phrase_after(tokens, last + 1, ceiling)
        if phrase is not None:
            phrase = phrase[0], with_apposition(tokens, phrase[1], ceiling)
        ends = phrase is not None and tokens[phrase[1] - 1].end >= segment.end - 2
        if phrase is not None and ends and speaker_like(tokens, *phrase):
            dash = (last, last + 1)
            return Attribution(dash, phrase, "", segment, [quote], kind="quotation")
    while first and tokens[first - 1].text in {'"', "'"}:
        first -= 1
    if first > 1 and tokens[first - 1].text == ":" and tokens[first - 1].start > segment.start:
        phrase = phrase_before(tokens, first - 1, 0)
        if phrase and tokens[phrase[0]].start == segment.start and speaker_like(tokens, *phrase):
            return Attribution(None, phrase, "", segment, [quote], kind="quotation")
    return None


def _alone(at: Scene, found: list[Attribution], k: int) -> Attribution | None:
    """A paragraph that is one quotation goes to who spoke in the paragraph before."""
    quote = at.quotes[k]
    segments = at.parse.report.segments
    here = bisect.bisect_right(segments, quote.start, key=lambda s: s.start) - 1
    earlier = here - 1
    while earlier >= 0 and segments[earlier].kind in {"furniture", "title"}:
        earlier -= 1
    if earlier < 0 or segments[here].kind in {"furniture", "title"}:
        return None
    segment, before = segments[here], segments[earlier]
    if (segment.end - segment.start) - (quote.end - quote.start) > LOOSE:
        return None
    spoken = [a for a in found if before.start <= _order(a) < before.end and a.kind != "headline"]
    if not spoken:
        return None
    last = max(spoken, key=lambda a: a.end)
    one = Attribution(None, None, last.lemma, segment, [quote], kind="quotation", inherits=True)
    one.meant = last.source if last.source is not None else last.meant
    return one
