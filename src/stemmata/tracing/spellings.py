"""When two spellings of a name are one person.

The measure, in order:

1. Titles and roles before the name go, and so do particles (al-, bin, von).
2. Each word is folded for transliteration: accents, doubled letters, y/i/j,
   w/v, q/k, kh/h, sh/s, ch/tch, ph/f, and vowels to three classes.
3. Surnames meet when their consonants are equal and their vowels near, or when
   a long surname (7 letters and more) is one letter off.
4. Given names must be compatible: equal after folding, an initial, a common
   short form, or absent on one side. Two different given names keep two
   people of one surname apart, and so do a woman's and a man's form (Maria, Mario).

A surname alone is compatible with every bearer: who it is, is for the caller to
decide from the report (`sources`).
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from stemmata.tracing.nations import plain, word_set

TITLES = word_set(
    "mr mrs ms miss dr doctor prof professor sir dame lord lady rev reverend fr father sister "
    "sheikh shaykh ayatollah imam mullah king queen prince princess emir sultan pope cardinal "
    "bishop archbishop rabbi gen general lt lieutenant col colonel maj major capt captain cmdr "
    "commander sgt sergeant cpl corporal adm admiral brig brigadier marshal deputy vice first "
    "second chief president premier minister chancellor secretary ambassador senator sen rep "
    "representative congressman congresswoman governor gov mayor judge justice officer detective "
    "inspector superintendent comr commissioner spokesman spokeswoman spokesperson director head "
    "chairman chairwoman chair official envoy leader analyst expert coach manager snr senior "
    "foreign defence defense interior prime attorney sheriff constable coordinator correspondent "
    "reporter journalist author activist resident witness former acting"
)
PARTICLES = word_set(
    "al el bin ibn ben bint abu abou van von der den de da di du del della la le ter ten dos das "
    "y and zu jr sr ii iii"
)
ARTICLES = word_set("al el as ash an ar ad at az ul ur")
SERVANT = word_set("abd abdul abdel abdal abdol")
# Common English short forms: each row is one name.
SHORT_FORMS = (
    "william bill will billy",
    "robert bob rob bobby",
    "michael mike mick",
    "james jim jimmy",
    "joseph joe joey",
    "thomas tom tommy",
    "david dave",
    "stephen steven steve",
    "anthony tony",
    "catherine katherine kate kathy cathy",
    "elizabeth liz beth betty",
    "richard dick rick",
    "edward ed ted eddie",
    "nicholas nick nikolas",
    "christopher chris",
    "daniel dan danny",
    "matthew matt",
    "andrew andy",
    "gregory greg",
    "ronald ron",
    "kenneth ken",
    "jeffrey jeff geoffrey geoff",
    "lawrence larry laurence",
    "john jack johnny",
    "benjamin ben",
    "samuel sam",
    "alexander alex aleksandr",
    "margaret maggie peggy",
    "patrick pat paddy",
    "peter pete",
    "charles charlie chuck",
    "donald don",
    "timothy tim",
    "susan sue",
    "deborah debbie debra",
    "jennifer jenny jen",
    "vladimir volodymyr",
    "pyotr petro petr",
    "oleg oleh",
    "sergei sergey serhiy serhii",
    "nikolai nikolay mykola",
)
_SHORT = {word: row.split()[0] for row in SHORT_FORMS for word in row.split()}
_SOUNDS = (
    (r"(?<=..)[ae]h$", "a"),
    (r"tch|tsch|ch", "c"),
    (r"sch|sh", "s"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"ph", "f"),
    (r"dh", "d"),
    (r"th", "t"),
    (r"zh", "z"),
    (r"dj", "j"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"[yj]", "i"),
    (r"w", "v"),
    (r"ou|oo|au|o", "u"),
    (r"e", "i"),
)


class PersonName(NamedTuple):
    """A name in its folded parts: given names (or initials) and surname."""

    given: tuple[str, ...]
    surname: str


@functools.lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A word folded for transliteration: spellings of one name tend to meet here."""
    text = re.sub(r"[^a-z]", "", plain(word))
    for pattern, letter in _SOUNDS:
        text = re.sub(pattern, letter, text)
    text = re.sub(r"a?i+", "i", text) if len(text) > 3 else text
    return re.sub(r"(.)\1+", r"\1", text)


@functools.lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of `sound`; a vowel that opens the word stays as "a"."""
    text = sound(word)
    first = "a" if text[:1] in {"a", "i", "u"} else text[:1]
    return first + re.sub(r"[aiu]", "", text[1:])


def name_words(name: str) -> list[str]:
    """The words of a name in plain lower case, articles that a hyphen joins taken off."""
    text = plain(re.sub(r"\b([AE]l)(?=[A-Z])", r"\1-", re.sub(r"\(.*?\)", " ", name)))
    text = re.sub(r"'s\b", "", text).replace("'", "")
    text = re.sub(r"\b(" + "|".join(sorted(ARTICLES)) + r")-(?=\w{3})", "", text)
    return re.findall(r"[^\W\d_]+", text)


@functools.lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """A person's name in parts; roles and titles before it are stripped.

    The surname is the last word, which holds for most European and Arabic
    names; a name written surname first meets its like all the same, since both
    are cut alike.
    """
    words = name_words(name)
    last_title = max((i for i, w in enumerate(words) if w in TITLES), default=-1)
    words = words[last_title + 1 :] or words
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in SERVANT:
            if word not in ARTICLES:
                joined[-1] = "abd" + word
        elif word not in PARTICLES or (word == "abu" and len(words) == 2):
            joined.append("abd" if word in SERVANT else word)
    joined = [re.sub(r"^abd[aeou]l(?=\w{4})", "abd", word) for word in joined]
    joined = joined or words or [plain(name)]
    return PersonName(tuple(joined[:-1]), joined[-1])


def same_surname(a: str, b: str) -> bool:
    """True where two surnames are spellings of one."""
    x, y = (re.sub("^k", "g", sound(word)) for word in (a, b))
    if x == y:
        return True
    if re.sub("^k", "g", skeleton(a)) == re.sub("^k", "g", skeleton(b)):
        return len(skeleton(a)) > 2 and Levenshtein.normalized_similarity(x, y) >= 0.6
    return min(len(x), len(y)) >= 7 and x[0] == y[0] and Levenshtein.distance(x, y) <= 1


def same_given(a: str, b: str) -> bool:
    """True where two given names can be one person's."""
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if _SHORT.get(a, a) == _SHORT.get(b, b):
        return True
    x, y = sound(a), sound(b)
    if x == y:
        return True
    if {a[-1], b[-1]} == {"a", "o"}:
        return False
    if skeleton(a) == skeleton(b) and len(skeleton(a)) > 2:
        return Levenshtein.normalized_similarity(x, y) > 0.6
    return min(len(x), len(y)) >= 5 and Levenshtein.distance(x, y) <= 1


def same_person(a: str, b: str) -> bool:
    """True where two names can be spellings of one person's name."""
    one, other = person_name(a), person_name(b)
    if not same_surname(one.surname, other.surname):
        return False
    if not one.given or not other.given:
        return True
    if not same_given(one.given[0], other.given[0]):
        return False
    middle, middle_b = one.given[1:], other.given[1:]
    return not (middle and middle_b) or same_given(middle[0], middle_b[0])
