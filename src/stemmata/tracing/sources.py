"""Which names are one source, and which sources speak with one voice.

A speaker is a name in a report. Speakers are joined twice. Joined as *same*,
they are one source under several spellings. Joined as *voice*, they are one
origin: a person and the body the person speaks for, a bare country and the one
body of that country which the report names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from stemmata.model import Reading
from stemmata.tracing.agencies import join_agencies
from stemmata.tracing.firms import Firms, join_firms, mark_firms
from stemmata.tracing.holders import join_holders
from stemmata.tracing.joins import Cast, Joins
from stemmata.tracing.matters import matter_keys, on_one_matter, topic
from stemmata.tracing.nations import nation_at, plain, seat, singular
from stemmata.tracing.organisations import (
    FIRM_WORDS,
    GENERIC_PLACE,
    LEGAL_FORMS,
    body,
    body_words,
    initials,
    same_body,
    short_form,
)
from stemmata.tracing.roles import leader_nation
from stemmata.tracing.services import agency
from stemmata.tracing.speakers import Key, Speaker, acronym_in, bare_noun, find_speakers, stand_ins
from stemmata.tracing.spellings import person_name, same_person, skeleton
from stemmata.tracing.standing import whole
from stemmata.tracing.unnamed import BODILY, Description, description, state_media

# What watches and is called so without its name: "a war monitor".
_WATCHERS = frozenset({"monitor", "watchdog", "observatory"})


def gather(readings: Sequence[Reading]) -> Cast:
    """All speakers of the readings, joined. Readings must come in the order of their ids."""
    speakers, speaker_of = find_speakers(readings)
    meant = stand_ins(speakers, readings)
    cast = Cast(speakers, Joins(), Joins(), speaker_of)
    topics = {r.report.id: topic(r) for r in readings}
    texts = {r.report.id: r.report.text for r in readings}
    for speaker in speakers.values():
        if speaker.kind == "organisation":
            speaker.acronym = acronym_in(speaker.name, texts[speaker.report])
    firms = Firms(texts, topics)
    mark_firms(cast, firms)
    _acronyms_behind(cast)
    _join_people(cast, topics)
    _join_bodies(cast, topics)
    _mark_names(cast)
    cast.settle()
    for key, other, reason in meant:
        cast.speak_alike(key, other, reason)
    for speaker in speakers.values():
        body_key = (speaker.report, speaker.organisation or "")
        if body_key in speakers:
            reason = f"{speaker.name} speaks for {speaker.organisation}"
            cast.speak_alike(speaker.key, body_key, reason)
    _join_seats(cast, topics, texts)
    _join_unnamed(cast, topics, texts)
    join_holders(cast, topics, texts)
    join_agencies(cast, topics, texts)
    join_firms(cast, firms, texts)
    cast.settle()
    return cast


def _acronyms_behind(cast: Cast) -> None:
    """Names that end in the acronym of a body that speaks elsewhere are that body's.

    Scraping glues a place or a noun before it ("Orle RNB", "statement RNB").
    """
    known = {
        letters
        for s in cast.speakers.values()
        if s.kind == "organisation"
        for letters in {s.acronym, *initials(s.name)}
        if len(letters) > 2
    }
    for speaker in cast.speakers.values():
        last = speaker.name.split()[-1]
        if not speaker.acronym and last.isupper() and last.lower() in known:
            speaker.kind, speaker.acronym = "organisation", last.lower()


def _mark_names(cast: Cast) -> None:
    """Tell the voices which speakers have names, and which are organs of a state or place."""
    for speaker in cast.speakers.values():
        told = agency(speaker.name)
        owned = told is not None and bool(told.owner)
        if owned or (speaker.kind != "unnamed" and description(speaker.name).head != "media"):
            held = body(speaker.name) if speaker.kind == "organisation" else None
            state = held.nation if held and held.organ and not _country(speaker) else None
            if told and told.owner:
                state = f"{told.service} of {told.owner}"
            cast.voice.mark(speaker.key, state)


def _blocks(
    speakers: Iterable[Speaker], keys: Callable[[Speaker], Iterable[object]]
) -> list[list[Speaker]]:
    found: dict[object, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        for key in keys(speaker):
            found[key].append(speaker)
    return [block for block in found.values() if len(block) > 1]


def _join_people(cast: Cast, topics: dict[str, frozenset[str]]) -> None:
    """Full names by spelling; a surname alone to its one bearer nearby."""
    people = [s for s in cast.speakers.values() if s.kind == "person"]
    full = [s for s in people if person_name(s.name).given]

    def near(speaker: Speaker) -> Iterable[object]:
        given, surname = person_name(speaker.name).given, person_name(speaker.name).surname
        yield skeleton(surname)
        yield skeleton(given[0]), skeleton(surname)[:2]

    for block in _blocks(full, near):
        seen: dict[str, Speaker] = {}
        for speaker in block:
            for other in seen.values():
                if same_person(speaker.name, other.name):
                    reason = (
                        f'"{other.name}" and "{speaker.name}" are spellings of one name'
                        if speaker.name != other.name
                        else f'the name "{speaker.name}" is the same'
                    )
                    cast.same.join(speaker.key, other.key, reason)
            seen.setdefault(speaker.name, speaker)
    bare = [s for s in people if not person_name(s.name).given]
    _join_short(cast, bare, full, topics, same_person, lambda n: skeleton(person_name(n).surname))


def _join_short(
    cast: Cast,
    short: Sequence[Speaker],
    full: Sequence[Speaker],
    topics: dict[str, frozenset[str]],
    fits: Callable[[str, str], bool],
    block: Callable[[str], str],
) -> None:
    """Join a short name to the one full name that fits: in its report, else in its matter."""

    def in_report(speaker: Speaker) -> list[object]:
        return [(speaker.report, block(speaker.name))]

    def on_matter(speaker: Speaker) -> list[object]:
        return [(pair, block(speaker.name)) for pair in matter_keys(topics[speaker.report])]

    for where in (in_report, on_matter):
        if where is on_matter:
            short = [s for s in short if not bare_noun(s.name) or _ministry(s.name)]
        # One bearer of a name stands for all who are joined to it: the work stays linear.
        index: dict[object, dict[tuple[Key, str], Speaker]] = defaultdict(dict)
        for speaker in full:
            bearer = (cast.same.root(speaker.key), speaker.name)
            for key in where(speaker):
                index[key].setdefault(bearer, speaker)
        left = []
        # Longer forms first: "the Orle Observatory" is known before "the Observatory".
        for speaker in sorted(short, key=lambda s: -len(s.name.split())):
            found: dict[Key, Speaker] = {}
            for other in (o for key in where(speaker) for o in index.get(key, {}).values()):
                if other.key != speaker.key and fits(speaker.name, other.name):
                    found[cast.same.root(other.key)] = other
                    if len(found) > 1:
                        break
            if len(found) == 1:
                other = next(iter(found.values()))
                reason = f'"{speaker.name}" is short for "{other.name}", the only one so named'
                cast.same.join(speaker.key, other.key, reason)
            elif not found:
                left.append(speaker)
        short = left
    for group in _blocks(short, lambda s: [(k, s.name) for k in matter_keys(topics[s.report])]):
        for speaker in group[1:]:
            reason = f'"{speaker.name}" in reports on one matter'
            cast.same.join(group[0].key, speaker.key, reason)


def _ministry(name: str) -> bool:
    """True for "the minister": of few words is it so plain that a name is left out."""
    return body_words(name)[-1:] in (["minister"], ["ministry"])


def _country(speaker: Speaker) -> bool:
    """True for a bare country or capital; "the Kremlin" names a body."""
    place = seat(speaker.name)
    return place is not None and place[1] == "government"


def _join_bodies(cast: Cast, topics: dict[str, frozenset[str]]) -> None:
    """Bodies by words and country, by acronym, and short forms to the one long form nearby."""
    bodies = [s for s in cast.speakers.values() if s.kind == "organisation" and not _country(s)]

    def names(speaker: Speaker) -> Iterable[object]:
        if speaker.name.islower() and not body(speaker.name).nation:
            # "The fire department" of another matter is another.
            yield body(speaker.name).key, speaker.report
            for pair in matter_keys(topics[speaker.report]):
                yield body(speaker.name).key, pair
            return
        yield body(speaker.name).key
        if not body(speaker.name).nation:
            # "Interior Minister" in one report, "the interior ministry" in the next.
            for pair in matter_keys(topics[speaker.report]):
                yield body(speaker.name).key, pair
        if speaker.acronym:
            yield "acronym", speaker.acronym
        for letters in initials(speaker.name):
            if len(letters) > 1:
                yield "acronym", letters

    for block in _blocks(bodies, names):
        first: dict[str, Speaker] = {}
        for speaker in block:
            for other in first.values():
                alike = bool(_letters(speaker) & _letters(other) - {""}) and (
                    speaker.acronym or other.acronym
                )
                if alike or same_body(speaker.name, other.name):
                    reason = (
                        f'"{other.name}" and "{speaker.name}" name one body'
                        if speaker.name != other.name
                        else f'the name "{speaker.name}" is the same'
                    )
                    cast.same.join(speaker.key, other.key, reason)
            first.setdefault(speaker.name, speaker)
    _join_short(cast, bodies, bodies, topics, short_form, lambda n: body(n).head)
    single = [s for s in cast.speakers.values() if s.kind != "unnamed" and " " not in s.name]
    firms = [s for s in bodies if not body(s.name).organ]
    _join_short(cast, single, firms, topics, _opens, lambda n: plain(n.split()[0]))


def _opens(short: str, full: str) -> bool:
    """True for a firm's first word, which stands for the whole ("Orlex" for "Orlex Paper")."""
    words = body_words(full)
    last = words[-1] if words else ""
    firm = last in LEGAL_FORMS | FIRM_WORDS or singular(last) in {"company", "corporation", "group"}
    known = bool(nation_at([plain(short)], 0)) or person_name(short).surname in GENERIC_PLACE
    return firm and len(words) > 1 and words[0] == plain(short) and not known


def _letters(speaker: Speaker) -> frozenset[str]:
    """The acronyms that a body is known by or can have."""
    return frozenset({speaker.acronym}) if speaker.acronym else initials(speaker.name)


def _join_unnamed(cast: Cast, topics: dict[str, frozenset[str]], texts: dict[str, str]) -> None:
    """One description in reports on one matter, owners not at odds; a description that the
    report explains goes to the name it stands beside."""
    unnamed = [s for s in cast.speakers.values() if s.kind == "unnamed"]
    state = [
        s
        for s in cast.speakers.values()
        if s.kind == "organisation" and state_media(s.name, texts[s.report])
    ]

    def described(speaker: Speaker) -> Description:
        if speaker.kind != "unnamed":
            return Description("media", frozenset({"state"}), None)
        return description(speaker.name)

    def keys(speaker: Speaker) -> Iterable[object]:
        head, modifiers, _ = described(speaker)
        yield from ((head, modifiers, pair) for pair in matter_keys(topics[speaker.report]))
        yield head, modifiers, speaker.report

    for block in _blocks([*unnamed, *state], keys):
        owners = {described(s)[2] for s in block} - {None}
        for speaker in block[1:]:
            other = next(
                s for s in block if len(owners) <= 1 or described(s)[2] == described(speaker)[2]
            )
            cast.not_told_apart(
                other.key,
                speaker.key,
                f'"{other.name}" and "{speaker.name}" are not shown to be different',
                same=other.kind == speaker.kind == "unnamed",
            )
    bodies: dict[str, list[Speaker]] = defaultdict(list)
    for other in cast.speakers.values():
        if other.kind == "organisation":
            bodies[other.report].append(other)
    for speaker in unnamed:
        named = _named_beside(cast, speaker, bodies[speaker.report], texts[speaker.report])
        if named:
            reason = f'the report calls {named.name} what "{speaker.name}" says'
            cast.speak_alike(speaker.key, named.key, reason)


def _named_beside(
    cast: Cast, speaker: Speaker, bodies: Sequence[Speaker], text: str
) -> Speaker | None:
    """The one named body that the report describes in the words of a singular description."""
    told = description(speaker.name)
    if not re.match(r"(?:a|an|the)\s", speaker.name, re.I):
        return None
    if told.head in _WATCHERS:
        watch = {cast.same.root(o.key): o for o in bodies if _WATCHERS & set(body_words(o.name))}
        return next(iter(watch.values())) if len(watch) == 1 else None
    if not told.modifiers:
        return None
    if told.head not in BODILY:
        return None
    stems = [w[:6] for w in (told.head, *told.modifiers)]
    found: dict[Key, Speaker] = {}
    for other in bodies:
        last = other.name.split()[-1]
        head = body(other.name).head
        heads = {other.name, last, *(w for w in other.name.split() if plain(w) == head)}
        for form in heads:
            for start, end in whole(form, text):
                around = plain(text[max(0, start - 50) : end + 60])
                if all(re.search(rf"\b{re.escape(stem)}", around) for stem in stems):
                    found[cast.same.root(other.key)] = other
    return next(iter(found.values())) if len(found) == 1 else None


def _join_seats(cast: Cast, topics: dict[str, frozenset[str]], texts: dict[str, str]) -> None:
    """A bare country or capital, and a leader's government, to the body it stands for."""
    on_matter = on_one_matter(topics)
    in_report: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in cast.speakers.values():
        in_report[speaker.report].append(speaker)
    governments: dict[str, Key] = {}
    for speaker in cast.speakers.values():
        held = body(speaker.name)
        if speaker.kind == "organisation" and held.organ == "government" and held.nation:
            governments.setdefault(held.nation, speaker.key)
    for speaker in cast.speakers.values():
        place = seat(speaker.name) or _bare_government(speaker.name, texts[speaker.report])
        if place is None:
            near_by = sorted(on_matter(speaker.report))
            nation = _leader(speaker, [texts[r] for r in (speaker.report, *near_by)])
            place = (nation, "government") if nation else None
        if place is None:
            continue
        nation = place[0]
        near = {
            cast.origin_of(s.key): s
            for s in in_report[speaker.report]
            if s.kind == "organisation"
            and not _country(s)
            and s.key != speaker.key
            and body(s.name).nation == nation
            and body(s.name).organ
        }
        if len(near) == 1:
            other = next(iter(near.values()))
            reason = f'"{speaker.name}" stands for {other.name}, the one body of it that is named'
            cast.speak_alike(speaker.key, other.key, reason)
        else:
            first = governments.setdefault(nation, speaker.key)
            cast.speak_alike(speaker.key, first, f'"{speaker.name}" stands for its government')


def _bare_government(name: str, text: str) -> tuple[str, str] | None:
    """ "The government" where the report speaks of one state's government only."""
    if not re.fullmatch(r"(?:(?:the|his|her|its) )?government", plain(name)):
        return None
    found = {
        hit[0]
        for m in re.finditer(r"\b((?:[A-Z][\w.’']+ ){1,2})(?:government|regime)\b", text)
        if (hit := nation_at([plain(w).removesuffix("'s") for w in m.group(1).split()][-1:], 0))
    }
    return (found.pop(), "government") if len(found) == 1 else None


def _leader(speaker: Speaker, texts: Sequence[str]) -> str | None:
    """The country of the person in "X's government", by the first text that tells it."""
    owned = r"(?:the )?(.+?)['’]?s['’]? (?:government|regime|administration)$"
    match = re.match(owned, speaker.name)
    if speaker.kind != "organisation" or not match or body(speaker.name).nation:
        return None
    surname = match.group(1).split()[-1]
    return next((found for text in texts if (found := leader_nation(text, surname))), None)
