"""A report's words under its quotations, and the attributions found among them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from stemmata.model import Segment, Span
from stemmata.reading.english.nouns import ABBREVIATED
from stemmata.reading.english.parse import Parse, Sentence, Token

Range = tuple[int, int]
Side = Literal["before", "after", "both", "none"]
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "got"})
MARKS = frozenset({'"', "'", "''", "``"})
_JOINERS = frozenset({"and", "but", "while", "whereas", "although", "though", "or", "yet"})
# The initials of a first name: "J.K.". Two letters of a state or an hour may end a sentence.
_INITIALS = re.compile(r"(?!U\.|E\.U)(?:[A-Z]\.){2,3}?")
_HEADINGS = frozenset({"title", "kicker", "subhead"})
# A first line of more words is no headline.
LONGEST_HEADING = 25
_OPENING = frozenset({"DT", "PRP", "IN", "CC", "EX", "PRP$", "WRB"})
# Marks that may stand between a full stop and the next sentence.
_CLOSING = frozenset({'"', "'", "''", "``", ")", "]", "\u2019", "\u201d"})


@dataclass(slots=True)
class Attribution:
    """One attribution, before its source is resolved.

    `meant` is the phrase that a relative pronoun stands for; `through` are
    phrases that may name an outlet ("told X", "comments broadcast on X"), `cited`
    whom the source cites, `passed` the outlet that cites them;
    `inherits` is set where the source is that of the attribution before.
    """

    cue: Range | None
    source: Range | None
    lemma: str
    segment: Segment
    content: list[Span] = field(default_factory=list)
    words: list[Range] = field(default_factory=list)
    side: Side = "none"
    meant: Range | None = None
    through: list[Range] = field(default_factory=list)
    inherits: bool = False
    cited: Range | None = None
    passed: Range | None = None
    kind: Literal["verb", "noun", "according", "headline", "quotation"] = "verb"

    @property
    def start(self) -> int:
        """The first word of source and cue."""
        found = [r[0] for r in (self.source, self.cue) if r is not None]
        return min(found) if found else 0

    @property
    def end(self) -> int:
        """The word after the last of source and cue."""
        found = [r[1] for r in (self.source, self.cue) if r is not None]
        return max(found) if found else 0


@dataclass(slots=True)
class Scene:
    """A report's words with, for each, the index of the quotation it stands in, or -1.

    `opened` has for each word the one from which on no quotation begins or ends before it.
    """

    parse: Parse
    tokens: list[Token]
    quotes: Sequence[Span]
    inside: list[int]
    opened: list[int]


def is_heading(parse: Parse, sentence: Sentence) -> bool:
    """True for a heading, and for a first line that is written as one: With Such Capitals."""
    segment = sentence.segment
    if segment.kind in _HEADINGS:
        return True
    if sentence.first or sentence.last - sentence.first > LONGEST_HEADING:
        return False
    after = sentence.last
    if after < len(parse.tokens) and parse.tokens[after].start < segment.end:
        return False
    ends = parse.tokens[after - 1].text
    if len(ends) > 1 and ends.endswith(".") and any(c.isalpha() for c in ends):
        # "Deputies: two hurt in Orle Co.": no full stop ends it, but a shortened word.
        return True
    long = [t for t in parse.tokens[sentence.first : after] if len(t.text) > 3 and t.text.isalpha()]
    return len(long) > 2 and sum(t.text[0].isupper() for t in long) >= 0.8 * len(long)


def whole_sentences(parse: Parse) -> list[Sentence]:
    """The parse's sentences, those joined again between which no sentence ends."""
    found: list[Sentence] = []
    for sentence in parse.sentences:
        goes_on = parse.tokens[sentence.first].text == "," or not _ended(parse, sentence)
        if found and goes_on and found[-1].segment is sentence.segment:
            found[-1] = Sentence(found[-1].first, sentence.last, sentence.segment)
        else:
            found.append(sentence)
    return found


def _ended(parse: Parse, sentence: Sentence) -> bool:
    """True where the sentence before ends as sentences do, and not in a shortened title."""
    tokens, at = parse.tokens, sentence.first - 1
    while at > 0 and tokens[at].text in _CLOSING:
        at -= 1
    if at < 0:
        return True
    first = tokens[sentence.first]
    if tokens[at].text[-1] not in ".!?\u2026|":
        # Headings run into the text without a full stop: "The" and "He" begin anew.
        return tokens[at].text != ":" and first.text[0].isupper() and first.tag in _OPENING
    if _INITIALS.fullmatch(tokens[at].text) and first.tag[:3] == "NNP":
        return False
    word = tokens[at].lower if len(tokens[at].text) > 1 else tokens[max(0, at - 1)].lower
    shortened = word.rstrip(".") in ABBREVIATED and tokens[at].text[-1] == "."
    return not (shortened and first.text[0].isupper())


def scene(parse: Parse, quotes: Sequence[Span]) -> Scene:
    """Lay the quotations over the words."""
    inside = [-1] * len(parse.tokens)
    k = 0
    for token in parse.tokens:
        while k < len(quotes) and quotes[k].end <= token.start:
            k += 1
        if k < len(quotes) and quotes[k].start <= token.start:
            inside[token.i] = k
    return Scene(parse, parse.tokens, quotes, inside, _opened(parse, inside))


def _opened(parse: Parse, inside: Sequence[int]) -> list[int]:
    opened = [0] * (len(parse.tokens) + 1)
    for i, token in enumerate(parse.tokens):
        opened[i + 1] = i + 1 if inside[i] >= 0 or token.text == '"' else opened[i]
    return opened


def within(at: Scene, span: Span) -> Sequence[Span]:
    """The quotations that overlap a span."""
    first = bisect.bisect_right(at.quotes, span.start, key=lambda q: q.end)
    last = bisect.bisect_left(at.quotes, span.end, key=lambda q: q.start)
    return at.quotes[first:last]


def fill(at: Scene, found: list[Attribution]) -> None:
    """Cut the contents against each other and turn them into spans."""
    for k, one in enumerate(found):
        for first, last in one.words:
            if one.side in {"after", "both"} and first >= one.end:
                last = _cut(at, found[k + 1 :], one, first, last)
            span = _span(at, first, last)
            if span is not None:
                one.content.append(span)


def _cut(at: Scene, later: Sequence[Attribution], one: Attribution, first: int, last: int) -> int:
    """Where content that runs on after its cue meets an attribution beside it."""
    tokens = at.tokens
    for other in later:
        start = other.start
        if not first < start < last:
            continue
        before = tokens[start - 1]
        if other.side == "before" and other.source is not None:
            return start
        if other.inherits and other.meant is None:
            return start
        if other.kind == "according" and other.side == "before":
            return start
        beside = before.lower in _JOINERS or before.text in {";", "\u2014"}
        comma = before.text == "," and other.source is not None
        if beside or (comma and one.kind == "verb" and start - first > 2):
            return start
    return last


def _span(at: Scene, first: int, last: int) -> Span | None:
    """Words as a span: marks and joining words at its edges left out."""
    tokens = at.tokens
    while first < last and (tokens[first].text in {",", ":", ";", '"', "-", "\u2014", "--", "."}):
        first += 1
    while last > first and (
        tokens[last - 1].text in {",", ":", ";", ".", "-", "\u2014", "--"}
        or tokens[last - 1].lower in {"and", "but", "while"}
    ):
        last -= 1
    if last - first > 1 and tokens[last - 1].text in MARKS and at.inside[last - 2] >= 0:
        last -= 1
    if last - first > 1 and tokens[first].text in MARKS and at.inside[first + 1] >= 0:
        first += 1
    if last <= first:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    begun = at.inside[first]
    if begun >= 0:
        start = min(start, at.quotes[begun].start)
        end = max(end, at.quotes[begun].end) if last - first > 0 else end
    ended = at.inside[last - 1]
    if ended >= 0:
        end = max(end, at.quotes[ended].end)
    return Span(start, end)
