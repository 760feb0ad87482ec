"""Ages: numbers that tell how old somebody is, and so are no figures."""

from __future__ import annotations

import re

from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.number_words import Number
from stemmata.reading.english.persons import names_people

_AFTER_AGE = re.compile(
    r"[\s-]*(?:(?:and|to|or)[\s-]\w+[\s-]*)?(?:years?|months?|weeks?|days?)?[\s-]*(?:-old|old)\b"
    # the last one is cut by scraping: "6-y", "6-year-o"
    r"|-y(?:e|ea|ear)?(?:-(?:o|ol)?)?(?=\s|$)|[\s-]*(?:y/?o|yrs? old)\b"
    r"|-,? (?:and|or|to) \d+-year-olds?\b|[\s-]*(?:years?|months?) of age"
    r"|[\s-]*(?:year[\s-])?age[\s-](?:group|range|bracket|band)",
    re.IGNORECASE,
)
_BEFORE_AGE = re.compile(
    r"(?:\baged?|\bages(?: of)?|\bage of|\bages? (?:below|under|above|over|between)|\bturn(?:s|ed)"
    r"|\baged? (?:\d{1,2}, )*\d{1,2}(?:,|,? and)|\bages (?:\d{1,2}, )*\d{1,2}(?:,|,? and)"
    r"|\bbetween the ages of|\bage (?:under|over|below))\s*(?:\w+ (?:and|to) )?$",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r"\b(?:children|kids|youths|people|adults|women|men|girls|boys|those|infants|babies|minors)"
    r"(?: aged)? (?:under|over|below|above)(?: the age of)? $",
    re.IGNORECASE,
)
_NAMED_AGE = re.compile(r"[a-z.]\s?,\s?$|\b[IVX]+,\s$")
_AGE = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)"
)
_NEXT = r"(?:,? (?:and|or|to|through) |, |\s?[-–]\s?|,? & )"
# "ages 15, 17 and", "aged 25,", "who were 16, 14": the ages that stand before in one list.
_LISTED = re.compile(
    rf"\b(?:ages|aged|who (?:is|was|are|were)):? (?:{_AGE}{_NEXT})+$", re.IGNORECASE
)
_LISTING = re.compile(r"\bwho (?:are|were) $")
_MORE_AGES = re.compile(r"(?:, \d{1,2})*,? and \d{1,2}(?:[.,;)]|$)")
_ENDS = re.compile(r"\s?(?:[.,;)]|$|and (?:the other|another|one)\b)")
# "Ann, 24 and Bo, 23", "Ann (left), 16, Bo, (right) 10"
_AND_NAME = re.compile(r" (?:and|&) [A-Z]\w+(?: [A-Z]\w+)?,? \d{1,2}\b")
_NAME_AND = re.compile(r"\d{1,2},? (?:and|&) [A-Z]\w+(?: [A-Z]\w+)?, $")
_POSED = re.compile(
    r"[A-Z]\w+,? \([a-z ]*(?:left|right|center|centre|middle|front|back|top|bottom)[a-z ]*\),? $"
)


def is_age(number: Number, whole: str, before: str, after: str) -> bool:
    """True for the number of years that somebody or something has lived."""
    if (number.high or 999) > 130:
        return False
    if _AFTER_AGE.match(after) or _BEFORE_AGE.search(before) or _UNDER_AGE.search(before):
        return True
    if whole.isdigit() and (_listed_age(before, after) or _told_age(before, after)):
        return True
    if after[:1] == "s" and re.search(r"\bin (?:his|her|their) (?:\w+[ -])?$", before):
        return True
    if re.search(r"\b(?:will|would) (?:be|turn)\s$", before):
        return bool(re.match(r"\s(?:in|on|next|this|when)\b|\s?[.,]", after))
    if _aged_name(whole, before, after) or _aged_share(before, after):
        return True
    if re.search(r"[A-Z]\w+,\s?$", before) and re.match(
        r"\s?, (?:who|whose|a|an|the|of|from|said|was|is|had|has|died)\b", after
    ):
        return True
    if whole.isdigit() and re.search(r"\bboth\s$", before):
        return bool(re.match(r"\s?(?:[.,;\u2014)-]|and from|of\b|$)", after))
    if whole.isdigit() and re.search(r"\b(?:died|dies|retired|married)\s+at\s$", before):
        return bool(re.match(r"\s?(?:[.,;]|$)", after))
    if _aside_age(whole, before, after):
        return True
    named = _NAMED_AGE.search(before) and re.match(r"\s?(?:,|\.(?:\s|$)|$|;|\))", after)
    return bool(named and whole.isdigit() and 1 <= int(whole) <= 110 and _is_name(before))


def _aged_name(whole: str, before: str, after: str) -> bool:
    """ "Kosta, 24, agreed": a name that no preposition leads."""
    m = re.search(r"(?:^|(\w+)\s)[A-Z][\w'’-]+,\s$", before)
    if m is None or not re.fullmatch(r"\d{1,2}", whole):
        return False
    verb = re.match(r"\s?, (?:(?:has|had|was|is|will|and)\b|[a-z]+ed\b|[a-z]+s\b)", after)
    return verb is not None and (m[1] or "").lower() not in _PLACING


def _aged_share(before: str, after: str) -> bool:
    """ "One in four residents is over 60.", "half of the patients are under 15"."""
    shared = r"(?:in \w+|percent|per cent|%|half|thirds?|quarters?|most|all)\b.{0,40}"
    aged = rf"\b{shared} (?:is|are|was|were) (?:aged )?(?:over|under|above|below) $"
    return bool(re.search(aged, before)) and bool(re.match(r"\s?(?:[.,;]|and\b|$)", after))


def _listed_age(before: str, after: str) -> bool:
    """ "ages 15, 17 and 18", "the children, who were 16, 14 and 9", "Ann, 24 and Bo, 23"."""
    if _LISTED.search(before) or (_LISTING.search(before) and _MORE_AGES.match(after)):
        return not re.match(r"\s(?:people|of (?:them|whom)|were|others)\b", after)
    if _POSED.search(before):
        return True
    paired = re.search(r"(\w+) ?[A-Z]\w+, $", before) and _AND_NAME.match(after)
    return bool(paired or _NAME_AND.search(before))


def _told_age(before: str, after: str) -> bool:
    """ "One was 16 and the other 17", "the son was 19": said of single persons alone."""
    if not _ENDS.match(after):
        return False
    if re.search(r"\b(?:he|she) (?:is|was|just turned) $", before, re.IGNORECASE):
        return True
    if re.search(r"\bother(?: (?:is|was))? $", before) or re.search(
        r"\bone(?: is| was)? $", before
    ):
        return "the other" in after or bool(re.search(r"\b\d{1,2} and the other", before))
    if re.match(r" and the other", after):
        return bool(re.search(r"\b(?:are|were|is|was) $", before))
    person = re.search(r"\b(?:the|his|her|their|my) ([a-z]+) (?:is|was) $", before)
    return person is not None and person[1] in _FAMILY


_FAMILY = frozenset(
    """son daughter boy girl brother sister mother father husband wife child teen teenager victim
    suspect gunman shooter man woman driver""".split()
)


def _aside_age(whole: str, before: str, after: str) -> bool:
    """ "Woman, 34, Rescued", "the suspects, 19 and 22, were": an aside after who is meant."""
    m = re.search(r"([A-Za-z][\w'-]*),\s(?:\d{1,2}(?:,|,? and)\s)*$", before)
    if not (m and whole.isdigit() and len(whole) < 4):
        return False
    aside = re.match(
        r"\s?(?:,|\)|and \d{1,2},|$)(?!\s(?:including|of|among|mostly|all|most)\b)", after
    )
    word = m[1]
    return bool(aside) and names_people(lemma(word.lower(), "NNS"))


_PLACING = frozenset({"in", "at", "on", "from", "near", "by", "of", "around", "across", "outside"})


def _is_name(before: str) -> bool:
    """A person's name (two capitalised words) right before the comma."""
    m = re.search(r"([A-Z][\w'’.-]+)\s+(?:\w+\s+)?[A-Z][\w'’.-]+\s?,\s?$", before)
    if m is None:
        kin = re.search(r"\b([a-z]+)\s[A-Z][\w'’-]+,\s?$", before)
        return kin is not None and kin[1] in _FAMILY
    return m[1].lower() not in _PLACING
