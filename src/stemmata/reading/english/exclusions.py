"""Numbers that are no figures: dates, times, durations, ages, ordinals, labels.

What counts as a figure follows the guideline in `docs/method.md`: quantities of
something in the world, but not when it was, how long it took, how old somebody
is, or what something is called.
"""

from __future__ import annotations

import re

from stemmata.reading.english.numbers import Number

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SPAN = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?"
    r"|years?|yrs?|decades?|centur(?:y|ies)|seasons?|semesters?|terms?)"
)
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_AFTER_DURATION = re.compile(
    rf"(?:(?:,| or| and| to|, or|-)\s?(?:\d+|{_SMALL})){{0,3}}[\s-]*(?:(?:full|more|straight|consecutive|long|short|whole|or so|working|calendar|school"
    rf"|business|previous|past|last|additional|further|big-league|odd)[\s-]+)*{_SPAN}\b"
    rf"(?!\s+of\s+(?:aid|food))",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s+of)?[\s/-]*(?:(?:to|-|and)\s*\d{{1,2}}\s+)?{_MONTH}(?![A-Za-z])",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    rf"\b{_MONTH}\s*(?:\d{{1,2}}\s*(?:-|to|and|or)\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s*)?$",
    re.IGNORECASE,
)
_AFTER_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_AFTER_TIME = re.compile(
    r"(?::\s?\d\d(?::\d\d)?)|\s*(?:a\.?\s?m\b|p\.?\s?m\b|o'clock|gmt\b|utc\b|hrs\b|hours gmt)"
    r"|\s*\((?:\d{4}) gmt",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"(?:\d{1,2}[:.]$)|(?:\bat (?:about |around |exactly )?$)|\(\s*$", re.IGNORECASE
)
_CLOCK = re.compile(r"\s*(?:gmt|utc|local time|hours|hrs|\([\d:.]+ ?(?:gmt|utc)|a\.m|p\.m)", re.IGNORECASE)
_AFTER_AGE = re.compile(
    r"[\s-]*(?:(?:and|to|or)[\s-]\w+[\s-]*)?(?:years?|months?|weeks?|days?)?[\s-]*(?:-old|old)\b"
    r"|[\s-]*(?:years?|months?) of age",
    re.IGNORECASE,
)
_BEFORE_AGE = re.compile(
    r"(?:\baged?|\bages(?: of)?|\bage of|\bages? (?:below|under|above|over|between)|\bturn(?:s|ed)"
    r"|\bbetween the ages of|\bage (?:under|over|below))\s*(?:\w+ (?:and|to) )?$",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r"\b(?:children|kids|youths|people|adults|women|men|girls|boys|those|infants|babies|minors)"
    r"(?: aged)? (?:under|over|below|above)(?: the age of)? $",
    re.IGNORECASE,
)
_LABEL_WORD = re.compile(
    r"\b(?:no|nos|number|resolution|article|articles|chapter|section|flight|boeing|airbus|route"
    r"|highway|interstate|page|pages|channel|room|phase|level|category|grade|type|area|formula"
    r"|block|unit|zone|act|law|rule|table|figure|annex|appendix|item|line|gate|platform|pier"
    r"|division|brigade|battalion|regiment|class|version|step|stage|tier|part|volume|vol|episode"
    r"|series|season|game|week|day|round|group|district|ward|precinct|station|exit|bus|train"
    r"|apartment|suite|box|code|zip|area code|tel|phone|fax|size|model|world war|top|fm|am|sector"
    r"|hangar|corridor|camp|checkpoint|point|mission|apollo|soyuz|q|u|g|f|bldg|building|lot|psalm"
    r"|paragraph|clause|title|proposition|prop|measure|amendment|bill|directive|order|case)"
    r"s?\.?\s*#?(?:\d+[\s,]*(?:and |or )?)*$|[#@]\s*$",
    re.IGNORECASE,
)
_LABEL_GLUE = re.compile(r"[A-Za-z][A-Za-z'’]*-$|[A-Za-z]$|/$|\.$")
_AFTER_LABEL = re.compile(
    r"\s+block of\b|(?-i:\s+(?:[A-Z]\w+\s){1,2}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard"
    r"|Blvd|Lane|Drive|Way|Square|Place|Court)\b)|\s*@|\.com\b|-(?:on|by|a)-|:\d|/\d",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?\d[\d\s().-]{8,}\d")
_SCORE = re.compile(r"^\d{1,3}-\d{1,3}$")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|early|late|mid|the|and|to|through"
    r"|year|summer|autumn|fall|winter|spring|between|around|circa|fiscal|election|for|or|back in"
    r"|about|'s)[\s-]*$|[(,/-]\s*$",
    re.IGNORECASE,
)
_DECADE = re.compile(r"'?s\b")
_NAMED_AGE = re.compile(r"[a-z.]\s?,\s$")
_ONE_PRONOUN = re.compile(
    r"\s*(?:of\b(?! (?:whom|which))|another\b|after another\b|day\b|thing\b|way\b|point\b|side\b|hand\b|time\b"
    r"|more time|such\b|another|step\b|that\b|who\b|which\b|is\b|was\b|has\b|can\b|could\b|must\b"
    r"|would\b|will\b|should\b|-on-one|by one|on one\b|or the other|or another|or more\b|s\b|'s\b"
    r"|and the same|end\b|reason\b|sense\b|word\b|part\b|place\b|moment\b|line\b|year\b)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|another|which|only the|number|not|a|new|good|last"
    r"|first|same|other|'s|his|her|their|its|my|your|our)[\s-]$",
    re.IGNORECASE,
)


def excluded(text: str, number: Number, start: int, end: int) -> str | None:
    """Why `number` is no figure, or None where nothing speaks against it.

    `start` and `end` bound its sentence in `text`.
    """
    before, after = text[start : number.start], text[number.end : min(end, number.end + 60)]
    whole = text[number.start : number.end]
    for reason, test in _TESTS:
        if test(whole, before[-60:], after, number):
            return reason
    return None


def _date(whole: str, before: str, after: str, number: Number) -> bool:
    if not re.fullmatch(r"[\d-]{1,6}(?: ?(?:to|and|or) ?\d{1,2})?", whole):
        return False
    if re.fullmatch(r"\d{5,6}", whole) and _BEFORE_DATE.search(before):
        return True
    if re.search(r"\d[-/.]$", before) and re.match(r"[-/.]\d", after):
        return True
    if re.match(r"[-/.]\d{1,2}[-/.]\d{2,4}", after) or re.search(r"\d{1,4}[-/]\d{1,2}[-/]$", before):
        return True
    if (number.high or 99) <= 31 and _AFTER_DATE.match(after):
        return not re.match(r"\s+(?:may|march)\s+(?:have|be|not|also)\b", after, re.IGNORECASE)
    dated = _BEFORE_DATE.search(before)
    if not dated or re.search(r"\bmay\s*$", before):
        return False
    return (number.high or 99) <= 31 or 1000 <= (number.low or 0) <= 2100


def _time(whole: str, before: str, after: str, number: Number) -> bool:
    if not re.fullmatch(r"\d{1,4}(?:\.\d\d)?", whole):
        return whole.lower() in _CLOCK_WORDS and bool(re.match(r"\s*(?:o'clock|a\.m|p\.m)", after))
    if _AFTER_TIME.match(after) or re.search(r"\d:\s?$", before):
        return True
    if re.search(r"\b(?:before|after|until|till|past) $", before) and (number.high or 99) <= 12:
        return bool(re.match(r"\s?(?:[.,;]|$)", after))
    return len(whole) == 4 and bool(_BEFORE_TIME.search(before) and _CLOCK.match(after))


_CLOCK_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve".split()
)


def _year(whole: str, before: str, after: str, number: Number) -> bool:
    """A bare four-digit number that can be a year is one, unless it counts what follows."""
    if not re.fullmatch(r"(?:1[0-9]|20)\d\d(?:-\d{2,4}|(?: (?:to|and|or) |-)(?:1[0-9]|20)\d\d)?", whole):
        return False
    if _DECADE.match(after):
        return True
    modern = bool(re.match(r"1[89]\d\d|20\d\d", whole))
    counts = re.match(r"(?:\s[a-z]+){0,2}\s(?:people|persons|[a-z]+s)\b", after)
    if modern:
        told = _YEAR_BEFORE.search(before) or not re.search(r"\w\s*$", before)
        return bool(told or not counts)
    return bool(re.search(r"\b(?:in|since|of the year|circa)\s$", before) and not counts)


def _ordinal(whole: str, before: str, after: str, number: Number) -> bool:
    return whole[-1].isdigit() and bool(_AFTER_ORDINAL.match(after))


def _age(whole: str, before: str, after: str, number: Number) -> bool:
    if (number.high or 999) > 130:
        return False
    if _AFTER_AGE.match(after) or _BEFORE_AGE.search(before) or _UNDER_AGE.search(before):
        return True
    if re.search(r"\bin (?:his|her|their) (?:early |mid-?|late )?$", before) and after[:1] == "s":
        return True
    if re.search(r"\b(?:will|would) (?:be|turn)\s$", before):
        return bool(re.match(r"\s(?:in|on|next|this|when)\b|\s?[.,]", after))
    if re.search(r"[A-Z]\w+,\s$", before) and re.match(r"\s?, (?:who|whose|a|an|the|of|from|said)\b", after):
        return True
    named = _NAMED_AGE.search(before) and re.match(r"\s?(?:,|\.(?:\s|$)|$|;|\))", after)
    return bool(named and whole.isdigit() and 1 <= int(whole) <= 110 and _is_name(before))


def _is_name(before: str) -> bool:
    """A person's name (two capitalised words) right before the comma."""
    return bool(re.search(r"[A-Z][\w'’.-]+\s+(?:\w+\s+)?[A-Z][\w'’.-]+\s?,\s$", before))


def _duration(whole: str, before: str, after: str, number: Number) -> bool:
    return bool(_AFTER_DURATION.match(after)) and number.form != "fraction"


def _run(whole: str, before: str, after: str, number: Number) -> bool:
    """Digits right beside other digits: a telephone number or a list of labels."""
    if not whole.isdigit():
        return False
    if re.search(r"\d\s$", before):
        return not re.match(r"\s(?:of (?:them|whom)|people|killed|dead|[a-z]{3,}s)\b", after)
    return bool(re.match(r"\s\d+(?![\d,]*\s?[a-z%])", after))


def _label(whole: str, before: str, after: str, number: Number) -> bool:
    if number.form in {"fraction", "vague"}:
        return False
    digits = whole[0].isdigit()
    if digits and _LABEL_GLUE.search(before) and not _joined(before):
        return True
    if _AFTER_LABEL.match(after) and digits:
        return True
    word = _LABEL_WORD.search(before)
    if word and not re.match(r"\s+(?:people|[a-z]+s)\b", after) and not number.scaled:
        return word[0][:1].isupper() or digits or word[0][0] in "#@"
    return bool(_PHONE.match(whole + after))


def _joined(before: str) -> bool:
    """A hyphen or letters that leave the number a number: "magnitude-6.1", "with14"."""
    return bool(
        re.search(r"\b(?:magnitude|about|some|nearly|almost|over|mid|an?|of|the)-$", before, re.IGNORECASE)
        or re.search(r"[a-z]$", before)
        or re.search(r"\$(?:A|AU|US|C|CA|NZ|HK)$", before)
        or re.search(r"\b(?:US|Rs|A|C|AU|Rp|USD|EUR|GBP|IDR)\.?$", before)
        or re.search(r"[a-z]\.$", before)
    )


def _score(whole: str, before: str, after: str, number: Number) -> bool:
    if _SCORE.match(whole) and not number.scaled:
        played = re.search(r"\b(?:won|beat|lost|win|loss|draw|defeat\w*|by|vote|lead|score\w*)\b", before)
        return bool(played and not re.match(r"[\s-]*(?:people|[a-z]+s|percent|%)", after))
    if re.search(r"\d-$", before) and re.match(r"[\s.,;)]", after[:1] or " "):
        return True
    return bool(re.match(r"-\d+\b", after) and re.search(r"\b(?:won|beat|lost|draw|vote)\b", before))


def _zero(whole: str, before: str, after: str, number: Number) -> bool:
    return number.low == 0 and number.high == 0


def _pronoun(whole: str, before: str, after: str, number: Number) -> bool:
    if whole.lower() != "one":
        return False
    hedged = re.search(r"\b(?:least|only|just|than|about|least one of|most)\s$", before, re.IGNORECASE)
    if hedged and not re.match(r"\s*(?:of the (?!dead|victims|injured)|day|thing|way)", after):
        return bool(re.match(r"\s*of\b", after))
    return bool(_ONE_PRONOUN.match(after) or _NOT_ONE.search(before) or not after.strip(" .,;:\"'"))


def _web(whole: str, before: str, after: str, number: Number) -> bool:
    return bool(re.search(r"(?:https?:|www\.|/)\S*$", before))


_TESTS = (
    ("zero", _zero),
    ("address", _web),
    ("date", _date),
    ("time", _time),
    ("ordinal", _ordinal),
    ("age", _age),
    ("duration", _duration),
    ("year", _year),
    ("score", _score),
    ("run", _run),
    ("label", _label),
    ("pronoun", _pronoun),
)
