"""The stemma as data: from origin through agency or outlet to report, and report to report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from stemmata.model import Edge, Passage, Reading
from stemmata.tracing.credits import credited, is_own, own_text
from stemmata.tracing.lineage import Lineage
from stemmata.tracing.speakers import outlet_key

Evidence = tuple[str, int, int]
EdgeKind = Literal["said to", "quoted through", "shared passage"]
_Name = tuple[str, str, EdgeKind, bool]
_CREDITED = "the dateline credits the agency"


def edges_of(
    readings: Sequence[Reading],
    found: dict[str, Lineage],
    origin_id: dict[str, str],
    passages: Iterable[Passage],
) -> tuple[Edge, ...]:
    """All links of the stemma, in the order of their names.

    `origin_id` gives the origin of each figure and statement that has one.
    What a source says in person is "said to" the report, or to the agency
    through which the report has it, and from there "quoted through"; a report's own
    outlet ("told the Herald", in the Herald) is no such agency. A text whose
    dateline credits an agency is all that agency's, unless the agency prints it. A link
    that rests on inferred figures alone is flagged, with the reason of one.
    """
    evidence: dict[_Name, list[Evidence]] = defaultdict(list)
    why: dict[_Name, str] = {}
    names = _agency_names(readings)

    def link(name: _Name, span: Evidence, reason: str) -> None:
        evidence[name].append(span)
        why.setdefault(name, reason)

    for reading in readings:
        report = reading.report.id
        agency_text = None if own_text(reading.report) else credited(reading.report)
        if agency_text:
            agency = "via:" + names[outlet_key(agency_text)]
            link((agency, report, "quoted through", False), _dateline(reading), _CREDITED)
        for item, told, span in _said(reading):
            given = None if told and is_own(reading.report, told) else told
            via = given or agency_text
            origin = origin_id.get(item)
            if origin is None:
                continue
            line = found.get(item)
            inferred = line is not None and line.method != "named"
            reason = line.reason if line is not None and inferred else "the report names the source"
            if via and not inferred:
                agency = "via:" + names[outlet_key(via)]
                link((origin, agency, "said to", False), span, f"{report} quotes it through {via}")
                if given:
                    reason = "the report names the agency"
                    link((agency, report, "quoted through", False), span, reason)
            else:
                link((origin, report, "said to", inferred), span, reason)
    for name in [n for n in evidence if n[3] and (*n[:3], False) in evidence]:
        evidence[*name[:3], False] += evidence.pop(name)
    found_edges = [
        Edge(tail, head, kind, inferred, why[tail, head, kind, inferred], tuple(sorted(set(spans))))
        for (tail, head, kind, inferred), spans in evidence.items()
    ]
    found_edges += _shared(passages)
    return tuple(sorted(found_edges, key=lambda e: (e.kind, e.tail, e.head)))


def _dateline(reading: Reading) -> Evidence:
    """Where the report's dateline stands."""
    report = reading.report
    part = next(part for part in report.segments if part.kind == "dateline")
    return report.id, part.start, part.end


def _said(reading: Reading) -> Iterable[tuple[str, str | None, Evidence]]:
    """Each figure and statement: its id, the agency it came through, where it stands."""
    report = reading.report.id
    for figure in reading.figures:
        yield figure.id, figure.via, (report, figure.start, figure.end)
    for statement in reading.statements:
        if statement.content:
            first, last = statement.content[0], statement.content[-1]
            yield statement.id, statement.via, (report, first.start, last.end)


def _agency_names(readings: Sequence[Reading]) -> dict[str, str]:
    """One spelling for each agency or outlet: the one used most."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        vias = [f.via for f in reading.figures] + [s.via for s in reading.statements]
        for via in [*vias, credited(reading.report)]:
            if via:
                counts[outlet_key(via)][via] += 1
    return {key: min(c, key=lambda name: (-c[name], name)) for key, c in counts.items()}


def _shared(passages: Iterable[Passage]) -> list[Edge]:
    """One link for each pair of reports with a literal passage, from the earlier one."""
    pairs: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind != "retold quote":
            pairs[passage.a, passage.b].append(passage)
    found = []
    for (a, b), shared in pairs.items():
        earlier = shared[0].earlier
        tail, head = (b, a) if earlier == b else (a, b)
        spans = {(p.a, s.start, s.end) for p in shared for s in p.a_spans}
        spans |= {(p.b, s.start, s.end) for p in shared for s in p.b_spans}
        found.append(
            Edge(
                tail,
                head,
                "shared passage",
                earlier is None,
                _reason(shared, earlier),
                tuple(sorted(spans)),
            )
        )
    return found


def _reason(shared: Sequence[Passage], earlier: str | None) -> str:
    words: Counter[str] = Counter()
    for passage in shared:
        words[passage.kind] += passage.words
    told = " and ".join(f"{words[kind]} words of {kind}" for kind in sorted(words))
    way = f"{earlier} is the earlier" if earlier else "nothing tells which is the earlier"
    return f"{told} in common; {way}"
