"""Rows of the tables that tell how reports hang together: passages, sources, stemma, mutations."""

from __future__ import annotations

from typing import Any

from stemmata.model import Case, Edge, Mutation, Passage, Source

Row = dict[str, Any]


def link_tables(case: Case) -> dict[str, list[Row]]:
    """The rows of these tables by name, in the order of the case."""
    return {
        "passages": [passage_row(one) for one in case.passages],
        "sources": [source_row(one) for one in case.sources],
        "nodes": node_rows(case),
        "edges": [edge_row(one) for one in case.edges],
        "mutations": [mutation_row(one) for one in case.mutations],
    }


def passage_row(passage: Passage) -> Row:
    """Words that two reports share; `a_spans[i]` stands against `b_spans[i]`."""
    return {
        "a": passage.a,
        "b": passage.b,
        "kind": passage.kind,
        "words": passage.words,
        "earlier": passage.earlier,
        "one_outlet": passage.one_outlet,
        "a_spans": [list(span) for span in passage.a_spans],
        "b_spans": [list(span) for span in passage.b_spans],
        "reason": passage.reason,
    }


def source_row(source: Source) -> Row:
    """One source under all its spellings."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "organisation": source.organisation,
        "spellings": list(source.spellings),
        "statements": list(source.statements),
        "reason": source.reason,
    }


def node_rows(case: Case) -> list[Row]:
    """Every node of the stemma: the origins, the agencies in between, the reports."""
    vias = sorted({end for e in case.edges for end in (e.tail, e.head) if end.startswith("via:")})
    return [
        *({"id": o.id, "kind": "origin", "name": o.name} for o in case.origins),
        *({"id": via, "kind": "agency", "name": via.removeprefix("via:")} for via in vias),
        *({"id": r.id, "kind": "report", "name": r.outlet or r.name} for r in case.reports),
    ]


def edge_row(edge: Edge) -> Row:
    """A link of the stemma; `evidence` are [report, start, end]."""
    return {
        "tail": edge.tail,
        "head": edge.head,
        "kind": edge.kind,
        "inferred": edge.inferred,
        "evidence": [list(place) for place in edge.evidence],
        "reason": edge.reason,
    }


def mutation_row(one: Mutation) -> Row:
    """What changed on the way, with its words on both sides."""
    return {
        "change": one.change,
        "from_words": one.from_words,
        "to_words": one.to_words,
        "from_report": one.from_report,
        "from_span": list(one.from_span),
        "to_report": one.to_report,
        "to_span": list(one.to_span),
        "from_figure": one.from_figure,
        "to_figure": one.to_figure,
        "came_in": one.came_in,
        "since": one.since,
        "shared_by": list(one.shared_by),
        "origin": one.origin,
        "reason": one.reason,
    }
