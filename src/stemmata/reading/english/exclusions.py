"""Numbers that are no figures: dates, times, durations, ages, ordinals, labels.

What counts as a figure follows the guideline in `docs/method.md`: quantities of
something in the world, but not when it was, how long it took, how old somebody
is, or what something is called.
"""

from __future__ import annotations

import re

from stemmata.reading.english.ages import is_age
from stemmata.reading.english.contacts import leads_somewhere
from stemmata.reading.english.labels import is_label, is_named
from stemmata.reading.english.moments import is_date, is_duration, is_time, is_year
from stemmata.reading.english.number_words import Number
from stemmata.reading.english.ones import is_pronoun
from stemmata.reading.english.surroundings import Beside

_AFTER_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_ORDINAL_WORD = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)s?\b", re.IGNORECASE
)
_SCORE = re.compile(r"^\d{1,3}-\d{1,3}$")


def excluded(text: str, number: Number, start: int, end: int) -> str | None:
    """Why `number` is no figure, or None where nothing speaks against it.

    `start` and `end` bound its sentence in `text`.
    """
    before, after = text[start : number.start], text[number.end : min(end, number.end + 60)]
    whole = text[number.start : number.end]
    lead = text[max(0, number.start - 60) : number.start].rpartition("\n")[2]
    beside = Beside(whole, before[-60:], after, number, lead)
    for reason, test in _TESTS:
        if test(beside):
            return reason
    return None


def _ordinal(n: Beside) -> bool:
    if n.whole[-1].isdigit():
        return bool(_AFTER_ORDINAL.match(n.after))
    return n.number.form == "words" and bool(_ORDINAL_WORD.match(n.after))


def _age(n: Beside) -> bool:
    return is_age(n.number, n.whole, n.before, n.after)


def _run(n: Beside) -> bool:
    """Digits right beside other digits: a telephone number or a list of labels."""
    if not n.whole.isdigit():
        return False
    if re.search(r"\b20\d\d\s$", n.before) and re.match(r"\s[A-Z][a-z]+s\s[A-Z]", n.after):
        return False
    if re.search(r"\d\s$", n.before):
        return not re.match(r"\s(?:of (?:them|whom)|people|killed|dead|[a-z]{3,}s)\b", n.after)
    return bool(re.match(r"\s\d+(?![\d,]*\s?[a-z%])", n.after))


def _denominator(n: Beside) -> bool:
    """ "35 per 100,000", "one for every 75 people": what a rate is told by, not a count."""
    if re.search(r"\bper\s$|\b(?:for|in|out of) every\s$", n.before):
        return n.number.form in {"digits", "words"}
    return bool(re.match(r"\s(?:\w+\s)?for every\b", n.after)) and (n.number.high or 9) <= 1


def _score(n: Beside) -> bool:
    if n.whole.isdigit() and re.match(r"-\d{1,2} (?:man|player|veteran|rights?|record)\b", n.after):
        return True
    if _SCORE.match(n.whole) and not n.number.scaled:
        played = re.search(
            r"\b(?:won|beat|lost|win|loss|draw|defeat\w*|by|vote|lead|score\w*)\b", n.before
        )
        return bool(played and not re.match(r"[\s-]*(?:people|[a-z]+s|percent|%)", n.after))
    if re.search(r"\d-$", n.before) and re.match(r"[\s.,;)]", n.after[:1] or " "):
        return True
    return bool(
        re.match(r"-\d+\b", n.after) and re.search(r"\b(?:won|beat|lost|draw|vote)\b", n.before)
    )


def _zero(n: Beside) -> bool:
    return n.number.low == 0 and n.number.high == 0


def _web(n: Beside) -> bool:
    return bool(re.search(r"(?:https?:|www\.|/)\S*$", n.before))


def _contact(n: Beside) -> bool:
    return leads_somewhere(n.before, n.whole, n.after)


_TESTS = (
    ("zero", _zero),
    ("address", _web),
    ("address", _contact),
    ("date", is_date),
    ("time", is_time),
    ("ordinal", _ordinal),
    ("age", _age),
    ("duration", is_duration),
    ("year", is_year),
    ("score", _score),
    ("run", _run),
    ("denominator", _denominator),
    ("name", is_named),
    ("label", is_label),
    ("pronoun", is_pronoun),
)
