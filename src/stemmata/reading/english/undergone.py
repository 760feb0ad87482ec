"""Places that a clause is about: what a place underwent, and the country that a war is in.

"The mill has seen two rounds of cuts", "Aville lost 40 houses": the subject is where.
"More than 9,000 people have been killed" behind "Aville's war began in 2011" is the toll
of that war, not of the raid that the report told before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stemmata.reading.english.cues import word_set
from stemmata.reading.english.known_names import REGIONS, countries
from stemmata.reading.english.parse import Parse, Sentence
from stemmata.reading.english.place_phrases import Place, is_name, noun_phrase_before
from stemmata.reading.english.place_words import PLACE_NOUNS
from stemmata.reading.english.verbs import verb_lemma

# What happens to a place without its doing anything.
_UNDERGO = frozenset({"see", "suffer", "lose", "experience", "witness", "endure", "sustain",
                      "bury", "mourn"})  # fmt: skip
# What a building or camp does with those who are in it: it was built for them, or took them in.
_HOLD = word_set("hold house host shelter accommodate treat receive admit take contain have")
_MADE_FOR = word_set("build design make mean intend equip plan")
_TELL = word_set("say report add announce")
# Places that act as bodies, of which these verbs say nothing.
_ACTING = word_set("state country office station department embassy community region part side")
_AUXILIARIES = word_set(
    "has have had will would is was to also already now since never not it that should could can"
)
# A subject is at most so many words long.
_SUBJECT = 9


def undergone(parse: Parse, sentence: Sentence, sure: Collection[str]) -> tuple[Place, int] | None:
    """The place that opens a sentence and to which something happened, and the verb's token.

    `sure` holds the last words, in lower case, of names that are places in this report.
    """
    tokens, stop = parse.tokens, min(sentence.last, sentence.first + _SUBJECT)
    for end in range(sentence.first + 1, stop):
        verb = _past_aside(parse, end, sentence.last)
        holding = _holding(parse, verb, sentence.last)
        if tokens[end].text == ",":  # "the prison, made for 620,"
            holding = _holding(parse, end + 1, sentence.last) or holding
        verb = _past(parse, verb, sentence.last)
        if verb >= sentence.last or not (_undergoes(parse, verb) or holding):
            continue
        place = noun_phrase_before(parse, sentence, end)
        if place is None or place.first != sentence.first:
            return None
        definite = tokens[place.first].lower in {"the", "this", "that"}
        site = place.common in PLACE_NOUNS and (place.named or definite)
        site = site or (place.named and _apposed_site(parse, end, sentence.last))
        known = place.named and tokens[place.last - 1].lower in sure
        if holding and (place.common in _ACTING or not (site or known)):
            return None
        return (place, holding or verb) if site or known else None
    return None


def _past(parse: Parse, at: int, last: int) -> int:
    """Behind the auxiliaries from token `at` on."""
    while at < last and parse.tokens[at].lower in _AUXILIARIES:
        at += 1
    return at


def _holding(parse: Parse, at: int, last: int) -> int | None:
    """The verb of "holds 40", "was built for 40", "said it had received 40" from token `at` on."""
    tokens = parse.tokens
    if at < last and verb_lemma(tokens[at]) in _TELL:
        at = _past(parse, at + 1, last)
        if tokens[at - 1].lower not in {"it", "had", "has"}:
            return None
    end = _past(parse, at, last)
    if end >= last:
        return None
    owns = end > at and tokens[end - 1].lower in {"has", "had", "have"}
    if owns and tokens[end].tag in {"CD", "RB", "JJR"}:
        return end - 1
    lemma, token = verb_lemma(tokens[end]), tokens[end]
    if token.tag == "VBN" and lemma in _MADE_FOR:
        near = tokens[end + 1 : min(last, end + 4)]
        return end if any(t.lower == "for" for t in near) else None
    taken = lemma != "take" or (end + 1 < last and tokens[end + 1].lower == "in")
    active = token.tag != "VBN" or tokens[end - 1].lower in {"had", "has", "have"}
    return end if lemma in _HOLD and taken and active and token.tag[:2] == "VB" else None


def _apposed_site(parse: Parse, comma: int, last: int) -> bool:
    """True before ", the city's main hospital,"."""
    tokens = parse.tokens
    if tokens[comma].text != ",":
        return False
    stop = next((k for k in range(comma + 1, last) if tokens[k].text == ","), comma + 1)
    heads = [t.lemma for t in tokens[comma + 1 : stop] if t.tag[:2] == "NN"]
    return bool(heads) and heads[-1] in PLACE_NOUNS - _ACTING and stop - comma < _SUBJECT


def _past_aside(parse: Parse, at: int, last: int) -> int:
    """Behind ", with 110 beds," where one begins at token `at`."""
    if parse.tokens[at].text != ",":
        return at
    return next((k + 1 for k in range(at + 1, last) if parse.tokens[k].text == ","), at)


def _undergoes(parse: Parse, verb: int) -> bool:
    token = parse.tokens[verb]
    if token.lower == "been":
        return parse.tokens[min(verb + 1, len(parse.tokens) - 1)].lower == "through"
    return verb_lemma(token) in _UNDERGO and token.tag not in {"VBG", "JJ"}


_WARS = word_set("war conflict uprising insurgency rebellion revolution")
_GOES_ON = frozenset({"it", "this", "that"})


def wars(parse: Parse, sure: Collection[str]) -> Iterator[str | None]:
    """For each sentence, where the war is that it speaks of; None where it speaks of none.

    A sentence right behind one whose subject is the war speaks of it too.
    """
    where: str | None = None
    topic = False
    for sentence in parse.sentences:
        wars_here = [i for i in range(sentence.first, sentence.last) if _is_war(parse, i)]
        named = [w for i in wars_here if (w := _place_of_war(parse, sentence, i, sure))]
        where = named[0] if named else where
        told = topic or any(parse.tokens[i].dep != "obj" for i in wars_here)
        yield where if told else None
        subject = any(_opens(parse, sentence, i) for i in wars_here)
        topic = subject or (topic and _goes_on(parse, sentence))


def _is_war(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    after = parse.tokens[i + 1].lemma if i + 1 < len(parse.tokens) else ""
    return token.lemma in _WARS and token.tag == "NN" and after not in _OF_WAR


_OF_WAR = word_set(
    "crime criminal monitor zone plane veteran effort game room hero memorial cabinet chest"
)


def _opens(parse: Parse, sentence: Sentence, i: int) -> bool:
    """True for "Aville's civil war began": the subject, by the order of the words."""
    before = parse.tokens[sentence.first : i]
    small = [t for t in before if t.text.islower()]
    return len(before) < _SUBJECT and all(t.tag[:2] not in {"VB", "IN", "MD"} for t in small)


def _goes_on(parse: Parse, sentence: Sentence) -> bool:
    first = sentence.first + (parse.tokens[sentence.first].lower in {"but", "and"})
    return first < sentence.last and parse.tokens[first].lower in _GOES_ON


def _place_of_war(parse: Parse, sentence: Sentence, i: int, sure: Collection[str]) -> str | None:
    """ "Aville's civil war", "the war in Aville"; an apostrophe may have been lost."""
    tokens = parse.tokens
    known = countries() | REGIONS | frozenset(sure)
    if i + 2 < sentence.last and tokens[i + 1].lower == "in" and is_name(tokens[i + 2]):
        return _words(parse, i + 2, sentence.last) if tokens[i + 2].lower in known else None
    k = i - 1
    while k > sentence.first and (tokens[k].tag in {"JJ", "CD", "HYPH"} or _span_of_time(parse, k)):
        k -= 1
    if k > sentence.first and tokens[k].tag == "POS":
        k -= 1
    name = tokens[k]
    if k < sentence.first or not is_name(name):
        return None
    return next((name.text[: len(w)] for w in _bare(name.lower) if w in known), None)


def _bare(word: str) -> tuple[str, str]:
    """The word, and without an "s" that has lost its apostrophe."""
    return word, word.removesuffix("s")


def _span_of_time(parse: Parse, k: int) -> bool:
    return parse.tokens[k].lower in {"year", "civil", "month", "decade"}


def _words(parse: Parse, first: int, limit: int) -> str:
    last = first
    while last < limit and is_name(parse.tokens[last]):
        last += 1
    span = parse.span(first, last)
    return parse.report.text[span.start : span.end]


def coordinated(parse: Parse, counted: int, place: Place) -> bool:
    """True for "40 were killed and thousands fled their homes", of the forty: others' homes.

    `counted` is the token behind what is counted.
    """
    between = parse.tokens[counted : place.first]
    if parse.tokens[place.first].tag != "PRP$":
        return False
    ands = (i for i, t in enumerate(between) if t.lower in {"and", "while", "but"})
    joined = next(ands, len(between))
    others = [t.tag[:2] for t in between[joined + 1 : joined + 4]]
    return bool({"NN", "CD"} & set(others)) and others[0] not in {"VB", "RB"}
