"""A number and the words beside it in its sentence, as those who exclude numbers look at it."""

from __future__ import annotations

from dataclasses import dataclass

from stemmata.reading.english.number_words import Number


@dataclass(frozen=True, slots=True)
class Beside:
    """A number's own words and those beside it in its sentence.

    `lead` is what stands before it on its line, other sentences too.
    """

    whole: str
    before: str
    after: str
    number: Number
    lead: str
