"""What one source phrase says of its speaker: name, role, and the body spoken for."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stemmata.reading.english.nouns import ABBREVIATED, BODIES, GROUPS, MEDIA, OUTLETS, ROLES
from stemmata.reading.english.parse import Token
from stemmata.reading.names import Mention
from stemmata.reading.scene import Range
from stemmata.reading.words import head_word, is_capital, is_pronoun, is_title

SpeakerKind = Literal["person", "organisation", "unnamed", "pronoun"]
_ARTICLES = frozenset({"the", "a", "an"})
# Messages through which somebody speaks, as against papers that speak for themselves.
_SPOKEN = frozenset(
    {"statement", "release", "communique", "communiqué", "letter", "tweet", "message", "post"}
)
# What holds numbers and is somebody's: "data from the ministry", "the ministry's count".
COUNTS = frozenset(
    "figures data numbers statistics count tally toll estimate estimates update updates tallies "
    "counts dashboard sitrep".split()
)
# Who was asked is not who counted: "figures compiled from clinics".
_GATHERED = frozenset({"compiled", "collected", "gathered", "drawn", "taken", "obtained"})
_OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they"}
# "According to him" is he.
_SUBJECTS = {"him": "he", "her": "she", "them": "they"}
# "The coast guard" is a body, "a guard" a person.
_GUARDS = frozenset({"coast", "national", "border", "revolutionary", "frontier"})
# "Lee's campaign said", "Lee's lawyer said": whoever works for her, and not she.
_CAMPS = frozenset({"campaign", "team", "camp", "office", "side", "firm", "party", "lawyers"})
_INTO = frozenset({"of", "at", "for", "in", "from", "with", "on"})
# Places that are also bodies: nobody speaks for a province by being in one.
_GROUNDS = frozenset(
    {
        "province",
        "county",
        "district",
        "state",
        "house",
        "commune",
        "municipality",
        "plant",
        "factory",
    }
)


@dataclass(slots=True)
class Speaker:
    """Who speaks, as one phrase names them; `role` are the phrase's other words."""

    name: str | None
    kind: SpeakerKind
    organisation: str | None = None
    role: frozenset[str] = frozenset()
    plural: bool = False
    definite: bool = False
    head: str = ""
    whole: str = ""
    gender: str = ""


class Cast:
    """The report's names, found by the words that a phrase spans."""

    def __init__(self, tokens: Sequence[Token], named: Sequence[Mention]) -> None:
        self.tokens = tokens
        self.named = named
        self._firsts = [m.first for m in named]

    def within(self, first: int, last: int) -> list[Mention]:
        """The names that begin in a range of words."""
        low = bisect.bisect_left(self._firsts, first)
        high = bisect.bisect_left(self._firsts, last)
        return list(self.named[low:high])

    def words(self, first: int, last: int) -> str:
        """The report's own text from word `first` to before word `last`, blanks made single."""
        out: list[str] = []
        for token in self.tokens[first:last]:
            if out and token.start > self.tokens[token.i - 1].end:
                out.append(" ")
            out.append(token.text)
        return "".join(out)


def describe(cast: Cast, phrase: Range) -> Speaker:
    """Read one source phrase by itself."""
    tokens, (first, last) = cast.tokens, phrase
    opener = tokens[first]
    if last - first == 1 and (opener.tag in {"PRP", "DT", "PRP$"} or is_pronoun(opener)):
        word = (_SUBJECTS | _OWNERS).get(opener.lower, opener.lower)
        return Speaker(None, "pronoun", head=word, plural=word == "they")
    if (of_two := _of_two(tokens, first, last)) is not None:
        return Speaker(None, "pronoun", head=of_two, plural=of_two == "both")
    role = role_words(tokens[first:last])
    head = head_word(tokens, first, last)
    whole = _plain(cast, first, last)
    persons = [m for m in cast.within(first, last) if m.kind == "person"]
    direct = [m for m in persons if _direct(tokens, m, first, head)]
    direct = [m for m in direct if not _named_after(m, head)]
    # "The Orle Sheriff's spokesman Ann Lee": the owner of a role is not who has it.
    own = [m for m in direct if not (m.last < last and tokens[m.last].lower in {"'s", "'"})]
    owned = head.lower in ROLES | BODIES | GROUPS | _CAMPS
    person = next(iter(own if len(direct) > 1 or owned else direct), None)
    if person is not None and not _joined(tokens, first, last, persons):
        name = cast.words(person.first, person.last).removesuffix("'s")
        body = body_of(cast, first, last, person) or _office(cast, direct, person)
        return Speaker(name, "person", body, role, head=head.lower, whole=whole)
    definite = _definite(tokens, first)
    if head.lower in _SPOKEN and (maker := _maker(cast, head.i + 1, last)) is not None:
        return describe(cast, maker)
    if head.lower in COUNTS and (owner := _owner(cast, first, last, head)) is not None:
        if tokens[owner[0]].lower in _OWNERS and owner[1] - owner[0] == 1:
            return Speaker(None, "pronoun", head=_OWNERS[tokens[owner[0]].lower])
        return describe(cast, owner)
    if _is_body(cast, first, last, head):
        name = _body_name(cast, first, last)
        return Speaker(name, "organisation", None, role, False, definite, head.lower, whole)
    two = any(t.lower == "and" for t in tokens[first:last]) and not _is_name(cast, first, last)
    plural = two or head.lower in GROUPS or head.tag in {"NNS", "NNPS"}
    body = None if plural and head.lower != "officials" else body_of(cast, first, last, None)
    return Speaker(whole, "unnamed", body, role, plural, definite, head.lower, whole)


# "Both officials said", "both sides said": the two who spoke.
_PAIRED = frozenset({"officials", "men", "women", "sides", "ministers", "agencies", "sources"})


def _of_two(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """ "Latter" or "former" behind "the", "both" alone or before a word for who spoke."""
    words = [t.lower for t in tokens[first:last]]
    if len(words) == 2 and words[0] == "the" and words[1] in {"latter", "former"}:
        return words[1]
    paired = words[:1] == ["both"] and (len(words) == 1 or words[1:] == words[1:2])
    return "both" if paired and set(words[1:]) <= _PAIRED else None


def _office(cast: Cast, direct: Sequence[Mention], person: Mention) -> str | None:
    """ "The Orle Sheriff's spokesman Ann Lee" speaks for the office that is named there."""
    for m in direct:
        owns = m.last < person.first and cast.tokens[m.last].lower in {"'s", "'"}
        if owns and cast.tokens[m.last - 1].lower in ROLES:
            return cast.words(m.first, m.last)
    return None


def _owner(cast: Cast, first: int, last: int, head: Token) -> Range | None:
    """Whose numbers they are: "data from the ministry", "the ministry's figures", "UN figures"."""
    tokens = cast.tokens
    if (maker := _maker(cast, head.i + 1, last)) is not None:
        return maker
    for k in range(head.i - 1, first - 1, -1):
        if tokens[k].lower in _OWNERS:
            return k, k + 1
        if tokens[k].text in {"'s", "'", "\u2019s", "\u2019"} and k > first:
            return first, k
    k = head.i
    while k > first and tokens[k - 1].tag[:2] == "NN":
        k -= 1
    word = tokens[head.i - 1]
    body = word.lower in BODIES | GROUPS - _GROUNDS and word.lower not in {"survey", "poll"}
    named = any(m.kind != "place" for m in cast.within(k, head.i))
    named = named or (is_capital(word) and word.i > 0 and tokens[word.i - 1].tag == "DT")
    return (first, head.i) if k < head.i and (body or named) else None


def _maker(cast: Cast, first: int, last: int) -> Range | None:
    """ "A statement released on Monday by the ministry" is the ministry's."""
    tokens = cast.tokens
    for k in range(first, last - 1):
        if tokens[k].lower == "from" and tokens[k - 1].lower in _GATHERED:
            return None
        if tokens[k].lower in {"by", "from"}:
            speak = BODIES | ROLES | GROUPS
            named = any(is_capital(t) or t.lower in speak for t in tokens[k + 1 : last])
            end = next((n for n in range(k + 2, last) if tokens[n].tag in {"VBN", "VBG"}), last)
            return (k + 1, end) if named else None
        if tokens[k].text == ",":
            break
    return None


def _is_name(cast: Cast, first: int, last: int) -> bool:
    """True where one name holds every "and" of the phrase."""
    joins = [k for k in range(first, last) if cast.tokens[k].lower == "and"]
    return all(any(m.first < k < m.last for m in cast.within(first, last)) for k in joins)


def role_words(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a phrase in small letters, short titles spelled out."""
    plain = (t.lower.rstrip(".") for t in tokens if t.text[0].isalpha())
    return frozenset(ABBREVIATED.get(word, word) for word in plain)


# "Officials quoted by the daily": whoever asked or quoted them is no part of their name.
_ASKED = frozenset({"quoted", "cited", "interviewed", "polled", "surveyed", "contacted", "reached"})


def _before_by(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where "quoted by" begins in a source phrase, its end where it does not."""
    asked = (k for k in range(first + 1, last - 1) if tokens[k].lower in _ASKED)
    return next((k for k in asked if tokens[k + 1].lower in {"by", "in"}), last)


def _definite(tokens: Sequence[Token], first: int) -> bool:
    return tokens[first].lower in {"the", "this", "that", "his", "her", "its", "their"}


def _plain(cast: Cast, first: int, last: int) -> str:
    last = _before_by(cast.tokens, first, last)
    for k in range(first + 1, last - 1):
        comma = cast.tokens[k].text == "," and cast.tokens[k + 1].lower in {"whose", "which"}
        if comma or cast.tokens[k + comma].lower == "who":
            last = k
            break
    text = cast.words(first, last).strip(" ,\"'")
    start, _, rest = text.partition(" ")
    return rest if start.lower() == "the" and rest else text


def _named_after(m: Mention, head: Token) -> bool:
    """ "Karva police", "Lorn hospital": one unknown name right before what it names, no person."""
    unknown = m.last - m.first == 1 and not m.sure
    return unknown and m.last == head.i and head.text.islower() and head.lower in BODIES | GROUPS


def _direct(tokens: Sequence[Token], m: Mention, first: int, head: Token) -> bool:
    """True where the phrase is the person's own, and the name not a part of a role."""
    at = m.role
    if at <= first or m.first <= head.i < m.last:
        return at <= first or not _behind(tokens, at) or tokens[at - 1].lower == "'s"
    before = tokens[at - 1]
    if before.lower in _INTO | {"to", "by", "and", "under", "without"}:
        return False
    if before.text == "," or before.lower in {"'s", "'"}:
        return True
    return before.lower in ROLES or is_title(before) or is_capital(before) or before.tag == "NN"


def _behind(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower in _INTO | {"without"}


def _joined(tokens: Sequence[Token], first: int, last: int, persons: Sequence[Mention]) -> bool:
    """True for two speakers in one phrase ("X and Y")."""
    for k in range(first + 1, last):
        if tokens[k].lower in {"and", "&"} and any(m.first > k for m in persons):
            return any(m.last <= k for m in persons)
    return False


def _is_body(cast: Cast, first: int, last: int, head: Token) -> bool:
    guards = head.lower == "guard" and head.i > first
    if guards and cast.tokens[head.i - 1].lower in _GUARDS:
        return True
    if head.lower in ROLES or head.lower in GROUPS - BODIES:
        return False
    words = {t.lower for t in cast.tokens[first:last]}
    if "and" in words and "," in words and not _is_name(cast, first, last):
        return False
    if any(t.lower in {"and"} and not is_capital(cast.tokens[t.i - 1])
           for t in cast.tokens[first:last]):  # fmt: skip
        return False
    if head.lower in BODIES or head.lower in OUTLETS or head.lower in MEDIA:
        return head.tag[:2] == "NN" or is_capital(head)
    kinds = {m.kind for m in cast.within(first, last) if m.first <= head.i < m.last}
    return bool(kinds & {"organisation", "outlet", "place", "other"})


def _body_name(cast: Cast, first: int, last: int) -> str:
    """The body's name: without article, brackets, and the words that explain it."""
    tokens = cast.tokens
    while first < last - 1 and (
        tokens[first].lower in _ARTICLES or tokens[first].lower.endswith("-based")
    ):
        first += 1
    if first + 3 < last and tokens[first + 1].text == "-" and tokens[first + 2].lower == "based":
        first += 3
    for k in range(first + 1, last):
        explained = tokens[k].lower in {"a", "an"} and is_capital(tokens[k - 1])
        if tokens[k].text in {",", "("} or tokens[k].lower in {"which", "who"} or explained:
            last = k
            break
    proper = [
        m for m in cast.within(first, last)
        if m.kind == "organisation" and m.first == first and m.last - m.first > 2
    ]  # fmt: skip
    if proper and not any(t.text == "'s" for t in tokens[first:last]):
        last = min(last, max(proper[0].last, first + 1))
    return cast.words(first, last).strip(" ,\"'")


def body_of(cast: Cast, first: int, last: int, person: Mention | None) -> str | None:
    """The body whose role the phrase names; the outermost where it names several."""
    tokens = cast.tokens
    stop = next((k for k in range(first, last) if tokens[k].lower in {"who", "which"}), last)
    stop = min(stop, _before_by(tokens, first, last))
    found: list[tuple[int, int]] = []
    for m in cast.within(first, stop):
        named = m.kind == "place" and tokens[m.last - 1].lower in BODIES - _GROUNDS
        if (named or m.kind in {"organisation", "outlet"}) and (
            person is None or m.first != person.first
        ):
            found.append((m.first, m.last))
    lower = [
        k for k in range(first, stop)
        if tokens[k].lower in BODIES - _GROUNDS and not is_capital(tokens[k])
    ]  # fmt: skip
    for k in lower:
        if not any(a <= k < b for a, b in found) and tokens[k].tag[:2] == "NN":
            start = _body_start(tokens, first, k)
            found = [f for f in found if not (start <= f[0] and f[1] <= k + 1)]
            found.append((start, k + 1))
    if not found:
        return None
    start, end = max(found)
    start = _possessor(tokens, first, start)
    if person is not None and start <= person.first < end:
        return None
    return cast.words(start, end).strip(" ,\"'")


def _body_start(tokens: Sequence[Token], first: int, at: int) -> int:
    while at > first and (
        tokens[at - 1].tag[:2] in {"NN", "JJ"} or tokens[at - 1].text in {"'s", "-"}
    ):
        at -= 1
    return at


def _possessor(tokens: Sequence[Token], first: int, start: int) -> int:
    """ "Russia's General Staff": the owner before the body belongs to its name."""
    if start - 2 >= first and tokens[start - 1].text in {"'s", "'"}:
        start -= 2
        while start > first and is_capital(tokens[start - 1]):
            start -= 1
    while start > first and tokens[start - 1].tag == "JJ" and is_capital(tokens[start - 1]):
        start -= 1
    return start
