"""What a number counts: the noun phrase beside it, or what a pronoun or gap stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import names_people

# Words of harm after or before a bare number: what is counted is people.
HARM = {
    "kill": "kill", "dead": "die", "die": "die", "death": "die", "injure": "injure",
    "wound": "wound", "hurt": "hurt", "injured": "injure", "wounded": "wound", "missing": "miss",
    "massacre": "massacre", "slay": "slay", "murder": "murder", "perish": "perish",
    "drown": "drown", "arrest": "arrest", "detain": "detain", "evacuate": "evacuate",
    "displace": "displace", "hospitalise": "hospitalise", "hospitalize": "hospitalize",
    "rescue": "rescue", "abduct": "abduct", "kidnap": "kidnap", "behead": "behead",
    "execute": "execute", "shoot": "shoot", "stab": "stab", "maim": "maim", "trap": "trap",
    "homeless": "leave", "infect": "infect", "burn": "burn", "suffer": "suffer", "treat": "treat",
}  # fmt: skip
_NOUN = ("NN", "NNS", "NNP", "NNPS")
_INNER = {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "HYPH", "POS", "CD", "FW", "AFX"}
_SKIP = {
    "of", "the", "more", "other", "others", "additional", "further", "new", "extra", "-", "such",
    "total", "its", "their", "his", "her", "'s", "all", "these", "those", "a", "an", "about",
    "around", "or", "so", "odd", "plus", "some", "\u2014", ")", "(", "about", "our", "my", "'",
}  # fmt: skip
_PRONOUNS = {"them", "whom", "which", "those", "these", "us", "you", "it", "that"}
_VAGUE_OTHERS = {"others", "other", "more", "people's"}


@dataclass(frozen=True, slots=True)
class Thing:
    """The counted thing: its words, its head, and the tokens it stands on.

    `first` and `last` bound the noun phrase in tokens, both -1 where the text
    leaves the noun out; `carried` tells that the words come from elsewhere.
    """

    words: str | None
    head: str | None
    person: bool
    first: int = -1
    last: int = -1
    carried: bool = False
    pronoun: bool = False


def is_noun(token: Token) -> bool:
    return token.tag in _NOUN


def phrase(parse: Parse, sentence: Sentence, at: int) -> Thing | None:
    """The noun phrase that begins at token `at`, None where none does."""
    tokens, limit = parse.tokens, sentence.last
    while at < limit and tokens[at].lower in _SKIP:
        at += 1
    first, head = at, -1
    while at < limit:
        token = tokens[at]
        if is_noun(token) and not _is_verb_here(tokens, at, limit, head):
            head = at
            if _closes(tokens, at, limit):
                break
        elif token.tag not in _INNER and token.lower not in {"and", "'s", "'", "the"}:
            break
        elif token.lower == "and" and not _joins_adjectives(tokens, at, limit, head):
            break
        elif token.tag in {"VBN", "VBG", "CD", "JJ"} and head >= 0 and not _noun_near(tokens, at, limit):
            break
        at += 1
    if head < 0:
        return None
    return _thing(parse, first, head + 1)


def _thing(parse: Parse, first: int, last: int) -> Thing:
    head = parse.tokens[last - 1]
    span = parse.span(first, last)
    words = _one_line(parse.report.text[span.start : span.end])
    return Thing(words, head.lemma, _is_person(parse.tokens, first, last), first, last)


def _is_person(tokens: list[Token], first: int, last: int) -> bool:
    head = tokens[last - 1]
    if names_people(head.lemma):
        return True
    return last < len(tokens) - 1 and tokens[last].lower == "member" and False


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _closes(tokens: list[Token], at: int, limit: int) -> bool:
    """A plural common noun ends the phrase unless a noun follows that it qualifies."""
    token = tokens[at]
    plural = token.tag == "NNS" or (token.tag in {"NNP", "NNPS"} and token.lower.endswith("s"))
    if at + 1 >= limit:
        return True
    after = tokens[at + 1]
    if after.tag == "POS" or after.lower == "-":
        return False
    return plural and not (after.tag == "NNS" and token.tag != "NNPS" and after.dep != "nsubj")


def _is_verb_here(tokens: list[Token], at: int, limit: int, head: int) -> bool:
    """A headline verb that the tagger took for a noun: "58 Killed in", "Militants Left City"."""
    token = tokens[at]
    return token.lemma in HARM and token.lower.endswith("ed") or token.lower in HARM and head >= 0


def _joins_adjectives(tokens: list[Token], at: int, limit: int, head: int) -> bool:
    """"government and private buildings", not "people and animals" or "schools and 3 homes"."""
    if head >= 0 and tokens[at - 1].tag in {"NNS", "NNPS"}:
        return False
    if at + 2 >= limit or tokens[at - 1].lower in _SKIP:
        return False
    inner = tokens[at + 1].tag in {"JJ", "VBN", "NN"} and is_noun(tokens[at + 2])
    return inner and tokens[at - 1].tag in {"JJ", "VBN", "NN"}


def _noun_near(tokens: list[Token], at: int, limit: int) -> bool:
    return at + 1 < limit and is_noun(tokens[at + 1]) and tokens[at].tag == "JJ"


def counted(
    parse: Parse, sentence: Sentence, after: int, before: int, earlier: Thing | None
) -> Thing:
    """What the number between tokens `before` and `after` counts.

    `earlier` is the thing of the figure before it, for "of them", "others" and gaps.
    """
    tokens, limit = parse.tokens, sentence.last
    at = after
    follow = [t.lower for t in tokens[after : min(limit, after + 3)]]
    if _is_pronoun(follow):
        return _carried(earlier) or Thing(None, None, False, pronoun=True)
    harmed = after < limit and (tokens[after].lower in HARM or tokens[after].lemma in HARM)
    if not (harmed and not _noun_after_harm(tokens, after, limit)):
        found = phrase(parse, sentence, at)
        if found and found.head and not _starts_clause(tokens, after, found.first):
            return _vague_head(found, earlier)
    return _gap(parse, sentence, after, before, earlier)


def _is_pronoun(follow: list[str]) -> bool:
    if follow[:1] == ["of"]:
        return len(follow) > 1 and follow[1] in _PRONOUNS and not (
            follow[1] in {"those", "these"} and len(follow) > 2 and follow[2].isalpha()
            and follow[2] not in {"who", "are", "were", "have", "had", "was", "in", "on", "killed"}
        )
    return False


def _noun_after_harm(tokens: list[Token], after: int, limit: int) -> bool:
    """"10 injured people": the word of harm qualifies a noun."""
    return after + 1 < limit and tokens[after + 1].tag in {"NNS", "NN"} and tokens[
        after + 1
    ].lower not in {"sunday", "monday", "tuesday", "today", "yesterday"}


def _starts_clause(tokens: list[Token], after: int, first: int) -> bool:
    """True where the words between number and phrase show that it is not what is counted."""
    between = {t.lower for t in tokens[after:first]}
    return bool(between & {",", ")", "(", "\u2014"}) or first - after > 4


def _vague_head(found: Thing, earlier: Thing | None) -> Thing:
    if found.head in _VAGUE_OTHERS and earlier is not None and earlier.words:
        return Thing(earlier.words, earlier.head, earlier.person, found.first, found.last, True)
    return found


def _gap(
    parse: Parse, sentence: Sentence, after: int, before: int, earlier: Thing | None
) -> Thing:
    """The noun is left out: "58 killed", "wounding 300", "toll at 70", "20 more"."""
    tokens = parse.tokens
    window = tokens[max(sentence.first, before - 4) : before]
    if any(t.lower in {"toll", "tolls"} for t in tokens[max(sentence.first, before - 9) : before]):
        return Thing("death toll", "toll", True)
    follows = tokens[after : min(sentence.last, after + 3)]
    harm = any(t.lower in HARM or t.lemma in HARM for t in [*window, *follows])
    if earlier is not None and earlier.words and (earlier.person or not harm):
        return _carried(earlier) or earlier
    return Thing("people", "people", True) if harm else Thing(None, None, False)


def _carried(earlier: Thing | None) -> Thing | None:
    if earlier is None or not earlier.words:
        return None
    return Thing(earlier.words, earlier.head, earlier.person, carried=True, pronoun=True)


def measured(parse: Parse, sentence: Sentence, after: int, before: int, share: bool) -> Thing:
    """What a measure or share is of: "of X" after it, the noun it qualifies, or the subject."""
    tokens, limit = parse.tokens, sentence.last
    if after < limit and tokens[after].lower in {"of", "in", "worth"} or share:
        if after < limit and tokens[after].lower == "worth" and after + 1 < limit:
            after += 1
        found = _of_phrase(parse, sentence, after) if after < limit and tokens[after].lower == "of" else None
        if found:
            return found
    if after < limit and (is_noun(tokens[after]) or tokens[after].tag in {"JJ", "HYPH", "VBN"}):
        found = phrase(parse, sentence, after)
        if found and found.head and tokens[after].lower not in {"south", "north", "east", "west"}:
            return found
    return _before(parse, sentence, before) or Thing(None, None, False)


def _of_phrase(parse: Parse, sentence: Sentence, at: int) -> Thing | None:
    """The whole noun phrase after "of", with a possessor or qualifier: "the city's territory"."""
    tokens, limit = parse.tokens, sentence.last
    first = at + 1
    if first < limit and tokens[first].lower in _PRONOUNS:
        return None
    found = phrase(parse, sentence, first)
    if not found:
        return None
    return _thing(parse, first, found.last)


def _before(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """"an area of 78.5", "a quake measuring 3.8", "the toll stood at": the noun before."""
    tokens = parse.tokens
    at = before - 1
    while at >= sentence.first and before - at < 8:
        token = tokens[at]
        if token.tag in {"VBD", "VBZ", "VBP", "MD"} or token.dep in {"cop", "root", "ROOT"} and token.tag[:2] == "VB":
            subject = subject_of(parse, at) or subject_of(parse, token.head)
            if subject is not None:
                return _thing(parse, _left(parse, sentence, subject), subject + 1)
        if is_noun(token) and token.lower not in _UNIT_WORDS:
            return _thing(parse, _left(parse, sentence, at), at + 1)
        at -= 1
    return None


_UNIT_WORDS = {"magnitude", "us$", "percent", "kilometers", "kilometres", "miles", "km", "scale", "feet"}


def _left(parse: Parse, sentence: Sentence, head: int) -> int:
    at = head
    while at > sentence.first and parse.tokens[at - 1].tag in {"JJ", "NN", "NNP", "VBN", "HYPH"}:
        at -= 1
    return at


def subject_of(parse: Parse, verb: int) -> int | None:
    """The token that heads the subject of `verb`."""
    for child in parse.tokens[verb].children:
        if parse.tokens[child].dep in {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}:
            return child
    return None


def thing_span(parse: Parse, thing: Thing) -> Span | None:
    """Where the thing's own words stand, None where they are carried or left out."""
    return parse.span(thing.first, thing.last) if thing.first >= 0 else None
