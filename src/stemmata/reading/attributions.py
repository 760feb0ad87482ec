"""Attributions of one sentence: source, cue and content, as ranges of words.

Cues are known by their forms and sources by word order around them; the parse
is asked where the order leaves two readings.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from stemmata.model import Span
from stemmata.reading.adjuncts import adjuncts
from stemmata.reading.citations import (
    according_to,
    as_saying,
    asked,
    finger,
    pointing,
    quoted_as,
    reported,
)
from stemmata.reading.clauses import clause
from stemmata.reading.counts import LEADS, counted_by
from stemmata.reading.deeds import deed, mourned_by_place
from stemmata.reading.dismissals import called_so, is_called_so, that_day
from stemmata.reading.english.cues import (
    AMBIGUOUS,
    CLAUSE_ONLY,
    DOCUMENTS,
    FORMS,
    NOUN,
    STRONG,
    TO_ONLY,
    word_set,
)
from stemmata.reading.english.nouns import MEDIA
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.nominal import SAYING, nominal
from stemmata.reading.phrases import phrase_before, skip_back
from stemmata.reading.placing import place, place_before, quote_at
from stemmata.reading.relays import relay, spoken_to
from stemmata.reading.scene import BE, Attribution, Range, Scene, fill, is_heading
from stemmata.reading.subjects import (
    after_clause,
    behind_relative,
    floor_of,
    holds_clause,
    inherits_source,
    inverted_source,
    is_passive,
    main_subject,
    named_before,
    near_to,
    of_paper,
    past_relative,
    reaching,
    subject_of,
    wider,
)
from stemmata.reading.telling import TELLS, gave, lists, says_that
from stemmata.reading.words import finite, is_auxiliary, is_capital, speaker_like

# A participle so near the head of its sentence sets a scene: "While addressing the council".
SETTING = 4
# Before these a form in -ing is a noun, or belongs to the verb: "stop attacking".
_GERUND = frozenset({"IN", "DT", "PRP$", "JJ", "VB", "VBG", "TO"})
# Participles that hang on a clause without reporting anything.
_NO_PARTICIPLE = frozenset(
    {"quote", "cite", "read", "see", "hear", "hold", "plan", "offer", "continue", "show"}
)


# Every word that may be a cue; most words of a report are none.
_CUES = frozenset({"according", "asked", *TELLS, *FORMS, *SAYING, *LEADS})


def attributions(at: Scene, sentence: Sentence) -> list[Attribution]:
    """The attributions of one sentence by verbs and by "according to", in order."""
    found: list[Attribution] = []
    words, inside = at.tokens[sentence.first : sentence.last], at.inside
    for i in [t.i for t in words if t.lower in _CUES and inside[t.i] < 0]:
        if (one := _told_at(at, sentence, i, found)) is not None:
            found.append(one)
    if not found:
        return found
    fill(at, found)
    return [a for a in found if a.content]


def _told_at(
    at: Scene, sentence: Sentence, i: int, found: Sequence[Attribution]
) -> Attribution | None:
    """The attribution whose cue is word `i`."""
    word = at.tokens[i].lower
    if word == "according":
        return according_to(at, sentence, i)
    if word == "asked" and (one := asked(at, sentence, i)) is not None:
        return one
    if (one := counted_by(at, sentence, i)) is not None:
        return one
    if word in TELLS and (one := gave(at, sentence, i)) is not None:
        return one
    if word in FORMS and (one := _verb(at, sentence, i, found)) is not None:
        return one
    return nominal(at, sentence, i) if word in SAYING else None


def _verb(
    at: Scene, sentence: Sentence, i: int, found: Sequence[Attribution]
) -> Attribution | None:
    tokens, lemma = at.tokens, FORMS[at.tokens[i].lower]
    if (led := _led(tokens, i, sentence.first)) is not None and lemma in STRONG | {"show"}:
        return _finite(at, sentence, i, lemma, found, led)
    if not _is_verb(at, sentence, i):
        return None
    if deed(tokens, i, sentence.last, lemma):
        return None
    if lemma in {"quote", "cite"} and (said := as_saying(tokens, i, sentence.last)):
        return quoted_as(at, sentence, i, said)
    if lemma == "point" and (end := finger(tokens, i, sentence.last)):
        return pointing(at, sentence, i, end)
    going = tokens[i].lower.endswith("ing")
    if going and not _progressive(tokens, i, sentence.first):
        return _participle(at, sentence, i, lemma, found)
    if is_passive(tokens, i, sentence.first):
        return reported(at, sentence, i, lemma)
    return _finite(at, sentence, i, lemma, found)


# Verbs that lead on to a cue without taking anything from it: "went on to say".
_LEADING = word_set(
    "seem seems seemed appear appears appeared continue continues continued go goes went gone "
    "tried tries try begin began begins started starts used proceeded needed needs"
)


def _led(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """Where "went on to" begins before the cue `i`."""
    if i - 2 < floor or tokens[i - 1].lower != "to":
        return None
    verb = i - 3 if tokens[i - 2].lower == "on" else i - 2
    return verb if verb >= floor and tokens[verb].lower in _LEADING else None


def _speaks(tokens: Sequence[Token], held: Range, lemma: str) -> bool:
    """True for "several groups saying that": no comma between, and no paper says it."""
    words = {t.lower for t in tokens[held[0] : held[1]]}
    if lemma == "tell":
        return True
    return lemma in STRONG and tokens[held[1] - 1].text != "," and not words & DOCUMENTS


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
    if token.lower in AMBIGUOUS and token.tag[:2] != "VB" and not _plans(tokens, i, sentence):
        after = tokens[i + 1].text if i + 1 < sentence.last else "."
        if lists(tokens, i, sentence) or says_that(tokens, i, sentence):
            return True
        reports = token.lower in {"reports", "says", "estimates"} and i > sentence.first
        return reports and after in {".", ",", '"'} and _outlet_like(tokens, i - 1)
    before = tokens[i - 1] if i > sentence.first else None
    if before is not None and token.lower in AMBIGUOUS and _compound(tokens, i, sentence):
        return False
    if before is None:
        return token.lower.endswith("ing") and token.tag == "VBG"
    if before.text == "-" or (i + 1 < sentence.last and tokens[i + 1].text == "-"):
        return False
    if before.lower in {"to", "the", "a", "an", "of", "this", "that's", "its", "their", "his"}:
        return False
    if before.text == "'s" and token.lower in AMBIGUOUS and token.tag not in {"VBN", "VBG"}:
        return False
    if token.text[0].isupper() and not is_heading(at.parse, sentence):
        return False
    if _so_called(tokens, i, sentence.last) or is_called_so(tokens, i, sentence):
        return False
    if _supposed(tokens, i, sentence.first) or _idiom(tokens, i, sentence.last):
        return False
    if token.tag in {"JJ", "NN", "NNS", "NNP"} and FORMS[token.lower] not in STRONG:
        return False
    return not (token.lower.endswith("ed") and _is_participle(tokens, i, sentence))


def _so_called(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "killed 40 alleged rebels", "a reported blast": a participle before its noun."""
    if not tokens[i].lower.endswith("ed") or i + 1 >= last:
        return False
    if tokens[i - 1].lower == "so" and tokens[i].lower == "called":
        return True
    if tokens[i - 1].tag not in {"CD", "DT", "JJ", "PRP$", "VBD", "VBN", "VBG", "IN"}:
        return False
    return tokens[i + 1].tag in {"NN", "NNS"} and tokens[i - 1].lower not in BE | {
        "has",
        "have",
        "had",
    }


def _outlet_like(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    # "The Northern Press agency reports": a name and what it is.
    medium = token.lower in MEDIA and i > 0 and is_capital(tokens[i - 1])
    return token.tag == "NNP" or medium or (len(token.text) > 1 and token.text.isupper())


def _plans(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """True for "He plans to": a verb after its pronoun or name, whatever its tag."""
    if i == sentence.first or i + 1 >= sentence.last or FORMS[tokens[i].lower] not in TO_ONLY:
        return False
    named = tokens[i - 1].tag in {"PRP", "NNP"} and tokens[i].lower[-1] == "s"
    return named and tokens[i + 1].lower == "to"


# Nouns before which "reports" is a noun too: "various news reports pegged the offer".
_REPORTING = frozenset({"news", "media", "press", "police", "intelligence", "agency"})


def _compound(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """True for "the Tarvik offer", "news reports": the end of a noun phrase, tagged as a verb."""
    token, before = tokens[i], tokens[i - 1]
    if before.lower in _REPORTING and token.lower in {"reports", "report", "claims"}:
        after = tokens[i + 1] if i + 1 < sentence.last else None
        return after is None or not (after.lower == "that" or after.tag in {"DT", "PRP", "``"})
    if token.tag != "VB" or before.tag not in {"NN", "NNP"}:
        return False
    return i - 2 >= sentence.first and tokens[i - 2].tag in {"DT", "PRP$"}


def _supposed(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """True for "would pledge", "could decide": not said, or not yet."""
    at = i - 1
    while at >= floor and is_auxiliary(tokens[at]):
        if tokens[at].lower in {"would", "could", "might", "must", "should", "may"}:
            unsure = tokens[i - 1].lower in {"not", "n't", "independently"}
            return FORMS[tokens[i].lower] not in (
                {"say", "confirm", "verify"} if unsure else {"say"}
            )
        at -= 1
    return False


def _idiom(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "claimed the lives of", where nothing is said."""
    lemma = FORMS[tokens[i].lower]
    words = {t.lower for t in tokens[i + 1 : min(last, i + 5)]}
    if words & {"named", "identified"} and {"to", "be"} <= words:
        return True
    if lemma in {"put", "peg"}:
        return not {t.lower for t in tokens[i + 1 : min(last, i + 10)]} & {"at", "between", "as"}
    words |= {t.lower for t in tokens[i + 5 : min(last, i + 8)]}
    if lemma == "call":
        return tokens[i + 1].lower in {"off", "in", "up"}
    return lemma == "claim" and bool(words & {"life", "lives", "victim", "victims"})


def _is_participle(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """True for "the attack blamed on": a participle behind its noun, not a verb."""
    if tokens[i].tag != "VBN" or i + 1 >= sentence.last:
        return False
    if not any(finite(t) for t in tokens[sentence.first : sentence.last]):
        return False
    if any(tokens[k].dep == "nsubj" and k < i for k in tokens[i].children):
        return False
    have = any(t.lower in {"has", "have", "had", "having", "'ve", "'d"} | BE
               for t in tokens[max(0, i - 4) : i])  # fmt: skip
    if called_so(tokens, i + 1, sentence.last) is not None or that_day(tokens, i, sentence.last):
        return False
    return not have and tokens[i + 1].tag == "IN" and tokens[i + 1].lower != "that"


def _finite(
    at: Scene, sentence: Sentence, i: int, lemma: str, found: Sequence[Attribution],
    led: int | None = None,
) -> Attribution | None:  # fmt: skip
    tokens = at.tokens
    floor = floor_of(at, sentence, i)
    subject_end = skip_back(tokens, i if led is None else max(led, floor), floor)
    source = near_to(tokens, phrase_before(tokens, subject_end, floor), floor)
    if source is not None and source[0] > floor and tokens[source[0] - 1].tag in {"IN", "CC"}:
        source = reaching(at, i, source, floor)
    if source is not None:
        source = of_paper(tokens, source, subject_end, floor)
    if source is None:
        source = behind_relative(tokens, subject_end, floor)
    else:
        main = tokens[i].dep == "ROOT" and not speaker_like(tokens, *source)
        past = behind_relative(tokens, subject_end, floor) if main else None
        source = past_relative(tokens, source, floor) or past or after_clause(tokens, source, floor)
        if holds_clause(tokens, source):
            return None
    one = Attribution((subject_end, i + 1), source, lemma, sentence.segment)
    if source is not None and not (speaker_like(tokens, *source) or _is_name(at, source)):
        source = one.source = wider(at, source, lemma, floor)
    if lemma == "mourn" and mourned_by_place(tokens, source):
        return None
    if inverted := inverted_source(at, sentence, i, lemma, source):
        one.source, one.cue = inverted, (i, i + 1)
        place_before(at, sentence, one, inverted[1])
        relay(at, sentence, one)
        return one
    if source is None and not inherits_source(at, one, i, floor, found):
        return None
    if source is None and one.source is not None:
        one.source = of_paper(tokens, one.source, i, floor)
    if source is not None and tokens[source[0]].text in {"who", "which"}:
        one.meant = phrase_before(tokens, _before_who(tokens, source[0]), sentence.first)
        one.meant = named_before(tokens, one.meant, sentence.first)
        speaks = one.meant is not None and speaker_like(tokens, *one.meant)
        if tokens[source[0]].text == "which" and not (speaks and lemma in STRONG | CLAUSE_ONLY):
            return None
    place(at, sentence, one, i)
    if not one.words:
        _led_up_to(at, sentence, one)
    spoken_to(at, sentence, one, i)
    relay(at, sentence, one)
    return one if one.words or one.content else None


def _is_name(at: Scene, source: Range) -> bool:
    """True for one word at a sentence's head that has a capital within a sentence too."""
    token = at.tokens[source[0]]
    if source[1] - source[0] > 1 or not token.text[:1].isupper() or len(token.text) < 3:
        return False
    return any(
        t.text == token.text and t.i and at.tokens[t.i - 1].text.islower() for t in at.tokens
    ) and not any(t.text == token.lower for t in at.tokens)


def _led_up_to(at: Scene, sentence: Sentence, one: Attribution) -> None:
    """ "He said:" at a paragraph's end: what is said is the next paragraph."""
    tokens, segments = at.tokens, at.parse.report.segments
    ends = tokens[sentence.last - 1].end >= sentence.segment.end
    if tokens[sentence.last - 1].text != ":" or not ends or one.lemma not in STRONG:
        return
    here = bisect.bisect_right(segments, one.segment.start, key=lambda s: s.start)
    after = next((s for s in segments[here : here + 2] if s.kind == "body"), None)
    if after is not None:
        text = at.parse.plain[after.start : after.end]
        start = after.start + len(text) - len(text.lstrip(" \"'"))
        one.content = [Span(start, after.start + len(text.rstrip(" \"'")))]


def _before_who(tokens: Sequence[Token], who: int) -> int:
    return who - 1 if tokens[who - 1].text == "," else who


def _participle(
    at: Scene, sentence: Sentence, i: int, lemma: str, found: Sequence[Attribution]
) -> Attribution | None:
    """ "..., adding that": the source is that of the clause it hangs on."""
    tokens = at.tokens
    if lemma in _NO_PARTICIPLE:
        return None
    before = tokens[i - 1] if i > sentence.first else None
    if before is not None and before.lower == "not" and i - 2 >= sentence.first:
        before = tokens[i - 2]
    if before is not None and (before.lower in BE or before.tag in _GERUND):
        return None
    one = Attribution((i, i + 1), None, lemma, sentence.segment)
    held = phrase_before(tokens, i, floor_of(at, sentence, i)) if before is not None else None
    told = held is not None and speaker_like(tokens, *held) and _speaks(tokens, held, lemma)
    if told:
        one.source = held
    elif found and found[-1].kind == "verb":
        one.inherits = True
    elif lemma in STRONG or i - sentence.first > SETTING:
        behind = before is not None and before.text == ","
        one.source = (main_subject(at, i) if behind else None) or subject_of(at, i)
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
