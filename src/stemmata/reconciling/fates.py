"""What the words beside a number say befell those it counts, where the verb alone misleads.

"Killed or injured 40" counts neither the killed nor the injured. "A toll of 41,
with four missing": the word at the number tells, not the noun it was read with.
Who lost a home was not killed.
"""

from __future__ import annotations

import re

_DEAD = r"(?:killed|dead|died|slain|martyred)"
_HURT = r"(?:wounded|injured|hurt|maimed)"
# What goes on counting others: "killed and wounded three others".
_OTHERS = (
    r"(?!\W+(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds"
    r"|others?|many|more|several|some|at least|about|around|nearly|another|up to)\b)"
)
_BOTH = re.compile(
    rf"\b(?:{_DEAD}\W+(?:(?:and|or)\W+)?{_HURT}|{_HURT}\W+(?:(?:and|or)\W+)?{_DEAD})\b{_OTHERS}"
    r"|^\W*(?:[\w-]+\W+){0,2}casualties\b",
    re.IGNORECASE,
)
# "Killed and wounded 40", "40 people were killed or injured": so far from the number.
_BOTH_BEFORE = re.compile(
    rf"\b(?:{_DEAD}\W+(?:and|or)\W+{_HURT}|{_HURT}\W+(?:and|or)\W+{_DEAD})"
    r"\W+(?:(?:at least|about|around|nearly|some|more than|up to|over)\W+)?$",
    re.IGNORECASE,
)
_REACH = 60
# Another count begins there, or another clause.
_STOP = re.compile(r"[.;:\n\d]|\b(?:while|after|but|which|including)\b")
_AT_ONCE = {
    "harm-missing": re.compile(r"\s+(?:(?:were|are|was|is|still)\s+)*(?:missing|unaccounted)\b"),
    "harm-hurt": re.compile(r"\s+(?:(?:were|are|was|is)\s+)?(?:injured|wounded|hurt)\b"),
    "harm-dead": re.compile(r"\s+(?:(?:were|are|was|is)\s+)?(?:dead|killed|died)\b"),
}
# A verb right before its number knows better than one further off.
_HEDGE = r"(?:(?:at least|about|around|nearly|some|more than|up to|over|as many as|another)\W+)?"
_RIGHT_BEFORE = re.compile(
    r"(?<!those )(?<!were )(?<!was )(?<!been )(?<!\d )\b(?:(?P<dead>kill(?:s|ed|ing))"
    r"|(?P<hurt>injur(?:es|ed|ing)|wound(?:s|ed|ing))"
    r"|(?P<held>arrest(?:s|ed|ing)|detain(?:s|ed|ing)|captur(?:es|ed|ing))"
    r"|(?P<freed>free(?:s|d|ing)|releas(?:es|ed|ing))"
    r"|(?P<moved>evacuat(?:es|ed|ing)|displac(?:es|ed|ing))"
    r"|(?P<rescued>rescu(?:es|ed|ing)|pull(?:s|ed|ing))"
    rf"|(?P<ruined>destroy(?:s|ed|ing)))\s+{_HEDGE}$",
    re.IGNORECASE,
)
_OF_VERB = {
    "dead": ("harm-dead",), "hurt": ("harm-hurt",), "held": ("held",), "rescued": ("rescue",),
    "freed": ("freed", "rescue"), "moved": ("out-moved",), "ruined": ("ruin-full",),
}  # fmt: skip
_ROOM = re.compile(
    rf"\b(?:capacity (?:of|for)|room for|space for|seats|holds|can (?:hold|seat|carry|take)"
    rf"|(?:built|designed|made|meant|intended|equipped)(?:\s+in\s+\d{{4}})?\s+(?:for|to hold))"
    rf"\s+{_HEDGE}$",
    re.IGNORECASE,
)
_SEATS = re.compile(r"[\s-](?:seat(?:er|s)?|capacity)\b", re.IGNORECASE)
_NEEDS = r"(?:power|electricity|water|heating|internet|phone service|access)"
_WITHOUT = re.compile(
    rf"\b(?:without|los(?:t|e|ing)|no)\s+(?:\w+\s+(?:or|and)\s+)?{_NEEDS}\b", re.IGNORECASE
)
_CUT_OFF = re.compile(
    rf"\b{_NEEDS}\b[^.;,]{{0,25}}\b(?:cut|outages?)\b[^.;,]{{0,15}}$"
    rf"|\b(?:without|cut(?:ting)?(?: off)?)\s+{_NEEDS}\s+(?:to|for)\s+{_HEDGE}$",
    re.IGNORECASE,
)
_LOST = re.compile(r"\blos(?:t|e|es|ing)\s+(?:\w+\s+){0,2}?(?P<what>[a-z]+)\b(?=\W|$)")
_LOSSES = {
    "life": "harm-dead", "lives": "harm-dead", "home": "out-moved", "homes": "out-moved",
    "house": "out-moved", "houses": "out-moved", "everything": "out-moved", "job": "shed",
    "jobs": "shed", "work": "shed", "limbs": "harm-hurt", "limb": "harm-hurt", "leg": "harm-hurt",
}  # fmt: skip
# So far behind its number a loss may stand: "58 people, a fifth of the town, had lost".
_LOST_WITHIN = 110

_HOSPITAL = re.compile(
    r"\b(?:hospital|clinic|polyclinic|infirmary|morgue|mortuary|medical (?:cent(?:er|re)|college)"
    r"|doctors?|nurses?|surgeons?|medical sciences)\b(?!s)",
    re.IGNORECASE,
)
_IT_HAD = re.compile(
    rf"{_HOSPITAL.pattern}[^.;]*\b(?:said|says|told)\b[^.;]*\bit (?:had|has)\b", re.IGNORECASE
)
_TO_HOSPITAL = re.compile(
    r"\b(?:to|at|in|into|by)\s+(?:(?!and\b|or\b|from\b)[\w’'.-]+\s+){0,5}?"
    r"(?:hospital|clinic|polyclinic|infirmary|morgue|mortuary|medical cent(?:er|re))\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:brought|taken|received?|receiving|took in|taking in|transferred|moved|shifted|carried"
    r"|rushed|arrived|lying|counted|delivered)\b",
    re.IGNORECASE,
)
_STOP_OF_SENTENCE = re.compile(r"[.!?][\"”’]?\s|\n")
_JOBS = re.compile(r"\s+(?:[a-z-]+ ){0,3}?(?:jobs|posts|positions|roles)\b")
# Jobs go, and no one leaves with them.
_JOBS_GO = re.compile(
    _JOBS.pattern + r"(?: [a-z]+){0,5}? (?:(?:will|would|could|may|might|must|to) (?:also )?)?"
    r"(?:go|went|gone|be lost|were lost|are lost|are going|disappear(?:ed)?|vanish(?:ed)?"
    r"|be at risk|are at risk|at risk)\b"
)
_AT_A_LOSS = re.compile(
    rf"\b(?:cost(?:s|ing)?|loss of|los(?:e|es|ing)|cuts? of)\s+(?:of\s+)?{_HEDGE}$", re.IGNORECASE
)

_RUINED = r"(?:destroyed|flattened|wrecked)"
_RUINED_BOTH = re.compile(
    rf"\b(?:{_RUINED}\W+(?:and|or)\W+damaged|damaged\W+(?:and|or)\W+{_RUINED})\b{_OTHERS}",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:went|go|goes|gone|going|was|were|are|is|knocked|taken)\s+"
    r"(?:down|offline|dark|dead|out of (?:service|order|action))\b(?!\s+(?:to|from|by)\b)",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\b(?:beyond repair|uninhabitable|in ruins|to the ground|no longer (?:be )?lived in)\b",
    re.IGNORECASE,
)
_DAMAGE = re.compile(r"\b(?:suffer\w*|sustain\w*)\W+(?:\w+\W+){0,3}?damage\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\b(?:broke|broken|break|breaking)\s+(?:out|free|away)\b", re.IGNORECASE)

# Whether those counted are in the hands of the law, by what stands where a verb would.
_WHEREABOUTS = {
    "grave": re.compile(
        r"\bin (?:a |an )?(?:\w+,? (?:but |and )?)?(?:critical|serious|grave|severe)"
        r" (?:condition|state)\b|\bcritically ill\b|\b(?:in|under|into) intensive care\b"
        r"|\bon (?:a )?(?:ventilators?|life[ -]support)\b"
        r"|\bfighting for (?:their|his|her) li(?:fe|ves)"
        r"|\b(?:may|might|could|will|would) not survive\b|\bbetween life and death\b",
        re.IGNORECASE,
    ),
    "at-large": re.compile(
        r"\b(?:at large|on the run|on the loose|(?:still|being) (?:hunted|sought)"
        r"|(?:not|yet to|never) (?:yet )?(?:been |be )?(?:caught|recaptured|captured|arrested))\b",
        re.IGNORECASE,
    ),
    "held": re.compile(
        r"\b(?:in (?:police |\w+ )?custody|behind bars|under arrest|in detention|back in (?:jail"
        r"|prison|their cells)|in the hands of|taken alive|(?:still|held|taken) captive)\b",
        re.IGNORECASE,
    ),
}
# "Brought in with injuries", "left with burns".
_WITH_WOUNDS = re.compile(
    r"\bwith (?:[\w-]+ ){0,3}(?:injur(?:y|ies)|wounds?|burns|fractures|broken bones)\b",
    re.IGNORECASE,
)
_IN_CARE = re.compile(
    r"\b(?:giv(?:en|ing)|got|get|receiv\w+|undergo\w*|underwent|need\w*|requir\w+)"
    r" (?:[a-z-]+ ){0,2}(?:treatment|medical care|first aid|surgery)\b",
    re.IGNORECASE,
)
_TO_SAFETY = re.compile(r"\bto (?:safety|dry land|shore|higher ground)\b", re.IGNORECASE)
# What follows is said of others, or of a part of them.
_WHO = re.compile(
    r"\b(?:who|whom|which|that|(?:some|many|several|most|one|few|half|both) of them)\b"
)
# "Put the number of wounded in the province at 88 and of the dead at 29".
_NUMBER_OF = re.compile(
    r"\b(?:of|the) (?:the )?(?:(?P<dead>dead|killed|deaths)|(?P<hurt>wounded|injured|injuries)"
    r"|(?P<missing>missing))(?: (?!and\b|or\b)[a-z]+){0,3}? (?:at|to|reached|stood at)\s+"
    rf"{_HEDGE}$",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"\b(?:not|yet to|never) (?:yet )?(?:been |be )?(?:found|traced|located|accounted for)\b",
    re.IGNORECASE,
)
_FUGITIVE = re.compile(
    r"\b(?:fugitives?|escap\w+|inmates?|prisoners?|convicts?|jail\w*|prisons?|custody|bars)\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"\b(?:(?:pa(?:id|y|ying)|pays) (?:the|with) (?:supreme|ultimate|highest|their)"
    r" (?:price|sacrifice|li(?:fe|ves))|(?:made|make|making) the (?:supreme|ultimate) sacrifice"
    r"|los[et](?:ing)? (?:his|her|their) li(?:fe|ves)|(?:gave|given|give) their lives)\b",
    re.IGNORECASE,
)
_CARRYING = re.compile(
    rf"\b(?:boat|ferry|ship|vessel|plane|jet|airliner|aircraft|flight|helicopter|bus|coach|train"
    rf"|minibus|truck|van)\s+(?:(?:that|which)\s+)?(?:was\s+)?(?:carrying|with)\s+{_HEDGE}$",
    re.IGNORECASE,
)


def whereabouts(text: str, start: int, end: int) -> str:
    """What is said where a verb would stand: at large, held, missing, fallen; else empty."""
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    clause = _WHO.split(after[: stop.start()] if stop else after)[0]
    if told := next((of for of, pattern in _WHEREABOUTS.items() if pattern.search(clause)), ""):
        return told
    if _NOT_FOUND.search(clause):
        law = _FUGITIVE.search(text, max(0, start - 2 * _REACH), end + _REACH)
        return "at-large" if law else "harm-missing"
    if _FELL.search(clause):
        return "harm-dead"
    if _WITH_WOUNDS.search(clause):
        return "harm-hurt"
    if _IN_CARE.search(clause):
        return "care"
    if _TO_SAFETY.search(clause):
        return "rescue"
    return "aboard" if _CARRYING.search(text, max(0, start - _REACH), start) else ""


def counts_both(text: str, start: int, end: int) -> bool:
    """True where the dead and the hurt are counted in one number."""
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    if _BOTH.search(after[: stop.start()] if stop else after):
        return True
    return bool(_BOTH_BEFORE.search(text, max(0, start - _REACH), start))


def at_once(text: str, end: int) -> str:
    """The fate that the word right after a number names: "four missing"; else empty."""
    return next((of for of, pattern in _AT_ONCE.items() if pattern.match(text, end)), "")


def number_of(text: str, start: int) -> str:
    """The fate whose number is told: "the number of wounded at 88"; else empty."""
    found = _NUMBER_OF.search(text, max(0, start - _REACH), start)
    return f"harm-{found.lastgroup}" if found else ""


def verb_before(text: str, start: int) -> frozenset[str]:
    """What the verb right before a number says befell the counted, as deeds; else empty."""
    found = _RIGHT_BEFORE.search(text, max(0, start - _REACH), start)
    return frozenset(_OF_VERB[found.lastgroup]) if found and found.lastgroup else frozenset()


def room(text: str, start: int, end: int) -> bool:
    """True of how many a place holds: "a capacity of 60,000", "seats 300"."""
    before = _ROOM.search(text, max(0, start - _REACH), start)
    return bool(before or _SEATS.match(text, end))


def cut_off(text: str, start: int, end: int) -> bool:
    """True of those left without power, water or the like."""
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    without = _WITHOUT.search(after[: stop.start()] if stop else after)
    return bool(without or _CUT_OFF.search(text, max(0, start - _REACH), start))


def loss(text: str, end: int, stop: int) -> str | None:
    """What those lost that a number counts, as a deed: a home, a life, a job.

    "lose" for anything else; None where nothing behind the number was lost.
    """
    behind = text[end : min(end + _LOST_WITHIN, stop)]
    found = _LOST.search(behind)
    if found is None:
        return None
    words = re.findall(r"[a-z]+", behind[found.start() :].split(".")[0])[1:4]
    return next((_LOSSES[word] for word in words if word in _LOSSES), "lose")


def at_one_hospital(text: str, start: int, end: int, source: str | None) -> bool:
    """True where a single hospital or mortuary tells how many it has: no toll of the event.

    "The bodies of 12 were brought to Temsk hospital", "it had received six bodies"
    from one of its doctors; not "shifted to hospitals".
    """
    stop = _STOP_OF_SENTENCE.search(text, end)
    clause = text[end : min(end + 2 * _REACH, stop.start() if stop else len(text))]
    before = text[max(0, start - _REACH) : start]
    before = before[max((m.end() for m in _STOP_OF_SENTENCE.finditer(before)), default=0) :]
    moved = _BROUGHT.search(clause) or _BROUGHT.search(before)
    if not moved:
        return False
    told = source and _HOSPITAL.search(source)
    return bool(told or _TO_HOSPITAL.search(clause) or _IT_HAD.search(before))


def jobs_shed(text: str, start: int, end: int) -> bool:
    """True of jobs that go: "300 posts will go", "the loss of 58 jobs"."""
    if _JOBS_GO.match(text, end):
        return True
    before = text[max(0, start - _REACH) : start]
    return bool(_JOBS.match(text, end) and _AT_A_LOSS.search(before))


def ruin(text: str, end: int) -> str:
    """What befell things, by the words behind their number, as a deed; else empty."""
    after = text[end : end + 2 * _REACH]
    stop = _STOP.search(after)
    clause = after[: stop.start()] if stop else after
    if _RUINED_BOTH.search(clause):
        return "ruin-both"
    if _BEYOND.search(clause):
        return "ruin-full"
    return "ruin-part" if _DOWN.search(clause) or _DAMAGE.search(clause) else ""


def escaped(text: str, end: int) -> bool:
    """True where those counted broke out."""
    found = _ESCAPED.search(text, end, end + _REACH)
    return found is not None and not _STOP.search(text, end, found.start())
