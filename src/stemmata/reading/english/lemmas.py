"""Lemmas by rule, with a table of the forms that the rules get wrong.

The table is counted out of the treebanks by `training/lemmas.py` and ships with
the weights (and under their licence).
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

_VOWELS = set("aeiou")
_DOUBLED = set("bdgklmnprt")
# Two-letter ends of stems to which an e belongs more often than not ("releas-ed",
# "evacuat-ed"), and those to which it does after a pair of vowels ("creat-ed"),
# counted over the verb types of the treebanks in `training/lemmas.py`.
_TAKES_E = (
    "ac ad ag ak am an ap ar as at av az bl br bu cl cr cu dg dl du ev fl gl gu ib ic id ig ik "
    "il im in ip ir is iv iz kl lg ls lu lv nc ns nu ob od ok om os ot ov pl ps rc rg rs rv sl "
    "su tl uc ud ul um un up ur us ut yl ys yz"
)
_TAKE_E = frozenset(_TAKES_E.split())
_TAKE_E_AFTER_PAIR = frozenset({"at", "eg", "ez", "ic", "ir", "iz", "oz", "us", "is", "as", "ys"})

# fmt: off
_VERBS = {
    "slain": "slay", "slew": "slay", "putting": "put",
    "queued": "queue", "queueing": "queue", "queuing": "queue", "argued": "argue",
    "valued": "value",
    "arose": "arise", "arisen": "arise", "awoke": "awake", "awoken": "awake", "bore": "bear",
    "born": "bear", "borne": "bear", "beaten": "beat", "became": "become", "began": "begin",
    "begun": "begin", "bent": "bend", "bound": "bind", "bit": "bite", "bitten": "bite",
    "bled": "bleed", "blew": "blow", "blown": "blow", "broke": "break", "broken": "break",
    "brought": "bring", "built": "build", "bought": "buy", "caught": "catch", "chose": "choose",
    "chosen": "choose", "clung": "cling", "came": "come", "crept": "creep", "dealt": "deal",
    "dug": "dig", "did": "do", "done": "do", "does": "do", "drew": "draw", "drawn": "draw",
    "drank": "drink", "drunk": "drink", "drove": "drive", "driven": "drive", "ate": "eat",
    "eaten": "eat", "fell": "fall", "fallen": "fall", "fed": "feed", "felt": "feel",
    "fought": "fight", "found": "find", "fled": "flee", "flung": "fling", "flew": "fly",
    "flown": "fly", "flies": "fly", "forbade": "forbid", "forbidden": "forbid",
    "forgot": "forget", "forgotten": "forget", "forgave": "forgive", "forgiven": "forgive",
    "froze": "freeze", "frozen": "freeze", "got": "get", "gotten": "get", "gave": "give",
    "given": "give", "went": "go", "gone": "go", "goes": "go", "grew": "grow", "grown": "grow",
    "hung": "hang", "had": "have", "has": "have", "having": "have", "heard": "hear",
    "hid": "hide", "hidden": "hide", "held": "hold", "kept": "keep", "knew": "know",
    "known": "know", "laid": "lay", "led": "lead", "left": "leave", "lent": "lend", "lay": "lie",
    "lain": "lie", "lying": "lie", "lost": "lose", "made": "make", "meant": "mean", "met": "meet",
    "overcame": "overcome", "paid": "pay", "rode": "ride", "ridden": "ride", "rang": "ring",
    "rung": "ring", "rose": "rise", "risen": "rise", "ran": "run", "said": "say", "says": "say",
    "saw": "see", "seen": "see", "sought": "seek", "sold": "sell", "sent": "send",
    "shook": "shake", "shaken": "shake", "shot": "shoot", "showed": "show", "shown": "show",
    "shrank": "shrink", "shrunk": "shrink", "sank": "sink", "sunk": "sink", "sat": "sit",
    "slept": "sleep", "slid": "slide", "spoke": "speak", "spoken": "speak", "spent": "spend",
    "stood": "stand", "stole": "steal", "stolen": "steal", "stuck": "stick", "struck": "strike",
    "stricken": "strike", "swore": "swear", "sworn": "swear", "swept": "sweep", "swam": "swim",
    "swum": "swim", "took": "take", "taken": "take", "retook": "retake", "retaken": "retake",
    "overtook": "overtake", "overtaken": "overtake", "undertook": "undertake",
    "undertaken": "undertake", "taught": "teach", "tore": "tear", "torn": "tear", "told": "tell",
    "thought": "think", "threw": "throw", "thrown": "throw", "understood": "understand",
    "woke": "wake", "woken": "wake", "wore": "wear", "worn": "wear", "won": "win",
    "withdrew": "withdraw", "withdrawn": "withdraw", "withstood": "withstand", "wrote": "write",
    "written": "write", "died": "die", "dying": "die", "tied": "tie", "tying": "tie",
    "lied": "lie", "totalled": "total", "totaled": "total", "cancelled": "cancel",
    "canceled": "cancel", "marshalled": "marshal", "referred": "refer", "occurred": "occur",
    "levelled": "level", "leveled": "level", "panicked": "panic", "trafficked": "traffic",
    "shelled": "shell", "kidnapped": "kidnap", "resettled": "resettle", "resettling": "resettle",
    "rebuilt": "rebuild", "hospitalised": "hospitalise", "flooded": "flood", "overran": "overrun",
    "burnt": "burn", "freed": "free", "freeing": "free", "learnt": "learn", "spelt": "spell",
    "spilt": "spill", "lit": "light", "shone": "shine", "shod": "shoe", "sprang": "spring",
    "sprung": "spring", "spun": "spin", "stank": "stink", "strode": "stride", "strove": "strive",
    "swung": "swing", "wept": "weep", "wrung": "wring", "leapt": "leap",
    "knelt": "kneel", "bred": "breed", "forsook": "forsake",
    "mistook": "mistake", "outdid": "outdo", "overthrew": "overthrow", "overthrown": "overthrow",
    "exceeded": "exceed", "amounted": "amount",
}
# Past forms that are nothing but verbs, so that a tagger's slip can be told.
PAST_FORMS = frozenset(
    "awoke arose became began bled blew broke brought built caught chose clung came crept dealt "
    "dug drew drank drove ate fell fled flung flew forbade forgot froze gave went grew hung had "
    "heard hid held kept knew laid led lent lost made meant met overcame paid rode ran said "
    "sought sold sent shook shrank sank sat slept spoke stood stole struck swore swept swam "
    "took retook overtook undertook taught tore told threw understood woke wore won withdrew "
    "withstood wrote died burnt rebuilt overran sprang wept leapt bred overthrew shelled "
    "kidnapped resettled sued drowned attended signed gained added arrived escaped agreed "
    "paraded".split()
)
_NOUNS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "persons": "person",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life",
    "wives": "wife", "knives": "knife", "halves": "half", "loaves": "loaf", "leaves": "leaf",
    "thieves": "thief", "shelves": "shelf", "calves": "calf", "crises": "crisis",
    "analyses": "analysis", "criteria": "criterion", "phenomena": "phenomenon",
    "policemen": "policeman", "firemen": "fireman", "gunmen": "gunman",
    "servicemen": "serviceman", "fishermen": "fisherman", "spokesmen": "spokesman",
    "buses": "bus", "gases": "gas", "campuses": "campus", "viruses": "virus", "bonuses": "bonus",
    "censuses": "census", "bases": "base", "troops": "troop", "axes": "axe",
    "passers-by": "passer-by",
    "wolves": "wolf", "scarves": "scarf", "hooves": "hoof", "dwarves": "dwarf", "elves": "elf",
    "sheaves": "sheaf", "diagnoses": "diagnosis", "hypotheses": "hypothesis", "oases": "oasis",
    "bacteria": "bacterium", "strata": "stratum", 
}
# fmt: on


def lemma(form: str, tag: str) -> str:
    """The dictionary form of `form` (lower case) under a Penn Treebank tag."""
    if tag in {"VB", "VBP"} and form.lower() in _PLAIN:
        return form.lower()
    return _lemma(form.lower(), tag[:2] if tag[:2] in {"NN", "VB"} else tag)


# Plain forms that are the past forms of other verbs.
_PLAIN = frozenset({"lay", "found", "wound", "bore", "bound", "fell", "ground", "saw", "rent"})


@cache
def _table() -> dict[str, str]:
    place = resources.files("stemmata.reading.english") / "weights" / "lemmas.json"
    table: dict[str, str] = json.loads(place.read_text(encoding="utf-8"))
    return table


@cache
def _lemma(form: str, tag: str) -> str:
    known = _irregular(form, tag) or _table().get(f"{form}/{tag}")
    if known is None and tag == "VB":
        known = _wordnet().get(form)
    return by_rule(form, tag) if known is None else known


@cache
def _wordnet() -> dict[str, str]:
    """Forms of verbs that the rules get wrong, written by `training/verbs.py`."""
    place = resources.files("stemmata.reading.english.lexicon") / "verb_forms_wordnet.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    pairs = (pair.partition(":") for line in lines if line[:1] != "#" for pair in line.split())
    return {form: verb for form, _, verb in pairs}


def by_forms(form: str) -> str:
    """The lemma of a verb's form without WordNet's list."""
    return _irregular(form, "VB") or _table().get(f"{form}/VB") or by_rule(form, "VB")


def _irregular(form: str, tag: str) -> str | None:
    if tag == "VB":
        return _VERBS.get(form)
    return _NOUNS.get(form) if tag == "NN" else None


def by_rule(form: str, tag: str) -> str:
    """The lemma by suffix alone; `tag` is a Penn tag, nouns as NN and verbs as VB."""
    if tag == "VB":
        return _verb(form)
    if tag == "NN":
        return _noun(form)
    return form


_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen", "stamen", "ramen", "omen", "hymen"})


def _noun(form: str) -> str:
    if form.endswith("women") or (form.endswith("men") and len(form) > 5 and form not in _MEN):
        return form[:-2] + "an"
    if len(form) < 4 or not form.endswith("s") or form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]


def _verb(form: str) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    for suffix in ("ing", "ed"):
        stem = form[: -len(suffix)]
        if form.endswith(suffix) and len(stem) > 1 and _VOWELS & set(stem + "y" * ("y" in stem)):
            return _stem(stem)
    return form


def _stem(stem: str) -> str:
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        return stem[:-1] if stem[-1] not in "l" or len(stem) > 5 else stem
    if len(stem) > 2 and stem[-1] in "wxy":
        return stem
    return stem + "e" if _takes_e(stem) else stem


def _takes_e(stem: str) -> bool:
    end = stem[-2:]
    if len(stem) > 2 and stem[-3] in _VOWELS and stem[-2] in _VOWELS:
        return end in _TAKE_E_AFTER_PAIR or stem[-1] in "sv"
    return end in _TAKE_E
