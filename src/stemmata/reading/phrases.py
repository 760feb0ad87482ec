"""The noun phrase before or after a cue, by word order.

A relation of the parse may be wrong just where a sentence is hard: amid
quotations, and in text that lost its commas. So a phrase is followed word by
word from the cue outwards, and the parse is asked only where the order of the
words leaves two readings.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.commaless import acted_on, counted_off, explained_before, parts, parts_after
from stemmata.reading.english.cues import DOCUMENTS
from stemmata.reading.english.nouns import (
    BODIES,
    GROUPS,
    OUTLETS,
    ROLES,
    TIMES,
)
from stemmata.reading.english.parse import Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.words import (
    DETERMINERS,
    JOINS,
    LOOSE,
    OPENERS,
    PREPOSITIONS,
    SHARES,
    SPEAKERS,
    before_bracket,
    finite,
    head_word,
    is_auxiliary,
    is_capital,
    is_modifier,
    is_nominal,
    is_pronoun,
    opens_relative,
    speaker_like,
)

# A parenthesis after a name ("X, 43, head of the Y,") is at most so long.
APPOSITION = 32


def skip_back(tokens: Sequence[Token], cue: int, floor: int) -> int:
    """Where the cue's auxiliaries and adverbs begin: the subject ends there."""
    at = cue
    while at > floor and is_auxiliary(tokens[at - 1]):
        at -= 1
    return at


def phrase_before(tokens: Sequence[Token], end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `end`, not reaching below `floor`."""
    last = end - 1
    if last < floor:
        return None
    if tokens[last].text == "," or tokens[last].text == ")":
        return _apposed(tokens, last, floor)
    if is_pronoun(tokens[last]):
        return last, end
    role = tokens[last].lower in ROLES and tokens[last].tag == "JJ"
    # The tagger takes a plural before its verb for a verb: "while organisers said".
    role = role or (tokens[last].lower in GROUPS and tokens[last].tag == "VBZ")
    if not (is_nominal(tokens[last]) or role) or tokens[last].lower in TIMES:
        return _plain_plural(tokens, last)
    start = counted_off(tokens, _left(tokens, last, floor), last)
    start = _apposed_before(tokens, start, floor)
    start = explained_before(tokens, start, end, floor)
    start = _joined_before(tokens, start, floor)
    return _listed_before(tokens, start, end, floor), end


def _plain_plural(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    if last and tokens[last].lower in {"latter", "former"} and tokens[last - 1].lower == "the":
        return last - 1, last + 1
    if tokens[last].lower in {"others", "some", "many", "both", "all", "most", "one", "half"}:
        return last, last + 1
    return None


def _left(tokens: Sequence[Token], last: int, floor: int) -> int:
    at = last
    while at > floor:
        before, here = tokens[at - 1], tokens[at]
        if before.lower == "without" and before.text[0].isupper() and at - 2 >= floor:
            at -= 2
        elif before.lower in PREPOSITIONS:
            bound = _bound(tokens, at, floor)
            if bound is None or acted_on(tokens, bound, floor):
                break
            at = bound
        elif at != last and _determines(here):
            break
        elif _determines(before):
            at -= 1
        elif is_nominal(before) or is_modifier(before):
            if parts(tokens, at, last):
                break
            at -= 1
        elif before.lower in JOINS and _joins_within(tokens, at, floor):
            at -= 2
        else:
            break
    while at < last and (_loose(tokens[at]) or tokens[at].lower in OPENERS):
        at += 1
    return at


def _loose(token: Token) -> bool:
    return token.tag in LOOSE and not is_capital(token)


def _determines(token: Token) -> bool:
    if token.tag in {"IN", "WDT", "WP"}:
        return False
    return token.lower in DETERMINERS or token.tag in {"DT", "PRP$", "PDT"}


def _bound(tokens: Sequence[Token], at: int, floor: int) -> int | None:
    """Where the phrase begins to which the preposition before `at` binds what follows."""
    if at - 2 < floor:
        return None
    outer = tokens[at - 2]
    if outer.tag == "CD" and tokens[at].tag == "CD" and tokens[at - 1].lower == "in":
        return at - 2
    if not (is_nominal(outer) or outer.lower in ROLES) or outer.lower in TIMES:
        return None
    start = _left(tokens, at - 2, floor)
    head = head_word(tokens, start, at - 1).lower
    if tokens[at - 1].lower == "of" and head in SHARES | {"%", "one", "most"}:
        return start
    name = is_capital(outer) and is_capital(tokens[at]) and tokens[at - 1].lower in {"of", "for"}
    if (
        name
        or head in SPEAKERS
        or (outer.tag == "NNS" and names_people(outer.lemma))
        or (tokens[at - 1].lower == "of" and _determines(tokens[start]))
    ):
        return start
    return None


def _joins_within(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """True for the "and" inside a name ("Meteorology and Geophysics Agency")."""
    if at - 2 < floor:
        return False
    left, right = tokens[at - 2], tokens[at]
    if is_capital(left) and is_capital(right) and left.lower not in TIMES:
        return right.tag != "DT"
    return False


def _joined_before(tokens: Sequence[Token], start: int, floor: int) -> int:
    """The start of "officials and state media" where `start` is at "state"."""
    if start - 2 < floor or tokens[start - 1].lower not in JOINS:
        return start
    if not is_nominal(tokens[start - 2]):
        return start
    other = _left(tokens, start - 2, floor)
    if not _may_join(tokens, other, start - 1):
        return start
    return other


def _listed_before(tokens: Sequence[Token], start: int, end: int, floor: int) -> int:
    """The start of "Berlin, Paris and Rome" where `start` is at "Paris"."""
    if not any(t.lower == "and" for t in tokens[start:end]):
        return start
    while start - 2 >= floor and tokens[start - 1].text == "," and is_capital(tokens[start - 2]):
        listed = _left(tokens, start - 2, floor)
        if not is_capital(tokens[listed]) or tokens[start - 2].lower in TIMES:
            break
        start = listed
    return start


def _may_join(tokens: Sequence[Token], start: int, end: int) -> bool:
    head = head_word(tokens, start, end)
    word = head.lower
    if word in {"people", "men", "women", "residents", "soldiers", "fighters", "militants"}:
        return False
    if is_capital(head) and word not in TIMES:
        before = tokens[start - 1].text if start else "."
        return start == 0 or before in {".", ",", '"', ":"} or tokens[start].i == 0
    return word in ROLES or word in GROUPS or word in BODIES or word in OUTLETS


def _apposed_before(tokens: Sequence[Token], start: int, floor: int) -> int:
    """The start of "the head of the service, Ann Lee" where `start` is at "Ann"."""
    if start - 2 < floor or tokens[start - 1].text != "," or not is_capital(tokens[start]):
        return start
    if not is_nominal(tokens[start - 2]):
        return start
    role = _left(tokens, start - 2, floor)
    if head_word(tokens, role, start - 1).lower in ROLES and tokens[role].lower != "a":
        before = tokens[role - 1].text if role > floor else "."
        return role if before in {".", ",", '"', "and", "but", "But", ":"} else start
    return start


def _apposed(tokens: Sequence[Token], last: int, floor: int) -> tuple[int, int] | None:
    """The phrase and its apposition that ends with the comma at `last`."""
    opening = "(" if tokens[last].text == ")" else ","
    for at in range(last - 1, max(floor, last - APPOSITION), -1):
        token = tokens[at]
        if token.text == '"':
            return None
        if token.text != opening:
            continue
        at = before_bracket(tokens, at, floor)
        if not is_nominal(tokens[at - 1]) and not is_pronoun(tokens[at - 1]):
            continue
        if is_pronoun(tokens[at - 1]):
            return at - 1, at
        start = _left(tokens, at - 1, floor)
        if not speaker_like(tokens, start, at) and not _introduced(tokens, start, at):
            continue
        plain = next((k for k in range(at + 1, last) if opens_relative(tokens[k])), last)
        if any(finite(t) and not is_capital(t) for t in tokens[at + 1 : plain]):
            continue
        start = _apposed_before(tokens, start, floor)
        start = _named_before(tokens, start, floor)
        start = _before_place(tokens, start, floor)
        adverb = all(is_auxiliary(t) or t.tag == "IN" for t in tokens[at + 1 : last])
        aside = tokens[at + 1].tag in {"VBG", "VBN", "IN"} and not is_capital(tokens[at + 1])
        adverb = adverb or aside
        return _joined_before(tokens, start, floor), at if adverb else last + (opening == "(")
    return _uncommaed(tokens, last, floor)


def _introduced(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """True for "Lind, who" and "Lind, a": a name that the tagger takes for a plain noun."""
    if comma - start != 1 or not is_capital(tokens[start]) or comma + 1 >= len(tokens):
        return False
    return tokens[comma + 1].lower in {"who", "whose", "a", "an"}


def _named_before(tokens: Sequence[Token], start: int, floor: int) -> int:
    """The start of "Ann Lee, the mayor of X" where `start` is at "the"."""
    if start - 2 < floor or tokens[start - 1].text != "," or is_capital(tokens[start]):
        return start
    if not is_capital(tokens[start - 2]) or tokens[start - 2].lower in TIMES:
        return start
    name = _left(tokens, start - 2, floor)
    if name > floor and tokens[name - 1].lower in {"with", "to", "by", "on"}:
        # "In an interview with Vest, the governor said": two parties.
        return start
    return name if is_capital(tokens[name]) and start - name < 7 else start


def _before_place(tokens: Sequence[Token], start: int, floor: int) -> int:
    """The start of "Ann Lee, 59, of Ashton, Md.," where `start` is at "Ashton" or "Md."."""
    at = start
    for _ in range(4):
        if at - 2 >= floor and tokens[at - 1].lower in {"of", "from"}:
            at -= 1
        if at - 2 < floor or tokens[at - 1].text != ",":
            return start
        if tokens[at - 2].tag == "CD":
            at -= 2
        elif is_capital(tokens[at - 2]) and at - 2 >= floor:
            if tokens[at - 2].lower in TIMES:
                return start
            at = _left(tokens, at - 2, floor)
            if at > floor and tokens[at - 1].lower in {"of", "from", ","}:
                continue
            return at if tokens[at].tag[:3] == "NNP" else start
        else:
            return start
    return start


def _uncommaed(tokens: Sequence[Token], last: int, floor: int) -> tuple[int, int] | None:
    """ "Ann Lee a health official," with only the closing comma of the two."""
    if not is_nominal(tokens[last - 1]) or last - 1 < floor:
        return None
    start = _left(tokens, last - 1, floor)
    if head_word(tokens, start, last).lower not in ROLES or not _determines(tokens[start]):
        return None
    if start > floor and is_capital(tokens[start - 1]) and tokens[start - 1].lower not in TIMES:
        return _left(tokens, start - 1, floor), last
    return None


def phrase_after(tokens: Sequence[Token], start: int, ceiling: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `start`, ending below `ceiling`."""
    if start >= ceiling:
        return None
    first = tokens[start]
    if is_pronoun(first):
        return start, start + 1
    end = _right(tokens, start, ceiling)
    if end == start or not any(is_nominal(t) for t in tokens[start:end]):
        one = first.lower in {"one", "some", "many", "both", "all", "others"}
        return (start, start + 1) if one else None
    return start, end


def _right(tokens: Sequence[Token], start: int, ceiling: int) -> int:
    at = start
    while at < ceiling:
        token = tokens[at]
        if token.lower in TIMES and at > start:
            break
        if is_nominal(token) or (at == start and _determines(token)):
            if at > start and parts_after(tokens, at, start):
                break
        elif is_modifier(token):
            if token.tag in {"VBN", "VBG"} and at > start and is_nominal(tokens[at - 1]):
                break
            if token.text == "'" and not (at + 1 < ceiling and is_nominal(tokens[at + 1])):
                break
        elif (
            token.lower in PREPOSITIONS and at > start and _binds_on(tokens, start, at, ceiling)
        ) or (token.lower in JOINS and _joins_on(tokens, start, at, ceiling)):
            after = _right(tokens, at + 1, ceiling)
            if after == at + 1:
                break
            at = after
            continue
        else:
            break
        at += 1
    while (
        at > start
        and tokens[at - 1].tag in {"HYPH", "VBG", "VBN", "JJ"}
        and not is_nominal(tokens[at - 1])
    ):
        at -= 1
    return at


def _binds_on(tokens: Sequence[Token], start: int, at: int, ceiling: int) -> bool:
    if at + 1 >= ceiling or tokens[at + 1].lower in TIMES:
        return False
    if tokens[at].lower in {"by", "to", "on", "with"} and tokens[at].lower != "of":
        return False
    head = head_word(tokens, start, at).lower
    if tokens[at].lower in {"of", "for"}:
        return True
    place = not any(t.lower in TIMES for t in tokens[at + 1 : at + 3])
    return place and head in SPEAKERS


def _joins_on(tokens: Sequence[Token], start: int, at: int, ceiling: int) -> bool:
    if at == start or at + 1 >= ceiling:
        return False
    after = tokens[at + 1]
    if is_capital(tokens[at - 1]) and is_capital(after) and after.tag != "DT":
        return not _verb_follows(tokens, at + 1, ceiling)
    end = _right(tokens, at + 1, ceiling)
    if end == at + 1 or _verb_follows(tokens, at + 1, ceiling):
        return False
    return speaker_like(tokens, at + 1, end) and speaker_like(tokens, start, at)


def _verb_follows(tokens: Sequence[Token], start: int, ceiling: int) -> bool:
    at = start
    while at < ceiling and at < start + 8 and (is_nominal(tokens[at]) or is_modifier(tokens[at])
                                               or tokens[at].tag == "DT"):  # fmt: skip
        at += 1
    return at < ceiling and (finite(tokens[at]) or is_auxiliary(tokens[at]))


def authored(tokens: Sequence[Token], phrase: tuple[int, int], ceiling: int) -> tuple[int, int]:
    """The whole of "a statement by X", "figures compiled by X", whose phrase ends before "by"."""
    end = made_by(tokens, phrase[1], ceiling)
    if end == phrase[1] and end < ceiling and tokens[end].lower == "by":
        by = phrase_after(tokens, end + 1, ceiling)
        paper = head_word(tokens, *phrase).lower in DOCUMENTS | {"tally"}
        end = by[1] if by is not None and paper else end
    return phrase[0], end


def made_by(tokens: Sequence[Token], end: int, ceiling: int) -> int:
    """The end of "a survey made for the bank by X" where the phrase itself ends at "survey"."""
    if end + 1 >= ceiling or tokens[end].tag not in {"VBN", "VBD"}:
        return end
    at = end + 1
    while at + 1 < ceiling and (tokens[at].lower in TIMES or tokens[at].lower == "on"):
        at += 1
    begun = at
    while at + 1 < ceiling and tokens[at].lower in {"by", "for"}:
        phrase = phrase_after(tokens, at + 1, ceiling)
        if phrase is None:
            break
        at = phrase[1]
    return at if at > begun else end
