"""Numbers that lead somewhere: telephone numbers, street addresses, blocks of a street."""

from __future__ import annotations

import re

BESIDE = 40
"""Characters on each side in which the rest of a telephone number is looked for."""

_LETTERED = r"[A-Z]{2,}(?:[- ][A-Z]+)*\b"
_PHONE = re.compile(
    # American: "(555) 210-4477", "555-210-TIPS (8477)", "555-210 TIPS", "1-800-555-TIP"
    rf"(?<![\d,.$€£])(?:\+?1[\s.-]?)?\(?\d{{3}}\)?[\s.-]{{1,2}}\d{{3}}(?:[\s.-]?\d{{4}}(?!\d)|[\s-]{_LETTERED})"
    r"(?:\s?\(\d{4}\))?"
    rf"|(?<![\d,.$€£])(?:1[\s.-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]{{1,2}}{_LETTERED}(?:\s?\(\d{{4,}}\))?"
    rf"|(?<![\d,.$€£])\(\d{{3}}\)\s?\d{{3}}-{_LETTERED}|(?<![\d,.-])\d{{3}}-{_LETTERED}(?=\s?\(\d{{4}}\))"
    # With the country's prefix, or the zero of a long-distance call
    r"|\+\d{1,3}[\s().-]*\d(?:[\s().-]{0,2}\d){6,}"
    r"|(?<![\d,.:])\(?0\d{2,5}\)?(?:[\s-]\d{3,8}){1,3}(?!\d|,\d)"
)
_LOCAL = re.compile(r"\d{3}-\d{4}|\d{7}|\d{5,6}")
_CALLING = re.compile(
    r"\b(?:call(?:ed|ing|s)?|phones?|dial(?:l?ed|l?ing)?|tele?phone|tel|fax|mobile|cell|hotline"
    r"|helpline|tip ?-?line|crime ?stoppers|ring|text(?:ing|s)?)\b[^.!?]{0,45}$",
    re.IGNORECASE,
)
_EMERGENCY = frozenset({"911", "999", "112", "000", "311", "101", "110", "119"})
_TO_EMERGENCY = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|rang|phon(?:es?|ed|ing)|text(?:ed)?)\s$",
    re.IGNORECASE,
)
_OF_EMERGENCY = re.compile(
    r"[\s-](?:calls?|callers?|dispatch\w*|operators?|tapes?|recordings?|call-?takers?|services?"
    r"|centers?|centres?|line)\b",
    re.IGNORECASE,
)
_WAY = (
    r"(?:Street|Avenue|Road|Boulevard|Lane|Drive|Way|Square|Place|Court|Row|Crescent|Terrace|Circle"
    r"|Alley|Quay|Parkway|Pike|Highway|Freeway|Trail|Plaza|(?:St|Ave|Av|Rd|Blvd|Ln|Dr|Ct|Pl|Pkwy"
    r"|Hwy|Ter|Cir|Sq)\b\.?)"
)
_STREET = re.compile(
    rf"\s+(?:(?:[A-Z][\w.'’-]*|\d+(?:st|nd|rd|th))\s){{1,4}}{_WAY}(?![\w])(?!\s+[a-z]+s\b)"
)
_BLOCK = re.compile(r"\s+bl(?:oc)?ks?\b\.?")
_AT = re.compile(r"\bat\s$")
_PLACE = re.compile(
    r"\s[A-Z][a-z]+[a-rt-z](?:\s[A-Z][\w.]+)?(?:\s?[,.;)]|\s(?:and|in|on|where|near|for)\b|\s?$)"
)


def leads_somewhere(before: str, whole: str, after: str) -> bool:
    """True for a part of a telephone number, and for a house number or a block's."""
    return bool(whole[0].isdigit()) and (
        _is_phone(before, whole, after) or _is_address(before, whole, after)
    )


def _is_phone(before: str, whole: str, after: str) -> bool:
    if whole in _EMERGENCY and (_TO_EMERGENCY.search(before) or _OF_EMERGENCY.match(after)):
        return True
    if _LOCAL.fullmatch(whole) and _CALLING.search(before) and not re.match(r"\s[a-z]+s\b", after):
        return True
    near = before[-BESIDE:]
    start, end = len(near), len(near) + len(whole)
    found = _PHONE.finditer(near + whole + after[:BESIDE])
    return any(match.start() <= start and end <= match.end() for match in found)


def _is_address(before: str, whole: str, after: str) -> bool:
    if _STREET.match(after):
        return "," not in whole
    if whole.isdigit() and int(whole) >= 100 and whole.endswith("0") and _BLOCK.match(after):
        return True
    house = re.fullmatch(r"\d{3,5}", whole) is not None
    return house and bool(_AT.search(before) and _PLACE.match(after))
