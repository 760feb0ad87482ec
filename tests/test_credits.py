"""Whose text a report prints, by the credit in its dateline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemmata.intake.furniture import segments
from stemmata.model import Reading, Report
from stemmata.tracing import trace
from stemmata.tracing.credits import credited, is_own, own_text
from stemmata.tracing.reuse import which_is_earlier
from tracing_parts import figure, reading, report

STORY = "The harbour at Orle was shut on Monday after 41 boats ran aground, the harbour board said."


def printed(name: str, opening: str, outlet: str | None = None) -> Report:
    """A report of the story behind that opening, segmented as intake does it."""
    text = f"Harbour shut at Orle\n\n{opening}{STORY}\n\nThe tide will turn at noon today."
    return replace(report(name, text, outlet=outlet), segments=tuple(segments(text, None, outlet)))


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("ORLE (Talwin) - ", "Talwin"),
        ("ORLE, 3 May (Talwin) — ", "Talwin"),
        ("ORLE, Besk (Talwin News Service) - ", "Talwin News Service"),
        ("(Talwin) - ", "Talwin"),
        ("Orle (dpa) - ", "dpa"),
        ("ORLE (Talwin).- ", "Talwin"),
        ("ORLE, May 3. /TALWIN/. ", "TALWIN"),
        ("Orle, Besk, May 3, 2031 /Talwin/ -- ", "Talwin"),
        ("Orle (north) - ", None),
        ("ORLE (France) - ", None),
        ("ORLE - ", None),
        ("", None),
        ("The boats (Talwin) - ", None),
    ],
)
def test_a_dateline_credits_an_agency(opening: str, agency: str | None) -> None:
    assert credited(printed("r", opening)) == agency


def test_the_agency_s_own_text() -> None:
    assert own_text(printed("r", "ORLE (Talwin) - ", "Talwin"))
    assert not own_text(printed("r", "ORLE (Talwin) - ", "Harbour Post"))
    assert not own_text(printed("r", "", "Talwin"))


@pytest.mark.parametrize(
    ("outlet", "name", "own"),
    [
        ("The Orle Herald", "Herald", True),
        ("The Orle Herald", "the Orle Herald", True),
        ("Orle News", "Orle", True),
        ("Varn Matin (English)", "Varn Matin", True),
        ("Talwin", "TALWIN", True),
        ("The Orle Herald", "Talwin", False),
        ("Orle Evening Post", "Evening", False),
        (None, "Talwin", False),
    ],
)
def test_an_outlet_s_own_name(outlet: str | None, name: str, own: bool) -> None:
    assert is_own(printed("r", "", outlet), name) == own


def test_an_outlet_is_no_agency_of_its_own_report() -> None:
    where = printed("a", "", "The Orle Herald")
    one = replace(figure(where, "41", 41, "boats", "harbour board", unit="item"), via="Herald")
    edges = {(e.tail, e.head, e.kind) for e in trace([reading(where, one)]).edges}
    assert edges == {("origin:harbour-board", "a", "said to")}


def _told(where: Report) -> Reading:
    return reading(where, figure(where, "41", 41, "boats", "harbour board", unit="item"))


def test_the_agency_s_own_text_is_the_earlier_and_others_have_theirs_through_it() -> None:
    own = _told(printed("a", "ORLE (Talwin) - ", "Talwin"))
    paper = _told(printed("b", "ORLE (Talwin) - ", "Harbour Post"))
    silent = _told(printed("c", "", "Echo"))
    assert [which_is_earlier(own, r)[0] for r in (paper, silent)] == ["a", "a"]
    first, why = which_is_earlier(paper, silent)
    assert (first, why) == (None, "; b has its text from Talwin")
    edges = {(e.tail, e.head, e.kind) for e in trace([own, paper, silent]).edges}
    assert ("origin:harbour-board", "via:Talwin", "said to") in edges
    assert ("via:Talwin", "b", "quoted through") in edges
    assert {e for e in edges if e[0] == "via:Talwin"} == {("via:Talwin", "b", "quoted through")}
    assert {h for t, h, k in edges if k == "said to"} == {"a", "via:Talwin", "c"}
