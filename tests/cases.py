"""Cases to test with: one written out by hand, and any that hypothesis can think of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from stemmata.model import (
    Case,
    Edge,
    Estimate,
    Failure,
    Figure,
    Grading,
    Harm,
    Mutation,
    Origin,
    Passage,
    Point,
    Quantity,
    Relation,
    Report,
    Segment,
    Source,
    Span,
    Statement,
    Toll,
)


def made_report(id_: str, text: str, **fields: str | None) -> Report:
    """A report with one body line a line of its text."""
    segments, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            segments.append(Segment(start, start + len(line.rstrip("\n")), "body"))
        start += len(line)
    original = text.encode()
    return Report(
        id=id_,
        name=f"{id_}.txt",
        sha256=hashlib.sha256(original).hexdigest(),
        text=text,
        segments=tuple(segments),
        original=original,
        **fields,
    )


def made_figure(report: Report, words: str, id_: str, **fields: object) -> Figure:
    """The figure whose number is the first `words` in the report's text."""
    start = report.text.index(words)
    known: dict[str, object] = {
        "modifier": "exact", "low": 1.0, "high": 1.0, "kind": "count", "unit": "item",
        "thing": None, "action": None, "place": None, "period": None, "source": None,
        "via": None, "quoted": False, "sentence": Span(0, len(report.text)),
    }  # fmt: skip
    return Figure(id_, report.id, start, start + len(words), words, **(known | fields))


def flood() -> Case:
    """Two reports on one invented flood, with everything that a case can hold."""
    a = made_report(
        "herald",
        "Flood in Ostrava Minor\n"
        "Mayor Ilse Brandt said 1,204 people had left, 300 of them children.\n",
        title="Flood in Ostrava Minor", outlet="The Herald", published="2031-05-04",
        published_from="printed date", url="https://herald.example/flood",
    )  # fmt: skip
    b = made_report(
        "post", "“More than 1,200 people” have left, Brandt told RBN.\n", outlet="=Post"
    )
    said = Span(a.text.index("said"), a.text.index("said") + 4)
    who = Span(a.text.index("Mayor"), a.text.index(" said"))
    what = Span(a.text.index("1,204"), len(a.text) - 1)
    quote = Span(1, b.text.index("”"))
    statements = (
        Statement("herald-s1", a.id, who, said, (what,), "indirect", "Ilse Brandt", "the town"),
        Statement(
            "post-s1",
            b.id,
            None,
            None,
            (quote,),
            "direct",
            "Brandt",
            None,
            "RBN",
            "neutral",
            (quote, quote),
        ),
    )
    figures = (
        made_figure(a, "1,204", "herald-01", low=1204.0, high=1204.0, unit="person",
                    thing="people", action="leave", source="Ilse Brandt", statement="herald-s1"),
        made_figure(a, "300", "herald-02", low=300.0, high=300.0, unit="person",
                    thing="children", part_of="herald-01", statement="herald-s1"),
        made_figure(b, "1,200", "post-01", modifier="more than", low=1200.0, high=None,
                    unit="person", thing="people", quoted=True, via="RBN", statement="post-s1"),
    )  # fmt: skip
    best = Estimate("latest", 1204.0, 1204.0, None, ("herald-01",), ("post-01",), "one exact value")
    part = Estimate("only value", 300.0, 300.0, 300.0, ("herald-02",), (), "one value")
    return Case(
        reports=(a, b),
        failures=(Failure("photo.jpg", "it is no text", "Leave it out."),),
        statements=statements,
        figures=figures,
        passages=(Passage(a.id, b.id, (what,), (quote,), "retold quote", 3, "three words", a.id),),
        sources=(Source("brandt", "Ilse Brandt", "person", ("Mayor Ilse Brandt", "Brandt"),
                        "the town", ("herald-s1", "post-s1"), "one surname"),),
        origins=(Origin("town", "the town", "organisation", ("herald-01", "herald-02", "post-01"),
                        ("herald-s1", "post-s1"), (a.id, b.id), ("Brandt", "the mayor"),
                        "same source", "Brandt speaks for the town"),),
        quantities=(
            Quantity("left", "How many people have left?", "running total", "person",
                     ("herald-01", "post-01"), (a.id, b.id), ("town",), (), best,
                     "same thing and action", "both count people who left",
                     (Point("2031-05-04", 900, 900, 900, 1, 1),
                      Point("2031-05-05", 1204, 1204, 1204, 2, 1)),
                     Grading("weak", "Airwars", "a single origin tells it")),
            Quantity("children", "How many of them are children?", "running total", "person",
                     ("herald-02",), (a.id,), ("town",), (), part, "alone", "nothing alike"),
        ),
        relations=(
            Relation("herald-01", "post-01", "rounds", "1,204 lies in “more than 1,200”",
                     "intervals", "left"),
            Relation("herald-02", "herald-01", "part-of", "“of them”", "grammar"),
        ),
        edges=(Edge("town", a.id, "said to", False, "quoted by name", ((a.id, *who),)),
               Edge("via:RBN", b.id, "quoted through", True, "told RBN")),
        tolls=(Toll(a.id, "injured", 300.0, None, (Span(a.text.index("300"),
                    a.text.index("300") + 3),), ("herald-02",), "the first number"),),
        mutations=(Mutation("number", a.id, Span(figures[0].start, figures[0].end), "1,204", b.id,
                            Span(1, 16), "More than 1,200", "herald-01", "post-01", b.id, None,
                            (b.id,), "town", "one remark of one number"),),
    )  # fmt: skip


_words = st.text(max_size=30)
_maybe = st.none() | _words
_number = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case whose records fit together."""
    reports = tuple(draw(st.lists(_reports(), max_size=3, unique_by=lambda report: report.id)))
    statements = tuple(
        draw(_statements(report, f"{report.id}-s{i}")) for report in reports
        for i in range(draw(st.integers(0, 2)))
    )  # fmt: skip
    figures = tuple(
        draw(_figures(report, f"{report.id}-{i}", statements)) for report in reports
        for i in range(draw(st.integers(0, 2)))
    )  # fmt: skip
    ids = _Ids(reports, statements, figures)
    passages = st.builds(
        Passage,
        kind=st.sampled_from(["narration", "quote"]),
        words=st.integers(0, 99),
        reason=_words,
        a=ids.report,
        b=ids.report,
        earlier=st.none() | ids.report,
        one_outlet=st.booleans(),
        a_spans=st.just(()),
        b_spans=st.just((Span(0, 0),)),
    )
    sources = st.builds(
        Source, id=_words, name=_words, kind=st.sampled_from(["person", "organisation", "unnamed"]),
        spellings=_some(_words), organisation=_maybe, statements=ids.statements, reason=_words,
    )  # fmt: skip
    origins = tuple(draw(_distinct(st.builds(
        Origin, id=_words, name=_words, figures=ids.figures, statements=ids.statements,
        reports=ids.reports, spellings=_some(_words), method=_words, reason=_words,
        kind=st.sampled_from(["person", "organisation", "unnamed", "report"]),
    ))))  # fmt: skip
    estimates = st.builds(
        Estimate, method=_words, low=_number, best=_number, high=_number, took=ids.figures,
        left=ids.figures, reason=_words,
    )  # fmt: skip
    points = st.builds(
        Point, day=st.dates().map(date.isoformat), low=_number, best=_number, high=_number,
        figures=st.integers(0, 99), independent_origins=st.integers(0, 9),
    )  # fmt: skip
    gradings = st.builds(
        Grading, grade=st.sampled_from(["fair", "weak", "contested"]), scheme=_words, reason=_words
    )
    series = st.lists(points, max_size=3, unique_by=lambda point: point.day).map(tuple)
    quantities = tuple(draw(_distinct(st.builds(
        Quantity, id=_words, question=_words, unit=_words, figures=ids.figures, reports=ids.reports,
        measure_type=st.sampled_from(["stock", "flow", "running total", "share"]),
        origins=_subset([origin.id for origin in origins]), unknown=ids.figures, estimate=estimates,
        method=_words, reason=_words, series=series, grading=st.none() | gradings,
    ))))  # fmt: skip
    belongs = st.sampled_from([None, *(quantity.id for quantity in quantities)])
    relations = st.builds(
        Relation, a=ids.figure, b=ids.figure, relation=st.sampled_from(["agrees", "conflicts"]),
        reason=_words, method=_words, quantity=belongs,
    )  # fmt: skip
    place = ids.report.map(lambda id_: (id_, 0, 0))
    edges = st.builds(
        Edge,
        tail=_words,
        head=_words,
        kind=st.just("said to"),
        inferred=st.booleans(),
        reason=_words,
        evidence=_some(place) if reports else st.just(()),
    )
    tolls = [
        draw(_tolls(report, harm, [f.id for f in figures if f.report == report.id]))
        for report in reports
        for harm in draw(st.sampled_from(((), ("killed",), ("killed", "injured"))))
    ]
    mutations = tuple(
        Mutation("hedge", report.id, Span(0, 0), "", report.id, Span(0, len(report.text)),
                 report.text, None, None, report.id, "2031-05-04", (report.id,), None, draw(_words))
        for report in reports[: draw(st.integers(0, 2))]
    )  # fmt: skip
    return Case(
        reports=reports,
        failures=tuple(draw(st.lists(
            st.builds(Failure, _words, _words, _words), max_size=2, unique_by=lambda one: one.name,
        ).filter(lambda found: not {one.name for one in found} & {one.name for one in reports}))),
        statements=statements,
        figures=figures,
        passages=draw(_some(passages)) if reports else (),
        sources=tuple(draw(_distinct(sources))),
        origins=origins,
        quantities=quantities,
        relations=draw(_some(relations)) if figures else (),
        edges=draw(_some(edges)),
        tolls=tuple(tolls),
        mutations=mutations,
    )  # fmt: skip


@st.composite
def _tolls(draw: st.DrawFn, report: Report, harm: Harm, figures: list[str]) -> Toll:
    high = draw(_number)
    spans = (Span(0, len(report.text)),)
    return Toll(report.id, harm, 1.0, high, spans, draw(_subset(figures)), draw(_words))


class _Ids:
    """What other records can point at."""

    def __init__(
        self, reports: Sequence[Report], statements: Sequence[Statement], figures: Sequence[Figure]
    ) -> None:
        self.report = st.sampled_from([one.id for one in reports] or [""])
        self.figure = st.sampled_from([one.id for one in figures] or [""])
        self.reports = _subset([one.id for one in reports])
        self.statements = _subset([one.id for one in statements])
        self.figures = _subset([one.id for one in figures])


def _subset(ids: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if not ids:
        return st.just(())
    return st.lists(st.sampled_from(ids), unique=True).map(tuple)


def _some(one: st.SearchStrategy) -> st.SearchStrategy[tuple]:
    return st.lists(one, max_size=3).map(tuple)


def _distinct(one: st.SearchStrategy) -> st.SearchStrategy[list]:
    return st.lists(one, max_size=2, unique_by=lambda record: record.id)


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    return Span(*sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text))))))


@st.composite
def _reports(draw: st.DrawFn) -> Report:
    text = draw(st.text(max_size=60))
    original = draw(st.binary(min_size=1, max_size=20))
    segment = st.builds(
        lambda span, kind, detail: Segment(*span, kind, detail),
        _spans(text), st.sampled_from(["body", "furniture", "title"]), _words,
    )  # fmt: skip
    return Report(
        id=draw(_words), name=draw(_words), sha256=hashlib.sha256(original).hexdigest(), text=text,
        segments=draw(_some(segment)), title=draw(_maybe), outlet=draw(_maybe), url=draw(_maybe),
        published=draw(_maybe), published_from=draw(_words), media_type=draw(_words),
        original=original,
    )  # fmt: skip


@st.composite
def _statements(draw: st.DrawFn, report: Report, id_: str) -> Statement:
    span = _spans(report.text)
    return Statement(
        id_, report.id, draw(st.none() | span), draw(st.none() | span), draw(_some(span)),
        draw(st.sampled_from(["direct", "indirect", "mixed"])), *(draw(_maybe) for _ in range(3)),
        draw(st.sampled_from([None, "neutral", "denying"])), draw(st.just(()) | _some(span)),
    )  # fmt: skip


@st.composite
def _figures(draw: st.DrawFn, report: Report, id_: str, statements: Sequence[Statement]) -> Figure:
    span = draw(_spans(report.text))
    within = [None, *(one.id for one in statements)]
    return Figure(
        id_, report.id, *span, report.text[span.start : span.end],
        draw(st.sampled_from(["exact", "more than", "between"])), draw(_number), draw(_number),
        draw(st.sampled_from(["count", "share"])), draw(_words), *(draw(_maybe) for _ in range(6)),
        quoted=draw(st.booleans()), part_of=draw(st.sampled_from([None, id_])),
        statement=draw(st.sampled_from(within)), sentence=draw(_spans(report.text)),
        head=draw(_maybe), organisation=draw(_maybe),
    )  # fmt: skip
