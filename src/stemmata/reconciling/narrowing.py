"""Words that make a count one of fewer, or of more, than the noun alone says."""

from __future__ import annotations

import re

from stemmata.model import Figure
from stemmata.reconciling.counted import CLAUSE_END

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


# A number that is only feared or expected yet.
_EXPECTED = re.compile(
    r"\b(?:could|may|might|would|will|should|expected|likely|set|feared|certain|bound) "
    r"(?:well |yet |still |even |eventually |to )*"
    r"(?:rise|reach|climb|grow|exceed|top|pass|surpass|increase|hit|go)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"\b(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?\b", re.IGNORECASE
)
_PARTIAL = re.compile(
    r"\b(?:parts?|pocket|enclave|half|outskirts|suburbs?|former(?:ly)?|rest|remaining"
    r"|\w+-held|\w+[- ]controlled)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:whole|entire|all(?: of)?)\b", re.IGNORECASE)


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


def expected(before: str) -> bool:
    """True of a number that something may come to: "the toll could reach 200"."""
    return bool(_EXPECTED.search(before))


def after_thing(figure: Figure, text: str) -> str:
    """The thing with what is said of it right after, up to the verb or the next figure."""
    after = text[figure.end : figure.end + 60]
    stop = re.search(r"[,.;\n\d]|\b(?:including|among|and|with|were|was|have|had|has)\b", after)
    return f"{figure.thing or ''} {after[: stop.start()] if stop else after}"


def partial(figure: Figure, text: str) -> frozenset[str]:
    """Words that narrow the whole of a share: "eastern Temsk", "the former pocket".

    A direction before a common noun says where the whole lies ("the
    northwestern city") and narrows nothing; "the whole" cancels them all.
    """
    if figure.kind != "share":
        return frozenset()
    after = text[figure.end : figure.end + 90]
    stop = CLAUSE_END.search(after)
    phrase = f"{figure.thing or ''} {after[: stop.start()] if stop else after}"
    if _WHOLE.search(phrase):
        return frozenset()
    directions = {
        m[0].lower()
        for m in _DIRECTION.finditer(phrase)
        if re.match(r"\s+[A-Z]|\s+(?:part|half|side)", phrase[m.end() :])
    }
    return frozenset(directions | {m[0].lower() for m in _PARTIAL.finditer(phrase)})
