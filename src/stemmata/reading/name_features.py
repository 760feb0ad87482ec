"""What the model of names is told of a stretch of words that may be one name.

A candidate is scored by the features of its first word (with what stands
before), of its last word (with what stands after), of every word inside, and of
the whole: its pattern, the lists that it stands in, its place in the parse, what
the rules take it for and what the report says of the same words elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from stemmata.reading.english.known_names import whole_classes, word_classes
from stemmata.reading.english.parse import Parse, Token
from stemmata.reading.name_rules import Mention
from stemmata.reading.name_stretches import Stretch


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Some features that hang on one thing; made once for each, so it is its own key."""

    names: tuple[str, ...]


_ORDER = (
    "title", "role", "firm", "outlet", "body", "media", "placeword", "group", "time", "particle",
    "link", "nation", "country", "capital", "region", "given", "surname", "city", "building",
    "thing", "direction", "sports", "outletend", "wnplace", "town", "cue",
)  # fmt: skip
_RANK = {name: n for n, name in enumerate(_ORDER)}


@dataclass(slots=True)
class Context:
    """One report's words, and what the whole report says of them."""

    tokens: Sequence[Token]
    starts: frozenset[int]
    rules: dict[tuple[int, int], Mention] = field(default_factory=dict)
    rule_of: dict[int, Mention] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    forms: Mapping[tuple[str, ...], Counter[str]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    ends: Mapping[str, tuple[Features, ...]] = field(default_factory=dict)


def context(parse: Parse, ruled: Sequence[Mention]) -> Context:
    """Gather what the features ask of the whole report."""
    tokens = parse.tokens
    forms: dict[tuple[str, ...], Counter[str]] = {}
    surnames = set()
    for m in ruled:
        words = tuple([t.lower for t in tokens[m.first : m.last]])
        forms.setdefault(words, Counter())[m.kind] += 1
        if m.kind == "person" and (m.last - m.first > 1 or m.sure):
            surnames.add(tokens[m.last - 1].lower)
    return Context(
        tokens,
        frozenset(s.first for s in parse.sentences),
        {(m.first, m.last): m for m in ruled},
        {k: m for m in ruled for k in range(m.first, m.last)},
        frozenset(surnames),
        forms,
        frozenset(t.text for t in tokens if t.text.islower()),
        _ends(tokens, ruled),
    )


def _ends(tokens: Sequence[Token], ruled: Iterable[Mention]) -> dict[str, tuple[Features, ...]]:
    """For the first and last words of longer names by rule what these name."""
    found: dict[str, dict[tuple[str, str], Features]] = {}
    for m in ruled:
        if m.last - m.first > 1:
            for mark, k in (("first", m.first), ("last", m.last - 1)):
                kinds = found.setdefault(tokens[k].lower, {})
                kinds[mark, m.kind] = _pair("part", mark, m.kind)
    return {word: tuple(kinds.values()) for word, kinds in found.items()}


def shape(text: str) -> str:
    """The look of a word: capitals, small letters, both, or figures."""
    if text.isupper():
        return "A." if "." in text else "A" if len(text) == 1 else "AA"
    if text.islower():
        return "a"
    if text[1:].islower():
        return "Aa"
    return "0" if text[0].isdigit() else "AaA"


@lru_cache(maxsize=50_000)
def primary(text: str) -> str:
    """The one word that says most of a word in a pattern."""
    found = word_classes(text.lower())
    return min(found, key=lambda c: _RANK.get(c, 99)) if found else shape(text)


_END, _SMALL = Features(("a=$",)), Features(("small",))


@lru_cache(maxsize=50_000)
def _word(mark: str, text: str, tag: str) -> Features:
    """Features of one word by itself; `mark` says where it stands."""
    word = text.lower()
    out = [f"{mark}={word}", f"{mark}t={tag}", f"{mark}s={shape(text)}"]
    if mark == "l":
        out += [f"l3={word[-3:]}", f"l2={word[-2:]}"]
    if mark == "m" and len(word) > 3:
        out += [f"mp3={word[:3]}", f"ms3={word[-3:]}", f"mp4={word[:4]}", f"ms4={word[-4:]}"]
    return Features((*out, *(f"{mark}c={c}" for c in word_classes(word))))


@lru_cache(maxsize=50_000)
def _pair(mark: str, one: str, other: str) -> Features:
    return Features((f"{mark}={one} {other}",))


@lru_cache(maxsize=50_000)
def _classes(mark: str, word: str) -> Features:
    return Features(tuple(f"{mark} {c}" for c in word_classes(word)))


def opening(at: Context, one: Stretch, i: int) -> list[Features]:
    """Features of word `i` as the first of a name."""
    tokens = at.tokens
    token = tokens[i]
    out = [_word("f", token.text, token.tag)]
    if i in at.starts:
        out.append(_pair("b", "^", token.tag))
        return out
    before = tokens[i - 1]
    out.append(_word("b", before.text, before.tag))
    if i - 1 >= one.first:
        out.append(_pair("bin", primary(before.text), primary(token.text)))
    if i - 1 not in at.starts:
        second = tokens[i - 2]
        out.append(_pair("bb", second.lower, before.lower))
        if before.tag in {"DT", "JJ", ","}:
            out.append(_pair("bb2", before.tag, second.tag))
    return out


def closing(at: Context, one: Stretch, i: int) -> list[Features]:
    """Features of word `i` as the last of a name."""
    tokens = at.tokens
    token = tokens[i]
    out = [_word("l", token.text, token.tag)]
    if i + 1 >= len(tokens) or i + 1 in at.starts:
        out.append(_END)
        return out
    after = tokens[i + 1]
    out.append(_word("a", after.text, after.tag))
    if i + 1 < one.last:
        out.append(_pair("ain", primary(token.text), primary(after.text)))
    if i + 2 < len(tokens) and i + 2 not in at.starts:
        second = tokens[i + 2]
        out += [
            _pair("aa", after.lower, second.tag),
            _classes(f"aac={after.text[:1]}", second.lower),
        ]
    return out


def inside(at: Context, i: int) -> list[Features]:
    """Features of word `i` anywhere in a name."""
    token = at.tokens[i]
    out = [_word("m", token.text, token.tag)]
    if token.text[0].isupper() and token.lower in at.small:
        out.append(_SMALL)
    return out


def whole(at: Context, one: Stretch, first: int, last: int) -> list[Features]:
    """Features of the words `first` up to `last` together."""
    words = at.tokens[first:last]
    out = [_words(tuple([t.text for t in words])), _pair("t", *_tags(words))]
    if last - first == 1:
        out.append(_pair("1t", words[0].tag, "first" if first in at.starts else "later"))
    if one.shouting:
        out.append(_pair("shout", "", str(min(last - first, 5))))
    head, heads = head_of(at.tokens, first, last)
    out += _in_parse(at.tokens, first, last, head, heads)
    out += _beside(at, first, last, head)
    return out + _in_report(at, first, last)


def _tags(words: Sequence[Token]) -> tuple[str, str]:
    return words[0].tag, " ".join([t.tag for t in words[1:4]])


@lru_cache(maxsize=50_000)
def _words(texts: tuple[str, ...]) -> Features:
    """Features of all the words of a candidate, whatever stands around."""
    size, text = min(len(texts), 5), " ".join(texts).lower()
    pattern = " ".join(primary(t) for t in texts[:5])
    shapes = " ".join(shape(t) for t in texts[:5])
    out = [f"n={size}", f"p={pattern}", f"sh={shapes}"]
    out += [f"w={c}" for c in whole_classes(text)] or [f"w=-{size}"]
    if size == 1:
        out += [f"1={text}", f"1x={text[-4:]}"]
    return Features(tuple(out))


def head_of(tokens: Sequence[Token], first: int, last: int) -> tuple[Token, int]:
    """The word of a range that the others hang on, and how many hang on words outside."""
    if last - first == 1:
        return tokens[first], 1
    heads = [t for t in tokens[first:last] if not first <= t.head < last or t.head == t.i]
    return (heads[0] if heads else tokens[last - 1]), len(heads)


def _in_parse(
    tokens: Sequence[Token], first: int, last: int, head: Token, heads: int
) -> list[Features]:
    governor = tokens[head.head]
    place = f"{min(head.i - first, 3)} {min(last - head.i, 3)}"
    out = [_head(head.dep, head.tag, place, heads)]
    if head.head != head.i:
        out.append(_governor(head.dep, governor.lemma, governor.tag, governor.lower))
    for k in head.children:
        if not first <= k < last and tokens[k].dep in _TELLING:
            out.append(_child(tokens[k].dep, tokens[k].lower))
    return out


def _beside(at: Context, first: int, last: int, head: Token) -> list[Features]:
    """What the rules take the names for that stand in one row with this: "Orma and X"."""
    out = []
    if head.dep == "conj" and not first <= head.head < last:
        out.append(_rowed("up", at.rule_of.get(head.head)))
    for k in head.children:
        if k >= last and at.tokens[k].dep == "conj":
            out.append(_rowed("down", at.rule_of.get(k)))
            break
    return out


def _rowed(way: str, other: Mention | None) -> Features:
    return _pair("cjr", way, other.kind if other else "none")


# Relations of words beside a name to its head that tell what it names.
_TELLING = frozenset({"case", "det", "nmod:poss", "amod", "compound", "appos", "flat", "conj"})


@lru_cache(maxsize=50_000)
def _head(dep: str, tag: str, place: str, heads: int) -> Features:
    return Features((f"d={dep}", f"ht={tag}", f"hp={place}", f"heads={heads}"))


@lru_cache(maxsize=50_000)
def _governor(dep: str, lemma: str, tag: str, word: str) -> Features:
    classes = [f"gc={dep} {c}" for c in word_classes(word)]
    return Features((f"g={dep} {lemma}", f"gt={dep} {tag}", *classes))


@lru_cache(maxsize=50_000)
def _child(dep: str, word: str) -> Features:
    if dep == "case":
        return Features(("c=case", f"case={word}"))
    told = word_classes(word) if dep in {"appos", "compound", "conj"} else ()
    return Features((f"c={dep}", *(f"c={dep} {c}" for c in told)))


def _in_report(at: Context, first: int, last: int) -> list[Features]:
    size = last - first
    same = at.rules.get((first, last))
    covering = at.rule_of.get(first)
    if same is not None:
        out = [_ruled(same.kind, same.sure, same.role < first)]
    elif covering is None:
        out = [_NEW_ONE if size == 1 else _NEW]
    else:
        mark = f"{covering.first == first} {covering.last == last}"
        out = [_pair("rc", mark, covering.kind)]
    if size == 1:
        out += at.ends.get(at.tokens[first].lower, ())
    votes = at.forms.get(tuple([t.lower for t in at.tokens[first:last]]))
    if votes:
        kind, count = votes.most_common(1)[0] if len(votes) > 1 else next(iter(votes.items()))
        out.append(_voted(kind, min(count, 3), min(sum(votes.values()), 4)))
    if at.tokens[last - 1].lower in at.surnames:
        out.append(_pair("surname", "", str(min(size, 3))))
    return out


_NEW_ONE, _NEW = Features(("r=none",)), Features(("r=new",))


@lru_cache(maxsize=1000)
def _ruled(kind: str, sure: bool, called: bool) -> Features:
    return Features((f"r={kind}", f"r={kind} {sure}", f"rr={called}"))


@lru_cache(maxsize=1000)
def _voted(kind: str, count: int, many: int) -> Features:
    return Features((f"v={kind}", f"many={many}", f"v={kind} {count}"))
