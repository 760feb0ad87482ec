"""Which firm "the company" is, and for which firm a chief executive speaks.

A report tells a firm by what stands beside its name: a legal form, what it makes, its
chief executive. "The company" and "management" are the one firm that their report
knows, else the one that the reports on its matter know; where two are in view nobody
is meant, and the words stay a source of their own.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from stemmata.tracing.joins import Cast
from stemmata.tracing.matters import on_one_matter
from stemmata.tracing.nations import nations_in, plain, singular, word_set
from stemmata.tracing.offices import OPENERS, bodies_named
from stemmata.tracing.organisations import LEGAL_FORMS
from stemmata.tracing.roles import RANKS, ROLE_NOUNS
from stemmata.tracing.services import agency
from stemmata.tracing.speakers import Key, Speaker, acronym_in
from stemmata.tracing.standing import stands_in

_ANY_FIRM = word_set("company firm corporation business management employer manufacturer maker")
# Firms of one trade: they stand for a firm that is called so, in its name or beside it.
_TRADES = word_set(
    "bank lender airline carrier retailer operator insurer group automaker carmaker chipmaker "
    "steelmaker drugmaker brewer miner utility producer supplier chain developer shipowner"
)
_NAME = r"(?:[A-Z][\w&’'-]*[ ]){0,2}[A-Z][\w&-]*"
_WHAT = "|".join(sorted(_ANY_FIRM - {"management", "employer", "business"} | _TRADES))
_HEAD = (
    r"(?:chief executive(?: officer)?|chief financial officer|chief operating officer|"
    r"managing director|finance (?:chief|director)|C[EFO]O)"
)
_ANY_HEAD = re.compile(_HEAD)
_FORMS = "|".join(
    sorted({f for w in LEGAL_FORMS for f in (w.upper(), w.capitalize())} | {"plc", "GmbH"})
)
_SIGNS = tuple(
    re.compile(sign)
    for sign in (
        rf"\b(?P<name>{_NAME}),? (?:{_FORMS})\b",
        rf"\b(?:{_WHAT}) (?P<name>{_NAME})",
        rf"\b(?P<name>{_NAME}), (?:an? |the [\w’'-]+ )(?:[\w’'-]+ ){{0,4}}(?:{_WHAT})"
        r"\b(?=[,.]| of)",
        rf"\b(?P<name>{_NAME})(?:['’]s?)? {_HEAD}\b",
        rf"\b{_HEAD}(?:,? {_NAME},?)? (?:of|at) (?P<name>{_NAME})",
        rf"['’]s? (?:managers?|owners?|operators?|builders?|charterers?|publishers?|parent),"
        rf" (?:[\w]+-based )?(?P<name>{_NAME})(?=,)",
        rf"\b(?P<name>{_NAME})['’]s? (?:shares|shareholders|workforce|employees|profits?|sales)\b",
    )
)
_COMMON = OPENERS | ROLE_NOUNS | RANKS | {"it", "he", "she", "they", "we", "ceo", "cfo", "coo"}
_DESCRIPTION = re.compile(
    r"(?:(?:an?|the|its) )?(?P<what>[A-Za-z]+)"
    r"(?:(?:['’]s)? (?:spokes\w+|officials?|statement|executives?|management|representatives?))?"
)


@functools.lru_cache(maxsize=1024)
def firms_named(text: str) -> tuple[str, ...]:
    """The firms that a report shows as firms, each once, in the order of their first mention."""
    found: dict[str, int] = {}
    bodies = {name for _, name in bodies_named(text)}
    for sign in _SIGNS:
        for match in sign.finditer(text):
            name = _trimmed(match["name"])
            if name and name not in bodies and not agency(name) and not nations_in([plain(name)]):
                found.setdefault(name, match.start())
    return tuple(sorted(found, key=lambda name: (found[name], name)))


def _trimmed(name: str) -> str:
    """A name without the words before it that open a sentence, and without a possessive."""
    words = re.sub(r"['’]s?$", "", name).split()
    while words and plain(words[0]).strip("'") in _COMMON:
        words.pop(0)
    if not words or len(words[0]) < 2 or {plain(w) for w in words} & ROLE_NOUNS:
        return ""
    return " ".join(words)


def firm_key(name: str) -> str:
    """A firm's name without its legal form: what all its spellings share."""
    words = [w for w in re.findall(r"[\w&]+", plain(name)) if w not in LEGAL_FORMS | {"the"}]
    return " ".join(words)


class Firms:
    """The firms that each report knows, and those of the reports on its matter."""

    def __init__(self, texts: Mapping[str, str], topics: Mapping[str, frozenset[str]]) -> None:
        self._texts = texts
        self._near = on_one_matter(topics)
        self._everywhere: set[str] | None = None
        self._known: dict[str, tuple[dict[str, str], dict[str, str]]] = {}

    def known(self, report: str) -> tuple[dict[str, str], dict[str, str]]:
        """Firms named in a report, and those of its matter that it does not name, by key."""
        if report not in self._known:
            text = self._texts[report]
            near = self._near(report)
            here = _by_key(firms_named(text))
            around = _by_key(name for r in sorted(near) for name in firms_named(self._texts[r]))
            for key, name in around.items():
                if stands_in(name, text):
                    here.setdefault(key, name)
            self._known[report] = _one_each(here), _one_each(around)
        return self._known[report]

    def is_firm(self, speaker: Speaker) -> bool:
        """True where a report shows the name to be a firm's and its own gives no first name."""
        if self._everywhere is None:
            self._everywhere = {firm_key(n) for t in self._texts.values() for n in firms_named(t)}
        if firm_key(speaker.name) not in self._everywhere:
            return False
        first = rf"\b[A-Z][a-z’'-]+ {re.escape(speaker.name)}\b"
        before = [m.group().split()[0] for m in re.finditer(first, self._texts[speaker.report])]
        return all(plain(word) in _COMMON for word in before)

    def meant(self, report: str, what: str) -> str | None:
        """The one firm that a description in a report can mean, else None."""
        here, around = self.known(report)
        if what in _TRADES:
            text = self._texts[report]
            here = {k: n for k, n in here.items() if _is_called(n, what, text)}
            around = {k: n for k, n in around.items() if plain(k).endswith(what)}
            around = {} if self.known(report)[0] else around
        pool = here or around
        return next(iter(pool.values())) if len(pool) == 1 else None


def _by_key(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(firm_key(name), name)
    found.pop("", None)
    return found


def _one_each(firms: dict[str, str]) -> dict[str, str]:
    """Without the longer of two names where one begins the other: they are one firm's."""
    return {
        key: name
        for key, name in firms.items()
        if not any(other != key and f"{key} ".startswith(f"{other} ") for other in firms)
    }


def _is_called(name: str, what: str, text: str) -> bool:
    """True where a firm's name ends in a trade or the text gives it beside the name."""
    word = re.escape(name)
    behind = rf"\b{word}, (?:an?|the) (?:[\w’'-]+ ){{0,4}}{what}\b"
    beside = re.search(rf"\b{what} {word}\b|{behind}", text)
    return plain(name).endswith(what) or beside is not None


def mark_firms(cast: Cast, firms: Firms) -> None:
    """A single word that some report shows to be a firm's name is no person."""
    for speaker in cast.speakers.values():
        if speaker.kind == "person" and " " not in speaker.name and firms.is_firm(speaker):
            speaker.kind = "organisation"


def join_firms(cast: Cast, firms: Firms, texts: Mapping[str, str]) -> None:
    """Join descriptions of a firm and its chief executives to the one firm in view."""
    for key in sorted(cast.speakers):
        speaker = cast.speakers[key]
        what = _described(speaker, texts[speaker.report])
        name = firms.meant(speaker.report, what) if what else None
        if name and name != speaker.name:
            told = f'"{speaker.name}" is {name}, the only firm in view'
            cast.speak_alike(key, _spoken(cast, speaker.report, name), told)


def _described(speaker: Speaker, text: str) -> str | None:
    """The noun for a firm in a source's words; "company" for a bare chief executive."""
    if speaker.kind == "person":
        if speaker.organisation or not _has_head(text) or acronym_in(speaker.name, text):
            return None
        name = re.escape(speaker.name)
        given = rf"(?:[A-Z][\w’'-]* ){{0,2}}{name}"
        leads = rf"(?<![A-Z]\w )\b(?:[Tt]he |[Ii]ts |^)?{_HEAD},? {given}\b(?! of\b)"
        owns = rf"\b{name}, (?:the |its |the company['’]s )?{_HEAD}\b(?! (?:of|at)\b)"
        return "company" if re.search(leads, text) or re.search(owns, text) else None
    found = _DESCRIPTION.fullmatch(speaker.name.strip())
    word = singular(plain(found["what"])) if found else ""
    return word if word in _ANY_FIRM | _TRADES else None


@functools.lru_cache(maxsize=256)
def _has_head(text: str) -> bool:
    """True where a text names a chief executive at all."""
    return _ANY_HEAD.search(text) is not None


def _spoken(cast: Cast, report: str, name: str) -> Key:
    """The firm as a speaker: in that report, else wherever it speaks, else added there."""
    key = firm_key(name)
    speaking = [
        k for k, s in cast.speakers.items() if s.kind == "organisation" and firm_key(s.name) == key
    ]
    here = [k for k in speaking if k[0] == report]
    other = min(here or speaking, default=(report, name))
    cast.speakers.setdefault(other, Speaker(*other, "organisation"))
    return other
