"""Names of persons, organisations, places and outlets in one report.

Rules find runs of capitalised words and guess what they name (`name_rules`). A
small trained model hears what they say and decides on extent and kind
(`name_search`). Outlets are told from other bodies by words for media, and the
report itself has the last word: a name typed surely is typed so everywhere, and
a surname alone follows its person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from stemmata.model import Span
from stemmata.reading.english.known_names import countries, is_place, word_classes
from stemmata.reading.english.name_weights import NameKind, weights
from stemmata.reading.english.nouns import BODIES
from stemmata.reading.english.parse import Parse, Token
from stemmata.reading.name_features import context
from stemmata.reading.name_rules import Mention, by_rule, is_outlet, is_title
from stemmata.reading.name_search import Found, search
from stemmata.reading.name_stretches import LONGEST, Stretch, stretches

__all__ = ["Mention", "Name", "NameKind", "is_place", "mentions", "names"]

# From this probability on the model is taken to be sure of a name's kind; under DOUBTED the
# other mentions of the same form outvote it. By judgement; not tuned.
SURE = 0.9
DOUBTED = 0.8
# Under these the model hardly holds with its own kind, and what the rules are sure of stands, or
# else what they guess. Set by hand so that the invented sentences of the tests read right.
HALF_SURE, GUESSED = 0.5, 0.4
# From this probability on that each of its words is of no name, what the rules are sure of is none:
# a word alone, and several. On names held out, 11 of 12 words alone between 0.6 and 0.7 were
# wrong, and 5 of 12 names of several words between 0.7 and 0.85.
NO_NAME_ALONE, NO_NAME = 0.6, 0.85


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: its span, its words, and what it names."""

    span: Span
    text: str
    kind: NameKind


def names(parse: Parse) -> tuple[Name, ...]:
    """Every name of the report, in the order of the text."""
    text = parse.report.text
    found = []
    for m in mentions(parse):
        span = parse.span(m.first, m.last)
        found.append(Name(span, text[span.start : span.end], m.kind))
    return tuple(found)


def mentions(parse: Parse) -> list[Mention]:
    """The names as ranges of words, typed, those of one form alike over the whole report."""
    tokens = parse.tokens
    ruled = by_rule(parse)
    places = list(stretches(parse))
    guesses = list(search(context(parse, ruled), places, weights()))
    left = {one.first: one.probability for one in guesses if one.kind == "other"}
    found = [
        _checked(part, ruled)
        for one in guesses
        if one.kind != "other"
        for part in _parted(tokens, one)
    ]
    found = [_bodied(one, after, ruled) for one, after in zip_longest(found, found[1:])]
    found = _lengthened(tokens, found)
    kinds = _agreed(tokens, found)
    out = [_mention(tokens, one, kind) for one, kind in zip(found, kinds, strict=True)]
    shouted = [one for one in places if one.shouting]
    return sorted(_kept(tokens, ruled, out, shouted, left), key=lambda m: m.first)


def _kept(
    tokens: Sequence[Token],
    ruled: Sequence[Mention],
    found: Sequence[Mention],
    shouted: Sequence[Stretch],
    left: Mapping[int, float],
) -> list[Mention]:
    """The model's names, and those by rule that it does not gainsay.

    Where the model sees no name and the rules have a person after a title, it stands, but
    for doubtful words in headlines; so does another name that they are sure of, unless
    the model is sure that there is none. Where they guess, it is a name of some other thing.
    """
    heads = {k for one in shouted for k in range(one.first, one.last)}
    called = [
        m
        for m in ruled
        if m.kind == "person" and m.sure and m.role < m.first
        if m.first not in heads or all(t.tag == "NNP" for t in tokens[m.first : m.last])
    ]
    out = list(found)
    taken = {k for m in out for k in range(m.first, m.last)}
    out += [m for m in called if taken.isdisjoint(range(m.first, m.last))]
    taken = {k for m in out for k in range(m.first, m.last)}
    for m in ruled:
        if taken.isdisjoint(range(m.first, m.last)):
            none = min(left.get(k, 0.0) for k in range(m.first, m.last))
            least = NO_NAME if m.last - m.first > 1 else NO_NAME_ALONE
            kind = m.kind if m.sure and none < least else "other"
            out.append(Mention(m.first, m.last, kind, False, m.role))
    return out


def _parted(tokens: Sequence[Token], one: Found) -> Iterator[Found]:
    """A name, or two: in "Ann Lee of Orma" the place or body is none of hers.

    Only after a single name, "Peter of Orma", is it part of the person's.
    """
    at = next((k for k in range(one.first + 1, one.last - 1) if tokens[k].lower == "of"), 0)
    if one.kind != "person" or not at or at - one.first < 2 or _holy(tokens[one.first]):
        yield one
        return
    yield Found(one.first, at, "person", one.probability)
    begin = at + 2 if tokens[at + 1].lower == "the" and at + 2 < one.last else at + 1
    rest = tokens[begin : one.last]
    body = any(t.lower in BODIES or (t.text.isupper() and len(t.text) > 1) for t in rest)
    yield Found(begin, one.last, "organisation" if body else "place", one.probability)


def _bodied(one: Found, after: Found | None, ruled: Sequence[Mention]) -> Found:
    """The body that begins with what the model only half takes for a person: "Orma Police"."""
    if one.kind != "person" or one.probability >= HALF_SURE:
        return one
    for m in ruled:
        free = after is None or m.last <= after.first
        if m.kind == "organisation" and m.first == one.first and m.last > one.last and free:
            return Found(m.first, m.last, "organisation", one.probability)
    return one


def _lengthened(tokens: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """A doubtful name has the extent of the body with the same words elsewhere in the report."""
    bodies = {
        tuple([t.lower for t in tokens[one.first : one.last]])
        for one in found
        if one.kind == "organisation" and one.last - one.first > 1
    }
    out = []
    for one, after in zip_longest(found, found[1:]):
        if one.probability < HALF_SURE and bodies:
            most = after.first if after else len(tokens)
            for last in range(one.last + 1, min(most, one.first + LONGEST) + 1):
                if tuple([t.lower for t in tokens[one.first : last]]) in bodies:
                    one = Found(one.first, last, "organisation", one.probability)
        out.append(one)
    return out


def _holy(token: Token) -> bool:
    return token.lower.rstrip(".") in {"st", "saint"}


def _checked(one: Found, ruled: Sequence[Mention]) -> Found:
    """A guess of the model, or what the rules take the same words for.

    Only their kind counts, not their extent: on names held out it was worse than the model's. But
    a longer outlet's name is theirs unless the model is sure: "The Harbour Post" is no harbour.
    """
    if one.probability >= SURE:
        return one
    if one.kind != "person":
        for m in ruled:
            around = m.first <= one.first and one.last <= m.last
            if m.kind == "outlet" and m.sure and around:
                return Found(m.first, m.last, "organisation", one.probability)
    if one.probability >= HALF_SURE:
        return one
    for m in ruled:
        if one.probability >= GUESSED and not m.sure:
            continue
        same = (m.first, m.last) == (one.first, one.last)
        if m.kind not in {"other", "outlet"} and same:
            return Found(m.first, m.last, m.kind, one.probability)
    return one


def _mention(tokens: Sequence[Token], one: Found, kind: NameKind) -> Mention:
    words = [t.lower for t in tokens[one.first : one.last]]
    if (
        kind != "place"
        and len(words) == 1
        and words[0][-1:] == "s"
        and words[0][:-1] in countries()
    ):
        kind = "place"  # "Perus": a country that lost its apostrophe
    if is_outlet(words) and (kind != "person" or "given" not in word_classes(words[0])):
        kind = "outlet"
    role = one.first
    while kind == "person" and role and tokens[role - 1].sentence == tokens[one.first].sentence:
        if not (is_title(tokens[role - 1]) or tokens[role - 1].text in {"-", "."}):
            break
        role -= 1
    return Mention(one.first, one.last, kind, one.probability >= SURE, role)


def _agreed(tokens: Sequence[Token], found: Sequence[Found]) -> list[NameKind]:
    """The kind of each name when all mentions of its form are heard."""
    votes: dict[str, dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    surnames: dict[str, float] = {}
    for one in found:
        votes[_form(tokens, one)][one.kind] += one.probability
        if one.kind == "person" and one.last - one.first > 1:
            last = tokens[one.last - 1].lower
            surnames[last] = max(surnames.get(last, 0.0), one.probability)
    kinds: list[NameKind] = []
    for one in found:
        kind = one.kind
        if one.probability < DOUBTED:
            heard = votes[_form(tokens, one)]
            kind = max(heard, key=lambda k: heard[k])
        if one.last - one.first == 1 and one.probability < SURE:
            bearer = surnames.get(tokens[one.first].lower, 0.0)
            kind = "person" if bearer > one.probability else kind
        kinds.append(kind)
    return kinds


def _form(tokens: Sequence[Token], one: Found) -> str:
    return " ".join([t.lower for t in tokens[one.first : one.last]])
