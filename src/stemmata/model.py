"""The words of the product, as frozen records.

Offsets are Unicode code points into `Report.text`, end exclusive. Every span
that a record carries can be cut out of its report: `report.text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["count", "share", "measure", "rate", "change"]
Modifier = Literal[
    "exact", "more than", "at least", "less than", "up to", "about", "nearly", "between"
]
Manner = Literal["direct", "indirect", "mixed"]
CueClass = Literal["neutral", "assertive", "doubting", "denying", "promising", "belief"]
MeasureType = Literal["stock", "flow", "running total", "share", "change", "measure"]
RelationKind = Literal[
    "agrees", "rounds", "updates", "conflicts", "differs-in-scope", "part-of", "sum-of"
]
Harm = Literal["killed", "injured"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
PassageKind = Literal["narration", "quote", "retold quote"]
ChangeKind = Literal[
    "number", "hedge", "thing", "action", "place", "period", "attribution", "doubt"
]
SegmentKind = Literal[
    "title", "kicker", "date", "outlet", "dateline", "subhead", "body", "furniture"
]


class Span(NamedTuple):
    """A stretch of a report's text: code points, end exclusive."""

    start: int
    end: int


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Segment:
    """One line of a report, or a stretch of one (dateline, counter, link), and what it is.

    `detail` names the sort of furniture ("menu", "related link", "comment
    form", "debug dump", ...) and is empty for other kinds.
    """

    start: int
    end: int
    kind: SegmentKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One news article, press release or situation report, as read.

    `text` is the file's own decoded text, furniture included; `segments` cover
    its non-blank lines in order. `sha256` is that of the original bytes.
    `published` is an ISO date or None; `published_from` says where it stands
    ("reports.jsonl", "printed date", "page metadata", "").

    `original` is the bytes that `sha256` is of, which intake fills and the case
    file keeps: a file's own bytes, or a JSON line's. It is empty where nobody
    kept them, and takes no part in comparing two reports.
    """

    id: str
    name: str
    sha256: str
    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_from: str = ""
    url: str | None = None
    media_type: str = "text/plain"
    original: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read: where, why, and what to do about it."""

    name: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of text attributed to someone.

    `source` and `cue` are spans, None where the text has none beside the
    content. `source_name` is the source as the report names it in full (after
    "he" and "the general" are resolved); `organisation` is the body it speaks
    for; `via` the outlet or agency through which it is quoted. None is unknown.

    `cue_class` is what the cue commits the writer to: a denial is no report.
    `chain` holds the spans of the links from the outlet to the first speaker
    where the text names more than one ("X quotes Y, who quotes Z").
    """

    id: str
    report: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    source_name: str | None = None
    organisation: str | None = None
    via: str | None = None
    cue_class: CueClass | None = None
    chain: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a quantity of something in the world.

    `start`..`end` is the number expression alone. `low` and `high` are the
    interval the words allow, None where a side is open. `sentence` is the
    sentence it stands in, `head` the lemma of the counted noun's head,
    `part_of` the id of the figure that this one is a part of, `statement` the
    id of the statement it stands in.
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    modifier: Modifier
    low: float | None
    high: float | None
    kind: Kind
    unit: str
    thing: str | None
    action: str | None
    place: str | None
    period: str | None
    source: str | None
    via: str | None
    quoted: bool
    part_of: str | None = None
    statement: str | None = None
    sentence: Span = NOWHERE
    head: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """What one report says of the dead or the injured of the event it is about.

    `spans` are the phrases that were counted, figures and single persons alike
    ("two children", "a man"), `figures` the ids of the figures among them.
    `low` and `high` are the sum, `high` None where a figure leaves it open.
    """

    report: str
    harm: Harm
    low: float
    high: float | None
    spans: tuple[Span, ...]
    figures: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report was found to say."""

    report: Report
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    tolls: tuple[Toll, ...] = ()

    @property
    def denied(self) -> frozenset[str]:
        """The ids of figures that stand in a denial: nobody reports them there."""
        denials = {s.id for s in self.statements if s.cue_class == "denying"}
        return frozenset(f.id for f in self.figures if f.statement in denials)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two reports share: `a_spans[i]` stands against `b_spans[i]`.

    `words` is how many words the two have in common there. `earlier` is the
    report that is known to be the earlier, None where nothing tells. `one_outlet`
    marks words that two reports of one outlet share, which are no sign that
    outlets copy each other.
    """

    a: str
    b: str
    a_spans: tuple[Span, ...]
    b_spans: tuple[Span, ...]
    kind: PassageKind
    words: int
    reason: str
    earlier: str | None = None
    one_outlet: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One source under all its spellings: a person, an organisation or an unnamed one."""

    id: str
    name: str
    kind: Literal["person", "organisation", "unnamed"]
    spellings: tuple[str, ...]
    organisation: str | None
    statements: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where figures start: a source with the organisation it speaks for, or a copied report.

    A figure in no origin has no recorded lineage.
    """

    id: str
    name: str
    kind: Literal["person", "organisation", "unnamed", "report"]
    figures: tuple[str, ...]
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    spellings: tuple[str, ...]
    method: str
    reason: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One link of the stemma, from where words come to where they go.

    `tail` and `head` are node names: an origin's id, "via:NAME" or a report's
    id. `evidence` holds (report id, start, end).
    """

    tail: str
    head: str
    kind: Literal["said to", "quoted through", "shared passage"]
    inferred: bool
    reason: str
    evidence: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mutation:
    """What changed in a figure or a phrase on its way from one report to another.

    `change` says what: the number, its hedge ("about" that fell away), the
    thing, the action, the place, the period, the attribution, or a word of doubt
    ("suspected"). `from_span` stands in report `from_report` and holds
    `from_words`, the form nearer to the origin; `to_span` and `to_words` are the
    changed form. `from_figure` and `to_figure` are the figures, None for a
    phrase without one.

    `came_in` is the report in which the changed form is known to stand first,
    None where nothing tells; `since` is that report's date. `shared_by` are all
    reports with the changed form: two that share it suggest that one follows
    the other.
    """

    change: ChangeKind
    from_report: str
    from_span: Span
    from_words: str
    to_report: str
    to_span: Span
    to_words: str
    from_figure: str | None
    to_figure: str | None
    came_in: str | None
    since: str | None
    shared_by: tuple[str, ...]
    origin: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high of a quantity by a named method, and what it took and left."""

    method: str
    low: float | None
    best: float | None
    high: float | None
    took: tuple[str, ...]
    left: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """What was told of a quantity on one day (ISO date), in the quantity's unit.

    `figures` and `independent_origins` count what stands behind it.
    """

    day: str
    low: float | None
    best: float | None
    high: float | None
    figures: int
    independent_origins: int


@dataclass(frozen=True, slots=True)
class Grading:
    """How well a toll is supported, as a suggestion in the words of a named scheme."""

    grade: Grade
    scheme: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """All figures that answer one question.

    `origins` are ids of origins; `unknown` the figures without one. `method`
    and `reason` say how the figures came together. `series` is what was told
    day by day, empty where the number does not move; `grading` is None where
    it is no toll.
    """

    id: str
    question: str
    measure_type: MeasureType
    unit: str
    figures: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    unknown: tuple[str, ...]
    estimate: Estimate
    method: str
    reason: str
    series: tuple[Point, ...] = ()
    grading: Grading | None = None

    @property
    def independent_origins(self) -> int:
        """Origins with no known link between them."""
        return len(self.origins)


@dataclass(frozen=True, slots=True)
class Relation:
    """How two figures stand to each other, and why.

    `a` is the earlier of an update, the part of a part-of and the total of a
    sum-of. `quantity` is the quantity both belong to, None where they belong to two.
    """

    a: str
    b: str
    relation: RelationKind
    reason: str
    method: str
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that is known of one matter, as the case file holds it."""

    reports: tuple[Report, ...] = ()
    failures: tuple[Failure, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()
    sources: tuple[Source, ...] = ()
    origins: tuple[Origin, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    relations: tuple[Relation, ...] = ()
    edges: tuple[Edge, ...] = field(default=())
    tolls: tuple[Toll, ...] = ()
    mutations: tuple[Mutation, ...] = field(default=())
