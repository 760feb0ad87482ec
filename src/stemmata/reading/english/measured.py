"""What a measure or share is of: "of X", the noun it qualifies, or the subject."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import (
    HARMED,
    PRONOUNS,
    Earlier,
    Thing,
    carried,
    compared,
    is_noun,
    left_of,
    of_them,
    phrase,
    subject_of,
    thing_at,
)
from stemmata.reading.english.distances import QUAKES, TIME_NOUNS, lying, past_conversion
from stemmata.reading.english.governed import HOLDING, LENGTHS, Governed, is_unit
from stemmata.reading.english.lemmas import PAST_FORMS
from stemmata.reading.english.number_words import PARTS
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.english.units import PERCENT
from stemmata.reading.english.verbs import verb_lemma


def measured(
    parse: Parse, sentence: Sentence, after: int, before: int, symbol: str, earlier: Earlier
) -> Thing:
    """What a measure or share is of: "of X" after it, the noun it qualifies, or the subject.

    Of a sum of money it is never who pays it.
    """
    found = _measured(parse, sentence, after, before, symbol, earlier)
    tokens = parse.tokens
    if symbol != "money" or not 0 <= found.first < before or found.carried:
        return found
    head, side = tokens[found.last - 1], found.last - 1 > sentence.first
    name = head.tag in {"NNP", "NNPS"} or (side and head.tag == "NNS" and head.text[0].isupper())
    # "Revenue climbed to": a common noun has its capital from the sentence's beginning.
    common = found.last - 1 == sentence.first and verb_lemma(tokens[found.last]) in HOLDING - {"be"}
    # "bought Selta for $2 million": the name is what the sum was for.
    common = common or any(t.lower == "for" for t in tokens[max(found.last, before - 3) : before])
    if not name or common or tokens[before - 1].tag == "POS":
        return found
    return carried(earlier.by_unit.get("money")) or Thing(None, None, False)


def _measured(
    parse: Parse, sentence: Sentence, after: int, before: int, symbol: str, earlier: Earlier
) -> Thing:
    tokens, limit = parse.tokens, sentence.last
    after = _past_each(tokens, past_conversion(tokens, after, limit), limit)
    nothing = Thing(None, None, False)
    same = carried(earlier.measured(symbol))
    if same is not None and compared(tokens, before):
        return same
    long = symbol in LENGTHS - {"yd", "ft", "m"}
    if (
        after < limit
        and tokens[after].lower == "of"
        and (not long or _stuff(tokens, after, before))
    ):
        if after + 1 < limit and tokens[after + 1].lower in PRONOUNS:
            return of_them(parse, sentence, after, earlier.last)
        found = _of_phrase(parse, sentence, after)
        if found and found.head not in _RANGE:
            return found
    if symbol == "%" and after < limit and tokens[after].tag in {"DT", "PRP$"}:
        # "supplies half the region"
        found = _of_phrase(parse, sentence, after - 1)
        if found and found.first <= after + 1 and found.head not in _RANGE:
            return found
    if symbol == "M":
        return _quake(parse, sentence, after, before)
    if symbol in LENGTHS and (there := lying(parse, sentence, before, after)) is not None:
        return there
    if symbol == "money" and (bought := _bought(parse, sentence, after, before)) is not None:
        return bought
    if symbol == "money" and before > sentence.first + 1 and tokens[before - 1].tag == "POS":
        return thing_at(parse, left_of(parse, sentence, before - 2), before - 1)
    if after + 1 < limit and tokens[after].lower in {"more", "less", "fewer", "bigger", "larger"}:
        found = phrase(parse, sentence, after + 1)
        if found and found.first == after + 1 and tokens[after + 1].lower != "than":
            return found
    if after < limit and tokens[after].lower in PAST_FORMS:
        after = limit
    if after < limit and (is_noun(tokens[after]) or tokens[after].tag in {"JJ", "HYPH", "VBN"}):
        found = phrase(parse, sentence, after)
        if found and tokens[after].lower not in _DIRECTIONS and found.head not in _RANGE:
            return found
    if _attributive(tokens, after, before, limit):
        return thing_at(parse, after, after + 2)
    if symbol == "money" and (each := _for_each(parse, sentence, after)) is not None:
        return each
    gapped = _goes_on(tokens, after, before, limit) or _gapped(tokens, sentence, after, before)
    if symbol == "%" and gapped and "%" in earlier.by_unit:
        return carried(earlier.by_unit["%"]) or nothing
    led = _leading_noun(parse, sentence, before, symbol)
    if led is not None:
        return led
    if symbol == "%" and _leads(tokens, sentence, after, before):
        subject = carried(earlier.counted)
        if subject is not None:
            return subject
    governed = Governed(parse, sentence, before, after, symbol).thing(earlier)
    if governed is not None:
        return governed
    return _fallback(parse, sentence, before) or nothing


def _past_each(tokens: list[Token], after: int, limit: int) -> int:
    """Behind "-a-share" of "the $21-a-share offer"."""
    words = [t.lower for t in tokens[after : min(limit, after + 4)]]
    each = len(words) == 4 and words[0] == words[2] == "-" and words[1] in {"a", "an", "per"}
    return after + 4 if each else after


def _for_each(parse: Parse, sentence: Sentence, after: int) -> Thing | None:
    """ "20,000 euros for each family", "in cash for each share": what the sum goes to."""
    tokens = parse.tokens
    for k in range(after, min(sentence.last - 1, after + 5)):
        word = tokens[k].lower
        if tokens[k].tag[:2] in {"VB", "MD"} or word in {",", ".", ";"}:
            return None
        if word == "each":
            found = phrase(parse, sentence, k + 1)
            return found if found and found.first == k + 1 else None
    return None


def _stuff(tokens: list[Token], after: int, before: int) -> bool:
    """ "20 km of spare cable", "3 inches of rain"; not "within 5 km of the town"."""
    return tokens[after + 1].tag in {"NN", "NNS", "JJ", "VBN"} and not any(
        t.lower == "within" for t in tokens[max(0, before - 3) : before]
    )


# What a sum is paid in or for, bare after "in": "$3,400 in cash", "6 million in bonuses".
_KINDS = frozenset(
    "cash aid damage loss debt sale revenue funding bonus tax fine assistance relief compensation "
    "saving loan grant investment cut export import trade donation goods property profit fee "
    "interest spending wage salary overtime contract equipment drug jewel jewelry jewellery "
    "merchandise gem gold stock share equity repair restitution ransom prize money asset bribe "
    "benefit subsidy pension dividend ammunition supply medicine business bond".split()
)


def _bought(parse: Parse, sentence: Sentence, after: int, before: int) -> Thing | None:
    """ "the 41 million paid for the keeper", "$3,400 in cash"."""
    tokens = parse.tokens
    if after + 2 >= sentence.last:
        return None
    if tokens[after].lower in _PAID and tokens[after + 1].lower == "for":
        return phrase(parse, sentence, after + 2)
    if (goods := _for_ahead(parse, sentence, after, before)) is not None:
        return goods
    if (
        tokens[before - 1].lower == "for"
        or tokens[after].lower != "in"
        or tokens[after + 1].tag not in {"NN", "NNS", "JJ"}
    ):
        return None
    found = phrase(parse, sentence, after + 1)
    return found if found and found.head in _KINDS else None


def _for_ahead(parse: Parse, sentence: Sentence, after: int, before: int) -> Thing | None:
    """ "will receive 38 million euros at once for the striker": what is paid for."""
    tokens, k = parse.tokens, before - 1
    while k > sentence.first and tokens[k].tag[:2] != "VB" and before - k < 8:
        k -= 1
    if verb_lemma(tokens[k]) not in _TRADING:
        return None
    for at in range(after, min(sentence.last - 1, after + 8)):
        if tokens[at].lower == "for":
            found = phrase(parse, sentence, at + 1)
            first = tokens[at + 1].tag in {"NNP", "DT", "PRP$", "NN", "NNS", "JJ"}
            return found if found is not None and first and found.first <= at + 3 else None
        if tokens[at].tag[:2] in {"VB", "MD"} or tokens[at].lower in {",", ";", ".", ":", "("}:
            return None
    return None


_TRADING = frozenset("receive get pay bank spend bid fetch collect demand".split())
_PAID = frozenset("paid spent offered asked demanded sought".split())


def _gapped(tokens: list[Token], sentence: Sentence, after: int, before: int) -> bool:
    """ "55 percent of calls in X, 52 percent in Y": the second leaves out of what it is a share."""
    lead = tokens[before - 1].lower if before > sentence.first else ""
    follow = tokens[after].tag if after < sentence.last else "."
    shares = any(t.lower in PERCENT or t.lower == "cent" for t in tokens[sentence.first : before])
    return (
        shares
        and lead in {",", "and", "or", "but", "while"}
        and follow in {"IN", "TO", ".", ",", "CC"}
    )


def _goes_on(tokens: list[Token], after: int, before: int, limit: int) -> bool:
    """ "58 percent of people oppose it and 23 percent support it": a subject after "and"."""
    lead = tokens[before - 1].lower if before else ""
    return (
        lead in {"and", "while", "but", ";"}
        and after + 1 < limit
        and (
            tokens[after + 1].lower in {"it", "them", "the", "that", "him", "her", "a"}
            or tokens[after].tag in {"VBD", "VBP", "VBZ", "MD"}
        )
    )


def _leads(tokens: list[Token], sentence: Sentence, after: int, before: int) -> bool:
    """ "Seven in ten are women": a share that opens its sentence and leaves out of what."""
    opens = all(t.tag in {"RB", "IN", "JJS", "JJR", "CC"} for t in tokens[sentence.first : before])
    return opens and after < sentence.last and tokens[after].tag in {"VBP", "VBD", "VBZ", "MD"}


def _attributive(tokens: list[Token], after: int, before: int, limit: int) -> bool:
    """ "a 6.5 percent pay rise": a noun that the tagger took for a verb, told by the article."""
    return (
        after + 1 < limit
        and before > 0
        and tokens[before - 1].lower in {"a", "an"}
        and tokens[after].tag in {"VB", "VBP"}
        and is_noun(tokens[after + 1])
    )


_RANGE = TIME_NOUNS | {"range", "mark", "level"}

_DIRECTIONS = frozenset(
    "south north east west southwest southeast northwest northeast away high wide long tall thick "
    "off from deep inland offshore out southern northern eastern western".split()
)


def _quake(parse: Parse, sentence: Sentence, after: int, before: int) -> Thing:
    """A magnitude is of the earthquake named beside it; else of nothing but itself."""
    tokens = parse.tokens
    ahead = range(after, min(sentence.last, after + 8))
    behind = range(before - 1, sentence.first - 1, -1)
    for at in [*ahead, *behind]:
        if tokens[at].lemma in QUAKES and not (
            at + 1 < sentence.last and tokens[at + 1].tag == "POS"
        ):
            return thing_at(parse, left_of(parse, sentence, at) if at < before else at, at + 1)
    return Thing("magnitude", "magnitude", False)


# Nouns that only lead to the number: the thing stands before or above them.
_LEADING = frozenset(
    "excess range region order neighborhood neighbourhood total tune sum average maximum minimum "
    "force magnitude high value year record rate measure strength vicinity".split()
)


def _leading_noun(parse: Parse, sentence: Sentence, before: int, symbol: str) -> Thing | None:
    """ "an area of 78.5", "gems worth 85", "temperatures of": the noun right before."""
    tokens = parse.tokens
    at = before - 1
    while at > sentence.first and (
        tokens[at].lower in _LEADERS
        or tokens[at].tag in {"IN", "DT", "RB", "JJR", "VBN", "VBG", "$", "TO"}
    ):
        at -= 1
    plural = tokens[at].tag == "VBZ" and tokens[at + 1].lower == "of"
    # "with crude worth $170 million"
    plural = plural or (tokens[at].tag == "JJ" and tokens[at + 1].lower == "worth")
    if at < sentence.first or not (is_noun(tokens[at]) or plural) or is_unit(tokens[at]):
        return None
    if tokens[at].lower in {"cost", "costs"} and tokens[at - 1].tag[:1] in {"N", "W", "M", "C"}:
        return None
    # "a loan averages $160": a verb that the tagger took for a plural.
    if at + 1 == before and tokens[at].lower in {"averages", "totals", "numbers", "measures"}:
        at -= 1 if is_noun(tokens[at - 1]) else 0
        return thing_at(parse, left_of(parse, sentence, at), at + 1)
    # "offered the striker $12 million": who gets it is not what it is of.
    if at + 1 == before and symbol == "money" and names_people(tokens[at].lemma):
        return None
    if symbol == "money" and _gets(parse, sentence, at):
        return None
    if tokens[at].tag == "VBD" or tokens[at].lower in _RESTS | TIME_NOUNS:
        return None
    if tokens[at].lemma in _LEADING | _RANGE or tokens[at].lower in PARTS:
        return None
    follow = tokens[at + 1].lower if at + 1 < before else ""
    close = follow in _BINDING
    hedged = at + 1 < before and all(t.lower in _LEADERS for t in tokens[at + 1 : before])
    hedged = hedged and follow in {"up", "about", "around", "nearly", "over", "more", "some", "as"}
    if (close or hedged or follow in {"at", "in", "is", "to"} or at + 1 == before) and (
        close or not _prepositional(tokens, sentence, at)
    ):
        return thing_at(parse, left_of(parse, sentence, at), at + 1)
    return None


def _gets(parse: Parse, sentence: Sentence, at: int) -> bool:
    """ "cost the county $420,000": the first of two objects gets or pays the sum."""
    k = left_of(parse, sentence, at) - 1
    if k > sentence.first and parse.tokens[k].tag in {"DT", "PRP$"}:
        k -= 1
    return k >= sentence.first and verb_lemma(parse.tokens[k]) in _HANDING


_HANDING = frozenset("cost pay owe hand give lend charge earn save award".split())
# Short answers of markets that are no quantity: "rose to $19 on the news".
_RESTS = {"news", "fears", "hopes", "talk", "reports"}
# What binds a number to the noun before it, whatever leads that noun.
_BINDING = {"of", "worth", "valued", "totalling", "totaling", "("}


def _fallback(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """The subject above in the parse, else the nearest noun that no preposition leads."""
    return _subject(parse, sentence, before) or _not_prepositional(parse, sentence, before)


_LEADERS = frozenset(
    "worth at of about some valued up to between from ( , more than around nearly least over "
    "approximately as a an the $ high much".split()
)


def _subject(parse: Parse, sentence: Sentence, before: int) -> Thing | None:
    """The subject of the verb that stands above the number in the parse."""
    tokens, at = parse.tokens, before
    for _ in range(6):
        subject = subject_of(parse, at)
        if subject is not None and sentence.first <= subject < before:
            if is_noun(tokens[subject]) and not is_unit(tokens[subject]):
                return thing_at(parse, left_of(parse, sentence, subject), subject + 1)
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
        if (
            not is_noun(tokens[at])
            or tokens[at].lower in _UNIT_WORDS
            or is_unit(tokens[at])
            or tokens[at].lower in _RANGE | TIME_NOUNS
        ):
            continue
        if at + 1 < before and (is_noun(tokens[at + 1]) or tokens[at + 1].tag == "POS"):
            continue
        if not _prepositional(tokens, sentence, at):
            return thing_at(parse, left_of(parse, sentence, at), at + 1)
    return None


def _of_phrase(parse: Parse, sentence: Sentence, at: int) -> Thing | None:
    """The whole noun phrase after "of", with a possessor or qualifier: "the city's territory"."""
    tokens, limit = parse.tokens, sentence.last
    first = at + 1
    if first < limit and tokens[first].lower in PRONOUNS:
        return None
    if first + 1 < limit and tokens[first].lower == "the" and tokens[first + 1].lower in HARMED:
        harmed = tokens[first + 1]
        return Thing(harmed.text, harmed.lower, True, first + 1, first + 2)
    found = phrase(parse, sentence, first)
    if not found:
        return None
    return thing_at(parse, first, found.last)


_UNIT_WORDS = frozenset("magnitude us$ percent kilometers kilometres miles km scale feet".split())
