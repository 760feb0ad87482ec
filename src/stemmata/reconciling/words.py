"""Classes of counted things and of what happens to them.

Two reports rarely use one word: the same men are militants, fighters and
gunmen, and they left, fled or were taken out. The classes are a compact table
drawn up by hand from the categories that monitors of conflict and disaster
count by: who (civilians, combatants, children, women) from UCDP GED and
Airwars, what happened (killed, injured, missing) from the same, the terms of
displacement (displaced, evacuated, returned, housing destroyed) from IDMC's
figures, and the objects from the damage tables of situation reports. A word in
no class stands for itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

Kinship = Literal["same", "general", "near", "unknown", "apart"]


_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "lives": "life", "thieves": "thief",
    "feet": "foot", "wives": "wife", "buses": "bus", "loaves": "loaf", "halves": "half",
    "persons": "person", "aircraft": "aircraft", "series": "series", "species": "species",
    "premises": "premises", "families": "family", "bodies": "body",
}  # fmt: skip
_KEEP = re.compile(r"(?:ss|us|is|ous|news)$")
# Firemen, policewomen, schoolchildren, and words that only look like these.
_MEN = re.compile(r"[a-z]{3,}(?:men|children)$")
_NO_MEN = frozenset("specimen regimen abdomen acumen stamen bitumen cyclamen".split())


# A case has few words and asks for each of them often.
@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """A word in lower case without its plural ending; "villages" gives "village"."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _MEN.search(word) and word not in _NO_MEN:
        return f"{word[:-2]}an" if word.endswith("men") else word[:-3]
    if len(word) < 4 or not word.endswith("s") or _KEEP.search(word):
        return word
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    if re.search(r"(?:sh|ch|ss|x|z)es$", word):
        return word[:-2]
    return word[:-1]


def _rows(name: str) -> list[list[str]]:
    """The words of each line of a table, with those of the indented lines that go on with it."""
    text = (Path(__file__).parent / "lexicon" / name).read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    return [line.split() for line in re.sub(r"\n +", " ", lines).splitlines()]


def _classes(name: str) -> tuple[dict[str, str], dict[str, str]]:
    """Word to class, and class to the wider class it lies under."""
    words: dict[str, str] = {}
    wider: dict[str, str] = {}
    for members in _rows(name):
        for word in members:
            if word.startswith("+"):
                wider[members[0]] = word[1:]
            else:
                words.setdefault(singular(word), members[0])
    return words, wider


# Classes that name a sum of money, and the verbs that tell of one.
_SUMS = frozenset(
    "offer damage price loot fine donation revenue profit bonus reward budget debt salary saving "
    "appeal dividend ransom tax".split()
)
_SUM_VERBS = {
    "offered": "offer", "offering": "offer", "bidding": "offer", "proposed": "offer",
    "cost": "damage", "costing": "damage", "worth": "price", "lost": "damage", "fined": "fine",
    "donated": "donation", "pledged": "donation", "granted": "donation", "lent": "donation",
    "invested": "donation", "earned": "profit", "owed": "debt", "owes": "debt", "fetched": "price",
    "bought": "price", "buying": "price", "acquired": "price", "purchased": "price",
    "stole": "loot", "stolen": "loot", "stealing": "loot", "signed": "price", "signing": "price",
    "sold": "price", "selling": "price", "valued": "price", "buy": "price", "buys": "price",
    "acquire": "price", "acquires": "price", "acquiring": "price", "acquisition": "price",
    "takeover": "price", "purchase": "price", "purchases": "price", "purchasing": "price",
    "sell": "price", "sells": "price", "pays": "price", "values": "price", "valuing": "price",
    "saves": "saving", "saved": "saving", "save": "saving", "synergies": "saving",
    "appealed": "appeal", "requested": "appeal", "requires": "appeal", "required": "appeal",
    "robbed": "loot", "looted": "loot", "borrowed": "debt", "bribes": "loot",
    "repair": "damage", "rebuild": "damage", "rebuilding": "damage", "repairs": "damage",
    "earns": "profit", "earn": "profit", "netted": "profit",
}  # fmt: skip


_PERSON_CLASS, _ = _classes("people.txt")
_THING_CLASS, _WIDER = _classes("things.txt")


def _deeds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family, *verbs in _rows("deeds.txt"):
        name = family.rstrip("*:")
        for verb in verbs:
            found[verb] = (*found.get(verb, ()), name)
    return found


_DEED = _deeds()
# The verbs of more than one word.
PHRASES = frozenset(verb for verb in _DEED if "_" in verb)

# What a writer may put beside a number in the verb's stead, or where the verb was missed.
_BESIDE = re.compile(
    r"\b(?:(?P<dead>kill(?:s|ed|ing)?|dead|died?|dying|deaths?|slain|bod(?:y|ies)|murder(?:ed|s)?"
    r"|massacred?|perished)"
    r"|(?P<hurt>injur(?:ed|ies|ing|es)|wound(?:ed|s|ing)|hurt|maimed|suffer(?:ed|ing))"
    r"|(?P<missing>missing|disappeared|unaccounted)"
    r"|(?P<aboard>aboard|on board|on the (?:boat|ferry|ship|plane|flight|train|bus|vessel))"
    r"|(?P<held>in custody|arrested|detained)"
    r"|(?P<survive>surviv(?:ed|ors?))"
    r"|(?P<live>home to|population of|inhabitants|populated by|is home"
    r"|(?:city|town|village) of(?=\W*(?:about|some|over|nearly|around|more than)?\W*$))"
    r"|(?P<care>in hospitals?|hospitali[sz]ed)"
    r"|(?P<large>at large|on the run|(?:still|being) hunted)"
    r"|(?P<leave>fled|flee|fleeing|left|leaving|displaced|evacuated|evacuating|homeless"
    r"|(?:from|out of) (?:their )?homes?))\b",
    re.IGNORECASE,
)
_NAMED = {"dead": "harm-dead", "hurt": "harm-hurt", "missing": "harm-missing", "live": "live",
          "aboard": "aboard", "held": "held", "survive": "survive",
          "large": "at-large", "care": "care"}  # fmt: skip

# Classes of persons that reports use for one another: whom one calls people
# another calls civilians, and whom one calls fighters another calls gunmen.
_NEAR = (
    frozenset({"civilian", "refugee", "returnee"}),
    frozenset({"militant", "robber"}),
    frozenset({"suspect", "robber", "hostage"}),
    frozenset({"medic", "patient"}),
    frozenset({"patient", "case"}),
    frozenset({"guard", "police", "worker"}),
    frozenset({"student", "child"}),
    frozenset({"suspect", "militant"}),
    frozenset({"crew", "worker"}),
    frozenset({"farmer", "civilian"}),
    frozenset({"protester", "civilian", "student"}),
    frozenset({"district", "settlement"}),
    frozenset({"house", "building"}),
    frozenset({"house", "family"}),
    frozenset({"vehicle", "train"}),
    frozenset({"territory", "pocket", "district"}),
    frozenset({"quake", "epicentre", "distance"}),
    frozenset({"quake", "attack"}),
    frozenset({"aid", "weaponry"}),
    frozenset({"damage", "jewel"}),
    frozenset({"price", "offer"}),
    frozenset({"reward", "offer"}),
    frozenset({"price", "revenue"}),
    frozenset({"price", "damage", "jewel", "loot"}),
    frozenset({"vehicle", "engine"}),
)
# Of those who do something a report seldom says "people" where it tells of those it was done to.
_DOERS = frozenset({"robber", "suspect", "police"})
# "Four men escaped" of inmates, "the men were killed" of soldiers.
_OF_MEN = frozenset(
    "militant soldier robber suspect hostage police worker guard crew protester refugee farmer"
    " firefighter".split()
)
# Whoever is taken hostage was something before: "14 guards" are "the 14 hostages".
_TAKEN = frozenset("guard police soldier worker civilian medic journalist passenger crew".split())
# A part of the people told apart by age or sex is never all of them.
PARTS = frozenset({"child", "woman", "man", "elderly"})
# Nobody calls these people, children or women in passing.
ARMED = frozenset({"militant", "soldier", "police", "robber"})


def thing_class(head: str | None, person: bool) -> str:
    """The class of a counted noun; the noun itself where it is in none; "" for None."""
    if not head:
        return ""
    word = singular(head)
    table, other = (_PERSON_CLASS, _THING_CLASS) if person else (_THING_CLASS, _PERSON_CLASS)
    return table.get(word) or other.get(word) or word


def deeds(action: str | None) -> frozenset[str]:
    """The families that an action's lemma may belong to; itself where in none."""
    if not action:
        return frozenset()
    words = re.findall(r"[a-z]+", action.lower())
    whole = "_".join(words)
    if whole in _DEED:
        return frozenset(_DEED[whole])
    for word in words:
        # "Showed up" is no showing.
        if word in _DEED and (whole == word or _DEED[word] != ("tell",)):
            return frozenset(_DEED[word])
    return frozenset({whole})


# Said of things and sums alone: who "spends the night" pays nothing, who is taken is not won.
_NOT_OF_PEOPLE = frozenset(
    "shake win pay buy sell cost earn give found build down mend crash halt seize"
    " ruin-full ruin-part ruin-under".split()
)
# Said of people alone: a town that was recaptured is in no cell.
_OF_PEOPLE = frozenset("held freed acquit sentence question harm-ill".split())


def deeds_that_befall(families: frozenset[str], person: bool) -> frozenset[str]:
    """Of the families of a verb those that people, or else things, can come under."""
    return families - (_NOT_OF_PEOPLE if person else _OF_PEOPLE)


def known_deed(families: frozenset[str]) -> bool:
    """True where an action was found in a family that may exclude others."""
    return bool(families & _FAMILIES)


def deeds_beside(after: str, before: str) -> frozenset[str]:
    """What the words next to a number say happened: the first after it, else the last before."""
    found = _BESIDE.search(after)
    if found is None:
        found = next(iter([*_BESIDE.finditer(before)][::-1]), None)
    if found is None or found.lastgroup is None:
        return frozenset()
    name = _NAMED.get(found.lastgroup)
    return frozenset({name}) if name else frozenset({"out-leave", "out-moved"})


def deeds_of_participle(word: str) -> frozenset[str]:
    """What a participle before a noun says happened: "worst-hit" villages, "damaged" homes."""
    return _PARTICIPLES.get(word.rpartition("-")[2], frozenset())


# Of these families a participle is said of the counted; "held" or "given" are said of much.
_SUFFERED = ("harm", "ruin", "out-moved")
_PARTICIPLES = {
    form: frozenset(name for name in names if name.startswith(_SUFFERED))
    for verb, names in _DEED.items()
    if any(name.startswith(_SUFFERED) for name in names)
    for form in ({"hit"} if verb == "hit" else {f"{verb}d" if verb.endswith("e") else f"{verb}ed"})
}

_FAMILIES = frozenset(
    family.removesuffix(":") for family, *_ in _rows("deeds.txt") if not family.endswith("*:")
)


def is_named_thing(word: str) -> bool:
    """True where a singular word is in a class of persons or things."""
    return word in _PERSON_CLASS or word in _THING_CLASS


def is_person(word: str) -> bool:
    """True where a singular word is in a class of persons."""
    return word in _PERSON_CLASS


def sum_of(word: str) -> str:
    """The sort of sum that a word names or tells of; "" for any other word."""
    named = _THING_CLASS.get(singular(word), "")
    return named if named in _SUMS else _SUM_VERBS.get(word.lower(), "")


def things_kin(a: str, b: str) -> Kinship:
    """How two classes of things stand: a general word covers each class below it."""
    if not a or not b:
        return "unknown"
    if a == b:
        return "same"
    if "people" in (a, b):
        if {a, b} & PARTS:
            return "apart"
        return "near" if {a, b} & _DOERS else "general"
    if "man" in (a, b) and {a, b} & _OF_MEN:
        return "near"
    if "hostage" in (a, b) and {a, b} & _TAKEN:
        return "near"
    if _WIDER.get(a) == b or _WIDER.get(b) == a:
        return "general"
    if any(a in near and b in near for near in _NEAR):
        return "near"
    return "apart"


def deeds_kin(a: frozenset[str], b: frozenset[str]) -> Kinship:
    """How two deeds stand: one family the same, its sister families near."""
    if not a or not b:
        return "unknown"
    if a & b:
        return "same"
    roots_a, roots_b = ({x.split("-")[0] for x in s} for s in (a, b))
    if {"care", "grave"} & (a | b) and {"harm-hurt", "harm-shot", "care"} & (a | b):
        return "near"
    if {"taken-dead", "harm-dead"} <= a | b or {"taken-dead", "found-dead"} <= a | b:
        return "near"
    if {"found-dead", "harm-dead"} <= a | b or {"live", "out-stay"} <= a | b:
        return "near"
    if "harm" in roots_a & roots_b:
        return "apart"
    return "near" if roots_a & roots_b else "apart"
