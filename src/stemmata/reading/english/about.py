"""The place that a report as a whole is about: its dateline's or its title's, named again below.

A dateline alone says where the reporter sat; a title alone may name a place by the
way. Named twice, the place is that of figures whose own sentence and those before
it name none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemmata.reading.english.parse import Parse, Sentence
from stemmata.reading.english.place_phrases import Place, is_name
from stemmata.reading.english.place_words import DAYS, STRONG

# "AVILLE, Oct 3 (Press Union) --", "AVILLE --", "Aville (PU) -".
_DATELINE = re.compile(r"\s*([A-Z][^\d,()/:\u2013\u2014]*?)\s*(?:[,(/\u2013\u2014]|-|$)")
# After these a title's name is a place's; after "on" or "at" it may be a firm's.
_SURE = STRONG - {"at", "on", "against"}
# So many sentences of the body may name the place again.
_OPENING = 2


def about(parse: Parse, found: Sequence[Sequence[Place]]) -> str | None:
    """The place that the report is about, in its words; None where its opening names none twice.

    `found` holds the place phrases of each sentence.
    """
    body = [s for s in parse.sentences if s.segment.kind == "body"][:_OPENING]
    if not body:
        return None
    titles = [s for s in parse.sentences if s.segment.kind == "title"]
    below = [_text(parse, s) for s in body]
    for name in _datelines(parse):
        return _again(name, [*(_text(parse, s) for s in titles), *below])
    named = [
        p
        for sentence, places in zip(parse.sentences, found, strict=True)
        for p in places
        if sentence in titles and p.named and p.lead in _SURE and _whole(parse, p)
    ]
    return next((p.words for p in named if _again(p.words, below)), None)


def _datelines(parse: Parse) -> list[str]:
    """The name that each dateline of the report opens with."""
    lines = [s for s in parse.report.segments if s.kind == "dateline"]
    found = (_DATELINE.match(parse.report.text, s.start, s.end) for s in lines)
    names = [m[1] for m in found if m is not None]
    return [name for name in names if not set(name.lower().split()) & DAYS]


def _whole(parse: Parse, place: Place) -> bool:
    """A name by itself, without a noun of what stands there."""
    return all(is_name(t) for t in parse.tokens[place.first : place.last])


def _text(parse: Parse, sentence: Sentence) -> str:
    span = parse.span(sentence.first, sentence.last)
    return parse.plain[span.start : span.end]


def _again(name: str, texts: Sequence[str]) -> str | None:
    """The name as one of `texts` spells it in full; "Aville City" is another."""
    again = re.compile(rf"\b(?i:{re.escape(name)})\b(?![ -][A-Z])")
    return next((m[0] for text in texts if (m := again.search(text))), None)
