"""Attributions that cite: "according to", "quoted as saying", "it was reported that".

Passives belong here too: "confirmed by the ministry", "is believed to have died",
and questions without an asker: "Asked whether ..., she said".
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.adjuncts import citing
from stemmata.reading.appositions import with_apposition
from stemmata.reading.clauses import clause_end
from stemmata.reading.english.cues import word_set
from stemmata.reading.english.nouns import TIMES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import (
    authored,
    phrase_after,
    phrase_before,
    skip_back,
)
from stemmata.reading.placing import place_before, quote_at
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.subjects import floor_of, is_passive
from stemmata.reading.words import head_word, speaker_like

# Verbs whose passive before "to" tells what people in general say or think.
_HEARSAY = word_set(
    "say report believe think expect fear know estimate rumour rumor allege claim presume suspect "
    "assume consider understand predict forecast project"
)
# Verbs of telling whose passive names the teller behind "by".
_TOLD_BY = word_set(
    "report confirm announce deny disclose reveal claim allege describe condemn denounce dispute "
    "refute reject dismiss criticise criticize quote cite verify estimate declare question contest "
    "document record register identify release publish broadcast put peg count tally log give"
)
# What holds figures and speaks to nobody: a source only behind "according to".
_PAPERS = word_set(
    "list lists manifest log logs register registry record records file files filing filings "
    "papers "
    "dossier spreadsheet database memo memorandum note notes transcript calculations tally count "
    "roster inventory census ledger accounts invoice receipts email emails"
)
_ASKED = word_set("if whether about what how why who which when where")
# "by" stands at most so many words after such a passive.
NEAR_BY = 10


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
            one.passed = subject
    if said < sentence.last and tokens[said].lower == "by":
        by = phrase_after(tokens, said + 1, sentence.last)
        if by is not None:
            one.through.append(by)
            said = by[1]
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
    phrase = _him(tokens, i + 2, sentence.last) or phrase_after(tokens, i + 2, sentence.last)
    if phrase is None and tokens[i + 2].tag == "VB":
        # "According to court documents": the tagger takes a noun behind "to" for a verb.
        rest = phrase_after(tokens, i + 3, sentence.last)
        phrase = (i + 2, rest[1]) if rest is not None else None
    if phrase is None:
        return None
    him = tokens[phrase[0]].lower in {"him", "her", "them"}
    if (
        not him
        and not speaker_like(tokens, *phrase)
        and head_word(tokens, *phrase).lower not in _PAPERS
    ):
        return None
    end = with_apposition(tokens, authored(tokens, phrase, sentence.last)[1], sentence.last)
    one = Attribution((i, i + 2), (phrase[0], end), "according", sentence.segment, kind="according")
    if end < sentence.last and (cited := citing(tokens, end, sentence.last)) is not None:
        one.through.append((phrase[0], end))
        one.passed = (phrase[0], end)
        one.source, end = cited, cited[1]
    first = sentence.first
    ahead = [t for t in tokens[first:i] if t.text not in {",", '"'} and t.tag not in {"RB", "CC"}]
    if len(ahead) < 2:
        after = end + 1 if end < sentence.last and tokens[end].text == "," else end
        if after < sentence.last and tokens[after].tag == "VBN":
            # "According to the report, published on Monday, 40 died".
            comma = (k for k in range(after, sentence.last) if tokens[k].text == ",")
            after = next(comma, after - 1) + 1
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


def _him(tokens: Sequence[Token], k: int, last: int) -> Range | None:
    """ "According to him": the person who spoke before."""
    alone = k + 1 >= last or tokens[k + 1].tag[:2] not in {"NN", "JJ"}
    return (k, k + 1) if alone and tokens[k].lower in {"him", "her", "them"} else None


def reported(at: Scene, sentence: Sentence, i: int, lemma: str) -> Attribution | None:
    """A passive: "it was reported that", "is believed to", "was confirmed by"."""
    tokens, last = at.tokens, sentence.last
    start = skip_back(tokens, i, sentence.first)
    if i + 1 >= last:
        return None
    impersonal = start > sentence.first and tokens[start - 1].lower == "it"
    if impersonal:
        return _impersonal(at, sentence, i, (start, i + 1), lemma)
    if lemma == "tell" and (one := _was_told(at, sentence, i, (start, i + 1))) is not None:
        return one
    if lemma in _HEARSAY and tokens[i + 1].lower == "to":
        return _hearsay(at, sentence, i, (start, i + 1), lemma)
    return _by(at, sentence, i, (start, i + 1), lemma) if lemma in _TOLD_BY else None


def _impersonal(
    at: Scene, sentence: Sentence, i: int, cue: Range, lemma: str
) -> Attribution | None:
    """ "It was reported that", "it is feared that": said by nobody, or by whom "by" names."""
    tokens, after = at.tokens, i + 1
    source = None
    if tokens[after].lower == "by":
        source = phrase_after(tokens, after + 1, sentence.last)
        after = source[1] if source is not None else after
    if after >= sentence.last or tokens[after].lower != "that":
        return None
    one = Attribution(cue, source, lemma, sentence.segment, side="after")
    one.words = [(after, sentence.last)]
    return one


def _was_told(at: Scene, sentence: Sentence, i: int, cue: Range) -> Attribution | None:
    """ "The jury was told by the prosecution that": who told it, where that is said."""
    tokens, after, source = at.tokens, i + 1, None
    if tokens[after].lower == "by":
        source = phrase_after(tokens, after + 1, sentence.last)
        after = source[1] if source is not None else after
    if after >= sentence.last or tokens[after].lower != "that":
        return None
    one = Attribution(cue, source, "tell", sentence.segment, side="after")
    one.words = [(after, sentence.last)]
    return one


def _hearsay(at: Scene, sentence: Sentence, i: int, cue: Range, lemma: str) -> Attribution | None:
    """ "Twelve are believed to have died": said of its subject, by nobody in particular."""
    tokens, floor = at.tokens, floor_of(at, sentence, i)
    subject = phrase_before(tokens, cue[0], floor)
    if subject is None:
        return None
    one = Attribution(cue, None, lemma, sentence.segment, side="both")
    one.words = [subject, (i + 1, clause_end(tokens, i + 1, sentence.last))]
    return one


def _by(at: Scene, sentence: Sentence, i: int, cue: Range, lemma: str) -> Attribution | None:
    """ "Forty deaths were confirmed by the ministry"."""
    tokens, floor = at.tokens, floor_of(at, sentence, i)
    near = range(i + 1, min(sentence.last - 1, i + NEAR_BY))
    stops = {",", ";", "--", ".", "by"}
    by = next((k for k in near if tokens[k].lower in stops), None)
    if by is None or tokens[by].lower != "by" or at.inside[by] >= 0:
        return None
    source = phrase_after(tokens, by + 1, sentence.last)
    subject = phrase_before(tokens, cue[0], floor)
    if subject is None and cue[0] - floor > 2 and floor == sentence.first:
        subject = (floor, cue[0])
    if source is None or subject is None or not speaker_like(tokens, *source):
        return None
    end = with_apposition(tokens, source[1], sentence.last)
    one = Attribution(cue, (source[0], end), lemma, sentence.segment, side="both")
    one.words = [subject, (i + 1, by)] if by > i + 1 else [subject]
    return one


def asked(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """ "Asked whether 40 had died, the minister said": a question, and no claim of hers."""
    tokens, last = at.tokens, sentence.last
    opens = i == sentence.first or tokens[i - 1].lower in {"when", ",", "and", "but", "if"}
    k = i + 1
    while k < last and (tokens[k].tag == "RB" or tokens[k].lower in TIMES | {"on"}):
        k += 1
    if not opens or k + 1 >= last or tokens[k].lower not in _ASKED:
        return None
    end = next((n for n in range(k + 1, last) if tokens[n].text == "," and at.inside[n] < 0), last)
    one = Attribution((i, i + 1), None, "ask", sentence.segment, side="after")
    one.words = [(k, end)]
    return one


def finger(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """Where "pointed the finger at" ends."""
    words = [t.lower for t in tokens[i + 1 : min(last, i + 5)]]
    for k, word in enumerate(words):
        if word == "at" and {"finger", "fingers"} & set(words[:k]):
            return i + k + 2
    return None


def pointing(at: Scene, sentence: Sentence, i: int, end: int) -> Attribution | None:
    """ "X pointing the finger at Y for Z": X accuses Y of Z."""
    floor = floor_of(at, sentence, i)
    source = phrase_before(at.tokens, skip_back(at.tokens, i, floor), floor)
    one = Attribution((i, end), source, "accuse", sentence.segment, side="after")
    one.words = [(end, sentence.last)]
    return one if source is not None else None
