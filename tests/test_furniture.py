"""Furniture in plain text: tables of invented lines, properties, and the corpora."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.intake import across, segments
from stemmata.intake.dates import date_line, iso_date, leading_date
from stemmata.intake.head import dateline, is_title
from stemmata.intake.lines import BLANKS
from stemmata.intake.mastheads import dated_name, is_masthead
from stemmata.intake.stretches import outlet_in_title
from stemmata.model import Report

BODY = (
    "The river rose above its banks on Monday and flooded the lower town, officials said.",
    "About 1,200 people were brought to schools on higher ground, the mayor told reporters.",
    "Water levels were expected to fall over the next two days, according to the forecast.",
)
TITLE = "Flood drives 1,200 people from the lower town"


def kinds(text: str, title: str | None = None, outlet: str | None = None) -> list[str]:
    """One word a line: its kind, or its detail where it is furniture."""
    return [part.detail or part.kind for part in segments(text, title, outlet)]


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ("Leave a Reply", "comment form"),
        ("Be the first to comment on this flood story", "comment form"),
        ("14 Comments", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("You must be logged in to post a comment", "comment form"),
        ("4.5 12 votes", "rating"),
        ("Rate this article", "rating"),
        ("Share on Facebook", "share or donate"),
        ("Facebook Twitter WhatsApp Telegram", "share or donate"),
        ("Subscribe to our newsletter", "share or donate"),
        ("Become a member and support our work", "share or donate"),
        ("READ ALSO: Bridge in the upper valley closed for 30 days", "related link"),
        ("Related stories", "related link"),
        ("You may also like", "related link"),
        ("https://example.org/flood/2031/04", "related link"),
        ("Back to top", "menu"),
        ("Home > News > Region", "menu"),
        ("Privacy Policy", "menu"),
        ("WorldPoliticsSport NewsVideoPhotos", "menu"),
        ("Advertisement", "advertisement"),
        ("Filed under: Weather", "category"),
        ("on ,", "category"),
        ("IMG_20310409", "image"),
        ("flood-lower-town_4x3.jpg", "image"),
        ("All rights reserved", "disclaimer"),
        ("The views expressed in this article are the author's own.", "disclaimer"),
        ('array(2) "{"id":"77","title":"Dam holds"}"', "debug dump"),
        ('[{"id":"1","pic":"/a.jpg"},{"id":"2","pic":"/b.jpg"}]', "debug dump"),
        ("Notice: Undefined index: tag in /var/www/post.php on line 12", "debug dump"),
        ("Flood Warning issued May 8 at 7:41PM CDT expiring May 9 in effect for: Upland", "menu"),
        ("1:49 Mayor thanks the crews Pause", "related link"),
        ("* * *", "rule"),
    ],
)
def test_a_line_of_furniture_is_named(line: str, detail: str) -> None:
    text = "\n\n".join((TITLE, *BODY, line))
    assert kinds(text, TITLE) == ["title", "body", "body", "body", detail]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of three insurers fell by 4 percent",
        "Comments by the minister drew 200 protesters to the square",
        "More from the upper valley were reported missing on Tuesday.",
        "Also read out at the hearing were letters by two of the survivors.",
        "Donate blood, the hospital asked its 900 neighbours.",
        "Most recent figures show 40 houses lost",
        "The opinions of experts differ.",
        "Two dead",
        "- 14 houses destroyed",
        "Killed: 12",
        "McAllister, MacDonald and LaRouche were among the rescuers",
        "The WhatsApp group of the YouTube channel has 4,000 members",
        "[Editor: the figure was given as 1,200 on Monday]",
        "and 300 of them had not returned by nightfall",
    ],
)
def test_a_line_of_the_body_stays(line: str) -> None:
    for text in (
        "\n".join((TITLE, "", BODY[0], line, BODY[1])),
        "\n\n".join((TITLE, *BODY, line)),
        line,
    ):
        assert "furniture" not in {part.kind for part in segments(text, TITLE, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\u00a0\n", []),
        ("Two hundred houses are under water", ["body"]),
        ("rebels left the town\n40 people stayed", ["body", "body"]),
        ("FLOOD HITS TOWN\n\n1,200 PEOPLE LEFT THEIR HOMES", ["body", "body"]),
        (f"{TITLE}\n\n{BODY[0]}", ["title", "body"]),
        (f"{TITLE}\n{BODY[0]}\nIt is still raining", ["title", "body", "body"]),
        (f"Did the dam hold?\n\n{BODY[0]}\n{BODY[1]}", ["title", "body", "body"]),
        (  # wrapped prose is no headline
            "The river rose above its banks on Monday and flooded the\n"
            "lower town, officials said. About 1,200 people were brought\nto schools.",
            ["body", "body", "body"],
        ),
        (  # head matter of every kind
            f"Region\nStorms in the valley keep crews busy\n{TITLE} - Valley Post\n"
            f"By Ann Lee and Bo Chan\nMon Apr 9, 2031 18:30\nUpland News - Brazil\n\n{BODY[0]}",
            ["category", "kicker", "title", "byline", "date", "outlet", "body"],
        ),
        (  # a subhead between closed and beginning prose, but not an item of a list
            "\n\n".join((TITLE, BODY[0], "Schools opened", BODY[1], "Killed: 3", BODY[2])),
            ["title", "body", "subhead", "body", "body", "body"],
        ),
        (  # headlines after the comment form lead elsewhere
            "\n\n".join((TITLE, *BODY, "Leave a Reply", "Dam in the north was never inspected")),
            ["title", "body", "body", "body", "comment form", "related link"],
        ),
        (  # headlines below a bare heading, in the middle of the body
            "\n".join(
                (TITLE, "", BODY[0], "Read more", "Minister Visits Dam Before Storm", *BODY[1:])
            ),
            ["title", "body", "related link", "related link", "body", "body"],
        ),
        (  # the title once more below the body
            "\n\n".join((TITLE, *BODY, TITLE)),
            ["title", "body", "body", "body", "repeated title"],
        ),
        (  # words that reports hold too count only beside other signs
            "\n\n".join((TITLE, BODY[0], "What do you think?", BODY[1], BODY[2])),
            ["title", "body", "body", "body", "body"],
        ),
        (
            "\n\n".join((TITLE, *BODY, "Leave a Reply", "What do you think?")),
            ["title", "body", "body", "body", "comment form", "comment form"],
        ),
    ],
)
def test_lines_of_a_text(text: str, expected: list[str]) -> None:
    title = TITLE if TITLE in text else None
    assert kinds(text, title, "Valley Post") == expected


def test_a_title_is_found_where_none_is_given() -> None:
    assert kinds("\n\n".join((TITLE, *BODY))) == ["title", "body", "body", "body"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (TITLE, TITLE.upper()),
        ("# " + TITLE, TITLE),
        (f"{TITLE} | The Valley Post", TITLE),
        (TITLE, f"{TITLE} - Valley Post"),
        ("Flood drives 1,200 people from the town’s ‘lower’ part", "Flood drives 1,200 people from"
         " the town's 'lower' part"),
    ],
)  # fmt: skip
def test_a_title_is_recognised(line: str, title: str) -> None:
    assert is_title(line, title, "Valley Post")


def test_another_headline_is_not_the_title() -> None:
    assert not is_title("Flood closes 12 schools in the upper valley", TITLE, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HARBOUR CITY, Norland (Reuters) — The flood", "HARBOUR CITY, Norland (Reuters) —"),
        ("HARBOUR CITY - The flood", "HARBOUR CITY -"),
        ("Harbour City (AFP) – The flood", "Harbour City (AFP) –"),
        ("(Reuters) - The flood", "(Reuters) -"),
        ("ST. ANN, 4 April (Xinhua) -- The flood", "ST. ANN, 4 April (Xinhua) --"),
        ("UN-backed forces left", ""),
        ("NATO — the alliance of the north — said", ""),
        ("A case of flooding was reported in the town — the first", ""),
        ("FLOOD HITS TOWN - 1,200 PEOPLE LEAVE THEIR HOMES", ""),
    ],
)
def test_datelines(text: str, found: str) -> None:
    assert text[: dateline(text)] == found


def test_a_dateline_is_a_segment_of_its_own() -> None:
    text = f"{TITLE}\n\nHARBOUR CITY (AP) —\u00a0{BODY[0]}\n{BODY[1]}"
    parts = segments(text, TITLE, None)
    assert [part.kind for part in parts] == ["title", "dateline", "body", "body"]
    assert text[parts[2].start : parts[2].end] == BODY[0]


LINE = " ".join(BODY)


def inside(text: str, title: str | None = None, outlet: str | None = None) -> list[str]:
    """The stretches that are marked within a text, each with its kind or detail before it."""
    return [
        f"{part.detail or part.kind}: {text[part.start : part.end]}"
        for part in segments(text, title, outlet)
        if part.kind not in ("body", "dateline")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"4 May 2031 {LINE}", ["date: 4 May 2031"]),
        (f"Date of publication 4 May 2031 {LINE}", ["date: Date of publication 4 May 2031"]),
        (f"Posted on May 4, 2031 {LINE}", ["date: Posted on May 4, 2031"]),
        (f"4 May 2031 {TITLE}. {LINE}", ["date: 4 May 2031", f"title: {TITLE}."]),
        (
            f"{TITLE} AFP Friday 4 May 2031 {LINE}",
            [f"title: {TITLE}", "outlet: AFP", "date: Friday 4 May 2031"],
        ),
        (
            f"04.05.2031(updated 1121 04.05.2031) Get short URL 0 38 {LINE}",
            ["date: 04.05.2031", "date: (updated 1121 04.05.2031)",
             "share or donate: Get short URL 0 38"],
        ),
        (f"{BODY[0]} (Photo: Ann Lee, Valley Post) {BODY[1]}",
         ["image: (Photo: Ann Lee, Valley Post)"]),
        (f"{BODY[0]} (AP Photo/Ann Lee) {BODY[1]}", ["image: (AP Photo/Ann Lee)"]),
        (f"{BODY[0]} Image 2 of 10 {BODY[1]}", ["image: Image 2 of 10"]),
        (f"{BODY[0]} (Published Monday, May 4, 2031)", ["date: (Published Monday, May 4, 2031)"]),
        (f"Share Pin It 1 of 2 More Galleries {BODY[0]}",
         ["share or donate: Share Pin It 1 of 2 More Galleries"]),
        (f"EMBED >More News Videos {BODY[0]}", ["image: EMBED >More News Videos"]),
        (f"{LINE} ... 85 Related Dam Holds After 22 Days of Rain Crews Find Boats Tags dam Upland",
         ["related link: ... 85 Related Dam Holds After 22 Days of Rain Crews Find Boats Tags dam"
          " Upland"]),
        (f"{LINE} Related: Crews find 4 boats below the dam",
         ["related link: Related: Crews find 4 boats below the dam"]),
        (f"{LINE} Related Articles Crews find 4 boats below the dam",
         ["related link: Related Articles Crews find 4 boats below the dam"]),
        (f"{LINE} Read Also", ["related link: Read Also"]),
        (f"{LINE} Reporting by Ann Lee; Editing by Bo Chan",
         ["byline: Reporting by Ann Lee; Editing by Bo Chan"]),
        (f"{LINE} © 2031 Valley Post", ["disclaimer: © 2031 Valley Post"]),
        (f"{LINE} Dam holds as 40 boats are lost - YouTube The mayor came on Monday.",
         ["image: Dam holds as 40 boats are lost - YouTube"]),
        (f"{LINE} 12", ["counter: 12"]),
        (f"{LINE} Valley Post Valley Post is the oldest daily newspaper, printed in 14 cities.",
         ["disclaimer: Valley Post Valley Post is the oldest daily newspaper, printed in 14"
          " cities."]),
    ],
)  # fmt: skip
def test_furniture_within_a_line(text: str, found: list[str]) -> None:
    assert inside(text, TITLE, "Valley Post") == found


@pytest.mark.parametrize(
    "tail",
    [
        "Related costs rose to 40 million, the minister said.",
        "Tags on 40 cattle were lost in the flood.",
        "Comments by Mayor Ann Lee drew 200 people to the Upland Square.",
        "Follow the river for 3 miles and you reach the dam.",
        "Photo 12 shows the dam before the flood.",
        "Two of 10 boats sank. 4 of 10 were found.",
        "It was the worst flood since Sept. 12",
        "More than 300 houses were lost, reporting by the council shows.",
        "Northland Times is the country's oldest newspaper and lost 14 presses.",
        "The mayor's video was posted 4 May 2031 and seen by 300 people.",
        "The bridge (pictured) and 12 others were closed.",
        "READ and WRITE, two charities, fed 300 people.",
        "The film of the flood was seen by 300 people on YouTube on Monday.",
    ],
)
def test_a_sentence_within_a_line_stays(tail: str) -> None:
    for text in (f"{LINE} {tail}", f"{LINE} {tail} {REFRAIN} The lower town was dry by noon."):
        assert inside(text, TITLE, "Valley Post") == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (f"{TITLE} - WQXY Local 6: Your news and weather", "- WQXY Local 6: Your news and weather"),
        (f"{TITLE} - WQXY-TV 3 Northland", "- WQXY-TV 3 Northland"),
        (f"{TITLE} :: example.com", ":: example.com"),
        (f"{TITLE} | FOX 8 Upland News", "| FOX 8 Upland News"),
        (f"{TITLE} - 40 houses lost", ""),
        ("UN - WHO chief speaks", ""),
        ("Flood drives 1,200 people away - Mayor", ""),
    ],
)
def test_an_outlets_name_in_a_title(title: str, name: str) -> None:
    cut = outlet_in_title(title)
    assert title[len(title) if cut is None else cut :] == name


REFRAIN = "The council had asked for a new dam in each of the last three years."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" ".join([*BODY, *BODY]), " ".join(BODY)),
        ("\n".join([*BODY, REFRAIN, *BODY]), "|".join(BODY)),
        (" ".join([*BODY, REFRAIN, *BODY, "It rained on."]), " ".join(BODY)),
        (f"May 4. {' '.join(BODY)} {REFRAIN} {BODY[0]} So it was. {BODY[1]} {BODY[2]}",
         f"{BODY[0]} So it was. {BODY[1]} {BODY[2]}"),
        # A sentence or two that come again stay, and so do short ones.
        (" ".join([BODY[0], *BODY, REFRAIN]), ""),
        (" ".join([*BODY, REFRAIN, BODY[0], BODY[2]]), ""),
        (" ".join([*BODY, "It rained. It blew. It froze. It rained. It blew. It froze."]), ""),
        (" ".join([*BODY, REFRAIN, BODY[0], REFRAIN.upper(), "The lower town is empty now."]), ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_run_of_sentences_that_comes_again(text: str, found: str) -> None:
    again = [part for part in segments(text, None, None) if part.detail == "repeated passage"]
    assert "|".join(text[part.start : part.end] for part in again) == found


@pytest.mark.parametrize(
    ("line", "is_link"),
    [
        ("VIDEO: Mayor speaks at the dam", True),
        ("UPDATE: Two on the run after 7 hurt at the dam", True),
        ("UPDATE: Two men are on the run after 7 were hurt at the dam.", False),
        ("KILLED: Ann Lee, 34, of Upland", False),
        ("Video: Mayor speaks at the dam", False),
    ],
)
def test_labelled_headlines_between_sentences(line: str, is_link: bool) -> None:
    assert (
        kinds("\n\n".join((TITLE, BODY[0], line, BODY[1])), TITLE)[2] == "related link"
    ) == is_link


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Fri Dec 9, 2031 18:30:54", "2031-12-09"),
        ("April 4, 2031", "2031-04-04"),
        ("4 Apr 2031", "2031-04-04"),
        ("Published: 21st of March 2031 at 7:45 pm GMT", "2031-03-21"),
        ("Last updated on Tuesday, 4 April 2031 - 16:12", "2031-04-04"),
        ("2031-04-04T18:30:00+02:00", "2031-04-04"),
        ("2031/4/9", "2031-04-09"),
        ("27.04.2031", "2031-04-27"),
        ("04/27/2031", "2031-04-27"),
        ("09/12/2031", ""),
        ("31 February 2031", ""),
        ("2031", None),
        ("4 April 2031 was a cold day", None),
        ("1,096 people left on 4 April 2031", None),
        ("May 40 houses", None),
    ],
)
def test_date_lines(line: str, date: str | None) -> None:
    assert date_line(line) == date
    assert iso_date(line) == (date or None)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Posted on April 4 2031 by Ann Lee Dozens of houses", "2031-04-04"),
        ("4 Apr 2031 A factory burnt down", "2031-04-04"),
        ("4 April 2031 was a cold day", None),
        ("4/5/2031 A factory burnt down", None),
        ("A factory burnt down on 4 Apr 2031", None),
    ],
)
def test_dates_that_a_line_opens_with(line: str, date: str | None) -> None:
    assert leading_date(line) == date


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("The Northern Herald", True),
        ("The Herald", True),
        ("Upland Valley Tribune", True),
        ("Valley Post", True),
        ("Times of Norland", True),
        ("Radio Norland", True),
        ("Norland News Agency", True),
        ("The Border Post", True),
        ("Breaking News", False),
        ("Good News", False),
        ("Troops Seize Border Post", False),
        ("Chief Quits Post", False),
        ("Mayor Tells Radio", False),
        ("Flood Hits Upland Times", False),
        ("Radio Mast Falls", False),
        ("Aid Agency", False),
        ("The river herald", False),
        ("In Old Times", False),
        ("Herald", False),
        ("The Northern Herald 4", False),
        ("The Northern Herald.", False),
        ("", False),
    ],
)
def test_names_of_outlets(line: str, is_one: bool) -> None:
    assert is_masthead(line) == is_one


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Relief Observer, 10 June 2031", ("Relief Observer", "2031-06-10")),
        ("Camp Radio, June 14, 2031", ("Camp Radio", "2031-06-14")),
        ("Camp Radio | Tuesday, 14 June 2031 18:30", ("Camp Radio", "2031-06-14")),
        ("Camp Radio - 14.06.2031", ("Camp Radio", "2031-06-14")),
        ("Ostrava Minor, 14 June 2031", ("Ostrava Minor", "2031-06-14")),
        ("Camp Radio, 09/12/2031", ("Camp Radio", "")),
        ("On Monday, 14 June 2031", None),
        ("40 boats sank, 14 June 2031", None),
        ("The dam fell, 14 June 2031", None),
        ("Camp Radio, 14 June 2031, said so", None),
        ("Camp Radio", None),
        (", 14 June 2031", None),
    ],
)
def test_a_name_with_a_date(line: str, found: tuple[str, str] | None) -> None:
    assert dated_name(line) == found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("The Northern Herald", TITLE), ["outlet", "title"]),
        ((TITLE, "Relief Observer, 10 June 2031"), ["title", "date"]),
        (("Camp Radio, 14 June 2031", TITLE), ["date", "title"]),
        (("Ostrava Minor, 14 June 2031", TITLE), ["date", "title"]),
        (("The Northern Herald", "10 June 2031"), ["outlet", "date"]),
        # the only headline there is
        (("Norland News Agency", "10 June 2031"), ["title", "date"]),
        (("Flood Update, 14 June 2031",), ["title"]),
        (("Troops Seize Border Post", "Army denies losing ground"), ["title", "body"]),
    ],
)
def test_what_the_head_says_of_the_outlet(head: tuple[str, ...], expected: list[str]) -> None:
    assert kinds("\n\n".join((*head, *BODY))) == [*expected, "body", "body", "body"]


def test_a_name_below_the_head_is_body() -> None:
    lines = ("The Northern Herald", "Ostrava Minor, 14 June 2031")
    for line in lines:
        assert kinds("\n\n".join((TITLE, *BODY, line, BODY[0])))[4] in ("body", "subhead")


def _report(name: str, text: str, title: str, outlet: str | None = "Valley Post") -> Report:
    return Report(name, name, name, text, segments(text, title, outlet), title, outlet)


def test_lines_that_an_outlet_prints_everywhere_are_furniture() -> None:
    slogan = "Your Valley, Your Voice"
    texts = [f"Flood number {i} hits\n\n{i} houses were lost in the flood.\n{BODY[1]}\n\n{slogan}"
             for i in range(1, 4)]  # fmt: skip
    reports = [_report(str(i), text, text.splitlines()[0]) for i, text in enumerate(texts)]
    for report in across(reports):
        last = report.segments[-1]
        assert (last.kind, last.detail) == ("furniture", "repeated line")
        # background that is repeated word for word is still the report's own
        assert [part.kind for part in report.segments[:-1]] == ["title", "body", "body"]
    assert across(reports[:2]) == tuple(reports[:2])
    foreign = [replace(report, outlet=None) for report in reports]
    assert across(foreign) == tuple(foreign)


def test_another_reports_title_is_a_link() -> None:
    other = "Dam in the north was never inspected"
    one = _report("1", "\n\n".join((TITLE, BODY[0], other, BODY[1])), TITLE, None)
    two = _report("2", "\n\n".join((other, *BODY)), other, None)
    marked, same = across([one, two])
    assert [part.detail for part in marked.segments] == ["", "", "related link", ""]
    assert same == two
    copy = replace(two, id="3")
    assert across([two, copy]) == (two, copy)


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        (TITLE, *BODY, "Leave a Reply", "World", "READ MORE", "HARBOUR CITY (AP) — Water rose.", "")
    ),
)
TEXTS = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(LINES, max_size=25),
    st.sampled_from(("\n", "\r\n", "\n\n", "\r", "\u2028")),
)


@given(text=TEXTS, title=st.none() | LINES, outlet=st.none() | st.text(max_size=15))
def test_segments_cover_what_is_not_blank(text: str, title: str | None, outlet: str | None) -> None:
    place = 0
    for part in segments(text, title, outlet):
        assert place <= part.start < part.end <= len(text)
        assert not text[place : part.start].strip(BLANKS)
        span = text[part.start : part.end]
        assert span == span.strip(BLANKS)
        assert bool(part.detail) == (part.kind == "furniture")
        place = part.end
    assert not text[place:].strip(BLANKS)


@given(st.lists(TEXTS, max_size=5))
def test_looking_across_keeps_spans_and_only_adds_furniture(texts: list[str]) -> None:
    reports = [_report(str(i), text, TITLE) for i, text in enumerate(texts)]
    for before, after in zip(reports, across(reports), strict=True):
        assert [(p.start, p.end) for p in before.segments] == [
            (p.start, p.end) for p in after.segments
        ]
        for old, new in zip(before.segments, after.segments, strict=True):
            assert new == old or new.kind == "furniture"


def test_a_long_line_without_words_costs_little() -> None:
    text = "x" * 300_000 + "\n" + "< " * 100_000 + "\n" + '{"a":' * 50_000
    assert len(segments(text, None, None)) == 3


# The corpora beside the repository. Line numbers, from 1, of everything that is no part of the
# report; the outlet tag in 001 (line 9) is told apart as such and not as furniture.
FURNITURE_LINES = {
    "000": {40, 42, 44},
    "001": {26},
    "002": {2, 6, 50},
    "003": {1, 27, 28, 29, 32, 34, 36, 37, 38, 40, 42},
    "004": {1, 29, 38, 40, 42},
}
HEAD_LINES = {
    "000": {1: "title"},
    "001": {1: "kicker", 3: "title", 5: "date", 9: "outlet"},
    "002": {1: "title", 4: "title"},
    "003": {3: "title"},
    "004": {3: "title", 15: "subhead", 25: "subhead"},
}
WITH_GOLD = (
    "aleppo",
    "khan-sheikhoun",
    "qeshm-quake",
    "papua-quake",
    "signings",
    "jewel-heist",
    "supermarket-fire",
    "ice-cream-shop",
)


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _corpus(folder: Path) -> dict[str, tuple[str, str | None, str | None]]:
    about = {row["report"]: row for row in _rows(folder / "reports.jsonl")}
    found = {}
    for path in sorted((folder / "reports").iterdir()):
        row = about.get(path.stem, {})
        text = path.read_bytes().decode("utf-8")
        found[path.stem] = (text, row.get("title"), row.get("outlet"))
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("known", [True, False], ids=["title given", "title unknown"])
def test_the_furniture_of_the_scraped_reports(shared: Path, known: bool) -> None:
    for name, (text, title, outlet) in _corpus(shared / "corpora" / "aleppo").items():
        parts = segments(text, title if known else None, outlet if known else None)
        lines = {text.count("\n", 0, part.start) + 1: part for part in parts}
        furniture = {line for line, part in lines.items() if part.kind == "furniture"}
        assert furniture == FURNITURE_LINES[name[:3]], name
        if known:
            others = {n: p.kind for n, p in lines.items() if p.kind not in ("furniture", "body")}
            assert others == HEAD_LINES[name[:3]], name


@pytest.mark.parametrize("corpus", WITH_GOLD)
def test_no_gold_figure_lies_in_furniture(shared: Path, corpus: str) -> None:
    folder = shared / "corpora" / corpus
    reports = {
        name: (text, title, outlet) for name, (text, title, outlet) in _corpus(folder).items()
    }
    lost = []
    for figure in _rows(folder / "figures.jsonl"):
        text, title, outlet = reports[str(figure["report"])]
        for parts in (segments(text, title, outlet), segments(text, None, None)):
            start, end = int(str(figure["start"])), int(str(figure["end"]))
            read = (p for p in parts if p.kind not in ("furniture", "date", "outlet"))
            if not any(p.start <= start and end <= p.end for p in read):
                lost.append(figure["id"])
    assert not lost


def test_scraps_between_title_and_text_are_the_page_s() -> None:
    head = [TITLE, "Home > News > Region", "Today's Edition: 48 Pages", "Gold 161.25 | Upland 36°C"]
    found = kinds("\n".join([*head, "Print | Email | Comments (12)", *BODY]))
    assert found == ["title", "menu", *["page's head"] * 3, "body", "body", "body"]


def test_short_lines_below_a_title_are_the_report_s_without_furniture_beside_them() -> None:
    assert kinds("\n".join([TITLE, "A town under water", *BODY])).count("page's head") == 0


def test_links_below_a_link_need_no_capitals() -> None:
    links = ["Related Links", "Storm Kills Six in Upland", "12 hurt as bus overturns near the dam"]
    found = kinds("\n".join([TITLE, *BODY[:2], *links, BODY[2]]))
    assert found == ["title", "body", "body", *["related link"] * 3, "body"]
