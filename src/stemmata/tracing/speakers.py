"""Who speaks in a report: the names that its figures and statements give, and their bodies."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stemmata.model import Reading
from stemmata.tracing.nations import plain, seat, singular, word_set
from stemmata.tracing.offices import (
    described_as,
    full_body,
    holder,
    is_possessive,
    named_after,
    office,
    own_body,
    owner_of,
    without_clause,
)
from stemmata.tracing.organisations import (
    FIRM_WORDS,
    LEGAL_FORMS,
    ORGANISATION_NOUNS,
    acronym_of,
    body,
    body_words,
    initials,
)
from stemmata.tracing.roles import OFFICE_HOLDERS, ROLE_NOUNS, body_beside, resolve_body
from stemmata.tracing.services import agency
from stemmata.tracing.standing import is_edge, stands_in, starts, word_before
from stemmata.tracing.unnamed import (
    description,
    first_named,
    is_unnamed,
    names_nobody,
    party_outlet,
    state_media,
)

SpeakerKind = Literal["person", "organisation", "unnamed"]
Key = tuple[str, str]

# News agencies pass on what others say; as a "source" they are no origin of a number.
WIRES = frozenset(
    {
        "ap",
        "associated press",
        "reuters",
        "afp",
        "agence france-presse",
        "dpa",
        "upi",
        "united press international",
        "bloomberg",
        "efe",
        "ansa",
        "kyodo",
        "pa",
        "press association",
        "cnn",
        "sky news",
    }
)


# What happens and cannot speak, though a sentence may have it as its subject.
_EVENTS = word_set(
    "attack strike airstrike raid bombing blast explosion quake earthquake tremor temblor storm "
    "flood fire crash clash fighting offensive violence war conflict death casualty victim "
    "rocket missile shelling jet warplane evidence ceasefire truce"
)
# A crosshead in capitals that scraping glued to a name: "ROADS CUT Opposition activists".
_CROSSHEAD = re.compile(r"^(?:[A-Z][A-Z’'-]{2,} ){2,}(?=[A-Z]?[a-z])")
# What an outlet is, before its name: "pro-army website al-Orle News".
_MEDIUM_BEFORE = re.compile(
    r"^(?:the )?(?:(?![\w-]+-(?:run|linked|affiliated|aligned|controlled|owned) )[a-z][\w’'-]* )*"
    r"(?:website|site|blog|channel|broadcaster|station|magazine) (?=(?:[a-z]{2,3}-)?[A-Z])"
)
# What a body is to another, before its name: "the ship's manager, Orle-based Orlex".
_APPOSED = re.compile(
    r"^(?:the |its |their )?(?:[a-z]+['’]s? )?(?:managers?|owners?|operators?|builders?|charterers?"
    r"|publishers?|parent|parent company|monitoring group|think-tank|charity|aid group), "
    r"(?:[A-Z]\w+-based )?(?=[A-Z])"
)
_IN_PARENTHESES = re.compile(r"\s*\(([A-Z][A-Z.]{1,7})\)")
_OWNS = re.compile(r"['’]s? [a-z]")
_GIVEN_NAME = re.compile(r"\b[A-Z][\w.’'-]+\Z")
_OPPOSITION = re.compile(r"\b[Oo]pposition (?:figure|leader|politician|spokes\w+|chief|lawmaker) ")
# Those who speak for the body whose name stands before them.
_PEOPLE_OF = re.compile(
    r"(?P<body>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)['’]?s? "
    r"(?:officials?|spokes\w+|representatives?|executives?|managers?|sources?|engineers?|staff)"
)

# Those who speak for the body at which they are.
_PEOPLE_AT = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal) )?(?:(?:senior|chief|medical|duty) )?"
    r"(?i:doctors?|nurses?|surgeons?|medics?|officials?|spokes\w+|directors?|representatives?"
    r"|researchers?|scientists?|seismologists?|economists?|analysts?|statement)"
    r" (?:at|of|for|with|from) (?:the )?"
    r"(?P<body>[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|&) (?:the )?)?[A-Z][\w&.’'-]*)*)"
    r"(?= \(|,|$)"
)


@dataclass(slots=True)
class Speaker:
    """A name that a report gives as a source, or as the body someone speaks for."""

    report: str
    name: str
    kind: SpeakerKind
    organisation: str | None = None
    acronym: str = ""
    figures: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return (self.report, self.name)


def spoken_name(source: str | None) -> str | None:
    """The source as a speaker's name: the first of two, None for words that name nobody."""
    if not source or not source.strip():
        return None
    name = without_clause(first_named(_CROSSHEAD.sub("", source.strip())))
    name = _APPOSED.sub("", _MEDIUM_BEFORE.sub("", name))
    return None if names_nobody(name) or cannot_speak(name) else name


def cannot_speak(name: str) -> bool:
    """True for words that a source phrase cannot be: a count of people, an event, a label."""
    words = [singular(w) for w in re.findall(r"[^\W_]+", plain(name))]
    counted = len(words) > 4 and re.search(r"\b\d{2,}\b", name) is not None
    counted = counted or re.fullmatch(r"[\d,.]+ (?:people|persons?)", plain(name)) is not None
    head = re.split(r"\s(?:of|in|on|at|by|from|believed|that|which)\s", " ".join(words))[0]
    # "Orle Fire" is a service, "a fire" is none.
    named = re.search(r"[A-Z]\w+ Fire$", name) is not None
    return counted or not words or (head.split()[-1] in _EVENTS and not named)


def outlet_key(name: str) -> str:
    """An outlet's name for comparing: plain, without "the" and "news agency"."""
    text = re.sub(r"\(.*?\)", "", plain(name)).strip().removeprefix("the ")
    return re.sub(r"\s+(news agency|agency|news|state television|reports?)$", "", text)


def kind_of(name: str) -> SpeakerKind:
    """Whether a name is a person's, a body's or no name at all."""
    if seat(name) or acronym_of(name) or body(name).organ:
        return "organisation"
    if is_unnamed(name):
        return "unnamed"
    words = body_words(name)
    if len(words) > 1 and words[-1] in LEGAL_FORMS | FIRM_WORDS and name.split()[-1][:1].isupper():
        return "organisation"
    head = body(name).head
    if head in ORGANISATION_NOUNS or (set(words) & ORGANISATION_NOUNS and " of " in name):
        return "organisation"
    if set(words[:-1]) & OFFICE_HOLDERS and re.match(r"[Tt]he |[a-z]", name):
        return "organisation"
    if any(w in ORGANISATION_NOUNS for w in words) and not _written_person(name):
        return "organisation"
    return "person" if re.search(r"\b[A-Z]", re.sub(r"^The ", "", name)) else "unnamed"


def _written_person(name: str) -> bool:
    return re.fullmatch(r"(?:[A-Z][\w.’'-]*\s?){2,4}", name) is not None and not re.search(
        r"\b[Tt]he\b|['’]s\b", name
    )


def acronym_in(name: str, text: str) -> str:
    """The acronym that a name is, or that a report puts in parentheses behind it."""
    for start in starts(name, text):
        behind = _IN_PARENTHESES.match(text, start + len(name))
        if behind:
            return behind.group(1).replace(".", "").lower()
    return acronym_of(name)


def _has_article(name: str, text: str) -> bool:
    """True where a text writes "the NAME", as it writes of bodies and never of people."""
    return any(
        text[max(start - 4, 0) : start] in {"The ", "the "}
        and is_edge(text, start - 4)
        and is_edge(text, start + len(name))
        and not _OWNS.match(text, start + len(name))
        for start in starts(name, text)
    )


def find_speakers(readings: Sequence[Reading]) -> tuple[dict[Key, Speaker], dict[str, Key]]:
    """Every speaker, and the speaker of each figure and statement that names one."""
    relays = WIRES | {
        outlet_key(name)
        for r in readings
        for name in (*(f.via for f in r.figures), *(s.via for s in r.statements), r.report.outlet)
        if name and not own_body(name)
    }
    cast: dict[Key, Speaker] = {}
    speaker_of: dict[str, Key] = {}
    for reading in readings:
        said_by = {s.id: s.source_name for s in reading.statements}
        said_at = {s.id: s.source.start for s in reading.statements if s.source}
        said_at |= {f.id: said_at[f.statement] for f in reading.figures if f.statement in said_at}
        said = [
            (f.id, f.source or said_by.get(f.statement or ""), f.organisation, True)
            for f in reading.figures
        ]
        said += [(s.id, s.source_name, s.organisation, False) for s in reading.statements]
        for what, source, organisation, is_figure in said:
            name = spoken_name(source) or spoken_name(organisation)
            if name is not None and is_possessive(name):
                text = reading.report.text
                name = owner_of(name, text, said_at.get(what, text.find(name)))
            if name is None or _passes_on(name, relays, reading.report.text):
                continue
            if _is_dateline(name, reading, readings):
                continue
            speaker = _speaker(cast, reading, name)
            _speaks_for(cast, speaker, _told_body(source, organisation), relays, reading)
            (speaker.figures if is_figure else speaker.statements).append(what)
            speaker_of[what] = speaker.key
    return cast, speaker_of


def _is_dateline(name: str, reading: Reading, readings: Sequence[Reading]) -> bool:
    """True for a place in capitals that opens a line: "TEMSK: The toll rose".

    An acronym is no report's word with one capital.
    """
    if not (name.isupper() and name.isalpha()):
        return False
    opens = rf"^{re.escape(name)}\s*[:,(–—-]"
    if re.search(opens, reading.report.text, re.MULTILINE) is None:
        return False
    return any(stands_in(name.capitalize(), one.report.text) for one in readings)


def _passes_on(name: str, relays: Collection[str], text: str) -> bool:
    """True for an outlet that hands on what others say and speaks for nobody."""
    return outlet_key(name) in relays and not (state_media(name, text) or party_outlet(name, text))


def _told_body(source: str | None, organisation: str | None) -> str | None:
    """The body that the reading gives, unless it is the second of two sources."""
    if source and organisation and organisation in source[len(first_named(source)) :]:
        return None
    return organisation


def _speaker(cast: dict[Key, Speaker], reading: Reading, name: str) -> Speaker:
    """The speaker of that name in that report."""
    key = (reading.report.id, name)
    if key not in cast:
        cast[key] = Speaker(*key, kind_of(name))
        if cast[key].kind == "person":
            cast[key].kind = _kind_in(name, reading.report.text)
    return cast[key]


def _kind_in(name: str, text: str) -> SpeakerKind:
    """What a name that looks like a person's is by the report's text."""
    if " " not in name and (singular(plain(name)) in ROLE_NOUNS or _is_common(name, text)):
        return "unnamed"
    if acronym_in(name, text) in initials(name) - {""} or _has_article(name, text):
        return "organisation"
    return "person"


def _is_common(name: str, text: str) -> bool:
    """True for a word that the text has in small letters too and never behind a given name."""
    return stands_in(name.lower(), text) and not any(
        text[start - 1 : start] == " "
        and is_edge(text, start + len(name))
        and _GIVEN_NAME.search(text, word_before(text, start - 1), start - 1)
        for start in starts(name, text)
    )


def stand_ins(cast: dict[Key, Speaker], readings: Sequence[Reading]) -> list[tuple[Key, Key, str]]:
    """Speakers told by a short form or an office, each with whom it stands for and why.

    Whoever is meant and does not speak otherwise is added to the cast.
    """
    found: list[tuple[Key, Key, str]] = []
    spoke: dict[str, list[Speaker]] = {}
    for speaker in cast.values():
        spoke.setdefault(speaker.report, []).append(speaker)
    names = {s.name for s in cast.values()}
    bodies = {s.name for s in cast.values() if s.kind != "unnamed"}
    for reading in readings:
        here = spoke.get(reading.report.id, [])
        for speaker in here:
            text = reading.report.text
            behind = named_after(speaker.name, text) or described_as(speaker.name, text)
            behind = behind or _whose_people(speaker, bodies)
            if behind and behind in names and speaker.kind != "person":
                key = (speaker.report, behind)
                cast.setdefault(key, Speaker(*key, kind_of(behind)))
                found.append((speaker.key, key, f'"{speaker.name}" is named there: {behind}'))
            if speaker.kind != "person" and (theirs := _body_of_people(speaker.name)):
                key = (speaker.report, theirs)
                cast.setdefault(key, Speaker(*key, "organisation"))
                found.append((speaker.key, key, f'"{speaker.name}" speak for {theirs}'))
            full = None if agency(speaker.name) else full_body(speaker.name, reading.report.text)
            if full and full != speaker.name and speaker.kind != "person":
                key = (speaker.report, full)
                cast.setdefault(key, Speaker(*key, "organisation"))
                reason = f'"{speaker.name}" is short for "{full}", the only one so named there'
                found.append((speaker.key, key, reason))
        found += _offices(cast, here, reading)
        found += _opposition(here, reading.report.text)
    return found


def _opposition(here: Sequence[Speaker], text: str) -> list[tuple[Key, Key, str]]:
    """ "Opposition leader Ann Lee" and the one opposition that speaks in the report."""
    sides = [s for s in here if s.kind == "unnamed" and description(s.name).head == "opposition"]
    if len(sides) != 1:
        return []
    side = sides[0]
    ends = [found.end() for found in _OPPOSITION.finditer(text)]
    return [
        (s.key, side.key, f"the report calls {s.name} a voice of the opposition")
        for s in here
        if s.kind == "person" and any(text.startswith(s.name, end) for end in ends)
    ]


def _whose_people(speaker: Speaker, bodies: Collection[str]) -> str | None:
    """The body in "Orlex officials" where that name speaks for itself elsewhere."""
    found = _PEOPLE_OF.fullmatch(speaker.name)
    return found["body"] if found and found["body"] in bodies else None


def _body_of_people(name: str) -> str | None:
    """The body in "doctors at the Orle Hospital" or "an official of the Orle Fund"."""
    found = _PEOPLE_AT.match(name)
    return found["body"] if found and kind_of(found["body"]) == "organisation" else None


def _offices(
    cast: dict[Key, Speaker], here: Sequence[Speaker], reading: Reading
) -> list[tuple[Key, Key, str]]:
    """The forms of one office in one report, and the one person who holds it."""
    groups: dict[str, list[tuple[str, Speaker]]] = {}
    for speaker in here:
        if held := office(speaker.name):
            groups.setdefault(held.role, []).append((held.owner, speaker))
    found: list[tuple[Key, Key, str]] = []
    for role, forms in sorted(groups.items()):
        if len({owner for owner, _ in forms} - {""}) > 1:
            continue
        first = forms[0][1]
        for _, other in forms[1:]:
            reason = f'"{other.name}" and "{first.name}" are one office in this report'
            found.append((other.key, first.key, reason))
        person = holder(role, reading.report.text)
        if person:
            key = (first.report, person)
            cast.setdefault(key, Speaker(*key, "person"))
            found.append((first.key, key, f"the report calls {person} {role}"))
    return found


def _speaks_for(
    cast: dict[Key, Speaker],
    speaker: Speaker,
    told: str | None,
    relays: Collection[str],
    reading: Reading,
) -> None:
    """Note the body a speaker speaks for: what the reading tells, made full by the text.

    A bare noun ("the agency") must be resolved to a name, a place must be an
    office there, and an outlet counts only where the text says that the person
    is of it ("the Gazette's X"), since many people merely talk to one.
    """
    text = reading.report.text
    if speaker.organisation or not (told or speaker.kind == "person"):
        return
    beside = body_beside(text, speaker.name) if speaker.kind == "person" else None
    body_name = told or beside
    if told and (bare_noun(told) or (beside and not names_body(told) and names_body(beside))):
        body_name = beside or resolve_body(told, text, max(text.find(speaker.name), 0))
    if told and _passes_on(told, relays, text):
        body_name = beside
    if body_name:
        body_name = full_body(without_clause(body_name), text) or without_clause(body_name)
    if not body_name or body_name == speaker.name or bare_noun(body_name):
        return
    if (
        names_nobody(body_name)
        or cannot_speak(body_name)
        or (body_name.islower() and not names_body(body_name))
    ):
        return
    speaker.organisation = body_name
    key = (speaker.report, body_name)
    cast.setdefault(key, Speaker(*key, "organisation")).kind = "organisation"


def bare_noun(name: str) -> bool:
    """True for "agency" or "the team": a noun that is no name."""
    return re.fullmatch(r"(?:[Tt]he |[Ii]ts |[Tt]his )?[a-z-]+", name) is not None


def names_body(name: str) -> bool:
    """True where a name has the noun of a body or of an office in it."""
    words = set(body_words(name))
    return bool(words & (ORGANISATION_NOUNS | OFFICE_HOLDERS)) or bool(acronym_of(name))
