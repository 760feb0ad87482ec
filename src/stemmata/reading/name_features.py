"""What the model of names is told of a stretch of words that may be one name.

A candidate is scored by the features of its first word (with what stands
before), of its last word (with what stands after), of every word inside, and of
the whole: its pattern, the lists that it stands in, its place in the parse, what
the rules take it for and what the report says of the same words elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stemmata.reading.english.known_names import LINKS, PARTICLES, whole_classes, word_classes
from stemmata.reading.english.nouns import TIMES
from stemmata.reading.english.parse import Parse, Token
from stemmata.reading.name_rules import Mention

# The longest name that is tried, in words.
LONGEST = 9
# Function words that a sentence begins with, which begin no name.
_NEVER = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "MD", "WP", "WP$", "WDT", "WRB", "EX", "TO"})
_AT_FIRST = _NEVER | {"RB", "VBD", "VBZ", "VBP", "RBR", "RBS", "PDT"}
_JOINTS = frozenset({"-", "'s", "\u2019s", "&", ".", "'", "\u2013", "/"})
_ORDER = (
    "title", "role", "firm", "outlet", "body", "media", "placeword", "group", "time", "particle",
    "link", "nation", "country", "capital", "region", "given", "surname", "city", "building",
    "thing", "direction", "sports", "outletend", "wnplace", "town", "cue",
)  # fmt: skip
_RANK = {name: n for n, name in enumerate(_ORDER)}


@dataclass(slots=True)
class Stretch:
    """Neighbouring words among which names are looked for: tokens `first` up to `last`."""

    first: int
    last: int
    shouting: bool


@dataclass(slots=True)
class Context:
    """One report's words, and what the whole report says of them."""

    tokens: Sequence[Token]
    starts: frozenset[int]
    rules: dict[tuple[int, int], Mention] = field(default_factory=dict)
    rule_of: dict[int, Mention] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    forms: Mapping[str, Counter[str]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()


def context(parse: Parse, ruled: Sequence[Mention]) -> Context:
    """Gather what the features ask of the whole report."""
    tokens = parse.tokens
    forms: dict[str, Counter[str]] = {}
    surnames = set()
    for m in ruled:
        text = " ".join(t.lower for t in tokens[m.first : m.last])
        forms.setdefault(text, Counter())[m.kind] += 1
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
    )


def stretches(parse: Parse) -> Iterator[Stretch]:
    """Every stretch of the report: capitalised words and the small words that join them."""
    tokens = parse.tokens
    for s in parse.sentences:
        big = sum(1 for t in tokens[s.first : s.last] if t.text[0].isupper())
        shouting = big * 2 > (s.last - s.first) + 4
        at = s.first
        while at < s.last:
            if not _opens(tokens, at, s.first, s.last):
                at += 1
                continue
            end = at + 1
            while end < s.last and (step := _on(tokens, end, s.last)):
                end += step
            yield Stretch(at, end, shouting)
            at = end


def _opens(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    token = tokens[at]
    if not token.text[0].isupper():
        if token.lower not in PARTICLES or token.tag in {"IN", "DT"} or at + 1 >= last:
            return False
        joined = tokens[at + 1].text == "-" and at + 2 < last
        return tokens[at + (2 if joined else 1)].text[0].isupper()
    if token.lower in TIMES and token.lower not in {"may", "april", "june", "august"}:
        return False
    return token.tag not in (_AT_FIRST if at == first else _NEVER)


def _on(tokens: Sequence[Token], at: int, last: int) -> int:
    """How many words from `at` on go on with the stretch."""
    token = tokens[at]
    if token.text[0].isupper():
        return 0 if token.tag in {"PRP", "MD", "PRP$", "WP"} else 1
    if token.text[0].isdigit() and token.start == tokens[at - 1].end:
        return 1
    for step in (1, 2):
        if at + step >= last:
            return 0
        small = tokens[at + step - 1]
        joint = small.text in _JOINTS or small.lower in LINKS or small.lower in PARTICLES
        comma = step == 1 and small.text == "," and "firm" in word_classes(tokens[at + 1].lower)
        if not (joint or comma or (step == 2 and small.lower == "the")):
            return 0
        if tokens[at + step].text[0].isupper():
            return step + 1
    return 0


def candidates(tokens: Sequence[Token], one: Stretch) -> Iterator[tuple[int, int]]:
    """Every range of words of a stretch that may be a name."""
    for first in range(one.first, one.last):
        if not (tokens[first].text[0].isupper() or _opens(tokens, first, -1, one.last)):
            continue
        for last in range(first + 1, min(first + LONGEST, one.last) + 1):
            end = tokens[last - 1]
            if end.text[0].isupper() or end.text[0].isdigit() or end.lower in {"'s", "un", "il"}:
                yield first, last


def _shape(text: str) -> str:
    if text.isupper():
        return "A." if "." in text else "A" if len(text) == 1 else "AA"
    if text.islower():
        return "a"
    if text[1:].islower():
        return "Aa"
    return "0" if text[0].isdigit() else "AaA"


def primary(token: Token) -> str:
    """The one word that says most of a word in a pattern."""
    found = word_classes(token.lower)
    if found:
        return min(found, key=lambda c: _RANK.get(c, 99))
    return _shape(token.text)


def opening(at: Context, one: Stretch, i: int) -> list[str]:
    """Features of word `i` as the first of a name."""
    tokens = at.tokens
    token = tokens[i]
    out = [f"f={token.lower}", f"ft={token.tag}", f"fs={_shape(token.text)}"]
    out += [f"fc={c}" for c in word_classes(token.lower)]
    if i in at.starts:
        out.append(f"b=^ {token.tag}")
        return out
    before = tokens[i - 1]
    out += [f"b={before.lower}", f"bt={before.tag}"]
    out += [f"bc={c}" for c in word_classes(before.lower)]
    if i - 1 >= one.first:
        out.append(f"bin={primary(before)}>{primary(token)}")
    if i - 1 not in at.starts:
        out.append(f"bb={tokens[i - 2].lower} {before.lower}")
        if before.tag in {"DT", "JJ", ","}:
            out.append(f"bb2={before.tag} {tokens[i - 2].tag}")
    return out


def closing(at: Context, one: Stretch, i: int) -> list[str]:
    """Features of word `i` as the last of a name."""
    tokens = at.tokens
    token = tokens[i]
    word = token.lower
    out = [f"l={word}", f"lt={token.tag}", f"ls={_shape(token.text)}", f"l3={word[-3:]}",
           f"l2={word[-2:]}"]  # fmt: skip
    out += [f"lc={c}" for c in word_classes(word)]
    if i + 1 >= len(tokens) or i + 1 in at.starts:
        out.append("a=$")
        return out
    after = tokens[i + 1]
    out += [f"a={after.lower}", f"at={after.tag}"]
    out += [f"ac={c}" for c in word_classes(after.lower)]
    if i + 1 < one.last:
        out.append(f"ain={primary(token)}>{primary(after)}")
    if i + 2 < len(tokens) and i + 2 not in at.starts:
        second = tokens[i + 2]
        out.append(f"aa={after.lower} {second.tag}")
        out += [f"aac={after.text[:1]} {c}" for c in word_classes(second.lower)]
    return out


def inside(at: Context, i: int) -> list[str]:
    """Features of word `i` anywhere in a name."""
    token = at.tokens[i]
    out = [f"m={token.lower}", f"mt={token.tag}", f"ms={_shape(token.text)}"]
    out += [f"mc={c}" for c in word_classes(token.lower)]
    if token.text[0].isupper() and token.lower in at.small:
        out.append("small")
    return out


def whole(at: Context, one: Stretch, first: int, last: int) -> list[str]:
    """Features of the words `first` up to `last` together."""
    tokens = at.tokens
    words = tokens[first:last]
    text = " ".join(t.lower for t in words)
    size = min(last - first, 5)
    pattern = " ".join(primary(t) for t in words[:5])
    shapes = " ".join(_shape(t.text) for t in words[:5])
    out = [f"n={size}", f"p={pattern}", f"sh={shapes}", f"t={' '.join(t.tag for t in words[:4])}"]
    out += [f"w={c}" for c in whole_classes(text)] or [f"w=-{size}"]
    if size == 1:
        out += [f"1={text}", f"1t={words[0].tag} {first in at.starts}", f"1x={text[-4:]}"]
    if one.shouting:
        out += ["shout", f"shout{size}"]
    out += _in_parse(tokens, first, last)
    return out + _in_report(at, first, last, text)


def _in_parse(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    heads = [t for t in tokens[first:last] if not first <= t.head < last or t.head == t.i]
    head = heads[0] if heads else tokens[last - 1]
    governor = tokens[head.head]
    out = [
        f"d={head.dep}",
        f"ht={head.tag}",
        f"hp={min(head.i - first, 3)} {min(last - head.i, 3)}",
    ]
    if len(heads) > 1:
        out.append(f"heads={len(heads)}")
    if head.head != head.i:
        out += [f"g={head.dep} {governor.lemma}", f"gt={head.dep} {governor.tag}"]
        out += [f"gc={head.dep} {c}" for c in word_classes(governor.lower)]
    for k in head.children:
        if not first <= k < last:
            child = tokens[k]
            if child.dep in {"case", "det", "nmod:poss", "amod", "compound", "appos", "flat"}:
                out.append(f"c={child.dep}")
            if child.dep == "case":
                out.append(f"case={child.lower}")
            elif child.dep == "appos":
                out += [f"app={c}" for c in word_classes(child.lower)]
            elif child.dep == "compound":
                out += [f"com={c}" for c in word_classes(child.lower)]
    return out


def _in_report(at: Context, first: int, last: int, text: str) -> list[str]:
    out = []
    same = at.rules.get((first, last))
    if same is not None:
        out += [f"r={same.kind}", f"r={same.kind} {same.sure}", f"rr={same.role < first}"]
    else:
        covering = at.rule_of.get(first)
        if covering is None:
            out.append("r=none" if last - first == 1 else "r=new")
        else:
            start, end = covering.first == first, covering.last == last
            out += [f"r={start} {end}", f"r={start} {end} {covering.kind}"]
    votes = at.forms.get(text)
    if votes:
        kind, count = votes.most_common(1)[0]
        out += [f"v={kind}", f"many={min(sum(votes.values()), 4)}", f"v={kind} {min(count, 3)}"]
    if at.tokens[last - 1].lower in at.surnames:
        out.append(f"surname {min(last - first, 3)}")
    return out
