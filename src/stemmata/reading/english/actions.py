"""The verb that says what happened to a counted thing, as its lemma."""

from __future__ import annotations

from stemmata.reading.english.counted_nouns import HARM, subject_of
from stemmata.reading.english.left_out import HUMAN
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.parse import Parse, Sentence, Token

# Verbs that tell nothing by themselves: the verb they lead to is taken in their stead.
_LIGHT = {
    "be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should",
    "begin", "start", "continue", "able", "manage", "try", "seem", "appear", "need", "want",
    "force", "allow", "order", "help", "expect", "believe", "say", "report", "confirm", "know",
    "think", "fear", "feel", "choose", "get", "oblige", "compel", "plan", "agree", "remain",
    "let", "presume", "estimate", "include", "add", "note", "tell", "state", "bring", "stand",
    "rise", "put", "pass", "exceed", "climb", "total", "number", "amount", "accord",
}  # fmt: skip
# Of these, the ones that say nothing even where they lead nowhere.
_EMPTY = {
    "be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall",
    "should", "able",
    "say", "tell", "note", "add", "state", "include", "seem", "appear", "begin", "start",
    "continue",
    "total", "number", "amount", "accord", "estimate", "believe", "think", "know", "expect",
    "remain", "rise", "climb", "pass", "exceed",
}  # fmt: skip
# Verbs that hand the thing on to the next: "left 50 people suffering", "forced 12 to flee".
_HANDING = {
    "leave", "see", "force", "prompt", "allow", "send", "lead", "help", "cause", "enable", "have",
    "urge", "order", "make", "get", "let", "ask", "drive",
}  # fmt: skip
_VERB = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_AUX = {
    "have", "has", "had", "been", "be", "being", "was", "were", "is", "are", "will", "would",
    "could", "can", "may", "might", "must", "should", "also", "already", "so", "far", "now", "not",
    "since", "then", "voluntarily", "reportedly", "all", "both", "who", "that", "which", "either",
    "still", "yet", "just", "only", "even", "'ve", "'d", "later", "first",
    "currently", "recently", "seriously", "badly", "critically", "slightly", "completely", "partly",
}  # fmt: skip
_NOMINAL = {
    "toll": "die", "death": "die", "deaths": "die", "fatality": "die", "casualty": "injure",
    "control": "control", "killing": "kill", "slaying": "slay", "murder": "murder",
    "destruction": "destroy", "evacuation": "evacuate", "arrest": "arrest", "arrival": "arrive",
    "departure": "leave", "return": "return", "loss": "lose", "delivery": "deliver",
    "displacement": "displace", "injury": "injure", "detention": "detain", "release": "release",
}  # fmt: skip
_SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}
_OBJECTS = {"obj", "obl", "iobj", "obl:agent", "obl:unmarked", "xcomp", "ccomp"}
_PARTICLES = {"up", "out", "off", "over", "back", "in", "away", "down"}


def is_verb(token: Token) -> bool:
    """True for a word tagged as a verb."""
    return token.tag in _VERB


def _verbal(parse: Parse, at: int) -> str | None:
    """The lemma of a verb, also of one that the tagger missed and the parser did not."""
    token = parse.tokens[at]
    if is_verb(token):
        return token.lemma
    verb = lemma(token.lower, "VBD")
    looks = verb != token.lower or token.lower in _SHORT_PARTICIPLES or verb in HUMAN
    if token.tag in {"NN", "NNP", "JJ"} and looks and subject_of(parse, at) is not None:
        return verb
    return None


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
    if _static(tokens, sentence, before):
        return None
    lives = _lives(tokens, sentence, before, last)
    if lives is not None:
        return lives
    for found in (
        _after(parse, sentence, last),
        _handed(parse, sentence, before, last),
        _before(parse, sentence, before),
        _over_phrase(parse, sentence, last),
        _climbed(parse, sentence, max(first, last - 1) if head is None else head),
        _nominal(tokens, sentence, before),
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
        return _with_particle(parse, last)
    if token.lower == "to" and last + 1 < sentence.last and tokens[last + 1].tag == "VB":
        return _with_particle(parse, last + 1)
    return None


_CLAUSE_MARKS = frozenset(", ; that which who whom where when said says as after before".split())


def _over_phrase(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Past what qualifies the noun: "pieces of heavy weapons have been destroyed"."""
    tokens = parse.tokens
    if at >= sentence.last or tokens[at].lower not in {"of", "in", "from", "at", "on", "with"}:
        return None
    for k in range(at + 1, min(sentence.last, at + 14)):
        if tokens[k].lower in _CLAUSE_MARKS:
            return None
        if tokens[k].tag in {"VBD", "VBP", "VBZ", "MD"}:
            return _after(parse, sentence, k)
    return None


def _past_joined(tokens: list[Token], at: int, limit: int) -> int:
    """Past a second noun without a number: "homes and other buildings were damaged"."""
    if at >= limit or tokens[at].lower not in {"and", "or"}:
        return at
    k = at + 1
    while k < limit and k - at < 6 and tokens[k].tag in {"JJ", "NN", "NNS", "NNP", "VBN", "HYPH"}:
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
        if tokens[k].lower in {",", "--", "\u2014"} and tokens[k + 1].tag in {
            "VBD",
            "VBP",
            "VBZ",
            "MD",
        }:
            return k + 1
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
    if token.lower == "among" and any(t.lower in HARM for t in tokens[at : at + 4]):
        return next(HARM[t.lower] for t in tokens[at : at + 4] if t.lower in HARM)
    if token.lower == "able":
        return _resolved(parse, sentence, at)
    if token.tag in {"JJ", "NN"} and _participle(tokens, at, start, seen_aux):
        return lemma(token.lower, "VBN")
    if token.lower in HARM and (
        not is_verb(token)
        or token.tag in {"VBN", "VBD"}
        or token.lower == "missing"
        or (at == start and token.tag != "VBG")
    ):
        return HARM[token.lower]
    if token.lemma in HARM and token.lower.endswith(("ed", "en", "ain", "ot")):
        return HARM[token.lemma]
    finite = token.tag in {"VBD", "VBP", "VBZ"} or (
        token.tag in {"VBN", "VBG", "VB"} and (seen_aux or token.tag == "VBN")
    )
    if not finite or (token.lemma in {"say", "tell", "report", "add", "accord"} and not seen_aux):
        return None
    return _resolved(parse, sentence, at)


_SHORT_PARTICIPLES = frozenset("hit hurt cut shut lost left struck shaken torn burnt shot".split())


def _participle(tokens: list[Token], at: int, start: int, seen_aux: bool) -> bool:
    """A verb that the tagger took for an adjective: "were badly hit", "quakes flattened homes"."""
    lower = tokens[at].lower
    if seen_aux:
        return lower.endswith("ed") or lower in _SHORT_PARTICIPLES
    return at == start and lower.endswith("ed") and tokens[at - 1].tag == "NNS"


# Nouns that taggers take for verbs now and then.
_NO_VERBS = frozenset("quake earthquake people minister temblor tremor".split())


def _resolved(parse: Parse, sentence: Sentence, at: int) -> str | None:
    """Follow verbs that say nothing by themselves to the one they lead to."""
    tokens = parse.tokens
    if tokens[at].lemma in _NO_VERBS:
        return None
    for _ in range(3):
        token = tokens[at]
        if token.lemma not in _LIGHT:
            return _with_particle(parse, at)
        follow = [
            k
            for k in range(at + 1, min(sentence.last, at + 7))
            if (is_verb(tokens[k]) and tokens[k].lemma not in {"be", "have"})
            or tokens[k].lower in HARM
        ]
        stops = [
            k
            for k in range(at + 1, min(sentence.last, at + 7))
            if tokens[k].lower in {",", "and", "."}
        ]
        if not follow or (stops and stops[0] < follow[0]):
            return None if token.lemma in _EMPTY else token.lemma
        if tokens[follow[0]].lower in HARM:
            return HARM[tokens[follow[0]].lower]
        at = follow[0]
    return tokens[at].lemma


# Verbs and the words that make another verb of them, where the parse misses it.
_PHRASAL = {
    "hand": {"over", "out"}, "set": {"up", "off"}, "carry": {"out"}, "make": {"off"},
    "take": {"back", "in", "part", "shelter", "refuge"},
    "pick": {"up"}, "blow": {"up"}, "shut": {"down"}, "cut": {"off"}, "wipe": {"out"},
    "give": {"up"},
    "round": {"up"}, "turn": {"back", "away"},
    "shoot": {"down"},
    "lay": {"off"},
    "send": {"back"},
    "call": {"off", "up"}, "break": {"out"}, "drive": {"out"}, "bring": {"back", "in"},
    "wash": {"away"},
    "sweep": {"away"}, "knock": {"down", "out"}, "fly": {"in", "out"}, "pull": {"out"},
    "pay": {"out"},
}  # fmt: skip


def _with_particle(parse: Parse, at: int) -> str:
    tokens, token = parse.tokens, parse.tokens[at]
    follow = tokens[at + 1] if at + 1 < len(tokens) else None
    if follow is not None and follow.lower in _PHRASAL.get(token.lemma, ()):
        loose = follow.lower in {"in", "over", "out", "back"} and follow.tag == "IN"
        if (
            not loose
            or follow.lower == "over"
            or tokens[min(at + 2, len(tokens) - 1)].lower == "by"
        ):
            return f"{token.lemma} {follow.lower}"
    for child in token.children:
        part = tokens[child]
        if part.dep == "compound:prt" and part.lower in _PARTICLES and part.lower != "off":
            return f"{token.lemma} {part.lower}"
    if token.lemma == "grant" and follow is not None and follow.tag == "NN":
        return f"grant {follow.lower}"
    return token.lemma


_BETWEEN = {"at", "least", "more", "than", "about", "over", "some", "around", "nearly", "up",
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
    if token.lemma in _NOMINAL and not is_verb(token):
        return _NOMINAL[token.lemma]
    verb = _verbal(parse, k) or (token.lemma if token.lemma in HARM else None)
    if verb is None or verb in _EMPTY:
        return None
    if verb == "leave" and _left_dead(tokens, sentence, at):
        return "die"
    return _with_particle(parse, k) if is_verb(token) else verb


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
                found = _resolved(parse, sentence, child)
                if found and is_verb(tokens[child]):
                    return found
        if token.head == token.i or token.head < sentence.first or token.head >= sentence.last:
            return None
        if relation in _SUBJECTS | _OBJECTS and is_verb(head):
            return _resolved(parse, sentence, head.i) or ""
        if relation in _SUBJECTS and head.lower in HARM:
            return HARM[head.lower]
        if head.lemma in _NOMINAL and relation in {"nmod", "nummod", "appos"}:
            return _NOMINAL[head.lemma]
        at = token.head
    return None


def _nominal(tokens: list[Token], sentence: Sentence, at: int) -> str | None:
    for token in tokens[max(sentence.first, at - 8) : at]:
        if token.lower in {"toll", "deaths", "death"}:
            return "die"
    if any(t.lower in {"control", "controlled"} for t in tokens[at : min(sentence.last, at + 9)]):
        return "control"
    return None
