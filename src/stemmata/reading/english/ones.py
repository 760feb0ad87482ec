""" "One" and "twice": when they count, and when they only point or compare."""

from __future__ import annotations

import re

from stemmata.reading.english.counted_nouns import HARM, Thing
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.surroundings import Beside

_ONE_PRONOUN = re.compile(
    r"\s*(?:of\b(?! (?:whom|which))|another\b|after another\b|day\b|thing\b|way\b|point\b|side\b"
    r"|hand\b|time\b|more time|such\b|another|step\b|that\b|who\b|which\b|is\b|was\b|has\b|can\b"
    r"|could\b|must\b"
    r"|would\b|will\b|should\b|-on-one|by one|on one\b|or the other|or another|or more\b|s\b|'s\b"
    r"|and the same|end\b|reason\b|sense\b|word\b|part\b|place\b|moment\b|line\b|year\b)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|another|which|only the|number|not|a|new|good|last"
    r"|first|same|other|'s|his|her|their|its|my|your|our)[\s-]$",
    re.IGNORECASE,
)
# "Three fled; one was killed": told of one person, where "one was late" points.
_UNDERGOES = re.compile(
    r"\s(?:was|were|is|has been|had been|remains|is still) (?:later |then |also )?"
    r"(?:(?:fatally|critically|seriously|badly|slightly) )?"
    r"(?:(?:found |shot )?dead|killed|injured|wounded|hurt|shot|stabbed|arrested|detained|missing"
    r"|hospitali[sz]ed|taken to (?:a |the )?hospital|in critical condition|at large)\b",
    re.IGNORECASE,
)
# "Three were injured, one of them seriously".
_OF_THEM = re.compile(
    r"\sof (?:them|whom) (?:fatally|mortally|critically|seriously|badly|severely|gravely|slightly"
    r"|lightly|(?:killed|injured|wounded|hurt|shot|dead)\b)(?! (?:said|told))",
)
# "by one account", "according to one resident": who is meant, not how many.
_CITED = re.compile(r"\b(?:by|according to) $", re.IGNORECASE)
_SAYING = re.compile(
    r"\s(?:\w+ )?(?:accounts?|estimate|count|report|version|measure|reckoning|tally|study"
    r"|calculation|poll|survey|official|source|witness|resident|activist|analyst)\b"
)
# "73, one fewer than", "one short of the record".
_DIFFERENCE = re.compile(r"\s(?:fewer|less|more) than\b|\sshort of\b")
_OTHER = re.compile(r"\bthe (?:others?|rest|remaining)\b")
# "just one cable", not "just one example": what is told is that it was no more.
_SINGLE = re.compile(
    r"\s(?!of\b|more\b|man's|thing|way|day|time|side|part|place|step|reason|example|point|word|idea"
    r"|option|choice|answer|question|problem|aspect|element|factor|kind|type|sort|moment|line|year)"
    r"[a-z]+\b"
)
# Not after a verb of being, which classes: "they are just one part of it"; but "there was".
_ALONE = re.compile(
    r"\bthere (?:is|was|'s) (?:just|only)\s$"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!'s )(?<!'re )(?<! all )(?<!\bnot )"
    r"\b(?:just|only)\s$",
    re.IGNORECASE,
)
_TALLIED = re.compile(
    r"\s[a-z]+(?: of)?(?:\s[a-z-]+){0,3}(?:,| and|, and) (?:two|three|four|five|six|seven|eight"
    r"|nine|ten|\d+)\s(?:\w+\s)?[a-z]+s\b"
)
_COMPARES = re.compile(
    r"\s(?:as|the|that|what|over|an?|per|each|every|his|her|its|their|our|my|your|normal|daily"
    r"|weekly|monthly|yearly|annually)\b|\s(?:this|last) \w+'s\b|-",
    re.IGNORECASE,
)
_THINKS = re.compile(
    r"\b(?:than|nearly|almost|about|or|think|thinks|thinking|thought)\s$", re.IGNORECASE
)


def is_pronoun(n: Beside) -> bool:
    """True for "one" that points, and for "twice" that compares."""
    word = n.whole.lower()
    if word == "twice":
        return bool(_COMPARES.match(n.after) or _THINKS.search(n.before))
    if word != "one":
        return False
    if _CITED.search(n.before) and _SAYING.match(n.after):
        return True
    if _DIFFERENCE.match(n.after):
        return False
    if (_UNDERGOES.match(n.after) or _OF_THEM.match(n.after)) and not _NOT_ONE.search(n.before):
        return False
    hedged = re.search(
        r"\b(?:least|only|just|than|about|least one of|most)\s$", n.before, re.IGNORECASE
    )
    if hedged and not re.match(r"\s*(?:of the (?!dead|victims|injured)|day|thing|way)", n.after):
        return bool(re.match(r"\s*of\b", n.after))
    harmed = re.search(r"\b(?:kill|injur|wound|hurt|shot|arrest|detain)\w*\s$", n.before)
    alone = not n.after.strip(" .,;:\"'") and not harmed
    return alone or bool(_ONE_PRONOUN.match(n.after) or _NOT_ONE.search(n.before))


def only_points(
    parse: Parse, sentence: Sentence, bounds: tuple[int, int], thing: Thing, exact: bool, more: bool
) -> bool:
    """True where "one" between tokens `bounds` counts neither people nor things told apart.

    It counts what is hedged, what stands in a list of counts (`more` after others), and what is
    set against the rest.
    """
    tokens, (first, last) = parse.tokens, bounds
    if last < len(tokens) and tokens[last].lower in {"fatally", "critically", "seriously", "badly"}:
        return False
    text, at = parse.plain, tokens[first].end
    after = text[at : parse.span(sentence.first, sentence.last).end]
    before = text[tokens[sentence.first].start : tokens[first].start]
    if _DIFFERENCE.match(after):
        return False
    if thing.first < 0:
        beside = [*tokens[max(0, first - 2) : first], *tokens[last : last + 1]]
        harmed = any(t.lemma in HARM or t.lower in HARM for t in beside)
        harmed = harmed or _UNDERGOES.match(after) is not None
        return exact and not harmed and not _set_apart(before, after, thing, more)
    if _speaks(tokens, sentence, first, thing):
        return True
    if not exact or thing.person or (more and not thing.carried):
        return False
    return not (_is_single(before, after) or _TALLIED.match(after))


def _set_apart(before: str, after: str, thing: Thing, more: bool) -> bool:
    """ "One was cut, while the other two held"; "two in a shop, one in a school"."""
    if not thing.words:
        return False
    if not before.strip(" \"'") and _OTHER.search(after):
        return True
    listed = re.search(r"(?:,|,? and)\s$", before)
    return bool(more and listed and re.match(r"\s(?:in|at|by|on|near|outside|inside)\b", after))


def _is_single(before: str, after: str) -> bool:
    """ "only one bridge", "one break per cable per year"."""
    if _ALONE.search(before) and _SINGLE.match(after):
        return True
    return bool(re.match(r"\s(?:[a-z-]+\s){1,3}per [a-z]+\b", after))


def _speaks(tokens: list[Token], sentence: Sentence, first: int, thing: Thing) -> bool:
    """ "one woman in the town told", "was cautious, said one official": a speaker, no count."""
    for token in tokens[thing.last : thing.last + 4]:
        if token.lower in {",", '"', "."}:
            break
        if token.lemma in {"say", "tell"}:
            return True
    if not thing.person or tokens[first - 1].lemma not in {"say", "add", "recall", "explain"}:
        return False
    said = any(t.tag in {"VBD", "VBZ", "VBP"} for t in tokens[sentence.first : first - 1])
    goes_on = any(t.tag in _FINITE for t in tokens[thing.last : sentence.last])
    return said and not goes_on


_FINITE = {"VBD", "VBZ", "VBP", "MD"}
