"""Cue verbs that tell a deed and no speech: "mourns its 21 dead", "recalled 40,000 cars".

A verb of praise, mourning or attack before counted people or things is done to
them; nobody reports by it how many they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.english.counted_nouns import HARM, HARMED
from stemmata.reading.english.cues import DEEDS
from stemmata.reading.english.nouns import BODIES, GROUPS, ROLES
from stemmata.reading.english.parse import Token
from stemmata.reading.english.persons import names_people
from stemmata.reading.scene import Range
from stemmata.reading.words import head_word, is_pronoun

# Before the number: "its 21 dead", "all of the 40 rescuers", "home some 40 soldiers".
_BEFORE = frozenset(
    "the its their his her our all of some about around nearly almost over more than at least "
    "another home as many up these those".split()
)
_HARMS = frozenset({"deaths", "death", "casualties", "fatalities", "losses", "killings", "victims"})
# A number stands so near behind such a verb.
_NEAR = 5


def deed(tokens: Sequence[Token], i: int, last: int, lemma: str) -> bool:
    """True where the verb at word `i` has counted people or things for its object."""
    if lemma not in DEEDS and lemma != "admit":
        return False
    k = i + 1
    while k < min(last, i + _NEAR) and tokens[k].lower in _BEFORE and tokens[k].tag != "CD":
        k += 1
    if k >= last or tokens[k].tag != "CD":
        return False
    end = k + 1
    while end < last and tokens[end].tag in {"NN", "NNS", "NNP", "JJ", "CD", "HYPH", "JJR"}:
        end += 1
    if end < last and (tokens[end].lower == "to" or tokens[end].tag in {"VBN", "VBD"}):
        # "Ordered 40 men to leave", "ordered 40 people held": that is said.
        return False
    head = tokens[end - 1]
    if lemma == "admit":
        harmed = head.lower in HARMED or head.lower in HARM or head.lower in _HARMS
        return names_people(head.lemma) and not harmed
    return head.tag != "CD" or lemma in {"mourn", "salute", "thank", "attack"}


def mourned_by_place(tokens: Sequence[Token], source: Range | None) -> bool:
    """True where no person or body mourns, but a town or a country: "Tarvesh mourns"."""
    if source is None:
        return False
    head = head_word(tokens, *source)
    known = head.lower in ROLES | GROUPS | BODIES or is_pronoun(tokens[source[0]])
    return not known and not names_people(head.lemma)
