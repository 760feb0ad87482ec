"""The verb that says what happened to a counted thing, as its lemma."""

from __future__ import annotations

import re

from stemmata.reading.english.counted_nouns import HARM, subject_of
from stemmata.reading.english.left_out import HUMAN
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.nominals import (
    by_light_verb,
    is_known_verb,
    of_doing,
    own_nominal,
)
from stemmata.reading.english.number_words import VAGUE
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.verbs import (
    EMPTY,
    SHORT_PARTICIPLES,
    finite,
    is_verb,
    resolved,
    verb_lemma,
    verbal,
    with_particle,
)

# Verbs that hand the thing on to the next: "left 50 people suffering", "forced 12 to flee".
_HANDING = {
    "leave", "see", "force", "prompt", "allow", "send", "lead", "help", "cause", "enable", "have",
    "urge", "order", "make", "get", "let", "ask", "drive",
}  # fmt: skip
_AUX = {
    "have", "has", "had", "been", "be", "being", "was", "were", "is", "are", "will", "would",
    "could", "can", "may", "might", "must", "should", "also", "already", "so", "far", "now", "not",
    "since", "then", "voluntarily", "reportedly", "all", "both", "who", "that", "which", "either",
    "still", "yet", "just", "only", "even", "'ve", "'d", "later", "first",
    "currently", "recently", "seriously", "badly", "critically", "slightly", "completely", "partly",
}  # fmt: skip
_SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}
_OBJECTS = {"obj", "obl", "iobj", "obl:agent", "obl:unmarked", "xcomp", "ccomp"}


def action(
    parse: Parse, sentence: Sentence, first: int, last: int, before: int, head: int | None = None
) -> str | None:
    """The lemma of the verb that governs the counted thing, None where there is none.

    `first`..`last` bound the number with its noun in tokens; `before` is the first
    token of the number with its modifiers. What stands right beside the phrase is
    asked first, then the parse.
    """
    tokens = parse.tokens
    of = last + 1 < sentence.last and tokens[last].lower == "of"
    if of and tokens[last + 1].lower in {"them", "whom", "which", "these", "those", "others"}:
        last += 2
    while last < sentence.last and tokens[last].lower in {"others", "other", "more"}:
        last += 1
    if _static(tokens, sentence, before) or tokens[last - 1].lower in {"population", "inhabitants"}:
        return None
    lives = _lives(tokens, sentence, before, last)
    if lives is not None:
        return lives
    for found in (
        of_doing(tokens, sentence, before, _HEDGES),
        _after(parse, sentence, last),
        _handed(parse, sentence, before, last),
        _before(parse, sentence, before),
        _over_phrase(parse, sentence, last),
        _climbed(parse, sentence, max(first, last - 1) if head is None else head),
        _nominal(tokens, sentence, before),
        _moving(tokens, sentence, before),
        _describing(tokens, first, last),
    ):
        if found is not None:
            return found or None
    return None


_SETTLED = {
    "city", "town", "village", "island", "province", "district", "country", "area", "region",
    "suburb",
    "settlement", "community", "population", "camp", "state", "nation", "county", "municipality",
}  # fmt: skip


def _static(tokens: list[Token], sentence: Sentence, before: int) -> bool:
    """ "home to 40,000", "a town of 15,000", "a population of": nothing happened to them."""
    words = tokens[max(sentence.first, before - 6) : before]
    if words and words[-1].lower in {"population", "pop"}:
        return True
    while words and words[-1].lower in _BETWEEN - {"of", "to"}:
        words = words[:-1]
    if len(words) < 2 or words[-1].lower not in {"of", "to"}:
        return False
    lead = words[-2]
    return lead.lower == "home" or (words[-1].lower == "of" and lead.lemma in _SETTLED)


def _lives(tokens: list[Token], sentence: Sentence, before: int, last: int) -> str | None:
    """ "claimed the lives of 32", "at the cost of scores of lives", "12 lives were lost"."""
    near = tokens[max(sentence.first, before - 6) : min(sentence.last, last + 1)]
    saved = tokens[last : min(sentence.last, last + 5)]
    if not any(t.lower == "lives" for t in near) or any(t.lemma in {"save", "live"} for t in saved):
        return None
    return "kill" if any(t.lemma in {"claim", "take"} for t in near) else "die"


def _handed(parse: Parse, sentence: Sentence, before: int, last: int) -> str | None:
    """The second verb of "left 50 people suffering", "forced thousands to flee"."""
    tokens = parse.tokens
    lead = [t for t in tokens[max(sentence.first, before - 4) : before] if t.lemma in _HANDING]
    if not lead or last >= sentence.last or not is_verb(lead[-1]):
        return None
    token = tokens[last]
    if token.lower in HARM:
        return HARM[token.lower]
    if token.tag == "VBG":
        return with_particle(parse, last)
    if token.lower == "to" and last + 1 < sentence.last and tokens[last + 1].tag == "VB":
        return with_particle(parse, last + 1)
    return None


_CLAUSE_MARKS = frozenset(", ; that which who whom where when said says as after before".split())


def _over_phrase(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Past what qualifies the noun: "pieces of heavy weapons have been destroyed"."""
    tokens = parse.tokens
    if at >= sentence.last or tokens[at].lower not in {"of", "in", "from", "at", "on", "with"}:
        return None
    for k in range(at + 1, min(sentence.last, at + 14)):
        if tokens[k].lower in _CLAUSE_MARKS or tokens[k].lower == "and":
            return None
        if tokens[k].tag in {"VBD", "VBP", "VBZ", "MD"}:
            return _after(parse, sentence, k)
    return None


def _past_joined(tokens: list[Token], at: int, limit: int) -> int:
    """Past a second noun without a number, or who most are: "homes and other buildings were"."""
    if at >= limit or tokens[at].lower not in {"and", "or", "mostly", "mainly", "including"}:
        return at
    k = at + 1
    names = {"JJ", "NN", "NNS", "NNP", "VBN", "HYPH", "DT", "CD"}
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


def _after(parse: Parse, sentence: Sentence, at: int) -> str | None:
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
    if not seen_aux and token.tag == "VBN" and token.lemma in _RATING:
        return None
    if not seen_aux and (token.tag == "VBN" or (token.tag == "VBD" and token.lower in HARM)):
        over = _finite_over(parse, sentence, start, at)
        if over is not None:
            return over
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


# Participles that only tell what something is worth, where or what it is called.
_RATING = frozenset(
    "value estimate call name know base date price locate situate aim dub title mean design".split()
)
# Verbs of what is told about people and things, beside which a participle says more.
_TELLING = frozenset(
    "be have say tell identify name include come comprise represent total number belong remain "
    "mean make appear seem".split()
)


def _finite_over(parse: Parse, sentence: Sentence, start: int, at: int) -> str | None:
    """Past a participle that only describes: "men armed with pistols robbed a bank"."""
    tokens = parse.tokens
    for k in range(at + 1, min(sentence.last, at + 9)):
        if tokens[k].lower in _CLAUSE_MARKS | {"and", ":", "--"}:
            return None
        if not finite(tokens, k):
            continue
        subject = subject_of(parse, k)
        if subject is None and tokens[k].lemma in {"be", "have"}:
            subject = next((s for j in range(k + 1, min(k + 4, sentence.last))
                            if (s := subject_of(parse, j)) is not None), None)  # fmt: skip
        if subject is not None and not start - 3 <= subject < start:
            return None
        found = resolved(parse, sentence, k)
        return None if found is None or found in _TELLING else found
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
            return found if ends and found not in _TELLING | {"tell", "add"} else None
        if tokens[k].tag not in {"NN", "NNS", "NNP", "JJ", "RB"}:
            return None
    return None


def _has_other_subject(parse: Parse, sentence: Sentence, start: int, at: int) -> bool:
    """ "A ferry carrying 212 passengers and 18 crew capsized": the ferry did."""
    tokens, subject = parse.tokens, subject_of(parse, at)
    if subject is None or not sentence.first <= subject < start - 1:
        return False
    inner = {t.lower for t in tokens[subject + 1 : start]}
    carrying = any(t.tag == "VBG" for t in tokens[subject + 1 : start])
    return carrying and not inner & _CLAUSE_MARKS


def _participle(tokens: list[Token], at: int, start: int, seen_aux: bool) -> bool:
    """A verb that the tagger took for an adjective: "were badly hit", "quakes flattened homes"."""
    lower = tokens[at].lower
    if seen_aux:
        return lower.endswith("ed") or lower in SHORT_PARTICIPLES
    return at == start and lower.endswith("ed") and tokens[at - 1].tag == "NNS"


_HEDGES = frozenset(
    "at least more than about over some around nearly up to as many much almost another an "
    "estimated only all just close approximately roughly fewer less under the a".split()
)
_BETWEEN = {
    "high", "low","at", "least", "more", "than", "about", "over", "some", "around", "nearly", "up",
"to", "the",
            "as", "many", "much", "a", "total", "of", "almost", "another", "an", "estimated",
            "$", "only",
            "all", "also", "by", "between", "just", "close", "approximately", "roughly", "fewer",
            "less",
            "under", "other", "its", "their", "his", "her", "including", "well", "from",
            "on"}  # fmt: skip


def _before(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """ "killing 12", "injured dozens", "have liberated 52 blocks", "control of 93 percent"."""
    tokens = parse.tokens
    glued = re.match(r"([a-z]{4,})\d", tokens[at].lower)
    if glued is not None and is_known_verb(lemma(glued[1], "VBD")):
        return lemma(glued[1], "VBD")
    k = at - 1
    while k >= sentence.first and at - k < 5 and tokens[k].lower in _BETWEEN:
        if tokens[k].lower == "including":
            return None
        k -= 1
    if k < sentence.first:
        return None
    if (
        tokens[k].lower in {"out", "up", "off", "down", "away", "back"}
        and k > sentence.first
        and is_verb(tokens[k - 1])
    ):
        return f"{tokens[k - 1].lemma} {tokens[k].lower}"
    token = tokens[k]
    if token.lower in {"cost", "costs"} and tokens[k - 1].tag[:1] in {"N", "W", "M"}:
        return "cost"
    if not is_verb(token) and (told := own_nominal(token.lemma)) is not None:
        return told
    if token.tag == "VBZ" and tokens[k + 1].lower == "of":
        return None
    light = _light_before(tokens, sentence, k)
    if light is not None:
        return light
    slip = _mistaken_noun(tokens, sentence, k, at)
    if slip is not None:
        return None if slip in EMPTY else slip
    if token.tag == "NN" and token.lower.endswith("ing") and _acts(tokens, k):
        return lemma(token.lower, "VBG")
    if token.lower == "dead" and k > sentence.first and is_verb(tokens[k - 1]):
        return verb_lemma(tokens[k - 1])
    verb = verbal(parse, k) or HARM.get(token.lemma)
    if verb is None or verb in EMPTY:
        return None
    if k > sentence.first + 1 and tokens[k - 1].lower == "or" and is_verb(tokens[k - 2]):
        return with_particle(parse, k - 2)
    if verb == "leave" and _left_dead(tokens, sentence, at):
        return "die"
    return with_particle(parse, k) if is_verb(token) else verb


def _light_before(tokens: list[Token], sentence: Sentence, at: int) -> str | None:
    """ "inflicted harm on 200", "placed an order for 40": the noun between says what was done."""
    if at - 2 <= sentence.first or tokens[at].tag not in {"NN", "NNS"}:
        return None
    if tokens[at + 1].lower not in {"on", "to", "from", "for"}:
        return None
    k = at - 1 - (tokens[at - 1].tag == "DT")
    return by_light_verb(tokens, sentence, k) if is_verb(tokens[k]) else None


def _mistaken_noun(tokens: list[Token], sentence: Sentence, k: int, at: int) -> str | None:
    """A verb that the tagger took for a noun: no noun stands right before a number and its noun.

    In the text only forms in -s and -ed are taken for one, in headings plain ones too.
    """
    token, heading = tokens[k], sentence.segment.kind in {"title", "kicker", "subhead"}
    if token.tag not in {"NN", "NNS", "NNP", "NNPS", "JJ"} or k <= sentence.first:
        return None
    if tokens[k + 1].lower in {"of", "to", "from", "on", "including"} or at >= sentence.last - 1:
        return None
    if tokens[k - 1].tag[:2] not in {"NN", "RB", "RP"} or tokens[at].tag not in {
        "CD",
        "$",
        "RBR",
        "JJR",
    }:
        return None
    verb = verb_lemma(token)
    formed = verb != token.lower
    if not (formed or (heading and token.tag in {"NN", "NNP"})) or not is_known_verb(verb):
        return None
    follows = tokens[at + 1]
    return (
        verb if follows.tag in {"NNS", "NN", "JJ", "NNPS", "NNP", "CD", "HYPH", "IN", "."} else None
    )


def _acts(tokens: list[Token], at: int) -> bool:
    """ "troops fighting dozens of groups": no article or adjective makes a noun of it."""
    lead = tokens[at - 1] if at else None
    if lead is None or tokens[at + 1].lower in {"of", "to", "from"}:
        return False
    return lead.tag in {"NNS", "NNP", "NNPS", ","} and lead.lower != "-"


def _left_dead(tokens: list[Token], sentence: Sentence, at: int) -> bool:
    return any(t.lower in {"dead", "killed"} for t in tokens[at : min(sentence.last, at + 6)])


def _climbed(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Up the tree from the noun to the verb it is subject or object of."""
    tokens = parse.tokens
    for _ in range(8):
        token = tokens[at]
        relation, head = token.dep, tokens[token.head]
        for child in token.children:
            if tokens[child].lemma in {"measure", "register"} and at + 1 < len(tokens):
                continue
            if (
                tokens[child].dep in {"acl", "acl:relcl"}
                and 0 < child - at <= 3
                and tokens[at + 1].lower not in {",", "-", "--"}
            ):
                found = resolved(parse, sentence, child)
                rated = tokens[child].lemma in _RATING and tokens[child].tag == "VBN"
                if found and is_verb(tokens[child]) and not rated:
                    return found
        if token.head == token.i or token.head < sentence.first or token.head >= sentence.last:
            return None
        if relation in _SUBJECTS | _OBJECTS and is_verb(head):
            told = resolved(parse, sentence, head.i)
            return told if told or verb_lemma(head) not in _MOVING else None
        if relation in _SUBJECTS and head.lower in HARM:
            return HARM[head.lower]
        told = own_nominal(head.lemma)
        if told is not None and relation in {"nmod", "nummod", "appos"}:
            return told
        at = token.head
    return None


def _describing(tokens: list[Token], first: int, last: int) -> str | None:
    """ "displaced families", "the four hardest-hit villages": a participle before the noun."""
    for token in tokens[max(first, last - 3) : last - 1]:
        if token.tag in {"VBN", "JJ"} and HARM.get(token.lower) not in {None, "die"}:
            return HARM[token.lower]
        if token.i > 0 and tokens[token.i - 1].lower == "-" and token.lower in SHORT_PARTICIPLES:
            return lemma(token.lower, "VBN")
    return None


def _moving(tokens: list[Token], sentence: Sentence, before: int) -> str | None:
    """ "rose 23 percent", "climbed to $3.1 billion": the last resort, as tolls rise too."""
    k = before - 1
    while k >= sentence.first and before - k < 7 and tokens[k].lower in _BETWEEN:
        k -= 1
    if k < sentence.first:
        return None
    verb = verb_lemma(tokens[k])
    return verb if verb in _MOVING else None


_MOVING = frozenset({"rise", "climb", "exceed", "pass"})


def _nominal(tokens: list[Token], sentence: Sentence, at: int) -> str | None:
    for token in tokens[max(sentence.first, at - 8) : at]:
        if token.lower in {"toll", "deaths", "death"}:
            return "die"
    if any(t.lower in {"control", "controlled"} for t in tokens[at : min(sentence.last, at + 9)]):
        return "control"
    return None


def clause_verb(parse: Parse, sentence: Sentence, before: int, past_commas: bool) -> str | None:
    """For a measure that no verb stands beside: the nearest finite one before it.

    `past_commas` where it only tells the place: "struck at noon, 75 km west of".
    """
    tokens = parse.tokens
    for k in range(before - 1, max(sentence.first - 1, before - 20), -1):
        mark = tokens[k].lower in _CLAUSE_MARKS and k < before - 1
        if mark and not (past_commas and tokens[k].lower == ","):
            return None
        if finite(tokens, k) or tokens[k].tag == "MD":
            return resolved(parse, sentence, k)
    return None
