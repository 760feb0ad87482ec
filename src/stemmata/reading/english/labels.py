"""Numbers that are a part of what something is called: labels, addresses, names, counters."""

from __future__ import annotations

import re

from stemmata.reading.english.surroundings import Beside

# Words that a number after them names one of: "Route 9", "phase two". After the strong
# ones it names even where a noun follows ("type 2 patients").
_STRONG_LABEL = re.compile(
    r"\b(?:resolution|article|chapter|section|annex|appendix|paragraph|phase|stage|level|grade|type"
    r"|tier|category|version|update|wrapup|route|highway|interstate|channel|boeing|airbus|formula"
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
# The last part of a name: "the Sea Star Link 4 cable", "NOR-SU-WE 3".
_SERIAL = re.compile(r"\bthe\s(?:[A-Z][\w-]*\s){3,4}$|\b[A-Z]{2,}(?:-[A-Z]{2,})+\s$")
# "North Star 4 and North Star 3 lines": a number tells it from its like.
_SERIES = re.compile(r"\b((?:[A-Z][\w-]*\s){2,4})\d{1,2}\b[^.;:!?]*\b\1$")
_CALLED = re.compile(r"\b(?:known as|called|dubbed|named|codenamed)\b[^,;:()]*[A-Z]\w*\s$")
# "the Falcon 9 rocket": what the number would count stands in the singular.
_MODEL = re.compile(r"\b(?i:the|a|an|its|their|our)\s(?:[A-Z][\w-]*\s){1,4}$")
_ONE_OF_THEM = re.compile(
    r"\s(?!people|men|women|children|percent|dead|more|per|crew|staff|police|personnel|odd|aircraft|km|cm|kg|am|pm)"
    r"[a-z]{3,}(?<!s)(?:[.,;)]|$|\s(?:\w+ed|is|was|has|had|will|which|that|in|on|at|from|to|of|and|near"
    r"|into|for|by|with)\b)"
)


_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b)")


def is_label(n: Beside) -> bool:
    if n.before.endswith("(") and re.match(r"\s(?:Images?|Photos?|Pictures?)\)", n.after):
        return True
    if n.whole.isdigit() and (_is_serial(n) or (not n.before and _NUMBER.search(n.lead))):
        return True
    if n.number.form in {"fraction", "vague"} or _PERCENT.match(n.after):
        return False
    digits = n.whole[0].isdigit()
    if digits and re.search(r"\bM[wlbsL]?$", n.before) and re.fullmatch(r"\d\.\d", n.whole):
        return False
    if digits and _LABEL_GLUE.search(n.before) and not _joined(n.before) and not _pesos(n):
        return True
    if digits and re.search(r"(?:Channel|\b(?:News|Fox|FOX))\s$", n.before):
        return True
    if digits and len(n.whole) < 3 and _STATION.search(n.before) and not _COUNTS.match(n.after):
        return True
    priced = n.before[-1:] in _SIGNS
    if (_AFTER_LABEL.match(n.after) and digits and not priced) or _OF_SO_MANY.search(n.before):
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


def _is_serial(n: Beside) -> bool:
    """True for the number that ends a name of several words: a cable, a rocket, a ship."""
    if _SERIES.search(n.lead):
        return True
    if len(n.whole) > 2 or _COUNTS.match(n.after):
        return bool(_SERIAL.search(n.before)) and not re.match(r"\s\w+s\b", n.after)
    if _SERIAL.search(n.lead) or _CALLED.search(n.lead):
        return True
    return bool(_MODEL.search(n.before) and _ONE_OF_THEM.match(n.after))


# "FIR No 318", where the parse begins a sentence behind "No".
_NUMBER = re.compile(r"\bNo\.? $")
# "a $21-a-share offer": a price.
_SIGNS = tuple("$€£¥₹₽")


def _pesos(n: Beside) -> bool:
    """ "P50,000", "P2 million": sums in pesos."""
    return re.search(r"(?:^|\s)P$", n.before) is not None and ("," in n.whole or n.number.scaled)


def _is_numbered(n: Beside) -> bool:
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
    r"|state|star|legged|part|horse|size|piece|gauge|calib(?:er|re))\b"
    r"|\s?(?:calib(?:er|re)|cal\.|gauge)\b"
    r"|[\s-]?mm\s(?:\w+\s)?(?:pistol|handgun|gun|rifle|revolver|round|bullet|shell|ammunition|cartridge"
    r"|cannon|mortar|film|artillery|howitzer)s?\b",
    re.IGNORECASE,
)


def is_named(n: Beside) -> bool:
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
