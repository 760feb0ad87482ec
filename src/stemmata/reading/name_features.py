"""What the model of names is told of a stretch of words that may be one name.

A candidate is scored by the features of its words, each by itself (`own`), of what
stands before its first and after its last, and of the whole: its pattern, the
lists that it stands in, its place in the parse, what the rules take it for and
what the report says of the same words elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from stemmata.reading.english.known_names import whole_classes, word_classes
from stemmata.reading.english.name_weights import Bundle
from stemmata.reading.english.parse import Parse, Token
from stemmata.reading.name_rules import Mention
from stemmata.reading.name_stretches import Stretch

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
    forms: Mapping[tuple[str, ...], Bundle] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    heads: dict[tuple[int, int], tuple[Token, int]] = field(default_factory=dict)
    ends: Mapping[str, tuple[Bundle, ...]] = field(default_factory=dict)


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
        {words: _heard(votes) for words, votes in forms.items()},
        frozenset([t.text for t in tokens if t.text.islower()]),
        ends=_ends(tokens, ruled),
    )


def _ends(tokens: Sequence[Token], ruled: Iterable[Mention]) -> dict[str, tuple[Bundle, ...]]:
    """For the first and last words of longer names by rule what these name."""
    found: dict[str, dict[tuple[str, str], Bundle]] = {}
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


_END, _SMALL = "a=$", "small"


def of_word(mark: str, text: str, tag: str) -> tuple[str, ...]:
    """Features of one word by itself.

    `mark` says where it stands: "f" first, "l" last, "m" anywhere in a name, "b" before it, "a"
    after it.
    """
    word = text.lower()
    out = [f"{mark}={word}", f"{mark}t={tag}", f"{mark}s={shape(text)}"]
    if mark == "l":
        out += [f"l3={word[-3:]}", f"l2={word[-2:]}"]
    if mark == "m" and len(word) > 3:
        out += [f"mp3={word[:3]}", f"ms3={word[-3:]}", f"mp4={word[:4]}", f"ms4={word[-4:]}"]
    return (*out, *[f"{mark}c={c}" for c in word_classes(word)])


def _pair(mark: str, one: str, other: str) -> str:
    return f"{mark}={one} {other}"


def of_one(text: str, tag: str) -> tuple[str, ...]:
    """Features of a candidate of one word."""
    return *_words([text]), _pair("t", tag, "")


def placed(tag: str, place: str) -> str:
    """The feature of a candidate of one word, "first" in its sentence or "later"."""
    return _pair("1t", tag, place)


def own(at: Context, first: int, last: int) -> list[Bundle]:
    """Features that hang on single words of a name, or beside it, and on no other word."""
    tokens = at.tokens
    marked = [("f", tokens[first]), ("l", tokens[last - 1])]
    marked += [("m", t) for t in tokens[first:last]]
    if first not in at.starts:
        marked.append(("b", tokens[first - 1]))
    if last < len(tokens) and last not in at.starts:
        marked.append(("a", tokens[last]))
    out: list[Bundle] = [(of_word, mark, token.text, token.tag) for mark, token in marked]
    if last - first == 1:
        place = "first" if first in at.starts else "later"
        out += (of_one, tokens[first].text, tokens[first].tag), placed(tokens[first].tag, place)
    return out


def opening(at: Context, one: Stretch, i: int) -> list[Bundle]:
    """Features of word `i` as the first of a name, and of what stands before."""
    tokens = at.tokens
    token = tokens[i]
    out: list[Bundle] = []
    if i in at.starts:
        out.append(_pair("b", "^", token.tag))
        return out
    before = tokens[i - 1]
    if i - 1 >= one.first:
        out.append(_pair("bin", primary(before.text), primary(token.text)))
    if i - 1 not in at.starts:
        second = tokens[i - 2]
        out.append(_pair("bb", second.lower, before.lower))
        if before.tag in {"DT", "JJ", ","}:
            out.append(_pair("bb2", before.tag, second.tag))
    return out


def closing(at: Context, one: Stretch, i: int) -> list[Bundle]:
    """Features of word `i` as the last of a name, and of what stands after."""
    tokens = at.tokens
    token = tokens[i]
    out: list[Bundle] = []
    if i + 1 >= len(tokens) or i + 1 in at.starts:
        out.append(_END)
        return out
    after = tokens[i + 1]
    if i + 1 < one.last:
        out.append(_pair("ain", primary(token.text), primary(after.text)))
    if i + 2 < len(tokens) and i + 2 not in at.starts:
        second = tokens[i + 2]
        out.append(_pair("aa", after.lower, second.tag))
        out += [f"aac={after.text[:1]} {c}" for c in word_classes(second.lower)]
    return out


def inside(at: Context, i: int) -> list[Bundle]:
    """What the report says of word `i`, anywhere in a name."""
    token = at.tokens[i]
    return [_SMALL] if token.lower in at.small and token.text[0].isupper() else []


def whole(at: Context, one: Stretch, first: int, last: int) -> list[Bundle]:
    """Features of the words `first` up to `last` together."""
    out = _in_parse(at, first, last)
    out += _in_report(at, first, last)
    if last - first > 1:
        words = at.tokens[first:last]
        out += _words([t.text for t in words])
        out.append(_pair("t", *_tags(words)))
    if one.shouting:
        out.append(_pair("shout", "", str(min(last - first, 5))))
    return out


def _tags(words: Sequence[Token]) -> tuple[str, str]:
    return words[0].tag, " ".join([t.tag for t in words[1:4]])


@lru_cache(maxsize=50_000)
def _look(text: str) -> tuple[str, str]:
    return primary(text), shape(text)


def _words(texts: Sequence[str]) -> list[str]:
    """Features of all the words of a candidate, whatever stands around."""
    size, text = min(len(texts), 5), " ".join(texts).lower()
    looks = [_look(t) for t in texts[:5]]
    pattern, shapes = " ".join([p for p, _ in looks]), " ".join([s for _, s in looks])
    out = [f"n={size}", f"p={pattern}", f"sh={shapes}"]
    out += [f"w={c}" for c in whole_classes(text)] or [f"w=-{size}"]
    if size == 1:
        out += [f"1={text}", f"1x={text[-4:]}"]
    return out


def head_of(at: Context, first: int, last: int) -> tuple[Token, int]:
    """The word of a range that the others hang on, and how many hang on words outside."""
    if last - first == 1:
        return at.tokens[first], 1
    found = at.heads.get((first, last))
    if found is None:
        words = at.tokens[first:last]
        heads = [t for t in words if not first <= t.head < last or t.head == t.i]
        found = at.heads[first, last] = (heads[0] if heads else words[-1]), len(heads)
    return found


def _in_parse(at: Context, first: int, last: int) -> list[Bundle]:
    tokens = at.tokens
    head, heads = head_of(at, first, last)
    governor = tokens[head.head]
    place = (0, 1) if last - first == 1 else (min(head.i - first, 3), min(last - head.i, 3))
    out: list[Bundle] = [(_head, head.dep, head.tag, *place, heads)]
    if head.head != head.i:
        out.append((_governor, head.dep, governor.lemma, governor.tag, governor.lower))
    if head.dep == "conj" and not first <= head.head < last:
        out.append(_rowed("up", at.rule_of.get(head.head)))
    alone = True
    for k in head.children:
        if first <= k < last or (dep := tokens[k].dep) not in _TELLING:
            continue
        out.append((_child, dep, tokens[k].lower))
        if alone and dep == "conj" and k >= last:
            out.append(_rowed("down", at.rule_of.get(k)))
            alone = False
    return out


def _rowed(way: str, other: Mention | None) -> str:
    """What the rules take a name for that stands in one row with this: "Orma and X"."""
    return _pair("cjr", way, other.kind if other else "none")


# Relations of words beside a name to its head that tell what it names.
_TELLING = frozenset({"case", "det", "nmod:poss", "amod", "compound", "appos", "flat", "conj"})


def _head(dep: str, tag: str, before: int, after: int, heads: int) -> tuple[str, ...]:
    return f"d={dep}", f"ht={tag}", f"hp={before} {after}", f"heads={heads}"


def _governor(dep: str, lemma: str, tag: str, word: str) -> tuple[str, ...]:
    classes = [f"gc={dep} {c}" for c in word_classes(word)]
    return f"g={dep} {lemma}", f"gt={dep} {tag}", *classes


def _child(dep: str, word: str) -> tuple[str, ...]:
    if dep == "case":
        return "c=case", f"case={word}"
    told = word_classes(word) if dep in {"appos", "compound", "conj"} else ()
    return f"c={dep}", *[f"c={dep} {c}" for c in told]


def _in_report(at: Context, first: int, last: int) -> list[Bundle]:
    size = last - first
    same = at.rules.get((first, last))
    covering = at.rule_of.get(first)
    out: list[Bundle]
    if same is not None:
        out = [(_ruled, same.kind, same.sure, same.role < first)]
    elif covering is None:
        out = [_NEW_ONE if size == 1 else _NEW]
    else:
        mark = f"{covering.first == first} {covering.last == last}"
        out = [_pair("rc", mark, covering.kind)]
    if size == 1:
        out += at.ends.get(at.tokens[first].lower, ())
    votes = at.forms.get(tuple([t.lower for t in at.tokens[first:last]]))
    if votes is not None:
        out.append(votes)
    if at.tokens[last - 1].lower in at.surnames:
        out.append(_pair("surname", "", str(min(size, 3))))
    return out


_NEW_ONE, _NEW = "r=none", "r=new"


def _ruled(kind: str, sure: bool, called: bool) -> tuple[str, ...]:
    return f"r={kind}", f"r={kind} {sure}", f"rr={called}"


def _heard(votes: Counter[str]) -> Bundle:
    kind, count = votes.most_common(1)[0] if len(votes) > 1 else next(iter(votes.items()))
    return _voted, kind, min(count, 3), min(sum(votes.values()), 4)


def _voted(kind: str, count: int, many: int) -> tuple[str, ...]:
    return f"v={kind}", f"many={many}", f"v={kind} {count}"
