"""What stands for a body or a person without its name: short forms, offices, possessives.

"The river authority" for the one body of the report whose name ends so; "the
mayor" and "the mayor's office" for the one person whom the report calls Mayor;
"its inspectors" for the body named last. Where two are in view, nobody is meant:
two origins that may be one are kept apart only where the report has two.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from stemmata.tracing.nations import nation_at, plain, singular, word_set
from stemmata.tracing.organisations import ORGANISATION_NOUNS
from stemmata.tracing.roles import OFFICE_HOLDERS, RANKS, ROLE_NOUNS
from stemmata.tracing.standing import stands_in

# Nouns that stand for many bodies of one name, or for a medium: no short form is made full.
LOOSE_BODIES = word_set(
    "government regime state media press television tv radio newspaper network nations house "
    "international troop ground force group team"
)
BODY_NOUNS = (ORGANISATION_NOUNS | {"hall"}) - LOOSE_BODIES
# Offices of which a report from one place mostly has one; a minister has many colleagues.
LOCAL_OFFICES = word_set(
    "mayor governor sheriff prosecutor clerk coroner registrar superintendent treasurer ombudsman"
)
# Whose office it is, where the report has only one of the kind: "the county clerk".
_ITS_PLACE = word_set(
    "county city town village district state local municipal borough provincial regional area"
)
# Words that begin a sentence with a capital and are part of no name.
OPENERS = word_set(
    "the a an this that these those its his her their our on in at by from for to of and but as "
    "when while after before since if no all both some local meanwhile however earlier later "
    "according officials engineers monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "yesterday today then now inside outside near"
)
_POSSESSIVE = re.compile(r"(?:its|their)\s+(?P<role>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2})$", re.I)
_CITY_HALL = re.compile(r"(?:the )?(?:city|town) hall", re.I)
# Where a noun phrase ends and a clause begins: at an auxiliary or "said", and at another past
# tense only with an object behind it, since "a statement released by X" is a noun phrase.
_CLAUSE = re.compile(
    r"\s(?:(?:said|says|has|have|had|is|was|were|are|will|would|could|did|does)\b|"
    r"(?:found|finds|gave|took|saw|made|put|puts|[a-z]+ed|[a-z]+s)\s+"
    r"(?:\d|(?:that|the|a|an|no|its|his|their|at least|more than|about)\b)).*",
    re.S,
)


class Office(NamedTuple):
    """An office that a source phrase names: "mayor", and of what, "" where it does not tell."""

    role: str
    owner: str


def without_clause(name: str) -> str:
    """A source's name up to the first finite verb: a name is a noun phrase."""
    bare = _CLAUSE.sub("", name)
    return re.sub(r",? (?:who|which|that)$| (?:citing|quoting)\b.*$", "", bare) or name


def without_article(name: str) -> str:
    """A name without "the" and without a possessive ending: "The authority's" is an authority."""
    bare = re.sub(r"^(?:the|this|that)\s+", "", name.strip(), flags=re.I)
    return re.sub(r"['’]s?$", "", bare)


@functools.lru_cache(maxsize=256)
def bodies_named(text: str) -> tuple[tuple[int, str], ...]:
    """Where a text names a body by capitals and a body's noun ("Orle Port Authority")."""
    found: dict[int, str] = {}
    for match in re.finditer(r"\b(?:[A-Z][\w’'-]*[ ])+[A-Za-z][\w-]*", text):
        words = match.group().split()
        nouns = [i for i, w in enumerate(words) if singular(plain(w)) in BODY_NOUNS]
        if not nouns:
            continue
        words = words[: nouns[-1] + 1]
        while words and plain(words[0]).removesuffix("'s") in OPENERS | OFFICE_HOLDERS:
            words.pop(0)
        if len(words) > 1:
            found[match.start()] = re.sub(r"^.+?['’]s ", "", " ".join(words))
    for match in re.finditer(
        r"\b([A-Z]\w+) (?:of|for) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*", text
    ):
        if plain(match.group(1)) in BODY_NOUNS and match.start() not in found:
            found[match.start()] = match.group()
    return tuple(sorted(found.items()))


def _one_name(names: set[str]) -> str | None:
    """The longest of several names where all others are the end or a re-cased form of it."""
    longest = max(names, key=lambda n: (len(n), n), default=None)
    if longest and all(plain(longest).endswith(plain(n)) for n in names):
        return longest
    return None


def full_body(name: str, text: str) -> str | None:
    """The one body of a report that a shorter form in small letters means, else None."""
    bare = without_article(name)
    words = bare.split()
    if not 0 < len(words) <= 3 or singular(plain(words[-1])) not in BODY_NOUNS:
        return None
    small = bare.islower() or len(words) == 1 or stands_in(bare.lower(), text)
    if not small or bare.isupper() or nation_at([plain(words[0])], 0):
        return None
    wanted = [singular(plain(w)) for w in words]
    fitting = {
        found
        for _, found in bodies_named(text)
        if _ends_so([singular(plain(w)) for w in found.split()], wanted)
    }
    return _one_name(fitting)


def _ends_so(words: list[str], wanted: list[str]) -> bool:
    """True where a name has more words and ends as the short form does, or begins "X of"."""
    of = "of" in words and words[: words.index("of")] == wanted
    return len(words) > len(wanted) and (words[-len(wanted) :] == wanted or of)


def owner_of(name: str, text: str, at: int) -> str | None:
    """The body that "its inspectors" belongs to: the one named last before, else None."""
    if not is_possessive(name):
        return None
    before = [body for start, body in bodies_named(text) if start < at]
    return before[-1] if before else None


def is_possessive(name: str) -> bool:
    """True for "its head" or "their spokesman": a role that another word's owner gives."""
    return _POSSESSIVE.match(name) is not None


def office(name: str) -> Office | None:
    """The office that a phrase without a person's name gives: "mayor's office", "governor of X"."""
    bare = without_article(re.split(r",\s", name)[0])
    if _CITY_HALL.fullmatch(bare):
        return Office("mayor", "")
    bare = re.sub(r"['’]s (?:office|spokes\w+|aides?|press office|website)$", "", bare)
    head, _, of = bare.partition(" of ")
    *before, role = head.split() or [""]
    if plain(role) not in LOCAL_OFFICES:
        return None
    while before and before[0] in _ITS_PLACE:
        before.pop(0)
    if before and not before[0][:1].isupper():
        return None
    owner = re.sub(r"['’]s$", "", of or " ".join(before))
    return Office(plain(role), plain(owner.removeprefix("the ")))


def named_after(name: str, text: str) -> str | None:
    """The name set off behind a description: "the grid operator, Ampera,"; None if several."""
    if not name.islower() or plain(name.split()[-1]) != singular(plain(name.split()[-1])):
        return None
    bare = without_article(name)
    if bare not in text:
        return None
    pattern = rf"\b{re.escape(bare)}, ((?:[A-Z][\w’'-]+[ ]?){{1,4}})(?=[,.])"
    names = {m.group(1).strip() for m in re.finditer(pattern, text)}
    return names.pop() if len(names) == 1 else None


def described_as(name: str, text: str) -> str | None:
    """The name that a description stands behind: "the Orle Committees (OC), a network of
    activists"; None if several."""
    if not name.islower() or " " not in name:
        return None
    bare = re.sub(r"^(?:an?|the) ", "", name)
    if bare not in text:
        return None
    described = re.escape(bare)
    pattern = rf"((?:[A-Z][\w’'-]+ ?){{1,5}})(?:\([A-Z][\w.]+\),?|,) (?:an?|the) {described}\b"
    names = {m.group(1).strip() for m in re.finditer(pattern, text)}
    names = {n for n in names if plain(n.split()[0]) not in OPENERS or " " in n}
    names = {re.sub(r"^The ", "", n) for n in names}
    return names.pop() if len(names) == 1 else None


def holder(role: str, text: str) -> str | None:
    """The one person whom a report calls by an office: "Mayor Ann Lee", "Ann Lee, the mayor"."""
    title = rf"\b(?:{role}|{role.capitalize()}|{role.upper()})"
    person = r"((?:[A-Z][\w’'-]+[ ]?){1,3})"
    found = [m.group(1) for m in re.finditer(rf"{title}[ ]{person}", text)]
    of = rf"{title}(?: of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?, {person}(?=,)"
    found += [m.group(1) for m in re.finditer(of, text)]
    found += [
        m.group(1)
        for m in re.finditer(rf"{person},? (?:who is )?(?:the )?(?:\w+ ){{0,2}}{role}\b", text)
        if " " in m.group(1).strip()
    ]
    alone = rf"(?<![A-Z\w] )\b([A-Z][\w’'-]+), the (?:\w+ )?{role}\b"
    found += [m.group(1) for m in re.finditer(alone, text)]
    names = {re.sub(r"['’]s?$", "", name.strip()) for name in found}
    names = {n for n in names if not set(plain(n).split()) & (OPENERS | ROLE_NOUNS | RANKS)}
    surnames = {plain(n).split()[-1] for n in names}
    return max(names, key=lambda n: (len(n), n)) if len(surnames) == 1 else None


# Words of the name of an outlet that prints news.
_NEWS = re.compile(
    r"news|times|herald|post|tv|television|radio|agency|press|gazette|journal|daily|weekly|"
    r"tribune|courier|broadcast|media|magazine|mail|telegraph|chronicle|observer|wire|network|"
    r"today|monitor|world service|bbc|review|ledger|watch|report"
)


def own_body(outlet: str | None) -> bool:
    """True for an outlet that is a body which publishes reports of its own, and no news medium."""
    if not outlet or _NEWS.search(plain(outlet)):
        return False
    return any(singular(plain(w)) in BODY_NOUNS for w in re.findall(r"[\w-]+", outlet))
