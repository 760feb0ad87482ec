"""Attributions by punctuation in headlines: "Ministry: six dead", "Six dead - ministry"."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.model import Span
from stemmata.reading.english.cues import word_set
from stemmata.reading.english.known_names import countries, folded, is_place, word_classes
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.nouns import BODIES, GROUPS, MEDIA, OUTLETS, ROLES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.words import finite, head_word, is_capital, is_nominal, speaker_like

# Words before a colon that name the sort of article, not a speaker.
_LABELS = word_set(
    "video watch live update updates breaking exclusive analysis opinion photos pictures gallery "
    "explainer factbox interview comment editorial timeline special feature infographic audio "
    "podcast review preview quiz map latest just developing report alert news profile "
    "shock shocking horror tragedy tragic revealed exclusive bombshell official drama stunning "
    "obituary fact check q&a letters column world business sport sports"
)
# A speaker in a headline has at most so many words.
LONGEST = 7


def headline(at: Scene, sentence: Sentence) -> Attribution | None:
    """The speaker whom a colon, a dash or the last word of a headline names."""
    tokens, first, last = at.tokens, sentence.first, sentence.last
    for k in range(first + 1, last - 1):
        if at.inside[k] >= 0 or tokens[k].text not in {":", "-", "\u2014", "--", "|"}:
            continue
        if tokens[k].text == "-" and tokens[k - 1].end == tokens[k].start:
            continue
        colon = tokens[k].text == ":"
        if colon and _is_ground(at, first, k, last):
            return None
        if colon and k - first <= LONGEST and _speaks(at, first, k):
            return _said(at, sentence, (first, k), (k + 1, last))
        if tokens[k].text == "|" or (not colon and _is_site(at, k + 1, last)):
            continue
        if last - k - 1 <= LONGEST and k - first > 2 and _speaks(at, k + 1, last):
            return _said(at, sentence, (k + 1, last), (first, k))
    return _trailing(at, sentence)


def transcript(at: Scene, sentence: Sentence) -> Attribution | None:
    """ "LEE: We found 40." at the head of a paragraph: a line of a transcript.

    The speaker stands in capitals; the rest of the paragraph is what was said.
    """
    tokens, first, segment = at.tokens, sentence.first, sentence.segment
    if tokens[first].start != segment.start or not tokens[first].text.isupper():
        return None
    for k in range(first + 1, min(first + LONGEST, sentence.last - 1)):
        if tokens[k].text != ":":
            if not tokens[k].text.isupper() and tokens[k].text not in {".", ",", "-", "'"}:
                return None
            continue
        plain = all(t.lower not in _LABELS for t in tokens[first:k])
        if not plain or (tokens[k + 1].text.isupper() and len(tokens[k + 1].text) > 3):
            return None
        if _is_topic(tokens[first:k]):
            return None
        one = Attribution(None, (first, k), "", segment, kind="headline")
        one.content = [Span(tokens[k + 1].start, segment.end)]
        return one
    return None


def _is_topic(words: Sequence[Token]) -> bool:
    """True for "FOOD SECURITY:", which heads what an update tells of it."""
    told = [t.lower for t in words if t.text.isalpha()]
    classes = [set(word_classes(word)) for word in told]
    named = any(names_people(word) for word in told)
    plain = _PLAIN if len(told) == 1 else _PLAIN | {"group", "link"}
    return not named and bool(told) and all("common" in c and c <= plain for c in classes)


_PLAIN = {"common", "cue"}


def _is_site(at: Scene, first: int, last: int) -> bool:
    """True for what a dash at a title's end often adds: the site's own name."""
    head = head_word(at.tokens, first, last).lower
    if head in MEDIA and at.tokens[first].text.islower():
        # "Blast kills 40 - state TV".
        return False
    return head in MEDIA | OUTLETS or head not in ROLES | GROUPS | BODIES


# Before such words a town or a country speaks: "Orlan: we will not pay".
_VOICE = word_set("we our us must should will would wo ca not no never")
_INTO = word_set("in near at outside around from")


def _is_ground(at: Scene, first: int, colon: int, last: int) -> bool:
    """True for "Karva: 40 die in blast", where the place says where, and nobody speaks."""
    tokens = at.tokens
    words = tokens[first:colon]
    if len(words) > 2 or not all(is_capital(t) for t in words):
        return False
    if any(t.lower in ROLES | GROUPS | BODIES | MEDIA | OUTLETS for t in words):
        return False
    rest = tokens[colon + 1 : last]
    if at.inside[min(colon + 2, last - 1)] >= 0 or any(t.lower in _VOICE for t in rest):
        return False
    name = " ".join(t.text for t in words)
    place = words[-1].text
    if any(t.text == place and tokens[t.i - 1].tag == "NNP" for t in tokens[last:]):
        # "Ann Lind" further down is a person.
        return False
    if folded(name) in countries():
        # States speak: "Russia: army holds 93 percent of the city".
        return False
    if is_place(name.lower()):
        return True
    return any(
        t.text == place and t.i > colon and tokens[t.i - 1].lower in _INTO for t in tokens[last:]
    )


def _speaks(at: Scene, first: int, last: int) -> bool:
    tokens = at.tokens
    while last > first and tokens[last - 1].text in {".", ",", "?", "!"}:
        last -= 1
    words = tokens[first:last]
    if not words or words[0].lower in _LABELS or any(finite(t) for t in words):
        return False
    if any(t.text in {",", "|", "/", ":"} for t in words) or words[-1].text.isdigit():
        return False
    if not is_nominal(words[-1]):
        return False
    head = head_word(tokens, first, last)
    known = ROLES | GROUPS | BODIES | MEDIA | OUTLETS
    return head.lower in known or (is_capital(head) and speaker_like(tokens, first, last))


def _said(at: Scene, sentence: Sentence, source: Range, content: Range) -> Attribution | None:
    tokens = at.tokens
    first, last = content
    while last > first and tokens[last - 1].text in {".", ",", ":", '"'}:
        last -= 1
    if last - first < 2:
        return None
    one = Attribution(None, source, "", sentence.segment, kind="headline")
    one.content = [Span(tokens[first].start, tokens[last - 1].end)]
    return one


def _trailing(at: Scene, sentence: Sentence) -> Attribution | None:
    """ "Attack kills at least 58 Observatory": a body's name after a clause in lower case."""
    tokens, first, last = at.tokens, sentence.first, sentence.last
    if (speaks := _trailing_noun(at, sentence)) is not None:
        return _said(at, sentence, (speaks, last), (first, speaks))
    start = last
    while start > first and is_capital(tokens[start - 1]):
        start -= 1
    words = tokens[first + 1 : start]
    lower = [t for t in words if t.text[:1].islower()]
    if not 0 < last - start <= 4 or len(lower) < 4 or len(lower) * 2 < len(words):
        return None
    if tokens[last - 1].lower not in BODIES - MEDIA:
        return None
    before = tokens[start - 1]
    if before.tag == "IN" and last - start > 1 and is_place(_bare(tokens[last - 2].lower)):
        # "Raids kill 56 in Aville Monitor": the place belongs to the clause.
        return _said(at, sentence, (last - 1, last), (first, last - 1))
    verb = any(t.tag[:2] == "VB" for t in tokens[first:start])
    if not verb and before.tag[:2] not in {"NN", "JJ", "CD", "RB"}:
        return None
    if before.tag in {"IN", "DT", "CC", "POS", "TO"}:
        return None
    return _said(at, sentence, (start, last), (first, start))


# Who ends a headline that has lost its dash, in small letters.
_LAST = word_set("media police officials activists medics monitor monitors ministry army report")
_WHOSE = word_set("state local health interior defence defense foreign opposition")


def _trailing_noun(at: Scene, sentence: Sentence) -> int | None:
    """Where "state media" begins in "Fire kills 3 schoolchildren state media"."""
    tokens, first, last = at.tokens, sentence.first, sentence.last
    start = last - 1
    if tokens[start].text not in _LAST:
        return None
    while start > first and tokens[start - 1].text in _WHOSE:
        start -= 1
    before = tokens[start - 1] if start > first else None
    ended = before is not None and before.text.islower() and before.tag == "NNS"
    people = ended and before is not None and names_people(lemma(before.lower, "NNS"))
    counted = any(t.tag == "CD" for t in tokens[first:start])
    verb = any(finite(t) for t in tokens[first:start])
    return start if people and counted and verb else None


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s")
