"""Intake: real files in, reports and failures out; what breaks and what it says then."""

from __future__ import annotations

import codecs
import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.intake import html, intake, text
from stemmata.intake.html import plain_text
from stemmata.model import Failure, Report

BODY = "The river rose above its banks on Monday and 1,200 people left, officials said."
OTHER = "Water levels were expected to fall over the next two days, the forecast said."
TITLE = "Flood drives 1,200 people from the lower town"

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Valley Post
</title><meta property="og:title" content="{TITLE}"><meta property="og:site_name"
content="Valley Post"><link rel="canonical" href="https://example.org/2031/flood">
<meta property="article:published_time" content="2019-04-09T18:30:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>{TITLE}</h1><p>{BODY}</p><p>{OTHER} Since 2011 the dam has failed twice.</p>
<table><tr><th>Town</th><th>Houses lost</th></tr><tr><td>Upper</td><td>14</td></tr>
<tr><td>Lower</td><td>310</td></tr></table>
<p>“We have <b>never</b> seen such water,” the mayor told reporters on Tuesday.</p></article>
<div class="comments" id="comments"><h3>Comments</h3><p>I do not believe a word of it.</p></div>
<script>var figures = "900 dead";</script></body></html>"""


def read(*paths: Path | str, stdin: bytes | None = None) -> list[Report | Failure]:
    return list(intake(paths, stdin=stdin))


def reports(*paths: Path | str, stdin: bytes | None = None) -> list[Report]:
    found = read(*paths, stdin=stdin)
    assert not [one for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Report)]


def test_a_text_file_keeps_every_character(tmp_path: Path) -> None:
    data = f"{TITLE}\r\n\r\n{BODY}\u00a0“So”\r\n\r\n{OTHER}\n".encode()
    path = tmp_path / "flood.v2.txt"
    path.write_bytes(data)
    (report,) = reports(path)
    assert report.text.encode() == data == report.original
    assert (report.id, report.name, report.title) == ("flood.v2", str(path), TITLE)
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert [part.kind for part in report.segments] == ["title", "body", "body"]
    assert (report.published, report.published_from) == (None, "")


@pytest.mark.parametrize(
    "data",
    [
        BODY.encode(),
        codecs.BOM_UTF8 + BODY.encode(),
        codecs.BOM_UTF16_LE + BODY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + BODY.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + BODY.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16-le", "utf-16-be", "utf-32-le"],
)
def test_encodings_that_are_told(data: bytes) -> None:
    (report,) = reports("-", stdin=data)
    assert report.text == BODY


def test_windows_1252_is_read_where_it_is_plausible() -> None:
    words = "The mayor’s “café” was flooded – 40 chairs at €12 each were lost."
    (report,) = reports("-", stdin=words.encode("cp1252"))
    assert report.text == words


def test_cyrillic_without_a_declaration_is_read() -> None:
    words = "Река вышла из берегов в понедельник, и 1200 человек покинули свои дома. " * 4
    (report,) = reports("-", stdin=words.encode("cp1251"))
    assert report.text == words


LONG = b"a" * 1_000_001
BAD = {
    "empty": (b"", "empty"),
    "blank": ("\u00a0\n \r\n\ufeff".encode(), "empty"),
    "nul": (b"The river\0rose", "binary"),
    "controls": (bytes(range(1, 32)) * 20, "binary"),
    "pdf": (b"%PDF-1.7\n1 0 obj << >> endobj", "a PDF"),
    "zip": (b"PK\x03\x04\x14\0\0\0", "a ZIP archive"),
    "utf-16 cut": (codecs.BOM_UTF16_LE + b"T\0h\0e", "UTF-16-LE"),
    "broken utf-8": ("“The town’s dam” ".encode() * 9 + b"\xe2\x80 fell", "not valid UTF-8"),
    "no encoding": (b"The dam \x81\x8d\x8f fell and 40 people left", "byte 9"),
    "long line": (LONG, "1,000,000 characters"),
    "long line within": (b"Dam fell.\n" + LONG + b"\nDone.", "1,000,000 characters"),
    "empty page": (b"<html><body><script>draw()</script></body></html>", "no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_fail_one_by_one(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY, "utf-8")
    failure, report = read(tmp_path)
    assert isinstance(failure, Failure)
    assert isinstance(report, Report)
    assert failure.name == str(tmp_path / "bad.txt")
    assert reason in failure.reason
    assert failure.remedy.endswith((".", "UTF-8"))
    assert report.id == "good"


def test_a_50_mb_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as stream:
        for _ in range(50):
            stream.write(b"word " * 200_000)
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert f"more than {text.MAX_LINE:,} characters" in failure.reason
    assert "lines" in failure.remedy


_CAPTION = '<figure><img src="a.jpg"><figcaption>A boat on the shore.</figcaption></figure>'
_LINKS = '<ul{}><li><a href="/a">Storm cuts power to 40,000 homes</a></li><li>Fish pies</li></ul>'


@pytest.mark.parametrize("around", ["{}", "<article>{}</article>"])
@pytest.mark.parametrize(
    ("between", "kept"),
    [
        (
            "<ul><li>About 41 of the wells are dry</li><li>Cost of repair: 30m crowns</li></ul>",
            ["- About 41 of the wells are dry", "- Cost of repair: 30m crowns"],
        ),
        (_CAPTION, ["A boat on the shore."]),
        (f"<aside>{_CAPTION}</aside>", []),
        (_LINKS.format(' class="related"'), []),
        ('<div class="share"><ul><li>Share 12</li><li>Tweet 7</li></ul></div>', []),
    ],
)
def test_lists_and_captions_of_a_page(between: str, kept: list[str], around: str) -> None:
    # trafilatura runs the whole text of a very short page into one line.
    first, last = " ".join([BODY] * 3), " ".join([OTHER] * 3)
    article = around.format(f"<h1>{TITLE}</h1><p>{first}</p>{between}<p>{last}</p>")
    menu = '<nav><ul><li><a href="/">Home</a></li><li>Subscribe for 1 crown</li></ul></nav>'
    page = f"<html><head><title>{TITLE}</title></head><body>{menu}{article}"
    page += "<footer><ul><li>Tel 555-0182</li></ul></footer></body></html>"
    lines = html.read_page(page.encode()).text.splitlines()
    assert [line for line in lines if line and line not in (TITLE, first, last)] == kept


@pytest.mark.parametrize(("ending", "limit"), [("txt", text.MAX_BYTES), ("html", html.MAX_BYTES)])
def test_a_file_beyond_the_cap_is_refused(tmp_path: Path, ending: str, limit: int) -> None:
    path = tmp_path / f"huge.{ending}"
    with path.open("wb") as stream:
        stream.truncate(limit + 1)
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert failure.reason == f"it is larger than {limit // 1024 // 1024} MB"


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are Unicode here")
def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    for name, content in (
        (b"a\xfe.txt", BODY),
        (b"a\xff.txt", BODY),
        (b"b\xff.j\xe9", "no"),
        (b"c\xff", ""),
        (b"d.txt", OTHER),
    ):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(content, "utf-8")
    found = read(tmp_path)
    for one in found:
        assert str(one).encode()
    assert [one.id for one in found if isinstance(one, Report)] == [r"a\xfe", r"a\xff", "d"]
    assert [one.name for one in found if isinstance(one, Failure)] == [
        str(tmp_path / r"b\xff.j\xe9"),
        str(tmp_path / r"c\xff"),
    ]


def test_half_a_character_in_a_rows_id() -> None:
    (report,) = reports("-", stdin=b'{"id": "w\\ud800", "text": "' + BODY.encode() + b'"}')
    assert report.id == r"w\ud800"


@pytest.mark.parametrize("name", ["gone.txt", "gone", "a\0b"])
def test_a_path_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    (failure,) = read(tmp_path / name)
    assert isinstance(failure, Failure)
    assert failure.reason
    assert failure.remedy


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "empty" / "below").mkdir(parents=True)
    (tmp_path / "empty" / ".hidden.txt").write_text(BODY, "utf-8")
    (failure,) = read(tmp_path / "empty")
    assert isinstance(failure, Failure)
    assert failure.reason == "the folder holds no report"
    assert ".jsonl" in failure.remedy


def test_a_file_that_vanishes_after_it_was_listed(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}: {BODY}", "utf-8")
    coming = intake([tmp_path])
    first = next(coming)
    (tmp_path / "b.txt").unlink()
    second, third = coming
    assert isinstance(first, Report)
    assert isinstance(second, Failure)
    assert second.reason == "there is no such file or folder"
    assert isinstance(third, Report)
    assert third.id == "c"


def test_links_that_lead_nowhere_or_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    report, failure = read(tmp_path)
    assert isinstance(report, Report)
    assert isinstance(failure, Failure)
    assert failure.name.endswith("gone.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (failure,) = read(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.reason == "it is not a regular file"


@pytest.mark.usefixtures("unprivileged")
def test_a_file_and_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(BODY, "utf-8")
    (tmp_path / "a").chmod(0)
    (tmp_path / "b.txt").chmod(0)
    try:
        found = read(tmp_path)
    finally:
        (tmp_path / "a").chmod(0o700)
    assert [one.reason for one in found if isinstance(one, Failure)] == ["it may not be read"] * 2


def test_a_folder_is_read_in_order_and_by_kind(tmp_path: Path) -> None:
    below = tmp_path / "b"
    below.mkdir()
    for path, content in (
        (tmp_path / "a.md", f"# {TITLE}\n\n{BODY}"),
        (below / "x.htm", PAGE),
        (below / "wire", f"Wire: {BODY}"),
        (below / ".secret.txt", OTHER),
        (tmp_path / "c.JSONL", json.dumps({"id": 7, "text": f"Row: {BODY}"})),
        (tmp_path / "d.csv", "a,b"),
    ):
        path.write_text(content, "utf-8")
    found = read(tmp_path)
    assert [one.id for one in found if isinstance(one, Report)] == ["a", "wire", "x", "7"]
    (failure,) = [one for one in found if isinstance(one, Failure)]
    assert failure.reason == ".csv is not a kind that can be read"
    assert found == read(tmp_path)


def test_ids_differ_and_bytes_come_once(tmp_path: Path) -> None:
    for name, content in (("1", BODY), ("2", OTHER), ("3", BODY)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(content, "utf-8")
    (tmp_path / "report-2.txt").write_text(f"Third. {BODY}", "utf-8")
    found = reports(tmp_path, tmp_path / "1")
    assert [(one.id, one.text[:5]) for one in found] == [
        ("report", BODY[:5]),
        ("report-2", OTHER[:5]),
        ("report-2-2", "Third"),
    ]


def _corpus(folder: Path, rows: list[object]) -> Path:
    (folder / "reports").mkdir()
    (folder / "reports" / "one.txt").write_text(f"{TITLE}\n\n{BODY}", "utf-8")
    (folder / "reports" / "two.txt").write_text(f"4 Apr 2031\n\n{OTHER}", "utf-8")
    (folder / "figures.jsonl").write_text(json.dumps({"id": "x", "text": "1,200"}), "utf-8")
    (folder / "notes.txt").write_text("Not a report at all, only a note.", "utf-8")
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def test_rows_beside_the_reports_tell_about_them(tmp_path: Path) -> None:
    row = {
        "report": "one",
        "title": TITLE,
        "outlet": "Valley Post",
        "published": "2031-04-05",
        "url": "https://example.org/flood",
        "note": "ignored",
    }
    folder = _corpus(tmp_path, [row, {"report": "absent"}, "{broken"])
    failure, one, two = read(folder)
    assert isinstance(failure, Failure)
    assert failure.name == f"{folder / 'reports.jsonl'}:3"
    assert isinstance(one, Report)
    assert (one.title, one.outlet, one.url) == (TITLE, "Valley Post", row["url"])
    assert (one.published, one.published_from) == ("2031-04-05", "reports.jsonl")
    assert isinstance(two, Report)
    assert (two.title, two.outlet) == (None, None)
    assert (two.published, two.published_from) == ("2031-04-04", "printed date")


@pytest.mark.parametrize(
    ("head", "outlet", "published"),
    [
        ("The Northern Herald\n\n{}", "The Northern Herald", None),
        ("{}\nRelief Observer, 10 June 2031", "Relief Observer", "2031-06-10"),
        ("Camp Radio | 14 June 2031\n{}", "Camp Radio", "2031-06-14"),
        ("{}\nReuters, 14 June 2031", "Reuters", "2031-06-14"),
        ("{}\nOstrava Minor, 14 June 2031", None, "2031-06-14"),
        ("{}\nAssociated Press", None, None),
        ("Valley Post\nCamp Radio, 14 June 2031\n{}", None, "2031-06-14"),
        ("Valley Post\n{}\nValley Post, 09/12/2031", "Valley Post", None),
        ("{}\nCampwire, 14 June 2031", "Campwire", "2031-06-14"),
        ("{}\nOstrava, 14 June 2031", None, "2031-06-14"),
        ("{}\nPress release, 14 June 2031", None, "2031-06-14"),
        ("{}\nSituation report no. 3 - 14 June 2031", None, "2031-06-14"),
        ("{}\nMedia release no. 12: 14/15/2031", None, None),
        ("{}\nRelease of hostages, 14 June 2031", None, None),
    ],
)
def test_outlet_and_date_that_the_head_prints(
    head: str, outlet: str | None, published: str | None
) -> None:
    text = f"{head.format(TITLE)}\n\n{BODY}\n\n{OTHER}"
    (report,) = reports("-", stdin=text.encode())
    assert (report.title, report.outlet, report.published) == (TITLE, outlet, published)
    row = {"id": "1", "text": text, "outlet": "Daily Row", "published": "2031-01-02"}
    (told,) = reports("-", stdin=json.dumps(row).encode())
    assert (told.outlet, told.published) == ("Daily Row", "2031-01-02")


@pytest.mark.parametrize(
    ("name", "place", "outlet"),
    [("Talwin", "ORLE (Talwin) - ", "Talwin"), ("Talwin", "ORLE (Besk) - ", None)],
)
def test_the_datelines_credit_shows_that_a_dated_word_is_an_outlet(
    name: str, place: str, outlet: str | None
) -> None:
    text = f"{TITLE}\n{name}, 14 June 2031\n\n{place}{BODY}\n\n{OTHER}"
    (report,) = reports("-", stdin=text.encode())
    assert report.outlet == outlet


def test_rows_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    rows: list[bytes] = [
        json.dumps(
            {
                "id": "w1",
                "title": TITLE,
                "text": BODY,
                "outlet": "Valley Post",
                "published": "2031-04-05T10:00:00Z",
                "url": "https://example.org/1",
            }
        ).encode(),
        b"",
        json.dumps({"title": TITLE, "text": f"{TITLE} \n {OTHER}", "published": 7}).encode(),
        b'{"id": "w3", "text": ',
        b"[1, 2]",
        b'{"id": "w4", "text": "  "}',
        b'{"id": "w5", "text": "half \\ud800 character"}',
        b'{"id": "w6", "text": "caf\xe9"}',
        b"[" * 100_000,
        json.dumps(
            {"incident": 1, "reports": [{"id": "n1", "text": BODY}, {"id": "n2"}, 3]}
        ).encode(),
    ]
    path.write_bytes(b"\n".join(rows))
    found = read(path)
    first, second, nested = [one for one in found if isinstance(one, Report)]
    assert (first.id, first.name, first.text) == ("w1", f"{path}:1", f"{TITLE}\n\n{BODY}")
    assert (first.published, first.published_from) == ("2031-04-05", "row")
    assert first.original == rows[0]
    assert (second.id, second.text) == ("wire-3", f"{TITLE} \n {OTHER}")
    assert second.published is None
    assert nested.id == "n1"
    failures = [one.name for one in found if isinstance(one, Failure)]
    assert failures == [f"{path}:{line}" for line in (4, 5, 6, 7, 8, 9, 10, 10)]


def test_a_file_of_nothing_but_broken_rows_is_brief(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("no row\n" * 350, "utf-8")
    found = read(path)
    assert len(found) == 101
    assert isinstance(found[-1], Failure)
    assert found[-1].reason == "250 more lines could not be read"


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (BODY.encode(), "text/plain"),
        (PAGE.encode(), "text/html"),
        (b'{"id": "1", "text": "' + BODY.encode() + b'"}\n', "application/jsonl"),
        (b'{"not": "a report"}', "text/plain"),
    ],
)
def test_standard_input_is_read_as_what_it_is(data: bytes, media: str) -> None:
    (report,) = reports("-", stdin=data)
    assert report.media_type == media


@pytest.mark.parametrize("stdin", [None, b""])
def test_nothing_on_standard_input(stdin: bytes | None) -> None:
    (failure,) = read("-", stdin=stdin)
    assert failure == Failure("standard input", "it is empty", "Pipe a report into it.")


def test_a_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "flood.html"
    path.write_text(PAGE, "utf-8")
    (report,) = reports(path)
    lines = report.text.split("\n\n")
    assert lines[:2] == [TITLE, BODY]
    assert any("Lower" in line and "310" in line and "Upper" in line for line in lines)
    assert "“We have never seen such water,”" in report.text
    for furniture in ("Home", "believe", "900 dead", "function"):
        assert furniture not in report.text
    assert (report.title, report.outlet) == (TITLE, "Valley Post")
    assert (report.published, report.published_from) == ("2019-04-09", "page metadata")
    assert report.url == "https://example.org/2031/flood"
    assert report.original == PAGE.encode()


def test_a_page_without_a_date_gets_none_from_its_text() -> None:
    page = PAGE.replace('content="2019-04-09T18:30:00+02:00"', "").encode()
    (report,) = reports("-", stdin=page)
    assert report.published is None


@pytest.mark.parametrize("named", ["windows-1252", "ISO-8859-1"])
def test_the_encoding_that_a_page_names(named: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{named}"').encode("cp1252")
    (report,) = reports("-", stdin=page)
    assert "“We have never seen such water,”" in report.text


def test_a_page_that_names_a_wrong_encoding() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="utf-16"').encode()
    (report,) = reports("-", stdin=page)
    assert "“We have never seen such water,”" in report.text


HOSTILE = {
    "300 deep": "<div>" * 300 + PAGE + "</div>" * 300,
    "3,000 deep": "<div>" * 3_000 + f"<p>{BODY}</p><p>{OTHER}</p>",
    "100,000 deep": "<div>" * 100_000 + f"<p>{BODY}</p>",
    "unclosed inline": f"<html><p>{BODY}</p>" + "<b><i><a>" * 20_000 + OTHER,
    "many attributes": "<html><p" + " a=1" * 100_000 + f">{BODY}</p>",
    "no end of a tag": f"<html><p>{BODY}</p>" + '<a "' * 100_000,
    "no end of a comment": f"<html><p>{BODY}</p>" + "<!--" * 100_000,
    "one long page": "<html>"
    + "<p>Water rose in the lower part of the town on Monday.</p>" * 75_000
    + f"<p>{BODY}</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_still_give_their_text(name: str) -> None:
    page = HOSTILE[name]
    if not page.startswith("<html"):
        page = f"<html><body>{page}"
    (report,) = reports("-", stdin=page.encode())
    assert BODY in report.text


def test_the_plain_text_of_a_page() -> None:
    page = (
        "<head><title>no</title></head><p>A &amp; B 1 < 2</p><!-- no --><ul><li>x<li>y</ul>"
        "<script>no()</script>c<b>d</b><br>e<style>no"
    )
    assert plain_text(page).split() == ["A", "&", "B", "1", "<", "2", "x", "y", "cd", "e"]


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=300) | st.text(max_size=200).map(lambda value: value.encode("utf-8")),
    ending=st.sampled_from((".txt", ".html", ".jsonl", ".md", "")),
)
def test_no_bytes_break_the_intake(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any{ending}"
        path.write_bytes(data)
        (*found,) = intake([path, "-"], stdin=data)
    assert found
    for one in found:
        if isinstance(one, Failure):
            assert one.reason
            continue
        assert one.text.strip()
        assert "\ufffd" not in one.text or b"\xef\xbf\xbd" in data or ending == ".html"
        assert all(one.text[part.start : part.end].strip() for part in one.segments)


def test_the_corpora_are_read_whole(shared: Path) -> None:
    found = reports(shared / "corpora" / "aleppo", shared / "corpora" / "khan-sheikhoun")
    assert len(found) == 19
    for report in found:
        path = Path(report.name)
        assert report.text == path.read_bytes().decode("utf-8")
        assert path.stem == report.id


def test_little_of_running_prose_is_furniture(shared: Path) -> None:
    """762 rows, each one line of text: six are copies; little of their words is the page's."""
    found = reports(shared / "corpora" / "syria")
    assert len(found) == 756
    marked = [p for report in found for p in report.segments if p.kind == "furniture"]
    words = sum(len(report.text) for report in found)
    assert 0.01 * words < sum(p.end - p.start for p in marked) < 0.05 * words
