"""Noun phrases that can be counted, and the words of harm that stand for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from stemmata.reading.english.lemmas import PAST_FORMS, lemma
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
    "homeless": "leave", "unaccounted": "miss", "jail": "jail", "deport": "deport",
    "release": "release", "free": "free",
    "capture": "capture", "evict": "evict", "save": "save", "strand": "strand",
    "slain": "slay", "infect": "infect", "burn": "burn", "suffer": "suffer", "treat": "treat",
}  # fmt: skip

_NOUN = ("NN", "NNS", "NNP", "NNPS")

_INNER = {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "HYPH", "POS", "CD", "FW", "AFX"}

_SKIP = {
    "+",
    "$",
    "of", "the", "more", "other", "others", "additional", "further", "new", "extra", "-", "such",
    "total", "its", "their", "his", "her", "'s", "all", "these", "those", "a", "an", "about",
    "around", "or", "so", "odd", "any", "each", "every", "plus", "some", "\u2014", "our", "my", "'",
}  # fmt: skip

PRONOUNS = {"them", "whom", "which", "those", "these", "us", "you", "it", "that"}

HARMED = {
    "displaced",
    "detained",
    "arrested",
    "evacuated",
    "homeless",
    "dead",
    "victims",
    "injured",
    "wounded",
    "missing",
    "killed",
    "casualties",
    "survivors",
}


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


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the figures before counted: the last of them, the last people, the last by unit."""

    last: Thing | None = None
    people: Thing | None = None
    by_unit: Mapping[str, Thing] = field(default_factory=dict)

    @property
    def counted(self) -> Thing | None:
        """The last thing counted rather than measured, else the last of all."""
        return self.by_unit.get("") or self.last

    def measured(self, unit: str) -> Thing | None:
        """The last thing told in `unit`, else the last of all."""
        return self.by_unit.get(unit) or self.last

    def after(self, thing: Thing, unit: str) -> Earlier:
        """This, after one more figure of `thing`; `unit` is a symbol or "" for a count."""
        if not thing.words:
            return Earlier(thing, self.people, self.by_unit)
        people = thing if thing.person and not unit else self.people
        return Earlier(thing, people, {**self.by_unit, unit: thing})


def is_noun(token: Token) -> bool:
    """True for a noun, also for people that the tagger took for a verb: "four ministers"."""
    if token.tag in _NOUN:
        return token.lower not in PAST_FORMS
    return token.tag == "VBZ" and names_people(lemma(token.lower, "NNS"))


def phrase(parse: Parse, sentence: Sentence, at: int) -> Thing | None:
    """The noun phrase that begins at token `at`, None where none does."""
    tokens, limit = parse.tokens, sentence.last
    while at < limit and (tokens[at].lower in _SKIP or tokens[at].tag == "CD"):
        at += 3 if _lasting(tokens, at, limit) else 1
    first, head = at, -1
    while at < limit:
        token = tokens[at]
        if head >= 0 and _is_when(tokens, at, limit):
            # "a 2.95 average last season"
            break
        if is_noun(token) and not _is_verb_here(tokens, at, head):
            head = at
            if _closes(tokens, at, limit):
                break
        elif token.tag == "RB" and head < 0 and _grades(tokens, at, limit):
            pass
        elif (
            (token.tag not in _INNER and token.lower not in {"and", "'s", "'", "the"})
            or (token.lower == "and" and not _joins_adjectives(tokens, at, limit, head))
            or (
                token.tag in {"VBN", "VBG", "CD", "JJ"}
                and head >= 0
                and not _noun_near(tokens, at, limit)
            )
        ):
            break
        at += 1
    if head < 0:
        return None
    # "6,700 flying hours" are counted, "6,700 hours" are how long it took.
    worked = head > first and tokens[head - 1].tag == "VBG" and tokens[head].tag == "NNS"
    if tokens[head].lemma in _TIMES and not worked:
        return None
    return thing_at(parse, first, head + 1)


def _is_when(tokens: list[Token], at: int, limit: int) -> bool:
    """ "last season", "this week" right after the noun: when, not what."""
    when = tokens[at].lower in {"last", "this", "next", "past"} and at + 1 < limit
    return when and tokens[at + 1].lemma in _TIMES | {"season", "quarter", "summer", "winter"}


def _lasting(tokens: list[Token], at: int, limit: int) -> bool:
    """ "an eight-year offer": how long it lasts is no part of what it is."""
    return at + 3 < limit and tokens[at + 1].lower == "-" and tokens[at + 2].lemma in _TIMES


def _grades(tokens: list[Token], at: int, limit: int) -> bool:
    """ "fully equipped ambulances": the adverb of an adjective before the noun."""
    return (
        at + 2 < limit
        and tokens[at].lower.endswith("ly")
        and tokens[at + 1].tag in {"JJ", "VBN", "VBG"}
        and is_noun(tokens[at + 2])
    )


_TIMES = frozenset("day week month year hour night morning evening afternoon weekend".split())


def thing_at(parse: Parse, first: int, last: int) -> Thing:
    """The noun phrase on tokens `first` to `last`."""
    head = parse.tokens[last - 1]
    span = parse.span(first, last)
    words = _one_line(parse.report.text[span.start : span.end])
    return Thing(words, head.lemma, names_people(head.lemma), first, last)


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _closes(tokens: list[Token], at: int, limit: int) -> bool:
    """A plural common noun ends the phrase unless a noun follows that it qualifies."""
    token = tokens[at]
    plural = token.tag in {"NNS", "VBZ"} or (
        token.tag in {"NNP", "NNPS"}
        and token.lower.endswith("s")
        and not (token.text.isupper() and len(token.text) > 1)
    )
    if at + 1 >= limit:
        return True
    after = tokens[at + 1]
    if after.tag == "POS" or after.lower == "-":
        return False
    if plural and after.tag == "NNS" and after.lemma in _TIMES | {"minute", "second", "decade"}:
        # "arrested three suspects hours later"
        return True
    if token.lower in _MANY and after.tag == "NN" and at + 2 < limit:
        # "18,800 staff work in": no noun, where no noun goes on.
        return after.lower in _BARE_VERBS and tokens[at + 2].tag in {"IN", "TO", "DT", "RB"}
    if token.tag == "NNS" and after.tag in {"NN", "NNP"} and token.dep == "compound":
        return False
    return plural and not (after.tag == "NNS" and token.tag != "NNPS" and after.dep != "nsubj")


# "Kills Five Injures Seven": forms that no noun has.
_HARMING = frozenset(
    "injures kills hurts maims detains evacuates displaces rescues infects drowns kidnaps abducts "
    "leaves destroys damages arrests wounds".split()
)


_MANY = {"staff", "police", "crew", "people", "personnel"}
_BARE_VERBS = frozenset(
    "work live need fear hope protest march strike face report rest help guard watch search "
    "patrol man use plan want return travel visit".split()
)


def _is_verb_here(tokens: list[Token], at: int, head: int) -> bool:
    """A headline verb that the tagger took for a noun: "58 Killed in", "Militants Left City"."""
    token = tokens[at]
    if token.lower in _HARMING:
        return True
    return (token.lemma in HARM and token.lower.endswith("ed")) or (
        token.lower in HARM and head >= 0
    )


def _joins_adjectives(tokens: list[Token], at: int, limit: int, head: int) -> bool:
    """ "government and private buildings", not "people and animals" or "schools and 3 homes"."""
    if head >= 0 and tokens[at - 1].tag in {"NNS", "NNPS"}:
        return False
    if at + 2 >= limit or tokens[at - 1].lower in _SKIP:
        return False
    inner = tokens[at + 1].tag in {"JJ", "VBN", "NN"} and is_noun(tokens[at + 2])
    return inner and tokens[at - 1].tag in {"JJ", "VBN", "NN"}


def _noun_near(tokens: list[Token], at: int, limit: int) -> bool:
    return at + 1 < limit and is_noun(tokens[at + 1]) and tokens[at].tag == "JJ"


def carried(earlier: Thing | None) -> Thing | None:
    if earlier is None or not earlier.words:
        return None
    return Thing(earlier.words, earlier.head, earlier.person, carried=True, pronoun=True)


def of_them(parse: Parse, sentence: Sentence, after: int, last: Thing | None) -> Thing:
    """ "30 of them children" are children; else what the pronoun stands for, people in a toll."""
    tokens, at = parse.tokens, after + 2
    if at < sentence.last and tokens[at].tag == "NNS" and tokens[at].dep not in {"nsubj"}:
        follow = tokens[at + 1] if at + 1 < sentence.last else None
        if follow is None or follow.tag in {",", ".", "CC", "DT", "WP", "NN", ":", "IN", "-RRB-"}:
            return thing_at(parse, at, at + 1)
    if last is not None and last.head == "toll":
        return Thing("people", "people", True, carried=True, pronoun=True)
    return carried(last) or Thing(None, None, False, pronoun=True)


def compared(tokens: list[Token], before: int) -> bool:
    """ "up from 17", "against 60 percent on Tuesday": the same thing at another time."""
    lead = [t.lower for t in tokens[max(0, before - 2) : before]]
    return lead in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"]) or (
        lead[-1:] == ["against"]
    )


def left_of(parse: Parse, sentence: Sentence, head: int) -> int:
    at = head
    while at > sentence.first and parse.tokens[at - 1].tag in {"JJ", "NN", "NNP", "VBN", "HYPH"}:
        at -= 1
    while at < head and parse.tokens[at].tag == "HYPH":
        at += 1
    return at


def subject_of(parse: Parse, verb: int) -> int | None:
    """The token that heads the subject of `verb`."""
    for child in parse.tokens[verb].children:
        if parse.tokens[child].dep in {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}:
            return child
    return None
