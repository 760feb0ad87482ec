"""The subject of a cue verb: who says it, by the order of the words and then by the parse."""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.appositions import with_apposition
from stemmata.reading.clauses import clause
from stemmata.reading.english.cues import DOCUMENTS, FORMS, NOUN, OCCASION, STRONG, cue_class
from stemmata.reading.english.nouns import BODIES, GROUPS, ROLES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import authored, phrase_after, phrase_before, skip_back
from stemmata.reading.scene import BE, Attribution, Range, Scene
from stemmata.reading.words import (
    finite,
    head_word,
    is_auxiliary,
    is_capital,
    is_pronoun,
    speaker_like,
)


def floor_of(at: Scene, sentence: Sentence, i: int) -> int:
    """The first word that a phrase before `i` may take: not one inside a quotation."""
    return max(sentence.first, at.opened[i])


def subject_of(at: Scene, i: int) -> Range | None:
    """The subject that the parse gives verb `i`, or the verb it is joined to."""
    tokens = at.tokens
    for verb in _governing(tokens, i):
        for child in tokens[verb].children:
            if tokens[child].dep == "nsubj" and at.inside[child] < 0 and child < i:
                floor = at.parse.sentences[tokens[i].sentence].first
                flat = [k for k in tokens[child].children if tokens[k].dep == "flat" and k < i]
                phrase = phrase_before(tokens, max([child, *flat]) + 1, floor)
                if phrase is not None and speaker_like(tokens, *phrase):
                    return phrase
    return None


def _governing(tokens: Sequence[Token], i: int) -> list[int]:
    """Verb `i`, and the verb it is joined to; past "a statement" in "issued a statement saying"."""
    head = tokens[i].head
    if tokens[i].dep == "acl" and tokens[head].lower in OCCASION:
        return [i, tokens[head].head]
    return [i, head] if tokens[i].dep in {"conj", "xcomp", "advcl"} else [i]


def reaching(at: Scene, i: int, source: Range, floor: int) -> Range | None:
    """The whole subject where `source` is only the end of it ("reports coming out of X")."""
    subject = subject_of(at, i)
    if subject is not None and floor <= subject[0] < source[0]:
        return subject[0], source[1]
    return source if FORMS[at.tokens[i].lower] in STRONG else None


def behind_relative(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    """ "An official who asked not to be named" before "said": no comma ends the clause."""
    for k in range(end - 2, max(floor, end - 14), -1):
        if tokens[k].text in {",", ";", ":", '"'}:
            return None
        if tokens[k].lower in {"who", "which"}:
            phrase = phrase_before(tokens, k, floor)
            return (phrase[0], end) if phrase and speaker_like(tokens, *phrase) else None
    return None


def past_relative(tokens: Sequence[Token], source: Range, floor: int) -> Range | None:
    """ "The group which backs the rebels said": the phrase before the cue is an object."""
    verb = source[0] - 1
    if verb - 2 < floor or not finite(tokens[verb]):
        return None
    if tokens[verb - 1].lower not in {"who", "which"} or tokens[verb - 2].text == ",":
        return None
    phrase = phrase_before(tokens, verb - 1, floor)
    return (phrase[0], source[1]) if phrase and speaker_like(tokens, *phrase) else None


# What is said of unnamed sources.
_IN_THE_KNOW = frozenset("close familiar briefed involved present near privy".split())


def near_to(tokens: Sequence[Token], source: Range | None, floor: int) -> Range | None:
    """The speaker of "a source close to the inquiry said", "people briefed on the talks said"."""
    if source is None or source[0] - 3 < floor or tokens[source[0] - 1].tag not in {"IN", "TO"}:
        return source
    described = source[0] - 2
    if tokens[described].lower not in _IN_THE_KNOW:
        return source
    phrase = phrase_before(tokens, described, floor)
    if phrase is None or phrase[1] != described or not speaker_like(tokens, *phrase):
        return source
    return phrase[0], source[1]


def of_paper(tokens: Sequence[Token], source: Range, i: int, floor: int) -> Range:
    """The whole of "figures released by the ministry on Monday" before its verb at `i`.

    `source` is the beginning of it, or the end.
    """
    if head_word(tokens, *source).lower in DOCUMENTS:
        return authored(tokens, source, i)
    by = source[0] - 1
    if by - 1 < floor or tokens[by].lower != "by":
        return source
    paper = phrase_before(tokens, by - (tokens[by - 1].tag == "VBN"), floor)
    if paper is None or head_word(tokens, *paper).lower not in DOCUMENTS:
        return source
    return paper[0], source[1]


def after_clause(tokens: Sequence[Token], source: Range, floor: int) -> Range:
    """The speaker behind "40 were tourists, a source close to the inquiry said": no apposition.

    What stands before the comma is told by the verb before it.
    """
    verb = source[0] - 1
    if verb <= floor or not (finite(tokens[verb]) or tokens[verb].lower in BE):
        return source
    comma = next((k for k in range(*source) if tokens[k].text == ","), None)
    if comma is None or comma + 1 >= source[1] or tokens[comma + 1].tag != "DT":
        return source
    rest = comma + 1, source[1]
    return rest if speaker_like(tokens, *rest) else source


def subject_before(at: Scene, i: int) -> Range | None:
    """The subject of the main verb of the sentence before that of word `i`."""
    number = at.tokens[i].sentence
    if not number:
        return None
    before = at.parse.sentences[number - 1]
    for k in range(before.first, before.last):
        if at.tokens[k].dep == "ROOT":
            return main_subject(at, k)
    return None


def main_subject(at: Scene, i: int) -> Range | None:
    """The subject of the sentence's main verb: whose a participle behind a comma is."""
    tokens, root = at.tokens, i
    sentence = at.parse.sentences[tokens[i].sentence]
    while sentence.first <= tokens[root].head < sentence.last and tokens[root].head != root:
        root = tokens[root].head
    for child in tokens[root].children:
        if tokens[child].dep == "nsubj" and at.inside[child] < 0 and child < root:
            phrase = phrase_before(tokens, child + 1, sentence.first)
            if phrase is not None and speaker_like(tokens, *phrase):
                return phrase
    return None


def holds_clause(tokens: Sequence[Token], source: Range) -> bool:
    """True for words with a verb of their own: no phrase ("police look on as friends")."""
    for token in tokens[source[0] : source[1]]:
        if token.lower in {"who", "which", "that", "whose", "where"} or token.text in {",", "("}:
            return False
        if token.tag in {"VBZ", "VBP"} and token.lower in BE:
            return True
    return False


def wider(at: Scene, source: Range, lemma: str, floor: int) -> Range | None:
    """The speaker that a participle divides from the cue ("medics treating the victims said")."""
    tokens = at.tokens
    for k in range(source[0] - 1, floor, -1):
        if tokens[k].tag in {"VBG", "VBN"}:
            phrase = phrase_before(tokens, k, floor)
            if phrase is not None and speaker_like(tokens, *phrase) and _clean(at, phrase):
                return phrase[0], source[1]
        if finite(tokens[k]) or tokens[k].text in {",", ";", ":"}:
            break
    return source if lemma in STRONG and _clean(at, source) else None


def _clean(at: Scene, source: Range) -> bool:
    """True where a mark or the sentence's start stands before the phrase."""
    first = source[0]
    if first == 0 or at.tokens[first].sentence != at.tokens[first - 1].sentence:
        return True
    return at.tokens[first - 1].text in {",", '"', ":", ";", "\u2014", "--"}


def inverted_source(
    at: Scene, sentence: Sentence, i: int, lemma: str, source: Range | None
) -> Range | None:
    """The source of "..., said the mayor"."""
    tokens, after = at.tokens, i + 1
    if lemma not in STRONG or lemma == "tell" or after >= sentence.last:
        return None
    phrase = phrase_after(tokens, after, sentence.last)
    if phrase is None or not speaker_like(tokens, *phrase):
        return None
    if source is not None and is_pronoun(tokens[source[0]]):
        return None
    phrase = authored(tokens, phrase, sentence.last)
    end = with_apposition(tokens, phrase[1], sentence.last)
    following = tokens[end] if end < sentence.last else None
    if following is not None and not _may_follow(following):
        return None
    spoken = source is not None and speaker_like(tokens, *source)
    named = source is not None and any(t.tag[:3] == "NNP" for t in tokens[slice(*source)])
    if spoken and named and tokens[phrase[0]].lower in {"a", "an"}:
        # "the Observatory said a district near the river": text that lost its comma.
        return None
    if spoken and _plainly(tokens, source) and tokens[phrase[0]].tag not in {"DT", "PRP"}:
        return None
    if spoken and (lemma in NOUN or clause(tokens, i + 1, sentence.last)):
        return None
    return phrase[0], end


def _plainly(tokens: Sequence[Token], source: Range | None) -> bool:
    """True for "a monitoring group", "the ministry": with an article, and a speaker's word."""
    if source is None or tokens[source[0]].lower not in {"a", "an", "the"}:
        return False
    return head_word(tokens, *source).lower in ROLES | BODIES | GROUPS - {"people", "fighters"}


def _may_follow(token: Token) -> bool:
    """True for what can stand behind "said the mayor": the end, or no verb and no noun."""
    if token.text in {",", ".", '"', ";", ":", ")", "(", "-", "\u2014", "--", "'"}:
        return True
    return (
        token.tag in {"VBG", "CC", "IN", "DT", "TO", "RB", "WRB", "WDT", "WP"}
        and token.lower != "that"
    )


def inherits_source(
    at: Scene, one: Attribution, i: int, floor: int, found: Sequence[Attribution]
) -> bool:
    """Give a joined verb ("and added that") the source of the verb before it."""
    tokens = at.tokens
    start = skip_back(tokens, i, floor)
    joined = start > floor and tokens[start - 1].lower in {"and", "but", "or", "then"}
    one.cue = (start, i + 1)
    if joined and found and found[-1].kind == "verb":
        if cue_class(one.lemma) == "belief" and _has_clause(at, found[-1], start):
            return False
        one.inherits = True
        one.source = None
        return True
    subject = subject_of(at, i)
    if subject is None:
        return False
    one.source = subject
    return True


def _has_clause(at: Scene, before: Attribution, start: int) -> bool:
    """True for "said she was tired and hoped": the nearer subject is that of what she said."""
    words = [r for r in before.words if r[0] < start]
    return before.side == "after" and any(
        finite(t) or t.lower in BE for first, _ in words for t in at.tokens[first : start - 1]
    )


def is_passive(tokens: Sequence[Token], i: int, floor: int) -> bool:
    at = i - 1
    while at >= floor and is_auxiliary(tokens[at]):
        if tokens[at].lower in BE and tokens[i].lower[-3:] != "ing":
            return tokens[at].lower != "'s" or tokens[i].tag == "VBN"
        at -= 1
    return False


def named_before(tokens: Sequence[Token], meant: Range | None, floor: int) -> Range | None:
    """Whom "who" stands for behind "Ann Lee, the council's clerk," or "Ann Lee of the council,"."""
    if meant is None or meant[0] - 1 <= floor:
        return meant
    before, head = tokens[meant[0] - 1], head_word(tokens, *meant)
    role = before.text == "," and head.lower in ROLES and not is_capital(head)
    if not role and not (before.lower in {"of", "for", "from"} and head.lower in BODIES):
        return meant
    name = phrase_before(tokens, meant[0] - 1, floor)
    named = name is not None and all(t.tag[:3] == "NNP" for t in tokens[slice(*name)])
    return name if named else meant
