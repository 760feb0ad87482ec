"""The verb after what is counted: "58 killed", "people who fled", "homes on the isle burned"."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import HARM, subject_of
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.nominals import (
    by_light_verb,
)
from stemmata.reading.english.number_words import VAGUE
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import HUMAN
from stemmata.reading.english.verbs import (
    SHORT_PARTICIPLES,
    finite,
    is_verb,
    resolved,
    verb_lemma,
)

CLAUSE_MARKS = frozenset(", ; that which who whom where when said says as after before".split())


_AUX = {
    "have", "has", "had", "been", "be", "being", "was", "were", "is", "are", "will", "would",
    "could", "can", "may", "might", "must", "should", "also", "already", "so", "far", "now", "not",
    "since", "then", "voluntarily", "reportedly", "all", "both", "who", "that", "which", "either",
    "still", "yet", "just", "only", "even", "'ve", "'d", "later", "first",
    "currently", "recently", "seriously", "badly", "critically", "slightly", "completely", "partly",
}  # fmt: skip


def over_phrase(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Past what qualifies the noun: "pieces of heavy weapons have been destroyed"."""
    tokens = parse.tokens
    if at >= sentence.last or tokens[at].lower not in {"of", "in", "from", "at", "on", "with"}:
        return None
    for k in range(at + 1, min(sentence.last, at + 14)):
        if tokens[k].lower in CLAUSE_MARKS or tokens[k].lower == "and":
            return None
        if tokens[k].tag in {"VBD", "VBP", "VBZ", "MD"}:
            return verb_after(parse, sentence, k)
    return None


def _past_joined(tokens: list[Token], at: int, limit: int) -> int:
    """Past a second noun without a number, or who most are: "homes and other buildings were"."""
    if at >= limit or tokens[at].lower not in {"and", "or", "mostly", "mainly", "including"}:
        return at
    k = at + 1
    names = {"JJ", "NN", "NNS", "NNP", "VBN", "HYPH", "DT", "CD", "CC"}
    while k < limit and k - at < 6 and tokens[k].tag in names:
        k += 1
    joined = (
        k < limit and k > at + 1 and tokens[k].lower in {"were", "was", "are", "have", "had", "has"}
    )
    return k if joined else at


def _aside(tokens: list[Token], at: int, limit: int) -> int:
    """Past an aside between commas or dashes: "facilities, including two schools, have"."""
    if at >= limit or tokens[at].lower not in {",", "--", "\u2014", "-"}:
        return at
    for k in range(at + 2, min(limit - 1, at + 14)):
        if tokens[k].lower not in {",", "--", "\u2014"}:
            continue
        told = k + 1
        # "-- two of them masked -- on Thursday stole"
        while tokens[told].tag == "RB" and told < limit - 1:
            told += 1
        while tokens[k].lower != "," and told < limit - 1 and tokens[told].tag in {"IN", "NNP"}:
            told += 1
        if finite(tokens, told) or tokens[told].tag == "MD":
            return told
    return at


def verb_after(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """ "58 killed", "people were killed", "militants who have left", "residents returned"."""
    tokens, limit, seen_aux = parse.tokens, sentence.last, False
    at = start = _aside(tokens, _past_joined(tokens, at, limit), limit)
    while at < limit and at - start < 7 and tokens[at].lower in _AUX:
        seen_aux = seen_aux or tokens[at].tag[:2] in {"VB", "MD"}
        at += 1
    if at >= limit:
        return None
    token = tokens[at]
    if at == start and token.tag in {"NNP", "NN"} and verb_lemma(token) in HUMAN:
        lead = tokens[at - 1]
        if lead.tag in {"CD", "NNS", "NNP"} and (lead.tag == "CD" or lead.lower in VAGUE):
            return verb_lemma(token)
    if at == start and token.lower.endswith("ed") and token.lemma in RATING:
        return None
    if token.lower in _HELD and at + 1 < limit and tokens[at + 1].lower in HARM:
        return HARM[tokens[at + 1].lower]
    if not seen_aux and (token.tag == "VBN" or token.lower in HARM or token.lower == "armed"):
        over = _finite_over(parse, sentence, start, at)
        if over is not None:
            return over
    if token.lower == "as" and at == start and _classed(tokens, sentence, at):
        return verb_lemma(tokens[at + 1])
    if token.lower == "among":
        harm = [HARM.get(t.lower) or HARM.get(verb_lemma(t)) for t in tokens[at : at + 4]]
        if any(harm):
            return next(one for one in harm if one)
    if token.lower == "able":
        return resolved(parse, sentence, at)
    if token.tag in {"JJ", "NN"} and _participle(tokens, at, start, seen_aux):
        return lemma(token.lower, "VBN")
    if token.lower in HARM and (
        not is_verb(token)
        or token.tag in {"VBN", "VBD"}
        or token.lower == "missing"
        or (at == start and token.tag != "VBG")
    ):
        return HARM[token.lower]
    if verb_lemma(token) in HARM and token.lower.endswith(("ed", "en", "ain", "ot")):
        return HARM[verb_lemma(token)]
    told = finite(tokens, at) or (
        token.tag in {"VBN", "VBG", "VB"} and (seen_aux or token.tag == "VBN")
    )
    contact = _contact(parse, sentence, start) if at == start else None
    if contact is not None:
        return contact
    if not told or (token.lemma in {"say", "tell", "report", "add", "accord"} and not seen_aux):
        return None
    noun = by_light_verb(tokens, sentence, at)
    if noun is not None:
        return noun
    if not seen_aux and finite(tokens, at) and _has_other_subject(parse, sentence, start, at):
        return None
    return resolved(parse, sentence, at)


def _classed(tokens: list[Token], sentence: Sentence, at: int) -> bool:
    """ "lists 780 homes as destroyed": as what they are told of."""
    if at + 1 >= sentence.last or tokens[at + 1].tag not in {"VBN", "VBD"}:
        return False
    lead = tokens[max(sentence.first, at - 12) : at]
    # "lists" after a subject is now and then taken for a noun.
    return any(lemma(t.lower, "VBZ") in _CLASSING or verb_lemma(t) in _CLASSING for t in lead)


_CLASSING = frozenset("list record classify report describe register count regard confirm".split())
# Participles behind which stands what is known of somebody: "300 more reported missing".
_HELD = frozenset("reported feared believed presumed listed confirmed declared".split())
# Participles that only tell what something is worth, where or what it is called.
RATING = frozenset(
    "value estimate call name know base date price locate situate aim dub title mean design".split()
)
# Verbs of what is told about people and things, beside which a participle says more.
TELLING = frozenset(
    "be have say tell identify name include come comprise represent total number belong remain "
    "mean make appear seem".split()
)


_CLAD = frozenset({"armed", "dressed", "clad", "disguised", "masked", "equipped"})


def _finite_over(parse: Parse, sentence: Sentence, start: int, at: int) -> str | None:
    """Past a participle that only describes: "men armed with pistols robbed a bank"."""
    tokens = parse.tokens
    for k in range(at + 1, min(sentence.last, at + 9)):
        if tokens[k].lower in CLAUSE_MARKS | {"and", ":", "--"}:
            return None
        armed = tokens[at].lower in _CLAD
        after_noun = armed and tokens[k].tag == "VBN" and tokens[k - 1].tag in {"NN", "NNS"}
        if not finite(tokens, k) and not after_noun:
            continue
        if tokens[at].lower in HARM and tokens[k].lemma not in {"be", "have"}:
            return None
        subject = subject_of(parse, k)
        if subject is None and tokens[k].lemma in {"be", "have"}:
            subject = next((s for j in range(k + 1, min(k + 4, sentence.last))
                            if (s := subject_of(parse, j)) is not None), None)  # fmt: skip
        if subject is not None and not start - 3 <= subject < start:
            return None
        found = resolved(parse, sentence, k)
        return None if found is None or found in TELLING else found
    return None


def _contact(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """ "the two bids the club has made", "the $120 million it needs": a clause without "that"."""
    tokens = parse.tokens
    if tokens[at].lower not in {"the", "it", "he", "she", "they", "we", "i", "you"}:
        return None
    for k in range(at + 1, min(sentence.last, at + 6)):
        if finite(tokens, k) or tokens[k].tag == "MD":
            found = resolved(parse, sentence, k)
            ends = k + 1 >= sentence.last or tokens[k + 1].tag in {
                ",",
                ".",
                "IN",
                "VBN",
                "TO",
                "RB",
            }
            return found if ends and found not in {"be", "have", "say", "tell", "add"} else None
        if tokens[k].tag not in {"NN", "NNS", "NNP", "NNPS", "JJ", "RB"}:
            return None
    return None


def _has_other_subject(parse: Parse, sentence: Sentence, start: int, at: int) -> bool:
    """ "A ferry carrying 212 passengers and 18 crew capsized": the ferry did."""
    tokens, subject = parse.tokens, subject_of(parse, at)
    if subject is None or not sentence.first <= subject < start - 1:
        return False
    inner = {t.lower for t in tokens[subject + 1 : start]}
    carrying = any(t.tag == "VBG" for t in tokens[subject + 1 : start])
    return carrying and not inner & CLAUSE_MARKS


def _participle(tokens: list[Token], at: int, start: int, seen_aux: bool) -> bool:
    """A verb that the tagger took for an adjective: "were badly hit", "quakes flattened homes"."""
    lower = tokens[at].lower
    if seen_aux:
        return lower.endswith("ed") or lower in SHORT_PARTICIPLES
    return at == start and lower.endswith("ed") and tokens[at - 1].tag == "NNS"
