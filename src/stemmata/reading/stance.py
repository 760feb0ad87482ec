"""What an attribution commits the report to: the class of its cue, turned by what stands around it.

A verb's class is the lexicon's. "Not" turns it: who did not say that it was so has
not reported it. A verb of denial denies a claim ("denied that", "dismissed reports
of"), and where it takes a thing ("rejected the offer of 40 million") there is
nothing that it says is not so.
"""

from __future__ import annotations

import re

from stemmata.model import CueClass
from stemmata.reading.clauses import QUESTION
from stemmata.reading.english.cues import STRONG, cue_class, word_set
from stemmata.reading.scene import Attribution, Scene

_NOT = word_set("not n't never nor neither cannot without")
# Verbs whose negation says that it is not so: "never said that 40 had died".
_SAID_NOT = word_set("say tell claim allege state declare announce believe think agree accept")
# Verbs of denial that also take a thing: an offer, a law, a fine.
_REFUSED = word_set(
    "reject dismiss refuse decline contest challenge discount downplay withdraw retract recant "
    "renounce repudiate rebuff dispute"
)
# What is claimed: behind a verb of denial, these are what it denies.
_CLAIMS = word_set(
    "claim claims allegation allegations accusation accusations assertion assertions report "
    "reports rumour rumours rumor rumors suggestion suggestions charge charges statement "
    "statements figure figures number numbers toll count estimate estimates idea notion"
)
# What somebody declines who leaves a claim open, and who does not say that it is wrong.
_CONFIRM = word_set("confirm verify corroborate comment say discuss acknowledge validate")
_DENY = word_set("deny dispute rule exclude")
_UNTRUE = re.compile(
    r"(?:it|this) (?:is|was|'s) (?:(?:simply|just|absolutely|completely|entirely|totally) )?"
    r"(?:(?:not|n't) (?:\w+ly )?(?:true|correct|right|accurate|the case)|untrue|false"
    r"|incorrect|nonsense|a lie|a myth|wrong(?= to))(?: to (?:say|claim|suggest|believe))? that\b"
    r"|there (?:is|was|'s) no(?: \w+)? (?:truth|basis|evidence|substance)"
    r"(?: (?:in|to|for|behind))?(?: \w+){0,3}? that\b"
)
_OPEN = re.compile(
    r"(?:i|we|it|they|he|she) (?:can ?not|can? n[o']t|can not|could n[o']t|could not|am unable to"
    r"|are unable to|was unable to|were unable to|is unable to|have not been able to|do n[o']t)"
    r" (?:yet |independently )*(?:confirm|verify|corroborate)\b"
)
# Who "wrongly reported" it says what the writer knows is not so.
_WRONGLY = word_set(
    "wrongly falsely mistakenly incorrectly erroneously inaccurately wrongfully untruthfully"
)
# A verb of denial is told by so many words of what it denies.
_LEAD = 7


def stance(at: Scene, one: Attribution) -> CueClass | None:
    """The class of an attribution; None where it has no cue."""
    if one.cue is None:
        return None
    told = cue_class(one.lemma)
    if _cannot_confirm(at, one):
        return "doubting"
    if _says_untrue(at, one):
        return "assertive" if told == "denying" else "denying"
    words = {t.lower for t in at.tokens[slice(*one.cue)]}
    before = at.tokens[one.cue[0] - 1].lower if one.cue[0] else ""
    if before == "nor" and one.lemma in _DENY:
        # "Would neither confirm nor deny".
        return "doubting"
    if words & _NOT or before in _NOT:
        return _unsaid(at, one) or _negated(told, one.lemma)
    if (words | {before}) & _WRONGLY and one.lemma in STRONG | {"put", "count", "list"}:
        return "denying" if told in {"neutral", "assertive", "doubting"} else told
    if told == "denying" and one.lemma in _REFUSED:
        return _refused(at, one)
    return told


def _refused(at: Scene, one: Attribution) -> CueClass:
    """The class of a verb of denial that takes things too."""
    lead = [t.lower for t in at.tokens[slice(*one.words[0])][:3]] if one.words else []
    if one.lemma in {"decline", "refuse"} and lead[:1] == ["to"] and len(lead) > 1:
        # Who will not confirm a report leaves it open.
        return "doubting" if lead[1] in _CONFIRM else "neutral" if lead[1] in _DENY else "assertive"
    return "denying" if _denies_claim(at, one) else "assertive"


def _says_untrue(at: Scene, one: Attribution) -> bool:
    """ "It is not true that 400 jobs will go, the bank said": what is said is a denial."""
    if not one.words:
        return False
    words = [t.lower for t in at.tokens[slice(*one.words[0])][: 2 * _LEAD]]
    lead = " ".join(w for w in words if w not in {'"', "``", "''", "“"})
    return bool(_UNTRUE.match(lead.strip()))


def _unsaid(at: Scene, one: Attribution) -> CueClass | None:
    """ "Did not say how many of the 40 had died": that there are 40 is not denied."""
    if one.lemma not in _SAID_NOT or one.side != "after" or not one.words:
        return None
    asked = at.tokens[one.words[0][0]].lower
    return "doubting" if asked in {"whether", "if"} else "neutral" if asked in QUESTION else None


def _cannot_confirm(at: Scene, one: Attribution) -> bool:
    """ "I cannot confirm 200 dead," the minister said: she leaves it open."""
    if len(one.content) != 1 or not one.words or cue_class(one.lemma) == "denying":
        return False
    words = [t.lower for t in at.tokens[slice(*one.words[0])][:_LEAD]]
    lead = " ".join(w for w in words if w not in {'"', "``", "''", "“"})
    return bool(_OPEN.match(lead.strip()))


def _negated(told: CueClass, lemma: str) -> CueClass:
    if told == "denying":
        return "neutral"
    if lemma in _SAID_NOT:
        return "denying"
    return "doubting" if told in {"neutral", "assertive"} else told


def _denies_claim(at: Scene, one: Attribution) -> bool:
    """True where what is denied is a clause, or a word for what somebody claims."""
    if not one.words:
        return False
    first, last = one.words[0]
    lead = at.tokens[first : min(last, first + _LEAD)]
    if not lead or lead[0].lower in {"that", "having"} or lead[0].tag == "VBG":
        return bool(lead)
    return any(t.lower in _CLAIMS for t in lead)
