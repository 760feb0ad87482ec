"""Verbs in questions: their forms, and whether the counted did it or had it done to them.

The report's own words tell: "58 people were taken" is passive, "58 people left"
active, "destroying 58 homes" tells of the object. Where the verb stands by the
number and is not said of it ("after two quakes", "in 14 cities") it is none of it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container
from typing import Literal

from stemmata.model import Figure

Voice = Literal["active", "passive", "none", "unseen"]

_IRREGULAR = {
    "leave": "left", "flee": "fled", "take": "taken", "bring": "brought", "slay": "slain",
    "hold": "held", "control": "controlled",
    "give": "given", "set": "set", "hit": "hit", "shake": "shaken",
    "strike": "struck", "steal": "stolen", "hurt": "hurt", "lose": "lost", "drive": "driven",
    "send": "sent", "win": "won", "fight": "fought", "shoot": "shot", "find": "found",
    "free": "freed", "put": "put", "pay": "paid", "make": "made", "sell": "sold", "buy": "bought",
    "withdraw": "withdrawn", "overrun": "overrun", "burn": "burnt", "build": "built",
    "sink": "sunk", "go": "gone", "come": "come", "drown": "drowned", "feel": "felt",
    "get": "got", "seek": "sought", "rise": "risen", "grow": "grown", "fall": "fallen",
    "see": "seen", "tell": "told", "fly": "flown", "cut": "cut", "shut": "shut",
    "rebuild": "rebuilt", "admit": "admitted", "run": "run", "speak": "spoken", "sleep": "slept",
    "stand": "stood", "drink": "drunk", "feed": "fed", "keep": "kept", "lead": "led", "meet": "met",
    "spend": "spent", "throw": "thrown", "write": "written", "eat": "eaten", "know": "known",
    "ride": "ridden", "sit": "sat", "spread": "spread", "sweep": "swept", "swim": "swum",
    "catch": "caught", "choose": "chosen", "hide": "hidden", "bury": "buried", "lay": "laid",
    "commit": "committed", "permit": "permitted", "refer": "referred", "transfer": "transferred",
    "equip": "equipped", "patrol": "patrolled", "cancel": "cancelled", "become": "become",
    "say": "said", "teach": "taught", "tear": "torn", "wear": "worn", "begin": "begun",
    "kidnap": "kidnapped", "expel": "expelled", "compel": "compelled", "traffic": "trafficked",
    "shed": "shed", "cast": "cast", "split": "split", "cost": "cost", "bet": "bet", "bid": "bid",
    "quit": "quit", "burst": "burst", "upset": "upset", "broadcast": "broadcast", "let": "let",
    "forecast": "forecast", "break": "broken", "freeze": "frozen", "bend": "bent", "lend": "lent",
    "bind": "bound", "blow": "blown", "draw": "drawn", "dig": "dug", "hang": "hung",
    "undergo": "undergone", "overthrow": "overthrown", "undertake": "undertaken",
    "overtake": "overtaken", "leap": "leapt", "deal": "dealt", "shrink": "shrunk", "bear": "borne",
    "swear": "sworn", "think": "thought", "wound": "wounded", "have": "had", "do": "done",
}  # fmt: skip
_PAST = {
    "take": "took", "flee": "fled", "leave": "left", "come": "came", "go": "went", "fall": "fell",
    "rise": "rose", "grow": "grew", "get": "got", "fly": "flew", "drive": "drove",
    "shrink": "shrank", "sink": "sank", "flow": "flowed", "withdraw": "withdrew", "lose": "lost",
    "strike": "struck", "shake": "shook", "fight": "fought", "give": "gave", "run": "ran",
    "speak": "spoke", "drink": "drank", "eat": "ate", "swim": "swam", "ride": "rode",
    "break": "broke", "freeze": "froze", "blow": "blew", "draw": "drew", "undergo": "underwent",
    "overthrow": "overthrew", "undertake": "undertook", "overtake": "overtook", "bear": "bore",
    "swear": "swore", "do": "did", "become": "became", "see": "saw", "tear": "tore",
    "steal": "stole", "overrun": "overran", "wear": "wore",
    "begin": "began", "write": "wrote", "throw": "threw", "choose": "chose", "know": "knew",
}  # fmt: skip
# Verbs that the counted do themselves; of all others it is done to them.
_ACTIVE_VERBS = """
    leave flee die return surrender join escape arrive collapse shelter live perish drown
    withdraw exit depart go come remain stay survive vanish disappear suffer fight protest march
    follow fall rise grow participate refuse resign vote escape defect occur happen cross
    take_part take_shelter take_refuge sleep wait stand gather queue work run speak fail attend
    rally chant camp assemble watch need sit begin drop sail march swim volunteer graduate
    starve belong"""
ACTIVE = frozenset(_ACTIVE_VERBS.split())
_DOUBLED = re.compile(r"^(?:[^aeiou]*[aeiou][bdgmnprt])$")
# Of two syllables with the stress on the last: "occurred", but "offered".
_STRESSED = re.compile(
    r"^(?:oc|in|re|con)cur$|^(?:de|in|con|pre|re|trans)fer$|^(?:ad|e|o|per|re|sub|trans|com)mit$"
    r"|^(?:com|dis|ex|im|pro|re)pel$"
    r"|^(?:allot|acquit|regret|abet|deter|inter|abhor|rebel|control|patrol|unplug|scrap|plan|ship"
    r"|drop|stop|step|trap|strip|slip|whip|skip|scam|jam|slam|ram|swap|shop|chop|stab|rob|grab)$"
)
# How far from the number its verb may stand.
_NEAR = 60
_BE = re.compile(r"\b(?:was|were|been|being|is|are|be|get|got)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_BREAK = re.compile(r"[.;:\n\d]|,\s+(?:and|but|while|which|who)\b|\b(?:but|while|which)\b")
_PREPOSITION = re.compile(
    r"\b(?:by|of|in|on|for|to|from|at|with|after|before|between|among|near|into|over|during|as)\s+"
    r"(?:(?:the|a|an|about|some|more|than|least|over|around|nearly|up|another|these|its|their)\s+)*$",
    re.IGNORECASE,
)
# What follows a participle without a form of "be": "12 held in", "12 held, police said".
_STANDS_ALONE = re.compile(r"^\W*(?:$|[.,;:\n]|(?:in|by|at|on|from|during|after|since|and|over)\b)")
_HAD = re.compile(r"\b(?:had|have|has|who|that)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+((?:[a-z’'-]+\s?){1,3}?)(?=[,.;:\n]|$|\s(?:in|on|at|to|of|from|and|for|with|by|after|since"
    r"|during|as|but|near|while|who|which|when)\b)"
)
PARTICLES = frozenset("out away back off up down".split())
_PARTICLE = re.compile(rf"^\s+({'|'.join(sorted(PARTICLES))})\b(?!\s+to\s+\d)", re.IGNORECASE)


def past(verb: str) -> str:
    """The past participle of a verb's lemma: "deliver" gives "delivered"."""
    words = verb.replace("_", " ").split()
    if not words:
        return ""
    first, rest = words[0], words[1:]
    return " ".join([_IRREGULAR.get(first) or _regular(first), *rest])


def simple_past(verb: str) -> str:
    """The simple past of a verb's lemma: "take" gives "took"."""
    words = verb.replace("_", " ").split()
    first, rest = words[0], words[1:]
    return " ".join([_PAST.get(first) or _IRREGULAR.get(first) or _regular(first), *rest])


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    if (_DOUBLED.match(verb) and not verb.endswith("w")) or _STRESSED.match(verb):
        return f"{verb}{verb[-1]}ed"
    return f"{verb}ed"


def voice(figure: Figure, text: str) -> tuple[Voice, str]:
    """How the figure's action is said of it, with what completes the verb ("out", "water").

    "none" where the verb stands beside the number and is not said of it,
    "unseen" where it is not beside.
    """
    action = (figure.action or "").replace(" ", "_")
    verb = action.split("_")[0]
    if not verb:
        return "unseen", ""
    itself = verb in ACTIVE or action in ACTIVE
    said = _forms(verb, figure.thing or "")
    whole = text[figure.end : figure.end + 2 * _NEAR]
    if found := said.search(_BREAK.split(whole[:_NEAR])[0]):
        how = "active" if itself else _after(found, whole, verb)
        if how == "active" and not itself:
            return _with_object(whole[found.end() :])
        return how, _particle(whole[found.end() :])
    before = text[max(0, figure.start - _NEAR) : figure.start]
    before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    if found := next(iter([*said.finditer(before)][::-1]), None):
        object_ = not itself and not _PREPOSITION.search(before[found.end() :])
        return ("passive" if object_ else "none"), ""
    return "unseen", ""


# What may stand between a verb and the word that completes it: "fled their homes", "took the lead".
_BETWEEN = frozenset("the a an their his her its to into from".split())
_COMPLETING = re.compile(r"[a-z]+", re.IGNORECASE)


def completed(figure: Figure, text: str, known: Container[str]) -> str:
    """The figure's action with the words behind it where the two are one: "got away".

    `known` are the actions to choose from, their words joined by "_" ("get_away",
    "catch_fire", "leave_rail"); the action as it is where none of them is said.
    """
    action = (figure.action or "").replace(" ", "_")
    if not action or "_" in action:
        return action
    start, end = max(0, figure.start - _NEAR), figure.end + _NEAR
    for found in _forms(action, figure.thing or "").finditer(text, start, end):
        behind = _BREAK.split(text[found.end() : found.end() + _NEAR])[0]
        words = [w.lower() for w in _COMPLETING.findall(behind)[:4]]
        words = [w for w in words if w not in _BETWEEN][:2]
        for said in (words, words[:1]):
            for last in {said[-1], said[-1].removesuffix("s")} if said else ():
                whole = "_".join([action, *said[:-1], last])
                if whole in known:
                    return whole
    return action


def _forms(verb: str, thing: str) -> re.Pattern[str]:
    """The forms of a verb, but for one that stands in the thing ("drinking water")."""
    stem = verb.removesuffix("e")
    forms = {verb, f"{verb}s", f"{verb}es", f"{stem}ing", f"{verb}{verb[-1]}ing"}
    forms |= {past(verb), simple_past(verb)}
    return _any_of(frozenset(forms - set(thing.lower().split())))


@functools.lru_cache(maxsize=4096)
def _any_of(forms: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms)))})\b", re.IGNORECASE)


def _after(found: re.Match[str], whole: str, verb: str) -> Voice:
    """The voice of a verb that follows its noun."""
    form, before = found[0].lower(), whole[: found.start()]
    if form != past(verb):
        return "active"
    if _BE.search(before):
        return "passive"
    if _HAD.search(before):
        return "active"
    if past(verb) != simple_past(verb):
        return "passive"
    return "passive" if _STANDS_ALONE.search(whole[found.end() :]) else "active"


def _with_object(rest: str) -> tuple[Voice, str]:
    """An active verb with its object, or by itself; "none" where the object is long."""
    if particle := _particle(rest):
        return "active", particle
    if _STANDS_ALONE.search(rest) or re.match(r"\s+(?:to|for|with|near|into)\b", rest):
        return "active", ""
    found = _OBJECT.match(rest)
    return ("active", found[1].strip()) if found else ("none", "")


def _particle(rest: str) -> str:
    found = _PARTICLE.search(rest)
    return found[1].lower() if found else ""
