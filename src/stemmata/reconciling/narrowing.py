"""Words that make a count one of fewer, or of more, than the noun alone says."""

from __future__ import annotations

import re

from stemmata.model import Figure

# How far behind its number the words that say who is counted in may stand.
_WITHIN = 110

_AGE = re.compile(
    r"\b(?:under|aged?|below|above|older|younger|at least \w+ years)\b", re.IGNORECASE
)
_SEVERE = re.compile(
    r"\b(?:seriously|critically|severely|gravely|slightly|lightly)[ -]"
    r"(?:injured|wounded|hurt|ill)\b",
    re.IGNORECASE,
)
_HARDEST = re.compile(r"\b(?:hardest|worst)[- ](?:hit|struck|\w+ed)\b", re.IGNORECASE)
# "Including" alone tells a part; of those who did it, whether they are counted is a choice.
_WHO_DID_IT = (
    "gun(?:man|men)|shooters?|attackers?|assailants?|bombers?|suspects?|hijackers?|perpetrators?"
)
_COUNTED = re.compile(
    r"\b(?:once|if|when|with|after)\b[^.;:\d]{3,60}?\b(?:counted|included|added)(?: in)?\b"
    r"|\b(?:excluding|not (?:counting|including)|leaving out)\b[^.;:,\d]{3,60}"
    rf"|\bincluding (?:himself|herself|(?:the|two|both|three|his|her) (?:{_WHO_DID_IT}))\b",
    re.IGNORECASE,
)


def narrowed(phrase: str, person: bool) -> str:
    """What in the counted noun phrase makes it one of fewer: an age, a severity, "worst-hit"."""
    patterns = (_AGE, _SEVERE) if person else (_HARDEST,)
    return next((m[0] for p in patterns if (m := p.search(phrase))), "")


def counted_in(figure: Figure, text: str) -> str:
    """Who is said to be counted in or left out: "once hired hands are counted"; else empty."""
    end = figure.sentence.end or len(text)
    found = _COUNTED.search(text, figure.end, min(end, figure.end + _WITHIN))
    if found is None or re.search(r"[\d;]", text[figure.end : found.start()]):
        return ""
    return " ".join(found[0].split())
