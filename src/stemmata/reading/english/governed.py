"""What a measure is of by the verb over it: what was sold for it, what rose to it, who paid not."""

from __future__ import annotations

from dataclasses import dataclass

from stemmata.reading.english.counted_nouns import (
    Earlier,
    Thing,
    carried,
    is_noun,
    left_of,
    phrase,
    subject_of,
    thing_at,
)
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.units import MONEY, PERCENT, UNITS
from stemmata.reading.english.verbs import finite, verb_lemma

# Verbs whose subject is what is measured: it is, becomes or moves so much.
HOLDING = frozenset(
    "be rise fall drop climb jump soar plunge slump tumble slip slide dip decline decrease "
    "increase grow shrink gain lose advance surge rally widen narrow ease swell double edge "
    "rebound recover cost total weigh measure reach stand exceed hit close open trade average "
    "number amount extend stretch travel run span cover top pass surpass remain stay hover go "
    "come end finish start begin range vary account equal fetch contain register equate "
    "appreciate depreciate strengthen weaken contract expand drift settle".split()
)
LENGTHS = frozenset({"km", "mi", "m", "ft", "nmi", "yd"})
# Words of a sum that the verb itself tells: "offered him $5 million" is an offer.
_SUMS = frozenset("offer bid fine award pledge grant".split())
# Verbs of money that goes to what stands after "to": "committed $2 million to sign players".
_SPENDING = frozenset(
    "commit spend use invest pledge allocate earmark need raise budget want promise".split()
)
_GIVING = frozenset(
    "release give donate approve provide pay borrow lend allot offer send set get receive".split()
)
# Verbs of a bargain: the sum is of what was bargained for before.
_BARGAINING = frozenset(
    "seek make want demand reject get raise bump improve increase upgrade match beat top receive "
    "turn submit table ask".split()
)
_TIMES = frozenset(
    "day week month year hour quarter half night season morning afternoon evening trade trading "
    "minute period past future case court addition turn response return total year-on-year".split()
)
_CLAUSE = frozenset(", ; : that who which when while where because if but".split())
_BE = frozenset("be been being is are was were am 's".split())


@dataclass(frozen=True, slots=True)
class Governed:
    """A measure in its sentence: tokens `before` up to `after`, and the unit's symbol."""

    parse: Parse
    sentence: Sentence
    before: int
    after: int
    symbol: str

    def thing(self, earlier: Earlier) -> Thing | None:
        """What the measure is of, None where the verb does not tell."""
        tokens = self.parse.tokens
        at = self._verb()
        if at is None and self.symbol in LENGTHS:
            at = self._verb(past_commas=True)
            return None if at is None else self._subject_of(at, earlier)
        if at is None:
            kept = self._purpose(None) if self.symbol == "money" else None
            if kept is not None:
                return kept
            return carried(earlier.by_unit.get("money")) if self.symbol == "money" else None
        told = self._object(at)
        if told is not None and self._led(told.last):
            return told
        if tokens[at].lemma in HOLDING | {"locate", "situate"} or self._passive(at):
            return self._subject_of(at, earlier)
        if self.symbol != "money":
            return None
        if self._led(at + 1):
            return self._purpose(at) if self._in_kind() else None
        found = self._sum(at) or self._purpose(at)
        if found is None and verb_lemma(tokens[at]) in _BARGAINING:
            found = carried(earlier.by_unit.get("money"))
        return found or Thing(None, None, False)

    def _verb(self, past_commas: bool = False) -> int | None:
        """The nearest verb before the number in its clause; a bare "to be" is passed over."""
        tokens = self.parse.tokens
        for at in range(self.before - 1, max(self.sentence.first - 1, self.before - 16), -1):
            token = tokens[at]
            comma = past_commas and token.lower == ","
            if token.lower in _CLAUSE and at < self.before - 1 and not comma:
                return None
            if past_commas and not finite(tokens, at):
                continue
            if token.lower in {"cost", "costs"} and tokens[at - 1].tag[:1] in {"N", "W", "M", "C"}:
                return at
            verbal = token.tag[:2] == "VB" or finite(tokens, at)
            if verbal and token.lower not in {"according", "including", "estimated"}:
                if token.lower == "be" and tokens[at - 1].lower == "to":
                    continue
                # "for a reported 45 million": it only qualifies the sum.
                if token.tag in {"VBN", "VBD"} and tokens[at - 1].lower in {"a", "an", "the"}:
                    continue
                return at
        return None

    def _object(self, verb: int) -> Thing | None:
        """ "sold the unit for", "put the cost at": what stands between verb and number."""
        tokens = self.parse.tokens
        if verb + 1 >= self.before or tokens[verb + 1].tag in {"IN", "TO", "$"}:
            return None
        found = phrase(self.parse, self.sentence, verb + 1)
        if found is not None and is_unit(tokens[found.last - 1]):
            return None
        if found is None or found.last > self.before or found.first > verb + 6:
            return None
        last = found.last
        while (
            last < self.before
            and tokens[last].tag in {"NNP", "NN", "RB"}
            and (tokens[last].tag != "RB" or tokens[last + 1].tag == "NNP")
        ):
            # "signed Uruguay forward Nico Lee": a title that the tagger took for an adverb.
            last += 1
        if last > found.last and tokens[last - 1].tag == "NNP":
            found = thing_at(self.parse, found.first, last)
        return None if tokens[found.last - 1].lemma in _TIMES else found

    def _led(self, at: int) -> bool:
        """True where a preposition or a break stands between token `at` and the number."""
        return any(
            t.tag in {"IN", "TO", ":"} or t.lower in {",", "--", "("}
            for t in self.parse.tokens[at : self.before]
            if t.lower not in {"than", "about", "over", "around", "some", "least", "to"}
            or (t.lower == "to" and t is self.parse.tokens[self.before - 1])
        )

    def _passive(self, at: int) -> bool:
        tokens = self.parse.tokens
        return tokens[at].tag == "VBN" and any(t.lower in _BE for t in tokens[max(0, at - 3) : at])

    def _subject_of(self, at: int, earlier: Earlier) -> Thing | None:
        """The subject of the verb; what a pronoun stands for, told in the same unit before."""
        tokens, sentence = self.parse.tokens, self.sentence
        if tokens[at].lower in {"located", "situated"}:
            return self._lying(at)
        subject = subject_of(self.parse, at)
        known = subject is not None and sentence.first <= subject < at
        if subject is None or not known or tokens[subject].tag[:1] == "W":
            subject = self._noun_before(at)
        if subject is None:
            return None
        if tokens[subject].tag == "CD" and tokens[subject + 1].lower == "of":
            # "One of the cables is 40,000 km long"
            return phrase(self.parse, sentence, subject + 2)
        payer = self.symbol == "money" and tokens[subject].tag in {"NNP", "NNPS"}
        if payer and tokens[at].lemma == "be":
            return carried(earlier.by_unit.get("money"))
        if is_unit(tokens[subject]):
            return None
        if is_noun(tokens[subject]):
            return thing_at(self.parse, left_of(self.parse, sentence, subject), subject + 1)
        return carried(earlier.by_unit.get(self.symbol))

    def _lying(self, at: int) -> Thing | None:
        """ "the base, located 40 km from": what lies there stands right before."""
        tokens, k = self.parse.tokens, at - 1
        while k > self.sentence.first and tokens[k].lower in {",", "is", "was", "--", "which"}:
            k -= 1
        if not is_noun(tokens[k]):
            return None
        return thing_at(self.parse, left_of(self.parse, self.sentence, k), k + 1)

    def _noun_before(self, at: int) -> int | None:
        """The noun or pronoun right before the verb, past its auxiliaries and adverbs."""
        tokens, k = self.parse.tokens, at - 1
        while k > self.sentence.first and (
            tokens[k].tag in {"RB", "MD", "TO"} or tokens[k].tag[:2] == "VB"
        ):
            k -= 1
        if tokens[k].lower in {"which", "that"} and k > self.sentence.first + 1:
            k -= 2 if tokens[k - 1].lower == "," else 1
        known = k >= self.sentence.first and (is_noun(tokens[k]) or tokens[k].tag == "PRP")
        if not known or _after_preposition(tokens, k, self.sentence.first):
            return None
        return k

    def _in_kind(self) -> bool:
        """ "with 1.5 billion rupees in aid"."""
        tokens = self.parse.tokens
        return self.after < self.sentence.last and tokens[self.after].lower == "in"

    def _sum(self, at: int) -> Thing | None:
        word = self.parse.tokens[at].lemma
        return Thing(word, word, False) if word in _SUMS else None

    def _purpose(self, at: int | None) -> Thing | None:
        """ "in aid", "on five players", "to sign pitchers": what the money is for."""
        tokens, k, limit = self.parse.tokens, self.after, self.sentence.last
        if k < limit and tokens[k].lower == "(":
            k = next((j for j in range(k, min(k + 8, limit)) if tokens[j].lower == ")"), k) + 1
        if k + 1 >= limit:
            return None
        verb = "" if at is None else verb_lemma(tokens[at])
        to = tokens[k].lower == "to" and verb in _SPENDING
        if to and tokens[k + 1].tag == "VB":
            k += 1
        elif tokens[k].lower == "for":
            if verb not in _SPENDING | _GIVING:
                return None
        elif tokens[k].lower not in {"in", "on"}:
            return None
        found = phrase(self.parse, self.sentence, k + 1)
        if found is None or tokens[found.last - 1].tag in {"NNP", "NNPS"} or found.head in _TIMES:
            return None
        return found


def is_unit(token: Token) -> bool:
    """True for the word of a unit, of money or of a share."""
    return token.lower in UNITS or token.lower in MONEY or token.lower in PERCENT


def _after_preposition(tokens: list[Token], at: int, first: int) -> bool:
    while at > first and tokens[at].tag in {"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP$", "CD"}:
        at -= 1
    # "One of the cables is": of the cables, whichever.
    one = tokens[at].lower == "of" and at > first and tokens[at - 1].tag == "CD"
    return tokens[at].tag == "IN" and not one
