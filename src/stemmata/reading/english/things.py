"""What a number counts: the noun phrase beside it, or what a pronoun or gap stands for."""

from __future__ import annotations

from dataclasses import replace

from stemmata.reading.english.counted_nouns import (
    HARM,
    HARMED,
    PRONOUNS,
    Earlier,
    Thing,
    carried,
    compared,
    left_of,
    of_them,
    phrase,
    thing_at,
)
from stemmata.reading.english.countries import ADJECTIVES
from stemmata.reading.english.left_out import GROUPS, HEDGES, left_out, predicate
from stemmata.reading.english.nouns import OUTLETS
from stemmata.reading.english.numbers import Number
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import HUMAN, names_people
from stemmata.reading.english.verbs import verb_lemma

_VAGUE_OTHERS = {"others", "other", "more"}


def counted(
    parse: Parse, sentence: Sentence, after: int, before: int, earlier: Earlier, number: Number
) -> Thing:
    """What the number between tokens `before` and `after` counts.

    `earlier` is the thing of the figure before it, for "of them", "others" and gaps.
    """
    tokens, limit = parse.tokens, sentence.last
    if tokens[before].lower == "twice":
        return Thing("times", "time", False)
    follow = [t.lower for t in tokens[after : min(limit, after + 3)]]
    if follow[:2] == ["out", "of"] and after + 2 < limit and tokens[after + 2].tag == "CD":
        # "three out of four lines"
        after += 2
    counted_before = earlier.counted
    if _is_pronoun(follow):
        if counted_before is None or counted_before.first < sentence.first:
            counted_before = (
                _plural_before(parse, sentence, before, follow[1] == "whom") or counted_before
            )
        return of_them(parse, sentence, after, counted_before)
    if compared(tokens, before) and (same := carried(counted_before)) is not None:
        return same
    if follow[:2] == ["of", "the"] and follow[2:3] and follow[2] in HARMED:
        return predicate(parse, sentence, after + 3) or Thing(
            follow[2], follow[2], True, pronoun=True
        )
    if _are_nationals(tokens, after, limit, number):
        return Thing(tokens[after].text, tokens[after].lower, True, after, after + 1)
    named = _harmed_noun(tokens, after, limit) or _cared_for(tokens, before, after, limit)
    if named is not None:
        return Thing(tokens[named].text, tokens[named].lower, True, named, named + 1)
    at = after
    while at < limit and tokens[at].lower in _VAGUE_OTHERS:
        at += 1
    harmed = at < limit and (tokens[at].lower in HARM or verb_lemma(tokens[at]) in HARM)
    harmed = harmed and tokens[at].tag != "NNS"
    alone = number.form == "vague" and not _introduced(tokens, after, limit)
    # "rose to 115 the monitor said": a number takes no article after it.
    alone = alone or (after < limit and tokens[after].lower in {"the", "a", "an"})
    alone = alone or follow[:1] == ["alive"] or follow[:2] in (["in", "all"], ["in", "total"])
    alone = alone or _of_a_group(tokens, after, before, limit)
    alone = alone or follow[:1] in (["involving"], ["including"], ["concerning"], ["regarding"])
    if not alone and not (harmed and not _noun_after_harm(tokens, at, limit)):
        found = _without_participle(tokens, phrase(parse, sentence, after), number)
        if (
            found
            and not _starts_clause(tokens, after, found.first)
            and _fits(parse, found, before, number)
        ):
            return _vague_head(found, counted_before)
    found = left_out(parse, sentence, after, before, earlier)
    if found.words is None and number.form == "vague" and _are_people(tokens, after, before, limit):
        return Thing("people", "people", True)
    return found


def _without_participle(tokens: list[Token], found: Thing | None, number: Number) -> Thing | None:
    """ "The six men shot", "3,000 souls drink": a verb that the tagger took for a noun.

    So many cannot be counted by a noun in the singular.
    """
    if found is None or found.last - found.first < 2 or (number.low or 2) <= 1:
        return found
    noun, last = tokens[found.last - 2], tokens[found.last - 1]
    if last.tag != "NN" or noun.tag != "NNS" or not names_people(noun.lemma):
        return found
    if names_people(last.lemma) or last.lower in _COLLECTIVE:
        return found  # "40 women staff"
    words = (found.words or "")[: -len(last.text)].rstrip()
    return replace(found, words=words, head=noun.lemma, person=True, last=found.last - 1)


_COLLECTIVE = frozenset("staff police personnel crew folk clergy militia cavalry infantry".split())
# Verbs and prepositions after which millions are a sum of money, or none at all.
_SUMS = frozenset(
    "cost pay spend save raise earn make lose owe invest win fetch worth run go rise fall".split()
)
_FOR_PEOPLE = frozenset("for to among hit affect leave reach serve attract draw".split())


def _are_people(tokens: list[Token], after: int, before: int, limit: int) -> bool:
    """ "outages for millions", "gassing hundreds": a bare magnitude after a verb or "for"."""
    lead = tokens[before - 1] if before else None
    if lead is None or (after < limit and tokens[after].tag[:1] in {"N", "J", "C", "$"}):
        return False
    if any(t.lemma in _SUMS or t.tag == "$" for t in tokens[max(0, before - 4) : before]):
        return False
    return lead.lower in _FOR_PEOPLE or lead.tag in {"VBG", "VBD", "VBN", "VB", "VBZ"}


def _plural_before(parse: Parse, sentence: Sentence, before: int, relative: bool) -> Thing | None:
    """Whom "of them" and "of whom" stand for, where the sentence has not counted them yet.

    "Workers walked out after learning that 150 of them"; "civilians, some 300 of whom".
    """
    tokens = parse.tokens
    k = before - 1
    while k > sentence.first and tokens[k].lower in HEDGES | {","}:
        k -= 1
    near = [k] if relative else range(sentence.first, before)
    for at in near:
        named = tokens[at].tag == "NNS" and names_people(tokens[at].lemma)
        subject = tokens[at].dep in {"nsubj", "nsubj:pass"}
        says = tokens[tokens[at].head].lemma in _SAYING
        if named and (relative or (subject and not says)):
            found = thing_at(parse, left_of(parse, sentence, at), at + 1)
            return replace(found, carried=True, pronoun=True)
    return None


_SAYING = frozenset("say tell report add believe estimate think fear warn ask announce".split())


# Participles and adjectives that stand for people after "the": "the 12 accused".
_NOMINALS = frozenset(
    "wounded injured dead missing accused detained displaced unemployed homeless elderly disabled "
    "condemned sick evacuated rescued infected arrested jailed freed killed hospitalised "
    "hospitalized deceased convicted".split()
)


def _harmed_noun(tokens: list[Token], after: int, limit: int) -> int | None:
    """ "the 80 wounded remained", "30 of the 80 wounded": a participle that stands for people."""
    if after + 1 >= limit:
        return None
    at, whole = after, after
    if tokens[after].lower == "of" and tokens[after + 1].lower == "the":
        whole = after + 3
        at = whole if whole < limit and tokens[after + 2].tag == "CD" else after
    if at >= limit or tokens[at].lower not in _NOMINALS or tokens[max(0, at - 2)].lower != "the":
        return None
    follow = tokens[at + 1] if at + 1 < limit else None
    return at if follow is None or follow.tag[:1] not in {"N", "J"} else None


def _are_nationals(tokens: list[Token], after: int, limit: int, number: Number) -> bool:
    """ "two Chinese, a German": nationals whose name has no plural of its own."""
    if after >= limit or tokens[after].lower not in ADJECTIVES or (number.low or 2) < 2:
        return False
    if not tokens[after].lower.endswith(("ese", "sh", "ch", "ss")):
        return False
    follow = tokens[after + 1] if after + 1 < limit else None
    return follow is None or follow.tag[:1] not in {"N", "J", "H", "C"} or follow.lower == "and"


# What is done with the wounded: after these "34 wounded" is whom, not what befell 34.
_CARING = frozenset(
    "receive treat admit carry bring take shift evacuate transfer transport ferry rush fly handle "
    "deliver collect pick see".split()
)


def _cared_for(tokens: list[Token], before: int, after: int, limit: int) -> int | None:
    """ "received six bodies and 34 wounded", "of about 120 wounded": a participle for people."""
    if after >= limit or tokens[after].lower not in {"wounded", "injured", "dead"}:
        return None
    follow = tokens[after + 1] if after + 1 < limit else None
    if follow is not None and (follow.tag[:1] in {"N", "J"} or follow.lower == "by"):
        return None
    at = before - 1
    while at > 0 and tokens[at].lower in HEDGES:
        at -= 1
    if tokens[at].lower == "of":
        return after
    ahead = tokens[max(0, before - 7) : before]
    verbs = [t for t in ahead if t.tag[:2] == "VB" and t.tag != "VBG"]
    passive = bool(verbs) and verbs[-1].tag == "VBN" and any(t.lemma == "be" for t in ahead)
    return after if verbs and verb_lemma(verbs[-1]) in _CARING and not passive else None


def _introduced(tokens: list[Token], after: int, limit: int) -> bool:
    """ "dozens of", "hundreds more", "dozens people": a noun can follow a vague number so."""
    if after >= limit:
        return False
    token = tokens[after]
    return token.lower in {"of", "more", "other", "others"} or token.tag == "NNS"


def _fits(parse: Parse, found: Thing, before: int, number: Number) -> bool:
    """A singular name after "kills at least 58" is who said it, not what was counted."""
    head = parse.tokens[found.last - 1]
    if head.lower in HUMAN and found.last - found.first == 1 and (number.low or 2) > 1:
        return False
    if head.tag == "NNP" and head.lower in OUTLETS and (number.low or 2) > 1:
        return False
    if found.person or head.tag == "NNS" or (number.low or 2) <= 1:
        return True
    verb = parse.tokens[max(0, before - 3) : before]
    killed = any(t.lemma in HARM and t.tag[:2] in {"VB", "NN"} for t in verb)
    named = head.tag in {"NNP", "NNPS"} and not _plural_name(head)
    return not (killed and (named or (head.tag == "NN" and head.lower[-1:] != "s")))


def _is_pronoun(follow: list[str]) -> bool:
    if follow[:1] == ["of"]:
        return (
            len(follow) > 1
            and follow[1] in PRONOUNS
            and not (
                follow[1] in {"those", "these"}
                and len(follow) > 2
                and follow[2].isalpha()
                and follow[2]
                not in {"who", "are", "were", "have", "had", "was", "in", "on", "killed"}
            )
        )
    return False


def _noun_after_harm(tokens: list[Token], after: int, limit: int) -> bool:
    """ "10 injured people": the word of harm qualifies a noun."""
    return (
        after + 1 < limit
        and (tokens[after + 1].tag in {"NNS", "NN", "NNPS"} or _plural_name(tokens[after + 1]))
        and tokens[after + 1].lower not in {"sunday", "monday", "tuesday", "today", "yesterday"}
    )


def _of_a_group(tokens: list[Token], after: int, before: int, limit: int) -> bool:
    """ "a family of six shares one room": what follows is the verb."""
    if before < 2 or after + 1 >= limit or tokens[before - 1].lower != "of":
        return False
    return tokens[before - 2].lemma in GROUPS and tokens[after + 1].tag in {"CD", "DT", "PRP$"}


def _plural_name(token: Token) -> bool:
    """ "900 displaced Syrians"."""
    return token.tag == "NNP" and token.lower.endswith("ns") and len(token.lower) > 4


def _starts_clause(tokens: list[Token], after: int, first: int) -> bool:
    """True where the words between number and phrase show that it is not what is counted."""
    between = {t.lower for t in tokens[after:first]}
    return bool(between & {",", ")", "(", "\u2014"}) or first - after > 4


def _vague_head(found: Thing, earlier: Thing | None) -> Thing:
    """ "others": people where the figure before counts people, else the same things again."""
    if found.head in _VAGUE_OTHERS and earlier is not None and earlier.words:
        if earlier.person:
            return Thing("people", "people", True, found.first, found.last, True)
        return Thing(earlier.words, earlier.head, False, found.first, found.last, True)
    return found
