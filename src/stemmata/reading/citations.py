"""Attributions that cite: "according to", "quoted as saying", "it was reported that"."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import (
    made_by,
    phrase_after,
    phrase_before,
    skip_back,
    with_apposition,
)
from stemmata.reading.placing import place_before, quote_at
from stemmata.reading.scene import Attribution, Scene
from stemmata.reading.subjects import floor_of, is_passive
from stemmata.reading.words import speaker_like


def as_saying(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """Where "as saying" ends after "quoted"."""
    for k in range(i + 1, min(last - 1, i + 40)):
        if tokens[k].lower == "as" and tokens[k + 1].lower in {"saying", "telling", "having"}:
            return k + 2
    return None


def quoted_as(at: Scene, sentence: Sentence, i: int, said: int) -> Attribution | None:
    """ "X quoted Y as saying", "Y was quoted by X as saying"."""
    tokens = at.tokens
    floor = floor_of(at, sentence, i)
    start = skip_back(tokens, i, floor)
    subject = phrase_before(tokens, start, floor)
    one = Attribution((i, i + 1), subject, "quote", sentence.segment)
    if is_passive(tokens, i, floor):
        if tokens[i + 1].lower == "by" and (by := phrase_after(tokens, i + 2, sentence.last)):
            one.through.append(by)
        one.cue = (start, i + 1)
    else:
        quoted = phrase_after(tokens, i + 1, sentence.last)
        if quoted is None:
            return None
        end = said - 2
        one.source = (quoted[0], max(quoted[1], end) if end - quoted[1] < 12 else quoted[1])
        if tokens[one.source[1] - 1].text == ",":
            one.source = (one.source[0], one.source[1] - 1)
        if subject is not None:
            one.through.append(subject)
    edge = tokens[said].text if said < sentence.last else "."
    if edge in {".", '"'} and not quote_at(at, said, sentence.last):
        place_before(at, sentence, one, said)
    else:
        one.side, one.words = "after", [(said, sentence.last)]
    return one if one.words else None


def according_to(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    tokens = at.tokens
    if i + 2 >= sentence.last or tokens[i + 1].lower != "to":
        return None
    phrase = phrase_after(tokens, i + 2, sentence.last)
    if phrase is None or not speaker_like(tokens, *phrase):
        return None
    end = with_apposition(tokens, made_by(tokens, phrase[1], sentence.last), sentence.last)
    one = Attribution((i, i + 2), (phrase[0], end), "according", sentence.segment, kind="according")
    first = sentence.first
    ahead = [t for t in tokens[first:i] if t.text not in {",", '"'} and t.tag not in {"RB", "CC"}]
    if len(ahead) < 2:
        after = end + 1 if end < sentence.last and tokens[end].text == "," else end
        one.side, one.words = "after", [(after, sentence.last)]
    else:
        place_before(at, sentence, one, end)
        if not one.words:
            one.side, one.words = "before", [(first, i)]
            if end + 1 < sentence.last and tokens[end].text == ",":
                # "The club, according to reports, has offered ...".
                one.side = "both"
                one.words.append((end + 1, sentence.last))
    return one


def reported(at: Scene, sentence: Sentence, i: int, lemma: str) -> Attribution | None:
    """ "It was reported that": said by nobody in particular."""
    tokens = at.tokens
    start = skip_back(tokens, i, sentence.first)
    impersonal = start > sentence.first and tokens[start - 1].lower == "it"
    if not impersonal or i + 1 >= sentence.last or tokens[i + 1].lower != "that":
        return None
    one = Attribution((start, i + 1), None, lemma, sentence.segment, side="after")
    one.words = [(i + 1, sentence.last)]
    return one
