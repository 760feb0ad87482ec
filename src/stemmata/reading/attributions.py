"""Attributions of one sentence: source, cue and content, as ranges of words.

Cues are known by their forms and sources by word order around them; the parse
is asked where the order leaves two readings.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.cues import AMBIGUOUS, FORMS, NOUN, STRONG
from stemmata.reading.english.nouns import MEDIA, OUTLETS
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import (
    made_by,
    phrase_after,
    phrase_before,
    skip_back,
    with_apposition,
)
from stemmata.reading.placing import adjuncts, clause, place, place_before, quote_at
from stemmata.reading.scene import BE, Attribution, Range, Scene, fill
from stemmata.reading.words import finite, is_auxiliary, is_pronoun, speaker_like

_HEARD = frozenset(
    {
        ("speaking", "to"),
        ("talking", "to"),
        ("quoted", "by"),
        ("cited", "by"),
        ("speaking", "on"),
        ("interviewed", "by"),
        ("speaking", "with"),
        ("interview", "with"),
        ("comments", "to"),
        ("remarks", "to"),
        ("statement", "to"),
        ("told", "to"),
        ("carried", "by"),
    }
)
# Participles that hang on a clause without reporting anything.
_NO_PARTICIPLE = frozenset(
    {"quote", "cite", "read", "see", "hear", "hold", "plan", "offer", "continue", "show"}
)


def attributions(at: Scene, sentence: Sentence) -> list[Attribution]:
    """The attributions of one sentence by verbs and by "according to", in order."""
    found: list[Attribution] = []
    tokens = at.tokens
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        if at.inside[i] >= 0:
            continue
        if token.lower == "according":
            one = _according(at, sentence, i)
        elif token.lower in FORMS:
            one = _verb(at, sentence, i, found)
        else:
            continue
        if one is not None:
            found.append(one)
    fill(at, found)
    return [a for a in found if a.content]


def _verb(
    at: Scene, sentence: Sentence, i: int, found: Sequence[Attribution]
) -> Attribution | None:
    tokens, lemma = at.tokens, FORMS[at.tokens[i].lower]
    if not _is_verb(at, sentence, i):
        return None
    if lemma in {"quote", "cite"} and (said := _as_saying(tokens, i, sentence.last)):
        return _quoted_as(at, sentence, i, said)
    going = tokens[i].lower.endswith("ing")
    if going and not _progressive(tokens, i, sentence.first):
        return _participle(at, sentence, i, lemma, found)
    if _is_passive(tokens, i, sentence.first):
        return _reported(at, sentence, i, lemma)
    return _finite(at, sentence, i, lemma, found)


def _progressive(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """True for "is demanding", a finite verb for all its ending."""
    at = i - 1
    while at >= floor and is_auxiliary(tokens[at]):
        if tokens[at].lower in BE:
            return tokens[at].lower != "'s" or tokens[i].tag == "VBG"
        at -= 1
    return False


def _is_verb(at: Scene, sentence: Sentence, i: int) -> bool:
    tokens, token = at.tokens, at.tokens[i]
    if token.lower in AMBIGUOUS and token.tag[:2] != "VB":
        after = tokens[i + 1].text if i + 1 < sentence.last else "."
        reports = token.lower in {"reports", "report", "says"} and i > sentence.first
        return reports and after in {".", ",", '"'} and tokens[i - 1].tag == "NNP"
    before = tokens[i - 1] if i > sentence.first else None
    if before is None:
        return token.lower.endswith("ing") and token.tag == "VBG"
    if before.text == "-" or (i + 1 < sentence.last and tokens[i + 1].text == "-"):
        return False
    if before.lower in {"to", "the", "a", "an", "of", "this", "that's", "its", "their", "his"}:
        return False
    if before.text == "'s" and token.lower in AMBIGUOUS and token.tag not in {"VBN", "VBG"}:
        return False
    if token.text[0].isupper() and sentence.segment.kind not in {"title", "kicker", "subhead"}:
        return False
    if _supposed(tokens, i, sentence.first) or _idiom(tokens, i, sentence.last):
        return False
    if token.tag in {"JJ", "NN", "NNS", "NNP"} and FORMS[token.lower] not in STRONG:
        return False
    return not (token.lower.endswith("ed") and _is_participle(tokens, i, sentence))


def _supposed(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """True for "would pledge", "could decide": not said, or not yet."""
    at = i - 1
    while at >= floor and is_auxiliary(tokens[at]):
        if tokens[at].lower in {"would", "could", "might", "must", "should", "may"}:
            return FORMS[tokens[i].lower] != "say"
        at -= 1
    return False


def _idiom(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "claimed the lives of", where nothing is said."""
    lemma = FORMS[tokens[i].lower]
    words = {t.lower for t in tokens[i + 1 : min(last, i + 5)]}
    if lemma == "put":
        return not {t.lower for t in tokens[i + 1 : min(last, i + 10)]} & {"at", "between"}
    return lemma == "claim" and bool(words & {"life", "lives", "victim", "victims"})


def _is_participle(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """True for "the attack blamed on": a participle behind its noun, not a verb."""
    if tokens[i].tag != "VBN" or i + 1 >= sentence.last:
        return False
    if not any(finite(t) for t in tokens[sentence.first : sentence.last]):
        return False
    have = any(t.lower in {"has", "have", "had", "having", "'ve", "'d"} | BE
               for t in tokens[max(0, i - 4) : i])  # fmt: skip
    return not have and tokens[i + 1].tag == "IN" and tokens[i + 1].lower != "that"


def _is_passive(tokens: Sequence[Token], i: int, floor: int) -> bool:
    at = i - 1
    while at >= floor and is_auxiliary(tokens[at]):
        if tokens[at].lower in BE and tokens[i].lower[-3:] != "ing":
            return tokens[at].lower != "'s" or tokens[i].tag == "VBN"
        at -= 1
    return False


def _finite(
    at: Scene, sentence: Sentence, i: int, lemma: str, found: Sequence[Attribution]
) -> Attribution | None:
    tokens = at.tokens
    floor = _floor(at, sentence, i)
    subject_end = skip_back(tokens, i, floor)
    source = phrase_before(tokens, subject_end, floor)
    if source is not None and source[0] > floor and tokens[source[0] - 1].tag == "IN":
        source = _reaching(at, i, source, floor)
    one = Attribution((subject_end, i + 1), source, lemma, sentence.segment)
    if source is not None and not speaker_like(tokens, *source):
        source = one.source = _wider(at, source, lemma, floor)
    if inverted := _inverted(at, sentence, i, lemma, source):
        one.source, one.cue = inverted, (i, i + 1)
        place_before(at, sentence, one, inverted[1])
        return one
    if source is None and not _inherit(at, one, i, floor, found):
        return None
    if source is not None and tokens[source[0]].text == "who":
        one.meant = phrase_before(tokens, _before_who(tokens, source[0]), sentence.first)
    place(at, sentence, one, i)
    _spoken_to(at, sentence, one, i)
    if one.cited is not None and one.source is not None and _is_outlet(tokens, one.source):
        one.through.append(one.source)
        one.source = one.cited
    return one if one.words else None


def _spoken_to(at: Scene, sentence: Sentence, one: Attribution, i: int) -> None:
    """ "Speaking to X, he said", "the mayor, quoted by X, said": X may be an outlet."""
    tokens = at.tokens
    for k in range(sentence.first, i - 1):
        pair = tokens[k].lower, tokens[k + 1].lower
        if pair in _HEARD and at.inside[k] < 0:
            phrase = phrase_after(tokens, k + 2, i)
            if phrase is not None:
                one.through.append(phrase)


def _is_outlet(tokens: Sequence[Token], source: Range) -> bool:
    return any(t.lower in MEDIA or t.lower in OUTLETS for t in tokens[slice(*source)])


def _reaching(at: Scene, i: int, source: Range, floor: int) -> Range | None:
    """The whole subject where `source` is only the end of it ("reports coming out of X")."""
    subject = _subject(at, i)
    if subject is not None and floor <= subject[0] < source[0]:
        return subject[0], source[1]
    return source if FORMS[at.tokens[i].lower] in STRONG else None


def _wider(at: Scene, source: Range, lemma: str, floor: int) -> Range | None:
    """The speaker that a participle divides from the cue ("medics treating the victims said")."""
    tokens = at.tokens
    for k in range(source[0] - 1, floor, -1):
        if tokens[k].tag in {"VBG", "VBN"}:
            phrase = phrase_before(tokens, k, floor)
            if phrase is not None and speaker_like(tokens, *phrase) and _clean(at, phrase):
                return phrase[0], source[1]
        if finite(tokens[k]) or tokens[k].text in {",", ";", ":"}:
            break
    return source if lemma in STRONG and _clean(at, source) else None


def _clean(at: Scene, source: Range) -> bool:
    """True where a mark or the sentence's start stands before the phrase."""
    first = source[0]
    if first == 0 or at.tokens[first].sentence != at.tokens[first - 1].sentence:
        return True
    return at.tokens[first - 1].text in {",", '"', ":", ";", "\u2014", "--"}


def _before_who(tokens: Sequence[Token], who: int) -> int:
    return who - 1 if tokens[who - 1].text == "," else who


def _floor(at: Scene, sentence: Sentence, i: int) -> int:
    """The first word that a phrase before `i` may take: not one inside a quotation."""
    floor = i
    while floor > sentence.first and at.inside[floor - 1] < 0 and at.tokens[floor - 1].text != '"':
        floor -= 1
    return floor


def _inverted(
    at: Scene, sentence: Sentence, i: int, lemma: str, source: Range | None
) -> Range | None:
    """The source of "..., said the mayor"."""
    tokens, after = at.tokens, i + 1
    if lemma not in STRONG or lemma == "tell" or after >= sentence.last:
        return None
    phrase = phrase_after(tokens, after, sentence.last)
    if phrase is None or not speaker_like(tokens, *phrase):
        return None
    if source is not None and is_pronoun(tokens[source[0]]):
        return None
    end = with_apposition(tokens, phrase[1], sentence.last)
    following = tokens[end] if end < sentence.last else None
    if following is not None and not _may_follow(following):
        return None
    spoken = source is not None and speaker_like(tokens, *source)
    if spoken and (lemma in NOUN or clause(tokens, i + 1, sentence.last)):
        return None
    return phrase[0], end


def _may_follow(token: Token) -> bool:
    """True for what can stand behind "said the mayor": the end, or no verb and no noun."""
    if token.text in {",", ".", '"', ";", ":", ")", "(", "-", "\u2014", "--", "'"}:
        return True
    return token.tag in {"VBG", "CC", "IN", "DT", "TO", "RB", "WRB"} and token.lower != "that"


def _inherit(at: Scene, one: Attribution, i: int, floor: int, found: Sequence[Attribution]) -> bool:
    """Give a joined verb ("and added that") the source of the verb before it."""
    tokens = at.tokens
    start = skip_back(tokens, i, floor)
    joined = start > floor and tokens[start - 1].lower in {"and", "but", "or", "then"}
    one.cue = (start, i + 1)
    if joined and found and found[-1].kind == "verb":
        one.inherits = True
        one.source = None
        return True
    subject = _subject(at, i)
    if subject is None:
        return False
    one.source = subject
    return True


def _subject(at: Scene, i: int) -> Range | None:
    """The subject that the parse gives verb `i`, or the verb it is joined to."""
    tokens = at.tokens
    for verb in (i, tokens[i].head):
        if verb != i and tokens[i].dep not in {"conj", "xcomp", "advcl"}:
            break
        for child in tokens[verb].children:
            if tokens[child].dep == "nsubj" and at.inside[child] < 0 and child < i:
                floor = at.parse.sentences[tokens[i].sentence].first
                phrase = phrase_before(tokens, child + 1, floor)
                if phrase is not None and speaker_like(tokens, *phrase):
                    return phrase
    return None


def _participle(
    at: Scene, sentence: Sentence, i: int, lemma: str, found: Sequence[Attribution]
) -> Attribution | None:
    """ "..., adding that": the source is that of the clause it hangs on."""
    tokens = at.tokens
    if lemma in _NO_PARTICIPLE:
        return None
    before = tokens[i - 1] if i > sentence.first else None
    if before is not None and (before.lower in BE or before.tag in {"IN", "DT", "PRP$", "JJ"}):
        return None
    one = Attribution((i, i + 1), None, lemma, sentence.segment)
    held = phrase_before(tokens, i, _floor(at, sentence, i)) if before is not None else None
    told = lemma == "tell" and held is not None and speaker_like(tokens, *held)
    if told:
        one.source = held
    elif found and found[-1].kind == "verb":
        one.inherits = True
    else:
        one.source = _subject(at, i)
    if one.source is None and not one.inherits:
        return None
    after, that = adjuncts(at, one, i, sentence.last)
    if (
        that
        or quote_at(at, after, sentence.last)
        or lemma in NOUN
        or clause(tokens, after, sentence.last)
    ):
        one.side, one.words = "after", [(after, sentence.last)]
    return one if one.words else None


def _reported(at: Scene, sentence: Sentence, i: int, lemma: str) -> Attribution | None:
    """ "It was reported that": said by nobody in particular."""
    tokens = at.tokens
    start = skip_back(tokens, i, sentence.first)
    impersonal = start > sentence.first and tokens[start - 1].lower == "it"
    if not impersonal or i + 1 >= sentence.last or tokens[i + 1].lower != "that":
        return None
    one = Attribution((start, i + 1), None, lemma, sentence.segment, side="after")
    one.words = [(i + 1, sentence.last)]
    return one


def _as_saying(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """Where "as saying" ends after "quoted"."""
    for k in range(i + 1, min(last - 1, i + 40)):
        if tokens[k].lower == "as" and tokens[k + 1].lower in {"saying", "telling", "having"}:
            return k + 2
    return None


def _quoted_as(at: Scene, sentence: Sentence, i: int, said: int) -> Attribution | None:
    """ "X quoted Y as saying", "Y was quoted by X as saying"."""
    tokens = at.tokens
    floor = _floor(at, sentence, i)
    start = skip_back(tokens, i, floor)
    subject = phrase_before(tokens, start, floor)
    one = Attribution((i, i + 1), subject, "quote", sentence.segment)
    if _is_passive(tokens, i, floor):
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


def _according(at: Scene, sentence: Sentence, i: int) -> Attribution | None:
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
    return one
