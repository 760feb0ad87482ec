"""Where the content of an attribution stands, by the order of the words.

Before the cue ("40 died, the ministry said"), after it ("the ministry said 40
died") or on both sides of it ("40, the ministry said, had died"). A clause that
is joined on with a subject of its own after such a parenthesis is the report's
own voice ("..., and rescuers were still digging").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from stemmata.reading.adjuncts import adjuncts
from stemmata.reading.clauses import (
    QUESTION,
    acts,
    clause,
    clause_at_once,
    clause_end,
    gerund_subject,
    same_subject,
)
from stemmata.reading.dismissals import tells_number
from stemmata.reading.english.cues import (
    CLAUSE_ONLY,
    DOCUMENTS,
    GERUND,
    NOUN,
    QUOTE_ONLY,
    STRONG,
    THAT_ONLY,
    TO_ONLY,
    cue_class,
)
from stemmata.reading.english.nouns import PICTURES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import phrase_after
from stemmata.reading.scene import BE, Attribution, Scene
from stemmata.reading.telling import by_number, finds_number
from stemmata.reading.words import finite

# Words that make source and cue a clause of their own ("at the dinner, where she spoke").
_SUBORDINATE = frozenset(
    {"where", "when", "who", "which", "that", "if", "because", "than", "what", "as", "whose", "how"}
)
# Prepositions that belong to the verb before them: "called for", "spoke about".
_PARTICLES = frozenset({"for", "to", "about", "on", "of", "against", "with", "at", "up", "out"})
# Words that set the scene for a clause behind them ("While the mayor said ..., the army").
_SETTING = frozenset(
    {"while", "though", "although", "when", "after", "because", "since", "before", "whereas"}
)
_SAYS = frozenset({"say", "tell", "add", "announce", "report", "state", "note", "confirm"})


def place(at: Scene, sentence: Sentence, one: Attribution, i: int) -> None:
    """Decide on which side of the cue the content stands, and where it ends."""
    _side(at, sentence, one, i)
    _with_particle(at, one, i)
    _within_clause(at, sentence, one)


def _side(at: Scene, sentence: Sentence, one: Attribution, i: int) -> None:
    tokens, last = at.tokens, sentence.last
    after, that = adjuncts(at, one, i, last)
    edge = tokens[after].text if after < last else "."
    led = after + (after == i + 1 and edge.lower() in _PARTICLES)
    starts_quote = quote_at(at, led, last)
    before_quote = _quote_before(at, one)
    if _in_relative(tokens, one, after, last):
        one.side, one.words = "after", [(after, clause_end(tokens, after, last))]
    elif edge == "," and _as_told(tokens, sentence, one):
        one.side, one.words = "after", [(after + 1, last)]
    elif before_quote is not None and not that and not _titled(at, sentence, before_quote, after):
        place_before(at, sentence, one, after)
    elif (
        starts_quote
        or that
        or (after == i + 1 < sentence.last and one.lemma in GERUND and tokens[after].tag == "VBG")
    ):
        one.side, one.words = "after", [(after, last)]
    elif edge == "so" and one.lemma in STRONG:
        one.side, one.words = "after", [(after, after + 1)]
    elif edge in {",", ".", '"', "?", "!", ";", ":", ")"} or _breaks(tokens, after, last):
        if one.lemma in QUOTE_ONLY - {"conclude", "respond"} and before_quote is None:
            return
        place_before(at, sentence, one, after)
    elif _wants_more(one.lemma, tokens, after, last):
        return
    elif one.lemma in CLAUSE_ONLY and not (one.lemma == "show" and _pictures(tokens, one)):
        if clause_at_once(tokens, after, last) or finds_number(tokens, one, after, last):
            one.side, one.words = "after", [(after, last)]
    elif one.lemma in NOUN | {"show"} or clause(tokens, after, last) or after - i > 1:
        end = last if one.lemma in _SAYS else clause_end(tokens, after, last)
        one.side, one.words = "after", [(after, end)]
    elif one.lemma in STRONG and (
        by_number(tokens, one, after, last) or _opens(at, sentence, one, last - after)
    ):
        one.side, one.words = "after", [(after, last)]
    elif one.lemma in STRONG:
        place_before(at, sentence, one, after)


def _with_particle(at: Scene, one: Attribution, i: int) -> None:
    """Let the cue of "called for", "pointed to" take the preposition that leads on from it."""
    if one.side != "after" or one.cue is None or not one.words:
        return
    first, last = one.words[0]
    if first != i + 1 or at.inside[first] >= 0 or first + 1 >= last:
        return
    if one.lemma in TO_ONLY or cue_class(one.lemma) == "promising":
        return
    if [t.lower for t in at.tokens[first : first + 2]] == ["up", "to"]:
        return
    if at.tokens[first].lower in _PARTICLES and at.tokens[first + 1].tag[:2] != "VB":
        one.cue = (one.cue[0], first + 1)
        one.words[0] = (first + 1, last)


def _within_clause(at: Scene, sentence: Sentence, one: Attribution) -> None:
    """End the content where the clause of source and cue ends before its sentence does.

    "While the mayor said 40 had died, the army spoke of 12": twelve is the army's.
    """
    tokens, start = at.tokens, one.start
    if one.side != "after" or one.source is None or not one.words:
        return
    first, last = one.words[0]
    subordinate = start > sentence.first and tokens[start - 1].lower in _SETTING
    opens = start - sentence.first <= 3 and subordinate
    relative = one.end - one.start > 1 and tokens[one.source[0]].lower in {"who", "which"}
    told_of = start > sentence.first and tokens[start - 1].lower == "which"
    if not (opens or relative or told_of):
        return
    for k in range(first + 1, last - 2):
        if relative and finite(tokens[k]) and _goes_on(tokens, k, one.start):
            # "The firm, which denied it had known, also agreed to pay": that it says itself.
            one.words = [(first, k - (tokens[k - 1].tag == "RB"))]
            return
        if tokens[k].text == "," and at.inside[k] < 0 and at.inside[k - 1] < 0:
            phrase = phrase_after(tokens, k + 1, last)
            goes = phrase is not None and phrase[1] < last and acts(tokens[phrase[1]])
            if goes or ((relative or told_of) and acts(tokens[k + 1])):
                one.words = [(first, k)]
                return


def _goes_on(tokens: Sequence[Token], k: int, start: int) -> bool:
    """True for the sentence's own verb, or one whose subject stands before word `start`."""
    return tokens[k].head == k or any(
        tokens[c].dep == "nsubj" and c < start for c in tokens[k].children
    )


def _in_relative(tokens: Sequence[Token], one: Attribution, after: int, last: int) -> bool:
    """True for "a plan which she said has failed": source and cue amid a relative clause."""
    if one.source is None or one.start == 0 or after >= last or one.lemma not in STRONG:
        return False
    relative = tokens[one.start - 1].lower in {"which", "that", "who", "whom", "what"}
    return relative and (finite(tokens[after]) or tokens[after].lower in BE)


def _as_told(tokens: Sequence[Token], sentence: Sentence, one: Attribution) -> bool:
    """True for "As the mayor said, ..." at the head of a sentence."""
    start = one.start
    if one.source is None or start == sentence.first or tokens[start - 1].lower != "as":
        return False
    ahead = tokens[sentence.first : start - 1]
    return len(ahead) < 4 and not any(finite(t) for t in ahead)


def _titled(at: Scene, sentence: Sentence, quote: int, after: int) -> bool:
    """True for the quotation marks of a title: "On “Sunday Hour,” Lee said the dam had burst"."""
    tokens = at.tokens
    first = next((k for k in range(sentence.first, after) if at.inside[k] == quote), None)
    if first is None or first == sentence.first or tokens[sentence.first].tag not in {"IN", "VBG"}:
        return False
    size = sum(1 for k in range(first, min(after, first + 8)) if at.inside[k] == quote)
    goes_on = after < sentence.last and tokens[after].tag in {"IN", "TO"}
    goes_on = goes_on or quote_at(at, after, sentence.last)
    return size <= 6 and (goes_on or clause(tokens, after, sentence.last))


def _wants_more(lemma: str, tokens: Sequence[Token], after: int, last: int) -> bool:
    """True for a verb that is no cue before what follows: "offered tea", "continued the work"."""
    word = tokens[after].lower
    if lemma in {"count", "speak"} and tells_number(tokens, after, last):
        return False
    if lemma in TO_ONLY:
        return word != "to" and not (lemma == "agree" and clause_at_once(tokens, after, last))
    return lemma in THAT_ONLY | QUOTE_ONLY and word not in QUESTION


def _pictures(tokens: Sequence[Token], one: Attribution) -> bool:
    """True for "photographs showed two men": who is no picture shows that something is so."""
    shows = PICTURES | DOCUMENTS
    return one.source is not None and any(t.lower in shows for t in tokens[slice(*one.source)])


def _opens(at: Scene, sentence: Sentence, one: Attribution, size: int) -> bool:
    """True where nothing that could be content stands before source and cue.

    `size` is how many words stand behind them.
    """
    start = one.start
    if start > sentence.first and at.tokens[start - 1].text == ";":
        return True
    ahead = at.tokens[sentence.first : start]
    bare = all(t.tag in {"RB", "CC", "IN"} or t.text in {",", '"'} for t in ahead)
    return one.source is not None and size > 2 and bare


def _breaks(tokens: Sequence[Token], k: int, last: int) -> bool:
    """True for a word that begins no content: "said and", "said adding", "said speaking"."""
    token = tokens[k]
    if token.lower in {"and", "but", "while", "after", "when", "because", "though"}:
        return True
    if token.lower == "as" and k + 1 < last:
        return tokens[k + 1].lower not in {"many", "much", "few", "little", "of", "well", "a"}
    if token.tag != "VBG" or token.lower in {"including", "according", "being"}:
        return False
    return not gerund_subject(tokens, k, last)


def quote_at(at: Scene, first: int, last: int) -> bool:
    tokens = at.tokens
    while first < last and tokens[first].text in {",", ":", '"', "-", "--", "\u2014"}:
        first += 1
        if first < last and at.inside[first] >= 0:
            return True
    return first < last and at.inside[first] >= 0


def _quote_before(at: Scene, one: Attribution) -> int | None:
    """The quotation that ends just before source and cue."""
    tokens, k = at.tokens, one.start - 1
    while k >= 0 and tokens[k].text in {'"', ",", "'", "''", "-", "--", "\u2014"}:
        k -= 1
    if k < 0 or k == one.start - 1 or at.inside[k] < 0:
        return None
    same = tokens[k].end > one.segment.start
    return at.inside[k] if same else None


def place_before(at: Scene, sentence: Sentence, one: Attribution, after: int) -> None:
    """The content before source and cue, and what goes on behind them."""
    tokens, first = at.tokens, sentence.first
    stop = one.start
    begun = _quote_before(at, one)
    if begun is not None:
        first = _quote_start(at, begun, first, stop)
    if begun is None and not _content_before(tokens, first, stop):
        parted = stop > first and tokens[stop - 1].text == "," and after < sentence.last
        if not (parted and tokens[after].text == "," and _continues(tokens, after, sentence.last)):
            return
    if begun is None and tokens[stop - 1].lower in _SUBORDINATE:
        if not (tokens[stop - 1].lower == "as" and tokens[stop - 2].text == ","):
            return
        stop -= 1
    one.side, one.words = "before", [(first, stop)]
    if begun is None and _continues(tokens, after, sentence.last):
        one.side = "both"
        one.words.append((after, sentence.last))


def _content_before(tokens: Sequence[Token], first: int, stop: int) -> bool:
    if not any(t.tag[:2] in {"NN", "PR", "CD", "EX"} for t in tokens[first:stop]):
        return False
    return clause(tokens, first, stop) or stop - first > 3


def _quote_start(at: Scene, quote: int, first: int, stop: int) -> int:
    """The first word of the content: the quotation's own, or the sentence's before it."""
    start = stop
    while start > 0 and (at.inside[start - 1] == quote or at.inside[start - 1] < 0):
        if at.inside[start - 1] < 0 and at.inside[start] == quote:
            break
        start -= 1
    if start <= first:
        return start
    ahead = [t for t in at.tokens[first:start] if t.text not in {'"', ",", ":"}]
    return first if ahead else start


def _continues(tokens: Sequence[Token], after: int, last: int) -> bool:
    """True where a sentence goes on with the same clause after "..., he said,"."""
    if after < last and tokens[after].text == ";":
        # "158 survived, said the guard; a third of them were hurt".
        ahead = [t.lower for t in tokens[after + 1 : min(last, after + 5)]]
        return ("of", "them") in pairwise(ahead)
    if after < last and tokens[after].text == ",":
        after += 1
    elif after < last and tokens[after].lower not in {"and"}:
        return False
    if after + 1 >= last or tokens[after].text in {".", '"', ";"}:
        return False
    token = tokens[after]
    if token.lower in {"but", "while", "as", "although", "after", "when"} or token.tag == "VBG":
        return False
    if token.lower == "according":
        return False
    if token.lower == "and":
        counted = [t.lower for t in tokens[after + 2 : after + 4]]
        if tokens[after + 1].tag == "CD" and counted in (["of", "them"], ["of", "these"]):
            return True
        return same_subject(tokens, after + 1, last)
    return True
