"""What a number counts: the noun phrase beside it, or what a pronoun or gap stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemmata.model import Span
from stemmata.reading.english.numbers import Number
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
    "homeless": "leave", "jail": "jail", "deport": "deport", "release": "release", "free": "free",
    "capture": "capture", "evict": "evict", "save": "save", "strand": "strand", "infect": "infect", "burn": "burn", "suffer": "suffer", "treat": "treat",
}  # fmt: skip
_NOUN = ("NN", "NNS", "NNP", "NNPS")
_INNER = {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "HYPH", "POS", "CD", "FW", "AFX"}
_SKIP = {
    "of", "the", "more", "other", "others", "additional", "further", "new", "extra", "-", "such",
    "total", "its", "their", "his", "her", "'s", "all", "these", "those", "a", "an", "about",
    "around", "or", "so", "odd", "plus", "some", "\u2014", "our", "my", "'",
}  # fmt: skip
_PRONOUNS = {"them", "whom", "which", "those", "these", "us", "you", "it", "that"}
_VAGUE_OTHERS = {"others", "other", "more"}


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
    while at < limit and (tokens[at].lower in _SKIP or tokens[at].tag == "CD"):
        at += 1
    first, head = at, -1
    while at < limit:
        token = tokens[at]
        if is_noun(token) and not _is_verb_here(tokens, at, limit, head):
            head = at
            if _closes(tokens, at, limit):
                break
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
    if head < 0 or tokens[head].lemma in _TIMES:
        return None
    return _thing(parse, first, head + 1)


_TIMES = {
    "day",
    "week",
    "month",
    "year",
    "hour",
    "night",
    "morning",
    "evening",
    "afternoon",
    "weekend",
}


def _thing(parse: Parse, first: int, last: int) -> Thing:
    head = parse.tokens[last - 1]
    span = parse.span(first, last)
    words = _one_line(parse.report.text[span.start : span.end])
    return Thing(words, head.lemma, _is_person(parse.tokens, first, last), first, last)


def _is_person(tokens: list[Token], first: int, last: int) -> bool:
    head = tokens[last - 1]
    return names_people(head.lemma)


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


def counted(
    parse: Parse, sentence: Sentence, after: int, before: int, earlier: Thing | None, number: Number
) -> Thing:
    """What the number between tokens `before` and `after` counts.

    `earlier` is the thing of the figure before it, for "of them", "others" and gaps.
    """
    tokens, limit = parse.tokens, sentence.last
    follow = [t.lower for t in tokens[after : min(limit, after + 3)]]
    if _is_pronoun(follow):
        return _carried(earlier) or Thing(None, None, False, pronoun=True)
    if earlier is not None and earlier.words and _compared(tokens, before):
        return _carried(earlier) or earlier
    if follow[:2] == ["of", "the"] and follow[2:3] and follow[2] in _HARMED:
        return _predicate(parse, sentence, after + 3) or Thing(
            follow[2], follow[2], True, pronoun=True
        )
    if _harmed_noun(tokens, after, limit):
        return Thing(tokens[after].text, tokens[after].lower, True, after, after + 1)
    harmed = after < limit and (tokens[after].lower in HARM or tokens[after].lemma in HARM)
    harmed = harmed and tokens[after].tag != "NNS"
    alone = number.form == "vague" and not _introduced(tokens, after, limit)
    if not alone and not (harmed and not _noun_after_harm(tokens, after, limit)):
        found = phrase(parse, sentence, after)
        if (
            found
            and not _starts_clause(tokens, after, found.first)
            and _fits(parse, found, before, number)
        ):
            return _vague_head(found, earlier)
    return _gap(parse, sentence, after, before, earlier)


_HARMED = {"dead", "victims", "injured", "wounded", "missing", "killed", "casualties", "survivors"}


def _compared(tokens: list[Token], before: int) -> bool:
    """ "up from 17", "against 60 percent on Tuesday": the same thing at another time."""
    lead = [t.lower for t in tokens[max(0, before - 2) : before]]
    return lead in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"]) or (
        lead[-1:] == ["against"]
    )


def _harmed_noun(tokens: list[Token], after: int, limit: int) -> bool:
    """ "the 80 wounded remained", "30 dead and": a participle that stands for people."""
    if after + 1 >= limit or tokens[after].lower not in {"wounded", "injured", "dead", "missing"}:
        return False
    follow = tokens[after + 1]
    return tokens[after - 2].lower == "the" and follow.tag in {"VBD", "VBP", "MD", "VBZ"}


def _introduced(tokens: list[Token], after: int, limit: int) -> bool:
    """ "dozens of", "hundreds more", "dozens people": a noun can follow a vague number so."""
    if after >= limit:
        return False
    token = tokens[after]
    return token.lower in {"of", "more", "other", "others"} or token.tag == "NNS"


def _fits(parse: Parse, found: Thing, before: int, number: Number) -> bool:
    """A singular name after "kills at least 58" is who said it, not what was counted."""
    head = parse.tokens[found.last - 1]
    if head.lower in _HUMAN and found.last - found.first == 1 and (number.low or 2) > 1:
        return False
    if found.person or head.tag == "NNS" or (number.low or 2) <= 1:
        return True
    verb = parse.tokens[max(0, before - 3) : before]
    killed = any(t.lemma in HARM and t.tag[:2] in {"VB", "NN"} for t in verb)
    return not (killed and head.tag in {"NNP", "NN"} and head.lower[-1:] != "s")


def _is_pronoun(follow: list[str]) -> bool:
    if follow[:1] == ["of"]:
        return (
            len(follow) > 1
            and follow[1] in _PRONOUNS
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
        and tokens[after + 1].tag in {"NNS", "NN"}
        and tokens[after + 1].lower not in {"sunday", "monday", "tuesday", "today", "yesterday"}
    )


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


def _gap(parse: Parse, sentence: Sentence, after: int, before: int, earlier: Thing | None) -> Thing:
    """The noun is left out: "58 killed", "wounding 300", "toll at 70", "20 more"."""
    tokens = parse.tokens
    window = tokens[max(sentence.first, before - 4) : before]
    numbered = number_of(parse, sentence, before)
    if numbered is not None:
        return numbered
    if _tolled(tokens, sentence, before):
        return Thing("death toll", "toll", True)
    named = _named_before(parse, sentence, before)
    if named is not None:
        return named
    listed = _listed(parse, sentence, after, before) or _predicate(parse, sentence, after)
    if listed is not None:
        return listed
    follows = tokens[after : min(sentence.last, after + 3)]
    harm = any(t.lower in HARM or t.lemma in HARM for t in [*window, *follows])
    if any(t.lower in {"others", "other"} for t in follows[:1]) and (
        harm or (earlier and earlier.person)
    ):
        return Thing("people", "people", True, carried=True)
    human = _human_subject(tokens, sentence, after, before)
    if earlier is not None and earlier.words and (earlier.person or not (harm or human)):
        return _carried(earlier) or earlier
    bare = human or harm or _bare_subject(tokens, sentence, after, before)
    return Thing("people", "people", True) if bare else Thing(None, None, False)


# What only people do, for numbers that leave their noun out: "Hundreds chanted".
_HUMAN = frozenset(
    "chant march attend rally flee watch protest gather join return survive come arrive sleep live wait "
    "camp vote work walk demonstrate cheer riot strike volunteer shelter queue assemble enlist enrol enroll "
    "sign participate petition pray mourn celebrate escape jump swim board disembark seek apply register "
    "turn take stay leave drown perish starve study graduate".split()
)


def _human_subject(tokens: list[Token], sentence: Sentence, after: int, before: int) -> bool:
    """ "35,000 attended", "Hundreds more came", "none of the 40 on board survived"."""
    at = after
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
            t.lemma in _HUMAN or t.lemma in HARM
            for t in tokens[at + 3 : min(at + 8, sentence.last)]
        )
    if at >= sentence.last or tokens[at].lower in {"of", "."}:
        return False
    token = tokens[at]
    return token.lemma in _HUMAN and (token.tag[:2] in {"VB", "NN", "MD"}) and token.tag != "VBG"


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
        t.lemma in {"seat", "host", "house", "build", "jail", "deport", "evict"} for t in lead
    )
    without = after < sentence.last and tokens[after].lower in {
        "without",
        "stranded",
        "unaccounted",
    }
    return made_for or without or after < sentence.last and tokens[after].lower == "aboard"


def _predicate(parse: Parse, sentence: Sentence, after: int) -> Thing | None:
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
    return _thing(parse, _left(parse, sentence, at), at + 1)


_GROUPS = {"family", "gang", "team", "household", "delegation"}


def number_of(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "the number of people killed rose to 17", "put the number of dead at 23"."""
    tokens = parse.tokens
    for at in range(before - 3, sentence.first - 1, -1):
        if (
            tokens[at].lower in {"number", "numbers", "count", "total"}
            and tokens[at + 1].lower == "of"
        ):
            if tokens[at + 2].lower in _HARMED:
                return Thing(tokens[at + 2].text, tokens[at + 2].lower, True, at + 2, at + 3)
            found = phrase(parse, sentence, at + 2)
            return found if found and found.last <= before else None
    return None


_RISING = {
    "rise",
    "stand",
    "reach",
    "climb",
    "jump",
    "increase",
    "put",
    "pass",
    "surpass",
    "be",
    "hit",
    "soar",
    "grow",
    "bring",
}


def _tolled(tokens: list[Token], sentence: Sentence, before: int) -> bool:
    """ "toll at 70", or "the toll ... has risen to 86" however far the verb stands."""
    first = sentence.first
    if any(t.lower in {"toll", "tolls"} for t in tokens[max(first, before - 9) : before]):
        return True
    rises = any(t.lemma in _RISING for t in tokens[max(first, before - 4) : before])
    return rises and any(t.lower in {"toll", "tolls"} for t in tokens[first:before])


_MEASURES = {
    "population",
    "crew",
    "staff",
    "workforce",
    "toll",
    "tally",
    "death",
    "crowd",
    "audience",
}


def _named_before(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "a population of 120,000", "a crew of 12", "the death toll to 126": the noun before."""
    tokens = parse.tokens
    for at in range(before - 1, max(sentence.first - 1, before - 6), -1):
        token = tokens[at]
        if is_noun(token) and token.lemma in _GROUPS and tokens[at + 1].lower == "of":
            return Thing(token.text, token.lemma, True, at, at + 1)
        if is_noun(token) and token.lemma in _MEASURES or token.lower in {"pop", "pop."}:
            return Thing(token.text, token.lemma, True, at, at + 1)
        if (
            is_noun(token)
            and tokens[at + 1].lower == "of"
            and at + 1 < before
            and names_people(token.lemma)
        ):
            return _thing(parse, at, at + 1)
    return None


def _carried(earlier: Thing | None) -> Thing | None:
    if earlier is None or not earlier.words:
        return None
    return Thing(earlier.words, earlier.head, earlier.person, carried=True, pronoun=True)


def measured(
    parse: Parse, sentence: Sentence, after: int, before: int, symbol: str, earlier: Thing | None
) -> Thing:
    """What a measure or share is of: "of X" after it, the noun it qualifies, or the subject."""
    tokens, limit = parse.tokens, sentence.last
    nothing = Thing(None, None, False)
    if earlier is not None and earlier.words and _compared(tokens, before):
        return _carried(earlier) or nothing
    if after < limit and tokens[after].lower == "of":
        if after + 1 < limit and tokens[after + 1].lower in _PRONOUNS:
            return _carried(earlier) or nothing
        found = _of_phrase(parse, sentence, after)
        if found and found.head not in _RANGE:
            return found
    if symbol == "M":
        return _quake(parse, sentence, after, before)
    if after < limit and (is_noun(tokens[after]) or tokens[after].tag in {"JJ", "HYPH", "VBN"}):
        found = phrase(parse, sentence, after)
        if found and tokens[after].lower not in _DIRECTIONS and found.head not in _RANGE:
            return found
    return _owner(parse, sentence, before) or nothing


_RANGE = {"range", "mark", "level", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
          "saturday", "today", "yesterday", "overnight", "tonight", "tomorrow"}  # fmt: skip
_DIRECTIONS = {
    "south", "north", "east", "west", "southwest", "southeast", "northwest", "northeast", "away",
    "high", "wide", "long", "tall", "thick", "off", "from", "deep", "inland", "offshore", "out", "southern", "northern", "eastern", "western",
}  # fmt: skip
_QUAKES = {"quake", "earthquake", "temblor", "tremor", "aftershock", "shock", "jolt", "foreshock"}


def _quake(parse: Parse, sentence: Sentence, after: int, before: int) -> Thing:
    """A magnitude is of the earthquake named beside it; else of nothing but itself."""
    tokens = parse.tokens
    ahead = range(after, min(sentence.last, after + 8))
    behind = range(before - 1, sentence.first - 1, -1)
    for at in [*ahead, *behind]:
        if tokens[at].lemma in _QUAKES and not (
            at + 1 < sentence.last and tokens[at + 1].tag == "POS"
        ):
            return _thing(parse, _left(parse, sentence, at) if at < before else at, at + 1)
    return Thing("magnitude", "magnitude", False)


# Nouns that only lead to the number: the thing stands before or above them.
_LEADING = {"excess", "range", "region", "order", "neighborhood", "neighbourhood", "total", "tune", "sum",
            "average", "maximum", "minimum", "force", "magnitude", "high", "value", "year", "record", "rate",
            "measure", "strength", "vicinity"}  # fmt: skip


def _owner(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """ "an area of 78.5", "gems worth 85", "temperatures of": the noun before; else the subject."""
    tokens = parse.tokens
    at = before - 1
    while at > sentence.first and (
        tokens[at].lower in _LEADERS
        or tokens[at].tag in {"IN", "DT", "RB", "JJR", "VBN", "VBG", "$", "TO"}
    ):
        at -= 1
    if at >= sentence.first and is_noun(tokens[at]) and tokens[at].lemma not in _LEADING | _RANGE:
        follow = tokens[at + 1].lower if at + 1 < before else ""
        if (
            follow
            in {"of", "worth", "at", "valued", "in", "(", "totalling", "totaling", "is", "to"}
            or at + 1 == before
        ):
            if not _prepositional(tokens, sentence, at) or follow == "of":
                return _thing(parse, _left(parse, sentence, at), at + 1)
    return _subject(parse, sentence, before) or _not_prepositional(parse, sentence, before)


_LEADERS = {"worth", "at", "of", "about", "some", "valued", "up", "to", "between", "from", "(", ",", "more", "than",
            "around", "nearly", "least", "over", "approximately", "as", "a", "an", "the", "$", "high", "much"}  # fmt: skip


def _subject(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """The subject of the verb that stands above the number in the parse."""
    tokens, at = parse.tokens, before
    for _ in range(6):
        subject = subject_of(parse, at)
        if subject is not None and sentence.first <= subject < before:
            if is_noun(tokens[subject]):
                return _thing(parse, _left(parse, sentence, subject), subject + 1)
            return None
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _prepositional(tokens: list[Token], sentence: Sentence, at: int) -> bool:
    """True where a preposition leads the noun phrase that ends at token `at`."""
    while at > sentence.first and tokens[at].tag in {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "DT",
        "HYPH",
        "PRP$",
        "POS",
        "CD",
        "VBN",
        "JJS",
    }:
        at -= 1
    return tokens[at].tag in {"IN", "TO"} or (
        tokens[at].lower in {"and", ","}
        and at - 1 >= sentence.first
        and tokens[at - 1].tag == "NNP"
    )


def _not_prepositional(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """The nearest noun phrase before that no preposition leads."""
    tokens = parse.tokens
    for at in range(before - 1, sentence.first - 1, -1):
        if not is_noun(tokens[at]) or tokens[at].lower in _UNIT_WORDS or tokens[at].lemma in _RANGE:
            continue
        if at + 1 < before and (is_noun(tokens[at + 1]) or tokens[at + 1].tag == "POS"):
            continue
        if not _prepositional(tokens, sentence, at):
            return _thing(parse, _left(parse, sentence, at), at + 1)
    return None


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


_UNIT_WORDS = {
    "magnitude",
    "us$",
    "percent",
    "kilometers",
    "kilometres",
    "miles",
    "km",
    "scale",
    "feet",
}


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
