"""Numbers that leave their noun out: "58 killed", "wounding 300", "toll at 70",
"35,000 attended"."""

from __future__ import annotations

from dataclasses import replace

from stemmata.reading.english.counted_nouns import (
    HARM,
    HARMED,
    Earlier,
    Thing,
    carried,
    is_noun,
    left_of,
    phrase,
    thing_at,
)
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.levels import levelled
from stemmata.reading.english.ontology import action_class
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import HUMAN, names_people


def left_out(parse: Parse, sentence: Sentence, after: int, before: int, earlier: Earlier) -> Thing:
    """The noun is left out: "58 killed", "wounding 300", "toll at 70", "20 more"."""
    tokens = parse.tokens
    window = tokens[max(sentence.first, before - 4) : before]
    numbered = number_of(parse, sentence, before)
    alive = told_otherwise(tokens, sentence, after)
    if numbered is not None and not (alive and numbered.head in HARMED):
        return replace(numbered, carried=True) if alive else numbered
    if alive and (numbered is not None or _tolled(tokens, sentence, before)):
        return Thing("people", "people", True, carried=True)
    if _of_harm(tokens, sentence, before):
        return Thing("people", "people", True)
    if _parted(tokens, sentence, after, before):
        return Thing("people", "people", True)
    if _tolled(tokens, sentence, before):
        return Thing("death toll", "toll", True)
    named = _named_before(parse, sentence, before) or levelled(parse, sentence, before)
    if named is not None:
        return named
    listed = _listed(parse, sentence, after, before) or predicate(parse, sentence, after)
    if listed is not None:
        return listed
    follows = tokens[after : min(sentence.last, after + 3)]
    harm = any(t.lower in HARM or t.lemma in HARM for t in [*window, *follows])
    harm = harm or any(t.tag[:1] in {"N", "J"} and lemma(t.lower, "VBD") in HARM for t in follows)
    if [t.lower for t in follows[:2]] in (["in", "all"], ["in", "total"]):
        told = _subject_before(parse, sentence, before)
        if told is not None:
            return told
    if any(t.lower == "numbering" for t in window):
        numbered = _numbering(parse, sentence, before)
        if numbered is not None:
            return numbered
    human = _human_subject(tokens, sentence, after) or _human_object(tokens, sentence, before)
    last = earlier.counted
    if any(t.lower in {"others", "other"} for t in follows[:1]) and (
        harm or human or (last and last.person)
    ):
        return Thing("people", "people", True, carried=True)
    elsewhere = last is not None and last.first < sentence.first and not _more(follows)
    elsewhere = elsewhere or _anew(tokens, sentence, before, last)
    if (harm or human) and last is not None and (last.head in _HARMS or elsewhere):
        return Thing("people", "people", True, carried=True)
    if last is not None and last.words and (last.person or not (harm or human)):
        return carried(last) or last
    bare = human or harm or _bare_subject(tokens, sentence, after, before)
    return Thing("people", "people", True) if bare else Thing(None, None, False)


def _of_harm(tokens: list[Token], sentence: Sentence, before: int) -> bool:
    """ "the death of eight and the injury of 89": people, as the noun of harm tells."""
    k = before - 1
    while k > sentence.first and tokens[k].lower in HEDGES:
        k -= 1
    return k > sentence.first and tokens[k].lower == "of" and tokens[k - 1].lower in _DONE_TO_PEOPLE


_DONE_TO_PEOPLE = frozenset(
    "death deaths injury injuries wounding killing arrest arrests abduction murder execution "
    "kidnapping displacement evacuation rescue capture detention massacre slaying drowning".split()
)


def _parted(tokens: list[Token], sentence: Sentence, after: int, before: int) -> bool:
    """ "put the toll at 41, with four missing and 116 injured": those are beside the toll."""
    harmed = after < sentence.last and tokens[after].lower in HARM.keys() - {"dead", "killed"}
    k = before - 1
    while k > sentence.first and tokens[k].lower in HEDGES:
        k -= 1
    told = any(t.tag == "CD" for t in tokens[sentence.first : k])
    told = told and any(t.lower == "toll" for t in tokens[sentence.first : k])
    return harmed and told and tokens[k].lower in {",", "and", "with", ";"}


def _anew(tokens: list[Token], sentence: Sentence, before: int, last: Thing | None) -> bool:
    """True where a bare count of harm is of others than those counted last in its sentence.

    "charged two men after seven were shot"; "including 11 children, and dozens more".
    """
    if last is None or last.first < sentence.first:
        return False
    k = before - 1
    while k > sentence.first and tokens[k].lower in HEDGES:
        k -= 1
    if tokens[k].lower in {"after", "when", "since"}:
        return True
    lead = tokens[max(sentence.first, last.first - 4) : last.first]
    return any(t.lower in {"including", "among"} for t in lead)


# Counts of harm: what a bare number after them counts is people.
_HARMS = frozenset("death casualty fatality injury toll body".split())


def _more(follows: list[Token]) -> bool:
    return any(t.lower in {"more", "others", "other", "of"} for t in follows[:1])


# The classes of the ontology whose verbs are done to people alone.
_TO_PEOPLE = frozenset(
    "killed injured missing displaced homeless evacuated sheltered detained arrested abducted "
    "released rescued charged convicted infected diagnosed vaccinated hospitalised employed "
    "dismissed taught born".split()
)
# Of their verbs, those that are done to things as well.
_TO_THINGS = frozenset(
    "house save recover move bring_out swap exchange discharge inject detect sink beat "
    "free stay camp work staff retain seize poison scratch sting train issue lose_contact fine "
    "hold sack axe miss disappear snatch hijack draft station summon".split()
)


def done_to_people(token: Token) -> bool:
    """True for a verb that only people suffer: "acquit", "sentence", "hospitalise"."""
    return (
        token.tag[:2] == "VB"
        and token.lemma not in _TO_THINGS
        and action_class(token.lemma) in _TO_PEOPLE
    )


def _numbering(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "The attackers, numbering about 200, came"."""
    at = before - 1
    while at > sentence.first and parse.tokens[at].lower != "numbering":
        at -= 1
    at -= 2 if parse.tokens[at - 1].lower == "," else 1
    if at < sentence.first or not is_noun(parse.tokens[at]):
        return None
    return thing_at(parse, left_of(parse, sentence, at), at + 1)


def _subject_before(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "People came, more than 40 in all": the plural noun that the sentence opens with."""
    for at in range(sentence.first, before):
        if parse.tokens[at].tag == "NNS":
            return thing_at(parse, left_of(parse, sentence, at), at + 1)
    return None


def _human_object(tokens: list[Token], sentence: Sentence, before: int) -> bool:
    """ "acquitted three", "employs 31,000": the verb right before is done to people."""
    at = before - 1
    while at > sentence.first and tokens[at].lower in HEDGES:
        at -= 1
    return at >= sentence.first and (
        done_to_people(tokens[at]) or lemma(tokens[at].lower, "VBZ") in _OF_PEOPLE_ALONE
    )


# What is buried or mourned without a noun is people.
_OF_PEOPLE_ALONE = frozenset("bury mourn gas bereave orphan".split())


HEDGES = frozenset(
    "at least more than about over some around nearly up to as many almost only just an a "
    "estimated some".split()
)
_WHERE_PEOPLE_ARE = (
    ("on", "board"), ("in", "custody"), ("at", "large"), ("in", "hospital"), ("in", "intensive"),
    ("on", "the", "ground"), ("behind", "bars"), ("in", "detention"), ("in", "captivity"),
)  # fmt: skip


def _human_subject(tokens: list[Token], sentence: Sentence, after: int) -> bool:
    """ "35,000 attended", "Hundreds more came", "three others were acquitted"."""
    at = after
    stays = int(after < sentence.last and tokens[after].lemma in {"remain", "be", "stay"})
    ahead = tuple(t.lower for t in tokens[after + stays : after + stays + 3])
    if any(ahead[: len(where)] == where for where in _WHERE_PEOPLE_ARE) or ahead[:1] == ("aboard",):
        return True
    while at < sentence.last and tokens[at].lower in {
        "more",
        "others",
        "on",
        "board",
        "aboard",
        "have",
        "had",
        "also",
    }:
        at += 1
    if [t.lower for t in tokens[at : at + 2]] == ["of", "the"] and tokens[
        min(at + 2, sentence.last - 1)
    ].tag == "CD":
        return any(
            t.lemma in HUMAN or t.lemma in HARM for t in tokens[at + 3 : min(at + 8, sentence.last)]
        )
    if at >= sentence.last or tokens[at].lower in {"of", "."}:
        return False
    token, passive = tokens[at], at
    while passive < sentence.last and tokens[passive].lower in _PASSIVE:
        passive += 1
    if at < passive < sentence.last and done_to_people(tokens[passive]):
        return True
    return token.lemma in HUMAN and (token.tag[:2] in {"VB", "NN", "MD"}) and token.tag != "VBG"


_PASSIVE = frozenset("was were been being are is be still also later".split())


def _bare_subject(tokens: list[Token], sentence: Sentence, after: int, before: int) -> bool:
    """A number that is the subject of a finite verb, or an object that people must be."""
    named = before > sentence.first and tokens[before].text[:1].isupper()
    if (
        after < sentence.last
        and tokens[after].tag in {"VBD", "VBP"}
        and tokens[after].lemma != "be"
    ):
        subject = any(t.dep in {"nsubj", "nsubj:pass"} for t in tokens[before:after])
        return subject and not named
    if [t.lower for t in tokens[after : after + 2]] in (
        [",", "including"],
        [",", "among"],
        [",", "mostly"],
    ):
        return any(is_noun(t) and names_people(t.lemma) for t in tokens[after + 2 : after + 8])
    lead = tokens[max(sentence.first, before - 2) : before]
    made_for = any(
        t.lemma in {"seat", "host", "house", "build", "carry", "hold", "accommodate"} for t in lead
    )
    without = after < sentence.last and tokens[after].lower in {
        "without",
        "stranded",
        "alive",
        "unaccounted",
    }
    return made_for or without or (after < sentence.last and tokens[after].lower == "aboard")


def predicate(parse: Parse, sentence: Sentence, after: int) -> Thing | None:
    """ "2,934 were children": what the number is told to be."""
    tokens = parse.tokens
    if after + 1 < sentence.last and tokens[after].lemma == "be":
        found = phrase(parse, sentence, after + 1)
        if found and found.first == after + 1 and tokens[found.last - 1].tag == "NNS":
            return found
    return None


def _listed(parse: Parse, sentence: Sentence, after: int, before: int) -> Thing | None:
    """The noun before, in lists and brackets: "Houses destroyed: 1,204", "the tents (300)"."""
    tokens, at = parse.tokens, before - 1
    if at <= sentence.first or tokens[at].lower not in {":", "("}:
        return None
    if tokens[at].lower == "(" and not (after < sentence.last and tokens[after].lower == ")"):
        return None
    at -= 1
    if tokens[at].tag in {"VBN", "VBD", "JJ"} and at > sentence.first:
        at -= 1
    if tokens[at].tag != "NNS":
        return None
    # "Police: five broke out": who says it, where a verb goes on.
    if after < sentence.last and tokens[after].tag[:2] == "VB" and names_people(tokens[at].lemma):
        return None
    return thing_at(parse, left_of(parse, sentence, at), at + 1)


# Nouns of people that "of" and their number follow.
GROUPS = {
    "crowd",
    "crew",
    "party",
    "band",
    "group",
    "family",
    "gang",
    "team",
    "household",
    "delegation",
}


def number_of(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "the number of people killed rose to 17", "put the number of dead at 23"."""
    tokens = parse.tokens
    for at in range(before - 3, sentence.first - 1, -1):
        if (
            tokens[at].lower in {"number", "numbers", "count", "total"}
            and tokens[at + 1].lower == "of"
        ):
            if tokens[at + 2].lower in HARMED:
                return Thing(tokens[at + 2].text, tokens[at + 2].lower, True, at + 2, at + 3)
            found = phrase(parse, sentence, at + 2)
            return found if found and found.last <= before else None
        again = _of_those(tokens, at)
        if again and any(t.lower == "number" for t in tokens[sentence.first : at]):
            return Thing(tokens[again].text, tokens[again].lower, True, again, again + 1)
    return None


def _of_those(tokens: list[Token], at: int) -> int | None:
    """ "the number of dead at 49 and that of the injured at 140": who the second is of."""
    if tokens[at].lower != "of" or tokens[at - 1].lower not in {"and", "that", ","}:
        return None
    at += 2 if tokens[at + 1].lower == "the" else 1
    return at if tokens[at].lower in HARMED else None


_RISING = frozenset(
    "rise stand reach climb jump increase put pass surpass be hit soar grow bring".split()
)


def _tolled(tokens: list[Token], sentence: Sentence, before: int) -> bool:
    """ "toll at 70", or "the toll ... has risen to 86" however far the verb stands."""
    first = sentence.first
    tolls = [k for k in range(first, before) if _is_toll(tokens, k)]
    if tolls and tolls[-1] >= before - 9:
        return True
    rises = any(t.lemma in _RISING for t in tokens[max(first, before - 4) : before])
    return rises and bool(tolls)


def _is_toll(tokens: list[Token], at: int) -> bool:
    """ "The toll", "the body count", "the count of the dead"."""
    token = tokens[at]
    counted = token.lower == "count" and at > 0 and tokens[at - 1].lower in {"body", "death"}
    return token.lower in {"toll", "tolls"} or counted


# Words of harm that a toll counts; the others say that it does not count these people.
_DEADLY = frozenset("kill die massacre slay murder perish drown behead execute".split())
# What may stand between a number and what is told of it: "59 more are still missing".
_LEADING_UP = frozenset(
    "more others other still also are were is was be been being have has had remain remains "
    "remained reported listed feared believed thought now currently people".split()
)


def told_otherwise(tokens: list[Token], sentence: Sentence, after: int) -> bool:
    """ "...climbed to 47, with 59 still missing": what stands after it is no death."""
    at = after
    while at < sentence.last and (tokens[at].lower in _LEADING_UP or tokens[at].tag == "RB"):
        at += 1
    if at >= sentence.last:
        return False
    ahead = tuple(t.lower for t in tokens[at : at + 3])
    if any(ahead[: len(where)] == where for where in _WHERE_PEOPLE_ARE):
        return True
    token = tokens[at]
    harm = HARM.get(token.lower) or (HARM.get(token.lemma) if token.tag[:2] == "VB" else None)
    if harm is not None:
        return harm not in _DEADLY
    return done_to_people(token) and action_class(token.lemma) != "killed"


_MEASURES = frozenset("population crew staff workforce toll tally death crowd audience".split())


def _named_before(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "a population of 120,000", "a crew of 12", "the death toll to 126": the noun before."""
    tokens = parse.tokens
    for at in range(before - 1, max(sentence.first - 1, before - 12), -1):
        token = tokens[at]
        if at < before - 6 and token.lemma != "population":
            continue
        if tokens[at - 1].tag == "CD" and token.tag == "NNS":
            continue  # "58 deaths and 167 wounded": they have a number of their own
        if is_noun(token) and token.text in GROUPS and tokens[at + 1].lower == "of":
            return Thing(token.text, token.lemma, True, at, at + 1)
        if (is_noun(token) and token.lemma in _MEASURES) or token.lower in {"pop", "pop."}:
            return Thing(token.text, token.lemma, True, at, at + 1)
        if (
            is_noun(token)
            and tokens[at + 1].lower == "of"
            and at + 1 < before
            and names_people(token.lemma)
        ):
            return thing_at(parse, at, at + 1)
    return None
