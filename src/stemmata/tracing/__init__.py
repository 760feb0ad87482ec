"""Which reports copy which, which names are one source, and the origins.

`trace` takes the readings of all reports together and gives the passages they
share, the sources under all their spellings, the origins of their figures and
statements, and the edges of the stemma. `find_mutations` tells, once it is known
which figures answer one question, where one changed on its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.model import Edge, Origin, Passage, Reading, Source
from stemmata.tracing.mutations import find_mutations
from stemmata.tracing.origins import lineages, origins_of, sources_of
from stemmata.tracing.retold import retold_quotes
from stemmata.tracing.reuse import shared_passages
from stemmata.tracing.sources import gather
from stemmata.tracing.stemma import edges_of

__all__ = ["Traced", "find_mutations", "trace"]


@dataclass(frozen=True, slots=True)
class Traced:
    """What tracing finds in all reports together; a figure in no origin has none recorded."""

    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...]


def trace(readings: Sequence[Reading]) -> Traced:
    """Trace every figure and statement of the readings to its origin.

    Report ids, and those of figures and statements, must be unique. The same
    readings give the same result in whatever order they come. Time grows nearly
    in proportion to the number of reports.
    """
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    passages = shared_passages(ordered)
    cast = gather(ordered)
    found = lineages(ordered, cast, passages)
    origins = origins_of(cast, found)
    origin_id = {i: o.id for o in origins for i in (*o.figures, *o.statements)}
    retold = retold_quotes(ordered, found, cast.origin_of, passages)
    return Traced(
        passages + retold,
        sources_of(cast),
        origins,
        edges_of(ordered, found, origin_id, passages),
    )
