"""Numbers that a sentence itself says are not so: "not 27 but 19", "far from the 300 claimed".

Such a number is no report of whoever writes or speaks there. It becomes a statement
of its own whose class is a denial: its source is that of the statement it stands in,
and nobody where the report speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stemmata.model import CueClass, Statement
from stemmata.reading.english.counted_nouns import HARM
from stemmata.reading.english.cues import word_set
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.scene import BE, Range

# What is denied, with the word that denies it.
Denied = tuple[Range, Range]

_NOT = frozenset({"not", "n't"})
# "Not only 27", "not fewer than 27", "not all 27" deny no number.
_NO_DENIAL = word_set("only just merely simply all every fewer less more until since later than")
# Before these "not" is no denial: "dozens, if not hundreds", "whether or not".
_OPEN = word_set("if whether or why")
_LEADING = word_set("a an some about around exactly even almost nearly roughly at least as many")
_VAGUE = word_set("dozens scores hundreds thousands tens millions")
_PAST = word_set("ago later before after from away earlier old long wide deep apart into")
# What counts: of it a number is said to be so or not.
_COUNTS = word_set("toll number figure count total tally sum estimate")
# What was told before, and is set against what the sentence tells.
_TOLD = word_set(
    "claimed reported given announced cited quoted alleged stated published broadcast put said "
    "mentioned circulated rumoured rumored declared asserted touted"
)
_TELLINGS = word_set(
    "report reports claim claims rumour rumours rumor rumors allegation allegations figure figures "
    "number numbers toll tolls estimate estimates statement statements assertion assertions news "
    "story stories suggestion suggestions count account accounts tally death-toll posts post"
)
_FALSE = word_set(
    "false untrue incorrect wrong inaccurate baseless unfounded groundless fabricated exaggerated "
    "inflated overstated fake mistaken erroneous bogus invented nonsense lie lies exaggeration "
    "fiction fabrication rubbish overblown invention disinformation misinformation hoax"
)
_TRUE = word_set("true correct accurate right real founded so")
_DEGREE = word_set(
    "a an the simply just completely entirely totally absolutely all pure utterly grossly wildly "
    "greatly vastly highly clearly plainly also very blatant outright complete being been as"
)
_CALLED = word_set(
    "call calls called calling label labels labelled labeled brand brands branded describe "
    "describes described describing dub dubs dubbed term terms termed"
)
_UNTRUE = re.compile(
    r"\b(?:it|this) (?:is|was|'s) (?:(?:simply|just|absolutely|completely|entirely|totally) )?"
    r"(?:(?:not|n't) (?:\w+ly )?(?:true|correct|accurate|the case)|untrue|false|a lie|a myth"
    r"|incorrect|nonsense)(?: to (?:say|claim|suggest|believe))? that\b"
    r"|\bthere (?:is|was|'s) (?:no(?: \w+)?|not any|n't any) (?:truth|basis|evidence|substance)"
    r"(?: (?:in|to|for|behind|of))?(?: \w+){0,3}? that\b"
)
# Without one of these a sentence denies nothing.
_DENYING = _NOT | _FALSE | _TRUE | word_set("neither far nowhere rather instead contrary myth no")
# What a speaker told before, and tells no longer.
_OWN_WORDS = word_set("announced thought given said stated put estimated believed counted told")
_BEFORE = word_set("first earlier initially originally previously before")
# A denied number's noun ends at most so many words behind it.
_NOUN = 4
# Between a word of telling and the verb that calls it false, at most so many words.
_REACH = 18


def with_denials(parse: Parse, told: Sequence[Statement]) -> list[Statement]:
    """The statements with one more for each number that a sentence says is not so."""
    found = list(told)
    for n, sentence in enumerate(parse.sentences):
        after = parse.sentences[n + 1] if n + 1 < len(parse.sentences) else None
        for cue, words in (*denied(parse, sentence), *_asked(parse, sentence, after)):
            one = _statement(parse, cue, words, told)
            if one is not None:
                found.append(one)
    return found


def _statement(
    parse: Parse, cue: Range, words: Range, told: Sequence[Statement]
) -> Statement | None:
    """The denial of `words`, in the voice of the innermost statement that holds them."""
    content, said = parse.span(*words), parse.span(*cue)
    over = [
        (one.source is None, s.end - s.start, n)
        for n, one in enumerate(told)
        for s in one.content
        if s.start <= content.start and content.end <= s.end
    ]
    if not over:
        return Statement("", parse.report.id, None, said, (content,), "indirect",
                         cue_class="denying")  # fmt: skip
    held = told[min(over)[2]]
    if held.cue_class == "denying":
        return None
    turn: CueClass = "doubting" if _withdrawn(parse, words[1]) else "denying"
    return replace(held, cue=said, content=(content,), cue_class=turn)


def _withdrawn(parse: Parse, end: int) -> bool:
    """ "41 had fled, not 37 as first announced": the number that the same speaker told before.

    "Not the 40 million some have claimed" is others' claim: neither is the speaker's denial.
    """
    after = list(_until_comma(parse.tokens, end, len(parse.tokens)))
    words = {t.lower for t in after}
    if words & _OWN_WORDS and words & _BEFORE:
        return True
    others = bool(after) and after[0].lower in {"some", "others", "many"}
    return others and bool(words & _TOLD)


def denied(parse: Parse, sentence: Sentence) -> Iterator[Denied]:
    """The numbers that a sentence denies, each with the word that denies it."""
    tokens, first, last = parse.tokens, sentence.first, sentence.last
    words = [t.lower for t in tokens[first:last]]
    if _DENYING.isdisjoint(words) or not any(_numeric(t) for t in tokens[first:last]):
        return
    for i, word in enumerate(words, first):
        if word in _NOT:
            yield from _not(tokens, i, first, last)
        elif word == "neither":
            yield from _neither(tokens, i, last)
        elif word in {"far", "nowhere", "rather", "instead", "contrary"}:
            yield from _set_against(tokens, i, first, last)
        elif word in _FALSE or (word in _TRUE and i > first):
            yield from _called_false(tokens, i, first)
    yield from _untrue(parse, sentence)


def _numeric(token: Token) -> bool:
    return token.tag == "CD" or token.lower in _VAGUE


def _number(tokens: Sequence[Token], k: int, last: int) -> Range | None:
    """A hedged number from word `k` on, with its noun; None where none stands there."""
    at = k
    while at < last and not _numeric(tokens[at]):
        if tokens[at].lower not in _LEADING and tokens[at].tag != "$":
            return None
        at += 1
    if at >= last:
        return None
    end = at + 1
    while end < last and end - at <= _NOUN and (
        tokens[end].tag in {"CD", "NN", "NNS", "JJ", "HYPH", "$"} or tokens[end].text in {"-", "%"}
    ):  # fmt: skip
        end += 1
    return k, end


def _not(tokens: Sequence[Token], i: int, first: int, last: int) -> Iterator[Denied]:
    """ "There are not 27 dead", "19 people, not 27": the number behind "not"."""
    before = tokens[i - 1].lower if i > first else ""
    if before in _OPEN or i + 1 >= last or tokens[i + 1].lower in _NO_DENIAL:
        return
    definite = tokens[i + 1].lower == "the"
    words = _number(tokens, i + 1 + definite, last)
    if words is None:
        yield from _not_done(tokens, i, last)
    elif not _idiom(tokens, words, last) and (not definite or _told_of(tokens, words[1], last)):
        yield (i, i + 1), words
        yield from _or_another(tokens, i, words[1], last)


def _or_another(tokens: Sequence[Token], i: int, end: int, last: int) -> Iterator[Denied]:
    """ "Not 27 or 30": the second."""
    if end < last and tokens[end].lower == "or":
        words = _number(tokens, end + 1, last)
        if words is not None:
            yield (i, i + 1), words


def _idiom(tokens: Sequence[Token], words: Range, last: int) -> bool:
    """ "Not 20 minutes later", "not 200 metres from", "not 100 percent sure"."""
    after = tokens[words[1]].lower if words[1] < last else "."
    share = any(t.lower in {"percent", "cent", "%"} for t in tokens[slice(*words)])
    return after in _PAST or (share and tokens[words[1] - 1].tag == "JJ")


def _told_of(tokens: Sequence[Token], end: int, last: int) -> bool:
    """True where what was told before is meant: "the 27 reported", "the 27 that X had claimed"."""
    return any(
        t.lower in _TOLD or (t.lower == "but" and t.i <= end + 1)
        for t in _until_comma(tokens, end, last)
    )


def _until_comma(tokens: Sequence[Token], first: int, last: int) -> Iterator[Token]:
    for token in tokens[first : min(last, first + 10)]:
        if token.text in {",", ";", "."}:
            return
        yield token


def _not_done(tokens: Sequence[Token], i: int, last: int) -> Iterator[Denied]:
    """ "Did not kill 40 but 12", "did not kill 40, as the rebels said", "did not wound 40"."""
    verb = i + 1
    if tokens[verb].tag not in {"VB", "VBN"}:
        return
    words = _number(tokens, verb + 1, last)
    if words is None:
        return
    after = words[1] + (words[1] < last and tokens[words[1]].text == ",")
    other = after < last and tokens[after].lower == "but" and _number(tokens, after + 1, last)
    as_told = after < last and tokens[after].lower == "as"
    as_told = as_told and any(t.lower in _TOLD for t in tokens[after : min(last, after + 7)])
    harm = tokens[verb].lower in HARM or tokens[verb].lemma in HARM
    if other or as_told or (harm and tokens[i - 1].lower in {"did", "had", "has", "have"}):
        yield (i, i + 1), words


def _neither(tokens: Sequence[Token], i: int, last: int) -> Iterator[Denied]:
    """ "Neither 40 nor 30"."""
    words = _number(tokens, i + 1, last)
    if words is None:
        return
    yield (i, i + 1), words
    nor = next((k for k in range(words[1], min(last, words[1] + 4)) if tokens[k].lower == "nor"), 0)
    other = _number(tokens, nor + 1, last) if nor else None
    if other is not None:
        yield (nor, nor + 1), other


def _set_against(tokens: Sequence[Token], i: int, first: int, last: int) -> Iterator[Denied]:
    """ "Far from the 300 claimed", "nowhere near 300", "rather than the 27 reported"."""
    pair = tokens[i].lower, tokens[i + 1].lower if i + 1 < last else ""
    if pair == ("contrary", "to"):
        yield from _contrary(tokens, i, last)
        return
    near = pair in {("nowhere", "near"), ("nowhere", "close")}
    if not near and pair not in {("far", "from"), ("rather", "than"), ("instead", "of")}:
        return
    k = i + 2 + (pair[1] == "close")
    k += k < last and tokens[k].lower == "the"
    words = _number(tokens, k, last)
    if words is None:
        return
    counted = any(t.lower in _COUNTS for t in tokens[first:i])
    if near or counted or _told_of(tokens, words[1], last):
        yield (i, i + 2), words


def _contrary(tokens: Sequence[Token], i: int, last: int) -> Iterator[Denied]:
    """ "Contrary to reports of 300 dead,": up to the comma."""
    stop = next((k for k in range(i, last) if tokens[k].text in {",", ";"}), last)
    told = next((k for k in range(i + 2, stop) if tokens[k].lower in _TELLINGS), None)
    if told is not None and told + 1 < stop and _counted(tokens[told:stop]):
        yield (i, i + 2), (told + 1, stop)


def _counted(words: Iterable[Token]) -> bool:
    return any(_numeric(t) for t in words)


def _called_false(tokens: Sequence[Token], i: int, first: int) -> Iterator[Denied]:
    """ "Reports of 300 dead are untrue", "called the figure of 300 a lie"."""
    at = i - 1
    negated = tokens[i].lower in _TRUE
    quoted = {'"', "'", "``", "''", "\u201c", "\u2018"}
    while at > first and (
        tokens[at].lower in _DEGREE or tokens[at].tag == "RB" or tokens[at].text in quoted
    ):
        if tokens[at].lower in _NOT:
            negated = not negated
        at -= 1
    if negated:
        return
    verb = tokens[at].lower in BE
    stop = at if verb else at + 1
    low = max(first, stop - _REACH)
    told = next((k for k in range(stop - 2, low - 1, -1) if tokens[k].lower in _TELLINGS), None)
    if told is None or tokens[told + 1].lower not in {"of", "that", "about", "claiming", "saying"}:
        return
    called = any(t.lower in _CALLED for t in tokens[max(first, told - 4) : told])
    if (verb or called) and _counted(tokens[told + 1 : stop]):
        yield (i, i + 1), (told + 2, stop)


def _asked(parse: Parse, sentence: Sentence, after: Sentence | None) -> Iterator[Denied]:
    """ "Three hundred dead? That is a lie": a number asked about and denied at once."""
    tokens = parse.tokens
    words_here = [t.text for t in tokens[sentence.first : sentence.last]]
    mark = sentence.first + words_here.index("?") if "?" in words_here else None
    if mark is None or not _counted(tokens[sentence.first : mark]):
        return
    start = mark + 1
    if sentence.last - start < 3:
        if after is None or after.segment is not sentence.segment:
            return
        start = after.first
    lead = [t for t in tokens[start : start + 8] if t.text not in {'"', ","}]
    words = [t.lower for t in lead]
    if words[:1] not in (["that"], ["this"], ["it"]) or len(words) < 3 or words[1] not in BE:
        return
    false = next((t.i for t in lead[2:] if t.lower in _FALSE), None)
    if false is not None and not set(words[2:4]) & _NOT:
        first = next(k for k in range(sentence.first, mark) if tokens[k].text[0].isalnum())
        yield (false, false + 1), (first, mark)


def _untrue(parse: Parse, sentence: Sentence) -> Iterator[Denied]:
    """ "It is not true that 300 died": up to the clause's end."""
    start = parse.tokens[sentence.first].start
    text = parse.plain[start : parse.tokens[sentence.last - 1].end].lower()
    for m in _UNTRUE.finditer(text):
        cue = [t.i for t in parse.tokens[sentence.first : sentence.last]
               if start + m.start() <= t.start < start + m.end()]  # fmt: skip
        k = end = cue[-1] + 1
        while end < sentence.last and parse.tokens[end].text not in {",", ";", ".", '"'}:
            end += 1
        if end > k and _counted(parse.tokens[k:end]):
            yield (cue[0], cue[-1] + 1), (k, end)
