"""Numbers that are no figures: dates, times, durations, ages, ordinals, labels.

What counts as a figure follows the guideline in `docs/method.md`: quantities of
something in the world, but not when it was, how long it took, how old somebody
is, or what something is called.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemmata.reading.english.ages import is_age
from stemmata.reading.english.contacts import leads_somewhere
from stemmata.reading.english.number_words import Number

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
    rf"(?:(?:,| or| and| to|, or|-)\s?(?:\d+|{_SMALL})){{0,3}}"
    rf"[\s-]*(?:(?:full|more|straight|consecutive|long|short|whole|or so|working|calendar|school"
    rf"|business|previous|past|last|additional|further|big-league|odd)[\s-]+)*{_SPAN}\b"
    rf"(?!\s+of\s+(?:aid|food))",
    re.IGNORECASE,
)
# "batted .919 last year", "rose to 45 last month": when, not how long.
_LATELY = re.compile(
    r"\s(?:last|past|this|next|previous)\s"
    r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|century|season|semester|term)\b",
    re.IGNORECASE,
)
_PART_OF_TIME = re.compile(
    rf"\s(?:of )?(?:an?|the|this|last|next)\s(?:\w+\s)?(?:{_SPAN}|match|game|season|{_MONTH})\b"
    r"|\sof (?:1[89]|20)\d\d\b",
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
_ORDINAL_WORD = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)s?\b", re.IGNORECASE
)
_AFTER_TIME = re.compile(
    r"(?::\s?\d\d(?::\d\d)?)|\s*(?:a\.?\s?m\b|p\.?\s?m\b|o'clock|gmt\b|utc\b|hrs\b|hours gmt)"
    r"|\s*\((?:\d{4}) gmt",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"(?:\d{1,2}[:.]$)|(?:\bat (?:about |around |exactly )?$)|\(\s*$", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\s*(?:gmt|utc|local time|hours|hrs|\([\d:.]+ ?(?:gmt|utc)|a\.m|p\.m)", re.IGNORECASE
)
# Words that a number after them names one of: "Route 9", "phase two". After the strong
# ones it names even where a noun follows ("type 2 patients").
_STRONG_LABEL = re.compile(
    r"\b(?:resolution|article|chapter|section|annex|appendix|paragraph|phase|stage|level|grade|type"
    r"|tier|category|version|route|highway|interstate|channel|boeing|airbus|formula"
    r"|apollo|world war|image|photo|slide|page|psalm|figure|fig|table|vol|volume|episode)s?\.?\s*"
    r"(?:\d+[\s,]*(?:and |or |to )?)*$",
    re.IGNORECASE,
)
_LABEL_WORD = re.compile(
    r"\b(?:(?:no|nos|number|flight|room|type|area|block|unit|zone|act|law|rule|item|line|gate"
    r"|platform|pier|division|brigade|battalion|regiment|class|step|part|series|season|game|week"
    r"|day|round|group|district|ward|precinct|station|exit|bus|train|apartment|flat|suite|box|code|zip"
    r"|area code|tel|phone|fax|size|model|fm|am|sector|hangar|corridor|camp|checkpoint|point"
    r"|mission|soyuz|bldg|building|lot|clause|title|proposition|prop|measure|amendment|bill|directive|order"
    r"|case|decree|reactor|lane|bay|dock|berth|runway|terminal|lesson|ordinance|protocol|windows|iphone"
    r"|galaxy|radio)s?|top|number|q|u|g|f|dial|call)\.?\s*#?(?:\d+[\s,]*(?:and |or )?)*$|[#@№]\s*$",
    re.IGNORECASE,
)
_LABEL_GLUE = re.compile(r"[A-Za-z][A-Za-z'’]*-$|[A-Za-z]$|/$|\.$")
# The last two: a channel ("2 News"), a licence plate ("678-QRL").
_AFTER_LABEL = re.compile(
    r"\s+block (?:of\b|(?-i:[A-Z]))|(?-i:\s+(?:\d+(?:st|nd|rd|th)\s)?"
    r"(?:[A-Z][\w.]*\s){0,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard"
    r"|Blvd|Lane|Drive|Way|Square|Place|Court|Row|Crescent|Terrace|Circle|Alley|Quay|Parkway|Pike)\b"
    r"(?!\s+[a-z]+s\b))|\s*@|\.com\b|-(?:on|by|a)-|:\d|/\d"
    r"|(?-i:\s(?:Action |Eyewitness )?(?:News|NEWS)\b)|(?-i:-[A-Z]{3,}\b)",
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
_ERA = re.compile(r"\s?(?:BC|BCE|CE|AD)\b")
_DECADE = re.compile(r"'?s\b")
_ONE_PRONOUN = re.compile(
    r"\s*(?:of\b(?! (?:whom|which))|another\b|after another\b|day\b|thing\b|way\b|point\b|side\b"
    r"|hand\b|time\b|more time|such\b|another|step\b|that\b|who\b|which\b|is\b|was\b|has\b|can\b"
    r"|could\b|must\b"
    r"|would\b|will\b|should\b|-on-one|by one|on one\b|or the other|or another|or more\b|s\b|'s\b"
    r"|and the same|end\b|reason\b|sense\b|word\b|part\b|place\b|moment\b|line\b|year\b)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|another|which|only the|number|not|a|new|good|last"
    r"|first|same|other|'s|his|her|their|its|my|your|our)[\s-]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Beside:
    """A number's own words and those beside it in its sentence."""

    whole: str
    before: str
    after: str
    number: Number


def excluded(text: str, number: Number, start: int, end: int) -> str | None:
    """Why `number` is no figure, or None where nothing speaks against it.

    `start` and `end` bound its sentence in `text`.
    """
    before, after = text[start : number.start], text[number.end : min(end, number.end + 60)]
    whole = text[number.start : number.end]
    beside = _Beside(whole, before[-60:], after, number)
    for reason, test in _TESTS:
        if test(beside):
            return reason
    return None


def _date(n: _Beside) -> bool:
    if not re.fullmatch(r"[\d-]{1,6}(?: ?(?:to|and|or) ?\d{1,2})?", n.whole):
        return False
    if re.fullmatch(r"\d{5,6}", n.whole) and _BEFORE_DATE.search(n.before):
        return True
    if re.search(r"\d[-/.]$", n.before) and re.match(r"[-/.]\d", n.after):
        return True
    if re.match(r"[-/.]\d{1,2}[-/.]\d{2,4}", n.after) or re.search(
        r"\d{1,4}[-/]\d{1,2}[-/]$", n.before
    ):
        return True
    if (n.number.high or 99) <= 31 and _AFTER_DATE.match(n.after):
        return not re.match(r"\s+(?:may|march)\s+(?:have|be|not|also)\b", n.after, re.IGNORECASE)
    dated = _BEFORE_DATE.search(n.before)
    if not dated or re.search(r"\bmay\s*$", n.before):
        return False
    return (n.number.high or 99) <= 31 or 1000 <= (n.number.low or 0) <= 2100


def _time(n: _Beside) -> bool:
    whole = n.whole.lower()
    if whole in {"half", "quarter", "a quarter"} and re.match(r"\s(?:past|to)\b", n.after):
        return True
    if not re.fullmatch(r"\d{1,4}(?:\.\d\d)?(?:(?: or | to |-)\d{1,2})?", n.whole):
        return whole in _CLOCK_WORDS and bool(re.match(r"\s*(?:o'clock|a\.m|p\.m)", n.after))
    if _AFTER_TIME.match(n.after) or re.search(r"\d:\s?$", n.before):
        return True
    if re.search(r"\b(?:before|after|until|till|past) $", n.before) and (n.number.high or 99) <= 12:
        return bool(re.match(r"\s?(?:[.,;]|$)", n.after))
    return len(n.whole) == 4 and bool(_BEFORE_TIME.search(n.before) and _CLOCK.match(n.after))


_CLOCK_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())


def _year(n: _Beside) -> bool:
    """A bare four-digit number that can be a year is one, unless it counts what follows."""
    if re.fullmatch(r"\d\d", n.whole) and re.search(r"(?:^|[\s(])['’]$", n.before):
        return not re.match(r"\s[a-z]+s\b", n.after)
    if n.whole.isdigit() and (_ERA.match(n.after) or re.search(r"\bAD\s$", n.before)):
        return True
    if not re.fullmatch(
        r"(?:1[0-9]|20)\d\d(?:-\d{2,4}|(?: (?:to|and|or) |-)(?:1[0-9]|20)\d\d)?", n.whole
    ):
        return False
    if _DECADE.match(n.after):
        return True
    modern = bool(re.match(r"1[89]\d\d|20\d\d", n.whole))
    counts = re.match(r"(?:\s[a-z]+){0,2}\s(?:people|persons|[a-z]+s)\b", n.after)
    if modern:
        told = _YEAR_BEFORE.search(n.before) or not re.search(r"\w\s*$", n.before)
        return bool(told or not counts)
    return bool(re.search(r"\b(?:in|since|of the year|circa)\s$", n.before) and not counts)


def _ordinal(n: _Beside) -> bool:
    if n.whole[-1].isdigit():
        return bool(_AFTER_ORDINAL.match(n.after))
    return n.number.form == "words" and bool(_ORDINAL_WORD.match(n.after))


def _age(n: _Beside) -> bool:
    return is_age(n.number, n.whole, n.before, n.after)


_MIXED_TIME = re.compile(r"1/[234][\s-](?:years?|months?|weeks?|days?|hours?)\b")
# The last part of a name: "the Sea Star Link 4 cable", "NOR-SU-WE 3".
_SERIAL = re.compile(r"\bthe\s(?:[A-Z][\w-]*\s){3,4}$|\b[A-Z]{2,}(?:-[A-Z]{2,})+\s$")


def _duration(n: _Beside) -> bool:
    if _LATELY.match(n.after) and n.number.high != 1:
        return False
    # "2 1/2 years", "2-1/2 years": both numbers are of the duration.
    if re.search(r"\d[\s-]$", n.before) and _MIXED_TIME.match(n.whole + n.after):
        return True
    if n.number.form != "fraction":
        mixed = re.match(r"[\s-]", n.after) and _MIXED_TIME.match(n.after[1:])
        return bool(mixed or _AFTER_DURATION.match(n.after))
    if n.whole.lower() == "half" and re.search(r"\b(?:[Ff]irst|[Ss]econd)[\s-]$", n.before):
        return not re.match(r"\sof\b", n.after) or bool(_PART_OF_TIME.match(n.after))
    return bool(_PART_OF_TIME.match(n.after))


def _run(n: _Beside) -> bool:
    """Digits right beside other digits: a telephone number or a list of labels."""
    if not n.whole.isdigit():
        return False
    if re.search(r"\b20\d\d\s$", n.before) and re.match(r"\s[A-Z][a-z]+s\s[A-Z]", n.after):
        return False
    if re.search(r"\d\s$", n.before):
        return not re.match(r"\s(?:of (?:them|whom)|people|killed|dead|[a-z]{3,}s)\b", n.after)
    return bool(re.match(r"\s\d+(?![\d,]*\s?[a-z%])", n.after))


def _label(n: _Beside) -> bool:
    if n.before.endswith("(") and re.match(r"\s(?:Images?|Photos?|Pictures?)\)", n.after):
        return True
    if n.whole.isdigit() and _SERIAL.search(n.before) and not re.match(r"\s\w+s\b", n.after):
        return True
    if n.number.form in {"fraction", "vague"}:
        return False
    digits = n.whole[0].isdigit()
    if digits and re.search(r"\bM[wlbsL]?$", n.before) and re.fullmatch(r"\d\.\d", n.whole):
        return False
    if digits and _LABEL_GLUE.search(n.before) and not _joined(n.before):
        return True
    if digits and re.search(r"(?:Channel|\b(?:News|Fox|FOX))\s$", n.before):
        return True
    if digits and len(n.whole) < 3 and _STATION.search(n.before) and not _COUNTS.match(n.after):
        return True
    if (_AFTER_LABEL.match(n.after) and digits) or _OF_SO_MANY.search(n.before):
        return True
    if n.whole.isdigit() and (
        _COUNTER_BEFORE.search(n.before) or _COUNTER_AFTER.match(n.after) or _is_numbered(n)
    ):
        return True
    if (
        _IDIOM.match(n.after)
        or re.search(r"\d\s?[x×]\s?$", n.before)
        or re.match(r"\s?[x×]\s?\d", n.after)
    ):
        return True
    people = re.match(r"\s+(?:people|persons|men|women|children|civilians|of them)\b", n.after)
    if _STRONG_LABEL.search(n.before) and not people and not n.number.scaled:
        return True
    if _DEFINITE.search(n.before) and re.match(r"\s(?:in|at|near|from|on)\b", n.after):
        return False
    word = None if _COUNTS.match(n.after) or "," in n.whole else _LABEL_WORD.search(n.before)
    if word and not n.number.scaled:
        return word[0][:1].isupper() or digits or word[0][0] in "#@№"
    return bool(_PHONE.match(n.whole + n.after))


def _is_numbered(n: _Beside) -> bool:
    return bool(_NUMBERED.search(n.before)) and not _COUNTS.match(n.after)


# "Image 2 of 10": the number of pages is a label too.
_OF_SO_MANY = re.compile(r"\b(?:image|photo|slide|picture|page|part)\s\d+ of $", re.IGNORECASE)
# A broadcaster and its channel: "(photo: KXYZ 11)", "WABC 7 -", "Local 6", "NewsCenter 5".
_STATION = re.compile(
    r"(?:^|[(\s])(?:[A-Z]{3,4}|News|NEWS|Local|NewsCenter|News ?[Cc]hannel|Newscenter)\s$"
)
# A house or body of a name with its number: "Moose Lodge 1148", "Club 54", "Pct. 4".
_NUMBERED = re.compile(
    r"\b(?:Lodge|Post|Club|Caf[eé]|Bar|Studio|Room|Hall|Pct|Precinct|Troop|Ladder|Engine|Squad|Cell"
    r"|Court|Aisle|Chapter|Camp|School|Local|Pod)\.?\s$"
)
# The counter of a gallery: "1 of 3 2 of 3 3 of 3", "1 / 33".
_COUNTER_BEFORE = re.compile(r"\d of \d+ (?:\d+ of )?$|\d / $")
_COUNTER_AFTER = re.compile(r" of \d+ \d+ of \d| \d+ of \d| / \d")
# After a weak label word these show a count: "in the camp 300 families", "that day 40 died".
_COUNTS = re.compile(
    r"\s+(?:people|[a-z]+s|(?:more|other|new) [a-z]+s|were|have|had|killed|wounded|injured|died"
    r"|dead|others|of (?:them|whom))\b"
)
# "fires in the area 12 at night": the noun is told apart already, the number counts.
_DEFINITE = re.compile(r"\b(?:the|this|that) (?:area|district|camp|zone|sector|ward|day) $")
_IDIOM = re.compile(
    r"-(?:way|faced|fold|time|timer|off|sided|on|handed|dimensional|tier|tiered|tone|track|pronged|party"
    r"|state|legged|part|horse|size|piece|gauge|calib(?:er|re))\b"
    r"|\s?(?:calib(?:er|re)|cal\.|gauge)\b"
    r"|[\s-]?mm\s(?:\w+\s)?(?:pistol|handgun|gun|rifle|revolver|round|bullet|shell|ammunition|cartridge"
    r"|cannon|mortar|film|artillery|howitzer)s?\b",
    re.IGNORECASE,
)


def _denominator(n: _Beside) -> bool:
    """ "35 per 100,000", "one for every 75 people": what a rate is told by, not a count."""
    if re.search(r"\bper\s$|\b(?:for|in|out of) every\s$", n.before):
        return n.number.form in {"digits", "words"}
    return bool(re.match(r"\s(?:\w+\s)?for every\b", n.after)) and (n.number.high or 9) <= 1


def _named(n: _Beside) -> bool:
    """A number that is a word of a name: "the Five-Star Movement", "the Seven Sisters cliffs".

    Told by its capital and the next word's amid words without one, as no headline has them.
    """
    if n.number.form != "words" or not n.whole[0].isupper():
        return False
    if not re.search(r"(?:^\W*The|\b[a-z]+)\s$", n.before):
        return False
    m = re.match(r"[\s-][A-Z][a-z]+", n.after)
    return m is not None and any(
        len(w) > 3 and w not in _IN_HEADLINES for w in re.findall(r"(?<=\s)[a-z]+", n.after)
    )


_IN_HEADLINES = frozenset(
    [
        "from", "with", "over", "after", "into", "near", "amid", "than", "that", "this", "during",
        "against", "under", "since", "before", "when", "while", "among", "across", "about",
    ]
)  # fmt: skip


def _joined(before: str) -> bool:
    """A hyphen or letters that leave the number a number: "magnitude-6.1", "with14"."""
    return bool(
        re.search(
            r"\b(?:magnitude|about|some|nearly|almost|over|mid|an?|of|the)-$", before, re.IGNORECASE
        )
        or re.search(r"[a-z]$", before)
        or re.search(r"\$(?:A|AU|US|C|CA|NZ|HK)$", before)
        or re.search(r"\b(?:US|Rs|A|C|AU|Rp|USD|EUR|GBP|IDR)\.?$", before)
        or re.search(r"[a-z]\.$", before)
    )


def _score(n: _Beside) -> bool:
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


def _zero(n: _Beside) -> bool:
    return n.number.low == 0 and n.number.high == 0


def _pronoun(n: _Beside) -> bool:
    if n.whole.lower() != "one":
        return False
    hedged = re.search(
        r"\b(?:least|only|just|than|about|least one of|most)\s$", n.before, re.IGNORECASE
    )
    if hedged and not re.match(r"\s*(?:of the (?!dead|victims|injured)|day|thing|way)", n.after):
        return bool(re.match(r"\s*of\b", n.after))
    harmed = re.search(r"\b(?:kill|injur|wound|hurt|shot|arrest|detain)\w*\s$", n.before)
    alone = not n.after.strip(" .,;:\"'") and not harmed
    return alone or bool(_ONE_PRONOUN.match(n.after) or _NOT_ONE.search(n.before))


def _web(n: _Beside) -> bool:
    return bool(re.search(r"(?:https?:|www\.|/)\S*$", n.before))


def _contact(n: _Beside) -> bool:
    return leads_somewhere(n.before, n.whole, n.after)


_TESTS = (
    ("zero", _zero),
    ("address", _web),
    ("address", _contact),
    ("date", _date),
    ("time", _time),
    ("ordinal", _ordinal),
    ("age", _age),
    ("duration", _duration),
    ("year", _year),
    ("score", _score),
    ("run", _run),
    ("denominator", _denominator),
    ("name", _named),
    ("label", _label),
    ("pronoun", _pronoun),
)
