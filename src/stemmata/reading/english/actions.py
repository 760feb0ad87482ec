"""The verb that says what happened to a counted thing, as its lemma."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import HARM
from stemmata.reading.english.following import (
    CLAUSE_MARKS,
    RATING,
    over_phrase,
    verb_after,
)
from stemmata.reading.english.leading import BETWEEN, STEPS, verb_before
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.nominals import (
    of_doing,
    own_nominal,
)
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.english.verbs import (
    SHORT_PARTICIPLES,
    finite,
    is_verb,
    resolved,
    verb_lemma,
    with_particle,
)

# Verbs that hand the thing on to the next: "left 50 people suffering", "forced 12 to flee".
_HANDING = {
    "leave", "see", "force", "prompt", "allow", "send", "lead", "help", "cause", "enable", "have",
    "urge", "order", "make", "get", "let", "ask", "drive",
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
    if _blamed(tokens, sentence, before) or _one_of(tokens, sentence, before, last):
        return None
    lives = _lives(tokens, sentence, before, last)
    if lives is not None:
        return lives
    if last < sentence.last and tokens[last].lower in {"who", "that", "which"}:
        lead = verb_before(parse, sentence, before)
        if lead in HARM.values():
            return lead
    for found in (
        of_doing(tokens, sentence, before, STEPS),
        verb_after(parse, sentence, last),
        _handed(parse, sentence, before, last),
        verb_before(parse, sentence, before),
        _in_hospital(tokens, sentence, last),
        over_phrase(parse, sentence, last),
        _climbed(parse, sentence, max(first, last - 1) if head is None else head),
        _nominal(tokens, sentence, before),
        _moving(tokens, sentence, before),
        _describing(tokens, first, last),
        _said(tokens, sentence, first, last),
    ):
        if found is not None:
            return found or None
    return None


def _in_hospital(tokens: list[Token], sentence: Sentence, last: int) -> str | None:
    """ "with another 112 in hospital": where they are tells what happened to them."""
    at = last
    while at < sentence.last and tokens[at].lower in {"still", "are", "were", "remain", "remained"}:
        at += 1
    ahead = [t.lower for t in tokens[at : min(sentence.last, at + 3)]]
    cared = ahead[:1] == ["in"] and ahead[1:3] in (["intensive", "care"], ["critical", "care"])
    return (
        "hospitalise" if cared or ahead[:2] in (["in", "hospital"], ["in", "hospitals"]) else None
    )


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
    while words and words[-1].lower in BETWEEN - {"of", "to"}:
        words = words[:-1]
    if len(words) < 2 or words[-1].lower not in {"of", "to"}:
        return False
    lead = words[-2]
    held = lead.lemma in _SETTLED or lead.lower in {"mother", "father", "parents", "widow"}
    return lead.lower == "home" or (words[-1].lower == "of" and held)


def _said(tokens: list[Token], sentence: Sentence, first: int, last: int) -> str | None:
    """ "two people familiar with the matter said": what those who are counted do."""
    if not names_people(tokens[last - 1].lemma) or tokens[first].lower == "one":
        return None
    # "30 of them children a group said": another speaks.
    if last >= sentence.last or tokens[last].tag not in {"IN", "JJ", "VBD"}:
        return None
    for k in range(last, min(sentence.last, last + 8)):
        if tokens[k].lower in CLAUSE_MARKS - {"said"} or tokens[k].tag == "CD":
            return None
        if tokens[k].lower in {"said", "told"} and tokens[k].tag in {"VBD", "VBN"}:
            # "and nine women said the director": what stands behind the verb speaks.
            names = k + 1 >= sentence.last or tokens[k + 1].tag[:1] in {"N", "."}
            return None if names else verb_lemma(tokens[k])
        if tokens[k].tag[:2] == "VB":
            return None
    return None


def _lead(tokens: list[Token], sentence: Sentence, before: int) -> int:
    """The token before the number, past its hedges and an article."""
    k = before - 1
    while k > sentence.first and tokens[k].lower in BETWEEN - {"of", "to", "for"}:
        k -= 1
    return k


def _blamed(tokens: list[Token], sentence: Sentence, before: int) -> bool:
    """ "was responsible for three attacks", "was behind at least 12": who did what was done."""
    k = _lead(tokens, sentence, before)
    near = {t.lower for t in tokens[max(sentence.first, k - 6) : k]}
    if tokens[k].lower == "behind":
        return bool(near & {"is", "was", "are", "were", "be", "been", "being", "regime", "group"})
    return tokens[k].lower == "for" and bool(near & _TO_BLAME)


_TO_BLAME = frozenset("responsible responsibility blame blames blamed blaming finger".split())


def _one_of(tokens: list[Token], sentence: Sentence, before: int, last: int) -> bool:
    """ "Dubai, one of the seven emirates": what it belongs to, to which nothing is done."""
    if before - 4 <= sentence.first or (last < sentence.last and tokens[last].tag == "VBN"):
        return False
    words = [t.lower for t in tokens[before - 3 : before]]
    lead = tokens[before - 4]
    return words == ["one", "of", "the"] and (lead.lower == "," or lead.lemma == "be")


# Of lives that nobody lost: "saved 60 lives", "200 lives are at risk", "lives in danger".
_SPARED = frozenset("save live spare risk danger endanger threaten change rescue improve".split())


def _lives(tokens: list[Token], sentence: Sentence, before: int, last: int) -> str | None:
    """ "claimed the lives of 32", "at the cost of scores of lives", "12 lives were lost"."""
    near = tokens[max(sentence.first, before - 6) : min(sentence.last, last + 1)]
    saved = tokens[max(sentence.first, before - 4) : min(sentence.last, last + 5)]
    if not any(t.lower == "lives" for t in near) or any(t.lemma in _SPARED for t in saved):
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
                rated = tokens[child].lemma in RATING and tokens[child].tag == "VBN"
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
    while k >= sentence.first and before - k < 7 and tokens[k].lower in BETWEEN:
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
        mark = tokens[k].lower in CLAUSE_MARKS and k < before - 1
        if mark and not (past_commas and tokens[k].lower == ","):
            return None
        if tokens[k].lower in {"cost", "costs"} and tokens[k - 1].tag[:1] in {
            "N",
            "W",
            "M",
            "C",
            "V",
        }:
            return "cost"
        if finite(tokens, k) or tokens[k].tag == "MD":
            return resolved(parse, sentence, k)
    return None


def done_so_often(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """The verb that the adverb "twice" at token `at` says the times of."""
    tokens = parse.tokens
    after = range(at + 1, min(sentence.last, at + 3))
    before = range(at - 1, max(sentence.first - 1, at - 10), -1)
    for k in [*(k for k in after if tokens[k].tag[:2] == "VB"), *before]:
        if tokens[k].lower in CLAUSE_MARKS:
            return None
        if is_verb(tokens[k]):
            return resolved(parse, sentence, k)
    return None
