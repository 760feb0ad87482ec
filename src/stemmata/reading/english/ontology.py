"""What monitors count: a small ontology of actions and of people, over the report's own words.

A class is a name for lemmas that monitors put into one column; the plain lemma
stays beside it. The terms are those of

- UCDP GED: the Georeferenced Event Dataset codebook of the Uppsala Conflict
  Data Program (Sundberg and Melander 2013), which counts direct deaths by side;
- ACLED: the codebook of the Armed Conflict Location and Event Data project, its
  sub-event types (for explosions, the event type) and its actor types;
- IDMC: the terms of figures in Helix, the database of the Internal Displacement
  Monitoring Centre (EVACUATED, DISPLACED, FORCED_TO_FLEE, ...);
- HXL: the attributes of #affected in the Humanitarian Exchange Language;
- Airwars: the victim classes of its civilian casualty records.

Where none has a term, the class is the product's own and names none. What a
text does not say is not classed: "people" are of no class, and "victims" neither.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Concept:
    """One class: its name, what it takes in, and what the codebooks call it."""

    name: str
    meaning: str
    terms: tuple[str, ...] = ()


_ACTIONS = """
killed | lost their lives | UCDP GED best (with low and high); ACLED fatalities; HXL +killed
injured | hurt in body, or made ill by an attack | HXL +injured; Airwars injured_min and injured_max
missing | not accounted for
displaced | driven from home, or fled | IDMC DISPLACED; IDMC FORCED_TO_FLEE; HXL +displaced
homeless | left without a dwelling | IDMC HOMELESS
evacuated | taken out of danger by others | IDMC EVACUATED
relocated | moved on to another place to stay | IDMC RELOCATED
sheltered | put up away from home | IDMC SHELTERED; IDMC IN_RELIEF_CAMP; HXL +incamp
returned | came back | IDMC RETURNS; HXL +returnees (proposed)
left | went away, whether by choice is not said
arrived | came to a place
detained | held by an authority
arrested | taken into custody | ACLED Arrests
abducted | taken by force | ACLED Abduction/forced disappearance; HXL +abducted
released | set free
surrendered | gave themselves or their arms up
rescued | brought out of danger alive
trapped | unable to leave
affected | touched by an event in any way | IDMC AFFECTED; HXL #affected
in need | in need of help | HXL #inneed
damaged | harmed and still standing | IDMC PARTIALLY_DESTROYED_HOUSING
destroyed | no longer standing or usable | IDMC DESTROYED_HOUSING; IDMC UNINHABITABLE_HOUSING
repaired | made usable or safe again | ACLED Disrupted weapons use
delivered | brought or given to those in need
received | got
transported | carried as goods
controlled | held as territory or property
captured | taken as territory | ACLED Non-state actor overtakes territory
recaptured | taken back as territory | ACLED Government regains territory
joined | became a part of | ACLED Change to group/activity
attacked | attacks carried out or suffered | ACLED Explosions/Remote violence; ACLED Attack
fought | took part in fighting, or in fighting a fire | ACLED Armed clash
clashed | took part in disorder | ACLED Violent demonstration; ACLED Mob violence
deployed | sent to where they serve
infected | caught a disease | HXL +infected
diagnosed | found to have a disease
tested | examined for a disease
vaccinated | given a vaccine
treated | given medical care
hospitalised | admitted to hospital
recovered | got well, or lived through it
born | born
protested | took part in a protest | ACLED Peaceful protest
attended | were present at an event
voted | cast a vote
elected | put into an office
charged | accused before a court
convicted | found guilty, or fined
investigated | looked into by an authority
recorded | took place and were put on record
found | discovered
confiscated | taken away by an authority
stolen | taken unlawfully | ACLED Looting/property destruction
sold | sold
bought | bought
paid | paid or spent
lent | lent, borrowed or financed
earned | taken in as income
invested | put in, pledged or set aside
offered | put forward as a price
cost | came to as a cost or a value
raised | brought together as money
lost | lost, of whatever kind
produced | made, grown or mined
built | set up or opened
closed | shut or called off
employed | in work
dismissed | put out of work
taught | taught or trained
lived | lived in a place
consumed | used up
emitted | let out into the air or water
increased | became more
decreased | became less
"""

_PEOPLE = """
civilians | said to be civilians | UCDP GED deaths_civilians; ACLED Civilians
residents | people of the place
children | girls and boys, where the text says so | Airwars children; HXL +children
women | women, where the text says so | Airwars women; HXL +f
men | men, where the text says so | Airwars men; HXL +m
elderly | old people | HXL +elderly
disabled | people with disabilities
combatants | armed people of no state force | ACLED Rebel Groups; ACLED Political Militias
security forces | soldiers and police | ACLED State Forces
peacekeepers | forces under an international mandate | ACLED External/Other Forces
aid workers | staff of humanitarian bodies
medics | doctors, nurses, ambulance crews
rescuers | fire and rescue services
journalists | people of the media
teachers | teachers
students | students of age or of no said age
prisoners | held by an authority
hostages | held by force
displaced | driven from home within their country | HXL +idps
refugees | driven from home across a border | HXL +refugees
migrants | on the move or settled abroad
returnees | came back | HXL +returnees (proposed)
homeless | without a dwelling
officials | holders of office
activists | campaigners
protesters | people who protest | ACLED Protesters; ACLED Rioters
suspects | suspected or accused
attackers | said to have done the deed
workers | people at work, of no other class
farmers | farmers, fishers and herders
passengers | travellers on board
crew | crews of ships and aircraft
tourists | visitors
pilgrims | worshippers and pilgrims
patients | under medical care
voters | voters
volunteers | volunteers
"""


def _concepts(table: str) -> Mapping[str, Concept]:
    found = {}
    for line in table.strip().splitlines():
        name, meaning, terms = ([c.strip() for c in line.split("|")] + [""])[:3]
        found[name] = Concept(name, meaning, tuple(t.strip() for t in terms.split(";") if t))
    return found


ACTIONS: Mapping[str, Concept] = _concepts(_ACTIONS)
"""Classes of what happens to the thing counted, by name."""

PEOPLE: Mapping[str, Concept] = _concepts(_PEOPLE)
"""Classes of people, by name."""


@cache
def _table(name: str) -> Mapping[str, str]:
    """Word or phrase (words parted by spaces) to its class."""
    place = resources.files("stemmata.reading.english.lexicon") / name
    found: dict[str, str] = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, words = line.split(":", 1)
            found |= {word.replace("_", " "): label for word in words.split()}
    return found


_IZE = re.compile(r"iz(?=e\b|ation\b)")


def action_class(lemma: str | None) -> str | None:
    """The class of an action's lemma ("slay" is killed), None where it is in none.

    The lemma is a figure's own: a verb, with its particle or object where it has
    one ("take shelter"). A phrasal verb is not read as its plain verb.
    """
    if not lemma:
        return None
    words = " ".join(lemma.lower().split())
    table = _table("actions.txt")
    return table.get(words) or table.get(_IZE.sub("is", words)) or table.get(words.replace("-", ""))


def action_verbs() -> Mapping[str, str]:
    """Every lemma of the table with its class."""
    return _table("actions.txt")


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CUT = re.compile(
    r"\b(?:who|whom|whose|that|which|with|from|in|at|on|aged|under|over|among|by|for|to)\b|[;(]",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:and|or)\b|[,/]")
_LONGEST = 4


def people_class(words: str | None) -> str | None:
    """The class of the people that a counted thing's words name, None where they say none.

    The head of the phrase decides ("civilian children" are children); where the
    head says nothing, the words beside it do ("displaced people", "members of
    the security forces"). Words of two classes, joined, are of neither.
    """
    main = _CUT.split(words or "")[0]
    for part in (main.partition(" of ")[0], main):
        classes = _classes(part)
        if classes:
            joined = len(set(classes)) > 1 and _JOINED.search(part)
            return None if joined else classes[-1]
    return None


def _classes(phrase: str) -> list[str]:
    """The classes named in a phrase, in order; a longer phrase goes before its words."""
    words = [_singular(w) for w in _WORD.findall(phrase.lower())]
    table, found, i = _table("people.txt"), [], 0
    while i < len(words):
        sizes = range(min(_LONGEST, len(words) - i), 0, -1)
        size = next((n for n in sizes if " ".join(words[i : i + n]) in table), 0)
        if size:
            found.append(table[" ".join(words[i : i + size])])
        i += size or 1
    return found


_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "thieves": "thief",
    "police": "police", "wives": "wife", "staff": "staff", "townspeople": "townspeople",
    "townsfolk": "townsfolk", "elderly": "elderly", "pows": "pow",
}  # fmt: skip


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith(("men", "children")) and len(word) > 5:
        return word.removesuffix("men") + "man" if word.endswith("men") else word[:-3]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
