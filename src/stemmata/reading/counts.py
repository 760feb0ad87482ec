"""Numbers given as somebody's count: "by the army's count", "the ministry's toll stands at 40".

Also those that are told in a reduced clause: "the 40 deaths reported by the ministry",
"the toll, put at 40 by the ministry,".
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.appositions import with_apposition
from stemmata.reading.clauses import clause_end
from stemmata.reading.english.cues import FORMS, word_set
from stemmata.reading.english.nouns import BODIES, GROUPS, ROLES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import authored, phrase_after, phrase_before
from stemmata.reading.placing import place_before
from stemmata.reading.scene import BE, Attribution, Range, Scene
from stemmata.reading.subjects import floor_of
from stemmata.reading.words import head_word, is_capital, speaker_like

_COUNT = word_set(
    "count tally toll estimate estimates reckoning calculation calculations figure figures data "
    "numbers statistics"
)
# What a count does before its number: "stands at", "has risen to", "is".
_STANDS = word_set("stands stood is was are were reached rose rises risen climbed climbs now at to "
                   "has have had been puts put remains remained at")  # fmt: skip
_HEDGES = word_set("at about around some nearly almost over more than least up to as many well")
_MARKS = frozenset({"'s", "\u2019s", "'", "\u2019"})
# Verbs whose participle before "by" names who gave the number.
_GIVEN = word_set(
    "report confirm announce disclose claim allege verify document record register count tally "
    "log give put peg estimate cite acknowledge admit expect forecast predict project"
)
# What may stand between such a participle and its "by".
_BESIDE = frozenset({"by", "at", "as", "in", "on", "so", "earlier", "yesterday", "today"})
# "by" stands at most so many words behind such a participle.
_NEAR_BY = 10
# A count's number stands at most so many words behind it.
_FAR = 10


LEADS = _COUNT | {"by", "per", "based", "given"}
"""Words that no verb of saying is, and that may lead to who counted."""


def counted_by(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """The attribution whose cue is a count at word `i`, or leads to one."""
    word = at.tokens[i].lower
    if word in {"by", "per", "based"}:
        return _by_count(at, sentence, i)
    if word in _COUNT and i > sentence.first:
        return _owned(at, sentence, i)
    if (FORMS.get(word) in _GIVEN or word == "given") and i + 2 < sentence.last:
        return _given_by(at, sentence, i)
    return None


def _by_count(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """ "By the army's count, 40 died", "40 died, per the ministry", "based on ministry data"."""
    tokens, last = at.tokens, sentence.last
    opens = i == sentence.first or tokens[i - 1].text == ","
    opens = opens or (tokens[i - 1].lower == "as" and tokens[i].lower == "per")
    based = tokens[i].lower == "based"
    start = i + 1 + based
    if not opens or start >= last or (based and tokens[i + 1].lower != "on"):
        return None
    phrase = phrase_after(tokens, start, last)
    if phrase is None:
        return None
    source = _counts_of(tokens, i, authored(tokens, phrase, last))
    if source is None:
        return None
    end = with_apposition(tokens, max(phrase[1], source[1]), last)
    cue = (i - (tokens[i - 1].lower == "as" and i > sentence.first), start)
    one = Attribution(cue, source, "according", sentence.segment, kind="according")
    if not any(t.tag[:2] in {"NN", "CD", "VB"} for t in tokens[sentence.first : cue[0]]):
        if end >= last or tokens[end].text != ",":
            return None
        one.side, one.words = "after", [(end + 1, last)]
    else:
        place_before(at, sentence, one, end)
    return one if one.words else None


def _counts_of(tokens: Sequence[Token], i: int, phrase: Range) -> Range | None:
    """Whose count the phrase behind "by" is; behind "per" any speaker's word."""
    first, end = phrase
    if tokens[i].lower == "per":
        named = tokens[first].tag == "DT" or tokens[first].tag[:3] == "NNP"
        return phrase if named and end - first > 1 - is_capital(tokens[first]) and (
            speaker_like(tokens, first, end)
        ) else None  # fmt: skip
    counts = [k for k in range(first, end) if tokens[k].lower in _COUNT]
    if not counts:
        return None
    owned = any(tokens[k].text in _MARKS or tokens[k].tag == "PRP$" for k in range(first, end))
    whose = range(first, counts[0])
    speaks = BODIES | GROUPS | ROLES | {"official", "unofficial"}
    known = any(tokens[k].lower in speaks or tokens[k].tag[:3] == "NNP" for k in whose)
    return phrase if owned or known or end > counts[0] + 1 else None


def _owned(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """ "The ministry's count stands at 40", "activists' tally of 40": whose count it is."""
    tokens, last = at.tokens, sentence.last
    k = i - 1
    while k > sentence.first and tokens[k].tag in {"JJ", "JJS", "NN", "RB"} and i - k < 5:
        k -= 1
    if tokens[k].text not in _MARKS and tokens[k].tag != "PRP$":
        return None
    floor = floor_of(at, sentence, i)
    own = (k, k + 1) if tokens[k].tag == "PRP$" else phrase_before(tokens, k, floor)
    number = _number_behind(tokens, i, last)
    if own is None or number is None or not _counts(tokens, own, tokens[i].lower):
        return None
    one = Attribution((i, number), (own[0], i + 1), "count", sentence.segment, side="after")
    one.words = [(number, clause_end(tokens, number, last))]
    if tokens[i + 1].lower == "of":
        one.words = [(number, _noun_end(tokens, number, last))]
    return one


def _counts(tokens: Sequence[Token], owner: Range, word: str) -> bool:
    """True for who counts, and not what is counted: "Karva's toll", "the club's tally"."""
    if word in {"toll", "tally", "count", "figures", "figure", "numbers", "data"}:
        head = head_word(tokens, *owner).lower
        return head in BODIES | GROUPS and head not in _COUNTED
    return tokens[owner[0]].tag == "PRP$" or speaker_like(tokens, *owner)


def _noun_end(tokens: Sequence[Token], k: int, last: int) -> int:
    while k < last and (tokens[k].tag in {"CD", "NN", "NNS", "JJ"} or tokens[k].lower in _HEDGES):
        k += 1
    return k


def _number_behind(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """Where the number of a count begins: behind "stands at", "is", "of"."""
    k = i + 1
    while k < min(last, i + _FAR) and tokens[k].lower in {"of", "for", "the"} | _DEAD:
        k += 1
    bare = k == i + 2 and tokens[i + 1].lower == "of"
    stood = k
    if not bare and (k >= last or tokens[k].lower in {"at", "to"}):
        return None
    while k < min(last, i + _FAR) and (tokens[k].lower in _STANDS or tokens[k].tag == "RB"):
        k += 1
    number = k
    while k < last and tokens[k].lower in _HEDGES:
        k += 1
    ends = k < last and tokens[k].tag == "CD"
    return number if ends and (k > stood or bare) else None


# Whose count may be of their own people or goals.
_COUNTED = word_set(
    "club team company firm party school side college state province county people house district "
    "village others some many most both all men women members"
)
_DEAD = word_set("dead deaths killed injured wounded missing casualties victims displaced cases")


def _given_by(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
    """ "The 40 deaths reported by the ministry", "the toll, put at 40 by the ministry,"."""
    tokens, last = at.tokens, sentence.last
    verb, after = tokens[i].lower, tokens[i + 1]
    if verb[-3:] == "ing" or tokens[i - 1].lower in BE | {"been", "has", "have", "had"}:
        return None
    if i == sentence.first or not (after.lower in _BESIDE or after.tag == "RB"):
        return None
    if after.lower != "at" and (verb in {"put", "peg", "pegged"} or tokens[i].tag[:2] != "VB"):
        return None
    near = range(i + 1, min(last - 1, i + _NEAR_BY))
    by = next((k for k in near if tokens[k].lower in {",", ";", "--", ".", "by"}), None)
    if by is None or tokens[by].lower != "by" or at.inside[by] >= 0:
        return None
    source = phrase_after(tokens, by + 1, last)
    start = i - (tokens[i - 1].text == ",")
    floor = floor_of(at, sentence, i)
    as_told = tokens[start - 1].lower == "as" and start > sentence.first
    if source is None or not speaker_like(tokens, *source):
        return None
    end = with_apposition(tokens, source[1], last)
    lemma = FORMS.get(verb, "give")
    one = Attribution((i, i + 1), (source[0], end), lemma, sentence.segment, side="both")
    one.kind = "according"
    if as_told:
        place_before(at, sentence, one, end)
        one.words = [(sentence.first, start - 1)] if start - 1 > sentence.first else []
        return one if one.words else None
    subject = phrase_before(tokens, start, floor)
    told = [*range(*(subject or (0, 0))), *range(i + 1, by)]
    if subject is None or not any(tokens[k].tag == "CD" for k in told):
        return None
    one.words = [subject, (i + 1, by)] if by > i + 1 else [subject]
    return one
