"""Names by rule: runs of capitalised words, typed by the words in and beside them.

A run is cut where a title parts a body from a person. What it names is told by
titles and roles, by words for bodies and media, by the gazetteer, and by the
report itself: a name typed once is typed everywhere. The trained model asks
these rules first, and says the last word (`names`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from stemmata.reading.english.cues import FORMS, word_set
from stemmata.reading.english.known_names import (
    DIRECTIONS,
    PLACE_WORDS,
    THINGS,
    countries,
    is_place,
)
from stemmata.reading.english.name_weights import NameKind
from stemmata.reading.english.nouns import (
    BODIES,
    LONG_OUTLETS,
    MEDIA,
    OUTLET_ENDS,
    OUTLETS,
    ROLES,
    TIMES,
    TITLES,
)
from stemmata.reading.english.parse import Parse, Token

Run = tuple[int, int]
# Arabic articles, which begin a name in small letters.
_ARTICLES = frozenset({"al", "el"})
# Words that go on with no name, also where a headline gives them a capital.
_ENDING = frozenset({"DT", "PRP", "IN", "CC", "MD", "PRP$", "WP", "VBZ", "VBD"})

# Tags besides nouns' and adjectives' that the first word of a name is given at times.
_RARELY = frozenset({"VBN", "VBG", "VB", "RB", "CD", "UH"})
_LINKS = word_set("of for on and & in the against")
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})
_PLACE_BEFORE = word_set("in near at from around across throughout toward towards outside inside")
_PARTICLES = word_set(
    "al el bin ibn ben abu de da del della di du dos das van von der den la le ul"
)
_NOT_NAMES = word_set(
    "i mr mrs ms dr the a an this that these those he she it they we you his her its their our my "
    "but and or if in on at by to for from with as when while after before since because although "
    "though however meanwhile there here what who which how why where not no yes also now then "
    "some many most all both each every one two three four five six seven eight nine ten "
    "hundreds thousands dozens scores according"
)
# Words that begin no name, that end one, and that go on with none after a link.
_NONE = _NOT_NAMES | TIMES
_STOPPING = TIMES | (_NOT_NAMES - {"dr", "mr"})
_CALLINGS = TITLES | ROLES
_UNLIKE_PERSONS = BODIES | ROLES | {"of"}


@dataclass(slots=True)
class Mention:
    """A name as a range of words; `role` is where the title or role before it begins."""

    first: int
    last: int
    kind: NameKind
    sure: bool
    role: int


def by_rule(parse: Parse) -> list[Mention]:
    """The names as ranges of words, typed, those of one form alike over the whole report."""
    tokens = parse.tokens
    found = [
        m
        for sentence in parse.sentences
        for run in _runs(tokens, sentence.first, sentence.last)
        for m in _typed(tokens, run)
    ]
    _agree(tokens, found)
    return found


def _runs(tokens: Sequence[Token], first: int, last: int) -> Iterator[Run]:
    words = tokens[first:last]
    big = [t.i for t in words if t.text[0].isupper()]
    if not big:
        return
    shouting = len(big) * 2 > (last - first) + 4
    end = first
    for at in sorted([*big, *[t.i for t in words if t.lower in _ARTICLES and t.text.islower()]]):
        if at < end or not _names(tokens, at, first, shouting):
            continue
        end = at + 1
        while end < last and (step := _next(tokens, at, end, last)):
            end += step
        yield at, end


def _names(tokens: Sequence[Token], at: int, first: int, shouting: bool) -> bool:
    token = tokens[at]
    if not token.text[0].isupper():
        return token.lower in _ARTICLES and _particle(tokens, at)
    if token.lower in _NONE:
        return False
    if at == first or shouting:
        return (
            token.tag in {"NNP", "NNPS"}
            or _known(token.lower)
            or (token.tag == "JJ" and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper())
        )
    return token.tag[:2] in {"NN", "JJ", "FW"} or token.tag in _RARELY


def _known(word: str) -> bool:
    return word in OUTLETS or word in countries()


def _particle(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 2].text[:1].isupper()


def _next(tokens: Sequence[Token], start: int, at: int, last: int) -> int:
    """How many words from `at` on belong to the run that began at `start`; 0 for none."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < last else None
    if token.text[:1].isupper() and token.tag not in _ENDING:
        return 0 if token.lower in _STOPPING else 1
    if following is None:
        return 0
    if token.text in {"-", "&"} and token.end == following.start and following.text[:1].isupper():
        return 2
    if token.lower in _PARTICLES and _particle(tokens, at):
        return 3
    if token.lower in _PARTICLES and following.text[:1].isupper():
        return 2
    if token.lower in _LINKS and _body_in(tokens, start, at):
        if following.text[:1].isupper() and following.lower not in _NONE:
            return 2 if token.lower in {"of", "for", "&"} or _body_later(tokens, at, last) else 0
        further = tokens[at + 2] if at + 2 < last else None
        if following.lower == "the" and further is not None and further.text[:1].isupper():
            return 3 if token.lower in {"of", "for"} else 0
    return 0


def _body_in(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(t.lower in BODIES for t in tokens[start:end])


def _body_later(tokens: Sequence[Token], at: int, last: int) -> bool:
    """True for "and" inside one body's name: a word for a body still follows."""
    end = at + 1
    while end < last and tokens[end].text[:1].isupper():
        end += 1
    plural = tokens[at - 1].lower
    return tokens[at].lower == "and" and _body_in(tokens, at + 1, end) and plural not in BODIES


def _typed(tokens: Sequence[Token], run: Run) -> Iterator[Mention]:
    """The names of one run: "Russian General Staff Lieutenant General Ivan Petrov" holds two."""
    first, last = run
    person = _person_part(tokens, first, last)
    if person is not None:
        role = person
        while role > first and (is_title(tokens[role - 1]) or tokens[role - 1].text in {"-", "."}):
            role -= 1
        if role > first:
            owner = _kinded(tokens, first, role)
            owner.kind = "other" if owner.kind == "person" else owner.kind
            yield owner
        yield Mention(person, last, "person", True, role)
        return
    if last - first == 1 and (tokens[first].lower in _CALLINGS or _adjective(tokens[first])):
        return
    before = tokens[first - 1] if first else None
    if before is not None and before.lower.rstrip(".") in _HONORIFICS:
        yield Mention(first, last, "person", True, first - 1)
        return
    called = before is not None and before.lower in ROLES and before.tag[:2] == "NN"
    one = _kinded(tokens, first, last)
    if called and before is not None and one.kind in {"other", "person"}:
        one = Mention(first, last, "person", True, first - 1)
    yield one


def is_title(token: Token) -> bool:
    return token.lower in TITLES or token.lower.rstrip(".") in TITLES or token.lower in ROLES


def _adjective(token: Token) -> bool:
    return token.tag == "JJ" and token.lower[-3:] in {"ian", "ish", "ese", "ean", "can", "raq"}


def _person_part(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where the person's own name begins after the last title of the run."""
    for at in range(last - 2, first - 1, -1):
        if not is_title(tokens[at]):
            continue
        rest = [t for t in tokens[at + 1 : last] if t.text not in {"-", "."}]
        plain = not any(t.lower in _UNLIKE_PERSONS for t in rest)
        if rest and len(rest) <= 6 and plain:
            start = at + 1
            while start < last and tokens[start].text in {".", "-"}:
                start += 1
            return start if start < last else None
        return None
    return None


def _kinded(tokens: Sequence[Token], first: int, last: int) -> Mention:
    words = [t.lower for t in tokens[first:last]]
    text = " ".join(words)
    kind: NameKind = "other"
    sure = True
    if is_outlet(words):
        kind = "outlet"
    elif is_place(text) or words[-1] in PLACE_WORDS or _directed(words) or _landmark(words):
        kind = "place"
    elif len(words) > 1 and words[-1] in THINGS:
        kind = "other"
    elif any(w in BODIES for w in words):
        kind = "organisation"
    elif _acronym(tokens[first:last]) or _initialled(tokens[first:last]) or _is_branch(words):
        kind, sure = "organisation", False
    else:
        kind, sure = _by_place(tokens, first, last), False
    return Mention(first, last, kind, sure, first)


# Media words that name an outlet only beside another of the kind: no "Space Agency".
_WEAK_MEDIA = word_set("agency network station channel wire portal website outlet press paper")
_OFFICES = word_set(
    "ministry minister department authority committee commission council court bureau office "
    "association union federation university institute school party foundation"
)


def is_outlet(words: Sequence[str]) -> bool:
    """True where the words of a name (lower case) are those of an outlet or news agency."""
    if words[-1] in OUTLETS or " ".join(words) in LONG_OUTLETS:
        return True
    if len(words) == 1 or not _OFFICES.isdisjoint(words):
        return False
    media = [w for w in words if w in MEDIA or w in OUTLETS or w == "news"]
    strong = len(media) > 1 or any(w not in _WEAK_MEDIA for w in media)
    return words[-1] in OUTLET_ENDS or strong or (words[0] in OUTLETS and len(words) == 2)


def _acronym(words: Sequence[Token]) -> bool:
    return len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1


def _initialled(words: Sequence[Token]) -> bool:
    """True for "KTV Sports": initials, then a word that is not in capitals."""
    first = words[0].text
    return len(words) > 1 and len(first) > 2 and first.isupper() and not words[1].text.isupper()


def _is_branch(words: Sequence[str]) -> bool:
    """True for "World Vision Norway"."""
    return len(words) > 1 and (words[-1] in countries() or words[-1] == "international")


# Arabic words for a monastery, hill, valley, mountain, spring, village, gate, river and well.
_LANDMARKS = word_set("deir tell tall wadi jabal jebel ain ayn kafr kafar bab nahr bir beit umm")


def _landmark(words: Sequence[str]) -> bool:
    """ "Deir al-Salam", "Wadi Hajar": named after what lies there."""
    return len(words) > 1 and words[0] in _LANDMARKS


def _directed(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0] in DIRECTIONS and is_place(" ".join(words[1:]))


def _by_place(tokens: Sequence[Token], first: int, last: int) -> NameKind:
    """A guess by what stands around: the subject of a cue verb, a place's preposition, an age."""
    plain = [t for t in tokens[first:last] if t.text[:1].isalpha()]
    count = sum(1 for t in plain if t.lower not in _PARTICLES)
    after = tokens[last] if last < len(tokens) else None
    before = tokens[first - 1] if first else None
    if after is not None and after.lower in FORMS and after.tag[:2] == "VB":
        return "person"
    if after is not None and after.text == "," and last + 1 < len(tokens):
        inner = tokens[last + 1]
        if inner.tag == "CD" or any(t.lower in ROLES for t in tokens[last + 1 : last + 6]):
            return "person"
    if before is not None and before.lower in _PLACE_BEFORE and count <= 2:
        return "place"
    if any(t.lower in ROLES for t in plain):
        return "other"
    if 2 <= count <= 4:
        return "other" if plain[-1].tag in {"NNPS", "NNS"} else "person"
    return _single(tokens, plain[0]) if count == 1 and plain else "other"


# Where a parse puts the names of persons and hardly those of anything else.
_PERSONAL = frozenset({"nsubj", "nmod:poss", "conj", "iobj"})


def _single(tokens: Sequence[Token], token: Token) -> NameKind:
    """A guess for one capitalised word: a place after its preposition, else by its relation."""
    if token.tag not in {"NNP", "NN"} or token.lower.endswith((".", "sm", "ty")):
        return "other"
    case = {tokens[k].lower for k in token.children if tokens[k].dep == "case"}
    if token.dep in {"obl", "nmod"} and case & _PLACE_BEFORE:
        return "place"
    determined = any(tokens[k].dep in {"det", "amod", "compound"} for k in token.children)
    return "person" if token.dep in _PERSONAL and not determined else "other"


def _agree(tokens: Sequence[Token], found: list[Mention]) -> None:
    """Give every form of a name the kind that its sure mentions have."""
    votes: dict[str, Counter[NameKind]] = {}
    surnames: set[str] = set()
    for m in found:
        text = " ".join([t.lower for t in tokens[m.first : m.last]])
        votes.setdefault(text, Counter())[m.kind] += 3 if m.sure else 1
        if m.kind == "person" and (m.sure or m.last - m.first > 1):
            surnames.add(tokens[m.last - 1].lower)
    for m in found:
        before = tokens[m.first - 1].lower if m.first else ""
        word = tokens[m.first].lower
        town = m.kind == "place" and m.last - m.first == 1 and word not in countries()
        if town and before not in _PLACE_BEFORE:
            m.sure = word not in surnames
        if m.sure:
            continue
        text = " ".join([t.lower for t in tokens[m.first : m.last]])
        best = votes[text].most_common(1)[0][0]
        m.kind = best
        if m.last - m.first == 1 and _surname(tokens[m.first].lower, surnames):
            m.kind = "person"


def _surname(word: str, surnames: set[str]) -> bool:
    """True for a surname of the report, in that spelling or one letter from it."""
    return word in surnames or (
        len(word) > 5 and any(s[:4] == word[:4] and ratio(s, word) >= 80 for s in surnames)
    )
