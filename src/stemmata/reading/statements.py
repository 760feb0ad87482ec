"""Statements: who says what in one report.

Attributions are found sentence by sentence, quotations without a cue are given
to their speakers, and the sources are resolved over the whole report. No
statement comes out of furniture, and a clause that only stands beside an
attributed one is the report's own voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stemmata.model import Manner, Span, Statement
from stemmata.reading.attributions import attributions
from stemmata.reading.denials import with_denials
from stemmata.reading.english.parse import Parse
from stemmata.reading.headlines import headline, transcript
from stemmata.reading.names import mentions
from stemmata.reading.nesting import chain, holders, outermost
from stemmata.reading.roles import Cast, Speaker
from stemmata.reading.scene import (
    Attribution,
    Range,
    Scene,
    is_heading,
    scene,
    whole_sentences,
    within,
)
from stemmata.reading.speakers import resolve
from stemmata.reading.speech import give_speech
from stemmata.reading.stance import stance
from stemmata.reading.via import carrier, carriers


def find_statements(parse: Parse, quotes: Sequence[Span]) -> tuple[Statement, ...]:
    """Every statement of the report, in the order of the text.

    `quotes` are the report's quotations. `source_name` is None where more than
    one speaker is possible; the source's own span is given all the same.
    """
    at = scene(parse, quotes)
    found = give_speech(at, outermost(at, _found(at)))
    found += _repeated(at, found)
    found.sort(key=lambda a: (min(s.start for s in a.content), -max(s.end for s in a.content)))
    named = mentions(parse)
    speakers = resolve(at, found, named)
    for one, before in zip(found[1:], found, strict=False):
        # "..., adding that": the speaker's words stand beside the verb before.
        if one.inherits and one.cue is not None and one.segment is before.segment:
            one.source = before.source
    through = carriers(at, found, speakers, named)
    cast, outer = Cast(parse.tokens, named), holders(at, found)
    carried = [carrier(cast, one) for one in found]
    told = [
        _statement(
            at,
            one,
            speaker,
            via,
            chain(found, held, one, [*(carried[k] for k in held), own]),
        )
        for one, speaker, via, held, own in zip(
            found, speakers, through, outer, carried, strict=True
        )
    ]
    told = sorted(with_denials(parse, told), key=_order)
    return tuple(replace(s, id=f"{parse.report.id}-s{n}") for n, s in enumerate(told, 1))


def _order(one: Statement) -> tuple[int, int]:
    return min(s.start for s in one.content), -max(s.end for s in one.content)


def _statement(
    at: Scene, one: Attribution, speaker: Speaker | None, via: str | None,
    links: Sequence[Range],
) -> Statement:  # fmt: skip
    parse, content = at.parse, tuple(sorted(set(one.content)))
    return Statement(
        id="",
        report=parse.report.id,
        source=None if one.source is None else parse.span(*one.source),
        cue=None if one.cue is None else parse.span(*one.cue),
        content=content,
        manner=_manner(at, content),
        source_name=None if speaker is None else speaker.name,
        organisation=None if speaker is None else speaker.organisation,
        via=via,
        cue_class=stance(at, one),
        chain=tuple(parse.span(*link) for link in links),
    )


def _found(at: Scene) -> list[Attribution]:
    found: list[Attribution] = []
    for sentence in whole_sentences(at.parse):
        said = None
        if is_heading(at.parse, sentence):
            said = headline(at, sentence)
        elif (line := transcript(at, sentence)) is not None:
            found.append(line)
        found += [said] if said is not None else attributions(at, sentence)
    return found


def _repeated(at: Scene, found: Sequence[Attribution]) -> list[Attribution]:
    """A headline printed again at the head of the text says there what it said above."""
    added = []
    text = at.parse.report.text
    for one in found:
        if one.kind != "headline":
            continue
        whole = text[one.segment.start : one.segment.end]
        again = text.find(whole, one.segment.end)
        if again < 0 or len(whole) < 20:
            continue
        shift = again - one.segment.start
        content = [Span(s.start + shift, s.end + shift) for s in one.content]
        added.append(
            Attribution(None, None, "", one.segment, content, kind="headline", meant=one.source)
        )
    return added


def _manner(at: Scene, content: Sequence[Span]) -> Manner:
    """Direct where all of it is quoted, indirect where nothing is, else mixed."""
    total = sum(s.end - s.start for s in content)
    inside = sum(
        max(0, min(s.end, q.end) - max(s.start, q.start)) for s in content for q in within(at, s)
    )
    if not inside:
        return "indirect"
    return "direct" if inside >= total - 2 else "mixed"
