"""Text that lost its commas: where one phrase ends and the next begins.

Scraped reports often come without commas and quotation marks ("killing dozens
medics said"). What tells the phrases apart then is the kind of the words that meet.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.countries import ADJECTIVES
from stemmata.reading.english.nouns import MEDIA, PLURAL_MODIFIERS, ROLES, TIMES
from stemmata.reading.english.parse import Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.words import SPEAKERS, head_word, is_capital, is_nominal

# Words that end the count of another phrase: "wounding dozens".
_PEOPLE = frozenset(
    {"people", "persons", "civilians", "others", "soldiers", "militants", "troops", "casualties"}
)
_COUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "others", "tens"})


# What a body may be called right behind its name: "The Observatory a war monitor said".
_WATCHING = frozenset({"monitor", "watchdog", "charity", "group", "agency"})


def counted_off(tokens: Sequence[Token], start: int, last: int) -> int:
    """The start of "medics" in "killing dozens medics said", where a comma was lost."""
    for at in range(last, start, -1):
        if tokens[at - 1].lower in _COUNTS and is_nominal(tokens[at]):
            return at
    return start


def acted_on(tokens: Sequence[Token], start: int, floor: int) -> bool:
    """True for "killed six people in" before a speaker: who was acted on does not speak."""
    verb = start > floor and tokens[start - 1].tag in {"VBD", "VBG", "VBN", "VBZ", "VB"}
    return verb and tokens[start].tag == "CD"


def explained_before(tokens: Sequence[Token], start: int, end: int, floor: int) -> int:
    """The start of "Ann Lee the head of the mission said", where a comma was lost."""
    if start <= floor or tokens[start].lower not in {"the", "a"} or tokens[start - 1].text == ",":
        return start
    name = tokens[start - 1]
    if (
        name.tag[:3] != "NNP"
        or name.lower in TIMES
        or head_word(tokens, start, end).lower not in ROLES | _WATCHING
    ):
        return start
    first = start - 1
    while first > floor and tokens[first - 1].tag[:3] == "NNP":
        first -= 1
    watches = head_word(tokens, start, end).lower in _WATCHING
    if watches and first == floor + 1 and tokens[floor].lower == "the":
        first = floor
    opens = first == floor and (first == 0 or tokens[first - 1].sentence != name.sentence)
    return first if opens and 1 < start - first < 5 else start


def parts(tokens: Sequence[Token], at: int, last: int) -> bool:
    """True where a new phrase begins at `at` though no comma stands before it."""
    before, here = tokens[at - 1], tokens[at]
    if before.lower in TIMES or before.text == '"':
        return True
    if before.text.isdigit() and len(before.text) == 4:
        return True
    if before.tag == "CD" and at >= 2 and tokens[at - 2].lower in TIMES:
        return True
    if before.tag in {"VBN", "VBG"} and not is_capital(before):
        return not at <= before.head <= last
    if before.tag[:2] == "JJ" and not is_capital(before) and is_capital(here):
        return not at <= before.head <= last
    lower_noun = before.tag[:2] == "NN" and not is_capital(before)
    if before.lower in _PEOPLE and is_nominal(here):
        return True
    if lower_noun and here.lower in {"state", "local"} and tokens[at + 1].lower in MEDIA:
        return True
    if here.lower in ADJECTIVES and before.tag[:3] == "NNP" and before.lower not in ADJECTIVES:
        return tokens[at + 1].lower in SPEAKERS or tokens[at + 1].lower == "state"
    if lower_noun and is_capital(here):
        return before.lower not in ROLES and not (before.tag == "NN" and names_people(before.lower))
    if before.tag == "NNS" and lower_noun and is_nominal(here):
        return before.lower not in PLURAL_MODIFIERS and not at <= before.head <= last
    return False


def parts_after(tokens: Sequence[Token], at: int, start: int) -> bool:
    """True where, in text without commas, a new phrase begins at `at`."""
    before, here = tokens[at - 1], tokens[at]
    if here.tag == "CD" and is_nominal(before):
        return True
    if is_capital(here) and before.tag == "NNS" and not is_capital(before):
        return before.lower not in ROLES
    return here.tag == "NNS" and before.tag == "NNS" and start < at - 1
