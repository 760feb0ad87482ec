"""From every figure and statement back to where it starts.

An origin is a source with the body it speaks for, under all spellings: the
sets of speakers that `sources` joined. Figures without a source are put to one
where `lineage` finds a sign; the rest have no recorded lineage, and stay in no
origin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from stemmata.model import Origin, Passage, Reading, Source
from stemmata.tracing.joins import Cast
from stemmata.tracing.lineage import Lineage, Lines
from stemmata.tracing.nations import plain, singular
from stemmata.tracing.organisations import ORGANISATION_NOUNS
from stemmata.tracing.roles import ROLE_NOUNS
from stemmata.tracing.speakers import Key, Speaker, SpeakerKind, cannot_speak


def slug(name: str) -> str:
    """A name as part of an id: plain words with hyphens."""
    return re.sub(r"[^\w]+", "-", plain(re.sub(r"^[Tt]he ", "", name))).strip("-")[:60] or "unnamed"


def unique(wanted: Iterable[str]) -> list[str]:
    """Ids in order, a second of the same name numbered from 2."""
    seen: Counter[str] = Counter()
    found = []
    for name in wanted:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found


def best_name(speakers: Sequence[Speaker]) -> str:
    """The spelling by which a source is called: the one used most, then the longest.

    A role or a body's noun alone ("Minister", "the company") only where there is no other.
    """
    uses: Counter[str] = Counter()
    for speaker in speakers:
        uses[speaker.name] += 1 + len(speaker.figures) + len(speaker.statements)
    return min(uses, key=lambda name: (_bare(name), -uses[name], -len(name), name))


def _bare(name: str) -> bool:
    """True for one word that names a role or a kind of body and so nobody."""
    word = singular(plain(re.sub(r"^[Tt]he ", "", name)))
    return word in ROLE_NOUNS or word in ORGANISATION_NOUNS


def _sets(cast: Cast, voice: bool) -> dict[Key, list[Speaker]]:
    found: dict[Key, list[Speaker]] = defaultdict(list)
    for key in sorted(cast.speakers):
        root = cast.same.root(key)
        found[cast.voice.root(root) if voice else root].append(cast.speakers[key])
    return found


def sources_of(cast: Cast) -> tuple[Source, ...]:
    """One source for each set of speakers that are the same, in the order of their names."""
    why = cast.same.why()
    sets = sorted(_sets(cast, False).items(), key=lambda item: (best_name(item[1]), item[0]))
    ids = unique("source:" + slug(best_name(speakers)) for _, speakers in sets)
    found = []
    for (root, speakers), name in zip(sets, ids, strict=True):
        bodies = [s for s in speakers if s.organisation]
        counted = Counter(s.organisation for s in bodies)
        top = min(counted, key=lambda o: (-counted[o], o or "")) if counted else None
        found.append(
            Source(
                name,
                best_name(speakers),
                speakers[0].kind,
                tuple(sorted({s.name for s in speakers})),
                top,
                tuple(sorted(i for s in speakers for i in s.statements)),
                "; ".join(why.get(root, [])) or _alone(speakers[0]),
            )
        )
    return tuple(found)


def _alone(speaker: Speaker) -> str:
    if speaker.kind == "unnamed":
        return f'unnamed: "{speaker.name}" in {speaker.report}'
    return f'named "{speaker.name}" in {speaker.report}'


def lineages(
    readings: Sequence[Reading], cast: Cast, passages: Sequence[Passage]
) -> dict[str, Lineage]:
    """For every figure that has an origin: whose, how and why; what is denied starts nowhere."""
    denied = {i for r in readings for i in r.denied}
    unknown = denied | {
        f.id
        for r in readings
        for f in r.figures
        if f.source and f.id not in cast.speaker_of and not cannot_speak(f.source)
    }
    forms: dict[Key, set[str]] = defaultdict(set)
    for key, speaker in cast.speakers.items():
        last = speaker.kind == "person"
        forms[cast.origin_of(key)].add(speaker.name.split()[-1] if last else speaker.name)
    lines = Lines(
        readings,
        {i: key for i, key in cast.speaker_of.items() if i not in denied},
        unknown,
        cast.origin_of,
        lambda root: sorted(forms[root]),
    )
    return lines.infer(passages)


def origins_of(cast: Cast, found: dict[str, Lineage]) -> tuple[Origin, ...]:
    """The origins of all figures and statements, in the order of their names."""
    figures: dict[Key, list[str]] = defaultdict(list)
    for figure, line in found.items():
        figures[cast.origin_of(line.speaker)].append(figure)
    sets = {
        root: speakers
        for root, speakers in _sets(cast, True).items()
        if figures.get(root) or any(s.statements for s in speakers)
    }
    ordered = sorted(sets.items(), key=lambda item: (_title(item[1]), item[0]))
    ids = unique("origin:" + slug(_title(speakers)) for _, speakers in ordered)
    same, voice = cast.same.why(), cast.voice.why()
    reports = _reports(cast)
    for line in found.values():
        reports[cast.origin_of(line.speaker)].add(line.report)
    origins = []
    for (root, speakers), name in zip(ordered, ids, strict=True):
        reasons = {r for s in speakers for r in same.get(cast.same.root(s.key), []) if r}
        reasons |= {r for r in voice.get(root, []) if r}
        put = sorted(figures.get(root, []))
        origins.append(
            Origin(
                name,
                _title(speakers),
                _kind(speakers),
                tuple(put),
                tuple(sorted(i for s in speakers for i in s.statements)),
                tuple(sorted(reports[root])),
                tuple(sorted({s.name for s in speakers})),
                _method(found, put),
                "; ".join(_reasons(reasons, speakers, found, put)),
            )
        )
    return tuple(origins)


def _reports(cast: Cast) -> dict[Key, set[str]]:
    reports: dict[Key, set[str]] = defaultdict(set)
    for speaker in cast.speakers.values():
        if speaker.figures or speaker.statements:
            reports[cast.origin_of(speaker.key)].add(speaker.report)
    return reports


def _title(speakers: Sequence[Speaker]) -> str:
    """What an origin is called: the body, where it has one, else the person."""
    for kind in ("organisation", "person", "unnamed"):
        named = [s for s in speakers if s.kind == kind]
        if named:
            return best_name(named)
    raise AssertionError("an origin has a speaker")


def _kind(speakers: Sequence[Speaker]) -> SpeakerKind:
    kinds = {s.kind for s in speakers}
    if "organisation" in kinds:
        return "organisation"
    return "person" if "person" in kinds else "unnamed"


def _method(found: dict[str, Lineage], figures: Sequence[str]) -> str:
    methods = {found[f].method for f in figures} - {"named"}
    return ", ".join(["named", *sorted(methods)])


def _reasons(
    joins: set[str], speakers: Sequence[Speaker], found: dict[str, Lineage], figures: Sequence[str]
) -> list[str]:
    """Why these names and figures are one origin, each reason once."""
    inferred = [f"{f}: {found[f].reason}" for f in figures if found[f].method != "named"]
    return [*(sorted(joins) or [_alone(speakers[0])]), *inferred]
