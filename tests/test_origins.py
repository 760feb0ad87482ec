"""Sources, origins and the stemma's edges, on invented reports."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.model import Modifier, Origin, Reading, Span, Statement
from stemmata.tracing import Traced, trace
from stemmata.tracing.likeness import digits, head_of, precise, rounds
from stemmata.tracing.matters import topic
from stemmata.tracing.organisations import body
from stemmata.tracing.roles import body_beside
from stemmata.tracing.speakers import cannot_speak
from stemmata.tracing.unnamed import (
    description,
    first_named,
    is_unnamed,
    names_nobody,
    state_media,
)
from tracing_parts import figure, reading, report

HARBOUR = "Tolvan Harbour was closed. Tolvan is a Swedish port and Harbour trade feeds Tolvan."


def origin_of(traced: Traced, figure_id: str) -> Origin | None:
    return next((o for o in traced.origins if figure_id in o.figures), None)


def said_by(*sources: str, text: str = "{} spoke of 47 dead. " + HARBOUR) -> list[Reading]:
    """One report for each source, which gives the same figure."""
    found = []
    for i, source in enumerate(sources):
        where = report(f"r{i}", f"Ferry\n\n{text.format(source)}")
        found.append(reading(where, figure(where, "47", 47, "people", source)))
    return found


def origins_in(readings: list[Reading]) -> int:
    return len(trace(readings).origins)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Ole Lund, head of the Tolvan Coast Guard agency, said so.",
            "Ole Lund",
            "the Tolvan Coast Guard agency",
        ),
        (
            "Ole Lund head of Tolvan coast authority adding that.",
            "Ole Lund",
            "Tolvan coast authority",
        ),
        (
            "Swedish Transport Ministry official Ole Lund said so.",
            "Ole Lund",
            "Swedish Transport Ministry",
        ),
        (
            "Head of Operations at Sweden’s Coast Authority, Rear-Admiral Ole Lund, said.",
            "Ole Lund",
            "Sweden’s Coast Authority",
        ),
        (
            "Deputy head of the rescue office in the Swedish Navy Captain Ole Lund said.",
            "Ole Lund",
            "the Swedish Navy",
        ),
        ("The Gazette's Ole Lund in Tolvan says.", "Ole Lund", "The Gazette"),
        (
            "Ole Lund, the governor of Tolvan Province, the centre of the area, said.",
            "Ole Lund",
            "governor of Tolvan Province",
        ),
        ("Tolvan Gov. Ole Lund said so.", "Ole Lund", "Tolvan Gov"),
        (
            "Ole Lund from Sweden's Red Cross relief agency said.",
            "Ole Lund",
            "Sweden's Red Cross relief agency",
        ),
        (
            "The local ferry safety agency spoke. Head of the agency Ole Lund said.",
            "Ole Lund",
            "local ferry safety agency",
        ),
        (
            "A team of divers from the governorate of the Tolvan province came. "
            "The head of the team, Ole Lund, said.",
            "Ole Lund",
            "the governorate of the Tolvan province",
        ),
        (
            "Ole Lund, who runs the emergency department at TGH, said so.",
            "Ole Lund",
            "TGH",
        ),
        (
            "Ole Lund, who runs the Velmar-based monitoring group Harbour Watch, said so.",
            "Ole Lund",
            "Harbour Watch",
        ),
        ("Ole Lund, who runs a shop in Tolvan, said so.", "Ole Lund", None),
        ("Ole Lund, a fisherman, said so.", "Ole Lund", None),
        ("“Nobody knew,” Ole Lund said.", "Ole Lund", None),
        ("Governor Ole Lund said so.", "Ole Lund", None),
    ],
)
def test_the_body_a_person_speaks_for(text: str, name: str, expected: str | None) -> None:
    assert body_beside(text, name) == expected


@pytest.mark.parametrize(
    ("source", "nobody"),
    [
        ("reports", True),
        ("Reports from Tolvan", True),
        ("various news reports", True),
        ("subsequent rumours", True),
        ("a UN report", False),
        ("officials", False),
        ("Ole Lund", False),
        ("sources close to the talks", False),
    ],
)
def test_words_that_name_nobody(source: str, nobody: bool) -> None:
    assert names_nobody(source) is nobody


@pytest.mark.parametrize(
    ("source", "unnamed"),
    [
        ("officials", True),
        ("State media", True),
        ("a military source", True),
        ("Swedish presidential sources", True),
        ("an inquiry by the United Nations", True),
        ("Associated Press", False),
        ("Tolvan Police", False),
        ("Ole Lund", False),
        ("Human Rights Watch", False),
    ],
)
def test_sources_without_a_name(source: str, unnamed: bool) -> None:
    assert is_unnamed(source) is unnamed


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a UN-led investigation", "A joint inquiry by the United Nations"),
        ("Swedish officials", "senior Swedish officials"),
        ("witnesses", "eyewitnesses"),
    ],
)
def test_descriptions_that_are_alike(a: str, b: str) -> None:
    assert description(a) == description(b)


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("officials and state media", "officials"),
        ("a war monitor and medical workers", "a war monitor"),
        ("the Coast Guard and the police", "the Coast Guard"),
        ("Ministry of Roads and Bridges", "Ministry of Roads and Bridges"),
    ],
)
def test_the_first_of_two_sources_counts(source: str, first: str) -> None:
    assert first_named(source) == first


@pytest.mark.parametrize(
    "sources",
    [
        ("Sergey Petrenko", "Sergei Petrenko"),
        ("Petrenko", "Sergei Petrenko"),
        ("Swedish General Staff", "Sweden's Defence Ministry", "Swedish military"),
        ("Velmar Observatory for Northern Waters", "Velmar Observatory"),
        ("WMO", "World Meteorological Organization"),
        ("officials", "Swedish officials", "officials"),
        ("a UN-led investigation", "the international inquiry"),
        ("Stockholm", "the Swedish government"),
        ("Swedish Coast Guard", "Sweden's Coast Guard"),
        ("Doctors at the Tolvan General Hospital", "Tolvan General Hospital"),
        (
            "A doctor at the Tolvan General Hospital (TGH), the port's biggest",
            "two nurses at TGH",
        ),
        ("an official of the Tolvan Relief Fund, a charity", "Tolvan Relief Fund"),
        ("owner, Velmar-based Tolvan Lines", "Tolvan Lines"),
    ],
)
def test_one_origin_under_many_names(sources: tuple[str, ...]) -> None:
    assert origins_in(said_by(*sources)) == 1


@pytest.mark.parametrize(
    "sources",
    [
        ("Sergei Petrenko", "Oleg Petrenko"),
        ("Swedish military", "Norwegian military"),
        ("Swedish military", "the Swedish government"),
        ("officials", "witnesses"),
        ("Swedish officials", "Norwegian officials"),
        ("Velmar Observatory", "Velmar Coalition"),
        ("Doctors at the Tolvan General Hospital", "doctors at the Velmar Hospital"),
        ("engineers at the Tolvan Shipping Company", "Tolvan Shipping Company"),
    ],
)
def test_origins_that_stay_apart(sources: tuple[str, ...]) -> None:
    assert origins_in(said_by(*sources)) == len(sources)


def test_a_place_in_capitals_that_opens_a_line_is_no_source() -> None:
    here = report("a", "Ferry\n\nTOLVAN: The toll rose to 47 on Friday.")
    there = report("b", "Ferry\n\nIn Tolvan divers went on.")
    acronym = report("c", "Ferry\n\nTRSB: The toll rose to 47 on Friday.")
    told = [
        reading(here, figure(here, "47", 47, "people", "TOLVAN")),
        reading(there),
        reading(acronym, figure(acronym, "47", 47, "people", "TRSB")),
    ]
    assert [o.name for o in trace(told).origins] == ["TRSB"]


def test_a_menu_is_no_topic() -> None:
    menu = "Home | Harbour | World | Sport\nBusiness | Opinion | Weather | Travel"
    told = "Ferry\n\nThe Orle reached Tolvan. Divers from Velmar were in Tolvan."
    page = report("a", told.replace("\n\n", f"\n\n{menu}\n"))
    assert topic(reading(page)) == topic(reading(report("b", told)))


def test_an_unnamed_source_is_no_bridge_between_two_states() -> None:
    readings = []
    for i, army in enumerate(("the Swedish Army", "the Danish Army")):
        where = report(f"r{i}", f"Ferry\n\nA military source of {army} spoke of 47 dead. {HARBOUR}")
        readings.append(
            reading(where, figure(where, "47", 47, "people", "A military source",
                                  organisation=army))
        )  # fmt: skip
    assert origins_in(readings) == 2


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("Swedish President Ole Lund", "presidency"),
        ("the president of Sweden", "presidency"),
        ("president of the Swedish football federation", ""),
        ("Vice president of the Tolvan Coalition Ole Lund", ""),
    ],
)
def test_a_president_is_of_a_state_only_beside_its_name(name: str, organ: str) -> None:
    assert body(name).organ == organ


@pytest.mark.parametrize(
    ("source", "speaks"),
    [
        ("A suspected bomb attack", False),
        ("The earthquake of Sunday", False),
        ("Around 600 people who fled on foot", False),
        ("the Earthquake Monitoring Center", True),
        ("the 8th Fire Brigade", True),
    ],
)
def test_events_and_counts_of_people_cannot_speak(source: str, speaks: bool) -> None:
    assert cannot_speak(source) is not speaks


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("RNB", "The official RNB agency said so.", True),
        ("State Department", "The State Department said so.", False),
        ("official with the helpers", "An official with the helpers said so.", False),
    ],
)
def test_what_is_state_media(name: str, text: str, expected: bool) -> None:
    assert state_media(name, text) is expected


def test_a_name_that_ends_in_a_known_acronym_is_that_body() -> None:
    assert origins_in(said_by("the Relief Network of Baltica", "statement RNB")) == 1


def test_where_a_body_is_based_is_no_part_of_its_name() -> None:
    assert origins_in(said_by("the Rescue Watch", "Tolvan-based Rescue Watch")) == 1


def test_what_a_title_inferred_is_no_source_for_the_body() -> None:
    text = (
        "Offer may be as high as 184 million\n\nOle Lund put the offer between 178 and 184 "
        "million. Earlier the other bid was 184 million."
    )
    where = report("r", text)
    top = figure(where, "184 million", 184e6, "offer", None, kind="measure", unit="USD")
    span = replace(
        figure(where, "178 and 184 million", 178e6, "offer", "Ole Lund", kind="measure",
               unit="USD", modifier="between"),
        high=184e6,
    )  # fmt: skip
    bid = figure(where, "184 million", 184e6, "bid", None, kind="measure", unit="USD", nth=2)
    traced = trace([reading(where, top, span, bid)])
    assert origin_of(traced, top.id) is not None
    assert origin_of(traced, bid.id) is None


def test_officials_of_two_matters_stay_apart() -> None:
    here = said_by("officials")
    where = report("z", "Fire\n\nOfficials spoke of 47 dead. Kestrel Ridge burns; Kestrel waits.")
    other = reading(where, figure(where, "47", 47, "people", "Officials"))
    assert origins_in([*here, other]) == 2


def test_a_person_and_the_body_are_one_origin_by_the_apposition_of_one_report() -> None:
    one = report("a", "Ferry\n\nOle Lund, head of the Tolvan rescue agency, counted 47 dead.")
    two = report("b", "Ferry\n\nThe Tolvan rescue agency counted 47 dead.")
    three = report("c", "Ferry\n\nOle Lund counted 47 dead.")
    traced = trace(
        [
            reading(one, figure(one, "47", 47, "people", "Ole Lund")),
            reading(two, figure(two, "47", 47, "people", "Tolvan rescue agency")),
            reading(three, figure(three, "47", 47, "people", "Ole Lund")),
        ]
    )
    (found,) = traced.origins
    assert found.kind == "organisation"
    assert found.reports == ("a", "b", "c")
    assert "Ole Lund speaks for the Tolvan rescue agency" in found.reason
    person = next(s for s in traced.sources if s.kind == "person")
    assert person.organisation == "the Tolvan rescue agency"


def test_the_organisation_that_the_reading_gives_is_taken() -> None:
    one = report("a", "Ferry\n\nOle Lund counted 47 dead.")
    two = report("b", "Ferry\n\nThe Coast Guard counted 47 dead.")
    traced = trace(
        [
            reading(one, figure(one, "47", 47, "people", "Ole Lund", organisation="Coast Guard")),
            reading(two, figure(two, "47", 47, "people", "Coast Guard")),
        ]
    )
    assert len(traced.origins) == 1


@pytest.mark.parametrize(
    ("others", "count"),
    [((), 1), (("Swedish Navy",), 1), (("Swedish Navy", "the Swedish government"), 2)],
)
def test_a_bare_country_is_its_one_body_that_is_named(others: tuple[str, ...], count: int) -> None:
    text = "Ferry\n\nSweden spoke of 47 dead. " + " ".join(f"It was 52, {o} said." for o in others)
    where = report("a", text)
    figures = [figure(where, "47", 47, "people", "Sweden")]
    figures += [figure(where, "52", 52, "people", o, nth=i) for i, o in enumerate(others)]
    assert origins_in([reading(where, *figures)]) == count


def test_an_agency_that_passes_on_is_no_origin() -> None:
    assert origins_in(said_by("Reuters")) == 0
    assert origins_in(said_by("an AFP tally")) == 1


def test_an_agency_that_the_text_calls_official_speaks_for_its_state() -> None:
    text = "The official TNA news agency and state media spoke of 47 dead. " + HARBOUR
    where, other = report("a", "Ferry\n\n" + text), report("b", "Ferry\n\n" + text)
    traced = trace(
        [
            reading(where, figure(where, "47", 47, "people", "TNA", via="TNA")),
            reading(other, figure(other, "47", 47, "people", "state media")),
        ]
    )
    assert len(traced.origins) == 1


def ferry(
    name: str, text: str, *parts: tuple[str, float, str, str | None], day: str = "2021-03-02"
) -> Reading:
    """A report of a day with figures: words, value, thing, source."""
    where = report(name, text, published=day)
    return reading(
        where, *(figure(where, words, low, thing, source) for words, low, thing, source in parts)
    )


def lineage_of(*readings: Reading, of: str) -> str | None:
    """The origin's name of the first figure of that report, None where it has none."""
    first = next(r.figures[0].id for r in readings if r.report.id == of)
    found = origin_of(trace(readings), first)
    return found.name if found else None


def test_a_title_has_the_source_of_the_number_below() -> None:
    text = "Ferry kills 47 people\n\nTolvan mourns. The Coast Guard said 47 people had died."
    where = report("a", text)
    traced = trace(
        [
            reading(
                where,
                figure(where, "47", 47, "people"),
                figure(where, "47", 47, "people", "Coast Guard", nth=1),
            )
        ]
    )
    (found,) = traced.origins
    assert len(found.figures) == 2
    assert found.method == "named, repeated"
    assert "the report gives the same number from a source" in found.reason


def test_a_title_that_rounds_the_number_below() -> None:
    where = report("a", "Over 1,000 leave\n\nThe Coast Guard said 1,096 people had left.")
    rough = figure(where, "1,000", 1000, "people", modifier="more than", action="leave")
    fine = figure(where, "1,096", 1096, "people", "Coast Guard", action="leave")
    assert rounds(rough, fine)
    assert origin_of(trace([reading(where, rough, fine)]), rough.id) is not None


def test_two_candidates_leave_a_title_without_origin() -> None:
    text = "Ferry kills 47\n\nThe Coast Guard said 47 had died. The police said 47 had died."
    where = report("a", text)
    traced = trace(
        [
            reading(
                where,
                figure(where, "47", 47, "people"),
                figure(where, "47", 47, "people", "Coast Guard", nth=1),
                figure(where, "47", 47, "people", "Tolvan police", nth=2),
            )
        ]
    )
    assert len(traced.origins) == 2
    assert origin_of(traced, f"a-{text.index('47')}") is None


SOURCED = (
    "s",
    f"Ferry\n\nThe Coast Guard said 47 people died. {HARBOUR}",
    ("47", 47.0, "people", "Coast Guard"),
)


@pytest.mark.parametrize(
    ("text", "words", "value", "day", "expected"),
    [
        ("It killed 47 people. The Coast Guard came.", "47", 47.0, "2021-03-02", "Coast Guard"),
        ("It killed 47 people. Divers came.", "47", 47.0, "2021-03-02", None),
        ("It killed 47 people. The Coast Guard came.", "47", 47.0, "2021-03-03", None),
        ("It killed 46 people. The Coast Guard came.", "46", 46.0, "2021-03-02", None),
    ],
)
def test_a_precise_number_of_the_same_day_is_inferred(
    text: str, words: str, value: float, day: str, expected: str | None
) -> None:
    other = ferry("b", f"Ship\n\n{text} {HARBOUR}", (words, value, "people", None), day=day)
    assert lineage_of(ferry(*SOURCED), other, of="b") == expected


def test_a_small_number_is_not_inferred() -> None:
    one = ferry(
        "a",
        f"Ferry\n\nThe Coast Guard said 5 divers died. {HARBOUR}",
        ("5", 5.0, "divers", "Coast Guard"),
    )
    two = ferry(
        "b",
        f"Ship\n\nIn a dark and cold night 5 divers died. Coast Guard. {HARBOUR}",
        ("5", 5.0, "divers", None),
    )
    assert lineage_of(one, two, of="b") is None


def test_a_copied_paragraph_carries_the_source_with_it() -> None:
    copied = (
        "the ferry that ran aground before dawn with forty lorries on deck took 5 divers with it "
        "when its stern broke and sank in the deep water off the harbour, while boats came out "
        "from the villages along the coast to search for those who were missing"
    )
    one = ferry(
        "a", f"Ferry\n\nThe Coast Guard said {copied}.", ("5", 5.0, "divers", "Coast Guard")
    )
    two = ferry(
        "b", f"Ship\n\nIt is told that {copied}.", ("5", 5.0, "divers", None), day="2021-03-05"
    )
    assert lineage_of(one, two, of="b") == "Coast Guard"
    inferred = [e for e in trace([one, two]).edges if e.kind == "said to" and e.head == "b"]
    assert [e.inferred for e in inferred] == [True]
    assert "the same words stand with a source" in inferred[0].reason


@pytest.mark.parametrize(
    ("words", "value", "count", "is_precise"),
    [
        ("47", 47.0, 2, True),
        ("10,500", 10500.0, 3, True),
        ("3,000", 3000.0, 1, False),
        ("5", 5.0, 1, False),
        ("12", 12.0, 2, False),
        ("5.9", 5.9, 2, False),
        ("dozens", 24.0, 2, False),
    ],
)
def test_which_numbers_are_precise(words: str, value: float, count: int, is_precise: bool) -> None:
    found = figure(report("a", f"Count\n\n{words} people"), words, value, "people")
    assert digits(found) == count
    assert precise(found) is is_precise


@pytest.mark.parametrize(
    ("thing", "head"),
    [
        ("fighters of the north", "fighter"),
        ("passenger buses", "bus"),
        ("children under the age of eight", "child"),
        ("the city's territory", "territory"),
    ],
)
def test_the_head_of_what_is_counted(thing: str, head: str) -> None:
    found = figure(report("a", "Count\n\n47 things"), "47", 47, thing)
    assert head_of(found) == head


def test_a_report_without_sources_has_no_origin() -> None:
    assert trace([]) == Traced((), (), (), ())
    traced = trace([ferry("a", "Ferry\n\nIt killed 47 people.", ("47", 47.0, "people", None))])
    assert traced.origins == ()
    assert traced.edges == ()


def test_the_stemma_goes_from_origin_through_agency_to_report() -> None:
    where = report("a", "Ferry\n\nThe Coast Guard said 47 people died, the TNA reports.")
    traced = trace([reading(where, figure(where, "47", 47, "people", "Coast Guard", via="TNA"))])
    start = where.text.index("47")
    assert [(e.tail, e.head, e.kind, e.evidence) for e in traced.edges] == [
        ("via:TNA", "a", "quoted through", (("a", start, start + 2),)),
        ("origin:coast-guard", "via:TNA", "said to", (("a", start, start + 2),)),
    ]


def test_statements_are_traced_like_figures() -> None:
    where = report("a", "Ferry\n\n“Nobody knew,” Ole Lund of the Coast Guard said.")
    start = where.text.index("Nobody")
    said = Statement(
        "a-s1",
        "a",
        None,
        None,
        (Span(start, start + 12),),
        "direct",
        "Ole Lund",
        "Coast Guard",
        None,
    )
    traced = trace([Reading(where, (said,), ())])
    (found,) = traced.origins
    assert found.statements == ("a-s1",)
    assert {s.name for s in traced.sources} == {"Ole Lund", "Coast Guard"}
    assert traced.edges[0].evidence == (("a", start, start + 12),)


NAMES = [
    "Ole Lund",
    "Lund",
    "Olle Lund",
    "Coast Guard",
    "Swedish Coast Guard",
    "officials",
    "Swedish officials",
    "Sweden",
    "Swedish Navy",
    "state media",
    "reports",
    None,
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from([5, 47, 52, 1300])),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    ),
    st.randoms(),
)
def test_order_does_not_matter_and_every_figure_has_one_origin_at_most(
    said: list[list[tuple[str | None, int]]], rng: random.Random
) -> None:
    readings = []
    for i, parts in enumerate(said):
        lines = [f"{name or 'It'} told of {n} people." for name, n in parts]
        where = report(
            f"r{i}", "Ferry\n\n" + "\n".join(lines) + f"\n{HARBOUR}", published="2021-03-02"
        )
        seen: dict[int, int] = {}
        figures = []
        for name, n in parts:
            figures.append(figure(where, f"of {n} ", n, "people", name, nth=seen.get(n, 0)))
            seen[n] = seen.get(n, 0) + 1
        readings.append(reading(where, *figures))
    traced = trace(readings)
    rng.shuffle(readings)
    assert trace(readings) == traced
    put = [f for o in traced.origins for f in o.figures]
    assert len(put) == len(set(put))
    texts = {r.report.id: r.report.text for r in readings}
    nodes = set(texts) | {o.id for o in traced.origins}
    for edge in traced.edges:
        assert edge.tail in nodes
        assert edge.head in nodes
        for name, start, end in edge.evidence:
            assert 0 <= start < end <= len(texts[name])
    named = {f.id for r in readings for f in r.figures if f.source and f.source != "reports"}
    assert named <= set(put)
    assert all(o.reason and o.spellings for o in traced.origins)


ROUNDED = [
    ("nearly", 30, 29, True),
    ("about", 30, 29, True),
    ("exact", 30, 29, False),
    ("nearly", 40, 29, False),
    ("more than", 28, 29, True),
    ("at least", 30, 29, False),
]


@pytest.mark.parametrize(("hedge", "rough", "fine", "expected"), ROUNDED)
def test_a_lead_may_round_a_number_up_or_down(
    hedge: Modifier, rough: int, fine: int, expected: bool
) -> None:
    where = report("r", f"Raid\n\n{rough} gunmen died. The Orle Observatory counted {fine} rebels.")
    one = figure(where, str(rough), rough, "gunmen", modifier=hedge)
    two = figure(where, str(fine), fine, "rebels", "Orle Observatory")
    traced = trace([reading(where, one, two)])
    assert [len(o.figures) for o in traced.origins] == [1 + expected]


def test_people_under_two_names_are_one_number_of_one_day() -> None:
    day = "2031-05-04"
    one = report(
        "a",
        "Raid in Orle\n\nIn Orle and Besk the Selk Observatory counted 29 rebels dead.",
        published=day,
    )
    two = report(
        "b",
        "Raid in Besk\n\nIn Orle and Besk 29 gunmen died, the Selk Observatory was told.",
        published=day,
    )
    traced = trace(
        [
            reading(one, figure(one, "29", 29, "rebels", "Selk Observatory")),
            reading(two, figure(two, "29", 29, "gunmen")),
        ]
    )
    assert [len(o.figures) for o in traced.origins] == [2]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-03-02", "Coast Guard"),
        ("2021-03-03", "Coast Guard"),
        ("2021-03-04", None),
        ("2021-03-01", None),
    ],
)
def test_a_quoted_agency_has_it_from_whom_it_named_that_day_or_the_day_before(
    day: str, expected: str | None
) -> None:
    told = ferry(*SOURCED)
    told = replace(told, report=replace(told.report, outlet="Coastwire Agency"))
    text = f"Ship\n\nIt killed 47 people, Coastwire Agency reports. {HARBOUR}"
    copy = ferry("b", text, ("47", 47.0, "people", "Coastwire Agency"), day=day)
    assert lineage_of(told, copy, of="b") == expected
