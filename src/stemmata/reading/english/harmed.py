"""People killed or injured that a sentence tells of: by a number, or one by one.

A report counts its dead in figures ("three people were killed") and in single
persons ("a man was shot dead", "killing his wife and two children"). The guideline
makes a figure of the first alone; a toll needs both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stemmata.model import Figure, Harm
from stemmata.reading.english.actions import action
from stemmata.reading.english.ontology import action_class
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import listed, names_people
from stemmata.reading.english.verbs import is_verb

_DEADLY = re.compile(r"\b(?:fatally|dead|to death|and (?:\w+ )?killed)\b")
_FOUND = frozenset({"find", "pronounce", "declare", "confirm", "discover"})
_FOUND_DEAD = re.compile(r"(?:\w+ ){0,3}(?:found|pronounced|declared|confirmed|discovered) dead\b")
_ONE = frozenset("a an the his her their my our its one another".split())
_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_TWO = frozenset({"parents", "couple", "twins", "grandparents"})
_BEFORE_NOUN = frozenset({"JJ", "NN", "NNP", "VBN", "HYPH", "CD", "PRP$", "DT", "JJS", "POS"})
_COLLECTIVE = frozenset(
    {"death", "police", "family", "crowd", "staff", "public", "crew", "team", "jury"}
)
# Words of a phrase that is a part of what was told before it, or somebody else.
_PARTS = frozenset({"including", "include", "among", "like", "than", "unborn"})
# Verbs whose subject is the one harmed also where an object stands beside.
_SUFFERED = frozenset({"die", "perish", "succumb"})
_ACTED = frozenset({"kill", "shoot", "murder", "slay", "stab", "strangle", "gun"})
_PRONOUNS = frozenset({"him", "her", "himself", "herself"})
_SELF = re.compile(
    r"\b(?:shoots?|shot|kills?|killed) self\b|\b(?:him|her|them)sel(?:f|ves)\b"
    r"|\bthen sel(?:f|ves)\b|, sel(?:f|ves)\b"
    r"|\b(?:took|taking|taken) (?:his|her|their) (?:own )?li(?:fe|ves)\b"
    r"|\bbefore (?:he|she|being|they)(?:['’]s| was| were)? (?:fatally|shot|killed)\b"
    r"|\bself-inflicted\b|\btook (?:his|her) own\b",
    re.IGNORECASE,
)
# How far a word for death may stand from a person who was "shot".
_NEAR = 4
# Longest stretch of words between two persons of one list.
_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Harmed:
    """Some of the harmed, as tokens `first` to `last`: a figure, or one person.

    `number` is how many; `harm` None where the words beside do not say what
    happened. `figure` is the figure's id, None for a single person.
    """

    first: int
    last: int
    number: float
    harm: Harm | Literal["shot"] | None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Harmed people told in one list: "a man and two children"; `number` is their sum."""

    harm: Harm
    number: float
    members: tuple[Harmed, ...]


def groups(parse: Parse, sentence: Sentence, figures: Sequence[Figure]) -> list[Group]:
    """The lists of killed and of injured people in a sentence, in the order of the text.

    `figures` are those of the sentence. One who kills others and then dies in the
    same sentence is counted with the killed.
    """
    lists: list[list[Harmed]] = []
    for one in harmed(parse, sentence, figures):
        if lists and _joined(parse, lists[-1], one):
            lists[-1].append(one)
        else:
            lists.append([one])
    return [g for members in lists if (g := _group(parse, sentence, members)) is not None]


def harmed(parse: Parse, sentence: Sentence, figures: Sequence[Figure]) -> list[Harmed]:
    """Each number of harmed people and each single person harmed, in the order of the text."""
    counted = [h for f in figures if (h := _counted(parse, sentence, f)) is not None]
    taken = {i for f in figures for i in _tokens(parse, sentence, f)}
    singles = [
        h
        for i in range(sentence.first, sentence.last)
        if i not in taken and (h := _single(parse, sentence, i, taken)) is not None
    ]
    return sorted(counted + singles, key=lambda h: h.first)


def _tokens(parse: Parse, sentence: Sentence, figure: Figure) -> list[int]:
    return [
        i
        for i in range(sentence.first, sentence.last)
        if parse.tokens[i].start < figure.end and parse.tokens[i].end > figure.start
    ]


def _counted(parse: Parse, sentence: Sentence, figure: Figure) -> Harmed | None:
    """A figure of people that is no part of another."""
    at = _tokens(parse, sentence, figure)
    number = figure.low if figure.low is not None else figure.high
    if figure.unit != "person" or figure.part_of or not at or number is None or number % 1:
        return None
    if re.search(r"\b(?:shooting|stabbing|attack)$", figure.thing or ""):
        return None  # a "triple shooting" does not say who lives
    before = parse.tokens[max(sentence.first, at[0] - 2) : at[0]]
    if len(before) == 2 and before[0].tag == "CD" and before[1].lower == "of":
        return None  # "one of five victims"
    harm = _harm(parse, sentence, figure.action, at[0], at[-1] + 1)
    return Harmed(at[0], at[-1] + 1, number, harm, figure.id)


def _single(parse: Parse, sentence: Sentence, at: int, taken: set[int]) -> Harmed | None:
    """One person named by a noun: "a man", "the couple"; not one who harms others."""
    tokens, token = parse.tokens, parse.tokens[at]
    if not _person(token) or (at + 1 < sentence.last and _compound(tokens[at], tokens[at + 1])):
        return None
    first = _phrase(tokens, sentence, at)
    words = [t.lower for t in tokens[max(sentence.first, first - 2) : at]]
    if (_PARTS | {"by"}) & set(words) or taken & set(range(first, at)) or _acting(parse, at):
        return None
    harm = _harm(parse, sentence, action(parse, sentence, first, at + 1, first, at), first, at + 1)
    told = next((_ORDINALS[w] for w in words if w in _ORDINALS), 0) if harm == "killed" else 0
    return Harmed(first, at + 1, float(told or (2 if token.lower in _TWO else 1)), harm)


def _person(token: Token) -> bool:
    if token.lower in _TWO:
        return True
    if token.tag != "NN" or token.lower in _COLLECTIVE:
        return False
    # A capital may be a name's: no ending tells a person then, a list alone.
    known = listed("persons.txt") | listed("persons_wordnet.txt")
    return token.lower in known or (token.text.islower() and names_people(token.lemma))


def _compound(token: Token, following: Token) -> bool:
    """ "a police officer", "her parents' car": the noun before is not who was harmed."""
    noun = following.tag in {"NN", "NNS"} and following.head != token.i
    return noun or following.tag == "POS"


def _phrase(tokens: Sequence[Token], sentence: Sentence, at: int) -> int:
    """The first token of the noun phrase that ends at `at`."""
    first = at
    while first > sentence.first and at - first < 6 and tokens[first - 1].tag in _BEFORE_NOUN:
        first -= 1
        if tokens[first].lower in _ONE:
            break
    return first


def _acting(parse: Parse, at: int) -> bool:
    """The subject of a verb that harms somebody else."""
    token = parse.tokens[at]
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or not is_verb(verb) or verb.lemma in _SUFFERED:
        return False
    objects = any(parse.tokens[c].dep in {"obj", "ccomp", "xcomp"} for c in verb.children)
    return objects or verb.tag in {"VBZ", "VBP", "VBG"}


def _harm(
    parse: Parse, sentence: Sentence, verb: str | None, first: int, last: int
) -> Harm | Literal["shot"] | None:
    """What happened to them; who is "shot" is killed where a word near says so."""
    if verb in {"shoot", "shoot dead"}:
        near = _clause_around(parse.tokens, sentence, first, last)
        deadly = verb != "shoot" or _DEADLY.search(" ".join(t.lower for t in near))
        return "killed" if deadly else "shot"
    told = action_class(verb) if verb else None
    beside = parse.tokens[max(sentence.first, first - 2) : min(sentence.last, last + 4)]
    if told == "injured" and any(t.lower in {"fatally", "mortally"} for t in beside):
        return "killed"
    after = " ".join(t.lower for t in parse.tokens[last : min(sentence.last, last + 6)])
    if verb in _FOUND and _FOUND_DEAD.match(after):
        return "killed"
    return "killed" if told == "killed" else "injured" if told == "injured" else None


def _clause_around(
    tokens: Sequence[Token], sentence: Sentence, first: int, last: int
) -> list[Token]:
    """The words near a person, up to a comma or another number to either side."""
    before = tokens[max(sentence.first, first - _NEAR) : first]
    stops = [k for k, t in enumerate(before) if t.text in {",", ";", "."}]
    after = tokens[last : min(sentence.last, last + 6)]
    ends = [k for k, t in enumerate(after) if t.text in {",", ";", "."} or t.tag == "CD"]
    return [*before[stops[-1] + 1 if stops else 0 :], *after[: ends[0] if ends else None]]


def _joined(parse: Parse, members: Sequence[Harmed], following: Harmed) -> bool:
    """True where only a comma or "and" stands between, and both suffered the same.

    A person without a verb ("a man and two children were killed") has that of the list.
    """
    last = members[-1]
    between = parse.tokens[last.last : following.first]
    if not 0 < len(between) <= _BETWEEN or last.harm is None is following.harm:
        return False
    if last.harm != following.harm and not _bare(last, following):
        return False
    words = {t.lower for t in between}
    if any(is_verb(t) and t.tag != "VBN" for t in between) or words & {
        "of", "in", "by", "who", "including", "among", "from", "at", "as", "with",
    }:  # fmt: skip
        return False
    if "and" in words or "&" in words:
        return True
    sentence = parse.sentences[parse.tokens[last.first].sentence]
    closing = parse.tokens[sentence.last - 1].text
    heading = sentence.segment.kind != "body" or closing not in {".", "!", "?", '"'}
    return "," in words and (heading or following.figure is None is last.figure) and len(words) == 1


def _bare(last: Harmed, following: Harmed) -> bool:
    """One of the two is a single person of whom nothing is said apart."""
    return (last.harm is None and last.figure is None) or (
        following.harm is None and following.figure is None
    )


def _group(parse: Parse, sentence: Sentence, members: Sequence[Harmed]) -> Group | None:
    """The list as one number; None where it says nothing of what happened to them."""
    harm = next((h for m in members if (h := m.harm) in ("killed", "injured")), None)
    if harm != "killed" and harm != "injured":
        return None
    if _uncounted(parse, sentence, members):
        return None
    number = sum(m.number for m in members)
    if members[0].figure and number == 2 * members[0].number and len(members) > 1:
        number = members[0].number  # "two victims, a man and a woman": told twice
    killer = harm == "killed" and _and_the_killer(parse, sentence, members)
    if killer or _beside_pronoun(parse, members):
        number += 1
    return Group(harm, number, tuple(members))


def _uncounted(parse: Parse, sentence: Sentence, members: Sequence[Harmed]) -> bool:
    """ "his wife and children": others of the list have no number."""
    tokens = parse.tokens
    at = members[-1].last
    while at < sentence.last and tokens[at].lower in {",", "and", "his", "her", "their", "young"}:
        at += 1
    if at == members[-1].last or at >= sentence.last:
        return False
    return tokens[at].tag == "NNS" and names_people(tokens[at].lemma)


def _and_the_killer(parse: Parse, sentence: Sentence, members: Sequence[Harmed]) -> bool:
    """ "killed two people and then himself": who did it is not among those counted."""
    tokens = parse.tokens
    before = tokens[max(sentence.first, members[0].first - 5) : members[0].first]
    if not any(t.lemma in _ACTED and is_verb(t) for t in before):
        return False
    after = parse.plain[tokens[members[-1].last - 1].end : tokens[sentence.last - 1].end]
    found = _SELF.search(after)
    return found is not None and not re.search(r"\b(?:who|that)\b", after[: found.start()])


def _beside_pronoun(parse: Parse, members: Sequence[Harmed]) -> bool:
    """ "left him and his two daughters dead"."""
    at = members[0].first
    while at > 0 and parse.tokens[at - 1].lower in {"his", "her", "their"}:
        at -= 1
    words = [t.lower for t in parse.tokens[max(0, at - 2) : at]]
    return len(words) == 2 and words[1] == "and" and words[0] in _PRONOUNS
