"""An invented flood to draw pages of: one small case with every relation, and one of any size."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from itertools import pairwise

from stemmata.model import (
    Case,
    Edge,
    Estimate,
    Failure,
    Figure,
    Origin,
    Passage,
    Quantity,
    Relation,
    Report,
    Segment,
    Source,
    Span,
    Statement,
)

TEXTS = {
    "wire": (
        "Dam at Ostrel fails, 43 dead\n"
        "VELMORA, 3 May (Meridian Wire) - At least 43 people were killed when the dam at Ostrel "
        "gave way, the Interior Ministry said on Tuesday.\n"
        "“We have moved 1,096 villagers to the hills,” said Ana Brodek, the ministry's "
        "spokeswoman, “and 412 children are among them.”\n"
        "She put the flooded land at 93 percent of the lower valley.\n"
        "Read next: Ten bridges you must see\n"
    ),
    "courier": (
        "Ostrel flood kills 43\n"
        "More than 1,000 residents have fled since Monday, the ministry's spokeswoman told "
        "Meridian Wire. The water covers 93 percent of the district.\n"
        "The toll stands at 43.\n"
    ),
    "lantern": (
        "Death toll climbs to 57\n"
        "The number of dead has risen to 57, Interior Ministry spokesperson Ana Brodeck said on "
        "Wednesday. Some 1,000 displaced people sleep in schools; over 600 children are among "
        "2,300 evacuees counted by the Red Crescent.\n"
        "The ministry counts 25 missing. Damage will reach between 30 and 40 million crowns.\n"
    ),
    "herald": (
        "Farmers' union: 80 missing\n"
        "The Valley Farmers' Union says 80 people are missing since the dam broke. "
        "Up to 12 bridges were swept away.\n"
    ),
    "leaflet": "Some 2,300 evacuees need tents. <b>Give</b> now & share!\nMenu | Home | 1 2 3\n",
}


def _report(id_: str, outlet: str | None, published: str | None, **more: str) -> Report:
    text = TEXTS[id_]
    segments, start = [], 0
    for n, line in enumerate(text.splitlines(keepends=True)):
        end = start + len(line.rstrip("\n"))
        furniture = line.startswith(("Read next", "Menu"))
        kind = "furniture" if furniture else "title" if n == 0 and id_ != "leaflet" else "body"
        segments.append(Segment(start, end, kind, "menu" if furniture else ""))
        start += len(line)
    return Report(
        id=id_,
        name=f"{id_}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        segments=tuple(segments),
        outlet=outlet,
        published=published,
        published_from="printed date" if published else "",
        title=None if id_ == "leaflet" else text.splitlines()[0],
        **more,
    )


def _figure(id_: str, words: str, value: float | None, thing: str, **fields: object) -> Figure:
    """The figure of the first `words` after `after` in the report that the id begins with."""
    report = id_.rsplit("-", 1)[0]
    text = TEXTS[report]
    start = text.index(words, text.index(str(fields.pop("after", ""))))
    first = max(text.rfind(mark, 0, start) + 1 for mark in ("\n", ". "))
    last = min(p for mark in ("\n", ". ") if (p := text.find(mark, start)) >= 0)
    known: dict[str, object] = {
        "modifier": "exact", "low": value, "high": value, "kind": "count", "unit": "person",
        "action": None, "place": "Ostrel", "period": None, "source": None, "via": None,
        "quoted": False, "head": thing.rstrip("s"), "sentence": Span(first, last),
    }  # fmt: skip
    return Figure(
        id=id_, report=report, start=start, end=start + len(words), text=words, thing=thing,
        **(known | fields),
    )  # fmt: skip


MINISTRY = {"source": "the Interior Ministry", "organisation": "Interior Ministry"}
BRODEK = {"source": "Ana Brodek", "organisation": "Interior Ministry"}

FIGURES = (
    _figure("wire-1", "43", 43, "dead", action="die", head="dead", **MINISTRY),
    _figure("wire-2", "43", 43, "people", after="At least", modifier="at least", high=None,
            action="kill", period="on Tuesday", **MINISTRY),
    _figure("wire-3", "1,096", 1096, "villagers", quoted=True, action="move", **BRODEK),
    _figure("wire-4", "412", 412, "children", quoted=True, part_of="wire-3", head="child",
            **BRODEK),
    _figure("wire-5", "93 percent", 0.93, "land", kind="share", unit="%", action="flood",
            place="the lower valley", **BRODEK),
    _figure("courier-1", "43", 43, "people", action="kill"),
    _figure("courier-2", "1,000", 1000, "residents", modifier="more than", high=None,
            action="flee", period="since Monday", via="Meridian Wire",
            source="the ministry's spokeswoman", organisation="Interior Ministry"),
    _figure("courier-3", "93 percent", 0.93, "district", kind="share", unit="%", action="cover"),
    _figure("courier-4", "43", 43, "dead", after="toll", action="die", head="dead"),
    _figure("lantern-1", "57", 57, "dead", action="die", head="dead"),
    _figure("lantern-2", "57", 57, "dead", after="risen", action="die", head="dead",
            period="on Wednesday", source="Ana Brodeck", organisation="Interior Ministry"),
    _figure("lantern-3", "1,000", 1000, "displaced people", modifier="about", action="sleep"),
    _figure("lantern-4", "600", 600, "children", modifier="more than", high=None, head="child",
            part_of="lantern-5", source="the Red Crescent"),
    _figure("lantern-5", "2,300", 2300, "evacuees", action="evacuate", source="the Red Crescent"),
    _figure("lantern-6", "30 and 40 million crowns", 30e6, "damage", modifier="between",
            high=40e6, kind="measure", unit="crowns"),
    _figure("lantern-7", "25", 25, "people", after="counts", action="count", **MINISTRY),
    _figure("herald-1", "80", 80, "people", source="The Valley Farmers' Union", action="miss"),
    _figure("herald-2", "80", 80, "people", after="says", action="miss",
            source="The Valley Farmers' Union"),
    _figure("herald-4", "12", 12, "bridges", modifier="up to", low=None, unit="item",
            action="sweep"),
    _figure("leaflet-1", "2,300", 2300, "evacuees", modifier="about"),
)  # fmt: skip

ORIGINS = {
    "interior": ("Interior Ministry", "organisation",
                 "wire-1 wire-2 wire-3 wire-4 wire-5 courier-2 lantern-2 lantern-7"),
    "crescent": ("the Red Crescent", "organisation", "lantern-4 lantern-5"),
    "union": ("The Valley Farmers' Union", "organisation", "herald-1 herald-2"),
}  # fmt: skip


def _origin(id_: str) -> Origin:
    name, kind, figures = ORIGINS[id_]
    ids = tuple(figures.split())
    reports = tuple(dict.fromkeys(i.rsplit("-", 1)[0] for i in ids))
    spellings = (name, "Ana Brodek", "Ana Brodeck") if id_ == "interior" else (name,)
    return Origin(id_, name, kind, ids, (), reports, spellings, "named source",
                  "one name under its spellings, and the body it speaks for")  # fmt: skip


def _quantity(id_: str, question: str, ids: str, best: float | None, **more: object) -> Quantity:
    figures = tuple(ids.split())
    known = {f: o for o, (_, _, names) in ORIGINS.items() for f in names.split()}
    values = [f for f in FIGURES if f.id in figures]
    lows = [f.low for f in values if f.low is not None]
    highs = [f.high for f in values if f.high is not None]
    return Quantity(
        id=id_,
        question=question,
        measure_type=str(more.get("measure_type", "running total")),  # type: ignore[arg-type]
        unit=values[0].unit,
        figures=figures,
        reports=tuple(dict.fromkeys(f.report for f in values)),
        origins=tuple(dict.fromkeys(known[f] for f in figures if f in known)),
        unknown=tuple(f for f in figures if f not in known),
        estimate=Estimate(
            "most specific from most origins", min(lows, default=None), best,
            max(highs, default=None), figures[:1], figures[1:], "the exact number of the origin",
        ),
        method="same thing, same place",
        reason="same thing counted, same act, same place",
    )  # fmt: skip


QUANTITIES = (
    _quantity("dead", "How many people died at Ostrel?",
              "wire-1 wire-2 courier-1 courier-4 lantern-1 lantern-2", 57),
    _quantity("moved", "How many people left Ostrel?", "wire-3 courier-2 lantern-3", 1096),
    _quantity("valley", "What share of the lower valley is flooded?", "wire-5", 0.93,
              measure_type="share"),
    _quantity("district", "What share of the district is flooded?", "courier-3", 0.93,
              measure_type="share"),
    _quantity("kids-a", "How many children are among the 1,096 villagers?", "wire-4", 412),
    _quantity("kids-b", "How many children are among the 2,300 evacuees?", "lantern-4", 600),
    _quantity("evacuees", "How many evacuees are there?", "lantern-5 leaflet-1", 2300),
    _quantity("missing", "How many people are missing?", "herald-1 herald-2 lantern-7", None),
    _quantity("damage", "What is the damage?", "lantern-6", 35e6, measure_type="measure"),
    _quantity("bridges", "How many bridges were swept away?", "herald-4", 12),
)  # fmt: skip


def _relation(a: str, b: str, relation: str, reason: str, quantity: str | None = None) -> Relation:
    return Relation(a, b, relation, reason, "interval", quantity)  # type: ignore[arg-type]


RELATIONS = (
    _relation("wire-2", "courier-1", "agrees", "43 lies in “at least 43”", "dead"),
    _relation("wire-1", "courier-4", "agrees", "the same number", "dead"),
    _relation("wire-2", "lantern-2", "updates", "a running total a day later: 43, then 57", "dead"),
    _relation("courier-4", "lantern-1", "updates", "a running total a day later", "dead"),
    _relation("wire-3", "courier-2", "rounds", "1,096 lies in “more than 1,000”", "moved"),
    _relation("wire-3", "lantern-3", "rounds", "1,096 rounds to 1,000", "moved"),
    _relation("wire-5", "courier-3", "differs-in-scope",
              "the same number, but of “the lower valley” and of “the district”"),
    _relation("wire-4", "lantern-4", "differs-in-scope",
              "parts of different wholes: 1,096 villagers, 2,300 evacuees"),
    _relation("lantern-5", "leaflet-1", "agrees", "the same number", "evacuees"),
    _relation("herald-2", "lantern-7", "conflicts",
              "the same people at the same time: 80 and 25 cannot both hold", "missing"),
    _relation("wire-4", "wire-3", "part-of", "“are among them”"),
    _relation("lantern-4", "lantern-5", "part-of", "“are among”"),
)  # fmt: skip

EDGES = (
    Edge("interior", "via:Meridian Wire", "said to", False, "“told Meridian Wire”"),
    Edge("via:Meridian Wire", "courier", "quoted through", False, "“told Meridian Wire”"),
    Edge("interior", "wire", "said to", False, "the report names the ministry and its spokeswoman"),
    Edge("interior", "lantern", "said to", True, "the same speaker under another spelling"),
    Edge("crescent", "lantern", "said to", False, "“counted by the Red Crescent”"),
    Edge("union", "herald", "said to", False, "“The Valley Farmers' Union says”"),
    Edge("lantern", "leaflet", "shared passage", True, "the same number of evacuees, same words"),
)


def small() -> Case:
    """Five reports by four outlets, with every kind of relation, shape and gap."""
    content = TEXTS["wire"].index("“We have")
    return Case(
        reports=(
            _report("wire", "Meridian Wire", "2031-05-03", url="https://meridian.example/ostrel"),
            _report("courier", "Velmora Courier", "2031-05-03"),
            _report("lantern", "The Lantern", "2031-05-04"),
            _report("herald", "Valley Herald", "2031-05-06"),
            _report("leaflet", None, None),
        ),
        failures=(Failure("scan.bin", "no text: the file is binary", "Give the text of the page"),),
        statements=(
            Statement("wire-s1", "wire", None, None, (Span(content, content + 44),), "direct",
                      "Ana Brodek", "Interior Ministry"),
        ),
        figures=FIGURES,
        passages=(
            Passage("lantern", "leaflet", (Span(0, 4),), (Span(0, 4),), "narration", 11,
                    "eleven words in a row, numbers among them", "lantern"),
        ),
        sources=(
            Source("brodek", "Ana Brodek", "person", ("Ana Brodek", "Ana Brodeck"),
                   "Interior Ministry", ("wire-s1",), "one letter apart, same office"),
        ),
        origins=tuple(_origin(o) for o in ORIGINS),
        quantities=QUANTITIES,
        relations=RELATIONS,
        edges=EDGES,
    )  # fmt: skip


def large(reports: int = 200, figures: int = 2000, seed: int = 7) -> Case:
    """A case of any size: every tenth report copies another, every third figure has no origin."""
    rng = random.Random(seed)
    origins = max(reports // 12, 1)
    made: list[Report] = []
    found: list[Figure] = []
    asked: dict[int, list[Figure]] = {}
    belongs: dict[int, list[Figure]] = {}
    things = ("residents", "villagers", "evacuees", "homes", "bridges", "volunteers")
    for n in range(reports):
        text = f"Flood, day {n % 20 + 1}\n"
        for k in range(figures // reports):
            about = int(rng.triangular(0, figures // 6, 0))
            value = 10 * (about % 40 + 1) + rng.choice((0, 0, 0, 5))
            spread = rng.choice(("exact", "exact", "more than", "about", "up to"))
            start = len(text)
            thing = things[about % 6]
            line = f"In sector {about}, {value:,} {thing} were counted, officials said. "
            at = start + line.index(",") + 2
            origin = None if rng.random() < 0.34 else int(rng.triangular(0, origins, 0))
            figure = Figure(
                f"r{n}-{k}", f"r{n}", at, at + len(f"{value:,}"), f"{value:,}",
                spread,  # type: ignore[arg-type]
                None if spread == "up to" else value, None if spread == "more than" else value,
                "count", "item", rng.choice((thing, "people")), "count", None,
                f"on day {n % 20 + 1}", "officials", None, rng.random() < 0.3,
                sentence=Span(start, start + len(line)),
            )  # fmt: skip
            found.append(replace(figure, head=(figure.thing or "").rstrip("s")))
            asked.setdefault(about, []).append(found[-1])
            if origin is not None:
                belongs.setdefault(origin, []).append(found[-1])
            text += line
        made.append(
            Report(f"r{n}", f"r{n}.txt", hashlib.sha256(text.encode()).hexdigest(), text,
                   (Segment(0, len(text), "body"),), f"Flood, day {n % 20 + 1}",
                   None if n % 9 == 8 else f"Outlet {n}",
                   None if n % 11 == 10 else f"2031-05-{n % 20 + 1:02d}")
        )  # fmt: skip
    home = {f.id: o for o, fs in belongs.items() for f in fs}
    relations = []
    for about, group in asked.items():
        for a, b in pairwise(group):
            kind = "agrees" if a.text == b.text else rng.choice(("rounds", "updates", "conflicts"))
            relations.append(_relation(a.id, b.id, kind, f"{a.text} and {b.text}", f"q{about}"))
    quantities = tuple(
        Quantity(f"q{a}", f"How many were counted in sector {a}?", "running total", "item",
                 tuple(f.id for f in group), tuple(dict.fromkeys(f.report for f in group)),
                 tuple(sorted({f"o{home[f.id]}" for f in group if f.id in home})),
                 tuple(f.id for f in group if f.id not in home),
                 Estimate("latest", 1.0, 10.0 * (a % 40 + 1), 900.0, (), (), "the latest"),
                 "same sector", "same sector, same act")
        for a, group in sorted(asked.items())
    )  # fmt: skip
    edges = []
    for o, group in sorted(belongs.items()):
        for n, r in enumerate(dict.fromkeys(f.report for f in group)):
            via = f"via:Agency {o % 4}"
            if n % 3:
                edges.append(Edge(f"o{o}", r, "said to", n % 2 == 0, "named in the report"))
            else:
                edges.append(Edge(f"o{o}", via, "said to", False, "told the agency"))
                edges.append(Edge(via, r, "quoted through", False, "quoted from the agency"))
    for n in range(10, reports, 10):
        edges.append(Edge(f"r{n - 1}", f"r{n}", "shared passage", True, "forty words in a row"))
    return Case(
        reports=tuple(made),
        figures=tuple(found),
        origins=tuple(
            Origin(f"o{o}", f"Office {o}", "organisation", tuple(f.id for f in group), (),
                   tuple(dict.fromkeys(f.report for f in group)), (f"Office {o}",), "named source",
                   "one name")
            for o, group in sorted(belongs.items())
        ),
        quantities=quantities,
        relations=tuple(relations),
        edges=tuple(edges),
    )  # fmt: skip
