"""When two names of a body are one body, and which body a role names.

A name is reduced to its country (an adjective counts as the country's name), to
its content words (British and American spellings folded, "Ministry of Health"
and "Health Ministry" alike) and to its head ("Observatory" in "Observatory for
Human Rights"). Three things join two names: equal words and country; an
acronym and the words whose initials it is; the same organ of one state (below).

The ministry of defence, the general staff and the armed services of one state
speak with one voice for it: they are one body, "defence" of that country. In
the same way a government, its administration and its intelligence are one body
where no more than the country tells them apart.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from stemmata.tracing.nations import METONYMS, nation_at, plain, singular, word_set
from stemmata.tracing.spellings import skeleton

# How a firm's name ends by law; no word of the name.
LEGAL_FORMS = word_set(
    "inc ltd limited plc llc llp corp co nv bv ag gmbh sa se spa ab asa oyj as kk pty bhd tbk sarl"
)
# What firms are called beside their names.
FIRM_WORDS = word_set(
    "partners holdings industries lines motors energy systems technologies pharmaceuticals "
    "insurance capital ventures enterprises brothers petroleum telecom steel airways shipping "
    "maritime marine logistics"
)
STOP = word_set("the of for and in at on a an its to by s with own")
GENERIC_PLACE = word_set(
    "island province city town region district county municipality area prefecture"
)
# Words of one office under its forms: the office, its holder, the adjective.
OFFICES = {
    "governorate": "governor",
    "gov": "governor",
    "governor-general": "governor",
    "minister": "ministry",
    "ministerial": "ministry",
    "presidency": "president",
    "presidential": "president",
    "mayoralty": "mayor",
    "embassy": "ambassador",
    "directorate": "office",
    "authority": "office",
    "bureau": "office",
    "administration": "office",
    "department": "office",
    "dept": "office",
    "secretariat": "secretary",
    "prosecutor's": "prosecutor",
    "metropolitan": "metro",
}
DEFENCE = word_set(
    "defense military army navy general staff armed force air ground troop ministry office "
    "main operation command joint chief war"
)
DEFENCE_CORE = word_set("defense military army navy armed staff")
GOVERNMENT = word_set(
    "government regime state intelligence office cabinet federal central official report "
    "assessment service"
)
GOVERNMENT_CORE = word_set("government regime intelligence cabinet")
ORGANISATION_NOUNS = word_set(
    "ministry staff army navy military agency authority directorate department office bureau "
    "administration service center survey society observatory coalition university institute "
    "college school hospital council committee commission court parliament congress senate "
    "union association federation foundation fund bank company corporation inc ltd group front "
    "party movement government regime police force command organization nations press media "
    "television tv radio crescent cross house cabinet governorate presidency secretariat "
    "embassy mission panel tribunal board league alliance brigade battalion network "
    "newspaper headquarters prefecture municipality treasury church watch international "
    "laboratory guard fire campaign club team airline airlines intelligence"
)


class Body(NamedTuple):
    """A body as its name tells it: country, content words, head, acronym, organ of a state.

    Names of one body have its `key` in common.
    """

    nation: str | None
    words: frozenset[str]
    head: str
    acronym: str
    organ: str
    key: str


def _key(nation: str | None, words: Iterable[str], organ: str) -> str:
    """What names of one body have in common: the block in which they meet."""
    if organ:
        return f"{organ} of {nation}"
    folded = sorted({skeleton(stem(w)) if len(w) > 3 else w for w in words})
    return " ".join([nation or "", *folded])


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without the ending of an adjective: "national" and "nation" alike."""
    if len(word) > 6 and word.endswith("ian"):
        return word[:-1]
    return re.sub(r"(?:ary|ical|ic|al)$", "", word) if len(word) > 6 else word


def british(word: str) -> str:
    """One spelling for British and American words: "defence" and "centre" as Americans write."""
    word = re.sub(r"(?<=[a-z]{3})is(?=(e|ed|ing|ation|ations)$)", "iz", word)
    word = re.sub(r"(?<=[a-z]{2})our$", "or", word) if len(word) > 5 else word
    word = re.sub(r"(?<=[cht])re$", "er", word) if word.endswith(("tre", "cre")) else word
    return {"defence": "defense", "programme": "program"}.get(word, word)


def body_words(name: str) -> list[str]:
    """The words of a body's name in plain lower case, possessives off, spelling folded."""
    text = re.sub(r"\(.*?\)", " ", plain(name))
    text = re.sub(r"\bcoastguard(?:s|smen)?\b", "coast guard", text)
    words = re.findall(r"[a-z](?:\.[a-z])+\.?|[^\W_]+(?:'[^\W_]+)?(?:-general)?", text)
    return [british(w.replace(".", "").removesuffix("'s").rstrip("'")) for w in words]


def acronym_of(name: str) -> str:
    """The acronym that a name is or gives in parentheses, else ""."""
    given = re.search(r"\(([A-Z][A-Za-z]{1,7})\)", name)
    if given and given.group(1)[1:] != given.group(1)[1:].lower():
        return given.group(1).lower()
    bare = re.sub(r"^(?:[Tt]he )?(?:(?:official|state|state-run|state-owned) )?", "", name.strip())
    bare = re.sub(r"(?<=[A-Z]{2}) (?:news agency|news|agency)$", "", bare)
    bare = bare.removesuffix("'s").removesuffix("’s").replace(".", "")
    return bare.lower() if re.fullmatch(r"[A-Z]{2,8}", bare) else ""


def initials(name: str) -> frozenset[str]:
    """The acronyms that a name of several words can have, U.S. counting as two words."""
    words = [w for w in re.findall(r"[\w.]+", plain(name).removeprefix("the ")) if w != "s"]
    if len(words) < 2:
        return frozenset()
    spelt = ["united states" if w.rstrip(".") in {"us", "u.s"} else w for w in words]
    parts = " ".join(spelt).split()
    short = "".join(w[0] for w in parts if w not in STOP)
    return frozenset({short, "".join(w[0] for w in parts)})


def _content(words: list[str]) -> tuple[str | None, list[str], int]:
    """Country, content words in order and how many stand before the first preposition."""
    nation: str | None = None
    kept: list[str] = []
    before, i, seen = 0, 0, False
    while i < len(words):
        hit = nation_at(words, i)
        if hit:
            nation, i = nation or hit[0], i + hit[1]
            continue
        word = words[i]
        seen = seen or (word in {"of", "for", "in", "at"} and bool(kept))
        if word not in STOP:
            kept.append(OFFICES.get(word, OFFICES.get(singular(word), singular(word))))
            before += not seen
        i += 1
    return nation, kept, before


def _organ(nation: str | None, kept: list[str]) -> str:
    """ "defence" or "government" where the words name no more than such an organ."""
    if nation is None or not kept:
        return ""
    words = set(kept)
    if words <= DEFENCE and (words & DEFENCE_CORE or {"air", "force"} <= words):
        return "defence"
    return "government" if words <= GOVERNMENT and words & GOVERNMENT_CORE else ""


# "the General Staffs Main Directorate": a possessive whose apostrophe a page has lost.
_LOST_APOSTROPHE = re.compile(
    r"(.+?\b(?:Staff|Ministry|Army|Navy|Agency|Government|Office|Council|Commission|Police))s\s+"
    r"(?=[A-Z])"
)


_PRESIDENT = re.compile(r"\bpresident\b")


def _of_a_state(name: str) -> bool:
    """True where a country stands right beside "president", before it or after "of"."""
    words = body_words(name)
    for i, word in enumerate(words):
        if OFFICES.get(word, word) == "president":
            before = any(
                (hit := nation_at(words, j)) is not None and j + hit[1] == i
                for j in range(max(i - 3, 0), i)
            )
            after = [w for w in words[i + 1 :] if w != "the"]
            of = after[:1] == ["of"] and nation_at(after, 1) is not None
            if before or (of and not set(after) & ORGANISATION_NOUNS):
                return True
    return False


def _described(name: str) -> str:
    """A name without the words that describe it: "pro-regime website al-Orle News"."""
    found = re.match(r"(?:the )?((?:[a-z][\w’'-]* )+)(?=(?:[a-z]{2,3}-)?[A-Z])", name)
    words = found.group(1).split() if found else []
    return name if found is None or set(words) & _GO_ON else name[found.end() :]


# Unions of states, and the words for the force that one of them has sent.
_UNIONS = {
    "eu": "eu", "european union": "eu", "un": "un", "united nations": "un", "au": "au",
    "african union": "au", "nato": "nato", "arab league": "arab league", "ecowas": "ecowas",
}  # fmt: skip
_FORCES = word_set("force mission operation navfor fleet peacekeeper")
_OF_A_FORCE = _FORCES | word_set(
    "naval navy military maritime anti-piracy counter-piracy piracy anti counter peacekeeping "
    "peace keeping stabilization multinational"
)


def _force_of(words: list[str]) -> str:
    """The union whose force a name tells and no more: "the EU's naval mission"; else empty."""
    kept = [w for w in words if w not in STOP]
    for size in (2, 1):
        union = _UNIONS.get(" ".join(kept[:size]), "")
        rest = [singular(w) for w in kept[size:]]
        if union and set(rest) <= _OF_A_FORCE and set(rest) & _FORCES:
            return union
    return ""


_GO_ON = word_set("of for in at and from by s")


@functools.lru_cache(maxsize=100_000)
def body(name: str) -> Body:
    """A body's name in parts. A part of a body counts as the body that owns it:
    "the Defence Ministry's press centre" is the ministry."""
    name = re.split(r",\s|\s(?:an?|who|which|that|based)\s", name)[0] or name
    if union := _force_of(body_words(name)):
        told = (union, "force")
        return Body(None, frozenset(told), "force", "", "", _key(None, told, ""))
    owner = re.match(r"(.+?\w)['’]s\s+(?=\w)", name) or re.match(_LOST_APOSTROPHE, name)
    if owner and (
        singular(plain(owner.group(1)).split()[-1]) in ORGANISATION_NOUNS
        or _organ(*_content(body_words(owner.group(1)))[:2])
    ):
        name = owner.group(1)
    name = re.sub(r"(?:[A-Z][\w.]* )?[A-Z][\w.]*-(?:based|linked|run|affiliated) ", "", name)
    name = _described(name)
    place = METONYMS.get(plain(name).removeprefix("the ").strip())
    if place:
        state, organ = place
        return Body(state, frozenset({organ}), organ, "", organ, _key(state, (), organ))
    nation, kept, before = _content(body_words(name))
    head = kept[max(before - 1, 0)] if kept else ""
    if len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept = kept[:-1]
        head = kept[-1] if before > len(kept) else head
    words = [w for w in kept if w not in GENERIC_PLACE] or kept
    organ = _organ(nation, kept)
    if _PRESIDENT.search(" ".join(kept)) and _of_a_state(plain(name)):
        words, organ = ["president"], "presidency"
    key = _key(nation, words, organ)
    return Body(nation, frozenset(words), head, acronym_of(name), organ, key)


def same_body(a: str, b: str) -> bool:
    """True where two names are names of one body."""
    if plain(a) == plain(b):
        return True
    one, other = body(a), body(b)
    if one.acronym and (one.acronym == other.acronym or one.acronym in initials(b)):
        return True
    if other.acronym and other.acronym in initials(a):
        return True
    return bool(one.words) and one.key == other.key


@functools.lru_cache(maxsize=262_144)
def short_form(short: str, full: str) -> bool:
    """True where one name can be a shorter form of the other: same head, fewer words.

    "The Observatory" for "the Marine Observatory for Northern Waters". Who is
    meant is for the caller to decide: there may be two.
    """
    one, other = body(short), body(full)
    if one.nation and other.nation and one.nation != other.nation:
        return False
    if not one.words or one.head != other.head or one.organ:
        return False
    if "prime" in other.words - one.words:
        # A prime minister is not "the minister".
        return False
    mine, theirs = {stem(w) for w in one.words}, {stem(w) for w in other.words}
    fewer = mine < theirs or (mine == theirs and one.nation is None and other.nation is not None)
    return fewer and not (one.nation and not other.nation)
